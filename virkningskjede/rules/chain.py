"""Family VK2: is the chain a chain?

What was dropped or never took part is no part of the chain: nothing is missing from it. What is drawn of it is judged as any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType

from virkningskjede.diagnostics import Diagnostic, Location, Path, diagnostic
from virkningskjede.i18n import Word
from virkningskjede.model import Activity, Context, Input, Link, LogicModel, Node, Outcome, Output
from virkningskjede.model.graph import addressed, cycle, entered, goes_back, reachable
from virkningskjede.model.joint import joint_ends
from virkningskjede.model.values import NOT_THERE, Level, Stage, sentences
from virkningskjede.rules.context import RuleContext


def _node_path(node: Node) -> Path:
    return (node.stage, node.id)


def _there(node: Node) -> bool:
    """Whether a node is part of the chain."""
    return node.status not in NOT_THERE


def _arrow_path(model: LogicModel, link: Link) -> Path:
    return (*_node_path(model.nodes[link.source]), "leads_to", link.to)


def backwards(context: RuleContext) -> Iterator[Diagnostic]:
    """VK201: an arrow to an earlier stage that is not marked as feedback."""
    model = context.model
    for link in model.links():
        if not link.feedback and goes_back(model, link):
            left, entered = (Word(f"stage.{model.nodes[end].stage}") for end in link.ends)
            yield diagnostic("VK201", _arrow_path(model, link), source=link.source, target=link.to, left=left, entered=entered)


def circle(context: RuleContext) -> Iterator[Diagnostic]:
    """VK202: arrows that lead round in a circle within a stage; across stages one of them goes back, and VK201 says so."""
    model = context.model
    ring = cycle(model)
    if len(ring) < 2 or len({model.nodes[name].stage for name in ring}) > 1:
        return
    steps = [(*_node_path(model.nodes[name]), "leads_to", following) for name, following in pairwise((*ring, ring[0]))]
    if any(context.lost.touches((*step, "feedback")) for step in steps):
        return
    yield diagnostic("VK202", steps[-1], nodes=" → ".join((*ring, ring[0])))


def outcomes_there(context: RuleContext) -> list[tuple[str, str]]:
    """Where the outcomes are that are part of the chain."""
    return [(outcome.stage, outcome.id) for outcome in context.model.outcomes.values() if _there(outcome)]


def activities_there(context: RuleContext) -> list[tuple[str, str]]:
    """Where the activities are that are part of the chain."""
    return [(activity.stage, activity.id) for activity in context.model.activities.values() if _there(activity)]


def no_indicator(context: RuleContext) -> Iterator[Diagnostic]:
    """VK204: an outcome that nothing measures."""
    for path in outcomes_there(context):
        outcome = context.model.outcomes[path[1]]
        if not outcome.indicators:
            yield diagnostic("VK204", path, on="key", id=outcome.id)


def no_input(context: RuleContext) -> Iterator[Diagnostic]:
    """VK205: an activity that no chain from an input leads to."""
    fed = reachable(context.model, frozenset(context.model.inputs))
    for path in activities_there(context):
        if path[1] not in fed:
            yield diagnostic("VK205", path, on="key", id=path[1])


def no_actor(context: RuleContext) -> Iterator[Diagnostic]:
    """VK206: an activity with nobody to do it."""
    for path in activities_there(context):
        who = context.model.activities[path[1]].who
        if who is None or not (who.takes_part or who.maybe):
            yield diagnostic("VK206", path, on="key", id=path[1])


def leads_nowhere(context: RuleContext) -> Iterator[Diagnostic]:
    """VK207: an input, activity or output that the chain leads to, and that leads to nothing."""
    led_to, (joint, _) = entered(context.model), joint_ends(context.model)
    for node in context.model.nodes.values():
        ends = node.id in led_to and not node.leads_to and node.id not in joint
        if ends and _there(node) and not isinstance(node, Context | Outcome):
            yield diagnostic("VK207", _node_path(node), on="key", id=node.id)


def no_cause(context: RuleContext) -> Iterator[Diagnostic]:
    """VK208: an outcome that leads on, but that nothing leads to or addresses, and that is not an aim of the whole."""
    answered = entered(context.model) | _lowered(context.model)
    for outcome in context.model.outcomes.values():
        if outcome.leads_to and outcome.id not in answered and outcome.cause is None and _there(outcome):
            yield diagnostic("VK208", _node_path(outcome), on="key", id=outcome.id)


LEAPS: Mapping[Stage, tuple[Level, ...]] = MappingProxyType(
    {
        "context": ("service", "partner", "user", "society"),
        "inputs": ("user", "society"),
        "activities": ("society",),
        "outputs": ("society",),
    }
)
"""What no arrow leads straight to from a stage: something comes between. Of the context
only a problem leaps, and not to the harm that it does: what was there before may help, and problems do make things worse.
"""


def leap(context: RuleContext) -> Iterator[Diagnostic]:
    """VK209: an arrow past what must come between: from a problem straight to an effect, from an input straight to users or society, or
    from what is done or made straight to society.
    """
    outcomes = context.model.outcomes
    for node in context.model.nodes.values():
        if node.stage not in LEAPS or (isinstance(node, Context) and node.kind != "problem"):
            continue
        for link in node.leads_to:
            target = outcomes.get(link.to)
            harms = isinstance(node, Context) and target is not None and (target.unwanted or link.sign is not None)
            if target is not None and target.level in LEAPS[node.stage] and not harms and _both_there(context.model, link):
                left, entered = Word(f"stage.{node.stage}"), Word(f"level.{target.level}")
                yield diagnostic("VK209", _arrow_path(context.model, link), source=node.id, target=link.to, left=left, entered=entered)


def input_to_service(context: RuleContext) -> Iterator[Diagnostic]:
    """VK228: an arrow from an input straight to an effect in the services or among partners, that the coder has inferred."""
    model = context.model
    for entry in model.inputs.values():
        for link in entry.leads_to:
            target = model.outcomes.get(link.to)
            inferred = not (link.stated or link.note or link.or_)
            if target is not None and target.level in ("service", "partner") and inferred and _both_there(model, link):
                yield diagnostic("VK228", _arrow_path(model, link), source=entry.id, target=link.to)


def feedback_without_a_word(context: RuleContext) -> Iterator[Diagnostic]:
    """VK229: an arrow marked as feedback that the source does not state, and that no note and no research speaks for."""
    model = context.model
    for link in model.links():
        if link.feedback and not (link.stated or link.evidence or link.note):
            yield diagnostic("VK229", (*_arrow_path(model, link), "feedback"), source=link.source, target=link.to)


MANY = 3
"""So many arrows with one mechanism, and the words explain none of them."""


def stock_phrase(context: RuleContext) -> Iterator[Diagnostic]:
    """VK238: arrows from several nodes to several others, all with the same mechanism, told at the first of them."""
    model = context.model
    alike: dict[str, list[Link]] = {}
    for link in model.links():
        if link.because:
            alike.setdefault(" ".join(link.because.casefold().split()).rstrip("."), []).append(link)
    for links in alike.values():
        if len(links) >= MANY and len({link.source for link in links}) > 1 and len({link.to for link in links}) > 1:
            others = tuple(Location(_arrow_path(model, link)) for link in links[1:])
            yield diagnostic("VK238", (*_arrow_path(model, links[0]), "because"), related=others, count=len(links))


def one_outcome_twice(context: RuleContext) -> Iterator[Diagnostic]:
    """VK239: two outcomes with the same term and level, of the same causes: all of them, or some where one sentence says both."""
    model = context.model
    causes: dict[str, set[str]] = {}
    for link in model.links():
        causes.setdefault(link.to, set()).add(link.source)
    known: dict[tuple[Level, frozenset[str]], list[Outcome]] = {}
    for outcome in model.outcomes.values():
        others = known.setdefault((outcome.level, frozenset(outcome.term)), []) if outcome.term else []
        own = causes.get(outcome.id, set())
        for other in others:
            theirs = causes.get(other.id, set())
            one_sentence = set(sentences(outcome.at, model.source)) & set(sentences(other.at, model.source))
            if own and (own == theirs or (theirs and one_sentence and (own <= theirs or theirs <= own))):
                place = Location((other.stage, other.id))
                yield diagnostic("VK239", (outcome.stage, outcome.id), on="key", related=(place,), id=outcome.id, other=other.id)
                break
        others.append(outcome)


def isolated(context: RuleContext) -> Iterator[Diagnostic]:
    """VK210: a node without arrows, in a model that has some. Context and aims of the whole may stand alone, and so may an unwanted
    outcome that something is meant to lower.
    """
    led_to, lowered = entered(context.model).union(*joint_ends(context.model)), _lowered(context.model)
    for node in context.model.nodes.values() if led_to else ():
        exempt = isinstance(node, Context) or (isinstance(node, Outcome) and (node.cause is not None or node.id in lowered))
        if _there(node) and not (exempt or node.leads_to or node.id in led_to):
            yield diagnostic("VK210", _node_path(node), on="key", id=node.id)


def no_mechanism(context: RuleContext) -> Iterator[Diagnostic]:
    """VK211: an arrow that does not say why."""
    for link in _with_reasons(context.model):
        if not (link.because or link.evidence or link.assumes):
            yield diagnostic("VK211", _arrow_path(context.model, link), source=link.source, target=link.to)


def arrows_with_reasons(context: RuleContext) -> list[Path]:
    """Where the arrows are that are to say why."""
    return [_arrow_path(context.model, link) for link in _with_reasons(context.model)]


def _with_reasons(model: LogicModel) -> Iterator[Link]:
    """The arrows that are to say why. That background and inputs make something possible needs no mechanism."""
    for link in model.links():
        if not isinstance(model.nodes[link.source], Context | Input) and _both_there(model, link):
            yield link


def _both_there(model: LogicModel, link: Link) -> bool:
    """Whether an arrow is between parts of the chain."""
    return all(_there(model.nodes[end]) for end in link.ends if end in model.nodes)


def _lowered(model: LogicModel) -> frozenset[str]:
    """The unwanted outcomes that something is meant to lower."""
    return addressed(model).intersection(name for name, outcome in model.outcomes.items() if outcome.unwanted)


def to_itself(context: RuleContext) -> Iterator[Diagnostic]:
    """VK212: an arrow from a node to the same node."""
    for link in context.model.links():
        if link.source == link.to:
            yield diagnostic("VK212", _arrow_path(context.model, link), id=link.to)


def caused_after_all(context: RuleContext) -> Iterator[Diagnostic]:
    """VK213: an outcome that is coded as an aim of the whole, though the source states an arrow to it, in every reading."""
    stated = (link for link in context.model.links() if link.stated and not any(patch.absent for patch in link.or_))
    causes = {link.to: link.source for link in stated if not context.lost.touches((*_arrow_path(context.model, link), "or"))}
    for outcome in context.model.outcomes.values():
        if outcome.of_the_whole and outcome.id in causes:
            yield diagnostic("VK213", (*_node_path(outcome), "cause"), id=outcome.id, source=causes[outcome.id])


def together_of_what(context: RuleContext) -> Iterator[Diagnostic]:
    """VK215: an outcome that is to come of several measures together, among which is something that is no measure."""
    nodes = context.model.nodes
    for outcome, position, name in _joint(context.model):
        if name in nodes and name != outcome.id and not isinstance(nodes[name], Activity | Output):
            path = (*_node_path(outcome), "cause", "together", position)
            yield diagnostic("VK215", path, id=name, target=outcome.id, stage=Word(f"stage.{nodes[name].stage}"))


def together_with_itself(context: RuleContext) -> Iterator[Diagnostic]:
    """VK216: an outcome that is to come of itself together with other things."""
    for outcome, position, name in _joint(context.model):
        if name == outcome.id:
            yield diagnostic("VK216", (*_node_path(outcome), "cause", "together", position), id=name)


def together_alone(context: RuleContext) -> Iterator[Diagnostic]:
    """VK217: an outcome that is to come of several measures together, of which only one is named."""
    for outcome in context.model.outcomes.values():
        if outcome.cause is not None and len(set(outcome.cause.together)) == 1:
            path = (*_node_path(outcome), "cause", "together")
            yield diagnostic("VK217", path, on="key", id=outcome.id, source=outcome.cause.together[0])


def together_of_nothing(context: RuleContext) -> Iterator[Diagnostic]:
    """VK218: an outcome that is to come of all measures together, in a model in which nothing is done or made."""
    model = context.model
    _, jointly = joint_ends(model)
    for outcome in model.outcomes.values():
        cause = outcome.cause
        if cause is not None and outcome.of_several and not cause.together and outcome.id not in jointly:
            yield diagnostic("VK218", (*_node_path(outcome), "cause"), id=outcome.id)


def _joint(model: LogicModel) -> Iterator[tuple[Outcome, int, str]]:
    """Each id that an outcome says it comes of together with others, with its position."""
    for outcome in model.outcomes.values():
        if outcome.cause is not None:
            yield from ((outcome, position, name) for position, name in enumerate(outcome.cause.together))


def idle_feedback(context: RuleContext) -> Iterator[Diagnostic]:
    """VK214: an arrow marked as feedback that goes forward and is part of no circle."""
    model = context.model
    forward = [link for link in model.links() if link.feedback and link.source != link.to and not goes_back(model, link)]
    if not forward:
        return
    import networkx as nx  # paid for only by models with such an arrow

    circles = {name: number for number, names in enumerate(nx.strongly_connected_components(model.graph)) for name in names}
    for link in forward:
        if circles[link.source] != circles[link.to]:
            yield diagnostic("VK214", (*_arrow_path(model, link), "feedback"), source=link.source, target=link.to)


FEWEST_OF_ALL = 5
"""Where a stage has fewer nodes, all of them is not many."""


def one_to_everything(context: RuleContext) -> Iterator[Diagnostic]:
    """VK219: a node with an arrow to every node of a stage, which the source does not say of each of them."""
    stages = _whole_stages(context.model)
    for node in context.model.nodes.values():
        yield from _all_of("VK219", node, stages, {link.to: link for link in node.leads_to})


def everything_to_one(context: RuleContext) -> Iterator[Diagnostic]:
    """VK220: a node that every node of a stage has an arrow to, which the source does not say of each of them."""
    stages = _whole_stages(context.model)
    leading: dict[str, dict[str, Link]] = {}
    for link in context.model.links():
        leading.setdefault(link.to, {})[link.source] = link
    for node in context.model.nodes.values():
        yield from _all_of("VK220", node, stages, leading.get(node.id, {}))


def _all_of(code: str, node: Node, stages: Mapping[Stage, frozenset[str]], links: Mapping[str, Link]) -> Iterator[Diagnostic]:
    """The stages whose nodes are all at the other ends of these arrows."""
    for stage, names in stages.items():
        if len(links) < len(names) - 1:
            continue  # told without looking: a set of all nodes, made anew for each node, grows with the square of the file
        others = names - {node.id}
        if others <= links.keys() and not all(links[name].stated for name in others):
            yield diagnostic(code, _node_path(node), on="key", id=node.id, count=len(others), stage=Word(f"stage.{stage}"))


def _whole_stages(model: LogicModel) -> Mapping[Stage, frozenset[str]]:
    """The nodes of the stages that have many, those that are part of the chain."""
    stages: dict[Stage, set[str]] = {}
    for node in model.nodes.values():
        if _there(node):
            stages.setdefault(node.stage, set()).add(node.id)
    return {stage: frozenset(names) for stage, names in stages.items() if len(names) >= FEWEST_OF_ALL}

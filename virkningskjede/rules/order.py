"""Family VK2: can it come in this order? What is said of time, of how far things have come, and of where effects show, held against the
arrows.
"""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from virkningskjede.diagnostics import Diagnostic, Path, diagnostic
from virkningskjede.i18n import Word
from virkningskjede.model import Activity, LogicModel, Node, Outcome, Output
from virkningskjede.model.graph import reached
from virkningskjede.model.values import MOMENTS, NOT_THERE, PROGRESS, Date, Deadline, Dose, Level, fields_of, rank
from virkningskjede.rules.context import RuleContext

BEGUN = PROGRESS.index("started")

LAST: frozenset[Level] = frozenset({"user", "society"})
"""Where effects show last. What changes there does move users, partners and society on; the services are to have changed before it."""


def _comes_after(node: Node) -> Iterator[tuple[Path, str]]:
    """The ids that a node is said to come after, each with where that is written: in ``after``, or as what a deadline is counted from."""
    yield from ((("after", position), name) for position, name in enumerate(node.after))
    deadline = node.dose.deadline if node.dose is not None else None
    if isinstance(deadline, Deadline) and deadline.after is not None and deadline.after not in MOMENTS and deadline.after != node.id:
        yield ("dose", "deadline", "after"), deadline.after  # one that is counted from the node itself is VK552


def after_itself(context: RuleContext) -> Iterator[Diagnostic]:
    """VK221: a node that is said to come after itself."""
    for node in context.model.nodes.values():
        for position, name in enumerate(node.after):
            if name == node.id:
                yield diagnostic("VK221", (node.stage, node.id, "after", position), id=node.id)


def after_in_a_circle(context: RuleContext) -> Iterator[Diagnostic]:
    """VK222: nodes that each come after the next. One circle at a time: when it is broken, the next shows."""
    ring = _circle_of_time(context.model)
    if ring:
        first = context.model.nodes[ring[0]]
        path = next(path for path, name in _comes_after(first) if name == ring[1 % len(ring)])
        yield diagnostic("VK222", (first.stage, first.id, *path), nodes=" → ".join((*ring, ring[0])))


def _circle_of_time(model: LogicModel) -> tuple[str, ...]:
    """Nodes each of which comes after the next, and the last after the first; empty when there are none."""
    nodes = model.nodes
    earlier = {name: [other for _, other in _comes_after(node) if other in nodes and other != name] for name, node in nodes.items()}
    try:
        TopologicalSorter({name: others for name, others in earlier.items() if others}).prepare()
    except CycleError as error:
        return tuple(reversed(error.args[1][1:]))
    return ()


def after_what_it_leads_to(context: RuleContext) -> Iterator[Diagnostic]:
    """VK223: a node that comes after something that its arrows lead to. Arrows marked as feedback go back in time by nature."""
    model = context.model
    later = [(node, path, name) for node in model.nodes.values() for path, name in _comes_after(node) if name != node.id]
    if not later:
        return
    arrows = [link.ends for link in model.links() if not link.feedback]
    led_to: dict[str, frozenset[str]] = {}
    for node, path, name in later:
        ahead = led_to.setdefault(node.id, reached(arrows, (node.id,)))
        if name in ahead:
            yield diagnostic("VK223", (node.stage, node.id, *path), id=node.id, other=name)


def due_too_soon(context: RuleContext) -> Iterator[Diagnostic]:
    """VK230: something that is to be done by a day before what it comes after is."""
    nodes = context.model.nodes
    due = {name: date for name, node in nodes.items() if (date := _due(node)) is not None}
    earlier = [(node.id, name) for node in nodes.values() for _, name in _comes_after(node)]
    earlier += [(link.to, link.source) for link in context.model.links() if not link.feedback]
    for name, before in dict.fromkeys(earlier) if due else ():
        if name in due and before in due and due[name].before(due[before]):
            path = (nodes[name].stage, name, "dose", "deadline", "date")
            yield diagnostic("VK230", path, id=name, date=due[name], other=before, due=due[before])


def _due(node: Node) -> Date | None:
    deadline = node.dose.deadline if node.dose is not None else None
    return deadline.date if isinstance(deadline, Deadline) else None


def impossible_order(context: RuleContext) -> Iterator[Diagnostic]:
    """VK224: an arrow from an effect for users or society to one in the services, which shows before."""
    outcomes = context.model.outcomes
    for outcome in outcomes.values():
        for link in outcome.leads_to:
            target = outcomes.get(link.to)
            if target is not None and target.level == "service" and outcome.level in LAST and not link.feedback:
                left, entered = Word(f"level.{outcome.level}"), Word(f"level.{target.level}")
                path = ("outcomes", outcome.id, "leads_to", link.to)
                yield diagnostic("VK224", path, source=outcome.id, target=link.to, left=left, entered=entered)


def carried_by_what_is_gone(context: RuleContext) -> Iterator[Diagnostic]:
    """VK225: an arrow from what was dropped, or never took part, to something that is there."""
    nodes = context.model.nodes
    for node in nodes.values():
        for link in node.leads_to if node.status in NOT_THERE else ():
            if link.to in nodes and nodes[link.to].status not in NOT_THERE and not any(patch.absent for patch in link.or_):
                path = (node.stage, node.id, "leads_to", link.to)
                yield diagnostic("VK225", path, source=node.id, target=link.to, status=node.status)


def further_than_its_causes(context: RuleContext) -> Iterator[Diagnostic]:
    """VK226: an output or an outcome that has come further than everything that makes it.

    What is done can go on while its outputs are in use or complete: only what has not begun, or has only begun, holds them back.
    """
    makers: dict[str, list[Node]] = {}
    for node in context.model.nodes.values():
        for link in node.leads_to if isinstance(node, Activity | Output | Outcome) else ():
            if not link.feedback:
                makers.setdefault(link.to, []).append(node)
    for made in (*context.model.outputs.values(), *context.model.outcomes.values()):
        far = rank(made.status)
        causes = [(rank(maker.status), maker) for maker in makers.get(made.id, ())]
        known = [(rank, maker) for rank, maker in causes if rank is not None]
        if far is None or not known or len(known) < len(causes):
            continue
        furthest, maker = max(known, key=lambda cause: cause[0])
        behind = furthest < min(far, BEGUN) or (furthest == BEGUN and made.status == "completed")
        if behind:
            path = (made.stage, made.id, "status")
            yield diagnostic("VK226", path, id=made.id, status=made.status, source=maker.id, other=maker.status)


def later_is_now(context: RuleContext) -> Iterator[Diagnostic]:
    """VK227: something that is meant to become what it already is."""
    for node in context.model.nodes.values():
        later = node.later
        if later is not None:
            given = [field.name for field in fields_of(type(later)) if not field.coding and getattr(later, field.name) not in (None, ())]
            if given and all(_is_so(getattr(node, name), getattr(later, name)) for name in given):
                yield diagnostic("VK227", (node.stage, node.id, "later"), on="key", id=node.id)


def _is_so(now: object, later: object) -> bool:
    """Whether what something is to become holds of what it is. Of a dose only the amounts that are to change are named."""
    if isinstance(now, Dose) and isinstance(later, Dose):
        return all(getattr(now, dimension) == amount for dimension, amount in later.amounts())
    return now == later

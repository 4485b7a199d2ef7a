"""Looking for each kind of gap in a model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType

from virkningskjede.analysis.paths.bridges import bridges
from virkningskjede.analysis.paths.gap import Gap, GapKind, listed
from virkningskjede.analysis.paths.survey import Survey, number
from virkningskjede.diagnostics import shorten
from virkningskjede.i18n import Word, percent, quoted
from virkningskjede.model import PARTS, Aside, Barrier, Entry, Link
from virkningskjede.model.joint import JointStep


def no_cause(survey: Survey) -> Iterator[Gap]:
    """Outcomes that nothing leads to, or nothing but what was dropped or gives less of them. What is unwanted and addressed is answered."""
    for name in survey.caused:
        outcome = survey.model.outcomes[name]
        if survey.entering[name] or (outcome.unwanted and name in survey.addressed):
            continue
        if signed := survey.signed(name):
            yield survey.gap("no_cause", outcome, says="no_cause.signed", names=listed(signed))
        else:
            yield _gap(survey, "no_cause", outcome, survey.dropped(to=name))


def single_arrow(survey: Survey) -> Iterator[Gap]:
    """Outcomes that one arrow leads to."""
    for name in survey.caused:
        if len(survey.entering[name]) == 1:
            (link,) = survey.entering[name]
            source = quoted(shorten(survey.model.nodes[link.source].label))
            how = Word(f"gap.{'stated' if link.stated else 'inferred'}")
            yield survey.gap("single_arrow", survey.model.outcomes[name], (link.arrow,), source=source, how=how)


def inferred_only(survey: Survey) -> Iterator[Gap]:
    """Outcomes that several arrows lead to, none of which is stated."""
    for name in survey.caused:
        links = survey.entering[name]
        if len(links) > 1 and not any(link.stated for link in links):
            yield survey.gap("inferred_only", survey.model.outcomes[name], (link.arrow for link in links), count=len(links))


def bridge(survey: Survey) -> Iterator[Gap]:
    """Arrows without which no activity, and no aim of the whole, leads to some outcome; the most outcomes first."""
    model = survey.model
    aims = [name for name in model.outcomes if name not in survey.caused]
    arrows = bridges(survey.places, (*model.activities, *aims), survey.caused)
    for arrow in sorted(arrows, key=lambda arrow: -arrow.count):
        alone = len(survey.entering[arrow.link.to]) == 1
        if arrow.count > 1 or not (alone and arrow.outcomes == (arrow.link.to,)):
            names = listed(model.outcomes[name].label for name in arrow.outcomes)
            share = arrow.count / len(model.outcomes)
            says = "bridge" if arrow.count > 1 else "bridge.one"
            yield survey.gap("bridge", arrow.link, arrow.outcomes, says=says, count=arrow.count, share=share, names=names)


def carrying(survey: Survey) -> Iterator[Gap]:
    """Arrows that a large share of all chains lead through; the most chains first."""
    total, come, go = survey.chains
    carriers: list[tuple[int, Link]] = []
    for place, leaving in enumerate(survey.places.arrows):
        for to, link in leaving:
            if isinstance(link, JointStep):
                continue  # no arrow, so none that much rests on
            through = come[place] * go[to]
            if through > 1 and through >= survey.much * total:
                carriers.append((through, link))
    order = {link.ends: position for position, link in enumerate(survey.model.links())}
    for through, link in sorted(carriers, key=lambda carrier: (-carrier[0], order[carrier[1].ends])):
        share = through / total
        rounded = percent(Fraction(through, total))
        yield survey.gap("carrying", link, count=through, share=share, total=number(total), percent=rounded)


def no_user_outcome(survey: Survey) -> Iterator[Gap]:
    """Activities that lead to outcomes, but to none for users; said once, where there is no outcome for users at all."""
    users = survey.bits(name for name, outcome in survey.model.outcomes.items() if outcome.level == "user" and not outcome.unwanted)
    if not users:
        if survey.whole.outcomes:
            gone = any(outcome.level == "user" and outcome.status == "dropped" for outcome in survey.whole.outcomes.values())
            yield survey.gap("no_user_outcome", None, says="no_user_outcome.dropped" if gone else "no_user_outcome.none")
        return
    caused = users & survey.bits(name for name, outcome in survey.model.outcomes.items() if not outcome.of_the_whole)
    says = "no_user_outcome" if caused else "no_user_outcome.whole"
    for activity in survey.model.activities.values():
        ahead = survey.ahead(activity.id)
        if ahead and not ahead & users:
            yield survey.gap("no_user_outcome", activity, says=says)


def no_outcome(survey: Survey) -> Iterator[Gap]:
    """Activities and outputs that lead to no outcome, and inputs that lead on, but to none."""
    model = survey.model
    for node in (*model.inputs.values(), *model.activities.values(), *model.outputs.values()):
        if not survey.ahead(node.id) and (node.leads_to or node.id not in model.inputs):
            yield survey.gap("no_outcome", node)


def unused_input(survey: Survey) -> Iterator[Gap]:
    """Inputs that lead to nothing, or to nothing but what was dropped."""
    for entry in survey.model.inputs.values():
        if not entry.leads_to:
            yield _gap(survey, "unused_input", entry, survey.dropped(source=entry.id))


def unaddressed(survey: Survey) -> Iterator[Gap]:
    """Barriers and problems that nothing addresses. What helps just where a barrier hinders is told beside it."""
    model = survey.model
    addressed = survey.addressed
    for problem in model.context.values():
        if problem.kind == "problem" and problem.id not in addressed and not problem.leads_to:
            yield _gap(survey, "unaddressed", problem, survey.dropped(addresses=problem.id), says="unaddressed.problem")
    helped: dict[str, list[str]] = {}
    for enabler in model.enablers.values():
        for ref in dict.fromkeys((*enabler.helps, *enabler.about)):
            if ref not in PARTS:
                helped.setdefault(ref, []).append(enabler.label)
    for barrier in model.barriers.values():
        if barrier.id not in addressed:
            by = dict.fromkeys(label for ref in _refs(barrier) for label in helped.get(ref, ()))
            helping = listed(by) if by else ""
            says = "unaddressed.helped" if by else ""
            yield _gap(survey, "unaddressed", barrier, survey.dropped(addresses=barrier.id), _refs(barrier), says=says, names=helping)


def assumption(survey: Survey) -> Iterator[Gap]:
    """Assumptions that outcomes rest on, through the arrows that assume them; the most outcomes first."""
    assumed: dict[str, list[str]] = {}
    for link in survey.model.links():
        for name in link.assumes:
            assumed.setdefault(name, []).append(link.arrow)
    asides = {aside.id: (aside, (*assumed.get(aside.id, ()), *aside.about)) for aside in survey.model.assumptions.values()}
    yield from _hanging(survey, "assumption", asides)


def open_question(survey: Survey) -> Iterator[Gap]:
    """Open questions that outcomes hang on; the most outcomes first."""
    yield from _hanging(survey, "open_question", {aside.id: (aside, aside.about) for aside in survey.model.open_questions.values()})


def _hanging(survey: Survey, kind: GapKind, asides: Mapping[str, tuple[Aside, tuple[str, ...]]]) -> Iterator[Gap]:
    outcomes = len(survey.model.outcomes)
    rows = [(survey.hanging_on(refs), aside, any(ref in PARTS for ref in refs)) for aside, refs in asides.values()]
    for hanging, aside, whole in sorted(rows, key=lambda row: -len(row[0])):
        if hanging:
            says = f"{kind}.{'whole' if whole else 'only' if outcomes == 1 else 'one' if len(hanging) == 1 else 'more'}"
            share = len(hanging) / outcomes
            yield survey.gap(kind, aside, hanging, says=says, count=len(hanging), share=share, total=str(outcomes))


def whole(survey: Survey) -> Iterator[Gap]:
    """Aims of the whole programme, for which the text names no single cause: told, so that they are not missed among the gaps."""
    for outcome in survey.model.outcomes.values():
        if outcome.of_the_whole:
            yield survey.gap("whole", outcome)


def joint(survey: Survey) -> Iterator[Gap]:
    """Outcomes that the text says come of several measures together: told, so that they are not missed among the gaps."""
    for name, causes in survey.joint.items():
        if causes:
            names = listed(survey.model.nodes[cause].label for cause in causes)
            says = "together" if len(causes) > 1 else "together.one"
            yield survey.gap("together", survey.model.outcomes[name], causes, says=says, count=len(causes), names=names)


def _gap(
    survey: Survey,
    kind: GapKind,
    about: Entry,
    dropped: tuple[str, ...],
    others: tuple[str, ...] = (),
    *,
    says: str = "",
    names: str | Word = "",
) -> Gap:
    """A gap that is one only since something was dropped says so, and what."""
    if not dropped:
        return survey.gap(kind, about, others, says=says, names=names)
    return survey.gap(kind, about, others, says=f"{kind}.dropped", names=listed(dropped))


def _refs(barrier: Barrier) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*barrier.hinders, *barrier.about)))


FINDERS: Mapping[GapKind, Callable[[Survey], Iterator[Gap]]] = MappingProxyType(
    {
        "no_cause": no_cause,
        "single_arrow": single_arrow,
        "inferred_only": inferred_only,
        "bridge": bridge,
        "carrying": carrying,
        "no_user_outcome": no_user_outcome,
        "no_outcome": no_outcome,
        "unused_input": unused_input,
        "unaddressed": unaddressed,
        "assumption": assumption,
        "open_question": open_question,
        "whole": whole,
        "together": joint,
    }
)
"""What looks for each kind, in the order they are told."""

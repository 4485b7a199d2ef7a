"""What each entry of a model says of itself, in every reading: what questions and columns are held against."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from virkningskjede.model import (
    Activity,
    Ambiguity,
    Aside,
    Barrier,
    Context,
    LogicModel,
    Node,
    Outcome,
    Patch,
    Recruitment,
    Risk,
    TargetLimit,
    Who,
)
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.fields import SECTION_KINDS
from virkningskjede.model.values import EMPTY, STAGES, Bounds, Dose, Horizon, Level, Mode, Sentence, Status, When, naming, sentences
from virkningskjede.query.answer import Doubt, Ground

BESIDE = tuple(kind.name for kind in SECTION_KINDS.values() if kind.askable and not kind.stage)
"""The sections beside the chain whose entries have terms that can be asked for."""

Stated = Bounds | Dose | str
"""What an entry can state and a column can show: an amount, or one of the format's words."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What one entry says of itself in one reading.

    Attributes:
        stages: the section that it stands in; several only for an ambiguity that could stand at several.
        problem: whether it is something to be lowered: a problem in the context, a barrier, or an outcome that nobody wishes.
        limit: the limit of the target group that it is.
        recruitment: the recruitment, if it is that.
        at: the sentences that the reading rests on: the entry's own, unless the reading names others.
    """

    stages: tuple[str, ...]
    term: tuple[str, ...] = ()
    who: Who | None = None
    when: tuple[When, ...] = ()
    status: Status | None = None
    level: Level | None = None
    dose: Dose | None = None
    addresses: tuple[str, ...] = ()
    problem: bool = False
    limit: TargetLimit | None = None
    recruitment: Recruitment | None = None
    place: tuple[str, ...] = ()
    mode: tuple[Mode, ...] = ()
    horizon: Horizon | None = None
    risk: Risk | None = None
    unwanted: bool = False
    at: tuple[Sentence, ...] = ()

    @property
    def roles(self) -> Mapping[str, tuple[str, ...]]:
        """Who does what, by role."""
        part = self.who or self.recruitment
        return EMPTY if part is None else {field.key: getattr(part, field.name) for field in naming(type(part), "actor")}

    def stated(self, what: str) -> Stated | None:
        """What it says of a limit of the target group, of ``dose`` or of ``consent``."""
        if what == "dose":
            return self.dose
        if what == "consent":
            return self.recruitment.consent if self.recruitment is not None else None
        bounds: Bounds | None = getattr(self.limit, what, None)
        return bounds


@dataclass(frozen=True, slots=True)
class CodedElement:
    """Something in the model: its facts as coded, then in every other reading; None is its absence.

    Attributes:
        id: its id; parts of a model without one are called ``recruitment`` and ``whole``.
        at: its sentences, each with its source.
        doubt: why it could be otherwise: ``or``, ``ambiguity`` (coded absent), ``template`` (the template says it, the model does not).
    """

    id: str
    at: tuple[Sentence, ...]
    readings: tuple[Facts | None, ...]
    doubt: Doubt | None = None


class Pointed(NamedTuple):
    """Whether one of several elements is the thing: first as coded, then whether it could be otherwise; and those that are unsure."""

    readings: tuple[bool, ...]
    unsure: tuple[Ground, ...] = ()


def pointed(elements: Iterable[CodedElement], matches: Callable[[Facts], bool]) -> Pointed:
    """Whether one of the elements that something points at is the thing."""
    named = list(elements)
    readings = [[facts is not None and matches(facts) for facts in element.readings] for element in named]
    coded = any(flags[0] for flags in readings)
    could_differ = not any(all(flags) for flags in readings) if coded else any(any(flags) for flags in readings)
    if not could_differ:
        return Pointed((coded,))
    unsure = [(element, flags) for element, flags in zip(named, readings, strict=True) if len(set(flags)) > 1]
    return Pointed((coded, not coded), tuple(Ground(element.id, _places(element, flags), None, element.doubt) for element, flags in unsure))


def _places(element: CodedElement, flags: Sequence[bool]) -> tuple[Sentence, ...]:
    """The sentences of an element and of the readings in which it is another thing than as coded."""
    others = (facts for facts, flag in zip(element.readings, flags, strict=True) if facts is not None and flag != flags[0])
    return tuple(dict.fromkeys((*element.at, *(sentence for facts in others for sentence in facts.at))))


def unsure_targets(fits: Iterable[object], targets: Iterable[Pointed]) -> tuple[Ground, ...]:
    """The elements pointed at that make something unsure, where its own readings all say the same."""
    return tuple(dict.fromkeys(ground for target in targets for ground in target.unsure)) if len(set(fits)) == 1 else ()


def elements_of(model: LogicModel, vocabulary: Vocabulary | None) -> Iterator[CodedElement]:
    """The nodes of the chain, what hinders and helps, the open questions, and what could be seen as a node (``ambiguities``)."""
    for node in model.nodes.values():
        yield _element(node, node.stage, model)
    for section in BESIDE:
        entries: Mapping[str, Aside] = getattr(model, section)
        for entry in entries.values():
            yield _element(entry, section, model)
    for ambiguity in model.ambiguities.values():
        readings = (None, *(_imagined(ambiguity, patch, vocabulary, model.source) for patch in ambiguity.or_))
        yield CodedElement(ambiguity.id, sentences(ambiguity.at, model.source), readings, "ambiguity")


def limits_of(model: LogicModel, doubt: Doubt | None = None) -> Iterator[CodedElement]:
    """The limits of the target group."""
    for entry in model.target_group.values():
        readings = tuple(
            Facts(("target_group",), limit=limit, at=sentences(limit.at, model.source)) if limit is not None else None
            for limit in entry.readings()
        )
        yield CodedElement(entry.id, sentences(entry.at, model.source), readings, doubt or ("or" if entry.or_ else None))


def parts_without_id(model: LogicModel) -> Iterator[CodedElement]:
    """The recruitment, and the follow-up as a whole."""
    if model.recruitment is not None:
        facts = Facts(("recruitment",), recruitment=model.recruitment)
        yield CodedElement("recruitment", sentences(model.recruitment.at, model.source), (facts,))
    if model.dose is not None:
        yield CodedElement("whole", sentences(model.dose.at, model.source), (Facts(("whole",), dose=model.dose),))


def _element(entry: Node | Aside, section: str, model: LogicModel) -> CodedElement:
    at = sentences(entry.at, model.source)
    readings = (
        _facts(reading, section, at if reading.at is entry.at else sentences(reading.at, model.source)) if reading is not None else None
        for reading in entry.readings()
    )
    return CodedElement(entry.id, at, tuple(readings), "or" if entry.or_ else None)


def _facts(entry: Node | Aside, section: str, at: tuple[Sentence, ...]) -> Facts:
    if isinstance(entry, Aside):
        return Facts((section,), entry.term, problem=section == "barriers", risk=entry.risk if isinstance(entry, Barrier) else None, at=at)
    return Facts(
        (section,),
        entry.term,
        entry.who,
        entry.when,
        entry.status,
        entry.level if isinstance(entry, Outcome) else None,
        entry.dose,
        entry.addresses,
        (isinstance(entry, Context) and entry.kind == "problem") or (isinstance(entry, Outcome) and entry.unwanted),
        place=entry.place if isinstance(entry, Activity) else (),
        mode=entry.mode if isinstance(entry, Activity) else (),
        horizon=entry.horizon if isinstance(entry, Outcome) else None,
        unwanted=isinstance(entry, Outcome) and entry.unwanted,
        at=at,
    )


def _imagined(ambiguity: Ambiguity, patch: Patch, vocabulary: Vocabulary | None, source: str | None) -> Facts | None:
    """What another coder could see; where they do not say at which stage, wherever its terms can stand."""
    if patch.absent:
        return None
    stages: tuple[str, ...] = (ambiguity.stage,) if ambiguity.stage else ()
    if not stages and vocabulary is not None:
        stages = tuple(stage for term in patch.term if term in vocabulary.terms for stage in vocabulary.terms[term].stage)
    return Facts(
        stages or STAGES,
        patch.term,
        patch.who,
        patch.when,
        patch.status,
        patch.level,
        patch.dose,
        patch.addresses,
        patch.unwanted or patch.kind == "problem" or stages == ("barriers",),
        place=patch.place,
        mode=patch.mode,
        horizon=patch.horizon,
        risk=patch.risk,
        unwanted=patch.unwanted,
        at=sentences(patch.at, source),
    )

"""What hangs on boxes and arrows, as numbered marks with a key: barriers, enablers, assumptions and evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from virkningskjede.diagnostics import shorten
from virkningskjede.drawing.overlay import Anchor, PictureMark
from virkningskjede.drawing.scene import Scene
from virkningskjede.i18n import Lang, word, word_or
from virkningskjede.model import PARTS, Assumption, Barrier, Evidence, LogicModel
from virkningskjede.model.entries import Aside
from virkningskjede.model.fields import ASIDES, names_in
from virkningskjede.model.values import Finding, Sign, arrow_of
from virkningskjede.report.model_text import ModelText

SIGNS: Mapping[Finding, str] = {"supports": "+", "mixed": "±", "no_effect": "0", "contradicts": "−"}
"""What research found about an arrow, as one character each."""

UNWANTED = PictureMark("unwanted", "!")
"""On an effect that nobody wishes."""

POLARITY: Mapping[Sign, str] = {"minus": "−", "mixed": "±"}
"""The sign of an arrow that is no plus, as one character."""

LONGEST_ENTRY = 1_000
"""A line of the key is cut after this many characters."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a picture.

    Attributes:
        on: the marks on each node (by id) and each arrow (by its two ids).
        key: what each numbered mark stands for, in order.
    """

    on: Mapping[Anchor, tuple[PictureMark, ...]] = field(default_factory=dict)
    key: tuple[tuple[PictureMark, str], ...] = ()


def marks(scene: Scene) -> Marks:
    """The marks of a picture: what hinders, helps and is taken for granted, what research says, what can be read in other ways.

    What is laid over the picture has its marks first, and settles which of the model's own stay.
    """
    model, keeps = scene.model, scene.overlay.keeps
    on: dict[Anchor, dict[PictureMark, None]] = {}
    key: list[tuple[PictureMark, str]] = []
    for anchor, sign in scene.overlay.on.items():
        on.setdefault(anchor, {}).update(dict.fromkeys(sign.marks))
    for mark, text, anchors in (*_asides(model, scene.lang), *_evidence(scene)):
        if mark.kind in keeps:
            key.append((mark, shorten(text, LONGEST_ENTRY)))
            for anchor in anchors:
                on.setdefault(anchor, {})[mark] = None
    for mark, text, anchors in _together(scene):  # a view that leaves it out would show outcomes that nothing leads to
        key.append((mark, shorten(text, LONGEST_ENTRY)))
        for anchor in anchors:
            on.setdefault(anchor, {})[mark] = None
    for name, outcome in model.outcomes.items():
        if outcome.unwanted:
            on.setdefault(name, {})[UNWANTED] = None
    for link in model.links():  # a view that leaves it out would say the opposite
        if link.sign:
            on.setdefault(link.ends, {})[PictureMark("sign", POLARITY[link.sign])] = None
    for doubtful in _doubtful(model) if "doubt" in keeps else ():
        on.setdefault(doubtful, {})[PictureMark("doubt", "?")] = None
    return Marks({anchor: tuple(anchored) for anchor, anchored in on.items() if anchored}, tuple(key))


MarkEntry = tuple[PictureMark, str, list[Anchor]]


def _asides(model: LogicModel, lang: Lang) -> Iterator[MarkEntry]:
    wording = ModelText((model,), None, lang)
    assuming: dict[str, list[Anchor]] = {}
    for link in model.links():
        for name in link.assumes:
            assuming.setdefault(name, []).append(link.ends)
    for section in ASIDES:
        entries: Mapping[str, Aside] = getattr(model, section.name) if section.marked else {}
        letter = word_or(f"picture.letter.{section.one}", section.one.capitalize(), lang)
        for number, entry in enumerate(entries.values(), start=1):
            refs = tuple(name for _, name in names_in(entry, "part"))
            abouts = ", ".join(word(f"picture.about.{ref}", lang) for ref in dict.fromkeys(refs) if ref in PARTS)
            more = [abouts] if abouts else []
            more += [wording.value(0, "risk", entry.risk)] if isinstance(entry, Assumption | Barrier) and entry.risk else []
            text = f"{entry.label} ({'; '.join(more)})" if more else entry.label
            yield PictureMark(section.one, f"{letter}{number}"), text, [*_anchors(refs), *assuming.get(entry.id, ())]


def _together(scene: Scene) -> Iterator[MarkEntry]:
    """One mark on what several measures together lead to, and on those measures; where they are all that there are, on the outcome only."""
    nodes, wording = scene.model.nodes, ModelText((scene.model,), None, scene.lang)
    outcomes: dict[tuple[tuple[str, ...], str], list[str]] = {}
    for name, outcome in scene.model.outcomes.items():
        if outcome.cause is not None and outcome.of_several:
            outcomes.setdefault((outcome.cause.together, scene.overlay.sign(name).whose), []).append(name)
    for number, ((causes, whose), names) in enumerate(outcomes.items(), start=1):
        says = "all" if not causes else "one" if len(causes) == 1 else "of"
        labels = {"causes": wording.labels(0, causes) if causes else "", "outcomes": wording.labels(0, names)}
        text = word(f"picture.together.{says}", scene.lang, **labels)
        text = word("picture.together.whose", scene.lang, text=text, whose=whose) if whose else text
        mark = PictureMark("together", f"{word('picture.letter.together', scene.lang)}{number}")
        yield mark, text, [name for name in (*causes, *names) if name in nodes]


def _anchors(refs: Iterable[str]) -> Iterator[Anchor]:
    for ref in refs:
        arrow = arrow_of(ref)
        yield arrow.ends if arrow is not None else ref


def _evidence(scene: Scene) -> Iterator[MarkEntry]:
    arrows: dict[tuple[str, str], list[Anchor]] = {}
    for link in scene.model.links():
        if link.evidence:
            findings = dict.fromkeys(ground.finding for ground in link.evidence)
            text = "; ".join(_works(finding, link.evidence, scene) for finding in findings)
            text = text[:1].upper() + text[1:]
            arrows.setdefault(("".join(SIGNS[finding] for finding in findings), text), []).append(link.ends)
    for number, ((signs, text), anchors) in enumerate(arrows.items(), start=1):
        yield PictureMark("evidence", f"{word('picture.letter.evidence', scene.lang)}{number} {signs}"), text, anchors


def _works(finding: Finding, evidence: tuple[Evidence, ...], scene: Scene) -> str:
    through: dict[str, dict[str, None]] = {}
    for ground in evidence:
        if ground.finding == finding:
            for ref in ground.refs:
                terms = through.setdefault(scene.work(ref), {})
                if ground.via is not None:
                    terms[scene.term(ground.via)] = None
    label = f"{word(f'picture.finding.{finding}', scene.lang)} ({SIGNS[finding]})"
    works = ", ".join(f"{work} [{', '.join(terms)}]" if terms else work for work, terms in through.items())
    return f"{label}: {works}" if works else label


def _doubtful(model: LogicModel) -> Iterator[Anchor]:
    for node in model.nodes.values():
        if node.or_:
            yield node.id
        yield from (link.ends for link in node.leads_to if link.or_)

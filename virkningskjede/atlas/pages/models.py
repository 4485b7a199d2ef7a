"""A page for each model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from virkningskjede.analysis.coverage import elsewhere
from virkningskjede.analysis.criteria.report import cell
from virkningskjede.analysis.criteria.report.cells import anchor
from virkningskjede.analysis.criteria.report.grounds import Grounds
from virkningskjede.analysis.show import counts
from virkningskjede.atlas import addresses
from virkningskjede.atlas.documents import part, table
from virkningskjede.atlas.drawings import Pictures, file_of, inline, progress_of
from virkningskjede.atlas.material import Material
from virkningskjede.atlas.pages.page import Page, SearchEntry
from virkningskjede.atlas.parts import Fact, LinkedText, ModelParts, PartText, places_of
from virkningskjede.i18n import word
from virkningskjede.model import SECTIONS, Entry, LogicModel
from virkningskjede.model.values import STAGES, locators
from virkningskjede.report import Spot, Table, amounts
from virkningskjede.report.names import section_name, source_section

BESIDE = tuple(section for section in SECTIONS if section not in (*STAGES, "target_group", "open_questions"))
"""The sections that stand beside the chain and have no place of their own on the page."""


@dataclass(frozen=True, slots=True)
class SectionParts:
    """A section of a model in words."""

    key: str
    title: str
    parts: tuple[PartText, ...]


@dataclass(frozen=True, slots=True)
class Lack:
    """A gap: what it is, what it is about, and where that stands."""

    sentence: str
    about: tuple[LinkedText, ...]
    at: tuple[LinkedText, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What the source also says of the model: in which section it does not stand, and each entry with its places."""

    about: str
    entries: tuple[tuple[LinkedText, tuple[LinkedText, ...]], ...]


def pages(material: Material, pictures: Pictures) -> Iterator[Page]:
    """The pages, in the order of the models."""
    for model in material.portfolio.values():
        yield _page(model, material, pictures)


def _page(model: LogicModel, material: Material, pictures: Pictures) -> Page:
    lang = material.lang
    parts = ModelParts(model, material)
    name = f"model-{model.id}"
    drawn, charted = pictures.get(name), pictures.get(f"progress-{model.id}")
    adherence = material.template_diffs.get(model.id)
    values = {
        "model": model,
        "kind": word(f"atlas.kind.{model.kind}", lang),
        "facts": tuple(_facts(model, material)),
        "counts": word("atlas.counts", lang, counts=counts(model, lang)),
        "picture": inline(drawn, link=lambda element: f"#{addresses.element(element)}") if isinstance(drawn, bytes) else None,
        "picture_file": file_of(name),
        "not_drawn": str(drawn) if drawn is not None and not isinstance(drawn, bytes) else "",
        "users": parts.parts("target_group"),
        "recruitment": parts.recruitment(),
        "whole": parts.whole(),
        "stages": tuple(_sections(parts, STAGES)),
        "beside": tuple(_sections(parts, BESIDE)),
        "elsewhere": _elsewhere(model, material, parts),
        "questions": parts.parts("open_questions"),
        "verdicts": tuple(_verdicts(model, material)),
        "progress": _progress(model, material),
        "progress_picture": inline(charted) if isinstance(charted, bytes) else None,
        "progress_file": file_of(f"progress-{model.id}"),
        "gaps": tuple(_gaps(model, material, parts)),
        "adherence": part(adherence.report().document(lang).blocks, down=2) if adherence is not None else None,
        "pairs": tuple(_pairs(model, material)),
    }  # fmt: skip
    file = addresses.model_page(model.id)
    entries = (
        SearchEntry(model.name, parts.label(entry), _terms(entry, parts), f"{file}#{addresses.element(entry.id)}")
        for _, entry in model.entries()
    )
    own = SearchEntry(word(f"atlas.kind.{model.kind}", lang), model.name, f"{model.id} {model.follows or ''}".strip(), file)
    return Page(file, model.name, "model.html", values, (own, *entries))


def _terms(entry: Entry, parts: ModelParts) -> str:
    """What an entry is coded as, so that the search finds it by that too."""
    return " ".join([entry.id, *(piece.text for piece in parts.terms(getattr(entry, "term", ())))])


def _facts(model: LogicModel, material: Material) -> Iterator[Fact]:
    lang, works = material.lang, material.shared.references.references
    if model.follows:
        template = material.portfolio.get(model.follows)
        piece = LinkedText(template.name, addresses.model_page(template.id)) if template else LinkedText(model.follows)
        yield Fact(word("show.follows", lang), (piece,))
    if model.source:
        work = works[model.source].short() if model.source in works else model.source
        yield Fact(word("show.source", lang), (LinkedText(work, addresses.anchored("sources.html", f"work-{model.source}")),))
    if model.as_of:
        yield Fact(word("show.as_of", lang), (LinkedText(amounts.date(model.as_of, lang)),))
    if model.note:
        yield Fact(word("atlas.note", lang), (LinkedText(model.note),))


def _sections(model_parts: ModelParts, names: tuple[str, ...]) -> Iterator[SectionParts]:
    for name in names:
        parts = model_parts.parts(name)
        if parts:
            yield SectionParts(name, section_name(name, model_parts.lang), parts)


def _elsewhere(model: LogicModel, material: Material, parts: ModelParts) -> Elsewhere | None:
    """What the source says of the model outside the section that describes it; None where there is no such thing."""
    outside = elsewhere(model)
    if outside is None or not outside.entries:
        return None
    segments = material.shared.segments.get(model.source or "")
    section = segments.sections.get(outside.section) if segments else None
    return Elsewhere(
        word("atlas.elsewhere.about", material.lang, section=source_section(outside.section, section.heading if section else None)),
        tuple((parts.reference(name), places_of(places, material)) for name, places in outside.entries),
    )


def _verdicts(model: LogicModel, material: Material) -> Iterator[Markup]:
    """A table for each set that speaks of the model: the verdict, and its grounds in sentences."""
    lang, check = material.lang, material.judged(model=model.id)
    grounds = Grounds(check, lang)
    headers = (word("check.criterion", lang), word("check.verdict", lang), word("check.reason", lang))
    compared = {other.id for other in material.compared}
    for criteria in check.sets:
        links: dict[Spot, str] = {}
        kinds: dict[Spot, str] = {}
        rows: list[tuple[str, ...]] = []
        for verdict in (verdict for verdict in check.results if verdict.criteria == criteria.id):
            label = criteria.criteria[verdict.criterion].label.in_(lang)
            spot = addresses.criteria_page(criteria.id)
            links[len(rows), 0] = f"{spot}#criterion-{verdict.criterion}"
            if model.id in compared:
                links[len(rows), 1] = f"{spot}#{anchor(verdict)}"
            kinds[len(rows), 1] = f"verdict {verdict.verdict}"
            rows.append((label, cell(verdict.verdict, verdict.possible, lang), grounds.sentences(verdict)))
        if rows:
            yield table(Table(headers, tuple(rows), criteria.title.in_(lang), links=links, kinds=kinds))


def _progress(model: LogicModel, material: Material) -> Markup | None:
    """How far the indicators that start somewhere or are to come somewhere have come; None where the model has none of these."""
    own = progress_of(model, material)
    if own is None:
        return None
    _, *blocks = own.report().document(material.lang).blocks  # the page has its own heading
    return part(blocks, name=word("progress.title", material.lang))


def _gaps(model: LogicModel, material: Material, parts: ModelParts) -> Iterator[tuple[str, tuple[Lack, ...]]]:
    """What the description is silent on, kind by kind."""
    for kind in material.gaps.kinds:
        gaps = tuple(
            Lack(
                gap.message(material.lang),
                tuple(parts.reference(element) for element in gap.elements[:1]),
                places_of(locators(gap.at, model.source), material),
            )
            for gap in material.gaps.of(model.id, kind)
        )
        if gaps:
            yield word(f"kind.{kind}", material.lang), gaps


def _pairs(model: LogicModel, material: Material) -> Iterator[LinkedText]:
    """The comparisons with each of the other compared models."""
    for a, b in material.diffs:
        if model.id in (a, b):
            other = b if model.id == a else a
            yield LinkedText(material.names[other], addresses.pair_page(a, b))

"""What everything rests on: the sources section by section, and the list of references."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from virkningskjede.analysis.coverage import Citation, SectionAccount, SentenceAccount
from virkningskjede.analysis.coverage import report as accounts
from virkningskjede.analysis.criteria import CriteriaSet
from virkningskjede.atlas import addresses
from virkningskjede.atlas.bibliography import bibliography
from virkningskjede.atlas.documents import table
from virkningskjede.atlas.drawings import Pictures
from virkningskjede.atlas.material import Material
from virkningskjede.atlas.pages.page import Page, SearchEntry
from virkningskjede.atlas.parts import SOURCES, LinkedText
from virkningskjede.diagnostics import path_text
from virkningskjede.i18n import counted, word
from virkningskjede.model import SECTIONS, Link, LogicModel
from virkningskjede.report.model_text import ModelText
from virkningskjede.report.names import source_section


@dataclass(frozen=True, slots=True)
class SentenceText:
    """A sentence, by its number, and what rests on it, or why nothing does."""

    anchor: str
    number: int
    by: tuple[tuple[str, tuple[LinkedText, ...]], ...]
    reason: str


@dataclass(frozen=True, slots=True)
class SectionText:
    """A section of a source with its sentences."""

    anchor: str
    title: str
    counts: str
    sentences: tuple[SentenceText, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A source: the table of its sections, and each section."""

    id: str
    title: str
    rule: str
    table: Markup
    sections: tuple[SectionText, ...]


def pages(material: Material, _: Pictures) -> Iterator[Page]:
    """The page of sources and references."""
    lang = material.lang
    sources = tuple(_source(name, material) for name in material.coverage.sources)
    works = bibliography(material.shared.references.references, lang)
    if not sources and not works:
        return
    notes = accounts.notes(material.coverage, lang)
    kind = word("atlas.work", lang)
    entries = tuple(
        SearchEntry(kind, work.text.striptags(), f"{work.key} {work.note}", addresses.anchored(SOURCES, f"work-{work.key}"))
        for work in works
    )
    values = {"sources": sources, "works": works, "notes": notes}
    yield Page(SOURCES, word("atlas.sources", lang), "sources.html", values, entries, menu=word("atlas.sources", lang))


def _source(name: str, material: Material) -> Source:
    lang, narrowed = material.lang, material.coverage.narrowed([name])
    work = material.shared.references.references.get(name)
    segments = material.shared.segments.get(name)
    (account,) = accounts.tables(narrowed, lang=lang)
    return Source(
        name,
        (work.title or work.short()) if work else name,
        segments.rule.in_(lang) if segments else "",
        table(account),
        tuple(_section(section, material) for section in narrowed.sections),
    )


def _section(section: SectionAccount, material: Material) -> SectionText:
    everything = counted("account.sentences", section.segments).in_(material.lang)
    numbers = {"all": everything, "cited": len(section.cited), "tested": len(section.tested)}
    counts = word("atlas.section.counts", material.lang, **numbers, aside=len(section.set_aside), left=len(section.uncited))
    title = source_section(section.section, section.heading)
    sentences = tuple(_sentence(section, sentence, material) for sentence in section.sentences)
    return SectionText(addresses.section(section.source, section.section), title, counts, sentences)


def _sentence(section: SectionAccount, sentence: SentenceAccount, material: Material) -> SentenceText:
    lang = material.lang
    anchor = addresses.sentence(section.source, section.section, sentence.number)
    by: dict[str, dict[LinkedText, None]] = {}
    for citation in sentence.by:
        owner, piece = _by(citation, material)
        by.setdefault(owner, {})[piece] = None
    by_owner = tuple((owner, tuple(pieces)) for owner, pieces in by.items())
    return SentenceText(anchor, sentence.number, by_owner, "; ".join(accounts.reasons(sentence, lang)))


def _by(citation: Citation, material: Material) -> tuple[str, LinkedText]:
    """Whose it is that rests on a sentence, and what it is, with a link where it has a place in the atlas."""
    owner, lang = citation.owner, material.lang
    if citation.kind == "model" and owner in material.portfolio:
        return material.names[owner], _in_model(citation, material.portfolio[owner], material)
    name = str(citation.path[1]) if len(citation.path) > 1 else ""
    for criteria in material.check.sets if citation.kind == "criteria" else ():
        if criteria.id == owner:
            return criteria.title.in_(lang), _in_set(name, criteria, material)
    for claims in material.claims if citation.kind == "claims" else ():
        if claims.file.id == owner and citation.path[0] == "claims" and name in claims.file.claims:
            statement = claims.file.claims[name].statement.in_(lang)
            return claims.file.title.in_(lang), LinkedText(statement, f"{addresses.claims_page(owner)}#{name}")
        if claims.file.id == owner and name in claims.file.recommendations:
            statement = claims.file.recommendations[name].statement.in_(lang)
            return claims.file.title.in_(lang), LinkedText(statement, f"{addresses.claims_page(owner)}#recommendation-{name}")
    for matrix in material.matrices if citation.kind == "comparison" else ():
        if matrix.comparison.id == owner:
            column = matrix.comparison.columns.get(name)
            label = column.label.in_(lang) if column is not None else word("atlas.table.itself", lang)
            return matrix.comparison.title.in_(lang), LinkedText(label, addresses.table_page(owner))
    for concordance in material.concordances if citation.kind == "assessments" else ():
        if concordance.assessments.id == owner and name in concordance.assessments.assessments:
            judged = concordance.assessments.assessments[name]
            labels = (
                criteria_set.criteria[judged.criterion].label.in_(lang)
                for criteria_set in material.check.sets
                if criteria_set.id == judged.criteria
            )
            return concordance.assessments.title.in_(lang), LinkedText(next(labels, name), addresses.concordance_page(owner))
    return owner, LinkedText(path_text(citation.path) or owner)


def _in_model(citation: Citation, model: LogicModel, material: Material) -> LinkedText:
    """A part of a model."""
    if isinstance(citation.part, Link):
        ends = [model.nodes[end].label if end in model.nodes else end for end in citation.part.ends]
        return LinkedText(" → ".join(ends), addresses.of_element(model.id, citation.part.arrow), model.lang)
    section, name = (*map(str, citation.path[:2]), "", "")[:2]
    entry = getattr(model, section).get(name) if section in SECTIONS else None
    if entry is not None:
        label = ModelText((model,), material.shared.vocabulary, material.lang).entry(entry)
        return LinkedText(label, addresses.of_element(model.id, entry.id), model.lang)
    if section == "recruitment":
        return LinkedText(word("section.recruitment", material.lang), addresses.of_element(model.id, section))
    if section == "dose":
        return LinkedText(word("section.dose", material.lang), addresses.of_element(model.id, "whole"))
    return LinkedText(word("atlas.model.itself", material.lang), addresses.model_page(model.id))


def _in_set(name: str, criteria: CriteriaSet, material: Material) -> LinkedText:
    """A criterion, or the set as a whole."""
    page = addresses.criteria_page(criteria.id) if material.judged(criteria=criteria.id).results else ""
    if name in criteria.criteria:
        return LinkedText(criteria.criteria[name].label.in_(material.lang), page and f"{page}#criterion-{name}")
    return LinkedText(word("atlas.set.itself", material.lang), page)

"""What research asks for: each set with its verdicts, each criterion with its source and every model's grounds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from virkningskjede.analysis.criteria import JUDGEMENTS, Check, Concordance, CriteriaSet, Verdict
from virkningskjede.analysis.criteria import report as verdicts
from virkningskjede.analysis.criteria.report.cells import anchor
from virkningskjede.analysis.criteria.report.grounds import Grounds
from virkningskjede.analysis.criteria.report.matrix import needs_people, set_tables
from virkningskjede.atlas import addresses
from virkningskjede.atlas.documents import part, table
from virkningskjede.atlas.drawings import Pictures
from virkningskjede.atlas.material import Material
from virkningskjede.atlas.pages.page import Page, SearchEntry
from virkningskjede.atlas.parts import LinkedText, places_of
from virkningskjede.i18n import word
from virkningskjede.model.values import ends_of, locators
from virkningskjede.report import Spot, Table
from virkningskjede.report.grid import by_template


@dataclass(frozen=True, slots=True)
class ModelVerdict:
    """What one model says to a criterion."""

    anchor: str
    model: LinkedText
    verdict: str
    label: str
    grounds: str
    elements: tuple[LinkedText, ...]


@dataclass(frozen=True, slots=True)
class CriterionText:
    """A criterion: what it asks, where it is from, and what each model says to it."""

    id: str
    label: str
    question: str
    rationale: str
    text: str
    sources: tuple[LinkedText, ...]
    at: tuple[LinkedText, ...]
    verdicts: tuple[ModelVerdict, ...]


def pages(material: Material, _: Pictures) -> Iterator[Page]:
    """The overview, and a page for each set that speaks of any of the compared models."""
    checks = [material.judged(criteria=criteria_set.id) for criteria_set in material.check.sets]
    checks = [check for check in checks if check.results]
    if not checks:
        return
    lang = material.lang
    judgements = [judgement for judgement in reversed(JUDGEMENTS) if judgement != "not_decidable" or any(map(needs_people, checks))]
    rows: list[tuple[str, ...]] = []
    links: dict[Spot, str] = {}
    for check in checks:
        criteria = check.sets[0]
        counted = Counter(verdict.verdict for verdict in check.results)
        links[len(rows), 0] = f"{addresses.criteria_page(criteria.id)}#page_content"
        models = len({verdict.model for verdict in check.results})
        counts = (str(counted[judgement]) for judgement in judgements)
        rows.append((criteria.title.in_(lang), str(len(criteria.criteria)), str(models), *counts))
    keys = ("check.set", "atlas.criteria", "atlas.models")
    headers = (*(word(key, lang) for key in keys), *(word(f"verdict.{judgement}", lang).capitalize() for judgement in judgements))
    overview = table(Table(headers, tuple(rows), notes=(word("verdict.legend", lang),), links=links), word("atlas.criteria", lang))
    reports = tuple(
        LinkedText(concordance.assessments.title.in_(lang), addresses.concordance_page(concordance.assessments.id))
        for concordance in material.concordances
    )
    values = {"overview": overview, "reports": reports}
    yield Page("criteria.html", word("atlas.criteria", lang), "criteria.html", values, menu=word("atlas.criteria", lang))
    for check in checks:
        yield _of_set(check, check.sets[0], material)
    for concordance in material.concordances:
        yield _own_verdicts(concordance, material)


def _of_set(check: Check, criteria: CriteriaSet, material: Material) -> Page:
    lang = material.lang
    grounds = Grounds(check, lang)
    title = criteria.title.in_(lang)
    file = addresses.criteria_page(criteria.id)
    criteria_texts = tuple(_criterion(name, check, criteria, grounds, material) for name in criteria.criteria)
    values = {
        "title": title,
        "sources": _works(criteria.ref, material),
        "at": places_of(locators(criteria.at, criteria.source), material),
        "vintage": word("check.vintage", lang, year=criteria.vintage) if criteria.vintage else "",
        "text": word(f"check.text.{criteria.text}", lang) if criteria.text else "",
        "matrix": _matrix(check, grounds, material),
        "criteria": criteria_texts,
    }
    kind = word("atlas.criterion", lang)
    entries = (SearchEntry(kind, criterion.label, title, f"{file}#criterion-{criterion.id}") for criterion in criteria_texts)
    return Page(file, title, "set.html", values, (SearchEntry(word("check.set", lang), title, criteria.id, file), *entries))


def _matrix(check: Check, grounds: Grounds, material: Material) -> Markup:
    """The verdicts of a set, each with a link to its grounds."""
    (set_table,) = set_tables(check, lang=material.lang)
    links = {spot: f"#{anchor(verdict)}" for spot, verdict in set_table.verdicts.items()}
    links |= {(row, 0): f"#criterion-{name}" for row, name in enumerate(set_table.rows)}
    models = by_template([model for model in check.models if set_table.criteria.applies_to(model)])
    links |= {(-1, column): f"{addresses.model_page(model.id)}#page_content" for column, model in enumerate(models, start=1)}
    hints = {spot: grounds.sentences(verdict) for spot, verdict in set_table.verdicts.items()}
    return table(replace(set_table.table, links=links, hints=hints))


def _own_verdicts(concordance: Concordance, material: Material) -> Page:
    """A report's own verdicts beside ours."""
    title = concordance.assessments.title.in_(material.lang)
    file = addresses.concordance_page(concordance.assessments.id)
    body = part(concordance.report(explain=True).document(material.lang).blocks, name=title)
    entry = SearchEntry(word("atlas.criteria", material.lang), title, concordance.assessments.id, file)
    return Page(file, title, "concordance.html", {"body": body}, (entry,))


def _criterion(name: str, check: Check, criteria: CriteriaSet, grounds: Grounds, material: Material) -> CriterionText:
    criterion, lang = criteria.criteria[name], material.lang
    return CriterionText(
        name,
        criterion.label.in_(lang),
        criterion.question.in_(lang) if criterion.question else "",
        criterion.rationale.in_(lang) if criterion.rationale else "",
        word(f"check.text.{criterion.text}", lang) if criterion.text else "",
        _works(criterion.ref, material),
        places_of(locators(criterion.at, criteria.source), material),
        tuple(_model_verdict(verdict, grounds, material) for verdict in check.results if verdict.criterion == name),
    )


def _model_verdict(verdict: Verdict, grounds: Grounds, material: Material) -> ModelVerdict:
    model = material.portfolio[verdict.model]
    elements = []
    for ground in verdict.grounds:
        home = model.follows if ground.doubt == "template" and model.follows else model.id
        # What several lead to together is no arrow of the page: it is told with the outcome.
        element = ends_of(ground.element)[-1] if ground.joint else ground.element
        elements.append(LinkedText(grounds.label(ground, model), addresses.of_element(home, element)))
    return ModelVerdict(
        anchor(verdict),
        LinkedText(material.names[model.id], addresses.model_page(model.id)),
        verdict.verdict,
        verdicts.cell(verdict.verdict, verdict.possible, material.lang).replace("\n", " "),
        grounds.sentences(verdict),
        tuple(dict.fromkeys(elements)),
    )


def _works(refs: tuple[str, ...], material: Material) -> tuple[LinkedText, ...]:
    works = material.shared.references.references
    return tuple(
        LinkedText(works[ref].short(), addresses.anchored("sources.html", f"work-{ref}")) if ref in works else LinkedText(ref)
        for ref in refs
    )

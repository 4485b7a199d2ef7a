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
from virkningskjede.analysis.criteria.report.matrix import set_tables
from virkningskjede.atlas import addresses
from virkningskjede.atlas.documents import part, table
from virkningskjede.atlas.drawings import Pictures
from virkningskjede.atlas.material import Material
from virkningskjede.atlas.pages.page import Found, Page
from virkningskjede.atlas.telling import Piece, places_of
from virkningskjede.i18n import word
from virkningskjede.model.values import locators
from virkningskjede.report import Spot, Table


@dataclass(frozen=True, slots=True)
class Judged:
    """What one model says to a criterion."""

    anchor: str
    model: Piece
    verdict: str
    said: str
    grounds: str
    elements: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A criterion: what it asks, where it is from, and what each model says to it."""

    id: str
    label: str
    question: str
    rationale: str
    sources: tuple[Piece, ...]
    at: tuple[Piece, ...]
    judged: tuple[Judged, ...]


def pages(material: Material, _: Pictures) -> Iterator[Page]:
    """The overview, and a page for each set that speaks of any of the compared models."""
    checks = [material.judged(criteria=each.id) for each in material.check.sets]
    checks = [check for check in checks if check.results]
    if not checks:
        return
    lang = material.lang
    rows: list[tuple[str, ...]] = []
    links: dict[Spot, str] = {}
    for check in checks:
        criteria = check.sets[0]
        counted = Counter(each.verdict for each in check.results)
        links[len(rows), 0] = f"{addresses.criteria_page(criteria.id)}#page_content"
        models = len({each.model for each in check.results})
        counts = (str(counted[each]) for each in reversed(JUDGEMENTS))
        rows.append((criteria.title.in_(lang), str(len(criteria.criteria)), str(models), *counts))
    keys = ("check.set", "atlas.criteria", "atlas.models")
    headers = (*(word(key, lang) for key in keys), *(word(f"verdict.{each}", lang).capitalize() for each in reversed(JUDGEMENTS)))
    overview = table(Table(headers, tuple(rows), notes=(word("verdict.legend", lang),), links=links), word("atlas.criteria", lang))
    reports = tuple(
        Piece(each.assessments.title.in_(lang), addresses.concordance_page(each.assessments.id)) for each in material.concordances
    )
    values = {"overview": overview, "reports": reports}
    yield Page("criteria.html", word("atlas.criteria", lang), "criteria.html", values, menu=word("atlas.criteria", lang))
    for check in checks:
        yield _of_set(check, check.sets[0], material)
    for held in material.concordances:
        yield _own_verdicts(held, material)


def _of_set(check: Check, criteria: CriteriaSet, material: Material) -> Page:
    lang = material.lang
    grounds = Grounds(check, lang)
    title = criteria.title.in_(lang)
    file = addresses.criteria_page(criteria.id)
    asked = tuple(_asked(name, check, criteria, grounds, material) for name in criteria.criteria)
    values = {
        "title": title,
        "sources": _works(criteria.ref, material),
        "at": places_of(locators(criteria.at, criteria.source), material),
        "matrix": _matrix(check, grounds, material),
        "asked": asked,
    }
    kind = word("atlas.criterion", lang)
    found = (Found(kind, each.label, title, f"{file}#criterion-{each.id}") for each in asked)
    return Page(file, title, "set.html", values, (Found(word("check.set", lang), title, criteria.id, file), *found))


def _matrix(check: Check, grounds: Grounds, material: Material) -> Markup:
    """The verdicts of a set, each with a link to its grounds."""
    (set_table,) = set_tables(check, lang=material.lang)
    links = {spot: f"#{anchor(verdict)}" for spot, verdict in set_table.verdicts.items()}
    links |= {(row, 0): f"#criterion-{name}" for row, name in enumerate(set_table.criteria.criteria)}
    models = (model for model in check.models if set_table.criteria.applies_to(model))
    links |= {(-1, column): f"{addresses.model_page(model.id)}#page_content" for column, model in enumerate(models, start=1)}
    hints = {spot: grounds.sentences(verdict) for spot, verdict in set_table.verdicts.items()}
    kinds = {spot: f"{verdict.verdict}{'' if verdict.sure else ' unsure'}" for spot, verdict in set_table.verdicts.items()}
    return table(replace(set_table.table, links=links, hints=hints, kinds=kinds))


def _own_verdicts(held: Concordance, material: Material) -> Page:
    """A report's own verdicts beside ours."""
    title = held.assessments.title.in_(material.lang)
    file = addresses.concordance_page(held.assessments.id)
    body = part(held.report(explain=True).document(material.lang).blocks, name=title)
    found = Found(word("atlas.criteria", material.lang), title, held.assessments.id, file)
    return Page(file, title, "concordance.html", {"body": body}, (found,))


def _asked(name: str, check: Check, criteria: CriteriaSet, grounds: Grounds, material: Material) -> Asked:
    criterion, lang = criteria.criteria[name], material.lang
    return Asked(
        name,
        criterion.label.in_(lang),
        criterion.question.in_(lang) if criterion.question else "",
        criterion.rationale.in_(lang) if criterion.rationale else "",
        _works(criterion.ref, material),
        places_of(locators(criterion.at, criteria.source), material),
        tuple(_judged(each, grounds, material) for each in check.results if each.criterion == name),
    )


def _judged(verdict: Verdict, grounds: Grounds, material: Material) -> Judged:
    model = material.portfolio[verdict.model]
    elements = []
    for ground in verdict.grounds:
        home = model.follows if ground.doubt == "template" and model.follows else model.id
        elements.append(Piece(grounds.label(ground, model), addresses.of_element(home, ground.element)))
    return Judged(
        anchor(verdict),
        Piece(material.names[model.id], addresses.model_page(model.id)),
        verdict.verdict,
        verdicts.cell(verdict.verdict, verdict.possible, material.lang).replace("\n", " "),
        grounds.sentences(verdict),
        tuple(dict.fromkeys(elements)),
    )


def _works(refs: tuple[str, ...], material: Material) -> tuple[Piece, ...]:
    works = material.shared.references.references
    return tuple(
        Piece(works[ref].short(), addresses.anchored("sources.html", f"work-{ref}")) if ref in works else Piece(ref) for ref in refs
    )

"""The grounds of every verdict: model by model for a terminal; for a page criterion by criterion, where the cells of a table lead."""

from __future__ import annotations

from collections.abc import Iterator

from virkningskjede.analysis.criteria import Check, CriteriaSet, Verdict
from virkningskjede.analysis.criteria.report.cells import anchor
from virkningskjede.analysis.criteria.report.grounds import Grounds
from virkningskjede.analysis.criteria.report.matrix import head
from virkningskjede.i18n import Lang, word
from virkningskjede.report import Block, Heading, Paragraph, Passage
from virkningskjede.report.grid import by_template
from virkningskjede.report.names import names_of, titles_of


def by_model(check: Check, lang: Lang) -> Iterator[Block]:
    """The grounds of every verdict, model by model and set by set."""
    grounds, titles = Grounds(check, lang), titles_of(check.models)
    for model in by_template(check.models):
        verdicts = [verdict for verdict in check.results if verdict.model == model.id]
        if verdicts:
            yield Heading(head(model, check, lang, titles[model.id]))
        for criteria in check.sets:
            of_set = [verdict for verdict in verdicts if verdict.criteria == criteria.id]
            if of_set:
                yield Heading(_from(criteria, check, lang), 3)
            yield from (_entry(verdict, criteria, grounds) for verdict in of_set)


def _entry(verdict: Verdict, criteria: CriteriaSet, grounds: Grounds) -> Passage:
    question = criteria.criteria[verdict.criterion].question
    lead = [question.in_(grounds.lang)] if question else []
    account = map(Paragraph, (*lead, grounds.sentences(verdict)))
    return Passage(_criterion(criteria, verdict.criterion, grounds.lang), tuple(account), level=4)


def by_criterion(check: Check, lang: Lang) -> Iterator[Block]:
    """The grounds of every verdict, set by set and criterion by criterion, each with its `anchor`."""
    grounds = Grounds(check, lang)
    names = names_of(check.models)
    order = {model.id: place for place, model in enumerate(by_template(check.models))}
    for criteria in check.sets:
        of_set = sorted((verdict for verdict in check.results if verdict.criteria == criteria.id), key=lambda verdict: order[verdict.model])
        if of_set:
            yield Heading(_from(criteria, check, lang))
        for name, criterion in criteria.criteria.items():
            verdicts = [verdict for verdict in of_set if verdict.criterion == name]
            if verdicts:
                yield Heading(_criterion(criteria, name, lang), 3)
                yield from (Paragraph(text.in_(lang)) for text in (criterion.question, criterion.rationale) if text)
            yield from (Paragraph(grounds.sentences(verdict), names[verdict.model], anchor(verdict)) for verdict in verdicts)


def _from(criteria: CriteriaSet, check: Check, lang: Lang) -> str:
    """The set's title, whose work it is, and where it was read."""
    works = check.project.references.references
    parts = [criteria.title.in_(lang), *(works[ref].short() if ref in works else ref for ref in criteria.ref)]
    if criteria.source:
        parts.append(word("check.read_in", lang, source=criteria.source, at=", ".join(criteria.at)))
    parts += [word("check.vintage", lang, year=criteria.vintage)] if criteria.vintage else []
    parts += [word(f"check.text.{criteria.text}", lang)] if criteria.text else []
    return " · ".join(parts)


def _criterion(criteria: CriteriaSet, name: str, lang: Lang) -> str:
    criterion = criteria.criteria[name]
    text = [word(f"check.text.{criterion.text}", lang)] if criterion.text else []
    beside = [*text, *([", ".join(criterion.at)] if criterion.at else [])]
    return f"{criterion.label.in_(lang)} ({'; '.join(beside)})" if beside else criterion.label.in_(lang)

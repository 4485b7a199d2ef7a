"""The grounds of every verdict, as text and as HTML that the cells of a table lead to."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from virkningskjede.catalogue import Lang, visible, word
from virkningskjede.criteria import Check, CriteriaSet, Verdict
from virkningskjede.rendering.grounds import Grounds
from virkningskjede.rendering.names import names_of
from virkningskjede.rendering.tables import html_text
from virkningskjede.rendering.verdicts.matrix import head


def explanation(check: Check, *, lang: Lang = "nb", width: int = 80) -> str:
    """The grounds of every verdict as text, model by model and set by set."""
    if not check.results:
        return word("check.nothing", lang) + "\n"
    grounds = Grounds(check, lang)
    lines: list[str] = []
    for model in check.models:
        for criteria in (each for each in check.sets if each.applies_to(model)):
            lines += [*wrapped(head(model, lang), width), *wrapped(_from(criteria, check, lang), width), ""]
            for each in check.results:
                if each.model == model.id and each.criteria == criteria.id:
                    lines += [*_explained(each, criteria, grounds, width), ""]
    return visible("\n".join(lines))


def _from(criteria: CriteriaSet, check: Check, lang: Lang) -> str:
    """The set's title, whose work it is, and where it was read."""
    works = check.project.references.references
    said = [criteria.title.in_(lang), *(works[ref].short() if ref in works else ref for ref in criteria.ref)]
    if criteria.source:
        said.append(word("check.read_in", lang, source=criteria.source, at=", ".join(criteria.at)))
    return " · ".join(said)


def _explained(verdict: Verdict, criteria: CriteriaSet, grounds: Grounds, width: int) -> Iterator[str]:
    yield from wrapped(_criterion(criteria, verdict.criterion, grounds.lang), width)
    asked = criteria.criteria[verdict.criterion].question
    said = [asked.in_(grounds.lang)] if asked else []
    for text in (*said, grounds.sentences(verdict)):
        yield from wrapped(text, width, "  ")


def _criterion(criteria: CriteriaSet, name: str, lang: Lang) -> str:
    criterion = criteria.criteria[name]
    at = f" ({', '.join(criterion.at)})" if criterion.at else ""
    return f"{criterion.label.in_(lang)}{at}"


def wrapped(text: str, width: int, indent: str = "", after: str | None = None) -> list[str]:
    """The text as lines that fit the width, indented; those after the first may be indented otherwise."""
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent if after is None else after, break_on_hyphens=False)


def anchor(verdict: Verdict) -> str:
    """The name of the place on a page where a verdict is explained. Ids have no dot, so that no two verdicts share one."""
    return f"{verdict.criteria}.{verdict.criterion}.{verdict.model}"


def explanation_html(check: Check, *, lang: Lang = "nb") -> str:
    """The grounds of every verdict in HTML, set by set and criterion by criterion, each with its `anchor`."""
    grounds = Grounds(check, lang)
    names = names_of(check.models)
    lines: list[str] = []
    for criteria in check.sets:
        of_set = [each for each in check.results if each.criteria == criteria.id]
        lines += [f"<h2>{html_text(_from(criteria, check, lang))}</h2>"] if of_set else []
        for name, criterion in criteria.criteria.items():
            verdicts = [each for each in of_set if each.criterion == name]
            lines += [f"<h3>{html_text(_criterion(criteria, name, lang))}</h3>"] if verdicts else []
            texts = (criterion.question, criterion.rationale) if verdicts else ()
            lines += [f"<p>{html_text(text.in_(lang))}</p>" for text in texts if text]
            lines += [_explained_html(each, names[each.model], grounds) for each in verdicts]
    return "\n".join(lines) + "\n"


def _explained_html(verdict: Verdict, name: str, grounds: Grounds) -> str:
    return f'<p id="{html_text(anchor(verdict))}"><b>{html_text(name)}.</b> {html_text(grounds.sentences(verdict))}</p>'

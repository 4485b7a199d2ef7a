"""Verdicts as tables, text and JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from virkningskjede.catalogue import Lang, visible, word
from virkningskjede.criteria import JUDGEMENTS, Check, CriteriaSet, Judgement, Verdict
from virkningskjede.model import LogicModel
from virkningskjede.rendering.grounds import Grounds
from virkningskjede.rendering.tables import Table, comma_separated, html_table
from virkningskjede.rendering.tables import markdown as markdown_table

STYLES: Mapping[Judgement, str] = {"met": "green", "partly": "yellow", "not_met": "red", "not_stated": "dim"}
"""How a terminal can mark each verdict, beside the word: names of rich's styles."""

WIDEST_HEADER = 16
"""Columns after which a model's name goes on to another line in a terminal."""

FIRST_COLUMN = 26
"""Columns that the criteria's names need in a terminal."""

GAP = 3
"""Columns between two columns of a table in a terminal."""


def tables(check: Check, *, lang: Lang = "nb", detail: bool = False, width: int | None = None) -> tuple[Table, ...]:
    """The verdicts as tables, one for each set: a row for each criterion, a column for each model.

    Args:
        check: the verdicts.
        lang: the language.
        detail: each cell also names what the verdict rests on, and where.
        width: the columns of a terminal; a set that does not fit becomes several tables with some of the models each.
    """
    by_name = {(each.criteria, each.model, each.criterion): each for each in check.results}
    grounds = Grounds(check, lang) if detail else None
    headers = _headers(check.models, None if width is None else WIDEST_HEADER)
    found = []
    for criteria in check.sets:
        models = [model for model in check.models if criteria.applies_to(model)]
        columns = {model.id: [_cell(by_name[criteria.id, model.id, name], grounds, lang) for name in criteria.criteria] for model in models}
        blocks = _blocks([(model.id, _width(headers[model.id], columns[model.id])) for model in models], width) if models else []
        for number, block in enumerate(blocks):
            names = [criterion.label.in_(lang) for criterion in criteria.criteria.values()]
            rows = tuple((name, *(columns[model][row] for model in block)) for row, name in enumerate(names))
            last = number == len(blocks) - 1
            found.append(
                Table(
                    (word("check.criterion", lang), *(headers[model] for model in block)),
                    rows,
                    "" if number else criteria.title.in_(lang),
                    _notes(check, criteria, lang) if last else (),
                )
            )
    return tuple(found)


def styles(lang: Lang = "nb") -> Mapping[str, str]:
    """A style for each text that a cell of `tables` without detail can have."""
    found = {}
    for verdict, style in STYLES.items():
        others = [each for each in JUDGEMENTS if each != verdict]
        for size in range(len(others) + 1):
            for also in combinations(others, size):
                found[cell(verdict, {verdict, *also}, lang)] = style
    return found


def cell(verdict: Judgement, possible: Collection[Judgement], lang: Lang = "nb") -> str:
    """A verdict in words; an unsure one has a question mark, and the other possible ones below it.

    >>> cell("partly", {"partly", "met"}, "en")
    'partly?\\n(met)'
    """
    others = [word(f"verdict.{each}", lang) for each in reversed(JUDGEMENTS) if each in possible and each != verdict]
    said = word(f"verdict.{verdict}", lang)
    return f"{word('verdict.unsure', lang, verdict=said)}\n({', '.join(others)})" if others else said


def _cell(verdict: Verdict, grounds: Grounds | None, lang: Lang) -> str:
    said = cell(verdict.verdict, verdict.possible, lang)
    return said if grounds is None or not verdict.grounds else f"{said}\n{grounds.rests_on(verdict)}"


def _headers(models: Sequence[LogicModel], widest: int | None) -> dict[str, str]:
    """What a column is called: the title up to a dash, where that tells the models apart; otherwise the id."""
    short = {model.id: model.name.partition(" – ")[0] for model in models}
    names = list(short.values())
    headers = {model: name if names.count(name) == 1 else model for model, name in short.items()}
    return {model: "\n".join(textwrap.wrap(name, widest, break_long_words=False)) if widest else name for model, name in headers.items()}


def _width(header: str, cells: Sequence[str]) -> int:
    return max(len(line) for text in (header, *cells) for line in text.split("\n"))


def _blocks(columns: Sequence[tuple[str, int]], width: int | None) -> list[list[str]]:
    """The columns in as few groups as fit the width, as even as can be."""
    if width is None or not columns:
        return [[name for name, _ in columns]]
    widest = max(size for _, size in columns)
    fit = max(1, (width - FIRST_COLUMN) // (widest + GAP))
    count = -(-len(columns) // fit)
    size = -(-len(columns) // count)
    return [[name for name, _ in columns[start : start + size]] for start in range(0, len(columns), size)]


def _notes(check: Check, criteria: CriteriaSet, lang: Lang) -> tuple[str, ...]:
    unsure = any(not each.sure for each in check.results if each.criteria == criteria.id)
    return (word("verdict.legend", lang), *([word("verdict.legend.unsure", lang)] if unsure else []))


def explanation(check: Check, *, lang: Lang = "nb", width: int = 80) -> str:
    """The grounds of every verdict as text, model by model and set by set."""
    if not check.results:
        return word("check.nothing", lang) + "\n"
    grounds = Grounds(check, lang)
    lines: list[str] = []
    for model in check.models:
        for criteria in (each for each in check.sets if each.applies_to(model)):
            lines += [*_wrapped(_head(model, lang), width), *_wrapped(_from(criteria, check, lang), width), ""]
            for each in check.results:
                if each.model == model.id and each.criteria == criteria.id:
                    lines += [*_explained(each, criteria, grounds, width), ""]
    return visible("\n".join(lines))


def _head(model: LogicModel, lang: Lang) -> str:
    source = f", {word('check.source', lang, source=model.source)}" if model.source else ""
    return f"{model.name} ({model.id}){source}"


def _from(criteria: CriteriaSet, check: Check, lang: Lang) -> str:
    """The set's title, whose work it is, and where it was read."""
    works = check.surroundings.references.references
    said = [criteria.title.in_(lang), *(works[ref].short() if ref in works else ref for ref in criteria.ref)]
    if criteria.source:
        said.append(word("check.read_in", lang, source=criteria.source, at=", ".join(criteria.at)))
    return " · ".join(said)


def _explained(verdict: Verdict, criteria: CriteriaSet, grounds: Grounds, width: int) -> Iterator[str]:
    criterion = criteria.criteria[verdict.criterion]
    at = f" ({', '.join(criterion.at)})" if criterion.at else ""
    yield from _wrapped(f"{criterion.label.in_(grounds.lang)}{at}", width)
    said = [criterion.question.in_(grounds.lang)] if criterion.question else []
    for text in (*said, grounds.sentences(verdict)):
        yield from _wrapped(text, width, "  ")


def _wrapped(text: str, width: int, indent: str = "") -> list[str]:
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def listing(check: Check, *, lang: Lang = "nb") -> Table:
    """Every verdict on a row of its own, with its grounds: what a spreadsheet can sort and filter."""
    grounds = Grounds(check, lang)
    keys = ("set", "model", "criterion", "verdict", "possible", "nodes", "at", "reason")
    rows = tuple(
        (
            each.criteria,
            each.model,
            each.criterion,
            word(f"verdict.{each.verdict}", lang),
            ", ".join(word(f"verdict.{other}", lang) for other in _possible(each)),
            ", ".join(each.nodes),
            ", ".join(each.at),
            grounds.sentences(each),
        )
        for each in check.results
    )
    return Table(tuple(word(f"check.{key}", lang) for key in keys), rows)


def markdown(check: Check, *, lang: Lang = "nb", detail: bool = False) -> str:
    """The tables in Markdown."""
    return "\n".join(markdown_table(each) for each in tables(check, lang=lang, detail=detail))


def html(check: Check, *, lang: Lang = "nb", detail: bool = False) -> str:
    """The tables in HTML."""
    return "\n".join(html_table(each) for each in tables(check, lang=lang, detail=detail))


def csv(check: Check, *, lang: Lang = "nb") -> str:
    """The listing as CSV."""
    return comma_separated(listing(check, lang=lang))


def to_json(check: Check, *, lang: Lang = "nb") -> dict[str, list[dict[str, Any]]]:
    """The verdicts as plain values: keys and verdicts are the same in every language, ``reason`` is a text."""
    grounds = Grounds(check, lang)
    return {
        "results": [
            {
                "criteria": each.criteria,
                "model": each.model,
                "criterion": each.criterion,
                "verdict": each.verdict,
                "possible": list(_possible(each)),
                "decided_by": each.decided_by,
                "reason": grounds.sentences(each),
                "nodes": list(each.nodes),
                "at": list(each.at),
            }
            for each in check.results
        ]
    }


def _possible(verdict: Verdict) -> tuple[Judgement, ...]:
    return tuple(each for each in reversed(JUDGEMENTS) if each in verdict.possible)

"""Many models side by side: as a matrix of marks for a terminal, as a table in words for a report, as a listing, and as JSON."""

from __future__ import annotations

import html as html_escapes
import textwrap
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from virkningskjede.catalogue import Lang, visible, word
from virkningskjede.comparison import Cell, Count, Ground, Matrix, Stated
from virkningskjede.model import Ambiguity, LogicModel
from virkningskjede.render import amounts
from virkningskjede.render.grounds import places
from virkningskjede.render.tables import Table, comma_separated, html_table
from virkningskjede.render.tables import markdown as markdown_table
from virkningskjede.values import PROGRESS, Dose
from virkningskjede.vocabulary import Vocabulary

SHORT = 3
"""Letters of a model's name at the head of a narrow column."""

STYLES: Mapping[str, str] = {
    "considered": "yellow",
    "planned": "cyan",
    "started": "green",
    "in_use": "bold green",
    "completed": "bold green",
    "no": "red",
    "silent": "dim",
    "perhaps": "dim",
    "template": "dim",
}
"""How a terminal can colour each mark, beside the letter: names of rich's styles."""


class Layout(NamedTuple):
    """Tables for a terminal, whether their columns stand close, and what is to be said below them."""

    tables: tuple[Table, ...]
    close: bool
    below: str


def in_terminal(matrix: Matrix, *, lang: Lang = "nb", width: int = 80) -> Layout:
    """The matrix as marks that fit a terminal: a row for each column of the comparison, a column for each model.

    The models are named in full where there is room, otherwise by three letters that are explained below; many models are spread over
    several tables. What a column shows, such as an amount, stands below the marks.
    """
    models = _by_template(matrix.models)
    full = _names(models)
    names, gap = (full, 3) if _width(matrix, full.values(), lang, gap=3) <= width else (_abbreviated(full), 1)
    room = width - _width(matrix, (), lang, gap=gap)
    fit = max(1, room // (max((SHORT, *map(len, names.values()))) + gap))
    blocks = [models[start : start + fit] for start in range(0, len(models), fit)]
    tables = tuple(_marks(matrix, block, names, lang, first=block == blocks[0], last=block == blocks[-1]) for block in blocks)
    key = _key(models, full, names, matrix) if names != full else ()
    return Layout(tables, gap == 1, _below((*key, *_legend(matrix, lang)), _shown(matrix, models, full, lang), width))


def _width(matrix: Matrix, names: Collection[str], lang: Lang, *, gap: int) -> int:
    """How wide a table with these models is."""
    labels = [column.label.in_(lang) for column in matrix.comparison.columns.values()]
    counts = [word("compare.count", lang), *(_count(matrix.count(name)) for name in matrix.columns)]
    return max(map(len, labels), default=0) + gap + max(map(len, counts)) + sum(gap + max(SHORT, len(name)) for name in names)


def _marks(
    matrix: Matrix, models: Sequence[LogicModel], names: Mapping[str, str], lang: Lang, *, first: bool = True, last: bool = True
) -> Table:
    """The marks of some of the models; the last table counts them all."""
    rows = []
    for name, column in matrix.comparison.columns.items():
        marks = (mark(matrix.cells.get((model.id, name)), lang) for model in models)
        rows.append((column.label.in_(lang), *marks, *([_count(matrix.count(name))] if last else [])))
    headers = ("", *(names[model.id] for model in models), *([word("compare.count", lang)] if last else []))
    return Table(headers, tuple(rows), matrix.comparison.title.in_(lang) if first else "")


def _below(notes: Sequence[str], shown: Sequence[str], width: int) -> str:
    texts = (*shown, *([""] if shown else []), *notes)
    lines = [line for text in texts for line in textwrap.wrap(text, width, subsequent_indent="  ") or [""]]
    return visible("\n".join(lines)) + "\n"


def _shown(matrix: Matrix, models: Sequence[LogicModel], names: Mapping[str, str], lang: Lang) -> list[str]:
    """For each column that shows something: what it shows of each model."""
    lines = []
    for name, column in matrix.comparison.columns.items():
        cells = [(names[model.id], matrix.cells[model.id, name]) for model in models if (model.id, name) in matrix.cells]
        told = "; ".join(f"{model} {said_of(cell, lang)}" for model, cell in cells if cell.shown)
        lines += [f"{column.label.in_(lang)}: {told}"] if told else []
    return lines


def _legend(matrix: Matrix, lang: Lang) -> Iterator[str]:
    """What the marks mean: only those that are there."""
    there = {_kind(matrix.cells.get((model.id, name))) for model in matrix.models for name in matrix.columns}
    explained: dict[str, str] = {
        **{status: word(f"status.{status}", lang) for status in PROGRESS},
        **{kind: word(f"legend.{kind}", lang) for kind in ("told", "no", "template", "silent")},
    }
    yield ", ".join(f"{word(f'mark.{kind}', lang)} {said}" for kind, said in explained.items() if kind in there)
    if any(not each.sure and _kind(each) != "template" for each in matrix.cells.values()):
        yield word("legend.unsure", lang)
    yield from _about_counts(matrix, lang)


def mark(cell: Cell | None, lang: Lang) -> str:
    """A cell as a mark: a letter for how far it has come, and a question mark for what is unsure.

    >>> mark(None, "nb")
    '·'
    """
    kind = _kind(cell)
    said = word(f"mark.{kind}", lang)
    return said if cell is None or cell.sure or cell.said is None else word("compare.unsure", lang, said=said)


def _kind(cell: Cell | None) -> str:
    """What decides a cell's mark: a status, or ``told``, ``no``, ``perhaps``, ``template`` and ``silent``."""
    if cell is None:
        return "silent"
    if cell.said == "yes":
        return cell.status or "told"
    if cell.said == "no":
        return "no"
    return "template" if cell.doubts == ("template",) else "perhaps"


def styles(lang: Lang = "nb") -> Mapping[str, str]:
    """A style for each mark."""
    found = {}
    for kind, style in STYLES.items():
        said = word(f"mark.{kind}", lang)
        found[said] = found[word("compare.unsure", lang, said=said)] = style
    return found


def table(matrix: Matrix, *, lang: Lang = "nb", detail: bool = False) -> Table:
    """The matrix in words, for a report: a row for each column of the comparison, a column for each model.

    Args:
        matrix: the models under the columns.
        lang: the language.
        detail: each cell also says where in the source.
    """
    models = _by_template(matrix.models)
    names = _names(models)
    rows = []
    for column, asked in matrix.comparison.columns.items():
        cells = [_in_words(matrix.cells.get((model.id, column)), model, lang, detail=detail) for model in models]
        rows.append((asked.label.in_(lang), *cells, _count(matrix.count(column))))
    unsure = any(not each.sure and _kind(each) != "template" for each in matrix.cells.values())
    notes = [word("legend.at", lang)] if detail else []
    notes += [word("legend.empty", lang), *([word("legend.unsure.words", lang)] if unsure else []), *_about_counts(matrix, lang)]
    grouped = len({model.follows for model in models}) > 1
    heads = (f"{names[model.id]}\n({_group(model.follows, matrix)})" if grouped and model.follows else names[model.id] for model in models)
    return Table(("", *heads, word("compare.count", lang)), tuple(rows), matrix.comparison.title.in_(lang), tuple(notes))


def _in_words(cell: Cell | None, model: LogicModel, lang: Lang, *, detail: bool) -> str:
    if cell is None:
        return ""
    said = said_of(cell, lang)
    return f"{said}\n{places(cell.at, model.source)}" if detail and cell.at else said


def said_of(cell: Cell, lang: Lang = "nb") -> str:
    """A cell in words: ``planlagt``, ``planlagt?`` or ``kanskje planlagt``; or what the column shows, such as an amount."""
    if cell.shown:
        said = word("amount.and", lang).join(_stated(stated, lang) for stated in cell.shown)
    elif cell.said == "no":
        said = word("compare.no", lang)
    else:
        said = word(f"status.{cell.status}", lang) if cell.status else word("compare.told", lang)
    if cell.sure:
        return said
    return word({"perhaps": "compare.perhaps", "template": "compare.template"}.get(_kind(cell), "compare.unsure"), lang, said=said)


def _stated(stated: Stated, lang: Lang) -> str:
    if isinstance(stated, str):
        return word(f"change.value.{stated}", lang)
    return amounts.dose(stated, lang) if isinstance(stated, Dose) else amounts.bounds(stated, lang)


def _count(count: Count) -> str:
    return f"{count.surely}" if count.surely == count.possibly else f"{count.surely}–{count.possibly}"


def _about_counts(matrix: Matrix, lang: Lang) -> tuple[str, ...]:
    counts = [matrix.count(name) for name in matrix.columns]
    return (word("legend.count", lang),) if any(each.surely < each.possibly for each in counts) else ()


def _by_template(models: Sequence[LogicModel]) -> tuple[LogicModel, ...]:
    """Models that follow the same template stand together; otherwise in the order given."""
    follows = list(dict.fromkeys(model.follows for model in models))
    return tuple(sorted(models, key=lambda model: follows.index(model.follows)))


def _names(models: Sequence[LogicModel]) -> dict[str, str]:
    """What a model is called: the title up to a dash, where that tells the models apart; otherwise the id."""
    short = {model.id: visible(model.name.partition(" – ")[0]) for model in models}
    named = list(short.values())
    return {model: name if named.count(name) == 1 else model for model, name in short.items()}


def _abbreviated(names: Mapping[str, str]) -> dict[str, str]:
    """The first letters of each name's last word; numbers, where they do not tell the models apart."""
    found = {model: name.split()[-1][:SHORT] for model, name in names.items()}
    if len(set(found.values())) == len(found):
        return found
    return {model: str(number) for number, model in enumerate(names, 1)}


def _key(models: Sequence[LogicModel], full: Mapping[str, str], short: Mapping[str, str], matrix: Matrix) -> Iterator[str]:
    """What the short names stand for: a line for each template that is followed."""
    for follows in dict.fromkeys(model.follows for model in models):
        said = ", ".join(
            full[model.id] if full[model.id] == short[model.id] else f"{short[model.id]} {full[model.id]}"
            for model in models
            if model.follows == follows
        )
        yield f"{_group(follows, matrix)}: {said}" if follows else said


def _group(follows: str, matrix: Matrix) -> str:
    """What the models that follow a template are called together: the template's title up to a colon."""
    template = matrix.surroundings.templates.get(follows)
    return template.name.partition(":")[0] if template else follows


def explanation(matrix: Matrix, *, lang: Lang = "nb", width: int = 80) -> str:
    """What every cell rests on, with its place in the source, model by model."""
    lines: list[str] = []
    for model in _by_template(matrix.models):
        own = {name: matrix.cells[model.id, name] for name in matrix.columns if (model.id, name) in matrix.cells}
        lines += [f"{model.name} ({model.id})", *([] if own else [f"  {word('compare.silent', lang)}"])]
        for name, cell in own.items():
            lines.append(f"  {matrix.comparison.columns[name].label.in_(lang)}: {said_of(cell, lang)}")
            for ground in cell.grounds:
                told = _ground(ground, model, matrix, lang)
                lines += textwrap.wrap(told, width, initial_indent="    - ", subsequent_indent="      ", break_on_hyphens=False)
        lines.append("")
    return visible("\n".join(lines))


def _ground(ground: Ground, model: LogicModel, matrix: Matrix, lang: Lang) -> str:
    home = matrix.surroundings.templates.get(model.follows or "", model) if ground.doubt == "template" else model
    said = [word(f"status.{ground.status}", lang)] if ground.status else []
    said += [_doubt(ground, model, lang)] if ground.doubt else []
    said += [places(ground.at, model.source)] if ground.at else []
    label = _label(ground.entry, home, matrix.surroundings.vocabulary, lang)
    return f"{label} ({'; '.join(said)})" if said else label


def _doubt(ground: Ground, model: LogicModel, lang: Lang) -> str:
    if ground.doubt == "maybe":
        return word("limit.maybe", lang)
    return word(f"doubt.{ground.doubt}", lang, template=model.follows)


def _label(name: str, model: LogicModel, vocabulary: Vocabulary | None, lang: Lang) -> str:
    """What the reader calls an entry of the model."""
    for section, entry in model.entries():
        if entry.id == name:
            label: str | None = getattr(entry, "label", None)
            if isinstance(entry, Ambiguity) and vocabulary is not None:
                terms = [term for patch in entry.or_ for term in patch.term if term in vocabulary.terms]
                label = vocabulary.terms[terms[0]].label.in_(lang) if terms else None
            return label or f"{word(f'section.{section}', lang)} ({name})"
    return word("section.recruitment" if name == "recruitment" else "section.dose", lang)


def markdown(matrix: Matrix, *, lang: Lang = "nb", detail: bool = False) -> str:
    """The table in words, in Markdown."""
    return markdown_table(table(matrix, lang=lang, detail=detail))


def html(matrix: Matrix, *, lang: Lang = "nb", detail: bool = False) -> str:
    """The table in words, in HTML, for notebooks."""
    return html_table(table(matrix, lang=lang, detail=detail))


def html_page(matrix: Matrix, *, lang: Lang = "nb", detail: bool = False) -> str:
    """The same as a page of its own, that a browser opens in the right letters and from which a word processor takes the table."""
    title = html_escapes.escape(visible(matrix.comparison.title.in_(lang)))
    head = f'<!doctype html>\n<html lang="{lang}">\n<head><meta charset="utf-8"><title>{title}</title></head>\n'
    return f"{head}<body>\n{html(matrix, lang=lang, detail=detail)}</body>\n</html>\n"


def listing(matrix: Matrix, *, lang: Lang = "nb") -> Table:
    """Every model and column on a row of its own, silent ones too: what a spreadsheet can sort and filter."""
    keys = ("model", "column", "status", "sure", "entries", "at")
    rows = []
    for model in _by_template(matrix.models):
        for column in matrix.columns:
            cell = matrix.cells.get((model.id, column))
            told = (said_of(cell, lang), cell.sure, ", ".join(cell.nodes), ", ".join(cell.at)) if cell else _silent(lang)
            said, sure, nodes, at = told
            rows.append((model.id, column, said, word("compare.yes" if sure else "compare.no", lang), nodes, at))
    return Table(tuple(word(f"compare.{key}", lang) for key in keys), tuple(rows))


def _silent(lang: Lang) -> tuple[str, bool, str, str]:
    return word("compare.silent", lang), True, "", ""


def csv(matrix: Matrix, *, lang: Lang = "nb") -> str:
    """The listing as CSV."""
    return comma_separated(listing(matrix, lang=lang))


def to_json(matrix: Matrix, *, lang: Lang = "nb") -> dict[str, Any]:
    """The value that ``compare --format json`` prints. Only ``titles``, ``labels`` and ``shown`` depend on the language.

    No cell means that the model does not describe it. ``said`` is ``yes``, ``no`` (the text denies it) or null: then only another
    reading, or the template, fills the cell. ``doubts`` says why a cell is not sure.
    """
    cells: dict[str, dict[str, Any]] = {model.id: {} for model in matrix.models}
    for (model, column), cell in matrix.cells.items():
        cells[model][column] = {
            "status": cell.status,
            "nodes": list(cell.nodes),
            "at": list(cell.at),
            "sure": cell.sure,
            "said": cell.said,
            "doubts": list(cell.doubts),
            "terms": list(cell.terms),
            "shown": [_stated(stated, lang) for stated in cell.shown],
        }
    return {
        "comparison": matrix.comparison.id,
        "models": [model.id for model in matrix.models],
        "columns": list(matrix.columns),
        "cells": cells,
        "counts": {name: list(matrix.count(name)) for name in matrix.columns},
        "titles": {model.id: model.name for model in matrix.models},
        "labels": {name: column.label.in_(lang) for name, column in matrix.comparison.columns.items()},
    }

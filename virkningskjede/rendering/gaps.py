"""Gaps as a table of models and kinds, as lists, and as JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from virkningskjede.catalogue import Lang, percent, visible, word
from virkningskjede.model import LogicModel
from virkningskjede.rendering.comparisons.marks import spread
from virkningskjede.rendering.grounds import places
from virkningskjede.rendering.names import abbreviated, key, names_of
from virkningskjede.rendering.tables import Table, comma_separated, html_page, html_table
from virkningskjede.rendering.tables import markdown as markdown_table
from virkningskjede.rendering.traces import dropped
from virkningskjede.tracing import Gap, Gaps, Kind, dropped_of, number


def overview(gaps: Gaps, *, lang: Lang = "nb", names: Mapping[str, str] | None = None) -> Table:
    """How many gaps of each kind there are in each model: a row for each kind, a column for each model.

    Args:
        gaps: the gaps.
        lang: the language.
        names: what the models are called, by id; by their titles when None.
    """
    called = names or names_of(gaps.models)
    rows = []
    for kind in gaps.kinds:
        counts = [len(gaps.of(model.id, kind)) for model in gaps.models]
        rows.append((word(f"kind.{kind}", lang), *(str(count) if count else "·" for count in counts), str(sum(counts))))
    chains = [gaps.chains[model.id] for model in gaps.models]
    rows.append((word("gaps.chains", lang), *map(number, chains), number(sum(chains))))
    headers = (word("gaps.kind", lang), *(called[model.id] for model in gaps.models), word("gaps.sum", lang))
    return Table(headers, tuple(rows), word("gaps.title", lang), _notes(gaps, lang))


def in_terminal(gaps: Gaps, *, lang: Lang = "nb", width: int = 80) -> tuple[tuple[Table, ...], str]:
    """The overview as tables that fit a terminal, and the line that explains the short names of the models."""
    full = names_of(gaps.models)
    short = abbreviated(full)
    whole = overview(gaps, lang=lang, names=short)
    said = (key(full, short), *_notes(gaps, lang))
    lines = [line for each in said for line in textwrap.wrap(each, width)]
    return tuple(spread(whole, width)), visible("\n".join(lines)) + "\n"


def text(gaps: Gaps, *, lang: Lang = "nb", width: int = 80) -> str:
    """Every gap, model by model and kind by kind, with its place in the source."""
    lines: list[str] = []
    for model in gaps.models:
        lines += [f"{model.name} ({model.id})", *(["", f"  {word('gaps.none', lang)}"] if not gaps.of(model.id) else [])]
        for kind in gaps.kinds:
            found = gaps.of(model.id, kind)
            lines += ["", f"  {word(f'kind.{kind}', lang)} ({len(found)})"] if found else []
            for gap in found:
                lines += textwrap.wrap(
                    _said(gap, model, lang), width, initial_indent="  - ", subsequent_indent="    ", break_on_hyphens=False
                )
        for note in dropped(model, lang):
            lines += ["", *textwrap.wrap(note, width, initial_indent="  ", subsequent_indent="  ")]
        lines.append("")
    if len(gaps.models) == 1:
        lines += textwrap.wrap(word("gaps.honest", lang), width)
    return visible("\n".join(lines).rstrip()) + "\n"


def _said(gap: Gap, model: LogicModel, lang: Lang) -> str:
    """The sentence, the id by which the file is found, and the place in the source."""
    where = [*gap.elements[:1], *([places(gap.at, model.source)] if gap.at else [])]
    return f"{gap.message(lang)} ({'; '.join(where)})" if where else gap.message(lang)


def tables(gaps: Gaps, *, lang: Lang = "nb") -> Iterator[Table]:
    """For a report: the overview where there are several models, then a table for each kind that there is something of."""
    several = len(gaps.models) > 1
    if several:
        yield overview(gaps, lang=lang)
    models = {model.id: model for model in gaps.models}
    names = names_of(gaps.models)
    headers = (word("gaps.model", lang), word("gaps.message", lang), word("gaps.at", lang))[0 if several else 1 :]
    for kind in gaps.kinds:
        rows = []
        for gap in gaps.of(kind=kind):
            told = (names[gap.model], gap.message(lang), places(gap.at, models[gap.model].source))
            rows.append(told[0 if several else 1 :])
        if rows:
            yield Table(headers, tuple(rows), word(f"kind.{kind}", lang))


def _heading(gaps: Gaps, lang: Lang) -> str:
    title = word("gaps.title", lang)
    return f"{gaps.models[0].name}: {title[0].lower()}{title[1:]}" if len(gaps.models) == 1 else title


def _honest(gaps: Gaps, lang: Lang) -> list[Table]:
    """What is to be said once; the overview says it where there is one."""
    return [Table((), (), notes=_notes(gaps, lang))] if len(gaps.models) == 1 else []


def _notes(gaps: Gaps, lang: Lang) -> tuple[str, ...]:
    """What the gaps are gaps in, and what was left out of each model."""
    left_out = [(model, note) for model in gaps.models for note in dropped(model, lang)]
    named = (f"{model.name}: {note}" if len(gaps.models) > 1 else note for model, note in left_out)
    return (word("gaps.honest", lang), *named)


def markdown(gaps: Gaps, *, lang: Lang = "nb") -> str:
    """The tables in Markdown."""
    honest = [f"{note}\n" for note in _notes(gaps, lang)] if len(gaps.models) == 1 else []
    return "\n".join((*map(markdown_table, tables(gaps, lang=lang)), *honest))


def html(gaps: Gaps, *, lang: Lang = "nb") -> str:
    """The tables in HTML, for notebooks."""
    return "\n".join(map(html_table, (*tables(gaps, lang=lang), *_honest(gaps, lang))))


def page(gaps: Gaps, *, lang: Lang = "nb") -> str:
    """The tables as a page of its own."""
    return html_page(_heading(gaps, lang), html(gaps, lang=lang), lang)


def csv(gaps: Gaps, *, lang: Lang = "nb") -> str:
    """Every gap on a row of its own, with ids: what a spreadsheet can sort and filter."""
    keys = ("model", "kind", "elements", "count", "share", "message", "at")
    rows = []
    for gap in gaps.gaps:
        counts = (number(gap.count) if gap.count else "", percent(gap.share).in_(lang) if gap.share is not None else "")
        rows.append((gap.model, gap.kind, ", ".join(gap.elements), *counts, gap.message(lang), ", ".join(gap.at)))
    return comma_separated(Table(tuple(word(f"gaps.{key}", lang) for key in keys), tuple(rows)))


def to_json(gaps: Gaps, *, lang: Lang = "nb") -> dict[str, Any]:
    """The value that ``gaps --format json`` prints. Only ``message`` and ``kinds`` depend on the language.

    ``counts`` has a number for each model and kind. ``chains`` is how many chains each model has, as text, since they can be very many.
    """
    counts: dict[str, dict[Kind, int]] = {model.id: {kind: len(gaps.of(model.id, kind)) for kind in gaps.kinds} for model in gaps.models}
    return {
        "models": [model.id for model in gaps.models],
        "kinds": {kind: word(f"kind.{kind}", lang) for kind in gaps.kinds},
        "counts": counts,
        "chains": {name: number(count) for name, count in gaps.chains.items()},
        "dropped": {model.id: list(dropped_of(model)) for model in gaps.models},
        "gaps": [_gap(each, lang) for each in gaps.gaps],
    }


def _gap(gap: Gap, lang: Lang) -> dict[str, Any]:
    return {
        "kind": gap.kind,
        "model": gap.model,
        "elements": list(gap.elements),
        "at": list(gap.at),
        "count": gap.count if gap.count.bit_length() < 4096 else None,
        "share": round(gap.share, 4) if gap.share is not None else None,
        "accepted": gap.accepted,
        "message": gap.message(lang),
    }

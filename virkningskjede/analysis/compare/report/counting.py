"""How many models fill each column, and how far they have come: all of them, and by template."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from virkningskjede.analysis.compare import Matrix
from virkningskjede.i18n import Lang, word, word_or
from virkningskjede.report import Table
from virkningskjede.report.grid import interval
from virkningskjede.report.names import template_name


def counts(matrix: Matrix, *, lang: Lang = "nb", short: bool = False) -> Table:
    """The counts: a row for each column of the comparison; all the models, then those that follow each template.

    Args:
        matrix: the models under the columns.
        lang: the language.
        short: say how far they have come by the letters of the marks.
    """
    everybody = [model.id for model in matrix.models]
    groups = {word("compare.counts.all", lang, count=len(everybody)): everybody}
    followed = templates(matrix)
    if len(followed) > 1:
        for follows, members in followed.items():
            name = template_name(follows, matrix.project) if follows else word("compare.counts.no_template", lang)
            groups[word("compare.counts.group", lang, group=name, count=len(members))] = members
    rows = tuple(
        (column.label.in_(lang), *(_total(matrix, name, members, lang, short=short) for members in groups.values()))
        for name, column in matrix.comparison.columns.items()
    )
    split = any(status is not None for name in matrix.columns for status in matrix.by_status(name))
    notes = (word("compare.counts.note", lang),) if split else ()
    return Table(("", *groups), rows, word("compare.counts", lang), notes)


def templates(matrix: Matrix) -> dict[str, list[str]]:
    """The models that follow each template; those that follow none under the empty name."""
    followers: dict[str, list[str]] = {}
    for model in matrix.models:
        followers.setdefault(model.follows or "", []).append(model.id)
    return {follows: followers[follows] for follows in sorted(followers)}


def _total(matrix: Matrix, column: str, models: Collection[str], lang: Lang, *, short: bool) -> str:
    """``7: 5 P, 2 B``: how many there are, and how many have come how far."""
    total = interval(matrix.count(column, models))
    statuses = matrix.by_status(column, models)
    if all(status is None for status in statuses):
        return total
    names = {
        status: word(f"mark.{status or 'told'}", lang)
        if short
        else word_or(f"status.{status}", status, lang)
        if status
        else word("compare.told", lang)
        for status in statuses
    }
    parts = (word("compare.counts.each", lang, count=interval(count), status=names[status]) for status, count in statuses.items())
    return word("compare.counts.split", lang, total=total, split=", ".join(parts))


def counted(matrix: Matrix) -> dict[str, Any]:
    """The counts for JSON: for each column how many in all, and by how far they have come (``none``: told without a status)."""
    return {"counts": _counts(matrix, None), "counts_by_status": _by_status(matrix, None), "templates": _by_template(matrix)}


def _by_template(matrix: Matrix) -> dict[str, Any]:
    return {
        follows: {"models": members, "counts": _counts(matrix, members), "counts_by_status": _by_status(matrix, members)}
        for follows, members in templates(matrix).items()
    }


def _counts(matrix: Matrix, models: Collection[str] | None) -> Mapping[str, list[int]]:
    return {name: list(matrix.count(name, models)) for name in matrix.columns}


def _by_status(matrix: Matrix, models: Collection[str] | None) -> Mapping[str, dict[str, list[int]]]:
    return {name: {status or "none": list(count) for status, count in matrix.by_status(name, models).items()} for name in matrix.columns}

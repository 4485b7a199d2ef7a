"""What a model's history has to say, to paste as what has changed since the last report."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from virkningskjede import diagnosis
from virkningskjede.analysis.diff import Weight
from virkningskjede.analysis.diff import report as changes
from virkningskjede.analysis.diff.filters import at_least
from virkningskjede.analysis.diff.report.versions import lines_by_weight
from virkningskjede.analysis.history import History, Version
from virkningskjede.diagnostics import Diagnostic, shorten
from virkningskjede.i18n import Lang, word
from virkningskjede.report import Block, Document, Heading, Items, Paragraph, Report, Table
from virkningskjede.report.model_text import ModelText

SHOWN: Weight = "content"
"""What a change must weigh to be told, unless something else is asked for."""

_SHORT = 10
"""So many characters of a commit's name are shown."""


@dataclass(frozen=True)
class HistoryReport(Report):
    """What a history has to say.

    Attributes:
        history: the history.
        weight: what a change must weigh to be told; None for what readers are told (`SHOWN`), and for all in a listing and JSON.
            Versions without such changes are named together at the end.
    """

    history: History
    weight: Weight | None = None

    def document(self, lang: Lang = "nb", width: int | None = None) -> Document:
        """The versions, the newest first."""
        return Document(_title(self.history, lang), tuple(_blocks(self.history, lang, self.weight or SHOWN)), lang)

    def listing(self, lang: Lang = "nb") -> Table:
        """A row for each change of each version."""
        headers = tuple(word(f"history.column.{key}", lang) for key in ("rev", "date"))
        rows: list[tuple[str | datetime.date, ...]] = []
        for version in self.history.versions:
            if version.diff is not None:
                diff = version.diff.only(at_least(self.weight or "cosmetic", version.changes))
                rows += [(version.rev, version.date or _date(version, lang), *cells) for cells in changes.change_rows(diff, lang)]
        return Table.of((*headers, *(word(f"diff.column.{key}", lang) for key in changes.COLUMNS)), rows)

    def plain(self, lang: Lang = "nb") -> dict[str, Any]:
        """The value that ``history --format json`` prints."""
        return to_json(self.history, lang=lang, weight=self.weight or "cosmetic")


def _title(history: History, lang: Lang) -> str:
    models = [version.model for version in (*history.versions, *([history.base] if history.base else [])) if version.model is not None]
    title = models[0].name if models else history.path
    if history.since is None:
        return word("history.title", lang, title=title)
    base = history.base
    day = base is None or base.rev != history.since
    since = _day_in_words(history.since, lang) if day else history.since
    return word("history.title.since", lang, title=title, since=since)


def _day_in_words(day: str, lang: Lang) -> str:
    parts = day.split("-")
    return ".".join(reversed(parts)) if lang == "nb" and len(parts) == 3 and all(part.isdecimal() for part in parts) else day


def _blocks(history: History, lang: Lang, weight: Weight) -> Iterator[Block]:
    yield Heading(_title(history, lang), 1)
    if not history.versions:
        yield Paragraph(word("history.none", lang))
    folded: list[str] = []
    for version in history.versions:
        blocks = list(_version(version, lang, weight, cut=history.begins is not None))
        if blocks:
            yield Heading(word("history.version", lang, date=_date(version, lang), rev=version.rev[:_SHORT]))
            yield from blocks
        else:
            folded.append(word("history.version", lang, date=_date(version, lang), rev=version.rev[:_SHORT]))
    if history.begins is not None:
        yield Paragraph(beginning(history.begins, lang))
    if folded:
        key = "history.folded" if weight == SHOWN else "history.folded.filtered"
        yield Paragraph(word(key, lang, versions=", ".join(folded)))


def beginning(rev: str, lang: Lang) -> str:
    """That a history begins where a shallow clone does, and what to fetch."""
    return word("history.begins", lang, rev=rev[:_SHORT])


def _date(version: Version, lang: Lang) -> str:
    """The day of a version; what stands in git where no calendar has it."""
    if version.date is None:
        return shorten(version.moment.text) or word("history.undated", lang)
    return f"{version.date:%d.%m.%Y}" if lang == "nb" else version.date.isoformat()


def _version(version: Version, lang: Lang, weight: Weight, *, cut: bool) -> Iterator[Block]:
    """What there is to tell of a version; nothing when nothing in it weighs enough.

    Where the clone is cut, the oldest version here need not be the first.
    """
    if version.renamed_from:
        yield Paragraph(word("history.renamed", lang, path=shorten(version.renamed_from)))
    if version.removed:
        yield Paragraph(word("history.removed", lang))
    elif version.model is None:
        yield Paragraph(word("history.broken", lang, reason=_reason(version.diagnostics, lang)))
    elif version.diff is None:
        nodes, links = len(version.model.nodes), sum(1 for _ in version.model.links())
        first = "history.first.here" if cut else "history.first"
        yield Paragraph(word(first, lang, nodes=_count("change.nodes", nodes, lang), links=_count("change.links", links, lang)))
    else:
        shown = version.diff.only(at_least(weight, version.changes))
        lines = tuple(line for _, lines in lines_by_weight(shown, ModelText(shown.models, shown.vocabulary, lang)) for line in lines)
        if lines:
            yield Items.of(lines)


def _count(key: str, count: int, lang: Lang) -> str:
    return word(f"{key}.{'one' if count == 1 else 'more'}", lang, count=count)


def _reason(diagnostics: tuple[Diagnostic, ...], lang: Lang) -> str:
    errors = [diagnostic for diagnostic in diagnostics if diagnostic.severity == "error"] or list(diagnostics)
    if not errors:
        return ""
    first = f"{errors[0].code} {errors[0].message(lang)}"
    return word("history.broken.more", lang, reason=first, count=len(errors) - 1) if len(errors) > 1 else first


def to_json(history: History, *, lang: Lang = "nb", weight: Weight = "cosmetic") -> dict[str, Any]:
    """The value that ``history --format json`` prints: the newest version first.

    ``loaded`` is false for a version that does not make a model; ``diagnostics`` then says why. ``date`` is null, and ``time`` is as it
    stands in git, for a commit whose date no calendar has. ``shallow`` says whether older versions may be missing, because the clone
    begins at the commit ``begins``. Only what is said depends on the language.
    """
    return {
        "path": history.path,
        "since": history.since,
        "shallow": history.begins is not None,
        "begins": history.begins,
        "versions": [_version_to_json(version, lang, weight) for version in history.versions],
    }


def _version_to_json(version: Version, lang: Lang, weight: Weight) -> dict[str, Any]:
    shown = at_least(weight, version.changes)
    return {
        "rev": version.rev,
        "date": version.date.isoformat() if version.date is not None else None,
        "time": version.time.isoformat() if version.time is not None else version.moment.text,
        "path": version.path,
        "renamed_from": version.renamed_from,
        "loaded": version.model is not None,
        "removed": version.removed,
        "changes": [changes.change_to_json(change, lang=lang) for change in shown],
        "diagnostics": diagnosis.to_json([], version.diagnostics, {}, lang)["diagnostics"],
    }

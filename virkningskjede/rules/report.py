"""What a validation has to say; and diagnostics with the lines that they are about, as JSON, and for a pull request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from virkningskjede.diagnostics import GRAVITY, Diagnostic, Location, count_by_severity, elsewhere, path_text, shorten
from virkningskjede.i18n import Lang, severity, visible, word
from virkningskjede.report import Block, Document, Paragraph, Passage, Report, Table
from virkningskjede.report.columns import columns
from virkningskjede.rules.manual import title
from virkningskjede.yamlfile import YamlFile

PRIVACY = "VK7"
"""Codes about personal data: the line they are about is not shown."""

MOST_RELATED = 5
"""So many of the other places of a diagnostic are shown; JSON has all of them."""

WIDEST_LINE = 100
"""A source line is shown at most this wide, around the place."""


COLUMNS = ("file", "line", "column", "severity", "code", "path", "message", "tip")


@dataclass(frozen=True)
class ValidationReport(Report):
    """What a validation has to say, as text that can be set anywhere. `text` shows the lines of the files as well.

    Attributes:
        files: the names of the files that were looked at.
        diagnostics: what was found, in order.
    """

    files: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]

    def document(self, lang: Lang = "nb", width: int | None = None) -> Document:
        """In a terminal each diagnostic with what to do, and how many there are; on a page a table."""
        blocks = tuple(self._table(lang) if width is None else self._entries(lang))
        return Document(word("findings.title", lang), blocks or (Paragraph(word("findings.nothing", lang)),), lang)

    def listing(self, lang: Lang = "nb") -> Table:
        """A row for each diagnostic."""
        rows = []
        for diagnostic in self.diagnostics:
            line, column = (diagnostic.place.line, diagnostic.place.column) if diagnostic.place else (None, None)
            place = (diagnostic.file or "", line, column, severity(diagnostic.severity, lang), diagnostic.code, path_text(diagnostic.path))
            rows.append((*place, diagnostic.message(lang) + elsewhere(diagnostic, lang), diagnostic.tip(lang)))
        return Table.of((word(f"findings.{key}", lang) for key in COLUMNS), rows)

    def plain(self, lang: Lang = "nb") -> dict[str, Any]:
        """The value that ``validate --format json`` prints."""
        return to_json(self.files, self.diagnostics, lang)

    def _entries(self, lang: Lang) -> Iterator[Block]:
        for diagnostic in self.diagnostics:
            yield Passage(_head(diagnostic, lang), (Paragraph(diagnostic.tip(lang), word("findings.tip", lang)),))
        if self.files:
            yield Paragraph(closing(len(self.files), self.diagnostics, lang))

    def _table(self, lang: Lang) -> Iterator[Block]:
        headers = tuple(word(f"findings.{column}", lang) for column in ("place", "severity", "code", "message", "tip"))
        rows = tuple(
            (
                f"{diagnostic.file}:{diagnostic.place.line}:{diagnostic.place.column}"
                if diagnostic.file and diagnostic.place
                else path_text(diagnostic.path),
                severity(diagnostic.severity, lang),
                diagnostic.code,
                diagnostic.message(lang) + elsewhere(diagnostic, lang),
                diagnostic.tip(lang),
            )
            for diagnostic in self.diagnostics
        )
        if rows:
            yield Table(headers, rows)


def to_json(files: Sequence[str], diagnostics: Iterable[Diagnostic], lang: Lang) -> dict[str, Any]:
    """The value that ``validate --format json`` prints: files, and diagnostics with places. Lines and columns start at 1."""
    return {"files": list(files), "diagnostics": [_record(diagnostic, lang) for diagnostic in diagnostics]}


def _record(diagnostic: Diagnostic, lang: Lang) -> dict[str, Any]:
    place = diagnostic.place
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": diagnostic.message(lang),
        "file": diagnostic.file,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "end_line": place.end_line if place else None,
        "end_column": place.end_column if place else None,
        "path": path_text(diagnostic.path),
        "tip": diagnostic.tip(lang),
        "related": [_related(location) for location in diagnostic.related],
    }


def _related(there: Location) -> dict[str, Any]:
    return {
        "file": there.file,
        "line": there.place.line if there.place else None,
        "column": there.place.column if there.place else None,
        "path": path_text(there.path),
    }


def text(diagnostics: Sequence[Diagnostic], yaml_files: Mapping[str, YamlFile], lang: Lang, *, every: bool = False) -> str:
    """Diagnostics for a reader: each with its line and a caret under the place, and what to do.

    Args:
        diagnostics: in order of presentation.
        yaml_files: the files, by name, whose lines are shown.
        lang: the language.
        every: show every note on its own; otherwise they are summed up for each file.
    """
    notes = [] if every else [diagnostic for diagnostic in diagnostics if diagnostic.severity == "info"]
    blocks = "".join(_block(diagnostic, yaml_files, lang) for diagnostic in diagnostics if every or diagnostic.severity != "info")
    return _inert(blocks + _notes(notes, lang))


def _notes(notes: Sequence[Diagnostic], lang: Lang) -> str:
    """Notes summed up: a line for each file, then what the codes mean."""
    if not notes:
        return ""
    by_file: dict[str | None, Counter[str]] = {}
    for note in notes:
        by_file.setdefault(note.file, Counter())[note.code] += 1
    lines = [f"{word('findings.notes', lang)}:"]
    for file, codes in by_file.items():
        counted = ", ".join(f"{code} × {count}" for code, count in sorted(codes.items()))
        lines.append(f"    {shorten(file, 400)}: {counted}" if file is not None else f"    {counted}")
    lines += [f"    {code}: {title(code, lang)}" for code in sorted({note.code for note in notes})]
    return "\n".join([*lines, f"    {word('findings.notes.more', lang)}", ""])


def github(diagnostics: Iterable[Diagnostic], lang: Lang) -> str:
    """Diagnostics as workflow commands, which GitHub shows beside the lines of a pull request.

    The gravest come first: of each step it shows ten of a kind.
    """
    return "".join(
        _annotation(diagnostic, lang) for diagnostic in sorted(diagnostics, key=lambda diagnostic: GRAVITY.index(diagnostic.severity))
    )


def _annotation(diagnostic: Diagnostic, lang: Lang) -> str:
    kind = "notice" if diagnostic.severity == "info" else diagnostic.severity
    place = diagnostic.place
    where = {"line": place.line, "endLine": place.end_line, "col": place.column, "endColumn": place.end_column} if place else {}
    properties = {"file": diagnostic.file or "", **where, "title": diagnostic.code}
    pairs = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{kind} {pairs}::{_data(f'{diagnostic.message(lang)}{elsewhere(diagnostic, lang)}. {diagnostic.tip(lang)}')}\n"


def _data(text: str) -> str:
    """Text in which nothing is a command of its own."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A").replace("##[", "## [")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _inert(text: str) -> str:
    """Text of which no line is a command to a runner that shows it."""
    lines = text.replace("##[", "## [").splitlines(keepends=True)
    return "".join(f"\N{ZERO WIDTH SPACE}{line}" if line.lstrip().startswith("::") else line for line in lines)


def _head(diagnostic: Diagnostic, lang: Lang) -> str:
    where = diagnostic.cell.in_(lang) if diagnostic.cell else _where(diagnostic.location)
    sentence = f"{diagnostic.message(lang)}{elsewhere(diagnostic, lang)}"
    return f"{where}{': ' if where else ''}{severity(diagnostic.severity, lang)} {diagnostic.code} {sentence}\n"


def _where(location: Location) -> str:
    if location.file is None:
        return path_text(location.path)
    return shorten(location.file, 400) + (f":{location.place.line}:{location.place.column}" if location.place else "")


def _see_also(diagnostic: Diagnostic, lang: Lang) -> str:
    """The other places, the first of them; in the file of the diagnostic itself only line and column."""
    if not diagnostic.related:
        return ""
    shown: list[str] = []
    file = diagnostic.file
    for location in diagnostic.related[:MOST_RELATED]:
        same = location.file == file and location.place is not None
        shown.append(f"{location.place.line}:{location.place.column}" if same and location.place else _where(location))
        file = location.file
    more = len(diagnostic.related) - len(shown)
    rest = f" {word('findings.related.more', lang, count=more)}" if more else ""
    return f"    {word('findings.related', lang)}: {', '.join(shown)}{rest}\n"


def _block(diagnostic: Diagnostic, yaml_files: Mapping[str, YamlFile], lang: Lang) -> str:
    yaml_file = yaml_files.get(diagnostic.file or "")
    excerpt = _excerpt(yaml_file, diagnostic) if yaml_file and yaml_file.text and not diagnostic.code.startswith(PRIVACY) else []
    return "".join(
        [_head(diagnostic, lang), *excerpt, _see_also(diagnostic, lang), f"    {word('findings.tip', lang)}: {diagnostic.tip(lang)}\n"]
    )


def _excerpt(yaml_file: YamlFile, diagnostic: Diagnostic) -> list[str]:
    place = diagnostic.place
    if place is None:
        return []
    line = visible(yaml_file.line(place.line)).replace("\t", " ")
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    first = max(0, min(start - WIDEST_LINE // 3, len(line) - WIDEST_LINE))
    part = line[first : first + WIDEST_LINE]
    before = "…" if first else ""
    after = "…" if first + WIDEST_LINE < len(line) else ""
    width = max(1, min(end, first + WIDEST_LINE) - start)
    number = str(place.line)
    pad = columns(before + line[first:start])
    return [
        f"    {number} | {before}{part}{after}\n",
        f"    {' ' * len(number)} | {' ' * pad}{'^' * max(1, columns(line[start : start + width]))}\n",
    ]


def closing(files: int, diagnostics: Iterable[Diagnostic], lang: Lang) -> str:
    """The last line: how much was looked at and what was found."""
    counts = count_by_severity(diagnostics)
    total = ", ".join(f"{count} {word(f'findings.{level}.{_number(count)}', lang)}" for level, count in counts.items() if count)
    looked = word(f"findings.files.{_number(files)}", lang, count=files)
    return f"{looked}: {total or word('findings.nothing', lang)}\n"


def _number(count: int) -> str:
    return "one" if count == 1 else "more"

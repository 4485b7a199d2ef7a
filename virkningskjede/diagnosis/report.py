"""What a validation has to say, as a value that every writer takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from virkningskjede.diagnosis.text import closing, head, notes_summed_up, see_also, sentence
from virkningskjede.diagnosis.write_json import to_json
from virkningskjede.diagnostics import Diagnostic, elsewhere, path_text
from virkningskjede.i18n import Lang, severity, word
from virkningskjede.model.values import EMPTY
from virkningskjede.report import Block, Document, Heading, Items, Paragraph, Passage, Report, Table
from virkningskjede.yamlfile import YamlFile

MOST_ROWS = 100
"""So many findings stand in the summary of a pull request; a page has room for no more."""

COLUMNS = ("file", "line", "column", "severity", "code", "path", "message", "tip")

PAGE_COLUMNS = ("place", "severity", "code", "message", "tip")


@dataclass(frozen=True)
class ValidationReport(Report):
    """What a validation has to say, as text that can be set anywhere. The format ``text`` shows the lines of the files as well.

    Attributes:
        files: the names of the files that were looked at.
        diagnostics: what was found, in order.
        yaml_files: the files, by name.
        known: how many places of what was known are left out; None where everything is told.
        passed_over: the names of YAML files in the folders that are no files of ours.
        not_then: the names of files in which everything is new, because there was nothing of them before.
    """

    files: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    yaml_files: Mapping[str, YamlFile] = field(default=EMPTY, repr=False, compare=False)
    known: int | None = None
    passed_over: tuple[str, ...] = ()
    not_then: tuple[str, ...] = ()

    def document(self, lang: Lang = "nb", width: int | None = None) -> Document:
        """In a terminal each diagnostic with what to do, and how many there are; on a page a table."""
        blocks = tuple(self._page(lang) if width is None else self._entries(lang))
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
        value = to_json(self.files, self.diagnostics, self.yaml_files, lang)
        return {**value, "known": self.known, "passed_over": list(self.passed_over), "not_then": list(self.not_then)}

    def shown(self, *, every: bool) -> list[Diagnostic]:
        """What is told one by one: errors and warnings, and notes too if every one is asked for."""
        return [diagnostic for diagnostic in self.diagnostics if every or diagnostic.severity != "info"]

    def summary(self, lang: Lang = "nb", *, every: bool = False) -> Document:
        """For who reviews a change: how much was found, what must be mended, and the notes summed up unless every one is asked for."""
        shown = self.shown(every=every)
        blocks: list[Block] = [Heading(word("findings.title", lang)), *map(Paragraph, self.closing(lang).splitlines())]
        if shown:
            blocks.append(_table(shown[:MOST_ROWS], lang))
        if len(shown) > MOST_ROWS:
            blocks.append(Paragraph(word("findings.more", lang, count=len(shown) - MOST_ROWS)))
        notes = [] if every else list(notes_summed_up(self.diagnostics, lang))
        if notes:
            blocks += [Heading(word("findings.notes", lang), 3), Items.of(notes)]
        return Document(word("findings.title", lang), tuple(blocks), lang)

    def closing(self, lang: Lang = "nb") -> str:
        """The last lines: how much was looked at, what was found, and what is not told."""
        named = {"passed_over": self.passed_over, "not_then": self.not_then}
        return closing(len(self.files), self.diagnostics, lang, known=self.known, named=named)

    def _entries(self, lang: Lang) -> Iterator[Block]:
        for diagnostic in self.diagnostics:
            yield Passage(head(diagnostic, lang), (Paragraph(diagnostic.tip(lang), word("findings.tip", lang)),))
        if self.files:
            yield Paragraph(self.closing(lang))

    def _page(self, lang: Lang) -> Iterator[Block]:
        if self.diagnostics:
            yield _table(self.diagnostics, lang)
        if self.known or self.passed_over or self.not_then:
            yield Paragraph(self.closing(lang))


def _table(diagnostics: Sequence[Diagnostic], lang: Lang) -> Table:
    """A row for each, with what to do about it; advice that several have stands once, below."""
    tips = [(diagnostic.code, diagnostic.tip(lang)) for diagnostic in diagnostics]
    shared = [tip for tip, count in Counter(tips).items() if count > 1]
    rows = [
        (
            f"{diagnostic.file}:{diagnostic.place.line}:{diagnostic.place.column}"
            if diagnostic.file and diagnostic.place
            else path_text(diagnostic.path),
            severity(diagnostic.severity, lang),
            diagnostic.code,
            f"{sentence(diagnostic, lang)} {see_also(diagnostic, lang)}." if diagnostic.related else diagnostic.message(lang),
            "" if tip in shared else tip[1],
        )
        for diagnostic, tip in zip(diagnostics, tips, strict=True)
    ]
    columns = PAGE_COLUMNS if any(row[-1] for row in rows) else PAGE_COLUMNS[:-1]
    headers = tuple(word(f"findings.{column}", lang) for column in columns)
    notes = tuple(f"{word('findings.tip', lang)} {code}: {tip}" for code, tip in sorted(shared))
    return Table(headers, tuple(row[: len(columns)] for row in rows), notes=notes)

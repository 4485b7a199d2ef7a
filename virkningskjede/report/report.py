"""A result as something to be read: what each room makes of its results, and what every writer takes."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from virkningskjede.arguments import checked
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Lang, Word, word
from virkningskjede.i18n.language import chosen
from virkningskjede.report.document import Document, Picture, Table
from virkningskjede.report.finish import OF_A_FILE, Finish
from virkningskjede.report.formats import FORMATS
from virkningskjede.report.notebook import Mimebundle, bundle
from virkningskjede.report.write_html import html
from virkningskjede.report.write_markdown import markdown
from virkningskjede.report.write_text import WIDTH, plain

PathLike = str | os.PathLike[str]

NARROWEST_PAGE = 1
"""Columns that plain text needs at least."""


class Report(ABC):
    """A result, and how much of it is to be told.

    Each room has one for each of its results, with what can be asked for beside the language as fields (``explain``).
    """

    draws: ClassVar[bool] = False
    """Whether there is a picture of it."""

    @abstractmethod
    def document(self, lang: Lang = "nb", width: int | None = None) -> Document:
        """What it says.

        Args:
            lang: the language.
            width: columns of a terminal, where names and tables may have to be shortened to fit; None for a page.
        """

    @abstractmethod
    def listing(self, lang: Lang = "nb") -> Table:
        """Everything on rows of their own, with ids: what a spreadsheet can sort and filter."""

    @abstractmethod
    def plain(self, lang: Lang = "nb") -> Any:
        """It as plain values, for JSON. Keys and codes are the same in every language."""

    def shows(self, lang: Lang = "nb") -> str:
        """What its picture shows, in words, where Word is to hold it; empty where there is none, or coloured tables say the same."""
        return ""

    def illustrated(self, lang: Lang = "nb") -> Document:
        """What it says, with the picture last where there is one: in Word on a page of its own."""
        document, shows = self.document(lang), self.shows(lang)
        if not shows:
            return document
        drawn = Picture(partial(self.draw, lang=lang), shows, word("report.picture", lang))
        return replace(document, blocks=(*document.blocks, drawn))

    def draw(self, path: Path, lang: Lang = "nb", finish: Finish = OF_A_FILE) -> None:
        """Draw it to a file, whose ending says how.

        Raises:
            NotImplementedError: there is no picture of it; see ``draws``.
        """
        raise NotImplementedError(type(self).__name__)

    @checked
    def to_text(self, *, lang: Lang | None = None, width: int = WIDTH) -> str:
        """It as plain text, wrapped to so many columns.

        Raises:
            UsageError: there is no such language, or so few columns that nothing can be set in them.
        """
        lang = chosen(lang)
        if width < NARROWEST_PAGE:
            raise UsageError(Word("report.width", (("least", str(NARROWEST_PAGE)),)))
        return plain(self.document(lang, width), width)

    @checked
    def to_markdown(self, *, lang: Lang | None = None) -> str:
        """It as Markdown, to paste into a report or a pull request."""
        lang = chosen(lang)
        return markdown(self.document(lang))

    @checked
    def to_html(self, *, lang: Lang | None = None) -> str:
        """It as a piece of HTML, for a notebook or a page."""
        lang = chosen(lang)
        return html(self.document(lang))

    @checked
    def to_word(self, path: PathLike, *, lang: Lang | None = None) -> Path:
        """Write it as a document for Word (.docx). Needs the extra ``office``.

        Returns:
            The path.

        Raises:
            UsageError: the extra is not installed, the name ends in something else, or the file cannot be written.
        """
        lang = chosen(lang)
        return self._write(Path(path), "docx", lang)

    @checked
    def to_excel(self, path: PathLike, *, lang: Lang | None = None) -> Path:
        """Write it as a workbook for Excel (.xlsx): its tables, every row by itself, and what explains them. Needs the extra ``office``.

        Returns:
            The path.

        Raises:
            UsageError: the extra is not installed, the name ends in something else, or the file cannot be written.
        """
        lang = chosen(lang)
        return self._write(Path(path), "xlsx", lang)

    @checked
    def to_csv(self, path: PathLike, *, lang: Lang | None = None) -> Path:
        """Write every row as CSV, for R and other programs: UTF-8, divided by commas, numbers with a point.

        Returns:
            The path.

        Raises:
            UsageError: the name ends in something else, or the file cannot be written.
        """
        lang = chosen(lang)
        return self._write(Path(path), "csv", lang)

    def _write(self, path: Path, form: str, lang: Lang) -> Path:
        from virkningskjede.project import write_file  # commands that write nothing do not read files either

        endings = FORMATS[form].endings
        if path.suffix.removeprefix(".").casefold() not in endings and (path.is_file() or not path.exists()):  # a device has no ending
            known = ", ".join(f".{ending}" for ending in endings)
            raise UsageError(Word("report.ending", (("name", path.name), ("known", known))))
        written = FORMATS[form].write(self, lang)
        write_file(path, written.encode("utf-8") if isinstance(written, str) else written, lang)
        return path

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> Mimebundle:
        return bundle(self, chosen(None), repr(self))

    def _repr_html_(self) -> str:
        return self._repr_mimebundle_()["text/html"]


class Reported(ABC):
    """A result that can be read: what its `Report` says, in every format."""

    __slots__ = ()

    @abstractmethod
    def report(self) -> Report:
        """What it has to say; each result has arguments of its own for how much."""

    def to_text(self, *, lang: Lang | None = None, width: int = WIDTH) -> str:
        """It as plain text, wrapped to so many columns."""
        return self.report().to_text(lang=lang, width=width)

    def to_markdown(self, *, lang: Lang | None = None) -> str:
        """It as Markdown, to paste into a report or a pull request."""
        return self.report().to_markdown(lang=lang)

    def to_html(self, *, lang: Lang | None = None) -> str:
        """It as a piece of HTML, for a notebook or a page."""
        return self.report().to_html(lang=lang)

    def to_word(self, path: PathLike, *, lang: Lang | None = None) -> Path:
        """Write it as a document for Word (.docx); gives the path. Needs the extra ``office``."""
        return self.report().to_word(path, lang=lang)

    def to_excel(self, path: PathLike, *, lang: Lang | None = None) -> Path:
        """Write it as a workbook for Excel (.xlsx): its tables, every row by itself, and what explains them; gives the path. Needs the
        extra ``office``.
        """
        return self.report().to_excel(path, lang=lang)

    def to_csv(self, path: PathLike, *, lang: Lang | None = None) -> Path:
        """Write every row as CSV, for R and other programs: UTF-8, divided by commas, numbers with a point; gives the path."""
        return self.report().to_csv(path, lang=lang)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> Mimebundle:
        return bundle(self.report(), chosen(None), repr(self))

    def _repr_html_(self) -> str:
        return self._repr_mimebundle_()["text/html"]

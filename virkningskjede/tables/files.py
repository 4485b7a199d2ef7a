"""The tables in a file, whatever it is: told by its ending, and by the bytes it begins with."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from virkningskjede.diagnostics import InvalidModel, diagnostic
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word
from virkningskjede.project import shown
from virkningskjede.tables import office
from virkningskjede.tables.delimited import delimited, text_of
from virkningskjede.tables.graphs import graphml, of_frame, of_graph
from virkningskjede.tables.markdown import html, markdown
from virkningskjede.tables.neighbours import followed
from virkningskjede.tables.problems import Unreadable, unreadable
from virkningskjede.tables.sheet import Sheet
from virkningskjede.yamlfile import MAX_BYTES
from virkningskjede.yamlfile.files import UnreadableError, read_bytes


def _csv(data: bytes, file: str) -> tuple[Sheet, ...]:
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")) and data[:4096].count(0) * 3 <= len(data[:4096]):
        raise Unreadable("binary")
    return (delimited(text_of(data), file),)


READERS: Mapping[str, Callable[[bytes, str], tuple[Sheet, ...]]] = MappingProxyType(
    {
        "csv": _csv,
        "tsv": _csv,
        "tab": _csv,
        "txt": _csv,
        "xlsx": office.workbook,
        "xlsm": office.workbook,
        "docx": office.document,
        "docm": office.document,
        "md": lambda data, file: markdown(text_of(data), file),
        "markdown": lambda data, file: markdown(text_of(data), file),
        "html": lambda data, file: html(text_of(data), file),
        "htm": lambda data, file: html(text_of(data), file),
        "graphml": lambda data, file: (graphml(data, file),),
    }
)
"""What reads a file, by how its name ends."""

_OTHERS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("xls", "xlsb", "xlt"), "old_excel"),
        **dict.fromkeys(("doc", "rtf"), "old_word"),
        **dict.fromkeys(("ods", "odt", "numbers", "pages", "pdf", "pptx"), "other_program"),
        **dict.fromkeys(("yaml", "yml"), "model"),
    }
)
"""Why a file with another ending is not read."""

_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What a file begins with that was made by an old Office, or that a new one has locked with a password."""


def sheets_of(what: object) -> tuple[Sheet, ...]:
    """The tables in a file, in a data frame, or in a graph.

    Raises:
        InvalidModel: the file cannot be read, or has no table.
        UsageError: it is none of these, or the library that reads such files is not installed.
    """
    if isinstance(what, str | os.PathLike):
        return sheets_in(Path(what))
    try:
        if hasattr(what, "is_directed") and hasattr(what, "edges"):
            return (of_graph(what),)  # type: ignore[arg-type]
        if hasattr(what, "columns") and (hasattr(what, "itertuples") or hasattr(what, "rows")):
            return (of_frame(what),)
    except Unreadable as why:
        raise InvalidModel([unreadable("", why.reason)]) from None
    raise UsageError(Word("table.no_table", (("type", type(what).__name__),)))


def sheets_in(path: Path) -> tuple[Sheet, ...]:
    """The tables in a file.

    Raises:
        InvalidModel: the file cannot be read, or has no table.
        UsageError: the library that reads such files is not installed.
    """
    file = shown(path)
    ending = path.suffix.removeprefix(".").casefold()
    try:
        data = _data(path, file)
        if data.startswith(_LOCKED):
            raise Unreadable("locked" if ending in READERS else "old_excel" if ending.startswith("xl") else "old_word")
        if ending not in READERS:
            raise Unreadable(_OTHERS.get(ending, "unknown"))
        if data.startswith(b"PK\x03\x04") and READERS[ending] not in (office.workbook, office.document):
            raise Unreadable("packed")
        if not data.strip():
            raise Unreadable("empty")
        sheets = followed(READERS[ending](data, file))
    except Unreadable as why:
        raise InvalidModel([unreadable(file, why.reason)]) from None
    except RecursionError:
        raise InvalidModel([unreadable(file, "damaged")]) from None
    filled = tuple(sheet for sheet in sheets if any(any(row) for row in sheet.rows))
    if not filled:
        raise InvalidModel([unreadable(file, "no_table")])
    if any(len(sheet.rows) > office.MOST_ROWS for sheet in filled):
        raise InvalidModel([unreadable(file, "too_large")])
    return filled


def _data(path: Path, file: str) -> bytes:
    try:
        data = read_bytes(path)
    except UnreadableError as why:
        reason = f"unreadable.{why.reason}"
        missing = diagnostic("VK012", reason=Word(reason), advice=Word(f"{reason}.tip"))
        raise InvalidModel([missing.with_place(file, None)]) from None
    if len(data) > MAX_BYTES:
        raise Unreadable("too_large")
    return data

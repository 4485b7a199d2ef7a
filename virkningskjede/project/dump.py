"""The canonical text of a model: ``dump(load(dump(x)))`` is byte for byte ``dump(x)``."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from virkningskjede.arguments import checked
from virkningskjede.diagnostics import shorten
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word
from virkningskjede.model import LogicModel
from virkningskjede.model.plain import written
from virkningskjede.model.values import Date
from virkningskjede.project.origins import NameOrPath
from virkningskjede.project.writing import write_text

WIDTH = 140
"""An entry that fits this many columns stands on one line, and what stands in braces is opened where its line would be longer."""

_PLAIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ«](?:[\w /().«»–+%;!-]*[\w).»%!])?")
_NOT_TEXT_ELSEWHERE = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null", "inf", "nan"])


@checked
def dump(model: LogicModel, path: NameOrPath | None = None) -> str:
    """The model as YAML in the canonical layout. Comments of the file it came from are not kept.

    Args:
        model: the model.
        path: a file to write, as a whole or not at all.

    Returns:
        The text.

    Raises:
        UsageError: no file can have that name: it is too long, or holds a NUL.
        OSError: the file cannot be written.

    >>> print(dump(LogicModel(id="m", inputs={"a": {"label": "Penger", "term": "tilskudd"}})), end="")
    virkningskjede: 1
    kind: pilot
    id: m
    inputs:
      a: {label: Penger, term: tilskudd}
    """
    text = "".join(_layout(written(model)))
    if path is not None:
        try:
            write_text(Path(path), text)
        except OSError as error:
            if error.errno not in (errno.ENAMETOOLONG, errno.EINVAL):
                raise
            raise UsageError(Word("error.cannot_write", (("path", shorten(str(path))), ("reason", error.strerror or "")))) from error
    return text


def entry_text(key: str, value: Any) -> str:
    """A key with its value as `dump` writes it.

    >>> entry_text("kurs", {"label": "Kurs", "leads_to": ["mestring"]})
    'kurs: {label: Kurs, leads_to: [mestring]}\\n'
    """
    return "".join(_entry(key, value, 0))


def braced_text(key: str | None, value: Any) -> str:
    """A key with its value, or an item of a list, as `dump` writes it inside braces or brackets.

    >>> braced_text("leads_to", ["mestring"]), braced_text(None, "a, b")
    ('leads_to: [mestring]', '"a, b"')
    """
    return _flow([value] if key is None else {key: value})[1:-1]


def scalar_text(value: Any) -> str:
    """A text, a number, a truth or a date as `dump` writes it: with quotes where it needs them."""
    return _scalar(value)


def read_back(value: Any) -> Any:
    """A value as it will be when the file that it is written to is read: texts, lists and mappings.

    >>> read_back({"unwanted": True, "value": 2})
    {'unwanted': 'true', 'value': '2'}
    """
    if isinstance(value, dict):
        return {str(key): read_back(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [read_back(item) for item in value]
    return value if value is None else _bare(value)


def _layout(top: dict[str, Any]) -> Iterator[str]:
    for key, value in top.items():
        if isinstance(value, dict) and any(isinstance(content, dict) for content in value.values()):
            yield f"{_scalar(key)}:\n"
            for name, content in value.items():
                yield from _entry(name, content, 2)
        else:
            yield from _entry(key, value, 0)


def _entry(key: str, value: Any, indent: int) -> Iterator[str]:
    head = f"{' ' * indent}{_scalar(key)}:"
    flow = f"{head} {_flow(value)}"
    if len(flow) <= WIDTH or not isinstance(value, dict | list) or not value:
        yield flow + "\n"
    elif isinstance(value, dict):
        yield head + "\n"
        for name, content in value.items():
            yield from _entry(name, content, indent + 2)
    else:
        yield head + "\n"
        for item in value:
            yield from _item(item, indent + 2)


def _item(item: Any, indent: int) -> Iterator[str]:
    flow = f"{' ' * indent}- {_flow(item)}"
    if len(flow) <= WIDTH or not isinstance(item, dict) or not item:
        yield flow + "\n"
        return
    lines = "".join(line for name, content in item.items() for line in _entry(name, content, indent + 2))
    yield f"{' ' * indent}- {lines[indent + 2 :]}"


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_scalar(key)}: {_flow(content)}" for key, content in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _scalar(value)


def _bare(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _scalar(value: Any) -> str:
    text = _bare(value)
    if isinstance(value, bool | Decimal | int | Date):
        return text
    if _PLAIN.fullmatch(text) and text.lower() not in _NOT_TEXT_ELSEWHERE:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'

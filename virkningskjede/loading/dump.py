"""The canonical text of a model: ``dump(load(dump(x)))`` is byte for byte ``dump(x)``."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from virkningskjede.loading.writing import write_text
from virkningskjede.model import Link, LogicModel, Patch, Traits, Who
from virkningskjede.values import Frozen

WIDTH = 140
"""An entry that fits this many columns stands on one line."""

_PLAIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ«](?:[\w /().«»–+%;!-]*[\w).»%!])?")
_NOT_TEXT_ELSEWHERE = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null", "inf", "nan"])

_LAST = ("at", "note", "leads_to", "or_", "accept")
"""The fields that stand last in every entry: first what it says, then where it is from, where it leads, and how sure it is."""

_ONE_OR_MANY = frozenset({"term", "at"})


def dump(model: LogicModel, path: str | Path | None = None) -> str:
    """The model as YAML in the canonical layout. Comments of the file it came from are not kept.

    Args:
        model: the model.
        path: a file to write, as a whole or not at all.

    Returns:
        The text.

    >>> print(dump(LogicModel(id="m", inputs={"a": {"label": "Penger", "term": "tilskudd"}})), end="")
    virkningskjede: 1
    kind: pilot
    id: m
    inputs:
      a: {label: Penger, term: tilskudd}
    """
    text = "".join(_layout(plain(model)))
    if path is not None:
        write_text(Path(path), text)
    return text


def plain(model: LogicModel) -> dict[str, Any]:
    """The model as mappings, lists, text, numbers and dates, with the keys of its file and in the file's short forms."""
    return {"virkningskjede": model.format_version, "kind": model.kind, **_plain(model)}


def _plain(value: Any) -> Any:
    """The value as mappings, lists and scalars, in the short forms of the format."""
    if isinstance(value, Patch):
        return "absent" if value.absent else _fields(value, {name: getattr(value, name) for name in value.model_fields_set - {"absent"}})
    if isinstance(value, Frozen):
        defaults = {name: field.default for name, field in type(value).model_fields.items() if name != "format_version"}
        return _short(value, _fields(value, {name: held for name in defaults if (held := getattr(value, name)) != defaults[name]}))
    if isinstance(value, Mapping):
        return {key: _plain(held) for key, held in value.items()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def _fields(value: Frozen, given: Mapping[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    names = type(value).model_fields
    for name in (*(each for each in names if each not in _LAST), *(each for each in _LAST if each in names)):
        key = names[name].alias or name
        if name in given and not key.startswith("@"):
            held = _plain(given[name])
            fields[key] = held[0] if key in _ONE_OR_MANY and isinstance(held, list) and len(held) == 1 else held
    return fields


def _short(value: Frozen, fields: dict[str, Any]) -> Any:
    if isinstance(value, Link) and fields.keys() == {"to"}:
        return fields["to"]
    if isinstance(value, Who) and fields.keys() == {"do"}:
        return fields["do"]
    if isinstance(value, Traits) and fields.keys() == {"all"}:
        return fields["all"]
    return fields


def _layout(top: dict[str, Any]) -> Iterator[str]:
    for key, value in top.items():
        if isinstance(value, dict) and any(isinstance(held, dict) for held in value.values()):
            yield f"{_scalar(key)}:\n"
            for name, held in value.items():
                yield from _entry(name, held, 2)
        else:
            yield from _entry(key, value, 0)


def _entry(key: str, value: Any, indent: int) -> Iterator[str]:
    head = f"{' ' * indent}{_scalar(key)}:"
    flow = f"{head} {_flow(value)}"
    if len(flow) <= WIDTH or not isinstance(value, dict | list) or not value:
        yield flow + "\n"
    elif isinstance(value, dict):
        yield head + "\n"
        for name, held in value.items():
            yield from _entry(name, held, indent + 2)
    else:
        yield head + "\n"
        for each in value:
            yield f"{' ' * (indent + 2)}- {_flow(each)}\n"


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_scalar(key)}: {_flow(held)}" for key, held in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _scalar(value)


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, int | datetime.date):
        return str(value)
    text = str(value)
    if _PLAIN.fullmatch(text) and text.lower() not in _NOT_TEXT_ELSEWHERE:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'

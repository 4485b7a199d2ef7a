"""A model's values as mappings, lists and scalars, with the keys of the file format: as JSON holds them, and as files write them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from pydantic import BaseModel

from virkningskjede.model.logic_model import LogicModel
from virkningskjede.model.parts import Cause, Certainty, Link, Patch, Traits, Who
from virkningskjede.model.values import Date, Frozen

Plain = str | int | float | bool | list["Plain"] | dict[str, "Plain"] | None
"""What JSON can hold."""

_ONE_OR_MANY = frozenset({"term", "at", "broader", "place", "mode"})
"""What a file writes without a list where there is one of it."""

_SHORT: Mapping[type[BaseModel], str] = {Link: "to", Who: "do", Traits: "all", Certainty: "overall"}
"""What a file writes as one of its fields alone, where no other is given."""


def plain(value: object) -> Plain:
    """A value of a model as JSON can hold it; what is not given is left out.

    >>> from virkningskjede.model.values import Amount
    >>> plain(Amount(value=2, unit="day", per="week"))
    {'value': 2, 'unit': 'day', 'per': 'week'}
    """
    whole = _plain(value, written=False)
    return whole if isinstance(whole, str | int | float | bool | list | dict) else None


def written(model: LogicModel) -> dict[str, Any]:
    """The model as its file writes it: in the order and the short forms of the format, with exact numbers, and dates.

    >>> written(LogicModel(id="m", inputs={"a": {"label": "Penger", "term": "tilskudd"}}))["inputs"]
    {'a': {'label': 'Penger', 'term': 'tilskudd'}}
    """
    return {"virkningskjede": model.format_version, "kind": model.kind, **_plain(model, written=True)}


def written_value(value: Frozen) -> Any:
    """A part of a model as its file writes it: an entry, an arrow, a dose.

    >>> written_value(Who(do=("nav",)))
    ['nav']
    """
    return _plain(value, written=True)


def in_full(kind: type[BaseModel], content: Any) -> dict[str, Any]:
    """What a file writes of a value of a type, by its keys, where it may have written one of them alone.

    >>> in_full(Link, "mestring")
    {'to': 'mestring'}
    """
    return dict(content) if isinstance(content, Mapping) else {_SHORT[kind]: content}


@cache
def written_order(kind: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a type, in the order in which a file writes them.

    >>> from virkningskjede.model import Outcome
    >>> written_order(Outcome)[:3], written_order(Outcome)[-4:]
    (('label', 'level', 'id'), ('or_', 'at', 'leads_to', 'accept'))
    """
    names = kind.model_fields
    leading, trailing = (getattr(kind, place, ()) for place in ("leading", "trailing"))
    between = [name for name in names if name not in leading and name not in trailing]
    return tuple(name for name in (*leading, *between, *trailing) if name in names)


def _plain(value: Any, *, written: bool) -> Any:
    if isinstance(value, Patch):
        return "absent" if value.absent else _fields(value, value.model_fields_set - {"absent"}, written=written)
    if isinstance(value, Cause) and not value.together:
        return value.way
    if isinstance(value, Frozen):
        names = {name for name, field in type(value).model_fields.items() if getattr(value, name) != field.default}
        fields = _fields(value, names, written=written)
        short = _SHORT.get(type(value)) if written else None
        return fields[short] if short is not None and fields.keys() == {short} else fields
    if isinstance(value, Mapping):
        return {key if written else str(key): _plain(item, written=written) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item, written=written) for item in value]
    if written:
        return value
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value) if isinstance(value, Date) else value


def _fields(value: Frozen, given: Collection[str], *, written: bool) -> dict[str, Any]:
    names = type(value).model_fields
    fields: dict[str, Any] = {}
    for name in written_order(type(value)) if written else names:
        key = names[name].alias or name
        if name in given and not key.startswith("@"):
            content = _plain(getattr(value, name), written=written)
            one = written and key in _ONE_OR_MANY and isinstance(content, list) and len(content) == 1
            fields[key] = content[0] if one else content
    return fields

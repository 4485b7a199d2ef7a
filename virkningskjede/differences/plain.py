"""The values of a change as JSON can hold them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal

from virkningskjede.model import Patch
from virkningskjede.values import Frozen

Plain = str | int | float | bool | list["Plain"] | dict[str, "Plain"] | None
"""What JSON can hold."""


def plain(value: object) -> Plain:
    """A value of a model as mappings, lists, text and numbers, with the keys of the file format; what is not given is left out.

    >>> from virkningskjede.values import Amount
    >>> plain(Amount(value=2, unit="day", per="week"))
    {'value': 2, 'unit': 'day', 'per': 'week'}
    """
    if isinstance(value, Patch):
        return "absent" if value.absent else _fields(value, value.model_fields_set - {"absent"})
    if isinstance(value, Frozen):
        fields = type(value).model_fields
        return _fields(value, {name for name, field in fields.items() if getattr(value, name) != field.default})
    if isinstance(value, Mapping):
        return {str(key): plain(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool) else None


def _fields(value: Frozen, given: set[str]) -> dict[str, Plain]:
    keys = {name: field.alias or name for name, field in type(value).model_fields.items()}
    return {keys[name]: plain(getattr(value, name)) for name in keys if name in given and not keys[name].startswith("@")}

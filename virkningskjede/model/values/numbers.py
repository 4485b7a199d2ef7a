"""Numbers, dates and true/false as files write them, and counts, which are intervals.

A file's scalars are text: each type here reads its own, and nothing else.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from virkningskjede.i18n import Word

_INTEGER = re.compile(r"-?[0-9]{1,18}")
_DECIMAL = re.compile(r"-?[0-9]{1,18}(?:\.[0-9]{1,18})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _refuse(code: str, value: object, expected: str | None = None) -> PydanticCustomError:
    context: dict[str, object] = {"value": value if isinstance(value, str) else repr(value)}
    if expected:
        context["expected"] = Word(expected)
    return PydanticCustomError(code, "not readable", context)


def _number(value: object) -> object:
    if isinstance(value, str) and _DECIMAL.fullmatch(value):
        return Decimal(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    if isinstance(value, Decimal) and value.is_finite():
        return value
    raise _refuse("VK104", value, "form.number")


def _integer(value: object) -> object:
    if isinstance(value, str) and _INTEGER.fullmatch(value):
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise _refuse("VK104", value, "form.integer")


def _flag(value: object) -> object:
    if value in ("true", "false"):
        return value == "true"
    if isinstance(value, bool):
        return value
    raise _refuse("VK104", value, "form.flag")


def _date(value: object) -> object:
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            pass
    raise _refuse("VK105", value)


Number = Annotated[Decimal, BeforeValidator(_number)]
"""An exact decimal, without exponent."""

Whole = Annotated[int, BeforeValidator(_integer)]
"""A whole number."""

Flag = Annotated[bool, BeforeValidator(_flag)]
"""``true`` or ``false``; never ``ja``, ``no`` or 1."""

Date = Annotated[datetime.date, BeforeValidator(_date)]
"""A day, written ``2024-12-16``."""


class Count(NamedTuple):
    """How many models it holds for: surely, and at the most. Models are read independently, so both ends can be reached."""

    surely: int
    possibly: int

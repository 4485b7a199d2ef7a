"""Numbers and true/false as files write them, and counts, which are intervals.

A file's scalars are text: each type here reads its own, and nothing else.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from virkningskjede.i18n import Word

INTEGER_PATTERN = "-?[0-9]{1,18}"
DECIMAL_PATTERN = r"-?[0-9]{1,18}(?:\.[0-9]{1,18})?"

_INTEGER = re.compile(INTEGER_PATTERN)
_DECIMAL = re.compile(DECIMAL_PATTERN)


def _refuse(value: object, expected: str) -> PydanticCustomError:
    text = value if isinstance(value, str) else repr(value)
    return PydanticCustomError("VK104", "not readable", {"value": text, "expected": Word(expected)})


def _number(value: object) -> object:
    if isinstance(value, str) and _DECIMAL.fullmatch(value):
        return Decimal(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    if isinstance(value, Decimal) and value.is_finite():
        return value
    raise _refuse(value, "form.number")


def _integer(value: object) -> object:
    if isinstance(value, str) and _INTEGER.fullmatch(value):
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise _refuse(value, "form.integer")


def _flag(value: object) -> object:
    if value in ("true", "false"):
        return value == "true"
    if isinstance(value, bool):
        return value
    raise _refuse(value, "form.flag")


Number = Annotated[Decimal, BeforeValidator(_number)]
"""An exact decimal, without exponent."""

Whole = Annotated[int, BeforeValidator(_integer)]
"""A whole number."""

Flag = Annotated[bool, BeforeValidator(_flag)]
"""``true`` or ``false``; never ``ja``, ``no`` or 1."""


class Count(NamedTuple):
    """How many models it holds for: surely, and at the most. Models are read independently, so both ends can be reached."""

    surely: int
    possibly: int

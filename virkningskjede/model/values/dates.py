"""Dates as sources give them: a day, a month or a year."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from dataclasses import dataclass
from typing import Any

from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class Date:
    """A day, a month or a year: ``2024-10-29``, ``2024-10`` or ``2024``, as precise as the source and no more.

    It has no order of its own (``<``): a year neither comes before one of its months nor after it. What can be said is whether all of one
    lies before the other, within it, or whether they overlap.

    >>> october = Date.of("2024-10")
    >>> october.before(Date.of("2025")), october.before(Date.of("2024")), october.overlaps(Date.of("2024")), october.within(Date.of("2024"))
    (True, False, True, True)
    """

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, text: str) -> Date:
        """The date that a text writes.

        Raises:
            ValueError: it writes none, or one that no calendar has.

        >>> Date.of("2024-10"), str(Date.of("2024-10-29"))
        (Date(year=2024, month=10, day=None), '2024-10-29')
        """
        written = _WRITTEN.fullmatch(text)
        if written is None:
            raise ValueError(text)
        year, month, day = written.groups()
        datetime.date(int(year), int(month or "1"), int(day or "1"))  # which asks the calendar
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @property
    def first(self) -> datetime.date:
        """The first day that it can be."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> datetime.date:
        """The last day that it can be."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or monthrange(self.year, month)[1])

    def before(self, other: Date) -> bool:
        """Whether all of it comes before all of the other."""
        return self.last < other.first

    def within(self, other: Date) -> bool:
        """Whether every day that it can be is one that the other can be."""
        return other.first <= self.first and self.last <= other.last

    def overlaps(self, other: Date) -> bool:
        """Whether both can be one and the same day."""
        return not (self.before(other) or other.before(self))

    def __str__(self) -> str:
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _date,
            json_schema_input_schema=core_schema.str_schema(pattern=f"^{_WRITTEN.pattern}$"),
            serialization=core_schema.to_string_ser_schema(),
        )


def _date(value: object) -> Date:
    if isinstance(value, Date):
        return value
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return Date(value.year, value.month, value.day)
    if isinstance(value, str):
        try:
            return Date.of(value)
        except ValueError:
            pass
    raise PydanticCustomError("VK105", "not readable", {"value": value if isinstance(value, str) else repr(value)})

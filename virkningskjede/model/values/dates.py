"""Dates as sources give them: a day, a month, a year, or from one of these to another."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from dataclasses import dataclass, replace
from typing import Any

from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_POINT = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
_WRITTEN = re.compile(f"(?:({_POINT})/)?({_POINT})")

DATE_PATTERN = f"^{_WRITTEN.pattern}$"


@dataclass(frozen=True, slots=True)
class Date:
    """A day, a month or a year: ``2024-10-29``, ``2024-10`` or ``2024``, as precise as the source and no more. Or from one to another, as
    ISO 8601 writes it: ``2023-08/2024-06``.

    It has no order of its own (``<``): a year neither comes before one of its months nor after it. What can be said is whether all of one
    lies before the other, within it, or whether they overlap.

    Attributes:
        year: the year; of a time from one date to another, that of the last.
        month: the month, where it is known.
        day: the day, where it is known.
        since: the date that it goes from, where it goes from one to another.

    >>> october = Date.of("2024-10")
    >>> october.before(Date.of("2025")), october.before(Date.of("2024")), october.overlaps(Date.of("2024")), october.within(Date.of("2024"))
    (True, False, True, True)
    """

    year: int
    month: int | None = None
    day: int | None = None
    since: Date | None = None

    @classmethod
    def of(cls, text: str) -> Date:
        """The date that a text writes.

        Raises:
            ValueError: it writes none, or one that no calendar has.

        >>> Date.of("2024-10").last, str(Date.of("2023-08/2024-06"))
        (datetime.date(2024, 10, 31), '2023-08/2024-06')
        """
        written = _WRITTEN.fullmatch(text)
        if written is None:
            raise ValueError(text)
        since, until = (None if point is None else cls._point(point) for point in written.groups())
        if until is None or (since is not None and until.last < since.first):
            raise ValueError(text)
        return replace(until, since=since)

    @classmethod
    def _point(cls, text: str) -> Date:
        year, month, day = (*map(int, text.split("-")), None, None)[:3]
        point = cls(year or 0, month, day)
        _ = point.first, point.last  # which asks the calendar
        return point

    @property
    def end(self) -> Date:
        """The date that it goes to; itself where it goes from none."""
        return replace(self, since=None)

    @property
    def first(self) -> datetime.date:
        """The first day that it can be, or that it goes from."""
        if self.since is not None:
            return self.since.first
        return datetime.date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @property
    def last(self) -> datetime.date:
        """The last day that it can be, or that it goes to."""
        month = 12 if self.month is None else self.month
        return datetime.date(self.year, month, monthrange(self.year, month)[1] if self.day is None else self.day)

    def before(self, other: Date) -> bool:
        """Whether all of it comes before all of the other."""
        return self.last < other.first

    def within(self, other: Date) -> bool:
        """Whether every day of it is a day of the other."""
        return other.first <= self.first and self.last <= other.last

    def overlaps(self, other: Date) -> bool:
        """Whether there is a day that is of both."""
        return not (self.before(other) or other.before(self))

    def __str__(self) -> str:
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        text = "-".join(parts)
        return text if self.since is None else f"{self.since}/{text}"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _date,
            json_schema_input_schema=core_schema.str_schema(pattern=DATE_PATTERN),
            serialization=core_schema.to_string_ser_schema(),
        )


def _date(value: object) -> Date:
    if isinstance(value, Date):
        return value
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return Date(value.year, value.month, value.day)
    if isinstance(value, int) and not isinstance(value, bool):
        value = f"{value:04}"  # a year, which a file writes without quotes too
    if isinstance(value, str):
        try:
            return Date.of(value)
        except ValueError:
            pass
    raise PydanticCustomError("VK105", "not readable", {"value": value if isinstance(value, str) else repr(value)})

"""Arrows as files and results name them: ``a -> b``."""

from __future__ import annotations

from typing import Self


class Arrow(str):
    """An arrow by its name, ``source -> to``: it is that text, as files and JSON hold it, and knows its two ends.

    >>> Arrow("kurs", "mestring"), Arrow("kurs", "mestring").ends
    ('kurs -> mestring', ('kurs', 'mestring'))
    """

    __slots__ = ("source", "to")
    source: str
    to: str

    def __new__(cls, source: str, to: str) -> Self:
        """The arrow from one to the other."""
        arrow = super().__new__(cls, f"{source} -> {to}")
        arrow.source, arrow.to = source, to
        return arrow

    @property
    def ends(self) -> tuple[str, str]:
        """What it leaves and what it enters."""
        return self.source, self.to

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        return type(self), self.ends


def arrow_of(name: str) -> Arrow | None:
    """The arrow that a name is of; None for the name of anything else.

    A name that was read from a file is an `Arrow` already; one that a program gave a copy, which validates nothing, may be plain text.

    >>> arrow_of("kurs -> mestring"), arrow_of("kurs")
    ('kurs -> mestring', None)
    """
    if isinstance(name, Arrow):
        return name
    source, arrow, to = name.partition(" -> ")
    return Arrow(source, to) if arrow else None


def reference(text: str) -> str:
    """What a text refers to: an `Arrow` where it is written as one, otherwise the id that it is.

    >>> type(reference("kurs -> mestring")).__name__, reference("kurs")
    ('Arrow', 'kurs')
    """
    return arrow_of(text) or text


def ends_of(name: str) -> tuple[str, ...]:
    """The ids in a name: both ends of an arrow, otherwise the id that it is.

    >>> ends_of(Arrow("kurs", "mestring")), ends_of("kurs")
    (('kurs', 'mestring'), ('kurs',))
    """
    arrow = arrow_of(name)
    return arrow.ends if arrow is not None else (name,)

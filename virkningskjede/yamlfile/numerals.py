"""Numbers written as in print, with signs between thousands or a comma before decimals: what they may mean in a file.

A file writes digits alone, with a point before decimals. Exactly three digits behind one comma can be thousands or decimals, and nothing
in the number tells which.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from virkningskjede.i18n import Word

SPACES = " \xa0\u2007\u2009\u202f"
"""What stands between thousands in print: the ordinary space, and those of other widths."""

_GROUPED = re.compile(rf"\d{{1,3}}(?P<between>[{SPACES},.'’])\d{{3}}(?:(?P=between)\d{{3}})*(?P<decimals>(?!(?P=between))[.,]\d+)?")
_PLAIN = re.compile(r"(?P<whole>\d+)(?:[.,](?P<decimals>\d+))?")
_SIGN = re.compile(r"[-+\u2212]")
_GAPS = re.compile(rf"[{SPACES}]")


class Numeral(NamedTuple):
    """A written number as a file writes it.

    Attributes:
        whole: what it is if its signs part thousands; None where they cannot.
        decimal: what it is if its last sign stands before decimals; None where it cannot.
    """

    whole: str | None
    decimal: str | None

    def advice(self, integer: bool = False) -> Word:
        """What to write, with both readings where there are two. Args: integer: whether no decimals can stand there."""
        if self.whole is not None and self.decimal is not None and not integer:
            return Word("slip.thousands.advice", (("thousands", self.whole), ("decimals", self.decimal)))
        return Word("slip.number.advice", (("shown", self.whole or self.decimal or ""),))


def numeral(written: str) -> Numeral | None:
    """What a written number may mean; None when it is not one.

    >>> numeral("250,000")
    Numeral(whole='250000', decimal='250.0')
    >>> numeral("1 234,5"), numeral("1,234,567")
    (Numeral(whole=None, decimal='1234.5'), Numeral(whole='1234567', decimal=None))
    """
    text = written.strip()
    sign = _SIGN.match(text)
    minus = "-" if sign and sign[0] != "+" else ""
    digits = text[1:] if sign else text
    if grouped := _GROUPED.fullmatch(digits):
        parts = re.findall(r"\d+", digits)
        if grouped["decimals"]:
            return Numeral(None, f"{minus}{''.join(parts[:-1])}.{parts[-1]}")
        single = len(parts) == 2 and grouped["between"] in ",."
        if single and parts[0].startswith("0"):  # no thousands begin with 0
            return Numeral(None, f"{minus}{'.'.join(parts)}")
        return Numeral(f"{minus}{''.join(parts)}", f"{minus}{parts[0]}.{_decimals(parts[1])}" if single else None)
    plain = _PLAIN.fullmatch(_GAPS.sub("", digits))
    if plain is None:
        return None
    decimals = plain["decimals"]
    return Numeral(None, f"{minus}{plain['whole']}.{decimals}" if decimals else f"{minus}{plain['whole']}")


def _decimals(three: str) -> str:
    """Three decimals as no one can take them for thousands: without the zeros that they end with, or with one more."""
    bare = three.rstrip("0") or "0"
    return bare if len(bare) < len(three) else f"{three}0"

"""How many: an interval, since what is unsure can be read both ways."""

from __future__ import annotations

from typing import NamedTuple


class Count(NamedTuple):
    """How many models it holds for: surely, and at the most. Models are read independently, so both ends can be reached."""

    surely: int
    possibly: int

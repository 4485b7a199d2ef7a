"""How well a picture is made, and how long it may take: what a notebook asks for otherwise than a file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finish:
    """How well a picture is made.

    Attributes:
        dpi: dots per inch of a bitmap.
        timeout: seconds that drawing may take.
    """

    dpi: int = 200
    timeout: float = 30.0


OF_A_FILE = Finish()
"""Sharp in print, and an A4 page is still under a megabyte."""

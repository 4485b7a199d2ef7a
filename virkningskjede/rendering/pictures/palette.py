"""The colours of pictures.

Every fill is so light that black text stands out (contrast above 12 to 1), and no meaning rests on colour alone: a column is told by
its place and heading, a status by its line, a mark by its letter and shape. The hues follow Paul Tol's light scheme (Colour Schemes,
SRON technical note, 2021), which colour-blind readers can tell apart; they are thinned with white, and lighter and darker columns take
turns, so that neighbours differ in grey-scale too.
"""

from __future__ import annotations

from collections.abc import Mapping

INK = "#1a1a1a"
"""Text and borders."""

HEADING = "#333333"
"""Behind headings, which are white."""

STATED = "#3a3a3a"
"""Arrows that the source states."""

INFERRED = "#767676"
"""Arrows that the coder inferred."""

FADED = "#6b6b6b"
"""Text and border of what is dropped."""

PAPER = "#ffffff"

FILLS: Mapping[str, str] = {
    "context": "#f3f3f3",
    "inputs": "#d3e4f3",
    "activities": "#fbf3d5",
    "outputs": "#c9e6de",
    "organisations": "#fdeae4",
    "users": "#d5dbef",
    "society": "#f3f5d9",
}
"""The fill of each column's boxes."""

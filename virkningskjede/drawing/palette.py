"""The colours of pictures.

Every fill is so light that black text stands out (contrast above 12 to 1), all text has at least the 4.5 to 1 and all lines the 3 to 1
that WCAG 2.2 asks for at level AA, and no meaning rests on colour alone: a column is told by
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

FADED = "#595959"
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

FIRST, SECOND = "#fde6cf", "#d3e4f3"
"""The fill of what is only in the first of two models, and only in the second."""

FIRST_INK, SECOND_INK = "#8a4a00", "#1f4e79"
"""Arrows that are only in the first, and only in the second."""

FAINT, FAINT_TEXT = "#8c8c8c", "#6b6b6b"
"""Arrows and borders that a view puts in the background, and the text in such boxes, which are white."""

STEPS = ("#ffffff", "#e3edf5", "#c3d8ea")
"""The fill of what few, some and many models have."""

"""The legend under a picture: only the signs that it uses, and what its numbered marks stand for."""

from __future__ import annotations

from dataclasses import dataclass

from virkningskjede.drawing.looks import own_key
from virkningskjede.drawing.marks import POLARITY, UNWANTED, Marks
from virkningskjede.drawing.overlay import PLAIN, Meanings, PictureMark, Swatch, mark_width
from virkningskjede.drawing.scene import Scene
from virkningskjede.drawing.wrapping import LINE, wrap
from virkningskjede.i18n import word

SIZE = 0.9
"""The size of the legend's text, in ems of the boxes' text."""

SAMPLE, COLUMN_GAP, ROW_GAP = 2.4, 1.6, 0.25
"""The width of a sample, and the room between columns and between entries, in ems of the boxes' text."""

_AFTER_SIGN, _WIDEST = 0.8, 40.0


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A sign and what it means; ``x`` and ``y`` are its left and top, in ems from those of the legend."""

    sign: Swatch | PictureMark
    lines: tuple[str, ...]
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Legend:
    """The entries, the height they need, how far in their text begins and how wide it may be, all in ems."""

    entries: tuple[LegendEntry, ...]
    height: float
    indent: float
    measure: float


def sign_key(scene: Scene, marks: Marks) -> Meanings:
    """The signs on arrows that are no plus, and on what nobody wishes, each with its meaning."""
    used = {mark for on_one in marks.on.values() for mark in on_one if mark.kind in PLAIN}
    mark_of = {sign: PictureMark("sign", shown) for sign, shown in POLARITY.items()}
    signs = tuple((mark, word(f"picture.legend.sign.{sign}", scene.lang)) for sign, mark in mark_of.items() if mark in used)
    return (*signs, (UNWANTED, word("picture.legend.unwanted", scene.lang))) if UNWANTED in used else signs


def meanings(scene: Scene, marks: Marks) -> Meanings:
    """Each sign that a picture uses, with its meaning in the reader's language."""
    doubts = {mark for marks_of_one in marks.on.values() for mark in marks_of_one if mark.kind == "doubt"}
    doubtful = [(mark, word("picture.legend.doubt", scene.lang)) for mark in doubts]
    return (*own_key(scene), *scene.overlay.key, *sign_key(scene, marks), *doubtful, *marks.key)


def legend(meanings: Meanings, room: float) -> Legend:
    """Set the entries in columns of even height.

    Args:
        meanings: signs and what they mean.
        room: the width of the page, in ems.
    """
    if not meanings:
        return Legend((), 0.0, 0.0, 0.0)
    count = max(2, min(5, round(room / 30), len(meanings)))
    column = min(_WIDEST, (room - COLUMN_GAP * (count - 1)) / count)
    indent = _AFTER_SIGN + max(SAMPLE, *(mark_width(sign) for sign, _ in meanings if isinstance(sign, PictureMark)), 0.0)
    wrapped = [(sign, wrap(text, (column - indent) / SIZE)) for sign, text in meanings]
    heights = [len(lines) * LINE * SIZE + ROW_GAP for _, lines in wrapped]
    target = _least_height(heights, count)
    entries: list[LegendEntry] = []
    x = y = 0.0
    for (sign, lines), height in zip(wrapped, heights, strict=True):
        if y and y + height > target + 1e-6:
            x, y = x + column + COLUMN_GAP, 0.0
        entries.append(LegendEntry(sign, lines, x, y))
        y += height
    return Legend(tuple(entries), target, indent, column - indent)


def _least_height(heights: list[float], count: int) -> float:
    """The least height at which the entries, kept in order, fit in so many columns."""
    low, high = max(*heights, sum(heights) / count), sum(heights)
    while high - low > 0.05:
        middle = (low + high) / 2
        columns, filled = 1, 0.0
        for height in heights:
            if filled + height > middle:
                columns, filled = columns + 1, 0.0
            filled += height
        low, high = (low, middle) if columns <= count else (middle, high)
    return high

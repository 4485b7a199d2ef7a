"""What small multiples show, before anything has a place on a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from virkningskjede.i18n import Lang

Shape = Literal["result", "baseline", "target", "due", "band", "bar"]
"""How something is drawn: a filled dot, as wide and as high as what is not known of it; a hollow one; a thin line; a thick line; a light
area; a bar with text in it."""


@dataclass(frozen=True, slots=True)
class PanelMark:
    """Something in a panel. Places are shares of the panel: ``x`` from the left, ``y`` from the bottom.

    Attributes:
        shape: how it is drawn.
        x: from where, to where; the same twice for a point.
        y: likewise.
        text: what stands beside it, or in a bar.
        caption: what it means, in a sentence, for a pointer that rests on it and for a screen reader.
        shade: how dark a bar is, from 0 to 1.
    """

    shape: Shape
    x: tuple[float, float]
    y: tuple[float, float]
    text: str = ""
    caption: str = ""
    shade: float = 0.0


@dataclass(frozen=True, slots=True)
class Panel:
    """One row.

    Attributes:
        title: what was measured.
        facts: what the panel says, in words; they stand to the right of it.
        marks: what is in it, what lies behind first.
        scale: what stands to the left of it, each at a height.
        heading: what stands above the row, where it begins something new.
        caption: all that it says, for a screen reader.
    """

    title: str
    facts: tuple[str, ...] = ()
    marks: tuple[PanelMark, ...] = ()
    scale: tuple[tuple[float, str], ...] = ()
    heading: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """Rows of panels that share a horizontal axis.

    Attributes:
        title: what stands above it.
        panels: the rows.
        ticks: places along the axis, from 0 to 1, and what stands there.
        legend: the marks that are used, with their meaning; where they stand is of no account.
        notes: lines below.
        lang: the language.
    """

    title: str
    panels: tuple[Panel, ...]
    ticks: tuple[tuple[float, str], ...] = ()
    legend: tuple[tuple[PanelMark, str], ...] = ()
    notes: tuple[str, ...] = ()
    lang: Lang = "nb"

    @property
    def summary(self) -> str:
        """What it shows, for a screen reader."""
        return "\n".join(panel.caption or panel.title for panel in self.panels)

"""What a notebook shows of a model."""

from __future__ import annotations

import base64
from contextlib import suppress

from virkningskjede.drawing.scene import Scene, sizes
from virkningskjede.i18n import visible
from virkningskjede.report.notebook import figure

SECONDS = 5.0
"""How long a cell may wait for each of its pictures."""

DPI = 96
"""How fine the picture is that stands in for the drawing: as fine as a screen that is not enlarged, and light enough to keep."""

HEAVIEST = 300_000
"""A PNG of more bytes than this is left out: a notebook keeps what its cells show."""


def bundle(scene: Scene) -> dict[str, str]:
    """A model for a notebook: always text; its picture, when it can be drawn, as HTML that is never wider than the cell, as SVG, and as
    PNG for what shows neither. Never raises.
    """
    model, lang = scene.model, scene.lang
    name = f"{visible(model.name)} ({sizes(model).in_(lang)})"
    shown = {"text/plain": name, "text/html": figure(name)}
    with suppress(Exception):  # a cell shows its text whatever goes wrong with its picture
        from virkningskjede.drawing.picture import data

        svg = data(scene, "svg", timeout=SECONDS)
        shown |= {"text/html": figure(name, svg), "image/svg+xml": svg.decode("utf-8")}
        png = data(scene, "png", dpi=DPI, timeout=SECONDS)
        if len(png) <= HEAVIEST:
            shown["image/png"] = base64.b64encode(png).decode("ascii")
    return shown

"""What a notebook shows of a model."""

from __future__ import annotations

from contextlib import suppress

from virkningskjede.drawing.scene import Scene, sizes
from virkningskjede.i18n import visible
from virkningskjede.report.notebook import SECONDS, Mimebundle, Shown, figure, light


def bundle(scene: Scene) -> Mimebundle:
    """A model for a notebook: always text; its picture, when it can be drawn, as HTML that is never wider than the cell, as SVG, and as
    PNG for what shows neither. Never raises.
    """
    model, lang = scene.model, scene.lang
    name = f"{visible(model.name)} ({sizes(model).in_(lang)})"
    shown = {"text/plain": name, "text/html": figure(name)}
    with suppress(Exception):  # a cell shows its text whatever goes wrong with its picture
        from virkningskjede.drawing.picture import data

        svg = data(scene, "svg", timeout=SECONDS)
        png = light(lambda finish: data(scene, "png", dpi=finish.dpi, timeout=finish.timeout))
        shown |= {"text/html": figure(name, svg), **Shown(svg, png).by_type}
    return shown

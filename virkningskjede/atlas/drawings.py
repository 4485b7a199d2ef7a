"""The pictures of the atlas: drawn on all cores, and made a part of a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from xml.etree import ElementTree

from markupsafe import Markup

from virkningskjede.analysis.compare.heatmap import grid_of_matrix
from virkningskjede.analysis.consensus.picture import agreed
from virkningskjede.analysis.diff.picture import changed
from virkningskjede.analysis.grouping.heatmap import grid_of_grouping
from virkningskjede.analysis.progress import Progress
from virkningskjede.analysis.progress.figure import figure_of_progress
from virkningskjede.analysis.views import viewed
from virkningskjede.atlas.addresses import element
from virkningskjede.atlas.material import Material, OnStep
from virkningskjede.drawing.draw import DPI, checked_file, on_all_cores
from virkningskjede.drawing.draw_child import drawn
from virkningskjede.drawing.heatmap import Grid
from virkningskjede.drawing.heatmap import dot as dot_of_grid
from virkningskjede.drawing.heatmap.writing import captioned as finished_grid
from virkningskjede.drawing.panels import Figure
from virkningskjede.drawing.panels import captioned as finished_figure
from virkningskjede.drawing.panels import dot as dot_of_figure
from virkningskjede.drawing.picture import painted
from virkningskjede.drawing.scene import Scene
from virkningskjede.errors import DrawingError
from virkningskjede.model import LogicModel
from virkningskjede.model.values import Arrow

Drawing = Scene | Grid | Figure
Pictures = Mapping[str, "bytes | DrawingError"]
"""SVG by the picture's name; or why it could not be drawn."""

FOLDER = "pictures"

_SVG = "http://www.w3.org/2000/svg"


def file_of(name: str) -> str:
    """The file of a picture."""
    return f"{FOLDER}/{name}.svg"


def drawings(material: Material) -> dict[str, Drawing]:
    """What is drawn, by the name of the picture."""
    by_name: dict[str, Drawing] = {}
    for model in material.portfolio.values():
        scene = scene_of(model, material)
        by_name[f"model-{model.id}"] = scene
        if model.nodes:
            by_name[f"overview-{model.id}"] = viewed(scene, "overview")
        own = progress_of(model, material)
        if own is not None:
            by_name[f"progress-{model.id}"] = figure_of_progress(own, lang=material.lang)
    for (a, b), diff in material.diffs.items():
        by_name[f"compare-{a}.{b}"] = changed(diff, lang=material.lang, references=material.shared.references)
    for matrix in material.matrices:
        by_name[f"table-{matrix.comparison.id}"] = grid_of_matrix(matrix, lang=material.lang)
    if material.grouping is not None:
        by_name["grouping"] = grid_of_grouping(material.grouping, lang=material.lang)
    if material.consensus is not None:
        by_name["consensus"] = agreed(material.consensus, lang=material.lang)
    return by_name


def scene_of(model: LogicModel, material: Material) -> Scene:
    """A model as it is."""
    return Scene(model, material.lang, material.shared.vocabulary, material.shared.references)


def progress_of(model: LogicModel, material: Material) -> Progress | None:
    """How far the indicators that start somewhere or are to come somewhere have come; None where the model has none of these."""
    rows = tuple(row for row in material.progress.of(model.id) if row.baseline is not None or row.target is not None)
    return replace(material.progress, models=(model,), indicators=rows) if rows else None


def draw(material: Material, step: OnStep) -> dict[str, bytes | DrawingError]:
    """Draw everything, on all cores.

    Args:
        material: what the atlas shows.
        step: told after each picture.
    """
    wanted = drawings(material)
    by_name: dict[str, bytes | DrawingError] = {}
    for name, content in zip(wanted, on_all_cores(svg, ((drawing,) for drawing in wanted.values()), lang=material.lang), strict=True):
        by_name[name] = content
        step(len(by_name), len(wanted))
    return by_name


def svg(what: Drawing) -> bytes:
    """A scene, a heat map or small multiples as SVG, all in this process: for a child process."""
    if isinstance(what, Scene):
        return painted(what, "svg", "a4", DPI)
    if isinstance(what, Figure):
        return finished_figure(checked_file(drawn(dot_of_figure(what), "svg", DPI), "svg", DPI, what.lang), what)
    return finished_grid(checked_file(drawn(dot_of_grid(what), "svg", DPI), "svg", DPI, what.lang), what)


def inline(content: bytes, *, link: Callable[[str], str] | None = None) -> Markup:
    """SVG as a part of a page, in which each box and each arrow leads to the text about it, and can be reached by the keyboard.

    Args:
        content: the SVG.
        link: the address of the text about a node's id, or an arrow as ``a -> b``; empty for one that leads nowhere. None where
            nothing in the picture leads anywhere.
    """
    ElementTree.register_namespace("", _SVG)
    root = ElementTree.fromstring(content)
    for name in ("width", "height"):
        root.attrib.pop(name, None)
    for parent in list(root.iter(f"{{{_SVG}}}g")) if link is not None else ():
        for place, child in enumerate(parent):
            element_name = _element_name(child)
            address = link(element_name) if link is not None and element_name else ""
            if element_name and address:
                parent[place] = _leading(child, address, element_name)
    return Markup(ElementTree.tostring(root, encoding="unicode"))


def _element_name(group: ElementTree.Element) -> str | None:
    """The part of the model that a group shows."""
    kind = group.get("class")
    if kind == "box":
        return group.get("data-id")
    return Arrow(group.attrib["data-from"], group.attrib["data-to"]) if kind == "arrow" else None


def _leading(group: ElementTree.Element, address: str, name: str) -> ElementTree.Element:
    """The group inside a link, which takes over what it is called."""
    link = ElementTree.Element(f"{{{_SVG}}}a", {"href": address, "class": f"to-{group.get('class')}", "data-about": element(name)})
    label = group.attrib.pop("aria-label", None)
    if label:
        link.set("aria-label", label)
    group.attrib.pop("role", None)
    link.tail, group.tail = group.tail, "\n"
    link.append(group)
    return link

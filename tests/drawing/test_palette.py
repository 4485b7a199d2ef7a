"""Every text and line of every picture stands out as WCAG 2.2 asks for at level AA."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from virkningskjede.analysis.consensus import consensus
from virkningskjede.analysis.consensus.picture import agreed
from virkningskjede.analysis.criteria import check, load_set
from virkningskjede.analysis.diff import diff
from virkningskjede.analysis.diff.picture import changed
from virkningskjede.analysis.views import ViewOptions, viewed
from virkningskjede.drawing import palette
from virkningskjede.drawing.looks import look_of_arrow, look_of_box
from virkningskjede.drawing.scene import Scene
from virkningskjede.model import LogicModel
from virkningskjede.project import Portfolio

TEXT, LINE = 4.5, 3.0


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it: 0 for black, 1 for white."""
    shares = [int(colour[first : first + 2], 16) / 255 for first in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def scenes(portfolio: Portfolio) -> Iterator[Scene]:
    shared = portfolio.project
    pilots = [model for model in portfolio.values() if model.kind == "pilot"]
    sets = [load_set("oslo-economics-2020", shared)]
    dropped = LogicModel.model_validate({"id": "m", "activities": {"a": {"label": "A", "status": "dropped"}}})
    yield Scene(dropped)
    for model in portfolio.values():
        scene = Scene(model, "nb", shared.vocabulary)
        yield from (viewed(scene, view) for view in ("full", "overview", "evidence", "assumptions"))
    for model in pilots:
        yield viewed(Scene(model), "criteria", ViewOptions(check=check(model, sets, shared)))
        yield changed(diff(pilots[0], model, shared.vocabulary))
    yield from (agreed(consensus(pilots, shared, min=least)) for least in (1, 3))


def test_text_and_lines_stand_out_in_every_kind_of_picture(portfolio: Portfolio) -> None:
    for scene in scenes(portfolio):
        for node in scene.model.nodes.values():
            look = look_of_box(node, scene)
            assert look.text and look.fill and look.ink
            assert contrast(look.text, look.fill) >= TEXT
            assert contrast(look.ink, palette.PAPER) >= LINE
        for link in scene.model.links():
            ink = look_of_arrow(link, scene).ink
            assert ink and contrast(ink, palette.PAPER) >= LINE
    assert contrast(palette.HEADING, palette.PAPER) >= TEXT


def test_neighbouring_columns_differ_in_grey_scale() -> None:
    assert all(abs(luminance(one) - luminance(other)) > 0.1 for one, other in pairwise(palette.FILLS.values()))
    assert all(contrast(palette.FADED, fill) >= TEXT for fill in palette.FILLS.values())


def test_every_colour_is_plain() -> None:
    colours = [value for value in vars(palette).values() if isinstance(value, str) and value.startswith("#")]
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in (*colours, *palette.FILLS.values(), *palette.STEPS))

"""The shades of heat maps.

The further a measure has come, the darker the cell, so that the order shows in grey-scale; a letter says which it is. What is unsure is
hatched, with a question mark. Text stands out from every shade and every stripe by at least 4.5 to 1 (WCAG 2.2, 1.4.3 at level AA).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from virkningskjede.drawing import palette

QUIET = "#5f5f5f"
"""The dot in a cell that is silent."""

STRIPES = 4
"""How many stripes a hatched cell of four ems has."""

_BLACK, _DARK = "#000000", 0.179
"""Below this luminance white text stands out better than black; where they are equal, either does so by 4.58 to 1."""

_FULL = "#14487d"
"""The shade of two models that are the same."""


class Shade(NamedTuple):
    """A fill, the text on it, and its border."""

    fill: str
    text: str = palette.INK
    border: str = "#8a8a8a"


SHADES: Mapping[str, Shade] = {
    "silent": Shade(palette.PAPER, QUIET, "#c8c8c8"),
    "perhaps": Shade("#d0d0d0"),
    "template": Shade("#d0d0d0"),
    "no": Shade(palette.PAPER, palette.INK, palette.INK),
    "told": Shade("#d6e4f2"),
    "considered": Shade("#eaf1f8"),
    "planned": Shade("#bdd5ec"),
    "started": Shade("#86b2dc"),
    "in_use": Shade("#245f9b", palette.PAPER),
    "completed": Shade("#0d3258", palette.PAPER),
    "met": Shade("#245f9b", palette.PAPER),
    "partly": Shade("#bdd5ec"),
    "not_met": Shade(palette.PAPER, palette.INK, palette.INK),
    "not_stated": Shade(palette.PAPER, QUIET, "#c8c8c8"),
    "not_decidable": Shade("#efefef", QUIET, "#c8c8c8"),
    "itself": Shade("#efefef", QUIET, "#c8c8c8"),
}
"""The shade of each kind of cell."""


def shade(name: str) -> Shade:
    """The shade of a cell; ``0.42`` is the shade of that similarity.

    >>> shade("0.0").fill, shade("1.0").text
    ('#ffffff', '#ffffff')
    """
    if name in SHADES:
        return SHADES[name]
    fill = mixed(_FULL, float(name))
    return Shade(fill, palette.PAPER if luminance(fill) < _DARK else _BLACK)


def stripes(fill: str) -> tuple[str, str]:
    """The stripes of a hatched cell, beside white ones, and the plate under its text: the fill, dark enough to see, and thinned."""
    hatch = fill
    while luminance(hatch) > 0.6:
        hatch = _darker(hatch)
    plate = hatch
    while luminance(plate) < 0.75:
        plate = mixed(plate, 0.85)
    return hatch, plate


def mixed(colour: str, share: float) -> str:
    """A colour thinned with white: this much of it."""
    return "#" + "".join(f"{round(255 - (255 - part) * share):02x}" for part in _parts(colour))


def _darker(colour: str) -> str:
    return "#" + "".join(f"{round(part * 0.95):02x}" for part in _parts(colour))


def contrast(first: str, second: str) -> float:
    """The contrast of two colours, from 1 to 21, as WCAG 2.2 reckons it.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of a colour, from 0 to 1, as WCAG 2.2 reckons it."""
    linear = (part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in _parts(colour))
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[start : start + 2], 16) for start in (1, 3, 5))

"""What is laid over a picture: how some boxes and arrows stand out, what they say, and what that means.

Everything that a picture can show beyond one model as it is coded goes through here: what differs between two models, how many models
state an arrow, what a criterion rests on. Nothing is told by colour alone: each sign has a line, a weight or a letter of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Literal

from virkningskjede.drawing.wrapping import width
from virkningskjede.model.fields import ASIDES

LineStyle = Literal["solid", "dashed", "dotted", "mixed"]
"""Of a border or an arrow; ``mixed`` is the border of a box that stands for several, of which some would be solid and others not."""

MarkKind = str
"""What a model's own marks stand for: something beside the chain, ``evidence``, ``doubt``, or one of `PLAIN`."""

BESIDE: frozenset[MarkKind] = frozenset(kind.one for kind in ASIDES if kind.marked)
"""The kinds of marks for what stands beside the chain: ``barrier``, ``enabler``, ``assumption``."""

KINDS: frozenset[MarkKind] = BESIDE | {"evidence", "doubt"}
"""The kinds of marks that a view can leave out."""

PLAIN: frozenset[MarkKind] = frozenset(["sign", "together", "unwanted"])
"""The kinds of marks that say what an arrow or a node is, and stand in every picture: the sign of an arrow, what leads somewhere together
with other things, and that nobody wishes it."""

OverlayKind = Literal["first", "second", "changed", "moved", "count", "verdict", "mechanism", "seam"]
"""What other marks stand for: what is only in the first or the second model, changed or moved; how many; a verdict; a mechanism; a box
where a way along the arrows goes on that is nobody's."""

Anchor = str | tuple[str, str]
"""A node's id, or an arrow's two."""

MARK_SIZE, MARK_HEIGHT = 0.82, 1.05
"""The size of the text on a mark, and a mark's height, in ems of the boxes' text."""


@dataclass(frozen=True, slots=True)
class PictureMark:
    """A small sign on a box or an arrow, such as ``H1``."""

    kind: MarkKind | OverlayKind
    sign: str


def mark_width(mark: PictureMark) -> float:
    """How wide a mark is, in ems of the boxes' text."""
    return max(MARK_HEIGHT, width(mark.sign) * MARK_SIZE + 0.5)


@dataclass(frozen=True, slots=True)
class Look:
    """How a box or an arrow is drawn. None leaves it as it is without this look.

    Attributes:
        line: of the border, or of the arrow.
        thickness: of that line, in ems of the boxes' text.
        ink: the line's colour.
        fill: a box's colour.
        text: the colour of a box's text.
        rounded: whether a box has round corners.
    """

    line: LineStyle | None = None
    thickness: float | None = None
    ink: str | None = None
    fill: str | None = None
    text: str | None = None
    rounded: bool | None = None

    def under(self, upper: Look) -> Look:
        """This look with what another settles laid over it."""
        values = {attribute.name: getattr(upper, attribute.name) for attribute in fields(Look)}
        return replace(self, **{name: value for name, value in values.items() if value is not None})


@dataclass(frozen=True, slots=True)
class Swatch:
    """A box or an arrow of the legend; a box may show the letter that such boxes carry."""

    shape: Literal["box", "arrow"]
    look: Look
    sign: str = ""


Meanings = tuple[tuple[Swatch | PictureMark, str], ...]
"""Signs and what they mean."""


@dataclass(frozen=True, slots=True)
class Sign:
    """How one box or arrow stands out.

    Attributes:
        look: laid over its own.
        marks: small letters on it, before its own.
        says: what it says first when it is pointed at or read aloud.
        members: the ids of the nodes that a box stands for, where it is several.
        stage: where in the chain these stand.
        whose: of which model it is that several together lead to it, where that is not so of all.
    """

    look: Look = Look()
    marks: tuple[PictureMark, ...] = ()
    says: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    stage: str = ""
    whose: str = ""


@dataclass(frozen=True, slots=True)
class Overlay:
    """What is laid over a picture.

    Attributes:
        on: the signs, on nodes (by id) and arrows (by their two ids).
        key: what they mean, for the legend.
        plain: whether boxes and arrows are drawn without what their own coding says (status, certainty, what is required).
        keeps: which of the model's own marks stay.
    """

    on: Mapping[Anchor, Sign] = field(default_factory=dict)
    key: Meanings = ()
    plain: bool = False
    keeps: frozenset[MarkKind] = KINDS

    def sign(self, anchor: Anchor) -> Sign:
        """The sign of a node or an arrow; one that changes nothing where there is none."""
        return self.on.get(anchor, _NONE)


_NONE = Sign()

NOTHING = Overlay()
"""Laid over a picture of one model as it is."""

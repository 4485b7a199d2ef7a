"""How boxes and arrows look as they are coded: their line tells status and certainty, their corners an aim of the whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from virkningskjede.drawing import palette
from virkningskjede.drawing.columns import key_of
from virkningskjede.drawing.overlay import Look, Meanings, Swatch
from virkningskjede.drawing.scene import Scene
from virkningskjede.i18n import word
from virkningskjede.model import Link, Node, Outcome

INTENDED = frozenset(["needed", "considered", "planned"])
"""Statuses of what is not there yet: drawn dashed."""

BORDER = 0.09
"""The line around a box, in ems of the boxes' text."""

_REQUIRED, _STATED, _INFERRED = 0.24, 0.16, 0.07

BOX = Look(line="solid", thickness=BORDER, ink=palette.INK, fill=palette.PAPER, text=palette.INK, rounded=False)
ARROW = Look(line="solid", thickness=_INFERRED, ink=palette.STATED)
"""A box and an arrow of which nothing is told."""

DROPPED = Look(line="dotted", ink=palette.FADED, text=palette.FADED)
"""What was dropped."""

GONE: Mapping[str, Look] = {
    "dropped": DROPPED,
    "not_part": Look(line="dotted", ink=palette.FAINT, fill=palette.PAPER, text=palette.FAINT_TEXT),
}
"""What is not there, by its status. What never took part has no colour of its own stage."""

MIXED = Look(line="mixed")
"""A box that stands for several, of which some are there and others are not."""

_INTENDED = Look(line="dashed")
_WHOLE = Look(rounded=True)
_REQUIRED_LOOK = Look(thickness=_REQUIRED)
_STATED_LOOK = Look(thickness=_STATED, ink=palette.STATED)
_INFERRED_LOOK = Look(thickness=_INFERRED, ink=palette.INFERRED)
_FEEDBACK = Look(line="dashed", ink=palette.INFERRED)

FAINT = Look(ink=palette.FAINT, fill=palette.PAPER, text=palette.FAINT_TEXT)
FAINT_ARROW = Look(line="dotted", ink=palette.FAINT, thickness=_INFERRED)
"""A box and an arrow that a view puts in the background."""


def arrow_swatch(look: Look) -> Swatch:
    """An arrow of the legend, with a look laid over the plain one."""
    return Swatch("arrow", ARROW.under(look))


def look_of_box(node: Node, scene: Scene) -> Look:
    """How a node's box is drawn."""
    look = BOX
    if not scene.overlay.plain:
        look = look.under(Look(fill=palette.FILLS[key_of(node)]))
        look = look.under(_INTENDED if node.status in INTENDED else GONE.get(node.status or "", Look()))
        look = look.under(_WHOLE) if isinstance(node, Outcome) and node.of_the_whole else look
        look = look.under(_REQUIRED_LOOK) if node.required else look
    return look.under(scene.overlay.sign(node.id).look)


def look_of_arrow(link: Link, scene: Scene) -> Look:
    """How an arrow is drawn: thick when the source states it, dashed when it goes back."""
    look = ARROW
    if not scene.overlay.plain:
        look = look.under(_STATED_LOOK if link.stated else _INFERRED_LOOK)
    look = look.under(Look(line="dashed")) if link.feedback else look
    return look.under(scene.overlay.sign(link.ends).look)


def own_key(scene: Scene) -> Meanings:
    """The looks that the picture of a model uses, each with its meaning."""
    return () if scene.overlay.plain else tuple((swatch, word(f"picture.legend.{name}", scene.lang)) for name, swatch in _used(scene))


def _used(scene: Scene) -> Iterator[tuple[str, Swatch]]:
    links = tuple(scene.model.links())
    nodes = [node for node in scene.model.nodes.values() if scene.overlay.sign(node.id).look.line is None]
    boxes = {
        "firm": (Look(), any(node.status is None or node.status not in INTENDED | GONE.keys() for node in nodes)),
        "intended": (_INTENDED, any(node.status in INTENDED for node in nodes)),
        **{status: (look, any(node.status == status for node in nodes)) for status, look in GONE.items()},
        "whole": (_WHOLE, any(isinstance(node, Outcome) and node.of_the_whole for node in nodes)),
        "required": (_REQUIRED_LOOK, any(node.required for node in nodes)),
    }
    arrows = {
        "stated": (_STATED_LOOK, any(link.stated and not link.feedback for link in links)),
        "inferred": (_INFERRED_LOOK, any(not link.stated and not link.feedback for link in links)),
        "feedback": (_FEEDBACK, any(link.feedback for link in links)),
    }
    yield from ((name, Swatch("box", BOX.under(look))) for name, (look, used) in boxes.items() if used)
    yield from ((name, Swatch("arrow", ARROW.under(look))) for name, (look, used) in arrows.items() if used)

"""What a notebook shows of a value."""

from __future__ import annotations

from contextlib import suppress

from virkningskjede.i18n import Lang, visible
from virkningskjede.model import LogicModel

SECONDS = 5.0
"""How long a cell may wait for its picture."""


def bundle(model: LogicModel) -> dict[str, str]:
    """A model for a notebook: always text; a picture when it can be drawn. Never raises.

    The text is in the model's own language, since a notebook has not been asked for one.
    """
    lang: Lang = "en" if model.lang == "en" else "nb"
    from virkningskjede.drawing.scene import sizes

    counts = sizes(model).in_(lang)
    shown = {"text/plain": f"{visible(model.name)} ({counts})"}
    with suppress(Exception):  # a cell shows its text whatever goes wrong with its picture
        from virkningskjede.drawing.picture import data
        from virkningskjede.drawing.scene import Scene

        shown["image/svg+xml"] = data(Scene(model, lang), "svg", timeout=SECONDS).decode("utf-8")
    return shown

"""What a notebook shows of a value."""

from __future__ import annotations

from virkningskjede.model import LogicModel


def bundle(model: LogicModel) -> dict[str, str]:
    """A model for a notebook: always text; a picture when it can be drawn. Never raises."""
    return {"text/plain": model.name}

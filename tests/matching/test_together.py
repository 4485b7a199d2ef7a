"""Entries that are partners whatever else there is: only those that are alike in all that matching looks at."""

from __future__ import annotations

from typing import Any

import pytest

from virkningskjede.matching.together import always_together
from virkningskjede.model import LogicModel

COURSE = {"label": "Kurs", "term": ["kurs"], "who": ["lege"]}


def entry(section: str, **fields: Any) -> Any:
    return getattr(LogicModel.model_validate({"id": "m", section: {"x": {**COURSE, **fields}}}, by_alias=True), section)["x"]


@pytest.mark.parametrize("fields", [{"who": ["pleier"]}, {"when": "need"}, {"label": "Kurset"}, {"term": ["kurs", "mote"]}])
def test_what_differs_in_anything_is_weighed(fields: dict[str, Any]) -> None:
    one = entry("activities")
    assert always_together("activities", one, entry("activities"))
    assert always_together("activities", one, entry("activities", **fields)) is False


def test_kinds_of_context_are_weighed() -> None:
    need, same, other = (entry("context", who=[], kind=kind) for kind in ("problem", "problem", "asset"))
    assert always_together("context", need, same)
    assert always_together("context", need, other) is False

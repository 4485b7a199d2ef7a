"""What a model says of its indicators: numbers before anything is done, and numbers to come to."""

from __future__ import annotations

import pytest

import virkningskjede as vk
from virkningskjede.diagnostics import InvalidModel
from virkningskjede.model import LogicModel
from virkningskjede.model.results import way
from virkningskjede.model.values import Bounds


def model(indicator: dict[str, object], **sections: object) -> LogicModel:
    return LogicModel.model_validate({"id": "m", "indicators": {"i": {"label": "I", **indicator}}, **sections})


@pytest.mark.parametrize(
    ("targets", "fine"),
    [
        ([{"min": 60}], True),
        ([{"min": 60, "date": "2024"}, {"min": 80, "date": "2026-06"}], True),
        ([{"min": 60, "date": "2024-06"}, {"min": 80, "date": "2024"}], True),
        ([{"min": 60, "date": "2024"}, {"min": 80, "date": "2024-06"}], False),
        ([{"min": 60, "date": "2024"}, {"min": 80}], False),
        ([{"min": 60, "date": "2024"}, {"min": 80, "date": "2024"}], False),
    ],
)
def test_targets_are_in_order(targets: list[dict[str, object]], fine: bool) -> None:
    if fine:
        assert len(model({"targets": targets}).indicators["i"].targets) == len(targets)
    else:
        with pytest.raises(InvalidModel):
            model({"targets": targets})


def test_a_lone_target_is_a_list_of_one() -> None:
    assert model({"targets": {"min": 60}}) == model({"targets": [{"min": 60}]})


@pytest.mark.parametrize(
    ("start", "end", "goes"),
    [
        ({"value": 40}, {"value": 60}, "up"),
        ({"value": 40}, {"above": 40}, "up"),
        ({"value": 40}, {"min": 40}, None),
        ({"min": 30, "max": 40}, {"below": 20}, "down"),
        ({"value": 1, "unit": "year"}, {"max": 6, "unit": "month"}, "down"),
        ({"value": 1, "unit": "year"}, {"max": 6, "unit": "person"}, None),
        ({"words": "få"}, {"min": 20}, None),
    ],
)
def test_which_way_it_is(start: dict[str, object], end: dict[str, object], goes: str | None) -> None:
    assert way(Bounds.model_validate(start), Bounds.model_validate(end)) == goes


def test_another_target_is_a_change_of_content() -> None:
    before = model({"baseline": {"value": 40, "date": "2023"}, "targets": [{"min": 60, "date": "2024"}]})
    after = model({"baseline": {"value": 40, "date": "2023-06"}, "targets": [{"min": 60, "date": "2024"}, {"min": 80, "date": "2026"}]})
    changes = {change.path: change.weight for change in vk.diff(before, after).changes}
    assert changes == {"indicators.i.baseline": "content", "indicators.i.targets": "content"}
    text = vk.diff(before, after).to_text(lang="nb", width=200)
    assert "«I»: utgangspunkt endret fra 40 (2023) til 40 (juni 2023)" in text
    assert "«I»: mål endret: lagt til minst 80 (2026)" in text


def test_what_a_section_alone_says_of_a_baseline_is_withheld_with_it() -> None:
    from virkningskjede.query.withheld import withhold

    whole = model({"baseline": {"value": 40, "at": "4:1"}, "targets": [{"min": 60, "at": "2:1"}]}, source="r")
    left = withhold(whole, {"r#4"}).indicators["i"]
    assert left.baseline is None
    assert len(left.targets) == 1

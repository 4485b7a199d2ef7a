"""How far the indicators of models have come, and what is said of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

import virkningskjede as vk
from virkningskjede.analysis.progress import progress
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.project import ALONE

INDICATOR = {
    "label": "Svar",
    "unit": "percent",
    "baseline": {"value": 40, "date": "2023", "at": "1:1"},
    "targets": [{"min": 60, "date": "2024"}, {"min": 80, "date": "2026"}],
}


def model(results: dict[str, Any], **more: Any) -> LogicModel:
    own = {name: {"indicator": "i", **result} for name, result in results.items()}
    return LogicModel.model_validate({"id": "m", "source": "r", "indicators": {"i": INDICATOR}, "results": own, **more})


def rows(of: LogicModel, **asked_for: Any) -> list[tuple[str | None, float | None]]:
    return [
        (row.result, float(row.share.low) if row.share is not None and row.share.low is not None else None)
        for row in vk.progress(of, **asked_for).indicators
    ]


SERIES = {
    "a": {"value": 50, "date": "2024-03", "wave": "vår"},
    "b": {"value": 60, "date": "2024-10", "wave": "høst"},
    "c": {"value": 70, "date": "2025-10", "wave": "høst 2"},
}


@pytest.mark.parametrize(
    ("asked_for", "expected"),
    [
        ({}, [("c", 0.75)]),
        ({"every": True}, [("a", 0.5), ("b", 1.0), ("c", 0.75)]),
        ({"date": "2024"}, [("b", 1.0)]),
        ({"date": "2024-06"}, [("a", 0.5)]),
        ({"date": "2025-01"}, [("b", 0.5)]),  # the target in force then is that of 2026
        ({"date": "2022"}, [(None, None)]),
        ({"wave": "vår"}, [("a", 0.5)]),
    ],
)
def test_which_results_count(asked_for: dict[str, Any], expected: list[tuple[str | None, float | None]]) -> None:
    assert rows(model(SERIES), **asked_for) == expected


def test_a_wave_of_which_there_are_no_results_is_answered_with_those_that_there_are() -> None:
    for wave, answer in (
        ("sommer", "ingen resultater er fra runden «sommer»: rundene er vår, høst, høst 2"),
        ("Høst", "ingen resultater er fra runden «Høst»: rundene er vår, høst, høst 2; mente du `høst`?"),
    ):
        with pytest.raises(vk.UsageError) as error:
            vk.progress(model(SERIES), wave=wave)
        assert error.value.in_("nb") == answer
    with pytest.raises(vk.UsageError) as error:
        vk.progress(LogicModel(id="m"), wave="x")
    assert error.value.in_("en") == "no results are of the wave “x”: none of the results has a wave"


def test_of_the_latest_date_all_are_told_and_none_without_a_number_beside_one_with() -> None:
    of = model({"a": {"value": 50, "date": "2025"}, "b": {"value": 60, "date": "2025"}, "c": {"distribution": {"ja": 9}, "date": "2025"}})
    assert [row.result for row in vk.progress(of).indicators] == ["a", "b"]


def test_of_a_year_and_one_of_its_months_neither_is_surely_the_latest() -> None:
    of = model({"a": {"value": 50, "date": "2025"}, "b": {"value": 60, "date": "2025-10"}, "c": {"value": 9, "date": "2024"}})
    assert {row.result: row.sure for row in vk.progress(of).indicators} == {"a": False, "b": False}
    text = vk.progress(of).to_text(lang="en", width=200)
    assert "50 per cent ? (2025)" in text and "60 per cent ? (October 2025)" in text
    assert "? means that the result can be read otherwise" in text


def test_some_of_the_group_have_neither_the_baseline_nor_the_target_of_all() -> None:
    of = model({"a": {"value": 50, "date": "2024"}, "b": {"value": 70, "date": "2025", "among": "unge"}})
    whole, young = vk.progress(of).indicators
    assert (whole.result, whole.share is not None) == ("a", True)
    assert (young.result, young.among, young.baseline, young.target, young.share) == ("b", "unge", None, None, None)


def test_an_indicator_of_the_codebook_is_called_what_it_is_called_there() -> None:
    shared = {"label": {"nb": "Møter", "en": "Meetings"}, "unit": "time", "direction": "up"}
    words = Vocabulary.model_validate({"indicators": {"felles": shared}})
    of = LogicModel.model_validate(
        {"id": "m", "activities": {"a": {"label": "A", "indicators": "felles"}}, "results": {"r": {"indicator": "felles", "value": 4}}}
    )
    (row,) = progress(of, ALONE).indicators
    assert (row.indicator, row.share, row.met) == ("felles", None, "silent")
    told = progress(of, replace(ALONE, vocabulary=words)).to_text(lang="en")
    assert "Meetings" in told and "4 times" in told


def test_what_was_planned_and_reached_of_a_dose() -> None:
    dose = {"count": {"unit": "person", "planned": {"min": 30}, "reached": {"value": 31}}, "sessions": {"value": 3, "unit": "time"}}
    of = LogicModel.model_validate({"id": "m", "source": "r", "activities": {"a": {"label": "Kurs", "dose": dose, "at": "1:2"}}})
    (row,) = vk.progress(of).indicators
    assert (row.element, row.dimension, row.met, row.share, row.at) == ("a", "count", "yes", None, ("r#1:2",))
    assert "Kurs: antall" in vk.progress(of).to_text(lang="nb")
    assert vk.progress(of, date="2024").indicators == ()
    assert "Ingen indikatorer" in vk.progress(of, date="2024").to_text(lang="nb")


@pytest.mark.parametrize(
    ("indicator", "value", "cell"),
    [
        ({"baseline": {"value": 40}, "targets": [{"max": 60}]}, {"value": 50}, "50%\ntarget reached, as it was before"),
        ({"baseline": {"value": 40}, "targets": [{"max": 20}]}, {"value": 30}, "50%\ntarget not reached"),
        ({"baseline": {"value": 40}, "targets": [{"value": 40}]}, {"value": 30}, "baseline and target are the same, or overlap"),
        ({"targets": [{"min": 20}]}, {"value": 30}, "no baseline\ntarget reached"),
        ({"baseline": {"value": 40, "unit": "hour"}, "targets": [{"min": 20, "unit": "week"}]}, {"value": 3}, "different units"),
        (
            {"unit": "week", "baseline": {"value": 3, "unit": "month"}, "targets": [{"max": 8}]},
            {"value": 10},
            "58% to 61%\ntarget not reached",
        ),
        ({}, {"value": 3}, ""),
    ],
)
def test_what_stands_of_the_share_or_why_there_is_none(indicator: dict[str, Any], value: dict[str, Any], cell: str) -> None:
    of = LogicModel.model_validate(
        {"id": "m", "indicators": {"i": {"label": "I", **indicator}}, "results": {"r": {"indicator": "i", **value}}}
    )
    (table,) = vk.progress(of).report().document("en").tables()
    share = dict(zip(table.headers, table.rows[0], strict=True)).get("Share of the way")
    assert (share or "") == cell


def test_the_keys_of_json() -> None:
    (first,) = vk.progress(model({"a": {"min": 50, "max": 60, "date": "2024", "at": "2:1-2"}})).report().plain()["indicators"]
    assert first == {
        "model": "m",
        "indicator": "i",
        "element": None,
        "dimension": None,
        "label": "Svar",
        "direction": "up",
        "baseline": {"value": 40, "unit": "percent", "date": "2023", "at": ["r#1:1"]},
        "target": {"min": 60, "unit": "percent", "date": "2024"},
        "value": {"min": 50, "max": 60, "unit": "percent"},
        "date": "2024",
        "wave": None,
        "n": None,
        "among": None,
        "share": {"min": 0.5, "max": 1.0},
        "no_share": None,
        "met": "partly",
        "sure": True,
        "result": "a",
        "at": ["r#1:1", "r#2:1", "r#2:2"],
    }


def test_a_frame_has_two_numbers_for_each_and_its_columns_where_there_is_nothing() -> None:
    frame = vk.progress(model({"a": {"min": 60, "date": "2024"}})).to_frame()
    assert frame[["value_min", "share_min", "target_date"]].to_numpy().tolist() == [[60.0, 1.0, "2024"]]
    assert frame["value_max"].isna().all()
    assert list(vk.progress(LogicModel(id="m")).to_frame().columns) == list(frame.columns)


def test_there_is_no_such_date() -> None:
    with pytest.raises(vk.UsageError, match="2024-13"):
        vk.progress(model({}), date="2024-13")


def test_how_often_is_told_with_what_it_is_of() -> None:
    dose = {"frequency": {"unit": "time", "per": "week", "planned": {"value": 2}, "reached": {"value": 1}}}
    model = LogicModel.model_validate({"id": "m", "activities": {"kurs": {"label": "Kurs", "dose": dose}}})
    text = progress(model).to_text(lang="en", width=200)
    assert "2 times a week" in text and "1 time a week" in text
    assert "2 times a week planned, 1 time a week reached" in model.to_text(lang="en", width=200)

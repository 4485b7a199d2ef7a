"""What things are counted in, by the names that the codebook gives them, in every output."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from virkningskjede.analysis.compare import compare
from virkningskjede.analysis.diff import diff
from virkningskjede.analysis.progress import progress
from virkningskjede.analysis.show import ModelReport
from virkningskjede.drawing.captions import captions
from virkningskjede.drawing.scene import Scene
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Comparison, Vocabulary
from virkningskjede.model.results import unit_of
from virkningskjede.model.values import fits
from virkningskjede.project import ALONE
from virkningskjede.query import Condition, unknown_names
from virkningskjede.query.wording import Wording
from virkningskjede.report import results
from virkningskjede.rules.context import RuleContext
from virkningskjede.rules.names import unknown_unit

CODEBOOK = Vocabulary.model_validate(
    {
        "units": {"skole": {"one": {"nb": "skole", "en": "school"}, "many": {"nb": "skoler", "en": "schools"}}},
        "terms": {"leksehjelp": {"label": {"nb": "Leksehjelp", "en": "Homework help"}, "stage": "activities"}},
    }
)


def counted(number: int, unit: str = "skole", **more: Any) -> LogicModel:
    help_ = {"label": "Leksehjelp", "term": "leksehjelp", "dose": {"count": {"value": number, "unit": unit}}}
    return LogicModel.model_validate({"id": "m", "activities": {"a": help_}, **more})


def test_an_amount_is_told_by_the_name_of_its_unit() -> None:
    report = ModelReport(counted(12), CODEBOOK)
    assert "12 skoler" in report.to_markdown(lang="nb")
    assert "12 schools" in report.to_markdown(lang="en")
    assert "1 skole" in ModelReport(counted(1), CODEBOOK).to_markdown(lang="nb").replace("skoler", "")
    assert any("12 schools" in fact for fact in captions(Scene(counted(12), "en", CODEBOOK))["a"].facts)


def test_a_column_a_diff_and_a_condition_say_it_too() -> None:
    columns = Comparison.model_validate(
        {"id": "c", "title": "C", "stages": ["activities"], "columns": {"k": {"label": "K", "counts": ["leksehjelp"], "shows": "dose"}}}
    )
    assert "12 schools" in compare(counted(12), columns, replace(ALONE, vocabulary=CODEBOOK)).to_markdown(lang="en")
    changed = diff(counted(12), counted(14), CODEBOOK)
    assert "fra 12 skoler til 14 skoler" in changed.to_markdown(lang="nb")
    asked = Condition.model_validate({"node": {"term": "leksehjelp", "dose": {"count": {"min": 10, "unit": "skole"}}}})
    assert "at least 10 schools" in Wording(CODEBOOK, {}, "en").phrase(asked)


@pytest.mark.parametrize(("unit", "shown"), [("skole", "12 skoler"), ("EUR", "12 EUR"), ("poeng per elev", "12 poeng per elev")])
def test_a_result_has_the_unit_of_its_indicator(unit: str, shown: str) -> None:
    model = counted(1, indicators={"i": {"label": "I", "unit": unit}}, results={"r": {"indicator": "i", "value": 12}})
    assert unit_of(model.results["r"], model, CODEBOOK) == (unit if unit != "poeng per elev" else None)
    assert results.quantity(model.results["r"], model, CODEBOOK, "nb") == shown


def test_the_unit_of_an_indicator_is_known_to_its_results() -> None:
    indicators = {"i": {"label": "Avfall", "unit": "kg", "baseline": {"value": 6, "unit": "kg"}, "targets": {"value": 4, "date": "2026"}}}
    measured = {"r": {"indicator": "i", "value": 5, "unit": "kg", "date": "2025"}, "s": {"value": 5, "unit": "kg"}}
    model = counted(1, indicators=indicators, results=measured)
    asked = list(unknown_unit(RuleContext(model, replace(ALONE, vocabulary=CODEBOOK))))
    assert [each.path for each in asked] == [("results", "s", "unit")]
    (row,) = progress(model, replace(ALONE, vocabulary=CODEBOOK)).indicators
    assert row.no_share is None
    assert row.share is not None
    assert results.quantity(model.results["r"], model, CODEBOOK, "nb") == "5 kg"


def test_a_unit_that_nobody_has_is_asked_about() -> None:
    model = counted(
        3, "skoler", results={"r": {"value": 2, "unit": "skole"}, "s": {"value": 2, "unit": "kg"}, "t": {"value": 2, "unit": "SEK"}}
    )
    asked = list(unknown_unit(RuleContext(model, replace(ALONE, vocabulary=CODEBOOK))))
    assert [(each.code, each.path) for each in asked] == [
        ("VK351", ("activities", "a", "dose", "count", "unit")),
        ("VK351", ("results", "s", "unit")),
    ]
    assert "mente du `skole`?" in asked[0].message("nb")
    wanted = Condition.model_validate({"node": {"dose": {"count": {"min": 1, "unit": "klasse"}}}})
    assert [each.code for each in unknown_names(wanted, CODEBOOK)] == ["VK125"]


def test_things_in_different_units_say_nothing_of_each_other() -> None:
    twelve, pieces = (model.activities["a"].dose for model in (counted(12), counted(12, "piece")))
    assert twelve is not None and pieces is not None and twelve.count is not None and pieces.count is not None
    assert (fits(twelve.count, twelve.count), fits(twelve.count, pieces.count)) == ("yes", "silent")

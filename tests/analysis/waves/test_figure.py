"""Waves as a figure: a bar for each wave, divided as its answers are."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

from virkningskjede.analysis.waves import waves
from virkningskjede.analysis.waves.figure import figure_of_waves
from virkningskjede.drawing.panels.writing import data
from virkningskjede.model import LogicModel
from virkningskjede.project import load_portfolio

EXAMPLES = Path(__file__).parents[3] / "examples"
SVG = "{http://www.w3.org/2000/svg}"


def model(*distributions: dict[str, int | str]) -> LogicModel:
    results = {f"r{number}": {"indicator": "i", "wave": f"w{number}", "distribution": given} for number, given in enumerate(distributions)}
    return LogicModel.model_validate({"id": "m", "indicators": {"i": {"label": "Trivsel"}}, "results": results})


def test_each_wave_is_a_bar_divided_as_its_answers_are() -> None:
    (panel,) = figure_of_waves(waves(model({"lite": 1, "noe": 2, "mye": 1}, {"noe": 1, "mye": 3})), lang="en").panels
    assert panel.scale == ((0.76, "w0 (n = 4)"), (0.24, "w1 (n = 4)"))
    assert [(mark.x, mark.text, round(mark.shade, 2)) for mark in panel.marks] == [
        ((0.0, 0.25), "lite 25 %", 0.08),
        ((0.25, 0.75), "noe 50 %", 0.54),
        ((0.75, 1.0), "mye 25 %", 1.0),
        ((0.0, 0.25), "noe 25 %", 0.54),
        ((0.25, 1.0), "mye 75 %", 1.0),
    ]
    assert panel.facts[0] == "lite 1→0; noe 2→1; mye 1→3"
    assert panel.facts[1].startswith("The chance of a higher answer in the later wave: ")


def test_what_is_no_count_is_not_drawn() -> None:
    (panel,) = figure_of_waves(waves(model({"lite": "2.5", "mye": 1}, {"lite": 1, "mye": 3})), lang="en").panels
    assert (panel.marks, panel.scale) == ((), ())
    assert panel.facts == ("Cannot be compared: it must say how many gave each answer, in whole numbers that together are n.",)


def test_a_wave_that_nobody_answered_has_no_bar() -> None:
    (panel,) = figure_of_waves(waves(model({"lite": 0, "mye": 0}, {"lite": 1, "mye": 3})), lang="en").panels
    assert [mark.y for mark in panel.marks] == [(0.06, 0.42)] * 2


def test_nothing_to_compare_is_said() -> None:
    drawn = figure_of_waves(waves(LogicModel(id="m")), lang="en")
    assert (drawn.panels, drawn.ticks, drawn.notes) == ((), (), ("No indicator has results with a distribution in two waves.",))


def test_the_invented_second_wave_of_the_examples() -> None:
    drawn = figure_of_waves(waves(load_portfolio(EXAMPLES / "results-framework"), people="different"), lang="nb")
    (panel,) = drawn.panels
    assert panel.heading == "Mannskapet etter øvelsene (oppdiktet)"
    assert panel.facts == (
        "slett-ikke 9→4; litt 15→14; ganske 12→19; helt 4→11",
        "Sjansen for høyere svar i den siste runden: 0,64 (0,52 til 0,75). p = 0,015, talt opp.",
    )
    root = ET.fromstring(data(drawn, "svg"))
    assert root.findtext(f"{SVG}desc") == drawn.summary
    titles = [element.text for element in root.iter(f"{SVG}title")]
    assert "helt 23 % (11 / 48)" in titles

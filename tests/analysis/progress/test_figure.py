"""Progress as a figure: where each number stands, how wide its date is, and which target is in force when."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from virkningskjede.analysis.progress import progress
from virkningskjede.analysis.progress.figure import figure_of_progress
from virkningskjede.drawing.panels import Figure, PanelMark, captioned, dot, laid
from virkningskjede.drawing.panels.writing import data
from virkningskjede.errors import UsageError
from virkningskjede.model import LogicModel
from virkningskjede.project import load_portfolio

EXAMPLES = Path(__file__).parents[3] / "examples"
SVG = "{http://www.w3.org/2000/svg}"


def figure(indicator: dict[str, Any], *results: dict[str, Any], lang: str = "en", **more: Any) -> Figure:
    """The figure of one indicator."""
    model = LogicModel.model_validate(
        {
            "id": "m",
            "title": "Avfall",
            "indicators": {"i": {"label": "Sorterer", "unit": "percent", **indicator}},
            "results": {f"r{number}": {"indicator": "i", **result} for number, result in enumerate(results)},
            **more,
        }
    )
    return figure_of_progress(progress(model, every=True), lang=lang)  # type: ignore[arg-type]


def marks(figure: Figure, *shapes: str, panel: int = 0) -> list[tuple[tuple[float, float], tuple[float, float], str]]:
    """The marks of some shapes: where they stand along the axis and in the panel, rounded, and their texts."""

    def rounded(pair: tuple[float, float]) -> tuple[float, float]:
        return round(pair[0], 3), round(pair[1], 3)

    return [(rounded(mark.x), rounded(mark.y), mark.text) for mark in figure.panels[panel].marks if mark.shape in shapes]


FOUR_YEARS = {"baseline": {"value": 40, "date": "2022"}, "targets": [{"min": 60, "date": "2024"}, {"min": 80, "date": "2025"}]}


def test_targets_are_steps_each_in_force_until_its_date() -> None:
    """Four years, of which the first begins at 0 and the last ends at 1; 2024 is a leap year."""
    drawn = figure(FOUR_YEARS)
    end_of_2024 = round((365 + 365 + 366) / (4 * 365 + 1), 3)
    assert marks(drawn, "target") == [((0.0, end_of_2024), (0.5, 0.5), ""), ((end_of_2024, 1.0), (0.86, 0.86), "")]
    begin_of_2024 = round((365 + 365) / (4 * 365 + 1), 3)
    assert marks(drawn, "due") == [
        ((begin_of_2024, end_of_2024), (0.5, 0.5), "at least 60"),
        ((end_of_2024, 1.0), (0.86, 0.86), "at least 80"),
    ]


def test_a_date_is_as_wide_as_it_is_imprecise() -> None:
    drawn = figure(FOUR_YEARS, {"value": 50, "date": "2023"}, {"value": 50, "date": "2023-07-01"}, {"value": 50, "date": "2023-08"})
    days = 4 * 365 + 1
    year = ((365 / days), (730 / days))
    month = ((365 + 212) / days, (365 + 243) / days)
    day = (365 + 181.5) / days
    assert [x for x, _, _ in marks(drawn, "result")] == [tuple(round(end, 3) for end in pair) for pair in (year, (day, day), month)]
    (baseline,) = marks(drawn, "baseline")
    assert baseline == ((0.0, round(365 / days, 3)), (0.14, 0.14), "40")


def test_a_number_is_as_high_as_it_is_imprecise() -> None:
    drawn = figure(
        FOUR_YEARS, {"min": 50, "max": 60, "date": "2023-07-01"}, {"min": 50, "date": "2024-07-01"}, {"max": 50, "date": "2025-07-01"}
    )
    assert [(y, text) for _, y, text in marks(drawn, "result")] == [
        *(((0.32, 0.5), "50–60"), ((0.32, 1.0), "at least 50"), ((0.0, 0.32), "at most 50")),
    ]


def test_a_band_without_a_date_says_its_numbers_once() -> None:
    drawn = figure({"targets": {"min": 80, "max": 90}}, {"value": 60, "date": "2024"})
    assert [text for _, _, text in marks(drawn, "band", "due")] == ["80–90"]


def test_a_target_from_and_to_is_a_band_due_at_both_its_ends() -> None:
    drawn = figure({"targets": [{"min": 20, "max": 30, "date": "2025"}]}, {"value": 10, "date": "2024"})
    assert marks(drawn, "band") == [((0.0, 1.0), (0.5, 0.86), "")]
    assert [(y, text) for _, y, text in marks(drawn, "due")] == [((0.86, 0.86), "20–30"), ((0.5, 0.5), "")]


def test_nothing_is_drawn_between_measurements() -> None:
    drawn = figure({}, {"value": 10, "date": "2024-01-01"}, {"value": 20, "date": "2025-01-01"})
    assert [mark.shape for mark in drawn.panels[0].marks] == ["result", "result"]


def test_what_has_no_date_stands_by_itself_to_the_left() -> None:
    drawn = figure({"baseline": {"value": 40}, "targets": {"min": 80}}, {"value": 60, "date": "2024"})
    assert marks(drawn, "baseline") == [((0.04, 0.04), (0.14, 0.14), "40")]
    assert [x for x, _, _ in marks(drawn, "result")] == [(0.12, 1.0)]
    assert marks(drawn, "target") == [((0.12, 1.0), (0.86, 0.86), "at least 80")]  # it is always in force, and due at no time
    assert marks(drawn, "due") == []
    assert "What stands farthest to the left has no date." in drawn.notes


def test_without_any_date_there_is_no_axis() -> None:
    drawn = figure({"targets": {"min": 80}}, {"value": 60})
    assert (drawn.ticks, marks(drawn, "result")) == ((), [((0.5, 0.5), (0.14, 0.14), "60")])


def test_waves_and_doubt_stand_at_the_numbers() -> None:
    drawn = figure({}, {"value": 10, "date": "2024", "wave": "første"}, {"value": 20, "date": "2025", "or": ["absent"]})
    assert [text for _, _, text in marks(drawn, "result")] == ["10 · første", "20 ?"]
    assert drawn.notes[-1].startswith("? means")


def test_a_part_of_the_group_has_a_row_of_its_own_without_targets() -> None:
    drawn = figure(FOUR_YEARS, {"value": 50, "date": "2024"}, {"value": 30, "date": "2024", "among": "unge"})
    assert [panel.title for panel in drawn.panels] == ["Sorterer", "Sorterer, among: unge"]
    assert [mark.shape for mark in drawn.panels[1].marks] == ["result"]


def test_what_is_of_another_kind_of_unit_is_told_and_not_drawn() -> None:
    drawn = figure({"targets": {"min": 80, "date": "2025"}}, {"value": 60, "unit": "person", "date": "2024"})
    assert marks(drawn, "result") == []
    assert "Result: 60 persons (2024)" in drawn.panels[0].facts
    assert "A number in another kind of unit than the target is not drawn." in drawn.notes


def test_the_share_is_text() -> None:
    drawn = figure(FOUR_YEARS, {"value": 50, "date": "2024", "n": 12})
    assert drawn.panels[0].facts == (
        "Baseline: 40 per cent (2022)",
        "Target: at least 60 per cent (2024); at least 80 per cent (2025)",
        "Result: 50 per cent (2024; n = 12)",
        "Share of the way: 50%",
        "Target not reached",
    )


def test_what_was_planned_and_reached_of_a_dose() -> None:
    dose = {"count": {"unit": "person", "planned": {"value": 400}, "reached": {"value": 310}}}
    drawn = figure({}, activities={"a": {"label": "Besøk", "dose": dose}})
    assert [panel.title for panel in drawn.panels] == ["Sorterer", "Besøk: number"]
    assert marks(drawn, "target", "result", panel=1) == [((0.0, 1.0), (0.86, 0.86), "400"), ((0.5, 0.5), (0.14, 0.14), "310")]


@pytest.mark.parametrize(
    ("first", "last", "ticks"),
    [
        ("2020", "2025", ["2020", "2021", "2022", "2023", "2024", "2025"]),
        ("1990", "2025", ["1990", "1995", "2000", "2005", "2010", "2015", "2020", "2025"]),
        ("2024-01", "2024-05", ["January 2024", "February 2024", "March 2024", "April 2024", "May 2024"]),
        ("2024-11-03", "2024-11-04", ["January 2024", "April 2024", "July 2024", "October 2024"]),
    ],
)
def test_the_axis_names_what_there_is_room_for(first: str, last: str, ticks: list[str]) -> None:
    drawn = figure({}, {"value": 1, "date": first}, {"value": 2, "date": last})
    assert [label for _, label in drawn.ticks] == ticks
    assert all(0 <= share <= 1 for share, _ in drawn.ticks)


def test_several_models_have_headings_and_one_time() -> None:
    drawn = figure_of_progress(progress(load_portfolio(EXAMPLES / "results-framework"), every=True), lang="nb")
    assert [panel.heading for panel in drawn.panels if panel.heading] == [
        "Mannskapet etter øvelsene (oppdiktet)",
        "Tryggere byer i Bangladesh",
    ]
    assert [label for _, label in drawn.ticks] == ["2015", "2016", "2017", "2018", "2019", "2020"]


def test_rows_do_not_meet_and_labels_stand_on_no_mark() -> None:
    portfolio = load_portfolio(EXAMPLES / "results-framework")
    layout = laid(figure_of_progress(progress(portfolio, every=True), lang="nb"))
    for above, below in zip(layout.rows, layout.rows[1:], strict=False):
        assert above.bottom < below.top
    for row in layout.rows:
        solid = [place for mark, place in zip(row.panel.marks, row.marks, strict=True) if mark.shape in ("result", "baseline")]
        for number, label in enumerate(row.labels):
            assert label.place.x >= row.frame.x and label.place.x + label.place.width <= row.frame.x + row.frame.width + 1e-9
            assert not any(label.place.meets(place) for place in solid), (row.panel.title, label.text)
            assert not any(label.place.meets(other.place) for other in row.labels[number + 1 :]), (row.panel.title, label.text)


def test_a_long_label_wraps_and_its_row_grows() -> None:
    short, long = (laid(figure({"label": " ".join(["Husholdninger som har sortert avfallet sitt"] * times)})) for times in (1, 5))
    assert short.rows[0].names == ("Husholdninger som har sortert", "avfallet sitt")
    assert len(long.rows[0].names) == 8
    assert long.rows[0].frame.height > short.rows[0].frame.height


HOSTILE = '<script>alert("x")</script>&amp;\\N'


def test_a_hostile_label_is_text() -> None:
    drawn = figure({"label": HOSTILE}, {"value": 1, "date": "2024", "wave": HOSTILE})
    svg = data(drawn, "svg")
    root = ET.fromstring(svg)
    assert not [element for element in root.iter() if element.tag.endswith("script")]
    texts = "".join(element.text or "" for element in root.iter(f"{SVG}text"))
    assert "<script>" in texts and "&amp;" in texts and "\\N" in texts


def test_the_picture_says_what_it_shows() -> None:
    drawn = figure(FOUR_YEARS, {"value": 50, "date": "2024"})
    root = ET.fromstring(data(drawn, "svg"))
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "Avfall: progress"
    assert root.findtext(f"{SVG}desc") == drawn.summary
    titles = [element.text for element in root.iter(f"{SVG}title")]
    assert titles.count("Result: 50 per cent (2024)") == 1
    assert titles.count("Target: at least 60 per cent (2024)") >= 2  # where it is in force, and when it is due
    assert drawn.panels[0].caption in titles


def test_the_same_figure_gives_the_same_text() -> None:
    drawn = figure(FOUR_YEARS, {"value": 50, "date": "2024"})
    assert dot(drawn) == dot(figure(FOUR_YEARS, {"value": 50, "date": "2024"}))
    assert captioned(b"<svg><g></g></svg>", drawn).startswith(b"<?xml")


def test_a_picture_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"svg, .png, .pdf"):
        progress(LogicModel(id="m")).report().draw(tmp_path / "f.mmd")


def test_nothing_to_show_is_said() -> None:
    drawn = figure_of_progress(progress(LogicModel(id="m")), lang="en")
    assert (drawn.panels, drawn.notes) == ((), ("No indicators, and nothing planned and reached.",))
    assert PanelMark("result", (0, 0), (0, 0)).text == ""


@pytest.mark.parametrize("date", ["2025", "2025-06-01"])
def test_no_result_hides_the_target_that_it_nearly_reaches(date: str) -> None:
    """380 of 400: the line of the target is drawn after the result; and of a day it is seen on both sides of the dot."""
    indicator = {"baseline": {"value": 100, "date": "2023"}, "targets": [{"min": 400, "date": date}]}
    drawn = figure(indicator, {"value": 380, "date": date})
    shapes = [mark.shape for mark in drawn.panels[0].marks]
    assert shapes == ["target", "due", "baseline", "result"]
    written = [line.split()[0] for line in dot(drawn).splitlines() if line.strip().startswith("r0m")]
    assert written == ["r0m2", "r0m3", "r0m0", "r0m1"]
    _, due, _, result = laid(drawn).rows[0].marks
    assert due.x <= result.x + 1e-6 and result.x + result.width <= due.x + due.width + 1e-6


def test_a_result_of_a_month_lets_the_line_of_the_target_be_seen() -> None:
    drawn = dot(figure(FOUR_YEARS, {"value": 78, "date": "2025"}))
    (wide,) = (line for line in drawn.splitlines() if line.strip().startswith("r0m5 "))
    assert 'fillcolor="#bdbdbd"' in wide

"""Many models: counts as intervals that can be reached, and the ten measures of the nine pilots."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.analysis.compare import Count, Matrix, compare, load_comparison
from virkningskjede.errors import UsageError
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Comparison
from virkningskjede.project import Portfolio, Project, load_portfolio

TEXT = {"nb": "x", "en": "x"}
OWN_SECTION = {
    "bjerke": "2.1.1",
    "fredrikstad": "2.1.2",
    "kristiansand": "2.1.3",
    "nesodden": "2.1.4",
    "tromso": "2.1.5",
    "ha": "2.2.1",
    "lillestrom": "2.2.2",
    "stovner": "2.2.3",
    "ringsaker": "2.2.4",
}
"""Each pilot -> the section of the status report that describes it."""
TABLE = Comparison.model_validate(
    {
        "id": "t",
        "title": TEXT,
        "stages": ["activities"],
        "columns": {"kurs": {"label": TEXT, "counts": ["kurs"], "debatable": ["turgruppe"]}, "mote": {"label": TEXT, "counts": ["mote"]}},
    }
)

terms = st.lists(st.sampled_from(["kurs", "nettkurs", "turgruppe", "mote", "annet"]), max_size=2, unique=True)
statuses = st.sampled_from(["considered", "planned", "needed", "started", "dropped"])
STATED: list[dict[str, str]] = [{}, {"status": "planned"}, {"status": "started"}, {"status": "dropped"}]
patches = st.one_of(st.just("absent"), st.fixed_dictionaries({}, optional={"term": terms, "status": statuses}).filter(bool))


@st.composite
def models(draw: st.DrawFn, name: str = "m") -> LogicModel:
    nodes = {
        f"n{place}": {"label": "N", "term": draw(terms), "or": draw(st.lists(patches, max_size=2)), **draw(st.sampled_from(STATED))}
        for place in range(draw(st.integers(0, 3)))
    }
    return LogicModel(id=name, activities=nodes)


STEPS = ["absent", None, "considered", "planned", "started"]


def readings_of(model: LogicModel, column: str) -> list[str | None]:
    """How far the cell has come, in every way that the unsure entries can be read: counted by hand."""
    firm = {"kurs": {"kurs", "nettkurs"}, "mote": {"mote"}}[column]
    debatable = {"kurs": {"turgruppe"}, "mote": set()}[column]
    choices: list[list[str | None]] = []
    for node in model.activities.values():
        could: list[str | None] = []
        for reading in node.readings():
            if reading is None or reading.status == "dropped" or not firm & set(reading.term):
                could.append("absent")
            if reading is not None and reading.status != "dropped" and (firm | debatable) & set(reading.term):
                could.append("planned" if reading.status == "needed" else reading.status)
        choices.append(could)
    return [max(("absent", *chosen), key=STEPS.index) for chosen in itertools.product(*choices)]


@given(models(), st.sampled_from(["kurs", "mote"]))
def test_the_interval_is_what_reading_everything_otherwise_gives(shared: Project, model: LogicModel, column: str) -> None:
    steps = readings_of(model, column)
    filled = [step != "absent" for step in steps]
    matrix = compare(model, TABLE, shared)
    assert matrix.count(column) == Count(min(filled), max(filled))
    for status in ("considered", "planned", "started"):
        assert matrix.count(column, status=status) == Count(set(steps) == {status}, status in steps)
    cell = matrix.cell("m", column)
    assert (cell is not None) == any(filled)
    if cell is not None:
        assert cell.sure == all(filled)
        assert list(cell.statuses) == [step for step in STEPS if step in steps and step != "absent"]
        assert cell.status in cell.statuses


@given(st.lists(models(), max_size=4))
def test_order_does_not_matter_and_counts_add_up(shared: Project, several: list[LogicModel]) -> None:
    named = [model.model_copy(update={"id": f"m{place}"}) for place, model in enumerate(several)]
    matrix, turned = compare(named, TABLE, shared), compare(named[::-1], TABLE, shared)
    assert matrix.cells == turned.cells
    for column in matrix.columns:
        parts = [compare(model, TABLE, shared).count(column) for model in named]
        assert matrix.count(column) == (sum(count.surely for count in parts), sum(count.possibly for count in parts))


@given(models())
def test_a_cell_names_nodes_of_the_model_each_once(shared: Project, model: LogicModel) -> None:
    for cell in compare(model, TABLE, shared).cells.values():
        assert set(cell.nodes) <= set(model.nodes)
        assert len(set(cell.nodes)) == len(cell.nodes) > 0


def test_two_models_of_one_name_cannot_be_told_apart(shared: Project) -> None:
    with pytest.raises(UsageError):
        compare([LogicModel(id="m"), LogicModel(id="m")], TABLE, shared)


def test_unknown_models_and_columns(shared: Project) -> None:
    matrix = compare(LogicModel(id="m"), TABLE, shared)
    assert matrix.cell("m", "kurs") is None
    for names in (("x", "kurs"), ("m", "x")):
        with pytest.raises(UsageError):
            matrix.cell(*names)


def test_a_prompt_shows_one_line(shared: Project) -> None:
    assert repr(compare(LogicModel(id="m"), TABLE, shared)) == "Matrix(t: 1 models, 2 columns, 0 cells)"


def test_no_models_fill_nothing(shared: Project) -> None:
    matrix = compare((), TABLE, shared)
    assert (matrix.models, matrix.count("kurs")) == ((), (0, 0))


@pytest.fixture(scope="module")
def tiltak(portfolio: Portfolio) -> Matrix:
    pilots = {name: model for name, model in portfolio.items() if model.kind == "pilot"}
    return compare(pilots, load_comparison("tiltak", portfolio.project), portfolio.project)


def test_frame_has_a_row_for_each_model_and_column(tiltak: Matrix) -> None:
    frame = tiltak.to_frame()
    assert list(frame.columns) == [
        *("model", "model_label", "column", "column_label", "described", "said", "sure", "status", "status_label", "nodes", "at"),
    ]
    assert len(frame) == 9 * 10
    assert frame["described"].sum() == len(tiltak.cells)
    row: Any = frame[(frame["model"] == "ha") & (frame["column"] == "involvering-arbeidsgiver")].iloc[0]
    assert (row["status"], row["sure"], row["nodes"]) == ("considered", True, "pa-arbeidsplassen; moter-arbeidsgiver")


def test_every_tick_of_the_pilots_rests_on_their_own_section(tiltak: Matrix) -> None:
    """What the report says of a pilot elsewhere is coded in it too, and adds to these ticks; none of them rests on that alone."""
    elsewhere: dict[tuple[str, str], set[str]] = {}
    for ticked, cell in tiltak.cells.items():
        places = {place.removeprefix("statusrapport#") for place in cell.at}
        outside = {place for place in places if not place.startswith(f"{OWN_SECTION[ticked[0]]}:")}
        assert outside < places, ticked
        if outside:
            elsewhere[ticked] = outside
    assert elsewhere == {
        ("bjerke", "brobygger"): {"4.1.3:8"},
        ("bjerke", "felles-samtaleverktoy-rutiner"): {"2.3.3:68"},
        ("fredrikstad", "felles-moter"): {"2.3.3:69"},
        ("fredrikstad", "brobygger"): {"4.1.3:8"},
        ("ha", "involvering-arbeidsgiver"): {"4.1.3:6"},
        ("nesodden", "kurs"): {"2.3.3:85"},
        ("nesodden", "opplaering-kunnskapsdeling"): {"2.3.3:85", "2.3.3:100"},
        ("nesodden", "involvering-arbeidsgiver"): {"4.1.3:6"},
        ("ringsaker", "felles-samtaleverktoy-rutiner"): {"4.1.3:13"},
        ("ringsaker", "selvhjelpsverktoy-bruker"): {"2.3.5:16", "4.1.3:19"},
        ("ringsaker", "involvering-arbeidsgiver"): {"4.1.3:6", "4.1.3:20"},
        ("tromso", "felles-moter"): {"2.3.3:86"},
        ("tromso", "opplaering-kunnskapsdeling"): {"2.3.3:86", "2.3.3:87"},
        ("tromso", "felles-samtaleverktoy-rutiner"): {"2.3.3:69", "4.1.3:5", "4.1.3:6"},
        ("tromso", "involvering-arbeidsgiver"): {"2.3.3:69", "4.1.3:5", "4.1.3:6"},
    }


def test_what_a_pilot_considers_is_told_as_considered(tiltak: Matrix) -> None:
    cell = tiltak.cell("ha", "involvering-arbeidsgiver")
    assert cell is not None
    assert (cell.status, cell.at) == ("considered", ("statusrapport#2.2.1:21", "statusrapport#4.1.3:6"))


def test_counts_by_template(tiltak: Matrix, portfolio: Portfolio) -> None:
    followers = {name: [model.id for model in tiltak.models if model.follows == name] for name in ("modell-1", "modell-2")}
    assert {name: len(ids) for name, ids in followers.items()} == {"modell-1": 5, "modell-2": 4}
    for column in tiltak.columns:
        parts = [tiltak.count(column, ids) for ids in followers.values()]
        assert tiltak.count(column) == (sum(count.surely for count in parts), sum(count.possibly for count in parts))


def test_the_same_table_from_the_folder_of_pilots(tiltak: Matrix, models_folder: Any) -> None:
    pilots = load_portfolio(models_folder / "pilots")
    again = compare(pilots, load_comparison("tiltak", pilots.project), pilots.project)
    assert again.cells == tiltak.cells


def test_the_statuses_of_a_column_add_up(tiltak: Matrix) -> None:
    for column in tiltak.columns:
        total, split = tiltak.count(column), tiltak.by_status(column)
        assert all(count == tiltak.count(column, status=status) for status, count in split.items() if status is not None)
        assert sum(count.surely for count in split.values()) <= total.surely
        assert sum(count.possibly for count in split.values()) >= total.possibly
    assert tiltak.by_status("ansette-kognitiv-terapeut") == {"planned": (0, 3), "started": (0, 2)}

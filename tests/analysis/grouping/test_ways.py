"""What models are held to have in common, as coded and in other readings."""

from __future__ import annotations

from typing import Any

import pytest

from virkningskjede.analysis.compare import available_comparisons, compare, load_comparison
from virkningskjede.analysis.grouping.holdings import Holding, HoldingItem, choices_of
from virkningskjede.analysis.grouping.ways import WAYS, holding, reached
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Comparison, Vocabulary
from virkningskjede.project import Portfolio, corpus, open_project
from virkningskjede.query import QueryContext

TEXT = {"nb": "x", "en": "x"}
WORDS = Vocabulary.model_validate(
    {
        "terms": {
            "moter": {"label": TEXT, "stage": "activities"},
            "faste-moter": {"label": TEXT, "stage": "activities", "broader": "moter"},
            "kurs": {"label": TEXT, "stage": ["activities", "outcomes"]},
            "gruppe": {"label": TEXT, "stage": "activities"},
        },
        "actors": {"nav": {"label": TEXT}},
    }
)


def contents_of(by: str | Comparison, **sections: Any) -> Holding:
    return holding(QueryContext(LogicModel.model_validate({"id": "m", **sections}), WORDS), by)


def activity(**fields: Any) -> dict[str, Any]:
    return {"activities": {"a": {"label": "A", **fields}}}


@pytest.mark.parametrize(
    ("by", "sections", "expected"),
    [
        ("terms", activity(term="faste-moter"), {("term", "faste-moter"), ("term", "moter")}),
        ("terms", activity(term="moter"), {("term", "moter")}),
        ("terms", activity(term="kurs", status="dropped"), set()),
        ("terms", {"outcomes": {"o": {"label": "O", "level": "user", "term": "kurs"}}}, {("aim", "kurs")}),
        ("terms", {"barriers": {"b": {"label": "B", "term": "kurs"}}}, set()),
        ("status", activity(term="kurs"), {("term", "kurs", "1")}),
        ("status", activity(term="kurs", status="considered"), {("term", "kurs", "1")}),
        ("status", activity(term="kurs", status="needed"), {("term", "kurs", "1"), ("term", "kurs", "2")}),
        ("status", activity(term="kurs", status="started"), {("term", "kurs", str(step)) for step in (1, 2, 3)}),
        ("status", activity(term="kurs", status="completed"), {("term", "kurs", str(step)) for step in (1, 2, 3, 4)}),
        ("status", activity(term="kurs", status="dropped"), set()),
        ("status", {"outcomes": {"o": {"label": "O", "level": "user", "term": "kurs"}}}, set()),
        (
            "arrows",
            {
                "activities": {"a": {"label": "A", "term": "faste-moter", "leads_to": ["o"]}},
                "outcomes": {"o": {"label": "O", "level": "user", "term": "kurs"}},
            },
            {
                ("term", "faste-moter"),
                ("term", "moter"),
                ("aim", "kurs"),
                ("arrow", "faste-moter", "aim", "kurs"),
                ("arrow", "moter", "aim", "kurs"),
            },
        ),
    ],
)
def test_what_a_model_holds(by: str, sections: dict[str, Any], expected: set[HoldingItem]) -> None:
    contents = contents_of(by, **sections)
    assert contents.coded == contents.sure == contents.possible == expected


def test_another_reading_of_an_entry_is_one_choice() -> None:
    contents = contents_of("terms", **activity(**{"term": "kurs", "or": [{"term": ["kurs", "gruppe"]}, "absent"]}))
    assert contents.coded == {("term", "kurs")} and not contents.sure
    assert contents.possible == {("term", "kurs"), ("term", "gruppe")}
    assert choices_of([contents]) == {("m", "a"): 3}
    assert contents.items({("m", "a"): 2}) == frozenset()


def test_what_is_coded_absent_can_be_there() -> None:
    contents = contents_of("terms", ambiguities={"v": {"or": {"term": "gruppe"}}})
    assert not contents.coded and contents.possible == {("term", "gruppe")}


def test_a_choice_that_changes_nothing_is_no_choice() -> None:
    assert choices_of([contents_of("terms", **activity(**{"term": "kurs", "or": [{"who": ["nav"]}]}))]) == {}


def test_an_arrow_goes_with_its_ends_and_with_its_own_readings() -> None:
    nodes: dict[str, Any] = {
        "activities": {
            "a": {"label": "A", "term": "kurs", "leads_to": [{"to": "b", "or": [{"to": "c"}, "absent"]}]},
            "b": {"label": "B", "term": "gruppe", "or": ["absent"]},
            "c": {"label": "C", "term": "moter"},
        }
    }
    contents = contents_of("arrows", **nodes)
    arrow, other = ("arrow", "kurs", "term", "gruppe"), ("arrow", "kurs", "term", "moter")
    assert arrow in contents.coded and other not in contents.coded
    assert arrow not in contents.items({("m", "b"): 1})
    assert other in contents.items({("m", "a -> b"): 1}) and arrow not in contents.items({("m", "a -> b"): 1})
    assert not {arrow, other} & contents.items({("m", "a -> b"): 2})


def test_an_arrow_with_another_sign_is_another_arrow() -> None:
    def arrows(**more: Any) -> set[HoldingItem]:
        nodes = {"a": {"label": "A", "term": "kurs", "leads_to": [{"to": "b", **more}]}, "b": {"label": "B", "term": "gruppe"}}
        return {item for item in contents_of("arrows", activities=nodes).coded if item[0] == "arrow"}

    assert arrows() == {("arrow", "kurs", "term", "gruppe")}
    assert arrows(sign="minus") == {("arrow", "kurs", "term", "gruppe", "minus")}
    assert not arrows(sign="mixed") & (arrows() | arrows(sign="minus"))


def test_what_nobody_wishes_is_another_aim() -> None:
    effect = {"label": "O", "level": "user", "term": "kurs"}
    assert contents_of("terms", outcomes={"o": {**effect, "unwanted": True}}).coded == {("unwanted", "kurs")}
    assert contents_of("terms", outcomes={"o": effect}).coded == {("aim", "kurs")}


def table(**column: Any) -> Comparison:
    return Comparison.model_validate({"id": "t", "title": TEXT, "stages": ["activities"], "columns": {"c": {"label": TEXT, **column}}})


def test_what_is_debatable_is_decided_once_for_the_whole_table() -> None:
    one = contents_of(table(counts=["kurs"], debatable=["gruppe"]), **activity(term="gruppe"))
    assert not one.coded and one.possible == {("column", "c")}
    assert choices_of([one]) == {("", "t", "c", "gruppe"): 2}
    both = contents_of(table(counts=["kurs"], debatable=["gruppe"]), **activity(term=["gruppe", "kurs"]))
    assert both.sure == {("column", "c")}


def test_who_only_may_take_part_is_a_choice_of_its_own() -> None:
    contents = contents_of(table(actors=["nav"]), **activity(who={"maybe": ["nav"]}))
    assert (contents.coded, choices_of([contents])) == (frozenset(), {("m", "a", "maybe"): 2})


@pytest.mark.parametrize("name", available_comparisons(open_project(corpus())))
def test_columns_are_filled_as_in_the_table_itself(name: str, pilots: Portfolio) -> None:
    comparison = load_comparison(name, pilots.project)
    matrix = compare(pilots, comparison, pilots.project)
    for model in matrix.models:
        contents = holding(QueryContext.of(model, pilots.project), comparison)
        own = {column: cell for column in matrix.columns if (cell := matrix.cells.get((model.id, column)))}
        assert contents.coded == {("column", column) for column, cell in own.items() if cell.said == "yes"}
        assert contents.sure == {("column", column) for column, cell in own.items() if cell.possible == {"yes"}}
        # What only the template says is not the model's own.
        of_its_own = {
            column
            for column, cell in own.items()
            if any("yes" in ground.possible and ground.doubt != "template" for ground in cell.grounds)
        }
        assert contents.possible == {("column", column) for column in of_its_own}


@pytest.mark.parametrize("by", [*WAYS, "tiltak"])
def test_what_is_sure_is_coded_and_what_is_coded_is_possible(by: str, pilots: Portfolio) -> None:
    way = by if by in WAYS else load_comparison(by, pilots.project)
    for model in pilots.values():
        contents = holding(QueryContext.of(model, pilots.project), way)
        assert contents.sure <= contents.coded <= contents.possible


def test_how_far_the_pilots_have_come(pilots: Portfolio) -> None:
    def far(status: Any) -> list[str]:
        return [model.id for model in pilots.values() if reached(QueryContext.of(model, pilots.project), status).coded]

    assert far("in_use") == ["bjerke", "ha", "nesodden", "tromso"]
    assert far("started") == ["bjerke", "ha", "lillestrom", "nesodden", "stovner", "tromso"]
    assert far("considered") == list(pilots)

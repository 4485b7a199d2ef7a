"""What a source says of a model outside the section that describes it."""

from __future__ import annotations

import pytest

import virkningskjede as vk
from virkningskjede.analysis.coverage import elsewhere
from virkningskjede.model import LogicModel

DESCRIBED = {
    "bjerke": "2.1.1",
    "fredrikstad": "2.1.2",
    "ha": "2.2.1",
    "kristiansand": "2.1.3",
    "lillestrom": "2.2.2",
    "nesodden": "2.1.4",
    "ringsaker": "2.2.4",
    "stovner": "2.2.3",
    "tromso": "2.1.5",
}


def model(*places: str, **other: object) -> LogicModel:
    activities = {f"a{number}": {"label": "A", "at": at} if at else {"label": "A"} for number, at in enumerate(places, 1)}
    return LogicModel.model_validate({"id": "m", "source": "r", "activities": activities, **other})


def test_each_pilot_is_described_in_its_own_section_and_what_is_outside_is_cited_so() -> None:
    outside = {name: elsewhere(pilot) for name, pilot in vk.corpus().items()}
    assert {name: outer.section for name, outer in outside.items() if outer is not None} == DESCRIBED
    lines = [
        (outer.section, place.section) for outer in outside.values() if outer is not None for _, places in outer.entries for place in places
    ]
    assert len(lines) > len(DESCRIBED)
    assert [pair for pair in lines if pair[0] == pair[1]] == []


@pytest.mark.parametrize(
    "other",
    [
        model(),
        model("", ""),
        model("1:1", "2:1"),  # half of it is not more than half
        model("x#1:1-4", "2:1", "3:1"),  # another source describes nothing of ours
        model("1:1-4", "2:1", kind="template"),
    ],
)
def test_a_chain_from_many_places_is_described_nowhere(other: LogicModel) -> None:
    assert elsewhere(other) is None


def test_what_no_place_bears_and_what_also_lies_inside_is_not_outside() -> None:
    outside = elsewhere(model("1:1-4", "", "1:5, 2:2", "x#1:1", "2:3,5"))
    assert outside is not None
    assert [(name, [str(place) for place in places]) for name, places in outside.entries] == [("a5", ["r#2:3", "r#2:5"])]


def test_what_another_reading_rests_on_describes_no_model() -> None:
    readings = {"ambiguities": {f"b{number}": {"or": {"term": "kurs"}, "at": f"4:{number}"} for number in range(1, 9)}}
    outside = elsewhere(model("1:1-3", **readings))
    assert outside is not None
    assert (outside.section, len(outside.entries)) == ("1", 8)

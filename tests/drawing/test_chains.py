"""Parts of a model, and the boxes where a way along the arrows is no chain."""

from __future__ import annotations

from virkningskjede.drawing.chains import part, seams
from virkningskjede.model import LogicModel

MODEL = LogicModel.model_validate(
    {
        "id": "m",
        "inputs": {"a": {"label": "A", "leads_to": ["b", "c"]}},
        "activities": {"b": {"label": "B"}, "c": {"label": "C"}},
        "barriers": {"stengt": {"label": "Stengt", "hinders": ["a -> b"]}, "regn": {"label": "Regn", "hinders": ["a -> c"]}},
    }
)


def test_a_part_of_two_nodes_has_the_arrow_between_them_and_what_hangs_on_it() -> None:
    kept = part(MODEL, ["a", "b"])
    assert [link.ends for link in kept.links()] == [("a", "b")]
    assert list(kept.barriers) == ["stengt"]
    assert [link.ends for link in part(MODEL, ["a", "b", "c"], [("a", "c")]).links()] == [("a", "c")]
    assert list(part(MODEL, ["a"]).links()) == []


def test_a_way_that_no_chain_goes_has_a_seam_where_it_goes_on() -> None:
    arrows = [("a", "b"), ("b", "c"), ("c", "d"), ("b", "e")]
    whole = {"a": "bcde", "b": "cde", "c": "d", "d": "", "e": ""}
    assert list(seams(whole, arrows, whole.__getitem__)) == []
    assert list(seams(whole, arrows, {**whole, "a": "be"}.__getitem__)) == [("a", "b", "c")]
    assert list(seams(whole, arrows, {**whole, "a": "bce"}.__getitem__)) == [("a", "c", "d")]
    assert list(seams("ab", [("a", "b"), ("b", "a")], {"a": "b", "b": "ab"}.__getitem__)) == [("a", "b", "a")]

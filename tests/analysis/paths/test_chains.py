"""Which chains there are, and how many."""

from __future__ import annotations

import math
from collections import Counter
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.analysis.paths import STRENGTHS, chains, gaps, paths, strength_of, weakest
from virkningskjede.errors import UsageError
from virkningskjede.model import Link, LogicModel
from virkningskjede.project import Portfolio

from .conftest import STAGES, all_chains, models


def ladder(steps: int) -> LogicModel:
    """A chain of steps with two ways past each: 2 to the power of ``steps`` chains."""
    nodes = {}
    for step in range(steps):
        nodes[f"a{step}"] = {"label": "A", "leads_to": [f"b{step}", f"c{step}"]}
        nodes |= {f"{side}{step}": {"label": side, "leads_to": [f"a{step + 1}"]} for side in "bc"}
    return LogicModel.model_validate({"id": "ladder", "activities": {**nodes, f"a{steps}": {"label": "A"}}})


def test_the_chains_of_a_real_pilot(portfolio: Portfolio) -> None:
    result = paths(portfolio["tromso"], "tilskudd", "lavere-sykefravaer")
    assert result.paths == (
        ("tilskudd", "nav-veileder", "kontordager-rph", "tidlig-helhetlig", "lavere-sykefravaer"),
        ("tilskudd", "nav-veileder", "ukentlige-moter", "tidlig-helhetlig", "lavere-sykefravaer"),
    )
    assert (result.count, result.truncated, result.circles) == (2, False, ())
    assert paths(portfolio["tromso"], "tilskudd", "lavere-sykefravaer", stated=True).count == 0


def test_ends_are_ids_terms_stages_or_levels(portfolio: Portfolio) -> None:
    model, vocabulary = portfolio["ringsaker"], portfolio.project.vocabulary
    assert paths(model, "inputs", "user").start.nodes == tuple(model.inputs)
    assert paths(model, "input", "user").end.nodes == tuple(name for name, outcome in model.outcomes.items() if outcome.level == "user")
    broad = paths(model, "kurs", "user", vocabulary=vocabulary).start
    assert broad.what == "term"
    narrower = {name for name, node in model.nodes.items() if any(vocabulary and vocabulary.fills(term, "kurs") for term in node.term)}
    assert set(broad.nodes) == narrower


def test_an_id_comes_before_a_term_of_the_same_name() -> None:
    model = LogicModel.model_validate(
        {
            "id": "m",
            "inputs": {"tid": {"label": "A"}, "b": {"label": "B", "term": "tid", "leads_to": ["c"]}},
            "outputs": {"c": {"label": "C"}},
        }
    )
    assert paths(model, "tid", "c").paths == ()
    assert paths(model, "term:tid", "c").paths == (("b", "c"),)


def test_a_term_that_nothing_has_gives_no_chain_and_an_unknown_name_is_refused(portfolio: Portfolio) -> None:
    result = paths(portfolio["ha"], "brobygger", "user", vocabulary=portfolio.project.vocabulary)
    assert (result.start.nodes, result.paths, result.count) == ((), (), 0)
    with pytest.raises(UsageError, match="did you mean `user`"):
        paths(portfolio["ha"], "inputs", "usr")


def test_a_models_own_chains_go_from_beginning_to_end(portfolio: Portfolio) -> None:
    for model in portfolio.values():
        result = paths(model)
        led_to = Counter(link.to for link in model.links() if link.source not in model.context)
        assert all(not led_to[name] and name not in model.context and name not in model.outcomes for name in result.start.nodes)
        assert result.count == len(result.paths) == len(set(result.paths))


@given(models())
def test_the_count_is_the_number_of_chains(model: LogicModel) -> None:
    arrows = [link.ends for link in model.links()]
    names = list(model.nodes)
    for start in names:
        result = paths(model, start, "outcomes")
        assert sorted(result.paths) == sorted(all_chains(arrows, [start], model.outcomes))
        assert result.count == len(result.paths)
    whole = paths(model, "inputs", "outcomes")
    assert sorted(whole.paths) == sorted(all_chains(arrows, model.inputs, model.outcomes))
    assert whole.count == len(whole.paths)
    assert paths(model).count == len(paths(model).paths)


@given(models(circles=True), st.data())
def test_a_circle_counts_as_one_place(model: LogicModel, data: st.DataObject) -> None:
    names = list(model.nodes)
    start, end = data.draw(st.sampled_from(names)), data.draw(st.sampled_from(names))
    arrows = [link.ends for link in model.links()]
    result = paths(model, start, end)
    assert sorted(result.paths) == sorted(all_chains(arrows, [start], [end]))
    home = nx.condensation(model.graph).graph["mapping"]
    between = [(home[a], home[b], number) for number, (a, b) in enumerate(arrows) if home[a] != home[b]]
    ways = Counter({home[start]: 1})
    for place in nx.topological_sort(nx.condensation(model.graph)):
        for a, b, _ in between:
            ways[b] += ways[a] if a == place else 0
    assert result.count == (ways[home[end]] if start != end else 0)
    assert bool(result.count) == bool(result.paths)


@given(models())
def test_stated_arrows_alone(model: LogicModel) -> None:
    result = paths(model, "inputs", "outcomes", stated=True)
    stated = [link.ends for link in model.links() if link.stated]
    assert sorted(result.paths) == sorted(all_chains(stated, model.inputs, model.outcomes))
    assert result.count == len(result.paths)


@given(models(), st.data())
def test_arrows_that_go_back_on_purpose_are_steps_of_no_chain(model: LogicModel, data: st.DataObject) -> None:
    names = list(model.nodes)
    back = data.draw(st.lists(st.sampled_from([(a, b) for a in names for b in names if a != b]), max_size=3, unique=True))
    sections: dict[str, dict[str, Any]] = {stage: {} for stage in STAGES}
    for node in model.nodes.values():
        there = {link.to for link in node.leads_to}
        more = tuple(Link(to=b, feedback=True) for a, b in back if a == node.id and b not in there)
        sections[node.stage][node.id] = node.model_copy(update={"leads_to": (*node.leads_to, *more)})
    returning = LogicModel.model_validate({"id": "m", **sections})
    result, before = paths(returning), paths(model)
    assert (result.count, result.paths, result.circles) == (before.count, before.paths, before.circles)
    assert (result.start, result.end) == (before.start, before.end)
    returned, others = (
        {(gap.kind, gap.elements, gap.count, gap.share) for gap in gaps(one, ["bridge", "carrying"]).gaps} for one in (returning, model)
    )
    # An arrow that is not the only one to an outcome can be told as a bridge to it.
    assert returned - others <= {gap for gap in returned if gap[0] == "bridge"}
    assert others <= returned


def test_an_arrow_back_from_the_last_outcome() -> None:
    middle = {name: {"label": name, "level": "user", "leads_to": ["jobb"]} for name in ("mestring", "nettverk")}
    model = LogicModel.model_validate(
        {
            "id": "m",
            "inputs": {"penger": {"label": "Penger", "leads_to": ["kurs"]}},
            "activities": {"kurs": {"label": "Kurs", "leads_to": [*middle]}},
            "outcomes": {**middle, "jobb": {"label": "Jobb", "level": "society", "leads_to": [{"to": "kurs", "feedback": True}]}},
        }
    )
    result = paths(model)
    assert (result.count, result.circles, result.end.nodes) == (2, (), ("jobb",))
    assert result.paths == (("penger", "kurs", "mestring", "jobb"), ("penger", "kurs", "nettverk", "jobb"))
    assert [link.ends for link in result.feedback] == [("jobb", "kurs")]
    assert [gap.elements for gap in gaps(model, "carrying").gaps] == [("penger -> kurs",)]
    assert paths(model, "jobb", "mestring").count == 0


def test_counting_does_not_list() -> None:
    result = paths(ladder(2_000), "a0", "a2000", limit=3)
    assert (result.count, len(result.paths), result.truncated) == (2**2_000, 3, True)


def test_listing_stops_at_the_limit() -> None:
    assert paths(ladder(3), "a0", "a3", limit=8).truncated is False
    assert paths(ladder(3), "a0", "a3", limit=7).truncated is True
    assert paths(ladder(3), "a0", "a3", limit=0).paths == ()


def test_a_tangle_of_circles_is_counted_and_its_listing_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chains, "MAX_STEPS", 10_000)
    names = [f"n{number}" for number in range(30)]
    nodes = {name: {"label": name, "leads_to": [other for other in names if other != name]} for name in names}
    tangle = LogicModel.model_validate({"id": "m", "activities": nodes})
    result = paths(tangle, "n0", "n1")
    assert (result.truncated, result.count, result.circles) == (True, 1, (tuple(names),))


def link(**values: object) -> Link:
    return Link.model_validate({"to": "b", **values})


def test_how_well_an_arrow_is_founded() -> None:
    arrows = [
        link(at="1:1", evidence=[{"finding": "no_effect"}]),
        link(at="1:1", **{"or": ["absent"]}),
        link(),
        link(because="Derfor"),
        link(at="1:1"),
        link(evidence=[{"finding": "supports"}, {"finding": "mixed"}]),
    ]
    assert tuple(map(strength_of, arrows)) == STRENGTHS


def test_the_weakest_arrows_of_a_chain(portfolio: Portfolio) -> None:
    result = paths(portfolio["tromso"], "tilskudd", "lavere-sykefravaer")
    assert weakest(result.paths[0], result.links) == {("tidlig-helhetlig", "lavere-sykefravaer")}
    assert weakest(result.paths[1], result.links) == {
        ("ukentlige-moter", "tidlig-helhetlig"),
        ("tidlig-helhetlig", "lavere-sykefravaer"),
    }


def test_a_frame_has_a_row_for_each_arrow(portfolio: Portfolio) -> None:
    frame = paths(portfolio["tromso"], "tilskudd", "lavere-sykefravaer").to_frame()
    assert len(frame) == 8
    assert frame.loc[frame["weakest"], "strength"].tolist() == ["reasoned"] * 3
    assert frame["at"].tolist()[0] == "statusrapport#2.1.5:8; statusrapport#2.1:9"
    assert frame["strength"].max() == "stated"


def test_counts_are_exact_beyond_floating_point() -> None:
    assert paths(ladder(60)).count == 0  # nothing there is an outcome
    assert math.log2(paths(ladder(60), "a0", "a60", limit=0).count) == 60


def test_arrows_with_a_sign_are_followed_where_that_is_asked_for() -> None:
    signed = {"label": "A", "leads_to": [{"to": "b", "sign": "minus"}, {"to": "c", "sign": "mixed"}]}
    model = LogicModel.model_validate(
        {
            "id": "m",
            "activities": {
                "a": signed,
                "b": {"label": "B", "leads_to": [{"to": "x", "sign": "minus"}]},
                "c": {"label": "C", "leads_to": ["x"]},
            },
            "outcomes": {"x": {"label": "X", "level": "user"}},
        }
    )
    without, within = paths(model, "a", "x"), paths(model, "a", "x", signed=True)
    assert (without.count, [link.arrow for link in without.unfollowed]) == (0, ["a -> b", "a -> c", "b -> x"])
    assert "--signed" in without.to_text(lang="en")
    assert ([(chain, within.sign(chain)) for chain in within.paths], within.unfollowed) == (
        [(("a", "b", "x"), None), (("a", "c", "x"), "mixed")],
        (),
    )
    assert within.to_text(lang="en").count("in all: mixed") == 1
    assert [gap.elements for gap in gaps(model).gaps if gap.kind == "no_cause"] == []

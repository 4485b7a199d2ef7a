"""Many models as one chain: counts that can be reached, and what does not change them."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import virkningskjede as vk
from virkningskjede.analysis.consensus import Consensus, Holder, Maker, Step, consensus
from virkningskjede.errors import UsageError
from virkningskjede.model import LogicModel
from virkningskjede.model.values import STAGES, Count, Sentence, Status
from virkningskjede.project import ALONE, Portfolio, Project, dump

from .models import models, readings, steps_of

Ends = tuple[Step, Step]

few = settings(max_examples=40)


def counts(chain: Consensus) -> dict[Step | Ends, Count]:
    """Every count, by what it counts and not by ids."""
    steps = {name: node.step for name, node in chain.nodes.items()}
    by_part: dict[Step | Ends, Count] = {node.step: node.count for node in chain.nodes.values()}
    by_part.update({(steps[link.source], steps[link.to]): link.count for link in chain.links.values()})
    return by_part


@settings(max_examples=150)
@given(models())
def test_the_interval_is_what_reading_everything_otherwise_gives(model: LogicModel) -> None:
    every = list(readings(model))
    chain = consensus(model)
    for node in chain.nodes.values():
        had = [node.step in steps for steps, _ in every]
        assert node.count == Count(min(had), max(had))
        assert node.holders[0].coded == had[0]
    assert {node.step for node in chain.nodes.values()} == frozenset().union(*(steps for steps, _ in every))
    ends = {(chain.nodes[a].step, chain.nodes[b].step): link for (a, b), link in chain.links.items()}
    assert ends.keys() == {arrow for _, made in every for arrow in made}
    for arrow, link in ends.items():
        (maker,) = link.makers
        ways = [None if arrow not in made else "stated" if made[arrow] else "inferred" for _, made in every]
        assert maker.coded == (ways[0] is not None)
        assert maker.way == ways[0] if maker.coded else maker.way in ways
        # One unsure arrow may always have another to stand in for it; then the lower end is one too low, but never too high.
        assert link.count.surely <= (None not in ways)
        assert maker.ways >= {way for way in ways if way is not None}
        assert link.stated.surely <= (set(ways) == {"stated"})
        assert link.inferred.surely <= (set(ways) == {"inferred"})


@given(models(sure=True))
def test_one_model_is_itself_by_term(model: LogicModel) -> None:
    ((steps, made),) = readings(model)
    chain = consensus(model, min=1)
    assert counts(chain) == dict.fromkeys([*steps, *made], Count(1, 1))
    for (one, other), link in chain.links.items():
        stated = made[chain.nodes[one].step, chain.nodes[other].step]
        assert (link.stated, link.inferred) == (Count(stated, stated), Count(not stated, not stated))


@given(models(), st.integers(1, 4))
def test_many_alike_are_the_one_with_its_counts_as_many_times(model: LogicModel, times: int) -> None:
    copies = [model.model_copy(update={"id": f"m{number}"}) for number in range(times)]
    one, many = counts(consensus(model)), counts(consensus(copies))
    assert many == {what: Count(times * count.surely, times * count.possibly) for what, count in one.items()}


@st.composite
def several(draw: st.DrawFn) -> list[LogicModel]:
    return [draw(models(f"m{number}")) for number in range(draw(st.integers(1, 3)))]


@few
@given(several(), st.randoms(use_true_random=False), st.booleans())
def test_the_order_of_models_does_not_matter(shared: Project, models: list[LogicModel], chance: random.Random, fold: bool) -> None:
    turned = chance.sample(models, len(models))
    one, other = (consensus(several, shared, fold=fold) for several in (models, turned))
    assert one == other
    assert [*one.nodes, *one.links] == [*other.nodes, *other.links]
    assert dump(one.model) == dump(other.model)


@few
@given(several(), models("more"))
def test_another_model_never_lowers_a_count(models: list[LogicModel], more: LogicModel) -> None:
    before, after = counts(consensus(models)), counts(consensus([*models, more]))
    for what, count in before.items():
        assert after[what].surely >= count.surely and after[what].possibly >= count.possibly
    parts = [counts(consensus(part)) for part in (*models, more)]
    for what, count in after.items():
        shares = [part[what] for part in parts if what in part]
        assert count == (sum(share.surely for share in shares), sum(share.possibly for share in shares))


@few
@given(several(), st.integers(0, 3), st.booleans())
def test_a_threshold_keeps_what_so_many_surely_have(shared: Project, models: list[LogicModel], least: int, fold: bool) -> None:
    every, kept = (consensus(models, shared, min=number, fold=fold) for number in (0, least))
    assert kept.nodes == {name: node for name, node in every.nodes.items() if node.count.surely >= least}
    assert kept.links == {ends: link for ends, link in every.links.items() if link.count.surely >= least}
    assert {name for ends in kept.links for name in ends} <= kept.nodes.keys()


@few
@given(several())
def test_folding_leaves_no_narrower_term_and_no_circle_of_one(shared: Project, models: list[LogicModel]) -> None:
    folded = consensus(models, shared, fold=True)
    assert {node.step.term for node in folded.nodes.values()} <= {"hjelp", "mote"}
    assert all(source != to for source, to in folded.links)
    for node in folded.nodes.values():
        loose = consensus(models, shared).nodes.values()
        kinds = [kind for kind in loose if kind.step.place == node.step.place and shared.vocabulary is not None]
        narrower = [kind for kind in kinds if shared.vocabulary is not None and shared.vocabulary.fills(kind.step.term, node.step.term)]
        assert set(node.models) == {model for kind in narrower for model in kind.models}


@few
@given(several())
def test_what_has_no_place_is_listed(models: list[LogicModel]) -> None:
    chain = consensus(models)
    for model in models:
        placed = {name for node in chain.nodes.values() for holder in node.holders if holder.model == model.id for name in holder.nodes}
        lost = chain.left_out[model.id]
        never = {name for name, node in model.nodes.items() if not any(steps_of(reading) for reading in node.readings())}
        assert set(lost.nodes) | set(lost.dropped) == never
        assert set(lost.dropped) == {name for name in never if model.nodes[name].status == "dropped"}
        assert placed.isdisjoint(never)
        for source, to in lost.links:
            assert {source, to} & never
        for source, to in lost.within:
            assert not {source, to} & never


def test_a_term_at_two_stages_is_two_nodes() -> None:
    model = LogicModel.model_validate(
        {
            "id": "m",
            "activities": {"a": {"label": "A", "term": "kontakt", "leads_to": ["b"]}},
            "outcomes": {"b": {"label": "B", "level": "service", "term": "kontakt"}, "c": {"label": "C", "level": "user", "term": "ro"}},
        }
    )
    chain = consensus(model)
    assert list(chain.nodes) == ["kontakt-activities", "kontakt-outcomes-service", "ro"]
    assert list(chain.links) == [("kontakt-activities", "kontakt-outcomes-service")]


def test_ids_are_unique_whatever_terms_are_called() -> None:
    def model(name: str, term: str, section: str) -> LogicModel:
        return LogicModel.model_validate({"id": name, section: {"a": {"label": "A", "term": term}}})

    several = [model("a", "x", "inputs"), model("b", "x", "outputs"), model("c", "x-inputs", "outputs")]
    assert list(consensus(several).nodes) == ["x-inputs-", "x-outputs", "x-inputs"]


def test_a_term_that_is_called_what_a_part_of_a_model_is_called_gets_another_id() -> None:
    model = LogicModel.model_validate({"id": "m", "activities": {"a": {"label": "A", "term": "recruitment"}}})
    chain = consensus(model)
    assert [*chain.nodes] == ["recruitment-activities"]
    assert [*chain.as_model("nb").activities] == ["recruitment-activities"]


def test_what_was_dropped_does_not_count_and_what_is_considered_does() -> None:
    def model(name: str, **fields: object) -> LogicModel:
        return LogicModel.model_validate({"id": name, "inputs": {"a": {"label": "A", "term": "x", **fields}}})

    chain = consensus([model("a", status="dropped"), model("b", status="considered"), model("c", status="needed"), model("d")])
    statuses: list[tuple[str, Status | None]] = [("b", "considered"), ("c", "planned"), ("d", None)]
    assert [(holder.model, holder.status) for holder in chain.nodes["x"].holders] == statuses
    assert {name: (left_out.nodes, left_out.dropped) for name, left_out in chain.left_out.items() if any(left_out)} == {"a": ((), ("a",))}


def test_two_models_of_one_name_cannot_be_told_apart() -> None:
    with pytest.raises(UsageError) as caught:
        consensus([LogicModel(id="m"), LogicModel(id="m")])
    assert caught.value.in_("nb") == "to av modellene har samme id"


def test_no_models_make_an_empty_chain() -> None:
    chain = consensus([])
    assert (chain.nodes, chain.links, chain.models, dict(chain.left_out)) == ({}, {}, (), {})
    assert chain.model.nodes == {}
    assert repr(chain) == "Consensus(0 models, 0 nodes, 0 links)"


def test_a_chain_of_the_pilots_rests_on_their_sentences(pilots: Mapping[str, LogicModel], portfolio: Portfolio) -> None:
    chain = consensus(pilots, portfolio.project, min=3)
    assert chain.nodes["dialog-enkeltsaker"].holders[1] == Holder(
        "fredrikstad",
        True,
        True,
        ("faste-moter", "dialog"),
        (
            *(Sentence.of("statusrapport", "2.1.2", number) for number in (4, 5, 6, 7)),
            Sentence.of("statusrapport", "2.3.3", 69),
            Sentence.of("statusrapport", "2.1.2", 20),
        ),
        "planned",
    )
    link = chain.links["tilskudd", "nav-veileder"]
    assert (link.count, link.stated, link.inferred) == (Count(6, 7), Count(4, 5), Count(2, 2))
    assert link.models == ("fredrikstad", "ha", "kristiansand", "ringsaker", "stovner", "tromso")
    assert link.makers[2] == Maker(
        "ha",
        True,
        True,
        "stated",
        frozenset({"stated"}),
        (("tilskudd", "nav-veileder"), ("arsverk", "nav-veileder")),
        (Sentence("statusrapport#2.2.1:7"),),
    )
    assert [(maker.model, maker.way) for maker in link.makers[4:6]] == [("ringsaker", "inferred"), ("stovner", "inferred")]
    assert link.makers[5].at == ("statusrapport#2.2:3", "statusrapport#2.2:12", "statusrapport#2.2.3:16")


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_chain_is_a_model_like_any_other(pilots: Mapping[str, LogicModel], portfolio: Portfolio, lang: str) -> None:
    chain = consensus(pilots, portfolio.project, min=3)
    model = chain.as_model("en" if lang == "en" else "nb")
    assert list(model.nodes) == list(chain.nodes)
    assert [link.ends for link in model.links()] == list(chain.links)
    assert [link.stated for link in model.links()] == [bool(link.stated.possibly) for link in chain.links.values()]
    assert model.nodes["samlokalisering"].label == ("Co-location" if lang == "en" else "Samlokalisering")
    assert model.source == "statusrapport"
    report = vk.validate(model, root=portfolio.project.root)
    assert [diagnostic for diagnostic in report.diagnostics if diagnostic.severity == "error"] == []
    assert vk.paths(model, "nav-veileder", "kjennskap-mellom-tjenester").paths == (
        ("nav-veileder", "samlokalisering", "kjennskap-mellom-tjenester"),
    )
    assert vk.diff(model, model).changes == ()


def test_the_whole_chain_of_the_pilots_is_a_model_too(pilots: Mapping[str, LogicModel], portfolio: Portfolio) -> None:
    chain = consensus(pilots, portfolio.project)
    assert [node.stage for node in chain.model.nodes.values()] == sorted(
        (node.step.stage for node in chain.nodes.values()), key=STAGES.index
    )
    backwards = [link.ends for link in chain.model.links() if link.feedback]
    assert all(chain.nodes[a].step.stage != chain.nodes[b].step.stage for a, b in backwards)


def test_graph_and_frame_hold_the_same(pilots: Mapping[str, LogicModel], portfolio: Portfolio) -> None:
    chain = vk.consensus(pilots, min=3, root=portfolio.project.root)
    graph = chain.graph
    assert list(graph.nodes) == list(chain.nodes)
    assert graph.edges["nav-veileder", "samlokalisering"]["surely"] == 5
    frame = chain.to_frame()
    assert len(frame) == sum(len(node.holders) for node in chain.nodes.values()) + sum(len(link.makers) for link in chain.links.values())
    row = frame[(frame["element"] == "link") & (frame["id"] == "nav-veileder") & (frame["model"] == "ha")].iloc[0]
    assert (row["to"], row["way"], row["entries"]) == ("samlokalisering", "stated", "nav-veileder -> til-stede")


def test_without_a_codebook_terms_stand_for_themselves() -> None:
    model = LogicModel.model_validate({"id": "m", "inputs": {"a": {"label": "A", "term": "x"}}})
    chain = consensus(model, ALONE, fold=True)
    assert (chain.label("x"), chain.model.nodes["x"].label) == ("x", "x")

"""A model at a glance says nothing that the model does not: no chain, no progress, no certainty, no name of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.drawing.captions import captions
from virkningskjede.drawing.dot import dot
from virkningskjede.drawing.folded import MOST, overview
from virkningskjede.drawing.legend import meanings
from virkningskjede.drawing.looks import look_of_box
from virkningskjede.drawing.marks import marks
from virkningskjede.drawing.mermaid import mermaid
from virkningskjede.drawing.overlay import PictureMark
from virkningskjede.drawing.scene import Scene
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.joint import joint_steps
from virkningskjede.model.values import STAGES
from virkningskjede.project import Portfolio

WORDS = Vocabulary.model_validate(
    {
        "terms": {
            name: {"label": {"nb": f"Om {name}", "en": f"About {name}"}, "stage": "activity", "definition": {"nb": "x", "en": "x"}, **more}
            for name, more in {"mat": {}, "frokost": {"broader": ["mat"]}, "lunsj": {"broader": ["mat"]}, "tur": {}}.items()
        }
    }
)

Folded = Mapping[str, tuple[str, ...]]


def members(scene: Scene) -> Folded:
    """The nodes that each box stands for."""
    return {name: scene.overlay.sign(name).members or (name,) for name in scene.model.nodes}


def joined(model: LogicModel) -> nx.DiGraph[str]:
    """The arrows, and the steps to what several measures lead to together: a chain takes both."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(model.nodes)
    graph.add_edges_from(link.ends for link in (*model.links(), *joint_steps(model)) if link.to in model.nodes)
    return graph


def beyond(graph: nx.DiGraph[str], name: str) -> set[str]:
    """What some chain leads to, itself only if a chain returns."""
    return {end for after in graph.successors(name) for end in (after, *nx.descendants(graph, after))}


def untrue(model: LogicModel, scene: Scene) -> list[tuple[str, str]]:
    """The ordered pairs of boxes that a way along the arrows joins, and no chain between two that they stand for."""
    whole, small, nodes_of = joined(model), joined(scene.model), members(scene)
    there = {name: beyond(whole, name) for name in whole}
    pairs = ((start, end) for start in small for end in beyond(small, start))
    return [
        (start, end)
        for start, end in pairs
        if not any(node in there[start_node] for start_node in nodes_of[start] for node in nodes_of[end])
    ]


STATUSES = (None, "needed", "considered", "planned", "started", "in_use", "completed", "dropped")
DEEDS = ("context", "inputs", "activities", "outputs", "outcomes")


# What is drawn again and again is put together once: hypothesis would look through each new one before it draws from it.
numbers = st.integers(0, 30)
deeds = st.sampled_from(DEEDS)
statuses = st.sampled_from(STATUSES)
read = st.sampled_from([[], [], [{"absent": True}]])
places = st.sampled_from([{}, {"at": "1:1"}])
terms = st.sampled_from(["mat", "frokost", "lunsj", "tur", "ukjent", ""])
levels = st.sampled_from(["service", "partner", "user"])


@st.composite
def models(draw: st.DrawFn) -> LogicModel:
    """Models of a few columns with much in each, with terms that are kinds of others, and other readings of boxes and arrows."""
    names = [f"n{number}" for number in range(draw(numbers))]
    sections: dict[str, dict[str, Any]] = {stage: {} for stage in STAGES}
    arrows = draw(st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names)), max_size=40, unique=True)) if names else []
    for name in names:
        stage = draw(deeds)
        leads_to = [{"to": to, "or": draw(read), **draw(places)} for source, to in arrows if source == name]
        node: dict[str, Any] = {
            "label": draw(st.sampled_from([f"Label {name}", "Likt"])),
            "status": draw(statuses),
            "or": draw(read),
            "leads_to": [link for link in leads_to if link["to"] != name],
            **({"term": term} if (term := draw(terms)) else {}),
            **({"kind": "problem"} if stage == "context" else {}),
            **({"level": draw(levels)} if stage == "outcomes" else {}),
        }
        sections[stage][name] = {key: value for key, value in node.items() if value is not None}
    return LogicModel.model_validate({"id": "m", "source": "s", **sections})


@given(models())
def test_what_the_arrows_join_is_joined_in_the_model(model: LogicModel) -> None:
    assert untrue(model, overview(Scene(model, vocabulary=WORDS))) == []


@given(models())
def test_every_node_is_in_one_box_and_a_box_of_one_is_that_node(model: LogicModel) -> None:
    scene = overview(Scene(model, vocabulary=WORDS))
    nodes_of = members(scene)
    assert Counter(name for names in nodes_of.values() for name in names) == Counter(model.nodes.keys())
    for name, names in nodes_of.items():
        box = scene.model.nodes[name]
        if len(names) == 1:
            node = model.nodes[name]
            assert (box.id, box.label, box.term, box.status) == (node.id, node.label, node.term, node.status)
        else:
            assert name not in model.nodes
            assert all(term in model.nodes[member].term for term in box.term for member in names)
    several = [scene.model.nodes[name].label for name, names in nodes_of.items() if len(names) > 1]
    labels = Counter(node.label for node in scene.model.nodes.values())
    assert [label for label in several if labels[label] > 1] == []


@given(models())
def test_a_box_is_drawn_as_far_as_that_which_has_come_least_far(model: LogicModel) -> None:
    scene = overview(Scene(model, vocabulary=WORDS))
    order = ("considered", "planned", "started", "in_use", "completed")
    for name, names in members(scene).items():
        statuses = [model.nodes[member].status for member in names]
        begun = {status in (None, "started", "in_use", "completed") for status in statuses}
        line = look_of_box(scene.model.nodes[name], scene).line
        if begun == {True}:
            assert line == "solid"
        elif begun == {True, False}:
            assert line == "mixed"
        else:
            assert line == ("dotted" if set(statuses) == {"dropped"} else "dashed")
        ranked = [order.index("planned" if status == "needed" else status) for status in statuses if status not in (None, "dropped")]
        status = scene.model.nodes[name].status
        if ranked and (None not in statuses or min(ranked) < 2):
            assert status is not None and order.index("planned" if status == "needed" else status) == min(ranked)
        elif None in statuses:
            assert status is None


@given(models())
def test_what_can_be_read_in_more_than_one_way_is_still_marked(model: LogicModel) -> None:
    scene = overview(Scene(model, vocabulary=WORDS))
    home = {node: name for name, names in members(scene).items() for node in names}
    marked = {anchor for anchor, anchored in marks(scene).on.items() if any(mark.kind == "doubt" for mark in anchored)}
    for node in model.nodes.values():
        assert not node.or_ or home[node.id] in marked
        for link in node.leads_to:
            ends = (home[link.source], home[link.to])
            assert not link.or_ or marked & {ends, *ends}
    assert bool(marked) == any(mark.sign == "?" for mark, _ in meanings(scene, marks(scene)) if not hasattr(mark, "shape"))


def test_no_overview_of_the_corpus_joins_what_no_chain_joins(portfolio: Portfolio) -> None:
    shared = portfolio.project
    for model in portfolio.values():
        scene = overview(Scene(model, "nb", shared.vocabulary, shared.references))
        assert untrue(model, scene) == [], model.id
        labels = [node.label for node in scene.model.nodes.values()]
        assert len(labels) == len(set(labels)), model.id


def activities(**nodes: Mapping[str, object]) -> Scene:
    given = {name: {"label": f"Label {name}", **node} for name, node in nodes.items()}
    end = {"label": "Slutt", "level": "user"}
    return overview(Scene(LogicModel.model_validate({"id": "m", "activities": given, "outcomes": {"slutt": end}}), vocabulary=WORDS))


def test_boxes_of_one_term_are_one_unless_that_would_join_what_no_chain_joins() -> None:
    into, on = {"leads_to": ["b"]}, {"leads_to": ["slutt"]}
    apart = activities(a=into, b={"term": "frokost"}, c={"term": "lunsj", **on})
    assert members(apart) == {"a": ("a",), "b": ("b",), "c": ("c",), "slutt": ("slutt",)}
    together = activities(a=into, b={"term": "frokost", **on}, c={"term": "lunsj", **on})
    assert members(together) == {"a": ("a",), "b+1": ("b", "c"), "slutt": ("slutt",)}
    assert [link.ends for link in together.model.links()] == [("a", "b+1"), ("b+1", "slutt")]
    assert together.model.nodes["b+1"].label == "Om mat"
    assert together.model.nodes["b+1"].term == ()


def test_the_rest_of_a_column_has_no_arrows_no_term_and_no_id_of_a_node() -> None:
    busy = {f"a{number}": {"term": f"t{number}", "leads_to": ["slutt"]} for number in range(MOST - 1)}
    scene = activities(**busy, x={"term": "mat", "leads_to": ["y"]}, y={"term": "tur", "status": "planned", "leads_to": ["a0"]})
    rest = scene.model.nodes["+activities"]
    assert (rest.label, rest.term, rest.leads_to) == ("… og 2 til", (), ())
    assert members(scene)["+activities"] == ("x", "y")
    assert "+activities" not in {link.to for link in scene.model.links()}
    assert [text for _, text in scene.overlay.key] == [
        "Noen av leddene som er slått sammen, er ikke kommet i gang",
        "Så mange ledd er slått sammen",
        "Resten av kolonnen, uten koblingene sine",
    ]
    assert captions(scene)["+activities"].facts == ("Label x", "Label y", "Aktiviteter", "Kommet kortest: planlagt")


def test_those_that_stay_are_joined_to_others_that_stay() -> None:
    """Arrows to what leaves do not count: of those in the middle, the one whose arrows all go to a box that leaves goes too."""
    far = {f"f{number}": {"label": f"F{number}", "level": "user"} for number in range(MOST + 1)}
    near = {f"n{number}": {"label": f"N{number}", "leads_to": [f"f{number}"]} for number in range(MOST - 1)}
    model = LogicModel.model_validate(
        {
            "id": "m",
            "outputs": {"lone": {"label": "Alene"}, **near, "last": {"label": "Sist", "leads_to": [f"f{MOST}"]}},
            "outcomes": {**far, "g": {"label": "G", "level": "society"}},
        }
    )
    scene = overview(Scene(model))
    assert members(scene)["+outputs"] == ("lone", "last")
    assert members(scene)["+users"] == (f"f{MOST - 1}", f"f{MOST}")


@pytest.mark.parametrize(
    ("first", "second", "label"),
    [("Færre sykmeldte", "Færre sykmeldte", "Færre sykmeldte"), ("Færre sykmeldte", "Kortere fravær", "Færre sykmeldte og 1 til")],
)
def test_an_aim_keeps_its_direction(first: str, second: str, label: str) -> None:
    aims = {name: {"label": aim, "level": "user", "term": "mat"} for name, aim in (("a", first), ("b", second))}
    scene = overview(Scene(LogicModel.model_validate({"id": "m", "outcomes": aims}), vocabulary=WORDS))
    assert [(node.label, node.term) for node in scene.model.nodes.values()] == [(label, ("mat",))]


def test_a_box_of_several_says_nothing_that_only_one_of_them_says() -> None:
    details = {"who": "nav", "when": "need", "content": "c", "because": "b", "note": "n", "later": {"status": "in_use"}}
    scene = activities(a={"term": "mat", **details, "dose": {"count": {"value": 2, "unit": "piece"}}}, b={"term": "mat"})
    (box,) = scene.model.activities.values()
    left = {name for name, info in type(box).model_fields.items() if not info.is_required() and getattr(box, name) != info.default}
    assert left == {"term"}


def test_aims_of_two_levels_are_two_boxes_though_they_stand_in_one_column() -> None:
    aims = {level: {"label": f"Om {level}", "level": level, "term": "mat"} for level in ("service", "partner")}
    scene = overview(Scene(LogicModel.model_validate({"id": "m", "outcomes": aims}), vocabulary=WORDS))
    assert members(scene) == {"service": ("service",), "partner": ("partner",)}


def test_boxes_of_several_that_would_be_called_the_same_are_told_apart() -> None:
    twice = {name: {"label": f"{name} her", "term": "mat"} for name in ("a", "b")}
    again = {name: {"label": f"{name} der", "term": "mat"} for name in ("c", "d")}
    model = LogicModel.model_validate({"id": "m", "activities": twice, "outputs": again})
    assert [node.label for node in overview(Scene(model, vocabulary=WORDS)).model.nodes.values()] == ["a her og 1 til", "c der og 1 til"]
    many = {
        stage: {f"{stage}{number}": {"label": f"{stage} {number}"} for number in range(MOST + 1)} for stage in ("activities", "outputs")
    }
    rests = [
        node.label for name, node in overview(Scene(LogicModel.model_validate({"id": "m", **many}))).model.nodes.items() if "+" in name
    ]
    assert rests == ["… og 2 til (aktiviteter)", "… og 2 til (produkter og tjenester)"]


def test_a_box_of_which_some_is_under_way_and_some_is_not_stands_before_another() -> None:
    scene = activities(a={"term": "mat", "status": "in_use"}, b={"term": "mat", "status": "planned"})
    drawn = dot(scene)
    assert '"_behind_a+1" [' in drawn or "_behind_a+1 [" in drawn
    assert "stroke-dasharray:12 3 2 3" in mermaid(scene)
    begun = dot(activities(a={"term": "mat", "status": "in_use"}, b={"term": "mat"}))
    assert "_behind" not in begun and "dashed" not in begun


def test_a_doubt_about_an_arrow_that_is_not_drawn_stands_on_a_box() -> None:
    doubtful = {"leads_to": [{"to": "b", "or": [{"absent": True}]}]}
    assert marks(activities(a={"term": "mat", **doubtful}, b={"term": "mat"})).on["a+1"][1:] == (PictureMark("doubt", "?"),)
    busy: dict[str, Mapping[str, object]] = {f"c{number}": {"leads_to": ["slutt"]} for number in range(MOST - 1)}
    for end, other in (("a", "b"), ("x", "c0")):
        leading = {"leads_to": [{"to": other, "or": [{"absent": True}]}]}
        scene = activities(**{**busy, "b": {}, end: leading})
        assert {anchor for anchor, anchored in marks(scene).on.items() if PictureMark("doubt", "?") in anchored} == {"+activities"}
    scene = activities(**{**busy, "b": {}, "d": {}, "c0": {"leads_to": ["slutt", {"to": "b", "or": [{"absent": True}]}]}})
    assert {anchor for anchor, anchored in marks(scene).on.items() if PictureMark("doubt", "?") in anchored} == {"+activities"}

"""The picture of a common chain: numbers, thickness and names say how many models, and which."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.analysis.consensus import Consensus, consensus
from virkningskjede.analysis.consensus.picture import agreed
from virkningskjede.drawing.captions import captions
from virkningskjede.drawing.looks import look_of_arrow
from virkningskjede.drawing.overlay import PictureMark
from virkningskjede.model import LogicModel
from virkningskjede.project import Portfolio


def common(portfolio: Portfolio, least: int) -> Consensus:
    return consensus([model for model in portfolio.values() if model.kind == "pilot"], portfolio.project, min=least)


def test_each_box_and_arrow_of_the_nine_pilots_has_its_number_and_says_whose_it_is(portfolio: Portfolio) -> None:
    chain = common(portfolio, 3)
    scene = agreed(chain)
    assert scene.title == chain.model.name
    for name, node in chain.nodes.items():
        count = node.count
        sign = f"{count.surely}" if count.surely == count.possibly else f"{count.surely}–{count.possibly}"
        assert scene.overlay.on[name].marks == (PictureMark("count", sign),)
    place = captions(scene)["samlokalisering"]
    assert place.name == "Samlokalisering"
    assert place.facts[0].startswith("7 har det: ")
    assert "Nesodden" in place.facts[0]
    link = chain.links["nav-veileder", "samlokalisering"]
    texts = " ".join(scene.overlay.on["nav-veileder", "samlokalisering"].says)
    assert all(portfolio[name].name in texts for name in link.models)


def test_an_arrow_is_thicker_the_more_make_it_and_dashed_when_no_source_states_it(portfolio: Portfolio) -> None:
    chain = common(portfolio, 2)
    scene = agreed(chain, lang="en")
    looks = {link.ends: look_of_arrow(link, scene) for link in scene.model.links()}
    by_count: dict[int, set[float | None]] = {}
    for ends, link in chain.links.items():
        by_count.setdefault(link.count.surely, set()).add(looks[ends].thickness)
        assert (looks[ends].line == "dashed") == all(maker.way == "inferred" for maker in link.makers)
    assert all(len(ids) == 1 for ids in by_count.values())
    ordered = [next(iter(by_count[count])) or 0.0 for count in sorted(by_count)]
    assert ordered == sorted(set(ordered))
    assert len(ordered) > 2


def test_the_legend_says_how_many_there_are_and_what_the_lines_mean(portfolio: Portfolio) -> None:
    texts = [text for _, text in agreed(common(portfolio, 3), lang="en").overlay.key]
    assert texts == [
        "How many of the 9 have it",
        "Three surely have it, a fourth possibly",
        "More than half have it",
        "Arrow that 3 make",
        "Arrow that 6 make",
        "Arrow that is stated in no source",
    ]


def test_a_common_chain_of_nothing_and_of_one_model_are_drawn_too(portfolio: Portfolio) -> None:
    assert agreed(consensus([], portfolio.project)).overlay.key == ()
    alone = agreed(consensus(portfolio["ha"], portfolio.project, min=1))
    assert {mark.sign for sign in alone.overlay.on.values() for mark in sign.marks} == {"1"}


def pilot(name: str, **arrows: str) -> LogicModel:
    """A model of activities that are called by their terms, with these arrows."""
    names = dict.fromkeys((*arrows, *arrows.values()))
    return LogicModel.model_validate(
        {
            "id": name,
            "activities": {
                name: {"label": name, "term": name.rstrip("2"), "leads_to": [arrows[name]] if name in arrows else []} for name in names
            },
        }
    )


def test_a_box_through_which_no_model_has_the_whole_way_says_so() -> None:
    sewn = consensus([pilot("en", a="b"), pilot("to", b="c", c="d")], min=1)
    scene = agreed(sewn, lang="en")
    marked = {name: [mark.sign for mark in sign.marks] for name, sign in scene.overlay.on.items() if isinstance(name, str)}
    assert marked == {"a": ["1"], "b": ["2", "//"], "c": ["1"], "d": ["1"]}
    assert captions(scene)["b"].facts[1] == "None of them has the whole chain “a” → “b” → “c”"
    key = [(sign.sign, text) for sign, text in scene.overlay.key if isinstance(sign, PictureMark)]
    assert ("//", "A way through this node is put together of several; none of them has all of it") in key


def test_nor_when_it_is_one_model_that_has_both_arrows_at_two_boxes_of_a_term() -> None:
    scene = agreed(consensus([pilot("en", a="b", b2="c")], min=1))
    assert [mark.sign for mark in scene.overlay.on["b"].marks] == ["1", "//"]
    whole = agreed(consensus([pilot("en", a="b", b="b2", b2="c")], min=1))
    assert [mark.sign for mark in whole.overlay.on["b"].marks] == ["1"]


@given(st.lists(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=8, unique=True), min_size=1, max_size=3))
def test_every_way_that_no_model_goes_passes_a_marked_box(arrows: list[list[tuple[str, str]]]) -> None:
    models = []
    for number, made in enumerate(arrows):
        nodes = {name: {"label": name, "term": name, "leads_to": [to for one, to in made if one == name != to]} for name in "abcdef"}
        models.append(LogicModel.model_validate({"id": f"m{number}", "activities": nodes}))
    chain = consensus(models)
    scene = agreed(chain)
    marked = {name for name, sign in scene.overlay.on.items() if any(mark.kind == "seam" for mark in sign.marks)}
    graphs = [nx.DiGraph([link.ends for link in model.links()]) for model in models]
    every = nx.DiGraph(list(chain.links))
    for start in every:
        free = nx.DiGraph((one, other) for one, other in chain.links if one not in marked or one == start)
        for end in nx.descendants(free, start) - {start} if start in free else ():
            assert any(start in graph and end in nx.descendants(graph, start) for graph in graphs)

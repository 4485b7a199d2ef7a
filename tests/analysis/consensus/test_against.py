"""A common chain against a template: made, made by a longer way, at another stage, or not at all; and what the template lacks."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.analysis.consensus import Contrast, How, consensus
from virkningskjede.errors import UsageError
from virkningskjede.model import LogicModel
from virkningskjede.model.values import Count
from virkningskjede.project import Portfolio, Project

from .models import link_readings, models, steps_of


def model(name: str = "m", **nodes: Any) -> LogicModel:
    """A model of activities ``a..`` and outcomes ``o..``, each as (term, leads to) or with more fields."""
    sections: dict[str, dict[str, Any]] = {"activities": {}, "outcomes": {}}
    for key, keys in nodes.items():
        fields = keys if isinstance(keys, dict) else {"term": keys[0], "leads_to": keys[1]}
        section = "outcomes" if key.startswith("o") else "activities"
        sections[section][key] = {"label": key, "at": "1:1", **({"level": "user"} if section == "outcomes" else {}), **fields}
    return LogicModel.model_validate({"id": name, "source": "r", **sections})


TEMPLATE = model("template", a=("kurs", ["o"]), o=("mestring", []))


def template_link(
    pilot: LogicModel, shared: Project, template: LogicModel = TEMPLATE, *, fold: bool = False
) -> dict[How, tuple[Count, list[Any]]]:
    """For the template's only arrow: the counts, and the chains of the pilot, in each way that there is one."""
    (link,) = consensus(pilot, shared, fold=fold).against(template).links
    ways: tuple[How, ...] = ("made", "path", "elsewhere")
    return {how: (link.count(how), [(reach.coded, reach.chain) for reach in link.reaches(how)]) for how in ways if link.reaches(how)}


SURE, UNSURE = Count(1, 1), Count(0, 1)


def test_made_by_an_arrow_of_its_own(shared: Project) -> None:
    assert template_link(model(a1=("kurs", ["o1"]), o1=("mestring", [])), shared) == {"made": (SURE, [(True, ("a1", "o1"))])}


def test_a_narrower_term_fills_a_broader_one_and_never_the_other_way(shared: Project) -> None:
    assert template_link(model(a1=("nettkurs", ["o1"]), o1=("mestring", [])), shared)["made"][0] == SURE
    broader = model(a1=("hjelp", ["o1"]), o1=("mestring", []))
    assert template_link(broader, shared) == {}
    assert template_link(broader, shared, fold=True)["made"][0] == SURE


def test_a_longer_way_may_lead_through_nodes_without_terms(shared: Project) -> None:
    pilot = model(a1=("kurs", ["a2"]), a2=([], ["o1"]), o1=("mestring", []))
    assert template_link(pilot, shared) == {"path": (SURE, [(True, ("a1", "a2", "o1"))])}


def test_a_longer_way_through_what_may_be_absent_is_unsure(shared: Project) -> None:
    between = {"term": [], "or": ["absent"], "leads_to": ["o1"]}
    assert template_link(model(a1=("kurs", ["a2"]), a2=between, o1=("mestring", [])), shared) == {
        "path": (UNSURE, [(True, ("a1", "a2", "o1"))])
    }


def test_a_longer_way_beside_an_arrow_is_not_told(shared: Project) -> None:
    pilot = model(a1=("kurs", ["a2", "o1"]), a2=([], ["o1"]), o1=("mestring", []))
    assert list(template_link(pilot, shared)) == ["made"]


def test_what_was_dropped_makes_nothing(shared: Project) -> None:
    between = {"term": [], "status": "dropped", "leads_to": ["o1"]}
    assert template_link(model(a1=("kurs", ["a2"]), a2=between, o1=("mestring", [])), shared) == {}
    start = {"term": "kurs", "status": "dropped", "leads_to": ["o1"]}
    assert template_link(model(a1=start, o1=("mestring", [])), shared) == {}


def test_at_another_stage(shared: Project) -> None:
    pilot = model(o2=("kurs", ["o1"]), o1=("mestring", []))
    assert template_link(pilot, shared) == {"elsewhere": (SURE, [(True, ("o2", "o1"))])}
    (node, _) = consensus(pilot, shared).against(TEMPLATE).nodes
    assert (node.id, node.how, node.count, [holder.nodes for holder in node.elsewhere]) == ("a", "elsewhere", Count(0, 0), [("o2",)])


def test_an_unsure_arrow_is_made_or_gone_round(shared: Project) -> None:
    doubted = {"to": "o1", "or": ["absent"]}
    assert template_link(model(a1=("kurs", [doubted]), o1=("mestring", [])), shared) == {"made": (UNSURE, [(True, ("a1", "o1"))])}
    pilot = model(a1=("kurs", [doubted, "a2"]), a2=([], ["o1"]), o1=("mestring", []))
    assert template_link(pilot, shared) == {"made": (UNSURE, [(True, ("a1", "o1"))]), "path": (UNSURE, [(False, ("a1", "a2", "o1"))])}


def test_a_longer_way_through_what_may_itself_be_the_end(shared: Project) -> None:
    pilot = model(a1=("kurs", ["o2"]), o2={"term": [], "or": [{"term": "mestring"}], "leads_to": ["o1"]}, o1=("mestring", []))
    assert template_link(pilot, shared) == {"made": (UNSURE, [(False, ("a1", "o2"))]), "path": (UNSURE, [(True, ("a1", "o2", "o1"))])}


def test_a_longer_way_through_what_may_itself_be_the_start(shared: Project) -> None:
    pilot = model(a1=("kurs", ["a2"]), a2={"term": [], "or": [{"term": "kurs"}], "leads_to": ["o1"]}, o1=("mestring", []))
    assert template_link(pilot, shared) == {"made": (UNSURE, [(False, ("a2", "o1"))]), "path": (UNSURE, [(True, ("a1", "a2", "o1"))])}


def test_a_longer_way_that_sets_out_from_what_may_be_passed(shared: Project) -> None:
    doubted = {"term": [], "or": [{"term": "kurs"}]}
    pilot = model(a1={**doubted, "leads_to": ["a2"]}, a2={**doubted, "leads_to": ["o1"]}, o1=("mestring", []))
    assert template_link(pilot, shared) == {"made": (UNSURE, [(False, ("a2", "o1"))]), "path": (UNSURE, [(False, ("a1", "a2", "o1"))])}


def test_a_longer_way_to_what_is_a_start_as_well(shared: Project) -> None:
    """Found by the law below: the way back from the end to itself hid the way that another start has to it."""
    pilot = model(
        a2=([], ["o1"]), o1=(["kurs", "mestring"], [{"to": "a2", "feedback": True}]), o2=("kurs", [{"to": "a2", "feedback": True}])
    )
    assert template_link(pilot, shared) == {"elsewhere": (SURE, [(True, ("o2", "a2", "o1"))])}


def test_what_is_only_seen_by_another_coder_is_possible(shared: Project) -> None:
    pilot = model(a1={"term": "mote", "or": [{"term": "kurs"}], "leads_to": ["o1"]}, o1=("mestring", []))
    assert template_link(pilot, shared) == {"made": (UNSURE, [(False, ("a1", "o1"))])}


def test_what_the_template_lacks(shared: Project) -> None:
    pilot = model(a1=("nettkurs", ["a2", "o1"]), a2=("mote", ["o1"]), o1=("mestring", []))
    template = model("template", a=("kurs", ["b"]), b=([], ["o"]), o=("mestring", ["o2"]), o2=("mote", []))
    contrast = consensus(pilot, shared).against(template)
    assert [(beyond.node.id, beyond.elsewhere) for beyond in contrast.beyond_nodes] == [("mote", ("o2",))]
    chains = {beyond.link.ends: (beyond.how, beyond.chain) for beyond in contrast.beyond_links}
    assert chains == {
        ("mote", "mestring"): (None, ()),
        ("nettkurs", "mestring"): ("path", ("a", "b", "o")),
        ("nettkurs", "mote"): ("elsewhere", ("a", "b", "o", "o2")),
    }
    assert (contrast.left_out.nodes, contrast.left_out.links) == (("b",), (("a", "b"), ("b", "o")))
    assert [link.ends for link in contrast.links] == [("o", "o2")]


def test_a_template_with_a_broader_term_lacks_nothing_narrower(shared: Project) -> None:
    pilot = model(a1=("nettkurs", ["o1"]), o1=("mestring", []))
    contrast = consensus(pilot, shared).against(TEMPLATE)
    assert (contrast.beyond_nodes, contrast.beyond_links) == ((), ())
    turned = consensus(TEMPLATE, shared).against(pilot)
    assert [beyond.node.id for beyond in turned.beyond_nodes] == ["kurs"]


@given(models(sure=True))
def test_a_model_makes_all_of_itself_and_nothing_beyond(shared: Project, pilot: LogicModel) -> None:
    contrast = consensus(pilot, shared).against(pilot)
    assert {node.count for node in contrast.nodes} <= {SURE}
    assert {link.count() for link in contrast.links if link.source != link.to} <= {SURE}
    assert (contrast.beyond_nodes, contrast.beyond_links) == ((), ())


def by_hand(pilot: LogicModel, shared: Project) -> list[How | None]:
    """How a pilot has the template's only arrow, in every way that it can be read, with networkx."""
    assert shared.vocabulary is not None
    fills = shared.vocabulary.fills
    hows: list[How | None] = []
    for nodes in itertools.product(*(node.readings() for node in pilot.nodes.values())):
        there = {name: node for name, node in zip(pilot.nodes, nodes, strict=True) if node is not None and node.status != "dropped"}

        def named(term: str, stage: str | None, there: Mapping[str, Any] = there) -> set[str]:
            steps = {name: steps_of(node) for name, node in there.items()}
            return {name for name, those in steps.items() if any(fills(step.term, term) and stage in (None, step.stage) for step in those)}

        for arrows in itertools.product(*(link_readings(link) for link in pilot.links())):
            graph = nx.DiGraph(
                [link.ends for link in arrows if link is not None and {*link.ends} <= there.keys() and link.source != link.to]
            )
            graph.add_nodes_from(there)
            hows.append(_how(graph, named))
    return hows


def _how(graph: Any, named: Any) -> How | None:
    def joined(starts: Iterable[str], ends: Iterable[str], *, path: bool) -> bool:
        pairs = [(one, other) for one in starts for other in ends if one != other]
        return any(nx.has_path(graph, *pair) if path else graph.has_edge(*pair) for pair in pairs)

    here = named("hjelp", "activities"), named("mote", "outcomes")
    if joined(*here, path=False):
        return "made"
    if joined(*here, path=True):
        return "path"
    return "elsewhere" if joined(named("hjelp", None), named("mote", None), path=True) else None


@given(st.data())
def test_the_ways_are_what_reading_everything_otherwise_gives(shared: Project, data: st.DataObject) -> None:
    pilot = data.draw(models())
    template = model("template", a=("hjelp", ["o"]), o=("mote", []))
    (link,) = consensus(pilot, shared).against(template).links
    every = by_hand(pilot, shared)
    for how, reaches in (("made", link.made), ("path", link.path), ("elsewhere", link.elsewhere)):
        # One too many may be told, and one that is sure may be told as unsure; never one too few.
        assert reaches or how not in every
        assert not reaches or reaches[0].sure <= (set(every) == {how})
        assert [reach.coded for reach in reaches if reach.coded] == ([True] if every[0] == how else [])
    assert bool(link.made) == ("made" in every)


def test_unknown_nodes_and_arrows(shared: Project) -> None:
    contrast = consensus(TEMPLATE, shared).against(TEMPLATE)
    assert contrast.node("a").id == "a" and contrast.link("a", "o").ends == ("a", "o")
    with pytest.raises(UsageError):
        contrast.node("x")
    with pytest.raises(UsageError) as caught:
        contrast.link("o", "a")
    assert caught.value.in_("nb") == "template har ingen kobling o -> a mellom ledd med begrep"


@pytest.fixture(scope="module")
def felles(pilots: Mapping[str, LogicModel], portfolio: Portfolio) -> Contrast:
    return consensus(pilots, portfolio.project, min=3).against(portfolio["felles"])


def test_the_pilots_against_the_common_chain(felles: Contrast) -> None:
    assert Counter(link.how for link in felles.links) == {"made": 17, "path": 5, "elsewhere": 2, None: 16}
    assert Counter(node.how for node in felles.nodes) == {"made": 29, "elsewhere": 2, None: 1}
    meetings = felles.link("tjenestene-motes", "kjennskap")
    assert [reach.model for reach in meetings.made if reach.sure] == [
        *("bjerke", "fredrikstad", "ha", "kristiansand", "lillestrom", "ringsaker", "stovner"),
    ]
    assert meetings.made[0].at == ("statusrapport#2.1.1:26", "statusrapport#2.1.1:28")
    around = felles.link("samlokalisering", "kjennskap").path
    assert [(reach.model, reach.chain) for reach in around] == [("ringsaker", ("til-stede", "felles-moter", "kjennskap"))]


def test_the_step_that_the_report_calls_common_is_made_by_no_pilot(felles: Contrast) -> None:
    """4.1.1:2: that services which know each other come to see work and health together."""
    assert felles.link("kjennskap", "integrert-fokus").how is None
    assert (felles.node("kjennskap").count, felles.node("integrert-fokus").count) == (Count(7, 9), Count(3, 4))


def test_the_frame_has_what_nobody_makes_too(felles: Contrast) -> None:
    frame = felles.to_frame()
    template = frame[frame["of"] == "template"]
    links = template[template["element"] == "link"]
    assert links[links["model"].isna()].shape[0] == 16
    assert links[["id", "to"]].drop_duplicates().shape[0] == len(felles.links) == 40
    beyond = frame[(frame["of"] == "beyond") & (frame["element"] == "link")]
    assert beyond[["id", "to"]].drop_duplicates().shape[0] == len(felles.beyond_links) == 7

"""Views of one model: each shows what it says, and nothing that is not in the model."""

from __future__ import annotations

import pytest

from virkningskjede.analysis.criteria import check, load_set
from virkningskjede.analysis.views import VIEWS, ViewOptions, viewed
from virkningskjede.drawing.columns import columns
from virkningskjede.drawing.dot import dot
from virkningskjede.drawing.folded import MOST
from virkningskjede.drawing.looks import FAINT
from virkningskjede.drawing.marks import marks
from virkningskjede.drawing.scene import Scene
from virkningskjede.errors import UsageError
from virkningskjede.model import LogicModel
from virkningskjede.project import Portfolio


def scene_of(portfolio: Portfolio, name: str) -> Scene:
    shared = portfolio.project
    return Scene(portfolio[name], "nb", shared.vocabulary, shared.references)


CHAIN = LogicModel.model_validate(
    {
        "id": "m",
        "title": "Kurset",
        "inputs": {"a": {"label": "A", "leads_to": ["b", "c"]}, "x": {"label": "X"}},
        "activities": {
            "b": {"label": "B", "leads_to": [{"to": "d", "because": "fordi", "assumes": ["tid"]}]},
            "c": {"label": "C", "leads_to": ["e"]},
        },
        "outputs": {"d": {"label": "D", "term": "plan", "leads_to": ["f"]}, "e": {"label": "E"}},
        "outcomes": {"f": {"label": "F", "level": "user"}},
        "assumptions": {"tid": {"label": "Nok tid"}, "annet": {"label": "Annet", "about": ["recruitment"]}},
        "barriers": {"stengt": {"label": "Stengt", "hinders": ["b -> d"]}, "regn": {"label": "Regn", "hinders": ["x"]}},
    }
)


@pytest.mark.parametrize(
    ("options", "nodes", "title"),
    [
        (ViewOptions("a", "f"), ["a", "b", "d", "f"], "Kurset: fra «A» til «F»"),
        (ViewOptions("a", "plan"), ["a", "b", "d"], "Kurset: fra «A» til «plan»"),
        (ViewOptions(end="user"), ["a", "b", "d", "f"], "Kurset: fra «…» til «Brukereffekter»"),
        (ViewOptions("activities"), ["b", "c", "d", "e", "f"], "Kurset: fra «Aktiviteter» til «…»"),
    ],
)
def test_a_path_shows_the_chains_between_two_places_and_what_hangs_on_them(options: ViewOptions, nodes: list[str], title: str) -> None:
    scene = viewed(Scene(CHAIN), "path", options)
    assert (list(scene.model.nodes), scene.title) == (nodes, title)
    assert list(scene.model.barriers) == ["stengt"]
    assert list(scene.model.assumptions) == ["tid"]


def test_around_a_box_is_all_that_leads_to_it_and_all_that_it_leads_to() -> None:
    scene = viewed(Scene(CHAIN), "around", ViewOptions(node="b"))
    assert [link.ends for link in scene.model.links()] == [("a", "b"), ("b", "d"), ("d", "f")]
    assert list(viewed(Scene(CHAIN), "around", ViewOptions(node="x")).model.nodes) == ["x"]


def test_a_view_that_lacks_what_it_needs_says_so() -> None:
    with pytest.raises(UsageError, match=r"The view path needs --from, --to\."):
        viewed(Scene(CHAIN), "path")
    with pytest.raises(UsageError, match="--node"):
        viewed(Scene(CHAIN), "around")
    with pytest.raises(UsageError, match="--criteria"):
        viewed(Scene(CHAIN), "criteria")
    with pytest.raises(UsageError, match=r"No chain goes from x to f\."):
        viewed(Scene(CHAIN), "path", ViewOptions("x", "f"))
    with pytest.raises(UsageError, match="finnesikke"):
        viewed(Scene(CHAIN), "path", ViewOptions("finnesikke"))
    with pytest.raises(UsageError, match="assumptions, criteria"):
        viewed(Scene(CHAIN), "alt")


def test_the_overview_of_every_model_reads_at_a_glance_and_loses_nobody(portfolio: Portfolio) -> None:
    for name, model in portfolio.items():
        scene = viewed(scene_of(portfolio, name), "overview")
        assert all(len(column.nodes) <= MOST for column in columns(scene.model, "nb"))
        counted = sum(int(mark.sign) for sign in scene.overlay.on.values() for mark in sign.marks)
        alone = len(scene.model.nodes) - len(scene.overlay.on)
        assert counted + alone == len(model.nodes)
        labels = [label for sign in scene.overlay.on.values() for label in sign.says]
        assert len(labels) == counted
        assert len({link.ends for link in scene.model.links()}) == sum(1 for _ in scene.model.links())
        assert all(link.source != link.to for link in scene.model.links())


def test_the_overview_has_a_title_and_an_arrow_is_stated_if_one_of_them_is(portfolio: Portfolio) -> None:
    scene = viewed(scene_of(portfolio, "ringsaker"), "overview")
    assert scene.title == "Ringsaker – «Arbeidspuls»: i korte trekk"
    arrows = {link.ends: link for link in scene.model.links()}
    assert arrows["kognitiv-terapeut", "til-stede"].stated


def test_the_evidence_view_shows_research_and_puts_the_rest_behind(portfolio: Portfolio) -> None:
    scene = viewed(scene_of(portfolio, "felles"), "evidence")
    with_evidence = {link.ends for link in portfolio["felles"].links() if link.evidence}
    overlay = marks(scene)
    assert overlay.on.keys() == with_evidence
    assert {mark.kind for mark, _ in overlay.key} == {"evidence"}
    behind = {anchor for anchor, sign in scene.overlay.on.items() if sign.look == FAINT}
    assert behind.isdisjoint({end for ends in with_evidence for end in ends})
    assert viewed(scene_of(portfolio, "ha"), "evidence").overlay.key[0][1] == "Kobling uten forskning i modellen"


def test_the_assumptions_view_numbers_each_mechanism_once() -> None:
    scene = viewed(Scene(CHAIN), "assumptions")
    held = marks(scene)
    assert {anchor: [mark.sign for mark in each] for anchor, each in held.on.items()} == {("b", "d"): ["M1", "H1", "A1"]}
    assert [(sign.sign, said) for sign, said in (*scene.overlay.key, *held.key)] == [
        ("", "Kobling uten oppgitt mekanisme"),
        ("M1", "fordi"),
        ("H1", "Stengt"),
        ("A1", "Nok tid"),
    ]
    assert "x" not in scene.model.nodes


def test_the_criteria_view_marks_what_each_verdict_rests_on(portfolio: Portfolio) -> None:
    shared = portfolio.project
    result = check(portfolio["ringsaker"], load_set("oslo-economics-2020", shared), shared)
    scene = viewed(scene_of(portfolio, "ringsaker"), "criteria", ViewOptions(check=result))
    assert len(scene.overlay.key) == len(result.results) == 9
    for number, verdict in enumerate(result.results, start=1):
        sign, text = scene.overlay.key[number - 1]
        assert sign.sign.split()[0] == f"{number}"
        assert ("?" in sign.sign) == (not verdict.sure)
        for node in verdict.nodes:
            if node in scene.model.nodes:
                assert sign in scene.overlay.on[node].marks
        assert text.count(": ") >= 1
    with pytest.raises(UsageError, match="is not about ha"):
        viewed(scene_of(portfolio, "ha"), "criteria", ViewOptions(check=result))


def test_every_view_of_every_model_gives_the_same_text_each_time(portfolio: Portfolio) -> None:
    for name in ("ha", "modell-1", "innovasjonsstotte"):
        scene = scene_of(portfolio, name)
        for view in set(VIEWS) - {"path", "around", "criteria"}:
            assert dot(viewed(scene, view)) == dot(viewed(scene, view))
    assert dot(viewed(Scene(LogicModel(id="tom")), "overview")).startswith("digraph")

"""What the text says that several nodes together lead to (`cause: together`), in each room of the analysis."""

from __future__ import annotations

from typing import Any

import pytest

from virkningskjede.analysis.consensus import consensus
from virkningskjede.analysis.criteria import CriteriaSet, check
from virkningskjede.analysis.criteria.report.grounds import Grounds
from virkningskjede.analysis.diff import diff
from virkningskjede.analysis.paths import gaps, paths
from virkningskjede.analysis.paths.report import to_json
from virkningskjede.analysis.show import shown
from virkningskjede.analysis.views import ViewOptions, viewed
from virkningskjede.drawing.captions import captions
from virkningskjede.drawing.folded import overview
from virkningskjede.drawing.marks import marks
from virkningskjede.drawing.overlay import PictureMark
from virkningskjede.drawing.scene import Scene
from virkningskjede.model import LogicModel
from virkningskjede.model.plain import written


def model(cause: Any, **more: Any) -> LogicModel:
    return LogicModel.model_validate(
        {
            "id": "m",
            "source": "r",
            "inputs": {"rom": {"label": "Rom", "leads_to": ["kafe"]}},
            "activities": {
                "kafe": {"label": "Kafé", "term": "kafe", "at": "1:1"},
                "samtale": {"label": "Samtale", "term": "samtale", "at": "1:1"},
                "tur": {"label": "Tur", "status": "considered", "at": "1:1"},
            },
            "outcomes": {
                "mestring": {"label": "Mestring", "term": "mestring", "level": "user", "cause": cause, "at": "1:2", "leads_to": ["skole"]},
                "skole": {"label": "Skole", "level": "society"},
            },
            **more,
        }
    )


BOTH = {"together": ["kafe", "samtale"]}


@pytest.mark.parametrize(
    ("cause", "verdict", "at"),
    [
        (BOTH, "met", ("r#1:2",)),
        ("together", "met", ("r#1:2",)),
        ("whole", "not_stated", ()),
        ({"together": ["samtale", "tur"]}, "not_stated", ()),
        (None, "not_stated", ()),
    ],
)
def test_it_decides_a_verdict(cause: object, verdict: str, at: tuple[str, ...]) -> None:
    """The criterion asks that the text says how the measure gives the outcome: an aim of the whole never says that."""
    way = {"arrow": {"from": {"term": "kafe"}, "to": {"term": "mestring"}, "stated": True}}
    criteria = CriteriaSet.model_validate({"id": "s", "title": "S", "criteria": {"vei": {"label": "Kafé gir mestring", "met": way}}})
    checked = check(model(cause), [criteria])
    (result,) = checked.results
    assert (result.verdict, tuple(map(str, result.at))) == (verdict, at)
    if verdict == "met":
        assert "“Kafé” → “Mestring”, together with others (1:2)" in Grounds(checked, "en").sentences(result)


def test_chains_lead_on_from_each_of_them() -> None:
    chains = paths(model(BOTH), stated=False)
    assert chains.paths == (("rom", "kafe", "mestring", "skole"), ("samtale", "mestring", "skole"))
    assert chains.count == 2
    assert to_json(chains)["arrows"]["samtale -> mestring"] == {
        "stated": True,
        "strength": "stated",
        "because": None,
        "at": ["r#1:2"],
        "sign": "plus",
        "together": True,
    }
    assert list(chains.to_frame()["together"]) == [False, True, False, True, False]
    assert "→ Mestring (leads there together with others; stated; 1:2)" in chains.to_text(lang="en", width=120)
    assert paths(model("whole")).paths == ()


def test_a_stated_step_is_followed_where_the_arrow_beside_it_is_inferred() -> None:
    drawn = model(BOTH, activities={"kafe": {"label": "Kafé", "leads_to": ["mestring"]}, "samtale": {"label": "Samtale"}})
    chains = paths(drawn, "kafe", "mestring", stated=True)
    assert (chains.count, to_json(chains)["arrows"]["kafe -> mestring"]["together"]) == (1, True)
    either = paths(drawn, "kafe", "mestring")
    assert (either.count, to_json(either)["arrows"]["kafe -> mestring"]["together"]) == (1, False)


def test_it_is_no_gap() -> None:
    found = {kind: [gap.elements for gap in gaps(model(BOTH)).of(kind=kind)] for kind in ("no_cause", "no_outcome", "whole", "together")}
    assert found == {"no_cause": [], "no_outcome": [], "whole": [], "together": [("mestring", "kafe", "samtale")]}
    assert gaps(model(BOTH)).by_rule == {"m": {"tur": "VK210"}}
    (gap,) = gaps(model(BOTH)).of(kind="together")
    assert gap.message("en") == "“Mestring”: the text says that “Kafé” and “Samtale” together lead there."
    assert "carrying" not in {gap.kind for gap in gaps(model(BOTH), much=0.1).gaps if "kafe -> mestring" in gap.elements}


def test_it_is_a_gap_when_nothing_of_it_is_there() -> None:
    gone = model({"together": ["kafe"]}, activities={"kafe": {"label": "Kafé", "status": "dropped"}})
    (gap,) = gaps(gone).of(kind="no_cause")
    assert (gap.elements, "Kafé" in gap.message("nb")) == (("mestring",), True)
    assert gaps(gone).of(kind="together") == ()


def test_one_mark_stands_on_what_belongs_together() -> None:
    both = marks(Scene(model(BOTH), "en"))
    mark = PictureMark("together", "T1")
    assert [name for name, on in both.on.items() if mark in on] == ["kafe", "samtale", "mestring"]
    assert (mark, "“Kafé” and “Samtale” together lead to “Mestring”") in both.key
    assert "T1: “Kafé” and “Samtale” together lead to “Mestring”" in captions(Scene(model(BOTH), "en"))["kafe"].facts
    assert "Cause: “Kafé” and “Samtale” together" in captions(Scene(model(BOTH), "en"))["mestring"].facts


def test_of_all_that_is_done_only_the_outcome_is_marked() -> None:
    every = marks(Scene(model("together"), "nb"))
    assert [name for name, on in every.on.items() if PictureMark("together", "S1") in on] == ["mestring"]
    assert every.key == (
        (PictureMark("together", "S1"), "Alle aktiviteter og produkter som ikke bare er vurdert, fører sammen til «Mestring»"),
    )


def test_a_view_of_a_part_says_that_there_are_others() -> None:
    scene = viewed(Scene(model(BOTH), "nb"), "path", ViewOptions(start="samtale", end="skole"))
    assert list(scene.model.nodes) == ["samtale", "mestring", "skole"]
    assert [text for _, text in marks(scene).key] == ["«Samtale» fører sammen med andre til «Mestring»"]


def test_at_a_glance_the_boxes_have_the_marks() -> None:
    twice = model(
        {"together": ["kafe", "annen", "samtale"]},
        activities={
            "kafe": {"label": "Kafé", "term": "kafe"},
            "annen": {"label": "Annen kafé", "term": "kafe"},
            "samtale": {"label": "Samtale", "term": "samtale"},
        },
    )
    scene = overview(Scene(twice, "en"))
    assert [name for name, on in marks(scene).on.items() if PictureMark("together", "T1") in on] == ["kafe+1", "samtale", "mestring"]


def test_another_cause_weighs_as_logic_and_ids_are_compared_by_what_they_stand_for() -> None:
    renamed = model(
        {"together": ["prat", "kafe"]},
        id="n",
        activities={
            "kafe": {"label": "Kafé", "term": "kafe", "at": "1:1"},
            "prat": {"label": "Samtale", "term": "samtale", "at": "1:1"},
        },
    )
    assert [change for change in diff(model(BOTH), renamed).changes if change.path.endswith(".cause")] == []
    (change,) = [change for change in diff(model("whole"), model(BOTH)).changes if change.path.endswith(".cause")]
    assert (change.kind, change.weight) == ("changed", "logic")
    sentence = "cause changed from the whole programme to “Kafé” and “Samtale” together"
    assert sentence in diff(model("whole"), model(BOTH)).to_text(lang="en", width=200)


def test_a_templates_arrow_is_there_where_its_ends_belong_together() -> None:
    template = LogicModel.model_validate(
        {
            "id": "mal",
            "kind": "template",
            "activities": {"k": {"label": "Kafé", "term": "kafe", "leads_to": ["o"]}},
            "outcomes": {"o": {"label": "Mestring", "term": "mestring", "level": "user"}},
        }
    )
    for cause, own in ((BOTH, [("kafe", "mestring")]), ("whole", [])):
        held = diff(model(cause, follows="mal"), template).adherence
        assert held is not None
        ((_, arrows),) = held.arrows
        assert [arrow.ends for arrow in arrows] == own


@pytest.mark.parametrize(
    ("cause", "readings", "sure"),
    [
        (BOTH, [], True),
        ("together", [], True),
        (BOTH, [{"cause": "whole"}], False),
        ("whole", [{"cause": BOTH}], False),
        ("whole", [], None),
    ],
)
def test_so_it_is_in_a_common_chain_held_against_a_template(cause: Any, readings: list[Any], sure: bool | None) -> None:
    """One arrow less is missing, and what it rests on says that it is none; another reading makes it unsure."""
    template = LogicModel.model_validate(
        {
            "id": "mal",
            "activities": {"k": {"label": "Kafé", "term": "kafe", "leads_to": ["o", {"to": "s", "sign": "minus"}]}},
            "outcomes": {
                "o": {"label": "Mestring", "term": "mestring", "level": "user"},
                "s": {"label": "Slit", "term": "slit", "level": "user"},
            },
        }
    )
    outcome = {"label": "Mestring", "term": "mestring", "level": "user", "cause": cause, "at": "1:2", "or": readings}
    contrast = consensus([model(cause, outcomes={"mestring": outcome})]).against(template)
    assert [link.ends for link in contrast.links] == [("k", "o")]  # a minus of the template is looked for nowhere
    assert [(reach.sure, reach.chain, reach.at, reach.joint) for reach in contrast.link("k", "o").made] == (
        [] if sure is None else [(sure, ("kafe", "mestring"), ("r#1:2",), True)]
    )
    text = contrast.report(explain=True).to_text(lang="en", width=200)
    assert ("an arrow of its own; “Kafé” → “Mestring”; together with others; 1:2" in text) == (sure is not None)
    assert "Not looked for either: 1 arrow with a minus or a mixed sign." in text


def test_a_common_chain_counts_no_arrows_of_it_and_says_so() -> None:
    chain = consensus([model(BOTH)])
    assert ("kafe", "mestring") not in {(link.source, link.to) for link in chain.links.values()}
    assert chain.left_out["m"].joint == ("mestring",)
    sentence = "Of 1 node the text says that several nodes together lead there. That does not count as arrows."
    assert sentence in chain.to_text(lang="en", width=200)


def test_show_says_it() -> None:
    assert "cause: “Kafé” and “Samtale” together" in shown(model(BOTH)).to_text(lang="en", width=150)


def test_the_way_of_a_user_effect_is_not_said_to_be_of_the_whole_programme() -> None:
    """An activity that leads elsewhere leads to no user effect, though the text says what does."""
    other = {"drift": {"label": "Drift", "level": "service"}}
    base = written(model(BOTH))
    base["activities"]["tur"]["leads_to"] = ["drift"]
    base["outcomes"] |= other
    (gap,) = gaps(LogicModel.model_validate(base)).of(kind="no_user_outcome")
    assert (gap.elements, gap.says) == (("tur",), "no_user_outcome")

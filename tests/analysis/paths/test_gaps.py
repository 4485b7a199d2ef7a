"""Where descriptions are silent, and what much of them rests on."""

from __future__ import annotations

import json
from collections import Counter
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.analysis.paths import KINDS, Gap, dropped_of, gaps, never_part_of, paths
from virkningskjede.analysis.paths.bridges import bridges
from virkningskjede.analysis.paths.condensation import condensation_of
from virkningskjede.analysis.paths.survey import RULES, number
from virkningskjede.errors import UsageError
from virkningskjede.model import LogicModel
from virkningskjede.model.graph import reachable
from virkningskjede.model.plain import plain
from virkningskjede.project import Portfolio
from virkningskjede.rules import RuleContext, check

from .conftest import STAGES, all_chains, models


def elements_of(model: LogicModel, kind: str, **options: float) -> list[tuple[str, ...]]:
    return [gap.elements for gap in gaps(model, [kind], **options).gaps]


def club(**sections: object) -> LogicModel:
    """A reading club with a bit of everything."""
    return LogicModel.model_validate(
        {
            "id": "club",
            "source": "bok",
            "context": {"lite": {"label": "Barn leser lite", "kind": "problem"}},
            "inputs": {"rom": {"label": "Rom", "leads_to": ["klubb"]}, "kake": {"label": "Kake"}},
            "activities": {
                "klubb": {"label": "Leseklubb", "leads_to": [{"to": "lyst", "at": "1:2", "assumes": ["tid"]}, "vane"]},
                "brev": {"label": "Brev hjem", "leads_to": ["vane"]},
                "fest": {"label": "Fest"},
            },
            "outcomes": {
                "lyst": {"label": "Leselyst", "level": "user", "leads_to": ["karakterer"], "at": "1:3"},
                "karakterer": {"label": "Bedre karakterer", "level": "user"},
                "vane": {"label": "Nye vaner hjemme", "level": "partner"},
                "trivsel": {"label": "Trivsel", "level": "user", "cause": "whole"},
                "ro": {"label": "Ro på biblioteket", "level": "service"},
            },
            "assumptions": {"tid": {"label": "Foreldre har tid"}, "nok": {"label": "Bøkene er mange nok", "about": ["whole"]}},
            "barriers": {"mobil": {"label": "Mobilen", "hinders": ["klubb"]}},
            "enablers": {"regel": {"label": "Mobilfritt rom", "helps": ["klubb"]}},
            "open_questions": {"hvem": {"label": "Hvem som leder", "about": ["klubb"]}},
            **sections,
        }
    )


def test_every_kind() -> None:
    model = club()
    assert {kind: elements_of(model, kind) for kind in KINDS} == {
        "no_cause": [],
        "single_arrow": [("lyst", "klubb -> lyst"), ("karakterer", "lyst -> karakterer")],
        "inferred_only": [("vane", "klubb -> vane", "brev -> vane")],
        "bridge": [("klubb -> lyst", "lyst", "karakterer")],
        "carrying": [("rom -> klubb",)],
        "no_user_outcome": [("brev",)],
        "no_outcome": [],
        "unused_input": [],
        "unaddressed": [("lite",), ("mobil", "klubb")],
        "assumption": [("nok", "lyst", "karakterer", "vane", "trivsel", "ro"), ("tid", "lyst", "karakterer")],
        "open_question": [("hvem", "lyst", "karakterer", "vane")],
        "whole": [("trivsel",)],
        "together": [],
    }
    assert gaps(model).by_rule == {"club": {"ro": "VK210", "fest": "VK210", "kake": "VK210"}}
    assert "`validate` says this of 3 nodes (VK210), and it is not repeated here: “Ro på biblioteket”, “Fest” and “Kake”." in (
        " ".join(gaps(model).to_text(lang="en").split())
    )
    assert gaps(model, ["bridge"]).by_rule == {"club": {}}


def test_sentences_in_both_languages() -> None:
    rows = gaps(club(), ["single_arrow", "bridge", "carrying", "unaddressed", "assumption"]).gaps
    assert [gap.message("nb") for gap in rows] == [
        "Bare én kobling leder til «Leselyst»: den fra «Leseklubb», som står i kilden.",
        "Bare én kobling leder til «Bedre karakterer»: den fra «Leselyst», som koderen har tolket.",
        "Uten koblingen fra «Leseklubb» til «Leselyst» leder ingen aktivitet til «Leselyst» og «Bedre karakterer»: 2 virkninger.",
        "Koblingen fra «Rom» til «Leseklubb» er med i 2 av 3 kjeder (67 %).",
        "Ingenting i beskrivelsen er rettet mot problemet «Barn leser lite».",
        "Ingenting i beskrivelsen er rettet mot hemmeren «Mobilen». Det den hemmer, får hjelp av «Mobilfritt rom».",
        "Hele tiltaket hviler på antakelsen «Bøkene er mange nok».",
        "2 av 5 virkninger hviler på antakelsen «Foreldre har tid».",
    ]
    assert rows[2].message("en") == (
        "Without the arrow from “Leseklubb” to “Leselyst” no activity leads to “Leselyst” and “Bedre karakterer”: 2 outcomes."
    )
    assert [gap.at for gap in rows[:3]] == [("bok#1:3",), (), ("bok#1:2",)]
    assert rows[3].count == 2
    assert rows[3].share == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("outcomes", "hanging", "text"),
    [
        (1, 1, "The only outcome hangs on the open question “W”."),
        (3, 1, "1 of 3 outcomes hangs on the open question “W”."),
        (3, 2, "2 of 3 outcomes hang on the open question “W”."),
    ],
)
def test_one_outcome_hangs_and_several_hang(outcomes: int, hanging: int, text: str) -> None:
    names = [f"o{number}" for number in range(outcomes)]
    model = LogicModel.model_validate(
        {
            "id": "m",
            "outcomes": {name: {"label": name, "level": "user", "cause": "whole"} for name in names},
            "open_questions": {"w": {"label": "W", "about": names[:hanging]}},
            "assumptions": {"w2": {"label": "W", "about": names[:hanging]}},
        }
    )
    assert [gap.message("en") for gap in gaps(model, "open_question").gaps] == [text]
    rests = text.replace("hangs on the open question", "rests on the assumption")
    rests = rests.replace("hang on the open question", "rest on the assumption")
    assert [gap.message("en") for gap in gaps(model, "assumption").gaps] == [rests]


def test_what_is_addressed_is_no_gap() -> None:
    model = club(
        context={"lite": {"label": "Barn leser lite", "kind": "problem", "leads_to": ["klubb"]}},
        outputs={"skap": {"label": "Mobilskap", "addresses": ["mobil"], "leads_to": ["ro"]}},
    )
    assert elements_of(model, "unaddressed") == []


def test_a_model_without_user_effects_is_told_once() -> None:
    model = LogicModel.model_validate(
        {
            "id": "m",
            "activities": {"a": {"label": "A", "leads_to": ["b"]}, "c": {"label": "C", "leads_to": ["b"]}},
            "outcomes": {"b": {"label": "B", "level": "service"}},
        }
    )
    assert [(gap.elements, gap.message("en")) for gap in gaps(model, ["no_user_outcome"]).gaps] == [
        ((), "The description has no user effect.")
    ]


def test_names_that_the_model_does_not_have_are_passed_over() -> None:
    """Files with such names are refused; a model made in Python can have them."""
    model = LogicModel.model_validate(
        {
            "id": "m",
            "activities": {"a": {"label": "A", "leads_to": ["b", "borte"]}},
            "outcomes": {"b": {"label": "B", "level": "user"}},
            "open_questions": {"q": {"label": "Q", "about": ["borte"]}},
        }
    )
    assert [(gap.kind, gap.elements) for gap in gaps(model).gaps] == [("single_arrow", ("b", "a -> b"))]


@pytest.mark.parametrize("about", [["whole"], ["whole", "klubb"], ["klubb", "whole"]])
def test_what_the_whole_rests_on_is_said_of_the_whole(about: list[str]) -> None:
    model = club(assumptions={"nok": {"label": "Bøkene er mange nok", "about": about}})
    (gap,) = gaps(model, ["assumption"]).gaps
    assert gap.message("en") == "The whole programme rests on the assumption “Bøkene er mange nok”."


def test_aims_of_the_whole_are_no_gaps(portfolio: Portfolio) -> None:
    for model in portfolio.values():
        caused = {name: outcome.cause.way for name, outcome in model.outcomes.items() if outcome.cause is not None}
        assert {name for (name,) in elements_of(model, "whole")} == {name for name, way in caused.items() if way == "whole"}
        assert {name for name, *_ in elements_of(model, "together")} == {name for name, way in caused.items() if way == "together"}
        for kind in ("no_cause", "single_arrow", "inferred_only"):
            assert caused.keys().isdisjoint(elements[0] for elements in elements_of(model, kind))


def test_what_validate_says_is_no_gap_as_well(portfolio: Portfolio) -> None:
    """What VK207, VK208 and VK210 say of a node is said once: as a gap, with the reason, where it is accepted, and else by ``validate``.

    What was dropped, or was never part of it, leads nowhere, and is no gap.
    """
    codes, kinds = ("VK207", "VK208", "VK210"), ["no_cause", "no_outcome", "unused_input"]
    for model in portfolio.values():
        bare = model.model_copy(
            update={
                section: {name: entry.model_copy(update={"accept": {}}) for name, entry in getattr(model, section).items()}
                for section in ("inputs", "activities", "outputs", "outcomes")
            }
        )
        by_rule = {diagnostic.path[1]: diagnostic.code for diagnostic in check(RuleContext(bare), select=codes)}
        there = {name: code for name, code in by_rule.items() if name not in {*dropped_of(model), *never_part_of(model)}}
        rows = {gap.elements[0]: gap for gap in gaps(model, kinds).gaps}
        assert there.keys() <= rows.keys()
        assert {name for name, gap in rows.items() if gap.accepted} == there.keys()
        without = gaps(bare, kinds)
        assert dict(without.by_rule[model.id]) == there
        assert {gap.elements[0] for gap in without.gaps} == rows.keys() - there.keys()


def test_the_pilots(portfolio: Portfolio) -> None:
    pilots = [model for model in portfolio.values() if model.kind == "pilot"]
    result = gaps(pilots)
    counts = Counter(gap.kind for gap in result.gaps)
    assert (counts["no_cause"], counts["unused_input"]) == (0, 9)  # of all who lead or coordinate the report says only that they are there
    assert {gap.elements[0] for gap in result.of("kristiansand", "no_outcome")} == {"gruppeterapi"}
    assert result.chains["tromso"] == paths(portfolio["tromso"]).count == 24
    assert all(gap.at for gap in result.gaps if gap.kind != "no_user_outcome")
    assert result == gaps(pilots)


def test_of_refuses_what_was_not_asked(portfolio: Portfolio) -> None:
    result = gaps(portfolio["ha"], ["whole"])
    assert len(result.of("ha", "whole")) == 11
    with pytest.raises(UsageError):
        result.of("tromso")
    with pytest.raises(UsageError):
        result.of(kind="bridge")
    with pytest.raises(UsageError, match="no_cause"):
        gaps(portfolio["ha"], ["hull"])
    with pytest.raises(UsageError):
        gaps([portfolio["ha"], portfolio["ha"]])


def test_a_frame_has_a_row_for_each_gap(portfolio: Portfolio) -> None:
    result = gaps(portfolio["ha"])
    frame = result.to_frame("en")
    assert len(frame) == len(result.gaps)
    assert frame["message"].tolist() == [gap.message("en") for gap in result.gaps]
    assert frame["kind"].cat.categories.tolist() == list(KINDS)


def without(model: LogicModel, ends: tuple[str, str]) -> LogicModel:
    def left(section: str) -> dict[str, object]:
        nodes = getattr(model, section)
        return {
            name: node.model_copy(update={"leads_to": tuple(x for x in node.leads_to if x.ends != ends)}) for name, node in nodes.items()
        }

    return model.model_copy(update={section: left(section) for section in ("context", "inputs", "activities", "outputs", "outcomes")})


@given(models())
def test_bridges_are_the_arrows_that_cut_something_off(model: LogicModel) -> None:
    roots = frozenset(model.activities)
    wanted = [name for name in model.outcomes if name in reachable(model, roots)]
    expected = {}
    for link in model.links():
        cut = tuple(name for name in wanted if name not in reachable(without(model, link.ends), roots))
        if cut:
            expected[link.ends] = cut
    spans = bridges(condensation_of(model), tuple(model.activities), tuple(model.outcomes))
    assert {span.link.ends: span.outcomes for span in spans} == expected
    assert all(span.count == len(span.outcomes) for span in spans)


@given(models())
def test_shares_are_those_of_the_chains_listed(model: LogicModel) -> None:
    whole = paths(model)
    through = Counter(ends for chain in whole.paths for ends in pairwise(chain))
    expected = {" -> ".join(ends): count for ends, count in through.items() if count > 1 and count >= 0.3 * whole.count}
    result = gaps(model, ["carrying"], much=0.3)
    assert {gap.elements[0]: gap.count for gap in result.gaps} == expected
    assert result.chains["m"] == len(list(all_chains([x.ends for x in model.links()], whole.start.nodes, whole.end.nodes)))


def contents(result: tuple[Gap, ...]) -> Counter[tuple[object, ...]]:
    return Counter((gap.kind, gap.elements[:1], frozenset(gap.elements), gap.count) for gap in result)


@given(models(circles=True), st.randoms(use_true_random=False))
def test_the_order_of_the_file_changes_only_the_order(model: LogicModel, random: Random) -> None:
    def shuffled(section: str) -> dict[str, object]:
        names = list(getattr(model, section))
        random.shuffle(names)
        return {name: getattr(model, section)[name] for name in names}

    other = model.model_copy(update={section: shuffled(section) for section in ("inputs", "activities", "outputs", "outcomes")})
    assert contents(gaps(model).gaps) == contents(gaps(other).gaps)
    assert gaps(model) == gaps(model)


def test_long_chains_take_little_time() -> None:
    nodes = {f"o{step}": {"label": "O", "level": "user", "leads_to": [f"o{step + 1}"]} for step in range(3_000)}
    nodes["o3000"] = {"label": "O", "level": "user", "leads_to": []}
    model = LogicModel.model_validate({"id": "m", "activities": {"a": {"label": "A", "leads_to": ["o0"]}}, "outcomes": nodes})
    result = gaps(model, ["bridge"])
    assert (result.gaps[0].elements[0], result.gaps[0].count) == ("a -> o0", 3_001)
    assert len(result.gaps) == 3_000


def test_very_many_chains_are_told_by_their_digits() -> None:
    assert (number(10**12 - 1), number(2**20_000)) == ("999999999999", "≈ 10^6020")


def test_quotation_marks_in_labels_become_inner_ones() -> None:
    node = {"label": "«Bli kjent»-samtale", "leads_to": ["ro"]}
    model = LogicModel.model_validate(
        {"id": "m", "activities": {"a": node}, "outcomes": {"ro": {"label": "Ro på «Plassen»", "level": "user"}}}
    )
    (gap,) = gaps(model, ["single_arrow"]).gaps
    assert gap.message("nb") == "Bare én kobling leder til «Ro på ‘Plassen’»: den fra «‘Bli kjent’-samtale», som koderen har tolket."
    assert "“Ro på ‘Plassen’”" in gap.message("en")


# ---------------------------------------------------------------- what was dropped


def farm(status: str) -> LogicModel:
    """A farm advice service whose radio programme has this status."""
    return LogicModel.model_validate(
        {
            "id": "gard",
            "context": {"sult": {"label": "Lite mat", "kind": "problem"}},
            "inputs": {"folk": {"label": "Folk", "leads_to": ["radio"]}},
            "activities": {
                "radio": {"label": "Radio", "status": status, "addresses": ["sult", "avstand"], "leads_to": ["fro"]},
                "besok": {"label": "Besøk", "leads_to": ["fest"]},
            },
            "outcomes": {
                "fro": {"label": "Bedre såfrø", "level": "user"},
                "fest": {"label": "Høstfest", "level": "partner", "status": status},
            },
            "barriers": {"avstand": {"label": "Lang vei"}},
        }
    )


def test_what_was_dropped_is_no_cause_and_addresses_nothing() -> None:
    assert {kind: elements_of(farm("in_use"), kind) for kind in KINDS if elements_of(farm("in_use"), kind)} == {
        "single_arrow": [("fro", "radio -> fro"), ("fest", "besok -> fest")],
        "no_user_outcome": [("besok",)],
    }
    assert {kind: elements_of(farm("dropped"), kind) for kind in KINDS if elements_of(farm("dropped"), kind)} == {
        "no_cause": [("fro",)],
        "no_outcome": [("besok",)],
        "unused_input": [("folk",)],
        "unaddressed": [("sult",), ("avstand",)],
    }
    assert [gap.message("en") for gap in gaps(farm("dropped"), ["no_cause", "unused_input", "unaddressed"]).gaps] == [
        "Nothing that is done leads to “Bedre såfrø”. Not done: “Radio”.",
        "Nothing that is done uses “Folk”. Not done: “Radio”.",
        "Nothing that is done is directed at “Lite mat”. Not done: “Radio”.",
        "Nothing that is done is directed at “Lang vei”. Not done: “Radio”.",
    ]
    assert (gaps(farm("in_use")).chains, gaps(farm("dropped")).chains) == ({"gard": 2}, {"gard": 0})
    kinds = ("no_cause", "unused_input", "unaddressed")
    never, dropped = ([gap.message("en") for gap in gaps(farm(status), kinds).gaps] for status in ("not_part", "dropped"))
    assert never == dropped


def test_user_effects_that_were_all_dropped() -> None:
    model = LogicModel.model_validate({"id": "m", "outcomes": {"a": {"label": "A", "level": "user", "status": "dropped"}}})
    assert [gap.message("nb") for gap in gaps(model).gaps] == ["Alle brukereffektene i beskrivelsen er droppet."]


@given(models(circles=True), st.sets(st.sampled_from([f"n{number}" for number in range(7)])))
def test_dropped_nodes_count_as_little_as_nodes_that_are_not_there(model: LogicModel, names: set[str]) -> None:
    written: dict[str, Any] = json.loads(json.dumps(plain(model)))
    with_them, without = ({**written, **{stage: {} for stage in STAGES}} for _ in range(2))
    for stage in STAGES:
        for name, node in written.get(stage, {}).items():
            with_them[stage] = {**with_them[stage], name: {**node, "status": "dropped"} if name in names else node}
            if name not in names:
                links = [link for link in node.get("leads_to", []) if link["to"] not in names]
                without[stage] = {**without[stage], name: {**node, "leads_to": links}}
    dropped, absent = LogicModel.model_validate(with_them), LogicModel.model_validate(without)
    kinds = [kind for kind in KINDS if kind not in RULES]
    assert [(gap.kind, gap.elements, gap.count) for gap in gaps(dropped, kinds).gaps if gap.elements] == [
        (gap.kind, gap.elements, gap.count) for gap in gaps(absent, kinds).gaps if gap.elements
    ]
    ends = [gaps(one, list(RULES)) for one in (dropped, absent)]  # what was dropped may be drawn: then it is a gap, and no rule's
    assert len({frozenset([*(gap.elements[0] for gap in end.gaps), *end.by_rule["m"]]) for end in ends}) == 1
    result, expected = paths(dropped), paths(absent)
    assert (result.count, result.paths, result.circles) == (expected.count, expected.paths, expected.circles)
    assert set(result.dropped) == names & set(model.nodes)


def test_an_arrow_that_gives_less_is_no_cause() -> None:
    def reached(*signs: str | None) -> list[tuple[str, ...]]:
        nodes = {f"a{n}": {"label": f"A{n}", "leads_to": [{"to": "o", **({"sign": sign} if sign else {})}]} for n, sign in enumerate(signs)}
        model = LogicModel.model_validate({"id": "m", "activities": nodes, "outcomes": {"o": {"label": "O", "level": "user"}}})
        return [(gap.kind, *gap.elements) for gap in gaps(model).gaps if gap.kind in ("no_cause", "single_arrow", "inferred_only")]

    assert reached("minus") == reached("mixed", "minus") == [("no_cause", "o")]
    assert reached("minus", None) == [("single_arrow", "o", "a1 -> o")]
    assert reached(None, None) == [("inferred_only", "o", "a0 -> o", "a1 -> o")]


def test_an_unwanted_outcome_that_is_addressed_has_no_need_of_a_cause() -> None:
    def uncaused(unwanted: bool, **activity: object) -> list[tuple[str, ...]]:
        outcomes = {"o": {"label": "O", "level": "user", "unwanted": unwanted}}
        model = LogicModel.model_validate({"id": "m", "activities": {"a": {"label": "A", **activity}}, "outcomes": outcomes})
        return [gap.elements for gap in gaps(model, ["no_cause"]).gaps]

    assert uncaused(unwanted=True, addresses=["o"]) == []
    assert uncaused(unwanted=True) == uncaused(unwanted=False, addresses=["o"]) == [("o",)]
    assert uncaused(unwanted=True, addresses=["o"], status="dropped") == [("o",)]

"""Two codings of the same models."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from virkningskjede.analysis.agreement import Agreement, CodedCell, agreement
from virkningskjede.errors import UsageError
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.project import Portfolio, Project

TERMS = ("kurs", "nettkurs", "moter", "ro")

WORDS = Vocabulary.model_validate(
    {
        "terms": {
            "kurs": {"label": {"nb": "Kurs", "en": "Course"}, "stage": "activity"},
            "nettkurs": {"label": {"nb": "Nettkurs", "en": "Online course"}, "stage": "activity", "broader": "kurs"},
            "moter": {"label": {"nb": "Møter", "en": "Meetings"}, "stage": "activity"},
            "ro": {"label": {"nb": "Ro", "en": "Calm"}, "stage": "outcome"},
            "tid": {"label": {"nb": "Tid", "en": "Time"}, "stage": "input"},
        }
    }
)
SHARED = Project(vocabulary=WORDS)


def coded(name: str = "m", **nodes: dict[str, object]) -> LogicModel:
    activities = {key: {"label": key.upper(), **node} for key, node in nodes.items()}
    return LogicModel.model_validate({"id": name, "source": "bok", "activities": activities})


def compared(a: object, b: object, *, all_terms: bool = False) -> Agreement:
    return agreement(a, b, SHARED, SHARED, all_terms=all_terms)  # type: ignore[arg-type]


def cell(result: Agreement, item: str, model: str = "m") -> CodedCell:
    (only,) = [entry for entry in (*result.terms, *result.arrows) if (entry.model, entry.item) == (model, item)]
    return only


def test_what_each_coder_wrote_of_a_term() -> None:
    a = coded(x={"term": "moter", "status": "planned", "at": "1:2"}, y={"term": "moter", "status": "in_use", "at": "1:4"})
    b = coded(z={"term": "moter", "status": "considered"})
    (only,) = compared(a, b).terms
    assert (only.kind, only.agreed, only.same_status) == ("both", True, False)
    assert (only.a.status, only.a.elements, only.a.at) == ("in_use", ("x", "y"), ("bok#1:2", "bok#1:4"))
    assert (only.b.status, only.b.elements, only.b.at) == ("considered", ("z",), ())


@pytest.mark.parametrize(
    ("a", "b", "kind", "discussed"),
    [
        ({"term": "moter", "status": "dropped"}, {"term": "moter"}, "only_b", True),
        ({"term": "moter", "status": "dropped"}, {"term": "moter", "status": "in_use"}, "only_b", True),
        ({"term": "moter", "status": "dropped"}, {"term": "ro"}, "neither", True),
        ({"term": "moter", "status": "dropped"}, {"term": "moter", "status": "dropped"}, "neither", False),
    ],
)
def test_what_was_dropped_is_not_there(a: dict[str, object], b: dict[str, object], kind: str, discussed: bool) -> None:
    result, mirrored = compared(coded(x=a), coded(y=b)), compared(coded(y=b), coded(x=a))
    only = cell(result, "moter")
    assert (only.kind, only.a.status, only.a.elements, only.a.dropped) == (kind, "dropped", ("x",), True)
    assert (only in result.discussed, cell(mirrored, "moter") in mirrored.discussed) == (discussed, discussed)


def test_what_was_dropped_beside_what_is_there_does_not_count() -> None:
    a = coded(x={"term": "moter", "status": "dropped"}, y={"term": "moter", "status": "planned"})
    (only,) = compared(a, coded(z={"term": "moter", "status": "planned"})).terms
    assert (only.kind, only.a.status, only.a.elements, only.same_status) == ("both", "planned", ("y",), True)


def test_an_arrow_from_or_to_what_was_dropped_is_not_there() -> None:
    a = coded(x={"term": "moter", "status": "dropped", "leads_to": ["y"]}, y={"term": "ro"})
    b = coded(x={"term": "moter", "leads_to": ["y"]}, y={"term": "ro"})
    assert [(entry.item, entry.kind, entry.near) for entry in compared(a, b).arrows] == [("moter -> ro", "only_b", ("moter",))]


def test_what_may_have_been_dropped_can_be_read_alike() -> None:
    a = coded(x={"term": "moter", "status": "planned", "or": [{"status": "dropped"}]})
    b = coded(x={"term": "moter", "status": "dropped"})
    (only,) = compared(a, b).terms
    assert (only.kind, only.readable) == ("only_a", True)


def aimed(level: str, **more: object) -> LogicModel:
    return LogicModel.model_validate({"id": "m", "outcomes": {"o": {"label": "O", "term": "ro", "level": level, **more}}})


@pytest.mark.parametrize(
    ("a", "b", "same", "readable"),
    [
        (coded(x={"term": "ro"}), aimed("user"), False, False),
        (aimed("user"), aimed("society"), False, False),
        (aimed("user", **{"or": [{"level": "society"}]}), aimed("society"), False, True),
        (aimed("user", **{"or": ["absent"]}), aimed("society"), False, False),
        (aimed("user"), aimed("user"), True, False),
    ],
)
def test_what_stands_elsewhere_is_to_be_discussed(a: LogicModel, b: LogicModel, same: bool, readable: bool) -> None:
    result = compared(a, b)
    (only,) = result.terms
    assert (only.kind, only.same_place, only.place_readable) == ("both", same, readable)
    assert result.other_place == result.discussed == (() if same else (only,))
    assert (result.of_terms.agreed, result.to_discuss) == (1.0, ())


def test_a_cell_that_differs_in_two_ways_is_discussed_once() -> None:
    result = compared(coded(x={"term": "ro", "status": "in_use"}), aimed("user"))
    assert result.other_place == result.other_status == result.discussed == result.terms


@pytest.mark.parametrize("all_terms", [True, False])
def test_nothing_coded_is_not_agreement(all_terms: bool) -> None:
    result = compared(coded(x={}), coded(x={}), all_terms=all_terms)
    figures = result.of_terms
    assert (result.nothing, result.discussed, figures.cells) == (True, (), len(WORDS.terms) if all_terms else 0)
    assert {figures.agreed, figures.agreed_at_best, figures.positive, figures.negative, figures.kappa, figures.alpha} == {None}
    assert figures.cautions == ()
    dropped = coded(x={"term": "moter", "status": "dropped"})
    assert not compared(dropped, dropped).nothing


def test_a_model_in_which_neither_has_coded_anything_is_named() -> None:
    one, other = coded("p", x={"term": "ro"}), coded("q", x={})
    result = compared([one, other], [one, other])
    assert (result.nothing, result.uncoded) == (False, ("q",))


def test_another_reading_that_would_agree_is_told_apart() -> None:
    a = coded(x={"term": "moter", "or": ["absent"]}, y={"term": "ro"})
    b = coded(y={"term": "kurs", "or": [{"term": "ro"}]})
    result = compared(a, b)
    assert {entry.item: (entry.kind, entry.readable) for entry in result.terms} == {
        "kurs": ("only_b", True),
        "moter": ("only_a", True),
        "ro": ("only_a", True),
    }
    assert cell(result, "ro").b.elements == ("y",)
    figures = result.of_terms
    assert (figures.readable, figures.agreed, figures.agreed_at_best) == (3, 0.0, 1.0)


def test_what_a_coder_left_out_though_another_could_see_it() -> None:
    a = LogicModel.model_validate({"id": "m", "ambiguities": {"u": {"or": {"term": "moter"}}}})
    result = compared(a, coded(x={"term": "moter"}, y={"term": "ro"}))
    assert cell(result, "moter").readable
    assert not cell(result, "ro").readable


def test_a_narrower_term_is_another_code_that_is_near() -> None:
    result = compared(coded(x={"term": "nettkurs"}), coded(x={"term": "kurs"}))
    assert [(entry.item, entry.kind, entry.near) for entry in result.terms] == [
        ("kurs", "only_b", ("nettkurs",)),
        ("nettkurs", "only_a", ("kurs",)),
    ]


def test_arrows_between_terms() -> None:
    a = coded(x={"term": ["kurs", "moter"], "leads_to": ["y"]}, y={"term": "ro"})
    b = coded(x={"term": "moter", "leads_to": [{"to": "y", "or": ["absent"]}]}, y={"term": "ro"}, z={"term": "tid", "leads_to": ["y"]})
    result = compared(a, b)
    assert [(entry.item, entry.kind, entry.readable, entry.near) for entry in result.arrows] == [
        ("kurs -> ro", "only_a", False, ("kurs",)),
        ("moter -> ro", "both", False, ()),
        ("tid -> ro", "only_b", False, ("tid",)),
    ]
    assert cell(result, "moter -> ro").b.possible == {True, False}
    assert (result.of_shared_arrows.cells, result.of_shared_arrows.both, result.of_shared_arrows.kappa) == (1, 1, None)


def test_an_arrow_that_could_lead_elsewhere() -> None:
    a = coded(x={"term": "moter", "leads_to": ["y"]}, y={"term": "ro"}, z={"term": "kurs"})
    b = coded(x={"term": "moter", "leads_to": [{"to": "z", "or": [{"to": "y"}]}]}, y={"term": "ro"}, z={"term": "kurs"})
    result = compared(a, b)
    assert {entry.item: entry.readable for entry in result.arrows} == {"moter -> ro": True, "moter -> kurs": True}
    assert cell(result, "moter -> kurs").near == ()


def test_all_terms_of_the_codebook_are_taken_in_when_asked_for() -> None:
    a, b = coded(x={"term": "moter"}, y={"term": "ro"}), coded(x={"term": "moter"})
    few, all_of_them = compared(a, b), compared(a, b, all_terms=True)
    assert [entry.item for entry in few.terms] == ["moter", "ro"]
    assert [entry.item for entry in all_of_them.terms] == list(WORDS.terms)
    assert (few.of_terms.agreed, all_of_them.of_terms.agreed) == (0.5, 0.8)
    assert few.of_terms.positive == all_of_them.of_terms.positive
    assert (few.narrow, all_of_them.narrow) == (True, False)


def test_models_that_only_one_has_are_named() -> None:
    result = compared([coded("p"), coded("q")], [coded("q"), coded("r")])
    assert (result.models, result.only_a, result.only_b) == (("q",), ("p",), ("r",))
    with pytest.raises(UsageError, match="have no model in common"):
        compared(coded("p"), coded("q"))
    with pytest.raises(UsageError):
        compared([coded("p"), coded("p")], coded("p"))


def test_terms_that_the_other_codebook_lacks_are_named() -> None:
    result = agreement(coded(x={"term": "ro"}), coded(x={"term": "uro"}), SHARED, SHARED)
    assert (result.unknown_a, result.unknown_b) == (("uro",), ())
    assert agreement(coded(x={"term": "ro"}), coded(x={"term": "uro"})).unknown_a == ()


def test_cautions() -> None:
    seldom = [coded(f"m{number}", x={"term": "ro"} if number == 0 else {}) for number in range(40)]
    never = [coded(f"m{number}", x={"term": "ro"} if number == 1 else {}) for number in range(40)]
    rare = compared(seldom, never).of_terms
    assert (rare.agreed, rare.cautions, rare.positive) == (0.95, ("rare",), 0.0)
    assert rare.kappa is not None and rare.kappa < 0
    assert compared(coded(x={"term": "ro"}), coded(x={"term": "ro"})).of_terms.cautions == ("uniform", "few")
    always = [coded(f"m{number}", x={"term": "ro"}) for number in range(40)]
    assert compared(always, [coded("m0"), *always[1:]]).of_terms.cautions == ("common",)
    assert compared(coded(), coded()).of_terms.cautions == ()


def test_shared_arrows_are_uniform_only_where_they_are() -> None:
    one = coded(x={"term": "moter", "leads_to": ["y"]}, y={"term": "ro"})
    other = coded(x={"term": "moter"}, y={"term": "ro"})
    assert compared(one, one).of_shared_arrows.cautions == ("uniform", "few")
    assert compared(one, other).of_shared_arrows.cautions == ("few",)


def test_a_kappa_that_comes_of_common_and_rare_terms_is_told() -> None:
    """Two coders who throw the same loaded die: each fills two of the terms nearly always, and the other two nearly never."""
    often = {"kurs": (0, 5), "nettkurs": (1, 6), "moter": (2, 7), "ro": (3, 8)}
    common = {"kurs", "moter"}

    def thrown(coder: int) -> list[LogicModel]:
        models = []
        for number in range(20):
            terms = [term for term, off in often.items() if (number == off[coder]) != (term in common)]
            models.append(coded(f"m{number}", x={"term": terms}))
        return models

    figures = compared(thrown(0), thrown(1)).of_terms
    assert figures.kappa == pytest.approx(0.8, abs=0.01)
    assert figures.typical is not None and figures.typical < 0
    assert figures.cautions == ("uneven",)


def test_the_corpus_agrees_with_itself(portfolio: Portfolio) -> None:
    pilots = {name: model for name, model in portfolio.items() if model.kind == "pilot"}
    result = agreement(pilots, pilots, portfolio.project, portfolio.project)
    for figures in (result.of_terms, result.of_arrows):
        assert (figures.agreed, figures.positive, figures.kappa, figures.alpha) == (1.0, 1.0, 1.0, 1.0)
    assert (result.to_discuss, result.other_status, result.of_status.kappa) == ((), (), 1.0)
    assert {(figures.kappa, figures.alpha) for figures in result.by_term.values()} <= {(1.0, 1.0), (None, None)}


def test_a_second_hand(portfolio: Portfolio) -> None:
    """A second coding of two pilots: one term less, one status further, one arrow less; everything else is the same."""
    second = {}
    for name in ("ringsaker", "tromso"):
        second[name] = portfolio[name]
    model = second["tromso"]
    cooperation = model.outputs["samarbeidsavtale"].model_copy(update={"term": (), "leads_to": ()})
    meetings = model.activities["ukentlige-moter"].model_copy(update={"status": "planned"})
    second["tromso"] = model.model_copy(
        update={
            "outputs": {**model.outputs, "samarbeidsavtale": cooperation},
            "activities": {**model.activities, "ukentlige-moter": meetings},
        }
    )
    result = agreement(portfolio, second, portfolio.project, portfolio.project)
    assert result.models == ("ringsaker", "tromso")
    assert [(entry.model, entry.item, entry.kind) for entry in result.to_discuss] == [
        ("tromso", "samarbeidsavtale", "only_a"),
        ("tromso", "samarbeidsavtale -> samordnet-oppfolging", "only_a"),
        ("tromso", "samarbeidsavtale -> tidlig-oppfolging", "only_a"),
    ]
    assert [(entry.item, entry.a.status, entry.b.status) for entry in result.other_status] == [("faste-moter", "in_use", "planned")]
    assert (result.of_terms.only_a, result.of_terms.only_b, result.of_arrows.only_a) == (1, 0, 2)
    assert result.to_discuss[0].a.at == ("statusrapport#2.1.5:12", "statusrapport#2.3.3:70")


def test_a_frame_has_a_row_for_each_cell(portfolio: Portfolio) -> None:
    result = agreement(portfolio["ha"], portfolio["ha"])
    frame = result.to_frame()
    assert len(frame) == len(result.terms) + len(result.arrows)
    assert frame["agreed"].all()
    assert frame.loc[~frame["arrow"], "item"].tolist() == [entry.item for entry in result.terms]


# What is drawn again and again is put together once: hypothesis would look through each new one before it draws from it.
terms = st.lists(st.sampled_from(TERMS), max_size=2, unique=True)
statuses = st.sampled_from(["considered", "planned", "in_use", "dropped"])
others = st.sampled_from([["absent"], [{"term": "ro"}]])
quarters = st.integers(0, 3)
targets = {key: st.lists(st.sampled_from([x for x in "xyz" if x != key]), max_size=2, unique=True) for key in "xyz"}


@st.composite
def codings(draw: st.DrawFn) -> list[LogicModel]:
    models = []
    for name in ("p", "q", "r"):
        nodes: dict[str, dict[str, object]] = {}
        for key in "xyz":
            node: dict[str, object] = {"term": draw(terms)}
            node |= {"status": draw(statuses)} if draw(st.booleans()) else {}
            node |= {"or": draw(others)} if draw(quarters) == 0 else {}
            nodes[key] = node | {"leads_to": draw(targets[key])}
        models.append(coded(name, **nodes))
    return models


@settings(max_examples=25)
@given(codings())
def test_who_codes_alike_agrees(models: list[LogicModel]) -> None:
    result = compared(models, models)
    for figures in (result.of_terms, result.of_arrows, result.of_shared_arrows):
        assert figures.agreed in (1.0, None)
        assert {figures.kappa, figures.alpha} <= {1.0, None}
        assert figures.readable == 0
    assert result.discussed == ()
    assert {result.of_status.kappa, result.of_status.alpha} <= {1.0, None}


@settings(max_examples=25)
@given(codings(), codings(), st.booleans())
def test_agreement_is_the_same_from_both_sides(ours: list[LogicModel], theirs: list[LogicModel], all_terms: bool) -> None:
    result, mirrored = compared(ours, theirs, all_terms=all_terms), compared(theirs, ours, all_terms=all_terms)
    for one, other in ((result.of_terms, mirrored.of_terms), (result.of_arrows, mirrored.of_arrows)):
        assert (one.both, one.only_a, one.only_b, one.neither, one.readable) == (
            other.both,
            other.only_b,
            other.only_a,
            other.neither,
            other.readable,
        )
        assert one.kappa == pytest.approx(other.kappa)
        assert one.alpha == pytest.approx(other.alpha)
        assert one.kappa is None or -1 <= one.kappa <= 1
    assert result.of_status.kappa == pytest.approx(mirrored.of_status.kappa)
    assert Counter((entry.model, entry.item, entry.near) for entry in result.discussed) == Counter(
        (entry.model, entry.item, entry.near) for entry in mirrored.discussed
    )


@settings(max_examples=25)
@given(codings(), codings(), st.permutations(range(3)))
def test_the_order_of_the_models_does_not_matter(ours: list[LogicModel], theirs: list[LogicModel], order: list[int]) -> None:
    result, other = compared(ours, theirs), compared([ours[place] for place in order], theirs)
    assert result.of_terms == other.of_terms
    assert result.by_term == other.by_term


# What both have, but with other choices among the format's words


def chain(outcome: dict[str, object] | None = None, **arrow: Any) -> LogicModel:
    """A course that leads to calm."""
    tree: dict[str, object] = {
        "id": "m",
        "activities": {"k": {"label": "K", "term": "kurs", "leads_to": [{"to": "o", **arrow}]}},
        "outcomes": {"o": {"label": "O", "term": "ro", "level": "user", **(outcome or {})}},
    }
    return LogicModel.model_validate(tree)


@pytest.mark.parametrize(
    ("a", "b", "item", "field"),
    [
        (chain(), chain(sign="minus"), "kurs -> ro", "sign"),
        (chain(sign="mixed"), chain(sign="minus"), "kurs -> ro", "sign"),
        (chain(), chain(when=["need"]), "kurs -> ro", "when"),
        (
            chain(evidence=[{"finding": "supports", "certainty": "high"}]),
            chain(evidence=[{"finding": "supports", "certainty": "low"}]),
            *("kurs -> ro", "evidence.certainty.overall"),
        ),
        (chain(), chain({"unwanted": True}), "ro", "unwanted"),
        (chain(), chain({"horizon": "long"}), "ro", "horizon"),
        (coded(x={"term": "kurs", "mode": "group"}), coded(x={"term": "kurs", "mode": ["group", "digital"]}), "kurs", "mode"),
    ],
)
def test_what_was_chosen_otherwise_is_to_be_discussed(a: LogicModel, b: LogicModel, item: str, field: str) -> None:
    result, mirrored = compared(a, b), compared(b, a)
    only = cell(result, item)
    assert (only.kind, only.otherwise, only.otherwise_readable) == ("both", (field,), False)
    assert result.otherwise == result.discussed == (only,)
    assert mirrored.discussed == (cell(mirrored, item),)
    # The term, or the arrow, was found by both: that is what the figures count.
    assert (result.of_terms.agreed, result.to_discuss) == (1.0, ())
    assert compared(a, a).discussed == ()


def test_the_risk_of_a_barrier_is_to_be_discussed() -> None:
    def hand(**risk: str) -> LogicModel:
        return LogicModel.model_validate({"id": "m", "barriers": {"b": {"label": "B", "term": "tid", **({"risk": risk} if risk else {})}}})

    assert cell(compared(hand(), hand(likelihood="low")), "tid").otherwise == ("risk.likelihood",)
    assert cell(compared(hand(likelihood="low"), hand(likelihood="low")), "tid").otherwise == ()


def test_what_was_chosen_otherwise_may_be_read_alike() -> None:
    a, b = chain({"unwanted": True, "or": [{"unwanted": False}]}), chain({"horizon": "long"})
    only = cell(compared(a, b), "ro")
    assert (only.otherwise, only.otherwise_readable) == (("horizon", "unwanted"), False)
    assert cell(compared(a, chain()), "ro").otherwise_readable
    assert cell(compared(chain(None, sign="minus", **{"or": [{"sign": "mixed"}]}), chain(sign="mixed")), "kurs -> ro").otherwise_readable


def test_only_what_both_could_have_chosen_is_compared() -> None:
    """An activity has no horizon: that an outcome has one is no other choice than the activity's."""
    assert cell(compared(coded(x={"term": "ro"}), aimed("user", horizon="long")), "ro").otherwise == ()
    assert cell(compared(aimed("user", unwanted=True), aimed("society")), "ro").otherwise == ("unwanted",)

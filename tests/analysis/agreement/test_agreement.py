"""Two codings of the same models."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from virkningskjede.analysis.agreement import Agreement, Cell, agreement
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


def held(a: object, b: object, *, all_terms: bool = False) -> Agreement:
    return agreement(a, b, SHARED, SHARED, all_terms=all_terms)  # type: ignore[arg-type]


def cell(found: Agreement, item: str, model: str = "m") -> Cell:
    (only,) = [each for each in (*found.terms, *found.arrows) if (each.model, each.item) == (model, item)]
    return only


def test_what_each_coder_wrote_of_a_term() -> None:
    a = coded(x={"term": "moter", "status": "planned", "at": "1:2"}, y={"term": "moter", "status": "in_use", "at": "1:4"})
    b = coded(z={"term": "moter", "status": "considered"})
    (only,) = held(a, b).terms
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
    found, mirrored = held(coded(x=a), coded(y=b)), held(coded(y=b), coded(x=a))
    only = cell(found, "moter")
    assert (only.kind, only.a.status, only.a.elements, only.a.dropped) == (kind, "dropped", ("x",), True)
    assert (only in found.discussed, cell(mirrored, "moter") in mirrored.discussed) == (discussed, discussed)


def test_what_was_dropped_beside_what_is_there_does_not_count() -> None:
    a = coded(x={"term": "moter", "status": "dropped"}, y={"term": "moter", "status": "planned"})
    (only,) = held(a, coded(z={"term": "moter", "status": "planned"})).terms
    assert (only.kind, only.a.status, only.a.elements, only.same_status) == ("both", "planned", ("y",), True)


def test_an_arrow_from_or_to_what_was_dropped_is_not_there() -> None:
    a = coded(x={"term": "moter", "status": "dropped", "leads_to": ["y"]}, y={"term": "ro"})
    b = coded(x={"term": "moter", "leads_to": ["y"]}, y={"term": "ro"})
    assert [(each.item, each.kind, each.near) for each in held(a, b).arrows] == [("moter -> ro", "only_b", ("moter",))]


def test_what_may_have_been_dropped_can_be_read_alike() -> None:
    a = coded(x={"term": "moter", "status": "planned", "or": [{"status": "dropped"}]})
    b = coded(x={"term": "moter", "status": "dropped"})
    (only,) = held(a, b).terms
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
    found = held(a, b)
    (only,) = found.terms
    assert (only.kind, only.same_place, only.place_readable) == ("both", same, readable)
    assert found.other_place == found.discussed == (() if same else (only,))
    assert (found.of_terms.agreed, found.to_discuss) == (1.0, ())


def test_a_cell_that_differs_in_two_ways_is_discussed_once() -> None:
    found = held(coded(x={"term": "ro", "status": "in_use"}), aimed("user"))
    assert found.other_place == found.other_status == found.discussed == found.terms


@pytest.mark.parametrize("all_terms", [True, False])
def test_nothing_coded_is_not_agreement(all_terms: bool) -> None:
    found = held(coded(x={}), coded(x={}), all_terms=all_terms)
    figures = found.of_terms
    assert (found.nothing, found.discussed, figures.cells) == (True, (), len(WORDS.terms) if all_terms else 0)
    assert {figures.agreed, figures.agreed_at_best, figures.positive, figures.negative, figures.kappa, figures.alpha} == {None}
    assert figures.cautions == ()
    dropped = coded(x={"term": "moter", "status": "dropped"})
    assert not held(dropped, dropped).nothing


def test_a_model_in_which_neither_has_coded_anything_is_named() -> None:
    one, other = coded("p", x={"term": "ro"}), coded("q", x={})
    found = held([one, other], [one, other])
    assert (found.nothing, found.uncoded) == (False, ("q",))


def test_another_reading_that_would_agree_is_told_apart() -> None:
    a = coded(x={"term": "moter", "or": ["absent"]}, y={"term": "ro"})
    b = coded(y={"term": "kurs", "or": [{"term": "ro"}]})
    found = held(a, b)
    assert {each.item: (each.kind, each.readable) for each in found.terms} == {
        "kurs": ("only_b", True),
        "moter": ("only_a", True),
        "ro": ("only_a", True),
    }
    assert cell(found, "ro").b.elements == ("y",)
    figures = found.of_terms
    assert (figures.readable, figures.agreed, figures.agreed_at_best) == (3, 0.0, 1.0)


def test_what_a_coder_left_out_though_another_could_see_it() -> None:
    a = LogicModel.model_validate({"id": "m", "ambiguities": {"u": {"or": {"term": "moter"}}}})
    found = held(a, coded(x={"term": "moter"}, y={"term": "ro"}))
    assert cell(found, "moter").readable
    assert not cell(found, "ro").readable


def test_a_narrower_term_is_another_code_that_is_near() -> None:
    found = held(coded(x={"term": "nettkurs"}), coded(x={"term": "kurs"}))
    assert [(each.item, each.kind, each.near) for each in found.terms] == [
        ("kurs", "only_b", ("nettkurs",)),
        ("nettkurs", "only_a", ("kurs",)),
    ]


def test_arrows_between_terms() -> None:
    a = coded(x={"term": ["kurs", "moter"], "leads_to": ["y"]}, y={"term": "ro"})
    b = coded(x={"term": "moter", "leads_to": [{"to": "y", "or": ["absent"]}]}, y={"term": "ro"}, z={"term": "tid", "leads_to": ["y"]})
    found = held(a, b)
    assert [(each.item, each.kind, each.readable, each.near) for each in found.arrows] == [
        ("kurs -> ro", "only_a", False, ("kurs",)),
        ("moter -> ro", "both", False, ()),
        ("tid -> ro", "only_b", False, ("tid",)),
    ]
    assert cell(found, "moter -> ro").b.possible == {True, False}
    assert (found.of_shared_arrows.cells, found.of_shared_arrows.both, found.of_shared_arrows.kappa) == (1, 1, None)


def test_an_arrow_that_could_lead_elsewhere() -> None:
    a = coded(x={"term": "moter", "leads_to": ["y"]}, y={"term": "ro"}, z={"term": "kurs"})
    b = coded(x={"term": "moter", "leads_to": [{"to": "z", "or": [{"to": "y"}]}]}, y={"term": "ro"}, z={"term": "kurs"})
    found = held(a, b)
    assert {each.item: each.readable for each in found.arrows} == {"moter -> ro": True, "moter -> kurs": True}
    assert cell(found, "moter -> kurs").near == ()


def test_all_terms_of_the_codebook_are_taken_in_when_asked_for() -> None:
    a, b = coded(x={"term": "moter"}, y={"term": "ro"}), coded(x={"term": "moter"})
    few, all_of_them = held(a, b), held(a, b, all_terms=True)
    assert [each.item for each in few.terms] == ["moter", "ro"]
    assert [each.item for each in all_of_them.terms] == list(WORDS.terms)
    assert (few.of_terms.agreed, all_of_them.of_terms.agreed) == (0.5, 0.8)
    assert few.of_terms.positive == all_of_them.of_terms.positive
    assert (few.narrow, all_of_them.narrow) == (True, False)


def test_models_that_only_one_has_are_named() -> None:
    found = held([coded("p"), coded("q")], [coded("q"), coded("r")])
    assert (found.models, found.only_a, found.only_b) == (("q",), ("p",), ("r",))
    with pytest.raises(UsageError, match="have no model in common"):
        held(coded("p"), coded("q"))
    with pytest.raises(UsageError):
        held([coded("p"), coded("p")], coded("p"))


def test_terms_that_the_other_codebook_lacks_are_named() -> None:
    found = agreement(coded(x={"term": "ro"}), coded(x={"term": "uro"}), SHARED, SHARED)
    assert (found.unknown_a, found.unknown_b) == (("uro",), ())
    assert agreement(coded(x={"term": "ro"}), coded(x={"term": "uro"})).unknown_a == ()


def test_cautions() -> None:
    seldom = [coded(f"m{number}", x={"term": "ro"} if number == 0 else {}) for number in range(40)]
    never = [coded(f"m{number}", x={"term": "ro"} if number == 1 else {}) for number in range(40)]
    rare = held(seldom, never).of_terms
    assert (rare.agreed, rare.cautions, rare.positive) == (0.95, ("rare",), 0.0)
    assert rare.kappa is not None and rare.kappa < 0
    assert held(coded(x={"term": "ro"}), coded(x={"term": "ro"})).of_terms.cautions == ("uniform", "few")
    always = [coded(f"m{number}", x={"term": "ro"}) for number in range(40)]
    assert held(always, [coded("m0"), *always[1:]]).of_terms.cautions == ("common",)
    assert held(coded(), coded()).of_terms.cautions == ()


def test_shared_arrows_are_uniform_only_where_they_are() -> None:
    one = coded(x={"term": "moter", "leads_to": ["y"]}, y={"term": "ro"})
    other = coded(x={"term": "moter"}, y={"term": "ro"})
    assert held(one, one).of_shared_arrows.cautions == ("uniform", "few")
    assert held(one, other).of_shared_arrows.cautions == ("few",)


def test_a_kappa_that_comes_of_common_and_rare_terms_is_told() -> None:
    """Two coders who throw the same loaded die: each fills two of the terms nearly always, and the other two nearly never."""
    often = {"kurs": (0, 5), "nettkurs": (1, 6), "moter": (2, 7), "ro": (3, 8)}
    common = {"kurs", "moter"}

    def thrown(coder: int) -> list[LogicModel]:
        found = []
        for number in range(20):
            terms = [term for term, off in often.items() if (number == off[coder]) != (term in common)]
            found.append(coded(f"m{number}", x={"term": terms}))
        return found

    figures = held(thrown(0), thrown(1)).of_terms
    assert figures.kappa == pytest.approx(0.8, abs=0.01)
    assert figures.typical is not None and figures.typical < 0
    assert figures.cautions == ("uneven",)


def test_the_corpus_agrees_with_itself(portfolio: Portfolio) -> None:
    pilots = {name: model for name, model in portfolio.items() if model.kind == "pilot"}
    found = agreement(pilots, pilots, portfolio.project, portfolio.project)
    for figures in (found.of_terms, found.of_arrows):
        assert (figures.agreed, figures.positive, figures.kappa, figures.alpha) == (1.0, 1.0, 1.0, 1.0)
    assert (found.to_discuss, found.other_status, found.of_status.kappa) == ((), (), 1.0)
    assert {(each.kappa, each.alpha) for each in found.by_term.values()} <= {(1.0, 1.0), (None, None)}


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
    found = agreement(portfolio, second, portfolio.project, portfolio.project)
    assert found.models == ("ringsaker", "tromso")
    assert [(each.model, each.item, each.kind) for each in found.to_discuss] == [
        ("tromso", "samarbeidsavtale", "only_a"),
        ("tromso", "samarbeidsavtale -> samordnet-oppfolging", "only_a"),
        ("tromso", "samarbeidsavtale -> tidlig-oppfolging", "only_a"),
    ]
    assert [(each.item, each.a.status, each.b.status) for each in found.other_status] == [("faste-moter", "in_use", "planned")]
    assert (found.of_terms.only_a, found.of_terms.only_b, found.of_arrows.only_a) == (1, 0, 2)
    assert found.to_discuss[0].a.at == ("statusrapport#2.1.5:12",)


def test_a_frame_has_a_row_for_each_cell(portfolio: Portfolio) -> None:
    found = agreement(portfolio["ha"], portfolio["ha"])
    frame = found.to_frame()
    assert len(frame) == len(found.terms) + len(found.arrows)
    assert frame["agreed"].all()
    assert frame.loc[~frame["arrow"], "item"].tolist() == [each.item for each in found.terms]


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
    found = held(models, models)
    for figures in (found.of_terms, found.of_arrows, found.of_shared_arrows):
        assert figures.agreed in (1.0, None)
        assert {figures.kappa, figures.alpha} <= {1.0, None}
        assert figures.readable == 0
    assert found.discussed == ()
    assert {found.of_status.kappa, found.of_status.alpha} <= {1.0, None}


@settings(max_examples=25)
@given(codings(), codings(), st.booleans())
def test_agreement_is_the_same_from_both_sides(ours: list[LogicModel], theirs: list[LogicModel], all_terms: bool) -> None:
    found, mirrored = held(ours, theirs, all_terms=all_terms), held(theirs, ours, all_terms=all_terms)
    for one, other in ((found.of_terms, mirrored.of_terms), (found.of_arrows, mirrored.of_arrows)):
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
    assert found.of_status.kappa == pytest.approx(mirrored.of_status.kappa)
    assert Counter((each.model, each.item, each.near) for each in found.discussed) == Counter(
        (each.model, each.item, each.near) for each in mirrored.discussed
    )


@settings(max_examples=25)
@given(codings(), codings(), st.permutations(range(3)))
def test_the_order_of_the_models_does_not_matter(ours: list[LogicModel], theirs: list[LogicModel], order: list[int]) -> None:
    found, other = held(ours, theirs), held([ours[place] for place in order], theirs)
    assert found.of_terms == other.of_terms
    assert found.by_term == other.by_term

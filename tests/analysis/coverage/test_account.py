"""Every sentence is cited, tested, set aside or left; never two of these, never none."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.analysis.claims import ClaimsFile
from virkningskjede.analysis.coverage import Citing, Coverage, citing, coverage
from virkningskjede.analysis.criteria import load_set
from virkningskjede.errors import UsageError
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Comparison
from virkningskjede.project import Portfolio, Project

KLUBB: dict[str, Any] = {
    "id": "klubb",
    "source": "bok",
    "dose": {"period": {"value": 1, "unit": "year"}, "at": "1.1:1"},
    "recruitment": {"refer": ["nav"], "at": "1:1"},
    "target_group": {"friske": {"label": "Friske", "at": "1.1:2"}},
    "activities": {
        "mote": {
            "label": "Møte",
            "at": "1.1:1",
            "later": {"status": "planned", "at": "1.1:2"},
            "or": [{"term": "kurs", "at": "1.1:4"}],
            "leads_to": [{"to": "lesing", "at": "1.1:1", "evidence": [{"finding": "mixed", "at": "annen#7:1"}]}],
        }
    },
    "outcomes": {"lesing": {"label": "Lesing", "level": "user", "at": "1.1:3"}},
    "set_aside": {"1:2": "background", "1.1:4": "repeat"},
}


@pytest.fixture(scope="module")
def found(shared: Project) -> Coverage:
    return coverage(LogicModel(**KLUBB), shared)


def told(found: Coverage) -> dict[str, tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]]:
    return {each.section: (each.cited, each.set_aside, each.uncited) for each in found.sections}


def test_what_has_become_of_each_sentence(found: Coverage) -> None:
    assert told(found) == {"1": ((1,), (2,), ()), "1.1": ((1, 2, 3), (4,), ())}


def test_what_rests_on_a_sentence(found: Coverage) -> None:
    by = {each.number: [citation.name for citation in each.by] for each in found.section("bok", "1.1").sentences}
    assert by == {
        1: ["klubb.dose", "klubb.activities.mote", "klubb.activities.mote.leads_to.lesing"],
        2: ["klubb.target_group.friske", "klubb.activities.mote.later"],
        3: ["klubb.outcomes.lesing"],
        4: ["klubb.activities.mote.or.0"],
    }


def test_another_reading_cites_only_what_is_not_set_aside(shared: Project) -> None:
    bare = coverage(LogicModel(**{**KLUBB, "set_aside": {}}), shared)
    assert told(bare)["1.1"] == ((1, 2, 3, 4), (), ())
    assert told(bare)["1"] == ((1,), (), (2,))


def test_what_one_file_sets_aside_and_another_cites_is_cited(shared: Project) -> None:
    other = LogicModel(id="annen", source="bok", inputs={"a": {"label": "A", "at": "1:2"}})
    assert told(coverage([LogicModel(**KLUBB), other], shared))["1"] == ((1, 2), (), ())


def test_comparisons_count_too(shared: Project) -> None:
    table = Comparison.model_validate(
        {
            "id": "t",
            "title": {"nb": "x", "en": "x"},
            "source": "bok",
            "at": "1.1:4",
            "stages": ["inputs"],
            "columns": {"c": {"label": {"nb": "x", "en": "x"}, "counts": ["kurs"]}},
            "set_aside": {"1:2": "opinion"},
        }
    )
    found = coverage(table, shared)
    assert told(found) == {"1": ((), (2,), (1,)), "1.1": ((), (), (1, 2, 3))}
    assert found.section("bok", "1.1").tested == (4,)


def test_criteria_sets_count_too_but_not_their_invented_cases(portfolio: Portfolio) -> None:
    shared = portfolio.project
    nine = load_set("oslo-economics-2020", shared)
    tested = coverage(nine, shared).section("statusrapport", "2.3.3").tested
    assert tested[:3] == (29, 30, 31)
    invented = {"given": {"inputs": {"a": {"at": "2.3.3:1"}}}, "expect": "met"}
    criteria = {
        name: {**each.model_dump(by_alias=True, exclude_defaults=True), "cases": [invented]} for name, each in nine.criteria.items()
    }
    with_cases = type(nine).model_validate({**nine.model_dump(exclude={"criteria"}), "criteria": criteria}, by_name=True)
    assert coverage(with_cases, shared).section("statusrapport", "2.3.3").tested == tested


CLAIMS: dict[str, Any] = {
    "id": "bok",
    "title": {"nb": "x", "en": "x"},
    "source": "bok",
    "claims": {"to": {"at": "1:1-2", "statement": {"nb": "x", "en": "x"}, "reading": {"section": {"exists": "1"}}}},
    "unchecked": {
        "1.1:1-2, 1:2": {"reason": "vague", "statement": {"nb": "x", "en": "x"}},
        "1.1:4": {"reason": "opinion", "statement": {"nb": "x", "en": "x"}},
    },
}


def test_claims_test_and_what_they_leave_out_is_set_aside(shared: Project) -> None:
    claims = ClaimsFile.model_validate(CLAIMS)
    found = coverage(claims, shared)
    assert told(found) == {"1": ((), (), ()), "1.1": ((), (1, 2, 4), (3,))}
    assert [each.tested for each in found.sections] == [(1, 2), ()]
    assert [each.kind for each in found.section("bok", "1").sentences[0].by] == ["claims"]
    assert [(each.claimed, each.unchecked) for each in found.sections] == [((1, 2), ()), ((), (1, 2, 4))]
    assert [each.unchecked for each in found.section("bok", "1.1").sentences] == ["vague", "vague", None, "opinion"]
    assert [each.name for each in found.section("bok", "1").sentences[0].by] == ["bok.claims.to"]


def test_what_claims_leave_out_can_be_cited_or_set_aside_by_others(shared: Project) -> None:
    both: list[Citing] = [ClaimsFile.model_validate(CLAIMS), LogicModel(**KLUBB)]
    for files in (both, both[::-1]):
        found = coverage(files, shared)
        assert told(found) == {"1": ((1,), (), ()), "1.1": ((1, 2, 3), (4,), ())}
        assert [(each.tested, each.unmodelled) for each in found.sections] == [((2,), ()), ((), ())]
        last = found.section("bok", "1.1").sentences[3]
        assert (last.reason, last.unchecked) == ("repeat", "opinion")
        assert found.section("bok", "1.1").unchecked == ()


def test_what_no_model_rests_on_or_sets_aside_is_the_same_whatever_else_there_is(portfolio: Portfolio) -> None:
    alone, together = (coverage(files, portfolio.project) for files in (portfolio.values(), portfolio))
    assert [each.unmodelled for each in together.sections] == [each.uncited for each in alone.sections]
    assert [each.cited for each in together.sections] == [each.cited for each in alone.sections]
    assert (together.narrowed(["statusrapport"]).count("unmodelled"), together.narrowed(["statusrapport"]).count("tested")) == (211, 125)


def test_another_reading_of_a_model_gives_way_to_a_test(shared: Project) -> None:
    reading = LogicModel(id="m", source="bok", inputs={"a": {"label": "A", "or": [{"label": "B", "at": "1:1"}]}})
    claims = ClaimsFile.model_validate(CLAIMS)
    assert coverage(reading, shared).section("bok", "1").cited == (1,)
    both = coverage([reading, claims], shared).section("bok", "1")
    assert (both.cited, both.tested, both.unmodelled) == ((), (1, 2), (2,))


def test_with_a_portfolio_goes_what_stands_beside_its_models(portfolio: Portfolio) -> None:
    shared = portfolio.project
    alone, together = coverage(portfolio.values(), shared), coverage(portfolio, shared)
    assert {each.kind for each in citing(portfolio.others)} == {"criteria", "comparison", "assessments", "claims"}
    assert together.count("uncited") < alone.count("uncited")
    assert told(coverage([*portfolio.values(), *citing(portfolio.others)], shared)) == told(together)


def test_every_sentence_of_the_report_is_accounted_for(portfolio: Portfolio) -> None:
    assert coverage(portfolio, portfolio.project).narrowed(["statusrapport"]).percent == 100


def test_sources_without_segments_are_named(found: Coverage) -> None:
    assert found.sources == ("bok",)
    assert found.undivided == ("annen",)


def test_no_files_account_for_nothing(shared: Project) -> None:
    assert coverage((), shared) == Coverage((), ())
    assert coverage((), shared).percent == 100


def test_counts_and_percent(found: Coverage) -> None:
    assert (found.count("cited"), found.count("set_aside"), found.count("uncited")) == (4, 2, 0)
    assert coverage(LogicModel(id="m", source="bok", inputs={"a": {"label": "A", "at": "1:1"}})).percent == 100


def test_a_prompt_shows_one_line(found: Coverage) -> None:
    assert repr(found) == "Coverage(bok: 2 sections, 0 sentences left)"


def test_narrowing(found: Coverage, shared: Project) -> None:
    assert [each.section for each in found.narrowed(["bok"], ["1.*"]).sections] == ["1.1"]
    assert found.narrowed(uncited=True).sections == ()
    lone = coverage(LogicModel(id="m", source="bok", inputs={"a": {"label": "A", "at": "1:1-2"}}), shared)
    assert [each.section for each in lone.narrowed(uncited=True).sections] == ["1.1"]
    assert lone.percent == pytest.approx(100 * 2 / 6)


@pytest.mark.parametrize(("sources", "sections"), [(["bøk"], []), ([], ["9"]), (["bok"], ["1", "2*"])])
def test_what_is_not_there_cannot_be_asked_for(found: Coverage, sources: list[str], sections: list[str]) -> None:
    with pytest.raises(UsageError):
        found.narrowed(sources, sections)


def test_an_unknown_section(found: Coverage) -> None:
    with pytest.raises(UsageError):
        found.section("bok", "2")


def test_frame_has_a_row_for_each_sentence(found: Coverage) -> None:
    frame = found.to_frame()
    assert list(frame.columns) == ["source", "section", "sentence", "state", "unmodelled", "reason", "unchecked", "by"]
    assert frame.iloc[1].tolist() == ["bok", "1", 2, "set_aside", False, "background", None, ()]
    assert len(frame) == 6


places = st.lists(
    st.builds(
        lambda section, first, size: f"{section}:{first}-{first + size}",
        st.sampled_from(["1", "1.1", "3"]),
        st.integers(1, 5),
        st.integers(0, 2),
    ),
    max_size=3,
)


@st.composite
def models(draw: st.DrawFn) -> LogicModel:
    at = draw(st.lists(places, min_size=1, max_size=3))
    aside = draw(places)
    nodes = {f"n{number}": {"label": "N", "at": each} for number, each in enumerate(at)}
    return LogicModel(id="m", source="bok", inputs=nodes, set_aside=dict.fromkeys(aside, "method"))


@given(models())
def test_every_sentence_has_one_state(shared: Project, model: LogicModel) -> None:
    for section in coverage(model, shared).sections:
        assert sorted((*section.cited, *section.tested, *section.set_aside, *section.uncited)) == list(range(1, section.segments + 1))


@given(models(), models())
def test_more_models_never_leave_more(shared: Project, one: LogicModel, other: LogicModel) -> None:
    alone, both, turned = (coverage(each, shared) for each in ([one], [one, other], [other, one]))
    assert told(both) == told(turned)
    for before, after in zip(alone.sections, both.sections, strict=True):
        assert set(after.uncited) <= set(before.uncited)
        assert set(before.cited) <= set(after.cited)


DESCRIBED = ("2", "2.1", "2.1.1", "2.1.2", "2.1.3", "2.1.4", "2.1.5", "2.2", "2.2.1", "2.2.2", "2.2.3", "2.2.4")
TYPES = ("typer", "type-1", "type-2", "type-3", "type-4", "nytte", "organisering", "utfordringer", "suksesskriterier")


@pytest.mark.parametrize("place", [*(("statusrapport", each) for each in DESCRIBED), *(("dps-nav", each) for each in TYPES)])
def test_the_corpus_accounts_in_full_for_what_it_describes(portfolio: Portfolio, place: tuple[str, str]) -> None:
    section = coverage(portfolio.values(), portfolio.project).section(*place)
    assert section.uncited == ()
    if section.section.count(".") == 2:
        assert 7 * len(section.set_aside) <= section.segments

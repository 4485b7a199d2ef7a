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
def account(shared: Project) -> Coverage:
    return coverage(LogicModel(**KLUBB), shared)


def states_of(account: Coverage) -> dict[str, tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]]:
    return {section.section: (section.cited, section.set_aside, section.uncited) for section in account.sections}


def test_what_has_become_of_each_sentence(account: Coverage) -> None:
    assert states_of(account) == {"1": ((1,), (2,), ()), "1.1": ((1, 2, 3), (4,), ())}


def test_what_rests_on_a_sentence(account: Coverage) -> None:
    by = {sentence.number: [citation.name for citation in sentence.by] for sentence in account.section("bok", "1.1").sentences}
    assert by == {
        1: ["klubb.dose", "klubb.activities.mote", "klubb.activities.mote.leads_to.lesing"],
        2: ["klubb.target_group.friske", "klubb.activities.mote.later"],
        3: ["klubb.outcomes.lesing"],
        4: ["klubb.activities.mote.or.0"],
    }


def test_another_reading_cites_only_what_is_not_set_aside(shared: Project) -> None:
    bare = coverage(LogicModel(**{**KLUBB, "set_aside": {}}), shared)
    assert states_of(bare)["1.1"] == ((1, 2, 3, 4), (), ())
    assert states_of(bare)["1"] == ((1,), (), (2,))


def test_what_one_file_sets_aside_and_another_cites_is_cited(shared: Project) -> None:
    other = LogicModel(id="annen", source="bok", inputs={"a": {"label": "A", "at": "1:2"}})
    assert states_of(coverage([LogicModel(**KLUBB), other], shared))["1"] == ((1, 2), (), ())


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
    account = coverage(table, shared)
    assert states_of(account) == {"1": ((), (2,), (1,)), "1.1": ((), (), (1, 2, 3))}
    assert account.section("bok", "1.1").tested == (4,)


def test_criteria_sets_count_too_but_not_their_invented_cases(portfolio: Portfolio) -> None:
    shared = portfolio.project
    nine = load_set("oslo-economics-2020", shared)
    tested = coverage(nine, shared).section("statusrapport", "2.3.3").tested
    assert tested[:3] == (29, 30, 31)
    invented = {"given": {"inputs": {"a": {"at": "2.3.3:1"}}}, "expect": "met"}
    criteria = {name: criterion.model_copy(update={"cases": [invented]}) for name, criterion in nine.criteria.items()}
    with_cases = nine.model_copy(update={"criteria": criteria})
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
    account = coverage(claims, shared)
    assert states_of(account) == {"1": ((), (), ()), "1.1": ((), (1, 2, 4), (3,))}
    assert [section.tested for section in account.sections] == [(1, 2), ()]
    assert [citation.kind for citation in account.section("bok", "1").sentences[0].by] == ["claims"]
    assert [(section.claimed, section.unchecked) for section in account.sections] == [((1, 2), ()), ((), (1, 2, 4))]
    assert [sentence.unchecked for sentence in account.section("bok", "1.1").sentences] == ["vague", "vague", None, "opinion"]
    assert [citation.name for citation in account.section("bok", "1").sentences[0].by] == ["bok.claims.to"]


def test_what_claims_leave_out_can_be_cited_or_set_aside_by_others(shared: Project) -> None:
    both: list[Citing] = [ClaimsFile.model_validate(CLAIMS), LogicModel(**KLUBB)]
    for files in (both, both[::-1]):
        account = coverage(files, shared)
        assert states_of(account) == {"1": ((1,), (), ()), "1.1": ((1, 2, 3), (4,), ())}
        assert [(section.tested, section.unmodelled) for section in account.sections] == [((2,), ()), ((), ())]
        last = account.section("bok", "1.1").sentences[3]
        assert (last.reason, last.unchecked) == ("repeat", "opinion")
        assert account.section("bok", "1.1").unchecked == ()


def test_what_no_model_rests_on_or_sets_aside_is_the_same_whatever_else_there_is(portfolio: Portfolio) -> None:
    alone, together = (coverage(files, portfolio.project) for files in (portfolio.values(), portfolio))
    assert [section.unmodelled for section in together.sections] == [section.uncited for section in alone.sections]
    assert [section.cited for section in together.sections] == [section.cited for section in alone.sections]
    assert (together.narrowed(["statusrapport"]).count("unmodelled"), together.narrowed(["statusrapport"]).count("tested")) == (41, 48)


def test_another_reading_of_a_model_gives_way_to_a_test(shared: Project) -> None:
    reading = LogicModel(id="m", source="bok", inputs={"a": {"label": "A", "or": [{"label": "B", "at": "1:1"}]}})
    claims = ClaimsFile.model_validate(CLAIMS)
    assert coverage(reading, shared).section("bok", "1").cited == (1,)
    both = coverage([reading, claims], shared).section("bok", "1")
    assert (both.cited, both.tested, both.unmodelled) == ((), (1, 2), (2,))


def test_with_a_portfolio_goes_what_stands_beside_its_models(portfolio: Portfolio) -> None:
    shared = portfolio.project
    alone, together = coverage(portfolio.values(), shared), coverage(portfolio, shared)
    assert {file.kind for file in citing(portfolio.others)} == {"criteria", "comparison", "assessments", "claims"}
    assert together.count("uncited") < alone.count("uncited")
    assert states_of(coverage([*portfolio.values(), *citing(portfolio.others)], shared)) == states_of(together)


def test_every_sentence_of_the_report_is_accounted_for(portfolio: Portfolio) -> None:
    assert coverage(portfolio, portfolio.project).narrowed(["statusrapport"]).percent == 100


def test_sources_without_segments_are_named(account: Coverage) -> None:
    assert account.sources == ("bok",)
    assert account.undivided == ("annen",)


def test_no_files_account_for_nothing(shared: Project) -> None:
    assert coverage((), shared) == Coverage((), ())
    assert coverage((), shared).percent == 100


def test_counts_and_percent(account: Coverage) -> None:
    assert (account.count("cited"), account.count("set_aside"), account.count("uncited")) == (4, 2, 0)
    assert coverage(LogicModel(id="m", source="bok", inputs={"a": {"label": "A", "at": "1:1"}})).percent == 100


def test_a_prompt_shows_one_line(account: Coverage) -> None:
    assert repr(account) == "Coverage(bok: 2 sections, 0 sentences left)"


def test_narrowing(account: Coverage, shared: Project) -> None:
    assert [section.section for section in account.narrowed(["bok"], ["1.*"]).sections] == ["1.1"]
    assert account.narrowed(uncited=True).sections == ()
    lone = coverage(LogicModel(id="m", source="bok", inputs={"a": {"label": "A", "at": "1:1-2"}}), shared)
    assert [section.section for section in lone.narrowed(uncited=True).sections] == ["1.1"]
    assert lone.percent == pytest.approx(100 * 2 / 6)


@pytest.mark.parametrize(("sources", "sections"), [(["bøk"], []), ([], ["9"]), (["bok"], ["1", "2*"])])
def test_what_is_not_there_cannot_be_asked_for(account: Coverage, sources: list[str], sections: list[str]) -> None:
    with pytest.raises(UsageError):
        account.narrowed(sources, sections)


def test_an_unknown_section(account: Coverage) -> None:
    with pytest.raises(UsageError):
        account.section("bok", "2")


def test_frame_has_a_row_for_each_sentence(account: Coverage) -> None:
    frame = account.to_frame()
    assert list(frame.columns) == ["source", "section", "heading", "sentence", "state", "unmodelled", "reason", "unchecked", "by"]
    assert frame.iloc[1].tolist()[:7] == ["bok", "1", "Bakgrunn", 2, "set_aside", False, "background"]
    assert frame.iloc[1, 7:].isna().all()
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
    nodes = {f"n{number}": {"label": "N", "at": place} for number, place in enumerate(at)}
    return LogicModel(id="m", source="bok", inputs=nodes, set_aside=dict.fromkeys(aside, "method"))


@given(models())
def test_every_sentence_has_one_state(shared: Project, model: LogicModel) -> None:
    for section in coverage(model, shared).sections:
        assert sorted((*section.cited, *section.tested, *section.set_aside, *section.uncited)) == list(range(1, section.segments + 1))


@given(models(), models())
def test_more_models_never_leave_more(shared: Project, one: LogicModel, other: LogicModel) -> None:
    alone, both, turned = (coverage(files, shared) for files in ([one], [one, other], [other, one]))
    assert states_of(both) == states_of(turned)
    for before, after in zip(alone.sections, both.sections, strict=True):
        assert set(after.uncited) <= set(before.uncited)
        assert set(before.cited) <= set(after.cited)


DESCRIBED = ("2", "2.1", "2.1.1", "2.1.2", "2.1.3", "2.1.4", "2.1.5", "2.2", "2.2.1", "2.2.2", "2.2.3", "2.2.4")
TYPES = ("typer", "type-1", "type-2", "type-3", "type-4", "nytte", "organisering", "utfordringer", "suksesskriterier")


@pytest.mark.parametrize("place", [*(("statusrapport", kind) for kind in DESCRIBED), *(("dps-nav", kind) for kind in TYPES)])
def test_the_corpus_accounts_in_full_for_what_it_describes(portfolio: Portfolio, place: tuple[str, str]) -> None:
    section = coverage(portfolio.values(), portfolio.project).section(*place)
    assert section.uncited == ()
    if section.section.count(".") == 2:
        assert 7 * len(section.set_aside) <= section.segments

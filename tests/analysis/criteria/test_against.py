"""Our verdicts beside a report's: what agrees, what does so in another reading, what differs, and what cannot be compared."""

from __future__ import annotations

from typing import Any, get_args

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.analysis.criteria import (
    JUDGEMENTS,
    STANDINGS,
    Assessments,
    Check,
    Concordance,
    Judgement,
    Standing,
    check,
    hold_against,
    load_assessments,
    load_set,
)
from virkningskjede.project import Portfolio

SETS = ("oslo-economics-2020", "brukermedvirkning", "kognitiv-terapi-xu-2024")


@pytest.fixture(scope="module")
def judged(portfolio: Portfolio) -> Check:
    shared = portfolio.project
    return check(portfolio, [load_set(name, shared) for name in SETS], shared)


@pytest.fixture(scope="module")
def held(judged: Check) -> Concordance:
    return judged.against("statusrapport")


def report(entries: dict[str, dict[str, Any]]) -> Assessments:
    title = {"nb": "Rapport", "en": "Report"}
    told = {name: {"at": "2.3.4:8", **entry} for name, entry in entries.items()}
    return Assessments.model_validate({"id": "r", "title": title, "source": "statusrapport", "assessments": told})


def test_what_the_report_says_of_one_pilot_by_itself(held: Concordance) -> None:
    """Read against the source, each of them: where they differ, the report says nothing of how often the course is held."""
    assert {each.name: (each.standing, each.ours and each.ours.verdict) for each in held.of_one_model().results} == {
        "motivert-ringsaker": ("agrees", "met"),
        "motivert-nesodden": ("agrees", "met"),
        "formalisert-bjerke": ("agrees", "met"),
        "formalisert-fredrikstad": ("agrees", "met"),
        "formalisert-tromso": ("agrees", "met"),
        "lav-terskel-nesodden": ("agrees", "met"),
        "kompetanse-nesodden": ("differs", "partly"),
        "kompetanse-tromso": ("agrees", "met"),
        "kontaktflater-nesodden": ("agrees", "met"),
        "direkte-ha": ("agrees", "met"),
        "direkte-ringsaker": ("agrees", "met"),
        "hjemmeoppgaver-ringsaker": ("agrees", "met"),
        "gruppeterapi-kristiansand": ("otherwise", "not_stated"),
    }


def test_disagreements_that_we_stand_by(held: Concordance) -> None:
    stands = {(each.model, each.assessment.criterion): each for each in held.results}
    nesodden = stands["nesodden", "direkte-medvirkning"]
    assert (nesodden.theirs, nesodden.ours and nesodden.ours.verdict, nesodden.standing) == ("not_met", "met", "differs")
    homework = stands["ringsaker", "hjemmeoppgaver"].ours
    assert homework is not None
    assert homework.at == ("statusrapport#2.2.4:32",)  # the therapist's tasks, not the tool that the report points to


def test_no_pilot_was_coded_from_what_the_report_thought_of_it(held: Concordance) -> None:
    assert [each for each in held.results if each.shared] == []


def test_the_standings_part_the_judgements(held: Concordance) -> None:
    assert get_args(Standing) == STANDINGS
    parts = [each for standing in STANDINGS for each in held.of(standing)]
    assert sorted(each.name + each.model for each in parts) == sorted(each.name + each.model for each in held.results)
    assert len(held.compared) == len(held.results) - len(held.of("not_compared"))
    assert len(held.of_one_model().results) + len(held.of_several_models().results) == len(held.results)
    assert {(each.name, each.model) for each in held.results if each.silent} == {
        (each.name, each.model) for each in held.of("differs") if each.ours and each.ours.verdict == "not_stated"
    }


def test_only_silence_is_silent_and_a_frame_lists_readings_in_order(judged: Check) -> None:
    spoken = next(each for each in judged.results if each.verdict != "not_stated" and len(each.possible) == 1)
    other = "not_met" if spoken.verdict != "not_met" else "met"
    entry = {"criteria": spoken.criteria, "criterion": spoken.criterion, "model": spoken.model, "verdict": other}
    assert [(each.standing, each.silent) for each in hold_against(judged, report({"a": entry})).results] == [("differs", False)]
    doubtful = {**entry, "verdict": "partly", "or": ["not_stated", "not_met", "met"]}
    frame = hold_against(judged, report({"a": doubtful})).to_frame()
    assert frame["theirs_possible"].tolist() == [("met", "not_met", "not_stated", "partly")]


@pytest.mark.parametrize(
    ("entry", "obstacle"),
    [
        ({"criteria": "samhandling", "criterion": "tillit", "model": "ha", "verdict": "met"}, "no_set"),
        ({"criteria": "brukermedvirkning", "criterion": "direkte-medvirkning", "model": "borte", "verdict": "met"}, "no_model"),
        ({"criteria": "brukermedvirkning", "criterion": "tillit", "model": "ha", "verdict": "met"}, "no_criterion"),
    ],
)
def test_what_cannot_be_compared_says_why(judged: Check, entry: dict[str, Any], obstacle: str) -> None:
    (each,) = hold_against(judged, report({"a": entry})).results
    assert (each.standing, each.obstacle, each.ours, each.silent, each.shared) == ("not_compared", obstacle, None, False, ())


def test_a_set_that_does_not_speak_of_the_model(portfolio: Portfolio) -> None:
    shared = portfolio.project
    found = check(portfolio, load_set("deltakerkrav-modell-1", shared), shared)
    entry = {"criteria": "deltakerkrav-modell-1", "criterion": "lokaler", "model": "ha", "verdict": "met"}
    assert [each.obstacle for each in hold_against(found, report({"a": entry})).results] == ["not_for"]


def test_a_judgement_that_the_model_was_coded_from_is_told(judged: Check) -> None:
    entry = {"at": "2.2.1:17-18", "criteria": "brukermedvirkning", "criterion": "direkte-medvirkning", "model": "ha", "verdict": "met"}
    (each,) = hold_against(judged, report({"a": entry})).results
    assert each.shared == ("statusrapport#2.2.1:17",)


@given(st.data())
def test_the_standing_follows_from_the_readings(judged: Check, data: st.DataObject) -> None:
    ours = data.draw(st.sampled_from(judged.results))
    theirs: Judgement = data.draw(st.sampled_from(JUDGEMENTS))
    others: list[Judgement] = data.draw(st.lists(st.sampled_from(JUDGEMENTS), max_size=3))
    entry = {"criteria": ours.criteria, "criterion": ours.criterion, "model": ours.model, "verdict": theirs, "or": tuple(others)}
    (each,) = hold_against(judged, report({"a": entry})).results
    assert each.ours is ours
    assert (each.standing == "agrees") == (theirs == ours.verdict)
    assert (each.standing == "differs") == (not {theirs, *others} & ours.possible)


def test_a_report_that_says_what_we_say_agrees_throughout(judged: Check) -> None:
    """Laid beside themselves, our verdicts agree; none of them is changed by being compared."""
    same = {
        f"v{number}": {"criteria": each.criteria, "criterion": each.criterion, "model": each.model, "verdict": each.verdict}
        for number, each in enumerate(judged.results)
    }
    found = hold_against(judged, report(same))
    assert {each.standing for each in found.results} == {"agrees"}
    assert tuple(each.ours for each in found.results) == judged.results


def test_a_frame(held: Concordance) -> None:
    frame = held.to_frame()
    assert list(frame.columns) == [
        *("assessment", "criteria", "criterion", "model", "theirs", "theirs_possible", "theirs_at", "standing"),
        *("ours", "possible", "decided_by", "nodes", "at", "obstacle"),
    ]
    assert len(frame) == len(held.results)
    row = frame[frame["assessment"] == "gruppeterapi-kristiansand"].iloc[0]
    assert (row["theirs"], row["ours"], row["possible"], row["standing"]) == ("met", "not_stated", ("met", "not_stated"), "otherwise")
    lacking = frame[frame["standing"] == "not_compared"].iloc[0]
    assert (pd.isna(lacking["ours"]), lacking["at"], lacking["obstacle"]) == (True, (), "no_set")


def test_given_as_a_value(judged: Check, portfolio: Portfolio) -> None:
    assert judged.against(load_assessments("statusrapport", portfolio.project)) == judged.against("statusrapport")

"""Our verdicts beside a report's: what agrees, what does so in another reading, what differs, and what cannot be compared."""

from __future__ import annotations

from typing import Any, get_args

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.analysis.criteria import (
    STANDINGS,
    Assessments,
    Check,
    Concordance,
    Standing,
    TextJudgement,
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
def concordance(judged: Check) -> Concordance:
    return judged.against("statusrapport")


def report(entries: dict[str, dict[str, Any]]) -> Assessments:
    title = {"nb": "Rapport", "en": "Report"}
    assessments = {name: {"at": "2.3.4:8", **entry} for name, entry in entries.items()}
    return Assessments.model_validate({"id": "r", "title": title, "source": "statusrapport", "assessments": assessments})


def test_what_the_report_says_of_one_pilot_by_itself(concordance: Concordance) -> None:
    """Read against the source, each of them: where they differ, the report says nothing of how often the course is held."""
    assert {
        appraisal.name: (appraisal.standing, appraisal.ours and appraisal.ours.verdict) for appraisal in concordance.of_one_model().results
    } == {
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
        "gruppeterapi-kristiansand": ("agrees", "met"),
    }


def test_disagreements_that_we_stand_by(concordance: Concordance) -> None:
    stands = {(appraisal.model, appraisal.assessment.criterion): appraisal for appraisal in concordance.results}
    nesodden = stands["nesodden", "direkte-medvirkning"]
    assert (nesodden.theirs, nesodden.ours and nesodden.ours.verdict, nesodden.standing) == ("not_met", "met", "differs")
    homework = stands["ringsaker", "hjemmeoppgaver"].ours
    assert homework is not None
    assert homework.at == (
        "statusrapport#2.2.4:32",
        "statusrapport#4.1.3:20",
    )  # the therapist's tasks, not the tool that the report points to


def test_which_verdicts_rest_on_the_sentence_that_judges(concordance: Concordance) -> None:
    """What the report says of a pilot outside its own section is coded in the pilot too. Group therapy stands nowhere else."""
    shared = {appraisal.name: appraisal for appraisal in concordance.results if appraisal.shared}
    assert sorted(shared) == [
        "direkte-ha",
        "direkte-ringsaker",
        "formalisert-bjerke",
        "formalisert-fredrikstad",
        "formalisert-tromso",
        "gruppeterapi-kristiansand",
        "interesse-for-hverandre",
        "kompetanse-nesodden",
        "kompetanse-tromso",
        "kontaktflater-nesodden",
        "motivert-nesodden",
    ]
    nowhere_else = [name for name, appraisal in shared.items() if appraisal.ours and set(appraisal.ours.at) <= set(appraisal.shared)]
    assert nowhere_else == ["gruppeterapi-kristiansand"]
    assert [appraisal.name for appraisal in concordance.results if appraisal.circular] == nowhere_else


def test_the_standings_part_the_judgements(concordance: Concordance) -> None:
    assert get_args(Standing) == STANDINGS
    parts = [appraisal for standing in STANDINGS for appraisal in concordance.of(standing)]
    assert sorted(appraisal.name + appraisal.model for appraisal in parts) == sorted(
        appraisal.name + appraisal.model for appraisal in concordance.results
    )
    assert len(concordance.compared) == len(concordance.results) - len(concordance.of("not_compared"))
    assert len(concordance.of_one_model().results) + len(concordance.of_several_models().results) == len(concordance.results)
    assert {(appraisal.name, appraisal.model) for appraisal in concordance.results if appraisal.silent} == {
        (appraisal.name, appraisal.model)
        for appraisal in concordance.of("differs")
        if appraisal.ours and appraisal.ours.verdict == "not_stated"
    }


def test_only_silence_is_silent_and_a_frame_lists_readings_in_order(judged: Check) -> None:
    spoken = next(verdict for verdict in judged.results if verdict.verdict != "not_stated" and len(verdict.possible) == 1)
    other = "not_met" if spoken.verdict != "not_met" else "met"
    entry = {"criteria": spoken.criteria, "criterion": spoken.criterion, "model": spoken.model, "verdict": other}
    assert [(appraisal.standing, appraisal.silent) for appraisal in hold_against(judged, report({"a": entry})).results] == [
        ("differs", False)
    ]
    doubtful = {**entry, "verdict": "partly", "or": ["not_stated", "not_met", "met"]}
    frame = hold_against(judged, report({"a": doubtful})).to_frame()
    assert frame["theirs_possible"].tolist() == ["met; not_met; not_stated; partly"]


@pytest.mark.parametrize(
    ("entry", "obstacle"),
    [
        ({"criteria": "samhandling", "criterion": "tillit", "model": "ha", "verdict": "met"}, "no_set"),
        ({"criteria": "brukermedvirkning", "criterion": "direkte-medvirkning", "model": "borte", "verdict": "met"}, "no_model"),
        ({"criteria": "brukermedvirkning", "criterion": "tillit", "model": "ha", "verdict": "met"}, "no_criterion"),
    ],
)
def test_what_cannot_be_compared_says_why(judged: Check, entry: dict[str, Any], obstacle: str) -> None:
    (appraisal,) = hold_against(judged, report({"a": entry})).results
    assert (appraisal.standing, appraisal.obstacle, appraisal.ours, appraisal.silent, appraisal.shared) == (
        "not_compared",
        obstacle,
        None,
        False,
        (),
    )


def test_a_set_that_does_not_speak_of_the_model(portfolio: Portfolio) -> None:
    shared = portfolio.project
    checked = check(portfolio, load_set("deltakerkrav-modell-1", shared), shared)
    entry = {"criteria": "deltakerkrav-modell-1", "criterion": "lokaler", "model": "ha", "verdict": "met"}
    assert [appraisal.obstacle for appraisal in hold_against(checked, report({"a": entry})).results] == ["not_for"]


def test_a_judgement_that_the_model_was_coded_from_is_told(judged: Check) -> None:
    entry = {"at": "2.2.1:17-18", "criteria": "brukermedvirkning", "criterion": "direkte-medvirkning", "model": "ha", "verdict": "met"}
    (appraisal,) = hold_against(judged, report({"a": entry})).results
    assert appraisal.shared == ("statusrapport#2.2.1:17",)
    assert not appraisal.circular, "the verdict rests on other sentences too"


def test_a_disagreement_is_never_circular(judged: Check) -> None:
    entry = {"at": "2.3.5:17-18", "criteria": "kognitiv-terapi-xu-2024", "criterion": "gruppeterapi", "model": "kristiansand"}
    agreed, denied = (hold_against(judged, report({"a": {**entry, "verdict": said}})).results[0] for said in ("met", "not_met"))
    assert (agreed.standing, agreed.circular) == ("agrees", True)
    assert (denied.standing, denied.shared, denied.circular) == ("differs", agreed.shared, False)


@given(st.data())
def test_the_standing_follows_from_the_readings(judged: Check, data: st.DataObject) -> None:
    ours = data.draw(st.sampled_from([verdict for verdict in judged.results if verdict.verdict != "not_decidable"]))
    theirs: TextJudgement = data.draw(st.sampled_from(get_args(TextJudgement)))
    others: list[TextJudgement] = data.draw(st.lists(st.sampled_from(get_args(TextJudgement)), max_size=3))
    entry = {"criteria": ours.criteria, "criterion": ours.criterion, "model": ours.model, "verdict": theirs, "or": tuple(others)}
    (appraisal,) = hold_against(judged, report({"a": entry})).results
    assert appraisal.ours is ours
    assert (appraisal.standing == "agrees") == (theirs == ours.verdict)
    assert (appraisal.standing == "differs") == (not {theirs, *others} & ours.possible)


def test_a_report_that_says_what_we_say_agrees_throughout(judged: Check) -> None:
    """Laid beside themselves, our verdicts agree; none of them is changed by being compared."""
    told = tuple(verdict for verdict in judged.results if verdict.verdict != "not_decidable")  # what only people can tell, no text decides
    same = {
        f"v{number}": {"criteria": verdict.criteria, "criterion": verdict.criterion, "model": verdict.model, "verdict": verdict.verdict}
        for number, verdict in enumerate(told)
    }
    agreeing = hold_against(judged, report(same))
    assert {appraisal.standing for appraisal in agreeing.results} == {"agrees"}
    assert tuple(appraisal.ours for appraisal in agreeing.results) == told


def test_a_frame(concordance: Concordance) -> None:
    frame = concordance.to_frame()
    assert list(frame.columns) == [
        *("assessment", "criteria", "criterion", "criterion_label", "model", "model_label"),
        *("theirs", "theirs_possible", "theirs_at", "standing"),
        *("ours", "possible", "decided_by", "nodes", "at", "obstacle"),
    ]
    assert len(frame) == len(concordance.results)
    row = frame[frame["assessment"] == "gruppeterapi-kristiansand"].iloc[0]
    assert (row["theirs"], row["ours"], row["possible"], row["standing"]) == ("met", "met", "met; not_stated; partly", "agrees")
    lacking = frame[frame["standing"] == "not_compared"].iloc[0]
    assert (pd.isna(lacking["ours"]), pd.isna(lacking["at"]), lacking["obstacle"]) == (True, True, "no_set")


def test_given_as_a_value(judged: Check, portfolio: Portfolio) -> None:
    assert judged.against(load_assessments("statusrapport", portfolio.project)) == judged.against("statusrapport")

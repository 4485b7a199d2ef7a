"""Criteria that no description can answer; how old the knowledge of a set is, and whose words its criteria are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from virkningskjede.analysis.criteria import Assessments, Check, CriteriaSet, check, hold_against, read_set
from virkningskjede.analysis.criteria.heatmap import grid_of_check
from virkningskjede.analysis.criteria.picture import judged
from virkningskjede.atlas import atlas
from virkningskjede.drawing.scene import Scene
from virkningskjede.model import LogicModel
from virkningskjede.project import ALONE, load_portfolio
from virkningskjede.yamlfile import parse

SET = """virkningskjede: 1
kind: criteria
id: lesekrav
title: {nb: Lesekrav, en: Reading demands}
vintage: 2020
text: synthesised
criteria:
  grupper:
    label: {nb: Lesegrupper, en: Reading groups}
    met: {node: {term: lesegruppe}}
  glede:
    label: {nb: Barna gleder seg, en: The children look forward to it}
    text: quoted
    at: "2:3"
    needs_people: {nb: bare barna vet det, en: only the children know}
"""


@pytest.fixture
def criteria() -> CriteriaSet:
    made, wrong = read_set(parse(SET.encode(), "lesekrav.yaml"), ALONE)
    assert made is not None, wrong
    return made


@pytest.fixture
def library() -> LogicModel:
    return LogicModel.model_validate({"id": "sommerles", "activities": {"a": {"label": "Lesegruppe", "term": "lesegruppe"}}})


@pytest.fixture
def checked(criteria: CriteriaSet, library: LogicModel) -> Check:
    return check(library, criteria)


def test_no_text_decides_what_people_must_be_asked(checked: Check) -> None:
    verdict = checked.verdict("sommerles", "glede")
    assert (verdict.verdict, verdict.sure, verdict.reason, verdict.decided_by) == ("not_decidable", True, "needs_people", None)
    assert (verdict.grounds, verdict.answers) == ((), ())
    assert checked.verdict("sommerles", "grupper").verdict == "met"
    assert checked.to_frame()["verdict"].tolist() == ["met", "not_decidable"]


def test_it_is_told_in_every_output(checked: Check, library: LogicModel) -> None:
    text = checked.report().to_text(lang="en", width=100)
    assert "needs people: no description can answer it, only people can." in " ".join(text.split())
    explained = checked.report(explain=True).to_text(lang="en")
    assert "Reading demands · knowledge of 2020 · synthesised" in explained
    assert "The children look forward to it (quoted; 2:3)" in explained
    assert "Needs people: only the children know." in explained
    data = json.loads(json.dumps(checked.report().plain("nb")))
    assert data["sets"][0]["vintage"] == 2020
    assert data["sets"][0]["text"] == {"grupper": "synthesised", "glede": "quoted"}
    assert [row["verdict"] for row in data["results"]] == ["met", "not_decidable"]
    assert data["results"][1]["reason"] == "Må spørres om: bare barna vet det."
    assert [square.shade for (square,) in grid_of_check(checked).squares] == ["met", "not_decidable"]
    overlay = judged(Scene(library, "nb"), checked).overlay
    assert overlay is not None
    assert [text for _, text in overlay.key] == ["Lesegrupper: oppfylt", "Barna gleder seg: må spørres om"]
    two = check([library, library.model_copy(update={"id": "annen"})], checked.sets)
    narrow = " ".join(two.report().to_text(lang="nb", width=40).split())
    assert "/: må spørres om; ingen beskrivelse kan svare på det" in narrow


def test_a_report_that_has_talked_with_people_is_alone_with_its_answer(checked: Check) -> None:
    title = {"nb": "Rapport", "en": "Report"}
    entry: dict[str, Any] = {"at": "2:3", "criteria": "lesekrav", "criterion": "glede", "model": "sommerles", "verdict": "met"}
    concordance = hold_against(
        checked, Assessments.model_validate({"id": "r", "title": title, "source": "rapport", "assessments": {"a": entry}})
    )
    (appraisal,) = concordance.results
    assert (appraisal.standing, appraisal.obstacle, appraisal.ours) == ("not_compared", "needs_people", None)
    assert "No text can answer the criterion: The children look forward to it" in concordance.to_text(lang="en", width=120)


def test_the_site_has_a_column_for_it_only_where_it_is_used(tmp_path: Path) -> None:
    for name, text in (
        ("vocabulary.yaml", "kind: vocabulary\nterms: {lesegruppe: {label: Lesegruppe, stage: activity}}\n"),
        ("programmes/sommerles.yaml", "kind: programme\nid: sommerles\nactivities: {a: {label: Lesegruppe, term: lesegruppe}}\n"),
        ("criteria/lesekrav.yaml", SET.partition("\n")[2]),
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("virkningskjede: 1\n" + text, "utf-8")
    files = atlas(load_portfolio(tmp_path), lang="nb")
    (page,) = [content.decode() for name, content in files.items() if name.endswith("lesekrav.html")]
    assert "kunnskap fra 2020; sammenfattet" in page
    assert "Må spørres om: bare barna vet det." in page
    assert ">Må spørres om</th>" in files["criteria.html"].decode()

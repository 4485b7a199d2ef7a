"""A report's claims in words: the errata in every form, what stands in a cell, and text that must not act."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from virkningskjede.analysis.claims import Claims, ClaimsFile, load_claims, run
from virkningskjede.analysis.claims.report.wording import ClaimsWording
from virkningskjede.analysis.coverage import coverage
from virkningskjede.i18n import LANGS, Lang
from virkningskjede.model import LogicModel
from virkningskjede.project import load_portfolio
from virkningskjede.report.formats import FORMATS
from virkningskjede.report.write_csv import comma_separated

from ...reading import written

ROOT = Path(__file__).parent / "root"


@pytest.fixture(scope="module")
def claims() -> Claims:
    models = load_portfolio(ROOT)
    return run(models, load_claims("rapport", models.project, models), models.project)


def test_the_errata_in_a_terminal(claims: Claims) -> None:
    assert (
        claims.to_text(lang="en")
        == """Claims of the report
====================

Claims: 6, held against 3 models. Holds: 2. Contradicted: 2. Undecidable: 2. Not
tested: 2.

What stands only in 4.1 proves nothing here: there the report itself compares.

Contradicted by the models (2)
------------------------------

One pilot has a shared plan (4.1:2)
  Read as: “Plan” in 1 of the pilots. Silence counts as no.
  The descriptions say: 0 of 2. No: Ask and Bjørk.
  - Says nothing of it: Ask and Bjørk.
  Note: The plan is only mentioned in the comparison
  Proposal: None of the pilots has a shared plan.

There is more in chapter 5 (4.2:2)
  Read as: The report has section 5.
  The descriptions say: The report has no section 5.

Undecidable (2)
---------------

All pilots have meetings (4.1:1)
  Read as: “Meeting” in all of the pilots. Silence counts as no.
  The descriptions say: 1–2 of 2. Yes: Ask. Unsure: Bjørk.
  - Bjørk (unsure): “Møter ved behov” (ambiguous; 2:2).
  - Ask (yes): “Ukentlige møter” (1:3).
  Why it is undecidable: Some descriptions can be read in several ways, or say
  only some of it.

Only Ask has a course (4.1:3)
  Read as “planned”: contradicted
    Read as: “Course” only in Ask, of the pilots. Silence counts as no. Some of
    it is not enough.
    The descriptions say: No: Ask and Bjørk.
    - Ask (no): “Kurs for brukere” (only considered; 1:4).
    - Says nothing of it: Bjørk.
  Read as “considered too”: holds
    Read as: “Course” only in Ask, of the pilots. Silence counts as no. Some of
    it is enough.
    The descriptions say: Yes: Ask. No: Bjørk.
    - Ask (yes): “Kurs for brukere” (only considered; 1:4).
    - Says nothing of it: Bjørk.
  Why it is undecidable: The sentence can be read in several ways, and they come
  out differently.

Holds (2)
---------

- Ask has regular meetings (4.1:1)
- 25 users in all (4.2:1)

Not tested (2)
--------------

- A judgement (1)
- Too vague to be tested (1)
"""
    )


def test_everything_that_can_be_told(claims: Claims) -> None:
    text = claims.report(explain=True).to_text(lang="nb")
    assert "25 brukere i alt (4.2:1)\n  Lest slik: «Brukere i vår» og «Brukere i høst» er til sammen 25.\n" in text
    assert "  Beskrivelsene sier: 25 personer (12 + 13).\n  - Ask: «Brukere i vår» (1:1); «Brukere i høst» (1:1).\n" in text
    assert "\nFor vagt til å prøves (1)\n\n- Pilotene ligner hverandre (4.1:3)\n" in text


def test_a_number_that_rests_only_on_what_proves_nothing_is_silent() -> None:
    models = load_portfolio(ROOT)
    file = load_claims("rapport", models.project, models)
    summed = file.claims["til-sammen"].model_copy(update={"not_evidence": ("1",)})
    held = run(models, file.model_copy(update={"claims": {"x": summed}}), models.project)
    text = held.to_text(lang="en")
    assert held.report().plain("en")["claims"][0]["reason"] == "The numbers cannot be added up: one is missing."
    assert "\n  - Says nothing of it: Ask.\n  Why it is undecidable: The numbers cannot be added up: one is missing.\n" in text


@pytest.mark.parametrize("lang", LANGS)
def test_the_same_claims_in_every_form(claims: Claims, lang: Lang) -> None:
    page, article = FORMATS["html"].write(claims.report(), lang), claims.to_markdown(lang=lang)
    assert isinstance(page, str)
    assert page.startswith(f'<!doctype html>\n<html lang="{lang}">\n<head><meta charset="utf-8">')
    assert page.count("<ul>") == page.count("</ul>")
    assert claims.to_html(lang=lang) in page
    for ruling in claims.results:
        statement = ruling.claim.statement.in_(lang)
        assert statement in page
        assert statement in article
    order = [article.index(claims.claim(name).claim.statement.in_(lang)) for name in ("en-plan", "alle-moter", "ask-moter")]
    assert order == sorted(order)
    assert claims.claim("en-plan").claim.statement.in_("nb") in claims._repr_html_()


def test_a_page_names_what_was_not_tested_and_leads_to_each_account(claims: Claims) -> None:
    page = claims.to_html(lang="en")
    assert "<h3>Too vague to be tested (1)</h3>\n<ul>\n<li>The pilots are alike (4.1:3)</li>\n</ul>\n" in page
    assert [ruling.id for ruling in claims.results if f'<h3 id="{ruling.id}">' in page] == ["alle-moter", "en-plan", "kurs", "henvisning"]
    explained = claims.report(explain=True).to_html(lang="en")
    assert all(f'<h3 id="{ruling.id}">' in explained for ruling in claims.results)


def test_several_readings_of_a_claim_are_told_one_by_one(claims: Claims) -> None:
    text = claims.to_markdown(lang="en").partition("### Only Ask has a course (4.1:3)\n\n")[2]
    assert text.startswith("**Read as “planned”: contradicted**\n\n**Read as:** “Course” only in Ask, of the pilots. ")
    assert "\n- **Says nothing of it:** Bjørk.\n\n**Read as “considered too”: holds**\n\n**Read as:** " in text


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("text", "\nNot tested (2)\n--------------\n\n- A judgement (1)\n"),
        (
            "json",
            '\n  "counts": {\n    "holds": 2,\n    "holds_inferred": 0,\n    "contradicted": 2,\n    "undecidable": 2,\n'
            '    "reword": 0,\n    "unchecked": 2\n  },\n',
        ),
        ("md", "\n### A judgement (1)\n\n- That is many (4.2:1)\n"),
        ("csv", "\r\n,rapport#4.2:1,That is many,,,,,,,,,,,A judgement\r\n"),
        ("docx", "\nA judgement (1)\nThat is many (4.2:1)\n"),
        ("xlsx", "\n\trapport#4.2:1\tThat is many\t\t\t\t\t\t\t\t\t\t\tA judgement\n"),
        ("html", "\n<h3>A judgement (1)</h3>\n<ul>\n<li>That is many (4.2:1)</li>\n</ul>\n"),
    ],
)
def test_every_format_says_what_was_not_tested(claims: Claims, name: str, says: str) -> None:
    assert says in written(name, claims.report(), "en")


def test_the_listing(claims: Claims) -> None:
    head, *rows = csv.reader(io.StringIO(comma_separated(claims.report().listing("en"))))
    assert head == [
        "Claim", "Place", "The report says", "Verdict", "Reading", "Literal", "Verdict on the reading", "Model",
        "Name of the model", "Is it so?", "For or against", "Rests on", "Place in the source", "Reason",
    ]  # fmt: skip
    assert rows[0] == [
        "alle-moter", "rapport#4.1:1", "All pilots have meetings", "undecidable", "", "", "undecidable", "ask", "Ask", "yes", "for",
        "moter", "rapport#1:3", "“Ukentlige møter” (1:3).",
    ]  # fmt: skip
    assert [row[0] for row in rows] == [
        *["alle-moter"] * 2, "ask-moter", *["en-plan"] * 2, *["kurs"] * 4, "til-sammen", "henvisning", "", "",
    ]  # fmt: skip
    assert rows[-1][-1] == "Too vague to be tested"


def test_as_plain_values(claims: Claims) -> None:
    nb, en = (claims.report().plain(lang) for lang in LANGS)
    json.dumps(en)
    assert en["counts"] == {"holds": 2, "holds_inferred": 0, "contradicted": 2, "undecidable": 2, "reword": 0, "unchecked": 2}
    assert en["unchecked"][0] == {"at": ["rapport#4.2:1"], "reason": "opinion", "statement": "That is many"}
    (kurs,) = [claim for claim in en["claims"] if claim["id"] == "kurs"]
    assert {"id", "at", "statement", "verdict", "readings", "reason", "evidence"} <= set(kurs)
    assert (kurs["at"], kurs["verdict"], kurs["why"]) == (["rapport#4.1:3"], "undecidable", ["readings"])
    assert [(reading["id"], reading["label"], reading["verdict"]) for reading in kurs["readings"]] == [
        ("planlagt", "planned", "contradicted"),
        ("vurdert", "considered too", "holds"),
    ]
    assert kurs["evidence"][0] == {
        "reading": "planlagt",
        "asked": "“Course” only in Ask, of the pilots",
        "model": "ask",
        "said": "no",
        "side": "against",
        "nodes": ["kurs"],
        "at": ["rapport#1:4"],
        "reason": "“Kurs for brukere” (only considered; 1:4).",
    }
    (summed,) = [claim for claim in en["claims"] if claim["id"] == "til-sammen"]
    assert summed["readings"][0]["questions"][0]["figures"] == [[25, 25]]
    assert _without_text(nb) == _without_text(en)


def _without_text(value: Any) -> Any:
    if isinstance(value, dict):
        texts = {"statement", "reason", "label", "asked", "proposal", "note"}
        return {key: _without_text(part) for key, part in value.items() if key not in texts}
    return [_without_text(part) for part in value] if isinstance(value, list) else value


READINGS = [
    (
        "{count: {over: {kind: pilot}, where: {node: {term: mote}}, is: {min: 2}}}",
        "“Meeting” in at least 2 of the pilots",
        "2 of 2. Yes: Ask and Bjørk.",
    ),
    (
        "{count: {over: {follows: mal, except: ask}, where: {node: {term: mote}}, is: most}}",
        "“Meeting” in most of those that follow Mal but Ask",
        "1 of 1. Yes: Bjørk.",
    ),
    (
        "{count: {over: {only: [ask, eik], expect: 4}, where: {node: {term: mote}}, is: none}}",
        "“Meeting” in none of Ask and eik",
        "1–4 of 4. Yes: Ask. Missing: eik and 2 models.",
    ),
    (
        "{these: {include: ask, exclude: bjork, where: {node: {term: plan}}}}",
        "“Plan” in Ask; and not “Plan” in Bjørk",
        "No: Ask and Bjørk.",
    ),
    (
        "{these: {over: {kind: pilot}, are: [], where: {node: {term: plan}}}}",
        "“Plan” in none of the pilots",
        "No: Ask and Bjørk.",
    ),
    (
        "{values: {over: {kind: pilot}, of: target.age, are: {ask: {min: 18, unit: year}}}}",
        "the pilots state an age limit: Ask at least 18 years, and nothing else",
        "Ask at least 18 years.",
    ),
    (
        "{values: {over: {kind: pilot}, of: whole.period, include: [{max: 3, unit: week}]}}",
        "the pilots state for how long for the whole programme: at most 3 weeks",
        "Nothing stated.",
    ),
    (
        "{values: {over: {kind: pilot}, of: {result: antall}, include: [{value: 12, unit: person}]}}",
        "the pilots state the latest measurement of “Number of users”: 12 persons",
        "Ask 12 persons and 13 persons.",
    ),
    (
        "{more: {of: [{node: {term: mote}}, {node: {term: kurs}}], in: {only: ask}, than: {only: bjork}}}",
        "on average Ask has more than Bjørk of this: “Meeting” and “Course”",
        "Ask: 1–2; Bjørk: 1.",
    ),
    (
        "{section: {source: annen, exists: '5'}}",
        "“annen” has section 5",
        "",
    ),
    (
        "{not: {section: {exists: '4.1'}}}",
        "not so: the report has section 4.1",
        "The report has section 4.1.",
    ),
    (
        "{at_least: {n: 1, of: [{section: {exists: '4.1'}}, {section: {exists: '4.2'}}]}}",
        "at least 1 of these: the report has section 4.1; and the report has section 4.2",
        "The report has section 4.1. The report has section 4.2.",
    ),
    (
        "{any: [{section: {exists: '4.1'}}, {sum: {in: ask, of: var, is: 12}}]}",
        "the report has section 4.1; or “Brukere i vår” is 12",
        "The report has section 4.1. 12 persons.",
    ),
]


@pytest.mark.parametrize(("reading", "question", "finding"), READINGS, ids=[reading for reading, _, _ in READINGS])
def test_every_kind_of_reading_in_words(tmp_path: Path, reading: str, question: str, finding: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(
        "virkningskjede: 1\nkind: claims\nid: x\ntitle: {nb: X, en: X}\nsource: rapport\n"
        "groups: {ventet: {only: [eik]}}\n"
        f'claims:\n  c:\n    statement: {{nb: X, en: X}}\n    reading: {reading}\n    silence: "no"\n    partly: "unknown"\n',
        "utf-8",
    )
    models = load_portfolio(ROOT)
    plan = models["bjork"].model_copy(update={"activities": {"moter": models["bjork"].activities["moter"].model_copy(update={"or_": ()})}})
    claims = run([models["ask"], plan, models["mal"]], load_claims(path, models.project), models.project)
    wording = ClaimsWording(claims, "en")
    judged = claims.claim("c").readings[""]
    assert wording.readings.phrase(judged.reading) == question
    assert " ".join(filter(None, (wording.finding(leaf) for leaf in judged.leaves()))) == finding


def test_text_from_files_is_only_text(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    evil = "<script>alert(1)</script> *a* | =1+1"
    path.write_text(
        "virkningskjede: 1\nkind: claims\nid: x\n"
        f'title: {{nb: "{evil}", en: "{evil}"}}\n'
        f'claims:\n  c:\n    statement: {{nb: "=1+1 {evil}", en: "{evil}"}}\n    reading: {{section: {{source: annen, exists: "<b>"}}}}\n'
        f'    note: {{nb: "{evil}", en: "{evil}"}}\n',
        "utf-8",
    )
    models = load_portfolio(ROOT)
    claims = run(models, load_claims(path, models.project), models.project)
    for name in ("md", "html"):
        assert "<script" not in str(FORMATS[name].write(claims.report(), "nb"))
    assert "<b>b" not in claims.to_html()
    assert "Beskrivelsene sier" not in claims.to_text(), "they say nothing of a section of a source that is not here"
    assert "\\*a\\*" in claims.to_markdown()
    assert "'=1+1" in comma_separated(claims.report().listing())


@pytest.mark.parametrize(
    ("addends", "sum_is", "says", "verdict"),
    [
        (["cap"], {"value": 250000}, "At most 250,000 kroner.", "undecidable"),
        (["cap", "floor"], {"value": 250000}, "At most 250,000 kroner + at least 10,000 kroner.", "undecidable"),
        (["cap", "fixed"], {"max": 260000}, "At most 255,000 kroner (at most 250,000 + 5,000).", "holds"),
        (["fixed"], {"value": 5000}, "5,000 kroner.", "holds"),
        (["fixed", "unsaid"], {"value": 5000}, "5,000 kroner; as needed.", "undecidable"),
    ],
)
def test_a_sum_tells_of_its_bounds_and_their_unit(addends: list[str], sum_is: dict[str, int], says: str, verdict: str) -> None:
    money: dict[str, dict[str, Any]] = {"cap": {"max": 250000}, "floor": {"min": 10000}, "fixed": {"value": 5000}}
    money["unsaid"] = {"varies": "need"}
    results = {name: {"label": name.title(), "unit": "NOK", **amount} for name, amount in money.items()}
    model = LogicModel.model_validate({"id": "m", "results": results})
    text = {"nb": "X", "en": "X"}
    claim = {"statement": text, "reading": {"sum": {"in": "m", "of": addends, "is": sum_is}}}
    claims = run(model, ClaimsFile.model_validate({"id": "x", "title": text, "claims": {"c": claim}}))
    ruling = claims.claim("c")
    assert (ClaimsWording(claims, "en").finding(ruling.readings[""]), ruling.verdict) == (says, verdict)
    if verdict == "undecidable" and "unsaid" not in addends:
        assert (
            ClaimsWording(claims, "en").why(ruling) == "The descriptions say only about, at least or at most how much it is, not exactly."
        )


ADVICE = """virkningskjede: 1
kind: claims
id: x
title: {nb: X, en: X}
source: rapport
recommendations:
  oftere:
    at: "4.2:1"
    statement: {nb: Møt hverandre oftere, en: Meet more often}
    for: [nav, lege]
    about: {models: [bjork], terms: [mote], nodes: [ask.moter]}
    taken_up: [{model: ask, node: moter, at: "4.2:2"}]
"""


def test_recommendations_are_listed_and_get_no_verdict(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(ADVICE, "utf-8")
    models = load_portfolio(ROOT)
    claims = run(models, load_claims(path, models.project, models), models.project)
    assert claims.results == ()
    short = claims.to_text(lang="en")
    assert "Undecidable: 0.\nRecommendations: 1.\n" in short
    assert short.endswith("Recommendations (1)\n-------------------\n\n- Meet more often (4.2:1)\n")
    whole = claims.report(explain=True).to_text(lang="en")
    assert "Meet more often (4.2:1)\n  For: “Nav” and “Doctor”.\n  About: Bjørk, “Meeting” and “Ukentlige møter” (Ask).\n" in whole
    assert "  Taken up: “Ukentlige møter” (Ask; 4.2:2).\n" in whole
    assert '<h3 id="recommendation-oftere">' in claims.report(explain=True).to_html(lang="nb")
    (row,) = claims.report().listing("nb").rows
    assert row[:4] == ("oftere", "rapport#4.2:1", "Møt hverandre oftere", "anbefaling")
    assert row[-1].endswith("Fulgt opp: «Ukentlige møter» (Ask; 4.2:2).")
    assert claims.report().plain("nb")["recommendations"] == [
        {
            "id": "oftere",
            "at": ["rapport#4.2:1"],
            "statement": "Møt hverandre oftere",
            "for": ["nav", "lege"],
            "about": {"models": ["bjork"], "terms": ["mote"], "nodes": ["ask.moter"]},
            "taken_up": [{"model": "ask", "node": "moter", "at": ["rapport#4.2:2"]}],
        }
    ]


def test_the_sentences_of_a_recommendation_are_tested(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(ADVICE, "utf-8")
    models = load_portfolio(ROOT)
    file = load_claims(path, models.project, models)
    assert coverage([file], models.project).section("rapport", "4.2").tested == (1, 2)

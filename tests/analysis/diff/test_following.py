"""How a model held against its template reads."""

from __future__ import annotations

import json
from typing import Any

import pytest

from virkningskjede.analysis.diff import diff
from virkningskjede.analysis.diff import report as changes
from virkningskjede.i18n import LANGS
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.values import copy_with
from virkningskjede.project import Portfolio


def named(nb: str, en: str, **more: Any) -> dict[str, Any]:
    return {"label": {"nb": nb, "en": en}, **more}


WORDS = Vocabulary.model_validate(
    {
        "terms": {
            "moter": named("Møter", "Meetings", stage="activities"),
            "avtale": named("Avtale", "Agreement", stage="inputs"),
            "penger": named("Penger", "Money", stage="inputs"),
            "jobb": named("Jobb", "Job", stage="outcomes"),
        },
        "actors": {"nav": named("Nav", "Nav"), "lege": named("Fastlege", "General practitioner"), "bedrift": named("Bedrift", "Company")},
        "traits": {"syk": named("Syk", "Ill")},
    }
)

TEMPLATE = LogicModel.model_validate(
    {
        "id": "mal",
        "kind": "template",
        "title": "Modell A: Møter",
        "dose": {"period": {"max": 12, "unit": "week"}},
        "target_group": {"syke": {"traits": ["syk"]}},
        "inputs": {"avtale": {"label": "Avtale", "term": "avtale", "required": True}, "penger": {"label": "Penger", "term": "penger"}},
        "activities": {
            "moter": {
                "label": "Faste møter",
                "term": "moter",
                "required": True,
                "who": ["nav", "lege"],
                "free": ["dose"],
                "leads_to": ["jobb"],
            },
            "annet": {"label": "Noe uten begrep"},
        },
        "outcomes": {"jobb": {"label": "Jobb", "level": "user", "term": "jobb"}},
        "open_questions": {"hvem": {"label": "Hvem som betaler"}},
    }
)


def test_twelve_months_are_no_other_than_a_year() -> None:
    often = {"kurs": {"label": "Kurs", "term": "moter", "dose": {"frequency": {"value": 1, "unit": "time", "per": "month"}}}}
    same = {"kurs": {"label": "Kurs", "term": "moter", "dose": {"frequency": {"value": 12, "unit": "time", "per": "year"}}}}
    template = LogicModel.model_validate(
        {"id": "mal", "kind": "template", "dose": {"period": {"max": 1, "unit": "year"}}, "activities": often}
    )

    def text_of(months: int, activities: dict[str, Any]) -> str:
        pilot = {"id": "p", "follows": "mal", "dose": {"period": {"max": months, "unit": "month"}}, "activities": activities}
        return diff(LogicModel.model_validate(pilot), template, WORDS).to_text(lang="en")

    assert "Otherwise than in the template" not in text_of(12, same)
    assert "for at most 13 months" in text_of(13, same).partition("Otherwise than in the template")[2]


PILOT = LogicModel.model_validate(
    {
        "id": "by",
        "title": "By – «Sammen»",
        "follows": "mal",
        "as_of": "2024-12-16",
        "dose": {"period": {"max": 16, "unit": "week"}},
        "activities": {
            "uke": {
                "label": "Møter hver uke",
                "term": "moter",
                "status": "in_use",
                "who": ["nav"],
                "dose": {"frequency": {"value": 1, "unit": "time", "per": "week"}},
                "or": [{"term": []}],
            },
            "bedrifter": {"label": "Besøke bedrifter", "who": {"maybe": ["bedrift"]}, "status": "considered"},
        },
        "outcomes": {"jobb": {"label": "Arbeid", "level": "society", "term": "jobb"}},
    }
)


def test_in_bokmal() -> None:
    assert (
        diff(PILOT, TEMPLATE, WORDS).to_text()
        == """\
By holdt mot Modell A
=====================

By følger Modell A. Av det malen krever, nevner teksten 1 av 2. Av det malen
ellers beskriver, nevner den 0 av 3. Det som ikke er nevnt, kan finnes likevel:
taushet er ikke et nei. Uten begrep å kjennes igjen på, og derfor ikke regnet
med: «Noe uten begrep». Beskrivelsen av By gjelder per 16.12.2024.

Det malen krever
----------------

I malen      By
-----------  -------------------------
Avtale       ikke nevnt
Faste møter  Møter hver uke (i bruk) *

* En annen lesning av teksten kunne gitt et annet svar.

Det malen ellers beskriver
--------------------------

I malen   By
--------  -------------------------------------------
Syk       ikke nevnt; malens avgrensning kan gjelde
Jobb      nevnt bare under samfunnseffekter: «Arbeid»

Ikke nevnt: «Penger».

Annerledes enn i malen
----------------------

I malen        Hva       Modell A         By
-------------  --------  ---------------  --------------------------------------
Faste møter    hvem      Fastlege og Nav  Møter hver uke: Nav; nevner ikke
                                          Fastlege

Hele tiltaket  varighet  i høyst 12 uker  i høyst 16 uker

Det malen lar stå åpent
-----------------------

I malen           Hva             By
----------------  --------------  -----------------------------
Faste møter       omfang          Møter hver uke: 1 gang i uken
Hvem som betaler  åpent spørsmål  ikke sagt

Ut over malen
-------------

Aktør som malen ikke nevner  Ledd
---------------------------  ----------------
Bedrift (kanskje)            Besøke bedrifter

Trinn        Bare i By
-----------  ---------------------------
Aktiviteter  Besøke bedrifter (vurderes)
"""
    )


def test_it_reads_the_same_whichever_stands_first() -> None:
    for lang in LANGS:
        assert diff(TEMPLATE, PILOT, WORDS).to_text(lang=lang) == diff(PILOT, TEMPLATE, WORDS).to_text(lang=lang)


def test_in_english_markdown() -> None:
    text = diff(PILOT, TEMPLATE, WORDS).to_markdown(lang="en")
    assert text.startswith("# By against Modell A\n\nBy follows Modell A. Of what the template requires, the text mentions 1 of 2. ")
    assert "| Faste møter | Møter hver uke (in use) \\* |\n" in text
    assert "| Jobb | mentioned only under effects on society: “Arbeid” |\n" in text


def test_as_data() -> None:
    data = changes.to_json(diff(TEMPLATE, PILOT, WORDS))["template"]
    assert json.loads(json.dumps(data)) == data
    assert (data["model"], data["template"], data["unknown"]) == ("by", "mal", ["activities.annet"])
    (point,) = [row for row in data["points"] if row["path"] == "activities.moter"]
    assert point == {
        "path": "activities.moter",
        "required": True,
        "said": "yes",
        "possible": ["silent", "yes"],
        "nodes": ["activities.uke"],
        "elsewhere": [],
        "otherwise": [
            {
                "field": "who",
                "template": {"do": ["nav", "lege"]},
                "model": {"activities.uke": {"do": ["nav"]}},
                "without": ["lege"],
                "besides": [],
            }
        ],
        "free": {"dose": {"activities.uke": {"frequency": {"value": 1, "unit": "time", "per": "week"}}}},
    }
    assert (data["beyond"], data["actors"]) == (["activities.bedrifter"], {"bedrift": ["activities.bedrifter"]})


def test_a_template_that_requires_nothing(portfolio: Portfolio) -> None:
    result = diff(portfolio["modell-1"], portfolio["felles"], portfolio.project.vocabulary)
    text = result.to_text()
    assert "Det malen krever" not in text
    assert "som ikke krever noe\nuttrykkelig" in text


@pytest.mark.parametrize("lang", LANGS)
def test_every_pilot_of_the_corpus_can_be_told(portfolio: Portfolio, lang: Any) -> None:
    for model in portfolio.values():
        if model.follows:
            result = diff(model, portfolio[model.follows], portfolio.project.vocabulary)
            text = result.to_text(lang=lang)
            assert max(map(len, text.splitlines())) <= 80
            assert result.to_html(lang=lang).count("<table") >= 2


def test_nothing_in_a_label_acts() -> None:
    hostile = copy_with(PILOT, {"title": "<b>[a](b)</b>\x1b[31m"})
    result = diff(hostile, TEMPLATE, WORDS)
    for text in (result.to_text(), result.to_markdown(), result.to_html()):
        assert "\x1b" not in text
    assert "<b>" not in result.to_markdown() + result.to_html()
    assert "[a](b)" not in result.to_markdown()

"""How a diff reads: a list of changes for two versions, a report for two models."""
# ruff: noqa: E501 (Markdown as it is written)

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from virkningskjede.analysis.diff import diff
from virkningskjede.analysis.diff import report as changes
from virkningskjede.analysis.diff.fields import given_fields, given_fields_of_model
from virkningskjede.i18n import LANGS
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.project import Portfolio
from virkningskjede.report.model_text import ModelText


def named(nb: str, en: str, **more: Any) -> dict[str, Any]:
    return {"label": {"nb": nb, "en": en}, **more}


WORDS = Vocabulary.model_validate(
    {
        "terms": {
            "moter": named("Møter", "Meetings", stage="activities"),
            "faste-moter": named("Faste møter", "Regular meetings", stage="activities", broader="moter"),
            "kurs": named("Kurs", "Course", stage="activities"),
            "fravaer": named("Sykefravær", "Sickness absence", stage="outcomes"),
        },
        "actors": {"nav": named("Nav", "Nav"), "lege": named("Fastlege", "General practitioner"), "bruker": named("Bruker", "User")},
        "traits": {"sykmeldt": named("Sykmeldt", "On sick leave")},
        "indicators": {"dager": named("Fraværsdager", "Days of absence")},
    }
)

BEFORE: dict[str, Any] = {
    "id": "by",
    "title": "By – «Sammen»",
    "recruitment": {"refer": ["lege"]},
    "activities": {
        "mote": {
            "label": "Møter om brukere",
            "term": "moter",
            "who": ["nav"],
            "status": "planned",
            "dose": {"frequency": {"words": "jevnlig"}},
            "leads_to": [{"to": "kjenner", "because": "De treffes"}, "fravaer"],
        },
        "kurs": {"label": "Kurs", "leads_to": ["fravaer"]},
    },
    "outcomes": {
        "kjenner": {"label": "Tjenestene kjenner hverandre", "level": "service"},
        "fravaer": {"label": "Mindre fravær", "level": "user", "cause": "whole"},
    },
}
AFTER: dict[str, Any] = {
    "id": "by",
    "title": "By – «Sammen»",
    "recruitment": {"refer": ["lege", "bruker"]},
    "activities": {
        "moter": {
            "label": "Møter om brukere",
            "term": "moter",
            "who": {"do": ["nav"], "for": ["bruker"]},
            "status": "in_use",
            "dose": {"frequency": {"value": 2, "unit": "time", "per": "month"}},
            "leads_to": [{"to": "rolle", "because": "De treffes"}, {"to": "fravaer", "at": "1:2"}],
        },
    },
    "outputs": {"plan": {"label": "Plan", "leads_to": ["rolle"]}},
    "outcomes": {
        "kjenner": {"label": "Tjenestene kjenner hverandre godt", "level": "partner"},
        "fravaer": {"label": "Mindre fravær", "level": "user"},
        "rolle": {"label": "Rollene er klare", "level": "service", "at": "1:3"},
    },
}


def test_two_versions_in_bokmal() -> None:
    result = diff(LogicModel.model_validate(BEFORE), LogicModel.model_validate(AFTER), WORDS)
    assert (
        result.to_text()
        == """\
By – «Sammen»: endringer
========================

15 endringer: 8 i logikken, 5 i innholdet og 2 i ordlyd og steder i kilden.

Logikk
------

- Fjernet: aktivitet «Kurs» (fører til «Mindre fravær»)
- Kobling flyttet: «Møter om brukere» → «Tjenestene kjenner hverandre» går nå
  til «Rollene er klare»
- Lagt til: produkt eller tjeneste «Plan» (fører til «Rollene er klare»)
- «Mindre fravær»: årsak fjernet (var hele tiltaket)
- «Tjenestene kjenner hverandre»: nivå endret fra i tjenestene til hos partnere
- Lagt til: virkning «Rollene er klare»

Innhold
-------

- Rekruttering: hvem som henviser endret: lagt til Bruker
- «Møter om brukere»: hvor ofte presisert fra «jevnlig» til 2 ganger i måneden
- «Møter om brukere» → «Mindre fravær» står nå i kilden
- «Møter om brukere»: status har kommet fra planlagt til i bruk
- «Møter om brukere»: hvem det er for lagt til: Bruker

Ordlyd og steder i kilden
-------------------------

- «Møter om brukere»: id endret fra mote til moter
- «Tjenestene kjenner hverandre» heter nå «Tjenestene kjenner hverandre godt»
"""
    )


def test_two_versions_in_english_markdown() -> None:
    result = diff(LogicModel.model_validate(AFTER), LogicModel.model_validate(BEFORE), WORDS)
    assert (
        result.to_markdown(lang="en")
        == """\
# By – «Sammen»: changes

15 changes: 8 in the logic, 5 in the content and 2 in wording and places.

## Logic

- Added: activity “Kurs” (leads to “Mindre fravær”)
- Arrow moved: “Møter om brukere” → “Rollene er klare” now leads to “Tjenestene kjenner hverandre”
- Removed: output “Plan” (leads to “Rollene er klare”)
- “Mindre fravær”: cause added: the whole programme
- “Tjenestene kjenner hverandre godt”: level changed from among partners to in the services
- Removed: outcome “Rollene er klare”

## Content

- Recruitment: who refers changed: removed User
- “Møter om brukere”: how often changed from 2 times a month to “jevnlig”
- “Møter om brukere” → “Mindre fravær” is no longer stated in the source
- “Møter om brukere”: status changed from in use to planned
- “Møter om brukere”: whom it is for removed (was User)

## Wording and places

- “Møter om brukere”: id changed from moter to mote
- “Tjenestene kjenner hverandre godt” is now called “Tjenestene kjenner hverandre”
"""
    )


def test_no_difference() -> None:
    model = LogicModel.model_validate(BEFORE)
    assert diff(model, model).to_text() == "By – «Sammen»: endringer\n========================\n\nIngen forskjeller.\n"


OTHER: dict[str, Any] = {
    "id": "bygd",
    "title": "Bygd",
    "follows": "modell-1",
    "as_of": "2024-12-16",
    "target_group": {"syke": {"traits": {"all": ["sykmeldt"]}, "sick_leave": {"max": 8, "unit": "week"}}},
    "recruitment": {"refer": ["lege", "nav"], "consent": "written"},
    "activities": {
        "uke": {
            "label": "Ukentlige møter",
            "term": "faste-moter",
            "who": ["nav", "lege"],
            "status": "in_use",
            "dose": {"frequency": {"value": 1, "unit": "time", "per": "week"}},
            "leads_to": [{"to": "borte", "at": "2:1"}],
        },
        "halv": {"label": "Halvårsmøter", "term": ["moter", "kurs"], "status": "planned", "or": [{"term": "kurs"}], "leads_to": ["ro"]},
    },
    "outcomes": {
        "borte": {"label": "Lavere sykefravær", "level": "user", "term": "fravaer"},
        "ro": {"label": "Mer ro", "level": "user"},
    },
    "results": {"r": {"indicator": "dager", "value": 3, "unit": "day"}},
}
ONE: dict[str, Any] = {
    **BEFORE,
    "outcomes": {**BEFORE["outcomes"], "fravaer": {"label": "Mindre fravær", "level": "user", "term": "fravaer"}},
}


def test_two_models_in_bokmal() -> None:
    result = diff(LogicModel.model_validate(ONE), LogicModel.model_validate(OTHER), WORDS)
    assert (
        result.to_text()
        == """\
By og Bygd: likheter og forskjeller
===================================

By og Bygd har 2 ledd felles. 1 ledd til hører til de samme begrepene. Bare i By
står 2 ledd, og bare i Bygd 1. Bygd følger modell-1. Beskrivelsen av Bygd
gjelder per 16.12.2024.

Målgruppe og rekruttering
-------------------------

Hva                By            Bygd
-----------------  ------------  -------------------------------
Målgruppe          ikke oppgitt  sykmeldt høyst 8 uker; Sykmeldt
Hvem som henviser  Fastlege      Fastlege og Nav
Samtykke           ikke oppgitt  skriftlig

Felles
------

Ledd hører sammen når de er kodet med samme begrep, eller et snevrere, på samme
trinn i kjeden og for virkninger på samme nivå. Under hvert ledd står bare det
som skiller.

Aktiviteter

Begrep    By                   Bygd
--------  -------------------  -----------------------
Møter *   Møter om brukere     – Halvårsmøter
            hvem: Nav            begrep: Møter, Kurs
            omfang: «jevnlig»    status: planlagt
            status: planlagt   – Ukentlige møter
                                 begrep: Faste møter
                                 hvem: Nav og Fastlege
                                 omfang: 1 gang i uken
                                 status: i bruk

* En annen lesning av teksten ville skille dem.

Brukereffekter

Begrep      By             Bygd
----------  -------------  -----------------
Sykefravær  Mindre fravær  Lavere sykefravær

Hva de felles leddene fører til
-------------------------------

Begrep    By                                       Bygd
--------  ---------------------------------------  ----------------------------
Møter *   – Tjenestene kjenner hverandre (tolket)  – Mer ro (tolket)
          – Mindre fravær (felles, tolket)         – Lavere sykefravær (felles)

Felles: leddet er blant de felles. Tolket: kilden sier det ikke rett ut, men
koderen har lest det ut av resten.

Bare i den ene
--------------

Trinn                    Bare i By                     Bare i Bygd
-----------------------  ----------------------------  ---------------------
Aktiviteter              Kurs
Virkninger i tjenestene  Tjenestene kjenner hverandre
Brukereffekter                                         Mer ro
Resultater                                             Fraværsdager: 3 dager
"""
    )


def test_two_models_in_english_markdown() -> None:
    result = diff(LogicModel.model_validate(ONE), LogicModel.model_validate(OTHER), WORDS)
    assert result.to_markdown(lang="en").splitlines() == [
        "# By and Bygd: likenesses and differences",
        "",
        "By and Bygd have 2 nodes in common. In addition: 1 node under the same terms. By alone has 2 nodes, and Bygd alone has 1. Bygd follows modell-1. The description of Bygd holds as of 2024-12-16.",
        "",
        "## Target group and recruitment",
        "",
        "| What | By | Bygd |",
        "| --- | --- | --- |",
        "| Target group | not given | on sick leave for at most 8 weeks; On sick leave |",
        "| Who refers | General practitioner | General practitioner and Nav |",
        "| Consent | not given | in writing |",
        "",
        "## In common",
        "",
        "Nodes belong together when they are coded with the same term, or a narrower one, at the same stage of the chain and, for outcomes, at the same level. Under each node stands only what differs.",
        "",
        "### Activities",
        "",
        "| Term | By | Bygd |",
        "| --- | --- | --- |",
        "| Meetings \\* | Møter om brukere<br>  who: Nav<br>  dose: “jevnlig”<br>  status: planned | – Halvårsmøter<br>  term: Meetings, Course<br>  status: planned<br>– Ukentlige møter<br>  term: Regular meetings<br>  who: Nav and General practitioner<br>  dose: 1 time a week<br>  status: in use |",
        "",
        "\\* Another reading of the text would part them.  ",
        "",
        "### User effects",
        "",
        "| Term | By | Bygd |",
        "| --- | --- | --- |",
        "| Sickness absence | Mindre fravær | Lavere sykefravær |",
        "",
        "## What the common nodes lead to",
        "",
        "| Term | By | Bygd |",
        "| --- | --- | --- |",
        "| Meetings \\* | – Tjenestene kjenner hverandre (inferred)<br>– Mindre fravær (in common, inferred) | – Mer ro (inferred)<br>– Lavere sykefravær (in common) |",
        "",
        "In common: the node is among the common ones. Inferred: the source does not say so outright, but the coder infers it.  ",
        "",
        "## In one only",
        "",
        "| Stage | In By only | In Bygd only |",
        "| --- | --- | --- |",
        "| Activities | Kurs |  |",
        "| Effects in the services | Tjenestene kjenner hverandre |  |",
        "| User effects |  | Mer ro |",
        "| Results |  | Days of absence: 3 days |",
    ]


def test_two_models_with_nothing_in_common() -> None:
    stranger = LogicModel.model_validate({"id": "x", "activities": {"a": {"label": "A"}}})
    result = diff(LogicModel.model_validate(OTHER), stranger, WORDS)
    assert result.to_markdown() == (
        "# Bygd og x: likheter og forskjeller\n\n"
        "Bygd og x kan ikke sammenlignes: ingen ledd i den ene er kodet likt med et ledd i den andre. Bygd har 4 ledd og x 1 ledd.\n"
    )
    assert changes.to_json(result)["comparable"] is False


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_report_fits_the_page(width: int, portfolio: Portfolio) -> None:
    result = diff(portfolio["ha"], portfolio["nesodden"], portfolio.project.vocabulary)
    assert max(map(len, result.to_text(width=width).splitlines())) <= width


def test_two_pilots_of_the_corpus(portfolio: Portfolio) -> None:
    result = diff(portfolio["ha"], portfolio["nesodden"], portfolio.project.vocabulary)
    lines = result.to_markdown().splitlines()
    assert lines[0] == "# Hå og Nesodden: likheter og forskjeller"
    assert re.match(r"Hå og Nesodden har \d+ ledd felles: \d+ med samme begrep og \d+ der begrepet er snevrere i Nesodden\.", lines[2])
    row = next(line.strip("| ").split(" | ") for line in lines if line.startswith("| Samlokalisering |"))
    assert [cell.split("<br>  ") for cell in row] == [
        ["Samlokalisering"],
        ["Terapeut og Nav-veileder er på legekontorene", row[1].split("<br>  ")[1], "omfang: minst 1 gang i uken", "status: planlagt"],
        ["Jobbspesialisten har kontordager hos RPH", row[2].split("<br>  ")[1], "omfang: 2 halve dager i uken", "status: i bruk"],
    ]
    assert all(cell.split("<br>  ")[1].startswith("hvem: ") for cell in row[1:])


def test_json_keeps_its_contract() -> None:
    data = changes.to_json(diff(LogicModel.model_validate(BEFORE), LogicModel.model_validate(AFTER), WORDS), lang="en")
    assert json.loads(json.dumps(data)) == data
    assert list(data) == ["a", "b", "comparable", "changes", "summary", "matched", "proposals"]
    assert (data["a"], data["b"], data["comparable"]) == ("by", "by", True)
    by_path = {row["path"]: row for row in data["changes"]}
    assert by_path["activities.mote.leads_to.kjenner"] == {
        "kind": "retargeted",
        "element": "link",
        "path": "activities.mote.leads_to.kjenner",
        "path_a": "activities.mote.leads_to.kjenner",
        "path_b": "activities.moter.leads_to.rolle",
        "before": "kjenner",
        "after": "rolle",
        "weight": "logic",
        "reason": "the same source, another target",
    }
    assert by_path["activities.mote.dose.frequency"]["after"] == {"value": 2, "unit": "time", "per": "month"}
    assert by_path["outputs.plan"]["before"] is None
    assert by_path["outputs.plan"]["after"] == {"label": "Plan", "leads_to": [{"to": "rolle"}]}
    assert data["matched"][0] == {
        "section": "activities",
        "a": "mote",
        "b": "moter",
        "how": "term",
        "terms": [["moter", "moter"]],
        "sure": True,
    }


def test_nothing_in_a_label_acts() -> None:
    hostile = "<b>*x*</b> | [a](javascript:b)"
    before = {"id": "m", "inputs": {"a": {"label": "A"}}}
    result = diff(LogicModel.model_validate(before), LogicModel.model_validate({"id": "m", "inputs": {"a": {"label": hostile}}}))
    assert "- «A» heter nå «&lt;b&gt;\\*x\\*&lt;/b&gt; \\| \\[a\\](javascript:b)»" in result.to_markdown()
    assert "<li>«A» heter nå «&lt;b&gt;*x*&lt;/b&gt; | [a](javascript:b)»</li>" in result.to_html()


FULL = LogicModel.model_validate(
    {
        "id": "full",
        "title": "Full",
        "kind": "template",
        "follows": "mal",
        "as_of": "2024-01-01",
        "source": "rapport",
        "lang": "en",
        "note": "n",
        "dose": {"period": {"max": 1, "unit": "week"}, "at": "1:1"},
        "recruitment": {
            "refer": ["nav"],
            "receive": ["nav"],
            "decide": ["nav"],
            "maybe": ["nav"],
            "how": "h",
            "consent": "asked",
            "because": "b",
            "note": "n",
            "at": "1:1",
        },
        "accept": {"VK204": "Greit"},
        "set_aside": {"1:9": "heading"},
        "target_group": {
            "t": {
                "label": "T",
                "traits": {"any": ["sykmeldt", "ukjent"]},
                "age": {"min": 18, "unit": "year"},
                "required": True,
                "sick_leave": {"max": 8, "unit": "week"},
                "denies": {"traits": ["sykmeldt"]},
                "because": "b",
                "or": ["absent"],
            }
        },
        "context": {"c": {"label": "C", "kind": "problem"}},
        "activities": {
            "x": {
                "label": "X",
                "term": "moter",
                "when": ["need"],
                "after": ["c"],
                "status": "planned",
                "addresses": ["c", "b"],
                "who": {"lead": ["nav"], "do": ["lege"], "maybe": ["ukjent"], "for": ["bruker"]},
                "content": "c",
                "because": "b",
                "dose": {
                    "frequency": {"value": 1, "unit": "time", "per": "week"},
                    "session": {"value": 1, "unit": "hour"},
                    "sessions": {"approx": 8, "unit": "time"},
                    "total": {"varies": "need"},
                    "period": {"same_as": "c"},
                    "position": {"value": 50, "unit": "percent"},
                    "count": {"planned": {"value": 3, "unit": "piece"}, "reached": {"value": 2, "unit": "piece"}},
                    "money": {"value": 946000, "unit": "NOK"},
                    "at": "1:1",
                },
                "later": {
                    "status": "in_use",
                    "who": ["nav"],
                    "when": ["wish"],
                    "dose": {"total": {"words": "mer"}},
                    "note": "n",
                    "at": "1:1",
                },
                "or": [
                    {"status": "considered", "term": [], "who": ["nav"], "dose": {"total": {"words": "alt"}}, "after": ["c"], "note": "n"},
                    {"label": "Y", "when": ["wish"], "content": "c", "because": "b", "addresses": ["c"], "at": "1:1"},
                ],
                "note": "n",
                "at": "1:1",
                "required": True,
                "accept": {"VK204": "Greit"},
                "leads_to": [
                    {
                        "to": "u",
                        "because": "b",
                        "assumes": ["a"],
                        "when": ["need"],
                        "feedback": True,
                        "note": "n",
                        "at": "1:1",
                        "evidence": [{"refs": ["xu-2024"], "finding": "mixed"}],
                        "or": ["absent", {"to": "c", "assumes": ["a"], "evidence": [{"refs": ["y"], "finding": "supports"}]}],
                        "accept": {"VK204": "Greit"},
                    }
                ],
            }
        },
        "outcomes": {"u": {"label": "U", "level": "user", "cause": "whole", "indicators": ["i", "dager"]}},
        "assumptions": {"a": {"label": "A", "status": "questioned", "about": ["whole"]}},
        "barriers": {"b": {"label": "B", "hinders": ["x -> u", "recruitment"], "because": "b"}},
        "enablers": {"e": {"label": "E", "helps": ["x"]}},
        "indicators": {"i": {"label": "I", "unit": "dager", "instrument": "register"}},
        "results": {
            "r": {"indicator": "dager", "label": "R", "value": 1, "unit": "day", "date": "2024-01-01", "n": 3, "wave": "første"},
            "s": {"indicator": "i", "unit": "person", "distribution": {"ja": 1}},
        },
    }
)


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_every_field_can_be_said_in_both_languages(lang: Any) -> None:
    wording = ModelText((FULL, FULL), WORDS, lang)
    links = [link for node in FULL.nodes.values() for link in node.leads_to]
    for fields in (given_fields_of_model(FULL), *(given_fields(entry) for _, entry in FULL.entries()), *map(given_fields, links)):
        for name, value in fields.items():
            assert wording.field(name)
            assert wording.value(0, name, value)


def test_what_else_is_said_of_research_and_of_a_doubt_differs_in_words_too() -> None:
    def version(evidence: dict[str, object], doubt: dict[str, object]) -> LogicModel:
        link = {"to": "b", "evidence": [{"refs": ["xu-2024"], "finding": "mixed", **evidence}]}
        nodes = {"activities": {"a": {"label": "A", "leads_to": [link]}}, "outcomes": {"b": {"label": "B", "level": "user"}}}
        return LogicModel.model_validate({"id": "m", **nodes, "ambiguities": {"t": {"or": doubt}}})

    old = version({"note": "Få med"}, {"level": "user", "note": "Usikkert"})
    new = version({"best_for": ["alene"], "via": "kurs", "at": "1:2"}, {"level": "user", "note": "Sikrere"})
    text = diff(old, new).to_text(lang="en", width=1000)
    assert (
        "changed from mixed (xu-2024; note: “Få med”) to mixed (xu-2024; place in the source: 1:2; best for: alene; through: “kurs”)"
        in text
    )
    assert "“level: among users, note: ‘Usikkert’”: other readings changed" in text
    assert "level: among users, note: “Sikrere”" in text


def test_how_some_values_are_said() -> None:
    wording = ModelText((FULL, FULL), WORDS, "nb")
    said = {name: wording.value(0, name, value) for name, value in given_fields(FULL.activities["x"]).items()}
    assert (said["addresses"], said["dose.period"], said["dose.money"]) == ("«C», «B»", "som «C»", "946 000 kroner")
    assert said["or"] == (
        "kommer etter: «C», omfang: «alt», status: vurderes, begrep: ikke oppgitt, hvem: Nav, merknad: «n»; "
        "skal motvirke: «C», sted i kilden: 1:1, begrunnelse: «b», innhold: «c», navn: «Y», vilkår: etter ønske"
    )


def test_everything_a_model_can_hold_can_go() -> None:
    empty = LogicModel(id="full")
    for lang in LANGS:
        text = diff(FULL, empty, WORDS).to_text(lang=lang)
        assert "VK204" in text


def test_two_models_are_told_of_every_field_in_which_they_differ() -> None:
    """What both say of the same other things is no difference, though these have another id and another name."""

    def side(name: str, effect: dict[str, object], **more: object) -> LogicModel:
        tree = {
            "id": name,
            "context": {f"ko-{name}": {"label": f"Kø {name}", "term": "ko", "kind": "problem"}},
            "activities": {"k": {"label": "Kurs", "term": "kurs", "addresses": [f"ko-{name}"], **more}},
            "outcomes": {"o": {"label": "Ro", "term": "ro", "level": "user", **effect}},
            "indicators": {"tall": {"label": "Antall", **({"baseline": {"value": 40}} if name == "a" else {})}},
        }
        return LogicModel.model_validate(tree)

    one = side("a", {"horizon": "short"}, place="Biblioteket", indicators=["tall"])
    other = side("b", {"horizon": "long", "unwanted": True}, mode="group", leads_to=[{"to": "o", "sign": "minus", "when": ["need"]}])
    cells = [row for table in diff(one, other).report().document("en").tables() for row in table.rows]
    assert cells == [
        ("ko", "Kø a", "Kø b"),
        ("kurs", "Kurs\n  indicators: “Antall”\n  place: “Biblioteket”", "Kurs\n  how they meet: in a group"),
        ("ro", "Ro\n  time horizon: short term", "Ro\n  time horizon: long term\n  unwanted effect: yes"),
        ("Antall", "Antall\n  baseline: 40", "Antall"),
        ("kurs", "", "Ro (in common, minus, when needed, inferred)"),
    ]


def test_what_stands_at_another_stage_in_another_model_is_one_change_and_told_where_it_stands() -> None:
    plan = {"label": "Mestringsplan", "term": "plan"}
    a = LogicModel.model_validate({"id": "a", "outputs": {"x": plan}})
    b = LogicModel.model_validate({"id": "b", "outcomes": {"y": {**plan, "level": "user"}}})
    result = diff(a, b)
    assert [(change.kind, change.path, change.before, change.after) for change in result.changes] == [
        ("changed", "outputs.x.id", "x", "y"),
        ("added", "outputs.x.level", None, "user"),
        ("changed", "outputs.x.stage", "outputs", "outcomes"),
    ]
    assert "- “Mestringsplan” has moved from “Outputs” to “Outcomes”\n" in result.report(listed=True).to_text(lang="en")
    text = result.to_markdown(lang="en")
    assert "at another stage belongs together too; then the stage is told." in text
    assert "| plan | Mestringsplan<br>  stage: Outputs | Mestringsplan<br>  stage: User effects |" in text

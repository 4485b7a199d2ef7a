"""Verdicts as a reader meets them: tables, sentences and JSON, in both languages."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import get_args

import pytest

from virkningskjede.catalogue import LANGS, WORDS, Lang
from virkningskjede.conditions import Condition, Doubt, Limit, RecruitmentQuestion, TargetQuestion
from virkningskjede.criteria import JUDGEMENTS, Check, CriteriaSet, Judgement, Reason, check, load_set
from virkningskjede.loading import Portfolio, Surroundings, load_folder, surroundings
from virkningskjede.model import LogicModel
from virkningskjede.rendering import verdicts
from virkningskjede.rendering.grounds import Grounds, places
from virkningskjede.values import DIMENSIONS, Finding

ROOT = Path(__file__).parents[1] / "criteria" / "root"


@pytest.fixture(scope="module")
def shared() -> Surroundings:
    return surroundings(ROOT)


@pytest.fixture(scope="module")
def judged(shared: Surroundings) -> Check:
    return check(load_folder(ROOT / "pilots"), load_set("kognitiv-terapi-xu-2024", shared), shared)


@pytest.fixture(scope="module")
def nine(portfolio: Portfolio) -> Check:
    return check(portfolio, load_set("oslo-economics-2020", portfolio.surroundings), portfolio.surroundings)


def one(conditions: dict[str, object], model: dict[str, object], shared: Surroundings) -> Check:
    """One criterion on one model."""
    label = {"nb": "Kriterium", "en": "Criterion"}
    criteria = CriteriaSet.model_validate({"id": "s", "title": label, "criteria": {"k": {"label": label, **conditions}}})
    return check(LogicModel.model_validate({"id": "m", "source": "r", **model}), criteria, shared)


def sentence(conditions: dict[str, object], model: dict[str, object], shared: Surroundings, lang: Lang) -> str:
    found = one(conditions, model, shared)
    return Grounds(found, lang).sentences(found.results[0])


def test_the_table(judged: Check) -> None:
    (table,) = verdicts.tables(judged)
    assert table.title == "Kjennetegn ved kognitiv terapi som virker på sykefravær"
    assert table.headers == ("Kriterium", "Ringsaker", "Tromsø")
    assert table.rows == (
        ("Ansikt til ansikt", "delvis", "ikke nevnt"),
        ("Høyere utdanning", "ikke nevnt?\n(oppfylt)", "ikke nevnt"),
        ("Stressmestring", "ikke nevnt", "ikke nevnt"),
        ("Over 16 uker", "ikke oppfylt", "ikke nevnt"),
        ("Økter over 90 minutter", "ikke nevnt", "ikke nevnt"),
        ("Andre helsetjenester samtidig", "oppfylt", "delvis"),
        ("Hjemmeoppgaver", "oppfylt", "ikke nevnt"),
        ("I gruppe", "ikke nevnt", "ikke nevnt"),
    )
    assert len(table.notes) == 2


def test_the_table_in_detail_says_what_each_verdict_rests_on(judged: Check) -> None:
    (table,) = verdicts.tables(judged, lang="en", detail=True)
    assert table.rows[3][1:] == (
        "not met\n“Terapi med fokus på jobb” (the whole follow-up is shorter; 2.2.4:12,21-22)",
        "not stated",
    )


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_every_model_has_a_column_in_a_terminal_of_any_width(nine: Check, lang: Lang, width: int) -> None:
    tables = verdicts.tables(nine, lang=lang, width=width)
    headers = [header.replace("\n", " ") for table in tables for header in table.headers[1:]]
    (whole,) = verdicts.tables(nine, lang=lang)
    assert headers == list(whole.headers[1:])
    for table in tables:
        columns = list(zip(*table.rows, strict=True))[1:]
        widths = [
            max(len(line) for cell in (header, *column) for line in cell.split("\n"))
            for header, column in zip(table.headers[1:], columns, strict=True)
        ]
        assert verdicts.FIRST_COLUMN + sum(each + verdicts.GAP for each in widths) <= width
    assert [bool(table.title) for table in tables] == [True] + [False] * (len(tables) - 1)
    assert [bool(table.notes) for table in tables] == [False] * (len(tables) - 1) + [True]


@pytest.mark.parametrize("lang", LANGS)
def test_every_cell_has_a_style(nine: Check, judged: Check, lang: Lang) -> None:
    styles = verdicts.styles(lang)
    for found in (nine, judged):
        for table in verdicts.tables(found, lang=lang):
            assert {cell for row in table.rows for cell in row[1:]} <= set(styles)
    assert len(styles) == 4 * 8  # each verdict with each set of others


def test_no_two_verdicts_look_alike() -> None:
    for lang in LANGS:
        cells = {
            verdicts.cell(verdict, {verdict, *others}, lang)
            for verdict in JUDGEMENTS
            for size in range(4)
            for others in combinations([each for each in JUDGEMENTS if each != verdict], size)
        }
        assert len(cells) == 32


def test_models_with_one_name_are_told_apart_by_id(shared: Surroundings) -> None:
    models = [LogicModel(id="a", title="By – en"), LogicModel(id="b", title="By – to"), LogicModel(id="c", title="Land – tre")]
    (table,) = verdicts.tables(check(models, load_set("kognitiv-terapi-xu-2024", shared), shared))
    assert table.headers[1:] == ("a", "b", "Land")


def test_sentences_of_each_outcome(judged: Check) -> None:
    said = {(each.model, each.criterion): Grounds(judged, "nb").sentences(each) for each in judged.results}
    assert said["ringsaker", "hjemmeoppgaver"] == "Oppfylt: det viser «Oppgaver på jobben» (2.2.4:32)."
    assert said["ringsaker", "ansikt-til-ansikt"] == (
        "Delvis: det viser «Terapeut og veileder på legekontoret» (2.2.4:25). Ikke nevnt: Terapi ansikt til ansikt."
    )
    assert said["ringsaker", "over-16-uker"] == (
        "Ikke oppfylt: imot taler «Terapi med fokus på jobb» (hele oppfølgingen er kortere; 2.2.4:12,21-22)."
    )
    assert said["ringsaker", "hoyere-utdanning"] == (
        "Ikke nevnt i teksten: Høyere utdanning (målgruppe). "
        "Også mulig: oppfylt, etter hvordan målgruppe: utdanning (står i malen modell-2; 2:2) leses."
    )
    assert said["ringsaker", "sesjoner-over-90-minutter"] == "Ikke nevnt i teksten: Kognitiv terapi (over 90 minutter hver gang)."
    assert said["tromso", "sesjoner-over-90-minutter"] == "Ikke nevnt i teksten: Kognitiv terapi."


TERAPI = {"label": "Terapi", "term": "kognitiv-terapi", "at": "1:2"}
MOTE = {"label": "Møte", "term": "felles-moter", "at": "1:4"}


@pytest.mark.parametrize(
    ("conditions", "model", "nb", "en"),
    [
        (
            {"met": {"node": {"term": "kognitiv-terapi"}}},
            {"activities": {"a": {**TERAPI, "status": "considered"}}},
            "Delvis: det viser «Terapi» (bare vurdert; 1:2).",
            "Partly: shown by “Terapi” (only considered; 1:2).",
        ),
        (
            {"met": {"node": {"term": "kognitiv-terapi"}}, "not_met": {"node": {"term": "felles-moter"}}},
            {"activities": {"a": TERAPI, "b": MOTE}},
            "Delvis: noe taler for og noe imot, i «Terapi» (1:2) og «Møte» (1:4).",
            "Partly: some of it speaks for and some against, in “Terapi” (1:2) and “Møte” (1:4).",
        ),
        (
            {"met": {"node": {"term": "kognitiv-terapi"}}, "not_met": {"node": {"term": "felles-moter"}}},
            {"activities": {"b": MOTE}},
            "Ikke oppfylt: imot taler «Møte» (1:4). Ikke nevnt: Kognitiv terapi.",
            "Not met: against it stands “Møte” (1:4). Not mentioned: Cognitive therapy.",
        ),
        (
            {
                "met": {
                    "all": [
                        {"node": {"term": "kognitiv-terapi"}},
                        {"any": [{"node": {"term": "felles-moter"}}, {"recruitment": {"any": "nav"}}]},
                    ]
                }
            },
            {"activities": {"a": TERAPI}},
            "Ikke nevnt i teksten: Felles møter eller Nav i rekrutteringen. Nevnt, men ikke nok alene: «Terapi» (1:2).",
            "The text does not mention: Joint meetings or Nav in the recruitment. Mentioned, but not enough alone: “Terapi” (1:2).",
        ),
        (
            {
                "met": {
                    "all": [
                        {"node": {"term": "kognitiv-terapi"}},
                        {"target": {"traits": "motivert"}},
                        {"whole": {"dose": {"period": {"max": 12, "unit": "week"}}}},
                    ]
                }
            },
            {
                "target_group": {"t": {"denies": {"traits": ["motivert"]}, "at": "1:7"}},
                "dose": {"period": {"value": 8, "unit": "week"}, "at": "1:8"},
            },
            "Ikke oppfylt: imot taler målgruppe: t (teksten sier nei; 1:7). "
            "Nevnt, men ikke nok alene: varigheten av hele oppfølgingen (1:8).",
            "Not met: against it stands target group: t (the text says no; 1:7). "
            "Mentioned, but not enough alone: the length of the whole follow-up (1:8).",
        ),
        (
            {"met": {"arrow": {"from": {"term": "kognitiv-terapi"}, "to": {"level": "user"}, "evidence": "supports"}}},
            {
                "activities": {"a": {**TERAPI, "leads_to": [{"to": "b", "evidence": [{"finding": "supports"}], "at": "1:3"}]}},
                "outcomes": {"b": {"label": "Frisk", "level": "user"}},
            },
            "Oppfylt: det viser «Terapi» → «Frisk» (1:3).",
            "Met: shown by “Terapi” → “Frisk” (1:3).",
        ),
        (
            {
                "met": {
                    "any": [
                        {"node": {"term": "hjemmeoppgaver"}},
                        {
                            "all": [
                                {"node": {"term": "felles-moter"}},
                                {"any": [{"node": {"term": "gruppeterapi"}}, {"node": {"term": "kognitiv-terapi", "who": "nav"}}]},
                            ]
                        },
                    ]
                }
            },
            {"activities": {"a": TERAPI}},
            "Ikke nevnt i teksten: Hjemmeoppgaver eller både Felles møter og enten Gruppeterapi eller Kognitiv terapi (med Nav).",
            "The text does not mention: Homework or both Joint meetings and either Group therapy or Cognitive therapy (with Nav).",
        ),
        (
            {"met": {"node": {"term": "gruppeterapi"}}},
            {"ambiguities": {"u": {"or": {"term": "gruppeterapi"}, "at": ["1:3", "s#2:1"]}}},
            "Ikke nevnt i teksten: Gruppeterapi. Også mulig: oppfylt, etter hvordan «Gruppeterapi» (kodet som utelatt; 1:3, s#2:1) leses.",
            "The text does not mention: Group therapy. "
            "Also possible: met, depending on how “Group therapy” (coded absent; 1:3, s#2:1) is read.",
        ),
    ],
)
def test_sentences_in_both_languages(
    conditions: dict[str, object], model: dict[str, object], nb: str, en: str, shared: Surroundings
) -> None:
    assert sentence(conditions, model, shared, "nb") == nb
    assert sentence(conditions, model, shared, "en") == en


@pytest.mark.parametrize(
    ("condition", "nb", "en"),
    [
        ({"node": {"term": "felles-moter", "who": ["nav", "rph"], "for": "bruker", "when": "need", "status": "planned"}},
         "Felles møter (med Nav og RPH, for Bruker, ved behov, planlagt)",
         "Joint meetings (with Nav and RPH, for User, when needed, planned)"),
        ({"node": {"term": "felles-moter", "exact": True, "dose": {"frequency": {"above": 0, "unit": "time", "per": "year"}}}},
         "Felles møter (nettopp det, hvor ofte)", "Joint meetings (exactly that, how often)"),
        ({"node": {"stage": "enabler", "level": "user"}}, "Noe (brukereffekter, fremmere)", "Something (user effects, enablers)"),
        ({"arrow": {"from": {"term": "felles-moter"}, "stated": True, "evidence": "mixed"}},
         "At Felles møter fører til noe (sagt i kilden, med forskning som spriker)",
         "That Joint meetings leads to something (said in the source, with mixed research)"),
        ({"target": {"has": "age"}}, "Aldersgrense for målgruppen", "An age limit of the target group"),
        ({"target": {"age": {"min": 18, "unit": "year"}}}, "Målgruppe i alderen minst 18 år", "Target group aged at least 18 years"),
        ({"recruitment": {"decide": "nav"}}, "At Nav avgjør inntaket", "That Nav decides on intake"),
        ({"recruitment": {"consent": "asked"}}, "Samtykke fra bruker", "Consent of the user"),
        ({"open": {"about": {"term": "felles-moter"}}}, "Åpent spørsmål om Felles møter", "An open question about Joint meetings"),
        ({"result": {"indicator": "antall", "value": {"min": 25, "unit": "person"}}},
         "Resultat: antall, minst 25 personer", "Result: antall, at least 25 persons"),
        ({"not": {"node": {"term": "felles-moter"}}}, "det motsatte av: Felles møter", "the opposite of: Joint meetings"),
        ({"at_least": {"n": 2, "of": [{"node": {"term": "gruppeterapi"}}, {"node": {"term": "felles-moter"}}]}},
         "minst 2 av: Gruppeterapi, Felles møter", "at least 2 of: Group therapy, Joint meetings"),
    ],
)  # fmt: skip
def test_what_a_condition_asks_in_words(condition: dict[str, object], nb: str, en: str, shared: Surroundings) -> None:
    found = one({"met": condition}, {}, shared)
    asked = Condition.model_validate(condition)
    assert [Grounds(found, lang).asked(asked) for lang in LANGS] == [nb, en]


def test_a_column_is_called_what_its_table_calls_it() -> None:
    known = surroundings(Path(__file__).parents[1] / "conditions" / "root")
    assert sentence({"met": {"node": {"column": "moter"}}}, {}, known, "en") == "The text does not mention: Meetings."


def test_every_key_of_a_condition_can_be_said() -> None:
    """A limit, doubt, reason or form without a word would fail when somebody first meets it."""
    forms = {name for question in (TargetQuestion, RecruitmentQuestion) for name in question.model_fields}
    kinds = {"whole", "open", "result", "not", "at_least", "arrow"}
    for prefix, names in {
        "limit": get_args(Limit),
        "doubt": get_args(Doubt),
        "reason": get_args(Reason),
        "verdict": get_args(Judgement),
        "asked": forms - {"has"} | kinds,
        "asked.has": get_args(get_args(TargetQuestion.model_fields["has"].annotation)[0]),
        "asked.evidence": get_args(Finding),
        "asked.stated": DIMENSIONS,
    }.items():
        assert {f"{prefix}.{name}" for name in names} <= set(WORDS)


@pytest.mark.parametrize("lang", LANGS)
def test_the_explanation_fits_the_terminal_and_says_everything(nine: Check, lang: Lang) -> None:
    text = verdicts.explanation(nine, lang=lang, width=80)
    assert max(len(line) for line in text.splitlines()) <= 80
    flat = " ".join(text.split())
    for model in nine.models:
        assert f"({model.id})" in flat
    assert flat.count("Oslo Economics (2020)") == len(nine.models)
    grounds = Grounds(nine, lang)
    for each in nine.results:
        assert " ".join(grounds.sentences(each).split()) in flat


def test_an_explanation_of_nothing() -> None:
    assert verdicts.explanation(Check(())) == "Ingen modeller er prøvd mot noe kriterium.\n"


def test_json(judged: Check) -> None:
    answered = json.loads(json.dumps(verdicts.to_json(judged, lang="en")))
    assert len(answered["results"]) == 16
    assert answered["results"][3] == {
        "criteria": "kognitiv-terapi-xu-2024",
        "model": "ringsaker",
        "criterion": "over-16-uker",
        "verdict": "not_met",
        "possible": ["not_met"],
        "decided_by": "met",
        "reason": "Not met: against it stands “Terapi med fokus på jobb” (the whole follow-up is shorter; 2.2.4:12,21-22).",
        "nodes": ["terapi"],
        "at": ["statusrapport#2.2.4:12", "statusrapport#2.2.4:22", "statusrapport#2.2.4:21"],
    }
    assert answered["results"][1]["possible"] == ["met", "not_stated"]


def test_the_listing_has_a_row_for_each_verdict(judged: Check) -> None:
    table = verdicts.listing(judged)
    assert len(table.rows) == 16
    assert table.rows[3][:7] == (
        "kognitiv-terapi-xu-2024",
        "ringsaker",
        "over-16-uker",
        "ikke oppfylt",
        "ikke oppfylt",
        "terapi",
        "statusrapport#2.2.4:12, statusrapport#2.2.4:22, statusrapport#2.2.4:21",
    )
    assert verdicts.csv(judged).count("\r\n") == 17


def test_a_hostile_label_never_acts(shared: Surroundings) -> None:
    label = "<script>alert(1)</script> | {lang} [red]x[/] =1+1"
    found = one({"met": {"node": {"term": "kognitiv-terapi"}}}, {"title": label, "activities": {"a": {**TERAPI, "label": label}}}, shared)
    assert "<script" not in verdicts.html(found, detail=True)
    assert "<script" not in verdicts.markdown(found, detail=True)
    assert "{lang}" in verdicts.explanation(found)
    assert label in verdicts.to_json(found)["results"][0]["reason"]


def test_places_are_written_as_a_reader_looks_them_up() -> None:
    assert places([], "r") == ""
    assert places(["r#1:3", "r#1:1", "r#1:2", "r#2:9", "s#1:4", "1:5"], "r") == "1:1-3, 2:9, s#1:4, 1:5"

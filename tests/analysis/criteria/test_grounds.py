"""The grounds of verdicts as sentences, in both languages: what a researcher reads aloud in a meeting."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from virkningskjede.analysis.criteria import Check, CriteriaSet, Judgement, Reason, available_sets, check, load_set
from virkningskjede.analysis.criteria.report.grounds import Grounds
from virkningskjede.i18n import LANGS, WORDS, Lang
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.values import DIMENSIONS, STAGES, Finding, Level, LocatorText
from virkningskjede.project import Portfolio, Project, load_portfolio, open_project
from virkningskjede.query import Condition, Doubt, Limit, RecruitmentQuestion, TargetQuestion
from virkningskjede.query.wording import Wording
from virkningskjede.report.places import places

ROOT = Path(__file__).parent / "root"


@pytest.fixture(scope="module")
def shared() -> Project:
    return open_project(ROOT)


@pytest.fixture(scope="module")
def judged(shared: Project) -> Check:
    return check(load_portfolio(ROOT / "pilots"), load_set("kognitiv-terapi-xu-2024", shared), shared)


def one(conditions: dict[str, object], model: dict[str, object], shared: Project) -> Check:
    """One criterion on one model."""
    label = {"nb": "Kriterium", "en": "Criterion"}
    criteria = CriteriaSet.model_validate({"id": "s", "title": label, "criteria": {"k": {"label": label, **conditions}}})
    return check(LogicModel.model_validate({"id": "m", "source": "r", **model}), criteria, shared)


def sentence(conditions: dict[str, object], model: dict[str, object], shared: Project, lang: Lang) -> str:
    checked = one(conditions, model, shared)
    return Grounds(checked, lang).sentences(checked.results[0])


def test_sentences_of_each_outcome(judged: Check) -> None:
    texts = {(verdict.model, verdict.criterion): Grounds(judged, "nb").sentences(verdict) for verdict in judged.results}
    assert texts["ringsaker", "hjemmeoppgaver"] == "Oppfylt: det viser «Oppgaver på jobben» (2.2.4:32)."
    assert texts["ringsaker", "ansikt-til-ansikt"] == (
        "Delvis: det viser «Terapeut og veileder på legekontoret» (2.2.4:25). Ikke nevnt: «Terapi ansikt til ansikt»."
    )
    assert texts["ringsaker", "over-16-uker"] == (
        "Ikke oppfylt: imot taler «Terapi med fokus på jobb» (hele tiltaket er kortere; 2.2.4:12,21-22)."
    )
    assert texts["ringsaker", "hoyere-utdanning"] == (
        "Ikke nevnt i teksten: «Høyere utdanning» i målgruppen. "
        "Også mulig: oppfylt, etter hvordan «Høyere utdanning» i målgruppen (står i malen modell-2; 2:2) leses."
    )
    assert texts["ringsaker", "sesjoner-over-90-minutter"] == "Ikke nevnt i teksten: «Kognitiv terapi» (over 90 minutter hver gang)."
    assert texts["tromso", "sesjoner-over-90-minutter"] == "Ikke nevnt i teksten: «Kognitiv terapi»."


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
            "Delvis: for taler «Terapi» (1:2), men imot taler «Møte» (1:4).",
            "Partly: for it stands “Terapi” (1:2), but against it “Møte” (1:4).",
        ),
        (
            {"met": {"node": {"term": "kognitiv-terapi"}}, "not_met": {"node": {"term": "felles-moter"}}},
            {"activities": {"b": MOTE}},
            "Ikke oppfylt: imot taler «Møte» (1:4).",
            "Not met: against it stands “Møte” (1:4).",
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
            "Ikke nevnt i teksten: «Felles møter» eller Nav i rekrutteringen. Nevnt, men ikke nok alene: «Terapi» (1:2).",
            "The text does not mention: “Joint meetings” or Nav in the recruitment. Mentioned, but not enough alone: “Terapi” (1:2).",
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
            "Ikke oppfylt: imot taler «Motivert» i målgruppen (teksten sier nei; 1:7). "
            "Nevnt, men ikke nok alene: omfanget av hele tiltaket (1:8).",
            "Not met: against it stands “Motivated” in the target group (the text says no; 1:7). "
            "Mentioned, but not enough alone: the dose of the whole programme (1:8).",
        ),
        (
            {
                "met": {
                    "any": [
                        {"node": {"who": ["bruker", "dps"]}},
                        {"node": {"term": "kurs"}},
                        {"node": {"who": {"all": ["bruker"], "any": ["fastlege", "rph"]}}},
                    ]
                }
            },
            {"activities": {"a": TERAPI}},
            "Ikke nevnt i teksten: «kurs» eller noe der disse er med sammen: bruker og dps; eller bruker, og Fastlege eller RPH.",
            "The text does not mention: “kurs” or something in which these take part together: user and dps; "
            "or user, and General practitioner or RPH.",
        ),
        (
            {"met": {"node": {"term": "kognitiv-terapi", "status": "in_use"}}, "partly": {"node": {"term": "kognitiv-terapi"}}},
            {"activities": {"a": {**TERAPI, "status": "planned"}}},
            "Delvis: det viser «Terapi» (ikke kommet så langt; 1:2).",
            "Partly: shown by “Terapi” (has not come so far; 1:2).",
        ),
        (
            {"met": {"node": {"term": ["kognitiv-terapi", "kurs", "felles-moter"], "who": "nav"}}},
            {"activities": {"a": TERAPI, "b": MOTE}},
            "Ikke nevnt i teksten: «kurs» eller «Kognitiv terapi» eller «Felles møter» (med Nav).",
            "The text does not mention: “kurs” or “Cognitive therapy” or “Joint meetings” (with Nav).",
        ),
        (
            {"met": {"node": {"who": ["bruker", "dps"]}}},
            {"activities": {"a": TERAPI}},
            "Ikke nevnt i teksten: noe med bruker og dps.",
            "The text does not mention: something with user and dps.",
        ),
        (
            {
                "met": {
                    "at_least": {
                        "n": 2,
                        "of": [
                            {"node": {"term": "kognitiv-terapi"}},
                            {"any": [{"node": {"term": "felles-moter"}}, {"node": {"term": "kurs"}}]},
                            {"arrow": {"from": {"stage": "activities"}, "to": {"term": "rolle"}, "stated": True}},
                        ],
                    }
                }
            },
            {"activities": {"a": TERAPI}},
            "Ikke nevnt i teksten: minst én av disse: «Felles møter» eller «kurs»; «rolle». Nevnt, men ikke nok alene: «Terapi» (1:2).",
            "The text does not mention: at least one of these: “Joint meetings” or “kurs”; “rolle”. "
            "Mentioned, but not enough alone: “Terapi” (1:2).",
        ),
        (
            {
                "met": {"arrow": {"from": {"term": "kognitiv-terapi"}, "to": {"term": "felles-moter"}, "stated": True}},
            },
            {"activities": {"a": TERAPI, "b": MOTE}},
            "Ikke nevnt i teksten: at «Kognitiv terapi» fører til «Felles møter» (som står i kilden).",
            "The text does not mention: that “Cognitive therapy” leads to “Joint meetings” (stated in the source).",
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
            "Ikke nevnt i teksten: «Hjemmeoppgaver» eller både «Felles møter» og enten «Gruppeterapi» eller «Kognitiv terapi» (med Nav).",
            "The text does not mention: “Homework” or both “Joint meetings” and either “Group therapy” or “Cognitive therapy” (with Nav).",
        ),
        (
            {"met": {"arrow": {"from": {"term": "felles-moter"}}}, "not_met": {"arrow": {"to": {"level": "user"}}}},
            {
                "activities": {"b": {**MOTE, "leads_to": [{"to": "o", "at": "1:5"}]}},
                "outcomes": {"o": {"label": "«Frisk»", "level": "user"}},
            },
            "Delvis: noe taler for og noe imot, i «Møte» → «‘Frisk’» (1:5).",
            "Partly: some of it speaks for and some against, in “Møte” → “‘Frisk’” (1:5).",
        ),
        (
            {"met": {"node": {"term": ["kognitiv-terapi", "felles-moter", "hjemmeoppgaver"], "status": "in_use"}}},
            {"activities": {"a": {**TERAPI, "status": "in_use", "or": ["absent"]}, "b": {**MOTE, "status": "planned"}}},
            "Oppfylt: det viser «Terapi» (1:2). Også mulig: ikke nevnt, etter hvordan «Terapi» (tvetydig; 1:2) leses.",
            "Met: shown by “Terapi” (1:2). Also possible: not stated, depending on how “Terapi” (ambiguous; 1:2) is read.",
        ),
        (
            {"met": {"node": {"term": ["kognitiv-terapi", "felles-moter", "hjemmeoppgaver"], "status": "in_use"}}},
            {"activities": {"a": TERAPI, "b": {**MOTE, "status": "planned"}}},
            "Ikke nevnt i teksten: «Kognitiv terapi» (i bruk) eller «Hjemmeoppgaver». Imot taler «Møte» (ikke kommet så langt; 1:4).",
            "The text does not mention: “Cognitive therapy” (in use) or “Homework”. Against it stands “Møte” (has not come so far; 1:4).",
        ),
        (
            {"met": {"arrow": {"from": {"stage": ["activities", "outputs"]}, "to": {"term": ["redusert-sykefravaer", "felles-moter"]}}}},
            {"activities": {"a": {**TERAPI, "leads_to": [{"to": "b", "at": "1:3"}]}, "b": {**MOTE, "status": "dropped"}}},
            "Ikke nevnt i teksten: at en aktivitet eller et produkt fører til «Redusert sykefravær» eller «Felles møter». "
            "Imot taler «Terapi» → «Møte» (droppet; 1:3).",
            "The text does not mention: that an activity or an output leads to “Less sickness absence” or “Joint meetings”. "
            "Against it stands “Terapi” → “Møte” (dropped; 1:3).",
        ),
        (
            {"met": {"all": [{"node": {"term": "hjemmeoppgaver"}}, {"node": {"term": ["gruppeterapi", "felles-moter"]}}]}},
            {"activities": {"a": {**TERAPI, "or": [{"term": "gruppeterapi"}]}, "b": {**TERAPI, "or": [{"term": "hjemmeoppgaver"}]}}},
            "Ikke sikkert nevnt i teksten: «Hjemmeoppgaver» (bare i en annen lesning); "
            "heller ikke «Gruppeterapi» (bare i en annen lesning) eller «Felles møter». "
            "Også mulig: oppfylt, etter hvordan «Terapi» (tvetydig; 1:2) og «Terapi» (tvetydig; 1:2) leses.",
            "The text does not surely mention: “Homework” (only in another reading); "
            "nor “Group therapy” (only in another reading) or “Joint meetings”. "
            "Also possible: met, depending on how “Terapi” (ambiguous; 1:2) and “Terapi” (ambiguous; 1:2) are read.",
        ),
        (
            {"met": {"target": {"age": {"min": 18, "unit": "year"}}}, "partly": {"result": {"indicator": "antall"}}},
            {
                "target_group": {"t": {"age": {"below": 18, "unit": "year"}, "at": "1:1"}},
                "results": {"r": {"indicator": "antall", "value": 3}},
            },
            "Delvis: det viser resultatet for «antall» (3). Imot taler aldersgrensen (omfanget er et annet; 1:1).",
            "Partly: shown by the result for “antall” (3). Against it stands the age limit (the amount is another; 1:1).",
        ),
        # The verdict is sure, but what it lacks stands in another reading: that is said, with the place of the reading.
        (
            {
                "met": {"all": [{"node": {"term": "gruppeterapi"}}, {"node": {"term": "hjemmeoppgaver"}}]},
                "partly": {"node": {"term": "felles-moter"}},
            },
            {"activities": {"a": {**TERAPI, "or": [{"term": "gruppeterapi", "at": "1:9"}]}, "b": MOTE}},
            "Delvis: det viser «Møte» (1:4). "
            "Ikke sikkert nevnt: «Gruppeterapi» (bare i en annen lesning; 1:2,9); heller ikke «Hjemmeoppgaver».",
            "Partly: shown by “Møte” (1:4). Not surely mentioned: “Group therapy” (only in another reading; 1:2,9); nor “Homework”.",
        ),
        # What another reading says is no part of it is not mentioned in that reading either.
        (
            {"met": {"all": [{"node": {"term": "gruppeterapi"}}, {"node": {"term": "hjemmeoppgaver", "who": ["nav"]}}]}},
            {"ambiguities": {"u": {"or": {"term": "hjemmeoppgaver", "status": "not_part"}, "at": "1:3"}}},
            "Ikke nevnt i teksten: «Gruppeterapi»; heller ikke «Hjemmeoppgaver».",
            "The text does not mention: “Group therapy”; nor “Homework”.",
        ),
        # A silent text lacks also what would give less than met: here the aim, and the means that the arrow asks for.
        (
            {
                "met": {"arrow": {"from": {"term": "hjemmeoppgaver"}, "to": {"term": "redusert-sykefravaer"}}},
                "partly": {"node": {"term": ["redusert-sykefravaer", "gruppeterapi"]}},
            },
            {"activities": {"b": MOTE}},
            "Ikke nevnt i teksten: «Hjemmeoppgaver»; heller ikke «Redusert sykefravær». "
            "Det som ville gitt «delvis», er heller ikke nevnt: «Gruppeterapi».",
            "The text does not mention: “Homework”; nor “Less sickness absence”. "
            "Nor does it mention what would give “partly”: “Group therapy”.",
        ),
        (
            {"met": {"node": {"term": "hjemmeoppgaver"}}, "partly": {"node": {"term": "gruppeterapi"}}},
            {"ambiguities": {"u": {"or": {"term": "gruppeterapi"}, "at": "1:3"}}},
            "Ikke nevnt i teksten: «Hjemmeoppgaver». "
            "Det som ville gitt «delvis», er heller ikke sikkert nevnt: «Gruppeterapi» (bare i en annen lesning). "
            "Også mulig: delvis, etter hvordan «Gruppeterapi» (kodet som utelatt; 1:3) leses.",
            "The text does not mention: “Homework”. "
            "Nor does it surely mention what would give “partly”: “Group therapy” (only in another reading). "
            "Also possible: partly, depending on how “Group therapy” (coded absent; 1:3) is read.",
        ),
        # Of a limit with several traits only the one that was asked for is a ground.
        (
            {"met": {"target": {"traits": "motivert"}}},
            {"target_group": {"t": {"traits": {"any": ["motivert", "hoyere-utdanning"]}, "at": "1:7"}}},
            "Oppfylt: det viser «Motivert» i målgruppen (1:7).",
            "Met: shown by “Motivated” in the target group (1:7).",
        ),
        (
            {"met": {"node": {"term": "gruppeterapi"}}},
            {"ambiguities": {"u": {"or": {"term": "gruppeterapi"}, "at": ["1:3", "s#2:1"]}}},
            "Ikke sikkert nevnt i teksten: «Gruppeterapi» (bare i en annen lesning). "
            "Også mulig: oppfylt, etter hvordan «Gruppeterapi» (kodet som utelatt; 1:3, s#2:1) leses.",
            "The text does not surely mention: “Group therapy” (only in another reading). "
            "Also possible: met, depending on how “Group therapy” (coded absent; 1:3, s#2:1) is read.",
        ),
    ],
)
def test_sentences_in_both_languages(conditions: dict[str, object], model: dict[str, object], nb: str, en: str, shared: Project) -> None:
    assert sentence(conditions, model, shared, "nb") == nb
    assert sentence(conditions, model, shared, "en") == en


@pytest.mark.parametrize(
    ("condition", "nb", "en"),
    [
        ({"node": {"term": "felles-moter", "who": ["nav", "rph"], "for": "bruker", "when": "need", "status": "planned"}},
         "«Felles møter» (med Nav og RPH, for bruker, ved behov, planlagt)",
         "“Joint meetings” (with Nav and RPH, for user, when needed, planned)"),
        ({"node": {"term": "felles-moter", "exact": True, "dose": {"frequency": {"above": 0, "unit": "time", "per": "year"}}}},
         "«Felles møter» (nettopp det, hvor ofte)", "“Joint meetings” (exactly that, how often)"),
        ({"node": {"stage": ["activity", "output"], "who": {"all": ["nav", "bruker"], "any": ["rph", "fastlege"]}}},
         "en aktivitet eller et produkt med Nav og bruker, og RPH eller Fastlege",
         "an activity or an output with Nav and user, and RPH or General practitioner"),
        ({"node": {"level": ["user", "society"]}}, "en brukereffekt eller en samfunnseffekt", "a user effect or an effect on society"),
        ({"node": {"when": "need"}}, "noe ved behov", "something when needed"),
        ({"node": {"term": ["felles-moter", "gruppeterapi"], "level": "user", "stage": ["activity", "output"]}},
         "«Felles møter» eller «Gruppeterapi» (brukereffekter, aktiviteter eller produkter og tjenester)",
         "“Joint meetings” or “Group therapy” (user effects, activities or outputs)"),
        ({"node": {"term": "felles-moter", "addresses": ["a", "b"]}},
         "«Felles møter» (rettet mot «a» eller «b»)", "“Joint meetings” (meant to lower “a” or “b”)"),
        ({"arrow": {"from": {"term": "felles-moter"}, "stated": True, "evidence": "mixed"}},
         "at «Felles møter» fører til noe (som står i kilden, med forskning som spriker)",
         "that “Joint meetings” leads to something (stated in the source, with mixed research)"),
        ({"target": {"has": "age"}}, "en aldersgrense for målgruppen", "an age limit of the target group"),
        ({"target": {"age": {"min": 18, "unit": "year"}}}, "en aldersgrense på minst 18 år", "an age limit of at least 18 years"),
        ({"recruitment": {"decide": "nav"}}, "at Nav avgjør inntaket", "that Nav decides on intake"),
        ({"recruitment": {"consent": "asked"}}, "samtykke fra bruker", "consent of the user"),
        ({"open": {"about": {"term": "felles-moter"}}}, "et åpent spørsmål om «Felles møter»", "an open question about “Joint meetings”"),
        ({"result": {"indicator": "antall", "value": {"min": 25, "unit": "person"}}},
         "et resultat for «antall» på minst 25 personer", "a result for “antall” of at least 25 persons"),
        ({"result": {"indicator": "antall", "value": {"min": 25}, "wave": "vår", "date": "2024-10", "which": "any"}},
         "et resultat for «antall» på minst 25 (runde: vår, oktober 2024, uansett når)",
         "a result for “antall” of at least 25 (wave: vår, October 2024, whenever it was)"),
        ({"not": {"node": {"term": "felles-moter"}}}, "et nei til «Felles møter»", "a no to “Joint meetings”"),
        ({"at_least": {"n": 2, "of": [{"node": {"term": "gruppeterapi"}}, {"node": {"term": "felles-moter"}}]}},
         "2 eller flere av disse: «Gruppeterapi»; «Felles møter»", "2 or more of these: “Group therapy”; “Joint meetings”"),
    ],
)  # fmt: skip
def test_what_a_condition_asks_in_words(condition: dict[str, object], nb: str, en: str, shared: Project) -> None:
    checked = one({"met": condition}, {}, shared)
    parsed = Condition.model_validate(condition)
    assert [Grounds(checked, lang).condition_phrase(parsed) for lang in LANGS] == [nb, en]


def test_a_column_is_called_what_its_table_calls_it() -> None:
    known = open_project(Path(__file__).parents[2] / "query" / "root")
    assert sentence({"met": {"node": {"column": "moter"}}}, {}, known, "en") == "The text does not mention: “Meetings”."


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
        "asked.one": (*STAGES, "barriers", "enablers", "open_questions", *get_args(Level)),
    }.items():
        assert {f"{prefix}.{name}" for name in names} <= set(WORDS)


def test_places_are_written_as_a_reader_looks_them_up() -> None:
    assert places([], "r") == ""
    assert places(map(LocatorText, ("r#1:3", "r#1:1", "r#1:2", "r#2:9", "s#1:4", "1:5")), "r") == "1:1-3, 2:9, s#1:4, 1:5"


@pytest.fixture(scope="module")
def everything(portfolio: Portfolio) -> Check:
    """Every model of the corpus against every criteria set."""
    shared = portfolio.project
    return check(portfolio, [load_set(name, shared) for name in available_sets(shared)], shared)


@pytest.mark.parametrize("lang", LANGS)
def test_no_sentence_of_the_corpus_repeats_itself_or_nests_quotation_marks(everything: Check, lang: Lang) -> None:
    grounds = Grounds(everything, lang)
    opening, closing = "«»" if lang == "nb" else "“”"
    for verdict in everything.results:
        text = grounds.sentences(verdict)
        depth = 0
        for letter in text:
            depth += (letter == opening) - (letter == closing)
            assert depth in (0, 1), text
        parts = text.split(". ")
        assert len({*parts}) == len(parts), text
        if verdict.verdict == "not_met":
            assert text.startswith(("Ikke oppfylt: ", "Not met: "))
            assert "kke nevnt:" not in text
            assert "ot mentioned:" not in text


def test_only_what_the_codebook_writes_small_is_written_small() -> None:
    words = Vocabulary.model_validate(
        {
            "terms": {
                "x": {
                    "label": {"nb": "Møte med fastlege", "en": "Meeting with a doctor"},
                    "stage": "activity",
                    "excludes": {"nb": "noe i nav-kontoret (nav)", "en": "anything (nav)"},
                }
            },
            "actors": {
                "nav": {"label": {"nb": "Nav", "en": "Nav"}},
                "fastlege": {"label": {"nb": "Fastlege", "en": "Doctor"}},
            },
        }
    )
    condition = Condition.model_validate({"node": {"term": "x", "who": ["nav", "fastlege"]}})
    assert [Wording(words, {}, lang).phrase(condition) for lang in LANGS] == [
        "«Møte med fastlege» (med Nav og fastlege)",
        "“Meeting with a doctor” (with Nav and doctor)",
    ]

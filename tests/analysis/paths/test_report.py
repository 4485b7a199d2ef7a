"""What chains have to say: text, tables and JSON."""

from __future__ import annotations

import json

import pytest

from virkningskjede.analysis.paths import Paths, paths
from virkningskjede.analysis.paths import report as traces
from virkningskjede.i18n import Lang
from virkningskjede.model import LogicModel
from virkningskjede.model.values import copy_with
from virkningskjede.project import Portfolio
from virkningskjede.report.formats import FORMATS

from ...reading import written

HOSTILE = "<b>|=1+1\u202e\x1b[31m"


@pytest.fixture
def chains(portfolio: Portfolio) -> Paths:
    return paths(portfolio["tromso"], "tilskudd", "lavere-sykefravaer", vocabulary=portfolio.project.vocabulary)


def test_text_tells_what_each_arrow_rests_on(chains: Paths) -> None:
    assert chains.to_text().splitlines()[:13] == [
        "Tromsø: fra «Tilskudd til piloten» til «Lavere sykefravær»",
        "==========================================================",
        "",
        "2 kjeder.",
        "",
        "1. Tilskudd til piloten",
        "  → Frikjøpt Nav-veileder (står i kilden; 2.1.5:8, 2.1:9)",
        "  → Nav-veileder er til stede hos RPH (står i kilden; 2.1.5:9)",
        "  → Helhetlig oppfølging begynner tidligere (står i kilden; 2.1.5:10-11)",
        "    Begrunnelse: Veilederen er til stede når RPH møter brukeren",
        "  → Lavere sykefravær (tolket; svakest)",
        "    Begrunnelse: Hjelp tidlig i forløpet kan korte ned fraværet",
        "",
    ]


def test_a_long_step_goes_on_further_in(chains: Paths) -> None:
    lines = chains.to_text(width=40).splitlines()
    step = lines.index("  → Helhetlig oppfølging begynner")
    assert lines[step + 1 : step + 3] == ["    tidligere (står i kilden;", "    2.1.5:10-11)"]


@pytest.mark.parametrize(
    ("lang", "end", "text"),
    [
        ("nb", "brobygger", "Ikke noe ledd i modellen har begrepet «Brobygger»."),
        ("en", "brobygger", "No node of the model has the term “Bridge builder”."),
        ("nb", "user", "Ingen kjede i beskrivelsen leder dit."),
        ("en", "user", "No chain in the description leads there."),
    ],
)
def test_why_there_is_no_chain(portfolio: Portfolio, lang: Lang, end: str, text: str) -> None:
    model, vocabulary = portfolio["ha"], portfolio.project.vocabulary
    if end == "user":
        chains = paths(model, "term:samlokalisering", end, vocabulary=vocabulary)
    else:
        chains = paths(model, end, "user", vocabulary=vocabulary)
    assert chains.to_text(lang=lang).splitlines()[-1] == text
    assert chains.to_markdown(lang=lang) == f"**{traces.title(chains, lang)}**\n\n{text}\n"


def test_what_is_cut_and_what_is_collapsed_is_told() -> None:
    nodes: dict[str, object] = {name: {"label": name.upper()} for name in "cd"}
    nodes |= {"a": {"label": "A", "leads_to": ["b"]}, "b": {"label": "B", "leads_to": ["a", "c", "d"]}}
    model = LogicModel.model_validate({"id": "m", "activities": nodes})
    lines = paths(model, "a", "activities", limit=1).to_text(lang="en").splitlines()
    assert lines[3] == "3 chains, 1 of them here."
    assert lines[5] == "Nodes that lead to each other in a circle are taken as one place in the count:"


def test_one_chain_is_one_chain_and_what_goes_back_is_told() -> None:
    nodes = {"a": {"label": "A", "leads_to": ["b"]}, "b": {"label": "B", "leads_to": [{"to": "a", "feedback": True}]}}
    model = LogicModel.model_validate({"id": "m", "activities": nodes})
    chains = paths(model, "a", "b", limit=0)
    assert traces.notes(chains, "en") == (
        "One chain, which is not shown here.",
        "Arrows that go back on purpose (`feedback`) are part of no chain: “B → A”.",
    )
    assert traces.notes(chains, "nb")[0] == "Én kjede, som ikke er vist her."
    assert traces.to_json(chains)["feedback"] == ["b -> a"]
    assert traces.notes(paths(model, "a", "b"), "en")[0] == "One chain."


def test_the_ends_in_words(portfolio: Portfolio) -> None:
    model, vocabulary = portfolio["felles"], portfolio.project.vocabulary
    assert traces.title(paths(model), "en") == (
        "Felles virkningskjede for begge modellene: from where the chains begin to where the chains end"
    )
    assert traces.title(paths(model, "inputs", "user", vocabulary=vocabulary)).endswith(": fra innsatsfaktorer til brukereffekter")


def test_the_json(chains: Paths) -> None:
    data = traces.to_json(chains)
    assert json.loads(json.dumps(data)) == data
    assert data["paths"] == [list(chain) for chain in chains.paths]
    assert (data["count"], data["truncated"], data["circles"]) == (2, False, [])
    assert data["weakest"][0] == ["tidlig-helhetlig -> lavere-sykefravaer"]
    assert data["arrows"]["tilskudd -> nav-veileder"] == {
        "stated": True,
        "strength": "stated",
        "because": None,
        "at": ["statusrapport#2.1.5:8", "statusrapport#2.1:9"],
        "sign": "plus",
        "together": False,
    }


def test_a_count_that_no_reader_of_json_can_hold_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(traces, "JSON_BITS", 100)
    nodes: dict[str, object] = {}
    for step in range(120):
        nodes[f"a{step}"] = {"label": "A", "leads_to": [f"b{step}", f"a{step + 1}"]}
        nodes[f"b{step}"] = {"label": "B", "leads_to": [f"a{step + 1}"]}
    model = LogicModel.model_validate({"id": "m", "activities": {**nodes, "a120": {"label": "A"}}})
    chains = paths(model, "a0", "a120", limit=0)
    assert traces.to_json(chains)["count"] is None
    assert chains.to_text().splitlines()[3] == "≈ 10^36 kjeder, 0 av dem her."


def test_nothing_in_a_file_acts() -> None:
    model = LogicModel.model_validate({"id": "m", "inputs": {"a": {"label": "A", "leads_to": ["b"]}}, "outputs": {"b": {"label": "B"}}})
    hostile = copy_with(model.outputs["b"], {"label": HOSTILE})
    chains = paths(copy_with(model, {"outputs": {"b": hostile}}), "a", "b")
    for form in FORMATS:
        text = written(form, chains.report(), "nb")
        # What is in a file is told to programs as it is.
        assert form == "json" or ("\x1b" not in text and "\u202e" not in text)
    assert "<b>" not in chains.to_html() and "<b>" not in chains.to_markdown()


def test_a_notebook_shows_the_table(chains: Paths, portfolio: Portfolio) -> None:
    assert chains._repr_html_().count("<tr>") == 9
    assert "<p>110 kjeder, 20 av dem her.</p>" in paths(portfolio["felles"])._repr_html_()
    assert chains.to_html().count("<tr>") == 9
    assert len(chains.report().listing().rows) == 8


@pytest.mark.parametrize(("most", "read", "listed"), [(None, 20, 110), (2, 2, 2), (120, 110, 110), (0, 0, 0)])
def test_a_reader_is_told_of_some_and_a_program_of_all(portfolio: Portfolio, most: int | None, read: int, listed: int) -> None:
    report = paths(portfolio["felles"]).report(most=most)
    assert len(report.plain()["paths"]) == listed
    assert len({row[0] for row in report.listing().rows}) == listed
    assert report.to_text().count("\n\n", report.to_text().index(" kjeder")) == read + bool(read)
    assert len({row[0] for table in report.document().tables() for row in table.rows}) == read


@pytest.mark.parametrize(
    ("form", "part"),
    [
        ("text", "\n  → Lavere sykefravær (inferred; weakest)\n    Reason: Hjelp tidlig i forløpet kan korte ned fraværet\n"),
        ("json", '"count": 2,'),
        ("md", "\n| 1 | Helhetlig oppfølging begynner tidligere | Lavere sykefravær | inferred (weakest) | Hjelp tidlig "),
        ("csv", "\n1,tidlig-helhetlig,lavere-sykefravaer,Helhetlig oppfølging begynner tidligere,Lavere sykefravær,inferred,yes,Hjelp"),
        ("docx", "\tLavere sykefravær\tinferred (weakest)\tHjelp tidlig "),
        ("xlsx", "\n1\ttidlig-helhetlig\tlavere-sykefravaer\tHelhetlig oppfølging begynner tidligere\tLavere sykefravær\tinferred\tyes\t"),
        ("html", "<title>Tromsø: from “Tilskudd til piloten” to “Lavere sykefravær”</title>"),
    ],
)
def test_every_format_tells_of_the_chains(chains: Paths, form: str, part: str) -> None:
    assert part in written(form, chains.report(), "en")

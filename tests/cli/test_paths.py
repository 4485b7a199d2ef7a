"""The command ``paths`` on the real models."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import virkningskjede as vk

from .conftest import Run


def test_json_has_the_fixed_keys(run: Run) -> None:
    ran = run("paths", "corpus:tromso", "--from", "tilskudd", "--to", "lavere-sykefravaer", "--format", "json")
    data = json.loads(ran.out)
    assert data["paths"] == [
        ["tilskudd", "nav-veileder", "kontordager-rph", "tidlig-helhetlig", "lavere-sykefravaer"],
        ["tilskudd", "nav-veileder", "ukentlige-moter", "tidlig-helhetlig", "lavere-sykefravaer"],
    ]
    assert (ran.code, data["truncated"], data["count"]) == (0, False, 2)


def test_text_fits_and_stops_at_twenty(run: Run) -> None:
    out = run("paths", "corpus:felles").out
    assert "110 kjeder, 20 av dem her." in out
    assert max(map(len, out.splitlines())) <= 80
    assert len(json.loads(run("paths", "corpus:felles", "--format", "json").out)["paths"]) == 110
    assert json.loads(run("paths", "corpus:felles", "--limit", "2", "--format", "json").out)["truncated"] is True


def test_a_term_means_every_node_with_it_or_a_narrower_one(run: Run) -> None:
    data = json.loads(run("paths", "corpus:tromso", "--from", "faste-moter", "--to", "service", "--format", "json").out)
    assert data["from"] == {"name": "faste-moter", "what": "term", "nodes": ["ukentlige-moter", "halvarsmoter"]}
    assert data["to"]["what"] == "level"
    assert data["paths"] == [["ukentlige-moter", "tidlig-helhetlig"], ["halvarsmoter", "felles-forstaelse"]]


def test_stated_arrows_alone(run: Run) -> None:
    out = run("paths", "corpus:tromso", "--from", "tilskudd", "--to", "lavere-sykefravaer", "--stated", "--lang", "en").out
    assert out.splitlines()[3] == "No chain in the description leads there through arrows that are stated in the"


@pytest.mark.parametrize(("kind", "start"), [("md", "**Tromsø: fra"), ("csv", "Kjede,Fra (id)"), ("html", "<!doctype html>")])
def test_the_other_formats(run: Run, here: Path, kind: str, start: str) -> None:
    ran = run("paths", "corpus:tromso", "--from", "tilskudd", "--to", "user", "-o", f"ut.{kind}")
    assert (ran.code, ran.out) == (0, "")
    assert (here / f"ut.{kind}").read_text(encoding="utf-8").startswith(start)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nb", "feil: ha har ikke noe ledd inntaksmote, og det er verken et begrep, et trinn eller et nivå; mente du `inntaksmoter`?\n"),
        ("en", "error: ha has no node inntaksmote, and it is neither a term, a stage nor a level; did you mean `inntaksmoter`?\n"),
    ],
)
def test_an_unknown_end(run: Run, lang: str, text: str) -> None:
    ran = run("paths", "corpus:ha", "--from", "inntaksmote", "--to", "user", "--lang", lang)
    assert (ran.code, ran.out, ran.err) == (2, "", text)


@pytest.mark.parametrize("output", [("-o", "ut.pdf"), ("-o", "ut.odt"), ("--format", "md", "-o", "ut.csv")])
def test_what_it_cannot_be_written_as_ends_with_two(run: Run, here: Path, output: tuple[str, ...]) -> None:
    ran = run("paths", "corpus:ha", *output)
    assert (ran.code, ran.out, ran.err.startswith("feil: «ut.")) == (2, "", True)
    assert list(here.iterdir()) == []


def test_a_folder_is_asked_model_by_model(run: Run) -> None:
    ran = run("paths", "corpus:pilots", "--from", "samlokalisering", "--to", "user", "--format", "json")
    data = json.loads(ran.out)
    assert (ran.code, len(data["models"])) == (0, 9)
    assert any(model["count"] for model in data["models"]) and not all(model["count"] for model in data["models"])
    two = json.loads(run("paths", "corpus:ha", "corpus:tromso", "--limit", "1", "--format", "json").out)["models"]
    assert [(model["model"], len(model["paths"])) for model in two] == [("ha", 1), ("tromso", 1)]
    unknown = run("paths", "corpus:pilots", "--from", "tullball", "--lang", "en")
    assert (unknown.code, unknown.out) == (2, "")


def test_the_ends_can_stand_after_the_models(run: Run) -> None:
    named = run("paths", "corpus:pilots", "--from", "nav-veileder", "--to", "user", "--format", "json")
    assert run("paths", "corpus:pilots", "nav-veileder", "user", "--format", "json").out == named.out
    assert json.loads(named.out)
    assert run("paths", "corpus:ha", "inntaksmote", "user", "--lang", "en").err.startswith("error: ha has no node inntaksmote")


def test_what_leads_to_a_place_in_each_of_several_models(run: Run) -> None:
    out = run("paths", "corpus:ha", "corpus:tromso", "--to", "samlokalisering", "--lang", "en").out
    chains = vk.paths(vk.load_portfolio(["corpus:ha", "corpus:tromso"]), end="samlokalisering")
    assert out == chains.to_text(lang="en")
    assert {chains.of(name).end.what for name in ("ha", "tromso")} == {"term"} and sum(each.count for each in chains.models) > 0

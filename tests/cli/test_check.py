"""``check``: the matrix, one model, pages, and a report's own verdicts beside ours."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import MODEL, Ran

Run = Callable[..., Ran]


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_nine_pilots_by_every_set_fit_eighty_columns(run: Run, models_folder: Path, lang: str) -> None:
    ran = run("check", models_folder / "pilots", "--lang", lang)
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 80
    titles = [before for before, line in zip(ran.out.splitlines(), ran.out.splitlines()[1:], strict=False) if line.startswith("Kriteri")]
    assert len(titles) == (10 if lang == "nb" else 0)
    assert "Sto Bydel Stovner" in " ".join(ran.out.split())


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_one_model_by_every_set_it_is_for(run: Run, lang: str) -> None:
    ran = run("check", "corpus:ha", "--lang", lang)
    assert ran.out.splitlines()[0].startswith("Hå – «Arbeidsløftet»,")
    assert max(map(len, ran.out.splitlines())) <= 80
    assert "«Nav-veileder blir med" in ran.out or "“Nav-veileder blir med" in ran.out
    assert ("Krav til deltakere i modell 2" in ran.out) == (lang == "nb")
    assert "Krav til deltakere i modell 1" not in ran.out


def test_the_page_is_whole_and_leads_to_its_grounds(run: Run, here: Path) -> None:
    ran = run(
        "check", "corpus:ha", "corpus:nesodden", "--criteria", "brukermedvirkning", "--format", "html", "--explain", "-o", "side.html"
    )
    assert (ran.code, ran.out) == (0, "")
    page = (here / "side.html").read_text("utf-8")
    assert page.startswith('<!doctype html>\n<html lang="nb">\n<head><meta charset="utf-8">')
    assert '<a href="#brukermedvirkning.direkte-medvirkning.ha">oppfylt</a>' in page
    assert '<p id="brukermedvirkning.direkte-medvirkning.ha"><b>Hå:</b> Oppfylt' in page


def test_against_a_report(run: Run, models_folder: Path) -> None:
    ran = run("check", models_folder / "pilots", "--against", "statusrapport")
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 80
    lines = ran.out.splitlines()
    assert lines[0] == "Statusrapportens egne vurderinger av pilotene, ved siden av våre dommer"
    assert lines[3].split() == ["Om", "én", "modell", "13", "12", "0", "1", "0", "0"]


def test_against_uses_the_sets_of_the_report_unless_others_are_named(run: Run, models_folder: Path) -> None:
    data = json.loads(run("check", models_folder / "pilots", "--against", "statusrapport", "--format", "json").out)
    assert {row["criteria"] for row in data["results"]} == {
        *("oslo-economics-2020", "brukermedvirkning", "kognitiv-terapi-xu-2024", "samhandling", "samtidig-oppfolging")
    }
    assert data["against"]["counts"]["not_compared"] == 4  # the two templates, by two criteria
    named = ("--criteria", "brukermedvirkning", "--format", "json")
    data = json.loads(run("check", models_folder / "pilots", "--against", "statusrapport", *named).out)
    assert {row["criteria"] for row in data["results"]} == {"brukermedvirkning"}
    assert data["against"]["counts"]["not_compared"] == 85 - 18


@pytest.mark.parametrize("more", [(), ("--against", "statusrapport")])
@pytest.mark.parametrize(("form", "ending"), [("text", "txt"), ("json", "json"), ("md", "md"), ("csv", "csv"), ("html", "html")])
def test_the_ending_of_the_file_decides_the_form(run: Run, here: Path, form: str, ending: str, more: tuple[str, ...]) -> None:
    arguments = ("check", "corpus:ha", "--criteria", "brukermedvirkning", *more)
    ran = run(*arguments, "--format", form)
    assert (ran.code, run(*arguments, "-o", f"ut.{ending}")) == (0, (0, "", ""))
    assert (here / f"ut.{ending}").read_bytes().decode("utf-8") == ran.out
    other = run(*arguments, "--format", "csv" if form != "csv" else "md", "-o", f"annet.{ending}")
    assert (other.code, other.out, (here / f"annet.{ending}").exists()) == (2, "", False)


def test_a_heat_map_of_verdicts_and_none_of_what_a_report_says(run: Run, here: Path) -> None:
    arguments = ("check", "corpus:ha", "--criteria", "brukermedvirkning")
    ran = run(*arguments, "-o", "dommer.svg")
    assert (ran.code, ran.out) == (0, "")
    assert "Bruker er selv med" in (here / "dommer.svg").read_text("utf-8")
    for more, sentence in {
        ("--explain",): "--explain endrer ikke noe i svg, bare i text, md, html",
        ("--against", "statusrapport"): "Av dette er det ikke noe bilde.",
    }.items():
        ran = run(*arguments, *more, "-o", "annet.svg")
        assert (ran.code, ran.out, sentence in ran.err, (here / "annet.svg").exists()) == (2, "", True, False)


@pytest.mark.parametrize(
    ("form", "says"), [("md", "| Kriterium | Modell | Rapporten |"), ("html", "<!doctype html>"), ("csv", "Vurdering,")]
)
def test_against_in_other_forms(run: Run, form: str, says: str) -> None:
    ran = run("check", "corpus:kristiansand", "corpus:nesodden", "--against", "statusrapport", "--format", form)
    assert ran.code == 0
    assert says in ran.out
    if form == "csv":
        assert len({len(row) for row in csv.reader(io.StringIO(ran.out))}) == 1


def test_against_a_file_and_against_nothing(run: Run, here: Path) -> None:
    text = "virkningskjede: 1\nkind: assessments\nid: prove\ntitle: {nb: P, en: P}\nsource: statusrapport\nassessments:\n"
    entry = "  a: {at: '2.3.4:8', criteria: brukermedvirkning, criterion: direkte-medvirkning, model: ha, verdict: met}\n"
    (here / "prove.yaml").write_text(text + entry, "utf-8")
    ran = run("check", "corpus:ha", "--against", "prove.yaml")
    assert (ran.code, "1 av 1 dommer er de samme som våre" in ran.out) == (0, True)
    (here / "prove.yaml").write_text(text + entry.replace("ha,", "haa,"), "utf-8")
    ran = run("check", "corpus:ha", "--against", "prove.yaml", "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "prove.yaml:7:90: error VK133 There is no model `haa`; did you mean `ha`?" in ran.err
    ran = run("check", "corpus:ha", "--against", "rapport")
    unknown = "feil: det er ingen vurderinger som heter rapport; disse finnes: statusrapport; mente du `statusrapport`?\n"
    assert (ran.code, ran.out, ran.err) == (2, "", unknown)


def test_fail_on_looks_at_our_verdicts(run: Run) -> None:
    assert run("check", "corpus:ha", "--against", "statusrapport", "--fail-on", "not_stated").code == 1
    assert run("check", "corpus:ha", "--against", "statusrapport", "--criteria", "brukermedvirkning", "--fail-on", "not_stated").code == 0


VOCABULARY = "virkningskjede: 1\nkind: vocabulary\n"
NO_SETS = "Prosjektet har ingen kriteriesett: legg dem i mappen criteria, eller nevn et med --criteria.\n"


def test_a_project_without_sets_gets_one_sentence_and_no_results(run: Run, here: Path) -> None:
    (here / "vocabulary.yaml").write_text(VOCABULARY)
    (here / "m.yaml").write_text(MODEL)
    assert run("check", "m") == run("check", ".") == (0, NO_SETS, "")
    ran = run("check", "m", "--format", "json")
    assert (ran.code, json.loads(ran.out)["results"], ran.err) == (0, [], NO_SETS)
    assert run("check", "m", "--fail-on", "not_stated").code == 0
    assert run("check", "m", "-o", "ut.txt") == (0, "", "")
    assert (here / "ut.txt").read_text("utf-8") == NO_SETS


def test_a_model_without_a_project_is_asked_by_no_set_until_one_is_named(run: Run, here: Path) -> None:
    (here / "m.yaml").write_text(MODEL)
    ran = run("check", "m.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("feil: Det er ikke noe prosjekt her: ingen mappe med vocabulary.yaml.")
    ran = run("check", "m.yaml", "--criteria", "corpus:oslo-economics-2020", "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    assert {item["criteria"] for item in json.loads(ran.out)["results"]} == {"oslo-economics-2020"}


@pytest.mark.parametrize(("option", "name"), [("--criteria", "oslo-economics-2020"), ("--against", "statusrapport")])
@pytest.mark.parametrize("vocabulary", [True, False])
def test_what_is_only_installed_is_not_used_until_it_is_named(run: Run, here: Path, option: str, name: str, vocabulary: bool) -> None:
    if vocabulary:
        (here / "vocabulary.yaml").write_text(VOCABULARY)
    (here / "m.yaml").write_text(MODEL)
    sentence = f"feil: {name} finnes ikke i prosjektet, bare i den medfølgende samlingen: skriv corpus:{name}\n"
    assert run("check", "m.yaml", option, name) == (2, "", sentence)


def test_installed_verdicts_by_name(run: Run) -> None:
    bare, named = (run("check", "corpus:pilots", "--against", name) for name in ("statusrapport", "corpus:statusrapport"))
    assert (bare.code, bare.err) == (0, "")
    assert named == bare


@pytest.mark.parametrize("value", ["", ",", " , "])
def test_an_option_of_names_that_names_nothing_is_refused(run: Callable[..., Ran], here: Path, value: str) -> None:
    assert run("check", "nesodden", "--criteria", value, "--lang", "en") == (2, "", "error: There is no name after --criteria\n")

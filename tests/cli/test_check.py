"""``check``: the matrix, one model, pages, and a report's own verdicts beside ours."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Ran

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
    ran = run("check", "ha", "--lang", lang)
    assert ran.out.splitlines()[0].startswith("Hå – «Arbeidsløftet» (ha)")
    assert max(map(len, ran.out.splitlines())) <= 80
    assert "«Nav-veileder blir med" in ran.out or "“Nav-veileder blir med" in ran.out
    assert ("Krav til deltakere i modell 2" in ran.out) == (lang == "nb")
    assert "Krav til deltakere i modell 1" not in ran.out


def test_the_page_is_whole_and_leads_to_its_grounds(run: Run, here: Path) -> None:
    ran = run("check", "ha", "nesodden", "--criteria", "brukermedvirkning", "--format", "html", "--explain", "-o", "side.html")
    assert (ran.code, ran.out) == (0, "")
    page = (here / "side.html").read_text("utf-8")
    assert page.startswith('<!doctype html>\n<html lang="nb">\n<head><meta charset="utf-8">')
    assert '<a href="#brukermedvirkning.direkte-medvirkning.ha">oppfylt</a>' in page
    assert '<p id="brukermedvirkning.direkte-medvirkning.ha"><b>Hå.</b> Oppfylt' in page


def test_against_a_report(run: Run, models_folder: Path) -> None:
    ran = run("check", models_folder / "pilots", "--against", "statusrapport")
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 80
    lines = ran.out.splitlines()
    assert lines[0] == "Statusrapportens egne vurderinger av pilotene, ved siden av våre dommer"
    assert lines[3].split() == ["Om", "én", "modell", "13", "11", "1", "1", "0", "0"]


def test_against_uses_the_sets_of_the_report_unless_others_are_named(run: Run, models_folder: Path) -> None:
    told = json.loads(run("check", models_folder / "pilots", "--against", "statusrapport", "--format", "json").out)
    assert {each["criteria"] for each in told["results"]} == {
        *("oslo-economics-2020", "brukermedvirkning", "kognitiv-terapi-xu-2024", "samhandling", "samtidig-oppfolging")
    }
    assert told["against"]["counts"]["not_compared"] == 4  # the two templates, by two criteria
    named = ("--criteria", "brukermedvirkning", "--format", "json")
    told = json.loads(run("check", models_folder / "pilots", "--against", "statusrapport", *named).out)
    assert {each["criteria"] for each in told["results"]} == {"brukermedvirkning"}
    assert told["against"]["counts"]["not_compared"] == 85 - 18


@pytest.mark.parametrize(
    ("form", "says"), [("md", "| Kriterium | Modell | Rapporten |"), ("html", "<!doctype html>"), ("csv", "Vurdering,")]
)
def test_against_in_other_forms(run: Run, form: str, says: str) -> None:
    ran = run("check", "kristiansand", "nesodden", "--against", "statusrapport", "--format", form)
    assert ran.code == 0
    assert says in ran.out
    if form == "csv":
        assert len({len(row) for row in csv.reader(io.StringIO(ran.out))}) == 1


def test_against_a_file_and_against_nothing(run: Run, here: Path) -> None:
    text = "virkningskjede: 1\nkind: assessments\nid: prove\ntitle: {nb: P, en: P}\nsource: statusrapport\nassessments:\n"
    entry = "  a: {at: '2.3.4:8', criteria: brukermedvirkning, criterion: direkte-medvirkning, model: ha, verdict: met}\n"
    (here / "prove.yaml").write_text(text + entry, "utf-8")
    ran = run("check", "ha", "--against", "prove.yaml")
    assert (ran.code, "1 av 1 dommer er de samme som våre" in ran.out) == (0, True)
    (here / "prove.yaml").write_text(text + entry.replace("ha,", "haa,"), "utf-8")
    ran = run("check", "ha", "--against", "prove.yaml", "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "prove.yaml:7:90: error VK133 There is no model `haa`; did you mean `ha`?" in ran.err
    ran = run("check", "ha", "--against", "rapport")
    assert (ran.code, ran.err) == (2, "feil: det er ingen vurderinger som heter rapport; disse finnes: statusrapport\n")


def test_fail_on_looks_at_our_verdicts(run: Run) -> None:
    assert run("check", "ha", "--against", "statusrapport", "--fail-on", "not_stated").code == 1
    assert run("check", "ha", "--against", "statusrapport", "--criteria", "brukermedvirkning", "--fail-on", "not_stated").code == 0

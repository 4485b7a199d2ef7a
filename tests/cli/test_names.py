"""Names as people write them: ids, titles, sets, comparisons, nodes and codes are found, or answered with what may have been meant."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from virkningskjede.i18n import MESSAGES

from .conftest import Run


@pytest.fixture
def at_models(models_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder is the root of the models."""
    monkeypatch.chdir(models_folder)
    return models_folder


HA = "Hå – «Arbeidsløftet»\n"


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("ha", HA),
        ("HA", HA),
        ("Hå", HA),
        ("hå", HA),
        ("HÅ", HA),
        (unicodedata.normalize("NFD", "Hå"), HA),
        ("hå – «arbeidsløftet»", HA),
        ('Hå - "Arbeidsløftet"', HA),
        ("Nesodden", "Nesodden\n"),
        ("BYDEL  BJERKE", "Bydel Bjerke\n"),
        ("modell 1", "Modell 1: Nav og Rask psykisk helsehjelp (RPH)\n"),
    ],
)
def test_a_model_is_found_however_its_name_is_written(run: Run, at_models: Path, name: str, first: str) -> None:
    for given in (name, f"corpus:{name}"):
        ran = run("show", given)
        assert (ran.code, ran.err, ran.out.partition("=")[0]) == (0, "", first)


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["show", "nesoden"], "Finner ingen modell «nesoden»: verken som fil eller som id i {root}; mente du `nesodden`?"),
        (["show", "NESODEN"], "Finner ingen modell «NESODEN»: verken som fil eller som id i {root}; mente du `nesodden`?"),
        (["show", "Bydel Bjærke"], "Finner ingen modell «Bydel Bjærke»: verken som fil eller som id i {root}; mente du `Bydel Bjerke`?"),
        (["show", "pilots/haa.yaml"], "det er ingen fil eller mappe pilots/haa.yaml; mente du `ha`?"),
        (["show", "ha.yaml"], "det er ingen fil eller mappe ha.yaml; mente du `ha`?"),
        (["show", "pilots/kurs.yaml"], "det er ingen fil eller mappe pilots/kurs.yaml"),
        (["show", "kurs.txt"], "det er ingen fil eller mappe kurs.txt"),
        (
            ["paths", "ha", "--from", "samlokalsering"],
            "ha har ikke noe ledd samlokalsering, og det er verken et begrep, et trinn eller et nivå; mente du `samlokalisering`?",
        ),
        (
            ["compare", "ha", "--columns", "tiltk"],
            "det er ingen sammenligning tiltk; disse finnes: aktorer, hemmere, maalgruppe, omfang, rekruttering, tiltak, virkninger; "
            "mente du `tiltak`?",
        ),
        (
            ["compare", "ha", "--columns", "Tiltak i piloten"],
            "det er ingen sammenligning Tiltak i piloten; disse finnes: aktorer, hemmere, maalgruppe, omfang, rekruttering, tiltak, "
            "virkninger; mente du `Tiltak i pilotene`?",
        ),
        (
            ["check", "ha", "--fail-on", "nt_met"],
            "`nt_met` er ikke et av valgene: met, partly, not_met, not_stated, not_decidable; mente du `not_met`?",
        ),
        (["explain", "VK3002"], "det er ingen kode VK3002; mente du `VK302`?"),
    ],
)
def test_what_is_misspelt_is_answered_with_what_may_be_meant(run: Run, at_models: Path, arguments: list[str], problem: str) -> None:
    assert run(*arguments) == (2, "", f"feil: {problem.format(root=at_models)}\n")


def test_sets_comparisons_claims_and_verdicts_are_found_by_their_titles(run: Run, at_models: Path) -> None:
    for by_id, by_title in (
        (("check", "ha", "--criteria", "samlokalisering"), ("check", "Hå", "--criteria", "Co-location")),
        (("check", "ha", "--criteria", "samlokalisering"), ("check", "Hå", "--criteria", "SAMLOKALISERING")),
        (("compare", "pilots", "--columns", "tiltak"), ("compare", "pilots", "--columns", "tiltak i pilotene")),
        (("compare", "pilots", "--columns", "corpus:tiltak"), ("compare", "pilots", "--columns", "corpus:Measures in the pilots")),
        (("claims", "statusrapport"), ("claims", "Påstander i statusrapporten")),
        (("check", "pilots", "--against", "statusrapport"), ("check", "pilots", "--against", "Statusrapport")),
    ):
        answer = run(*by_id)
        assert answer.out
        assert run(*by_title) == answer


def test_chains_begin_and_end_at_what_the_reader_calls_it(run: Run, at_models: Path) -> None:
    for start, end in (("innsatsfaktorer", "brukereffekter"), ("Inputs", "USER")):
        assert run("paths", "ha", "--from", start, "--to", end) == run("paths", "ha", "--from", "inputs", "--to", "user")
    node = run("paths", "ha", "--from", "nav-veileder")
    assert node.code == 0
    assert run("paths", "ha", "--from", "Nav-veileder (‘arbeidsveileder’)") == node
    assert run("paths", "ha", "--from", "NAV-VEILEDER") == node
    assert run("paths", "ha", "--from", "term:Samlokalisering") == run("paths", "ha", "--from", "term:samlokalisering")


def test_a_picture_is_of_the_node_and_the_set_that_were_meant(run: Run, at_models: Path, tmp_path: Path) -> None:
    by_id, otherwise = tmp_path / "a.dot", tmp_path / "b.dot"
    for view, own, other in (("around", ("--node", "nav-veileder"), ("--node", "Nav-Veileder")),
                             ("criteria", ("--criteria", "samlokalisering"), ("--criteria", "co-location"))):  # fmt: skip
        assert run("render", "ha", "--view", view, *own, "-o", by_id).code == 0
        assert run("render", "Hå", "--view", view, *other, "-o", otherwise).code == 0
        assert by_id.read_text("utf-8") == otherwise.read_text("utf-8")


def test_models_of_every_command_are_found(run: Run, at_models: Path) -> None:
    for by_id, by_title in (
        (("validate", "pilots/ha.yaml"), ("validate", "Hå")),
        (("diff", "ha", "tromso"), ("diff", "HÅ", "Tromsø")),
        (("gaps", "ha"), ("gaps", "hå")),
        (("consensus", "pilots", "--against", "modell-2"), ("consensus", "pilots", "--against", "Modell 2")),
    ):
        answer = run(*by_id)
        assert answer.out
        assert run(*by_title) == answer


def test_validate_says_what_may_be_meant_and_goes_on_with_the_others(run: Run, at_models: Path) -> None:
    ran = run("validate", "nesoden", "tromso", "nope.yaml")
    assert ran.code == 2
    lines = ran.out.splitlines()
    assert lines[:2] == [
        "nesoden: feil VK012 Filen kan ikke leses: den finnes ikke",
        f"    Råd: Finner ingen modell «nesoden»: verken som fil eller som id i {at_models}; mente du `nesodden`?",
    ]
    assert "nope.yaml: feil VK012 Filen kan ikke leses: den finnes ikke" in lines
    assert lines[-1].startswith("3 filer: 2 feil")


def test_a_title_of_two_models_lists_both(run: Run, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(own)
    for name in ("tur", "tog"):
        text = f"virkningskjede: 1\nkind: pilot\nid: {name}\ntitle: Reise – med {name}\ninputs:\n  a: {{label: Noe}}\n"
        (own / "pilots" / f"{name}.yaml").write_text(text, encoding="utf-8")
    ran = run("show", "reise")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == ("feil: «reise» kan være flere modeller: pilots/tog.yaml, pilots/tur.yaml. Nevn id-en eller filen\n")
    assert run("show", "reise – med TUR").out.startswith("Reise – med tur\n")
    assert run("show", "tog").out.startswith("Reise – med tog\n")


def test_a_folder_and_an_id_go_before_a_title(run: Run, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(own)
    text = "virkningskjede: 1\nkind: pilot\nid: c\ntitle: {}\ninputs:\n  x: {{label: Noe}}\n"
    (own / "pilots" / "c.yaml").write_text(text.format("A"), encoding="utf-8")
    for name in ("a", "A"):
        assert json.loads(run("show", name, "--format", "json").out)["id"] == "a"
    (own / "pilots" / "c.yaml").write_text(text.format("pilots"), encoding="utf-8")
    assert run("show", "pilots").err == "feil: pilots er en mappe; nevn én fil\n"
    assert json.loads(run("show", "Pilots", "--format", "json").out)["id"] == "c"


# -- explain


def test_explain_without_a_code_lists_all_of_them_by_family(run: Run) -> None:
    nb, en = run("explain"), run("explain", "--lang", "en")
    assert (nb.code, nb.err, en.code, en.err) == (0, "", 0, "")
    listed = [line.split()[1] for line in nb.out.splitlines() if line.startswith("- ")]
    assert listed == sorted(MESSAGES)
    assert [line for line in en.out.splitlines() if line.startswith("#")] == [
        "# Codes",
        "## VK0: the file, YAML and tables",
        "## VK1: the form of the file",
        "## VK2: the chain",
        "## VK3: names that are referred to",
        "## VK4: sources and places",
        "## VK5: amounts",
        "## VK6: labels of nodes",
        "## VK7: privacy",
        "## VK8: what is missing",
        "## VK9: housekeeping: `accept` and `or`",
    ]
    assert "- VK301 (feil): ukjent id\n" in nb.out


def test_a_code_is_found_however_it_is_written(run: Run) -> None:
    page = run("explain", "VK301")
    assert page.out.startswith("# VK301 – ukjent id\n")
    for code in ("vk301", " VK301", "301"):
        assert run("explain", code) == page


def test_the_beginning_of_a_code_lists_those_that_begin_so(run: Run) -> None:
    assert run("explain", "VK70").out == run("explain", "vk7").out == run("explain", "7").out
    assert [line for line in run("explain", "VK31").out.splitlines() if line.startswith("- ")] == [
        line for line in run("explain").out.splitlines() if line.startswith("- VK31")
    ]
    assert run("explain", "zz") == (2, "", "feil: det er ingen kode ZZ\n")

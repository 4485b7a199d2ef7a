"""``virkningskjede claims --draft``: what is said, exit codes, every format, and what is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run

ROOT = Path(__file__).parent.parent / "analysis" / "claims" / "root"
COUNT = "<!-- vk: count: {over: pilotene, where: {node: {term: fast-mote}}} -->"
MAYBE = "<!-- vk: count: {over: pilotene, where: {node: {term: mote}}} -->"
TEXT = f"""<!-- vk: with: {{claims: rapport, silence: "no"}} -->

Av pilotene har {COUNT}to<!-- /vk --> faste møter, og {MAYBE}to<!-- /vk --> har møter. I alt er det
<!-- vk: sum: {{in: ask, of: [var, host]}} -->
25<!-- /vk --> brukere. Vi vet at <!-- vk: claim: en-plan -->én har en plan<!-- /vk -->.
"""


@pytest.fixture
def draft(here: Path) -> Path:
    path = here / "utkast.md"
    path.write_text(TEXT, "utf-8")
    return path


def test_what_is_said(run: Run, draft: Path) -> None:
    ran = run("claims", "--draft", draft.name, "--root", ROOT)
    assert (ran.code, ran.err) == (1, "")
    assert (
        ran.out
        == """\
Utkastet utkast.md
==================

Merker: 4, prøvd mot 3 modeller. Likt: 1. Ulikt: 2. Usikkert: 1.

--update skriver inn det modellene sier (merker det gjelder: 1).

Ulikt (2)
---------

«to», men modellene sier «én» (linje 3, kolonne 87)
  Beskrivelsene sier: 1 av 2. Ja: Ask. Nei: Bjørk.

«én har en plan»: motsagt (linje 5, kolonne 62)
  Beskrivelsene sier: 0 av 2. Nei: Ask og Bjørk.
  Forslag: Ingen av pilotene har en felles plan.

Usikkert (1)
------------

«to» kan være riktig: modellene sier «én til to» (linje 3, kolonne 183)
  Beskrivelsene sier: 1–2 av 2. Ja: Ask. Usikkert: Bjørk.

Likt (1)
--------

- «25» (linje 5, kolonne 1)
"""
    )
    assert draft.read_text("utf-8") == TEXT


def test_an_update(run: Run, draft: Path) -> None:
    ran = run("claims", "--draft", draft, "--root", ROOT, "--update", "--lang", "en", "--explain")
    assert ran.code == 1, "a sentence is still contradicted"
    assert (
        "Written in: 1. Same already: 1. To be mended by\nhand: 1. Unsure: 1.\n\nWritten in (1)\n--------------\n\n“to” is now “én” (line 3"
        in ran.out
    )
    assert "What is counted: “Regular meeting” in the pilots.\n" in ran.out
    assert "- Ask (yes): “Ukentlige møter” (1:3).\n" in ran.out
    assert "\nTo be mended by hand (1)\n------------------------\n\n“én har en plan”: contradicted (line 5" in ran.out
    assert "\nUnsure, and left as it is (1)\n" in ran.out
    assert draft.read_text("utf-8") == TEXT.replace(f"{COUNT}to", f"{COUNT}én")
    again = run("claims", "--draft", draft, "--root", ROOT, "--update", "--fail-on", "none")
    assert again.code == 0
    assert "Skrevet inn: 0." in again.out


@pytest.mark.parametrize(
    ("fail_on", "code"), [(["different"], 1), (["unsure"], 1), (["none"], 0), (["different,unsure"], 1), (["contradicted"], 2)]
)
def test_what_was_found_gives_the_exit_code(run: Run, draft: Path, fail_on: list[str], code: int) -> None:
    assert run("claims", "--draft", draft, "--root", ROOT, "--fail-on", *fail_on).code == code


def test_nothing_different_is_fine(run: Run, draft: Path) -> None:
    draft.write_text(TEXT.replace(f"{COUNT}to", f"{COUNT}én").replace("claim: en-plan", "claim: ask-moter"), "utf-8")
    assert run("claims", "--draft", draft, "--root", ROOT).code == 0
    assert run("claims", "--draft", draft, "--root", ROOT, "--fail-on", "unsure").code == 1


def test_as_json(run: Run, draft: Path) -> None:
    data = json.loads(run("claims", "--draft", draft.name, "--root", ROOT, "--format", "json", "--update").out)
    assert data["file"] == "utkast.md"
    assert data["counts"] == {"same": 1, "unsure": 1, "different": 2}
    keys = ("line", "column", "kind", "text", "models", "outcome", "written", "verdict")
    assert [tuple(row[key] for key in keys) for row in data["marks"]] == [
        (3, 87, "count", "to", "én", "different", True, None),
        (3, 183, "count", "to", "én til to", "unsure", False, None),
        (5, 1, "sum", "25", "25", "same", False, None),
        (5, 62, "claim", "én har en plan", None, "different", False, "contradicted"),
    ]
    first = data["marks"][0]
    assert first["reason"] == "1 av 2. Ja: Ask. Nei: Bjørk."
    assert [(item["model"], item["said"], item["at"]) for item in first["evidence"]] == [
        ("ask", "yes", ["rapport#1:3"]),
        ("bjork", "no", []),
    ]


FORMS = [
    (
        "text",
        "The draft utkast.md\n====",
        "\n“to”, but the models say “én” (line 3, column 87)\n  The descriptions say: 1 of 2. Yes: Ask. ",
    ),
    (
        "md",
        "# The draft utkast.md\n",
        "\n### “to”, but the models say “én” (line 3, column 87)\n\n**The descriptions say:** 1 of 2. Yes: Ask. ",
    ),
    ("csv", "Place,Kind,", '\n"line 3, column 87",count,to,én,different,1 of 2. Yes: Ask. No: Bjørk.'),
    (
        "html",
        "<!doctype html>",
        "\n<h3>“to”, but the models say “én” (line 3, column 87)</h3>\n<p><b>The descriptions say:</b> 1 of 2. Yes",
    ),
    ("json", "{\n", '\n      "models": "én",\n      "outcome": "different",\n'),
]


@pytest.mark.parametrize(("as_format", "start", "says"), FORMS)
def test_every_format_and_a_file(run: Run, draft: Path, here: Path, as_format: str, start: str, says: str) -> None:
    ran = run("claims", "--draft", draft.name, "--root", ROOT, "--format", as_format, "--lang", "en")
    assert ran.out.startswith(start)
    assert says in ran.out
    name = f"ut.{as_format if as_format != 'text' else 'txt'}"
    written = run("claims", "--draft", draft.name, "--root", ROOT, "--lang", "en", "-o", here / name)
    assert (written.code, written.out) == (1, "")
    assert (here / name).read_bytes().decode("utf-8") == ran.out
    assert run("claims", "--draft", draft.name, "--root", ROOT, "--format", "csv", "-o", here / "annet.md").code == 2
    assert not (here / "annet.md").exists()


@pytest.mark.parametrize("as_format", ["csv", "json"])
def test_an_explanation_where_nothing_is_left_out_is_refused_and_nothing_written(run: Run, draft: Path, as_format: str) -> None:
    ran = run("claims", "--draft", draft.name, "--root", ROOT, "--format", as_format, "--explain", "--update")
    assert (ran.code, ran.out) == (2, "")
    assert f"--explain endrer ikke noe i {as_format}, bare i text, md, html" in ran.err
    assert draft.read_text("utf-8") == TEXT


def test_a_broken_draft_is_neither_judged_nor_written(run: Run, draft: Path) -> None:
    broken = TEXT.replace("fast-mote", "fast-mte").replace("25<!-- /vk -->", "25")
    draft.write_text(broken, "utf-8")
    ran = run("claims", "--draft", draft.name, "--root", ROOT, "--update")
    assert (ran.code, ran.out) == (2, "")
    assert "utkast.md:3:71: feil VK125 begrepet `fast-mte` finnes ikke; mente du `fast-mote`?" in ran.err
    assert "utkast.md:4:1: feil VK143 Merkene i utkastet går ikke opp: merket er ikke avsluttet før det neste begynner" in ran.err
    assert draft.read_text("utf-8") == broken


def test_a_warning_does_not_stop_it(run: Run, draft: Path) -> None:
    draft.write_text(TEXT.replace("-->\n25", "-->25"), "utf-8")
    ran = run("claims", "--draft", draft.name, "--root", ROOT, "--fail-on", "none")
    assert ran.code == 0
    assert "utkast.md:4:1: advarsel VK145" in ran.err


def test_a_link_stays_a_link(run: Run, draft: Path, here: Path) -> None:
    (here / "lenke.md").symlink_to(draft)
    run("claims", "--draft", "lenke.md", "--root", ROOT, "--update")
    assert (here / "lenke.md").is_symlink()
    assert f"{COUNT}én" in draft.read_text("utf-8")


def test_either_claims_or_a_draft(run: Run, draft: Path) -> None:
    for arguments in ((), ("rapport", "--draft", draft), ("rapport", "--update")):
        ran = run("claims", *arguments, "--root", ROOT)
        assert (ran.code, ran.out) == (2, "")
        assert "--draft" in ran.err
    assert run("claims", "--draft", "ingen.md", "--root", ROOT).code == 2


def test_text_from_a_draft_never_acts(run: Run, draft: Path) -> None:
    draft.write_text(f'<!-- vk: with: {{claims: rapport, silence: "no"}} -->\na {COUNT}\x1b[31m[red]<i><!-- /vk -->', "utf-8")
    for as_format in ("text", "md", "html", "csv"):
        out = run("claims", "--draft", draft, "--root", ROOT, "--format", as_format).out
        assert "\x1b" not in out
        assert "<i>" not in out or as_format in ("text", "csv")

"""``virkningskjede history``."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from ..conftest import Commit, Git
from .conftest import MODEL, Run


@pytest.fixture
def past(git: Git, commit: Commit) -> Path:
    """A file with four versions: one with another status, one under another name, one with another wording."""
    file = Path("m.yaml")
    file.write_text(MODEL)
    commit("2024-01-01")
    file.write_text(MODEL.replace("planned", "started"))
    commit("2024-02-01")
    git("mv", "m.yaml", "ny.yaml")
    commit("2024-03-01")
    Path("ny.yaml").write_text(MODEL.replace("planned", "in_use").replace("[mestring]", '[{to: mestring, because: "<b>*Øving*</b>"}]'))
    commit("2024-04-01")
    Path("ny.yaml").write_text(Path("ny.yaml").read_text().replace("Kurs for", "Kursene for"))
    commit("2024-05-01")
    return Path("ny.yaml")


def test_as_text_to_paste(run: Run, past: Path, git: Git) -> None:
    revs = [line[:10] for line in git("log", "--format=%H").splitlines()]
    ran = run("history", past)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Eksempel: endringer versjon for versjon\n"
        "=======================================\n"
        "\n"
        f"01.04.2024 ({revs[1]})\n"
        "-----------------------\n"
        "\n"
        "- «Kurs for brukere» → «Bruker mestrer mer»: begrunnelse lagt til:\n"
        "  «<b>*Øving*</b>»\n"
        "- «Kurs for brukere»: status har kommet fra startet til i bruk\n"
        "\n"
        f"01.03.2024 ({revs[2]})\n"
        "-----------------------\n"
        "\n"
        "Filen het før m.yaml.\n"
        "\n"
        f"01.02.2024 ({revs[3]})\n"
        "-----------------------\n"
        "\n"
        "- «Kurs for brukere»: status har kommet fra planlagt til startet\n"
        "\n"
        f"01.01.2024 ({revs[4]})\n"
        "-----------------------\n"
        "\n"
        "Første versjon: 2 ledd og 1 kobling.\n"
        "\n"
        "Ikke vist er versjoner der bare ordlyd eller steder i kilden er endret:\n"
        f"01.05.2024 ({revs[0]}).\n"
    )


def test_as_markdown_in_english_since_a_day(run: Run, past: Path, git: Git) -> None:
    rev = git("rev-parse", "HEAD~1")[:10]
    ran = run("history", past, "--since", "2024-03-01", "--format", "md", "--lang", "en", "--weight", "content")
    assert ran.out.startswith(
        f"# Eksempel: changes since 2024-03-01\n\n## 2024-04-01 ({rev})\n\n- “Kurs for brukere” → “Bruker mestrer mer”: "
    )
    assert "&lt;b&gt;\\*Øving\\*&lt;/b&gt;" in ran.out


def test_as_data(run: Run, past: Path, git: Git) -> None:
    data = json.loads(run("history", past, "--format", "json").out)
    assert [(row["date"], len(row["changes"]), row["loaded"]) for row in data["versions"]] == [
        ("2024-05-01", 1, True),
        ("2024-04-01", 2, True),
        ("2024-03-01", 0, True),
        ("2024-02-01", 1, True),
        ("2024-01-01", 0, True),
    ]
    assert [row["rev"] for row in data["versions"]] == git("log", "--format=%H").split()
    assert data["versions"][3]["changes"][0]["before"] == "planned"
    heavy = json.loads(run("history", past, "--format", "json", "--weight", "content").out)
    assert [len(version["changes"]) for version in heavy["versions"]] == [0, 2, 0, 1, 0]


def test_as_a_page_and_together(run: Run, past: Path) -> None:
    page = run("history", past, "--format", "html", "-o", "ut.html")
    assert (page.code, page.out) == (0, "")
    text = Path("ut.html").read_text("utf-8")
    assert text.startswith("<!doctype html>")
    assert "<b>" not in text
    whole = run("history", past, "--together")
    assert "status har kommet fra planlagt til i bruk" in whole.out
    assert json.loads(run("history", past, "--since", "HEAD~1", "--together", "--format", "json").out)["summary"]["changes"] == 1


def test_a_version_that_is_no_model_is_told(run: Run, past: Path, commit: Commit) -> None:
    past.write_text("virkningskjede: 1\nkind: pilot\nid: m\noops: 1\nnope: 2\n")
    rev = commit("2024-06-01")
    ran = run("history", past, "--since", "HEAD~1")
    assert f"01.06.2024 ({rev[:10]})\n-----------------------\n\nKan ikke leses som modell: VK101 Ukjent nøkkel `oops`" in ran.out
    version = json.loads(run("history", past, "--format", "json").out)["versions"][0]
    assert (version["loaded"], [row["code"] for row in version["diagnostics"]]) == (False, ["VK101", "VK101"])


def test_nothing_new(run: Run, past: Path) -> None:
    ran = run("history", past, "--since", "HEAD", "--lang", "en")
    assert (ran.code, ran.out) == (0, "ny.yaml: changes since HEAD\n===========================\n\nNo changes.\n")


@pytest.mark.parametrize(
    "arguments", [("borte.yaml",), ("ny.yaml", "--since", "nonsense"), (".",), ("ny.yaml", "--since", "--output=x"), ("ny.yaml@HEAD~1",)]
)
def test_what_it_cannot_do_is_said(run: Run, past: Path, arguments: tuple[str, ...]) -> None:
    ran = run("history", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("feil: ")
    assert not Path("x").exists()


def test_outside_git(run: Run, here: Path) -> None:
    (here / "m.yaml").write_text(MODEL)
    ran = run("history", "m.yaml")
    assert (ran.code, ran.out, ran.err) == (2, "", "feil: m.yaml ligger ikke i noe git-lager\n")


@pytest.fixture
def shallow(past: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A clone of the two newest commits, which is the working folder; the commit that it begins with."""
    clone = tmp_path / "grunn"
    subprocess.run(["git", "clone", "-q", "--depth", "2", f"file://{Path.cwd()}", str(clone)], check=True, capture_output=True)
    monkeypatch.chdir(clone)
    return subprocess.run(["git", "rev-parse", "HEAD~1"], check=True, capture_output=True, text=True).stdout.strip()


def test_a_shallow_clone_is_told_in_every_form(run: Run, shallow: str) -> None:
    ran = run("history", "ny.yaml")
    assert ran.code == 0
    whole = " ".join(ran.out.split())
    assert "Første versjon" not in whole
    assert "Eldste versjon i denne klonen: 2 ledd og 1 kobling." in whole
    assert f"Historien begynner der klonen gjør ({shallow[:10]})" in whole
    assert "git fetch --unshallow" in whole
    for form in ("md", "html"):
        assert "The history begins where the clone does" in run("history", "ny.yaml", "--format", form, "--lang", "en").out
    data = json.loads(run("history", "ny.yaml", "--format", "json").out)
    assert (data["shallow"], data["begins"], len(data["versions"])) == (True, shallow, 2)
    together = run("history", "ny.yaml", "--together", "--weight", "cosmetic")
    assert together.err.startswith("Historien begynner der klonen gjør")
    # What came after a version that is here is all here.
    since = json.loads(run("history", "ny.yaml", "--since", "HEAD~1", "--format", "json").out)
    assert (since["shallow"], since["begins"], len(since["versions"])) == (False, None, 1)
    by_day = json.loads(run("history", "ny.yaml", "--since", "2024-04-15", "--format", "json").out)
    assert (by_day["shallow"], len(by_day["versions"])) == (False, 1)
    assert json.loads(run("history", "ny.yaml", "--since", "2024-02-15", "--format", "json").out)["shallow"] is True


def test_a_whole_clone_is_not_shallow(run: Run, past: Path) -> None:
    data = json.loads(run("history", past, "--format", "json").out)
    assert (data["shallow"], data["begins"]) == (False, None)


@pytest.mark.parametrize(
    ("stamp", "shown", "date", "time"),
    [
        ("253402300801 +0000", "253402300801 +0000", None, "253402300801 +0000"),
        ("1700000000 +2500", "1700000000 +2500", None, "1700000000 +2500"),
        ("abc +0000", "abc +0000", None, "abc +0000"),
        ("\x1b[31m", "\ufffd[31m", None, "\x1b[31m"),
        ("", "uten dato", None, ""),
        ("1700000000 -0130", "14.11.2023", "2023-11-14", "2023-11-14T20:43:20-01:30"),
        ("-86400 +0000", "31.12.1969", "1969-12-31", "1969-12-31T00:00:00+00:00"),
    ],
)
def test_a_date_that_no_calendar_has_is_told_as_it_stands(
    run: Run, past: Path, git: Git, stamp: str, shown: str, date: str | None, time: str
) -> None:
    past.write_text(MODEL.replace("Kurs for", "Timer for").replace("planned", "considered"))
    git("add", "-A")
    tree, parent = git("write-tree").strip(), git("rev-parse", "HEAD").strip()
    text = f"tree {tree}\nparent {parent}\nauthor x <x@y> 0 +0000\ncommitter x <x@y> {stamp}\n\nx\n"
    make = ["git", "hash-object", "-t", "commit", "-w", "--stdin", "--literally"]
    rev = subprocess.run(make, input=text.encode(), capture_output=True, check=True).stdout.decode().strip()
    git("reset", "-q", "--hard", rev)
    ran = run("history", past)
    assert (ran.code, ran.err) == (0, "")
    assert f"\n{shown} ({rev[:10]})\n" in ran.out
    data = json.loads(run("history", past, "--format", "json").out)["versions"]
    assert (data[0]["date"], data[0]["time"], data[1]["date"]) == (date, time, "2024-05-01")
    # One whose day is not known is told whatever day is asked for.
    known = date is not None or stamp.startswith("17")
    later = json.loads(run("history", past, "--since", "2024-05-01", "--format", "json").out)["versions"]
    assert [version["rev"] for version in later] == ([] if known else [rev])


def test_since_a_day_when_dates_are_out_of_order(run: Run, git: Git, commit: Commit) -> None:
    file = Path("m.yaml")
    for day, status in (("2024-01-01", "considered"), ("2024-03-01", "planned"), ("2024-02-01", "started"), ("2024-04-01", "in_use")):
        file.write_text(MODEL.replace("planned", status))
        commit(day)
    data = json.loads(run("history", file, "--since", "2024-02-15", "--format", "json").out)
    assert [(row["date"], [(change["before"], change["after"]) for change in row["changes"]]) for row in data["versions"]] == [
        ("2024-04-01", [("started", "in_use")]),
        ("2024-03-01", [("considered", "planned")]),
    ]
    whole = json.loads(run("history", file, "--since", "2024-02-15", "--together", "--format", "json").out)
    assert [(change["before"], change["after"]) for change in whole["changes"]] == [("considered", "in_use")]


def test_without_git_it_says_so(run: Run, past: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for command in (("history", past), ("show", f"{past}@HEAD~1")):
        assert run(*command) == (2, "", "feil: git er ikke installert, eller kan ikke startes\n")

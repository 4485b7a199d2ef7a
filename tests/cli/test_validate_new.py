"""``validate`` in a pull request: only what is new, what settings say, and everything that rests on what was changed."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.conftest import TERMS, WALK, Commit, Git, write_project
from virkningskjede.project import git as git_history
from virkningskjede.project.git import Snapshot, snapshot

from .conftest import Run

REFERENCES = "virkningskjede: 1\nkind: references\nreferences:\n  bok: {type: book, title: Bok}\n"
BROKEN = WALK.format(id="b", title="B", term="turr")


@pytest.fixture
def project(git: Git, commit: Commit) -> Path:
    """Two models of a project, one of them with an unknown term, as they stood at main."""
    del git
    here = Path.cwd()
    (here / "models" / "pilots").mkdir(parents=True)
    (here / "models" / "vocabulary.yaml").write_text(TERMS, "utf-8")
    (here / "models" / "pilots" / "a.yaml").write_text(WALK.format(id="a", title="A", term="tur"), "utf-8")
    (here / "models" / "pilots" / "b.yaml").write_text(BROKEN, "utf-8")
    commit("2026-01-01")
    return here


def errors(run: Run, *arguments: str) -> list[str]:
    """Place and code of each error and warning."""
    lines = run("validate", *arguments, "--format", "concise", "--lang", "en").out.splitlines()
    return [" ".join((line.split()[0].rstrip(":"), line.split()[2])) for line in lines if " VK" in line]


def test_what_was_there_before_is_known_again_wherever_it_has_moved(run: Run, project: Path) -> None:
    assert errors(run, "models") == ["models/pilots/b.yaml:6:41 VK302"]
    ran = run("validate", "models", "--since", "main", "--lang", "en")
    assert (ran.code, ran.out) == (0, "3 files: nothing new to report\n10 findings from before are not shown.\n")
    (project / "models" / "pilots" / "b.yaml").unlink()
    (project / "models" / "nye").mkdir()
    moved = project / "models" / "nye" / "omdøpt.yaml"
    moved.write_text(BROKEN.replace("activities:", "note: Flyttet.\nactivities:"), "utf-8")
    assert errors(run, "models", "--since", "main") == []
    moved.write_text(moved.read_text("utf-8").replace("id: b", "id: c"), "utf-8")
    assert errors(run, "models", "--since", "main") == ["models/nye/omdøpt.yaml:7:41 VK302"], "neither its id nor its name is known"


def test_a_file_at_a_revision_is_called_what_the_file_is(run: Run, project: Path, git: Git) -> None:
    git("update-ref", "refs/remotes/origin/main", "main")
    broken = project / "models" / "pilots" / "b.yaml"
    broken.write_text(broken.read_text("utf-8").replace("id: b", "id: c"), "utf-8")
    assert errors(run, "models", "--since", "origin/main") == [], "it is known by its name, whatever the revision is called"


def test_what_is_new_is_told_at_its_place(run: Run, project: Path) -> None:
    a = project / "models" / "pilots" / "a.yaml"
    a.write_text(a.read_text("utf-8").replace("term: ro", "term: roo").replace("title: A", "titel: A"), "utf-8")
    (project / "models" / "pilots" / "d.yaml").write_text(WALK.format(id="d", title="D", term="turr"), "utf-8")
    assert errors(run, "models", "--since", "main") == [
        "models/pilots/a.yaml:4:1 VK101",
        "models/pilots/a.yaml:7:51 VK302",
        "models/pilots/d.yaml:6:41 VK302",
    ]
    assert run("validate", "models", "--since", "main").code == 1


def test_a_list_made_before_serves_where_there_is_no_history(run: Run, project: Path) -> None:
    run("validate", "models", "-o", "kjent.json", "--lang", "nb")
    a = project / "models" / "pilots" / "a.yaml"
    a.write_text(a.read_text("utf-8").replace("title: A", "titel: A"), "utf-8")
    assert errors(run, "models", "--baseline", "kjent.json") == ["models/pilots/a.yaml:4:1 VK101"], "in whatever language it was made"
    for text, what in (
        ("[]", "er ikke et svar fra"),
        ('{"diagnostics": ""}', "er ikke et svar fra"),
        ("{", "er ikke et svar fra"),
        (None, "kan ikke leses: den finnes ikke"),
    ):
        path = project / "annet.json"
        path.unlink(missing_ok=True)
        if text is not None:
            path.write_text(text)
        ran = run("validate", "models", "--baseline", "annet.json")
        assert (ran.code, ran.out, what in ran.err) == (2, "", True)


def test_the_past_is_judged_with_the_settings_of_now(run: Run, project: Path) -> None:
    (project / "pyproject.toml").write_text(
        '[tool.virkningskjede]\nfail-on = "warning"\n[tool.virkningskjede.severity]\nVK204 = "warning"\n'
    )
    ran = run("validate", "models", "--since", "main", "--lang", "en")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "3 files: nothing new to report")
    assert run("validate", "models/pilots/a.yaml").code == 1


def test_a_revision_that_is_none_and_a_file_that_was_not_there(run: Run, project: Path) -> None:
    ran = run("validate", "models", "--since", "finnes-ikke")
    assert (ran.code, ran.out) == (2, "")
    ran = run("validate", "models", "--since", "", "--lang", "en")
    assert (ran.code, ran.out, "The revision is empty." in ran.err) == (2, "", True)
    (project / "alene.yaml").write_text(BROKEN.replace("label: Gå", "labl: Gå"), "utf-8")
    assert "VK101" in "".join(errors(run, "alene.yaml", "--since", "main"))


def test_settings_weigh_findings_and_leave_files_out(run: Run, project: Path) -> None:
    settings = project / "pyproject.toml"
    settings.write_text(
        '[tool.virkningskjede]\nper-file-ignores = {"models/pilots/b*" = ["VK302"]}\nseverity = {VK204 = "error", VK2 = "warning"}\n'
    )
    found = json.loads(run("validate", "models", "--format", "json").out)["diagnostics"]
    assert [row for row in found if row["code"] == "VK302"] == []
    assert {(row["code"], row["severity"]) for row in found} == {
        ("VK187", "info"),
        ("VK204", "error"),
        ("VK205", "warning"),
        ("VK206", "warning"),
        ("VK211", "warning"),
    }
    asked = json.loads(run("validate", "models", "--select", "VK302", "--format", "json").out)["diagnostics"]
    assert {row["code"] for row in asked} == {"VK302"}, "what is asked for by name goes before what is settled"
    for wrong in (
        'severity = {VK204 = "grave"}',
        "per-file-ignores = {a = 1}",
        'severity = {VX = "info"}',
        'per-file-ignores = {a = ["VX"]}',
    ):
        settings.write_text(f"[tool.virkningskjede]\n{wrong}\n")
        ran = run("validate", "models")
        assert (ran.code, ran.out) == (2, "")
    settings.write_text('[tool.virkningskjede.severity]\nVK1 = "info"\n')
    (project / "models" / "pilots" / "c.yaml").write_text(WALK.format(id="c", title="C", term="tur").replace("title:", "titel:"), "utf-8")
    assert run("validate", "models/pilots/c.yaml").code == 1, "what makes no model is an error whatever settings say"


def test_what_a_model_accepts_is_as_grave_as_settings_say(run: Run, project: Path) -> None:
    a, b = (project / "models" / "pilots" / f"{name}.yaml" for name in "ab")
    a.write_text(a.read_text("utf-8").replace("title: A", "title: A\naccept: {VK206: Ingen er nevnt.}"), "utf-8")
    b.write_text(BROKEN.replace("title: B", "title: B\naccept: {VK302: Begrepet kommer.}"), "utf-8")
    assert errors(run, "models") == ["models/pilots/b.yaml:5:10 VK904", "models/pilots/b.yaml:7:41 VK302"]
    (project / "pyproject.toml").write_text('[tool.virkningskjede.severity]\nVK302 = "warning"\nVK206 = "error"\n')
    assert [line.split(":", 1)[1] for line in errors(run, "models")] == ["5:10 VK904", "7:14 VK206", "7:14 VK206"]


def test_who_changes_the_codebook_is_told_what_it_breaks(run: Run, project: Path) -> None:
    codebook = project / "models" / "vocabulary.yaml"
    (project / "models" / "pilots" / "b.yaml").unlink()
    assert errors(run, "models/vocabulary.yaml") == []
    codebook.write_text(codebook.read_text("utf-8").replace("  ro:", "  indre-ro:"), "utf-8")
    ran = run("validate", "models/vocabulary.yaml", "--lang", "en")
    assert "models/pilots/a.yaml:7:51: error VK302 The term `ro` is not in the codebook" in ran.out
    assert (ran.code, ran.out.splitlines()[-1]) == (1, "1 file: 1 error, 2 notes")


def test_what_an_editor_holds_is_read_under_the_name_that_it_has(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (project / "models" / "pilots" / "a.yaml").read_text("utf-8").replace("term: tur", "term: turr")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert errors(run, "-", "--name", "models/pilots/a.yaml") == ["models/pilots/a.yaml:6:41 VK302"]
    for arguments in (("-",), ("models", "--name", "a.yaml")):
        ran = run("validate", *arguments)
        assert (ran.code, ran.out) == (2, "")


@pytest.mark.parametrize("here", ["models", "utenfor"])
def test_programs_are_told_where_a_file_lies_in_its_repository(run: Run, project: Path, here: str, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = project / here if here == "models" else project.parent / here
    folder.mkdir(exist_ok=True)
    monkeypatch.chdir(folder)
    place = "models/pilots/b.yaml"
    lines = run("validate", str(project / "models" / "pilots"), "--format", "github").out.splitlines()
    assert [line.split(",")[0] for line in lines if line.startswith("::")] == [f"::error file={place}"]
    entries = json.loads(run("validate", "../lager/models/pilots" if here == "utenfor" else "pilots", "--format", "gitlab").out)
    assert [entry["location"]["path"] for entry in entries] == [place]
    sarif = json.loads(run("validate", str(project / "models" / "pilots"), "--format", "sarif").out)["runs"][0]
    where = sarif["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert where == {"uri": place, "uriBaseId": "%SRCROOT%"}


def test_what_others_rest_on_is_what_an_editor_holds(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def typed(name: str, text: str, *arguments: str) -> list[str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        return errors(run, "-", "--name", name, *arguments)

    terms = (project / "models" / "vocabulary.yaml").read_text("utf-8")
    (project / "models" / "pilots" / "b.yaml").unlink()
    assert typed("models/vocabulary.yaml", terms) == []
    assert typed("models/vocabulary.yaml", terms.replace("  ro:", "  indre-ro:")) == ["models/pilots/a.yaml:7:51 VK302"]
    assert (project / "models" / "vocabulary.yaml").read_text("utf-8") == terms, "nothing is written"
    # A file that is not there yet counts as well: what a model of today refers to, and the codebook that makes a folder a project.
    a = project / "models" / "pilots" / "a.yaml"
    a.write_text(a.read_text("utf-8").replace("title: A", "title: A\nsource: bok"), "utf-8")
    assert errors(run, "models") == ["models/pilots/a.yaml:5:9 VK308"]
    assert typed("models/references.yaml", REFERENCES, "models") == []
    (project / "models" / "vocabulary.yaml").rename(project / "kodebok.txt")
    assert "models/pilots/a.yaml:8:51 VK302" in typed("models/vocabulary.yaml", terms.replace("  ro:", "  indre-ro:"), "models")


def test_files_of_other_programs_are_passed_over_in_a_folder_and_named(run: Run, project: Path) -> None:
    (project / "docker-compose.yml").write_text("services: {web: {image: x}}\n")
    (project / "a.yml").write_text("- liste\n")
    (project / "uten.yaml").write_text("kind: pilot\nid: x\n")
    ran = run("validate", ".", "--lang", "en")
    assert ran.out.splitlines()[-1] == "Not read, 2 files: a.yml, docker-compose.yml (have no key `virkningskjede`)."
    assert "uten.yaml:1:1: error VK102" in ran.out, "one of ours whose first line was forgotten"
    assert run("validate", "docker-compose.yml").code == 1, "a file that is named is judged"


def test_the_page_of_a_run_gets_a_summary(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = project / "sammendrag.md"
    summary.write_text("Før.\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert run("validate", "models").code == 1
    assert summary.read_text("utf-8") == "Før.\n", "only where the format is that of GitHub"
    run("validate", "models", "--format", "github", "--lang", "en")
    text = summary.read_text("utf-8")
    assert text.startswith("Før.\n## What was found in the files\n")
    assert "| models/pilots/b.yaml:6:41 | error | VK302 |" in text
    summary.write_text("x" * 1024 * 1024)
    ran = run("validate", "models", "--format", "github", "--lang", "en")
    assert (ran.code, summary.stat().st_size, "larger than GitHub takes" in ran.err) == (1, 1024 * 1024, True)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(project / "ingen" / "x.md"))
    ran = run("validate", "models", "--format", "github")
    assert (ran.code, "Sammendraget kan ikke skrives" in ran.err) == (1, True)


@pytest.mark.parametrize("folder", ["models/pilots", "ved-siden"])
def test_a_file_is_judged_once_whatever_it_is_called(run: Run, project: Path, folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    there = project / folder
    there.mkdir(exist_ok=True)
    monkeypatch.chdir(there)
    models = "../../models" if folder == "models/pilots" else "../models"
    found = [f"{models}/pilots/b.yaml:6:41 VK302"]
    assert errors(run, models) == found
    assert errors(run, models, str(project / "models")) == found
    text = (project / "models" / "pilots" / "a.yaml").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
    assert errors(run, "-", models, "--name", str(project / "models" / "pilots" / "a.yaml")) == found


def test_what_is_known_in_two_ways_is_known_once(run: Run, project: Path) -> None:
    run("validate", "models", "-o", "kjent.json")
    both = ("models", "--since", "main", "--baseline", "kjent.json")
    assert errors(run, *both) == []
    broken = project / "models" / "pilots" / "b.yaml"
    broken.write_text(broken.read_text("utf-8").replace("term: turr", "term: [turr, turr]"), "utf-8")
    assert len(errors(run, "models", "--since", "main")) == len(errors(run, *both)) > 0


def test_a_project_that_has_moved_has_nothing_new(run: Run, project: Path, git: Git, commit: Commit) -> None:
    (project / "pyproject.toml").write_text('[tool.virkningskjede.severity]\nVK302 = "warning"\n', "utf-8")
    (project / "models" / "pyproject.toml").write_text('[tool.virkningskjede]\nselect = ["VK3"]\n', "utf-8")
    commit("2026-01-02")
    (project / "tiltak").mkdir()
    git("mv", "models", "tiltak/modeller")
    commit("2026-01-03")
    ran = run("validate", "tiltak/modeller", "--since", "HEAD~1", "--lang", "en")
    assert (ran.code, ran.out) == (0, "3 files: nothing new to report\nOne finding from before is not shown.\n")


@pytest.fixture
def whole(git: Git, commit: Commit) -> Path:
    """A project in which nothing is wrong, as it stood at main."""
    del git
    root = write_project(Path.cwd() / "models")
    commit("2026-01-01")
    return root


def change(path: Path, old: str, new: str) -> None:
    """Change every mention in a file."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8", newline="")


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_who_renames_a_term_is_told_once_at_the_codebook(run: Run, whole: Path, ends: str) -> None:
    for path in whole.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", ends.encode()))  # as git does in a work tree on Windows
    change(whole / "vocabulary.yaml", "  tur:", "  rusletur:")
    change(whole / "vocabulary.yaml", "[tur]", "[rusletur]")
    told = run("validate", "models", "--since", "main", "--format", "github", "--lang", "en").out.splitlines()
    assert told == [
        "::error file=models/vocabulary.yaml,line=4,endLine=4,col=3,endColumn=11,title=VK125::models/vocabulary.yaml:4:3: "
        "There is no term `tur`. `tur` stood here at main: mend the other places, or put it back. "
        "`virkningskjede rename` changes a name everywhere. "
        "See also: models/comparisons/turer.yaml:6:53, models/criteria/ute.yaml:8:24, models/pilots/a.yaml:6:41.",
        "5 files: 1 error",
        "8 findings from before are not shown.",
    ]
    run("validate", "models", "--since", "main", "-o", "nytt.json")
    assert errors(run, "models", "--since", "main", "--baseline", "nytt.json") == [], "each place of it is known again"


def test_what_is_gone_without_another_in_its_place_is_told_beside_where_it_stood(run: Run, whole: Path) -> None:
    change(whole / "vocabulary.yaml", TERMS.splitlines(keepends=True)[4], "")
    assert errors(run, "models", "--since", "main") == ["models/vocabulary.yaml:5:3 VK302"]
    change(whole / "vocabulary.yaml", TERMS.splitlines(keepends=True)[5], "")
    assert errors(run, "models", "--since", "main") == ["models/vocabulary.yaml:4:3 VK302", "models/vocabulary.yaml:4:3 VK302"]


def test_what_is_otherwise_in_the_codebook_is_told_there_too(run: Run, whole: Path) -> None:
    change(whole / "vocabulary.yaml", "stage: outcome", "stage: output")
    lines = run("validate", "models", "--since", "main", "--format", "concise", "--lang", "en").out.splitlines()
    assert lines[0] == (
        "models/vocabulary.yaml:6:3: warning VK315 The term `ro` cannot stand under `outcomes`. "
        "See also: models/pilots/a.yaml:7:51, models/pilots/b.yaml:7:51"
    )


def test_who_broke_a_model_alone_is_told_there(run: Run, whole: Path) -> None:
    change(whole / "vocabulary.yaml", "Tur i høyden", "Tur høyt oppe")
    change(whole / "pilots" / "a.yaml", "term: tur", "term: turr")
    assert errors(run, "models", "--since", "main") == ["models/pilots/a.yaml:6:41 VK302"]
    change(whole / "vocabulary.yaml", "  ro:", "  indre-ro:")
    change(whole / "pilots" / "b.yaml", "term: ro", "term: [ro]")
    assert errors(run, "models", "--since", "main") == ["models/pilots/a.yaml:6:41 VK302", "models/pilots/a.yaml:7:51 VK302"], (
        "both models were changed, and neither is as it was"
    )


def test_the_model_that_is_new_is_the_one_with_an_id_that_is_taken(run: Run, whole: Path) -> None:
    new = whole / "nye" / "x.yaml"
    new.parent.mkdir()
    new.write_bytes((whole / "pilots" / "a.yaml").read_bytes())
    lines = run("validate", "models", "--since", "main", "--format", "concise", "--lang", "en").out.splitlines()
    assert lines[0] == (
        "models/nye/x.yaml:3:5: error VK313 The model `a` is also in models/pilots/a.yaml. See also: models/pilots/a.yaml:3:5"
    )


@pytest.mark.parametrize("edited", [False, True])
def test_a_project_that_is_moved_before_it_is_committed_has_nothing_new(run: Run, project: Path, edited: bool) -> None:
    write_project(project / "andre")
    (project / "models").rename(project / "modeller")
    if edited:
        moved = project / "modeller" / "vocabulary.yaml"
        moved.write_text(moved.read_text("utf-8").replace("Tur i høyden", "Tur høyt oppe"), "utf-8")
    ran = run("validate", "modeller", "--since", "main", "--lang", "en")
    assert (ran.code, ran.out) == (0, "3 files: nothing new to report\n10 findings from before are not shown.\n")


def test_why_everything_is_new_is_told(run: Run, project: Path) -> None:
    write_project(project / "andre")
    wrong = project / "andre" / "pilots" / "b.yaml"
    wrong.write_text(BROKEN, "utf-8")
    ran = run("validate", "andre", "--since", "main", "--lang", "en", "--format", "concise")
    line = "Everything found in these 3 files is new: neither they nor their project was there at the revision: "
    assert ran.out.splitlines()[-1] == line + "andre/pilots/a.yaml, andre/pilots/b.yaml, andre/vocabulary.yaml"
    (project / "models" / "pilots" / "b.yaml").write_text(BROKEN.replace("turr", "tarr"), "utf-8")
    assert "Everything" not in run("validate", "models", "--since", "main", "--lang", "en").out, (
        "a file that is new in a project is not told"
    )


def test_a_codebook_that_is_new_makes_new_only_what_rests_on_it(run: Run, project: Path, git: Git, commit: Commit) -> None:
    codebook = project / "models" / "vocabulary.yaml"
    text = codebook.read_text("utf-8")
    codebook.unlink()
    commit("2026-01-02")
    codebook.write_text(text, "utf-8")
    ran = run("validate", "models", "--since", "HEAD", "--lang", "en", "--format", "concise")
    assert [line.split(": ")[0] for line in ran.out.splitlines()] == [
        "models/pilots/b.yaml:6:41",
        "3 files",
        "8 findings from before are not shown.",
    ]


def test_files_that_stand_alone_are_held_against_one_laying_out(
    run: Run, project: Path, commit: Commit, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "cde":
        (project / f"{name}.yaml").write_text(WALK.format(id=name, title=name, term="tur").replace("label: Gå", "labl: Gå"), "utf-8")
    commit("2026-01-02")
    (project / "c.yaml").rename(project / "moved.yaml")  # known again by its id
    (project / "d.yaml").write_text((project / "d.yaml").read_text("utf-8").replace("title: d", "titel: d"), "utf-8")
    (project / "f.yaml").write_text(BROKEN.replace("label: Gå", "labl: Gå").replace("id: b", "id: f"), "utf-8")
    asked: list[str] = []

    def laid_out(path: Path, revision: str) -> Snapshot:
        asked.append(revision)
        return snapshot(path, revision)

    monkeypatch.setattr(git_history, "snapshot", laid_out)
    ran = run("validate", "moved.yaml", "d.yaml", "e.yaml", "f.yaml", "models", "--since", "HEAD", "--lang", "en", "--format", "concise")
    found = [line.split(": ")[0] for line in ran.out.splitlines() if " error " in line]
    assert (found, asked) == (["d.yaml:4:1", "f.yaml:6:20"], ["HEAD"])
    assert ran.out.splitlines()[-1].endswith("neither it nor its project was there at the revision: f.yaml")


def test_without_a_name_or_a_stream_nothing_is_taken_for_a_file(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del project
    assert run("validate", "-", "--name", "").code == 2
    monkeypatch.setattr(sys, "stdin", None)
    assert errors(run, "-", "--name", "models/pilots/a.yaml") == ["models/pilots/a.yaml:1:1 VK010"]

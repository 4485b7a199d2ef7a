"""``virkningskjede diff``: what it chooses, what it writes, and what git asks of it."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ..conftest import CRITERIA, TERMS, WALK, Commit, Git
from .conftest import MODEL, Run


def test_a_pilot_against_its_template_either_way(run: Run) -> None:
    for pair in (("corpus:tromso", "corpus:modell-1"), ("corpus:modell-1", "corpus:tromso")):
        ran = run("diff", *pair)
        assert ran.code == 1
        assert ran.out.startswith("Tromsø holdt mot Modell 1\n")
        assert max(map(len, ran.out.splitlines())) <= 80
    data = json.loads(run("diff", "corpus:tromso", "corpus:modell-1", "--format", "json").out)
    assert {"a", "b", "comparable", "changes", "summary"} <= data.keys()
    assert {"fastlege", "arbeidsgiver"} <= data["template"]["actors"].keys()
    assert "template" not in json.loads(run("diff", "corpus:ha", "corpus:nesodden", "--format", "json").out)


def test_html_is_a_page(run: Run) -> None:
    ran = run("diff", "corpus:tromso", "corpus:modell-1", "--format", "html", "--lang", "en")
    assert ran.out.startswith('<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>Tromsø against Modell 1</title>')
    assert ran.out.endswith("</html>\n")


@pytest.mark.parametrize(
    ("options", "code", "paths"),
    [
        ((), 1, {"activities.kurs.status", "activities.kurs.label", "activities.kurs.leads_to.mestring", "activities.nytt"}),
        (("--weight", "content"), 1, {"activities.kurs.status", "activities.kurs.leads_to.mestring", "activities.nytt"}),
        (("--weight", "logic"), 1, {"activities.kurs.leads_to.mestring", "activities.nytt"}),
        (("--only", "progressed,added"), 1, {"activities.kurs.status", "activities.nytt"}),
        (("--only", "node"), 1, {"activities.nytt"}),
        (("--only", "status", "--only", "label"), 1, {"activities.kurs.status", "activities.kurs.label"}),
        (("--only", "field", "--weight", "content"), 1, {"activities.kurs.status"}),
        (("--only", "outcomes"), 0, set()),
        (("--exit-zero", "--only", "node"), 0, {"activities.nytt"}),
    ],
)
def test_only_the_changes_that_are_asked_for(run: Run, here: Path, options: tuple[str, ...], code: int, paths: set[str]) -> None:
    (here / "a.yaml").write_text(MODEL)
    after = MODEL.replace("planned, leads_to: [mestring]", "in_use").replace("Kurs for brukere", "Kurs for alle brukere")
    (here / "b.yaml").write_text(after.replace("outcomes:", "  nytt: {label: Nytt}\noutcomes:"))
    ran = run("diff", "a.yaml", "b.yaml", "--format", "json", *options)
    assert (ran.code, {change["path"] for change in json.loads(ran.out)["changes"]}) == (code, paths)


def test_two_models_are_listed_when_only_some_changes_are_asked_for(run: Run) -> None:
    ran = run("diff", "corpus:ha", "corpus:nesodden", "--only", "progressed", "--format", "md", "--lang", "en")
    assert ran.out.startswith("# From Hå to Nesodden\n\n")
    assert "status has come from planned to in use" in ran.out


@pytest.mark.parametrize(
    "arguments",
    [("corpus:ha",), ("corpus:ha", "corpus:nesodden", "corpus:tromso"), ("corpus:ha", "corpus:nesodden", "--only", "progresed")],
)
def test_what_it_cannot_do_is_said(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run("diff", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("feil: ")


def test_two_folders(run: Run, git: Git, commit: Commit) -> None:
    """New models, those that are gone, a new id in the same file, and what has changed: from a revision, and beside each other."""
    folder = Path("models")
    folder.mkdir()
    (folder / "vocabulary.yaml").write_text("virkningskjede: 1\nkind: vocabulary\n")
    old = {name: MODEL.replace("id: m\n", f"id: {name}\n") for name in ("ask", "bjork", "gran")}
    assert len({*old.values()}) == 3
    for name, text in old.items():
        (folder / f"{name}.yaml").write_text(text)
    commit("2024-01-01")
    assert run("diff", "models@HEAD", "models", "--lang", "en").out.endswith("No differences (3 models).\n")
    (folder / "ask.yaml").write_text(old["ask"].replace("planned", "in_use"))
    (folder / "bjork.yaml").write_text(old["bjork"].replace("id: bjork", "id: hassel"))
    (folder / "gran.yaml").rename(folder / "selje.yaml")
    (folder / "selje.yaml").write_text(old["gran"].replace("id: gran", "id: selje"))
    ran = run("diff", "models@HEAD", "models", "--format", "json", "--lang", "en")
    data = json.loads(ran.out)
    assert (ran.code, data["a"], data["b"]) == (1, "models@HEAD", "models")
    told = {each["model"]: [change["path"] for change in each["changes"]] for each in data["changed"]}
    assert told == {"ask": ["activities.kurs.status"], "hassel": ["id"]}
    assert ([each["model"] for each in data["added"]], [each["model"] for each in data["removed"]]) == (["selje"], ["gran"])
    assert run("diff", "models@HEAD", "models", "--exit-zero").code == 0
    Path("pyproject.toml").write_text('[tool.virkningskjede]\nlang = "en"\n')
    assert run("diff", "models@HEAD", "models", "--format", "md").out.startswith("# Changes in the models "), "settings are those of today"
    assert "Without such changes: " in run("diff", "models@HEAD", "models", "--weight", "logic", "--lang", "en").out


@pytest.mark.parametrize("names", [("models", "models/m.yaml"), ("models/m.yaml", "models")])
def test_a_folder_and_a_file_are_refused(run: Run, here: Path, names: tuple[str, str]) -> None:
    (here / "models").mkdir()
    (here / "models" / "m.yaml").write_text(MODEL)
    ran = run("diff", *names, "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "models is a folder, but models/m.yaml is none; name two models, or two folders" in ran.err


def test_a_version_under_an_earlier_name_and_id(run: Run, git: Git, commit: Commit) -> None:
    Path("m.yaml").write_text(MODEL)
    commit("2024-01-01")
    git("mv", "m.yaml", "ny.yaml")
    commit("2024-01-02")
    Path("ny.yaml").write_text(MODEL.replace("id: m", "id: ny").replace("planned", "in_use"))
    data = json.loads(run("diff", "ny.yaml@HEAD~1", "ny.yaml", "--format", "json").out)
    assert [(change["kind"], change["path"]) for change in data["changes"]] == [("changed", "id"), ("progressed", "activities.kurs.status")]
    assert run("diff", "m.yaml@HEAD~1", "ny.yaml@HEAD").code == 0
    for wrong in ("ny.yaml@nonsense", "borte.yaml@HEAD", "m.yaml"):
        ran = run("diff", wrong, "ny.yaml")
        assert (ran.code, ran.out) == (2, "")


WAITING = """
import os, socket, sys
from virkningskjede import cli, diff
listening = socket.socket(socket.AF_UNIX)
listening.bind(sys.argv[1])
listening.listen()
print("ready", flush=True)
while True:
    caller, _ = listening.accept()
    if os.fork() == 0:
        listening.close()
        told, (out, err), _, _ = socket.recv_fds(caller, 1 << 20, 2)
        folder, count, *rest = told.decode().split("\\0")
        sys.argv = ["virkningskjede", *rest[: int(count)]]
        os.environ.clear()
        os.environ.update(each.split("=", 1) for each in rest[int(count) :])
        os.chdir(folder)
        os.dup2(out, 1)
        os.dup2(err, 2)
        sys.stdout, sys.stderr = open(1, "w"), open(2, "w")
        try:
            cli.main()
        except SystemExit as stop:
            sys.stdout.flush()
            caller.sendall(bytes([stop.code]))
            os._exit(0)
    caller.close()
"""
"""A process that has imported the command, and answers each call of it in a fork of its own."""

CALLING = """
import os, socket, sys
calls = socket.socket(socket.AF_UNIX)
calls.connect({address!r})
arguments = sys.argv[1:]
told = [os.getcwd(), str(len(arguments)), *arguments, *map("=".join, os.environ.items())]
socket.send_fds(calls, ["\\0".join(told).encode()], [1, 2])
sys.exit(calls.recv(1)[0])
"""
"""What git starts under the name of the command: it hands its arguments, folder, variables and output on to the process that waits."""


@pytest.fixture(scope="module")
def calling(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The program that git starts. It is started for every file of every diff, and importing the command anew would be most of the work."""
    address = str(tmp_path_factory.mktemp("kall") / "s")
    with subprocess.Popen([sys.executable, "-c", WAITING, address], stdout=subprocess.PIPE, text=True) as waiting:
        assert waiting.stdout is not None and waiting.stdout.readline() == "ready\n"
        yield CALLING.format(address=address)
        waiting.kill()


@pytest.fixture
def driver(git: Git, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, calling: str) -> Git:
    """git with this command as its diff program for models, by the two lines that the documentation gives."""
    program = tmp_path / "kall.py"
    program.write_text(calling)
    script = tmp_path / "virkningskjede"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -I -S "{program}" "$@"\n')
    script.chmod(script.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("VIRKNINGSKJEDE_LANG", "en")
    Path(".gitattributes").write_text("*.yaml diff=virkningskjede\n")
    return git


@pytest.mark.skipif(shutil.which("sh") is None, reason="the stand-in for the command is a shell script")
def test_git_tells_changes_of_models_by_their_meaning(driver: Git, commit: Commit) -> None:
    driver("config", "diff.virkningskjede.command", "virkningskjede diff --git --")
    Path("m.yaml").write_text(MODEL)
    Path("liste.yaml").write_text("a: 1\n")
    commit("2024-01-01")
    driver("mv", "m.yaml", "ny.yaml")
    Path("ny.yaml").write_text(MODEL.replace("planned", "in_use"))
    Path("liste.yaml").write_text("a: 2\n")
    Path("annen.yaml").write_text("virkningskjede: 1\nkind: pilot\nid: annen\n")
    commit("2024-01-02")
    assert driver("diff", "-M", "HEAD~1", "HEAD") == (
        "annen.yaml\n"
        "A new model.\n"
        "liste.yaml\n"
        "Cannot be compared as a model. Line by line:\n"
        "@@ -1 +1 @@\n"
        "-a: 1\n"
        "+a: 2\n"
        "ny.yaml (was called m.yaml before)\n"
        "\n"
        "Eksempel: changes\n"
        "=================\n"
        "\n"
        "1 change: 1 in the content.\n"
        "\n"
        "Content\n"
        "-------\n"
        "\n"
        "- “Kurs for brukere”: status has come from planned to in use\n"
    )
    Path("annen.yaml").unlink()
    Path("ny.yaml").write_text(Path("ny.yaml").read_text() + "# en merknad\n")
    Path("liste.yaml").write_text("\x1b[31m: [\n")
    shown = driver("diff")
    assert "annen.yaml\nThe model was removed.\n" in shown
    assert "ny.yaml\nOnly layout or comments changed.\n" in shown
    assert "\x1b" not in shown
    driver("checkout", "-q", ".")
    Path("ny.yaml").chmod(0o755)
    assert driver("diff") == "ny.yaml\nOnly the file's permissions changed.\n"
    assert "Eksempel: changes" in driver("log", "-p", "--ext-diff", "-1")


@pytest.mark.skipif(shutil.which("sh") is None, reason="the stand-in for the command is a shell script")
def test_git_compares_models_line_by_line_in_plain_words(driver: Git, commit: Commit) -> None:
    driver("config", "diff.virkningskjede.textconv", "virkningskjede diff --textconv --")
    Path("m.yaml").write_text(MODEL)
    commit("2024-01-01")
    # The same in another layout, but for one thing.
    lines = "\n    label: Kurs for brukere\n    status: in_use\n    leads_to: [mestring]"
    Path("m.yaml").write_text(MODEL.replace("{label: Kurs for brukere, status: planned, leads_to: [mestring]}", lines))
    assert [line for line in driver("diff").splitlines() if line[0] in "-+" and line[:3] not in ("---", "+++")] == [
        "-  status: planned",
        "+  status: in use",
    ]
    Path("m.yaml").write_text("oops: [\n")
    assert "+oops: [" in driver("diff")
    Path("m.yaml").write_text("oops: [ \x1b[31m\x9b \u202e\n")
    shown = driver("diff")
    assert "+oops: [ \ufffd[31m\ufffd \ufffd\n" in shown
    assert not {"\x1b", "\x9b", "\u202e"} & set(shown)


@pytest.mark.skipif(shutil.which("sh") is None, reason="the stand-in for the command is a shell script")
def test_git_tells_changes_in_markdown(driver: Git, commit: Commit) -> None:
    driver("config", "diff.virkningskjede.command", "virkningskjede diff --git --format md --")
    Path("m_n.yaml").write_text(MODEL)
    Path("liste.yaml").write_text("a: ```\n")
    commit("2024-01-01")
    Path("m_n.yaml").write_text(MODEL.replace("planned", "in_use"))
    Path("liste.yaml").write_text("a: 2\n")
    Path("ny.yaml").write_text(MODEL)
    driver("add", "-N", "ny.yaml")
    assert driver("diff") == (
        "liste.yaml\n"
        "\n"
        "Cannot be compared as a model. Line by line:\n"
        "\n"
        "````diff\n"
        "@@ -1 +1 @@\n"
        "-a: ```\n"
        "+a: 2\n"
        "````\n"
        "\n"
        "m\\_n.yaml\n"
        "\n"
        "# Eksempel: changes\n"
        "\n"
        "1 change: 1 in the content.\n"
        "\n"
        "## Content\n"
        "\n"
        "- “Kurs for brukere”: status has come from planned to in use\n"
        "\n"
        "ny.yaml\n"
        "\n"
        "A new model.\n"
        "\n"
    )


@pytest.mark.parametrize(("way", "form"), [("--git", "json"), ("--git", "html"), ("--textconv", "md"), ("--textconv", "json")])
def test_a_form_that_git_cannot_use_is_refused(run: Run, here: Path, way: str, form: str) -> None:
    (here / "m.yaml").write_text(MODEL)
    arguments = ("m.yaml",) if way == "--textconv" else ("m.yaml", "m.yaml", "0", "100644", "m.yaml", "0", "100644")
    ran = run("diff", way, "--format", form, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"feil: `{form}` er ikke et av valgene: text")


@pytest.mark.parametrize("count", [0, 2, 6, 8])
def test_other_callers_than_git_are_told(run: Run, count: int) -> None:
    assert run("diff", "--git", *["x"] * count).code == 2
    assert run("diff", "--textconv", *["x"] * (count or 3)).code == 2


def test_an_unmerged_file_is_named(run: Run) -> None:
    assert run("diff", "--git", "m.yaml") == (0, "m.yaml\n", "")


def test_a_missing_file_is_no_crash(run: Run, here: Path) -> None:
    ran = run("diff", "--git", "m.yaml", "borte", "0", "100644", "heller-ikke", "0", "100644")
    assert (ran.code, ran.out) == (0, "m.yaml\nKan ikke sammenlignes som modell. Linje for linje:\n")
    assert subprocess.run([sys.executable, "-m", "virkningskjede", "diff", "--textconv", "borte"], check=False, cwd=here).returncode == 0


def test_what_a_change_of_two_folders_does_is_told_and_drawn(run: Run, git: Git, commit: Commit) -> None:
    del git
    for name, text in {
        "vocabulary.yaml": TERMS,
        "criteria/ute.yaml": CRITERIA,
        "pilots/a.yaml": WALK.format(id="a", title="A", term="tur"),
    }.items():
        (Path("models") / name).parent.mkdir(parents=True, exist_ok=True)
        (Path("models") / name).write_text(text, "utf-8")
    commit("2026-01-01")
    Path("models/pilots/a.yaml").write_text(WALK.format(id="a", title="A", term="ro"), "utf-8")
    ran = run("diff", "models@main", "models", "--consequences", "--pictures", "bilder/ny", "--format", "md", "--lang", "en")
    assert ran.code == 1
    assert "| A | Ute | De går tur | met | not stated |" in ran.out
    assert [path.name for path in Path("bilder/ny").iterdir()] == ["a.svg"]
    ran = run("diff", "models/pilots/a.yaml@main", "models/pilots/a.yaml", "--consequences")
    assert (ran.code, "--consequences gjelder to mapper med modeller" in ran.err) == (2, True)

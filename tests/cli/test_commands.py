"""The commands on the real models: what a person and a program get."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from virkningskjede.project import load_model

from .conftest import Run

ESCAPE = re.compile("\x1b")


def test_version_starts_without_what_it_does_not_need() -> None:
    code = (
        "import sys; sys.argv = ['virkningskjede', '--version']\n"
        "from virkningskjede.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'pydantic', 'networkx', 'pygraphviz', 'graphviz', 'rich', 'yaml', 'pandas'} & set(sys.modules)\n"
        "print(heavy or 'light')"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    version, light = ran.stdout.splitlines()
    assert re.fullmatch(r"virkningskjede \d+\.\d+\.\d+", version)
    assert light == "light"


@pytest.mark.parametrize("name", ["corpus:ha", "corpus:nesodden", "corpus:kristiansand", "corpus:modell-1"])
def test_show_fits_eighty_columns_and_is_plain_when_piped(run: Run, name: str) -> None:
    ran = run("show", name)
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 80
    assert not ESCAPE.search(ran.out)
    assert ran.out.isprintable() or set(ran.out) >= {"\n"}


def test_show_has_every_label(run: Run, models_folder: Path) -> None:
    path = models_folder / "pilots" / "nesodden.yaml"
    out = "".join(run("show", path).out.split())
    for node in load_model(path).nodes.values():
        assert all(part in out for part in node.label.split())


def test_show_as_json_is_the_model_with_its_files_keys(run: Run) -> None:
    data = json.loads(run("show", "corpus:kristiansand", "--format", "json").out)
    assert data["id"] == "kristiansand"
    assert data["follows"] == "modell-1"
    assert all("label" in item for item in data["activities"].values())


def test_labels_never_act_in_the_terminal(run: Run, here: Path) -> None:
    (here / "m.yaml").write_text(
        'virkningskjede: 1\nkind: pilot\nid: m\ntitle: "[red]rødt[/] :smile: [link=http://x]x"\n'
        'inputs:\n  a: {label: "[bold]A[/bold] [/]"}\n'
    )
    ran = run("show", "m.yaml")
    assert "[red]rødt[/] :smile: [link=http://x]x" in ran.out
    assert "[bold]A[/bold] [/]" in ran.out


def test_check_prints_the_matrix_and_fits_eighty_columns(run: Run, models_folder: Path) -> None:
    ran = run("check", models_folder / "pilots", "--criteria", "oslo-economics-2020")
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 80
    for word in ("oppfylt", "delvis", "ikke nevnt", "Ledelsesforankret i begge tjenester"):
        assert word in ran.out


def test_check_as_json_has_the_fixed_keys(run: Run, models_folder: Path) -> None:
    data = json.loads(run("check", models_folder / "pilots", "--criteria", "oslo-economics-2020", "--format", "json").out)
    assert len(data["results"]) == 9 * len(list((models_folder / "pilots").glob("*.yaml")))
    for row in data["results"]:
        assert {"criteria", "model", "criterion", "verdict", "possible", "reason", "nodes", "at"} <= row.keys()
        assert row["verdict"] in row["possible"]
        assert all(re.fullmatch(r"[a-z0-9-]+#[^:]+:\d+", place) for place in row["at"])


@pytest.mark.parametrize(("options", "code"), [((), 0), (("--fail-on", "not_stated"), 1), (("--fail-on", "nonsense"), 2)])
def test_check_fails_only_on_what_is_named(run: Run, options: tuple[str, ...], code: int) -> None:
    assert run("check", "corpus:ha", "--criteria", "oslo-economics-2020", *options).code == code


def test_an_unknown_set_is_refused_with_the_known_ones(run: Run) -> None:
    ran = run("check", "corpus:ha", "--criteria", "oslo-economics")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("feil: det er ikke noe kriteriesett oslo-economics; disse finnes: brukermedvirkning, ")
    assert ran.err.endswith("; mente du `oslo-economics-2020`?\n")


@pytest.mark.parametrize("form", ["md", "csv", "html"])
def test_the_matrix_as_a_table_elsewhere(run: Run, form: str) -> None:
    ran = run("check", "corpus:ha", "corpus:nesodden", "--criteria", "oslo-economics-2020", "--format", form)
    assert ran.code == 0
    assert "Nesodden" in ran.out or "nesodden" in ran.out
    if form == "csv":
        assert len({len(row) for row in csv.reader(io.StringIO(ran.out))}) == 1


def test_diff_of_two_pilots(run: Run) -> None:
    ran = run("diff", "corpus:ha", "corpus:nesodden")
    assert ran.code == 1
    assert max(map(len, ran.out.splitlines())) <= 80
    assert "Bare i Hå" in ran.out
    data = json.loads(run("diff", "corpus:ha", "corpus:nesodden", "--format", "json").out)
    assert {"a", "b", "comparable", "changes", "summary"} <= data.keys()
    assert data["comparable"] is True
    for change in data["changes"]:
        assert {"kind", "element", "path", "before", "after", "weight", "reason"} <= change.keys()


def test_diff_with_itself_is_nothing(run: Run) -> None:
    assert run("diff", "corpus:ha", "corpus:ha").code == 0


def test_diff_of_two_versions_in_git(run: Run, here: Path) -> None:
    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *identity, *arguments], cwd=here, check=True, capture_output=True)

    path = here / "m.yaml"
    text = "virkningskjede: 1\nkind: pilot\nid: m\nactivities:\n  a: {label: A, status: planned}\n"
    git("init", "-q")
    path.write_text(text)
    git("add", ".")
    git("commit", "-qm", "first")
    path.write_text(text.replace("planned", "in_use"))
    data = json.loads(run("diff", "m.yaml@HEAD", "m.yaml", "--format", "json").out)
    assert [(change["kind"], change["path"], change["before"], change["after"]) for change in data["changes"]] == [
        ("progressed", "activities.a.status", "planned", "in_use")
    ]
    assert run("diff", "m.yaml@nonsense", "m.yaml").code == 2
    assert run("diff", "m.yaml@--output=x", "m.yaml").code == 2
    assert not (here / "x").exists()


def test_render_writes_the_picture_that_the_ending_asks_for(run: Run, here: Path) -> None:
    signs = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF", "dot": b"digraph", "mmd": b"flowchart"}
    for ending, sign in signs.items():
        ran = run("render", "corpus:kristiansand", "-o", f"k.{ending}")
        assert ran.code == 0, ran.err
        assert ran.out == ""
        assert ran.err == f"Skrev k.{ending}\n"
        assert sign in (here / f"k.{ending}").read_bytes()[:200]
    ran = run("render", "corpus:kristiansand", "-o", "k.docx")
    assert ran.code == 2
    assert not (here / "k.docx").exists()


def test_new_makes_a_model_that_validates(run: Run, here: Path) -> None:
    ran = run("new", "prove")
    assert ran.code == 0
    assert (here / "prove.yaml").is_file()
    assert run("validate", "prove.yaml", "--fail-on", "error").code == 0
    again = run("new", "prove")
    assert again.code == 2
    assert "finnes fra før" in again.err


def test_new_takes_the_table_that_a_researcher_already_has(run: Run, here: Path) -> None:
    (here / "t.csv").write_bytes(
        "Steg;Tekst;Fører til;Sted\r\n"
        "Innsatsfaktor;Midler;Kurs for brukere;2.1:3\r\n"
        '"Aktivitet";"Kurs for\nbrukere";"Mestring, Kursbevis";\r\n'
        "Produkt;Kursbevis;;\r\n"
        "Brukereffekt;Mestring;;\r\n".replace("for\nbrukere", "for brukere").encode("cp1252")
    )
    ran = run("new", "tabell", "--from", "t.csv", "--source", "prosjektplan", "-o", "tabell.yaml")
    assert ran.code == 0, ran.err
    assert (here / "tabell.yaml").read_text() == (
        "virkningskjede: 1\n"
        "kind: pilot\n"
        "id: tabell\n"
        "source: prosjektplan\n"
        "inputs:\n"
        '  midler: {label: Midler, at: "2.1:3", leads_to: [kurs-for-brukere]}\n'
        "activities:\n"
        "  kurs-for-brukere: {label: Kurs for brukere, leads_to: [mestring, kursbevis]}\n"
        "outputs:\n"
        "  kursbevis: {label: Kursbevis}\n"
        "outcomes:\n"
        "  mestring: {label: Mestring, level: user}\n"
    )


def test_a_bad_table_is_refused_cell_by_cell(run: Run, here: Path) -> None:
    (here / "t.csv").write_text("stage,label,leads_to\nactivty,A,\ninput,B,C\n")
    ran = run("new", "tabell", "--from", "t.csv", "--lang", "en")
    assert ran.code == 2
    assert not (here / "tabell.yaml").exists()
    assert "t.csv, cell A2: error VK034 `activty` is not a stage; did you mean `activity`?" in ran.err
    assert "t.csv, cell C3: error VK035 `C` does not refer to one node" in ran.err


@pytest.mark.parametrize(
    "arguments", [("show", "ingen"), ("check", "ingen"), ("diff", "corpus:ha", "corpus:ingen"), ("explain", "VK1x"), ("show", "/dev/null")]
)
def test_what_cannot_be_done_is_said_with_exit_code_two(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert "Traceback" not in ran.err
    assert ran.err


def test_an_invalid_model_is_shown_with_its_lines(run: Run, here: Path) -> None:
    (here / "m.yaml").write_text("virkningskjede: 1\nkind: pilot\nid: m\noops: 1\n")
    for arguments in (("show", "m.yaml"), ("check", "m.yaml"), ("check", str(here)), ("render", "m.yaml", "-o", "m.svg")):
        ran = run(*arguments)
        assert ran.code == 2
        assert "m.yaml:4:1: feil VK101" in ran.err
        assert "^^^^" in ran.err


def test_a_closed_pipe_is_no_traceback(models_folder: Path) -> None:
    command = f"{sys.executable} -m virkningskjede validate -v {models_folder} | head -1"
    ran = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert ran.stderr == ""
    assert len(ran.stdout.splitlines()) == 1


@pytest.mark.parametrize(("model", "code", "out", "err"), [("corpus:ha", 0, "Hå".encode(), b""), ("corpus:håå", 2, b"", b"h\\xe5\\xe5")])
def test_an_answer_is_utf_8_and_a_sentence_fits_the_terminal(model: str, code: int, out: bytes, err: bytes) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "virkningskjede", "show", model],
        capture_output=True,
        check=False,
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
    )
    assert ran.returncode == code
    assert ran.stdout.startswith(out) and bool(ran.stdout) is bool(out)
    assert err in ran.stderr and bool(ran.stderr) is bool(err)


def test_a_defect_of_ours_is_a_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("oops")

    monkeypatch.setattr("virkningskjede.analysis.show.ModelReport.document", fail)
    ran = run("show", "corpus:ha")
    assert ran.code == 2
    assert "RuntimeError: oops" in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(("name", "code"), [("vk301.md", 0), ("vk301.txt", 0), ("vk301", 0), ("vk301.json", 2), ("vk301.html", 2)])
def test_a_page_of_the_manual_is_text(run: Run, here: Path, name: str, code: int) -> None:
    ran = run("explain", "VK301", "-o", name)
    assert (ran.code, ran.out, bool(ran.err)) == (code, "", code == 2)
    assert [path.read_text("utf-8") for path in here.iterdir()] == ([run("explain", "VK301").out] if code == 0 else [])

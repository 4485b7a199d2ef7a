"""Files set in the canonical layout: what is written, what is shown, what is left alone, and with which exit code."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ..conftest import Commit, Git
from .conftest import Run

MODEL = "kind: pilot\nvirkningskjede: 1\nid: {id}  # the id\nactivities: {{a: {{label: A}}}}\n"
SET = "virkningskjede: 1\nkind: pilot\nid: {id}  # the id\nactivities: {{a: {{label: A}}}}\n"
BROKEN = "virkningskjede: 1\nkind: pilot\nid: [\n"
OTHER = "services:   {web: {image: x}}\n"


@pytest.fixture
def project(here: Path) -> Path:
    """Two models, one of which is not set, a codebook, and YAML of somebody else."""
    (here / "pilots").mkdir()
    (here / "vocabulary.yaml").write_text("virkningskjede: 1\nkind: vocabulary\n")
    (here / "pilots" / "a.yaml").write_text(MODEL.format(id="a"))
    (here / "pilots" / "b.yaml").write_text(SET.format(id="b"))
    (here / "compose.yaml").write_text(OTHER)
    return here


def test_the_project_is_set_and_the_second_time_nothing_changes(run: Run, project: Path) -> None:
    ran = run("fmt", "--lang", "en")
    assert (ran.code, ran.out, ran.err) == (0, "Formatted pilots/a.yaml\n3 files: 1 changed\n", "")
    assert (project / "pilots" / "a.yaml").read_text() == SET.format(id="a")
    assert (project / "compose.yaml").read_text() == OTHER
    before = (project / "pilots" / "a.yaml").stat()
    again = run("fmt", "--lang", "en")
    assert (again.code, again.out) == (0, "3 files: none changed\n")
    assert (project / "pilots" / "a.yaml").stat() == before


def test_check_says_which_would_change_and_writes_nothing(run: Run, project: Path) -> None:
    ran = run("fmt", "--check", "pilots")
    assert (ran.code, ran.out, ran.err) == (1, "Ville endret pilots/a.yaml\n2 filer: 1 ville blitt endret\n", "")
    assert (project / "pilots" / "a.yaml").read_text() == MODEL.format(id="a")
    assert run("fmt", "--check", "pilots/b.yaml").code == 0


def test_diff_shows_what_would_change_and_writes_nothing(run: Run, project: Path) -> None:
    ran = run("fmt", "--diff", "pilots")
    assert (ran.code, ran.err) == (0, "2 filer: 1 ville blitt endret\n")
    assert ran.out.splitlines() == [
        *("--- pilots/a.yaml", "+++ pilots/a.yaml", "@@ -1,4 +1,4 @@", "+virkningskjede: 1", " kind: pilot", "-virkningskjede: 1"),
        *(" id: a  # the id", " activities: {a: {label: A}}"),
    ]
    assert (project / "pilots" / "a.yaml").read_text() == MODEL.format(id="a")
    assert run("fmt", "--diff", "--check", "pilots").code == 1


def test_what_ends_without_a_line_end_is_shown_as_such(run: Run, here: Path) -> None:
    (here / "a.yaml").write_text("id:  a")
    assert run("fmt", "--diff", "a.yaml").out.splitlines()[3:] == ["-id:  a", "\\ No newline at end of file", "+id: a"]


def test_a_broken_file_is_told_of_as_by_validate_and_left_alone_and_the_others_are_set(run: Run, project: Path) -> None:
    broken = project / "pilots" / "0.yaml"
    broken.write_text(BROKEN)
    ran = run("fmt", "pilots", "--lang", "en")
    told = run("validate", "pilots/0.yaml", "--lang", "en").out.splitlines()[:-1]
    assert ran.code == 1
    assert ran.out.splitlines() == ["Formatted pilots/a.yaml", *told, "3 files: 1 changed, 1 cannot be read"]
    assert told[0].startswith("pilots/0.yaml:3:5: error VK002")
    assert broken.read_text() == BROKEN
    assert (project / "pilots" / "a.yaml").read_text() == SET.format(id="a")


def test_what_is_wrong_but_can_be_read_is_set(run: Run, here: Path) -> None:
    (here / "a.yaml").write_text("unknown: x\nid: Ikke En Id\nkind: pilot\n")
    assert run("fmt", "a.yaml").code == 0
    assert (here / "a.yaml").read_text() == "kind: pilot\nid: Ikke En Id\nunknown: x\n"
    (here / "b.yaml").write_text("b:  1\na:   2\nkind: pilott\n")
    assert run("fmt", "b.yaml").code == 0
    assert (here / "b.yaml").read_text() == "b: 1\na: 2\nkind: pilott\n"


def test_a_file_that_cannot_be_had_is_2_after_the_others(run: Run, project: Path) -> None:
    ran = run("fmt", "nowhere.yaml", "pilots", "--lang", "en")
    assert ran.code == 2
    assert "nowhere.yaml: error VK012" in ran.out
    assert (project / "pilots" / "a.yaml").read_text() == SET.format(id="a")


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to the superuser")
def test_a_file_that_cannot_be_written_is_2_after_the_others(run: Run, project: Path) -> None:
    (project / "pilots" / "0.yaml").write_text(MODEL.format(id="0"))
    (project / "pilots" / "0.yaml").chmod(0o400)
    ran = run("fmt", "pilots", "--lang", "en")
    assert ran.code == 2
    assert "0.yaml" in ran.err
    assert (project / "pilots" / "a.yaml").read_text() == SET.format(id="a")


def test_line_ends_a_mark_and_links_stay(run: Run, here: Path) -> None:
    (here / "real.yaml").write_bytes(b"\xef\xbb\xbfkind: pilot\r\nvirkningskjede: 1\r\nid: a")
    (here / "a.yaml").symlink_to("real.yaml")
    assert run("fmt", "a.yaml").code == 0
    assert (here / "a.yaml").is_symlink()
    assert (here / "real.yaml").read_bytes() == b"\xef\xbb\xbfvirkningskjede: 1\r\nkind: pilot\r\nid: a\r\n"


def test_what_settings_exclude_is_left_alone(run: Run, project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool.virkningskjede]\nexclude = ["pilots/a.yaml"]\n')
    assert run("fmt").code == 0
    assert (project / "pilots" / "a.yaml").read_text() == MODEL.format(id="a")


def test_what_is_no_file_of_yours_is_not_changed_but_can_be_looked_at(run: Run, git: Git, commit: Commit) -> None:
    Path("a.yaml").write_text(MODEL.format(id="a"))
    commit("2024-01-01")
    for name in ("a.yaml@HEAD", "corpus:ha"):
        ran = run("fmt", name, "--lang", "en")
        assert ran.code == 2
        assert f"{name} cannot be changed" in ran.err
    assert run("fmt", "--check", "a.yaml@HEAD").code == 1
    assert Path("a.yaml").read_text() == MODEL.format(id="a")


def test_where_there_is_nothing_it_is_told(run: Run, here: Path) -> None:
    ran = run("fmt", "--lang", "en")
    assert ran.code == 2
    assert "virkningskjede init" in ran.err


def test_what_init_and_new_write_is_set_already(run: Run, here: Path) -> None:
    for lang in ("nb", "en"):
        run("init", lang, "--lang", lang)
        run("new", "kurs", "--root", lang, "--lang", lang)
        ran = run("fmt", "--check", lang)
        assert (ran.code, ran.err) == (0, "")


def test_broken_yaml_of_other_programs_is_left_out_and_no_name_is_a_command(run: Run, project: Path) -> None:
    (project / "chart.yaml").write_text("a: {{ .Values.x }}: b\n")
    (project / "pilots" / "a.yaml").rename(project / "pilots" / "a\n::error::x.yaml")
    ran = run("fmt", "--check", "--lang", "en")
    assert ran.out == "Would change pilots/a ::error::x.yaml\n3 files: 1 would change\n"
    assert not [line for line in run("fmt", "--diff").out.splitlines() if line.startswith("::")]


def test_the_shipped_models_and_examples_are_set_in_the_canonical_layout(run: Run, models_folder: Path) -> None:
    ran = run("fmt", "--check", models_folder, Path(__file__).parents[2] / "examples", "--lang", "en")
    assert (ran.code, ran.out.partition(": ")[2]) == (0, "none changed\n"), ran.out + ran.err

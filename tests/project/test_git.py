"""Revisions: which part of a name is a path, and what stood in a work tree then."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.errors import UsageError
from virkningskjede.project import git as loading_git
from virkningskjede.project.git import Moment, log, snapshot, split_revision

from ..conftest import Commit, Git

MODEL = "virkningskjede: 1\nkind: pilot\nid: {}\n"


def why(error: pytest.ExceptionInfo[UsageError]) -> str:
    return getattr(error.value.what, "key", "")


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, "utf-8")


@pytest.fixture
def past(git: Git, commit: Commit) -> dict[str, str]:
    """A project in a folder of its own: a file that gets another name, one that is removed, and files of other sorts."""
    write("prosjekt/vocabulary.yaml", "terms: {}\n")
    write("prosjekt/pilots/m.yaml", MODEL.format("m"))
    write("prosjekt/pilots/borte.YML", MODEL.format("borte"))
    write("prosjekt/bilde.svg", "<svg/>")
    write("pyproject.toml", "[tool.virkningskjede]\nroot = 'prosjekt'\n")
    Path("lenke.yaml").symlink_to("prosjekt/pilots/m.yaml")
    revs = {"first": commit("2024-01-01")}
    git("tag", "v1@2")
    git("mv", "prosjekt/pilots/m.yaml", "prosjekt/pilots/ny@navn.yaml")
    git("rm", "-q", "prosjekt/pilots/borte.YML")
    revs["second"] = commit("2024-02-01")
    write("prosjekt/vocabulary.yaml", "terms: {a: A}\n")
    revs["third"] = commit("2024-03-01")
    return revs


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("prosjekt", ("prosjekt", None)),
        ("prosjekt@HEAD~1", ("prosjekt", "HEAD~1")),
        (".@v1@2", (".", "v1@2")),
        ("prosjekt/pilots/ny@navn.yaml", ("prosjekt/pilots/ny@navn.yaml", None)),
        ("prosjekt/pilots/ny@navn.yaml@HEAD", ("prosjekt/pilots/ny@navn.yaml", "HEAD")),
        ("prosjekt/pilots/ny@navn.yaml@HEAD@{1}", ("prosjekt/pilots/ny@navn.yaml", "HEAD@{1}")),
        ("prosjekt/pilots/ny@navn.yaml@v1@2", ("prosjekt/pilots/ny@navn.yaml", "v1@2")),
        ("prosjekt/pilots/borte.YML@v1@2", ("prosjekt/pilots/borte.YML", "v1@2")),
        ("prosjekt/pilots/borte.YML@HEAD@{2}", ("prosjekt/pilots/borte.YML", "HEAD@{2}")),
        ("pyproject.toml@main", ("pyproject.toml", "main")),
        ("nowhere.yaml", ("nowhere.yaml", None)),
        ("@HEAD", ("@HEAD", None)),
        ("nowhere@", ("nowhere@", None)),
    ],
)
def test_the_path_is_the_longest_part_that_names_something(past: dict[str, str], name: str, expected: tuple[str, str | None]) -> None:
    path, revision = split_revision(name)
    assert (path, revision) == (Path(expected[0]), expected[1])


def test_a_file_with_an_at_that_is_gone_today(past: dict[str, str], git: Git, commit: Commit) -> None:
    git("rm", "-q", "prosjekt/pilots/ny@navn.yaml")
    commit("2024-04-01")
    assert split_revision("prosjekt/pilots/ny@navn.yaml@HEAD~1") == (Path("prosjekt/pilots/ny@navn.yaml"), "HEAD~1")
    assert split_revision("prosjekt/pilots/ny@navn.yaml@HEAD@{1}") == (Path("prosjekt/pilots/ny@navn.yaml"), "HEAD@{1}")


def test_what_else_a_name_may_stand_for(past: dict[str, str]) -> None:
    place = Path("prosjekt/pilots/ny@navn.yaml")
    known = {"m": place}.get
    assert split_revision("m@HEAD@{1}", known) == (place, "HEAD@{1}")
    assert split_revision("m", known) == (Path("m"), None)


def test_a_whole_name_on_disk_is_itself_outside_git_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", "")  # git is not asked
    write("a@b.yaml", "")
    assert split_revision("a@b.yaml") == (Path("a@b.yaml"), None)
    assert split_revision("a@b.yaml@HEAD") == (Path("a@b.yaml"), "HEAD")
    assert split_revision("a" * 300) == (Path("a" * 300), None)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("borte.yaml@nonsense", "error.git.revision"),
        ("borte.yaml@HEAD", "error.git"),
        ("prosjekt/pilots/borte.YML@HEAD", "error.git"),
        ("borte.yaml@HEAD@{99}", "error.git.revision"),
        ("borte.yaml@--output=x", "error.git.revision"),
    ],
)
def test_neither_on_disk_nor_at_the_revision(past: dict[str, str], name: str, key: str) -> None:
    with pytest.raises(UsageError) as error:
        split_revision(name)
    assert why(error) == key
    assert not Path("x").exists()


def test_a_work_tree_as_it_was(past: dict[str, str]) -> None:
    taken = snapshot(Path("prosjekt"), "v1@2")
    assert (taken.top, taken.rev, taken.revision, taken.path) == (Path.cwd().resolve(), past["first"], "v1@2", "prosjekt")
    assert dict(taken.files) == {
        "prosjekt/vocabulary.yaml": b"terms: {}\n",
        "prosjekt/pilots/m.yaml": MODEL.format("m").encode(),
        "prosjekt/pilots/borte.YML": MODEL.format("borte").encode(),
        "pyproject.toml": b"[tool.virkningskjede]\nroot = 'prosjekt'\n",
    }
    assert dict(taken.files) == dict(taken.files)  # as often as they are asked for


@pytest.mark.parametrize("start", [".", "prosjekt", "prosjekt/pilots"])
def test_from_any_folder(past: dict[str, str], start: str, monkeypatch: pytest.MonkeyPatch) -> None:
    file = Path("prosjekt/pilots/ny@navn.yaml").absolute()
    monkeypatch.chdir(start)
    relative = Path(os.path.relpath(file))
    assert snapshot(relative, "HEAD").path == "prosjekt/pilots/ny@navn.yaml"
    assert snapshot(relative, "HEAD~2").path == "prosjekt/pilots/m.yaml"
    assert snapshot(Path(), "HEAD").path == ("" if start == "." else start)


def test_a_work_tree_through_a_link_to_a_folder(past: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "snarvei").symlink_to(Path("prosjekt").absolute())
    assert snapshot(tmp_path / "snarvei" / "pilots" / "ny@navn.yaml", "HEAD").path == "prosjekt/pilots/ny@navn.yaml"
    assert snapshot(tmp_path / "snarvei", "HEAD").path == "prosjekt"


def test_what_was_not_there_is_said(past: dict[str, str]) -> None:
    for path, revision, key in (
        ("prosjekt/pilots/ny@navn.yaml", "nonsense", "error.git.revision"),
        ("prosjekt/pilots/borte.YML", "HEAD", "error.git"),
        ("finnes/ikke.yaml", "HEAD", "error.git"),
        ("lenke.yaml", "HEAD", "error.git.irregular"),
    ):
        with pytest.raises(UsageError) as error:
            snapshot(Path(path), revision)
        assert why(error) == key, path


def test_names_that_lead_out_are_left_out(git: Git, commit: Commit) -> None:
    write("a.yaml", "a\n")
    commit("2024-01-01")
    blob = git("rev-parse", "HEAD:a.yaml").strip()

    def tree(*entries: tuple[str, str, str]) -> str:
        # Made by hand, for git itself refuses to make these.
        data = b"".join(f"{mode} {name}\0".encode() + bytes.fromhex(of) for mode, name, of in entries)
        made = subprocess.run(
            ["git", "hash-object", "-t", "tree", "-w", "--stdin", "--literally"], input=data, capture_output=True, check=True
        )
        return made.stdout.decode().strip()

    inner = tree(("100644", "a.yaml", blob))
    names = ("..", ".", ".git", ".GIT", "b.yaml", "c:", "l" * 300, "ut")
    whole = tree(
        *(("40000", name, inner) for name in names),
        ("100644", "\\a.yaml", blob),
        ("100644", "b.yaml", blob),
        ("100755", "d.yaml", blob),
        ("120000", "e.yaml", blob),
        ("160000", "f.yaml", "1" * 40),
    )
    rev = git("commit-tree", "-m", "x", whole).strip()
    assert sorted(name for name, _ in snapshot(Path(), rev).files) == ["b.yaml", "d.yaml", "ut/a.yaml"]


def test_limits(past: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading_git, "MAX_BYTES", 30)
    assert dict(snapshot(Path(), "HEAD").files)["prosjekt/pilots/ny@navn.yaml"] == b" " * 31
    monkeypatch.setattr(loading_git, "MOST_BYTES", 40)
    with pytest.raises(UsageError) as error:
        dict(snapshot(Path(), "HEAD").files)
    assert why(error) == "error.git.large"


def test_a_doubtful_revision_is_none(past: dict[str, str], git: Git) -> None:
    git("branch", "dobbel")
    git("tag", "dobbel", "HEAD~1")
    for revision in ("dobbel", "HEAD@{2001-01-01}"):
        with pytest.raises(UsageError) as error:
            snapshot(Path(), revision)
        assert why(error) == "error.git.revision"
        assert "git says: " in str(error.value)
    assert snapshot(Path(), "tags/dobbel").rev == past["second"]


@given(st.integers(-(10**13), 10**13), st.integers(0, 99), st.integers(0, 59), st.sampled_from("+-"))
def test_a_moment_is_what_stands_in_git(seconds: int, hours: int, minutes: int, sign: str) -> None:
    moment = Moment(f"{seconds} {sign}{hours:02}{minutes:02}")
    east = (hours * 60 + minutes) * (60 if sign == "+" else -60)
    assert moment.day is not None
    assert (moment.day - 719163) * 86400 <= seconds + east < (moment.day - 719162) * 86400
    if moment.time is not None:
        assert moment.time.timestamp() == seconds
        assert moment.time.toordinal() == moment.day
    else:
        assert hours >= 24 or not 1 <= moment.day <= 3652059


@pytest.mark.parametrize("text", ["", "abc +0000", "1700000000", "1700000000 +1", "9" * 50 + " +0000", "1 +0000 x"])
def test_a_moment_that_is_none(text: str) -> None:
    assert (Moment(text).time, Moment(text).day, Moment(text).text) == (None, None, text)


def test_a_file_is_followed_to_where_it_got_its_name(git: Git, commit: Commit) -> None:
    """What had the name before is another file's past; what was copied from is one, too."""
    write("b.yaml", "another\n" * 9)
    commit("2024-01-01")
    git("mv", "b.yaml", "c.yaml")
    write("a.yaml", MODEL.format("a") * 9)
    commit("2024-01-02")
    git("mv", "a.yaml", "b.yaml")
    commit("2024-01-03")
    write("d.yaml", Path("b.yaml").read_text("utf-8"))
    commit("2024-01-04")
    dates = [
        (revision.moment.time.date().isoformat() if revision.moment.time else "", revision.path_before, revision.path)
        for revision in log(Path("b.yaml")).revisions
    ]
    assert dates == [("2024-01-03", "a.yaml", "b.yaml"), ("2024-01-02", "a.yaml", "a.yaml")]
    assert [(revision.before, revision.path_before) for revision in log(Path("d.yaml")).revisions] == [(None, "d.yaml")]

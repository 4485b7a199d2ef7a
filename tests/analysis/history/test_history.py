"""A file's history in git."""

from __future__ import annotations

from pathlib import Path

import pytest

import virkningskjede as vk
from virkningskjede.analysis.history import History, history
from virkningskjede.errors import UsageError
from virkningskjede.project import git as loading_git
from virkningskjede.project.git import snapshot
from virkningskjede.project.repository import GitOutput, Repository

from ...conftest import Commit, Git
from .conftest import MODEL

FILE = Path("piloter/ny.yaml")


def content(path: Path, revision: str) -> bytes:
    """What stood in a file at a revision."""
    taken = snapshot(path, revision)
    return dict(taken.files)[taken.path]


def rows_of(file_history: History) -> list[tuple[str, list[tuple[str, str]]]]:
    return [(str(version.date), [(change.kind, change.path) for change in version.changes]) for version in file_history.versions]


def test_from_version_to_version_through_a_new_name_and_a_slip(past: dict[str, str]) -> None:
    file_history = history(FILE)
    assert rows_of(file_history) == [
        ("2024-06-01", [("removed", "activities.samtaler.leads_to.mestring")]),
        ("2024-05-01", [("changed", "activities.kurs.label")]),
        ("2024-04-01", []),
        ("2024-03-01", [("changed", "id")]),
        ("2024-02-01", [("progressed", "activities.kurs.status")]),
        ("2024-01-01", []),
    ]
    assert [version.rev for version in file_history.versions] == list(reversed(past.values()))
    assert [(version.path, version.renamed_from) for version in file_history.versions[2:5]] == [
        ("piloter/ny.yaml", None),
        ("piloter/ny.yaml", "m.yaml"),
        ("m.yaml", None),
    ]
    slip = file_history.versions[2]
    assert (slip.model, slip.diff, [diagnostic.code for diagnostic in slip.diagnostics]) == (None, None, ["VK101"])
    assert file_history.versions[-1].model is not None
    assert file_history.versions[-1].diff is None


@pytest.mark.parametrize("since", ["2024-04-15", "2024-04-01", "HEAD~2", "tags"])
def test_since_a_day_or_a_revision(past: dict[str, str], git: Git, since: str) -> None:
    git("tag", "rapport", "HEAD~2")
    file_history = history(FILE, since="rapport" if since == "tags" else since)
    assert [day for day, _ in rows_of(file_history)] == ["2024-06-01", "2024-05-01"]
    # What stood then does not make a model, so there is nothing to hold the first of them against.
    assert [len(version.changes) for version in file_history.versions] == [1, 0]
    assert file_history.base is not None
    assert file_history.base.model is None


def test_since_the_revision_before_the_new_name(past: dict[str, str]) -> None:
    file_history = history(FILE, since=past["2024-01-01"])
    assert rows_of(file_history)[-1] == ("2024-02-01", [("progressed", "activities.kurs.status")])
    whole = file_history.together
    assert whole is not None
    assert [(change.kind, change.path) for change in whole.changes] == [
        ("changed", "id"),
        ("changed", "activities.kurs.label"),
        ("progressed", "activities.kurs.status"),
        ("removed", "activities.samtaler.leads_to.mestring"),
    ]


def test_nothing_since_now(past: dict[str, str]) -> None:
    for since in ("HEAD", "2024-06-01", "2030-01-01"):
        assert history(FILE, since=since).versions == ()
        assert history(FILE, since=since).together is None


def test_a_merge_counts_once_and_each_version_has_the_next_before_it(git: Git, commit: Commit) -> None:
    file = Path("m.yaml")
    file.write_text(MODEL)
    commit("2024-01-01")
    git("checkout", "-qb", "gren")
    file.write_text(MODEL.replace("Kurs for brukere", "Kurs for noen"))
    commit("2024-02-01")
    file.write_text(MODEL.replace("Kurs for brukere", "Kurs for alle"))
    commit("2024-02-02")
    git("checkout", "-q", "main")
    file.write_text(MODEL.replace("level: user", "level: society"))
    commit("2024-02-03")
    git("merge", "-q", "--no-edit", "gren")
    assert [[change.path for change in version.changes] for version in history(file).versions] == [
        ["activities.kurs.label"],
        ["outcomes.mestring.level"],
        [],
    ]


def test_a_file_that_was_removed(past: dict[str, str], commit: Commit) -> None:
    FILE.unlink()
    commit("2024-07-01")
    file_history = history(FILE)
    assert (file_history.versions[0].removed, file_history.versions[0].model) == (True, None)
    assert len(file_history.versions) == 7
    FILE.parent.rmdir()
    assert len(history(FILE).versions) == 7


def test_many_versions_take_a_few_calls_of_git(git: Git, commit: Commit, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(12):
        Path("m.yaml").write_text(MODEL.replace("Samtaler", f"Samtale {number}"))
        commit(f"2024-01-{number + 1:02}")
    calls: list[tuple[str, ...]] = []
    real = Repository.call

    def counted(repository: Repository, *arguments: str, stdin: bytes = b"") -> GitOutput:
        calls.append(arguments)
        return real(repository, *arguments, stdin=stdin)

    monkeypatch.setattr(Repository, "call", counted)
    assert len(history(Path("m.yaml")).versions) == 12
    assert len(calls) <= 7


@pytest.mark.parametrize("name", ["-m.yaml", ":(top)m.yaml", "m*.yaml", "m\n.yaml", "ø å.yaml"])
def test_odd_names_are_taken_as_they_stand(git: Git, commit: Commit, name: str) -> None:
    Path("mx.yaml").write_text(MODEL)
    commit("2024-01-01")
    Path(name).write_text(MODEL)
    commit("2024-01-02")
    Path(name).write_text(MODEL.replace("level: user", "level: society"))
    commit("2024-01-03")
    assert [str(version.date) for version in history(Path(name)).versions] == ["2024-01-03", "2024-01-02"]
    assert content(Path(name), "HEAD~1").decode() == MODEL


def test_what_stood_at_a_revision_under_its_name_then(past: dict[str, str]) -> None:
    assert content(FILE, past["2024-01-01"]).decode() == MODEL
    assert content(Path("m.yaml"), past["2024-01-01"]).decode() == MODEL
    assert b"id: ny" in content(FILE, "HEAD~1")


def why(error: pytest.ExceptionInfo[UsageError]) -> str:
    return getattr(error.value.what, "key", "")


@pytest.mark.parametrize("revision", ["nonsense", "--output=x", "HEAD~99", "", "HEAD:m.yaml", "a b", "\x00"])
def test_a_revision_that_is_none_is_said(past: dict[str, str], revision: str) -> None:
    with pytest.raises(UsageError) as error:
        content(FILE, revision)
    assert why(error) == ("error.git.revision" if revision else "error.git.revision.empty")
    assert not Path("x").exists()


def test_what_git_cannot_do_is_said(git: Git, commit: Commit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("m.yaml").write_text(MODEL)
    with pytest.raises(UsageError) as error:
        history(Path("m.yaml"))  # nothing is committed yet
    assert why(error) == "error.git.untracked"
    commit("2024-01-01")
    Path("ny.yaml").write_text(MODEL)
    with pytest.raises(UsageError) as error:
        history(Path("ny.yaml"))
    assert why(error) == "error.git.untracked"
    with pytest.raises(UsageError) as error:
        history(Path("m.yaml"), since="nonsense")
    assert why(error) == "error.git.revision"
    with pytest.raises(UsageError) as error:
        history(tmp_path / "ute.yaml")
    assert why(error) == "error.git.none"
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError) as error:
        history(Path("m.yaml"))
    assert why(error) == "error.git.missing"
    assert "git" in str(error.value)


def test_a_file_beyond_every_limit_is_not_read(git: Git, commit: Commit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading_git, "MAX_BYTES", 100)
    Path("m.yaml").write_text(MODEL)
    commit("2024-01-01")
    file_history = history(Path("m.yaml"))
    assert file_history.versions[0].model is None
    assert file_history.versions[0].diagnostics


def test_a_users_settings_put_nothing_between(past: dict[str, str], git: Git) -> None:
    plain = rows_of(history(FILE))
    for setting in (("log.showSignature", "true"), ("diff.relative", "true"), ("color.ui", "always"), ("diff.renames", "false")):
        git("config", *setting)
    assert rows_of(history(FILE)) == plain


def test_at_the_door(past: dict[str, str]) -> None:
    file_history = vk.history(FILE, since="2024-01-15")
    frame = file_history.to_frame("en")
    assert frame["path"].tolist()[-1] == "activities.kurs.status"
    assert frame["date"].tolist()[-1].isoformat() == "2024-02-01"
    assert "har kommet fra planlagt til i bruk" in file_history._repr_html_()
    assert hash(file_history.versions[0].changes) == hash(history(FILE).versions[0].changes)

"""The repository of a file: which one it is, what git says of it, and that nothing that it names is ever run."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from virkningskjede.errors import UsageError
from virkningskjede.project import repository
from virkningskjede.project.git import log, snapshot, split_revision
from virkningskjede.project.repository import place_of

from ..conftest import Commit, Git

MODEL = "virkningskjede: 1\nkind: pilot\nid: m\nactivities:\n  a: {{label: {}}}\n"

FIRST, SECOND = MODEL.format("Kurs"), MODEL.format("Samtaler")

needs_sh = pytest.mark.skipif(shutil.which("sh") is None, reason="the program that must not be run is a shell script")


def why(error: pytest.ExceptionInfo[UsageError]) -> str:
    return getattr(error.value.what, "key", "")


_KEPT: dict[str, tuple[str, dict[Path, bytes]]] = {}
"""What stood in the working folder when something had been made there, and what its maker said."""


def once(what: str, make: Callable[[], str]) -> str:
    """Make something in the working folder, which has an empty repository; the next time, lay the same files there."""
    if what not in _KEPT:
        _KEPT[what] = make(), {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    said, files = _KEPT[what]
    for path, data in files.items():
        if not path.exists() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    return said


def two_versions(git: Git, commit: Commit, name: str = "m.yaml") -> str:
    """A file of two versions; the name of the first content, that an attack takes away so that git would fetch it."""

    def make() -> str:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(FIRST)
        commit("2024-01-01")
        Path(name).write_text(SECOND)
        commit("2024-01-02")
        return git("rev-parse", f"HEAD~1:{name}").strip()

    return once(name, make)


def renamed_and_merged(git: Git, commit: Commit) -> None:
    """A file of two versions that has got another name, and one beside it that came in from a branch."""

    def make() -> str:
        two_versions(git, commit, "ø.yaml")
        git("checkout", "-qb", "gren", "HEAD~1")
        Path("annen.yaml").write_text("a: 1\n")
        commit("2024-01-03")
        git("checkout", "-q", "main")
        git("mv", "ø.yaml", "å.yaml")
        commit("2024-01-04")
        return git("merge", "-q", "--no-edit", "gren")

    once("å.yaml, annen.yaml", make)


def without(objects: Path, blob: str) -> None:
    file = objects / blob[:2] / blob[2:]
    file.chmod(0o644)
    file.unlink()


def content(path: Path, revision: str) -> bytes:
    """What stood in a file at a revision."""
    taken = snapshot(path, revision)
    return dict(taken.files)[taken.path]


@pytest.fixture
def marker(tmp_path: Path) -> Path:
    """The file that an attack makes when it succeeds."""
    return tmp_path / "PWNED"


@pytest.fixture
def program(tmp_path: Path, marker: Path) -> Path:
    """The program that an attack wants run."""
    script = tmp_path / "program"
    script.write_text(f"#!/bin/sh\ntouch '{marker}'\nexit 1\n")
    script.chmod(script.stat().st_mode | stat.S_IEXEC)
    return script


def ask_all(path: Path) -> list[str]:
    """Everything that is ever asked of git about a file; what could not be answered."""
    questions: tuple[Callable[[], object], ...] = (
        lambda: log(path),
        lambda: log(path, "HEAD~1"),
        lambda: content(path, "HEAD"),
        lambda: content(path, "HEAD~1"),
        lambda: dict(snapshot(path, "HEAD~1").files),
        lambda: dict(snapshot(path.parent, "HEAD~1").files),
        lambda: split_revision(f"{path}.gone@origin/x"),
        lambda: content(path.with_name("gone.yaml"), "HEAD"),
    )
    failed = []
    for question in questions:
        try:
            question()
        except UsageError as error:
            failed.append(str(error))
    return failed


PROMISORS = {
    "ssh": '[core]\n\tsshCommand = "{program}"\n[remote "origin"]\n\turl = ssh://a.invalid/x\n',
    "ext": '[protocol "ext"]\n\tallow = always\n[remote "origin"]\n\turl = "ext::{program}"\n',
    "uploadpack": '[remote "origin"]\n\turl = .\n\tuploadpack = "{program}"\n',
    "file": '[remote "origin"]\n\turl = "file:///"\n\tuploadpack = "{program}"\n',
    "vcs": '[protocol]\n\tallow = always\n[remote "origin"]\n\tvcs = ext\n\turl = "{program}"\n',
    "proxy": '[core]\n\tgitProxy = "{program}"\n[remote "origin"]\n\turl = git://a.invalid/x\n',
    "http": '[credential]\n\thelper = "!{program}"\n[core]\n\taskPass = "{program}"\n[remote "origin"]\n\turl = http://a@127.0.0.1:9/x\n',
    "rewritten": '[protocol "ext"]\n\tallow = always\n[url "ext::{program} "]\n\tinsteadOf = "x:"\n[remote "origin"]\n\turl = "x:y"\n',
}
"""Where git would fetch what is lacking, and which program it would start for it."""

PROMISOR = "\tpromisor = true\n\tpartialclonefilter = blob:none\n[extensions]\n\tpartialClone = origin\n"


@needs_sh
@pytest.mark.parametrize("form", PROMISORS)
def test_what_is_lacking_is_not_fetched(git: Git, commit: Commit, form: str, program: Path, marker: Path) -> None:
    """An archive of a work tree may hold any settings."""
    blob = two_versions(git, commit)
    git("config", "core.repositoryformatversion", "1")
    with Path(".git/config").open("a") as file:
        file.write(PROMISORS[form].format(program=program) + PROMISOR)
    without(Path(".git/objects"), blob)
    failed = ask_all(Path("m.yaml"))
    assert not marker.exists()
    assert any("lacks content that it names" in message for message in failed)


def bare(folder: Path, settings: str, source: Path, blob: str) -> None:
    """Make a bare repository of a folder, with hostile settings and something that is to be fetched."""
    for name in ("objects", "refs"):
        shutil.copytree(source / name, folder / name, dirs_exist_ok=True)
        (folder / name / ".keep").touch()
    shutil.copy(source / "HEAD", folder / "HEAD")
    without(folder / "objects", blob)
    (folder / "config").write_text(f"[core]\n\trepositoryformatversion = 1\n\tbare = true\n{settings}{PROMISOR}")


@needs_sh
@pytest.mark.parametrize("form", PROMISORS)
@pytest.mark.parametrize("place", ["a/b", "a", "."])
def test_a_bare_repository_among_the_files_is_not_used(
    git: Git, commit: Commit, form: str, place: str, program: Path, marker: Path, tmp_path: Path
) -> None:
    """All of this can be checked in, and comes with a plain clone."""
    blob = two_versions(git, commit, "a/b/m.yaml")
    (tmp_path / "inner").mkdir()
    shutil.copytree(".git", tmp_path / "inner", dirs_exist_ok=True)
    bare(Path(place), PROMISORS[form].format(program=program), tmp_path / "inner", blob)
    commit("2024-01-03")
    subprocess.run(["git", "clone", "-q", ".", str(tmp_path / "clone")], check=True, capture_output=True)
    file = tmp_path / "clone" / "a" / "b" / "m.yaml"
    failed = ask_all(file)
    assert not marker.exists()
    # It is the repository of the clone that answers.
    assert [revision.rev for revision in log(file).revisions] == git("log", "--format=%H", "--", "a/b/m.yaml").split()
    assert place_of(file)[0].git_dir == (tmp_path / "clone" / ".git").resolve()
    assert not [message for message in failed if "origin/x" not in message and "gone.yaml" not in message]


@needs_sh
@pytest.mark.parametrize("form", PROMISORS)
@pytest.mark.parametrize("link", ["file", "symlink"])
@pytest.mark.parametrize("inside", [True, False])
def test_a_mark_that_points_among_the_files_runs_nothing(
    git: Git, commit: Commit, form: str, link: str, inside: bool, program: Path, marker: Path
) -> None:
    """git checks out no file of this name; an archive can hold it."""
    blob = two_versions(git, commit, "a/b/m.yaml")
    evil = Path("a/b/evil") if inside else Path("evil")
    evil.mkdir()
    bare(evil, PROMISORS[form].format(program=program), Path(".git"), blob)
    mark = Path("a/b/.git")
    target = os.path.relpath(evil, mark.parent)
    if link == "file":
        mark.write_text(f"gitdir: {target}\n")
    else:
        mark.symlink_to(target)
    failed = ask_all(Path("a/b/m.yaml"))
    assert not marker.exists()
    assert failed
    if inside:
        with pytest.raises(UsageError) as error:
            log(Path("a/b/m.yaml"))
        assert why(error) == "error.git.among"


HOSTILE = {
    "fsmonitor": {"core.fsmonitor": "{}"},
    "pager": {"core.pager": "{}", "pager.log": "{}", "pager.rev-list": "{}"},
    "external": {"diff.external": "{}", "diff.x.command": "{}", "diff.x.textconv": "{}", "diff.x.cachetextconv": "true"},
    "filters": {"filter.x.clean": "{}", "filter.x.smudge": "{}", "filter.x.process": "{}", "filter.x.required": "true"},
    "signatures": {"log.showSignature": "true", "gpg.program": "{}", "gpg.ssh.program": "{}", "gpg.format": "ssh"},
    "aliases": {f"alias.{name}": "!{}" for name in ("rev-parse", "rev-list", "cat-file", "ls-tree", "diff-tree", "config")},
    "hooks": {"core.hooksPath": "hooks"},
    "alternates": {"core.alternateRefsCommand": "{}"},
    "editors": {"core.editor": "{}", "sequence.editor": "{}", "core.askPass": "{}", "credential.helper": "!{}"},
    "included": {"include.path": "../included", "includeIf.gitdir:**.path": "../included"},
    "moved": {"core.worktree": "/", "core.bare": "false"},
    "packs": {"uploadpack.packObjectsHook": "{}", "core.sshCommand": "{}", "core.gitProxy": "{}"},
}
"""Settings by which git is made to run a program, by what runs it."""


@needs_sh
@pytest.mark.parametrize("kind", HOSTILE)
def test_what_settings_name_is_not_run(git: Git, commit: Commit, kind: str, program: Path, marker: Path) -> None:
    two_versions(git, commit)
    plain = (log(Path("m.yaml")), dict(snapshot(Path("m.yaml"), "HEAD~1").files))
    Path(".gitattributes").write_text("*.yaml diff=x filter=x\n")
    Path("included").write_text(f'[core]\n\tfsmonitor = "{program}"\n\tpager = "{program}"\n[diff]\n\texternal = "{program}"\n')
    Path("hooks").mkdir()
    for hook in ("reference-transaction", "post-index-change", "pre-auto-gc", "post-checkout", "fsmonitor-watchman"):
        shutil.copy(program, Path("hooks") / hook)
        shutil.copy(program, Path(".git/hooks") / hook)
    Path(".git/objects/info/alternates").write_text("../../.git/objects\n")
    for key, value in HOSTILE[kind].items():
        git("config", key, value.format(program))
    assert ask_all(Path("m.yaml"))
    assert not marker.exists()
    assert (log(Path("m.yaml")), dict(snapshot(Path("m.yaml"), "HEAD~1").files)) == plain


@needs_sh
def test_variables_that_redirect_git_are_not_handed_on(
    git: Git, commit: Commit, program: Path, marker: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    two_versions(git, commit)
    plain = log(Path("m.yaml"))
    other = tmp_path / "other"
    subprocess.run(["git", "init", "-q", str(other)], check=True)
    for name in ("GIT_SSH", "GIT_SSH_COMMAND", "GIT_EXTERNAL_DIFF", "GIT_PAGER", "GIT_ASKPASS", "GIT_PROXY_COMMAND", "GIT_EDITOR"):
        monkeypatch.setenv(name, str(program))
    for name, value in {
        "GIT_DIR": str(other / ".git"),
        "GIT_WORK_TREE": str(other),
        "GIT_COMMON_DIR": str(other / ".git"),
        "GIT_OBJECT_DIRECTORY": str(other / ".git" / "objects"),
        "GIT_ALTERNATE_OBJECT_DIRECTORIES": str(other),
        "GIT_INDEX_FILE": str(other / "index"),
        "GIT_NAMESPACE": "x",
        "GIT_GLOB_PATHSPECS": "1",
        "GIT_ICASE_PATHSPECS": "1",
        "GIT_CEILING_DIRECTORIES": str(Path.cwd()),
        "GIT_SHALLOW_FILE": str(other / "shallow"),
        "GIT_TRACE": str(tmp_path / "trace"),
        "GIT_TRACE2": str(tmp_path / "trace"),
        "GIT_REPLACE_REF_BASE": "refs/heads/",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.fsmonitor",
        "GIT_CONFIG_VALUE_0": str(program),
    }.items():
        monkeypatch.setenv(name, value)
    ask_all(Path("m.yaml"))
    assert log(Path("m.yaml")) == plain
    assert not marker.exists()
    assert not (tmp_path / "trace").exists()


@needs_sh
def test_a_program_of_its_name_among_the_files_is_not_git(
    git: Git, commit: Commit, program: Path, marker: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    two_versions(git, commit)
    shutil.copy(program, "git")
    monkeypatch.setenv("PATH", os.pathsep.join([".", "", os.environ["PATH"]]))
    assert len(log(Path("m.yaml")).revisions) == 2
    monkeypatch.setenv("PATH", ".")
    with pytest.raises(UsageError) as error:
        log(Path("m.yaml"))
    assert why(error) == "error.git.missing"
    assert not marker.exists()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("log.showRoot", "false"),
        ("log.diffMerges", "off"),
        ("log.diffMerges", "combined"),
        ("log.follow", "true"),
        ("log.date", "relative"),
        ("i18n.logOutputEncoding", "UTF-16"),
        ("mailmap.file", "/dev/zero"),
        ("diff.orderFile", "/nonexistent"),
        ("diff.renames", "false"),
        ("diff.renameLimit", "1"),
        ("diff.noprefix", "true"),
        ("core.quotePath", "true"),
        ("core.abbrev", "4"),
        ("core.attributesFile", "/dev/zero"),
        ("status.relativePaths", "false"),
        ("core.warnAmbiguousRefs", "false"),
    ],
)
@pytest.mark.parametrize("scope", ["repository", "user"])
def test_settings_change_no_answer(
    git: Git, commit: Commit, key: str, value: str, scope: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    renamed_and_merged(git, commit)
    files = [Path("å.yaml"), Path("annen.yaml")]
    plain = [log(file) for file in files]
    assert [len(history.revisions) for history in plain] == [3, 1]
    if scope == "repository":
        git("config", key, value)
    else:
        settings = tmp_path / "settings"
        subprocess.run(["git", "config", "-f", str(settings), key, value], check=True)
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    assert [log(file) for file in files] == plain


@pytest.mark.skipif(not hasattr(os, "chown") or os.getuid() != 0, reason="only the superuser can give a folder away")
def test_another_users_repository_is_used_when_git_may(git: Git, commit: Commit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    two_versions(git, commit)
    for place in (".", ".git"):
        os.chown(place, 12345, 12345)
    monkeypatch.delenv("SUDO_UID", raising=False)
    with pytest.raises(UsageError) as error:
        log(Path("m.yaml"))
    assert why(error) == "error.git.owner"
    assert "dubious ownership" in str(error.value)
    assert f"git config --global --add safe.directory {Path.cwd()}" in str(error.value)
    settings = tmp_path / "settings"
    settings.write_text(f"[safe]\n\tdirectory = {Path.cwd()}\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    assert len(log(Path("m.yaml")).revisions) == 2


def test_what_git_says_of_a_broken_repository(git: Git, commit: Commit) -> None:
    two_versions(git, commit)
    settings = Path(".git/config")
    whole = settings.read_text()
    settings.write_text(f"{whole}[core\x1b[31m\n")
    with pytest.raises(UsageError) as error:
        log(Path("m.yaml"))
    assert why(error) == "error.git.refused"
    assert "bad config line" in str(error.value)
    assert "\x1b" not in str(error.value)
    settings.write_text(whole)
    Path(".git/HEAD").write_text("nonsense\n")
    with pytest.raises(UsageError) as error:
        log(Path("m.yaml"))
    assert why(error) == "error.git.refused"
    assert "not a git repository" in str(error.value)


def test_what_is_no_mark_is_said(tmp_path: Path, git: Git) -> None:
    folder = tmp_path / "merket"
    folder.mkdir()
    (folder / ".git").write_text("noe annet\n")
    with pytest.raises(UsageError) as error:
        place_of(folder / "m.yaml")
    assert why(error) == "error.git.mark"
    (folder / ".git").write_text("gitdir: ../borte\n")
    with pytest.raises(UsageError) as error:
        place_of(folder / "m.yaml")
    assert why(error) == "error.git.refused"


def test_a_linked_work_tree_and_a_submodule(git: Git, commit: Commit, tmp_path: Path) -> None:
    two_versions(git, commit)
    git("worktree", "add", "-q", str(tmp_path / "tre"))
    git("worktree", "add", "-q", "inni")
    outer = tmp_path / "ytre"
    subprocess.run(["git", "init", "-q", str(outer)], check=True)
    add = ["git", "-C", str(outer), "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(Path.cwd()), "under"]
    subprocess.run(add, check=True, capture_output=True)
    for top in (tmp_path / "tre", Path("inni"), outer / "under"):
        assert place_of(top / "m.yaml")[0].top == top.resolve()
        assert len(log(top / "m.yaml").revisions) == 2
        assert content(top / "m.yaml", "HEAD~1").decode() == FIRST


def test_work_trees_beside_a_bare_repository(git: Git, commit: Commit, tmp_path: Path) -> None:
    two_versions(git, commit)
    home = tmp_path / "hjem"
    subprocess.run(["git", "clone", "-q", "--bare", ".", str(home / ".bare")], check=True)
    (home / ".git").write_text("gitdir: ./.bare\n")
    subprocess.run(["git", "-C", str(home), "worktree", "add", "-q", "main"], check=True, capture_output=True)
    assert len(log(home / "main" / "m.yaml").revisions) == 2


def test_a_bare_repository_has_no_files(git: Git, commit: Commit, tmp_path: Path) -> None:
    two_versions(git, commit)
    subprocess.run(["git", "clone", "-q", "--bare", ".", str(tmp_path / "bart.git")], check=True)
    for ask in (log, lambda path: split_revision(f"{path}@HEAD"), lambda path: snapshot(path, "HEAD")):
        with pytest.raises(UsageError) as error:
            ask(tmp_path / "bart.git" / "m.yaml")
        assert why(error) == "error.git.bare"


def test_a_shallow_clone(git: Git, commit: Commit, tmp_path: Path) -> None:
    two_versions(git, commit)
    Path("ny.yaml").write_text(MODEL.format("Ny"))
    last = commit("2024-01-03")
    clone = tmp_path / "grunn"
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{Path.cwd()}", str(clone)], check=True, capture_output=True)
    history = log(clone / "m.yaml")
    assert ([revision.rev for revision in history.revisions], history.begins) == ([last], last)
    with pytest.raises(UsageError) as error:
        log(clone / "borte.yaml")
    assert why(error) == "error.git.untracked.shallow"
    for revision, command in (
        ("HEAD~1", "git fetch --unshallow --tags"),
        ("v1.0", "git fetch --unshallow --tags"),
        ("origin/annen", "git fetch origin +refs/heads/annen:refs/remotes/origin/annen"),
    ):
        with pytest.raises(UsageError) as error:
            content(clone / "m.yaml", revision)
        assert why(error) == "error.git.revision.fetch"
        assert str(error.value).endswith(f"in {clone.resolve()}. It may be where the clone came from: run `{command}`")
    with pytest.raises(UsageError) as error:
        content(clone / "m.yaml", "HEAD@{9}")
    assert why(error) == "error.git.revision"
    assert "log for 'HEAD' only has 1 entries" in str(error.value)
    assert log(Path("m.yaml")).begins is None
    (clone / "m.yaml").write_text(FIRST)
    subprocess.run(["git", "-C", str(clone), "-c", "user.name=x", "-c", "user.email=x@y", "commit", "-qam", "x"], check=True)
    assert log(clone / "m.yaml", last).begins is None  # all that came after it is here
    assert log(clone / "m.yaml").begins == last


def test_a_partial_clone(git: Git, commit: Commit, tmp_path: Path) -> None:
    two_versions(git, commit)
    git("config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "delvis"
    take = ["git", "clone", "-q", "--filter=blob:none", f"file://{Path.cwd()}", str(clone)]
    subprocess.run(take, check=True, capture_output=True)
    assert content(clone / "m.yaml", "HEAD").decode() == SECOND
    with pytest.raises(UsageError) as error:
        content(clone / "m.yaml", "HEAD~1")
    assert why(error) == "error.git.incomplete"
    subprocess.run(["git", "-C", str(clone), "fetch", "-q", "--refetch", "--no-filter"], check=True, capture_output=True)
    assert content(clone / "m.yaml", "HEAD~1").decode() == FIRST


def test_an_answer_without_end_is_stopped(git: Git, commit: Commit, monkeypatch: pytest.MonkeyPatch) -> None:
    two_versions(git, commit)
    monkeypatch.setattr(repository, "MOST", 10)
    with pytest.raises(UsageError) as error:
        log(Path("m.yaml"))
    assert why(error) == "error.git.large"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_call_that_takes_too_long_is_stopped(git: Git, commit: Commit, monkeypatch: pytest.MonkeyPatch) -> None:
    two_versions(git, commit)
    git("config", "include.path", "pipe")
    os.mkfifo(".git/pipe")
    monkeypatch.setattr(repository, "SECONDS", 0.3)
    with pytest.raises(UsageError) as error:
        log(Path("m.yaml"))
    assert why(error) == "error.git.slow"

"""The git repository that a file lies in, and the only place that starts git.

What git finds in a repository may be hostile: a folder of a plain clone can hold another, bare repository, and settings can name
programs. So the repository is found here, by the nearest ``.git`` upwards, before git is started at all; git is given that one by
name, reads no settings but the repository's own, and may fetch nothing. Only commands that read objects are used (``rev-parse``,
``rev-list``, ``ls-tree``, ``diff-tree``, ``cat-file``), which obey almost no settings and start no programs.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word, visible
from virkningskjede.project.files import is_folder, physical
from virkningskjede.yamlfile.files import UnreadableError, read_bytes

SECONDS = 30.0
"""How long one call of git may take."""

MOST = 128 * 1024 * 1024
"""So many bytes of one answer of git are kept: a tree can be made that has more names than any disk holds."""

# What git may not do, whatever the repository's own settings say. A version of git that does not know one of them passes it over;
# each alone stops a program that a repository names from being started.
_FORBIDDEN: Mapping[str, str] = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}

# The settings of the user and of the machine say nothing of what a history holds.
_NO_SETTINGS: Mapping[str, str] = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
}

# The repository's own settings are read by git all the same; these outweigh them.
_SETTINGS = (
    "safe.bareRepository=explicit",
    "protocol.allow=never",
    "core.fsmonitor=false",
    "core.sshCommand=false",
    "core.hooksPath=" + os.devnull,
    "core.attributesFile=" + os.devnull,
    "core.commitGraph=false",
    "core.warnAmbiguousRefs=true",
    "core.quotePath=false",
    "core.pager=cat",
    "color.ui=false",
    "diff.renameLimit=1000",
    "diff.orderFile=",
)

_LINE = re.compile(r"(?:fatal|error): *")


class GitOutput(NamedTuple):
    """What git answered: its exit code, what it wrote, and the line in which it says what is wrong."""

    code: int
    out: bytes
    reason: str
    notes: str


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository with a work tree.

    Attributes:
        top: the top of the work tree, with links followed.
        git_dir: where git keeps what it knows of it.
        shallow: whether it holds only the newest commits.
    """

    top: Path
    git_dir: Path
    shallow: bool = False

    def call(self, *arguments: str, stdin: bytes = b"") -> GitOutput:
        """What git answers, also when it refuses.

        Raises:
            UsageError: git is not installed, takes too long, or answers without end.
        """
        settings = [part for setting in _SETTINGS for part in ("-c", setting)]
        place = [f"--git-dir={self.git_dir}", f"--work-tree={self.top}"]
        # An index that is not there: none of the commands needs one, and it could hold what the work tree says.
        kept = {**_FORBIDDEN, **_NO_SETTINGS, "GIT_INDEX_FILE": str(self.git_dir / "virkningskjede.none")}
        return _run(self.top, ["--no-pager", "--literal-pathspecs", *settings, *place, *arguments], kept, stdin)

    def answer(self, *arguments: str, stdin: bytes = b"") -> bytes:
        """What git answers.

        Raises:
            UsageError: it refuses, with the reason that it gives.
        """
        answer = self.call(*arguments, stdin=stdin)
        if answer.code != 0:
            raise refused(self.top, answer)
        return answer.out


def refused(top: Path, answer: GitOutput) -> UsageError:
    """That git cannot do its work in a repository, with the reason that it gives."""
    if "promisor" in answer.notes or "lazy fetching disabled" in answer.notes or "transport '" in answer.notes:
        return incomplete(top)
    return UsageError(Word("error.git.refused", (("top", str(top)), ("reason", answer.reason))))


def incomplete(top: Path) -> UsageError:
    """That a repository lacks objects that its commits name: a partial clone, which would fetch them when they are needed."""
    return UsageError(Word("error.git.incomplete", (("top", str(top)),)))


def place_of(path: Path) -> tuple[Repository, str]:
    """The repository that a file or folder lies in, and its name from the top; ``""`` for the top itself.

    The nearest ``.git`` upwards counts, whatever else lies beside the file. The file need not be there any more.

    Raises:
        UsageError: there is none; git is not installed; or git will not use the one that there is, with the reason that it gives.
    """
    whole = physical(path)
    start = next(folder for folder in (whole, *whole.parents) if is_folder(folder))
    for top in (start, *start.parents):
        if os.path.lexists(top / ".git"):
            return _repository(top, _git_dir(top)), "" if whole == top else whole.relative_to(top).as_posix()
    for folder in (start, *start.parents):
        if (folder / "HEAD").is_file() and (folder / "objects").is_dir() and (folder / "refs").is_dir():
            raise UsageError(Word("error.git.bare", (("path", str(path)), ("folder", str(folder)))))
    raise UsageError(Word("error.git.none", (("path", str(path)),)))


def _git_dir(top: Path) -> Path:
    """Where the ``.git`` of a work tree leads: to itself, or where the file says, in linked work trees and submodules.

    Raises:
        UsageError: it says nothing, or leads to a folder among the files of the work tree itself. git makes no such folders, and will
            not check out what is named ``.git``; but an archive can hold both.
    """
    mark = top / ".git"
    git_dir = mark.resolve()
    if not mark.is_dir():
        try:
            text = os.fsdecode(read_bytes(mark)).strip()
        except UnreadableError:
            text = ""
        if not text.startswith("gitdir:") or "\0" in text:
            raise UsageError(Word("error.git.mark", (("file", str(mark)),)))
        git_dir = (top / text.removeprefix("gitdir:").strip()).resolve()
    if git_dir != mark and git_dir.is_relative_to(top) and ".git" not in git_dir.relative_to(top).parts:
        raise UsageError(Word("error.git.among", (("file", str(mark)), ("folder", str(git_dir)))))
    return git_dir


def _repository(top: Path, git_dir: Path) -> Repository:
    """A repository as git judges it: whether it is one, of a form that this git knows, and not another user's.

    This call alone reads the user's settings, for they say which of other people's folders git may use (``safe.directory``), and no
    command that is given the folder looks at its owner. It reads no objects. It is made at the top, where ``.git`` comes before
    anything else, and may look nowhere above; whatever else git takes for a repository is not used.
    """
    arguments = ("rev-parse", "--absolute-git-dir", "--is-shallow-repository")
    kept = {**_FORBIDDEN, **_of_settings(), "GIT_CEILING_DIRECTORIES": str(top.parent)}
    answer = _run(top, ["-c", "safe.bareRepository=explicit", *arguments], kept)
    lines = os.fsdecode(answer.out).splitlines()
    if "safe.directory" in answer.notes:
        command = next((line.strip() for line in answer.notes.splitlines() if line.strip().startswith("git config")), "")
        params = (("top", str(top)), ("reason", answer.reason), ("command", visible(command)))
        raise UsageError(Word("error.git.owner", params))
    if answer.code != 0:
        raise UsageError(Word("error.git.refused", (("top", str(top)), ("reason", answer.reason))))
    if len(lines) != 2 or Path(lines[0]).resolve() != git_dir:
        raise UsageError(Word("error.git.mark", (("file", str(top / ".git")),)))
    return Repository(top, git_dir, lines[1] == "true")


def _of_settings() -> dict[str, str]:
    """The variables that say where git has the user's settings, or are settings themselves."""
    return {name: value for name, value in os.environ.items() if name.startswith("GIT_CONFIG")}


def _run(folder: Path, arguments: list[str], variables: Mapping[str, str], stdin: bytes = b"") -> GitOutput:
    """One call of git, within limits of time and size. No variable of git's own that the user has set is handed on."""
    inherited = {name: value for name, value in os.environ.items() if not name.upper().startswith(("GIT_", "SSH_ASKPASS"))}
    environment = {**inherited, **variables, "LC_ALL": "C"}
    program = _program()
    with tempfile.TemporaryFile() as complaints:
        try:
            process = subprocess.Popen(
                [program, *arguments],
                cwd=folder,
                env=environment,
                stdin=subprocess.PIPE if stdin else subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=complaints,
                start_new_session=True,  # so that what git starts can be stopped with it
            )
        except (OSError, ValueError) as error:
            reason = visible(str(error))
            raise UsageError(Word("error.git.refused", (("top", str(folder)), ("reason", reason)))) from error
        out, late = _exchange(process, stdin)
        if late:
            raise UsageError(Word("error.git.slow", (("seconds", f"{SECONDS:.0f}"),)))
        if len(out) > MOST:
            raise UsageError(Word("error.git.large", (("top", str(folder)), ("limit", str(MOST // 1024 // 1024)))))
        complaints.seek(0)
        notes = complaints.read(64 * 1024).decode("utf-8", "replace")
    return GitOutput(process.returncode, out, _reason(notes), notes)


def _exchange(process: subprocess.Popen[bytes], stdin: bytes) -> tuple[bytes, bool]:
    """Hand a process its input and take its output, until it ends, the time is up or it writes too much."""
    expired = threading.Event()

    def stop() -> None:
        expired.set()
        _kill(process)

    def feed() -> None:
        assert process.stdin is not None
        with suppress(OSError), process.stdin:  # it may end before it has read all: its exit code says why
            process.stdin.write(stdin)

    clock = threading.Timer(SECONDS, stop)
    feeder = threading.Thread(target=feed, daemon=True) if stdin else None
    out = bytearray()
    try:
        clock.start()
        if feeder is not None:
            feeder.start()
        assert process.stdout is not None
        with process.stdout:
            while len(out) <= MOST and (part := os.read(process.stdout.fileno(), 1024 * 1024)):
                out += part
        if len(out) > MOST:
            _kill(process)
        process.wait()
        if feeder is not None:
            feeder.join()
    finally:
        clock.cancel()
        if process.poll() is None:
            _kill(process)
            process.wait()
    return bytes(out), expired.is_set()


def _kill(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()


def _program() -> str:
    """Where git is. Only whole paths of ``PATH`` count: git is started in the user's folders, where a file of its name may lie.

    Raises:
        UsageError: it is not installed.
    """
    path = _program_in(tuple(os.get_exec_path()))
    if path is None:
        raise UsageError(Word("error.git.missing"))
    return path


@cache
def _program_in(folders: tuple[str, ...]) -> str | None:
    for folder in folders:
        path = shutil.which("git", path=folder) if Path(folder).is_absolute() else None
        if path is not None and Path(path).is_absolute():
            return path
    return None


def _reason(notes: str) -> str:
    """The line in which git says what is wrong, without what it begins with."""
    lines = [line.strip() for line in notes.splitlines() if line.strip()]
    grave = [line for line in lines if _LINE.match(line)] or lines
    return visible(_LINE.sub("", grave[0], count=1))[:500] if grave else ""


def unhelpful(answer: GitOutput) -> bool:
    """Whether git says no more than that it knows no such revision."""
    return answer.reason in ("", "Needed a single revision")

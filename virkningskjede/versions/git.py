"""What git knows of a file: its versions under whatever names it had, and what stood in each.

git is a program of its own. It is called without a shell, with a time limit, with the paths taken literally, and once for many
versions: one call lists them, one tells their sizes, and one or a few give what stands in them.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from virkningskjede.catalogue import Word
from virkningskjede.errors import UsageError
from virkningskjede.source import MAX_BYTES

SECONDS = 30.0
"""How long one call of git may take."""

_AT_ONCE = 64 * 1024 * 1024
"""So many bytes are asked for in one call."""

# Nothing in a user's settings may put words between what is read here.
_SETTINGS = ("log.showSignature=false", "diff.relative=false", "core.fsmonitor=false", "core.quotePath=false", "color.ui=false")

_COMMIT = re.compile(r"@@([0-9a-f]{40,64}) (\S+)")
_BLOB = re.compile(r":\d{6} (\d{6}) ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ([A-Z])\d*")
_REGULAR = ("100644", "100755")
_NONE = frozenset("0")


@dataclass(frozen=True, slots=True)
class Revision:
    """One commit that changed a file.

    Attributes:
        rev: the commit.
        time: when it was committed.
        path: the file's name there, from the top of the repository.
        blob: what git calls the content; None where the file was removed or is no regular file.
        before: what git calls the content before; None where there was none.
        path_before: the file's name before.
    """

    rev: str
    time: datetime
    path: str
    blob: str | None
    before: str | None
    path_before: str


def revisions(path: Path, since: str | None = None) -> tuple[Revision, ...]:
    """The commits that changed a file, the newest first, followed through renames.

    Of merged branches, only the merge itself counts: then each version has the next in the list before it.

    Args:
        path: the file; it need not be there any more.
        since: a revision; only commits after it.

    Raises:
        UsageError: git is not installed, the file is in no repository, git has never had it, or there is no such revision.
    """
    folder, rest = _place(path)
    _must(folder, path, "rev-parse", "--git-dir")
    start = [f"{_commit(folder, since, path)}..HEAD"] if since is not None else []
    if not start and _call(folder, "rev-parse", "--verify", "--quiet", "HEAD") is None:
        raise UsageError(Word("error.git.untracked", (("path", str(path)),)))
    asked = ("log", "--follow", "--first-parent", "-m", "-M", "--raw", "--no-abbrev", "-z", "--format=@@%H %cI", *start, "--", rest)
    found = tuple(_read_log(_must(folder, path, *asked).decode("utf-8", "replace")))
    if not found and since is None:
        raise UsageError(Word("error.git.untracked", (("path", str(path)),)))
    return found


def _read_log(text: str) -> Iterator[Revision]:
    parts = iter(text.split("\0"))
    rev, time = "", datetime.min
    for part in parts:
        commit = _COMMIT.fullmatch(part.strip())
        change = _BLOB.fullmatch(part.strip())
        if commit:
            rev, time = commit[1], datetime.fromisoformat(commit[2])
        elif change:
            mode, old, new, status = change.groups()
            first = next(parts)
            name = next(parts) if status in "RC" else first
            if status == "C":  # git follows a copy into the past of what it was copied from, which is another file's past
                yield Revision(rev, time, name, new, None, name)
                return
            yield Revision(rev, time, name, new if mode in _REGULAR else None, None if _NONE.issuperset(old) else old, first)


def contents(path: Path, blobs: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """What stands in some blobs, one by one; of one that is larger than any file may be, no more than shows it."""
    folder, _ = _place(path)
    asked = list(dict.fromkeys(blobs))
    told = _must(folder, path, "cat-file", "--batch-check=%(objectname) %(objectsize)", given=_lines(asked)).decode("ascii", "replace")
    sizes = {name: int(size) for name, _, size in (line.partition(" ") for line in told.splitlines()) if size.isdecimal()}
    batch: list[str] = []
    for blob in asked:
        if sizes.get(blob, 0) > MAX_BYTES:
            yield blob, b" " * (MAX_BYTES + 1)
        elif blob in sizes:
            if batch and sum(sizes[each] for each in batch) + sizes[blob] > _AT_ONCE:
                yield from _batch(folder, path, batch)
                batch = []
            batch.append(blob)
    yield from _batch(folder, path, batch)


def _batch(folder: Path, path: Path, blobs: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    data = _must(folder, path, "cat-file", "--batch=%(objectname) %(objectsize)", given=_lines(blobs)) if blobs else b""
    position = 0
    while position < len(data):
        head = data.index(b"\n", position)
        name, _, size = data[position:head].decode("ascii").partition(" ")
        yield name, data[head + 1 : head + 1 + int(size)]
        position = head + 1 + int(size) + 1


def _lines(names: Iterable[str]) -> bytes:
    return "".join(f"{name}\n" for name in names).encode("ascii")


def at_revision(path: Path, revision: str) -> bytes:
    """What stood in a file at a revision, under whatever name it had then.

    Raises:
        UsageError: git is not installed, the file is in no repository, there is no such revision, or the file was not there.
    """
    folder, rest = _place(path)
    commit = _commit(folder, revision, path)
    blob = _call(folder, "rev-parse", "--verify", "--quiet", f"{commit}:./{rest}")
    name = blob.decode("ascii", "replace").strip() if blob else _earlier(path, revision)
    found = dict(contents(path, [name])) if name else {}
    if name not in found:
        raise _missing(path, revision)
    return found[name]


def _earlier(path: Path, revision: str) -> str | None:
    """What git calls the content of a file that had another name at a revision."""
    later = revisions(path, revision)
    return later[-1].before if later else None


def _commit(folder: Path, revision: str, path: Path) -> str:
    _must(folder, path, "rev-parse", "--git-dir")
    # A revision may begin with a dash, and must not be taken for an option.
    found = None if revision.startswith("-") else _call(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if not found:
        raise _missing(path, revision)
    return found.decode("ascii").strip()


def _missing(path: Path, revision: str) -> UsageError:
    return UsageError(Word("error.git", (("name", str(path)), ("rev", revision))))


def _place(path: Path) -> tuple[Path, str]:
    """The nearest folder that is there, and the file's name from it."""
    whole = path.absolute()
    folder = next(each for each in whole.parents if each.is_dir())
    return folder, whole.relative_to(folder).as_posix()


def _must(folder: Path, path: Path, *arguments: str, given: bytes = b"") -> bytes:
    answer = _call(folder, *arguments, given=given)
    if answer is None:
        raise UsageError(Word("error.git.none", (("path", str(path)),)))
    return answer


def _call(folder: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """What git answers; None when it refuses."""
    settings = [part for each in _SETTINGS for part in ("-c", each)]
    command = ["git", "--no-pager", "--literal-pathspecs", *settings, "-C", str(folder), *arguments]
    environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        answer = subprocess.run(command, input=given, capture_output=True, check=False, timeout=SECONDS, env=environment)
    except subprocess.TimeoutExpired as error:
        raise UsageError(Word("error.git.slow", (("seconds", f"{SECONDS:.0f}"),))) from error
    except (OSError, ValueError) as error:
        raise UsageError(Word("error.git.missing")) from error
    return answer.stdout if answer.returncode == 0 else None

"""What git knows of a file or folder: its commits under whatever names it had, and what stood there at a revision.

A revision is something one loads. It is read with few calls: one lists what there is, one tells the sizes, and one or a few give
what stands in the files.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from virkningskjede.errors import NotThen, UsageError
from virkningskjede.i18n import Word
from virkningskjede.project.repository import Repository, incomplete, place_of, refused, unhelpful
from virkningskjede.yamlfile import MAX_BYTES

MOST_BYTES = 256 * 1024 * 1024
"""So many bytes of a snapshot are read in all."""

_AT_ONCE = 64 * 1024 * 1024
"""So many bytes are asked for in one call."""

_BLOB = re.compile(r":\d{6} (\d{6}) ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ([A-Z])\d*")
_NAME = re.compile(r"[0-9a-f]{40,64}")
_STAMP = re.compile(r"(-?\d+) ([+-])(\d{2,})(\d{2})")
_REGULAR = ("100644", "100755")
_NONE = frozenset("0")
_DRIVE = re.compile(r"[A-Za-z]:")
_LONGEST, _LONGEST_PART = 2000, 255
_EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Moment:
    """When a commit was made, as it stands in the commit: git holds what no calendar does.

    >>> Moment("1700000000 +0100").time.isoformat()
    '2023-11-14T23:13:20+01:00'
    >>> Moment("253402300801 +0000").time is None, Moment("abc +0000").day
    (True, None)
    """

    text: str

    @property
    def time(self) -> datetime | None:
        """The time where it was made; None when no calendar has it."""
        parts = self._parts
        if parts is None:
            return None
        try:
            return datetime.fromtimestamp(parts[0], timezone(timedelta(seconds=parts[1])))
        except (ValueError, OverflowError, OSError):
            return None

    @property
    def day(self) -> int | None:
        """The number of the day where it was made, as `datetime.date.toordinal` counts, also beyond it; None when there is none."""
        parts = self._parts
        return (parts[0] + parts[1]) // 86400 + _EPOCH if parts is not None else None

    @property
    def seconds(self) -> int:
        """Seconds since 1970, to tell which of two came later; 0 when the commit does not say."""
        return self._parts[0] if self._parts is not None else 0

    @property
    def _parts(self) -> tuple[int, int] | None:
        """Seconds since 1970, and seconds east of Greenwich."""
        stamp = _STAMP.fullmatch(self.text)
        if stamp is None or len(self.text) > 40:
            return None
        seconds, sign, hours, minutes = stamp.groups()
        return int(seconds), (int(hours) * 3600 + int(minutes) * 60) * (-1 if sign == "-" else 1)


@dataclass(frozen=True, slots=True)
class Revision:
    """One commit that changed a file.

    Attributes:
        rev: the commit.
        moment: when it was committed.
        path: the file's name there, from the top of the repository.
        blob: what git calls the content; None where the file was removed or is no regular file.
        before: what git calls the content before; None where there was none.
        path_before: the file's name before.
    """

    rev: str
    moment: Moment
    path: str
    blob: str | None
    before: str | None
    path_before: str


@dataclass(frozen=True, slots=True)
class Log:
    """The commits that changed a file, the newest first.

    Attributes:
        revisions: the commits.
        begins: the commit at which a shallow clone begins, when older ones of the file may be beyond it; None when all are here.
    """

    revisions: tuple[Revision, ...]
    begins: str | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A work tree as it was at a revision: the files that a project can have.

    Attributes:
        top: the top of the work tree.
        rev: the commit.
        revision: the revision as it was written.
        moment: when it was committed.
        path: the place that was asked for, from the top, under the name it had then; ``""`` for the top itself.
        blobs: what git calls the content of each file, by its name from the top: of regular files that are named as YAML, of every
            ``pyproject.toml``, and of the file that was asked for, whatever its name. Links, submodules and names that could lead out
            of a folder are left out.
    """

    top: Path
    rev: str
    revision: str
    moment: Moment
    path: str
    blobs: Mapping[str, str] = field(repr=False)
    repository: Repository = field(repr=False)

    @property
    def files(self) -> Iterator[tuple[str, bytes]]:
        """Name and content of each file, read as they are asked for.

        A file larger than any that is read has one byte more than the limit, so that whoever reads it says so.

        Raises:
            UsageError: they hold more than `MOST_BYTES` in all, or are not in this clone.
        """
        names: dict[str, list[str]] = {}
        for name, blob in self.blobs.items():
            names.setdefault(blob, []).append(name)
        left = MOST_BYTES
        for blob, data in _contents(self.repository, names):
            for name in names[blob]:
                left -= len(data)
                if left < 0:
                    limit = str(MOST_BYTES // 1024 // 1024)
                    raise UsageError(Word("error.git.large", (("top", str(self.top)), ("limit", limit))))
                yield name, data


def split_revision(name: str, known: Callable[[str], Path | None] | None = None) -> tuple[Path, str | None]:
    """The path and the revision of ``PATH@REVISION``; None for the revision of a path alone.

    A whole name that is on disk is a path. Otherwise the path is the longest part before an ``@`` that names something on disk or at
    the revision, so that ``m.yaml@HEAD@{1}``, a tag with ``@`` and a file that is gone today are understood.

    Args:
        name: what was written.
        known: what else a name may stand for, such as the id of a model: its place, or None.

    Raises:
        UsageError: what stands before each ``@`` is not on disk, and there is no such revision, or it was not there at the revision.
    """
    if os.path.lexists(name) or not _parts(name):
        return Path(name), None
    failure: UsageError | None = None
    for part, revision in _parts(name):
        if os.path.lexists(part):
            return Path(part), revision
        try:
            repository, rest = place_of(Path(part))
            commit = _commit(repository, revision)
            if _entry(repository, commit, rest) is not None:
                return Path(part), revision
            failure = _missing(part, revision)  # the revision is one: that is nearer to what was meant
        except UsageError as error:
            failure = failure or error
        place = known(part) if known is not None else None
        if place is not None:
            return place, revision
    raise failure or _missing(name, "")


def _parts(name: str) -> list[tuple[str, str]]:
    """Each way to read a name as a path and a revision, the longest path first."""
    places = [place for place, letter in enumerate(name) if letter == "@" and 0 < place < len(name) - 1]
    return [(name[:place], name[place + 1 :]) for place in reversed(places)]


def comes_after(repository: Repository, later: str, earlier: str) -> bool:
    """Whether one commit has another among those it builds on."""
    return later != earlier and repository.call("merge-base", "--is-ancestor", earlier, later).code == 0


def snapshot(path: Path, revision: str) -> Snapshot:
    """The work tree that a file or folder lies in, as it was at a revision.

    Args:
        path: the file or folder. A file may have had another name then: it is followed through renames.
        revision: whatever git takes for a commit.

    Raises:
        UsageError: git is not installed, the path is in no repository, there is no such revision, or the path was not there.
    """
    repository, rest = place_of(path)
    commit = _commit(repository, revision)
    then = _name_then(repository, rest, commit, path, revision)
    entries = _entries(repository.answer("ls-tree", "-r", "-z", "--full-tree", commit))
    blobs = {name: blob for name, mode, blob in entries if mode in _REGULAR and _stays_inside(name) and (_belongs(name) or name == then)}
    # A tree can be made in which one name is a file and a folder.
    blobs = {name: blob for name, blob in blobs.items() if not any(above in blobs for above in _above(name))}
    moment = next(Moment(_committed(data)) for _, data in _objects(repository, [commit]))
    return Snapshot(repository.top, commit, revision, moment, then, blobs, repository)


def _belongs(name: str) -> bool:
    """Whether a name is that of a file that a project can have.

    >>> [_belongs(name) for name in ("a/b.YAML", "pyproject.toml", "a.csv")]
    [True, True, False]
    """
    return name.lower().endswith((".yaml", ".yml")) or name.rpartition("/")[2] == "pyproject.toml"


def _stays_inside(name: str) -> bool:
    """Whether a name leads to a file inside the folder that it is written to, and can be one's name: git keeps others too.

    >>> [_stays_inside(name) for name in ("a/b.yaml", "../a.yaml", "a//b.yaml", "c:/a.yaml", ".git/a.yaml")]
    [True, False, False, False, False]
    """
    parts = name.split("/")
    if "\\" in name or _DRIVE.match(name) or any(part in ("", ".", "..") or part.lower() == ".git" for part in parts):
        return False
    return len(os.fsencode(name)) <= _LONGEST and all(len(os.fsencode(part)) <= _LONGEST_PART for part in parts)


def _above(name: str) -> Iterator[str]:
    return (name[:place] for place, letter in enumerate(name) if letter == "/")


def _entries(answer: bytes) -> Iterator[tuple[str, str, str]]:
    """Name, mode and object of each line of ``ls-tree -z``."""
    for line in answer.split(b"\0"):
        about, tab, name = line.partition(b"\t")
        mode, _, blob = about.decode("ascii", "replace").partition(" ")
        if tab:
            yield os.fsdecode(name), mode, blob.rpartition(" ")[2]


def _entry(repository: Repository, commit: str, rest: str) -> tuple[str, str] | None:
    """Mode and object of what has a name at a commit; None when nothing has."""
    if not rest:
        return "040000", commit
    entries = _entries(repository.answer("ls-tree", "-z", "--full-tree", commit, "--", rest))
    return next(((mode, blob) for name, mode, blob in entries if name == rest), None)


def name_then(path: Path, commit: str, revision: str) -> str:
    """The name that a file or folder had at a commit, from the top of its repository.

    Args:
        path: the file or folder.
        commit: the commit, by the name that git has for it.
        revision: what it is called in messages.

    Raises:
        NotThen: it was not there.
    """
    return _name_then(*place_of(path), commit, path, revision)


def _name_then(repository: Repository, rest: str, commit: str, path: Path, revision: str) -> str:
    """The name that a file or folder had at a commit."""
    entry = _entry(repository, commit, rest)
    name: str | None = rest
    if entry is None:
        later = _log(repository, rest, commit).revisions
        name = later[-1].path_before if later and later[-1].before is not None else None
        entry = _entry(repository, commit, name) if name is not None else None
    if name is None or entry is None:
        raise _missing(path, revision)
    if entry[0] not in (*_REGULAR, "040000"):
        raise UsageError(Word("error.git.irregular", (("name", str(path)), ("rev", revision))))
    return name


def log(path: Path, since: str | None = None) -> Log:
    """The commits that changed a file, the newest first, followed through renames.

    Of merged branches, only the merge itself counts: then each version has the next in the list before it.

    Args:
        path: the file; it need not be there any more.
        since: a revision; only commits after it.

    Raises:
        UsageError: git is not installed, the file is in no repository, git has never had it, or there is no such revision.
    """
    repository, rest = place_of(path)
    history = _log(repository, rest, _commit(repository, since) if since is not None else None)
    if not history.revisions and since is None:
        shallow = ".shallow" if history.begins is not None else ""
        raise UsageError(Word(f"error.git.untracked{shallow}", (("path", str(path)),)))
    return history


def _log(repository: Repository, rest: str, since: str | None) -> Log:
    head = repository.call("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    if head.code != 0:
        if head.notes.strip():
            raise refused(repository.top, head)
        return Log(())  # nothing is committed yet
    newest = head.out.decode("ascii").strip()
    span = [newest, *([f"^{since}"] if since is not None else [])]
    begins = _begins(repository, span)
    revisions: list[Revision] = []
    name = rest
    while True:
        part, source = _under_name(repository, name, span)
        revisions += part
        if source is None:
            return Log(tuple(revisions), begins)
        # What had this name before it was given is another file's past: what came before is looked for under the earlier name.
        name, span = source, [f"{part[-1].rev}^", *span[1:]]


def _begins(repository: Repository, span: Sequence[str]) -> str | None:
    """The commit at which a shallow clone begins, when the commits asked for reach it."""
    if not repository.shallow:
        return None
    # git takes the first commit of a shallow clone for one without parents; what stands in it says otherwise.
    roots = repository.answer("rev-list", "--first-parent", "--max-parents=0", *span).decode("ascii").split()
    return next((rev for rev, data in _objects(repository, roots) if _header(data, b"parent")), None)


def _under_name(repository: Repository, name: str, span: Sequence[str]) -> tuple[list[Revision], str | None]:
    """The commits that changed what has a name, back to where it got that name; and the name that it had before."""
    commits = repository.answer("rev-list", "--first-parent", *span, "--", name).decode("ascii").split()
    moments = {rev: Moment(_committed(data)) for rev, data in _objects(repository, commits)}
    revisions: list[Revision] = []
    added: list[str] = []
    changes = {rev: change for rev, change in _changes(repository, commits, "--", name) if change.path == name}
    for rev in commits:
        if rev in changes:
            change = changes[rev]
            revisions.append(Revision(rev, moments[rev], name, change.blob, change.before, name))
            if change.status == "A":
                added.append(rev)
    sources = {rev: change for rev, change in _changes(repository, added, "-M") if change.path == name and change.status == "R"}
    for place, revision in enumerate(revisions):
        if revision.rev in sources:
            source = sources[revision.rev]
            first = Revision(revision.rev, revision.moment, name, revision.blob, source.before, source.path_before)
            return [*revisions[:place], first], source.path_before
    return revisions, None


@dataclass(frozen=True, slots=True)
class _Change:
    status: str
    path: str
    path_before: str
    blob: str | None
    before: str | None


def _changes(repository: Repository, commits: Sequence[str], *arguments: str) -> Iterator[tuple[str, _Change]]:
    """What each commit changed, held against its first parent."""
    if not commits:
        return
    command = ("diff-tree", "--stdin", "-m", "--root", "-r", "-z", "--raw", "--no-abbrev", *arguments)
    parts = iter(os.fsdecode(repository.answer(*command, stdin=_lines(commits))).split("\0"))
    rev, done, fresh = "", set[str](), True
    for part in parts:
        change = _BLOB.fullmatch(part)
        if change is None:
            if _NAME.fullmatch(part):
                # A merge is held against one parent after the other, under the same name: the first is what counts.
                done |= {rev} if rev else set()
                rev, fresh = part, part not in done
            continue
        mode, old, new, status = change.groups()
        first = next(parts)
        name = next(parts) if status in "RC" else first
        if fresh:
            yield rev, _Change(status, name, first, new if mode in _REGULAR else None, None if _NONE.issuperset(old) else old)


def _header(commit: bytes, key: bytes) -> bytes | None:
    """The first line of a commit's head that begins with a word, without that word."""
    head = commit.partition(b"\n\n")[0]
    return next((line[len(key) + 1 :] for line in head.split(b"\n") if line.startswith(key + b" ")), None)


def _committed(commit: bytes) -> str:
    """When a commit was made, as it stands in it: what comes after the committer's address."""
    line = _header(commit, b"committer") or b""
    return line.rpartition(b">")[2].strip().decode("utf-8", "replace")


def contents(path: Path, blobs: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """What stands in some blobs, one by one; of one that is larger than any file may be, no more than shows it."""
    repository, _ = place_of(path)
    yield from _contents(repository, blobs)


def _contents(repository: Repository, blobs: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    names = list(dict.fromkeys(blobs))
    if not names:
        return
    answer = repository.answer("cat-file", "--batch-check=%(objectname) %(objectsize)", stdin=_lines(names)).decode("ascii", "replace")
    sizes = {blob_name: int(size) for blob_name, _, size in (line.partition(" ") for line in answer.splitlines()) if size.isdecimal()}
    batch: list[str] = []
    for blob in names:
        if blob not in sizes:
            raise incomplete(repository.top)
        if sizes[blob] > MAX_BYTES:
            yield blob, b" " * (MAX_BYTES + 1)
            continue
        if batch and sum(sizes[blob_name] for blob_name in batch) + sizes[blob] > _AT_ONCE:
            yield from _objects(repository, batch)
            batch = []
        batch.append(blob)
    yield from _objects(repository, batch)


def _objects(repository: Repository, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """What stands in some objects, one by one."""
    data = repository.answer("cat-file", "--batch=%(objectname) %(objectsize)", stdin=_lines(names)) if names else b""
    position = 0
    while position < len(data):
        head = data.index(b"\n", position)
        name, _, size = data[position:head].decode("ascii").partition(" ")
        if not size.isdecimal():
            raise incomplete(repository.top)
        yield name, data[head + 1 : head + 1 + int(size)]
        position = head + 1 + int(size) + 1


def _lines(names: Iterable[str]) -> bytes:
    return "".join(f"{name}\n" for name in names).encode("ascii")


def _commit(repository: Repository, revision: str) -> str:
    """The commit that a revision names.

    Raises:
        UsageError: it is empty, there is none, or git is not sure which.
    """
    # A revision may begin with a dash, and must not be taken for an option; nothing that git knows is so long or holds a NUL.
    if not revision.strip():
        raise UsageError(Word("error.git.revision.empty"))
    if revision.startswith("-") or "\0" in revision or len(revision) > 4096:
        raise _unknown(repository, revision, "")
    answer = repository.call("rev-parse", "--verify", f"{revision}^{{commit}}")
    name = answer.out.decode("ascii", "replace").strip()
    # git goes on with a warning where a name is two things, and where a day is before the first that it remembers.
    doubt = next((line for line in answer.notes.splitlines() if "is ambiguous" in line or "only goes back to" in line), "")
    if answer.code != 0 or doubt or not _NAME.fullmatch(name):
        reason = doubt.removeprefix("warning: ") if doubt else "" if unhelpful(answer) else answer.reason
        raise _unknown(repository, revision, reason)
    return name


def _unknown(repository: Repository, revision: str, reason: str) -> UsageError:
    """That there is no such revision, why git says so, and what to fetch where it may be elsewhere."""
    params: list[tuple[str, str | Word]] = [("rev", revision), ("top", str(repository.top)), ("reason", "")]
    if reason:
        params[-1] = ("reason", Word("error.git.reason", (("reason", reason),)))
    # What git remembers of where a name was before ("log for ...") is in no other place.
    command = "" if reason.startswith("log for") else _to_fetch(repository, revision)
    if command:
        return UsageError(Word("error.git.revision.fetch", (*params, ("command", command))))
    return UsageError(Word("error.git.revision", tuple(params)))


def _to_fetch(repository: Repository, revision: str) -> str:
    """The command that may bring a revision here: for a branch of a remote, or the rest of a shallow clone."""
    remote, slash, branch = revision.removeprefix("refs/remotes/").removeprefix("remotes/").partition("/")
    settings = repository.call("config", "--local", "--name-only", "--get-regexp", r"^remote\.").out.decode("utf-8", "replace")
    if slash and re.fullmatch(r"[\w./-]+", branch) and f"remote.{remote}.url" in settings.splitlines():
        return f"git fetch {remote} +refs/heads/{branch}:refs/remotes/{remote}/{branch}"
    return "git fetch --unshallow --tags" if repository.shallow else ""


def _missing(path: Path | str, revision: str) -> NotThen:
    return NotThen(Word("error.git", (("name", str(path)), ("rev", revision))))

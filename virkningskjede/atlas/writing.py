"""Putting the site where it is to be: everything is laid ready inside its folder, and then each file takes its name.

A file with the names and sums of what was written lies in the site. By it the next run knows what is its own to replace. While a run is
under way the list names what lies ready and what the files may be; a run that is killed leaves each file old or new, and the next one
says so, clears up and writes the whole. What others have put in the folder is never moved, so the folder can be a mount point, or the one
that somebody stands in.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from virkningskjede.diagnostics import shorten
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Lang, unwritten, word

MANIFEST = "virkningskjede-atlas.json"

_VERSION = 1
READY = ".virkningskjede-atlas-new"
"""The folder in a site in which a run lays its files ready."""


def put(files: Mapping[str, bytes], target: Path, lang: Lang) -> bool:
    """Write a site.

    Args:
        files: content by name; folders in names are divided by ``/``.
        target: the folder of the site. What it holds that an earlier run did not write stays as it is.
        lang: the language of error messages.

    Returns:
        Whether an earlier run was cut off, so that the site was partly old and partly new until now.

    Raises:
        UsageError: the folder cannot be written; or a file of somebody else's, or one changed since it was written, is in the way.
            Whatever stood there stands there still.
    """
    place = target.resolve()
    check(target, files, lang)
    missing = [folder for folder in (place, *place.parents) if not folder.exists()]
    try:
        place.mkdir(parents=True, exist_ok=True)
        with _alone(place):
            check(target, files, lang)
            return _put(files, place)
    except OSError as error:
        for folder in missing:
            with suppress(OSError):
                folder.rmdir()
        raise UsageError(unwritten(target, error, lang)) from error


@dataclass
class _List:
    """What the list in a site says.

    Attributes:
        files: the sum of each file that was written.
        coming: the sum of each file that a run lays ready, until it has ended.
    """

    files: dict[str, str] = field(default_factory=dict)
    coming: dict[str, str] = field(default_factory=dict)

    def write(self, place: Path) -> None:
        """Put the list in the site, as a whole or not at all."""
        under_way = {"under_way": self.coming} if self.coming else {}
        text = json.dumps({"virkningskjede_atlas": _VERSION, "files": self.files, **under_way}, indent=1) + "\n"
        temporary = place / READY / MANIFEST
        temporary.write_text(text, "utf-8")
        temporary.replace(place / MANIFEST)

    def own(self, place: Path) -> set[str]:
        """The names of the files in a site that a run wrote and nobody has changed since."""
        names = {name for name in (*self.files, *self.coming) if _is_inside(place, name)}
        return {name for name in names if _sum_of(place / name) in (self.files.get(name), self.coming.get(name))}


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    """Wait until no other run writes the same site, where the system can tell."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    handle = os.open(place, os.O_RDONLY)
    try:
        with suppress(OSError):  # some disks lock nothing
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _put(files: Mapping[str, bytes], place: Path) -> bool:
    before = _list(place)
    own = before.own(place) if before is not None else set[str]()
    sums = {name: _sum(content) for name, content in sorted(files.items())}
    now = {name: sum_ for name in sorted(own) if (sum_ := _sum_of(place / name)) is not None}
    cut_off = _cleared(place / READY)
    ready = place / READY
    ready.mkdir()
    replaced: list[str] = []
    try:
        _List(now, sums).write(place)  # first: from here on a run that is killed has left word of what it did
        for name, content in files.items():
            path = ready / "new" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        for name in now:  # so that they can be put back
            path = ready / "old" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            _same(place / name, path)
        for name in files:
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            replaced.append(name)
            (ready / "new" / name).replace(place / name)
        for name in now:
            if name not in files:
                replaced.append(name)
                (place / name).unlink()
        _List(sums).write(place)
    except BaseException:
        for name in replaced:
            _put_back(ready / "old" / name, place / name)
        _remove_empty(place, files)
        with suppress(OSError):
            (place / MANIFEST).unlink() if before is None else _List(now).write(place)
        raise
    finally:
        shutil.rmtree(ready, ignore_errors=True)
    _remove_empty(place, now)
    return cut_off


def _cleared(ready: Path) -> bool:
    """Remove what a run that was cut off has left, and say whether there was any. No other run is under way."""
    if ready.is_symlink() or not ready.is_dir() or any(path.name not in (MANIFEST, "new", "old") for path in ready.iterdir()):
        return False  # that there is something else of that name is said when it is in the way
    shutil.rmtree(ready)
    return True


def _same(path: Path, copy: Path) -> None:
    """The same file under another name, or a copy where the disk has no such names."""
    try:
        copy.hardlink_to(path)
    except OSError:
        shutil.copy2(path, copy)


def _put_back(old: Path, path: Path) -> None:
    with suppress(OSError):
        if old.exists():
            old.replace(path)
        else:
            path.unlink(missing_ok=True)


def _remove_empty(place: Path, names: Mapping[str, object]) -> None:
    """Remove the folders of these files that hold nothing any more."""
    folders = {place / parent for name in names for parent in PurePosixPath(name).parents if parent.parts}
    for folder in sorted(folders, key=lambda folder: len(folder.parts), reverse=True):
        with suppress(OSError):
            folder.rmdir()


def check(target: Path, files: Mapping[str, bytes] | None, lang: Lang) -> None:
    """See that nothing of somebody else's is in the way.

    Args:
        target: the folder of the site.
        files: what is to be written; None to look only at the front page, before anything is made.
        lang: the language of error messages.

    Raises:
        UsageError: something is.
    """
    place = target.resolve()
    there = next(folder for folder in (place, *place.parents) if folder.exists())
    if not there.is_dir():
        raise UsageError(word("atlas.not_a_folder", lang, path=shorten(str(target if there == place else there))))
    listed = _list(place)
    own = listed.own(place) if listed is not None else None
    for name in (*(files if files is not None else ("index.html",)), *(() if own is not None else (MANIFEST,))):
        # A link to a folder is somebody else's too, and leads out of the site.
        folders = [place / parent for parent in PurePosixPath(name).parents if parent.parts]
        blocked = any(os.path.lexists(folder) and (folder.is_symlink() or not folder.is_dir()) for folder in folders)
        if blocked or (os.path.lexists(place / name) and (own is None or name not in own)):
            raise UsageError(word("atlas.in_the_way", lang, path=shorten(str(target / name))))


def _list(place: Path) -> _List | None:
    """What the list in a site says; None where there is none that can be read."""
    try:
        data = json.loads((place / MANIFEST).read_text("utf-8"))
        if data["virkningskjede_atlas"] != _VERSION:
            return None
        return _List(_sums(data["files"]), _sums(data.get("under_way", {})))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _sums(files: Any) -> dict[str, str]:
    return {str(name): str(sum_) for name, sum_ in dict(files).items()}


def _is_inside(place: Path, name: str) -> bool:
    """Whether a name that a list gives is that of a file in the site: the list may be a stranger's."""
    path = PurePosixPath(name)
    if "\0" in name or path.is_absolute() or not path.parts or ".." in path.parts:
        return False
    return not any((place / parent).is_symlink() for parent in path.parents if parent.parts)


def _sum_of(path: Path) -> str | None:
    """The sum of a file; None of what is none, or cannot be read."""
    try:
        return _sum(path.read_bytes()) if path.is_file() and not path.is_symlink() else None
    except OSError:
        return None


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()

"""Putting the site where it is to be: built beside its place and swapped in whole, without touching what others have put there.

A file with the names and sums of what was written lies in the site. By it the next run knows what is its own to replace.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from virkningskjede.diagnostics import shorten
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Lang, unwritten, word

MANIFEST = "virkningskjede-atlas.json"

_VERSION = 1


def put(files: Mapping[str, bytes], target: Path, lang: Lang) -> None:
    """Write a site.

    Args:
        files: content by name; folders in names are divided by ``/``.
        target: the folder of the site. What it holds that an earlier run did not write stays as it is.
        lang: the language of error messages.

    Raises:
        UsageError: the folder cannot be written; or a file of somebody else's, or one changed since it was written, is in the way.
            Whatever stood there stands there still.
    """
    place = target.resolve()
    check(target, files, lang)
    sums = {name: _sum(content) for name, content in sorted(files.items())}
    manifest = json.dumps({"virkningskjede_atlas": _VERSION, "files": sums}, indent=1) + "\n"
    whole = {**files, MANIFEST: manifest.encode()}
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{place.name}-", dir=place.parent))
        try:
            _write(whole, beside / "new")
            _swap(beside / "new", place, beside / "old")
        finally:
            _leave(beside)
    except OSError as error:
        raise UsageError(unwritten(target, error, lang)) from error


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
    own = _own(place)
    for name in (*(files if files is not None else ("index.html",)), *(() if own is not None else (MANIFEST,))):
        folders = [place / parent for parent in Path(name).parents]
        blocked = any(os.path.lexists(folder) and not folder.is_dir() for folder in folders)
        if blocked or (os.path.lexists(place / name) and (own is None or name not in own)):
            raise UsageError(word("atlas.in_the_way", lang, path=shorten(str(target / name))))


def _own(place: Path) -> dict[str, str] | None:
    """The files that an earlier run wrote and nobody has changed since; None where there is no list of them."""
    try:
        manifest = json.loads((place / MANIFEST).read_text("utf-8"))
        files = dict(manifest["files"]) if manifest["virkningskjede_atlas"] == _VERSION else None
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return {name: sum_ for name, sum_ in (files or {}).items() if _unchanged(place / name, sum_)} if files is not None else None


def _unchanged(path: Path, sum_: object) -> bool:
    return path.is_file() and not path.is_symlink() and _sum(path.read_bytes()) == sum_


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _swap(new: Path, place: Path, old: Path) -> None:
    """Put the new folder in the place of the old one, and bring over what was not ours."""
    if not place.exists():
        new.rename(place)
        return
    own = {MANIFEST, *(_own(place) or {})}
    place.rename(old)
    try:
        new.rename(place)
    except OSError:
        old.rename(place)
        raise
    for path in list(_foreign(old, place, own)):
        there = place / path.relative_to(old)
        there.parent.mkdir(parents=True, exist_ok=True)
        path.rename(there)
    for name in own:
        (old / name).unlink(missing_ok=True)


def _foreign(old: Path, new: Path, own: set[str]) -> Iterator[Path]:
    """Files that are not ours, and folders that hold nothing of ours."""
    kept = {parent for name in own for parent in (old / name).parents}
    pending = [old]
    while pending:
        for path in sorted(pending.pop().iterdir()):
            name = path.relative_to(old)
            if path.is_dir() and not path.is_symlink() and (path in kept or (new / name).is_dir()):
                pending.append(path)
            elif name.as_posix() not in own:
                yield path


def _leave(beside: Path) -> None:
    """Remove the folder beside the site. What is not ours has left it, unless something failed: then it stays."""
    shutil.rmtree(beside / "new", ignore_errors=True)
    for folder, _, _ in os.walk(beside, topdown=False):
        try:
            Path(folder).rmdir()
        except OSError:
            return

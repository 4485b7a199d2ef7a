"""A revision of a work tree, laid out in a folder of its own, so that what stood there is read as what stands here."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from virkningskjede.project.files import REVISIONS, physical

if TYPE_CHECKING:
    from virkningskjede.project.repository import Repository

# What asks git is imported where it is used: most runs ask for no revision.


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Checkout:
    """The files of a project as they stood at a revision. The folder goes when nothing holds on to this any more.

    Attributes:
        folder: where they are laid out.
        top: the top of the work tree that they are from.
        rev: the commit.
        revision: the revision as it was written.
        time: when it was committed, in seconds since 1970.
        repository: the repository of the work tree.
    """

    folder: Path
    top: Path
    rev: str
    revision: str
    time: int
    repository: Repository

    def is_later_than(self, other: Checkout) -> bool:
        """Whether this is the newer of two revisions: the one that builds on the other, or else the one that was committed later."""
        from virkningskjede.project.git import comes_after

        if comes_after(self.repository, self.rev, other.rev):
            return True
        if comes_after(self.repository, other.rev, self.rev):
            return False
        return (self.time, self.rev) > (other.time, other.rev)

    def holds(self, path: Path) -> bool:
        """Whether a file or folder is of what was laid out here."""
        return path.is_relative_to(self.folder)

    def today(self, path: Path) -> Path:
        """Where a file or folder of the revision stands in the work tree."""
        return self.top / path.relative_to(self.folder)

    def then(self, path: Path) -> Path:
        """Where a file or folder of the work tree is laid out, under the name that it had then.

        Raises:
            NotThen: it was not there.
        """
        from virkningskjede.project.git import name_then

        whole = physical(path)
        same = self.folder / whole.relative_to(self.top) if whole.is_relative_to(self.top) else None
        if same is not None and same.exists():  # git need not be asked
            return same
        return self.folder / name_then(path, self.rev, self.revision)

    def __reduce__(self) -> tuple[Any, ...]:
        return laid_out_again, (self.top, self.rev)


def laid_out_again(top: Path, rev: str) -> Checkout:
    """The same revision, laid out anew: a pickle does not carry its files."""
    return check_out(top, rev)[0]


def check_out(path: Path, revision: str) -> tuple[Checkout, Path]:
    """Lay out the files of a revision of the work tree that a path lies in; and where the path itself is laid out.

    Raises:
        UsageError: git is not installed, the path is in no repository, or there is no such revision.
    """
    from virkningskjede.project.git import snapshot

    tree = snapshot(path, revision)
    folder = Path(tempfile.mkdtemp(prefix="virkningskjede-")).resolve()
    checkout = Checkout(folder, tree.top, tree.rev, revision, tree.moment.seconds, tree.repository)
    weakref.finalize(checkout, _clear, str(folder))  # also when writing stops half-way
    REVISIONS[str(folder)] = (str(tree.top), revision)
    for name, data in tree.files:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return checkout, folder / tree.path


def _clear(folder: str) -> None:
    REVISIONS.pop(folder, None)
    shutil.rmtree(folder, ignore_errors=True)

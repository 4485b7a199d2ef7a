"""What a project had before: its files at a revision, judged as those of today are."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from virkningskjede.diagnosis import Fingerprints, Known
from virkningskjede.errors import NotThen
from virkningskjede.project import (
    Checkout,
    Origins,
    check_out,
    is_ours,
    is_yaml,
    physical,
    read_file,
    root_above,
    vocabularies,
    work_tree,
    yaml_files,
)
from virkningskjede.validation.job import Job
from virkningskjede.validation.validation import RuleSelection


@dataclass(frozen=True, slots=True)
class Then:
    """A revision, as far as a run asks about it.

    Attributes:
        known: what would have been found, with the settings of today.
        missing: the names of the files of projects that were not there, and of those that stand alone and were not: nothing was known.
        roots: where each project that was there is laid out, by where it is.
        checkouts: the work trees, which are laid out as long as somebody has them.
    """

    known: Known
    missing: frozenset[str]
    roots: Mapping[Path, Path]
    checkouts: tuple[Checkout, ...]


def at_revision(revision: str, job: Job, selection: RuleSelection, *, settled: bool) -> Then:
    """The projects and files of a run as they were at a revision.

    Raises:
        UsageError: git is not installed, a file is in no repository, or there is no such revision.
    """

    def judged(root: Path | None, moved: Mapping[Path, Path], past: _Past) -> tuple[Fingerprints, ...]:
        top = past.checkout.folder
        before = Job(Origins(root), selection, settled=settled, today=partial(_today, past.checkout, moved), top=top, texts=job.texts)
        for path in moved:
            before.add(path)
        return before.result().as_known().prints

    revisions: dict[Path, _Past] = {}
    prints: list[Fingerprints] = []
    new: set[str] = set()
    alone: dict[Path, dict[Path, Path]] = {}
    roots: dict[Path, Path] = {}
    for place, root in dict.fromkeys((root or Path(name), root) for name, root in job.root_of.items()):
        tree = work_tree(physical(place)) or place
        if tree not in revisions:
            revisions[tree] = _Past(check_out(tree, revision)[0])
        past = revisions[tree]
        then = past.root(place) if root is not None else past.file(place)
        if then is None:
            new |= {name for name, own in job.root_of.items() if own == root and (root is not None or Path(name) == place)}
        elif root is None:
            alone.setdefault(tree, {})[then] = place
        else:
            roots[place] = then
            prints += judged(then if vocabularies(then) else None, {then: place}, past)
    for tree, moved in alone.items():
        prints += judged(None, moved, revisions[tree])
    return Then(Known(tuple(prints)), frozenset(new), roots, tuple(past.checkout for past in revisions.values()))


class _Past:
    """A work tree as it was at a revision, laid out once for all that is asked of it.

    git follows files through renames that are committed, and no folders. What has moved otherwise is known again by what it holds.
    """

    def __init__(self, checkout: Checkout) -> None:
        self.checkout = checkout

    def root(self, root: Path) -> Path | None:
        """Where a root stood, with or without its codebook; None when it was not there."""
        for place in (root, *vocabularies(root)):
            with suppress(NotThen):
                then = self.checkout.then(place)
                return then if place == root else then.parent
        alike = {then: _in_common(then, root) for then in self._roots_gone}
        likest = max(alike, key=lambda then: alike[then], default=None)
        return likest if likest is not None and alike[likest] > (False, 0) else None

    def file(self, path: Path) -> Path | None:
        """Where a file that stands alone stood; None when it was not there."""
        with suppress(NotThen):
            return self.checkout.then(path)
        names = {path.stem, *_id_in(path)}
        return next((then for then, known in self._files_gone.items() if names & known), None)

    @cached_property
    def _roots_gone(self) -> tuple[Path, ...]:
        """The roots of the revision that are none today."""
        roots = (file.parent for file in self._files if file in vocabularies(file.parent))
        return tuple(root for root in dict.fromkeys(roots) if not vocabularies(self.checkout.today(root)))

    @cached_property
    def _files_gone(self) -> dict[Path, set[str]]:
        """The files of the revision that stood alone and are not where they were, with what they may be known by."""
        folder = self.checkout.folder
        gone = (file for file in self._files if not self.checkout.today(file).exists() and root_above(file, folder) is None)
        return {file: {file.stem, *_id_in(file)} for file in gone if is_ours(read_file(file, None))}

    @cached_property
    def _files(self) -> tuple[Path, ...]:
        return tuple(yaml_files(self.checkout.folder, across=True))


def _in_common(then: Path, root: Path) -> tuple[bool, int]:
    """How much a root of a revision has in common with one of today: its codebook, and the names of its files."""
    a, b = ([file.read_bytes() for file in vocabularies(folder)] for folder in (then, root))
    names = [{file.relative_to(folder) for file in yaml_files(folder) if file not in vocabularies(folder)} for folder in (then, root)]
    return (a == b, len(names[0] & names[1]))


def _id_in(path: Path) -> set[str]:
    """The id that a file states, if it does."""
    name = (read_file(path, None).values or {}).get("id") if is_yaml(path) else None
    return {name} if isinstance(name, str) else set()


def _today(checkout: Checkout, moved: Mapping[Path, Path], path: Path) -> Path:
    """Where what was laid out of a revision has its settings: where it lies today, also if it has moved."""
    above = next((above for above in (path, *path.parents) if above in moved), None)
    return checkout.today(path) if above is None else moved[above] / path.relative_to(above)

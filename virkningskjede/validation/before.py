"""What a project had before: its files at a revision, judged as those of today are."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path

from virkningskjede.diagnosis import Fingerprints, Known
from virkningskjede.errors import NotThen
from virkningskjede.project import Checkout, Origins, check_out, vocabularies
from virkningskjede.validation.job import Job
from virkningskjede.validation.validation import RuleSelection


def known_at(revision: str, job: Job, selection: RuleSelection, *, settled: bool) -> Known:
    """What would have been found at a revision in the projects of a run, with the settings of today.

    A file that stands alone is held against the same file then. Of what was not there, nothing was known.

    Raises:
        UsageError: git is not installed, a file is in no repository, or there is no such revision.
    """
    prints: list[Fingerprints] = []
    for place, root in dict.fromkeys((root or Path(name), root) for name, root in job.root_of.items()):
        stood = _stood(place, revision)
        if stood is None:
            continue
        checkout, then = stood
        before = Job(Origins(None if root is None else then), selection, settled=settled, today=partial(_today, checkout, then, place))
        before.add(then)
        prints += before.result().as_known().prints
    return Known(tuple(prints))


def _stood(place: Path, revision: str) -> tuple[Checkout, Path] | None:
    """The revision, and where a file or a root stood in it; None when it was not there.

    git follows files through renames and no folders, so a root that has moved is found by its codebook.
    """
    with suppress(NotThen):
        return check_out(place, revision)
    for codebook in vocabularies(place):
        with suppress(NotThen):
            checkout, then = check_out(codebook, revision)
            return checkout, then.parent
    return None


def _today(checkout: Checkout, then: Path, place: Path, path: Path) -> Path:
    """Where what was laid out of a revision has its settings: in the project of today, also where that has moved."""
    return place / path.relative_to(then) if path.is_relative_to(then) else checkout.today(path)

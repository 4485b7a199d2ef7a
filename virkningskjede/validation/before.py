"""What a project had before: its files at a revision, judged as those of today are."""

from __future__ import annotations

from pathlib import Path

from virkningskjede.diagnosis import Fingerprints, Known
from virkningskjede.errors import NotThen
from virkningskjede.project import Origins, check_out
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
        try:
            checkout, then = check_out(place, revision)
        except NotThen:
            continue
        before = Job(Origins(None if root is None else then), selection, settled=settled, today=checkout.today)
        before.add(then)
        prints += before.result().as_known().prints
    return Known(tuple(prints))

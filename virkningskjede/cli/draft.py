"""``virkningskjede claims --draft``."""

from __future__ import annotations

import sys
from pathlib import Path

from virkningskjede import diagnosis
from virkningskjede.cli.output import write
from virkningskjede.cli.run import Run
from virkningskjede.drafts import OUTCOMES, check_draft, read_draft, updated
from virkningskjede.project import Portfolio

FAILURES = (*OUTCOMES[:2], "none")


def answered(run: Run, path: Path, portfolio: Portfolio, *, update: bool, fail_on: tuple[str, ...], explain: bool) -> None:
    """Hold a draft against models, and write in what they say when that is asked for.

    Raises:
        SystemExit: with 1 when something in ``fail_on`` was found and is still there.
    """
    run.only(fail_on, FAILURES)
    draft = read_draft(path, portfolio.project, portfolio)
    if draft.warnings:
        sys.stderr.write(diagnosis.text(draft.warnings, {draft.document.name: draft.document}, run.lang))
    check = check_draft(draft, portfolio, portfolio.project)
    if update and any(result.new is not None for result in check.results):
        write(path.resolve(), updated(check), run.lang)
    run.answer(check.report(explain=explain, written=update))
    left = {result.outcome for result in check.results if not (update and result.new is not None)}
    if left & set(fail_on or ("different",)):
        sys.exit(1)

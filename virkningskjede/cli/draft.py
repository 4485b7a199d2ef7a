"""``virkningskjede claims --draft``."""

from __future__ import annotations

import sys
from pathlib import Path

from virkningskjede.catalogue import Lang, word
from virkningskjede.cli.output import answer, as_json, captured, write
from virkningskjede.drafting import OUTCOMES, DraftCheck, check_draft, read_draft, updated
from virkningskjede.drafting import report as reporting
from virkningskjede.errors import UsageError
from virkningskjede.loading import Portfolio
from virkningskjede.rendering import findings

FAILURES = (*OUTCOMES[:2], "none")


def run(
    path: Path,
    portfolio: Portfolio,
    *,
    update: bool,
    fail_on: tuple[str, ...],
    explain: bool,
    as_format: str,
    output: Path | None,
    lang: Lang,
) -> None:
    """Hold a draft against models, and write in what they say when that is asked for.

    Raises:
        SystemExit: with 1 when something in ``fail_on`` was found and is still there.
    """
    for each in fail_on:
        if each not in FAILURES:
            raise UsageError(word("error.choice", lang, value=each, known=", ".join(FAILURES)))
    draft = read_draft(path, portfolio.surroundings, portfolio)
    if draft.warnings:
        sys.stderr.write(findings.text(draft.warnings, {draft.document.name: draft.document}, lang))
    check = check_draft(draft, portfolio, portfolio.surroundings)
    if update and any(each.new is not None for each in check.results):
        write(path.resolve(), updated(check), lang)
    _report(check, as_format, output, lang, every=explain, written=update)
    left = {each.outcome for each in check.results if not (update and each.new is not None)}
    if left & set(fail_on or ("different",)):
        sys.exit(1)


def _report(check: DraftCheck, as_format: str, output: Path | None, lang: Lang, *, every: bool, written: bool) -> None:
    if as_format == "text":
        captured(
            lambda console: console.out(
                reporting.text(check, lang=lang, width=console.width, every=every, written=written), end="", highlight=False
            ),
            output,
            lang,
        )
    elif as_format == "json":
        answer(as_json(reporting.to_json(check, lang=lang, written=written)), output, lang)
    elif as_format == "csv":
        answer(reporting.csv(check, lang=lang), output, lang)
    else:
        made = reporting.markdown if as_format == "md" else reporting.html_whole
        answer(made(check, lang=lang, every=every, written=written), output, lang)

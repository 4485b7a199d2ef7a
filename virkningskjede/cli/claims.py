"""``virkningskjede claims``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from virkningskjede.cli import options, parsing
from virkningskjede.cli.output import FOR_READERS
from virkningskjede.cli.run import Run

if TYPE_CHECKING:
    from virkningskjede.project import Portfolio

FAILURES = ("contradicted", "reword", "undecidable", "holds_inferred", "none")


@parsing.command("claims", help="help.claims")
@parsing.argument("name", metavar="[FILE|NAME]", required=False)
@parsing.option("--draft", type=options.PATH, metavar="FILE.md", help="help.option.draft")
@parsing.option("--update", is_flag=True, help="help.option.update")
@parsing.option("--models", multiple=True, metavar="PATH", help="help.option.models")
@options.several("--fail-on", "help.option.fail_on.claims")
@parsing.option("--explain", is_flag=True, help="help.option.explain.claims")
@options.answering()
def command(
    run: Run, name: str | None, draft: Path | None, update: bool, models: tuple[str, ...], fail_on: tuple[str, ...], explain: bool
) -> None:
    """Hold a report's claims against models."""
    from virkningskjede.analysis.claims import load_claims
    from virkningskjede.analysis.claims import run as run_claims
    from virkningskjede.errors import UsageError
    from virkningskjede.i18n import word

    if (name is None) == (draft is None) or (update and draft is None):
        raise UsageError(word("error.draft.neither", run.lang))
    file_or_name = str(draft) if name is None else name
    run, portfolio = _with_models(file_or_name, models, run)
    if explain:
        run.only_in(FOR_READERS, "--explain")
    if draft is not None:
        from virkningskjede.cli.draft import answered

        answered(run, draft, portfolio, update=update, fail_on=fail_on, explain=explain)
        return
    assert name is not None, "one of the two is given"
    run.only(fail_on, FAILURES)
    result = run_claims(portfolio, load_claims(name, portfolio.project, portfolio), portfolio.project)
    run.answer(result.report(explain=explain))
    if any(ruling.verdict in (fail_on or ("contradicted",)) for ruling in result.results):
        sys.exit(1)


def _with_models(name: str, models: tuple[str, ...], run: Run) -> tuple[Run, Portfolio]:
    """The models that were asked for; otherwise all of the project that the claims or the draft lie in, or the one here.

    Raises:
        UsageError: there is no project.
    """
    from virkningskjede.cli.models import many
    from virkningskjede.errors import UsageError
    from virkningskjede.i18n import Word
    from virkningskjede.project import CORPUS, find_root, in_corpus, same_place

    root = None
    if not models and in_corpus(name) is not None:
        models = (CORPUS,)
    elif not models:
        file = Path(name) if Path(name).is_file() else None
        root = run.root or find_root(file.parent if file is not None else Path.cwd())
        if root is None:
            raise UsageError(Word("error.no_project"))
        models = (str(root),)
    run_here = run.of(*models)
    if root is not None and run.root is None and not same_place(root, Path.cwd()):
        run_here.say_root(root)
    return run_here, many(models, run_here)

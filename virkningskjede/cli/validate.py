"""``virkningskjede validate``."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from virkningskjede.cli import options, parsing
from virkningskjede.cli.run import Run
from virkningskjede.diagnostics import FAIL_ON

GRAVITY = ("error", "warning", "info")

FORMATS: Mapping[str, tuple[str, ...]] = {"text": ("txt",), "json": ("json",), "github": ()}
"""What is found is shown beside the lines it is about, and on GitHub beside those of a pull request."""


@parsing.command("validate", help="help.validate")
@parsing.argument("paths", nargs=-1, metavar="[PATH...]")
@options.several("--select", "help.option.select")
@options.several("--ignore", "help.option.ignore")
@parsing.option("--fail-on", type=click.Choice(FAIL_ON), help="help.option.fail_on")
@parsing.option("--exit-zero", is_flag=True, help="help.option.exit_zero")
@parsing.option("-v", "--verbose", is_flag=True, help="help.option.every")
@options.answering(FORMATS)
def command(
    run: Run,
    paths: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    exit_zero: bool,
    verbose: bool,
) -> None:
    """Check files and folders."""
    from virkningskjede.errors import UsageError
    from virkningskjede.i18n import MESSAGES, Word, word
    from virkningskjede.project import root_above, yaml_files
    from virkningskjede.report.write_json import as_json
    from virkningskjede.rules import report as findings
    from virkningskjede.validation import RuleSelection, validate_paths

    here = Path.cwd()
    places = paths or (str(run.root or root_above(here) or here),)
    if not paths and not any(yaml_files(Path(places[0]), across=True)):
        raise UsageError(Word("error.no_project"))  # nothing was named, and there is nothing here
    run = run.beside(places)
    for code in (*select, *ignore, *run.settings.select, *run.settings.ignore):
        if not any(message.startswith(code) for message in MESSAGES):
            raise UsageError(word("error.code_prefix", run.lang, code=code))
    result = validate_paths(places, root=run.root, selection=RuleSelection(select, ignore), here=here, settled=True)
    if run.form == "json":
        run.write(as_json(findings.to_json(result.files, result.diagnostics, run.lang)))
    elif run.form == "github":
        run.write(findings.github(result.diagnostics, run.lang))
    else:
        text = findings.text(result.diagnostics, result.yaml_files, run.lang, every=verbose or bool(select))
        run.write(text + findings.closing(len(result.files), result.diagnostics, run.lang))
    if result.unreadable:
        sys.exit(2)
    limit = fail_on or run.settings.fail_on
    grave = GRAVITY[: GRAVITY.index(limit) + 1] if limit in GRAVITY else ()
    if not exit_zero and any(diagnostic.severity in grave for diagnostic in result.diagnostics):
        sys.exit(1)

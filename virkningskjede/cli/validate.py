"""``virkningskjede validate``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from virkningskjede.cli import options
from virkningskjede.cli.language import said
from virkningskjede.cli.output import answer, as_json
from virkningskjede.cli.run import language_of, settings_here
from virkningskjede.cli.settings import FAIL_ON

GRAVITY = ("error", "warning", "info")


@click.command("validate", help=said("help.validate"))
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=options.PATH)
@options.several("--select", "help.option.select")
@options.several("--ignore", "help.option.ignore")
@click.option("--fail-on", type=click.Choice(FAIL_ON), help=said("help.option.fail_on"))
@click.option("--exit-zero", is_flag=True, help=said("help.option.exit_zero"))
@click.option("-v", "--verbose", is_flag=True, help=said("help.option.every"))
@options.formats("text", "json", "github")
@options.output
@options.root
@options.lang
def command(
    paths: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    exit_zero: bool,
    verbose: bool,
    as_format: str,
    output: Path | None,
    root: Path | None,
    lang: str | None,
) -> None:
    """Check files and folders."""
    from virkningskjede.catalogue import MESSAGES, word
    from virkningskjede.errors import UsageError
    from virkningskjede.rendering import findings
    from virkningskjede.validation import Selection, validate_paths

    settings = settings_here()
    language = language_of(lang, settings)
    selection = Selection(select or settings.select, (*settings.ignore, *ignore))
    for code in (*selection.select, *selection.ignore):
        if not any(known.startswith(code) for known in MESSAGES):
            raise UsageError(word("error.code_prefix", language, code=code))
    result = validate_paths(paths, root=root or settings.root, selection=selection)
    if as_format == "json":
        text = as_json(findings.to_json(result.files, result.diagnostics, language))
    elif as_format == "github":
        text = findings.github(result.diagnostics, language)
    else:
        text = findings.text(result.diagnostics, result.documents, language, every=verbose or bool(select))
        text += findings.closing(len(result.files), result.diagnostics, language)
    answer(text, output, language)
    if result.unreadable:
        sys.exit(2)
    limit = fail_on or settings.fail_on
    grave = GRAVITY[: GRAVITY.index(limit) + 1] if limit in GRAVITY else ()
    if not exit_zero and any(each.severity in grave for each in result.diagnostics):
        sys.exit(1)

"""``virkningskjede validate``."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import click

from virkningskjede import diagnosis
from virkningskjede.cli import options, parsing
from virkningskjede.cli.output import Endings
from virkningskjede.cli.run import Run
from virkningskjede.cli.texts import texts_named
from virkningskjede.diagnostics import FAIL_ON, GRAVITY

FORMATS: Endings = {name: writer.endings for name, writer in diagnosis.WRITERS.items()}
"""What the answer can be written as."""

STDIN = "-"
"""What stands for standard input among the paths."""

STEP_SUMMARY = "GITHUB_STEP_SUMMARY"
"""The variable in which GitHub names the file for what is shown on the page of a run."""

LARGEST_SUMMARY = 1024 * 1024
"""So many bytes does GitHub take of one step; of a larger file it shows nothing, and an error instead."""


@parsing.command("validate", help="help.validate")
@parsing.argument("paths", nargs=-1, metavar="[PATH...]")
@options.several("--select", "help.option.select")
@options.several("--ignore", "help.option.ignore")
@parsing.option("--since", metavar="REV", help="help.option.new_since")
@parsing.option("--baseline", type=options.PATH, help="help.option.baseline")
@parsing.option("--text", "texts", multiple=True, metavar="SOURCE=FILE", help="help.option.text.validate")
@parsing.option("--name", metavar="FILE", help="help.option.name")
@parsing.option("--fail-on", type=click.Choice(FAIL_ON), help="help.option.fail_on")
@parsing.option("--exit-zero", is_flag=True, help="help.option.exit_zero")
@parsing.option("-v", "--verbose", is_flag=True, help="help.option.every")
@options.answering(FORMATS)
def command(
    run: Run,
    paths: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    since: str | None,
    baseline: Path | None,
    texts: tuple[str, ...],
    name: str | None,
    fail_on: str | None,
    exit_zero: bool,
    verbose: bool,
) -> None:
    """Check files and folders."""
    from virkningskjede.errors import UsageError
    from virkningskjede.i18n import Word, counted, word
    from virkningskjede.project import root_above, yaml_files
    from virkningskjede.validation import RuleSelection, of_text, unknown_code, validate_paths

    if name == "" or (name is not None) != (STDIN in paths):
        raise UsageError(Word("error.stdin"))
    here = Path.cwd()
    places = tuple(path for path in paths if path != STDIN) if paths else (str(run.root or root_above(here) or here),)
    if not paths and not any(yaml_files(Path(places[0]), across=True)):
        raise UsageError(Word("error.no_project"))  # nothing was named, and there is nothing here
    run = run.beside((*places, name) if name is not None else places)
    if (code := unknown_code((*select, *ignore, *run.settings.codes))) is not None:
        raise UsageError(word("error.code_prefix", run.lang, code=code))
    if not texts and (code := of_text(select)) is not None:
        raise UsageError(word("error.text_needed", run.lang, code=code))
    result = validate_paths(
        places,
        root=run.root,
        selection=RuleSelection(select, ignore),
        here=here,
        settled=True,
        since=since,
        known=None if baseline is None else _known(baseline),
        texts={} if name is None else {name: _standard_input()},
        sources=texts_named(texts),
    )
    for path, count in result.not_held.items():
        click.echo(counted("text.partly", count, path=path).in_(run.lang), err=True)
    report = result.report()
    run.write(diagnosis.WRITERS[run.form].write(report, run.lang, every=verbose or bool(select)))
    if run.form == "github" and os.environ.get(STEP_SUMMARY):
        _summarise(Path(os.environ[STEP_SUMMARY]), diagnosis.WRITERS["md"].write(report, run.lang, every=verbose), run)
    if result.unreadable:
        sys.exit(2)
    limit = fail_on or run.settings.fail_on
    grave = GRAVITY[: GRAVITY.index(limit) + 1] if limit in GRAVITY else ()
    if not exit_zero and any(diagnostic.severity in grave for diagnostic in result.diagnostics):
        sys.exit(1)


def _standard_input() -> bytes:
    """What is read from standard input; nothing where it is closed, which Python has no stream for."""
    return sys.stdin.buffer.read() if sys.stdin is not None else b""


def _known(baseline: Path) -> diagnosis.Known:
    """What was found when a file was written with ``--format json``."""
    from virkningskjede.errors import UsageError
    from virkningskjede.i18n import Word
    from virkningskjede.yamlfile.files import UnreadableError, read_bytes

    try:
        record = json.loads(read_bytes(baseline))
    except UnreadableError as error:
        raise UsageError(Word("error.baseline.read", (("name", str(baseline)), ("reason", Word(f"unreadable.{error.reason}"))))) from None
    except (ValueError, RecursionError):
        raise UsageError(Word("error.baseline", (("name", str(baseline)),))) from None
    return diagnosis.known_in(record, str(baseline))


def _summarise(path: Path, summary: str, run: Run) -> None:
    """Add to the page of a run. The checks have been made: where it cannot be written, that is said, and is no failure."""
    from virkningskjede.i18n import word

    reason = ""
    try:
        with path.open("ab") as file:
            if file.tell() + len(summary.encode()) > LARGEST_SUMMARY:
                reason = word("error.summary.full", run.lang)
            else:
                file.write(summary.encode())
    except OSError as error:
        reason = error.strerror or str(error)
    if reason:
        click.echo(word("error.summary", run.lang, path=str(path), reason=reason), err=True)

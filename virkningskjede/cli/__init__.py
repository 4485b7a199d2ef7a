"""The command line. Each command stands in a module of its own, which is imported when it is called for."""

from __future__ import annotations

import importlib
import io
import os
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from virkningskjede.cli.language import current_language
from virkningskjede.cli.parsing import Group, Option
from virkningskjede.errors import UsageError
from virkningskjede.i18n import LANGS, Word, word

COMMANDS: Mapping[str, str] = {
    "validate": "validate",
    "show": "show",
    "diff": "diff",
    "history": "history",
    "compare": "compare",
    "consensus": "consensus",
    "group": "group",
    "paths": "paths",
    "gaps": "gaps",
    "waves": "waves",
    "agreement": "agreement",
    "check": "check",
    "claims": "claims",
    "coverage": "coverage",
    "progress": "progress",
    "render": "render",
    "atlas": "atlas",
    "init": "init",
    "new": "new",
    "rename": "rename",
    "merge-terms": "merge_terms",
    "fmt": "fmt",
    "schema": "schema",
    "explain": "explain",
}
"""Command -> module of this package."""

COULD_NOT_RUN = 2
INTERRUPTED = 130
"""What a shell says of a program that was stopped from the keyboard."""


class Commands(Group):
    """A group that imports a command's module only when that command is called for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands' names, in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One command, or None when there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"virkningskjede.cli.{COMMANDS[cmd_name]}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        lang = current_language()
        with formatter.section(word("parsing.commands", lang)):
            formatter.write_dl([(name, word(f"help.{name}", lang).partition(". ")[0].rstrip(".") + ".") for name in COMMANDS])


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from virkningskjede import __version__

        click.echo(f"virkningskjede {__version__}")
        ctx.exit()


@click.group(cls=Commands, help="help.program", invoke_without_command=True)
@click.option("--version", cls=Option, is_flag=True, is_eager=True, expose_value=False, callback=_version, help="help.option.version")
@click.option("--lang", cls=Option, type=click.Choice(LANGS), help="help.option.lang")
@click.option("--root", cls=Option, metavar="FOLDER", help="help.option.root")
@click.pass_context
def program(ctx: click.Context, lang: str | None, root: str | None) -> None:
    """The command ``virkningskjede``. Its options hold for the command that follows, unless that says otherwise."""
    name = ctx.invoked_subcommand
    command = program.get_command(ctx, name) if name is not None else None
    if name is None or command is None:
        click.echo(ctx.get_help(), err=True)
        ctx.exit(COULD_NOT_RUN)
        return
    shared = {key: value for key, value in (("lang", lang), ("root", root)) if value is not None}
    parameters = {parameter.name for parameter in command.params}
    for key in shared.keys() - parameters:
        raise UsageError(Word("parsing.option.here", (("name", f"--{key}"), ("command", name))))
    ctx.default_map = {name: shared}


class _Closed(io.TextIOBase):
    """A standard output that was closed before we began: what is written to it has nowhere to go."""

    def write(self, text: str, /) -> int:
        os.write(1, text.encode())
        return len(text)

    @property
    def buffer(self) -> io.RawIOBase:
        """What takes bytes."""
        return io.FileIO(1, "wb", closefd=False)


def main() -> None:
    """Run the command line. Whatever happens, the reader gets a sentence and an exit code, not a traceback."""
    from virkningskjede.cli.failure import explain_failure, explain_output, language_at_failure, let_go

    sys.stdout = sys.stdout or _Closed()
    sys.stderr = sys.stderr or io.StringIO()
    try:
        # Data is UTF-8 with its own line ends, whatever the terminal says; a sentence on standard error is for whoever looks at it.
        if isinstance(sys.stderr, io.TextIOWrapper):
            sys.stderr.reconfigure(errors="backslashreplace")
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")  # writes what is there already
        code = _run()
        sys.stdout.flush()
    except BrokenPipeError:
        let_go(1)  # the reader has closed the pipe
        code = 141
    except (click.Abort, KeyboardInterrupt):
        sys.stderr.write(f"{word('error.interrupted', current_language())}\n")
        code = INTERRUPTED
    except OSError as error:
        code = explain_output(error, language_at_failure()) if error.filename is None else explain_failure(error, language_at_failure())
    except Exception as error:
        code = explain_failure(error, language_at_failure())
    try:
        sys.stderr.flush()
    except OSError:  # what cannot be said must not change the exit code
        let_go(2)
    sys.exit(code)


def _run() -> int:
    """The exit code of the command that was called for."""
    try:
        Path.cwd()
    except OSError:
        raise UsageError(Word("error.no_cwd")) from None
    try:
        code = program.main(prog_name="virkningskjede", standalone_mode=False)
    except SystemExit as stop:
        code = stop.code
    return code if isinstance(code, int) else 0

"""The command line. Each command stands in a module of its own, which is imported when it is called for."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from virkningskjede.cli.language import said

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
    "agreement": "agreement",
    "check": "check",
    "claims": "claims",
    "coverage": "coverage",
    "render": "render",
    "atlas": "atlas",
    "init": "init",
    "new": "new",
    "explain": "explain",
}
"""Command -> module of this package."""


class Commands(click.Group):
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
        with formatter.section("Commands"):
            formatter.write_dl([(name, said(f"help.{name}").partition(". ")[0].rstrip(".") + ".") for name in COMMANDS])


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from virkningskjede import __version__

        click.echo(f"virkningskjede {__version__}")
        ctx.exit()


@click.group(cls=Commands, help=said("help.program"), context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help=said("help.option.version"))
def program() -> None:
    """The command ``virkningskjede``."""


def main() -> None:
    """Run the command line. Whatever happens, the reader gets a sentence and an exit code, not a traceback."""
    # Data is UTF-8 with its own line ends, whatever the terminal says; a sentence on standard error is for whoever looks at it.
    for stream, how in ((sys.stdout, {"encoding": "utf-8", "newline": ""}), (sys.stderr, {})):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace", **how)
    try:
        Path.cwd()
    except OSError:
        sys.stderr.write(f"{said('severity.error')}: {said('error.no_cwd')}\n")
        sys.exit(2)
    try:
        program(prog_name="virkningskjede")
    except BrokenPipeError:
        # The reader has closed the pipe; what is left in the buffer has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
    except Exception as error:
        from virkningskjede.cli.failure import explain_failure, language_at_failure

        sys.exit(explain_failure(error, language_at_failure()))

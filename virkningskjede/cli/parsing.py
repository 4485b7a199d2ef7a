"""Commands, options and arguments whose help and errors are in the language that is asked for, whatever release of click reads them."""

from __future__ import annotations

import copy
import inspect
import re
import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

from virkningskjede.cli.language import current_language
from virkningskjede.errors import UsageError
from virkningskjede.i18n import WORDS, Word, word
from virkningskjede.i18n.likely import likely

C = TypeVar("C", bound=Callable[..., Any])


class Option(click.Option):
    """An option whose help is a key of the catalogue."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Its names, and what it does."""
        translated = copy.copy(self)
        translated.help = word(self.help, current_language()) if self.help else None
        translated.required = False  # that it must be given is said here, in the language
        record = click.Option.get_help_record(translated, ctx)
        if record is None:
            return None
        required = f"  [{word('parsing.required', current_language())}]" if self.required else ""
        return placeholders(record[0]), f"{record[1]}{required}"

    def type_cast_value(self, ctx: click.Context, value: Any) -> Any:
        """The value as its type has it.

        Raises:
            UsageError: it is none of that type.
        """
        return _cast(self, ctx, value, super().type_cast_value)


class Argument(click.Argument):
    """An argument."""

    def get_usage_pieces(self, ctx: click.Context) -> list[str]:
        """How it stands in the usage."""
        return [placeholders(piece) for piece in super().get_usage_pieces(ctx)]

    def type_cast_value(self, ctx: click.Context, value: Any) -> Any:
        """The value as its type has it.

        Raises:
            UsageError: it is none of that type.
        """
        return _cast(self, ctx, value, super().type_cast_value)


def _cast(parameter: click.Parameter, ctx: click.Context, value: Any, cast: Callable[[click.Context, Any], Any]) -> Any:
    try:
        return cast(ctx, value)
    except click.BadParameter as error:
        raise UsageError(_wrong(parameter, value, error)) from None


def _wrong(parameter: click.Parameter, value: Any, error: click.BadParameter) -> Word:
    """Why a value is none of its type."""
    name, kind = _name(parameter), parameter.type
    if isinstance(kind, click.Choice):
        choices = [str(choice) for choice in kind.choices]
        guess = likely(str(value), choices)
        return Word("parsing.choice", (("name", name), ("value", value), ("known", ", ".join(choices)), ("likely", guess)))
    if isinstance(kind, click.IntRange | click.FloatRange):
        low, high = ("" if bound is None else f"{bound:g}" for bound in (kind.min, kind.max))
        which = "between" if low and high else "least" if low else "most"
        return Word(f"parsing.range.{which}", (("name", name), ("value", value), ("low", low), ("high", high)))
    if isinstance(kind, type(click.INT) | type(click.FLOAT)):
        return Word("parsing.number", (("name", name), ("value", value)))
    return Word("parsing.value", (("name", name), ("value", value), ("reason", error.message)))


def _name(parameter: click.Parameter) -> str:
    """What a reader calls a parameter: an option by its long name, an argument as the usage has it."""
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return placeholders((parameter.metavar or (parameter.name or "").upper()).strip("[]."))


_PLACEHOLDER = re.compile(r"(?<![\w-])[A-Z]{2,}(?: RANGE)?(?![\w-])")


def placeholders(text: str) -> str:
    """The words in capitals that stand for what a reader puts there, in the language.

    >>> placeholders("--text SOURCE=FILE")
    '--text KILDE=FIL'
    """

    def translated(match: re.Match[str]) -> str:
        key = f"placeholder.{match[0].removesuffix(' RANGE')}"
        return word(key, current_language()) if key in WORDS else match[0]

    return _PLACEHOLDER.sub(translated, text)


class _CatalogueCommand(click.Command):
    """A command whose help is a key of the catalogue."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["add_help_option"] = False
        super().__init__(*args, **kwargs)
        self.params.append(
            Option(["-h", "--help"], is_flag=True, is_eager=True, expose_value=False, help="parsing.help", callback=_show_help)
        )

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """How it is called."""
        pieces = [word("parsing.options.some", current_language())]
        pieces += [piece for parameter in self.get_params(ctx) for piece in parameter.get_usage_pieces(ctx)]
        pieces += [word("parsing.command.some", current_language())] if isinstance(self, click.Group) else []
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=f"{word('parsing.usage', current_language())}: ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What it does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(inspect.cleandoc(word(self.help, current_language())) if self.help else "")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What can be asked for, and for a group its commands."""
        options = [parameter for parameter in self.get_params(ctx) if isinstance(parameter, click.Option)]
        rows = [record for parameter in options if (record := parameter.get_help_record(ctx)) is not None]
        with formatter.section(word("parsing.options", current_language())):
            formatter.write_dl(rows)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)


def _show_help(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(ctx.get_help())
        ctx.exit()


class Command(_CatalogueCommand):
    """One command."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # What is too much is told by us.
        settings = {**(kwargs.pop("context_settings", None) or {}), "allow_extra_args": True}
        super().__init__(*args, context_settings=settings, **kwargs)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments.

        Raises:
            UsageError: there are more than it takes.
        """
        left = super().parse_args(ctx, args)
        if ctx.args and not ctx.resilient_parsing:
            raise UsageError(Word("parsing.extra", (("arguments", " ".join(ctx.args)),)))
        return left


class Group(_CatalogueCommand, click.Group):
    """Commands under one name."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is called for.

        Raises:
            UsageError: there is none of that name.
        """
        names = self.list_commands(ctx)
        if args[0] not in names:
            raise UsageError(Word("parsing.command", (("name", args[0]), ("likely", likely(args[0], names)))))
        return super().resolve_command(ctx, args)


def command(name: str, **settings: Any) -> Callable[[Callable[..., None]], Command]:
    """A command, whose ``help`` is a key of the catalogue."""
    made: Callable[[Callable[..., None]], Command] = click.command(name, cls=Command, **settings)
    return made


def option(*names: str, **settings: Any) -> Callable[[C], C]:
    """An option, whose ``help`` is a key of the catalogue."""
    return click.option(*names, cls=Option, **settings)


def argument(*names: str, **settings: Any) -> Callable[[C], C]:
    """An argument."""
    return click.argument(*names, cls=Argument, **settings)


def problem(error: click.UsageError) -> Word | str:
    """What is wrong with the arguments, where click found it."""
    command = error.ctx.command if error.ctx is not None else None
    options = [parameter for parameter in command.params if isinstance(parameter, click.Option)] if command is not None else []
    if isinstance(error, click.NoSuchOption):
        names = [name for option in options for name in option.opts]
        return Word("parsing.option", (("name", error.option_name), ("likely", likely(error.option_name, names))))
    if isinstance(error, click.BadOptionUsage):
        has_value = any(argument.startswith(f"{error.option_name}=") for argument in sys.argv)
        return Word("parsing.option.no_value" if has_value else "parsing.option.value", (("name", error.option_name),))
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return Word("parsing.missing", (("name", _name(error.param)),))
    return error.format_message()

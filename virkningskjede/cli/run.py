"""What holds for one run of a command: its language, its settings, its root, and where its answer goes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from virkningskjede.catalogue import Lang, word
from virkningskjede.cli.language import settle
from virkningskjede.cli.output import answer, as_json, captured
from virkningskjede.cli.settings import Settings, read_settings
from virkningskjede.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console


def settings_here() -> Settings:
    """The settings of the working folder."""
    return read_settings(Path.cwd(), settle(sys.argv[1:], os.environ))


def language_of(option: str | None, settings: Settings | None = None) -> Lang:
    """The language of what a command says: its option, the environment, the settings, else Bokmål."""
    asked = ["--lang", option] if option else []
    return settle(asked, os.environ, (settings or settings_here()).lang)


@dataclass(frozen=True, slots=True)
class Run:
    """What was asked of a command beside what is its own.

    Attributes:
        lang: the language of what it says.
        root: the folder with vocabulary.yaml, by its option or else the settings; None to look for it.
        form: the form of its answer, such as ``json``.
        output: the file that the answer is written to; None for standard output.
        settings: the settings of the working folder.
    """

    lang: Lang
    root: Path | None
    form: str
    output: Path | None
    settings: Settings

    def answer(self, text: str) -> None:
        """Give the answer."""
        answer(text, self.output, self.lang)

    @property
    def drawing(self) -> bool:
        """Whether the answer is to be a picture: the output's ending decides."""
        from virkningskjede.rendering.pictures.endings import is_picture

        return self.output is not None and is_picture(self.output)

    def answer_drawn(self, draw: Callable[[Path], None]) -> None:
        """Give the answer as a picture, and say that it is written."""
        assert self.output is not None, "an answer is drawn to a file"
        draw(self.output)
        click.echo(word("done.written", self.lang, path=self.output), err=True)

    def answer_json(self, value: Any) -> None:
        """Give a value as JSON."""
        self.answer(as_json(value))

    def answer_shown(self, show: Callable[[Console], None]) -> None:
        """Give what prints itself to a console."""
        captured(show, self.output, self.lang)

    def answer_wrapped(self, text: Callable[[int], str]) -> None:
        """Give a text that is wrapped to the columns of the terminal, or to 80."""
        self.answer_shown(lambda console: console.out(text(console.width), end="", highlight=False))

    def only(self, given: Iterable[str], known: Collection[str]) -> None:
        """See to it that all that was given is known.

        Raises:
            UsageError: something is not.
        """
        for each in given:
            if each not in known:
                raise UsageError(word("error.choice", self.lang, value=each, known=", ".join(known)))

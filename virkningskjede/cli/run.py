"""What holds for one run of a command: its language, its settings, its root, and where its answer goes."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from virkningskjede.catalogue import Lang, word
from virkningskjede.cli.language import settle
from virkningskjede.cli.output import answer, as_json, captured
from virkningskjede.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from virkningskjede.loading import Place, Places, Settings


def settings_here() -> Settings:
    """The settings of the working folder, for what is said before it is known what is asked about."""
    from virkningskjede.loading import settings_at  # the help of a command needs no settings, and no typed values

    return settings_at(Path.cwd())


def language_of(option: str | None, settings: Settings | None = None) -> Lang:
    """The language of what a command says: its option, the environment, the settings, else Bokmål."""
    asked = ["--lang", option] if option else []
    return settle(asked, os.environ, (settings or settings_here()).lang)


def begun(root: str | None, option: str | None, form: str = "", output: Path | None = None) -> Run:
    """A run that has not yet been asked about anything: in the settings of the root that was named, or of the working folder.

    Raises:
        UsageError: the root that was named is none.
    """
    from virkningskjede.loading import DEFAULTS, Places, in_corpus, named_root, settings_at

    named = None if root is None else named_root(root)
    settings = settings_here() if named is None else DEFAULTS if in_corpus(str(root)) is not None else settings_at(named)
    return Run(language_of(option, settings), Places(named, Path.cwd()), form, output, settings, option)


@dataclass(frozen=True, slots=True)
class Run:
    """What was asked of a command beside what is its own.

    Attributes:
        lang: the language of what it says.
        places: finds what names stand for, below the root that was named if one was.
        form: the form of its answer, such as ``json``.
        output: the file that the answer is written to; None for standard output.
        settings: the settings of the project that is asked about.
        option: the language that was asked for.
    """

    lang: Lang
    places: Places
    form: str
    output: Path | None
    settings: Settings
    option: str | None = None

    @property
    def root(self) -> Path | None:
        """The root that was named; None to find it."""
        return self.places.root

    def of(self, *names: str) -> Run:
        """This run, asked about what these names stand for: in the settings and language of their project, which is said aloud
        when it is not the one that was named.

        Raises:
            UsageError: a name stands for nothing.
        """
        from virkningskjede.loading import settings_of

        places = [self.places.of(name) for name in names]
        project = settings_of(places) if self.root is None else self.settings
        run = replace(self, settings=project, lang=language_of(self.option, project))
        for root in dict.fromkeys(place.project for place in places if place.project is not None and not self._is_named(place)):
            run.say_root(root)
        return run

    def say_root(self, root: Path) -> None:
        """Say aloud which root is used."""
        from virkningskjede.loading import shown

        click.echo(word("root.used", self.lang, root=shown(root)), err=True)

    def beside(self, names: Iterable[str]) -> Run:
        """This run, in the settings that hold where these files and folders lie, each of which is its own affair.

        Raises:
            UsageError: the settings are wrong.
        """
        from virkningskjede.loading import Place, in_corpus, root_above, settings_of

        if self.root is not None:
            return self
        lying = [Place(name, Path(name), Path(name), root_above(Path(name))) for name in names if in_corpus(name) is None]
        settings = settings_of(lying)
        return replace(self, settings=settings, lang=language_of(self.option, settings))

    def _is_named(self, place: Place) -> bool:
        """Whether the root of a place was named, or is where the command stands."""
        from virkningskjede.loading import same_place

        root = place.project
        if self.root is not None or root is None or place.installed:
            return True
        return any(same_place(each, root) for each in (Path.cwd(), place.today))

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

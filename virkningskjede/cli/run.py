"""What holds for one run of a command: its language, its settings, its root, and where its answer goes."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from virkningskjede.cli.language import settle
from virkningskjede.cli.output import OF_PICTURES, Endings, answer, columns, format_of, is_stdout, show
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Lang, word
from virkningskjede.i18n.likely import no_choice
from virkningskjede.report.formats import FORMATS

if TYPE_CHECKING:
    from virkningskjede.project import Origin, Origins, Settings
    from virkningskjede.report import Report


def settings_here() -> Settings:
    """The settings of the working folder, for what is said before it is known what is asked about."""
    from virkningskjede.project import settings_at  # the help of a command needs no settings, and no typed values

    return settings_at(Path.cwd())


def language_of(option: str | None, settings: Settings | None = None) -> Lang:
    """The language of what a command says: its option, the environment, the settings, else Bokmål."""
    arguments = ["--lang", option] if option else []
    return settle(arguments, os.environ, (settings or settings_here()).lang)


NO_FORMATS: Endings = {}


def begun(root: str | None, option: str | None, form: str | None = None, output: Path | None = None, formats: Endings = NO_FORMATS) -> Run:
    """A run that has not yet been asked about anything: in the settings of the root that was named, or of the working folder.

    Args:
        root: the root that was named.
        option: the language that was asked for.
        form: the format that was asked for.
        output: the file that was asked for, whose ending decides the format.
        formats: those that there are.

    Raises:
        UsageError: the root that was named is none, or the file ends as none of the formats or as another than the one asked for.
    """
    from virkningskjede.project import DEFAULTS, Origins, in_corpus, named_root, settings_at

    named = None if root is None else named_root(root)
    settings = settings_here() if named is None else DEFAULTS if in_corpus(str(root)) is not None else settings_at(named)
    lang = language_of(option, settings)
    chosen = format_of(output, form, formats, lang) if formats else ""
    return Run(lang, Origins(named, Path.cwd()), chosen, output, settings, option)


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
    places: Origins
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
        from virkningskjede.project import settings_of

        places = [self.places.of(name) for name in names]
        project = settings_of(places) if self.root is None else self.settings
        run = replace(self, settings=project, lang=language_of(self.option, project))
        for root in dict.fromkeys(place.project for place in places if place.project is not None and not self._is_named(place)):
            run.say_root(root)
        return run

    def say_root(self, root: Path) -> None:
        """Say aloud which root is used."""
        from virkningskjede.project import shown

        click.echo(word("root.used", self.lang, root=shown(root)), err=True)

    def beside(self, names: Iterable[str]) -> Run:
        """This run, in the settings that hold where these files and folders lie, each of which is its own affair.

        Raises:
            UsageError: the settings are wrong.
        """
        from virkningskjede.project import Origin, in_corpus, root_above, settings_of

        if self.root is not None:
            return self
        lying = [Origin(name, Path(name), Path(name), root_above(Path(name))) for name in names if in_corpus(name) is None]
        settings = settings_of(lying)
        return replace(self, settings=settings, lang=language_of(self.option, settings))

    def _is_named(self, place: Origin) -> bool:
        """Whether the root of a place was named, or is where the command stands."""
        from virkningskjede.project import same_place

        root = place.project
        if self.root is not None or root is None or place.installed:
            return True
        return any(same_place(folder, root) for folder in (Path.cwd(), place.today))

    def write(self, data: str | bytes) -> None:
        """Give the answer as it stands."""
        answer(data, self.output, self.lang)

    @property
    def drawing(self) -> bool:
        """Whether the answer is to be a picture: the output's ending decides."""
        return self.form in OF_PICTURES

    def answer(self, report: Report) -> None:
        """Give what a result has to say, in the format that was asked for.

        Raises:
            UsageError: a picture was asked for, and there is none of it; or what no terminal shows, and no file to write it to.
        """
        if self.drawing:
            self._draw(report)
        elif self.form == "text" and is_stdout(self.output):
            width = columns()
            show(report.document(self.lang, width), width)
        elif self.output is None and FORMATS[self.form].binary:
            raise UsageError(word("error.binary", self.lang, format=self.form, ending=FORMATS[self.form].endings[0]))
        else:
            self.write(FORMATS[self.form].write(report, self.lang))

    def _draw(self, report: Report) -> None:
        assert self.output is not None, "only the ending of a file asks for a picture"
        if not report.draws:
            raise UsageError(word("error.no_picture", self.lang, known=", ".join(FORMATS)))
        report.draw(self.output, self.lang)
        click.echo(word("done.written", self.lang, path=self.output), err=True)

    def only(self, names: Iterable[str], choices: Collection[str]) -> None:
        """See to it that all that was given is known.

        Raises:
            UsageError: something is not.
        """
        for name in names:
            if name not in choices:
                raise UsageError(no_choice(name, choices).in_(self.lang))

    def only_in(self, formats: Collection[str], option: str) -> None:
        """See to it that an option that was given has an effect in the format of the answer.

        Args:
            formats: those in which it has one.
            option: what it is called.

        Raises:
            UsageError: it has none.
        """
        if self.form not in formats:
            raise UsageError(word("error.option.format", self.lang, option=option, format=self.form, known=", ".join(formats)))

"""``virkningskjede coverage``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from virkningskjede.catalogue import Lang, word
from virkningskjede.cli import options
from virkningskjede.cli.language import said
from virkningskjede.cli.output import answer, as_json, captured
from virkningskjede.cli.run import language_of, settings_here
from virkningskjede.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from virkningskjede.citations import Citing, Copy, Coverage
    from virkningskjede.loading import Surroundings

FAILURES = ("uncited", "differs")

HEADING = 34
"""A heading is cut after so many characters, so that a section is one line in a terminal."""


@click.command("coverage", help=said("help.coverage"))
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@options.several("--source", "help.option.source")
@options.several("--section", "help.option.section")
@click.option("--uncited", is_flag=True, help=said("help.option.uncited"))
@click.option("--explain", is_flag=True, help=said("help.option.explain.coverage"))
@click.option("--text", "texts", multiple=True, metavar="SOURCE=FILE", help=said("help.option.text"))
@click.option("--fail-under", type=click.FloatRange(0, 100), metavar="PERCENT", help=said("help.option.fail_under"))
@options.several("--fail-on", "help.option.fail_on.coverage")
@options.formats("text", "json", "md")
@options.output
@options.root
@options.lang
def command(
    paths: tuple[str, ...],
    source: tuple[str, ...],
    section: tuple[str, ...],
    uncited: bool,
    explain: bool,
    texts: tuple[str, ...],
    fail_under: float | None,
    fail_on: tuple[str, ...],
    as_format: str,
    output: Path | None,
    root: Path | None,
    lang: str | None,
) -> None:
    """Account for the sentences of the sources."""
    from virkningskjede.citations import coverage
    from virkningskjede.cli.models import many
    from virkningskjede.rendering import accounts, terminal

    settings = settings_here()
    language = language_of(lang, settings)
    _one_of(fail_on, FAILURES, language)
    portfolio = many(paths, root or settings.root, language)
    shared = portfolio.surroundings
    whole = coverage((*portfolio.values(), *_sets(paths)), shared)
    copies = dict(_copy(each, shared, language) for each in texts)
    asked = _narrowed(whole, source, section, language)
    found = asked.narrowed(uncited=uncited)

    def show(console: Console) -> None:
        for table in accounts.tables(asked, lang=language, longest=HEADING, uncited=uncited):
            terminal.print_table(console, table)
            console.print()
        for note in accounts.notes(asked, language, uncited=uncited):
            console.print(note, markup=False)
        if explain or copies:
            console.out(accounts.sentences(found, copies, lang=language, width=console.width), highlight=False)
        for copy in copies.values():
            console.out(accounts.copy_report(copy, found, lang=language, width=console.width), highlight=False)

    if as_format == "json":
        answer(as_json(accounts.to_json(found, copies)), output, language)
    elif as_format == "md":
        answer(accounts.markdown(asked, lang=language, uncited=uncited), output, language)
    else:
        captured(show, output, language)
    left = "uncited" in fail_on and asked.count("uncited") > 0
    wrong = "differs" in fail_on and any(each.differing or each.missing or each.beyond for each in copies.values())
    if left or wrong or (fail_under is not None and asked.percent < fail_under):
        sys.exit(1)


def _one_of(given: tuple[str, ...], known: tuple[str, ...], lang: Lang) -> None:
    for each in given:
        if each not in known:
            raise UsageError(word("error.choice", lang, value=each, known=", ".join(known)))


def _sets(paths: tuple[str, ...]) -> Iterator[Citing]:
    """The criteria sets and comparisons in folders: they cite and set aside as models do."""
    from virkningskjede.criteria import CriteriaSet
    from virkningskjede.loading import build, kind_of, shown, yaml_files
    from virkningskjede.source import read
    from virkningskjede.vocabulary import Comparison

    folders = [Path(path) for path in paths if Path(path).is_dir()]
    for path in dict.fromkeys(file for folder in folders for file in yaml_files(folder)):
        document = read(path, shown(path))
        file: CriteriaSet | Comparison | None = None
        if kind_of(document) == "criteria":
            file, _ = build(CriteriaSet, document.values or {})
        elif kind_of(document) == "comparison":
            file, _ = build(Comparison, document.values or {})
        if file is not None:
            yield file


def _copy(option: str, shared: Surroundings, lang: Lang) -> tuple[str, Copy]:
    from virkningskjede.citations import hold
    from virkningskjede.source import read_text

    source, is_pair, name = option.partition("=")
    if not is_pair:
        raise UsageError(word("error.text_option", lang, value=option))
    _one_of((source,), tuple(shared.segments), lang)
    text, problems = read_text(Path(name), name)
    if text is None:
        raise UsageError(word("error.text_unreadable", lang, path=name, reason=problems[0].message(lang)))
    return source, hold(text, shared.segments[source])


def _narrowed(whole: Coverage, sources: tuple[str, ...], sections: tuple[str, ...], lang: Lang) -> Coverage:
    _one_of(sources, whole.sources, lang)
    found = whole.narrowed(sources)
    for pattern in sections:
        try:
            found.narrowed(sections=[pattern])
        except UsageError:
            known = ", ".join(dict.fromkeys(each.section for each in found.sections))
            raise UsageError(word("error.choice", lang, value=pattern, known=known)) from None
    return found.narrowed(sections=sections)

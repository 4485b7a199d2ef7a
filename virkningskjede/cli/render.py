"""``virkningskjede render``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from virkningskjede.cli import options
from virkningskjede.cli.language import said
from virkningskjede.cli.run import Run

if TYPE_CHECKING:
    from virkningskjede.catalogue import Lang
    from virkningskjede.loading import Portfolio
    from virkningskjede.rendering.pictures.dot import Paper
    from virkningskjede.rendering.pictures.endings import Ending
    from virkningskjede.rendering.pictures.scene import Scene

VIEWS = ("full", "overview", "path", "around", "evidence", "assumptions", "criteria")


@click.command("render", help=said("help.render"))
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--view", type=click.Choice(VIEWS), default="full", help=said("help.option.view"))
@click.option("--from", "start", metavar="NODE", help=said("help.option.view.from"))
@click.option("--to", "end", metavar="NODE", help=said("help.option.view.to"))
@click.option("--node", metavar="NODE", help=said("help.option.view.node"))
@options.several("--criteria", "help.option.view.criteria")
@click.option("--paper", type=click.Choice(("a4", "a3")), default="a4", help=said("help.option.paper"))
@click.option("--dpi", type=click.IntRange(50, 1200), default=200, help=said("help.option.dpi"))
@options.answering("svg", "png", "pdf", "dot", "mmd", to="help.option.output.pictures", required=True)
def command(
    run: Run,
    paths: tuple[str, ...],
    view: str,
    start: str | None,
    end: str | None,
    node: str | None,
    criteria: tuple[str, ...],
    paper: Paper,
    dpi: int,
) -> None:
    """Draw one model to a file, or several to a folder."""
    from virkningskjede.catalogue import word
    from virkningskjede.cli.models import many, one
    from virkningskjede.criteria import check, load_set
    from virkningskjede.loading import Portfolio, is_folder
    from virkningskjede.rendering.pictures.picture import picture
    from virkningskjede.rendering.pictures.scene import Scene
    from virkningskjede.rendering.pictures.views import Asked, viewed

    run = run.of(*paths)
    assert run.output is not None, "it is required"
    alone = len(paths) == 1 and not is_folder(run.places.of(paths[0]).path)
    if alone:
        model, shared = one(paths[0], run)
        portfolio = Portfolio({model.id: model}, shared)
    else:
        portfolio = many(paths, run)
        shared = portfolio.project
    sets = [load_set(name, shared) for name in criteria]
    asked = Asked(start, end, node, check(portfolio, sets, shared) if sets else None)
    scenes = [viewed(Scene(each, run.lang, shared.vocabulary, shared.references), view, asked) for each in portfolio.values()]
    if alone and not run.output.is_dir():
        picture(scenes[0], run.output, paper=paper, dpi=dpi)
        click.echo(word("done.written", run.lang, path=run.output), err=True)
    else:
        _draw_all(portfolio, scenes, run.output, run.form, paper, dpi, run.lang)  # type: ignore[arg-type]


def _draw_all(portfolio: Portfolio, scenes: list[Scene], folder: Path, as_format: Ending, paper: Paper, dpi: int, lang: Lang) -> None:
    """Draw to a folder, one file for each model. What cannot be drawn is told of when the rest is drawn."""
    from virkningskjede.catalogue import word
    from virkningskjede.errors import UsageError
    from virkningskjede.rendering.pictures.picture import pictures

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(word("error.cannot_write", lang, path=folder, reason=error.strerror or error)) from error
    files = [folder / f"{name}.{as_format}" for name in portfolio]
    failed = False
    for file, problem in pictures(zip(scenes, files, strict=True), as_format, paper=paper, dpi=dpi, lang=lang):
        click.echo(f"{file}: {problem}" if problem else word("done.written", lang, path=file), err=True)
        failed = failed or problem is not None
    if failed:
        sys.exit(2)

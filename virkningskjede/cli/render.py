"""``virkningskjede render``."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from virkningskjede.cli import options, parsing
from virkningskjede.cli.output import OF_MODELS, format_of, is_stdout
from virkningskjede.cli.run import Run
from virkningskjede.diagnostics import shorten
from virkningskjede.drawing.endings import ON_PAPER, ending_among, ending_of, is_picture
from virkningskjede.errors import UsageError
from virkningskjede.i18n import unwritten, word
from virkningskjede.report.formats import GRAPH_FORMATS

if TYPE_CHECKING:
    from virkningskjede.drawing.dot import Paper
    from virkningskjede.drawing.endings import Ending
    from virkningskjede.drawing.scene import Scene
    from virkningskjede.i18n import Lang

VIEWS: Mapping[str, tuple[str, ...]] = {
    "full": (),
    "overview": (),
    "path": ("--from", "--to"),
    "around": ("--node",),
    "evidence": (),
    "assumptions": (),
    "criteria": ("--criteria",),
}
"""The views, and the options that are theirs."""


@parsing.command("render", help="help.render")
@parsing.argument("paths", nargs=-1, required=True, metavar="PATH...")
@parsing.option("--view", type=click.Choice(list(VIEWS)), default="full", help="help.option.view")
@parsing.option("--from", "start", metavar="NODE", help="help.option.view.from")
@parsing.option("--to", "end", metavar="NODE", help="help.option.view.to")
@parsing.option("--node", metavar="NODE", help="help.option.view.node")
@options.several("--criteria", "help.option.view.criteria")
@parsing.option("--paper", type=click.Choice(("a4", "a3")), help="help.option.paper")
@parsing.option("--dpi", type=click.IntRange(50, 1200), help="help.option.dpi")
@parsing.option("--format", "form", type=click.Choice(list(OF_MODELS)), help="help.option.format")
@options.answering({}, to="help.option.output.pictures", required=True)
def command(
    run: Run,
    paths: tuple[str, ...],
    view: str,
    start: str | None,
    end: str | None,
    node: str | None,
    criteria: tuple[str, ...],
    paper: Paper | None,
    dpi: int | None,
    form: Ending | None,
) -> None:
    """Draw one model to a file, or several to a folder or to one PDF."""
    from virkningskjede.analysis.criteria import check, load_set
    from virkningskjede.analysis.views import ViewOptions, viewed
    from virkningskjede.cli.models import many, one
    from virkningskjede.drawing.draw import DPI
    from virkningskjede.drawing.picture import album, data
    from virkningskjede.drawing.scene import Scene
    from virkningskjede.project import Portfolio, is_folder
    from virkningskjede.report.grid import by_template

    run = run.of(*paths)
    output = run.output
    assert output is not None, "it is required"
    alone = len(paths) == 1 and not is_folder(run.places.of(paths[0]).path)
    bound = not alone and not output.is_dir() and ending_among(output, ("pdf",)) is not None and form in (None, "pdf")
    to_file = bound or (alone and not output.is_dir())
    ending = _of_file(output, form, run.lang) if to_file else _of_folder(output, form, run.lang)
    _only({"--from": start, "--to": end, "--node": node, "--criteria": criteria}, VIEWS[view], f"--view {view}", run.lang)
    _only({"--criteria": criteria}, () if ending in GRAPH_FORMATS else ("--criteria",), f".{ending}", run.lang)
    _only({"--dpi": dpi}, ("--dpi",) if ending == "png" else (), f".{ending}", run.lang)
    _only({"--paper": paper}, ("--paper",) if ending in ON_PAPER else (), f".{ending}", run.lang)
    if alone:
        model, shared = one(paths[0], run)
        portfolio = Portfolio({model.id: model}, shared)
    else:
        portfolio = many(paths, run)
        shared = portfolio.project
    sets = [load_set(name, shared) for name in criteria]
    view_options = ViewOptions(start, end, node, check(portfolio, sets, shared) if sets else None)
    models = by_template(tuple(portfolio.values()))
    scenes = [viewed(Scene(model, run.lang, shared.vocabulary, shared.references), view, view_options) for model in models]
    if bound:
        run.write(album(scenes, paper=paper or "a4", lang=run.lang))
        click.echo(word("done.written", run.lang, path=output), err=True)
    elif to_file:
        run.write(data(scenes[0], ending, paper=paper or "a4", dpi=dpi or DPI))
        if not is_stdout(output):
            click.echo(word("done.written", run.lang, path=output), err=True)
    else:
        _draw_all([model.id for model in models], scenes, output, ending, paper or "a4", dpi or DPI, run.lang)


def _of_file(output: Path, view_options: Ending | None, lang: Lang) -> Ending:
    """What a file is drawn as.

    Raises:
        UsageError: it ends as no picture, or as another than the one that was asked for; or neither it nor an option says what.
    """
    if view_options is None and not output.suffix and not is_stdout(output):
        return ending_of(output, lang)
    return format_of(output, view_options, OF_MODELS, lang)  # type: ignore[return-value]


def _of_folder(output: Path, view_options: Ending | None, lang: Lang) -> Ending:
    """What the files in a folder are drawn as.

    Raises:
        UsageError: it is to be a folder, and ends as a picture.
    """
    if is_stdout(output) or (is_picture(output) and not output.is_dir()):
        raise UsageError(word("picture.several", lang, name=shorten(output.name)))
    return view_options or "svg"


def _only(values: Mapping[str, object], known: tuple[str, ...], where: str, lang: Lang) -> None:
    """See to it that no option is given that has no effect.

    Raises:
        UsageError: one is.
    """
    for option, value in values.items():
        if value and option not in known:
            raise UsageError(word("picture.no_effect", lang, option=option, where=where))


def _draw_all(names: Sequence[str], scenes: list[Scene], folder: Path, as_format: Ending, paper: Paper, dpi: int, lang: Lang) -> None:
    """Draw to a folder, one file for each model. What cannot be drawn is told of when the rest is drawn."""
    from virkningskjede.drawing.picture import pictures

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(unwritten(folder, error, lang)) from error
    files = [folder / f"{name}.{as_format}" for name in names]
    failed = False
    for file, problem in pictures(zip(scenes, files, strict=True), as_format, paper=paper, dpi=dpi, lang=lang):
        click.echo(f"{file}: {problem}" if problem else word("done.written", lang, path=file), err=True)
        failed = failed or problem is not None
    if failed:
        sys.exit(2)

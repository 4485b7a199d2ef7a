"""``virkningskjede fmt``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from virkningskjede.cli import options, parsing
from virkningskjede.cli.run import Run, begun
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Lang, Word, visible, word

if TYPE_CHECKING:
    from virkningskjede.yamlfile import YamlFile

BROKEN = 1
"""The exit code where a file is wrong, or would change."""

COULD_NOT = 2


@parsing.command("fmt", help="help.fmt")
@parsing.argument("paths", nargs=-1, metavar="[PATH...]")
@parsing.option("--check", is_flag=True, help="help.option.check")
@parsing.option("--diff", "show", is_flag=True, help="help.option.diff")
@options.root
@options.lang
def command(paths: tuple[str, ...], check: bool, show: bool, root: str | None, lang: str | None) -> None:
    """Set files in the canonical layout."""
    from virkningskjede import diagnosis
    from virkningskjede.diagnostics import shorten
    from virkningskjede.editing.difference import difference
    from virkningskjede.project import kind_of, root_above, write_file, yaml_files
    from virkningskjede.project.layout import LayoutError, formatted
    from virkningskjede.schema import KINDS, OF
    from virkningskjede.validation import validate_paths

    here = Path.cwd()
    run = begun(root, lang)
    places = paths or (str(run.root or root_above(here) or here),)
    if not paths and not any(yaml_files(Path(places[0]), across=True)):
        raise UsageError(Word("error.no_project"))  # nothing was named, and there is nothing here
    run = run.beside(places)
    files = list(_files(run, places, fixed=not (check or show)))
    broken: list[Path] = []
    changed = failed = 0
    for path, yaml_file in files:
        if yaml_file.broken:
            broken.append(path)
            failed += not yaml_file.readable
            continue
        try:
            kind = OF.get(kind_of(yaml_file) or "pilot")  # without a kind it is judged as a model; of another, it keeps its order
            text = formatted(yaml_file, KINDS[kind] if kind is not None else None)
            if text == ("\ufeff" if yaml_file.bom else "") + yaml_file.text:
                continue
            if not (check or show):
                write_file(path, text.encode("utf-8"), run.lang)
        except LayoutError:
            failed += 1
            _say(word("fmt.defect", run.lang, path=yaml_file.name))
            continue
        except UsageError as error:  # the others are set all the same
            failed += 1
            _say(error.in_(run.lang))
            continue
        changed += 1
        if show:
            click.echo("".join(difference(yaml_file.name, yaml_file.text, text)), nl=False)
        else:
            click.echo(word("fmt.would" if check else "fmt.changed", run.lang, path=shorten(yaml_file.name, 400)))
    if broken:
        result = validate_paths(broken, root=run.root, here=here, settled=True)
        click.echo(diagnosis.text(result.diagnostics, result.yaml_files, run.lang), nl=False, err=show)
    click.echo(_closing(len(files), changed, len(broken), run.lang, would=check or show), err=show)
    if failed:
        sys.exit(COULD_NOT)
    if broken or (check and changed):
        sys.exit(BROKEN)


def _files(run: Run, places: Sequence[str], *, fixed: bool) -> Iterator[tuple[Path, YamlFile]]:
    """The files that are meant, each once. In a folder, YAML that is not ours is passed over, and so is what settings exclude.

    Raises:
        UsageError: a name stands for something that cannot be changed, and is to be.
    """
    from virkningskjede.project import is_folder, is_ours, root_above, settings_at, whole_name, yaml_files
    from virkningskjede.project.files import read_file

    seen: set[str] = set()
    for name in places:
        path = Path(name)
        try:
            origin = run.places.of(name)
        except UsageError:
            pass  # that it is not there, reading it says
        else:
            path = origin.path
            if fixed and (origin.installed or origin.checkout is not None):
                raise UsageError(Word("error.fmt.fixed", (("path", name),)))
        folder = is_folder(path)
        for file in yaml_files(path, across=True) if folder else (path,):
            root = run.root or root_above(file.parent)
            if folder and settings_at(root or file.parent).excluded.covers(file):
                continue
            yaml_file = read_file(file, root)
            ours = is_ours(yaml_file) if yaml_file.values is None else "virkningskjede" in yaml_file.values
            if whole_name(yaml_file.name) not in seen and (ours or not folder):
                seen.add(whole_name(yaml_file.name))
                yield file, yaml_file


def _closing(files: int, changed: int, broken: int, lang: Lang, *, would: bool) -> str:
    parts = [word("fmt.open" if would else "fmt.done", lang, count=changed) if changed else word("fmt.none", lang)]
    parts += [word("fmt.broken", lang, count=broken)] if broken else []
    return f"{word('fmt.files.one' if files == 1 else 'fmt.files.more', lang, count=files)}: {', '.join(parts)}"


def _say(sentence: str) -> None:
    click.echo(visible(sentence), err=True)

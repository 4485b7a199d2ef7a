"""The atlas: models as a web site for readers, that opens from a disk and needs neither network nor script."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files as resources
from pathlib import Path
from typing import Literal

from virkningskjede.atlas.drawings import Pictures, draw, file_of
from virkningskjede.atlas.material import gather
from virkningskjede.atlas.pages import PAGES, Page, SearchEntry
from virkningskjede.atlas.writing import check, put
from virkningskjede.diagnostics import shorten
from virkningskjede.i18n import Lang, visible, word
from virkningskjede.project import Portfolio

__all__ = ["atlas", "write_atlas"]

Phase = Literal["asking", "drawing", "writing"]
Progress = Callable[[Phase, int, int], None]
"""Told what is being done, how many steps of it are done, and of how many."""

ASSETS = ("atlas.css", "atlas.js")
_SCRIPT_WORDS = ("filter", "shown", "zoom.in", "zoom.out", "zoom.reset", "zoom.how", "choose.first", "choose.second", "choose.go", "close")


def _silent(*_: object) -> None:
    """Tell nobody."""


def write_atlas(
    portfolio: Portfolio,
    target: Path,
    *,
    lang: Lang = "nb",
    title: str | None = None,
    progress: Progress = _silent,
    warn: Callable[[str], None] = _silent,
) -> Path:
    """Write the atlas of some models to a folder.

    Args:
        portfolio: the models, and what they share.
        target: the folder. What an earlier run did not write is never touched or moved.
        lang: the language of everything but the models' own texts.
        title: what the site is called.
        progress: told how far it has come.
        warn: told what could not be drawn, which the pages say too, and that an earlier run was cut off.

    Returns:
        The front page.

    Raises:
        UsageError: the folder cannot be written, or something of somebody else's is in the way.
        BrokenSet: a criteria set, a comparison or a file of claims under the root is not well made.
    """
    check(target, None, lang)
    if put(atlas(portfolio, lang=lang, title=title, progress=progress, warn=warn), target, lang):
        warn(word("atlas.cut_off", lang, path=shorten(str(target))))
    return target / "index.html"


def atlas(
    portfolio: Portfolio,
    *,
    lang: Lang = "nb",
    title: str | None = None,
    progress: Progress = _silent,
    warn: Callable[[str], None] = _silent,
) -> dict[str, bytes]:
    """The files of the atlas by name. The same models give the same bytes on the same machine; see `write_atlas`."""
    material = gather(portfolio, lang, lambda done, of: progress("asking", done, of))
    pictures = draw(material, lambda done, of: progress("drawing", done, of))
    for reason, names in _missing(pictures).items():
        warn(word("atlas.not_drawn", lang, names=shorten(", ".join(names)), reason=reason))
    groups = [tuple(group(material, pictures)) for group in PAGES.values()]
    pages = [page for group in groups for page in group]
    every = tuple(page for page in pages if not page.file.startswith("compare-"))
    pages.append(Page("search.html", word("atlas.search", lang), "search.html", {"every": every}))
    write = _writer(lang, title or word("atlas.title", lang), groups)
    written: dict[str, bytes] = {}
    for page in pages:
        written[page.file] = write(page)
        progress("writing", len(written), len(pages))
    here = resources(__name__) / "static"
    assets = {f"assets/{name}": (here / name).read_bytes() for name in ASSETS}
    drawn = {file_of(name): content for name, content in pictures.items() if isinstance(content, bytes)}
    index = [entry for page in pages for entry in page.entries]
    return {**written, **assets, "assets/search.js": _index(index), **drawn}


def _missing(pictures: Pictures) -> dict[str, list[str]]:
    """The names of the pictures that could not be drawn, by the reason."""
    by_reason: dict[str, list[str]] = {}
    for name, drawn in pictures.items():
        if not isinstance(drawn, bytes):
            by_reason.setdefault(str(drawn), []).append(name)
    return by_reason


def _writer(lang: Lang, site: str, groups: Sequence[Sequence[Page]]) -> Callable[[Page], bytes]:
    """What turns a page into HTML."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    def phrase(key: str, **params: object) -> str:
        return word(key, lang, **params)

    environment = Environment(
        loader=PackageLoader(__name__), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_shown
    )
    script_words = json.dumps({name: phrase(f"atlas.script.{name}") for name in _SCRIPT_WORDS}, ensure_ascii=False)
    menu = tuple(page for group in groups for page in group if page.menu)
    under = {page.file: entry.file for group in groups for entry in group if entry.menu for page in group}
    environment.globals.update(t=phrase, lang=lang, site=site, menu=menu, script_words=script_words)

    def write(page: Page) -> bytes:
        identity = {"title": page.title, "file": page.file, "under": under.get(page.file)}
        values = {"see": (), "heading": "", "outline": (), **page.values, **identity}
        return environment.get_template(page.template).render(values).encode("utf-8", "replace")

    return write


def _shown(value: object) -> object:
    """Text without characters that steer or hide; what is HTML already was made so by its renderer."""
    return visible(value) if type(value) is str else value


def _index(entries: list[SearchEntry]) -> bytes:
    """What the search finds, as a script: a page from a disk may not fetch data. Everything but ASCII is written as escapes."""
    rows: list[Mapping[str, str] | list[str]] = [[visible(part) for part in entry] for entry in entries]
    lines = ",\n".join(json.dumps(row).replace("<", "\\u003c") for row in rows)
    return f"window.atlasIndex = [\n{lines}\n];\n".encode("ascii")

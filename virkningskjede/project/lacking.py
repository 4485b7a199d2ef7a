"""What files mention and nobody has: names, and the sources, sections and sentences of places."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Literal

from virkningskjede.diagnostics import Diagnostic, Path, diagnostic
from virkningskjede.i18n.likely import guess
from virkningskjede.model.values import At, Locator, LocatorText, locators
from virkningskjede.project.lost import NOTHING, Lost
from virkningskjede.project.project import Project

On = Literal["key", "value"]


def unknown(
    code: str, named: Iterable[tuple[Path, str]], known: Collection[str], on: On = "value", *, lost: Lost = NOTHING
) -> Iterator[Diagnostic]:
    """A diagnostic for each name that is not known, with the known one most like it.

    Args:
        code: the code, whose message has the parameters ``name`` and ``likely``.
        named: names, each with the place where it is used.
        known: the names that exist.
        on: whether the names are the keys or the values of their places.
        lost: what was lost of the files that have the names.
    """
    for path, name in named:
        if name not in known and name not in lost.names:
            yield diagnostic(code, path, on=on, name=name, likely=guess(name, known))


def unknown_section(path: Path, locator: Locator, shared: Project, on: On = "value") -> Iterator[Diagnostic]:
    """VK309: a section that the source does not have. Of a source that is not divided, nothing can be said."""
    source = shared.segments.get(locator.source or "")
    if source is not None and locator.section not in source.sections and not _section_lost(locator, shared):
        yield diagnostic("VK309", path, on=on, section=locator.section, source=locator.source)


def _section_lost(locator: Locator, shared: Project) -> bool:
    return bool(shared.lost) and shared.lost.touches(("segments", locator.source or "", "sections", locator.section))


def unknown_sentence(path: Path, locator: Locator, shared: Project, on: On = "value") -> Iterator[Diagnostic]:
    """VK310: a sentence that the section does not have."""
    source = shared.segments.get(locator.source or "")
    section = source.sections.get(locator.section) if source is not None else None
    if section is None or _section_lost(locator, shared):
        return
    count = len(section.sentences)
    missing = [number for number in (locator.first, locator.last) if not 1 <= number <= count]
    if missing:
        yield diagnostic("VK310", path, on=on, sentence=missing[0], section=locator.section, count=count)


def backwards(path: Path, locator: Locator, on: On = "value") -> Iterator[Diagnostic]:
    """VK405: a run of sentences whose last comes before its first."""
    if locator.last < locator.first:
        yield diagnostic("VK405", path, on=on, run=f"{locator.first}-{locator.last}")


def unknown_source(path: Path, source: str | None, shared: Project, on: On = "value") -> Iterator[Diagnostic]:
    """VK308: a source that the references do not have, where there are references."""
    known = shared.references.references
    if known and source is not None and not shared.lost.at(("references", "references")):
        yield from unknown("VK308", [(path, source)], known, on, lost=shared.lost)


def unknown_cited(
    at: Iterable[tuple[Path, At]], set_aside: Iterable[LocatorText], source: str | None, shared: Project
) -> Iterator[Diagnostic]:
    """Everything that is wrong with the places of a file that is not a model, such as a criteria set.

    Args:
        at: the places that something rests on, each list with the keys that lead to what has it.
        set_aside: the places under ``set_aside``.
        source: the file's source.
        shared: the references and segments to look in.
    """
    for path, texts in at:
        for position, text in enumerate(texts):
            yield from unknown_places((*path, "at", position), text, source, shared)
    for text in set_aside:
        yield from unknown_places(("set_aside", text), text, source, shared, on="key")


def unknown_places(path: Path, text: LocatorText, source: str | None, shared: Project, on: On = "value") -> Iterator[Diagnostic]:
    """Everything that is wrong with the places in one text: sources, sections, sentences, and runs that are written backwards.

    Args:
        path: where the text stands.
        text: the places, such as ``2.2.4:9,11-12``.
        source: the source of places that name none; it is checked where it is named.
        shared: the references and segments to look in.
        on: whether the text is the key or the value of its place.
    """
    for locator in locators((text,), source):
        if locator.source != source:
            yield from unknown_source(path, locator.source, shared, on)
        yield from unknown_section(path, locator, shared, on)
        yield from backwards(path, locator, on)
        yield from unknown_sentence(path, locator, shared, on)

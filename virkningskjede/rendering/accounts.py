"""What has become of the sentences of a source, as tables, text and JSON."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from virkningskjede.catalogue import Lang, percent, quoted, visible, word
from virkningskjede.citations import STATES, Citation, Copy, Coverage, Hardly, SectionAccount, Sentence, hardly_captured
from virkningskjede.diagnostics import shorten
from virkningskjede.model import Link
from virkningskjede.rendering.grounds import places
from virkningskjede.rendering.tables import Table, html_table
from virkningskjede.rendering.tables import markdown as markdown_table
from virkningskjede.statements import Claim
from virkningskjede.values import LocalText

Copies = Mapping[str, Copy]
"""Readers' own copies by source."""

NO_COPIES: Copies = {}


def tables(coverage: Coverage, *, lang: Lang = "nb", longest: int | None = None, uncited: bool = False) -> tuple[Table, ...]:
    """A table for each source: a row for each section that something builds on, or for all when nothing builds on any.

    Args:
        coverage: the sections.
        lang: the language.
        longest: headings are cut after so many characters.
        uncited: only rows with a sentence left, and only sources with such rows; the sums are still of all the sections.
    """
    several = (coverage.narrowed([source]) for source in coverage.sources)
    return tuple(_table(each, lang, longest, uncited=uncited) for each in several if each.count("uncited") or not uncited)


def _table(coverage: Coverage, lang: Lang, longest: int | None, *, uncited: bool) -> Table:
    told = [each for each in coverage.sections if each.touched] or list(coverage.sections)
    rest = [f"{each.section} ({each.segments})" for each in coverage.sections if each not in told]
    told = [each for each in told if each.uncited or not uncited]
    rows = []
    for each in told:
        heading = _heading(each)
        counts = (each.segments, len(each.cited), len(each.tested), len(each.set_aside))
        rows.append((shorten(heading, longest or len(heading)), *map(str, counts), _left(each)))
    headers = tuple(word(f"account.{key}", lang) for key in ("section", "sentences", *STATES))
    notes = (word("account.untouched", lang, sections=", ".join(rest)),) if rest else ()
    return Table(headers, tuple(rows), total(coverage, lang), (*notes, *_unmodelled(coverage, lang), *_claims(coverage, lang)))


def _unmodelled(coverage: Coverage, lang: Lang) -> Iterator[str]:
    """How many of the sentences models alone would leave, where it is more than are left: what is accounted for is not all coded."""
    count = coverage.count("unmodelled")
    if count > coverage.count("uncited"):
        yield word("account.unmodelled", lang, count=count)


def _claims(coverage: Coverage, lang: Lang) -> Iterator[str]:
    """How many of the sentences make claims, where some do."""
    claimed, unchecked = (sum(len(getattr(each, name)) for each in coverage.sections) for name in ("claimed", "unchecked"))
    if claimed or unchecked:
        yield word("account.claims", lang, claimed=claimed, unchecked=unchecked)


def total(coverage: Coverage, lang: Lang) -> str:
    """What has become of the sentences of one source, in one line."""
    counts = {state: coverage.count(state) for state in STATES}
    share = percent(coverage.percent / 100).in_(lang)
    return word("account.total", lang, source=coverage.sources[0], sentences=coverage.segments, percent=share, **counts)


def _heading(section: SectionAccount) -> str:
    """The section's number and heading; a section that is named by a word is not called twice."""
    if section.section[:1].isdigit():
        return f"{section.section} {section.heading}"
    return f"{section.section}: {section.heading}"


def _left(section: SectionAccount) -> str:
    return f"{len(section.uncited)} ({_runs(section, section.uncited)})" if section.uncited else "0"


def _runs(section: SectionAccount, numbers: Iterable[int]) -> str:
    """Sentence numbers as runs: ``1-3,5``."""
    return places(_names(section, numbers), section.source).rpartition(":")[2]


def _names(section: SectionAccount, numbers: Iterable[int]) -> list[str]:
    return [f"{section.source}#{section.section}:{number}" for number in numbers]


def notes(coverage: Coverage, lang: Lang, *, uncited: bool = False) -> tuple[str, ...]:
    """What is to be said beside the tables: that there is nothing, and why."""
    found = [word("account.undivided", lang, sources=", ".join(coverage.undivided))] if coverage.undivided else []
    if not coverage.sections and not coverage.undivided:
        found.append(word("account.nothing", lang))
    if uncited and coverage.sections and not coverage.count("uncited"):
        found.append(word("account.none_left", lang))
    return tuple(found)


def sentences(coverage: Coverage, copies: Copies = NO_COPIES, *, lang: Lang = "nb", width: int = 80) -> str:
    """Every sentence with what rests on it, section by section; beside its text, where there is a copy."""
    lines: list[str] = []
    for section in coverage.sections:
        lines += [f"{section.source} {_heading(section)}", ""]
        for sentence in section.sentences:
            lines += [*_sentence(section, sentence, copies.get(section.source), lang, width), ""]
    return visible("\n".join(lines))


def _sentence(section: SectionAccount, sentence: Sentence, copy: Copy | None, lang: Lang, width: int) -> Iterator[str]:
    number = f"{sentence.number}"
    key = section.section, sentence.number
    told = [copy.sentences[key]] if copy and key in copy.sentences else []
    told += [word("account.differs", lang)] if copy and key in copy.differing else []
    if told:
        yield from textwrap.wrap(" ".join(told), width, initial_indent=f"{number:>4}  ", subsequent_indent=" " * 6)
    for position, line in enumerate(_fates(sentence, lang)):
        head = f"{number:>4}  " if not told and not position else " " * 6
        yield from textwrap.wrap(line, width, initial_indent=f"{head}- ", subsequent_indent=" " * 8, break_on_hyphens=False)


def _fates(sentence: Sentence, lang: Lang) -> Iterator[str]:
    """What rests on a sentence, or why nothing does."""
    for each in sentence.by:
        yield _citation(each, lang)
    yield from reasons(sentence, lang)


def reasons(sentence: Sentence, lang: Lang) -> Iterator[str]:
    """Why no model rests on a sentence, or what is said of it beside what does."""
    if sentence.state == "tested":
        yield word("account.only_tested", lang)
    if sentence.reason is not None:
        yield word("account.aside", lang, reason=word(f"change.value.{sentence.reason}", lang))
    if sentence.unchecked is not None:
        reason = word(f"claims.because.{sentence.unchecked}", lang)
        yield word("account.unchecked", lang, reason=reason[0].lower() + reason[1:])
    if sentence.state == "uncited":
        yield word("account.left", lang)


def _citation(citation: Citation, lang: Lang) -> str:
    part = citation.part
    label = word("account.arrow", lang, target=part.to) if isinstance(part, Link) else getattr(part, "label", None)
    label = part.statement if isinstance(part, Claim) else label
    label = label.in_(lang) if isinstance(label, LocalText) else label
    name = citation.name if citation.firm else word("account.reading", lang, name=citation.name)
    return f"{name}: {label}" if label is not None else name


def copy_report(copy: Copy, coverage: Coverage, *, lang: Lang = "nb", width: int = 80) -> str:
    """How a copy agrees with the segments, and the sentences that are cited but hardly captured.

    Args:
        copy: the copy.
        coverage: the sections that are looked at.
        lang: the language.
        width: columns to wrap to.
    """
    count = len(copy.sentences) + len(copy.missing)
    wrong = {"differing": copy.differing, "missing": copy.missing, "beyond": copy.beyond}
    key = "account.copy.partly" if any(wrong.values()) else "account.copy.right"
    lines = [word(key, lang, source=copy.source, count=count, right=len(copy.sentences) - len(copy.differing))]
    for name, keys in wrong.items():
        if keys:
            said = places([f"{copy.source}#{section}:{number}" for section, number in keys], copy.source)
            lines += textwrap.wrap(word(f"account.copy.{name}", lang, places=said), width, subsequent_indent="  ", break_on_hyphens=False)
    lines += ["", word("account.hardly", lang), *textwrap.wrap(word("account.hardly.why", lang), width), ""]
    found = list(hardly_captured(coverage, copy))
    for each in found:
        lines += [*_hardly(each, copy, lang, width), ""]
    lines += [] if found else [word("account.hardly.none", lang), ""]
    return visible("\n".join(lines))


def _hardly(each: Hardly, copy: Copy, lang: Lang, width: int) -> Iterator[str]:
    section, number = each.section.section, each.sentence.number
    said = ", ".join(word("account.sign.numeral", lang) if sign == "numeral" else quoted(sign).in_(lang) for sign in each.signs)
    yield from textwrap.wrap(f"{section}:{number} ({said}) {copy.sentences[section, number]}", width, subsequent_indent="  ")
    for fate in _fates(each.sentence, lang):
        yield from textwrap.wrap(fate, width, initial_indent="  - ", subsequent_indent="    ", break_on_hyphens=False)


def markdown(coverage: Coverage, *, lang: Lang = "nb", uncited: bool = False) -> str:
    """The tables in Markdown."""
    written = map(markdown_table, tables(coverage, lang=lang, uncited=uncited))
    return "\n".join((*written, *(f"{note}\n" for note in notes(coverage, lang, uncited=uncited))))


def html(coverage: Coverage, *, lang: Lang = "nb") -> str:
    """The tables in HTML, for notebooks."""
    last = Table((), (), notes=notes(coverage, lang))
    return "\n".join(map(html_table, (*tables(coverage, lang=lang), *([last] if last.notes else []))))


def to_json(coverage: Coverage, copies: Copies = NO_COPIES) -> dict[str, Any]:
    """The value that ``coverage --format json`` prints: no text of the source, whether there is a copy or not."""
    sources: dict[str, Any] = {}
    for source in coverage.sources:
        narrowed = coverage.narrowed([source])
        sources[source] = {
            "percent": math.floor(narrowed.percent * 100 + 1e-9) / 100,  # rounded down: 100 says that nothing is left
            "sections": [_section(each) for each in narrowed.sections],
            **(_copy(copies[source], narrowed) if source in copies else {}),
        }
    return {"sources": sources, "undivided": list(coverage.undivided)}


def _section(section: SectionAccount) -> dict[str, Any]:
    return {
        "section": section.section,
        "heading": section.heading,
        "segments": section.segments,
        "cited": list(section.cited),
        "tested": list(section.tested),
        "set_aside": list(section.set_aside),
        "uncited": list(section.uncited),
        "unmodelled": list(section.unmodelled),
        "claimed": list(section.claimed),
        "unchecked": list(section.unchecked),
        "by": {str(each.number): [by.name for by in each.by] for each in section.sentences if each.by},
        "reasons": {str(each.number): reason for each in section.sentences if (reason := each.reason or each.unchecked) is not None},
    }


def _copy(copy: Copy, coverage: Coverage) -> dict[str, Any]:
    def at(keys: Sequence[tuple[str, int]]) -> list[str]:
        return [f"{copy.source}#{section}:{number}" for section, number in keys]

    hardly = [
        {
            "at": _names(each.section, [each.sentence.number]),
            "signs": list(each.signs),
            "by": [by.name for by in each.sentence.by],
        }
        for each in hardly_captured(coverage, copy)
    ]
    return {"differing": at(copy.differing), "missing": at(copy.missing), "beyond": at(copy.beyond), "hardly_captured": hardly}

"""The errata of a report: what the models contradict, what they cannot decide, what holds, and what was not tested."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from virkningskjede.catalogue import Lang, visible
from virkningskjede.rendering.claims.saying import Line, Saying
from virkningskjede.rendering.tables import html_page, html_text, markdown_text
from virkningskjede.rendering.verdicts.explaining import wrapped
from virkningskjede.statements import VERDICTS, Claims, Unchecked
from virkningskjede.values import sentences


class Entry(NamedTuple):
    """One claim: what the report says and where, and the account of it."""

    id: str
    statement: str
    at: str
    lines: tuple[Line, ...] = ()


class Part(NamedTuple):
    """The claims of one verdict, or the statements that were not tested for one reason."""

    heading: str
    entries: tuple[Entry, ...]
    minor: bool = False


class Errata(NamedTuple):
    """A report's errata, ready to be written in some form."""

    title: str
    summary: tuple[str, ...]
    parts: tuple[Part, ...]


def errata(claims: Claims, lang: Lang, *, every: bool = False, unchecked: bool = True) -> Errata:
    """Put the errata together: contradicted first, then what cannot be decided, then what holds.

    Args:
        claims: the claims, held against models.
        lang: the language.
        every: account for what holds too.
        unchecked: name every statement that was not tested, and not only how many there are.
    """
    saying = Saying(claims, lang)
    parts = []
    for verdict in VERDICTS:
        found = [each for each in claims.results if each.verdict == verdict]
        entries = tuple(
            Entry(
                each.id,
                each.claim.statement.in_(lang),
                saying.at(each.at),
                tuple(saying.account(each)) if every or verdict != "holds" else (),
            )
            for each in found
        )
        parts += [Part(saying.word(f"claims.heading.{verdict}", count=len(found)), entries)] if found else []
    left = claims.file.unchecked
    if left:
        parts.append(Part(saying.word("claims.heading.unchecked", count=len(left)), ()))
        parts += _unchecked(left, saying, names=unchecked)
    return Errata(claims.file.title.in_(lang), tuple(_summary(claims, saying)), tuple(parts))


def _summary(claims: Claims, saying: Saying) -> Iterator[str]:
    counts = {verdict: claims.count(verdict) for verdict in VERDICTS}
    number = len(claims.models)
    models = saying.word(f"claims.models.{'one' if number == 1 else 'more'}", count=number)
    said = [saying.word("claims.summary", all=len(claims.results), models=models, **counts)]
    said += [saying.word("claims.summary.unchecked", count=len(claims.file.unchecked))] if claims.file.unchecked else []
    yield " ".join(said)
    if claims.file.not_evidence:
        yield saying.word("claims.withheld", sections=saying.grounds.asking.list(claims.file.not_evidence))


def _unchecked(left: Mapping[str, Unchecked], saying: Saying, *, names: bool) -> Iterator[Part]:
    for reason in dict.fromkeys(each.reason for each in left.values()):
        of_it = {text: each for text, each in left.items() if each.reason == reason}
        heading = f"{saying.word(f'claims.because.{reason}')} ({len(of_it)})"
        source = saying.claims.file.source
        entries = (Entry("", each.statement.in_(saying.lang), saying.at(sentences((text,), source))) for text, each in of_it.items())
        yield Part(heading, tuple(entries) if names else (), minor=True)


def text(claims: Claims, *, lang: Lang = "nb", width: int = 80, every: bool = False) -> str:
    """The errata for a terminal. What holds and what was not tested is told in short unless ``every`` is asked for."""
    return in_terminal(errata(claims, lang, every=every, unchecked=every), width)


def in_terminal(found: Errata, width: int = 80) -> str:
    """Errata as lines that fit a terminal."""
    lines = [*wrapped(found.title, width), ""]
    lines += [line for each in found.summary for line in wrapped(each, width)]
    for part in found.parts:
        lines += [f"  {part.heading}"] if part.minor else ["", part.heading]
        for entry in part.entries:
            lines += ["", *wrapped(_head(entry), width)] if entry.lines else wrapped(f"- {_head(entry)}", width, "  ", "    ")
            for line in entry.lines:
                lines += _in_terminal(line, width)
    return visible("\n".join(lines)) + "\n"


def _head(entry: Entry) -> str:
    named = f" [{entry.id}]" if entry.id else ""
    return f"{entry.statement} ({entry.at}){named}" if entry.at else f"{entry.statement}{named}"


def _in_terminal(line: Line, width: int) -> list[str]:
    indent = "  " * (line.depth + 1)
    said = f"{line.label}: {line.text}" if line.label else line.text
    return wrapped(f"- {said}", width, indent, f"{indent}  ") if line.point else wrapped(said, width, indent)


def markdown(claims: Claims, *, lang: Lang = "nb", every: bool = False) -> str:
    """The errata in Markdown: a heading for each verdict and each claim."""
    return in_markdown(errata(claims, lang, every=every))


def in_markdown(found: Errata) -> str:
    """Errata as a page of Markdown."""
    blocks = [f"# {_one_line(found.title)}", *map(_one_line, found.summary)]
    for part in found.parts:
        blocks.append(f"{'###' if part.minor else '##'} {_one_line(part.heading)}")
        short = [f"- {_one_line(_head(entry))}" for entry in part.entries if not entry.lines]
        blocks += ["\n".join(short)] if short else []
        for entry in part.entries:
            if entry.lines:
                blocks += [f"### {_one_line(_head(entry))}", *_markdown_lines(entry.lines)]
    return "\n\n".join(blocks) + "\n"


def _markdown_lines(lines: tuple[Line, ...]) -> Iterator[str]:
    points: list[str] = []
    for line in lines:
        said = f"**{_one_line(line.label)}:** {_one_line(line.text)}" if line.label else f"**{_one_line(line.text)}**"
        if line.point:
            points.append(f"- {said}")
            continue
        if points:
            yield "\n".join(points)
            points = []
        yield said
    if points:
        yield "\n".join(points)


def _one_line(text: str) -> str:
    return markdown_text(" ".join(text.split()))


def html(claims: Claims, *, lang: Lang = "nb", every: bool = False) -> str:
    """The errata in HTML, for a notebook."""
    return in_html(errata(claims, lang, every=every))


def in_html(found: Errata) -> str:
    """Errata as a piece of HTML."""
    lines = [f"<h1>{html_text(found.title)}</h1>", *(f"<p>{html_text(each)}</p>" for each in found.summary)]
    for part in found.parts:
        level = "h3" if part.minor else "h2"
        lines.append(f"<{level}>{html_text(part.heading)}</{level}>")
        short = [f"<li>{html_text(_head(entry))}</li>" for entry in part.entries if not entry.lines]
        lines += ["<ul>", *short, "</ul>"] if short else []
        for entry in part.entries:
            if entry.lines:
                lines += [f'<h3 id="{html_text(entry.id)}">{html_text(_head(entry))}</h3>', *_html_lines(entry.lines)]
    return "\n".join(lines) + "\n"


def _html_lines(lines: tuple[Line, ...]) -> Iterator[str]:
    inside = False
    for line in lines:
        said = f"<b>{html_text(line.label)}:</b> {html_text(line.text)}" if line.label else f"<b>{html_text(line.text)}</b>"
        if line.point != inside:
            yield "<ul>" if line.point else "</ul>"
            inside = line.point
        yield f"<li>{said}</li>" if line.point else f"<p>{said}</p>"
    if inside:
        yield "</ul>"


def html_whole(claims: Claims, *, lang: Lang = "nb", every: bool = False) -> str:
    """The errata as a page of its own."""
    return html_page(claims.file.title.in_(lang), html(claims, lang=lang, every=every), lang)

"""What the chains between two ends have to say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from virkningskjede.analysis.paths import STRENGTHS, Chain, End, Paths, along, dropped_of, listed, number, strength_of, weakest
from virkningskjede.i18n import Lang, quoted, word
from virkningskjede.model import Link, LogicModel
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.values import Arrow, sentences
from virkningskjede.report import Block, Document, Heading, Paragraph, Passage, Report, Table
from virkningskjede.report.names import named
from virkningskjede.report.places import places

JSON_BITS = 4096
"""A count of more binary digits than this is left out of JSON, since readers of JSON cannot hold it."""


LISTED = 20
"""Chains that are told to a reader, unless another number is asked for; more are for programs."""

COLUMNS = ("chain", "from.id", "to.id", "from", "to", "founded", "weakest", "because", "at")


@dataclass(frozen=True)
class PathsReport(Report):
    """What the chains between two ends have to say.

    Attributes:
        paths: the chains.
        most: so many of them are told; None for what a reader is told (`LISTED`), and for all that are listed in a listing and JSON.
    """

    paths: Paths
    most: int | None = None

    def document(self, lang: Lang = "nb", width: int | None = None) -> Document:
        """In a terminal each chain, node below node; on a page a row for each arrow."""
        found = self.paths.first(LISTED if self.most is None else self.most)
        blocks = _on_a_page(found, lang) if width is None else _in_a_terminal(found, lang)
        return Document(title(found, lang), tuple(blocks), lang)

    def listing(self, lang: Lang = "nb") -> Table:
        """A row for each arrow of each chain."""
        found = self._listed
        rows = []
        for position, link, weak in _rows(found):
            labels = [found.model.nodes[name].label for name in link.ends]
            at = ", ".join(sentences(link.at, found.model.source))
            founded = (word(f"strength.{strength_of(link)}", lang), word("compare.yes" if weak else "compare.no", lang))
            rows.append((str(position), *link.ends, *labels, *founded, link.because or "", at))
        return Table(tuple(word(f"paths.{key}", lang) for key in COLUMNS), tuple(rows))

    def plain(self, lang: Lang = "nb") -> dict[str, Any]:
        """The value that ``paths --format json`` prints."""
        return to_json(self._listed)

    @property
    def _listed(self) -> Paths:
        return self.paths if self.most is None else self.paths.first(self.most)


def title(found: Paths, lang: Lang = "nb") -> str:
    """Which chains these are."""
    start, end = (_end(found, each, lang) for each in (found.start, found.end))
    return word("paths.from_to", lang, model=found.model.name, start=start, end=end)


def _end(found: Paths, end: End, lang: Lang) -> str:
    if end.what == "edge":
        return word("paths.end.begin" if end is found.start else "paths.end.end", lang)
    if end.what == "node":
        return quoted(found.model.nodes[end.name].label).in_(lang)
    if end.what == "term":
        name = named(end.name, (found.vocabulary or Vocabulary()).terms, lang)
        return word("paths.end.term", lang, name=quoted(name).in_(lang))
    return word(f"{end.what}.{end.name}", lang).lower()


def notes(found: Paths, lang: Lang = "nb") -> tuple[str, ...]:
    """How many chains there are, or why there are none, and what was counted."""
    missing = [end for end in (found.start, found.end) if not end.nodes]
    if missing:
        return tuple(word("paths.nobody", lang, name=_end(found, each, lang)) for each in missing)
    back = tuple(_feedback(found, lang))
    left_out = tuple(dropped(found.model, lang))
    if not found.count:
        return (word("paths.none.stated" if found.stated else "paths.none", lang), *back, *left_out)
    key = f"paths.count{'.listed' if found.truncated else ''}"
    more = key if found.truncated else f"{key}.more"
    said = [word(f"{key}.one" if found.count == 1 else more, lang, count=number(found.count), listed=len(found.paths))]
    for circle in found.circles:
        said.append(word("paths.circle", lang, nodes=", ".join(found.model.nodes[name].label for name in circle)))
    return (*said, *back, *left_out)


def dropped(model: LogicModel, lang: Lang) -> Iterator[str]:
    """That nodes which were dropped are left out, where there are any."""
    labels = [model.nodes[name].label for name in dropped_of(model)]
    if labels:
        key = f"tracing.dropped.{'one' if len(labels) == 1 else 'more'}"
        yield word(key, lang, count=len(labels), nodes=listed(labels).in_(lang))


def _feedback(found: Paths, lang: Lang) -> Iterator[str]:
    """That arrows which go back on purpose are left out, where there are any."""
    nodes = found.model.nodes
    arrows = [" → ".join(nodes[name].label if name in nodes else name for name in link.ends) for link in found.feedback]
    if arrows:
        yield word("paths.feedback", lang, arrows=listed(arrows).in_(lang))


def _legend(lang: Lang) -> str:
    return word("paths.legend", lang, strengths=", ".join(word(f"strength.{each}", lang) for each in STRENGTHS))


def marked(chain: Chain, links: Mapping[tuple[str, str], Link]) -> frozenset[tuple[str, str]]:
    """The arrows to mark as the weakest of a chain: none, where all of them are as well founded."""
    weak = weakest(chain, links)
    return weak if len(weak) < len(chain) - 1 else frozenset()


def _in_a_terminal(found: Paths, lang: Lang) -> Iterator[Block]:
    """Each chain, node below node, with what each arrow rests on."""
    yield Heading(title(found, lang), 1)
    yield from map(Paragraph, notes(found, lang))
    links, any_marked = found.links, False
    for position, chain in enumerate(found.paths, 1):
        weak = marked(chain, links)
        any_marked |= bool(weak)
        steps = (_step(found, link, lang, weak=link.ends in weak) for link in along(chain, links))
        yield Passage(f"{position}. {found.model.nodes[chain[0]].label}", tuple(steps))
    if any_marked:
        yield Paragraph(_legend(lang))


def _step(found: Paths, link: Link, lang: Lang, *, weak: bool) -> Passage:
    """An arrow: where it leads, how it is founded, and why it should hold."""
    founded = [word(f"strength.{strength_of(link)}", lang), _at(found, link), word("paths.weakest.mark", lang) if weak else ""]
    why = (Paragraph(link.because, word("paths.because", lang)),) if link.because else ()
    return Passage(f"→ {found.model.nodes[link.to].label} ({'; '.join(filter(None, founded))})", why, level=4)


def _at(found: Paths, link: Link) -> str:
    return places(sentences(link.at, found.model.source), found.model.source)


def _on_a_page(found: Paths, lang: Lang) -> Iterator[Block]:
    """A row for each arrow of each chain, with labels."""
    keys = ("chain", "from", "to", "founded", "because", "at")
    rows, any_marked = [], False
    for position, link, weak in _rows(found):
        any_marked |= weak
        labels = [found.model.nodes[name].label for name in link.ends]
        founded = word(f"strength.{strength_of(link)}", lang) + (f" ({word('paths.weakest.mark', lang)})" if weak else "")
        rows.append((str(position), *labels, founded, link.because or "", _at(found, link)))
    if not rows:
        yield Paragraph("", title(found, lang))
        yield from map(Paragraph, notes(found, lang))
        return
    below = (*notes(found, lang), *((_legend(lang),) if any_marked else ()))
    yield Table(tuple(word(f"paths.{key}", lang) for key in keys), tuple(rows), title(found, lang), below)


def _rows(found: Paths) -> Iterator[tuple[int, Link, bool]]:
    """Each arrow of each chain: the chain's number, the arrow, and whether it is to be marked as the weakest."""
    links = found.links
    for position, chain in enumerate(found.paths, 1):
        weak = marked(chain, links)
        yield from ((position, link, link.ends in weak) for link in along(chain, links))


def to_json(found: Paths) -> dict[str, Any]:
    """The value that ``paths --format json`` prints.

    ``count`` is exact, with each circle of ``circles`` taken as one place; it is null when it has more than about 1 200 digits.
    ``arrows`` tells of each arrow on the listed chains, ``weakest`` of each chain the arrows that are the least well founded.
    """
    links = found.links
    walked = {link.ends: link for chain in found.paths for link in along(chain, links)}
    return {
        "model": found.model.id,
        "from": {"name": found.start.name, "what": found.start.what, "nodes": list(found.start.nodes)},
        "to": {"name": found.end.name, "what": found.end.what, "nodes": list(found.end.nodes)},
        "stated": found.stated,
        "paths": [list(chain) for chain in found.paths],
        "truncated": found.truncated,
        "count": found.count if found.count.bit_length() <= JSON_BITS else None,
        "circles": [list(circle) for circle in found.circles],
        "feedback": [link.arrow for link in found.feedback],
        "dropped": list(found.dropped),
        "weakest": [_weakest(chain, links) for chain in found.paths],
        "arrows": {Arrow(*ends): _arrow(found, link) for ends, link in walked.items()},
    }


def _weakest(chain: Chain, links: Mapping[tuple[str, str], Link]) -> list[str]:
    weak = weakest(chain, links)
    return [link.arrow for link in along(chain, links) if link.ends in weak]


def _arrow(found: Paths, link: Link) -> dict[str, Any]:
    at = list(sentences(link.at, found.model.source))
    return {"stated": link.stated, "strength": strength_of(link), "because": link.because, "at": at}

"""What the chains between two ends have to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from virkningskjede.analysis.paths import (
    STRENGTHS,
    Chain,
    End,
    Paths,
    along,
    dropped_of,
    listed,
    never_part_of,
    number,
    sign_of,
    strength_of,
    weakest,
)
from virkningskjede.i18n import Lang, quoted, word
from virkningskjede.model import Link, LogicModel
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.joint import JointStep
from virkningskjede.model.values import Arrow, Sign, sentences
from virkningskjede.report import Block, Document, Heading, Paragraph, Passage, Report, Table
from virkningskjede.report.names import named
from virkningskjede.report.places import places

JSON_BITS = 4096
"""A count of more binary digits than this is left out of JSON, since readers of JSON cannot hold it."""


LISTED = 20
"""Chains that are told to a reader, unless another number is asked for; more are for programs."""

COLUMNS = ("chain", "from.id", "to.id", "from", "to", "founded", "weakest", "because", "at", "sign")


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
        paths = self.paths.first(LISTED if self.most is None else self.most)
        blocks = _on_a_page(paths, lang) if width is None else _in_a_terminal(paths, lang)
        return Document(title(paths, lang), tuple(blocks), lang)

    def listing(self, lang: Lang = "nb") -> Table:
        """A row for each arrow of each chain."""
        return Table.of((word(f"paths.{key}", lang) for key in COLUMNS), self.rows(lang))

    def rows(self, lang: Lang = "nb") -> Iterator[tuple[str | int, ...]]:
        """The rows of the listing."""
        paths = self._listed
        for position, link, weak in _rows(paths):
            labels = [paths.model.nodes[name].label for name in link.ends]
            at = ", ".join(sentences(link.at, paths.model.source))
            founded = (_founded(link, lang), word("compare.yes" if weak else "compare.no", lang))
            sign = word(f"sign.{link.sign}", lang) if link.sign else ""
            yield (position, *link.ends, *labels, *founded, link.because or "", at, sign)

    def plain(self, lang: Lang = "nb") -> dict[str, Any]:
        """The value that ``paths --format json`` prints."""
        return to_json(self._listed)

    @property
    def _listed(self) -> Paths:
        return self.paths if self.most is None else self.paths.first(self.most)


def title(paths: Paths, lang: Lang = "nb") -> str:
    """Which chains these are."""
    start, end = (end_name(paths, edge, lang) for edge in (paths.start, paths.end))
    return word("paths.from_to", lang, model=paths.model.name, start=start, end=end)


def end_name(paths: Paths, end: End, lang: Lang) -> str:
    """What an end of the chains is called."""
    if end.what == "edge":
        return word("paths.end.begin" if end is paths.start else "paths.end.end", lang)
    if end.what == "node":
        return quoted(paths.model.nodes[end.name].label).in_(lang)
    if end.what == "term":
        name = named(end.name, (paths.vocabulary or Vocabulary()).terms, lang)
        return word("paths.end.term", lang, name=quoted(name).in_(lang))
    return word(f"{end.what}.{end.name}", lang).lower()


def notes(paths: Paths, lang: Lang = "nb") -> tuple[str, ...]:
    """How many chains there are, or why there are none, and what was counted."""
    missing = [end for end in (paths.start, paths.end) if not end.nodes]
    if missing:
        return tuple(word("paths.nobody", lang, name=end_name(paths, end, lang)) for end in missing)
    back = (*_feedback(paths, lang), *_unfollowed(paths, lang))
    left_out = tuple(dropped(paths.model, lang))
    if not paths.count:
        return (word("paths.none.stated" if paths.stated else "paths.none", lang), *back, *left_out)
    key = f"paths.count{'.listed' if paths.truncated else ''}"
    more = key if paths.truncated else f"{key}.more"
    lines = [word(f"{key}.one" if paths.count == 1 else more, lang, count=number(paths.count), listed=len(paths.paths))]
    for circle in paths.circles:
        lines.append(word("paths.circle", lang, nodes=", ".join(paths.model.nodes[name].label for name in circle)))
    return (*lines, *back, *left_out)


def dropped(model: LogicModel, lang: Lang) -> Iterator[str]:
    """That nodes which were dropped, or never took part, are left out, where there are any."""
    for why, names in (("dropped", dropped_of(model)), ("not_part", never_part_of(model))):
        labels = [model.nodes[name].label for name in names]
        if labels:
            key = f"tracing.{why}.{'one' if len(labels) == 1 else 'more'}"
            yield word(key, lang, count=len(labels), nodes=listed(labels).in_(lang))


def _feedback(paths: Paths, lang: Lang) -> Iterator[str]:
    """That arrows which go back on purpose are left out, where there are any."""
    yield from named_arrows("paths.feedback", paths.feedback, paths.model, lang)


def _unfollowed(paths: Paths, lang: Lang) -> Iterator[str]:
    """That arrows which give less, or now more and now less, are left out, where there are any."""
    yield from named_arrows("paths.unfollowed", paths.unfollowed, paths.model, lang)


def named_arrows(key: str, links: Iterable[Link], model: LogicModel, lang: Lang) -> Iterator[str]:
    """A sentence of the catalogue about some arrows, by the labels of their nodes; nothing where there are none."""
    nodes = model.nodes
    arrows = [" → ".join(nodes[name].label if name in nodes else name for name in link.ends) for link in links]
    if arrows:
        yield word(key, lang, arrows=listed(arrows).in_(lang))


def _sign(sign: Sign | None, lang: Lang) -> str:
    return word("paths.in_all", lang, sign=word(f"sign.{sign}", lang)) if sign else ""


def _legend(lang: Lang) -> str:
    return word("paths.legend", lang, strengths=", ".join(word(f"strength.{strength}", lang) for strength in STRENGTHS))


def marked(chain: Chain, links: Mapping[tuple[str, str], Link]) -> frozenset[tuple[str, str]]:
    """The arrows to mark as the weakest of a chain: none, where all of them are as well founded."""
    weak = weakest(chain, links)
    return weak if len(weak) < len(chain) - 1 else frozenset()


def _in_a_terminal(paths: Paths, lang: Lang) -> Iterator[Block]:
    """Each chain, node below node, with what each arrow rests on."""
    yield Heading(title(paths, lang), 1)
    yield from map(Paragraph, notes(paths, lang))
    links, any_marked = paths.links, False
    for position, chain in enumerate(paths.paths, 1):
        weak = marked(chain, links)
        any_marked |= bool(weak)
        steps = (_step(paths, link, lang, weak=link.ends in weak) for link in along(chain, links))
        sign = _sign(sign_of(chain, links), lang)
        yield Passage(f"{position}. {paths.model.nodes[chain[0]].label}{f' ({sign})' if sign else ''}", tuple(steps))
    if any_marked:
        yield Paragraph(_legend(lang))


def _step(paths: Paths, link: Link, lang: Lang, *, weak: bool) -> Passage:
    """An arrow: where it leads, how it is founded, and why it should hold."""
    sign = word(f"sign.{link.sign}", lang) if link.sign else ""
    founded = [sign, _founded(link, lang), _at(paths, link), word("paths.weakest.mark", lang) if weak else ""]
    why = (Paragraph(link.because, word("paths.because", lang)),) if link.because else ()
    return Passage(f"→ {paths.model.nodes[link.to].label} ({'; '.join(filter(None, founded))})", why, level=4)


def _founded(link: Link, lang: Lang) -> str:
    """How well an arrow is founded; and of a step that is no arrow, that it leads there together with others."""
    strength = word(f"strength.{strength_of(link)}", lang)
    return word("paths.together", lang, strength=strength) if isinstance(link, JointStep) else strength


def _at(paths: Paths, link: Link) -> str:
    return places(sentences(link.at, paths.model.source), paths.model.source)


def _on_a_page(paths: Paths, lang: Lang) -> Iterator[Block]:
    """A row for each arrow of each chain, with labels."""
    keys = ("chain", "from", "to", "founded", "because", "at")
    rows, any_marked, links = [], False, paths.links
    signs = [_sign(sign_of(chain, links), lang) for chain in paths.paths]
    for position, link, weak in _rows(paths):
        any_marked |= weak
        labels = [paths.model.nodes[name].label for name in link.ends]
        founded = _founded(link, lang) + (f" ({word('paths.weakest.mark', lang)})" if weak else "")
        founded = f"{word(f'sign.{link.sign}', lang)}; {founded}" if link.sign else founded
        sign = signs[position - 1]
        rows.append((f"{position} ({sign})" if sign else str(position), *labels, founded, link.because or "", _at(paths, link)))
    if not rows:
        yield Paragraph("", title(paths, lang))
        yield from map(Paragraph, notes(paths, lang))
        return
    below = (*notes(paths, lang), *((_legend(lang),) if any_marked else ()))
    yield Table(tuple(word(f"paths.{key}", lang) for key in keys), tuple(rows), title(paths, lang), below)


def _rows(paths: Paths) -> Iterator[tuple[int, Link, bool]]:
    """Each arrow of each chain: the chain's number, the arrow, and whether it is to be marked as the weakest."""
    links = paths.links
    for position, chain in enumerate(paths.paths, 1):
        weak = marked(chain, links)
        yield from ((position, link, link.ends in weak) for link in along(chain, links))


def to_json(paths: Paths) -> dict[str, Any]:
    """The value that ``paths --format json`` prints.

    ``count`` is exact, with each circle of ``circles`` taken as one place; it is null when it has more than about 1 200 digits.
    ``arrows`` tells of each arrow on the listed chains, ``weakest`` of each chain the arrows that are the least well founded.
    """
    links = paths.links
    walked = {link.ends: link for chain in paths.paths for link in along(chain, links)}
    return {
        "model": paths.model.id,
        "from": {"name": paths.start.name, "what": paths.start.what, "nodes": list(paths.start.nodes)},
        "to": {"name": paths.end.name, "what": paths.end.what, "nodes": list(paths.end.nodes)},
        "stated": paths.stated,
        "signed": paths.signed,
        "paths": [list(chain) for chain in paths.paths],
        "signs": [sign_of(chain, links) or "plus" for chain in paths.paths],
        "truncated": paths.truncated,
        "count": paths.count if paths.count.bit_length() <= JSON_BITS else None,
        "circles": [list(circle) for circle in paths.circles],
        "feedback": [link.arrow for link in paths.feedback],
        "dropped": list(paths.dropped),
        "weakest": [_weakest(chain, links) for chain in paths.paths],
        "arrows": {Arrow(*ends): _arrow(paths, link) for ends, link in walked.items()},
    }


def _weakest(chain: Chain, links: Mapping[tuple[str, str], Link]) -> list[str]:
    weak = weakest(chain, links)
    return [link.arrow for link in along(chain, links) if link.ends in weak]


def _arrow(paths: Paths, link: Link) -> dict[str, Any]:
    at = list(sentences(link.at, paths.model.source))
    return {
        "stated": link.stated,
        "strength": strength_of(link),
        "because": link.because,
        "at": at,
        "sign": link.sign or "plus",
        "together": isinstance(link, JointStep),
    }

"""What stands around the rows: titles, what the marks mean, what is left out, and what it comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from virkningskjede.analysis.consensus import HOWS, Consensus, Contrast, How
from virkningskjede.analysis.consensus.report.blocks import ChainBlock, ChainCell
from virkningskjede.i18n import Lang, counted, word
from virkningskjede.model.values import PROGRESS

WORDS: dict[str, str] = {
    **{str(status): f"status.{status}" for status in PROGRESS},
    "told": "merged.told",
    "stated": "way.stated",
    "inferred": "way.inferred",
    **{str(how): f"how.{how}" for how in HOWS},
}
"""What a cell says, by its kind."""


def title_against(contrast: Contrast, lang: Lang) -> str:
    """What is held against what."""
    return word("merged.title.against", lang, chain=contrast.consensus.title(lang), template=contrast.template.name)


def sums(consensus: Consensus, lang: Lang) -> list[str]:
    """How large the chain is, and what is not in it."""
    lost = consensus.left_out.values()
    nodes, dropped, links, within, not_part, unwanted, signed, joint = (
        (sum(map(len, ids)) for ids in zip(*lost, strict=True)) if lost else (0,) * 8
    )
    sentences = [word("merged.size", lang, nodes=_nodes(len(consensus.nodes), lang), links=_links(len(consensus.links), lang))]
    if nodes or dropped or links or within:
        counts = {"nodes": _nodes(nodes, lang), "links": _links(links, lang), "within": _links(within, lang)}
        sentences.append(word("merged.left_out.dropped" if dropped else "merged.left_out", lang, **counts, dropped=_nodes(dropped, lang)))
    if not_part or unwanted or signed:
        more = {"not_part": _nodes(not_part, lang), "unwanted": _nodes(unwanted, lang), "signed": _links(signed, lang)}
        sentences.append(word("merged.left_out.more", lang, **more))
    if joint:
        sentences.append(word("merged.left_out.joint", lang, nodes=_nodes(joint, lang)))
    return sentences


def sums_against(contrast: Contrast, lang: Lang) -> list[str]:
    """What holding it against the template comes to."""
    nodes, links = Counter(node.how for node in contrast.nodes), Counter(link.how for link in contrast.links)
    lost = contrast.left_out
    sums = [
        word("against.nodes.sum", lang, count=len(contrast.nodes), **_by_how(nodes)),
        word("against.links.sum", lang, count=len(contrast.links), **_by_how(links)),
        word("against.unsure", lang),
    ]
    parts = [("against.beyond.sum", len(contrast.beyond_nodes), len(contrast.beyond_links))]
    key, unplaced = ("against.left_out.dropped" if lost.dropped else "against.left_out"), len(lost.nodes) + len(lost.dropped)
    parts += [(key, unplaced, len(lost.links))] if unplaced else []
    sums += [word("against.left_out.signed", lang, links=_links(len(lost.signed), lang))] if lost.signed else []
    return sums + [word(key, lang, nodes=_nodes(many, lang), links=_links(more, lang)) for key, many, more in parts]


def _nodes(count: int, lang: Lang) -> str:
    return counted("change.nodes", count).in_(lang)


def _links(count: int, lang: Lang) -> str:
    return counted("change.links", count).in_(lang)


def _by_how(counts: Counter[How | None]) -> dict[str, int]:
    return {how or "none": counts[how] for how in (*HOWS, None)}


def legend_of_marks(blocks: Iterable[ChainBlock], lang: Lang) -> Iterator[str]:
    """What the marks mean: only those that are there."""
    cells = [cell for block in blocks for row in block.rows for cell in row.cells.values()]
    kinds = {cell.kind for cell in cells if cell.coded}
    meanings = [f"{word(f'mark.{kind}', lang)} {word(key, lang)}" for kind, key in WORDS.items() if kind in kinds]
    yield ", ".join([*meanings, f"{word('mark.silent', lang)} {word('merged.legend.silent', lang)}"])
    if not all(cell.sure for cell in cells):
        yield word("merged.legend.unsure", lang)


def legend_of_words(blocks: Iterable[ChainBlock], lang: Lang) -> Iterator[str]:
    """What question marks in words mean, where there are some."""
    if not all(cell.sure for block in blocks for row in block.rows for cell in row.cells.values()):
        yield word("merged.legend.unsure.words", lang)


def legend_of_counts(blocks: Iterable[ChainBlock], lang: Lang) -> Iterator[str]:
    """What a count with two ends means, where there is one."""
    if any(count.surely < count.possibly for block in blocks for row in block.rows for count in row.counts):
        yield word("merged.legend.count", lang)


def named(name: str, cell: ChainCell, lang: Lang) -> str:
    """A model and whether it surely has it: ``Hå``, ``Hå?`` or ``kanskje Hå``."""
    if not cell.coded:
        return word("merged.perhaps", lang, said=name)
    return name if cell.sure else word("merged.unsure", lang, said=name)

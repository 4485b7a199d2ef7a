"""Many models as one picture: how many of them have each box, and how many make each arrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from virkningskjede.analysis.consensus import CommonLink, CommonNode, Consensus
from virkningskjede.drawing import palette
from virkningskjede.drawing.chains import Seam, seams
from virkningskjede.drawing.looks import ARROW, BOX
from virkningskjede.drawing.overlay import Anchor, Look, Meanings, Overlay, PictureMark, Sign, Swatch
from virkningskjede.drawing.scene import Scene
from virkningskjede.i18n import Lang, counted, quoted, word
from virkningskjede.model.graph import reached
from virkningskjede.model.values import Count

_THINNEST, _THICKEST = 0.08, 0.42
"""An arrow that one model makes, and one that all make, in ems."""

_SEAM = PictureMark("seam", "//")
"""As where an axis is broken: what comes in does not go on."""


def agreed(consensus: Consensus, *, lang: Lang = "nb") -> Scene:
    """A picture of a common chain: numbers on boxes and arrows, and arrows the thicker the more models make them.

    A number such as ``3–4`` says that three models surely have it and a fourth possibly. An arrow that no model's source states is dashed.
    Which models they are is said when the box or the arrow is pointed at. Arrows are counted one by one, and a way along several may be
    no model's: a mark stands on the boxes where such a way goes on.

    Args:
        consensus: the common chain. One of many models is legible only with a ``min`` above one.
        lang: the language of headings, legend and the codebook's labels.
    """
    shared = consensus.project
    every = len(consensus.models)
    on: dict[Anchor, Sign] = {}
    ways = _seams(consensus)
    for node in consensus.nodes.values():
        marks = (_number(node.count), _SEAM) if node.id in ways else (_number(node.count),)
        says = [*_holders(node, consensus, lang), *_sewn(ways.get(node.id, ()), consensus, lang)]
        on[node.id] = Sign(_box(node.count, every), marks, tuple(says))
    for link in consensus.links.values():
        on[link.ends] = Sign(_arrow(link, every), (_number(link.count),), tuple(_makers(link, consensus, lang)))
    overlay = Overlay(on, _key(consensus, lang, seams=bool(ways)), plain=True, keeps=frozenset())
    return Scene(consensus.as_model(lang), lang, shared.vocabulary, shared.references, overlay)


def _box(count: Count, every: int) -> Look:
    """The more models have it, the darker, in three steps, and thick-lined when most do."""
    share = count.surely / every if every else 0.0
    step = min(len(palette.STEPS) - 1, int(share * len(palette.STEPS)))
    return Look(fill=palette.STEPS[step], thickness=0.22 if 2 * count.surely > every else None)


def _arrow(link: CommonLink, every: int) -> Look:
    return _thick(link.count.surely, every).under(Look(line=None if _stated(link) else "dashed"))


def _thick(count: int, every: int) -> Look:
    share = max(0, count - 1) / max(1, every - 1)
    return Look(thickness=round(_THINNEST + (_THICKEST - _THINNEST) * share, 3))


def _stated(link: CommonLink) -> bool:
    return any(maker.way == "stated" for maker in link.makers)


def _number(count: Count) -> PictureMark:
    return PictureMark("count", f"{count.surely}" if count.surely == count.possibly else f"{count.surely}–{count.possibly}")


def _holders(node: CommonNode, consensus: Consensus, lang: Lang) -> list[str]:
    sure = [holder.model for holder in node.holders if holder.sure]
    return _models("holders", sure, [holder.model for holder in node.holders if not holder.sure], consensus, lang)


def _makers(link: CommonLink, consensus: Consensus, lang: Lang) -> list[str]:
    lines = []
    for way in ("stated", "inferred"):
        sure = [maker.model for maker in link.makers if maker.sure and maker.way == way]
        lines += _models(way, sure, [], consensus, lang)
    return [*lines, *_models("makers", [], [maker.model for maker in link.makers if not maker.sure], consensus, lang)]


def _models(key: str, sure: Sequence[str], possible: Sequence[str], consensus: Consensus, lang: Lang) -> list[str]:
    """Which models surely, and which possibly, by name."""
    names = {model.id: model.name for model in consensus.models}
    lines = [counted(f"picture.agreed.{key}", len(sure), models=", ".join(map(names.__getitem__, sure))).in_(lang)] if sure else []
    possibly = word("picture.agreed.possibly", lang, models=", ".join(map(names.__getitem__, possible)))
    return [*lines, possibly] if possible else lines


def _seams(consensus: Consensus) -> dict[str, list[Seam]]:
    """The boxes where a way along the arrows goes on that no one model goes, as it is coded or by an arrow that counts here."""
    links = {model.id: [link.ends for link in model.links()] for model in consensus.models}
    for link in consensus.links.values():
        for maker in link.makers:
            links[maker.model].extend(maker.links)
    homes: dict[str, dict[str, list[str]]] = {model.id: {} for model in consensus.models}
    for node in consensus.nodes.values():
        for holder in node.holders:
            for name in holder.nodes:
                homes[holder.model].setdefault(name, []).append(node.id)

    def joined(box: str) -> frozenset[str]:
        there = ((holder.model, reached(links[holder.model], holder.nodes)) for holder in consensus.nodes[box].holders)
        return frozenset(home for model, names in there for name in names for home in homes[model].get(name, ()))

    by_box: dict[str, list[Seam]] = {}
    for seam in seams(consensus.nodes, consensus.links, joined):
        by_box.setdefault(seam.box, []).append(seam)
    return by_box


def _sewn(ways: Sequence[Seam], consensus: Consensus, lang: Lang) -> Iterator[str]:
    """Which ways through a box no model goes."""
    if ways:
        labels = {name: quoted(consensus.label(name, lang)).in_(lang) for way in ways for name in way}
        between = {way: "→" if (way.start, way.box) in consensus.links else "→ … →" for way in ways}
        named = "; ".join(f"{labels[way.start]} {between[way]} {labels[way.box]} → {labels[way.after]}" for way in ways)
        yield word("picture.agreed.seam.ways", lang, ways=named)


def _key(consensus: Consensus, lang: Lang, *, seams: bool) -> Meanings:
    if not consensus.nodes:
        return ()
    every = len(consensus.models)
    most = max(node.count.surely for node in consensus.nodes.values())
    counts = [link.count.surely for link in consensus.links.values()]
    key: list[tuple[Swatch | PictureMark, str]] = [(PictureMark("count", f"{most}"), word("picture.agreed.number", lang, models=every))]
    counted = [node.count for node in consensus.nodes.values()] + [link.count for link in consensus.links.values()]
    if any(surely != possibly for surely, possibly in counted):
        key.append((PictureMark("count", "3–4"), word("picture.agreed.interval", lang)))
    if seams:
        key.append((_SEAM, word("picture.agreed.seam", lang)))
    if any(2 * node.count.surely > every for node in consensus.nodes.values()):
        key.append((Swatch("box", BOX.under(_box(Count(every, every), every))), word("picture.agreed.most", lang)))
    for number in sorted({min(counts), max(counts)} if counts else ()):
        key.append((Swatch("arrow", ARROW.under(_thick(number, every))), word("picture.agreed.arrow", lang, count=number)))
    if not all(map(_stated, consensus.links.values())):
        key.append((Swatch("arrow", ARROW.under(Look(line="dashed", thickness=0.16))), word("picture.agreed.all_inferred", lang)))
    return tuple(key)

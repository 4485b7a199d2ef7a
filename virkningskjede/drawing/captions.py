"""The captions of a picture: what each box and arrow says when it is pointed at or read aloud."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from virkningskjede.diagnostics import shorten
from virkningskjede.drawing.marks import LONGEST_ENTRY, marks
from virkningskjede.drawing.overlay import Anchor
from virkningskjede.drawing.scene import Scene
from virkningskjede.i18n import word, word_or
from virkningskjede.model import Link, Node, Outcome
from virkningskjede.model.values import At, Sentence, sentences
from virkningskjede.report import amounts
from virkningskjede.report.model_text import ModelText
from virkningskjede.report.places import places


@dataclass(frozen=True, slots=True)
class Caption:
    """What is said of a box or an arrow.

    Attributes:
        name: the box's label, or the labels at the ends of the arrow.
        facts: what else there is to say, each a short sentence.
    """

    name: str
    facts: tuple[str, ...]


def captions(scene: Scene) -> Mapping[Anchor, Caption]:
    """What there is to say of each node and each arrow.

    Of a node: where in the chain it stands, its terms, who takes part, how much, when, how far it has come, what hangs on it, and where
    the source says it. Of an arrow: whether it is stated, how it works, what it takes for granted, what research says, and where.

    >>> from virkningskjede.model import LogicModel
    >>> model = LogicModel(id="m", activities={"kurs": {"label": "Kurs", "status": "planned", "at": "2.1:3"}}, source="rapport")
    >>> captions(Scene(model, "en"))["kurs"]
    Caption(name='Kurs', facts=('Activities', 'Status: planned', 'Place in the source: rapport, 2.1:3'))
    """
    nodes = scene.model.nodes
    wording = ModelText((scene.model,), scene.vocabulary, scene.lang)
    all_marks = marks(scene)
    meaning = dict(all_marks.key)
    by_anchor: dict[Anchor, Caption] = {}

    def caption(anchor: Anchor, name: str, facts: Iterable[str], at: At) -> Caption:
        hanging = (f"{mark.sign}: {meaning[mark]}" for mark in all_marks.on.get(anchor, ()) if mark in meaning)
        every = (*scene.overlay.sign(anchor).says, *facts, *hanging, *_places(at, scene))
        return Caption(shorten(name, LONGEST_ENTRY), tuple(shorten(fact, LONGEST_ENTRY) for fact in every if fact))

    for node in nodes.values():
        by_anchor[node.id] = caption(node.id, node.label, (*_of_node(node, scene, wording), *_others(node, _OF_NODE, wording)), node.at)
    for link in scene.model.links():
        if link.to in nodes:
            name = f"{nodes[link.source].label} → {nodes[link.to].label}"
            by_anchor[link.ends] = caption(link.ends, name, (*_of_link(link, scene), *_others(link, _OF_LINK, wording)), link.at)
    return by_anchor


def _of_node(node: Node, scene: Scene, wording: ModelText) -> Iterator[str]:
    lang = scene.lang
    sign = scene.overlay.sign(node.id)
    yield sign.stage or word(f"level.{node.level}" if isinstance(node, Outcome) else f"stage.{node.stage}", lang)
    if node.term:
        yield _fact("term", scene, ", ".join(map(scene.term, node.term)))
    if node.who is not None:
        yield _fact("who", scene, wording.who(node.who))
    if node.dose is not None:
        labels = {name: other.label for name, other in scene.model.nodes.items()}
        yield _fact("dose", scene, amounts.dose(node.dose, lang, labels, wording.vocabulary.units))
    if node.when:
        yield _fact("when", scene, ", ".join(word_or(f"when.{condition}", condition, lang) for condition in node.when))
    if node.status is not None:
        yield _fact("least" if sign.look.line == "mixed" else "status", scene, word_or(f"status.{node.status}", node.status, lang))
    if node.content:
        yield _fact("content", scene, node.content)
    if node.because:
        yield _fact("because", scene, node.because)
    if isinstance(node, Outcome) and node.cause is not None:
        yield word("picture.legend.whole", lang) if node.of_the_whole else _fact("cause", scene, wording.cause(0, node.cause))
    if node.required:
        yield word("picture.legend.required", lang)


def _of_link(link: Link, scene: Scene) -> Iterator[str]:
    if not scene.overlay.plain:
        yield word(f"picture.legend.{'stated' if link.stated else 'inferred'}", scene.lang)
    if link.feedback:
        yield word("picture.legend.feedback", scene.lang)
    if link.because:
        yield _fact("mechanism", scene, link.because)
    if link.when:
        yield _fact("when", scene, ", ".join(word_or(f"when.{condition}", condition, scene.lang) for condition in link.when))


_OF_NODE = frozenset(
    {
        *("label", "level", "term", "who", "dose", "when", "status", "content", "because", "cause", "required"),
        "indicators",
    }
)
"""What is said of a node in its own way, and what a picture leaves out. Whatever else a node has is said."""

_OF_LINK = frozenset({"because", "when", "assumes", "evidence", "feedback"})
"""The same of an arrow."""


def _others(of: Node | Link, left_out: frozenset[str], wording: ModelText) -> Iterator[str]:
    for fact in wording.others(0, of, left_out):
        yield f"{fact[:1].upper()}{fact[1:]}"


def _places(at: At, scene: Scene) -> Iterator[str]:
    """Where it is read, source by source."""
    by_source: dict[str | None, list[Sentence]] = {}
    for sentence in sentences(at, scene.model.source):
        by_source.setdefault(sentence.locator.source, []).append(sentence)
    for source, cited in by_source.items():
        where = places(cited, source)
        yield _fact("at", scene, f"{scene.work(source)}, {where}" if source else where)


def _fact(key: str, scene: Scene, value: str) -> str:
    return word(f"picture.told.{key}", scene.lang, value=value)

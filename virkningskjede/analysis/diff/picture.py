"""Two models, or two versions of one, in one picture: what is only in the one, what is only in the other, what is in both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from virkningskjede.analysis.diff import Change, Diff
from virkningskjede.drawing import palette
from virkningskjede.drawing.chains import chain
from virkningskjede.drawing.looks import ARROW, BOX, GONE
from virkningskjede.drawing.overlay import Anchor, Look, Overlay, PictureMark, Sign, Swatch
from virkningskjede.drawing.scene import Scene
from virkningskjede.i18n import WORDS, Lang, word
from virkningskjede.model import Cause, Link, LogicModel, Node, Outcome
from virkningskjede.model.codebook import References
from virkningskjede.model.fields import field_named
from virkningskjede.model.values import NOT_THERE, STAGES, Status, copy_with, sentences
from virkningskjede.report.model_text import ModelText

Where = Literal["first", "second", "both"]

_BOXES: Mapping[Where, Look] = {
    "first": Look(line="dashed", fill=palette.FIRST),
    "second": Look(thickness=0.26, fill=palette.SECOND),
    "both": Look(),
}
_ARROWS: Mapping[Where, Look] = {
    "first": Look(line="dashed", thickness=0.12, ink=palette.FIRST_INK),
    "second": Look(thickness=0.24, ink=palette.SECOND_INK),
    "both": Look(thickness=0.1, ink=palette.INK),
}
_REQUIRED = PictureMark("moved", "!")


def changed(diff: Diff, *, lang: Lang = "nb", references: References | None = None) -> Scene:
    """A picture of a diff: one chain of both models.

    What is only in the first has dashed lines and its letter, what is only in the second thick lines and its letter, and what is in
    both thin lines; a wave says that it is not the same in both. For versions of one model the letters are minus and plus. A
    retargeted arrow is drawn as it was and as it is, with one number on both. What was dropped is dotted and faint, as in a picture of
    one model.

    Args:
        diff: the diff. What stands beside the chains (barriers, assumptions) is not in the picture.
        lang: the language of headings and legend.
        references: names the sources.

    >>> from virkningskjede.analysis.diff import diff
    >>> old = LogicModel(id="m", activities={"kurs": {"label": "Kurs"}})
    >>> new = LogicModel(id="m", activities={"kurs": {"label": "Kurs"}, "samtale": {"label": "Samtale"}})
    >>> [mark.sign for mark in changed(diff(old, new)).overlay.on["samtale"].marks]
    ['+']
    """
    both = _Both(diff, lang)
    return Scene(both.model(), lang, diff.vocabulary, references, Overlay(both.on, tuple(both.key()), plain=True, keeps=frozenset()))


@dataclass(slots=True)
class _Place:
    """What stands in one place of the common chain: on one side, or on both."""

    sides: dict[int, Node | Link] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)

    @property
    def where(self) -> Where:
        return "both" if len(self.sides) == 2 else "second" if 1 in self.sides else "first"

    @property
    def gone(self) -> Status | None:
        """That a node was dropped, or never took part, wherever it is."""
        statuses = {element.status if isinstance(element, Node) else None for element in self.sides.values()}
        (status, *others) = statuses or {None}
        return None if others or status not in NOT_THERE else status


class _Both:
    """The common chain, and the signs on it."""

    def __init__(self, diff: Diff, lang: Lang) -> None:
        self.diff, self.lang, self.wording = diff, lang, ModelText(diff.models, diff.vocabulary, lang)
        self.names = self._names()
        self.places: dict[Anchor, _Place] = {}
        for side, model in enumerate(diff.models):
            for node in model.nodes.values():
                self.places.setdefault(self.names[side][node.id], _Place()).sides[side] = node
            for link in model.links():
                if link.to in model.nodes:
                    self.places.setdefault(self._ends(side, link), _Place()).sides[side] = link
        self._hand_out_changes()
        self.moved = dict(self._moved())
        self.on = {anchor: self._sign(anchor, place) for anchor, place in self.places.items()}

    def _names(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """What the nodes of each model are called in the common chain: what is in both as in the first."""
        a, b = self.diff.models
        partners = {pair.b: pair.a for pair in self.diff.matching.in_chain}
        used, names = {*a.nodes}, {}
        for name in b.nodes:
            new = partners.get(name, name)
            while name not in partners and new in used:
                new += "-b"
            used.add(new)
            names[name] = new
        return {name: name for name in a.nodes}, names

    def _ends(self, side: int, link: Link) -> tuple[str, str]:
        return self.names[side][link.source], self.names[side][link.to]

    def _hand_out_changes(self) -> None:
        """Give each place what is not the same in both: neither wording nor ids."""
        for change in self.diff.changes:
            if change.element == "field" and change.path_a is not None:
                section, _, rest = change.path_a.partition(".")
                name, _, field_name = rest.partition(".")
                if section in STAGES and field_name:
                    first, *steps = field_name.split(".")
                    self.places[(name, steps[0]) if first == "leads_to" else name].changes.append(change)

    def _moved(self) -> Iterator[tuple[Anchor, tuple[PictureMark, str]]]:
        """The two places of each arrow that leads elsewhere, with its number and what happened."""
        moves = [change for change in self.diff.changes if change.kind == "retargeted"]
        for number, change in enumerate(moves, start=1):
            ends = [_ends_of(path) for path in (change.path_a, change.path_b) if path]
            kept = "source" if change.reason.key.endswith("target") else "target"
            named_ends = ((0, ends[0][kept == "target"]), (0, str(change.before)), (1, str(change.after)))
            label, before, after = (self.wording.quote(self.wording.label(side, name)) for side, name in named_ends)
            sentence = self._phrase(f"moved.{kept}", label=label, before=before, after=after)
            for side, (source, to) in enumerate(ends):
                yield (self.names[side][source], self.names[side][to]), (PictureMark("moved", f"~{number}"), sentence)

    def _sign(self, anchor: Anchor, place: _Place) -> Sign:
        where = place.where
        looks = _BOXES if isinstance(anchor, str) else _ARROWS
        marks: list[PictureMark] = []
        lines = [self._phrase(f"in.{where}")]
        if where == "both":
            lines += self._differences(place)
            if any(change.weight != "cosmetic" for change in place.changes):
                marks.append(PictureMark("changed", "~"))
        elif isinstance(anchor, str):
            marks.append(PictureMark(where, self.letters[where == "second"]))
            if self._lacking(place):
                marks.append(_REQUIRED)
                lines.append(self._phrase("lacking"))
        if anchor in self.moved:
            mark, sentence = self.moved[anchor]
            marks.append(mark)
            lines.append(sentence)
        look = looks[where].under(GONE[place.gone]) if place.gone else looks[where]
        return Sign(look, tuple(marks), tuple(lines), whose=self._phrase("whose") if self._of_the_first(place) else "")

    def _of_the_first(self, place: _Place) -> bool:
        """Whether both have an outcome, which is drawn as in the first, and not the same measures lead to it together in the second."""
        causes = [
            frozenset(self.names[side].get(name, name) for name in element.cause.together)
            if isinstance(element, Outcome) and element.cause is not None and element.of_several
            else None
            for side, element in sorted(place.sides.items())
        ]
        return len(causes) == 2 and causes[0] is not None and causes[0] != causes[1]

    def _differences(self, place: _Place) -> Iterator[str]:
        """What is not the same in both."""
        for change in place.changes:
            assert change.path_a is not None
            name = change.path_a.split(".", 4 if ".leads_to." in change.path_a else 2)[-1]
            field = field_named(name)
            if not (field.identity or (field.coding and field.weight == "cosmetic")):
                sides = (self.wording.value(side, name, value) for side, value in enumerate((change.before, change.after)))
                before, after = (text or self.wording.word("not_given") for text in sides)
                yield self._phrase("field", field=self.wording.field(name), before=before, after=after)

    def _lacking(self, place: _Place) -> bool:
        """Whether it is something that a template requires and the other model has nothing like."""
        side, element = next(iter(place.sides.items()))
        alike = self.diff.akin[side]
        one, other = self.diff.models[side], self.diff.models[1 - side]
        return (
            isinstance(element, Node)
            and element.required
            and one.kind == "template" != other.kind
            and (element.stage, element.id) not in alike
        )

    @property
    def letters(self) -> tuple[str, str]:
        """What stands on what is only in the first, and only in the second."""
        return ("−", "+") if self.diff.same_model else ("A", "B")

    def _phrase(self, key: str, **params: object) -> str:
        a, b = (model.name for model in self.diff.models) if self.diff.same_model else self.wording.titles
        phrase = f"picture.diff.{key}"
        versions = f"{phrase}.version"
        return word(versions if self.diff.same_model and versions in WORDS else phrase, self.lang, a=a, b=b, **params)

    def key(self) -> Iterator[tuple[Swatch | PictureMark, str]]:
        """The legend: only what the picture has."""
        used = {(isinstance(anchor, str), place.where) for anchor, place in self.places.items()}
        marks = {mark: None for sign in self.on.values() for mark in sign.marks}
        for where in _BOXES:
            if (True, where) in used:
                letter = "" if where == "both" else self.letters[where == "second"]
                yield Swatch("box", BOX.under(_BOXES[where]), letter), self._phrase(f"in.{where}")
        for where in _ARROWS:
            if (False, where) in used:
                yield Swatch("arrow", ARROW.under(_ARROWS[where])), self._phrase(f"in.{where}")
        for status, look in GONE.items():
            if any(place.gone == status for place in self.places.values()):
                yield Swatch("box", BOX.under(look)), word(f"picture.legend.{status}", self.lang)
        if PictureMark("changed", "~") in marks:
            yield PictureMark("changed", "~"), self._phrase("changed")
        if _REQUIRED in marks:
            yield _REQUIRED, self._phrase("lacking")
        yield from dict(self.moved.values()).items()

    def model(self) -> LogicModel:
        """The common chain as a model. What is in both is worded as in the first."""
        nodes, links = [], []
        for anchor, place in self.places.items():
            side = min(place.sides)
            element = place.sides[side]
            at = sentences(element.at, self.diff.models[side].source)
            if isinstance(element, Node):
                nodes.append(copy_with(element, {"id": anchor, "at": at, **self._joint(side, element)}))
            else:
                links.append(copy_with(element, {"source": anchor[0], "to": anchor[1], "at": at}))
        a, b = self.diff.models
        same = {name: getattr(a, name) if getattr(a, name) == getattr(b, name) else None for name in ("source", "as_of")}
        title = self._phrase("title")
        return chain(copy_with(a, {"title": title, **same}), nodes, links)

    def _joint(self, side: int, node: Node) -> Mapping[str, Cause]:
        """What leads to an outcome together with other things, as it is called in the common chain."""
        if not isinstance(node, Outcome) or node.cause is None:
            return {}
        names = self.names[side]
        return {"cause": copy_with(node.cause, {"together": tuple(names.get(name, name) for name in node.cause.together)})}


def _ends_of(path: str) -> tuple[str, str]:
    """The ends of the arrow at a path such as ``activities.kurs.leads_to.mestring``."""
    _, source, _, to = path.split(".")[:4]
    return source, to

"""Changes one by one, the gravest first: two versions of one model, or whatever two models are asked for so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from virkningskjede.analysis.diff import WEIGHTS, Change, Diff, Weight
from virkningskjede.i18n import WORDS, Lang, word
from virkningskjede.model import SECTIONS, Entry, Link, Result
from virkningskjede.model.values import Arrow, Bounds, copy_with
from virkningskjede.report import Block, Heading, Items, Paragraph, results
from virkningskjede.report.model_text import ModelText
from virkningskjede.report.names import section_name


def versions(diff: Diff, lang: Lang) -> Iterator[Block]:
    """The changes as blocks."""
    wording = ModelText(diff.models, diff.vocabulary, lang)
    a, b = wording.titles
    yield Heading(wording.word("versions", title=diff.models[1].name) if diff.same_model else wording.word("listed", a=a, b=b), 1)
    if not diff.changes:
        yield Paragraph(wording.word("none"))
        return
    yield Paragraph(counted(diff, wording))
    for weight, lines in lines_by_weight(diff, wording):
        yield Heading(wording.word(f"weight.{weight}"))
        yield Items.of(lines)


def lines_by_weight(diff: Diff, wording: ModelText) -> Iterator[tuple[Weight, tuple[str, ...]]]:
    """The changes in words, a line for each, by weight. The arrows of a node that came or went are said with it."""
    lines = _ChangeLines(diff, wording)
    for weight in WEIGHTS:
        of_weight = tuple(lines.line(change) for change in diff.changes if change.weight == weight and not lines.is_part_of_a_node(change))
        if of_weight:
            yield weight, of_weight


def sentences(diff: Diff, wording: ModelText) -> tuple[str, ...]:
    """Each change in a sentence of its own, in order."""
    lines = _ChangeLines(diff, wording)
    return tuple(lines.line(change) for change in diff.changes)


def sentence(diff: Diff, change: Change, wording: ModelText) -> str:
    """One change of a diff in a sentence."""
    return _ChangeLines(diff, wording).line(change)


def counted(diff: Diff, wording: ModelText) -> str:
    """How many changes there are, in all and by weight."""
    total = len(diff.changes)
    number = wording.word("count.one" if total == 1 else "count.more", count=total)
    parts = [wording.word(f"count.{weight}", count=diff.summary[weight]) for weight in WEIGHTS if diff.summary[weight]]
    return f"{number}: {wording.listing(parts)}."


_SETTLED = frozenset({"change.reason.settled", "change.reason.kept"})
"""Why another reading fell away."""


class _ChangeLines:
    """Says each change in one line. The arrows of a node that came or went are said with it."""

    def __init__(self, diff: Diff, wording: ModelText) -> None:
        self.wording = wording
        self._versions = diff.same_model
        nodes = [change for change in diff.changes if change.element == "node"]
        self._whole: Mapping[tuple[str, str], Change] = {(change.kind, _value(change).id): change for change in nodes}
        self._arrows: dict[str, list[Link]] = {}
        for change in diff.changes:
            if change.element == "link" and change.kind != "retargeted":
                link = _link(change)
                host = self._whole.get((change.kind, link.source)) or self._whole.get((change.kind, link.to))
                if host:
                    self._arrows.setdefault(host.path, []).append(link)

    def is_part_of_a_node(self, change: Change) -> bool:
        """Whether the line of a node says it."""
        if change.element != "link" or change.kind == "retargeted":
            return False
        link = _link(change)
        return (change.kind, link.source) in self._whole or (change.kind, link.to) in self._whole

    def line(self, change: Change) -> str:
        """One change in one line."""
        if change.element == "node":
            return self._node(change)
        return self._moved_or_whole(change) if change.element == "link" else self._field(change)

    def _node(self, change: Change) -> str:
        entry, section, side = _value(change), change.path.partition(".")[0], _side(change)
        links = self._arrows.get(change.path, [])
        sources = [self.wording.quote(self.wording.label(side, link.source)) for link in links if link.to == entry.id]
        targets = [self.wording.quote(self.wording.label(side, link.to)) for link in links if link.source == entry.id]
        arrows = [self.wording.word("node.from", names=self.wording.listing(sources))] if sources else []
        arrows += [self.wording.word("node.to", names=self.wording.listing(targets))] if targets else []
        name = self.wording.quote(self.wording.entry(entry))
        account = self.wording.result(side, entry) if isinstance(entry, Result) else ""
        return self.wording.word(
            f"node.{change.kind}",
            entry=self.wording.kind_of(section),
            name=f"{name}: {account}" if account else name,
            arrows=f" ({'; '.join(arrows)})" if arrows else "",
        )

    def _moved_or_whole(self, change: Change) -> str:
        if change.kind != "retargeted":
            link = _link(change)
            return self.wording.word(f"link.{change.kind}", arrow=self.wording.arrow(_side(change), link.arrow))
        source, _, target = change.path.partition(".leads_to.")
        arrow = self.wording.arrow(0, Arrow(source.partition(".")[2], target))
        end = change.reason.key.rpartition(".")[2]
        return self.wording.word(f"link.{end}", arrow=arrow, name=self.wording.quote(self.wording.label(1, str(change.after))))

    def _field(self, change: Change) -> str:
        section, name, field = self._place(change)
        wording = self.wording
        if field == "label" and section and change.before and change.after:
            before, after = (wording.quote(str(label)) for label in (change.before, change.after))
            ids = [path.split(".")[1] for path in (change.path_a, change.path_b) if path is not None]
            both = self._versions and len(set(ids)) > 1  # in versions no other line tells of the id
            return wording.word("field.renamed.id" if both else "field.renamed", before=before, after=after, id_a=ids[0], id_b=ids[-1])
        if field == "stage" and section:
            before, after = (wording.quote(section_name(stage, wording.lang)) for stage in map(str, (change.before, change.after)))
            return wording.word("field.moved", name=name, before=before, after=after)
        if change.reason.key in _SETTLED:
            return wording.word(f"or.{change.reason.key.rpartition('.')[2]}", name=name, before=wording.value(0, field, change.before))
        if isinstance(change.before, bool) or isinstance(change.after, bool):
            key = f"change.flag.{field}.{'yes' if change.after else 'no'}"
            if key in WORDS:
                return word(key, wording.lang, name=name)
        parts = self._parts(change, field) if change.kind == "changed" else ""
        if parts:
            return wording.word("field.is.partly", name=name, field=wording.field(field), parts=parts)
        return wording.word(
            f"field.is.{change.kind}",
            name=name,
            field=wording.field(field),
            before=self._value(0, change, field),
            after=self._value(1, change, field),
        )

    def _value(self, side: int, change: Change, field: str) -> str:
        """A field's value; the number of a result with the unit of its indicator."""
        value, path = ((change.before, change.path_a), (change.after, change.path_b))[side]
        if isinstance(value, Bounds) and path is not None and path.startswith("results."):
            result = self.wording.entry_of(side, path.split(".")[1])
            if isinstance(result, Result):
                return self.wording.amount_of(side, result)
        return self.wording.value(side, field, value)

    def _parts(self, change: Change, field: str) -> str:
        """What came to a list and what went, when some of it stayed; nothing otherwise."""
        if not isinstance(change.before, tuple) or not isinstance(change.after, tuple):
            return ""
        before, after = (
            [self.wording.value(side, field, item) for item in value] for side, value in enumerate((change.before, change.after))
        )
        if not set(before) & set(after):
            return ""
        gone, new = [item for item in before if item not in after], [item for item in after if item not in before]
        phrases = [self.wording.word("field.part.added", names=self.wording.listing(new))] if new else []
        phrases += [self.wording.word("field.part.removed", names=self.wording.listing(gone))] if gone else []
        return "; ".join(phrases)

    def _place(self, change: Change) -> tuple[str, str, str]:
        """The section, what the thing is called, and the field; no section for a field of the model."""
        steps = change.path.split(".")
        if len(steps) < 3 or steps[0] not in SECTIONS:
            return "", self._part(steps[0]), change.path
        section, entry, *rest = steps
        if rest[0] == "leads_to":
            return section, self.wording.arrow(0, Arrow(entry, rest[1])), ".".join(rest[2:])
        name = self.wording.quote(self.wording.label(0, entry))
        result = self.wording.entry_of(0, entry)
        if isinstance(result, Result):
            when = results.circumstances(copy_with(result, {"n": None}), self.wording.vocabulary, self.wording.lang)
            name = f"{name} ({'; '.join(when)})" if when else name  # several rounds of measuring have one name
        return section, name, ".".join(rest)

    def _part(self, first: str) -> str:
        if first == "recruitment":
            return word("section.recruitment", self.wording.lang)
        return self.wording.word("whole" if first == "dose" else "model")


def _side(change: Change) -> int:
    return 1 if change.kind == "added" else 0


def _value(change: Change) -> Entry:
    value = change.after if change.kind == "added" else change.before
    assert isinstance(value, Entry)
    return value


def _link(change: Change) -> Link:
    value = change.after if change.kind == "added" else change.before
    assert isinstance(value, Link)
    return value

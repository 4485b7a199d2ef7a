"""A file's text with other values in it: only the lines of what is another change, and comments and layout stay.

A text is put in the place of the old one, and keys and items that came or went are lines that came or went, also in braces that go over
several lines. Where that cannot be done the smallest entry around it is set anew, as ``fmt`` would set it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from virkningskjede.editing.aligned import Pair, aligned_keys, aligned_lists, moved_between
from virkningskjede.model.values import EMPTY
from virkningskjede.project.dump import braced_text, entry_text, read_back, scalar_text
from virkningskjede.project.layout import LayoutError, item_lines, whole_lines
from virkningskjede.yamlfile import YamlFile, parse
from virkningskjede.yamlfile.tree import LINE_END, Collection, Item, Node, Text


class _Edit(NamedTuple):
    """What stands from one code point to another is to be something else."""

    start: int
    end: int
    text: str


class _Was(NamedTuple):
    """What has come from elsewhere in the file, as it stood there."""

    item: Item
    value: Any


Path = tuple[str | None, ...]
Moved = Mapping[Path, _Was]


class _CannotPatch(Exception):
    """What stands here cannot be changed by itself."""


def patched(yaml_file: YamlFile, values: dict[str, Any]) -> str:
    """The whole text of a file that is to hold other values, with its byte order mark.

    Args:
        yaml_file: a file that was read without errors.
        values: what it is to hold, in the order in which it is to stand. Numbers, dates and truths may be values of Python.

    Raises:
        LayoutError: no text could be made that holds the values and keeps the comments: a defect of ours.

    >>> print(patched(parse(b"a: {b: 'c', d: [e]} # f", "x.yaml"), {"a": {"b": "g", "d": ["e"]}}))
    a: {b: 'g', d: [e]} # f
    """
    bom = "\ufeff" if yaml_file.bom else ""
    if _same(yaml_file.values, values):
        return bom + yaml_file.text
    tree = yaml_file.tree()
    # Where what was moved cannot take its comments along, such as those above braces, they go with the place that it stood in.
    for moved in (_moved(tree, yaml_file.values or {}, values), EMPTY):
        text = _with_moved(yaml_file, tree, values, moved)
        if text is not None:
            return bom + text
    raise LayoutError(yaml_file.name)


def _with_moved(yaml_file: YamlFile, tree: Collection, values: dict[str, Any], moved: Moved) -> str | None:
    """The text with what has moved; None where none could be made."""
    whole = changed(tree, yaml_file.values, values, moved)
    assert isinstance(whole, Collection), "a file holds keys with values"
    for inside in (True, False):
        patching = _Patching(yaml_file, moved, inside_braces=inside)
        try:
            text = patching.text_of(tree, values)
        except _CannotPatch:
            continue
        if _holds(text, yaml_file, values, whole):
            return text
    text = patching.line_end.join([*whole_lines(whole), ""])
    return text if _holds(text, yaml_file, values, whole) else None


def _same(before: Any, after: Any) -> bool:
    """Whether two values are the same, keys in the same order."""
    before, after = read_back(before), read_back(after)
    return bool(before == after) and _orders(before) == _orders(after)


def _orders(value: Any) -> Any:
    if isinstance(value, dict):
        return [(key, _orders(item)) for key, item in value.items()]
    return [_orders(item) for item in value] if isinstance(value, list) else None


def _holds(text: str, before: YamlFile, values: Any, tree: Collection) -> bool:
    after = parse(text.encode("utf-8"), before.name)
    if after.broken or not _same(after.values, values):
        return False
    if not {diagnostic.code for diagnostic in after.diagnostics} <= {diagnostic.code for diagnostic in before.diagnostics}:
        return False
    return sorted(comment.text for comment in after.tree().comments()) == sorted(comment.text for comment in tree.comments())


def _moved(tree: Collection, before: dict[str, Any], after: dict[str, Any]) -> Moved:
    """The entries that stand in another section than they did, where they stand now."""
    items = {item.key.value: item.value for item in tree.items if item.key is not None}
    moved: dict[Path, _Was] = {}
    for place, section in moved_between(before, after).items():
        entries = items[section]
        assert isinstance(entries, Collection), "entries stand in a section"
        moved[place] = _Was(entries.items[list(before[section]).index(place[1])], before[section][place[1]])
    return moved


def changed(node: Node, before: Any, after: Any, moved: Moved = EMPTY, path: Path = ()) -> Node:
    """The tree of what holds other values: what stays is as it was written, with its comments; what goes takes its own with it, also to
    another section."""
    if _same(before, after):
        return node
    if isinstance(node, Collection) and isinstance(before, dict) and isinstance(after, dict) and after:
        olds, news, names = list(before.values()), list(after.values()), list(after)
        items = []
        for pair in aligned_keys(before, after):
            if pair.before is None:
                items.append(_come(names[pair.after], news[pair.after], moved, path))
                continue
            item, name = node.items[pair.before], names[pair.after]
            items.append(_renamed(_valued(item, olds[pair.before], news[pair.after], moved, (*path, name)), name))
        return replace(node, items=items)
    if isinstance(node, Collection) and isinstance(before, list) and isinstance(after, list) and after:
        return replace(
            node,
            items=[
                _new_item(None, after[pair.after])
                if pair.before is None
                else _valued(node.items[pair.before], before[pair.before], after[pair.after])
                for pair in aligned_lists(before, after)
            ],
        )
    if isinstance(node, Text) and isinstance(before, str) and not isinstance(after, dict | list | None):
        return Text(_in_the_place_of(node, after).partition("\n")[0], str(read_back(after)), node.column)
    return _new_item(None, after).value


def _come(name: str | None, value: Any, moved: Moved, path: Path) -> Item:
    """A key or an item that was not there: new, or from elsewhere."""
    here = (*path, name)
    was = moved.get(here)
    if was is not None:
        return _valued(was.item, was.value, value)
    new = _new_item(name, value)
    if isinstance(new.value, Collection) and any(place[: len(here)] == here for place in moved):
        items = [_come(inner, content, moved, here) for inner, content in value.items()]
        return replace(new, value=replace(new.value, items=items))
    return new


def _valued(item: Item, before: Any, after: Any, moved: Moved = EMPTY, path: Path = ()) -> Item:
    value = changed(item.value, before, after, moved, path)
    beside = item.beside
    if isinstance(item.value, Text) and item.value.block and value is not item.value and (comment := _header_comment(item.value)):
        holder = parse(f"a: b  {comment}".encode(), "").tree().items[0]
        beside = holder.beside
        if isinstance(value, Text):
            value = replace(value, text=value.text.removesuffix(comment).rstrip())
    if not isinstance(before, str) and beside is not None and not beside.text.startswith("# "):
        # Behind a value, ``#so`` would look like a part of it that YAML has cut off; above it, it is a comment.
        return replace(item, value=value, before=[*item.before, replace(beside, gap="", start=item.start + 1)], beside=None)
    return replace(item, value=value, beside=beside)


def _renamed(item: Item, name: str) -> Item:
    assert item.key is not None, "keys have names"
    return item if item.key.value == name else replace(item, key=replace(item.key, text=_quoted_as(item.key.text, name), value=name))


def _new_item(key: str | None, value: Any) -> Item:
    """A new key with its value, or a new item, as `dump` writes it."""
    if value is None:  # which `dump` never writes
        return replace(_new_item(key, "a"), value=Text("", None))
    text = entry_text("a" if key is None else key, [value] if key is None else value)
    item = parse(text.encode("utf-8"), "").tree().items[0]
    if key is not None:
        return item
    assert isinstance(item.value, Collection), "a list was written"
    return item.value.items[0]


def _quoted_as(old: str, value: Any) -> str:
    """A value as `dump` writes it, with the quotes of what stood there."""
    text = str(read_back(value))
    if old.startswith("'") and "\n" not in text and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    made = scalar_text(value)
    if old.startswith('"') and not made.startswith('"'):
        return f'"{made}"'
    return made


def _header_comment(text: Text) -> str:
    """The comment behind ``|`` or ``>``."""
    header = LINE_END.split(text.text, maxsplit=1)[0]
    _, sign, comment = header.partition(" #")
    return (sign + comment).strip()


def _in_the_place_of(text: Text, value: Any) -> str:
    comment = _header_comment(text) if text.block else ""
    return f"{_quoted_as(text.text, value)}{'  ' if comment else ''}{comment}"


class _Patching:
    """The changes of one file. Used once."""

    def __init__(self, yaml_file: YamlFile, moved: Moved, *, inside_braces: bool) -> None:
        self.yaml_file = yaml_file
        self.moved = moved
        self.inside_braces = inside_braces
        self.text = yaml_file.text
        ends = LINE_END.search(self.text)
        self.line_end = ends[0] if ends else "\n"

    def text_of(self, tree: Collection, values: dict[str, Any]) -> str:
        text = self.text
        for edit in sorted(self._within(tree, self.yaml_file.values, values), reverse=True):
            text = text[: edit.start] + edit.text + text[edit.end :]
        return text

    def _within(self, node: Node, before: Any, after: Any, path: Path = ()) -> list[_Edit]:
        """The changes that let a value be another.

        Raises:
            _CannotPatch: what it stands in must be set anew.
        """
        if _same(before, after):
            return []
        if isinstance(node, Text):
            if node.value is None or isinstance(after, dict | list) or after is None:
                raise _CannotPatch
            end = node.end
            if node.block:
                end = node.start + len(node.text.rstrip("\r\n \t")) if "+" not in node.text.split("\n")[0] else end
                if self.text[node.start : end].count("\n") and node.text[-1:] in "\r\n" and end == node.end:
                    end -= 2 if node.text.endswith("\r\n") else 1
            return [_Edit(node.start, end, _in_the_place_of(node, after))]
        if type(before) is not type(after) or not after:
            raise _CannotPatch
        keyed = isinstance(before, dict)
        pairs = aligned_keys(before, after) if keyed else aligned_lists(before, after)
        olds, news = (list(value.values()) if keyed else value for value in (before, after))
        names = list(after) if keyed else [None] * len(news)
        edits: list[_Edit] = []
        for pair in pairs:
            if pair.before is not None and pair.there:
                here = (*path, names[pair.after])
                edits += self._item(node, node.items[pair.before], olds[pair.before], news[pair.after], here)
        edits += self._lines_of(node, pairs, olds, news, names, path)
        return edits

    def _item(self, within: Collection, item: Item, before: Any, after: Any, path: Path) -> list[_Edit]:
        edits = []
        name = path[-1]
        if item.key is not None and item.key.value != name:
            edits.append(_Edit(item.key.start, item.key.end, _quoted_as(item.key.text, name)))
        try:
            return edits + self._within(item.value, before, after, path)
        except _CannotPatch:
            if within.flow or not self._begins_a_line(item):
                raise
        anew = _valued(item, before, after, self.moved, path)
        above = [comment for comment in anew.before if comment.start > item.start]
        lines = [" " * within.column + comment.text for comment in above]
        lines += item_lines(_renamed(anew, name) if name is not None else anew, within.column)
        start = self._line_start(item.start)
        return [_Edit(start, self._line_stop(self._end(item)), self.line_end.join(lines))]

    def _lines_of(self, node: Collection, pairs: list[Pair], olds: Any, news: Any, names: list[Any], path: Path) -> list[_Edit]:
        """The lines that come and go."""
        kept = {pair.before for pair in pairs if pair.there}
        gone = [place for place in range(len(olds)) if place not in kept]
        come = [pair for pair in pairs if pair.before is None or not pair.there]
        if not gone and not come:
            return []
        if node.flow:
            return self._in_braces(node, pairs, gone, news, names)
        if not kept or any(not self._begins_a_line(node.items[place]) for place in gone):
            raise _CannotPatch
        edits = [_Edit(*self._whole(node, place), "") for place in gone]
        for pair in come:
            text = self._new_lines(node, pair, olds, news, (*path, names[pair.after]))
            edits.append(self._inserted(node, pairs, pair, text))
        return _joined(edits)

    def _in_braces(self, node: Collection, pairs: list[Pair], gone: list[int], news: Any, names: list[Any]) -> list[_Edit]:
        """What comes and goes in braces that go over several lines: each on a line of its own where those beside it are."""
        kept = [pair.before for pair in pairs if pair.before is not None]
        over_lines = node.items and LINE_END.search(self.text, node.items[0].start, node.end)
        if not (self.inside_braces and over_lines and kept) or not all(pair.there for pair in pairs if pair.before is not None):
            raise _CannotPatch
        edits = []
        for place in gone:
            item = node.items[place]
            later = node.items[place + 1] if place + 1 < len(node.items) else None
            if later is not None and self._begins_a_line(item) and self._begins_a_line(later):
                edits.append(_Edit(self._first_line(node, place), self._first_line(node, place + 1), ""))
            elif place:
                edits.append(_Edit(self._end(node.items[place - 1]), self._end(item), ""))
            else:
                assert later is not None, "something stays"
                edits.append(_Edit(item.start, later.start, ""))
        apart = next((item for item in node.items[1:] if self._begins_a_line(item)), None)
        column = apart.start - self._line_start(apart.start) if apart is not None and len(node.items) > 1 else None
        between = ", " if column is None else f",{self.line_end}{' ' * column}"
        for pair in pairs:
            if pair.before is None:
                text = braced_text(names[pair.after], news[pair.after])
                earlier = [other.before for other in pairs[: pair.after] if other.before is not None]
                at = self._end(node.items[earlier[-1]]) if earlier else node.items[kept[0]].start
                edits.append(_Edit(at, at, between + text if earlier else text + between))
        return _joined(edits)

    def _new_lines(self, node: Collection, pair: Pair, olds: Any, news: Any, path: Path) -> str:
        value = news[pair.after]
        if pair.before is None:
            anew = _come(path[-1], value, self.moved, path[:-1])
            lines = [" " * node.column + comment.text for comment in anew.before]
            return "".join(line + self.line_end for line in [*lines, *item_lines(anew, node.column)])
        item = node.items[pair.before]
        start, stop = self._whole(node, pair.before)
        if _same(olds[pair.before], value):
            text = self.text[start:stop]
            return text if text[-1:] in ("\r", "\n") else text + self.line_end
        anew = _valued(item, olds[pair.before], value)
        lines = [" " * node.column + comment.text for comment in item.before]
        return "".join(line + self.line_end for line in [*lines, *item_lines(anew, node.column)])

    def _inserted(self, node: Collection, pairs: list[Pair], pair: Pair, text: str) -> _Edit:
        """New lines below what comes before them and stays; above the first where nothing does."""
        earlier = [other for other in pairs[: pair.after] if other.before is not None and other.there]
        if earlier:
            place = self._next_line(self._end(node.items[earlier[-1].before or 0]))
            if place == len(self.text) and self.text[-1:] not in ("\r", "\n"):
                return _Edit(place, place, self.line_end + LINE_END.sub(self.line_end, text).removesuffix(self.line_end))
            return _Edit(place, place, text)
        first = next(item for number, item in enumerate(node.items) if any(p.before == number and p.there for p in pairs))
        if not self._begins_a_line(first):
            raise _CannotPatch
        start = self._first_line(node, node.items.index(first))
        return _Edit(start, start, text)

    def _whole(self, node: Collection, place: int) -> tuple[int, int]:
        """The lines of an item, with the comments above it, and the blank line above these."""
        item = node.items[place]
        start = self._first_line(node, place)
        comments = [comment for comment in item.before if comment.start < item.start]
        if place and (comments[0].blank if comments else item.blank):
            while start and not self.text[self._line_start(self._before(start)) : start].strip():
                start = self._line_start(self._before(start))
        return start, self._next_line(self._end(item))

    def _first_line(self, node: Collection, place: int) -> int:
        item = node.items[place]
        starts = [comment.start for comment in item.before if comment.start < item.start]
        return self._line_start(min([*starts, item.start]))

    def _end(self, item: Item) -> int:
        """The code point after the last of an item and of the comments that are its own."""
        value = item.value
        ends = [item.start + 1, item.key.end if item.key is not None else 0]
        if isinstance(value, Text):
            ends.append(value.start + len(value.text.rstrip("\r\n")) if value.block else value.end)
            if value.block and "+" in LINE_END.split(value.text, maxsplit=1)[0].partition("#")[0]:
                ends.append(self._before(value.end) if value.text[-1:] in ("\r", "\n") else value.end)
        else:
            ends += [value.end, *(comment.start + len(comment.text) for comment in value.after)]
            ends += [self._end(inner) for inner in value.items[-1:]]
        return max(ends)

    def _begins_a_line(self, item: Item) -> bool:
        return not self.text[self._line_start(item.start) : item.start].strip(" ")

    def _before(self, start: int) -> int:
        """The code point where the line end before the beginning of a line begins."""
        return start - (2 if self.text[start - 2 : start] == "\r\n" else 1)

    def _line_start(self, at: int) -> int:
        return max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at)) + 1

    def _line_stop(self, at: int) -> int:
        """Where the line ends that a place stands on, without its line end."""
        match = LINE_END.search(self.text, at)
        return match.start() if match else len(self.text)

    def _next_line(self, at: int) -> int:
        match = LINE_END.search(self.text, at)
        return match.end() if match else len(self.text)


def _joined(edits: Iterable[_Edit]) -> list[_Edit]:
    """The changes, those at one place made one, in their order."""
    at: dict[tuple[int, int], _Edit] = {}
    for edit in edits:
        key = (edit.start, edit.end)
        at[key] = edit._replace(text=at[key].text + edit.text) if key in at else edit
    return list(at.values())

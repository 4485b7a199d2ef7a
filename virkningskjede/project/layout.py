"""The canonical layout of a file: the format's order of keys, one way of setting them, and every comment where it belongs.

What stands in braces or brackets stays so where it fits on a line, and what stands on lines of its own does; so whoever writes decides
which is easier to read. Texts, quotes and comments stay as they were written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pydantic import BaseModel

from virkningskjede.model.plain import written_order
from virkningskjede.project.dump import WIDTH
from virkningskjede.project.form import FieldForm, form_of
from virkningskjede.yamlfile import YamlFile, collector_paused, parse
from virkningskjede.yamlfile.tree import LINE_END, Collection, Comment, Item, Node, Text

INDENT = 2

LONGEST_KEY = 1000
"""A key that YAML finds without a sign before it is no longer than 1024; longer ones are no keys of ours."""

_BOM = "\ufeff"

_KEPT = "\0"
"""Stands, until the lines are put together, behind a text whose blank lines at the end are its own."""


class LayoutError(Exception):
    """A file that would hold something else if it were set anew: a defect of ours, and the file is left as it was."""


def formatted(yaml_file: YamlFile, kind: type[BaseModel] | None) -> str:
    """A file's text in the canonical layout. Its line ends stay those of its first line, and a byte order mark stays.

    Args:
        yaml_file: a file that was read without errors.
        kind: what it holds, which says the order of its keys; None to leave them in theirs.

    Raises:
        LayoutError: it would not hold the same.

    >>> from virkningskjede.model import LogicModel
    >>> print(formatted(parse(b"{id: a, kind: pilot,  # of us\\n virkningskjede: 1}", "a.yaml"), LogicModel), end="")
    virkningskjede: 1
    kind: pilot  # of us
    id: a
    """
    with collector_paused():
        return _formatted(yaml_file, kind)


def _formatted(yaml_file: YamlFile, kind: type[BaseModel] | None) -> str:
    tree = yaml_file.tree()
    lines = _without_more_blank_lines(_whole(tree, form_of(kind) if kind is not None else None))
    ends = LINE_END.search(yaml_file.text)
    text = (ends[0] if ends else "\n").join([*lines, ""])
    _see_that_it_is_the_same(yaml_file, tree, text)
    return _BOM + text if yaml_file.bom else text


def whole_lines(root: Collection) -> list[str]:
    """The lines of a whole file in the canonical layout, with its keys in their order."""
    return list(_without_more_blank_lines(_whole(root, None)))


def item_lines(item: Item, indent: int) -> list[str]:
    """The lines of a key with its value, or of an item of a list, in the canonical layout, without the comments above it.

    >>> item_lines(parse(b"a: {b: [c]}", "x.yaml").tree().items[0], 2)
    ['  a: {b: [c]}']
    """
    own = item.value
    above = own.after if isinstance(own, Collection) and not own.items else []
    lines = _keyed(item, indent, None) if item.key is not None else _dashed(item, indent, None)
    return list(_without_more_blank_lines([*_comments(above, indent, first=True), *lines]))


def _without_more_blank_lines(lines: Iterable[str]) -> Iterator[str]:
    """The lines, without blank ones after a text that counts those below it as its own."""
    kept = False
    for line in lines:
        if line == _KEPT:
            kept = True
        elif line or not kept:
            kept = False
            yield line


def _see_that_it_is_the_same(before: YamlFile, tree: Collection, text: str) -> None:
    after = parse(text.encode("utf-8"), before.name)
    codes = [[diagnostic.code for diagnostic in file.diagnostics] for file in (before, after)]
    if after.values != before.values or sorted(codes[0]) != sorted(codes[1]):
        raise LayoutError(before.name)
    comments = sorted(comment.text for comment in tree.comments())
    if comments != sorted(comment.text for comment in after.tree().comments()):
        raise LayoutError(before.name)


def _whole(root: Collection, form: FieldForm | None) -> Iterator[str]:
    if not root.items:
        yield from _comments(root.after, 0, first=True)
        yield "{}"
        return
    # What stands above the first key is about the file, whichever key comes first.
    first = root.items[0]
    yield from _comments(first.before, 0, first=True)
    if first.before and first.blank:
        yield ""
    rest = [replace(first, before=[], blank=False), *root.items[1:]]
    yield from _lines(replace(root, items=rest), 0, form)


def _lines(collection: Collection, indent: int, form: FieldForm | None) -> Iterator[str]:
    """A mapping or a list on lines of its own."""
    for number, item in enumerate(_ordered(collection, form)):
        inner = _below(form, item, number)
        own = item.value
        above = item.before
        if isinstance(own, Collection) and not own.items:
            above = [*above, *own.after]
        yield from _comments(above, indent, first=number == 0)
        if item.blank and (number or above):
            yield ""
        yield from _keyed(item, indent, inner) if item.key is not None else _dashed(item, indent, inner)
    yield from _comments(collection.after, indent, first=False)


def _keyed(item: Item, indent: int, form: FieldForm | None) -> Iterator[str]:
    assert item.key is not None, "only what stands in a mapping comes here"
    margin = " " * indent
    head = f"{margin}{_key(item.key)}:" if len(item.key.text) < LONGEST_KEY else f"{margin}? {_key(item.key)}\n{margin}:"
    *above, head = head.split("\n")
    yield from above
    value = item.value
    if isinstance(value, Text):
        yield from _text(head, value, indent, item.beside)
    elif (flow := _flow(value, form) if value.items else _empty(value)) is not None and len(head) + 1 + len(flow) <= WIDTH:
        yield head + " " + flow + _beside(item.beside)
    else:
        yield head + _beside(item.beside)
        yield from _lines(value, indent + INDENT, form)


def _dashed(item: Item, indent: int, form: FieldForm | None) -> Iterator[str]:
    head = " " * indent + "-"
    value = item.value
    if isinstance(value, Text):
        yield from _text(head, value, indent, item.beside)
        return
    flow = _flow(value, form) if value.items else _empty(value)  # the comments in what is empty stand above it
    if flow is not None and len(head) + 1 + len(flow) <= WIDTH:
        yield head + " " + flow + _beside(item.beside)
        return
    if item.beside is not None:
        yield " " * indent + item.beside.text
    lines = list(_lines(value, indent + INDENT, form))
    # What is said above the first of its keys is said above the dash: there is no room between the two.
    first = next(number for number, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#"))
    yield from (line[INDENT:] for line in lines[:first])
    yield head + lines[first][indent + 1 :]
    yield from lines[first + 1 :]


def _text(head: str, text: Text, indent: int, beside: Comment | None) -> Iterator[str]:
    """A text behind its key or dash, with further lines where it has them."""
    if text.value is None:
        yield head + _beside(beside)
        return
    lines = LINE_END.split(text.text)
    if text.block:
        yield from _block(head, text, lines, indent)
        return
    if len(lines) == 1:
        yield head + " " + text.text + _beside(beside)
        return
    rest = [" " * (indent + INDENT) + line.lstrip(" \t") if line.strip(" \t") else "" for line in lines[1:]]
    yield head + " " + lines[0]
    yield from rest[:-1]
    yield rest[-1] + _beside(beside)


def _block(head: str, text: Text, lines: Sequence[str], indent: int) -> Iterator[str]:
    """A text on the lines below ``|`` or ``>``, moved as a whole."""
    header, content = lines[0].rstrip(), list(lines[1:])
    if content and not content[-1]:
        content.pop()  # what follows the last line end
    signs, space, comment = header.partition(" ")
    if text.ends_file and content:
        # Without a line end behind it, it has none; now that one comes, it must be said that it does not count.
        signs = signs.rstrip("+-") + "-"
    digit = next((sign for sign in signs if sign.isdigit()), None)
    first = next((line for line in content if line.strip(" ")), "")
    here = text.column + int(digit) if digit else len(first) - len(first.lstrip(" "))
    there = indent + int(digit) if digit else indent + INDENT
    yield f"{head} {signs}{space}{comment}"
    moved = [" " * there + line[here:] if len(line) > here else "" for line in content]
    while moved and not moved[-1] and "+" not in signs:
        moved.pop()  # blank lines that are no part of it
    yield from moved
    if "+" in signs:
        yield _KEPT


def _flow(collection: Collection, form: FieldForm | None) -> str | None:
    """What stands in braces or brackets, on one line; None where it stands on lines of its own or cannot stand on one."""
    if not collection.items and not collection.after:
        return _empty(collection)
    if not collection.flow or collection.after or any(item.before or item.beside for item in collection.items):
        return None
    parts = []
    for number, item in enumerate(_ordered(collection, form)):
        value = _flow_value(item.value, _below(form, item, number))
        if value is None:
            return None
        parts.append(value if item.key is None else f"{_key(item.key)}: {value}")
    inside = ", ".join(parts)
    return f"{{{inside}}}" if collection.kind == "mapping" else f"[{inside}]"


def _empty(collection: Collection) -> str:
    return "{}" if collection.kind == "mapping" else "[]"


def _flow_value(value: Node, form: FieldForm | None) -> str | None:
    if isinstance(value, Collection):
        return _flow(value, form)
    return None if value.value is None or value.several_lines else value.text


def _ordered(collection: Collection, form: FieldForm | None) -> list[Item]:
    """The items in the format's order. What the format does not know comes last; ids stay in the order of the file."""
    model = form.keyed.model if form is not None and collection.kind == "mapping" else None
    if model is None:
        return collection.items
    keys = {model.model_fields[name].alias or name: place for place, name in enumerate(written_order(model))}
    return sorted(collection.items, key=lambda item: keys.get(item.key.value or "", len(keys)) if item.key is not None else 0)


def _below(form: FieldForm | None, item: Item, number: int) -> FieldForm | None:
    if form is None:
        return None
    return form.below(number) if item.key is None else form.keyed.below(item.key.value or "")


def _key(key: Text) -> str:
    return json.dumps(key.value, ensure_ascii=False) if key.several_lines else key.text


def _comments(comments: Sequence[Comment], indent: int, *, first: bool) -> Iterator[str]:
    """Comments on lines of their own; a blank line stays before each that had one, but for what comes first."""
    for number, comment in enumerate(comments):
        if comment.blank and (number or not first):
            yield ""
        yield " " * indent + comment.text


def _beside(comment: Comment | None) -> str:
    """A comment beside something: as far from it as it was, so that what was set in a column stays so, but two spaces at the least."""
    if comment is None:
        return ""
    gap = comment.gap if set(comment.gap) == {" "} else ""
    return f"{gap:2}{comment.text}"

"""A file with other values: only the lines of what is another change, whatever the layout, and comments stay."""

from __future__ import annotations

import copy
from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.project.test_layout import files
from virkningskjede.editing.patching import changed, patched
from virkningskjede.project.dump import read_back
from virkningskjede.yamlfile import parse
from virkningskjede.yamlfile.tree import Collection


def spots(value: Any) -> list[tuple[Any, Any]]:
    """Everything in mappings and lists, with what holds it."""
    inner = list(value.items()) if isinstance(value, dict) else list(enumerate(value)) if isinstance(value, list) else []
    return [place for key, item in inner for place in [(value, key), *spots(item)]]


NEW = st.sampled_from(["ny", "Ny: tekst", "to # tre", "1", "no", "'", 'et "ord"', "", "blå\\bær", ["a", "b"], {"k": "v"}, []])


@st.composite
def changes(draw: st.DrawFn, values: Any) -> Any:
    """The values with one to three things changed, taken away, added, moved or renamed."""
    new = copy.deepcopy(values)
    for number in range(draw(st.integers(1, 3))):
        places = spots(new)
        if not places:
            break
        holder, key = draw(st.sampled_from(places))
        way = draw(st.sampled_from(["put", "put", "take", "add", "move", "rename"]))
        if way == "put":
            holder[key] = draw(NEW)
        elif way == "take":
            del holder[key]
        elif isinstance(holder, list):
            holder.insert(draw(st.integers(0, len(holder))), draw(NEW) if way == "add" else holder.pop(key))
        else:
            items = list(holder.items())
            item = items.pop(list(holder).index(key))
            if way == "add":
                items.append(item)
                item = (f"ny{number}", draw(NEW))
            elif way == "rename":
                item = (f"navn{number}", item[1])
            at = list(holder).index(key) if way == "rename" else draw(st.integers(0, len(items)))
            items.insert(at, item)
            holder.clear()
            holder.update(items)
    return new


@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow], max_examples=40)
@given(files(), st.data())
def test_a_file_of_any_layout_holds_the_new_values_and_every_comment_that_stays(text: str, data: st.DataObject) -> None:
    read = parse(text.encode("utf-8"), "a.yaml")
    assume(not read.broken and not read.diagnostics)
    assert patched(read, copy.deepcopy(read.values or {})) == text
    values = data.draw(changes(read.values))
    made = parse(patched(read, values).encode("utf-8"), "a.yaml")
    assert (made.values, made.bom) == (read_back(values), read.bom)
    whole = changed(read.tree(), read.values, values)
    assert isinstance(whole, Collection)
    there, stay, were = (Counter(comment.text for comment in tree.comments()) for tree in (made.tree(), whole, read.tree()))
    assert stay <= there and there - stay <= were  # what goes can have come back in another section, with its comment


TEXT = """\
# øverst
a: 'en'  # om a
# over b
b:
  x: |
    en
    to
  y: [1, 2,
    3]  # tre

c: {k: v}
d:
- en
- to # to
e: "sist"
"""


@pytest.mark.parametrize(
    ("path", "new", "lines"),
    [
        (("a",), "to", {"-a: 'en'  # om a", "+a: 'to'  # om a"}),
        (("e",), "to: tre", {'-e: "sist"', '+e: "to: tre"'}),
        (("b", "x"), "kort", {"-  x: |", "-    en", "-    to", "+  x: kort"}),
        (("b", "y", 1), "4", {"-  y: [1, 2,", '+  y: [1, "4",'}),
        (("b", "y"), ["1"], {"-  y: [1, 2,", "-    3]  # tre", "+  y: [1]  # tre"}),
        (("c", "l"), "m", {"-c: {k: v}", "+c: {k: v, l: m}"}),
        (("c",), None, {"-c: {k: v}", "-"}),
        (("d", 0), None, {"-- en"}),
        (("d", 2), "tre", {"+- tre"}),
        (("f",), {"g": ["h"]}, {"+f: {g: [h]}"}),
        (("b",), None, {"-# over b", "-b:", "-  x: |", "-    en", "-    to", "-  y: [1, 2,", "-    3]  # tre"}),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_only_the_lines_of_what_is_another_change(path: tuple[Any, ...], new: Any, lines: set[str], end: str) -> None:
    import difflib

    text = TEXT.replace("\n", end)
    read = parse(text.encode(), "a.yaml")
    values = copy.deepcopy(read.values)
    holder: Any = values
    for step in path[:-1]:
        holder = holder[step]
    if new is None:
        del holder[path[-1]]
    elif isinstance(holder, list) and path[-1] == len(holder):
        holder.append(new)
    else:
        holder[path[-1]] = new
    made = patched(read, values or {})
    assert made.count("\r") == (made.count("\n") if "\r" in end else 0)
    difference = difflib.unified_diff(text.splitlines(), made.splitlines(), lineterm="", n=0)
    assert {line for line in difference if not line.startswith(("---", "+++", "@@"))} == lines


def test_a_comment_in_the_place_of_a_value_that_comes_is_not_taken_for_its_end() -> None:
    yaml_file = parse(b"id: #to\ntitle: # later\nnote: x\n", "x.yaml")
    assert patched(yaml_file, {"id": "ny", "title": "Ny", "note": "x"}) == "#to\nid: ny\ntitle: Ny  # later\nnote: x\n"

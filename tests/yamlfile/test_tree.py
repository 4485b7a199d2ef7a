"""A file as it is written: to what each comment belongs, and what stands where."""

from __future__ import annotations

import pytest

from virkningskjede.yamlfile import parse
from virkningskjede.yamlfile.tree import Collection


def outline(collection: Collection) -> list[tuple[str, list[str], str]]:
    """Each item by its key or text, with the comments above and beside it, and what stands after what it holds."""
    rows = []
    for item in collection.walk():
        name = item.key.text if item.key is not None else getattr(item.value, "text", "-")
        after = [comment.text for comment in item.value.after] if isinstance(item.value, Collection) else []
        rows.append((name, [comment.text for comment in [*item.before, *([item.beside] if item.beside else [])]], " ".join(after)))
    return rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("# 1\na: b  # 2\n# 3\nc: d\n", [("a", ["# 1", "# 2"], ""), ("c", ["# 3"], "")]),
        ("a:  # 1\n  # 2\n  b: c\n  # 3\nd: e\n", [("a", ["# 1"], "# 3"), ("b", ["# 2"], ""), ("d", [], "")]),
        ("a:\n  b: c\n# 1\nd: e\n", [("a", [], ""), ("b", [], ""), ("d", ["# 1"], "")]),
        ("a:\n- b\n# 1\nc: d\n", [("a", [], ""), ("b", [], ""), ("c", ["# 1"], "")]),
        ("a:\n- b\n# 1\n- c # 2\n", [("a", [], ""), ("b", [], ""), ("c", ["# 1", "# 2"], "")]),
        ("a:\n  - # 1\n    b: c\n", [("a", [], ""), ("-", ["# 1"], ""), ("b", [], "")]),
        ("a: [b, # 1\n  c # 2\n  # 3\n  ] # 4\n", [("a", ["# 4"], "# 3"), ("b", ["# 1"], ""), ("c", ["# 2"], "")]),
        ("a: { # 1\n  b: c}\n", [("a", [], ""), ("b", ["# 1"], "")]),
        ("a: |\n  b # no comment\n\n# 1\nc:\n", [("a", [], ""), ("c", ["# 1"], "")]),
        ("? a # 1\n: b\n", [("a", ["# 1"], "")]),
        ('a: "b # no comment"\n', [("a", [], "")]),
    ],
)
def test_to_what_a_comment_belongs(text: str, rows: list[tuple[str, list[str], str]]) -> None:
    tree = parse(text.encode(), "a.yaml").tree()
    assert outline(tree) == rows
    assert sorted(comment.text for comment in tree.comments()) == sorted(
        f"# {number + 1}" for number in range(text.count("# ") - text.count("# no"))
    )


def test_what_stands_at_the_end_belongs_as_far_in_as_it_stands() -> None:
    tree = parse(b"a:\n  b:\n    - c\n    # 1\n  # 2\n# 3\n", "a.yaml").tree()
    within = tree.items[0].value
    assert isinstance(within, Collection)
    innermost = within.items[0].value
    assert isinstance(innermost, Collection)
    assert [[comment.text for comment in part.after] for part in (innermost, within, tree)] == [["# 1"], ["# 2"], ["# 3"]]


def test_blank_lines_and_the_space_before_a_comment_are_known() -> None:
    tree = parse(b"a: b    # 1\r\n\r\n# 2\r\nc: d\r\n\r\ne: f\r\n", "a.yaml").tree()
    first, second, third = tree.items
    assert first.beside is not None
    assert (first.beside.gap, second.before[0].blank, second.blank, third.blank) == ("    ", True, False, True)

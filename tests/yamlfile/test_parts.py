"""A part of a file read as YAML: the values of the part, with the places of the whole."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.diagnostics import Place
from virkningskjede.yamlfile import YamlFile, parse, read_unparsed

PIECES = ["a: 1\n", "b: {c: [x, y]}\n", "b: {c: [x,\r\n y]}\n", "d:\n  - e\n", "a: 2\n", "'", "[", "å: &x 1\n", "\u2028"]


def moved(place: Place | None, prefix: str) -> tuple[int, int] | None:
    """Where a place stands behind some text that ends with a line break."""
    return None if place is None else (place.line + prefix.count("\n"), place.column)


@given(
    st.sampled_from(["", "x\n", "å\r\n\r\n- {\n"]),
    st.lists(st.sampled_from(PIECES), max_size=4).map("".join),
    st.sampled_from(["", "]: *z"]),
)
def test_a_part_is_read_as_a_file_is_with_its_places_moved(before: str, text: str, after: str) -> None:
    alone = parse(text.encode("utf-8"), "f")
    part = YamlFile("f", None, text=before + text + after).part(len(before), len(before) + len(text))
    assert part.values == alone.values
    assert [(diagnostic.code, moved(diagnostic.place, before)) for diagnostic in alone.diagnostics] == [
        (diagnostic.code, diagnostic.place and (diagnostic.place.line, diagnostic.place.column)) for diagnostic in part.diagnostics
    ]
    for path in (("a",), ("b", "c", 1), ("d", 0), ("nothing",)):
        assert moved(alone.place(path), before) == ((place := part.place(path)) and (place.line, place.column)) or not text


def test_a_file_that_is_not_yaml(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("\ufeff# Å\r\n*x* [".encode())
    yaml_file = read_unparsed(path, "a.md")
    assert (yaml_file.values, yaml_file.diagnostics, yaml_file.text, yaml_file.bom) == (None, (), "# Å\r\n*x* [", True)
    assert yaml_file.span(5, 6) == Place(2, 1, 2, 2)
    assert [diagnostic.code for diagnostic in read_unparsed(tmp_path / "b.md", "b.md").diagnostics] == ["VK012"]
    path.write_bytes(b"a\n\xff")
    assert [(diagnostic.code, diagnostic.place and diagnostic.place.line) for diagnostic in read_unparsed(path, "a.md").diagnostics] == [
        ("VK001", 2)
    ]

"""The pieces of a text: where the parser can read it, brackets and quotes are where the parser says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st
from yaml._yaml import CParser

from virkningskjede.yamlfile.pieces import MOST_LOOKED_AT, Outline, pieces

BRACKETS = ("FlowSequenceStartToken", "FlowMappingStartToken", "FlowSequenceEndToken", "FlowMappingEndToken")


def tokens(text: str) -> list[Any] | None:
    """What the parser sees, or None where it refuses the text."""
    parser = CParser(text)
    seen = []
    try:
        while (token := parser.get_token()) is not None:
            seen.append(token)
    except yaml.YAMLError:
        return None
    return seen


def agree(text: str) -> None:
    seen = tokens(text)
    if seen is None:
        return
    ours = [piece for piece, _ in pieces(text)]
    brackets = [token.start_mark.index for token in seen if type(token).__name__ in BRACKETS]
    quoted = [(token.start_mark.index, token.end_mark.index) for token in seen if getattr(token, "style", None) in ("'", '"')]
    assert [piece.start for piece in ours if piece.kind in ("open", "close")] == brackets
    assert [(piece.start, piece.end) for piece in ours if piece.kind == "quoted"] == quoted


def test_every_shipped_file_falls_into_the_pieces_that_the_parser_sees(models_folder: Path) -> None:
    for path in sorted(models_folder.rglob("*.yaml")):
        agree(path.read_text("utf-8"))


LINES = [
    "a: b\n",
    "b: [c, 'd''e', \"f\\\"[\"]\n",
    "c: {d: [e], f: g}\n",
    "d: |\n  [ ' \"\n",
    "e: it's {x # [\n",
    "- [a: b]\n",
    "f: >-\n    {\n\n   \n",
    "g: x#[\n",
    "h:\n  - |\n   [\n  - 'i\n   j'\n",
]


@given(st.lists(st.sampled_from(LINES), max_size=8).map("".join))
def test_texts_fall_into_the_pieces_that_the_parser_sees(text: str) -> None:
    agree(text)


def test_what_is_open_at_a_place() -> None:
    text = "a: [b, {c: ']', # }\n  d"
    outline = Outline(text, len(text), 64)
    assert [text[piece.start] for piece in outline.open] == ["[", "{"]
    assert outline.deep is None
    assert Outline("[" * 70, 70, 64).deep == 65


def test_of_a_very_large_text_only_the_last_part_is_looked_at() -> None:
    text = "a: 'never closed\n" * MOST_LOOKED_AT + "b: [c\nd: e"
    outline = Outline(text, len(text) - 2, 64)
    assert outline.pieces[-1].start >= len(text) - MOST_LOOKED_AT

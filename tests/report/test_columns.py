"""What takes more or less than a column of a terminal is padded and wrapped by what it takes."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from virkningskjede.report import Document, Heading, Items, Table
from virkningskjede.report.columns import columns, padded, wrapped
from virkningskjede.report.write_text import plain, styled

LATIN = st.text(st.sampled_from("aæøåé – …→≥«» -.,"), max_size=60)
ANY = st.text(st.sampled_from("ab é見る👍e\u0301 한-"), max_size=60)


@given(LATIN, st.integers(3, 30))
def test_latin_text_is_wrapped_as_it_always_was(text: str, width: int) -> None:
    assert wrapped(text, width) == textwrap.wrap(text, width, break_on_hyphens=False)
    assert (columns(text), padded(text, 70)) == (len(text), text.ljust(70))


@given(ANY, st.integers(4, 30))
def test_no_line_is_wider_than_it_may_be_and_nothing_is_lost(text: str, width: int) -> None:
    found = wrapped(text, width, "- ", "  ")
    assert all(cell_len(line) <= width for line in found)
    assert "".join("".join(line[2:] for line in found).split()) == "".join(text.split())


def test_a_sign_that_is_wider_than_the_line_stands_alone_on_it() -> None:
    assert wrapped("見a見", 1) == ["見", "a", "見"]


def test_columns_of_a_table_stand_below_each_other() -> None:
    rows = (("見る", "x", "y"), ("ab", "👍", "z"))
    document = Document("", (Heading("見る", 1), Table(("a", "b", "c"), rows, kinds={(0, 1): "met"}), Items.of(["見る " * 20])))
    lines = plain(document, 40).splitlines()
    assert lines[:2] == ["見る", "===="]
    assert lines[3:7] == ["a      b    c", "-------------", "見る   x    y", "ab     👍   z"]
    assert max(map(cell_len, lines)) <= 40
    (span,) = [span for span in styled(document, 40).spans if span.style == "green"]
    assert styled(document, 40).plain[span.start : span.end] == "x"

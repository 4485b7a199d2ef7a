"""The order of boxes in their columns: neighbours change places only where that costs less."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.drawing.layers import _swap, _tangle, layered

Drawn = tuple[list[list[str]], list[tuple[str, str, str]]]


@st.composite
def drawn(draw: st.DrawFn) -> Drawn:
    """Two to four columns, in which most boxes have arrows to three or more of the next, in any order; and arrows within a column."""
    sizes = draw(st.lists(st.integers(3, 6), min_size=2, max_size=4))
    columns = [[f"{column}{row}" for row in range(size)] for column, size in enumerate(sizes)]
    arrows = []
    for here, there in pairwise(columns):
        for source in here:
            targets = draw(st.lists(st.sampled_from(there), min_size=min(3, len(there)), unique=True))
            arrows += [(source, target, "stated") for target in targets]
    for column in columns:
        ends = draw(st.lists(st.tuples(st.sampled_from(column), st.sampled_from(column)), max_size=2, unique=True))
        arrows += [(a, b, "stated") for a, b in ends if a < b]
    return columns, draw(st.permutations(arrows))


@given(drawn())
def test_neighbours_that_change_places_make_no_more_of_a_tangle(what: Drawn) -> None:
    layers = layered(*what)
    sides, order = layers.neighbours(), [list(column) for column in layers.columns]
    costs = [_tangle(order, sides)]
    for _ in range(4):
        _swap(order, sides, rounds=1)
        costs.append(_tangle(order, sides))
    assert costs == sorted(costs, reverse=True)
    assert [sorted(map(str, column)) for column in order] == [sorted(map(str, column)) for column in layers.columns]


@given(drawn())
def test_no_neighbours_are_left_that_would_cross_less_the_other_way(what: Drawn) -> None:
    columns, arrows = what
    across = [(a, b, look) for a, b, look in arrows if a[0] != b[0]]
    layers = layered(columns, across)
    sides, order = layers.neighbours(), [list(column) for column in layers.columns]
    _swap(order, sides, rounds=100)
    cost = _tangle(order, sides)
    for column in order:
        for upper in range(len(column) - 1):
            column[upper], column[upper + 1] = column[upper + 1], column[upper]
            assert _tangle(order, sides) >= cost
            column[upper], column[upper + 1] = column[upper + 1], column[upper]

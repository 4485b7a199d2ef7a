"""How well divisions fit, against every other division."""

from __future__ import annotations

from itertools import combinations, permutations
from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from virkningskjede.analysis.grouping import fit
from virkningskjede.analysis.grouping import splits as room
from virkningskjede.analysis.grouping.clusters import SAME, Merge, _connected, merges
from virkningskjede.analysis.grouping.splits import Groups, Rivals, ranks, splits, within_rank

Values = dict[tuple[str, str], float]


def values_of(names: str, numbers: list[float]) -> Values:
    return dict(zip(combinations(names, 2), numbers, strict=True))


def by_definition(groups: Groups, values: Values) -> float:
    """R as Clarke writes it, the slow way."""
    of = {name: group for group, members in groups.items() for name in members}
    unlike = sorted(1 - value for value in values.values())
    rank = {
        pair: sum(place for place, item in enumerate(unlike, 1) if item == 1 - value) / unlike.count(1 - value)
        for pair, value in values.items()
    }
    within = [rank[pair] for pair in values if of[pair[0]] == of[pair[1]]]
    between = [rank[pair] for pair in values if of[pair[0]] != of[pair[1]]]
    return (sum(between) / len(between) - sum(within) / len(within)) / (len(values) / 2)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Groups, Values]:
    names = "abcdef"[: draw(st.integers(3, 6))]
    cut = draw(st.integers(1, len(names) - 1))
    shuffled = "".join(draw(st.permutations(names)))
    # Eighths are exact, so that equal likenesses are equal.
    numbers = draw(st.lists(st.integers(0, 8), min_size=comb(len(names), 2), max_size=comb(len(names), 2)))
    groups = {"x": tuple(sorted(shuffled[:cut])), "y": tuple(sorted(shuffled[cut:]))}
    return groups, values_of(names, [number / 8 for number in numbers])


@given(cases())
def test_r_and_p_are_those_of_the_definition(case: tuple[Groups, Values]) -> None:
    groups, values = case
    fitted = fit("template", groups, values)
    assert fitted is not None
    assert fitted.r == pytest.approx(by_definition(groups, values))
    names = sorted(name for members in groups.values() for name in members)
    size = len(groups["x"])
    every = {
        frozenset([frozenset(chosen), frozenset(names) - frozenset(chosen)]): by_definition(
            {"x": chosen, "y": tuple(name for name in names if name not in chosen)}, values
        )
        for chosen in combinations(names, size)
    }
    assert fitted.splits == len(every)
    assert fitted.p == sum(r > fitted.r - 1e-9 for r in every.values()) / len(every)
    assert fitted.rank == 1 + sum(r > fitted.r + 1e-9 for r in every.values())
    assert fitted.best_r == pytest.approx(max(every.values()))
    assert every[frozenset(map(frozenset, fitted.best))] == pytest.approx(fitted.best_r)
    assert fitted.exact


def test_a_perfect_division_is_first() -> None:
    values = {(a, b): 0.9 if (a in "abcde") == (b in "abcde") else 0.1 for a, b in combinations("abcdefghi", 2)}
    fitted = fit("template", {"x": tuple("abcde"), "y": tuple("fghi")}, values)
    assert fitted is not None
    assert (fitted.r, fitted.rank, fitted.splits, fitted.p) == (1.0, 1, 126, 1 / 126)
    assert (fitted.within, fitted.between) == pytest.approx((0.9, 0.1))
    assert dict(fitted.alike) == pytest.approx({"x": 0.9, "y": 0.9})
    assert fitted.best == (tuple("abcde"), tuple("fghi"))
    assert fitted.clear


def test_when_all_are_equally_alike_every_division_fits_as_well() -> None:
    fitted = fit("template", {"x": ("a", "b"), "y": ("c", "d", "e")}, dict.fromkeys(combinations("abcde", 2), 0.5))
    assert fitted is not None
    assert (fitted.r, fitted.rank, fitted.p) == (0.0, 1, 1.0)


@pytest.mark.parametrize("groups", [{}, {"x": ("a", "b")}, {"x": ("a",), "y": ("b",)}])
def test_what_cannot_be_held_against_each_other(groups: Groups) -> None:
    assert fit("template", groups, dict.fromkeys(combinations("ab", 2), 0.5)) is None


@pytest.mark.parametrize(("split", "number"), [((0,) * 5 + (1,) * 4, 126), ((0, 0, 1, 1), 3), ((0, 0, 1, 1, 2), 15), ((0, 1, 2), 1)])
def test_every_division_is_tried_once(split: tuple[int, ...], number: int) -> None:
    found = splits(split)
    assert len(found) == len(set(found)) == number
    named = set(permutations(split))
    every = {frozenset(frozenset(i for i, group in enumerate(each) if group == one) for one in set(each)) for each in named}
    assert len(every) == number


@settings(max_examples=2)
@given(st.randoms())
def test_too_many_divisions_are_drawn(random: object) -> None:
    names = [f"m{number:02}" for number in range(20)]
    values = {pair: random.random() for pair in combinations(names, 2)}  # type: ignore[attr-defined]
    groups = {"x": tuple(names[:10]), "y": tuple(names[10:])}
    fitted = fit("template", groups, values)
    assert fitted is not None and not fitted.exact
    assert fitted.splits == room.DRAWN
    assert 1 / (room.DRAWN + 1) <= fitted.p <= 1
    assert fitted == fit("template", groups, values)


def test_equal_ones_share_their_ranks() -> None:
    assert ranks([0.5, 0.5, 0.5]) == [2.0, 2.0, 2.0]
    assert ranks([0.1, 0.9, 0.9, 0.0]) == [3.0, 1.5, 1.5, 4.0]


@given(st.lists(st.integers(1, 3), min_size=2, max_size=3), st.data())
@settings(max_examples=20)
def test_many_divisions_are_scored_alike_with_and_without_a_table(sizes: list[int], data: st.DataObject) -> None:
    split = [group for group, size in enumerate(sorted(sizes, reverse=True)) for _ in range(size)]
    pairs = comb(len(split), 2)
    ranked = ranks(data.draw(st.lists(st.sampled_from([0.1, 0.5, 0.9]), min_size=pairs, max_size=pairs)))
    tried = splits(tuple(split))
    tabled = Rivals(tried)
    square = Rivals(tried)
    square.within = None
    assert tabled.scores(ranked) == square.scores(ranked) == [within_rank(other, ranked) for other in tried]


def every_pair_each_time(similarities: list[float], count: int) -> list[Merge]:
    """Average linkage as its definition has it: of all pairs, the nearest are joined, all that are equally near at once."""
    value = dict(zip(combinations(range(count), 2), similarities, strict=True))
    left: dict[int, tuple[int, ...]] = {place: (place,) for place in range(count)}
    merged: list[Merge] = []
    while len(left) > 1:
        means = {
            (a, b): sum(value[min(x, y), max(x, y)] for x in left[a] for y in left[b]) / (len(left[a]) * len(left[b]))
            for a, b in combinations(left, 2)
        }
        best = max(means.values())
        for group in _connected([pair for pair, mean in means.items() if mean > best - SAME]):
            merged.append(Merge(tuple(left[place] for place in group), best))
            left[count + len(merged)] = tuple(sorted(leaf for place in group for leaf in left.pop(place)))
    return merged


@given(st.integers(2, 7), st.data())
@settings(max_examples=30)
def test_what_is_joined_is_what_is_nearest(count: int, data: st.DataObject) -> None:
    pairs = comb(count, 2)
    numbers = data.draw(st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0]), min_size=pairs, max_size=pairs))
    joined, wanted = merges(numbers, count), every_pair_each_time(numbers, count)
    assert [{*merge.branches} for merge in joined] == [{*merge.branches} for merge in wanted]
    assert [merge.similarity for merge in joined] == pytest.approx([merge.similarity for merge in wanted])

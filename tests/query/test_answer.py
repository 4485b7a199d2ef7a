"""The arithmetic of answers against a definition that a child can check: try every choice."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.model.values import Reading
from virkningskjede.query import READINGS, Condition
from virkningskjede.query.answer import Answer, Ground, Said, Witness, combined, negated, nth_greatest, order, strongest

ANY = Condition.model_validate({"node": {"term": "a"}})
SAID: tuple[Said, ...] = (None, *READINGS)

readings = st.frozensets(st.sampled_from(READINGS), min_size=1)
said = st.frozensets(st.sampled_from(SAID), min_size=1)


@given(st.lists(readings, min_size=1, max_size=5), st.integers(1, 5))
def test_nth_greatest_is_what_some_choice_gives(sets: list[frozenset[Reading]], n: int) -> None:
    expected = {sorted(choice, key=order, reverse=True)[n - 1] for choice in product(*sets) if n <= len(sets)}
    assert nth_greatest(sets, n, READINGS) == expected


def greatest(heard: Iterable[Said]) -> Reading:
    return max(heard, key=order, default=None) or "silent"


@given(st.lists(said, max_size=5))
def test_the_strongest_of_several_elements(sets: list[frozenset[Said]]) -> None:
    heard = [Witness(min(each, key=order), each, Ground(str(place))) for place, each in enumerate(sets)]
    answer = strongest(ANY, heard)
    assert answer.coded == greatest(each.said for each in heard)
    assert answer.possible == {greatest(choice) for choice in product(*sets)}
    assert answer.coded in answer.possible
    assert all(heard[int(ground.element)].said == answer.coded for ground in answer.grounds)
    assert bool(answer.grounds) == (answer.coded != "silent")


@given(st.lists(st.tuples(readings, st.data()), min_size=1, max_size=4), st.integers(1, 4))
def test_combining_keeps_the_coded_answer_possible(drawn: list[tuple[frozenset[Reading], st.DataObject]], n: int) -> None:
    parts = [Answer(ANY, data.draw(st.sampled_from(sorted(possible))), possible) for possible, data in drawn]
    answer = combined(ANY, parts, min(n, len(parts)))
    assert answer.coded in answer.possible
    turned = negated(ANY, answer)
    assert turned.coded in turned.possible
    assert negated(ANY, turned).coded == answer.coded
    assert negated(ANY, turned).possible == answer.possible

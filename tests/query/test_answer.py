"""The arithmetic of answers against a definition that a child can check: try every choice."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.model.values import Fit
from virkningskjede.query import FITS, Condition
from virkningskjede.query.answer import Answer, ElementFit, Ground, Witness, combined, negated, nth_greatest, order, strongest

ANY = Condition.model_validate({"node": {"term": "a"}})
FITS_OR_NONE: tuple[ElementFit, ...] = (None, *FITS)

readings = st.frozensets(st.sampled_from(FITS), min_size=1)
fits = st.frozensets(st.sampled_from(FITS_OR_NONE), min_size=1)


@given(st.lists(readings, min_size=1, max_size=5), st.integers(1, 5))
def test_nth_greatest_is_what_some_choice_gives(sets: list[frozenset[Fit]], n: int) -> None:
    expected = {sorted(choice, key=order, reverse=True)[n - 1] for choice in product(*sets) if n <= len(sets)}
    assert nth_greatest(sets, n, FITS) == expected


def greatest(fits: Iterable[ElementFit]) -> Fit:
    return max(fits, key=order, default=None) or "silent"


@given(st.lists(fits, max_size=5))
def test_the_strongest_of_several_elements(sets: list[frozenset[ElementFit]]) -> None:
    witnesses = [Witness(min(possible, key=order), possible, Ground(str(place))) for place, possible in enumerate(sets)]
    answer = strongest(ANY, witnesses)
    assert answer.coded == greatest(witness.fit for witness in witnesses)
    assert answer.possible == {greatest(choice) for choice in product(*sets)}
    assert answer.coded in answer.possible
    assert all(witnesses[int(ground.element)].fit == answer.coded for ground in answer.grounds)
    assert bool(answer.grounds) == (answer.coded != "silent")


@given(st.lists(st.tuples(readings, st.data()), min_size=1, max_size=4), st.integers(1, 4))
def test_combining_keeps_the_coded_answer_possible(drawn: list[tuple[frozenset[Fit], st.DataObject]], n: int) -> None:
    parts = [Answer(ANY, data.draw(st.sampled_from(sorted(possible))), possible) for possible, data in drawn]
    answer = combined(ANY, parts, min(n, len(parts)))
    assert answer.coded in answer.possible
    turned = negated(ANY, answer)
    assert turned.coded in turned.possible
    assert negated(ANY, turned).coded == answer.coded
    assert negated(ANY, turned).possible == answer.possible

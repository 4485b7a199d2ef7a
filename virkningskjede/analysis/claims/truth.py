"""From what a model answers to whether a claim may count it: yes, no, or both when it cannot be told.

A claim says beforehand what silence and *partly* count as. That is settled where they arise, in each question of a condition, so that
"does not mention a course" is a yes to *not* when silence counts as no.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from virkningskjede.analysis.claims.formal_reading import Partly, Silence
from virkningskjede.model.values import Fit
from virkningskjede.query import Answer, Condition, Ground

Truth = frozenset[bool]
"""What can be true: one of the two, or both when it cannot be told."""

YES: Truth = frozenset([True])
NO: Truth = frozenset([False])
UNSURE: Truth = frozenset([True, False])

_PUT_TOGETHER = ("all", "any", "not", "at_least")
"""The conditions that are put together of others."""

_COUNTS_AS: Mapping[str, Truth] = MappingProxyType({"no": NO, "unknown": UNSURE, "yes": YES})


@dataclass(frozen=True, slots=True)
class CountedAnswer:
    """What a model's answer counts as.

    Attributes:
        truth: whether it counts.
        grounds: the elements that it rests on; empty where silence decided.
        doubts: the elements that could be read otherwise, where it cannot be told.
        silent_on: the questions that had a say and that the text, as it is coded, does not answer.
    """

    truth: Truth
    grounds: tuple[Ground, ...] = ()
    doubts: tuple[Ground, ...] = ()
    silent_on: tuple[Condition, ...] = ()


def counted(answer: Answer, silence: Silence, partly: Partly) -> CountedAnswer:
    """What an answer counts as when silence and *partly* count as this.

    The parts of a condition are taken to be independent, as in `virkningskjede.query`: *unsure* may be said where a closer look
    could tell, but never yes or no where the other is possible.
    """
    kind, value = answer.condition.form
    if kind not in _PUT_TOGETHER:
        return _of_question(answer, silence, partly)
    parts = [counted(part, silence, partly) for part in answer.parts]
    if kind == "not":
        return CountedAnswer(frozenset(not outcome for outcome in parts[0].truth), parts[0].grounds, parts[0].doubts, parts[0].silent_on)
    truth = at_least([part.truth for part in parts], {"all": len(parts), "any": 1}.get(kind) or value.n)
    deciding = [part for part in parts if part.truth == truth] or parts
    return CountedAnswer(
        truth,
        tuple(dict.fromkeys(ground for part in deciding for ground in part.grounds)),
        tuple(dict.fromkeys(doubt for part in deciding for doubt in part.doubts)),
        tuple(dict.fromkeys(question for part in deciding for question in part.silent_on)),
    )


def _of_question(answer: Answer, silence: Silence, partly: Partly) -> CountedAnswer:
    as_truth: dict[Fit, Truth] = {"no": NO, "silent": _COUNTS_AS[silence], "partly": _COUNTS_AS[partly], "yes": YES}
    truth = frozenset(outcome for reading in answer.possible for outcome in as_truth[reading])
    doubts = answer.doubts if truth == UNSURE else ()
    silent = answer.coded == "silent" and not doubts
    return CountedAnswer(truth, answer.grounds, doubts, (answer.condition,) if silent else ())


def at_least(truths: Sequence[Truth], n: int) -> Truth:
    """Whether at least ``n`` of several are true, each for itself.

    >>> sorted(at_least([YES, UNSURE, NO], 2))
    [False, True]
    """
    surely = sum(truth == YES for truth in truths)
    possibly = sum(True in truth for truth in truths)
    return frozenset(outcome for outcome, can in ((True, possibly >= n), (False, surely < n)) if can)

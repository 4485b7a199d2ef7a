"""The distributions of a model's results, each wave held against the one before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, get_args

from virkningskjede.analysis.waves.permutation import MOST_EXACT, interval, p_value, superiority
from virkningskjede.errors import UsageError
from virkningskjede.i18n.likely import no_choice
from virkningskjede.model import LogicModel, Models, Result, models_of
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.report import Reported
from virkningskjede.report.frames import tidy
from virkningskjede.report.names import names_of

if TYPE_CHECKING:
    import pandas as pd

    from virkningskjede.analysis.waves.report import WavesReport

COLUMNS = ("model", "indicator", "earlier", "later", "n_earlier", "n_later", "effect", "low", "high", "p", "exact", "why_not")
"""What is told of a comparison in frames and listings."""

ALPHA = 0.05
"""The intervals are of one less this."""

People = Literal["unknown", "different", "same"]
"""Whether those who answered in two waves are the same people; ``same`` people whose answers cannot be put in pairs."""

PEOPLE: tuple[People, ...] = get_args(People)

WhyNot = Literal["other_answers", "no_counts", "nobody"]
"""Why two waves cannot be held against each other: they have other answers, or in another order; the numbers are no counts of people; or
nobody answered in one of them."""


@dataclass(frozen=True, slots=True)
class Answers:
    """How many gave each answer in one wave.

    Attributes:
        result: the id of the result.
        counts: by answer, the lowest first.
        sure: False when the result may not be there, in another reading (``or``).
    """

    result: str
    counts: Mapping[str, int] = field(hash=False)
    sure: bool = True

    @property
    def n(self) -> int:
        """How many answered."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class WaveComparison:
    """One wave held against the one before it.

    Attributes:
        model: the model's id.
        indicator: what was measured.
        earlier: the answers of the first wave.
        later: those of the second.
        effect: the chance that one of the second wave answered higher than one of the first, where the same answer counts a half: 0.5 is
            no difference. None where the two cannot be compared.
        interval: between what it lies, at 95 per cent, if the waves are of different people.
        p: the share of all ways to divide the answers that part the waves as much. None where the same people may have answered.
        exact: whether all the ways were counted.
        why_not: why the two cannot be compared.
        among: the part of the group that was asked, by its trait; None for the whole of it. Each part has waves of its own.
    """

    model: str
    indicator: str
    earlier: Answers
    later: Answers
    effect: float | None = None
    interval: tuple[float, float] | None = None
    p: float | None = None
    exact: bool = True
    why_not: WhyNot | None = None
    among: str | None = None

    @property
    def answers(self) -> tuple[str, ...]:
        """The answers, the lowest first, where the two have the same order; else those of the first wave and then the rest."""
        return _joined(tuple(self.earlier.counts), tuple(self.later.counts)) or tuple({**self.earlier.counts, **self.later.counts})


@dataclass(frozen=True, slots=True)
class Waves(Reported):
    """What has moved between waves.

    Attributes:
        comparisons: model by model, indicator by indicator, each wave with the one before it.
        models: the models that were looked through.
        people: whether the same people answered.
        vocabulary: the codebook, for names of indicators.
    """

    comparisons: tuple[WaveComparison, ...]
    models: tuple[LogicModel, ...] = field(default=(), repr=False)
    people: People = "unknown"
    vocabulary: Vocabulary | None = field(default=None, repr=False)

    def __repr__(self) -> str:
        return f"Waves({len(self.models)} models, {len(self.comparisons)} comparisons)"

    def to_frame(self) -> pd.DataFrame:
        """One row for each comparison (needs pandas): model, indicator, earlier, later, n_earlier, n_later, effect, low, high, p, exact,
        why_not. ``model_label`` says what the models are called.
        """
        rows = [
            (
                *(one.model, one.indicator, one.earlier.result, one.later.result, one.earlier.n, one.later.n),
                *(one.effect, *(one.interval or (None, None)), one.p, one.exact, one.why_not),
            )
            for one in self.comparisons
        ]
        labels, counts = {"model": names_of(self.models)}, ("n_earlier", "n_later")
        return tidy(rows, COLUMNS, labels=labels, numbers=("effect", "low", "high", "p"), counts=counts, flags=("exact",))

    def report(self) -> WavesReport:
        """What they have to say.

        >>> Waves(()).to_text(lang="en").splitlines()[-1]
        'No indicator has results with a distribution in two waves.'
        """
        from virkningskjede.analysis.waves.report import WavesReport  # the contract's exception: a result is read where it stands

        return WavesReport(self)


def waves(models: Models, vocabulary: Vocabulary | None = None, *, people: People = "unknown") -> Waves:
    """Hold the distributions of each indicator against each other, each wave against the one before it.

    The waves are in the order of their dates; those without dates as they stand in the file. The answers of a distribution are in the
    order in which they stand, the lowest first.

    Args:
        models: one model, several, or a portfolio.
        vocabulary: the codebook, for names of indicators.
        people: whether those who answered are the same people in both waves. Only of ``different`` people is p worked out: answers of the
            same people belong together in pairs, which a distribution does not tell.

    Raises:
        UsageError: two models have the same id, or there is no such choice of people.

    >>> distributions = {"var": {"lite": 6, "noe": 3, "mye": 1}, "host": {"lite": 1, "noe": 3, "mye": 6}}
    >>> results = {wave: {"indicator": "trivsel", "wave": wave, "distribution": given} for wave, given in distributions.items()}
    >>> (comparison,) = waves(LogicModel.model_validate({"id": "m", "results": results}), people="different").comparisons
    >>> comparison.effect, round(comparison.p, 3)
    (0.825, 0.016)
    """
    if people not in PEOPLE:
        raise UsageError(no_choice(people, PEOPLE))
    several = models_of(models)
    comparisons = (
        replace(_compared(model.id, indicator, *pair, people=people), among=among)
        for model in several
        for (indicator, among), rounds in _rounds(model).items()
        for pair in pairwise(rounds)
    )
    return Waves(tuple(comparisons), several, people, vocabulary)


def _rounds(model: LogicModel) -> Mapping[tuple[str, str | None], Sequence[Result]]:
    """The results with a distribution, by indicator and the part of the group that was asked, in the order of the waves."""
    rounds: dict[tuple[str, str | None], list[Result]] = {}
    for result in model.results.values():
        if result.indicator is not None and result.distribution:
            rounds.setdefault((result.indicator, result.among), []).append(result)
    return {key: _in_order(several) for key, several in rounds.items()}


def _in_order(results: list[Result]) -> list[Result]:
    """By date, where the dates tell which of them is the later; the order of the file is all there is otherwise."""
    dated = [(result.date.end, result) for result in results if result.date is not None]
    dated.sort(key=lambda pair: pair[0].last)
    ordered = len(dated) == len(results) and all(first.before(second) for (first, _), (second, _) in pairwise(dated))
    return [result for _, result in dated] if ordered else results


def _compared(model: str, indicator: str, earlier: Result, later: Result, *, people: People) -> WaveComparison:
    whole = all(_counts_people(result) for result in (earlier, later))
    first, second = (
        Answers(result.id, {answer: int(count) for answer, count in result.distribution.items()}, not result.or_)
        for result in (earlier, later)
    )
    answers = _joined(tuple(first.counts), tuple(second.counts))
    why: WhyNot | None = None if whole else "no_counts"
    why = why or ("other_answers" if answers is None else None) or (None if first.n and second.n else "nobody")
    if answers is None or why is not None:
        return WaveComparison(model, indicator, first, second, why_not=why)
    ours, theirs = ([wave.counts.get(answer, 0) for answer in answers] for wave in (first, second))
    p = float(p_value(ours, theirs)) if people == "different" else None
    exact = first.n + second.n <= MOST_EXACT
    return WaveComparison(model, indicator, first, second, float(superiority(ours, theirs)), interval(ours, theirs), p, exact)


def _counts_people(result: Result) -> bool:
    """Whether the numbers say how many gave each answer: whole numbers, and together as many as answered, where that is said."""
    counts = result.distribution.values()
    return all(count == int(count) and count >= 0 for count in counts) and result.n in (None, sum(counts))


def _joined(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...] | None:
    """The answers of both in one order, where the one has all that the other has; what it lacks, nobody answered."""
    longer, shorter = (first, second) if len(first) >= len(second) else (second, first)
    return longer if tuple(_among(longer, shorter)) == shorter else None


def _among(answers: tuple[str, ...], wanted: tuple[str, ...]) -> Iterator[str]:
    return (answer for answer in answers if answer in wanted)

"""Two states of a project held against each other: which verdicts changed from the one to the other, and which claims turned."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from virkningskjede.analysis.claims import Claims, Ruling, available_claims, load_claims, models_under, run
from virkningskjede.analysis.criteria import Check, Verdict, available_sets, check, load_set
from virkningskjede.analysis.diff import PortfolioDiff
from virkningskjede.diagnostics import BrokenSet
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Lang
from virkningskjede.i18n.language import chosen
from virkningskjede.project import Portfolio, Project
from virkningskjede.report import Reported
from virkningskjede.report.frames import tidy

if TYPE_CHECKING:
    import pandas as pd

    from virkningskjede.analysis.consequences.report import ConsequencesReport

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class TurnedVerdict:
    """A verdict on a model that is another than it was, or surer, or less sure.

    Attributes:
        before: what it was.
        after: what it is.
    """

    before: Verdict
    after: Verdict


@dataclass(frozen=True, slots=True)
class TurnedClaim:
    """A claim on which the models say something else than they did.

    Attributes:
        file: the id of the file of claims.
        before: what they said.
        after: what they say.
    """

    file: str
    before: Ruling
    after: Ruling


@dataclass(frozen=True)
class Consequences(Reported):
    """What a change of models does.

    Attributes:
        diff: the change itself.
        verdicts: the verdicts that changed, of the models that both states have: set by set, model by model.
        claims: the claims that turned.
        check: the verdicts as they are now; their words are those of its sets.
        claimed: the claims as they are now.
        only_before: the names of the sets and the files of claims that were there before, and are not now or cannot be used.
        only_after: those that are there now, and were not before or could not be used.
    """

    diff: PortfolioDiff
    verdicts: tuple[TurnedVerdict, ...]
    claims: tuple[TurnedClaim, ...]
    check: Check
    claimed: tuple[Claims, ...]
    only_before: tuple[str, ...] = ()
    only_after: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"Consequences({len(self.verdicts)} verdicts changed, {len(self.claims)} claims turned)"

    @property
    def differs(self) -> bool:
        """Whether anything is another than it was."""
        return self.diff.differs or bool(self.verdicts or self.claims or self.only_before or self.only_after)

    def to_frame(self, lang: Lang | None = None) -> pd.DataFrame:
        """One row for each verdict that changed and each claim that turned (needs pandas): what, source, item, model, before, after, why.

        ``what`` is ``verdict`` or ``claim``; ``source`` the id of the set or of the file of claims; ``item`` that of the criterion or the
        claim; ``model`` is empty for a claim. ``why`` says in words what it rests on now.
        """
        data = self.report().plain(chosen(lang))
        kept = ("before", "after", "reason")
        rows = [("verdict", row["criteria"], row["criterion"], row["model"], *(row[key] for key in kept)) for row in data["verdicts"]]
        rows += [("claim", row["file"], row["claim"], None, *(row[key] for key in kept)) for row in data["claims"]]
        return tidy(rows, ("what", "source", "item", "model", "before", "after", "why"))

    def report(self) -> ConsequencesReport:
        """What it has to say."""
        from virkningskjede.analysis.consequences.report import ConsequencesReport

        return ConsequencesReport(self)


def consequences(diff: PortfolioDiff, before: Portfolio, after: Portfolio) -> Consequences:
    """Judge both states, each by the criteria sets and the claims of its own project.

    A set of before that cannot be used, as when it had a fault that has been mended, has no verdicts to hold against.

    Args:
        diff: what differs between the two.
        before: the earlier state.
        after: the later one.

    Raises:
        BrokenSet: a set or a file of claims of the later state is not well made.
    """
    judged_before, judged = _checked(before, lenient=True), _checked(after)
    said_before, now = _claimed(before.project, lenient=True), _claimed(after.project)
    old_sets, sets = ({criteria.id for criteria in judging.sets} for judging in (judged_before, judged))
    names_before, names = old_sets | said_before.keys(), sets | now.keys()
    return Consequences(
        diff,
        tuple(_verdicts(judged_before, judged)),
        tuple(_claims(said_before, now)),
        judged,
        tuple(now.values()),
        tuple(sorted(names_before - names)),
        tuple(sorted(names - names_before)),
    )


def _checked(portfolio: Portfolio, *, lenient: bool = False) -> Check:
    project = portfolio.project
    sets = _usable(available_sets(project), lambda name: load_set(name, project), lenient=lenient)
    return check(portfolio, sets.values(), project)


def _claimed(project: Project, *, lenient: bool = False) -> dict[str, Claims]:
    models = models_under(project.root) if project.root is not None else {}
    return _usable(
        available_claims(project), lambda name: run(models.values(), load_claims(name, project, models), project), lenient=lenient
    )


def _usable(names: Iterable[str], use: Callable[[str], T], *, lenient: bool) -> dict[str, T]:
    """What each of these files gives, by name; without those that cannot be used, where that is let pass."""
    usable: dict[str, T] = {}
    for name in names:
        try:
            usable[name] = use(name)
        except (BrokenSet, UsageError):
            if not lenient:
                raise
    return usable


def _verdicts(before: Check, after: Check) -> Iterator[TurnedVerdict]:
    old = {(verdict.criteria, verdict.criterion, verdict.model): verdict for verdict in before.results}
    for verdict in after.results:
        was = old.get((verdict.criteria, verdict.criterion, verdict.model))
        if was is not None and (was.verdict, was.sure) != (verdict.verdict, verdict.sure):
            yield TurnedVerdict(was, verdict)


def _claims(before: Mapping[str, Claims], after: Mapping[str, Claims]) -> Iterator[TurnedClaim]:
    for name, claims in after.items():
        old = {ruling.id: ruling for ruling in before[name].results} if name in before else {}
        for ruling in claims.results:
            was = old.get(ruling.id)
            if was is not None and was.verdict != ruling.verdict:
                yield TurnedClaim(name, was, ruling)

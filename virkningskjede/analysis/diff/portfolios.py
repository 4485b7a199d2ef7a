"""What differs between two portfolios: models that are new, models that are gone, and what has changed in those that both have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from virkningskjede.analysis.diff.changes import WEIGHTS, Change, Diff, as_text
from virkningskjede.analysis.diff.comparing import between
from virkningskjede.arguments import checked
from virkningskjede.i18n import Lang
from virkningskjede.i18n.language import chosen
from virkningskjede.model import LogicModel, Models, models_of
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.project import Portfolio, unlabelled, unversioned
from virkningskjede.report import Reported
from virkningskjede.report.frames import tidy

if TYPE_CHECKING:
    import pandas as pd

    from virkningskjede.analysis.diff.report.portfolios import PortfolioDiffReport

ModelFate = Literal["added", "removed", "changed", "same"]
"""What happened to a model from the first portfolio to the second."""


@dataclass(frozen=True, repr=False)
class PortfolioDiff(Reported):
    """What differs between two portfolios.

    Attributes:
        names: what the two are called.
        added: the models that only the second has.
        removed: the models that only the first has.
        diffs: for each model that both have, what has changed in it; of one that has not changed, a diff without changes.
        filtered: whether only some of the changes are kept.
    """

    names: tuple[str, str]
    added: tuple[LogicModel, ...] = ()
    removed: tuple[LogicModel, ...] = ()
    diffs: tuple[Diff, ...] = ()
    filtered: bool = field(default=False)

    def __repr__(self) -> str:
        counts = ", ".join(f"{count} {fate}" for fate, count in Counter(self.fates.values()).items())
        return f"PortfolioDiff({self.names[0]} -> {self.names[1]}: {counts})"

    @cached_property
    def changed(self) -> tuple[Diff, ...]:
        """The diffs that have changes."""
        return tuple(diff for diff in self.diffs if diff.changes)

    @cached_property
    def same(self) -> tuple[LogicModel, ...]:
        """The models of the second in which nothing has changed."""
        return tuple(diff.models[1] for diff in self.diffs if not diff.changes)

    @property
    def differs(self) -> bool:
        """Whether anything differs at all."""
        return bool(self.added or self.removed or self.changed)

    @property
    def fates(self) -> Mapping[str, ModelFate]:
        """What happened to each model, by id: in the order of the second portfolio, and then those that are gone."""
        after: dict[str, ModelFate] = {diff.b: "changed" if diff.changes else "same" for diff in self.diffs}
        after |= {model.id: "added" for model in self.added}
        return dict(sorted(after.items())) | {model.id: "removed" for model in self.removed}

    @property
    def summary(self) -> Mapping[str, int]:
        """How many models there are of each fate, and how many changes in those that both have, in all and of each weight."""
        fates, weights = Counter(self.fates.values()), Counter(change.weight for diff in self.diffs for change in diff.changes)
        models = {fate: fates[fate] for fate in ("added", "removed", "changed", "same")}
        return {**models, "changes": sum(weights.values()), **{weight: weights[weight] for weight in WEIGHTS}}

    @checked
    def only(self, choose: Callable[[tuple[Change, ...]], Iterable[Change]]) -> PortfolioDiff:
        """The same with only some of the changes within models, as those of `virkningskjede.analysis.diff.filters` choose them."""
        return replace(self, diffs=tuple(diff.only(choose(diff.changes)) for diff in self.diffs), filtered=True)

    def to_frame(self, lang: Lang | None = None) -> pd.DataFrame:
        """One row for each change in a model that both have, and one for each model that is new or gone. Needs the extra ``pandas``.

        ``fate`` is ``added``, ``removed`` or ``changed``; of a model that came or went the cells of a change are empty.
        """
        lang = chosen(lang)
        columns = ("model", "model_label", "fate", "kind", "element", "path", "sentence", "before", "after", "weight", "reason")
        fates: tuple[tuple[ModelFate, tuple[LogicModel, ...]], ...] = (("added", self.added), ("removed", self.removed))
        rows: list[tuple[object, ...]] = [(model.id, model.name, fate, *[None] * 8) for fate, models in fates for model in models]
        for diff in self.changed:
            for change, sentence in zip(diff.changes, diff.sentences(lang), strict=True):
                what = (change.kind, change.element, change.path, sentence, as_text(change.before), as_text(change.after))
                rows.append((diff.b, diff.models[1].name, "changed", *what, change.weight, change.why(lang)))
        return tidy(rows, columns, ordered={"weight": tuple(reversed(WEIGHTS))})

    def report(self) -> PortfolioDiffReport:
        """What it has to say."""
        from virkningskjede.analysis.diff.report.portfolios import PortfolioDiffReport  # the contract's exception

        return PortfolioDiffReport(self)


def diff_portfolios(a: Models, b: Models, vocabulary: Vocabulary | None = None, *, names: tuple[str, str] = ("A", "B")) -> PortfolioDiff:
    """Hold the models of two portfolios against each other: each is known again by its id, or by its file where only the id is new.

    Args:
        a: the first, or the earlier.
        b: the second, or the later.
        vocabulary: the codebook that says which terms, traits and actors are kinds of which.
        names: what to call the two.

    >>> old = LogicModel.model_validate({"id": "m", "activities": {"kurs": {"label": "Course", "status": "planned"}}})
    >>> new = LogicModel.model_validate({"id": "m", "activities": {"kurs": {"label": "Course", "status": "in_use"}}})
    >>> result = diff_portfolios([old, LogicModel(id="gone")], [new, LogicModel(id="new")])
    >>> dict(result.fates), [change.sentence("en") for change in result.changed[0].changes]
    ({'m': 'changed', 'new': 'added', 'gone': 'removed'}, ['“Course”: status has come from planned to in use'])
    """
    before, after = ({_own(model): model for model in models_of(models)} for models in (a, b))
    gone, new = ([model for name, model in ours.items() if name not in theirs] for ours, theirs in ((before, after), (after, before)))
    partners = {name: name for name in after if name in before} | dict(_renamed(a, b, gone, new))
    return PortfolioDiff(
        names,
        tuple(model for name, model in sorted(after.items()) if name not in partners),
        tuple(model for name, model in sorted(before.items()) if name not in partners.values()),
        tuple(between(*unlabelled(before[partners[name]], after[name]), vocabulary) for name in sorted(partners)),
    )


def _own(model: LogicModel) -> str:
    """The id of a model without the label of its side."""
    return model.id.partition("@")[0]


def _renamed(a: Models, b: Models, gone: Iterable[LogicModel], new: Iterable[LogicModel]) -> Iterator[tuple[str, str]]:
    """The new id of each model that has another one in a file of the same name, and the id that it had."""
    old, now = ({_file(models, model): _own(model) for model in those} for models, those in ((a, gone), (b, new)))
    yield from ((name, old[file]) for file, name in now.items() if file is not None and file in old)


def _file(models: Models, model: LogicModel) -> str | None:
    file = models.files.get(model.id) if isinstance(models, Portfolio) else None
    return unversioned(file.yaml_file.name).stem if file is not None else None

"""Which models belong together: the tree, how well divisions fit, what separates them, and how much of it survives another reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from virkningskjede.analysis.compare import Matrix, compare
from virkningskjede.analysis.grouping.clusters import tree
from virkningskjede.analysis.grouping.likeness import Similarity, alike, holdings
from virkningskjede.analysis.grouping.samples import SAMPLES, Population, Robustness, cheap_samples, robustness
from virkningskjede.analysis.grouping.separating import Separation, separations
from virkningskjede.analysis.grouping.splits import DivisionFit, Groups, fit
from virkningskjede.analysis.grouping.ways import reached
from virkningskjede.drawing.heatmap.grid import Tree
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word
from virkningskjede.i18n.likely import no_choice
from virkningskjede.model import LogicModel, Models, models_of
from virkningskjede.model.codebook import Comparison
from virkningskjede.model.values import PROGRESS, FrozenMap, Status
from virkningskjede.project import ALONE, Project
from virkningskjede.query import QueryContext
from virkningskjede.report import Reported
from virkningskjede.report.frames import tidy
from virkningskjede.report.names import names_of

if TYPE_CHECKING:
    import pandas as pd

    from virkningskjede.analysis.grouping.report import GroupingReport

SEED = 1
"""Of the random numbers, unless another is asked for."""

REACHED, NOT_REACHED = "reached", "not_reached"
"""The groups by progress."""

NO_TEMPLATE = ""
"""The group of models that follow none."""


@dataclass(frozen=True, slots=True, repr=False)
class Grouping(Reported):
    """Which models belong together.

    A model that has nothing of what is asked for belongs nowhere: it is in none of this but ``left_out``.

    Attributes:
        similarity: how alike they are.
        tree: in what order they join.
        progress: the status that divides them by progress.
        groups: the groups by ``template`` and by ``progress``.
        fits: how well they fit: by template, by progress, or both; a division with nothing to hold against each other has no fit.
        separating: for each fit, what separates its groups.
        robustness: what is left of it in other readings; None when no samples were asked for.
        matrix: the models under the columns of the comparison that was asked for; None without one.
        project: what the models share.
        left_out: the models that have nothing of what is asked for, as they are coded.
    """

    similarity: Similarity
    tree: Tree
    progress: Status
    groups: Mapping[str, Groups]
    fits: Mapping[str, DivisionFit]
    separating: Mapping[str, tuple[Separation, ...]]
    robustness: Robustness | None
    matrix: Matrix | None
    project: Project = ALONE
    left_out: tuple[LogicModel, ...] = ()

    def __repr__(self) -> str:
        return f"Grouping({self.similarity.name}: {len(self.similarity.models)} models)"

    def to_frame(self) -> pd.DataFrame:
        """One row for each model, in the order of the tree (needs pandas): model, follows, progress, cluster.

        Clusters are those that join last: 1 and 2, or more where they are equally near. ``model_label`` says what the models are called.
        """
        of = {name: group for group, members in self.groups["progress"].items() for name in members}
        follows = {model.id: model.follows for model in self.similarity.models}
        cluster = {name: number for number, members in enumerate(self.tree.last, start=1) for name in members}
        rows = [[name, follows[name], of[name], cluster[name]] for name in self.tree.leaves]
        labels = {"model": names_of(self.similarity.models)}
        return tidy(rows, ("model", "follows", "progress", "cluster"), labels=labels, ordered={"model": self.tree.leaves})

    def report(self) -> GroupingReport:
        """What it has to say."""
        from virkningskjede.analysis.grouping.report import GroupingReport  # the contract's exception: a result is read where it stands

        return GroupingReport(self)


def group(
    models: Models,
    by: str | Comparison,
    project: Project = ALONE,
    *,
    progress: Status = "in_use",
    samples: int | None = None,
    seed: int = SEED,
) -> Grouping:
    """Which models belong together, and does the division by template fit better than the one by progress?

    Args:
        models: at least two.
        by: what they are held to have in common; see `similarity`.
        project: the vocabulary, and the templates.
        progress: a model has come far when at least one of its activities or outputs has come as far as this.
        samples: how many times the open choices are drawn at random; 0 for none. As many as are cheap when None: 10 000 of ten models,
            and fewer the more models there are (`Robustness.fewer`).
        seed: of the random numbers.

    Raises:
        UsageError: there are fewer than two models that have anything of what is asked for, or scipy is not installed.
    """
    several = models_of(models)
    if len(several) < 2:
        raise UsageError(Word("group.two_models"))
    if progress not in PROGRESS:
        raise UsageError(no_choice(progress, PROGRESS))
    if samples is not None and samples < 0:
        raise UsageError(Word("group.samples", (("samples", str(samples)),)))
    every = holdings(several, by, project)
    nonempty = {name: holding for name, holding in every.items() if holding.coded}
    kept = tuple(model for model in several if model.id in nonempty)
    left_out = tuple(model for model in several if model.id not in nonempty)
    if len(kept) < 2:
        raise UsageError(Word("group.nothing", (("by", by.id if isinstance(by, Comparison) else by), ("count", str(len(kept))))))
    likeness = alike(kept, by, nonempty)
    values = {pair: value for pair, value in likeness.values.items() if value is not None}
    far = {model.id: reached(QueryContext.of(model, project), progress) for model in sorted(kept, key=lambda model: model.id)}
    joined = tree(list(nonempty), values)
    groups = {"template": _by_template(kept), "progress": _by_progress({name: bool(holding.coded) for name, holding in far.items()})}
    fits = {name: fitted for name, division in groups.items() if (fitted := fit(name, division, values)) is not None}
    return Grouping(
        likeness,
        joined,
        progress,
        FrozenMap({name: FrozenMap(division) for name, division in groups.items()}),
        FrozenMap(fits),
        FrozenMap({name: separations(groups[name], nonempty) for name in fits}),
        _robustness(Population(nonempty, far), joined, list(fits.values()), samples, seed),
        compare(kept, by, project) if isinstance(by, Comparison) else None,
        project,
        left_out,
    )


def _robustness(population: Population, joined: Tree, fits: Sequence[DivisionFit], samples: int | None, seed: int) -> Robustness | None:
    drawn = cheap_samples(len(population.holdings)) if samples is None else samples
    if not drawn:
        return None
    return replace(robustness(population, joined.last, fits, drawn, seed), fewer=samples is None and drawn < SAMPLES)


def _by_template(models: Iterable[LogicModel]) -> Groups:
    follows: dict[str, list[str]] = {}
    for model in sorted(models, key=lambda model: model.id):
        follows.setdefault(model.follows or NO_TEMPLATE, []).append(model.id)
    return {name: tuple(follows[name]) for name in sorted(follows)}


def _by_progress(far: Mapping[str, bool]) -> Groups:
    flags = {REACHED: True, NOT_REACHED: False}
    groups = {group: tuple(name for name, flag in far.items() if flag == wanted) for group, wanted in flags.items()}
    return {group: members for group, members in groups.items() if members}

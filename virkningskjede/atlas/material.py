"""Everything that the atlas shows, asked of the rooms once. Nothing is worked out here that a room can answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from virkningskjede.analysis import (
    claims as statements,
)
from virkningskjede.analysis import (
    compare as comparison,
)
from virkningskjede.analysis import (
    consensus as merging,
)
from virkningskjede.analysis import (
    coverage as citations,
)
from virkningskjede.analysis import (
    criteria,
    grouping,
)
from virkningskjede.analysis import (
    diff as differences,
)
from virkningskjede.analysis import (
    paths as tracing,
)
from virkningskjede.analysis import (
    progress as advances,
)
from virkningskjede.analysis.claims import Claims
from virkningskjede.analysis.compare import Matrix
from virkningskjede.analysis.consensus import Consensus, Contrast
from virkningskjede.analysis.coverage import Coverage
from virkningskjede.analysis.criteria import Check, Concordance
from virkningskjede.analysis.diff import Diff
from virkningskjede.analysis.grouping import Grouping, Similarity
from virkningskjede.analysis.paths import Gaps
from virkningskjede.analysis.progress import Progress
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Lang
from virkningskjede.model import LogicModel, principal
from virkningskjede.model.codebook import Comparison, Vocabulary
from virkningskjede.project import Portfolio, Project
from virkningskjede.report.grid import by_template
from virkningskjede.report.names import names_of

ROOM_ON_A_PAGE = 45
"""A common chain with more nodes than this is no longer legible on one page."""


@dataclass(frozen=True, slots=True)
class Material:
    """What the atlas shows.

    Attributes:
        portfolio: every model.
        lang: the language of what the library says.
        compared: the models that are held side by side (see `principal`), those that follow one template together.
        check: verdicts on every model.
        matrices: the compared models under the columns of each comparison; that of measures first, where there is one.
        diffs: the compared models two by two.
        template_diffs: models against the template that they follow, by the model's id.
        consensus: the common chain of the compared models, as long as it is legible; None where there are fewer than two.
        contrasts: each template against the common chain of those that follow it; of all the compared where nobody does.
        similarity: how alike they are; None likewise.
        grouping: which belong together; None likewise, or where what works it out is not installed.
        gaps: what every model's description is silent on.
        progress: how far every model's indicators have come, by each of their results.
        coverage: what has become of the sources' sentences.
        claims: what reports say about the models.
        concordances: the verdicts beside those that reports give themselves.
    """

    portfolio: Portfolio
    lang: Lang
    compared: tuple[LogicModel, ...]
    check: Check
    matrices: tuple[Matrix, ...]
    diffs: Mapping[tuple[str, str], Diff]
    template_diffs: Mapping[str, Diff]
    consensus: Consensus | None
    contrasts: tuple[Contrast, ...]
    similarity: Similarity | None
    grouping: Grouping | None
    gaps: Gaps
    progress: Progress
    coverage: Coverage
    claims: tuple[Claims, ...]
    concordances: tuple[Concordance, ...]

    @property
    def shared(self) -> Project:
        """What the models share."""
        return self.portfolio.project

    @property
    def vocabulary(self) -> Vocabulary:
        """The codebook; an empty one where there is none."""
        return self.shared.vocabulary or Vocabulary()

    @property
    def names(self) -> Mapping[str, str]:
        """What each model is called where there is little room."""
        return names_of(tuple(self.portfolio.values()))

    def of_kind(self, kind: str) -> tuple[LogicModel, ...]:
        """The models of a kind, those that follow one template together."""
        return by_template([model for model in self.portfolio.values() if model.kind == kind])

    def judged(self, *, model: str | None = None, criteria: str | None = None) -> Check:
        """The verdicts on one model, or by one set on the compared models."""
        models = tuple(checked for checked in self.check.models if checked.id == model) if model else self.compared
        return _narrowed(self.check, models, criteria)


def _narrowed(check: Check, models: tuple[LogicModel, ...], criteria: str | None = None) -> Check:
    sets = tuple(criteria_set for criteria_set in check.sets if criteria in (None, criteria_set.id))
    wanted = {result.id for result in models}, {result.id for result in sets}
    results = tuple(result for result in check.results if result.model in wanted[0] and result.criteria in wanted[1])
    return replace(check, results=results, models=models, sets=sets)


OnStep = Callable[[int, int], None]
"""Told how many steps are done, of how many."""


def gather(portfolio: Portfolio, lang: Lang, step: OnStep) -> Material:
    """Ask the rooms.

    Args:
        portfolio: the models.
        lang: the language of what the library says.
        step: told after each question.

    Raises:
        BrokenSet: a criteria set, a comparison or a file of claims under the root is not well made.
    """
    shared = portfolio.project
    models = tuple(portfolio.values())
    compared = by_template(principal(models))
    templates = {**shared.templates, **{model.id: model for model in models if model.kind == "template"}}
    several = len(compared) > 1
    steps = iter(range(1, 10))

    def done() -> None:
        step(next(steps), 9)

    matrices = tuple(comparison.compare(compared, comparison.load_comparison(name, shared), shared) for name in shared.comparisons)
    matrices = tuple(sorted(matrices, key=lambda matrix: (-_measures(matrix.comparison), matrix.comparison.id)))
    done()
    diffs = {(a.id, b.id): differences.diff(a, b, shared.vocabulary) for a, b in combinations(compared, 2)}
    done()
    followers = ((model, templates.get(model.follows or "")) for model in models)
    template_diffs = {
        model.id: differences.diff(model, template, shared.vocabulary) for model, template in followers if template is not None
    }
    done()
    consensus = _legible(compared, shared) if several else None
    contrasts = tuple(_contrasts(compared, templates, shared)) if several else ()
    done()
    gaps = tracing.gaps(models)
    done()
    sets = [criteria.load_set(name, shared) for name in criteria.available_sets(shared)]
    check = criteria.check(models, sets, shared)
    done()
    claims = tuple(statements.run(models, statements.load_claims(name, shared, portfolio), shared) for name in _own_claims(shared))
    done()
    assessed = tuple(_assessments(shared))
    ours = _narrowed(check, compared)
    concordances = tuple(ours.against(assessments) for assessments in assessed)
    coverage = citations.coverage(portfolio, shared)
    done()
    by = next((matrix.comparison for matrix in matrices if _measures(matrix.comparison)), "terms")
    similarity = grouping.similarity(compared, by, shared) if several else None
    groups = _grouped(compared, by, shared) if several else None
    done()
    return Material(
        portfolio=portfolio,
        lang=lang,
        compared=compared,
        check=check,
        matrices=matrices,
        diffs=diffs,
        template_diffs=template_diffs,
        consensus=consensus,
        contrasts=contrasts,
        similarity=similarity,
        grouping=groups,
        gaps=gaps,
        progress=advances.progress(models, shared, every=True),
        coverage=coverage,
        claims=claims,
        concordances=concordances,
    )


def _measures(table: Comparison) -> int:
    """How many columns are of measures: of terms that something done can have."""
    return sum(bool(column.counts) for column in table.columns.values()) if "activities" in table.stages else 0


def _legible(models: tuple[LogicModel, ...], shared: Project) -> Consensus:
    """The common chain of what at least so many models have that it can be read on one page."""
    chains = (merging.consensus(models, shared, min=least) for least in range(1, len(models) + 1))
    legible = next(chains)
    for chain in chains:
        if len(legible.model.nodes) <= ROOM_ON_A_PAGE or not chain.model.nodes:
            break
        legible = chain
    return legible


def _contrasts(models: tuple[LogicModel, ...], templates: Mapping[str, LogicModel], shared: Project) -> Iterator[Contrast]:
    for name, template in templates.items():
        followers = tuple(model for model in models if model.follows == name)
        yield merging.consensus(followers or models, shared).against(template)


def _own_claims(shared: Project) -> Iterator[str]:
    """The claims under the root; those that come with the library are about its own models."""
    for name in statements.available_claims(shared):
        if shared.root is not None and (shared.root / "claims" / f"{name}.yaml").is_file():
            yield name


def _assessments(shared: Project) -> Iterator[criteria.Assessments]:
    for name in criteria.available_assessments(shared):
        if shared.root is not None and (shared.root / "assessments" / f"{name}.yaml").is_file():
            yield criteria.load_assessments(name, shared)


def _grouped(models: tuple[LogicModel, ...], by: Comparison | str, shared: Project) -> Grouping | None:
    try:
        return grouping.group(models, by, shared)
    except UsageError:  # what works out the tree is an extra
        return None

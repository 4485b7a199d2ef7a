"""The chains between two ends, in many models at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from virkningskjede.analysis.paths.chains import MAX_PATHS, Paths, paths
from virkningskjede.analysis.paths.dropped import dropped_of
from virkningskjede.analysis.paths.ends import TERM, End, end_of
from virkningskjede.arguments import checked
from virkningskjede.errors import UsageError
from virkningskjede.i18n.likely import no_choice
from virkningskjede.model import LogicModel, Models, models_of
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.report import Reported
from virkningskjede.report.names import names_of

if TYPE_CHECKING:
    import pandas as pd

    from virkningskjede.analysis.paths.many_report import PortfolioPathsReport


@dataclass(frozen=True, slots=True, repr=False)
class PortfolioPaths(Reported):
    """The chains between two ends in each of some models.

    Attributes:
        models: for each model, its chains; a model that has nothing of what an end is called has none, and that end no nodes.
        start: where they begin, as it was asked for; None for where each model's own chains do.
        end: where they end.
    """

    models: tuple[Paths, ...]
    start: str | None = None
    end: str | None = None

    def __repr__(self) -> str:
        return f"PortfolioPaths({len(self.models)} models: {self.start or ''} -> {self.end or ''})"

    @checked
    def of(self, model: str) -> Paths:
        """The chains of one model.

        Raises:
            UsageError: it is none of them.
        """
        of_each = {chains.model.id: chains for chains in self.models}
        if model not in of_each:
            raise UsageError(no_choice(model, of_each))
        return of_each[model]

    def to_frame(self) -> pd.DataFrame:
        """The rows of `Paths.to_frame` of each model, with ``model`` and ``model_label`` first (needs pandas)."""
        import pandas as pd

        names = names_of([chains.model for chains in self.models])
        frames = []
        for chains in self.models:
            frame = chains.to_frame()
            frame.insert(0, "model", chains.model.id)
            frame.insert(1, "model_label", names[chains.model.id])
            frames.append(frame)
        return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame()

    def report(self, *, most: int | None = None) -> PortfolioPathsReport:
        """What they have to say.

        Args:
            most: so many chains of each model are told; None for 5 in what is read, and for all in what programs read.
        """
        from virkningskjede.analysis.paths.many_report import PortfolioPathsReport  # the contract's exception: see `Paths.report`

        return PortfolioPathsReport(self, most)


def portfolio_paths(
    models: Models,
    start: str | None = None,
    end: str | None = None,
    *,
    vocabulary: Vocabulary | None = None,
    limit: int = MAX_PATHS,
    stated: bool = False,
    signed: bool = False,
) -> PortfolioPaths:
    """The chains between two ends in each of some models; see `paths`.

    Raises:
        UsageError: an end is nothing that any of the models or the codebook knows.

    >>> one = LogicModel(id="one", inputs={"a": {"label": "A", "leads_to": ["b"]}}, outputs={"b": {"label": "B"}})
    >>> other = LogicModel(id="other", inputs={"c": {"label": "C"}})
    >>> [(chains.model.id, chains.count) for chains in portfolio_paths([one, other], "a", "outputs").models]
    [('one', 1), ('other', 0)]
    """
    several = models_of(models)
    for name in (start, end):
        _known_somewhere(several, name, vocabulary)
    return PortfolioPaths(
        tuple(_paths(model, start, end, vocabulary, limit=limit, stated=stated, signed=signed) for model in several), start, end
    )


def _known_somewhere(models: tuple[LogicModel, ...], name: str | None, vocabulary: Vocabulary | None) -> None:
    errors = []
    for model in models if name is not None else ():
        try:
            end_of(model, str(name), vocabulary)
        except UsageError as error:
            errors.append(error)
    if errors and len(errors) == len(models):
        raise errors[0]


def _paths(
    model: LogicModel, start: str | None, end: str | None, vocabulary: Vocabulary | None, *, limit: int, stated: bool, signed: bool
) -> Paths:
    try:
        return paths(model, start, end, vocabulary=vocabulary, limit=limit, stated=stated, signed=signed)
    except UsageError:  # a name of another model: this one has nothing that is called so
        first, last = (_end(model, name, vocabulary) for name in (start, end))
        return Paths(model, first, last, (), False, 0, (), stated, vocabulary, dropped_of(model), signed)


def _end(model: LogicModel, name: str | None, vocabulary: Vocabulary | None) -> End:
    if name is None:
        return End("", "edge", tuple(model.nodes))
    try:
        return end_of(model, name, vocabulary)
    except UsageError:
        return End(name.removeprefix(TERM), "term", ())

"""Where the description of a programme is silent, and what much of it rests on.

A gap is one in the text: a programme may well do what its description does not mention. Rules (`virkningskjede validate`) keep house,
node by node; this looks along whole chains, and ranks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from virkningskjede.analysis.paths.finders import FINDERS
from virkningskjede.analysis.paths.gap import KINDS, Gap, GapKind
from virkningskjede.analysis.paths.survey import RULES, Survey
from virkningskjede.arguments import checked
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Lang, word
from virkningskjede.i18n.language import chosen
from virkningskjede.i18n.likely import no_choice
from virkningskjede.model import LogicModel, Models, models_of
from virkningskjede.report import Reported
from virkningskjede.report.frames import tidy
from virkningskjede.report.names import names_of

if TYPE_CHECKING:
    import pandas as pd

    from virkningskjede.analysis.paths.gap_report import GapsReport

MUCH = 0.25
"""The least share of all chains that makes an arrow one that many chains lead through, unless another is asked for."""


@dataclass(frozen=True, slots=True)
class Gaps(Reported):
    """The gaps of some models.

    Attributes:
        gaps: the gaps, model by model in the order given, in each the kinds in the order of `KINDS`.
        models: the models that were looked over.
        kinds: the kinds that were looked for.
        chains: by model: how many chains there are from where they begin to where they end; see `paths`.
        by_rule: by model: the nodes of which ``validate`` says what a gap would, each with the code of the rule. They are no gaps as well.
    """

    gaps: tuple[Gap, ...]
    models: tuple[LogicModel, ...] = field(default=(), repr=False)
    kinds: tuple[GapKind, ...] = KINDS
    chains: Mapping[str, int] = field(default_factory=dict, repr=False, hash=False)
    by_rule: Mapping[str, Mapping[str, str]] = field(default_factory=dict, repr=False, hash=False)

    def __repr__(self) -> str:
        return f"Gaps({len(self.models)} models, {len(self.gaps)} gaps)"

    @checked
    def of(self, model: str | None = None, kind: GapKind | None = None) -> tuple[Gap, ...]:
        """The gaps of one model, of one kind, or of both.

        Raises:
            UsageError: there is no such model or kind among these.
        """
        for name, choices in ((model, [candidate.id for candidate in self.models]), (kind, list(self.kinds))):
            if name is not None and name not in choices:
                raise UsageError(no_choice(name, choices))
        return tuple(gap for gap in self.gaps if model in (None, gap.model) and kind in (None, gap.kind))

    def grouped(self) -> Mapping[tuple[str, GapKind], Sequence[Gap]]:
        """The gaps by model and kind, where there are any."""
        groups: dict[tuple[str, GapKind], list[Gap]] = {}
        for gap in self.gaps:
            groups.setdefault((gap.model, gap.kind), []).append(gap)
        return groups

    def to_frame(self, lang: Lang | None = None) -> pd.DataFrame:
        """One row for each gap (needs pandas): model, kind, elements, count, share, accepted, message, at.

        ``kind`` is a categorical in the order of `KINDS`; ``elements`` and ``at`` hold tuples; ``message`` is the sentence.
        ``model_label`` and ``kind_label`` say what these are called.
        """
        lang = chosen(lang)
        columns = ["model", "kind", "elements", "count", "share", "accepted", "message", "at"]
        rows = [(gap.model, gap.kind, gap.elements, gap.count, gap.share, gap.accepted, gap.message(lang), gap.at) for gap in self.gaps]
        labels: dict[str, Mapping[str, str]] = {
            "model": names_of(self.models),
            "kind": {kind: word(f"kind.{kind}", lang) for kind in KINDS},
        }
        return tidy(rows, columns, labels=labels, ordered={"kind": KINDS}, numbers=("share",))

    def report(self) -> GapsReport:
        """What they have to say.

        >>> Gaps((), (LogicModel(id="m"),), ("bridge",)).to_text(lang="en").splitlines()[:4]
        ['m', '-', '', 'None.']
        """
        from virkningskjede.analysis.paths.gap_report import GapsReport  # the contract's exception: a result is read where it stands

        return GapsReport(self)


def gaps(models: Models, kinds: Iterable[str] = (), *, much: float = MUCH) -> Gaps:
    """Look models over for gaps.

    Args:
        models: one model, several, or a portfolio.
        kinds: the kinds to look for, see `virkningskjede.analysis.paths.gap.GapKind`; all of them when empty.
        much: the least share of all chains (0 to 1) that makes an arrow one that many chains lead through.

    Raises:
        UsageError: two models have the same id, or there is no such kind.

    >>> model = LogicModel(id="m", inputs={"rom": {"label": "Rom"}}, activities={"kurs": {"label": "Kurs", "leads_to": ["ro"]}},
    ...                    outcomes={"ro": {"label": "Mer ro", "level": "user"}})
    >>> [(gap.kind, gap.elements) for gap in gaps(model).gaps], gaps(model).by_rule
    ([('single_arrow', ('ro', 'kurs -> ro'))], {'m': {'rom': 'VK210'}})
    """
    several = models_of(models)
    names = (kinds,) if isinstance(kinds, str) else tuple(kinds)
    for name in names:
        if name not in KINDS:
            raise UsageError(no_choice(name, KINDS))
    wanted = tuple(kind for kind in KINDS if kind in names or not names)
    surveys = [Survey(model, much) for model in several]
    kept: list[Gap] = []
    by_rule: dict[str, dict[str, str]] = {survey.model.id: {} for survey in surveys}
    for survey in surveys:
        for gap in (gap for kind in wanted for gap in FINDERS[kind](survey)):
            if gap.kind in RULES and gap.elements[0] in survey.by_rule:
                by_rule[survey.model.id][gap.elements[0]] = survey.by_rule[gap.elements[0]]
            else:
                kept.append(gap)
    return Gaps(tuple(kept), several, wanted, {survey.model.id: survey.chains[0] for survey in surveys}, by_rule)

"""The theoretical test: models held against what research says makes such programmes work.

In theory-based evaluation a programme's theory is judged before its effects can be measured: do the steps that it relies on agree with
what is known (C. H. Weiss, "Theory-based evaluation: past, present, and future", *New Directions for Evaluation* 76, 1997; F. L. Leeuw,
"Reconstructing program theories", *American Journal of Evaluation* 24(1), 2003)? The test reads the programme's own description, so it
says what is *written*: a programme may well do what its text does not mention.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from virkningskjede.analysis.criteria.against import Concordance, hold_against
from virkningskjede.analysis.criteria.assessments import Assessments, load_assessments
from virkningskjede.analysis.criteria.criteria_set import JUDGEMENTS, CriteriaSet
from virkningskjede.analysis.criteria.verdict import Verdict, judge
from virkningskjede.arguments import checked
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Lang, Word, word
from virkningskjede.i18n.language import chosen
from virkningskjede.i18n.likely import no_choice
from virkningskjede.model import LogicModel, Models, models_of
from virkningskjede.project import ALONE, Project
from virkningskjede.query import QueryContext
from virkningskjede.report import Reported
from virkningskjede.report.frames import tidy
from virkningskjede.report.grid import by_template
from virkningskjede.report.names import names_of
from virkningskjede.yamlfile import collector_paused

if TYPE_CHECKING:
    import pandas as pd

    from virkningskjede.analysis.criteria.report import CheckReport


@dataclass(frozen=True, slots=True)
class Check(Reported):
    """The verdicts of models against criteria sets.

    Attributes:
        results: one verdict for each model and criterion, set by set, model by model, in the order of the files.
        sets: the sets that judged.
        models: the models that were judged.
        project: what they share.
    """

    results: tuple[Verdict, ...]
    sets: tuple[CriteriaSet, ...] = field(default=(), repr=False)
    models: tuple[LogicModel, ...] = field(default=(), repr=False)
    project: Project = field(default=ALONE, repr=False)

    def __repr__(self) -> str:
        return f"Check({', '.join(judging.id for judging in self.sets)}: {len(self.models)} models, {len(self.results)} verdicts)"

    @checked
    def verdict(self, model: str, criterion: str, criteria: str | None = None) -> Verdict:
        """One verdict.

        Args:
            model: the model's id.
            criterion: the criterion's id.
            criteria: the set's id; needed only where two sets have a criterion of that name.

        Raises:
            UsageError: there is no such verdict, or more than one.
        """
        for given, among in ((model, "model"), (criterion, "criterion"), (criteria, "criteria")):
            there = dict.fromkeys(str(getattr(verdict, among)) for verdict in self.results)
            if given is not None and given not in there:
                raise UsageError(no_choice(given, there))
        verdicts = [
            verdict
            for verdict in self.results
            if verdict.model == model and verdict.criterion == criterion and (criteria is None or verdict.criteria == criteria)
        ]
        if len(verdicts) != 1:
            named = (("count", str(len(verdicts))), ("criterion", criterion), ("model", model))
            raise UsageError(Word("error.no_verdict", named))
        return verdicts[0]

    @checked
    def against(self, assessments: str | Path | Assessments) -> Concordance:
        """The verdicts beside those that a report gives itself. None of ours is bent to agree.

        Args:
            assessments: the name or file of the report's verdicts, or these themselves; see `load_assessments`.

        Raises:
            UsageError: there are no such assessments.
            BrokenSet: the file is not well made, or speaks of something unknown.

        >>> import virkningskjede as vk
        >>> from virkningskjede.project import corpus
        >>> concordance = vk.check(vk.load(corpus() / "pilots"), "kognitiv-terapi-xu-2024").against("statusrapport")
        >>> [(appraisal.model, appraisal.theirs, appraisal.ours.verdict, appraisal.standing) for appraisal in concordance.compared]
        [('ringsaker', 'met', 'met', 'agrees'), ('kristiansand', 'met', 'met', 'agrees')]
        """
        if not isinstance(assessments, Assessments):
            assessments = load_assessments(assessments, self.project)
        return hold_against(self, assessments)

    def to_frame(self, lang: Lang | None = None) -> pd.DataFrame:
        """One row for each verdict (needs pandas): criteria, model, criterion, verdict, possible, reason, decided_by, nodes, at.

        ``criteria_label``, ``model_label``, ``criterion_label`` and ``verdict_label`` say what these are called. ``verdict`` is an ordered
        categorical from ``not_met`` to ``met``, ``model`` one in the order of every table; ``possible``, ``nodes`` and ``at`` hold tuples.
        """
        lang = chosen(lang)
        columns = ["criteria", "model", "criterion", "verdict", "possible", "reason", "decided_by", "nodes", "at"]
        rows = [[_plain(getattr(verdict, name)) for name in columns] for verdict in self.results]
        sets = {criteria.id: criteria for criteria in self.sets}
        labels: dict[str, Mapping[str, str] | Sequence[str]] = {
            "criteria": {criteria.id: criteria.title.in_(lang) for criteria in self.sets},
            "model": names_of(self.models),
            "criterion": [sets[verdict.criteria].criteria[verdict.criterion].label.in_(lang) for verdict in self.results],
            "verdict": {judgement: word(f"verdict.{judgement}", lang) for judgement in JUDGEMENTS},
        }
        ordered = {
            "criteria": [criteria.id for criteria in self.sets],
            "model": [model.id for model in by_template(self.models)],
            "criterion": list(dict.fromkeys(name for criteria in self.sets for name in criteria.criteria)),
            "verdict": JUDGEMENTS,
        }
        return tidy(rows, columns, labels=labels, ordered=ordered)

    def report(self, *, explain: bool = False) -> CheckReport:
        """What it came to: the verdicts, and their grounds where these are to be explained."""
        from virkningskjede.analysis.criteria.report import CheckReport  # the contract's exception: a result is read where it stands

        return CheckReport(self, explain)


def _plain(value: object) -> object:
    return tuple(judgement for judgement in JUDGEMENTS if judgement in value) if isinstance(value, frozenset) else value


def check(
    models: Models,
    sets: CriteriaSet | Iterable[CriteriaSet],
    project: Project = ALONE,
) -> Check:
    """Hold models against criteria sets.

    Args:
        models: one model, several, or a portfolio.
        sets: one set or several; see `load_set`.
        project: the vocabulary, templates and tables that they share.

    Raises:
        UsageError: two models have the same id, so that their verdicts could not be told apart.
    """
    judged = models_of(models)
    judging = (sets,) if isinstance(sets, CriteriaSet) else tuple(sets)
    with collector_paused():  # verdicts and their grounds have no circles, and of many models there are millions
        contexts = [QueryContext.of(model, project) for model in judged]
        results = [
            judge(criteria, name, context)
            for criteria in judging
            for context in contexts
            if criteria.applies_to(context.model)
            for name in criteria.criteria
        ]
    return Check(tuple(results), judging, judged, project)

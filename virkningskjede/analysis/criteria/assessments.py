"""A report's own verdicts, as data: which model it judges by what, where, and how.

A report that follows programmes judges them in its own words. Coded as verdicts on the same criteria, its judgements can be laid beside
those that the models' descriptions give.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from virkningskjede.analysis.criteria.criteria_set import TextJudgement
from virkningskjede.analysis.criteria.sets import SETS
from virkningskjede.diagnostics import Diagnostic, diagnostic
from virkningskjede.diagnostics import Path as KeyPath
from virkningskjede.i18n.likely import guess
from virkningskjede.model.values import EMPTY, At, File, Frozen, Id, Ids, LocalText, LocatorText, Names, Section, SetAside, one_or_many
from virkningskjede.project import (
    MODEL_FOLDERS,
    NamedFiles,
    Project,
    corpus,
    is_folder,
    misnamed,
    models_named,
    open_project,
    unknown_cited,
    unknown_source,
    whole,
    yaml_files,
)
from virkningskjede.yamlfile import YamlFile


class Assessment(Frozen):
    """One judgement that a report makes: of one model, or of several in one breath.

    Attributes:
        at: the sentences that make it.
        criteria: the set that asks for the same.
        criterion: the criterion in that set.
        model: the models that are judged.
        verdict: what the report says.
        or_: what another careful coder could have read the sentences to say (``or`` in files).
        note: the judgement in the coder's own words.
    """

    at: At = Field(min_length=1)
    criteria: Id
    criterion: Id
    model: Annotated[Ids, Names("model")] = Field(min_length=1)
    verdict: TextJudgement
    or_: Annotated[tuple[TextJudgement, ...], BeforeValidator(one_or_many)] = Field(default=(), alias="or")
    note: LocalText | None = None

    @property
    def possible(self) -> frozenset[TextJudgement]:
        """Every verdict that the sentences could be read as."""
        return frozenset((self.verdict, *self.or_))


class Assessments(File):
    """The judgements of one report.

    Attributes:
        id: its name; the file is called the same.
        source: the report, as a key of the references.
        set_aside: sentences that were read and gave no judgement, each with the reason.
    """

    kind: Literal["assessments"] = "assessments"
    id: Id
    title: LocalText
    source: Id
    assessments: Annotated[Section[Id, Assessment], Field(min_length=1)]
    set_aside: Section[LocatorText, SetAside] = EMPTY

    @property
    def sets(self) -> tuple[str, ...]:
        """The criteria sets that the report judges by, in order of mention."""
        return tuple(dict.fromkeys(assessment.criteria for assessment in self.assessments.values()))


ASSESSMENTS = NamedFiles("assessments", "assessments", Assessments, "error.no_assessments")
"""Reports' judgements, as files that are asked for by name."""


def available_assessments(project: Project) -> tuple[str, ...]:
    """The names of the reports whose judgements the project has."""
    return tuple(ASSESSMENTS.under(project))


def load_assessments(name: str | Path, project: Project) -> Assessments:
    """The judgements of a report.

    Args:
        name: an id; ``corpus:ID`` for installed ones; or a file.
        project: whose sets, models, references and segments the judgements are held against.

    Raises:
        UsageError: there are no such assessments.
        BrokenSet: the file is not well made, or speaks of something unknown; ``.diagnostics`` says where.

    >>> from virkningskjede.project import open_project
    >>> load_assessments("statusrapport", open_project(corpus())).assessments["gruppeterapi-kristiansand"].at
    ('2.3.5:17-18',)
    """
    yaml_file, installed = ASSESSMENTS.find(name, project)
    # Installed ones speak of installed sets and models.
    return whole(yaml_file, *read_assessments(yaml_file, open_project(corpus()) if installed else project))


def read_assessments(yaml_file: YamlFile, project: Project) -> tuple[Assessments | None, list[Diagnostic]]:
    """Make assessments of a file: its form first, then the names and places that it mentions.

    Returns:
        The assessments, or None when there are diagnostics; and the diagnostics, with paths but no places.
    """
    made = ASSESSMENTS.made(yaml_file, project)
    wrong = list(made.diagnostics)
    if made.value is not None:
        wrong += made.lost.judged(_unknown(made.value, yaml_file, project))
    return (None if wrong else made.value), wrong


def _unknown(assessments: Assessments, yaml_file: YamlFile, shared: Project) -> Iterator[Diagnostic]:
    """The file's own name, then the sets, criteria, models and places that there are not. Without a root only the first is asked."""
    yield from misnamed(assessments.id, yaml_file)
    if shared.root is None:
        return
    sets = _Sets(shared)
    files = _model_files(shared)
    models = tuple(path.stem for path in files or ())
    for name, assessment in assessments.assessments.items():
        path: KeyPath = ("assessments", name)
        criteria = sets.criteria_of(assessment.criteria)
        if criteria is None:
            yield diagnostic("VK131", (*path, "criteria"), id=assessment.criteria, likely=guess(assessment.criteria, sets.known))
        elif criteria and assessment.criterion not in criteria:
            likely_one = guess(assessment.criterion, criteria)
            yield diagnostic("VK132", (*path, "criterion"), id=assessment.criterion, criteria=assessment.criteria, likely=likely_one)
        for place, model in enumerate(assessment.model):
            # Most files are called as their models are, and are not read for this.
            if files is not None and model not in models and not models_named(model, files):
                yield diagnostic("VK133", (*path, "model", place), id=model, likely=guess(model, models))
    yield from unknown_source(("source",), assessments.source, shared)
    at = ((("assessments", name), assessment.at) for name, assessment in assessments.assessments.items())
    yield from unknown_cited(at, assessments.set_aside, assessments.source, shared)


def _model_files(project: Project) -> tuple[Path, ...] | None:
    """The files of the models of a project. None where one of the folders is closed."""
    if project.root is None:
        return ()
    folders = [project.root / folder for folder in MODEL_FOLDERS.values()]
    files = [path for folder in folders if is_folder(folder) for path in yaml_files(folder, project.settings.excluded)]
    return None if any(is_folder(path) for path in files) else tuple(files)


class _Sets:
    """The criteria of a project's sets, each file read once and only when it is asked for."""

    def __init__(self, shared: Project) -> None:
        self.shared = shared
        self.known = tuple(SETS.under(shared))
        self.read: dict[str, Collection[str] | None] = {}

    def criteria_of(self, name: str) -> Collection[str] | None:
        """The names of a set's criteria; None when there is no such set, and none of them when its file is broken."""
        if name not in self.read:
            self.read[name] = self._criteria_in(name) if name in self.known else None
        return self.read[name]

    def _criteria_in(self, name: str) -> Collection[str]:
        made = SETS.made(SETS.find(name, self.shared).yaml_file, self.shared)
        whole = made.value is None or made.lost.at(("criteria",))
        return () if whole or made.value is None else (*made.value.criteria, *made.lost.names)

"""Is this well made? Every file that is asked about is read, checked against its kind, and against the rules."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from virkningskjede.analysis.compare import read_comparison
from virkningskjede.diagnostics import (
    GRAVITY,
    ONE_CAUSE,
    Diagnostic,
    Location,
    count_by_severity,
    diagnostic,
    gathered,
    location_key,
    path_text,
    sort_key,
)
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Lang, Word
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import References, Segments, Vocabulary
from virkningskjede.model.values import Frozen
from virkningskjede.project import (
    ALONE,
    DEFAULTS,
    MODEL_KINDS,
    NOTHING,
    Lost,
    NameOrPath,
    Origins,
    Portfolio,
    Project,
    Settings,
    broken_names,
    build_file,
    closest,
    coherent,
    header,
    in_corpus,
    is_folder,
    kind_of,
    model_files,
    open_project,
    read_file,
    read_model,
    root_above,
    same_place,
    settings_at,
    shown,
    wrong_kind,
    yaml_files,
)
from virkningskjede.report import Reported
from virkningskjede.report.frames import tidy
from virkningskjede.rules import RuleContext, check, check_vocabulary, unused_terms
from virkningskjede.rules import report as findings
from virkningskjede.yamlfile import YamlFile, collector_paused

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Validation(Reported):
    """What was found in the files or models that were asked about.

    Attributes:
        files: the names of the files, in order; empty for models that came from no file.
        diagnostics: everything that was found, in order of place.
        yaml_files: the files as they were read, by name, for showing the lines.
    """

    files: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    yaml_files: Mapping[str, YamlFile] = field(default_factory=dict, repr=False, compare=False)

    @property
    def ok(self) -> bool:
        """Whether there is no error."""
        return not count_by_severity(self.diagnostics)["error"]

    @property
    def unreadable(self) -> tuple[str, ...]:
        """The names of the files whose bytes could not be had."""
        return tuple(name for name, yaml_file in self.yaml_files.items() if not yaml_file.readable)

    def to_frame(self, lang: Lang = "nb") -> pd.DataFrame:
        """One row for each diagnostic (needs pandas): file, line, column, severity, code, path, message.

        ``severity`` is an ordered categorical, from note to error; lines and columns are whole numbers that may be missing.
        """
        rows = [
            (
                diagnostic.file,
                diagnostic.place.line if diagnostic.place else None,
                diagnostic.place.column if diagnostic.place else None,
                diagnostic.severity,
                diagnostic.code,
                path_text(diagnostic.path),
                diagnostic.message(lang),
            )
            for diagnostic in self.diagnostics
        ]
        columns = ("file", "line", "column", "severity", "code", "path", "message")
        return tidy(rows, columns, ordered={"severity": tuple(reversed(GRAVITY))}, counts=("line", "column"))

    def report(self) -> findings.ValidationReport:
        """What it has to say.

        >>> Validation(("a.yaml",), ()).to_text(lang="en")
        '1 file: nothing to report\\n'
        """
        return findings.ValidationReport(self.files, self.diagnostics)


@dataclass(frozen=True, slots=True)
class RuleSelection:
    """Which rules to run: code prefixes, such as ``VK2`` or ``VK204``. An empty ``select`` means all."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


ALL = RuleSelection()


def validate_models(models: Iterable[LogicModel], shared: Project, selection: RuleSelection = ALL) -> Validation:
    """Check models that are at hand. Diagnostics have paths but no places: a model does not know its file.

    What reading a file would have found in the names of a model is found here: it may have been made, or changed, in a program.
    """
    wrong = (gathered([*broken_names(model), *_rules(model, shared, selection)]) for model in models)
    diagnostics = [diagnostic for of_model in wrong for diagnostic in of_model]
    return Validation((), tuple(sorted(diagnostics, key=sort_key)))


def validate_portfolio(portfolio: Portfolio, selection: RuleSelection = ALL) -> Validation:
    """Check the models of a portfolio, each in the file it came from."""
    diagnostics: list[Diagnostic] = []
    for name, model in portfolio.items():
        yaml_file = portfolio.files[name].yaml_file if name in portfolio.files else None
        wrong = _rules(model, portfolio.project, selection)
        diagnostics += yaml_file.locate(wrong) if yaml_file else gathered(wrong)
    yaml_files = {file.yaml_file.name: file.yaml_file for file in portfolio.files.values()}
    return Validation(tuple(yaml_files), tuple(_across(diagnostics)), yaml_files)


def validate_paths(
    paths: Iterable[NameOrPath],
    *,
    root: Path | None = None,
    selection: RuleSelection = ALL,
    here: Path | None = None,
    settled: bool = False,
) -> Validation:
    """Check files, and every YAML file in folders. Each file is judged in its own project.

    Args:
        paths: files or folders, or installed ones as ``corpus:NAME``; one that is missing gives a diagnostic, and the others are checked
            all the same.
        root: the folder with the codebook; found from each file upwards when None.
        selection: which rules to run. What the reader and the format refuse is an error that no selection hides.
        here: the folder that ids are looked for from; None where a name must be a path.
        settled: whether what each project's settings select, ignore and exclude holds too.

    Raises:
        UsageError: settings on the way are wrong, or a name stands for nothing that is installed.
    """
    job = _Job(Origins(root, here), selection, settled=settled)
    with collector_paused():
        for path in paths:
            job.add(path)
    return job.result()


ABOUT_NAMES = ("error.no_model", "error.several_models", "error.same_name", "error.only_corpus")
"""What is said of a name that is no path, and of no one model either: better advice than to look for a slip in a file's name."""


class _Job:
    """One run over many files: each root is read once, each file once."""

    def __init__(self, origins: Origins, selection: RuleSelection, *, settled: bool) -> None:
        self.origins = origins
        self.selection = selection
        self.settled = settled
        self.roots: dict[Path, Path | None] = {}
        self.settings: dict[Path, Settings] = {}
        self.shared: dict[Path | None, Project] = {None: ALONE}
        self.yaml_files: dict[str, YamlFile] = {}
        self.by_file: dict[str, list[Diagnostic]] = {}
        self.advice: dict[str, Word] = {}
        self.first: dict[tuple[Path | None, str], str] = {}
        self.root_of: dict[str, Path | None] = {}

    def add(self, name: NameOrPath) -> None:
        path, advice = self._path(name)
        if advice is not None:
            self.advice[shown(path)] = advice
        if not is_folder(path):
            self._file(path, self._root(path))
            return
        for file in yaml_files(path, across=True):
            if not self._settings(self._root(file) or file.parent).excluded.covers(file):
                self._file(file, self._root(file))

    def _path(self, name: NameOrPath) -> tuple[Path, Word | None]:
        """The file or folder of a name. One that is missing is told of where it should have been, with what may have been meant."""
        try:
            return self.origins.of(name).path, None
        except UsageError as error:
            if in_corpus(os.fspath(name)) is not None:
                raise
            why = error.what if isinstance(error.what, Word) and error.what.key in ABOUT_NAMES else None
            return Path(name), why

    def _root(self, file: Path) -> Path | None:
        """The root of a file's own project: nothing is looked for below it."""
        if self.origins.root is not None:
            return self.origins.root
        folder = file.parent
        if folder not in self.roots:
            self.roots[folder] = root_above(folder)
        return self.roots[folder]

    def _settings(self, folder: Path) -> Settings:
        if folder not in self.settings:
            self.settings[folder] = settings_at(folder) if self.settled else DEFAULTS
        return self.settings[folder]

    def _selected(self, root: Path | None, yaml_file: YamlFile) -> RuleSelection:
        settings = self._settings(root or Path(yaml_file.name).parent)
        return RuleSelection(self.selection.select or settings.select, (*settings.ignore, *self.selection.ignore))

    def result(self) -> Validation:
        by_root: dict[Path | None, list[Diagnostic]] = {}
        for name, of_file in (*self._of_shared(), *self.by_file.items()):
            by_root.setdefault(self.root_of.get(name), []).extend(of_file)
        diagnostics = [diagnostic for several in by_root.values() for diagnostic in _across(several)]
        causes = {diagnostic.file for diagnostic in diagnostics if diagnostic.severity == "error" and self._is_shared(diagnostic.file)}
        # What everybody asks comes before those who ask it: where it is broken, that is what must be mended first.
        diagnostics.sort(key=lambda diagnostic: (diagnostic.file not in causes, *sort_key(diagnostic)))
        return Validation(tuple(self.yaml_files), tuple(diagnostics), self._with_shared())

    def _of_shared(self) -> Iterator[tuple[str, list[Diagnostic]]]:
        """What is wrong with the shared files that were not themselves asked about, by file."""
        for root, project in self.shared.items():
            for yaml_file in project.yaml_files:
                if yaml_file.name not in self.by_file:
                    self.root_of[yaml_file.name] = root
                    yield yaml_file.name, [diagnostic for diagnostic in project.diagnostics if diagnostic.file == yaml_file.name]

    def _is_shared(self, name: str | None) -> bool:
        yaml_file = self._with_shared().get(name or "")
        return yaml_file is not None and (kind_of(yaml_file) in READERS or (yaml_file.values is None and name not in self.yaml_files))

    def _with_shared(self) -> dict[str, YamlFile]:
        shared = {yaml_file.name: yaml_file for project in self.shared.values() for yaml_file in project.yaml_files}
        return {**shared, **self.yaml_files}

    def _project(self, root: Path | None) -> Project:
        if root not in self.shared:
            self.shared[root] = open_project(root)
        return self.shared[root]

    def _file(self, path: Path, root: Path | None) -> None:
        name = shown(path)
        if name in self.yaml_files:
            return
        yaml_file = read_file(path, root)
        self.yaml_files[name] = yaml_file
        self.root_of[name] = root
        self.by_file[name] = list(self._judged(yaml_file, root, self._project(root)))

    def _judged(self, yaml_file: YamlFile, root: Path | None, shared: Project) -> Iterable[Diagnostic]:
        """Everything that is wrong with a file, placed."""
        if yaml_file.name in self.advice:
            return tuple(replace(diagnostic, advice=self.advice[yaml_file.name]) for diagnostic in yaml_file.diagnostics)
        if yaml_file.values is None:
            return yaml_file.diagnostics
        kind = kind_of(yaml_file)
        wrong: list[Diagnostic] = []
        if kind is not None and kind not in KINDS:
            wrong.append(wrong_kind(yaml_file, KINDS))
            kind = closest(kind, KINDS)
            if kind is None:
                return (*yaml_file.diagnostics, *yaml_file.locate(wrong))
            # The rest is judged as what it was most likely meant to be.
            yaml_file = replace(yaml_file, values={**yaml_file.values, "kind": kind})
        if kind is not None and kind in READERS:
            return (*yaml_file.diagnostics, *yaml_file.locate([*wrong, *header(yaml_file), *READERS[kind](yaml_file, shared)]))
        return read_model(yaml_file, partial(self._model, yaml_file.name, root, shared, self._selected(root, yaml_file), wrong)).diagnostics

    def _model(
        self,
        name: str,
        root: Path | None,
        shared: Project,
        selection: RuleSelection,
        wrong: list[Diagnostic],
        model: LogicModel,
        lost: Lost,
    ) -> Iterator[Diagnostic]:
        """What is wrong with a model beside its form and its own names."""
        yield from wrong
        if not lost.at(("id",)):
            first = self.first.setdefault((root, model.id), name)
            if first != name:
                there = self.yaml_files[first].place(("id",))
                yield diagnostic("VK313", ("id",), related=(Location(("id",), file=first, place=there),), id=model.id, first=first)
        yield from _rules(model, shared, selection, lost)


def _across(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """What has one cause told once, for several files of one root; at the first place, whatever order the files came in."""
    kept = []
    for first in gathered(sorted(diagnostics, key=sort_key)):
        places = sorted(first.related, key=location_key) if first.code in ONE_CAUSE else first.related
        kept.append(replace(first, related=tuple(places)))
    return kept


def _rules(model: LogicModel, shared: Project, selection: RuleSelection, lost: Lost = NOTHING) -> list[Diagnostic]:
    chain, lost = coherent(model, lost)
    context = RuleContext(chain, shared, lost, written=None if chain is model else model)
    return list(check(context, select=selection.select, ignore=selection.ignore))


def _vocabulary(yaml_file: YamlFile, shared: Project) -> Iterator[Diagnostic]:
    built = build_file(Vocabulary, yaml_file)
    yield from built.diagnostics
    if built.value is not None:
        yield from check_vocabulary(built.value, built.lost)
        own = shared.root is not None and same_place(Path(yaml_file.name), shared.root / "vocabulary.yaml")
        files = _naming_terms(shared.root) if own and shared.root is not None and not built.lost.somewhere else None
        yield from unused_terms(built.value, files) if files is not None else ()


def _naming_terms(root: Path) -> Sequence[Frozen] | None:
    """The files under a root that can name terms; None where there are no models, or what is named cannot be read in full."""
    from virkningskjede.analysis.coverage.places import KINDS as CITING
    from virkningskjede.analysis.coverage.places import citing

    models = [file.model for file in model_files(root, root)]
    others = [read_file(path, root) for path in yaml_files(root, settings_at(root).excluded)]
    others = [file for file in others if kind_of(file) in CITING]
    files = list(citing(others))
    whole = [model for model in models if model is not None]
    return (*whole, *files) if whole and len(whole) == len(models) and len(files) == len(others) else None


def _comparison(yaml_file: YamlFile, shared: Project) -> Iterable[Diagnostic]:
    return read_comparison(yaml_file, shared)[1]


def _form_of(kind: type[References] | type[Segments]) -> Callable[[YamlFile, Project], Iterable[Diagnostic]]:
    return lambda yaml_file, shared: build_file(kind, yaml_file, shared.lang).diagnostics


def _criteria(yaml_file: YamlFile, shared: Project) -> Iterable[Diagnostic]:
    from virkningskjede.analysis.criteria import read_set  # most runs have no set, and need none of the conditions

    return read_set(yaml_file, shared)[1]


def _assessments(yaml_file: YamlFile, shared: Project) -> Iterable[Diagnostic]:
    from virkningskjede.analysis.criteria import read_assessments

    return read_assessments(yaml_file, shared)[1]


def _claims(yaml_file: YamlFile, shared: Project) -> Iterable[Diagnostic]:
    from virkningskjede.analysis.claims import read_claims

    return read_claims(yaml_file, shared)[1]


READERS: Mapping[str, Callable[[YamlFile, Project], Iterable[Diagnostic]]] = {
    "vocabulary": _vocabulary,
    "references": _form_of(References),
    "segments": _form_of(Segments),
    "comparison": _comparison,
    "criteria": _criteria,
    "assessments": _assessments,
    "claims": _claims,
}
"""How each kind of file that is not a model is checked."""

KINDS = (*MODEL_KINDS, *READERS)
"""Every kind of file."""

"""One run over many files: each root is read once, each file once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from virkningskjede.diagnostics import Diagnostic, Location, diagnostic, sort_key
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word
from virkningskjede.model import LogicModel
from virkningskjede.model.values import EMPTY, Sentence
from virkningskjede.project import (
    ALONE,
    DEFAULTS,
    Copy,
    Lost,
    ModelFile,
    NameOrPath,
    Origins,
    Project,
    Settings,
    SourceTexts,
    closest,
    header,
    in_corpus,
    in_hand,
    is_folder,
    is_ours,
    kind_of,
    open_project,
    read_file,
    read_model,
    root_above,
    settings_at,
    shown,
    whole_name,
    wrong_kind,
    yaml_files,
)
from virkningskjede.project.files import Excluded
from virkningskjede.rules import RULES
from virkningskjede.rules.sections import Home
from virkningskjede.validation.kinds import KINDS, READERS, TermsNamed
from virkningskjede.validation.neighbours import sections_of
from virkningskjede.validation.validation import RuleSelection, Validation, across, by_the_rules
from virkningskjede.yamlfile import YamlFile, lies_below

RESTED_ON = frozenset({"vocabulary", "references", "segments", "template"})
"""Kinds of files that the models of a project may rest on."""

TELLING = ("kind", "id")
"""Keys at the top of a file that say what it is, by which its findings are known again."""

ABOUT_NAMES = ("error.no_model", "error.several_models", "error.same_name", "error.only_corpus")
"""What is said of a name that is no path, and of no one model either: better advice than to look for a slip in a file's name."""


class Job:
    """One run over many files: each root is read once, and each file is judged once.

    Attributes:
        origins: finds what names stand for.
        selection: which rules to run.
        settled: whether settings hold.
        today: where the settings of a file or folder are looked for: what is of a revision is judged with those of today.
        top: a folder above which no root is looked for.
        texts: what a reader has of the sources' own text, which the models are held against.
    """

    def __init__(
        self,
        origins: Origins,
        selection: RuleSelection,
        *,
        settled: bool,
        today: Callable[[Path], Path] = lambda path: path,
        top: Path | None = None,
        texts: SourceTexts | None = None,
    ) -> None:
        self.origins = origins
        self.selection = selection
        self.settled = settled
        self.today = today
        self.top = top
        self.texts = texts
        self.copies: dict[Path | None, Mapping[str, Copy]] = {}
        self.sentences: dict[Path | None, Mapping[Sentence, str]] = {None: EMPTY}
        self.roots: dict[Path, Path | None] = {}
        self.settings: dict[Path, Settings] = {}
        self.excluded: dict[Path, Excluded] = {}
        self.shared: dict[Path | None, Project] = {None: ALONE}
        self.yaml_files: dict[str, YamlFile] = {}
        self.by_file: dict[str, list[Diagnostic]] = {}
        self.advice: dict[str, Word] = {}
        self.sections: dict[Path | None, Callable[[], Mapping[Home, str]]] = {}
        self.first: dict[tuple[Path | None, str], Location] = {}
        self.named: dict[Path, TermsNamed] = {}
        self.codebooks: list[tuple[Path, YamlFile, Path]] = []
        self.root_of: dict[str, Path | None] = {}
        self.passed_over: list[str] = []
        self.places: set[str] = set()
        self.ahead: dict[str, YamlFile] = {}

    def add(self, name: NameOrPath) -> None:
        """Look at a file, or at every file of ours in a folder."""
        path, advice = self._path(name)
        if advice is not None:
            self.advice[shown(path)] = advice
        if is_folder(path):
            self._folder(path)
        elif not self._is_judged(shown(path)):
            root = self._root(path)
            self._judge(path, self._read(path, root), root)

    def add_unsaved(self, name: str) -> None:
        """Look at what a file of this name is about to hold. It has no other name, and need not be there."""
        root = self._root(Path(name))
        self._judge(Path(name), read_file(Path(name), root), root)

    def _folder(self, folder: Path) -> None:
        for file in yaml_files(folder, across=True):
            root = self._root(file)
            if self._is_judged(shown(file)) or self._settings(root or file.parent).excluded.covers(self.today(file)):
                continue
            yaml_file = self._read(file, root)
            if is_ours(yaml_file):
                self._judge(file, yaml_file, root)
            elif yaml_file.name not in self.passed_over:
                self.passed_over.append(yaml_file.name)

    def _read(self, path: Path, root: Path | None) -> YamlFile:
        """Read a file, or take it where it has been read for what its neighbours are judged by."""
        return self.ahead.pop(shown(path), None) or read_file(path, root)

    def _is_judged(self, name: str) -> bool:
        """Whether a file was judged, under this name or another: ``../models/a.yaml`` lies below a root that has its whole name."""
        return whole_name(name) in self.places

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
            self.roots[folder] = root_above(folder, self.top)
        return self.roots[folder]

    def _settings(self, folder: Path) -> Settings:
        if folder not in self.settings:
            self.settings[folder] = settings_at(self.today(folder)) if self.settled else DEFAULTS
        return self.settings[folder]

    def _selected(self, root: Path | None, file: Path) -> RuleSelection:
        settings = self._settings(root or file.parent)
        severities = settings.weighed(RULES)  # what the reader and the format refuse is an error whatever settings say
        if self.selection.select:  # what is asked for by name goes before what the project has settled
            return replace(self.selection, severities=severities)
        ignored = (*settings.ignore, *settings.ignored_in(self.today(file)), *self.selection.ignore)
        return RuleSelection(settings.select, ignored, severities)

    def result(self) -> Validation:
        """What was found in everything that was asked about, and in what rests on it."""
        files = tuple(self.yaml_files)
        for root in [root for root in self.shared if root is not None and self._is_asked_about(root)]:
            self._resting_on(root)
        for path, yaml_file, root in self.codebooks:  # of which terms nothing names, the others have been read first
            self._keep(path, yaml_file, root, self._judged(yaml_file, self._selected(root, path), root, self._project(root)))
            if yaml_file.name not in files:
                self._without_notes(yaml_file.name)
        by_root: dict[Path | None, list[Diagnostic]] = {}
        for name, of_file in (*self._of_shared(), *self.by_file.items()):
            by_root.setdefault(self.root_of.get(name), []).extend(of_file)
        diagnostics = [diagnostic for several in by_root.values() for diagnostic in across(several)]
        yaml_files = self._with_shared()
        broken = {diagnostic.file for diagnostic in diagnostics if diagnostic.severity == "error"}
        causes = {name for name in broken if self._is_shared(yaml_files.get(name or ""))}
        # What everybody asks comes before those who ask it: where it is broken, that is what must be mended first.
        diagnostics.sort(key=lambda diagnostic: (diagnostic.file not in causes, *sort_key(diagnostic)))
        return Validation(files, tuple(diagnostics), yaml_files, tuple(self.passed_over))

    def _is_asked_about(self, root: Path) -> bool:
        """Whether one of the files was asked about that the models of a project rest on."""
        return any(self.root_of[name] == root and kind_of(yaml_file) in RESTED_ON for name, yaml_file in self.yaml_files.items())

    def _resting_on(self, root: Path) -> None:
        """Judge the other files of a project, whose names may stand in the one that was asked about. Their notes are their own affair."""
        for file in yaml_files(root, self._settings(root).excluded):
            if self._is_judged(shown(file)):
                continue
            yaml_file = self._read(file, root)
            if is_ours(yaml_file):
                self._judge(file, yaml_file, root)
                self._without_notes(yaml_file.name)

    def _without_notes(self, name: str) -> None:
        self.by_file[name] = [diagnostic for diagnostic in self.by_file[name] if diagnostic.severity != "info"]

    def _of_shared(self) -> Iterator[tuple[str, list[Diagnostic]]]:
        """What is wrong with the shared files that were not themselves asked about, by file."""
        for root, project in self.shared.items():
            for yaml_file in project.yaml_files:
                if not self._is_judged(yaml_file.name):
                    self.root_of[yaml_file.name] = root
                    yield yaml_file.name, [diagnostic for diagnostic in project.diagnostics if diagnostic.file == yaml_file.name]

    def _is_shared(self, yaml_file: YamlFile | None) -> bool:
        if yaml_file is None:
            return False
        return kind_of(yaml_file) in READERS or (yaml_file.values is None and yaml_file.name not in self.yaml_files)

    def _with_shared(self) -> dict[str, YamlFile]:
        shared = {yaml_file.name: yaml_file for project in self.shared.values() for yaml_file in project.yaml_files}
        return {**shared, **self.yaml_files}

    def _project(self, root: Path | None) -> Project:
        if root not in self.shared:
            self.shared[root] = open_project(root)
        return self.shared[root]

    def _judge(self, path: Path, yaml_file: YamlFile, root: Path | None) -> None:
        name = yaml_file.name
        project = self._project(root)
        self.yaml_files[name] = yaml_file
        self.places.add(whole_name(name))
        self.root_of[name] = root
        self.by_file[name] = []
        if root is not None and any(shared.name == name for shared in project.yaml_files) and kind_of(yaml_file) == "vocabulary":
            self.codebooks.append((path, yaml_file, root))
        else:
            self._keep(path, yaml_file, root, self._judged(yaml_file, self._selected(root, path), root, project))

    def _keep(self, path: Path, yaml_file: YamlFile, root: Path | None, judged: ModelFile) -> None:
        """Keep what was found in a file, and of the file no more than is shown of it."""
        grave = self._selected(root, path).severities
        diagnostics = [
            replace(diagnostic, severity=grave[diagnostic.code]) if grave.get(diagnostic.code) else diagnostic
            for diagnostic in judged.diagnostics
        ]
        self.by_file[yaml_file.name] = diagnostics
        lines = {diagnostic.place.line for diagnostic in diagnostics if diagnostic.place is not None}
        self.yaml_files[yaml_file.name] = yaml_file.excerpt(lines, TELLING)
        if root is not None and yaml_file.readable and self._counts(path, root):
            self.named.setdefault(root, TermsNamed()).take(judged)

    def _counts(self, path: Path, root: Path) -> bool:
        """Whether a file is one of those whose terms a project uses: it lies in it, and is not excluded."""
        if root not in self.excluded:
            self.excluded[root] = settings_at(self.today(root)).excluded
        return lies_below(path, root) and not self.excluded[root].covers(self.today(path))

    def _judged(self, yaml_file: YamlFile, selected: RuleSelection, root: Path | None, shared: Project) -> ModelFile:
        """A file with everything that is wrong with it, placed."""
        if yaml_file.name in self.advice:
            advised = (replace(diagnostic, advice=self.advice[yaml_file.name]) for diagnostic in yaml_file.diagnostics)
            return ModelFile(yaml_file, None, tuple(advised))
        if yaml_file.values is None:
            return ModelFile(yaml_file, None, yaml_file.diagnostics)
        kind = kind_of(yaml_file)
        wrong: list[Diagnostic] = []
        as_read = yaml_file
        if kind is not None and kind not in KINDS:
            wrong.append(wrong_kind(yaml_file, KINDS))
            kind = closest(kind, KINDS)
            if kind is None:
                return ModelFile(yaml_file, None, (*yaml_file.diagnostics, *yaml_file.locate(wrong)))
            # The rest is judged as what it was most likely meant to be.
            yaml_file = replace(yaml_file, values={**yaml_file.values, "kind": kind})
        if kind is not None and kind in READERS:
            own = [*READERS[kind](yaml_file, shared)]
            if root in self.named and any(codebook is yaml_file for _, codebook, _ in self.codebooks):
                own += self.named[root].unused(yaml_file)
            wanted = [diagnostic for diagnostic in own if diagnostic.severity == "error" or selected.wants(diagnostic.code)]
            return ModelFile(yaml_file, None, (*yaml_file.diagnostics, *yaml_file.locate([*wrong, *header(yaml_file), *wanted])))
        file = read_model(yaml_file, partial(self._model, yaml_file, root, shared, selected, wrong))
        return ModelFile(as_read, None, file.diagnostics) if wrong else file

    def _model(
        self,
        yaml_file: YamlFile,
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
            here = Location(("id",), file=yaml_file.name, place=yaml_file.place(("id",)))
            first = self.first.setdefault((root, model.id), here)
            if first.file != yaml_file.name:
                yield diagnostic("VK313", ("id",), related=(first,), id=model.id, first=first.file)
        if root not in self.sections:
            # What was judged has been let go, so that its sections are read once more; this one is at hand, and a few are kept for later.
            settings = self._settings(root) if root is not None else DEFAULTS
            self.sections[root] = sections_of(root, settings, {yaml_file.name: yaml_file}, self.ahead)
        yield from by_the_rules(model, shared, selection, lost, self.sections[root], self._text(root, shared))

    def _text(self, root: Path | None, shared: Project) -> Mapping[Sentence, str]:
        """The sentences of the sources of a project that a reader has a copy of, as the segments have them."""
        if self.texts is not None and root not in self.sentences:
            self.copies[root] = self.texts.copies(shared)
            self.sentences[root] = in_hand(self.copies[root])
        return self.sentences.get(root, EMPTY)

"""The project of the user: the folder with the codebook, and what all the models in it share."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from virkningskjede.diagnostics import Diagnostic, InvalidModel
from virkningskjede.errors import UsageError
from virkningskjede.i18n import DEFAULT_LANG, Lang, Word
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import SHARED_SECTIONS, Comparison, References, Segments, Vocabulary
from virkningskjede.model.values import EMPTY, File, FrozenMap, copy_with
from virkningskjede.project.checkout import Checkout
from virkningskjede.project.files import REFERENCES, is_folder, named_files, read_file, shown, vocabularies, yaml_files
from virkningskjede.project.form import build_file
from virkningskjede.project.lost import NOTHING, Lost
from virkningskjede.project.settings import DEFAULTS, Settings, settings_at
from virkningskjede.yamlfile import YamlFile, collector_paused

F = TypeVar("F", bound=File)

MODEL_FOLDERS: Mapping[str, str] = {"pilot": "pilots", "template": "templates", "programme": "programmes"}
"""Where a new model of each kind is put under a root. A model may lie anywhere below it."""

NO_REFERENCES = References()


@dataclass(frozen=True, slots=True)
class Project:
    """Where everything shared comes from. Everything is empty when a model stands alone.

    Attributes:
        root: the folder, or None.
        vocabulary: the codebook, or None without a root.
        references: works by key.
        segments: by the key of the source they divide.
        templates: by id.
        comparisons: by id.
        diagnostics: what is wrong with the shared files themselves.
        yaml_files: the shared files as they were read.
        settings: what the project has settled for its runs.
        checkout: the revision that all this stood in; None for the files of today.
        lost: what the shared files lack because something is wrong with them. Each path begins with what the file holds
            (``vocabulary``, ``references``, ``segments``, ``templates``, ``comparisons``), and of those with a name goes on with it.
    """

    root: Path | None = None
    vocabulary: Vocabulary | None = None
    references: References = NO_REFERENCES
    segments: Mapping[str, Segments] = EMPTY
    templates: Mapping[str, LogicModel] = EMPTY
    comparisons: Mapping[str, Comparison] = EMPTY
    diagnostics: tuple[Diagnostic, ...] = ()
    yaml_files: tuple[YamlFile, ...] = field(default=(), repr=False, compare=False)
    settings: Settings = field(default=DEFAULTS, repr=False, compare=False)
    checkout: Checkout | None = field(default=None, repr=False, compare=False)
    lost: Lost = field(default=NOTHING, repr=False, compare=False)

    @property
    def has_codebook(self) -> bool:
        """Whether there is a codebook to hold names against, be it a broken one."""
        return self.vocabulary is not None or self.lost.at(("vocabulary",))

    @property
    def place(self) -> Path | None:
        """The folder in the work tree, whatever the revision: two projects of one place are two states of one project."""
        return self.checkout.today(self.root) if self.checkout is not None and self.root is not None else self.root

    @property
    def lang(self) -> Lang:
        """The language of plain labels in the files that are shared."""
        return self.vocabulary.lang if self.vocabulary is not None else DEFAULT_LANG

    def sound(self) -> Project:
        """This project, when its shared files are right: what is left of a broken codebook would give other answers.

        Raises:
            InvalidModel: they are not; ``.diagnostics`` has everything that was found in them.
        """
        if any(diagnostic.severity == "error" for diagnostic in self.diagnostics):
            raise InvalidModel(self.diagnostics)
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        if self.checkout is None or self.root is None:
            return Project, tuple(getattr(self, field.name) for field in fields(self))
        # The folder that a revision is laid out in goes with the process: it is laid out anew, and everything read there again.
        return _laid_out_again, (self.checkout, self.root.relative_to(self.checkout.folder))

    def __deepcopy__(self, _: dict[int, Any]) -> Project:
        return self  # nothing in it can be changed, and a copied model is of the same project


ALONE = Project()
"""The project of a model that has no root."""


def _laid_out_again(checkout: Checkout, rest: Path) -> Project:
    return open_project(checkout.folder / rest, checkout)


def _same(project: Project) -> Project:
    return project


class Opening:
    """A project that is read when somebody asks what it holds: one model's own form needs none of it."""

    def __init__(self, root: Path | None, checkout: Checkout | None = None) -> None:
        self.root = root
        self.checkout = checkout

    @cached_property
    def project(self) -> Project:
        """The project."""
        return open_project(self.root, self.checkout)

    def __reduce__(self) -> tuple[Any, ...]:
        return _same, (self.project,)  # what it holds when it is pickled, and not when it is asked again

    def __deepcopy__(self, _: dict[int, Any]) -> Opening:
        return self


def keep(model: LogicModel, project: Project | Opening) -> LogicModel:
    """Let a model know which project it is of; give the model."""
    model.__dict__["_project"] = project
    return model


def keep_as(model: LogicModel, like: LogicModel) -> LogicModel:
    """Let a model know that it is of the same project as another one; give the model."""
    model.__dict__["_project"] = like._project
    return model


def project_of(model: LogicModel) -> Project:
    """The project that a model was loaded in; `ALONE` for one that was built in Python or has no root."""
    kept = model._project
    return kept.project if isinstance(kept, Opening) else kept if isinstance(kept, Project) else ALONE


def one_project(models: Iterable[LogicModel]) -> Project:
    """The project that models are of, in whatever order they come. A model that stands alone takes the others'.

    Of several states of one project it is the newest.

    Raises:
        UsageError: they are of two projects.
    """
    kept = {id(model._project): model for model in models}
    return newest(project_of(model) for model in kept.values())


def newest(projects: Iterable[Project]) -> Project:
    """The one project that these are states of, as it stood last; `ALONE` when there is none.

    Raises:
        UsageError: they are two projects.
    """
    latest = ALONE
    for project in projects:
        if project.root is None:
            continue
        if latest.place is not None and not _same_place(project.place, latest.place):
            raise two_projects(latest.place, project.place)
        if latest.root is None or _later(project, latest):
            latest = project
    return latest


def _later(a: Project, b: Project) -> bool:
    return b.checkout is not None and (a.checkout is None or a.checkout.is_later_than(b.checkout))


def _same_place(a: Path | None, b: Path | None) -> bool:
    return a == b or (a is not None and b is not None and os.path.realpath(a) == os.path.realpath(b))


def two_projects(a: Path | None, b: Path | None) -> UsageError:
    """The error of models that are of two projects: their order never decides which is asked."""
    first, second = sorted(shown(root) for root in (a, b) if root is not None)
    return UsageError(Word("error.two_projects", (("a", first), ("b", second))))


def open_project(root: Path | None, checkout: Checkout | None = None) -> Project:
    """Read what is shared under a root. What is wrong is in ``diagnostics``; the rest can still be used.

    Args:
        root: the folder with the codebook; None for no project.
        checkout: the revision that the folder stands in, if it is not of today.

    Raises:
        UsageError: the folder holds no codebook, or two.
    """
    if root is None:
        return ALONE
    with collector_paused():
        return _read_shared(root, codebook(root), checkout)


def codebook(root: Path) -> Path:
    """The file of the codebook in the root of a project.

    Raises:
        UsageError: there is none, or there are two.
    """
    files = vocabularies(root)
    if not files and not os.access(root, os.R_OK | os.X_OK):
        raise UsageError(Word("error.closed", (("path", shown(root)),)))
    if not files:
        raise UsageError(Word("error.root.none", (("root", shown(root)),)))
    if len(files) > 1:
        raise UsageError(Word("error.root.two", (("root", shown(root)), ("a", files[0].name), ("b", files[1].name))))
    return files[0]


def _read_shared(root: Path, codebook: Path, checkout: Checkout | None) -> Project:
    shared = _Shared(root, settings_at(root, checkout.folder if checkout is not None else None))
    vocabulary = shared.one(Vocabulary, codebook)
    shared.lang = vocabulary.lang if vocabulary is not None else DEFAULT_LANG
    files = named_files(root, REFERENCES)
    if len(files) > 1:
        a, b = map(shown, files[:2])
        raise UsageError(Word("error.two_files", (("name", REFERENCES), ("a", a), ("b", b))))
    references = shared.one(References, files[0]) if files else None
    segments = shared.folder(Segments, "segments")
    templates = shared.folder(LogicModel, "templates")
    comparisons = shared.folder(Comparison, "comparisons")
    return Project(
        root,
        vocabulary,
        references or NO_REFERENCES,
        FrozenMap(segments),
        FrozenMap(templates),
        FrozenMap(comparisons),
        tuple(shared.diagnostics),
        tuple(shared.yaml_files),
        shared.settings,
        checkout,
        shared.lost,
    )


_SECTIONS: Mapping[type[File], tuple[str, str | None]] = {
    Vocabulary: ("vocabulary", None),
    References: ("references", None),
    Segments: ("segments", "source"),
    LogicModel: ("templates", "id"),
    Comparison: ("comparisons", "id"),
}
"""What is lost of a shared file, by its kind: under which key, and the field with its name."""


class _Shared:
    def __init__(self, root: Path, settings: Settings) -> None:
        self.root = root
        self.settings = settings
        self.lang: Lang = DEFAULT_LANG
        self.diagnostics: list[Diagnostic] = []
        self.yaml_files: list[YamlFile] = []
        self.lost = NOTHING

    def one(self, kind: type[F], path: Path) -> F | None:
        yaml_file = read_file(path, self.root)
        self.yaml_files.append(yaml_file)
        self.diagnostics.extend(yaml_file.diagnostics)
        built = build_file(kind, yaml_file, self.lang)
        self.diagnostics.extend(yaml_file.locate(built.diagnostics))
        if built.lost:
            section, key = _SECTIONS[kind]
            named = () if key is None else (path.stem if built.value is None or built.lost.at((key,)) else getattr(built.value, key),)
            self.lost |= built.lost.below(section, *named)
        return built.value

    def folder(self, kind: type[F], name: str) -> dict[str, F]:
        """The files of a folder by what each says that it is.

        Raises:
            UsageError: two say the same, and which of them is meant nobody knows.
        """
        folder, key = self.root / name, _SECTIONS[kind][1] or "id"
        paths: dict[str, Path] = {}
        values: dict[str, F] = {}
        for path in yaml_files(folder, self.settings.excluded) if is_folder(folder) else ():
            value = self.one(kind, path)
            if value is None:
                continue
            called = getattr(value, key)
            if called in values and kind is not LogicModel:  # two models of one id are a finding of their files
                files = (("a", shown(paths[called])), ("b", shown(path)))
                raise UsageError(Word("error.two_files", (("name", f"`{key}: {called}`"), *files)))
            paths[called], values[called] = path, value
        return values


def joined_vocabulary(a: Project, b: Project) -> Vocabulary | None:
    """The codebook that two sides are asked with. Of two states of one project it is the newer's; of two projects, both together.

    A name that both have is a kind of all that either says it is; its label is the second's.
    """
    if a.vocabulary is None or b.vocabulary is None or _same_place(a.place, b.place):
        return newest([a, b]).vocabulary if _same_place(a.place, b.place) else a.vocabulary or b.vocabulary
    joined = {name: FrozenMap(_joined(getattr(a.vocabulary, name), getattr(b.vocabulary, name))) for name in SHARED_SECTIONS}
    return copy_with(b.vocabulary, joined)


def _joined(a: Mapping[str, Any], b: Mapping[str, Any]) -> dict[str, Any]:
    broader = {name: tuple(dict.fromkeys((*b[name].broader, *a[name].broader))) for name in b if name in a and hasattr(b[name], "broader")}
    return {**a, **b, **{name: copy_with(b[name], {"broader": above}) for name, above in broader.items()}}


def unlabelled(a: LogicModel, b: LogicModel) -> tuple[LogicModel, LogicModel]:
    """Two models without the labels that tell them apart, when these are all that does: two versions of one model."""
    names = [model.id.partition("@")[0] for model in (a, b)]
    if a.id == b.id or names[0] != names[1]:
        return a, b
    return copy_with(a, {"id": names[0]}), copy_with(b, {"id": names[1]})


def terms_beyond(models: Iterable[LogicModel], vocabulary: Vocabulary | None) -> tuple[str, ...]:
    """The terms that models have and a codebook has not, in order."""
    used = {term for model in models for node in model.nodes.values() for term in node.term}
    return tuple(sorted(used - vocabulary.terms.keys())) if vocabulary is not None else ()


def lost_terms(models: Iterable[LogicModel], a: Project, b: Project) -> tuple[str, ...]:
    """The terms that models of two states of one project have, and the newer codebook has no longer."""
    states = {project.checkout.rev if project.checkout is not None else None for project in (a, b)}
    if len(states) < 2 or not _same_place(a.place, b.place):
        return ()
    return once_known(terms_beyond(models, newest([a, b]).vocabulary), (a, b))


def once_known(terms: Iterable[str], projects: Iterable[Project]) -> tuple[str, ...]:
    """Those of some terms that one of several projects has: what stands in no codebook is a slip, and nothing that is gone."""
    codebooks = [project.vocabulary.terms for project in projects if project.vocabulary is not None]
    return tuple(term for term in terms if any(term in codebook for codebook in codebooks))

"""From files to models: one file gives a model, a folder a portfolio."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, overload

from virkningskjede.arguments import Content, checked
from virkningskjede.diagnostics import Diagnostic, InvalidModel, diagnostic
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Lang, Word
from virkningskjede.i18n.language import chosen
from virkningskjede.i18n.likely import likely
from virkningskjede.i18n.spelling import fitting, main_title, the_one
from virkningskjede.model import LogicModel, frame_of, list_of
from virkningskjede.model.models import Models, models_of
from virkningskjede.model.values import STAGES, ModelKind, copy_with
from virkningskjede.project.files import Excluded, is_folder, read_file, unversioned, whole_name, yaml_files
from virkningskjede.project.form import build_file, missing_key
from virkningskjede.project.integrity import broken_names
from virkningskjede.project.lost import NOTHING, WHOLE, Lost
from virkningskjede.project.origins import NameOrPath, Origin, Origins
from virkningskjede.project.project import ALONE, MODEL_FOLDERS, Opening, Project, keep, newest, once_known, project_of, terms_beyond
from virkningskjede.project.root import named_root
from virkningskjede.project.settings import settings_at
from virkningskjede.yamlfile import YamlFile, collector_paused, parse

if TYPE_CHECKING:
    import pandas as pd

MODEL_KINDS = tuple(MODEL_FOLDERS)
Judge = Callable[[LogicModel, Lost], Iterable[Diagnostic]]
"""Finds what is wrong with a model, or with what could be read of one."""

OTHER_KINDS = ("vocabulary", "references", "criteria", "claims", "assessments", "comparison", "segments")


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file that should hold a model: the model if it does, and what was found on the way.

    Attributes:
        yaml_file: the file as it was read.
        model: the model; None where there is an error.
        diagnostics: what was found, located.
        partial: the model as far as it can be read, for finding more that is wrong and for nothing else.
        lost: what ``partial`` lacks.
    """

    yaml_file: YamlFile
    model: LogicModel | None
    diagnostics: tuple[Diagnostic, ...]
    partial: LogicModel | None = None
    lost: Lost = NOTHING

    @property
    def name(self) -> str:
        """The id of the model; where it cannot be read, the name of the file, which should be the same."""
        known = self.partial is not None and not self.lost.at(("id",))
        return self.partial.id if known and self.partial is not None else unversioned(self.yaml_file.name).stem


class NoModel(UsageError, KeyError):
    """A portfolio has no model of that name."""


MOST_NAMED = 12
"""So many models of a portfolio are named on a line."""


class Portfolio(Mapping[str, LogicModel]):
    """Models by id, read-only, with what they share.

    Args:
        models: the models, by id or one after another; their ids must differ.
        project: where everything shared comes from: codebook, references, segments, templates and sets.
        files: the name of the file that each model came from, by id.
        others: the files of other kinds that stand beside the models, such as criteria sets.
        states: the states of the project that they are of, where there are several; ``project`` is the newest of them.
    """

    @checked
    def __init__(
        self,
        models: Models,
        project: Project = ALONE,
        files: Mapping[str, ModelFile] | None = None,
        others: Iterable[YamlFile] = (),
        states: Iterable[Project] = (),
    ) -> None:
        self._models = dict(models) if isinstance(models, Mapping) else {model.id: model for model in models_of(models)}
        self.project = project
        self.files: Mapping[str, ModelFile] = dict(files or {})
        self.others = tuple(others)
        self.states = tuple(states)

    @property
    def lost_terms(self) -> tuple[str, ...]:
        """The terms that models of earlier revisions have and the project's codebook, the newest, has no longer; in order."""
        return once_known(terms_beyond(self._models.values(), self.project.vocabulary), self.states) if self.states else ()

    @property
    def surroundings(self) -> Project:
        """The project, under the name that it had before."""
        return self.project

    @checked
    def where(
        self,
        such: Callable[[LogicModel], bool] | None = None,
        *,
        kind: ModelKind | Collection[ModelKind] = (),
        follows: str | Collection[str] = (),
        source: str | Collection[str] = (),
    ) -> Portfolio:
        """The models that fit all that is asked, as a portfolio of the same project.

        Args:
            such: a function that says of a model whether it fits.
            kind: ``pilot``, ``template`` or ``programme``, or several of them.
            follows: the id of a template, or several of them.
            source: the key of a source, or several of them.

        >>> corpus = load_portfolio("corpus:")
        >>> list(corpus.where(kind="pilot", follows="modell-2", such=lambda model: "ha" in model.id))
        ['ha']
        """
        filters = {"kind": kind, "follows": follows, "source": source}
        wanted = {name: {value} if isinstance(value, str) else set(value) for name, value in filters.items() if value}
        fits = {name: model for name, model in self._models.items() if all(getattr(model, key) in wanted[key] for key in wanted)}
        return self._part(name for name, model in fits.items() if such is None or such(model))

    def to_frame(self, what: Literal["nodes", "links"] = "nodes", *, lang: Lang | None = None) -> pd.DataFrame:
        """The nodes, or the arrows, of all its models, one a row (needs pandas); see `virkningskjede.model.LogicModel.to_frame`.

        >>> frame = load_portfolio("corpus:pilots").to_frame("nodes")
        >>> int((frame["status"] == "in_use").sum()) > 0
        True
        """
        lang = chosen(lang)
        return frame_of(self._models.values(), what, lang)

    @checked
    def select(self, ids: str | Iterable[str]) -> Portfolio:
        """The models of these ids or titles, in the order that they are named in, as a portfolio of the same project.

        Raises:
            UsageError: there is no model of an id or a title, or a title is that of several.

        >>> list(load_portfolio("corpus:pilots").select(["Nesodden", "ha"]))
        ['nesodden', 'ha']
        """
        return self._part(self._id_of(name) for name in ([ids] if isinstance(ids, str) else ids))

    @checked
    def with_model(self, model: LogicModel) -> Portfolio:
        """The portfolio with a model more, or with another one in the place of the model of the same id.

        Raises:
            UsageError: it is no model, or one of another project. One that stands alone comes to be of this one.

        >>> list(load_portfolio("corpus:templates").with_model(LogicModel(id="modell-3", kind="template")))
        ['felles', 'modell-1', 'modell-2', 'modell-3']
        """
        newest([self.project, project_of(model)])
        models = {**self._models, model.id: keep(model.model_copy(), self.project)}
        files = {name: file for name, file in self.files.items() if name != model.id}  # which holds another model now
        return Portfolio(models, self.project, files, self.others, self.states)

    def without(self, ids: str | Iterable[str]) -> Portfolio:
        """The portfolio without the models of these ids or titles.

        Raises:
            UsageError: there is no such model.
        """
        gone = {self._id_of(name) for name in ([ids] if isinstance(ids, str) else ids)}
        return self._part(name for name in self._models if name not in gone)

    def _id_of(self, name: object) -> str:
        """The id that somebody means: that very id, or else one that is only written otherwise, or that of a title.

        Raises:
            NoModel: nothing here is called so.
            UsageError: several are.
        """
        if isinstance(name, str) and name in self._models:
            return name
        text = str(name)
        names = {own_id: (own_id, model.name) for own_id, model in self._models.items()}
        id_ = the_one(text, fitting(text, names)) if isinstance(name, str) else None
        if id_ is None:
            guess = likely(text, names) or likely(text, [main_title(title) for _, title in names.values()])
            raise NoModel(Word("error.no_id", (("id", text), ("likely", guess))))
        return id_

    def _part(self, names: Iterable[str]) -> Portfolio:
        models = {name: self._models[name] for name in names}
        return Portfolio(models, self.project, {name: self.files[name] for name in models if name in self.files}, self.others, self.states)

    def __getitem__(self, name: str) -> LogicModel:
        """The model of an id, or of a title as people write it.

        >>> load_portfolio("corpus:pilots")["Hå"].id
        'ha'
        """
        return self._models[self._id_of(name)]

    def __contains__(self, name: object) -> bool:
        return name in self._models  # of ids alone: what stands beside each other by id is not the same model by its title

    def __iter__(self) -> Iterator[str]:
        return iter(self._models)

    def __len__(self) -> int:
        return len(self._models)

    def __hash__(self) -> int:
        return hash(frozenset(self._models.items()))

    def __repr__(self) -> str:
        names = list(self._models)
        more = f", and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
        return f"Portfolio({', '.join(names[:MOST_NAMED])}{more})"

    def _repr_html_(self) -> str:
        return list_of(self._models.values())

    def _ipython_key_completions_(self) -> list[str]:
        return list(self._models)


def kind_of(yaml_file: YamlFile) -> str | None:
    """Of what kind a file says it is; None when it does not say."""
    kind = yaml_file.values.get("kind") if yaml_file.values is not None else None
    return kind if isinstance(kind, str) else None


_OURS = "|".join((*MODEL_KINDS, *OTHER_KINDS))
_HEADER = re.compile(rf"^\t*[\"']?virkningskjede[\"']?[ \t]*[:1]|^kind:[ \t]*(?:{_OURS})[ \t\r]*$", re.MULTILINE)
"""What a file of ours that cannot be read has in its text: the key without its colon or after a tab too, or a kind that is ours."""

_ANYBODYS = ("inputs", "outputs")
"""Sections whose names stand at the top of other programs' files too."""


def is_ours(yaml_file: YamlFile) -> bool:
    """Whether a file that lies in a folder is one of ours: by the key ``virkningskjede``, or by the kind or the sections of one where
    somebody has forgotten that. One that cannot be read, or is empty, may be.

    >>> [is_ours(parse(text, "x.yaml")) for text in (b"kind: pilot", b"services: {web: {image: x}}", b"virkningskjede: [")]
    [True, False, True]
    >>> broken = (b"virkningskjede 1\\nkind: pilot\\n", b"\\tvirkningskjede: 1", b"  virkningskjede: {{ a }}: b")
    >>> [is_ours(parse(text, "x.yaml")) for text in broken]
    [True, True, False]
    """
    if yaml_file.values is None:
        return not yaml_file.text or _HEADER.search(yaml_file.text) is not None
    return kind_of(yaml_file) in (*MODEL_KINDS, *OTHER_KINDS) or any(
        key in yaml_file.values for key in ("virkningskjede", *STAGES) if key not in _ANYBODYS
    )


def read_model(yaml_file: YamlFile, judge: Judge | None = None) -> ModelFile:
    """Make a model of a file, and collect everything that is wrong with its form and its own names.

    Args:
        yaml_file: the file.
        judge: finds more that is wrong with what can be read of the model. All that is found is cut and placed together.
    """
    if yaml_file.values is None:
        return ModelFile(yaml_file, None, yaml_file.diagnostics, None, WHOLE)
    if kind_of(yaml_file) in OTHER_KINDS:
        return ModelFile(yaml_file, None, (*yaml_file.diagnostics, *yaml_file.locate([wrong_kind(yaml_file, MODEL_KINDS)])))
    built = build_file(LogicModel, yaml_file)
    wrong = [*header(yaml_file), *built.diagnostics]
    if built.value is not None:
        wrong += broken_names(built.value, built.lost)
    sound = not any(diagnostic.severity == "error" for diagnostic in (*yaml_file.diagnostics, *wrong))
    if built.value is not None and judge is not None:
        wrong += judge(built.value, built.lost)
    diagnostics = (*yaml_file.diagnostics, *yaml_file.locate(wrong))
    return ModelFile(yaml_file, built.value if sound else None, diagnostics, built.value, built.lost)


TABLES = frozenset({"csv", "tsv", "tab", "xlsx", "xlsm", "docx", "docm", "md", "markdown", "html", "htm", "graphml"})
"""How the names of files end that hold tables, and no model."""


def header(yaml_file: YamlFile) -> Iterator[Diagnostic]:
    """What the first lines of a file lack: its format version and its kind."""
    for key in ("virkningskjede", "kind"):
        if yaml_file.values is not None and key not in yaml_file.values:
            yield missing_key((), key, (*MODEL_KINDS, *OTHER_KINDS))


@checked
def load_model(path: NameOrPath | None = None, *, text: Content | None = None, root: NameOrPath | None = None) -> LogicModel:
    """Load one model from a file or from a text.

    Args:
        path: a file; ``FILE@REV`` for what stood there at a revision of git; ``corpus:ID`` for an installed one.
        text: what a file would hold, instead of a path.
        root: the folder with the codebook; found from the path when None. A text has no project unless this is given.

    Raises:
        InvalidModel: what the file holds does not make a model; ``.diagnostics`` has everything that was found.
        UsageError: there is no such file or revision, it is a folder, or neither or both of path and text are given.

    >>> load_model("corpus:ha").follows
    'modell-2'
    """
    if (path is None) == (text is None):
        raise UsageError(Word("error.path_or_text"))
    origins = Origins(None if root is None else named_root(root))
    if text is not None:
        return keep(_model_of(read_model(parse(text.encode("utf-8"), "<text>"))), Opening(origins.root))
    assert path is not None, "one of the two is given"
    return load_origin(origins.of(path), origins)


def load_origin(origin: Origin, origins: Origins) -> LogicModel:
    """The model of an origin. The shared files are not read until somebody asks: a model's own form needs none of them.

    Raises:
        InvalidModel: what the file holds does not make a model.
        UsageError: it is a folder.
    """
    if is_folder(origin.path):
        raise UsageError(Word("error.folder", (("path", origin.name),)))
    _no_table(origin)
    with collector_paused():
        return keep(_labelled(_model(origin.path, origin.root), origin.label), origins.opening(origin))


def _no_table(origin: Origin) -> None:
    """Say what reads a table, where one is given for a model."""
    if origin.path.suffix.removeprefix(".").casefold() in TABLES:
        raise UsageError(Word("error.table", (("path", origin.name),)))


def _model(path: Path, root: Path | None) -> LogicModel:
    # A function of its own, so that the file as it was read is gone before the collector wakes and would walk it.
    return _model_of(read_model(read_file(path, root)))


def _model_of(file: ModelFile) -> LogicModel:
    if file.model is None:
        raise InvalidModel(file.diagnostics)
    return file.model


def _labelled(model: LogicModel, label: str | None) -> LogicModel:
    """The model under the id that tells it from another of the same id: no file can have such an id."""
    return model if label is None else copy_with(model, {"id": f"{model.id}@{label}"})


@checked
def load_portfolio(paths: NameOrPath | Iterable[NameOrPath], *, root: NameOrPath | None = None) -> Portfolio:
    """Load every model in folders and files that are of one project.

    Args:
        paths: a folder or a file, or several. ``FOLDER@REV`` is what stood there at a revision, ``corpus:FOLDER`` an installed one, and
            with ``LABEL=PATH`` models of the same id can stand side by side: they are called ``id@LABEL``.
        root: the folder with the codebook; found from the paths when None.

    Raises:
        InvalidModel: what the files hold does not make models; ``.diagnostics`` has everything that was found in all of them.
        UsageError: there is no such path or revision, the paths are of two projects, or two models have the same id.

    >>> sorted(load_portfolio("corpus:templates"))
    ['felles', 'modell-1', 'modell-2']
    """
    origins = Origins(None if root is None else named_root(root))
    return load_side([paths] if isinstance(paths, str | os.PathLike) else paths, origins)


def load_side(names: Iterable[NameOrPath], origins: Origins) -> Portfolio:
    """The models of several names: see `load_portfolio`."""
    several, project = origins.side(names)
    models: dict[str, tuple[LogicModel, ModelFile, Origin]] = {}
    others: dict[str, YamlFile] = {}
    diagnostics: list[Diagnostic] = list(project.diagnostics)
    twice: list[tuple[str, Origin, Origin]] = []
    for origin in several:
        for file in _files_of(origin, origins):
            if not _is_model(file):
                others[file.yaml_file.name] = file.yaml_file
                continue
            diagnostics += file.diagnostics
            model = _labelled(file.model, origin.label) if file.model is not None else None
            if model is None:
                continue
            first = models.setdefault(model.id, (model, file, origin))
            if whole_name(first[1].yaml_file.name) == whole_name(file.yaml_file.name):
                continue
            if first[2] is origin:  # in one folder it is a finding of that file; between two that were named, nobody's
                diagnostics += file.yaml_file.locate([diagnostic("VK313", ("id",), id=model.id, first=first[1].yaml_file.name)])
            else:
                twice.append((model.id, first[2], origin))
    if any(diagnostic.severity == "error" for diagnostic in diagnostics):
        raise InvalidModel(dict.fromkeys(diagnostics))
    for name, first_place, second in twice:
        a, b = sorted((first_place.name, second.name))
        raise UsageError(Word("error.same_id_twice", (("id", name), ("a", a), ("b", b))))
    mixed = len({origin.checkout.rev if origin.checkout is not None else None for origin in several}) > 1
    kept = {name: keep(model, project) for name, (model, _, _) in models.items()}
    states = [origins.project(origin) for origin in several if origin.root is not None] if mixed else []
    return Portfolio(kept, project, {name: file for name, (_, file, _) in models.items()}, others.values(), states)


def _files_of(origin: Origin, origins: Origins) -> Iterator[ModelFile]:
    """The files of an origin, each read when it is asked for."""
    folder = origin.folder
    if is_folder(folder):
        yield from _files(folder, origin.root, origins.project(origin).settings.excluded)
    else:
        _no_table(origin)
        with collector_paused():
            file = read_model(read_file(folder, origin.root))
        yield file


def model_files(folder: Path, root: Path | None) -> Iterator[ModelFile]:
    """The files of a folder that hold models or should: shared files and sets are left out."""
    return (file for file in _files(folder, root, settings_at(folder).excluded) if _is_model(file))


def _files(folder: Path, root: Path | None, excluded: Excluded) -> Iterator[ModelFile]:
    for path in yaml_files(folder, excluded):
        with collector_paused():
            file = read_model(read_file(path, root))
        yield file


def _is_model(file: ModelFile) -> bool:
    return kind_of(file.yaml_file) not in OTHER_KINDS and is_ours(file.yaml_file)


@overload
def load(path: list[NameOrPath] | tuple[NameOrPath, ...], *, root: NameOrPath | None = None) -> Portfolio: ...
@overload
def load(path: NameOrPath, *, root: NameOrPath | None = None) -> LogicModel | Portfolio: ...
@checked
def load(path: NameOrPath | list[NameOrPath] | tuple[NameOrPath, ...], *, root: NameOrPath | None = None) -> LogicModel | Portfolio:
    """Load a model from a file, or every model in a folder: `load_model` or `load_portfolio`, by what the path is.

    Raises:
        InvalidModel: what the files hold does not make models; ``.diagnostics`` has everything that was found in all of them.
        UsageError: there is no such path.

    >>> load("corpus:ha") == load_model("corpus:ha")
    True
    """
    origins = Origins(None if root is None else named_root(root))
    if not isinstance(path, str | os.PathLike):
        return load_side(path, origins)
    origin = origins.of(path)
    return load_side([path], origins) if is_folder(origin.path) else load_origin(origin, origins)


def wrong_kind(yaml_file: YamlFile, known: tuple[str, ...]) -> Diagnostic:
    """The diagnostic for a file whose kind is not one of those that can be used."""
    kind = kind_of(yaml_file)
    return diagnostic("VK113", ("kind",), value=kind or "", likely=likely(kind or "", known), known=", ".join(known))

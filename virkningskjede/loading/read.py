"""From files to models: one file gives a model, a folder a portfolio."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from virkningskjede.catalogue import Word
from virkningskjede.diagnostics import Diagnostic, InvalidModel, diagnostic
from virkningskjede.errors import UsageError
from virkningskjede.loading.form import build, likely
from virkningskjede.loading.integrity import broken_names
from virkningskjede.loading.root import ALONE, Project, find_root, open_project, read_file, yaml_files
from virkningskjede.model import LogicModel
from virkningskjede.source import Document, collector_paused

MODEL_KINDS = ("pilot", "template", "programme")
OTHER_KINDS = ("vocabulary", "references", "criteria", "claims", "assessments", "comparison", "segments")


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file that should hold a model: the model if it does, and what was found on the way."""

    document: Document
    model: LogicModel | None
    diagnostics: tuple[Diagnostic, ...]


class Portfolio(Mapping[str, LogicModel]):
    """Models by id, read-only, with what they share.

    Args:
        models: the models; their ids must differ.
        project: vocabulary, references, segments and templates.
        files: the name of the file that each model came from, by id.
        others: the files of other kinds that stand beside the models, such as criteria sets.
    """

    def __init__(
        self,
        models: Mapping[str, LogicModel],
        project: Project = ALONE,
        files: Mapping[str, ModelFile] | None = None,
        others: Iterable[Document] = (),
    ) -> None:
        self._models = dict(models)
        self.project = project
        self.files: Mapping[str, ModelFile] = dict(files or {})
        self.others = tuple(others)

    def __getitem__(self, name: str) -> LogicModel:
        return self._models[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._models)

    def __len__(self) -> int:
        return len(self._models)

    def __hash__(self) -> int:
        return hash(frozenset(self._models.items()))

    def __repr__(self) -> str:
        return f"Portfolio({', '.join(self._models)})"


def kind_of(document: Document) -> str | None:
    """What kind of file a document says it is; None when it does not say."""
    kind = document.values.get("kind") if document.values is not None else None
    return kind if isinstance(kind, str) else None


def read_model(document: Document) -> ModelFile:
    """Make a model of a document, and collect everything that is wrong with its form and its own names."""
    found = list(document.diagnostics)
    if document.values is None:
        return ModelFile(document, None, tuple(found))
    if kind_of(document) in OTHER_KINDS:
        return ModelFile(document, None, (*found, *document.locate([wrong_kind(document, MODEL_KINDS)])))
    model, wrong = build(LogicModel, document.values)
    wrong = [*header(document), *wrong]
    if model is not None:
        wrong += broken_names(model)
    found += document.locate(wrong)
    return ModelFile(document, None if any(each.severity == "error" for each in found) else model, tuple(found))


def header(document: Document) -> Iterator[Diagnostic]:
    """What the first lines of a file lack: its format version and its kind."""
    for key in ("virkningskjede", "kind"):
        if document.values is not None and key not in document.values:
            yield diagnostic("VK102", on="key", key=key)


def load(path: str | Path, *, root: str | Path | None = None) -> LogicModel | Portfolio:
    """Load a model from a file, or every model in a folder.

    Args:
        path: a file or a folder.
        root: the folder with vocabulary.yaml; found from ``path`` upwards when None.

    Returns:
        A `LogicModel` for a file and a `Portfolio` for a folder.

    Raises:
        InvalidModel: what the files hold does not make models; ``.diagnostics`` has everything that was found in all of them.
        UsageError: there is no such path.

    >>> from virkningskjede.loading import corpus
    >>> load(corpus() / "pilots" / "ha.yaml").follows
    'modell-2'
    """
    where = Path(path)
    if where.is_dir():
        return load_folder(where, root=root)
    try:
        return load_file(where, root=root)
    except InvalidModel:
        if where.exists():
            raise
        raise UsageError(Word("error.no_path", (("path", str(where)),))) from None


def load_file(path: Path, *, root: str | Path | None = None) -> LogicModel:
    """One model from one file; see `load`. The shared files are not read: a model's own form needs none of them."""
    with collector_paused():
        return _model(path, Path(root) if root is not None else find_root(path))


def _model(path: Path, root: Path | None) -> LogicModel:
    # A function of its own, so that the document is gone before the collector wakes and would walk it.
    file = _model_file(path, root)
    if file.model is None:
        raise InvalidModel(file.diagnostics)
    return file.model


def _model_file(path: Path, root: Path | None) -> ModelFile:
    return read_model(read_file(path, root))


def model_files(folder: Path, root: Path | None) -> Iterator[ModelFile]:
    """The files of a folder that hold models or should: shared files and sets are left out."""
    return (file for file in _files(folder, root) if _is_model(file))


def _files(folder: Path, root: Path | None) -> Iterator[ModelFile]:
    for path in yaml_files(folder):
        with collector_paused():
            file = _model_file(path, root)
        yield file


def _is_model(file: ModelFile) -> bool:
    return kind_of(file.document) not in OTHER_KINDS


def load_folder(folder: Path, *, root: str | Path | None = None) -> Portfolio:
    """Every model in a folder and below; see `load`."""
    top = Path(root) if root is not None else find_root(folder)
    shared = open_project(top)
    all_files = list(_files(folder, top))
    files = [file for file in all_files if _is_model(file)]
    found = [each for file in files for each in file.diagnostics] + list(shared.diagnostics)
    by_id: dict[str, ModelFile] = {}
    for file in files:
        if file.model is not None and file.model.id in by_id:
            first = by_id[file.model.id].document.name
            found += file.document.locate([diagnostic("VK313", ("id",), id=file.model.id, first=first)])
        elif file.model is not None:
            by_id[file.model.id] = file
    if any(each.severity == "error" for each in found):
        raise InvalidModel(dict.fromkeys(found))
    others = (file.document for file in all_files if not _is_model(file))
    return Portfolio({name: file.model for name, file in by_id.items() if file.model is not None}, shared, by_id, others)


def wrong_kind(document: Document, known: tuple[str, ...]) -> Diagnostic:
    """The diagnostic for a file whose kind is not one of those that can be used."""
    kind = kind_of(document)
    return diagnostic("VK113", ("kind",), value=kind or "", likely=likely(kind or "", known), known=", ".join(known))

"""The root: the folder with vocabulary.yaml, and what all the models in it share."""

from __future__ import annotations

import importlib.resources
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from virkningskjede.diagnostics import Diagnostic
from virkningskjede.loading.form import build
from virkningskjede.model import LogicModel
from virkningskjede.source import Document, below, collector_paused, lies_below, read, straight
from virkningskjede.values import EMPTY, File
from virkningskjede.vocabulary import Comparison, References, Segments, Vocabulary

F = TypeVar("F", bound=File)

VOCABULARY = "vocabulary.yaml"
SUFFIXES = (".yaml", ".yml")
MODEL_FOLDERS: Mapping[str, str] = {"pilot": "pilots", "template": "templates", "programme": "programmes"}
"""Where a root has its models: a folder for each kind."""

NO_REFERENCES = References()


@dataclass(frozen=True, slots=True)
class Project:
    """What the models under one root share. Everything is empty when a model stands alone.

    Attributes:
        root: the folder, or None.
        vocabulary: the codebook, or None without a root.
        references: works by key.
        segments: by the key of the source they divide.
        templates: by id.
        comparisons: by id.
        diagnostics: what is wrong with the shared files themselves.
    """

    root: Path | None = None
    vocabulary: Vocabulary | None = None
    references: References = NO_REFERENCES
    segments: Mapping[str, Segments] = EMPTY
    templates: Mapping[str, LogicModel] = EMPTY
    comparisons: Mapping[str, Comparison] = EMPTY
    diagnostics: tuple[Diagnostic, ...] = ()
    documents: tuple[Document, ...] = field(default=(), repr=False, compare=False)


ALONE = Project()
"""The project of a model that has no root."""


def find_root(path: Path) -> Path | None:
    """The nearest folder, from this file or folder upwards, that holds vocabulary.yaml."""
    start = Path(straight(path.absolute()))
    for folder in (start, *start.parents):
        if (folder / VOCABULARY).is_file():
            return folder
    return None


def corpus() -> Path:
    """The folder of the models that come with the package; in a checkout, its ``models/``."""
    package = Path(str(importlib.resources.files("virkningskjede")))
    shipped = package / "_corpus"
    return shipped if shipped.is_dir() else package.parent / "models"


def yaml_files(folder: Path) -> Iterator[Path]:
    """The YAML files in a folder and below, in order; hidden ones are left out."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix in SUFFIXES and not hidden and not path.is_dir():
            yield path


def open_project(root: Path | None) -> Project:
    """Read what is shared under a root. What is wrong is in ``diagnostics``; the rest can still be used."""
    if root is None:
        return ALONE
    with collector_paused():
        return _read_shared(root)


def _read_shared(root: Path) -> Project:
    shared = _Shared(root)
    vocabulary = shared.one(Vocabulary, root / VOCABULARY)
    references = shared.one(References, root / "references.yaml")
    segments = {each.source: each for each in shared.folder(Segments, "segments")}
    templates = {each.id: each for each in shared.folder(LogicModel, "templates")}
    comparisons = {each.id: each for each in shared.folder(Comparison, "comparisons")}
    return Project(
        root, vocabulary, references or NO_REFERENCES, segments, templates, comparisons, tuple(shared.found), tuple(shared.documents)
    )


class _Shared:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.found: list[Diagnostic] = []
        self.documents: list[Document] = []

    def one(self, kind: type[F], path: Path) -> F | None:
        if not path.exists():
            return None
        document = read_file(path, self.root)
        self.documents.append(document)
        self.found.extend(document.diagnostics)
        if document.values is None:
            return None
        value, wrong = build(kind, document.values)
        self.found.extend(document.locate(wrong))
        return value

    def folder(self, kind: type[F], name: str) -> Iterator[F]:
        folder = self.root / name
        for path in yaml_files(folder) if folder.is_dir() else ():
            value = self.one(kind, path)
            if value is not None:
                yield value


def read_file(path: Path, root: Path | None) -> Document:
    """Read a file under the name that messages show. One that lies below the root must not lead out of it by a link.

    A file that lies elsewhere was asked for by name, and is read as it is.
    """
    return read(path, shown(path), root=root if root is not None and lies_below(path, root) else None)


def shown(path: Path) -> str:
    """A file's name as messages show it: relative to where the command runs, when it lies there.

    >>> shown(Path("models/pilots/ha.yaml"))
    'models/pilots/ha.yaml'
    """
    rest = below(path, "")
    return (rest if rest is not None else str(path)).replace(os.sep, "/")

"""Files that are asked for by name, such as a criteria set: found under the root, in the installed collection, or where the name says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from virkningskjede.catalogue import Word
from virkningskjede.diagnostics import Diagnostic, diagnostic, line
from virkningskjede.errors import BrokenSet, UsageError
from virkningskjede.loading.form import build
from virkningskjede.loading.read import header, kind_of, wrong_kind
from virkningskjede.loading.root import SUFFIXES, Project, corpus, read_file, yaml_files
from virkningskjede.source import Document
from virkningskjede.values import File

F = TypeVar("F", bound=File)


class Found(NamedTuple):
    """A file that was asked for, and whether it is one of the installed collection, from under another root."""

    document: Document
    installed: bool


@dataclass(frozen=True, slots=True)
class NamedFiles(Generic[F]):
    """A kind of file that is asked for by name.

    Attributes:
        kind: what such a file says it is.
        folder: the folder under a root that they stand in.
        model: what one is made into.
        lacking: the key of the sentence that says that there is none of a name.
    """

    kind: str
    folder: str
    model: type[F]
    lacking: str

    def under(self, root: Path | None) -> dict[str, Path]:
        """Those under a root, by the names of their files."""
        folder = root / self.folder if root is not None else None
        return {path.stem: path for path in yaml_files(folder)} if folder is not None and folder.is_dir() else {}

    def names(self, project: Project) -> tuple[str, ...]:
        """The names that there are: those under the root, then those that only the installed collection has."""
        return tuple(dict.fromkeys((*self.under(project.root), *self.under(corpus()))))

    def find(self, name: str | Path, project: Project, offered: Callable[[Project], Iterable[str]] | None = None) -> Found:
        """The file of a name, under the root before the installed one; or a file wherever it lies.

        A file of the root's own is found even when it is broken: the installed one of that name must not pass for it.

        Args:
            name: a name; or a file, by its ending or as a path.
            project: the root.
            offered: the names to tell of when there is none of this name, where that is not all `names`.

        Raises:
            UsageError: there is none of this name.
        """
        if is_file(name):
            return Found(read_file(Path(name), project.root), installed=False)
        for root in (project.root, corpus()):
            path = self.under(root).get(str(name))
            if path is not None:
                return Found(read_file(path, root), installed=root != project.root)
        known = ", ".join((offered or self.names)(project))
        raise UsageError(Word(self.lacking, (("name", str(name)), ("known", known))))

    def made(self, document: Document) -> tuple[F | None, list[Diagnostic]]:
        """What a document holds, if its form is right; and otherwise what is wrong with it, with paths but no places."""
        if document.values is None:
            return None, []
        if kind_of(document) != self.kind:
            return None, [wrong_kind(document, (self.kind,))]
        return build(self.model, document.values)


def is_file(name: str | Path) -> bool:
    """Whether what was asked for is a file, and not the name of one.

    >>> is_file("egne/sett.yaml"), is_file("oslo-economics-2020")
    (True, False)
    """
    return isinstance(name, Path) or name.endswith(SUFFIXES)


def misnamed(name: str, document: Document) -> Iterator[Diagnostic]:
    """Whether a file is called something else than it calls itself."""
    file = Path(document.name)
    if name != file.stem:
        yield diagnostic("VK127", ("id",), id=name, file=file.name)


def whole(document: Document, value: F | None, wrong: Iterable[Diagnostic]) -> F:
    """What a document holds, when nothing is wrong with it.

    Raises:
        BrokenSet: something is; ``.diagnostics`` has all of it, each at its place.
    """
    found = (*document.diagnostics, *document.locate([*header(document), *wrong]))
    if value is None or any(each.severity == "error" for each in found):
        raise BrokenSet("\n".join(line(each) for each in found), found)
    return value

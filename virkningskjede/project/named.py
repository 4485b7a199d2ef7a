"""Files that are asked for by name, such as a criteria set: found under the root, in the installed collection, or where the name says."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from virkningskjede.diagnostics import BrokenSet, Diagnostic, diagnostic
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word
from virkningskjede.i18n.likely import likely
from virkningskjede.i18n.spelling import fitting, the_one
from virkningskjede.model.values import File
from virkningskjede.project.files import NOTHING, Excluded, is_folder, is_yaml, read_file, shown, unversioned, yaml_files
from virkningskjede.project.form import Built, build_file
from virkningskjede.project.lost import WHOLE
from virkningskjede.project.project import Project
from virkningskjede.project.read import header, kind_of, wrong_kind
from virkningskjede.project.root import corpus, in_corpus
from virkningskjede.yamlfile import YamlFile

F = TypeVar("F", bound=File)


class NamedFile(NamedTuple):
    """A file that was asked for, and whether it is one of the installed collection."""

    yaml_file: YamlFile
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

    def under(self, project: Project) -> dict[str, Path]:
        """Those of a project, by the names of their files."""
        return self._in(project.root, project.settings.excluded)

    def _in(self, root: Path | None, excluded: Excluded = NOTHING) -> dict[str, Path]:
        if root is None:
            return {}
        if not is_folder(root):
            raise UsageError(Word("error.root.gone", (("root", shown(root)),)))
        folder = root / self.folder
        by_name: dict[str, Path] = {}
        for path in yaml_files(folder, excluded) if is_folder(folder) else ():
            if is_folder(path):
                raise UsageError(Word("error.closed", (("path", shown(path)),)))
            first = by_name.setdefault(path.stem, path)
            if first != path:
                raise UsageError(Word("error.two_files", (("name", path.stem), ("a", shown(first)), ("b", shown(path)))))
        return by_name

    def find(self, name: str | Path, project: Project, beside: Iterable[str] = ()) -> NamedFile:
        """The file of a name or a title: the project's own, an installed one after ``corpus:``, or a file wherever it lies.

        Args:
            name: a name, ``corpus:NAME``; or a file, by its ending or as a path.
            project: whose it is.
            beside: what could have been written instead of a name, and may have been meant.

        Raises:
            UsageError: there is none of this name, or no project to look in; or several have that title.
        """
        installed = in_corpus(name) if isinstance(name, str) else None
        if installed is None and is_file(name):
            return NamedFile(read_file(Path(name), project.root), installed=False)
        shipped = self._in(corpus())
        own = self.under(project) if installed is None else shipped
        wanted = str(name) if installed is None else installed
        if wanted not in own:
            wanted = _meant(wanted, own) or (wanted if wanted in shipped else _meant(wanted, shipped)) or wanted
        if wanted in own:
            root = project.root if installed is None else corpus()
            return NamedFile(read_file(own[wanted], root), installed=installed is not None)
        if wanted in shipped:
            raise UsageError(Word("error.only_installed", (("name", wanted),)))
        known = (*beside, *own) if installed is None else tuple(own)
        guess = likely(wanted, known) or likely(wanted, [title for path in own.values() for title in titles_of(read_file(path, None))])
        if not known and project.root is None:
            raise UsageError(Word("error.no_project"))
        raise UsageError(Word(self.lacking, (("name", wanted), ("known", listed(known)), ("likely", guess))))

    def made(self, yaml_file: YamlFile, project: Project) -> Built[F]:
        """What a file of a project holds, as far as its form is right; and what is wrong with it."""
        if yaml_file.values is not None and kind_of(yaml_file) != self.kind:
            return Built(None, (wrong_kind(yaml_file, (self.kind,)),), WHOLE)
        return build_file(self.model, yaml_file, project.lang)


def _meant(name: str, files: Mapping[str, Path]) -> str | None:
    """The file whose name is only written otherwise, or whose title it is: they are read to find that out.

    Raises:
        UsageError: several have that title.
    """
    return the_one(name, fitting(name, {own: (own, *titles_of(read_file(path, None))) for own, path in files.items()}))


def titles_of(yaml_file: YamlFile) -> tuple[str, ...]:
    """What a file calls itself beside its id: its title, in each language that it has it in."""
    title = (yaml_file.values or {}).get("title")
    several = title.values() if isinstance(title, Mapping) else (title,)
    return tuple(text for text in several if isinstance(text, str))


def listed(names: Collection[str]) -> str | Word:
    """Names that there are, for a sentence; a word for none where there are none."""
    return ", ".join(names) if names else Word("none.here")


def is_file(name: str | Path) -> bool:
    """Whether what was asked for is a file, and not the name of one.

    >>> is_file("egne/sett.yaml"), is_file("oslo-economics-2020")
    (True, False)
    """
    return isinstance(name, Path) or is_yaml(name)


_FOREIGN = ("VK125", "VK128", "VK141", "VK142", "VK308", "VK309", "VK310")
"""What is said of a file that speaks of names, works, models and places that are not known here."""


def refuse_foreign(file: NamedFile, wrong: Iterable[Diagnostic]) -> None:
    """Say in one sentence that an installed file does not fit the codebook here: it is not the file that should be mended.

    Raises:
        UsageError: it does not.
    """
    wrong = list(wrong)
    unknown = tuple(dict.fromkeys(str(dict(diagnostic.params)["id"]) for diagnostic in wrong if diagnostic.code == "VK125"))
    if file.installed and unknown and all(diagnostic.code in _FOREIGN for diagnostic in wrong):
        few = ", ".join(unknown[:3]) + (" …" if len(unknown) > 3 else "")
        name = unversioned(file.yaml_file.name).stem
        raise UsageError(Word("error.foreign", (("name", name), ("count", str(len(unknown))), ("names", few))))


def misnamed(name: str, yaml_file: YamlFile) -> Iterator[Diagnostic]:
    """Whether a file is called something else than it calls itself."""
    file = unversioned(yaml_file.name)
    if name != file.stem:
        yield diagnostic("VK127", ("id",), id=name, file=file.name)


def whole(yaml_file: YamlFile, value: F | None, wrong: Iterable[Diagnostic]) -> F:
    """What a file holds, when nothing is wrong with it.

    Raises:
        BrokenSet: something is; ``.diagnostics`` has all of it, each at its place.
    """
    diagnostics = (*yaml_file.diagnostics, *yaml_file.locate([*header(yaml_file), *wrong]))
    if value is None or any(diagnostic.severity == "error" for diagnostic in diagnostics):
        raise BrokenSet(diagnostics)
    return value

"""What a name stands for: a file or folder, one at a revision, an id, something installed; and which project it is of."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word
from virkningskjede.i18n.likely import MOST_CANDIDATES, likely
from virkningskjede.i18n.spelling import fitting, folded, main_title
from virkningskjede.project.checkout import Checkout, check_out
from virkningskjede.project.files import is_folder, is_yaml, read_file, shown, yaml_files
from virkningskjede.project.project import MODEL_FOLDERS, Opening, Project, newest, open_project, two_projects
from virkningskjede.project.root import corpus, find_root, in_corpus, root_above
from virkningskjede.project.settings import DEFAULTS, Settings, settings_at

_LABELLED = re.compile(r"([\w-]+)=(.+)", re.DOTALL)


NameOrPath = str | os.PathLike[str]


@dataclass(frozen=True, slots=True)
class Origin:
    """What a name stands for.

    Attributes:
        name: what was written.
        path: the file or folder; for a revision, in the folder that it was laid out in.
        today: the file or folder that was named, in the work tree, whatever the revision and the name it had then.
        root: the root of the project; None when it stands alone.
        label: what its models are to be called beside their ids.
        checkout: the revision, if one was named.
        installed: whether it was named as something of the installed collection.
    """

    name: str
    path: Path
    today: Path
    root: Path | None
    label: str | None = None
    checkout: Checkout | None = None
    installed: bool = False

    @property
    def state(self) -> Checkout | None:
        """The revision that the project is of; None for today's, also where a root of today was named for a file of a revision."""
        return self.checkout if self.checkout is not None and self.root is not None and self.checkout.holds(self.root) else None

    @property
    def project(self) -> Path | None:
        """The root of the project in the work tree, whatever the revision."""
        return self.state.today(self.root) if self.state is not None and self.root is not None else self.root

    @property
    def folder(self) -> Path:
        """The folder whose models are meant: of one that lies above the root, the root."""
        return self.root if self.root is not None and _above(self.path, self.root) else self.path


@dataclass(slots=True)
class Origins:
    """Finds what names stand for.

    Attributes:
        root: the root that settles all of it; None to find it from each name.
        here: the folder that ids are looked for from; None where a name must be a path, as in Python.
    """

    root: Path | None = None
    here: Path | None = None
    _origins: dict[str, Origin] = field(default_factory=dict)
    _checkouts: dict[tuple[Path, str], tuple[Checkout, Path]] = field(default_factory=dict)
    _projects: dict[tuple[Path | None, int], Project] = field(default_factory=dict)

    def of(self, name: NameOrPath) -> Origin:
        """What a name stands for.

        Raises:
            UsageError: there is no such file, folder, revision or id, or it has no one project.
        """
        text = os.fspath(name)
        if text not in self._origins:
            self._origins[text] = self._find(text)
        return self._origins[text]

    def _find(self, text: str) -> Origin:
        labelled = None if in_corpus(text) is not None or _exists(Path(text)) else _LABELLED.fullmatch(text)
        label, rest = (labelled[1], labelled[2]) if labelled else (None, text)
        installed = in_corpus(rest)
        if installed is not None:
            path = self._in_corpus(installed)
            return Origin(text, path, path, self.root or corpus(), label, installed=True)
        path = Path(rest)
        if rest and _exists(path):
            return Origin(text, path, path, self.root or find_root(path), label)
        if "@" in rest:
            origin = self._at_revision(text, rest, label)
            if origin is not None:
                return origin
        if self._is_name(rest):
            file = self._by_name(rest)
            return Origin(text, file, file, self.root or find_root(file), label)
        raise UsageError(Word("error.no_path", (("path", rest), ("likely", self._meant(Path(rest))))))

    def _meant(self, path: Path) -> Word | str:
        """The id that somebody may have meant by a path that leads nowhere, such as ``ha.yaml`` in the folder above that of the file."""
        where = self.root or self.here
        root = self.root or (root_above(where) if where is not None else None)
        return likely(path.stem, [file.stem for file in _files_below(root)]) if root is not None and self._is_name(path.stem) else ""

    def side(self, names: Iterable[NameOrPath]) -> tuple[list[Origin], Project]:
        """What the names of one side stand for, and the one project that they are of: its newest state, where there are several.

        Raises:
            UsageError: a name stands for nothing, or they are of two projects.
        """
        origins = [self.of(name) for name in names]
        projects = list(dict.fromkeys(whole_path(origin.project) for origin in origins if origin.project is not None))
        if len(projects) > 1:
            raise two_projects(projects[0], projects[1])
        return origins, self._newest(origins)

    def project(self, origin: Origin) -> Project:
        """The project of an origin, read once."""
        key = (origin.root, id(origin.state))
        if key not in self._projects:
            self._projects[key] = open_project(origin.root, origin.state)
        return self._projects[key]

    def opening(self, origin: Origin) -> Opening:
        """The project of an origin, to be read when it is asked for."""
        return Opening(origin.root, origin.state)

    def _newest(self, origins: list[Origin]) -> Project:
        return newest(self.project(origin) for origin in origins if origin.root is not None)

    def _in_corpus(self, rest: str) -> Path:
        top = corpus()
        path = top / rest
        if os.pardir not in Path(rest).parts and not Path(rest).is_absolute() and _exists(path):
            return path
        return self._one_of([] if "/" in rest else _models_called(rest, _files_below(top)), rest, top)

    def _at_revision(self, text: str, rest: str, label: str | None) -> Origin | None:
        """A file or folder at a revision; None when the name holds none."""
        from virkningskjede.project.git import split_revision  # most runs ask for no revision

        path, revision = split_revision(rest, self._known)
        if revision is None:
            return None
        checkout, then = self._checked_out(path, revision)
        root = find_root(then, checkout.folder)
        stem = rest.removesuffix(f"@{revision}")
        if is_folder(then) and self._is_name(stem) and path != Path(stem):  # a model that is called so, or was so then
            then = self._one_of(_models_called(stem, _files_below(root or then)), stem, root or then)
            path = checkout.today(then)
        return Origin(text, then, path, self.root or root, label, checkout)

    def _checked_out(self, path: Path, revision: str) -> tuple[Checkout, Path]:
        key = (whole_path(path), revision)
        if key not in self._checkouts:
            self._checkouts[key] = check_out(path, revision)
        return self._checkouts[key]

    def _known(self, name: str) -> Path | None:
        """Where the file of a model lies; of one that is not there today, the project that it may have been in."""
        if not self._is_name(name):
            return None
        where = self.root or self.here
        assert where is not None, "a name is looked for somewhere"
        root = self.root or find_root(where)
        files = _models_called(name, _files_below(root or where))
        return files[0] if len(files) == 1 else root

    def _is_name(self, name: str) -> bool:
        """Whether what is no path can be the id or the title of a model. What ends as a file does is none, and «St. Hans» does not."""
        alone = bool(name.strip()) and not any(character in name for character in ("/", os.sep, "@", "\0"))
        ends = is_yaml(name) or (bool(Path(name).suffix) and " " not in name)
        return alone and not ends and (self.here is not None or self.root is not None)

    def _by_name(self, name: str) -> Path:
        """The file of the model with an id or a title: of the project, or else one that stands in the working folder."""
        where = self.root or self.here
        assert where is not None, "a name is looked for somewhere"
        root = self.root or root_above(where)
        files = _models_called(name, _files_below(root)) if root is not None else self._without_root(name, where)
        return self._one_of(files, name, root or where, elsewhere=True)

    def _one_of(self, files: list[Path], name: str, where: Path, *, elsewhere: bool = False) -> Path:
        if len(files) > 1:
            key = "error.same_name" if models_named(name, files) else "error.several_models"
            raise UsageError(Word(key, (("name", name), ("files", ", ".join(map(shown, files))))))
        if not files:
            raise self._no_model(name, where, elsewhere=elsewhere)
        return files[0]

    def _without_root(self, name: str, where: Path) -> list[Path]:
        """Where no root stands above: the model in the working folder, and the one of the project below."""
        here = _files_in(where)
        beside = models_named(name, here)
        try:
            below = _files_below(find_root(where) or where)
        except UsageError:
            beside = beside or models_titled(name, here)
            if beside:
                return beside  # there are several roots below, or too much to look through, but the model stands here
            raise
        files = list(dict.fromkeys([*beside, *models_named(name, below)]))
        return files or models_titled(name, dict.fromkeys([*here, *below]))

    def _no_model(self, name: str, where: Path, *, elsewhere: bool) -> UsageError:
        """What is said of an id that nothing has: a closed folder may hold it, or the installed collection does."""
        files = _files_below(where)
        closed = next(filter(is_folder, files), None)
        if closed is not None:
            return UsageError(Word("error.closed", (("path", shown(closed)),)))
        if elsewhere and _models_called(name, _files_below(corpus())):
            return UsageError(Word("error.only_corpus", (("name", name), ("root", shown(where)))))
        guess = likely(name, [path.stem for path in files]) or likely(name, _titles_in(files))
        return UsageError(Word("error.no_model", (("name", name), ("root", shown(where)), ("likely", guess))))


def models_named(name: str, files: Iterable[Path]) -> list[Path]:
    """The files that hold the model of an id: those that say so, or else those that are called so."""
    files = list(files)
    called = {path: _head(path) for path in files if path.stem == name}
    exact = [path for path, head in called.items() if head is not None and head.name == name]
    if exact:
        return exact
    # Most files are not looked at twice: the id stands at the beginning of a line, or the file is not of that model.
    pattern = re.compile(rb"^id:[ \t]*[\"']?" + re.escape(name.encode()) + rb"\b", re.MULTILINE)
    within = [path for path in files if path not in called and pattern.search(_bytes(path))]
    holders = [path for path in within if (head := _head(path)) is not None and head.name == name]
    return holders or [path for path, head in called.items() if head is not None]


def models_titled(name: str, files: Iterable[Path]) -> list[Path]:
    """The files that hold the model of a name in any case: by its id, or else by its title, or by that up to a dash or a colon."""
    wanted = folded(name)
    heads = {path: (_head(path), path.stem) for path in files if wanted in folded(path.stem) or _mentions(path, wanted)}
    known = {path: (head.name or stem, *head.titles) for path, (head, stem) in heads.items() if head is not None}
    return list(fitting(name, known))


def _models_called(name: str, files: Iterable[Path]) -> list[Path]:
    """The files that hold the model of a name: the very id, or else one that is only written otherwise, or a title."""
    files = list(files)
    return models_named(name, files) or models_titled(name, files)


def _mentions(path: Path, wanted: str) -> bool:
    """Whether a file can hold a title: it is read only then. A title that is written with escapes may stand there unseen."""
    text = _bytes(path).decode("utf-8", "replace")
    return wanted in folded(text) or "\\" in text or "''" in text


class _Head(NamedTuple):
    """What a model's file calls itself: its id, or an empty one; and its title, if it has one."""

    name: str
    titles: tuple[str, ...]


def _head(path: Path) -> _Head | None:
    """What a model's file calls itself; None for a file of another kind."""
    values = read_file(path, None).values or {}
    kind, name, title = (values.get(key) for key in ("kind", "id", "title"))
    if kind is not None and kind not in MODEL_FOLDERS:
        return None
    return _Head(name if isinstance(name, str) else "", (title,) if isinstance(title, str) else ())


_TITLE = re.compile(rb"^title:[ \t]*[\"']?(\w.*?)[\"']?[ \t]*\r?$", re.MULTILINE)


def _titles_in(files: Collection[Path]) -> list[str]:
    """Titles in files, in full and up to a dash or a colon, for guessing at what was meant: they are not read as YAML for that."""
    if len(files) > MOST_CANDIDATES:
        return []
    lines = (line for path in files for line in _TITLE.findall(_bytes(path)))
    return [
        title
        for line in lines
        for full_title in [line.decode("utf-8", "replace")]
        for title in dict.fromkeys((main_title(full_title), full_title))
    ]


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.is_file() else b""
    except OSError:
        return b""


def _files_below(folder: Path) -> list[Path]:
    return list(yaml_files(folder, settings_at(folder).excluded))


def _files_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if is_yaml(path) and path.is_file()) if is_folder(folder) else []


def _above(folder: Path, root: Path) -> bool:
    whole, inner = whole_path(folder), whole_path(root)
    return whole != inner and inner.is_relative_to(whole)


def whole_path(path: Path) -> Path:
    """A path from the top, without ``.`` and ``..``, with links followed: two names of one place are one place."""
    return Path(os.path.realpath(path))


def same_place(a: Path, b: Path) -> bool:
    """Whether two paths name one folder or file."""
    return whole_path(a) == whole_path(b)


def settings_of(origins: Iterable[Origin]) -> Settings:
    """The settings of the project that origins are of, as they are today whatever the revision; the defaults where they are of several
    that differ.

    The installed collection has none: it settles nothing for those who look at it.
    """
    own = [origin for origin in origins if not origin.installed]
    settings = [settings_at(origin.project or origin.today) for origin in own]
    return settings[0] if settings and all(other == settings[0] for other in settings) else DEFAULTS


def _exists(path: Path) -> bool:
    try:
        path.stat()
    except PermissionError:
        return True  # somebody keeps it closed: reading it says so
    except (OSError, ValueError):  # nothing there; or a name that is too long, or that holds a NUL
        return os.path.lexists(path)  # a link that leads nowhere: reading it says so
    return True

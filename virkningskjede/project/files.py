"""The files of a folder: which are read, which folders are never looked into, and what a file is called in messages."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePath

from virkningskjede.yamlfile import YamlFile, below, lies_below, parse, read, straight
from virkningskjede.yamlfile.files import read_bytes

SUFFIXES = (".yaml", ".yml")
"""How a YAML file's name ends, in small or capital letters."""

VOCABULARY = "vocabulary"
"""The stem of the file that makes a folder the root of a project."""

REFERENCES = "references"
"""The stem of the file with the works that others refer to."""

_VOCABULARIES = frozenset(f"{VOCABULARY}{suffix}" for suffix in SUFFIXES)

_REVISION = re.compile(r"(\.ya?ml)@.*", re.IGNORECASE | re.DOTALL)
_EITHER = re.compile(r"\{[^}]*,[^}]*\}")
_DRIVE = re.compile(r"[A-Za-z]:")
_NEVER = frozenset({"site-packages", "node_modules", "__pycache__"})
_ENVIRONMENT = ("pyvenv.cfg", "conda-meta")

# Which file names of a temporary folder stand for files at a revision: see `loading.checkout`.
REVISIONS: dict[str, tuple[str, str]] = {}

_UNSAVED: ContextVar[Mapping[str, bytes]] = ContextVar("unsaved", default={})  # noqa: B039 (it is never written to)


@contextmanager
def unsaved(texts: Mapping[str, bytes]) -> Iterator[None]:
    """Let files hold what somebody is about to save, for whoever reads them in the meantime. They need not be there.

    Args:
        texts: the bytes, by the name of the file.
    """
    token = _UNSAVED.set({whole_name(name): data for name, data in texts.items()})
    try:
        yield
    finally:
        _UNSAVED.reset(token)


def _unsaved_in(folder: Path) -> list[Path]:
    """The files right in a folder that are about to be saved."""
    here = whole_name(str(folder)) if _UNSAVED.get() else ""
    return [folder / os.path.basename(name) for name in _UNSAVED.get() if os.path.dirname(name) == here]  # noqa: PTH119, PTH120


def is_yaml(name: str | Path) -> bool:
    """Whether a file is YAML by its name.

    >>> is_yaml("a.yaml"), is_yaml("B.YML"), is_yaml("c.yaml.txt")
    (True, True, False)
    """
    return os.fspath(name).lower().endswith(SUFFIXES)


def is_folder(path: Path) -> bool:
    """Whether there is a folder of this name, as far as one may see: `Path.is_dir` raises where the folder above is closed."""
    return os.path.isdir(path)  # noqa: PTH112


def vocabularies(folder: Path) -> tuple[Path, ...]:
    """The files in a folder that are a codebook by their names: one where the folder is a root, none where it is not."""
    return named_files(folder, VOCABULARY)


def named_files(folder: Path, stem: str) -> tuple[Path, ...]:
    """The YAML files of a name in a folder, whichever way their ending is written."""
    # A look at a few names first: a folder on the way up to the root can hold a hundred thousand files.
    spelt = [f"{stem}{suffix}" for suffix in (*SUFFIXES, *map(str.upper, SUFFIXES))]
    likely = [name for name in spelt if os.path.isfile(folder / name)]  # noqa: PTH113 (pathlib raises where a folder is closed)
    wanted = {f"{stem}{suffix}" for suffix in SUFFIXES}
    unsaved = [path.name for path in _unsaved_in(folder) if path.name.lower() in wanted]
    if not likely:
        return tuple(folder / name for name in sorted(unsaved))
    try:
        with os.scandir(folder) as entries:
            likely = [entry.name for entry in entries if entry.name.lower() in wanted and entry.is_file()]
    except PermissionError:
        pass  # a folder that may be passed through, and not be listed
    return tuple(folder / name for name in sorted({*likely, *unsaved}))


def is_root(entries: Iterable[os.DirEntry[str]]) -> bool:
    """Whether a folder with these entries is the root of a project."""
    return any(entry.name.lower() in _VOCABULARIES for entry in entries)


@dataclass(frozen=True, slots=True)
class Excluded:
    """What a project's settings leave out, as patterns of paths from the folder of the settings.

    >>> excluded = Excluded(Path("/prosjekt"), ("gammelt", "*.bak.yaml"))
    >>> excluded.covers("/prosjekt/gammelt/a.yaml"), excluded.covers("/prosjekt/nytt/a.yaml")
    (True, False)
    """

    folder: Path | None = None
    patterns: tuple[str, ...] = ()

    def covers(self, path: str | Path) -> bool:
        """Whether a file or folder, or one that it lies in, is left out."""
        rest = below(path, self.folder) if self.folder is not None and self.patterns else None
        if rest is None:
            return False
        steps = Path(rest).parts
        names = ["/".join(steps[: count + 1]) for count in range(len(steps))]
        return any(fnmatchcase(name, spelt) for pattern in self.patterns for spelt in _spellings(pattern) for name in names)


def _spellings(pattern: str) -> tuple[str, ...]:
    """A pattern without ``./`` and a last ``/``; since ``*`` covers ``/`` too, also with its ``**/`` standing for no folder at all; and,
    since names have brackets more often than anybody means one of several letters, also with each ``[`` standing for itself.

    >>> _spellings("./pilots/**/a.yaml"), _spellings("a[1].yaml")
    (('pilots/**/a.yaml', 'pilots/a.yaml'), ('a[1].yaml', 'a[[]1].yaml'))
    """
    plain = pattern.removeprefix("./").rstrip("/")
    spelt = (plain, plain.replace("**/", ""))
    return tuple(dict.fromkeys((*spelt, *(one.replace("[", "[[]") for one in spelt))))


def leads_out(pattern: str) -> bool:
    """Whether a pattern can cover nothing: it begins at the top of the machine, goes upwards, has ``\\`` between its folders, or is
    written as other programs write theirs, with ``!`` for all but something or ``{a,b}`` for either.

    >>> [leads_out(pattern) for pattern in ("/home/a/models", "../models", "C:/models", "models\\\\a.yaml", "models/a..b")]
    [True, True, True, True, False]
    >>> [leads_out(pattern) for pattern in ("!models/a.yaml", "*.{yaml,yml}", "a{1}.yaml")]
    [True, True, False]
    """
    if pattern.startswith("!") or _EITHER.search(pattern):
        return True
    return pattern.startswith("/") or "\\" in pattern or _DRIVE.match(pattern) is not None or ".." in pattern.split("/")


NOTHING = Excluded()


def inside(folder: Path, excluded: Excluded = NOTHING, *, across: bool = False) -> Iterator[tuple[Path, list[os.DirEntry[str]] | None]]:
    """Each folder from this one down that is looked into, with what is in it; None for one that may not be read.

    Never looked into: hidden folders, links, environments, installed packages, what is left out, and another project's folder.

    Args:
        folder: where to begin; it is looked into whatever it is.
        excluded: what is left out.
        across: look into other projects' folders too.
    """
    pending = [folder]
    while pending:
        here = pending.pop()
        try:
            with os.scandir(here) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except NotADirectoryError:
            continue
        except OSError:
            yield here, None
            continue
        if here != folder and any(entry.name in _ENVIRONMENT for entry in entries):
            continue
        yield here, entries
        if here != folder and not across and is_root(entries):
            continue
        pending += [here / entry.name for entry in reversed(entries) if _looked_into(entry, here, excluded)]


def _looked_into(entry: os.DirEntry[str], folder: Path, excluded: Excluded) -> bool:
    if entry.name.startswith(".") or entry.name in _NEVER or not entry.is_dir(follow_symlinks=False):
        return False
    return not excluded.covers(folder / entry.name)


def yaml_files(folder: Path, excluded: Excluded = NOTHING, *, across: bool = False) -> Iterator[Path]:
    """The YAML files in a folder and below, in order; see `inside` for where they are looked for.

    A folder that may not be read stands among them, so that reading it says so and nothing is taken for empty.
    """
    files: list[Path] = []
    for here, entries in inside(folder, excluded, across=across):
        if entries is None:
            files.append(here)
        elif here == folder or across or not is_root(entries):
            names = (entry.name for entry in entries if is_yaml(entry.name) and not entry.name.startswith(".") and not entry.is_dir())
            unsaved = (path.name for path in _unsaved_in(here) if is_yaml(path))
            files += [path for path in (here / name for name in {*names, *unsaved}) if not excluded.covers(path)]
    yield from sorted(files)


def read_file(path: Path, root: Path | None) -> YamlFile:
    """Read a file under the name that messages show. One that lies below the root must not lead out of it by a link.

    A file that lies elsewhere was asked for by name, and is read as it is.
    """
    data = _unsaved_of(path)
    if data is not None:
        return parse(data, shown(path))
    return read(path, shown(path), root=root if root is not None and lies_below(path, root) else None)


def bytes_of(path: Path) -> bytes:
    """What a file holds, or is about to.

    Raises:
        UnreadableError: it cannot be read.
    """
    data = _unsaved_of(path)
    return read_bytes(path) if data is None else data


def _unsaved_of(path: Path) -> bytes | None:
    return _UNSAVED.get().get(whole_name(str(path))) if _UNSAVED.get() else None


def whole_name(name: str) -> str:
    """The whole of a file's name in messages, without ``..``: of two names that it may go by, the one that both have in common.

    >>> whole_name("models/pilots/../ha.yaml") == whole_name("models/ha.yaml")
    True
    """
    return straight(Path(name).absolute())


def shown(path: Path) -> str:
    """A file's name as messages show it: relative to where the command runs, when it lies there.

    A file at a revision is shown under the name it has in the work tree, with the revision.

    >>> shown(Path("models/pilots/ha.yaml"))
    'models/pilots/ha.yaml'
    """
    for folder, (top, revision) in REVISIONS.items():
        rest = "" if str(path) == folder else below(path, folder)
        if rest is not None:
            return f"{shown(Path(top, rest))}@{revision}"
    rest = below(path, "")
    return (str(path) if rest is None else rest or ".").replace(os.sep, "/")


def unversioned(name: str) -> PurePath:
    """What a file in messages is called without its revision, which may hold both ``/`` and ``.``.

    >>> [unversioned(name).stem for name in ("models/ha.yaml@origin/main", "ha.yml@v1.2", "ha.yaml", "a@b.yaml")]
    ['ha', 'ha', 'ha', 'a@b']
    """
    return PurePath(_REVISION.sub(r"\1", name))


def physical(path: Path) -> Path:
    """Where a path leads. A link to a file is itself: git keeps it as a link, and not as the file that it leads to."""
    whole = path.absolute()
    try:
        return whole.resolve() if whole.is_dir() else whole.parent.resolve() / whole.name
    except (OSError, RuntimeError, ValueError):  # a loop of links, a name that is too long
        return whole

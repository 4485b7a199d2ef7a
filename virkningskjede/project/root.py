"""Which project a place belongs to: the folder with the codebook, found in one way whatever the place was named for."""

from __future__ import annotations

import importlib.resources
import os
from pathlib import Path

from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word
from virkningskjede.project.files import inside, is_folder, is_root, shown, vocabularies
from virkningskjede.project.project import codebook
from virkningskjede.project.settings import settings_at, settings_in, upwards
from virkningskjede.yamlfile import lies_below, straight

CORPUS = "corpus:"
"""What stands before the name of something in the installed collection."""

MOST_FOLDERS = 20_000
"""So many folders are looked into for a root; a place with more is no project's folder, and the search would take its time."""


def corpus() -> Path:
    """The folder of the models that come with the package; in a checkout, its ``models/``."""
    package = Path(str(importlib.resources.files("virkningskjede")))
    shipped = package / "_corpus"
    return shipped if is_folder(shipped) else package.parent / "models"


def in_corpus(name: str) -> str | None:
    """The rest of a name that stands for something in the installed collection; None for any other name.

    >>> in_corpus("corpus:ha"), in_corpus("corpus:"), in_corpus("ha"), in_corpus("./corpus:")
    ('ha', '', None, None)
    """
    return name.removeprefix(CORPUS) if name.startswith(CORPUS) else None


def named_root(root: str | os.PathLike[str]) -> Path:
    """The root that was named, as a folder or as ``corpus:``.

    Raises:
        UsageError: there is no such folder, it holds no codebook, or it holds two.
    """
    rest = in_corpus(root) if isinstance(root, str) else None  # a Path of that name is a folder
    if rest == "":
        return corpus()
    folder = Path(straight(Path(root).absolute()))  # what a relative root means is settled once, where it is named
    if not str(root) or rest is not None or not is_folder(folder):
        raise UsageError(Word("error.root.missing", (("root", str(root)),)))
    codebook(folder)
    return folder


def find_root(path: Path, top: Path | None = None) -> Path | None:
    """The root of the project that a file or folder belongs to; None when it stands alone.

    It is the first folder upwards that holds a codebook, or whose settings name the root; otherwise the one root below the folder.

    Args:
        path: a file or a folder; it need not be there.
        top: a folder above which nothing is looked for.

    Raises:
        UsageError: a root that settings name holds no codebook; there are several roots below; or there is too much to look through.
    """
    above = root_above(path, top)
    if above is not None or not is_folder(path):
        return above
    below = roots_below(path)
    if len(below) > 1:
        raise UsageError(Word("error.root.several", (("path", shown(path)), ("roots", ", ".join(map(shown, below))))))
    return below[0] if below else None


def root_above(path: Path, top: Path | None = None) -> Path | None:
    """The first folder upwards that holds a codebook, or the root that settings name on the way; None when there is neither.

    Raises:
        UsageError: a root that settings name holds no codebook.
    """
    for folder in upwards(path, top):
        if vocabularies(folder):
            codebook(folder)
            return folder
        settings = settings_in(folder)
        if settings is not None and settings.root is not None:
            if not vocabularies(settings.root):
                where = (("file", shown(settings.file or folder)), ("root", shown(settings.root)))
                raise UsageError(Word("error.root.setting", where))
            codebook(settings.root)
            return Path(straight(settings.root))
    return None


def roots_below(folder: Path) -> tuple[Path, ...]:
    """The roots below a folder, in order; what lies below a root is not looked into.

    Raises:
        UsageError: there is too much to look through, or a folder on the way may not be read.
    """
    roots = []
    folder = Path(straight(folder.absolute()))
    for count, (here, entries) in enumerate(inside(folder, settings_at(folder).excluded)):
        if count >= MOST_FOLDERS:
            raise UsageError(Word("error.root.folders", (("path", shown(folder)), ("count", str(MOST_FOLDERS)))))
        if entries is None:
            raise UsageError(Word("error.closed", (("path", shown(here)),)))  # a project could lie in it
        if is_root(entries):
            roots.append(here)
    return tuple(sorted(roots))


def work_tree(folder: Path) -> Path | None:
    """The top of the git work tree that a folder lies in, with no look at what git says; None when it lies in none.

    Args:
        folder: it need not be there.
    """
    return next((above for above in upwards(folder) if os.path.lexists(above / ".git")), None)


def project_around(folder: Path) -> Path | None:
    """The root of a project that a folder lies in or above, where a new one would be in its way; None when there is none.

    Settings that name a root elsewhere, or one that holds no codebook yet, leave room for a new project beside it.

    Args:
        folder: it need not be there.

    Raises:
        UsageError: there is too much to look through.
    """
    for above in upwards(folder):
        if vocabularies(above):
            return above
        settings = settings_in(above)
        root = settings.root if settings is not None else None
        if root is not None and lies_below(root, folder.absolute()) and vocabularies(root):
            return root
    return next(iter(roots_below(folder)), None) if is_folder(folder) else None

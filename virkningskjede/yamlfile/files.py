"""Which files may be read: regular ones, inside the root."""

from __future__ import annotations

import os
import stat
from pathlib import Path

MAX_BYTES = 32 * 1024 * 1024
"""Largest file that is read, in bytes."""

_FLAGS = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class UnreadableError(Exception):
    """The bytes of a file cannot be had. ``reason`` is the last part of a word of the catalogue, such as ``unreadable.missing``."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def below(path: str | Path, folder: str | Path) -> str | None:
    """The rest of a path below a folder, as the names stand, without following links; None when it does not lie there."""
    # Every file that is loaded passes here, and pathlib takes ten times as long.
    here = _working_folder()
    whole, start = os.path.join(here, path), os.path.join(here, folder, "")
    return whole.removeprefix(start) if whole.startswith(start) and os.pardir not in whole.split(os.sep) else None


def lies_below(path: str | Path, folder: str | Path) -> bool:
    """Whether a path lies below a folder by its name, in which each ``..`` takes back the step before it.

    >>> lies_below("models/pilots/../vocabulary.yaml", "models"), lies_below("models/../other.yaml", "models")
    (True, False)
    """
    return below(straight(path), straight(folder)) is not None


def straight(path: str | Path) -> str:
    """A path without ``..``: each takes back the step before it, as the names stand, without following links."""
    name = os.fspath(path)
    return os.path.normpath(os.path.join(_working_folder(), name)) if os.pardir in name else name


def _working_folder() -> str:
    """Where the command runs. When that folder is gone, relative paths still lie below it, and absolute ones do not depend on it."""
    try:
        return os.getcwd()
    except FileNotFoundError:
        return os.curdir


def _lies_inside(path: Path, root: Path) -> bool:
    """Whether a file is inside a folder once links are followed."""
    rest = below(path, root)
    if rest is not None and not _has_link(str(root), rest):
        return True  # without links or ``..`` below the folder there is nothing to follow, and resolving costs a call for each step
    return path.resolve(strict=True).is_relative_to(root.resolve())


def _has_link(folder: str, rest: str) -> bool:
    place = folder
    for step in rest.split(os.sep):
        place = os.path.join(place, step)
        if os.path.islink(place):
            return True
    return False


def read_bytes(path: Path, root: Path | None = None) -> bytes:
    """The bytes of a regular file, at most one more than the limit.

    Raises:
        UnreadableError: the file is missing, is not a regular file, may not be read, or lies outside ``root``.
    """
    try:
        if root is not None and not _lies_inside(path, root):
            raise UnreadableError("outside")
        # Without O_NONBLOCK a pipe with no writer would wait for ever.
        handle = os.open(path, os.O_RDONLY | _FLAGS)
        try:
            return _contents(handle)
        finally:
            os.close(handle)
    except FileNotFoundError:
        raise UnreadableError("missing") from None
    except IsADirectoryError:
        raise UnreadableError("not_regular") from None
    except PermissionError:
        raise UnreadableError("permission") from None
    except (OSError, RuntimeError, ValueError):  # a loop of links, a name with a NUL, a disk that fails
        raise UnreadableError("failed") from None


def _contents(handle: int) -> bytes:
    """At most one byte more than the limit, asked for in the size that the file says it has."""
    about = os.fstat(handle)
    if not stat.S_ISREG(about.st_mode):
        raise UnreadableError("not_regular")
    parts: list[bytes] = []
    left = MAX_BYTES + 1
    while left and (part := os.read(handle, min(left, about.st_size + 1))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)

"""Which files may be read: regular ones, inside the root."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from virkningskjede.source.limits import MAX_BYTES

_FLAGS = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class UnreadableError(Exception):
    """The bytes of a file cannot be had. ``reason`` is the last part of a word of the catalogue, such as ``unreadable.missing``."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def read_bytes(path: Path, root: Path | None = None) -> bytes:
    """The bytes of a regular file, at most one more than the limit.

    Raises:
        UnreadableError: the file is missing, is not a regular file, may not be read, or lies outside ``root``.
    """
    try:
        if root is not None and not path.resolve(strict=True).is_relative_to(root.resolve()):
            raise UnreadableError("outside")
        # Without O_NONBLOCK a pipe with no writer would wait for ever.
        handle = os.open(path, os.O_RDONLY | _FLAGS)
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise UnreadableError("not_regular")
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise UnreadableError("missing") from None
    except IsADirectoryError:
        raise UnreadableError("not_regular") from None
    except PermissionError:
        raise UnreadableError("permission") from None
    except (OSError, RuntimeError, ValueError):  # a loop of links, a name with a NUL, a disk that fails
        raise UnreadableError("failed") from None

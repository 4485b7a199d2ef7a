"""What files are called in reports that other programs read: from the folder that the command stands in, as its user wrote them."""

from __future__ import annotations

import os
import posixpath
from pathlib import Path
from urllib.parse import quote


def relative(name: str) -> str:
    """A file's name with ``/`` between its folders, without ``./``, from the working folder where it lies below that.

    >>> relative("./models/../models/ha.yaml")
    'models/ha.yaml'
    """
    path = Path(name)
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return posixpath.normpath(path.as_posix()) if name else ""


def uri(name: str) -> str:
    """The same as a URI reference; a file elsewhere has one of its own.

    >>> uri("models/Hå dag.yaml")
    'models/H%C3%A5%20dag.yaml'
    """
    short = relative(name)
    return Path(short).as_uri() if os.path.isabs(short) else quote(os.fsencode(short))  # noqa: PTH117 (the name is text)

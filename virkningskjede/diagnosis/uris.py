"""What files are called in reports that other programs read: from the top of their repository, wherever the command stands."""

from __future__ import annotations

import os
import posixpath
from pathlib import Path
from urllib.parse import quote

from virkningskjede.project import work_tree
from virkningskjede.yamlfile import straight


def relative(name: str) -> str:
    """A file's name with ``/`` between its folders, from the top of the git work tree that it lies in, where GitHub and GitLab count from.

    In no work tree it counts from the working folder, where it lies below that.

    >>> relative("./models/../models/ha.yaml")
    'models/ha.yaml'
    """
    if not name:
        return ""
    path = Path(straight(Path(name).absolute()))
    tops = (top for top in (work_tree(path.parent), Path.cwd()) if top is not None and path.is_relative_to(top))
    top = next(tops, None)
    return posixpath.normpath((Path(name) if top is None else path.relative_to(top)).as_posix())


def uri(name: str) -> str:
    """The same as a URI reference; a file elsewhere has one of its own.

    >>> uri("models/Hå dag.yaml")
    'models/H%C3%A5%20dag.yaml'
    """
    short = relative(name)
    return Path(short).as_uri() if os.path.isabs(short) else quote(os.fsencode(short))  # noqa: PTH117 (the name is text)

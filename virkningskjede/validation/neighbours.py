"""The other pilots of a project, as far as one pilot is judged by them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from functools import cache
from pathlib import Path

from virkningskjede.model.values import EMPTY
from virkningskjede.project import Settings, kind_of, read_file, shown, yaml_files
from virkningskjede.rules.sections import Home, own_sections
from virkningskjede.yamlfile import YamlFile

HEAD = 4096
"""So many bytes of a file are enough to see that it is no pilot, and need not be read."""

_KIND = re.compile(rb"^kind:[ \t]*[\"']?(\w+)", re.MULTILINE)
"""What a file says that it is, as nearly all write it; whether one that writes it otherwise is a pilot, is seen when it is read."""


MOST_AHEAD = 24
"""So many files that are read to see what their sections are, are kept for who is to judge them; a register may have thousands."""


def sections_of(
    root: Path | None, settings: Settings, at_hand: Mapping[str, YamlFile] = EMPTY, ahead: MutableMapping[str, YamlFile] | None = None
) -> Callable[[], Mapping[Home, str]]:
    """What gives the sections that are about one pilot of a project, with its id. It is worked out when first asked for.

    Args:
        root: the project's root; a model that stands alone has no neighbours.
        settings: what the project leaves out.
        at_hand: files that have been read, by name; they are not read again.
        ahead: takes the first files that are read here, by name, so that they need not be read again.
    """

    @cache
    def sections() -> Mapping[Home, str]:
        return own_sections(pilot.values for pilot in pilots() if pilot.values is not None)

    def pilots() -> Iterator[YamlFile]:
        for path in yaml_files(root, settings.excluded) if root is not None else ():
            if _may_be_a_pilot(path):
                file = at_hand.get(shown(path))
                if file is None:
                    file = read_file(path, root)
                    if ahead is not None and len(ahead) < MOST_AHEAD:
                        ahead[file.name] = file
                if kind_of(file) == "pilot":
                    yield file

    return sections


def _may_be_a_pilot(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except OSError:
        return False
    kind = _KIND.search(head)
    return b"pilot" in head if kind is None else kind[1] == b"pilot"

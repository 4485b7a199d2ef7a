"""The places that a file names: what its parts rest on, and what it sets aside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, Protocol

from virkningskjede.diagnostics import Path
from virkningskjede.model import parts_of
from virkningskjede.values import Frozen, Locator, SetAside, locators

INVENTED = "cases"
"""The field of a criterion with examples made up to test it: they rest on no source."""


class Citing(Protocol):
    """A file whose parts name places in sources: a model, a criteria set, a comparison."""

    @property
    def id(self) -> str:
        """What the file is called."""

    @property
    def source(self) -> str | None:
        """The source of places that name none."""

    @property
    def set_aside(self) -> Mapping[str, SetAside]:
        """Places that are not coded, each with the reason."""


class Resting(NamedTuple):
    """A part of a file, and a run of sentences that it rests on."""

    path: Path
    part: Frozen
    locator: Locator


def cited(file: Citing) -> Iterator[Resting]:
    """Every run of sentences that an ``at`` names, at any depth of the file.

    >>> from virkningskjede.model import LogicModel
    >>> model = LogicModel(id="m", source="r", inputs={"a": {"label": "A", "at": "1:2-3", "leads_to": [{"to": "b", "at": "2:1"}]}},
    ...                    outputs={"b": {"label": "B"}})
    >>> [(".".join(map(str, each.path)), str(each.locator)) for each in cited(model)]
    [('inputs.a', 'r#1:2-3'), ('inputs.a.leads_to.b', 'r#2:1')]
    """
    for path, part in parts_of(file, without=(INVENTED,)):
        for locator in locators(getattr(part, "at", ()), file.source):
            yield Resting(path, part, locator)


def set_aside(file: Citing) -> Iterator[tuple[Locator, SetAside]]:
    """Every run of sentences that the file sets aside, with the reason."""
    for text, reason in file.set_aside.items():
        for locator in locators((text,), file.source):
            yield locator, reason

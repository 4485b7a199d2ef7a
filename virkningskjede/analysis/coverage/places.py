"""The places that a file names: what its parts rest on, and what it sets aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from virkningskjede.analysis.claims import ClaimsFile, WhyUnchecked
from virkningskjede.analysis.criteria import Assessments, CriteriaSet
from virkningskjede.diagnostics import Path
from virkningskjede.model import LogicModel, parts_of
from virkningskjede.model.codebook import Comparison
from virkningskjede.model.values import Frozen, Locator, SetAside, locators
from virkningskjede.project import build, kind_of
from virkningskjede.yamlfile import YamlFile

INVENTED = "cases"
"""The field of a criterion with examples made up to test it: they rest on no source."""


Citing = LogicModel | CriteriaSet | Comparison | Assessments | ClaimsFile
"""A file whose parts name places in sources."""

KINDS: Mapping[str, type[CriteriaSet | Comparison | Assessments | ClaimsFile]] = {
    "criteria": CriteriaSet,
    "comparison": Comparison,
    "assessments": Assessments,
    "claims": ClaimsFile,
}
"""The kinds beside models, by what their files say they are."""


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
    if not isinstance(file, ClaimsFile):
        for text, reason in file.set_aside.items():
            for locator in locators((text,), file.source):
                yield locator, reason


def unchecked(file: Citing) -> Iterator[tuple[Locator, WhyUnchecked]]:
    """Every run of sentences that a file of claims does not test, with the reason."""
    if isinstance(file, ClaimsFile):
        for text, entry in file.unchecked.items():
            for locator in locators((text,), file.source):
                yield locator, entry.reason


def citing(yaml_files: Iterable[YamlFile]) -> Iterator[Citing]:
    """Those of some files that cite and are well made."""
    for yaml_file in yaml_files:
        kind = KINDS.get(kind_of(yaml_file) or "")
        file = build(kind, yaml_file.values or {})[0] if kind is not None else None
        if file is not None:
            yield file

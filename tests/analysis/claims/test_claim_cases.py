"""Each kind of reading, on small models: what comes of it, why it cannot be told, and on which side each model is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, get_args

import pytest
from pydantic import BeforeValidator

from virkningskjede.analysis.claims import Claim, ClaimsFile, ClaimSide, FormalReading, Group, JudgedReading, Why, run
from virkningskjede.analysis.claims.formal_reading import Partly, Silence
from virkningskjede.analysis.criteria import Case
from virkningskjede.diagnostics import line
from virkningskjede.model import LogicModel
from virkningskjede.model.values import EMPTY, File, Id, Interval, LocalText, Prose, Section
from virkningskjede.project import build, open_project
from virkningskjede.yamlfile import read

HERE = Path(__file__).parent
SHARED = open_project(HERE / "root")

Piece = Annotated[LogicModel, *Case.model_fields["given"].metadata]


class Example(File):
    """One case: pieces of models, a reading, and the whole outcome. What is left out must be empty."""

    models: Section[Id, Piece]
    groups: Section[Id, Group] = EMPTY
    reading: FormalReading
    silence: Silence = "no"
    partly: Partly = "unknown"
    not_evidence: Annotated[tuple[str, ...], BeforeValidator(tuple)] = ()
    expect: str
    why: tuple[Why, ...] = ()
    figures: tuple[str, ...] = ()
    absent: tuple[Id, ...] = ()
    sides: Section[Id, ClaimSide] = EMPTY
    comment: Prose | None = None

    def judged(self) -> JudgedReading:
        claim = Claim(
            statement=LocalText(nb="X", en="X"),
            reading=self.reading,
            silence=self.silence,
            partly=self.partly,
            not_evidence=self.not_evidence,
        )
        title = LocalText(nb="X", en="X")
        file = ClaimsFile(id="x", title=title, source="rapport", groups=self.groups, claims={"x": claim})
        models = [piece.model_copy(update={"id": name, "source": "rapport"}) for name, piece in self.models.items()]
        return run(models, file, SHARED).claim("x").readings[""]


def examples() -> Iterator[tuple[str, Example]]:
    for path in sorted((HERE / "cases").glob("*.yaml")):
        yaml_file = read(path, path.name)
        assert not yaml_file.diagnostics, yaml_file.diagnostics
        for name, values in (yaml_file.values or {}).items():
            example, wrong = build(Example, values)
            assert example is not None, f"{path.name}, {name}: {[line(diagnostic, 'en') for diagnostic in wrong]}"
            yield f"{path.stem}: {name}", example


EXAMPLES = dict(examples())


def shown(figure: Interval) -> str:
    return f"{figure.low}-{figure.high}"


@pytest.mark.parametrize("name", EXAMPLES)
def test_case(name: str) -> None:
    example = EXAMPLES[name]
    judged = example.judged()
    assert (judged.verdict, judged.why) == (example.expect, example.why)
    assert tuple(map(shown, judged.figures)) == example.figures
    assert tuple(name for group in judged.groups for name in group.absent) == example.absent
    sides = {entry.model: entry.side for entry in judged.evidence if entry.side is not None}
    if example.reading.form[0] in ("these", "values") or example.sides:
        assert sides == example.sides


def test_every_kind_is_shown_with_every_verdict() -> None:
    shown: dict[str, set[str]] = {}
    for example in EXAMPLES.values():
        shown.setdefault(example.reading.form[0], set()).add(example.expect)
    kinds = {field.alias or name for name, field in FormalReading.model_fields.items()}
    assert shown == {kind: {"holds", "contradicted", "undecidable"} for kind in kinds}


def test_every_reason_for_not_deciding_is_shown() -> None:
    assert {why for example in EXAMPLES.values() for why in example.why} == set(get_args(Why)) - {"readings"}

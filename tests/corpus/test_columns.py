"""One column, one interval: a table and a claim count alike."""

from __future__ import annotations

import pytest

from virkningskjede.analysis.claims import Claim, ClaimsFile, run
from virkningskjede.analysis.compare import compare, load_comparison
from virkningskjede.model.values import LocalText
from virkningskjede.project import Portfolio

TEXT = LocalText(nb="X", en="X")
TABLES = ("aktorer", "hemmere", "maalgruppe", "omfang", "rekruttering", "tiltak", "virkninger")


@pytest.mark.parametrize("name", TABLES)
def test_a_table_and_a_claim_count_a_column_alike(portfolio: Portfolio, name: str) -> None:
    pilots = {model.id: model for model in portfolio.values() if model.kind == "pilot"}
    table = load_comparison(name, portfolio.project)
    found = compare(pilots, table, portfolio.project)

    def counted(column: str) -> tuple[object, object]:
        reading = {"count": {"over": {"kind": "pilot"}, "where": {"node": {"column": column}}, "is": 1}}
        claim = Claim.model_validate({"statement": TEXT, "reading": reading, "silence": "no"})
        (figure,) = run(pilots, ClaimsFile(id="x", title=TEXT, claims={"x": claim}), portfolio.project).claim("x").readings[""].figures
        return figure.low, figure.high

    assert {column: counted(column) for column in table.columns} == {column: tuple(found.count(column)) for column in table.columns}

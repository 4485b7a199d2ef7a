"""What the pages say of drafts: every kind of mark, with examples that can be read."""

from __future__ import annotations

import pytest
import yaml

from virkningskjede.drafts import Instruction

from .pages import DOCS, Page


@pytest.mark.parametrize("name", ["paastander", "claims"])
def test_every_kind_of_mark_is_told_with_an_example(name: str) -> None:
    (table,) = [table for table in Page(DOCS / f"{name}.md").tables if table.marker == "marks"]
    assert table.keys == [field.alias or key for key, field in Instruction.model_fields.items() if key not in ("silence", "partly")]
    for key, _, example in table.rows:
        given = yaml.load(example.strip("`"), Loader=yaml.BaseLoader)
        assert Instruction.model_validate(given, by_alias=True, by_name=False).form[0] == key.strip("`")

"""The pages on claims say what the code says: every key, kind and reason, and examples that can be read."""

from __future__ import annotations

from typing import Any, get_args

import pytest
import yaml

from virkningskjede.analysis.claims import Claim, ClaimsFile, FormalReading, Group, Recommendation, WhyUnchecked
from virkningskjede.model.values import Frozen

from .pages import DOCS, Page, Table

PAGES = [Page(DOCS / f"{name}.md") for name in ("paastander", "claims")]

LEAST: dict[str, dict[str, Any]] = {
    "ClaimsFile": {"id": "x", "title": {"nb": "X", "en": "X"}},
    "Claim": {"statement": {"nb": "X", "en": "X"}, "reading": {"section": {"exists": "1"}}},
    "Group": {},
    "Recommendation": {"statement": {"nb": "X", "en": "X"}},
}

both = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path.stem)


def marked(page: Page, marker: str) -> Table:
    (found,) = [table for table in page.tables if table.marker == marker]
    return found


@both
@pytest.mark.parametrize("kind", [ClaimsFile, Claim, Group, Recommendation], ids=lambda kind: kind.__name__)
def test_the_tables_have_exactly_the_keys_of_the_code(page: Page, kind: type[Frozen]) -> None:
    table = marked(page, f"keys: {kind.__name__}")
    assert sorted(table.keys) == sorted(field.alias or name for name, field in kind.model_fields.items())
    for key, _, example in table.rows:
        given = yaml.load(example.strip("`"), Loader=yaml.BaseLoader)
        assert list(given) == [key.strip("`")]
        least = {name: value for name, value in LEAST[kind.__name__].items() if not (name == "reading" and "readings" in given)}
        kind.model_validate({**least, **given}, by_alias=True, by_name=False)


@both
def test_every_reading_is_told_with_an_example(page: Page) -> None:
    table = marked(page, "readings")
    assert table.keys == [field.alias or name for name, field in FormalReading.model_fields.items()]
    for key, _, example in table.rows:
        given = yaml.load(example.strip("`"), Loader=yaml.BaseLoader)
        assert FormalReading.model_validate(given, by_alias=True, by_name=False).form[0] == key.strip("`")


@both
def test_every_reason_for_not_testing_is_told(page: Page) -> None:
    assert marked(page, "unchecked").keys == list(get_args(WhyUnchecked))

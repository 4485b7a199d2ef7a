"""The pages on the file format say what the code says: every key, every choice, every unit, every limit, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

import pytest
import yaml

from virkningskjede import model
from virkningskjede.analysis.paths import MAX_PATHS
from virkningskjede.model import codebook as vocabulary
from virkningskjede.model.fields import SECTION_KINDS, kinds
from virkningskjede.model.values import UNITS, Frozen, SetAside, Status, When
from virkningskjede.rules import labels, sources
from virkningskjede.yamlfile import MAX_BYTES, MAX_DEPTH, MAX_DIAGNOSTICS, MAX_ENTRIES

from .pages import DOCS, ROOT, Page, Table

FORMAT = [Page(DOCS / f"{name}.md") for name in ("filformat", "format")]

CLASSES: Mapping[str, type[Frozen]] = {
    **{
        name: kind
        for room in (model, vocabulary)
        for name, kind in vars(room).items()
        if isinstance(kind, type) and issubclass(kind, Frozen)
    },
    **{kind.__name__: kind for kind in kinds() if issubclass(kind, Frozen)},
}

NOT_WRITTEN = {"Entry", "Node", "Aside", "Frozen", "File", "LocalText", "CodebookEntry", "Bounds"}
"""What other classes are made from; their keys are in the tables of those."""

WORDS: Mapping[str, Any] = {"Status": Status, "When": When, "SetAside": SetAside}

LEAST: Mapping[str, Mapping[str, Any]] = {
    "LogicModel": {"id": "x"},
    "Context": {"@id": "x", "label": "X", "kind": "problem"},
    "Outcome": {"@id": "x", "label": "X", "level": "user"},
    **{name: {"@id": "x", "label": "X"} for name in ("Input", "Activity", "Output", "Assumption", "Barrier", "Enabler", "OpenQuestion")},
    "Indicator": {"@id": "x", "label": "X"},
    "TargetLimit": {"@id": "x"},
    "Ambiguity": {"@id": "x"},
    "Result": {"@id": "x", "value": "1"},
    "Link": {"to": "x"},
    "Evidence": {"finding": "mixed"},
    "Amount": {"value": "1"},
    "Deadline": {"value": "1"},
    "DatedBounds": {"value": "1"},
    "Term": {"label": {"nb": "X", "en": "X"}, "stage": "inputs"},
    **{name: {"label": {"nb": "X", "en": "X"}} for name in ("Actor", "Trait", "SharedIndicator", "Place", "Column")},
    "CountedUnit": {"one": {"nb": "X", "en": "X"}, "many": {"nb": "X", "en": "X"}},
    "Reference": {"type": "report"},
    "Issued": {"date-parts": [["2025"]]},
    "Segments": {"source": "x", "rule": {"nb": "X", "en": "X"}, "hash": {"nb": "X", "en": "X"}, "sections": {}},
    "SourceSection": {"heading": "X", "sentences": "x"},
    "Comparison": {"id": "x", "title": {"nb": "X", "en": "X"}, "stages": ["inputs"], "columns": {"k": {"label": "K"}}},
}
"""The least that a file must say for each class."""

FORMS = {"value", "min", "max", "above", "below", "approx", "words", "varies", "same_as", "planned", "reached"}
"""The keys of an amount that exclude each other."""

ALONE: Mapping[str, str] = {"Deadline": "date"}
"""A key that excludes all others."""


def keys_of(kind: type[Frozen]) -> set[str]:
    """The keys that a file can write, without what the reader fills in itself."""
    keys = {field.alias or name for name, field in kind.model_fields.items()}
    return {key for key in keys if not key.startswith("@")} - ({"absent"} if kind is model.Patch else set())


def marked(page: Page, what: str) -> list[Table]:
    return [table for table in page.tables if table.marker.split(":")[0] == what]


def listed(table: Table) -> tuple[list[str], list[str]]:
    """The classes whose keys a table lists, and those whose keys it leaves out."""
    names, _, beyond = table.marker.removeprefix("keys: ").partition(" - ")
    return names.split(), beyond.split()


@pytest.mark.parametrize("page", FORMAT, ids=lambda page: page.path.stem)
def test_the_tables_have_exactly_the_keys_of_the_code(page: Page) -> None:
    wrong: dict[str, tuple[list[str], list[str]]] = {}
    for table in marked(page, "keys"):
        names, beyond = listed(table)
        expected = set().union(*(keys_of(CLASSES[name]) for name in names)) - set().union(*(keys_of(CLASSES[name]) for name in beyond))
        if sorted(table.keys) != sorted(expected):
            wrong[f"line {table.line}: {table.marker}"] = sorted(expected.difference(table.keys)), sorted(set(table.keys) - expected)
    assert wrong == {}, "for each table the keys that are missing, and those that are too many or stand twice"


@pytest.mark.parametrize("page", FORMAT, ids=lambda page: page.path.stem)
def test_no_class_of_the_code_is_left_out(page: Page) -> None:
    told = {name for table in marked(page, "keys") for name in listed(table)[0]}
    assert told == CLASSES.keys() - NOT_WRITTEN


def test_the_entries_of_each_section_can_be_had_from_python() -> None:
    assert {section.entry.__name__ for section in SECTION_KINDS.values()} - set(model.__all__) == set()


@pytest.mark.parametrize("page", FORMAT, ids=lambda page: page.path.stem)
def test_each_example_in_the_tables_is_well_formed(page: Page) -> None:
    for table in marked(page, "keys"):
        kinds = [CLASSES[name] for name in listed(table)[0]]
        for key, _, example in table.rows:
            given = yaml.load(example.strip("`"), Loader=yaml.BaseLoader)
            assert list(given) == [key.strip("`")], f"{table.marker}: {example}"
            for kind in kinds:
                if given.keys() <= keys_of(kind):
                    least = {
                        name: value for name, value in LEAST.get(kind.__name__, {}).items() if not (FORMS & given.keys() and name in FORMS)
                    }
                    least = {} if ALONE.get(kind.__name__) in given else least
                    kind.model_validate({**least, **given}, by_alias=True, by_name=False)


@pytest.mark.parametrize("page", FORMAT, ids=lambda page: page.path.stem)
def test_the_lists_of_choices_are_those_of_the_code(page: Page) -> None:
    told = {table.marker.removeprefix("words: "): table.keys for table in marked(page, "words")}
    assert told == {name: list(get_args(choices)) for name, choices in WORDS.items()}


@pytest.mark.parametrize("page", FORMAT, ids=lambda page: page.path.stem)
def test_each_dimension_has_its_units(page: Page) -> None:
    (table,) = marked(page, "units")
    assert {key.strip("`"): tuple(units.replace("`", "").split(", ")) for key, _, units in table.rows} == dict(UNITS)


@pytest.mark.parametrize("page", FORMAT, ids=lambda page: page.path.stem)
def test_the_limits_are_those_of_the_code(page: Page) -> None:
    (table,) = marked(page, "limits")
    limits = (
        f"{MAX_BYTES // 2**20} MB", MAX_DEPTH, MAX_ENTRIES, MAX_DIAGNOSTICS, labels.LONGEST_LABEL, sources.MOST_SENTENCES, MAX_PATHS,
    )  # fmt: skip
    assert [limit for _, limit in table.rows] == list(map(str, limits))


@pytest.mark.parametrize("page", FORMAT, ids=lambda page: page.path.stem)
def test_the_first_sketch_is_the_example_that_comes_with_the_package(page: Page) -> None:
    sketch = (ROOT / "examples" / "mitt-prosjekt" / "pilots" / "leksekafe.yaml").read_text("utf-8")
    assert len(sketch.splitlines()) == 15
    assert sketch in [block.text for block in page.blocks]

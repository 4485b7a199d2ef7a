"""The benchmark of faults: it plants, and it finds what there is a rule for, and nothing where nothing was planted."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from virkningskjede.project import corpus

FILE = Path(__file__).parents[2] / "benchmarks" / "faults.py"


@pytest.fixture(scope="module")
def faults() -> Iterator[ModuleType]:
    sys.path.insert(0, str(FILE.parent))  # as when it is run: the plants stand beside it
    spec = importlib.util.spec_from_file_location("faults", FILE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["faults"] = module
    spec.loader.exec_module(module)
    yield module
    sys.path.remove(str(FILE.parent))


@pytest.fixture(scope="module")
def material(faults: ModuleType) -> Any:
    return faults.material(corpus())[:2]


def test_there_are_many_kinds_with_names_of_their_own(faults: ModuleType) -> None:
    assert len(faults.KINDS) > 50
    for names in ([kind.name for kind in faults.KINDS], [kind.nb for kind in faults.KINDS], [kind.en for kind in faults.KINDS]):
        assert len(set(names)) == len(names)


def test_what_there_is_a_rule_for_is_found(faults: ModuleType, material: Any) -> None:
    wanted = {"after-itself": "VK221", "loose-barriers": "VK231", "over-all": "VK555", "two-ages": "VK562", "no-place": "VK401"}
    kinds = [kind for kind in faults.KINDS if kind.name in wanted]
    rows = {kind.name: row for kind, row in faults.run(material, kinds, 1, 1)}
    assert {name: wanted[name] in row.codes for name, row in rows.items()} == dict.fromkeys(wanted, True)
    assert [row.false for row in rows.values()] == [0] * len(wanted)


def test_where_nothing_is_planted_nothing_is_found(faults: ModuleType, material: Any) -> None:
    nothing = faults.Kind("nothing", "Ingenting", "Nothing", lambda values, random: values["id"])
    ((_, row),) = faults.run(material, [nothing], 2, 1)
    assert (row.planted, row.nothing, row.false) == (2, 2, 0)

"""The files of graphs that this library writes are read back: what they hold, and what is told not to be read."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest

import virkningskjede as vk
from virkningskjede.model import Context

CORPUS = vk.corpus()


@pytest.mark.parametrize("name", CORPUS)
def test_the_chain_of_a_real_model_comes_back(name: str, tmp_path: Path) -> None:
    model = CORPUS[name]
    path = vk.render(model, tmp_path / "t.graphml")
    with warnings.catch_warnings(record=True) as told_of:
        warnings.simplefilter("always")
        again = vk.read_table(path, name)
    assert {(node.stage, node.id, node.label, node.term, node.status) for node in again.nodes.values()} == {
        (node.stage, node.id, node.label, node.term, node.status) for node in model.nodes.values()
    }
    assert {(link.ends, link.stated, link.sign) for link in again.links()} == {
        (link.ends, link.stated, link.sign) for link in model.links() if link.to in model.nodes
    }
    kinds = {node.id: node.kind for node in model.nodes.values() if isinstance(node, Context)}
    assert {node.id: node.kind for node in again.nodes.values() if isinstance(node, Context)} == kinds
    unread = " ".join(str(warning.message) for warning in told_of)
    assert ("assumption ids" in unread) == any(link.assumes for link in model.links())
    assert "_label" not in unread

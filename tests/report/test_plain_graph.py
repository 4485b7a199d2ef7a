"""A chain as a graph with plain attributes, which programs that analyse graphs read and write."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest

import virkningskjede as vk
from virkningskjede.model import LogicModel
from virkningskjede.project import Portfolio
from virkningskjede.report.plain_graph import graph_file

HOSTILE = '<b> & \ufffe "x" ]]>'
MODEL = LogicModel.model_validate(
    {
        "id": "m",
        "title": HOSTILE,
        "activities": {"kurs": {"label": HOSTILE, "status": "planned", "leads_to": [{"to": "ro", "sign": "minus", "assumes": ["tid"]}]}},
        "outcomes": {"ro": {"label": "Ro", "level": "user", "unwanted": True}},
        "assumptions": {"tid": {"label": "Nok tid"}},
    }
)


def test_what_nodes_and_arrows_have() -> None:
    graph = vk.plain_graph(MODEL, lang="en")
    assert graph.nodes["ro"] == {
        "label": "Ro",
        "stage": "outcomes",
        "stage_label": "Outcomes",
        "column": 4,
        "level": "user",
        "level_label": "User effects",
        "unwanted": True,
    }
    assert graph.edges["kurs", "ro"] == {
        "stated": False,
        "feedback": False,
        "sign": "minus",
        "sign_label": "minus",
        "assumes": "tid",
        "assumes_label": "Nok tid",
    }
    assert graph.nodes["kurs"]["label"] == '<b> & � "x" ]]>'


@pytest.mark.parametrize("name", ["ha", "nesodden", "modell-1"])
def test_every_model_comes_back_from_each_format(portfolio: Portfolio, tmp_path: Path, name: str) -> None:
    graph = vk.plain_graph(portfolio[name])
    nx.write_graphml(graph, tmp_path / "a.graphml")
    nx.write_gexf(graph, tmp_path / "a.gexf")
    nx.write_gml(graph, tmp_path / "a.gml")
    nodes: dict[str, Any] = {node: graph.nodes[node] for node in graph}
    edges = {ends[:2]: ends[2] for ends in graph.edges(data=True)}
    for read in (
        nx.read_graphml(tmp_path / "a.graphml"),
        nx.parse_graphml(graph_file(portfolio[name], "graphml", lang="nb", vocabulary=portfolio.project.vocabulary)),
        nx.node_link_graph(json.loads(json.dumps(nx.node_link_data(graph, edges="edges"))), edges="edges"),
    ):
        assert dict(read.nodes(data=True)) == nodes
        assert {ends[:2]: {key: value for key, value in ends[2].items() if key != "id"} for ends in read.edges(data=True)} == edges
    gexf = nx.read_gexf(io.BytesIO(graph_file(portfolio[name], "gexf", lang="nb").encode()))
    assert {node: data["label"] for node, data in gexf.nodes(data=True)} == {node: data["label"] for node, data in nodes.items()}
    assert set(gexf.edges) == set(edges)


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_a_file_is_xml_whatever_the_labels_are_and_does_not_tell_the_time(form: str, tmp_path: Path) -> None:
    one, two = (vk.render(MODEL, tmp_path / f"{name}.{form}").read_bytes() for name in "ab")
    assert one == two and b"modified" not in one
    assert ElementTree.fromstring(one).tag.endswith(form)


def test_only_a_model_is_a_graph(portfolio: Portfolio, tmp_path: Path) -> None:
    for what in (vk.diff(portfolio["ha"], portfolio["tromso"]), vk.consensus(portfolio.where(kind="pilot"))):
        with pytest.raises(vk.UsageError, match="Only a model can be written as a graph"):
            vk.render(what, tmp_path / "x.graphml")
    assert list(tmp_path.iterdir()) == []

"""DOT compared as a graph: what Graphviz reads must be the model, in its columns, with everything that hangs on it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import get_args

import pygraphviz
import pytest
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.drawing import palette
from virkningskjede.drawing.columns import columns
from virkningskjede.drawing.dot import MARK_STYLE, dot
from virkningskjede.drawing.overlay import KINDS, PLAIN, OverlayKind
from virkningskjede.drawing.scene import Scene
from virkningskjede.drawing.wrapping import FONTS
from virkningskjede.i18n import Lang
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import References, Vocabulary
from virkningskjede.model.values import copy_with
from virkningskjede.project import corpus, load_model

MODELS = sorted(path for folder in ("pilots", "templates") for path in (corpus() / folder).glob("*.yaml"))
real_models = pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)

ATTRIBUTES = {
    "graph": {"layout", "newrank", "rankdir", "viewport", "margin", "pad", "notranslate", "outputorder", "bgcolor", "rank"},
    "node": {"label", "pos", "width", "height", "shape", "fixedsize", "margin", "fontname", "fontsize", "color", "fontcolor", "penwidth"}
    | {"style", "fillcolor"},
    "edge": {"pos", "color", "penwidth", "style", "arrowsize", "arrowhead"},
}
"""None of these can name a file or an address."""


def example() -> LogicModel:
    """A model with one of everything that a picture shows."""
    return LogicModel.model_validate(
        {
            "id": "eksempel",
            "title": "Eksempel – «Prosjekt»",
            "source": "rapport",
            "as_of": "2024-12-16",
            "context": {"ventetid": {"label": "Lang ventetid", "kind": "problem", "leads_to": ["veileder"]}},
            "inputs": {
                "veileder": {
                    "label": "Veileder",
                    "status": "in_use",
                    "required": "true",
                    "leads_to": [
                        {
                            "to": "moter",
                            "assumes": ["tid"],
                            "at": "1:2",
                            "evidence": [
                                {"refs": ["xu-2024"], "finding": "mixed", "via": "moter"},
                                {"refs": ["irving-2020"], "finding": "supports"},
                            ],
                        }
                    ],
                }
            },
            "activities": {
                "moter": {"label": "Felles møter", "status": "planned", "or": ["absent"], "leads_to": ["plan", "oppfolging"]},
                "oppfolging": {"label": "Oppfølging", "status": "dropped", "leads_to": [{"to": "trygghet", "or": ["absent"]}]},
            },
            "outputs": {"plan": {"label": "Mestringsplan", "status": "completed", "leads_to": ["rolle", "trygghet"]}},
            "outcomes": {
                "rolle": {"label": "Avklarte roller", "level": "service", "leads_to": [{"to": "moter", "feedback": "true"}]},
                "arbeidsgiver": {"label": "Arbeidsgiver er med", "level": "partner", "cause": "whole"},
                "trygghet": {"label": "Tryggere bruker", "level": "user"},
            },
            "assumptions": {"tid": {"label": "Legene har tid"}, "motivert": {"label": "Brukere er motiverte", "about": ["recruitment"]}},
            "barriers": {"travle": {"label": "Legene er travle", "hinders": ["moter", "veileder -> moter"], "about": ["whole"]}},
            "enablers": {"ledelse": {"label": "Lederne er med", "helps": ["plan"]}},
        }
    )


@cache
def loaded(path: Path) -> LogicModel:
    return load_model(path)


@cache
def written(model: LogicModel, lang: Lang) -> str:
    return dot(Scene(model, lang))


def parsed(model: LogicModel, lang: Lang = "nb") -> pygraphviz.AGraph:
    return pygraphviz.AGraph(string=written(model, lang))


def shown(label: str) -> list[str]:
    """The lines that Graphviz shows for a label: its escapes and entities undone."""
    lines = [""]
    for escape, plain in re.findall(r"\\(.)|([^\\]+)", label):
        if escape and escape in "nlr":
            lines.append("")
        else:
            lines[-1] += escape or plain
    return [line.replace("&amp;", "&") for line in lines if line]


def labels(graph: pygraphviz.AGraph, prefix: str = "") -> dict[str, str]:
    """The text of the nodes whose names begin so; of the model's own nodes without a prefix."""
    named = {str(node): node.attr["label"] or "" for node in graph.nodes()}
    chosen = {name: label for name, label in named.items() if (name.startswith(prefix) if prefix else not name.startswith("_"))}
    return {name: " ".join(shown(label)) for name, label in chosen.items()}


def without_furniture(graph: pygraphviz.AGraph) -> Mapping[tuple[str, str], pygraphviz.Edge]:
    return {(str(edge[0]), str(edge[1])): edge for edge in graph.edges() if not str(edge[0]).startswith("_")}


@real_models
def test_a_real_model_is_read_back_from_its_dot(path: Path) -> None:
    model = loaded(path)
    graph = parsed(model)
    assert labels(graph) == {name: node.label for name, node in model.nodes.items()}
    assert set(without_furniture(graph)) == {link.ends for link in model.links()}
    for link in model.links():
        edge = graph.get_edge(*link.ends)
        assert edge.attr["color"] == (palette.STATED if link.stated else palette.INFERRED)


@real_models
def test_each_column_has_its_nodes_in_one_rank_and_its_heading_above_them(path: Path) -> None:
    model = loaded(path)
    graph = parsed(model)
    ranks = [{str(node) for node in group.nodes()} for group in graph.subgraphs() if group.graph_attr["rank"] == "same"]
    wanted = columns(model, "nb")
    assert ranks == [{node.id for node in column.nodes} for column in wanted]
    assert labels(graph, "_heading_") == {f"_heading_{column.key}": column.heading for column in wanted}
    for column in wanted:
        x, y = position(graph, f"_heading_{column.key}")
        inside = [position(graph, node.id) for node in column.nodes]
        assert all(below < y for _, below in inside)
        assert min(left for left, _ in inside) <= x <= max(left for left, _ in inside) or len({left for left, _ in inside}) == 1


def position(graph: pygraphviz.AGraph, name: str) -> tuple[float, float]:
    x, y = graph.get_node(name).attr["pos"].split(",")
    return float(x), float(y)


def test_headings_say_the_stage_in_the_readers_language() -> None:
    assert list(labels(parsed(example()), "_heading_").values()) == [
        "Bakgrunn",
        "Innsatsfaktorer",
        "Aktiviteter",
        "Produkter og tjenester",
        "Virkninger: tjenester og partnere",
        "Brukereffekter",
    ]
    assert list(labels(parsed(example(), "en"), "_heading_").values()) == [
        "Context",
        "Inputs",
        "Activities",
        "Outputs",
        "Effects: services and partners",
        "User effects",
    ]


def test_the_line_of_a_box_tells_its_status() -> None:
    graph = parsed(example())
    styles = {str(node): node.attr["style"] for node in graph.nodes() if not str(node).startswith("_")}
    assert styles == {
        "ventetid": "filled,solid",
        "veileder": "filled,solid",
        "moter": "filled,dashed",
        "oppfolging": "filled,dotted",
        "plan": "filled,solid",
        "rolle": "filled,solid",
        "arbeidsgiver": "filled,solid,rounded",
        "trygghet": "filled,solid",
    }
    weights = {name: graph.get_node(name).attr["penwidth"] for name in ("veileder", "plan")}
    assert float(weights["veileder"]) > 2 * float(weights["plan"] or graph.node_attr["penwidth"])


def test_the_line_of_an_arrow_tells_whether_it_is_stated_and_whether_it_goes_back() -> None:
    graph = parsed(example())
    edges = without_furniture(graph)
    stated, inferred, back = edges["veileder", "moter"], edges["moter", "plan"], edges["rolle", "moter"]
    assert float(stated.attr["penwidth"]) > 2 * float(inferred.attr["penwidth"])
    assert {ends for ends, edge in edges.items() if edge.attr["style"] == "dashed"} == {("rolle", "moter")}
    assert back.attr["color"] == palette.INFERRED


def test_what_hinders_helps_and_is_assumed_stands_on_boxes_and_arrows_and_in_the_key() -> None:
    graph = parsed(example())
    on_boxes = {name: label for name, label in labels(graph, "_on_").items() if not name.startswith("_on_arrow_")}
    assert on_boxes == {"_on_moter_0_0": "?", "_on_moter_0_1": "H1", "_on_plan_0_0": "F1"}
    assert sorted(labels(graph, "_on_arrow_").values()) == ["?", "A1", "H1", "K1 ±+"]
    assert key(graph) == {
        "I gang, gjennomført eller uten oppgitt status": "",
        "Trengs, vurderes eller er planlagt": "",
        "Droppet": "",
        "Mål for helheten, uten én bestemt årsak": "",
        "Kreves av dem som følger malen": "",
        "Kobling som står i kilden": "",
        "Kobling som er tolket": "",
        "Tilbakevirkning": "",
        "Kan leses på flere måter": "?",
        "Legene er travle (gjelder hele tiltaket)": "H1",
        "Lederne er med": "F1",
        "Legene har tid": "A1",
        "Brukere er motiverte (gjelder rekrutteringen)": "A2",
        "Blandede funn (±): xu-2024 [moter]; forskning støtter (+): irving-2020": "K1 ±+",
    }


def key(graph: pygraphviz.AGraph) -> dict[str, str]:
    """What the legend says -> its sign."""
    signs = labels(graph, "_legend_")
    return {meaning: signs.get(name.replace("_meaning_", "_legend_"), "") for name, meaning in labels(graph, "_meaning_").items()}


def test_the_vocabulary_and_the_references_name_what_evidence_rests_on() -> None:
    words = Vocabulary.model_validate({"terms": {"moter": {"label": {"nb": "Møter", "en": "Meetings"}, "stage": "activities"}}})
    works = References.model_validate(
        {
            "references": {
                "xu-2024": {"type": "article", "author": [{"family": "Xu"}], "issued": {"date-parts": [["2024"]]}},
                "rapport": {"type": "report", "author": [{"literal": "Oxford"}]},
            }
        }
    )
    graph = pygraphviz.AGraph(string=dot(Scene(example(), "en", words, works)))
    assert key(graph)["Mixed findings (±): Xu (2024) [Meetings]; research supports this (+): irving-2020"] == "R1 ±+"
    assert labels(graph, "_source")["_source"] == "Source: Oxford · As of 2024-12-16"


@real_models
def test_every_barrier_enabler_and_assumption_of_a_real_model_is_in_its_picture(path: Path) -> None:
    model = loaded(path)
    legend_text = " | ".join(labels(parsed(model), "_meaning_").values())
    for entries in (model.barriers, model.enablers, model.assumptions):
        assert all(entry.label in legend_text for entry in entries.values())


def test_the_legend_explains_only_what_the_picture_has() -> None:
    plain = LogicModel.model_validate({"id": "m", "inputs": {"a": {"label": "A"}}})
    assert key(parsed(plain)) == {"I gang, gjennomført eller uten oppgitt status": ""}
    assert key(parsed(LogicModel(id="tom"))) == {}


def test_title_source_and_date_come_from_the_model_and_never_from_today() -> None:
    graph = parsed(example())
    assert labels(graph, "_title") == {"_title": "Eksempel – «Prosjekt»"}
    assert labels(graph, "_source") == {"_source": "Kilde: rapport · Per 16.12.2024"}
    undated = parsed(LogicModel(id="m"))
    assert labels(undated, "_title") == {"_title": "m"}
    assert labels(undated, "_source") == {}


def test_the_same_model_gives_the_same_text_in_every_process(models_folder: Path) -> None:
    program = f"import sys; from {load_model.__module__} import load_model; from {dot.__module__} import dot; from pathlib import Path\n"
    program += f"from {Scene.__module__} import Scene; sys.stdout.buffer.write(dot(Scene(load_model(Path(sys.argv[1])))).encode())"
    drawn = {
        subprocess.run(
            [sys.executable, "-c", program, str(models_folder / "pilots" / "ha.yaml")],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert drawn == {dot(Scene(load_model(models_folder / "pilots" / "ha.yaml"))).encode()}


def test_no_attribute_can_reach_outside_the_picture() -> None:
    for model in (*map(loaded, MODELS), example()):
        graph = parsed(model)
        assert set(graph.graph_attr) <= ATTRIBUTES["graph"]
        assert set(graph.node_attr) <= ATTRIBUTES["node"]
        assert set(graph.edge_attr) <= ATTRIBUTES["edge"]
        assert {node.attr["fontname"] or FONTS for node in graph.nodes()} == {FONTS}
        assert (graph.graph_attr["layout"], graph.graph_attr["newrank"]) == ("nop2", "true")


HOSTILE = [
    '<b>\\N "x" {y}|',
    "<b>fet</b>",
    "slutt\\",
    "slutt\\\\",
    "&#27; &amp; &lt;",
    "\\G \\L \\E \\l \\r \\n",
    '"',
    '\\"',
    "end",
    "node",
    "digraph { a -> b }",
    "// kommentar /* */ # x",
    "日本語 العربية ñ",
    "javascript:alert(1)",
]


@pytest.mark.parametrize("label", HOSTILE)
def test_a_hostile_label_is_only_text(label: str) -> None:
    inputs = {"a": {"label": label, "leads_to": ["b"]}}
    model = LogicModel.model_validate({"id": "m", "title": label, "inputs": inputs, "outputs": {"b": {"label": "B"}}})
    graph = parsed(model)
    assert labels(graph) == {"a": label, "b": "B"}
    assert labels(graph, "_title") == {"_title": label}
    assert set(without_furniture(graph)) == {("a", "b")}


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp", "Cf", "Co", "Cn"]), min_size=1, max_size=40))
def test_any_text_is_read_back_as_it_was(label: str) -> None:
    model = copy_with(LogicModel(id="m"), {"title": label})
    assert labels(parsed(model), "_title") == {"_title": label}


def test_a_label_longer_than_a_box_can_hold_is_cut_and_says_so() -> None:
    model = LogicModel.model_validate({"id": "m", "inputs": {"a": {"label": "ord " * 5_000 + "slutt"}, "b": {"label": "x" * 20_000}}})
    text = dot(Scene(model))
    assert max(map(len, re.findall(r'"(?:[^"\\]|\\.)*"', text))) < 2_000
    texts_of_boxes = labels(pygraphviz.AGraph(string=text))
    assert texts_of_boxes["a"] == "ord " * 74 + "ord…"
    assert texts_of_boxes["b"].replace("- ", "") == "x" * 299 + "…"


def test_control_characters_and_what_xml_cannot_hold_are_replaced() -> None:
    model = copy_with(LogicModel(id="m"), {"title": "a\x1bb\x00c\ufffed\ud800e\u202ef\ng"})
    assert labels(parsed(model), "_title") == {"_title": "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf g"}


def test_each_kind_of_mark_has_a_style() -> None:
    """A mark without one is drawn as most are, so that a new kind is seen at once; which it is to have is settled in the table."""
    assert sorted(MARK_STYLE) == sorted({*KINDS, *PLAIN, *get_args(OverlayKind)})

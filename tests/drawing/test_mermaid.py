"""Mermaid read back: what its parser would see must be the model, and labels only text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.drawing.columns import columns
from virkningskjede.drawing.mermaid import mermaid
from virkningskjede.drawing.scene import Scene
from virkningskjede.model import LogicModel
from virkningskjede.project import corpus, load_model

MODELS = sorted(path for folder in ("pilots", "templates") for path in (corpus() / folder).glob("*.yaml"))

NODE = re.compile(r'^    (n[0-9]+)[\[(]"([^"]*)"[\])]$')
ARROW = re.compile(r'^  (n[0-9]+) (==>|-->|-\.->)(?:\|"([^"]*)"\|)? (n[0-9]+)$')
GROUP = re.compile(r'^  subgraph s[0-9]+\["([^"]*)"\]$')
OTHER = re.compile(
    r'flowchart LR|  end|  k1\["[^"]*"\]|  style k1 text-align:left,fill:#ffffff'
    r"|  classDef c[0-9]+ [a-z0-9:#, -]+|  class [n0-9,]+ c[0-9]+"
)
SAFE = re.compile(r"(?:#[0-9]+;|[^\W_]|[ ,()/«»–%?.-])*")
"""What may stand between quotes; dots and hyphens only within words."""


def plain(text: str) -> str:
    assert SAFE.fullmatch(text)
    return re.sub(r"#([0-9]+);", lambda entity: chr(int(entity[1])), text)


def read(text: str) -> tuple[list[str], dict[str, str], list[tuple[str, str, str, str]]]:
    """Headings, labels by generated id, and arrows; every line must be one that the writer means to write."""
    headings: list[str] = []
    labels: dict[str, str] = {}
    arrows: list[tuple[str, str, str, str]] = []
    for line in text.splitlines():
        if node := NODE.match(line):
            labels[node[1]] = plain(node[2])
        elif arrow := ARROW.match(line):
            arrows.append((arrow[1], arrow[2], plain(arrow[3] or ""), arrow[4]))
        elif group := GROUP.match(line):
            headings.append(plain(group[1]))
        else:
            assert OTHER.fullmatch(line), line
    return headings, labels, arrows


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_a_real_model_is_read_back_from_its_mermaid(path: Path) -> None:
    model = load_model(path)
    headings, labels, arrows = read(mermaid(Scene(model)))
    ids = [node.id for column in columns(model, "nb") for node in column.nodes]
    assert headings == [column.heading for column in columns(model, "nb")]
    assert list(labels) == [f"n{number}" for number in range(1, len(ids) + 1)]
    for name, label in zip(ids, labels.values(), strict=True):
        assert re.fullmatch(re.escape(model.nodes[name].label) + r"(?: \([A-Z0-9?, ]+\))?", label)
    names = dict(zip(labels, ids, strict=True))
    styles = {(names[a], names[b]): arrow for a, arrow, _, b in arrows}
    assert styles == {link.ends: "-.->" if link.feedback else "==>" if link.stated else "-->" for link in model.links()}


def test_a_whole_small_model() -> None:
    model = LogicModel.model_validate(
        {
            "id": "m",
            "inputs": {"end": {"label": "Nav-veileder", "status": "planned", "leads_to": [{"to": "graph", "at": "1:1"}]}},
            "outcomes": {
                "graph": {"label": "Trygghet", "level": "user", "cause": "whole", "leads_to": [{"to": "end", "feedback": "true"}]},
                "tom": {"label": "Droppet", "level": "user", "status": "dropped"},
            },
            "barriers": {"travle": {"label": "Legene er <travle>", "hinders": ["graph", "end -> graph"]}},
        }
    )
    assert mermaid(Scene(model, "en")) == (
        "flowchart LR\n"
        '  subgraph s1["Inputs"]\n'
        '    n1["Nav-veileder"]\n'
        "  end\n"
        '  subgraph s2["User effects"]\n'
        '    n2("Trygghet (B1)")\n'
        '    n3["Droppet"]\n'
        "  end\n"
        '  n1 ==>|"B1"| n2\n'
        "  n2 -.-> n1\n"
        '  k1["B1 Legene er #60;travle#62;"]\n'
        "  style k1 text-align:left,fill:#ffffff\n"
        "  classDef c1 stroke-dasharray:5 3\n"
        "  class n1 c1\n"
        "  classDef c2 stroke-dasharray:1 3,color:#595959\n"
        "  class n3 c2\n"
    )


HOSTILE = [
    '<b>\\N "x" {y}|',
    "end",
    "graph TD",
    "1. liste",
    "- punkt",
    "`kode`",
    "**fet** _skrå_",
    "slutt\\",
    "&#27; &quot; #35;",
    '"]; click n1 "javascript:alert(1)"',
    "<img src=http://x/y>",
    "%%{init: {}}%%",
    "%% kommentar",
    "a---b",
    "$$x^2$$",
    ";",
]


@pytest.mark.parametrize("label", HOSTILE)
def test_a_hostile_label_is_only_text(label: str) -> None:
    _, labels, _ = read(mermaid(Scene(LogicModel.model_validate({"id": "m", "inputs": {"a": {"label": label}}}))))
    assert labels == {"n1": label}


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp", "Cf", "Co", "Cn"]), min_size=1, max_size=40))
def test_any_label_is_only_text(label: str) -> None:
    model = LogicModel.model_validate({"id": "m", "inputs": {"a": {"label": "x"}}})
    odd = model.model_copy(update={"inputs": {"a": model.inputs["a"].model_copy(update={"label": label})}})
    assert read(mermaid(Scene(odd)))[1] == {"n1": label}

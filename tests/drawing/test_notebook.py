"""What a notebook gets: always text, a picture when there is one, never an exception."""

from __future__ import annotations

import base64
import re
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from virkningskjede.drawing import child
from virkningskjede.model import LogicModel
from virkningskjede.model.values import copy_with
from virkningskjede.project import load_model


def test_a_model_shows_its_name_and_its_picture(models_folder: Path) -> None:
    model = load_model(models_folder / "pilots" / "ha.yaml")
    shown = model._repr_mimebundle_()
    assert list(shown) == ["text/plain", "text/html", "image/svg+xml", "image/png"]
    assert base64.b64decode(shown["image/png"]).startswith(b"\x89PNG")
    (inside,) = re.findall(r'<img src="data:image/svg\+xml;base64,([^"]+)" alt="[^"]+" style="max-width:100%', shown["text/html"])
    assert base64.b64decode(inside).decode("utf-8") == shown["image/svg+xml"]
    assert model._repr_html_() == shown["text/html"]
    assert shown["text/plain"] == f"{model.name} ({len(model.nodes)} ledd, {sum(1 for _ in model.links())} koblinger)"
    assert ET.fromstring(shown["image/svg+xml"]).tag == "{http://www.w3.org/2000/svg}svg"


def test_the_text_is_in_the_models_language() -> None:
    model = LogicModel.model_validate({"id": "m", "lang": "en", "inputs": {"a": {"label": "A"}}})
    assert model._repr_mimebundle_()["text/plain"] == "m (1 node, 0 arrows)"


@pytest.mark.parametrize("command", [("/finnes/ikke",), (sys.executable, "-c", "raise SystemExit(7)")])
def test_a_picture_that_cannot_be_drawn_is_left_out(monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]) -> None:
    monkeypatch.setattr(child, "COMMAND", command)
    shown = LogicModel(id="m")._repr_mimebundle_()
    assert (list(shown), shown["text/plain"]) == (["text/plain", "text/html"], "m (0 ledd, 0 koblinger)")
    assert "m (0 ledd, 0 koblinger)</figcaption>" in shown["text/html"] and "<img" not in shown["text/html"]


def test_a_notebook_without_graphviz_still_shows_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "virkningskjede.drawing.picture", None)
    assert list(LogicModel(id="m")._repr_mimebundle_()) == ["text/plain", "text/html"]


def test_control_characters_in_a_title_do_not_act() -> None:
    assert copy_with(LogicModel(id="m"), {"title": "a\x1b[31m"})._repr_mimebundle_()["text/plain"] == "a\ufffd[31m (0 ledd, 0 koblinger)"

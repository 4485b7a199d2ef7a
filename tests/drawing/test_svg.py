"""What an SVG says of each box and arrow: to a pointer, to a screen reader, and to a page that holds it."""

from __future__ import annotations

from itertools import cycle
from xml.etree import ElementTree as ET

import pytest

from virkningskjede.drawing.captions import captions
from virkningskjede.drawing.chains import part
from virkningskjede.drawing.picture import data, data_of_many
from virkningskjede.drawing.scene import Scene
from virkningskjede.i18n import LANGS, Lang
from virkningskjede.model import LogicModel
from virkningskjede.model.values import copy_with
from virkningskjede.project import Portfolio

SVG = "{http://www.w3.org/2000/svg}"


def scene_of(portfolio: Portfolio, name: str, lang: Lang = "nb") -> Scene:
    shared = portfolio.project
    return Scene(portfolio[name], lang, shared.vocabulary, shared.references)


def groups(svg: ET.Element, kind: str) -> dict[tuple[str | None, ...], ET.Element]:
    groups = [group for group in svg.iter(f"{SVG}g") if group.get("class") == kind]
    return {tuple(group.get(f"data-{key}") for key in (("id",) if kind == "box" else ("from", "to"))): group for group in groups}


def test_a_box_says_what_it_is_who_takes_part_how_far_it_has_come_and_where_it_is_read(portfolio: Portfolio) -> None:
    svg = ET.fromstring(data(scene_of(portfolio, "ha"), "svg"))
    box = groups(svg, "box")["til-stede",]
    assert box.get("role") == "graphics-symbol"
    assert box.get("aria-label") == "Terapeut og Nav-veileder er på legekontorene"
    facts = (
        "Aktiviteter\nBegrep: Samlokalisering\nHvem: Nav-veileder, kognitiv terapeut og fastlege\nOmfang: minst 1 gang i uken\n"
        "Status: planlagt\nSted i kilden: Oxford Research (2024), 2.2.1:7"
    )
    assert box.findtext(f"{SVG}desc") == facts
    assert box.findtext(f"{SVG}title") == f"Terapeut og Nav-veileder er på legekontorene\n{facts}"


def test_an_arrow_says_how_it_works_what_it_assumes_what_research_says_and_where_it_is_read(portfolio: Portfolio) -> None:
    scene = scene_of(portfolio, "felles", "en")
    link = next(link for link in scene.model.links() if link.evidence and link.assumes and link.because and link.at)
    arrow = groups(ET.fromstring(data(scene, "svg")), "arrow")[link.ends]
    source, to = (scene.model.nodes[end].label for end in link.ends)
    assert arrow.get("aria-label") == f"{source} → {to}"
    said = (arrow.findtext(f"{SVG}desc") or "").split("\n")
    assert said[0] == "Arrow that is stated in the source"
    assert said[1] == f"Mechanism: {link.because}"
    assert {f"{scene.model.assumptions[name].label}" for name in link.assumes} <= {each.partition(": ")[2] for each in said}
    assert any(each.startswith("R") and "research" in each.lower() for each in said)
    assert said[-1].startswith("Place in the source: Oxford Research (2024), ")
    reach, way = (arrow.findall(f"{SVG}path")[number] for number in (0, 1))
    assert (reach.get("stroke"), reach.get("pointer-events"), reach.get("d")) == ("none", "stroke", way.get("d"))


@pytest.fixture(scope="module")
def drawn(portfolio: Portfolio) -> list[tuple[Scene, ET.Element]]:
    """Every model of the corpus, every other one in English."""
    scenes = [scene_of(portfolio, name, lang) for name, lang in zip(portfolio, cycle(LANGS), strict=False)]
    found = []
    for scene, content in zip(scenes, data_of_many(scenes, "svg"), strict=True):
        assert isinstance(content, bytes)
        found.append((scene, ET.fromstring(content)))
    return found


def test_every_node_and_arrow_of_the_real_models_is_in_the_svg(drawn: list[tuple[Scene, ET.Element]]) -> None:
    for scene, svg in drawn:
        model = scene.model
        texts = {name: " ".join(line.text or "" for line in box.iter(f"{SVG}text")) for (name,), box in groups(svg, "box").items()}
        assert texts == {name: node.label for name, node in model.nodes.items()}
        assert groups(svg, "arrow").keys() == {link.ends for link in model.links()}
        assert svg.findtext(f"{SVG}title") == model.name


def test_every_box_and_arrow_of_the_corpus_is_told_in_both_languages(drawn: list[tuple[Scene, ET.Element]]) -> None:
    for scene, svg in drawn:
        by_anchor = captions(scene)
        shown = {key[0] if len(key) == 1 else key: group for kind in ("box", "arrow") for key, group in groups(svg, kind).items()}
        assert shown.keys() == by_anchor.keys()
        for anchor, group in shown.items():
            assert group.get("aria-label") == by_anchor[anchor].name  # type: ignore[index]
            assert group.findtext(f"{SVG}desc") == "\n".join(by_anchor[anchor].facts)  # type: ignore[index]


def test_the_whole_is_a_named_document_and_nothing_but_what_is_named_has_a_tooltip(portfolio: Portfolio) -> None:
    svg = ET.fromstring(data(scene_of(portfolio, "ha"), "svg"))
    assert (svg.get("role"), svg.get("aria-label"), svg.get("lang")) == ("graphics-document", "Hå – «Arbeidsløftet»", "nb")
    assert svg.findtext(f"{SVG}desc") == "53 ledd, 40 koblinger"
    titled = [group.get("class") for group in svg.iter(f"{SVG}g") if group.find(f"{SVG}title") is not None]
    assert set(titled) == {"box", "arrow"}
    assert [element for element in svg.iter() if element.get("id")] == []
    marks = [group for group in svg.iter(f"{SVG}g") if group.get("class") == "mark"]
    assert {group.get("pointer-events") for group in marks} == {"none"}
    assert "H1" in {text.text for group in marks for text in group.iter(f"{SVG}text")}


@pytest.mark.parametrize("text", ["</title><script>alert(1)</script>", 'x" onload="alert(1)', "&lt;b&gt; ]]> -->", "a\u202eb\x1bc"])
def test_hostile_text_is_only_text_wherever_it_is_told(text: str) -> None:
    inputs = {"a": {"label": "A", "content": "y", "leads_to": [{"to": "b", "because": "z"}]}}
    real = LogicModel.model_validate({"id": "m", "inputs": inputs, "outputs": {"b": {"label": "B"}}})
    node = real.inputs["a"]
    link = copy_with(node.leads_to[0], {"because": text})
    odd_node = copy_with(node, {"label": text, "content": text, "leads_to": (link,)})
    odd = copy_with(real, {"title": text, "inputs": {"a": odd_node}})
    svg = ET.fromstring(data(Scene(odd), "svg"))
    shown = text.replace("\u202e", "\ufffd").replace("\x1b", "\ufffd")
    box = groups(svg, "box")["a",]
    assert box.get("aria-label") == shown == svg.get("aria-label")
    assert f"Innhold: {shown}" in (box.findtext(f"{SVG}desc") or "")
    assert f"Mekanisme: {shown}" in (groups(svg, "arrow")["a", "b"].findtext(f"{SVG}title") or "")
    kinds = {"svg", "g", "title", "desc", "path", "polygon", "polyline", "text", "ellipse"}
    assert {each.tag.removeprefix(SVG) for each in svg.iter()} <= kinds
    assert not [name for each in svg.iter() for name in each.attrib if name.startswith("on")]


def test_a_box_says_what_it_comes_after_and_lowers_where_that_is_drawn_too() -> None:
    step = {"label": "Kurs", "after": ["samtale"], "addresses": ["ko"], "later": {"status": "in_use"}}
    parts = {"context": {"ko": {"label": "Kø", "kind": "problem"}}, "activities": {"samtale": {"label": "Samtale"}, "kurs": step}}
    model = LogicModel.model_validate({"id": "m", **parts})
    whole = captions(Scene(model, "en"))["kurs"]
    assert whole.facts == (
        "Activities",
        "Comes after: “Samtale”",
        "Later, status: in use",
        "Meant to lower: “Kø”",
    )
    alone = part(model, ["kurs"])
    assert captions(Scene(alone, "en"))["kurs"].facts == ("Activities", "Later, status: in use")

"""The picture of a diff: everything of both models is in it once, and what it is told by is never colour alone."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from virkningskjede.analysis.diff import Diff, diff
from virkningskjede.analysis.diff.picture import changed
from virkningskjede.drawing.dot import dot
from virkningskjede.drawing.looks import look_of_arrow, look_of_box
from virkningskjede.drawing.marks import marks
from virkningskjede.drawing.overlay import Anchor, Swatch
from virkningskjede.drawing.picture import painted
from virkningskjede.drawing.scene import Scene
from virkningskjede.i18n import LANGS, Lang
from virkningskjede.model import LogicModel
from virkningskjede.project import Portfolio

OLD = {
    "id": "m",
    "title": "Kurset",
    "source": "rapport",
    "inputs": {"penger": {"label": "Penger", "leads_to": ["kurs"], "at": "1:1"}},
    "activities": {"kurs": {"label": "Kurs", "status": "planned", "leads_to": ["mestring", "helse"]}, "brev": {"label": "Brev"}},
    "outcomes": {"mestring": {"label": "Mestring", "level": "user"}, "helse": {"label": "Helse", "level": "user"}},
}
NEW = {
    **OLD,
    "activities": {"kurs": {"label": "Kurs", "status": "in_use", "leads_to": ["mestring", "jobb"]}},
    "outcomes": {**OLD["outcomes"], "jobb": {"label": "Jobb", "level": "user"}},  # type: ignore[dict-item]
}


def model(given: Mapping[str, object], **more: object) -> LogicModel:
    return LogicModel.model_validate({**given, **more})


def signs(scene: Scene) -> dict[Anchor, str]:
    return {anchor: " ".join(mark.sign for mark in sign.marks) for anchor, sign in scene.overlay.on.items()}


def legend(scene: Scene) -> list[tuple[str, str]]:
    return [(sign.shape if isinstance(sign, Swatch) else sign.sign, text) for sign, text in scene.overlay.key]


def test_two_versions_tell_what_came_what_went_and_what_changed() -> None:
    scene = changed(diff(model(OLD), model(NEW)))
    assert signs(scene) == {
        "penger": "",
        "kurs": "~",
        "brev": "−",
        "mestring": "",
        "helse": "",
        "jobb": "+",
        ("penger", "kurs"): "",
        ("kurs", "mestring"): "",
        ("kurs", "helse"): "~1",
        ("kurs", "jobb"): "~1",
    }
    assert legend(scene) == [
        ("box", "Tatt bort"),
        ("box", "Kommet til"),
        ("box", "Som før"),
        ("arrow", "Tatt bort"),
        ("arrow", "Kommet til"),
        ("arrow", "Som før"),
        ("~", "Endret"),
        ("~1", "Koblingen fra «Kurs» gikk til «Helse» og går nå til «Jobb»"),
    ]
    assert scene.title == "Kurset: hva som er endret"
    assert scene.overlay.on["kurs"].says == ("Som før", "status: planlagt → i bruk")


def test_two_models_are_told_apart_by_letters_and_lines_as_well_as_colours() -> None:
    one, other = model(OLD, id="a", title="Ås"), model(NEW, id="b", title="Bø")
    scene = changed(diff(one, other), lang="en")
    assert {scene.model.name, signs(scene)["brev"], signs(scene)["jobb"], signs(scene)["penger"]} == {"Ås (A) and Bø (B)", "A", "B", ""}
    looks = {name: look_of_box(scene.model.nodes[name], scene) for name in ("brev", "jobb", "penger")}
    assert len({(look.line, look.thickness) for look in looks.values()}) == 3
    arrows = {link.ends: look_of_arrow(link, scene) for link in scene.model.links()}
    shapes = {ends: (arrows[ends].line, arrows[ends].thickness) for ends in (("kurs", "helse"), ("kurs", "jobb"), ("penger", "kurs"))}
    assert len(set(shapes.values())) == 3


def test_what_is_called_the_same_but_is_not_the_same_stands_twice() -> None:
    one = model({"id": "a", "inputs": {"x": {"label": "Penger", "term": "penger"}}})
    other = model({"id": "b", "inputs": {"x": {"label": "Tid", "term": "tid", "leads_to": ["y"]}}, "outputs": {"y": {"label": "Y"}}})
    scene = changed(diff(one, other))
    assert {name: node.label for name, node in scene.model.nodes.items()} == {"x": "Penger", "x-b": "Tid", "y": "Y"}
    assert [link.ends for link in scene.model.links()] == [("x-b", "y")]


def test_what_a_template_requires_and_the_pilot_lacks_is_marked(portfolio: Portfolio) -> None:
    result = diff(portfolio["ringsaker"], portfolio["modell-2"], portfolio.project.vocabulary)
    scene = changed(result)
    lacking = {anchor for anchor, sign in signs(scene).items() if sign.endswith("!")}
    assert lacking == {"samarbeidsavtale", "ledelsesforankring", "rollebeskrivelse", "refleksjon", "justering"}
    assert ("!", "Kreves av malen, men finnes ikke i modellen") in legend(scene)
    assert all(portfolio["modell-2"].nodes[str(anchor)].required for anchor in lacking)


def test_what_was_dropped_looks_dropped_as_in_the_picture_of_one_model(portfolio: Portfolio) -> None:
    scene = changed(diff(portfolio["ha"], portfolio["nesodden"], portfolio.project.vocabulary))
    dropped = [name for name, node in scene.model.nodes.items() if look_of_box(node, scene).line == "dotted"]
    assert dropped == ["flere-moter"]
    assert (signs(scene)["flere-moter"], legend(scene).count(("box", "Droppet"))) == ("B", 1)
    alone = Scene(portfolio["nesodden"])
    own, here = look_of_box(alone.model.nodes["flere-moter"], alone), look_of_box(scene.model.nodes["flere-moter"], scene)
    assert (here.ink, here.text, here.line) == (own.ink, own.text, own.line)


def test_what_is_dropped_in_one_of_two_versions_is_told_as_changed() -> None:
    activities = {"kurs": {"label": "Kurs", "status": "dropped"}}
    scene = changed(diff(model(OLD), model(OLD, activities=activities)))
    assert (signs(scene)["kurs"], scene.overlay.on["kurs"].says[-1]) == ("~", "status: planlagt → droppet")
    assert look_of_box(scene.model.nodes["kurs"], scene).line == "solid"


PAIRS = (("ha", "lillestrom"), ("ringsaker", "modell-2"), ("nesodden", "nesodden"), ("felles", "modell-1"))


@pytest.mark.parametrize("names", PAIRS, ids="-".join)
def test_every_node_and_arrow_of_two_real_models_is_in_the_picture_once(portfolio: Portfolio, names: tuple[str, str]) -> None:
    a, b = (portfolio[name] for name in names)
    result = diff(a, b, portfolio.project.vocabulary)
    for lang in LANGS:
        whole(result, changed(result, lang=lang))
    assert dot(changed(result)) == dot(changed(diff(a, b, portfolio.project.vocabulary)))


def whole(result: Diff, scene: Scene) -> None:
    a, b = result.models
    partners = {pair.b: pair.a for pair in result.matching.in_chain}
    only_b = [node for node in b.nodes.values() if node.id not in partners]
    assert len(scene.model.nodes) == len(a.nodes) + len(only_b)
    assert scene.overlay.on.keys() == {*scene.model.nodes, *(link.ends for link in scene.model.links())}
    labels = sorted(node.label for node in (*a.nodes.values(), *only_b))
    assert sorted(node.label for node in scene.model.nodes.values()) == labels
    ours = {link.ends for link in a.links()}
    both = sum((partners.get(source), partners.get(to)) in ours for source, to in (link.ends for link in b.links()))
    assert sum(1 for _ in scene.model.links()) == len(ours) + sum(1 for _ in b.links()) - both


def test_a_model_and_itself_differ_in_nothing(portfolio: Portfolio) -> None:
    scene = changed(diff(portfolio["ha"], portfolio["ha"]))
    assert set(signs(scene).values()) == {""}
    assert [text for _, text in legend(scene)] == ["Som før", "Som før"]


def test_nothing_against_something_and_a_title_of_any_kind_are_drawn() -> None:
    scene = changed(diff(LogicModel(id="tom"), model(NEW, id="b", title='<b>"\\N</b>')))
    assert {sign for anchor, sign in signs(scene).items() if isinstance(anchor, str)} == {"B"}
    assert b"&lt;b&gt;&quot;\\N&lt;/b&gt;" in painted(scene, "svg", "a4", 100)


NAMES = st.lists(st.sampled_from("abcdef"), min_size=1, max_size=6, unique=True)


@st.composite
def small_models(draw: st.DrawFn, name: str) -> LogicModel:
    ids = draw(NAMES)
    terms = st.sampled_from(["t1", "t2", "t3"])
    nodes = {}
    for value in ids:
        targets = draw(st.lists(st.sampled_from(ids), max_size=2, unique=True))
        nodes[value] = {"label": value * 3, "term": draw(terms), "leads_to": [target for target in targets if target != value]}
    return LogicModel.model_validate({"id": name, "activities": nodes})


@given(small_models("a"), st.sampled_from("ab").flatmap(small_models))
@settings(max_examples=60)
def test_any_two_models_are_whole_in_their_picture(a: LogicModel, b: LogicModel) -> None:
    result = diff(a, b)
    whole(result, changed(result))


def test_the_legend_says_whose_it_is_that_several_together_lead_to_an_outcome() -> None:
    activities = {"kurs": {"label": "Kurs", "leads_to": ["mestring"]}, "brev": {"label": "Brev", "leads_to": ["mestring"]}}
    joint = {"mestring": {"label": "Mestring", "level": "user", "cause": {"together": ["kurs", "brev"]}}}
    alone = {"mestring": {"label": "Mestring", "level": "user"}}
    a, b, same, later = (
        model({"id": name, "activities": activities, "outcomes": outcomes})
        for name, outcomes in (("a", joint), ("b", alone), ("c", joint), ("a", alone))
    )

    def said(other: LogicModel, lang: Lang) -> list[str]:
        return [text for mark, text in marks(changed(diff(a, other), lang=lang)).key if mark.kind == "together"]

    assert said(b, "en") == ["“Kurs” and “Brev” together lead to “Mestring” (in A)"]
    assert said(later, "nb") == ["«Kurs» og «Brev» fører sammen til «Mestring» (som det var)"]
    assert said(same, "en") == ["“Kurs” and “Brev” together lead to “Mestring”"]

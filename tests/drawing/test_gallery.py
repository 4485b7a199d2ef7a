"""The pictures in the documentation are what the commands on its pages draw."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from virkningskjede.analysis.consensus import consensus
from virkningskjede.analysis.consensus.picture import agreed
from virkningskjede.analysis.diff import diff
from virkningskjede.analysis.diff.picture import changed
from virkningskjede.analysis.progress import progress
from virkningskjede.analysis.progress.figure import figure_of_progress
from virkningskjede.analysis.views import viewed
from virkningskjede.analysis.waves import waves
from virkningskjede.analysis.waves.figure import figure_of_waves
from virkningskjede.drawing.captions import captions
from virkningskjede.drawing.scene import Scene
from virkningskjede.project import Portfolio, load_model, project_of

SVG = "{http://www.w3.org/2000/svg}"
GALLERY = Path(__file__).parents[2] / "docs" / "bilder"


def scenes(portfolio: Portfolio) -> dict[str, Scene]:
    shared = portfolio.project
    pilots = [model for model in portfolio.values() if model.kind == "pilot"]
    changes = diff(portfolio["ringsaker"], portfolio["modell-2"], shared.vocabulary)
    return {
        "i-korte-trekk": viewed(Scene(portfolio["ringsaker"], "nb", shared.vocabulary, shared.references), "overview"),
        "forskjell": changed(changes, references=shared.references),
        "felles": agreed(consensus(pilots, shared, min=3)),
        **{f"piloter/{model.id}": Scene(model, "nb", shared.vocabulary, shared.references) for model in pilots},
    }


FIGURES = ("maaling", "runder")
"""The pictures that are small multiples, of the invented second wave among the examples."""

PICTURES = [path.relative_to(GALLERY).with_suffix("").as_posix() for path in GALLERY.rglob("*.svg")]


@pytest.mark.parametrize("name", sorted({*PICTURES} - {*FIGURES}))
def test_a_picture_of_the_gallery_is_up_to_date(portfolio: Portfolio, name: str) -> None:
    svg = ET.parse(GALLERY / f"{name}.svg").getroot()
    scene = scenes(portfolio)[name]
    assert svg.findtext(f"{SVG}title") == scene.title
    shown = {
        (group.get("data-id") or (group.get("data-from"), group.get("data-to"))): (group.get("aria-label"), group.findtext(f"{SVG}desc"))
        for group in svg.iter(f"{SVG}g")
        if group.get("class") in ("box", "arrow")
    }
    assert shown == {anchor: (caption.name, "\n".join(caption.facts)) for anchor, caption in captions(scene).items()}


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_of_the_documentation_is_up_to_date(name: str) -> None:
    crews = load_model(GALLERY.parents[1] / "examples/results-framework/programmes/mannskap.yaml")
    shared = project_of(crews)
    if name == "maaling":
        figure = figure_of_progress(progress(crews, shared, every=True))
    else:
        figure = figure_of_waves(waves(crews, shared.vocabulary, people="different"))
    svg = ET.parse(GALLERY / f"{name}.svg").getroot()
    assert (svg.findtext(f"{SVG}title"), svg.findtext(f"{SVG}desc")) == (figure.title, figure.summary)
    captions_of = {caption for panel in figure.panels for caption in (panel.caption, *(mark.caption for mark in panel.marks))}
    assert {element.text for element in svg.iter(f"{SVG}title")} == {figure.title, *captions_of}


def test_every_pilot_is_in_the_gallery(portfolio: Portfolio) -> None:
    assert {path.stem for path in (GALLERY / "piloter").glob("*.svg")} == {
        model.id for model in portfolio.values() if model.kind == "pilot"
    }

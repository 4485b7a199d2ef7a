"""A site says what is true of the models that it is about, whatever their kind is: programmes are no appendix where there are no pilots."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from virkningskjede.atlas import atlas
from virkningskjede.i18n import LANGS, Lang
from virkningskjede.model import principal
from virkningskjede.project import Portfolio, load_portfolio

from .conftest import HtmlPage, read

VOCABULARY = """\
virkningskjede: 1
kind: vocabulary
lang: en
terms:
  choir: {label: Choir practice, stage: activities}
  concert: {label: Concert, stage: outputs}
  friends: {label: {nb: Nye venner, en: New friends}, stage: outcomes}
"""

TABLE = """\
virkningskjede: 1
kind: comparison
id: content
title: What they do
stages: [activities, outputs]
columns:
  choir: {label: Choir, counts: [choir]}
  concert: {label: Concerts, counts: [concert]}
"""

CRITERIA = """\
virkningskjede: 1
kind: criteria
id: own
title: Own demands
criteria:
  sings: {label: They sing, met: {node: {term: choir}}}
"""

MODEL = """\
virkningskjede: 1
kind: {kind}
id: {id}
lang: en
title: {id} sings
target_group: {{all: {{label: Everybody}}}}
activities:
  choir: {{label: Choir on Mondays, term: choir, leads_to: [friends]}}
outcomes:
  friends: {{label: They make friends, level: user, term: friends}}
"""


def portfolio(folder: Path, **kinds: str) -> Portfolio:
    """A project of models of these kinds, by their ids."""
    files = {"vocabulary.yaml": VOCABULARY, "comparisons/content.yaml": TABLE, "criteria/own.yaml": CRITERIA}
    files |= {f"{kind}s/{name}.yaml": MODEL.format(kind=kind, id=name) for name, kind in kinds.items()}
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return load_portfolio(folder)


def front(models: Portfolio, lang: Lang = "en") -> HtmlPage:
    return read(atlas(models, lang=lang))["index.html"]


def headings(page: HtmlPage) -> list[str]:
    return [part for part in ("front_main", "front_templates", "front_measures", "front_others") if part in page.ids]


@pytest.mark.parametrize("lang", LANGS)
def test_two_programmes_are_what_their_site_is_about(lang: Lang, tmp_path: Path) -> None:
    pages = read(atlas(portfolio(tmp_path, a="programme", b="programme"), lang=lang))
    page = pages["index.html"]
    assert headings(page) == ["front_main", "front_measures"]
    phrases = {
        "nb": ("Her er virkningskjedene til 2 tiltak.", "Tiltakene"),
        "en": ("Here are the logic models of 2 programmes.", "The programmes"),
    }
    assert all(phrase in page.text for phrase in phrases[lang])
    assert {name for name in pages if name.startswith("compare-")} == {"compare-a.b.html"}
    for name, value in pages.items():
        assert not re.search(r"pilot|\bnav\b|helse|health|oppfølging|follow-up", value.text, re.IGNORECASE), name


def test_the_site_of_one_programme_is_of_one(tmp_path: Path) -> None:
    page = front(portfolio(tmp_path, a="programme"))
    assert "Here is the logic model of one programme. 2 nodes and 1 arrow in all." in page.text
    assert "The programme" in page.text
    assert headings(page) == ["front_main"]


def test_programmes_beside_pilots_are_others(tmp_path: Path) -> None:
    page = front(portfolio(tmp_path, a="pilot", b="pilot", c="programme"))
    assert headings(page) == ["front_main", "front_measures", "front_others"]
    assert "Here are the logic models of 2 pilots." in page.text
    assert "Other programmes Chains beside those that are compared. They are not in the tables. c sings" in page.text


def test_a_template_is_not_compared_with_programmes(tmp_path: Path) -> None:
    models = portfolio(tmp_path, a="programme", b="programme", c="template")
    assert [model.id for model in principal(models.values())] == ["a", "b"]
    page = front(models)
    assert headings(page) == ["front_main", "front_templates", "front_measures"]
    assert "A template is a chain that others are to follow." in page.text


def test_templates_alone_are_compared_and_are_no_others(tmp_path: Path) -> None:
    page = front(portfolio(tmp_path, a="template", b="template"))
    assert "Here are the logic models of 2 templates." in page.text
    assert headings(page) == ["front_templates", "front_measures"]


@pytest.mark.parametrize(("lang", "shown"), [("en", "New friends Nye venner · Outcomes"), ("nb", "Nye venner New friends · Virkninger")])
def test_a_label_in_one_language_stands_once_among_the_terms(lang: Lang, shown: str, tmp_path: Path) -> None:
    page = read(atlas(portfolio(tmp_path, a="programme"), lang=lang))["vocabulary.html"]
    assert page.text.count("Choir practice") == 1
    assert shown in page.text
    assert "None ·" not in page.text

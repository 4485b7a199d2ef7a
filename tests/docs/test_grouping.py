"""The page on grouping says what the models say: the example's output and every figure in its answer are worked out again."""

from __future__ import annotations

import re
import runpy
import sys
from typing import Any

import pytest

import virkningskjede as vk
from virkningskjede.analysis.grouping import ALPHA, WAYS, WEIGHTS, splits
from virkningskjede.project import corpus
from virkningskjede.report.amounts import decimal

from .pages import DOCS, ROOT, Page

PAGES = {"nb": Page(DOCS / "gruppering.md"), "en": Page(DOCS / "grouping.md")}
each_language = pytest.mark.parametrize("lang", PAGES)


@pytest.fixture(scope="module")
def pilots() -> vk.Portfolio:
    found = vk.load(corpus() / "pilots")
    assert isinstance(found, vk.Portfolio)
    return found


@pytest.fixture
def measures(pilots: vk.Portfolio) -> vk.Grouping:
    return vk.group(pilots, "tiltak", samples=10_000)


@each_language
def test_the_example_prints_what_the_page_shows(lang: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    script = str(ROOT / "examples" / "gruppering.py")
    monkeypatch.setattr(sys, "argv", [script, "--lang", lang])
    runpy.run_path(script, run_name="__main__")
    assert capsys.readouterr().out in [block.text for block in PAGES[lang].blocks if block.language == "text"]


def answer(lang: str) -> str:
    """The short answer and what follows it, up to the next heading."""
    return PAGES[lang].text.split("\n## ")[1]


@each_language
def test_the_figures_of_the_answer(lang: Any, pilots: vk.Portfolio, measures: vk.Grouping) -> None:
    said = answer(lang)
    template, progress = measures.fits["template"], measures.fits["progress"]
    robust = measures.robustness
    assert robust is not None and robust.same_clusters is not None
    rank = {"nb": f"plass {template.rank} av {template.splits}", "en": f"rank {template.rank} of {template.splits}"}[lang]
    assert f"({rank}, p = {decimal(template.p, lang, 3)})" in said
    assert f"(p = {decimal(progress.p, lang, 3)})" in said
    percent = {"nb": " %", "en": "%"}[lang]
    assert f"{100 * robust.fits[0].clear:.0f}{percent}" in said
    assert f"{100 * robust.same_clusters:.0f}{percent}" in said
    against = {"nb": "mot", "en": "against"}[lang]
    alike = [decimal(value, lang) for value in template.alike.values() if value is not None]
    assert f" {against} ".join(alike) in said
    without = sorted(template.without.values())
    spread = [decimal(p, lang, 3) for p in (without[0], without[-1])]
    to, of = {"nb": ("til", "av"), "en": ("to", "of")}[lang]
    alpha = decimal(ALPHA, lang)
    assert f" {to} ".join(spread) in said
    assert f"{alpha} i {sum(p < ALPHA for p in without)} {of} {len(without)}".replace(" i ", {"nb": " i ", "en": " in "}[lang]) in said
    told = {decimal(template.p, lang, 3), decimal(progress.p, lang, 3), *alike, *spread, alpha, "4.1"}
    assert set(re.findall(r"\d+[.,]\d+", said)) == told


def test_what_the_answer_says_in_words(pilots: vk.Portfolio, measures: vk.Grouping) -> None:
    assert measures.robustness is not None
    assert measures.robustness.samples == 10_000 and measures.robustness.ahead == 1.0
    recruitment = vk.group(pilots, "rekruttering", samples=0)
    assert recruitment.fits["template"].rank == 1
    assert [model.id for model in recruitment.left_out] == ["lillestrom"] and len(recruitment.similarity.models) == 8
    assert not vk.group(pilots, "tiltak", progress="started", samples=0).fits["progress"].clear
    for way in ("virkninger", "maalgruppe", "hemmere"):
        fits = vk.group(pilots, way, samples=0).fits
        assert not fits["template"].clear and not fits["progress"].clear
        assert fits["progress"].r > fits["template"].r
    template = measures.fits["template"]
    (best,) = [set(members) for members in template.best if "ha" in members]
    assert best - set(template.groups["modell-2"]) == {"nesodden"} and best >= set(template.groups["modell-2"])
    assert measures.tree.two is not None
    assert {"bjerke", "fredrikstad"} in map(set, measures.tree.two)
    assert measures.matrix is not None
    assert {model for model, column in measures.matrix.cells if column == "brobygger"} == {"bjerke", "fredrikstad"}


@each_language
def test_the_ways_and_the_weights_are_those_of_the_code(lang: str) -> None:
    tables = {table.marker: table for table in PAGES[lang].tables}
    assert tables["ways"].keys[:-1] == list(WAYS)
    told = {name: int(weight) for statuses, weight in tables["weights"].rows for name in re.findall(r"`(\w+)`", statuses)}
    assert told == {status: weight for status, weight in WEIGHTS.items() if status is not None}
    assert WEIGHTS[None] == told["considered"]
    assert all(f"{number:,}".replace(",", " ") in PAGES[lang].text for number in (splits.MOST_SPLITS, splits.DRAWN))

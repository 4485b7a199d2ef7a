"""What the atlas shows is what the rooms say: contrasts with templates only, the whole common chain of few, the command's coverage."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

import virkningskjede as vk
from virkningskjede.analysis.coverage import STATES
from virkningskjede.analysis.coverage import report as accounts
from virkningskjede.atlas.addresses import contrast_page
from virkningskjede.atlas.material import Material, gather
from virkningskjede.atlas.pages import comparisons, criteria, sources
from virkningskjede.cli import program
from virkningskjede.model import LogicModel
from virkningskjede.project import Portfolio, load_portfolio

from .conftest import HtmlPage


def gathered(portfolio: Portfolio) -> Material:
    return gather(portfolio, "nb", lambda done, of: None)


@pytest.fixture(scope="module")
def whole(portfolio: Portfolio) -> Material:
    return gathered(portfolio)


def test_only_templates_are_held_against_the_common_chain(whole: Material, few: Portfolio, pages: dict[str, HtmlPage]) -> None:
    templates = {*whole.shared.templates, *(model.id for model in whole.of_kind("template"))}
    assert {contrast.template.id for contrast in whole.contrasts} == templates
    assert {name for name in pages if name.startswith("against-")} == {contrast_page(template) for template in few.project.templates}


def test_the_page_to_choose_from_leads_to_the_grouping_where_there_is_one(whole: Material) -> None:
    choosing = next(comparisons.pages(whole, {}))
    assert (choosing.values["grouping"], choosing.values["consensus"]) == ("grouping.html", "consensus.html")
    assert "grouping.html" in [page.file for page in comparisons.pages(whole, {})]
    without = replace(whole, grouping=None)
    assert next(comparisons.pages(without, {})).values["grouping"] == ""
    assert "grouping.html" not in [page.file for page in comparisons.pages(without, {})]


def test_the_link_to_the_grouping_is_on_the_page(pages: dict[str, HtmlPage]) -> None:
    assert "grouping.html" in [tag["href"] for tag in pages["compare.html"].of("a")]


def test_the_common_chain_of_few_has_what_some_model_surely_has() -> None:
    """And nothing that no model surely has: such a box would have the number 0–1."""
    sure = {"kurs": {"label": "Kurs", "term": "kurs"}}
    unsure = {"samtale": {"label": "Samtale", "term": "samtale", "or": [{"absent": True}]}}
    models = [LogicModel.model_validate({"id": name, "activities": {**sure, **more}}) for name, more in (("en", unsure), ("to", {}))]
    consensus = gathered(Portfolio({model.id: model for model in models})).consensus
    assert consensus is not None
    assert (consensus.min, list(consensus.nodes)) == (1, ["kurs"])


def test_the_sources_are_accounted_for_as_by_the_command(whole: Material, models_folder: Path) -> None:
    data = json.loads(CliRunner().invoke(program, ["coverage", str(models_folder), "--format", "json"]).stdout)
    assert accounts.to_json(whole.coverage) == data
    assert whole.coverage == vk.coverage(load_portfolio(models_folder))


def test_a_reader_of_the_sources_sees_what_no_model_builds_on(whole: Material) -> None:
    (page,) = sources.pages(whole, {})
    (report,) = [value for value in page.values["sources"] if value.id == "statusrapport"]
    assert "822 setninger, 768 sitert av modeller, 48 bare prøvd, 6 satt til side, 0 igjen (100 % gjort rede for)" in report.table
    assert "Setninger som ingen modell bygger på eller har satt til side: 41" in report.table
    account = whole.coverage.section("statusrapport", "2.3.3")
    (section,) = [section for section in report.sections if section.title.startswith("2.3.3 ")]
    counts = [len(getattr(account, state)) for state in STATES]
    assert counts == [84, 16, 0, 0]
    assert section.counts == "100 setninger: 84 sitert, 16 bare prøvd, 0 satt til side, 0 igjen"
    tested = [sentence.number for sentence in section.sentences if "ingen modell bygger på den" in sentence.reason]
    assert tuple(tested) == account.tested
    assert all(sentence.by or sentence.reason for sentence in section.sentences)


def test_what_tests_a_sentence_is_led_to(whole: Material, pages: dict[str, HtmlPage]) -> None:
    (page,) = sources.pages(whole, {})
    pieces = {
        piece.href: (owner, piece.text)
        for source in page.values["sources"]
        for section in source.sections
        for sentence in section.sentences
        for owner, pieces in sentence.by
        for piece in pieces
    }
    (claims,) = [claims for claims in whole.claims if claims.file.id == "statusrapport"]
    for name, claim in claims.file.claims.items():
        if claim.at:
            assert pieces[f"claims-statusrapport.html#{name}"] == (claims.file.title.nb, claim.statement.nb)
            assert name in pages["claims-statusrapport.html"].ids
    assert pieces["table-tiltak.html"] == ("Tiltak i pilotene", "tabellen som helhet")
    assert pieces["assessments-statusrapport.html"][0] == whole.concordances[0].assessments.title.nb
    labels = {criterion.label.nb for criteria in whole.check.sets for criterion in criteria.criteria.values()}
    assert pieces["assessments-statusrapport.html"][1] in labels


def test_what_is_the_same_for_all_is_said_once_below_the_verdicts(whole: Material) -> None:
    """It has no row; each of its verdicts still has its place on the page."""
    page = next(page for page in criteria.pages(whole, {}) if page.file == "criteria-oslo-economics-2020.html")
    rows, _, below = str(page.values["matrix"]).partition("</table>")
    assert "Ledelsesforankret i begge tjenester" not in rows
    assert 'href="#criterion-fleksibel"' in rows
    assert "Alle ni: ikke nevnt? (oppfylt, delvis) – Ledelsesforankret i begge tjenester." in below
    texts = {text.id: text for text in page.values["criteria"]}
    assert [verdict.label for verdict in texts["ledelsesforankret"].verdicts] == ["ikke nevnt? (oppfylt, delvis)"] * 9

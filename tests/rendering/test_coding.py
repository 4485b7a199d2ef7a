"""Agreement between coders as text, tables and JSON."""

from __future__ import annotations

import json

import pytest

from virkningskjede.catalogue import LANGS, Lang
from virkningskjede.coders import Agreement, agreement
from virkningskjede.loading import Portfolio
from virkningskjede.model import LogicModel
from virkningskjede.rendering import coding


@pytest.fixture
def found(portfolio: Portfolio) -> Agreement:
    """Tromsø and Ringsaker by a second hand: one term, one status and one arrow otherwise."""
    model = portfolio["tromso"]
    meetings = model.activities["ukentlige-moter"].model_copy(update={"status": "planned", "leads_to": ()})
    cooperation = model.outputs["samarbeidsavtale"].model_copy(update={"term": ()})
    other = model.model_copy(
        update={
            "outputs": {**model.outputs, "samarbeidsavtale": cooperation},
            "activities": {**model.activities, "ukentlige-moter": meetings},
        }
    )
    second = {"tromso": other, "ringsaker": portfolio["ringsaker"]}
    return agreement(portfolio, second, portfolio.project, portfolio.project, names=("en", "to"))


def test_the_cells_to_discuss(found: Agreement) -> None:
    lines = coding.text(found).splitlines()
    assert lines[0] == f"Ruter å snakke om ({len(found.to_discuss) + 1})"
    assert lines[2:7] == [
        "Tromsø (tromso)",
        "",
        "  Begreper bare A har",
        "  - Samarbeidsavtale",
        "    A: Samarbeidsavtale mellom Nav og RPH (planlagt; 2.1.5:12)",
    ]
    both = lines.index("  Begge, men ulik status")
    assert lines[both + 1] == "  - Faste møter"
    assert [line[:6] for line in lines[both + 2 :] if line[4:6] in ("A:", "B:")] == ["    A:", "    B:"]
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("lang", LANGS)
def test_the_overview_says_what_was_counted(found: Agreement, lang: Lang) -> None:
    table = coding.overview(found, lang=lang)
    rows = {row[0]: row[1:] for row in table.rows}
    kappa = rows["Cohens kappa" if lang == "nb" else "Cohen's kappa"]
    assert kappa[0] == f"{found.of_terms.kappa:.2f}".replace(".", "," if lang == "nb" else ".")
    assert kappa[2] == "–"
    assert any("69" in note or str(len(found.by_term)) in note for note in table.notes)
    assert any("kappa" in note and "--all-terms" in note for note in table.notes)


def test_terms_by_least_agreement(found: Agreement) -> None:
    table = coding.by_term(found)
    assert table.rows[0][0] == "Samarbeidsavtale"
    assert len(table.rows) == len(found.by_term)


def test_cautions_are_told() -> None:
    few = LogicModel.model_validate({"id": "m", "inputs": {"a": {"label": "A", "term": "ro"}}})
    notes = coding.overview(agreement(few, few), lang="en").notes
    assert "Terms: all cells are alike, so kappa and alpha are not defined." in notes
    assert "Terms: so few cells (1) that one more or less means much." in notes


def test_the_json(found: Agreement) -> None:
    told = coding.to_json(found)
    assert json.loads(json.dumps(told)) == told
    assert (told["a"], told["b"], told["models"]) == ("en", "to", ["ringsaker", "tromso"])
    assert told["terms"]["only_a"] == 1 and told["terms"]["only_b"] == 0
    assert told["discuss"][0]["item"] == "samarbeidsavtale"
    assert told["discuss"][0]["a"]["at"] == ["statusrapport#2.1.5:12"]
    assert told["discuss"][-1]["a"]["status"] == "in_use" and told["discuss"][-1]["b"]["status"] == "planned"


def test_tables_for_a_report_and_for_a_spreadsheet(found: Agreement) -> None:
    assert coding.csv(found).count("\n") == len(found.terms) + len(found.arrows) + 1
    assert coding.html(found).count("<table") == 3
    assert found._repr_html_() == coding.html(found)
    assert coding.page(found, lang="en").startswith('<!doctype html>\n<html lang="en">')
    assert coding.markdown(found).count("**") == 6


def test_nothing_in_a_file_acts() -> None:
    one = LogicModel.model_validate({"id": "m", "inputs": {"a": {"label": "A", "term": "ro"}, "b": {"label": "B", "term": "tid"}}})
    hostile = one.inputs["a"].model_copy(update={"label": "<b>|\x1b[31m"})
    two = one.model_copy(update={"inputs": {"a": hostile.model_copy(update={"term": ("uro",)}), "b": one.inputs["b"]}})
    found = agreement(one, two, names=("a", "<i>\x1b"))
    for whole in (coding.text(found), coding.markdown(found), coding.html(found), coding.csv(found)):
        assert "\x1b" not in whole
    assert "<b>" not in coding.html(found) and "<i>" not in coding.html(found) and "<b>" not in coding.markdown(found)

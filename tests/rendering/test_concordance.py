"""A report's verdicts beside ours, as a reader meets them."""

from __future__ import annotations

import csv
import io
from typing import Any, get_args

import pytest

from virkningskjede.catalogue import LANGS, WORDS, Lang
from virkningskjede.criteria import STANDINGS, Assessments, Check, Concordance, Obstacle, check, hold_against, load_set
from virkningskjede.loading import Portfolio
from virkningskjede.rendering import verdicts
from virkningskjede.rendering.grounds import Grounds
from virkningskjede.rendering.verdicts.concordance import SECTIONS


@pytest.fixture(scope="module")
def judged(portfolio: Portfolio) -> Check:
    nine = [model for model in portfolio.values() if model.kind == "pilot"]
    shared = portfolio.project
    return check(nine, [load_set(name, shared) for name in ("brukermedvirkning", "kognitiv-terapi-xu-2024")], shared)


@pytest.fixture(scope="module")
def held(judged: Check) -> Concordance:
    return judged.against("statusrapport")


def test_the_counts(held: Concordance) -> None:
    table = verdicts.counts_table(held)
    assert table.headers == ("", "Dommer", "Like", "Kanskje like", "Ulike", "Vi tause", "Ikke prøvd")
    assert table.rows == (
        ("Om én modell", "13", "3", "1", "0", "0", "9"),
        ("Om flere", "72", "7", "0", "9", "5", "56"),
        ("I alt", "85", "10", "1", "9", "5", "65"),
    )


def test_each_disagreement_is_told_with_places_and_grounds_on_both_sides(held: Concordance) -> None:
    text = " ".join(verdicts.concordance_text(held).split())
    assert text.startswith("10 av 20 dommer er de samme som våre; 11 kan være det hvis det som er usikkert, leses annerledes. ")
    assert "I 5 av 9 ulike dommer er modellens egen tekst taus." in text
    assert (
        "Bruker er selv med (Brukermedvirkning) Rapporten: ikke oppfylt (2.3.4:7-8). "
        "Tjenestene møtes uten bruker i alle pilotene unntatt to. Vi spør etter, for «oppfylt»: " in text
    )
    assert "- Nesodden: Oppfylt: det viser «Felles samtale med bruker, RPH og Nav» (2.1.4:23)." in text
    assert "Rapporten: oppfylt, kan leses som delvis (2.3.5:17-18)." in text
    assert "Ikke prøvd (65) - Kriteriesettet oslo-economics-2020 er ikke brukt (52)" in text


def test_models_of_which_we_say_the_same_stand_together(held: Concordance) -> None:
    text = " ".join(verdicts.concordance_text(held, lang="en").split())
    assert "- Fredrikstad, Kristiansand, Lillestrøm, Tromsø: The text does not mention: " in text


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_text_fits_the_terminal(held: Concordance, lang: Lang, width: int) -> None:
    assert max(map(len, verdicts.concordance_text(held, lang=lang, width=width, every=True).splitlines())) <= width


def test_what_agrees_is_told_only_when_asked_for(held: Concordance) -> None:
    told = "Oppfylt: det viser «Nav-veileder blir med bruker i legetimer»"
    assert told not in " ".join(verdicts.concordance_text(held).split())
    assert told in " ".join(verdicts.concordance_text(held, every=True).split())
    assert told not in verdicts.concordance_html(held)
    assert told in verdicts.concordance_html(held, every=True)


@pytest.mark.parametrize("lang", LANGS)
def test_the_tables_have_a_row_for_each(held: Concordance, lang: Lang) -> None:
    page = verdicts.concordance_page(held, lang=lang, every=True)
    assert page.startswith(f'<!doctype html>\n<html lang="{lang}">\n<head><meta charset="utf-8"><title>')
    assert page.count("<tr>") == 4 + (1 + 4) + (1 + 5) + (1 + 1) + (1 + 10) + (1 + 5)
    assert held._repr_html_() == verdicts.concordance_html(held)
    markdown = verdicts.concordance_markdown(held, lang=lang, every=True)
    assert markdown.count("\n| ") == 6 * 2 + 3 + 4 + 5 + 1 + 10 + 5


def test_the_listing_has_a_row_for_each_judgement_and_model(held: Concordance) -> None:
    headers, *rows = csv.reader(io.StringIO(verdicts.concordance_csv(held)))
    assert len(rows) == len(held.results)
    assert dict(zip(headers, rows[-1], strict=True)) == {
        "Vurdering": "gruppeterapi-kristiansand",
        "Kriteriesett": "kognitiv-terapi-xu-2024",
        "Kriterium": "gruppeterapi",
        "Modell": "kristiansand",
        "Rapporten": "oppfylt",
        "Sted i rapporten": "statusrapport#2.3.5:17, statusrapport#2.3.5:18",
        "Sammenlignet": "kan være lik",
        "Vår dom": "ikke nevnt",
        "Mulige dommer": "oppfylt, ikke nevnt",
        "Hviler på": "",
        "Sted i kilden": "",
        "Grunn": Grounds(held.check, "nb").sentences(held.check.verdict("kristiansand", "gruppeterapi")),
    }


def test_the_value_for_programs(held: Concordance) -> None:
    told = verdicts.concordance_json(held, lang="en")
    assert (told["assessments"], told["source"]) == ("statusrapport", "statusrapport")
    assert told["counts"] == {"agrees": 10, "otherwise": 1, "differs": 9, "not_compared": 65}
    nesodden = next(each for each in told["judgements"] if each["assessment"] == "direkte-de-andre" and each["model"] == "nesodden")
    assert (nesodden["theirs"], nesodden["theirs_at"]) == ("not_met", ["statusrapport#2.3.4:7", "statusrapport#2.3.4:8"])
    assert (nesodden["ours"], nesodden["at"], nesodden["standing"]) == ("met", ["statusrapport#2.1.4:23"], "differs")
    assert (nesodden["decided_by"], nesodden["models"], nesodden["shared"]) == ("met", 7, [])
    lacking = next(each for each in told["judgements"] if each["standing"] == "not_compared")
    assert (lacking["ours"], lacking["obstacle"], lacking["at"]) == (None, "no_set", [])


def test_a_judgement_that_the_model_was_coded_from_says_so(judged: Check) -> None:
    entry: dict[str, Any] = {"at": "2.2.1:17", "criteria": "brukermedvirkning", "criterion": "direkte-medvirkning", "model": "ha"}
    title = {"nb": "<b>R</b>", "en": "{lang}"}
    report = Assessments.model_validate(
        {"id": "r", "title": title, "source": "statusrapport", "assessments": {"a": {**entry, "verdict": "partly"}}}
    )
    held = hold_against(judged, report)
    assert "Vår dom hviler også på 2.2.1:17: da er modellen kodet" in " ".join(verdicts.concordance_text(held).split())
    assert "<b>R</b>" not in verdicts.concordance_page(held)
    assert verdicts.counts_table(held, lang="en").title == "{lang}, beside our verdicts"


def test_everything_that_can_be_said_has_a_word() -> None:
    for prefix, names in {
        "against.standing": STANDINGS,
        "against.head": STANDINGS,
        "against": get_args(Obstacle),
        "against.section": (*SECTIONS, "agrees", "not_compared"),
    }.items():
        assert {f"{prefix}.{name}" for name in names} <= set(WORDS)

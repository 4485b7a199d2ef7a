"""A report's verdicts beside ours, as a reader meets them."""

from __future__ import annotations

import csv
import io
from typing import Any, get_args

import pytest

from virkningskjede.analysis.criteria import STANDINGS, Assessments, Check, Concordance, Obstacle, check, hold_against, load_set
from virkningskjede.analysis.criteria.report.concordance import SECTIONS
from virkningskjede.analysis.criteria.report.grounds import Grounds
from virkningskjede.i18n import LANGS, WORDS, Lang
from virkningskjede.project import Portfolio
from virkningskjede.report import Table
from virkningskjede.report.formats import FORMATS

from ...reading import written


@pytest.fixture(scope="module")
def judged(portfolio: Portfolio) -> Check:
    nine = [model for model in portfolio.values() if model.kind == "pilot"]
    shared = portfolio.project
    return check(nine, [load_set(name, shared) for name in ("brukermedvirkning", "kognitiv-terapi-xu-2024")], shared)


@pytest.fixture(scope="module")
def concordance(judged: Check) -> Concordance:
    return judged.against("statusrapport")


def counts(concordance: Concordance, lang: Lang = "nb") -> Table:
    """How many stand how: the first table, on a page and in a terminal."""
    page, terminal = (next(concordance.report().document(lang, width).tables()) for width in (None, 80))
    assert (page.title, page.headers, page.rows) == (terminal.title, terminal.headers, terminal.rows)
    return page


def words(concordance: Concordance, *, lang: Lang = "nb", explain: bool = False) -> str:
    """What a terminal is told, as one line without what is drawn under titles."""
    lines = concordance.report(explain=explain).to_text(lang=lang).splitlines()
    return " ".join(" ".join(line for line in lines if line.strip("-=")).split())


def test_the_counts(concordance: Concordance) -> None:
    table = counts(concordance)
    assert table.headers == ("", "Dommer", "Like", "Kanskje like", "Ulike", "Vi tause", "Ikke prøvd")
    assert table.rows == (
        ("Om én modell", "13", "4", "0", "0", "0", "9"),
        ("Om flere", "72", "7", "8", "1", "0", "56"),
        ("I alt", "85", "11", "8", "1", "0", "65"),
    )


def test_each_disagreement_is_told_with_places_and_grounds_on_both_sides(concordance: Concordance) -> None:
    text = words(concordance).partition(" I alt 85 11 8 1 0 65 ")[2]
    assert text.startswith("11 av 20 dommer er de samme som våre; 19 kan være det hvis det som er usikkert, leses annerledes. ")
    assert "er modellens egen tekst taus" not in text
    assert (
        "Bruker er selv med (Brukermedvirkning) Rapporten: ikke oppfylt (2.3.4:7-8). "
        "Tjenestene møtes uten bruker i alle pilotene unntatt to. Vi spør etter, for «oppfylt»: " in text
    )
    assert "- Nesodden: Oppfylt: det viser «Felles samtale med bruker, RPH og Nav» (2.1.4:23,32)." in text
    assert "Rapporten: oppfylt, kan leses som delvis (2.3.5:17-18)." in words(concordance, explain=True)
    assert "Ikke prøvd (65) - Kriteriesettet oslo-economics-2020 er ikke brukt (52)" in text


def test_models_of_which_we_say_the_same_stand_together(concordance: Concordance) -> None:
    text = words(concordance, lang="en")
    assert "- Fredrikstad, Kristiansand, Lillestrøm, Tromsø: The text does not mention: " in text


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_text_fits_the_terminal(concordance: Concordance, lang: Lang, width: int) -> None:
    assert max(map(len, concordance.report(explain=True).to_text(lang=lang, width=width).splitlines())) <= width


def test_what_agrees_is_told_only_when_asked_for(concordance: Concordance) -> None:
    text = "Oppfylt: det viser «Nav-veileder blir med bruker i legetimer»"
    assert text not in words(concordance)
    assert text in words(concordance, explain=True)
    assert text not in concordance.to_html()
    assert text in concordance.report(explain=True).to_html()


FORMS = [
    ("text", "\n11 of 20 verdicts are the same as ours; 19 may be if what is unsure is read\notherwise.\n"),
    ("md", "\n| Together | 85 | 11 | 8 | 1 | 0 | 65 |\n\n11 of 20 verdicts are the same as ours; "),
    ("csv", "\r\ngruppeterapi-kristiansand,kognitiv-terapi-xu-2024,gruppeterapi,"),
    ("docx", "\nTogether\t85\t11\t8\t1\t0\t65\n11 of 20 verdicts are the same as ours; "),
    ("xlsx", "\ngruppeterapi-kristiansand\tkognitiv-terapi-xu-2024\tgruppeterapi\t"),
    ("html", "<p>11 of 20 verdicts are the same as ours; 19 may be if what is unsure is read otherwise.</p>"),
    ("json", '\n  "against": {\n    "assessments": "statusrapport",\n'),
]


@pytest.mark.parametrize(("name", "says"), FORMS)
def test_every_format_says_how_many_agree(concordance: Concordance, name: str, says: str) -> None:
    assert set(FORMATS) == {form for form, _ in FORMS}
    assert says in written(name, concordance.report(), "en")


def test_a_disagreement_in_a_terminal_is_an_account_under_its_criterion(concordance: Concordance) -> None:
    text = concordance.to_text(lang="en")
    heading = "Verdicts that differ where the model's own text speaks (1)"
    assert text.partition(heading)[2].splitlines()[2:10] == [
        "",
        "The user takes part in person (User participation)",
        "  The report: not met (2.3.4:7-8). The services meet without the user in all",
        "  pilots but two.",
        "  We ask, for “met”: “Joint conversation with the user” or “Coping plan” (with",
        "  user).",
        "  - Nesodden: Met: shown by “Felles samtale med bruker, RPH og Nav”",
        "    (2.1.4:23,32).",
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_the_tables_have_a_row_for_each(concordance: Concordance, lang: Lang) -> None:
    page = str(FORMATS["html"].write(concordance.report(explain=True), lang))
    assert page.startswith(f'<!doctype html>\n<html lang="{lang}">\n<head><meta charset="utf-8"><title>')
    assert page.count("<tr>") == 4 + (1 + 2) + (1 + 7) + (1 + 11) + (1 + 5)
    assert "<table" in concordance._repr_html_()
    markdown = concordance.report(explain=True).to_markdown(lang=lang)
    assert markdown.count("\n| ") == 5 * 2 + 3 + 2 + 7 + 11 + 5


def test_the_listing_has_a_row_for_each_judgement_and_model(concordance: Concordance) -> None:
    headers, *rows = csv.reader(io.StringIO(str(FORMATS["csv"].write(concordance.report(), "nb"))))
    assert len(rows) == len(concordance.results)
    assert dict(zip(headers, rows[-1], strict=True)) == {
        "Vurdering": "gruppeterapi-kristiansand",
        "Kriteriesett": "kognitiv-terapi-xu-2024",
        "Kriterium": "gruppeterapi",
        "Kriteriets navn": "Terapien gis i gruppe",
        "Modell": "kristiansand",
        "Modellens navn": "Kristiansand",
        "Rapporten": "oppfylt",
        "Sted i rapporten": "statusrapport#2.3.5:17, statusrapport#2.3.5:18",
        "Sammenlignet": "lik",
        "Vår dom": "oppfylt",
        "Mulige dommer": "oppfylt, delvis, ikke nevnt",
        "Hviler på": "gruppeterapi",
        "Sted i kilden": "statusrapport#2.3.5:17, statusrapport#2.3.5:18",
        "Grunn": Grounds(concordance.check, "nb").sentences(concordance.check.verdict("kristiansand", "gruppeterapi"))
        + " Vår dom hviler bare på 2.3.5:17-18: da er modellen kodet etter det rapporten mente, og likhet beviser ingenting.",
    }


def test_the_value_for_programs(concordance: Concordance) -> None:
    value = concordance.report().plain("en")["against"]
    assert (value["assessments"], value["source"]) == ("statusrapport", "statusrapport")
    assert value["counts"] == {"agrees": 11, "otherwise": 8, "differs": 1, "not_compared": 65}
    nesodden = next(
        judgement for judgement in value["judgements"] if judgement["assessment"] == "direkte-de-andre" and judgement["model"] == "nesodden"
    )
    assert (nesodden["theirs"], nesodden["theirs_at"]) == ("not_met", ["statusrapport#2.3.4:7", "statusrapport#2.3.4:8"])
    assert (nesodden["ours"], nesodden["at"], nesodden["standing"]) == (
        "met",
        ["statusrapport#2.1.4:23", "statusrapport#2.1.4:32"],
        "differs",
    )
    assert (nesodden["decided_by"], nesodden["models"], nesodden["shared"]) == ("met", 7, [])
    lacking = next(judgement for judgement in value["judgements"] if judgement["standing"] == "not_compared")
    assert (lacking["ours"], lacking["obstacle"], lacking["at"]) == (None, "no_set", [])


def test_a_judgement_that_shares_a_sentence_with_ours_says_so(judged: Check) -> None:
    entry: dict[str, Any] = {"at": "2.2.1:17", "criteria": "brukermedvirkning", "criterion": "direkte-medvirkning", "model": "ha"}
    title = {"nb": "<b>R</b>", "en": "{lang}"}
    report = Assessments.model_validate(
        {"id": "r", "title": title, "source": "statusrapport", "assessments": {"a": {**entry, "verdict": "partly"}}}
    )
    concordance = hold_against(judged, report)
    assert "Vår dom hviler også på 2.2.1:17, der rapporten selv vurderer." in words(concordance)
    assert "beviser" not in words(concordance), "the two disagree"
    assert "<b>R</b>" not in str(FORMATS["html"].write(concordance.report(), "nb"))
    assert counts(concordance, "en").title == "{lang}, beside our verdicts"


def test_everything_that_can_be_said_has_a_word() -> None:
    for prefix, names in {
        "against.standing": STANDINGS,
        "against.head": STANDINGS,
        "against": get_args(Obstacle),
        "against.section": (*SECTIONS, "agrees", "not_compared"),
    }.items():
        assert {f"{prefix}.{name}" for name in names} <= set(WORDS)

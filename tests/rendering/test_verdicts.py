"""Verdicts as a reader meets them: tables, sentences and JSON, in both languages."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path

import pytest

from virkningskjede.catalogue import LANGS, Lang
from virkningskjede.criteria import JUDGEMENTS, Check, CriteriaSet, check, load_set
from virkningskjede.loading import Portfolio, Project, load_portfolio, open_project
from virkningskjede.model import LogicModel
from virkningskjede.rendering import verdicts
from virkningskjede.rendering.grounds import Grounds
from virkningskjede.rendering.tables import Table

ROOT = Path(__file__).parents[1] / "criteria" / "root"


@pytest.fixture(scope="module")
def shared() -> Project:
    return open_project(ROOT)


@pytest.fixture(scope="module")
def judged(shared: Project) -> Check:
    return check(load_portfolio(ROOT / "pilots"), load_set("kognitiv-terapi-xu-2024", shared), shared)


@pytest.fixture(scope="module")
def nine(portfolio: Portfolio) -> Check:
    return check(portfolio, load_set("oslo-economics-2020", portfolio.project), portfolio.project)


def one(conditions: dict[str, object], model: dict[str, object], shared: Project) -> Check:
    """One criterion on one model."""
    label = {"nb": "Kriterium", "en": "Criterion"}
    criteria = CriteriaSet.model_validate({"id": "s", "title": label, "criteria": {"k": {"label": label, **conditions}}})
    return check(LogicModel.model_validate({"id": "m", "source": "r", **model}), criteria, shared)


def test_the_table(judged: Check) -> None:
    (table,) = verdicts.tables(judged)
    assert table.title == "Kjennetegn ved kognitiv terapi som virker på sykefravær"
    assert table.headers == ("Kriterium", "Ringsaker", "Tromsø")
    assert table.rows == (
        ("Ansikt til ansikt", "delvis", "ikke nevnt"),
        ("Høyere utdanning", "ikke nevnt?\n(oppfylt)", "ikke nevnt"),
        ("Stressmestring", "ikke nevnt", "ikke nevnt"),
        ("Over 16 uker", "ikke oppfylt", "ikke nevnt"),
        ("Økter over 90 minutter", "ikke nevnt", "ikke nevnt"),
        ("Andre helsetjenester samtidig", "oppfylt", "delvis"),
        ("Hjemmeoppgaver", "oppfylt", "ikke nevnt"),
        ("I gruppe", "ikke nevnt", "ikke nevnt"),
    )
    assert len(table.notes) == 2


def test_the_table_in_detail_says_what_each_verdict_rests_on(judged: Check) -> None:
    (table,) = verdicts.tables(judged, lang="en", detail=True)
    assert table.rows[3][1:] == (
        "not met\n“Terapi med fokus på jobb” (the whole programme is shorter; 2.2.4:12,21-22)",
        "not stated",
    )


@pytest.fixture(scope="module")
def pilots(portfolio: Portfolio) -> Check:
    nine = [model for model in portfolio.values() if model.kind == "pilot"]
    shared = portfolio.project
    return check(nine, [load_set(name, shared) for name in ("oslo-economics-2020", "deltakerkrav-modell-2")], shared)


def widths(table: Table) -> list[int]:
    return [max(len(line) for text in column for line in text.split("\n")) for column in zip(table.headers, *table.rows, strict=True)]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_nine_pilots_stand_beside_each_other_in_a_terminal(pilots: Check, lang: Lang, width: int) -> None:
    layout = verdicts.in_terminal(pilots, lang=lang, width=width)
    assert layout.close
    titled = [table for table in layout.tables if table.title]
    assert [table.title for table in titled] == [criteria.title.in_(lang) for criteria in pilots.sets]
    for table in layout.tables:
        assert sum(widths(table)) + len(table.headers) - 1 <= width
    assert max(map(len, layout.below.splitlines())) <= width
    if width > 60:
        assert [len(table.headers) for table in layout.tables] == [10, 5]  # nine pilots; the four of model 2
    for number, model in enumerate(("Bydel Bjerke", "Fredrikstad", "Hå", "Tromsø")):
        assert model in layout.below, number


def test_marks_of_each_verdict(pilots: Check) -> None:
    table = verdicts.in_terminal(pilots, lang="nb", width=80).tables[0]
    assert table.headers == ("Kriterium", "Bje", "Fre", "Hå", "Kri", "Lil", "Nes", "Rin", "Sto", "Tro")
    row = next(row for row in table.rows if row[0] == "Samarbeidet er formalisert")
    said = {model: pilots.verdict(model, "formalisert") for model in ("bjerke", "fredrikstad", "ha")}
    assert [(each.verdict, each.sure) for each in said.values()] == [("met", True), ("met", False), ("partly", False)]
    assert row[1:4] == ("ja", "ja?", "noe?")


def test_few_models_are_named_in_full_and_judged_in_words(judged: Check) -> None:
    layout = verdicts.in_terminal(judged, lang="nb", width=80)
    (words,) = verdicts.tables(judged)
    assert [table.rows for table in layout.tables] == [words.rows]
    assert (layout.close, layout.above, layout.tables[0].notes) == (False, "", ())
    assert layout.below.startswith("oppfylt: teksten sier det.")


@pytest.mark.parametrize("width", [80, 120])
def test_one_model_alone_shows_what_each_verdict_rests_on(portfolio: Portfolio, width: int) -> None:
    shared = portfolio.project
    names = ("oslo-economics-2020", "deltakerkrav-modell-1", "brukermedvirkning")
    found = check(portfolio["ha"], [load_set(name, shared) for name in names], shared)
    layout = verdicts.in_terminal(found, lang="nb", width=width)
    assert layout.above == "Hå – «Arbeidsløftet» (ha), kilde: statusrapport\n"
    assert [table.title for table in layout.tables] == [found.sets[0].title.nb, found.sets[2].title.nb]  # the other is not for Hå
    assert len({tuple(widths(table)[:2]) for table in layout.tables}) == 1
    for table in layout.tables:
        assert sum(widths(table)) + 2 * 3 < width
    rows = {row[0].replace("\n", " "): tuple(text.replace("\n", " ") for text in row[1:]) for row in layout.tables[0].rows}
    assert rows["Brede kontaktflater i Nav"] == ("ikke nevnt", "")
    assert rows["Utvidede perspektiver og delt informasjon"] == (
        "oppfylt",
        "«Inntaksmøter mellom tjenestene» (2.2.1:9-11) og «Nav og terapeut oppdaterer fastlegen om bruker» (2.2.1:12) og 7 til",
    )


def test_one_model_alone_as_a_table_for_a_report(portfolio: Portfolio) -> None:
    shared = portfolio.project
    found = check(portfolio["ha"], load_set("brukermedvirkning", shared), shared)
    (table,) = verdicts.tables(found, lang="en")
    assert table.headers == ("Criterion", "Verdict", "Rests on")
    assert table.rows[0] == ("The user takes part in person", "met", "“Nav-veileder blir med bruker i legetimer” (2.2.1:17)")
    assert verdicts.markdown(found).startswith("Hå – «Arbeidsløftet» (ha), kilde: statusrapport\n\n**Brukermedvirkning**\n")


def test_what_the_words_mean_is_said_once(pilots: Check) -> None:
    assert [bool(table.notes) for table in verdicts.tables(pilots)] == [False, True]


@pytest.mark.parametrize("lang", LANGS)
def test_every_cell_has_a_style(pilots: Check, judged: Check, lang: Lang) -> None:
    styles = verdicts.styles(lang)
    for found in (pilots, judged):
        for table in (*verdicts.tables(found, lang=lang), *verdicts.in_terminal(found, lang=lang).tables):
            assert {cell for row in table.rows for cell in row[1:]} <= set(styles)
    assert len(styles) == 4 * 8 + 4 * 2  # each verdict with each set of others, and each as a mark


class _Page(HTMLParser):
    """What a page links to, what it can be linked to, and what it says of itself."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.attributes += attrs
        self.links += [given["href"] or ""] if "href" in given else []
        self.anchors += [given["id"] or ""] if "id" in given else []


@pytest.mark.parametrize("lang", LANGS)
def test_every_cell_of_the_page_is_one_step_from_its_grounds(pilots: Check, lang: Lang) -> None:
    text = verdicts.html_page(pilots, lang=lang, detail=True)
    page = _Page(text)
    assert ("lang", lang) in page.attributes
    assert ("charset", "utf-8") in page.attributes
    assert sorted(page.links) == sorted(f"#{anchor}" for anchor in page.anchors)
    assert len(page.links) == len(set(page.links)) == len(pilots.results)
    hints = [value for key, value in page.attributes if key == "title"]
    grounds = Grounds(pilots, lang)
    assert sorted(map(str, hints)) == sorted(grounds.sentences(each) for each in pilots.results)


def test_without_detail_the_grounds_show_when_the_reader_rests_on_a_cell(judged: Check) -> None:
    page = _Page(verdicts.html_page(judged))
    assert (page.links, page.anchors) == ([], [])
    assert sum(key == "title" for key, _ in page.attributes) == len(judged.results)
    assert judged._repr_html_() == verdicts.html(judged)


def test_no_two_verdicts_look_alike() -> None:
    for lang in LANGS:
        cells = {
            verdicts.cell(verdict, {verdict, *others}, lang)
            for verdict in JUDGEMENTS
            for size in range(4)
            for others in combinations([each for each in JUDGEMENTS if each != verdict], size)
        }
        assert len(cells) == 32


def test_models_with_one_name_are_told_apart_by_id(shared: Project) -> None:
    models = [LogicModel(id="a", title="By – en"), LogicModel(id="b", title="By – to"), LogicModel(id="c", title="Land – tre")]
    (table,) = verdicts.tables(check(models, load_set("kognitiv-terapi-xu-2024", shared), shared))
    assert table.headers[1:] == ("a", "b", "Land")


TERAPI = {"label": "Terapi", "term": "kognitiv-terapi", "at": "1:2"}


@pytest.mark.parametrize("lang", LANGS)
def test_the_explanation_fits_the_terminal_and_says_everything(nine: Check, lang: Lang) -> None:
    text = verdicts.explanation(nine, lang=lang, width=80)
    assert max(len(line) for line in text.splitlines()) <= 80
    flat = " ".join(text.split())
    for model in nine.models:
        assert f"({model.id})" in flat
    assert flat.count("Oslo Economics (2020)") == len(nine.models)
    grounds = Grounds(nine, lang)
    for each in nine.results:
        assert " ".join(grounds.sentences(each).split()) in flat


def test_an_explanation_of_nothing() -> None:
    assert verdicts.explanation(Check(())) == "Ingen modeller er prøvd mot noe kriterium.\n"


def test_json(judged: Check) -> None:
    answered = json.loads(json.dumps(verdicts.to_json(judged, lang="en")))
    assert len(answered["results"]) == 16
    assert answered["results"][3] == {
        "criteria": "kognitiv-terapi-xu-2024",
        "model": "ringsaker",
        "criterion": "over-16-uker",
        "verdict": "not_met",
        "possible": ["not_met"],
        "decided_by": "met",
        "reason": "Not met: against it stands “Terapi med fokus på jobb” (the whole programme is shorter; 2.2.4:12,21-22).",
        "nodes": ["terapi"],
        "at": ["statusrapport#2.2.4:12", "statusrapport#2.2.4:22", "statusrapport#2.2.4:21"],
    }
    assert answered["results"][1]["possible"] == ["met", "not_stated"]


def test_the_listing_has_a_row_for_each_verdict(judged: Check) -> None:
    table = verdicts.listing(judged)
    assert len(table.rows) == 16
    assert table.rows[3][:7] == (
        "kognitiv-terapi-xu-2024",
        "ringsaker",
        "over-16-uker",
        "ikke oppfylt",
        "ikke oppfylt",
        "terapi",
        "statusrapport#2.2.4:12, statusrapport#2.2.4:22, statusrapport#2.2.4:21",
    )
    assert verdicts.csv(judged).count("\r\n") == 17


def test_a_hostile_label_never_acts(shared: Project) -> None:
    label = "<script>alert(1)</script> | {lang} [red]x[/] =1+1"
    found = one({"met": {"node": {"term": "kognitiv-terapi"}}}, {"title": label, "activities": {"a": {**TERAPI, "label": label}}}, shared)
    assert "<script" not in verdicts.html(found, detail=True)
    assert "<script" not in verdicts.markdown(found, detail=True)
    assert "{lang}" in verdicts.explanation(found)
    assert label in verdicts.to_json(found)["results"][0]["reason"]


def test_a_set_that_is_for_none_of_the_models_leaves_nothing_to_show(portfolio: Portfolio) -> None:
    found = check(portfolio["ha"], load_set("deltakerkrav-modell-1", portfolio.project), portfolio.project)
    assert verdicts.in_terminal(found) == verdicts.Layout((), "Ingen modeller er prøvd mot noe kriterium.\n")
    assert verdicts.tables(found) == ()


@pytest.mark.parametrize("width", [1, 20, 40])
def test_no_terminal_is_too_narrow(pilots: Check, portfolio: Portfolio, width: int) -> None:
    assert verdicts.in_terminal(pilots, width=width).tables
    shared = portfolio.project
    assert verdicts.in_terminal(check(portfolio["ha"], pilots.sets, shared), width=width).tables

"""Verdicts as a reader meets them: tables, sentences and JSON, in both languages."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path

import pytest

from virkningskjede.analysis.criteria import JUDGEMENTS, Check, CriteriaSet, check, load_set
from virkningskjede.analysis.criteria import report as verdicts
from virkningskjede.analysis.criteria.report.grounds import Grounds
from virkningskjede.i18n import LANGS, Lang
from virkningskjede.model import LogicModel
from virkningskjede.project import Portfolio, Project, load_portfolio, open_project
from virkningskjede.report import Document, Heading, Notes, Paragraph, Table
from virkningskjede.report.formats import FORMATS
from virkningskjede.report.write_text import GAPS, STYLES

from ...reading import written

ROOT = Path(__file__).parent / "root"


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


def test_an_explained_page_says_what_each_verdict_rests_on(judged: Check) -> None:
    text = judged.report(explain=True).to_markdown(lang="en")
    tables, _, grounds = text.partition("\n## Traits of cognitive therapy")
    assert tables.rstrip("\n") == judged.to_markdown(lang="en").rstrip("\n")
    rests = "Not met: against it stands “Terapi med fokus på jobb” (the whole programme is shorter; 2.2.4:12,21-22)."
    assert f"\n\n**Ringsaker:** {rests}\n\n**Tromsø:** The text does not mention: " in grounds


@pytest.fixture(scope="module")
def pilots(portfolio: Portfolio) -> Check:
    nine = [model for model in portfolio.values() if model.kind == "pilot"]
    shared = portfolio.project
    return check(nine, [load_set(name, shared) for name in ("oslo-economics-2020", "deltakerkrav-modell-2")], shared)


def in_terminal(checked: Check, lang: Lang = "nb", width: int = 80) -> Document:
    """What a terminal of so many columns is told."""
    return checked.report().document(lang, width)


def grids(document: Document) -> list[Table]:
    """The tables with verdicts in them."""
    return list(document.tables())


def below(document: Document) -> tuple[str, ...]:
    """What is said below the tables."""
    return next(block.lines for block in document.blocks if isinstance(block, Notes))


def widths(table: Table) -> list[int]:
    return [max(len(line) for text in column for line in text.split("\n")) for column in zip(table.headers, *table.rows, strict=True)]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_nine_pilots_stand_beside_each_other_in_a_terminal(pilots: Check, lang: Lang, width: int) -> None:
    document = in_terminal(pilots, lang, width)
    tables = grids(document)
    assert {table.spacing for table in tables} == {"close"}
    assert [table.title for table in tables if table.title] == [criteria.title.in_(lang) for criteria in pilots.sets]
    for table in tables:
        assert sum(widths(table)) + len(table.headers) - 1 <= width
    assert max(map(len, pilots.to_text(lang=lang, width=width).splitlines())) <= width
    if width > 60:
        assert [len(table.headers) for table in tables] == [10, 5]  # nine pilots; the four of model 2
    for model in ("Bydel Bjerke", "Fredrikstad", "Hå", "Tromsø"):
        assert model in below(document)[0]


def test_marks_of_each_verdict(pilots: Check) -> None:
    table = grids(in_terminal(pilots))[0]
    assert table.headers == ("Kriterium", "Bje", "Fre", "Kri", "Nes", "Tro", "Hå", "Lil", "Rin", "Sto")
    row = next(row for row in table.rows if row[0] == "Samarbeidet er formalisert")
    verdicts = {model: pilots.verdict(model, "formalisert") for model in ("bjerke", "ringsaker", "ha")}
    assert [(verdict.verdict, verdict.sure) for verdict in verdicts.values()] == [("met", True), ("met", False), ("partly", False)]
    assert (row[1], row[8], row[6]) == ("ja", "ja?", "noe?")


def test_few_models_are_named_in_full_and_judged_in_words(judged: Check) -> None:
    document = in_terminal(judged)
    (words,), (table,) = verdicts.tables(judged), grids(document)
    assert (table.rows, table.spacing, table.notes) == (words.rows, "normal", ())
    assert document.blocks[0] is table
    assert below(document)[0].startswith("oppfylt: teksten sier det.")


@pytest.mark.parametrize("width", [80, 120])
def test_one_model_alone_shows_what_each_verdict_rests_on(portfolio: Portfolio, width: int) -> None:
    shared = portfolio.project
    names = ("oslo-economics-2020", "deltakerkrav-modell-1", "brukermedvirkning")
    checked = check(portfolio["ha"], [load_set(name, shared) for name in names], shared)
    document = in_terminal(checked, width=width)
    assert document.blocks[0] == Paragraph("Hå – «Arbeidsløftet», kilde: Statusrapport, Oxford Research (2024)")
    tables = grids(document)
    assert [table.title for table in tables] == [checked.sets[0].title.nb, checked.sets[2].title.nb]  # the other is not for Hå
    assert len({tuple(widths(table)[:2]) for table in tables}) == 1
    for table in tables:
        assert sum(widths(table)) + 2 * GAPS["normal"] < width
    rows = {row[0].replace("\n", " "): tuple(text.replace("\n", " ") for text in row[1:]) for row in tables[0].rows}
    assert rows["Brede kontaktflater i Nav"] == ("ikke nevnt", "")
    assert rows["Utvidede perspektiver og delt informasjon"] == (
        "oppfylt",
        "«Inntaksmøter mellom tjenestene» (2.2.1:9-11,13) og «Nav og terapeut oppdaterer fastlegen om bruker» (2.2.1:12) og 6 til",
    )


def test_one_model_alone_as_a_table_for_a_report(portfolio: Portfolio) -> None:
    shared = portfolio.project
    checked = check(portfolio["ha"], load_set("brukermedvirkning", shared), shared)
    (table,) = verdicts.tables(checked, lang="en")
    assert table.headers == ("Criterion", "Verdict", "Rests on")
    assert table.rows[0] == (
        "The user takes part in person",
        "met",
        "“Nav-veileder blir med bruker i legetimer” (2.2.1:17, 2.3.4:8, 4.1.3:17)",
    )
    assert checked.to_markdown().startswith("Hå – «Arbeidsløftet», kilde: Statusrapport, Oxford Research (2024)\n\n**Brukermedvirkning**\n")


def test_what_the_words_mean_is_said_once(pilots: Check) -> None:
    told = [any(note.startswith("oppfylt: teksten sier det.") for note in table.notes) for table in verdicts.tables(pilots)]
    assert told == [False, True]


ALIKE = {
    "nb": [
        ("Alle ni: ikke nevnt? (oppfylt, delvis) – Ledelsesforankret i begge tjenester.", "Alle ni: oppfylt – Vil lære mer om hverandre."),
        (
            "Alle fire: ikke nevnt – Legekontor med minst fem fastleger; Samarbeids- eller intensjonsavtale.",
            "Alle fire: oppfylt – Tiltakene knyttes til målene.",
            "Alle fire: delvis – Refleksjon, læring og justering; Budsjett.",
        ),
    ],
    "en": [
        (
            "All nine: not stated? (met, partly) – Backed by management in both services.",
            "All nine: met – Want to learn more about each other.",
        ),
        (
            "All four: not stated – A practice with at least five doctors; Agreement or letter of intent.",
            "All four: met – Measures are tied to aims.",
            "All four: partly – Reflection, learning and adjustment; Budget.",
        ),
    ],
}


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_the_same_for_all_of_many_models_is_said_once(pilots: Check, lang: Lang) -> None:
    """A sentence for each answer below the table of the set, in every format; JSON, CSV and frames have every verdict."""
    page, terminal = verdicts.tables(pilots, lang=lang), grids(in_terminal(pilots, lang, 120))
    assert [table.notes[: len(same)] for table, same in zip(page, ALIKE[lang], strict=True)] == ALIKE[lang]
    assert [table.notes for table in terminal] == ALIKE[lang]
    for table, criteria in zip(page, pilots.sets, strict=True):
        alike = [label for note in table.notes if " – " in note for label in note.partition(" – ")[2].rstrip(".").split("; ")]
        assert sorted([*alike, *(row[0] for row in table.rows)]) == sorted(c.label.in_(lang) for c in criteria.criteria.values())
        assert all(len(set(row[1:])) > 1 for row in table.rows)
    for sentence in ALIKE[lang][1]:
        assert sentence in " ".join(pilots.to_text(lang=lang).split())
        assert sentence in pilots.to_markdown(lang=lang)
        assert f"<p>{sentence}</p>" in pilots.to_html(lang=lang)
    everything = 9 * 9 + 4 * 10
    assert len(pilots.results) == len(pilots.report().plain(lang)["results"]) == len(pilots.to_frame()) == everything
    assert len(pilots.report().listing(lang).rows) == everything


def test_unsure_answers_that_are_the_same_keep_what_is_possible(shared: Project) -> None:
    label = {"nb": "Kurs", "en": "Course"}
    criteria = CriteriaSet.model_validate(
        {"id": "s", "title": label, "criteria": {"k": {"label": label, "met": {"node": {"term": "kurs"}}}}}
    )
    models = [
        LogicModel.model_validate({"id": name, "activities": {"a": {"label": "A", "term": "kurs", "or": ["absent"]}}}) for name in "abc"
    ]
    (table,) = verdicts.tables(check(models, criteria, shared), lang="en")
    assert (table.rows, table.notes[0]) == ((), "All three: met? (not stated) – Course.")
    (few,) = verdicts.tables(check(models[:2], criteria, shared), lang="en")
    assert few.rows == (("Course", "met?\n(not stated)", "met?\n(not stated)"),)


@pytest.mark.parametrize("width", [40, 80, 200])
def test_every_verdict_in_a_terminal_has_its_colour(pilots: Check, judged: Check, portfolio: Portfolio, width: int) -> None:
    alone = check(portfolio["ha"], pilots.sets, portfolio.project)
    for checked in (pilots, judged, alone):
        colours: dict[str, str] = {}
        for table in grids(in_terminal(checked, width=width)):
            verdict_columns = 1 if len(checked.models) == 1 else len(table.headers) - 1
            assert set(table.kinds) == {(row, column) for row in range(len(table.rows)) for column in range(1, verdict_columns + 1)}
            for (row, column), kind in table.kinds.items():
                text = table.rows[row][column]
                assert kind.endswith(" unsure") == ("?" in text)
                colours[text.partition("?")[0]] = kind.partition(" ")[0]
        kinds = {"ja": "met", "noe": "partly", "·": "not_stated", "nei": "not_met"}
        kinds |= {"oppfylt": "met", "delvis": "partly", "ikke nevnt": "not_stated", "ikke oppfylt": "not_met"}
        assert colours.items() <= kinds.items()
        assert set(colours.values()) <= set(STYLES)
    for table in verdicts.tables(pilots):
        assert len(table.kinds) == len(table.rows) * (len(table.headers) - 1)


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
    page = _Page(str(FORMATS["html"].write(pilots.report(explain=True), lang)))
    assert ("lang", lang) in page.attributes
    assert ("charset", "utf-8") in page.attributes
    assert len(page.anchors) == len(pilots.results)
    cells = [(row, column) for table in verdicts.tables(pilots, lang=lang, linked=True) for row, column in table.links]
    assert {*page.links} < {f"#{anchor}" for anchor in page.anchors}  # what is the same for all has no cell
    assert len(page.links) == len(set(page.links)) == len(cells)
    hints = [value for key, value in page.attributes if key == "title"]
    grounds = Grounds(pilots, lang)
    shown = [verdict for verdict in pilots.results if f"#{verdicts.anchor(verdict)}" in page.links]
    assert sorted(map(str, hints)) == sorted(grounds.sentences(verdict) for verdict in shown)


def test_without_detail_the_grounds_show_when_the_reader_rests_on_a_cell(judged: Check) -> None:
    page = _Page(str(FORMATS["html"].write(judged.report(), "nb")))
    assert (page.links, page.anchors) == ([], [])
    assert sum(key == "title" for key, _ in page.attributes) == len(judged.results)
    assert "<table" in judged._repr_html_()


def test_no_two_verdicts_look_alike() -> None:
    for lang in LANGS:
        cells = {
            verdicts.cell(verdict, {verdict, *others}, lang)
            for verdict in JUDGEMENTS
            for size in range(4)
            for others in combinations([judgement for judgement in JUDGEMENTS if judgement != verdict], size)
        }
        assert len(cells) == 75, "of four others at the most three"


def test_models_with_one_name_are_told_apart_by_id(shared: Project) -> None:
    models = [LogicModel(id="a", title="By – en"), LogicModel(id="b", title="By – to"), LogicModel(id="c", title="Land – tre")]
    (table,) = verdicts.tables(check(models, load_set("kognitiv-terapi-xu-2024", shared), shared))
    assert table.headers[1:] == ("a", "b", "Land")


TERAPI = {"label": "Terapi", "term": "kognitiv-terapi", "at": "1:2"}


@pytest.mark.parametrize("lang", LANGS)
def test_the_explanation_fits_the_terminal_and_says_everything(nine: Check, lang: Lang) -> None:
    text = nine.report(explain=True).to_text(lang=lang, width=80)
    assert max(len(line) for line in text.splitlines()) <= 80
    flat = " ".join(text.split())
    for model in nine.models:
        assert model.name in flat
    assert flat.count("Oslo Economics (2020)") == len(nine.models)
    grounds = Grounds(nine, lang)
    for verdict in nine.results:
        assert " ".join(grounds.sentences(verdict).split()) in flat


def test_an_explanation_goes_model_by_model_and_set_by_set(nine: Check) -> None:
    document = nine.report(explain=True).document("nb", 80)
    headings = [(block.level, block.text) for block in document.blocks if isinstance(block, Heading)]
    assert [level for level, _ in headings] == [2, 3] * len(nine.models)
    assert nine.report(explain=True).to_text().splitlines()[:9] == [
        "Bydel Bjerke, kilde: Statusrapport, Oxford Research (2024)",
        "----------------------------------------------------------",
        "",
        "Anbefalinger for samarbeid mellom Nav og RPH · Oslo Economics (2020) · lest i",
        "statusrapport 2.3.3:29-30 · kunnskap fra 2020 · sammenfattet",
        "",
        "Utvidede perspektiver og delt informasjon (2.3.3:31)",
        "  Deler tjenestene opplysninger for å velge ut brukere og sette inn rett hjelp,",
        "  og utvider de måten de arbeider på?",
    ]


@pytest.mark.parametrize("explain", [False, True])
def test_of_nothing_one_sentence_is_told(explain: bool) -> None:
    nothing = Check(()).report(explain=explain)
    assert nothing.to_text() == nothing.to_markdown() == "Ingen modeller er prøvd mot noe kriterium.\n"
    assert nothing.to_html(lang="en") == "<p>No model was held against any criterion.</p>\n"
    assert nothing.plain() == {"sets": [], "results": []}


FORMS = [
    ("text", "\nOver 16 weeks                   not met       not stated\n"),
    ("md", "\n| Over 16 weeks | not met | not stated |\n"),
    ("csv", ",ringsaker,Ringsaker,over-16-uker,Over 16 weeks,not met,not met,terapi,"),
    ("docx", "\nOver 16 weeks\tnot met\tnot stated\n"),
    ("xlsx", "\tringsaker\tRingsaker\tover-16-uker\tOver 16 weeks\tnot met\tnot met\tterapi\t"),
    ("html", "Over 16 weeks</th>"),
    ("json", '\n      "criterion": "over-16-uker",\n      "verdict": "not_met",\n'),
]


@pytest.mark.parametrize(("name", "says"), FORMS)
def test_every_format_says_what_is_not_met(judged: Check, name: str, says: str) -> None:
    assert set(FORMATS) == {form for form, _ in FORMS}
    assert says in written(name, judged.report(), "en")


def test_json(judged: Check) -> None:
    answered = json.loads(json.dumps(judged.report().plain("en")))
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
    table = judged.report().listing()
    assert len(table.rows) == 16
    assert table.rows[3][:10] == (
        "kognitiv-terapi-xu-2024",
        judged.sets[0].title.nb,
        "ringsaker",
        "Ringsaker",
        "over-16-uker",
        "Over 16 uker",
        "ikke oppfylt",
        "ikke oppfylt",
        "terapi",
        "statusrapport#2.2.4:12, statusrapport#2.2.4:22, statusrapport#2.2.4:21",
    )
    assert str(FORMATS["csv"].write(judged.report(), "nb")).count("\r\n") == 17


def test_a_hostile_label_never_acts(shared: Project) -> None:
    label = "<script>alert(1)</script> | {lang} [red]x[/] =1+1"
    checked = one({"met": {"node": {"term": "kognitiv-terapi"}}}, {"title": label, "activities": {"a": {**TERAPI, "label": label}}}, shared)
    explained = checked.report(explain=True)
    assert "<script" not in explained.to_html()
    assert "<script" not in explained.to_markdown()
    assert "{lang}" in explained.to_text()
    assert label in explained.plain()["results"][0]["reason"]


def test_a_set_that_is_for_none_of_the_models_leaves_nothing_to_show(portfolio: Portfolio) -> None:
    checked = check(portfolio["ha"], load_set("deltakerkrav-modell-1", portfolio.project), portfolio.project)
    assert checked.to_text() == "Ingen modeller er prøvd mot noe kriterium.\n"
    assert verdicts.tables(checked) == ()


@pytest.mark.parametrize("width", [1, 20, 40])
def test_no_terminal_is_too_narrow(pilots: Check, portfolio: Portfolio, width: int) -> None:
    for checked in (pilots, check(portfolio["ha"], pilots.sets, portfolio.project)):
        assert grids(in_terminal(checked, width=width))
        assert checked.to_text(width=width)

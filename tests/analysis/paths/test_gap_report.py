"""What gaps have to say: a table, lists, and JSON."""

from __future__ import annotations

import json

import pytest

from virkningskjede.analysis.paths import KINDS, Gaps, gaps, paths
from virkningskjede.analysis.paths import gap_report as written
from virkningskjede.analysis.paths import report as traces
from virkningskjede.i18n import LANGS, WORDS, Lang
from virkningskjede.model import LogicModel
from virkningskjede.model.values import copy_with
from virkningskjede.project import Portfolio
from virkningskjede.report import Table
from virkningskjede.report.formats import FORMATS

from ...reading import written as text_in


@pytest.fixture
def all_gaps(portfolio: Portfolio) -> Gaps:
    return gaps([model for model in portfolio.values() if model.kind == "pilot"])


@pytest.mark.parametrize("lang", LANGS)
def test_the_overview_fits_a_terminal(all_gaps: Gaps, lang: Lang) -> None:
    tables = [block for block in all_gaps.report().document(lang, 80).blocks if isinstance(block, Table)]
    assert len(tables) == 1
    assert tables[0].headers[1:] == ("Bje", "Fre", "Kri", "Nes", "Tro", "Hå", "Lil", "Rin", "Sto", "Sum")
    assert max(map(len, all_gaps.to_text(lang=lang, width=80).splitlines())) <= 80


def test_the_overview_counts(all_gaps: Gaps) -> None:
    table = written.overview(all_gaps)
    assert [row[0] for row in table.rows] == [WORDS[f"kind.{kind}"].nb for kind in KINDS] + ["Kjeder i alt"]
    by_kind = dict(zip(KINDS, table.rows, strict=False))
    assert by_kind["no_cause"][1:] == ("·",) * 9 + ("0",)
    assert by_kind["whole"][1:] == ("3", "4", "2", "3", "11", "11", "10", "18", "1", "63")
    assert by_kind["together"][1:] == ("1", "·", "1", "·", "·", "·", "·", "·", "2", "4")
    assert table.rows[-1][-1] == str(sum(all_gaps.chains.values()))


def test_it_is_the_description_that_has_gaps(portfolio: Portfolio, all_gaps: Gaps) -> None:
    for several in (all_gaps, gaps(portfolio["ha"])):
        for whole in (several.to_markdown(), several.to_html(), " ".join(several.to_text().split())):
            assert whole.count("ikke nødvendigvis i tiltaket") == 1


def test_each_gap_has_its_place(portfolio: Portfolio) -> None:
    lines = gaps(portfolio["tromso"], ["unaddressed"]).to_text(lang="en").splitlines()
    assert lines[:8] == [
        "Tromsø",
        "------",
        "",
        "Problems and barriers nothing addresses (2)",
        "  - Nothing in the description is directed at the problem “Nav har for liten",
        "    arbeidsgiverkompetanse”. (2.1.5:1)",
        "  - Nothing in the description is directed at the barrier “Bekymring og",
        "    forvirring om systemer og støtte”. (4.3.3:15-16)",
    ]


def test_a_model_without_gaps() -> None:
    found = gaps(LogicModel(id="tom"))
    assert found.to_text(lang="en").splitlines()[:4] == ["tom", "---", "", "None."]
    assert found.to_markdown(lang="en").startswith("None.\n\nThese are gaps in the description")


def test_the_json(all_gaps: Gaps) -> None:
    data = written.to_json(all_gaps, lang="en")
    assert json.loads(json.dumps(data)) == data
    assert data["models"] == [model.id for model in all_gaps.models]
    assert sum(data["counts"]["ha"].values()) == len(all_gaps.of("ha"))
    first = next(row for row in data["gaps"] if row["kind"] == "bridge")
    assert first["elements"] == ["brobygger-rolle -> kontakt", "kontakt"]
    assert (first["model"], first["count"], first["at"]) == ("bjerke", 1, ["statusrapport#2.1.1:21"])


def test_tables_for_a_report_and_for_a_spreadsheet(portfolio: Portfolio, all_gaps: Gaps) -> None:
    assert len(all_gaps.report().listing().rows) == len(all_gaps.gaps)
    assert [table.headers for table in written.tables(gaps(portfolio["ha"]))] == [("Hva", "Sted i kilden")] * len(
        {gap.kind for gap in gaps(portfolio["ha"]).gaps}
    )
    assert "<table" in gaps(portfolio["ha"])._repr_html_()
    assert gaps(portfolio["tromso"]).report().document().title.startswith("Tromsø: hull i beskrivelsen")


@pytest.mark.parametrize(
    ("form", "part"),
    [
        ("text", "\nProblems and barriers nothing addresses (2)\n  - Nothing in the description is directed at the problem “Nav har"),
        ("json", '"elements": [\n        "nav-uten-arbeidsgiverkompetanse"\n      ]'),
        ("md", "\n| Nothing in the description is directed at the problem “Nav har for liten arbeidsgiverkompetanse”. | 2.1.5:1 |\n"),
        ("csv", "\ntromso,Tromsø,unaddressed,Problems and barriers nothing addresses,nav-uten-arbeidsgiverkompetanse,"),
        ("docx", "\nNothing in the description is directed at the problem “Nav har for liten arbeidsgiverkompetanse”.\t2.1.5:1\n"),
        ("xlsx", "\ntromso\tTromsø\tunaddressed\tProblems and barriers nothing addresses\tnav-uten-arbeidsgiverkompetanse\t"),
        ("html", "<title>Tromsø: gaps in the description, and what much rests on</title>"),
    ],
)
def test_every_format_tells_of_the_gap(portfolio: Portfolio, form: str, part: str) -> None:
    assert part in text_in(form, written.GapsReport(gaps(portfolio["tromso"], ["unaddressed"])), "en")


def test_nothing_in_a_file_acts() -> None:
    model = LogicModel.model_validate({"id": "m", "inputs": {"a": {"label": "A"}}})
    hostile = copy_with(model.inputs["a"], {"label": "<b>|[x](y)\x1b[31m"})
    all_gaps = gaps(copy_with(model, {"inputs": {"a": hostile}}), ["unused_input"])
    for form in FORMATS:
        assert "\x1b" not in text_in(form, all_gaps.report(), "nb")
    assert "<b>" not in all_gaps.to_html() and "<b>" not in all_gaps.to_markdown()


def test_what_was_dropped_is_left_out_and_named() -> None:
    model = LogicModel.model_validate(
        {
            "id": "m",
            "inputs": {"a": {"label": "A", "leads_to": ["b"]}},
            "outputs": {"b": {"label": "B", "status": "dropped", "leads_to": ["c"]}, "d": {"label": "D", "status": "dropped"}},
            "outcomes": {"c": {"label": "C", "level": "user"}},
        }
    )
    one, several = gaps(model), gaps([model, LogicModel(id="n")])
    text = "2 nodes were dropped, and are left out: “B” and “D”."
    assert text in one.to_text(lang="en").splitlines()
    assert text in one.to_markdown(lang="en").splitlines()
    assert f"<p>{text}</p>" in one.to_html(lang="en")
    assert written.overview(several, lang="en").notes[1:] == (f"m: {text}",)
    assert f"m: {text}" in several.to_text(lang="en").splitlines()
    assert written.to_json(several)["dropped"] == {"m": ["b", "d"], "n": []}
    chains = paths(model, "a", "c")
    assert traces.notes(chains, "en") == ("No chain in the description leads there.", text)
    assert traces.notes(paths(model, "b", "c"), "nb")[1] == "2 ledd er droppet, og holdt utenfor: «B» og «D»."
    assert traces.to_json(chains)["dropped"] == ["b", "d"]


def test_arrows_with_a_sign_are_said_to_lead_to_nothing() -> None:
    model = LogicModel.model_validate(
        {
            "id": "m",
            "activities": {"a": {"label": "A", "leads_to": [{"to": "b", "sign": "minus"}]}},
            "outcomes": {"b": {"label": "B", "level": "user"}},
        }
    )
    assert "Arrows with a minus or a mixed sign lead to nothing here: “A → B”." in gaps(model).to_text(lang="en", width=200)
    plus = copy_with(model, {"activities": {}})
    assert "sign" not in gaps(plus).to_text(lang="en", width=200)

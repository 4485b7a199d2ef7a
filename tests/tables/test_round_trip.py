"""What `show` writes as a table is read back as the same model, but for what it lists."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from virkningskjede.analysis.show import ModelReport
from virkningskjede.diagnostics import line
from virkningskjede.i18n import LANGS, Lang
from virkningskjede.model import LogicModel
from virkningskjede.model.values import PROGRESS, STAGES
from virkningskjede.project import Portfolio
from virkningskjede.report.formats import FORMATS
from virkningskjede.tables import Table, from_sheets, sheets_of
from virkningskjede.tables.delimited import delimited
from virkningskjede.tables.listing import lost, missing

NOT_HELD = {
    *(
        "accept",
        "age",
        "ambiguities",
        "cause",
        "deadline",
        "denies",
        "distribution",
        "dose",
        "evidence",
        "free",
        "later",
        "or",
        "recruitment",
    ),
    *("required", "results", "risk", "set_aside", "sick_leave", "traits", "who"),
}
"""What a table of cells cannot hold. Who takes part is held, but for somebody who both leads and does."""


def read_back(model: LogicModel, lang: Lang) -> Table:
    text = str(FORMATS["csv"].write(ModelReport(model), lang))
    return from_sheets((delimited(text.removeprefix("\ufeff"), "t.csv"),), {"id": model.id}, {"lang": lang})


words = st.text(st.sampled_from("abcæøåABC «»,;.:-=+'\"|&%0123日本\u00a0"), min_size=1, max_size=20).filter(
    lambda text: text == text.strip() and not re.search("  ", text) and any(map(str.isalpha, text))
)
ids = st.sampled_from([f"{letter}{number}" for letter in "abcd" for number in range(1, 9)])


@st.composite
def models(draw: st.DrawFn) -> LogicModel:
    """Models in which everything that a table can hold may stand."""
    names = draw(st.lists(ids, min_size=2, max_size=8, unique=True))
    places = {name: draw(st.sampled_from(STAGES)) for name in names}
    indicators = [f"i-{number}" for number in range(draw(st.integers(0, 2)))]

    def maybe(value: Any) -> Any:
        return draw(st.none() | value)

    def given_only(values: dict[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in values.items() if value}

    sections: dict[str, Any] = {}
    for name in names:
        links = []
        for target in draw(st.lists(st.sampled_from(names), max_size=3, unique=True)):
            sign = st.sampled_from(["minus", "mixed"])
            links.append(given_only({"to": target, "because": maybe(words), "at": maybe(st.just("2:1-3")), "sign": maybe(sign)}))
        entry = {
            "label": draw(words),
            "term": draw(st.lists(ids, max_size=2, unique=True)),
            "status": maybe(st.sampled_from(PROGRESS)),
            "because": maybe(words),
            "note": maybe(words),
            "at": maybe(st.just("2:1,4")),
            "after": draw(st.lists(st.sampled_from(names), max_size=2, unique=True)),
            "when": draw(st.lists(st.sampled_from(["need", "wish"]), max_size=2, unique=True)),
            "who": given_only({"do": draw(st.lists(ids, max_size=2, unique=True)), "for": draw(st.lists(ids, max_size=1))}),
            "indicators": draw(st.lists(st.sampled_from(indicators), max_size=1)) if indicators else [],
            "leads_to": links,
        }
        stage = places[name]
        entry |= {"kind": draw(st.sampled_from(["problem", "asset", "change"]))} if stage == "context" else {}
        if stage == "outcomes":
            entry |= {"level": draw(st.sampled_from(["service", "partner", "user", "society"]))}
            entry |= {"horizon": maybe(st.sampled_from(["short", "medium", "long"])), "unwanted": draw(st.booleans())}
        sections.setdefault(stage, {})[name] = given_only(entry)
    numbers = st.sampled_from(
        [{"value": "40"}, {"min": "1.125"}, {"max": "5"}, {"above": "0.5"}, {"approx": "1200"}, {"min": "2", "max": "4"}]
    )
    for indicator in indicators:
        targets = [
            {**draw(numbers), "date": date} for date in draw(st.lists(st.sampled_from(["2025", "2026-03"]), max_size=2, unique=True))
        ]
        baseline = maybe(numbers.map(lambda number: {**number, "date": "2024"}))
        values = {"label": draw(words), "unit": maybe(st.sampled_from(["percent", "bøker"])), "instrument": maybe(words)}
        values |= {"baseline": baseline, "targets": sorted(targets, key=lambda target: target["date"])}
        sections.setdefault("indicators", {})[indicator] = given_only(values)
        result = given_only({"indicator": indicator, **draw(numbers), "date": "2025-06", "wave": maybe(words)})
        sections.setdefault("results", {})[f"r-{indicator}"] = result
    sections["barriers"] = {"hinder": given_only({"label": draw(words), "hinders": [draw(st.sampled_from(names))]})}
    head = given_only({"title": maybe(words), "source": maybe(ids), "as_of": maybe(st.sampled_from(["2024", "2024-10-29"]))})
    return LogicModel.model_validate({"id": "m", "kind": draw(st.sampled_from(["pilot", "template", "programme"])), **head, **sections})


@settings(deadline=None, max_examples=60)
@given(model=models(), lang=st.sampled_from(LANGS))
def test_nothing_is_lost_that_a_table_can_hold(model: LogicModel, lang: Lang) -> None:
    again = read_back(model, lang).model
    assert list(missing(model, again)) == []
    assert {entry.id: entry for _, entry in again.entries()}.keys() == {entry.id: entry for _, entry in model.entries()}.keys()
    assert sorted(link.ends for link in again.links()) == sorted(link.ends for link in model.links())
    assert (again.kind, again.title, again.source, again.as_of) == (model.kind, model.title, model.source, model.as_of)


def test_a_listing_may_be_sorted_before_it_is_read_back(portfolio: Portfolio) -> None:
    model = portfolio["ha"]
    headings, head, *rows = str(FORMATS["csv"].write(ModelReport(model), "nb")).removeprefix("\ufeff").splitlines()

    def read(*rows: str) -> LogicModel:
        return from_sheets((delimited("\n".join([headings, *rows]), "t.csv"),), {"id": "ha"}, {"lang": "nb"}).model

    expected = read_back(model, "nb").model
    assert read(*rows[:3], head, *rows[3:]) == read(*rows, head) == expected
    by_name = read(*sorted((head, *rows)))
    assert (by_name.kind, by_name.title, by_name.source) == (expected.kind, expected.title, expected.source)
    assert {entry.id for _, entry in by_name.entries()} == {entry.id for _, entry in expected.entries()}
    assert {(link.ends, link.stated) for link in by_name.links()} == {(link.ends, link.stated) for link in expected.links()}


@pytest.mark.parametrize("lang", LANGS)
def test_of_the_real_models_only_what_no_cell_holds_is_lost(portfolio: Portfolio, lang: Lang) -> None:
    vocabulary = portfolio.project.vocabulary
    for model in portfolio.values():
        table = ModelReport(model, vocabulary).listing(lang)
        gone = lost(model, table.headers, table.rows, lang, vocabulary)
        assert gone is not None, model.id
        assert gone.keys() <= NOT_HELD | {"indicators"}, model.id


def test_what_is_lost_is_told() -> None:
    dose = {"sessions": {"value": 3, "unit": "time"}}
    model = LogicModel.model_validate({"id": "m", "activities": {"a": {"label": "A", "dose": dose, "or": ["absent"]}}})
    assert ModelReport(model).lost("nb") == "Ikke med når tabellen leses inn igjen: andre lesninger (1), omfang (1)"
    assert ModelReport(model).lost("en") == "Not in the model when the table is read back: other readings (1), dose (1)"


def test_the_numbers_of_a_listing_are_numbers_in_a_workbook_and_are_read_back(tmp_path: Path) -> None:
    results = {
        "r": {"indicator": "i", "value": "55.5", "n": 34},
        "s": {"indicator": "i", "value": "1.125"},
        "t": {"indicator": "i", "min": 3},
    }
    indicators = {"i": {"label": "I", "baseline": {"value": 40}}, "j": {"label": "J", "baseline": {"value": 40, "date": 2024}}}
    model = LogicModel.model_validate({"id": "m", "indicators": indicators, "results": results})
    path = ModelReport(model).to_excel(tmp_path / "t.xlsx", lang="nb")
    headers, *rows = openpyxl.load_workbook(path)["Alle rader"].iter_rows(values_only=True)
    cells = {row[1]: dict(zip(headers, row, strict=True)) for row in rows}
    assert [cells[name]["Verdi"] for name in ("r", "s", "t")] == [55.5, 1.125, "≥ 3"]
    assert (cells["r"]["Antall spurte"], cells["i"]["Utgangspunkt"], cells["j"]["Utgangspunkt"]) == (34, 40, "40 (2024)")
    again = from_sheets(sheets_of(path), {"id": "m"}, {"lang": "nb"})
    assert (dict(again.model.results), dict(again.model.indicators)) == (dict(model.results), dict(model.indicators))
    assert [line(note, "nb").partition(" merknad ")[2] for note in again.notes] == ["VK039 Ikke lest: ark Forklaring"]


def test_a_workbook_that_a_listing_was_put_in_is_read_back(portfolio: Portfolio, tmp_path: Path) -> None:
    model, vocabulary = portfolio["ha"], portfolio.project.vocabulary
    table = ModelReport(model, vocabulary).listing("nb")
    workbook = openpyxl.Workbook()
    for row in (table.headers, *table.rows):
        workbook.active.append(row)
    workbook.save(tmp_path / "t.xlsx")
    again = from_sheets(sheets_of(tmp_path / "t.xlsx"), {"id": "ha"}, {"lang": "nb"}, vocabulary=vocabulary).model
    assert [(node.stage, node.id, node.label, node.term) for node in again.nodes.values()] == [
        (node.stage, node.id, node.label, node.term) for node in model.nodes.values()
    ]
    assert [(link.ends, link.stated) for link in again.links()] == [(link.ends, link.stated) for link in model.links()]

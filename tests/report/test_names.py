"""What models and templates are called where there is little room."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.model import LogicModel
from virkningskjede.project import Portfolio, Project
from virkningskjede.report.names import abbreviated, key, names_of, short, template_name


def called(portfolio: Portfolio, kind: str) -> dict[str, tuple[str, str]]:
    names = names_of([model for model in portfolio.values() if model.kind == kind])
    letters = abbreviated(names)
    return {model: (name, letters[model]) for model, name in names.items()}


def test_the_pilots(portfolio: Portfolio) -> None:
    assert called(portfolio, "pilot") == {
        "bjerke": ("Bydel Bjerke", "Bje"),
        "fredrikstad": ("Fredrikstad", "Fre"),
        "ha": ("Hå", "Hå"),
        "kristiansand": ("Kristiansand", "Kri"),
        "lillestrom": ("Lillestrøm", "Lil"),
        "nesodden": ("Nesodden", "Nes"),
        "ringsaker": ("Ringsaker", "Rin"),
        "stovner": ("Bydel Stovner", "Sto"),
        "tromso": ("Tromsø", "Tro"),
    }


def test_the_templates(portfolio: Portfolio) -> None:
    assert called(portfolio, "template") == {
        "felles": ("Felles virkningskjede for begge modellene", "Fel"),
        "modell-1": ("Modell 1", "M1"),
        "modell-2": ("Modell 2", "M2"),
    }


def test_the_programmes_by_letters(portfolio: Portfolio) -> None:
    letters = [abbreviation for _, abbreviation in called(portfolio, "programme").values()]
    assert letters == ["Arb", "Sam", "Utv", "Inn", "Kom", "Møt", "Pil", "Føl"]
    assert called(portfolio, "programme")["innovasjonsstotte"][0] == "Innovasjonsstøtte til pilotene"


@pytest.mark.parametrize(
    ("title", "expected"),
    [("A – B: c", "A"), ("A: b – c", "A"), ("kl. 12:30", "kl. 12:30"), ("Nord-Trøndelag", "Nord-Trøndelag"), ("A\x1b", "A\ufffd")],
)
def test_a_title_up_to_a_dash_or_a_colon(title: str, expected: str) -> None:
    assert short(title) == expected


def model(name: str, **fields: Any) -> LogicModel:
    return LogicModel(id=name, **fields)


def test_names_that_do_not_tell_apart_give_way_to_ids() -> None:
    same = [model("a", title="Kurs – i nord"), model("b", title="Kurs – i sør"), model("c", title="Tur"), model("d")]
    assert names_of(same) == {"a": "a", "b": "b", "c": "Tur", "d": "d"}
    assert abbreviated({"a": "Kursene", "b": "Kursing", "c": "Tur"}) == {"a": "1", "b": "2", "c": "3"}


def test_templates_by_name_or_by_id(portfolio: Portfolio) -> None:
    assert template_name("modell-1", portfolio.project) == "Modell 1"
    assert template_name("modell-1", Project()) == "modell-1"


def test_what_abbreviations_stand_for() -> None:
    full = {"a": "Bydel Bjerke", "b": "Hå", "c": "Modell 1"}
    assert key(full, abbreviated(full)) == "Bje Bydel Bjerke, Hå, M1 Modell 1"


words = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=6)


@given(st.lists(st.lists(words, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=6))
def test_abbreviations_tell_models_apart_and_none_is_empty(names: list[str]) -> None:
    letters = abbreviated({str(number): name for number, name in enumerate(names)})
    assert len(set(letters.values())) == len(names)
    assert all(letters.values())

"""What is told of a model's parts: whole, and with links to what it speaks of."""

from __future__ import annotations

import pytest

from virkningskjede.atlas import atlas
from virkningskjede.atlas.material import gather
from virkningskjede.atlas.parts import LinkedText, ModelParts
from virkningskjede.model import LogicModel
from virkningskjede.project import Portfolio

from .conftest import read

HOW = "Fastlegen spør først, og så ringer noen. " * 8

MODEL = LogicModel.model_validate(
    {
        "id": "m",
        "recruitment": {"how": HOW.strip(), "because": f"Fordi {HOW}".strip()},
        "activities": {"kurs": {"label": "Kurs", "leads_to": ["ro"]}},
        "outcomes": {"ro": {"label": "Ro", "level": "user"}},
        "open_questions": {"hvem": {"label": "Hvem?", "about": ["whole", "kurs", "kurs -> ro", "recruitment"]}},
    }
)


@pytest.fixture(scope="module")
def parts() -> ModelParts:
    return ModelParts(MODEL, gather(Portfolio({"m": MODEL}), "nb", lambda done, of: None))


def test_what_a_part_speaks_of_is_led_to(parts: ModelParts) -> None:
    (part,) = parts.parts("open_questions")
    (fact,) = [fact for fact in part.facts if len(fact.pieces) == 4]
    assert [(piece.text, piece.href) for piece in fact.pieces] == [
        (parts.wording.label(0, "whole"), "#whole"),
        ("Kurs", "#entry-kurs"),
        ("Kurs → Ro", "#arrow-kurs.ro"),
        (parts.wording.label(0, "recruitment"), "#recruitment"),
    ]
    (kurs,) = parts.parts("activities")
    assert kurs.arrows[0].target == LinkedText("Ro", "#entry-ro", "nb")


def test_what_is_not_there_is_not_led_to(parts: ModelParts) -> None:
    assert parts.reference("borte").href == parts.reference("kurs -> borte").href == ""


def test_how_users_come_in_stands_whole_and_unquoted(parts: ModelParts) -> None:
    assert len(HOW) > 300
    recruitment = parts.recruitment()
    assert recruitment is not None
    assert [fact.pieces for fact in recruitment.facts] == [(LinkedText(HOW.strip()),), (LinkedText(f"Fordi {HOW}".strip()),)]
    assert HOW.strip() in read(atlas(Portfolio({"m": MODEL})))["model-m.html"].text


def test_a_dose_and_what_is_meant_lead_to_where_they_are_read() -> None:
    dose = {"frequency": {"value": 1, "unit": "time", "per": "week"}, "at": "2:3"}
    kurs = {"label": "Kurs", "dose": dose, "later": {"status": "in_use", "dose": dose, "at": "4:5"}}
    model = LogicModel.model_validate({"id": "m", "source": "plan", "dose": dose, "activities": {"kurs": kurs}})
    model_parts = ModelParts(model, gather(Portfolio({"m": model}), "en", lambda done, of: None))
    (part,) = model_parts.parts("activities")
    read = {fact.name: fact.pieces[-1].text for fact in part.facts}
    assert [read[name] for name in ("Dose", "Later, dose", "Later, place in the source")] == [
        "plan, 2, sentence 3",
        "plan, 2, sentence 3",
        "plan, 4, sentence 5",
    ]
    assert [piece.text for piece in model_parts.whole()] == ["1 time a week", "plan, 2, sentence 3"]

"""A model in words. What the catalogue has no words for yet is told under its own name: never not at all, and never with an error."""

from __future__ import annotations

from typing import Annotated, Literal

import pytest

from virkningskjede.i18n import LANGS, Lang
from virkningskjede.model import Activity, LogicModel, Who
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.values import Amount, Bounds, Frozen, Mark, Prose, copy_with
from virkningskjede.report import amounts
from virkningskjede.report.model_text import ModelText
from virkningskjede.report.names import section_name


class Route(Frozen):
    """A part of a node that no catalogue knows."""

    by: Literal["boat", "bus"] | None = None
    fare: Prose | None = None


class Outing(Activity):
    """An activity with keys that no catalogue knows."""

    no_such_field: Prose | None = None
    route: Route | None = None
    sure: bool = False
    read: Annotated[Prose | None, Mark.CODING] = None


MODEL = LogicModel.model_validate({"id": "m", "activities": {"tur": {"label": "Tur"}}})

SKIPPED = frozenset({"label", "required"})


@pytest.mark.parametrize("lang", LANGS)
def test_a_key_without_words_is_told_under_its_own_name(lang: Lang) -> None:
    text = ModelText((MODEL,), None, lang)
    outing = Outing.model_validate(
        {"@id": "tur", "label": "Tur", "no_such_field": "Regn", "route": {"by": "boat"}, "sure": True, "read": "x"}
    )
    assert list(text.others(0, outing, SKIPPED)) == ["no_such_field: Regn", "route: by: boat", "sure"]
    assert list(text.others(0, Outing.model_validate({"@id": "tur", "label": "Tur"}), SKIPPED)) == []


@pytest.mark.parametrize("lang", LANGS)
def test_a_section_a_choice_and_a_unit_without_words(lang: Lang) -> None:
    text = ModelText((MODEL,), None, lang)
    assert (text.kind_of("risks"), section_name("risks", lang), text.choice("status", "paused")) == ("risks", "risks", "paused")
    assert text.field("later.no_such_field") == {"nb": "senere, no_such_field", "en": "later, no_such_field"}[lang]
    assert amounts.of_dimension("distance", "5 km", lang) == "distance: 5 km"
    far = copy_with(Amount(value=5), {"unit": "km", "per": "mile"})
    assert amounts.bounds(far, lang) == "5 km / mile"
    assert amounts.unit_name("km", lang) == "km"


def test_what_has_words_is_told_with_them() -> None:
    text = ModelText((MODEL,), None, "en")
    assert (text.kind_of("barriers"), section_name("outcomes", "en"), text.choice("when", "need")) == (
        "barrier",
        "Outcomes",
        "when needed",
    )
    assert amounts.bounds(Bounds(value=1, unit="week"), "en") == "1 week"


def test_one_model_has_one_name_and_two_are_told_apart() -> None:
    one, other = (LogicModel(id=name, title=f"Kurs: {name}") for name in ("a", "b"))
    assert ModelText((one,), None, "nb").titles == ("Kurs",)
    assert ModelText((one, other), None, "nb").titles == ("Kurs: a", "Kurs: b")


def test_names_inside_a_list_have_no_capital_that_the_codebook_itself_does_not_give_them() -> None:
    labels = {"nav": "Nav", "lege": "Fastlege", "oslo": "Oslo kommune"}
    actors = {name: {"label": {"nb": label}, "definition": {"nb": "Noen som fastlege og bydel"}} for name, label in labels.items()}
    text = ModelText((MODEL,), Vocabulary.model_validate({"actors": actors}), "nb")
    assert text.who(Who(do=("lege", "nav", "oslo"))) == "Fastlege, Nav og Oslo kommune"
    assert text.who(Who(do=("nav", "lege"), maybe=("oslo",))) == "Nav og fastlege; kanskje Oslo kommune"

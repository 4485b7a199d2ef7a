"""What leads to an outcome together with other things: how it is written, and which measures it is."""

from __future__ import annotations

from typing import Any

import pytest

from virkningskjede.api import dump, validate
from virkningskjede.model import Cause, LogicModel
from virkningskjede.model.joint import joint_causes, joint_steps
from virkningskjede.model.plain import plain
from virkningskjede.project import load_model


def model(cause: Any, **outcome: Any) -> LogicModel:
    return LogicModel.model_validate(
        {
            "id": "m",
            "source": "r",
            "inputs": {"penger": {"label": "Penger"}},
            "activities": {
                "kurs": {"label": "Kurs", "status": "in_use"},
                "moter": {"label": "Møter"},
                "tanke": {"label": "Tanke", "status": "considered"},
                "borte": {"label": "Borte", "status": "dropped"},
                "andres": {"label": "Andres", "status": "not_part"},
            },
            "outputs": {"plan": {"label": "Plan", "status": "planned"}},
            "outcomes": {"ro": {"label": "Mer ro", "level": "user", "cause": cause, **outcome}},
        }
    )


@pytest.mark.parametrize(
    ("cause", "led"),
    [
        ("together", ("kurs", "moter", "plan")),
        ({"together": ["plan", "tanke"]}, ("tanke", "plan")),
        ({"together": ["penger", "kurs"]}, ("kurs",)),  # an input is refused by a rule, and leads nowhere
        ("whole", ()),
        (None, ()),
    ],
)
def test_what_leads_there_together(cause: object, led: tuple[str, ...]) -> None:
    made = model(cause)
    assert joint_causes(made).get("ro", ()) == led
    assert [step.ends for step in joint_steps(made)] == [(name, "ro") for name in led]


def test_the_step_is_stated_where_the_outcome_is() -> None:
    assert [step.stated for step in joint_steps(model("together"))] == [False, False, False]
    stated = list(joint_steps(model("together", at="2:1")))
    assert [(step.stated, step.at) for step in stated] == [(True, ("2:1",))] * 3


@pytest.mark.parametrize(
    ("cause", "written"), [("whole", "whole"), ("together", "together"), ({"together": ["kurs"]}, {"together": ["kurs"]})]
)
def test_it_is_dumped_as_it_is_written(cause: object, written: object) -> None:
    made = model(cause)
    assert plain(made.outcomes["ro"].cause) == written
    text = dump(made)
    assert dump(load_model(text=text)) == text
    assert load_model(text=text) == made


def test_a_reading_can_say_otherwise() -> None:
    outcome = model("together", **{"or": [{"cause": "whole"}, {"cause": {"together": ["kurs", "plan"]}}]}).outcomes["ro"]
    assert [reading and reading.cause for reading in outcome.readings()] == [
        Cause.model_validate({"@way": "together"}),
        Cause.model_validate({"@way": "whole"}),
        Cause.model_validate({"@way": "together", "together": ["kurs", "plan"]}),
    ]


HEAD = """virkningskjede: 1
kind: programme
id: m
activities: {kurs: {label: Kurs}, moter: {label: Møter}}
outcomes:
  ro: {label: Mer ro, level: user, cause: %s}
"""


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("hele", ["VK106"]),
        ("{together: []}", ["VK116"]),
        ("{}", ["VK102"]),
        ("{sammen: [kurs, moter]}", ["VK102", "VK101"]),
        ("{together: {kurs: moter}}", ["VK103"]),
        ("{together: [kurs, motr]}", ["VK301"]),
        ("{together: [kurs, moter]}", []),
        ("{together: kurs}", []),
        ("together", []),
    ],
)
def test_what_is_no_cause_is_refused_at_its_place(written: str, codes: list[str], tmp_path: Any) -> None:
    path = tmp_path / "m.yaml"
    path.write_text(HEAD % written, "utf-8")
    errors = [diagnostic for diagnostic in validate(path).diagnostics if diagnostic.severity == "error"]
    assert [diagnostic.code for diagnostic in errors] == codes
    assert {diagnostic.place and diagnostic.place.line for diagnostic in errors} <= {6}


def test_an_id_that_nothing_has_is_told_with_the_one_that_was_meant(tmp_path: Any) -> None:
    path = tmp_path / "m.yaml"
    path.write_text(HEAD % "{together: [kurs, motr]}", "utf-8")
    (error,) = [diagnostic for diagnostic in validate(path).diagnostics if diagnostic.severity == "error"]
    assert error.place is not None
    assert (error.message("en"), error.place.column) == (
        "The model has nothing with the id `motr`; did you mean `moter`?",
        61,
    )

"""Each condition kind, on small models: what is answered, on what grounds, and what else is possible."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import pytest
from pydantic import BeforeValidator

from virkningskjede.analysis.criteria import Case
from virkningskjede.diagnostics import line
from virkningskjede.model import LogicModel
from virkningskjede.model.values import EMPTY, File, Fit
from virkningskjede.model.values.text import Id
from virkningskjede.project import build, open_project
from virkningskjede.query import Answer, Condition, Limit, QueryContext, evaluate
from virkningskjede.query.answer import Doubt
from virkningskjede.query.evaluate import ASK
from virkningskjede.yamlfile import read

HERE = Path(__file__).parent
SHARED = open_project(HERE / "root")

Piece = Annotated[LogicModel, *Case.model_fields["given"].metadata]
Many = Annotated[tuple[str, ...], BeforeValidator(tuple)]


class Example(File):
    """One case: a piece of a model, a condition, and the whole answer. What is left out must be empty."""

    given: Piece
    template: Piece | None = None
    condition: Condition
    expect: Fit
    possible: tuple[Fit, ...] = ()
    nodes: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    limits: tuple[Limit, ...] = ()
    doubts: tuple[Id, ...] | tuple[str, ...] = ()
    why: tuple[Doubt, ...] = ()

    def answer(self) -> Answer:
        model = self.given.model_copy(update={"source": "kilde"})
        return evaluate(self.condition, QueryContext(model, SHARED.vocabulary, self.template, SHARED.comparisons))


def examples() -> dict[str, Example]:
    by_name: dict[str, Example] = {}
    for path in sorted((HERE / "cases").glob("*.yaml")):
        yaml_file = read(path, path.name)
        assert not yaml_file.diagnostics, yaml_file.diagnostics
        for name, values in (yaml_file.values or {}).items():
            example, wrong = build(Example, values)
            assert example is not None, f"{path.name}, {name}: {[line(diagnostic, 'en') for diagnostic in wrong]}"
            by_name[f"{path.stem}: {name}"] = example
    return by_name


EXAMPLES = examples()

KNOWN_LIMITS = frozenset({"dropped", "not_part", "considered", "maybe", "not_so_far", "overlap", "outside", "whole", "denied"})


@pytest.mark.parametrize("name", EXAMPLES)
def test_case(name: str) -> None:
    example = EXAMPLES[name]
    answer = example.answer()
    limits = tuple(dict.fromkeys(ground.limit for ground in answer.grounds if ground.limit))
    assert answer.coded == example.expect
    assert answer.possible == frozenset(example.possible or [example.expect])
    assert tuple(ground.element for ground in answer.grounds) == example.nodes
    assert tuple(dict.fromkeys(ground.element for ground in answer.doubts)) == example.doubts
    if example.why:
        assert tuple(dict.fromkeys(ground.doubt for ground in answer.doubts)) == example.why
    if example.at:
        assert tuple(dict.fromkeys(place for ground in answer.grounds for place in ground.at)) == example.at
    if example.limits:
        assert limits == example.limits


def test_every_kind_is_shown_in_every_way_it_can_answer() -> None:
    answered: dict[str, set[str]] = {}
    for example in EXAMPLES.values():
        kind, _ = example.condition.form
        answers = answered.setdefault(kind, set())
        answers.add(example.expect)
        if example.possible:
            answers.add("unsure")
    everything = {"yes", "no", "partly", "silent", "unsure"}
    assert answered == {
        "node": everything,
        "arrow": everything,
        "target": everything,
        "recruitment": {"yes", "partly", "silent"},
        "whole": everything - {"unsure"},
        "open": {"yes", "silent", "unsure"},
        "result": everything,
        "all": everything,
        "any": everything,
        "not": everything,
        "at_least": everything,
    }
    assert set(ASK) <= set(answered)


@pytest.mark.parametrize("name", ["node", "arrow", "addresses", "lists", "column", "dose", "status", "target"])
def test_every_file_of_cases_shows_every_way_to_answer(name: str) -> None:
    mine = [example for key, example in EXAMPLES.items() if key.startswith(f"{name}: ")]
    answers = {example.expect for example in mine} | {"unsure" for example in mine if example.possible}
    assert answers == {"yes", "no", "partly", "silent", "unsure"}


def test_every_limit_is_shown() -> None:
    assert {limit for example in EXAMPLES.values() for limit in example.limits} == KNOWN_LIMITS


def test_without_a_vocabulary_a_term_is_filled_by_itself_alone() -> None:
    model = LogicModel.model_validate(
        {
            "id": "m",
            "activities": {"a": {"label": "A", "term": "fast-mote", "who": ["veileder"]}},
            "target_group": {"t": {"traits": ["nylig"]}},
        }
    )
    answers = {
        text: evaluate(Condition.model_validate(question), QueryContext(model)).coded
        for text, question in {
            "the term": {"node": {"term": "fast-mote"}},
            "a broader term": {"node": {"term": "mote"}},
            "the actor": {"node": {"who": ["veileder"]}},
            "a broader actor": {"node": {"who": ["nav"]}},
            "the trait": {"target": {"traits": "nylig"}},
            "a broader trait": {"target": {"traits": "sykmeldt"}},
        }.items()
    }
    assert answers == {
        "the term": "yes",
        "a broader term": "silent",
        "the actor": "yes",
        "a broader actor": "silent",
        "the trait": "yes",
        "a broader trait": "silent",
    }
    assert QueryContext.of(model, SHARED).template is None
    template = LogicModel.model_validate({"id": "mal", "kind": "template"})
    project = replace(SHARED, templates={"mal": template})
    assert QueryContext.of(model.model_copy(update={"follows": "mal"}), project).template == template
    assert QueryContext.of(model, project).template is None
    assert QueryContext(model).comparisons == EMPTY


@pytest.mark.parametrize("status", ["dropped", "not_part"])
def test_what_is_in_use_was_not_given_up_and_nothing_limits_that(status: str) -> None:
    model = LogicModel.model_validate({"id": "m", "activities": {"a": {"label": "A", "term": "mote", "status": "in_use"}}})
    answer = evaluate(Condition.model_validate({"node": {"term": "mote", "status": status}}), QueryContext(model))
    assert (answer.coded, [ground.limit for ground in answer.grounds]) == ("no", [None])

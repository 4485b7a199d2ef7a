"""Many models as a caller gives them: one, several or a portfolio, and never two of the same id."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

import virkningskjede as vk
from virkningskjede.analysis.agreement import agreement
from virkningskjede.analysis.claims import ClaimsFile, load_claims, run
from virkningskjede.analysis.compare import compare, load_comparison
from virkningskjede.analysis.consensus import consensus
from virkningskjede.analysis.criteria import check
from virkningskjede.analysis.grouping import group, similarity
from virkningskjede.analysis.paths import gaps
from virkningskjede.drafts import Draft, check_draft, read_draft
from virkningskjede.errors import UsageError
from virkningskjede.model import LogicModel, Models, models_of
from virkningskjede.project import corpus, load_portfolio, open_project

A, B = LogicModel(id="a"), LogicModel(id="b")
PROJECT = open_project(corpus())


@cache
def draft() -> Draft:
    """The draft among the examples."""
    return read_draft(Path(__file__).parents[2] / "examples" / "utkast" / "utkast.md", PROJECT, load_portfolio(corpus() / "pilots"))


@cache
def claims() -> ClaimsFile:
    """The claims of a report."""
    return load_claims("statusrapport", PROJECT)


ASKING: dict[str, Callable[[Models], object]] = {
    "agreement": lambda models: agreement(models, A),
    "check": lambda models: check(models, ()),
    "claims": lambda models: run(models, claims()),
    "compare": lambda models: compare(models, load_comparison("tiltak", PROJECT)),
    "consensus": consensus,
    "draft": lambda models: check_draft(draft(), models),
    "gaps": gaps,
    "group": lambda models: group(models, "terms"),
    "similarity": lambda models: similarity(models, "terms"),
}


@pytest.mark.parametrize(
    "models", [(B, A), [B, A], iter((B, A)), {"b": B, "a": A}, {"x": B, "y": A}], ids=lambda models: type(models).__name__
)
def test_models_keep_the_order_they_are_given_in(models: Models) -> None:
    assert models_of(models) == (B, A)


def test_one_model_and_a_portfolio_are_models_too() -> None:
    pilots = load_portfolio(corpus() / "pilots")
    assert models_of(A) == (A,)
    assert models_of(()) == ()
    assert models_of(pilots) == tuple(pilots[name] for name in pilots)


@pytest.mark.parametrize("name", ASKING)
def test_two_models_of_one_id_cannot_be_told_apart(name: str) -> None:
    with pytest.raises(UsageError) as refused:
        ASKING[name]([A, B, A])
    assert [refused.value.in_(lang) for lang in ("nb", "en")] == ["to av modellene har samme id", "two of the models have the same id"]


@pytest.mark.parametrize("wrong", ["models", "", Path("models"), b"x", None, 3, ["ha"], [A, None], {"a": "a.yaml"}], ids=repr)
@pytest.mark.parametrize("name", ASKING)
def test_what_are_no_models_is_said(name: str, wrong: Models) -> None:
    with pytest.raises(UsageError) as refused:
        ASKING[name](wrong)
    assert refused.value.in_("en").endswith(" is no model or portfolio: read it first with load_model or load_portfolio")


@pytest.mark.parametrize(
    ("ask", "sentence"),
    [
        (lambda: vk.check("models"), "'models' is no model or portfolio: read it first with load_model or load_portfolio"),  # type: ignore[arg-type]
        (
            lambda: vk.compare("models/pilots/ha.yaml", "tiltak"),  # type: ignore[arg-type]
            "'models/pilots/ha.yaml' is no model or portfolio: read it first with load_model or load_portfolio",
        ),
        (lambda: vk.diff("a.yaml", "b.yaml"), "'a.yaml' is no model or portfolio: read it first with load_model or load_portfolio"),  # type: ignore[arg-type]
        (
            lambda: vk.diff(A, [B]),  # type: ignore[arg-type]
            "diff takes two models, or two collections of models; LogicModel(a: 0 nodes, 0 arrows) is something else",
        ),
        (
            lambda: vk.coverage(None),  # type: ignore[arg-type]
            "`models` of coverage is to be a model, a portfolio or several models (files are read first with load_model or load_portfolio)",
        ),
        (lambda: vk.validate(3), "`what` of validate is to be a model, a portfolio or several models (files are"),  # type: ignore[arg-type]
        (lambda: vk.paths("ha"), "'ha' is no model or portfolio: read it first with load_model or load_portfolio"),  # type: ignore[arg-type]
        (lambda: vk.render("ha", "x.svg"), "'ha' is no model or portfolio: read it first with load_model or load_portfolio"),  # type: ignore[arg-type]
    ],
)
def test_a_wrong_type_is_answered_with_what_is_wanted(ask: Callable[[], object], sentence: str) -> None:
    with pytest.raises(UsageError) as refused:
        ask()
    assert str(refused.value).startswith(sentence)

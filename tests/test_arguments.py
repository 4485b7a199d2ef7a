"""Wrong arguments: every public function answers with a sentence, whatever it is given."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import virkningskjede as vk
from virkningskjede.errors import UsageError
from virkningskjede.i18n import LANGS

ANY: Any = vk
"""What is called wrongly on purpose, past the type checker."""

FUNCTIONS = {name: function for name in vk.__all__ if inspect.isfunction(function := getattr(vk, name))}

MODEL = vk.LogicModel(id="m", inputs={"a": {"label": "A", "leads_to": ["b"]}}, outputs={"b": {"label": "B"}})

ODD: dict[str, Callable[[vk.Portfolio], object]] = {
    "None": lambda _: None,
    "empty": lambda _: "",
    "whole": lambda _: 3,
    "negative": lambda _: -1,
    "half": lambda _: 0.5,
    "nan": lambda _: float("nan"),
    "truth": lambda _: True,
    "name": lambda _: "finnes-ikke",
    "bytes": lambda _: b"x",
    "nul": lambda _: "a\0b",
    "list": lambda _: [],
    "numbers": lambda _: [3],
    "names": lambda _: ["finnes-ikke", "heller-ikke"],
    "generator": lambda _: (name for name in ("finnes-ikke",)),
    "mapping": lambda _: {"a": 1},
    "path": lambda _: Path("finnes-ikke"),
    "model": lambda _: MODEL,
    "models": lambda _: (model for model in (MODEL, vk.LogicModel(id="n"))),
    "portfolio": lambda portfolio: portfolio,
    "frame": lambda _: pd.DataFrame({"a": [1]}),
    "class": lambda _: vk.LogicModel,
    "object": lambda _: object(),
    "result": vk.gaps,
}

RIGHT = {"models": MODEL, "model": MODEL, "what": MODEL, "path": "x.dot", "paths": "m.yaml", "name": "c", "columns": "c", "by": "status"}


@dataclass(frozen=True)
class Call:
    """A function called with one odd argument, and for the rest with right ones."""

    function: str
    argument: str
    odd: str

    def __str__(self) -> str:
        return f"{self.function}({self.argument}={self.odd})"


def calls(function: str) -> Iterator[Call]:
    for argument in inspect.signature(FUNCTIONS[function]).parameters:
        yield from (Call(function, argument, odd) for odd in ODD)


@pytest.fixture(scope="module")
def portfolio(tmp_path_factory: pytest.TempPathFactory) -> vk.Portfolio:
    folder = tmp_path_factory.mktemp("project")
    (folder / "vocabulary.yaml").write_text("virkningskjede: 1\nkind: vocabulary\n", "utf-8")
    vk.dump(MODEL, folder / "m.yaml")
    return vk.load_portfolio(folder)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_whatever_a_function_is_given_it_answers_with_a_sentence(
    function: str, portfolio: vk.Portfolio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    vk.dump(MODEL, tmp_path / "m.yaml")
    wrong, answered = [], 0
    for call in calls(function):
        parameters = inspect.signature(FUNCTIONS[function]).parameters
        given: dict[str, Any] = {
            name: {"a": portfolio, "b": portfolio}.get(name, RIGHT.get(name))
            for name, parameter in parameters.items()
            if parameter.default is parameter.empty
        }
        given |= {"samples": 0} if "samples" in parameters else {}
        try:
            FUNCTIONS[function](**given | {call.argument: ODD[call.odd](portfolio)})
        except vk.VirkningskjedeError as error:
            answered += 1
            sentences = {error.in_(lang) for lang in LANGS}
            if not all(sentences) or max(map(len, sentences)) > 500:
                wrong.append(f"{call}: {sentences}")
        except Exception as error:
            wrong.append(f"{call}: {error!r}")
        finally:
            vk.set_language(None)
    assert wrong == []
    assert answered > len(ODD) / 2 or not inspect.signature(FUNCTIONS[function]).parameters


@pytest.mark.parametrize(
    ("ask", "sentence"),
    [
        (lambda: vk.check(MODEL, 3), "`criteria` of check is to be a text or several in a list (each of them a text), and 3 is not"),  # type: ignore[arg-type]
        (lambda: vk.check(MODEL, ""), "`criteria` of check is empty"),
        (lambda: vk.consensus(MODEL, min=-1), "`min` of consensus is to be at least 0, not -1"),
        (lambda: vk.consensus(MODEL, min=True), "`min` of consensus is to be a whole number, and True is not"),
        (lambda: vk.gaps(MODEL, much=2), "`much` of gaps is to be from 0 to 1, not 2"),
        (lambda: vk.gaps(MODEL, "islnd"), "`islnd` is not one of the choices: "),
        (lambda: vk.render(MODEL, "x.svg", lang="no"), "`no` is not one of the choices: nb, en"),  # type: ignore[arg-type]
        (lambda: vk.render(MODEL, "x.svg", lang=[]), "`list` is not one of the choices: nb, en"),  # type: ignore[arg-type]
        (
            lambda: vk.consequences(MODEL, MODEL),  # type: ignore[arg-type]
            "`a` of consequences is to be a portfolio (from load_portfolio), and LogicModel(m: 2 nodes",
        ),
        (lambda: vk.diff(MODEL, [MODEL]), "diff takes two models, or two collections of models; LogicModel(m: 2 nodes"),  # type: ignore[arg-type]
        (lambda: vk.dump([MODEL]), "`model` of dump is to be a model (from load_model), and list is not"),  # type: ignore[arg-type]
        (lambda: vk.similarity(pd.DataFrame({"a": [1]})), "`models` of similarity is to be a model, a portfolio or several models (files"),
        (lambda: vk.agreement(MODEL, MODEL, names=("A",)), "`names` of agreement is to be two in a tuple (each of them a text), and tuple"),  # type: ignore[arg-type]
        (lambda: vk.history(MODEL), "`path` of history is to be a path, and LogicModel(m: 2 nodes, 1 arrows) is not"),  # type: ignore[arg-type]
    ],
)
def test_the_sentence_says_what_is_wanted(ask: Callable[[], object], sentence: str) -> None:
    with pytest.raises(vk.UsageError) as refused:
        ask()
    assert refused.value.in_("en").startswith(sentence)
    assert refused.value.__cause__ is None  # nothing of the insides is shown above it
    assert refused.value.__suppress_context__ or refused.value.__context__ is None


def test_what_is_of_another_kind_is_a_type_error_too() -> None:
    with pytest.raises(TypeError, match="models"):
        vk.check("models")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="missing 1 required"):
        vk.compare(MODEL)  # type: ignore[call-arg]


def test_models_that_can_be_read_once_are_read_once(portfolio: vk.Portfolio) -> None:
    assert vk.consensus(model for model in portfolio.values()).models == vk.consensus(portfolio).models
    assert vk.diff(iter([MODEL]), iter([MODEL])).same == (MODEL,)


@pytest.mark.parametrize(
    ("ask", "sentence"),
    [
        (
            lambda pilots: pilots.select(3),
            "`ids` of Portfolio.select is to be a text or several in a list (each of them a text), and 3",
        ),
        (lambda pilots: pilots.where(3), "`such` of Portfolio.where is to be Callable, and 3 is not"),
        (lambda pilots: pilots.to_frame("edges"), "`edges` is not one of the choices: nodes, links"),
        (lambda pilots: ANY.paths(pilots).of("x"), "`x` is not one of the choices: m"),
        (lambda pilots: ANY.consensus(pilots).label("x"), "`x` is not one of the choices: "),
        (lambda pilots: ANY.consensus(pilots).against("x"), "`template` of Consensus.against is to be a model (from load_model)"),
        (lambda pilots: ANY.coverage(pilots).count("x"), "`x` is not one of the choices: "),
        (lambda pilots: ANY.diff(pilots, pilots).only("x"), "`choose` of PortfolioDiff.only is to be Callable, and 'x' is not"),
        (lambda pilots: ANY.gaps(pilots).of("m", "x"), "`x` is not one of the choices: "),
        (lambda pilots: ANY.gaps(pilots).to_text(width="x"), "`width` of Report.to_text is to be a whole number, and 'x' is not"),
        (lambda pilots: ANY.gaps(pilots).to_csv(3), "`path` of Report.to_csv is to be a path, and 3 is not"),
    ],
)
def test_so_do_the_methods_of_results(ask: Callable[[Any], object], sentence: str, portfolio: vk.Portfolio) -> None:
    with pytest.raises(vk.UsageError) as refused:
        ask(portfolio)
    assert refused.value.in_("en").startswith(sentence)


def test_a_portfolio_is_made_of_models() -> None:
    a, b = vk.LogicModel(id="a"), vk.LogicModel(id="b")
    assert list(vk.Portfolio([a, b])) == list(vk.Portfolio({"a": a, "b": b})) == ["a", "b"]
    for wrong in (3, "models", [a, 3], {"a": "a.yaml"}, None):
        with pytest.raises(UsageError) as refused:
            vk.Portfolio(wrong)  # type: ignore[arg-type]
        assert "load_portfolio" in refused.value.in_("en")
        assert refused.value.__cause__ is None
    with pytest.raises(UsageError, match="same id"):
        vk.Portfolio([a, a])


def test_a_sentence_does_not_grow_with_a_name_that_is_not_there(models_folder: Path) -> None:
    ha = vk.load_model(models_folder / "pilots" / "ha.yaml")
    check, long = vk.check(ha, "oslo-economics-2020"), "x" * 100_000
    asks: tuple[Callable[[], object], ...] = (
        lambda: check.verdict(long, "ledelsesforankret"),
        lambda: check.verdict("ha", long),
        lambda: check.verdict("ha", "ledelsesforankret", long),
        lambda: ha.with_fields(long, label="A"),
        lambda: ha.with_node(long, id="a"),
    )
    for ask in asks:
        with pytest.raises(UsageError) as refused:
            ask()
        assert len(refused.value.in_("nb")) < 2_000


def test_values_are_given_by_name_and_all_exceptions_speak_one_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VIRKNINGSKJEDE_LANG", raising=False)
    with pytest.raises(TypeError) as unnamed:
        vk.LogicModel("m")  # type: ignore[call-arg]
    sentence = "the values of LogicModel are given by name, as LogicModel(id=...); a file is read with load_model"
    assert isinstance(unnamed.value, vk.UsageError) and str(unnamed.value) == sentence
    with pytest.raises(vk.InvalidModel) as invalid:
        vk.LogicModel(id="m", inputs={"a": {}})
    assert str(invalid.value) == invalid.value.in_("en") == "inputs.a: error VK102 The key `label` is missing"
    vk.set_language("nb")
    try:
        assert str(invalid.value) == invalid.value.in_("nb") == "inputs.a: feil VK102 Nøkkelen `label` mangler"
    finally:
        vk.set_language(None)

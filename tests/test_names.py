"""Names are the nouns of the field, never verbs of speech: a loop over verdicts calls each of them a verdict."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import virkningskjede

PACKAGE = Path(virkningskjede.__file__).parent

VERBS = frozenset({"each", "told", "said", "asked", "found", "held"})
"""What says nothing of what a value is. Only whole names are meant, with or without underscores around them."""

ALLOWED: Mapping[str, str] = {
    "analysis/agreement/codes.py:said": "`Code.said` stands under this name in the JSON of `agreement`",
    "analysis/claims/judged.py:said": "`ClaimEvidence.said` is documented, and stands under this name in JSON and in the frame",
    "analysis/compare/cell.py:said": "`Cell.said` and `CellGround.said` are what `compare` gives, also in JSON and in the frame",
}
"""Where such a name stays, as ``FILE:NAME``, and why: it is public and documented, or is the field's own word."""


def bindings(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """What a module names, each with its line: variables, parameters, functions, types and attributes.

    What is only used has its name from elsewhere: from where it is bound, or from another library.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.attr
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.lineno, node.name
        elif isinstance(node, ast.ImportFrom | ast.Import):
            yield from ((node.lineno, alias.asname) for alias in node.names if alias.asname)
        elif isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar) and node.name:
            yield node.lineno, node.name
        elif isinstance(node, ast.MatchMapping) and node.rest:
            yield node.lineno, node.rest


def verbs(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The verbs among them, in the order of the lines."""
    return ((line, name) for line, name in sorted(bindings(tree)) if name.strip("_").lower() in VERBS)


def in_package() -> Iterator[tuple[str, int, str]]:
    """The verbs in the package: file, line and name."""
    for file in sorted(PACKAGE.rglob("*.py")):
        for line, name in verbs(ast.parse(file.read_text("utf-8"))):
            yield file.relative_to(PACKAGE).as_posix(), line, name


def test_nothing_is_named_by_a_verb_of_speech() -> None:
    assert [f"{file}:{line} {name}" for file, line, name in in_package() if f"{file}:{name}" not in ALLOWED] == []


def test_no_exception_has_outlived_its_name() -> None:
    assert ALLOWED.keys() - {f"{file}:{name}" for file, _, name in in_package()} == set()
    assert [place for place, reason in ALLOWED.items() if not reason.strip()] == []


@pytest.mark.parametrize(
    "source",
    [
        "said = 1",
        "_told: int = 1",
        "for found, b in pairs: pass",
        "x = [each.name for each in pairs]",
        "if (held := f()): pass",
        "with f() as held: pass",
        "def f(a, /, *, asked=1): pass",
        "f = lambda each: 1",
        "def told(): pass",
        "async def told(): pass",
        "class Said: pass",
        "class A:\n    said: str",
        "self._said = 1",
        "import a as found",
        "from a import b as found",
        "try: pass\nexcept E as found: pass",
        "match a:\n    case [held]: pass",
        "match a:\n    case [*held]: pass",
        "match a:\n    case {**held}: pass",
    ],
)
def test_every_way_to_name_something_is_seen(source: str) -> None:
    assert len(list(verbs(ast.parse(source)))) == 1


@pytest.mark.parametrize("source", ["a.found(b.said, told=1)", "from a import b", "x = 'said'", "said_by = foundation = 1"])
def test_what_is_only_used_has_its_name_from_elsewhere(source: str) -> None:
    assert list(verbs(ast.parse(source))) == []


def shadows(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """What a comprehension calls its values as the function calls one of its parameters: its line and name.

    ``[model for model in models if model.id == model]`` is always empty, where the second is meant to be the parameter.
    """
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            arguments = function.args
            parameters = {argument.arg for argument in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)}
            for node in (node for statement in function.body for node in ast.walk(statement)):
                if isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp):
                    targets = (name for generator in node.generators for name in ast.walk(generator.target))
                    names = {name.id for name in targets if isinstance(name, ast.Name)}
                    yield from ((node.lineno, name) for name in sorted(names & parameters))


def test_no_comprehension_hides_a_parameter() -> None:
    there = [
        f"{file.relative_to(PACKAGE).as_posix()}:{line}:{name}"
        for file in sorted(PACKAGE.rglob("*.py"))
        for line, name in shadows(ast.parse(file.read_text("utf-8")))
    ]
    assert there == []
    assert list(shadows(ast.parse("def f(model): return [model for model in models if model.id == model]"))) == [(1, "model")]

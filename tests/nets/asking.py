"""What the package asks of the catalogue with keys that it puts together: ``word(f"status.{status}")`` and the like."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import virkningskjede

PACKAGE = Path(virkningskjede.__file__).parent

ASKS = ("word", "word_or", "_word", "Word", "counted")
"""What looks a key up, whoever's method it is. A method may set something of its own in front of the key."""


@dataclass(frozen=True)
class Question:
    """One key that is put together.

    Attributes:
        where: the file and the line.
        how: what looks it up.
        pattern: the key, with ``{}`` for what is put in.
        holes: what is put in, as it is written.
        values: for each, the texts that the code itself puts there, as far as it is seen from the line; None where it isn't.
    """

    where: str
    how: str
    pattern: str
    holes: tuple[str, ...]
    values: tuple[tuple[str, ...] | None, ...]


@cache
def _asking() -> Mapping[Path, ast.Module]:
    """The files that can put a key together."""
    texts = {path: path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py"))}
    return {path: ast.parse(text) for path, text in texts.items() if _CALL.search(text) and _PUT_TOGETHER.search(text)}


_CALL, _PUT_TOGETHER = re.compile(rf"(?:{'|'.join(ASKS)})\("), re.compile("""f["']""")


@cache
def questions() -> tuple[Question, ...]:
    """Every key that is put together where it is looked up."""
    return tuple(
        _question(f"{path.relative_to(PACKAGE)}:{key.lineno}", _name(call.func), key, loops)
        for path, module in _asking().items()
        for call, loops in _calls(module)
        if call.args and _name(call.func) in ASKS
        for key in _texts(call.args[0])
    )


Loops = tuple[ast.For | ast.comprehension, ...]


def _calls(module: ast.Module) -> Iterator[tuple[ast.Call, Loops]]:
    """The calls inside, in order, each with the loops that it stands in."""
    left: list[tuple[ast.AST, Loops]] = [(module, ())]
    while left:
        node, loops = left.pop()
        if isinstance(node, ast.For):
            loops = (*loops, node)
        elif isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp):
            loops = (*loops, *node.generators)
        elif isinstance(node, ast.FunctionDef):
            loops = ()
        elif isinstance(node, ast.Call):
            yield node, loops
        left += [(each, loops) for each in reversed([*ast.iter_child_nodes(node)])]


@cache
def prefixes() -> tuple[str, ...]:
    """What methods set in front of the keys that they are asked for: ``change.`` in ``word(f"change.{key}", ...)``."""
    found = {""}
    for module in _asking().values():
        for function in ast.walk(module):
            if isinstance(function, ast.FunctionDef) and function.name in ASKS:
                for key in (text for call in ast.walk(function) if isinstance(call, ast.Call) for arg in call.args for text in _texts(arg)):
                    first = key.values[0]
                    if isinstance(first, ast.Constant):
                        found.add(str(first.value))
    return tuple(sorted(found))


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""


def _texts(key: ast.expr) -> Iterator[ast.JoinedStr]:
    """A key, or each of two that are chosen between."""
    if isinstance(key, ast.JoinedStr):
        yield key
    elif isinstance(key, ast.IfExp):
        yield from (*_texts(key.body), *_texts(key.orelse))


def _question(where: str, how: str, key: ast.JoinedStr, loops: Loops) -> Question:
    holes = [each.value for each in key.values if isinstance(each, ast.FormattedValue)]
    pattern = "".join(str(each.value) if isinstance(each, ast.Constant) else "{}" for each in key.values)
    question = Question(where, how, pattern, tuple(map(ast.unparse, holes)), tuple(_values(each, loops) for each in holes))
    if how != "counted":
        return question
    number = ("one", "more")  # which `counted` itself puts behind
    return replace(question, pattern=f"{pattern}.{{}}", holes=(*question.holes, "count"), values=(*question.values, number))


def _values(hole: ast.expr, loops: Loops) -> tuple[str, ...] | None:
    if isinstance(hole, ast.IfExp):
        parts = [_values(each, loops) for each in (hole.body, hole.orelse)]
        return None if None in parts else tuple(text for part in parts for text in part or ())
    if isinstance(hole, ast.Constant):
        return (str(hole.value),)
    if isinstance(hole, ast.Name):
        named = [loop for loop in loops if any(isinstance(each, ast.Name) and each.id == hole.id for each in ast.walk(loop.target))]
        return _looped(hole, named[-1]) if named else None
    return None


def _looped(hole: ast.Name, loop: ast.For | ast.comprehension) -> tuple[str, ...] | None:
    """What a name stands for in a loop over a list that is written out."""
    if not isinstance(loop.iter, ast.Tuple | ast.List):
        return None
    if isinstance(loop.target, ast.Name):
        texts = list(loop.iter.elts) if loop.target.id == hole.id else []
    elif isinstance(loop.target, ast.Tuple):
        at = [number for number, each in enumerate(loop.target.elts) if isinstance(each, ast.Name) and each.id == hole.id]
        rows = [row.elts for row in loop.iter.elts if isinstance(row, ast.Tuple)]
        texts = [row[at[0]] for row in rows if len(row) > at[0]] if at and len(rows) == len(loop.iter.elts) else []
    else:
        texts = []
    found = [text.value for text in texts if isinstance(text, ast.Constant) and isinstance(text.value, str)]
    return tuple(found) if found and len(found) == len(texts) else None

"""How much the tests see of the rooms that judge: small faults, drawn by lot, each held against the tests of its room.

    python benchmarks/mutants.py [--number N] [--seed S] [--jobs J] [ROOM...]

A mutant is the package with one expression changed: ``<`` is ``<=``, ``and`` is ``or``, a condition is turned round or gone, a number is
one more. It is killed when a test of its room fails, or does not come to an end. Those that survive are printed, to be read: each is a
test that is missing, code that nothing needs, or a change that makes no difference.

The mutants are made in copies of the checkout, never in the checkout itself. Tests that fail before anything is changed are named and
left out. Of the tests of a room, those are run that come past the changed line, which coverage.py tells. The same seed draws the same
mutants of the same code.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import SimpleQueue

from coverage import CoverageData

TOP = Path(__file__).resolve().parent.parent

ROOMS = ("query", "rules", "matching", "analysis/criteria", "analysis/claims", "analysis/diff")
"""The rooms that judge. How a judgement is put in words and pictures is left out: what they write stands whole in the tests."""

WORDING = ("report", "picture.py", "heatmap.py", "wording.py")

OPPOSITE: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Sub: ast.Add,
    ast.BitAnd: ast.BitOr,
}

OTHER_NAME = {"any": "all", "all": "any", "min": "max", "max": "min"}

NOT_RUN = {"annotation", "returns", "decorator_list", "keywords", "type_comment"}
"""Fields of definitions that say types or make values, and judge nothing."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One changed expression: where it stands in its file, in bytes, and what stands there instead."""

    room: str
    path: str
    line: int
    last: int
    start: int
    end: int
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.before}  ->  {self.after}"


def mutants_of(room: str, path: Path) -> Iterator[Mutant]:
    """Every mutant of a file."""
    source = path.read_bytes()
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for node, changed in changes(ast.parse(source)):
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        start, end = starts[node.lineno - 1] + node.col_offset, starts[node.end_lineno - 1] + node.end_col_offset
        before = " ".join(source[start:end].decode().split())
        yield Mutant(room, path.relative_to(TOP).as_posix(), node.lineno, node.end_lineno, start, end, before, f"({ast.unparse(changed)})")


def changes(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Each expression that is run below a node, and what it is changed to."""
    if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"):
        return  # the places inside an f-string are not known before Python 3.12
    match node:
        case ast.Compare(ops=[op]) if type(op) in OPPOSITE:
            yield node, changed(node, ops=[OPPOSITE[type(op)]()])
        case ast.BoolOp() | ast.BinOp() if type(node.op) in OPPOSITE:
            yield node, changed(node, op=OPPOSITE[type(node.op)]())
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield node, operand
        case ast.Constant(value=bool() | int() as value):
            yield node, ast.Constant(not value if isinstance(value, bool) else value + 1)
        case ast.Call(func=ast.Name(id=name) as function) if name in OTHER_NAME:
            yield function, ast.Name(OTHER_NAME[name])
        case ast.IfExp():
            yield node, changed(node, body=node.orelse, orelse=node.body)
        case ast.If(test=test):
            yield test, ast.UnaryOp(ast.Not(), test)
        case ast.comprehension(ifs=ifs):
            yield from ((condition, ast.Constant(value=True)) for condition in ifs)
    defines = isinstance(node, ast.FunctionDef | ast.ClassDef | ast.arg | ast.AnnAssign)
    for name, value in ast.iter_fields(node):
        if defines and name in NOT_RUN:
            continue
        for below in value if isinstance(value, list) else [value]:
            if isinstance(below, ast.AST):
                yield from changes(below)


def changed(node: ast.expr, **fields: object) -> ast.expr:
    """The same expression with other parts."""
    other = deepcopy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def of_room(room: str) -> Iterator[Mutant]:
    """Every mutant of a room, in the order of its files."""
    for path in sorted((TOP / "virkningskjede" / room).rglob("*.py")):
        if not any(part in WORDING for part in path.parts):
            yield from mutants_of(room, path)


@dataclass(frozen=True, slots=True)
class Room:
    """The tests of a room, before anything is changed.

    Attributes:
        names: its tests and its examples.
        failing: those of them that fail, with or without a mutant.
        passing: the tests that come past a line, by file and line; a line that a fixture comes past is any test's.
        seconds: how long all of them take.
    """

    names: tuple[str, ...]
    failing: tuple[str, ...]
    passing: dict[tuple[str, int], frozenset[str]]
    seconds: float

    def tests_of(self, mutant: Mutant) -> tuple[str, ...]:
        """The tests that can see a mutant."""
        past = [self.passing.get((mutant.path, line), frozenset()) for line in range(mutant.line, mutant.last + 1)]
        names = frozenset[str]().union(*past)
        return self.names if EVERY in names else tuple(sorted(names - {*self.failing}))


EVERY = ""
"""Stands for every test of a room, as in coverage.py: what is run when a module is imported."""


def room_of(copy: Path, room: str) -> Room:
    """Run the tests of a room as they stand."""
    began = time.monotonic()
    names = (f"tests/{room}", f"virkningskjede/{room}")
    ran = run(copy, names, None, "--cov", "--cov-branch", "--cov-report=", "--cov-context=test")
    failing = re.findall(r"^(?:FAILED|ERROR) (\S+(?:\[.*?\])?)(?: - |$)", ran or "", re.MULTILINE)
    data = CoverageData(str(copy / ".coverage"))
    data.read()
    passing: dict[tuple[str, int], frozenset[str]] = {}
    for file in data.measured_files():
        if (path := Path(file)).is_relative_to(copy):
            for line, contexts in data.contexts_by_lineno(file).items():
                parts = [context.rpartition("|") for context in contexts]
                tests = {EVERY if phase != "run" else name for name, _, phase in parts}
                passing[path.relative_to(copy).as_posix(), line] = frozenset(tests)
    return Room(names, tuple(failing), passing, time.monotonic() - began)


def run(copy: Path, names: Sequence[str], limit: float | None, *options: str) -> str | None:
    """What some tests say of failures; None where they do not come to an end."""
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-rfE", "--tb=no", "-p", "no:cacheprovider", *options]
    try:
        ran = subprocess.run(
            [*command, *names],
            cwd=copy,
            timeout=limit,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "HYPOTHESIS_PROFILE": "same", "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"},
        )
    except subprocess.TimeoutExpired:
        return None
    return "" if ran.returncode == 0 else ran.stdout or ran.stderr


def survives(mutant: Mutant, copies: SimpleQueue[Path], rooms: dict[str, Room]) -> bool:
    """Whether no test of the room sees it."""
    copy = copies.get()
    file = copy / mutant.path
    source = file.read_bytes()
    room = rooms[mutant.room]
    names = room.tests_of(mutant)
    left_out = [argument for name in room.failing if names == room.names for argument in ("--deselect", name)]
    try:
        file.write_bytes(source[: mutant.start] + mutant.after.encode() + source[mutant.end :])
        alive = not names or run(copy, names, 60 + 5 * room.seconds, "-x", *left_out) == ""
    finally:
        file.write_bytes(source)
        copies.put(copy)
    print(f"{'survived' if alive else 'killed  '}  {mutant}{'' if names else '  (no test comes here)'}", flush=True)
    return alive


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help=f"of {', '.join(ROOMS)}; all of them when none is named")
    parser.add_argument("--number", type=int, default=60, help="how many mutants are drawn (60)")
    parser.add_argument("--seed", type=int, default=0, help="of the lot (0)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many run at the same time (one for each core)")
    options = parser.parse_args()
    for name in options.rooms:
        if name not in ROOMS:
            parser.error(f"no room of those that judge: {name}")
    began = time.monotonic()
    rooms = options.rooms or ROOMS
    every = [mutant for room in rooms for mutant in of_room(room)]
    drawn = random.Random(options.seed).sample(every, min(options.number, len(every)))
    with tempfile.TemporaryDirectory() as place, ThreadPoolExecutor(options.jobs) as pool:
        copies: SimpleQueue[Path] = SimpleQueue()
        for number in range(options.jobs):
            leave = shutil.ignore_patterns(".git", ".*_cache", "__pycache__", ".hypothesis", ".nox", ".venv", "build", "dist")
            copies.put(Path(shutil.copytree(TOP, Path(place) / str(number), ignore=leave)))
        one = copies.get()
        of_room_called: dict[str, Room] = {}
        for name in sorted({mutant.room for mutant in drawn}):
            of_room_called[name] = room_of(one, name)
            for test in of_room_called[name].failing:
                print(f"fails without any change, and is left out: {test}", flush=True)
        copies.put(one)
        alive = list(pool.map(partial(survives, copies=copies, rooms=of_room_called), drawn))
    survivors = [mutant for mutant, lives in zip(drawn, alive, strict=True) if lives]
    print(f"\n{len(drawn)} of {len(every)} mutants, seed {options.seed}: {len(survivors)} survived, {time.monotonic() - began:.0f} s.")
    for mutant in survivors:
        print(f"  {mutant}")


if __name__ == "__main__":
    main()

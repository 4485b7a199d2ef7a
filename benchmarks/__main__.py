"""How long the work on a register takes, as ratios within one run on the same files.

    python benchmarks [--models N] [--runs N] [--seed S] [ROW...]

A register of so many models is written to a temporary folder (see ``register.py``). Each row is a command of a process of its own,
with everything that it costs to start; what it is held against is another process, which reads the same files with
``yaml.load(CSafeLoader)`` and does nothing else. The two take turns. Time is the processor's, user and system together, so that others
on the machine weigh less; where they weigh all the same, the least of the runs is nearest to the truth, and that is what is told.
Memory is the most that the process had. A smoke run (``--models 9 --runs 1``) only shows that it works.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from register import write  # it lies beside this file, in the folder that is run

PARSING = """
import sys, yaml
from pathlib import Path
for path in Path(sys.argv[1]).rglob("*.yaml"):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
"""


class Cost(NamedTuple):
    """Seconds of the processor, and kilobytes at the most."""

    seconds: float
    memory: int


@dataclass(frozen=True)
class Row:
    """A command, and what it may take as a multiple of the parsing of the same files.

    Attributes:
        arguments: of the command; the folder of the models, or of the whole project, follows.
        goal: the multiple that it is to reach.
        whole: whether it is asked of the whole project, and not of the models alone.
        most: so many models at the most: beyond that it takes too long to be waited for.
        way: what stands in the way where the goal is not met, and why that is worth it.
    """

    arguments: tuple[str, ...]
    goal: float
    whole: bool = False
    most: int | None = None
    way: str = ""


ROWS = {
    "validate": Row(("validate",), 1.2, whole=True),
    "check": Row(
        ("check",),
        2.5,
        way="ten sets ask each model some 600 questions, one for each thing of a list, and keep every answer with its sentences:\n"
        "  the explanation of a verdict says which of the things is missing, and where the text speaks of the others",
    ),
    "compare": Row(("compare", "--columns", "tiltak"), 1.5),
    "consensus": Row(("consensus",), 1.5),
    "coverage": Row(("coverage",), 1.5),
    "gaps": Row(("gaps",), 2),
    "group": Row(("group", "--by", "tiltak"), 10, most=90),
}


def cost(arguments: Sequence[str]) -> Cost:
    """What a process takes. Its answer is thrown away.

    Raises:
        SystemExit: it could not run.
    """
    child = os.fork()
    if not child:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        os.execv(sys.executable, [sys.executable, *arguments])
    _, status, used = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"{' '.join(arguments)}: exit {os.waitstatus_to_exitcode(status)}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"of {', '.join(ROWS)}; all of them when none is named")
    parser.add_argument("--models", type=int, default=900)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    for name in given.rows:
        if name not in ROWS:
            parser.error(f"no such row: {name}")
    with tempfile.TemporaryDirectory() as place:
        root = write(Path(place), given.models, given.seed)
        print(f"{given.models} models, {given.runs} runs; seconds of the processor, the least of the runs")
        print(f"{'':12} {'seconds':>8} {'parsing':>8} {'ratio':>7} {'goal':>6} {'memory':>9}")
        for name in given.rows or ROWS:
            row = ROWS[name]
            folder = root if row.whole else root / "pilots"
            command = ["-m", "virkningskjede", *row.arguments, str(folder)]
            turns = [(cost(command), cost(["-c", PARSING, str(folder)])) for _ in range(given.runs)]
            ours, theirs = min(turn[0].seconds for turn in turns), min(turn[1].seconds for turn in turns)
            memory = max(turn[0].memory for turn in turns) / 1024
            print(f"{name:12} {ours:8.2f} {theirs:8.2f} {ours / theirs:7.2f} {row.goal:6.2f} {memory:6.0f} MB", flush=True)
            if row.way and ours / theirs > row.goal:
                print(f"  {row.way}", flush=True)


if __name__ == "__main__":
    main()

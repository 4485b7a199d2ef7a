"""How fast many diagrams are drawn, as a ratio within one run on the same DOT.

    python benchmarks/draw.py [--runs N] [--copies N] [FOLDER]

The ratio is against one ``dot`` process per diagram, one after another, which is what a Makefile or a call of the package ``graphviz``
does; it needs a ``dot`` on the path. Ours is child processes that each draw one diagram after another, as many as there are cores,
with their start and end. Beside it stands what comes before drawing: laying the pages out, on the same cores.

Time is the clock's, since it is the reader's, summed over runs in which the two take turns; beside it stand the least and the most of
single turns, which show how steady the machine was. A smoke run (``--runs 1 --copies 1``) only shows that it works.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from virkningskjede.drawing.dot import dot
from virkningskjede.drawing.draw import cores, on_all_cores
from virkningskjede.drawing.draw_child import drawn
from virkningskjede.drawing.picture import data_of_many
from virkningskjede.drawing.scene import Scene
from virkningskjede.project import corpus, load_portfolio


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--copies", type=int, default=10, help="how many times each model is drawn in a run")
    arguments.add_argument("folder", nargs="?", type=Path, default=corpus())
    given = arguments.parse_args()
    portfolio = load_portfolio(given.folder)
    shared = portfolio.project
    scenes = [Scene(model, "nb", shared.vocabulary, shared.references) for model in portfolio.values()] * given.copies
    written = [dot(scene) for scene in scenes[: len(portfolio)]] * given.copies
    program = shutil.which("dot")
    if program is None:
        print("there is no dot on the path to measure against")
        return

    def one_process_each() -> None:
        for text in written:
            subprocess.run([program, "-Knop2", "-Tsvg"], input=text.encode(), capture_output=True, check=True)

    def children() -> None:
        assert all(isinstance(each, bytes) for each in on_all_cores(drawn, ((text, "svg", 200) for text in written)))

    def from_models() -> None:
        assert all(isinstance(each, bytes) for each in data_of_many(scenes, "svg"))

    turns = [(seconds(children), seconds(one_process_each), seconds(from_models)) for _ in range(given.runs)]
    print(f"{len(written)} diagrams, {cores()} cores, {given.runs} runs")
    print("ratio to one dot process per diagram: all together (least to most)")
    for place, name in ((0, "drawing the same DOT"), (2, "from model to SVG")):
        single = [turn[place] / turn[1] for turn in turns]
        together = sum(turn[place] for turn in turns) / sum(turn[1] for turn in turns)
        print(f"  {name:24} {together:.2f} ({min(single):.2f} to {max(single):.2f})")
    print(f"  one dot process takes {1000 * sum(turn[1] for turn in turns) / len(written) / given.runs:.0f} ms")


if __name__ == "__main__":
    main()

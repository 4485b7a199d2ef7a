"""How fast files are read, as ratios within one run on the same files.

    python benchmarks/read.py [--runs N] [FOLDER]

Each ratio is against ``yaml.load(CSafeLoader)``, which gives values without positions:

* reading: bytes to plain values with the exact place of every key and value, and the checks of the reader;
* load: the same, then typed models whose names hang together (``vk.load`` of each file).

Time is the processor's, summed over runs in which the two take turns; beside it stand the least and the most of single turns,
which show how steady the machine was. A smoke run (``--runs 1``) only shows that it works.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from virkningskjede import load
from virkningskjede.project import corpus, find_root
from virkningskjede.yamlfile import parse

FOLDERS = ("pilots", "templates")


def seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def ratio(work: Callable[[], object], against: Callable[[], object], runs: int) -> tuple[float, float, float]:
    """All runs together, the least single turn, and the most."""
    turns = [(seconds(work), seconds(against)) for _ in range(runs)]
    single = [ours / theirs for ours, theirs in turns]
    return sum(ours for ours, _ in turns) / sum(theirs for _, theirs in turns), min(single), max(single)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--runs", type=int, default=101)
    arguments.add_argument("folder", nargs="?", type=Path, default=corpus())
    given = arguments.parse_args()
    paths = [path for folder in FOLDERS for path in sorted((given.folder / folder).glob("*.yaml"))]
    texts = [path.read_bytes() for path in paths]
    root = find_root(given.folder)

    def plain() -> None:
        for path in paths:
            with path.open("rb") as file:
                yaml.load(file.read(), Loader=yaml.CSafeLoader)

    def in_memory() -> None:
        for text in texts:
            yaml.load(text, Loader=yaml.CSafeLoader)

    def reading() -> None:
        for text in texts:
            parse(text, "f.yaml")

    def loading() -> None:
        for path in paths:
            load(path, root=root)

    loading()
    print(f"{len(paths)} files, {sum(map(len, texts)) / 1000:.0f} kB, {given.runs} runs")
    print("ratio to yaml.load(CSafeLoader): all together (least to most)")
    for name, work, against in (("reading with positions", reading, in_memory), ("vk.load", loading, plain)):
        together, least, most = ratio(work, against, given.runs)
        print(f"  {name:24} {together:.2f} ({least:.2f} to {most:.2f})")


if __name__ == "__main__":
    main()

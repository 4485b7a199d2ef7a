"""Sammenlign pilotene: hvem gjør hva, hva litteraturen sier, og hva som skiller to av dem.

Compare the pilots: who does what, what the literature says of them, and what sets two of them apart.

    python examples/sammenlign_piloter.py [--models FOLDER] [--pair A B] [--output FILE.md]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import virkningskjede as vk

MODELS = Path(__file__).resolve().parents[1] / "models" / "pilots"
CRITERIA = "oslo-economics-2020"
MARKS = {"met": "ja", "partly": "delvis", "not_met": "nei", "not_stated": "·"}


def table(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table with columns as wide as what they hold."""
    lines = [head, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    print(f"\n{title}\n")
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def who_does_what(pilots: vk.Portfolio) -> None:
    """How many activities each actor does or leads in each pilot; in brackets those where it may take part."""
    vocabulary = pilots.project.vocabulary
    if vocabulary is None:
        return
    rows = []
    for actor, named in vocabulary.actors.items():
        cells = [activities_of(actor, pilot) for pilot in pilots.values()]
        if any(cells):
            rows.append([named.label.in_("nb"), *cells])
    table("Hvem gjør hva (antall aktiviteter; i parentes: kanskje med)", ["", *pilots], rows)


def activities_of(actor: str, pilot: vk.LogicModel) -> str:
    """One cell of the table: ``3``, ``3 (1)``, ``(1)`` or nothing."""
    people = [activity.who for activity in pilot.activities.values() if activity.who is not None]
    sure = sum(actor in who.takes_part for who in people)
    possible = sum(actor in who.maybe and actor not in who.takes_part for who in people)
    return " ".join([*([str(sure)] if sure else []), *([f"({possible})"] if possible else [])])


def verdicts(pilots: vk.Portfolio) -> None:
    """The verdict of each pilot on each criterion; a question mark where another careful coder could have come to another."""
    result = vk.check(pilots, CRITERIA)
    (criteria,) = result.sets
    rows = []
    for name, criterion in criteria.criteria.items():
        found = [result.verdict(pilot, name) for pilot in pilots]
        rows.append([criterion.label.in_("nb"), *(MARKS[each.verdict] + ("" if each.sure else "?") for each in found)])
    table(f"{criteria.title.in_('nb')} (ja: oppfylt, nei: ikke oppfylt, ·: ikke nevnt)", ["", *pilots], rows)


def main() -> None:
    """Read the pilots, print two tables, and write what sets two of them apart."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--models", type=Path, default=MODELS)
    arguments.add_argument("--pair", nargs=2, default=["ha", "nesodden"], metavar=("A", "B"))
    arguments.add_argument("--output", type=Path, default=Path("forskjeller.md"))
    given = arguments.parse_args()

    pilots = vk.load_portfolio(given.models)
    who_does_what(pilots)
    verdicts(pilots)

    a, b = (str(given.models / f"{name}.yaml") for name in given.pair)
    command = ["diff", a, b, "--format", "md", "--exit-zero", "--output", str(given.output)]
    subprocess.run([sys.executable, "-m", "virkningskjede", *command], check=True)
    difference = vk.diff(*(pilots[name] for name in given.pair))
    print(f"\n{given.output}: {difference.summary['matched']} ledd felles, {difference.summary['changes']} forskjeller")


if __name__ == "__main__":
    main()

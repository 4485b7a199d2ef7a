"""What the checks find: faults of many kinds are planted in models, one at a time, and each is looked for.

    python benchmarks/faults.py [--seed S] [--number N] [--lang LANG] [--kind KIND]... [FOLDER]

A fault is planted in a copy of a model, as its file writes it, and the copy is judged as ``validate`` and ``gaps`` judge files. It is found
when something is said that was not said of the model as it was. The table tells for each kind how many were found by an error or a
warning, by a note, and by ``gaps`` only; and, of all kinds, the mean. What is said elsewhere than of the planted thing or of what it is
joined to is counted as a false alarm.

The same seed plants the same faults in the same models. The kinds are our own list, and the rules are made by those who made the list: a
share of it says nothing of faults that nobody thought of. What the table is for is its rows.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plants import KINDS, STAGES, Kind, Values

from virkningskjede.analysis.paths import gaps
from virkningskjede.diagnostics import Diagnostic, singly
from virkningskjede.i18n import Lang
from virkningskjede.model import LogicModel
from virkningskjede.project import DEFAULTS, Project, corpus, find_root, open_project, read_model
from virkningskjede.validation import ALL
from virkningskjede.validation.neighbours import sections_of
from virkningskjede.validation.validation import by_the_rules
from virkningskjede.yamlfile import parse

# Looking for them


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is said of a file: by ``validate``, one by one, and by ``gaps``."""

    diagnostics: tuple[Diagnostic, ...]
    gaps: Counter[tuple[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Judge:
    """What files are judged in: the project, read once."""

    project: Project
    sections: Callable[[], Any]

    def of(self, values: Values) -> Judgement:
        """What is said of a file that holds these values."""
        file = parse(json.dumps(values, ensure_ascii=False).encode(), f"{values['id']}.yaml")
        read = read_model(file, lambda model, lost: by_the_rules(model, self.project, ALL, lost, self.sections))
        model: LogicModel | None = read.model
        open_ends = gaps(model).gaps if model is not None and not any(item.severity == "error" for item in read.diagnostics) else ()
        return Judgement(tuple(read.diagnostics), Counter((gap.kind, gap.elements) for gap in open_ends))


def new_in(before: Judgement, after: Judgement) -> tuple[list[Diagnostic], list[tuple[str, tuple[str, ...]]]]:
    """What is said after that was not said before."""
    known = Counter((item.code, item.path, item.params) for item in singly(before.diagnostics))
    fresh: list[Diagnostic] = []
    for item in singly(after.diagnostics):
        key = (item.code, item.path, item.params)
        if known[key]:
            known[key] -= 1
        else:
            fresh.append(item)
    return fresh, list((after.gaps - before.gaps).elements())


@dataclass(slots=True)
class Row:
    """How many faults of a kind were planted and found, each by the gravest that found it."""

    planted: int = 0
    grave: int = 0
    noted: int = 0
    gap: int = 0
    false: int = 0
    codes: Counter[str] | None = None


def near(item: Diagnostic, name: str, values: Values) -> bool:
    """Whether a diagnostic is about the planted thing, or about what an arrow joins it to."""
    steps = {str(step) for location in (item.location, *item.related) for step in location.path} | {
        text for _, text in item.params if isinstance(text, str)
    }
    joined = {name}
    for section in STAGES:
        for other, entry in values.get(section, {}).items():
            ends = {link["to"] if isinstance(link, dict) else link for link in entry.get("leads_to", [])}
            joined |= ends if other == name else ({other} if name in ends else set())
    return bool(steps & joined) or len(item.path) < 2 or any(name in str(text) for _, text in item.params)


def tidied(values: Values) -> None:
    """Without the lists of arrows that a plant has left empty, which are faults of their own."""
    for section in STAGES:
        for entry in values.get(section, {}).values():
            if entry.get("leads_to") == []:
                del entry["leads_to"]


def run(judge: Judge, models: Sequence[Values], kinds: Sequence[Kind], number: int, seed: int) -> Iterator[tuple[Kind, Row]]:
    """Plant and look for so many faults of each kind, spread over the models."""
    before = {values["id"]: judge.of(values) for values in models}
    for planted in kinds:
        chance = random.Random(f"{seed} {planted.name}")
        row = Row(codes=Counter())
        order = [values for _ in range(number) for values in chance.sample(models, len(models))]
        for values in order:
            if row.planted == number:
                break
            changed = copy.deepcopy(values)
            name = planted.plant(changed, chance)
            if name is None:
                continue
            tidied(changed)
            row.planted += 1
            said, gaps_said = new_in(before[values["id"]], judge.of(changed))
            about = [item for item in said if near(item, name, changed) or near(item, name, values)]
            row.false += len(said) - len(about)
            row.grave += any(item.severity != "info" for item in about)
            row.noted += bool(about) and all(item.severity == "info" for item in about)
            row.gap += not about and bool(gaps_said)
            assert row.codes is not None
            row.codes.update({item.code for item in about} or {kind for kind, _ in gaps_said})
        yield planted, row


HEADINGS: dict[Lang, tuple[str, ...]] = {
    "nb": ("Feil", "Plantet", "Feil eller advarsel", "Bare merknad", "Bare `gaps`", "Ingenting", "Av"),
    "en": ("Fault", "Planted", "Error or warning", "Note only", "`gaps` only", "Nothing", "By"),
}


def table(rows: Sequence[tuple[Kind, Row]], lang: Lang) -> Iterator[str]:
    """The table in Markdown, what is found most surely first."""
    yield f"| {' | '.join(HEADINGS[lang])} |"
    yield "| --- | " + "---: | " * 5 + "--- |"
    for planted, row in sorted(rows, key=lambda entry: (-entry[1].grave, -entry[1].noted, -entry[1].gap)):
        nothing = row.planted - row.grave - row.noted - row.gap
        by = ", ".join(code for code, count in (row.codes or Counter()).most_common(2) if 2 * count >= row.planted)
        counts = " | ".join(str(count) for count in (row.planted, row.grave, row.noted, row.gap, nothing))
        yield f"| {planted.nb if lang == 'nb' else planted.en} | {counts} | {by or '–'} |"


def mean(rows: Sequence[tuple[Kind, Row]]) -> tuple[float, float, float]:
    """The mean over kinds of what is found: by an error or a warning, or by a note too, or by ``gaps`` too."""
    shares = [
        (row.grave / row.planted, (row.grave + row.noted) / row.planted, (row.grave + row.noted + row.gap) / row.planted) for _, row in rows
    ]
    return tuple(sum(column) / len(shares) for column in zip(*shares, strict=True))


def material(folder: Path) -> tuple[Judge, list[Values]]:
    """The project of a folder, and its pilots as their files write them."""
    root = find_root(folder)
    project = open_project(root)
    files = [parse(path.read_bytes(), path.name) for path in sorted((folder / "pilots").glob("*.yaml"))]
    return Judge(project, sections_of(root, DEFAULTS, {})), [file.values for file in files if file.values is not None]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--number", type=int, default=10, help="plants of each kind")
    arguments.add_argument("--lang", choices=("nb", "en"), default="en")
    arguments.add_argument("--kind", action="append", default=[], help="only this kind; again for more")
    arguments.add_argument("folder", nargs="?", type=Path, default=corpus())
    given = arguments.parse_args()
    judge, models = material(given.folder)
    kinds = [planted for planted in KINDS if not given.kind or planted.name in given.kind]
    rows = [(planted, row) for planted, row in run(judge, models, kinds, given.number, given.seed) if row.planted]
    print("\n".join(table(rows, given.lang)))
    grave, noted, open_ends = mean(rows)
    planted_in_all, false = sum(row.planted for _, row in rows), sum(row.false for _, row in rows)
    print(
        f"\n{len(rows)} kinds, {planted_in_all} plants, seed {given.seed}; mean over kinds: "
        f"error or warning {grave:.2f}, with notes {noted:.2f}, with gaps {open_ends:.2f}; {false} said elsewhere"
    )


if __name__ == "__main__":
    main()

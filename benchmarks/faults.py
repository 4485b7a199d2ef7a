"""What the checks find: faults of many kinds are planted in models, one at a time, and each is looked for.

    python benchmarks/faults.py [--seed S] [--number N] [--lang LANG] [--kind KIND]... [--text SOURCE=FILE]... [FOLDER]...

A fault is planted in a copy of a model, as its file writes it, and the copy is judged as the commands judge files: by ``validate``, by
``validate --text`` where a copy of the source is given, by ``gaps`` and by ``coverage``, in that order. It is found when something is
said that was not said of the model as it was. The table tells for each kind how many were found by an error or a warning, by a note, and
only by each of the others; and, of all kinds, the means. What is said elsewhere than of the planted thing or of what it is joined to is
counted apart.

The models are those of the folders: the shipped ones and the examples where none is named. Faults that only the text of the source shows
are planted where it is at hand, if it is for any. The same seed plants the same faults in the
same models. The kinds are our own list, and the rules are made by those who made the list: a share of it says nothing of faults that
nobody thought of. What the table is for is its rows.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from plants import KINDS, STAGES, Kind, Values

from virkningskjede.analysis.coverage import coverage, hardly_captured
from virkningskjede.analysis.paths import gaps
from virkningskjede.cli.texts import texts_named
from virkningskjede.diagnostics import Diagnostic, singly
from virkningskjede.i18n import Lang
from virkningskjede.model import LogicModel
from virkningskjede.model.values import EMPTY, Sentence
from virkningskjede.project import DEFAULTS, Copy, Project, SourceTexts, corpus, find_root, in_hand, open_project, read_model
from virkningskjede.rules import RULES
from virkningskjede.validation import ALL, RuleSelection
from virkningskjede.validation.neighbours import sections_of
from virkningskjede.validation.validation import by_the_rules
from virkningskjede.yamlfile import parse

OF_TEXT = RuleSelection(tuple(code for code, rule in RULES.items() if rule.of_text))
FOLDERS = ("pilots", "templates", "programmes")
EXAMPLES = Path(__file__).parents[1] / "examples"

# Looking for them


@dataclass(frozen=True, slots=True)
class Judge:
    """What files are judged in: the project, read once, and the copies of its sources that are at hand."""

    project: Project
    sections: Callable[[], Any]
    copies: Mapping[str, Copy] = field(default_factory=dict)
    text: Mapping[Sentence, str] = field(default_factory=dict)

    def of(self, values: Values) -> Judgement:
        """What is said of a file that holds these values."""
        return Judgement(self, values)


@dataclass(frozen=True)
class Judgement:
    """What is said of a file. What no one asks for is not worked out."""

    judge: Judge
    values: Values = field(repr=False)

    @cached_property
    def _read(self) -> tuple[LogicModel | None, tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
        judge, against = self.judge, []

        def by_rules(model: LogicModel, lost: Any) -> list[Diagnostic]:
            if judge.text:
                against.extend(by_the_rules(model, judge.project, OF_TEXT, lost, judge.sections, judge.text))
            return by_the_rules(model, judge.project, ALL, lost, judge.sections)

        name = f"{self.values.get('id', 'uten-id')}.yaml"
        read = read_model(parse(json.dumps(self.values, ensure_ascii=False).encode(), name), by_rules)
        sound = not any(item.severity == "error" for item in read.diagnostics)
        return read.model if sound else None, tuple(read.diagnostics), tuple(against)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What ``validate`` says."""
        return self._read[1]

    @property
    def text(self) -> tuple[Diagnostic, ...]:
        """What ``validate --text`` says beside it."""
        return self._read[2]

    @cached_property
    def gaps(self) -> Counter[tuple[str, ...]]:
        """What ``gaps`` says, where the file can be read."""
        model = self._read[0]
        return Counter((gap.kind, *gap.elements) for gap in gaps(model).gaps) if model is not None else Counter()

    @cached_property
    def coverage(self) -> Counter[tuple[str, ...]]:
        """The sentences that ``coverage`` says are left, or hardly captured where there is a copy."""
        model = self._read[0]
        if model is None:
            return Counter()
        account = coverage(model, self.judge.project)
        left = [("left", section.section, str(number)) for section in account.sections for number in section.uncited]
        hardly = [item for copy in self.judge.copies.values() for item in hardly_captured(account, copy)]
        return Counter([*left, *(("hardly", item.section.section, str(item.sentence.number)) for item in hardly)])


def new_in(before: Sequence[Diagnostic], after: Sequence[Diagnostic]) -> list[Diagnostic]:
    """What is said after that was not said before."""
    known = Counter((item.code, item.path, item.params) for item in singly(before))
    fresh: list[Diagnostic] = []
    for item in singly(after):
        key = (item.code, item.path, item.params)
        if known[key]:
            known[key] -= 1
        else:
            fresh.append(item)
    return fresh


WAYS = ("grave", "noted", "text", "gaps", "coverage")
"""The ways in which a fault is found, each counted where none before it found it."""


@dataclass(slots=True)
class Row:
    """How many faults of a kind were planted and found, each by the first way that found it."""

    planted: int = 0
    found: Counter[str] = field(default_factory=Counter)
    false: int = 0
    codes: Counter[str] = field(default_factory=Counter)

    @property
    def nothing(self) -> int:
        """How many were not found."""
        return self.planted - sum(self.found.values())

    def share(self, *ways: str) -> float:
        """The share that was found in these ways."""
        return sum(self.found[way] for way in ways) / self.planted


def near(item: Diagnostic, name: str, values: Values) -> bool:
    """Whether a diagnostic is about the planted thing, or about what an arrow joins it to."""
    steps = {str(step) for location in (item.location, *item.related) for step in location.path} | {
        text for _, text in item.params if isinstance(text, str)
    }
    joined = {name}
    for section in STAGES:
        for other, entry in values.get(section, {}).items():
            links = entry.get("leads_to", [])
            ends = {link["to"] if isinstance(link, dict) else link for link in (links if isinstance(links, list) else [links])}
            joined |= ends if other == name else ({other} if name in ends else set())
    return name == values.get("id") or bool(steps & joined) or len(item.path) < 2 or any(name in str(text) for _, text in item.params)


def tidied(values: Values) -> None:
    """Without the lists of arrows that a plant has left empty, which are faults of their own."""
    for section in STAGES:
        for entry in values.get(section, {}).values():
            if entry.get("leads_to") == []:
                del entry["leads_to"]


def found(before: Judgement, after: Judgement, name: str, row: Row) -> None:
    """Enter in a row in which way a planted fault was found, and by what."""

    def about(item: Diagnostic) -> bool:
        return near(item, name, after.values) or near(item, name, before.values)

    said = new_in(before.diagnostics, after.diagnostics)
    here = [item for item in said if about(item)]
    row.false += len(said) - len(here)
    row.codes.update({item.code for item in here})
    if here:
        row.found["grave" if any(item.severity != "info" for item in here) else "noted"] += 1
    against = [item for item in new_in(before.text, after.text) if about(item)]
    row.codes.update({item.code for item in against})
    if here or against:
        row.found["text"] += not here
        return
    for way in ("gaps", "coverage"):
        more = getattr(after, way) - getattr(before, way)
        if more:
            row.found[way] += 1
            row.codes.update({kind for kind, *_ in more})
            return


def run(models: Sequence[tuple[Judge, Values]], kinds: Sequence[Kind], number: int, seed: int) -> Iterator[tuple[Kind, Row]]:
    """Plant and look for so many faults of each kind, spread over the models."""
    before = [judge.of(values) for judge, values in models]
    for planted in kinds:
        chance = random.Random(f"{seed} {planted.name}")
        row = Row()
        at_hand = [place for place, (judge, _) in enumerate(models) if judge.text or not planted.of_text] or [*range(len(models))]
        for position in [place for _ in range(number) for place in chance.sample(at_hand, len(at_hand))]:
            if row.planted == number:
                break
            judge, values = models[position]
            changed = copy.deepcopy(values)
            name = planted.plant(changed, chance)
            if name is not None:
                tidied(changed)
                row.planted += 1
                found(before[position], judge.of(changed), name, row)
        yield planted, row


HEADINGS: Mapping[Lang, tuple[str, ...]] = {
    "nb": ("Feil", "Plantet", "Feil eller advarsel", "Bare merknad", "Bare `--text`", "Bare `gaps`", "Bare `coverage`", "Ingenting", "Av"),
    "en": ("Fault", "Planted", "Error or warning", "Note only", "`--text` only", "`gaps` only", "`coverage` only", "Nothing", "By"),
}


def table(rows: Sequence[tuple[Kind, Row]], lang: Lang) -> Iterator[str]:
    """The table in Markdown, what is found most surely first."""
    yield f"| {' | '.join(HEADINGS[lang])} |"
    yield "| --- | " + "---: | " * (len(HEADINGS[lang]) - 2) + "--- |"
    for planted, row in sorted(rows, key=lambda entry: [-entry[1].found[way] for way in WAYS]):
        by = ", ".join(code for code, count in row.codes.most_common(2) if 2 * count >= row.planted)
        counts = " | ".join(map(str, (row.planted, *(row.found[way] for way in WAYS), row.nothing)))
        yield f"| {planted.nb if lang == 'nb' else planted.en} | {counts} | {by or '–'} |"


def means(rows: Sequence[tuple[Kind, Row]]) -> list[float]:
    """The mean over kinds of what is found: by an error or a warning, by a note too, and so on for each way."""
    return [sum(row.share(*WAYS[:count]) for _, row in rows) / len(rows) for count in range(1, len(WAYS) + 1)]


def material(folder: Path, texts: SourceTexts | None = None) -> list[tuple[Judge, Values]]:
    """The models of a project as their files write them, each with what it is judged in."""
    root = find_root(folder)
    project = open_project(root)
    copies = texts.copies(project) if texts is not None else EMPTY
    judge = Judge(project, sections_of(root, DEFAULTS, {}), copies, in_hand(copies))
    files = [parse(path.read_bytes(), path.name) for name in FOLDERS for path in sorted((folder / name).glob("*.yaml"))]
    return [(judge, file.values) for file in files if file.values is not None]


def folders() -> list[Path]:
    """The shipped models, and the examples that are projects."""
    return [corpus(), *sorted(path.parent for path in EXAMPLES.glob("*/vocabulary.yaml"))]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--number", type=int, default=10, help="plants of each kind")
    arguments.add_argument("--lang", choices=("nb", "en"), default="en")
    arguments.add_argument("--kind", action="append", default=[], help="only this kind; again for more")
    arguments.add_argument("--text", action="append", default=[], metavar="SOURCE=FILE", help="a copy of a source")
    arguments.add_argument("folder", nargs="*", type=Path, default=folders())
    given = arguments.parse_args()
    texts = texts_named(given.text)
    models = [model for folder in given.folder for model in material(folder, texts)]
    kinds = [planted for planted in KINDS if not given.kind or planted.name in given.kind]
    rows = [(planted, row) for planted, row in run(models, kinds, given.number, given.seed) if row.planted]
    print("\n".join(table(rows, given.lang)))
    shares = ", ".join(f"{way} {share:.2f}" for way, share in zip(WAYS, means(rows), strict=True))
    planted_in_all, blind = sum(row.planted for _, row in rows), sum(row.nothing == row.planted for _, row in rows)
    elsewhere = sum(row.false for _, row in rows)
    print(f"\n{len(rows)} kinds, {planted_in_all} plants in {len(models)} models, seed {given.seed}")
    print(f"Mean over kinds, each with those before it: {shares}")
    print(f"{blind} kinds are never found; {elsewhere} messages stand elsewhere")
    idle = sorted(set(RULES) - {code for _, row in rows for code in row.codes})
    print(f"Rules that no plant of these is found by: {', '.join(idle) or '–'}")


if __name__ == "__main__":
    main()

"""Writes a register of grants: so many pilots as are asked for, like the real ones, and no two texts the same.

    python benchmarks/register.py FOLDER [--models N] [--seed S]

Each model is one of the pilots of the corpus, with everything that it shares beside it (codebook, sources, templates, sets). What it is
called, its free text, its amounts and how far it has come are its own; its nodes, arrows, terms and places stay, so that it is judged as
a real one is. The same seed writes the same bytes. A hundred models lie in each folder.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import yaml

from virkningskjede.project import corpus
from virkningskjede.rules.labels import LONGEST_LABEL

A_FOLDER = 100
"""How many models lie in one folder."""

ABOUT_THEM = ("pilots", "programmes", "assessments", "claims")
"""What is not shared: the models themselves, and what speaks of them by name."""

TEXTS = frozenset({"title", "label", "content", "note", "how", "because"})
"""Keys of free text. A word of it is changed only when it is small letters alone: names, numbers and places stay."""

AMOUNTS = frozenset({"value", "min", "max"})
REPLACED = 0.4
"""The share of the words in a text that are others."""

_WORD = re.compile(r"(?<=[ ])[a-zæøå]{4,}(?=[ .,]|$)", re.MULTILINE)
_WHOLE = re.compile(r"[1-9]\d{0,8}")

Span = tuple[int, int, str]


class Pilot:
    """The text of a model, and where in it stands what is changed."""

    def __init__(self, path: Path) -> None:
        self.text = path.read_text(encoding="utf-8")
        self.spans = sorted(_spans(yaml.compose(self.text, Loader=yaml.CSafeLoader)))
        texts = (self.text[start:end] for start, end, key in self.spans if key in TEXTS)
        self.words = [word for text in texts for word in _WORD.findall(text)]

    def varied(self, name: str, words: list[str], chance: random.Random) -> str:
        """The model under another id, with texts and amounts of its own."""
        pieces: list[str] = []
        done = 0
        for start, end, key in self.spans:
            pieces += (self.text[done:start], self._other(self.text[start:end], key, name, words, chance))
            done = end
        return "".join((*pieces, self.text[done:]))

    def _other(self, text: str, key: str, name: str, words: list[str], chance: random.Random) -> str:
        if key == "id":
            return name
        if key in AMOUNTS:
            return str(max(1, round(int(text) * chance.uniform(0.8, 1.25)))) if _WHOLE.fullmatch(text) else text
        changed = _WORD.sub(lambda match: chance.choice(words) if chance.random() < REPLACED else match[0], text)
        kept = changed.rstrip()
        end = changed[len(kept) :]  # a folded text has its line break
        quote = kept[-1] if kept[-1] in "\"'" else ""
        own = f" {name.rpartition('-')[2]}"
        kept = kept.removesuffix(quote)
        while key == "label" and len(kept) + len(own) > LONGEST_LABEL and " " in kept:
            kept = kept.rpartition(" ")[0].rstrip(",")
        return f"{kept}{own}{quote}{end}"


def _spans(node: yaml.Node | None, key: str = "", depth: int = 0) -> Iterator[Span]:
    """Where the texts and the amounts of a model stand, each with its key."""
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _spans(value, name.value, depth + 1)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _spans(item, "", depth + 1)
    elif isinstance(node, yaml.ScalarNode) and (key in TEXTS or key in AMOUNTS or (key == "id" and depth == 1)):
        yield node.start_mark.index, node.end_mark.index, key


def write(folder: Path, models: int, seed: int = 1) -> Path:
    """Write so many models below a folder, which must not be there; give the root of their project."""
    source = corpus()
    root = folder / "models"
    shutil.copytree(source, root, ignore=shutil.ignore_patterns(*ABOUT_THEM))
    pilots = {path.stem: Pilot(path) for path in sorted((source / "pilots").glob("*.yaml"))}
    words = sorted({word for pilot in pilots.values() for word in pilot.words})
    chance = random.Random(seed)
    for number in range(models):
        stem = list(pilots)[number % len(pilots)]
        name = f"{stem}-{number:06}"
        place = root / "pilots" / f"{number // A_FOLDER:04}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{name}.yaml").write_text(pilots[stem].varied(name, words, chance), encoding="utf-8")
    return root


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--models", type=int, default=900)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    print(write(given.folder, given.models, given.seed))


if __name__ == "__main__":
    main()

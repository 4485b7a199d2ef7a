"""What a kind of fault is, and how one is planted in what the file of a model holds.

Each takes what a file holds and a source of chance, and gives the id of what it changed, or None where the model has no place for it.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Values = dict[str, Any]
Plant = Callable[[Values, random.Random], "str | None"]
"""Changes what a file holds; gives the id of what was changed, or None where the model has no place for such a fault."""

STAGES = ("context", "inputs", "activities", "outputs", "outcomes")
MEASURES = ("activities", "outputs")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of fault: its name in both languages, how it is planted, and whether only the text of the source shows it."""

    name: str
    nb: str
    en: str
    plant: Plant
    of_text: bool = False


KINDS: list[Kind] = []


def kind(name: str, nb: str, en: str, *, of_text: bool = False) -> Callable[[Plant], Plant]:
    """Enter a kind in the list."""

    def enter(plant: Plant) -> Plant:
        KINDS.append(Kind(name, nb, en, plant, of_text))
        return plant

    return enter


# What a model holds


def some(
    values: Values, random: random.Random, *sections: str, such: Callable[[Values], object] = lambda entry: True
) -> tuple[str, Values] | None:
    """One entry of these sections of which something holds."""
    entries = [(name, entry) for section in sections for name, entry in values.get(section, {}).items() if such(entry)]
    return random.choice(entries) if entries else None


def arrows(entry: Values) -> list[Values]:
    """The arrows of a node in their long form, which they are given."""
    links = entry.get("leads_to", [])
    entry["leads_to"] = [{"to": link} if isinstance(link, str) else link for link in ([links] if isinstance(links, str) else links)]
    long: list[Values] = entry["leads_to"]
    return long


def has_arrows(entry: Values) -> bool:
    return bool(entry.get("leads_to"))


def of_level(*levels: str) -> Callable[[Values], bool]:
    return lambda entry: entry.get("level") in levels


def there(entry: Values) -> bool:
    return entry.get("status") not in ("dropped", "not_part")


def join(
    values: Values, random: random.Random, source: tuple[str, Values] | None, target: tuple[str, Values] | None, **more: Any
) -> str | None:
    """A new arrow; none where there is one already."""
    if source is None or target is None or any(link["to"] == target[0] for link in arrows(source[1])):
        return None
    arrows(source[1]).append({"to": target[0], "because": "Det ene gir det andre", **more})
    return source[0]


def add(values: Values, section: str, name: str, entry: Values) -> str:
    values.setdefault(section, {})[name] = entry
    return name


def change(entry: tuple[str, Values] | None, **more: Any) -> str | None:
    if entry is None:
        return None
    for key, value in more.items():
        if value is None:
            entry[1].pop(key, None)
        else:
            entry[1][key] = value
    return entry[0]


def left_out(values: Values, name: str) -> None:
    """Take away every arrow to a node."""
    for section in STAGES:
        for entry in values.get(section, {}).values():
            if has_arrows(entry):
                entry["leads_to"] = [link for link in arrows(entry) if link["to"] != name]


def in_its_language(values: Values, nb: str, en: str) -> str:
    """The one of two texts that is in the language of the model."""
    return en if values.get("lang") == "en" else nb


def nodes(values: Values) -> dict[str, tuple[str, Values]]:
    """Every node of the chain with its stage, by its id."""
    return {name: (stage, entry) for stage in STAGES for name, entry in values.get(stage, {}).items()}


def links(values: Values, *stages: str) -> list[tuple[str, Values, Values]]:
    """Every arrow that leaves one of these stages: the id it leaves, the node, and the arrow in its long form."""
    return [(name, entry, link) for stage in stages or STAGES for name, entry in values.get(stage, {}).items() for link in arrows(entry)]


def a_link(
    values: Values, random: random.Random, *stages: str, such: Callable[[Values], object] = lambda link: True
) -> tuple[str, Values, Values] | None:
    """One arrow of which something holds."""
    fitting = [known for known in links(values, *stages) if such(known[2])]
    return random.choice(fitting) if fitting else None


def several(content: Any) -> list[Any]:
    """A list, also where one thing stands by itself."""
    return content if isinstance(content, list) else [] if content is None else [content]


def place_of(entry: Values) -> tuple[str, int] | None:
    """The section and the number of the first sentence that an entry rests on."""
    first = (several(entry.get("at")) or [""])[0].split(",")[0]
    section, _, numbers = str(first).rpartition(":")
    number = numbers.split("-")[0]
    return (section, int(number)) if section and number.isdecimal() else None


def traits_of(limit: Values) -> list[str]:
    """The traits that a limit of the target group asks for."""
    traits = limit.get("traits", [])
    return [*traits.get("all", []), *traits.get("any", [])] if isinstance(traits, dict) else several(traits)

"""The fields of the format that one cell of a table can hold, and the text of each: written, and read back."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from functools import cache
from types import MappingProxyType

from pydantic import BaseModel, TypeAdapter

from virkningskjede.i18n import LANGS, WORDS, Lang
from virkningskjede.model import Entry, Link, LogicModel
from virkningskjede.model.codebook import CodebookEntry
from virkningskjede.model.fields import SECTION_KINDS
from virkningskjede.model.values import Bounds, Date, Field, Locator, LocatorText, Mark, fields_of, locators
from virkningskjede.tables.names import key

_TEXT_OF: tuple[type[BaseModel], ...] = (LogicModel, *(kind.entry for kind in SECTION_KINDS.values()), Link)
"""What has rows of its own."""

_NEVER = frozenset(
    {"id", "to", "label", "title", "level", "at", "virkningskjede", "baseline", "targets", "set_aside", *Bounds.model_fields} - {"unit"}
)
"""What has a column of its own kind, or none: see `virkningskjede.tables.words`."""


def _plain(field: Field, kind: type[BaseModel]) -> bool:
    """Whether a field of a row is one text, one word of a list, a true or false, or a list of ids or words."""
    nested = field.kind is not None or field.keyed or field.names == "field"
    return not (nested or field.key.startswith("@") or field.key in _NEVER or Mark.TEMPLATE in field.marks)


CELL_FIELDS: Mapping[str, Field] = MappingProxyType(
    {field.key: field for kind in _TEXT_OF for field in reversed(fields_of(kind)) if _plain(field, kind)}
)
"""The fields that a cell can hold under their own names, by their keys. Fields of one key mean the same wherever they stand."""


def fields_in_cells(kind: type[Entry | Link | LogicModel]) -> tuple[Field, ...]:
    """The fields of one kind of thing that a cell can hold, in the order of the format.

    >>> from virkningskjede.model import Assumption
    >>> [field.key for field in fields_in_cells(Assumption)]
    ['note', 'term', 'about', 'because', 'status']
    """
    return tuple(field for field in fields_of(kind) if field.key in CELL_FIELDS and _plain(field, kind))


def naming_fields(kind: type[Entry]) -> tuple[str, ...]:
    """The fields by which what stands beside the chain says what it is about; the last is its own.

    >>> from virkningskjede.model import Barrier
    >>> naming_fields(Barrier)[-1]
    'hinders'
    """
    return tuple(field.key for field in fields_of(kind) if field.names == "part")


@cache
def choices_in_words(field_key: str, choices: tuple[str, ...]) -> Mapping[str, str]:
    """Every word for a choice of a field, as it is looked up: in both languages, and as files write it.

    >>> choices_in_words("status", ("in_use",))
    mappingproxy({'in use': 'in_use', 'i bruk': 'in_use'})
    """
    table: dict[str, str] = {}
    for choice in choices:
        for word in (choice, *(choice_in_words(field_key, choice, lang) for lang in LANGS)):
            table.setdefault(key(word), choice)
    return MappingProxyType(table)


def choice_in_words(field_key: str, choice: str, lang: Lang) -> str:
    """A choice as people read it; under its own name where it has no words."""
    keys = (f"unit.{choice}.more",) if field_key == "unit" else (f"change.value.{choice}", f"{field_key}.{choice}", f"section.{choice}")
    return next((WORDS[name].in_(lang) for name in keys if name in WORDS), choice)


def cell_of(field: Field, value: object, lang: Lang) -> str:
    """The value of a field as a cell holds it: a choice in words, ids as they are."""
    if value is None or value is False or value == ():
        return ""
    if value is True:
        return WORDS["change.value.yes"].in_(lang)
    items = value if isinstance(value, tuple) else (value,)
    return "; ".join(choice_in_words(field.key, str(item), lang) if str(item) in field.choices else str(item) for item in items)


@cache
def _yes_and_no() -> Mapping[str, bool]:
    table = {"x": True, "true": True, "false": False, "1": True, "0": False}
    for word, flag in (("yes", True), ("no", False)):
        table |= {key(text): flag for text in WORDS[f"change.value.{word}"]}
    return table


def flag_in(text: str) -> bool | None:
    """What a cell says yes or no to a field with.

    >>> flag_in("Ja"), flag_in("no"), flag_in("kanskje")
    (True, False, None)
    """
    return _yes_and_no().get(key(text))


def date_in(text: str) -> str | None:
    """A date as the format writes it, from how people write dates in tables.

    >>> date_in("2024"), date_in("31.12.2024"), date_in("2024-10-29 00:00:00"), date_in("2024/25"), date_in("12/2024"), date_in("snart")
    ('2024', '2024-12-31', '2024-10-29', '2024/2025', '2024-12', None)
    """
    plain = text.strip().removesuffix(" 00:00:00")
    if day := re.fullmatch(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", plain):
        plain = f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
    elif month := re.fullmatch(r"(\d{1,2})[/.](\d{4})", plain):
        plain = f"{month[2]}-{int(month[1]):02}"
    elif years := re.fullmatch(r"(\d{4})\s?[/–-]\s?(\d{2}|\d{4})", plain):
        last = years[2] if len(years[2]) == 4 else years[1][:2] + years[2]
        if len(years[2]) == 4 or int(last) == int(years[1]) + 1:  # 2024-05 is a month
            plain = f"{years[1]}/{last}"
    try:
        return str(Date.of(plain))
    except ValueError:
        return None


def places_in(text: str, source: str | None) -> str | None:
    """Places in a source as files write them: without the source that the model has, and with what follows each other together.

    >>> places_in("rapport#2:1, rapport#2:2, rapport#3:4", "rapport"), places_in("side 3", None)
    ('2:1-2, 3:4', None)
    """
    try:
        runs = list(locators((_places().validate_python(text.strip()),)))
    except ValueError:
        return None
    numbers: dict[tuple[str | None, str], list[tuple[int, int]]] = {}
    for run in runs:
        spans = numbers.setdefault((None if run.source == source else run.source, run.section), [])
        if spans and spans[-1][1] + 1 == run.first:
            spans[-1] = (spans[-1][0], run.last)
        elif (run.first, run.last) not in spans:
            spans.append((run.first, run.last))
    parts = []
    for (name, section), spans in numbers.items():
        named = f"{name}#{section}:" if name else f"{section}:"
        parts.append(named + ",".join(Locator(None, "", first, last).run for first, last in spans))
    return ", ".join(parts)


@cache
def _places() -> TypeAdapter[LocatorText]:
    return TypeAdapter(LocatorText)


MOST_PIECES = 40
"""So many semicolons, commas and line breaks, less one, can stand within one name: a cell of thousands is not tried in every way."""


def parts_of(text: str, known: Container[str]) -> tuple[list[str], str | None]:
    """What a cell names, one after another, divided by semicolon, comma or line break; and the first that is not known, if there is one.

    A name is as long as it can be: what is known with a comma in it is one name, whatever divides the others.

    Args:
        text: the cell.
        known: the names that there are, as `key` writes them.

    >>> parts_of("Kurs, for alle; Mestring", {"kurs, for alle", "mestring"})
    (['Kurs, for alle', 'Mestring'], None)
    >>> parts_of("Kurs, Mestrin", {"kurs", "mestring"})
    (['Kurs'], 'Mestrin')
    """
    pieces = re.split(r"([;,\n])", text)
    words, dividers = pieces[::2], pieces[1::2]
    names: list[str] = []
    start = 0
    while start < len(words):
        if not words[start].strip():
            start += 1
            continue
        for end in range(min(len(words), start + MOST_PIECES), start, -1):
            whole = words[start] + "".join(
                divider + word for divider, word in zip(dividers[start : end - 1], words[start + 1 : end], strict=True)
            )
            if name_key(whole) in known:
                names.append(whole.strip())
                start = end
                break
        else:
            return names, words[start].strip()
    return names, None


def named_in(entries: Mapping[str, CodebookEntry]) -> dict[str, str]:
    """The ids of a codebook's entries by all that they are called, as `name_key` writes it: their ids, then their labels."""
    names = {name_key(name): name for name in entries}
    for name, entry in entries.items():
        for lang in LANGS:
            names.setdefault(name_key(entry.label.in_(lang)), name)
    return names


def name_key(text: str) -> str:
    """A name in a cell as it is looked up: on one line, in any case."""
    return " ".join(text.split()).casefold()

"""What terms and models are called: their labels; where there is little room a short name, or a few letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from virkningskjede.i18n import Lang, visible, word_or
from virkningskjede.i18n.spelling import main_title
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import CodebookEntry
from virkningskjede.model.values import STAGES
from virkningskjede.project import Project

LETTERS = 3
"""Letters of a model's name at the head of a narrow column."""

PROPER = 2
"""A name of so many words at the most is told apart by its last one, as *Bydel Bjerke*; a longer one by its first."""


def named(name: str, entries: Mapping[str, CodebookEntry], lang: Lang) -> str:
    """The vocabulary's label of an id, or the id itself when the vocabulary does not have it."""
    return entries[name].label.in_(lang) if name in entries else name


def short(title: str) -> str:
    """A title up to a dash or a colon.

    >>> short("Hå – «Arbeidsløftet»"), short("Modell 1: Nav og RPH")
    ('Hå', 'Modell 1')
    """
    return visible(main_title(title))


def section_name(section: str, lang: Lang) -> str:
    """What a section of a model is called, as a heading.

    >>> section_name("outcomes", "en"), section_name("barriers", "nb")
    ('Outcomes', 'Hemmere')
    """
    return word_or(f"{'stage' if section in STAGES else 'section'}.{section}", section, lang)


def names_of(models: Sequence[LogicModel]) -> dict[str, str]:
    """What models are called: their short names, where these tell them apart; otherwise their ids."""
    found = {model.id: short(model.name) for model in models}
    called = list(found.values())
    return {model: name if called.count(name) == 1 else model for model, name in found.items()}


def template_name(template: str, project: Project) -> str:
    """What a template is called: its short name, or its id where it is not there."""
    known = project.templates.get(template)
    return short(known.name) if known is not None else template


def abbreviated(names: Mapping[str, str]) -> dict[str, str]:
    """A few letters for each name; numbers, where letters do not tell the names apart.

    >>> abbreviated({"a": "Bydel Bjerke", "b": "Modell 1", "c": "Felles virkningskjede for begge modellene"})
    {'a': 'Bje', 'b': 'M1', 'c': 'Fel'}
    """
    found = {model: _letters(name) for model, name in names.items()}
    if len(set(found.values())) == len(found):
        return found
    return {model: str(number) for number, model in enumerate(names, 1)}


def _letters(name: str) -> str:
    words = name.split()
    if words[-1].isdecimal():
        return words[-1] if len(words) == 1 else f"{words[0][0]}{words[-1]}"
    return words[-1 if len(words) <= PROPER else 0][:LETTERS]


def key(full: Mapping[str, str], abbreviations: Mapping[str, str]) -> str:
    """What abbreviations stand for, as a list. A name that is written in full explains itself.

    >>> key({"a": "Bydel Bjerke", "b": "Hå"}, {"a": "Bje", "b": "Hå"})
    'Bje Bydel Bjerke, Hå'
    """
    return ", ".join(name if name == abbreviations[model] else f"{abbreviations[model]} {name}" for model, name in full.items())

"""What terms and models are called: their labels; where there is little room a short name, or a few letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from virkningskjede.i18n import Lang, visible, word_or
from virkningskjede.i18n.spelling import main_title
from virkningskjede.model import LogicModel, Node, Outcome
from virkningskjede.model.codebook import CodebookEntry, References, Term, Vocabulary
from virkningskjede.model.values import STAGES
from virkningskjede.project import Project, project_of

LETTERS = 3
"""Letters of a model's name at the head of a narrow column."""

PROPER = 2
"""A name of so many words at the most is told apart by its last one, as *Bydel Bjerke*; a longer one by its first."""

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9A-Za-z]+)*[a-z]?")
"""The number of a section; a day, or a word, is no number."""


def named(name: str, entries: Mapping[str, CodebookEntry], lang: Lang) -> str:
    """The vocabulary's label of an id, or the id itself when the vocabulary does not have it."""
    return entries[name].label.in_(lang) if name in entries else name


def work_named(source: str, references: References) -> str:
    """What a source is called by people: author and year, after its title where two have those; its key where the references lack it.

    >>> of = {"type": "report", "author": [{"literal": "Oslo Economics"}], "issued": {"date-parts": [["2020"]]}}
    >>> works = References.model_validate({"references": {"a": of, "b": {**of, "title": "Jobb: en evaluering"}}})
    >>> work_named("b", works), work_named("a", works), work_named("c", works)
    ('Jobb, Oslo Economics (2020)', 'a', 'c')
    """
    work = references.references.get(source)
    if work is None:
        return source
    if [other.short() for other in references.references.values()].count(work.short()) == 1:
        return work.short()
    return f"{short(work.title)}, {work.short()}" if work.title else source


def short(title: str) -> str:
    """A title up to a dash or a colon.

    >>> short("Hå – «Arbeidsløftet»"), short("Modell 1: Nav og RPH")
    ('Hå', 'Modell 1')
    """
    return visible(main_title(title))


class RunningText:
    """Names of the codebook inside a sentence: without their capital letter, if the codebook itself writes the word without one somewhere.

    >>> from virkningskjede.model.codebook import Term
    >>> term = Term(label={"nb": "Kurs hos fastlege i Nav"}, stage="inputs")
    >>> [RunningText(Vocabulary(terms={"kurs": term}), "nb").name(name) for name in ("Fastlege", "Nav-veileder")]
    ['fastlege', 'Nav-veileder']
    """

    def __init__(self, vocabulary: Vocabulary, lang: Lang) -> None:
        entries: list[CodebookEntry] = [*vocabulary.terms.values(), *vocabulary.actors.values(), *vocabulary.traits.values()]
        texts = [text for entry in entries for text in (entry.label, entry.definition)]
        texts += [text for entry in entries if isinstance(entry, Term) for text in (entry.includes, entry.excludes)]
        prose = (re.sub(r"\([^)]*\)", "", text.in_(lang)) for text in texts if text is not None)  # in brackets stand ids
        self._small = frozenset(token for text in prose for token in re.findall(r"[\w-]+", text) if token.islower())

    def name(self, label: str) -> str:
        """A name as it stands inside a sentence."""
        first = re.match(r"\w+", label)
        return label[0].lower() + label[1:] if first and first[0].lower() in self._small else label


def section_name(section: str, lang: Lang) -> str:
    """What a section of a model is called, as a heading.

    >>> section_name("outcomes", "en"), section_name("barriers", "nb")
    ('Outcomes', 'Hemmere')
    """
    return word_or(f"{'stage' if section in STAGES else 'section'}.{section}", section, lang)


def source_section(name: str, heading: str | None) -> str:
    """A section of a source as a reader looks it up: its number and heading; the heading alone where it has no number.

    >>> source_section("2.1", "Modell 1"), source_section("innledning", "Innledning"), source_section("3", None)
    ('2.1 Modell 1', 'Innledning', '3')
    >>> source_section("2016-09-16", "16. sept 2016")
    '16. sept 2016'
    """
    if heading is None:
        return name
    return f"{name} {heading}" if _NUMBER.fullmatch(name) and name != heading else heading


def names_of(models: Sequence[LogicModel]) -> dict[str, str]:
    """What models are called where there is little room: their short names, where these tell them apart; otherwise their ids."""
    names = {model.id: short(model.name) for model in models}
    called = list(names.values())
    return {model: name if called.count(name) == 1 else model for model, name in names.items()}


def titles_of(models: Sequence[LogicModel]) -> dict[str, str]:
    """What models are called in headings: their titles; with their ids where several have the same."""
    count = Counter(model.name for model in models)
    return {model.id: model.name if count[model.name] == 1 else f"{model.name} ({model.id})" for model in models}


def labels_of(model: LogicModel, lang: Lang) -> dict[str, str]:
    """What the nodes of a model are called: their labels.

    Where several have the same, the stage or level of each stands with it, and where that is the same too, its id.

    >>> labels_of(LogicModel.model_validate({"id": "m", "activities": {"a": {"label": "Course"}, "b": {"label": "Help"}},
    ...                                      "outputs": {"c": {"label": "Course"}}}), "en")
    {'a': 'Course (activities)', 'b': 'Help', 'c': 'Course (outputs)'}
    """
    labels = {name: visible(node.label) for name, node in model.nodes.items()}
    placed = {name: f"{label} ({_place_of(model.nodes[name], lang)})" for name, label in labels.items()}
    with_ids = {name: f"{label} ({name})" for name, label in labels.items()}
    counted = [(names, Counter(names.values())) for names in (labels, placed, with_ids)]
    return {name: next((names[name] for names, count in counted if count[names[name]] == 1), name) for name in labels}


def _place_of(node: Node, lang: Lang) -> str:
    """The level of an outcome, or the stage of another node, inside a sentence."""
    place = word_or(f"level.{node.level}", node.level, lang) if isinstance(node, Outcome) else section_name(node.stage, lang)
    return place[0].lower() + place[1:]


def template_name(template: str, project: Project) -> str:
    """What a template is called: its short name, or its id where it is not there."""
    model = project.templates.get(template)
    return short(model.name) if model is not None else template


def template_of(model: LogicModel) -> str:
    """What the template that a model follows is called; nothing where it follows none."""
    return template_name(model.follows, project_of(model)) if model.follows else ""


def abbreviated(names: Mapping[str, str]) -> dict[str, str]:
    """A few letters for each name; numbers, where letters do not tell the names apart.

    >>> abbreviated({"a": "Bydel Bjerke", "b": "Modell 1", "c": "Felles virkningskjede for begge modellene"})
    {'a': 'Bje', 'b': 'M1', 'c': 'Fel'}
    """
    letters = {model: _letters(name) for model, name in names.items()}
    if len(set(letters.values())) == len(letters):
        return letters
    return {model: str(number) for number, model in enumerate(names, 1)}


def codes_of(names: Mapping[str, str], models: Iterable[str]) -> dict[int, str]:
    """The letters at the head of each column of models, by its place: the first column is not one of them.

    >>> codes_of({"a": "Bydel Bjerke", "b": "Modell 1"}, ["b", "a"])
    {1: 'M1', 2: 'Bje'}
    """
    return dict(enumerate(abbreviated({model: names[model] for model in models}).values(), 1))


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

"""Names and values of models in words."""

from __future__ import annotations

import datetime
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from virkningskjede.diagnostics import shorten
from virkningskjede.i18n import WORDS, Lang, quoted, word, word_or
from virkningskjede.model import PARTS, Denied, Entry, Evidence, Later, Link, LogicModel, Patch, Result, TargetLimit, Traits, Who
from virkningskjede.model.codebook import CodebookEntry, SharedIndicator, Vocabulary
from virkningskjede.model.fields import field_named
from virkningskjede.model.values import DIMENSIONS, Bounds, Dose, Frozen, ends_of, fields_of
from virkningskjede.report import amounts, results
from virkningskjede.report.names import short

LONGEST = 200
"""A text of a model that stands inside a sentence is cut after so many characters."""


class Saying:
    """Says what a model says, or what each of two says that are held beside each other, in one language.

    Args:
        models: the models; what is said is said of one of them, by its position here.
        vocabulary: the codebook with the names of terms, actors, traits and indicators.
        lang: the language.
    """

    def __init__(self, models: tuple[LogicModel, ...], vocabulary: Vocabulary | None, lang: Lang) -> None:
        self.lang = lang
        self.vocabulary = vocabulary or Vocabulary()
        self._models = models
        self._entries = tuple({entry.id: entry for _, entry in model.entries()} for model in models)
        self.titles = self._titles(models)

    def word(self, key: str, **params: object) -> str:
        """A phrase of diffs."""
        return word(f"change.{key}", self.lang, **params)

    @staticmethod
    def _titles(models: tuple[LogicModel, ...]) -> tuple[str, ...]:
        """What the models are called inside a sentence: their titles without what follows a dash or colon, if that tells them apart."""
        tellings = (tuple(short(model.name) for model in models), tuple(model.name for model in models))
        return next((names for names in tellings if len({*names}) == len(names)), tuple(model.id for model in models))

    def nodes(self, count: int) -> str:
        """A number of nodes."""
        return self.word(f"nodes.{'one' if count == 1 else 'more'}", count=count)

    def links(self, count: int) -> str:
        """A number of arrows."""
        return self.word(f"links.{'one' if count == 1 else 'more'}", count=count)

    def quote(self, text: str) -> str:
        """A text of the model in quotation marks."""
        return quoted(shorten(text, LONGEST)).in_(self.lang)

    def listing(self, names: Sequence[str]) -> str:
        """One or more names, with commas, and ``and`` before the last."""
        *first, last = names
        return self.word("and").join([", ".join(first), last]) if first else last

    def date(self, date: datetime.date) -> str:
        """A day, as the language writes it."""
        return amounts.day(date, self.lang)

    def named(self, entries: Mapping[str, CodebookEntry], name: str) -> str:
        """The codebook's label of an id; the id itself without one."""
        return entries[name].label.in_(self.lang) if name in entries else name

    def terms(self, names: Iterable[str]) -> str:
        """Terms by their labels."""
        return ", ".join(self.named(self.vocabulary.terms, name) for name in names)

    def label(self, side: int, name: str) -> str:
        """What an entry of one of the models is called; an id that it does not have is looked up in the vocabulary."""
        entry = self._entries[side].get(name)
        if entry is not None:
            return self.entry(entry)
        shared: Mapping[str, SharedIndicator] = self.vocabulary.indicators
        if name in shared:
            return shared[name].label.in_(self.lang)
        return self.choice("about", name) if name in PARTS else name

    def found(self, side: int, name: str) -> Entry | None:
        """An entry of one of the models, if it has it."""
        return self._entries[side].get(name)

    def entry(self, entry: Entry) -> str:
        """What an entry is called."""
        label: str | None = getattr(entry, "label", None)
        if label is None:
            label = self._without_label(entry)
        return shorten(label, LONGEST)

    def _without_label(self, entry: Entry) -> str:
        if isinstance(entry, Result):
            return results.name(entry, self._home(entry), self.vocabulary, self.lang)
        if isinstance(entry, TargetLimit):
            return self.limit(entry)
        terms = [term for patch in entry.or_ for term in patch.term]  # what is coded absent is called by what it could be
        return self.named(self.vocabulary.terms, terms[0]) if terms else self.word("entry.ambiguities")

    def kind_of(self, section: str) -> str:
        """What one entry of a section is called."""
        return word_or(f"change.entry.{section}", section, self.lang)

    def told(self, side: int, entry: Entry) -> str:
        """What an entry is called; a result with what it says."""
        said = self.result(side, entry) if isinstance(entry, Result) else ""
        return f"{self.entry(entry)}: {said}" if said else self.entry(entry)

    def result(self, side: int, result: Result) -> str:
        """What a result of one of the models says: the number, when, in which round and of how many."""
        return results.account(result, self._models[side], self.vocabulary, self.lang)

    def amount_of(self, side: int, result: Result) -> str:
        """The number of a result, with its unit."""
        return results.quantity(result, self._models[side], self.vocabulary, self.lang)

    def _home(self, entry: Entry) -> LogicModel:
        """The model that an entry is of."""
        return next((model for model in self._models if any(each is entry for _, each in model.entries())), self._models[0])

    def arrow(self, side: int, link: str) -> str:
        """An arrow, or another reference, by the names of its nodes."""
        return " → ".join(self.quote(self.label(side, end)) for end in ends_of(link))

    def who(self, who: Who | None) -> str:
        """Who takes part, in what role, and for whom."""
        if who is None:
            return ""
        said = [self.word("lead", names=self._actors(who.lead))] if who.lead else []
        said += [self._actors(each for each in who.do if each not in who.lead)] if set(who.do) - set(who.lead) else []
        said += [self.word("maybe", names=self._actors(who.maybe))] if who.maybe else []
        said += [self.word("for", names=self._actors(who.for_))] if who.for_ else []
        return "; ".join(said)

    def _actors(self, names: Iterable[str]) -> str:
        return self.listing([self.named(self.vocabulary.actors, name) for name in names])

    def dose(self, side: int, dose: Dose | None) -> str:
        """How much, in words."""
        return ", ".join(self._amount(side, dimension, amount) for dimension, amount in dose.amounts()) if dose else ""

    def when(self, when: Iterable[str]) -> str:
        """On what condition."""
        return ", ".join(self.choice("when", each) for each in when)

    def limit(self, limit: TargetLimit) -> str:
        """One limit of the target group."""
        said = [shorten(limit.label, LONGEST)] if limit.label else []
        said += amounts.limits(limit, self.lang)
        said += [self._traits(limit.traits)] if limit.traits and not limit.label else []
        said += [self._denied(limit.denies)] if limit.denies and not limit.label else []
        return "; ".join(said) or self.word("entry.target_group")

    def _traits(self, traits: Traits) -> str:
        either = word("show.or", self.lang).join(self.named(self.vocabulary.traits, each) for each in traits.any)
        return ", ".join(part for part in (either, *(self.named(self.vocabulary.traits, each) for each in traits.all)) if part)

    def _denied(self, denied: Denied) -> str:
        return word("show.denied", self.lang, traits=self._traits(denied.traits)) if denied.traits else ""

    def _amount(self, side: int, dimension: str, amount: Bounds) -> str:
        if amount.same_as is not None:
            return word("amount.same_as", self.lang, id=self.quote(self.label(side, amount.same_as)))
        said = amounts.bounds(amount, self.lang)
        if amount.words is not None:
            return self.quote(said)
        return amounts.of_dimension(dimension, said, self.lang) if dimension in DIMENSIONS else said

    def field(self, name: str) -> str:
        """What a field is called, such as ``status``, ``dose.frequency`` or ``later.who.do``."""
        first, _, rest = name.partition(".")
        if first == "later":
            return self.word("field.later", field=self.field(rest))
        field = field_named(name)
        said = word_or(f"change.field.{field.key}", field.key, self.lang)
        return f"{said} {rest}" if field.keyed and rest else said

    def choice(self, key: str, text: str) -> str:
        """One of the words that a field chooses between, as a sentence says it."""
        known = (f"change.value.{text}", f"{key}.{text}", f"section.{text}")  # a stage of a term may be a section beside the chain
        return next((word(each, self.lang) for each in known if each in WORDS), text)

    def others(self, side: int, value: Frozen, told: Container[str]) -> Iterator[tuple[str, str]]:
        """What an entry or an arrow says beside what is told in other ways, each with its name: so that no key is passed over.

        Args:
            side: which model it is of.
            value: the entry or arrow.
            told: names of fields that are told otherwise, or left out. What says where it is from and which it is never comes.
        """
        for field in fields_of(type(value)):
            held = getattr(value, field.name)
            if field.name in told or field.coding or field.identity or field.kind is Link:
                continue
            if not (held is None or held is False or held in ((), {})):
                yield self.field(field.key), self.value(side, field.key, held)

    def value(self, side: int, name: str, value: object) -> str:
        """A field's value in words; nothing for no value."""
        if value is None:
            return ""
        if isinstance(value, bool):
            return self.word("value.yes" if value else "value.no")
        if isinstance(value, Bounds):
            return self._amount(side, field_named(name).key, value)
        if isinstance(value, Dose):
            return self.dose(side, value)
        if isinstance(value, Who):
            return self.who(value)
        if isinstance(value, Traits):
            return self._traits(value)
        if isinstance(value, Denied):
            return self._denied(value)
        if isinstance(value, datetime.date):
            return self.date(value)
        if isinstance(value, Decimal):
            return amounts.number(value, self.lang)
        if isinstance(value, tuple):
            said = [self.value(side, name, each) for each in value]
            if field_named(name).names == "actor":
                return self.listing(said)
            return ("; " if any(isinstance(each, Frozen) for each in value) else ", ").join(said)
        if isinstance(value, Patch):
            return self._reading(side, value)
        if isinstance(value, Evidence):
            return f"{self.choice('finding', value.finding)} ({', '.join(value.refs)})"
        if isinstance(value, Later):
            given = (self.value(side, field.name, getattr(value, field.name)) for field in fields_of(Later) if not field.coding)
            return ", ".join(said for said in given if said)
        if isinstance(value, Frozen):
            parts = ((key, held) for key, held in value if not (held is None or held is False or held == ()))
            return ", ".join(f"{self.field(key)}: {self.value(side, key, held)}" for key, held in parts)
        if isinstance(value, Mapping):
            return ", ".join(f"{key} {self.value(side, name, held)}" for key, held in value.items())
        return self._text(side, name, str(value))

    def _text(self, side: int, name: str, text: str) -> str:
        field = field_named(name)
        if field.own:
            return self.arrow(side, text)
        if field.names == "actor":
            return self.named(self.vocabulary.actors, text)
        if field.names == "trait":
            return self.named(self.vocabulary.traits, text)
        if field.names == "term":
            return self.quote(self.named(self.vocabulary.terms, text))
        if field.names == "field":
            return self.field(text)
        if text in field.choices:
            return self.choice(field.key, text)
        return self.quote(text) if field.prose else shorten(text, LONGEST)

    def _reading(self, side: int, patch: Patch) -> str:
        if patch.absent:
            return self.word("value.absent")
        said = ((name.removesuffix("_"), held) for name, held in sorted(patch.changes.items()))
        return ", ".join(f"{self.field(name)}: {self.value(side, name, held) or self.word('not_given')}" for name, held in said)

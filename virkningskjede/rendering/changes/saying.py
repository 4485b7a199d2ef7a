"""Names and values of two models in words."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from virkningskjede.catalogue import WORDS, Lang, quoted, word
from virkningskjede.diagnostics import shorten
from virkningskjede.differences import Diff
from virkningskjede.model import Denied, Entry, Evidence, LogicModel, Patch, Result, TargetLimit, Traits, Who
from virkningskjede.rendering import amounts, results
from virkningskjede.rendering.names import short
from virkningskjede.values import DIMENSIONS, Bounds, Dose
from virkningskjede.vocabulary import Named, SharedIndicator, Vocabulary

LONGEST = 200
"""A text of a model that stands inside a sentence is cut after so many characters."""

_KEYED = frozenset({"accept", "set_aside", "distribution"})
"""Fields whose parts are named by the file: ``set_aside.2.2.1:4``."""

_REFERENCES = frozenset({"after", "addresses", "assumes", "indicators", "indicator", "about", "hinders", "helps", "to"})
_ACTORS = frozenset({"lead", "do", "maybe", "for", "refer", "receive", "decide"})
_LONG = frozenset({"or", "evidence"})
_CHOICES = frozenset({"status", "kind", "cause", "level", "consent", "set_aside"})
_PROSE = frozenset({"accept", "because", "content", "how", "instrument", "label", "note", "title", "wave"})


class Saying:
    """Says what the two models of a diff say, in one language.

    Args:
        diff: the diff.
        lang: the language.
    """

    def __init__(self, diff: Diff, lang: Lang) -> None:
        self.lang = lang
        self.vocabulary = diff.vocabulary or Vocabulary()
        self._models = diff.models
        self._entries = tuple({entry.id: entry for _, entry in model.entries()} for model in diff.models)
        self.titles = self._titles(diff.models)

    def word(self, key: str, **params: object) -> str:
        """A phrase of diffs."""
        return word(f"change.{key}", self.lang, **params)

    @staticmethod
    def _titles(models: tuple[LogicModel, LogicModel]) -> tuple[str, str]:
        """What the models are called inside a sentence: their titles without what follows a dash or colon, if that tells them apart."""
        a, b = models
        tellings = ((short(a.name), short(b.name)), (a.name, b.name))
        return next((names for names in tellings if names[0] != names[1]), (a.id, b.id))

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

    def named(self, entries: Mapping[str, Named], name: str) -> str:
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
        return self.word(f"value.{name}") if name in ("whole", "recruitment", "target_group") else name

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
        return " → ".join(self.quote(self.label(side, end)) for end in link.split(" -> "))

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
        return ", ".join(word(f"when.{each}", self.lang) for each in when)

    def limit(self, limit: TargetLimit) -> str:
        """One limit of the target group."""
        said = [shorten(limit.label, LONGEST)] if limit.label else []
        said += [amounts.bounds(limit.age, self.lang)] if limit.age else []
        said += [word("show.sick_leave", self.lang, amount=amounts.bounds(limit.sick_leave, self.lang))] if limit.sick_leave else []
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
        return word(f"dose.{dimension}", self.lang, amount=said) if dimension in DIMENSIONS else said

    def field(self, name: str) -> str:
        """What a field is called, such as ``status``, ``dose.frequency`` or ``later.who.do``."""
        first, _, rest = name.partition(".")
        if first == "later":
            return self.word("field.later", field=self.field(rest))
        if first in _KEYED:
            return f"{self.word(f'field.{first}')} {rest}"
        return self.word(f"field.{_key(name)}")

    def value(self, side: int, name: str, value: object) -> str:
        """A field's value in words; nothing for no value."""
        if value is None:
            return ""
        if isinstance(value, bool):
            return self.word("value.yes" if value else "value.no")
        if isinstance(value, Bounds):
            return self._amount(side, _key(name), value)
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
            return self.listing(said) if _key(name) in _ACTORS else ("; " if _key(name) in _LONG else ", ").join(said)
        if isinstance(value, Patch):
            return self._reading(side, value)
        if isinstance(value, Evidence):
            return f"{self.word(f'value.{value.finding}')} ({', '.join(value.refs)})"
        return self._text(side, _key(name), str(value))

    def _text(self, side: int, key: str, text: str) -> str:
        if key in _REFERENCES:
            return self.arrow(side, text)
        if key in _ACTORS:
            return self.named(self.vocabulary.actors, text)
        if key == "term":
            return self.quote(self.named(self.vocabulary.terms, text))
        if key in ("status", "when") and f"{key}.{text}" in WORDS:
            return word(f"{key}.{text}", self.lang)
        if key == "free":
            return self.field(text)
        if key in _CHOICES:
            return self.word(f"value.{text}")
        return self.quote(text) if key in _PROSE else shorten(text, LONGEST)

    def _reading(self, side: int, patch: Patch) -> str:
        if patch.absent:
            return self.word("value.absent")
        said = ((name.removesuffix("_"), held) for name, held in sorted(patch.changes.items()))
        return ", ".join(f"{self.field(name)}: {self.value(side, name, held) or self.word('not_given')}" for name, held in said)


def _key(name: str) -> str:
    first = name.partition(".")[0]
    return first if first in _KEYED else name.rpartition(".")[2]

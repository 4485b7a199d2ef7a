"""Names and values of models in words."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from virkningskjede.diagnostics import shorten
from virkningskjede.i18n import WORDS, Lang, quoted, word, word_or
from virkningskjede.model import (
    PARTS,
    Cause,
    Certainty,
    DatedBounds,
    Denied,
    Entry,
    Evidence,
    Later,
    Link,
    LogicModel,
    Patch,
    Result,
    TargetLimit,
    Traits,
    Who,
)
from virkningskjede.model.codebook import CodebookEntry, SharedIndicator, Vocabulary
from virkningskjede.model.fields import field_named
from virkningskjede.model.values import DIMENSIONS, EMPTY, MOMENTS, OWN_UNITS, Bounds, Date, Deadline, Dose, Frozen, ends_of, fields_of
from virkningskjede.project import project_of
from virkningskjede.report import amounts, results
from virkningskjede.report.names import RunningText, short, template_name

LONGEST = 200
"""A text of a model that stands inside a sentence is cut after so many characters."""


class ModelText:
    """What a model says, or what each of two says that are held beside each other, in words of one language.

    Args:
        models: the models; what is said is said of one of them, by its position here.
        vocabulary: the codebook with the names of terms, actors, traits and indicators.
        lang: the language.
        longest: after how many characters a text of a model is cut.
    """

    def __init__(self, models: tuple[LogicModel, ...], vocabulary: Vocabulary | None, lang: Lang, longest: int = LONGEST) -> None:
        self.lang = lang
        self.longest = longest
        self.vocabulary = vocabulary or Vocabulary()
        self.models = models
        self._entries = tuple({entry.id: entry for _, entry in model.entries()} for model in models)
        self.titles = self._titles(models)

    def word(self, key: str, **params: object) -> str:
        """A phrase of diffs."""
        return word(f"change.{key}", self.lang, **params)

    @staticmethod
    def _titles(models: tuple[LogicModel, ...]) -> tuple[str, ...]:
        """What the models are called inside a sentence: their titles without what follows a dash or colon, if that tells them apart."""
        choices = (tuple(short(model.name) for model in models), tuple(model.name for model in models))
        return next((names for names in choices if len({*names}) == len(names)), tuple(model.id for model in models))

    def nodes(self, count: int) -> str:
        """A number of nodes."""
        return self.word(f"nodes.{'one' if count == 1 else 'more'}", count=count)

    def links(self, count: int) -> str:
        """A number of arrows."""
        return self.word(f"links.{'one' if count == 1 else 'more'}", count=count)

    def quote(self, text: str) -> str:
        """A text of the model in quotation marks."""
        return quoted(shorten(text, self.longest)).in_(self.lang)

    def listing(self, names: Sequence[str]) -> str:
        """One or more names, with commas, and ``and`` before the last."""
        *first, last = names
        return self.word("and").join([", ".join(first), last]) if first else last

    def date(self, date: Date) -> str:
        """A day, a month or a year, as the language writes it."""
        return amounts.date(date, self.lang)

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

    def entry_of(self, side: int, name: str) -> Entry | None:
        """An entry of one of the models, if it has it."""
        return self._entries[side].get(name)

    def entry(self, entry: Entry) -> str:
        """What an entry is called."""
        label: str | None = getattr(entry, "label", None)
        if label is None:
            label = self._without_label(entry)
        return shorten(label, self.longest)

    def _without_label(self, entry: Entry) -> str:
        if isinstance(entry, Result):
            return results.name(entry, self._home(entry), self.vocabulary, self.lang)
        if isinstance(entry, TargetLimit):
            return self.limit(entry)
        terms = [term for patch in entry.or_ for term in patch.term]  # what is coded absent is called by what it could be
        if terms:
            return self.named(self.vocabulary.terms, terms[0])
        return self._reading(0, entry.or_[0]) if entry.or_ else self.word("entry.ambiguities")

    def kind_of(self, section: str) -> str:
        """What one entry of a section is called."""
        return word_or(f"change.entry.{section}", section, self.lang)

    def full_label(self, side: int, entry: Entry) -> str:
        """What an entry is called; a result with what it says."""
        account = self.result(side, entry) if isinstance(entry, Result) else ""
        return f"{self.entry(entry)}: {account}" if account else self.entry(entry)

    def result(self, side: int, result: Result) -> str:
        """What a result of one of the models says: the number, when, in which round and of how many."""
        return results.account(result, self.models[side], self.vocabulary, self.lang)

    def amount_of(self, side: int, result: Result) -> str:
        """The number of a result, with its unit."""
        return results.quantity(result, self.models[side], self.vocabulary, self.lang)

    def _home(self, entry: Entry) -> LogicModel:
        """The model that an entry is of."""
        return next((model for model in self.models if any(own is entry for _, own in model.entries())), self.models[0])

    def arrow(self, side: int, link: str) -> str:
        """An arrow, or another reference, by the names of its nodes."""
        return " → ".join(self.quote(self.label(side, end)) for end in ends_of(link))

    def who(self, who: Who | None) -> str:
        """Who takes part, in what role, and for whom."""
        return "; ".join(self.roles(who))

    def roles(self, who: Who | None) -> tuple[str, ...]:
        """The same, role by role."""
        if who is None:
            return ()
        roles = [self.word("lead", names=self._actors(who.lead))] if who.lead else []
        roles += [self._actors(actor for actor in who.do if actor not in who.lead)] if set(who.do) - set(who.lead) else []
        roles += [self.word("maybe", names=self._actors(who.maybe))] if who.maybe else []
        roles += [self.word("for", names=self._actors(who.for_))] if who.for_ else []
        return tuple(roles)

    def _actors(self, names: Iterable[str]) -> str:
        return self.listing(self.running([self.named(self.vocabulary.actors, name) for name in names]))

    def running(self, labels: Sequence[str]) -> list[str]:
        """Names of the codebook as they stand in a list: those after the first stand inside a sentence."""
        first, rest = labels[:1], labels[1:]
        return [*first, *map(self._running.name, rest)] if rest else [*first]

    @cached_property
    def _running(self) -> RunningText:
        return RunningText(self.vocabulary, self.lang)

    def dose(self, side: int, dose: Dose | None) -> str:
        """How much, in words."""
        return ", ".join(self._amount(side, dimension, amount) for dimension, amount in dose.amounts()) if dose else ""

    def cause(self, side: int, cause: Cause) -> str:
        """What leads to an outcome where no arrow says it."""
        if not cause.together:
            return self.word(f"cause.{cause.way}")
        key = "cause.together.one" if len(cause.together) == 1 else "cause.together.of"
        return self.word(key, names=self.labels(side, cause.together))

    def labels(self, side: int, names: Iterable[str]) -> str:
        """Several entries of a model by what they are called."""
        return self.listing([self.quote(self.label(side, name)) for name in names])

    def when(self, when: Iterable[str]) -> str:
        """On what condition."""
        return ", ".join(self.choice("when", condition) for condition in when)

    def limit(self, limit: TargetLimit) -> str:
        """One limit of the target group."""
        parts = [shorten(limit.label, self.longest)] if limit.label else []
        parts += amounts.limits(limit, self.lang)
        parts += [self._traits(limit.traits)] if limit.traits and not limit.label else []
        parts += [self._denied(limit.denies)] if limit.denies and not limit.label else []
        return "; ".join(parts) or self.word("entry.target_group")

    def _traits(self, traits: Traits) -> str:
        labels = self.running([self.named(self.vocabulary.traits, trait) for trait in (*traits.any, *traits.all)])
        either = word("show.or", self.lang).join(labels[: len(traits.any)])
        return ", ".join(part for part in (either, *labels[len(traits.any) :]) if part)

    def _denied(self, denied: Denied) -> str:
        return word("show.denied", self.lang, traits=self._traits(denied.traits)) if denied.traits else ""

    def _amount(self, side: int, dimension: str, amount: Bounds) -> str:
        if amount.same_as is not None:
            return word("amount.same_as", self.lang, id=self.quote(self.label(side, amount.same_as)))
        after = amount.after if isinstance(amount, Deadline) and amount.after not in MOMENTS else None
        text = amounts.bounds(amount, self.lang, {after: self.label(side, after)} if after else EMPTY, self.vocabulary.units)
        if amount.words is not None:
            return self.quote(text)
        return amounts.of_dimension(dimension, text, self.lang) if dimension in DIMENSIONS else text

    def field(self, name: str) -> str:
        """What a field is called, such as ``status``, ``dose.frequency`` or ``later.who.do``."""
        first, _, rest = name.partition(".")
        if first == "later":
            return self.word("field.later", field=self.field(rest))
        field = field_named(name)
        label = word_or(f"change.field.{field.key}", field.key, self.lang)
        return f"{label} {rest}" if field.keyed and rest else label

    def choice(self, key: str, text: str) -> str:
        """One of the words that a field chooses between, as a sentence says it."""
        keys = (f"change.value.{text}", f"{key}.{text}", f"section.{text}")  # a stage of a term may be a section beside the chain
        return next((word(known, self.lang) for known in keys if known in WORDS), text)

    def others(self, side: int, value: Frozen, left_out: Container[str], within: str = "", *, coding: bool = False) -> Iterator[str]:
        """What a part of a model says beside what is told in other ways, each with its name: so that no key is passed over.

        Args:
            side: which model it is of.
            value: the entry, the arrow, or another part.
            left_out: names of fields that are told otherwise, or left out. What says which it is never comes, nor do parts with an id.
            within: what stands before the names of its fields, such as ``later.``.
            coding: whether what says how it is coded comes too: where it is from, notes, and how else it could be read.
        """
        for field in fields_of(type(value)):
            content = getattr(value, field.name)
            if field.name in left_out or field.identity or (field.coding and not coding):
                continue
            if field.kind is not None and issubclass(field.kind, Entry | Link):
                continue
            key = f"{within}{field.key}"
            if isinstance(content, Later):
                yield from self.others(side, content, (), f"{key}.", coding=coding)
            elif content is True:
                yield self.field(key)
            elif not (content is None or content is False or content in ((), {})):
                yield f"{self.field(key)}: {self.value(side, field.key, content)}"
                if isinstance(content, Dose) and content.at and coding:
                    yield f"{self.field(key)}, {self.field('at')}: {self.value(side, 'at', content.at)}"

    def value(self, side: int, name: str, value: object) -> str:
        """A field's value in words; nothing for no value."""
        if value is None:
            return ""
        if isinstance(value, bool):
            return self.word("value.yes" if value else "value.no")
        if isinstance(value, DatedBounds):
            return self._dated(side, value)
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
        if isinstance(value, Date):
            return self.date(value)
        if isinstance(value, Decimal):
            return amounts.number(value, self.lang)
        if isinstance(value, tuple):
            texts = [self.value(side, name, item) for item in value]
            if field_named(name).names == "actor":
                return self.listing(self.running(texts))
            return ("; " if any(isinstance(item, Frozen) for item in value) else ", ").join(texts)
        if isinstance(value, Patch):
            return self._reading(side, value)
        if isinstance(value, Evidence):
            return self._finding(side, value)
        if isinstance(value, Certainty) and value.overall and value == Certainty(overall=value.overall):
            return self.choice("overall", value.overall)
        if isinstance(value, Cause):
            return self.cause(side, value)
        if isinstance(value, Later):
            changes = (self.value(side, field.name, getattr(value, field.name)) for field in fields_of(Later) if not field.coding)
            return ", ".join(change for change in changes if change)
        if isinstance(value, Frozen):
            parts = ((key, item) for key, item in value if not (item is None or item is False or item == ()))
            return ", ".join(f"{self.field(key)}: {self.value(side, key, item)}" for key, item in parts)
        if isinstance(value, Mapping):
            return ", ".join(f"{key} {self.value(side, name, item)}" for key, item in value.items())
        return self._text(side, name, value if isinstance(value, str) else str(value))  # an arrow stays one

    def _text(self, side: int, name: str, text: str) -> str:
        field = field_named(name)
        if field.own:
            return self.arrow(side, text)
        if field.names == "template":
            return template_name(text, project_of(self.models[side]))
        if field.names == "actor":
            return self.named(self.vocabulary.actors, text)
        if field.names == "trait":
            return self.named(self.vocabulary.traits, text)
        if field.names == "place" and text in self.vocabulary.places:
            return self.named(self.vocabulary.places, text)
        if field.names == "term":
            return self.quote(self.named(self.vocabulary.terms, text))
        if field.names == "field":
            return self.field(text)
        if field.names == "unit" and (text in OWN_UNITS or text in self.vocabulary.units):
            return amounts.unit_name(text, self.lang, self.vocabulary.units)
        if text in field.choices:
            return self.choice(field.key, text)
        return self.quote(text) if field.prose else shorten(text, self.longest)

    def _finding(self, side: int, evidence: Evidence) -> str:
        """What works found, and what else is said of it: of whom it holds, of which measure, where it is read, and the coder's note."""
        parts = [", ".join(evidence.refs)] if evidence.refs else []
        fields = (field for field in fields_of(Evidence) if field.name not in ("refs", "finding"))
        given = ((field.key, getattr(evidence, field.name)) for field in fields)
        parts += [f"{self.field(key)}: {self.value(side, key, content)}" for key, content in given if content]
        return f"{self.choice('finding', evidence.finding)} ({'; '.join(parts)})"

    def _dated(self, side: int, amount: DatedBounds) -> str:
        """A baseline or a target: the number, when it is so, and where that is read."""
        parts = [self.date(amount.date)] if amount.date is not None else []
        parts += [f"{self.field('at')}: {self.value(side, 'at', amount.at)}"] if amount.at else []
        text = self._amount(side, "", amount)
        return f"{text} ({'; '.join(parts)})" if parts else text

    def _reading(self, side: int, patch: Patch) -> str:
        changes = ((name.removesuffix("_"), content) for name, content in sorted(patch.changes.items()))
        parts = [f"{self.field(name)}: {self.value(side, name, content) or self.word('not_given')}" for name, content in changes]
        parts = [self.word("value.absent")] if patch.absent else parts
        parts += [f"{self.field('note')}: {self.quote(patch.note)}"] if patch.note else []
        return ", ".join(parts)

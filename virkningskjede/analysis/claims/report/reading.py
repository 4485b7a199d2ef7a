"""Formal readings in words: what exactly was asked of which models."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from virkningskjede.analysis.claims import Claims, FormalReading
from virkningskjede.analysis.claims.formal_reading import Counting, HowMany, More, Quantity, SectionThere, Sum, These, Values
from virkningskjede.analysis.claims.groups import Group, NamedGroup
from virkningskjede.i18n import Lang, rounded, word, word_or
from virkningskjede.model import LogicModel, Result
from virkningskjede.model.values import Bounds
from virkningskjede.query import Condition
from virkningskjede.query.elements import Elements
from virkningskjede.report import amounts, results
from virkningskjede.report.names import template_name


class Readings:
    """Says the formal readings of one report's claims in one language."""

    def __init__(self, claims: Claims, elements: Elements, names: Mapping[str, str]) -> None:
        self.claims = claims
        self.lang: Lang = elements.lang
        self.elements = elements
        self.names = names
        self.units = elements.wording.vocabulary.units
        self.models: dict[str, LogicModel] = {model.id: model for model in claims.models}

    def phrase(self, reading: FormalReading) -> str:
        """A reading as a phrase."""
        kind, question = reading.form
        if not reading.parts:
            return self._question(question)
        parts = [self.phrase(part) for part in reading.parts]
        if kind == "not":
            return self._word("claims.not", reading=parts[0])
        joined = self._word("claims.or" if kind == "any" else "claims.and").join(parts)
        return self._word("claims.at_least", n=question.n, readings=joined) if kind == "at_least" else joined

    def group(self, over: NamedGroup) -> str:
        """Whom a reading speaks of."""
        base = self._named(over.group) if over.group is not None else None
        if base is None:
            return self._group(over)
        if over.except_:
            return self._word("claims.except", group=base, names=self.listed(over.except_))
        return self._word("claims.narrowed", group=base, names=self.listed(over.only)) if over.only else base

    def _number(self, over: NamedGroup) -> str:
        """Whether a group is one model, that says or has something, or more."""
        base = self.claims.file.groups[over.group].only if over.group is not None else ()
        named = [name for name in over.only or base if name not in over.except_]
        return "one" if len(named) == 1 else "more"

    def listed(self, models: Iterable[str]) -> str:
        """Models by their names, as a list in running text."""
        return self.elements.wording.list([self.names.get(name, name) for name in models])

    def _named(self, name: str) -> str:
        label = self.claims.file.groups[name].label
        return label.in_(self.lang) if label is not None else self.elements.wording.quoted(name)

    def _group(self, group: Group) -> str:
        if group.only:
            return self.listed(group.only)
        if group.follows is not None:
            label = self._word("claims.group.follows", template=template_name(group.follows, self.claims.project))
        else:
            label = self._word(f"claims.group.kind.{group.kind}" if group.kind else "claims.group.any")
        return self._word("claims.except", group=label, names=self.listed(group.except_)) if group.except_ else label

    def _question(self, question: Any) -> str:
        if isinstance(question, Counting):
            phrase = self._condition(question.where)
            return self._word("claims.count", asked=phrase, number=self._how_many(question.is_), group=self.group(question.over))
        if isinstance(question, These):
            return self._these(question)
        if isinstance(question, Values):
            form = "include" if question.are is None else "are" if question.are else "are.none"
            stated = [self._amount(name, amount) for name, amount in question.amounts.items()]
            quantity = self.quantity(question.of)
            return self._word(
                f"claims.values.{form}.{self._number(question.over)}",
                group=self.group(question.over),
                quantity=quantity,
                amounts=self.elements.wording.list(stated),
            )
        if isinstance(question, More):
            phrases = self.elements.wording.list([self.elements.condition_phrase(condition) for condition in question.of])
            form = question.as_ if question.as_ == "differing" else f"{question.as_}.{self._number(question.in_)}"
            return self._word(f"claims.more.{form}", more=self.group(question.in_), less=self.group(question.than), asked=phrases)
        if isinstance(question, Sum):
            key = "claims.sum.one" if len(question.of) == 1 else "claims.sum"
            addends = self.elements.wording.list([self.entry(question.in_, name) for name in question.of])
            return self._word(key, addends=addends, number=amounts.bounds(question.is_, self.lang, units=self.units))
        if isinstance(question, SectionThere):
            return self._word("claims.section.there", source=self.source(question), section=question.exists)
        raise TypeError(question)

    def source(self, question: SectionThere) -> str:
        """The source that a cross-reference leads into."""
        own = question.source in (None, self.claims.file.source)
        return self._word("claims.the_report") if own else self.elements.wording.quoted(question.source or "")

    def _these(self, question: These) -> str:
        phrase = self._condition(question.where)
        if question.are is not None and question.over is not None:
            key = "claims.are" if question.are else "claims.are.none"
            return self._word(key, group=self.group(question.over), names=self.listed(question.are), asked=phrase)
        phrases = [self._word("claims.include", asked=phrase, names=self.listed(question.include))] if question.include else []
        phrases += [self._word("claims.exclude", asked=phrase, names=self.listed(question.exclude))] if question.exclude else []
        return self._word("claims.and").join(phrases)

    def _condition(self, condition: Condition) -> str:
        return self.elements.condition_phrase(condition)

    def _how_many(self, number: HowMany) -> str:
        return self._word(f"claims.{number.share}") if number.share else amounts.bounds(number, self.lang)

    def _amount(self, name: str | int, amount: Bounds) -> str:
        phrase = amounts.bounds(amount, self.lang, units=self.units)
        return f"{self.names.get(name, name)} {phrase}" if isinstance(name, str) else phrase

    def quantity(self, of: Quantity) -> str:
        """What amount is asked for."""
        if of.target is not None:
            return word_or(f"claims.quantity.{of.target}", of.target, self.lang)
        if of.whole is not None:
            return self._word("claims.quantity.whole", dimension=word_or(f"asked.stated.{of.whole}", of.whole, self.lang))
        if of.node is not None:
            node = self.elements.condition_phrase(Condition(node=of.node))
            return self._word("claims.quantity.node", dimension=word_or(f"asked.stated.{of.dose}", str(of.dose), self.lang), node=node)
        return self._word("claims.quantity.result", indicator=self.elements.wording.named(of.result or "", "indicators"))

    def entry(self, model: str, name: str) -> str:
        """What a reader calls a result or a node: its label; for a result without one its indicator, and the date."""
        home = self.models.get(model)
        entry = next((entry for _, entry in home.entries() if entry.id == name), None) if home is not None else None
        if home is None or not isinstance(entry, Result):
            return self.elements.wording.quoted(getattr(entry, "label", None) or name)
        label = results.name(entry, home, self.elements.wording.vocabulary, self.lang)
        dated = f"{label} {amounts.date(entry.date, self.lang)}" if entry.date is not None and entry.label is None else label
        return self.elements.wording.quoted(dated)

    def _word(self, key: str, **params: object) -> str:
        return word(key, self.lang, **params)


def number(value: Decimal, lang: Lang) -> str:
    """A number with two decimals at the most.

    >>> number(Decimal("1.666667"), "nb")
    '1,67'
    """
    return amounts.number(rounded(value, 2), lang)

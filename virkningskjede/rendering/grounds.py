"""The grounds of verdicts as sentences: what speaks for it, where, what is silent, and what else is possible."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Protocol

from virkningskjede.catalogue import Lang, word, word_or
from virkningskjede.conditions import Answer, ArrowQuestion, Condition, Ground, NodeQuestion, Subject
from virkningskjede.criteria import JUDGEMENTS, Verdict
from virkningskjede.loading import Project
from virkningskjede.model import Ambiguity, LogicModel, Result, TargetLimit
from virkningskjede.model.fields import LIMITS
from virkningskjede.rendering import results
from virkningskjede.rendering.asking import Asking
from virkningskjede.rendering.names import section_name
from virkningskjede.values import locators


class About(Protocol):
    """Something that was found out about models: a check, or claims."""

    @property
    def models(self) -> tuple[LogicModel, ...]:
        """The models."""

    @property
    def project(self) -> Project:
        """What they share."""


class Grounds:
    """Says what verdicts rest on in one language."""

    def __init__(self, check: About, lang: Lang) -> None:
        self.lang: Lang = lang
        tables = check.project.comparisons.values()
        columns = {name: column.label.in_(lang) for table in tables for name, column in table.columns.items()}
        self.asking = Asking(check.project.vocabulary, columns, lang)
        self.models = {model.id: model for model in check.models}
        known = (*check.models, *check.project.templates.values())
        self.entries = {model.id: {entry.id: (section, entry) for section, entry in model.entries()} for model in known}
        self.terms = {model.id: _terms(model) for model in check.models}

    def sentences(self, verdict: Verdict) -> str:
        """The grounds of a verdict in a few sentences.

        First how it came out and what it rests on, then what the text does not mention, then what else is possible.
        """
        model = self.models[verdict.model]
        met = dict(verdict.answers)["met"]
        said = [self._outcome(verdict, met, model)]
        told = {name for ground in verdict.grounds for name in (ground.element, *ground.element.split(" -> "))}
        if verdict.verdict == "partly":
            missing = self._not_mentioned(met, model)
            said += [self._word("reason.missing", missing=missing)] if missing else []
        if verdict.verdict in ("partly", "not_stated"):
            opposed = [ground for ground in _leaf_grounds(met, ("no",)) if ground not in verdict.grounds]
            said += [self._word("reason.opposed", grounds=self.told(opposed, model))] if opposed else []
        if verdict.verdict != "met":
            some = [ground for ground in _leaf_grounds(met, ("partly", "yes")) if ground.element not in told]
            said += [self._word("reason.some", grounds=self.told(some, model))] if some else []
        if not verdict.sure:
            said.append(self._possible(verdict, model))
        return " ".join(said)

    def rests_on(self, verdict: Verdict) -> str:
        """What a verdict rests on, and where."""
        return self.told(verdict.grounds, self.models[verdict.model])

    def asked(self, condition: Condition) -> str:
        """What a condition asks, as a phrase that can stand in a list."""
        return self.asking.phrase(condition)

    def _outcome(self, verdict: Verdict, met: Answer, model: LogicModel) -> str:
        grounds = list(verdict.grounds)
        if verdict.reason == "silent":
            missing = self._not_mentioned(met, model)
            return self._word("reason.silent", missing=missing) if missing else self._word("reason.silent.open")
        if verdict.verdict == "not_met":
            grounds += _leaf_grounds(met, ("no",))
        against = [ground for key, answer in verdict.answers if key == "not_met" for ground in answer.grounds]
        if verdict.reason == "contested" and (speaking_for := [ground for ground in grounds if ground not in against]):
            return self._word("reason.contested", grounds=self.told(speaking_for, model), against=self.told(against, model))
        reason = "contested.same" if verdict.reason == "contested" else verdict.reason
        return self._word(f"reason.{reason}", grounds=self.told(grounds, model))

    def _possible(self, verdict: Verdict, model: LogicModel) -> str:
        others = [self._word(f"verdict.{each}") for each in reversed(JUDGEMENTS) if each in verdict.possible - {verdict.verdict}]
        doubts = [self.doubted(each, model) for each in _merged(verdict.doubts)]
        many = "reason.possible" if len(doubts) == 1 else "reason.possible.many"
        return self._word(many, verdicts=self.asking.or_(others), doubts=self.asking.list(doubts))

    def told(self, grounds: Iterable[Ground], model: LogicModel) -> str:
        """Elements of a model with what limits them, and where they stand."""
        return self.asking.list([self._ground(each, model) for each in _merged(grounds)])

    def _ground(self, ground: Ground, model: LogicModel) -> str:
        limit = [self._word(f"limit.{ground.limit}")] if ground.limit else []
        return self._with(self.label(ground, model), [*self._measured(ground, model), *limit, *self._places(ground, model)])

    def _measured(self, ground: Ground, model: LogicModel) -> list[str]:
        """What a result says, and of when."""
        entry = model.results.get(ground.element)
        if entry is None:
            return []
        said = results.quantity(entry, model, self.asking.vocabulary, self.lang), results.distribution(entry, self.lang)
        return [*filter(None, said), *results.circumstances(entry, self.lang)]

    def doubted(self, ground: Ground, model: LogicModel) -> str:
        """An element that could be read otherwise, with why."""
        why = [self._word(f"doubt.{ground.doubt}", template=model.follows)] if ground.doubt else []
        return self._with(self.label(ground, model), [*self._measured(ground, model), *why, *self._places(ground, model)])

    def _with(self, label: str, details: Sequence[str]) -> str:
        return f"{label} ({'; '.join(details)})" if details else label

    def _places(self, ground: Ground, model: LogicModel) -> list[str]:
        return [places(ground.at, model.source)] if ground.at else []

    def label(self, ground: Ground, model: LogicModel) -> str:
        """What the reader calls an element of the model."""
        source, arrow, target = ground.element.partition(" -> ")
        if arrow:
            source, target = (self.asking.quoted(model.nodes[name].label) for name in (source, target))
            return self._word("ground.arrow", source=source, target=target)
        if ground.element in ("recruitment", "whole"):
            return self._word(f"ground.{ground.element}")
        home = model.follows if ground.doubt == "template" and model.follows else model.id
        section, entry = self.entries[home][ground.element]
        if isinstance(entry, Ambiguity):
            term = next((term for patch in entry.or_ for term in patch.term), None)
            return self.asking.named(term, "terms") if term else f"{section_name(section, self.lang).lower()}: {entry.id}"
        label = getattr(entry, "label", None)
        if label:
            return self.asking.quoted(label)
        if isinstance(entry, TargetLimit):
            return self._limit(entry)
        if isinstance(entry, Result):
            named = self.asking.quoted(results.name(entry, model, self.asking.vocabulary, self.lang))
            return self._word("ground.result", indicator=named) if entry.indicator else named
        return f"{section_name(section, self.lang).lower()}: {entry.id}"

    def _limit(self, limit: TargetLimit) -> str:
        """A limit of the target group that has no label, by what it limits."""
        traits = limit.traits or (limit.denies.traits if limit.denies else None)
        if traits is not None:
            return self._word("asked.traits", trait=self.asking.list([self.asking.named(name, "traits") for name in sorted(traits.named)]))
        name = next((name for name in LIMITS if getattr(limit, name) is not None), None)
        return word_or(f"ground.{name}", name, self.lang) if name else f"{section_name('target_group', self.lang).lower()}: {limit.id}"

    def _not_mentioned(self, answer: Answer, model: LogicModel) -> str:
        """What the text would also have to mention: things that are all missing, each with the alternatives that would do."""
        return self._word("asked.nor").join(self.asking.or_(each) for each in self._missing(answer, model))

    def _missing(self, answer: Answer, model: LogicModel) -> list[tuple[str, ...]]:
        if answer.coded != "silent":
            return []
        kind = answer.condition.asked[0]
        if kind not in ("all", "any"):
            return [self.asking.alternatives(_still_asked(answer), self.terms[model.id])]
        inner = [self._missing(part, model) for part in answer.parts]
        if kind == "all":
            return list(dict.fromkeys(each for part in inner for each in part))
        alternatives = [part[0] if len(part) == 1 else (self._both(part),) for part in inner if part]
        return [tuple(dict.fromkeys(each for part in alternatives for each in part))]

    def _both(self, parts: Sequence[Sequence[str]]) -> str:
        """Several things that only count together, each with its alternatives."""
        each = [part[0] if len(part) == 1 else self._word("asked.either", asked=self.asking.or_(part)) for part in parts]
        return self._word("asked.both", asked=self.asking.list(each))

    def _word(self, key: str, **params: object) -> str:
        return word(key, self.lang, **params)


def _terms(model: LogicModel) -> frozenset[str]:
    """Every term that an element of the model has in some reading."""
    readings = [facts for element in Subject(model).elements for facts in element.readings]
    return frozenset(term for facts in readings if facts is not None for term in facts.term)


def _still_asked(answer: Answer) -> Condition:
    """What a silent answer's condition asks, without the terms of its lists that the model is not silent on."""
    kind, question = answer.condition.asked
    if not answer.parts or not isinstance(question, NodeQuestion | ArrowQuestion):
        return answer.condition
    silent = [part.condition.asked[1] for part in answer.parts if part.coded == "silent"]
    if isinstance(question, NodeQuestion):
        return answer.condition.model_copy(update={kind: _with_terms(question, silent)})
    ends = {name: getattr(question, name) for name in ("from_", "to")}
    left = {name: _with_terms(end, [getattr(each, name) for each in silent]) for name, end in ends.items() if end is not None}
    return answer.condition.model_copy(update={kind: question.model_copy(update=left)})


def _with_terms(question: NodeQuestion, those: Sequence[NodeQuestion]) -> NodeQuestion:
    return question.model_copy(update={"term": tuple(term for term in question.term if any(term in each.term for each in those))})


def _merged(grounds: Iterable[Ground]) -> list[Ground]:
    """Each element once, with all its sentences, and with its limit and doubt where one of its grounds has them."""
    found: dict[str, Ground] = {}
    for each in grounds:
        known = found.get(each.element, each)
        at = tuple(dict.fromkeys((*known.at, *each.at)))
        found[each.element] = Ground(each.element, at, known.limit or each.limit, known.doubt or each.doubt)
    return list(found.values())


def _leaf_grounds(answer: Answer, readings: Sequence[str]) -> Iterator[Ground]:
    """The grounds of the questions that got one of these answers. What stands under *not* counts as one question."""
    if answer.parts and answer.condition.asked[0] != "not":
        for part in answer.parts:
            yield from _leaf_grounds(part, readings)
    elif answer.coded in readings:
        yield from answer.grounds


def places(sentences: Iterable[str], source: str | None) -> str:
    """Sentences as a reader looks them up: in order, as runs, each section named once, and only other sources than the model's own.

    >>> places(["r#2.1:7", "r#2.1:3", "r#2.1:4", "s#1:1"], "r")
    '2.1:3-4,7, s#1:1'
    """
    found: dict[tuple[str | None, str], set[int]] = {}
    for place in locators(tuple(sentences)):
        found.setdefault((place.source, place.section), set()).update(range(place.first, place.last + 1))
    said = []
    for (where, section), numbers in found.items():
        runs = [(first, _end_of_run(first, numbers)) for first in sorted(numbers) if first - 1 not in numbers]
        listed = ",".join(f"{first}" if first == last else f"{first}-{last}" for first, last in runs)
        said.append(f"{'' if where in (None, source) else f'{where}#'}{section}:{listed}")
    return ", ".join(said)


def _end_of_run(first: int, numbers: Container[int]) -> int:
    last = first
    while last + 1 in numbers:
        last += 1
    return last

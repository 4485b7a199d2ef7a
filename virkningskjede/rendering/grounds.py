"""The grounds of verdicts as sentences: what speaks for it, where, what is silent, and what else is possible."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from virkningskjede.catalogue import Lang, word
from virkningskjede.conditions import (
    Answer,
    ArrowQuestion,
    Condition,
    Ground,
    NodeQuestion,
    OpenQuestionAbout,
    RecruitmentQuestion,
    ResultQuestion,
    Subject,
    TargetQuestion,
    WholeQuestion,
)
from virkningskjede.criteria import JUDGEMENTS, Check, Verdict
from virkningskjede.model import Ambiguity, LogicModel
from virkningskjede.rendering import amounts
from virkningskjede.values import STAGES, Dose, locators
from virkningskjede.vocabulary import Vocabulary


class Grounds:
    """Says the grounds of the verdicts of one check in one language."""

    def __init__(self, check: Check, lang: Lang) -> None:
        self.lang: Lang = lang
        self.vocabulary = check.surroundings.vocabulary or Vocabulary()
        tables = check.surroundings.comparisons.values()
        self.columns = {name: column.label.in_(lang) for table in tables for name, column in table.columns.items()}
        self.models = {model.id: model for model in check.models}
        known = (*check.models, *check.surroundings.templates.values())
        self.entries = {model.id: {entry.id: (section, entry) for section, entry in model.entries()} for model in known}
        self.terms = {model.id: _terms(model) for model in check.models}

    def sentences(self, verdict: Verdict) -> str:
        """The grounds of a verdict in a few sentences.

        First how it came out and what it rests on, then what the text does not mention, then what else is possible.
        """
        model = self.models[verdict.model]
        met = dict(verdict.answers)["met"]
        missing = "; ".join(self._or(each) for each in self._missing(met, model)) if verdict.verdict != "met" else ""
        said = [self._outcome(verdict, missing, model)]
        if missing and verdict.reason != "silent":
            said.append(self._word("reason.missing", missing=missing))
        opposed = [ground for ground in _leaf_grounds(met, ("no",)) if ground not in verdict.grounds]
        if opposed:
            said.append(self._word("reason.opposed", grounds=self._grounds(opposed, model)))
        some = [ground for ground in _leaf_grounds(met, ("partly", "yes")) if ground not in verdict.grounds]
        if some and verdict.verdict != "met":
            said.append(self._word("reason.some", grounds=self._grounds(some, model)))
        others = [self._word(f"verdict.{each}") for each in reversed(JUDGEMENTS) if each in verdict.possible - {verdict.verdict}]
        if others:
            doubts = self._list([self._doubt(each, model) for each in verdict.doubts])
            said.append(self._word("reason.possible", verdicts=self._or(others), doubts=doubts))
        return " ".join(said)

    def rests_on(self, verdict: Verdict) -> str:
        """What a verdict rests on, and where."""
        return self._grounds(verdict.grounds, self.models[verdict.model])

    def _outcome(self, verdict: Verdict, missing: str, model: LogicModel) -> str:
        if verdict.reason != "silent":
            return self._word(f"reason.{verdict.reason}", grounds=self._grounds(verdict.grounds, model))
        return self._word("reason.silent", missing=missing) if missing else self._word("reason.silent.open")

    def _grounds(self, grounds: Iterable[Ground], model: LogicModel) -> str:
        return self._list([self._ground(each, model) for each in grounds])

    def _ground(self, ground: Ground, model: LogicModel) -> str:
        limit = [self._word(f"limit.{ground.limit}")] if ground.limit else []
        return self._with(self.label(ground, model), [*limit, *self._places(ground, model)])

    def _doubt(self, ground: Ground, model: LogicModel) -> str:
        why = self._word(f"doubt.{ground.doubt}", template=model.follows)
        return self._with(self.label(ground, model), [why, *self._places(ground, model)])

    def _with(self, label: str, details: Sequence[str]) -> str:
        return f"{label} ({'; '.join(details)})" if details else label

    def _places(self, ground: Ground, model: LogicModel) -> list[str]:
        return [places(ground.at, model.source)] if ground.at else []

    def label(self, ground: Ground, model: LogicModel) -> str:
        """What the reader calls an element of the model."""
        source, arrow, target = ground.element.partition(" -> ")
        if arrow:
            return self._word("ground.arrow", source=model.nodes[source].label, target=model.nodes[target].label)
        if ground.element in ("recruitment", "whole"):
            return self._word(f"ground.{ground.element}")
        home = model.follows if ground.doubt == "template" and model.follows else model.id
        section, entry = self.entries[home][ground.element]
        label = getattr(entry, "label", None)
        if isinstance(entry, Ambiguity):
            label = next((self.named(term, "terms") for patch in entry.or_ for term in patch.term), None)
        return self._word("ground", label=label) if label else f"{self._word(f'section.{section}').lower()}: {entry.id}"

    def named(self, name: str, kind: str) -> str:
        """The vocabulary's label of an id, or the id itself."""
        entries = getattr(self.vocabulary, kind)
        return entries[name].label.in_(self.lang) if name in entries else name

    def asked(self, condition: Condition) -> str:
        """What a condition asks, as a phrase that can stand in a list."""
        kind, question = condition.asked
        if isinstance(question, NodeQuestion):
            return self._asked_of_node(question)
        if isinstance(question, ArrowQuestion):
            return self._asked_of_arrow(question)
        if isinstance(question, TargetQuestion):
            return self._asked_of_target(question)
        if isinstance(question, RecruitmentQuestion):
            key, who = question.asked
            return self._word("asked.consent") if key == "consent" else self._word(f"asked.{key}", who=self._actors(who))
        if isinstance(question, WholeQuestion):
            return self._word("asked.whole", amount=amounts.dose(question.dose, self.lang))
        if isinstance(question, OpenQuestionAbout):
            return self._word("asked.open", term=self.named(question.about.term, "terms"))
        if isinstance(question, ResultQuestion):
            indicator = self.named(question.indicator, "indicators")
            if question.value is None:
                return self._word("asked.result", indicator=indicator)
            return self._word("asked.result.value", indicator=indicator, amount=amounts.bounds(question.value, self.lang))
        parts = [self.asked(part) for part in condition.parts]
        if kind == "not":
            return self._word("asked.not", asked=parts[0])
        if kind == "at_least":
            return self._word("asked.at_least", n=question.n, asked=", ".join(parts))
        return self._list(parts) if kind == "all" else self._or(parts)

    def _asked_of_node(self, question: NodeQuestion) -> str:
        details = [self._word("asked.exact")] if question.exact else []
        details += [self._word("asked.who", who=self._actors(question.who))] if question.who else []
        details += [self._word("asked.for", who=self._actors(question.for_))] if question.for_ else []
        details += [self._word(f"when.{when}") for when in question.when]
        details += [self._word(f"status.{question.status}")] if question.status else []
        details += [self._word(f"level.{question.level}").lower()] if question.level else []
        details += [self._word(f"{'stage' if question.stage in STAGES else 'section'}.{question.stage}").lower()] if question.stage else []
        details += self._asked_of_dose(question.dose) if question.dose else []
        if question.term is not None:
            named = self.named(question.term, "terms")
        else:
            named = self.columns.get(question.column, question.column) if question.column else self._word("asked.anything")
        return self._with(named, [", ".join(details)] if details else [])

    def _asked_of_dose(self, dose: Dose) -> list[str]:
        return [
            self._word(f"asked.stated.{dimension}")
            if amount.above == 0 and amount.below is None and amount.max is None
            else amounts.dose(Dose(**{dimension: amount}), self.lang)
            for dimension, amount in dose.amounts()
        ]

    def _asked_of_arrow(self, question: ArrowQuestion) -> str:
        anything = self._word("asked.arrow.thing")
        source, target = (self._asked_of_node(end) if end else anything for end in (question.from_, question.to))
        details = [self._word("asked.stated")] if question.stated else []
        details += [self._word(f"asked.evidence.{question.evidence}")] if question.evidence else []
        return self._with(self._word("asked.arrow", source=source, target=target), [", ".join(details)] if details else [])

    def _asked_of_target(self, question: TargetQuestion) -> str:
        key, asked = question.asked
        if key == "traits":
            return self._word("asked.traits", trait=self.named(asked, "traits"))
        return self._word(f"asked.has.{asked}") if key == "has" else self._word(f"asked.{key}", amount=amounts.bounds(asked, self.lang))

    def _missing(self, answer: Answer, model: LogicModel) -> list[tuple[str, ...]]:
        """What the model would also have to say: things that are all missing, each with the alternatives that would do."""
        if answer.coded != "silent":
            return []
        kind, question = answer.condition.asked
        if not answer.parts or kind in ("not", "at_least"):
            return [(self._plainly(question, model) or self.asked(answer.condition),)]
        inner = [self._missing(part, model) for part in answer.parts]
        if kind == "all":
            return list(dict.fromkeys(each for part in inner for each in part))
        alternatives = [part[0] if len(part) == 1 else (self._both(part),) for part in inner if part]
        return [tuple(dict.fromkeys(each for part in alternatives for each in part))]

    def _both(self, parts: Sequence[Sequence[str]]) -> str:
        """Several things that only count together, each with its alternatives."""
        each = [part[0] if len(part) == 1 else self._word("asked.either", asked=self._or(part)) for part in parts]
        return self._word("asked.both", asked=self._list(each))

    def _plainly(self, question: object, model: LogicModel) -> str | None:
        """The term alone, where the model has nothing of the kind: then it is no use to say with whom or how often."""
        if not isinstance(question, NodeQuestion) or question.term is None:
            return None
        there = any(self.vocabulary.fills(term, question.term) for term in self.terms[model.id])
        return None if there else self.named(question.term, "terms")

    def _actors(self, actors: Iterable[str]) -> str:
        return self._list([self.named(actor, "actors") for actor in actors])

    def _word(self, key: str, **params: object) -> str:
        return word(key, self.lang, **params)

    def _list(self, parts: Sequence[str]) -> str:
        return _joined(parts, self._word("asked.and"))

    def _or(self, parts: Sequence[str]) -> str:
        return _joined(parts, self._word("asked.or"))


def _terms(model: LogicModel) -> frozenset[str]:
    """Every term that an element of the model has in some reading."""
    readings = [facts for element in Subject(model).elements for facts in element.readings]
    return frozenset(term for facts in readings if facts is not None for term in facts.term)


def _leaf_grounds(answer: Answer, readings: Sequence[str]) -> Iterator[Ground]:
    """The grounds of the questions that got one of these answers. What stands under *not* counts as one question."""
    if answer.parts and answer.condition.asked[0] != "not":
        for part in answer.parts:
            yield from _leaf_grounds(part, readings)
    elif answer.coded in readings:
        yield from answer.grounds


def _joined(parts: Sequence[str], last: str) -> str:
    """The parts as a list in running text.

    >>> _joined(["a", "b", "c"], " og ")
    'a, b og c'
    """
    return last.join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


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

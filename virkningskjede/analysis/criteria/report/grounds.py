"""The grounds of verdicts as sentences: what speaks for it, where, what is silent, and what else is possible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from virkningskjede.analysis.criteria import JUDGEMENTS, Check, Verdict
from virkningskjede.i18n import Lang, word
from virkningskjede.model import LogicModel
from virkningskjede.model.values import copy_with, ends_of
from virkningskjede.query import Answer, ArrowQuestion, Condition, Ground, NodeQuestion, QueryContext
from virkningskjede.query.elements import Elements, merged
from virkningskjede.report.places import places


class Grounds(Elements):
    """Says what verdicts rest on in one language."""

    def __init__(self, check: Check, lang: Lang) -> None:
        super().__init__(check, lang)
        self.sets = {criteria.id: criteria for criteria in check.sets}
        self.terms = {model.id: _terms(model) for model in check.models}

    def sentences(self, verdict: Verdict) -> str:
        """The grounds of a verdict in a few sentences.

        First how it came out and what it rests on, then what the text does not mention, or mentions in another reading only, then what
        else is possible.
        """
        needs_people = self.sets[verdict.criteria].criteria[verdict.criterion].needs_people
        if needs_people is not None:
            return self._word("reason.needs_people", why=needs_people.in_(self.lang))
        model = self.models[verdict.model]
        met = dict(verdict.answers)["met"]
        sentences = [self._outcome(verdict, met, model)]
        named = {name for ground in verdict.grounds for name in (ground.element, *ends_of(ground.element))}
        missing = _Missing(self, verdict)
        if verdict.verdict == "partly":
            sentences += missing.sentence("missing", missing.of(met))
        if verdict.reason == "silent":
            sentences += missing.sentence("silent.partly", missing.of_partly())
        if verdict.verdict in ("partly", "not_stated"):
            opposed = [ground for ground in _leaf_grounds(met, ("no",)) if ground not in verdict.grounds]
            opposed = [ground for ground in opposed if ground not in _late(verdict, met)]
            sentences += [self._word("reason.opposed", grounds=self.grounds_phrase(opposed, model))] if opposed else []
        if verdict.verdict != "met":
            some = [ground for ground in _leaf_grounds(met, ("partly", "yes")) if ground.element not in named]
            sentences += [self._word("reason.some", grounds=self.grounds_phrase(some, model))] if some else []
        if not verdict.sure:
            sentences.append(self._possible(verdict, model))
        return " ".join(sentences)

    def rests_on(self, verdict: Verdict) -> str:
        """What a verdict rests on, and where."""
        return self.grounds_phrase(verdict.grounds, self.models[verdict.model])

    def _outcome(self, verdict: Verdict, met: Answer, model: LogicModel) -> str:
        grounds = list(verdict.grounds)
        if verdict.reason == "silent":
            missing = _Missing(self, verdict)
            return next(iter(missing.sentence("silent", missing.of(met))), self._word("reason.silent.open"))
        if verdict.verdict == "not_met":
            grounds += _leaf_grounds(met, ("no",))
        if verdict.reason == "weaker":
            grounds += _late(verdict, met)
        against = [ground for key, answer in verdict.answers if key == "not_met" for ground in answer.grounds]
        if verdict.reason == "contested" and (speaking_for := [ground for ground in grounds if ground not in against]):
            return self._word(
                "reason.contested", grounds=self.grounds_phrase(speaking_for, model), against=self.grounds_phrase(against, model)
            )
        reason = "contested.same" if verdict.reason == "contested" else verdict.reason
        return self._word(f"reason.{reason}", grounds=self.grounds_phrase(grounds, model))

    def _possible(self, verdict: Verdict, model: LogicModel) -> str:
        others = [
            self._word(f"verdict.{judgement}") for judgement in reversed(JUDGEMENTS) if judgement in verdict.possible - {verdict.verdict}
        ]
        doubts = [self.doubt_phrase(doubt, model) for doubt in merged(verdict.doubts)]
        many = "reason.possible" if len(doubts) == 1 else "reason.possible.many"
        return self._word(many, verdicts=self.wording.or_(others), doubts=self.wording.list(doubts))


class _Missing:
    """What the text does not say of a verdict's conditions: things that are all missing, each with the alternatives that would do."""

    def __init__(self, words: Grounds, verdict: Verdict) -> None:
        self.wording = words.wording
        self.lang = words.lang
        self.verdict = verdict
        self.source = words.models[verdict.model].source
        self.terms = words.terms[verdict.model]
        self.unsure: dict[str, str] = {}
        """The phrases of things that another reading of the text mentions, each with what it is without saying so."""

    def sentence(self, key: str, things: Sequence[Sequence[str]]) -> list[str]:
        """What is missing as a sentence, which does not say for sure that something is missing which may be mentioned; none of nothing."""
        if not things:
            return []
        unsure = any(phrase in self.unsure for thing in things for phrase in thing)
        missing = self._word("asked.nor").join(self.wording.or_(alternatives) for alternatives in things)
        return [self._word(f"reason.{key}.unsure" if unsure else f"reason.{key}", missing=missing)]

    def of_partly(self) -> list[tuple[str, ...]]:
        """What *partly* asks that the text does not mention either, beside what *met* asks, or more of."""
        answers = dict(self.verdict.answers)
        named = [phrase for thing in self.of(answers["met"]) for phrase in thing]
        things = self.of(answers["partly"]) if "partly" in answers else []
        left = (tuple(phrase for phrase in thing if not self._is_said(phrase, named)) for thing in things)
        return [thing for thing in left if thing]

    def _is_said(self, phrase: str, named: Sequence[str]) -> bool:
        """Whether the same is named already, as it is or with more that is asked of it."""
        plain = self.unsure.get(phrase, phrase)
        same = (name for name in named if (name in self.unsure) == (phrase in self.unsure))
        return any(name == phrase or name.startswith(f"{plain} (") for name in same)

    def of(self, answer: Answer) -> list[tuple[str, ...]]:
        """What the text would also have to mention for this answer to be yes."""
        if answer.coded != "silent":
            return []
        kind, question = answer.condition.form
        if kind not in ("all", "any", "at_least"):
            return self._of_one(answer)
        companies = [part for part in answer.parts if kind == "any" and part.coded == "silent" and _only_who(part.condition)]
        merged_in_one = companies if len(companies) > 1 else []
        parts = [part for part in answer.parts if part not in merged_in_one]
        if kind == "all":
            return list(dict.fromkeys(thing for part in parts for thing in self.of(part)))
        # Of one way among several it is enough to know that it does not begin.
        inner = [self.of(part)[: 1 if part.condition.arrow else None] for part in parts]
        alternatives = [part[0] if len(part) == 1 else (self._both(part),) for part in inner if part]
        if kind == "at_least":
            lacking = question.n - sum(part.coded in ("partly", "yes") for part in answer.parts)
            several = "; ".join(dict.fromkeys(self.wording.or_(phrases) for phrases in alternatives))
            return [(self._word("asked.at_least" if lacking > 1 else "asked.at_least.one", n=lacking, asked=several),)]
        if merged_in_one:
            alternatives.append((self.wording.companies([part.condition.form[1] for part in merged_in_one]),))
        return [tuple(dict.fromkeys(phrase for part in alternatives for phrase in part))]

    def _of_one(self, answer: Answer) -> list[tuple[str, ...]]:
        """What a question asks. What the text mentions in another reading is told apart, with its places where no doubt names them."""
        silent = [part for part in answer.parts or (answer,) if part.coded == "silent"]
        maybe = [part for part in silent if any(map(_mentions, part.doubts)) and not part.possible.isdisjoint(("partly", "yes"))]
        if not maybe:
            return self.wording.lacking(_still_asked(answer, silent), self.terms)
        question = answer.condition.node
        if question is None or not question.term:
            return [(self._marked(self.wording.phrase(_still_asked(answer, silent)), maybe),)]
        terms = {term for part in maybe if part.condition.node for term in part.condition.node.term}
        of_those = [part for part in silent if part.condition.node and terms.issuperset(part.condition.node.term)]
        surely = [part for part in silent if part not in of_those]
        phrase = self._marked(self.wording.phrase(_still_asked(answer, of_those)), maybe)
        return [(phrase, *(self.wording.lacking(_still_asked(answer, surely), self.terms)[0] if surely else ()))]

    def _marked(self, phrase: str, answers: Sequence[Answer]) -> str:
        named = {doubt.element for doubt in self.verdict.doubts}
        doubts = [doubt for answer in answers for doubt in answer.doubts if doubt.element not in named and _mentions(doubt)]
        at = tuple(dict.fromkeys(sentence for doubt in doubts for sentence in doubt.at))
        where = [places(at, self.source)] if at else []
        marked = f"{phrase} ({'; '.join([self._word('asked.other_reading'), *where])})"
        self.unsure[marked] = phrase
        return marked

    def _both(self, parts: Sequence[Sequence[str]]) -> str:
        """Several things that only count together, each with its alternatives."""
        phrases = [part[0] if len(part) == 1 else self._word("asked.either", asked=self.wording.or_(part)) for part in parts]
        both = self._word("asked.both", asked=self.wording.list(phrases))
        if any(phrase in self.unsure for part in parts for phrase in part):
            self.unsure[both] = both
        return both

    def _word(self, key: str, **params: object) -> str:
        return word(key, self.lang, **params)


def _mentions(doubt: Ground) -> bool:
    """Whether the model's own text mentions a thing in another reading, and not only that it is no part of it."""
    return doubt.doubt != "template" and doubt.limit not in ("dropped", "not_part", "denied")


def _only_who(condition: Condition) -> bool:
    """Whether a condition asks for anything at all that some actors take part in."""
    question = condition.node
    return question is not None and bool(question.who) and question == NodeQuestion(who=question.who)


def _terms(model: LogicModel) -> frozenset[str]:
    """Every term that an element of the model has in some reading; what is said to be no part of it does not count."""
    readings = [facts for element in QueryContext(model).elements for facts in element.readings]
    return frozenset(term for facts in readings if facts is not None and facts.status != "not_part" for term in facts.term)


def _still_asked(answer: Answer, those: Sequence[Answer]) -> Condition:
    """What an answer's condition asks in these of its parts, as one condition."""
    kind, question = answer.condition.form
    if not answer.parts or not isinstance(question, NodeQuestion | ArrowQuestion):
        return answer.condition
    questions = [part.condition.form[1] for part in those]
    if isinstance(question, NodeQuestion):
        return copy_with(answer.condition, {kind: _with_terms(question, questions)})
    ends = {name: getattr(question, name) for name in ("from_", "to")}
    left = {name: _with_terms(end, [getattr(one, name) for one in questions]) for name, end in ends.items() if end is not None}
    return copy_with(answer.condition, {kind: copy_with(question, left)})


def _with_terms(question: NodeQuestion, those: Sequence[NodeQuestion]) -> NodeQuestion:
    return copy_with(question, {"term": tuple(term for term in question.term if any(term in unanswered.term for unanswered in those))})


def _late(verdict: Verdict, met: Answer) -> list[Ground]:
    """What a verdict rests on that has not come so far as *met* asks: that limits it, and does not speak against it."""
    named = {ground.element for ground in verdict.grounds}
    return [ground for ground in _leaf_grounds(met, ("no",)) if ground.limit == "not_so_far" and ground.element in named]


def _leaf_grounds(answer: Answer, readings: Sequence[str]) -> Iterator[Ground]:
    """The grounds of the questions that got one of these answers. What stands under *not* counts as one question."""
    if answer.parts and answer.condition.form[0] != "not":
        for part in answer.parts:
            yield from _leaf_grounds(part, readings)
    elif answer.coded in readings:
        yield from answer.grounds

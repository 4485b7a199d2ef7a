"""What conditions ask, as phrases that can stand in a list: names of the codebook in quotation marks, the rest in running text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from virkningskjede.i18n import Lang, quoted, word, word_or
from virkningskjede.model import Risk
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.values import Dose
from virkningskjede.query import (
    ArrowQuestion,
    Condition,
    NodeQuestion,
    OpenQuestionAbout,
    RecruitmentQuestion,
    ResultQuestion,
    TargetQuestion,
    WantedActors,
    WholeQuestion,
)
from virkningskjede.report import amounts
from virkningskjede.report.names import RunningText, named, section_name


class Wording:
    """Says conditions in one language."""

    def __init__(self, vocabulary: Vocabulary | None, columns: Mapping[str, str], lang: Lang) -> None:
        """Columns by id, each with its name."""
        self.lang: Lang = lang
        self.vocabulary = vocabulary or Vocabulary()
        self.columns = columns

    def phrase(self, condition: Condition) -> str:
        """What a condition asks.

        >>> Wording(None, {}, "en").phrase(Condition.model_validate({"node": {"term": ["course", "group"], "who": {"any": ["a", "b"]}}}))
        '“course” or “group” (with a or b)'
        """
        kind, question = condition.form
        if isinstance(question, NodeQuestion):
            return self._of_node(question, question.term)
        if isinstance(question, ArrowQuestion):
            return self._of_arrow(question)
        if isinstance(question, TargetQuestion):
            return self._of_target(question)
        if isinstance(question, RecruitmentQuestion):
            key, who = question.form
            return self._word("asked.consent") if key == "consent" else self._word(f"asked.{key}", who=self._actors(who))
        if isinstance(question, WholeQuestion):
            return self._word("asked.whole", amount=self._dose(question.dose))
        if isinstance(question, OpenQuestionAbout):
            return self._word("asked.open", term=self._terms(question.about.term))
        if isinstance(question, ResultQuestion):
            return self._of_result(question)
        parts = [self.phrase(part) for part in condition.parts]
        if kind == "not":
            return self._word("asked.not", asked=parts[0])
        if kind == "at_least":
            return self._word("asked.at_least", n=question.n, asked="; ".join(parts))
        return self.list(parts) if kind == "all" else self.or_(parts)

    def lacking(self, condition: Condition, described: Iterable[str]) -> list[tuple[str, ...]]:
        """What a condition asks that a model is silent on: things that are all missing, each with the alternatives that would do.

        Where several terms would do, one phrase for each that the model lacks, and one for the others. Of an arrow, each end that the
        model has nothing of is a thing that is missing; where it has both, the arrow is.

        Args:
            condition: what is asked.
            described: the terms that the model has. Where it has nothing of the kind, the term alone is said: then it is no use to say
                with whom, how often or what leads to it.
        """
        _, question = condition.form
        terms = tuple(described)
        if isinstance(question, ArrowQuestion):
            ends = (end for end in (question.from_, question.to) if end and end.term)
            absent = [end.term for end in ends if not any(self._there(wanted, terms) for wanted in end.term)]
            return [tuple(self.named(term, "terms") for term in of_end) for of_end in absent] or [(self.phrase(condition),)]
        if not isinstance(question, NodeQuestion) or not question.term:
            return [(self.phrase(condition),)]
        there = tuple(wanted for wanted in question.term if self._there(wanted, terms))
        named = (
            self._of_node(question, there) if term in there else self.named(term, "terms")
            for term in question.term
            if term not in there[1:]
        )
        return [tuple(named)]

    def companies(self, questions: Sequence[NodeQuestion]) -> str:
        """What questions ask that only ask who takes part: one phrase for all, however many they are."""
        return self._word("asked.companies", groups=self._word("asked.groups.or").join(self._actors(q.who) for q in questions if q.who))

    def _there(self, wanted: str, described: Iterable[str]) -> bool:
        return any(self.vocabulary.fills(term, wanted) for term in described)

    def named(self, name: str, kind: str) -> str:
        """The codebook's name of something, or its id, in quotation marks."""
        entries = getattr(self.vocabulary, kind)
        return self.quoted(entries[name].label.in_(self.lang) if name in entries else name)

    def quoted(self, label: str) -> str:
        """A label in quotation marks."""
        return quoted(label).in_(self.lang)

    def list(self, parts: Sequence[str]) -> str:
        """The parts as a list in running text, of all."""
        return _joined(parts, self._word("asked.and"))

    def or_(self, parts: Sequence[str]) -> str:
        """The parts as a list in running text, of which one is enough; what reads alike is said once. Those with an *or* of their own come
        last, to be read aright."""
        last = self._word("asked.or")
        return _joined(sorted(dict.fromkeys(parts), key=lambda part: last in part), last)

    def _of_node(self, question: NodeQuestion, terms: Sequence[str]) -> str:
        details = [self._word("asked.exact")] if question.exact else []
        details += [self._word("asked.addresses", term=self._terms(question.addresses))] if question.addresses else []
        details += [self._word("asked.who", who=self._actors(question.who))] if question.who else []
        details += [self._word("asked.for", who=self._actors(question.for_))] if question.for_ else []
        details += [word_or(f"when.{when}", when, self.lang) for when in question.when]
        places = [self.named(place, "places") for place in question.place]
        details += [self._word("asked.place", place=self.or_(places))] if places else []
        details += [word_or(f"mode.{mode}", mode, self.lang) for mode in question.mode]
        details += [word_or(f"status.{question.status}", question.status, self.lang)] if question.status else []
        details += self._of_dose(question.dose) if question.dose else []
        details += [self.or_([word(f"horizon.{horizon}", self.lang) for horizon in question.horizon])] if question.horizon else []
        details += [self._word("asked.unwanted")] if question.unwanted else []
        details += list(self._of_risk(question.risk)) if question.risk else []
        levels = [self._word(f"level.{level}").lower() for level in question.level]
        stages = [section_name(stage, self.lang).lower() for stage in question.stage]
        if terms or question.column:
            named = self._terms(terms) if terms else self._column(question.column)
            details += [self.or_(several) for several in (levels, stages) if several]
            return f"{named} ({', '.join(details)})" if details else named
        kinds = [word_or(f"asked.one.{kind}", kind, self.lang) for kind in question.level or question.stage]
        phrases = [self.or_(kinds or [self._word("asked.anything")]), ", ".join(details)]
        return " ".join(part for part in phrases if part)

    def _of_risk(self, risk: Risk) -> Iterator[str]:
        if risk.likelihood:
            yield self._word("asked.likelihood", degree=self._word(f"likelihood.{risk.likelihood}"))
        if risk.consequence:
            yield self._word("asked.consequence", degree=self._word(f"consequence.{risk.consequence}"))

    def _column(self, name: str | None) -> str:
        return self.quoted(self.columns.get(name or "", name or ""))

    def _of_dose(self, dose: Dose) -> Iterator[str]:
        for dimension, amount in dose.amounts():
            any_at_all = amount.above == 0 and amount.below is None and amount.max is None
            yield (word_or(f"asked.stated.{dimension}", dimension, self.lang) if any_at_all else self._dose(Dose(**{dimension: amount})))

    def _dose(self, dose: Dose) -> str:
        """A dose in words; what a deadline is counted from is a term."""
        return amounts.dose(
            dose, self.lang, {name: term.label.in_(self.lang) for name, term in self.vocabulary.terms.items()}, self.vocabulary.units
        )

    def _of_arrow(self, question: ArrowQuestion) -> str:
        anything = self._word("asked.anything")
        source, target = (self._of_node(end, end.term) if end else anything for end in (question.from_, question.to))
        details = [self._word("asked.stated")] if question.stated else []
        details += [self._word(f"asked.evidence.{question.evidence}")] if question.evidence else []
        details += [self._word("asked.certainty", degree=self._word(f"overall.{question.certainty}"))] if question.certainty else []
        details += [self._word(f"asked.sign.{question.sign}")] if question.sign else []
        phrase = self._word("asked.arrow", source=source, target=target)
        return f"{phrase} ({', '.join(details)})" if details else phrase

    def _of_target(self, question: TargetQuestion) -> str:
        key, wanted = question.form
        if key == "traits":
            return self._word("asked.traits", trait=self.named(wanted, "traits"))
        return (
            word_or(f"asked.has.{wanted}", wanted, self.lang)
            if key == "has"
            else word_or(f"asked.{key}", key, self.lang, amount=amounts.bounds(wanted, self.lang))
        )

    def _of_result(self, question: ResultQuestion) -> str:
        indicator = self.named(question.indicator, "indicators")
        if question.value is None:
            phrase = self._word("asked.result", indicator=indicator)
        else:
            phrase = self._word(
                "asked.result.value", indicator=indicator, amount=amounts.bounds(question.value, self.lang, units=self.vocabulary.units)
            )
        details = [self._word("result.wave", wave=question.wave)] if question.wave is not None else []
        details += [amounts.date(question.date, self.lang)] if question.date is not None else []
        details += [self._word("result.among", trait=self.named(question.among, "traits"))] if question.among is not None else []
        details += [self._word("asked.whenever")] if question.which == "any" and question.value is not None else []
        return f"{phrase} ({', '.join(details)})" if details else phrase

    def _terms(self, terms: Iterable[str]) -> str:
        return self.or_([self.named(term, "terms") for term in terms])

    def _actors(self, wanted: WantedActors) -> str:
        everybody = self.list([self._actor(name) for name in wanted.all])
        somebody = self.or_([self._actor(name) for name in wanted.any])
        return self._word("asked.groups", all=everybody, any=somebody) if everybody and somebody else everybody or somebody

    def _actor(self, name: str) -> str:
        return self._running.name(named(name, self.vocabulary.actors, self.lang))

    @cached_property
    def _running(self) -> RunningText:
        return RunningText(self.vocabulary, self.lang)

    def _word(self, key: str, **params: object) -> str:
        return word(key, self.lang, **params)


def _joined(parts: Sequence[str], last: str) -> str:
    """The parts as a list in running text.

    >>> _joined(["a", "b", "c"], " og ")
    'a, b og c'
    """
    return last.join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)

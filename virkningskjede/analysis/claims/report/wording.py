"""What the models say to a claim, in words: who does it, who does not, where, and why it may not be possible to tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from virkningskjede.analysis.claims import ClaimEvidence, Claims, JudgedReading, Recommendation, Ruling
from virkningskjede.analysis.claims.formal_reading import Counting, More, SectionThere, Sum, These, Values
from virkningskjede.analysis.claims.report.reading import Readings, number
from virkningskjede.i18n import Lang, rounded, word
from virkningskjede.model import LogicModel
from virkningskjede.model.values import Amount, Bounds, Interval, Measure, Sentence, copy_with, sentences
from virkningskjede.query import Ground
from virkningskjede.query.elements import Elements
from virkningskjede.report import Block, Item, Items, Paragraph, Passage, amounts
from virkningskjede.report.names import labels_of, names_of
from virkningskjede.report.places import places


class ClaimsWording:
    """Says what came of one report's claims in one language."""

    def __init__(self, claims: Claims, lang: Lang) -> None:
        self.claims = claims
        self.lang: Lang = lang
        self.names = names_of(claims.models)
        self.models = {model.id: model for model in claims.models}
        self.elements = Elements(claims, lang)
        self.readings = Readings(claims, self.elements, self.names)

    def word(self, key: str, **params: object) -> str:
        """A phrase of the catalogue."""
        return word(key, self.lang, **params)

    def at(self, which: Sequence[Sentence]) -> str:
        """Places, without the name of the report that is being tested."""
        return places(which, self.claims.file.source)

    def why(self, ruling: Ruling) -> str:
        """Why a claim is undecidable; empty otherwise."""
        return " ".join(self.word(f"claims.why.{reason}") for reason in ruling.why)

    def reason(self, ruling: Ruling) -> str:
        """The whole verdict in a few sentences: what the descriptions say, and why it cannot be told."""
        parts = []
        for name, judged in ruling.readings.items():
            finding = " ".join(self.finding(leaf) for leaf in judged.leaves())
            parts.append(f"{self.way(ruling, name, judged)}. {finding}" if name else finding)
        return " ".join(filter(None, [*parts, self.why(ruling), self.inferred(ruling)]))

    def inferred(self, ruling: Ruling) -> str:
        """That it holds by the coder's word alone; empty otherwise."""
        return self.word("claims.inferred") if ruling.answer == "holds_inferred" else ""

    def advice(self, recommendation: Recommendation) -> Iterator[tuple[str, str]]:
        """Whom a recommendation is for, what it is about, and where it is taken up; each with what kind of text it is."""
        about = recommendation.about
        parts_of = {
            "for": [self.elements.wording.named(actor, "actors") for actor in recommendation.for_],
            "about": [
                *(self.names.get(model, model) for model in about.models),
                *(self.elements.wording.named(term, "terms") for term in about.terms),
                *(self._node(model, node) for model, _, node in (name.partition(".") for name in about.nodes)),
            ],
            "taken_up": [
                self._node(uptake.model, uptake.node, places(sentences(uptake.at, self.claims.file.source), self.claims.file.source))
                for uptake in recommendation.taken_up
            ],
        }
        for key, parts in parts_of.items():
            if parts:
                yield self.word(f"claims.recommendation.{key}"), _sentence(self.elements.wording.list(parts))

    def _node(self, model: str, node: str, at: str = "") -> str:
        """A node with its model, as "X" (Model; place)."""
        return f"{self.readings.entry(model, node)} ({'; '.join(filter(None, (self.names.get(model, model), at)))})"

    def way(self, ruling: Ruling, name: str, judged: JudgedReading) -> str:
        """One of several readings, with its verdict."""
        label = ruling.claim.readings[name].label.in_(self.lang)
        literal, milder = name == ruling.claim.literal, name in ruling.milder
        key = "claims.label.literal" if literal else "claims.label.milder" if milder else "claims.label.way"
        verdict = self.word(f"claims.{judged.verdict}")
        return self.word(key, label=self.elements.wording.quoted(label), verdict=verdict)

    def account(self, ruling: Ruling) -> Iterator[Block]:
        """How the claim was read, what the descriptions say, model by model, why it cannot be told, and what is proposed."""
        for name, judged in ruling.readings.items():
            blocks = self._reading(ruling, name, judged)
            if name:
                yield Passage(self.way(ruling, name, judged), tuple(blocks), level=4)
            else:
                yield from blocks
        if ruling.why:
            yield Paragraph(self.why(ruling), self.word("claims.label.why"))
        if self.inferred(ruling):
            yield Paragraph(self.inferred(ruling))
        for key, text in (("note", ruling.claim.note), ("proposal", ruling.claim.proposal)):
            if text is not None and (key == "note" or ruling.verdict != "holds"):
                yield Paragraph(text.in_(self.lang), self.word(f"claims.label.{key}"))

    def _reading(self, ruling: Ruling, name: str, judged: JudgedReading) -> Iterator[Block]:
        """What was asked and what was answered, question by question where there are several."""
        leaves = tuple(judged.leaves())
        for place, leaf in enumerate(leaves, 1):
            blocks = self._question(ruling, name, leaf)
            if len(leaves) > 1:
                part = self.word("claims.part", place=place, count=len(leaves), verdict=self.word(f"claims.{leaf.verdict}"))
                yield Passage(part, tuple(blocks), level=4)
            else:
                yield from blocks

    def _question(self, ruling: Ruling, name: str, judged: JudgedReading) -> Iterator[Block]:
        stance = self._stance(ruling, name) if judged.reading.needs_silence else ()
        yield Paragraph(" ".join([_sentence(self.readings.phrase(judged.reading)), *stance]), self.word("claims.label.read"))
        yield from self.findings(judged)

    def findings(self, judged: JudgedReading, *, by_model: bool = True) -> Iterator[Block]:
        """What the descriptions say to one question, and each of them."""
        finding = self.finding(judged)
        if finding:
            yield Paragraph(finding, self.word("claims.label.says"))
        points = tuple(Item(text, models) for models, text in self.witnesses(judged)) if by_model else ()
        if points:
            yield Items(points)

    def _stance(self, ruling: Ruling, name: str) -> Iterator[str]:
        """What silence and *partly* count as."""
        silence, partly = ruling.claim.stance(name)
        if silence is not None:
            yield self.word(f"claims.silence.{silence}")
        if partly != "unknown":
            yield self.word(f"claims.partly.{partly}")

    def finding(self, judged: JudgedReading) -> str:
        """What the descriptions say to one question, in a sentence or two."""
        _, question = judged.reading.form
        if isinstance(question, SectionThere):
            key = {"holds": "there", "contradicted": "missing"}.get(judged.verdict)
            source = self.readings.source(question)
            return _sentence(self.word(f"claims.section.{key}", source=source, section=question.exists)) if key else ""
        if isinstance(question, Sum):
            return self._sum(judged)
        if isinstance(question, More):
            sides = zip((question.in_, question.than), judged.figures, strict=False)
            parts = [f"{self.readings.group(over)}: {self._figure(figure)}" for over, figure in sides]
            return " ".join(filter(None, [_sentence("; ".join(parts)) if parts else "", self._missing(judged)]))
        if isinstance(question, Values):
            return self._values(judged)
        parts = [f"{self._of(judged)}."] if isinstance(question, Counting) and judged.figures else []
        for answer in ("yes", "unsure", "no"):
            named = [entry.model for entry in judged.evidence if entry.said == answer]
            parts += [f"{self.word(f'claims.{answer}')}: {self.readings.listed(named)}."] if named else []
        return " ".join([*parts, *filter(None, [self._missing(judged)])])

    def _of(self, judged: JudgedReading) -> str:
        return self.word("claims.of", figure=self._figure(judged.figures[0]), size=judged.groups[0].size)

    def _missing(self, judged: JudgedReading) -> str:
        parts = []
        for group in judged.groups:
            unnamed = group.missing - len(group.absent)
            absent = [self.names.get(name, name) for name in group.absent]
            if unnamed > 0:
                absent.append(self.word(f"claims.models.{'one' if unnamed == 1 else 'more'}", count=unnamed))
            parts += [f"{self.word('claims.missing')}: {self.elements.wording.list(absent)}."] if absent else []
        return " ".join(dict.fromkeys(parts))

    def _values(self, judged: JudgedReading) -> str:
        stating = [entry for entry in judged.evidence if entry.amounts]
        phrases = [f"{self.names[entry.model]} {self._amounts(entry)}" for entry in stating]
        sentence = _sentence("; ".join(phrases)) if phrases else f"{self.word('claims.nothing')}."
        return " ".join(filter(None, [sentence, self._missing(judged)]))

    def _amounts(self, evidence: ClaimEvidence) -> str:
        labels = labels_of(self.models[evidence.model], self.lang)
        phrases = list(dict.fromkeys(amounts.bounds(amount, self.lang, labels, self.readings.units) for amount in evidence.amounts))
        return self.elements.wording.or_(phrases) if evidence.doubts else self.elements.wording.list(phrases)

    def _sum(self, judged: JudgedReading) -> str:
        addends = [amount for entry in judged.evidence for amount in entry.amounts]
        if not judged.figures:
            numbers = [self._bounds(amount) for amount in addends]
            return " ".join(filter(None, [_sentence("; ".join(numbers)) if numbers else "", self._missing(judged)]))
        one_measure = len({Measure.of(amount) for amount in addends}) == 1
        numbers = [self._bounds(_bare(amount) if one_measure else amount) for amount in addends]  # the sum says what they all count
        (figure,) = judged.figures
        whole = _amount(figure, judged.measure or Measure())
        if whole is None:  # a bound on one side and another on the other come to anything
            return _sentence(" + ".join(self._bounds(amount) for amount in addends))
        total = self._bounds(whole)
        return _sentence(f"{total} ({' + '.join(numbers)})" if len(numbers) > 1 else total)

    def _bounds(self, amount: Bounds) -> str:
        return amounts.bounds(amount, self.lang, units=self.readings.units)

    def _figure(self, figure: Interval) -> str:
        low, high = (None if bound is None else number(_decimal(bound), self.lang) for bound in (figure.low, figure.high))
        if low is None or high is None:
            return low or high or ""
        return low if figure.low == figure.high else f"{low}–{high}"

    def witnesses(self, judged: JudgedReading) -> Iterator[tuple[str, str]]:
        """What each description says: first what speaks against the claim, last those that say nothing of it.

        Those that say the same are named together.
        """
        order = {"against": 0, "unsure": 1, "for": 2, None: 1}
        _, question = judged.reading.form
        by_text: dict[tuple[str, str], list[str]] = {}
        for entry in sorted(judged.evidence, key=lambda entry: order[entry.side]):
            by_text.setdefault((entry.said, self.witness(entry, judged)), []).append(entry.model)
        for (answer, text), models in by_text.items():
            names = self.readings.listed(models)
            if text and isinstance(question, Counting | These):
                yield self.word("claims.model", model=names, said=self.word(f"claims.said.{answer}")), text
            elif text:
                yield names, text
        silent = [model for (_, text), models in by_text.items() if not text for model in models]
        if silent and not isinstance(question, Values):
            yield self.word("claims.silent"), f"{self.readings.listed(silent)}."

    def witness(self, evidence: ClaimEvidence, judged: JudgedReading) -> str:
        """What one description says, and where; empty when it says nothing."""
        model = self.models[evidence.model]
        doubted = {doubt.element for doubt in evidence.doubts}
        firm = [ground for ground in evidence.grounds if ground.element not in doubted]
        parts = []
        if evidence.score is not None:
            score = Interval(Fraction(evidence.score.surely), Fraction(evidence.score.possibly))
            parts.append(self.word("claims.score", score=self._figure(score), all=len(judged.reading.form[1].of)))
        parts += [self._amounts(evidence)] if isinstance(judged.reading.form[1], Values) and evidence.amounts else []
        if isinstance(judged.reading.form[1], Sum):
            stated = "; ".join(self.readings.entry(model.id, ground.element) + _at(ground, model) for ground in firm)
            return _sentence(stated) if stated else ""
        parts += [self.elements.grounds_phrase(firm, model)] if firm else []
        parts += [self.elements.doubt_phrase(doubt, model) for doubt in dict.fromkeys(evidence.doubts)]
        if evidence.silent_on and evidence.said != "yes" and (parts or _is_of_several(judged)):
            lacking = self.elements.wording.or_([self.elements.condition_phrase(question) for question in evidence.silent_on])
            parts.append(self.word("claims.silent.on", asked=lacking))
        return f"{'; '.join(parts)}." if parts else ""


def _is_of_several(judged: JudgedReading) -> bool:
    """Whether a model can be silent on some of what is asked and not on the rest."""
    _, question = judged.reading.form
    return isinstance(question, Counting | These) and question.where.form[0] in ("all", "at_least")


def _amount(figure: Interval, measure: Measure) -> Amount | None:
    """A figure as an amount; None where it has no bound at all."""
    low, high = (None if bound is None else rounded(bound, 2) for bound in (figure.low, figure.high))
    if low is None and high is None:
        return None
    counted = {"unit": measure.unit, "per": measure.per}
    if figure.low == figure.high:
        return Amount(value=low, **counted)
    bounds = {"above" if figure.low_open else "min": low, "below" if figure.high_open else "max": high}
    return Amount(**{key: bound for key, bound in bounds.items() if bound is not None}, **counted)


def _bare(amount: Bounds) -> Bounds:
    """An amount without what it counts, where that goes without saying."""
    return copy_with(amount, dict.fromkeys(("unit", "per") if isinstance(amount, Amount) else ("unit",)))


def _at(ground: Ground, model: LogicModel) -> str:
    return f" ({places(ground.at, model.source)})" if ground.at else ""


def _sentence(text: str) -> str:
    """A phrase as a sentence: with a capital letter and a full stop."""
    return f"{text[:1].upper()}{text[1:]}." if not text.endswith(".") else f"{text[:1].upper()}{text[1:]}"


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)

"""Family VK4, with the text of the source at hand: does a sentence that is accounted for say more than what is coded of it?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from virkningskjede.diagnostics import Diagnostic, Path, diagnostic
from virkningskjede.model import Link, Result
from virkningskjede.model.values import Bounds, Sentence, sentences
from virkningskjede.prose.causes import gives
from virkningskjede.prose.counts import counts
from virkningskjede.prose.numbers import numbers
from virkningskjede.prose.verbs import moods
from virkningskjede.report.places import places
from virkningskjede.rules.context import RuleContext
from virkningskjede.rules.source_text import quantities


def stated_after_all(context: RuleContext) -> Iterator[Diagnostic]:
    """VK416: an arrow that is coded as inferred, though a sentence of both its nodes says that the one gives the other."""
    nodes = context.model.nodes
    for cited in context.cited_parts:
        link = cited.part
        if not isinstance(link, Link) or link.stated or link.feedback or link.to not in nodes or cited.read_otherwise("leads_to"):
            continue
        answered = link.note or any(patch.absent or "at" in patch.changes for patch in link.or_)
        both = set(cited.cited) & set(sentences(nodes[link.to].at, context.model.source))
        source, target = nodes[link.source], nodes[link.to]
        of_both = (one for one in cited.cited if one in both and gives(context.text[one], source.label, target.label))
        there = None if answered else next(of_both, None)
        if there is not None:
            yield diagnostic("VK416", cited.path, source=link.source, target=link.to, places=places((there,), cited.source))


def number_left_out(context: RuleContext) -> Iterator[Diagnostic]:
    """VK417: a number in a sentence that something rests on, which stands nowhere in the model."""
    coded: frozenset[Fraction] | None = None
    for sentence, path in _first_cited(context).items():
        for count in counts(context.text[sentence]):
            coded = coded if coded is not None else _coded(context)
            if not any(number in coded or 100 * number in coded for number in count.readings):
                yield diagnostic("VK417", path, number=count.text, places=places((sentence,), context.model.source))


def _first_cited(context: RuleContext) -> dict[Sentence, Path]:
    """The sentences at hand that something rests on, each with where it is first cited."""
    first: dict[Sentence, Path] = {}
    for path, locator, _ in context.cited:
        for sentence in sentences((str(locator),), context.model.source):
            if sentence in context.text:
                first.setdefault(sentence, path)
    return first


def _coded(context: RuleContext) -> frozenset[Fraction]:
    """Every number that the model has: in amounts, also in other units, in results, and in words."""
    coded = set(numbers(context.running_text))
    for cited in context.cited_parts:
        for _, quantity in quantities(cited):
            coded |= {quantity.number, *(other.number for other in quantity.others())}
    for _, part in context.parts_that_are(Bounds):
        given = [part.value, part.approx, part.min, part.max, part.above, part.below]
        if isinstance(part, Result):
            given += [None if part.n is None else Decimal(part.n), *part.distribution.values()]
        coded |= {Fraction(number) for number in given if number is not None}
    return frozenset(coded)


def meant_but_set_aside(context: RuleContext) -> Iterator[Diagnostic]:
    """VK418: a sentence that is set aside as background, though it says what is to be done, or wished for."""
    model = context.model
    reasons = {str(text): reason for text, reason in model.set_aside.items()}
    for path, locator, on in context.set_aside:
        if reasons.get(str(path[1])) != "background":
            continue
        for sentence in sentences((str(locator),), model.source):
            verbs = moods(context.text.get(sentence, ""))
            verb = verbs.get("meant") or verbs.get("wished")
            if verb is not None and "done" not in verbs:
                yield diagnostic("VK418", path, on=on, places=places((sentence,), model.source), verb=verb.casefold())
                break

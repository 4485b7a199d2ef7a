"""Family VK4, with the text of the source at hand: does a sentence that is accounted for say more than what is coded of it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from decimal import Decimal
from fractions import Fraction

from virkningskjede.diagnostics import Diagnostic, Path, diagnostic
from virkningskjede.model import Link, Result
from virkningskjede.model.values import Bounds, Frozen, Sentence, sentences
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
    """VK417: a number in a sentence that something rests on, which stands nowhere in the model; or, of a number that says how much, how
    often or how long, nowhere in what rests on that sentence.
    """
    first = _first_cited(context)
    if not first:
        return
    everywhere, resting = _coded(context)
    for sentence, path in first.items():
        for count in counts(context.text[sentence]):
            coded = resting.get(sentence, frozenset()) if count.measure else everywhere
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


def _coded(context: RuleContext) -> tuple[Set[Fraction], Mapping[Sentence, Set[Fraction]]]:
    """Every number that the model has in words, in amounts, also in other units, and in results; and those of what rests on a sentence."""
    everywhere: set[Fraction] = set()
    resting: dict[Sentence, set[Fraction]] = {}
    by_path = dict(context.parts)
    words: dict[Path, set[Fraction]] = {}
    for path, text, on in context.texts:
        owner = path if on == "key" else next(path[:length] for length in range(len(path) - 1, -1, -1) if path[:length] in by_path)
        words.setdefault(owner, set()).update(numbers(text))
    in_other_units = {
        cited.path: [other.number for _, quantity in quantities(cited) for other in quantity.others()] for cited in context.cited_parts
    }
    for path, part in by_path.items():
        here = words.get(path, set()) | {*_numbers(part), *in_other_units.get(path, ())}
        everywhere |= here
        above = (by_path[path[:length]] for length in range(1, len(path) + 1) if path[:length] in by_path)
        for sentence in {one for value in above for one in sentences(getattr(value, "at", ()), context.model.source)} if here else ():
            resting.setdefault(sentence, set()).update(here)
    return everywhere, resting


def _numbers(part: Frozen) -> Iterator[Fraction]:
    """The numbers of an amount, a limit or a result."""
    if isinstance(part, Bounds):
        given = [part.value, part.approx, part.min, part.max, part.above, part.below]
        if isinstance(part, Result):
            given += [None if part.n is None else Decimal(part.n), *part.distribution.values()]
        yield from (Fraction(number) for number in given if number is not None)


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

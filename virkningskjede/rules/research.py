"""Family VK2: does what research is said to have found fit with the arrow, and with what else it is said to have found?"""

from __future__ import annotations

from collections.abc import Iterator

from virkningskjede.diagnostics import Diagnostic, Location, diagnostic
from virkningskjede.i18n import Word
from virkningskjede.model import Evidence, Link
from virkningskjede.rules.context import RuleContext

AGAINST = ("no_effect", "contradicts")


def against_without_a_word(context: RuleContext) -> Iterator[Diagnostic]:
    """VK234: an arrow that all the research on it goes against, and neither the arrow nor a finding says a word about it.

    An arrow that gives less is what such a finding may support.
    """
    for path, link in context.parts_that_are(Link):
        against = [position for position, one in enumerate(link.evidence) if one.finding in AGAINST]
        words = link.note or link.assumes or link.sign or link.or_ or any(one.note for one in link.evidence)
        if against and len(against) == len(link.evidence) and not words:
            yield diagnostic("VK234", (*path, "evidence", against[0], "finding"), source=link.source, target=link.to)


def one_work_twice(context: RuleContext) -> Iterator[Diagnostic]:
    """VK235: one work in two findings on one arrow, and nothing that sets the two apart."""
    for path, link in context.parts_that_are(Link):
        known: dict[tuple[object, ...], tuple[int, Evidence]] = {}
        for position, one in enumerate(link.evidence):
            for place, work in enumerate(one.refs):
                of_whom = (work, one.best_for, one.also_for, one.via, one.note)
                earlier, other = known.setdefault(of_whom, (position, one))
                if other is not one:
                    there = Location((*path, "evidence", earlier))
                    first, second = (Word(f"change.value.{evidence.finding}") for evidence in (other, one))
                    where = (*path, "evidence", position, "refs", place)
                    yield diagnostic("VK235", where, related=(there,), work=work, one=first, other=second)


def finding_without_place(context: RuleContext) -> Iterator[Diagnostic]:
    """VK236: a finding of research without a place where it was read, in a model that gives places."""
    if context.model.source is None and not context.cited:
        return
    for path, one in context.parts_that_are(Evidence):
        if not one.at and not one.note and one.refs:
            yield diagnostic("VK236", (*path, "finding"))


def of_another_group(context: RuleContext) -> Iterator[Diagnostic]:
    """VK237: a finding that is best for those that the model is not for. A template is for all that follow it, whoever those are for."""
    model, vocabulary = context.model, context.project.vocabulary
    limits = model.target_group.values()
    wanted = [name for limit in limits if limit.traits is not None for name in limit.traits.named]
    denied = {name for limit in limits if limit.denies and limit.denies.traits for name in limit.denies.traits.named}
    if vocabulary is None or model.kind == "template" or not (wanted or denied):
        return
    for path, one in context.parts_that_are(Evidence):
        shown = (*one.best_for, *one.also_for)
        fits = any(vocabulary.fills_trait(name, other) or vocabulary.fills_trait(other, name) for name in shown for other in wanted)
        outside = [name for name in shown if name in denied] or (list(shown) if wanted and not fits else [])
        if outside and not one.note and len(outside) == len(shown):
            yield diagnostic("VK237", (*path, "best_for" if one.best_for else "also_for"), on="key", names=", ".join(outside))

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
                    first, second = (Word(f"change.value.{found.finding}") for found in (other, one))
                    where = (*path, "evidence", position, "refs", place)
                    yield diagnostic("VK235", where, related=(there,), work=work, one=first, other=second)

"""Running the rules over one model, and heeding what the model accepts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from virkningskjede.diagnostics import SHOWN_LIST_LIMIT, Diagnostic, Path, diagnostic, shorten
from virkningskjede.i18n import Word
from virkningskjede.model.values import Arrow
from virkningskjede.rules.context import Rule, RuleContext
from virkningskjede.rules.registry import RULES

UNUSED = "VK901"
"""The code of an acceptance that matched nothing."""


def is_wanted(code: str, select: Sequence[str], ignore: Sequence[str]) -> bool:
    """Whether a code is among those to run: selected where some are, and not left out.

    >>> is_wanted("VK204", ["VK2"], []), is_wanted("VK204", [], ["VK20"])
    (True, False)
    """
    return (not select or code.startswith(tuple(select))) and not code.startswith(tuple(ignore))


def check(context: RuleContext, *, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Diagnostic, ...]:
    """What the rules have to say of a model.

    Rules that hold names against the shared files are left out when the model has no root. Nothing is reported that may be so only
    because something was lost of the file. What the model accepts, on itself, on
    an entry or on an arrow, is left out too, unless it is an error; an acceptance that matched nothing is reported if its rule ran.

    Args:
        context: the model and its project.
        select: prefixes of the codes to run, such as ``VK2`` or ``VK204``; empty for all.
        ignore: prefixes of the codes to leave out, also of those selected.

    Returns:
        Diagnostics with paths but no places, in the order of the rules.

    >>> from virkningskjede.model import LogicModel
    >>> [diagnostic.code for diagnostic in check(RuleContext(LogicModel(id="tom")), select=["VK8"])]
    ['VK801', 'VK803']
    """
    running = [rule for rule in RULES.values() if is_wanted(rule.code, select, ignore) and _can_run(rule, context)]
    accepted = _Accepted(context)
    kept = [diagnostic for rule in running for diagnostic in _reported(rule, context, accepted)]
    if is_wanted(UNUSED, select, ignore):
        kept += accepted.unused({rule.code for rule in running})
    return tuple(kept)


def _can_run(rule: Rule, context: RuleContext) -> bool:
    """Whether the shared names that a rule needs are there, and the text of a source, for one that reads it."""
    project = context.project
    named = rule.needs is None or (project.has_codebook and not project.lost.at(rule.needs))
    return named and (bool(context.text) or not rule.of_text)


def _reports(rule: Rule, context: RuleContext) -> Iterator[Diagnostic]:
    """What a rule finds that is not a consequence of what was lost."""
    if not context.lost:
        yield from rule.check(context)
        return
    if rule.cannot_tell(context.lost):
        return
    for breach in rule.check(context):
        path = context.lost.in_file(breach.path)
        in_file = breach if path == breach.path else replace(breach, path=path)
        # What is said of the model as a whole stands at its id, whether or not that one was lost.
        if not rule.follows_from(in_file, context.lost) and (path == ("id",) or not context.lost.at(path)):
            yield in_file


FEWEST = 5
"""Fewer than these are told one by one, however few could be told of."""


def _reported(rule: Rule, context: RuleContext, accepted: _Accepted) -> list[Diagnostic]:
    """What is told of what a rule finds: all but what is accepted. What holds of most that is asked about is told once of the model.

    A model of which nearly every outcome lacks an indicator has one thing to say of that, and not one for each: among forty notes that
    all say the same, nobody sees the one that says something else.
    """
    breaches = list(_reports(rule, context))
    kept = [diagnostic for diagnostic in breaches if not accepted.covers(diagnostic)]
    if rule.subjects is None or len(kept) < FEWEST or context.severity(rule.code) != "info":
        return kept  # what is graver than a note is to be mended in each place
    subjects = list(rule.subjects(context))
    if 2 * len(kept) <= len(subjects):
        return kept
    breaking = {diagnostic.path for diagnostic in breaches}
    others = [_name(path) for path in subjects if path not in breaking]
    path = subjects[0][:1] if all(len(path) == 2 for path in subjects) else ("id",)
    return [_of_most(rule.code, path, kept, whole=len(subjects), others=others)]


def _of_most(code: str, path: Path, parts: Sequence[Diagnostic], *, whole: int, others: Sequence[str]) -> Diagnostic:
    """One diagnostic for what holds of most of a model, with the names of that of which it does not hold."""
    rest = Word("findings.others", (("names", shorten(", ".join(f"`{name}`" for name in others), SHOWN_LIST_LIMIT)),)) if others else ""
    summary = diagnostic(code, path, on="value" if path == ("id",) else "key", count=len(parts), whole=whole, others=rest)
    return replace(summary, parts=tuple(parts), related=tuple(part.location for part in parts))


def _name(path: Path) -> str:
    return Arrow(str(path[1]), str(path[3])) if path[2:3] == ("leads_to",) else str(path[1])


class _Accepted:
    """What the model accepts, and which of it has been of use."""

    def __init__(self, context: RuleContext) -> None:
        self.context = context
        self.places = {(path, code): False for path, codes in context.acceptances for code in codes}

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Whether the diagnostic is accepted on itself or on anything that it is part of."""
        if not self.places or self.context.severity(diagnostic.code) == "error":
            return False
        covering = [
            place for length in range(len(diagnostic.path) + 1) if (place := (diagnostic.path[:length], diagnostic.code)) in self.places
        ]
        for place in covering:
            self.places[place] = True
        return bool(covering)

    def unused(self, ran: Collection[str]) -> Iterator[Diagnostic]:
        """A diagnostic for each acceptance that covered nothing though its rule ran. Acceptances of errors have a rule of their own.

        What was lost may be what an acceptance is for: that nothing was found there says nothing.
        """
        for (path, code), used in self.places.items():
            if not used and code in ran and self.context.severity(code) != "error" and not self._may_be_of_use(path, code):
                yield diagnostic(UNUSED, (*path, "accept", code), on="key", accepted=code)

    def _may_be_of_use(self, path: Path, code: str) -> bool:
        lost = self.context.lost
        return bool(lost) and (lost.somewhere or lost.touches(path) or bool(RULES[code].anywhere))

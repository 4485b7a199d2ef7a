"""Running the rules over one model, and heeding what the model accepts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from virkningskjede.diagnostics import Diagnostic, Path, diagnostic
from virkningskjede.i18n import MESSAGES
from virkningskjede.project import Project
from virkningskjede.rules.housekeeping import acceptances
from virkningskjede.rules.registry import RULES
from virkningskjede.rules.subject import Rule, Subject

UNUSED = "VK901"
"""The code of an acceptance that matched nothing."""


def check(subject: Subject, *, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Diagnostic, ...]:
    """What the rules have to say of a model.

    Rules that hold names against the shared files are left out when the model has no root. Nothing is reported that may be so only
    because something was lost of the file. What the model accepts, on itself, on
    an entry or on an arrow, is left out too, unless it is an error; an acceptance that matched nothing is reported if its rule ran.

    Args:
        subject: the model and its project.
        select: prefixes of the codes to run, such as ``VK2`` or ``VK204``; empty for all.
        ignore: prefixes of the codes to leave out, also of those selected.

    Returns:
        Diagnostics with paths but no places, in the order of the rules.

    >>> from virkningskjede.model import LogicModel
    >>> [found.code for found in check(Subject(LogicModel(id="tom")), select=["VK8"])]
    ['VK801', 'VK803']
    """

    def wanted(code: str) -> bool:
        return (not select or code.startswith(tuple(select))) and not code.startswith(tuple(ignore))

    running = [rule for rule in RULES.values() if wanted(rule.code) and _can_run(rule, subject.project)]
    accepted = _Accepted(subject)
    kept = [found for rule in running for found in _reports(rule, subject) if not accepted.covers(found)]
    if wanted(UNUSED):
        kept += accepted.unused({rule.code for rule in running})
    return tuple(kept)


def _can_run(rule: Rule, project: Project) -> bool:
    """Whether the shared names that a rule needs are there."""
    return rule.needs is None or (project.has_codebook and not project.lost.at(rule.needs))


def _reports(rule: Rule, subject: Subject) -> Iterator[Diagnostic]:
    """What a rule finds that is not a consequence of what was lost."""
    if not subject.lost:
        yield from rule.check(subject)
        return
    if rule.cannot_tell(subject.lost):
        return
    for found in rule.check(subject):
        path = subject.lost.in_file(found.path)
        each = found if path == found.path else replace(found, path=path)
        # What is said of the model as a whole stands at its id, whether or not that one was lost.
        if not rule.follows_from(each, subject.lost) and (path == ("id",) or not subject.lost.at(path)):
            yield each


class _Accepted:
    """What the model accepts, and which of it has been of use."""

    def __init__(self, subject: Subject) -> None:
        self.lost = subject.lost
        self.places = {(path, code): False for path, codes in acceptances(subject) for code in codes}

    def covers(self, found: Diagnostic) -> bool:
        """Whether the diagnostic is accepted on itself or on anything that it is part of."""
        if not self.places or found.severity == "error":
            return False
        covering = [place for length in range(len(found.path) + 1) if (place := (found.path[:length], found.code)) in self.places]
        for place in covering:
            self.places[place] = True
        return bool(covering)

    def unused(self, ran: Collection[str]) -> Iterator[Diagnostic]:
        """A diagnostic for each acceptance that covered nothing though its rule ran. Acceptances of errors have a rule of their own.

        What was lost may be what an acceptance is for: that nothing was found there says nothing.
        """
        for (path, code), used in self.places.items():
            if not used and code in ran and MESSAGES[code].severity != "error" and not self._may_be_of_use(path, code):
                yield diagnostic(UNUSED, (*path, "accept", code), on="key", accepted=code)

    def _may_be_of_use(self, path: Path, code: str) -> bool:
        return bool(self.lost) and (self.lost.somewhere or self.lost.touches(path) or bool(RULES[code].anywhere))

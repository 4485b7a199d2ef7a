"""Running the rules over one model, and heeding what the model accepts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from virkningskjede.catalogue import MESSAGES
from virkningskjede.diagnostics import Diagnostic, diagnostic
from virkningskjede.rules.housekeeping import acceptances
from virkningskjede.rules.registry import RULES
from virkningskjede.rules.subject import Subject

UNUSED = "VK901"
"""The code of an acceptance that matched nothing."""


def check(subject: Subject, *, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Diagnostic, ...]:
    """What the rules have to say of a model.

    Rules that hold names against the shared files are left out when the model has no root. What the model accepts, on itself, on
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

    has_root = subject.project.vocabulary is not None
    running = [rule for rule in RULES.values() if wanted(rule.code) and (has_root or not rule.needs_root)]
    accepted = _Accepted(subject)
    kept = [found for rule in running for found in rule.check(subject) if not accepted.covers(found)]
    if wanted(UNUSED):
        kept += accepted.unused({rule.code for rule in running})
    return tuple(kept)


class _Accepted:
    """What the model accepts, and which of it has been of use."""

    def __init__(self, subject: Subject) -> None:
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
        """A diagnostic for each acceptance that covered nothing though its rule ran. Acceptances of errors have a rule of their own."""
        for (path, code), used in self.places.items():
            if not used and code in ran and MESSAGES[code].severity != "error":
                yield diagnostic(UNUSED, (*path, "accept", code), on="key", accepted=code)

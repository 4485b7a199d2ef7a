"""Family VK9: do the model's own remarks on its coding still mean something?"""

from __future__ import annotations

from collections.abc import Iterator

from virkningskjede.diagnostics import Diagnostic, diagnostic
from virkningskjede.i18n import MESSAGES
from virkningskjede.model import Ambiguity, Entry, Link, Patch
from virkningskjede.rules.context import RuleContext


def idle_reading(context: RuleContext) -> Iterator[Diagnostic]:
    """VK902: another reading that says the same as what is coded."""
    for path, part in context.parts_that_are(Entry, Link):
        for position, patch in enumerate(part.or_):
            if _changes_nothing(part, patch) and not (context.lost and context.lost.touches(path)):
                written = next(iter(patch.changes), None)
                place = (*path, "or", position, *([written] if written else []))
                yield diagnostic("VK902", place, on="key" if written else "value")


def _changes_nothing(host: Entry | Link, patch: Patch) -> bool:
    if patch.absent:
        return isinstance(host, Ambiguity)  # it is coded as absent already
    return all(getattr(host, name, None) == value for name, value in patch.changes.items()) if patch.changes else True


def unknown_code(context: RuleContext) -> Iterator[Diagnostic]:
    """VK903: the acceptance of a code that no rule has."""
    for path, accepted in context.acceptances:
        for code in accepted:
            if code not in MESSAGES:
                yield diagnostic("VK903", (*path, "accept", code), on="key", accepted=code)


def accepted_error(context: RuleContext) -> Iterator[Diagnostic]:
    """VK904: the acceptance of an error, which is not honoured."""
    for path, accepted in context.acceptances:
        for code in accepted:
            if code in MESSAGES and context.severity(code) == "error":
                yield diagnostic("VK904", (*path, "accept", code), on="key", accepted=code)


FEWEST_WORDS = 4
"""A reason of fewer words says hardly more than that there is one."""


def hardly_a_reason(context: RuleContext) -> Iterator[Diagnostic]:
    """VK905: something that is accepted with a reason of so few words that it hardly is one."""
    for path, accepted in context.acceptances:
        for code, reason in accepted.items():
            if len(reason.split()) < FEWEST_WORDS:
                yield diagnostic("VK905", (*path, "accept", code), accepted=code, reason=reason)

"""Family VK6: can every label be drawn and told from the others?"""

from __future__ import annotations

from collections.abc import Iterator

from virkningskjede.diagnostics import Diagnostic, Location, diagnostic
from virkningskjede.model import Aside, Node
from virkningskjede.rules.context import RuleContext

LONGEST_LABEL = 60
"""Characters that a box of the picture has room for, on three lines."""


def too_long(context: RuleContext) -> Iterator[Diagnostic]:
    """VK601: a label that its box has no room for."""
    for section, entry in context.model.entries():
        if isinstance(entry, Node | Aside) and len(entry.label) > LONGEST_LABEL:
            yield diagnostic("VK601", (section, entry.id, "label"), length=len(entry.label), limit=LONGEST_LABEL)


def repeated(context: RuleContext) -> Iterator[Diagnostic]:
    """VK602: two nodes, or two entries beside the chain, that a reader cannot tell apart. A barrier and an enabler alike is VK233."""
    first: dict[tuple[bool, str], tuple[str, Node | Aside]] = {}
    for section, entry in context.model.entries():
        if isinstance(entry, Node | Aside):
            plain = " ".join(entry.label.casefold().split())
            there, other = first.setdefault((isinstance(entry, Node), plain), (section, entry))
            if other is not entry and {there, section} != {"barriers", "enablers"}:
                place = Location((there, other.id, "label"))
                yield diagnostic("VK602", (section, entry.id, "label"), related=(place,), id=entry.id, other=other.id)

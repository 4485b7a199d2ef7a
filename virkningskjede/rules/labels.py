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
    """VK602: two nodes that a reader of the picture cannot tell apart."""
    first: dict[str, Node] = {}
    for node in context.model.nodes.values():
        other = first.setdefault(" ".join(node.label.casefold().split()), node)
        if other is not node:
            there = Location((other.stage, other.id, "label"))
            yield diagnostic("VK602", (node.stage, node.id, "label"), related=(there,), id=node.id, other=other.id)

"""Does what is said of one node, arrow, finding or risk fit with what else is said of it?"""

from __future__ import annotations

from collections.abc import Iterator

from virkningskjede.diagnostics import Diagnostic, diagnostic
from virkningskjede.i18n import Word
from virkningskjede.model import Certainty
from virkningskjede.model.values import HORIZONS
from virkningskjede.rules.context import RuleContext


def later_before_sooner(context: RuleContext) -> Iterator[Diagnostic]:
    """VK172: an arrow from an outcome that shows later to one that shows sooner, and is not marked as feedback."""
    outcomes = context.model.outcomes
    for outcome in outcomes.values():
        for link in outcome.leads_to if outcome.horizon else ():
            sooner = outcomes[link.to].horizon if link.to in outcomes else None
            if outcome.horizon and sooner and not link.feedback and HORIZONS.index(sooner) < HORIZONS.index(outcome.horizon):
                left, entered = Word(f"horizon.{outcome.horizon}"), Word(f"horizon.{sooner}")
                path = ("outcomes", outcome.id, "leads_to", link.to)
                yield diagnostic("VK172", path, source=link.source, target=link.to, left=left, entered=entered)


def risk_nobody_questions(context: RuleContext) -> Iterator[Diagnostic]:
    """VK173: an assumption that is taken for granted, though the source says how likely it is to fail."""
    for assumption in context.model.assumptions.values():
        if assumption.status == "unquestioned" and assumption.risk:
            yield diagnostic("VK173", ("assumptions", assumption.id, "status"), id=assumption.id)


def surer_than_its_parts(context: RuleContext) -> Iterator[Diagnostic]:
    """VK174: a finding of high certainty, though there is something serious to say against a part of what it rests on."""
    for path, part in context.parts_that_are(Certainty):
        if part.overall == "high" and any(concern == "serious" for _, concern in part):
            yield diagnostic("VK174", (*path, "overall"))


def raised_and_lowered(context: RuleContext) -> Iterator[Diagnostic]:
    """VK175: a node that is meant to lower an unwanted effect, with an arrow that gives more of it."""
    outcomes = context.model.outcomes
    for node in context.model.nodes.values():
        for link in node.leads_to:
            if link.sign is None and link.to in node.addresses and link.to in outcomes and outcomes[link.to].unwanted:
                yield diagnostic("VK175", (node.stage, node.id, "leads_to", link.to), source=node.id, target=link.to)


def aim_nobody_wishes(context: RuleContext) -> Iterator[Diagnostic]:
    """VK176: an outcome that is an aim of the whole, and that nobody wishes."""
    for outcome in context.model.outcomes.values():
        if outcome.unwanted and outcome.of_the_whole:
            yield diagnostic("VK176", ("outcomes", outcome.id, "unwanted"), id=outcome.id)

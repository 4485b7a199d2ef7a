"""Family VK2: what stands beside the chain, and what the arrows rest on. Is it about anything, and does it fit with what else is said?"""

from __future__ import annotations

from collections.abc import Iterator

from virkningskjede.diagnostics import Diagnostic, Location, diagnostic
from virkningskjede.i18n import Word
from virkningskjede.model import Assumption, Barrier, Context, Enabler, Entry, Link, Node, OpenQuestion, Outcome, Patch
from virkningskjede.rules.context import RuleContext


def about_nothing(context: RuleContext) -> Iterator[Diagnostic]:
    """VK231: an assumption, a barrier, an enabler or an open question that is about nothing in the model."""
    assumed = {name for _, part in context.parts_that_are(Link, Patch) for name in part.assumes}
    lowered = {name for _, part in context.parts_that_are(Node, Patch) for name in part.addresses}
    for section, entry in context.model.entries():
        match entry:
            case Assumption() | OpenQuestion():
                key, concerned = "about", bool(entry.about) or entry.id in assumed
            case Barrier():
                key, concerned = "hinders", bool(entry.about or entry.hinders) or entry.id in lowered
            case Enabler():
                key, concerned = "helps", bool(entry.about or entry.helps)
            case _:
                continue
        if not concerned:
            yield diagnostic("VK231", (section, entry.id), on="key", id=entry.id, key=key)


def addresses_no_problem(context: RuleContext) -> Iterator[Diagnostic]:
    """VK232: something that is meant to lower what is, in every reading, no problem, no barrier and no effect that nobody wishes."""
    nodes = context.model.nodes
    for node in nodes.values():
        for position, name in enumerate(node.addresses):
            if name in nodes and not any(_is_bad(reading) for reading in nodes[name].readings()):
                path = (node.stage, node.id, "addresses", position)
                yield diagnostic("VK232", path, id=node.id, other=name, stage=Word(f"stage.{nodes[name].stage}"))


def _is_bad(reading: Entry | None) -> bool:
    return (isinstance(reading, Context) and reading.kind == "problem") or (isinstance(reading, Outcome) and reading.unwanted)


def hinders_and_helps(context: RuleContext) -> Iterator[Diagnostic]:
    """VK233: the same thing as a barrier and as an enabler."""
    hindering = {_plain(barrier.label): barrier.id for barrier in context.model.barriers.values()}
    for enabler in context.model.enablers.values():
        other = hindering.get(_plain(enabler.label))
        if other is not None:
            there = Location(("barriers", other, "label"))
            yield diagnostic("VK233", ("enablers", enabler.id, "label"), related=(there,), id=enabler.id, other=other)


def _plain(label: str) -> str:
    """A label without what makes no difference to what it says."""
    return " ".join(label.casefold().split()).rstrip(".!")

"""One model looked over for gaps: what several kinds of gaps ask about it."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from types import MappingProxyType

from virkningskjede.analysis.paths.condensation import condensation_of
from virkningskjede.analysis.paths.dropped import without_dropped
from virkningskjede.analysis.paths.ends import beginnings, endings
from virkningskjede.analysis.paths.gap import Gap, GapKind
from virkningskjede.diagnostics import shorten
from virkningskjede.i18n import Word, quoted
from virkningskjede.model import PARTS, Entry, Link, LogicModel, Node, Outcome
from virkningskjede.model.graph import addressed
from virkningskjede.model.joint import joint_causes, together
from virkningskjede.model.values import NOT_THERE, ends_of, sentences
from virkningskjede.rules import RuleContext, check

RULES: Mapping[GapKind, tuple[str, ...]] = MappingProxyType(
    {"no_cause": ("VK208", "VK210"), "no_outcome": ("VK207", "VK210"), "unused_input": ("VK207", "VK210")}
)
"""The rules that say of a node what a kind of gap says of it. Where one of them is accepted, the coder's reason is told; where it is not,
``validate`` says it, and it is no gap as well.
"""

COUNTABLE = 10**12
"""From here on a number of chains is told by how many digits it has."""


class Survey:
    """One model, without the nodes that were dropped.

    Args:
        model: the model.
        much: the least share of all chains that makes an arrow one that many chains lead through.
    """

    def __init__(self, model: LogicModel, much: float) -> None:
        self.whole = model
        self.model = model = without_dropped(model)
        self.much = much
        self.places = condensation_of(model)
        self.joint = joint_causes(model)
        # What is said to come of several measures together hangs on nothing when none of them is there.
        self.caused = tuple(name for name, outcome in model.outcomes.items() if not outcome.of_the_whole and not self.joint.get(name))
        self.addressed = addressed(model)
        self.entering: dict[str, list[Link]] = {name: [] for name in model.nodes}
        for link in model.links():
            if link.to in self.entering and link.source != link.to and link.sign is None:
                self.entering[link.to].append(link)

    def signed(self, name: str) -> tuple[str, ...]:
        """The labels of nodes whose arrows to a node have a sign, and so do not lead to it."""
        return tuple(dict.fromkeys(self._signed.get(name, ())))

    @cached_property
    def _signed(self) -> Mapping[str, list[str]]:
        labels: dict[str, list[str]] = {}
        for link in self.model.links():
            if link.sign:
                labels.setdefault(link.to, []).append(self.model.nodes[link.source].label)
        return labels

    def dropped(self, *, to: str = "", source: str = "", addresses: str = "") -> tuple[str, ...]:
        """The labels of nodes that were dropped or never took part, and lead to a node, that one leads to, or that address something."""
        gone = self._gone
        names = {link.to for link in self.whole.nodes[source].leads_to} if source else set[str]()
        names.update(self._gone_to.get(to, ()), self._gone_against.get(addresses, ()))
        joint = self.whole.nodes.get(to)
        if isinstance(joint, Outcome) and joint.cause is not None:
            names.update(name for name in joint.cause.together if together(joint, gone.get(name)))
        there = [(number, node.label) for number, node in (self._gone_place[name] for name in names if name in gone)]
        return tuple(label for _, label in sorted(there))

    # A model may have dropped as many nodes as it has: what is asked of each of the others is looked up.

    @cached_property
    def _gone(self) -> Mapping[str, Node]:
        return {name: node for name, node in self.whole.nodes.items() if name not in self.model.nodes and node.status in NOT_THERE}

    @cached_property
    def _gone_place(self) -> Mapping[str, tuple[int, Node]]:
        return {name: (number, node) for number, (name, node) in enumerate(self._gone.items())}

    @cached_property
    def _gone_to(self) -> Mapping[str, set[str]]:
        leading: dict[str, set[str]] = {}
        for name, node in self._gone.items():
            for link in node.leads_to:
                leading.setdefault(link.to, set()).add(name)
        return leading

    @cached_property
    def _gone_against(self) -> Mapping[str, set[str]]:
        meant: dict[str, set[str]] = {}
        for name, node in self._gone.items():
            for problem in node.addresses:
                meant.setdefault(problem, set()).add(name)
        return meant

    @cached_property
    def by_rule(self) -> Mapping[str, str]:
        """The nodes of which ``validate`` says what a gap would, each with the code of the rule."""
        codes = dict.fromkeys(code for several in RULES.values() for code in several)
        breaches = check(RuleContext(self.whole), select=tuple(codes))
        return {str(breach.path[1]): breach.code for breach in breaches if breach.path[1] in self.model.nodes}

    @cached_property
    def comes_to(self) -> list[int]:
        """Which outcomes each place comes to, itself included: bit n stands for the n-th outcome."""
        return self.places.after(self.model.outcomes)

    @cached_property
    def chains(self) -> tuple[int, list[int], list[int]]:
        """How many chains there are from where they begin to where they end; how many of them come to each place, and go on from it."""
        first = self.places.at(beginnings(self.model, self.places))
        last = self.places.at(endings(self.model, self.places))
        come, go = self.places.ways_from(first), self.places.ways_to(last)
        return sum(come[place] for place in last) - len(first & last), come, go

    def ahead(self, name: str) -> int:
        """The outcomes that a node leads to, as bits."""
        place = self.places.place[name]
        outcomes = self.comes_to[place] if self.places.is_circle(place) else 0
        for to, _ in self.places.arrows[place]:
            outcomes |= self.comes_to[to]
        return outcomes

    def bits(self, names: Iterable[str]) -> int:
        """Some outcomes as bits."""
        wanted = frozenset(names)
        return sum(1 << bit for bit, name in enumerate(self.model.outcomes) if name in wanted)

    def hanging_on(self, refs: Collection[str]) -> tuple[str, ...]:
        """The outcomes that nodes and arrows lead to, or that they are; all of them where it is about the whole."""
        if any(ref in PARTS for ref in refs):
            return tuple(self.model.outcomes)
        outcomes = 0
        for name in (ends_of(ref)[-1] for ref in refs):
            outcomes |= self.comes_to[self.places.place[name]] if name in self.places.place else 0
        return tuple(name for bit, name in enumerate(self.model.outcomes) if outcomes >> bit & 1)

    def gap(
        self,
        kind: GapKind,
        about: Entry | Link | None,
        others: Iterable[str] = (),
        *,
        says: str = "",
        count: int = 0,
        share: float | None = None,
        **names: str | Word,
    ) -> Gap:
        """A gap about a node, an arrow, something beside the chain, or the model as a whole. ``names`` are those in its sentence."""
        at, accepted = (about.at, about.accept) if about is not None else ((), {})
        elements = tuple(others)
        if isinstance(about, Link):
            ends = [self.model.nodes[name] for name in about.ends]
            names |= {"source": quoted(shorten(ends[0].label)), "target": quoted(shorten(ends[1].label))}
            elements = (about.arrow, *elements)
            # What the coder inferred has no place of its own: it rests on what is said of the two nodes.
            at = at or (*ends[0].at, *ends[1].at)
        elif about is not None:
            names["name"] = quoted(shorten(getattr(about, "label", about.id)))
            elements = (about.id, *elements)
        reason = next((accepted[code] for code in RULES.get(kind, ()) if code in accepted), None)
        params = tuple(sorted({**names, "count": number(count)}.items(), key=lambda param: param[0]))
        return Gap(kind, self.model.id, elements, sentences(at, self.model.source), count, share, reason, says or kind, params)


def number(count: int) -> str:
    """A count as it is told: in full, or by its number of digits where they are very many.

    >>> number(37), number(2**100)
    ('37', '≈ 10^30')
    """
    return str(count) if count < COUNTABLE else f"≈ 10^{math.floor(math.log10(count))}"

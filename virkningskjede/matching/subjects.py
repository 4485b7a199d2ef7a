"""What matching looks at in an entry, and how two entries are related."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from virkningskjede.matching.likeness import likeness, pieces
from virkningskjede.model import Aside, Context, Entry, Node, Outcome, Result, TargetLimit
from virkningskjede.vocabulary import Vocabulary

Key = tuple[str, str]
"""An entry of a model: its section and its id."""

How = Literal["id", "term", "narrower", "broader", "label"]
"""Why two entries are one pair: see `virkningskjede.matching.Pair`."""


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """What matching looks at in an entry.

    Attributes:
        key: its section and its id.
        entry: the entry.
        place: the section, and for outcomes the level: terms are compared within one place only.
        terms: what it is coded as: terms; in the target group traits and kinds of limits; for results the indicator.
        label: its label, in `pieces`. This and what follows only decides between entries whose terms are related alike.
        people: everybody who takes part or whom it is for, with what they belong to.
        circumstances: on what condition and how much it is done.
    """

    key: Key
    entry: Entry
    place: tuple[str, str]
    terms: frozenset[str]
    label: frozenset[str]
    people: frozenset[str]
    circumstances: frozenset[str]

    @property
    def id(self) -> str:
        """The entry's id."""
        return self.key[1]

    @property
    def name(self) -> tuple[str, ...]:
        """What puts subjects in an order, like things beside each other."""
        return (*sorted(self.terms), *sorted(self.label), *self.key)


def subject_of(section: str, entry: Entry, codebook: Codebook) -> Subject:
    """Look at an entry."""
    level = entry.level if isinstance(entry, Outcome) else ""
    label = pieces(getattr(entry, "label", None))
    people, circumstances = _around(entry, codebook) if isinstance(entry, Node) else (frozenset(), frozenset())
    return Subject((section, entry.id), entry, (section, level), _terms(entry), label, people, circumstances)


def _around(node: Node, codebook: Codebook) -> tuple[frozenset[str], frozenset[str]]:
    named = node.who.takes_part | frozenset(node.who.for_) if node.who else frozenset()
    people = named.union(*(codebook.wider("actor", each) for each in named))
    amounts = {f"{dimension} {amount.per} {amount.interval()}" for dimension, amount in node.dose.amounts()} if node.dose else set()
    return people, frozenset(node.when) | amounts


def _terms(entry: Entry) -> frozenset[str]:
    if isinstance(entry, Node | Aside):
        return frozenset(entry.term)
    if isinstance(entry, Result):
        return frozenset([entry.indicator] if entry.indicator else [])
    if isinstance(entry, TargetLimit):
        denied = entry.denies.traits.named if entry.denies and entry.denies.traits else frozenset()
        limits = {name for name in ("age", "sick_leave") if getattr(entry, name) is not None}
        return (entry.traits.named if entry.traits else frozenset()) | limits | {f"not {trait}" for trait in denied}
    return frozenset()


class Codebook:
    """Which terms, traits and actors are kinds of which."""

    def __init__(self, vocabulary: Vocabulary | None) -> None:
        words = vocabulary or Vocabulary()
        self._wider = {"term": words.wider_term, "trait": words.wider_trait, "actor": words.wider_actor}

    def wider(self, kind: str, name: str) -> frozenset[str]:
        """Every other entry that this one is a kind of."""
        return self._wider[kind](name) - {name}

    def wider_term(self, term: str, section: str) -> frozenset[str]:
        """Every term that this one is a kind of; in the target group, every trait."""
        return self.wider("trait" if section == "target_group" else "term", term)


class Relation(NamedTuple):
    """How two subjects are the same thing: how firmly (0 is the firmest), why, and by which terms."""

    rank: int
    how: How
    terms: tuple[tuple[str, str], ...] = ()


def relation_of(x: Subject, y: Subject, codebook: Codebook) -> Relation | None:
    """How two subjects of different models are the same thing; None when they are coded differently."""
    if x.place != y.place:
        return None
    shared = x.terms & y.terms
    if shared:
        return Relation(0 if x.terms == y.terms else 1, "term", tuple((term, term) for term in sorted(shared)))
    section = x.key[0]
    narrower = {(one, other) for other in y.terms for one in x.terms & codebook.wider_term(other, section)}
    broader = {(one, other) for one in x.terms for other in y.terms & codebook.wider_term(one, section)}
    if narrower or broader:
        how: How = "term" if narrower and broader else "narrower" if narrower else "broader"
        return Relation(2, how, tuple(sorted(narrower | broader)))
    return Relation(3, "id") if x.id == y.id and not x.terms and not y.terms else None


def score(x: Subject, y: Subject) -> float:
    """How alike two subjects are beyond their relation; the same for (y, x). The term that stands first counts most."""
    kind = isinstance(x.entry, Context) and isinstance(y.entry, Context) and x.entry.kind == y.entry.kind
    return (
        2.0 * (x.id == y.id)
        + 2.0 * (_main_term(x) == _main_term(y))
        + 2.0 * kind
        + likeness(x.terms, y.terms)
        + 2.0 * likeness(x.label, y.label)
        + 2.0 * likeness(x.people, y.people)
        + likeness(x.circumstances, y.circumstances)
    )


def _main_term(subject: Subject) -> str | None:
    return subject.entry.term[0] if isinstance(subject.entry, Node | Aside) and subject.entry.term else None

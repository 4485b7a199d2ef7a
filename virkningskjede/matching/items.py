"""What matching looks at in an entry, and how two entries are related."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from virkningskjede.matching.likeness import likeness, pieces
from virkningskjede.model import Activity, Aside, Context, Entry, Node, Outcome, Result, TargetLimit
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.fields import LIMITS

EntryKey = tuple[str, str]
"""An entry of a model: its section and its id."""

SectionLevel = tuple[str, str]
"""Where an entry stands: its section, and for outcomes the level."""

Codes = frozenset[str]
"""What an entry is coded as: terms; in the target group traits and kinds of limits; for results the indicator."""

PairReason = Literal["id", "term", "narrower", "broader", "label", "place"]
"""Why two entries are one pair: see `virkningskjede.matching.Pair`."""


@dataclass(frozen=True, slots=True, eq=False)
class MatchItem:
    """What matching looks at in an entry.

    Attributes:
        key: its section and its id.
        entry: the entry.
        place: terms are compared within one place only.
        terms: what it is coded as.
        label: its label, in `pieces`. This and what follows only decides between entries whose terms are related alike.
        people: everybody who takes part or whom it is for, with what they belong to.
        circumstances: on what condition, how much, where, in what way and how soon.
    """

    key: EntryKey
    entry: Entry
    place: SectionLevel
    terms: Codes
    label: frozenset[str]
    people: frozenset[str]
    circumstances: frozenset[Hashable]

    @property
    def id(self) -> str:
        """The entry's id."""
        return self.key[1]

    @property
    def name(self) -> tuple[str, ...]:
        """What puts items in an order, like things beside each other."""
        return (*sorted(self.terms), *sorted(self.label), *self.key)


def content(item: MatchItem) -> str:
    """All that matching looks at, and the status and the places, but not the id: what puts equals in an order."""
    entry = item.entry
    circumstances = sorted(map(repr, item.circumstances))
    text = (getattr(entry, "term", ()), sorted(item.label), sorted(item.people), circumstances, getattr(entry, "status", None))
    return repr((item.key[0], *text, entry.at))


def item_of(section: str, entry: Entry, codebook: Codebook) -> MatchItem:
    """Look at an entry."""
    label = pieces(getattr(entry, "label", None))
    people, circumstances = _around(entry, codebook) if isinstance(entry, Node) else (frozenset(), frozenset())
    return MatchItem((section, entry.id), entry, place_of(section, entry), terms_of(entry), label, people, circumstances)


def place_of(section: str, entry: Entry) -> SectionLevel:
    """Where an entry stands."""
    return section, entry.level if isinstance(entry, Outcome) else ""


def _around(node: Node, codebook: Codebook) -> tuple[frozenset[str], frozenset[Hashable]]:
    named = node.who.takes_part | frozenset(node.who.for_) if node.who else frozenset()
    people = named.union(*map(codebook.wider_actor, named))
    amounts = node.dose.amounts() if node.dose else ()
    more = (
        (*node.place, *node.mode) if isinstance(node, Activity) else (node.horizon,) if isinstance(node, Outcome) and node.horizon else ()
    )
    return people, frozenset[Hashable](node.when).union(amounts, more)


def terms_of(entry: Entry) -> Codes:
    """What an entry is coded as."""
    if isinstance(entry, Node | Aside):
        return frozenset(entry.term)
    if isinstance(entry, Result):
        return frozenset([entry.indicator] if entry.indicator else [])
    if isinstance(entry, TargetLimit):
        denied = entry.denies.traits.named if entry.denies and entry.denies.traits else frozenset()
        limits = {name for name in LIMITS if getattr(entry, name) is not None}
        return (entry.traits.named if entry.traits else frozenset()) | limits | {f"not {trait}" for trait in denied}
    return frozenset()


class Codebook:
    """Which terms, traits and actors are kinds of which."""

    def __init__(self, vocabulary: Vocabulary | None) -> None:
        self._words = vocabulary or Vocabulary()

    def wider_actor(self, actor: str) -> frozenset[str]:
        """Every other actor that this one belongs to."""
        return self._words.wider_actor(actor) - {actor}

    def wider_term(self, term: str, section: str) -> frozenset[str]:
        """Every other term that this one is a kind of; in the target group, every trait."""
        wider = self._words.wider_trait if section == "target_group" else self._words.wider_term
        return wider(term) - {term}


class Relation(NamedTuple):
    """How two entries are the same thing: how firmly (0 is the firmest), why, and by which terms."""

    rank: int
    how: PairReason
    terms: tuple[tuple[str, str], ...] = ()


def related(x: Codes, y: Codes, section: str, codebook: Codebook) -> Relation | None:
    """How what two entries of a section are coded as belongs together; None when it does not."""
    shared = x & y
    if shared:
        return Relation(0 if x == y else 1, "term", tuple((term, term) for term in sorted(shared)))
    narrower = {(one, other) for other in y for one in x & codebook.wider_term(other, section)}
    broader = {(one, other) for one in x for other in y & codebook.wider_term(one, section)}
    if narrower or broader:
        how: PairReason = "term" if narrower and broader else "narrower" if narrower else "broader"
        return Relation(2, how, tuple(sorted(narrower | broader)))
    return None


def score(x: MatchItem, y: MatchItem) -> float:
    """How alike two items are beyond their relation; the same for (y, x). The term that stands first counts most.

    Each part is one less a distance, so that two that are alike in all of it can always be each other's partners: see `together`. What
    they are called by their ids is not among it: an id is a name that a coder gave in one model, and says nothing in another.
    """
    kind = isinstance(x.entry, Context) and isinstance(y.entry, Context) and x.entry.kind == y.entry.kind
    return (
        2.0 * (_main_term(x) == _main_term(y))
        + 2.0 * kind
        + likeness(x.terms, y.terms)
        + 2.0 * likeness(x.label, y.label)
        + 2.0 * likeness(x.people, y.people)
        + likeness(x.circumstances, y.circumstances)
    )


def _main_term(item: MatchItem) -> str | None:
    return item.entry.term[0] if isinstance(item.entry, Node | Aside) and item.entry.term else None

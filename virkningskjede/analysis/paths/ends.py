"""What a chain is asked to begin and end with: a node, a term, a stage, a level, or where the model's own chains begin and end."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

from virkningskjede.analysis.paths.places import Places
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word
from virkningskjede.model import Context, LogicModel, Outcome
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.values import STAGES, Level, plural
from virkningskjede.project import likely

LEVELS: tuple[Level, ...] = get_args(Level)

TERM = "term:"
"""What stands before a name that is to be read as a term, where a node has the same name."""

What = Literal["node", "term", "stage", "level", "edge"]
"""What a name was read as; ``edge`` for where the model's own chains begin or end."""


class End(NamedTuple):
    """One end of the chains that were asked for: the name, what it was read as, and the ids of the nodes."""

    name: str
    what: What
    nodes: tuple[str, ...]


def end_of(model: LogicModel, name: str, vocabulary: Vocabulary | None = None) -> End:
    """The nodes that a name stands for: a node's id, else a term, else a stage or a level. ``term:NAME`` is always a term.

    A term stands for every node that has it or a narrower one; there may be none.

    Raises:
        UsageError: it is nothing of the kind.

    >>> model = LogicModel(id="m", inputs={"a": {"label": "A"}}, outputs={"b": {"label": "B", "term": "kurs"}})
    >>> end_of(model, "kurs")
    End(name='kurs', what='term', nodes=('b',))
    """
    nodes = model.nodes
    words = vocabulary or Vocabulary()
    term = name.removeprefix(TERM)
    used = {each for node in nodes.values() for each in node.term}
    if name in nodes:
        return End(name, "node", (name,))
    if term in words.terms or term in used:
        return End(term, "term", tuple(each for each, node in nodes.items() if any(words.fills(own, term) for own in node.term)))
    stage = plural(name)
    if stage in STAGES:
        return End(str(stage), "stage", tuple(each for each, node in nodes.items() if node.stage == stage))
    if name in LEVELS:
        return End(name, "level", tuple(each for each, outcome in model.outcomes.items() if outcome.level == name))
    guess = likely(term, (*nodes, *words.terms, *used, *STAGES, *LEVELS))
    raise UsageError(Word("error.no_end", (("model", model.id), ("name", name), ("likely", guess))))


def beginnings(model: LogicModel, places: Places) -> tuple[str, ...]:
    """Where the model's own chains begin: inputs, activities and outputs that nothing but context leads to.

    Where such a place is a circle, it begins at any of them in it.
    """
    led_to = {
        place
        for names, leaving in zip(places.members, places.arrows, strict=True)
        for place, _ in leaving
        if not all(isinstance(model.nodes[name], Context) for name in names)
    }
    found = (name for name, node in model.nodes.items() if not isinstance(node, Context | Outcome))
    return tuple(name for name in found if places.place[name] not in led_to)


def endings(model: LogicModel, places: Places) -> tuple[str, ...]:
    """Where the model's own chains end: outcomes that lead to no further outcome, but those in the same circle."""
    ways = places.ways_to(places.at(model.outcomes))
    ahead = {place for place, leaving in enumerate(places.arrows) if any(ways[to] for to, _ in leaving)}
    return tuple(name for name in model.outcomes if places.place[name] not in ahead)

"""What a chain is asked to begin and end with: a node, a term, a stage, a level, or where the model's own chains begin and end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

from virkningskjede.analysis.paths.condensation import Condensation
from virkningskjede.errors import UsageError
from virkningskjede.i18n import LANGS, Word, word
from virkningskjede.i18n.spelling import fitting, the_one
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

    A term stands for every node that has it or a narrower one; there may be none. What is no id may be one that is written otherwise,
    or what the reader calls it: the label of a node or a term, or the name of a stage or a level.

    Raises:
        UsageError: it is nothing of the kind, or a label that several have.

    >>> model = LogicModel(id="m", inputs={"a": {"label": "A"}}, outputs={"b": {"label": "B", "term": "kurs"}})
    >>> end_of(model, "kurs")
    End(name='kurs', what='term', nodes=('b',))
    """
    end = _exact(model, name, vocabulary)
    name_meant = _name_meant(model, name, vocabulary) if end is None else None
    end = _exact(model, name_meant, vocabulary) if name_meant is not None else end
    if end is None:
        raise _no_end(model, name, vocabulary)
    return end


def _exact(model: LogicModel, name: str, vocabulary: Vocabulary | None) -> End | None:
    nodes = model.nodes
    words = vocabulary or Vocabulary()
    term = name.removeprefix(TERM)
    if name in nodes:
        return End(name, "node", (name,))
    if term in words.terms or term in _used(model):
        return End(term, "term", tuple(node_id for node_id, node in nodes.items() if any(words.fills(own, term) for own in node.term)))
    stage = plural(name)
    if stage in STAGES:
        return End(str(stage), "stage", tuple(node_id for node_id, node in nodes.items() if node.stage == stage))
    if name in LEVELS:
        return End(name, "level", tuple(node_id for node_id, outcome in model.outcomes.items() if outcome.level == name))
    return None


def _used(model: LogicModel) -> set[str]:
    """The terms that nodes have, whether or not the codebook has them."""
    return {term for node in model.nodes.values() for term in node.term}


def _name_meant(model: LogicModel, name: str, vocabulary: Vocabulary | None) -> str | None:
    """The name that can be looked up, of what somebody wrote otherwise; None where it is nothing of the kind.

    Raises:
        UsageError: it is a label that several have.
    """
    words = vocabulary or Vocabulary()
    terms = {f"{TERM}{term}": (term, *_labels(words, term)) for term in dict.fromkeys((*words.terms, *sorted(_used(model))))}
    if name.startswith(TERM):
        return the_one(name, fitting(name.removeprefix(TERM), terms))
    nodes = {node_id: (node_id, node.label) for node_id, node in model.nodes.items()}
    stages = {str(stage): (stage, *_both(f"stage.{stage}")) for stage in STAGES}
    levels = {str(level): (level, *_both(f"level.{level}")) for level in LEVELS}
    # As with ids: what a node is called goes before what a term is, and an id before what it is called.
    kinds: tuple[Mapping[str, tuple[str, ...]], ...] = (nodes, terms, {**stages, **levels})
    ids = (fitting(name, {key: (own,) for key, (own, *_) in kind.items()}) for kind in kinds)
    labels = (fitting(name, kind) for kind in kinds)
    return the_one(name, next(filter(None, (*ids, *labels)), ()))


def _labels(words: Vocabulary, term: str) -> tuple[str, ...]:
    return tuple(words.terms[term].label.in_(lang) for lang in LANGS) if term in words.terms else ()


def _both(key: str) -> tuple[str, ...]:
    return tuple(word(key, lang) for lang in LANGS)


def _no_end(model: LogicModel, name: str, vocabulary: Vocabulary | None) -> UsageError:
    words = vocabulary or Vocabulary()
    ids = (*model.nodes, *words.terms, *_used(model), *STAGES, *LEVELS)
    labels = [node.label for node in model.nodes.values()]
    guess = likely(name.removeprefix(TERM), ids) or likely(name, labels)
    return UsageError(Word("error.no_end", (("model", model.id), ("name", name), ("likely", guess))))


def beginnings(model: LogicModel, places: Condensation) -> tuple[str, ...]:
    """Where the model's own chains begin: inputs, activities and outputs that nothing but context leads to.

    Where such a place is a circle, it begins at any of them in it.
    """
    led_to = {
        place
        for names, leaving in zip(places.members, places.arrows, strict=True)
        for place, _ in leaving
        if not all(isinstance(model.nodes[name], Context) for name in names)
    }
    candidates = (name for name, node in model.nodes.items() if not isinstance(node, Context | Outcome))
    return tuple(name for name in candidates if places.place[name] not in led_to)


def endings(model: LogicModel, places: Condensation) -> tuple[str, ...]:
    """Where the model's own chains end: outcomes that lead to no further outcome, but those in the same circle."""
    ways = places.ways_to(places.at(model.outcomes))
    ahead = {place for place, leaving in enumerate(places.arrows) if any(ways[to] for to, _ in leaving)}
    return tuple(name for name in model.outcomes if places.place[name] not in ahead)

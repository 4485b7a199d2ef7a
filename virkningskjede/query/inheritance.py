"""What a model may mean of its template's target group: the template's limits, but for what the model has settled itself.

Traits stand in groups in the codebook (health, work, schooling). A model that names whom it takes in by one trait of a group has said what
it means by that kind of trait, and is not silent on the others in it; where it names none, the template's may be meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from virkningskjede.model import LogicModel, TargetLimit
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.values import copy_with
from virkningskjede.query.facts import CodedElement, Facts, limits_of


def inherited_limits(template: LogicModel, own: Iterable[CodedElement], vocabulary: Vocabulary | None) -> Iterator[CodedElement]:
    """The limits of a template's target group that a model with these limits may mean where it is silent.

    What the template denies is inherited as before: to take somebody in says nothing of who is kept out.
    """
    settled = frozenset(group for limit in own for group in _surely_named(limit, vocabulary))
    for limit in limits_of(template, "template"):
        yield replace(limit, readings=tuple(_without(facts, settled, vocabulary) for facts in limit.readings)) if settled else limit


def _surely_named(element: CodedElement, vocabulary: Vocabulary | None) -> frozenset[str]:
    """The groups of which a limit names a trait in every reading."""
    return frozenset.intersection(*(_groups(facts.limit if facts is not None else None, vocabulary) for facts in element.readings))


def _groups(limit: TargetLimit | None, vocabulary: Vocabulary | None) -> frozenset[str]:
    traits = limit.traits.named if limit is not None and limit.traits is not None else ()
    return frozenset(group for trait in traits if (group := _group(trait, vocabulary)) is not None)


def _group(trait: str, vocabulary: Vocabulary | None) -> str | None:
    known = vocabulary.traits.get(trait) if vocabulary is not None else None
    return known.group if known is not None else None


def _without(facts: Facts | None, groups: frozenset[str], vocabulary: Vocabulary | None) -> Facts | None:
    """A limit without its traits of these groups."""
    if facts is None or facts.limit is None or facts.limit.traits is None:
        return facts
    kept = {key: tuple(name for name in names if _group(name, vocabulary) not in groups) for key, names in facts.limit.traits}
    traits = copy_with(facts.limit.traits, kept) if any(kept.values()) else None
    return replace(facts, limit=copy_with(facts.limit, {"traits": traits}))

"""What is compared in an entry: its fields one by one, as typed values with one meaning each."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterable, Iterator, Mapping, Set
from typing import Any

from virkningskjede.differences.changes import Weight
from virkningskjede.model import (
    SECTIONS,
    Activity,
    Assumption,
    Barrier,
    Context,
    Enabler,
    Entry,
    Input,
    Later,
    Link,
    LogicModel,
    Node,
    OpenQuestion,
    Outcome,
    Output,
    Patch,
    Recruitment,
    Result,
    Traits,
    Who,
)
from virkningskjede.values import Bounds, Dose, Frozen, locators

Fields = Mapping[str, object]
"""The fields that are given, by name. Parts of a part have a dot: ``dose.frequency``, ``who.lead``."""

_PARTS = (Who, Dose, Later, Recruitment)
"""Values that are compared part by part."""

_NOT_FIELDS = frozenset({"id", "leads_to", "source", "to"})
"""What says which entry or arrow it is, and the arrows themselves."""

_NOT_OF_MODEL = frozenset({"format_version", "id", *SECTIONS})
"""What says which model it is, and the entries themselves."""

_REFERENCES = frozenset({"after", "addresses", "assumes", "indicators", "indicator", "about", "hinders", "helps", "same_as", "to"})
"""Fields that name entries of their own model."""

_REFERRING: Mapping[type, tuple[str, ...]] = {
    kind: tuple(name for name in kind.model_fields if name in _REFERENCES)
    for kind in (Context, Input, Activity, Output, Outcome, Assumption, Barrier, Enabler, OpenQuestion, Result)
}
"""The same, for each kind of entry."""

_HOW_IT_IS_CODED = frozenset({"at", "note", "or", "accept", "set_aside", "as_of", "source", "lang"})
"""Fields that say where a statement is from and how sure the coder is. They differ between any two models, and mean nothing there."""

_WEIGHTS: Mapping[str, Weight] = {
    **dict.fromkeys(("id", "label", "title", "note", "at", "accept", "set_aside", "source", "lang"), "cosmetic"),
    **dict.fromkeys(
        ("term", "level", "cause", "feedback", "assumes", "kind", "stage", "follows", "addresses", "about", "hinders", "helps"), "logic"
    ),
}


def weight_of(name: str) -> Weight:
    """How much it matters that this field differs.

    >>> weight_of("status"), weight_of("recruitment.note"), weight_of("term")
    ('content', 'cosmetic', 'logic')
    """
    return _WEIGHTS.get(_key(name), "content")


def _key(name: str) -> str:
    first, _, rest = name.partition(".")
    return rest.rpartition(".")[2] if first in ("dose", "later", "recruitment") else first


def says_how_it_is_coded(name: str) -> bool:
    """Whether a field is about the coding and not about what is coded."""
    return _key(name) in _HOW_IT_IS_CODED


def fields_of(value: Entry | Link, among: Iterable[str] | None = None) -> Fields:
    """The fields of an entry or an arrow. An arrow is also ``stated`` or not.

    Args:
        value: the entry or arrow.
        among: the names of the attributes to take; all when None. A result's number is taken as a whole.
    """
    found = dict(_flat(value, "", None if isinstance(value, Result) else among))
    if isinstance(value, Link):
        found["stated"] = value.stated
    if isinstance(value, Result):
        bounds = {name: found.pop(name) for name in Bounds.model_fields if name in found}
        found.update({"value": Bounds.model_validate(bounds)} if bounds.keys() - {"unit"} else bounds)
    return found


def mentions(entry: Entry) -> Iterator[str]:
    """The ids that an entry and its arrows name, without those of its other readings, which count between versions only."""
    for name in _REFERRING.get(type(entry), ()):
        held = getattr(entry, name)
        for reference in held if isinstance(held, tuple) else (held,) if held else ():
            yield from reference.split(" -> ")
    if isinstance(entry, Node):
        for link in entry.leads_to:
            yield link.to
            yield from link.assumes
        for dose in (entry.dose, entry.later.dose if entry.later else None):
            yield from (amount.same_as for _, amount in dose.amounts() if amount.same_as) if dose else ()


def fields_of_model(model: LogicModel) -> Fields:
    """What a model says outside its sections."""
    return dict(_flat(model, "", None, _NOT_OF_MODEL))


def _flat(
    value: Frozen, prefix: str, among: Iterable[str] | None = None, left_out: frozenset[str] = _NOT_FIELDS
) -> Iterator[tuple[str, object]]:
    fields = type(value).model_fields
    for name in fields if among is None else among:
        held: object = getattr(value, name)
        if name in left_out or held is None or held is False or held == ():  # never by what counts as false: a result of 0 is given
            continue
        key = prefix + (fields[name].alias or name)
        if isinstance(held, _PARTS):
            yield from _flat(held, f"{key}.")
        elif isinstance(held, Mapping):
            yield from ((f"{key}.{each}", part) for each, part in held.items())
        else:
            yield key, held


class Names:
    """One model's way of naming things, so that values of two models can be held against each other.

    Args:
        model: the model.
        renamed: for its ids that are in a pair with another id, the name that the pair has in both models.
        alone: its ids that are in no pair.
        side: what marks those.
        coding: whether places, notes and other readings inside a value count.
    """

    def __init__(self, model: LogicModel, renamed: Mapping[str, str], alone: Container[str], side: str, *, coding: bool) -> None:
        self._sections: tuple[Set[str], ...] = tuple(getattr(model, section).keys() for section in SECTIONS)
        self._renamed = renamed
        self._alone = alone
        self._side = side
        self._source = model.source
        self._coding = coding

    def of(self, reference: str) -> str:
        """The name of an entry, or of both ends of an arrow; a name of the vocabulary stays as it is."""
        return " -> ".join(self._one(end) for end in reference.split(" -> "))

    def in_both(self, name: str) -> bool:
        """Whether an entry is in a pair."""
        return name not in self._alone and self.is_own(name)

    def is_own(self, name: str) -> bool:
        """Whether the model has an entry with this id."""
        return any(name in section for section in self._sections)

    def _one(self, name: str) -> str:
        if name in self._alone:
            return f"{self._side}:{name}"
        if name in self._renamed:
            return f"={self._renamed[name]}"
        return f"={name}" if self.is_own(name) else name

    def meaning(self, name: str, value: Any) -> Hashable:
        """What a field's value says, so that equal meanings are equal values: lists of names have no order, and places are runs."""
        key = name.rpartition(".")[2]
        if key in _REFERENCES:
            return frozenset(self.of(each) for each in (value if isinstance(value, tuple) else (value,)))
        if key == "at":
            return self._runs(value)
        if isinstance(value, Traits):
            return frozenset(value.any if len(value.any) > 1 else ()), frozenset(value.all if len(value.any) > 1 else value.named)
        if isinstance(value, Patch):
            return value.absent, self._parts(value, value.model_fields_set - {"absent"})
        if isinstance(value, Frozen):
            return type(value).__name__, self._parts(value, type(value).model_fields)
        if isinstance(value, tuple):
            return frozenset(self.meaning(name, each) for each in value)
        return value  # type: ignore[no-any-return]

    def _parts(self, value: Frozen, names: Iterable[str]) -> Hashable:
        given = ((each, getattr(value, each)) for each in names if self._coding or each not in _HOW_IT_IS_CODED)
        return frozenset((each, self.meaning(each, held)) for each, held in given if held is not None)

    def _runs(self, at: tuple[str, ...]) -> Hashable:
        runs: dict[tuple[str | None, str], list[tuple[int, int]]] = {}
        for place in sorted(locators(at, self._source), key=lambda each: (each.first, each.last)):
            known = runs.setdefault((place.source, place.section), [])
            if known and place.first <= known[-1][1] + 1:
                known[-1] = known[-1][0], max(known[-1][1], place.last)
            else:
                known.append((place.first, place.last))
        return frozenset((where, tuple(found)) for where, found in runs.items())

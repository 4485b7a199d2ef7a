"""What is compared in an entry: its fields one by one, as typed values with one meaning each."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterable, Iterator, Mapping, Set
from functools import cache
from typing import Any

from virkningskjede.model import SECTIONS, Entry, Link, LogicModel, Node, Patch, Result, Traits
from virkningskjede.model.fields import field_named, names_in
from virkningskjede.model.values import OWN, Arrow, At, Bounds, Frozen, Weight, ends_of, fields_of, locators

Fields = Mapping[str, object]
"""The fields that are given, by name. Parts of a part have a dot: ``dose.frequency``, ``who.lead``."""


def weight_of(name: str) -> Weight:
    """How much it matters that this field differs.

    >>> weight_of("status"), weight_of("recruitment.note"), weight_of("term")
    ('content', 'cosmetic', 'logic')
    """
    return field_named(name).weight


def given_fields(value: Entry | Link, among: Iterable[str] | None = None) -> Fields:
    """The fields of an entry or an arrow. An arrow is also ``stated`` or not.

    Args:
        value: the entry or arrow.
        among: the names of the attributes to take; all when None. A result's number is taken as a whole.
    """
    fields = dict(_flat(value, "", None if isinstance(value, Result) or among is None else {*among}))
    if isinstance(value, Link):
        fields["stated"] = value.stated
    if isinstance(value, Result):
        bounds = {name: fields.pop(name) for name in Bounds.model_fields if name in fields}
        fields.update({"value": Bounds.model_validate(bounds)} if bounds.keys() - {"unit"} else bounds)
    return fields


def mentions(entry: Entry) -> Iterator[str]:
    """The ids that an entry and its arrows name, without those of its other readings, which count between versions only."""
    for _, reference in names_in(entry, *OWN):
        yield from ends_of(reference)
    for link in entry.leads_to if isinstance(entry, Node) else ():
        yield link.to
        yield from link.assumes


def given_fields_of_model(model: LogicModel) -> Fields:
    """What a model says outside its sections."""
    return dict(_flat(model, ""))


@cache
def _compared(kind: type[Frozen]) -> tuple[tuple[str, str], ...]:
    """The fields that are compared, by name and key: not what says which thing it is, and not the entries and arrows in it."""
    fields = (field for field in fields_of(kind) if not field.identity)
    return tuple((field.name, field.key) for field in fields if field.kind is None or not issubclass(field.kind, Entry | Link))


def _flat(value: Frozen, prefix: str, among: Set[str] | None = None) -> Iterator[tuple[str, object]]:
    for name, written in _compared(type(value)):
        if among is not None and name not in among:
            continue
        field_value: object = getattr(value, name)
        if field_value is None or field_value is False or field_value == ():  # never by what counts as false: a result of 0 is given
            continue
        key = prefix + written
        if isinstance(field_value, Frozen) and field_value.by_part:
            yield from _flat(field_value, f"{key}.")
        elif isinstance(field_value, Mapping):
            yield from ((f"{key}.{inner}", part) for inner, part in field_value.items())
        else:
            yield key, field_value


class Naming:
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
        ends = [self._one(end) for end in ends_of(reference)]
        return Arrow(*ends) if len(ends) == 2 else ends[0]

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
        if field_named(key).own:
            return frozenset(self.of(item) for item in (value if isinstance(value, tuple) else (value,)))
        if key == "at":
            return self._runs(value)
        if isinstance(value, Traits):
            return frozenset(value.any if len(value.any) > 1 else ()), frozenset(value.all if len(value.any) > 1 else value.named)
        if isinstance(value, Patch):
            return value.absent, self._parts(value, value.model_fields_set - {"absent"})
        if isinstance(value, Frozen):
            return type(value).__name__, self._parts(value, type(value).model_fields)
        if isinstance(value, tuple):
            return frozenset(self.meaning(name, item) for item in value)
        return value  # type: ignore[no-any-return]

    def _parts(self, value: Frozen, names: Iterable[str]) -> Hashable:
        present = ((field, getattr(value, field)) for field in names if self._coding or not field_named(field).coding)
        return frozenset((field, self.meaning(field, part)) for field, part in present if part is not None)

    def _runs(self, at: At) -> Hashable:
        runs: dict[tuple[str | None, str], list[tuple[int, int]]] = {}
        for place in sorted(locators(at, self._source), key=lambda place: (place.first, place.last)):
            joined = runs.setdefault((place.source, place.section), [])
            if joined and place.first <= joined[-1][1] + 1:
                joined[-1] = joined[-1][0], max(joined[-1][1], place.last)
            else:
                joined.append((place.first, place.last))
        return frozenset((where, tuple(numbers)) for where, numbers in runs.items())

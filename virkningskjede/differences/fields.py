"""What is compared in an entry: its fields one by one, as typed values with one meaning each."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any

from virkningskjede.differences.changes import Weight
from virkningskjede.model import SECTIONS, Entry, Later, Link, LogicModel, Patch, Recruitment, Result, Traits, Who
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


def fields_of(value: Entry | Link) -> Fields:
    """The fields of an entry or an arrow. An arrow is also ``stated`` or not."""
    found = dict(_flat(value, ""))
    if isinstance(value, Link):
        found["stated"] = value.stated
    if isinstance(value, Result):
        bounds = {name: found.pop(name) for name in Bounds.model_fields if name in found}
        found.update({"value": Bounds.model_validate(bounds)} if bounds.keys() - {"unit"} else bounds)
    return found


def fields_of_model(model: LogicModel) -> Fields:
    """What a model says outside its sections."""
    return dict(_flat(model, "", _NOT_OF_MODEL))


def _flat(value: Frozen, prefix: str, left_out: frozenset[str] = _NOT_FIELDS) -> Iterator[tuple[str, object]]:
    for name, field in type(value).model_fields.items():
        held: object = getattr(value, name)
        key = prefix + (field.alias or name)
        if name in left_out or held is None or held in ((), False):
            continue
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
        shared: for its ids that are in a pair, the name that the pair has in both models.
        side: what marks the ids that are in no pair.
        coding: whether places, notes and other readings inside a value count.
    """

    def __init__(self, model: LogicModel, shared: Mapping[str, str], side: str, *, coding: bool) -> None:
        self._own = {entry.id for _, entry in model.entries()}
        self._shared = shared
        self._side = side
        self._source = model.source
        self._coding = coding

    def of(self, reference: str) -> str:
        """The name of an entry, or of both ends of an arrow; a name of the vocabulary stays as it is."""
        return " -> ".join(self._one(end) for end in reference.split(" -> "))

    def in_both(self, name: str) -> bool:
        """Whether an entry is in a pair."""
        return name in self._shared

    def _one(self, name: str) -> str:
        if name in self._shared:
            return f"={self._shared[name]}"
        return f"{self._side}:{name}" if name in self._own else name

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

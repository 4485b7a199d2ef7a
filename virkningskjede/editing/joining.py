"""Two entries, or two arrows, made one: lists are joined, what only one says is kept, and what both say otherwise is a clash."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from virkningskjede.model.plain import in_full
from virkningskjede.model.values import Field, fields_of


def joined(kind: type[BaseModel], first: Any, second: Any, clashes: list[str], path: str) -> Any:
    """Both, where the first goes before the second in what both say otherwise.

    Args:
        kind: the type of both.
        first: one, as a file writes it.
        second: the other.
        clashes: gets the fields in which both say something, and not the same; what people see of them (`label`) is no clash.
        path: what to call the second among the clashes.
    """
    first, second = in_full(kind, first), in_full(kind, second)
    fields = {field.key: field for field in fields_of(kind)}
    whole = dict(first)
    for key, content in second.items():
        field = fields[key]
        if key not in whole:
            whole[key] = content
        elif whole[key] != content:
            whole[key] = _both(field, whole[key], content, clashes, f"{path}.{key}")
    return whole


def _both(field: Field, first: Any, second: Any, clashes: list[str], path: str) -> Any:
    if field.several:
        several = list(first) if isinstance(first, list) else [first]
        return several + [item for item in (second if isinstance(second, list) else [second]) if item not in several]
    if field.keyed:
        return {**second, **first}
    if field.kind is not None and getattr(field.kind, "by_part", False):
        return joined(field.kind, first, second, clashes, path)
    if not (field.prose and field.weight == "cosmetic" and not field.coding):  # what people see: each has its own, and one is kept
        clashes.append(path)
    return first

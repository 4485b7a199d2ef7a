"""A walk through a value and everything inside it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache

from virkningskjede.diagnostics import Path
from virkningskjede.model.parts import Link
from virkningskjede.model.values import Frozen, fields_of


def parts_of(value: object, path: Path = (), *, without: Collection[str] = ()) -> Iterator[tuple[Path, Frozen]]:
    """The value and every value inside it that has fields of its own, each with its path. An arrow is named by its target.

    Args:
        value: a model, a set, or any part of one.
        path: where the value itself stands.
        without: fields that are not gone into.

    >>> from virkningskjede.model import LogicModel
    >>> model = LogicModel(id="m", inputs={"a": {"label": "A", "leads_to": ["b"]}})
    >>> [path for path, _ in parts_of(model)]
    [(), ('inputs', 'a'), ('inputs', 'a', 'leads_to', 'b')]
    """
    parts: list[tuple[Path, Frozen]] = []
    _walk(value, path, without, parts)
    return iter(parts)


def _walk(value: object, path: Path, without: Collection[str], parts: list[tuple[Path, Frozen]]) -> None:
    # Every value of every model passes here: a list is filled, for a generator inside a generator hands each part on at every level.
    if isinstance(value, Frozen):
        parts.append((path, value))
        for name, key in _holding(type(value)):
            content = getattr(value, name)
            if content and not isinstance(content, str) and name not in without:
                _walk(content, (*path, key), without, parts)
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            _walk(item, (*path, item.to if isinstance(item, Link) else position), without, parts)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            _walk(item, (*path, key), without, parts)


@cache
def _holding(kind: type[Frozen]) -> tuple[tuple[str, str], ...]:
    """The fields of a type that can hold values with fields of their own, each with its key: not those of names, texts and words."""
    plain = [field.kind is None and (field.names is not None or field.prose or field.closed) for field in fields_of(kind)]
    return tuple((field.name, field.key) for field, is_plain in zip(fields_of(kind), plain, strict=True) if not is_plain)

"""A walk through a value and everything inside it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from virkningskjede.diagnostics import Path
from virkningskjede.model.parts import Link
from virkningskjede.model.values import Frozen


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
    if isinstance(value, Frozen):
        yield path, value
        for name, field in type(value).model_fields.items():
            content = getattr(value, name)
            # Most fields are empty or text, and every field of every model passes here.
            if content and not isinstance(content, str) and name not in without:
                yield from parts_of(content, (*path, field.alias or name), without=without)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from parts_of(item, (*path, key), without=without)
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from parts_of(item, (*path, item.to if isinstance(item, Link) else position), without=without)

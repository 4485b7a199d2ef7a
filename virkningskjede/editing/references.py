"""What is named where: every id in a value that names something, by the roles of the fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from virkningskjede.diagnostics import Path
from virkningskjede.model import LogicModel
from virkningskjede.model.values import Field, Frozen, NameKind, ends_of, fields_of


@dataclass(frozen=True, slots=True)
class Reference:
    """A text that names something.

    Attributes:
        path: the keys and positions that lead to it; an arrow is known by its position.
        field: the field that it stands in.
        what: what the field names.
        text: the id, or an arrow.
        holder: the value that has the field.
        model: the model that it stands in, if it stands in one: also a piece of one, as an example of a criterion is.
        as_key: whether it is the key under which something stands, and not what stands there.
    """

    path: Path
    field: Field
    what: NameKind
    text: str
    holder: Frozen
    model: LogicModel | None
    as_key: bool = False

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids in it: one, or the two ends of an arrow."""
        return ends_of(self.text)


def references_in(value: object, path: Path = (), model: LogicModel | None = None) -> Iterator[Reference]:
    """Every reference in a value and in all that is in it. A field's own choices name nothing.

    >>> model = LogicModel(id="m", inputs={"a": {"label": "A", "term": "penger", "leads_to": ["b"]}}, outputs={"b": {"label": "B"}})
    >>> [(reference.path, reference.what) for reference in references_in(model)]
    [(('inputs', 'a', 'term', 0), 'term'), (('inputs', 'a', 'leads_to', 0, 'to'), 'node')]
    """
    if isinstance(value, Frozen):
        inside = value if isinstance(value, LogicModel) else model
        for field in fields_of(type(value)):
            content = getattr(value, field.name)
            if not content or field.key.startswith("@"):  # most are empty, and which node an arrow leaves is no key of its own
                continue
            here = (*path, field.key)
            if field.names is not None and field.kind is None:
                named = [(here, content)] if isinstance(content, str) else [((*here, place), text) for place, text in enumerate(content)]
                for there, text in named:
                    if text not in field.choices:
                        yield Reference(there, field, field.names, text, value, inside)
            elif not isinstance(content, str):
                if field.names is not None and isinstance(content, Mapping):
                    keys = [key for key in content if isinstance(key, str)]
                    yield from (Reference((*here, key), field, field.names, key, value, inside, as_key=True) for key in keys)
                yield from references_in(content, here, inside)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from references_in(item, (*path, key), model)
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from references_in(item, (*path, place), model)


class Spot(NamedTuple):
    """Where something stands among plain values: what holds it, and its key or position there."""

    holder: Any
    key: Any

    @property
    def content(self) -> Any:
        """What stands there."""
        return self.holder[self.key]

    def put(self, content: object) -> None:
        """Let something else stand there."""
        self.holder[self.key] = content


def spot(values: Any, path: Path) -> Spot:
    """Where a path of typed values leads among the values of a file, which may have any of the format's short forms there.

    >>> spot({"who": ["nav"], "term": "kurs"}, ("who", "do", 0)).content, spot({"term": "kurs"}, ("term", 0)).content
    ('nav', 'kurs')

    Raises:
        KeyError: it leads nowhere.
    """
    here: Any = values
    place: Spot | None = None
    for step in path:
        if (isinstance(here, dict) and step in here) or (isinstance(here, list) and isinstance(step, int) and step < len(here)):
            place = Spot(here, step)
            here = place.content
        elif isinstance(here, dict) and isinstance(step, str):
            raise KeyError(path)
        # Otherwise it is short: a list or a text that stands for one key of a mapping, or one thing without the list around it.
    if place is None or not isinstance(here, str):
        raise KeyError(path)
    return place


def put_key(values: Any, path: Path, new: str) -> None:
    """Let what stands under the last key of a path stand under another, in the same place.

    >>> values = {"are": {"ha": 1, "stovner": 2}}
    >>> put_key(values, ("are", "ha"), "haa")
    >>> values
    {'are': {'haa': 1, 'stovner': 2}}
    """
    *steps, old = path
    here: Any = values
    for step in steps:
        if isinstance(step, int) if isinstance(here, list) else step in here:
            here = here[step]  # otherwise it is short, as in `spot`
    renamed = {new if key == old else key: content for key, content in here.items()}
    here.clear()
    here.update(renamed)

"""How a model does what its template describes, where it does it otherwise: field by field, as the field table has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from virkningskjede.matching import EntryKey
from virkningskjede.model import Link, Node
from virkningskjede.model.values import Bounds, Deadline, Field, Mark, Measure, fields_of, fits

_IDENTIFYING = frozenset({"term", "level", "unwanted", "sign"})
"""What decides whether something is the template's at all: what is otherwise there is not the same thing done otherwise."""

_ASIDE = frozenset({"status", "later", "assumes", "evidence", "feedback"})
"""What a template does not ask for in those who follow it: how far it has come, what must hold, and what research has found."""

OF_ONE_ROLE = frozenset({"lead", "for_"})
"""The roles in which somebody else is another way of doing it, though the same people take part."""


@cache
def compared_with_template(kind: type[Node | Link]) -> tuple[Field, ...]:
    """The fields in which a node or an arrow of a model can be otherwise than the template's.

    >>> from virkningskjede.model import Outcome
    >>> [field.name for field in compared_with_template(Outcome)]
    ['who', 'when', 'after', 'dose', 'addresses', 'indicators', 'cause', 'horizon']
    """
    return tuple(
        field
        for field in fields_of(kind)
        if not (field.coding or field.identity or field.weight == "cosmetic" or field.kind is Link)
        and field.marks.isdisjoint({Mark.RUNNING, Mark.TEMPLATE})
        and field.name not in _IDENTIFYING | _ASIDE
    )


class Otherwise(NamedTuple):
    """One way in which a model does what its template describes, but not as the template describes it.

    Attributes:
        field: a field of the node or the arrow, or a part of it such as ``dose.count`` or ``who.lead``.
        template: the template's value.
        own: the model's values, one for each entry that gives one; of an arrow, by its name.
        without: actors whom the template names and the model does not.
        besides: actors whom the model names and the template does not, neither as such nor as what they belong to.
    """

    field: str
    template: object
    own: tuple[tuple[EntryKey, object], ...]
    without: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()


def key_of(node: Node) -> EntryKey:
    """A node's section and id."""
    return node.stage, node.id


def listed(value: object) -> tuple[Any, ...]:
    """What a field holds, as a list of it."""
    return value if isinstance(value, tuple) else () if value is None or value is False else (value,)


def given_in(nodes: Iterable[Node], name: str) -> Iterator[tuple[EntryKey, object]]:
    """What nodes say in a field, where they say something."""
    yield from ((key_of(node), value) for node in nodes if listed(value := getattr(node, name, None)))


def arrows_otherwise(link: Link, owns: Iterable[Link]) -> Iterator[tuple[Link, Otherwise]]:
    """How the arrows of a model between the same things differ from the template's."""
    for field in compared_with_template(Link):
        wanted = listed(getattr(link, field.name))
        given = [(("leads_to", own.arrow), value) for own in owns if listed(value := getattr(own, field.name))]
        if wanted and given and not any(set(wanted) <= set(listed(value)) for _, value in given):
            yield link, Otherwise(field.name, getattr(link, field.name), tuple(given))


def is_another(mine: Bounds, wanted: Bounds) -> bool:
    """Whether an amount is surely not what the template has, or cannot be held against it because it counts something else.

    Words say neither, and a number without a unit does not say that it counts something else.
    """
    fit = fits(mine, wanted)
    if fit != "silent" or Measure.of(mine).apart(Measure.of(wanted)):
        return fit != "yes"
    dates = [amount.date for amount in (mine, wanted) if isinstance(amount, Deadline) and amount.date is not None]
    if len(dates) == 2:
        return dates[0].last > dates[1].last
    sized = [
        amount.interval() is not None or amount.varies is not None or getattr(amount, "date", None) is not None for amount in (mine, wanted)
    ]
    if not all(sized) or (mine.varies is not None and wanted.varies is not None):
        return False
    units = [Measure.of(amount).unit for amount in (mine, wanted) if amount.interval() is not None]
    return len(units) < 2 or None not in units

"""Whether a model hangs together: every id that it mentions is one of its own, and no two things share one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import chain

from pydantic import BaseModel

from virkningskjede.diagnostics import Diagnostic, Location, Path, diagnostic
from virkningskjede.i18n.likely import guess
from virkningskjede.model import PARTS, SECTIONS, Entry, Link, LogicModel, Node
from virkningskjede.model.values import Arrow, Field, Frozen, FrozenMap, NameKind, arrow_of, copy_with, fields_of
from virkningskjede.project.lost import ANY, NOTHING, Lost


def broken_names(model: LogicModel, lost: Lost = NOTHING) -> Iterator[Diagnostic]:
    """Repeated ids, repeated arrows, and references to nodes, assumptions or arrows that the model does not have.

    Args:
        model: the model.
        lost: what its file says that the model does not have.
    """
    yield from lost.judged(_broken_names(model, lost))


def _broken_names(model: LogicModel, lost: Lost) -> Iterator[Diagnostic]:
    yield from _repeated(model)
    names = _Names(model, lost)
    if model.dose is not None:
        yield from names.within(model.dose, ("dose",))
    for section, entry in model.entries():
        here: Path = (section, entry.id)
        yield from names.within(entry, here)
        if isinstance(entry, Node) and entry.leads_to:
            yield from _links(entry, here, names)


def coherent(model: LogicModel, lost: Lost = NOTHING) -> tuple[LogicModel, Lost]:
    """The model without what `broken_names` finds in its chain, so that the chain can be walked; and what it lacks then.

    Of two entries with one id, or two arrows between the same nodes, the first stays.
    """
    adrift: set[Path] = set()
    seen: set[str] = set()
    sections: dict[str, dict[str, Entry]] = {}
    for section, entry in model.entries():
        if entry.id in seen:
            adrift.add((section, entry.id))
        else:
            seen.add(entry.id)
            sections.setdefault(section, {})[entry.id] = entry
    nodes = {name for kept in sections.values() for name, entry in kept.items() if isinstance(entry, Node)}
    for section, kept in sections.items():
        for name, entry in kept.items():
            if isinstance(entry, Node) and entry.leads_to:
                arrows = {link.to: link for link in reversed(entry.leads_to) if link.to in nodes}
                if len(arrows) < len(entry.leads_to):
                    adrift.update(_left_out(entry, (section, name, "leads_to"), nodes))
                    kept[name] = copy_with(entry, {"leads_to": tuple(reversed(arrows.values()))})
    if not adrift:
        return model, lost
    changed = {section: FrozenMap(sections.get(section, {})) for section in SECTIONS}
    return copy_with(model, changed), lost | Lost(adrift=frozenset(adrift))


def _left_out(node: Node, path: Path, nodes: Collection[str]) -> Iterator[Path]:
    """The arrows of a node that lead nowhere; and what a repeated one may say of why, which the first does not."""
    seen: set[str] = set()
    for link in node.leads_to:
        if link.to not in nodes:
            yield (*path, link.to)
        elif link.to in seen:
            yield from ((*path, link.to, field.key) for field in fields_of(Link) if not field.identity and not field.coding)
        seen.add(link.to)


def _repeated(model: LogicModel) -> Iterator[Diagnostic]:
    first: dict[str, str] = {}
    for section, entry in model.entries():
        if entry.id in first:
            here = Location((first[entry.id], entry.id), "key")
            yield diagnostic("VK311", (section, entry.id), on="key", related=(here,), id=entry.id, first=f"{first[entry.id]}.{entry.id}")
        first.setdefault(entry.id, section)


def _links(node: Node, here: Path, names: _Names) -> Iterator[Diagnostic]:
    seen: dict[str, int] = {}
    for position, link in enumerate(node.leads_to):
        if link.to in seen:
            first = Location((*here, "leads_to", seen[link.to]))
            yield diagnostic("VK203", (*here, "leads_to", position), related=(first,), source=node.id, target=link.to)
            continue
        seen[link.to] = position
        path = (*here, "leads_to", link.to)
        if link.to not in names.model.nodes and link.to not in names.lost.names:
            yield names.unknown(link.to, path, names.model.nodes)
        yield from names.within(link, path)


_IN_THE_CHAIN: tuple[NameKind, ...] = ("node", "numbered", "lowered", "assumption", "part")
"""What is looked for in the model itself. An indicator may be one of the codebook's: there is a rule for that."""


@cache
def _naming(kind: type[BaseModel]) -> tuple[Field, ...]:
    """The fields of a type that name something of the model, or that hold values which do. A node's arrows are walked apart."""
    fields = (field for field in fields_of(kind) if not field.identity and field.kind is not Link)
    return tuple(field for field in fields if field.names in _IN_THE_CHAIN or (field.kind is not None and _naming(field.kind)))


class _Names:
    """What can be referred to in one model."""

    def __init__(self, model: LogicModel, lost: Lost) -> None:
        self.model = model
        self.lost = lost
        self.arrows = dict.fromkeys(link.ends for link in model.links())
        self.drawn = tuple(Arrow(*ends) for ends in self.arrows)
        self.referable = (*model.nodes, *PARTS)
        self.numbered = dict.fromkeys((*model.nodes, *model.target_group, *model.indicators, *model.results))
        self.lowered = dict.fromkeys((*model.nodes, *model.barriers))
        self.known = {*model.nodes, *PARTS, *model.assumptions, *lost.names}

    def within(self, value: Frozen, path: Path) -> Iterator[Diagnostic]:
        """What is named in a value, and in the values in it, that the model does not have."""
        for field in _naming(type(value)):
            content = getattr(value, field.name)
            if content is None or content == ():  # as most are, and everything in every file passes here
                continue
            key = (*path, field.key)
            positions = enumerate(content) if isinstance(content, tuple) else [(None, content)]
            for position, item in positions:
                here = key if position is None else (*key, position)
                yield from self._of_name(field, item, here) if isinstance(item, str) else self.within(item, here)

    def _of_name(self, field: Field, name: str, path: Path) -> Iterator[Diagnostic]:
        if field.names == "part":
            yield from self._anything(name, path)
        elif name not in self.lost.names:
            known = self._known(field, path)
            if name not in known and name not in field.choices:
                yield self.unknown(name, path, chain(known, field.choices))

    def _known(self, field: Field, path: Path) -> Collection[str]:
        if field.names == "assumption":
            return self.model.assumptions
        if field.names == "numbered" and "dose" not in path:  # a dose is so much of what another node is
            return self.numbered
        return self.lowered if field.names == "lowered" else self.model.nodes

    def _anything(self, ref: str, path: Path) -> Iterator[Diagnostic]:
        arrow = arrow_of(ref)
        if arrow is not None:
            if arrow.ends not in self.arrows and not self._may_have_led(*arrow.ends):
                yield diagnostic("VK312", path, arrow=ref, likely=guess(ref, self.drawn))
        elif ref not in self.known:
            yield self.unknown(ref, path, self.referable)

    def _may_have_led(self, source: str, target: str) -> bool:
        """Whether an arrow between these two may be one that was lost."""
        return bool({(source, target), (source, ANY), (ANY, ANY)} & self.lost.arrows)

    def unknown(self, name: str, path: Path, known: Iterable[str]) -> Diagnostic:
        """An id that nothing has."""
        return diagnostic("VK301", path, id=name, likely=guess(name, known))

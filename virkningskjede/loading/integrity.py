"""Whether a model hangs together: every id that it mentions is one of its own, and no two things share one."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from virkningskjede.diagnostics import Diagnostic, Location, Path, diagnostic
from virkningskjede.loading.form import likely
from virkningskjede.loading.lost import ANY, NOTHING, Lost
from virkningskjede.model import PARTS, SECTIONS, Aside, Barrier, Enabler, Entry, LogicModel, Node
from virkningskjede.values import Dose, FrozenMap


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
    for section, entry in model.entries():
        here: Path = (section, entry.id)
        if isinstance(entry, Node):
            # Most nodes mention nothing but their arrows, and every node of every file passes here.
            if entry.after:
                yield from names.nodes(entry.after, (*here, "after"))
            if entry.addresses:
                yield from names.addressed(entry.addresses, (*here, "addresses"))
            if entry.dose:
                yield from names.doses(entry.dose, (*here, "dose"))
            if entry.leads_to:
                yield from _links(entry, here, names)
        elif isinstance(entry, Aside):
            yield from names.anything(entry.about, (*here, "about"))
            if isinstance(entry, Barrier):
                yield from names.anything(entry.hinders, (*here, "hinders"))
            elif isinstance(entry, Enabler):
                yield from names.anything(entry.helps, (*here, "helps"))


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
                    kept[name] = entry.model_copy(update={"leads_to": tuple(reversed(arrows.values()))})
    if not adrift:
        return model, lost
    changed = {section: FrozenMap(sections.get(section, {})) for section in SECTIONS}
    return model.model_copy(update=changed), lost | Lost(adrift=frozenset(adrift))


def _left_out(node: Node, path: Path, nodes: Collection[str]) -> Iterator[Path]:
    """The arrows of a node that lead nowhere; and what a repeated one may say of why, which the first does not."""
    seen: set[str] = set()
    for link in node.leads_to:
        if link.to not in nodes:
            yield (*path, link.to)
        elif link.to in seen:
            yield from ((*path, link.to, key) for key in ("because", "evidence", "assumes", "feedback"))
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
        if link.to not in names.model.nodes:
            yield from names.nodes((link.to,), path, whole=True)
        if link.assumes:
            yield from names.assumptions(link.assumes, (*path, "assumes"))
        for number, patch in enumerate(link.or_):
            if patch.to is not None:
                yield from names.nodes((patch.to,), (*path, "or", number, "to"), whole=True)


class _Names:
    """What can be referred to in one model."""

    def __init__(self, model: LogicModel, lost: Lost) -> None:
        self.model = model
        self.lost = lost
        self.arrows = {link.ends for link in model.links()}
        self.drawn = tuple(" -> ".join(ends) for ends in self.arrows)
        self.referable = (*model.nodes, *PARTS)
        self.addressable = (*model.nodes, *model.barriers)
        self.known = {*model.nodes, *PARTS, *model.assumptions, *lost.names}

    def nodes(self, ids: tuple[str, ...], path: Path, *, whole: bool = False) -> Iterator[Diagnostic]:
        yield from self._unknown(ids, path, self.model.nodes, whole=whole)

    def assumptions(self, ids: tuple[str, ...], path: Path) -> Iterator[Diagnostic]:
        yield from self._unknown(ids, path, self.model.assumptions)

    def addressed(self, ids: tuple[str, ...], path: Path) -> Iterator[Diagnostic]:
        for position, name in enumerate(ids):
            if name not in self.model.nodes and name not in self.model.barriers and name not in self.lost.names:
                yield self._diagnostic(name, (*path, position), self.addressable)

    def doses(self, dose: Dose, path: Path) -> Iterator[Diagnostic]:
        for dimension, amount in dose.amounts():
            if amount.same_as is not None:
                yield from self.nodes((amount.same_as,), (*path, dimension, "same_as"), whole=True)

    def anything(self, refs: tuple[str, ...], path: Path) -> Iterator[Diagnostic]:
        for position, ref in enumerate(refs):
            source, arrow, target = ref.partition(" -> ")
            if arrow:
                if (source, target) not in self.arrows and not self._may_have_led(source, target):
                    yield diagnostic("VK312", (*path, position), arrow=ref, likely=likely(ref, self.drawn))
            elif ref not in self.known:
                yield self._diagnostic(ref, (*path, position), self.referable)

    def _may_have_led(self, source: str, target: str) -> bool:
        """Whether an arrow between these two may be one that was lost."""
        return bool({(source, target), (source, ANY), (ANY, ANY)} & self.lost.arrows)

    def _unknown(self, ids: tuple[str, ...], path: Path, known: Collection[str], *, whole: bool = False) -> Iterator[Diagnostic]:
        for position, name in enumerate(ids):
            if name not in known and name not in self.lost.names:
                yield self._diagnostic(name, path if whole else (*path, position), known)

    def _diagnostic(self, name: str, path: Path, known: Collection[str]) -> Diagnostic:
        return diagnostic("VK301", path, id=name, likely=likely(name, known))

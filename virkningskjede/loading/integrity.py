"""Whether a model hangs together: every id that it mentions is one of its own, and no two things share one."""

from __future__ import annotations

from collections.abc import Iterator

from virkningskjede.diagnostics import Diagnostic, Path, diagnostic
from virkningskjede.loading.form import likely
from virkningskjede.model import PARTS, Aside, Barrier, Enabler, LogicModel, Node
from virkningskjede.values import Dose


def broken_names(model: LogicModel) -> Iterator[Diagnostic]:
    """Repeated ids, repeated arrows, and references to nodes, assumptions or arrows that the model does not have."""
    yield from _repeated(model)
    names = _Names(model)
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


def _repeated(model: LogicModel) -> Iterator[Diagnostic]:
    first: dict[str, str] = {}
    for section, entry in model.entries():
        if entry.id in first:
            yield diagnostic("VK311", (section, entry.id), on="key", id=entry.id, first=f"{first[entry.id]}.{entry.id}")
        first.setdefault(entry.id, section)


def _links(node: Node, here: Path, names: _Names) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for position, link in enumerate(node.leads_to):
        if link.to in seen:
            yield diagnostic("VK203", (*here, "leads_to", position), source=node.id, target=link.to)
            continue
        seen.add(link.to)
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

    def __init__(self, model: LogicModel) -> None:
        self.model = model
        self.arrows = {link.ends for link in model.links()}

    def nodes(self, ids: tuple[str, ...], path: Path, *, whole: bool = False) -> Iterator[Diagnostic]:
        yield from self._unknown(ids, path, self.model.nodes, whole=whole)

    def assumptions(self, ids: tuple[str, ...], path: Path) -> Iterator[Diagnostic]:
        yield from self._unknown(ids, path, self.model.assumptions)

    def addressed(self, ids: tuple[str, ...], path: Path) -> Iterator[Diagnostic]:
        for position, name in enumerate(ids):
            if name not in self.model.nodes and name not in self.model.barriers:
                yield self._diagnostic(name, (*path, position), (*self.model.nodes, *self.model.barriers))

    def doses(self, dose: Dose, path: Path) -> Iterator[Diagnostic]:
        for dimension, amount in dose.amounts():
            if amount.same_as is not None:
                yield from self.nodes((amount.same_as,), (*path, dimension, "same_as"), whole=True)

    def anything(self, refs: tuple[str, ...], path: Path) -> Iterator[Diagnostic]:
        for position, ref in enumerate(refs):
            source, arrow, target = ref.partition(" -> ")
            if arrow:
                if (source, target) not in self.arrows:
                    known = [" -> ".join(ends) for ends in self.arrows]
                    yield diagnostic("VK312", (*path, position), arrow=ref, likely=likely(ref, known))
            elif ref not in self.model.nodes and ref not in PARTS and ref not in self.model.assumptions:
                yield self._diagnostic(ref, (*path, position), (*self.model.nodes, *PARTS))

    def _unknown(self, ids: tuple[str, ...], path: Path, known: object, *, whole: bool = False) -> Iterator[Diagnostic]:
        for position, name in enumerate(ids):
            if name not in known:  # type: ignore[operator]
                yield self._diagnostic(name, path if whole else (*path, position), tuple(known))  # type: ignore[arg-type]

    def _diagnostic(self, name: str, path: Path, known: tuple[str, ...]) -> Diagnostic:
        return diagnostic("VK301", path, id=name, likely=likely(name, known))

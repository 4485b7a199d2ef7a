"""Models that are made of other models by one change. Each is validated as a file is: by its form, and by the names in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from virkningskjede.arguments import checked
from virkningskjede.diagnostics import InvalidModel, Path, path_text, shorten
from virkningskjede.editing.joining import joined
from virkningskjede.editing.references import Reference, references_in, spot
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word
from virkningskjede.i18n.likely import likely, no_choice
from virkningskjede.model import SECTIONS, Entry, Link, LogicModel, Node
from virkningskjede.model.fields import SECTION_KINDS
from virkningskjede.model.plain import in_full, written, written_value
from virkningskjede.model.values import OWN, STAGES, Arrow, Frozen, arrow_of, ends_of, fields_of
from virkningskjede.project import broken_names, build, keep_as

Values = dict[str, Any]
"""A model as its file writes it."""

MOST_PLACES = 8
"""So many places of what is in the way are named in a sentence."""


@checked
def with_entry(model: LogicModel, section: str, entry: object, fields: Mapping[str, object]) -> LogicModel:
    """See `LogicModel.with_entry`."""
    _known_section(section)
    name, values = _entry_values(section, entry, fields)
    there = section_of(model, name)
    if there not in (None, section):
        raise UsageError(Word("edit.taken", (("id", name), ("section", str(there)))))
    tree = written(model)
    tree.setdefault(section, {})[name] = values
    return made(model, tree)


@checked
def with_node(model: LogicModel, section: str, node: object, fields: Mapping[str, object]) -> LogicModel:
    """See `LogicModel.with_node`."""
    stages = [kind.name for kind in SECTION_KINDS.values() if kind.stage]
    if section not in stages:
        raise UsageError(no_choice(section, stages))
    return with_entry(model, section, node, fields)


@checked
def with_link(model: LogicModel, source: str | Link, link: object, fields: Mapping[str, object]) -> LogicModel:
    """See `LogicModel.with_link`."""
    if isinstance(source, Link):
        source, link = source.source, source if link is None else link
    arrow = arrow_of(source)
    if arrow is not None and link is None:
        source, link = arrow.ends
    section = _section_with(model, source, model.nodes)
    values = in_full(Link, _as_written(link))
    _set(values, Link, fields)
    tree = written(model)
    links = tree[section][source].setdefault("leads_to", [])
    places = [place for place, other in enumerate(model.nodes[source].leads_to) if other.to == values.get("to")]
    if places:
        links[places[0]] = values
    else:
        links.append(values)
    return made(model, tree)


@checked
def with_fields(model: LogicModel, id: str | None, fields: Mapping[str, object]) -> LogicModel:  # noqa: A002 (the format's own word)
    """See `LogicModel.with_fields`."""
    tree = written(model)
    if id is None:
        _set(tree, LogicModel, fields)
    elif (arrow := arrow_of(id)) is not None:
        section, place = _place_of(model, arrow)
        links = tree[section][arrow.source]["leads_to"]
        links[place] = in_full(Link, links[place])
        _set(links[place], Link, fields)
    else:
        section = _section_with(model, id)
        _set(tree[section][id], SECTION_KINDS[section].entry, fields)
    return made(model, tree)


@checked
def without(model: LogicModel, id: str, *, dropping: bool = False) -> LogicModel:  # noqa: A002 (the format's own word)
    """See `LogicModel.without`."""
    tree = written(model)
    arrow = arrow_of(id)
    gone: list[Path]
    if arrow is not None:
        section, place = _place_of(model, arrow)
        gone = [(section, arrow.source, "leads_to", place)]
    else:
        gone = [(_section_with(model, id), id)]
        gone += [
            (section, entry.id, "leads_to", place)
            for section, entry in model.entries()
            if isinstance(entry, Node)
            for place, link in enumerate(entry.leads_to)
            if link.to == id and entry.id != id
        ]
    still = [
        reference
        for reference in _own_references(model, id)
        if not any(reference.path[: len(path)] == path for path in gone) and (arrow is None or reference.text == arrow)
    ]
    if still and not dropping:
        raise UsageError(Word("edit.referred", (("id", id), ("places", _places(still)))))
    for reference in reversed(still):
        _drop(tree, reference)
    for path in reversed(gone):
        holder: Any = tree
        for step in path[:-1]:
            holder = holder[step]
        del holder[path[-1]]
    return made(model, tree)


@checked
def renamed(model: LogicModel, old: str, new: str) -> LogicModel:
    """See `LogicModel.renamed`."""
    section = _section_with(model, old)
    if new == old:
        return model
    there = section_of(model, new)
    if there is not None:
        raise UsageError(Word("edit.taken", (("id", new), ("section", there))))
    tree = written(model)
    _rewrite(tree, _own_references(model, old), {old: new}.get)
    tree[section] = {new if name == old else name: entry for name, entry in tree[section].items()}
    return made(model, tree)


@checked
def moved(model: LogicModel, id: str, section: str, position: int | None, fields: Mapping[str, object]) -> LogicModel:  # noqa: A002 (the format's own word)
    """See `LogicModel.moved`."""
    _known_section(section)
    tree = written(model)
    entry = tree[_section_with(model, id)].pop(id)
    _set(entry, SECTION_KINDS[section].entry, fields)
    order = list(tree.setdefault(section, {}).items())
    order.insert(len(order) if position is None else position, (id, entry))
    tree[section] = dict(order)
    return made(model, tree)


@checked
def merged(model: LogicModel, ids: str | Iterable[str], into: str, *, keeping: bool = False) -> LogicModel:
    """See `LogicModel.merged`."""
    section = _section_with(model, into)
    others = [name for name in dict.fromkeys([ids] if isinstance(ids, str) else ids) if name != into]
    for name in others:
        if _section_with(model, name) != section:
            raise UsageError(Word("edit.sections", (("id", name), ("into", into), ("section", section))))
    tree = written(model)
    for name in others:
        _rewrite(tree, _own_references(model, name), {name: into}.get)
    entries = tree[section]
    clashes: list[str] = []
    for name in others:
        entries[into] = joined(SECTION_KINDS[section].entry, entries[into], entries.pop(name), clashes, path=name)
    for stage in STAGES:
        for name, node in tree.get(stage, {}).items():
            if node.get("leads_to"):
                node["leads_to"] = _joined_links(name, node["leads_to"], clashes)
    if clashes and not keeping:
        raise UsageError(Word("edit.clash", (("into", into), ("places", ", ".join(dict.fromkeys(clashes))))))
    tree = {key: _named_once(value, into) if key in SECTIONS else value for key, value in tree.items()}
    _without_itself(tree[section][into], SECTION_KINDS[section].entry, into)
    return made(model, tree)


def section_of(model: LogicModel, name: str) -> str | None:
    """The section that an entry stands in; None when there is none of this id."""
    return next((section for section in SECTIONS if name in getattr(model, section)), None)


def made(model: LogicModel, tree: Values) -> LogicModel:
    """The model of changed values, of the same project as before.

    Raises:
        InvalidModel: the values are not those of a model, or name something that it does not have.
    """
    value, wrong = build(LogicModel, tree)
    if value is not None:
        before = list(broken_names(model))  # which a model that was built in Python may have
        wrong += [diagnostic for diagnostic in broken_names(value) if diagnostic not in before]
    if value is None or any(diagnostic.severity == "error" for diagnostic in wrong):
        raise InvalidModel(wrong)
    return keep_as(value, model)


def _entry_values(section: str, entry: object, fields: Mapping[str, object]) -> tuple[str, Values]:
    """The id of an entry that is given as a value, as a mapping or by its fields; and what a file would write of it.

    Raises:
        UsageError: it is none of these, or has no id.
    """
    kind = SECTION_KINDS[section].entry
    if isinstance(entry, Entry) and not isinstance(entry, kind):
        raise UsageError(Word("edit.another_kind", (("kind", type(entry).__name__), ("section", section))))
    if entry is not None and not isinstance(entry, Entry | Mapping):
        raise UsageError(Word("edit.no_entry", (("value", repr(entry)[:80]),)))
    own = {"id": entry.id, **written_value(entry)} if isinstance(entry, Entry) else dict(entry or {})
    given = {**own, **fields}
    name = given.pop("id", None)
    if not isinstance(name, str):
        raise UsageError(Word("edit.no_id"))
    values: Values = {}
    _set(values, kind, given)
    return name, values


def _set(values: Values, kind: type[Frozen], fields: Mapping[str, object]) -> None:
    """Give fields other values, by the names of their keys or of the attributes; None takes a value away."""
    aliases = {name: info.alias or name for name, info in kind.model_fields.items()}
    for name, content in fields.items():
        key = aliases.get(name, name)
        if content is None:
            values.pop(key, None)
        else:
            values[key] = _as_written(content)


def _as_written(value: object) -> object:
    if isinstance(value, Frozen):
        return written_value(value)
    if isinstance(value, Mapping):
        return {key: _as_written(item) for key, item in value.items()}
    return [_as_written(item) for item in value] if isinstance(value, list | tuple) else value


def _known_section(section: str) -> None:
    if section not in SECTIONS:
        raise UsageError(no_choice(section, SECTIONS))


def _section_with(model: LogicModel, name: str, among: Iterable[str] = ()) -> str:
    """The section of an entry that must be there.

    Raises:
        UsageError: it is not; with what may have been meant.
    """
    known = tuple(among) or tuple(entry.id for _, entry in model.entries())
    section = section_of(model, name)
    if section is None or name not in known:
        raise UsageError(Word("edit.unknown", (("id", shorten(str(name))), ("model", model.id), ("likely", likely(str(name), known)))))
    return section


def _place_of(model: LogicModel, arrow: Arrow) -> tuple[str, int]:
    """The section of the node that an arrow leaves, and its position among the arrows from there."""
    for section, entry in model.entries():
        for place, link in enumerate(entry.leads_to if isinstance(entry, Node) else ()):
            if link.ends == arrow.ends:
                return section, place
    known = [link.arrow for link in model.links()]
    raise UsageError(Word("edit.unknown", (("id", shorten(arrow)), ("model", model.id), ("likely", likely(arrow, known)))))


def _own_references(model: LogicModel, name: str) -> list[Reference]:
    """What names an entry or an arrow of the model. An indicator that is not the model's own is the codebook's."""
    return [
        reference
        for reference in references_in(model)
        if reference.what in OWN
        and name in (*reference.ids, reference.text)
        and (reference.what != "indicator" or name in model.indicators)
    ]


def _rewrite(tree: Values, references: Iterable[Reference], new: Callable[[str], str | None]) -> None:
    for reference in references:
        arrow = arrow_of(reference.text)
        there = spot(tree, reference.path)
        ends = arrow_of(there.content) if arrow is not None else None
        there.put(Arrow(*(new(end) or end for end in ends.ends)) if ends is not None else new(there.content) or there.content)


def _drop(tree: Values, reference: Reference) -> None:
    there = spot(tree, reference.path)
    del there.holder[there.key]


def _joined_links(source: str, links: list[Any], clashes: list[str]) -> list[Any]:
    """The arrows from a node, one to each target and none to itself."""
    by_target: dict[str, Any] = {}
    for link in links:
        to = link if isinstance(link, str) else link["to"]
        if to == source:
            continue
        by_target[to] = joined(Link, by_target[to], link, clashes, path=f"{source} -> {to}") if to in by_target else link
    return list(by_target.values())


def _named_once(value: Any, name: str) -> Any:
    """Values in which each list names an entry once, and each arrow of it."""
    if isinstance(value, dict):
        return {key: _named_once(item, name) for key, item in value.items()}
    if not isinstance(value, list):
        return value
    kept: list[Any] = []
    for item in value:
        if not isinstance(item, str) or name not in ends_of(item) or item not in kept:
            kept.append(_named_once(item, name))
    return kept


def _without_itself(entry: Values, kind: type[Frozen], name: str) -> Values:
    """An entry without what it says of itself: it does not come after itself, and is not what it lowers."""
    for field in fields_of(kind):
        content = entry.get(field.key)
        if field.own and content is not None:
            rest = [item for item in (content if isinstance(content, list) else [content]) if item != name]
            if not rest:
                del entry[field.key]
            elif isinstance(content, list):
                entry[field.key] = rest
    return entry


def _places(references: Iterable[Reference]) -> str:
    texts = [path_text(reference.path) for reference in references]
    more = len(texts) - MOST_PLACES
    return ", ".join(texts[:MOST_PLACES]) + (f" (+ {more})" if more > 0 else "")

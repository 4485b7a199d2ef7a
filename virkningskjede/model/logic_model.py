"""The logic model: one programme's inputs, activities, outputs and outcomes, and the arrows between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from virkningskjede.i18n import Lang
from virkningskjede.i18n.language import chosen
from virkningskjede.model.entries import (
    Activity,
    Ambiguity,
    Assumption,
    Barrier,
    Context,
    Enabler,
    Entry,
    Indicator,
    Input,
    Node,
    OpenQuestion,
    Outcome,
    Output,
    Result,
    TargetLimit,
)
from virkningskjede.model.parts import PARTS, Accepted, Actors, Link, Note, open_to_readings
from virkningskjede.model.values import (
    EMPTY,
    At,
    Date,
    Dose,
    File,
    Frozen,
    FrozenMap,
    Id,
    Label,
    LocatorText,
    Mark,
    ModelKind,
    Names,
    Prose,
    Section,
    SetAside,
    Short,
    Weighs,
    fields_of,
)

if TYPE_CHECKING:
    import os
    from pathlib import Path

    import networkx as nx
    import pandas as pd

E = TypeVar("E", bound=Entry)


def _with_ids(value: object) -> object:
    """Tell each entry its id, which in a file is its key."""
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        return value
    return {key: _with_id(key, entry) for key, entry in value.items()}


def _with_id(key: object, entry: object) -> object:
    if isinstance(entry, dict):
        return {**entry, "@id": key}
    if isinstance(entry, Entry) and entry.id != key:
        raise PydanticCustomError("VK107", "id", {"value": f"{key} / {entry.id}"})
    return entry


def _no_part(name: str) -> str:
    """An entry's id: not a word that references already have for a part of the model, or nobody could tell which of the two they name."""
    if name in PARTS:
        raise PydanticCustomError("VK147", "taken", {"id": name})
    return name


EntryId = Annotated[Id, AfterValidator(_no_part)]

Entries = Annotated[Mapping[EntryId, E], BeforeValidator(_with_ids), Short((None,)), AfterValidator(FrozenMap)]
"""A section: entries by id, in the file's order."""


class Recruitment(Frozen):
    """How users come in: who refers, who receives, who decides, who may do one of these; how; and whether consent is asked for."""

    by_part: ClassVar[bool] = True

    refer: Actors = ()
    receive: Actors = ()
    decide: Actors = ()
    maybe: Actors = ()
    how: Prose | None = None
    consent: Annotated[Literal["asked", "required", "written"] | None, Mark.QUALIFIES] = None
    because: Annotated[Prose | None, Mark.RUNNING] = None
    note: Note = None
    at: At = ()


Written = Mapping[str, object]
"""A value as a file writes it: what it says by the names of its keys."""


class LogicModel(File):
    """A logic model (virkningskjede): what goes in, what is done, what comes out, what changes, and why.

    It is frozen, can be hashed, and reads no file. Two models are equal when they say the same, whatever the order of their keys.
    The layout follows DFØ's results chain and the W. K. Kellogg Foundation's logic model guide (2004).

    Attributes:
        id: the model's name in the collection.
        kind: ``pilot``, ``template`` or ``programme``.
        follows: the id of the template it implements.
        as_of: the day, month or year that the description holds for.
        source: the default source of its locators, a key of the references.
        lang: the language of its texts.
        dose: amounts of the whole follow-up; an upper bound for its parts.

    >>> model = LogicModel(id="kurs", activities={"kurs": {"label": "Kurs", "leads_to": ["mestring"]}},
    ...                    outcomes={"mestring": {"label": "Mestring", "level": "user"}})
    >>> [link.ends for link in model.links()]
    [('kurs', 'mestring')]
    """

    # `virkningskjede.project` lets a model keep of where it was loaded: no field, so it is no part of equality, hash or dump.
    kept: ClassVar[tuple[str, ...]] = ("_project",)

    kind: Annotated[ModelKind, Weighs("logic")] = "pilot"
    id: Annotated[Id, Mark.IDENTITY, Weighs("cosmetic")]
    title: Annotated[Label | None, Weighs("cosmetic")] = None
    follows: Annotated[Id | None, Names("template"), Weighs("logic")] = None
    as_of: Annotated[Date | None, Mark.CODING] = None
    source: Annotated[Id | None, Names("source"), Mark.CODING, Weighs("cosmetic")] = None
    lang: Annotated[Literal["nb", "en", "nn"], Mark.CODING, Weighs("cosmetic")] = "nb"
    note: Note = None
    dose: Annotated[Dose | None, Mark.QUALIFIES] = None
    target_group: Entries[TargetLimit] = EMPTY
    recruitment: Recruitment | None = None
    context: Annotated[Entries[Context], Weighs("logic")] = EMPTY
    inputs: Annotated[Entries[Input], Weighs("logic")] = EMPTY
    activities: Annotated[Entries[Activity], Weighs("logic")] = EMPTY
    outputs: Annotated[Entries[Output], Weighs("logic")] = EMPTY
    outcomes: Annotated[Entries[Outcome], Weighs("logic")] = EMPTY
    assumptions: Annotated[Entries[Assumption], Weighs("logic")] = EMPTY
    barriers: Annotated[Entries[Barrier], Weighs("logic")] = EMPTY
    enablers: Annotated[Entries[Enabler], Weighs("logic")] = EMPTY
    open_questions: Entries[OpenQuestion] = EMPTY
    indicators: Entries[Indicator] = EMPTY
    results: Entries[Result] = EMPTY
    ambiguities: Annotated[Entries[Ambiguity], Mark.CODING] = EMPTY
    accept: Accepted = EMPTY
    set_aside: Annotated[Section[LocatorText, SetAside], Mark.CODING, Weighs("cosmetic")] = EMPTY

    if TYPE_CHECKING:
        # What a program may write where a file may: entries as typed values, or as plain mappings that are made into these.
        def __init__(
            self,
            *,
            id: str,  # noqa: A002 (the format's own word)
            kind: ModelKind = ...,
            title: str | None = ...,
            follows: str | None = ...,
            as_of: Date | str | int | None = ...,
            source: str | None = ...,
            lang: Literal["nb", "en", "nn"] = ...,
            note: str | None = ...,
            dose: Dose | Written | None = ...,
            target_group: Mapping[str, TargetLimit | Written | None] = ...,
            context: Mapping[str, Context | Written | None] = ...,
            inputs: Mapping[str, Input | Written | None] = ...,
            activities: Mapping[str, Activity | Written | None] = ...,
            outputs: Mapping[str, Output | Written | None] = ...,
            outcomes: Mapping[str, Outcome | Written | None] = ...,
            assumptions: Mapping[str, Assumption | Written | None] = ...,
            barriers: Mapping[str, Barrier | Written | None] = ...,
            enablers: Mapping[str, Enabler | Written | None] = ...,
            open_questions: Mapping[str, OpenQuestion | Written | None] = ...,
            indicators: Mapping[str, Indicator | Written | None] = ...,
            results: Mapping[str, Result | Written | None] = ...,
            ambiguities: Mapping[str, Ambiguity | Written | None] = ...,
            recruitment: Recruitment | Written | None = ...,
            accept: Mapping[str, str] = ...,
            set_aside: Mapping[str, SetAside] = ...,
            format_version: int = ...,
        ) -> None: ...

    def __repr__(self) -> str:
        return f"LogicModel({self.id}: {len(self.nodes)} nodes, {sum(1 for _ in self.links())} arrows)"

    @property
    def name(self) -> str:
        """The title, or the id where there is none."""
        return self.title or self.id

    @cached_property
    def nodes(self) -> Mapping[str, Node]:
        """The nodes of the chain by id, stage by stage in the order of the file."""
        stages: tuple[Mapping[str, Node], ...] = (self.context, self.inputs, self.activities, self.outputs, self.outcomes)
        return FrozenMap(dict(node for stage in stages for node in stage.items()))

    @cached_property
    def _project(self) -> object | None:
        return None  # what is kept is put under this name in ``__dict__``

    def links(self) -> Iterator[Link]:
        """The arrows, in the order of their nodes."""
        for node in self.nodes.values():
            yield from node.leads_to

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Every entry of every section, each with its section's name."""
        for section in SECTIONS:
            for entry in getattr(self, section).values():
                yield section, entry

    @property
    def graph(self) -> nx.DiGraph[str]:
        """The chain as a frozen networkx graph: ``nodes[i]["node"]`` and ``edges[a, b]["link"]`` hold the typed values.

        >>> model = LogicModel(id="m", inputs={"a": {"label": "A", "leads_to": ["b"]}}, outputs={"b": {"label": "B"}})
        >>> model.graph.edges["a", "b"]["link"].to
        'b'
        """
        from virkningskjede.model.graph import graph_of  # the contract's exception: networkx is paid for by those who ask for a graph

        return graph_of(self)

    # A changed model is made where that is asked, and what a model says is put in words there. These are the contract's two exceptions:
    # a model is edited, and read as results are, where it stands.

    def with_node(self, section: str, node: Node | Written | None = None, /, **fields: object) -> LogicModel:
        """The model with a node more at the end of a stage, or with another one in the place of the node of the same id.

        Every change gives a new model, validated as a file is, and of the same project; this one stays as it is.

        Args:
            section: ``context``, ``inputs``, ``activities``, ``outputs`` or ``outcomes``.
            node: the node, or its fields by their keys, with its ``id``.
            fields: its fields, in place of a node or beside it.

        Raises:
            UsageError: there is no such stage, the node has no id, or the id is that of an entry of another section.
            InvalidModel: it makes no model; ``.diagnostics`` says why.

        >>> model = LogicModel(id="m", outcomes={"mestring": {"label": "Mestring", "level": "user"}})
        >>> model.with_node("activities", id="kurs", label="Kurs", leads_to="mestring")
        LogicModel(m: 2 nodes, 1 arrows)
        """
        from virkningskjede.editing.values import with_node

        return with_node(self, section, node, fields)

    def with_entry(self, section: str, entry: Entry | Written | None = None, /, **fields: object) -> LogicModel:
        """The same as `with_node`, in any section: also a barrier, an indicator or a result."""
        from virkningskjede.editing.values import with_entry

        return with_entry(self, section, entry, fields)

    def with_link(self, source: str | Link, link: str | Link | Written | None = None, /, **fields: object) -> LogicModel:
        """The model with an arrow more from a node, or with another one in the place of the arrow between the same two.

        Args:
            source: the id of the node it leaves; or the whole arrow, as a value or as ``"a -> b"``.
            link: the id of the node it enters, or the arrow's fields by their keys.
            fields: more of its fields.

        Raises:
            UsageError: there is no such node.
            InvalidModel: it makes no model; ``.diagnostics`` says why.

        >>> model = LogicModel(id="m", inputs={"a": {"label": "A"}}, outputs={"b": {"label": "B"}})
        >>> model.with_link("a", "b", because="Fordi").graph.edges["a", "b"]["link"].because
        'Fordi'
        """
        from virkningskjede.editing.values import with_link

        return with_link(self, source, link, fields)

    def with_fields(self, id: str | None = None, /, **fields: object) -> LogicModel:  # noqa: A002 (the format's own word)
        """The model in which an entry, or an arrow (``"a -> b"``), has other values for some fields. None takes a value away.

        Args:
            id: the entry or the arrow; without it, the fields are the model's own.
            fields: the new values.

        Raises:
            UsageError: there is no such entry or arrow.
            InvalidModel: it makes no model; ``.diagnostics`` says why.

        >>> model = LogicModel(id="m", inputs={"a": {"label": "A", "status": "planned"}})
        >>> model.with_fields("a", label="Penger", status=None).with_fields(title="Min modell").inputs["a"]
        Input(id='a', label='Penger')
        """
        from virkningskjede.editing.values import with_fields

        return with_fields(self, id, fields)

    def without(self, id: str, *, dropping: bool = False) -> LogicModel:  # noqa: A002 (the format's own word)
        """The model without an entry or an arrow (``"a -> b"``). The arrows to and from a node go with it.

        Args:
            id: the entry or the arrow.
            dropping: drop what else refers to it too: a barrier no longer hinders it, a result has no indicator any more.

        Raises:
            UsageError: there is no such entry or arrow; or something else refers to it, which is listed, and is not to be dropped.
            InvalidModel: what refers to it says nothing without it, such as an amount that is the same as another.

        >>> model = LogicModel(id="m", inputs={"a": {"label": "A", "leads_to": ["b"]}}, outputs={"b": {"label": "B"}})
        >>> model.without("b")
        LogicModel(m: 1 nodes, 0 arrows)
        """
        from virkningskjede.editing.values import without

        return without(self, id, dropping=dropping)

    def renamed(self, old: str, new: str) -> LogicModel:
        """The model in which an entry has another id. Everything in it that refers to the entry follows.

        What other files say of it (claims, drafts) is changed by ``virkningskjede.rename``.

        Raises:
            UsageError: there is no such entry, or the new id is taken.
            InvalidModel: the new id is none.

        >>> model = LogicModel(id="m", inputs={"a": {"label": "A", "leads_to": ["b"]}}, outputs={"b": {"label": "B"}})
        >>> [link.arrow for link in model.renamed("b", "c").links()]
        ['a -> c']
        """
        from virkningskjede.editing.values import renamed

        return renamed(self, old, new)

    def moved(self, id: str, section: str, position: int | None = None, /, **fields: object) -> LogicModel:  # noqa: A002 (the format's own word)
        """The model in which an entry stands in another section, or at another place in its own.

        Args:
            id: the entry.
            section: the section it is to stand in.
            position: its place there, from 0; the last when None.
            fields: other values for some of its fields, such as the ``level`` that an outcome must have.

        Raises:
            UsageError: there is no such entry or section.
            InvalidModel: it has something that no entry of that section has, or lacks something that each has.

        >>> model = LogicModel(id="m", outputs={"a": {"label": "A"}, "b": {"label": "B"}})
        >>> list(model.moved("b", "outputs", 0).outputs), list(model.moved("a", "outcomes", level="user").outcomes)
        (['b', 'a'], ['a'])
        """
        from virkningskjede.editing.values import moved

        return moved(self, id, section, position, fields)

    def merged(self, ids: str | Iterable[str], into: str, *, keeping: bool = False) -> LogicModel:
        """The model in which several entries of a section are made one. What referred to any of them refers to that one.

        Lists are joined, arrows between the same two are made one, and arrows among those that are made one are gone. What only one of
        them says is kept. Each has a label of its own, and that of ``into`` stays.

        Args:
            ids: the entries.
            into: the entry that they are made.
            keeping: in what else both say, and not the same, what ``into`` says is kept.

        Raises:
            UsageError: there is no such entry, they stand in several sections; or, without ``keeping``, they say different things, which
                are listed.
            InvalidModel: something refers to an arrow that is gone.

        >>> model = LogicModel(id="m", inputs={"a": {"label": "A", "leads_to": ["c"]}, "b": {"label": "B", "leads_to": ["c"]}},
        ...                    outputs={"c": {"label": "C"}})
        >>> model.merged("b", "a")
        LogicModel(m: 2 nodes, 1 arrows)
        """
        from virkningskjede.editing.values import merged

        return merged(self, ids, into, keeping=keeping)

    def to_text(self, *, lang: Lang | None = None, width: int = 80) -> str:
        """What it says as plain text, wrapped to so many columns; the same as ``virkningskjede show``."""
        from virkningskjede.analysis.show import shown

        return shown(self).to_text(lang=lang, width=width)

    def to_markdown(self, *, lang: Lang | None = None) -> str:
        """What it says as Markdown, to paste into a report or a pull request."""
        from virkningskjede.analysis.show import shown

        return shown(self).to_markdown(lang=lang)

    def to_html(self, *, lang: Lang | None = None) -> str:
        """What it says as a piece of HTML, for a notebook or a page."""
        from virkningskjede.analysis.show import shown

        return shown(self).to_html(lang=lang)

    def to_word(self, path: str | os.PathLike[str], *, lang: Lang | None = None) -> Path:
        """Write what it says as a document for Word (.docx); gives the path. Needs the extra ``office``."""
        from virkningskjede.analysis.show import shown

        return shown(self).to_word(path, lang=lang)

    def to_excel(self, path: str | os.PathLike[str], *, lang: Lang | None = None) -> Path:
        """Write it as a workbook for Excel (.xlsx), with the columns of ``virkningskjede show --format csv``; gives the path. Needs the
        extra ``office``.
        """
        from virkningskjede.analysis.show import shown

        return shown(self).to_excel(path, lang=lang)

    def to_csv(self, path: str | os.PathLike[str], *, lang: Lang | None = None) -> Path:
        """Write it as CSV, with the columns of ``virkningskjede show --format csv``; gives the path."""
        from virkningskjede.analysis.show import shown

        return shown(self).to_csv(path, lang=lang)

    def to_frame(self, what: Literal["nodes", "links"] = "nodes", *, lang: Lang | None = None) -> pd.DataFrame:
        """Its nodes, or its arrows, one a row (needs pandas).

        Nodes: model, id, label, stage, level, status, unwanted, term, who, dose, because, at. Arrows: model, source, to, stated,
        feedback, sign, because, assumes, at. What ends in ``_label`` says what an id or a code is called. ``stage``, ``level`` and
        ``status`` are ordered categoricals; ``term``, ``assumes`` and ``at`` hold tuples. A portfolio has the same, of all its models.

        Raises:
            UsageError: neither of these is asked for.

        >>> model = LogicModel(id="m", inputs={"a": {"label": "A", "leads_to": ["b"]}}, outputs={"b": {"label": "B"}})
        >>> model.to_frame("links", lang="en")[["source_label", "to_label"]].values.tolist()
        [['A', 'B']]
        """
        lang = chosen(lang)
        return frame_of((self,), what, lang)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        from virkningskjede.analysis.show import in_notebook

        return in_notebook(self)

    def _repr_html_(self) -> str:
        return self._repr_mimebundle_()["text/html"]


def list_of(models: Iterable[LogicModel]) -> str:
    """What a notebook shows of several models: a row for each."""
    from virkningskjede.analysis.show import listed  # the contract's exception: models are read where they stand

    return listed(models)


def frame_of(models: Iterable[LogicModel], what: Literal["nodes", "links"], lang: Lang) -> pd.DataFrame:
    """The nodes, or the arrows, of models; see `LogicModel.to_frame`."""
    from virkningskjede.analysis.show import frame  # the contract's exception: models are read where they stand

    return frame(models, what, lang)


_ENTRIES: Mapping[str, type[Entry]] = {
    field.name: field.kind for field in fields_of(LogicModel) if field.kind is not None and issubclass(field.kind, Entry)
}

SECTIONS = tuple(_ENTRIES)
"""The sections with entries, in the format's order."""

# The nodes first, then the arrows between them, then what stands beside.
open_to_readings(
    sorted(
        (Link, *(kind for kind in _ENTRIES.values() if kind.open_to_readings)),
        key=lambda kind: 0 if issubclass(kind, Node) else 1 if kind is Link else 2,
    )
)

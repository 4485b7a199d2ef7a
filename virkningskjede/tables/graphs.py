"""Data frames, and graphs of networkx or in GraphML, as tables."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from virkningskjede.tables.problems import Unreadable
from virkningskjede.tables.sheet import Sheet

if TYPE_CHECKING:
    import networkx as nx

ARROW = "arrow"
"""What stands as the stage of a row that is an arrow."""

_ENDS = ("from", "to")

_ADDED = ("column", "stated")
"""What `virkningskjede.report.plain_graph` says for the programs of others, and a model says in other ways."""

_BESIDE = "assumes"
"""What names something beside the chain, which no node of a graph is: it is told as not read, under a name that says so."""


def of_frame(frame: Any) -> Sheet:
    """The table in a data frame of pandas or polars, or of whatever has ``columns`` and gives its rows with ``itertuples`` or ``rows``."""
    if hasattr(frame, "reset_index") and _is_named(frame.index):
        frame = frame.reset_index()
    columns = list(map(_heading, frame.columns))
    rows = frame.itertuples(index=False, name=None) if hasattr(frame, "itertuples") else frame.rows()
    # Row 0 of a frame is the first below its headings.
    return Sheet("", (tuple(columns), *(tuple(map(_text, row)) for row in rows)), kind="frame", first=-1)


def _is_named(index: Any) -> bool:
    """Whether what stands before the rows of a frame is more than their numbers."""
    return any(name is not None for name in index.names) or index.inferred_type in ("string", "mixed")


def _heading(column: object) -> str:
    """What stands above a column: where there are several rows of it, one after another, without those that only fill."""
    parts = column if isinstance(column, tuple) else (column,)
    texts = ["" if str(part) == "index" else _text(part) for part in parts]
    return " ".join(text for text in texts if text and not _FILLS.match(text))


_FILLS = re.compile(r"Unnamed: \d+|level_\d+$")
"""What pandas calls what has no name."""


def _text(value: object) -> str:
    if value is None or str(value) in ("nan", "NaT", "<NA>"):  # what is not there, in pandas
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value))
    if isinstance(value, datetime.datetime):  # so are those of pandas
        return str(value.date()) if value.time() == datetime.time() else str(value)
    return str(value).strip()


def of_graph(graph: nx.Graph[Any], file: str = "") -> Sheet:
    """A graph as a table with a row for each node and then for each arrow. What is not said in attributes, is not said.

    >>> import networkx as nx
    >>> graph = nx.DiGraph([("a", "b")])
    >>> graph.nodes["a"].update(stage="inputs", label="Penger")
    >>> of_graph(graph).rows
    (('id', 'stage', 'label', 'to (id)'), ('a', 'inputs', 'Penger', ''), ('b', '', 'b', ''), ('a', 'arrow', '', 'b'))
    """
    if not graph.is_directed():
        raise Unreadable("undirected")
    nodes: list[tuple[Any, Mapping[str, Any]]] = [(node, _attributes(values)) for node, values in graph.nodes(data=True)]
    arrows = [(start, end, _attributes(values)) for start, end, values in graph.edges(data=True)]
    named = dict.fromkeys(key for values in (*(v for _, v in nodes), *(v for *_, v in arrows)) for key in values)
    others = [key for key in named if key.casefold() not in ("id", "stage", "label", "to (id)", *_ENDS, *_ADDED)]
    others = [key for key in others if key.removesuffix("_label") == key or key.removesuffix("_label") not in named]
    rows = [("id", "stage", "label", "to (id)", *("assumption ids" if key == _BESIDE else key for key in others))]
    for node, values in nodes:
        label = _text(values.get("label")) or str(node)
        rows.append((str(node), _text(values.get("stage")), label, "", *(_text(values.get(key)) for key in others)))
    for start, end, values in arrows:
        rows.append((str(start), ARROW, "", str(end), *(_text(values.get(key)) for key in others)))
    return Sheet(file, tuple(rows), kind="graph")


def _attributes(values: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes with those that this library itself gives graphs taken apart: typed values under ``node`` and ``link``."""
    plain = {str(key): value for key, value in values.items() if key not in ("node", "link")}
    for key in ("node", "link"):
        typed = values.get(key)
        for name in ("label", "level", "status", "because", "term") if typed is not None else ():
            if getattr(typed, name, None):
                plain.setdefault(name, getattr(typed, name))
    return plain


def graphml(data: bytes, file: str) -> Sheet:
    """The graph in a file of GraphML, such as yEd and Gephi write.

    Raises:
        Unreadable: it is no GraphML, or defines words of its own.
        UsageError: the library is not installed.
    """
    from virkningskjede.tables.office import needed

    defused = needed("defusedxml.ElementTree")
    try:
        defused.fromstring(data, forbid_dtd=True)
    except Exception as problem:
        raise Unreadable("defines" if type(problem).__module__.startswith("defusedxml") else "damaged") from None
    import networkx as nx

    try:
        graph: nx.Graph[Any] = nx.read_graphml(io.BytesIO(data))
    except Exception:
        raise Unreadable("damaged") from None
    return of_graph(graph, file)

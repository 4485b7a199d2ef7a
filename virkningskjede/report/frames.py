"""What the tables of pandas have in common: names beside ids, an order where there is one, and types that go to parquet and polars."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from virkningskjede.model.values import EMPTY

if TYPE_CHECKING:
    import pandas as pd

SEPARATOR = "; "
"""What divides several values in one cell."""

LABEL = "_label"
"""What ends the name of the column that says what the ids of another are called."""


def tidy(
    rows: Collection[Sequence[object]],
    columns: Sequence[str],
    *,
    labels: Mapping[str, Mapping[str, str] | Sequence[str]] = EMPTY,
    ordered: Mapping[str, Sequence[str]] = EMPTY,
    numbers: Collection[str] = (),
    counts: Collection[str] = (),
    flags: Collection[str] = (),
) -> pd.DataFrame:
    """Rows as a table of pandas. Several values in one cell are one text, divided by `SEPARATOR`, and missing where there are none: so they
    are data in CSV, parquet and R too. ``frame["at"].str.split("; ")`` gives the list.

    Args:
        rows: the rows.
        columns: what the columns are called.
        labels: for some columns of ids, what each id is called, or what that in each row is; stands in a column beside it. Where the
            labels of ids differ they have the same order as these.
        ordered: for some columns, every value that they can have, in order: they become ordered categoricals, so that a table that is
            pivoted or grouped keeps the order.
        numbers: columns of numbers, also where all of them are missing.
        counts: columns of whole numbers, some of which may be missing.
        flags: columns of true and false, some of which may be missing.

    >>> frame = tidy([["b", 1], ["a", None]], ["id", "n"], labels={"id": {"a": "A", "b": "B"}}, ordered={"id": ["b", "a"]}, counts=["n"])
    >>> frame.sort_values("id")["id_label"].tolist(), str(frame["n"].dtype)
    (['B', 'A'], 'Int64')
    >>> several = tidy([[("2:1", "2:4")], [()]], ["at"])["at"]
    >>> several[0], several.isna().tolist()
    ('2:1; 2:4', [False, True])
    """
    import pandas as pd

    frame = pd.DataFrame([[_one(cell) for cell in row] for row in rows], columns=list(columns))
    for column, names in labels.items():
        place = list(frame.columns).index(column) + 1
        if isinstance(names, Mapping):
            called = [names.get(name) if isinstance(name, str) else None for name in frame[column].tolist()]
            order = [names[name] for name in ordered.get(column, ()) if name in names]
        else:
            called, order = list(names), []
        unlike = len(set(order)) == len(order)
        frame.insert(place, f"{column}{LABEL}", pd.Categorical(called, order, ordered=True) if order and unlike else called)
    for column, values in ordered.items():
        frame[column] = pd.Categorical(frame[column], categories=list(values), ordered=True)
    for kind, names_of_kind in (("float64", numbers), ("Int64", counts), ("boolean", flags)):
        for name in names_of_kind:
            frame[name] = frame[name].astype(kind)
    return frame


def _one(cell: object) -> object:
    return SEPARATOR.join(map(str, cell)) or None if isinstance(cell, tuple | list) else cell

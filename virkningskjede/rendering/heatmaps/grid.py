"""What a heat map shows, before anything has a place."""

from __future__ import annotations

from dataclasses import dataclass

from virkningskjede.catalogue import Lang
from virkningskjede.grouping import Tree


@dataclass(frozen=True, slots=True)
class Square:
    """One cell.

    Attributes:
        said: what stands in it.
        shade: its shade; see `virkningskjede.rendering.heatmaps.shades`.
        sure: False when another reading could give another cell: then it is hatched.
        told: what it means, in a sentence, for a pointer that rests on it and for a screen reader.
    """

    said: str
    shade: str
    sure: bool = True
    told: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """A column of text beside the cells.

    Attributes:
        heading: what stands above it.
        texts: one for each row.
        dark: the texts that stand white on dark, so that two groups are told apart at a glance.
    """

    heading: str
    texts: tuple[str, ...]
    dark: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Grid:
    """What a heat map shows.

    Attributes:
        title: what stands above it.
        told: what it shows, in a few sentences, for a screen reader.
        rows: what each row is called.
        columns: what each column is called.
        squares: the cells, row by row.
        spans: what stands above the columns, and over how many of them each.
        before: columns of text between the rows' names and the cells.
        after: columns of text after the cells.
        tree: joins the rows, by ``leaves``; drawn to the left of them.
        leaves: the id of each row, where there is a tree.
        legend: the cells that need to be explained, with their meaning.
        notes: lines below.
        lang: the language.
    """

    title: str
    told: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    squares: tuple[tuple[Square, ...], ...]
    spans: tuple[tuple[str, int], ...] = ()
    before: tuple[Side, ...] = ()
    after: tuple[Side, ...] = ()
    tree: Tree | None = None
    leaves: tuple[str, ...] = ()
    legend: tuple[tuple[Square, str], ...] = ()
    notes: tuple[str, ...] = ()
    lang: Lang = "nb"

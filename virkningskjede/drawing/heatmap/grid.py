"""What a heat map shows, before anything has a place."""

from __future__ import annotations

from dataclasses import dataclass

from virkningskjede.i18n import Lang


@dataclass(frozen=True, slots=True)
class Square:
    """One cell.

    Attributes:
        text: what stands in it.
        shade: its shade; see `virkningskjede.drawing.heatmap.shades`.
        sure: False when another reading could give another cell: then it is hatched.
        caption: what it means, in a sentence, for a pointer that rests on it and for a screen reader.
    """

    text: str
    shade: str
    sure: bool = True
    caption: str = ""


@dataclass(frozen=True, slots=True)
class SideColumn:
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
class Join:
    """Two branches that become one.

    Attributes:
        left: the ids under the upper branch, in the order of the tree.
        right: the ids under the lower one.
        similarity: how alike they are: on average over every model of the one and every model of the other, except where three or more
            branches join at once; then it is the mean over any two that are as near as can be.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    similarity: float


@dataclass(frozen=True, slots=True)
class Tree:
    """How models join into larger and larger clusters.

    Attributes:
        leaves: the ids in the order in which the tree can be drawn with no branches crossing.
        joins: the joins, the most alike first; one fewer than the models. Branches that join at once stand as several joins at the same
            similarity, in the order of their names; `ties` has them together.
        faithful: how well the tree shows the similarities: the correlation of the similarity of every two models with that at which
            they join, at most 1; None when it is not defined.
        ties: the branches that join at once, where three or more are equally near, so that none of them comes before another; the most
            alike first.
    """

    leaves: tuple[str, ...]
    joins: tuple[Join, ...]
    faithful: float | None
    ties: tuple[tuple[tuple[str, ...], ...], ...] = ()

    @property
    def last(self) -> tuple[tuple[str, ...], ...]:
        """The clusters that join last: two, or more where they are equally near; nothing for a single model."""
        if not self.joins:
            return ()
        tied = next((branches for branches in self.ties if sum(map(len, branches)) == len(self.leaves)), None)
        return tied or (self.joins[-1].left, self.joins[-1].right)

    @property
    def two(self) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        """The two clusters that join last; None for a single model, and where three or more join at once."""
        last = self.last
        return (last[0], last[1]) if len(last) == 2 else None


@dataclass(frozen=True, slots=True)
class Grid:
    """What a heat map shows.

    Attributes:
        title: what stands above it.
        summary: what it shows, in a few sentences, for a screen reader.
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
    summary: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    squares: tuple[tuple[Square, ...], ...]
    spans: tuple[tuple[str, int], ...] = ()
    before: tuple[SideColumn, ...] = ()
    after: tuple[SideColumn, ...] = ()
    tree: Tree | None = None
    leaves: tuple[str, ...] = ()
    legend: tuple[tuple[Square, str], ...] = ()
    notes: tuple[str, ...] = ()
    lang: Lang = "nb"

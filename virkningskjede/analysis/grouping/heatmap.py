"""The heat map of a grouping: the models in the order of the tree that joins them, with the tree beside them."""

from __future__ import annotations

from virkningskjede.analysis.compare import heatmap as matrices
from virkningskjede.analysis.grouping import Grouping
from virkningskjede.analysis.grouping.report import by_name, clusters, group_names, left_out, title
from virkningskjede.drawing.heatmap.grid import Grid, SideColumn, Square
from virkningskjede.i18n import Lang, rounded_share, word
from virkningskjede.report.amounts import within_one
from virkningskjede.report.names import names_of


def grid_of_grouping(grouping: Grouping, *, lang: Lang = "nb") -> Grid:
    """The heat map of a grouping: by a comparison, models under its columns; by anything else, how alike every two of them are.

    Args:
        grouping: which models belong together.
        lang: the language of what the library says.
    """
    models = {model.id: model for model in grouping.similarity.models}
    names = names_of(tuple(models.values()))
    leaves = grouping.tree.leaves
    before = tuple(_side(by, grouping, lang) for by, groups in grouping.groups.items() if len(groups) > 1)
    ties = tuple(clusters(grouping, lang)) if grouping.tree.ties else ()
    notes = (word("heatmap.tree", lang, by=by_name(grouping.similarity, lang)), *ties, *left_out(grouping, lang))
    if grouping.matrix is not None:
        matrix = grouping.matrix
        columns = {name: column.label.in_(lang) for name, column in matrix.comparison.columns.items()}
        return Grid(
            title=title(grouping, lang),
            summary=_summary(grouping, lang) + "\n" + matrices.description(matrix, lang),
            rows=tuple(names[leaf] for leaf in leaves),
            columns=tuple(columns.values()),
            squares=tuple(tuple(matrices.square(matrix, models[leaf], name, names[leaf], lang) for name in columns) for leaf in leaves),
            before=before,
            tree=grouping.tree,
            leaves=leaves,
            legend=matrices.legend(matrix, lang),
            notes=(*notes, word("heatmap.silence", lang)),
            lang=lang,
        )
    return Grid(
        title=title(grouping, lang),
        summary=_summary(grouping, lang),
        rows=tuple(names[leaf] for leaf in leaves),
        columns=tuple(names[leaf] for leaf in leaves),
        squares=tuple(tuple(_alike(grouping, one, other, names, lang) for other in leaves) for one in leaves),
        before=before,
        tree=grouping.tree,
        leaves=leaves,
        notes=(*notes, word("heatmap.alike", lang)),
        lang=lang,
    )


def _side(by: str, grouping: Grouping, lang: Lang) -> SideColumn:
    named = group_names(by, grouping, lang)
    of = {name: named[group] for group, members in grouping.groups[by].items() for name in members}
    last = list(named.values())[-1:] if len(named) > 1 else []
    return SideColumn(word(f"group.by.{by}", lang), tuple(of[leaf] for leaf in grouping.tree.leaves), frozenset(last))


def _alike(grouping: Grouping, one: str, other: str, names: dict[str, str], lang: Lang) -> Square:
    if one == other:
        return Square("–", "itself")
    value = grouping.similarity.value(one, other)
    assert value is not None, "a model that has nothing is not in the tree"
    likeness = within_one(value, lang)
    return Square(likeness, str(rounded_share(value, 2)), True, word("heatmap.pair", lang, a=names[one], b=names[other], value=likeness))


def _summary(grouping: Grouping, lang: Lang) -> str:
    return "\n".join((*clusters(grouping, lang), *left_out(grouping, lang)))

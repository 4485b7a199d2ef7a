"""Groupings for spreadsheets and programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from virkningskjede.analysis.grouping import DivisionFit, Grouping, Robustness, Separation, Similarity, Survival
from virkningskjede.analysis.grouping.report.phrases import group_names, item_name
from virkningskjede.i18n import Lang, rounded_share, word
from virkningskjede.report import Table, Value
from virkningskjede.report.names import names_of


def listing(grouping: Grouping, lang: Lang) -> Table:
    """A row for each model, in the order of the tree: its groups, its cluster, and how alike it is to each model.

    Models that have nothing of what is asked for come last, and have no cluster and no likeness.
    """
    leaves = grouping.tree.leaves
    cluster = {name: number for number, members in enumerate(grouping.tree.last, start=1) for name in members}
    labels = {by: group_names(by, grouping, lang) for by in grouping.groups}
    of = {(by, name): labels[by][group] for by, groups in grouping.groups.items() for group, members in groups.items() for name in members}
    called = names_of((*grouping.similarity.models, *grouping.left_out))
    rows: list[tuple[str | Value | None, ...]] = [
        (
            name,
            called[name],
            *(of[by, name] for by in grouping.groups),
            cluster[name],
            *(_likeness(grouping.similarity.value(name, other)) for other in leaves),
        )
        for name in leaves
    ]
    blank = (None,) * (len(grouping.groups) + 1 + len(leaves))
    rows += [(model.id, called[model.id], *blank) for model in grouping.left_out]
    heads = (
        *(word(f"group.column.{key}", lang) for key in ("model", "model.label")),
        *(word(f"group.by.{by}", lang) for by in grouping.groups),
        word("group.column.cluster", lang),
    )
    return Table.of((*heads, *leaves), rows)


def similarity_listing(similarity: Similarity, lang: Lang) -> Table:
    """A row and a column for each model, by id; nothing where there is nothing to compare."""
    called = names_of(similarity.models)
    rows = ((name, called[name], *map(_likeness, values)) for name, values in similarity.rows())
    heads = (word(f"group.column.{key}", lang) for key in ("model", "model.label"))
    return Table.of((*heads, *(model.id for model in similarity.models)), rows)


def _likeness(value: float | None) -> Decimal | None:
    return None if value is None else rounded_share(value)


def to_json(grouping: Grouping, *, lang: Lang = "nb") -> dict[str, Any]:
    """The value that ``group --format json`` prints. Only ``titles`` and ``label`` depend on the language.

    ``joins`` has the tree, the most alike first; ``ties`` the branches that join at once because they are equally near, and ``last`` the
    clusters that join last. ``left_out`` has the models that have nothing of what is asked for. ``without`` has p without each model.
    Counts are the least and the most. A spread is the least value, the 5th percentile, the median, the 95th percentile and the greatest.
    """
    tree, robust = grouping.tree, grouping.robustness
    return {
        "by": grouping.similarity.name,
        "progress": grouping.progress,
        "models": [model.id for model in grouping.similarity.models],
        "left_out": [model.id for model in grouping.left_out],
        "titles": {model.id: model.name for model in (*grouping.similarity.models, *grouping.left_out)},
        "similarity": _values(grouping.similarity),
        "tree": {
            "leaves": list(tree.leaves),
            "joins": [{"left": list(join.left), "right": list(join.right), "similarity": join.similarity} for join in tree.joins],
            "ties": [[list(branch) for branch in branches] for branches in tree.ties],
            "last": [list(cluster) for cluster in tree.last],
            "faithful": tree.faithful,
        },
        "groups": {by: {name: list(members) for name, members in groups.items()} for by, groups in grouping.groups.items()},
        "fits": {by: _fit_json(fit) for by, fit in grouping.fits.items()},
        "separating": {
            by: [_separation_json(separation, grouping, lang) for separation in rows] for by, rows in grouping.separating.items()
        },
        "robustness": _robustness_json(robust) if robust is not None else None,
    }


def similarity_to_json(similarity: Similarity) -> dict[str, Any]:
    """How alike models are, with the keys that a grouping has for it. ``empty`` has the models with nothing to compare."""
    return {
        "by": similarity.name,
        "models": [model.id for model in similarity.models],
        "empty": sorted(similarity.empty),
        "titles": {model.id: model.name for model in similarity.models},
        "similarity": _values(similarity),
    }


def _values(similarity: Similarity) -> dict[str, dict[str, float | None]]:
    names = [model.id for model in similarity.models]
    return {name: dict(zip(names, values, strict=True)) for name, values in similarity.rows()}


def _robustness_json(robust: Robustness) -> dict[str, Any]:
    return {
        "samples": robust.samples,
        "seed": robust.seed,
        "choices": robust.choices,
        "same_clusters": robust.same_clusters,
        "together": [{"a": a, "b": b, "share": share} for (a, b), share in robust.together.items()],
        "fits": {survival.by: _survival_json(survival) for survival in robust.fits},
        "ahead": robust.ahead,
        "short": robust.short,
    }


def _fit_json(fit: DivisionFit) -> dict[str, Any]:
    fields: Mapping[str, Any] = asdict(fit)
    kept = {name: value for name, value in fields.items() if name not in ("by", "groups", "alike")}
    return {**kept, "alike": dict(fit.alike), "best": [list(group) for group in fit.best]}


def _separation_json(separation: Separation, grouping: Grouping, lang: Lang) -> dict[str, Any]:
    return {
        "item": list(separation.item),
        "label": item_name(separation, grouping, lang),
        "coded": dict(separation.coded),
        "counts": {name: list(count) for name, count in separation.counts.items()},
        "difference": separation.difference,
        "least": separation.least,
        "most": separation.most,
    }


def _survival_json(survival: Survival) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(survival).items() if name != "by"}

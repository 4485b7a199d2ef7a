"""Groupings as tables: how alike models are, how well divisions fit, what separates groups, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from virkningskjede.analysis.grouping import ALPHA, SAMPLES, DivisionFit, Grouping, Separation, Similarity
from virkningskjede.analysis.grouping.report.phrases import clusters, group_names, item_name, left_out, spread_of, title
from virkningskjede.i18n import Lang, percent, rounded_share, word
from virkningskjede.report import Table
from virkningskjede.report.amounts import decimal, within_one
from virkningskjede.report.grid import interval
from virkningskjede.report.names import abbreviated, codes_of, names_of

SHOWN = 10
"""How many of the things that separate groups are shown; JSON has them all."""


def similarity_table(similarity: Similarity, *, order: Sequence[str] = (), lang: Lang = "nb", width: int | None = None) -> Table:
    """How alike models are: a row and a column for each.

    Args:
        similarity: how alike they are.
        order: the ids in the order to show them in; that of the models when empty.
        lang: the language.
        width: how many characters there are room for; where they are too few, the names above the columns are shortened.
    """
    names = names_of(similarity.models)
    shown = order or tuple(names)
    heads = {name: names[name] for name in shown}
    if width is not None and max(map(len, heads.values()), default=0) + sum(max(4, len(head)) + 3 for head in heads.values()) > width:
        heads = abbreviated(heads)
    rows = tuple((_label(names[one], heads[one]), *(_likeness(similarity, one, other, lang) for other in shown)) for one in shown)
    alike = {
        (row, column): value
        for row, one in enumerate(shown)
        for column, other in enumerate(shown, 1)
        if one != other and (value := similarity.value(one, other)) is not None
    }
    empty = ", ".join(names[name] for name in shown if name in similarity.empty)
    notes = (word("group.alike.note", lang), *([word("group.alike.empty", lang, models=empty)] if empty else []))
    codes = codes_of(names, shown)
    return Table(("", *heads.values()), rows, word("group.alike", lang), notes, codes=codes, values=alike)


def _likeness(similarity: Similarity, one: str, other: str, lang: Lang) -> str:
    if one == other:
        return "–"
    value = similarity.value(one, other)
    return "" if value is None else within_one(value, lang)


def _label(name: str, head: str) -> str:
    """The name of a row, with what stands above its column where that is not a part of the name."""
    return name if head in name else f"{head} {name}"


def tables(grouping: Grouping, *, lang: Lang = "nb", width: int | None = None) -> tuple[Table, ...]:
    """Everything there is to say, table by table: how alike, how well divisions fit, what separates, and how sure that is."""
    alike = similarity_table(grouping.similarity, order=grouping.tree.leaves, lang=lang, width=width)
    alike = replace(alike, title=title(grouping, lang), notes=(*alike.notes, *_about_tree(grouping, lang)))
    return (
        alike,
        _fits(grouping, lang),
        *(_separating(by, grouping, lang) for by in grouping.fits),
        *_robust(grouping, lang),
    )


def _about_tree(grouping: Grouping, lang: Lang) -> Iterator[str]:
    yield from left_out(grouping, lang)
    yield from clusters(grouping, lang)
    if grouping.tree.faithful is not None:
        yield word("group.faithful", lang, value=within_one(grouping.tree.faithful, lang))


def _fits(grouping: Grouping, lang: Lang) -> Table:
    heads = tuple(word(f"group.{key}", lang) for key in ("division", "within", "between", "r", "rank", "p"))
    rows = tuple(
        (
            word(f"group.by.{by}", lang),
            within_one(fit.within, lang),
            within_one(fit.between, lang),
            _r(fit.r, lang),
            word("group.of", lang, rank=fit.rank, splits=fit.splits),
            within_one(fit.p, lang, 3),
        )
        for by, fit in grouping.fits.items()
    )
    return Table(heads, rows, word("group.fits", lang), tuple(_about_fits(grouping, lang)))


def _about_fits(grouping: Grouping, lang: Lang) -> Iterator[str]:
    names = names_of(grouping.similarity.models)
    for by in grouping.groups:
        labels = group_names(by, grouping, lang)
        listed = "; ".join(
            word("group.member_list", lang, group=labels[group], count=len(members), members=", ".join(names[name] for name in members))
            for group, members in grouping.groups[by].items()
        )
        yield word("group.members", lang, by=word(f"group.by.{by}", lang), groups=listed)
    for by, fit in grouping.fits.items():
        labels = group_names(by, grouping, lang)
        inside = ", ".join(f"{labels[group]} {within_one(value, lang)}" for group, value in fit.alike.items() if value is not None)
        yield word("group.inside", lang, by=word(f"group.by.{by}", lang), groups=inside)
    # Divisions into groups of the same sizes have the same best one; it is told once.
    for best, fit in {frozenset(fit.best): fit for fit in grouping.fits.values()}.items():
        listed = " | ".join(", ".join(names[name] for name in members) for members in sorted(best))
        sizes = " + ".join(str(len(members)) for members in sorted(best))
        key = "group.best.several" if fit.exact and fit.bests > 1 else "group.best"
        yield word(key, lang, sizes=sizes, groups=listed, r=_r(fit.best_r, lang), count=fit.bests)
    if not grouping.fits:
        yield word("group.none", lang)
        return
    if len(grouping.fits) == 2:
        one, other = grouping.fits.values()
        yield _better(one, other, lang)
    for fit in grouping.fits.values():
        if fit.without:
            yield _without(fit, names, lang)
    yield word("group.fits.note", lang)
    drawn = [fit.splits for fit in grouping.fits.values() if not fit.exact]
    if drawn:
        yield word("group.fits.drawn", lang, splits=drawn[0])
    yield word("group.care", lang)


def _without(fit: DivisionFit, names: Mapping[str, str], lang: Lang) -> str:
    """How much hangs on single models."""
    low, high = (pick(fit.without, key=fit.without.__getitem__) for pick in (min, max))
    return word(
        "group.without",
        lang,
        by=word(f"group.by.{fit.by}", lang),
        low=within_one(fit.without[low], lang, 3),
        high=within_one(fit.without[high], lang, 3),
        lowest=names[low],
        highest=names[high],
        clear=sum(p < ALPHA for p in fit.without.values()),
        count=len(fit.without),
    )


def _r(value: float, lang: Lang) -> str:
    """R, which is 1 only when it is so; near 0 it may be written as 0."""
    return decimal(value, lang) if abs(value) < 0.5 else within_one(value, lang)


def _better(one: DivisionFit, other: DivisionFit, lang: Lang) -> str:
    if one.r == other.r:
        return word("group.equal", lang, r=_r(one.r, lang))
    better, worse = (one, other) if one.r > other.r else (other, one)
    labels = {fit.by: word(f"group.by.{fit.by}", lang).lower() for fit in (one, other)}
    return word("group.better", lang, one=labels[better.by], other=labels[worse.by], r=_r(better.r, lang), s=_r(worse.r, lang))


def _separating(by: str, grouping: Grouping, lang: Lang) -> Table:
    groups = grouping.groups[by]
    labels = group_names(by, grouping, lang)
    heads = ("", *(f"{labels[name]} ({len(members)})" for name, members in groups.items()), word("group.difference", lang))
    separating = [separation for separation in grouping.separating[by] if separation.difference or separation.most > 0]
    rows = tuple(
        (item_name(separation, grouping, lang), *(interval(separation.counts[name]) for name in groups), _difference(separation, lang))
        for separation in separating[:SHOWN]
    )
    more = (word("group.separating.more", lang, count=len(separating) - SHOWN),) if len(separating) > SHOWN else ()
    heading = word("group.separating", lang, by=word(f"group.by.{by}", lang).lower())
    return Table(heads, rows, heading, (*more, word("group.separating.note", lang)))


def _difference(separation: Separation, lang: Lang) -> str:
    coded, least, most = (
        decimal(100 * rounded_share(value, 2), lang, 0) for value in (separation.difference, separation.least, separation.most)
    )
    return coded if least == most else word("group.spread", lang, middle=coded, low=least, high=most)


def _robust(grouping: Grouping, lang: Lang) -> Iterator[Table]:
    robust = grouping.robustness
    if robust is None:
        return
    heads = tuple(word(f"group.{key}", lang) for key in ("division", "r", "p", "clear", "same_sign", "same_rank"))
    rows = tuple(
        (
            word(f"group.by.{survival.by}", lang),
            spread_of(survival.r, lang, 2),
            spread_of(survival.p, lang, 3),
            *(
                word("group.share", lang, share=percent(value).in_(lang))
                for value in (survival.clear, survival.same_sign, survival.same_rank)
            ),
        )
        for survival in robust.fits
    )
    notes = []
    if robust.same_clusters is not None:
        notes.append(word("group.same_clusters", lang, share=percent(robust.same_clusters).in_(lang)))
    if robust.ahead is not None:
        one, other = (word(f"group.by.{survival.by}", lang).lower() for survival in robust.fits)
        notes.append(word("group.ahead", lang, one=one, other=other, share=percent(robust.ahead).in_(lang)))
    if robust.short:
        notes.append(word("group.short", lang, share=percent(robust.short / robust.samples).in_(lang)))
    choices = word(f"group.choices.{'one' if robust.choices == 1 else 'more'}", lang, count=robust.choices)
    notes.append(word("group.robust.note", lang, samples=robust.samples, seed=robust.seed, choices=choices))
    if robust.fewer:
        notes.append(word("group.robust.fewer", lang, samples=robust.samples, usual=SAMPLES, models=len(grouping.tree.leaves)))
    yield Table(heads, rows, word("group.robust", lang), tuple(notes))

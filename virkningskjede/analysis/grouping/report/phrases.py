"""What groupings are made of, in words: what likeness is measured on, what groups and things are called, and shares."""

from __future__ import annotations

from collections.abc import Iterator

from virkningskjede.analysis.grouping import NO_TEMPLATE, REACHED, Grouping, Separation, Similarity, Spread
from virkningskjede.i18n import Lang, word, word_or
from virkningskjede.model.codebook import Comparison, Vocabulary
from virkningskjede.report.amounts import decimal
from virkningskjede.report.names import names_of, template_name


def by_name(similarity: Similarity, lang: Lang) -> str:
    """What likeness is measured on, in words."""
    by = similarity.by
    return by.title.in_(lang) if isinstance(by, Comparison) else word(f"group.by_name.{by}", lang)


def title(grouping: Grouping, lang: Lang) -> str:
    """What the grouping is called."""
    return word("group.title", lang, by=by_name(grouping.similarity, lang))


def group_names(by: str, grouping: Grouping, lang: Lang) -> dict[str, str]:
    """What the groups of a division are called: the template's title up to a colon, or the status that is reached."""
    names = {}
    for name in grouping.groups[by]:
        if by == "progress":
            status = word_or(f"status.{grouping.progress}", grouping.progress, lang)
            names[name] = status if name == REACHED else word("group.not", lang, status=status)
        else:
            names[name] = word("group.no_template", lang) if name == NO_TEMPLATE else template_name(name, grouping.project)
    return names


def item_name(separation: Separation, grouping: Grouping, lang: Lang) -> str:
    """What a thing that models hold is called."""
    kind, *ids = separation.item
    if kind == "column":
        assert isinstance(grouping.similarity.by, Comparison)
        return grouping.similarity.by.columns[ids[0]].label.in_(lang)
    terms = (grouping.project.vocabulary or Vocabulary()).terms

    def term(name: str, kind: str) -> str:
        label = terms[name].label.in_(lang) if name in terms else name
        return word(f"group.{kind}", lang, term=label) if kind in ("aim", "unwanted") else label

    if kind == "arrow":
        source, of, to, *sign = ids
        arrow = word("group.arrow", lang, source=term(source, "term"), to=term(to, of))
        return word("group.signed", lang, arrow=arrow, sign=word(f"sign.{sign[0]}", lang)) if sign else arrow
    return term(ids[0], kind)


def clusters(grouping: Grouping, lang: Lang) -> Iterator[str]:
    """The clusters that join last, and where models join at once because they are equally near."""
    names = names_of(grouping.similarity.models)
    several = [", ".join(names[name] for name in cluster) for cluster in grouping.tree.last]
    if len(several) == 2:
        yield word("group.two", lang, one=several[0], other=several[1])
    elif several:
        yield word("group.several", lang, count=len(several), clusters=" | ".join(several))
    below = [branches for branches in grouping.tree.ties if branches != grouping.tree.last]
    if below:
        joined = "; ".join(" | ".join(", ".join(names[name] for name in branch) for branch in branches) for branches in below)
        yield word("group.ties", lang, clusters=joined)


def left_out(grouping: Grouping, lang: Lang) -> Iterator[str]:
    """The models that have nothing of what is asked for."""
    if grouping.left_out:
        names = names_of((*grouping.similarity.models, *grouping.left_out))
        yield word("group.left_out", lang, models=", ".join(names[model.id] for model in grouping.left_out))


def spread_of(spread: Spread, lang: Lang, digits: int) -> str:
    """The median, and the 5th and 95th percentiles."""
    middle, low, high = (decimal(value, lang, digits) for value in (spread.middle, spread.low, spread.high))
    return word("group.spread", lang, middle=middle, low=low, high=high)

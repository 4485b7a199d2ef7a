"""What groupings are made of, in words: what likeness is measured on, what groups and things are called, and shares."""

from __future__ import annotations

from virkningskjede.catalogue import Lang, word
from virkningskjede.grouping import NO_TEMPLATE, REACHED, Grouping, Separation, Similarity, Spread
from virkningskjede.rendering.amounts import decimal
from virkningskjede.rendering.names import template_name
from virkningskjede.vocabulary import Comparison, Vocabulary


def by_name(similarity: Similarity, lang: Lang) -> str:
    """What likeness is measured on, in words."""
    by = similarity.by
    return by.title.in_(lang) if isinstance(by, Comparison) else word(f"group.by_name.{by}", lang)


def title(grouping: Grouping, lang: Lang) -> str:
    """What the grouping is called."""
    return word("group.title", lang, by=by_name(grouping.similarity, lang))


def group_names(by: str, grouping: Grouping, lang: Lang) -> dict[str, str]:
    """What the groups of a division are called: the template's title up to a colon, or the status that is reached."""
    found = {}
    for name in grouping.groups[by]:
        if by == "progress":
            status = word(f"status.{grouping.progress}", lang)
            found[name] = status if name == REACHED else word("group.not", lang, status=status)
        else:
            found[name] = word("group.no_template", lang) if name == NO_TEMPLATE else template_name(name, grouping.project)
    return found


def item_name(each: Separation, grouping: Grouping, lang: Lang) -> str:
    """What a thing that models hold is called."""
    kind, *ids = each.item
    if kind == "column":
        assert isinstance(grouping.similarity.by, Comparison)
        return grouping.similarity.by.columns[ids[0]].label.in_(lang)
    terms = (grouping.project.vocabulary or Vocabulary()).terms

    def term(name: str, kind: str) -> str:
        label = terms[name].label.in_(lang) if name in terms else name
        return word("group.aim", lang, term=label) if kind == "aim" else label

    if kind == "arrow":
        return word("group.arrow", lang, source=term(ids[0], "term"), to=term(ids[2], ids[1]))
    return term(ids[0], kind)


def percent(share: float, lang: Lang) -> str:
    """A share in percent. What is not all, or not nothing, is never rounded to it.

    >>> percent(1.0, "nb"), percent(0.9999, "nb"), percent(0.7796, "nb"), percent(0.0004, "en")
    ('100', '99,9', '78', '0.1')
    """
    if 0 < share < 0.005 or 0.995 < share < 1:
        return decimal(min(99.9, max(0.1, 100 * share)), lang, 1)
    return decimal(100 * share, lang, 0)


def spread_of(spread: Spread, lang: Lang, digits: int) -> str:
    """The median, and the 5th and 95th percentiles."""
    middle, low, high = (decimal(value, lang, digits) for value in (spread.middle, spread.low, spread.high))
    return word("group.spread", lang, middle=middle, low=low, high=high)

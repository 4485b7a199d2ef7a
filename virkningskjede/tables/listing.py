"""A model as a table that can be read back: what its cells hold, and what they cannot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from virkningskjede.diagnostics import InvalidModel
from virkningskjede.i18n import Lang
from virkningskjede.model import Entry, Indicator, Link, LogicModel, Node, Outcome, Result
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.values import Frozen, copy_with, fields_of, sentences
from virkningskjede.tables.fields import cell_of, choice_in_words, fields_in_cells
from virkningskjede.tables.numbers import amount_text
from virkningskjede.tables.reading import from_sheets
from virkningskjede.tables.sheet import Rows, Sheet

_FIXED = frozenset({"label", "title", "level", "status", "who", "because", "at", "kind"})
"""What has a column in every listing, or stands in its first."""


def cells(of: Entry | Link | LogicModel, lang: Lang) -> dict[str, str]:
    """What the cells of one row hold beside what has a column in every listing, by the keys of the format; empty ones are left out.

    >>> from virkningskjede.model import LogicModel
    >>> model = LogicModel.model_validate({"id": "m", "outcomes": {"a": {"label": "A", "level": "user", "horizon": "short", "term": "ro"}}})
    >>> cells(model.outcomes["a"], "en")
    {'term': 'ro', 'horizon': 'short term'}
    """
    fixed = _FIXED if not isinstance(of, Node) else _FIXED - {"kind"}
    values = {field.key: cell_of(field, getattr(of, field.name), lang) for field in fields_in_cells(type(of)) if field.key not in fixed}
    if isinstance(of, Outcome) and of.horizon is not None:
        values["horizon"] = choice_in_words("horizon", of.horizon, lang)
    if isinstance(of, Indicator):
        # A number in another unit than its indicator's is told in words.
        values["baseline"] = (amount_text(of.baseline, of.baseline.date) or "") if of.baseline is not None and not of.baseline.unit else ""
        texts = [None if target.unit else amount_text(target, target.date) for target in of.targets]
        values["targets"] = "; ".join(text for text in texts if text) if all(texts) else ""
    if isinstance(of, Result) and not of.distribution:
        values["value"] = amount_text(copy_with(of, {"unit": None})) or ""
    return {key: text for key, text in values.items() if text}


def lost(
    model: LogicModel, headers: tuple[str, ...], rows: Rows, lang: Lang, vocabulary: Vocabulary | None = None
) -> Mapping[str, int] | None:
    """What of a model is not in what its listing is read back as: fields, by their keys, and how many have them. None when it cannot be
    read at all.

    Args:
        model: the model.
        headers: the headings of its listing.
        rows: the rows of its listing.
        lang: the language of the listing.
        vocabulary: the codebook, whose names stand in it.
    """
    try:
        again = from_sheets((Sheet("", (headers, *rows)),), {"id": model.id}, {"lang": lang}, vocabulary=vocabulary).model
    except InvalidModel:
        return None
    return Counter(missing(model, again))


def missing(model: LogicModel, again: LogicModel) -> Iterator[str]:
    """The fields of a model, by their keys, that are not the same in what its listing was read back as."""
    yield from _differing(model, again, model, again, whole=True)
    back = {(section, entry.id): entry for section, entry in again.entries()}
    for section, entry in model.entries():
        other = back.get((section, entry.id))
        if other is None:
            yield section
        else:
            yield from _differing(entry, other, model, again)
    links = {link.ends: link for link in again.links()}
    for link in model.links():
        other_link = links.get(link.ends)
        if other_link is None:
            yield "leads_to"
        else:
            yield from _differing(link, other_link, model, again)


def _differing(one: Frozen, other: Frozen, model: LogicModel, again: LogicModel, *, whole: bool = False) -> Iterator[str]:
    for field in fields_of(type(one)):
        if field.key.startswith("@") or (field.kind is not None and issubclass(field.kind, Entry | Link)):
            continue
        before, after = getattr(one, field.name), getattr(other, field.name)
        if field.key == "at":
            before, after = (_places(at, source) for at, source in ((before, model.source), (after, again.source)))
        if before != after and not (whole and field.key == "id"):
            yield field.key


def _places(at: Any, source: str | None) -> frozenset[str]:
    return frozenset(sentences(at, source))

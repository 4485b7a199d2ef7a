"""What the agreement between coders has to say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from virkningskjede.analysis.agreement import FEW, HIGH, Agreement, Code, CodedCell, Figures
from virkningskjede.analysis.agreement.codes import NOTHING
from virkningskjede.i18n import Lang, counted, percent, rounded_share, word, word_or
from virkningskjede.model import SECTIONS
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.values import STAGES, Arrow, Level, ends_of
from virkningskjede.report import Block, Document, Heading, Item, Items, Paragraph, Passage, Report, Table
from virkningskjede.report.amounts import within_one
from virkningskjede.report.model_text import ModelText
from virkningskjede.report.names import named, names_of, titles_of
from virkningskjede.report.places import places


@dataclass(frozen=True)
class AgreementReport(Report):
    """What the agreement between two coders has to say.

    Attributes:
        agreement: how far they agree.
        by_term: whether each term is told of by itself as well; in a listing instead of the cells. JSON has both in any case.
    """

    agreement: Agreement
    by_term: bool = False

    def document(self, lang: Lang = "nb", width: int | None = None) -> Document:
        """The figures, those of each term when that is asked for, and what there is to discuss: on a page a table."""
        agreement = self.agreement
        figures = (overview(agreement, lang=lang), *((by_term(agreement, lang=lang),) if self.by_term else ()))
        discussed = (to_discuss(agreement, lang=lang),) if width is None else _discussed(agreement, lang)
        return Document(word("coders.title", lang), (*figures, *discussed), lang)

    def listing(self, lang: Lang = "nb") -> Table:
        """A row for each cell, also for those that the coders agree on; or a row for each term."""
        return _terms_listed(self.agreement, lang) if self.by_term else _cells_listed(self.agreement, lang)

    def plain(self, lang: Lang = "nb") -> dict[str, Any]:
        """The value that ``agreement --format json`` prints."""
        return to_json(self.agreement)


def overview(agreement: Agreement, *, lang: Lang = "nb") -> Table:
    """The figures over all cells: a row for each figure, a column for terms and two for arrows.

    Arrows have no share of empty cells: such a cell is there only because another model has that arrow.
    """
    over = {"terms": agreement.of_terms, "arrows": agreement.of_arrows, "shared_arrows": agreement.of_shared_arrows}
    rows = []
    for key in ("cells", "both", "only_a", "only_b", "neither", "readable"):
        rows.append((word(f"coders.{key}", lang), *(str(getattr(figures, key)) for figures in over.values())))
    for key in ("positive", "agreed", "agreed_at_best", "negative"):
        rows.append((word(f"coders.{key}", lang), *(_percent(_share(figures, key, over=name), lang) for name, figures in over.items())))
    for key in ("kappa", "alpha"):
        rows.append((word(f"coders.{key}", lang), *(_coefficient(getattr(figures, key), lang) for figures in over.values())))
    return Table(
        ("", *(word(f"coders.{key}", lang) for key in over)), tuple(rows), word("coders.title", lang), tuple(_notes(agreement, lang))
    )


_OF_EMPTY = frozenset({"agreed", "agreed_at_best", "negative"})
"""Shares that rest on empty cells."""


def _share(figures: Figures, key: str, *, over: str) -> float | None:
    if over != "terms" and key in _OF_EMPTY:
        return None
    share: float | None = getattr(figures, key)
    return share


def _notes(agreement: Agreement, lang: Lang) -> Iterator[str]:
    """What the figures are of, and why they must be read with caution."""
    yield word("coders.who", lang, a=agreement.names[0], b=agreement.names[1])
    yield word("coders.models", lang, models=", ".join(agreement.models))
    for who, models in zip("AB", (agreement.only_a, agreement.only_b), strict=True):
        if models:
            yield word("coders.only", lang, who=who, models=", ".join(models))
    if agreement.nothing:
        yield word("coders.nothing_coded", lang)
        return
    if agreement.uncoded:
        yield word("coders.uncoded", lang, models=", ".join(agreement.uncoded))
    yield counted(f"coders.universe.{'all' if agreement.all_terms else 'used'}", len(agreement.by_term)).in_(lang)
    for who, terms in zip("BA", (agreement.unknown_a, agreement.unknown_b), strict=True):
        if terms:
            yield word("coders.unknown", lang, who=who, terms=", ".join(terms))
    if agreement.other_place:
        yield word("coders.other_place", lang, count=len(agreement.other_place))
    if agreement.otherwise:
        fields = Counter(field for cell in agreement.otherwise for field in cell.otherwise)
        named_fields = (word("coders.otherwise.field", lang, field=_field(field, lang), count=count) for field, count in fields.items())
        yield word("coders.otherwise", lang, count=len(agreement.otherwise), fields=", ".join(named_fields))
    status = agreement.of_status
    if status.agreed is not None:
        counts = {"cells": len(status.pairs), "same": status.same, "percent": percent(status.agreed).in_(lang)}
        yield word("coders.status.line", lang, **counts, kappa=_coefficient(status.kappa, lang), alpha=_coefficient(status.alpha, lang))
    if status.one_sided:
        yield word("coders.status.one_sided", lang, count=status.one_sided)
    for key, figures in (("terms", agreement.of_terms), ("arrows", agreement.of_arrows)):
        yield from _cautions(figures, key, lang)
    if agreement.narrow and agreement.of_terms.agreed not in (None, 1):
        yield word("coders.caution.narrow", lang)
    if agreement.of_arrows.agreed not in (None, 1):
        yield word("coders.caution.arrows", lang)


def _cautions(figures: Figures, over: str, lang: Lang) -> Iterator[str]:
    for caution in figures.cautions:
        # That the coefficients are low though the coders nearly always agree is said only where they do.
        apart = caution == "rare" and (figures.positive or 0) < HIGH
        # Of arrows no share of empty cells is told, so none is pointed to.
        key = "rare.apart" if apart else "common.arrows" if caution == "common" and over == "arrows" else caution
        yield word(
            f"coders.caution.{key}",
            lang,
            what=word(f"coders.{over}", lang),
            percent=percent(figures.prevalence or 0).in_(lang),
            positive=percent(figures.positive or 0).in_(lang),
            cells=figures.cells,
            kappa=_coefficient(figures.kappa, lang),
            typical=_coefficient(figures.typical, lang),
        )


def by_term(agreement: Agreement, *, lang: Lang = "nb") -> Table:
    """The figures of each term over the models: a row for each, the least agreement first; those that nobody has coded come last."""
    rows = _of_each_term(agreement, lang)
    few = (word("coders.by_term.few", lang, cells=len(agreement.models)),) if len(agreement.models) < FEW else ()
    return Table((word("coders.term", lang), *_of_term(lang)), tuple(rows), word("coders.by_term", lang), few)


COUNTS = ("both", "only_a", "only_b", "neither")


def _of_term(lang: Lang) -> tuple[str, ...]:
    return tuple(word(f"coders.{key}", lang) for key in (*COUNTS, "agreed", "kappa.short", "alpha.short"))


def _by_term(agreement: Agreement) -> list[tuple[str, Figures]]:
    """The figures of each term, those first on which they agree the least."""
    return sorted(agreement.by_term.items(), key=lambda entry: 2 if entry[1].agreed is None else entry[1].agreed)


def _shares(figures: Figures) -> tuple[float | None, ...]:
    return figures.agreed, figures.kappa, figures.alpha


def _of_each_term(agreement: Agreement, lang: Lang) -> Iterator[tuple[str, ...]]:
    """A row for each term, with its name and its figures."""
    for term, figures in _by_term(agreement):
        agreed, *coefficients = _shares(figures)
        counts = (str(getattr(figures, key)) for key in COUNTS)
        yield _named(agreement, term, lang), *counts, _percent(agreed, lang), *(_coefficient(value, lang) for value in coefficients)


def _percent(share: float | None, lang: Lang) -> str:
    return word("coders.undefined", lang) if share is None else word("coders.percent", lang, percent=percent(share).in_(lang))


def _coefficient(value: float | None, lang: Lang) -> str:
    return word("coders.undefined", lang) if value is None else within_one(value, lang)


def _named(agreement: Agreement, item: str, lang: Lang) -> str:
    """A term, or the two terms of an arrow, by their names."""
    terms = (agreement.vocabulary or Vocabulary()).terms
    return " → ".join(named(term, terms, lang) for term in ends_of(item))


def _wrote(agreement: Agreement, cell: CodedCell, who: int, lang: Lang) -> str:
    """What one coder wrote in a cell: labels, status and places; or that it is not coded, and what could be."""
    code: Code = (cell.a, cell.b)[who]
    model = agreement.codings[who][cell.model]
    text_of = ModelText((model,), agreement.vocabulary, lang)
    labels = {entry.id: text_of.entry(entry) for _, entry in model.entries()}
    elements = ", ".join(" → ".join(labels.get(part, part) for part in ends_of(element)) for element in code.elements)
    where = places(code.at, model.source)
    status = word_or(f"status.{code.status}", code.status, lang) if code.status else ""
    stands = "" if cell.same_place else _places(code, lang)
    details = "; ".join(filter(None, (stands, *_chosen(cell, code, lang), status, where)))
    text = f"{elements} ({details})" if elements and details else elements
    if code.said or code.dropped:
        return text
    return f"{word('coders.not', lang)}: {text}" if text else word("coders.not", lang)


def _chosen(cell: CodedCell, code: Code, lang: Lang) -> Iterator[str]:
    """What a coder has chosen where the two have chosen otherwise, each with the field."""
    for field in cell.otherwise:
        chosen = code.aspects.get(field, NOTHING).coded
        values = " / ".join(sorted(_choice(field, value, lang) for value in chosen)) or word("change.not_given", lang)
        yield f"{_field(field, lang)}: {values}"


_SHORT = {"cause.way": "cause", "evidence.certainty.overall": "evidence.certainty"}
"""What a part of an entry is written as when it is one word: then it is called by the part."""


def _field(name: str, lang: Lang) -> str:
    return ModelText((), None, lang).field(_SHORT.get(name, name))


def _choice(field: str, value: object, lang: Lang) -> str:
    if value is None:
        return word("sign.plus" if field == "sign" else "change.not_given", lang)
    if field == "cause.way":
        return word(f"coders.cause.{value}", lang)
    return ModelText((), None, lang).value(0, field, value)


def _places(code: Code, lang: Lang) -> str:
    """Where a term stands: its stage, and for outcomes the level."""
    order = sorted(code.places, key=lambda place: (SECTIONS.index(place[0]), place[1] or ""))
    return ", ".join(_place(*place, lang) for place in order)


def _place(section: str, level: Level | None, lang: Lang) -> str:
    key = f"level.{level}" if level is not None else f"stage.{section}" if section in STAGES else f"section.{section}"
    return word(key, lang).lower()


def _note(agreement: Agreement, cell: CodedCell, lang: Lang, *, below: str = "") -> str:
    """Why a cell is to be discussed, and what may mend it; what the heading that it stands below says is not said again."""
    notes = [word("coders.note.readable", lang)] if _is_readable(cell) else []
    if cell.near:
        key = "coders.note.lacking" if isinstance(cell.item, Arrow) else "coders.note.near"
        notes.append(word(key, lang, terms=", ".join(_named(agreement, term, lang) for term in cell.near)))
    if not cell.same_place and below != "place":
        notes.append(word("coders.note.place", lang))
    if cell.otherwise and below != "otherwise":
        notes.append(word("coders.note.otherwise", lang, fields=", ".join(_field(field, lang) for field in cell.otherwise)))
    if not cell.same_status and below not in ("status", "dropped"):
        notes.append(word("coders.note.status" if cell.kind == "both" else "coders.note.dropped", lang))
    return "; ".join(notes)


def _is_readable(cell: CodedCell) -> bool:
    return cell.readable or cell.place_readable or cell.otherwise_readable


def _discussed(agreement: Agreement, lang: Lang) -> Iterator[Block]:
    """The cells to discuss, model by model: what each coder wrote, and where."""
    if agreement.nothing:
        return  # the overview says so
    cells = agreement.discussed
    yield Heading(word("coders.discuss.count", lang, count=len(cells)))
    if not cells:
        yield Paragraph(word("coders.nothing", lang))
    titles = titles_of(tuple(agreement.codings[0][model] for model in agreement.models))
    for model in agreement.models:
        own = [cell for cell in cells if cell.model == model]
        if own:
            yield Heading(titles[model], 3)
        for group in dict.fromkeys(map(_group, own)):
            items = tuple(_item(agreement, cell, lang) for cell in own if _group(cell) == group)
            yield Passage(word(f"coders.group.{group}", lang), (Items(items),))


def _group(cell: CodedCell) -> str:
    if not cell.same_place:
        return "place"
    if cell.otherwise:
        return "otherwise"
    if cell.agreed:
        return "status" if cell.kind == "both" else "dropped"
    return f"arrow.{cell.kind}" if isinstance(cell.item, Arrow) else cell.kind


def _item(agreement: Agreement, cell: CodedCell, lang: Lang) -> Item:
    note = _note(agreement, cell, lang, below=_group(cell))
    coders = enumerate((cell.a, cell.b))
    wrote = tuple(Item(_wrote(agreement, cell, who, lang), "AB"[who]) for who, code in coders if code.elements)
    return Item(f"{_named(agreement, cell.item, lang)}{f' ({note})' if note else ''}", items=wrote)


def to_discuss(agreement: Agreement, *, lang: Lang = "nb") -> Table:
    """The cells to discuss, for a report: a row for each, with what either coder wrote."""
    names = names_of(tuple(agreement.codings[0][model] for model in agreement.models))
    rows = []
    for cell in agreement.discussed:
        wrote = (_wrote(agreement, cell, who, lang) for who in (0, 1))
        rows.append((names[cell.model], _named(agreement, cell.item, lang), *wrote, _note(agreement, cell, lang)))
    headers = (word("coders.model", lang), word("coders.what", lang), "A", "B", word("coders.note", lang))
    none = word("coders.nothing_coded" if agreement.nothing else "coders.nothing", lang)
    return Table(headers, tuple(rows), word("coders.discuss", lang), () if rows else (none,))


def _cells_listed(agreement: Agreement, lang: Lang) -> Table:
    rows = []
    names = names_of(tuple(agreement.codings[0][model] for model in agreement.models))
    for cell in (*agreement.terms, *agreement.arrows):
        row = [
            cell.model,
            names[cell.model],
            cell.item,
            _named(agreement, cell.item, lang),
            word(f"coders.kind.{cell.kind}" if cell.agreed else f"coders.{cell.kind}", lang),
        ]
        for code in (cell.a, cell.b):
            status = word_or(f"status.{code.status}", code.status, lang) if code.status else ""
            there = code.said or code.dropped
            row += [", ".join(code.elements) if there else "", status, ", ".join(code.at) if there else ""]
        rows.append((*row, _note(agreement, cell, lang)))
    by_coder = [word(f"coders.{key}", lang, who=who) for who in "AB" for key in ("elements", "state", "at")]
    headers = (
        *(word(f"coders.{key}", lang) for key in ("model", "model.label", "what", "what.label", "kind")),
        *by_coder,
        word("coders.note", lang),
    )
    return Table(headers, tuple(rows))


def _terms_listed(agreement: Agreement, lang: Lang) -> Table:
    rows = (
        (term, _named(agreement, term, lang), *(getattr(figures, key) for key in COUNTS), *map(_figure, _shares(figures)))
        for term, figures in _by_term(agreement)
    )
    return Table.of((word("coders.term.id", lang), word("coders.term", lang), *_of_term(lang)), rows)


def _figure(value: float | None) -> Decimal | None:
    return None if value is None else rounded_share(value)


def to_json(agreement: Agreement) -> dict[str, Any]:
    """The value that ``agreement --format json`` prints. Shares are from 0 to 1; null is what is not defined.

    ``discuss`` has the cells that the two do not agree on, those that both filled at different stages or levels, with other words of the
    format or with different statuses, and those that only one has as dropped; ``differs`` says which: ``cell``, ``place``, ``status``, or
    the name of a field, whose words ``chosen`` has. Arrows have no share of empty cells: such a cell is there
    only because another model has that arrow.
    """
    status = agreement.of_status
    return {
        "a": agreement.names[0],
        "b": agreement.names[1],
        "models": list(agreement.models),
        "only_a": list(agreement.only_a),
        "only_b": list(agreement.only_b),
        "uncoded": list(agreement.uncoded),
        "all_terms": agreement.all_terms,
        "terms": _figures(agreement.of_terms, over="terms"),
        "arrows": _figures(agreement.of_arrows, over="arrows"),
        "shared_arrows": _figures(agreement.of_shared_arrows, over="shared_arrows"),
        "status": {
            "cells": len(status.pairs),
            "same": status.same,
            "one_sided": status.one_sided,
            "agreed": _rounded(status.agreed),
            "kappa": _rounded(status.kappa),
            "alpha": _rounded(status.alpha),
        },
        "by_term": {term: _figures(figures, over="terms") for term, figures in agreement.by_term.items()},
        "unknown_a": list(agreement.unknown_a),
        "unknown_b": list(agreement.unknown_b),
        "discuss": [_cell(cell) for cell in agreement.discussed],
    }


def _figures(figures: Figures, *, over: str) -> dict[str, Any]:
    counts = {key: getattr(figures, key) for key in ("cells", "both", "only_a", "only_b", "neither", "readable")}
    shares = {key: _rounded(_share(figures, key, over=over)) for key in ("agreed", "agreed_at_best", "positive", "negative", "prevalence")}
    coefficients = {key: _rounded(getattr(figures, key)) for key in ("kappa", "alpha", "typical")}
    return {**counts, **shares, **coefficients, "cautions": list(figures.cautions)}


def _rounded(value: float | None) -> float | None:
    return None if value is None else float(rounded_share(value))


def _cell(cell: CodedCell) -> dict[str, Any]:
    same = {"cell": cell.agreed, "place": cell.same_place, "status": cell.same_status}
    value = {
        "model": cell.model,
        "item": cell.item,
        "kind": cell.kind,
        "differs": [*(name for name, alike in same.items() if not alike), *cell.otherwise],
        "readable": _is_readable(cell),
        "near": list(cell.near),
    }
    for name, code in (("a", cell.a), ("b", cell.b)):
        places = [
            {"section": section, "level": level} for section, level in sorted(code.places, key=lambda place: (place[0], place[1] or ""))
        ]
        chosen = {field: sorted(code.aspects.get(field, NOTHING).coded, key=str) for field in cell.otherwise}
        value[name] = {
            "said": code.said,
            "status": code.status,
            "places": places,
            "elements": list(code.elements),
            "at": list(code.at),
            **({"chosen": chosen} if chosen else {}),
        }
    return value

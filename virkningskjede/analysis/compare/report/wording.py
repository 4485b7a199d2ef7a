"""What tables over models are made of, in words: cells and counts."""

from __future__ import annotations

from collections.abc import Mapping

from virkningskjede.analysis.compare import Cell, Matrix, Stated
from virkningskjede.i18n import Lang, word, word_or
from virkningskjede.model.codebook import CountedUnit
from virkningskjede.model.values import EMPTY, Dose
from virkningskjede.report import amounts


def kind_of(cell: Cell | None) -> str:
    """What decides a cell's mark: a status, or ``told``, ``no``, ``perhaps``, ``template`` and ``silent``."""
    if cell is None:
        return "silent"
    if cell.said == "yes":
        return cell.status or "told"
    if cell.said == "no":
        return "no"
    return "template" if cell.doubts == ("template",) else "perhaps"


def only_maybe(cell: Cell) -> bool:
    """Whether it is marked as unsure, though it is coded: somebody only may take part."""
    return kind_of(cell) == "perhaps" and "maybe" in cell.doubts


def phrase_of(cell: Cell, lang: Lang = "nb", units: Mapping[str, CountedUnit] = EMPTY) -> str:
    """A cell in words: ``planlagt``, ``planlagt?`` or ``kanskje planlagt``; or what the column shows, such as an amount."""
    if cell.shown:
        phrase = word("amount.and", lang).join(shown(stated, lang, units) for stated in cell.shown)
    elif "yes" not in cell.possible:
        phrase = word("compare.no", lang)
    else:
        phrase = word_or(f"status.{cell.status}", cell.status, lang) if cell.status else word("compare.told", lang)
    if cell.sure:
        return phrase
    return word({"perhaps": "compare.perhaps", "template": "compare.template"}.get(kind_of(cell), "compare.unsure"), lang, said=phrase)


def shown(stated: Stated, lang: Lang, units: Mapping[str, CountedUnit] = EMPTY) -> str:
    """What a column shows of an entry: an amount, or one of the format's words."""
    if isinstance(stated, str):
        return word_or(f"change.value.{stated}", stated, lang)
    return amounts.dose(stated, lang, units=units) if isinstance(stated, Dose) else amounts.bounds(stated, lang, units=units)


def about_counts(matrix: Matrix, lang: Lang) -> tuple[str, ...]:
    """What a count with two ends means, where there is one."""
    counts = [matrix.count(name) for name in matrix.columns]
    return (word("legend.count", lang),) if any(count.surely < count.possibly for count in counts) else ()

"""What tables over models are made of, in words: cells and counts."""

from __future__ import annotations

from collections.abc import Sequence

from virkningskjede.catalogue import Lang, word, word_or
from virkningskjede.comparison import Cell, Count, Matrix, Stated
from virkningskjede.model import LogicModel
from virkningskjede.rendering import amounts
from virkningskjede.values import Dose


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


def said_of(cell: Cell, lang: Lang = "nb") -> str:
    """A cell in words: ``planlagt``, ``planlagt?`` or ``kanskje planlagt``; or what the column shows, such as an amount."""
    if cell.shown:
        said = word("amount.and", lang).join(shown(stated, lang) for stated in cell.shown)
    elif "yes" not in cell.possible:
        said = word("compare.no", lang)
    else:
        said = word(f"status.{cell.status}", lang) if cell.status else word("compare.told", lang)
    if cell.sure:
        return said
    return word({"perhaps": "compare.perhaps", "template": "compare.template"}.get(kind_of(cell), "compare.unsure"), lang, said=said)


def shown(stated: Stated, lang: Lang) -> str:
    """What a column shows of an entry: an amount, or one of the format's words."""
    if isinstance(stated, str):
        return word_or(f"change.value.{stated}", stated, lang)
    return amounts.dose(stated, lang) if isinstance(stated, Dose) else amounts.bounds(stated, lang)


def interval(count: Count) -> str:
    """How many: one number, or the least and the most."""
    return f"{count.surely}" if count.surely == count.possibly else f"{count.surely}–{count.possibly}"


def about_counts(matrix: Matrix, lang: Lang) -> tuple[str, ...]:
    """What a count with two ends means, where there is one."""
    counts = [matrix.count(name) for name in matrix.columns]
    return (word("legend.count", lang),) if any(each.surely < each.possibly for each in counts) else ()


def by_template(models: Sequence[LogicModel]) -> tuple[LogicModel, ...]:
    """Models that follow the same template stand together; otherwise in the order given."""
    follows = list(dict.fromkeys(model.follows for model in models))
    return tuple(sorted(models, key=lambda model: follows.index(model.follows)))

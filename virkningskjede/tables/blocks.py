"""Tables of several blocks, each below headings of its own of which the first says the stage, as one table: the logframe of British aid."""

from __future__ import annotations

from dataclasses import replace

from virkningskjede.tables import words
from virkningskjede.tables.layouts import BESIDE, MEASURED, heading
from virkningskjede.tables.sheet import Cell, Sheet

_HEADING = ("Tekst", "Text")
"""What is put above the first column, where each block has a stage of its own: in Norwegian, in English."""

_OF_BLOCKS = frozenset({*MEASURED, *BESIDE, "instrument"})

MOST_ROWS_OF_BLOCKS = 600
"""A longer table is no logframe with blocks; every row of it is not looked at."""


def joined(sheet: Sheet) -> Sheet:
    """A table in which what stands below the headings of a block begins with the stage of that block; the same, where there are no blocks.

    >>> rows = (("IMPACT", "Indicator", "Target"), ("Health", "Deaths", "5"), ("OUTPUT 1", "Indicator", "Target"), ("Wells", "Wells", "9"))
    >>> joined(Sheet("t.csv", rows)).rows
    (('Text', 'Indicator', 'Target'), ('IMPACT: Health', 'Deaths', '5'), (), ('OUTPUT 1: Wells', 'Wells', '9'))
    """
    if len(sheet.rows) > MOST_ROWS_OF_BLOCKS:
        return sheet
    tops = {number: stage for number in range(len(sheet.rows)) if (stage := _stage(sheet, number))}
    if len({words.step(stage) for stage in tops.values()}) < 2:
        return sheet
    first = min(tops)
    above = _headings(sheet, [*tops])
    if above is None:
        return sheet
    norwegian = words.language([*above.values(), *tops.values()]) == "nb"
    rows = [*sheet.rows[:first], tuple(above.get(column, "") for column in range(max(above) + 1))]
    rows[first] = (_HEADING[0 if norwegian else 1], *rows[first][1:])
    stage, passed = tops[first], dict(sheet.passed)
    for number in range(first + 1, len(sheet.rows)):
        row = sheet.rows[number]
        if number in tops:
            stage = tops[number]
            rows.append(())
        elif _repeats(row, above):  # of another indicator of the block, beside a word such as "weighting"
            passed |= {(number, 0): row[0]} if row[0] else {}
            rows.append(())
        else:
            named = any(map(str.isalpha, row[0])) if row else False
            passed |= {(number, 0): row[0]} if row and row[0] and not named else {}  # the weight of an output, say
            rows.append((f"{stage}: {row[0]}" if named else "", *row[1:]) if row else row)
    return replace(sheet, rows=tuple(rows), passed=passed, merged=_beside(sheet, first))


def _stage(sheet: Sheet, number: int) -> str:
    """The stage that stands first in a row of headings; empty where the row is none."""
    row = sheet.rows[number]
    step = words.step(row[0]) if row and row[0] else None
    if step is None or not step.in_chain:
        return ""
    meanings = [heading(0, text).meanings & _OF_BLOCKS for text in row[1:] if text]
    return row[0] if sum(map(bool, meanings)) >= 2 and any("indicator" in several for several in meanings) else ""


def _headings(sheet: Sheet, tops: list[int]) -> dict[int, str] | None:
    """What stands above each column in any of the blocks; None where two of them say different things of one."""
    above: dict[int, str] = {}
    for number in tops:
        for column, text in enumerate(sheet.rows[number]):
            earlier = above.setdefault(column, text) or text
            above[column] = earlier
            if column and text and heading(0, text).meanings != heading(0, earlier).meanings:
                return None
    return above


def _repeats(row: tuple[str, ...], above: dict[int, str]) -> bool:
    """Whether a row says again what most columns are."""
    filled = [(column, text) for column, text in enumerate(row) if column and text]
    again = [text for column, text in filled if heading(0, text).meanings & heading(0, above.get(column, "")).meanings & _OF_BLOCKS]
    return len(again) > 1 and len(again) * 2 > len(filled)


def _beside(sheet: Sheet, first: int) -> dict[Cell, Cell]:
    """The merged cells, but for those of headings that are no longer there."""
    return {cell: owner for cell, owner in sheet.merged.items() if owner[0] < first}

"""Verdicts as tables, text, pages and JSON; and a report's own verdicts beside them."""

from __future__ import annotations

from typing import Any

from virkningskjede.catalogue import Lang, word
from virkningskjede.criteria import Check
from virkningskjede.rendering.grounds import Grounds
from virkningskjede.rendering.tables import Table, comma_separated, html_table, html_text, markdown_text
from virkningskjede.rendering.tables import html_page as page
from virkningskjede.rendering.tables import markdown as markdown_table
from virkningskjede.rendering.verdicts.cells import cell, listed, mark, ordered, styles
from virkningskjede.rendering.verdicts.concordance import (
    concordance_csv,
    concordance_html,
    concordance_json,
    concordance_markdown,
    concordance_page,
    concordance_text,
    counts_table,
)
from virkningskjede.rendering.verdicts.explaining import anchor, explanation, explanation_html
from virkningskjede.rendering.verdicts.matrix import Layout, head, in_terminal, sheets, tables

__all__ = [
    "Layout",
    "cell",
    "concordance_csv",
    "concordance_html",
    "concordance_json",
    "concordance_markdown",
    "concordance_page",
    "concordance_text",
    "counts_table",
    "csv",
    "explanation",
    "html",
    "html_page",
    "in_terminal",
    "listing",
    "mark",
    "markdown",
    "styles",
    "tables",
    "to_json",
]


def markdown(check: Check, *, lang: Lang = "nb", detail: bool = False) -> str:
    """The tables in Markdown. What is asked of one model alone begins with its name."""
    above = [f"{markdown_text(head(check.models[0], lang))}\n"] if len(check.models) == 1 else []
    return "\n".join([*above, *(markdown_table(each) for each in tables(check, lang=lang, detail=detail))])


def html(check: Check, *, lang: Lang = "nb", detail: bool = False) -> str:
    """The tables in HTML. A reader who rests on a verdict sees its grounds; with ``detail`` it also leads to its `anchor`."""
    grounds = Grounds(check, lang)
    found = []
    for sheet in sheets(check, lang=lang):
        hints = {spot: grounds.sentences(verdict) for spot, verdict in sheet.verdicts.items()}
        links = {spot: anchor(verdict) for spot, verdict in sheet.verdicts.items()} if detail else {}
        found.append(html_table(sheet.table, links=links, hints=hints))
    return "\n".join(found)


def html_page(check: Check, *, lang: Lang = "nb", detail: bool = False) -> str:
    """The tables as a page of its own, for a browser and a word processor.

    Args:
        check: the verdicts.
        lang: the language.
        detail: every verdict leads to its grounds, which stand below the tables.
    """
    title = head(check.models[0], lang) if len(check.models) == 1 else word("check.title", lang)
    below = explanation_html(check, lang=lang) if detail else ""
    return page(title, f"<h1>{html_text(title)}</h1>\n{html(check, lang=lang, detail=detail)}{below}", lang)


def listing(check: Check, *, lang: Lang = "nb") -> Table:
    """Every verdict on a row of its own, with its grounds: what a spreadsheet can sort and filter."""
    grounds = Grounds(check, lang)
    keys = ("set", "model", "criterion", "verdict", "possible", "nodes", "at", "reason")
    rows = tuple(
        (
            each.criteria,
            each.model,
            each.criterion,
            word(f"verdict.{each.verdict}", lang),
            listed(each.possible, lang),
            ", ".join(each.nodes),
            ", ".join(each.at),
            grounds.sentences(each),
        )
        for each in check.results
    )
    return Table(tuple(word(f"check.{key}", lang) for key in keys), rows)


def csv(check: Check, *, lang: Lang = "nb") -> str:
    """The listing as CSV."""
    return comma_separated(listing(check, lang=lang))


def to_json(check: Check, *, lang: Lang = "nb") -> dict[str, list[dict[str, Any]]]:
    """The verdicts as plain values: keys and verdicts are the same in every language, ``reason`` is a text."""
    grounds = Grounds(check, lang)
    return {
        "results": [
            {
                "criteria": each.criteria,
                "model": each.model,
                "criterion": each.criterion,
                "verdict": each.verdict,
                "possible": list(ordered(each.possible)),
                "decided_by": each.decided_by,
                "reason": grounds.sentences(each),
                "nodes": list(each.nodes),
                "at": list(each.at),
            }
            for each in check.results
        ]
    }

"""Which models belong together, for a terminal, Markdown, HTML, a spreadsheet, and as JSON."""

from __future__ import annotations

from virkningskjede.catalogue import Lang
from virkningskjede.grouping import Grouping, Similarity
from virkningskjede.rendering.groups.data import csv, to_json
from virkningskjede.rendering.groups.saying import by_name, clusters, group_names, left_out, title
from virkningskjede.rendering.groups.tables import similarity_table, tables
from virkningskjede.rendering.tables import html_page as page
from virkningskjede.rendering.tables import html_table
from virkningskjede.rendering.tables import markdown as markdown_table

__all__ = [
    "by_name",
    "clusters",
    "csv",
    "group_names",
    "html",
    "html_page",
    "left_out",
    "markdown",
    "similarity_html",
    "similarity_table",
    "tables",
    "title",
    "to_json",
]


def similarity_html(similarity: Similarity, lang: Lang = "nb") -> str:
    """How alike models are, for notebooks."""
    return html_table(similarity_table(similarity, lang=lang))


def markdown(grouping: Grouping, *, lang: Lang = "nb") -> str:
    """All the tables in Markdown."""
    return "\n".join(map(markdown_table, tables(grouping, lang=lang)))


def html(grouping: Grouping, *, lang: Lang = "nb") -> str:
    """All the tables in HTML, for notebooks."""
    return "".join(map(html_table, tables(grouping, lang=lang)))


def html_page(grouping: Grouping, *, lang: Lang = "nb") -> str:
    """The same as a page of its own."""
    return page(title(grouping, lang), html(grouping, lang=lang), lang)

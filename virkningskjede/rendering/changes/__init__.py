"""Diffs as text, Markdown, HTML and JSON: a list of changes for two versions of a model, a report for two models."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from virkningskjede.catalogue import Lang
from virkningskjede.differences import Diff, plain
from virkningskjede.rendering.changes.blocks import Block, as_html, as_markdown, as_text
from virkningskjede.rendering.changes.report import report
from virkningskjede.rendering.changes.versions import versions

__all__ = ["html", "markdown", "text", "to_json"]


def text(diff: Diff, *, lang: Lang = "nb", width: int = 80) -> str:
    """A diff for a terminal or a pipe: plain text, without colours or escapes, wrapped to so many columns."""
    return as_text(_blocks(diff, lang), width)


def markdown(diff: Diff, *, lang: Lang = "nb") -> str:
    """A diff as Markdown, to paste in a report or a pull request."""
    return as_markdown(_blocks(diff, lang))


def html(diff: Diff, *, lang: Lang = "nb") -> str:
    """A diff as HTML, for notebooks."""
    return as_html(_blocks(diff, lang))


def _blocks(diff: Diff, lang: Lang) -> Iterator[Block]:
    return versions(diff, lang) if diff.same_model else report(diff, lang)


def to_json(diff: Diff, *, lang: Lang = "nb") -> dict[str, Any]:
    """The value that ``diff --format json`` prints.

    ``matched`` tells which entries were held to be the same and why; only ``reason`` depends on the language.
    """
    return {
        "a": diff.a,
        "b": diff.b,
        "comparable": diff.comparable,
        "changes": [
            {
                "kind": change.kind,
                "element": change.element,
                "path": change.path,
                "path_a": change.path_a,
                "path_b": change.path_b,
                "before": plain(change.before),
                "after": plain(change.after),
                "weight": change.weight,
                "reason": change.why(lang),
            }
            for change in diff.changes
        ],
        "summary": dict(diff.summary),
        "matched": [
            {"section": pair.section, "a": pair.a, "b": pair.b, "how": pair.how, "terms": plain(pair.terms), "sure": pair.sure}
            for pair in diff.matching.pairs
        ],
    }

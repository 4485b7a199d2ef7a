"""Diffs as text, Markdown, HTML and JSON.

Two versions of a model are a list of changes; two models a report; a model and its template are held against each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from virkningskjede.catalogue import Lang
from virkningskjede.differences import Adherence, Change, Diff
from virkningskjede.matching import Key
from virkningskjede.model.plain import plain
from virkningskjede.rendering.changes.blocks import Block, as_html, as_markdown, as_text
from virkningskjede.rendering.changes.following import following
from virkningskjede.rendering.changes.lines import line_by_line
from virkningskjede.rendering.changes.report import report
from virkningskjede.rendering.changes.versions import versions
from virkningskjede.rendering.tables import html_page as page

__all__ = ["change_to_json", "html", "html_page", "line_by_line", "markdown", "text", "to_json"]


def text(diff: Diff, *, lang: Lang = "nb", width: int = 80, listed: bool = False) -> str:
    """A diff for a terminal or a pipe: plain text, without colours or escapes, wrapped to so many columns.

    Args:
        diff: the diff.
        lang: the language.
        width: the columns.
        listed: whether to list the changes one by one, whatever the two models are; so it is with versions in any case.
    """
    return as_text(_blocks(diff, lang, listed), width)


def markdown(diff: Diff, *, lang: Lang = "nb", listed: bool = False) -> str:
    """A diff as Markdown, to paste in a report or a pull request."""
    return as_markdown(_blocks(diff, lang, listed))


def html(diff: Diff, *, lang: Lang = "nb", listed: bool = False) -> str:
    """A diff as HTML, for notebooks."""
    return as_html(_blocks(diff, lang, listed))


def html_page(diff: Diff, *, lang: Lang = "nb", listed: bool = False) -> str:
    """The same as a page of its own."""
    first = next(_blocks(diff, lang, listed))
    return page(getattr(first, "text", diff.b), html(diff, lang=lang, listed=listed), lang)


def _blocks(diff: Diff, lang: Lang, listed: bool) -> Iterator[Block]:
    if listed or diff.same_model:
        return versions(diff, lang)
    held = diff.adherence
    return report(diff, lang) if held is None else following(diff, held, lang)


def to_json(diff: Diff, *, lang: Lang = "nb") -> dict[str, Any]:
    """The value that ``diff --format json`` prints.

    ``matched`` tells which entries were held to be the same and why, ``proposals`` which look alike by name and were not held to be the
    same; ``template`` is there when one of the two follows the other. Only ``reason`` depends on the language.
    """
    held = diff.adherence
    return {
        "a": diff.a,
        "b": diff.b,
        "comparable": diff.comparable,
        "changes": [change_to_json(change, lang=lang) for change in diff.changes],
        "summary": dict(diff.summary),
        "matched": [
            {"section": pair.section, "a": pair.a, "b": pair.b, "how": pair.how, "terms": plain(pair.terms), "sure": pair.sure}
            for pair in diff.matching.pairs
        ],
        "proposals": [{"a": _path(each.a), "b": _path(each.b), "likeness": round(each.likeness, 3)} for each in diff.proposals],
        **({} if held is None else {"template": _template_to_json(diff, held)}),
    }


def change_to_json(change: Change, *, lang: Lang = "nb") -> dict[str, Any]:
    """One change, as ``diff`` and ``history`` print it."""
    return {
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


def _template_to_json(diff: Diff, held: Adherence) -> dict[str, Any]:
    return {
        "model": diff.models[held.side].id,
        "template": diff.models[1 - held.side].id,
        "points": [
            {
                "path": _path(point.key),
                "required": point.required,
                "said": point.said,
                "possible": sorted(point.possible),
                "nodes": [_path(key) for key in point.entries],
                "elsewhere": [_path(key) for key in point.elsewhere],
                "otherwise": [
                    {
                        "field": each.field,
                        "template": plain(each.template),
                        "model": {_path(key): plain(value) for key, value in each.own},
                        "without": list(each.without),
                        "besides": list(each.besides),
                    }
                    for each in point.otherwise
                ],
                "free": {field: {_path(key): plain(value) for key, value in chosen} for field, chosen in point.free},
            }
            for point in held.points
        ],
        "unknown": [_path(key) for key in held.unknown],
        "beyond": [_path(key) for key in held.beyond],
        "actors": {actor: [_path(key) for key in keys] for actor, keys in held.newcomers},
        "arrows": {f"{link.source} -> {link.to}": [f"{own.source} -> {own.to}" for own in owns] for link, owns in held.arrows},
        "questions": {name: [_path(key) for key in keys] for name, keys in held.questions},
    }


def _path(key: Key) -> str:
    return ".".join(key)

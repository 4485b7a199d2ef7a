"""What a diff has to say: two versions of a model a list of changes, two models a report, a model and its template held together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from virkningskjede.analysis.diff import Adherence, Change, Diff, Otherwise, as_text
from virkningskjede.analysis.diff.report.following import following
from virkningskjede.analysis.diff.report.lines import line_by_line
from virkningskjede.analysis.diff.report.two_models import report
from virkningskjede.analysis.diff.report.versions import sentence, sentences, versions
from virkningskjede.i18n import Lang, rounded_share, word
from virkningskjede.matching import EntryKey
from virkningskjede.model.codebook import References
from virkningskjede.model.plain import plain
from virkningskjede.report import Block, Document, Heading, Report, Table
from virkningskjede.report.finish import OF_A_FILE, Finish
from virkningskjede.report.model_text import ModelText

__all__ = ["COLUMNS", "DiffReport", "change_rows", "change_to_json", "line_by_line", "sentence_of", "sentences_of", "to_json"]

COLUMNS = ("kind", "element", "path", "path_b", "sentence", "before", "after", "weight", "reason")


@dataclass(frozen=True)
class DiffReport(Report):
    """What a diff has to say.

    Attributes:
        diff: the diff.
        listed: whether the changes are listed one by one, whatever the two models are; so it is with versions in any case.
        references: the works, for its picture.
    """

    diff: Diff
    listed: bool = False
    references: References | None = None
    draws: ClassVar[bool] = True

    def document(self, lang: Lang = "nb", width: int | None = None) -> Document:
        """A list of changes, or a report of two models."""
        blocks = tuple(self._blocks(lang))
        title = next((block.text for block in blocks if isinstance(block, Heading)), self.diff.b)
        return Document(title, blocks, lang)

    def _blocks(self, lang: Lang) -> Iterator[Block]:
        diff = self.diff
        if self.listed or diff.same_model:
            return versions(diff, lang)
        return report(diff, lang) if diff.adherence is None else following(diff, diff.adherence, lang)

    def listing(self, lang: Lang = "nb") -> Table:
        """A row for each change, with its sentence."""
        return Table(tuple(word(f"diff.column.{key}", lang) for key in COLUMNS), tuple(change_rows(self.diff, lang)))

    def plain(self, lang: Lang = "nb") -> dict[str, Any]:
        """The value that ``diff --format json`` prints."""
        return to_json(self.diff, lang=lang)

    def shows(self, lang: Lang = "nb") -> str:
        """What the picture shows, in words."""
        return word("report.picture.diff", lang, a=self.diff.models[0].name, b=self.diff.models[1].name)

    def draw(self, path: Path, lang: Lang = "nb", finish: Finish = OF_A_FILE) -> None:
        """The two models in one picture."""
        from virkningskjede.analysis.diff.picture import changed
        from virkningskjede.drawing.picture import picture

        picture(changed(self.diff, lang=lang, references=self.references), path, finish=finish)


def change_rows(diff: Diff, lang: Lang) -> Iterator[tuple[str, ...]]:
    """A row for each change, with a cell for each of `COLUMNS`."""
    for change, line in zip(diff.changes, sentences(diff, ModelText(diff.models, diff.vocabulary, lang)), strict=True):
        yield (
            word(f"diff.kind.{change.kind}", lang),
            word(f"diff.element.{change.element}", lang),
            change.path,
            change.path_b or "",
            line,
            as_text(change.before) or "",
            as_text(change.after) or "",
            word(f"change.weight.{change.weight}", lang),
            change.why(lang),
        )


def sentence_of(change: Change, lang: Lang) -> str:
    """One change in a sentence; where it stands, for one that is of no diff."""
    diff = change.among
    return sentence(diff, change, ModelText(diff.models, diff.vocabulary, lang)) if diff is not None else change.path


def sentences_of(diff: Diff, lang: Lang) -> tuple[str, ...]:
    """Each change of a diff in a sentence."""
    return sentences(diff, ModelText(diff.models, diff.vocabulary, lang))


def to_json(diff: Diff, *, lang: Lang = "nb") -> dict[str, Any]:
    """The value that ``diff --format json`` prints.

    ``matched`` tells which entries were held to be the same and why, ``proposals`` which look alike by name and were not held to be the
    same; ``template`` is there when one of the two follows the other. Only ``reason`` depends on the language.
    """
    adherence = diff.adherence
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
        "proposals": [
            {"a": _path(proposal.a), "b": _path(proposal.b), "likeness": float(rounded_share(proposal.likeness, 3))}
            for proposal in diff.proposals
        ],
        **({} if adherence is None else {"template": _template_to_json(diff, adherence)}),
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


def _template_to_json(diff: Diff, adherence: Adherence) -> dict[str, Any]:
    return {
        "model": diff.models[adherence.side].id,
        "template": diff.models[1 - adherence.side].id,
        "points": [
            {
                "path": _path(point.key),
                "required": point.required,
                "said": point.coded,
                "possible": sorted(point.possible),
                "nodes": [_path(key) for key in point.entries],
                "elsewhere": [_path(key) for key in point.elsewhere],
                "otherwise": [_otherwise_to_json(difference) for difference in point.otherwise],
                "free": {field: {_path(key): plain(value) for key, value in chosen} for field, chosen in point.free},
            }
            for point in adherence.points
        ],
        "unknown": [_path(key) for key in adherence.unknown],
        "beyond": [_path(key) for key in adherence.beyond],
        "actors": {actor: [_path(key) for key in keys] for actor, keys in adherence.newcomers},
        "arrows": {link.arrow: [own.arrow for own in owns] for link, owns in adherence.arrows},
        "arrows_otherwise": [{"arrow": link.arrow, **_otherwise_to_json(difference)} for link, difference in adherence.arrows_otherwise],
        "questions": {name: [_path(key) for key in keys] for name, keys in adherence.questions},
    }


def _otherwise_to_json(difference: Otherwise) -> dict[str, Any]:
    return {
        "field": difference.field,
        "template": plain(difference.template),
        "model": {_path(key): plain(value) for key, value in difference.own},
        "without": list(difference.without),
        "besides": list(difference.besides),
    }


def _path(key: EntryKey) -> str:
    return ".".join(key)

"""What a reviewer is told of a change, as Markdown: in a comment, or as the summary of a run."""

from __future__ import annotations

from virkningskjede.diagnosis.report import ValidationReport
from virkningskjede.i18n import Lang
from virkningskjede.report.write_markdown import markdown


def write(report: ValidationReport, lang: Lang, *, every: bool = False) -> str:
    """How much was found, what must be mended, and the notes summed up or, if every one is asked for, each of them."""
    return markdown(report.summary(lang, every=every))

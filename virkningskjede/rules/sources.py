"""Family VK4: can every statement be found again in its source?"""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from itertools import accumulate, pairwise

from virkningskjede.diagnostics import Diagnostic, Path, diagnostic
from virkningskjede.model import Evidence
from virkningskjede.model.values import Arrow
from virkningskjede.project import backwards
from virkningskjede.rules.context import ModelLocator, RuleContext
from virkningskjede.rules.sections import own_section

MOST_SENTENCES = 4
"""A longer run of sentences on one thing no longer says which of them it rests on."""


def no_place(context: RuleContext) -> Iterator[Diagnostic]:
    """VK401: a node without a place. A sketch that names no source at all is not asked for places."""
    if context.model.source is None and not context.cited:
        return
    for node in context.model.nodes.values():
        if not node.at:
            yield diagnostic("VK401", (node.stage, node.id), on="key", id=node.id)


def cited_and_set_aside(context: RuleContext) -> Iterator[Diagnostic]:
    """VK402: a sentence that something rests on, and that is set aside all the same. Other readings (``or``) do not count."""
    by_section: dict[tuple[str | None, str], list[ModelLocator]] = {}
    for cited in context.cited:
        if cited.locator.size > 0 and not _in_another_reading(cited.path):
            by_section.setdefault((cited.locator.source, cited.locator.section), []).append(cited)
    sections = {section: _SectionRuns(places) for section, places in by_section.items()}
    for path, locator, on in context.set_aside:
        runs = sections.get((locator.source, locator.section)) if locator.size > 0 else None
        user = runs.into(locator.first, locator.last) if runs else None
        if user is not None:
            sentence = f"{locator.section}:{max(locator.first, user.locator.first)}"
            yield diagnostic("VK402", path, on=on, sentence=sentence, by=_name(user))


def _in_another_reading(path: Path) -> bool:
    return any(step == "or" and isinstance(after, int) for step, after in pairwise(path))


class _SectionRuns:
    """The runs of one section, ready to be asked which of them has a sentence in common with another run."""

    def __init__(self, runs: list[ModelLocator]) -> None:
        ordered = sorted(runs, key=lambda run: run.locator.first)
        self.starts = [run.locator.first for run in ordered]
        self.farthest = list(accumulate(ordered, _farther))

    def into(self, first: int, last: int) -> ModelLocator | None:
        """A run that has a sentence between these two."""
        before = bisect.bisect(self.starts, last)
        run = self.farthest[before - 1] if before else None
        return run if run and run.locator.last >= first else None


def _farther(first: ModelLocator, second: ModelLocator) -> ModelLocator:
    return first if first.locator.last >= second.locator.last else second


def _name(run: ModelLocator) -> str:
    """The entry, arrow or part of the model that a place is written on."""
    if run.path[2:3] == ("leads_to",):
        return Arrow(str(run.path[1]), str(run.path[3]))
    return str(run.path[1] if len(run.path) > 3 else run.path[0])


def wide_range(context: RuleContext) -> Iterator[Diagnostic]:
    """VK403: a long run of sentences on one thing."""
    for path, locator, on in context.cited:
        if locator.size > MOST_SENTENCES:
            run = f"{locator.first}-{locator.last}"
            yield diagnostic("VK403", path, on=on, run=run, size=locator.size, limit=MOST_SENTENCES)


def of_another_pilot(context: RuleContext) -> Iterator[Diagnostic]:
    """VK407: a place in the section that is about another pilot. Where this one's own section is must be clear."""
    home = own_section(run.locator for run in context.cited) if context.model.kind == "pilot" else None
    if home is None:
        return
    others = {section: name for section, name in context.sections().items() if section != home and name != context.model.id}
    for path, locator, on in context.cited if others else ():
        other = others.get((locator.source, locator.section))
        if other is not None:
            yield diagnostic("VK407", path, on=on, section=locator.section, other=other)


def no_source(context: RuleContext) -> Iterator[Diagnostic]:
    """VK404: places without a source, said once, at the first of them."""
    lacking = [run for run in (*context.cited, *context.set_aside) if run.locator.source is None]
    if lacking:
        path, locator, on = lacking[0]
        yield diagnostic("VK404", path, on=on, at=str(locator), count=len(lacking))


def backwards_range(context: RuleContext) -> Iterator[Diagnostic]:
    """VK405: a run of sentences whose last comes before its first."""
    for path, locator, on in (*context.cited, *context.set_aside):
        yield from backwards(path, locator, on)


def no_reference(context: RuleContext) -> Iterator[Diagnostic]:
    """VK406: evidence that names no work."""
    for path, part in context.parts_that_are(Evidence):
        if not part.refs:
            yield diagnostic("VK406", (*path, "finding"))

"""Finding criteria sets, reading them, and running their own cases before they judge anything."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import reduce
from pathlib import Path

from virkningskjede.analysis.criteria.criteria_set import JUDGEMENTS, CriteriaSet, Judgement
from virkningskjede.analysis.criteria.verdict import judge
from virkningskjede.diagnostics import Diagnostic, diagnostic
from virkningskjede.diagnostics import Path as KeyPath
from virkningskjede.i18n import Word
from virkningskjede.i18n.likely import guess
from virkningskjede.project import (
    NamedFiles,
    Project,
    broken_names,
    corpus,
    misnamed,
    open_project,
    refuse_foreign,
    unknown_cited,
    whole,
)
from virkningskjede.query import QueryContext, unknown_names
from virkningskjede.yamlfile import YamlFile

SETS = NamedFiles("criteria", "criteria", CriteriaSet, "error.no_set")
"""Criteria sets, as files that are asked for by name."""


def available_sets(project: Project) -> tuple[str, ...]:
    """The names of the project's own sets."""
    return tuple(SETS.under(project))


def load_set(name: str | Path, project: Project) -> CriteriaSet:
    """A criteria set, validated and with its own cases run.

    Args:
        name: a set's id; ``corpus:ID`` for an installed one; or a file.
        project: the vocabulary, references and tables that it speaks of. Where there is no vocabulary, an installed set is read with
            the installed one, and a file's names are not checked.

    Raises:
        UsageError: there is no such set; or it is an installed one that speaks of names which the codebook here does not have.
        BrokenSet: the file is not a set, speaks of something unknown, or fails its own cases; ``.diagnostics`` says where.

    >>> from virkningskjede.project import open_project
    >>> len(load_set("oslo-economics-2020", open_project(corpus())).criteria)
    9
    """
    file = SETS.find(name, project)
    criteria, wrong = read_set(file.yaml_file, _installed_unless_known(project) if file.installed else project)
    refuse_foreign(file, wrong)
    return whole(file.yaml_file, criteria, wrong)


def read_set(yaml_file: YamlFile, project: Project) -> tuple[CriteriaSet | None, list[Diagnostic]]:
    """Make a criteria set of a file: its form, then the names and places that it mentions, then its cases.

    A criterion's cases are run only when nothing is wrong with the criterion, nor with the shared files that it speaks of.

    Returns:
        The set, or None when there are diagnostics; and the diagnostics, with paths but no places.
    """
    made = SETS.made(yaml_file, project)
    wrong = list(made.diagnostics)
    if made.value is not None:
        wrong += made.lost.judged(_names_in(made.value, yaml_file, project))
        broken = {breach.path[1] for breach in wrong if breach.path[:1] == ("criteria",) and len(breach.path) > 1}
        shared = any(project.lost.touches((part,)) for part in ("vocabulary", "comparisons", "templates"))
        wrong += [] if shared else made.lost.judged(_failed_cases(made.value, project, broken))
    return (None if wrong else made.value), wrong


def _installed_unless_known(project: Project) -> Project:
    return project if project.vocabulary is not None else open_project(corpus())


def _names_in(criteria: CriteriaSet, yaml_file: YamlFile, shared: Project) -> Iterator[Diagnostic]:
    """The set's own id, its references and places, and what its conditions and cases mention."""
    yield from misnamed(criteria.id, yaml_file)
    yield from _unknown_references(criteria, shared)
    at = ((("criteria", name), criterion.at) for name, criterion in criteria.criteria.items())
    yield from unknown_cited((((), criteria.at), *at), criteria.set_aside, criteria.source, shared)
    for name, criterion in criteria.criteria.items():
        if criteria.text_of(name) == "quoted" and not (criterion.at or criteria.at):
            yield diagnostic("VK182", ("criteria", name, "text") if criterion.text else ("text",))
    if shared.vocabulary is not None:
        for path, condition in criteria.conditions():
            yield from unknown_names(condition, shared.vocabulary, path, comparisons=shared.comparisons, lost=shared.lost)
    for name, criterion in criteria.criteria.items():
        for number, case in enumerate(criterion.cases):
            here = ("criteria", name, "cases", number, "given")
            for breach in broken_names(case.given):
                related = tuple(replace(place, path=(*here, *place.path)) for place in breach.related)
                yield replace(breach, path=(*here, *breach.path), related=related)
            if shared.vocabulary is not None:
                yield from unknown_names(case.given, shared.vocabulary, here, lost=shared.lost)


def _unknown_references(criteria: CriteriaSet, shared: Project) -> Iterator[Diagnostic]:
    known = shared.references.references
    if not known or shared.lost.at(("references", "references")):
        return
    named: list[tuple[KeyPath, str]] = [(("ref", place), ref) for place, ref in enumerate(criteria.ref)]
    named += [(("source",), criteria.source)] if criteria.source else []
    for name, criterion in criteria.criteria.items():
        named += [(("criteria", name, "ref", place), ref) for place, ref in enumerate(criterion.ref)]
    for path, ref in named:
        if ref not in known and ref not in shared.lost.names:
            yield diagnostic("VK128", path, id=ref, likely=guess(ref, known))


def _failed_cases(criteria: CriteriaSet, shared: Project, broken: Collection[object]) -> Iterator[Diagnostic]:
    for name, criterion in criteria.criteria.items():
        for number, case in enumerate(criterion.cases if name not in broken else ()):
            here = ("criteria", name, "cases", number)
            verdict = judge(criteria, name, QueryContext.of(case.given, shared))
            if verdict.verdict != case.expect:
                yield diagnostic("VK126", (*here, "expect"), expected=_named([case.expect]), found=_named([verdict.verdict]))
            elif case.possible and verdict.possible != set(case.possible):
                words = [Word("case.possible", (("verdicts", _named(judgements)),)) for judgements in (case.possible, verdict.possible)]
                yield diagnostic("VK126", (*here, "possible"), expected=words[0], found=words[1])


def _named(judgements: Collection[Judgement]) -> Word:
    """Verdicts as a list, the best first."""
    last, *others = [Word(f"verdict.{judgement}") for judgement in JUDGEMENTS if judgement in judgements]
    return reduce(lambda rest, first: Word("case.and", (("first", first), ("rest", rest))), others, last)

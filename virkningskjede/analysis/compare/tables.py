"""Finding the comparisons that there are, and holding their names against the codebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from virkningskjede.diagnostics import Diagnostic, diagnostic
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word
from virkningskjede.i18n.likely import guess
from virkningskjede.i18n.spelling import fitting, the_one
from virkningskjede.model.codebook import Column, Comparison, Vocabulary
from virkningskjede.model.values import NameKind, naming
from virkningskjede.project import (
    NOTHING,
    Lost,
    NamedFile,
    NamedFiles,
    Project,
    in_corpus,
    is_file,
    kind_of,
    misnamed,
    refuse_foreign,
    titles_of,
    unknown_cited,
    unknown_source,
    whole,
)
from virkningskjede.yamlfile import YamlFile

COMPARISONS = NamedFiles("comparison", "comparisons", Comparison, "error.no_comparison")
"""Comparisons, as files that are asked for by name."""

_SECTIONS: Mapping[NameKind, str] = {"term": "terms", "actor": "actors", "trait": "traits", "place": "places"}
"""Where the codebook has what a column names."""


def available_comparisons(project: Project) -> tuple[str, ...]:
    """The names of the project's comparisons."""
    return tuple(dict.fromkeys((*project.comparisons, *COMPARISONS.under(project))))


def load_comparison(name: str, project: Project, beside: Iterable[str] = ()) -> Comparison:
    """A comparison of the project by its id; an installed one as ``corpus:ID``; or one from a file.

    Args:
        name: the name or the file.
        project: whose it is.
        beside: what could have been written instead of a name, and may have been meant.

    Raises:
        UsageError: there is no such comparison.
        BrokenSet: its file is not well made, or it mentions names or places that there are not; ``.diagnostics`` says where.

    >>> from virkningskjede.project import corpus, open_project
    >>> len(load_comparison("tiltak", open_project(corpus())).columns)
    10
    """
    own = _own(name, project) or _own(_meant(name, project), project)
    file = NamedFile(own, installed=False) if own is not None else COMPARISONS.find(name, project, beside)
    comparison, wrong = read_comparison(file.yaml_file, project)
    refuse_foreign(file, wrong)
    return whole(file.yaml_file, comparison, wrong)


def _meant(name: str, project: Project) -> str | None:
    """The id of the root's own comparison that is called so otherwise, by its title or in another case; None for a file or another's.

    Raises:
        UsageError: several are called so.
    """
    if in_corpus(str(name)) is not None or is_file(name) or name in COMPARISONS.under(project):
        return None
    known = {
        str(values["id"]): (str(values["id"]), *titles_of(yaml_file))
        for yaml_file in _comparisons(project)
        if "id" in (values := yaml_file.values or {})
    }
    return the_one(name, fitting(name, known))


def _comparisons(project: Project) -> Iterator[YamlFile]:
    return (yaml_file for yaml_file in project.yaml_files if kind_of(yaml_file) == "comparison")


def _own(name: str | None, project: Project) -> YamlFile | None:
    """The file of the root's own that holds a comparison of this id."""
    files = [yaml_file for yaml_file in _comparisons(project) if name is not None and (yaml_file.values or {}).get("id") == name]
    if name is not None and len(files) > 1:
        raise UsageError(Word("error.two_files", (("name", name), ("a", files[0].name), ("b", files[1].name))))
    return files[0] if files else None


def read_comparison(yaml_file: YamlFile, project: Project) -> tuple[Comparison | None, list[Diagnostic]]:
    """Make a comparison of a file: its form first, then its own name, its places, and the names that its columns mention.

    Returns:
        The comparison, or None where the form is wrong; and the diagnostics, with paths but no places.
    """
    made = COMPARISONS.made(yaml_file, project)
    wrong = list(made.diagnostics)
    if made.value is not None:
        wrong += made.lost.judged(_names_in(made.value, yaml_file, project))
    return (None if made.diagnostics else made.value), wrong


def _names_in(comparison: Comparison, yaml_file: YamlFile, project: Project) -> Iterator[Diagnostic]:
    yield from misnamed(comparison.id, yaml_file)
    yield from unknown_source(("source",), comparison.source, project)
    yield from unknown_cited([((), comparison.at)], comparison.set_aside, comparison.source, project)
    if project.vocabulary is not None:
        yield from unknown_names(comparison, project.vocabulary, project.lost)


def unknown_names(comparison: Comparison, vocabulary: Vocabulary, lost: Lost = NOTHING) -> Iterator[Diagnostic]:
    """A diagnostic for each term, trait, actor and place that a column mentions and the codebook does not have, at its path."""
    for name, column in comparison.columns.items():
        for field in naming(Column, *_SECTIONS):
            assert field.names is not None
            section = _SECTIONS[field.names]
            known = getattr(vocabulary, section)
            if lost.at(("vocabulary", section)):
                continue
            for place, mentioned in enumerate(getattr(column, field.name)):
                if mentioned not in known and mentioned not in lost.names:
                    path = ("columns", name, field.key, place)
                    yield diagnostic("VK125", path, what=Word(f"name.{field.names}"), id=mentioned, likely=guess(mentioned, known))

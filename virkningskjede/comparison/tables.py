"""Finding the comparisons that there are, and holding their names against the codebook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from virkningskjede.catalogue import Word
from virkningskjede.diagnostics import Diagnostic, diagnostic, line
from virkningskjede.errors import BrokenSet, UsageError
from virkningskjede.loading import Surroundings, corpus, likely
from virkningskjede.loading import surroundings as read_surroundings
from virkningskjede.vocabulary import Comparison, Vocabulary

_NAMES: Mapping[str, tuple[str, str]] = {
    "counts": ("term", "terms"),
    "debatable": ("term", "terms"),
    "traits": ("trait", "traits"),
    "actors": ("actor", "actors"),
}
"""The fields of a column that hold shared names: what they name, and where the codebook has them."""


def available_comparisons(surroundings: Surroundings) -> tuple[str, ...]:
    """The names of the comparisons under the root, and of the installed ones."""
    return tuple(sorted({*surroundings.comparisons, *_installed()}))


def load_comparison(name: str, surroundings: Surroundings) -> Comparison:
    """A comparison by its id: the root's own, otherwise the installed one.

    Raises:
        UsageError: there is no such comparison.
        BrokenSet: its file is not well made, or it mentions names that the codebook does not have.

    >>> from virkningskjede.loading import surroundings
    >>> len(load_comparison("tiltak", surroundings(corpus())).columns)
    10
    """
    own = tuple(each for each in surroundings.diagnostics if each.severity == "error" and (each.file or "").endswith(f"/{name}.yaml"))
    found = surroundings.comparisons.get(name) or (None if own else _installed().get(name))
    if own and found is None:
        raise BrokenSet("\n".join(line(each) for each in own), own)
    if found is None:
        raise UsageError(f"there is no comparison {name!r}; there are: {', '.join(available_comparisons(surroundings))}")
    wrong = tuple(unknown_names(found, surroundings.vocabulary)) if surroundings.vocabulary is not None else ()
    if wrong:
        raise BrokenSet("\n".join(line(each) for each in wrong), wrong)
    return found


def unknown_names(comparison: Comparison, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """A diagnostic for each term, trait and actor that a column mentions and the codebook does not have, at its path."""
    for name, column in comparison.columns.items():
        for field, (kind, section) in _NAMES.items():
            known = getattr(vocabulary, section)
            for place, each in enumerate(getattr(column, field)):
                if each not in known:
                    path = ("columns", name, field, place)
                    yield diagnostic("VK125", path, what=Word(f"name.{kind}"), id=each, likely=likely(each, known))


def _installed() -> Mapping[str, Comparison]:
    return read_surroundings(corpus()).comparisons

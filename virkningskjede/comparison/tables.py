"""Finding the comparisons that there are, and holding their names against the codebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from virkningskjede.catalogue import Word
from virkningskjede.diagnostics import Diagnostic, diagnostic, line
from virkningskjede.errors import BrokenSet, UsageError
from virkningskjede.loading import Surroundings, build, corpus, header, kind_of, likely, shown, wrong_kind
from virkningskjede.loading import surroundings as read_surroundings
from virkningskjede.source import Document, read
from virkningskjede.vocabulary import Comparison, Vocabulary

SUFFIXES = (".yaml", ".yml")
"""How the name of a file ends."""

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
    """A comparison by its id, the root's own before the installed one; or from a file.

    Raises:
        UsageError: there is no such comparison.
        BrokenSet: its file is not well made, or it mentions names that the codebook does not have; ``.diagnostics`` says where.

    >>> from virkningskjede.loading import surroundings
    >>> len(load_comparison("tiltak", surroundings(corpus())).columns)
    10
    """
    found, document = _from_file(name, surroundings) if is_file(name) else _by_name(name, surroundings)
    if surroundings.vocabulary is not None:
        wrong = list(unknown_names(found, surroundings.vocabulary))
        _refuse(document.locate(wrong) if document else wrong)
    return found


def is_file(name: str) -> bool:
    """Whether what was asked for is a file, and not the id of a comparison."""
    return name.endswith(SUFFIXES)


def _by_name(name: str, surroundings: Surroundings) -> tuple[Comparison, Document | None]:
    if name in surroundings.comparisons:
        documents = (each for each in surroundings.documents if kind_of(each) == "comparison" and (each.values or {}).get("id") == name)
        return surroundings.comparisons[name], next(documents, None)
    # A broken file of the root's own must not let the installed one of that name pass for it.
    places = tuple(f"/{name}{suffix}" for suffix in SUFFIXES)
    _refuse(each for each in surroundings.diagnostics if each.severity == "error" and (each.file or "").endswith(places))
    if name not in _installed():
        raise UsageError(f"there is no comparison {name!r}; there are: {', '.join(available_comparisons(surroundings))}")
    return _installed()[name], None


def _from_file(name: str, surroundings: Surroundings) -> tuple[Comparison, Document]:
    path, root = Path(name), surroundings.root
    document = read(path, shown(path), root=root if root is not None and path.absolute().is_relative_to(root.absolute()) else None)
    found, wrong = None, list(header(document))
    if document.values is not None and kind_of(document) != "comparison":
        wrong.append(wrong_kind(document, ("comparison",)))
    elif document.values is not None:
        found, form = build(Comparison, document.values)
        wrong += form
    _refuse((*document.diagnostics, *document.locate(wrong)))
    assert found is not None, "a file with nothing wrong makes a comparison"
    return found, document


def _refuse(wrong: Iterable[Diagnostic]) -> None:
    found = tuple(wrong)
    if found:
        raise BrokenSet("\n".join(line(each) for each in found), found)


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

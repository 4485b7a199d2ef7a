"""Names that a condition, or an example model beside it, mentions and that nobody has defined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from virkningskjede.diagnostics import Diagnostic, Path, diagnostic
from virkningskjede.i18n import Word
from virkningskjede.model import LogicModel, parts_of
from virkningskjede.model.codebook import Comparison, Vocabulary
from virkningskjede.model.values import CURRENCIES, EMPTY, Frozen, NameKind, naming
from virkningskjede.project import NOTHING, Lost, guess

SHARED_NAMES: Mapping[NameKind, Path] = MappingProxyType(
    {
        "term": ("vocabulary", "terms"),
        "actor": ("vocabulary", "actors"),
        "trait": ("vocabulary", "traits"),
        "indicator": ("vocabulary", "indicators"),
        "place": ("vocabulary", "places"),
        "column": ("comparisons",),
        "unit": ("vocabulary", "units"),
    }
)
"""Which part of the shared files has what is named."""


def unknown_names(
    value: Frozen, vocabulary: Vocabulary, path: Path = (), *, comparisons: Mapping[str, Comparison] = EMPTY, lost: Lost = NOTHING
) -> Iterator[Diagnostic]:
    """A diagnostic for each term, actor, trait, indicator, place and column that is mentioned and unknown, at its exact path.

    Args:
        value: a condition; or a model that serves as an example, which must not pass because of a slip of the pen.
        vocabulary: the codebook.
        path: where the value stands in its file.
        comparisons: the tables that have columns.
        lost: what was lost of the files of the codebook and the tables.
    """
    columns = tuple(column for name in sorted(comparisons) for column in comparisons[name].columns)
    known: dict[NameKind, Iterable[str]] = {
        "term": vocabulary.terms,
        "actor": vocabulary.actors,
        "trait": vocabulary.traits,
        "indicator": vocabulary.indicators,
        "place": vocabulary.places,
        "column": columns,
        "unit": (*vocabulary.units, *CURRENCIES),
    }
    for here, kind, name in _mentioned(value, path):
        if name not in known[kind] and name not in lost.names and not lost.at(SHARED_NAMES[kind]):
            unknown = diagnostic("VK125", here, what=Word(f"name.{kind}"), id=name, likely=guess(name, known[kind]))
            # A model may have indicators of its own, and whoever asks for one of those has seen it there.
            yield replace(unknown, advice=Word("name.indicator.advice")) if kind == "indicator" else unknown


def _mentioned(value: Frozen, path: Path) -> Iterator[tuple[Path, NameKind, str]]:
    """Every shared name in a value: its path, what it names, and itself. An example may have its own indicators and words for places."""
    own = value.indicators if isinstance(value, LogicModel) else EMPTY
    kinds = tuple(kind for kind in SHARED_NAMES if not (kind == "place" and isinstance(value, LogicModel)))
    for here, part in parts_of(value, path):
        for field in naming(type(part), *kinds):
            content: str | tuple[str, ...] | None = getattr(part, field.name)
            named = [((*here, field.key), content)] if isinstance(content, str) else []
            named += [((*here, field.key, place), name) for place, name in enumerate(() if isinstance(content, str) else content or ())]
            named = [(key, name) for key, name in named if name not in field.choices]
            yield from ((key, field.names, name) for key, name in named if field.names and not (field.names == "indicator" and name in own))

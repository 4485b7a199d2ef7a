"""Names that a condition, or an example model beside it, mentions and that nobody has defined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from virkningskjede.catalogue import Word
from virkningskjede.conditions.questions import Actors, NodeQuestion, ResultQuestion, TargetQuestion, TermQuestion
from virkningskjede.diagnostics import Diagnostic, Path, diagnostic
from virkningskjede.loading import NOTHING, Lost, likely
from virkningskjede.model import Aside, Node, Patch, Recruitment, Traits, Who, parts_of
from virkningskjede.values import EMPTY, Frozen
from virkningskjede.vocabulary import Comparison, Vocabulary

NAMES: Mapping[type[Frozen], Mapping[str, str]] = MappingProxyType(
    {
        NodeQuestion: {"term": "term", "column": "column", "addresses": "term"},
        Actors: {"all": "actor", "any": "actor"},
        TermQuestion: {"term": "term"},
        TargetQuestion: {"traits": "trait"},
        ResultQuestion: {"indicator": "indicator"},
        Node: {"term": "term"},
        Aside: {"term": "term"},
        Patch: {"term": "term"},
        Who: {"lead": "actor", "do": "actor", "maybe": "actor", "for_": "actor"},
        Traits: {"any": "trait", "all": "trait"},
        Recruitment: {"refer": "actor", "receive": "actor", "decide": "actor", "maybe": "actor"},
    }
)
"""The fields that hold shared names, and what they name."""


_SECTIONS: Mapping[str, Path] = MappingProxyType(
    {kind: ("vocabulary", f"{kind}s") for kind in ("term", "actor", "trait", "indicator")} | {"column": ("comparisons",)}
)
"""Which part of the shared files has what is named."""


def unknown_names(
    value: Frozen, vocabulary: Vocabulary, path: Path = (), *, comparisons: Mapping[str, Comparison] = EMPTY, lost: Lost = NOTHING
) -> Iterator[Diagnostic]:
    """A diagnostic for each term, actor, trait, indicator and column that is mentioned and unknown, at its exact path.

    Args:
        value: a condition; or a model that serves as an example, which must not pass because of a slip of the pen.
        vocabulary: the codebook.
        path: where the value stands in its file.
        comparisons: the tables that have columns.
        lost: what was lost of the files of the codebook and the tables.
    """
    columns = tuple(column for name in sorted(comparisons) for column in comparisons[name].columns)
    known: dict[str, Iterable[str]] = {
        "term": vocabulary.terms,
        "actor": vocabulary.actors,
        "trait": vocabulary.traits,
        "indicator": vocabulary.indicators,
        "column": columns,
    }
    for here, kind, name in _mentioned(value, path):
        if name not in known[kind] and name not in lost.names and not lost.at(_SECTIONS[kind]):
            found = diagnostic("VK125", here, what=Word(f"name.{kind}"), id=name, likely=likely(name, known[kind]))
            # A model may have indicators of its own, and whoever asks for one of those has seen it there.
            yield replace(found, advice=Word("name.indicator.advice")) if kind == "indicator" else found


def _mentioned(value: Frozen, path: Path) -> Iterator[tuple[Path, str, str]]:
    """Every shared name in a value: its path, what it names, and itself."""
    for here, part in parts_of(value, path):
        named = next((fields for kind, fields in NAMES.items() if isinstance(part, kind)), {})
        for field, what in named.items():
            held = getattr(part, field)
            key = (*here, type(part).model_fields[field].alias or field)
            if isinstance(held, str):
                yield key, what, held
            else:
                yield from (((*key, place), what, each) for place, each in enumerate(held or ()))

"""Names that a condition, or an example model beside it, mentions and that nobody has defined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from virkningskjede.catalogue import Word
from virkningskjede.conditions.condition import NodeQuestion, RecruitmentQuestion, ResultQuestion, TargetQuestion, TermQuestion
from virkningskjede.diagnostics import Diagnostic, Path, diagnostic
from virkningskjede.loading import likely
from virkningskjede.model import Aside, Link, Node, Patch, Recruitment, Traits, Who
from virkningskjede.values import EMPTY, Frozen
from virkningskjede.vocabulary import Comparison, Vocabulary

_ACTORS = {"refer": "actor", "receive": "actor", "decide": "actor"}

NAMES: Mapping[type[Frozen], Mapping[str, str]] = MappingProxyType(
    {
        NodeQuestion: {"term": "term", "column": "column", "who": "actor", "for_": "actor"},
        TermQuestion: {"term": "term"},
        TargetQuestion: {"traits": "trait"},
        RecruitmentQuestion: {**_ACTORS, "any": "actor"},
        ResultQuestion: {"indicator": "indicator"},
        Node: {"term": "term"},
        Aside: {"term": "term"},
        Patch: {"term": "term"},
        Who: {"lead": "actor", "do": "actor", "maybe": "actor", "for_": "actor"},
        Traits: {"any": "trait", "all": "trait"},
        Recruitment: {**_ACTORS, "maybe": "actor"},
    }
)
"""The fields that hold shared names, and what they name."""


def unknown_names(
    value: Frozen, vocabulary: Vocabulary, path: Path = (), *, comparisons: Mapping[str, Comparison] = EMPTY
) -> Iterator[Diagnostic]:
    """A diagnostic for each term, actor, trait, indicator and column that is mentioned and unknown, at its exact path.

    Args:
        value: a condition; or a model that serves as an example, which must not pass because of a slip of the pen.
        vocabulary: the codebook.
        path: where the value stands in its file.
        comparisons: the tables that have columns.
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
        if name not in known[kind]:
            yield diagnostic("VK125", here, what=Word(f"name.{kind}"), id=name, likely=likely(name, known[kind]))


def _mentioned(value: Frozen, path: Path) -> Iterator[tuple[Path, str, str]]:
    """Every shared name in a value: its path, what it names, and itself."""
    named = next((fields for kind, fields in NAMES.items() if isinstance(value, kind)), {})
    for name, field in type(value).model_fields.items():
        held = getattr(value, name)
        here = (*path, field.alias or name)
        if name in named:
            for place, each in enumerate((held,) if isinstance(held, str) else held or ()):
                yield (here if isinstance(held, str) else (*here, place)), named[name], each
        elif isinstance(held, Frozen):
            yield from _mentioned(held, here)
        elif isinstance(held, tuple | Mapping):
            for key, each in held.items() if isinstance(held, Mapping) else enumerate(held):
                if isinstance(each, Frozen):
                    yield from _mentioned(each, (*here, each.to if isinstance(each, Link) else key))

"""What a rule is asked about, and what a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Literal, NamedTuple

from virkningskjede.diagnostics import Diagnostic, Path
from virkningskjede.i18n import MESSAGES, Lang, Severity
from virkningskjede.model import Entry, Link, LogicModel, parts_of
from virkningskjede.model.values import EMPTY, Frozen, Locator, Sentence, fields_of, locators
from virkningskjede.project import ALONE, NOTHING, Lost, Project
from virkningskjede.rules.cited import CitedPart, cited_parts
from virkningskjede.rules.sections import Home


class ModelPart(NamedTuple):
    """A value inside a model, or the model itself, and the keys that lead to it."""

    path: Path
    value: Frozen


class ModelLocator(NamedTuple):
    """A run of sentences, and where in the model it is written."""

    path: Path
    locator: Locator
    on: Literal["key", "value"]


class ModelString(NamedTuple):
    """A text, and where in the model it is written."""

    path: Path
    text: str
    on: Literal["key", "value"]


@dataclass(frozen=True)
class RuleContext:
    """One model, with what it shares with others, and the views of it that several rules ask for.

    Attributes:
        model: the model that is judged.
        project: vocabulary, references, segments and templates of its root.
        lost: what the model's file says that the model lacks, because its form or its names were refused.
        written: the model with the parts whose names were refused, which the chain lacks; None where there are none.
        sections: gives the sections that are about one pilot of the project, each with its id; asked only by who needs it, for it costs
            a look into the other files.
        severities: how grave a code is where settings say something else than the catalogue.
        text: sentences of sources that a reader has a copy of, as the segments have them; it lives only as long as it is looked at.
    """

    model: LogicModel
    project: Project = ALONE
    lost: Lost = NOTHING
    written: LogicModel | None = None
    severities: Mapping[str, Severity] = EMPTY
    sections: Callable[[], Mapping[Home, str]] = dict
    text: Mapping[Sentence, str] = EMPTY

    def severity(self, code: str) -> Severity:
        """How grave the findings of a code are here."""
        return self.severities.get(code, MESSAGES[code].severity)

    @property
    def lang(self) -> Lang:
        """The language whose words the model's are held against: its own, or Bokmål where we have none of its own."""
        return "en" if self.model.lang == "en" else "nb"

    @cached_property
    def parts(self) -> tuple[ModelPart, ...]:
        """The model and every value inside it that has fields of its own, in the order of the format.

        >>> model = LogicModel(id="m", inputs={"a": {"label": "A", "leads_to": ["b"]}}, outputs={"b": {"label": "B"}})
        >>> [".".join(part.path) for part in RuleContext(model).parts]
        ['', 'inputs.a', 'inputs.a.leads_to.b', 'outputs.b']
        """
        return tuple(ModelPart(path, value) for path, value in parts_of(self.written or self.model))

    @cached_property
    def _positions(self) -> Mapping[type[Frozen], list[int]]:
        positions: dict[type[Frozen], list[int]] = {}
        for position, part in enumerate(self.parts):
            positions.setdefault(type(part.value), []).append(position)
        return positions

    def parts_where(self, such: Callable[[type[Frozen]], object]) -> Iterator[ModelPart]:
        """The parts of the types that something holds of, in the order of the format: asked of each type, and not of each part."""
        places = sorted(position for kind, positions in self._positions.items() if such(kind) for position in positions)
        return (self.parts[position] for position in places)

    def parts_that_are(self, *kinds: type[Frozen]) -> Iterator[tuple[Path, Any]]:
        """The parts of these types, in the order of the format."""
        return self.parts_where(lambda kind: issubclass(kind, kinds))

    @cached_property
    def cited(self) -> tuple[ModelLocator, ...]:
        """Every run of sentences that an ``at`` names."""
        return tuple(
            ModelLocator((*path, "at", position), locator, "value")
            for path, part in self.parts_where(lambda kind: "at" in kind.model_fields)
            for position, text in enumerate(getattr(part, "at", ()))
            for locator in locators((text,), self.model.source)
        )

    @cached_property
    def cited_parts(self) -> tuple[CitedPart, ...]:
        """Every part with the text of the sentences that it rests on, where they are at hand."""
        return tuple(cited_parts(self.parts, self.text, self.model.source, self.lang))

    @cached_property
    def set_aside(self) -> tuple[ModelLocator, ...]:
        """Every run of sentences that the model sets aside."""
        return tuple(
            ModelLocator(("set_aside", text), locator, "key")
            for text in self.model.set_aside
            for locator in locators((text,), self.model.source)
        )

    @cached_property
    def acceptances(self) -> tuple[tuple[Path, Mapping[str, str]], ...]:
        """Where the model accepts diagnostics: the path of the model, entry or arrow, and code -> reason."""
        return tuple((path, part.accept) for path, part in self.parts_that_are(LogicModel, Entry, Link) if part.accept)

    @cached_property
    def running_text(self) -> str:
        """Every text, one after the other on lines of their own: what is not in it is in none of them."""
        return "\n".join(text for _, text, _ in self.texts)

    @cached_property
    def texts(self) -> tuple[ModelString, ...]:
        """Every text of the model, ids included, except places in sources, which are numbers by nature."""
        return tuple(text for path, part in self.parts for text in _texts(path, part))


def _texts(path: Path, part: Frozen) -> Iterator[ModelString]:
    for name, key in _with_text(type(part)):
        content = getattr(part, name)
        if not content:
            continue
        if key == "@id":
            yield ModelString(path, content, "key")
        elif isinstance(content, str):
            if key != "@source":
                yield ModelString((*path, key), content, "value")
        elif isinstance(content, tuple):
            texts = ((position, text) for position, text in enumerate(content) if isinstance(text, str))
            yield from (ModelString((*path, key, position), text, "value") for position, text in texts)
        elif isinstance(content, Mapping):
            yield from (ModelString((*path, key, inner), text, "value") for inner, text in content.items() if isinstance(text, str))


@cache
def _with_text(kind: type[Frozen]) -> tuple[tuple[str, str], ...]:
    """The fields of a type that can hold a text, each with its key."""
    return tuple((field.name, field.key) for field in fields_of(kind) if field.name not in ("at", "set_aside"))


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that is asked of a model.

    Attributes:
        code: the stable code of its diagnostics; their text and severity stand in the catalogue.
        check: gives a diagnostic for each place where the model breaks the rule.
        needs: the part of the shared files that it holds names against: a model without a root cannot be judged by it, nor can any
            where that part was lost.
        keys: the keys whose lack it reports, on what its diagnostic is about or on what that is part of. Where one was lost, it has
            nothing to say.
        anywhere: patterns of what it looks for in the whole model; the same holds.
        subjects: the paths of all that it is asked of. What then holds of most of them is told once of the model, with those of which it
            does not hold; None where each is always told by itself.
        of_text: whether it asks what the sentences of a source say, and so needs a copy of one.
    """

    code: str
    check: Callable[[RuleContext], Iterator[Diagnostic]]
    needs: Path | None = None
    keys: tuple[str, ...] = ()
    anywhere: tuple[Path, ...] = ()
    subjects: Callable[[RuleContext], Iterable[Path]] | None = None
    of_text: bool = False

    def cannot_tell(self, lost: Lost) -> bool:
        """Whether what it looks for may be what was lost, wherever it reports that it is missing."""
        return any(lost.matches(pattern) for pattern in self.anywhere) or (bool(self.keys) and lost.somewhere)

    def follows_from(self, diagnostic: Diagnostic, lost: Lost) -> bool:
        """Whether a diagnostic of this rule may be there only because something was lost of what it is about."""
        above = (diagnostic.path[:length] for length in range(_owner(diagnostic.path), len(diagnostic.path) + 1))
        return any(lost.touches((*path, key)) for path in above for key in self.keys)


def _owner(path: Path) -> int:
    """How many keys lead to the arrow, the entry or the model that something is part of."""
    return 4 if path[2:3] == ("leads_to",) and len(path) > 3 else 2 if len(path) > 1 else 0

"""What models share by name: the codebook of terms, the references, the sources' sections, and the columns of tables."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, TypeVar

from pydantic import BeforeValidator, Field

from virkningskjede.i18n import DEFAULT_LANG, Lang
from virkningskjede.model import Direction, Recruitment, Who
from virkningskjede.model.fields import LIMITS, SECTION_KINDS
from virkningskjede.model.values import (
    EMPTY,
    SINGULARS,
    AnyStage,
    At,
    File,
    Flag,
    Frozen,
    FrozenMap,
    Id,
    Ids,
    Label,
    LocalText,
    LocatorText,
    Mode,
    Names,
    Prose,
    Section,
    SetAside,
    Short,
    fields_of,
    naming,
    one_or_many,
    plural,
)

T = TypeVar("T")
Shared = Section[Id, T]


class CodebookEntry(Frozen):
    """Something with a name.

    Attributes:
        broader: ids that this one *is a* kind of, and nothing else.
    """

    label: LocalText
    definition: LocalText | None = None
    broader: Ids = ()


class Term(CodebookEntry):
    """A term of the codebook (begrep): what makes things in different models comparable.

    Attributes:
        stage: where it can stand.
        includes: what counts, with an example.
        excludes: what does not, with an example.
    """

    leading: ClassVar[tuple[str, ...]] = ("label", "stage", "broader")

    broader: Annotated[Ids, Names("term")] = ()
    stage: Annotated[tuple[AnyStage, ...], BeforeValidator(one_or_many)]
    includes: LocalText | None = None
    excludes: LocalText | None = None


class Actor(CodebookEntry):
    """Somebody who takes part."""

    broader: Annotated[Ids, Names("actor")] = ()


class Trait(CodebookEntry):
    """A trait of those the programme is for.

    Attributes:
        group: what kind of trait it is: health, schooling. A model that names a trait of a group inherits no other of it from its template.
    """

    leading: ClassVar[tuple[str, ...]] = ("label", "definition", "group")

    broader: Annotated[Ids, Names("trait")] = ()
    group: Id | None = None


class Place(CodebookEntry):
    """Where something is done (sted)."""

    broader: Annotated[Ids, Names("place")] = ()


class SharedIndicator(Frozen):
    """An indicator that several models measure by. Baseline and targets are each model's own."""

    label: LocalText
    unit: Annotated[Label | None, Names("unit")] = None
    instrument: Label | None = None
    direction: Direction | None = None


class CountedUnit(Frozen):
    """Something that is counted: what one of it is called, and several."""

    one: LocalText
    many: LocalText


class Vocabulary(File):
    """The codebook (kodebok): terms, actors, traits, indicators, places and units by id.

    A narrower term fills a broader one; a broader term never fills a narrower.

    Attributes:
        lang: the language of the plain labels of this file, and of every other file that models share.
    """

    kind: Literal["vocabulary"] = "vocabulary"
    lang: Lang = DEFAULT_LANG
    terms: Shared[Term] = EMPTY
    actors: Shared[Actor] = EMPTY
    traits: Shared[Trait] = EMPTY
    indicators: Shared[SharedIndicator] = EMPTY
    places: Shared[Place] = EMPTY
    units: Shared[CountedUnit] = EMPTY

    def hierarchies(self) -> Mapping[str, Mapping[str, CodebookEntry]]:
        """The sections whose entries can be kinds of one another, by name.

        >>> list(Vocabulary().hierarchies())
        ['terms', 'actors', 'traits', 'places']
        """
        return {name: getattr(self, name) for name in _HIERARCHIES}

    @cached_property
    def wider(self) -> Mapping[str, Mapping[str, frozenset[str]]]:
        """For each hierarchy, what each of its entries is a kind of, however far up."""
        of_each = self.hierarchies().items()
        return FrozenMap({section: FrozenMap({name: _upwards(name, entries) for name in entries}) for section, entries in of_each})

    @cached_property
    def narrower_terms(self) -> Mapping[str, tuple[str, ...]]:
        """For each term that has any, those that name it as ``broader``, in the file's order."""
        narrower: dict[str, list[str]] = {}
        for name, term in self.terms.items():
            for broader in term.broader:
                narrower.setdefault(broader, []).append(name)
        return FrozenMap({broader: tuple(names) for broader, names in narrower.items()})

    def wider_term(self, term: str) -> frozenset[str]:
        """Every term that this one is, through ``broader``, a kind of."""
        return self.wider["terms"].get(term, frozenset())

    def wider_actor(self, actor: str) -> frozenset[str]:
        """Every actor that this one belongs to."""
        return self.wider["actors"].get(actor, frozenset())

    def wider_trait(self, trait: str) -> frozenset[str]:
        """Every trait that this one is a kind of."""
        return self.wider["traits"].get(trait, frozenset())

    def fills(self, term: str, wanted: str) -> bool:
        """Whether a term is the wanted one or a kind of it.

        >>> words = Vocabulary(terms={"kurs": {"label": {"nb": "Kurs", "en": "Course"}, "stage": "activity"},
        ...     "nettkurs": {"label": {"nb": "Nettkurs", "en": "Online course"}, "stage": "activity", "broader": "kurs"}})
        >>> words.fills("nettkurs", "kurs"), words.fills("kurs", "nettkurs")
        (True, False)
        """
        return term == wanted or wanted in self.wider_term(term)

    def fills_actor(self, actor: str, wanted: str) -> bool:
        """Whether an actor is the wanted one or belongs to it."""
        return actor == wanted or wanted in self.wider_actor(actor)

    def fills_trait(self, trait: str, wanted: str) -> bool:
        """Whether a trait is the wanted one or a kind of it."""
        return trait == wanted or wanted in self.wider_trait(trait)

    def fills_place(self, place: str, wanted: str) -> bool:
        """Whether a place is the wanted one or a kind of it."""
        return place == wanted or wanted in self.wider["places"].get(place, frozenset())


SHARED_SECTIONS: tuple[str, ...] = tuple(name for name, info in Vocabulary.model_fields.items() if info.default is EMPTY)
"""The sections of a codebook, each with entries by id, in the format's order."""

_HIERARCHIES: tuple[str, ...] = tuple(
    field.name for field in fields_of(Vocabulary) if field.kind is not None and issubclass(field.kind, CodebookEntry)
)
"""Those whose entries say what they are kinds of."""


def _upwards(name: str, entries: Mapping[str, CodebookEntry]) -> frozenset[str]:
    seen: set[str] = set()
    pending = list(entries[name].broader)
    while pending:
        step = pending.pop()
        if step not in seen:
            seen.add(step)
            pending.extend(entries[step].broader if step in entries else ())
    return frozenset(seen)


class Author(Frozen):
    """An author, as CSL writes names."""

    family: Label | None = None
    given: Label | None = None
    literal: Label | None = None

    def __str__(self) -> str:
        return self.literal or " ".join(part for part in (self.given, self.family) if part)


class Issued(Frozen):
    """When a work came out, as CSL writes dates."""

    date_parts: tuple[tuple[Label, ...], ...] = Field(alias="date-parts")


class Reference(Frozen):
    """A work in fields of the Citation Style Language (CSL-JSON 1.0)."""

    type: Label
    title: Label | None = None
    author: tuple[Author, ...] = ()
    issued: Issued | None = None
    language: Label | None = None
    publisher: Label | None = None
    container_title: Label | None = Field(default=None, alias="container-title")
    volume: Label | None = None
    issue: Label | None = None
    page: Label | None = None
    number: Label | None = None
    doi: Label | None = Field(default=None, alias="DOI")
    url: Label | None = Field(default=None, alias="URL")
    note: Prose | None = None

    def short(self) -> str:
        """Author and year, as in running text.

        >>> Reference(type="report", author=[{"literal": "Oslo Economics"}], issued={"date-parts": [["2020"]]}).short()
        'Oslo Economics (2020)'
        """
        names = [author.literal or author.family or "" for author in self.author]
        others = " m.fl." if len(names) > 2 or names[1:] == ["et al."] else "".join(f" og {name}" for name in names[1:])
        who = names[0] + others if names else self.title or ""
        year = self.issued.date_parts[0][0] if self.issued and self.issued.date_parts and self.issued.date_parts[0] else None
        return f"{who} ({year})" if year else who


class References(File):
    """The works that files refer to, by key."""

    kind: Literal["references"] = "references"
    references: Shared[Reference] = EMPTY


def _hashes(value: object) -> object:
    return value.split() if isinstance(value, str) else value


class SourceSection(Frozen):
    """One section of a source: its heading, and a short hash of each sentence in order."""

    heading: Label
    sentences: Annotated[tuple[Label, ...], BeforeValidator(_hashes), Short((Prose,))]


class Segments(File):
    """How a source is divided: what locators count.

    Attributes:
        source: the source's key in the references.
        rule: how sentences were counted, so that a reader can number a copy of their own.
        hash: how a sentence's hash is made.
        sections: by number, in the order of the source.
    """

    kind: Literal["segments"] = "segments"
    source: Id
    rule: LocalText
    hash: LocalText
    sections: Section[Label, SourceSection]


if TYPE_CHECKING:
    ColumnStage = str
    Role = str
    Shown = str
else:
    _ASKABLE = tuple(kind.name for kind in SECTION_KINDS.values() if kind.askable)
    _ROLES = tuple(dict.fromkeys(field.key for kind in (Who, Recruitment) for field in naming(kind, "actor")))
    ColumnStage = Annotated[Literal["target_group", "recruitment", *_ASKABLE, "whole"], BeforeValidator(plural), Short((SINGULARS,))]
    """A section whose entries can fill a column; ``whole`` is the follow-up as a whole, of which a model gives the dose."""
    Role = Literal[_ROLES]
    """What an actor does: in a node, or in the recruitment."""
    Shown = Literal[*LIMITS, "dose", "consent"]
    """What an entry can state and a cell can show."""


class Column(Frozen):
    """A column of a comparison. All that it gives must hold of one and the same entry for the entry to fill it.

    Attributes:
        counts: terms of which one is enough.
        debatable: terms over which one could argue: they give an unsure cell.
        traits: traits of the target group of which one is enough; a trait that the text denies fills the cell with a no.
        actors: actors of whom one is enough.
        role: what the actors must do; without it they must take part in some way. Who only may take part gives an unsure cell.
        shows: something that must be stated, and that the cell shows: the target group's ``age`` or ``sick_leave``, a ``dose``, or
            the recruitment's ``consent``.
        stages: the sections to look in, where they are not the table's.
        places: places of the codebook of which one is enough: where it is done.
        modes: ways of meeting of which one is enough.
        unwanted: whether it is a column of what nobody wishes; outcomes of that kind fill no other.
    """

    label: LocalText
    counts: Annotated[Ids, Names("term")] = ()
    debatable: Annotated[Ids, Names("term")] = ()
    traits: Annotated[Ids, Names("trait")] = ()
    actors: Annotated[Ids, Names("actor")] = ()
    role: Role | None = None
    shows: Shown | None = None
    stages: tuple[ColumnStage, ...] = ()
    places: Annotated[Ids, Names("place")] = ()
    modes: Annotated[tuple[Mode, ...], BeforeValidator(one_or_many)] = ()
    unwanted: Flag = False


class Comparison(File):
    """The columns of a table over several models. A column says itself what fills it."""

    kind: Literal["comparison"] = "comparison"
    id: Id
    title: LocalText
    source: Id | None = None
    at: At = ()
    stages: tuple[ColumnStage, ...] = Field(min_length=1)
    columns: Annotated[Section[Id, Column], Field(min_length=1)]
    set_aside: Section[LocatorText, SetAside] = EMPTY

    def stages_of(self, column: Column) -> frozenset[ColumnStage]:
        """The sections whose entries can fill a column of this table.

        Outcomes fill a column only where the table is of nothing else: an aim is not a measure, whatever terms they share.
        """
        stages = frozenset(column.stages or self.stages)
        return stages if stages == {"outcomes"} else stages - {"outcomes"}

"""A model's parts in words, for the text under its picture: every fact with its name, and with links to what it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from dataclasses import dataclass
from functools import cache

from virkningskjede.atlas import addresses
from virkningskjede.atlas.material import Material
from virkningskjede.i18n import word
from virkningskjede.model import PARTS, Entry, Evidence, Later, Link, LogicModel, Patch, Recruitment, Result, TargetLimit
from virkningskjede.model.fields import ASIDES, LIMITING, names_in
from virkningskjede.model.values import At, Bounds, Dose, Field, Frozen, Locator, ends_of, fields_of, locators
from virkningskjede.report.model_text import ModelText
from virkningskjede.report.names import section_name

SOURCES, VOCABULARY = "sources.html", "vocabulary.html"

_ORDER = (
    "kind", "level", "cause", "term", "who", "status", "dose", "when", "later", "after", "because", "content", "addresses",
    "traits", "age", "sick_leave", "denies", "about", "hinders", "helps", "indicators", "unit", "instrument", "indicator",
    "date", "n", "wave", "distribution", "required", "free",
)  # fmt: skip
"""In what order a reader is told of an entry. What is not here is told after that, and the coder's note last."""


@cache
def _told(kind: type[Entry]) -> tuple[Field, ...]:
    """The fields of an entry that are told by themselves: the label, the arrows, the places and the other readings stand elsewhere."""
    fields = [field for field in fields_of(kind) if field.name == "note" or not (field.coding or field.identity)]
    fields = [field for field in fields if field.name != "label" and field.kind is not Link]
    if issubclass(kind, Bounds):  # the number, with its unit, stands in what a result is called
        fields = [field for field in fields if field.name not in Bounds.model_fields]
    places = {name: place for place, name in enumerate(_ORDER)}
    return tuple(sorted(fields, key=lambda field: (field.name == "note", places.get(field.name, len(places)))))


_LINK = tuple(
    field
    for field in fields_of(Link)
    if not (field.coding or field.identity) and field.name not in ("because", "assumes", "evidence", "feedback")
)
"""The fields of an arrow that are told as those of an entry are; the others are told in their own ways."""


def _but_places(kind: type[Frozen]) -> tuple[Field, ...]:
    """The fields of a part that are told by themselves; where it is read comes after them."""
    return tuple(field for field in fields_of(kind) if field.name != "at")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text, where it leads, and its language where that is the model's own."""

    text: str
    href: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is told: what it is, and what it says."""

    name: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a model: an entry, an arrow, or the recruitment.

    Attributes:
        anchor: its place on the page.
        label: what it is called.
        facts: what is told of it.
        stated: for an arrow, whether the source states it; None for anything else.
        target: for an arrow, where it leads.
        arrows: for a node, the arrows that leave it.
    """

    anchor: str
    label: str
    facts: tuple[Fact, ...]
    stated: bool | None = None
    target: Piece | None = None
    arrows: tuple[Part, ...] = ()


class Telling:
    """Tells of one model in one language."""

    def __init__(self, model: LogicModel, material: Material) -> None:
        self.model, self.material, self.lang = model, material, material.lang
        self.saying = ModelText((model,), material.shared.vocabulary, material.lang)
        self.entries = {entry.id: entry for _, entry in model.entries()}
        self.concerning = _concerning(model)

    def parts(self, section: str) -> tuple[Part, ...]:
        """The entries of a section."""
        return tuple(self.entry(entry) for entry in getattr(self.model, section).values())

    def entry(self, entry: Entry) -> Part:
        """One entry, with the arrows that leave it."""
        facts = (*self._fields(entry, _told(type(entry))), *self._hanging(entry.id), *self._ending(entry.at, entry.or_))
        arrows = tuple(self.arrow(link) for link in getattr(entry, "leads_to", ()))
        return Part(addresses.element(entry.id), self.label(entry), facts, arrows=arrows)

    def label(self, entry: Entry) -> str:
        """What an entry is called."""
        if isinstance(entry, TargetLimit):
            return self.saying.limit(entry)
        said = self.saying.entry(entry)
        if isinstance(entry, Result):
            value = self.saying.amount_of(0, entry)
            return f"{said}: {value}" if value else said
        return said

    def arrow(self, link: Link) -> Part:
        """One arrow."""
        name = link.arrow
        facts = [*self._fields(link, _LINK), *self._mechanism(link)]
        if link.assumes:
            facts.append(Fact(word("section.assumptions", self.lang), tuple(self.reference(each) for each in link.assumes)))
        facts += [self._evidence(each) for each in link.evidence]
        facts += self._hanging(name)
        facts += [Fact(word("picture.legend.feedback", self.lang), ())] if link.feedback else []
        facts += [*self._given("note", link.note), *self._ending(link.at, link.or_)]
        return Part(addresses.element(name), self.saying.arrow(0, name), tuple(facts), link.stated, self.reference(link.to))

    def recruitment(self) -> Part | None:
        """How users come in; None where it is not told."""
        told = self.model.recruitment
        if told is None:
            return None
        facts = []
        for field in _but_places(Recruitment):
            value = getattr(told, field.name)
            if value:
                said = value if isinstance(value, str) and field.prose else self.saying.value(0, field.name, value)
                facts.append(Fact(self.field(f"recruitment.{field.name}"), (Piece(said),)))
        return Part("recruitment", word("section.recruitment", self.lang), (*facts, *self._ending(told.at, ())))

    def whole(self) -> tuple[Piece, ...]:
        """How much of the whole follow-up there is, and where that is read; nothing where it is not told."""
        dose = self.model.dose
        return self._dose(dose) if dose is not None else ()

    def _dose(self, dose: Dose) -> tuple[Piece, ...]:
        return (Piece(self.saying.dose(0, dose)), *self.places(dose.at))

    def field(self, name: str) -> str:
        """What a field is called, as it stands before a colon."""
        said = self.saying.field(name)
        return said[:1].upper() + said[1:]

    def terms(self, names: Iterable[str]) -> tuple[Piece, ...]:
        """Terms by their labels, with links to the codebook."""
        known = self.material.vocabulary.terms
        return tuple(
            Piece(self.saying.named(known, name), addresses.anchored(VOCABULARY, f"term-{name}") if name in known else "") for name in names
        )

    def reference(self, name: str) -> Piece:
        """Another part of the model, with a link to it."""
        ends = ends_of(name)
        label = " → ".join(self.label(self.entries[each]) if each in self.entries else self.saying.label(0, each) for each in ends)
        there = name in PARTS or all(each in self.entries for each in ends)
        return Piece(label, f"#{addresses.element(name)}" if there else "", self.model.lang)

    def _fields(self, of: Entry | Link, fields: Iterable[Field]) -> Iterator[Fact]:
        for field in fields:
            name, value = field.name, getattr(of, field.name)
            if value is None or value is False or (isinstance(value, Sized) and not value):
                continue  # not by what counts as false: 0 is a number
            if isinstance(of, TargetLimit) and not of.label and name in LIMITING:
                continue  # a limit without a label is called by what it limits
            if field.names == "term":
                yield Fact(self.field(name), self.terms(value))
            elif field.own:
                names_of = (value,) if isinstance(value, str) else value
                yield Fact(self.field(name), tuple(self.reference(each) for each in names_of))
            elif isinstance(value, str) and field.prose:
                yield from self._given(name, value)
            elif field.keyed:
                said = ", ".join(f"{key} {self.saying.value(0, 'value', each)}" for key, each in value.items())
                yield Fact(self.field(name), (Piece(said),))
            elif isinstance(value, Later):
                yield from self._later(value)
            elif isinstance(value, Dose):
                yield Fact(self.field(name), self._dose(value))
            else:
                yield Fact(self.field(name), (Piece(self.saying.value(0, name, value)),))

    def _later(self, later: Later) -> Iterator[Fact]:
        for field in _but_places(Later):
            value = getattr(later, field.name)
            if value:
                said = value if isinstance(value, str) and field.prose else self.saying.value(0, field.name, value)
                yield Fact(self.field(f"later.{field.name}"), self._dose(value) if isinstance(value, Dose) else (Piece(said),))
        if later.at:
            yield Fact(self.field("later.at"), self.places(later.at))

    def _hanging(self, name: str) -> Iterator[Fact]:
        """What hinders, helps or leaves open an entry or an arrow."""
        for section, names in self.concerning.get(name, {}).items():
            yield Fact(section_name(section, self.lang), tuple(self.reference(each) for each in names))

    def _mechanism(self, link: Link) -> Iterator[Fact]:
        if link.because:
            yield Fact(word("atlas.mechanism", self.lang), (Piece(link.because, lang=self.model.lang),))

    def _given(self, name: str, text: str | None) -> Iterator[Fact]:
        """A text of the model as it stands, and not cut as inside a sentence."""
        if text:
            yield Fact(self.field(name), (Piece(text, lang=self.model.lang),))

    def _evidence(self, evidence: Evidence) -> Fact:
        said = word(f"picture.finding.{evidence.finding}", self.lang)
        pieces = [Piece(said), *(self.work(ref) for ref in evidence.refs)]
        traits = self.material.vocabulary.traits
        for key, names in (("best_for", evidence.best_for), ("also_for", evidence.also_for)):
            if names:
                listed = self.saying.listing([self.saying.named(traits, name) for name in names])
                pieces.append(Piece(word(f"atlas.evidence.{key}", self.lang, traits=listed)))
        pieces += [Piece(word("atlas.evidence.via", self.lang, term=self.terms([evidence.via])[0].text))] if evidence.via else []
        pieces += [Piece(evidence.note, lang=self.model.lang)] if evidence.note else []
        return Fact(word("atlas.evidence", self.lang), (*pieces, *self.places(evidence.at)))

    def work(self, ref: str) -> Piece:
        """A work as it is cited, with a link to the list."""
        known = self.material.shared.references.references.get(ref)
        return Piece(known.short(), addresses.anchored(SOURCES, f"work-{ref}")) if known else Piece(ref)

    def _ending(self, at: At, readings: tuple[Patch, ...]) -> Iterator[Fact]:
        for patch in readings:
            said = self.saying.value(0, "or", patch.model_copy(update={"note": None}))  # which stands as it is, in its own language
            pieces = (Piece(said), *([Piece(patch.note, lang=self.model.lang)] if patch.note else []))
            yield Fact(word("atlas.reading", self.lang), pieces)
        if at:
            yield Fact(word("atlas.at", self.lang), self.places(at))

    def places(self, at: At) -> tuple[Piece, ...]:
        """Where it stands: the work, the section with its heading, and the sentences, each run with a link."""
        return places_of(locators(at, self.model.source), self.material)


def _concerning(model: LogicModel) -> dict[str, dict[str, list[str]]]:
    """What stands beside the chain, by the entries and arrows that it is about."""
    found: dict[str, dict[str, list[str]]] = {}
    for section in ASIDES:
        for entry in getattr(model, section.name).values():
            for about in dict.fromkeys(name for _, name in names_in(entry, "part")):
                found.setdefault(about, {}).setdefault(section.name, []).append(entry.id)
    return found


def places_of(found: Iterable[Locator], material: Material) -> tuple[Piece, ...]:
    """Runs of sentences, each as a link to where the sources are accounted for. A work and a section are named once."""
    pieces = []
    before: tuple[str | None, str | None] = (None, None)
    for place in found:
        segments = material.shared.segments.get(place.source or "")
        section = segments.sections.get(place.section) if segments else None
        run = place.run.replace("-", "–")
        key = "atlas.sentence.one" if place.first == place.last else "atlas.sentence.more"
        said = word(key, material.lang, numbers=run)
        if (place.source, place.section) != before:
            headed = addresses.section_name(place.section, section.heading if section else None)
            said = word("atlas.in_section", material.lang, section=headed, sentence=said)
        if place.source and place.source != before[0]:
            work = material.shared.references.references.get(place.source)
            said = f"{work.short() if work else place.source}, {said}"
        before = (place.source, place.section)
        # A set of the project may rest on a source that is not accounted for: nothing that was asked about builds on it.
        known = place.source in material.coverage.sources
        there = known and section is not None and 1 <= place.first <= len(section.sentences)
        anchor = addresses.sentence(place.source or "", place.section, place.first)
        pieces.append(Piece(said, addresses.anchored(SOURCES, anchor) if there else ""))
    return tuple(pieces)

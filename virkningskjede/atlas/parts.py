"""A model's parts in words, for the text under its picture: every fact with its name, and with links to what it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from dataclasses import dataclass
from functools import cache

from virkningskjede.atlas import addresses
from virkningskjede.atlas.material import Material
from virkningskjede.i18n import word
from virkningskjede.model import PARTS, Cause, Entry, Evidence, Later, Link, LogicModel, Patch, Recruitment, Result, TargetLimit
from virkningskjede.model.fields import ASIDES, LIMITING, names_in
from virkningskjede.model.values import At, Bounds, Dose, Field, Frozen, Locator, copy_with, ends_of, fields_of, locators
from virkningskjede.report.model_text import ModelText
from virkningskjede.report.names import section_name, source_section

SOURCES, VOCABULARY = "sources.html", "vocabulary.html"

_ORDER = (
    "kind", "level", "cause", "term", "who", "status", "dose", "when", "later", "after", "because", "content", "addresses",
    "traits", "age", "sick_leave", "denies", "about", "hinders", "helps", "indicators", "unit", "instrument", "indicator",
    "date", "n", "wave", "distribution", "required", "free",
)  # fmt: skip
"""In what order a reader is told of an entry. What is not here is told after that, and the coder's note last."""


@cache
def _own_fields(kind: type[Entry]) -> tuple[Field, ...]:
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
class LinkedText:
    """A piece of text, where it leads, and its language where that is the model's own."""

    text: str
    href: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is told: what it is, and what it says."""

    name: str
    pieces: tuple[LinkedText, ...]


@dataclass(frozen=True, slots=True)
class PartText:
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
    target: LinkedText | None = None
    arrows: tuple[PartText, ...] = ()


class ModelParts:
    """The parts of one model, in words of one language."""

    def __init__(self, model: LogicModel, material: Material) -> None:
        self.model, self.material, self.lang = model, material, material.lang
        self.wording = ModelText((model,), material.shared.vocabulary, material.lang)
        self.entries = {entry.id: entry for _, entry in model.entries()}
        self.concerning = _concerning(model)

    def parts(self, section: str) -> tuple[PartText, ...]:
        """The entries of a section."""
        return tuple(self.entry(entry) for entry in getattr(self.model, section).values())

    def entry(self, entry: Entry) -> PartText:
        """One entry, with the arrows that leave it."""
        facts = (*self._fields(entry, _own_fields(type(entry))), *self._hanging(entry.id), *self._ending(entry.at, entry.or_))
        arrows = tuple(self.arrow(link) for link in getattr(entry, "leads_to", ()))
        return PartText(addresses.element(entry.id), self.label(entry), facts, arrows=arrows)

    def label(self, entry: Entry) -> str:
        """What an entry is called."""
        if isinstance(entry, TargetLimit):
            return self.wording.limit(entry)
        label = self.wording.entry(entry)
        if isinstance(entry, Result):
            value = self.wording.amount_of(0, entry)
            return f"{label}: {value}" if value else label
        return label

    def arrow(self, link: Link) -> PartText:
        """One arrow."""
        name = link.arrow
        facts = [*self._fields(link, _LINK), *self._mechanism(link)]
        if link.assumes:
            facts.append(Fact(word("section.assumptions", self.lang), tuple(self.reference(assumed) for assumed in link.assumes)))
        facts += [self._evidence(evidence) for evidence in link.evidence]
        facts += self._hanging(name)
        facts += [Fact(word("picture.legend.feedback", self.lang), ())] if link.feedback else []
        facts += [*self._prose("note", link.note), *self._ending(link.at, link.or_)]
        return PartText(addresses.element(name), self.wording.arrow(0, name), tuple(facts), link.stated, self.reference(link.to))

    def recruitment(self) -> PartText | None:
        """How users come in; None where it is not told."""
        recruitment = self.model.recruitment
        if recruitment is None:
            return None
        facts = []
        for field in _but_places(Recruitment):
            value = getattr(recruitment, field.name)
            if value:
                text = value if isinstance(value, str) and field.prose else self.wording.value(0, field.name, value)
                facts.append(Fact(self.field(f"recruitment.{field.name}"), (LinkedText(text),)))
        return PartText("recruitment", word("section.recruitment", self.lang), (*facts, *self._ending(recruitment.at, ())))

    def whole(self) -> tuple[LinkedText, ...]:
        """How much of the whole follow-up there is, and where that is read; nothing where it is not told."""
        dose = self.model.dose
        return self._dose(dose) if dose is not None else ()

    def _dose(self, dose: Dose) -> tuple[LinkedText, ...]:
        return (LinkedText(self.wording.dose(0, dose)), *self.places(dose.at))

    def field(self, name: str) -> str:
        """What a field is called, as it stands before a colon."""
        label = self.wording.field(name)
        return label[:1].upper() + label[1:]

    def terms(self, names: Iterable[str]) -> tuple[LinkedText, ...]:
        """Terms by their labels, with links to the codebook."""
        terms = self.material.vocabulary.terms
        return tuple(
            LinkedText(self.wording.named(terms, name), addresses.anchored(VOCABULARY, f"term-{name}") if name in terms else "")
            for name in names
        )

    def reference(self, name: str) -> LinkedText:
        """Another part of the model, with a link to it."""
        ends = ends_of(name)
        label = " → ".join(self.label(self.entries[end]) if end in self.entries else self.wording.label(0, end) for end in ends)
        there = name in PARTS or all(end in self.entries for end in ends)
        return LinkedText(label, f"#{addresses.element(name)}" if there else "", self.model.lang)

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
                yield Fact(self.field(name), tuple(self.reference(reference) for reference in names_of))
            elif isinstance(value, str) and field.prose:
                yield from self._prose(name, value)
            elif field.keyed:
                text = ", ".join(f"{key} {self.wording.value(0, 'value', number)}" for key, number in value.items())
                yield Fact(self.field(name), (LinkedText(text),))
            elif isinstance(value, Later):
                yield from self._later(value)
            elif isinstance(value, Cause) and value.together:
                yield Fact(word("atlas.together", self.lang), tuple(self.reference(cause) for cause in value.together))
            elif isinstance(value, Dose):
                yield Fact(self.field(name), self._dose(value))
            else:
                yield Fact(self.field(name), (LinkedText(self.wording.value(0, name, value)),))

    def _later(self, later: Later) -> Iterator[Fact]:
        for field in _but_places(Later):
            value = getattr(later, field.name)
            if value:
                text = value if isinstance(value, str) and field.prose else self.wording.value(0, field.name, value)
                yield Fact(self.field(f"later.{field.name}"), self._dose(value) if isinstance(value, Dose) else (LinkedText(text),))
        if later.at:
            yield Fact(self.field("later.at"), self.places(later.at))

    def _hanging(self, name: str) -> Iterator[Fact]:
        """What hinders, helps or leaves open an entry or an arrow."""
        for section, names in self.concerning.get(name, {}).items():
            yield Fact(section_name(section, self.lang), tuple(self.reference(aside) for aside in names))

    def _mechanism(self, link: Link) -> Iterator[Fact]:
        if link.because:
            yield Fact(word("atlas.mechanism", self.lang), (LinkedText(link.because, lang=self.model.lang),))

    def _prose(self, name: str, text: str | None) -> Iterator[Fact]:
        """A text of the model as it stands, and not cut as inside a sentence."""
        if text:
            yield Fact(self.field(name), (LinkedText(text, lang=self.model.lang),))

    def _evidence(self, evidence: Evidence) -> Fact:
        finding = word(f"picture.finding.{evidence.finding}", self.lang)
        pieces = [LinkedText(finding), *(self.work(ref) for ref in evidence.refs)]
        traits = self.material.vocabulary.traits
        for key, names in (("best_for", evidence.best_for), ("also_for", evidence.also_for)):
            if names:
                listed = self.wording.listing(self.wording.running([self.wording.named(traits, name) for name in names]))
                pieces.append(LinkedText(word(f"atlas.evidence.{key}", self.lang, traits=listed)))
        pieces += [LinkedText(word("atlas.evidence.via", self.lang, term=self.terms([evidence.via])[0].text))] if evidence.via else []
        if evidence.certainty:
            certainty = self.wording.value(0, "certainty", evidence.certainty)
            pieces.append(LinkedText(f"{self.wording.field('certainty')}: {certainty}"))
        pieces += [LinkedText(evidence.note, lang=self.model.lang)] if evidence.note else []
        return Fact(word("atlas.evidence", self.lang), (*pieces, *self.places(evidence.at)))

    def work(self, ref: str) -> LinkedText:
        """A work as it is cited, with a link to the list."""
        work = self.material.shared.references.references.get(ref)
        return LinkedText(work.short(), addresses.anchored(SOURCES, f"work-{ref}")) if work else LinkedText(ref)

    def _ending(self, at: At, readings: tuple[Patch, ...]) -> Iterator[Fact]:
        for patch in readings:
            text = self.wording.value(0, "or", copy_with(patch, {"note": None}))  # which stands as it is, in its own language
            pieces = (LinkedText(text), *([LinkedText(patch.note, lang=self.model.lang)] if patch.note else []))
            yield Fact(word("atlas.reading", self.lang), pieces)
        if at:
            yield Fact(word("atlas.at", self.lang), self.places(at))

    def places(self, at: At) -> tuple[LinkedText, ...]:
        """Where it stands: the work, the section with its heading, and the sentences, each run with a link."""
        return places_of(locators(at, self.model.source), self.material)


def _concerning(model: LogicModel) -> dict[str, dict[str, list[str]]]:
    """What stands beside the chain, by the entries and arrows that it is about."""
    asides: dict[str, dict[str, list[str]]] = {}
    for section in ASIDES:
        for entry in getattr(model, section.name).values():
            for about in dict.fromkeys(name for _, name in names_in(entry, "part")):
                asides.setdefault(about, {}).setdefault(section.name, []).append(entry.id)
    return asides


def places_of(runs: Iterable[Locator], material: Material) -> tuple[LinkedText, ...]:
    """Runs of sentences, each as a link to where the sources are accounted for. A work and a section are named once."""
    pieces = []
    before: tuple[str | None, str | None] = (None, None)
    for place in runs:
        segments = material.shared.segments.get(place.source or "")
        section = segments.sections.get(place.section) if segments else None
        run = place.run.replace("-", "–")
        key = "atlas.sentence.one" if place.first == place.last else "atlas.sentence.more"
        text = word(key, material.lang, numbers=run)
        if (place.source, place.section) != before:
            headed = source_section(place.section, section.heading if section else None)
            text = word("atlas.in_section", material.lang, section=headed, sentence=text)
        if place.source and place.source != before[0]:
            work = material.shared.references.references.get(place.source)
            text = f"{work.short() if work else place.source}, {text}"
        before = (place.source, place.section)
        # A set of the project may rest on a source that is not accounted for: nothing that was asked about builds on it.
        accounted = place.source in material.coverage.sources
        there = accounted and section is not None and 1 <= place.first <= len(section.sentences)
        anchor = addresses.sentence(place.source or "", place.section, place.first)
        pieces.append(LinkedText(text, addresses.anchored(SOURCES, anchor) if there else ""))
    return tuple(pieces)

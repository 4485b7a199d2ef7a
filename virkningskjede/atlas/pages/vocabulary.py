"""The codebook: each term, what it means, and who uses it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from virkningskjede.atlas import addresses
from virkningskjede.atlas.drawings import Pictures
from virkningskjede.atlas.material import Material
from virkningskjede.atlas.pages.page import Page, SearchEntry
from virkningskjede.atlas.parts import VOCABULARY, LinkedText
from virkningskjede.i18n import word
from virkningskjede.model.values import LocalText
from virkningskjede.report.names import section_name

_LAST = str.maketrans("æøå", "{|}")
"""The last letters of the Norwegian alphabet, as characters that come after z in that order."""


@dataclass(frozen=True, slots=True)
class TermText:
    """A term."""

    id: str
    label: str
    other: str
    stages: str
    definition: str
    includes: str
    excludes: str
    broader: tuple[LinkedText, ...]
    narrower: tuple[LinkedText, ...]
    used: tuple[tuple[LinkedText, tuple[LinkedText, ...]], ...]


def pages(material: Material, _: Pictures) -> Iterator[Page]:
    """The page of terms, if there are any."""
    terms = material.vocabulary.terms
    if not terms:
        return
    lang = material.lang
    uses = _uses(material)
    narrower: dict[str, list[str]] = {}
    for name, term in terms.items():
        for wider in term.broader:
            narrower.setdefault(wider, []).append(name)

    def linked(names: tuple[str, ...] | list[str]) -> tuple[LinkedText, ...]:
        return tuple(
            LinkedText(terms[term_id].label.in_(lang) if term_id in terms else term_id, f"#term-{term_id}" if term_id in terms else "")
            for term_id in names
        )

    entries = []
    for name, term in terms.items():
        used = tuple(
            (LinkedText(material.names[model], addresses.model_page(model)), pieces) for model, pieces in uses.get(name, {}).items()
        )
        stages = ", ".join(section_name(stage, lang) for stage in term.stage)
        texts = (_text(term.definition, material), _text(term.includes, material), _text(term.excludes, material))
        label, other = term.label.in_(lang), term.label.in_("en" if lang == "nb" else "nb")
        entries.append(
            TermText(
                name, label, other if other != label else "", stages, *texts, linked(term.broader), linked(narrower.get(name, [])), used
            )
        )
    entries.sort(key=lambda entry: (entry.label.casefold().translate(_LAST), entry.id))
    kind = word("atlas.term", lang)
    search = tuple(
        SearchEntry(kind, entry.label, f"{entry.other} {entry.id}", addresses.anchored(VOCABULARY, f"term-{entry.id}")) for entry in entries
    )
    yield Page(
        VOCABULARY,
        word("atlas.vocabulary", lang),
        "vocabulary.html",
        {"terms": tuple(entries)},
        search,
        menu=word("atlas.vocabulary", lang),
    )


_REFERENCE = re.compile(r"\(([a-z0-9-]+(?:, [a-z0-9-]+)*)\)")
"""Terms that a text of the codebook points to, by their ids: ``to hire a new one (therapist)``."""


def _text(text: LocalText | None, material: Material) -> str:
    """A text of the codebook, in which other terms are called by their labels."""
    vocabulary = material.shared.vocabulary
    terms = vocabulary.terms if vocabulary is not None else {}

    def called(reference: re.Match[str]) -> str:
        names = reference[1].split(", ")
        return f"({', '.join(terms[name].label.in_(material.lang) for name in names)})" if terms.keys() >= {*names} else reference[0]

    return _REFERENCE.sub(called, text.in_(material.lang)) if text else ""


def _uses(material: Material) -> dict[str, dict[str, tuple[LinkedText, ...]]]:
    """What has each term, model by model."""
    uses: dict[str, dict[str, tuple[LinkedText, ...]]] = {}
    for model in material.portfolio.values():
        for _, entry in model.entries():
            for term in getattr(entry, "term", ()):
                piece = LinkedText(getattr(entry, "label", entry.id), addresses.of_element(model.id, entry.id))
                of_term = uses.setdefault(term, {})
                of_term[model.id] = (*of_term.get(model.id, ()), piece)
    return uses

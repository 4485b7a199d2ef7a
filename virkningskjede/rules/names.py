"""Family VK3: does every shared name exist, and does it stand where it can?"""

from __future__ import annotations

from collections.abc import Iterator

from virkningskjede import project as loading
from virkningskjede.diagnostics import Diagnostic, Path, diagnostic
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.values import TERM_STAGES, Named, naming
from virkningskjede.rules.subject import Subject


def unknown_term(subject: Subject) -> Iterator[Diagnostic]:
    """VK302: a term that the vocabulary does not have."""
    yield from loading.unknown("VK302", _named(subject, "term"), _vocabulary(subject).terms, lost=subject.project.lost)


def unknown_actor(subject: Subject) -> Iterator[Diagnostic]:
    """VK303: an actor that the vocabulary does not have."""
    yield from loading.unknown("VK303", _named(subject, "actor"), _vocabulary(subject).actors, lost=subject.project.lost)


def unknown_trait(subject: Subject) -> Iterator[Diagnostic]:
    """VK304: a trait that the vocabulary does not have."""
    yield from loading.unknown("VK304", _named(subject, "trait"), _vocabulary(subject).traits, lost=subject.project.lost)


def unknown_indicator(subject: Subject) -> Iterator[Diagnostic]:
    """VK305: an indicator that neither the model nor the vocabulary has."""
    known = {**subject.model.indicators, **_vocabulary(subject).indicators}
    yield from loading.unknown("VK305", _named(subject, "indicator"), known, lost=subject.project.lost | subject.lost)


def unknown_reference(subject: Subject) -> Iterator[Diagnostic]:
    """VK306: evidence from a work that the references do not have."""
    yield from loading.unknown("VK306", _named(subject, "reference"), subject.project.references.references, lost=subject.project.lost)


def unknown_template(subject: Subject) -> Iterator[Diagnostic]:
    """VK307: a template that the root does not have."""
    follows = subject.model.follows
    if follows and not subject.project.lost.touches(("templates", follows)):
        yield from loading.unknown("VK307", [(("follows",), follows)], subject.project.templates)


def circle_of_templates(subject: Subject) -> Iterator[Diagnostic]:
    """VK316: a template that, through the one that it follows, follows itself."""
    if subject.model.kind != "template":
        return
    templates, name = subject.project.templates, subject.model.id
    ring: dict[str, str] = {}
    while name not in ring:
        follows = subject.model.follows if name == subject.model.id else templates[name].follows if name in templates else None
        if follows is None:
            return
        ring[name] = follows
        name = follows
    if name == subject.model.id:
        # The same words for each of them, whichever is judged: they have one cause.
        first = min(ring)
        names = [first]
        while len(names) <= len(ring):
            names.append(ring[names[-1]])
        yield diagnostic("VK316", ("follows",), nodes=" → ".join(names))


def unknown_source(subject: Subject) -> Iterator[Diagnostic]:
    """VK308: a source that the references do not have."""
    default = subject.model.source
    named: list[tuple[Path, str]] = [(("source",), default)] if default else []
    named += [
        (each.path, each.locator.source) for each in (*subject.cited, *subject.set_aside) if each.locator.source not in (None, default)
    ]
    yield from loading.unknown("VK308", named, subject.project.references.references, lost=subject.project.lost)


def unknown_section(subject: Subject) -> Iterator[Diagnostic]:
    """VK309: a section that the source does not have."""
    for path, locator, on in (*subject.cited, *subject.set_aside):
        yield from loading.unknown_section(path, locator, subject.project, on)


def unknown_sentence(subject: Subject) -> Iterator[Diagnostic]:
    """VK310: a sentence that the section does not have."""
    for path, locator, on in (*subject.cited, *subject.set_aside):
        yield from loading.unknown_sentence(path, locator, subject.project, on)


def not_checked(subject: Subject) -> Iterator[Diagnostic]:
    """VK314: there is no root, so no shared name was checked."""
    if not subject.project.has_codebook:
        yield diagnostic("VK314", ("id",))


def wrong_stage(subject: Subject) -> Iterator[Diagnostic]:
    """VK315: a term on a stage where the vocabulary says it cannot stand."""
    terms = _vocabulary(subject).terms
    for path, name in _named(subject, "term"):
        section = str(path[0])
        if section not in TERM_STAGES or path[-1] == "via" or name not in terms:
            continue
        stages = terms[name].stage
        if section not in stages:
            yield diagnostic("VK315", path, term=name, stage=section, known=", ".join(stages))


def _vocabulary(subject: Subject) -> Vocabulary:
    return subject.project.vocabulary or Vocabulary()


def _named(subject: Subject, what: Named) -> Iterator[tuple[Path, str]]:
    """Every name of something shared that the model mentions, with its path."""
    for path, part in subject.parts:
        for field in naming(type(part), what):
            held: str | tuple[str, ...] | None = getattr(part, field.name)
            if isinstance(held, str):
                yield (*path, field.key), held
            else:
                yield from (((*path, field.key, position), name) for position, name in enumerate(held or ()))

"""Family VK3: does every shared name exist, and does it stand where it can?"""

from __future__ import annotations

from collections.abc import Iterator

from virkningskjede import loading
from virkningskjede.diagnostics import Diagnostic, Path, diagnostic
from virkningskjede.model import Aside, Evidence, Node, Outcome, Patch, Recruitment, Result, Traits, Who
from virkningskjede.rules.subject import Subject
from virkningskjede.vocabulary import Vocabulary

_UNBOUND = ("assumptions", "open_questions", "ambiguities")
"""Sections whose terms may belong to any stage."""


def unknown_term(subject: Subject) -> Iterator[Diagnostic]:
    """VK302: a term that the vocabulary does not have."""
    yield from loading.unknown("VK302", _terms(subject), _vocabulary(subject).terms, lost=subject.project.lost)


def unknown_actor(subject: Subject) -> Iterator[Diagnostic]:
    """VK303: an actor that the vocabulary does not have."""
    yield from loading.unknown("VK303", _actors(subject), _vocabulary(subject).actors, lost=subject.project.lost)


def unknown_trait(subject: Subject) -> Iterator[Diagnostic]:
    """VK304: a trait that the vocabulary does not have."""
    yield from loading.unknown("VK304", _traits(subject), _vocabulary(subject).traits, lost=subject.project.lost)


def unknown_indicator(subject: Subject) -> Iterator[Diagnostic]:
    """VK305: an indicator that neither the model nor the vocabulary has."""
    known = {**subject.model.indicators, **_vocabulary(subject).indicators}
    yield from loading.unknown("VK305", _indicators(subject), known, lost=subject.project.lost | subject.lost)


def unknown_reference(subject: Subject) -> Iterator[Diagnostic]:
    """VK306: evidence from a work that the references do not have."""
    yield from loading.unknown("VK306", _references(subject), subject.project.references.references, lost=subject.project.lost)


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
    for path, name in _terms(subject):
        section = str(path[0])
        if section in _UNBOUND or path[-1] == "via" or name not in terms:
            continue
        stages = terms[name].stage
        if section not in stages:
            yield diagnostic("VK315", path, term=name, stage=section, known=", ".join(stages))


def _vocabulary(subject: Subject) -> Vocabulary:
    return subject.project.vocabulary or Vocabulary()


def _each(path: Path, key: str, names: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    return (((*path, key, position), name) for position, name in enumerate(names))


def _terms(subject: Subject) -> Iterator[tuple[Path, str]]:
    for path, part in subject.parts:
        if isinstance(part, Node | Aside | Patch):
            yield from _each(path, "term", part.term)
        elif isinstance(part, Evidence) and part.via:
            yield (*path, "via"), part.via


def _actors(subject: Subject) -> Iterator[tuple[Path, str]]:
    for path, part in subject.parts:
        if isinstance(part, Who):
            for key, names in (("lead", part.lead), ("do", part.do), ("maybe", part.maybe), ("for", part.for_)):
                yield from _each(path, key, names)
        elif isinstance(part, Recruitment):
            for key, names in (("refer", part.refer), ("receive", part.receive), ("decide", part.decide), ("maybe", part.maybe)):
                yield from _each(path, key, names)


def _traits(subject: Subject) -> Iterator[tuple[Path, str]]:
    for path, part in subject.parts:
        if isinstance(part, Traits):
            yield from _each(path, "any", part.any)
            yield from _each(path, "all", part.all)
        elif isinstance(part, Evidence):
            yield from _each(path, "best_for", part.best_for)
            yield from _each(path, "also_for", part.also_for)


def _indicators(subject: Subject) -> Iterator[tuple[Path, str]]:
    for path, part in subject.parts:
        if isinstance(part, Outcome):
            yield from _each(path, "indicators", part.indicators)
        elif isinstance(part, Result) and part.indicator:
            yield (*path, "indicator"), part.indicator


def _references(subject: Subject) -> Iterator[tuple[Path, str]]:
    for path, part in subject.parts:
        if isinstance(part, Evidence):
            yield from _each(path, "refs", part.refs)

"""Family VK3: does every shared name exist, and does it stand where it can?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from virkningskjede import project as loading
from virkningskjede.diagnostics import Diagnostic, Path, diagnostic
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.results import indicator_of
from virkningskjede.model.values import CURRENCIES, OWN_UNITS, TERM_STAGES, NameKind, naming
from virkningskjede.model.values.text import ID_PATTERN
from virkningskjede.rules.context import RuleContext


def unknown_term(context: RuleContext) -> Iterator[Diagnostic]:
    """VK302: a term that the vocabulary does not have."""
    yield from loading.unknown("VK302", _named(context, "term"), _vocabulary(context).terms, lost=context.project.lost)


def unknown_actor(context: RuleContext) -> Iterator[Diagnostic]:
    """VK303: an actor that the vocabulary does not have."""
    yield from loading.unknown("VK303", _named(context, "actor"), _vocabulary(context).actors, lost=context.project.lost)


def unknown_trait(context: RuleContext) -> Iterator[Diagnostic]:
    """VK304: a trait that the vocabulary does not have."""
    yield from loading.unknown("VK304", _named(context, "trait"), _vocabulary(context).traits, lost=context.project.lost)


def unknown_place(context: RuleContext) -> Iterator[Diagnostic]:
    """VK171: a place that is written as an id, in a project whose codebook has places, but not this one."""
    places = _vocabulary(context).places
    named = ((path, name) for path, name in _named(context, "place") if places and re.fullmatch(ID_PATTERN, name))
    yield from loading.unknown("VK171", named, places, lost=context.project.lost)


def unknown_indicator(context: RuleContext) -> Iterator[Diagnostic]:
    """VK305: an indicator that neither the model nor the vocabulary has."""
    known = {**context.model.indicators, **_vocabulary(context).indicators}
    yield from loading.unknown("VK305", _named(context, "indicator"), known, lost=context.project.lost | context.lost)


def unknown_unit(context: RuleContext) -> Iterator[Diagnostic]:
    """VK351: things or results counted in a unit that neither the format nor the vocabulary has. An indicator's may be any text, and is
    known to its results.
    """
    model, vocabulary = context.model, _vocabulary(context)
    own = {
        ("results", result.id, "unit")
        for result in model.results.values()
        if (indicator := indicator_of(result, model, vocabulary)) is not None and result.unit == indicator.unit
    }
    known = dict.fromkeys((*vocabulary.units, *OWN_UNITS, *CURRENCIES))
    named = ((path, name) for path, name in _named(context, "unit") if path not in own)
    counted = ((path, name) for path, name in named if path[0] == "results" or "count" in path[-3:-1])
    yield from loading.unknown("VK351", counted, known, lost=context.project.lost)


def unknown_reference(context: RuleContext) -> Iterator[Diagnostic]:
    """VK306: evidence from a work that the references do not have."""
    yield from loading.unknown("VK306", _named(context, "reference"), context.project.references.references, lost=context.project.lost)


def unknown_template(context: RuleContext) -> Iterator[Diagnostic]:
    """VK307: a template that the root does not have."""
    follows = context.model.follows
    if follows and not context.project.lost.touches(("templates", follows)):
        yield from loading.unknown("VK307", [(("follows",), follows)], context.project.templates)


def circle_of_templates(context: RuleContext) -> Iterator[Diagnostic]:
    """VK316: a template that, through the one that it follows, follows itself."""
    if context.model.kind != "template":
        return
    templates, name = context.project.templates, context.model.id
    ring: dict[str, str] = {}
    while name not in ring:
        follows = context.model.follows if name == context.model.id else templates[name].follows if name in templates else None
        if follows is None:
            return
        ring[name] = follows
        name = follows
    if name == context.model.id:
        # The same words for each of them, whichever is judged: they have one cause.
        first = min(ring)
        names = [first]
        while len(names) <= len(ring):
            names.append(ring[names[-1]])
        yield diagnostic("VK316", ("follows",), nodes=" → ".join(names))


def unknown_source(context: RuleContext) -> Iterator[Diagnostic]:
    """VK308: a source that the references do not have."""
    default = context.model.source
    named: list[tuple[Path, str]] = [(("source",), default)] if default else []
    named += [
        (cited.path, cited.locator.source) for cited in (*context.cited, *context.set_aside) if cited.locator.source not in (None, default)
    ]
    yield from loading.unknown("VK308", named, context.project.references.references, lost=context.project.lost)


def unknown_section(context: RuleContext) -> Iterator[Diagnostic]:
    """VK309: a section that the source does not have."""
    for path, locator, on in (*context.cited, *context.set_aside):
        yield from loading.unknown_section(path, locator, context.project, on)


def unknown_sentence(context: RuleContext) -> Iterator[Diagnostic]:
    """VK310: a sentence that the section does not have."""
    for path, locator, on in (*context.cited, *context.set_aside):
        yield from loading.unknown_sentence(path, locator, context.project, on)


def not_checked(context: RuleContext) -> Iterator[Diagnostic]:
    """VK314: there is no root, so no shared name was checked."""
    if not context.project.has_codebook:
        yield diagnostic("VK314", ("id",))


def wrong_stage(context: RuleContext) -> Iterator[Diagnostic]:
    """VK315: a term on a stage where the vocabulary says it cannot stand."""
    terms = _vocabulary(context).terms
    for path, name in _named(context, "term"):
        section = str(path[0])
        if section not in TERM_STAGES or path[-1] == "via" or name not in terms:
            continue
        stages = terms[name].stage
        if section not in stages:
            yield diagnostic("VK315", path, term=name, stage=section, known=", ".join(stages))


def _vocabulary(context: RuleContext) -> Vocabulary:
    return context.project.vocabulary or Vocabulary()


def _named(context: RuleContext, what: NameKind) -> Iterator[tuple[Path, str]]:
    """Every name of something shared that the model mentions, with its path."""
    for path, part in context.parts_where(lambda kind: naming(kind, what)):
        for field in naming(type(part), what):
            content: str | tuple[str, ...] | None = getattr(part, field.name)
            if isinstance(content, str):
                yield (*path, field.key), content
            else:
                yield from (((*path, field.key, position), name) for position, name in enumerate(content or ()))

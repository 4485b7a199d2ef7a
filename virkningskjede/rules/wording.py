"""Family VK6: do the words of a label, and the ids, fit with what is coded? Words never prove anything: these are notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from virkningskjede.diagnostics import Diagnostic, Location, diagnostic
from virkningskjede.i18n import Word
from virkningskjede.model import Activity, Output
from virkningskjede.model.values import NOT_THERE
from virkningskjede.prose.changes import change, of_things, opposed, several_changes, wishes_for_harm
from virkningskjede.prose.doings import doing, restates
from virkningskjede.prose.words import akin, content_words
from virkningskjede.rules.context import RuleContext

SHORTEST_ALIKE = 6
"""Ids of fewer letters are often one letter apart without being of one thing: *kurs* and *kors*."""


def called_as_effect(context: RuleContext) -> Iterator[Diagnostic]:
    """VK603: something that is done or made, with a label that begins as that of a change does."""
    for node in context.model.nodes.values():
        if isinstance(node, Activity | Output) and change(node.label) is not None and not of_things(node.label):
            stage = Word(f"stage.{node.stage}")
            yield diagnostic("VK603", (node.stage, node.id, "label"), id=node.id, word=node.label.split()[0], stage=stage)


def actor_only_in_label(context: RuleContext) -> Iterator[Diagnostic]:
    """VK604: an activity that says nobody does it, with a label that begins with an actor of the codebook."""
    vocabulary, lang = context.project.vocabulary, context.lang
    if vocabulary is None:
        return
    labels = {actor.label.in_(lang).casefold(): name for name, actor in vocabulary.actors.items()}
    for activity in context.model.activities.values():
        who = activity.who
        if activity.status in NOT_THERE or (who is not None and (who.takes_part or who.maybe)):
            continue
        actor = _beginning(activity.label.casefold(), labels)
        if actor is not None and not (who is not None and actor in who.for_):
            yield diagnostic("VK604", (activity.stage, activity.id, "label"), id=activity.id, actor=actor)


_ENDING = re.compile(r"(?:e?n|e?r|e?ne|et|s)? \w")
"""What follows the name of one who does something: an ending at the most, and more words."""


def _beginning(label: str, names: dict[str, str]) -> str | None:
    """The id of the longest of these names that a label begins with."""
    fitting = [name for name in names if label.startswith(name) and _ENDING.match(label, len(name))]
    return names[max(fitting, key=len)] if fitting else None


_NUMBERED = re.compile(r"\d|(?:^|[-_])[^\W\d_](?:[-_]|$)")
"""Ids with a digit, or with a letter by itself: of a row, and alike by nature."""


def ids_alike(context: RuleContext) -> Iterator[Diagnostic]:
    """VK605: two entries of one part of the model whose ids are one letter apart.

    The first letter is not counted: *ufullstendig* is meant to be another word than *fullstendig*.
    """
    known: dict[tuple[str, str], str] = {}
    for section, entry in context.model.entries():
        name = entry.id
        if len(name) < SHORTEST_ALIKE or _NUMBERED.search(name):
            continue
        # Two words are one letter apart just where they are the same with a gap for one letter, which may be empty in either.
        one_other = [f"{name[:place]}*{name[place + 1 :]}" for place in range(1, len(name))]
        one_more = [f"{name[:place]}*{name[place:]}" for place in range(1, len(name) + 1)]
        other = next((known[section, form] for form in (*one_other, *one_more) if (section, form) in known), None)
        if other is not None:
            yield diagnostic("VK605", (section, name), on="key", related=(Location((section, other)),), id=name, other=other)
        known |= dict.fromkeys([(section, form) for form in (*one_other, *one_more)], name)


def wishes_for_more_of_a_bad_thing(context: RuleContext) -> Iterator[Diagnostic]:
    """VK606: an outcome that is wished for, though its words are of more harm or less good, or go against those of its own term."""
    vocabulary, lang = context.project.vocabulary, context.lang
    terms = vocabulary.terms if vocabulary is not None else {}
    for outcome in context.model.outcomes.values():
        if outcome.unwanted:
            continue
        named = [terms[name].label.in_(lang) for name in outcome.term if name in terms]
        if wishes_for_harm(outcome.label) or any(opposed(outcome.label, term) and _of_one_thing(outcome.label, term) for term in named):
            yield diagnostic("VK606", ("outcomes", outcome.id, "label"), id=outcome.id)


def _of_one_thing(label: str, term: str) -> bool:
    return any(akin(one, other) for one in content_words(label) for other in content_words(term))


def only_restates(context: RuleContext) -> Iterator[Diagnostic]:
    """VK607: an output with a label that says nothing but what the activity that makes it is called."""
    model = context.model
    for activity in model.activities.values():
        for link in activity.leads_to:
            output = model.outputs.get(link.to)
            if output is not None and restates(output.label, activity.label):
                there = Location((activity.stage, activity.id, "label"))
                yield diagnostic("VK607", (output.stage, output.id, "label"), related=(there,), id=output.id, other=activity.id)


def called_as_done(context: RuleContext) -> Iterator[Diagnostic]:
    """VK608: an outcome with a label that begins as that of something that is done."""
    for outcome in context.model.outcomes.values():
        if doing(outcome.label):
            yield diagnostic("VK608", (outcome.stage, outcome.id, "label"), id=outcome.id)


def doer_and_receiver_exchanged(context: RuleContext) -> Iterator[Diagnostic]:
    """VK609: something that those do who elsewhere only receive, for those who elsewhere only do."""
    activities = [(activity, activity.who) for activity in context.model.activities.values() if activity.who is not None]
    doing_in: dict[str, set[str]] = {}
    receiving_in: dict[str, set[str]] = {}
    for activity, who in activities:
        for names, places in (((*who.lead, *who.do), doing_in), (who.for_, receiving_in)):
            for name in names:
                places.setdefault(name, set()).add(activity.id)
    for activity, who in activities:
        here, doers = {activity.id}, (*who.lead, *who.do)
        given = all(receiving_in.get(name, set()) - here and not doing_in[name] - here for name in doers)
        giving = not any(receiving_in[name] - here for name in who.for_)
        if doers and who.for_ and given and giving:
            yield diagnostic("VK609", (activity.stage, activity.id, "who"), on="key", id=activity.id)


def narrower_in_label(context: RuleContext) -> Iterator[Diagnostic]:
    """VK610: a node with a term, and a label that has the words of a narrower one."""
    vocabulary, lang = context.project.vocabulary, context.lang
    if vocabulary is None:
        return
    narrower = vocabulary.narrower_terms
    for node in context.model.nodes.values():
        label = node.label.casefold()
        for position, name in enumerate(node.term):
            if name not in narrower or name not in vocabulary.terms:
                continue
            wide = vocabulary.terms[name].label.in_(lang).casefold()
            named = {other: vocabulary.terms[other].label.in_(lang).casefold() for other in narrower[name] if other not in node.term}
            own_words = re.search(rf"\b{re.escape(wide)}", label) is not None
            fitting = [other for other, narrow in named.items() if narrow in label and not own_words]
            if fitting:
                yield diagnostic("VK610", (node.stage, node.id, "term", position), id=node.id, term=name, other=fitting[0])


def two_in_one(context: RuleContext) -> Iterator[Diagnostic]:
    """VK611: an outcome with a label that names two changes."""
    for outcome in context.model.outcomes.values():
        if several_changes(outcome.label):
            yield diagnostic("VK611", (outcome.stage, outcome.id, "label"), id=outcome.id)

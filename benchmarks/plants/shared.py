"""Faults in what a model shares with others, and in how it is kept."""

from __future__ import annotations

import random
from functools import cache

from plants.planting import MEASURES, Values, add, change, has_arrows, kind, left_out, links, some
from virkningskjede.project import Project, corpus, open_project


@cache
def corpus_project() -> Project:
    """The project of the shipped models, whose terms and templates some faults need."""
    return open_project(corpus())


def broader(name: str) -> str | None:
    """A term that this one is a kind of."""
    vocabulary = corpus_project().vocabulary
    term = vocabulary.terms.get(name) if vocabulary is not None else None
    return term.broader[0] if term is not None and term.broader else None


def core(template: str | None) -> list[str]:
    """The terms that a template requires."""
    model = corpus_project().templates.get(template or "")
    return [term for node in model.nodes.values() if node.required for term in node.term] if model is not None else []


@kind("wrong-stage", "Et begrep på feil trinn", "A term on the wrong stage")
def _(values: Values, random: random.Random) -> str | None:
    outcome = some(values, random, "outcomes", such=lambda entry: "term" in entry)
    return outcome and change(some(values, random, "activities"), term=outcome[1]["term"])


@kind("unknown-actor", "En aktør som ikke finnes", "An actor that does not exist")
def _(values: Values, random: random.Random) -> str | None:
    return change(some(values, random, "activities"), who=["navv"])


@kind("other-term", "Et galt begrep på riktig trinn", "A wrong term of the right stage")
def _(values: Values, random: random.Random) -> str | None:
    one, other = (some(values, random, "activities", such=lambda entry: "term" in entry) for _ in range(2))
    return change(one, term=other[1]["term"]) if one and other and one[1]["term"] != other[1]["term"] else None


@kind("no-term", "Ikke noe begrep på det andre har begrep for", "No term on what others have a term for")
def _(values: Values, random: random.Random) -> str | None:
    return change(some(values, random, "activities", such=lambda entry: "term" in entry), term=None)


@kind("unknown-term", "Et begrep som ikke finnes", "A term that does not exist")
def _(values: Values, random: random.Random) -> str | None:
    return change(some(values, random, *MEASURES, "outcomes"), term="finnes-ikke")


@kind("unknown-trait", "Et kjennetegn som ikke finnes", "A trait that does not exist")
def _(values: Values, random: random.Random) -> str | None:
    return add(values, "target_group", "ukjente", {"traits": {"any": ["finnes-ikke"]}})


@kind("unknown-template", "En mal som ikke finnes", "A template that does not exist")
def _(values: Values, random: random.Random) -> str | None:
    return change((str(values["id"]), values), follows="finnes-ikke")


@kind("template-of-itself", "En mal som følger seg selv", "A template that follows itself")
def _(values: Values, random: random.Random) -> str | None:
    return change((str(values["id"]), values), follows=values["id"]) if values.get("kind") == "template" else None


@kind("unknown-place", "Et sted der det gjøres, som ikke finnes", "A place of action that does not exist")
def _(values: Values, random: random.Random) -> str | None:
    activity = some(values, random, "activities", such=lambda entry: isinstance(entry.get("place"), str))
    return activity and change(activity, place=activity[1]["place"] + "en")


@kind("too-broad", "Et for vidt begrep", "A term that is too broad")
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, "activities", such=lambda entry: isinstance(entry.get("term"), str) and broader(entry["term"]))
    return node and change(node, term=broader(node[1]["term"]))


@kind("core-part-missing", "En kjernedel av malen mangler", "A core part of the template is missing")
def _(values: Values, random: random.Random) -> str | None:
    required = core(values.get("follows"))
    node = some(values, random, "inputs", "activities", such=lambda entry: entry.get("term") in required)
    if node is None:
        return None
    left_out(values, node[0])
    return change(node, term=None, leads_to=None) and str(values["id"])


@kind("wrong-template", "Følger feil mal", "Follows the wrong template")
def _(values: Values, random: random.Random) -> str | None:
    other = {"modell-1": "modell-2", "modell-2": "modell-1"}.get(str(values.get("follows")))
    return change((str(values["id"]), values), follows=other) if other else None


@kind("thin-reason", "En melding godtatt med en tom grunn", "A message accepted with an empty reason")
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, *MEASURES, such=lambda entry: has_arrows(entry) and "accept" not in entry)
    if node is None:
        return None
    change(node, leads_to=None)
    return change(node, accept={random.choice(["VK207", "VK210"]): random.choice(["ok", "Vet ikke", "Må sees på", "-"])})


@kind("idle-acceptance", "Noe godtatt som ikke er der", "Something accepted that is not there")
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, *MEASURES, such=lambda entry: "accept" not in entry and len(entry["label"]) < 60)
    return change(node, accept={random.choice(["VK601", "VK502"]): "Det er slik det skal være her"})


@kind("unknown-code-accepted", "En melding godtatt som ikke finnes", "A message accepted that does not exist")
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, *MEASURES, such=lambda entry: "accept" not in entry)
    return change(node, accept={"VK999": "Det er slik det skal være her"})


@kind("error-accepted", "En feil godtatt", "An error accepted")
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, "activities", such=lambda entry: "accept" not in entry)
    return change(node, accept={"VK303": "Aktøren kommer i kodeboka senere"}, who=["navv"])


@kind("same-reading", "En annen lesning som sier det samme", "Another reading that says the same")
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, *MEASURES, such=lambda entry: "status" in entry and "or" not in entry)
    return node and change(node, **{"or": [{"status": node[1]["status"], "note": "Kan leses slik"}]})


@kind("required-in-pilot", "Noe kreves i en modell som ikke er noen mal", "Something required in a model that is no template")
def _(values: Values, random: random.Random) -> str | None:
    return change(some(values, random, *MEASURES), required=True) if values.get("kind") != "template" else None


@kind("no-input-feeds", "En aktivitet som ingen innsatsfaktor mater", "An activity that no input feeds")
def _(values: Values, random: random.Random) -> str | None:
    inputs = values.get("inputs", {})
    fed = [link["to"] for name, _entry, link in links(values, "inputs") if link["to"] in values.get("activities", {})]
    if not fed or not inputs:
        return None
    name = random.choice(fed)
    left_out(values, name)
    return str(name)

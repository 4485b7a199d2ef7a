"""Faults in labels, and in who does what."""

from __future__ import annotations

import copy
import random
from typing import Any

from plants.planting import (
    MEASURES,
    STAGES,
    Values,
    a_link,
    add,
    change,
    in_its_language,
    join,
    kind,
    links,
    nodes,
    of_level,
    several,
    some,
    there,
)


@kind("same-label", "To ledd med samme navn", "Two nodes with the same label")
def _(values: Values, random: random.Random) -> str | None:
    one, other = some(values, random, *MEASURES), some(values, random, *MEASURES)
    return change(one, label=other[1]["label"]) if one and other and one[0] != other[0] else None


@kind("long-label", "Et navn som er for langt", "A label that is too long")
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, *MEASURES)
    return node and change(node, label=node[1]["label"] + " som omfatter alle i kommunen og alle de tjenestene som er med i samarbeidet")


@kind("copied-node", "Det samme kodet to ganger under hver sin id", "One thing coded twice under two ids")
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, "activities")
    if node is None:
        return None
    return add(values, "activities", node[0] + "s", {**copy.deepcopy(node[1]), "label": "Også: " + node[1]["label"].lower()})


@kind("nobody", "En aktivitet som ingen gjør", "An activity that nobody does")
def _(values: Values, random: random.Random) -> str | None:
    return change(some(values, random, "activities", such=lambda entry: "who" in entry), who=None)


@kind("output-as-change", "Et produkt kalt som en virkning", "An output called as an effect")
def _(values: Values, random: random.Random) -> str | None:
    return change(some(values, random, "outputs"), label="Bedre samarbeid")


@kind("turned-round", "En ønsket virkning er snudd", "A wanted effect is turned round")
def _(values: Values, random: random.Random) -> str | None:
    return change(some(values, random, "outcomes", such=of_level("user")), label="Lengre sykefravær og større utenforskap")


@kind("two-in-one", "To virkninger i én", "Two effects in one")
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, "outcomes", such=lambda entry: len(entry["label"]) < 30)
    nb = [" og lavere kostnader", " og økt trivsel", " og bedre økonomi i kommunen"]
    more = random.choice([" and lower costs", " and better health"]) if values.get("lang") == "en" else random.choice(nb)
    return node and change(node, label=node[1]["label"] + more)


@kind("wrong-level", "En virkning på feil nivå", "An outcome on the wrong level")
def _(values: Values, random: random.Random) -> str | None:
    return change(some(values, random, "outcomes", such=of_level("user")), level="partner")


def whole(who: Any) -> Values:
    """Who takes part, in the long form."""
    return who if isinstance(who, dict) else {"do": who} if who else {}


def another_label(values: Values, random: random.Random, section: str, nb: list[str], en: list[str], **more: Any) -> str | None:
    return change(some(values, random, section), label=random.choice(en if values.get("lang") == "en" else nb), **more)


@kind("output-restates", "Et produkt som bare gjentar aktiviteten", "An output that only restates its activity")
def _(values: Values, random: random.Random) -> str | None:
    outputs = values.get("outputs", {})
    found = a_link(values, random, "activities", such=lambda link: link["to"] in outputs)
    if found is None:
        return None
    label = found[1]["label"]
    lower = label if label[:2].isupper() else label[0].lower() + label[1:]
    more = random.choice([f"Gjennomført: {lower}", f"{label} er gjennomført", f"{label} er holdt"])
    return change((found[2]["to"], outputs[found[2]["to"]]), label=in_its_language(values, more, f"{label} carried out"))


@kind("output-with-term-of-outcome", "Et produkt med begrepet til en virkning", "An output with the term of an outcome")
def _(values: Values, random: random.Random) -> str | None:
    outcome = some(values, random, "outcomes", such=lambda entry: "term" in entry)
    return outcome and change(some(values, random, "outputs"), label="Kortere fravær", term=outcome[1]["term"])


@kind("outcome-as-activity", "En virkning kalt som en aktivitet", "An outcome called as an activity")
def _(values: Values, random: random.Random) -> str | None:
    nb = [
        "Arrangere jobbcafé for brukere",
        "Gjennomføre ukentlige møter",
        "Utarbeide en veileder",
        "Kurs for ansatte",
        "Samtaler med brukere",
    ]
    en = ["Hold weekly meetings", "Develop a guide", "Training of staff", "Carry out interviews"]
    return another_label(values, random, "outcomes", nb, en, term=None)


@kind("activity-as-outcome", "En aktivitet kalt som en virkning", "An activity called as an outcome")
def _(values: Values, random: random.Random) -> str | None:
    nb = ["Bedre samarbeid med fastlegene", "Økt tillit mellom tjenestene", "Kortere sykefravær", "Brukerne opplever mer mestring"]
    en = ["Better cooperation", "Increased trust", "Safer users", "Users are more confident"]
    return another_label(values, random, "activities", nb, en)


@kind("same-in-other-words", "To virkninger som er den samme", "Two outcomes that are the same")
def _(values: Values, random: random.Random) -> str | None:
    outcome = some(values, random, "outcomes", such=lambda entry: "term" in entry and "cause" not in entry)
    if outcome is None:
        return None
    for _name, entry, link in links(values):
        if link["to"] == outcome[0] and not any(other["to"] == "det-samme" for other in entry["leads_to"]):
            entry["leads_to"].append({**link, "to": "det-samme"})
    copied = {key: copy.deepcopy(value) for key, value in outcome[1].items() if key not in ("or", "accept", "indicators")}
    label = in_its_language(values, "Det samme, sagt annerledes", "The same, in other words")
    return add(values, "outcomes", "det-samme", {**copied, "label": label})


@kind("same-without-term", "To virkninger som er den samme, den ene uten begrep", "Two outcomes that are the same, one without a term")
def _(values: Values, random: random.Random) -> str | None:
    outcome = some(values, random, "outcomes", such=lambda entry: "term" in entry and "cause" not in entry)
    node = some(values, random, *MEASURES, such=there)
    if outcome is None or node is None:
        return None
    label = in_its_language(values, "Nesten det samme med andre ord", "Nearly the same in other words")
    placed: Values = {key: outcome[1][key] for key in ("level", "at") if key in outcome[1]}
    name = add(values, "outcomes", "nesten-det-samme", {"label": label, **placed})
    return join(values, random, node, (name, values["outcomes"][name])) and name


@kind("missing-solution", "Et problem sagt som en løsning som mangler", "A problem told as the missing solution")
def _(values: Values, random: random.Random) -> str | None:
    problem = some(values, random, "context", such=lambda entry: entry["kind"] == "problem")
    nb = ["Mangel på brobygger", "Det finnes ingen koordinator", "Mangler felles møter", "Ingen Nav-veileder hos legen"]
    return change(problem, label=in_its_language(values, random.choice(nb), random.choice(["No coordinator", "Lack of a bridge builder"])))


@kind("vague", "En vag virkning", "A vague outcome")
def _(values: Values, random: random.Random) -> str | None:
    nb = ["Bedre situasjon", "Positive virkninger", "God utvikling", "Et løft"]
    return another_label(values, random, "outcomes", nb, ["Improved situation", "Positive effects"])


@kind("actor-in-label", "En aktør i navnet, men ikke i who", "An actor in the label, but not in who")
def _(values: Values, random: random.Random) -> str | None:
    activity = some(values, random, "activities", such=lambda entry: "who" in entry)
    label = random.choice(["Nav ringer brukeren", "Fastlegen henviser brukeren", "Nav-veilederen møter RPH", "Psykologen holder kurs"])
    other = {"do": ["rph"]} if label.startswith(("Fastlegen", "Psykologen")) else {"do": ["fastlege"]}
    return change(activity, label=label, who=random.choice([None, other]))


@kind("actor-added", "En aktør som ikke er nevnt", "An actor who is not mentioned", of_text=True)
def _(values: Values, random: random.Random) -> str | None:
    activity = some(values, random, "activities", such=lambda entry: isinstance(entry.get("who"), dict | list))
    if activity is None:
        return None
    who = activity[1]["who"] = activity[1]["who"] if isinstance(activity[1]["who"], dict) else {"do": activity[1]["who"]}
    actor = random.choice(["skole", "frivillig", "arbeidsgiver", "politi", "kommune"])
    if values.get("source") not in ("statusrapport", "dps-nav") or any(actor in several(some_) for some_ in who.values()):
        return None
    who["do"] = [*several(who.get("do")), "arbeidsgiver"]
    return activity[0]


@kind("number-in-label", "Et tall i navnet som ikke er i kilden", "A number in the label that is not in the source", of_text=True)
def _(values: Values, random: random.Random) -> str | None:
    number = random.choice(["17", "23", "Seksten", "36"])
    node = some(values, random, *MEASURES, such=lambda entry: "at" in entry and len(entry["label"]) < 50)
    return node and change(node, label=f"{number} {node[1]['label'][0].lower()}{node[1]['label'][1:]}")


@kind("denial-lost", "En nektelse er borte", "A denial is lost", of_text=True)
def _(values: Values, random: random.Random) -> str | None:
    words = (" ikke ", " ingen ", " lite ", " få ", " mangler ")
    labels = [(name, entry, word) for name, (_, entry) in nodes(values).items() for word in words if word in entry["label"]]
    if labels and random.random() < 0.5:
        name, entry, word = random.choice(labels)
        return change((name, entry), label=entry["label"].replace(word, " ", 1))
    limit = some(values, random, "target_group", such=lambda entry: "denies" in entry)
    if limit is None:
        return None
    traits = limit[1].pop("denies")["traits"]
    return change(limit, traits={"all": several(traits)})


@kind("actor-for", "Den som gjør og den som får, er byttet", "Doer and receiver are exchanged")
def _(values: Values, random: random.Random) -> str | None:
    activity = some(values, random, "activities", such=lambda entry: {"for", "do"} <= whole(entry.get("who")).keys())
    if activity is None:
        return None
    who = activity[1]["who"]
    who["for"], who["do"] = who["do"], who["for"]
    return activity[0]


def personal(name: str, nb: str, en: str, *texts: str) -> None:
    @kind(name, nb, en)
    def _(values: Values, random: random.Random) -> str | None:
        return change(some(values, random, *STAGES, "barriers"), note=random.choice(texts))


personal("national-id", "Et fødselsnummer", "A national identity number", "Intervju med 01817000092", "Se sak 018170 00092")
personal("email", "En e-postadresse", "An e-mail address", "Spør kari.nordmann@kommune.example", "ola@nav.example sa dette")
personal("telephone", "Et telefonnummer", "A telephone number", "Ring 22 33 44 55", "Tlf. +47 99887766", "Mobil 998 87 766")

"""The kinds of faults that `faults.py` plants in models: what each changes in the file of a model.

Each takes what a file holds and a source of chance, and gives the id of what it changed, or None where the model has no place for it.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from virkningskjede.model.values import EMPTY

Values = dict[str, Any]
Plant = Callable[[Values, random.Random], "str | None"]
"""Changes what a file holds; gives the id of what was changed, or None where the model has no place for such a fault."""

STAGES = ("context", "inputs", "activities", "outputs", "outcomes")
MEASURES = ("activities", "outputs")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of fault: its name in both languages, and how it is planted."""

    name: str
    nb: str
    en: str
    plant: Plant


KINDS: list[Kind] = []


def kind(name: str, nb: str, en: str) -> Callable[[Plant], Plant]:
    """Enter a kind in the list."""

    def enter(plant: Plant) -> Plant:
        KINDS.append(Kind(name, nb, en, plant))
        return plant

    return enter


# What a model holds


def some(
    values: Values, random: random.Random, *sections: str, such: Callable[[Values], object] = lambda entry: True
) -> tuple[str, Values] | None:
    """One entry of these sections of which something holds."""
    entries = [(name, entry) for section in sections for name, entry in values.get(section, {}).items() if such(entry)]
    return random.choice(entries) if entries else None


def arrows(entry: Values) -> list[Values]:
    """The arrows of a node in their long form, which they are given."""
    links = entry.get("leads_to", [])
    entry["leads_to"] = [{"to": link} if isinstance(link, str) else link for link in ([links] if isinstance(links, str) else links)]
    long: list[Values] = entry["leads_to"]
    return long


def has_arrows(entry: Values) -> bool:
    return bool(entry.get("leads_to"))


def of_level(*levels: str) -> Callable[[Values], bool]:
    return lambda entry: entry.get("level") in levels


def there(entry: Values) -> bool:
    return entry.get("status") not in ("dropped", "not_part")


def join(
    values: Values, random: random.Random, source: tuple[str, Values] | None, target: tuple[str, Values] | None, **more: Any
) -> str | None:
    """A new arrow; none where there is one already."""
    if source is None or target is None or any(link["to"] == target[0] for link in arrows(source[1])):
        return None
    arrows(source[1]).append({"to": target[0], "because": "Det ene gir det andre", **more})
    return source[0]


def add(values: Values, section: str, name: str, entry: Values) -> str:
    values.setdefault(section, {})[name] = entry
    return name


def change(entry: tuple[str, Values] | None, **more: Any) -> str | None:
    if entry is None:
        return None
    for key, value in more.items():
        if value is None:
            entry[1].pop(key, None)
        else:
            entry[1][key] = value
    return entry[0]


def left_out(values: Values, name: str) -> None:
    """Take away every arrow to a node."""
    for section in STAGES:
        for entry in values.get(section, {}).values():
            if has_arrows(entry):
                entry["leads_to"] = [link for link in arrows(entry) if link["to"] != name]


# The chain


@kind("cut-output", "Et produkt mister koblingene videre", "An output loses the arrows that leave it")
def _(values: Values, random: random.Random) -> str | None:
    return change(some(values, random, *MEASURES, such=has_arrows), leads_to=None)


@kind("cut-outcome", "En virkning mister årsakene sine", "An outcome loses its causes")
def _(values: Values, random: random.Random) -> str | None:
    outcome = some(values, random, "outcomes", such=lambda entry: "cause" not in entry)
    if outcome is not None:
        left_out(values, outcome[0])
    return outcome and outcome[0]


@kind("hidden-cause", "En virkning uten årsak kalles et mål for helheten", "An outcome without a cause is called an aim of the whole")
def _(values: Values, random: random.Random) -> str | None:
    outcome = some(values, random, "outcomes", such=lambda entry: "cause" not in entry)
    if outcome is not None:
        left_out(values, outcome[0])
    return change(outcome, cause="whole")


@kind("no-users", "Ingen virkning for brukere eller samfunn", "No effect for users or society")
def _(values: Values, random: random.Random) -> str | None:
    kept = {name: entry for name, entry in values.get("outcomes", {}).items() if entry["level"] in ("service", "partner")}
    gone = values.get("outcomes", {}).keys() - kept.keys()
    if not kept or not gone:
        return None
    values["outcomes"] = kept
    for name in gone:
        left_out(values, name)
    return str(next(iter(kept)))


@kind("leap-input", "Fra en innsatsfaktor rett til brukerne", "From an input straight to users")
def _(values: Values, random: random.Random) -> str | None:
    return join(values, random, some(values, random, "inputs", such=there), some(values, random, "outcomes", such=of_level("user")))


@kind("leap-activity", "Fra en aktivitet rett til samfunnet", "From an activity straight to society")
def _(values: Values, random: random.Random) -> str | None:
    name = add(values, "outcomes", "mindre-utgifter", {"label": "Mindre utgifter til trygd", "level": "society"})
    return join(values, random, some(values, random, *MEASURES, such=there), (name, values["outcomes"][name]))


@kind("leap-problem", "Fra et problem rett til en virkning", "From a problem straight to an effect")
def _(values: Values, random: random.Random) -> str | None:
    problem = some(values, random, "context", such=lambda entry: entry["kind"] == "problem")
    return join(values, random, problem, some(values, random, "outcomes", such=lambda entry: not entry.get("unwanted")))


@kind("wrong-order", "En brukereffekt fører til en virkning i tjenestene", "A user effect leads to an effect in the services")
def _(values: Values, random: random.Random) -> str | None:
    return join(
        values,
        random,
        some(values, random, "outcomes", such=of_level("user", "society")),
        some(values, random, "outcomes", such=of_level("service")),
    )


@kind("turned", "En kobling mellom to virkninger er snudd", "An arrow between two outcomes is turned")
def _(values: Values, random: random.Random) -> str | None:
    outcomes = values.get("outcomes", {})
    inside = [(name, link) for name, entry in outcomes.items() for link in arrows(entry) if link["to"] in outcomes and link["to"] != name]
    if not inside:
        return None
    name, link = random.choice(inside)
    outcomes[name]["leads_to"].remove(link)
    arrows(outcomes[link["to"]]).append({**link, "to": name})
    return str(link["to"])


@kind("circle", "To virkninger fører til hverandre", "Two outcomes lead to each other")
def _(values: Values, random: random.Random) -> str | None:
    outcomes = values.get("outcomes", {})
    inside = [
        (name, link["to"])
        for name, entry in outcomes.items()
        for link in arrows(entry)
        if link["to"] in outcomes and not link.get("feedback")
    ]
    if not inside:
        return None
    name, to = random.choice(inside)
    return join(values, random, (to, outcomes[to]), (name, outcomes[name]))


@kind("back", "En kobling tilbake uten merke", "An arrow back without a mark")
def _(values: Values, random: random.Random) -> str | None:
    return join(values, random, some(values, random, "outcomes"), some(values, random, "activities"))


@kind("skipped-change", "Endringen i tjenestene imellom er utelatt", "The change in the services between is left out")
def _(values: Values, random: random.Random) -> str | None:
    service = some(values, random, "outcomes", such=lambda entry: entry["level"] == "service" and has_arrows(entry))
    if service is None:
        return None
    onward = arrows(service[1])
    for section in MEASURES:
        for entry in values.get(section, {}).values():
            if any(link["to"] == service[0] for link in arrows(entry)):
                known = {link["to"] for link in arrows(entry)}
                arrows(entry).extend({"to": link["to"]} for link in onward if link["to"] not in known)
    left_out(values, service[0])
    return change(service, leads_to=None, cause="whole")


@kind("no-arrows", "Ingen koblinger", "No arrows")
def _(values: Values, random: random.Random) -> str | None:
    for section in STAGES:
        for entry in values.get(section, {}).values():
            entry.pop("leads_to", None)
    return str(values["id"])


@kind("no-reason", "En kobling mister mekanismen", "An arrow loses its mechanism")
def _(values: Values, random: random.Random) -> str | None:
    having = [
        (name, link)
        for section in MEASURES
        for name, entry in values.get(section, {}).items()
        for link in arrows(entry)
        if "because" in link
    ]
    if not having:
        return None
    name, link = random.choice(having)
    for key in ("because", "assumes", "evidence"):
        link.pop(key, None)
    return str(name)


@kind("empty-reason", "En mekanisme som bare gjentar koblingen", "A mechanism that only repeats the arrow")
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, *MEASURES, such=has_arrows)
    if node is None:
        return None
    random.choice(arrows(node[1]))["because"] = f"{node[1]['label']} fører til det"
    return node[0]


# Time and progress


@kind("after-itself", "Etter seg selv", "After itself")
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, *MEASURES)
    return node and change(node, after=[node[0]])


@kind("after-each-other", "To som hver kommer etter den andre", "Two that each come after the other")
def _(values: Values, random: random.Random) -> str | None:
    names = list(values.get("activities", {}))
    if len(names) < 2:
        return None
    one, other = random.sample(names, 2)
    values["activities"][one]["after"], values["activities"][other]["after"] = [other], [one]
    return str(one)


@kind("after-effect", "Årsaken kommer etter virkningen", "The cause comes after its effect")
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, *MEASURES, such=lambda entry: any(not link.get("feedback") for link in arrows(entry)))
    return node and change(node, after=[next(link["to"] for link in arrows(node[1]) if not link.get("feedback"))])


@kind("dropped-carries", "Noe som er droppet, bærer fortsatt virkninger", "Something dropped still carries effects")
def _(values: Values, random: random.Random) -> str | None:
    return change(some(values, random, *MEASURES, such=has_arrows), status="dropped")


@kind("done-before-made", "Et produkt er ferdig før det som lager det, er begynt", "An output is complete before what makes it has begun")
def _(values: Values, random: random.Random) -> str | None:
    activity = some(values, random, "activities", such=there)
    if activity is None:
        return None
    activity[1]["status"] = "considered"
    name = add(values, "outputs", "ny-rutine", {"label": "Ny rutine", "status": "completed", "cause": None, "leads_to": []})
    values["outputs"][name] = {"label": "Ny rutine", "status": "completed"}
    return join(values, random, activity, (name, values["outputs"][name]))


@kind("later-is-now", "Skal bli det det alt er", "Is to become what it already is")
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, *MEASURES, such=lambda entry: "status" in entry)
    return node and change(node, later={"status": node[1]["status"]})


@kind("plan-as-done", "En plan kodet som i bruk", "A plan coded as in use")
def _(values: Values, random: random.Random) -> str | None:
    return change(some(values, random, "activities", such=lambda entry: entry.get("status") == "planned"), status="in_use", **{"or": None})


@kind("wish-as-plan", "Et ønske kodet som en plan", "A wish coded as a plan")
def _(values: Values, random: random.Random) -> str | None:
    return change(
        some(values, random, "activities", such=lambda entry: entry.get("status") == "considered"), status="planned", **{"or": None}
    )


@kind("lost-condition", "Et vilkår er borte", "A condition is lost")
def _(values: Values, random: random.Random) -> str | None:
    return change(some(values, random, "activities", such=lambda entry: "when" in entry), when=None)


# Labels and people


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
    return node and change(node, label=node[1]["label"] + " og lavere kostnader")


@kind("wrong-level", "En virkning på feil nivå", "An outcome on the wrong level")
def _(values: Values, random: random.Random) -> str | None:
    return change(some(values, random, "outcomes", such=of_level("user")), level="partner")


# The target group


@kind("asked-and-denied", "En egenskap som både kreves og nektes", "A trait both asked for and denied")
def _(values: Values, random: random.Random) -> str | None:
    limit = some(values, random, "target_group", such=lambda entry: isinstance(entry.get("traits"), dict))
    if limit is None:
        return None
    traits = limit[1]["traits"]
    named = [*traits.get("all", []), *traits.get("any", [])]
    return add(values, "target_group", "ikke-disse", {"denies": {"traits": [random.choice(named)]}}) if named else None


@kind("two-ages", "To aldersgrenser uten noe felles", "Two age limits with nothing in common")
def _(values: Values, random: random.Random) -> str | None:
    if not any("age" in entry for entry in values.get("target_group", {}).values()):
        add(values, "target_group", "unge", {"age": {"max": "30", "unit": "year"}})
    return add(values, "target_group", "eldre", {"age": {"min": "68", "unit": "year"}})


@kind("ages-turned", "En aldersgrense opp ned", "An age limit upside down")
def _(values: Values, random: random.Random) -> str | None:
    return add(values, "target_group", "aldersgrense", {"age": {"min": "60", "max": "18", "unit": "year"}})


@kind("limit-lost", "En avgrensning er borte", "A limit is lost")
def _(values: Values, random: random.Random) -> str | None:
    limit = some(values, random, "target_group")
    if limit is None or len(values["target_group"]) < 2:
        return None
    del values["target_group"][limit[0]]
    return limit[0]


# Indicators and results


def measured(values: Values, random: random.Random, **more: Any) -> str | None:
    """An indicator of an outcome."""
    outcome = some(values, random, "outcomes")
    if outcome is None:
        return None
    outcome[1].setdefault("indicators", []).append("malt-andel")
    return add(values, "indicators", "malt-andel", {"label": "Andel i arbeid", "unit": "percent", **more})


@kind("idle-indicator", "En indikator som ingenting måles med", "An indicator that nothing is measured by")
def _(values: Values, random: random.Random) -> str | None:
    return add(values, "indicators", "ubrukt", {"label": "Fraværsdager", "unit": "day", "instrument": "register"})


@kind("bare-indicator", "En indikator uten enhet og instrument", "An indicator without unit and instrument")
def _(values: Values, random: random.Random) -> str | None:
    name = measured(values, random)
    return name and change((name, values["indicators"][name]), unit=None)


@kind("off-the-mark", "En indikator som ikke måler virkningen", "An indicator that does not measure its outcome")
def _(values: Values, random: random.Random) -> str | None:
    name = measured(values, random)
    return name and change((name, values["indicators"][name]), label="Antall kaffekopper på møterommet", unit="piece")


def result(values: Values, random: random.Random, indicator: Mapping[str, Any] = EMPTY, **more: Any) -> str | None:
    name = measured(values, random, **indicator)
    return name and add(values, "results", "nytt-resultat", {"indicator": name, **more})


@kind("no-unit", "Et tall uten enhet", "A number without a unit")
def _(values: Values, random: random.Random) -> str | None:
    return add(values, "results", "nytt-resultat", {"label": "Brukere", "value": str(random.randint(10, 90))})


@kind("other-unit", "Et resultat i en annen enhet enn indikatorens", "A result in another unit than its indicator's")
def _(values: Values, random: random.Random) -> str | None:
    return result(values, random, value=str(random.randint(2, 90)), unit=random.choice(["week", "person", "NOK"]))


@kind("over-all", "En andel over 100 prosent", "A share of more than 100 per cent")
def _(values: Values, random: random.Random) -> str | None:
    return result(values, random, value=str(random.randint(101, 900)))


@kind("adds-not-up", "En fordeling som ikke går opp", "A distribution that does not add up")
def _(values: Values, random: random.Random) -> str | None:
    n = random.randint(20, 60)
    return add(
        values, "results", "svar", {"label": "Svar", "unit": "person", "n": str(n), "distribution": {"ja": str(n // 2), "nei": str(n // 3)}}
    )


@kind("from-future", "Et resultat fra etter beskrivelsen", "A result from after the description")
def _(values: Values, random: random.Random) -> str | None:
    values["as_of"] = "2024-06-01"
    return result(values, random, value="40", date=random.choice(["2025", "2024-09", "2026-01-15"]))


@kind("no-baseline", "Et mål uten utgangspunkt", "A target without a baseline")
def _(values: Values, random: random.Random) -> str | None:
    return measured(values, random, targets=[{"min": str(random.randint(40, 90)), "date": "2026"}])


@kind("late-baseline", "Et utgangspunkt etter målet", "A baseline after the target")
def _(values: Values, random: random.Random) -> str | None:
    return measured(values, random, baseline={"value": "40", "date": "2027-01"}, targets=[{"min": "60", "date": "2026"}])


@kind("targets-turned", "Mål i feil rekkefølge", "Targets in the wrong order")
def _(values: Values, random: random.Random) -> str | None:
    start = {"value": "40", "date": "2024"}
    return measured(values, random, baseline=start, targets=[{"min": "60", "date": "2027"}, {"min": "50", "date": "2026"}])


@kind("early-result", "Et resultat før utgangspunktet", "A result before the baseline")
def _(values: Values, random: random.Random) -> str | None:
    return result(values, random, {"baseline": {"value": "40", "date": "2024"}}, value="50", date="2023-05")


@kind("done-after-measured", "En aktivitet etter at virkningen er målt", "An activity after its outcome is measured")
def _(values: Values, random: random.Random) -> str | None:
    outcomes = values.get("outcomes", {})
    pairs = [(name, link["to"]) for name, entry in values.get("activities", {}).items() for link in arrows(entry) if link["to"] in outcomes]
    if not pairs:
        return None
    name, to = random.choice(pairs)
    outcomes[to].setdefault("indicators", []).append("malt-andel")
    add(values, "indicators", "malt-andel", {"label": "Andel i arbeid", "unit": "percent"})
    add(values, "results", "nytt-resultat", {"indicator": "malt-andel", "value": "40", "date": "2024-03"})
    return change((name, values["activities"][name]), status="planned", dose={"deadline": {"date": "2025-08"}})


# Amounts


def dosed(values: Values, random: random.Random, **dose: Any) -> str | None:
    return change(some(values, random, "activities"), dose=dose)


@kind("absurd-rate", "Noe gjøres 60 ganger om dagen", "Something is done 60 times a day")
def _(values: Values, random: random.Random) -> str | None:
    return dosed(values, random, frequency={"value": str(random.randint(20, 99)), "unit": "time", "per": "day"})


@kind("absurd-post", "En stilling på 400 prosent", "A post of 400 per cent")
def _(values: Values, random: random.Random) -> str | None:
    return change(some(values, random, "inputs"), dose={"position": {"value": str(random.randint(2, 9) * 100), "unit": "percent"}})


@kind("ten-fold", "Et siffer for mye", "A digit too many")
def _(values: Values, random: random.Random) -> str | None:
    places: list[tuple[str, Values, str]] = []
    for section in (*STAGES, "target_group"):
        for name, entry in values.get(section, {}).items():
            for amount in (*entry.get("dose", {}).values(), entry.get("age")):
                if isinstance(amount, dict):
                    places += [
                        (name, amount, key) for key in ("value", "min", "max", "above", "below") if str(amount.get(key, "")).isdecimal()
                    ]
    if not places:
        return None
    name, amount, key = random.choice(places)
    amount[key] += "0"
    return name


@kind("other-number", "Et annet tall enn kildens", "Another number than the source's")
def _(values: Values, random: random.Random) -> str | None:
    return dosed(values, random, frequency={"value": "3", "unit": "time", "per": "month"})


@kind("wrong-kind", "En enhet av feil slag", "A unit of the wrong kind")
def _(values: Values, random: random.Random) -> str | None:
    return dosed(values, random, session={"value": "3", "unit": "person"})


@kind("longer-than-whole", "En del varer lenger enn helheten", "A part lasts longer than the whole")
def _(values: Values, random: random.Random) -> str | None:
    values["dose"] = {"period": {"max": "12", "unit": "week"}}
    return dosed(values, random, period={"value": "9", "unit": "month"})


@kind("outside-template", "Et omfang utenfor malen", "An amount outside the template")
def _(values: Values, random: random.Random) -> str | None:
    grant = some(values, random, "inputs", such=lambda entry: entry.get("term") == "tilskudd")
    return change(grant, dose={"position": {"value": "3", "unit": "fte"}})


# Beside the chain


def beside(section: str, nb: str, en: str) -> None:
    @kind(f"loose-{section}", nb, en)
    def _(values: Values, random: random.Random) -> str | None:
        return add(values, section, "uten-feste", {"label": random.choice(["Alle har tid", "Lang vei", "Korte avstander", "Hvem betaler"])})


beside("assumptions", "En antakelse som ingenting hviler på", "An assumption that nothing rests on")
beside("barriers", "En hemmer som ikke hindrer noe", "A barrier that hinders nothing")
beside("enablers", "En fremmer som ikke hjelper noe", "An enabler that helps nothing")
beside("open_questions", "Et åpent spørsmål om ingenting", "An open question about nothing")


@kind("no-problem", "Motvirker noe som ikke er et problem", "Lowers something that is no problem")
def _(values: Values, random: random.Random) -> str | None:
    other = some(values, random, "inputs", "outcomes", such=lambda entry: not entry.get("unwanted"))
    return other and change(some(values, random, "activities"), addresses=[other[0]])


@kind("both-ways", "Det samme som hemmer og fremmer", "The same thing as barrier and enabler")
def _(values: Values, random: random.Random) -> str | None:
    barrier, node = some(values, random, "barriers"), some(values, random, "activities")
    return add(values, "enablers", "samme", {"label": barrier[1]["label"], "helps": [node[0]]}) if barrier and node else None


@kind("contradiction", "To antakelser som motsier hverandre", "Two assumptions that contradict each other")
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, "activities")
    if node is None:
        return None
    add(values, "assumptions", "har-tid", {"label": "De ansatte har tid", "about": [node[0]]})
    return add(values, "assumptions", "har-ikke-tid", {"label": "De ansatte mangler tid", "about": [node[0]]})


@kind("no-work", "Et funn uten forskning", "A finding without research")
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, *MEASURES, such=has_arrows)
    if node is None:
        return None
    random.choice(arrows(node[1]))["evidence"] = [{"finding": "supports"}]
    return node[0]


@kind("unaddressed", "Et problem som ingenting er rettet mot", "A problem that nothing is aimed at")
def _(values: Values, random: random.Random) -> str | None:
    return add(values, "context", "nytt-problem", {"kind": "problem", "label": "Mange venter lenge"})


# Sources


@kind("no-place", "Et ledd uten sted i kilden", "A node without a place in the source")
def _(values: Values, random: random.Random) -> str | None:
    return change(some(values, random, *MEASURES, such=lambda entry: "at" in entry), at=None)


@kind("no-such-sentence", "En setning som ikke finnes", "A sentence that does not exist")
def _(values: Values, random: random.Random) -> str | None:
    return change(some(values, random, *MEASURES), at=random.choice(["2.1.5:188", "2.2.9:3"]))


@kind("other-pilot", "Et sted i en annen pilots avsnitt", "A place in another pilot's section")
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, *MEASURES, such=lambda entry: isinstance(entry.get("at"), str))
    if node is None or values.get("kind") != "pilot":
        return None
    other = random.choice(["2.1.1", "2.1.2", "2.1.3", "2.1.4", "2.1.5", "2.2.1", "2.2.2", "2.2.3", "2.2.4"])
    return None if node[1]["at"].startswith(other) else change(node, at=f"{other}:{random.randint(1, 9)}")


@kind("off-by-one", "Et sted som er ett for langt ned", "A place that is one too far down")
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, *MEASURES, such=lambda entry: str(entry.get("at", "")).partition(":")[2].isdecimal())
    if node is None:
        return None
    section, _, number = node[1]["at"].partition(":")
    return change(node, at=f"{section}:{int(number) + 1}")


@kind("long-run", "Et ledd på mange setninger", "A node on many sentences")
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, *MEASURES, such=lambda entry: ":" in str(entry.get("at", "")))
    return node and change(node, at=node[1]["at"].partition(":")[0] + ":1-9")


@kind("invented", "En oppdiktet aktivitet", "An invented activity")
def _(values: Values, random: random.Random) -> str | None:
    other, outcome = some(values, random, "activities", such=lambda entry: "at" in entry), some(values, random, "outcomes")
    if other is None or outcome is None:
        return None
    name = add(values, "activities", "turgruppe", {"label": "Turgruppe for brukere", "who": ["nav"], "at": other[1]["at"], "leads_to": []})
    return join(values, random, (name, values["activities"][name]), outcome)


@kind("forgotten", "Noe i kilden er ikke kodet", "Something in the source is not coded")
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, "outputs", "activities", such=lambda entry: not has_arrows(entry))
    if node is None:
        return None
    for section in MEASURES:
        values.get(section, {}).pop(node[0], None)
    left_out(values, node[0])
    return node[0]


# Shared names


@kind("wrong-stage", "Et begrep på feil trinn", "A term on the wrong stage")
def _(values: Values, random: random.Random) -> str | None:
    return change(some(values, random, "activities"), term="redusert-sykefravaer")


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

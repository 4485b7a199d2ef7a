"""Faults in the chain: arrows that are not there, and arrows that should not be."""

from __future__ import annotations

import random

from plants.planting import (
    MEASURES,
    STAGES,
    Values,
    a_link,
    add,
    arrows,
    change,
    has_arrows,
    in_its_language,
    join,
    kind,
    left_out,
    links,
    nodes,
    of_level,
    several,
    some,
    there,
)


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


def cut_off(values: Values, node: tuple[str, Values] | None) -> str | None:
    """Take away every arrow to a node and from it."""
    if node is not None:
        left_out(values, node[0])
    return change(node, leads_to=None)


@kind("orphan", "En aktivitet uten koblinger", "An activity without arrows")
def _(values: Values, random: random.Random) -> str | None:
    return cut_off(values, some(values, random, "activities", such=has_arrows))


@kind("unused-input", "En innsatsfaktor som ingenting bruker", "An input that nothing uses")
def _(values: Values, random: random.Random) -> str | None:
    return cut_off(values, some(values, random, "inputs", such=has_arrows))


@kind("leap-input-service", "Fra en innsatsfaktor rett til en virkning i tjenestene", "From an input straight to an effect in the services")
def _(values: Values, random: random.Random) -> str | None:
    return join(values, random, some(values, random, "inputs", such=there), some(values, random, "outcomes", such=of_level("service")))


@kind("circle-as-feedback", "En sirkel gjort lovlig med et merke om tilbakekobling", "A circle made legal by a mark of feedback")
def _(values: Values, random: random.Random) -> str | None:
    outcomes = values.get("outcomes", {})
    inside = [(name, link["to"]) for name, _, link in links(values, "outcomes") if link["to"] in outcomes and not link.get("feedback")]
    if not inside:
        return None
    name, to = random.choice(inside)
    return join(values, random, (to, outcomes[to]), (name, outcomes[name]), feedback=True)


@kind("forward-as-feedback", "En kobling framover merket som tilbakekobling", "An arrow forward marked as feedback")
def _(values: Values, random: random.Random) -> str | None:
    found = a_link(values, random, *MEASURES, such=lambda link: not link.get("feedback"))
    if found is None:
        return None
    found[2]["feedback"] = True
    return found[0]


def add_all(values: Values, sources: list[str], targets: list[str]) -> None:
    known = nodes(values)
    for source in sources:
        entry = known[source][1]
        to = {link["to"] for link in arrows(entry)}
        arrows(entry).extend({"to": target} for target in targets if target not in to and target != source)


@kind("to-everything", "Én aktivitet fører til alt", "One activity leads to everything")
def _(values: Values, random: random.Random) -> str | None:
    node, targets = some(values, random, *MEASURES, such=there), list(values.get("outcomes", {}))
    if node is None or len(targets) < 4:
        return None
    add_all(values, [node[0]], targets)
    return node[0]


@kind("from-everything", "Alt fører til én virkning", "Everything leads to one outcome")
def _(values: Values, random: random.Random) -> str | None:
    outcome, sources = some(values, random, "outcomes", such=of_level("service", "user", "partner")), list(values.get("activities", {}))
    if outcome is None or len(sources) < 4:
        return None
    add_all(values, sources, [outcome[0]])
    return outcome[0]


@kind("shortcut", "En overflødig snarvei ved siden av kjeden", "A redundant shortcut beside the chain")
def _(values: Values, random: random.Random) -> str | None:
    known = nodes(values)
    ways = [
        (name, further["to"])
        for name, _, link in links(values, *MEASURES)
        if link["to"] in known
        for further in arrows(known[link["to"]][1])
        if not link.get("feedback") and not further.get("feedback") and further["to"] != name
    ]
    if not ways:
        return None
    name, to = random.choice(ways)
    return join(values, random, (name, known[name][1]), (to, known[to][1]))


@kind("turned-across", "En kobling mellom to trinn er snudd", "An arrow between two stages is turned")
def _(values: Values, random: random.Random) -> str | None:
    known = nodes(values)
    inside = [found for found in links(values, "inputs", *MEASURES) if found[2]["to"] in known]
    across = [found for found in inside if known[found[2]["to"]][0] != known[found[0]][0]]
    if not across:
        return None
    name, entry, link = random.choice(across)
    entry["leads_to"].remove(link)
    arrows(known[link["to"]][1]).append({**link, "to": name})
    return str(link["to"])


@kind("stated-left-out", "En kobling som kilden sier, er utelatt", "An arrow that the source states is left out", of_text=True)
def _(values: Values, random: random.Random) -> str | None:
    entering: dict[str, int] = {}
    for _name, _entry, link in links(values):
        entering[link["to"]] = entering.get(link["to"], 0) + 1
    fitting = [found for found in links(values) if "at" in found[2] and len(found[1]["leads_to"]) > 1 and entering[found[2]["to"]] > 1]
    if not fitting:
        return None
    name, entry, link = random.choice(fitting)
    entry["leads_to"].remove(link)
    return name


@kind("island", "En kjede for seg selv", "A chain of its own")
def _(values: Values, random: random.Random) -> str | None:
    who = next((entry["who"] for entry in values.get("activities", {}).values() if "who" in entry), ["nav"])
    offer, because = in_its_language(values, "Et tilbud til", "Another offer"), in_its_language(values, "Det trengs", "It is needed")
    add(values, "inputs", "egne-midler", {"label": in_its_language(values, "Egne midler", "Own funds"), "leads_to": ["ekstra-tilbud"]})
    add(values, "activities", "ekstra-tilbud", {"label": offer, "who": who, "leads_to": [{"to": "ekstra-virkning", "because": because}]})
    label = in_its_language(values, "Partnerne ser saken likt", "Partners see it alike")
    return add(values, "outcomes", "ekstra-virkning", {"label": label, "level": random.choice(["service", "partner"])})


@kind("to-itself", "En kobling til seg selv", "An arrow to itself")
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, "inputs", *MEASURES, "outcomes")
    return node and join(values, random, node, node)


@kind("arrow-twice", "Den samme koblingen to ganger", "The same arrow twice")
def _(values: Values, random: random.Random) -> str | None:
    found = a_link(values, random)
    if found is None:
        return None
    found[1]["leads_to"].append({"to": found[2]["to"]})
    return found[0]


@kind("to-nothing", "En kobling til noe som ikke finnes", "An arrow to what does not exist")
def _(values: Values, random: random.Random) -> str | None:
    found = a_link(values, random)
    if found is None:
        return None
    found[2]["to"] += random.choice(["-2", "x", "en"])
    return found[0]


@kind("one-id-twice", "Én id på to trinn", "One id in two stages")
def _(values: Values, random: random.Random) -> str | None:
    node, section = some(values, random, *MEASURES), random.choice(["outcomes", "inputs", "barriers"])
    more = {"level": "service"} if section == "outcomes" else {}
    return node and add(values, section, node[0], {"label": in_its_language(values, "Noe annet", "Something else"), **more})


@kind("no-outcomes", "Ingen virkninger", "No outcomes")
def _(values: Values, random: random.Random) -> str | None:
    for name in values.pop("outcomes", {}):
        left_out(values, name)
    return str(values["id"])


@kind("no-inputs", "Ingen innsatsfaktorer", "No inputs")
def _(values: Values, random: random.Random) -> str | None:
    return str(values["id"]) if values.pop("inputs", None) else None


@kind("no-context", "Ikke noe problem og ingen bakgrunn", "No problem and no background")
def _(values: Values, random: random.Random) -> str | None:
    gone = values.pop("context", None)
    for _stage, entry in nodes(values).values():
        if gone and "addresses" in entry and not set(several(entry["addresses"])) - set(gone):
            del entry["addresses"]
        elif gone and "addresses" in entry:
            entry["addresses"] = [name for name in several(entry["addresses"]) if name not in gone]
    return str(values["id"]) if gone else None


@kind("raised-and-lowered", "Gir mer av det som det skal minske", "Gives more of what it is to lower")
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, "activities", such=there)
    label = in_its_language(values, "Dobbelt arbeid for de ansatte", "Double work for the staff")
    name = add(values, "outcomes", "dobbelt-arbeid", {"label": label, "level": "service", "unwanted": True})
    if node is None:
        return None
    node[1]["addresses"] = [*several(node[1].get("addresses")), name]
    return join(values, random, node, (name, values["outcomes"][name]))


@kind("unwanted-aim", "En uønsket virkning som mål for helheten", "An unwanted outcome as an aim of the whole")
def _(values: Values, random: random.Random) -> str | None:
    label = in_its_language(values, "Lengre ventetid for andre", "Longer waiting for others")
    return add(values, "outcomes", "andre-venter", {"label": label, "level": "user", "unwanted": True, "cause": "whole"})


@kind("whole-with-cause", "Et mål for helheten som kilden nevner en årsak til", "An aim of the whole that the source names a cause of")
def _(values: Values, random: random.Random) -> str | None:
    outcomes = values.get("outcomes", {})
    found = a_link(values, random, such=lambda link: "at" in link and "or" not in link and link["to"] in outcomes)
    if found is None or "cause" in outcomes[found[2]["to"]]:
        return None
    return change((found[2]["to"], outcomes[found[2]["to"]]), cause="whole")


@kind("together-alone", "Flere tiltak sammen, men bare ett er nevnt", "Several measures together, of which one is named")
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, *MEASURES, such=there)
    outcome = some(values, random, "outcomes", such=lambda entry: "cause" not in entry and not entry.get("unwanted"))
    return change(outcome, cause={"together": [node[0]]}) if node and outcome else None


@kind("together-of-no-measure", "Sammen med noe som ikke er et tiltak", "Together with something that is no measure")
def _(values: Values, random: random.Random) -> str | None:
    node, other = some(values, random, *MEASURES, such=there), some(values, random, "inputs", "context")
    outcome = some(values, random, "outcomes", such=lambda entry: "cause" not in entry and not entry.get("unwanted"))
    return change(outcome, cause={"together": [node[0], other[0]]}) if node and other and outcome else None


@kind("together-with-itself", "Sammen med seg selv", "Together with itself")
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, *MEASURES, such=there)
    outcome = some(values, random, "outcomes", such=lambda entry: "cause" not in entry and not entry.get("unwanted"))
    return change(outcome, cause={"together": [node[0], outcome[0]]}) if node and outcome else None


@kind("together-of-nothing", "Alle tiltakene sammen, der ingen er i gang", "All measures together, where none is there")
def _(values: Values, random: random.Random) -> str | None:
    for section in MEASURES:
        for entry in values.get(section, {}).values():
            entry["status"] = "considered"
            entry.pop("or", None)
    return change(some(values, random, "outcomes", such=lambda entry: "cause" not in entry and not entry.get("unwanted")), cause="together")

"""Faults in what stands beside the chain, and in what the arrows rest on."""

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
    kind,
    links,
    nodes,
    several,
    some,
    there,
    traits_of,
)


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


@kind("no-doubts", "Ingen antakelser og ingen hemmere", "No assumptions and no barriers")
def _(values: Values, random: random.Random) -> str | None:
    gone = {*(values.pop("assumptions", None) or {}), *(values.pop("barriers", None) or {})}
    for _name, _entry, link in links(values):
        link.pop("assumes", None)
    for section in (*STAGES, "enablers", "open_questions"):
        for entry in values.get(section, {}).values():
            for key in ("addresses", "about", "helps"):
                kept = [name for name in several(entry.get(key)) if name not in gone]
                if key in entry:
                    entry[key] = kept
                if not kept:
                    entry.pop(key, None)
    return str(values["id"]) if gone else None


@kind("barrier-unmet", "En hemmer som ingenting motvirker", "A barrier that nothing addresses")
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, "activities", such=there)
    label = in_its_language(values, random.choice(["Mangel på fastleger", "Taushetsplikten stopper oss"]), "A shortage of doctors")
    return node and add(values, "barriers", "ny-hemmer", {"label": label, "hinders": [node[0]]})


@kind("no-longer-addressed", "Et problem som ingenting er rettet mot lenger", "A problem that nothing is aimed at any more")
def _(values: Values, random: random.Random) -> str | None:
    lowered = sorted({name for _, entry in nodes(values).values() for name in several(entry.get("addresses"))})
    if not lowered:
        return None
    name = random.choice(lowered)
    for _stage, entry in nodes(values).values():
        if name in several(entry.get("addresses")):
            entry["addresses"] = [other for other in several(entry["addresses"]) if other != name]
            if not entry["addresses"]:
                del entry["addresses"]
    return str(name)


def with_evidence(values: Values, random: random.Random, *findings: Values) -> str | None:
    found = a_link(values, random, *MEASURES, such=lambda link: not link.keys() & {"evidence", "note", "assumes", "or"})
    if found is None:
        return None
    found[2]["evidence"] = [dict(finding) for finding in findings]
    return str(found[0])


def work(values: Values) -> str:
    """A work that the model's project has: its own source."""
    return str(values.get("source", "ukjent"))


@kind("other-group", "Forskning på en annen gruppe enn målgruppen", "Research on another group than the target group")
def _(values: Values, random: random.Random) -> str | None:
    traits = {name for limit in values.get("target_group", {}).values() for name in traits_of(limit)}
    denied = {name for limit in values.get("target_group", {}).values() for name in several((limit.get("denies") or {}).get("traits"))}
    others = sorted(({"i-arbeid", "arbeidsledig", "sykmeldt", "psykiske-plager", "ungdomstrinn"} - traits) | denied)
    if not traits or values.get("source") not in ("statusrapport", "dps-nav"):
        return None
    finding = {"refs": [work(values)], "finding": "supports", "at": "2:1", "best_for": [random.choice(others)]}
    return with_evidence(values, random, finding)


@kind("against", "Forskning som går mot koblingen, uten et ord", "Research against the arrow, without a word")
def _(values: Values, random: random.Random) -> str | None:
    return with_evidence(values, random, {"refs": [work(values)], "finding": random.choice(["no_effect", "contradicts"]), "at": "2:1"})


@kind("finding-twice", "Det samme funnet to ganger", "The same finding twice")
def _(values: Values, random: random.Random) -> str | None:
    finding = {"refs": [work(values)], "finding": "supports", "at": "2:1"}
    return with_evidence(values, random, finding, finding)


@kind("both-sides", "Det samme arbeidet for og mot", "The same work for and against")
def _(values: Values, random: random.Random) -> str | None:
    one = {"refs": [work(values)], "finding": "supports", "at": "2:1"}
    return with_evidence(values, random, one, {**one, "finding": random.choice(["contradicts", "no_effect"])})


@kind("finding-without-place", "Et funn uten sted", "A finding without a place")
def _(values: Values, random: random.Random) -> str | None:
    return with_evidence(values, random, {"refs": [work(values)], "finding": random.choice(["supports", "mixed"])})


@kind("surer-than-parts", "Et sikkert funn med alvorlige innvendinger", "A certain finding with serious doubts")
def _(values: Values, random: random.Random) -> str | None:
    certainty = {"overall": "high", random.choice(["methods", "coherence", "adequacy", "relevance"]): "serious"}
    return with_evidence(values, random, {"refs": [work(values)], "finding": "supports", "at": "2:1", "certainty": certainty})


@kind("unknown-work", "Et arbeid som ikke finnes", "A work that does not exist")
def _(values: Values, random: random.Random) -> str | None:
    return with_evidence(values, random, {"refs": ["finnes-ikke-2020"], "finding": "supports", "at": "2:1"})


@kind("stock-phrase", "Én frase som mekanisme på mange koblinger", "One phrase as the mechanism of many arrows")
def _(values: Values, random: random.Random) -> str | None:
    fitting = [found for found in links(values, *MEASURES, "outcomes") if not found[2].get("feedback")]
    if len(fitting) < 5:
        return None
    phrase = in_its_language(values, random.choice(["Det styrker samarbeidet", "Det gir bedre flyt"]), "It makes cooperation better")
    chosen = random.sample(fitting, 5)
    for _name, _entry, link in chosen:
        link["because"] = phrase
    return chosen[0][0]


@kind("doubted", "En omstridt antakelse som mye hviler på", "A doubted assumption that much rests on")
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, "activities", such=lambda entry: there(entry) and has_arrows(entry))
    label = in_its_language(values, "Fastlegene har tid til å delta", "The doctors have time to take part")
    return node and add(values, "assumptions", "legene-har-tid", {"label": label, "about": [node[0]], "status": "questioned"})


@kind("granted-risk", "Tatt for gitt, men med risiko", "Taken for granted, but with a risk")
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, "activities")
    entry = {"label": "Kurslokalet er ledig", "status": "unquestioned", "risk": {"likelihood": random.choice(["low", "high"])}}
    return node and add(values, "assumptions", "ledig-lokale", {**entry, "about": [node[0]]})


@kind("assumes-nothing", "En antakelse som ikke finnes", "An assumption that does not exist")
def _(values: Values, random: random.Random) -> str | None:
    found = a_link(values, random)
    if found is None:
        return None
    found[2]["assumes"] = [*several(found[2].get("assumes")), "finnes-ikke"]
    return str(found[0])


@kind("assumption-as-barrier", "Det samme som antakelse og som hemmer", "The same thing as assumption and as barrier")
def _(values: Values, random: random.Random) -> str | None:
    barrier = some(values, random, "barriers")
    about = barrier and several(barrier[1].get("hinders") or barrier[1].get("about"))
    return add(values, "assumptions", "samme-sak", {"label": barrier[1]["label"], "about": about}) if barrier and about else None

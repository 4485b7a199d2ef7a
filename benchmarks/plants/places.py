"""Faults in what a model says of its source."""

from __future__ import annotations

import random

from plants.planting import MEASURES, STAGES, Values, a_link, add, change, has_arrows, join, kind, left_out, nodes, place_of, some


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


@kind("off-by-one", "Et sted som er ett for langt ned", "A place that is one too far down", of_text=True)
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


@kind("invented", "En oppdiktet aktivitet", "An invented activity", of_text=True)
def _(values: Values, random: random.Random) -> str | None:
    other, outcome = some(values, random, "activities", such=lambda entry: "at" in entry), some(values, random, "outcomes")
    if other is None or outcome is None:
        return None
    name = add(values, "activities", "turgruppe", {"label": "Turgruppe for brukere", "who": ["nav"], "at": other[1]["at"], "leads_to": []})
    return join(values, random, (name, values["activities"][name]), outcome)


@kind("forgotten", "Noe i kilden er ikke kodet", "Something in the source is not coded", of_text=True)
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, "outputs", "activities", such=lambda entry: not has_arrows(entry))
    if node is None:
        return None
    for section in MEASURES:
        values.get(section, {}).pop(node[0], None)
    left_out(values, node[0])
    return node[0]


@kind(
    "other-sentence",
    "Et sted som handler om noe annet",
    "A place that is about something else",
    of_text=True,
)
def _(values: Values, random: random.Random) -> str | None:
    places = [place for _, entry in nodes(values).values() if (place := place_of(entry)) is not None]
    node = some(values, random, *MEASURES, "outcomes", such=lambda entry: place_of(entry) is not None)
    if node is None:
        return None
    section, own = place_of(node[1]) or ("", 0)
    others = sorted({number for other, number in places if other == section and abs(number - own) > 2})
    return change(node, at=f"{section}:{random.choice(others)}") if others else None


@kind("stated-as-inferred", "En kobling som kilden sier, kodet som tolket", "A stated arrow coded as inferred", of_text=True)
def _(values: Values, random: random.Random) -> str | None:
    found = a_link(values, random, such=lambda link: "at" in link)
    if found is None:
        return None
    del found[2]["at"]
    return found[0]


@kind("inferred-as-stated", "En tolket kobling kodet som sagt", "An inferred arrow coded as stated", of_text=True)
def _(values: Values, random: random.Random) -> str | None:
    known = nodes(values)
    placed = {name for name, (_, entry) in known.items() if place_of(entry) is not None}
    found = a_link(values, random, such=lambda link: "at" not in link and link["to"] in placed)
    if found is None:
        return None
    found[2]["at"] = ":".join(map(str, place_of(known[found[2]["to"]][1]) or ()))
    return found[0]


@kind("put-aside", "Noe i kilden er lagt til side som bakgrunn", "Something in the source is set aside as background", of_text=True)
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, *MEASURES, such=lambda entry: place_of(entry) is not None and not has_arrows(entry))
    if node is None:
        return None
    place = ":".join(map(str, place_of(node[1]) or ()))
    for section in MEASURES:
        values.get(section, {}).pop(node[0], None)
    left_out(values, node[0])
    values.setdefault("set_aside", {})[place] = "background"
    return node[0]


@kind("both-cited-and-aside", "En setning både brukt og lagt til side", "A sentence both cited and set aside")
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, *STAGES, such=lambda entry: place_of(entry) is not None)
    if node is None:
        return None
    values.setdefault("set_aside", {})[":".join(map(str, place_of(node[1]) or ()))] = random.choice(["background", "heading", "duplicate"])
    return node[0]


@kind("run-turned", "Et sted fra en senere til en tidligere setning", "A place from a later sentence to an earlier one")
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, *STAGES, such=lambda entry: (place_of(entry) or ("", 0))[1] > 2)
    if node is None:
        return None
    section, number = place_of(node[1]) or ("", 0)
    return change(node, at=f"{section}:{number}-{number - 2}")


@kind("no-source", "Steder uten kilde", "Places without a source")
def _(values: Values, random: random.Random) -> str | None:
    return str(values["id"]) if values.pop("source", None) else None


@kind("unknown-source", "En kilde som ikke finnes", "A source that does not exist")
def _(values: Values, random: random.Random) -> str | None:
    return change(some(values, random, *STAGES), at="finnes-ikke#1:1")


@kind("place-of-other-source", "Et sted i en annen kilde enn modellens", "A place in another source than the model's", of_text=True)
def _(values: Values, random: random.Random) -> str | None:
    other = {"statusrapport": "dps-nav", "dps-nav": "statusrapport"}.get(str(values.get("source")))
    node = some(values, random, *MEASURES, such=lambda entry: place_of(entry) is not None)
    return change(node, at=f"{other}#{random.choice(['1', '2'])}:{random.randint(1, 4)}") if node and other else None

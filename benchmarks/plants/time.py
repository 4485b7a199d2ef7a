"""Faults of time, and of how far things have come."""

from __future__ import annotations

import random

from plants.planting import MEASURES, Values, a_link, add, arrows, change, has_arrows, join, kind, some, there


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


@kind("plan-as-done", "En plan kodet som i bruk", "A plan coded as in use", of_text=True)
def _(values: Values, random: random.Random) -> str | None:
    return change(some(values, random, "activities", such=lambda entry: entry.get("status") == "planned"), status="in_use", **{"or": None})


@kind("wish-as-plan", "Et ønske kodet som en plan", "A wish coded as a plan", of_text=True)
def _(values: Values, random: random.Random) -> str | None:
    return change(
        some(values, random, "activities", such=lambda entry: entry.get("status") == "considered"), status="planned", **{"or": None}
    )


@kind("lost-condition", "Et vilkår er borte", "A condition is lost", of_text=True)
def _(values: Values, random: random.Random) -> str | None:
    return change(some(values, random, "activities", such=lambda entry: "when" in entry), when=None)


@kind("use-as-plan", "Noe som er i bruk, kodet som en plan", "Something in use coded as a plan", of_text=True)
def _(values: Values, random: random.Random) -> str | None:
    done = some(values, random, "inputs", *MEASURES, such=lambda entry: entry.get("status") in ("started", "in_use", "completed"))
    return change(done, status="planned", **{"or": None})


@kind("plan-as-wish", "En plan kodet som et ønske", "A plan coded as a wish", of_text=True)
def _(values: Values, random: random.Random) -> str | None:
    planned = some(values, random, "inputs", *MEASURES, such=lambda entry: entry.get("status") == "planned")
    return change(planned, status="considered", **{"or": None})


@kind("later-first", "Det som viser seg sent, fører til det som viser seg tidlig", "What shows late leads to what shows early")
def _(values: Values, random: random.Random) -> str | None:
    outcomes = values.get("outcomes", {})
    found = a_link(values, random, "outcomes", such=lambda link: link["to"] in outcomes and not link.get("feedback"))
    if found is None:
        return None
    outcomes[found[2]["to"]]["horizon"] = "short"
    return change((found[0], found[1]), horizon=random.choice(["medium", "long"]))


@kind("due-before", "En frist som er før det som den kommer etter", "A deadline before what it comes after")
def _(values: Values, random: random.Random) -> str | None:
    one, other = some(values, random, "activities", such=there), some(values, random, "activities", such=there)
    if one is None or other is None or one[0] == other[0]:
        return None
    change(other, dose={"deadline": {"date": "2026-03"}}, status="planned", later=None, after=None)
    return change(one, dose={"deadline": {"date": random.choice(["2025-06", "2025"])}}, status="planned", later=None, after=[other[0]])


@kind("after-itself-due", "En frist regnet fra seg selv", "A deadline counted from itself")
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, *MEASURES)
    return node and change(node, dose={"deadline": {"max": "2", "unit": "week", "after": node[0]}})


@kind("due-after-nothing", "En frist regnet fra ingenting", "A deadline counted from nothing")
def _(values: Values, random: random.Random) -> str | None:
    return change(some(values, random, *MEASURES), dose={"deadline": {"max": str(random.randint(2, 8)), "unit": "week"}})

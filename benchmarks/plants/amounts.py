"""Faults in amounts."""

from __future__ import annotations

import random
from typing import Any

from plants.planting import MEASURES, STAGES, Values, change, kind, nodes, some


def dosed(values: Values, random: random.Random, **dose: Any) -> str | None:
    return change(some(values, random, "activities"), dose=dose)


@kind("absurd-rate", "Noe gjøres 60 ganger om dagen", "Something is done 60 times a day")
def _(values: Values, random: random.Random) -> str | None:
    return dosed(values, random, frequency={"value": str(random.randint(20, 99)), "unit": "time", "per": "day"})


@kind("absurd-post", "En stilling på 400 prosent", "A post of 400 per cent")
def _(values: Values, random: random.Random) -> str | None:
    return change(some(values, random, "inputs"), dose={"position": {"value": str(random.randint(2, 9) * 100), "unit": "percent"}})


@kind("ten-fold", "Et siffer for mye", "A digit too many", of_text=True)
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


@kind("other-number", "Et annet tall enn kildens", "Another number than the source's", of_text=True)
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


@kind("amount-without-unit", "Et omfang uten enhet", "An amount without a unit")
def _(values: Values, random: random.Random) -> str | None:
    return dosed(values, random, **{random.choice(["period", "session", "sessions", "total"]): {"value": str(random.randint(2, 9))}})


@kind("rate-per-nothing", "Så ofte, men per ingenting", "So often, but per nothing")
def _(values: Values, random: random.Random) -> str | None:
    return dosed(values, random, frequency={"value": str(random.randint(1, 4)), "unit": random.choice(["time", "day"])})


@kind("bounds-turned", "Grenser opp ned", "Bounds upside down")
def _(values: Values, random: random.Random) -> str | None:
    return dosed(values, random, period={"min": str(random.randint(8, 12)), "max": str(random.randint(2, 7)), "unit": "week"})


@kind("per-of-no-rate", "Per noe som ikke er hyppighet", "Per something that is no rate")
def _(values: Values, random: random.Random) -> str | None:
    return dosed(values, random, period={"value": "6", "unit": "month", "per": "year"})


@kind("thousands-or-decimals", "Tre desimaler som kan være tusener", "Three decimals that may be thousands")
def _(values: Values, random: random.Random) -> str | None:
    value = f"{random.randint(2, 900)}.{random.choice(['000', '500', '250'])}"
    return change(some(values, random, "inputs"), dose={"money": {"value": value, "unit": "NOK"}})


@kind("absurd-length", "Noe varer urimelig lenge", "Something lasts beyond reason")
def _(values: Values, random: random.Random) -> str | None:
    choices = [("session", "45", "hour"), ("period", "600", "week"), ("period", "40", "year"), ("total", "9000", "hour")]
    dimension, value, unit = random.choice(choices)
    return dosed(values, random, **{dimension: {"value": value, "unit": unit}})


@kind("sums-not-up", "Gangene blir ikke summen", "The times do not come to the total")
def _(values: Values, random: random.Random) -> str | None:
    times, each = {"value": str(random.randint(5, 10)), "unit": "time"}, {"value": "1", "unit": "hour"}
    return dosed(values, random, sessions=times, session=each, total={"value": "40", "unit": "hour"})


@kind("more-times-than-time", "Flere ganger enn det er plass til", "More times than there is room for")
def _(values: Values, random: random.Random) -> str | None:
    rate, times = {"value": "1", "unit": "time", "per": "month"}, {"value": str(random.randint(20, 40)), "unit": "time"}
    return dosed(values, random, frequency=rate, period={"value": "6", "unit": "month"}, sessions=times)


@kind("longer-than-the-week", "Flere timer enn uken har", "More hours than the week has")
def _(values: Values, random: random.Random) -> str | None:
    return dosed(values, random, intensity={"value": str(random.randint(170, 400)), "unit": "hour", "per": "week"})


@kind("reached-beyond", "Nådd langt mer enn planlagt", "Far more reached than planned")
def _(values: Values, random: random.Random) -> str | None:
    reached = {"value": random.choice(["3100", "2700"])}
    return dosed(values, random, count={"unit": "person", "planned": {"value": "30"}, "reached": reached})


def amounts_of(values: Values) -> list[tuple[str, Values, str, Values]]:
    """Every amount of a dose in its long form: the id of its node, the dose, the dimension and the amount."""
    return [
        (name, entry["dose"], dimension, amount)
        for name, (_stage, entry) in nodes(values).items()
        for dimension, amount in (entry.get("dose") or {}).items()
        if isinstance(amount, dict)
    ]


@kind("other-unit-of-time", "En annen tidsenhet enn kildens", "Another unit of time than the source's", of_text=True)
def _(values: Values, random: random.Random) -> str | None:
    other = {"day": "week", "week": "month", "month": "week", "year": "month", "hour": "day", "quarter": "month", "half_year": "month"}
    timed = [(name, amount) for name, _, dimension, amount in amounts_of(values) if dimension in ("frequency", "period", "deadline")]
    fitting = [(name, amount, key) for name, amount in timed for key in ("unit", "per") if amount.get(key) in other]
    if not fitting:
        return None
    name, amount, key = random.choice(fitting)
    amount[key] = other[amount[key]]
    return name


@kind("invented-amount", "Et omfang som kilden ikke har", "An amount that the source does not have", of_text=True)
def _(values: Values, random: random.Random) -> str | None:
    choices = [("session", "50", "minute"), ("period", "14", "week"), ("sessions", "11", "time"), ("count", "34", "person")]
    dimension, value, unit = random.choice(choices)
    bare = some(values, random, *MEASURES, such=lambda entry: "dose" not in entry and "at" in entry)
    return change(bare, dose={dimension: {"value": value, "unit": unit}})


@kind("amount-left-out", "Et omfang i kilden er utelatt", "An amount in the source is left out", of_text=True)
def _(values: Values, random: random.Random) -> str | None:
    node = some(values, random, *STAGES, such=lambda entry: "dose" in entry)
    return change(node, dose=None, later=None)


@kind("deadline-as-duration", "En frist kodet som en varighet", "A deadline coded as a duration", of_text=True)
def _(values: Values, random: random.Random) -> str | None:
    due = [(name, dose, amount) for name, dose, dimension, amount in amounts_of(values) if dimension == "deadline"]
    due = [(name, dose, amount) for name, dose, amount in due if amount.get("unit", "hour") != "hour"]
    if not due:
        return None
    name, dose, amount = random.choice(due)
    del dose["deadline"]
    dose["period"] = {key: value for key, value in amount.items() if key not in ("after", "date")}
    return name


@kind("money-without-number", "Så mye som ingenting", "As much as nothing")
def _(values: Values, random: random.Random) -> str | None:
    return dosed(values, random, period={"value": random.choice(["-3", "-6"]), "unit": "month"})

"""Faults in what is measured."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

from plants.planting import MEASURES, Values, add, arrows, change, in_its_language, kind, several, some, there
from virkningskjede.model.values import EMPTY


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


@kind("against-direction", "Et mål den gale veien", "A target the wrong way")
def _(values: Values, random: random.Random) -> str | None:
    direction, target = random.choice([("up", "20"), ("down", "70")])
    start = {"value": "40", "date": "2024"}
    return measured(values, random, direction=direction, baseline=start, targets=[{"value": target, "date": "2026"}])


@kind("target-in-other-unit", "Et mål i en annen enhet enn indikatorens", "A target in another unit than its indicator's")
def _(values: Values, random: random.Random) -> str | None:
    unit = random.choice(["week", "person", "NOK"])
    start = {"value": "10", "unit": unit, "date": "2024"} if random.random() < 0.5 else {"value": "10", "date": "2024"}
    return measured(values, random, baseline=start, targets=[{"min": "60", "unit": unit, "date": "2026"}])


@kind("target-over-all", "Et mål på over 100 prosent", "A target of more than 100 per cent")
def _(values: Values, random: random.Random) -> str | None:
    value = str(random.randint(105, 300))
    return measured(values, random, baseline={"value": "40", "date": "2024"}, targets=[{"min": value, "date": "2026"}])


@kind("more-than-asked", "Flere svar enn spurte", "More answers than were asked")
def _(values: Values, random: random.Random) -> str | None:
    label = in_its_language(values, "Fornøyde brukere", "Satisfied users")
    answers = {"value": str(random.randint(41, 90)), "n": str(random.randint(10, 40))}
    return add(values, "results", "svar", {"label": label, "unit": "person", **answers})


@kind("shares-add-not-up", "Andeler som ikke blir hundre", "Shares that do not come to a hundred")
def _(values: Values, random: random.Random) -> str | None:
    shares = {"ja": str(random.randint(50, 70)), "nei": str(random.randint(40, 60)), "vet ikke": "9"}
    return add(values, "results", "svar", {"label": "Svar", "unit": "percent", "distribution": shares})


@kind("negative-answers", "Et negativt antall svar", "A number of answers below zero")
def _(values: Values, random: random.Random) -> str | None:
    answers = {"ja": "12", "nei": random.choice(["-3", "4.5"])}
    return add(values, "results", "svar", {"label": "Svar", "unit": "person", "distribution": answers})


@kind("number-and-shares", "Både et tall og en fordeling", "Both a number and a distribution")
def _(values: Values, random: random.Random) -> str | None:
    return add(values, "results", "svar", {"label": "Svar", "unit": "person", "value": "20", "distribution": {"ja": "12", "nei": "8"}})


@kind("unknown-unit", "Et resultat i en ukjent enhet", "A result in an unknown unit")
def _(values: Values, random: random.Random) -> str | None:
    return add(values, "results", "nytt-resultat", {"label": "Brukt", "value": "12", "unit": random.choice(["persn", "gangr", "stykk"])})


@kind("unknown-indicator", "En indikator som ikke finnes", "An indicator that does not exist")
def _(values: Values, random: random.Random) -> str | None:
    outcome = some(values, random, "outcomes", *MEASURES)
    return outcome and change(outcome, indicators=[*several(outcome[1].get("indicators")), "finnes-ikke"])


@kind("same-measure-twice", "Det samme målt to ganger med ulikt svar", "The same measured twice with different answers")
def _(values: Values, random: random.Random) -> str | None:
    name = result(values, random, value="40", date="2024-06")
    return name and add(values, "results", "enda-et-resultat", {"indicator": "malt-andel", "value": "65", "date": "2024-06"})


@kind("early-activity-result", "Et resultat fra før aktiviteten er i gang", "A result from before anything is done")
def _(values: Values, random: random.Random) -> str | None:
    activity = some(values, random, "activities", such=lambda entry: there(entry) and "indicators" not in entry)
    if activity is None:
        return None
    change(activity, indicators=["holdte-kurs"], status=random.choice(["considered", "planned"]), **{"or": None})
    add(values, "indicators", "holdte-kurs", {"label": in_its_language(values, "Ganger det er gjort", "Times it was done"), "unit": "time"})
    add(values, "results", "antall-ganger", {"indicator": "holdte-kurs", "value": str(random.randint(3, 30)), "date": "2024-05"})
    return activity[0]

"""Faults in whom a model is for."""

from __future__ import annotations

import random

from plants.planting import Values, add, change, in_its_language, kind, some


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


@kind("limit-lost", "En avgrensning er borte", "A limit is lost", of_text=True)
def _(values: Values, random: random.Random) -> str | None:
    limit = some(values, random, "target_group")
    if limit is None or len(values["target_group"]) < 2:
        return None
    del values["target_group"][limit[0]]
    return limit[0]


@kind("no-group", "Målgruppen er borte", "The target group is gone")
def _(values: Values, random: random.Random) -> str | None:
    return str(values["id"]) if values.pop("target_group", None) else None


@kind("two-leaves", "To grenser for fravær uten noe felles", "Two limits of sick leave with nothing in common")
def _(values: Values, random: random.Random) -> str | None:
    add(values, "target_group", "kort-fravaer", {"sick_leave": {"max": "8", "unit": "week"}})
    return add(values, "target_group", "langt-fravaer", {"sick_leave": {"min": str(random.randint(3, 9)), "unit": "month"}})


@kind("limit-of-a-hundred", "En aldersgrense på over hundre år", "An age limit of more than a hundred years")
def _(values: Values, random: random.Random) -> str | None:
    return add(values, "target_group", "aldersgrense", {"age": {"min": str(random.randint(160, 670)), "unit": "year"}})


@kind("group-in-label", "En målgruppe i et navn, men ikke i target_group", "A target group in a label, but not in target_group")
def _(values: Values, random: random.Random) -> str | None:
    nb = ["Egen oppfølging av gravide", "Kurs for unge under 25", "Tilbud til flyktninger"]
    return change(some(values, random, "activities"), label=in_its_language(values, random.choice(nb), "Courses for refugees"))


@kind("limit-without-content", "En avgrensning som ikke sier noe", "A limit that says nothing")
def _(values: Values, random: random.Random) -> str | None:
    return add(values, "target_group", "tom", random.choice([{"traits": {"all": []}}, {"denies": {"traits": []}}]))

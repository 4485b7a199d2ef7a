"""Everything that a model can say is told in every output, or stands in a table here with the reason why it isn't.

A field, a unit, a section or a choice that the format gets tomorrow is met by the walk over the types, and fails here by name until each
output tells it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple, get_args

import pytest

import virkningskjede.atlas
from virkningskjede.i18n import LANGS, WORDS, Lang
from virkningskjede.model import SECTIONS, Entry, LogicModel, Node
from virkningskjede.model.values import DIMENSIONS, PER, STAGES, UNITS, Dose, OwnUnit

from . import outputs
from .walking import NARROWER, Case, cases, choices, edges, inside, is_part, model, of_choices, paths

FOR_RULES = "speaks to the rules, not to readers"
LOCATOR = "a place in a source: the file and the atlas have it"
OVERVIEW = "an overview: the file, the atlas and JSON have the rest"
CODING = "how it was coded, which is no difference between two models"
NAMED = "what is the same has one name in both"
REPORT = "a report on what is in common and what is not: the list has every field"
BESIDE = "not of the chain that is drawn"
BOXES = "Mermaid has boxes, arrows and marks with their labels; the other pictures say the rest of what is pointed at"
DOUBT = "another reading is drawn as a mark, and told in the atlas"

_WHOLE = {"Link.at": "said as an arrow that is stated now, or no longer"}
_CODING = {
    **dict.fromkeys(("LogicModel.source", "LogicModel.lang", "LogicModel.note", "LogicModel.accept", "LogicModel.set_aside"), CODING),
    **dict.fromkeys(("Dose.at", "Later.at", "Later.note", "Link.at", "Link.note", "Link.or_", "Link.accept"), CODING),
    **dict.fromkeys(("Evidence.at", "Evidence.note", "DatedBounds.at"), CODING),
    **dict.fromkeys(("Recruitment.at", "Recruitment.note", "Entry.note", "Entry.at", "Entry.or_", "Entry.accept"), CODING),
    "Entry.id": NAMED,
    "Link.source": NAMED,
    "Node.term": "another term is another thing",
    "Aside.term": "another term is another thing",
}

_SHOW = {
    **dict.fromkeys(("LogicModel.lang", "LogicModel.note", "LogicModel.ambiguities", "LogicModel.set_aside"), OVERVIEW),
    **dict.fromkeys(("Recruitment.because", "Recruitment.note", "TargetLimit.because", "Entry.note", "Entry.or_", "Later.note"), OVERVIEW),
    **dict.fromkeys(("Node.term", "Node.after", "Node.content", "Node.because"), OVERVIEW),
    **dict.fromkeys(("Aside.term", "Aside.because", "Later.note"), OVERVIEW),
    **dict.fromkeys(("Link.assumes", "Link.when", "Link.note", "Link.or_"), OVERVIEW),
    **{f"Evidence.{name}": OVERVIEW for name in ("refs", "at", "best_for", "also_for", "via", "note")},
    "Link.evidence, whole": OVERVIEW,
    **dict.fromkeys(("Dose.at", "Recruitment.at", "Later.at", "Entry.at", "Link.at"), LOCATOR),
    **dict.fromkeys(("LogicModel.accept", "Entry.accept", "Link.accept"), FOR_RULES),
    **{f"{kind}.id": "called by its label" for kind in ("Aside", "Indicator", "Result", "Ambiguity", "TargetLimit", "Node")},
    "Link.source": "stands in the row of its node",
}

FACTS = "a graph and a table have the plainest of each node and arrow: the file and JSON have the rest"
_OF_GRAPHS = {
    **dict.fromkeys(("LogicModel.dose", "LogicModel.target_group", "LogicModel.indicators", "LogicModel.results"), BESIDE),
    **dict.fromkeys(("LogicModel.assumptions", "LogicModel.barriers", "LogicModel.enablers", "LogicModel.recruitment"), BESIDE),
    **dict.fromkeys(("LogicModel.ambiguities", "LogicModel.open_questions", "LogicModel.note", "LogicModel.as_of"), BESIDE),
    **dict.fromkeys(("LogicModel.source", "LogicModel.follows", "LogicModel.set_aside", "LogicModel.lang"), BESIDE),
    **dict.fromkeys(("LogicModel.accept", "Node.accept", "Link.accept"), FOR_RULES),
    **dict.fromkeys(("Entry.or_", "Link.or_"), DOUBT),
    **dict.fromkeys(("Node.later", "Node.when", "Node.free", "Node.note", "Node.after", "Node.content", "Node.required"), FACTS),
    **dict.fromkeys(("Node.addresses", "Node.indicators", "Activity.mode", "Activity.place"), FACTS),
    **dict.fromkeys(("Outcome.horizon", "Outcome.cause", "Link.evidence", "Link.when", "Link.note"), FACTS),
}

NOT_TOLD: Mapping[str, Mapping[str, str]] = {
    "show": _SHOW,
    "show in Word": _SHOW,
    "show as csv": {},
    "show in Excel": {},
    "graph": {**_OF_GRAPHS, "Node.dose": FACTS, "Node.leads_to, whole": "an arrow of the graph", "Link.to": "an arrow of the graph"},
    "frames": {**_OF_GRAPHS, "LogicModel.kind": BESIDE, "Context.kind": FACTS},
    "lines": {},
    "json": {"LogicModel.lang=nb": "the default is left out"},
    "yaml": {"LogicModel.lang=nb": "the default is left out"},
    "picture": {
        **dict.fromkeys(("LogicModel.kind", "LogicModel.follows", "LogicModel.lang", "LogicModel.note"), BESIDE),
        **dict.fromkeys(("LogicModel.dose", "LogicModel.target_group", "LogicModel.recruitment", "LogicModel.indicators"), BESIDE),
        **dict.fromkeys(("LogicModel.results", "LogicModel.ambiguities", "LogicModel.set_aside", "LogicModel.open_questions"), BESIDE),
        "Node.indicators": BESIDE,
        **dict.fromkeys(("Aside.id", "Aside.at", "Aside.note", "Aside.term", "Aside.because"), "a mark with its label"),
        **dict.fromkeys(("Aside.about", "Barrier.hinders", "Enabler.helps", "Link.assumes"), "where a mark is drawn, not a text"),
        **dict.fromkeys(("LogicModel.accept", "Entry.accept", "Link.accept"), FOR_RULES),
        **dict.fromkeys(("Entry.or_", "Link.or_"), DOUBT),
        **dict.fromkeys(("Entry.note", "Link.note", "Dose.at", "Later.note", "Later.at"), "the atlas has it under the picture"),
        **{f"Evidence.{name}": "the atlas has it under the picture" for name in ("at", "best_for", "also_for", "via", "certainty", "note")},
        "Link.to": "an arrow is drawn where its node is, and named by it",
        "Assumption.status": "a mark with its label",
    },
    "picture in Mermaid": {
        **dict.fromkeys(("LogicModel.kind", "LogicModel.follows", "LogicModel.as_of", "LogicModel.lang", "LogicModel.note"), BESIDE),
        **dict.fromkeys(("LogicModel.dose", "LogicModel.target_group", "LogicModel.recruitment", "LogicModel.indicators"), BESIDE),
        **dict.fromkeys(("LogicModel.results", "LogicModel.ambiguities", "LogicModel.set_aside", "LogicModel.open_questions"), BESIDE),
        **dict.fromkeys(("LogicModel.id", "LogicModel.title", "LogicModel.source"), "the page that it stands on says what it is of"),
        **dict.fromkeys(("LogicModel.accept", "Entry.accept", "Link.accept"), FOR_RULES),
        **dict.fromkeys(("Entry.id", "Entry.note", "Entry.at", "Node.term", "Node.who", "Node.when", "Node.after", "Node.status"), BOXES),
        **dict.fromkeys(("Node.dose", "Node.later", "Node.addresses", "Node.content", "Node.because", "Node.free"), BOXES),
        **dict.fromkeys(("Context.kind", "Cause.way=whole", "Node.indicators", "Aside.term", "Aside.because"), BOXES),
        **dict.fromkeys(("Activity.place", "Activity.mode", "Outcome.horizon"), BOXES),
        **dict.fromkeys(("Assumption.status", "Link.because", "Link.when", "Link.note", "Link.at"), BOXES),
        **{f"Evidence.{name}": BOXES for name in ("at", "best_for", "also_for", "via", "certainty", "note")},
        **dict.fromkeys(("Aside.about", "Barrier.hinders", "Enabler.helps", "Link.assumes"), "where a mark is drawn, not a text"),
        **dict.fromkeys(("Link.source", "Link.to"), "where an arrow is drawn, not a text"),
        **dict.fromkeys(("Entry.or_", "Link.or_"), DOUBT),
    },
    "diff: added": _WHOLE,
    "diff: removed": _WHOLE,
    "diff: changed": {},
    "diff: two models": {
        **_CODING,
        **dict.fromkeys(("TargetLimit.because", "TargetLimit.required", "Recruitment.because"), REPORT),
        **dict.fromkeys(("Node.content", "Node.because", "Node.required", "Node.free", "Aside.because"), REPORT),
        **dict.fromkeys(("Link.because", "Link.assumes", "Link.evidence"), REPORT),
        "LogicModel.kind": REPORT,
        "LogicModel.ambiguities": CODING,
    },
    "diff: two models listed": {
        **_CODING,
        **dict.fromkeys(("LogicModel.as_of", "LogicModel.ambiguities, whole"), CODING),
        "Outcome.level": "another level is another thing",
    },
    "diff as json": {"LogicModel.id": "versions of one model have one id"},
    "diff as a frame": {"LogicModel.id": "versions of one model have one id"},
    "atlas": {
        **dict.fromkeys(("LogicModel.accept", "Entry.accept", "Link.accept"), FOR_RULES),
        "LogicModel.id": "the address of the page",
        "LogicModel.set_aside": "the page of sources has it",
    },
}
"""What an output does not tell on purpose, and why."""

UNBUILT = {"LogicModel.format_version": "the first line of every file, and always 1"}
"""Fields that can hold one thing only."""

CODES = {"LogicModel.lang": "the codes of languages are the same in every language"}
"""Closed lists whose values stand as they are, and have no words."""

MACHINES = ("json", "yaml", "diff as json", "diff as a frame")


class Texts(NamedTuple):
    """What an output says of a case: with the field, and, for a choice, without it or with another."""

    full: str
    less: str


Output = Callable[[Case, Lang], Texts | None]
"""An output of a case; None where the case is nothing to it."""


def of_one(output: Callable[[LogicModel, Lang], str]) -> Output:
    remembered = cache(output)

    def texts(case: Case, lang: Lang) -> Texts:
        less = case.base or case.other or {}
        return Texts(output(model(case.full), lang), "" if case.choice is None else remembered(model(less), lang))

    return texts


def of_versions(way: str, output: Callable[[LogicModel, LogicModel, Lang], str] = outputs.diff) -> Output:
    """What a diff says of a field that came, went, or has another value."""

    def texts(case: Case, lang: Lang) -> Texts | None:
        less = case.other if way == "changed" else case.base
        if less is None:
            return None
        pair = (model(case.full), model(less)) if way == "removed" else (model(less), model(case.full))
        return Texts(output(*pair, lang), "")

    return texts


def of_models(output: Callable[[LogicModel, LogicModel, Lang], str]) -> Output:
    """What a diff says of two models, one of which has the field otherwise or not at all."""

    def texts(case: Case, lang: Lang) -> Texts:
        less = (case.other or case.base if case.choice is None else case.base or case.other) or {}
        full = output(model(case.full, "a"), model(less, "b"), lang)
        return Texts(full, "" if case.choice is None else output(model(less, "a"), model(less, "b"), lang))

    return texts


OUTPUTS: Mapping[str, Output] = {
    "show": of_one(outputs.show),
    "show as csv": of_one(outputs.rows),
    "show in Excel": of_one(outputs.excel_file),
    "show in Word": of_one(outputs.word_file),
    "graph": of_one(outputs.graph),
    "frames": of_one(outputs.node_frame),
    "lines": of_one(outputs.lines),
    "json": of_one(outputs.as_json),
    "yaml": of_one(outputs.as_yaml),
    "picture": of_one(outputs.picture),
    "picture in Mermaid": of_one(outputs.flowchart),
    "diff: added": of_versions("added"),
    "diff: removed": of_versions("removed"),
    "diff: changed": of_versions("changed"),
    "diff: two models": of_models(outputs.diff),
    "diff: two models listed": of_models(outputs.listed),
    "diff as json": of_versions("changed", outputs.diff_json),
    "diff as a frame": of_versions("changed", outputs.frame),
}


@pytest.fixture(scope="module")
def walked() -> tuple[Case, ...]:
    return tuple(case for case in cases() if isinstance(case, Case))


# Whether it is told


@cache
def words(lang: Lang) -> Mapping[str, frozenset[str]]:
    """What the catalogue calls each choice of the format: whatever has the choice as a part of its key."""
    by_step: dict[str, set[str]] = {}
    for key, text in WORDS.items():
        if "{" not in text.nb:
            for step in key.split("."):
                by_step.setdefault(step, set()).add(text.in_(lang).casefold())
    return {step: frozenset(texts) for step, texts in by_step.items()}


def why_not(case: Case, output: str, lang: Lang, texts: Texts) -> str:
    """Why a case cannot be said to be told; empty where it is."""
    if case.choice is None:
        marks = case.marks if output not in BOTH else (*case.marks, *case.others)
        there = [any(form in texts.full for form in forms) for forms in marks]
        return "" if (any if case.part else all)(there) else "it is not there"
    if texts.full == texts.less:
        return "nothing shows it"
    if case.choice is True:
        return ""
    raw = output in MACHINES or case.edge.names[-1] in CODES
    named = {case.choice.casefold()} if raw else words(lang).get(case.choice, frozenset())
    text, less = texts.full.casefold(), texts.less.casefold()
    return "" if any(text.count(word) > less.count(word) for word in named) else f"none of its words is there: {sorted(named)}"


BOTH = ("diff: changed", "diff as json", "diff as a frame")
"""Outputs that tell what was there before, and what is there now."""


def untold(walked: tuple[Case, ...], output: str, texts_of: Output) -> dict[Case, str]:
    """The cases that an output does not tell in both languages, each with why."""
    missing: dict[Case, str] = {}
    for case in walked:
        for lang in LANGS:
            if case not in missing:
                try:
                    texts = texts_of(case, lang)
                except Exception as error:  # whatever it is, the case is named
                    reason: str | None = f"{type(error).__name__}: {error}"
                else:
                    reason = texts and why_not(case, output, lang, texts)
                if reason:
                    missing[case] = f"{lang}: {reason}"
    return missing


def against_the_table(walked: tuple[Case, ...], output: str, missing: Mapping[Case, str]) -> tuple[list[str], list[str]]:
    """What is not told and stands in no table, and what stands in the table and is told, or is nothing of the format's."""
    table = NOT_TOLD[output]
    unlisted = [f"{case}: {reason}" for case, reason in missing.items() if not case.names & table.keys()]
    stale = [
        name
        for name in table
        if not (covered := [case for case in walked if name in case.names]) or any(case not in missing for case in covered)
    ]
    return unlisted, stale


@pytest.mark.parametrize("output", OUTPUTS)
def test_what_a_model_says_is_told(output: str, walked: tuple[Case, ...]) -> None:
    assert against_the_table(walked, output, untold(walked, output, OUTPUTS[output])) == ([], [])


def test_what_a_model_says_is_told_in_the_atlas(walked: tuple[Case, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """Each case is a model of its own in one atlas, and what it is held against another; the pictures are held to their own table."""
    monkeypatch.setattr(virkningskjede.atlas, "draw", lambda material, step: {})
    # One pilot, so that no two are held against each other.
    models = {"pilot": model({"kind": "pilot"}, "pilot")}
    names: dict[Case, tuple[str, str]] = {}
    bare: dict[str, str] = {}
    for number, case in enumerate(walked):
        full = model({"id": f"m{number}", **case.full})
        models[full.id] = full
        less = case.base or case.other or {}
        if case.choice is not None and repr(less) not in bare:
            bare[repr(less)] = f"b{number}"
            models[f"b{number}"] = model(less, f"b{number}")
        names[case] = full.id, bare.get(repr(less), "")
    pages = {lang: outputs.pages(models, lang) for lang in LANGS}

    def texts_of(case: Case, lang: Lang) -> Texts:
        full, less = names[case]
        return Texts(pages[lang][full].replace(full, ""), pages[lang].get(less, "").replace(less, ""))

    assert against_the_table(walked, "atlas", untold(walked, "atlas", texts_of)) == ([], [])


# Whether everything is walked


def test_every_field_says_something_in_some_model(walked: tuple[Case, ...]) -> None:
    fields = {str(case.edge) for case in walked}
    fields |= {str(case.path[-2]) for case in walked if of_choices(case.edge.owner)}
    every = {str(edge) for kind in paths() for edge in edges(kind)}
    assert every - fields == set(UNBUILT)


def test_every_choice_is_made(walked: tuple[Case, ...]) -> None:
    made: dict[str, set[object]] = {}
    for case in walked:
        if case.choice is not None:
            made.setdefault(case.edge.names[-1], set()).add(case.choice)
    for edge in (edge for kind in paths() for edge in edges(kind)):
        if edge.names[-1] in made:
            assert made[edge.names[-1]] >= set(NARROWER.get(str(edge), choices(edge.annotation))), edge


def test_the_lists_are_those_of_the_types() -> None:
    parts = [edge for edge in edges(LogicModel) if is_part(edge.annotation)]
    entries = {edge.field: inside(edge.annotation) for edge in parts if issubclass(inside(edge.annotation), Entry)}
    assert set(SECTIONS) == set(entries)
    assert set(STAGES) == {name for name, kind in entries.items() if issubclass(kind, Node)}
    assert tuple(edge.field for edge in edges(Dose) if is_part(edge.annotation)) == DIMENSIONS == tuple(UNITS)
    assert {unit for units in UNITS.values() for unit in units} == set(get_args(OwnUnit))
    assert set(PER) <= set(get_args(OwnUnit))

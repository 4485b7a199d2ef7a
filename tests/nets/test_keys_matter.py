"""Each key of the format's second edition matters: for each a case in which it alone changes a verdict, a diff or a count.

A key that is shown and counts nowhere is no support. So a key that the field table gets tomorrow fails here, until it has a case.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any, NamedTuple

import pytest

import virkningskjede as vk
from virkningskjede.analysis.claims import run
from virkningskjede.analysis.claims.claims_file import ClaimsFile
from virkningskjede.analysis.criteria import CriteriaSet, check
from virkningskjede.analysis.paths import gaps
from virkningskjede.analysis.progress import progress
from virkningskjede.analysis.waves import waves
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.project import Project
from virkningskjede.query import Condition, QueryContext, evaluate

from .walking import edges, paths

Tree = dict[str, Any]

WORDS = Vocabulary.model_validate(
    {
        "units": {"skole": {"one": {"nb": "skole", "en": "school"}, "many": {"nb": "skoler", "en": "schools"}}},
        "indicators": {"felles": {"label": {"nb": "Felles", "en": "Shared"}}},
    }
)
SHARED = Project(vocabulary=WORDS)

BASE: Tree = {
    "id": "m",
    "activities": {"kurs": {"label": "Kurs", "term": "kurs", "leads_to": [{"to": "ro"}]}, "tur": {"label": "Tur", "term": "tur"}},
    "outcomes": {"ro": {"label": "Mer ro", "level": "user", "term": "ro"}},
    "barriers": {"ko": {"label": "Kø", "term": "ko", "hinders": ["kurs"]}},
    "assumptions": {"tid": {"label": "Tid", "about": ["kurs"]}},
    "indicators": {"svar": {"label": "Svar", "unit": "percent", "baseline": {"value": 40}, "targets": [{"value": 80, "date": "2026"}]}},
    "results": {"r": {"indicator": "svar", "value": 60, "date": "2025-03"}},
}
"""The model that all cases begin with."""


def tree_with(path: str, value: object) -> Tree:
    """The model with one value at a path of keys and positions; without it for None."""
    tree = deepcopy(BASE)
    *steps, last = [int(step) if step.isdecimal() else step for step in path.split(".")]
    here: Any = tree
    for step in steps:
        here = here.setdefault(step, {}) if isinstance(here, dict) else here[step]
    if value is None:
        if isinstance(here, dict):
            here.pop(last, None)
    else:
        here[last] = value
    return tree


Ask = Callable[[LogicModel], object]


def asked(**condition: object) -> Ask:
    """What a condition answers."""
    return lambda model: evaluate(Condition.model_validate(condition), QueryContext.of(model, SHARED)).coded


def possible(**condition: object) -> Ask:
    """What a condition could answer."""
    return lambda model: sorted(evaluate(Condition.model_validate(condition), QueryContext.of(model, SHARED)).possible)


def in_dose(**dose: object) -> Ask:
    return asked(node={"term": "kurs", "dose": dose})


def weight(path: str) -> Ask:
    """How much it weighs in a diff with the model as it begins; None where nothing there differs."""

    def ask(model: LogicModel) -> object:
        changes = vk.diff(LogicModel.model_validate(BASE), model).changes
        return next((change.weight for change in changes if change.path.startswith(path)), None)

    return ask


def share(model: LogicModel) -> object:
    (row,) = progress(model, SHARED).of("m", "svar")
    return None if row.share is None or row.share.low is None else float(row.share.low)


def met(model: LogicModel) -> object:
    (row,) = progress(model, SHARED).of("m", "svar")
    return row.met


ARROW = {"from": {"term": "kurs"}, "to": {"term": "ro"}}
ARROW_PATH = "activities.kurs.leads_to.0"
BOTH = {"together": ["kurs", "tur"]}


class Case(NamedTuple):
    """One key, two values of it at a path (None for none), and a question that is answered otherwise for each."""

    key: str
    path: str
    values: tuple[object, object]
    ask: Ask
    answers: tuple[object, object]


DISTRIBUTION = {"ja": 3, "nei": 2}

CASES = (
    # Amounts
    *(
        Case(f"Dose.{dimension}", f"activities.kurs.dose.{dimension}", (None, amount), in_dose(**{dimension: wanted}), ("silent", "yes"))
        for dimension, amount, wanted in (
            ("deadline", {"max": 1, "unit": "week", "after": "tur"}, {"max": 2, "unit": "week"}),
            ("intensity", {"value": 10, "unit": "hour", "per": "week"}, {"min": 8, "unit": "hour", "per": "week"}),
        )
    ),
    Case(
        "Deadline.after",
        "activities.kurs.dose.deadline",
        ({"max": 1, "unit": "week", "after": "sick_leave"}, {"max": 1, "unit": "week", "after": "start"}),
        in_dose(deadline={"max": 2, "unit": "week", "after": "start"}),
        ("silent", "yes"),
    ),
    Case(
        "Deadline.date",
        "activities.kurs.dose.deadline",
        (None, {"date": "2025"}),
        weight("activities.kurs.dose.deadline"),
        (None, "content"),
    ),
    Case(
        "Dose.money",  # the currency is its unit
        "activities.kurs.dose.money",
        ({"value": 4, "unit": "EUR"}, {"value": 4}),
        in_dose(money={"min": 1, "unit": "NOK"}),
        ("silent", "yes"),
    ),
    Case(
        "Amount.unit",  # of the codebook
        "activities.kurs.dose.count",
        ({"value": 4, "unit": "piece"}, {"value": 4, "unit": "skole"}),
        in_dose(count={"min": 1, "unit": "skole"}),
        ("silent", "yes"),
    ),
    # Indicators and results
    Case(
        "Indicator.unit",
        "indicators.svar.unit",
        ("hour", "percent"),
        asked(result={"indicator": "svar", "value": {"min": 50, "unit": "percent"}}),
        ("silent", "yes"),
    ),
    Case(
        "Node.indicators", "activities.kurs.indicators", (None, ["felles"]), lambda model: len(progress(model, SHARED).indicators), (1, 2)
    ),
    Case("Indicator.baseline", "indicators.svar.baseline", (None, {"value": 40}), share, (None, 0.5)),
    Case("Indicator.targets", "indicators.svar.targets", ([{"value": 50}], [{"value": 80}]), met, ("yes", "no")),
    Case(
        "DatedBounds.date",  # which target is in force
        "indicators.svar.targets",
        ([{"min": 50, "date": "2024"}, {"min": 80, "date": "2030"}], [{"min": 50, "date": "2026"}, {"min": 80, "date": "2030"}]),
        met,
        ("no", "yes"),
    ),
    Case(
        "Indicator.direction",
        "indicators.svar",
        ({"label": "S", "direction": "up", "targets": [{"value": 50}]}, {"label": "S", "direction": "down", "targets": [{"value": 50}]}),
        met,
        ("yes", "no"),
    ),
    Case(
        "Result.date",
        "results.r.date",
        ("2025-03", "2025"),
        possible(result={"indicator": "svar", "date": "2025-03"}),
        (["yes"], ["silent", "yes"]),
    ),
    Case(
        "Result.date",  # from one date to another
        "results.r.date",
        ("2025-01/2025-06", "2025-03"),
        possible(result={"indicator": "svar", "date": "2025-03"}),
        (["silent", "yes"], ["yes"]),
    ),
    Case("Result.wave", "results.r.wave", (None, "andre"), asked(result={"indicator": "svar", "wave": "andre"}), ("silent", "yes")),
    Case("Result.among", "results.r.among", (None, "unge"), asked(result={"indicator": "svar", "value": {"min": 50}}), ("yes", "silent")),
    Case("Result.n", "results.r.n", (None, 40), weight("results.r.n"), (None, "content")),
    Case(
        "Result.distribution",
        "results",
        (
            {name: {"indicator": "svar", "date": date, "value": 2} for name, date in (("r", "2024"), ("s", "2025"))},
            {name: {"indicator": "svar", "date": date, "distribution": DISTRIBUTION} for name, date in (("r", "2024"), ("s", "2025"))},
        ),
        lambda model: len(waves(model, WORDS).comparisons),
        (0, 1),
    ),
    # Nodes
    Case(
        "Activity.place",
        "activities.kurs.place",
        ("park", "bibliotek"),
        asked(node={"term": "kurs", "place": "bibliotek"}),
        ("silent", "yes"),
    ),
    Case("Activity.mode", "activities.kurs.mode", (None, ["group"]), asked(node={"term": "kurs", "mode": ["group"]}), ("silent", "yes")),
    # (a horizon, a place and a risk that are other than what is asked for say nothing of that)
    Case("Outcome.horizon", "outcomes.ro.horizon", ("long", "short"), asked(node={"term": "ro", "horizon": "short"}), ("silent", "yes")),
    Case("Outcome.unwanted", "outcomes.ro.unwanted", (True, None), asked(node={"term": "ro"}), ("silent", "yes")),
    Case(
        "Cause.way",
        "outcomes.ro.cause",
        ("whole", "together"),
        asked(arrow={"from": {"term": "tur"}, "to": {"term": "ro"}}),
        ("silent", "yes"),
    ),
    Case(
        "Cause.together",
        "outcomes.ro.cause",
        ({"together": ["kurs", "ingen"]}, BOTH),
        lambda model: len(gaps(model, ["together"]).of(kind="together")[0].elements),
        (2, 3),
    ),
    Case("Node.status", "activities.kurs.status", ("not_part", None), asked(node={"term": "kurs"}), ("no", "yes")),
    # Arrows
    Case("Link.sign", f"{ARROW_PATH}.sign", ("minus", None), asked(arrow=ARROW), ("silent", "yes")),
    Case(
        "Evidence.certainty",
        f"{ARROW_PATH}.evidence",
        ([{"finding": "supports"}], [{"finding": "supports", "certainty": "high"}]),
        asked(arrow={**ARROW, "evidence": "supports", "certainty": "moderate"}),
        ("silent", "yes"),
    ),
    Case(
        "Certainty.overall",
        f"{ARROW_PATH}.evidence",
        ([{"finding": "supports", "certainty": "low"}], [{"finding": "supports", "certainty": "moderate"}]),
        asked(arrow={**ARROW, "certainty": "moderate"}),
        ("silent", "yes"),
    ),
    *(
        Case(
            f"Certainty.{part}",
            f"{ARROW_PATH}.evidence",
            (None, [{"finding": "supports", "certainty": {"overall": "low", part: "serious"}}]),
            weight(f"{ARROW_PATH.replace('.0', '.ro')}.evidence"),
            (None, "content"),
        )
        for part in ("methods", "coherence", "adequacy", "relevance")
    ),
    # What stands beside the chain
    Case(
        "Barrier.risk",
        "barriers.ko.risk",
        (None, {"likelihood": "high"}),
        asked(node={"term": "ko", "risk": {"likelihood": "medium"}}),
        ("silent", "yes"),
    ),
    Case("Assumption.risk", "assumptions.tid.risk", (None, {"likelihood": "high"}), weight("assumptions.tid.risk"), (None, "content")),
    *(
        Case(
            f"Risk.{side}",
            f"barriers.ko.risk.{side}",
            ("low", "high"),
            asked(node={"term": "ko", "risk": {side: "medium"}}),
            ("silent", "yes"),
        )
        for side in ("likelihood", "consequence")
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.key)
def test_the_key_alone_changes_the_answer(case: Case) -> None:
    got = tuple(case.ask(LogicModel.model_validate(tree_with(case.path, value))) for value in case.values)
    assert got == case.answers and got[0] != got[1]


EARLIER = frozenset(
    f"{owner}.{name}"
    for owner, names in {
        "File": "format_version",
        "LogicModel": "kind id title follows as_of source lang note dose target_group recruitment context inputs activities outputs "
        "outcomes assumptions barriers enablers open_questions indicators results ambiguities accept set_aside",
        "Dose": "frequency session sessions total period position count at",
        "Bounds": "value min max above below approx words varies same_as unit",
        "Amount": "per planned reached",
        "DatedBounds": "at",
        "Entry": "id note at or_ accept",
        "TargetLimit": "label traits age sick_leave denies because required",
        "Recruitment": "refer receive decide maybe how consent because note at",
        "Node": "label term who when after dose later addresses content because required free leads_to",
        "Context": "kind",
        "Outcome": "level cause",
        "Aside": "label term about because",
        "Assumption": "status",
        "Barrier": "hinders",
        "Enabler": "helps",
        "Indicator": "label instrument",
        "Result": "label indicator",
        "Ambiguity": "stage",
        "Traits": "any all",
        "Denied": "traits",
        "Who": "lead do maybe for_",
        "Later": "dose status who when note at",
        "Link": "source to because assumes evidence when feedback note at or_ accept",
        "Evidence": "refs finding at best_for also_for via note",
    }.items()
    for name in names.split()
)
"""The keys of the first edition, and what says where something is read: the tests of the rooms have them."""


def test_every_key_has_a_case_and_every_case_a_key() -> None:
    """What another reading gives (`Patch`) has the fields of what it stands on."""
    fields = [edge for kind in paths() if kind.__name__ != "Patch" for edge in edges(kind)]
    cases = {case.key for case in CASES}
    assert [str(edge) for edge in fields if not {*edge.names} & (cases | EARLIER)] == []
    known = {name for edge in fields for name in edge.names}
    assert (sorted(cases - known), sorted(EARLIER - known)) == ([], [])


# What is not of a model: criteria, claims, and what a template gives

TEXT = {"nb": "A", "en": "A"}


def verdict(criterion: Tree) -> object:
    criteria = CriteriaSet.model_validate({"id": "s", "title": TEXT, "criteria": {"c": {"label": TEXT, **criterion}}})
    (result,) = check(LogicModel.model_validate(BASE), criteria).results
    return result.verdict


def test_needs_people_is_a_verdict_of_its_own() -> None:
    assert verdict({"met": {"node": {"term": "kurs"}}}) == "met"
    assert verdict({"needs_people": TEXT}) == "not_decidable"


HOLDS = {"these": {"include": "m", "where": {"node": {"term": "kurs"}}}}
FAILS = {"these": {"include": "m", "where": {"not": {"node": {"term": "kurs"}}}}}
LEADS = {"these": {"include": "m", "where": {"arrow": ARROW}}}


def claimed(claim: Tree, model: Tree = BASE) -> object:
    file = ClaimsFile.model_validate({"id": "f", "title": TEXT, "claims": {"c": {"statement": TEXT, "silence": "unknown", **claim}}})
    return run(LogicModel.model_validate(model), file).claim("c").verdict


@pytest.mark.parametrize(
    ("without", "having", "verdicts"),
    [
        (  # literal
            {"readings": {"a": {"label": TEXT, **HOLDS}, "b": {"label": TEXT, **FAILS}}},
            {"readings": {"a": {"label": TEXT, "literal": True, **HOLDS}, "b": {"label": TEXT, **FAILS}}},
            ("undecidable", "holds"),
        ),
        ({"reading": HOLDS}, {"reading": HOLDS, "proposal": TEXT}, ("holds", "reword")),
        ({"reading": HOLDS}, {"reading": LEADS}, ("holds", "holds_inferred")),
    ],
    ids=["literal", "reword", "holds_inferred"],
)
def test_what_a_claim_says_of_itself_decides_its_verdict(without: Tree, having: Tree, verdicts: tuple[str, str]) -> None:
    assert (claimed(without), claimed(having)) == verdicts


def test_a_stated_arrow_is_no_inferred_one() -> None:
    assert claimed({"reading": LEADS}, tree_with(f"{ARROW_PATH}.at", "1:1")) == "holds"


def test_recommendations_are_counted_and_have_no_verdict() -> None:
    file = {"id": "f", "title": TEXT, "recommendations": {"r": {"statement": TEXT, "at": "1:1"}}}
    files = (ClaimsFile.model_validate(tree) for tree in (file, {**file, "recommendations": {}}))
    results = [run(LogicModel.model_validate(BASE), claims) for claims in files]
    assert [len(result.file.recommendations) for result in results] == [1, 0]
    assert ["Recommendations: 1." in result.to_text(lang="en") for result in results] == [True, False]
    assert [result.results for result in results] == [(), ()]


@pytest.mark.parametrize(("group", "answers"), [("helse", ["silent"]), ("arbeid", ["silent", "yes"])])
def test_a_trait_of_the_template_is_inherited_only_in_groups_where_the_model_names_none(group: str, answers: list[str]) -> None:
    traits = {"plager": {"label": "Plager", "group": "helse"}, "egen": {"label": "Egen", "group": group}}
    template = LogicModel.model_validate({"id": "mal", "kind": "template", "target_group": {"p": {"traits": ["plager"]}}})
    model = LogicModel.model_validate({"id": "m", "follows": "mal", "target_group": {"e": {"traits": ["egen"]}}})
    context = QueryContext(model, Vocabulary.model_validate({"traits": traits}), template)
    assert sorted(evaluate(Condition.model_validate({"target": {"traits": "plager"}}), context).possible) == answers

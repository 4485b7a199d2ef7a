"""Laws of conditions, over every kind and every field, on models and conditions that nobody thought of."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise, permutations, product
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from virkningskjede.diagnostics import InvalidModel
from virkningskjede.model import LogicModel
from virkningskjede.project import open_project
from virkningskjede.query import Answer, Condition, NodeQuestion, QueryContext, evaluate
from virkningskjede.query.answer import order
from virkningskjede.query.evaluate import ASK

KNOWN = open_project(Path(__file__).parent / "root")
TERMS = ("mote", "fast-mote", "kurs", "plan")
PROBLEMS = ("ventetid", "lang-ventetid")
ACTORS = ("nav", "veileder", "rph", "lege")
TRAITS = ("sykmeldt", "nylig", "motivert")
STATUSES = ("needed", "considered", "planned", "started", "in_use", "completed", "dropped")
WHENS = ("need", "wish")
PLACES = ("bibliotek", "filial", "kafe")
MODES = ("digital", "group")
HORIZONS = ("short", "long")

Strategy = st.SearchStrategy[Any]


def some(values: tuple[str, ...], least: int = 0, most: int = 2) -> Strategy:
    return st.lists(st.sampled_from(values), min_size=least, max_size=most, unique=True)


def maybe(**fields: Strategy) -> Strategy:
    return st.fixed_dictionaries({}, optional=fields)


# ---------------------------------------------------------------- models

absent = st.sampled_from([[], ["absent"]])
who = st.fixed_dictionaries({"do": some(ACTORS), "maybe": some(ACTORS), "for": some(("lege", "bruker"))})
own_dose = st.sampled_from([{}, {"sessions": {"value": 3, "unit": "time"}}, {"sessions": {"min": 1, "max": 9, "unit": "time"}}])
dose = own_dose | st.sampled_from(["a", "b"]).map(lambda name: {"sessions": {"same_as": name}})
where = maybe(place=some(PLACES), mode=some(MODES))
reading = maybe(term=st.sampled_from(TERMS), status=st.sampled_from(STATUSES), who=some(ACTORS), addresses=some(("p", "q")), dose=dose)
measured = st.fixed_dictionaries(
    {"indicator": st.sampled_from(["antall", "annet"]), "value": st.integers(1, 9), "or": absent},
    optional={
        "date": st.sampled_from(["2024-03-01", "2025-03-01", "2025-03", "2025", "2024/2025"]),
        "wave": st.just("vår"),
        "among": st.just("nylig"),
    },
)
limit = maybe(traits=some(TRAITS, least=1), denies=st.fixed_dictionaries({"traits": some(TRAITS, least=1)})) | st.just(
    {"age": {"min": 18, "max": 40, "unit": "year"}}
)


# What is drawn again and again is put together once: hypothesis would look through each new one before it draws from it.
arrow = maybe(at=st.just("1:1"), evidence=st.just([{"finding": "supports"}]))
times = some(WHENS)
readings = st.lists(reading | where | st.just("absent"), max_size=2)
problem = st.fixed_dictionaries({"label": st.just("P"), "term": st.sampled_from(PROBLEMS), "or": absent})
risk = maybe(risk=maybe(likelihood=st.sampled_from(["low", "high"]), consequence=st.just("high")))
about = some(("a", "p"))
recruitment = maybe(refer=some(ACTORS), receive=some(ACTORS), maybe=some(ACTORS), consent=st.just("written"))
whole_dose = st.sampled_from([{}, {"period": {"value": 8, "unit": "week"}}, {"period": {"max": 12, "unit": "week"}}])
results = st.dictionaries(st.sampled_from(["r", "s", "t"]), measured, min_size=1)


@st.composite
def activity(draw: st.DrawFn, name: str, targets: tuple[str, ...]) -> dict[str, Any]:
    links = draw(some(targets))
    return {
        "label": name,
        **draw(reading),
        **draw(where),
        "who": draw(who),
        "when": draw(times),
        "dose": draw(dose),
        "leads_to": [{"to": to, **draw(arrow), **({"or": ["absent"]} if draw(st.booleans()) else {})} for to in links],
        "or": draw(readings),
    }


@st.composite
def pieces(draw: st.DrawFn, least: int = 0, most: int = 4) -> dict[str, Any]:
    names = ("a", "b", "c", "d")[: draw(st.integers(least, most))]
    piece = {
        "id": "m",
        "activities": {name: draw(activity(name, (*names[place + 1 :], "o"))) for place, name in enumerate(names)},
        "outcomes": {
            "o": {
                "label": "O",
                "level": draw(st.sampled_from(["user", "service"])),
                "horizon": draw(st.sampled_from(HORIZONS)),
                "unwanted": draw(st.booleans()),
                "term": draw(st.sampled_from(TERMS)),
            }
        },
        "context": {"p": {**draw(problem), "kind": draw(st.sampled_from(["problem", "asset"]))}},
        "barriers": {"q": {**draw(problem), **draw(risk)}},
        "open_questions": {"w": {"label": "W", "about": draw(about), "or": draw(absent)}},
        "target_group": {"t": {**draw(limit), "or": draw(absent)}},
        "recruitment": draw(recruitment),
        "dose": draw(whole_dose),
        "results": draw(results),
        "ambiguities": {"u": {"or": draw(reading)}},
    }
    kept = draw(st.sets(st.sampled_from(sorted(piece)), min_size=len(piece) - 4)) | {"id", "activities"}
    return {key: value for key, value in piece.items() if key in kept}


# ---------------------------------------------------------------- conditions

actors = some(ACTORS, least=1) | st.fixed_dictionaries({"any": some(ACTORS, least=1)}, optional={"all": some(ACTORS, least=1)})
FIELDS: dict[str, Strategy] = {
    "exact": st.booleans(),
    "who": actors,
    "for": some(("lege", "bruker"), least=1) | st.just({"any": ["lege", "bruker"]}),
    "when": some(WHENS),
    "status": st.sampled_from(("considered", "planned", "started")),
    "level": some(("user", "service"), least=1),
    "stage": some(("activities", "outcomes", "barriers"), least=1),
    "dose": st.just({"sessions": {"min": 2, "unit": "time"}}),
    "mode": some(MODES),
    "unwanted": st.booleans(),
    "horizon": some(HORIZONS, least=1, most=1),
    "risk": st.sampled_from([{"likelihood": "medium"}, {"likelihood": "low", "consequence": "high"}]),
}
# Each asks for something by name, so that there can be a node that it has nothing to do with.
BY_NAME: dict[str, Strategy] = {
    "term": some(TERMS, least=1) | st.sampled_from(TERMS),
    "addresses": some(PROBLEMS, least=1),
    "place": some(PLACES, least=1, most=1),
    "who": actors,
    "column": st.sampled_from(("moter", "med-lege", "dose", "motiverte", "alder", "lege-henviser", "samtykke", "hele")),
}


def asking_by(name: str) -> Strategy:
    return st.fixed_dictionaries({name: BY_NAME[name]}, optional={key: field for key, field in FIELDS.items() if key != name})


node_question = st.one_of(*(asking_by(name) for name in BY_NAME))
flags = {"path": st.booleans(), "stated": st.booleans(), "evidence": st.just("supports")}
weeks = st.sampled_from([{"max": 10}, {"min": 8}, {"above": 10}]).map(lambda bounds: {"period": {**bounds, "unit": "week"}})
LEAVES: dict[str, Strategy] = {
    "node": node_question,
    "arrow": st.fixed_dictionaries({"from": node_question}, optional={"to": node_question, **flags})
    | st.fixed_dictionaries({"to": node_question}, optional=flags),
    "target": st.sampled_from([{"has": "age"}, {"has": "traits"}, {"age": {"max": 30, "unit": "year"}}])
    | st.fixed_dictionaries({"traits": st.sampled_from(TRAITS)}),
    "recruitment": st.just({"consent": "asked"})
    | st.sampled_from(["refer", "receive", "decide", "any"]).flatmap(lambda key: st.fixed_dictionaries({key: actors})),
    "whole": st.fixed_dictionaries({"dose": weeks}),
    "open": st.fixed_dictionaries({"about": st.fixed_dictionaries({"term": some((*TERMS, *PROBLEMS), least=1)})}),
    "result": st.fixed_dictionaries(
        {"indicator": st.just("antall")},
        optional={
            "value": st.just({"min": 5}),
            "wave": st.just("vår"),
            "date": st.sampled_from(["2025", "2025-03"]),
            "among": st.just("nylig"),
            "which": st.just("any"),
        },
    ),
}


def can_be_checked(question: dict[str, Any]) -> bool:
    """Whether its lists do not multiply beyond what a condition may ask."""
    try:
        return bool(Condition.model_validate(question))
    except InvalidModel:
        return False


leaf = st.one_of(*(st.fixed_dictionaries({kind: question}) for kind, question in LEAVES.items())).filter(can_be_checked)


def grown(inner: Strategy) -> Strategy:
    """Conditions put together without ``not`` and ``all``."""
    several = st.lists(inner, min_size=1, max_size=3)
    some_of = several.flatmap(lambda of: st.integers(1, len(of)).map(lambda n: {"at_least": {"n": n, "of": of}}))
    return st.fixed_dictionaries({"any": several}) | some_of


rising = st.recursive(leaf, grown, max_leaves=3)
everything = st.recursive(
    leaf,
    lambda inner: (
        grown(inner) | st.fixed_dictionaries({"all": st.lists(inner, min_size=1, max_size=2)}) | st.fixed_dictionaries({"not": inner})
    ),
    max_leaves=4,
)


def answer_to(piece: dict[str, Any], question: dict[str, Any] | Condition) -> Answer:
    return evaluate(Condition.model_validate(question), QueryContext.of(LogicModel.model_validate(piece), KNOWN))


# ---------------------------------------------------------------- laws


def test_the_laws_are_tried_on_every_kind_and_every_field() -> None:
    assert set(LEAVES) == set(ASK)
    assert {field.alias or name for name, field in NodeQuestion.model_fields.items()} == set(FIELDS) | set(BY_NAME)


@given(pieces(), everything)
@settings(max_examples=60)
def test_the_coded_answer_is_possible_and_rests_on_something(piece: dict[str, Any], question: dict[str, Any]) -> None:
    answer = answer_to(piece, question)
    assert answer.coded in answer.possible
    assert bool(answer.grounds) == (answer.coded != "silent")
    assert bool(answer.doubts) == (len(answer.possible) > 1)


@given(everything)
def test_a_model_that_says_nothing_is_silent(question: dict[str, Any]) -> None:
    answer = answer_to({"id": "m"}, question)
    assert (answer.coded, answer.possible) == ("silent", frozenset({"silent"}))


@given(pieces(), rising)
@settings(max_examples=60)
def test_an_unrelated_node_changes_nothing(piece: dict[str, Any], question: dict[str, Any]) -> None:
    more = {**piece, "activities": {**piece["activities"], "z": {"label": "z", "term": "terapi", "who": ["bruker"], "leads_to": ["y"]}}}
    more["outcomes"] = {**piece.get("outcomes", {}), "y": {"label": "y", "level": "user", "term": "tillit"}}
    before, after = answer_to(piece, question), answer_to(more, question)
    assert (after.coded, after.possible, after.grounds, after.doubts) == (before.coded, before.possible, before.grounds, before.doubts)


@given(pieces(least=1), rising, st.data())
def test_what_is_considered_never_says_less_when_it_is_planned(
    piece: dict[str, Any], question: dict[str, Any], data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(sorted(piece["activities"])))

    def fit_when(status: str) -> int:
        changed = {**piece, "activities": {**piece["activities"], name: {**piece["activities"][name], "status": status}}}
        return order(answer_to(changed, question).coded)

    assert fit_when("planned") >= fit_when("considered")


@given(pieces(), node_question, some(TERMS, least=1, most=3), some(PROBLEMS, least=1))
def test_a_list_means_the_same_as_any(piece: dict[str, Any], question: dict[str, Any], terms: list[str], problems: list[str]) -> None:
    listed = answer_to(piece, {"node": {**question, "term": terms, "addresses": problems}})
    questions = [{"node": {**question, "term": [term], "addresses": [problem]}} for term, problem in product(terms, problems)]
    spelt_out = answer_to(piece, {"any": questions})
    for field in ("coded", "possible", "grounds", "doubts"):
        assert getattr(listed, field) == getattr(spelt_out, field)


@given(pieces(most=3), leaf)
@settings(max_examples=150)
def test_every_reading_that_a_coder_could_make_is_among_the_possible(piece: dict[str, Any], question: dict[str, Any]) -> None:
    """Whatever the unsure codes turn out to be, the answer was foreseen."""
    condition = Condition.model_validate(question)
    possible = answer_to(piece, condition).possible
    for variant in variants(piece):
        assert answer_to(variant, condition).coded in possible


@st.composite
def chains(draw: st.DrawFn) -> dict[str, Any]:
    """A few steps, each with a term of its own, that may have been dropped or not be there in another reading."""
    names = ("a", "b", "c", "d", "e")
    pairs = [(one, other) for one in names for other in names if one != other]
    arrows = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=8))
    steps = {}
    for name in names:
        other = draw(
            st.sampled_from([[], [], [{"status": "dropped"}], [{"status": "in_use"}], ["absent"], ["absent", {"status": "dropped"}]])
        )
        status = draw(st.sampled_from([{}, {}, {"status": "considered"}, {"status": "dropped"}]))
        links = [to for source, to in arrows if source == name]
        steps[name] = {"label": name, "term": f"term-{name}", **status, "or": other, "leads_to": links}
    return steps


@given(chains())
@settings(max_examples=120)
def test_a_chain_leads_through_nothing_that_was_dropped(steps: dict[str, Any]) -> None:
    """Against every way from the one to the other, in every reading of every step: what the step in between is, is all that is asked."""
    between = ("b", "c", "d")
    readings = []
    for step in steps.values():
        own = step.get("status", "described")
        readings.append([own, *(patch if patch == "absent" else patch["status"] for patch in step["or"])])

    def fit(*statuses: str) -> str:
        status = dict(zip(steps, statuses, strict=True))
        ends = [{"dropped": "no", "considered": "partly"}.get(status[name], "yes") for name in ("a", "e")]
        ways = [way for count in range(4) for way in permutations(between, count)]
        open_ways = [
            way
            for way in ways
            if all(
                to in steps[source]["leads_to"] and "absent" not in (status[source], status[to])
                for source, to in pairwise(("a", *way, "e"))
            )
        ]
        if not open_ways:
            return "silent"
        carried = any(all(status[name] != "dropped" for name in way) for way in open_ways)
        return min(*ends, *([] if carried else ["no"]), "yes", key=["no", "partly", "yes"].index)

    answer = answer_to({"id": "m", "activities": steps}, {"arrow": {"from": {"term": "term-a"}, "to": {"term": "term-e"}, "path": True}})
    answers = {fit(*statuses) for statuses in product(*readings)}
    assert answer.coded == fit(*(options[0] for options in readings))
    assert answers <= answer.possible
    assert (len(answers) == 1) == (len(answer.possible) == 1)


SIGNED: list[dict[str, str]] = [{}, {"sign": "minus"}, {"sign": "mixed"}]


Arrow = tuple[str, str, list[dict[str, str] | None]]


@st.composite
def signed_chains(draw: st.DrawFn) -> list[Arrow]:
    """A few arrows, each in its readings: its sign as coded, then another sign, or that it is not there (None).

    A patch is laid over what is coded, so a sign cannot be taken away.
    """
    pairs = [("a", "b"), ("a", "c"), ("a", "d"), ("b", "c"), ("b", "d"), ("c", "d"), ("c", "b")]
    arrows = draw(st.lists(st.sampled_from(pairs), unique=True, min_size=2, max_size=6))
    others: list[dict[str, str] | None] = [*SIGNED[1:], None]
    readings = st.tuples(st.sampled_from(SIGNED), st.lists(st.sampled_from(others), max_size=1))
    return [(source, to, [own, *other]) for source, to in arrows for own, other in (draw(readings),)]


@given(signed_chains(), st.sampled_from([None, "plus", "minus", "mixed", "any"]), st.booleans())
@settings(max_examples=150)
def test_what_signs_can_be_leaves_no_verdict_too_many(arrows: list[Arrow], sign: str | None, path: bool) -> None:
    question = {"arrow": {"from": {"term": "mote"}, "to": {"term": "plan"}, "path": path, **({"sign": sign} if sign else {})}}
    terms = {"a": "mote", "d": "plan"}

    def model(read: Iterable[tuple[dict[str, str] | None, list[Any]]]) -> dict[str, Any]:
        steps: dict[str, Any] = {name: {"label": name, "term": terms.get(name, "kurs"), "leads_to": []} for name in "abcd"}
        for (source, to, _), (own, others) in zip(arrows, read, strict=True):
            if own is not None:
                steps[source]["leads_to"].append({"to": to, **own, "or": others})
        return {"id": "m", "activities": steps}

    answer = answer_to(model((own, [other or "absent" for other in others]) for _, _, (own, *others) in arrows), question)
    every = product(*(readings for _, _, readings in arrows))
    assert answer.possible == {answer_to(model((reading, []) for reading in chosen), question).coded for chosen in every}


READ = ("context", "activities", "barriers", "open_questions", "target_group", "results")


def variants(piece: dict[str, Any]) -> list[dict[str, Any]]:
    """The model in every combination of its readings, with nothing left unsure."""
    models: list[dict[str, Any]] = [{key: value for key, value in piece.items() if key not in (*READ, "ambiguities")}]
    for section in READ:
        for name, entry in piece.get(section, {}).items():
            plain = {key: value for key, value in entry.items() if key != "or"}
            options = [plain, *(None if patch == "absent" else {**plain, **patch} for patch in entry["or"])]
            links = link_choices(entry.get("leads_to", []))
            models = [
                model if option is None else with_entry(model, section, name, {**option, **({"leads_to": chosen} if chosen else {})})
                for model, option, chosen in product(models, unique(options), links)
            ]
    for ambiguity in piece.get("ambiguities", {}).values():
        models += [with_entry(model, "activities", "u", {"label": "u", **ambiguity["or"]}) for model in models]
    return models[:: len(models) // 200 + 1]


def unique(options: list[Any]) -> list[Any]:
    return [option for place, option in enumerate(options) if option not in options[:place]]


def link_choices(links: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    choices: list[list[dict[str, Any]]] = [[]]
    for link in links:
        sure = {key: value for key, value in link.items() if key != "or"}
        kept = [[*choice, sure] for choice in choices]
        choices = kept + choices if "or" in link else kept
    return choices


def with_entry(model: dict[str, Any], section: str, name: str, entry: dict[str, Any]) -> dict[str, Any]:
    plain = {key: value for key, value in entry.items() if key != "leads_to" or value}
    return {**model, section: {**model.get(section, {}), name: plain}}

"""Laws of claims, on models and readings that nobody thought of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from virkningskjede.analysis.claims import Claim, ClaimsFile, run
from virkningskjede.model import LogicModel
from virkningskjede.model.values import LocalText
from virkningskjede.project import open_project
from virkningskjede.query import Condition, QueryContext, evaluate

SHARED = open_project(Path(__file__).parent / "root")
NAMES = ("a", "b", "c", "d")
TERMS = ("mote", "fast-mote", "kurs", "plan")
EXPECTED = 4
TEXT = LocalText(nb="X", en="X")

ages = st.sampled_from([{"min": 18, "unit": "year"}, {"above": 18, "unit": "year"}, {"approx": 20, "unit": "year"}, {"words": "unge"}])
exact = st.sampled_from([{"min": 18, "unit": "year"}, {"above": 18, "unit": "year"}, {"approx": 20, "unit": "year"}])
statuses = st.sampled_from(["planned", "considered", "dropped"])
patches = st.lists(st.just("absent") | st.fixed_dictionaries({"term": st.sampled_from(TERMS)}), max_size=1)
activity = st.fixed_dictionaries({"label": st.just("X"), "term": st.sampled_from(TERMS), "or": patches}, optional={"status": statuses})
limit = st.fixed_dictionaries({"age": ages, "or": st.lists(st.fixed_dictionaries({"age": ages}), max_size=1)})
model = st.fixed_dictionaries(
    {
        "follows": st.sampled_from(["mal", "annen"]),
        "activities": st.dictionaries(st.sampled_from(["x", "y"]), activity, max_size=2),
        "target_group": st.dictionaries(st.just("t"), limit, max_size=1),
    }
)
folder = st.fixed_dictionaries(dict.fromkeys(NAMES, model))

node = st.fixed_dictionaries({"node": st.fixed_dictionaries({"term": st.sampled_from(TERMS)})})
where = st.recursive(
    node,
    lambda inner: (
        st.fixed_dictionaries({"not": inner})
        | st.fixed_dictionaries({"all": st.lists(inner, min_size=1, max_size=2)})
        | st.fixed_dictionaries({"any": st.lists(inner, min_size=1, max_size=2)})
    ),
    max_leaves=3,
)
names = st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True)
ALL = {"kind": "pilot", "expect": EXPECTED}
group = st.just(ALL) | names.map(lambda only: {"only": only})
how_many = st.sampled_from(["all", "none", "most", 1, 2, {"min": 2}, {"max": 1}])
amounts = st.lists(exact, min_size=1, max_size=2)
by_model = st.dictionaries(st.sampled_from(NAMES), exact, min_size=1)
leaf = (
    st.fixed_dictionaries({"count": st.fixed_dictionaries({"over": group, "where": where, "is": how_many})})
    | st.fixed_dictionaries({"these": st.fixed_dictionaries({"include": names, "where": where})})
    | st.fixed_dictionaries({"these": st.fixed_dictionaries({"over": st.just(ALL), "are": names, "where": where})})
    | st.fixed_dictionaries({"values": st.fixed_dictionaries({"over": group, "of": st.just("target.age"), "are": amounts})})
    | st.fixed_dictionaries({"values": st.fixed_dictionaries({"over": group, "of": st.just("target.age"), "include": amounts})})
    | st.fixed_dictionaries({"values": st.fixed_dictionaries({"over": group, "of": st.just("target.age"), "are": by_model})})
    | st.fixed_dictionaries(
        {
            "more": st.fixed_dictionaries(
                {
                    "of": st.lists(where, min_size=1, max_size=2),
                    "in": names.map(lambda only: {"only": only}),
                    "than": names.map(lambda only: {"only": only}),
                    "as": st.sampled_from(["mean_per_model", "count", "differing"]),
                }
            )
        }
    )
)
reading = st.recursive(
    leaf,
    lambda inner: (
        st.fixed_dictionaries({"not": inner})
        | st.fixed_dictionaries({"all": st.lists(inner, min_size=1, max_size=2)})
        | st.fixed_dictionaries({"any": st.lists(inner, min_size=1, max_size=2)})
    ),
    max_leaves=3,
)
stance = st.fixed_dictionaries({"silence": st.sampled_from(["no", "unknown"]), "partly": st.sampled_from(["no", "unknown", "yes"])})


def verdict(models: Mapping[str, LogicModel], question: dict[str, Any], counts_as: dict[str, str]) -> str:
    claim = Claim.model_validate({"statement": TEXT, "reading": question, **counts_as})
    return run(models, ClaimsFile(id="x", title=TEXT, claims={"x": claim}), SHARED).claim("x").verdict


def built(pieces: Mapping[str, Any]) -> dict[str, LogicModel]:
    return {name: LogicModel.model_validate({"id": name, **piece}) for name, piece in pieces.items()}


def renamed(value: Any, names: Mapping[str, str]) -> Any:
    """A reading about models of other names."""
    if isinstance(value, dict):
        return {names.get(key, key): renamed(part, names) for key, part in value.items()}
    if isinstance(value, list):
        return [renamed(part, names) for part in value]
    return names.get(value, value) if isinstance(value, str) else value


@given(folder, reading, stance)
def test_renaming_pilots_never_changes_a_verdict(pieces: dict[str, Any], question: dict[str, Any], counts_as: dict[str, str]) -> None:
    names = dict(zip(NAMES, ("p4", "p3", "p2", "p1"), strict=True))
    others = built({names[name]: piece for name, piece in reversed(pieces.items())})
    assert verdict(built(pieces), question, counts_as) == verdict(others, renamed(question, names), counts_as)


@given(folder, reading, stance)
def test_a_claim_and_its_negation_are_never_both_so(pieces: dict[str, Any], question: dict[str, Any], counts_as: dict[str, str]) -> None:
    opposite = {"holds": "contradicted", "contradicted": "holds", "undecidable": "undecidable"}
    models = built(pieces)
    assert verdict(models, {"not": question}, counts_as) == opposite[verdict(models, question, counts_as)]


@given(folder, reading, stance, st.permutations(NAMES))
def test_a_pilot_that_comes_in_never_overturns_what_was_decided(
    pieces: dict[str, Any], question: dict[str, Any], counts_as: dict[str, str], order: list[str]
) -> None:
    models = built(pieces)
    verdicts = [verdict({name: models[name] for name in order[:size]}, question, counts_as) for size in range(EXPECTED + 1)]
    decided = [outcome for outcome in verdicts if outcome != "undecidable"]
    assert len(set(decided)) <= 1
    assert verdicts[len(verdicts) - len(decided) :] == decided, "once decided, it stays decided"


def readings_of(one: LogicModel) -> Iterator[LogicModel]:
    """Every model that the same text could be coded as."""
    sections = {name: getattr(one, name) for name in ("activities", "target_group")}
    entries = [(section, entry) for section, section_entries in sections.items() for entry in section_entries.values()]
    for chosen in product(*(entry.readings() for _, entry in entries)):
        kept: dict[str, dict[str, Any]] = {section: {} for section in sections}
        for (section, entry), read in zip(entries, chosen, strict=True):
            if read is not None:
                kept[section][entry.id] = read.model_copy(update={"or_": ()})
        yield one.model_copy(update=kept)


@settings(max_examples=40)
@given(folder, leaf, stance)
def test_a_verdict_holds_in_every_reading_of_the_texts(pieces: dict[str, Any], question: dict[str, Any], counts_as: dict[str, str]) -> None:
    models = built({name: pieces[name] for name in NAMES[:2]})
    outcome = verdict(models, question, counts_as)
    firm = [verdict({model.id: model for model in chosen}, question, counts_as) for chosen in product(*map(readings_of, models.values()))]
    if outcome != "undecidable":
        assert set(firm) == {outcome}


measured = st.fixed_dictionaries(
    {"value": st.integers(1, 3), "or": st.sampled_from([[], ["absent"]])},
    optional={"date": st.sampled_from(["2024-01-01", "2025-01-01"])},
)


@settings(max_examples=150)
@given(st.lists(measured, max_size=3), st.integers(1, 3), st.booleans())
def test_a_claim_about_a_result_reads_it_as_a_condition_does(results: list[dict[str, Any]], wanted: int, listed: bool) -> None:
    """Against what a condition answers in every reading of the results."""
    sections = {f"r{place}": {"label": "R", "indicator": "antall", **keys} for place, keys in enumerate(results)}
    model = LogicModel.model_validate({"id": "p1", "kind": "pilot", "results": sections})
    condition = Condition.model_validate({"result": {"indicator": "antall", "value": {"value": wanted}}})
    firm = set()
    for chosen in product(*(result.readings() for result in model.results.values())):
        left = {result.id: result.model_copy(update={"or_": ()}) for result in chosen if result is not None}
        firm.add(evaluate(condition, QueryContext(model.model_copy(update={"results": left}))).coded == "yes")
    amounts = [{"value": wanted}] if listed else {"p1": {"value": wanted}}
    outcome = verdict({"p1": model}, {"values": {"over": {"only": ["p1"]}, "of": {"result": "antall"}, "are": amounts}}, {"silence": "no"})
    assert outcome == "undecidable" or {outcome == "holds"} == firm
    if all(not keys["or"] for keys in results):
        assert outcome == ("holds" if firm == {True} else "contradicted")

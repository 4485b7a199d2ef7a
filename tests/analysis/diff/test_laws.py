"""What holds of every diff, over models that hypothesis makes up."""

from __future__ import annotations

import copy
import json
from collections import Counter
from collections.abc import Hashable
from functools import cache
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from virkningskjede.analysis.diff import Change, Diff, diff
from virkningskjede.analysis.diff import report as changes
from virkningskjede.i18n import LANGS
from virkningskjede.matching import SAME_NAME, kin, likeness, match
from virkningskjede.matching import pieces as label_pieces
from virkningskjede.model import SECTIONS, LogicModel, Node, Outcome
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.plain import plain
from virkningskjede.model.values import PROGRESS, STAGES
from virkningskjede.project.integrity import broken_names

Data = dict[str, Any]
LAW = settings(max_examples=50)


def word(name: str, *broader: str) -> Data:
    return {"label": {"nb": name.capitalize(), "en": name.capitalize()}, "stage": list(STAGES), "broader": list(broader)}


WORDS = Vocabulary.model_validate(
    {
        "terms": {
            "moter": word("moter"),
            "faste-moter": word("faste-moter", "moter"),
            "ukemoter": word("ukemoter", "faste-moter"),
            "kurs": word("kurs"),
        },
        "actors": {
            "nav": {"label": {"nb": "Nav", "en": "Nav"}},
            "veileder": {"label": {"nb": "Veileder", "en": "Adviser"}, "broader": "nav"},
        },
        "traits": {
            "sykmeldt": {"label": {"nb": "Sykmeldt", "en": "On sick leave"}},
            "nylig": {"label": {"nb": "Ny", "en": "New"}, "broader": "sykmeldt"},
        },
    }
)

IDS = tuple("abcdefghijklmnop")
LABELS = ("Møte", "Møter hver uke", "Kurs for brukere", "Kurs for ansatte", "Færre sykmeldte", "[red]<b>`*|", "Møte «fast»")

terms = st.lists(st.sampled_from(["moter", "faste-moter", "ukemoter", "kurs", "ukjent"]), max_size=2, unique=True)
actors = st.lists(st.sampled_from(["nav", "veileder", "bruker"]), min_size=1, max_size=2, unique=True)
places = st.lists(st.sampled_from(["1:1", "1:2-3", "2:4,5"]), max_size=1)
amounts = st.sampled_from(
    [
        {"value": 2, "unit": "day", "per": "week"},
        {"min": 1, "max": 3, "unit": "day", "per": "week"},
        {"value": 1, "unit": "time", "per": "month"},
        {"words": "jevnlig"},
        {"approx": 2, "unit": "time", "per": "week"},
    ]
)
ages = st.sampled_from([{"below": 30, "unit": "year"}, {"min": 18, "max": 55, "unit": "year"}, {"min": 20, "max": 30, "unit": "year"}])


def given_fields(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Data]:
    return st.fixed_dictionaries({}, optional=fields)


nodes = given_fields(
    term=terms,
    status=st.sampled_from(["needed", *PROGRESS, "dropped"]),
    who=given_fields(lead=actors, do=actors),
    when=st.lists(st.sampled_from(["need", "wish"]), max_size=2, unique=True),
    dose=given_fields(frequency=amounts),
    because=st.sampled_from(["Slik er det", "Derfor"]),
    note=st.sampled_from(["Uklart"]),
    at=places,
)
arrows = given_fields(because=st.sampled_from(["De møtes", "De lærer"]), at=places, evidence=st.just([{"refs": ["x"], "finding": "mixed"}]))
limits = given_fields(
    label=st.sampled_from(LABELS), age=ages, traits=given_fields(any=st.just(["sykmeldt"]), all=st.just(["nylig"])), at=places
)
questions = given_fields(term=terms, at=places)
results = given_fields(indicator=st.sampled_from(["antall", "fravaer"]), value=st.integers(0, 9), at=places)

# What is drawn again and again is put together once: hypothesis would look through each new one before it draws from it.
labels = st.sampled_from(LABELS)
few = st.integers(0, 2)
orders = st.permutations(IDS)
recruitments = given_fields(refer=actors, decide=actors)


@cache
def places_among(count: int) -> st.SearchStrategy[list[int]]:
    """One or two of so many places, or none."""
    return st.lists(st.sampled_from(range(count)), max_size=2, unique=True)


@st.composite
def model_data(draw: st.DrawFn, model_id: str = "m") -> Data:
    """A valid model as plain data: a chain with arrows forwards, and something beside it."""
    free = draw(orders)
    names = iter(free)
    data: Data = {
        "id": model_id,
        "target_group": {},
        **{stage: {} for stage in STAGES},
        "open_questions": {},
        "barriers": {},
        "results": {},
    }
    chain: list[tuple[str, str]] = []
    for stage in STAGES:
        for _ in range(draw(few)):
            name = next(names)
            node = {"label": draw(labels), **draw(nodes)}
            if stage == "context":
                node["kind"] = draw(st.sampled_from(["problem", "asset"]))
            if stage == "outcomes":
                node["level"] = draw(st.sampled_from(["service", "user"]))
            data[stage][name] = node
            chain.append((stage, name))
    for position, (section, name) in enumerate(chain):
        later = chain[position + 1 :]
        targets = draw(places_among(len(later))) if later else []
        if targets:
            data[section][name]["leads_to"] = [{"to": later[place][1], **draw(arrows)} for place in targets]
    for _ in range(draw(few)):
        data["target_group"][next(names)] = draw(limits)
    if draw(st.booleans()):
        about = [draw(st.sampled_from(chain))[1]] if chain else []
        data["open_questions"][next(names)] = {"label": draw(labels), "about": about, **draw(questions)}
    if draw(st.booleans()):
        data["barriers"][next(names)] = {"label": draw(labels), "term": draw(terms)}
    if draw(st.booleans()):
        data["results"][next(names)] = {"value": 1, **draw(results)}
    if draw(st.booleans()):
        data["recruitment"] = draw(recruitments)
    return data


def build(data: Data) -> LogicModel:
    model = LogicModel.model_validate(data)
    assert list(broken_names(model)) == []
    return model


models = model_data().map(build)
others = model_data("n").map(build)
pairs_of_models = st.tuples(models, st.one_of(models, others))


@LAW
@given(pairs_of_models)
def test_matching_is_one_to_one_and_mirrored(two: tuple[LogicModel, LogicModel]) -> None:
    a, b = two
    there, back = match(a, b, WORDS), match(b, a, WORDS)
    for side in ("a", "b"):
        ids = [getattr(pair, side) for pair in there.pairs]
        assert len(ids) == len(set(ids))
    everything = {(section, entry.id) for section, entry in a.entries()}
    assert everything == {(pair.section, pair.a) for pair in there.pairs} | set(there.only_a)
    turned = {"narrower": "broader", "broader": "narrower"}
    assert {(pair.a, pair.b, pair.how, pair.sure) for pair in there.pairs} == {
        (pair.b, pair.a, turned.get(pair.how, pair.how), pair.sure) for pair in back.pairs
    }
    assert (there.only_a, there.only_b) == (back.only_b, back.only_a)
    assert kin(a, b, there, WORDS) == tuple(reversed(kin(b, a, back, WORDS)))


@LAW
@given(models, others)
def test_different_models_never_match_across_stages_levels_or_differing_terms(a: LogicModel, b: LogicModel) -> None:
    for pair in match(a, b, WORDS).in_chain:
        x, y = a.nodes[pair.a], b.nodes[pair.b]
        assert isinstance(x, Node)
        if x.stage != y.stage:  # then all that can be asked for is alike
            alike = likeness(label_pieces(x.label), label_pieces(y.label)) >= SAME_NAME
            assert (a.kind, set(x.term), alike) == (b.kind, set(y.term), True) and x.term
            continue
        assert not isinstance(x, Outcome) or not isinstance(y, Outcome) or x.level == y.level
        related = any(WORDS.fills(one, other) or WORDS.fills(other, one) for one in x.term for other in y.term)
        assert related or (not x.term and not y.term and x.id == y.id)


@LAW
@given(models, others)
def test_nothing_that_could_be_a_pair_is_left_over(a: LogicModel, b: LogicModel) -> None:
    matching = match(a, b, WORDS)
    for section, one in matching.only_a:
        for other_section, other in matching.only_b:
            if section == other_section and section in STAGES:
                x, y = a.nodes[one], b.nodes[other]
                same_level = not isinstance(x, Outcome) or not isinstance(y, Outcome) or x.level == y.level
                assert not (same_level and set(x.term) & set(y.term))


@LAW
@given(models)
def test_a_model_does_not_differ_from_itself(model: LogicModel) -> None:
    result = diff(model, model.model_copy(deep=True), WORDS)
    assert result.changes == ()
    assert result.comparable


SWAPPED = {"added": "removed", "removed": "added", "retargeted": "retargeted"}


def seen(change: Change, *, mirrored: bool) -> Hashable:
    kind = change.kind if change.kind in SWAPPED else "changed"
    if mirrored:
        return (SWAPPED.get(kind, kind), change.element, change.path_b, change.path_a, change.after, change.before, change.weight)
    return (kind, change.element, change.path_a, change.path_b, change.before, change.after, change.weight)


NOTHING: list[Data] = [
    {},
    {"value": 0},
    {"value": 0, "unit": "person"},
    {"min": 0, "max": 10},
    {"max": 10},
    {"min": 0},
    {"approx": 0},
    {"value": 1},
]
small = st.fixed_dictionaries(
    {"label": st.just("Brukere")},
    optional={"n": st.sampled_from([0, 1]), "date": st.just("2024-03-01"), "wave": st.just("0"), "unit": st.just("person")},
)
numbers = st.tuples(st.sampled_from(NOTHING), small).map(lambda parts: {**parts[1], **parts[0]} if parts[0] else {**parts[1], "value": 5})
flagged = st.fixed_dictionaries(
    {"label": st.just("Kurs")},
    optional={
        "required": st.booleans(),
        "because": st.sampled_from(["0", "false"]),
        "dose": st.sampled_from([{"count": {"value": 0, "unit": "piece"}}, {"count": {"min": 0, "unit": "piece"}}]),
        "leads_to": st.sampled_from([[], ["o"], [{"to": "o", "feedback": True}]]),
        "who": st.sampled_from([{}, {"do": []}, {"do": ["nav"]}]),
    },
)
pieces = st.fixed_dictionaries({"activities": st.fixed_dictionaries({"a": flagged}), "results": st.fixed_dictionaries({"r": numbers})})


@given(pieces, pieces)
def test_only_equal_models_have_no_differences(one: Data, other: Data) -> None:
    """Nought, false and nothing are three things."""
    target = {"outcomes": {"o": {"label": "O", "level": "user"}}}
    before, after = (LogicModel.model_validate({"id": "m", **target, **piece}) for piece in (one, other))
    assert (diff(before, after).changes == ()) == (without_empty_parts(before) == without_empty_parts(after))


def without_empty_parts(model: LogicModel) -> Any:
    """A model as data, in which who takes part is nobody or not told: both say nothing."""
    return json.loads(json.dumps(plain(model)).replace('"who": {}', '"who": null'))


@LAW
@given(pairs_of_models)
def test_the_diff_back_is_the_mirror(two: tuple[LogicModel, LogicModel]) -> None:
    a, b = two
    there, back = diff(a, b, WORDS), diff(b, a, WORDS)
    assert Counter(seen(change, mirrored=False) for change in there.changes) == Counter(
        seen(change, mirrored=True) for change in back.changes
    )
    assert there.comparable == back.comparable
    onwards = {change.path_a: change.path_b for change in there.changes if change.kind in ("refined", "progressed")}
    backwards = {change.path_b: change.path_a for change in back.changes if change.kind in ("refined", "progressed")}
    assert not onwards.items() & backwards.items()


def shuffled(value: Any) -> Any:
    """The same value with every mapping, and every list without an order of its own, turned round."""
    if isinstance(value, dict):
        return {key: shuffled(result) for key, result in reversed(value.items())}
    if isinstance(value, list):
        return [shuffled(item) for item in value]
    return value


@LAW
@given(model_data(), st.one_of(model_data(), model_data("n")))
def test_the_order_of_keys_never_matters(one: Data, other: Data) -> None:
    plain, turned = diff(build(one), build(other), WORDS), diff(build(shuffled(one)), build(shuffled(other)), WORDS)
    assert plain == turned
    for lang in LANGS:
        assert plain.to_text(lang=lang) == turned.to_text(lang=lang)


@LAW
@given(model_data())
def test_the_order_of_lists_never_matters(data: Data) -> None:
    turned = copy.deepcopy(data)
    for stage in STAGES:
        for node in turned[stage].values():
            for key in ("leads_to", "term", "when"):
                if key in node:
                    node[key].reverse()
            for role in node.get("who", {}).values():
                role.reverse()
    assert diff(build(data), build(turned), WORDS).changes == ()


def only(result: Diff) -> Change:
    assert len(result.changes) == 1, result.changes
    return result.changes[0]


def nodes_of(data: Data) -> list[tuple[str, str]]:
    return [(stage, name) for stage in STAGES for name in data[stage]]


@LAW
@given(model_data(), st.data())
def test_a_new_label_is_one_cosmetic_change(data: Data, draw: st.DataObject) -> None:
    assume(nodes_of(data))
    stage, name = draw.draw(st.sampled_from(nodes_of(data)))
    edited = copy.deepcopy(data)
    edited[stage][name]["label"] = "Noe helt annet"
    change = only(diff(build(data), build(edited), WORDS))
    assert (change.kind, change.element, change.path, change.before, change.after, change.weight) == (
        ("changed", "field", f"{stage}.{name}.label", data[stage][name]["label"], "Noe helt annet", "cosmetic")
    )


@LAW
@given(model_data(), st.data())
def test_a_status_one_step_further_is_one_progress(data: Data, draw: st.DataObject) -> None:
    ready = [(stage, name) for stage, name in nodes_of(data) if data[stage][name].get("status") in PROGRESS[:-1]]
    assume(ready)
    stage, name = draw.draw(st.sampled_from(ready))
    before = data[stage][name]["status"]
    edited = copy.deepcopy(data)
    edited[stage][name]["status"] = after = PROGRESS[PROGRESS.index(before) + 1]
    change = only(diff(build(data), build(edited), WORDS))
    assert (change.kind, change.path, change.before, change.after, change.weight) == (
        ("progressed", f"{stage}.{name}.status", before, after, "content")
    )
    back = only(diff(build(edited), build(data), WORDS))
    assert (back.kind, back.reason.key) == ("changed", "change.reason.back")


@LAW
@given(model_data(), st.data())
def test_an_arrow_with_another_target_is_one_retargeting(data: Data, draw: st.DataObject) -> None:
    chain = [name for _, name in nodes_of(data)]
    choices = []
    for stage, name in nodes_of(data):
        taken = {link["to"] for link in data[stage][name].get("leads_to", [])}
        free = [to for to in chain[chain.index(name) + 1 :] if to not in taken]
        choices += [(stage, name, old, new) for old in taken for new in free]
    assume(choices)
    stage, name, old, new = draw.draw(st.sampled_from(choices))
    edited = copy.deepcopy(data)
    for link in edited[stage][name]["leads_to"]:
        link["to"] = new if link["to"] == old else link["to"]
    change = only(diff(build(data), build(edited), WORDS))
    assert (change.kind, change.element, change.path_a, change.path_b, change.before, change.after, change.weight) == (
        ("retargeted", "link", f"{stage}.{name}.leads_to.{old}", f"{stage}.{name}.leads_to.{new}", old, new, "logic")
    )


@LAW
@given(model_data(), st.data())
def test_a_new_id_is_one_cosmetic_change(data: Data, draw: st.DataObject) -> None:
    entries = [(section, name) for section in SECTIONS for name in data.get(section, {})]
    assume(entries)
    section, name = draw.draw(st.sampled_from(entries))
    edited = copy.deepcopy(data)
    edited[section] = {"nytt-navn" if node_id == name else node_id: entry for node_id, entry in edited[section].items()}
    for stage, node_id in nodes_of(edited):
        for link in edited[stage][node_id].get("leads_to", []):
            link["to"] = "nytt-navn" if link["to"] == name else link["to"]
    for question in edited["open_questions"].values():
        question["about"] = ["nytt-navn" if entry == name else entry for entry in question["about"]]
    change = only(diff(build(data), build(edited), WORDS))
    assert (change.kind, change.element, change.path_a, change.path_b, change.before, change.after, change.weight) == (
        ("changed", "field", f"{section}.{name}.id", f"{section}.nytt-navn.id", name, "nytt-navn", "cosmetic")
    )


@LAW
@given(model_data(), st.data())
def test_a_node_that_goes_takes_its_arrows_and_nothing_else_with_it(data: Data, draw: st.DataObject) -> None:
    mentioned = {name for question in data["open_questions"].values() for name in question["about"]}
    free = [(stage, name) for stage, name in nodes_of(data) if name not in mentioned]
    assume(free)
    stage, name = draw.draw(st.sampled_from(free))
    gone = {f"{stage}.{name}.leads_to.{link['to']}" for link in data[stage][name].get("leads_to", [])}
    edited = copy.deepcopy(data)
    del edited[stage][name]
    for section, node_id in nodes_of(edited):
        links = edited[section][node_id].get("leads_to", [])
        gone |= {f"{section}.{node_id}.leads_to.{name}" for link in links if link["to"] == name}
        edited[section][node_id]["leads_to"] = [link for link in links if link["to"] != name]
    result = {(change.kind, change.element, change.path) for change in diff(build(data), build(edited), WORDS).changes}
    assert result == {("removed", "node", f"{stage}.{name}")} | {("removed", "link", path) for path in gone}


@LAW
@given(pairs_of_models, st.sampled_from(LANGS))
def test_every_diff_can_be_told_and_nothing_in_it_acts(two: tuple[LogicModel, LogicModel], lang: Any) -> None:
    result = diff(*two, WORDS)
    text = result.to_text(lang=lang)
    assert max(map(len, text.splitlines())) <= 80
    assert "<b>" not in result.to_html(lang=lang)
    assert "<b>" not in result.to_markdown(lang=lang)
    assert len(changes.to_json(result, lang=lang)["changes"]) == len(result.changes)
    assert len(result.to_frame()) == len(result.changes)
    if result.same_model and result.changes:
        assert str(len(result.changes)) in text

"""What a condition cannot say: each refusal at its exact place, and names that nobody has defined."""

from __future__ import annotations

from pathlib import Path

import pytest

from virkningskjede.diagnostics import path_text
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Comparison, Vocabulary
from virkningskjede.model.values import File
from virkningskjede.project import build, open_project
from virkningskjede.query import Condition, unknown_names
from virkningskjede.yamlfile import parse

KNOWN = open_project(Path(__file__).parent / "root")


class Holder(File):
    """A file with a condition."""

    met: Condition


def refused(text: str) -> list[tuple[str, str, int, str]]:
    """Code, path, column and text of each diagnostic of a one-line file."""
    yaml_file = parse(text.encode(), "x.yaml")
    value, wrong = build(Holder, yaml_file.values or {})
    assert value is None
    diagnostics = yaml_file.locate(wrong)
    return [
        (diagnostic.code, path_text(diagnostic.path), diagnostic.place.column if diagnostic.place else 0, diagnostic.message("en"))
        for diagnostic in diagnostics
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("met: {node: {trem: a}}", ("VK101", "met.node.trem", 14, "Unknown key `trem`; did you mean `term`?")),
        ("met: {noed: {term: a}}", ("VK101", "met.noed", 7, "Unknown key `noed`; did you mean `node`?")),
        ("met: {node: {for_: a}}", ("VK101", "met.node.for_", 14, "Unknown key `for_`; did you mean `for`?")),
        (
            "met: {any: [{node: {term: a}}, {node: {term: a}, open: {about: {term: a}}}]}",
            ("VK121", "met.any.1", 32, "Exactly one of the keys must stand here, but found: node, open"),
        ),
        ("met: {}", ("VK121", "met", 1, "Exactly one of the keys must stand here, but found: –")),
        (
            "met: {target: {has: age, traits: a}}",
            ("VK121", "met.target", 7, "Exactly one of the keys must stand here, but found: traits, has"),
        ),
        (
            "met: {recruitment: {refer: a, any: b}}",
            ("VK121", "met.recruitment", 7, "Exactly one of the keys must stand here, but found: refer, any"),
        ),
        ("met: {node: {}}", ("VK124", "met.node", 7, "The condition asks nothing")),
        ("met: {arrow: {}}", ("VK124", "met.arrow", 7, "The condition asks nothing")),
        ("met: {whole: {dose: {}}}", ("VK124", "met.whole.dose", 15, "The condition asks nothing")),
        (
            "met: {at_least: {n: 3, of: [{node: {term: a}}]}}",
            ("VK122", "met.at_least", 7, "`n` is 3, but the number of conditions under `of` is 1"),
        ),
        (
            "met: {at_least: {n: 0, of: [{node: {term: a}}]}}",
            ("VK122", "met.at_least", 7, "`n` is 0, but the number of conditions under `of` is 1"),
        ),
        ("met: {at_least: {n: to, of: [{node: {term: a}}]}}", ("VK104", "met.at_least.n", 21, "`to` is not a whole number")),
        (
            "met: {node: {dose: {session: {min: 1, unit: week}}}}",
            ("VK123", "met.node.dose.session", 21, "The amount cannot be compared: the unit `week` does not fit `session`"),
        ),
        (
            "met: {node: {dose: {count: {above: 5}}}}",
            ("VK123", "met.node.dose.count", 21, "The amount cannot be compared: `count` has no `unit`"),
        ),
        (
            "met: {node: {dose: {count: {above: 5, unit: person, per: week}}}}",
            ("VK123", "met.node.dose.count", 21, "The amount cannot be compared: `per` does not belong to `count`"),
        ),
        (
            "met: {node: {dose: {frequency: {min: 1, unit: time}}}}",
            ("VK123", "met.node.dose.frequency", 21, "The amount cannot be compared: `frequency` has no `per`"),
        ),
        (
            "met: {node: {dose: {period: {words: lenge}}}}",
            ("VK111", "met.node.dose.period", 21, "The amount says too little or too much: words"),
        ),
        ("met: {target: {age: {varies: need}}}", ("VK111", "met.target.age", 16, "The amount says too little or too much: varies")),
        ("met: {node: {status: snart}}", ("VK106", "met.node.status", 22, "`snart` is not one of the choices; did you mean `started`?")),
        ("met: {node: {term: {any: [a, b]}}}", ("VK103", "met.node.term", 14, "Expected a list here, but found keys with values")),
        ("met: {node: {who: {}}}", ("VK124", "met.node.who", 14, "The condition asks nothing")),
        ("met: {node: {who: {some: [a]}}}", ("VK101", "met.node.who.some", 20, "Unknown key `some`")),
        ("met: {open: {about: {term: []}}}", ("VK124", "met.open.about", 14, "The condition asks nothing")),
        ("met: [a]", ("VK103", "met", 1, "Expected keys with values here, but found a list")),
        ("met: {node: }", ("VK112", "met", 1, "The key `node` has no value")),
    ],
)
def test_refused(text: str, expected: tuple[str, str, int, str]) -> None:
    assert refused(text) == [expected]


def test_an_empty_list_asks_nothing() -> None:
    assert [code for code, *_ in refused("met: {all: []}")] == ["VK116"]


def test_lists_may_not_multiply_beyond_what_a_reader_can_check() -> None:
    some = "[" + ", ".join(f"t{number}" for number in range(11)) + "]"
    assert refused(f"met: {{node: {{term: {some}, addresses: {some}}}}}") == [
        ("VK129", "met.node", 7, "The condition stands for more than 100 different questions")
    ]
    many = "[" + ", ".join(f"t{number}" for number in range(3000)) + "]"
    hostile = f"{{term: {many}, addresses: {many}, who: {{any: {many}}}, for: {{any: {many}}}}}"
    assert [code for code, *_ in refused(f"met: {{arrow: {{from: {hostile}, to: {hostile}}}}}")] == ["VK129"]


def test_conditions_are_frozen_values() -> None:
    one, other = (Condition.model_validate({"all": [{"node": {"term": "a", "who": "b"}}]}) for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    with pytest.raises(AttributeError):
        setattr(one, "all", ())  # noqa: B010


def test_unknown_names_have_exact_paths() -> None:
    vocabulary, comparisons = KNOWN.vocabulary, KNOWN.comparisons
    assert isinstance(vocabulary, Vocabulary)
    assert all(isinstance(table, Comparison) for table in comparisons.values())
    condition = Condition.model_validate(
        {
            "all": [
                {"node": {"term": "mte", "who": ["nav", "lge"], "for": ["brker"], "column": "motr"}},
                {"any": [{"target": {"traits": "motivrt"}}, {"not": {"arrow": {"from": {"term": "krs"}, "to": {"who": ["x"]}}}}]},
                {"at_least": {"n": 1, "of": [{"recruitment": {"any": ["nav", "rhp"]}}, {"open": {"about": {"term": "y"}}}]}},
                {"result": {"indicator": "antal"}},
                {"node": {"term": "mote", "who": ["veileder"], "column": "moter"}},
                {"node": {"term": ["kurs", "p"], "addresses": ["q"], "for": {"any": ["nav", "r"]}}},
            ]
        }
    )
    unknown = [
        (path_text(diagnostic.path), dict(diagnostic.params)["id"])
        for diagnostic in unknown_names(condition, vocabulary, ("met",), comparisons=comparisons)
    ]
    assert unknown == [
        ("met.all.0.node.term.0", "mte"),
        ("met.all.0.node.column", "motr"),
        ("met.all.0.node.who.all.1", "lge"),
        ("met.all.0.node.for.all.0", "brker"),
        ("met.all.1.any.0.target.traits", "motivrt"),
        ("met.all.1.any.1.not.arrow.from.term.0", "krs"),
        ("met.all.1.any.1.not.arrow.to.who.all.0", "x"),
        ("met.all.2.at_least.of.0.recruitment.any.all.1", "rhp"),
        ("met.all.2.at_least.of.1.open.about.term.0", "y"),
        ("met.all.3.result.indicator", "antal"),
        ("met.all.5.node.term.1", "p"),
        ("met.all.5.node.addresses.0", "q"),
        ("met.all.5.node.for.any.1", "r"),
    ]


def test_of_an_indicator_it_is_said_where_it_must_stand() -> None:
    assert KNOWN.vocabulary is not None
    condition = Condition.model_validate({"any": [{"result": {"indicator": "plantet"}}, {"node": {"term": "ukjent"}}]})
    indicator, term = unknown_names(condition, KNOWN.vocabulary, ("met",))
    assert indicator.tip("en") == (
        "Mend the spelling, or add the indicator under `indicators` in vocabulary.yaml. "
        "Sets and claims cannot ask for an indicator that stands in a model only."
    )
    assert "`indicators` i vocabulary.yaml" in indicator.tip("nb")
    assert term.advice is None


def test_unknown_names_in_an_example() -> None:
    assert KNOWN.vocabulary is not None
    example = LogicModel.model_validate(
        {
            "id": "m",
            "activities": {
                "a": {"label": "A", "term": "mte", "who": ["nv"], "leads_to": ["a"], "or": [{"term": "x", "who": {"maybe": ["y"]}}]},
                "own": {"label": "Its own word for a place", "place": "Torget"},
            },
            "indicators": {"eget": {"label": "Its own"}},
            "results": {"r": {"indicator": "eget", "value": 1}, "s": {"indicator": "antal", "value": 1}},
            "barriers": {"b": {"label": "B", "term": "z"}},
            "recruitment": {"refer": ["lege", "brk"]},
            "target_group": {"t": {"traits": {"any": ["motivert", "motivrt"]}, "denies": {"traits": ["w"]}}},
            "ambiguities": {"u": {"or": {"term": "v"}}},
        }
    )
    unknown = [
        (path_text(diagnostic.path), diagnostic.message("nb")) for diagnostic in unknown_names(example, KNOWN.vocabulary, ("given",))
    ]
    assert sorted(unknown) == sorted(
        [
            ("given.target_group.t.traits.any.1", "egenskapen `motivrt` finnes ikke; mente du `motivert`?"),
            ("given.target_group.t.denies.traits.all.0", "egenskapen `w` finnes ikke"),
            ("given.recruitment.refer.1", "aktøren `brk` finnes ikke; mente du `bruker`?"),
            ("given.activities.a.term.0", "begrepet `mte` finnes ikke; mente du `mote`?"),
            ("given.activities.a.who.do.0", "aktøren `nv` finnes ikke; mente du `nav`?"),
            ("given.activities.a.or.0.term.0", "begrepet `x` finnes ikke"),
            ("given.activities.a.or.0.who.maybe.0", "aktøren `y` finnes ikke"),
            ("given.barriers.b.term.0", "begrepet `z` finnes ikke"),
            ("given.results.s.indicator", "indikatoren `antal` finnes ikke; mente du `antall`?"),
            ("given.ambiguities.u.or.0.term.0", "begrepet `v` finnes ikke"),
        ]
    )

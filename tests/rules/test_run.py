"""Running the rules: selection, acceptance, and what is said without a root."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.diagnostics import Diagnostic, path_text
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.project import ALONE, NOTHING, Lost, Project, corpus, load, open_project
from virkningskjede.rules import RULES, RuleContext, check

ROOT = Project(vocabulary=Vocabulary())


def model(**sections: Any) -> LogicModel:
    return LogicModel.model_validate({"id": "m", "target_group": {"alle": {"label": "Alle"}}, **sections}, by_alias=True)


def paths_with_codes(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    return [(diagnostic.code, path_text(diagnostic.path)) for diagnostic in diagnostics]


def chain(
    accept: Mapping[str, str] | None = None, node: Mapping[str, str] | None = None, arrow: Mapping[str, str] | None = None
) -> LogicModel:
    return model(
        accept=accept or {},
        activities={
            "a": {"label": "A", "accept": node or {}, "leads_to": [{"to": "x", "accept": arrow or {}}, "y"]},
            "b": {"label": "B", "leads_to": ["x"]},
        },
        outcomes={"x": {"label": "X", "level": "user"}, "y": {"label": "Y", "level": "user"}},
    )


ARROWS = ["activities.a.leads_to.x", "activities.a.leads_to.y", "activities.b.leads_to.x"]


@pytest.mark.parametrize(
    ("accepted", "left"),
    [
        ({}, ARROWS),
        ({"accept": {"VK211": "a b c d"}}, []),
        ({"node": {"VK211": "a b c d"}}, ARROWS[2:]),
        ({"arrow": {"VK211": "a b c d"}}, ARROWS[1:]),
    ],
)
def test_an_acceptance_covers_what_lies_below_it(accepted: dict[str, Any], left: list[str]) -> None:
    assert paths_with_codes(check(RuleContext(chain(**accepted)), select=["VK211", "VK9"])) == [("VK211", path) for path in left]


def test_an_acceptance_of_another_code_covers_nothing() -> None:
    diagnostics = check(RuleContext(chain(node={"VK209": "a b c d"})), select=["VK2", "VK9"], ignore=["VK204", "VK205", "VK206"])
    assert paths_with_codes(diagnostics) == [*(("VK211", path) for path in ARROWS), ("VK901", "activities.a.accept.VK209")]
    assert diagnostics[-1].on == "key"


def test_an_acceptance_inside_another_is_of_use_too() -> None:
    diagnostics = check(
        RuleContext(chain(accept={"VK211": "a b c d"}, node={"VK211": "a b c d"}, arrow={"VK211": "a b c d"})),
        select=["VK211", "VK9"],
    )
    assert paths_with_codes(diagnostics) == []


def test_an_acceptance_is_not_judged_when_its_rule_did_not_run() -> None:
    judged = chain(accept={"VK213": "a b c d", "VK315": "a b c d"})
    assert paths_with_codes(check(RuleContext(judged), select=["VK211", "VK901"], ignore=["VK211"])) == []
    assert paths_with_codes(check(RuleContext(judged, ALONE), select=["VK213", "VK315", "VK901"])) == [("VK901", "accept.VK213")]
    assert paths_with_codes(check(RuleContext(judged, ROOT), select=["VK315", "VK901"])) == [("VK901", "accept.VK315")]
    assert paths_with_codes(check(RuleContext(judged), ignore=["VK901"], select=["VK213"])) == []


def outcomes(count: int, *, measured: int = 0, accepted: int = 0) -> LogicModel:
    lacking = {
        f"x{n}": {"label": f"X {n}", "level": "user", **({"accept": {"VK204": "a b c d"}} if n < accepted else {})} for n in range(count)
    }
    having = {f"y{n}": {"label": f"Y {n}", "level": "user", "indicators": ["i"]} for n in range(measured)}
    return model(outcomes={**lacking, **having})


def test_what_holds_of_most_is_told_once_with_the_others() -> None:
    (told,) = check(RuleContext(outcomes(6, measured=2)), select=["VK204", "VK9"])
    assert (told.path, told.on) == (("outcomes",), "key")
    assert told.message("en") == "6 of 8 outcomes have no indicator; all but `y0`, `y1`"
    assert [part.path for part in told.parts] == [location.path for location in told.related] == [("outcomes", f"x{n}") for n in range(6)]


@pytest.mark.parametrize(("lacking", "measured"), [(4, 0), (5, 5), (5, 9)])
def test_what_holds_of_few_or_of_half_is_told_one_by_one(lacking: int, measured: int) -> None:
    diagnostics = check(RuleContext(outcomes(lacking, measured=measured)), select=["VK204"])
    assert [diagnostic.path for diagnostic in diagnostics] == [("outcomes", f"x{n}") for n in range(lacking)]


def test_what_is_accepted_is_neither_told_nor_an_exception() -> None:
    (told,) = check(RuleContext(outcomes(8, measured=1, accepted=2)), select=["VK204", "VK9"])
    assert told.message("nb") == "6 av 9 virkninger har ingen indikator; unntak: `y0`"
    assert len(told.parts) == 6


def test_most_arrows_are_told_of_at_the_id() -> None:
    several = model(
        activities={f"a{n}": {"label": f"A {n}", "leads_to": ["x"]} for n in range(6)},
        outcomes={"x": {"label": "X", "level": "user"}},
    )
    (told,) = check(RuleContext(several), select=["VK211"])
    assert (told.path, told.message("en")) == (("id",), "6 of 6 arrows do not say why")


def test_errors_cannot_be_accepted() -> None:
    turned = model(
        inputs={"i": {"label": "I"}},
        activities={"a": {"label": "A", "leads_to": [{"to": "i", "accept": {"VK201": "a b c d"}}]}},
    )
    assert paths_with_codes(check(RuleContext(turned), select=["VK201", "VK9"])) == [
        ("VK201", "activities.a.leads_to.i"),
        ("VK904", "activities.a.leads_to.i.accept.VK201"),
    ]


def test_unknown_codes_and_codes_of_the_reader_are_not_unused_but_wrong() -> None:
    assert paths_with_codes(check(RuleContext(chain(accept={"VK999": "a b c d", "VK005": "a b c d"})), select=["VK9"])) == [
        ("VK903", "accept.VK999"),
        ("VK904", "accept.VK005"),
    ]


def test_select_and_ignore_are_prefixes() -> None:
    def codes(**selection: list[str]) -> set[str]:
        return {diagnostic.code for diagnostic in check(RuleContext(chain()), **selection)}

    whole = codes()
    assert {"VK204", "VK205", "VK206", "VK211", "VK314"} <= whole <= RULES.keys()
    assert check(RuleContext(chain()), select=["VK"]) == check(RuleContext(chain()))
    assert codes(select=["VK20", "VK314"]) == {code for code in whole if code.startswith("VK20")} | {"VK314"}
    assert codes(select=["VK20"], ignore=["VK204"]) == {code for code in whole if code.startswith("VK20")} - {"VK204"}
    assert codes(ignore=["VK"]) == set()


@given(st.lists(st.sampled_from(sorted(RULES)), max_size=4), st.lists(st.sampled_from(sorted(RULES)), max_size=4))
def test_what_is_selected_does_not_depend_on_the_rest(select: list[str], ignore: list[str]) -> None:
    whole = check(RuleContext(chain()))
    expected = [diagnostic for diagnostic in whole if (not select or diagnostic.code in select) and diagnostic.code not in ignore]
    assert list(check(RuleContext(chain()), select=select, ignore=ignore)) == expected


def test_names_are_not_checked_without_a_root() -> None:
    sketch = model(follows="t", source="s", activities={"a": {"label": "A", "term": "t", "who": ["w"], "at": "1:1", "leads_to": ["x"]}})
    sketch = sketch.model_copy(update={"outcomes": chain().outcomes})
    assert [diagnostic.code for diagnostic in check(RuleContext(sketch), select=["VK3"])] == ["VK314"]
    assert [diagnostic.code for diagnostic in check(RuleContext(sketch, ROOT), select=["VK3"])] == ["VK302", "VK303", "VK307", "VK308"]


@pytest.mark.parametrize("folder", ["pilots", "templates"])
def test_the_corpus_has_no_errors(folder: str) -> None:
    shared = open_project(corpus())
    models = load(corpus() / folder)
    assert isinstance(models, Mapping)
    errors = [
        (name, diagnostic)
        for name, judged in models.items()
        for diagnostic in check(RuleContext(judged, shared))
        if diagnostic.severity == "error"
    ]
    assert errors == []


def test_a_large_model_is_checked() -> None:
    count = 1_000
    large = model(
        source="s",
        inputs={f"i{n}": {"label": f"I {n}", "at": f"1:{n}", "leads_to": [f"a{n}"]} for n in range(count)},
        activities={
            f"a{n}": {
                "label": f"A {n}",
                "term": f"t{n}",
                "at": f"2:{n}",
                "dose": {"period": {"value": n, "unit": "week"}},
                "or": [{"term": f"u{n}"}],
                "leads_to": [
                    {"to": f"o{n}", "accept": {"VK211": "a b c d"}},
                    {"to": f"o{(n * 7 + 1) % count}", "because": "B"},
                ][: 1 + n % 2],
            }
            for n in range(count)
        },
        outcomes={f"o{n}": {"label": f"O {n}", "level": "user", "at": f"3:{n}"} for n in range(count)},
        set_aside={f"1:{n}": "background" for n in range(0, count, 2)},
    )
    diagnostics = check(RuleContext(large, ROOT))
    codes = [diagnostic.code for diagnostic in diagnostics]
    assert codes.count("VK302") == 2 * count
    assert codes.count("VK402") == count // 2
    assert "VK901" not in codes
    assert "VK211" not in codes


def test_what_may_be_so_only_because_something_was_lost_is_not_told() -> None:
    def codes(lost: Lost) -> set[str]:
        return {diagnostic.code for diagnostic in check(RuleContext(chain(), lost=lost))}

    assert {"VK205", "VK206", "VK314"} <= codes(NOTHING)
    assert {"VK205", "VK206", "VK314"} & codes(Lost(somewhere=True)) == {"VK314"}, "who asks for no key has not lost what it asks for"
    of_one = check(RuleContext(chain(), lost=Lost(frozenset({("activities", "a", "who")}))), select=["VK206"])
    assert paths_with_codes(check(RuleContext(chain()), select=["VK206"]))[0] == ("VK206", "activities.a")
    assert paths_with_codes(of_one) == [("VK206", "activities.b")]


def test_no_order_of_effects_is_told_where_a_level_was_lost() -> None:
    outcomes = {"a": {"label": "A", "level": "user", "leads_to": ["b"]}, "b": {"label": "B", "level": "service"}}
    model = LogicModel.model_validate({"id": "m", "outcomes": outcomes})
    lost = Lost(frozenset({("outcomes", "b", "level")}))
    assert [diagnostic.code for diagnostic in check(RuleContext(model), select=["VK224"])] == ["VK224"]
    assert not check(RuleContext(model, lost=lost), select=["VK224"])

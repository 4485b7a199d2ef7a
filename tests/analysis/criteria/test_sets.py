"""Finding sets, and refusing those that are not well made, each with its exact place."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from virkningskjede.analysis.criteria import available_sets, judge, load_set, read_set
from virkningskjede.diagnostics import BrokenSet, Diagnostic
from virkningskjede.errors import UsageError
from virkningskjede.i18n import LANGS
from virkningskjede.model import LogicModel
from virkningskjede.project import ALONE, Project, corpus, open_project
from virkningskjede.query import QueryContext
from virkningskjede.yamlfile import parse, read

ROOT = Path(__file__).parent / "root"
SHARED = open_project(ROOT)

HEAD = """virkningskjede: 1
kind: criteria
id: prove
title: {nb: Prøve, en: Trial}
"""

LABEL = "label: {nb: A, en: A}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    copy = tmp_path / "models"
    shutil.copytree(ROOT, copy)
    return copy


def broken(root: Path, text: str, name: str = "prove") -> list[tuple[str, int, int, str]]:
    """Write a set, load it, and give code, line, column and text of what it is refused for."""
    (root / "criteria" / f"{name}.yaml").write_text(text, "utf-8")
    with pytest.raises(BrokenSet) as caught:
        load_set(name, open_project(root))
    diagnostics: tuple[Diagnostic, ...] = caught.value.diagnostics
    assert str(caught.value).count("\n") == len(diagnostics) - 1
    return [
        (diagnostic.code, diagnostic.place.line, diagnostic.place.column, diagnostic.message("en"))
        for diagnostic in diagnostics
        if diagnostic.place
    ]


def test_a_set_is_found_by_name_and_by_file(root: Path) -> None:
    by_name = load_set("kognitiv-terapi-xu-2024", SHARED)
    by_file = load_set(ROOT / "criteria" / "kognitiv-terapi-xu-2024.yaml", SHARED)
    assert by_name == by_file == load_set(str(root / "criteria" / "kognitiv-terapi-xu-2024.yaml"), SHARED)
    assert list(by_name.criteria) == [
        "ansikt-til-ansikt",
        "hoyere-utdanning",
        "stressmestring",
        "over-16-uker",
        "sesjoner-over-90-minutter",
        "andre-helsetjenester",
        "hjemmeoppgaver",
        "gruppeterapi",
    ]


def test_the_installed_set_has_the_nine_recommendations() -> None:
    assert list(load_set("oslo-economics-2020", open_project(corpus())).criteria) == [
        "utvidede-perspektiver",
        "motivert-bruker",
        "ledelsesforankret",
        "formalisert",
        "lav-terskel",
        "interesse-for-hverandre",
        "kompetanseoverforing",
        "fleksibel",
        "brede-kontaktflater",
    ]


@pytest.mark.parametrize("project", [ALONE, SHARED], ids=["alone", "root"])
def test_an_installed_set_is_not_found_until_it_is_named_as_one(project: Project) -> None:
    assert "oslo-economics-2020" not in available_sets(project)
    with pytest.raises(UsageError) as caught:
        load_set("oslo-economics-2020", project)
    assert caught.value.in_("en") == (
        "oslo-economics-2020 is not in the project, only in the collection that comes with the program: write corpus:oslo-economics-2020"
    )


def test_installed_sets_need_no_root() -> None:
    assert load_set("corpus:oslo-economics-2020", ALONE).id == "oslo-economics-2020"
    assert load_set("corpus:oslo-economics-2020", ALONE) == load_set("oslo-economics-2020", open_project(corpus()))


def test_no_installed_set_is_offered() -> None:
    assert available_sets(SHARED) == ("kognitiv-terapi-xu-2024",)
    assert available_sets(ALONE) == ()


def test_an_installed_set_that_speaks_of_other_things_is_refused_in_one_sentence() -> None:
    with pytest.raises(UsageError) as caught:
        load_set("corpus:oslo-economics-2020", SHARED)
    assert caught.value.in_("en") == (
        "corpus:oslo-economics-2020 does not fit the codebook here: 40 of the names in it do not exist "
        "(informasjonsdeling, identifisering, inntaksvurdering …)"
    )


def test_the_same_set_as_a_file_is_refused_line_by_line(root: Path) -> None:
    text = (corpus() / "criteria" / "oslo-economics-2020.yaml").read_text("utf-8")
    diagnostics = broken(root, text, "oslo-economics-2020")
    assert {code for code, *_ in diagnostics} == {"VK125", "VK128"}
    assert len({message for code, *_, message in diagnostics if code == "VK125"}) == 40
    with pytest.raises(BrokenSet):
        load_set(root / "criteria" / "oslo-economics-2020.yaml", open_project(root))


def test_a_set_under_the_root_comes_before_the_installed_one(root: Path) -> None:
    text = HEAD.replace("id: prove", "id: oslo-economics-2020") + f"criteria: {{a: {{{LABEL}, met: {{target: {{has: age}}}}}}}}\n"
    (root / "criteria" / "oslo-economics-2020.yaml").write_text(text, "utf-8")
    known = open_project(root)
    assert available_sets(known) == ("kognitiv-terapi-xu-2024", "oslo-economics-2020")
    assert list(load_set("oslo-economics-2020", known).criteria) == ["a"]


@pytest.mark.parametrize("name", ["ukjent", "../vocabulary", "", "criteria/../x"])
def test_a_name_that_no_set_has(name: str) -> None:
    with pytest.raises(UsageError, match="there is no criteria set"):
        load_set(name, SHARED)


def test_a_file_that_is_missing() -> None:
    with pytest.raises(BrokenSet) as caught:
        load_set(Path("ingen.yaml"), SHARED)
    assert [diagnostic.code for diagnostic in caught.value.diagnostics] == ["VK012"]


def test_a_file_of_another_kind(root: Path) -> None:
    with pytest.raises(BrokenSet) as caught:
        load_set(root / "pilots" / "tromso.yaml", open_project(root))
    assert [(found.code, found.place and found.place.line) for found in caught.value.diagnostics] == [("VK113", 2)]


def test_not_yaml_at_all(root: Path) -> None:
    assert [code for code, *_ in broken(root, "a: [")] == ["VK002"]


def test_unknown_keys_are_all_found_at_once(root: Path) -> None:
    text = HEAD + f"criteria:\n  a: {{{LABEL}, met: {{node: {{trem: x}}}}}}\n  b: {{{LABEL}, mett: {{}}}}\n"
    assert broken(root, text) == [
        ("VK101", 6, 43, "Unknown key `trem`; did you mean `term`?"),
        ("VK101", 7, 30, "Unknown key `mett`; did you mean `met`?"),
    ]


def test_unknown_names_are_found_before_any_case_is_run(root: Path) -> None:
    text = HEAD + (
        "ref: xu\n"
        "criteria:\n"
        "  a:\n"
        f"    {LABEL}\n"
        "    met: {any: [{node: {term: kognitiv-terapi}}, {node: {term: kognitv-terapi}}]}\n"
        "    not_met: {target: {traits: motivrt}}\n"
        "    cases:\n"
        "      - {given: {activities: {x: {term: terapi}}}, expect: met}\n"
        "      - {given: {activities: {x: {term: kognitiv-terapi, leads_to: [y]}}}, expect: not_met}\n"
    )
    assert broken(root, text) == [
        ("VK128", 5, 6, "There is no reference `xu`"),
        ("VK125", 9, 64, "There is no term `kognitv-terapi`; did you mean `kognitiv-terapi`?"),
        ("VK125", 10, 32, "There is no trait `motivrt`; did you mean `motivert`?"),
        ("VK125", 12, 41, "There is no term `terapi`; did you mean `gruppeterapi`?"),
        ("VK301", 13, 69, "The model has nothing with the id `y`"),
    ]


def test_a_case_that_does_not_come_out(root: Path) -> None:
    text = HEAD + (
        "criteria:\n"
        "  a:\n"
        f"    {LABEL}\n"
        "    met: {node: {term: gruppeterapi}}\n"
        "    cases:\n"
        "      - {given: {activities: {x: {term: gruppeterapi}}}, expect: met}\n"
        "      - {given: {activities: {x: {term: gruppeterapi, status: considered}}}, expect: met}\n"
        "      - given: {activities: {x: {term: kognitiv-terapi}}}\n"
        "        expect: not_met\n"
        "        note: Et videre begrep fyller aldri et smalere\n"
    )
    assert broken(root, text) == [
        ("VK126", 11, 86, "The example should give “met” but gives “partly”"),
        ("VK126", 13, 17, "The example should give “not met” but gives “not stated”"),
    ]


def test_what_must_be_possible_and_is_not(root: Path) -> None:
    text = HEAD + (
        "criteria:\n"
        "  a:\n"
        f"    {LABEL}\n"
        "    met: {node: {term: gruppeterapi}}\n"
        "    cases:\n"
        "      - {given: {activities: {x: {term: gruppeterapi, or: [absent]}}}, expect: met, possible: [not_stated, met]}\n"
        "      - {given: {activities: {x: {term: gruppeterapi, or: [absent]}}}, expect: met, possible: [met, partly]}\n"
        "      - {given: {activities: {x: {term: gruppeterapi}}}, expect: met, possible: [not_stated]}\n"
        "      - {given: {activities: {x: {term: gruppeterapi, or: [absent]}}}, expect: partly, possible: [met]}\n"
    )
    assert broken(root, text) == [
        ("VK126", 11, 85, "The example should give “possible: met, partly” but gives “possible: met, not stated”"),
        ("VK126", 12, 71, "The example should give “possible: not stated” but gives “possible: met”"),
        ("VK126", 13, 80, "The example should give “partly” but gives “met”"),
    ]


@pytest.mark.parametrize("name", available_sets(open_project(corpus())))
def test_every_installed_set_on_silence_and_on_its_own_examples(name: str) -> None:
    known = open_project(corpus())
    criteria = load_set(name, known)
    silent = QueryContext(LogicModel(id="taus"), known.vocabulary, None, known.comparisons)
    examples = [QueryContext.of(case.given, known) for criterion in criteria.criteria.values() for case in criterion.cases]
    for criterion in criteria.criteria:
        nothing = judge(criteria, criterion, silent)
        silence = (
            "not_decidable" if criteria.criteria[criterion].needs_people else "not_stated"
        )  # no text decides what only people can tell
        assert (nothing.verdict, nothing.possible) == (silence, frozenset({silence}))
        verdicts = [judge(criteria, criterion, context) for context in examples]
        assert all(verdict.verdict in verdict.possible for verdict in verdicts)
    cases = [case for criterion in criteria.criteria.values() for case in criterion.cases]
    assert {case.expect for case in cases} >= {"met", "partly", "not_stated"}
    assert any(len(case.possible) > 1 for case in cases)


def test_a_set_in_a_file_of_another_name(root: Path) -> None:
    text = HEAD + f"criteria: {{a: {{{LABEL}, met: {{target: {{has: age}}}}}}}}\n"
    assert broken(root, text, "annet") == [("VK127", 3, 5, "The `id` is `prove`, but the file is called annet.yaml")]


PLACED = (
    HEAD
    + "source: statusrapport\nat: 2.3.4:1-3\n"
    + f"criteria:\n  a: {{{LABEL}, at: [2.3.4:4, 2.3.4:5-6], met: {{target: {{has: age}}}}}}\n"
    + 'set_aside: {"2.3.4:7": discussion}\n'
)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("2.3.4:1-3", "2.3.4:3-1", [("VK405", 6)]),
        ("2.3.4:1-3", "2.9.4:1-3", [("VK309", 6)]),
        ("2.3.4:5-6", "2.3.4:5-999", [("VK310", 8)]),
        ("2.3.4:4", "ukjent#2.3.4:4", [("VK308", 8)]),
        ("2.3.4:7", "2.3.4:999", [("VK310", 9)]),
    ],
)
def test_places_that_there_are_not_are_refused_at_their_lines(old: str, new: str, expected: list[tuple[str, int]]) -> None:
    yaml_file = parse(PLACED.replace(old, new, 1).encode(), "prove.yaml")
    located = yaml_file.locate(read_set(yaml_file, open_project(corpus()))[1])
    assert [(diagnostic.code, diagnostic.place.line) for diagnostic in located if diagnostic.place] == expected


def test_a_case_may_leave_out_what_every_model_must_have() -> None:
    text = HEAD + (
        f"criteria: {{a: {{{LABEL}, met: {{arrow: {{from: {{stage: context}}, to: {{level: user}}}}}}, cases: [\n"
        "  {given: {context: {x: {leads_to: [y]}}, outcomes: {y: {}}}, expect: met},\n"
        "  {given: {context: {x: {leads_to: [y]}}, outcomes: {y: {level: service}}}, expect: not_stated}]}}\n"
    )
    criteria, wrong = read_set(parse(text.encode(), "prove.yaml"), ALONE)
    assert wrong == []
    assert criteria is not None
    given = criteria.criteria["a"].cases[0].given
    assert (given.id, given.context["x"].label, given.context["x"].kind, given.outcomes["y"].level) == ("case", "x", "problem", "user")


def test_what_is_wrong_in_a_case_is_said_at_its_place() -> None:
    text = HEAD + f"criteria: {{a: {{{LABEL}, met: {{target: {{has: age}}}}, cases: [{{given: {{activitys: {{}}}}, expect: kanskje}}]}}}}\n"
    yaml_file = parse(text.encode(), "prove.yaml")
    _, wrong = read_set(yaml_file, ALONE)
    assert [(diagnostic.code, diagnostic.path[:6]) for diagnostic in wrong] == [
        ("VK101", ("criteria", "a", "cases", 0, "given", "activitys")),
        ("VK106", ("criteria", "a", "cases", 0, "expect")),
    ]


ODD = (
    st.none()
    | st.text(max_size=8)
    | st.lists(st.text(max_size=3), max_size=2)
    | st.dictionaries(st.text(max_size=3), st.text(max_size=3), max_size=2)
)


WHOLE = read(ROOT / "criteria" / "kognitiv-terapi-xu-2024.yaml", "kognitiv-terapi-xu-2024.yaml")


def replaced(values: Any, path: list[int], odd: Any) -> Any:
    """The values with something odd at a place that the path leads to."""
    if not path or not isinstance(values, dict | list) or not values:
        return odd
    keys = list(values) if isinstance(values, dict) else list(range(len(values)))
    key = keys[path[0] % len(keys)]
    changed = dict(values) if isinstance(values, dict) else list(values)
    changed[key] = replaced(values[key], path[1:], odd)
    return changed


@given(st.lists(st.integers(0, 20), min_size=1, max_size=9), ODD)
@example([4], None)
@example([9, 3, 3, 0], [])
def test_whatever_stands_in_a_set_is_a_set_or_is_refused(path: list[int], odd: Any) -> None:
    assert WHOLE.values is not None
    odd_document = replace(WHOLE, values=replaced(WHOLE.values, path, odd))
    criteria, wrong = read_set(odd_document, SHARED)
    assert (criteria is None) == bool(wrong)
    for each in WHOLE.locate(wrong):
        assert each.place is not None
        assert all("{" not in each.message(lang) or "{" in str(each.params) for lang in LANGS)


def test_conditions_as_deep_as_a_file_can_be() -> None:
    deep = "{not: " * 50 + "{target: {has: age}}" + "}" * 50
    given_age = "{given: {target_group: {t: {age: {min: 18, unit: year}}}}, expect: met}"
    text = HEAD + f"criteria: {{a: {{{LABEL}, met: {deep}, cases: [{given_age}]}}}}\n"
    criteria, wrong = read_set(parse(text.encode(), "prove.yaml"), ALONE)
    assert wrong == []
    assert criteria is not None

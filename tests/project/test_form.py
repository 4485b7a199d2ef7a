"""What is refused is left out, exactly that, and the rest is built."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.analysis.compare import read_comparison
from virkningskjede.diagnostics import path_text
from virkningskjede.i18n import LANGS, WORDS, Lang
from virkningskjede.model import LogicModel
from virkningskjede.model.values import UNITS
from virkningskjede.project import ALONE, build, build_file, read_model
from virkningskjede.yamlfile import parse

HEAD = "virkningskjede: 1\nkind: pilot\nid: m\n"


def lost(text: str) -> list[str]:
    built = build_file(LogicModel, parse((HEAD + text).encode(), "f.yaml"))
    assert built.value is not None
    return sorted(path_text(path) for path in built.lost.paths)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("inputs: {a: {label: A, statuss: x}}\n", ["inputs.a.status", "inputs.a.statuss"]),
        ("inputs: {a: {label: A, at: [x, '1:1']}}\n", ["inputs.a.at.0"]),
        ("inputs: {a: {label: A, term: X!}}\n", ["inputs.a.term"]),
        ("inputs: {a: {label: A, dose: 2 timer i uken}}\n", ["inputs.a.dose"]),
        ("inputs: {A: {label: A}}\n", ["inputs.A"]),
        ("inputs: {a: {label: A, leads_to: [{because: X}, b]}}\noutputs: {b: {label: B}}\n", ["inputs.a.leads_to.0"]),
        ("results: {r: {label: R}}\n", ["results.r"]),
        ("accept: {VK2: x, VK211: y}\n", ["accept.VK2"]),
    ],
)
def test_exactly_what_is_refused_is_lost(text: str, expected: list[str]) -> None:
    assert lost(text) == expected


@given(st.lists(st.sampled_from(["a", "b!", "c", "D"]), max_size=6))
def test_positions_of_what_is_left_are_those_of_the_file(ids: list[str]) -> None:
    built = build_file(LogicModel, parse((HEAD + f"inputs: {{a: {{label: A, after: {ids}}}}}\n".replace("'", '"')).encode(), "f.yaml"))
    assert built.value is not None
    after = built.value.inputs["a"].after
    places = [built.lost.in_file(("inputs", "a", "after", number))[-1] for number in range(len(after))]
    assert [ids[int(place)] for place in places] == list(after) == [id_ for id_ in ids if id_ in "ac"]


def test_what_has_an_error_is_no_model_all_the_same() -> None:
    yaml_file = parse((HEAD + "inputs: {a: {label: A, statuss: x}}\n").encode(), "f.yaml")
    assert build(LogicModel, yaml_file.values or {})[0] is None
    assert read_model(yaml_file).model is None


def test_a_hundred_thousand_repeated_keys_are_read_in_linear_time() -> None:
    text = HEAD + "inputs:\n" + "  a: {label: x}\n" * 100_000
    start = time.process_time()
    file = read_model(parse(text.encode(), "f.yaml"))
    assert time.process_time() - start < 10
    assert [diagnostic.code for diagnostic in file.diagnostics] == ["VK005"] * 200 + ["VK015"]
    assert dict(file.diagnostics[-1].params)["count"] == str(100_000 - 1 - 200)


@pytest.mark.parametrize(
    ("dimension", "key"), [("frequency", "unit"), ("period", "unit"), ("position", "unit"), ("frequency", "per"), ("money", "unit")]
)
def test_only_the_units_that_fit_are_offered(dimension: str, key: str) -> None:
    text = HEAD + f"dose: {{{dimension}: {{value: 1, {key}: Furlong}}}}\n"
    (refused,) = (diagnostic for diagnostic in read_model(parse(text.encode(), "f.yaml")).diagnostics if diagnostic.code == "VK106")
    offered = str(dict(refused.params)["known"]).split(", ")
    assert set(offered) == set(UNITS[dimension]) if key == "unit" else "week" in offered and "hour" not in offered


EXAMPLES = sorted(key for key in WORDS if key.startswith("form.example."))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("key", EXAMPLES)
def test_the_form_that_is_advised_is_read(key: str, lang: Lang) -> None:
    shown = re.findall(r"`([^`]+)`", WORDS[key].in_(lang))
    assert shown
    for example in shown:
        name = key.rpartition(".")[2]
        node = f"activities: {{a: {{label: A, {example}}}}}\n"
        text = {
            "recruitment": f"{example}\n",
            "frequency": f"dose: {{{example}}}\n",
            "period": f"dose: {{{example}}}\n",
            "evidence": f"activities: {{a: {{label: A, leads_to: [{{to: b, {example}}}]}}}}\n",
            "targets": f"indicators: {{a: {{label: A, {example}}}}}\n",
        }.get(name, node)
        built = build_file(LogicModel, parse((HEAD + text).encode(), "f.yaml"))
        assert built.diagnostics == (), example


def test_a_dose_in_words_is_answered_with_how_a_dose_is_written() -> None:
    (refused,) = read_model(parse((HEAD + "inputs: {a: {label: A, dose: 2 timer i uken}}\n").encode(), "f.yaml")).diagnostics
    assert refused.code == "VK103"
    assert "`dose: {frequency: {value: 2, unit: time, per: week}}`" in refused.tip("nb")


@pytest.mark.parametrize("character", ["\u200b", "\u00ad", "\u3164", "\u2800", "\U000e0041", "\u1160"])
def test_text_that_shows_nothing_is_refused(character: str) -> None:
    text = HEAD + f"title: '{character * 2}'\nnote: '{character}'\ninputs: {{a: {{label: 'x{character}'}}}}\n"
    diagnostics = read_model(parse(text.encode(), "f.yaml")).diagnostics
    assert [(diagnostic.code, path_text(diagnostic.path)) for diagnostic in diagnostics] == [("VK109", "title"), ("VK109", "note")]


def test_a_table_without_columns_is_told() -> None:
    text = "virkningskjede: 1\nkind: comparison\nid: f\ntitle: {nb: F, en: F}\nstages: []\ncolumns: {}\n"
    yaml_file = parse(text.encode(), "f.yaml")
    diagnostics = yaml_file.locate(read_comparison(yaml_file, ALONE)[1])
    assert [(diagnostic.code, diagnostic.place and diagnostic.place.line) for diagnostic in diagnostics] == [("VK116", 5), ("VK116", 6)]


def test_an_entry_that_is_called_what_a_part_of_the_model_is_called_is_told_once() -> None:
    text = HEAD + "activities: {a: {label: A, leads_to: [whole]}}\noutputs: {whole: {label: W}, recruitment: {label: R}}\n"
    yaml_file = parse(text.encode(), "f.yaml")
    diagnostics = yaml_file.locate(read_model(yaml_file).diagnostics)
    assert [(diagnostic.code, path_text(diagnostic.path)) for diagnostic in diagnostics] == [
        ("VK147", "outputs.whole"),
        ("VK147", "outputs.recruitment"),
    ]
    assert "`whole-1`" in diagnostics[0].tip("en")

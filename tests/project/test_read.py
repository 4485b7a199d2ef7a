"""From files to models: what is refused, where it is said to be, and what is suggested."""

from __future__ import annotations

import contextlib
import copy
import gc
import pickle
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.diagnostics import InvalidModel, line
from virkningskjede.errors import UsageError, VirkningskjedeError
from virkningskjede.i18n import LANGS
from virkningskjede.model import LogicModel
from virkningskjede.project import Portfolio, load, load_model, read_model
from virkningskjede.yamlfile import MAX_DIAGNOSTICS, parse


def lines_of(text: str) -> list[str]:
    file = read_model(parse(text.encode(), "f.yaml"))
    assert (file.model is None) == any(diagnostic.severity == "error" for diagnostic in file.diagnostics)
    return [line(diagnostic, "en") for diagnostic in file.diagnostics]


HEAD = "virkningskjede: 1\nkind: pilot\nid: m\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("labl: x\n", "f.yaml:4:1: error VK101 Unknown key `labl`"),
        (
            "activities:\n  a: {label: A, leadsto: [b]}\n",
            "f.yaml:5:17: error VK101 Unknown key `leadsto`; did you mean `leads_to`?",
        ),
        ("activities:\n  a: {who: [nav]}\n", "f.yaml:5:3: error VK102 The key `label` is missing"),
        ("activities: [a]\n", "f.yaml:4:1: error VK103 Expected keys with values here, but found a list"),
        ("activities:\n  a: {label: [x]}\n", "f.yaml:5:7: error VK103 Expected text here, but found a list"),
        ("activities:\n  a: {label: A, dose: {period: {value: 1e5}}}\n", "f.yaml:5:40: error VK104 `1e5` is not a number"),
        ("as_of: 16.12.2024\n", "f.yaml:4:8: error VK105 `16.12.2024` is not a date"),
        (
            "activities:\n  a: {label: A, status: planed}\n",
            "f.yaml:5:25: error VK106 `planed` is not one of the choices; did you mean `planned`?",
        ),
        ("activities:\n  Kurs for alle: {label: A}\n", "f.yaml:5:3: error VK107 `Kurs for alle` is not a valid id"),
        ("activities:\n  a: {label: A, at: side 9}\n", "f.yaml:5:21: error VK108 `side 9` is not a place in a source"),
        (
            "title: ' '\n",
            "f.yaml:4:8: error VK109 The text is empty, has spaces at its ends, several lines, or characters that cannot be shown: ``",
        ),
        (
            "dose: {period: {value: 1, min: 2, unit: week}}\n",
            "f.yaml:4:8: error VK111 The amount says too little or too much: value, min",
        ),
        ("activities:\n  a: {label: }\n", "f.yaml:5:7: error VK112 The key `label` has no value"),
        ("barriers:\n  b: {label: B, hinders: [a => b]}\n", "f.yaml:5:27: error VK114 `a => b` is not an arrow or a node"),
        (
            "inputs:\n  a: {label: A, or: [{level: user}]}\n",
            "f.yaml:5:17: error VK115 The reading under `or` does not fit here: the entry has no key `level`",
        ),
        (
            "activities:\n  kurs: {label: A, leads_to: [mestrng]}\noutcomes:\n  mestring: {label: M, level: user}\n",
            "f.yaml:5:31: error VK301 Unknown id `mestrng`; did you mean `mestring`?",
        ),
    ],
)
def test_one_mistake_one_message_at_its_place(text: str, expected: str) -> None:
    (printed,) = lines_of(HEAD + text)
    if "VK301" in expected:  # the rules' own words are tested with the rules
        assert printed.startswith("f.yaml:5:31: error VK301 ")
        assert "`mestring`?" in printed
    else:
        assert printed == expected


def test_a_file_must_say_what_it_is() -> None:
    assert lines_of("id: m\n") == [
        "f.yaml:1:1: error VK102 The key `virkningskjede` is missing",
        "f.yaml:1:1: error VK102 The key `kind` is missing",
    ]
    assert lines_of("virkningskjede: 2\nkind: pilot\nid: m\n") == [
        "f.yaml:1:17: error VK110 Format version `2` cannot be read; this release reads version 1"
    ]


def test_the_id_of_an_entry_is_its_key_and_nothing_else() -> None:
    (printed,) = lines_of(HEAD + "inputs:\n  a: {id: b, label: A}\n")
    assert printed.startswith("f.yaml:5:7: error VK101 Unknown key `id`")
    (printed,) = lines_of(HEAD + "inputs:\n  a: {label: A, leads_to: [{to: a, source: b}]}\n")
    assert printed.startswith("f.yaml:5:36: error VK101 Unknown key `source`")


def test_what_yaml_would_guess_stays_what_was_written() -> None:
    text = HEAD + "inputs:\n  no: {label: no, note: 12:30}\n  010: {label: 1_000}\n"
    model = read_model(parse(text.encode(), "f.yaml")).model
    assert model is not None
    assert [(name, node.label, node.note) for name, node in model.inputs.items()] == [("no", "no", "12:30"), ("010", "1_000", None)]


def test_names_that_a_model_does_not_have_are_all_found() -> None:
    text = HEAD + (
        "activities:\n"
        "  a: {label: A, after: [x], addresses: [y], dose: {count: {same_as: z}}, leads_to: [b, {to: c, assumes: [d]}, c, a]}\n"
        "  c: {label: C}\n"
        "inputs:\n"
        "  a: {label: Igjen}\n"
        "barriers:\n"
        "  e: {label: E, hinders: [q, a -> b, c -> a, whole]}\n"
    )
    diagnostics = read_model(parse(text.encode(), "f.yaml")).diagnostics
    assert sorted((diagnostic.code, diagnostic.place.line, diagnostic.place.column) for diagnostic in diagnostics if diagnostic.place) == [
        ("VK203", 5, 111),
        ("VK301", 5, 25),
        ("VK301", 5, 41),
        ("VK301", 5, 69),
        ("VK301", 5, 85),
        ("VK301", 5, 106),
        ("VK301", 10, 27),
        ("VK311", 5, 3),
        ("VK312", 10, 38),
    ]


def test_what_is_named_in_another_reading_or_in_a_dose_must_be_there_too() -> None:
    text = HEAD + (
        "dose: {period: {same_as: u}}\n"
        "activities:\n"
        "  a: {label: A, or: {after: v}, later: {dose: {count: {same_as: w}}}, leads_to: [{to: a, or: [{to: x}, {assumes: y}]}]}\n"
        "barriers:\n"
        "  e: {label: E, or: {hinders: [a, z]}}\n"
    )
    diagnostics = read_model(parse(text.encode(), "f.yaml")).diagnostics
    lines = text.splitlines()
    unknown = [
        (dict(diagnostic.params)["id"], lines[diagnostic.place.line - 1][diagnostic.place.column - 1])
        for diagnostic in diagnostics
        if diagnostic.place
    ]
    assert [diagnostic.code for diagnostic in diagnostics] == ["VK301"] * 6
    assert unknown == [(name, name) for name in "uvwxyz"]


def test_sixteen_thousand_bad_nodes_are_counted_in_linear_time() -> None:
    spent = {}
    for count in (1_000, 16_000):
        text = HEAD + "activities:\n" + "".join(f"  n{number}: {{labl: x}}\n" for number in range(count))
        started = time.process_time()
        diagnostics = read_model(parse(text.encode(), "f.yaml")).diagnostics
        spent[count] = time.process_time() - started
        assert len(diagnostics) == MAX_DIAGNOSTICS + 1
        assert dict(diagnostics[-1].params)["count"] == str(count - MAX_DIAGNOSTICS)
    assert spent[16_000] < 64 * spent[1_000], "16 times the nodes, 256 times the work"


def test_a_folder_says_what_is_wrong_with_all_of_its_files(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(HEAD + "x: 1\n")
    (tmp_path / "b.yaml").write_text(HEAD + "[x")
    (tmp_path / "c.yaml").write_text(HEAD)
    (tmp_path / "d.yml").write_text(HEAD)
    (tmp_path / ".hidden.yaml").write_text("nonsense")
    (tmp_path / "list.yaml").write_text("- of another program\n")
    (tmp_path / "docker-compose.yml").write_text("services: {web: {image: x}}\n")
    with pytest.raises(InvalidModel) as caught:
        load(tmp_path)
    assert [(Path(diagnostic.file or "").name, diagnostic.code) for diagnostic in caught.value.diagnostics] == [
        ("a.yaml", "VK101"),
        ("b.yaml", "VK002"),
        ("d.yml", "VK313"),
    ]
    twice = caught.value.diagnostics[-1]
    assert "LABEL=PATH" in twice.tip("en") and "MERKE=STI" in twice.tip("nb")
    assert all("`exclude`" in twice.tip(lang) for lang in LANGS)
    assert "a.yaml:4:1: " in str(caught.value)
    for same in (copy.copy(caught.value), pickle.loads(pickle.dumps(caught.value))):
        assert (same.diagnostics, str(same)) == (caught.value.diagnostics, str(caught.value))


def test_a_folder_is_a_read_only_mapping(portfolio: Portfolio) -> None:
    assert isinstance(portfolio["ha"], LogicModel)
    assert {"ha", "nesodden", "kristiansand", "modell-1", "modell-2"} <= set(portfolio)
    with pytest.raises(TypeError):
        portfolio["ny"] = portfolio["ha"]  # type: ignore[index]
    assert portfolio.project.vocabulary is not None
    assert len(portfolio.project.segments["statusrapport"].sections["2.2.1"].sentences) == 37


def test_a_model_alone_needs_no_root(tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    path.write_text(HEAD)
    model = load(path)
    assert isinstance(model, LogicModel)
    assert model.name == "m"


def test_misuse_raises_our_own(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        load(tmp_path / "none.yaml")


@given(st.binary(max_size=200))
def test_arbitrary_bytes_raise_nothing_but_our_own(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("bytes") / "f.yaml"
    path.write_bytes(data)
    with contextlib.suppress(VirkningskjedeError):
        load_model(path)
    assert gc.isenabled()


SCALARS = st.sampled_from(["1", "x", "", "a b", "2:1", "true", "2024-01-01", "absent", "whole", "need", "a -> b", "null"])
FIELDS = st.sampled_from(
    [
        *LogicModel.model_fields,
        "virkningskjede",
        "label",
        "to",
        "leads_to",
        "or",
        "who",
        "do",
        "for",
        "level",
        "traits",
        "period",
        "value",
        "unit",
    ]
)
TREES = st.recursive(
    SCALARS | st.none(), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(FIELDS | SCALARS, inner, max_size=4), max_leaves=15
)


@given(st.dictionaries(FIELDS, TREES, max_size=6))
def test_any_shape_under_any_key_gives_diagnostics_with_places(values: dict[str, object]) -> None:
    import yaml

    text = yaml.dump(values, allow_unicode=True)
    file = read_model(parse(text.encode(), "f.yaml"))
    assert file.model is not None or file.diagnostics
    for each in file.diagnostics:
        assert each.place is not None
        assert each.message("nb")
        assert each.tip("en")


def test_what_is_named_absolutely_does_not_depend_on_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(f"{HEAD}target_group: {{alle: {{label: Alle}}}}\ninputs: {{a: {{label: A}}}}\n")
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    try:
        gone.rmdir()
    except OSError:
        pytest.skip("the system keeps the folder that somebody stands in")
    try:
        assert load_model("corpus:ha").id == "ha"
        assert list(load_model(own).nodes) == ["a"]
        with pytest.raises(UsageError, match=r"own\.yaml"):
            load_model("own.yaml")
    finally:
        monkeypatch.chdir(tmp_path)

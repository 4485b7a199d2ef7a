"""Reading: any bytes give values or located diagnostics, and every place is where an editor shows it."""

from __future__ import annotations

import gc
import time
import weakref
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from virkningskjede.diagnostics import Diagnostic, Place
from virkningskjede.model.values import STAGES
from virkningskjede.yamlfile import MAX_BYTES, MAX_DEPTH, MAX_DIAGNOSTICS, MAX_ENTRIES, YamlFile, collector_paused, parse
from virkningskjede.yamlfile.events import Builder


def codes_and_places(yaml_file: YamlFile) -> list[tuple[str, int, int]]:
    """Code, line and column of each diagnostic."""
    return [(diagnostic.code, diagnostic.place.line, diagnostic.place.column) for diagnostic in yaml_file.diagnostics if diagnostic.place]


HOSTILE = {
    "empty": (b"", [("VK010", 1, 1)]),
    "only a comment": (b"# nothing\n", [("VK010", 1, 1)]),
    "a list at the top": (b"- a\n", [("VK011", 1, 1)]),
    "text at the top": (b"a\n", [("VK011", 1, 1)]),
    "NUL": (b"a: \x00\n", [("VK002", 1, 4)]),
    "an escape character": (b"a: \x1b[31m\n", [("VK002", 1, 4)]),
    "a tab for indentation": (b"a:\n\tb: 1\n", [("VK002", 2, 1)]),
    "not UTF-8": (b"a: b\nc: \xff\xfe\n", [("VK001", 2, 4)]),
    "UTF-16": ("a: b".encode("utf-16"), [("VK001", 1, 1)]),
    "a second document": (b"a: 1\n---\nb: 2\n", [("VK008", 2, 1)]),
    "an anchor and an alias": (b"a: &x 1\nb: *x\n", [("VK006", 1, 4), ("VK006", 2, 4)]),
    "an alias as a key": (b"a: 1\n*x : 2\n", [("VK006", 2, 1)]),
    "a list that holds itself": (b"a: &x [*x]\n", [("VK006", 1, 4), ("VK006", 1, 8)]),
    "a tag": (b"a: !!int 1\n", [("VK007", 1, 4)]),
    "a tag on a mapping": (b"a: !x {b: 1}\n", [("VK007", 1, 4)]),
    "a merge key": (b"a:\n  <<: {b: 1}\n", [("VK009", 2, 3)]),
    "a directive": (b"%YAML 1.1\n---\na: 1\n", [("VK017", 1, 1)]),
    "a key twice": (b"a: 1\nb: 2\na: 3\n", [("VK005", 3, 1)]),
    "a key twice, deep": (b"a:\n  b: 1\n  c: {d: 1, d: [2, {e: 3}]}\n", [("VK005", 3, 13)]),
    "a key in two spellings": ("\u00e5: 1\na\u030a: 2\n".encode(), [("VK013", 2, 1)]),
    "a list as a key": (b"? [a]\n: b\n", [("VK014", 1, 3)]),
    "an unclosed quote": (b"a: 'b\n", [("VK002", 1, 4)]),
    "an unclosed bracket": (b"a: [b\n", [("VK002", 1, 4)]),
    "half a surrogate": (b'a: "\\ud800"\n', [("VK002", 1, 5)]),
    "too deep a list": (b"[" * 100_000, [("VK004", 1, MAX_DEPTH + 1)]),
    "too deep a mapping": (b"{a: " * 100_000, [("VK004", 1, 4 * MAX_DEPTH + 1)]),
    "too deep, and something wrong behind it": (b"[" * 70 + b"@", [("VK004", 1, MAX_DEPTH + 1)]),
    "something wrong before it is too deep": (b"[" * 60 + b"@" + b"[" * 70, [("VK002", 1, 61)]),
    "too deep over many lines": (b"[\n" * 5_000, [("VK004", MAX_DEPTH + 1, 1)]),
    "too deep by dashes": (b"- " * 5_000, [("VK004", 1, 2 * MAX_DEPTH + 1)]),
    "too deep by indentation": (
        "\n".join(" " * level + "a:" for level in range(2_000)).encode(),
        [("VK004", MAX_DEPTH + 1, MAX_DEPTH + 1)],
    ),
    "too deep by both": (b"- " * 40 + b"[" * 5_000, [("VK004", 1, 80 + MAX_DEPTH - 40 + 1)]),
    "too deep by both, and something wrong behind it": (b"- " * 40 + b"[" * 30 + b"@", [("VK004", 1, 80 + MAX_DEPTH - 40 + 1)]),
    "too deep where a key should be": (b"a: 1\n" + b"[" * 5_000, [("VK004", 2, MAX_DEPTH + 1)]),
    "brackets that are text": (b'a: ["' + b"[" * 5_000 + b'", b] c', [("VK002", 1, 5_012)]),
    "brackets in a comment": (b"a: [b, # " + b"[" * 5_000 + b"\n  c] d", [("VK002", 2, 6)]),
    "brackets in a text under a key": (b"a: |\n  " + b"[" * 5_000 + b"\nb: [", [("VK002", 3, 4)]),
    "too many entries": (b"a: [" + b"," * (MAX_ENTRIES + 1), [("VK016", 1, 1)]),
    "too large": (b"a" * (MAX_BYTES + 1), [("VK003", 1, 1)]),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_bytes_give_diagnostics_at_their_place(name: str) -> None:
    data, expected = HOSTILE[name]
    started = time.process_time()
    yaml_file = parse(data, "f.yaml")
    assert sorted(codes_and_places(yaml_file)) == sorted(expected)
    assert time.process_time() - started < 20, "a hang"


def test_an_alias_bomb_is_refused_before_it_grows() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 9)]
    yaml_file = parse("\n".join(lines).encode(), "f.yaml")
    assert {diagnostic.code for diagnostic in yaml_file.diagnostics} == {"VK006"}


def test_both_lines_of_a_repeated_key_are_named() -> None:
    (repeated,) = parse(b"a: 1\nb: 2\na: 3\n", "f.yaml").diagnostics
    assert repeated.message("en") == "The key `a` stands twice: on line 1 and on line 3"
    assert repeated.message("nb") == "Nøkkelen `a` står to ganger: på linje 1 og linje 3"


def test_limits_are_named_in_the_message() -> None:
    (deep,) = parse(b"[" * 1000, "f.yaml").diagnostics
    assert str(MAX_DEPTH) in deep.message("en")
    (large,) = parse(b"a" * (MAX_BYTES + 1), "f.yaml").diagnostics
    assert "32 MB" in large.message("en")


def test_too_many_diagnostics_are_counted_not_kept() -> None:
    data = "".join(f"k: {number}\n" for number in range(MAX_DIAGNOSTICS + 51)).encode()
    diagnostics = parse(data, "f.yaml").diagnostics
    assert len(diagnostics) == MAX_DIAGNOSTICS + 1
    assert diagnostics[-1].code == "VK015"
    assert diagnostics[-1].message("en").startswith("50 more messages")


@pytest.mark.parametrize(
    "text",
    [
        "".join("  a: {label: x}\n" for _ in range(100_000)),
        "".join(f"k{number}: 1\n" for number in range(50_000)) * 2,
        "".join(f"å{number}: 1\na\u030a{number}: 2\n" for number in range(30_000)),
        "a: {" + ", ".join(f"k{number}: {{a: 1, 5}}" for number in range(30_000)) + "}",
        "a: [" + ", ".join(f"&x{number} y" for number in range(30_000)) + "]",
        "".join(f"a{number}: «x» #y\n" for number in range(30_000)),
        "".join(f"a{number}:{{x: y}}\n" for number in range(30_000)),
        "a: " + "{x: y} " * 300_000,
    ],
    ids=["one key", "pairs", "spellings", "bare", "anchors", "quotes", "glued", "after a brace"],
)
def test_a_hundred_thousand_faults_take_no_longer_than_reading_does(text: str) -> None:
    started = time.process_time()
    yaml_file = parse(text.encode(), "f.yaml")
    assert yaml_file.diagnostics
    assert time.process_time() - started < 20, "a hang"


def test_located_diagnostics_are_capped_too() -> None:
    yaml_file = parse(b"a: 1\n", "f.yaml")
    diagnostics = yaml_file.locate([Diagnostic("VK101", "error", ("a",), on="key")] * (MAX_DIAGNOSTICS + 7))
    assert len(diagnostics) == MAX_DIAGNOSTICS + 1
    assert ("count", "7") in diagnostics[-1].params


def test_the_collector_is_left_as_it_was() -> None:
    parse(b"a: 1\n", "f.yaml")
    assert gc.isenabled()
    gc.disable()
    try:
        parse(b"a: 1\n", "f.yaml")
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_real_files_read_as_plain_yaml_with_every_scalar_as_text(models_folder: Path) -> None:
    def without_empties(value: object) -> object:
        if isinstance(value, dict):
            return {key: without_empties(content) for key, content in value.items()}
        if isinstance(value, list):
            return [without_empties(item) for item in value]
        return "" if value is None else value

    files = sorted(models_folder.rglob("*.yaml"))
    assert len(files) >= len(STAGES)
    for path in files:
        yaml_file = parse(path.read_bytes(), path.name)
        assert yaml_file.diagnostics == ()
        assert without_empties(yaml_file.values) == yaml.load(path.read_bytes(), Loader=yaml.BaseLoader)


EXAMPLE = """\
navn: Å lære
liste:
  - en
  - {to: tre, fire: "fem, seks"}
leads_to:
  - enkel
  - {to: lang, because: fordi}
tom:
tekst: |
  en
  to
"""


@pytest.mark.parametrize(
    ("path", "on", "place"),
    [
        (("navn",), "value", Place(1, 7, 1, 13)),
        (("navn",), "key", Place(1, 1, 1, 5)),
        (("liste",), "value", Place(2, 1, 2, 6)),
        (("liste", 0), "value", Place(3, 5, 3, 7)),
        (("liste", 1, "fire"), "value", Place(4, 21, 4, 32)),
        (("liste", 1, "fire"), "key", Place(4, 15, 4, 19)),
        (("leads_to", "enkel"), "value", Place(6, 5, 6, 10)),
        (("leads_to", "lang"), "value", Place(7, 10, 7, 14)),
        (("leads_to", "lang", "because"), "value", Place(7, 25, 7, 30)),
        (("leads_to", "ukjent", "because"), "value", Place(5, 1, 5, 9)),
        (("tom",), "value", Place(8, 1, 8, 4)),
        (("navn", "finnes", "ikke"), "value", Place(1, 7, 1, 13)),
        ((), "value", Place(1, 1, 1, 1)),
    ],
)
def test_places_of_paths(path: tuple[str | int, ...], on: str, place: Place) -> None:
    yaml_file = parse(EXAMPLE.encode(), "f.yaml")
    assert yaml_file.place(path, on) == place  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("x: 1\r\ny: 2\r\nz: 3", 3, 4),
        ("x: 1\ry: 2\rz: 3", 3, 4),
        ("\ufeffx: 1\n\nz: 3", 3, 4),
        ('x: "\u2028\u2029\x85"\nz: 3', 2, 4),
        ('x: "\U0001f600"\nz: 3', 2, 4),
        ('{x: "\U0001f600å", z: 3}', 1, 14),
    ],
)
def test_lines_and_columns_are_what_an_editor_shows(text: str, line: int, column: int) -> None:
    yaml_file = parse(text.encode(), "f.yaml")
    place = yaml_file.place(("z",))
    assert place is not None
    assert (place.line, place.column) == (line, column)
    assert yaml_file.line(line)[column - 1] == "3"


@given(st.binary(max_size=300))
@example(b"\xef\xbb\xbf\xef\xbb\xbfa: 1")
@example(b"a: \xc2\x85")
@example(b"? ")
@example(b"{? a, b: }")
@example(b"--- |\n")
def test_arbitrary_bytes_never_raise(data: bytes) -> None:
    yaml_file = parse(data, "f.yaml")
    assert yaml_file.values is not None or yaml_file.diagnostics
    for diagnostic in yaml_file.diagnostics:
        assert diagnostic.place is not None
        assert 1 <= diagnostic.place.line <= yaml_file.text.count("\n") + yaml_file.text.count("\r") + 1 or not yaml_file.text


YAML_ISH = st.lists(
    st.sampled_from([*"ab:{}[],-?&*!|>'\"#%@`\n \t\\0<~=", "\u2028", "å", "\x85", "\r", "---\n", "...\n", ": ", "- "]), max_size=50
).map("".join)


@given(YAML_ISH)
def test_text_that_is_nearly_yaml_never_raises(text: str) -> None:
    yaml_file = parse(text.encode(), "f.yaml")
    assert yaml_file.values is not None or yaml_file.diagnostics


KEYS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)
PLAIN = st.recursive(
    st.text(max_size=12), lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)


@given(st.dictionaries(KEYS, PLAIN, min_size=1, max_size=5))
def test_what_another_writer_wrote_is_read_back_and_found(values: dict[str, object]) -> None:
    text = yaml.dump(values, allow_unicode=True, Dumper=yaml.SafeDumper, default_style='"')
    yaml_file = parse(text.encode("utf-8", "surrogatepass"), "f.yaml")
    if yaml_file.diagnostics:  # a key in two spellings, or characters that YAML cannot hold
        assert {diagnostic.code for diagnostic in yaml_file.diagnostics} <= {"VK002", "VK013"}
        return
    assert yaml_file.values == values
    for key, value in values.items():
        place = yaml_file.place((key,), "key")
        assert place is not None
        assert yaml_file.line(place.line)[place.column - 1] in {'"', "?"}
        if isinstance(value, str) and "\\" not in (line := yaml_file.line(place.line)):
            spot = yaml_file.place((key,))
            assert spot is not None
            if spot.line == spot.end_line == place.line:
                assert line[spot.column - 1 : spot.end_column - 1] == f'"{value}"'


def test_pauses_of_several_threads_leave_the_collector_as_it_was() -> None:
    assert gc.isenabled()
    with collector_paused():
        with collector_paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
        first, second = collector_paused(), collector_paused()
        first.__enter__()
        second.__enter__()
        first.__exit__(None, None, None)  # the thread that began first need not be the last
        assert not gc.isenabled()
        second.__exit__(None, None, None)
    assert gc.isenabled()
    gc.disable()
    try:
        with collector_paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_reads_a_file_is_gone_when_the_file_is_read() -> None:
    builder = Builder("a: [{b: c}, d]\n")
    builder.build()
    left = weakref.ref(builder)
    del builder
    assert left() is None  # without a circle that only the collector finds

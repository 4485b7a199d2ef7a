"""Reading a draft: what is wrong is said with its place in the Markdown, all of it, before anything is asked."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from virkningskjede.diagnostics import BrokenSet
from virkningskjede.drafts import Draft, read_draft
from virkningskjede.project import Portfolio, load_portfolio
from virkningskjede.yamlfile import MAX_DIAGNOSTICS

ROOT = Path(__file__).parents[1] / "analysis" / "claims" / "root"
WITH = '<!-- vk: with: {claims: rapport, silence: "no"} -->\n'
COUNT = "<!-- vk: count: {over: pilotene, where: {node: {term: mote}}} -->"

Read = Callable[[str], Draft]


@pytest.fixture(scope="session")
def pilots() -> Portfolio:
    return load_portfolio(ROOT)


@pytest.fixture
def read(tmp_path: Path, pilots: Portfolio) -> Read:
    def call(text: str) -> Draft:
        path = tmp_path / "utkast.md"
        path.write_bytes(text.encode("utf-8"))
        return read_draft(path, pilots.project, pilots)

    return call


def test_a_draft_as_values(read: Read) -> None:
    draft = read(f"{WITH}Alle {COUNT}to<!-- /vk --> har <!-- vk: {{claim: kurs}} -->\nBare Ask<!-- /vk -->.\n")
    assert [(mark.id, mark.kind, mark.text, mark.place.line, mark.place.column) for mark in draft.marks] == [
        ("m1", "count", "to", 2, 71),
        ("m2", "claim", "\nBare Ask", 3, 1),
    ]
    assert draft.setting.claims == "rapport"
    assert draft.cited is not None
    assert (list(draft.file.claims), draft.file.source, draft.file.not_evidence) == (["m1"], "rapport", ("4.1",))
    assert draft.file.claims["m1"].silence == "no"
    assert draft.warnings == ()


def test_a_draft_without_marks(read: Read) -> None:
    assert read("# Bare tekst\n").marks == ()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (f"a §{COUNT} b", "VK143"),
        (f"a §{COUNT}2 b {COUNT}3<!-- /vk -->", "VK143"),
        ("a §<!-- /vk -->", "VK143"),
        ("a §<!-- vk: count: {over: x}", "VK143"),
        ("§<!-- vk: with: {} -->", "VK143"),
        ("a <!-- vk: §cuont: {over: pilotene} -->2<!-- /vk -->", "VK101"),
        ("a <!-- vk: count: {over: pilotene, where: {node: {term: mote}}, §is: 2} -->2<!-- /vk -->", "VK101"),
        ("a <!-- vk: §count: {over: pilotene} -->2<!-- /vk -->", "VK102"),
        ("a <!-- vk: §tabell -->2<!-- /vk -->", "VK011"),
        ("a <!-- vk: {count: §{over: pilotene, where: {node: {term: mote}} -->2<!-- /vk -->", "VK002"),  # the brace that is never closed
        ("a <!-- vk: count: {over: §pilotne, where: {node: {term: §mte}}} -->2<!-- /vk -->", "VK140 VK125"),
        ("æøå <!-- vk:\n  count:\n    over: §pilotne\n    where: {node: {term: §mte}} -->2<!-- /vk -->", "VK140 VK125"),
        ("a <!-- vk: these: {over: {group: pilotene, except: [§aske]}, where: {node: {term: mote}}} -->2<!-- /vk -->", "VK142"),
        ("a <!-- vk: share: {over: pilotene, where: {node: {column: §kurs}}} -->2<!-- /vk -->", "VK125"),
        ("a <!-- vk: sum: {in: ask, of: [var, §sommer]} -->2<!-- /vk -->", "VK301"),
        ("a <!-- vk: holds: {not: {these: {include: §aske, where: {node: {term: mote}}}}} -->2<!-- /vk -->", "VK142"),
        ("a <!-- vk: holds: {§count: {over: pilotene, where: {node: {term: mote}}}} -->2<!-- /vk -->", "VK102"),
        ("a <!-- vk: claim: §kurset -->2<!-- /vk -->", "VK144"),
        ("<!-- vk: table: §tiltakene -->2<!-- /vk -->", "VK144"),
        ("<!-- vk: check: {name: §noe, over: §alle} -->2<!-- /vk -->", "VK144 VK140"),
        ("a <!-- vk:§ {} -->2<!-- /vk -->", "VK121"),
        ("a <!-- vk:§ -->2<!-- /vk -->", "VK010"),
        (f"*a*\r\n\r\nb §{COUNT}\r\n", "VK143"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(read: Read, text: str, codes: str) -> None:
    whole = WITH + text
    marked = []
    for number, line in enumerate(whole.replace("\r\n", "\n").split("\n"), 1):
        marked += [(number, len(line[: at.start()].replace("§", "")) + 1) for at in re.finditer("§", line)]
    with pytest.raises(BrokenSet) as caught:
        read(whole.replace("§", ""))
    result = [
        (diagnostic.place.line, diagnostic.place.column, diagnostic.code) for diagnostic in caught.value.diagnostics if diagnostic.place
    ]
    assert sorted(result) == sorted((line, column, code) for (line, column), code in zip(marked, codes.split(), strict=True))
    assert {diagnostic.file for diagnostic in caught.value.diagnostics} == {caught.value.diagnostics[0].file}


def test_everything_wrong_is_said_at_once(read: Read) -> None:
    with pytest.raises(BrokenSet) as caught:
        read(f"<!-- vk: with: {{claims: rapprt}} -->\na <!-- vk: x: 1 -->b<!-- /vk --><!-- /vk --> {COUNT}<!-- /vk -->")
    assert [diagnostic.code for diagnostic in caught.value.diagnostics] == ["VK144", "VK101", "VK143"]


@pytest.mark.parametrize(
    ("setting", "codes"),
    [
        ("{claims: rapport, groups: {a: {kind: pilot}}}", ["VK121"]),
        ("{groups: {a: {follows: mall}}}", ["VK142"]),
        ("{not_evidence: ['9']}", ["VK309"]),
        ("{source: rapprt}", ["VK308"]),
        ("{lang: sv}", ["VK106"]),
        ("{claims: ../../secret}", ["VK107"]),
    ],
)
def test_what_all_marks_share_is_checked(read: Read, setting: str, codes: list[str]) -> None:
    text = f"<!-- vk: with: {setting} -->\n"
    if "source" not in setting:
        text = text.replace("{not_evidence", "{source: rapport, not_evidence")
    with pytest.raises(BrokenSet) as caught:
        read(text)
    assert [diagnostic.code for diagnostic in caught.value.diagnostics] == codes
    assert all(diagnostic.place is not None and diagnostic.place.line == 1 for diagnostic in caught.value.diagnostics)


def test_very_much_wrong_is_said_in_part(read: Read) -> None:
    with pytest.raises(BrokenSet) as caught:
        read("a <!-- /vk -->\n" * (MAX_DIAGNOSTICS + 3))
    codes = [diagnostic.code for diagnostic in caught.value.diagnostics]
    assert codes == ["VK143"] * MAX_DIAGNOSTICS + ["VK015"]
    assert dict(caught.value.diagnostics[-1].params)["count"] == "3"


def test_silence_must_be_settled(read: Read) -> None:
    with pytest.raises(BrokenSet) as caught:
        read(f"<!-- vk: with: {{claims: rapport}} -->\na {COUNT}2<!-- /vk -->")
    assert [(diagnostic.code, diagnostic.place and diagnostic.place.line) for diagnostic in caught.value.diagnostics] == [("VK102", 2)]
    own = read(
        "<!-- vk: with: {claims: rapport} -->\na "
        + COUNT.replace("count: {", "{silence: unknown, count: {").replace(" -->", "} -->")
        + "2<!-- /vk -->"
    )
    assert own.file.claims["m1"].silence == "unknown"


def test_a_mark_first_on_a_line_is_warned_of(read: Read) -> None:
    first = f"§{COUNT}To<!-- /vk --> har."
    text = f"{WITH}\n{first}\n\n- {first}\n\n{COUNT}\nTo<!-- /vk --> har.\n\n| {COUNT}2<!-- /vk --> |\n"
    lines = [number for number, line in enumerate(text.split("\n"), 1) if "§" in line]
    warned = read(text.replace("§", "")).warnings
    assert [(warning.code, warning.severity, warning.place and warning.place.line) for warning in warned] == [
        ("VK145", "warning", line) for line in lines
    ]


def test_a_file_that_cannot_be_read(tmp_path: Path, pilots: Portfolio) -> None:
    (tmp_path / "latin.md").write_bytes("bl\xe5 <!-- vk: x -->".encode("latin-1"))
    for name, code in (("none.md", "VK012"), ("latin.md", "VK001")):
        with pytest.raises(BrokenSet) as caught:
            read_draft(tmp_path / name, pilots.project, pilots)
        assert [diagnostic.code for diagnostic in caught.value.diagnostics] == [code]


@pytest.mark.parametrize("count", [200, 201])
def test_a_draft_with_many_warnings_is_read(read: Read, count: int) -> None:
    warned = read(f"{WITH}\n" + f"{COUNT}To<!-- /vk --> har.\n\n" * count).warnings
    assert [warning.code for warning in warned] == ["VK145"] * 200 + ["VK015"] * (count - 200)
    assert {warning.severity for warning in warned} == {"warning"}

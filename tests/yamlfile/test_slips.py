"""Slips of those who write YAML for the first time: what is said, where one must act, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.i18n import LANGS
from virkningskjede.project import read_model
from virkningskjede.yamlfile import parse
from virkningskjede.yamlfile.slips import in_quotes, recognise

HEAD = "virkningskjede: 1\nkind: pilot\nid: x\ntarget_group: {alle: {label: Alle}}\nactivities:\n"

SLIPS: dict[str, tuple[str, str, int, int, str, str]] = {
    # The text, code, line below the head, column, a part of the message and a part of the advice.
    "a colon in a text": ("  a:\n    label: Kafé: en start\n", "VK002", 2, 16, "kolon", 'label: "Kafé: en start"'),
    "a colon in a text in braces": (
        "  a: {label: Kafé: Start nå, status: planned}\n",
        "VK002",
        1,
        18,
        "kolon",
        'label: "Kafé: Start nå"',
    ),
    "a colon in a text in typographic quotes": ("  a: {label: “Kafé: nå”}\n", "VK002", 1, 19, "kolon", 'label: "Kafé: nå"'),
    "no comma in braces": ("  a: {label: Kafé nå status: planned}\n", "VK002", 1, 22, "komma", "label: Kafé nå, status: planned"),
    "no comma after a quote": ('  a: {label: "Kafé" status: planned}\n', "VK002", 1, 20, "komma", 'label: "Kafé", status:'),
    "a key in a key": ("  a: label: Kafé\n", "VK002", 1, 11, "kolon", "a: {label: Kafé}"),
    "a comma in braces": ("  a: {label: Kafé, med te}\n", "VK018", 1, 20, "med te", 'label: "Kafé, med te"'),
    "commas in braces": ("  a: {label: Kafé, te, kake, status: planned}\n", "VK018", 1, 20, "te, kake", 'label: "Kafé, te, kake"'),
    "a comma behind a quote": ('  a: {label: "Kafé", med te}\n', "VK018", 1, 22, "med te", 'label: "Kafé, med te"'),
    "a comma in typographic quotes": ("  a: {label: “Kafé, og te”}\n", "VK018", 1, 21, "og te", 'label: "Kafé, og te"'),
    "a decimal comma": ("  a: {label: K, dose: {session: {value: 2,75, unit: hour}}}\n", "VK018", 1, 43, "75", "value: 2.75"),
    "a decimal comma after thousands": ("  a: {label: K, dose: {money: {value: 1 200,5, unit: NOK}}}\n", "VK018", 1, 45, "5", "1200.5"),
    "a list in braces": ("  a: {label: K, who: {nav, dps}}\n", "VK018", 1, 23, "nav, dps", "[nav, dps]"),
    "a tab for indentation": ("\ta: {label: K}\n", "VK002", 1, 1, "tabulator", "mellomrom"),
    "a tab after spaces": ("  a:\n    label: K\n  \tstatus: planned\n", "VK002", 3, 3, "tabulator", "mellomrom"),
    "a tab after a dash": ("  a:\n    leads_to:\n      -\tb\n", "VK002", 3, 8, "tabulator", "mellomrom"),
    "a no-break space in a key": ("  a: {label: K,\xa0 status: planned}\n", "VK019", 1, 16, "hardt mellomrom", "`status`"),
    "no-break spaces for indentation": ("\xa0 \xa0 a: {label: K}\n", "VK019", 1, 1, "U+00A0", "vanlige mellomrom"),
    "a no-break space among spaces": ("  a:\n    label: K\n   \xa0status: planned\n", "VK002", 3, 4, "U+00A0", "vanlig mellomrom"),
    "a no-break space behind a colon": ("  a:\n    label:\xa0K\n    status: planned\n", "VK002", 2, 11, "U+00A0", "vanlig mellomrom"),
    "a no-break space behind a colon in braces": ("  a: {label:\xa0Kafé}\n", "VK019", 1, 7, "U+00A0", "`label: Kafé`"),
    "a zero-width space before a key": ("  a: {label: K, \u200bstatus: planned}\n", "VK019", 1, 17, "U+200B", "`status`"),
    "a line separator": ("  a:\n    label: K\u2028L\n", "VK002", 2, 13, "U+2028", "Slett"),
    "no space behind a colon": ("  a:\n    label:Kafé\n    status: planned\n", "VK002", 2, 10, "mellomrom etter kolonet", "label: Kafé"),
    "no space behind a colon in braces": ("  a: {label:Kafé, status: planned}\n", "VK022", 1, 7, "label:Kafé", "label: Kafé"),
    "no space before a brace": ("  a:{label: Kafé}\n", "VK022", 1, 3, "a:{label", "a: {label: Kafé}"),
    "no space and nothing more": ("  a:\n    label:Kafé\n", "VK103", 2, 5, "", "label: Kafé"),
    "no colon": ("  a:\n    label Kafé\n    status: planned\n", "VK002", 2, 5, "label Kafé", "label: Kafé"),
    "no colon at the left": ("kind pilot\n", "VK002", 1, 1, "kind pilot", "kind: pilot"),
    "an at sign": ("  a: {label: @navet}\n", "VK002", 1, 14, "@", 'label: "@navet"'),
    "a percent sign": ("  a:\n    label: % av alle\n", "VK002", 2, 12, "%", 'label: "% av alle"'),
    "a backtick": ("  a: {label: `K`, status: planned}\n", "VK002", 1, 14, "`", 'label: "`K`"'),
    "asterisks": ("  a:\n    label: *Viktig* møte\n", "VK002", 2, 12, "*", 'label: "*Viktig* møte"'),
    "an asterisk": ("  a:\n    label: *Viktig møte\n", "VK002", 2, 12, "*", 'label: "*Viktig møte"'),
    "an ampersand": ("  a:\n    label: &Co\n", "VK006", 2, 12, "Co", 'label: "&Co"'),
    "an exclamation mark": ("  a:\n    label: !Viktig\n", "VK007", 2, 12, "!Viktig", 'label: "!Viktig"'),
    "more than": ("  a:\n    label: > 50 år\n", "VK002", 2, 12, ">", 'label: "> 50 år"'),
    "a bar": ("  a:\n    label: |K| 2\n", "VK002", 2, 12, "|", 'label: "|K| 2"'),
    "more than five": ("  a:\n    label: >5\n", "VK109", 2, 12, "", 'label: ">5"'),
    "a dash": ("  a:\n    label: - K\n", "VK002", 2, 12, "liste", 'label: "- K"'),
    "a question mark": ("  a:\n    label: ? K\n", "VK002", 2, 12, "?", 'label: "? K"'),
    "a bracket first": ("  a:\n    label: [Ny] K\n", "VK002", 2, 17, "klamme", 'label: "[Ny] K"'),
    "a bracket inside braces": ("  a: {label: K [ny], status: planned}\n", "VK002", 1, 16, "klamme", 'label: "K [ny]"'),
    "a brace first": ("  a:\n    label: {Ny} K\n", "VK002", 2, 17, "klamme", 'label: "{Ny} K"'),
    "a hash first": ("  a:\n    label: #1 K\n", "VK112", 2, 5, "", 'label: "#1 K"'),
    "a hash first in braces": ("  a: {label: #1 K}\n  b: {label: L}\n", "VK002", 1, 14, "kommentar", '"#1 K"'),
    "a hash later": ("  a:\n    label: K #1\n", "VK021", 2, 14, "#1", '"K #1"'),
    "too little indentation": ("  a:\n    label: K\n   status: planned\n", "VK002", 3, 4, "3 mellomrom", "0, 2 eller 4"),
    "too much indentation": ("  a:\n    label: K\n      status: planned\n", "VK002", 3, 7, "6 mellomrom", "0, 2 eller 4"),
    "indentation after braces": ("  a: {label: K}\n   b: {label: L}\n", "VK002", 2, 4, "3 mellomrom", "0 eller 2"),
    "indentation forgotten": ("  a:\n  label: K\n", "VK112", 1, 3, "", "flere mellomrom"),
    "an unclosed double quote": ('  a: {label: "K}\n  b: {label: L}\n', "VK002", 1, 14, '"', '"K'),
    "an unclosed quote closed by the next": ("  a:\n    label: 'K\n    note: 'L'\n", "VK002", 2, 12, "'", "label: 'K'"),
    "an apostrophe in single quotes": ("  a:\n    label: 'Ola's K'\n", "VK002", 2, 17, "anførselstegn", 'label: "Ola\'s K"'),
    "quotes in quotes": ('  a:\n    label: "Si "hei" nå"\n', "VK002", 2, 17, "anførselstegn", "label: 'Si \"hei\" nå'"),
    "text behind quotes": ('  a:\n    label: "K" for alle\n', "VK002", 2, 16, "anførselstegn", "label: '\"K\" for alle'"),
    "a backslash": ('  a:\n    label: "C:\\Filer"\n', "VK002", 2, 15, "\\", "label: 'C:\\Filer'"),
    "an unclosed brace": ("  a: {label: K, status: planned\n  b: {label: L}\n", "VK002", 1, 6, "`{`", "`}`"),
    "an unclosed bracket": ("  a:\n    leads_to: [b, c\n    label: K\n", "VK002", 2, 15, "`[`", "`]`"),
    "a bracket closed by a brace": ("  a: {label: K, leads_to: [b}\n", "VK002", 1, 29, "`[` på linje 6", "`]`"),
    "one brace too many": ("  a: {label: K}}\n", "VK002", 1, 16, "`}`", "Slett"),
    "two commas": ("  a: {label: K,, status: planned}\n", "VK002", 1, 16, "kommaet", "Slett"),
    "a comma at the end": ('  a:\n    label: "K",\n', "VK002", 2, 15, "komma", 'label: "K"'),
    "a list where entries are wanted": (
        "  - label: Kafé, med te\n  - label: L\n",
        "VK103",
        0,
        1,
        "en liste",
        'kafe-med-te: {label: "Kafé, med te"}',
    ),
    "a text where an entry is wanted": ("  a: Kafé på lørdag\n", "VK103", 1, 6, "tekst", "a: {label: Kafé på lørdag}"),
    "dashes without space": ("  a:\n    label: K\n    leads_to:\n      -b\n      -c\n", "VK107", 4, 7, "", "- b"),
    "names in a row": ("  a:\n    label: K\n    leads_to: b; c\n", "VK107", 3, 15, "b; c", "[b, c]"),
    "an equals sign": ("  a = {label: Kafé}\n", "VK107", 1, 3, "", "a: {label: Kafé}"),
    "typographic quotes": ("  a: {label: “Kafé”}\n", "VK020", 1, 14, "“ og ”", '"Kafé"'),
    "guillemets": ("  a: {label: «Kafé»}\n", "VK020", 1, 14, "« og »", '"«Kafé»"'),
    "a key in typographic quotes": ("  “a”: {label: K}\n", "VK107", 1, 3, "", "Skriv a:"),
    "a thin dash in an id": ("  a–b: {label: K}\n", "VK107", 1, 3, "", "U+2013"),
    "a Cyrillic letter in a key": ("  a: {l\u0430bel: K}\n", "VK101", 1, 7, "l‹U+0430›bel", "U+0430"),
    "a zero-width space in a value": ("  a: {label: K, status: plan\u200bned}\n", "VK106", 1, 25, "plan‹U+200B›ned", "`planned`"),
    "a decimal comma outside braces": (
        "  a:\n    label: K\n    dose:\n      session:\n        value: 1,5\n        unit: hour\n",
        "VK104",
        5,
        16,
        "1,5",
        "1.5",
    ),
    "a mark of git": ("<<<<<<< HEAD\n  a: {label: K}\n", "VK002", 1, 1, "git", "slett"),
    "a mark of Markdown": ("```\n", "VK002", 1, 1, "Markdown", "Slett"),
    "a text under a bar that is not indented": (
        "  a:\n    label: K\n    note: |\n    tekst\n    status: planned\n",
        "VK002",
        4,
        5,
        "rykket inn",
        "mellomrom",
    ),
    "a control character": ("  a: {label: åå\x07}\n", "VK002", 1, 16, "U+0007", "Slett"),
    "a dash before one entry": (
        "  a: {label: A}\n  - skole:\n      label: S\n  c: {label: C}\n",
        "VK002",
        2,
        3,
        "foran `skole:` står en strek",
        "Slett streken, og skriv `skole:`",
    ),
    "a dash before the first entry": (
        "  - skole:\n      label: S\n      leads_to: [c]\n  c:\n    label: C\n",
        "VK002",
        1,
        3,
        "foran `skole:` står en strek",
        "Slett streken, og skriv `skole:`",
    ),
    "a dash before an entry in braces": (
        "  - skole: {label: S}\n  c: {label: C}\n",
        "VK002",
        1,
        3,
        "foran `skole:` står en strek",
        "Slett streken, og skriv `skole:`",
    ),
    "a key beside the dash of its item": (
        "  a:\n    label: A\n    leads_to:\n      - to: b\n      because: x\n",
        "VK002",
        5,
        7,
        "6 mellomrom",
        "0, 2, 4 eller 8",
    ),
    "a key beside the dashes of a list": (
        "  a:\n    label: A\n    leads_to:\n      - b\n      - c\n      status: planned\n",
        "VK002",
        6,
        7,
        "6 mellomrom",
        "0, 2 eller 4",
    ),
    "a dash without space before a key": (
        "  a:\n    label: A\n    leads_to:\n      -to: b\n",
        "VK103",
        3,
        5,
        "en liste",
        "Skriv mellomrom etter streken: - to: b",
    ),
    "a dash without space in a longer item": (
        "  a:\n    label: A\n    leads_to:\n      -to: b\n       because: x\n",
        "VK002",
        4,
        7,
        "mellomrom etter streken",
        "Skriv mellomrom etter streken: - to: b",
    ),
    "dashes without space before keys": (
        "  a:\n    label: A\n    leads_to:\n      -to: b\n      -to: c\n",
        "VK005",
        5,
        7,
        "`-to` står to ganger",
        "Skriv mellomrom etter streken: - to: c",
    ),
    "a line too far out": (
        "  a:\n    label: A\n  status: planned\n    leads_to: [b]\n",
        "VK002",
        3,
        3,
        "linjen har 2 mellomrom foran",
        "Sett 4 mellomrom foran",
    ),
    "a first line too far out": (
        "  a:\n  label: A\n    status: planned\n",
        "VK002",
        2,
        3,
        "linjen har 2 mellomrom foran",
        "Sett 4 mellomrom foran",
    ),
    "an apostrophe at the end of a word in single quotes": (
        "  a:\n    label: 'Øyas' regn uteblir'\n",
        "VK002",
        2,
        19,
        "anførselstegn",
        'hele teksten: label: "Øyas\' regn uteblir" (',
    ),
    "two texts in single quotes": ("  a:\n    label: 'A' og 'B'\n", "VK002", 2, 16, "anførselstegn", "label: \"'A' og 'B'\" ("),
    "a second document": ("  a: {label: K}\n---\n", "VK008", 2, 1, "dokument", "`---`"),
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_gets_the_sentence_that_helps(name: str) -> None:
    text, code, line, column, problem, advice = SLIPS[name]
    diagnostics = read_model(parse((HEAD + text).encode(), "x.yaml")).diagnostics
    here = [
        diagnostic
        for diagnostic in diagnostics
        if diagnostic.place and (diagnostic.code, diagnostic.place.line, diagnostic.place.column) == (code, line + 5, column)
    ]
    assert len(here) == 1, [(diagnostic.code, diagnostic.place, diagnostic.message()) for diagnostic in diagnostics]
    assert problem in here[0].message("nb")
    assert advice in here[0].tip("nb")
    assert here[0].message("en") != here[0].message("nb")
    assert here[0].tip("en") != here[0].tip("nb")


def test_of_what_cannot_be_read_it_is_said_that_the_rest_was_not() -> None:
    (diagnostic,) = read_model(parse((HEAD + "  a: {label: K}}\n  b: {lable: L}\n").encode(), "x.yaml")).diagnostics
    assert diagnostic.code == "VK002"
    assert diagnostic.tip("nb") == "Slett `}`, eller sett anførselstegn rundt hvis det hører til teksten. (Resten av filen er ikke lest.)"
    assert diagnostic.tip("en").endswith(" (The rest of the file was not read.)")


ALONE = (
    "a no-break space in a key",
    "no-break spaces for indentation",
    "a decimal comma",
    "no space behind a colon in braces",
    "a comma in braces",
)


@pytest.mark.parametrize("name", ALONE)
def test_a_slip_is_said_once(name: str) -> None:
    assert len(read_model(parse((HEAD + SLIPS[name][0]).encode(), "x.yaml")).diagnostics) == 1


@pytest.mark.parametrize(
    "text",
    ["a: 1", "a: [b, {c: d}] # e", "a: Kurs # om kvelden", "a: «Bli kjent»-samtale", 'a: "«Bli kjent»"', "a: 12:30", "a: x#1", "a: b\xa0c"],
)
def test_what_is_no_slip_is_left_alone(text: str) -> None:
    assert parse(text.encode(), "x.yaml").diagnostics == ()


@given(st.text(st.sampled_from("ab: \n-[]{},'\"#@|>&*!?%`\t\\\xa0“”é"), max_size=60), st.data())
def test_wherever_a_parser_stops_there_is_something_to_say(text: str, data: st.DataObject) -> None:
    """A parser that stops elsewhere, or gives its reason in other words, changes nothing but which sentence is said."""
    at = data.draw(st.integers(0, len(text)))
    since = data.draw(st.none() | st.integers(0, len(text)))
    slip = recognise(text, at, since, 64)
    assert 0 <= slip.start <= slip.end <= len(text) + 1
    for lang in LANGS:
        assert slip.problem.in_(lang)
        assert slip.advice.in_(lang)


@given(st.text(st.sampled_from("ab: \\'\"«»“”,[]{}#&é"), min_size=1, max_size=20))
def test_a_text_in_quotes_can_be_read(text: str) -> None:
    values = parse(f"a: {in_quotes(text)}".encode(), "x.yaml").values
    assert values is not None
    assert values["a"] is not None
    assert str(values["a"]) in text


# Slips made at random places of real models.

_ENTRY = re.compile(r"  [a-z][a-z0-9-]*: ")
_LABEL = re.compile(r"label: ([A-ZÆØÅ][a-zæøå]+) ([a-zæøå]+)")


def with_tab(line: str, before: str) -> str | None:
    return "\t" + line.lstrip(" ") if _ENTRY.match(line) else None


def with_colon(line: str, before: str) -> str | None:
    return _LABEL.sub(r"label: \1: \2", line, count=1) if _LABEL.search(line) else None


def with_comma(line: str, before: str) -> str | None:
    return _LABEL.sub(r"label: \1, \2", line, count=1) if _LABEL.search(line) and "{label" in line else None


def without_space(line: str, before: str) -> str | None:
    return line.replace("{label: ", "{label:", 1) if "{label: " in line else None


def with_no_break_space(line: str, before: str) -> str | None:
    return (
        re.sub(r", ([a-z_]+): ", ",\xa0\\1: ", line, count=1) if re.search(r"^  [a-z0-9-]+: \{label: [^\"',]+, [a-z_]+: ", line) else None
    )


def with_odd_indentation(line: str, before: str) -> str | None:
    return line.replace("  ", "\xa0\xa0", 1) if _ENTRY.match(line) else None


def with_sign(line: str, before: str) -> str | None:
    return line.replace("label: ", "label: @", 1) if _LABEL.search(line) else None


def with_typographic_quotes(line: str, before: str) -> str | None:
    return (
        re.sub(r"\{label: ([^\"'«»,{}\[\]]+)([,}])", r"{label: “\1”\2", line, count=1)
        if re.search(r"\{label: [^\"'«»,{}\[\]]+[,}]", line)
        else None
    )


def without_brace(line: str, before: str) -> str | None:
    return line[:-1] if _ENTRY.match(line) and line.endswith("}") and line.count("{") == line.count("}") else None


def with_space_too_many(line: str, before: str) -> str | None:
    return " " + line if _ENTRY.match(line) and _ENTRY.match(before) and before.endswith("}") else None


def with_control_character(line: str, before: str) -> str | None:
    return line + "\x07" if line else None


MADE = {
    with_tab: {"VK002"},
    with_colon: {"VK002"},
    with_comma: {"VK018"},
    without_space: {"VK022"},
    with_no_break_space: {"VK019"},
    with_odd_indentation: {"VK002", "VK019"},
    with_sign: {"VK002"},
    with_typographic_quotes: {"VK020"},
    without_brace: {"VK002"},
    with_space_too_many: {"VK002"},
    with_control_character: {"VK002"},
}


Slip = Callable[[str, str], str | None]


@cache
def lines_of(path: Path) -> tuple[str, ...]:
    return tuple(path.read_text("utf-8").splitlines())


@cache
def places_for(made: Slip, path: Path) -> tuple[tuple[int, str], ...]:
    """Where the slip can be made in a file, and what the line is then."""
    pairs = enumerate(pairwise(lines_of(path)), 1)
    return tuple((number, new) for number, (before, line) in pairs if (new := made(line, before)) is not None and new != line)


@pytest.mark.parametrize("slip", MADE, ids=lambda slip: slip.__name__)
@given(data=st.data())
def test_a_slip_anywhere_in_a_model_is_found_on_its_line(slip: object, models_folder: Path, data: st.DataObject) -> None:
    made = next(slip_made for slip_made in MADE if slip_made is slip)
    path = data.draw(st.sampled_from(sorted((models_folder / "pilots").glob("*.yaml"))))
    lines, places = lines_of(path), places_for(made, path)
    if not places:
        return
    number, new = data.draw(st.sampled_from(places))
    text = "\n".join([*lines[:number], new, *lines[number + 1 :]]) + "\n"
    diagnostics = read_model(parse(text.encode(), path.name)).diagnostics
    assert MADE[made] & {diagnostic.code for diagnostic in diagnostics if diagnostic.place and diagnostic.place.line == number + 1}


@pytest.mark.parametrize("name", ["cp1252", "mac_roman", "cp850"])
@given(data=st.data())
def test_a_model_in_an_older_encoding_is_placed_at_its_first_letter(name: str, models_folder: Path, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted((models_folder / "pilots").glob("*.yaml"))))
    text = "".join(character for character in path.read_text("utf-8") if character.isascii() or character in "æøåÆØÅé«»")
    (diagnostic,) = parse(text.encode(name), path.name).diagnostics
    first = next(index for index, character in enumerate(text) if not character.isascii())
    assert diagnostic.code == "VK001"
    assert diagnostic.place is not None
    assert (diagnostic.place.line, diagnostic.place.column) == (text.count("\n", 0, first) + 1, first - text.rfind("\n", 0, first))
    assert {"cp1252": "Windows-1252", "mac_roman": "MacRoman", "cp850": "DOS (CP850)"}[name] in diagnostic.message("nb")
    assert f"«{text[first]}»" in diagnostic.message("nb")

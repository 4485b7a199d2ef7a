"""The one catalogue: every entry in both languages, with the same parameters, and every key that the code names."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

import virkningskjede
from virkningskjede.catalogue import LANGS, MESSAGES, WORDS, Word, message, tip, visible, word
from virkningskjede.diagnostics import SHOWN_VALUE_LIMIT, diagnostic, shorten

PACKAGE = Path(virkningskjede.__file__).parent
KEY = re.compile(r"""(?<![.\w])(?:word|Word|said)\(\s*"([a-z_]+(?:\.[a-z_0-9]+)+)\"""")
CODE = re.compile(r"""["'](VK\d{3})["']""")


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("code", MESSAGES)
def test_messages_say_the_same_in_both_languages(code: str) -> None:
    entry = MESSAGES[code]
    assert fields(entry.says.nb) == fields(entry.says.en)
    assert fields(entry.tip.nb) == fields(entry.tip.en)
    for text in (*entry.says, *entry.tip):
        assert text.strip() == text
        assert text
    for text in entry.tip:
        assert text.endswith((".", "?")), "advice is a sentence"
    for text in entry.says:
        assert not text.endswith("."), "a message stands in a line of its own"


@pytest.mark.parametrize("key", WORDS)
def test_words_have_the_same_parameters_in_both_languages(key: str) -> None:
    assert fields(WORDS[key].nb) == fields(WORDS[key].en)


def test_every_key_that_the_code_names_is_there() -> None:
    named = {key for path in PACKAGE.rglob("*.py") for key in KEY.findall(path.read_text("utf-8"))}
    assert len(named) > 60
    assert named - set(WORDS) == set()


def test_every_code_that_the_code_names_is_there() -> None:
    named = {code for path in PACKAGE.rglob("*.py") for code in CODE.findall(path.read_text("utf-8"))}
    assert named == set(MESSAGES)


def test_a_phrase_as_a_parameter_is_said_in_the_readers_language() -> None:
    found = diagnostic("VK103", ("a",), expected=Word("form.list"), found=Word("form.text"))
    assert found.message("nb") == "Her ventes en liste, men det står tekst"
    assert found.message("en") == "Expected a list here, but found text"


def test_values_in_messages_are_cut_and_cannot_steer() -> None:
    found = diagnostic("VK107", value="\x1b[31m" + "x" * 1000)
    assert "\x1b" not in found.message()
    assert len(dict(found.params)["value"]) == SHOWN_VALUE_LIMIT
    assert shorten("a\nb\tc") == "a b c"


def test_braces_in_values_are_text() -> None:
    assert "{value}" in message("VK107", {"value": "{value}"}, "en")
    assert tip("VK107", {}, "nb").startswith("Bruk bare")


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x9b", "\u202e", "\u2066", "\u2028", "\ufeff", "\ud800"])
def test_invisible_characters_are_shown(character: str) -> None:
    assert visible(f"a{character}b") == "a\ufffdb"


def test_words_in_every_language() -> None:
    assert {word("severity.error", lang) for lang in LANGS} == {"feil", "error"}

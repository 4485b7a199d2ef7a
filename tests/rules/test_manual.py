"""Every code has a page in both languages, and every message says the same in both."""

from __future__ import annotations

import importlib.resources
import re
import string
from pathlib import Path

import pytest

from virkningskjede.errors import UsageError
from virkningskjede.i18n import LANGS, MESSAGES, Lang
from virkningskjede.rules import RULES, page
from virkningskjede.rules.manual import answer

MANUAL = Path(str(importlib.resources.files("virkningskjede"))) / "manual"

SHORTEST, LONGEST = 50, 150
"""Words on a page, without title and examples."""


def names(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_the_manual_has_a_folder_for_each_code_and_no_other() -> None:
    assert {folder.name for folder in MANUAL.iterdir() if folder.name != "root"} == set(MESSAGES)


def test_every_rule_has_a_message() -> None:
    assert set(RULES) <= set(MESSAGES)
    assert all(code == rule.code for code, rule in RULES.items())


def test_messages_have_the_same_parameters_in_both_languages() -> None:
    texts = [(code, text) for code, message in MESSAGES.items() for text in (message.says, message.tip)]
    assert [code for code, text in texts if names(text.nb) != names(text.en)] == []
    assert [code for code, message in MESSAGES.items() if message.says.nb == message.says.en or message.says.nb.endswith(".")] == []


@pytest.mark.parametrize("lang", LANGS)
def test_pages_are_short_and_have_a_title(lang: Lang) -> None:
    pages = {code: (MANUAL / code / f"{lang}.md").read_text("utf-8").partition("\n") for code in MESSAGES}
    assert [title for code, (title, _, _) in pages.items() if not re.fullmatch(rf"# {code} – \S.*[^.]", title)] == []
    words = {code: len(text.split()) for code, (_, _, text) in pages.items()}
    assert {code: count for code, count in words.items() if not SHORTEST <= count <= LONGEST} == {}


def test_a_page_has_severity_text_and_both_examples() -> None:
    shown = page("vk212", "nb")
    assert shown.startswith("# VK212 – en kobling til seg selv\n\n*Feil*\n\nEt ledd fører til seg selv.")
    assert re.findall(r"^## (.+)$", shown, re.MULTILINE) == ["Uten denne meldingen", "Med denne meldingen"]
    assert shown.count("```yaml\nvirkningskjede: 1\n") == 2
    assert "# expect" not in shown
    assert shown.endswith("```\n")


def test_a_page_without_examples_ends_with_its_text() -> None:
    assert "## " not in page("VK003", "en").replace("# VK003", "")


def test_a_code_is_found_without_its_letters_and_in_small_ones() -> None:
    assert answer("212", "en") == answer("vk212", "en") == page("VK212", "en")
    assert answer("21", "en") == answer("VK21", "en")
    assert "- VK212 (error): " in answer("21", "en")


def test_an_unknown_code_is_refused_with_the_likely_one() -> None:
    with pytest.raises(UsageError, match=r"there is no code VK2O4; did you mean `VK2\d4`\?"):
        page("VK2O4")
    with pytest.raises(UsageError, match=r"there is no code \.\./secret$"):
        page("../secret")

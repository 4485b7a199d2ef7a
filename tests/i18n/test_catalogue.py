"""The one catalogue: every entry in both languages, with the same parameters, and every key that the code names."""

from __future__ import annotations

import ast
import errno
import importlib
import pkgutil
import re
import string
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import virkningskjede
from virkningskjede.diagnostics import SHOWN_VALUE_LIMIT, diagnostic, shorten
from virkningskjede.i18n import LANGS, MESSAGES, WORDS, Lang, Word, message, quoted, tip, visible, word, words
from virkningskjede.model.fields import SECTION_KINDS, kinds
from virkningskjede.model.values import fields_of
from virkningskjede.schema import every_type

PACKAGE = Path(virkningskjede.__file__).parent
KEY = re.compile(r"""(?<![.\w])(?:word|Word|said)\(\s*"([a-z_]+(?:\.[a-z_0-9]+)+)\"""")
CODE = re.compile(r"""["'](VK\d{3})["']""")


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_messages_say_the_same_in_both_languages() -> None:
    """Asked of the whole catalogue at once: a test for every key takes far longer to begin and end than to ask."""
    says = [(code, entry.says) for code, entry in MESSAGES.items()]
    tips = [(code, entry.tip) for code, entry in MESSAGES.items()]
    assert [code for code, both in (*says, *tips) if fields(both.nb) != fields(both.en)] == []
    assert [code for code, both in (*says, *tips) for text in both if not text or text.strip() != text] == []
    assert [code for code, both in tips for text in both if not text.endswith((".", "?"))] == [], "advice is a sentence"
    assert [code for code, both in says for text in both if text.endswith(".")] == [], "a message stands in a line of its own"


def test_words_have_the_same_parameters_in_both_languages() -> None:
    assert [key for key, text in WORDS.items() if fields(text.nb) != fields(text.en)] == []


def test_every_key_that_the_code_names_is_there() -> None:
    named = {key for path in PACKAGE.rglob("*.py") for key in KEY.findall(path.read_text("utf-8"))}
    assert len(named) > 60
    assert named - set(WORDS) == set()


def modules() -> Iterator[tuple[str, Mapping[str, object]]]:
    """Each module of words, with the mapping that is named as it is."""
    for module_info in pkgutil.iter_modules(words.__path__):
        module = importlib.import_module(f"{words.__name__}.{module_info.name}")
        yield module_info.name, getattr(module, module_info.name.upper())


def test_no_key_stands_in_two_modules() -> None:
    counted = Counter(key for _, mapping in modules() for key in mapping)
    assert {key: count for key, count in counted.items() if count > 1} == {}
    assert set(counted) == set(WORDS)


class _Used:
    """What keys the package can make: of its texts and of the names of fields, as they stand or put together."""

    def __init__(self) -> None:
        self.texts: set[str] = set()
        patterns: set[str] = set()
        for path in PACKAGE.rglob("*.py"):
            if not path.is_relative_to(PACKAGE / "i18n" / "words"):
                for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                    if isinstance(node, ast.Constant) and isinstance(node.value, str):
                        self.texts |= {node.value, node.value.rpartition(".")[2]}
                    elif isinstance(node, ast.JoinedStr) and any(isinstance(part, ast.Constant) for part in node.values):
                        patterns.add("".join(re.escape(str(p.value)) if isinstance(p, ast.Constant) else "(.+)" for p in node.values))
        for path in PACKAGE.rglob("templates/*.html"):
            self.texts |= set(re.findall(r"""["']([\w.]+)["']""", path.read_text("utf-8")))
        self.texts |= {name for kind in kinds() for field in fields_of(kind) for name in (field.name, field.key, *field.choices)}
        self.texts |= {section.one for section in SECTION_KINDS.values()}
        self.patterns = [re.compile(pattern) for pattern in patterns if " " not in pattern]

    def has(self, text: str, deep: int = 3) -> bool:
        """Whether a text stands in the package, or can be put together of texts that do."""
        if text in self.texts:
            return True
        matches = (pattern.fullmatch(text) for pattern in self.patterns) if deep else ()
        return any(all(self.has(part, deep - 1) for part in match.groups()) for match in matches if match)


def test_every_key_is_used() -> None:
    used = _Used()
    capitals = {capital for text in used.texts for capital in re.findall("[A-Z]{2,}", text)}
    put_in = {
        "os": set(errno.errorcode.values()),
        "placeholder": capitals | {"TEXT", "INTEGER", "FLOAT"},  # the last are click's own
        "schema": {field.key for kind in every_type() for field in fields_of(kind)},  # tests/test_schema.py sees that each is used
        "month": {str(month) for month in range(1, 13)},
    }
    left = [key for key in WORDS if not used.has(key)]
    assert [key for key in left if key.rpartition(".")[2] not in put_in.get(key.partition(".")[0], ())] == []
    assert not used.has("against.section.no_such_section")


@pytest.mark.parametrize("lang", LANGS)
def test_each_kind_of_mark_has_a_letter_of_its_own(lang: Lang) -> None:
    letters = Counter(text.in_(lang) for key, text in WORDS.items() if key.startswith("picture.letter."))
    assert len(letters) > 3
    assert [letter for letter, times in letters.items() if times > 1] == []


def test_every_code_that_the_code_names_is_there() -> None:
    named = {code for path in PACKAGE.rglob("*.py") for code in CODE.findall(path.read_text("utf-8"))}
    assert named == set(MESSAGES)


def test_a_phrase_as_a_parameter_is_said_in_the_readers_language() -> None:
    breach = diagnostic("VK103", ("a",), expected=Word("form.list"), found=Word("form.text"))
    assert breach.message("nb") == "Her ventes en liste, men det står tekst"
    assert breach.message("en") == "Expected a list here, but found text"


def test_values_in_messages_are_cut_and_cannot_steer() -> None:
    breach = diagnostic("VK107", value="\x1b[31m" + "x" * 1000)
    assert "\x1b" not in breach.message()
    assert len(dict(breach.params)["value"]) == SHOWN_VALUE_LIMIT
    assert shorten("a\nb\tc") == "a b c"


def test_braces_in_values_are_text() -> None:
    assert "{value}" in message("VK107", {"value": "{value}"}, "en")
    assert tip("VK107", {}, "nb").startswith("Bruk bare")


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x9b", "\u202e", "\u2066", "\u2028", "\ufeff", "\ud800"])
def test_invisible_characters_are_shown(character: str) -> None:
    assert visible(f"a{character}b") == "a\ufffdb"


def test_words_in_every_language() -> None:
    assert {word("severity.error", lang) for lang in LANGS} == {"feil", "error"}


@pytest.mark.parametrize(
    ("text", "nb", "en"),
    [
        ("Kurs", "«Kurs»", "“Kurs”"),
        ("«Bli kjent»-samtale", "«‘Bli kjent’-samtale»", "“‘Bli kjent’-samtale”"),
        ("Hå – «Arbeidsløftet»", "«Hå – ‘Arbeidsløftet’»", "“Hå – ‘Arbeidsløftet’”"),
        ("a “b” c", "«a ‘b’ c»", "“a ‘b’ c”"),
        ("{x}", "«{x}»", "“{x}”"),
    ],
)
def test_quotation_marks_within_quotation_marks_become_inner_ones(text: str, nb: str, en: str) -> None:
    assert (quoted(text).in_("nb"), quoted(text).in_("en")) == (nb, en)


def test_no_text_points_to_a_page_that_a_wheel_does_not_hold() -> None:
    texts = [text for entry in MESSAGES.values() for text in (*entry.says, *entry.tip)] + [
        text for entry in WORDS.values() for text in entry
    ]
    pages = [page.read_text("utf-8") for page in (PACKAGE / "manual").rglob("*.md")]
    assert [text for text in (*texts, *pages) if re.search(r"docs/|\b(?:README|CHANGELOG|CONTRIBUTING)\b", text)] == []


@pytest.mark.parametrize("reason", ["missing", "not_regular", "permission", "outside", "failed"])
def test_the_advice_on_a_file_that_cannot_be_read_fits_the_reason(reason: str) -> None:
    breach = diagnostic("VK012", reason=Word(f"unreadable.{reason}"), advice=Word(f"unreadable.{reason}.tip"))
    assert ("vocabulary" in breach.tip("en"), breach.tip("en").endswith(".")) == (False, True)

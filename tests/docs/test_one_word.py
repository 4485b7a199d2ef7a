"""One word for one thing: what people read keeps to the list of words in the documentation, which is read here from the page itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import virkningskjede
from virkningskjede.i18n import LANGS, MESSAGES, WORDS, Lang

from .pages import DOCS, PAIRS, ROOT, Page

PACKAGE = Path(virkningskjede.__file__).parent
LISTS: Mapping[Lang, str] = {"nb": "ord", "en": "words"}


class Row(NamedTuple):
    """A thing, its words, and the words for it that are not used."""

    word: str
    other: str
    meaning: str
    unused: str


@cache
def listed(lang: Lang) -> tuple[Row, ...]:
    """The list of words as it stands on the page."""
    (table,) = [table for table in Page(DOCS / f"{LISTS[lang]}.md").tables if table.marker == "words"]
    return tuple(Row(*row) for row in table.rows)


ENDINGS: Mapping[Lang, str] = {"nb": "(?:e|en|et|er|ene|ne|a|n|r|t|te|de|ede|ende)?s?", "en": "(?:s|es|ies|ed|d|ing|ings)?(?:'s|’s)?"}
"""What Norwegian and English put behind the stem of a noun or a verb."""


def inflected(word: str, lang: Lang) -> str:
    """A pattern for a word in all its forms; of several words, the last one is inflected."""
    stem = re.sub(r"(?:e|et|ede)$", "", word) if lang == "nb" else re.sub(r"(?:e|y)$", "", word)
    end = word.removeprefix(stem)
    return rf"(?<![\w-]){re.escape(stem)}(?:{re.escape(end)}|{ENDINGS[lang]})(?![\w-])"


CODE = re.compile(r"`[^`]*`|\{\{|\}\}|\{\w+\}|https?://\S+|(?<=\])\([^)\s]*\)|<!--.*?-->|[\w-]*(?:\.\w+)+/?|--[\w-]+")
"""What stands as code, a placeholder, a link's target, a file or an option."""

MARKUP = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}|<[^>]*>", re.DOTALL)
"""What of a template is no text."""


def texts(lang: Lang) -> Iterator[tuple[str, str]]:
    """Every text that people read in a language, with where it stands."""
    for key, text in WORDS.items():
        yield key, text.in_(lang)
    for code, message in MESSAGES.items():
        yield code, f"{message.says.in_(lang)}\n{message.tip.in_(lang)}"
    for path in sorted((PACKAGE / "manual").glob(f"*/{lang}.md")):
        yield f"manual/{path.parent.name}", Page(path).prose
    names = PAIRS.keys() if lang == "nb" else PAIRS.values()
    for name in sorted({*names} - {LISTS[lang]}):
        yield f"docs/{name}", Page(DOCS / f"{name}.md").prose
    readme, norwegian = Page(ROOT / "README.md").prose.split("## På norsk")
    yield "README", {"nb": norwegian, "en": readme}[lang]
    for path in sorted((PACKAGE / "atlas" / "templates").glob("*.html")):
        yield f"templates/{path.stem}", MARKUP.sub(" ", path.read_text("utf-8"))
    # What the script itself says, it is given by the page; what has a space in it would be a text of its own.
    script = (PACKAGE / "atlas" / "static" / "atlas.js").read_text("utf-8")
    yield "static/atlas", "\n".join(each[1] for each in re.finditer(r"\"([^\"\n]+)\"", script) if re.search(r"[a-zæøå] [a-zæøå]", each[1]))


KEYS = "what is to be typed"
STEP = "a step of a workflow on GitHub"
NOTEBOOK = "a cell of a notebook"
REPORT = "what a report says, in its own words"

ALLOWED: Mapping[Lang, Mapping[tuple[str, str], str]] = {
    "nb": {
        ("draft.column.outcome", "utfall"): "how a marked passage of a draft came out, not what a programme leads to",
        ("help.option.by", "term"): KEYS,
        ("help.option.only", "node"): KEYS,
        ("help.option.layout", "node"): KEYS,
        ("table.cell", "celle"): "what Excel calls one, before its letter and number",
        ("help.option.from.paths", "term"): KEYS,
        ("docs/figurer", "element"): "an element of SVG",
        ("docs/kom-i-gang", "steg"): STEP,
        ("docs/kriteriesett", "celle"): NOTEBOOK,
        ("docs/paastander", "celle"): NOTEBOOK,
        ("docs/python-nb", "celle"): NOTEBOOK,
        ("docs/sak-statusrapport", "opplegg"): REPORT,
        ("docs/sak-statusrapport", "barriere"): REPORT,
    },
    "en": {
        ("docs/pictures", "element"): "an element of SVG",
        ("docs/case-statusrapport", "obstacle"): REPORT,
    },
}
"""Where a word that is not used for its thing stands for something else, and what."""


@cache
def found(lang: Lang) -> dict[tuple[str, str], list[str]]:
    """The words that are not used, with where each stands, and in what."""
    patterns = {word: re.compile(inflected(word, lang), re.IGNORECASE) for row in listed(lang) for word in row.unused.split(", ") if word}
    where: dict[tuple[str, str], list[str]] = {}
    for key, whole in texts(lang):
        text = CODE.sub(" · ", whole)
        for word, pattern in patterns.items():
            for hit in pattern.finditer(text):
                start, end = (text.rfind("\n", 0, hit.start()) + 1, text.find("\n", hit.end()) % (len(text) + 1))
                where.setdefault((key, word), []).append(text[max(start, hit.start() - 70) : min(end, hit.end() + 50)])
    return where


@pytest.mark.parametrize("lang", LANGS)
def test_words_that_are_not_used_stand_nowhere(lang: Lang) -> None:
    assert {where: lines for where, lines in found(lang).items() if where not in ALLOWED[lang]} == {}


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_allowed_is_there(lang: Lang) -> None:
    assert ALLOWED[lang].keys() - found(lang).keys() == set()


@pytest.mark.parametrize("lang", LANGS)
def test_each_word_of_the_list_is_in_use(lang: Lang) -> None:
    said = "\n".join(text.in_(lang) for text in WORDS.values())
    assert [row.word for row in listed(lang) if not re.search(inflected(row.word, lang), said, re.IGNORECASE)] == []


def test_both_pages_have_the_same_list() -> None:
    assert [(row.word, row.other) for row in listed("nb")] == [(row.other, row.word) for row in listed("en")]
    for lang in LANGS:
        used = {row.word for row in listed(lang)}
        unused = [word for row in listed(lang) if row.unused for word in row.unused.split(", ")]
        assert len(used) == len(listed(lang))
        assert len(unused) == len(set(unused)) > 15
        assert used.isdisjoint(unused)


@pytest.mark.parametrize(
    ("lang", "word", "text"),
    [
        ("nb", "node", "alle nodene i kjeden"),
        ("nb", "boks", "Boksene er farget"),
        ("nb", "utledet", "bare utledede koblinger"),
        ("nb", "pil", "pila og pilene"),
        ("nb", "sagt i kilden", "ikke sagt i kilden."),
        ("en", "box", "two boxes"),
        ("en", "vocabulary", "the vocabularies"),
        ("en", "edge", "an edge’s end"),
    ],
)
def test_a_word_is_found_in_all_its_forms(lang: Lang, word: str, text: str) -> None:
    assert re.search(inflected(word, lang), text, re.IGNORECASE)


@pytest.mark.parametrize(("lang", "word", "text"), [("nb", "pil", "pilot"), ("nb", "boks", "bokstaver"), ("en", "edge", "knowledge")])
def test_other_words_are_not_taken_for_it(lang: Lang, word: str, text: str) -> None:
    assert not re.search(inflected(word, lang), text, re.IGNORECASE)

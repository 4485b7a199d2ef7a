"""Nothing that the library says takes it that models are pilots, or about work and health: those are data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import virkningskjede
from virkningskjede.i18n import LANGS, MESSAGES, WORDS

PACKAGE = Path(virkningskjede.__file__).parent

FIELD = re.compile(
    r"\b(?:pilot|nav\b|rph\b|helse|health|syk(?!l)|sick|terap|therap|leger?\b|legen\b|fastlege|doctor|pasient|patient|jobb|jobs?\b"
    r"|trygd|benefits?\b|oppfølging|follow-up|veileder)\w*",
    re.IGNORECASE,
)
"""Words of one field, or of the kind ``pilot``."""

CODE = re.compile(r"`[^`]*`")
"""What stands as code: keys and values of the format, and examples of them."""

KIND = "said only of models whose kind is pilot"
FOLDERS = "the names of the folders"
KINDS = "says what the kinds of models are"
EXAMPLE = "an example of what a report says"
SICK_LEAVE = "names a key of the format, where a model has it"

ALLOWED = {
    "WORDS atlas.kind.pilot": KIND,
    "WORDS atlas.lead.pilot.one": KIND,
    "WORDS atlas.lead.pilot.more": KIND,
    "WORDS atlas.main.pilot.one": KIND,
    "WORDS atlas.main.pilot.more": KIND,
    "WORDS claims.group.kind.pilot": KIND,
    "WORDS change.value.pilot": KIND,
    "WORDS help.option.kind.new": "the values of an option",
    "WORDS ground.sick_leave": SICK_LEAVE,
    "WORDS asked.has.sick_leave": SICK_LEAVE,
    "WORDS asked.sick_leave": SICK_LEAVE,
    "WORDS claims.quantity.sick_leave": SICK_LEAVE,
    "WORDS moment.sick_leave": SICK_LEAVE,
    "WORDS show.sick_leave": SICK_LEAVE,
    "WORDS change.field.sick_leave": SICK_LEAVE,
    "WORDS schema.Deadline.after": SICK_LEAVE,
    "WORDS schema.TargetLimit.sick_leave": SICK_LEAVE,
    "WORDS schema.TargetQuestion.sick_leave": SICK_LEAVE,
    "WORDS schema.wrong.moment": SICK_LEAVE,
    "WORDS schema.LogicModel.kind": KINDS,
    "WORDS schema.title.model": KINDS,
    "WORDS schema.Assessments.set_aside": EXAMPLE,
    "WORDS schema.groups": EXAMPLE,
    "MESSAGES VK133": FOLDERS,
    "MESSAGES VK407": KIND,
    "manual/VK407": KIND,
    "manual/VK141": FOLDERS,
    "manual/VK142": FOLDERS,
    "manual/VK133": FOLDERS,
    "manual/VK113": "the page about the kinds of file",
}
"""What may say such a word, and why."""


def texts() -> Iterator[tuple[str, str]]:
    """Every text that users read, with where it stands."""
    for key, text in WORDS.items():
        yield from ((f"WORDS {key}", text.in_(lang)) for lang in LANGS)
    for code, message in MESSAGES.items():
        yield from ((f"MESSAGES {code}", text) for text in (*message.says, *message.tip))
    for path in PACKAGE.rglob("*"):
        if path.suffix in (".md", ".html", ".js") and "_corpus" not in path.parts:
            yield path.parent.relative_to(PACKAGE).as_posix(), path.read_text("utf-8")


def speaks_of_a_field() -> dict[str, set[str]]:
    """Where such a word stands, and which."""
    places: dict[str, set[str]] = {}
    for where, text in texts():
        words = {match.lower() for match in FIELD.findall(CODE.sub("", re.sub(r"</?nav\b", "", text)))}
        if words:
            places.setdefault(where, set()).update(words)
    return places


def test_no_text_presumes_a_field_or_pilots() -> None:
    assert {where: words for where, words in speaks_of_a_field().items() if where not in ALLOWED} == {}


def test_everything_that_is_let_pass_needs_it() -> None:
    assert set(ALLOWED) - set(speaks_of_a_field()) == set()


@pytest.mark.parametrize("sentence", ["Tiltak utenfor pilotene", "All pilots", "hele oppfølgingen", "Nav-veileder", "Ring legen"])
def test_such_words_are_recognised(sentence: str) -> None:
    assert FIELD.search(sentence)


@pytest.mark.parametrize("sentence", ["Kurset har høye mål", "navn", "Jo mer", "sykler til skolen", "legger til"])
def test_other_words_are_not(sentence: str) -> None:
    assert not FIELD.search(sentence)

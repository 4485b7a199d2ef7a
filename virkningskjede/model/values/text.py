"""Text as fields hold it: ids, labels, prose, and text in two languages."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import AfterValidator, BeforeValidator, StringConstraints, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from virkningskjede.i18n import DEFAULT_LANG, Lang, Word
from virkningskjede.model.values.fields import Mark
from virkningskjede.model.values.frozen import Frozen
from virkningskjede.yamlfile import shape

ID_PATTERN = "^[a-z0-9-]+$"
LABEL_PATTERN = (
    r"^[^\s\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
    r"(?:[^\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]*"
    r"[^\s\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff])?$"
)
PROSE_PATTERN = r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
"""A name within a file or the vocabulary: lower-case letters a to z, digits and hyphens."""


def one_or_many(value: object) -> object:
    """A lone text as a list of one; anything else as it is. What lets ``term: x`` stand for ``term: [x]``."""
    return (value,) if isinstance(value, str) else value


Ids = Annotated[tuple[Id, ...], BeforeValidator(one_or_many)]
"""One id or a list of them."""

_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and symbols of Unicode that are drawn as nothing."""


def seen(text: str) -> bool:
    """Whether there is something to see in a text: separators, controls, marks and unassigned characters alone are drawn as nothing.

    >>> seen("Kurs"), seen("\\u2800"), seen("\\u200b")
    (True, False, False)
    """
    return any(unicodedata.category(character)[0] in "LNPS" and character not in _BLANK for character in text)


def _visible(text: str) -> str:
    """The text, which must have something to see."""
    if not text.isascii() and not seen(text):
        raise PydanticCustomError("VK109", "nothing to see", {"value": text})
    return text


def _written(value: object) -> object:
    """A whole number as a file writes it: there ``wave: 2`` is the text "2", so that a dictionary in Python may have the number."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Label = Annotated[str, BeforeValidator(_written), StringConstraints(pattern=LABEL_PATTERN), AfterValidator(_visible), Mark.PROSE]
"""One line of text, not empty, with no character that steers a terminal or turns the direction of writing, and something to see."""

Prose = Annotated[str, BeforeValidator(_written), StringConstraints(pattern=PROSE_PATTERN), AfterValidator(_visible), Mark.PROSE]
"""Text of one or more lines, under the same rule."""


def _not_empty(value: object, info: ValidationInfo) -> object:
    if value is None:
        raise PydanticCustomError("VK112", "no value", {"key": info.field_name})
    return value


class LocalText(Frozen):
    """A text in Bokmål, in English, or in both. A plain text is in the language of its project, and never kept from a reader of the other.

    >>> LocalText.model_validate("Kurs").in_("en"), LocalText.model_validate("Course", context={"lang": "en"})
    ('Kurs', LocalText(en='Course'))
    """

    # A language may be left out, but a key that stands there with nothing after it is a slip.
    nb: Annotated[Prose | None, BeforeValidator(_not_empty)] = None
    en: Annotated[Prose | None, BeforeValidator(_not_empty)] = None

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, value: object, info: ValidationInfo) -> object:
        if isinstance(value, str):
            return {(info.context or {}).get("lang", DEFAULT_LANG): value}
        if value is not None and not isinstance(value, Mapping | cls):
            raise PydanticCustomError("VK103", "form", {"expected": Word("form.local_text"), "found": shape(value)})
        return value

    @model_validator(mode="after")
    def _in_some_language(self) -> Self:
        if self.nb is None and self.en is None:
            raise PydanticCustomError("VK102", "missing", {"key": DEFAULT_LANG})
        return self

    def in_(self, lang: Lang) -> str:
        """The text in this language; where it has none, in the other."""
        return (self.nb or self.en or "") if lang == "nb" else (self.en or self.nb or "")

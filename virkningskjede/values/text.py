"""Text as fields hold it: ids, labels, prose, and text in two languages."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from virkningskjede.catalogue import Lang
from virkningskjede.values.frozen import Frozen

ID_PATTERN = "^[a-z0-9-]+$"
LABEL_PATTERN = (
    r"^[^\s\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
    r"(?:[^\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]*"
    r"[^\s\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff])?$"
)
PROSE_PATTERN = r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
"""A name within a file or the vocabulary: lower-case letters a to z, digits and hyphens."""

Label = Annotated[str, StringConstraints(pattern=LABEL_PATTERN)]
"""One line of text, not empty, with no character that steers a terminal or turns the direction of writing."""

Prose = Annotated[str, StringConstraints(pattern=PROSE_PATTERN)]
"""Text of one or more lines, under the same rule."""


class LocalText(Frozen):
    """A text in Bokmål and English."""

    nb: Prose
    en: Prose

    def in_(self, lang: Lang) -> str:
        """The text in this language."""
        return self.nb if lang == "nb" else self.en

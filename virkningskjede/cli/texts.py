"""Readers' own copies of sources, as they are named to a command."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word

if TYPE_CHECKING:
    from virkningskjede.project import SourceTexts


def texts_named(options: Iterable[str]) -> SourceTexts | None:
    """The texts that ``--text SOURCE=FILE`` names; None where there is no such option.

    Raises:
        UsageError: an option is no such pair, names a source twice, or a file that cannot be read.
    """
    from virkningskjede.project import SourceTexts

    files: dict[str, Path] = {}
    for option in options:
        source, is_pair, name = option.partition("=")
        if not is_pair or not source or not name:
            raise UsageError(Word("error.text_option", (("value", option),)))
        if source in files:
            raise UsageError(Word("error.text_twice", (("source", source),)))
        files[source] = Path(name)
    return SourceTexts.read(files) if files else None

"""The exceptions of the library: one base, so that a caller can catch them all."""

from pathlib import Path
from typing import Any, Protocol

MOST_LINES = 20
"""So many lines of what went wrong are shown in a notebook; ``str()`` has all of them."""

_PACKAGE = Path(__file__).parent


class _Phrase(Protocol):
    """A phrase that can be said in several languages."""

    def in_(self, lang: Any, /) -> str: ...

    def aloud(self) -> str: ...


class VirkningskjedeError(Exception):
    """Base of every exception that the library raises on purpose.

    Args:
        what: what went wrong, as text or as a phrase of the catalogue. ``str()`` says a phrase in the language that was asked for
            (``set_language``, ``VIRKNINGSKJEDE_LANG``), or else in English.
    """

    def __init__(self, what: str | _Phrase) -> None:
        self.what = what
        super().__init__(what)

    def in_(self, lang: str) -> str:
        """What went wrong, in this language where there is a choice."""
        return self.what if isinstance(self.what, str) else self.what.in_(lang)

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: what went wrong, and the line of its reader's own that it happened on, without the library's insides."""
        import traceback  # most runs raise nothing

        frames = traceback.extract_tb(self.__traceback__)
        own = [frame for frame in frames if not Path(frame.filename).is_relative_to(_PACKAGE)]
        where = [f"{own[-1].lineno}: {own[-1].line}"] if own and own[-1].line else []
        lines = str(self).splitlines()
        rest = [f"… {len(lines) - MOST_LINES}"] if len(lines) > MOST_LINES else []
        return [*where, f"{type(self).__name__}: {lines[0] if lines else ''}", *lines[1:MOST_LINES], *rest]

    def __str__(self) -> str:
        text = self.what if isinstance(self.what, str) else self.what.aloud()
        # The name of a file can have bytes that are no text, which Python holds as half a character; no log could be written with them.
        return text.encode("utf-8", "backslashreplace").decode("utf-8")


class UsageError(VirkningskjedeError, ValueError):
    """The library or the command was asked for something that it cannot do: an unknown set, language or format."""


class ArgumentError(UsageError, TypeError):
    """A function was given something of another kind than it takes, such as the name of a file where a model is wanted."""


class FrozenValue(UsageError, AttributeError):
    """A value was to be changed, and it is made anew instead."""


class NotThen(UsageError):
    """What was named was not there at the revision that was named."""


class TableWarning(UserWarning):
    """Something of a table was not read into a model, or was read as something that the table does not say."""


class DrawingError(VirkningskjedeError):
    """A picture could not be drawn: the drawing process crashed, ran out of time or wrote nothing."""

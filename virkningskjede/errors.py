"""The exceptions of the library: one base, so that a caller can catch them all."""

from typing import Any, Protocol


class _Phrase(Protocol):
    """A phrase that can be said in several languages."""

    def in_(self, lang: Any, /) -> str: ...


class VirkningskjedeError(Exception):
    """Base of every exception that the library raises on purpose.

    Args:
        what: what went wrong, as text or as a phrase of the catalogue. ``str()`` says a phrase in English.
    """

    def __init__(self, what: str | _Phrase) -> None:
        self.what = what
        super().__init__(what)

    def in_(self, lang: str) -> str:
        """What went wrong, in this language where there is a choice."""
        return self.what if isinstance(self.what, str) else self.what.in_(lang)

    def __str__(self) -> str:
        return self.in_("en")


class UsageError(VirkningskjedeError):
    """The library or the command was asked for something that it cannot do: an unknown set, language or format."""


class NotThen(UsageError):
    """What was named was not there at the revision that was named."""


class BrokenSet(VirkningskjedeError):
    """A criteria set is not well made or fails its own cases: it is the set that is wrong, so no model is judged by it.

    Attributes:
        diagnostics: what is wrong and where, as values of `virkningskjede.diagnostics.Diagnostic` (a layer above this one).
    """

    def __init__(self, what: str | _Phrase, diagnostics: tuple[Any, ...] = ()) -> None:
        self.diagnostics = diagnostics
        super().__init__(what)


class TableWarning(UserWarning):
    """Something of a table was not read into a model, or was read as something that the table does not say."""


class DrawingError(VirkningskjedeError):
    """A picture could not be drawn: the drawing process crashed, ran out of time or wrote nothing."""

"""The exceptions of the library: one base, so that a caller can catch them all."""


class VirkningskjedeError(Exception):
    """Base of every exception that the library raises on purpose."""


class UsageError(VirkningskjedeError):
    """The library or the command was asked for something that it cannot do: an unknown set, language or format."""


class BrokenSet(VirkningskjedeError):
    """A criteria set fails its own cases: it is the set that is wrong, so no model is judged by it."""


class DrawingError(VirkningskjedeError):
    """A picture could not be drawn: the drawing process crashed, ran out of time or wrote nothing."""

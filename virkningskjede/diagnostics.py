"""Diagnostics: what the library has to say about a file or a model, as frozen values.

A diagnostic names *what* is wrong by a code and parameters, and *where* by a path of keys. Its sentence is made at output,
from the catalogue, in the language that the reader asked for. Its place in a file is filled in by the one who has the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

from virkningskjede import i18n as catalogue
from virkningskjede.errors import VirkningskjedeError
from virkningskjede.i18n import Lang, Severity, Word
from virkningskjede.i18n.language import asked_for, chosen

Path = tuple[str | int, ...]
"""Keys from the top of a file to a value. An arrow is named by its target: ``("activities", "a", "leads_to", "b")``."""

FAIL_ON = ("error", "warning", "info", "none")
"""What can be asked to make a run fail: a severity and those that are graver, or nothing."""

ParamPairs = tuple[tuple[str, str | Word], ...]

SHOWN_VALUE_LIMIT = 120
"""A value quoted in a message is cut after this many characters."""

SHOWN_LIST_LIMIT = 400
"""A list of what is ``known`` is cut after this many characters."""


@dataclass(frozen=True, slots=True)
class Place:
    """A span of text in a file. Lines and columns start at 1 and count code points, as an editor does; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Location:
    """A part of a file that a diagnostic is about: by its path first, and by its place when the file as it was read has located it.

    Attributes:
        path: keys from the top of the file.
        on: whether the key or the value at ``path`` is meant.
        file: the file's name as it was given; None for the file that the diagnostic itself is about, until that is known.
        place: where in the file; None until it is located.
    """

    path: Path = ()
    on: Literal["key", "value"] = "value"
    file: str | None = None
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One message about one place, or about one cause that shows in several.

    Attributes:
        code: stable code, ``VK`` and three digits; ``virkningskjede explain CODE`` prints its manual page.
        severity: ``error``, ``warning`` or ``info``.
        path: keys from the top of the file to what the message is about; empty for the file as a whole.
        params: the values that the sentence mentions, as ``(name, text)`` pairs.
        on: whether the message is about the key or the value at ``path``.
        file: the file's name as it was given, or None for a model that came from no file.
        place: where in the file; None until the file as it was read has located it.
        advice: what to do just here, where more is known than what the code always says.
        related: other places that it is about: where the same cause shows too, or what the message holds this place against.
        cell: where in a table it is, in words; ``place`` then only puts it in order.
        parts: where it holds of most of a model and is told once: what it holds of, one by one. ``related`` has their places.
    """

    code: str
    severity: Severity
    path: Path = ()
    params: ParamPairs = ()
    on: Literal["key", "value"] = "value"
    file: str | None = None
    place: Place | None = field(default=None, compare=False)
    advice: Word | None = None
    related: tuple[Location, ...] = ()
    cell: Word | None = field(default=None, compare=False)
    parts: tuple[Diagnostic, ...] = field(default=(), compare=False, repr=False)

    @property
    def location(self) -> Location:
        """What the message is about."""
        return Location(self.path, self.on, self.file, self.place)

    def message(self, lang: Lang | None = None) -> str:
        """The sentence that says what is wrong.

        >>> diagnostic("VK102", ("inputs", "penger"), key="label").message("en")
        'The key `label` is missing'
        """
        lang = chosen(lang)
        says = catalogue.message_of_most if self.parts else catalogue.message
        return says(self.code, dict(self.params), lang)

    def tip(self, lang: Lang | None = None) -> str:
        """The sentence that says what to do."""
        lang = chosen(lang)
        return self.advice.in_(lang) if self.advice else catalogue.tip(self.code, dict(self.params), lang)

    def with_place(self, file: str | None, place: Place | None) -> Diagnostic:
        """The same diagnostic, found in this file at this place."""
        return replace(self, file=file, place=place)


ONE_CAUSE = frozenset(
    {"VK125", "VK128", "VK131", "VK132", "VK133", "VK140", "VK141", "VK142", "VK144", "VK301", "VK302", "VK303", "VK304", "VK305", "VK306"}
    | {"VK307", "VK308", "VK309", "VK310", "VK312", "VK316", "VK321", "VK351"}
)
"""Codes of names that are not there: however often one is mentioned, it is mended once."""

ONE_FILE = frozenset({"VK140", "VK144", "VK301", "VK312"})
"""Those of them whose names belong to one file, so that two files that lack the same name lack two things."""


def diagnostic(
    code: str,
    path: Path = (),
    *,
    on: Literal["key", "value"] = "value",
    related: tuple[Location, ...] = (),
    **params: object,
) -> Diagnostic:
    """Make a diagnostic with the severity that the catalogue gives its code.

    >>> diagnostic("VK102", ("inputs", "penger"), key="label").severity
    'error'
    """
    shown = tuple((name, value if isinstance(value, Word) else _shown(name, value)) for name, value in sorted(params.items()))
    return Diagnostic(code, catalogue.MESSAGES[code].severity, path, shown, on, related=related)


def gathered(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The same with one diagnostic for each name that is not there: at the first place that mentions it, with the others as related.

    >>> twice = [diagnostic("VK302", ("inputs", name, "term", 0), name="kurs", likely="") for name in ("a", "b")]
    >>> [(cause.path, [other.path for other in cause.related]) for cause in gathered(twice)]
    [(('inputs', 'a', 'term', 0), [('inputs', 'b', 'term', 0)])]
    """
    kept: list[Diagnostic] = []
    first: dict[object, int] = {}
    others: dict[int, list[Location]] = {}
    for diagnostic in diagnostics:
        cause = _cause(diagnostic)
        if cause is None or cause not in first:
            if cause is not None:
                first[cause] = len(kept)
            kept.append(diagnostic)
        else:
            others.setdefault(first[cause], []).extend((diagnostic.location, *diagnostic.related))
    for number, more in others.items():
        kept[number] = replace(kept[number], related=(*kept[number].related, *more))
    return kept


def singly(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The same one by one: what is told once of most of a model, as what it holds of."""
    for diagnostic in diagnostics:
        yield from diagnostic.parts or (diagnostic,)


def repeats(kinds: Iterable[object]) -> list[int]:
    """How many of its kind stand before each.

    >>> repeats("aabab")
    [0, 1, 0, 2, 1]
    """
    seen: dict[object, int] = {}
    numbers = []
    for kind in kinds:
        numbers.append(seen.get(kind, 0))
        seen[kind] = numbers[-1] + 1
    return numbers


def _cause(diagnostic: Diagnostic) -> object:
    """What diagnostics of one cause have in common; None for one that is always told on its own."""
    if diagnostic.code not in ONE_CAUSE:
        return None
    names = tuple(param for param in diagnostic.params if param[0] not in ("likely", "known"))
    return (diagnostic.code, diagnostic.severity, names, diagnostic.file if diagnostic.code in ONE_FILE else None)


def _shown(name: str, value: object) -> str:
    limit = SHOWN_LIST_LIMIT if name == "known" else SHOWN_VALUE_LIMIT
    return shorten(catalogue.marked(str(value)[: 4 * limit]), limit)


def shorten(text: str, limit: int = SHOWN_VALUE_LIMIT) -> str:
    """The text as it may be shown: one line, without control characters, cut at ``limit`` characters.

    >>> shorten("a\\x1b[31m b")
    'a\\ufffd[31m b'
    """
    clean = catalogue.visible(" ".join(text[: 4 * limit].split()))
    return clean if len(clean) <= limit else clean[: limit - 1] + "…"


def path_text(path: Path) -> str:
    """The path as JSON and messages show it.

    >>> path_text(("activities", "a", "leads_to", "b"))
    'activities.a.leads_to.b'
    """
    return ".".join(str(step) for step in path)


def sort_key(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    """Order of presentation: by file, line, column, code and path."""
    line, column = (diagnostic.place.line, diagnostic.place.column) if diagnostic.place else (0, 0)
    return (diagnostic.file or "", line, column, diagnostic.code, path_text(diagnostic.path))


def location_key(there: Location) -> tuple[str, int, int, str]:
    """Order of places: by file, line, column and path."""
    line, column = (there.place.line, there.place.column) if there.place else (0, 0)
    return (there.file or "", line, column, path_text(there.path))


GRAVITY: tuple[Severity, ...] = ("error", "warning", "info")
"""The severities, the gravest first."""


def gravest(diagnostics: Iterable[Diagnostic]) -> Severity:
    """The severity of the gravest of these."""
    return min((diagnostic.severity for diagnostic in diagnostics), key=GRAVITY.index)


def count_by_severity(diagnostics: Iterable[Diagnostic]) -> Mapping[Severity, int]:
    """How many there are of each severity; every severity has an entry."""
    counts: dict[Severity, int] = {"error": 0, "warning": 0, "info": 0}
    for diagnostic in diagnostics:
        counts[diagnostic.severity] += 1
    return counts


def elsewhere(diagnostic: Diagnostic, lang: Lang | None = None) -> str:
    """In how many other places the same cause shows, to stand after the sentence; empty when in none."""
    lang = chosen(lang)
    count = len(diagnostic.related) if diagnostic.code in ONE_CAUSE else 0
    if not count:
        return ""
    return " " + (
        catalogue.word("findings.related.one", lang) if count == 1 else catalogue.word("findings.related.count", lang, count=count)
    )


@dataclass(frozen=True, slots=True)
class Findings:
    """What an exception says that is raised for diagnostics: a line for each of them."""

    diagnostics: tuple[Diagnostic, ...]

    def in_(self, lang: Lang) -> str:
        """The lines in this language."""
        return "\n".join(line(diagnostic, lang) for diagnostic in self.diagnostics)

    def aloud(self) -> str:
        """As other exceptions: see `Word.aloud`."""
        return self.in_(asked_for() or "en")


class InvalidModel(VirkningskjedeError):
    """Files that do not make a model. ``diagnostics`` has what was found in *all* of them, not only the first; ``contents`` has those
    of the files, by name, that were looked at as they would have been and are not so on disk.
    """

    def __init__(self, diagnostics: Iterable[Diagnostic], contents: Mapping[str, str] = MappingProxyType({})) -> None:
        self.contents = contents
        self.diagnostics = tuple(sorted(diagnostics, key=sort_key))
        super().__init__(Findings(self.diagnostics))

    def __reduce__(self) -> tuple[type[InvalidModel], tuple[tuple[Diagnostic, ...], dict[str, str]]]:
        # An exception is made anew from its text, and this one is made of diagnostics.
        return type(self), (self.diagnostics, dict(self.contents))


class BrokenSet(VirkningskjedeError):
    """A criteria set is not well made or fails its own cases: it is the set that is wrong, so no model is judged by it.

    Attributes:
        diagnostics: what is wrong and where.
    """

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__(Findings(self.diagnostics))

    def __reduce__(self) -> tuple[type[BrokenSet], tuple[tuple[Diagnostic, ...]]]:
        return type(self), (self.diagnostics,)


def line(diagnostic: Diagnostic, lang: Lang | None = None) -> str:
    """One line for a log: ``file:line:column: severity CODE message``.

    >>> line(diagnostic("VK102", ("inputs", "penger"), key="label"), "en")
    'inputs.penger: error VK102 The key `label` is missing'
    """
    lang = chosen(lang)
    where = [diagnostic.file] if diagnostic.file else []
    if diagnostic.place:
        where += [str(diagnostic.place.line), str(diagnostic.place.column)]
    elif diagnostic.path:
        where.append(path_text(diagnostic.path))
    head = ":".join(map(shorten, where)) + ": " if where else ""
    if diagnostic.cell:
        head = f"{diagnostic.cell.in_(lang)}: "
    more = elsewhere(diagnostic, lang)
    return f"{head}{catalogue.severity(diagnostic.severity, lang)} {diagnostic.code} {diagnostic.message(lang)}{more}"

"""Which findings are new: one is known again by its file's own name, its element and what it says, and never by its line."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from virkningskjede.diagnostics import ONE_CAUSE, Diagnostic, Location, gathered, path_text, singly
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word
from virkningskjede.project import unversioned
from virkningskjede.yamlfile import YamlFile

_PLACES_IN_LISTS = re.compile(r"\.\d+(?=\.|$)")
"""Steps of a path that count: what is put in before an item of a list makes it no other item."""

_GUESSES = ("likely", "known")
"""What a message says beside what is wrong: it changes when something else does."""


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """What one finding at one place is known again by: a file that is moved keeps its id, and one whose id is changed its name.

    Attributes:
        by_id: of the kind and id that the file states, the element, the code and what is said.
        by_name: the same with the name of the file, without its folder and ending, in place of the id.
    """

    by_id: str
    by_name: str


def fingerprints(diagnostic: Diagnostic, there: Location, yaml_files: Mapping[str, YamlFile]) -> Fingerprints:
    """The fingerprints of a finding at one of its places, which lies in one of these files.

    >>> from virkningskjede.diagnostics import diagnostic
    >>> lacking = diagnostic("VK102", ("inputs", "penger"), key="label")
    >>> a, b = (fingerprints(lacking, Location(("inputs", "penger"), file=name), {}) for name in ("old/a.yaml", "new/a.yaml"))
    >>> a == b, len(a.by_name)
    (True, 16)
    """
    yaml_file = yaml_files.get(there.file or "")
    values = (yaml_file.values if yaml_file is not None else None) or {}
    name = unversioned(there.file or "").stem
    element = _PLACES_IN_LISTS.sub("", path_text(there.path))
    content = [diagnostic.code, element, *(f"{key}={value!r}" for key, value in diagnostic.params if key not in _GUESSES)]
    kind = str(values.get("kind", ""))
    return Fingerprints(_hash(kind, str(values.get("id", name)), *content), _hash(kind, name, *content))


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def places(diagnostic: Diagnostic) -> tuple[Location, ...]:
    """Where a diagnostic would have to be mended: everywhere that shows its one cause, or just where it stands."""
    return (diagnostic.location, *diagnostic.related) if diagnostic.code in ONE_CAUSE else (diagnostic.location,)


@dataclass(frozen=True, slots=True)
class Known:
    """Findings that were there before, each by its fingerprints; of those that are alike, as many as there were."""

    prints: tuple[Fingerprints, ...] = ()


def known_from(diagnostics: Iterable[Diagnostic], yaml_files: Mapping[str, YamlFile]) -> Known:
    """What was found, to be known again."""
    return Known(tuple(fingerprints(single, there, yaml_files) for single in singly(diagnostics) for there in places(single)))


def known_in(record: object, name: str) -> Known:
    """What ``validate --format json`` found, to be known again.

    Args:
        record: the value that was written.
        name: the file that it was written to, for what is said when it is something else.

    Raises:
        UsageError: it is no such value.
    """
    try:
        return Known(tuple(_prints(record)))
    except (KeyError, TypeError, ValueError):
        raise UsageError(Word("error.baseline", (("name", name),))) from None


def _prints(record: Any) -> Iterator[Fingerprints]:
    if not isinstance(record["diagnostics"], list):
        raise TypeError
    for diagnostic in record["diagnostics"]:
        for place in (diagnostic, *(other for other in diagnostic["related"] if other["fingerprints"])):
            by_id, by_name = place["fingerprints"]
            yield Fingerprints(str(by_id), str(by_name))


def new_among(diagnostics: Iterable[Diagnostic], yaml_files: Mapping[str, YamlFile], known: Known) -> tuple[tuple[Diagnostic, ...], int]:
    """What was not known, and how many places of what was.

    Where one cause shows in several places, those that are new are told; each of those that were known stands for one place only.

    >>> from virkningskjede.diagnostics import diagnostic
    >>> before = [diagnostic("VK102", ("inputs", "penger"), key="label")]
    >>> now = [*before, diagnostic("VK102", ("inputs", "tid"), key="label")]
    >>> new, count = new_among(now, {}, known_from(before, {}))
    >>> [lacking.path for lacking in new], count
    ([('inputs', 'tid')], 1)
    """
    left = _Left(known)
    new: list[Diagnostic] = []
    count = 0
    for diagnostic in diagnostics:
        if diagnostic.parts:  # what holds of most: if some of it was known, the rest is told one by one
            parts = [part for part in diagnostic.parts if not left.takes(fingerprints(part, part.location, yaml_files))]
            count += len(diagnostic.parts) - len(parts)
            new += parts if len(parts) < len(diagnostic.parts) else [diagnostic]
            continue
        where = places(diagnostic)
        fresh = [there for there in where if not left.takes(fingerprints(diagnostic, there, yaml_files))]
        count += len(where) - len(fresh)
        if fresh and diagnostic.code in ONE_CAUSE:
            first, *others = fresh
            moved = replace(diagnostic, path=first.path, on=first.on, file=first.file, place=first.place)
            new.append(replace(moved, related=tuple(others)))
        elif fresh:
            new.append(diagnostic)
    return tuple(gathered(new)), count


class _Left:
    """What was known and has not been found again yet."""

    def __init__(self, known: Known) -> None:
        self.by_id: dict[str, list[int]] = {}
        self.by_name: dict[str, list[int]] = {}
        self.taken: set[int] = set()
        for number, prints in enumerate(known.prints):
            self.by_id.setdefault(prints.by_id, []).append(number)
            self.by_name.setdefault(prints.by_name, []).append(number)

    def takes(self, prints: Fingerprints) -> bool:
        """Whether one of these was known, which it then stands for."""
        for numbers in (self.by_id.get(prints.by_id, []), self.by_name.get(prints.by_name, [])):
            while numbers:
                number = numbers.pop()
                if number not in self.taken:
                    self.taken.add(number)
                    return True
        return False

"""What a file says that could not be made anything of, so that nobody takes its absence for silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from virkningskjede.diagnostics import Diagnostic, Path
from virkningskjede.model.values import EMPTY

ANY = "*"
"""In a pattern: whatever key stands there."""

ARROWS: Path = (ANY, ANY, "leads_to", ANY)
"""Where a model's arrows stand."""

ADDRESSES: Path = (ANY, ANY, "addresses")
"""Where nodes say what they are meant to lower."""


@dataclass(frozen=True)
class Lost:
    """The parts of a file that were refused, and left out or replaced by a stand-in.

    What is refused has a diagnostic of its own. Whoever asks what is left must not report that something is missing, or is wrong with
    a stand-in: that would be a second message about the same mistake.

    Attributes:
        paths: where each part stood.
        names: the ids that may have been given in them.
        somewhere: whether something was lost that may have stood anywhere, such as a section under a key that nobody knows.
        positions: for each list that lost items, the positions in the file of those that are left.
        adrift: parts that are well formed and have a mistake of another kind, such as an arrow to a node that is not there. What stands
            in them can be judged; what they are part of, such as the chain, lacks them.
    """

    paths: frozenset[Path] = frozenset()
    names: frozenset[str] = frozenset()
    somewhere: bool = False
    positions: Mapping[Path, Sequence[int]] = field(default=EMPTY)
    adrift: frozenset[Path] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.paths or self.adrift) or self.somewhere

    def __or__(self, other: Lost) -> Lost:
        positions = {**self.positions, **other.positions}
        somewhere = self.somewhere or other.somewhere
        return Lost(self.paths | other.paths, self.names | other.names, somewhere, positions, self.adrift | other.adrift)

    @cached_property
    def _with_above(self) -> frozenset[Path]:
        return frozenset(path[:length] for path in (*self.paths, *self.adrift) for length in range(len(path) + 1))

    def at(self, path: Path) -> bool:
        """Whether this was lost, or something that it is part of.

        >>> Lost(frozenset({("activities", "a", "dose")})).at(("activities", "a", "dose", "period"))
        True
        """
        return bool(self.paths) and any(path[:length] in self.paths for length in range(len(path) + 1))

    def touches(self, path: Path) -> bool:
        """Whether this was lost, or something that it is part of, or a part of it.

        >>> Lost(frozenset({("activities", "a", "dose")})).touches(("activities", "a"))
        True
        """
        return path in self._with_above or self.at(path)

    def matches(self, pattern: Path) -> bool:
        """Whether something was lost that held a part of the model at a pattern, whole.

        >>> Lost(frozenset({("activities", "a")})).matches(ARROWS), Lost(frozenset({("activities", "a", "label")})).matches(ARROWS)
        (True, False)
        """
        return self.somewhere or any(_holds(path, pattern) for path in (*self.paths, *self.adrift))

    @cached_property
    def arrows(self) -> frozenset[tuple[str | int, str | int]]:
        """The arrows that were lost, source and target; `ANY` for an end that nobody knows."""
        paths = (path for path in (*self.paths, *self.adrift) if _holds(path, ARROWS))
        ends = {(path[1] if len(path) > 1 else ANY, path[3] if len(path) > 3 else ANY) for path in paths}
        return frozenset(ends | ({(ANY, ANY)} if self.somewhere else set()))

    def below(self, *start: str | int) -> Lost:
        """The same, where the whole file stands at these keys of something larger."""
        positions = {(*start, *path): there for path, there in self.positions.items()}
        return Lost(frozenset((*start, *path) for path in self.paths), self.names, self.somewhere, positions)

    def in_file(self, path: Path) -> Path:
        """A path of what is left, as a path of the file: the items of a list that are left out count too.

        >>> Lost(positions={("refs",): (0, 2)}).in_file(("refs", 1))
        ('refs', 2)
        """
        if not self.positions:
            return path
        whole: list[str | int] = []
        for step in path:
            there = self.positions.get(tuple(whole), ()) if isinstance(step, int) else ()
            whole.append(there[step] if isinstance(step, int) and step < len(there) else step)
        return tuple(whole)

    def judged(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """What was found in what is left, as said of the file: nothing is said of a part that was lost."""
        for diagnostic in diagnostics:
            path = self.in_file(diagnostic.path)
            if not self.at(path):
                yield diagnostic if path == diagnostic.path else replace(diagnostic, path=path)


NOTHING = Lost()
"""Nothing was lost."""

WHOLE = Lost(frozenset({()}), somewhere=True)
"""Everything was lost: the file cannot be read to the end, or holds nothing of its kind."""


def _holds(path: Path, pattern: Path) -> bool:
    return len(path) <= len(pattern) and all(wanted in (ANY, step) for step, wanted in zip(path, pattern, strict=False))


def names_in(value: Any) -> Iterator[str]:
    """The ids that may be given in a value that was refused: its keys, and what stands under ``id``."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(key, str):
                yield key
            if key == "id" and isinstance(inner, str):
                yield inner
            yield from names_in(inner)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for inner in value:
            yield from names_in(inner)

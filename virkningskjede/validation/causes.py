"""Where a change broke what it did not touch: what is found there is told at what was changed, where its author looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from virkningskjede.diagnosis import places
from virkningskjede.diagnostics import GRAVITY, Diagnostic, shorten
from virkningskjede.diagnostics import Path as Keys
from virkningskjede.i18n import Word
from virkningskjede.project import bytes_of, closest, read_file
from virkningskjede.validation.before import Then
from virkningskjede.validation.job import Job
from virkningskjede.validation.validation import Validation
from virkningskjede.yamlfile import YamlFile
from virkningskjede.yamlfile.files import UnreadableError

_NAMES_OF_FILES = ("id", "source")
"""Keys by which others name a whole file."""


def at_what_changed(result: Validation, job: Job, then: Then, revision: str) -> Validation:
    """The same findings, where those that a change gave to files that it left alone stand at what it changed, with their places.

    A term that is renamed in the codebook, for instance, breaks models that nobody touched: a pull request shows what is beside the
    lines of its own files, and there is one thing to mend.

    Args:
        result: what is new.
        job: the run that found it.
        then: the revision that it is new since.
        revision: what the revision is called.
    """
    changes = {root: _Changes(past, root, job) for root, past in then.roots.items()}
    kept: list[Diagnostic] = []
    moved: dict[object, list[Diagnostic]] = {}
    at: dict[object, _Cause] = {}
    for diagnostic in result.diagnostics:
        root = job.root_of.get(diagnostic.file or "")
        if root not in changes:
            kept.append(diagnostic)
            continue
        cause = changes[root].cause_of(diagnostic)
        if cause is None:
            kept.append(changes[root].turned(diagnostic))
            continue
        # What is gone is one cause, whoever asks for it; what is otherwise now can be asked about in more ways than one.
        what = (diagnostic.code, diagnostic.params) if not cause.gone else None
        key = (cause.file.name, cause.path, cause.name, what)
        moved.setdefault(key, []).append(diagnostic)
        at[key] = cause
    causes = [at[key].as_one(of_one, revision) for key, of_one in moved.items()]
    shown = {cause.file.name: cause.file for cause in at.values()}
    return replace(result, diagnostics=(*causes, *kept), yaml_files={**result.yaml_files, **shown})


@dataclass(frozen=True, slots=True)
class _Cause:
    """What was changed.

    Attributes:
        file: the file as it is now.
        path: where in it.
        name: what has been changed.
        gone: whether it is not there any more.
    """

    file: YamlFile
    path: Keys
    name: str
    gone: bool = False

    def as_one(self, diagnostics: Iterable[Diagnostic], revision: str) -> Diagnostic:
        """What it gave, as one finding: the gravest says what is wrong, and the places of all are named."""
        ordered = sorted(diagnostics, key=lambda one: (GRAVITY.index(one.severity), -len(one.related)))
        parts = tuple(part for one in ordered for part in _one_by_one(one))
        advice = Word("findings.follows.gone" if self.gone else "findings.follows", (("rev", shorten(revision)), ("name", self.name)))
        return replace(
            ordered[0],
            file=self.file.name,
            path=self.path,
            on="key",
            place=self.file.place(self.path, "key"),
            advice=advice,
            related=tuple(part.location for part in parts),
            parts=parts,
        )


def _one_by_one(diagnostic: Diagnostic) -> Iterator[Diagnostic]:
    """A finding at each of its places, by itself."""
    for there in places(diagnostic):
        yield replace(diagnostic, path=there.path, on=there.on, file=there.file, place=there.place, related=())


class _Changes:
    """What is otherwise in a project than it was."""

    def __init__(self, past: Path, root: Path, job: Job) -> None:
        self.past = past
        self.root = root
        self.shared = tuple(self._shared(job.shared[root].yaml_files))
        self.left_alone: Callable[[str], bool] = cache(self._left_alone)

    def cause_of(self, diagnostic: Diagnostic) -> _Cause | None:
        """What a finding in a file that was left alone follows from; None where it stands in files that were changed, or nothing tells."""
        if not self.shared or diagnostic.parts or not any(self.left_alone(there.file or "") for there in places(diagnostic)):
            return None
        names = [value for key, value in diagnostic.params if key not in ("likely", "known") and isinstance(value, str)]
        causes = [cause for name in names for file, then in self.shared if (cause := _change(name, file, then)) is not None]
        return min(causes, key=lambda cause: not cause.gone, default=None)

    def turned(self, diagnostic: Diagnostic) -> Diagnostic:
        """A finding about two places, such as two models of one id, told at the one in a file that was changed."""
        there = next((there for there in diagnostic.related if there.file and not self.left_alone(there.file)), None)
        if there is None or diagnostic.parts or len(places(diagnostic)) > 1 or not self.left_alone(diagnostic.file or ""):
            return diagnostic
        params = tuple((key, diagnostic.file if value == there.file and diagnostic.file else value) for key, value in diagnostic.params)
        others = tuple(other for other in diagnostic.related if other is not there)
        moved = replace(diagnostic, path=there.path, on=there.on, file=there.file, place=there.place, params=params)
        return replace(moved, related=(diagnostic.location, *others), parts=(diagnostic,))

    def _shared(self, files: Iterable[YamlFile]) -> Iterator[tuple[YamlFile, Mapping[str, Any]]]:
        """The files that others rest on and that are not as they were, each with what it held."""
        for file in files:
            then = self._then(file.name)
            if then is not None and file.values is not None and not self._left_alone(file.name):
                values = read_file(then, self.past).values
                if values is not None:
                    yield file, values

    def _left_alone(self, name: str) -> bool:
        """Whether a file is as it was. Where git gives lines other ends than it keeps, they are the same lines."""
        then = self._then(name)
        if then is None:
            return False
        try:
            now, before = (bytes_of(path).replace(b"\r\n", b"\n") for path in (Path(name), then))
        except UnreadableError:
            return False
        return now == before

    def _then(self, name: str) -> Path | None:
        """Where a file of the project was, if it has not moved within it."""
        whole = Path(name).absolute()
        then = self.past / whole.relative_to(self.root.absolute()) if whole.is_relative_to(self.root.absolute()) else None
        return then if then is not None and then.is_file() else None


def _change(name: str, file: YamlFile, then: Mapping[str, Any]) -> _Cause | None:
    """What has been changed of a name in a file that others rest on; None where it has not to do with it."""
    now: Mapping[str, Any] = file.values or {}
    for section in {**then, **now}:
        old, new = (_entries(values.get(section)) for values in (then, now))
        if name in old and name not in new:
            return _Cause(file, (section, *_instead(name, old, new)), name, gone=True)
        if old.get(name) != new.get(name):
            return _Cause(file, (section, name), name)
    key = next((key for key in _NAMES_OF_FILES if now.get(key) == name), None)
    return _Cause(file, (key,), name) if key is not None else None


def _entries(section: object) -> Mapping[str, Any]:
    return section if isinstance(section, Mapping) else {}


def _instead(name: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Keys:
    """The entry that stands where one did that is gone: what it is called now, as near as can be told, or its neighbour."""
    added = [other for other in new if other not in old]
    likely = closest(name, added) or (added[0] if len(added) == 1 else None)
    if likely is not None:
        return (likely,)
    names = list(old)
    following = names[names.index(name) + 1 :]
    before = names[: names.index(name)][::-1]
    return next(((other,) for other in (*following, *before) if other in new), ())

"""A model's history: its versions in git, and what changed in meaning from each to the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from virkningskjede.analysis.diff import WEIGHTS, Change, Diff, as_text, between
from virkningskjede.diagnostics import Diagnostic
from virkningskjede.i18n import Lang
from virkningskjede.i18n.language import chosen
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.project import ModelFile, read_model
from virkningskjede.project.git import Moment, Revision, contents, log
from virkningskjede.report import Reported
from virkningskjede.report.frames import tidy
from virkningskjede.yamlfile import parse

if TYPE_CHECKING:
    import pandas as pd

    from virkningskjede.analysis.diff import Weight
    from virkningskjede.analysis.history.report import HistoryReport


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a file.

    Attributes:
        rev: the commit.
        moment: when it was committed, as it stands in git.
        path: the file's name there, from the top of the repository.
        renamed_from: the name that it had before, where that was another.
        model: the model; None where the file does not make one, or was removed.
        diff: the changes from the last version before it that makes a model; None for the first that does, and without a model.
        removed: whether this is the commit that removed the file.
        diagnostics: why the file makes no model.
    """

    rev: str
    moment: Moment
    path: str
    renamed_from: str | None = None
    model: LogicModel | None = field(default=None, repr=False)
    diff: Diff | None = field(default=None, repr=False)
    removed: bool = False
    diagnostics: tuple[Diagnostic, ...] = field(default=(), repr=False)

    @property
    def time(self) -> datetime | None:
        """When it was committed, where it was made; None when git holds what no calendar has."""
        return self.moment.time

    @property
    def date(self) -> date | None:
        """The day of the commit, where it was made; None when no calendar has it."""
        return self.time.date() if self.time is not None else None

    @property
    def changes(self) -> tuple[Change, ...]:
        """What changed."""
        return self.diff.changes if self.diff is not None else ()


@dataclass(frozen=True, slots=True)
class History(Reported):
    """The versions of a file.

    Attributes:
        path: the file, as it was asked for.
        versions: the newest first.
        since: the day or revision after which they are, if one was given.
        base: the version that stood then, from which the oldest of ``versions`` is told; None for all of the history.
        vocabulary: the codebook it was made with.
        begins: the commit at which a shallow clone begins, when what came before it may be missing here; None when all is here.
    """

    path: str
    versions: tuple[Version, ...]
    since: str | None = None
    base: Version | None = None
    vocabulary: Vocabulary | None = field(default=None, repr=False)
    begins: str | None = None

    def __repr__(self) -> str:
        return f"History({self.path}: {len(self.versions)} versions)"

    @property
    def together(self) -> Diff | None:
        """All that changed from the base, or from the first version, to the newest, as one diff; None when there are not two models.

        What was changed and changed back is not in it.
        """
        every = [version.model for version in (*self.versions, *([self.base] if self.base else [])) if version.model is not None]
        return between(every[-1], every[0], self.vocabulary) if len(every) > 1 else None

    def to_frame(self, lang: Lang | None = None) -> pd.DataFrame:
        """One row for each change of each version. Needs the extra ``pandas``.

        >>> list(History("m.yaml", ()).to_frame().columns)
        ['rev', 'date', 'kind', 'element', 'path', 'sentence', 'before', 'after', 'weight', 'reason']
        """
        lang = chosen(lang)
        rows = [
            (version.rev, version.date, *where, as_text(change.before), as_text(change.after), change.weight, change.why(lang))
            for version in self.versions
            for change in version.changes
            for where in [(change.kind, change.element, change.path, change.sentence(lang))]
        ]
        columns = ("rev", "date", "kind", "element", "path", "sentence", "before", "after", "weight", "reason")
        return tidy(rows, columns, ordered={"weight": tuple(reversed(WEIGHTS))})

    def report(self, *, weight: Weight | None = None) -> HistoryReport:
        """What it has to say, version by version: changes of this weight or more.

        >>> History("m.yaml", ()).to_markdown(lang="en")
        '# m.yaml: changes version by version\\n\\nNo changes.\\n'
        """
        from virkningskjede.analysis.history.report import HistoryReport  # the contract's exception: a result is read where it stands

        return HistoryReport(self, weight)


def history(path: Path, vocabulary: Vocabulary | None = None, *, since: str | None = None) -> History:
    """The history of a file in git, followed through renames.

    A version that does not make a model is told of with what is wrong, and the next is held against the last that did. Each is held
    against what stood before it in git, whatever their dates say; one whose date cannot be read is told of whichever day is asked for.

    Args:
        path: the file.
        vocabulary: the codebook that says which terms are kinds of which: today's, for all versions.
        since: a day (``2024-12-16``) or a revision; only versions after it.

    Raises:
        UsageError: git is not installed, the file is in no repository or unknown to git, or there is no such day or revision.
    """
    day = _day(since)
    listed = log(path, since if day is None else None)
    chosen = [
        revision for revision in listed.revisions if day is None or revision.moment.day is None or revision.moment.day > day.toordinal()
    ]
    whole = _with_base(listed.revisions, chosen, since)
    models = _Models(path, whole)
    versions = list(_versions(whole, models, vocabulary))
    revs = {revision.rev for revision in chosen}
    base = versions[-1] if since is not None and versions and versions[-1].rev not in revs else None
    begins = listed.begins if base is None else None
    return History(str(path), tuple(version for version in versions if version.rev in revs), since, base, vocabulary, begins)


def _day(since: str | None) -> date | None:
    try:
        return date.fromisoformat(since) if since else None
    except ValueError:
        return None


def _with_base(listed: tuple[Revision, ...], chosen: list[Revision], since: str | None) -> list[Revision]:
    """The commits from the newest to the oldest that is chosen, and what stood before that one.

    Commits may lie out of the order of their dates, so some between may not be chosen; but what they changed, those after them did not.
    """
    if since is None or not listed:
        return list(listed)
    if not chosen:
        return [listed[0]]
    oldest = chosen[-1]
    count = listed.index(oldest) + 1
    if count < len(listed):
        return list(listed[: count + 1])
    if oldest.before is None:
        return list(listed)
    return [*listed, Revision(since, oldest.moment, oldest.path_before, oldest.before, None, oldest.path_before)]


class _Models:
    """What the versions hold, read once for each content."""

    def __init__(self, path: Path, listed: list[Revision]) -> None:
        wanted = {revision.blob: revision for revision in listed if revision.blob is not None}
        self._files: Mapping[str, ModelFile] = {
            blob: read_model(parse(data, f"{wanted[blob].path}@{wanted[blob].rev[:12]}")) for blob, data in contents(path, wanted)
        }

    def of(self, revision: Revision) -> ModelFile | None:
        """The file at a revision; None where it was removed."""
        return self._files.get(revision.blob) if revision.blob is not None else None


def _versions(listed: list[Revision], models: _Models, vocabulary: Vocabulary | None) -> Iterator[Version]:
    """Each version with what changed since the one before it that makes a model."""
    versions: list[Version] = []
    last: LogicModel | None = None
    for revision in reversed(listed):
        file = models.of(revision)
        model = file.model if file is not None else None
        made = between(last, model, vocabulary) if last is not None and model is not None else None
        renamed = revision.path_before if revision.path_before != revision.path else None
        wrong = file.diagnostics if file is not None and model is None else ()
        versions.append(Version(revision.rev, revision.moment, revision.path, renamed, model, made, file is None, wrong))
        last = model or last
    yield from reversed(versions)

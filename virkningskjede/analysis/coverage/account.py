"""Which sentences of a source are coded: cited by a model, tested by something else, set aside with a reason, or left."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, get_args

from virkningskjede.analysis.claims import Claim, WhyUnchecked
from virkningskjede.analysis.coverage.against import against
from virkningskjede.analysis.coverage.places import Citing, cited, citing, set_aside, unchecked
from virkningskjede.arguments import checked
from virkningskjede.diagnostics import Diagnostic, Path, path_text
from virkningskjede.errors import UsageError
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Segments, SourceSection
from virkningskjede.model.values import EMPTY, File, Frozen, FrozenMap, Locator, SetAside
from virkningskjede.project import ALONE, Copy, Portfolio, Project, SourceTexts, in_hand
from virkningskjede.report import Reported
from virkningskjede.report.frames import tidy
from virkningskjede.yamlfile import YamlFile

if TYPE_CHECKING:
    import pandas as pd

    from virkningskjede.analysis.coverage.report import CoverageReport

State = Literal["cited", "tested", "set_aside", "uncited"]
"""What has become of a sentence: a model rests on it; no model does, but a claim, a criterion, a comparison or a verdict of a report, by
which models are tested; it is set aside; or none of these. The first of these that is true of it holds, save that another reading
(``or``) of a model cites only what nothing else has taken. What a report says and no claim tests is set aside."""

STATES: tuple[State, ...] = get_args(State)
"""The states, in the order in which they are told."""

FileKind = Literal["model", "criteria", "comparison", "assessments", "claims"]
"""What kind of file rests on a sentence."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A node, an arrow, an entry or another part of a file that rests on a sentence.

    Attributes:
        owner: the id of the file.
        path: keys from the top of the file to the part; empty for the file as a whole.
        part: the part itself.
        kind: what kind of file it is.
        file: the file.
    """

    owner: str
    path: Path
    part: Frozen = field(repr=False, compare=False)
    kind: FileKind = field(repr=False)
    file: Citing = field(repr=False, compare=False)

    @property
    def name(self) -> str:
        """Owner and path as one text: ``ha.activities.til-stede``."""
        return path_text((self.owner, *self.path))

    @property
    def firm(self) -> bool:
        """Whether the file says it, and not only another reading of the file."""
        return "or" not in self.path

    @property
    def claim(self) -> bool:
        """Whether it is a claim, which the sentence makes."""
        return isinstance(self.part, Claim)


@dataclass(frozen=True, slots=True)
class SentenceAccount:
    """One sentence of a source, by its number; the text itself is not kept.

    Attributes:
        number: its place in its section, from 1.
        hash: its short hash, from the segments.
        by: what rests on it.
        reason: why it was set aside, if it was.
        unchecked: why no claim tests what it says, if a file of claims tells.
        set_aside_by_model: whether it was a model that set it aside.
    """

    number: int
    hash: str
    by: tuple[Citation, ...] = ()
    reason: SetAside | None = None
    unchecked: WhyUnchecked | None = None
    set_aside_by_model: bool = False

    @property
    def unmodelled(self) -> bool:
        """Whether no model rests on it or has set it aside, whatever else has become of it."""
        return not self.set_aside_by_model and all(citation.kind != "model" for citation in self.by)

    @property
    def state(self) -> State:
        """What has become of it."""
        aside = self.reason is not None or self.unchecked is not None
        if not self.by:
            return "set_aside" if aside else "uncited"
        cited = [citation for citation in self.by if citation.kind == "model"]
        tested = [citation for citation in self.by if citation.kind != "model"]
        if any(citation.firm for citation in cited):
            return "cited"
        if any(citation.firm for citation in tested):
            return "tested"
        if aside:
            return "set_aside"
        return "cited" if cited else "tested"


@dataclass(frozen=True, slots=True)
class SectionAccount:
    """One section of a source, sentence by sentence."""

    source: str
    section: str
    heading: str
    sentences: tuple[SentenceAccount, ...]

    @property
    def segments(self) -> int:
        """How many sentences the section has."""
        return len(self.sentences)

    @property
    def cited(self) -> tuple[int, ...]:
        """The numbers of the sentences that a model rests on."""
        return self._in("cited")

    @property
    def tested(self) -> tuple[int, ...]:
        """The numbers of the sentences that no model rests on, but a claim, a criterion, a comparison or a verdict of a report."""
        return self._in("tested")

    @property
    def set_aside(self) -> tuple[int, ...]:
        """The numbers of the sentences that are set aside."""
        return self._in("set_aside")

    @property
    def uncited(self) -> tuple[int, ...]:
        """The numbers of the sentences that are left."""
        return self._in("uncited")

    @property
    def claimed(self) -> tuple[int, ...]:
        """The numbers of the sentences that claims are made in; all of them are cited or tested."""
        return tuple(sentence.number for sentence in self.sentences if any(by.claim for by in sentence.by))

    @property
    def unchecked(self) -> tuple[int, ...]:
        """The numbers of the sentences that are set aside for no other reason than that no claim can test them."""
        aside = (sentence for sentence in self.sentences if sentence.state == "set_aside")
        return tuple(sentence.number for sentence in aside if sentence.reason is None)

    @property
    def unmodelled(self) -> tuple[int, ...]:
        """The numbers of the sentences that no model rests on or has set aside: those that models alone would leave."""
        return tuple(sentence.number for sentence in self.sentences if sentence.unmodelled)

    @property
    def touched(self) -> bool:
        """Whether anything in the section is cited or set aside."""
        return len(self.uncited) < self.segments

    def _in(self, state: State) -> tuple[int, ...]:
        return tuple(sentence.number for sentence in self.sentences if sentence.state == state)


@dataclass(frozen=True, slots=True, repr=False)
class Coverage(Reported):
    """The sections of the sources that some files build on, each with what has become of its sentences.

    Attributes:
        sections: source by source, in the order of the source.
        undivided: sources that are named but have no file of segments, so that nothing can be said of them.
        works: what the sources are called, by their keys, where the references say it.
        copies: readers' own copies by source, to be read beside what rests on them. Nothing of them is stored.
        against: what the sentences of those copies speak against in the models.
        yaml_files: the files that that stands in, by name.
    """

    sections: tuple[SectionAccount, ...]
    undivided: tuple[str, ...] = ()
    works: Mapping[str, str] = EMPTY
    copies: Mapping[str, Copy] = field(default=EMPTY, compare=False)
    against: tuple[Diagnostic, ...] = ()
    yaml_files: Mapping[str, YamlFile] = field(default=EMPTY, repr=False, compare=False)

    def __repr__(self) -> str:
        return f"Coverage({', '.join(self.sources)}: {len(self.sections)} sections, {self.count('uncited')} sentences left)"

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources, in order."""
        return tuple(dict.fromkeys(section.source for section in self.sections))

    def name(self, source: str) -> str:
        """What a source is called by people: author and year; its key where the references do not have it, or have two of that name."""
        name = self.works.get(source, "")
        return name if name and [*self.works.values()].count(name) == 1 else source

    @checked
    def section(self, source: str, section: str) -> SectionAccount:
        """One section.

        Raises:
            UsageError: there is no such section.
        """
        for account in self.sections:
            if (account.source, account.section) == (source, section):
                return account
        raise UsageError(f"there is no section {source}#{section}")

    @checked
    def count(self, state: State | Literal["unmodelled"]) -> int:
        """How many sentences are in this state, or how many models alone would leave."""
        return sum(len(getattr(section, state)) for section in self.sections)

    @property
    def segments(self) -> int:
        """How many sentences there are."""
        return sum(section.segments for section in self.sections)

    @property
    def percent(self) -> float:
        """How much is accounted for: the share of the sentences that are not left, from 0 to 100; 100 when there are none."""
        return float(100 * self.share)

    @property
    def share(self) -> Fraction:
        """The same as an exact share, from 0 to 1."""
        return Fraction(self.segments - self.count("uncited"), self.segments) if self.segments else Fraction(1)

    @checked
    def narrowed(self, sources: Collection[str] = (), sections: Collection[str] = (), *, uncited: bool = False) -> Coverage:
        """Only some of the sections.

        Args:
            sources: keys of sources; empty for all.
            sections: names of sections, or patterns such as ``2.2*``; empty for all.
            uncited: only sections with a sentence left.

        Raises:
            UsageError: a source or section is not there.
        """
        _check_names(sources, self.sources)
        kept = [section for section in self.sections if not sources or section.source in sources]
        _check_names(sections, [section.section for section in kept])
        kept = [section for section in kept if not sections or any(fnmatchcase(section.section, wanted) for wanted in sections)]
        return replace(self, sections=tuple(section for section in kept if section.uncited or not uncited))

    def to_frame(self) -> pd.DataFrame:
        """One row for each sentence (needs pandas): source, section, heading, sentence, state, unmodelled, reason, unchecked, by.

        ``by`` holds tuples of what rests on it, as ``model.section.id``; ``state`` is a categorical in the order of `STATES`.
        """
        rows = [
            (
                section.source,
                section.section,
                section.heading,
                sentence.number,
                sentence.state,
                sentence.unmodelled,
                sentence.reason,
                sentence.unchecked,
                tuple(by.name for by in sentence.by),
            )
            for section in self.sections
            for sentence in section.sentences
        ]
        columns = ("source", "section", "heading", "sentence", "state", "unmodelled", "reason", "unchecked", "by")
        return tidy(rows, columns, ordered={"state": STATES})

    def report(self, *, uncited: bool = False, explain: bool = False) -> CoverageReport:
        """What it has to say.

        Args:
            uncited: only sections with a sentence left; the sums are still of all of them.
            explain: each sentence as well, with what rests on it.
        """
        from virkningskjede.analysis.coverage.report import CoverageReport  # the contract's exception: a result is read where it stands

        return CoverageReport(self, uncited, explain)


def _check_names(wanted: Iterable[str], names: Collection[str]) -> None:
    for pattern in wanted:
        if not any(fnmatchcase(name, pattern) for name in names):
            raise UsageError(f"there is no {pattern!r}; there are: {', '.join(names)}")


def coverage(
    files: Citing | Iterable[Citing] | Mapping[str, Citing], project: Project = ALONE, sources: SourceTexts | None = None
) -> Coverage:
    """Account for every sentence of the sources that files build on.

    Args:
        files: a model or several; also criteria sets, comparisons, a report's verdicts and its claims, which name sentences in the same
            way, and test them. Of a portfolio, the models and all such files in the folders that it was loaded from.
        project: where the segments of the sources are.
        sources: texts of sources that a reader has.

    Raises:
        UsageError: a text is of no source of the project.

    >>> from virkningskjede.project import corpus, load, open_project
    >>> found = coverage(load(corpus() / "pilots" / "ha.yaml"), open_project(corpus()))
    >>> found.section("statusrapport", "2.2.1").uncited
    ()
    """
    ledger = _Ledger()
    for file in _several(files):
        ledger.add(file)
    divided = [name for name in project.segments if name in ledger.sources]
    sections = tuple(account for name in divided for account in ledger.accounts(project.segments[name]))
    works = project.references.references
    names = FrozenMap({source: works[source].short() for source in sorted(ledger.sources) if source in works})
    copies: Mapping[str, Copy] = EMPTY
    if sources is not None:
        sources.refuse_unknown([project])
        copies = sources.copies(project)
    models = files if isinstance(files, Portfolio) else [file for file in _several(files) if isinstance(file, LogicModel)]
    spoken_against = against(models, project, in_hand(copies))
    read = [file.yaml_file for file in models.files.values()] if spoken_against and isinstance(models, Portfolio) else []
    yaml_files = FrozenMap({yaml_file.name: yaml_file for yaml_file in read})
    return Coverage(sections, tuple(sorted(ledger.sources.difference(divided))), names, copies, spoken_against, yaml_files)


def _several(files: Citing | Iterable[Citing] | Mapping[str, Citing]) -> Iterable[Citing]:
    if isinstance(files, File) or not isinstance(files, Iterable):  # pydantic makes every file iterable
        return (files,)
    if isinstance(files, Portfolio):
        return (*files.values(), *citing(files.others))
    return files.values() if isinstance(files, Mapping) else files


def _kind(file: Citing) -> FileKind:
    return "model" if isinstance(file, LogicModel) else file.kind


class _Ledger:
    """What some files cite and set aside, by sentence."""

    def __init__(self) -> None:
        self.sources: set[str] = set()
        self.cited: dict[tuple[str | None, str, int], list[Citation]] = {}
        self.aside: dict[tuple[str | None, str, int], SetAside] = {}
        self.aside_by_models: set[tuple[str | None, str, int]] = set()
        self.unchecked: dict[tuple[str | None, str, int], WhyUnchecked] = {}

    def add(self, file: Citing) -> None:
        if file.source is not None:
            self.sources.add(file.source)
        for path, part, locator in cited(file):
            for key in self._keys(locator):
                self.cited.setdefault(key, []).append(Citation(file.id, path, part, _kind(file), file))
        for locator, reason in set_aside(file):
            for key in self._keys(locator):
                self.aside.setdefault(key, reason)
                if isinstance(file, LogicModel):
                    self.aside_by_models.add(key)
        for locator, why in unchecked(file):
            for key in self._keys(locator):
                self.unchecked.setdefault(key, why)

    def _keys(self, locator: Locator) -> Iterator[tuple[str | None, str, int]]:
        if locator.source is not None:
            self.sources.add(locator.source)
        for number in range(locator.first, locator.last + 1):
            yield locator.source, locator.section, number

    def accounts(self, segments: Segments) -> Iterator[SectionAccount]:
        for name, section in segments.sections.items():
            yield SectionAccount(segments.source, name, section.heading, tuple(self._sentences(segments.source, name, section)))

    def _sentences(self, source: str, name: str, section: SourceSection) -> Iterator[SentenceAccount]:
        for number, text_hash in enumerate(section.sentences, 1):
            key = source, name, number
            by = tuple(dict.fromkeys(self.cited.get(key, ())))
            yield SentenceAccount(number, text_hash, by, self.aside.get(key), self.unchecked.get(key), key in self.aside_by_models)

"""What was found, and what was to be looked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from virkningskjede.diagnosis import Known, ValidationReport, known_from, new_among
from virkningskjede.diagnostics import (
    GRAVITY,
    ONE_CAUSE,
    Diagnostic,
    count_by_severity,
    gathered,
    location_key,
    path_text,
    sort_key,
)
from virkningskjede.i18n import MESSAGES, Lang, Severity
from virkningskjede.i18n.language import chosen
from virkningskjede.model import LogicModel
from virkningskjede.model.values import EMPTY, Sentence
from virkningskjede.project import NOTHING, Lost, Project, coherent
from virkningskjede.report import Reported
from virkningskjede.report.frames import tidy
from virkningskjede.rules import RULES, RuleContext, check, is_wanted
from virkningskjede.rules.sections import Home
from virkningskjede.yamlfile import YamlFile

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Validation(Reported):
    """What was found in the files or models that were asked about.

    Attributes:
        files: the names of the files, in order; empty for models that came from no file.
        diagnostics: everything that was found, in order of place.
        yaml_files: the files as they were read, by name, for showing the lines.
        passed_over: the names of the YAML files in the folders that are no files of ours: they have neither ``virkningskjede`` nor the
            kind or the sections of one.
        known: how many places of what was known before are left out of the diagnostics; None where everything is told.
        not_then: the names of files with something new that were not there before, nor was the project that they are of: everything in
            them is new.
        not_held: the files of sources' text in which some sentences are not as the segments say, with how many: nothing is held against
            those.
    """

    files: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    yaml_files: Mapping[str, YamlFile] = field(default=EMPTY, repr=False, compare=False)
    passed_over: tuple[str, ...] = ()
    known: int | None = None
    not_then: tuple[str, ...] = ()
    not_held: Mapping[str, int] = field(default=EMPTY, hash=False)

    def __repr__(self) -> str:
        return f"Validation({len(self.files)} files, {', '.join(f'{n} {of}' for of, n in count_by_severity(self.diagnostics).items())})"

    @property
    def ok(self) -> bool:
        """Whether there is no error."""
        return not count_by_severity(self.diagnostics)["error"]

    @property
    def unreadable(self) -> tuple[str, ...]:
        """The names of the files whose bytes could not be had."""
        return tuple(name for name, yaml_file in self.yaml_files.items() if not yaml_file.readable)

    def new_since(self, known: Known, not_then: Collection[str] = ()) -> Validation:
        """Only what was not known before: a finding is known again by its file's id or name, its element and what it says.

        Args:
            known: what was known.
            not_then: the names of files of which nothing can have been known, because neither they nor their project were there.

        >>> from virkningskjede.diagnostics import diagnostic
        >>> validation = Validation(("a.yaml",), (diagnostic("VK801"),))
        >>> validation.new_since(validation.as_known()).known
        1
        """
        new, count = new_among(self.diagnostics, self.yaml_files, known)
        wholly = dict.fromkeys(diagnostic.file for diagnostic in new if diagnostic.file in not_then)
        return replace(self, diagnostics=new, known=count, not_then=tuple(name for name in wholly if name is not None))

    def as_known(self) -> Known:
        """What was found, for another validation that is to tell what is new."""
        return known_from(self.diagnostics, self.yaml_files)

    def to_frame(self, lang: Lang | None = None) -> pd.DataFrame:
        """One row for each diagnostic (needs pandas): file, line, column, severity, code, path, message.

        ``severity`` is an ordered categorical, from note to error; lines and columns are whole numbers that may be missing.
        """
        lang = chosen(lang)
        rows = [
            (
                diagnostic.file,
                diagnostic.place.line if diagnostic.place else None,
                diagnostic.place.column if diagnostic.place else None,
                diagnostic.severity,
                diagnostic.code,
                path_text(diagnostic.path),
                diagnostic.message(lang),
            )
            for diagnostic in self.diagnostics
        ]
        columns = ("file", "line", "column", "severity", "code", "path", "message")
        return tidy(rows, columns, ordered={"severity": tuple(reversed(GRAVITY))}, counts=("line", "column"))

    def report(self) -> ValidationReport:
        """What it has to say.

        >>> Validation(("a.yaml",), ()).to_text(lang="en")
        '1 file: nothing to report\\n'
        """
        return ValidationReport(self.files, self.diagnostics, self.yaml_files, self.known, self.passed_over, self.not_then)


def unknown_code(codes: Iterable[str]) -> str | None:
    """The first of these with which no code begins; None when all are known.

    >>> unknown_code(["VK2", "VK302", "VX"])
    'VX'
    """
    return next((code for code in codes if not any(message.startswith(code) for message in MESSAGES)), None)


def of_text(codes: Iterable[str]) -> str | None:
    """The first of these with which only codes begin that read the text of a source; None where there is none.

    >>> of_text(["VK4", "VK411"])
    'VK411'
    """
    reads = {code: code in RULES and RULES[code].of_text for code in MESSAGES}
    return next((code for code in codes if all(of for known, of in reads.items() if known.startswith(code))), None)


@dataclass(frozen=True, slots=True)
class RuleSelection:
    """Which rules to run: code prefixes, such as ``VK2`` or ``VK204``. An empty ``select`` means all.

    Attributes:
        select: those to run.
        ignore: those not to run, also of those to run.
        severities: how grave a code is where settings say something else than the catalogue.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = EMPTY

    def wants(self, code: str) -> bool:
        """Whether a code is among those to run."""
        return is_wanted(code, self.select, self.ignore)


ALL = RuleSelection()


def across(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """What has one cause told once, for several files of one root; at the first place, whatever order the files came in."""
    kept = []
    for first in gathered(sorted(diagnostics, key=sort_key)):
        places = sorted(first.related, key=location_key) if first.code in ONE_CAUSE else first.related
        kept.append(replace(first, related=tuple(places)))
    return kept


def by_the_rules(
    model: LogicModel,
    shared: Project,
    selection: RuleSelection,
    lost: Lost = NOTHING,
    sections: Callable[[], Mapping[Home, str]] = dict,
    text: Mapping[Sentence, str] = EMPTY,
) -> list[Diagnostic]:
    """What the rules have to say of a model, or of as much of it as hangs together. ``sections`` gives those of its neighbours; with the
    text of its source, of that too.
    """
    chain, lost = coherent(model, lost)
    written = None if chain is model else model
    context = RuleContext(chain, shared, lost, written, selection.severities, sections, text)
    return list(check(context, select=selection.select, ignore=selection.ignore))

"""A draft: Markdown with marks in it, read and checked before anything is asked of models."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import get_args

from virkningskjede.analysis.claims import Claim, ClaimsFile, available_claims, load_claims
from virkningskjede.analysis.claims.files import models_under
from virkningskjede.analysis.claims.formal_reading import Silence
from virkningskjede.analysis.claims.names import unknown_in
from virkningskjede.analysis.compare import available_comparisons, load_comparison
from virkningskjede.analysis.criteria import CriteriaSet, available_sets, load_set
from virkningskjede.diagnostics import GRAVITY, BrokenSet, Diagnostic, Place, diagnostic, gathered, gravest, sort_key
from virkningskjede.diagnostics import Path as KeyPath
from virkningskjede.drafts.instruction import BLOCKS, DraftSetting, Instruction
from virkningskjede.drafts.marks import Comment, comments
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Comparison
from virkningskjede.model.values import EMPTY, LocalText, copy_with
from virkningskjede.project import Project, build, guess, missing_key, shown
from virkningskjede.yamlfile import MAX_DIAGNOSTICS, YamlFile, read_unparsed

_FIRST_ON_LINE = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*")
_TEXT_FOLLOWS = re.compile(r"[ \t]*[^ \t\r\n]")


@dataclass(frozen=True, slots=True)
class DraftMark:
    """A mark: what it asks for, and the text that should say it.

    Attributes:
        id: its number in the draft, as an id.
        instruction: what it asks for.
        text: what stands between its two comments.
        start: the first code point of that text in the draft.
        place: where the text stands; where there is none yet, where the mark does.
    """

    id: str
    instruction: Instruction
    text: str
    start: int
    place: Place

    @property
    def kind(self) -> str:
        """What kind of mark it is."""
        return self.instruction.form[0]


@dataclass(frozen=True, slots=True)
class Draft:
    """A report on its way: a file of Markdown with marks.

    Attributes:
        document: the file.
        marks: in the order of the text.
        setting: what they share.
        file: the readings that the marks ask for, as claims by the marks' ids.
        cited: the file of claims that the draft names, or None.
        tables: the comparisons that it shows, by name.
        sets: the criteria sets that it shows, by name.
        warnings: what is well made but may not be meant.
    """

    document: YamlFile = field(repr=False)
    marks: tuple[DraftMark, ...]
    setting: DraftSetting = field(repr=False)
    file: ClaimsFile = field(repr=False)
    cited: ClaimsFile | None = field(default=None, repr=False)
    tables: Mapping[str, Comparison] = field(default=EMPTY, repr=False)
    sets: Mapping[str, CriteriaSet] = field(default=EMPTY, repr=False)
    warnings: tuple[Diagnostic, ...] = field(default=(), repr=False)


def read_draft(path: str | Path, project: Project, models: Mapping[str, LogicModel] = EMPTY) -> Draft:
    """Read a draft, with every mark, name and section in it checked.

    Args:
        path: a file of Markdown.
        project: what the marks speak of.
        models: models that there are beside those under the root.

    Raises:
        BrokenSet: the file cannot be read, or a mark is not well made or speaks of something unknown; ``.diagnostics`` says where. Or
            what the draft refers to (claims, a criteria set, a comparison) is itself not well made.
    """
    name = shown(Path(path))
    return _Reader(read_unparsed(Path(path), name), project, models).draft()


class _Reader:
    def __init__(self, document: YamlFile, shared: Project, models: Mapping[str, LogicModel]) -> None:
        self.document = document
        self.shared = shared
        self.models = models
        self.diagnostics = list(document.diagnostics)
        self.marks: list[tuple[DraftMark, YamlFile]] = []
        self.setting: tuple[DraftSetting, YamlFile] | None = None
        self.unsettled = False  # what all marks share is not well made, so that nobody knows what they speak of
        self.cited: ClaimsFile | None = None
        self.tables: dict[str, Comparison] = {}
        self.sets: dict[str, CriteriaSet] = {}

    def draft(self) -> Draft:
        self._read_marks()
        setting = self.setting[0] if self.setting is not None else DraftSetting()
        file = self._file(setting)
        if not self.unsettled:
            for mark, part in self.marks:
                self.diagnostics += part.locate(self._unknown(mark))
            self.diagnostics += self._unknown_in(file)
        self.diagnostics = gathered(sorted(self.diagnostics, key=sort_key))
        if len(self.diagnostics) > MAX_DIAGNOSTICS:
            self.diagnostics.sort(key=lambda entry: GRAVITY.index(entry.severity))
            left_out = self.diagnostics[MAX_DIAGNOSTICS:]
            more = replace(diagnostic("VK015", count=len(left_out), limit=MAX_DIAGNOSTICS), severity=gravest(left_out))
            self.diagnostics[MAX_DIAGNOSTICS:] = [more.with_place(self.document.name, left_out[0].place)]
            self.diagnostics.sort(key=sort_key)
        if any(entry.severity == "error" for entry in self.diagnostics):
            raise BrokenSet(self.diagnostics)
        marks = tuple(mark for mark, _ in self.marks)
        return Draft(self.document, marks, setting, file, self.cited, self.tables, self.sets, tuple(self.diagnostics))

    def _read_marks(self) -> None:
        """Read each opening comment, and find the one that closes it."""
        opened: tuple[Comment, Instruction | None, YamlFile] | None = None
        for comment in comments(self.document.text):
            if comment.kind == "closing" and opened is None:
                self._report("closes_nothing", comment)
            elif comment.kind == "closing" and opened is not None:
                self._mark(*opened, comment)
                opened = None
            elif comment.kind == "broken":
                self._report("no_arrow", comment)
            else:
                if opened is not None:
                    self._report("before_next", opened[0])
                instruction, part = self._instruction(comment)
                opened = (comment, instruction, part)
                if "with" in (part.values or {}):
                    self._settle(instruction, part, comment)
                    opened = None
        if opened is not None:
            self._report("unclosed", opened[0])

    def _instruction(self, comment: Comment) -> tuple[Instruction | None, YamlFile]:
        part = self.document.part(comment.inside, comment.end - len("-->"))
        self.diagnostics += part.diagnostics
        instruction, wrong = build(Instruction, part.values, self.shared.lang) if part.values is not None else (None, [])
        self.diagnostics += part.locate(wrong)
        return instruction, part

    def _settle(self, instruction: Instruction | None, part: YamlFile, comment: Comment) -> None:
        if self.setting is not None or self.unsettled:
            self._report("with_again", comment)
            return
        setting = instruction.with_ if instruction is not None else None
        if setting is None:
            self.unsettled = True
            return
        self.setting = (setting, part)
        if setting.claims is None:
            return
        try:
            self.cited = load_claims(setting.claims, self.shared, self.models)
        except UsageError:
            self.unsettled = True
            self.diagnostics += part.locate([_no("claims", setting.claims, ("with", "claims"), available_claims(self.shared))])

    def _mark(self, opening: Comment, instruction: Instruction | None, part: YamlFile, closing: Comment) -> None:
        if instruction is None:
            return
        text = self.document.text[opening.end : closing.start]
        where = self.document.span(opening.start, opening.end)
        place = self.document.span(opening.end + len(text) - len(text.lstrip()), closing.start) if text.strip() else where
        mark = DraftMark(f"m{len(self.marks) + 1}", instruction, text, opening.end, place)
        self.marks.append((mark, part))
        before = self.document.line(where.line)[: where.column - 1]
        if mark.kind not in BLOCKS and _FIRST_ON_LINE.fullmatch(before) and _TEXT_FOLLOWS.match(self.document.text, opening.end):
            self.diagnostics.append(diagnostic("VK145").with_place(self.document.name, where))

    def _report(self, problem: str, comment: Comment) -> None:
        place = self.document.span(comment.start, comment.end)
        self.diagnostics.append(diagnostic("VK143", problem=Word(f"draft.broken.{problem}")).with_place(self.document.name, place))

    def _file(self, setting: DraftSetting) -> ClaimsFile:
        """The marks as a file of claims."""
        shared = self.cited or setting
        claims = {}
        for mark, part in self.marks:
            reading = mark.instruction.reading
            silence = mark.instruction.silence or setting.silence
            if reading is None or self.unsettled:
                continue
            if reading.needs_silence and silence is None:
                self.diagnostics += part.locate([missing_key((mark.kind,), "silence", get_args(Silence))])
                continue
            text = " ".join(mark.text.split()) or "–"
            claims[mark.id] = Claim(
                statement=_as_it_stands(text),
                reading=reading,
                silence=silence,
                partly=mark.instruction.partly or setting.partly,
            )
        title = _as_it_stands(self.document.name)
        return ClaimsFile(
            id="draft", title=title, source=shared.source, groups=shared.groups, not_evidence=shared.not_evidence, claims=claims
        )

    def _unknown_in(self, file: ClaimsFile) -> Iterator[Diagnostic]:
        """What the readings mention and nobody has, at its place in the draft."""
        parts = {mark.id: (mark, part) for mark, part in self.marks}
        for unknown in unknown_in(file, self.shared, {**models_under(self.shared.root), **self.models}):
            if unknown.path[0] == "claims":
                mark, part = parts[str(unknown.path[1])]
                within: KeyPath = unknown.path[3:] if mark.kind == "holds" else unknown.path[4:]
                path: KeyPath = (mark.kind, *within)
            elif self.setting is not None and self.cited is None:
                part, path = self.setting[1], ("with", *unknown.path)
            else:
                continue  # said of the file of claims itself
            yield from part.locate([Diagnostic(unknown.code, unknown.severity, path, unknown.params, unknown.on)])

    def _unknown(self, mark: DraftMark) -> Iterator[Diagnostic]:
        """What a mark refers to by name and nobody has."""
        kind, question = mark.instruction.form
        if kind == "claim":
            claims = self.cited.claims if self.cited is not None else EMPTY
            if question not in claims:
                yield _no("claim", question, ("claim",), claims)
        elif kind in BLOCKS:
            if question.over is not None and question.over.group is not None:
                groups = (self.cited or (self.setting[0] if self.setting is not None else DraftSetting())).groups
                if question.over.group not in groups:
                    yield diagnostic("VK140", (kind, "over", "group"), id=question.over.group, likely=guess(question.over.group, groups))
            yield from self._load(kind, question.name)

    def _load(self, kind: str, name: str) -> Iterator[Diagnostic]:
        try:
            if kind == "check":
                self.sets[name] = self.sets[name] if name in self.sets else load_set(name, self.shared)
            else:
                self.tables[name] = self.tables[name] if name in self.tables else load_comparison(name, self.shared)
        except UsageError:
            what, find = ("criteria", available_sets) if kind == "check" else ("comparison", available_comparisons)
            yield _no(what, name, (kind, "name"), find(self.shared))


def _no(what: str, name: str, path: KeyPath, known: object) -> Diagnostic:
    names = [str(item) for item in known]  # type: ignore[attr-defined]
    return diagnostic("VK144", path, what=Word(f"draft.name.{what}"), id=name, likely=guess(name, names), known=", ".join(names) or "–")


def _as_it_stands(text: str) -> LocalText:
    """The text of a draft, which is nobody's label: whatever it holds, it is shown."""
    return copy_with(LocalText(nb="-"), {"nb": text, "en": text})

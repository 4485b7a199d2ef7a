"""What an account of the sentences of sources has to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from virkningskjede import diagnosis
from virkningskjede.analysis.coverage import (
    STATES,
    Citation,
    Copy,
    Coverage,
    HardlyCaptured,
    SectionAccount,
    SentenceAccount,
    hardly_captured,
)
from virkningskjede.diagnostics import Path, line, path_text, shorten
from virkningskjede.i18n import Lang, Word, counted, percent, quoted, rounded_share, word
from virkningskjede.model import SECTIONS, LogicModel
from virkningskjede.model.values import Arrow, Frozen, LocalText, Sentence
from virkningskjede.project import project_of
from virkningskjede.report import Block, Document, Heading, Item, Items, Paragraph, Report, Table
from virkningskjede.report.model_text import ModelText
from virkningskjede.report.names import short, source_section
from virkningskjede.report.places import places, runs

Copies = Mapping[str, Copy]
"""Readers' own copies by source."""

HEADING = 34
"""In a terminal a heading is cut after so many characters, so that a section is one line."""

COLUMNS = ("source", "section", "heading", "sentence", "state", "by", "why")
OF_COPY = ("copy", "hardly", "text")


@dataclass(frozen=True)
class CoverageReport(Report):
    """What an account of the sentences of sources has to say.

    Attributes:
        coverage: the account.
        uncited: whether only sections with a sentence left are told of; the sums are still of all of them.
        explain: whether each sentence is told of, with what rests on it. A listing and JSON tell it in any case.

    Readers' own copies of sources are held against the segments, and their sentences stand beside what rests on them; in JSON no text of a
    source stands.
    """

    coverage: Coverage
    uncited: bool = False
    explain: bool = False

    @property
    def copies(self) -> Copies:
        """Readers' own copies by source."""
        return self.coverage.copies

    def document(self, lang: Lang = "nb", width: int | None = None) -> Document:
        """A table for each source; then, when it is asked for, each sentence; then how each copy agrees."""
        blocks: list[Block] = [*tables(self.coverage, lang=lang, longest=None if width is None else HEADING, uncited=self.uncited)]
        blocks += map(Paragraph, notes(self.coverage, lang, uncited=self.uncited))
        if self.explain or self.copies:
            blocks += sentences(self._shown, self.copies, lang)
        if self.copies:
            blocks += spoken_against(self.coverage, lang)
        for copy in self.copies.values():
            blocks += copy_report(copy, self._shown, lang)
        return Document(word("account.title", lang), tuple(blocks), lang)

    def listing(self, lang: Lang = "nb") -> Table:
        """A row for each sentence; with a copy also what it has beyond these."""
        keys = (*COLUMNS, *(OF_COPY if self.copies else ()))
        rows = [row for section in self._shown.sections for row in self._of_section(section, lang)]
        beyond = word("account.copy.state.beyond", lang)
        for copy in self.copies.values():
            rows += [(copy.source, section, "", number, "", "", "", beyond, "", "") for section, number in copy.beyond]
        return Table.of((word(f"account.column.{key}", lang) for key in keys), rows)

    def plain(self, lang: Lang = "nb") -> dict[str, Any]:
        """The value that ``coverage --format json`` prints."""
        return to_json(self.coverage, lang, uncited=self.uncited)

    @property
    def _shown(self) -> Coverage:
        return self.coverage.narrowed(uncited=self.uncited)

    def _of_section(self, section: SectionAccount, lang: Lang) -> Iterator[tuple[str | int, ...]]:
        copy = self.copies.get(section.source)
        captured = {hardly.sentence.number: hardly for hardly in _hardly_in(section, copy)}
        for sentence in section.sentences:
            by = ", ".join(_name(citation, lang) for citation in sentence.by)
            state, why = word(f"account.{sentence.state}", lang), "; ".join(reasons(sentence, lang))
            row = (section.source, section.section, section.heading, sentence.number, state, by, why)
            yield (*row, *_of_copy(copy, section, sentence, captured, lang)) if self.copies else row


def _hardly_in(section: SectionAccount, copy: Copy | None) -> Iterable[HardlyCaptured]:
    return hardly_captured(Coverage((section,)), copy) if copy is not None else ()


def _of_copy(
    copy: Copy | None, section: SectionAccount, sentence: SentenceAccount, captured: Mapping[int, HardlyCaptured], lang: Lang
) -> tuple[str, str, str]:
    """Whether a copy has a sentence as it is in the segments, by which signs it is hardly captured, and its text."""
    if copy is None:
        return "", "", ""
    key = section.section, sentence.number
    state = "missing" if key in copy.missing else "differing" if key in copy.differing else "right"
    signs = _signs(captured[sentence.number], lang) if sentence.number in captured else ""
    return word(f"account.copy.state.{state}", lang), signs, copy.sentences.get(key, "")


def tables(coverage: Coverage, *, lang: Lang = "nb", longest: int | None = None, uncited: bool = False) -> tuple[Table, ...]:
    """A table for each source: a row for each section that something builds on, or for all when nothing builds on any.

    Args:
        coverage: the sections.
        lang: the language.
        longest: headings are cut after so many characters.
        uncited: only rows with a sentence left, and only sources with such rows; the sums are still of all the sections.
    """
    several = (coverage.narrowed([source]) for source in coverage.sources)
    return tuple(_table(part, lang, longest, uncited=uncited) for part in several if part.count("uncited") or not uncited)


def _table(coverage: Coverage, lang: Lang, longest: int | None, *, uncited: bool) -> Table:
    sections = [section for section in coverage.sections if section.touched] or list(coverage.sections)
    rest = [f"{section.section} ({section.segments})" for section in coverage.sections if section not in sections]
    sections = [section for section in sections if section.uncited or not uncited]
    rows = []
    for section in sections:
        heading = source_section(section.section, section.heading)
        counts = (section.segments, len(section.cited), len(section.tested), len(section.set_aside))
        rows.append((shorten(heading, longest or len(heading)), *map(str, counts), _left(section)))
    headers = tuple(word(f"account.{key}", lang) for key in ("section", "sentences", *STATES))
    values = {(row, place): int(cell) for row, cells in enumerate(rows) for place, cell in enumerate(cells) if place and cell.isdecimal()}
    notes = (word("account.untouched", lang, sections=", ".join(rest)),) if rest else ()
    return Table(
        headers, tuple(rows), total(coverage, lang), (*notes, *_unmodelled(coverage, lang), *_claims(coverage, lang)), values=values
    )


def _unmodelled(coverage: Coverage, lang: Lang) -> Iterator[str]:
    """How many of the sentences models alone would leave, where it is more than are left: what is accounted for is not all coded."""
    count = coverage.count("unmodelled")
    if count > coverage.count("uncited"):
        yield word("account.unmodelled", lang, count=count)


def _claims(coverage: Coverage, lang: Lang) -> Iterator[str]:
    """How many of the sentences make claims, where some do."""
    claimed, unchecked = (sum(len(getattr(section, name)) for section in coverage.sections) for name in ("claimed", "unchecked"))
    if claimed or unchecked:
        yield word("account.claims", lang, claimed=claimed, unchecked=unchecked)


def total(coverage: Coverage, lang: Lang) -> str:
    """What has become of the sentences of one source, in one line."""
    counts = {state: coverage.count(state) for state in STATES}
    share = percent(coverage.share).in_(lang)
    return word(
        "account.total",
        lang,
        source=coverage.name(coverage.sources[0]),
        sentences=counted("account.sentences", coverage.segments).in_(lang),
        percent=share,
        **counts,
    )


def _left(section: SectionAccount) -> str:
    return f"{len(section.uncited)} ({runs(section.uncited)})" if section.uncited else "0"


def _names(section: SectionAccount, numbers: Iterable[int]) -> list[Sentence]:
    return [Sentence.of(section.source, section.section, number) for number in numbers]


def notes(coverage: Coverage, lang: Lang, *, uncited: bool = False) -> tuple[str, ...]:
    """What is to be said beside the tables: that there is nothing, and why."""
    lines = [word("account.undivided", lang, sources=", ".join(map(coverage.name, coverage.undivided)))] if coverage.undivided else []
    if not coverage.sections and not coverage.undivided:
        lines.append(word("account.nothing", lang))
    if uncited and coverage.sections and not coverage.count("uncited"):
        lines.append(word("account.none_left", lang))
    return tuple(lines)


def sentences(coverage: Coverage, copies: Copies, lang: Lang) -> Iterator[Block]:
    """Every sentence with what rests on it, section by section; beside its text, where there is a copy."""
    for section in coverage.sections:
        yield Heading(f"{coverage.name(section.source)}, {source_section(section.section, section.heading)}")
        yield Items(tuple(_sentence(section, sentence, copies.get(section.source), lang) for sentence in section.sentences))


def _sentence(section: SectionAccount, sentence: SentenceAccount, copy: Copy | None, lang: Lang) -> Item:
    """A sentence by its number and its text; without a text what rests on it stands there, when it is one thing."""
    key = section.section, sentence.number
    text = [copy.sentences[key]] if copy and key in copy.sentences else []
    text += [word("account.differs", lang)] if copy and key in copy.differing else []
    fates = tuple(_fates(sentence, lang))
    number = str(sentence.number)
    if not text and len(fates) == 1:
        return Item(fates[0], number)
    return Item(" ".join(text), number, tuple(map(Item, fates)))


def _fates(sentence: SentenceAccount, lang: Lang) -> Iterator[str]:
    """What rests on a sentence, or why nothing does."""
    for citation in sentence.by:
        yield _citation(citation, lang)
    yield from reasons(sentence, lang)


def reasons(sentence: SentenceAccount, lang: Lang) -> Iterator[str]:
    """Why no model rests on a sentence, or what is said of it beside what does."""
    if sentence.state == "tested":
        yield word("account.only_tested", lang)
    if sentence.reason is not None:
        yield word("account.aside", lang, reason=word(f"change.value.{sentence.reason}", lang))
    if sentence.unchecked is not None:
        reason = word(f"claims.because.{sentence.unchecked}", lang)
        yield word("account.unchecked", lang, reason=reason[0].lower() + reason[1:])
    if sentence.state == "uncited":
        yield word("account.left", lang)


def _citation(citation: Citation, lang: Lang) -> str:
    """What the file is called, and what the part of it that rests on the sentence is called."""
    file = citation.file
    part = _in_model(file, citation.path, lang) if isinstance(file, LogicModel) else _in_another(file, citation.path, lang)
    title = short(file.name) if isinstance(file, LogicModel) else file.title.in_(lang)
    name = f"{title}: {part}" if part else title
    return name if citation.firm else word("account.reading", lang, name=name)


def _in_model(model: LogicModel, path: Path, lang: Lang) -> str:
    """An arrow by the nodes at its ends, an entry by its label, and what has no name by its key's; nothing for the model itself."""
    wording = ModelText((model,), project_of(model).vocabulary, lang)
    section, name, key, target = (*map(str, path[:4]), "", "", "", "")[:4]
    if key == "leads_to" and target:
        return wording.arrow(0, Arrow(name, target))
    entry = getattr(model, section).get(name) if section in SECTIONS else None
    return wording.quote(wording.entry(entry)) if entry is not None else wording.field(section) if section else ""


def _in_another(file: Frozen, path: Path, lang: Lang) -> str:
    """A criterion, a column or a claim by what it is called; anything else by where it stands in its file."""
    section, name = (*map(str, path[:2]), "", "")[:2]
    parts = getattr(file, section, None)
    part = parts.get(name) if isinstance(parts, Mapping) else None
    label = getattr(part, "label", None) or getattr(part, "statement", None)
    return quoted(label.in_(lang)).in_(lang) if isinstance(label, LocalText) else path_text(path)


def _name(citation: Citation, lang: Lang) -> str:
    return citation.name if citation.firm else word("account.reading", lang, name=citation.name)


def copy_report(copy: Copy, coverage: Coverage, lang: Lang) -> Iterator[Block]:
    """How a copy agrees with the segments, and the sentences of the sections that are cited but hardly captured."""
    count = len(copy.sentences) + len(copy.missing)
    wrong = {"differing": copy.differing, "missing": copy.missing, "beyond": copy.beyond}
    name = coverage.name(copy.source)
    right, sentences = len(copy.sentences) - len(copy.differing), counted("account.sentences", count)
    partly = Word("account.copy.partly", (("source", name), ("right", str(right)), ("sentences", sentences)))
    yield Heading(word("account.copy", lang, source=name))
    yield Paragraph((partly if any(wrong.values()) else counted("account.copy.right", count, source=name)).in_(lang))
    texts = {name: places(_sentences(copy, keys), copy.source) for name, keys in wrong.items()}
    if any(texts.values()):
        yield Items.of(word(f"account.copy.{name}", lang, places=text) for name, text in texts.items() if text)
    yield Heading(word("account.hardly", lang), 3)
    yield Paragraph(word("account.hardly.why", lang))
    hardly = tuple(_hardly(uncaptured, copy, lang) for uncaptured in hardly_captured(coverage, copy))
    yield Items(hardly) if hardly else Paragraph(word("account.hardly.none", lang))


def spoken_against(coverage: Coverage, lang: Lang) -> Iterator[Block]:
    """What the sentences of the copies speak against in the models, each with the line and the rule."""
    yield Heading(word("account.against", lang))
    lines = tuple(Item(line(diagnostic, lang)) for diagnostic in coverage.against)
    yield Items(lines) if lines else Paragraph(word("account.against.none", lang))


def _hardly(uncaptured: HardlyCaptured, copy: Copy, lang: Lang) -> Item:
    section, number = uncaptured.section.section, uncaptured.sentence.number
    text = f"{section}:{number} ({_signs(uncaptured, lang)}) {copy.sentences[section, number]}"
    return Item(text, items=tuple(map(Item, _fates(uncaptured.sentence, lang))))


def _signs(uncaptured: HardlyCaptured, lang: Lang) -> str:
    return ", ".join(word("account.sign.numeral", lang) if sign == "numeral" else quoted(sign).in_(lang) for sign in uncaptured.signs)


def to_json(coverage: Coverage, lang: Lang = "nb", *, uncited: bool = False) -> dict[str, Any]:
    """The value that ``coverage --format json`` prints: no text of the source, whether there is a copy or not.

    With ``uncited`` only sections with a sentence left are there; ``percent`` is still of all of them.
    """
    shown, copies = coverage.narrowed(uncited=uncited), coverage.copies
    sources: dict[str, Any] = {}
    for source in dict.fromkeys((*shown.sources, *copies)):
        whole, part = (Coverage(tuple(section for section in some.sections if section.source == source)) for some in (coverage, shown))
        sources[source] = {
            "percent": float(100 * rounded_share(whole.share)),
            "sections": [_section(section) for section in part.sections],
            **(_copy(copies[source], part) if source in copies else {}),
        }
    against = diagnosis.to_json((), coverage.against, coverage.yaml_files, lang)["diagnostics"]
    return {"sources": sources, "undivided": list(coverage.undivided), **({"diagnostics": against} if copies else {})}


def _section(section: SectionAccount) -> dict[str, Any]:
    return {
        "section": section.section,
        "heading": section.heading,
        "segments": section.segments,
        "cited": list(section.cited),
        "tested": list(section.tested),
        "set_aside": list(section.set_aside),
        "uncited": list(section.uncited),
        "unmodelled": list(section.unmodelled),
        "claimed": list(section.claimed),
        "unchecked": list(section.unchecked),
        "by": {str(sentence.number): [by.name for by in sentence.by] for sentence in section.sentences if sentence.by},
        "reasons": {
            str(sentence.number): reason for sentence in section.sentences if (reason := sentence.reason or sentence.unchecked) is not None
        },
    }


def _sentences(copy: Copy, keys: Iterable[tuple[str, int]]) -> list[Sentence]:
    return [Sentence.of(copy.source, section, number) for section, number in keys]


def _copy(copy: Copy, coverage: Coverage) -> dict[str, Any]:
    hardly = [
        {
            "at": _names(uncaptured.section, [uncaptured.sentence.number]),
            "signs": list(uncaptured.signs),
            "by": [by.name for by in uncaptured.sentence.by],
        }
        for uncaptured in hardly_captured(coverage, copy)
    ]
    return {**{name: _sentences(copy, getattr(copy, name)) for name in ("differing", "missing", "beyond")}, "hardly_captured": hardly}

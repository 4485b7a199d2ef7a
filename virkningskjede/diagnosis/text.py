"""Diagnostics for a reader: each beside the line that it is about, with what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from virkningskjede.diagnostics import Diagnostic, Location, count_by_severity, elsewhere, path_text, shorten
from virkningskjede.i18n import Lang, severity, visible, word
from virkningskjede.model.values import EMPTY
from virkningskjede.report.columns import columns
from virkningskjede.rules.manual import title
from virkningskjede.yamlfile import YamlFile

PRIVACY = "VK7"
"""Codes about personal data: the line they are about is not shown."""

MOST_RELATED = 5
"""So many of the other places of a diagnostic are shown; JSON has all of them."""

WIDEST_LINE = 100
"""A source line is shown at most this wide, around the place."""


def text(diagnostics: Sequence[Diagnostic], yaml_files: Mapping[str, YamlFile], lang: Lang, *, every: bool = False) -> str:
    """Diagnostics for a reader: each with its line and a caret under the place, and what to do.

    Args:
        diagnostics: in order of presentation.
        yaml_files: the files, by name, whose lines are shown.
        lang: the language.
        every: show every note on its own; otherwise they are summed up for each file.
    """
    shown = [diagnostic for diagnostic in diagnostics if every or diagnostic.severity != "info"]
    notes = [] if every else list(notes_summed_up(diagnostics, lang))
    lines = [f"{word('findings.notes', lang)}:", *(f"    {note}" for note in notes), f"    {word('findings.notes.more', lang)}", ""]
    return inert("".join(_block(diagnostic, yaml_files, lang) for diagnostic in shown) + ("\n".join(lines) if notes else ""))


def notes_summed_up(diagnostics: Iterable[Diagnostic], lang: Lang) -> Iterator[str]:
    """A line for each file that has notes, then what their codes mean."""
    by_file: dict[str | None, Counter[str]] = {}
    for note in diagnostics:
        if note.severity == "info":
            by_file.setdefault(note.file, Counter())[note.code] += 1
    for file, codes in by_file.items():
        counted = ", ".join(f"{code} × {count}" for code, count in sorted(codes.items()))
        yield f"{shorten(file, 400)}: {counted}" if file is not None else counted
    for code in sorted({code for codes in by_file.values() for code in codes}):
        yield f"{code}: {title(code, lang)}"


def inert(text: str) -> str:
    """Text of which no line is a command to a runner that shows it."""
    lines = text.replace("##[", "## [").splitlines(keepends=True)
    return "".join(f"\N{ZERO WIDTH SPACE}{line}" if line.lstrip().startswith("::") else line for line in lines)


def head(diagnostic: Diagnostic, lang: Lang, *, places: bool = False) -> str:
    """Where, how grave, which code and what is wrong, on a line; with the other places themselves, or how many they are."""
    place = diagnostic.cell.in_(lang) if diagnostic.cell else where(diagnostic.location)
    if places and diagnostic.related:
        wrong = f"{sentence(diagnostic, lang)} {see_also(diagnostic, lang)}"
    else:
        wrong = f"{diagnostic.message(lang)}{elsewhere(diagnostic, lang)}"
    return f"{place}{': ' if place else ''}{severity(diagnostic.severity, lang)} {diagnostic.code} {wrong}\n"


def sentence(diagnostic: Diagnostic, lang: Lang) -> str:
    """What is wrong, as a whole sentence that others can follow on the same line."""
    message = diagnostic.message(lang)
    return message if message.endswith(("?", "!")) else f"{message}."


def where(location: Location) -> str:
    """``file:line:column``; the path in the model for what came from no file."""
    if location.file is None:
        return path_text(location.path)
    return shorten(location.file, 400) + (f":{location.place.line}:{location.place.column}" if location.place else "")


def see_also(diagnostic: Diagnostic, lang: Lang) -> str:
    """The other places, the first of them; in the file of the diagnostic itself only line and column. Empty when there are none."""
    if not diagnostic.related:
        return ""
    shown: list[str] = []
    file = diagnostic.file
    for location in diagnostic.related[:MOST_RELATED]:
        same = location.file == file and location.place is not None
        shown.append(f"{location.place.line}:{location.place.column}" if same and location.place else where(location))
        file = location.file
    more = len(diagnostic.related) - len(shown)
    rest = f" {word('findings.related.more', lang, count=more)}" if more else ""
    return f"{word('findings.related', lang)}: {', '.join(shown)}{rest}"


def _block(diagnostic: Diagnostic, yaml_files: Mapping[str, YamlFile], lang: Lang) -> str:
    yaml_file = yaml_files.get(diagnostic.file or "")
    excerpt = _excerpt(yaml_file, diagnostic) if yaml_file and not diagnostic.code.startswith(PRIVACY) else []
    also = see_also(diagnostic, lang)
    advice = f"    {word('findings.tip', lang)}: {diagnostic.tip(lang)}\n"
    return "".join([head(diagnostic, lang), *excerpt, f"    {also}\n" if also else "", advice])


def _excerpt(yaml_file: YamlFile, diagnostic: Diagnostic) -> list[str]:
    place = diagnostic.place
    if place is None or not yaml_file.has_line(place.line):
        return []
    line = visible(yaml_file.line(place.line)).replace("\t", " ")
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    first = max(0, min(start - WIDEST_LINE // 3, len(line) - WIDEST_LINE))
    part = line[first : first + WIDEST_LINE]
    before = "…" if first else ""
    after = "…" if first + WIDEST_LINE < len(line) else ""
    width = max(1, min(end, first + WIDEST_LINE) - start)
    number = str(place.line)
    pad = columns(before + line[first:start])
    return [
        f"    {number} | {before}{part}{after}\n",
        f"    {' ' * len(number)} | {' ' * pad}{'^' * max(1, columns(line[start : start + width]))}\n",
    ]


def closing(
    files: int, diagnostics: Iterable[Diagnostic], lang: Lang, *, known: int | None = None, named: Mapping[str, Sequence[str]] = EMPTY
) -> str:
    """The last lines: how much was looked at and what was found; and what was found and is not shown, or was not looked at.

    Args:
        files: how many files were looked at.
        diagnostics: what was found in them.
        lang: the language.
        known: how many places were known before, if only what is new is asked for.
        named: files that something is told of beside what was found in them, by what that is.
    """
    counts = count_by_severity(diagnostics)
    total = ", ".join(f"{count} {word(f'findings.{level}.{_number(count)}', lang)}" for level, count in counts.items() if count)
    looked = word(f"findings.files.{_number(files)}", lang, count=files)
    lines = [f"{looked}: {total or word('findings.nothing' if known is None else 'findings.nothing.new', lang)}"]
    if known:
        lines.append(word(f"findings.known.{_number(known)}", lang, count=known))
    for what, of_these in named.items():
        if of_these:
            names = ", ".join(shorten(name, 400) for name in of_these[:MOST_RELATED])
            more = len(of_these) - MOST_RELATED
            rest = f" {word('findings.related.more', lang, count=more)}" if more > 0 else ""
            lines.append(word(f"findings.{what}.{_number(len(of_these))}", lang, count=len(of_these), files=names + rest))
    return inert("\n".join(lines) + "\n")


def _number(count: int) -> str:
    return "one" if count == 1 else "more"

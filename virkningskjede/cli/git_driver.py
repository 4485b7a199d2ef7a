"""What git asks of a diff program (``GIT_EXTERNAL_DIFF``, ``diff.NAME.command``) and of a converter (``diff.NAME.textconv``).

git takes any exit code but 0 for a crash and stops, so whatever the files hold is answered with text.
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from virkningskjede.analysis.diff import between
from virkningskjede.analysis.diff import report as changes
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Lang, visible, word
from virkningskjede.i18n.likely import no_choice
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.project import find_root, open_project, read_model
from virkningskjede.report import Paragraph
from virkningskjede.report.write_markdown import of_blocks
from virkningskjede.yamlfile import read, read_text

_TICKS = re.compile("`+")
_LINE_END = re.compile(r"\r\n|\n")

MOST_LINES = 50_000
"""Text of more lines than this is not compared line by line, for that takes too long."""


def compared(arguments: Sequence[str], root: Path | None, lang: Lang, form: str = "text") -> str:
    """The answer to git's 7 arguments (9 for a renamed file, 1 for an unmerged one), as text or Markdown.

    They are the path, then file, content and mode before, and the same after; ``/dev/null`` stands for no file. A renamed file has
    its new path last but one.

    Raises:
        UsageError: it is not git that calls, or the form is another: what git joins of many files would be neither a page nor JSON.
    """
    _among(form, ("text", "md"), lang)
    return "".join(_as_markdown(part) if form == "md" else _as_text(part) for part in _compared(arguments, root, lang, form))


@dataclass(frozen=True, slots=True)
class _Lines:
    """Lines of two texts that are held together, as they stand."""

    lines: tuple[str, ...]


_Part = Paragraph | _Lines | str
"""A paragraph, lines as they stand, or what is in its form already."""


def _as_text(part: _Part) -> str:
    if isinstance(part, str):
        return f"\n{part}"
    return _lines([visible(part.text)] if isinstance(part, Paragraph) else part.lines)


def _as_markdown(part: _Part) -> str:
    if isinstance(part, str):
        return f"{part}\n"
    if isinstance(part, Paragraph):
        return f"{of_blocks([part])}\n"
    # A fence is longer than any that stands in what it holds.
    fence = "`" * max(3, 1 + max((len(run) for line in part.lines for run in _TICKS.findall(line)), default=0))
    return _lines([f"{fence}diff", *part.lines, fence, ""]) if part.lines else ""


def _compared(arguments: Sequence[str], root: Path | None, lang: Lang, form: str) -> Iterator[_Part]:
    if len(arguments) == 1:
        yield Paragraph(arguments[0])
        return
    if len(arguments) not in (7, 9):
        raise UsageError(word("error.git.arguments", lang, count=len(arguments)))
    name, old, _, old_mode, new, _, new_mode, *renamed = arguments
    path = renamed[0] if renamed else name
    yield Paragraph(word("git.renamed", lang, path=path, before=name) if renamed else path)
    before, after = (None if _is_nothing(file) else _model(file) for file in (old, new))
    if (before is None) is not _is_nothing(old) or (after is None) is not _is_nothing(new):
        yield Paragraph(word("git.plain", lang))
        yield _Lines(tuple(_line_by_line(old, new)))
    elif before is None or after is None:
        yield Paragraph(word("git.added" if before is None else "git.removed", lang))
    else:
        diff = between(before, after, _words(path, root))
        if diff.changes:
            yield diff.to_markdown(lang=lang) if form == "md" else diff.to_text(lang=lang)
        else:
            yield Paragraph(word("git.mode" if old_mode != new_mode else "git.layout", lang))


def converted(arguments: Sequence[str], root: Path | None, lang: Lang, form: str = "text") -> str:
    """One file as lines that git can compare; its own text when it makes no model.

    Terms have their labels only where the root is given: git hands over copies that lie outside it, and both sides must read alike.
    """
    _among(form, ("text",), lang)
    if len(arguments) != 1:
        raise UsageError(word("error.git.one", lang, count=len(arguments)))
    model = _model(arguments[0])
    return _shown(_text(arguments[0])) if model is None else changes.line_by_line(model, open_project(root).vocabulary, lang=lang)


def _among(form: str, forms: tuple[str, ...], lang: Lang) -> None:
    if form not in forms:
        raise UsageError(no_choice(form, forms).in_(lang))


def _shown(text: str) -> str:
    """A text that git will print on a terminal: what steers one is shown as a mark, and the ends of lines stay."""
    return "\n".join(visible(line) for line in _LINE_END.split(text))


def _is_nothing(file: str) -> bool:
    return file in (os.devnull, "/dev/null")


def _model(file: str) -> LogicModel | None:
    return read_model(read(Path(file), file)).model


def _words(path: str, root: Path | None) -> Vocabulary | None:
    """The codebook of the file's place in the working tree: git hands over copies that lie elsewhere."""
    return open_project(root or find_root(Path(path))).vocabulary


def _text(file: str) -> str:
    text = None if _is_nothing(file) else read_text(Path(file), file)[0]
    return text or ""


def _line_by_line(old: str, new: str) -> list[str]:
    before, after = _text(old).splitlines(), _text(new).splitlines()
    if len(before) + len(after) > MOST_LINES:
        return []
    return [visible(line) for line in difflib.unified_diff(before, after, lineterm="", n=3)][2:]


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)

"""What git asks of a diff program (``GIT_EXTERNAL_DIFF``, ``diff.NAME.command``) and of a converter (``diff.NAME.textconv``).

git takes any exit code but 0 for a crash and stops, so whatever the files hold is answered with text.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Sequence
from pathlib import Path

from virkningskjede.catalogue import Lang, visible, word
from virkningskjede.errors import UsageError
from virkningskjede.loading import find_root, open_project, read_model
from virkningskjede.model import LogicModel
from virkningskjede.rendering import changes
from virkningskjede.source import read, read_text
from virkningskjede.versions import between
from virkningskjede.vocabulary import Vocabulary

MOST_LINES = 50_000
"""Text of more lines than this is not compared line by line, for that takes too long."""


def compared(arguments: Sequence[str], root: Path | None, lang: Lang) -> str:
    """The answer to git's 7 arguments (9 for a renamed file, 1 for an unmerged one).

    They are the path, then file, content and mode before, and the same after; ``/dev/null`` stands for no file. A renamed file has
    its new path last but one.

    Raises:
        UsageError: it is not git that calls.
    """
    if len(arguments) == 1:
        return f"{visible(arguments[0])}\n"
    if len(arguments) not in (7, 9):
        raise UsageError(word("error.git.arguments", lang, count=len(arguments)))
    name, old, _, old_mode, new, _, new_mode, *renamed = arguments
    path = renamed[0] if renamed else name
    first = word("git.renamed", lang, path=visible(path), before=visible(name)) if renamed else visible(path)
    before, after = (None if _is_nothing(file) else _model(file) for file in (old, new))
    if (before is None) is not _is_nothing(old) or (after is None) is not _is_nothing(new):
        return _lines([first, word("git.plain", lang), *_line_by_line(old, new)])
    if before is None or after is None:
        return _lines([first, word("git.added" if before is None else "git.removed", lang)])
    found = between(before, after, _words(path, root))
    if not found.changes:
        return _lines([first, word("git.mode" if old_mode != new_mode else "git.layout", lang)])
    return _lines([first, ""]) + changes.text(found, lang=lang)


def converted(arguments: Sequence[str], root: Path | None, lang: Lang) -> str:
    """One file as lines that git can compare; its own text when it makes no model.

    Terms have their labels only where the root is given: git hands over copies that lie outside it, and both sides must read alike.
    """
    if len(arguments) != 1:
        raise UsageError(word("error.git.one", lang, count=len(arguments)))
    model = _model(arguments[0])
    return _text(arguments[0]) if model is None else changes.line_by_line(model, open_project(root).vocabulary, lang=lang)


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


def _lines(said: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in said)

"""What is said when a command cannot do its work, and with which exit code."""

from __future__ import annotations

import os
import sys
import traceback
from contextlib import suppress
from pathlib import Path

import click

from virkningskjede.cli import COULD_NOT_RUN
from virkningskjede.cli.language import settle
from virkningskjede.cli.parsing import problem
from virkningskjede.cli.run import settings_here
from virkningskjede.diagnostics import BrokenSet, shorten
from virkningskjede.errors import VirkningskjedeError
from virkningskjede.i18n import Lang, Word, reason, visible, word


def language_at_failure() -> Lang:
    """The language of this run; the settings may themselves be what failed."""
    language = settle(sys.argv[1:], os.environ)
    try:
        return settle(sys.argv[1:], os.environ, settings_here().lang)
    except (VirkningskjedeError, OSError):
        return language


def explain_failure(error: Exception, lang: Lang) -> int:
    """Say on standard error what went wrong; return the exit code."""
    if isinstance(error, VirkningskjedeError):
        _write(_expected(error, lang))
    elif isinstance(error, click.UsageError):
        _say(_in(problem(error), lang), lang)
        if error.ctx is not None:
            _write(f"{word('parsing.help.try', lang, command=error.ctx.command_path)}\n")
    elif isinstance(error, OSError) and error.filename is not None:
        _say(word("error.os", lang, path=shorten(str(error.filename)), reason=reason(error, lang)), lang)
    else:
        if os.environ.get("VIRKNINGSKJEDE_DEBUG"):
            traceback.print_exception(error)
        name = f"{type(error).__name__}: {error}"[:200]
        _write(visible(word("error.internal", lang, error=name)) + "\n")
    return COULD_NOT_RUN


def explain_output(error: OSError, lang: Lang) -> int:
    """Say that what was to be written to standard output could not be; return the exit code."""
    let_go(1)
    _say(word("error.stdout", lang, reason=reason(error, lang)), lang)
    return COULD_NOT_RUN


def let_go(number: int) -> None:
    """Let what is still to be written to standard output (1) or error (2) go: Python would try once more as it ends."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), number)


def _say(sentence: str, lang: Lang) -> None:
    _write(f"{word('severity.error', lang)}: {visible(sentence)}\n")


def _write(text: str) -> None:
    with suppress(OSError):  # there may be nobody to say it to; the exit code says it still
        sys.stderr.write(text)


def _in(sentence: Word | str, lang: Lang) -> str:
    return sentence.in_(lang) if isinstance(sentence, Word) else sentence


def _expected(error: VirkningskjedeError, lang: Lang) -> str:
    diagnostics = getattr(error, "diagnostics", ())
    if not diagnostics:
        return f"{word('severity.error', lang)}: {visible(error.in_(lang))}\n"
    from virkningskjede import diagnosis
    from virkningskjede.yamlfile import parse, read

    names = dict.fromkeys(diagnostic.file for diagnostic in diagnostics if diagnostic.file and os.access(diagnostic.file, os.R_OK))
    contents = getattr(error, "contents", {})
    files = {name: parse(contents[name].encode("utf-8"), name) if name in contents else read(Path(name), name) for name in names}
    shown = diagnosis.text(diagnostics, files, lang)
    closing = "error.broken_set" if isinstance(error, BrokenSet) else "error.invalid"
    return f"{shown}{word(closing, lang)}\n"

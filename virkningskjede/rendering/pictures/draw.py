"""Drawing DOT, in a child process with a time limit."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Mapping
from typing import Literal, get_args

from virkningskjede.catalogue import Lang, word
from virkningskjede.diagnostics import shorten
from virkningskjede.errors import DrawingError, UsageError
from virkningskjede.rendering.pictures import draw_child

Format = Literal["svg", "png", "pdf"]
"""What can be drawn."""

FORMATS: tuple[Format, ...] = get_args(Format)

COMMAND = (sys.executable, "-P", "-m", draw_child.__name__)
"""The child process. ``-P`` keeps files in the working directory from being imported in place of modules."""

_SIGNS: Mapping[Format, tuple[bytes, bytes]] = {
    "svg": (b"<?xml", b"</svg>"),
    "png": (b"\x89PNG", b"IEND\xaeB`\x82"),
    "pdf": (b"%PDF", b"%%EOF"),
}
"""How a whole file of each format begins and ends."""

_NOISE = "Fontconfig warning:"
_TITLE = re.compile(rb"<title>[^<]*</title>")


def draw(dot: str, picture_format: Format, *, timeout: float = 30.0, lang: Lang = "nb") -> bytes:
    """Draw DOT with the Graphviz that comes with pygraphviz; no ``dot`` program is needed.

    Args:
        dot: the graph, as `virkningskjede.rendering.pictures.dot.dot` writes it.
        picture_format: ``svg`` (with a title, and no reference to anything outside itself), ``png`` (200 dots per inch) or ``pdf``.
        timeout: seconds that drawing may take.
        lang: the language of error messages.

    Returns:
        The file. The same DOT gives the same bytes with the same fonts and Graphviz.

    Raises:
        DrawingError: the process crashed, ran out of time, complained or drew nothing; the message says what to do.
        UsageError: there is no such format.
    """
    if picture_format not in FORMATS:
        raise UsageError(word("picture.formats", lang, name=shorten(picture_format)))
    try:
        done = subprocess.run(
            [*COMMAND, picture_format],
            input=dot.encode("utf-8", "replace"),
            capture_output=True,
            timeout=timeout,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise DrawingError(word("picture.timeout", lang, seconds=f"{timeout:g}")) from None
    except OSError as error:
        raise DrawingError(word("picture.crashed", lang, reason=shorten(error.strerror or type(error).__name__))) from None
    if done.returncode == draw_child.NO_FONTS:
        raise DrawingError(word("picture.no_fonts", lang))
    said = _said(done.stderr)
    if done.returncode:
        raise DrawingError(word("picture.crashed", lang, reason=said[-1] if said else _ended(done.returncode)))
    complaint = next((line for line in said if line.lower().startswith("error")), None)
    if complaint is not None:
        raise DrawingError(word("picture.refused", lang, reason=complaint))
    begins, ends = _SIGNS[picture_format]
    if not done.stdout.startswith(begins) or not done.stdout.rstrip().endswith(ends):
        raise DrawingError(word("picture.empty", lang))
    return _titled(done.stdout) if picture_format == "svg" else _PDF_DATE.sub(_NO_DATE, done.stdout)


_PDF_DATE, _NO_DATE = re.compile(rb"/CreationDate \(D:[0-9]{14}"), b"/CreationDate (D:20000101000000"
"""When a PDF was made is the one thing in it that differs from drawing to drawing."""


def _ended(code: int) -> str:
    """How a process ended that said nothing: by a signal, whose number is negative, or with an exit code."""
    return signal.Signals(-code).name if -code in {each.value for each in signal.Signals} else f"{code}"


def _said(stderr: bytes) -> list[str]:
    """What the process said on standard error, without what fontconfig says on some machines whatever is drawn."""
    lines = stderr.decode("utf-8", "replace").splitlines()
    return [shorten(line) for line in lines if line.strip() and not line.startswith(_NOISE)]


def _titled(svg: bytes) -> bytes:
    """The SVG with the graph's title as its own, for tooltips and screen readers, and without the reference to an external DTD."""
    root = svg[svg.index(b"<svg") :]
    title = _TITLE.search(root)
    opening = root.index(b">") + 1
    head, body = root[:opening].replace(b"<svg", b'<svg role="img"', 1), root[opening:]
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + head + b"\n" + (title.group() if title else b"") + body

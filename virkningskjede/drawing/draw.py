"""Drawing DOT, in child processes."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue

from virkningskjede.diagnostics import shorten
from virkningskjede.drawing.child import Child
from virkningskjede.drawing.draw_child import drawn
from virkningskjede.drawing.endings import PICTURE_FORMATS, PictureFormat
from virkningskjede.drawing.stamping import sized
from virkningskjede.errors import DrawingError, UsageError
from virkningskjede.i18n import Lang, word
from virkningskjede.report.finish import OF_A_FILE

DPI = OF_A_FILE.dpi
"""Dots per inch of a bitmap."""

TIMEOUT = OF_A_FILE.timeout
"""Seconds that one picture may take."""

_SIGNS: Mapping[PictureFormat, tuple[bytes, bytes]] = {
    "svg": (b"<?xml", b"</svg>"),
    "png": (b"\x89PNG", b"IEND\xaeB`\x82"),
    "pdf": (b"%PDF", b"%%EOF"),
}
"""How a whole file of each format begins and ends."""

_PDF_DATE, _NO_DATE = re.compile(rb"/CreationDate \(D:[0-9]{14}"), b"/CreationDate (D:20000101000000"
"""When a PDF was made is the one thing in it that differs from drawing to drawing."""


def draw(dot: str, picture_format: PictureFormat, *, dpi: int = DPI, timeout: float = TIMEOUT, lang: Lang = "nb") -> bytes:
    """Draw DOT with the Graphviz that comes with pygraphviz; no ``dot`` program is needed.

    Args:
        dot: the graph, as `virkningskjede.drawing.dot.dot` writes it.
        picture_format: ``svg``, ``png`` or ``pdf``.
        dpi: dots per inch of a bitmap.
        timeout: seconds that drawing may take.
        lang: the language of error messages.

    Returns:
        The file. The same DOT gives the same bytes with the same fonts and Graphviz.

    Raises:
        DrawingError: the process crashed, ran out of time, complained or drew nothing; the message says what to do.
        UsageError: there is no such format.
    """
    if picture_format not in PICTURE_FORMATS:
        raise UsageError(word("picture.formats", lang, name=shorten(picture_format)))
    with Child(timeout, lang) as child:
        drawing = child.ask(drawn, dot.encode("utf-8", "replace").decode("utf-8"), picture_format, dpi)
        return checked_file(drawing, picture_format, dpi, lang)


def checked_file(data: bytes, picture_format: PictureFormat, dpi: int, lang: Lang) -> bytes:
    """The file, without the time at which it was made; of a bitmap, with the size that it has on paper.

    Raises:
        DrawingError: it is not a whole file of that format.
    """
    begins, ends = _SIGNS[picture_format]
    if not data.startswith(begins) or not data.rstrip().endswith(ends):
        raise DrawingError(word("picture.empty", lang))
    if picture_format == "png":
        return sized(data, dpi)
    return _PDF_DATE.sub(_NO_DATE, data) if picture_format == "pdf" else data


def cores() -> int:
    """How many processes are used where there is much to draw."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def on_all_cores(
    work: Callable[..., bytes], requests: Iterable[tuple[object, ...]], *, timeout: float = TIMEOUT, lang: Lang = "nb"
) -> Iterator[bytes | DrawingError]:
    """What a function of the library gives for each request, in their order, worked out in as many child processes as there are cores.

    Args:
        work: the function. It is called in another process, so it and its arguments must stand on their own.
        requests: its arguments, time after time.
        timeout: seconds that each may take.
        lang: the language of error messages.

    Yields:
        What came out; or, where that one could not be drawn, why.
    """
    jobs = list(requests)
    children = [Child(timeout, lang) for _ in range(min(cores(), len(jobs)))]
    idle: SimpleQueue[Child] = SimpleQueue()
    for child in children:
        idle.put(child)

    def answer(arguments: tuple[object, ...]) -> bytes | DrawingError:
        child = idle.get()
        try:
            return child.ask(work, *arguments)
        except DrawingError as error:
            return error
        finally:
            idle.put(child)

    if not children:
        return
    with ThreadPoolExecutor(len(children)) as pool:
        try:
            yield from pool.map(answer, jobs)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
            for child in children:
                child.stop()

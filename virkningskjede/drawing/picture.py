"""Scenes as pictures in files: one at a time, or many on all cores."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from virkningskjede.diagnostics import shorten
from virkningskjede.drawing.child import Child
from virkningskjede.drawing.dot import Paper, dot
from virkningskjede.drawing.draw import DPI, TIMEOUT, checked_file, on_all_cores
from virkningskjede.drawing.draw_child import drawn
from virkningskjede.drawing.endings import Ending, ending_of
from virkningskjede.drawing.mermaid import mermaid
from virkningskjede.drawing.scene import Scene
from virkningskjede.drawing.stamping import bound, entitled
from virkningskjede.drawing.svg import finished
from virkningskjede.errors import DrawingError, UsageError
from virkningskjede.i18n import Lang, unwritten, word
from virkningskjede.project import write_bytes
from virkningskjede.report.finish import OF_A_FILE, Finish
from virkningskjede.report.office import required
from virkningskjede.report.plain_graph import graph_file


def picture(scene: Scene, path: str | Path, *, paper: Paper = "a4", finish: Finish = OF_A_FILE) -> None:
    """Draw a scene to a file; the file's ending decides how: svg, png, pdf, dot, mmd (Mermaid), or graphml and gexf
    for programs that analyse graphs.

    The page is landscape. The file is written as a whole or not at all.

    Args:
        scene: what to draw.
        path: the file to write.
        paper: ``a4``, or ``a3`` for the same picture enlarged.
        finish: how well it is made.

    Raises:
        UsageError: the ending is none of these, or the file cannot be written.
        DrawingError: it could not be drawn.
    """
    file = Path(path)
    content = data(scene, ending_of(file, scene.lang), paper=paper, dpi=finish.dpi, timeout=finish.timeout)
    _write(file, content, scene.lang)


def data(scene: Scene, ending: Ending, *, paper: Paper = "a4", dpi: int = DPI, timeout: float = TIMEOUT) -> bytes:
    """A scene as the content of a file.

    Raises:
        DrawingError: it could not be drawn.
    """
    with Child(timeout, scene.lang) as child:
        return _data(scene, ending, paper, dpi, lambda *arguments: child.ask(drawn, *arguments))


def data_of_many(
    scenes: Iterable[Scene], ending: Ending, *, paper: Paper = "a4", dpi: int = DPI, timeout: float = TIMEOUT, lang: Lang = "nb"
) -> Iterator[bytes | DrawingError]:
    """Many scenes as the contents of files, in their order, worked out on all cores.

    Yields:
        The content; or, where one could not be drawn, why.
    """
    yield from on_all_cores(painted, ((scene, ending, paper, dpi) for scene in scenes), timeout=timeout, lang=lang)


def pictures(
    scenes: Iterable[tuple[Scene, Path]], ending: Ending, *, paper: Paper = "a4", dpi: int = DPI, lang: Lang = "nb"
) -> Iterator[tuple[Path, DrawingError | None]]:
    """Draw many scenes to files on all cores.

    Yields:
        Each file, in order, when it is written; or with what kept it from being drawn.

    Raises:
        UsageError: a file cannot be written.
    """
    targets = list(scenes)
    drawings = data_of_many((scene for scene, _ in targets), ending, paper=paper, dpi=dpi, lang=lang)
    for (_, file), content in zip(targets, drawings, strict=True):
        if isinstance(content, DrawingError):
            yield file, content
        else:
            _write(file, content, lang)
            yield file, None


def album(scenes: Sequence[Scene], *, paper: Paper = "a4", lang: Lang = "nb") -> bytes:
    """Many scenes as one PDF, with a page for each in their order, worked out on all cores.

    Raises:
        DrawingError: one could not be drawn; the message says which.
        UsageError: the extra that binds them together is not installed.
    """
    required("pypdf")  # without which drawing them would be in vain
    pages = []
    for scene, page in zip(scenes, data_of_many(scenes, "pdf", paper=paper, lang=lang), strict=True):
        if isinstance(page, DrawingError):
            raise DrawingError(word("picture.album.failed", lang, name=shorten(scene.title), reason=page.in_(lang)))
        pages.append(page)
    return bound(pages, [scene.title for scene in scenes], word("picture.album", lang, count=len(pages)), lang)


def painted(scene: Scene, ending: Ending, paper: Paper, dpi: int) -> bytes:
    """A scene as the content of a file, all in this process: for a child process, see `virkningskjede.drawing.child`."""
    return _data(scene, ending, paper, dpi, drawn)


def _data(scene: Scene, ending: Ending, paper: Paper, dpi: int, draw: Callable[[str, str, int], bytes]) -> bytes:
    if ending == "mmd":
        return mermaid(scene).encode("utf-8")
    if ending == "graphml" or ending == "gexf":  # noqa: PLR1714 (so that the type is narrowed)
        return graph_file(scene.model, ending, lang=scene.lang, vocabulary=scene.vocabulary).encode("utf-8")
    text = dot(scene, paper=paper)
    if ending == "dot":
        return text.encode("utf-8")
    content = checked_file(draw(text, ending, dpi), ending, dpi, scene.lang)
    if ending == "pdf":
        return entitled(content, scene.title, scene.lang)
    return finished(content, scene) if ending == "svg" else content


def _write(file: Path, content: bytes, lang: Lang) -> None:
    try:
        write_bytes(file, content)
    except OSError as error:
        raise UsageError(unwritten(shorten(str(file)), error, lang)) from None

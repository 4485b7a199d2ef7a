"""A model as a picture in a file."""

from __future__ import annotations

from pathlib import Path

from virkningskjede.catalogue import Lang, word
from virkningskjede.diagnostics import shorten
from virkningskjede.errors import UsageError
from virkningskjede.loading import write_bytes
from virkningskjede.model import LogicModel
from virkningskjede.rendering.pictures.dot import dot
from virkningskjede.rendering.pictures.draw import FORMATS, draw
from virkningskjede.rendering.pictures.mermaid import mermaid
from virkningskjede.vocabulary import References, Vocabulary


def picture(
    model: LogicModel,
    path: str | Path,
    *,
    lang: Lang = "nb",
    vocabulary: Vocabulary | None = None,
    references: References | None = None,
) -> None:
    """Draw a model to a file; the file's ending decides how: svg, png, pdf, dot or mmd (Mermaid).

    The page is A4 landscape. The file is written as a whole or not at all.

    Args:
        model: the model.
        path: the file to write.
        lang: the language of headings and legend.
        vocabulary: names the terms that evidence goes through.
        references: names the source and the works that evidence rests on.

    Raises:
        UsageError: the ending is none of the five, or the file cannot be written.
        DrawingError: it could not be drawn.
    """
    file = Path(path)
    ending = file.suffix.lower().removeprefix(".")
    if ending == "mmd":
        data = mermaid(model, lang=lang).encode("utf-8")
    elif ending == "dot":
        data = dot(model, lang=lang, vocabulary=vocabulary, references=references).encode("utf-8")
    else:
        known = next((each for each in FORMATS if each == ending), None)
        if known is None:
            raise UsageError(word("picture.formats", lang, name=shorten(file.name)))
        data = draw(dot(model, lang=lang, vocabulary=vocabulary, references=references), known, lang=lang)
    try:
        write_bytes(file, data)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UsageError(word("picture.not_written", lang, name=shorten(str(file)), reason=shorten(reason))) from None

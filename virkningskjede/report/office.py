"""What the files of an office suite have in common: the libraries that write them, text that XML takes, and no clock."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from importlib import import_module
from types import ModuleType

from virkningskjede.errors import UsageError
from virkningskjede.i18n import Lang, Word, visible

LANGUAGES: Mapping[Lang, str] = {"nb": "nb-NO", "en": "en-GB"}
"""What files call the languages, by which programs check the spelling and read aloud."""

EXTRA = "virkningskjede[office]"

DAY = "2000-01-01T00:00:00Z"
"""When a file says that it was made, so that the same result gives the same bytes."""

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
_CORE = "docProps/core.xml"
_WHEN = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")


def required(name: str, needs: str = "office.needs_extra") -> ModuleType:
    """A library of the extra ``office``.

    Args:
        name: the library, or a module of it.
        needs: the word that tells what cannot be done without it.

    Raises:
        UsageError: it is not installed; the message says how to install it.
    """
    try:
        return import_module(name)
    except ImportError:
        raise UsageError(Word(needs, (("extra", EXTRA), ("library", name.partition(".")[0])))) from None


def text(content: str) -> str:
    """Text that XML takes and that steers nothing.

    >>> text("a\\x00b\\ufffe")
    'a�b�'
    """
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", visible(content))


def timeless(data: bytes) -> bytes:
    """A file of an office suite without the time at which it was made; its parts in the order they have."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for packed in made.infolist():
            content = made.read(packed)
            part = zipfile.ZipInfo(packed.filename, _ZIP_DAY)
            part.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(part, _WHEN.sub(rb"\g<1>" + DAY.encode() + rb"\g<3>", content) if packed.filename == _CORE else content)
    return out.getvalue()

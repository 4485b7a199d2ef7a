"""What Graphviz does not write into pictures: of a PDF its title and language, of a PNG its size; and many PDFs as one."""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections.abc import Sequence

from virkningskjede.i18n import Lang, visible
from virkningskjede.report import office

_TRAILER = re.compile(rb"trailer\s*<<\s*/Size (\d+)\s*/Root (\d+) 0 R\s*/Info (\d+) 0 R\s*>>\s*startxref\s*(\d+)\s*%%EOF\s*\Z")
_HEADER = 33
"""Bytes of a PNG up to the end of its first chunk, which says how wide and high it is."""

_INCH = 39.3701
"""Inches to a metre."""


def sized(png: bytes, dpi: int) -> bytes:
    """A PNG that says how many dots it has to an inch, so that a word processor sets it in its true size.

    >>> b"pHYs" in sized(bytes(_HEADER), 200)
    True
    """
    dots = round(dpi * _INCH)
    chunk = b"pHYs" + struct.pack(">IIB", dots, dots, 1)
    return png[:_HEADER] + struct.pack(">I", 9) + chunk + struct.pack(">I", zlib.crc32(chunk)) + png[_HEADER:]


def entitled(pdf: bytes, title: str, lang: Lang) -> bytes:
    """A PDF that says its title and language, for those who have it read aloud, and for the window that it is shown in.

    What is new is written after the end, as the format has it; a PDF that is built otherwise than Graphviz builds them is left as it is.
    """
    trailer = _TRAILER.search(pdf)
    if trailer is None:
        return pdf
    size, root, info, start = (int(number) for number in trailer.groups())
    heading = f"/Title <FEFF{visible(title).encode('utf-16-be', 'replace').hex().upper()}>".encode()
    catalogue = f"/Lang ({office.LANGUAGES[lang]})\n   /ViewerPreferences << /DisplayDocTitle true >>".encode()
    out = pdf if pdf.endswith(b"\n") else pdf + b"\n"
    entries = b""
    for number, more in sorted({root: catalogue, info: heading}.items()):
        content = re.search(rb"(?<!\d)%d 0 obj\s*<<(.*?)>>\s*endobj" % number, pdf, re.DOTALL)
        if content is None:
            return pdf
        entries += b"%d 1\n%010d 00000 n \n" % (number, len(out))
        out += b"%d 0 obj\n<<%b   %b\n>>\nendobj\n" % (number, content[1], more)
    table = b"xref\n%btrailer\n<< /Size %d\n   /Root %d 0 R\n   /Info %d 0 R\n   /Prev %d\n>>\n" % (entries, size, root, info, start)
    return out + table + b"startxref\n%d\n%%%%EOF\n" % len(out)


def bound(pdfs: Sequence[bytes], names: Sequence[str], title: str, lang: Lang) -> bytes:
    """Many PDFs as one, with a bookmark for each.

    Args:
        pdfs: the files, each of which is a page.
        names: what the bookmarks are called.
        title: the title of the whole.
        lang: its language.

    Raises:
        UsageError: the library that does it is not installed.
    """
    pypdf = office.required("pypdf")
    generic = office.required("pypdf.generic")
    writer = pypdf.PdfWriter()
    for pdf, name in zip(pdfs, names, strict=True):
        first = len(writer.pages)
        writer.append(io.BytesIO(pdf), import_outline=False)
        writer.add_outline_item(title=visible(name), page_number=first)
    writer.metadata = {"/Title": visible(title), "/Producer": "virkningskjede"}
    root = writer._root_object
    root[generic.NameObject("/Lang")] = generic.TextStringObject(office.LANGUAGES[lang])
    preferences = generic.DictionaryObject({generic.NameObject("/DisplayDocTitle"): generic.BooleanObject(True)})
    root[generic.NameObject("/ViewerPreferences")] = preferences
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()

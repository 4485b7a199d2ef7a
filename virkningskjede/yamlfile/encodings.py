"""What encoding a file that is not UTF-8 was probably saved in."""

from __future__ import annotations

from virkningskjede.i18n import Word

_ASCII = bytes(range(128))
_USUAL = frozenset("æøåÆØÅéèêëöäüÖÄÜóòôáàâçñšžčđ–“”‘’«»…·•§°\xa0")
_ENCODINGS = {"cp1252": "Windows-1252", "mac_roman": "MacRoman", "cp850": "DOS (CP850)"}
_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


def likely_encoding(data: bytes, at: int) -> Word:
    """What a file was probably saved in, as the end of a sentence.

    Args:
        data: bytes that are not UTF-8.
        at: the first byte that cannot be UTF-8.

    >>> likely_encoding("blåbær".encode("cp1252"), 2).in_("en")
    '; it seems to be saved as Windows-1252, where the character here is “å”'
    """
    if data[:2] in _MARKS:
        return Word("encoding.whole", (("name", _MARKS[data[:2]]),))
    readable = data.decode("utf-8", "ignore")
    refused = len(data) - len(readable.encode("utf-8"))
    several = sum(not character.isascii() for character in readable)
    high = data.translate(None, _ASCII)
    codec = probable_codec(data)
    character = data[at : at + 1].decode(codec, "replace")
    if several >= refused:
        return Word("encoding.part", (("character", character),))
    if _usual(high, codec) < 0:
        return Word("encoding.unknown")
    return Word("encoding.likely", (("name", _ENCODINGS[codec]), ("character", character)))


def _usual(high: bytes, codec: str) -> int:
    """How many of the bytes are letters and signs that Norwegian and English texts have, less those that are not."""
    decoded = high.decode(codec, "replace")
    return sum(decoded.count(character) for character in _USUAL) * 2 - len(decoded)


def probable_codec(data: bytes) -> str:
    """The codec that bytes which are not UTF-8 were probably written with.

    >>> probable_codec("blåbær".encode("cp1252")), probable_codec("blåbær".encode("mac_roman"))
    ('cp1252', 'mac_roman')
    """
    high = data.translate(None, _ASCII)
    return max(_ENCODINGS, key=lambda codec: _usual(high, codec))

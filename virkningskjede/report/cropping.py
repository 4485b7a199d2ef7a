"""A picture without the white that is left below it on its page: paper has a size, and a cell has not."""

from __future__ import annotations

import math
import re
import struct
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree as ET

MARGIN = 12.0
"""Points left below what is lowest, as wide as a line of text: a text stands above its line, but some letters reach below it."""

_SIZE = re.compile(rb'width="([\d.]+)pt"\s+height="([\d.]+)pt"')
_HEAD = re.compile(rb'height="(?P<height>[\d.]+)pt"(?P<between>\s+viewBox="0\.00 0\.00 [\d.]+ )[\d.]+"')
_MOVED = re.compile(r"scale\(1 1\) rotate\(0\) translate\([-\d.]+ (?P<down>[-\d.]+)\)")
_PAIR = re.compile(r"[-\d.]+[,\s]+([-\d.]+)")


def cropped(svg: bytes) -> bytes:
    """A picture of Graphviz (SVG, in points) that ends a little below the lowest thing in it; as it is where it cannot be told.

    >>> page = b'<svg xmlns="http://www.w3.org/2000/svg" width="100pt" height="400pt" viewBox="0.00 0.00 100.00 400.00">'
    >>> rest = b'<g transform="scale(1 1) rotate(0) translate(0 400)"><polygon points="0,0 0,-400"/><text y="-320">a</text></g></svg>'
    >>> cropped(page + rest).decode().split(">")[0][40:]
    'width="100pt" height="92pt" viewBox="0.00 0.00 100.00 92.00"'
    """
    head, root = _HEAD.search(svg), ET.fromstring(svg)
    page = next((part for part in root if part.tag.endswith("}g")), None)
    moved = _MOVED.fullmatch(page.get("transform", "")) if page is not None else None
    if head is None or page is None or moved is None:
        return svg
    lowest = max((y for part in list(page)[1:] for y in _depths(part)), default=0.0)  # the first is the page itself
    height = math.ceil(float(moved["down"]) + lowest + MARGIN)
    if height >= float(head["height"]):
        return svg
    return svg[: head.start()] + b'height="%dpt"%b%d.00"' % (height, head["between"], height) + svg[head.end() :]


def size_of(svg: bytes) -> tuple[float, float]:
    """How wide and high a picture of Graphviz is, in points; zeros where it does not say.

    >>> size_of(b'<svg lang="nb" width="842pt" height="595pt">')
    (842.0, 595.0)
    """
    size = _SIZE.search(svg)
    return (float(size[1]), float(size[2])) if size else (0.0, 0.0)


def topmost(png: bytes, share: float) -> bytes:
    """The topmost part of a PNG, as much of its height as that; as it is where it is whole, or its rows are not written one by one.

    Rows are packed from the top down, so that the first of them can be read without the rest and need not be made anew.
    """
    chunks = dict(_chunks(png))
    head = chunks.get(b"IHDR", b"")
    if len(head) != 13 or head[12] or not 0 < share < 1:
        return png
    width, height = struct.unpack(">II", head[:8])
    rows = zlib.decompress(b"".join(data for name, data in _chunks(png) if name == b"IDAT"))
    kept = max(1, round(height * share))
    chunks |= {b"IHDR": struct.pack(">II", width, kept) + head[8:], b"IDAT": zlib.compress(rows[: len(rows) // height * kept], 9)}
    return png[:_SIGNATURE] + b"".join(_chunk(name, data) for name, data in chunks.items())


_SIGNATURE = 8
"""Bytes of a PNG that say that it is one."""


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = _SIGNATURE
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        yield png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        place += length + 12


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _depths(part: ET.Element) -> Iterator[float]:
    """How far down each thing in a part of a picture reaches; y grows downwards."""
    for shape in part.iter():
        if "points" in shape.attrib or "d" in shape.attrib:
            yield from (float(y) for y in _PAIR.findall(shape.get("points") or shape.get("d") or ""))
        elif "cy" in shape.attrib:
            yield float(shape.attrib["cy"]) + float(shape.get("ry") or shape.get("r") or 0)
        elif "y" in shape.attrib:
            yield float(shape.attrib["y"])

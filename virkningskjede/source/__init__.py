"""The only reader of YAML: bytes in, plain values and positions out. Nothing else knows lines and columns."""

from virkningskjede.source.collector import collector_paused
from virkningskjede.source.document import Document, parse, read, read_text, read_unparsed, shape
from virkningskjede.source.files import below, lies_below, straight
from virkningskjede.source.limits import MAX_BYTES, MAX_DEPTH, MAX_DIAGNOSTICS, MAX_ENTRIES

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_DIAGNOSTICS",
    "MAX_ENTRIES",
    "Document",
    "below",
    "collector_paused",
    "lies_below",
    "parse",
    "read",
    "read_text",
    "read_unparsed",
    "shape",
    "straight",
]

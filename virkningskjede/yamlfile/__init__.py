"""The only reader of YAML: bytes in, plain values and positions out. Nothing else knows lines and columns."""

from virkningskjede.yamlfile.events import MAX_DEPTH, MAX_DIAGNOSTICS
from virkningskjede.yamlfile.files import MAX_BYTES, below, lies_below, straight
from virkningskjede.yamlfile.yaml_file import MAX_ENTRIES, YamlFile, collector_paused, parse, read, read_text, read_unparsed, shape

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_DIAGNOSTICS",
    "MAX_ENTRIES",
    "YamlFile",
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

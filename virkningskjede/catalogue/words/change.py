"""Words and sentences of diffs."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.catalogue.text import Text

CHANGE: Mapping[str, Text] = MappingProxyType({})

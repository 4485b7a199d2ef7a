"""Words and sentences of commands: tables, summaries, errors, scaffolds."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.catalogue.text import Text

COMMAND: Mapping[str, Text] = MappingProxyType({})

"""Words and sentences of criteria and verdicts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.catalogue.text import Text

CRITERION: Mapping[str, Text] = MappingProxyType({})

"""Words of pictures: headings, legend, captions."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.catalogue.text import Text

PICTURE: Mapping[str, Text] = MappingProxyType({})

"""What the rules say of a model that is well formed: families VK2 to VK9."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.catalogue.text import Message

RULES: Mapping[str, Message] = MappingProxyType({})

"""The words and phrases of the interface, each in both languages. The part before the dot says who uses it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.catalogue.text import Text
from virkningskjede.catalogue.words.account import ACCOUNT
from virkningskjede.catalogue.words.change import CHANGE
from virkningskjede.catalogue.words.command import COMMAND
from virkningskjede.catalogue.words.comparing import COMPARING
from virkningskjede.catalogue.words.criterion import CRITERION
from virkningskjede.catalogue.words.model import MODEL
from virkningskjede.catalogue.words.picture import PICTURE

WORDS: Mapping[str, Text] = MappingProxyType({**MODEL, **PICTURE, **CHANGE, **CRITERION, **COMMAND, **ACCOUNT, **COMPARING})
"""Every word and phrase by key."""

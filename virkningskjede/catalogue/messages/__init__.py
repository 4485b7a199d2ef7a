"""What every diagnostic code says. The first digit is the family: 0 reading, 1 form, 2 chain, 3 names, 4 sources, 5 amounts,
6 labels, 7 privacy, 8 completeness, 9 housekeeping."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.catalogue.messages.form import FORM
from virkningskjede.catalogue.messages.reading import READING
from virkningskjede.catalogue.messages.rules import RULES
from virkningskjede.catalogue.messages.sets import SETS
from virkningskjede.catalogue.text import Message

MESSAGES: Mapping[str, Message] = MappingProxyType({**READING, **FORM, **RULES, **SETS})
"""Every code with its severity, its sentence and its advice."""

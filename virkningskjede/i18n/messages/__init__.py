"""What every diagnostic code says. The first digit is the family: 0 reading, 1 form, 2 chain, 3 names, 4 sources, 5 amounts,
6 labels, 7 privacy, 8 completeness, 9 housekeeping."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.messages.coherence import COHERENCE
from virkningskjede.i18n.messages.form import FORM
from virkningskjede.i18n.messages.reading import READING
from virkningskjede.i18n.messages.rules import RULES
from virkningskjede.i18n.messages.sets import SETS
from virkningskjede.i18n.messages.tables import TABLES
from virkningskjede.i18n.messages.wording import WORDING
from virkningskjede.i18n.text import Message

MESSAGES: Mapping[str, Message] = MappingProxyType({**READING, **TABLES, **FORM, **RULES, **COHERENCE, **WORDING, **SETS})
"""Every code with its severity, its sentence and its advice."""

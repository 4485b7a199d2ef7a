"""The words and phrases of the interface, each in both languages. The part before the dot says who uses it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.catalogue.text import Text
from virkningskjede.catalogue.words.account import ACCOUNT
from virkningskjede.catalogue.words.assessment import ASSESSMENT
from virkningskjede.catalogue.words.atlas import ATLAS
from virkningskjede.catalogue.words.change import CHANGE
from virkningskjede.catalogue.words.claims import CLAIMS
from virkningskjede.catalogue.words.coding import CODING
from virkningskjede.catalogue.words.command import COMMAND
from virkningskjede.catalogue.words.comparing import COMPARING
from virkningskjede.catalogue.words.criterion import CRITERION
from virkningskjede.catalogue.words.drafting import DRAFTING
from virkningskjede.catalogue.words.grouping import GROUPING
from virkningskjede.catalogue.words.history import HISTORY
from virkningskjede.catalogue.words.merging import MERGING
from virkningskjede.catalogue.words.model import MODEL
from virkningskjede.catalogue.words.picture import PICTURE
from virkningskjede.catalogue.words.project import PROJECT
from virkningskjede.catalogue.words.reading import READING
from virkningskjede.catalogue.words.template import TEMPLATE
from virkningskjede.catalogue.words.tracing import TRACING

WORDS: Mapping[str, Text] = MappingProxyType(
    {
        **ACCOUNT,
        **ASSESSMENT,
        **ATLAS,
        **CHANGE,
        **CLAIMS,
        **CODING,
        **COMMAND,
        **COMPARING,
        **CRITERION,
        **DRAFTING,
        **GROUPING,
        **HISTORY,
        **MERGING,
        **MODEL,
        **PICTURE,
        **PROJECT,
        **READING,
        **TEMPLATE,
        **TRACING,
    }
)
"""Every word and phrase by key."""

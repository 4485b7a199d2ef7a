"""The words and phrases of the interface, each in both languages. The part before the dot says who uses it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Text
from virkningskjede.i18n.words.agreement import CODING
from virkningskjede.i18n.words.assessment import ASSESSMENT
from virkningskjede.i18n.words.atlas import ATLAS
from virkningskjede.i18n.words.claims import CLAIMS
from virkningskjede.i18n.words.command import COMMAND
from virkningskjede.i18n.words.compare import COMPARING
from virkningskjede.i18n.words.consensus import MERGING
from virkningskjede.i18n.words.coverage import ACCOUNT
from virkningskjede.i18n.words.criteria import CRITERION
from virkningskjede.i18n.words.diff import CHANGE
from virkningskjede.i18n.words.drafts import DRAFTING
from virkningskjede.i18n.words.grouping import GROUPING
from virkningskjede.i18n.words.history import HISTORY
from virkningskjede.i18n.words.model import MODEL
from virkningskjede.i18n.words.paths import TRACING
from virkningskjede.i18n.words.picture import PICTURE
from virkningskjede.i18n.words.project import PROJECT
from virkningskjede.i18n.words.reading import READING
from virkningskjede.i18n.words.template import TEMPLATE

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

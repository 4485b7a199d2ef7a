"""The words and phrases of the interface, each in both languages. The part before the dot says who uses it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Text
from virkningskjede.i18n.words.agreement import AGREEMENT
from virkningskjede.i18n.words.arguments import ARGUMENTS
from virkningskjede.i18n.words.atlas import ATLAS
from virkningskjede.i18n.words.claims import CLAIMS
from virkningskjede.i18n.words.command import COMMAND
from virkningskjede.i18n.words.compare import COMPARE
from virkningskjede.i18n.words.consensus import CONSENSUS
from virkningskjede.i18n.words.coverage import COVERAGE
from virkningskjede.i18n.words.criteria import CRITERIA
from virkningskjede.i18n.words.diff import DIFF
from virkningskjede.i18n.words.drafts import DRAFTS
from virkningskjede.i18n.words.editing import EDITING
from virkningskjede.i18n.words.grouping import GROUPING
from virkningskjede.i18n.words.history import HISTORY
from virkningskjede.i18n.words.layout import LAYOUT
from virkningskjede.i18n.words.model import MODEL
from virkningskjede.i18n.words.office import OFFICE
from virkningskjede.i18n.words.paths import PATHS
from virkningskjede.i18n.words.picture import PICTURE
from virkningskjede.i18n.words.progress import PROGRESS
from virkningskjede.i18n.words.project import PROJECT
from virkningskjede.i18n.words.reading import READING
from virkningskjede.i18n.words.schema import SCHEMA
from virkningskjede.i18n.words.tables import TABLES
from virkningskjede.i18n.words.waves import WAVES

WORDS: Mapping[str, Text] = MappingProxyType(
    {
        **COVERAGE,
        **ATLAS,
        **DIFF,
        **CLAIMS,
        **AGREEMENT,
        **ARGUMENTS,
        **COMMAND,
        **COMPARE,
        **CRITERIA,
        **DRAFTS,
        **EDITING,
        **GROUPING,
        **HISTORY,
        **CONSENSUS,
        **LAYOUT,
        **MODEL,
        **OFFICE,
        **PICTURE,
        **PROGRESS,
        **PROJECT,
        **READING,
        **PATHS,
        **SCHEMA,
        **TABLES,
        **WAVES,
    }
)
"""Every word and phrase by key."""

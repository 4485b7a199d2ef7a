"""Drafts: a report in Markdown whose numbers, lists, tables and sentences say themselves how they follow from the models."""

from virkningskjede.drafts.checking import OUTCOMES, DraftCheck, MarkOutcome, MarkResult, check_draft, updated
from virkningskjede.drafts.draft import Draft, DraftMark, read_draft
from virkningskjede.drafts.instruction import DraftSetting, Instruction

__all__ = [
    "OUTCOMES",
    "Draft",
    "DraftCheck",
    "DraftMark",
    "DraftSetting",
    "Instruction",
    "MarkOutcome",
    "MarkResult",
    "check_draft",
    "read_draft",
    "updated",
]

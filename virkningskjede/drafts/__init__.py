"""Drafts: a report in Markdown whose numbers, lists, tables and sentences say themselves how they follow from the models."""

from virkningskjede.drafts.checking import OUTCOMES, DraftCheck, Finding, Outcome, check_draft, updated
from virkningskjede.drafts.draft import Draft, Mark, read_draft
from virkningskjede.drafts.instruction import Instruction, Setting

__all__ = [
    "OUTCOMES",
    "Draft",
    "DraftCheck",
    "Finding",
    "Instruction",
    "Mark",
    "Outcome",
    "Setting",
    "check_draft",
    "read_draft",
    "updated",
]

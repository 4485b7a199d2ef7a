"""Is this well made? Every file that is asked about is read, checked against its kind, and against the rules."""

from virkningskjede.validation.kinds import KINDS, READERS
from virkningskjede.validation.validate import validate_models, validate_paths, validate_portfolio
from virkningskjede.validation.validation import ALL, RuleSelection, Validation, of_text, unknown_code

__all__ = [
    "ALL",
    "KINDS",
    "READERS",
    "RuleSelection",
    "Validation",
    "of_text",
    "unknown_code",
    "validate_models",
    "validate_paths",
    "validate_portfolio",
]

"""Is this model well made? Rules with stable codes, each with a manual page and cases; none of them changes a model."""

from virkningskjede.rules.context import Rule, RuleContext
from virkningskjede.rules.manual import page
from virkningskjede.rules.registry import RULES
from virkningskjede.rules.run import check, is_wanted
from virkningskjede.rules.vocabulary import check_vocabulary, terms_in, unused_terms

__all__ = ["RULES", "Rule", "RuleContext", "check", "check_vocabulary", "is_wanted", "page", "terms_in", "unused_terms"]

"""Every rule, in one list."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.rules import amounts, chain, completeness, housekeeping, labels, names, privacy, sources
from virkningskjede.rules.subject import Rule

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        rule.code: rule
        for rule in (
            Rule("VK201", chain.backwards),
            Rule("VK202", chain.circle),
            Rule("VK204", chain.no_indicator),
            Rule("VK205", chain.no_input),
            Rule("VK206", chain.no_actor),
            Rule("VK207", chain.leads_nowhere),
            Rule("VK208", chain.no_cause),
            Rule("VK209", chain.leap),
            Rule("VK210", chain.isolated),
            Rule("VK211", chain.no_mechanism),
            Rule("VK212", chain.to_itself),
            Rule("VK213", chain.caused_after_all),
            Rule("VK214", chain.idle_feedback),
            Rule("VK302", names.unknown_term, needs_root=True),
            Rule("VK303", names.unknown_actor, needs_root=True),
            Rule("VK304", names.unknown_trait, needs_root=True),
            Rule("VK305", names.unknown_indicator, needs_root=True),
            Rule("VK306", names.unknown_reference, needs_root=True),
            Rule("VK307", names.unknown_template, needs_root=True),
            Rule("VK308", names.unknown_source, needs_root=True),
            Rule("VK309", names.unknown_section, needs_root=True),
            Rule("VK310", names.unknown_sentence, needs_root=True),
            Rule("VK314", names.not_checked),
            Rule("VK315", names.wrong_stage, needs_root=True),
            Rule("VK401", sources.no_place),
            Rule("VK402", sources.cited_and_set_aside),
            Rule("VK403", sources.wide_range),
            Rule("VK404", sources.no_source),
            Rule("VK405", sources.backwards_range),
            Rule("VK406", sources.no_reference),
            Rule("VK501", amounts.wrong_unit),
            Rule("VK502", amounts.upside_down),
            Rule("VK503", amounts.no_unit),
            Rule("VK504", amounts.frequency_per_what),
            Rule("VK505", amounts.longer_than_whole),
            Rule("VK506", amounts.per_outside_frequency),
            Rule("VK601", labels.too_long),
            Rule("VK602", labels.repeated),
            Rule("VK701", privacy.national_id),
            Rule("VK702", privacy.email),
            Rule("VK703", privacy.telephone),
            Rule("VK801", completeness.no_target_group),
            Rule("VK802", completeness.missing_parts, needs_root=True),
            Rule("VK803", completeness.no_outcome),
            Rule("VK804", completeness.no_arrow),
            Rule("VK805", completeness.idle_required),
            Rule("VK902", housekeeping.idle_reading),
            Rule("VK903", housekeeping.unknown_code),
            Rule("VK904", housekeeping.accepted_error),
        )
    }
)
"""Every rule by its code. VK901 is not among them: whether an acceptance was of use is known only when the others have run."""

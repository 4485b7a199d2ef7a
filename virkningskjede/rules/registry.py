"""Every rule, in one list."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.project import ADDRESSES, ANY, ARROWS
from virkningskjede.rules import amounts, chain, completeness, housekeeping, labels, measuring, names, nodes, privacy, source_text, sources
from virkningskjede.rules.context import Rule

_ALONE = ("unwanted", "status")
"""What may say of a node that it has no need of arrows."""

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        rule.code: rule
        for rule in (
            Rule("VK161", measuring.against_direction),
            Rule("VK162", measuring.another_unit),
            Rule("VK171", names.unknown_place, needs=("vocabulary", "places")),
            Rule("VK172", nodes.later_before_sooner, keys=("feedback",)),
            Rule("VK173", nodes.risk_nobody_questions),
            Rule("VK174", nodes.surer_than_its_parts),
            Rule("VK175", nodes.raised_and_lowered, keys=("sign",)),
            Rule("VK176", nodes.aim_nobody_wishes),
            Rule("VK185", amounts.result_without_unit, keys=("unit", "indicator"), anywhere=(("indicators",),)),
            Rule("VK201", chain.backwards, keys=("feedback",)),
            Rule("VK202", chain.circle),
            Rule("VK204", chain.no_indicator, keys=("indicators", "status")),
            Rule("VK205", chain.no_input, keys=("status",), anywhere=(ARROWS,)),
            Rule("VK206", chain.no_actor, keys=("who", "status")),
            Rule("VK207", chain.leads_nowhere, keys=("leads_to", "status")),
            Rule("VK208", chain.no_cause, keys=("cause", *_ALONE), anywhere=(ARROWS, ADDRESSES)),
            Rule("VK209", chain.leap),
            Rule("VK210", chain.isolated, keys=("leads_to", "cause", *_ALONE), anywhere=(ARROWS, ADDRESSES)),
            Rule("VK211", chain.no_mechanism, keys=("because", "evidence", "assumes")),
            Rule("VK212", chain.to_itself),
            Rule("VK213", chain.caused_after_all),
            Rule("VK214", chain.idle_feedback, anywhere=(ARROWS,)),
            Rule("VK215", chain.together_of_what),
            Rule("VK216", chain.together_with_itself),
            Rule("VK217", chain.together_alone),
            Rule("VK218", chain.together_of_nothing, keys=("status",), anywhere=(("activities",), ("outputs",))),
            Rule("VK351", names.unknown_unit, needs=("vocabulary", "units")),
            Rule("VK302", names.unknown_term, needs=("vocabulary", "terms")),
            Rule("VK303", names.unknown_actor, needs=("vocabulary", "actors")),
            Rule("VK304", names.unknown_trait, needs=("vocabulary", "traits")),
            Rule("VK305", names.unknown_indicator, needs=("vocabulary", "indicators")),
            Rule("VK306", names.unknown_reference, needs=("references", "references")),
            Rule("VK307", names.unknown_template, needs=("templates",)),
            Rule("VK308", names.unknown_source, needs=("references", "references")),
            Rule("VK309", names.unknown_section, needs=("segments",)),
            Rule("VK310", names.unknown_sentence, needs=("segments",)),
            Rule("VK314", names.not_checked),
            Rule("VK315", names.wrong_stage, needs=("vocabulary", "terms")),
            Rule("VK316", names.circle_of_templates, needs=("templates",)),
            Rule("VK401", sources.no_place, keys=("at",)),
            Rule("VK402", sources.cited_and_set_aside),
            Rule("VK403", sources.wide_range),
            Rule("VK404", sources.no_source, anywhere=(("source",),)),
            Rule("VK405", sources.backwards_range),
            Rule("VK406", sources.no_reference, keys=("refs",)),
            Rule("VK411", source_text.number_nowhere, of_text=True),
            Rule("VK412", source_text.unit_nowhere, of_text=True),
            Rule("VK413", source_text.status_against_verb, of_text=True),
            Rule("VK414", source_text.deadline_as_duration, of_text=True),
            Rule("VK415", source_text.words_elsewhere, of_text=True),
            Rule("VK501", amounts.wrong_unit),
            Rule("VK502", amounts.upside_down),
            Rule("VK503", amounts.no_unit, keys=("unit",)),
            Rule("VK504", amounts.rate_per_what, keys=("per",)),
            Rule("VK505", amounts.longer_than_whole, keys=("period",), anywhere=(("dose", "period", ANY),)),
            Rule("VK506", amounts.per_outside_rate),
            Rule("VK551", amounts.deadline_after_what, keys=("after",)),
            Rule("VK552", amounts.deadline_after_itself),
            Rule("VK553", amounts.answers_that_cannot_be_counted, keys=("unit", "indicator"), anywhere=(("indicators",),)),
            Rule("VK554", amounts.number_and_distribution),
            Rule("VK507", amounts.thousands_or_decimals),
            Rule("VK601", labels.too_long),
            Rule("VK602", labels.repeated),
            Rule("VK701", privacy.national_id),
            Rule("VK702", privacy.email),
            Rule("VK703", privacy.telephone),
            Rule("VK801", completeness.no_target_group, anywhere=(("target_group",), ("follows",), ("kind",))),
            Rule("VK802", completeness.missing_parts, needs=("templates",)),
            Rule("VK803", completeness.no_outcome, anywhere=(("outcomes",),)),
            Rule("VK804", completeness.no_arrow, anywhere=(ARROWS,)),
            Rule("VK805", completeness.idle_required, keys=("term", "traits"), anywhere=(("kind",),)),
            Rule("VK806", completeness.says_nothing),
            Rule("VK902", housekeeping.idle_reading),
            Rule("VK903", housekeeping.unknown_code),
            Rule("VK904", housekeeping.accepted_error),
        )
    }
)
"""Every rule by its code. VK901 is not among them: whether an acceptance was of use is known only when the others have run."""

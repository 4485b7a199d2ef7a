"""Every rule, in one list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import get_args

from virkningskjede.diagnostics import Diagnostic
from virkningskjede.model.values import Stage
from virkningskjede.project import ADDRESSES, ANY, ARROWS
from virkningskjede.rules import (
    amounts,
    beside,
    chain,
    completeness,
    housekeeping,
    labels,
    measuring,
    names,
    nodes,
    order,
    plausible,
    privacy,
    research,
    sources,
    wording,
)
from virkningskjede.rules.context import Rule, RuleContext

LEVELS = ("outcomes", ANY, "level")
"""Where what an outcome is about was lost, no order of effects can be told."""

_ALONE = ("unwanted", "status")
"""What may say of a node that it has no need of arrows."""


def _of_text(module: str, name: str) -> Callable[[RuleContext], Iterator[Diagnostic]]:
    """A rule that reads the text of a source. What it is read with is imported when there is one: most runs have none."""

    def check(context: RuleContext) -> Iterator[Diagnostic]:
        breaches: Iterator[Diagnostic] = getattr(import_module(f"virkningskjede.rules.{module}"), name)(context)
        return breaches

    return check


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        rule.code: rule
        for rule in (
            Rule("VK161", measuring.against_direction),
            Rule("VK162", measuring.another_unit),
            Rule("VK163", measuring.idle_indicator, anywhere=((ANY, ANY, "indicators"), ("results", ANY))),
            Rule("VK164", measuring.measured_how, keys=("unit", "instrument")),
            Rule("VK165", measuring.target_from_where, keys=("baseline",)),
            Rule("VK166", measuring.baseline_after_target),
            Rule("VK167", measuring.result_before_baseline),
            Rule("VK168", measuring.result_from_the_future),
            Rule(
                "VK169", measuring.done_after_it_is_measured, keys=("status",), anywhere=(("indicators", ANY, "targets"), ("results", ANY))
            ),
            Rule("VK170", measuring.reached_before_begun, keys=("status", "or")),
            Rule("VK171", names.unknown_place, needs=("vocabulary", "places")),
            Rule("VK172", nodes.later_before_sooner, keys=("feedback",)),
            Rule("VK173", nodes.risk_nobody_questions),
            Rule("VK174", nodes.surer_than_its_parts),
            Rule("VK175", nodes.raised_and_lowered, keys=("sign",)),
            Rule("VK176", nodes.aim_nobody_wishes),
            Rule("VK185", amounts.result_without_unit, keys=("unit", "indicator"), anywhere=(("indicators",),)),
            Rule("VK201", chain.backwards, keys=("feedback",)),
            Rule("VK202", chain.circle),
            Rule("VK204", chain.no_indicator, keys=("indicators", "status"), subjects=chain.outcomes_there),
            Rule("VK205", chain.no_input, keys=("status",), anywhere=(ARROWS,), subjects=chain.activities_there),
            Rule("VK206", chain.no_actor, keys=("who", "status"), subjects=chain.activities_there),
            Rule("VK207", chain.leads_nowhere, keys=("leads_to", "status")),
            Rule("VK208", chain.no_cause, keys=("cause", *_ALONE), anywhere=(ARROWS, ADDRESSES)),
            Rule("VK209", chain.leap, anywhere=(LEVELS,)),
            Rule("VK210", chain.isolated, keys=("leads_to", "cause", *_ALONE), anywhere=(ARROWS, ADDRESSES)),
            Rule("VK211", chain.no_mechanism, keys=("because", "evidence", "assumes"), subjects=chain.arrows_with_reasons),
            Rule("VK212", chain.to_itself),
            Rule("VK213", chain.caused_after_all),
            Rule("VK214", chain.idle_feedback, anywhere=(ARROWS,)),
            Rule("VK215", chain.together_of_what),
            Rule("VK216", chain.together_with_itself),
            Rule("VK217", chain.together_alone),
            Rule("VK218", chain.together_of_nothing, keys=("status",), anywhere=(("activities",), ("outputs",))),
            Rule("VK219", chain.one_to_everything, keys=("status", "at"), anywhere=tuple((stage,) for stage in get_args(Stage))),
            Rule("VK220", chain.everything_to_one, keys=("status", "at"), anywhere=tuple((stage,) for stage in get_args(Stage))),
            Rule("VK221", order.after_itself),
            Rule("VK222", order.after_in_a_circle),
            Rule("VK223", order.after_what_it_leads_to, keys=("feedback",)),
            Rule("VK224", order.impossible_order, keys=("feedback",), anywhere=(LEVELS,)),
            Rule("VK225", order.carried_by_what_is_gone, keys=("status",)),
            Rule("VK226", order.further_than_its_causes, keys=("status",), anywhere=(ARROWS,)),
            Rule("VK227", order.later_is_now),
            Rule("VK228", chain.input_to_service, keys=("note", "or", "at"), anywhere=(LEVELS,)),
            Rule("VK229", chain.feedback_without_a_word, keys=("at", "evidence", "note")),
            Rule("VK230", order.due_too_soon, keys=("feedback",)),
            Rule("VK231", beside.about_nothing, keys=("about", "hinders", "helps"), anywhere=((*ARROWS, "assumes"), ADDRESSES)),
            Rule("VK232", beside.addresses_no_problem, keys=("kind", "unwanted", "or")),
            Rule("VK233", beside.hinders_and_helps),
            Rule("VK234", research.against_without_a_word, keys=("note", "assumes", "sign", "or", "evidence")),
            Rule("VK235", research.one_work_twice, keys=("best_for", "also_for", "via", "note")),
            Rule("VK236", research.finding_without_place, keys=("at", "note")),
            Rule("VK237", research.of_another_group, needs=("vocabulary", "traits"), keys=("note",), anywhere=(("target_group",),)),
            Rule("VK238", chain.stock_phrase),
            Rule("VK239", chain.one_outcome_twice, anywhere=(ARROWS,)),
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
            Rule("VK407", sources.of_another_pilot),
            Rule("VK411", _of_text("source_text", "number_nowhere"), of_text=True),
            Rule("VK412", _of_text("source_text", "unit_nowhere"), of_text=True),
            Rule("VK413", _of_text("source_text", "status_against_verb"), of_text=True),
            Rule("VK414", _of_text("source_text", "deadline_as_duration"), of_text=True),
            Rule("VK415", _of_text("source_text", "words_elsewhere"), of_text=True),
            Rule("VK416", _of_text("source_left", "stated_after_all"), keys=("note", "or", "at"), of_text=True),
            Rule("VK417", _of_text("source_left", "number_left_out"), keys=("dose",), of_text=True),
            Rule("VK418", _of_text("source_left", "meant_but_set_aside"), of_text=True),
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
            Rule("VK508", plausible.beyond_reason, keys=("unit", "per")),
            Rule("VK555", plausible.share_of_more_than_all),
            Rule("VK556", plausible.adds_up, keys=("distribution", "unit", "n")),
            Rule("VK557", plausible.more_than_were_asked),
            Rule("VK558", plausible.amounts_that_disagree),
            Rule("VK561", plausible.trait_nobody_has),
            Rule("VK562", plausible.limits_nobody_meets),
            Rule("VK507", amounts.thousands_or_decimals),
            Rule("VK601", labels.too_long),
            Rule("VK602", labels.repeated),
            Rule("VK603", wording.called_as_effect),
            Rule("VK604", wording.actor_only_in_label, needs=("vocabulary", "actors"), keys=("who", "status")),
            Rule("VK605", wording.ids_alike),
            Rule("VK606", wording.wishes_for_more_of_a_bad_thing, keys=("unwanted",)),
            Rule("VK607", wording.only_restates),
            Rule("VK608", wording.called_as_done),
            Rule("VK609", wording.doer_and_receiver_exchanged, keys=("who",)),
            Rule("VK610", wording.narrower_in_label, needs=("vocabulary", "terms"), keys=("term",)),
            Rule("VK611", wording.two_in_one),
            Rule("VK701", privacy.national_id),
            Rule("VK702", privacy.email),
            Rule("VK703", privacy.telephone),
            Rule("VK801", completeness.no_target_group, anywhere=(("target_group",), ("follows",), ("kind",))),
            Rule("VK802", completeness.missing_parts, needs=("templates",)),
            Rule("VK803", completeness.no_outcome, anywhere=(("outcomes",),)),
            Rule("VK804", completeness.no_arrow, anywhere=(ARROWS,)),
            Rule("VK807", completeness.outside_the_template, needs=("templates",)),
            Rule("VK805", completeness.idle_required, keys=("term", "traits"), anywhere=(("kind",),)),
            Rule("VK806", completeness.says_nothing),
            Rule("VK902", housekeeping.idle_reading),
            Rule("VK903", housekeeping.unknown_code),
            Rule("VK904", housekeeping.accepted_error),
            Rule("VK905", housekeeping.hardly_a_reason),
        )
    }
)
"""Every rule by its code. VK901 is not among them: whether an acceptance was of use is known only when the others have run."""

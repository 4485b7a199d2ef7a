"""Every key of the catalogue that the package puts together is there, for each value that can be put in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from typing import get_args

import pytest

from virkningskjede.analysis.agreement.figures import CAUTIONS
from virkningskjede.analysis.claims.claims_file import WhyUnchecked
from virkningskjede.analysis.claims.formal_reading import Partly, Silence
from virkningskjede.analysis.claims.judged import ClaimSide, ClaimVerdict, Why
from virkningskjede.analysis.consensus.contrast import How as Beyond
from virkningskjede.analysis.criteria.against import Obstacle, Standing
from virkningskjede.analysis.criteria.criteria_set import Judgement, TextOrigin
from virkningskjede.analysis.diff import WEIGHTS, ChangeElement, ChangeKind
from virkningskjede.analysis.diff.report import COLUMNS
from virkningskjede.analysis.paths.gap import KINDS
from virkningskjede.analysis.paths.strength import STRENGTHS
from virkningskjede.analysis.progress import NoShare
from virkningskjede.analysis.waves import COLUMNS as OF_WAVES
from virkningskjede.analysis.waves import PEOPLE, WhyNot
from virkningskjede.cli import COMMANDS
from virkningskjede.drafts.checking import MarkOutcome
from virkningskjede.drawing.overlay import KINDS as MARK_KINDS
from virkningskjede.i18n import WORDS, Severity
from virkningskjede.matching.items import PairReason
from virkningskjede.model import PARTS, SECTIONS, Assumption, Cause, Context, LogicModel, Patch, Recruitment
from virkningskjede.model import Outcome as OutcomeNode
from virkningskjede.model.values import (
    DIMENSIONS,
    MOMENTS,
    PER,
    STAGES,
    TERM_STAGES,
    Bounds,
    Confidence,
    Degree,
    Finding,
    Fit,
    Horizon,
    Level,
    Mode,
    OwnUnit,
    SetAside,
    Sign,
    Status,
    When,
)
from virkningskjede.query.answer import Doubt, Limit
from virkningskjede.rules.manual import FAMILIES
from virkningskjede.schema import KINDS as FILE_KINDS
from virkningskjede.tables import LAYOUTS

from .asking import prefixes, questions
from .walking import Edge, bare, choices, edges, paths

Lists = tuple[tuple[str, ...], ...]


def of_field(owner: type, field: str) -> tuple[str, ...]:
    """What a field can choose between."""
    return choices(Edge(owner, field).annotation)


NUMBER = ("one", "more")
KIND = of_field(LogicModel, "kind")
NOT_STAGES = tuple(section for section in SECTIONS if section not in STAGES)

CHOSEN = (
    *KIND,
    *of_field(Context, "kind"),
    *of_field(OutcomeNode, "cause"),
    *of_field(Recruitment, "consent"),
    *of_field(Assumption, "status"),
    *get_args(Level),
    *get_args(Finding),
    *get_args(SetAside),
)
"""The choices that a diff has words of its own for."""

IN_A_NEW_MODEL = tuple(stage for stage in STAGES if stage != "context")
FLAGS = (
    *{edge.key for kind in paths() if kind is not Patch for edge in edges(kind) if bare(edge.annotation) is bool},
    "stated",
)
"""The fields that are true or false; an arrow is stated or not."""

LISTS: Mapping[str, Lists] = {
    "table.needs.{}": (("any", *LAYOUTS),),
    "against.standing.{}": (get_args(Standing),),
    "amount.varies.{}": (of_field(Bounds, "varies"),),
    "atlas.kind.{}": (KIND,),
    "atlas.lead.{}.{}": (KIND, NUMBER),
    "cause.{}": (of_field(Cause, "way"),),
    "change.entry.{}": (SECTIONS,),
    "change.weight.{}": (WEIGHTS,),
    "check.text.{}": (get_args(TextOrigin),),
    "claims.because.{}": (get_args(WhyUnchecked),),
    "claims.group.kind.{}": (KIND,),
    "claims.heading.{}": (get_args(ClaimVerdict),),
    "claims.summary.{}": (get_args(ClaimVerdict),),
    "claims.side.{}": (get_args(ClaimSide),),
    "claims.why.{}": (get_args(Why),),
    "claims.{}": (get_args(ClaimVerdict),),
    "coders.caution.{}": (CAUTIONS,),
    "change.models.count.{}": (("added", "removed", "changed", "same", "same.filtered"),),
    "form.misplaced.{}": (("planned", "targets"),),
    "coders.cause.{}": (of_field(Cause, "way"),),
    "group.{}": (("aim", "unwanted"),),
    "progress.share.{}": (get_args(NoShare),),
    "count.{}": (WEIGHTS,),
    "dose.{}": (DIMENSIONS,),
    "diff.column.{}": (COLUMNS,),
    "diff.element.{}": (get_args(ChangeElement),),
    "diff.kind.{}": (get_args(ChangeKind),),
    "doubt.{}": (get_args(Doubt),),
    "draft.{}": (get_args(MarkOutcome),),
    "field.is.{}": (tuple(kind for kind in get_args(ChangeKind) if kind != "retargeted"),),
    "findings.{}.{}": ((*get_args(Severity), "passed_over", "not_then"), NUMBER),
    "help.{}": (tuple(COMMANDS),),
    "how.{}": (tuple(how for how in get_args(PairReason) if how not in ("label", "place")),),  # between versions only
    "kind.{}": (KINDS,),
    "level.{}": (get_args(Level),),
    "limit.{}": (get_args(Limit),),
    "moment.{}": (MOMENTS,),
    "month.{}": (tuple(map(str, range(1, 13))),),
    "new.id.{}": (IN_A_NEW_MODEL,),
    "new.{}": (IN_A_NEW_MODEL,),
    "parsing.range.{}": (("between", "least", "most"),),
    "per.{}": (PER,),
    "picture.finding.{}": (get_args(Finding),),
    "section.{}": (NOT_STAGES,),
    "severity.{}": (get_args(Severity),),
    "progress.met.{}": (tuple(fit for fit in get_args(Fit) if fit != "silent"),),
    "stage.{}": (STAGES,),
    "status.{}": (get_args(Status),),
    "strength.{}": (STRENGTHS,),
    "unit.known.{}": (("count", "money"),),
    "unit.{}.{}": (get_args(OwnUnit), NUMBER),
    "change.value.{}": ((*CHOSEN, *PARTS),),
    "verdict.mark.{}": (get_args(Judgement),),
    "verdict.{}": (get_args(Judgement),),
    "weight.{}": (WEIGHTS,),
    "waves.column.{}": (OF_WAVES,),
    "waves.people.{}": (PEOPLE,),
    "waves.why_not.{}": (get_args(WhyNot),),
    "when.{}": (get_args(When),),
    "mode.{}": (get_args(Mode),),
    "horizon.{}": (get_args(Horizon),),
    "sign.{}": (get_args(Sign),),
    "asked.sign.{}": (("plus", *get_args(Sign), "any"),),
    "picture.legend.sign.{}": (get_args(Sign),),
    "likelihood.{}": (get_args(Degree),),
    "consequence.{}": (get_args(Degree),),
    "overall.{}": (get_args(Confidence),),
    "against.{}": (get_args(Obstacle),),
    "against.beyond.{}": (tuple(how for how in get_args(Beyond) if how != "made"),),
    "asked.one.{}": ((*TERM_STAGES, *get_args(Level)),),
    "asked.stated.{}": (DIMENSIONS,),
    "atlas.lead.follow.{}": (NUMBER,),
    "atlas.main.{}.{}": (tuple(kind for kind in KIND if kind != "template"), NUMBER),
    "claims.partly.{}": (tuple(partly for partly in get_args(Partly) if partly != "unknown"),),
    "claims.said.{}": (("yes", "no", "unsure"),),
    "claims.silence.{}": (get_args(Silence),),
    "explain.family.{}": (tuple(FAMILIES.values()),),
    "findings.files.{}": (NUMBER,),
    "findings.known.{}": (NUMBER,),
    "node.{}": (("added", "removed"),),
    "picture.about.{}": (PARTS,),
    "schema.title.{}": (tuple(FILE_KINDS),),
    "picture.letter.{}": (tuple(kind for kind in sorted(MARK_KINDS) if kind != "doubt"),),
}
"""Keys that hold a value of a closed list: for each thing that is put in, what it can be."""

WRITTEN_OUT = "keys that its module writes out itself"
HANDED_ON = "the key is handed on, and stands whole where it is given"
ELSEWHERE: Mapping[str, str] = {
    **dict.fromkeys(
        ("account.copy.{}", "account.{}", "against.column.{}", "against.head.{}", "against.row.{}", "against.section.{}", "asked.has.{}"),
        WRITTEN_OUT,
    ),
    **dict.fromkeys(("account.column.{}", "consequences.column.{}", "account.copy.state.{}", "findings.{}", "show.column.{}"), WRITTEN_OUT),
    **dict.fromkeys(("asked.{}", "character.{}", "check.{}", "claims.column.{}", "claims.more.{}", "claims.quantity.{}"), WRITTEN_OUT),
    **dict.fromkeys(
        ("claims.recommendation.{}", "claims.section.{}", "claims.sum.{}", "claims.values.{}.{}", "coders.group.{}", "coders.kind.{}"),
        WRITTEN_OUT,
    ),
    **dict.fromkeys(("progress.{}", "progress.legend.{}", "progress.note.{}"), WRITTEN_OUT),
    **dict.fromkeys(("table.unreadable.{}", "table.unreadable.{}.tip", "unreadable.{}"), WRITTEN_OUT),
    **dict.fromkeys(("coders.{}", "compare.{}", "draft.block.{}", "draft.broken.{}", "draft.column.{}", "draft.heading.{}"), WRITTEN_OUT),
    **dict.fromkeys(("draft.kind.{}", "draft.name.{}", "draft.why.{}", "error.git.untracked{}", "form.example.{}"), WRITTEN_OUT),
    **dict.fromkeys(("gap.{}", "gaps.{}", "group.by.{}", "group.by_name.{}", "head.{}", "heading.{}", "link.{}", "mark.{}"), WRITTEN_OUT),
    **dict.fromkeys(
        ("merged.{}", "name.{}", "or.{}", "paths.{}", "picture.agreed.{}.{}", "picture.legend.{}", "picture.told.{}"), WRITTEN_OUT
    ),
    **dict.fromkeys(
        (
            "picture.together.{}",
            "picture.told.{}",
            "picture.{}",
            "picture.{}.behind",
            "reason.{}",
            "reason.{}.unsure",
            "show.{}",
            "change.reason.{}",
            "asked.evidence.{}",
        ),
        WRITTEN_OUT,
    ),
    **dict.fromkeys(("change.{}", "template.{}", "{}.advice", "{}.example", "{}.one", "{}.tip", "{}.{}"), HANDED_ON),
    "asked.evidence.{}": WRITTEN_OUT,
    "ground.{}": "a part of the model on which a verdict rests, or one of its fields",
    "change.field.{}": "a field of the model: test_each_field_has_its_word",
    "change.fact.{}": "a field that two models are told apart by: its own name where it has no shorter one",
}
"""Keys that hold something else, and what that is."""

_OF_AN_AMOUNT = ("min", "max", "above", "below", "approx", "words", "varies", "same_as", "per", "planned", "reached")
NO_WORD: Mapping[str, str] = {
    **dict.fromkeys((*SECTIONS, "recruitment"), "a section, which has a word of its own"),
    **dict.fromkeys(("virkningskjede", "@id", "@source", "@way"), "says which file, entry or arrow it is"),
    **dict.fromkeys(_OF_AN_AMOUNT, "an amount is said as one"),
    **dict.fromkeys(("any", "all"), "traits are said as a list"),
    **dict.fromkeys(("refs", "finding", "best_for", "also_for", "via"), "research is said as one"),
    "leads_to": "arrows are said one by one",
    "absent": "another reading, that it is not there",
}
"""Fields that nobody is told of by their own name, and why. An indicator is both a field and a section."""


def keys(pattern: str, values: Lists) -> Iterator[str]:
    """The keys that a pattern makes of values."""
    return (pattern.format(*each) for each in product(*values))


def lacking(pattern: str, values: Lists) -> set[str]:
    """The keys that are not in the catalogue, under the prefix under which the fewest lack."""
    return min(({prefix + key for key in keys(pattern, values)} - WORDS.keys() for prefix in prefixes()), key=len)


@cache
def is_known(pattern: str) -> bool:
    """Whether the catalogue has a key of this form."""
    form = "(?:" + "|".join(map(re.escape, prefixes())) + ")" + ".+".join(map(re.escape, pattern.split("{}")))
    return any(re.fullmatch(form, key) for key in WORDS)


def test_keys_are_put_together_in_many_places() -> None:
    assert len(questions()) > 200
    assert {"", "change."} <= set(prefixes())


def test_the_catalogue_has_a_key_of_each_form() -> None:
    assert sorted({each.pattern for each in questions() if not is_known(each.pattern)}) == []


def test_what_is_written_out_beside_the_key_is_in_the_catalogue() -> None:
    seen = [each for each in questions() if None not in each.values]
    assert len(seen) > 30
    assert {each.where: missing for each in seen if (missing := lacking(each.pattern, tuple(each.values)))} == {}  # type: ignore[arg-type]


@pytest.mark.parametrize("pattern", LISTS)
def test_each_value_of_a_closed_list_has_its_word(pattern: str) -> None:
    assert lacking(pattern, LISTS[pattern]) == set()


def test_each_field_has_its_word() -> None:
    """What is told under its own name, because it has no word yet, is told in no language."""
    keys = {edge.key for kind in paths() for edge in edges(kind)}
    assert {f"change.field.{key}" for key in keys - NO_WORD.keys()} - WORDS.keys() == set()
    assert NO_WORD.keys() - keys == set()


@pytest.mark.parametrize("flag", sorted(FLAGS))
def test_each_flag_has_its_sentences(flag: str) -> None:
    assert {f"change.flag.{flag}.{answer}" for answer in ("yes", "no")} - WORDS.keys() == set()


def test_each_form_is_accounted_for() -> None:
    unseen = {each.pattern: each for each in questions() if None in each.values}
    assert {f"{each.where}: {each.pattern}" for each in unseen.values() if each.pattern not in {*LISTS, *ELSEWHERE}} == set()
    assert {*LISTS, *ELSEWHERE} - {each.pattern for each in questions()} == set()


def test_a_status_or_condition_without_words_is_told_under_its_own_name() -> None:
    asked = [each for each in questions() if each.pattern in ("status.{}", "when.{}")]
    assert len(asked) > 10
    assert [each.where for each in asked if each.how != "word_or"] == []

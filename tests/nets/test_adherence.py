"""A model that follows a template and says something else of a node or an arrow: that is told, or stands here with the reason why not.

A field that the format gets tomorrow is walked tomorrow, and fails here by name until a model is held against its template in it too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from virkningskjede.analysis.diff import diff
from virkningskjede.model import LogicModel
from virkningskjede.model.plain import written
from virkningskjede.model.values import STAGES

from .walking import Case, Tree, cases, model

CODING = "how it was coded, which is no difference between two models"
RUNNING = "running text, which no two writers put alike"
AIM = "what something is meant to become is no part of what a template asks for"
GROUNDS = "what is taken for granted, or found by research, is no part of what a template asks for"
MARK = "says whether those who follow must have it, or settle it for themselves"
WORDS = "words say neither that it is so nor that it is otherwise"
FORM = "where the text has no number there is nothing to hold against it"

NOT_TOLD: Mapping[str, str] = {
    **dict.fromkeys(("Entry.at", "Entry.note", "Entry.or_", "Entry.accept", "Dose.at"), CODING),
    **dict.fromkeys(("Link.at", "Link.note", "Link.or_", "Link.accept"), CODING),
    **dict.fromkeys(("Node.content", "Node.because", "Link.because"), RUNNING),
    **dict.fromkeys(("Node.required", "Node.free"), MARK),
    "Node.later": AIM,
    **dict.fromkeys(("Link.assumes", "Link.evidence"), GROUNDS),
    "Node.leads_to, whole": "an arrow that differs only in its running text",
    "Link.to": "where the pilot lacks one of the ends, it is the node that is told",
    "Link.feedback": "follows of the stages that it goes between",
    "Bounds.words": WORDS,
    "Bounds.same_as": FORM,
}


def on_the_chain(case: Case) -> bool:
    return case.path[0].field in (*STAGES, "dose") and len(case.path) > 1 and case.edge.field != "id"


def on_a_node(tree: Tree) -> Tree:
    """The amounts of the whole as those of an activity: how much there is of it is said of nodes in the same words."""
    dose = tree.get("dose")
    return tree if dose is None else {"activities": {"e": {"label": "E", "dose": dose}}}


def following(full: Tree, other: Tree) -> str:
    template = with_terms(model({**on_a_node(full), "kind": "template"}, "mal"))
    pilot = with_terms(model({**on_a_node(other), "kind": "pilot", "follows": "mal"}, "p"))
    return diff(pilot, template).to_text(lang="en")


def with_terms(whole: LogicModel) -> LogicModel:
    """The model with a term on every node, so that each is known again."""
    tree: dict[str, Any] = written(whole)
    for stage in STAGES:
        for name, node in tree.get(stage, {}).items():
            node["term"] = node.get("term") or name
    return LogicModel.model_validate(tree)


@pytest.fixture(scope="module")
def walked() -> tuple[Case, ...]:
    return tuple(case for case in cases() if isinstance(case, Case) and on_the_chain(case))


def unseen(walked: tuple[Case, ...]) -> Iterator[Case]:
    for case in walked:
        other = case.other or case.base
        # Of two amounts one may lie within the other: then it is told the other way about.
        ways = ((case.full, other), (other, case.full)) if case.other is not None else ((case.full, other),)
        if all(following(theirs, ours or {}) == following(theirs, theirs) for theirs, ours in ways if theirs is not None):
            yield case


def test_what_is_otherwise_than_in_the_template_is_told(walked: tuple[Case, ...]) -> None:
    missing = set(unseen(walked))
    assert sorted(str(case) for case in missing if not case.names & NOT_TOLD.keys()) == []
    covered = {name: [case for case in walked if name in case.names] for name in NOT_TOLD}
    assert [name for name, own in covered.items() if missing.isdisjoint(own)] == []

"""Verdicts laid over a model: which boxes and arrows each criterion rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from virkningskjede.analysis.criteria import Check, Judgement, Verdict
from virkningskjede.analysis.criteria.report.grounds import Grounds
from virkningskjede.drawing import palette
from virkningskjede.drawing.looks import FAINT
from virkningskjede.drawing.overlay import Anchor, Look, Overlay, PictureMark, Sign
from virkningskjede.drawing.scene import Scene
from virkningskjede.i18n import word
from virkningskjede.model.values import arrow_of, ends_of

SIGNS: Mapping[Judgement, str] = {"met": "+", "partly": "±", "not_met": "−", "not_stated": "", "not_decidable": ""}
"""Each verdict as one character, but silence as none; a question mark after it says that another is possible."""


def judged(scene: Scene, check: Check) -> Scene:
    """The picture with the verdicts of one or more criteria sets over it.

    Each criterion has a number, which stands with its verdict on what it rests on. The legend tells every criterion with its verdict,
    also those on which the model's text is silent and that rest on nothing.

    Args:
        scene: the model.
        check: verdicts on this model; those on other models are not shown.
    """
    grounds = Grounds(check, scene.lang)
    marks_on: dict[Anchor, list[tuple[PictureMark, str]]] = {}
    key = []
    mine = [verdict for verdict in check.results if verdict.model == scene.model.id]
    for number, verdict in enumerate(mine, start=1):
        criteria = next(criteria_set for criteria_set in check.sets if criteria_set.id == verdict.criteria)
        label = criteria.criteria[verdict.criterion].label.in_(scene.lang)
        mark = PictureMark("verdict", f"{number} {SIGNS[verdict.verdict]}{'' if verdict.sure else '?'}".strip())
        key.append((mark, f"{label}: {_phrase(verdict, scene)}"))
        for element in verdict.nodes:
            arrow = arrow_of(element)
            anchor: Anchor = arrow.ends if arrow is not None else element
            marks_on.setdefault(anchor, []).append((mark, f"{mark.sign} {label}: {grounds.sentences(verdict)}"))
    on: dict[Anchor, Sign] = {name: Sign(FAINT) for name in scene.model.nodes}
    on.update({link.ends: Sign(Look(ink=palette.FAINT)) for link in scene.model.links()})
    on.update(
        {
            anchor: Sign(marks=tuple(mark for mark, _ in marks), says=tuple(sentence for _, sentence in marks))
            for anchor, marks in marks_on.items()
        }
    )
    titles = ", ".join(criteria_set.title.in_(scene.lang) for criteria_set in check.sets)
    return replace(scene, overlay=Overlay(on, tuple(key), keeps=frozenset()), about=titles)


def _phrase(verdict: Verdict, scene: Scene) -> str:
    """The verdict, and whether it rests only on what has no place in the picture."""
    phrase = word(f"verdict.{verdict.verdict}", scene.lang)
    phrase = phrase if verdict.sure else word("verdict.unsure", scene.lang, verdict=phrase)
    boxes = scene.model.nodes
    unseen = verdict.nodes and not any(end in boxes for element in verdict.nodes for end in ends_of(element))
    return f"{phrase} ({word('picture.criteria.beside', scene.lang)})" if unseen else phrase

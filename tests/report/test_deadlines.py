"""When something is to have been done, as each output says it: by labels, and never as how long it lasts."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

import virkningskjede as vk
from virkningskjede.analysis.compare import compare
from virkningskjede.analysis.show import ModelReport
from virkningskjede.diagnostics import Diagnostic, InvalidModel
from virkningskjede.drawing.captions import captions
from virkningskjede.drawing.scene import Scene
from virkningskjede.i18n import Lang
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Comparison
from virkningskjede.model.values import Deadline
from virkningskjede.project.integrity import broken_names
from virkningskjede.report.amounts import bounds


def school(name: str = "skole", **deadline: Any) -> LogicModel:
    """A model of a school that talks with pupils, by some deadline."""
    talk = {"label": "Samtale", "term": "samtale", "dose": {"deadline": deadline}}
    return LogicModel.model_validate({"id": name, "kind": "pilot", "activities": {"m": {"label": "Melding"}, "s": talk}})


def lines(model: LogicModel, lang: Lang) -> str:
    return ModelReport(model).to_text(lang=lang, width=10_000)


@pytest.mark.parametrize(
    ("deadline", "nb", "en"),
    [
        ({"max": 1, "unit": "week", "after": "m"}, "innen 1 uke etter «Melding»", "within 1 week after “Melding”"),
        ({"value": 12, "unit": "week", "after": "start"}, "12 uker etter oppstart", "12 weeks after the start"),
        ({"min": 2, "max": 3, "unit": "month", "after": "sick_leave"}, "2–3 måneder etter sykmelding", "after the beginning of sick leave"),
        ({"value": 12, "unit": "week"}, "etter 12 uker", "after 12 weeks"),
        ({"date": "2025-06-30"}, "innen 30.06.2025", "by 2025-06-30"),
        ({"words": "så snart som mulig"}, "så snart som mulig", "så snart som mulig"),
    ],
)
def test_it_is_told_by_labels(deadline: dict[str, Any], nb: str, en: str) -> None:
    model = school(**deadline)
    assert nb in lines(model, "nb")
    assert en in lines(model, "en")
    assert any(nb in fact for fact in captions(Scene(model, "nb"))["s"].facts)


def test_a_column_and_a_diff_call_the_node_by_its_label() -> None:
    columns = Comparison.model_validate(
        {"id": "c", "title": "C", "stages": ["activities"], "columns": {"k": {"label": "K", "counts": ["samtale"], "shows": "dose"}}}
    )
    old, new = (school(max=weeks, unit="week", after="m") for weeks in (2, 1))
    assert "innen 1 uke etter «Melding»" in compare(new, columns).to_markdown(lang="nb")
    assert "innen 1 uke etter «Melding»" in vk.diff(old, new).to_markdown(lang="nb")


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ({"max": 2, "after": "m"}, {"max": 1, "after": "m"}, "refined"),
        ({"max": 2, "after": "m"}, {"max": 1, "after": "start"}, "changed"),
        ({"max": 2, "after": "start"}, {"max": 1, "after": "sick_leave"}, "changed"),
    ],
)
def test_a_deadline_is_more_precise_only_when_counted_from_the_same(old: dict[str, Any], new: dict[str, Any], kind: str) -> None:
    (change,) = vk.diff(school(**old, unit="week"), school(**new, unit="week")).changes
    assert (change.kind, change.weight) == (kind, "content")


def test_what_it_is_counted_from_is_in_the_model() -> None:
    def messages(after: str) -> list[Diagnostic]:
        return list(broken_names(school(max=1, unit="week", after=after)))

    assert [messages(known) for known in ("m", "start", "sick_leave")] == [[], [], []]
    (unknown,) = messages("stat")
    assert (unknown.code, unknown.path) == ("VK301", ("activities", "s", "dose", "deadline", "after"))
    assert "mente du `start`?" in unknown.message("nb")


@pytest.mark.parametrize("more", [{"after": "m"}, {"max": "1", "unit": "week"}])
def test_a_day_is_all_that_it_says(more: dict[str, str]) -> None:
    with pytest.raises(InvalidModel, match="VK111 The amount says too little or too much"):
        Deadline.model_validate({"date": "2025-06-30", **more})
    assert bounds(Deadline(max=Decimal(1), unit="day", after="m"), "en", {"m": "Report"}) == "within 1 day after “Report”"

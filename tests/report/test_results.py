"""Results in words, wherever they are told: what was measured, when, in which round, of how many, and in what unit."""

from __future__ import annotations

from typing import Any

import pytest

from virkningskjede.analysis import show as models
from virkningskjede.analysis.criteria import CriteriaSet, check
from virkningskjede.analysis.diff import diff
from virkningskjede.i18n import Lang
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.project import Project
from virkningskjede.query import Condition, QueryContext, evaluate
from virkningskjede.report import results

WORDS = Vocabulary.model_validate(
    {
        "indicators": {
            "lest": {"label": {"nb": "Bøker lest", "en": "Books read"}, "unit": "piece"},
            "fart": {"label": {"nb": "Leseprøve", "en": "Reading test"}, "unit": "ord i minuttet"},
        }
    }
)


def measured(**entries: Any) -> LogicModel:
    return LogicModel.model_validate({"id": "m", "title": "Leseklubb", "results": entries})


MODEL = measured(
    host={"indicator": "fart", "value": 460, "date": "2024-05-01", "wave": "høst", "n": 34},
    vaar={"indicator": "fart", "value": 0, "date": "2025-05-01", "n": 0},
    boker={"indicator": "lest", "value": 1},
    svar={"label": "Trives", "distribution": {"ja": 9, "nei": 4}},
    uten={"value": 3, "unit": "person"},
)


@pytest.mark.parametrize(
    ("name", "lang", "sentence"),
    [
        ("host", "nb", "Leseprøve: 460 ord i minuttet (01.05.2024; runde: høst; n = 34)"),
        ("host", "en", "Reading test: 460 ord i minuttet (2024-05-01; wave: høst; n = 34)"),
        ("vaar", "nb", "Leseprøve: 0 ord i minuttet (01.05.2025; n = 0)"),
        ("boker", "en", "Books read: 1 piece"),
        ("svar", "nb", "Trives: ja 9, nei 4"),
        ("uten", "nb", "et resultat uten navn: 3 personer"),
    ],
)
def test_what_a_result_says(name: str, lang: Lang, sentence: str) -> None:
    result = MODEL.results[name]
    assert f"{results.name(result, MODEL, WORDS, lang)}: {results.account(result, MODEL, WORDS, lang)}" == sentence


def test_show_tells_of_each_when_it_was_and_of_how_many() -> None:
    lines = models.ModelReport(MODEL, WORDS).to_text(width=100).partition("Resultater\n")[2].splitlines()
    assert [line.strip() for line in lines] == [
        "- Leseprøve: 460 ord i minuttet (01.05.2024; runde: høst; n = 34)",
        "- Leseprøve: 0 ord i minuttet (01.05.2025; n = 0)",
        "- Bøker lest: 1 stykk",
        "- Trives: ja 9, nei 4",
        "- et resultat uten navn: 3 personer",
    ]


def test_a_diff_tells_of_a_new_round_with_its_number_and_day() -> None:
    old = measured(host={"indicator": "fart", "value": 460, "date": "2024-05-01"})
    later = {"indicator": "fart", "value": 310, "date": "2025-05-01", "n": 20}
    new = measured(host={"indicator": "fart", "value": 461, "date": "2024-05-01"}, vaar=later)
    lines = diff(old, new, WORDS).to_text(lang="nb", width=200).splitlines()
    assert "- «Leseprøve» (01.05.2024): verdi endret fra 460 ord i minuttet til 461 ord i minuttet" in lines
    assert "- Lagt til: resultat «Leseprøve»: 310 ord i minuttet (01.05.2025; n = 20)" in lines


SET = CriteriaSet.model_validate(
    {
        "id": "lest",
        "title": {"nb": "Lest", "en": "Read"},
        "criteria": {
            "fart": {"label": {"nb": "Leser fort", "en": "Reads fast"}, "met": {"result": {"indicator": "fart", "value": {"min": 400}}}}
        },
    }
)


def test_the_grounds_of_a_verdict_give_the_number_and_the_day() -> None:
    checked = check(MODEL, SET, Project(vocabulary=WORDS))
    assert [result.verdict for result in checked.results] == ["not_met"]
    markdown = checked.to_markdown(lang="nb")
    assert "«Leseprøve» (0 ord i minuttet; 01.05.2025; n = 0; omfanget er et annet)" in markdown


def test_an_answer_rests_on_the_latest_alone() -> None:
    condition = Condition.model_validate({"result": {"indicator": "fart", "value": {"min": 400}}})
    answer = evaluate(condition, QueryContext(MODEL, WORDS))
    assert (answer.coded, [ground.element for ground in answer.grounds]) == ("no", ["vaar"])


def test_one_is_one_and_several_are_several() -> None:
    assert models.counts(measured(), "en") == "0 nodes, 0 arrows (0 stated in the source, 0 inferred)"
    one = LogicModel.model_validate({"id": "m", "inputs": {"a": {"label": "A", "leads_to": ["b"]}}, "outputs": {"b": {"label": "B"}}})
    assert models.counts(one, "en") == "2 nodes, 1 arrow (0 stated in the source, 1 inferred)"
    assert models.counts(one, "nb") == "2 ledd, 1 kobling (0 står i kilden, 1 er tolket)"

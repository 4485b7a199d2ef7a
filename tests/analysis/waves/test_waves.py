"""What two waves come to, and when nothing can be said of them."""

from __future__ import annotations

from typing import Any

import pytest

from virkningskjede.analysis.waves import PEOPLE, People, Waves, waves
from virkningskjede.errors import UsageError
from virkningskjede.i18n import LANGS, Lang
from virkningskjede.model import LogicModel

SPRING, AUTUMN = {"aldri": 3, "sjelden": 7, "ofte": 12}, {"aldri": 1, "sjelden": 3, "ofte": 20}


def model(*results: dict[str, Any], **fields: Any) -> LogicModel:
    named = {f"r{place}": {"indicator": "trivsel", **result} for place, result in enumerate(results)}
    return LogicModel.model_validate({"id": "kor", "indicators": {"trivsel": {"label": "Trivsel"}}, "results": named, **fields})


def compared(*results: dict[str, Any], people: People = "different") -> Waves:
    return waves(model(*results), people=people)


def test_each_wave_is_held_against_the_one_before_it_in_the_order_of_the_dates() -> None:
    dated: list[dict[str, Any]] = [{"date": f"202{year}-01-01", "distribution": SPRING} for year in (6, 4, 5)]
    pairs = [(one.earlier.result, one.later.result) for one in compared(*dated).comparisons]
    assert pairs == [("r1", "r2"), ("r2", "r0")]
    one_undated = [{"distribution": SPRING}, *dated[1:]]
    assert [(one.earlier.result, one.later.result) for one in compared(*one_undated).comparisons] == [("r0", "r1"), ("r1", "r2")]


@pytest.mark.parametrize("people", PEOPLE)
@pytest.mark.parametrize("lang", LANGS)
def test_p_is_told_only_of_different_people(people: People, lang: Lang) -> None:
    result = compared({"wave": "a", "distribution": SPRING}, {"wave": "b", "distribution": AUTUMN}, people=people)
    (one,) = result.comparisons
    assert one.effect is not None and one.effect > 0.6 and one.interval is not None and one.interval[0] < one.effect < one.interval[1]
    assert (one.p is not None) == (people == "different")
    text = " ".join(result.to_text(lang=lang).split())
    assert ("p = 0" in text) == (people == "different")
    assert ({"nb": "Ingen p:", "en": "No p:"}[lang] in text) == (people != "different")


@pytest.mark.parametrize(
    ("later", "why"),
    [
        ({"sjelden": 3, "aldri": 1, "ofte": 20}, "other_answers"),
        ({"aldri": 1, "kanskje": 3, "ofte": 20}, "other_answers"),
        ({"aldri": "1.5", "sjelden": 3, "ofte": 20}, "no_counts"),
        ({"aldri": 40, "sjelden": 30, "ofte": 30}, "no_counts"),  # percentages of fewer people
        ({"aldri": 0, "sjelden": 0, "ofte": 0}, "nobody"),
    ],
)
def test_what_cannot_be_compared_says_why(later: dict[str, Any], why: str) -> None:
    result = compared({"distribution": SPRING}, {"distribution": later, **({"n": 20} if sum(map(float, later.values())) == 100 else {})})
    (one,) = result.comparisons
    assert (one.why_not, one.effect, one.interval, one.p) == (why, None, None, None)
    assert "Kan ikke sammenlignes" in result.to_text(lang="nb") and "Cannot be compared" in result.to_text(lang="en")
    assert "p =" not in result.to_text(lang="en")


def test_an_answer_that_one_wave_does_not_list_nobody_gave() -> None:
    (one,) = compared({"distribution": {"aldri": 3, "ofte": 12}}, {"distribution": AUTUMN}).comparisons
    (same,) = compared({"distribution": {"aldri": 3, "sjelden": 0, "ofte": 12}}, {"distribution": AUTUMN}).comparisons
    assert one.answers == ("aldri", "sjelden", "ofte")
    assert (one.effect, one.interval, one.p) == (same.effect, same.interval, same.p)


def test_only_distributions_of_one_indicator_are_waves_of_one_thing() -> None:
    assert compared({"distribution": SPRING}, {"value": 3}).comparisons == ()
    assert compared({"distribution": SPRING}, {"indicator": "annet", "distribution": AUTUMN}).comparisons == ()
    assert "No indicator has results" in compared().to_text(lang="en")


def test_a_result_that_may_not_be_there_is_marked() -> None:
    result = compared({"wave": "a", "distribution": SPRING, "or": ["absent"]}, {"wave": "b", "distribution": AUTUMN})
    (one,) = result.comparisons
    assert (one.earlier.sure, one.later.sure) == (False, True)
    assert "a?" in result.to_text(lang="en") and "A question mark: another reading does not have that result." in result.to_text(lang="en")


def test_several_comparisons_warn_of_low_p() -> None:
    result = compared(*({"distribution": SPRING} for _ in range(3)))
    assert "2 comparisons: the more there are" in result.to_text(lang="en")


def test_rows_and_values() -> None:
    result = compared({"wave": "a", "distribution": SPRING}, {"wave": "b", "distribution": AUTUMN})
    (one,) = result.comparisons
    value = result.report().plain()
    assert value["comparisons"][0]["earlier"] == {"result": "r0", "n": 22, "counts": [3, 7, 12], "sure": True}
    assert value["comparisons"][0]["p"] == pytest.approx(one.p, abs=0.0001)
    (row,) = result.report().listing("en").rows
    assert row[:12] == ("kor", "kor", "trivsel", "Trivsel", "", "", "r0", "a", "r1", "b", "22", "24")
    frame = result.to_frame()
    assert list(frame["effect"]) == [one.effect] and list(frame["p"]) == [one.p]
    unknown = compared({"distribution": SPRING}, {"distribution": AUTUMN}, people="unknown").to_frame()
    assert unknown["p"].isna().all() and unknown["p"].dtype == float


def test_there_are_three_choices_of_people() -> None:
    with pytest.raises(UsageError, match="did you mean `different`"):
        waves(model(), people="diferent")  # type: ignore[arg-type]


def test_a_part_of_the_group_has_waves_of_its_own() -> None:
    several: list[dict[str, Any]] = [
        {"wave": "a", "distribution": SPRING},
        {"wave": "a", "among": "unge", "distribution": SPRING},
        {"wave": "b", "distribution": AUTUMN},
        {"wave": "b", "among": "unge", "distribution": AUTUMN},
    ]
    result = compared(*several)
    assert [(one.among, one.earlier.result, one.later.result) for one in result.comparisons] == [(None, "r0", "r2"), ("unge", "r1", "r3")]
    assert "Trivsel (among: unge)" in result.to_text(lang="en")


def test_dates_that_do_not_tell_which_is_the_later_leave_the_order_of_the_file() -> None:
    dated: list[dict[str, Any]] = [{"date": date, "distribution": SPRING} for date in ("2025", "2024", "2024-05")]
    assert [(one.earlier.result, one.later.result) for one in compared(*dated).comparisons] == [("r0", "r1"), ("r1", "r2")]


def test_a_p_that_is_estimated_is_not_called_counted() -> None:
    small, large = SPRING, {answer: 100 * count for answer, count in SPRING.items()}
    counted = compared({"distribution": small}, {"distribution": AUTUMN}).to_text(lang="en", width=400)
    estimated = compared({"distribution": large}, {"distribution": large}).to_text(lang="en", width=400)
    note = "Where there are too many ways to divide the answers to count them all, that share is estimated by the normal distribution."
    assert ", counted." in counted and note not in counted
    assert ", estimated by the normal distribution." in estimated and note in estimated

"""A model held against its template."""

from __future__ import annotations

from typing import Any

import pytest

from virkningskjede.analysis.diff import Adherence, diff
from virkningskjede.analysis.diff.adherence import adherence
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.project import Portfolio

Data = dict[str, Any]


def word(*broader: str, stage: str = "activities") -> Data:
    return {"label": {"nb": "x", "en": "x"}, "stage": stage, "broader": broader}


def person(*broader: str) -> Data:
    return {"label": {"nb": "x", "en": "x"}, "broader": broader}


WORDS = Vocabulary.model_validate(
    {
        "terms": {"moter": word(), "faste-moter": word("moter"), "avtale": word(), "kurs": word(), "jobb": word(stage="outcomes")},
        "actors": {"nav": person(), "veileder": person("nav"), "lege": person(), "kommune": person(), "barnevern": person("kommune")},
        "places": {"bibliotek": person(), "filial": person("bibliotek"), "skole": person()},
        "traits": {"syk": person(), "nylig-syk": person("syk"), "ung": person()},
    }
)


def node(term: str, **more: Any) -> Data:
    return {"label": term.capitalize(), "term": term, **more}


TEMPLATE: Data = {
    "id": "mal",
    "kind": "template",
    "target_group": {"syke": {"traits": {"any": ["syk"]}}},
    "inputs": {"avtale": node("avtale", required=True)},
    "activities": {
        "moter": node("moter", required=True, who=["nav", "lege"], dose={"frequency": {"value": 1, "unit": "time", "per": "week"}}),
        "kurs": node("kurs", free=["dose"], who={"do": ["kommune"]}),
        "annet": {"label": "Uten begrep"},
    },
    "outcomes": {"jobb": node("jobb", level="user")},
}


def adhering(pilot: Data, template: Data = TEMPLATE) -> Adherence:
    result = adherence(LogicModel.model_validate({"id": "p", "follows": "mal", **pilot}), LogicModel.model_validate(template), WORDS)
    assert result is not None
    return result


def test_what_is_done_elsewhere_or_in_another_way_is_told() -> None:
    template = {**TEMPLATE, "activities": {"kurs": node("kurs", place="bibliotek", mode=["face_to_face", "group"])}}

    def otherwise(**more: Any) -> list[str]:
        (point,) = (point for point in adhering({"activities": {"k": node("kurs", **more)}}, template).points if point.key[1] == "kurs")
        return [difference.field for difference in point.otherwise]

    assert otherwise(place="filial", mode=["face_to_face", "group"]) == []
    assert otherwise(place="skole", mode=["digital", "group"]) == ["place", "mode"]
    assert otherwise() == []


def test_what_leads_together_to_an_outcome_is_held_against_the_measures_that_the_template_names() -> None:
    template = {**TEMPLATE, "outcomes": {"jobb": node("jobb", level="user", cause={"together": ["moter", "kurs"]})}}

    def otherwise(cause: object) -> list[str]:
        pilot = {
            "activities": {"faste": node("faste-moter"), "k": node("kurs"), "annet": {"label": "Annet"}},
            "outcomes": {"u": node("jobb", level="user", cause=cause)},
        }
        (point,) = (point for point in adhering(pilot, template).points if point.key == ("outcomes", "jobb"))
        return [difference.field for difference in point.otherwise]

    assert otherwise({"together": ["faste", "k"]}) == []
    assert otherwise("together") == [], "what they are is not said, and may be the same"
    assert otherwise({"together": ["faste", "annet"]}) == ["cause"]
    assert otherwise("whole") == ["cause"]


def answer(result: Adherence, name: str) -> tuple[str, set[str], list[str], list[str]]:
    (point,) = [point for point in result.points if point.key[1] == name]
    return point.coded, set(point.possible), [key[1] for key in point.entries], [key[1] for key in point.elsewhere]


SILENT: tuple[str, set[str], list[str], list[str]] = ("silent", {"silent"}, [], [])


def test_a_pilot_that_says_nothing_lacks_what_is_required_and_denies_nothing() -> None:
    found = adhering({})
    assert [point.key[1] for point in found.lacking] == ["avtale", "moter"]
    assert [point.key[1] for point in found.points if not point.required] == ["syke", "kurs", "jobb"]
    assert {point.coded for point in found.points} == {"silent"}
    assert (found.unknown, found.beyond, found.newcomers) == ((("activities", "annet"),), (), ())


@pytest.mark.parametrize(
    ("section", "entry", "name", "expected"),
    [
        ("activities", node("moter"), "moter", ("yes", {"yes"}, ["x"], [])),
        ("activities", node("faste-moter"), "moter", ("yes", {"yes"}, ["x"], [])),
        ("activities", node("moter", status="considered"), "moter", ("partly", {"partly"}, ["x"], [])),
        ("activities", node("moter", status="dropped"), "moter", ("no", {"no"}, ["x"], [])),
        ("activities", node("moter", **{"or": ["absent"]}), "moter", ("yes", {"yes", "silent"}, ["x"], [])),
        ("activities", node("kurs", **{"or": [{"term": "moter"}]}), "moter", ("silent", {"yes", "silent"}, [], ["x"])),
        ("outputs", node("avtale"), "avtale", ("yes", {"yes"}, ["x"], [])),
        ("outcomes", node("avtale", level="service"), "avtale", ("silent", {"silent"}, [], ["x"])),
        ("context", node("avtale", kind="problem"), "avtale", ("silent", {"silent"}, [], ["x"])),
        ("outcomes", node("jobb", level="user"), "jobb", ("yes", {"yes"}, ["x"], [])),
        ("outcomes", node("jobb", level="society"), "jobb", ("silent", {"silent"}, [], ["x"])),
        ("barriers", node("avtale"), "avtale", SILENT),
    ],
)
def test_what_a_pilot_says_of_one_thing(section: str, entry: Data, name: str, expected: object) -> None:
    assert answer(adhering({section: {"x": entry}}), name) == expected


def test_the_firmest_of_several_decides() -> None:
    pilot = {"activities": {"x": node("moter", status="considered"), "y": node("faste-moter"), "z": node("moter", status="dropped")}}
    assert answer(adhering(pilot), "moter") == ("yes", {"yes"}, ["y"], [])


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ({}, ("silent", {"silent", "yes"}, [], [])),  # silent on a trait, it may have its template's
        ({"a": {"age": {"max": 30, "unit": "year"}}}, ("silent", {"silent", "yes"}, [], [])),
        ({"a": {"traits": ["nylig-syk"]}}, ("yes", {"yes"}, ["a"], [])),
        ({"a": {"denies": {"traits": ["syk"]}}}, ("no", {"no"}, ["a"], [])),
    ],
)
def test_the_target_group(group: Data, expected: object) -> None:
    assert answer(adhering({"target_group": group}), "syke") == expected


def otherwise(**fields: Any) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    result = adhering({"activities": {"x": node("moter", **fields)}})
    (point,) = [point for point in result.points if point.key[1] == "moter"]
    return [(difference.field, difference.without, difference.besides) for difference in point.otherwise]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        ({"who": ["nav", "lege"]}, []),
        ({"who": ["veileder", "lege"]}, []),
        ({"who": {"for": ["bruker"]}}, []),
        ({"who": ["nav"]}, [("who", ("lege",), ())]),
        ({"who": {"do": ["nav"], "maybe": ["lege"]}}, []),
        ({"who": ["barnevern"]}, [("who", ("lege", "nav"), ("barnevern",))]),
        ({"dose": {"frequency": {"value": 2, "unit": "time", "per": "week"}}}, [("dose.frequency", (), ())]),
        ({"dose": {"frequency": {"value": 1, "unit": "time", "per": "week"}}}, []),
        ({"dose": {"frequency": {"words": "ofte"}}}, []),
        ({"dose": {"session": {"value": 1, "unit": "hour"}}}, []),
    ],
)
def test_doing_it_otherwise(fields: Data, expected: object) -> None:
    assert otherwise(**fields) == expected


TIMES: Data = {
    **TEMPLATE,
    "context": {"ko": node("ko", kind="problem")},
    "activities": {
        "melde": node("melde"),
        "moter": node(
            *("moter",),
            who={"lead": ["nav"], "do": ["lege"], "for": ["ung"]},
            after=["melde"],
            addresses=["ko"],
            indicators=["antall"],
            dose={
                "deadline": {"max": 2, "unit": "week", "after": "melde"},
                "money": {"max": 4000, "unit": "NOK"},
                "count": {"value": 3, "unit": "person"},
            },
            leads_to=[{"to": "jobb", "when": ["need"]}],
        ),
        "kurs": node("kurs", dose={"deadline": {"date": "2025-06"}}),
    },
    "outcomes": {"jobb": node("jobb", level="user", horizon="short")},
    "indicators": {"antall": {"label": "Antall møter"}},
}
"""A template that says when, in what currency, of what kind, how soon, and what it is measured by."""

PILOT: Data = {
    "context": {"k": node("ko", kind="problem"), "annet": node("annet", kind="problem")},
    "activities": {"m": node("melde"), "s": node("start")},
    "outcomes": {"j": node("jobb", level="user")},
    "indicators": {"tall": {"label": "Antall møter"}, "ventetid": {"label": "Ventetid"}},
}


def differing(name: str, section: str, **more: Any) -> list[str]:
    pilot = {**PILOT, section: {**PILOT[section], "x": node(name, **more)}}
    if section == "outcomes":
        del pilot[section]["j"]
    result = adhering(pilot, TIMES)
    (point,) = [point for point in result.points if point.key[1] == name]
    return [*(difference.field for difference in point.otherwise), *(difference.field for _, difference in result.arrows_otherwise)]


@pytest.mark.parametrize(
    ("name", "section", "fields", "expected"),
    [
        ("moter", "activities", {"dose": {"money": {"value": 400, "unit": "EUR"}}}, ["dose.money"]),
        ("moter", "activities", {"dose": {"money": {"value": 400}}}, []),
        ("moter", "activities", {"dose": {"count": {"value": 3, "unit": "piece"}}}, ["dose.count"]),
        ("moter", "activities", {"dose": {"count": {"value": 3}}}, []),  # what it counts is not said
        ("moter", "activities", {"dose": {"count": {"varies": "need"}}}, ["dose.count"]),
        ("moter", "activities", {"dose": {"deadline": {"max": 1, "unit": "week", "after": "m"}}}, []),
        ("moter", "activities", {"dose": {"deadline": {"max": 3, "unit": "week", "after": "m"}}}, ["dose.deadline"]),
        ("moter", "activities", {"dose": {"deadline": {"max": 1, "unit": "week", "after": "s"}}}, ["dose.deadline"]),
        ("moter", "activities", {"dose": {"deadline": {"max": 1, "unit": "week", "after": "start"}}}, ["dose.deadline"]),
        ("moter", "activities", {"dose": {"deadline": {"max": 1, "unit": "week"}}}, []),
        ("kurs", "activities", {"dose": {"deadline": {"date": "2025-03"}}}, []),
        ("kurs", "activities", {"dose": {"deadline": {"date": "2025-07"}}}, ["dose.deadline"]),
        ("kurs", "activities", {"dose": {"deadline": {"max": 1, "unit": "week"}}}, ["dose.deadline"]),
        ("moter", "activities", {"after": ["m", "s"]}, []),
        ("moter", "activities", {"after": ["s"]}, ["after"]),
        ("moter", "activities", {"addresses": ["k"]}, []),
        ("moter", "activities", {"addresses": ["annet"]}, ["addresses"]),
        ("moter", "activities", {"indicators": ["tall"]}, []),
        ("moter", "activities", {"indicators": ["ventetid"]}, ["indicators"]),
        ("moter", "activities", {"who": {"do": ["lege", "nav"], "lead": ["lege"]}}, ["who.lead"]),
        ("moter", "activities", {"who": {"do": ["lege", "nav"], "for": ["bruker"]}}, ["who.for"]),
        ("moter", "activities", {"leads_to": [{"to": "j", "when": ["wish"]}]}, ["when"]),
        ("moter", "activities", {"leads_to": [{"to": "j", "when": ["wish", "need"]}]}, []),
        ("moter", "activities", {"leads_to": ["j"]}, []),
        ("jobb", "outcomes", {"level": "user", "horizon": "long"}, ["horizon"]),
        ("jobb", "outcomes", {"level": "user"}, []),
    ],
)
def test_each_field_can_be_otherwise(name: str, section: str, fields: Data, expected: list[str]) -> None:
    assert differing(name, section, **fields) == expected


def test_what_nobody_wishes_is_not_what_the_template_wants() -> None:
    wanted = {**TEMPLATE, "outcomes": {"jobb": node("jobb", level="user", required=True)}}
    unwanted = {**TEMPLATE, "outcomes": {"jobb": node("jobb", level="user", unwanted=True)}}
    bad, good = ({"outcomes": {"x": node("jobb", level="user", **more)}} for more in ({"unwanted": True}, {}))
    assert answer(adhering(bad, wanted), "jobb") == answer(adhering(good, unwanted), "jobb") == ("silent", {"silent"}, [], ["x"])
    assert [point.key[1] for point in adhering(bad, wanted).lacking] == ["avtale", "moter", "jobb"]
    assert answer(adhering(good, wanted), "jobb") == answer(adhering(bad, unwanted), "jobb") == ("yes", {"yes"}, ["x"], [])
    unsure = {"outcomes": {"x": node("jobb", level="user", unwanted=True, **{"or": [{"unwanted": False}]})}}
    assert answer(adhering(unsure, wanted), "jobb") == ("silent", {"silent", "yes"}, [], ["x"])


@pytest.mark.parametrize("sign", ["minus", "mixed"])
def test_an_arrow_with_another_sign_is_not_the_templates(sign: str) -> None:
    def chain(**more: Any) -> Data:
        return {"activities": {"m": node("moter", leads_to=[{"to": "j", **more}])}, "outcomes": {"j": node("jobb", level="user")}}

    for pilot, template, same in (({"sign": sign}, {}, False), ({}, {"sign": sign}, False), ({"sign": sign}, {"sign": sign}, True)):
        ((_, owns),) = adhering(chain(**pilot), {**TEMPLATE, **chain(**template)}).arrows
        assert bool(owns) == same


def test_whom_the_template_says_no_to_is_held_against_the_model() -> None:
    template = {**TEMPLATE, "target_group": {"nye": {"denies": {"traits": ["ung"]}}}}
    assert answer(adhering({"target_group": {"a": {"traits": ["ung"]}}}, template), "nye")[:2] == ("no", {"no"})
    assert answer(adhering({"target_group": {"a": {"denies": {"traits": ["ung"]}}}}, template), "nye")[:2] == ("yes", {"yes"})


def test_what_is_left_free_is_a_choice_and_no_difference() -> None:
    dose = {"sessions": {"value": 8, "unit": "time"}}
    result = adhering({"activities": {"x": node("kurs", dose=dose), "y": node("kurs")}})
    (point,) = [point for point in result.points if point.key[1] == "kurs"]
    ((field, chosen),) = point.free
    assert (field, [key for key, _ in chosen]) == ("dose", [("activities", "x")])
    assert point.otherwise == ()


def test_what_is_more() -> None:
    pilot = {
        "target_group": {"unge": {"traits": ["ung"]}},
        "activities": {
            "x": node("moter", who=["veileder", "lege"]),
            "y": {"label": "Trekke inn flere", "who": {"maybe": ["barnevern"]}},
            "z": {"label": "Brev", "who": {"for": ["arbeidsgiver"]}},
        },
    }
    result = adhering(pilot)
    assert result.beyond == (("target_group", "unge"), ("activities", "y"), ("activities", "z"))
    assert result.newcomers == (("arbeidsgiver", (("activities", "z"),)), ("barnevern", (("activities", "y"),)))


def test_arrows_between_what_both_have() -> None:
    template = {**TEMPLATE, "activities": {**TEMPLATE["activities"], "moter": node("moter", leads_to=["jobb"])}}
    pilot = {"activities": {"x": node("moter", leads_to=["u"])}, "outcomes": {"u": node("jobb", level="user")}}
    assert [(link.ends, [own.ends for own in owns]) for link, owns in adhering(pilot, template).arrows] == [
        (("moter", "jobb"), [("x", "u")])
    ]
    unlinked = {"activities": {"x": node("moter")}, "outcomes": {"u": node("jobb", level="user")}}
    assert [owns for _, owns in adhering(unlinked, template).arrows] == [()]
    assert adhering({"activities": {"x": node("moter")}}, template).arrows == ()


def test_it_is_the_same_whichever_stands_first_and_nothing_without_a_template() -> None:
    pilot = LogicModel.model_validate({"id": "p", "follows": "mal", "activities": {"x": node("moter")}})
    template = LogicModel.model_validate(TEMPLATE)
    there, back = diff(pilot, template, WORDS).adherence, diff(template, pilot, WORDS).adherence
    assert there is not None
    assert back is not None
    assert (there.side, back.side) == (0, 1)
    assert there.points == back.points
    assert diff(pilot, pilot, WORDS).adherence is None
    assert diff(pilot, LogicModel(id="annen"), WORDS).adherence is None


def of(portfolio: Portfolio, name: str) -> Adherence:
    pilot = portfolio[name]
    result = diff(pilot, portfolio[pilot.follows or ""], portfolio.project.vocabulary).adherence
    assert result is not None
    return result


def test_tromso_has_the_doctors_and_the_employers_beyond_modell_1(portfolio: Portfolio) -> None:
    result = of(portfolio, "tromso")
    assert {"fastlege", "arbeidsgiver"} <= {actor for actor, _ in result.newcomers}
    assert [point.key[1] for point in result.lacking] == [
        *("befolkning", "ledelsesforankring", "lokaler", "rph-tilbud", "erfaringsdeling", "kognitiv-terapi"),
    ]
    assert answer(result, "samarbeidsavtale") == ("yes", {"yes"}, ["samarbeidsavtale"], [])


def test_lillestrom_has_further_services_beyond_modell_2(portfolio: Portfolio) -> None:
    result = of(portfolio, "lillestrom")
    assert [actor for actor, _ in result.newcomers] == ["barnevern", "hjemmetjeneste"]
    assert ("activities", "flere-tjenester") in result.beyond


def test_stovner_does_not_say_that_the_follow_up_is_job_focused_therapy(portfolio: Portfolio) -> None:
    """It can be read as therapy, which answers to no more than therapy, and as flexible, as the doctor's part is in the template."""
    assert answer(of(portfolio, "stovner"), "kognitiv-terapi") == SILENT
    assert answer(of(portfolio, "stovner"), "fastlegen-deltar") == ("silent", {"yes", "silent"}, [], ["rph-oppfolging"])


def test_the_templates_leave_co_location_free(portfolio: Portfolio) -> None:
    chosen = {}
    for name, pilot in portfolio.items():
        if pilot.kind == "pilot":
            (point,) = [point for point in of(portfolio, name).points if point.key[1] == "samlokalisering"]
            chosen[name] = [key[1] for field, values in point.free for key, _ in values if field == "dose"]
    assert chosen == {
        "bjerke": [],
        "fredrikstad": [],
        "ha": ["til-stede"],
        "kristiansand": ["sitte-sammen"],
        "lillestrom": ["pa-legekontoret"],
        "nesodden": ["kontordager-rph"],
        "ringsaker": ["til-stede"],
        "stovner": [],
        "tromso": ["kontordager-rph"],
    }


@pytest.mark.parametrize(("status", "arrows"), [("planned", 2), ("dropped", 1), ("not_part", 1)])
def test_an_arrow_of_the_template_from_what_is_not_there_is_not_between_nodes_that_both_have(status: str, arrows: int) -> None:
    led = {"leads_to": ["c"]}
    calm = {"c": {"label": "Calm", "level": "user", "term": "calm"}}
    template = LogicModel.model_validate(
        {
            "id": "u",
            "kind": "template",
            "activities": {"h": {"label": "H", "term": "help", **led}, "k": {"label": "K", "term": "course", **led}},
            "outcomes": calm,
        }
    )
    ours = {"h": {"label": "H", "term": "help", **led}, "k": {"label": "K", "term": "course", "status": status}}
    pilot = LogicModel.model_validate({"id": "p", "follows": "u", "activities": ours, "outcomes": calm})
    adherence = diff(pilot, template).adherence
    assert adherence is not None
    assert len(adherence.arrows) == arrows

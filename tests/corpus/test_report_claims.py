"""The claims of the two reports, held against the real models: nothing is left out, and no verdict changes unnoticed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Set

import pytest

import virkningskjede as vk
from virkningskjede.analysis.claims import Claims
from virkningskjede.model.values import LocatorText, sentences
from virkningskjede.project import corpus

DESCRIPTIONS = frozenset([*(f"2.1.{number}" for number in range(1, 6)), *(f"2.2.{number}" for number in range(1, 5))])
"""Sections that describe one pilot each. They are in the models; the claims are about the rest."""

CONTRADICTED = {
    "i-fare-eller-nylig-alle": dict.fromkeys(("bjerke", "nesodden", "tromso", "ha", "lillestrom", "stovner"), "no"),
    "moter-uten-bruker": {"nesodden": "yes"},
    "direkte-medvirkning-to": {"nesodden": "yes"},
    "alle-provde-a-vaere-til-stede": {"lillestrom": "no"},
    "rus-lillestrom": {"fredrikstad": "yes"},
    "alder-to": {"fredrikstad": "yes", "tromso": "yes", "stovner": "yes", "ringsaker": "yes"},
    "alder-grenser": {"fredrikstad": "no", "tromso": "no", "ringsaker": "no"},
    "rph-rekrutterer-modell-1": dict.fromkeys(("bjerke", "kristiansand", "tromso"), "no"),
    "nav-rekrutterer-to": {"kristiansand": "yes", "nesodden": "yes"},
    "ha-rekruttering-uspesifisert": {"ha": "yes"},
    "tabellen-har-alt": {"nesodden": "yes", "tromso": "yes", "stovner": "yes"},
    "verktoy-modell-1": dict.fromkeys(("bjerke", "fredrikstad", "kristiansand", "tromso"), "no"),
    "stotten-alle-med": {"lillestrom": "no"},
    "intensivt-opplegg-alle": {"lillestrom": "no"},
    "kapittel-514": {},
}
"""Each claim of the status report that is contradicted -> the pilots by whom, and what each of them says."""

BOTH = {
    "statusrapport": {"statusrapport#2.3.1:2", "statusrapport#4.3.3:15"},
    "dps-nav": {f"dps-nav#suksesskriterier:{number}" for number in (5, 6)},
}
"""Sentences that both advise and say something that can be tested, by report."""

ADVISED = {
    "statusrapport": {"pilotene": 6, "direktoratene": 3, "oxford-research": 1, "nobody by name": 9},
    "dps-nav": {"dps": 6, "nav": 6},
}
"""How many recommendations there are for each actor, by report."""

REPORTS = ("statusrapport", "dps-nav")
each_report = pytest.mark.parametrize("report", REPORTS)


@pytest.fixture(scope="module")
def portfolio() -> vk.Portfolio:
    found = vk.load(corpus())
    assert isinstance(found, vk.Portfolio)
    return found


@pytest.fixture(scope="module")
def held(portfolio: vk.Portfolio) -> Mapping[str, Claims]:
    return {report: vk.claims(portfolio, report) for report in REPORTS}


def places(locators: Iterable[LocatorText], source: str) -> list[str]:
    return [place for locator in locators for place in sentences((locator,), source)]


@each_report
def test_every_sentence_is_a_claim_or_is_accounted_for(report: str, portfolio: vk.Portfolio, held: Mapping[str, Claims]) -> None:
    file = held[report].file
    claimed = set(places((locator for claim in file.claims.values() for locator in claim.at), report))
    advised = set(places((locator for advice in file.recommendations.values() for locator in advice.at), report))
    unchecked = Counter(places(file.unchecked, report))
    told = {
        f"{report}#{name}:{number}"
        for name, section in portfolio.project.segments[report].sections.items()
        for number in range(1, len(section.sentences) + 1)
        if report != "statusrapport" or name not in DESCRIPTIONS
    }
    assert told - claimed - advised - unchecked.keys() == set()
    assert [place for place, count in unchecked.items() if count > 1] == []
    assert advised & (claimed | unchecked.keys()) == BOTH[report]


@each_report
def test_the_recommendations_are_counted_by_whom_they_are_for(report: str, held: Mapping[str, Claims]) -> None:
    advice = held[report].file.recommendations.values()
    assert Counter(actor for each in advice for actor in each.for_ or ("nobody by name",)) == ADVISED[report]


def test_advice_is_said_to_be_taken_up_where_a_sentence_says_so(held: Mapping[str, Claims]) -> None:
    taken_up = {
        name: [(uptake.model, uptake.node, sentences(uptake.at, report)) for uptake in advice.taken_up]
        for report in REPORTS
        for name, advice in held[report].file.recommendations.items()
        if advice.taken_up
    }
    assert taken_up == {
        "maling-etter-fasen": [("statusmaling", "brukermaling", ("statusrapport#4.2:9",))],
        "lage-planer-sammen": [("arbeidsfokus-dps", "handlingsplaner", ("dps-nav#2016-11-23:9",))],
        "detaljerte-avtaler": [("kompetansesenter", "konkret-avtale", ("dps-nav#type-4:4",))],
    }


def test_advice_stands_in_one_place(portfolio: vk.Portfolio) -> None:
    """What a report advises is a recommendation, and no node that says so in its note."""
    noted = [node.note or "" for model in portfolio.values() for node in model.nodes.values()]
    assert [note for note in noted if "anbefaling" in note.lower()] == []


def test_the_groups_are_all_the_pilots_and_all_the_types(portfolio: vk.Portfolio, held: Mapping[str, Claims]) -> None:
    pilots = {model.id for model in portfolio.values() if model.kind == "pilot"}
    groups = held["statusrapport"].file.groups
    assert set(groups["pilotene"].only) == pilots
    for template in ("modell-1", "modell-2"):
        assert set(groups[template].only) == {name for name in pilots if portfolio[name].follows == template}
    assert all(portfolio[name].kind == "programme" for name in held["dps-nav"].file.groups["typene"].only)


def against(claims: Claims, name: str) -> dict[str, str]:
    """The models that speak against a claim, or, where it only counts, that do what is counted; and what each says."""
    evidence = [each for _, _, each in claims.claim(name).evidence]
    return {each.model: each.said for each in evidence if each.side == "against" or (each.side is None and each.said == "yes")}


def test_each_contradicted_claim_is_contradicted_by_the_pilots_that_were_read(held: Mapping[str, Claims]) -> None:
    claims = held["statusrapport"]
    assert {each.id: against(claims, each.id) for each in claims.results if each.verdict == "contradicted"} == CONTRADICTED


def test_nothing_in_the_other_report_is_contradicted(held: Mapping[str, Claims]) -> None:
    assert held["dps-nav"].count("contradicted") == 0


@each_report
def test_what_is_not_borne_out_is_explained_and_mended(report: str, held: Mapping[str, Claims]) -> None:
    results = held[report].results
    assert [each.id for each in results if each.verdict != "holds" and each.claim.note is None] == []
    assert [each.id for each in results if each.verdict == "contradicted" and each.claim.proposal is None] == []
    assert [each.id for each in results if each.verdict == "holds" and each.claim.proposal is not None] == []


def test_no_claim_that_asks_the_pilots_rests_on_where_the_report_compares(held: Mapping[str, Claims]) -> None:
    claims = held["statusrapport"]
    pilots: Set[str] = set(claims.file.groups["pilotene"].only)
    resting = {place for each in claims.results for _, _, said in each.evidence if said.model in pilots for place in said.at}
    sections = {place.partition("#")[2].rpartition(":")[0] for place in resting}
    assert {name for name in sections if name.startswith(("2.3", "4.1", "4.3"))} == set()
    assert sections >= DESCRIPTIONS


def test_no_claim_that_asks_the_pilots_is_proved_by_its_own_sentence(held: Mapping[str, Claims]) -> None:
    claims = held["statusrapport"]
    pilots: Set[str] = set(claims.file.groups["pilotene"].only)
    for each in claims.results:
        own = set(places(each.claim.at, "statusrapport"))
        assert [said.model for _, _, said in each.evidence if said.model in pilots and own & set(said.at)] == [], each.id


@each_report
def test_what_is_undecidable_says_what_would_decide_it(report: str, held: Mapping[str, Claims]) -> None:
    notes = {each.id: each.claim.note for each in held[report].results if each.verdict == "undecidable"}
    silent = [name for name, note in notes.items() if note is None or "avgjøres" not in (note.nb or "") or "decided" not in (note.en or "")]
    assert silent == []


def test_a_sum_of_one_report_is_held_against_the_numbers_of_other_sections(held: Mapping[str, Claims]) -> None:
    (judged,) = held["dps-nav"].claim("deltakere-i-alt").readings.values()
    assert judged.verdict == "holds"
    assert [figure.low for figure in judged.figures] == [610]
    (said,) = judged.evidence
    assert said.at == ("dps-nav#2016-09-16:7", "dps-nav#2016-11-23:2", "dps-nav#2017-03-21:6")

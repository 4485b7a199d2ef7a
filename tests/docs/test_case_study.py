"""The case study says what the claims say: every table and figure is worked out again from the corpus."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import pytest

import virkningskjede as vk
from virkningskjede.analysis.claims import VERDICTS, Claims, ClaimVerdict, ReadingVerdict, Ruling
from virkningskjede.i18n import Lang
from virkningskjede.project import corpus
from virkningskjede.report.names import names_of
from virkningskjede.report.places import places

from .pages import DOCS, Page

PAGES: Mapping[Lang, Page] = {"nb": Page(DOCS / "sak-statusrapport.md"), "en": Page(DOCS / "case-statusrapport.md")}
each_language = pytest.mark.parametrize("lang", PAGES)

CHAPTERS = {"1–2.2": r"[12]$|2\.[12]$", "2.3": r"2\.3", "3": r"3", "4.1": r"4\.1", "4.2–4.3": r"4\.[23]", "V1": r"V1"}
"""The parts of the report as the page divides it -> what the names of their sections begin with."""

DESCRIBED = frozenset([*(f"2.1.{number}" for number in range(1, 6)), *(f"2.2.{number}" for number in range(1, 5))])
"""The sections that describe one pilot each."""


@pytest.fixture(scope="module")
def claims() -> Claims:
    return vk.claims(vk.load(corpus()), "statusrapport")


def rows(page: Page, marker: str) -> list[tuple[str, ...]]:
    (table,) = [table for table in page.tables if table.marker == marker]
    return [tuple(cell.strip("`") for cell in row) for row in table.rows]


def at(ruling: Ruling) -> str:
    return places(ruling.at, "statusrapport")


def of(claims: Claims, answer: ReadingVerdict) -> Iterator[Ruling]:
    """The claims of which the models say this, also those that are to be reworded."""
    return (each for each in claims.results if each.answer == answer)


def by_chapter(claims: Claims) -> list[tuple[str, ...]]:
    found: dict[str, Counter[ClaimVerdict]] = {chapter: Counter() for chapter in CHAPTERS}
    for each in claims.results:
        section = each.at[0].partition("#")[2].rpartition(":")[0]
        (chapter,) = [name for name, pattern in CHAPTERS.items() if re.match(pattern, section)]
        found[chapter][each.verdict] += 1
    return [(name, str(counts.total()), *(str(counts[verdict]) for verdict in VERDICTS)) for name, counts in found.items()]


SILENT: Mapping[Lang, str] = {"nb": "sier det ikke", "en": "do not say so"}
"""What is said of descriptions whose silence counts as a no."""


def contradicted(claims: Claims, lang: Lang) -> list[tuple[str, ...]]:
    """Each contradicted claim: its place, what the report says, what the pilots' own descriptions say and where, and the proposal."""
    names = names_of(claims.models)
    told: list[tuple[str, ...]] = []
    for each in of(claims, "contradicted"):
        against = [said for _, _, said in each.evidence if said.side == "against" or (said.side is None and said.said == "yes")]
        spoken = [f"{names[said.model]} ({places(said.at, 'statusrapport')})" for said in against if said.at]
        silent = [names[said.model] for said in against if not said.at]
        places_of = "; ".join([*spoken, *([f"{', '.join(silent)}: {SILENT[lang]}"] if silent else [])])
        assert each.claim.proposal is not None
        told.append((each.id, at(each), each.claim.statement.in_(lang), places_of or "–", each.claim.proposal.in_(lang)))
    return told


def ambiguous(claims: Claims, lang: Lang) -> list[tuple[str, ...]]:
    """Each claim that one reading contradicts and another does not, with how it is read."""
    told: list[tuple[str, ...]] = []
    for each in of(claims, "undecidable"):
        read: dict[ReadingVerdict, list[str]] = {"contradicted": [], "undecidable": [], "holds": []}
        for name, judged in each.readings.items():
            if name:
                read[judged.verdict].append(each.claim.readings[name].label.in_(lang))
        if read["contradicted"]:
            told.append((each.id, at(each), each.claim.statement.in_(lang), *("; ".join(labels) or "–" for labels in read.values())))
    return told


def why(claims: Claims) -> list[tuple[str, str]]:
    found = Counter("readings" if "readings" in each.why else ", ".join(sorted(each.why)) for each in of(claims, "undecidable"))
    return [(name, str(found[name])) for name in ("readings", "silent", "unsure", "silent, unsure")]


def not_described(claims: Claims) -> list[Ruling]:
    """Undecidable claims that no description says a word about."""
    return [
        each
        for each in of(claims, "undecidable")
        if not any(said.said == "yes" or said.grounds or said.doubts for _, _, said in each.evidence)
    ]


@each_language
def test_the_verdicts_chapter_by_chapter(lang: Lang, claims: Claims) -> None:
    told = by_chapter(claims)
    total = [str(sum(int(row[column]) for row in told)) for column in range(1, len(VERDICTS) + 2)]
    assert rows(PAGES[lang], "verdicts") == [*told, ({"nb": "Hele rapporten", "en": "The whole report"}[lang], *total)]


@each_language
def test_what_is_contradicted(lang: Lang, claims: Claims) -> None:
    assert rows(PAGES[lang], "contradicted") == contradicted(claims, lang)


@each_language
def test_what_can_be_read_in_two_ways(lang: Lang, claims: Claims) -> None:
    assert rows(PAGES[lang], "ambiguous") == ambiguous(claims, lang)


@each_language
def test_why_the_rest_cannot_be_decided(lang: Lang, claims: Claims) -> None:
    assert [(row[0], row[-1]) for row in rows(PAGES[lang], "why")] == why(claims)


@each_language
def test_what_only_the_report_knows(lang: Lang, claims: Claims) -> None:
    assert [row[0] for row in rows(PAGES[lang], "not-described")] == [at(each) for each in not_described(claims)]


@each_language
def test_every_place_that_the_page_names_is_there(lang: Lang, claims: Claims) -> None:
    sections = claims.project.segments["statusrapport"].sections
    for section, first in re.findall(r"\b((?:V1|[1-4])(?:\.\d)*):(\d+)", PAGES[lang].prose):
        assert int(first) <= len(sections[section].sentences), f"{section}:{first}"


WORDS: Mapping[Lang, Mapping[str, int]] = {
    "nb": {
        "Femten påstander er motsagt": 15,
        "Tre av dem er motsagt slik setningen står": 3,
        "I sju påstander til": 7,
        "I de atten under": 18,
        "sier minst sju av de ni": 7,
        "sier også sju": 7,
    },
    "en": {
        "Fifteen claims are contradicted": 15,
        "Three of them are contradicted as the sentence stands": 3,
        "In seven more claims": 7,
        "In the eighteen below": 18,
        "by at least seven of the nine": 7,
        "seven say that too": 7,
    },
}
"""Numbers that the page writes as words: those contradicted, and of these those that a milder reading does not contradict; those ambiguous
and not described; and how many pilots want to know each other, and include people with mild to moderate mental health problems."""


@each_language
def test_the_figures_in_running_text(lang: Lang, claims: Claims) -> None:
    said = PAGES[lang].prose
    sections = claims.project.segments["statusrapport"].sections
    outside = sum(len(each.sentences) for name, each in sections.items() if name not in DESCRIBED)
    numbers = {int(number) for number in re.findall(r"(?<![\w.:,–-])\d+(?![\w.:–-])", said)}
    assert numbers >= {
        len(claims.results),
        len(claims.file.unchecked),
        outside,
        claims.count("reword"),
        len(list(of(claims, "undecidable"))),
    }
    assert all(words in said for words in WORDS[lang])
    milder = [each for each in of(claims, "contradicted") if {judged.verdict for judged in each.readings.values()} != {"contradicted"}]
    figures = [
        claims.count("contradicted"),
        len(milder),
        len(ambiguous(claims, lang)),
        len(not_described(claims)),
        least(claims, "kjennskap-mal-alle"),
        least(claims, "psykiske-plager-alle"),
    ]
    assert figures == list(WORDS[lang].values())
    assert least(claims, "i-fare-eller-nylig-alle") == 2
    assert claims.count("holds_inferred") == 0


def least(claims: Claims, name: str) -> int:
    """How many surely do what a claim of one reading counts."""
    (judged,) = claims.claim(name).readings.values()
    low = judged.figures[0].low
    assert low is not None
    return int(low)


def test_no_description_says_what_the_report_takes_to_be_common(claims: Claims) -> None:
    said = claims.claim("kjennskap-gir-arbeidsfokus").readings["alle"].evidence
    assert len(said) == 9 and not any(each.grounds or each.doubts for each in said)


def test_a_share_that_no_number_of_answers_gives() -> None:
    assert 36 not in {round(100 * yes / 31) for yes in range(32)}
    assert round(100 * 12 / 33) == 36
    assert 36 in {round(100 * one / 31) + round(100 * two / 31) for one in range(32) for two in range(32 - one)}

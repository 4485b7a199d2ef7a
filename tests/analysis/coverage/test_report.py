"""What has become of the sentences, as people and programs see it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from virkningskjede.analysis.claims import ClaimsFile
from virkningskjede.analysis.coverage import Coverage, SectionAccount, SentenceAccount, coverage, read_copy
from virkningskjede.analysis.coverage import report as accounts
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import References, Segments, SourceSection
from virkningskjede.model.values import FrozenMap
from virkningskjede.project import Project

from ...reading import written

SENTENCES: Mapping[str, tuple[str, ...]] = {
    "1": ("Kaféen har tre bord.", "Den er stengt.", "Her er det alltid kaldt."),
    "tillegg": ("Takk til alle.",),
    "2": ("Ingen leser dette.", "Eller dette."),
}


def segments() -> Segments:
    def hashes(sentences: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(hashlib.sha256(sentence.encode()).hexdigest()[:8] for sentence in sentences)

    return Segments.model_validate(
        {
            "source": "bok",
            "rule": {"nb": "x", "en": "x"},
            "hash": {"nb": "x", "en": "x"},
            "sections": {
                name: SourceSection(heading=f"Om {name} <b>", sentences=hashes(sentences)) for name, sentences in SENTENCES.items()
            },
        }
    )


COPY = "\n".join(f"[{name}:{number}] {text}" for name, texts in SENTENCES.items() for number, text in enumerate(texts, 1))

KAFE: dict[str, Any] = {
    "id": "kafe",
    "source": "bok",
    "inputs": {
        "bord": {
            "label": "Bord",
            "at": "1:1",
            "leads_to": [{"to": "ro", "at": "1:1"}],
            "or": [{"term": "mobler", "at": "tillegg:1"}],
        }
    },
    "outcomes": {"ro": {"label": "Ro", "level": "user"}},
    "set_aside": {"1:2": "opinion"},
}


@pytest.fixture
def account() -> Coverage:
    return coverage(LogicModel(**KAFE), Project(segments={"bok": segments()}))


def test_a_row_for_each_section_that_is_used(account: Coverage) -> None:
    (table,) = accounts.tables(account)
    assert table.title == "bok: 6 setninger, 2 sitert av modeller, 0 bare prøvd, 1 satt til side, 3 igjen (50 % gjort rede for)"
    assert table.headers == ("Avsnitt", "Setninger", "Sitert", "Prøvd", "Satt til side", "Igjen")
    assert table.rows == (("1 Om 1 <b>", "3", "1", "0", "1", "1 (3)"), ("Om tillegg <b>", "1", "1", "0", "0", "0"))
    assert table.notes == ("Avsnitt som ingenting bygger på: 2 (2)",)


def test_a_source_is_called_what_the_references_call_it_where_that_tells_it_apart() -> None:
    works = {name: {"type": "book", "title": name, "author": [{"literal": author}]} for name, author in (("bok", "Ås"), ("blad", "Ås"))}
    told = coverage(
        LogicModel(**KAFE),
        Project(segments={"bok": segments()}, references=References.model_validate({"references": {"bok": works["bok"]}})),
    )
    assert accounts.tables(told)[0].title.startswith("Ås: 6 setninger")
    assert "Ås, 1 Om 1 <b>\n" in told.report(explain=True).to_text()
    both = replace(told, works=FrozenMap({"bok": "Ås", "blad": "Ås"}))
    assert accounts.tables(both)[0].title.startswith("bok: 6 setninger")


def test_what_no_model_builds_on_is_said_though_all_is_accounted_for() -> None:
    claims = ClaimsFile.model_validate(
        {
            "id": "bok",
            "title": {"nb": "x", "en": "x"},
            "source": "bok",
            "claims": {"kulde": {"at": "1:3", "statement": {"nb": "Kaldt", "en": "Cold"}, "reading": {"section": {"exists": "1"}}}},
            "unchecked": {"2:1-2": {"reason": "vague", "statement": {"nb": "x", "en": "x"}}},
        }
    )
    account = coverage([LogicModel(**KAFE), claims], Project(segments={"bok": segments()}))
    (table,) = accounts.tables(account)
    assert table.title == "bok: 6 setninger, 2 sitert av modeller, 1 bare prøvd, 3 satt til side, 0 igjen (100 % gjort rede for)"
    assert [row[1:] for row in table.rows] == [("3", "1", "1", "1", "0"), ("1", "1", "0", "0", "0"), ("2", "0", "0", "2", "0")]
    assert table.notes[0] == "Setninger som ingen modell bygger på eller har satt til side: 3"
    assert account.to_markdown(lang="en").count("Sentences that no model builds on or has set aside: 3") == 1
    assert "har satt til side: 3" in account._repr_html_()
    text = account.narrowed(sections=["1"]).report(explain=True).to_text()
    assert text.endswith("\n- 3\n  - x: «Kaldt»\n  - ingen modell bygger på den\n")
    (first, *_, last) = accounts.to_json(account)["sources"]["bok"]["sections"]
    assert (first["cited"], first["tested"], first["set_aside"], first["uncited"], first["unmodelled"]) == ([1], [3], [2], [], [3])
    assert (last["tested"], last["set_aside"], last["unmodelled"]) == ([], [1, 2], [1, 2])


def test_a_percentage_is_never_rounded_up() -> None:
    aside = (SentenceAccount(number, "", reason="opinion") for number in range(1, 100_000))
    account = Coverage((SectionAccount("bok", "1", "x", (*aside, SentenceAccount(100_000, ""))),))
    assert (account.count("uncited"), account.percent) == (1, 99.999)
    assert "(99,9 % gjort rede for)" in accounts.tables(account)[0].title
    assert accounts.to_json(account)["sources"]["bok"]["percent"] == 99.99


def test_only_what_is_left_with_the_sums_of_all(account: Coverage) -> None:
    (table,) = accounts.tables(account, lang="en", uncited=True, longest=6)
    assert table.title == "bok: 6 sentences, 2 cited by models, 0 only tested, 1 set aside, 3 left (50 % accounted for)"
    assert table.rows == (("1 Om …", "3", "1", "0", "1", "1 (3)"),)


def test_sections_that_nothing_uses_are_shown_when_asked_for(account: Coverage) -> None:
    (table,) = accounts.tables(account.narrowed(sections=["2"]))
    assert table.rows == (("2 Om 2 <b>", "2", "0", "0", "0", "2 (1-2)"),)
    assert table.notes == ()


def test_when_nothing_is_left(account: Coverage) -> None:
    whole = account.narrowed(sections=["tillegg"])
    assert accounts.tables(whole, uncited=True) == ()
    assert accounts.notes(whole, "nb", uncited=True) == ("Ingenting er igjen.",)
    assert accounts.notes(whole, "nb") == ()


def test_what_cannot_be_accounted_for_is_said() -> None:
    assert accounts.notes(Coverage((), ("annen",)), "en") == ("Sources without a file in segments, which cannot be accounted for: annen",)
    assert accounts.notes(Coverage(()), "nb") == ("Ingen av modellene bygger på en kilde.",)


def below(text: str, heading: str) -> str:
    """What stands from a heading on."""
    return text[text.index(heading) :]


def test_what_rests_on_each_sentence(account: Coverage) -> None:
    text = account.narrowed(sections=["1", "tillegg"]).report(explain=True).to_text()
    assert below(text, "bok, 1 Om") == (
        "bok, 1 Om 1 <b>\n"
        "---------------\n\n"
        "- 1\n"
        "  - kafe: «Bord»\n"
        "  - kafe: «Bord» → «Ro»\n"
        "- 2: satt til side: mening\n"
        "- 3: ikke brukt\n\n"
        "bok, Om tillegg <b>\n"
        "-------------------\n\n"
        "- 1: kafe: «Bord» (annen lesning)\n"
    )


def test_the_text_of_a_copy_stands_beside_what_rests_on_it(account: Coverage) -> None:
    copy = read_copy(COPY.replace("alltid kaldt", "aldri kaldt"), segments())
    text = replace(account.narrowed(sections=["1"]), copies={"bok": copy}).report().to_text(lang="en", width=60)
    assert below(text, "bok, 1 Om") == (
        "bok, 1 Om 1 <b>\n"
        "---------------\n\n"
        "- 1: Kaféen har tre bord.\n"
        "  - kafe: “Bord”\n"
        "  - kafe: “Bord” → “Ro”\n"
        "- 2: Den er stengt.\n"
        "  - set aside: opinion\n"
        "- 3: Her er det aldri kaldt. (differs from the segments)\n"
        "  - not used\n\n"
        "What the text speaks against\n"
        "----------------------------\n\n"
        "The text speaks against nothing that is coded\n\n"
        "The copy of bok\n"
        "---------------\n\n"
        "The copy of bok: 5 of 6 sentences are as in the segments.\n\n"
        "- Differ: 1:3\n\n"
        "Cited but hardly captured\n\n"
        "Sentences with a number, “skal”, “kan”, “dersom”, “ved å” or\n"
        "“ikke”, where what rests on them has no amount, status,\n"
        "condition, arrow or denial. Read them once more.\n\n"
        "None.\n"
    )


def test_how_a_copy_agrees(account: Coverage) -> None:
    good = below(replace(account, copies={"bok": read_copy(COPY, segments())}).report().to_text(), "Kopien")
    assert good.startswith(
        "Kopien av bok\n-------------\n\nKopien av bok stemmer: alle 6 setninger er som i segmentene.\n\nSitert, men knapt fanget opp\n"
    )
    assert good.endswith("\n\nIngen.\n")
    torn = read_copy(COPY.replace("stengt", "åpen").replace("[2:2]", "[2:7]"), segments())
    assert below(replace(account, copies={"bok": torn}).report().to_markdown(lang="en"), "## The copy").splitlines()[:7] == [
        "## The copy of bok",
        "",
        "The copy of bok: 4 of 6 sentences are as in the segments.",
        "",
        "- Differ: 1:2",
        "- Missing in the copy: 2:2",
        "- Not in the segments: 2:7",
    ]


def test_what_is_hardly_captured_is_listed_with_its_signs(account: Coverage) -> None:
    plain = {**KAFE, "inputs": {"bord": {"label": "Bord", "at": "1:1"}}}
    bare = coverage(LogicModel(**plain), Project(segments={"bok": segments()}))
    report = replace(bare, copies={"bok": read_copy(COPY, segments())}).report()
    assert report.to_text().endswith("\n\n- 1:1 (tall) Kaféen har tre bord.\n  - kafe: «Bord»\n")
    assert [row[8] for row in report.listing().rows] == ["tall", "", "", "", "", ""]


def test_a_row_for_each_sentence(account: Coverage) -> None:
    table = account.report().listing("en")
    assert table.headers == ("Source", "Section", "Heading", "Sentence", "State", "What rests on it", "Why not")
    assert table.rows == (
        ("bok", "1", "Om 1 <b>", "1", "Cited", "kafe.inputs.bord, kafe.inputs.bord.leads_to.ro", ""),
        ("bok", "1", "Om 1 <b>", "2", "Set aside", "", "set aside: opinion"),
        ("bok", "1", "Om 1 <b>", "3", "Left", "", "not used"),
        ("bok", "tillegg", "Om tillegg <b>", "1", "Cited", "kafe.inputs.bord.or.0 (another reading)", ""),
        ("bok", "2", "Om 2 <b>", "1", "Left", "", "not used"),
        ("bok", "2", "Om 2 <b>", "2", "Left", "", "not used"),
    )
    assert {row[1] for row in account.report(uncited=True).listing().rows} == {"1", "2"}
    torn = read_copy(COPY.replace("stengt", "åpen").replace("[2:2]", "[2:7]"), segments())
    assert [(*row[1:4:2], *row[7:]) for row in replace(account, copies={"bok": torn}).report().listing("en").rows] == [
        ("1", "1", "as in the segments", "", "Kaféen har tre bord."),
        ("1", "2", "differs from the segments", "", "Den er åpen."),
        ("1", "3", "as in the segments", "", "Her er det alltid kaldt."),
        ("tillegg", "1", "as in the segments", "", "Takk til alle."),
        ("2", "1", "as in the segments", "", "Ingen leser dette."),
        ("2", "2", "missing", "", ""),
        ("2", "7", "not in the segments", "", ""),
    ]


@pytest.mark.parametrize(
    ("form", "part"),
    [
        ("text", "\n- 3: not used\n"),
        ("json", '"uncited": [\n            3\n          ]'),
        ("md", "\n- **3:** not used\n"),
        ("csv", "\nbok,1,Om 1 <b>,3,Left,,not used\r"),
        ("html", "<li><b>3:</b> not used</li>"),
        ("docx", "\n3: not used\n"),
        ("xlsx", "\nbok\t1\tOm 1 <b>\t3\tLeft\t\tnot used\n"),
    ],
)
def test_every_format_tells_what_rests_on_each_sentence(account: Coverage, form: str, part: str) -> None:
    assert part in written(form, account.report(explain=True), "en")


def test_json_has_no_text_of_the_source(account: Coverage) -> None:
    data = accounts.to_json(replace(account, copies={"bok": read_copy(COPY.replace("[2:2]", "[2:7]"), segments())}))
    assert data["sources"]["bok"]["sections"][0] == {
        "section": "1",
        "heading": "Om 1 <b>",
        "segments": 3,
        "cited": [1],
        "tested": [],
        "set_aside": [2],
        "uncited": [3],
        "unmodelled": [3],
        "claimed": [],
        "unchecked": [],
        "by": {"1": ["kafe.inputs.bord", "kafe.inputs.bord.leads_to.ro"]},
        "reasons": {"2": "opinion"},
    }
    assert {key: data["sources"]["bok"][key] for key in ("percent", "differing", "missing", "beyond", "hardly_captured")} == {
        "percent": 50.0,
        "differing": [],
        "missing": ["bok#2:2"],
        "beyond": ["bok#2:7"],
        "hardly_captured": [],
    }
    assert not [text for texts in SENTENCES.values() for text in texts if text in str(data)]


def test_json_has_a_copy_though_no_section_is_shown_and_the_sums_of_all(account: Coverage) -> None:
    copy = read_copy(COPY.replace("stengt", "åpen"), segments())
    whole = replace(account.narrowed(sections=["tillegg"]), copies={"bok": copy}).report(uncited=True).plain()
    assert whole["sources"]["bok"] == {
        "percent": 100.0,
        "sections": [],
        "differing": ["bok#1:2"],
        "missing": [],
        "beyond": [],
        "hardly_captured": [],
    }
    data = account.report(uncited=True).plain()["sources"]["bok"]
    assert (data["percent"], [row["section"] for row in data["sections"]]) == (50.0, ["1", "2"])


def test_markdown_and_html_escape_headings(account: Coverage) -> None:
    assert "| 1 Om 1 &lt;b&gt; | 3 | 1 | 0 | 1 | 1 (3) |" in account.to_markdown()
    assert "<b>" not in account._repr_html_()
    assert "Om 1 &lt;b&gt;" in account._repr_html_()
    assert "Ingen av modellene" in Coverage(())._repr_html_()

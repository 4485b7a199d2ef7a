"""Claims as a file: read, refused, and held against models, the real ones too."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

import virkningskjede as vk
from virkningskjede.analysis.claims import ClaimsFile, available_claims, load_claims, run
from virkningskjede.model import LogicModel
from virkningskjede.model.values import LocalText
from virkningskjede.project import ALONE, Portfolio, load_portfolio, open_project
from virkningskjede.query import Condition

ROOT = Path(__file__).parent / "root"
EMPTY_FILE = ClaimsFile(id="x", title=LocalText(nb="X", en="X"))

Written = Callable[[str], Path]


@pytest.fixture
def pilots() -> Portfolio:
    return load_portfolio(ROOT / "pilots")


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """The root with another file of claims in it."""
    root = tmp_path / "root"
    shutil.copytree(ROOT, root)

    def write(claims: str) -> Path:
        path = root / "claims" / "x.yaml"
        head = "virkningskjede: 1\nkind: claims\nid: x\ntitle: {nb: X, en: X}\nsource: rapport\n"
        path.write_text(head + claims, "utf-8")
        return path

    return write


def claim(reading: str, more: str = 'silence: "no"') -> str:
    return f"claims:\n  c:\n    statement: {{nb: X, en: X}}\n    reading: {reading}\n    {more}\n"


def two_ways(of_all: str, of_some: str) -> str:
    """A claim that can be read in two ways, with more keys for each of them."""
    of_pilots = "over: {kind: pilot}, where: {node: {term:"
    return (
        "claims:\n  c:\n    statement: {nb: X, en: X}\n    readings:\n"
        f"      alle: {{{of_all}label: {{nb: alle, en: all}}, count: {{{of_pilots} plan}}}}, is: all}}}}\n"
        f"      noen: {{{of_some}label: {{nb: noen, en: some}}, count: {{{of_pilots} kurs}}}}, is: {{max: 1}}}}}}\n"
        '    silence: "no"\n    partly: "no"\n'
    )


def test_the_rulings(pilots: Portfolio) -> None:
    claims = vk.claims(pilots, "rapport")
    assert {ruling.id: (ruling.verdict, ruling.why) for ruling in claims.results} == {
        "alle-moter": ("undecidable", ("unsure",)),
        "ask-moter": ("holds", ()),
        "en-plan": ("contradicted", ()),
        "kurs": ("undecidable", ("readings",)),
        "til-sammen": ("holds", ()),
        "henvisning": ("contradicted", ()),
    }
    assert repr(claims) == "Claims(rapport: 2 contradicted, 2 undecidable, 2 holds, 2 unchecked)"
    ruling = claims.claim("kurs")
    assert {name: judged.verdict for name, judged in ruling.readings.items()} == {"planlagt": "contradicted", "vurdert": "holds"}
    assert ruling.at == ("rapport#4.1:3",)
    (_, _, evidence) = claims.claim("ask-moter").evidence[0]
    assert (evidence.model, evidence.said, evidence.side, evidence.nodes, evidence.at) == (
        "ask",
        "yes",
        "for",
        ("moter",),
        ("rapport#1:3",),
    )
    with pytest.raises(vk.UsageError, match="alle-moter"):
        claims.claim("nothing")


def test_what_a_model_is_silent_on_is_named(pilots: Portfolio) -> None:
    evidence = vk.claims(pilots, "rapport").claim("en-plan").readings[""].evidence
    condition = Condition.model_validate({"node": {"term": "plan"}})
    assert [(entry.model, entry.said, entry.silent_on) for entry in evidence] == [
        ("ask", "no", (condition,)),
        ("bjork", "no", (condition,)),
    ]


def test_as_a_frame(pilots: Portfolio) -> None:
    frame = vk.claims(pilots, "rapport").to_frame()
    assert list(frame.columns) == [
        "claim", "at", "statement", "verdict", "reading", "literal", "reading_verdict", "model", "model_label", "said",
        "side", "nodes", "places",
    ]  # fmt: skip
    assert list(frame["verdict"].cat.categories) == ["contradicted", "reword", "undecidable", "holds_inferred", "holds"]
    assert not frame["literal"].any()
    assert len(frame[frame["claim"] == "kurs"]) == 4
    (section,) = frame[frame["claim"] == "henvisning"].to_dict("records")
    assert (section["verdict"], pd.isna(section["places"])) == ("contradicted", True)


def test_a_missing_pilot_leaves_it_open(pilots: Portfolio) -> None:
    claims = vk.claims(pilots["ask"], "rapport", root=ROOT)
    assert {ruling.id: ruling.verdict for ruling in claims.results} == {
        "alle-moter": "undecidable",
        "ask-moter": "holds",
        "en-plan": "reword",
        "kurs": "undecidable",
        "til-sammen": "holds",
        "henvisning": "contradicted",
    }
    assert (claims.claim("en-plan").answer, claims.claim("en-plan").why) == ("undecidable", ("missing",))


@pytest.mark.parametrize(
    ("literal", "verdict", "why", "milder"),
    [
        (None, "undecidable", ("readings",), ()),
        ("alle", "contradicted", (), ("noen",)),
        ("noen", "holds", (), ()),
    ],
)
def test_the_verdict_is_that_of_the_literal_reading(
    pilots: Portfolio, written: Written, literal: str | None, verdict: str, why: tuple[str, ...], milder: tuple[str, ...]
) -> None:
    path = written(two_ways(*("literal: true, " if name == literal else "" for name in ("alle", "noen"))))
    claims = run(pilots, load_claims(path, pilots.project, pilots), pilots.project)
    ruling = claims.claim("c")
    assert (ruling.verdict, ruling.why, ruling.milder) == (verdict, why, milder)
    frame = claims.to_frame()
    assert set(frame[frame["literal"]]["reading"]) == ({literal} if literal else set())
    if milder:
        told = claims.to_text(lang="nb")
        assert "\n  Lest bokstavelig, som «alle»: motsagt\n" in told
        assert "\n  I en mildere lesning, som «noen»: holder\n" in told


INFERRED = {"id": "a", "activities": {"x": {"label": "X", "term": "mote", "leads_to": ["y"]}, "y": {"label": "Y", "term": "kurs"}}}
STATED = {
    "id": "b",
    "activities": {"x": {"label": "X", "term": "mote", "leads_to": [{"to": "y", "at": "r#1:1"}]}, "y": {"label": "Y", "term": "kurs"}},
}
LEADS = {"arrow": {"from": {"term": "mote"}, "to": {"term": "kurs"}}}


@pytest.mark.parametrize(
    ("reading", "verdict"),
    [
        ({"these": {"include": "a", "where": LEADS}}, "holds_inferred"),
        ({"these": {"include": "b", "where": LEADS}}, "holds"),
        ({"these": {"exclude": "a", "where": LEADS}}, "contradicted"),
        ({"count": {"over": {}, "where": LEADS, "is": "all"}}, "holds_inferred"),
        ({"count": {"over": {}, "where": LEADS, "is": {"min": 1}}}, "holds"),
        ({"count": {"over": {}, "where": {"any": [LEADS, {"node": {"term": "mote"}}]}, "is": "all"}}, "holds"),
        ({"all": [{"these": {"include": "b", "where": LEADS}}, {"these": {"include": "a", "where": LEADS}}]}, "holds_inferred"),
        ({"all": [{"these": {"include": "a", "where": question}} for question in (LEADS, {"node": {"term": "mote"}})]}, "holds_inferred"),
        ({"not": {"these": {"exclude": "a", "where": LEADS}}}, "holds_inferred"),
        ({"more": {"of": LEADS, "in": {"only": "a"}, "than": {"only": "c"}}}, "holds_inferred"),
    ],
)
def test_what_holds_by_the_coders_word_alone_is_told_apart(reading: dict[str, object], verdict: str) -> None:
    models = [LogicModel.model_validate(values) for values in (INFERRED, STATED)]
    models += [LogicModel(id="c")] if "more" in reading else []
    text = {"nb": "X", "en": "X"}
    claim = {"statement": text, "reading": reading, "silence": "no"}
    claims = run(models, ClaimsFile.model_validate({"id": "x", "title": text, "claims": {"c": claim}}))
    ruling = claims.claim("c")
    assert (ruling.verdict, ruling.why) == (verdict, ())
    told = claims.report().to_text(lang="en")
    assert ("Holds only on inferred arrows: 1." in told) == (verdict == "holds_inferred")
    assert ("The claim rests on inferred arrows" in told) == (verdict == "holds_inferred")
    proposed = ClaimsFile.model_validate({"id": "x", "title": text, "claims": {"c": {**claim, "proposal": text}}})
    reworded = run(models, proposed).claim("c")
    assert (reworded.verdict, reworded.answer) == ("contradicted" if verdict == "contradicted" else "reword", verdict)


def test_two_models_of_one_name_are_refused() -> None:
    with pytest.raises(vk.UsageError):
        run([LogicModel(id="a"), LogicModel(id="a")], EMPTY_FILE)
    assert run(LogicModel(id="a"), EMPTY_FILE).results == ()


@pytest.mark.parametrize(
    ("claims", "codes"),
    [
        (claim("{these: {include: ask, where: {node: {term: mote}}}}"), ""),
        (claim("{these: {include: §aske, where: {node: {term: mote}}}}"), "VK142"),
        (claim("{these: {exclude: [ask, §bjørk], where: {node: {term: mote}}}}"), "VK107"),
        (claim("{these: {include: ask, where: {node: {term: §mot}}}}"), "VK125"),
        (claim("{these: {include: ask, where: {node: {column: §mot}}}}"), "VK125"),
        (claim("{these: {include: [], where: {node: {term: mote}}, §ar: ask}}"), "VK101"),
        (claim("{§these: {where: {node: {term: mote}}}}"), "VK121"),
        (claim("{§these: {are: ask, where: {node: {term: mote}}}}"), "VK102"),
        (claim("{§these: {are: ask, include: ask, where: {node: {term: mote}}}}"), "VK121"),
        (claim("{count: {over: §alle, where: {node: {term: mote}}, is: all}}"), "VK140"),
        (claim("{count: {over: {follows: §malen}, where: {node: {term: mote}}, is: all}}"), "VK142"),
        (claim("{count: {over: {only: [§aske], except: §bork}, where: {node: {term: mote}}, is: all}}"), "VK142 VK142"),
        (claim("{count: {over: {kind: pilot}, where: {node: {term: mote}}, is: §many}}"), "VK106"),
        (claim("{count: {over: {kind: pilot}, where: {node: {term: mote}}, §is: {words: mange}}}"), "VK111"),
        (
            claim("{count: {over: {kind: pilot}, where: {node: {term: mote}}, is: all}}", "note: {nb: X, en: X}").replace("  c:", "  §c:"),
            "VK102",
        ),
        (
            claim("{more: {of: {node: {term: mote}}, in: {only: ask}, than: {kind: pilot}}}", "note: {nb: X, en: X}").replace(
                "  c:", "  §c:"
            ),
            "VK102",
        ),
        (
            claim(
                "{all: [{section: {exists: '5'}}, {these: {include: ask, where: {node: {term: mote}}}}]}", "note: {nb: X, en: X}"
            ).replace("  c:", "  §c:"),
            "VK102",
        ),
        (claim("{values: {over: {kind: pilot}, of: §target.height, are: []}}"), "VK106"),
        (claim("{values: {over: {kind: pilot}, of: §height, are: []}}"), "VK101"),
        (claim("{values: {over: {kind: pilot}, of: {result: §antal}, are: []}}"), "VK125"),
        (claim("{values: {over: {kind: pilot}, §of: {node: {term: mote}}, are: []}}"), "VK102"),
        (claim("{values: {over: {kind: pilot}, of: target.age, are: {§aske: {min: 1}}}}"), "VK142"),
        (claim("{values: {over: {kind: pilot}, of: target.age, are: [§{words: unge}]}}"), "VK111"),
        (claim("{§values: {over: {kind: pilot}, of: target.age}}"), "VK121"),
        (claim("{more: {of: {node: {term: §mot}}, in: {kind: pilot}, than: §to}}"), "VK125 VK140"),
        (claim("{sum: {in: ask, of: [var, §vinter], is: 1}}"), "VK301"),
        (claim("{sum: {in: ask, of: [var, §moter], is: 1}}"), "VK146"),
        (claim("{sum: {in: ask, of: [moter, §var], dose: count, is: 1}}"), "VK146"),
        (claim("{sum: {in: §aske, of: [var], is: 1}}"), "VK142"),
        (claim("{section: {source: §rapprt, exists: '5'}}"), "VK308"),
        (claim("{§at_least: {n: 2, of: [{section: {exists: '5'}}]}}"), "VK122"),
        (claim("{not: {these: {include: §aske, where: {node: {term: mote}}}}}"), "VK142"),
        (claim("{any: [{section: {exists: '5'}}, {these: {include: §aske, where: {node: {term: mote}}}}]}"), "VK142"),
        (claim("{at_least: {n: 1, of: [{these: {include: §aske, where: {node: {term: mote}}}}]}}"), "VK142"),
        (claim("{section: {exists: '5'}}", "readings: {}"), ""),
        (
            claim("{section: {exists: '5'}}", "readings: {a: {label: {nb: X, en: X}, section: {exists: '5'}}}").replace("  c:", "  §c:"),
            "VK121",
        ),
        (
            two_ways("literal: true, ", "literal: §true, "),
            "VK180",
        ),
        (claim("{section: {exists: '5'}}", 'at: [§"4.9:1", §"4.1:9", §"4.1:3-1", §"anen#1:1"]'), "VK309 VK310 VK405 VK308"),
        (claim("{section: {exists: '5'}}", 'not_evidence: ["4", §"5"]'), "VK309"),
        ("recommendations: {r: {statement: {nb: X, en: X}, for: [§leg], about: {terms: [§mot], models: [ask]}}}", "VK125 VK125"),
        ("recommendations: {r: {statement: {nb: X, en: X}, about: {models: [§aske], nodes: [§ask.moter2, ask.moter]}}}", "VK183 VK183"),
        ('recommendations: {r: {statement: {nb: X, en: X}, taken_up: [{model: ask, node: §kur, at: §"4.1:9"}]}}', "VK183 VK310"),
        ('unchecked: {§"4.1:4": {reason: vague, statement: {nb: X, en: X}}}', "VK310"),
        ('unchecked: {"4.1:1": {reason: §boring, statement: {nb: X, en: X}}}', "VK106"),
        ("groups: {to: {only: [ask, §eik]}}\n" + claim("{these: {include: eik, where: {node: {term: mote}}}}"), "VK141"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(written: Written, claims: str, codes: str) -> None:
    path = written(claims.replace("§", ""))
    before = path.read_text("utf-8").count("\n") - claims.count("\n")
    marked = [
        (before + number, line[: at.start()].replace("§", ""))
        for number, line in enumerate(claims.split("\n"), 1)
        for at in re.finditer("§", line)
    ]
    expected = [f"{line}:{len(text) + 1} {code}" for (line, text), code in zip(marked, codes.split(), strict=True)]
    diagnostics = vk.validate(path).diagnostics
    assert [
        f"{diagnostic.place.line}:{diagnostic.place.column} {diagnostic.code}" for diagnostic in diagnostics if diagnostic.place
    ] == expected
    assert len(diagnostics) == len(expected)
    if any(diagnostic.severity == "error" for diagnostic in diagnostics):
        with pytest.raises(vk.BrokenSet) as caught:
            load_claims(path, open_project(path.parents[1]))
        assert sorted(diagnostic.code for diagnostic in caught.value.diagnostics) == sorted(codes.split())


def test_a_file_of_another_name_or_kind_is_refused(written: Written) -> None:
    path = written("")
    shared = open_project(path.parents[1])
    assert available_claims(shared)[:1] == ("rapport",)
    assert "x" in available_claims(shared)
    assert load_claims("x", shared).claims == {}
    with pytest.raises(vk.BrokenSet) as caught:
        load_claims(path.rename(path.with_name("y.yaml")), shared)
    assert [diagnostic.code for diagnostic in caught.value.diagnostics] == ["VK127"]
    with pytest.raises(vk.BrokenSet) as caught:
        load_claims(ROOT / "vocabulary.yaml", shared)
    assert [diagnostic.code for diagnostic in caught.value.diagnostics] == ["VK113"]
    with pytest.raises(vk.UsageError, match="rapport"):
        load_claims("nothing", shared)


def test_without_a_root_names_are_not_checked(written: Written) -> None:
    path = written(claim("{these: {include: aske, where: {node: {term: mot}}}}"))
    assert run(LogicModel(id="b"), load_claims(path, ALONE)).claim("c").verdict == "undecidable"


def test_real_claims_of_the_status_report(portfolio: Portfolio, tmp_path: Path) -> None:
    path = tmp_path / "prove.yaml"
    path.write_text(
        """virkningskjede: 1
kind: claims
id: prove
title: {nb: Prøve, en: Trial}
source: statusrapport
groups:
  pilotene: {kind: pilot, expect: 9}
  modell-1: {follows: modell-1, expect: 5}
not_evidence: ["2.3", "4.1"]
claims:
  moter:
    at: "4.1.3:2"
    statement: {nb: Alle planlegger møter, en: All plan meetings}
    reading: {count: {over: pilotene, where: {node: {term: felles-moter}}, is: all}}
    silence: "no"
  brobygger:
    at: "4.1.3:8"
    statement: {nb: Bjerke og Fredrikstad har brobyggere, en: Bjerke and Fredrikstad have bridge builders}
    reading: {these: {over: modell-1, are: [bjerke, fredrikstad], where: {node: {column: brobygger}}}}
    silence: "no"
  alder:
    at: "4.1.2:8"
    statement: {nb: To har aldersgrenser, en: Two have age limits}
    reading: {values: {over: pilotene, of: target.age, are: [{above: 18, unit: year}, {min: 20, max: 55, unit: year}]}}
  kapittel:
    at: "4.3.2:26"
    statement: {nb: Det står i kapittel 5.1.4, en: Chapter 5.1.4 has it}
    reading: {section: {exists: "5.1.4"}}
  deltakere:
    at: "dps-nav#resultater:2"
    statement: {nb: 610 personer deltok, en: 610 persons took part}
    reading: {sum: {in: arbeidsfokus-dps, of: [deltakere-september, deltakere-november, deltakere-mars], is: 610}}
""",
        "utf-8",
    )
    claims = vk.claims(portfolio, str(path))
    assert {ruling.id: ruling.verdict for ruling in claims.results} == {
        "moter": "holds",
        "brobygger": "holds",
        "alder": "contradicted",
        "kapittel": "contradicted",
        "deltakere": "holds",
    }
    stating = [entry.model for entry in claims.claim("alder").readings[""].evidence if entry.amounts]
    assert stating == ["fredrikstad", "ringsaker", "stovner", "tromso"]

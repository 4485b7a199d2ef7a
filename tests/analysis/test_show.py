"""What a model has to say, in every format."""

from __future__ import annotations

import pytest

from virkningskjede.analysis.show import ModelReport
from virkningskjede.i18n import LANGS, Lang
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.plain import written
from virkningskjede.project import Portfolio
from virkningskjede.report.names import labels_of

from ..reading import written as text_in

MODEL = LogicModel.model_validate(
    {
        "id": "lek",
        "title": "Leksekafé",
        "source": "plan",
        "target_group": {"elever": {"label": "Elever på åttende trinn"}},
        "activities": {
            "kurs": {
                "label": "Kurs <b>",
                "who": {"do": "laerer", "for": "elev"},
                "status": "planned",
                "at": "1:2-3",
                "leads_to": [{"to": "ro", "at": "1:3"}, {"to": "rom", "because": "Kurset trenger et sted"}],
            }
        },
        "outputs": {"rom": {"label": "Rom"}},
        "outcomes": {"ro": {"label": "Mer ro", "level": "user"}},
        "assumptions": {"mot": {"label": "Noen møter opp", "about": ["kurs"]}},
    }
)

WORDS = Vocabulary.model_validate({"actors": {"laerer": {"label": {"nb": "Lærer", "en": "Teacher"}}}})

REPORT = ModelReport(MODEL, WORDS)


def test_the_text_of_a_model() -> None:
    assert REPORT.to_text(lang="en", width=60) == (
        "Leksekafé\n"
        "=========\n\n"
        "Kind: pilot · Source: plan\n\n"
        "3 nodes, 2 arrows (1 stated in the source, 1 inferred)\n\n"
        "? after a target: the coder inferred the arrow; the source\n"
        "does not state it\n\n"
        "Target group\n"
        "  - Elever på åttende trinn\n\n"
        "Activities\n"
        "  Node      Who       Status    Leads to\n"
        "  --------  --------  --------  ----------------------------\n"
        "  Kurs <b>  Teacher   planned   → Mer ro\n"
        "            for elev            → Rom ? (reason: “Kurset\n"
        "                                trenger et sted”)\n\n"
        "Outputs\n"
        "  Node\n"
        "  --------\n"
        "  Rom\n\n"
        "Outcomes\n"
        "  Node\n"
        "  ------------\n"
        "  Mer ro\n"
        "  user effects\n\n"
        "Assumptions\n"
        "  - Noen møter opp (about “Kurs <b>”)\n"
    )


def test_the_page_of_a_model() -> None:
    assert REPORT.to_markdown(lang="en") == (
        "# Leksekafé\n\n"
        "Kind: pilot · Source: plan\n\n"
        "3 nodes, 2 arrows (1 stated in the source, 1 inferred)\n\n"
        "? after a target: the coder inferred the arrow; the source does not state it\n\n"
        "## Target group\n\n"
        "- Elever på åttende trinn\n\n"
        "## Activities\n\n"
        "| Node | Who | Status | Leads to |\n"
        "| --- | --- | --- | --- |\n"
        "| Kurs &lt;b&gt; | Teacher<br>for elev | planned | → Mer ro<br>→ Rom ? (reason: “Kurset trenger et sted”) |\n\n"
        "## Outputs\n\n"
        "| Node |\n"
        "| --- |\n"
        "| Rom |\n\n"
        "## Outcomes\n\n"
        "| Node |\n"
        "| --- |\n"
        "| Mer ro<br>user effects |\n\n"
        "## Assumptions\n\n"
        "- Noen møter opp (about “Kurs &lt;b&gt;”)\n"
    )


def test_a_row_for_each_thing_and_each_arrow() -> None:
    table = REPORT.listing("en")
    assert table.headers == (
        "Stage or arrow",
        "Id",
        "Label",
        "To (id)",
        "To",
        "Level",
        "Status",
        "Who",
        "Stated in the source",
        "Reason",
        "Place in the source",
        "Source",
        "Language",
        "About",
        "Other",
    )
    assert table.rows == (
        ("pilot", "lek", "Leksekafé", "", "", "", "", "", "", "", "", "plan", "nb", "", ""),
        ("Target group", "elever", "Elever på åttende trinn", "", "", "", "", "", "", "", "", "", "", "", ""),
        ("Activities", "kurs", "Kurs <b>", "", "", "", "planned", "Teacher; for elev", "", "", "plan#1:2, plan#1:3", "", "", "", ""),
        ("Outputs", "rom", "Rom", "", "", "", "", "", "", "", "", "", "", "", ""),
        ("Outcomes", "ro", "Mer ro", "", "", "User effects", "", "", "", "", "", "", "", "", ""),
        ("Assumptions", "mot", "Noen møter opp", "", "", "", "", "", "", "", "", "", "", "kurs", ""),
        ("Arrow", "kurs", "Kurs <b>", "ro", "Mer ro", "", "", "", "yes", "", "plan#1:3", "", "", "", ""),
        ("Arrow", "kurs", "Kurs <b>", "rom", "Rom", "", "", "", "no", "Kurset trenger et sted", "", "", "", "", ""),
    )


def test_no_text_of_a_row_is_cut() -> None:
    long = "Et langt stykke om kurset. " * 20
    parts = {"activities": {"a": {"label": "A", "content": long, "note": long, "or": {"label": "B", "note": long}}}}
    row = ModelReport(LogicModel.model_validate({"id": "m", **parts})).listing("en").rows[-1]
    assert " ".join(row).count(long.strip()) == 3


@pytest.mark.parametrize(
    ("form", "part"),
    [
        ("text", "\n  Kurs <b>  Teacher   planned   → Mer ro\n"),
        ("json", '"label": "Kurs <b>",'),
        ("md", "\n| Kurs &lt;b&gt; | Teacher<br>for elev | planned | → Mer ro<br>→ Rom ? (reason: “Kurset trenger et sted”) |\n"),
        ("csv", "\nArrow,kurs,Kurs <b>,rom,Rom,,,,no,Kurset trenger et sted,,,,,\r"),
        ("html", "Kurs &lt;b&gt;</th>"),
        ("docx", "\nKurs <b>\tTeacher\nfor elev\tplanned\t→ Mer ro\n→ Rom ? (reason: “Kurset trenger et sted”)\n"),
        ("xlsx", "\nArrow\tkurs\tKurs <b>\trom\tRom\t\t\t\tno\tKurset trenger et sted\t"),
    ],
)
def test_every_format_tells_of_the_model(form: str, part: str) -> None:
    assert part in text_in(form, REPORT, "en")


@pytest.mark.parametrize("lang", LANGS)
def test_the_real_models_fit_a_terminal_and_have_every_node_and_arrow(portfolio: Portfolio, lang: Lang) -> None:
    for model in portfolio.values():
        report = ModelReport(model, portfolio.project.vocabulary)
        text = report.to_text(lang=lang)
        assert max(map(len, text.splitlines())) <= 80
        rows = report.listing(lang).rows
        entries = [entry.id for _, entry in model.entries()]
        assert [row[1] for row in rows if not row[3]] == [model.id, *(["recruitment"] if model.recruitment else []), *entries]
        assert [(row[1], row[3]) for row in rows if row[3]] == [link.ends for link in model.links()]
        assert report.plain() == written(model)
        whole = report.to_markdown(lang=lang).replace("\\", "")
        labels = labels_of(model, lang).values()
        assert all(f"\n| {label}" in whole for label in labels)
        assert all(f"→ {labels_of(model, lang)[link.to]}" in whole for link in model.links())


GARDEN = LogicModel.model_validate(
    {
        "id": "hage",
        "title": "Hagen",
        "target_group": {
            "naboer": {"label": "Naboer"},
            "voksne": {"age": {"min": 18, "unit": "year"}},
            "ute": {"traits": {"any": ["alene", "nyinnflyttet"]}, "denies": {"traits": "flytter"}},
        },
        "activities": {"grave": {"label": "Grave", "leads_to": ["mat"]}},
        "outcomes": {"mat": {"label": "Mer mat", "level": "user"}},
        "assumptions": {"regn": {"label": "Det regner", "about": ["grave"]}},
        "barriers": {"snegl": {"label": "Snegler", "hinders": ["grave -> mat"]}},
        "enablers": {"sol": {"label": "Sol", "helps": ["mat"]}, "jord": {"label": "God jord"}},
        "open_questions": {"vann": {"label": "Hvor er vannet?"}},
        "indicators": {"kilo": {"label": "Høstet", "unit": "kilo"}},
        "results": {"mye": {"indicator": "kilo", "value": 30}},
    }
)

LISTS = """\

Target group
  - Naboer
  - at least 18 years
  - alene or nyinnflyttet; not flytter

Assumptions
  - Det regner (about “Grave”)

Barriers
  - Snegler (hinders “Grave” → “Mer mat”)

Enablers
  - Sol (helps “Mer mat”)
  - God jord

Open questions
  - Hvor er vannet?

Indicators
  - Høstet (unit: “kilo”)

Results
  - Høstet: 30 kilo
"""


def test_each_limit_and_each_thing_beside_the_chain_has_its_line() -> None:
    lines = ModelReport(GARDEN).to_text(lang="en").splitlines()
    first, last = lines.index("Activities") - 1, lines.index("Assumptions") - 1
    assert [*lines[lines.index("Target group") - 1 : first], *lines[last:]] == LISTS.splitlines()


def test_who_answers_for_something_is_told_beside_who_does_it() -> None:
    parts = {"activities": {"a": {"label": "A", "who": {"lead": "nav", "do": ["nav", "lege", "kommune"], "maybe": "skole"}}}}
    lines = ModelReport(LogicModel.model_validate({"id": "m", **parts})).to_text(lang="en").splitlines()
    assert [line[9:].strip() for line in lines[lines.index("Activities") + 3 :][:3]] == ["nav (leads)", "lege and kommune", "maybe skole"]


TEMPLATE = LogicModel.model_validate(
    {
        "id": "mal",
        "kind": "template",
        "target_group": {"alle": {"label": "Alle", "required": True}},
        "recruitment": {"refer": ["lege", "skole"], "consent": "asked", "because": "Slik er det"},
        "context": {"ko": {"label": "Kø", "kind": "problem", "leads_to": "kurs"}},
        "activities": {
            "kurs": {
                "label": "Kurs",
                "required": True,
                "free": ["who", "dose"],
                "later": {"status": "in_use"},
                "leads_to": [{"to": "ko", "feedback": True}],
            }
        },
        "assumptions": {"tid": {"label": "Tid nok", "about": "kurs", "status": "questioned"}},
    }
)


def test_what_a_template_requires_and_leaves_free_and_what_is_meant_is_told() -> None:
    text = ModelReport(TEMPLATE).to_text(lang="en", width=200)
    for line in (
        "Kind: template",
        "  - Alle (required)",
        "  - Who refers: lege and skole",
        "  - Consent: asked for",
        "  problem",
        f"  {'Kurs':55}  → Kø ? (goes back)",
        "  later, status: in use · required · left free: who, dose",
        "  - Tid nok (about “Kurs”; status: questioned)",
    ):
        assert line in text.splitlines()


def test_an_arrow_says_what_research_found_and_how_certain_it_is_and_an_indicator_what_it_measures() -> None:
    evidence = [{"refs": ["r"], "finding": "supports", "certainty": "low"}, {"finding": "mixed"}]
    model = LogicModel.model_validate(
        {
            "id": "m",
            "activities": {"kurs": {"label": "Kurs", "indicators": ["antall"], "leads_to": [{"to": "ro", "evidence": evidence}]}},
            "outcomes": {"ro": {"label": "Mer ro", "level": "user", "indicators": ["antall", "svar"]}},
            "indicators": {"antall": {"label": "Antall", "unit": "person"}, "svar": {"label": "Svar"}, "ingen": {"label": "Ingen"}},
        }
    )
    report = ModelReport(model)
    arrow = "→ Mer ro ? (research: supports, certainty of the finding: low; research: mixed)"
    measures = ("Antall (measures “Kurs” and “Mer ro”; unit: persons)", "Svar (measures “Mer ro”)", "Ingen")
    for text in (report.to_text(lang="en", width=200), text_in("md", report, "en"), text_in("html", report, "en")):
        assert all(part in text for part in (arrow, *measures[:2]))
    assert report.to_text(lang="en").endswith(f"\n  - {measures[2]}\n")
    assert report.plain()["activities"]["kurs"]["leads_to"][0]["evidence"][0]["certainty"] == "low"


def test_what_a_node_is_to_lower_stands_with_it() -> None:
    nodes = {
        "activities": {"a": {"label": "Vakt", "addresses": ["krangel"]}},
        "outcomes": {"krangel": {"label": "Krangel", "level": "user", "unwanted": True}},
    }
    report = ModelReport(LogicModel.model_validate({"id": "m", **nodes}))
    assert "| Vakt<br>skal motvirke: «Krangel» |" in report.to_markdown(lang="nb")
    assert "| Vakt<br>meant to lower: “Krangel” |" in report.to_markdown(lang="en")

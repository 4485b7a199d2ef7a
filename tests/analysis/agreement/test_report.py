"""What the agreement between coders has to say: text, tables and JSON."""

from __future__ import annotations

import json

import pytest

from virkningskjede.analysis.agreement import Agreement, agreement
from virkningskjede.analysis.agreement import report as coding
from virkningskjede.i18n import LANGS, Lang
from virkningskjede.model import LogicModel
from virkningskjede.model.values import copy_with
from virkningskjede.project import Portfolio
from virkningskjede.report.formats import FORMATS

from ...reading import written


@pytest.fixture
def result(portfolio: Portfolio) -> Agreement:
    """Tromsø and Ringsaker by a second hand: one term, one status and one arrow otherwise."""
    model = portfolio["tromso"]
    meetings = copy_with(model.activities["ukentlige-moter"], {"status": "planned", "leads_to": ()})
    cooperation = copy_with(model.outputs["samarbeidsavtale"], {"term": ()})
    other = copy_with(
        model,
        {
            "outputs": {**model.outputs, "samarbeidsavtale": cooperation},
            "activities": {**model.activities, "ukentlige-moter": meetings},
        },
    )
    second = {"tromso": other, "ringsaker": portfolio["ringsaker"]}
    return agreement(portfolio, second, portfolio.project, portfolio.project, names=("en", "to"))


def discussed(result: Agreement, lang: Lang = "en") -> list[str]:
    """The lines from where what there is to discuss begins."""
    lines = result.to_text(lang=lang).splitlines()
    title = {"nb": "Ruter å snakke om", "en": "Cells to discuss"}[lang]
    return lines[next(number for number, line in enumerate(lines) if line.startswith(title)) :]


def test_the_cells_to_discuss(result: Agreement) -> None:
    lines = discussed(result, "nb")
    assert lines[0] == f"Ruter å snakke om ({len(result.to_discuss) + 1})"
    assert lines[3:8] == [
        "Tromsø",
        "",
        "Begreper bare A har",
        "  - Samarbeidsavtale",
        "    - A: Samarbeidsavtale mellom Nav og RPH (planlagt; 2.1.5:12, 2.3.3:70)",
    ]
    both = lines.index("Begge, men ulik status")
    assert lines[both + 1] == "  - Faste møter"
    assert [line[:8] for line in lines[both + 2 :] if line[6:8] in ("A:", "B:")] == ["    - A:", "    - B:"]
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("lang", LANGS)
def test_the_overview_says_what_was_counted(result: Agreement, lang: Lang) -> None:
    table = coding.overview(result, lang=lang)
    rows = {row[0]: row[1:] for row in table.rows}
    kappa = rows["Cohens kappa" if lang == "nb" else "Cohen's kappa"]
    assert kappa[0] == f"{result.of_terms.kappa:.2f}".replace(".", "," if lang == "nb" else ".")
    assert kappa[2] == "–"
    assert any("69" in note or str(len(result.by_term)) in note for note in table.notes)
    assert any("kappa" in note and "--all-terms" in note for note in table.notes)


def test_terms_by_least_agreement(result: Agreement) -> None:
    table = coding.by_term(result)
    assert table.rows[0][0] == "Samarbeidsavtale"
    assert len(table.rows) == len(result.by_term)


def test_cautions_are_told() -> None:
    few = LogicModel.model_validate({"id": "m", "inputs": {"a": {"label": "A", "term": "ro"}}})
    notes = coding.overview(agreement(few, few), lang="en").notes
    assert "Terms: all cells are alike, so kappa and alpha are not defined." in notes
    assert "Terms: so few cells (1) that one more or less means much." in notes


def many(name: str, count: int, off: int) -> LogicModel:
    """A model with so many terms, less the one that is off."""
    terms = [f"t{number}" for number in range(count) if number != off]
    return LogicModel.model_validate({"id": name, "inputs": {"a": {"label": "A", "term": terms}}})


def rows(result: Agreement, lang: Lang = "en") -> dict[str, tuple[str, ...]]:
    return {row[0]: row[1:] for row in coding.overview(result, lang=lang).rows}


def test_a_disagreement_is_never_rounded_away() -> None:
    result = agreement([many("a", 300, -1), many("b", 300, -1)], [many("a", 300, 7), many("b", 300, -1)])
    assert result.of_terms.agreed == 599 / 600
    assert (rows(result)["Agree"][0], rows(result, "nb")["Enige"][0]) == ("99.8 %", "99,8 %")
    assert rows(result)["Positive agreement"][0] == "99.9 %"


def test_kappa_is_one_only_where_it_is() -> None:
    full, half = many("a", 1000, -1), many("b", 500, -1)
    result = agreement([full, half], [full, many("b", 500, 3)])
    assert result.of_terms.kappa is not None and 0.995 < result.of_terms.kappa < 1
    assert rows(result)["Cohen's kappa"][0] == "0.99"


def arrows(name: str, to: str) -> LogicModel:
    nodes = {key: {"label": key, "term": key} for key in "bc"}
    return LogicModel.model_validate({"id": name, "inputs": {"a": {"label": "A", "term": "a", "leads_to": [to]}, **nodes}})


def test_arrows_have_positive_agreement_and_no_share_of_empty_cells() -> None:
    result = agreement([arrows("p", "b"), arrows("q", "c")], [arrows("p", "c"), arrows("q", "c")])
    overview = coding.overview(result, lang="en")
    assert [row[0] for row in overview.rows][6:8] == ["Positive agreement", "Agree"]
    assert rows(result)["Positive agreement"][1:] == ("50 %", "50 %")
    for key in ("Agree", "Agree, read alike", "Negative agreement"):
        assert rows(result)[key][1:] == ("–", "–")
    value = coding.to_json(result)
    assert [value["arrows"][key] for key in ("positive", "agreed", "agreed_at_best", "negative")] == [0.5, None, None, None]


@pytest.mark.parametrize(("same", "says"), [(30, "though the coders nearly always agree"), (2, "the other has only 13 %")])
def test_that_the_coders_nearly_always_agree_is_said_only_where_they_do(same: int, says: str) -> None:
    """A term that few of four hundred models have: the coders agree on nearly all of these, or on hardly any."""

    def hand(off: int) -> list[LogicModel]:
        places = {*range(same), *range(50 + off, 50 + off + (14 if same == 2 else 2))}
        return [
            LogicModel.model_validate({"id": f"m{n}", "inputs": {"a": {"label": "A", "term": "t" if n in places else []}}})
            for n in range(400)
        ]

    result = agreement(hand(0), hand(20))
    assert result.of_terms.cautions[0] == "rare"
    (note,) = (note for note in coding.overview(result, lang="en").notes if "of the cells are filled" in note)
    assert says in note


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_coded_is_nothing_to_compare(lang: Lang) -> None:
    bare = LogicModel.model_validate({"id": "m", "inputs": {"a": {"label": "A"}}})
    result = agreement(bare, bare)
    sentence = {"nb": "Ikke noe å sammenligne: ", "en": "Nothing to compare: "}[lang]
    agree = {"nb": "enige om alt", "en": "agree on everything"}[lang]
    for whole in (result.to_text(lang=lang), result.to_markdown(lang=lang), result.to_html(lang=lang)):
        assert sentence in whole and agree not in whole
    assert {coding.to_json(result)["terms"][key] for key in ("agreed", "positive", "kappa")} == {None}


def test_what_stands_elsewhere_is_told() -> None:
    a = LogicModel.model_validate({"id": "m", "inputs": {"a": {"label": "A", "term": "t", "status": "in_use"}}})
    b = LogicModel.model_validate({"id": "m", "outcomes": {"o": {"label": "O", "term": "t", "level": "user"}}})
    result = agreement(a, b)
    assert discussed(result)[5:] == [
        "Both, but at different stages or levels",
        "  - t (different status)",
        "    - A: A (inputs; in use)",
        "    - B: O (user effects)",
    ]
    (only,) = coding.to_json(result)["discuss"]
    assert only["differs"] == ["place", "status"]
    assert (only["a"]["places"], only["b"]["places"]) == (
        [{"section": "inputs", "level": None}],
        [{"section": "outcomes", "level": "user"}],
    )
    assert result.report().listing("en").rows[0][-1] == "different stage or level; different status"


def test_what_one_has_as_dropped_is_told() -> None:
    a = LogicModel.model_validate({"id": "m", "inputs": {"a": {"label": "A", "term": "t", "status": "dropped"}}})
    b = LogicModel.model_validate({"id": "m", "inputs": {"b": {"label": "B", "term": "t"}, "c": {"label": "C"}}})
    assert discussed(agreement(a, b))[5:] == [
        "Terms that only B has",
        "  - t",
        "    - A: A (dropped)",
        "    - B: B",
    ]
    silent = copy_with(b, {"inputs": {"c": b.inputs["c"]}})
    assert discussed(agreement(a, silent))[5:] == [
        "Dropped by one, not mentioned by the other",
        "  - t",
        "    - A: A (dropped)",
    ]


def test_the_json(result: Agreement) -> None:
    value = coding.to_json(result)
    assert json.loads(json.dumps(value)) == value
    assert (value["a"], value["b"], value["models"]) == ("en", "to", ["ringsaker", "tromso"])
    assert value["terms"]["only_a"] == 1 and value["terms"]["only_b"] == 0
    assert value["discuss"][0]["item"] == "samarbeidsavtale"
    assert value["discuss"][0]["a"]["at"] == ["statusrapport#2.1.5:12", "statusrapport#2.3.3:70"]
    assert value["discuss"][-1]["a"]["status"] == "in_use" and value["discuss"][-1]["b"]["status"] == "planned"


def test_tables_for_a_report_and_for_a_spreadsheet(result: Agreement) -> None:
    assert len(result.report().listing().rows) == len(result.terms) + len(result.arrows)
    assert "<table" in result._repr_html_()
    assert [table.title for table in result.report().document("en").tables()] == ["Agreement between coders", "Cells to discuss"]
    assert result.to_markdown().count("**") == 4


def test_each_term_by_itself_when_it_is_asked_for_in_every_format(result: Agreement) -> None:
    report, without = result.report(by_term=True), result.report()
    for form in ("text", "md", "html", "docx"):
        assert tuple(written(form, shown, "en").count("Each term by itself") for shown in (report, without)) == (1, 0)
    assert report.listing("en").headers == ("Term (id)", "Term", "Both", "Only A", "Only B", "Neither", "Agree", "Kappa", "Alpha")
    assert report.listing("en").rows[0] == ("samarbeidsavtale", "Cooperation agreement", "0", "1", "0", "1", "0.5000", "0.0000", "0.0000")
    assert len(report.listing().rows) == len(result.by_term)
    assert report.plain() == without.plain()


@pytest.mark.parametrize(
    ("form", "part"),
    [
        ("text", "\n    - A: Samarbeidsavtale mellom Nav og RPH (planned; 2.1.5:12, 2.3.3:70)\n"),
        ("json", '"item": "samarbeidsavtale",\n      "kind": "only_a",'),
        ("md", "\n| Tromsø | Cooperation agreement | Samarbeidsavtale mellom Nav og RPH (planned; 2.1.5:12, 2.3.3:70) | not coded |  |\n"),
        (
            "csv",
            "\ntromso,Tromsø,samarbeidsavtale,Cooperation agreement,Only A,samarbeidsavtale,planned,"
            '"statusrapport#2.1.5:12, statusrapport#2.3.3:70",,,,\r',
        ),
        ("html", "<title>Agreement between coders</title>"),
        ("docx", "\nTromsø\tCooperation agreement\tSamarbeidsavtale mellom Nav og RPH (planned; 2.1.5:12, 2.3.3:70)\tnot coded\t\n"),
        ("xlsx", "\ntromso\tTromsø\tsamarbeidsavtale\tCooperation agreement\tOnly A\t"),
    ],
)
def test_every_format_tells_of_the_cells(result: Agreement, form: str, part: str) -> None:
    assert part in written(form, result.report(), "en")


def test_nothing_in_a_file_acts() -> None:
    one = LogicModel.model_validate({"id": "m", "inputs": {"a": {"label": "A", "term": "ro"}, "b": {"label": "B", "term": "tid"}}})
    hostile = copy_with(one.inputs["a"], {"label": "<b>|\x1b[31m"})
    two = copy_with(one, {"inputs": {"a": copy_with(hostile, {"term": ("uro",)}), "b": one.inputs["b"]}})
    result = agreement(one, two, names=("a", "<i>\x1b"))
    for form in FORMATS:
        assert "\x1b" not in written(form, result.report(by_term=True), "nb")
    assert "<b>" not in result.to_html() and "<i>" not in result.to_html() and "<b>" not in result.to_markdown()


def test_of_arrows_no_share_is_pointed_to_that_is_not_told() -> None:
    ours = [arrows(f"m{number}", "b") for number in range(12)]
    theirs = [*ours[:-1], LogicModel.model_validate({"id": "m11", "inputs": {key: {"label": key, "term": key} for key in "abc"}})]
    result = agreement(ours, theirs)
    assert result.of_arrows.cautions[0] == "common"
    notes = {note for note in coding.overview(result, lang="en").notes if "of the cells are filled" in note}
    (note,) = (note for note in notes if note.startswith("Arrows:"))
    assert "look at positive agreement" in note and "negative" not in note


def test_what_was_chosen_otherwise_is_told() -> None:
    def hand(outcome: dict[str, object], arrow: dict[str, object]) -> LogicModel:
        tree = {
            "id": "m",
            "inputs": {"a": {"label": "A", "term": "t", "leads_to": [{"to": "o", **arrow}]}},
            "outcomes": {"o": {"label": "O", "term": "u", "level": "user", **outcome}},
        }
        return LogicModel.model_validate(tree)

    result = agreement(hand({}, {}), hand({"unwanted": True, "status": "in_use"}, {"sign": "minus"}))
    assert discussed(result)[5:] == [
        "Both, but with other choices",
        "  - u (different status)",
        "    - A: O (unwanted effect: no)",
        "    - B: O (unwanted effect: yes; in use)",
        "  - t → u",
        "    - A: A → O (sign: plus)",
        "    - B: A → O (sign: minus)",
    ]
    (note,) = (note for note in coding.overview(result, lang="nb").notes if "valgt ulikt" in note)
    assert note.endswith("formatets ord: 2 (uønsket virkning 1, fortegn 1).")
    effect, arrow = coding.to_json(result)["discuss"]
    assert (effect["differs"], effect["a"]["chosen"], effect["b"]["chosen"]) == (
        ["status", "unwanted"],
        {"unwanted": [False]},
        {"unwanted": [True]},
    )
    assert (arrow["differs"], arrow["a"]["chosen"], arrow["b"]["chosen"]) == (["sign"], {"sign": [None]}, {"sign": ["minus"]})
    assert [row[-1] for row in result.report().listing("en").rows] == [
        "",
        "chosen otherwise: unwanted effect; different status",
        "chosen otherwise: sign",
    ]


def test_what_is_written_short_as_one_word_is_called_by_what_it_is_a_part_of() -> None:
    def hand(cause: object, finding: str, certainty: object) -> LogicModel:
        evidence = [{"finding": finding, "certainty": certainty}]
        tree = {
            "id": "m",
            "activities": {"a": {"label": "A", "term": "t", "leads_to": [{"to": "o", "evidence": evidence}]}, "b": {"label": "B"}},
            "outcomes": {"o": {"label": "O", "term": "u", "level": "user", "cause": cause}},
        }
        return LogicModel.model_validate(tree)

    result = agreement(hand("whole", "mixed", "low"), hand({"together": ["a", "b"]}, "supports", "high"))
    assert discussed(result)[5:] == [
        "Both, but with other choices",
        "  - u",
        "    - A: O (cause: the whole programme)",
        "    - B: O (cause: several nodes together)",
        "  - t → u",
        "    - A: A → O (finding: mixed; certainty of the finding: low)",
        "    - B: A → O (finding: supports; certainty of the finding: high)",
    ]

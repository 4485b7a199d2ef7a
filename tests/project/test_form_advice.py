"""What to do about a field that does not fit: the choices where they are few, and another way to say it where there is one."""

from __future__ import annotations

import pytest

from virkningskjede.analysis.claims.claims_file import ClaimsFile
from virkningskjede.diagnostics import Diagnostic
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.project import build, read_model
from virkningskjede.yamlfile import parse

MODEL = "virkningskjede: 1\nkind: pilot\nid: x\n"
CLAIMS = "virkningskjede: 1\nkind: claims\nid: x\ntitle: T\nsource: s\nclaims:\n"


def of_model(text: str) -> list[Diagnostic]:
    return list(read_model(parse(text.encode(), "x.yaml")).diagnostics)


def of_claims(text: str) -> list[Diagnostic]:
    yaml_file = parse((CLAIMS + text).encode(), "x.yaml")
    assert yaml_file.values is not None
    return yaml_file.locate(build(ClaimsFile, yaml_file.values)[1])


def shown(diagnostic: Diagnostic) -> tuple[str, int, int, str]:
    assert diagnostic.place is not None
    return diagnostic.code, diagnostic.place.line, diagnostic.place.column, diagnostic.tip("en")


UNITS = "minute, hour, day, half_day, time, week, month, quarter, half_year, year, percent, fte, piece, person, NOK"
KINDS = "pilot, template, programme, vocabulary, references, criteria, claims, assessments, comparison, segments"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kind: pilot\nid: x\n", ("VK102", 1, 1, "Write `virkningskjede: 1` on the first line.")),
        ("virkningskjede: 1\nid: x\n", ("VK102", 1, 1, f"Add `kind:` with one of these: {KINDS}.")),
        (
            MODEL + "outcomes:\n  o: {label: O}\n",
            ("VK102", 5, 3, "Add `level:` with one of these: service, partner, user, society."),
        ),
        (MODEL + "outcomes:\n  o: {level: user}\n", ("VK102", 5, 3, "Add it.")),
        (
            MODEL + "results:\n  r: {value: 5, unit: m²}\n",
            (
                "VK106",
                5,
                23,
                f"Choose one of these: {UNITS}, a currency, or the id of a unit from `units` in the codebook. Or leave out `unit` here, "
                "and write `unit: m²` on the indicator that the result refers to.",
            ),
        ),
        (
            MODEL + "dose: {money: {max: 5, unit: Kr}}\n",
            ("VK106", 4, 30, "Write the currency by its code in ISO 4217, such as `NOK`, `EUR` or `USD`."),
        ),
        (MODEL + "dose: {count: 12}\n", ("VK103", 4, 15, "Write the number under `value`: `count: {value: 12, unit: piece}`.")),
        (
            MODEL + "target_group:\n  t:\n    age: 18\n",
            ("VK103", 6, 10, "Write the number under `value`: `age: {value: 18, unit: year}`."),
        ),
        (
            MODEL + "activities:\n  a:\n    label: A\n  status: planned\n",
            (
                "VK103",
                7,
                11,
                "If `status` belongs to the entry above, put as many spaces in front as on the other lines of that entry. "
                "If it is an id, write keys with values below it.",
            ),
        ),
        (
            MODEL + "activities:\n  kafe: Kafé\n",
            ("VK103", 5, 9, "Write keys with values in braces, for instance like this: kafe: {label: Kafé}"),
        ),
    ],
)
def test_of_a_model(text: str, expected: tuple[str, int, int, str]) -> None:
    (diagnostic,) = of_model(text)
    assert shown(diagnostic) == expected
    assert diagnostic.tip("nb") != diagnostic.tip("en")


ONE = "Write {} right after `{}:`, with no brackets around it."


@pytest.mark.parametrize(
    ("text", "says", "advice"),
    [
        ("as_of: {a: b}", "Expected a date here, but found keys with values", ONE.format("a date", "as_of")),
        ("virkningskjede: [1]", "Expected a number here, but found a list", ONE.format("a number", "virkningskjede")),
        (
            "activities: {a: {label: A, status: [planned, started]}}",
            "Expected one word here, but found a list",
            "Write one of these right after `status:`, with no brackets around it: "
            "needed, considered, planned, started, in_use, completed, dropped, not_part.",
        ),
        (
            "dose: {count: {value: 1, unit: [kg]}}",
            "Expected one word here, but found a list",
            "Write one of these right after `unit:`, with no brackets around it: piece, person.",
        ),
        (
            "activities: {a: {label: A, required: [a]}}",
            "Expected true or false here, but found a list",
            ONE.format("true or false", "required"),
        ),
        ("results: {r: {label: R, value: {a: b}}}", "Expected a number here, but found keys with values", ONE.format("a number", "value")),
        ("results: {r: {label: R, value: 1, n: [1]}}", "Expected a whole number here, but found a list", ONE.format("a whole number", "n")),
        (
            "dose: [1, 2]",
            "Expected keys with values here, but found a list",
            of_model(MODEL + "dose: 2 timer i uken\n")[0].tip("en"),
        ),
        (
            "activities: [Kurs]",
            "Expected keys with values here, but found a list",
            "Give each entry an id in place of the dash, on a line of its own with spaces in front. "
            "The first can for instance be: kurs: {label: Kurs}",
        ),
    ],
)
def test_where_one_thing_is_wanted_nothing_of_python_is_shown(text: str, says: str, advice: str) -> None:
    head = MODEL.replace("virkningskjede: 1\n", "") if text.startswith("virkningskjede") else MODEL
    (diagnostic,) = of_model(f"{head}{text}\n")
    assert (diagnostic.code, diagnostic.message("en")) == ("VK103", says)
    assert diagnostic.tip("en") == advice
    assert diagnostic.tip("nb") != diagnostic.tip("en")


READING = "  a: {{statement: S, silence: no, reading: {}}}\n"


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        (
            "{values: {over: {only: [m]}, of: {whole: count}, are: {m: 12}}}",
            ("VK103", 7, 101, "Write the number under `value`: `m: {value: 12}`."),
        ),
        (
            "{count: {over: {only: [m]}, where: {node: {term: b}}, is: both}}",
            ("VK106", 7, 101, "Write a number, bounds such as `{min: 2, max: 4}` or `{above: 5}`, or one of these: all, none, most."),
        ),
        (
            "{count: {over: {only: [m]}, where: {whole: {dose: {money: {min: 5, unit: Kr}}}}, is: 2}}",
            ("VK106", 7, 116, "Write the currency by its code in ISO 4217, such as `NOK`, `EUR` or `USD`."),
        ),
    ],
)
def test_of_claims(reading: str, expected: tuple[str, int, int, str]) -> None:
    (diagnostic,) = of_claims(READING.format(reading))
    assert shown(diagnostic) == expected


def test_silence_has_choices() -> None:
    (diagnostic,) = of_claims("  a: {statement: S, reading: {count: {over: {only: [m]}, where: {node: {term: b}}, is: 2}}}\n")
    assert shown(diagnostic) == ("VK102", 7, 3, "Add `silence:` with one of these: no, unknown.")


def test_what_is_under_a_key_that_is_no_id_is_not_looked_for_where_the_key_stands() -> None:
    diagnostics = of_model(MODEL + "activities:\n  a:\n    label: A\n  leads_to:\n    to: b\n  b: {label: B}\n")
    assert [(diagnostic.code, diagnostic.place and diagnostic.place.line) for diagnostic in diagnostics] == [
        ("VK107", 7),
        ("VK102", 7),
        ("VK101", 8),
    ]
    assert diagnostics[0].tip("en").startswith("If `leads_to` belongs to the entry above, put as many spaces in front")


DOSE = "What was planned and reached stands in a dose: "
ON_INDICATOR = "Baseline and targets stand on an indicator, "


@pytest.mark.parametrize(
    ("text", "guess", "tip"),
    [
        ("activities: {a: {label: A, dose: {count: {plannd: {value: 3}}}}}", "planned", "These can stand here: "),
        ("activities: {a: {label: A, dose: {count: {planlagt: {value: 3}}}}}", "planned", "These can stand here: "),
        ("activities: {a: {label: A, dose: {count: {oppnådd: {value: 3}}}}}", "reached", "These can stand here: "),
        ("activities: {a: {label: A, planned: {value: 3}}}", "", DOSE),
        ("activities: {a: {label: A, dose: {reached: {value: 3}}}}", "", DOSE),
        ("activities: {a: {label: A, target: 3}}", "", ON_INDICATOR),
        ("outcomes: {a: {label: A, level: user, baseline: {value: 3}}}", "", ON_INDICATOR),
        ("results: {a: {label: A, value: 2, target: 3}}", "", ON_INDICATOR),
        ("indicators: {a: {label: A, target: {value: 3}}}", "targets", "These can stand here: "),
        ("indicators: {a: {label: A, mål: {value: 3}}}", "targets", "These can stand here: "),
        ("indicators: {a: {label: A, goal: {value: 3}}}", "targets", "These can stand here: "),
        ("indicators: {a: {label: A, utgangspunkt: {value: 3}}}", "baseline", "These can stand here: "),
        ("activities: {a: {label: A, sted: park}}", "place", "These can stand here: "),
    ],
)
def test_a_key_that_is_nearly_right_or_stands_elsewhere(text: str, guess: str, tip: str) -> None:
    (diagnostic,) = (diagnostic for diagnostic in of_model(f"{MODEL}{text}\n") if diagnostic.code == "VK101")
    assert diagnostic.message("en").endswith(f"; did you mean `{guess}`?") if guess else "did you mean" not in diagnostic.message("en")
    assert diagnostic.tip("en").startswith(tip)


def test_targets_are_shown_how_they_are_written() -> None:
    (diagnostic,) = of_model(f"{MODEL}indicators: {{a: {{label: A, targets: 80}}}}\n")
    assert shown(diagnostic)[3] == "Write each target by itself, as in `targets: [{min: 80, date: 2025}]`."


@pytest.mark.parametrize("given", ["[x]", "x"])
def test_the_keys_of_a_part_are_named_where_something_else_stands(given: str) -> None:
    (finding,) = of_claims(
        f"  k: {{statement: K, checked: {{reason: R, statement: S}}}}\nrecommendations:\n  r: {{statement: S, about: {given}}}\n"
    )[-1:]
    assert (finding.code, finding.path) == ("VK103", ("recommendations", "r", "about"))
    advice = "Write keys with values below `about`, one on each line and indented; these can stand here: models, terms, nodes."
    assert finding.tip("en") == advice


def test_a_list_where_a_text_in_two_languages_is_wanted_is_told_how_to_write_it() -> None:
    yaml_file = parse(b"virkningskjede: 1\nkind: vocabulary\nterms:\n  a: {label: [], stage: activities}\n", "v.yaml")
    assert yaml_file.values is not None
    (refused,) = yaml_file.locate(build(Vocabulary, yaml_file.values)[1])
    assert shown(refused) == ("VK103", 4, 7, "Write one text after `label:`, with no brackets around it.")

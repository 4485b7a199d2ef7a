"""A report's own verdicts as data: every sentence of its theoretical test is accounted for, and nothing unknown is spoken of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from virkningskjede.analysis.criteria import Assessment, Assessments, available_assessments, load_assessments, read_assessments
from virkningskjede.diagnostics import BrokenSet, Diagnostic
from virkningskjede.errors import UsageError
from virkningskjede.model.values import Frozen, sentences
from virkningskjede.project import ALONE, Project, corpus, open_project
from virkningskjede.validation import validate_paths
from virkningskjede.yamlfile import parse

NAMED = {
    "motivert-ringsaker": ("ringsaker", "motivert-bruker"),
    "motivert-nesodden": ("nesodden", "motivert-bruker"),
    "formalisert-bjerke": ("bjerke", "formalisert"),
    "formalisert-fredrikstad": ("fredrikstad", "formalisert"),
    "formalisert-tromso": ("tromso", "formalisert"),
    "lav-terskel-nesodden": ("nesodden", "lav-terskel"),
    "kompetanse-nesodden": ("nesodden", "kompetanseoverforing"),
    "kompetanse-tromso": ("tromso", "kompetanseoverforing"),
    "kontaktflater-nesodden": ("nesodden", "brede-kontaktflater"),
    "direkte-ha": ("ha", "direkte-medvirkning"),
    "direkte-ringsaker": ("ringsaker", "direkte-medvirkning"),
    "hjemmeoppgaver-ringsaker": ("ringsaker", "hjemmeoppgaver"),
    "gruppeterapi-kristiansand": ("kristiansand", "gruppeterapi"),
}
"""Every place of 2.3.1 to 2.3.5 where the report names a pilot and judges it."""


@pytest.fixture(scope="module")
def shared() -> Project:
    return open_project(corpus())


@pytest.fixture(scope="module")
def report(shared: Project) -> Assessments:
    return load_assessments("statusrapport", shared)


def test_every_place_where_the_report_names_a_pilot(report: Assessments) -> None:
    single = {
        name: (assessment.model[0], assessment.criterion) for name, assessment in report.assessments.items() if len(assessment.model) == 1
    }
    assert single == NAMED
    assert all(assessment.verdict == "met" for name, assessment in report.assessments.items() if name in NAMED)


def test_every_sentence_of_the_theoretical_test_is_a_judgement_or_set_aside(report: Assessments, shared: Project) -> None:
    there = {
        f"statusrapport#{section}:{number}"
        for section, numbers in shared.segments["statusrapport"].sections.items()
        if section.startswith("2.3.")
        for number in range(1, len(numbers.sentences) + 1)
    }
    judged_sentences = {sentence for assessment in report.assessments.values() for sentence in sentences(assessment.at, report.source)}
    aside = Counter(sentence for text in report.set_aside for sentence in sentences((text,), report.source))
    assert judged_sentences | set(aside) == there
    assert judged_sentences & set(aside) == set()
    assert set(aside.values()) == {1}


def test_the_report_judges_no_model_twice_by_one_criterion(report: Assessments) -> None:
    judged = Counter(
        (assessment.criteria, assessment.criterion, model) for assessment in report.assessments.values() for model in assessment.model
    )
    assert set(judged.values()) == {1}


def test_every_judgement_has_a_note_in_both_languages(report: Assessments) -> None:
    for assessment in report.assessments.values():
        assert assessment.note is not None
        assert assessment.note.nb != assessment.note.en


def test_other_readings_are_possible_verdicts(report: Assessments) -> None:
    assert report.assessments["gruppeterapi-kristiansand"].possible == {"met", "partly"}
    assert report.assessments["direkte-ha"].possible == {"met"}


GOOD = """\
virkningskjede: 1
kind: assessments
id: prove
title: {nb: Prøve, en: Trial}
source: statusrapport
assessments:
  en: {at: "2.3.4:8-10", criteria: brukermedvirkning, criterion: direkte-medvirkning, model: [ha, nesodden], verdict: met}
set_aside:
  "2.3.4:1-3": discussion
"""


def breaches(text: str, shared: Project) -> Iterator[tuple[str, int, int]]:
    yaml_file = parse(text.encode(), "prove.yaml")
    _, wrong = read_assessments(yaml_file, shared)
    located: tuple[Diagnostic, ...] = (*yaml_file.diagnostics, *yaml_file.locate(wrong))
    for diagnostic in located:
        assert diagnostic.place is not None
        yield diagnostic.code, diagnostic.place.line, diagnostic.place.column


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("kind: assessments", "kind: criteria", [("VK113", 2, 7)]),
        ("id: prove", "id: proven", [("VK127", 3, 5)]),
        ("source: statusrapport", "source: statusraport", [("VK308", 5, 9)]),
        ("brukermedvirkning", "brukermedvirking", [("VK131", 7, 36)]),
        ("direkte-medvirkning", "medvirkning", [("VK132", 7, 66)]),
        ("nesodden", "nesoden", [("VK133", 7, 99)]),
        ("2.3.4:8-10", "2.3.9:8-10", [("VK309", 7, 12)]),
        ("2.3.4:8-10", "2.3.4:8-16", [("VK310", 7, 12)]),
        ("2.3.4:8-10", "2.3.4:10-8", [("VK405", 7, 12)]),
        ("2.3.4:1-3", "2.3.4:1-30", [("VK310", 9, 3)]),
        ("verdict: met", "verdict: ja", [("VK106", 7, 119)]),
        (", verdict: met", "", [("VK102", 7, 3)]),
        ("verdict: met", "verdict: met, or: kanskje", [("VK106", 7, 128)]),
        ("discussion", "kjedelig", [("VK106", 9, 16)]),
    ],
)
def test_what_is_unknown_is_refused_at_its_place(old: str, new: str, expected: list[tuple[str, int, int]], shared: Project) -> None:
    assert list(breaches(GOOD.replace(old, new, 1), shared)) == expected


def test_a_likely_name_is_suggested(shared: Project) -> None:
    yaml_file = parse(GOOD.replace("nesodden", "nesoden").encode(), "prove.yaml")
    (wrong,) = read_assessments(yaml_file, shared)[1]
    assert wrong.message("en") == "There is no model `nesoden`; did you mean `nesodden`?"


def test_without_a_root_only_the_form_is_asked() -> None:
    assert list(breaches(GOOD.replace("nesodden", "ukjent").replace("2.3.4", "9.9"), ALONE)) == []


def test_a_set_with_faults_of_its_own_is_not_blamed_on_the_assessments(tmp_path: Path) -> None:
    (tmp_path / "vocabulary.yaml").write_text("virkningskjede: 1\nkind: vocabulary\n")
    for folder in ("criteria", "pilots"):
        (tmp_path / folder).mkdir()
    (tmp_path / "criteria" / "brukermedvirkning.yaml").write_text("virkningskjede: 1\nkind: criteria\n")
    for model in ("ha", "nesodden"):
        (tmp_path / "pilots" / f"{model}.yaml").write_text(f"virkningskjede: 1\nkind: pilot\nid: {model}\n")
    assert list(breaches(GOOD, open_project(tmp_path))) == []


def test_validate_knows_the_kind(tmp_path: Path, shared: Project) -> None:
    assert shared.root is not None
    path = tmp_path / "prove.yaml"
    path.write_text(GOOD.replace("nesodden", "nesoden"), "utf-8")
    codes = [
        (diagnostic.code, diagnostic.place.line if diagnostic.place else None)
        for diagnostic in validate_paths([path], root=shared.root).diagnostics
    ]
    assert codes == [("VK133", 7)]
    assert validate_paths([shared.root / "assessments"]).diagnostics == ()


def test_assessments_are_found_by_name_and_by_file(tmp_path: Path, shared: Project) -> None:
    assert available_assessments(shared) == ("statusrapport",)
    assert available_assessments(ALONE) == ()
    path = tmp_path / "prove.yaml"
    path.write_text(GOOD, "utf-8")
    assert list(load_assessments(str(path), shared).assessments) == ["en"]
    assert load_assessments(path, shared) == load_assessments(str(path), shared)
    with pytest.raises(
        UsageError, match=r"^there are no assessments called rapport; there are: statusrapport; did you mean `statusrapport`\?$"
    ):
        load_assessments("rapport", shared)


def test_installed_assessments_are_read_with_installed_models_under_another_root(tmp_path: Path) -> None:
    (tmp_path / "vocabulary.yaml").write_text("virkningskjede: 1\nkind: vocabulary\n")
    assert load_assessments("corpus:statusrapport", open_project(tmp_path)).id == "statusrapport"
    with pytest.raises(UsageError, match=r"only in the collection that comes with the program: write corpus:statusrapport$"):
        load_assessments("statusrapport", open_project(tmp_path))


def test_a_broken_file_is_refused_with_its_line(tmp_path: Path, shared: Project) -> None:
    path = tmp_path / "prove.yaml"
    path.write_text(GOOD.replace("verdict", "dom"), "utf-8")
    with pytest.raises(BrokenSet) as broken:
        load_assessments(path, shared)
    assert [(found.code, found.place and found.place.line) for found in broken.value.diagnostics] == [
        ("VK102", 7),
        ("VK101", 7),
    ]


def test_a_file_that_is_not_there_is_refused(tmp_path: Path, shared: Project) -> None:
    with pytest.raises(BrokenSet) as missing:
        load_assessments(tmp_path / "ingen.yaml", shared)
    assert [diagnostic.code for diagnostic in missing.value.diagnostics] == ["VK012"]


@pytest.mark.parametrize("page", ["criteria", "kriteriesett"])
@pytest.mark.parametrize("kind", [Assessments, Assessment])
def test_the_pages_tell_of_every_key(page: str, kind: type[Frozen]) -> None:
    path = Path(__file__).parents[3] / "docs" / f"{page}.md"
    table = path.read_text("utf-8").partition(f"<!-- keys: {kind.__name__} -->\n")[2].partition("\n\n")[0]
    rows = [line.split("|")[1:4] for line in table.splitlines()[2:]]
    assert [row[0].strip(" `") for row in rows] == [field.alias or name for name, field in kind.model_fields.items()]
    required = {field.alias or name for name, field in kind.model_fields.items() if field.is_required()} | {"virkningskjede", "kind"}
    keys = {row[0].strip(" `") for row in rows if "Required." in row[1] or "Kreves." in row[1]}
    assert keys == (required if kind is Assessments else required - {"virkningskjede", "kind"})

"""Comparisons: where they are found, and that they name what there is."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from virkningskjede.analysis.compare import available_comparisons, compare, load_comparison, read_comparison, unknown_names
from virkningskjede.diagnostics import BrokenSet, path_text
from virkningskjede.errors import UsageError
from virkningskjede.model.codebook import Comparison, Vocabulary
from virkningskjede.project import ALONE, Portfolio, open_project
from virkningskjede.yamlfile import parse

HEAD = "virkningskjede: 1\nkind: comparison\nid: egen\ntitle: {nb: E, en: E}\nstages: [activities]\n"
VOCABULARY = "virkningskjede: 1\nkind: vocabulary\nterms:\n  kurs: {label: {nb: K, en: K}, stage: activities}\n"
INSTALLED = ("aktorer", "hemmere", "maalgruppe", "omfang", "rekruttering", "tiltak", "virkninger")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "comparisons").mkdir()
    (tmp_path / "vocabulary.yaml").write_text(VOCABULARY, encoding="utf-8")
    return tmp_path


def write(root: Path, columns: str) -> Path:
    path = root / "comparisons" / "egen.yaml"
    path.write_text(f"{HEAD}columns:\n{columns}", encoding="utf-8")
    return path


def test_the_roots_own_are_offered_and_the_installed_ones_are_not(root: Path, portfolio: Portfolio) -> None:
    write(root, "  k: {label: {nb: K, en: K}, counts: [kurs]}\n")
    shared = open_project(root)
    assert available_comparisons(shared) == ("egen",)
    assert load_comparison("egen", shared).columns["k"].counts == ("kurs",)
    assert available_comparisons(ALONE) == ()
    assert available_comparisons(portfolio.project) == INSTALLED


def test_an_unknown_name_tells_which_there_are(root: Path, portfolio: Portfolio) -> None:
    write(root, "  k: {label: {nb: K, en: K}, counts: [kurs]}\n")
    with pytest.raises(UsageError, match=r"^there is no comparison eget; there are: egen; did you mean `egen`\?$"):
        load_comparison("eget", open_project(root))
    with pytest.raises(UsageError, match=rf"^there is no comparison tltak; there are: {', '.join(INSTALLED)}; did you mean `tiltak`\?$"):
        load_comparison("tltak", portfolio.project)
    with pytest.raises(UsageError, match=r"^there is no comparison tems; there are: terms, egen; did you mean `terms`\?$"):
        load_comparison("tems", open_project(root), ["terms"])


def test_an_installed_one_is_not_found_until_it_is_named_as_one(root: Path, portfolio: Portfolio) -> None:
    with pytest.raises(UsageError, match=r"^tiltak is not in the project, only in the .*: write corpus:tiltak$"):
        load_comparison("tiltak", open_project(root))
    assert load_comparison("corpus:tiltak", ALONE) == load_comparison("tiltak", portfolio.project)


def test_an_installed_one_that_the_root_has_no_words_for_is_refused_in_one_sentence(root: Path) -> None:
    with pytest.raises(UsageError) as caught:
        load_comparison("corpus:tiltak", open_project(root))
    names = "samlokalisering, felles-moter, oppstartsmote …"
    assert str(caught.value) == f"corpus:tiltak does not fit the codebook here: 16 of the names in it do not exist ({names})"


def test_a_broken_one_of_the_roots_own_is_not_passed_over(root: Path) -> None:
    path = write(root, "  k: {labels: {nb: K, en: K}}\n").rename(root / "comparisons" / "tiltak.yaml")
    with pytest.raises(BrokenSet) as problem:
        load_comparison("tiltak", open_project(root))
    assert [diagnostic.code for diagnostic in problem.value.diagnostics] == ["VK101", "VK127"]
    assert all((diagnostic.file or "").endswith(path.name) and diagnostic.place for diagnostic in problem.value.diagnostics)


def test_a_comparison_from_a_file_that_lies_anywhere(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    column = "  k: {label: {nb: K, en: K}, counts: [kurs]}\n"
    path = write(root, column).rename(tmp_path_factory.mktemp("annet") / "egen.yaml")
    assert load_comparison(str(path), open_project(root)).id == "egen"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (HEAD, ["VK102"]),
        (HEAD.replace("comparison", "pilot"), ["VK113"]),
        (HEAD.replace("kind: comparison\n", "") + "columns: {}\n", ["VK102", "VK113"]),
        (HEAD + "columns: {a: &x {}}\n", ["VK006", "VK102"]),
        (HEAD + "columns: {k: {label: {nb: K, en: K}, counts: [kors]}}\n", ["VK125"]),
        (HEAD.replace("id: egen", "id: annen") + "columns: {k: {label: {nb: K, en: K}, counts: [kurs]}}\n", ["VK127"]),
        (None, ["VK012"]),
    ],
)
def test_a_file_that_is_no_comparison_is_refused(root: Path, text: str | None, codes: list[str]) -> None:
    path = root / "egen.yaml"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(BrokenSet) as problem:
        load_comparison(str(path), open_project(root))
    assert [diagnostic.code for diagnostic in problem.value.diagnostics] == codes


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("source: statusrapport", "source: statusraport", [("VK308", 6)]),
        ("4.1.3:7", "2.3.3:999", [("VK310", 7)]),
        ("4.1.3:7", "ukjent#4.1.3:7", [("VK308", 7)]),
        ("4.1.3:9", "4.9.3:9", [("VK309", 9)]),
    ],
)
def test_places_that_there_are_not_are_told_of_at_their_lines(
    old: str, new: str, expected: list[tuple[str, int]], portfolio: Portfolio
) -> None:
    columns = "columns: {k: {label: {nb: K, en: K}, shows: age}}"
    text = f'{HEAD}source: statusrapport\nat: 4.1.3:7\n{columns}\nset_aside: {{"4.1.3:9": discussion}}\n'
    yaml_file = parse(text.replace(old, new, 1).encode(), "egen.yaml")
    located = yaml_file.locate(read_comparison(yaml_file, portfolio.project)[1])
    assert [(diagnostic.code, diagnostic.place.line) for diagnostic in located if diagnostic.place] == expected


def test_unknown_names_stand_at_their_paths() -> None:
    text = {"nb": "x", "en": "x"}
    column = {"label": text, "counts": ["kurs", "kors"], "debatable": ["a"], "traits": ["b"], "actors": ["c"]}
    comparison = Comparison.model_validate({"id": "t", "title": text, "stages": ["activities"], "columns": {"k": column}})
    vocabulary = Vocabulary.model_validate({"terms": {"kurs": {"label": text, "stage": "activities"}}})
    diagnostics = list(unknown_names(comparison, vocabulary))
    assert {diagnostic.code for diagnostic in diagnostics} == {"VK125"}
    assert [path_text(diagnostic.path) for diagnostic in diagnostics] == [
        "columns.k.counts.1",
        "columns.k.debatable.0",
        "columns.k.traits.0",
        "columns.k.actors.0",
    ]
    assert "kurs" in diagnostics[0].message("nb")


def test_the_corpus_has_the_ten_measures_of_the_report(portfolio: Portfolio) -> None:
    assert tuple(load_comparison("tiltak", portfolio.project).columns) == (
        "samlokalisering",
        "felles-moter",
        "kurs",
        "brobygger",
        "opplaering-kunnskapsdeling",
        "informering-utad",
        "felles-samtaleverktoy-rutiner",
        "selvhjelpsverktoy-bruker",
        "ansette-kognitiv-terapeut",
        "involvering-arbeidsgiver",
    )


def test_columns_of_the_corpus_have_names_of_their_own(portfolio: Portfolio) -> None:
    """Conditions ask for a column by its name alone."""
    names = Counter(name for comparison in portfolio.project.comparisons.values() for name in comparison.columns)
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("name", INSTALLED)
def test_every_column_of_the_corpus_is_filled_by_some_model(name: str, portfolio: Portfolio) -> None:
    matrix = compare(portfolio, load_comparison(name, portfolio.project), portfolio.project)
    assert [column for column in matrix.columns if not any(filled == column for _, filled in matrix.cells)] == []

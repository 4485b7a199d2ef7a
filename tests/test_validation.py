"""Everything that is wrong is told in one run, once, and nothing that only follows from something else that is wrong."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from virkningskjede.diagnostics import Diagnostic
from virkningskjede.project import kind_of, load_model, open_project
from virkningskjede.validation import READERS, RuleSelection, Validation, validate_models, validate_paths
from virkningskjede.validation.job import RESTED_ON
from virkningskjede.yamlfile import YamlFile, read, yaml_file

HEAD = "virkningskjede: 1\nkind: pilot\nid: hage\ntarget_group: {g: {label: Alle}}\n"

VOCABULARY = """\
virkningskjede: 1
kind: vocabulary
terms:
  dyrking: {label: {nb: Dyrking, en: Growing}, stage: activity}
  hoest: {label: {nb: Høst, en: Harvest}, stage: outcome}
actors:
  gartner: {label: {nb: Gartner, en: Gardener}}
"""

REFERENCES = """\
virkningskjede: 1
kind: references
references:
  grove-2019: {type: report, title: Grow}
  lund-2021: {type: report, title: Harvest}
"""

TEMPLATE = """\
virkningskjede: 1
kind: template
id: felleshage
target_group: {g: {label: Naboer}}
activities:
  grave: {label: Grave, term: dyrking, required: true, leads_to: [mat]}
outcomes:
  mat: {label: Mat, level: user}
"""


def placed(validation: Validation | list[Diagnostic], *, notes: bool = False) -> list[tuple[str, str, int]]:
    several = validation.diagnostics if isinstance(validation, Validation) else validation
    return [
        (Path(diagnostic.file or "").name, diagnostic.code, diagnostic.place.line if diagnostic.place else 0)
        for diagnostic in several
        if notes or diagnostic.severity != "info"
    ]


def check(folder: Path, text: str) -> list[tuple[str, int]]:
    """What is said of one file, without notes."""
    file = folder / "hage.yaml"
    file.write_text(HEAD + text, "utf-8")
    return [(code, line) for _, code, line in placed(validate_paths([file]))]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in (("vocabulary", VOCABULARY), ("references", REFERENCES), ("templates/felleshage", TEMPLATE)):
        file = tmp_path / f"{name}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    (tmp_path / "pilots").mkdir()
    return tmp_path


def pilot(root: Path, name: str, body: str, follows: str = "felleshage") -> Path:
    file = root / "pilots" / f"{name}.yaml"
    file.write_text(f"virkningskjede: 1\nkind: pilot\nid: {name}\nfollows: {follows}\n{body}", "utf-8")
    return file


CHAIN = (
    "activities:\n  grave: {label: Grave, term: dyrking, who: [gartner], leads_to: [{to: mat, because: Jord}]}\n"
    "outcomes:\n  mat: {label: Mat, term: hoest, level: user}\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # An unknown key, an unknown id and a repeated arrow are three mistakes.
        (
            "activities:\n  a: {label: A, statu: planned, leads_to: [b]}\n  c: {label: C, leads_to: [zzz]}\n"
            "  d: {label: D, leads_to: [b, b]}\noutcomes:\n  b: {label: B, level: user}\n",
            [("VK101", 6), ("VK301", 7), ("VK203", 8)],
        ),
        # A warning elsewhere is told beside an error.
        (
            "activities:\n  a: {label: A, status: plannd, leads_to: [o]}\noutputs:\n  o: {label: O}\n"
            "outcomes:\n  b: {label: B, level: user, cause: whole}\n",
            [("VK106", 6), ("VK207", 8)],
        ),
        # A node keeps its name whatever is refused of it.
        ("activities:\n  a: {label: [x], leads_to: [b]}\noutcomes:\n  b: {label: B, level: usr}\n", [("VK103", 6), ("VK106", 8)]),
        ("activities:\n  a: {label: A, leads_to: [b]}\noutcomes:\n  b: tekst\n", [("VK103", 8)]),
        ("activities:\n  a: {label: A, leads_to: [b]}\noutcomes:\n  b: {lable: B, level: user}\n", [("VK101", 8)]),
        # So does a section under a misspelt key, or of the wrong form.
        ("activities:\n  a: {label: A, leads_to: [b]}\noutcms:\n  b: {label: B, level: user}\n", [("VK101", 7)]),
        ("activities:\n  a: {label: A, leads_to: [b]}\nvirkninger:\n  b: {label: B, level: user}\n", [("VK101", 7)]),
        ("activities:\n  a: {label: A, leads_to: [b]}\noutcomes:\n  - {id: b, label: B, level: user}\n", [("VK103", 7)]),
        # What is refused may have been what is missing: the mechanism, the arrow, the place, the outcome.
        ("activities:\n  a: {label: A, leads_to: [{to: b, becuse: X}]}\noutcomes:\n  b: {label: B, level: user}\n", [("VK101", 6)]),
        (
            "activities:\n  a: {label: A, leads_to: b c}\noutputs:\n  o: {label: O, leads_to: [b]}\noutcomes:\n"
            "  b: {label: B, level: user}\n  c: {label: C, level: user, leads_to: [b]}\n",
            [("VK107", 6)],
        ),
        (
            "activities:\n  a: {label: A, leads_to: [b]}\n  a: {label: A2, leads_to: [c]}\noutcomes:\n  b: {label: B, level: user}\n",
            [("VK005", 7)],
        ),
        (
            "inputs:\n  i: {label: I, leads_to: [a]}\nactivities:\n  a: {label: A, dose: {period: {value: x, unit: week}}, leads_to: [b]}\n"
            "outcomes:\n  b: {label: B, level: user}\n",
            [("VK104", 8)],
        ),
        # What is written and empty, and another reading that says the same, are told of whatever else is refused.
        (
            "activities:\n  a: {label: A, statu: x, leads_to: [b]}\n  c: {label: C, when: [], leads_to: [b]}\n"
            "  d: {label: D, status: planned, or: [{status: planned}], leads_to: [b]}\noutcomes:\n  b: {label: B, level: user}\n",
            [("VK101", 6), ("VK806", 7), ("VK902", 8)],
        ),
        # An acceptance of what was lost is not idle; of anything else it is.
        (
            "activities:\n  a: {label: A, accept: {VK211: G}, leads_to: [{to: b, because: [x]}]}\n"
            "outcomes:\n  b: {label: B, level: user}\n",
            [("VK103", 6)],
        ),
        (
            "activities:\n  a: {label: A, statu: x, leads_to: [b]}\n  c: {label: C, accept: {VK601: G}, leads_to: [b]}\n"
            "outcomes:\n  b: {label: B, level: user}\n",
            [("VK101", 6), ("VK901", 7)],
        ),
    ],
)
def test_an_error_leaves_out_only_what_asks_for_it(tmp_path: Path, text: str, expected: list[tuple[str, int]]) -> None:
    assert sorted(check(tmp_path, text)) == sorted(expected)


def test_what_stands_after_a_refused_item_of_a_list_keeps_its_place(root: Path) -> None:
    body = "activities:\n  grave:\n    label: Grave\n    who:\n      - Gartner\n      - gartner\n      - ukjent\n    leads_to: [mat]\n"
    file = pilot(root, "hage", body + "outcomes:\n  mat: {label: Mat, level: user}\n")
    assert placed(validate_paths([file])) == [("hage.yaml", "VK107", 9), ("hage.yaml", "VK303", 11)]


def test_what_an_arrow_to_nowhere_rests_on_is_held_against_the_references(root: Path) -> None:
    body = "activities:\n  grave: {label: Grave, leads_to: [{to: ingen, evidence: [{refs: [ukjent], finding: supports}]}, mat]}\n"
    file = pilot(root, "hage", body + "outcomes:\n  mat: {label: Mat, level: user}\n")
    assert sorted(code for _, code, _ in placed(validate_paths([file]))) == ["VK301", "VK306"]


@pytest.mark.parametrize("broken", ["vocabulary", "references", "templates/felleshage"])
@pytest.mark.parametrize("mistake", ["a: [\n", "krydder: 1\n"])
def test_a_broken_shared_file_is_one_error_at_its_cause(root: Path, broken: str, mistake: str) -> None:
    evidence = CHAIN.replace("because: Jord", "because: Jord, evidence: [{refs: [grove-2019], finding: supports}]")
    for name in ("ask", "bjerk", "gran"):
        pilot(root, name, evidence)
    file = root / f"{broken}.yaml"
    file.write_text(file.read_text("utf-8") + mistake, "utf-8")
    messages = placed(validate_paths([root]))
    assert [(name, code) for name, code, _ in messages] == [(file.name, "VK002" if "[" in mistake else "VK101")]


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("vocabulary.yaml", "stage: activity", "stage: aktivitet", "VK106"),
        ("vocabulary.yaml", "stage: activity", "stge: activity", "VK101"),
        ("vocabulary.yaml", "terms:", "termz:", "VK101"),
        ("references.yaml", "{type: report, title: Grow}", "Grow", "VK103"),
        ("references.yaml", "references:\n", "referenses:\n", "VK101"),
        ("templates/felleshage.yaml", "label: Grave", "labl: Grave", "VK101"),
        ("templates/felleshage.yaml", "id: felleshage", "idd: felleshage", "VK101"),
        ("templates/felleshage.yaml", "target_group: {g: {label: Naboer}}", "targetgroup: {g: {label: Naboer}}", "VK101"),
    ],
)
def test_an_error_in_one_entry_leaves_the_others_known(root: Path, file: str, old: str, new: str, code: str) -> None:
    evidence = CHAIN.replace("because: Jord", "because: Jord, evidence: [{refs: [grove-2019], finding: supports}]")
    pilot(root, "ask", evidence)
    path = root / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    assert [(name, shown) for name, shown, _ in placed(validate_paths([root]))] == [(path.name, code)]


def test_a_model_that_is_there_but_broken_is_there(root: Path) -> None:
    (root / "claims").mkdir()
    (root / "claims" / "rapport.yaml").write_text(
        "virkningskjede: 1\nkind: claims\nid: rapport\ntitle: {nb: R, en: R}\n"
        "groups:\n  alle: {only: [ask, bjerk, gran]}\n"
        "claims:\n  k: {statement: {nb: S, en: S}, silence: 'no', "
        "reading: {these: {over: alle, are: [ask], where: {node: {term: dyrking}}}}}\n",
        "utf-8",
    )
    pilot(root, "ask", CHAIN + "x: [\n")
    pilot(root, "bjerk", CHAIN.replace("label: Grave", "labl: Grave"))
    messages = placed(validate_paths([root]))
    assert sorted(messages) == [("ask.yaml", "VK002", 9), ("bjerk.yaml", "VK101", 6), ("rapport.yaml", "VK141", 6)]


def test_one_missing_term_is_one_finding_with_all_of_its_places(root: Path) -> None:
    files = [pilot(root, name, CHAIN.replace("term: dyrking", "term: spade")) for name in ("gran", "ask", "bjerk")]
    (forwards,) = (diagnostic for diagnostic in validate_paths(files).diagnostics if diagnostic.severity == "error")
    (backwards,) = (diagnostic for diagnostic in validate_paths(files[::-1]).diagnostics if diagnostic.severity == "error")
    assert forwards == backwards
    assert (forwards.code, Path(forwards.file or "").stem) == ("VK302", "ask")
    related = [(Path(location.file or "").stem, location.place and location.place.line, location.path) for location in forwards.related]
    assert related == [(name, 6, ("activities", "grave", "term", 0)) for name in ("bjerk", "gran")]


def test_ids_are_a_models_own(root: Path) -> None:
    for name in ("ask", "bjerk"):
        pilot(root, name, CHAIN.replace("to: mat", "to: ved"))
    assert [code for _, code, _ in placed(validate_paths([root]))] == ["VK301", "VK301"]


@pytest.mark.parametrize("count", [199, 200, 201, 450])
def test_many_notes_are_no_error(tmp_path: Path, count: int) -> None:
    nodes = "".join(f"  n{number}: {{label: Ledd {number}, at: '1:1-9', leads_to: [ut]}}\n" for number in range(count))
    file = tmp_path / "mange.yaml"
    file.write_text(HEAD + "source: s\nactivities:\n" + nodes + "outcomes:\n  ut: {label: Ut, level: user}\n", "utf-8")
    result = validate_paths([file])
    assert result.ok
    assert {diagnostic.severity for diagnostic in result.diagnostics} == {"info"}
    assert result.diagnostics[0].code == "VK015"


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 220), st.integers(0, 220), st.booleans())
def test_what_is_kept_is_the_gravest(tmp_path_factory: pytest.TempPathFactory, errors: int, notes: int, first: bool) -> None:
    bad = [f"  e{number}: {{label: E{number}, leads_to: [ut, ingen{number}]}}\n" for number in range(errors)]
    good = [f"  n{number}: {{label: N{number}, leads_to: [ut]}}\n" for number in range(notes)]
    file = tmp_path_factory.mktemp("m") / "mange.yaml"
    body = "".join((*bad, *good) if first else (*good, *bad))
    file.write_text(HEAD + ("activities:\n" + body if body else "") + "outcomes:\n  ut: {label: Ut, level: user}\n", "utf-8")
    diagnostics = validate_paths([file]).diagnostics
    kept = [diagnostic for diagnostic in diagnostics if diagnostic.code == "VK301"]
    assert len(kept) == min(errors, 200)
    assert [dict(diagnostic.params)["id"] for diagnostic in kept] == [f"ingen{number}" for number in range(min(errors, 200))]
    left_out = [diagnostic for diagnostic in diagnostics if diagnostic.code == "VK015"]
    assert [diagnostic.severity for diagnostic in left_out] in ([], ["error" if errors > 200 else "info"])


def test_shared_files_with_errors_come_first(root: Path) -> None:
    pilot(root, "ask", CHAIN.replace("to: mat", "to: ved"))
    path = root / "vocabulary.yaml"
    path.write_text(path.read_text("utf-8") + "x: 1\n", "utf-8")
    assert [name for name, *_ in placed(validate_paths([root / "pilots", root]))] == ["vocabulary.yaml", "ask.yaml"]


@pytest.mark.parametrize("ring", [("a",), ("a", "b"), ("b", "c", "a")])
def test_templates_that_follow_one_another_in_a_circle_are_one_finding(root: Path, ring: tuple[str, ...]) -> None:
    for name, follows in zip(ring, (*ring[1:], ring[0]), strict=True):
        text = TEMPLATE.replace("id: felleshage", f"id: {name}\nfollows: {follows}")
        (root / "templates" / f"{name}.yaml").write_text(text, "utf-8")
    pilot(root, "hage", CHAIN, follows="a")
    (circle,) = (diagnostic for diagnostic in validate_paths([root]).diagnostics if diagnostic.severity != "info")
    assert (circle.code, Path(circle.file or "").stem, len(circle.related)) == ("VK316", "a", len(ring) - 1)
    assert dict(circle.params)["nodes"].__str__().startswith("a → ")


def test_a_misspelt_kind_hides_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "hage.yaml"
    file.write_text(HEAD.replace("pilot", "pilott") + CHAIN.replace("to: mat", "to: ved"), "utf-8")
    assert [(code, line) for _, code, line in placed(validate_paths([file]))] == [("VK113", 2), ("VK301", 6)]


@pytest.fixture(scope="module")
def of_kind(models_folder: Path) -> dict[str, Path]:
    """A file of the corpus of each kind that is not a model: the smallest."""
    files = sorted(models_folder.rglob("*.yaml"), key=lambda path: -path.stat().st_size)
    return {kind_of(read(path, path.name)) or "": path for path in files}


@pytest.fixture(scope="module")
def shared(models_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shared files of the corpus alone: where one of them is judged, so is everything that rests on it."""
    folder = tmp_path_factory.mktemp("shared")
    for file in (*models_folder.glob("*.yaml"), *models_folder.glob("segments/*.yaml")):
        (folder / file.relative_to(models_folder)).parent.mkdir(exist_ok=True)
        shutil.copy(file, folder / file.relative_to(models_folder))
    return folder


@pytest.mark.parametrize("kind", READERS)
def test_a_file_of_each_kind_is_read_and_judged(
    kind: str, of_kind: dict[str, Path], models_folder: Path, shared: Path, tmp_path: Path
) -> None:
    root = shared if kind in RESTED_ON else models_folder
    clean = validate_paths([root / of_kind[kind].relative_to(models_folder)])
    assert [diagnostic.code for diagnostic in clean.diagnostics if diagnostic.severity == "error"] == []
    text = of_kind[kind].read_text("utf-8")
    (tmp_path / "slip.yaml").write_text(f"{text.rstrip()}\nslip: 1\n", encoding="utf-8")
    diagnostics = validate_paths([tmp_path / "slip.yaml"], root=root).diagnostics
    assert [
        (diagnostic.code, diagnostic.place and diagnostic.place.line) for diagnostic in diagnostics if diagnostic.path == ("slip",)
    ] == [("VK101", len(text.rstrip().splitlines()) + 1)]


CODEBOOK = """virkningskjede: 1
kind: vocabulary
terms:
  dyrking: {label: Dyrking, stage: activities}
  urter: {label: Urtedyrking, stage: activities, broader: dyrking}
  frokasse: {label: Frøkasse, stage: outputs}
  dugnad: {label: Dugnad, stage: activities}
"""


@pytest.mark.parametrize(
    ("more", "unused"),
    [
        ({}, ["frokasse", "dugnad"]),
        (
            {"comparisons/x.yaml": "kind: comparison\nid: x\ntitle: X\nstages: [activities]\ncolumns: {k: {label: K, counts: [dugnad]}}\n"},
            ["frokasse"],
        ),
        ({"criteria/x.yaml": "kind: criteria\nid: x\ntitle: X\ncriteria: {k: {label: K, met: {node: {term: dugnad}}}}\n"}, ["frokasse"]),
        ({"claims/x.yaml": "kind: claims\nid: x\ntitle: X\nrecommendations: {r: {statement: X, about: {terms: dugnad}}}\n"}, ["frokasse"]),
        ({"pilots/b.yaml": "kind: pilot\nid: b\noutputs: {a: {label: A, or: [{term: frokasse}]}}\n"}, ["dugnad"]),
        ({"pilots/b.yaml": "kind: pilot\nid: b\noutputs: {a: {label: A, trem: frokasse}}\n"}, []),
        ({"pilots/a.yaml": None}, []),
    ],
)
def test_a_term_that_nothing_uses_is_noted_where_everything_can_be_read(
    tmp_path: Path, more: dict[str, str | None], unused: list[str]
) -> None:
    files = {"pilots/a.yaml": "kind: pilot\nid: a\nactivities: {a: {label: A, term: urter}}\n", **more}
    (tmp_path / "vocabulary.yaml").write_text(CODEBOOK, "utf-8")
    for name, text in files.items():
        if text is not None:
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text("virkningskjede: 1\n" + text, "utf-8")
    diagnostics = validate_paths([tmp_path / "vocabulary.yaml"]).diagnostics
    own = [diagnostic for diagnostic in diagnostics if diagnostic.file == str(tmp_path / "vocabulary.yaml")]
    assert [(diagnostic.code, dict(diagnostic.params)["name"]) for diagnostic in own] == [("VK187", name) for name in unused]


def placed_pilot(root: Path, name: str, section: str, at: str) -> Path:
    nodes = "".join(f"  n{n}: {{label: Ledd {n}, who: [gartner], at: '{section}:{n}', leads_to: [ut]}}\n" for n in range(1, 4))
    return pilot(root, name, f"source: rapport\nactivities:\n{nodes}outcomes:\n  ut: {{label: Ut, level: user, at: '{at}'}}\n")


@pytest.mark.parametrize("at_hand", ["file", "folder", "models"])
def test_a_place_in_the_section_of_another_pilot(root: Path, at_hand: str) -> None:
    one = placed_pilot(root, "en", "1.1", "1.2:3, 1.3:1")
    placed_pilot(root, "to", "1.2", "1.2:9")
    (root / "pilots" / "tre.yaml").write_text("kind: pilot\nid: [", "utf-8")  # what cannot be read is nobody's neighbour
    selected = RuleSelection(("VK407",))
    if at_hand == "models":
        found = validate_models([load_model(one)], open_project(root), selected).diagnostics
    else:
        found = validate_paths([one if at_hand == "file" else root], selection=selected).diagnostics
    told = [(diagnostic.path, diagnostic.message("en")) for diagnostic in found if diagnostic.code == "VK407"]
    assert told == [(("outcomes", "ut", "at", 0), "Section 1.2 is about another pilot: `to`")]


def test_each_file_of_a_run_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "vocabulary.yaml").write_text(VOCABULARY)
    for name in ("hage", "park"):
        (tmp_path / f"{name}.yaml").write_text(
            HEAD.replace("hage", name) + "source: r\nactivities: {a: {label: A, term: dyrking, at: '1:2'}}\n"
        )
    counts: Counter[str] = Counter()
    decoded = yaml_file._decoded

    def counting(data: bytes, name: str) -> YamlFile:
        counts[Path(name).stem] += 1
        return decoded(data, name)

    monkeypatch.setattr(yaml_file, "_decoded", counting)
    validation = validate_paths([tmp_path])
    assert {diagnostic.code for diagnostic in validation.diagnostics} >= {"VK187"}  # which no one file can tell
    assert counts == {"hage": 1, "park": 1, "vocabulary": 2}  # the codebook as what all rest on, and as a file of its own


def test_of_a_file_that_was_judged_only_what_is_shown_is_kept(tmp_path: Path) -> None:
    (tmp_path / "hage.yaml").write_text(HEAD + "activities:\n  a: {label: A, leads_to: [borte]}\n")
    (kept,) = validate_paths([tmp_path / "hage.yaml"]).yaml_files.values()
    assert (kept.values, kept.text) == ({"kind": "pilot", "id": "hage"}, "")
    assert [number for number in range(1, 8) if kept.has_line(number)] == [3, 6]
    assert kept.line(6) == "  a: {label: A, leads_to: [borte]}"

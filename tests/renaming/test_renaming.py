"""A name changed across a project: every reference follows, nothing else changes, and nothing is written that makes new findings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from virkningskjede.diagnostics import InvalidModel
from virkningskjede.errors import UsageError
from virkningskjede.project import shown
from virkningskjede.renaming import NotFollowed, merge_terms, rename
from virkningskjede.validation import validate_paths

HEAD = "virkningskjede: 1\n"
FILES = {
    "vocabulary.yaml": HEAD
    + """\
kind: vocabulary
terms:
  tiltak: {label: Tiltak, stage: activity}
  kurs: {label: Kurs, stage: activity, broader: tiltak}  # det vanlige
  nettkurs: {label: Nettkurs, definition: På nett, stage: activity, broader: [kurs, tiltak]}
actors:
  nav: {label: Nav}
  kurs: {label: Kursholder}
indicators:
  deltakere: {label: Deltakere, unit: person}
units:
  skole: {one: skole, many: skoler}
""",
    "pilots/ha.yaml": HEAD
    + """\
kind: pilot
id: ha
activities:
  kurs: {label: Kurs, term: [kurs, nettkurs], who: [nav, kurs], leads_to: mestring}   # kurs her også
  tur: {label: Kurs ute, after: kurs, or: {term: kurs, note: kurs}, dose: {count: {value: 2, unit: skole}}}
outcomes:
  mestring: {label: Mestring, level: user}
barriers:
  ko: {label: Kø, hinders: ["kurs -> mestring"]}
indicators:
  egen: {label: Egen}
results:
  a: {indicator: deltakere, value: 3}
  b: {indicator: egen, value: 4}
""",
    "comparisons/tiltak.yaml": HEAD
    + """\
kind: comparison
id: tiltak
title: Tiltak
stages: [activity]
columns:
  k: {label: Kurs, counts: [kurs], debatable: nettkurs}
""",
    "criteria/sett.yaml": HEAD
    + """\
kind: criteria
id: sett
title: Sett
criteria:
  a:
    label: Kurs
    met: {any: [{node: {term: [kurs, nettkurs], who: kurs}}, {result: {indicator: deltakere, value: {min: 1}}}]}
    cases:
      - {given: {activities: {kurs: {term: kurs, who: [kurs]}}}, expect: met}
""",
    "claims/rapport.yaml": HEAD
    + """\
kind: claims
id: rapport
title: Rapport
claims:
  a:
    statement: Alle har kurs
    silence: "no"
    reading: {count: {over: {only: [ha]}, where: {node: {term: kurs}}, is: all}}
  b: {statement: Sum, reading: {sum: {in: ha, of: [a, b], is: 7}}}
  c: {statement: Verdi, reading: {values: {over: {only: [ha]}, of: result.deltakere, are: {ha: {value: 3}}}}}
recommendations:
  r:
    statement: Fortsett
    for: nav
    about: {terms: [kurs], nodes: [ha.kurs]}
    taken_up: [{model: ha, node: kurs}]
""",
    "utkast.md": """\
Det er <!-- vk:
count: {over: {kind: pilot}, where: {node: {term: kurs}}}
silence: "no"
-->én<!-- /vk --> kurs, `term: kurs`.
""",
}


def project_in(folder: Path) -> Path:
    """The project of these tests, written to a folder."""
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project_in(tmp_path)


def contents(root: Path) -> dict[str, str]:
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in sorted(root.rglob("*.*")) if path.is_file()}


def expected(*changes: tuple[str, str, str]) -> dict[str, str]:
    """The files after changes, each as the file, what stood there, and what stands there now."""
    files = dict(sorted(FILES.items()))
    for name, old, new in changes:
        assert files[name].count(old) == 1, (name, old)
        files[name] = files[name].replace(old, new)
    return files


def test_a_term_follows_everywhere_and_what_has_the_same_id_stays(root: Path) -> None:
    renaming = rename("terms.kurs", "opplaring", root=root)
    assert contents(root) == expected(
        ("vocabulary.yaml", "  kurs: {label: Kurs, ", "  opplaring: {label: Kurs, "),
        ("vocabulary.yaml", "broader: [kurs,", "broader: [opplaring,"),
        ("pilots/ha.yaml", "term: [kurs,", "term: [opplaring,"),
        ("pilots/ha.yaml", "or: {term: kurs", "or: {term: opplaring"),
        ("comparisons/tiltak.yaml", "counts: [kurs]", "counts: [opplaring]"),
        ("criteria/sett.yaml", "term: [kurs,", "term: [opplaring,"),
        ("criteria/sett.yaml", "{kurs: {term: kurs,", "{kurs: {term: opplaring,"),
        ("claims/rapport.yaml", "{term: kurs}", "{term: opplaring}"),
        ("claims/rapport.yaml", "terms: [kurs]", "terms: [opplaring]"),
        ("utkast.md", "{term: kurs}", "{term: opplaring}"),
    )
    assert (renaming.places, len(renaming.files)) == (10, 6)
    rename("opplaring", "kurs", root=root)
    assert contents(root) == dict(sorted(FILES.items()))


def test_an_entry_of_a_model_follows_in_the_files_that_name_it(root: Path) -> None:
    rename("ha.kurs", "samling", root=root)
    assert contents(root) == expected(
        ("pilots/ha.yaml", "  kurs: {label", "  samling: {label"),
        ("pilots/ha.yaml", "after: kurs", "after: samling"),
        ("pilots/ha.yaml", "kurs -> mestring", "samling -> mestring"),
        ("claims/rapport.yaml", "ha.kurs", "ha.samling"),
        ("claims/rapport.yaml", "node: kurs}", "node: samling}"),
    )


@pytest.mark.parametrize(
    ("old", "changes"),
    [
        ("ha.a", [("pilots/ha.yaml", "  a: {", "  x: {"), ("claims/rapport.yaml", "of: [a,", "of: [x,")]),
        ("skole", [("vocabulary.yaml", "  skole:", "  x:"), ("pilots/ha.yaml", "unit: skole", "unit: x")]),
        (
            "actors.kurs",
            [
                ("vocabulary.yaml", "  kurs: {label: Kursholder", "  x: {label: Kursholder"),
                ("pilots/ha.yaml", "who: [nav, kurs]", "who: [nav, x]"),
                ("criteria/sett.yaml", "who: kurs", "who: x"),
                ("criteria/sett.yaml", "who: [kurs]", "who: [x]"),
            ],
        ),
        (
            "deltakere",
            [
                ("vocabulary.yaml", "  deltakere:", "  x:"),
                ("pilots/ha.yaml", "indicator: deltakere", "indicator: x"),
                ("criteria/sett.yaml", "indicator: deltakere", "indicator: x"),
                ("claims/rapport.yaml", "result.deltakere", "result.x"),
            ],
        ),
    ],
)
def test_whatever_has_an_id_follows(root: Path, old: str, changes: list[tuple[str, str, str]]) -> None:
    rename(old, "x", root=root)
    assert contents(root) == expected(*changes)


def test_a_model_follows_wherever_it_is_named_and_the_file_that_is_called_so_too(root: Path) -> None:
    renaming = rename("ha", "haa", root=root)
    assert [(file.path.name, file.new_path.name) for file in renaming.files if file.moves] == [("ha.yaml", "haa.yaml")]
    files = contents(root)
    assert not (root / "pilots/ha.yaml").exists()
    assert files | {"pilots/ha.yaml": files.pop("pilots/haa.yaml")} == expected(
        ("pilots/ha.yaml", "id: ha\n", "id: haa\n"),
        ("claims/rapport.yaml", "reading: {count: {over: {only: [ha]}", "reading: {count: {over: {only: [haa]}"),
        ("claims/rapport.yaml", "sum: {in: ha,", "sum: {in: haa,"),
        ("claims/rapport.yaml", "{values: {over: {only: [ha]}", "{values: {over: {only: [haa]}"),
        ("claims/rapport.yaml", "are: {ha: {value: 3}}", "are: {haa: {value: 3}}"),
        ("claims/rapport.yaml", "nodes: [ha.kurs]", "nodes: [haa.kurs]"),
        ("claims/rapport.yaml", "{model: ha, node", "{model: haa, node"),
    )
    (root / "pilots/haa.yaml").rename(root / "pilots/en.yaml")
    assert not any(file.moves for file in rename("models.haa", "ha", root=root).files)
    (root / "pilots/en.yaml").rename(root / "pilots/ha.yaml")
    assert contents(root) == dict(sorted(FILES.items()))


ASSESSMENTS = (
    HEAD
    + """\
kind: assessments
id: dommer
title: Dommer
source: bok
assessments:
  a: {at: "2:1", criteria: sett, criterion: a, model: [ha], verdict: met}
  b: {at: "2:2", criteria: sett, criterion: a, model: ha, verdict: met}
"""
)
REFERENCES = HEAD + "kind: references\nreferences:\n  bok: {type: report, title: Bok, issued: {date-parts: [[2020]]}}\n"


def test_a_model_follows_in_a_reports_own_judgements_whatever_its_file_is_called(root: Path) -> None:
    (root / "assessments").mkdir()
    (root / "assessments/dommer.yaml").write_text(ASSESSMENTS, "utf-8")
    (root / "references.yaml").write_text(REFERENCES, "utf-8")
    rename("ha", "haa", root=root)
    after = (root / "assessments/dommer.yaml").read_text("utf-8")
    assert after == ASSESSMENTS.replace("model: [ha]", "model: [haa]").replace("model: ha,", "model: haa,")
    (root / "pilots/haa.yaml").rename(root / "pilots/en.yaml")
    assert not {found.code for found in validate_paths([root / "assessments"]).diagnostics} & {"VK133"}
    rename("haa", "ha", root=root)
    assert (root / "assessments/dommer.yaml").read_text("utf-8") == ASSESSMENTS


def test_a_file_that_moves_is_told_as_git_tells_it(root: Path) -> None:
    """``git apply -p0`` gives the file its new name."""
    renaming = rename("ha", "haa", root=root, dry_run=True)
    old, new = (shown(root / "pilots" / name) for name in ("ha.yaml", "haa.yaml"))
    assert f"diff --git {old} {new}\nrename from {old}\nrename to {new}\n--- {old}\n+++ {new}\n@@ " in renaming.diff()
    assert contents(root) == dict(sorted(FILES.items()))


def test_a_file_moves_nowhere_where_another_is_or_the_settings_would_not_follow(root: Path) -> None:
    (root / "pilots/haa.yaml").write_text(FILES["pilots/ha.yaml"].replace("id: ha\n", "id: en\n"), "utf-8")
    (root / "pyproject.toml").write_text('[tool.virkningskjede]\nper-file-ignores = {"pilots/ha.yaml" = ["VK2"]}\n', "utf-8")
    before = contents(root)
    with pytest.raises(UsageError, match=r"was to be called .*haa\.yaml, but a file is there"):
        rename("ha", "haa", root=root)
    with pytest.raises(NotFollowed, match=r"the settings in .*pyproject\.toml .* treat the two names differently"):
        rename("ha", "x", root=root)
    assert contents(root) == before


def test_terms_are_made_one(root: Path) -> None:
    renaming = merge_terms("nettkurs", "kurs", root=root)
    assert renaming.gone == ("terms.nettkurs.label", "terms.nettkurs.definition", "terms.nettkurs.stage", "terms.nettkurs.broader")
    assert contents(root) == expected(
        ("vocabulary.yaml", "  nettkurs: {label: Nettkurs, definition: På nett, stage: activity, broader: [kurs, tiltak]}\n", ""),
        ("pilots/ha.yaml", "term: [kurs, nettkurs]", "term: [kurs]"),
        ("comparisons/tiltak.yaml", "debatable: nettkurs", "debatable: kurs"),
        ("criteria/sett.yaml", "term: [kurs, nettkurs]", "term: [kurs]"),
    )
    merge_terms(["tiltak"], "kurs", root=root)
    assert "  kurs: {label: Kurs, stage: activity}  # det vanlige\n" in (root / "vocabulary.yaml").read_text("utf-8")


def test_a_dry_run_shows_the_difference_and_writes_nothing(root: Path) -> None:
    renaming = rename("skole", "x", root=root, dry_run=True)
    assert contents(root) == dict(sorted(FILES.items()))
    assert re.findall(r"^[-+] .*$", renaming.diff(), re.MULTILINE) == [
        "-  tur: {label: Kurs ute, after: kurs, or: {term: kurs, note: kurs}, dose: {count: {value: 2, unit: skole}}}",
        "+  tur: {label: Kurs ute, after: kurs, or: {term: kurs, note: kurs}, dose: {count: {value: 2, unit: x}}}",
        "-  skole: {one: skole, many: skoler}",
        "+  x: {one: skole, many: skoler}",
    ]
    renaming.write()
    assert (root / "pilots/ha.yaml").read_text("utf-8").count("unit: x") == 1


def test_what_cannot_follow_is_told_and_nothing_is_written(root: Path) -> None:
    sett = root / "criteria/sett.yaml"
    sett.write_text(FILES["criteria/sett.yaml"].replace("indicator: deltakere", "indicator: egen"), "utf-8")
    with pytest.raises(NotFollowed, match=r"sett\.yaml: criteria\.a\.met\.any\.1\.result\.indicator"):
        rename("ha.egen", "x", root=root)
    before = contents(root)
    (root / "pilots/ha.yaml").write_text(FILES["pilots/ha.yaml"] + "feil: 1\n", "utf-8")
    with pytest.raises(InvalidModel, match="VK101"):
        rename("skole", "x", root=root)
    assert contents(root) == before | {"pilots/ha.yaml": FILES["pilots/ha.yaml"] + "feil: 1\n"}


def test_a_draft_with_a_mark_that_is_not_well_made_stops_it(root: Path) -> None:
    (root / "utkast.md").write_text("Det er <!-- vk: cuont: {} -->én<!-- /vk --> kurs.\n", "utf-8")
    with pytest.raises(InvalidModel, match=r"utkast\.md:1:17: .*VK101"):
        rename("terms.kurs", "x", root=root)


def test_terms_that_cannot_stand_for_each_other_are_not_made_one(root: Path) -> None:
    vocabulary = FILES["vocabulary.yaml"].replace("actors:", "  mestring: {label: Mestring, stage: outcome}\nactors:")
    (root / "vocabulary.yaml").write_text(vocabulary, "utf-8")
    before = contents(root)
    with pytest.raises(InvalidModel) as refused:
        merge_terms("nettkurs", "mestring", root=root)
    assert {Path(diagnostic.file or "").name for diagnostic in refused.value.diagnostics} >= {"ha.yaml"}
    assert contents(root) == before


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("kurs", "x", "`kurs` stands for several things; write terms.kurs, actors.kurs"),
        ("skolle", "x", "neither the codebook, the models nor a model (written as MODEL.ID) has `skolle`; did you mean `skole`?"),
        ("ha.kors", "x", "neither the codebook, the models nor a model (written as MODEL.ID) has `ha.kors`; did you mean `ha.kurs`?"),
        ("skole", "To ord", "`To ord` cannot be an id: use only the letters a-z, digits and hyphens"),
        ("ha.kurs", "tur", "`tur` is there already, in activities; choose another id"),
        ("ha.kurs", "mestring", "`mestring` is there already, in outcomes; choose another id"),
        ("terms.kurs", "tiltak", "`tiltak` is there already, in terms; choose another id"),
    ],
)
def test_names_that_cannot_be_changed_are_answered(root: Path, old: str, new: str, sentence: str) -> None:
    with pytest.raises(UsageError) as refused:
        rename(old, new, root=root)
    assert refused.value.in_("en") == sentence


@pytest.mark.parametrize(("old", "kind"), [("sett", "criteria"), ("k", "comparison"), ("rapport", "claims")])
def test_ids_that_are_not_followed_are_answered_with_why(root: Path, old: str, kind: str) -> None:
    with pytest.raises(UsageError) as refused:
        rename(old, "x", root=root)
    assert refused.value.in_("en").startswith(f"`{old}` is in a file with `kind: {kind}`, and such ids are not renamed here")


def test_a_file_that_cannot_be_moved_leaves_all_as_it_was(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(self: Path, target: Path) -> Path:
        raise OSError(5, "Input/output error", str(target))

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(UsageError, match=r"haa\.yaml"):
        rename("ha", "haa", root=root)
    assert contents(root) == dict(sorted(FILES.items()))


def test_all_files_are_written_or_none(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, count = Path.replace, 0

    def failing(self: Path, target: Path) -> Path:
        nonlocal count
        count += 1
        if count == 2:
            raise OSError(5, "Input/output error", str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(UsageError):
        rename("terms.kurs", "opplaring", root=root)
    assert contents(root) == dict(sorted(FILES.items())) and count == 3  # one written, one that failed, one put back

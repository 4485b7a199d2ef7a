"""``virkningskjede validate``: places, exit codes, selection and settings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run

BAD = """\
virkningskjede: 1
kind: pilot
id: bad
target_group: {alle: {label: Alle}}
activities:
  kurs: {label: Kurs på Åsen, statu: planned, leads_to: [mestring]}
outcomes:
  mestring: {label: Mestring, level: usr}
"""

GAP = """\
virkningskjede: 1
kind: pilot
id: gap
target_group: {alle: {label: Alle}}
activities:
  kurs: {label: Kurs}
  prat: {label: Prat, leads_to: [ro]}
outcomes:
  ro: {label: Ro, level: user}
"""


def test_the_real_models_have_no_errors(run: Run, models_folder: Path) -> None:
    ran = run("validate", models_folder)
    assert ran.code == 0
    assert " feil" not in ran.out.splitlines()[-1]


def test_the_caret_stands_under_the_very_key_and_value(run: Run, here: Path) -> None:
    (here / "bad.yaml").write_text(BAD)
    ran = run("validate", "bad.yaml")
    assert ran.code == 1
    assert ran.out == (
        "bad.yaml:6:31: feil VK101 Ukjent nøkkel `statu`; mente du `status`?\n"
        "    6 |   kurs: {label: Kurs på Åsen, statu: planned, leads_to: [mestring]}\n"
        "      |                               ^^^^^\n"
        "    Råd: Her kan disse stå: note, at, or, accept, label, term, who, when, after, status, dose, later, addresses, content, "
        "because, required, free, indicators, leads_to, place, mode.\n"
        "bad.yaml:8:38: feil VK106 `usr` er ikke et av valgene; mente du `user`?\n"
        "    8 |   mestring: {label: Mestring, level: usr}\n"
        "      |                                      ^^^\n"
        "    Råd: Velg en av disse: service, partner, user, society.\n"
        "Merknader:\n"
        "    bad.yaml: VK204 × 1, VK211 × 1, VK314 × 1\n"
        "    VK204: virkning uten indikator\n"
        "    VK211: kobling uten mekanisme\n"
        "    VK314: felles navn er ikke kontrollert\n"
        "    Vis hver av dem med --verbose; «virkningskjede explain KODE» forklarer.\n"
        "1 fil: 2 feil, 3 merknader\n"
    )


def test_json_goes_to_standard_output_alone_with_the_fixed_keys(run: Run, here: Path) -> None:
    (here / "bad.yaml").write_text(BAD)
    ran = run("validate", "bad.yaml", "--format", "json", "--lang", "en")
    assert ran.code == 1
    assert ran.err == ""
    data = json.loads(ran.out)
    assert data["files"] == ["bad.yaml"]
    (unknown,) = (row for row in data["diagnostics"] if row["code"] == "VK101")
    assert unknown == {
        "code": "VK101",
        "severity": "error",
        "message": "Unknown key `statu`; did you mean `status`?",
        "file": "bad.yaml",
        "line": 6,
        "column": 31,
        "end_line": 6,
        "end_column": 36,
        "path": "activities.kurs.statu",
        "tip": unknown["tip"],
        "fingerprints": unknown["fingerprints"],
        "related": [],
    }
    assert len(set(unknown["fingerprints"])) == 1, "the file is called what its model is"
    assert (data["known"], data["passed_over"]) == (None, [])


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), 0),
        (("--fail-on", "warning"), 1),
        (("--fail-on", "warning", "--exit-zero"), 0),
        (("--fail-on", "warning", "--ignore", "VK210"), 0),
        (("--fail-on", "info", "--select", "VK5"), 0),
        (("--fail-on", "info"), 1),
        (("--fail-on", "none"), 0),
    ],
)
def test_what_fails_is_what_was_asked_for(run: Run, here: Path, options: tuple[str, ...], code: int) -> None:
    (here / "gap.yaml").write_text(GAP)
    assert run("validate", "gap.yaml", *options).code == code


def test_settings_stand_in_pyproject(run: Run, here: Path) -> None:
    (here / "gap.yaml").write_text(GAP)
    (here / "pyproject.toml").write_text('[tool.virkningskjede]\nlang = "en"\nfail-on = "warning"\n')
    ran = run("validate", "gap.yaml")
    assert ran.code == 1
    assert ": warning VK210 " in ran.out
    (here / "pyproject.toml").write_text('[tool.virkningskjede]\nignore = ["VK210"]\nfail-on = "warning"\n')
    assert run("validate", "gap.yaml").code == 0


@pytest.mark.parametrize("text", ["[tool.virkningskjede]\nlan = 1\n", '[tool.virkningskjede]\nfail-on = "x"\n', "[tool.virk", "\xff"])
def test_bad_settings_are_said_and_nothing_runs(run: Run, here: Path, text: str) -> None:
    (here / "gap.yaml").write_text(GAP)
    (here / "pyproject.toml").write_bytes(text.encode("latin-1"))
    ran = run("validate", "gap.yaml")
    assert ran.code == 2
    assert ran.out == ""
    assert "pyproject.toml" in ran.err


def test_a_file_that_cannot_be_read_comes_after_the_others(run: Run, here: Path) -> None:
    (here / "bad.yaml").write_text(BAD)
    ran = run("validate", "none.yaml", "bad.yaml", here)
    assert ran.code == 2
    assert "none.yaml: feil VK012 Filen kan ikke leses: den finnes ikke" in ran.out
    assert "bad.yaml:6:31" in ran.out
    assert ran.out.splitlines()[-1] == "2 filer: 3 feil, 3 merknader"


def test_notes_are_summed_up_unless_every_one_is_asked_for(run: Run, here: Path) -> None:
    (here / "gap.yaml").write_text(GAP)
    summed = run("validate", "gap.yaml")
    assert "    gap.yaml: VK204 × 1, VK205 × 2" in summed.out
    assert "    VK204: virkning uten indikator" in summed.out
    every = run("validate", "gap.yaml", "--verbose")
    assert "gap.yaml:9:3: merknad VK204 " in every.out


def test_an_unknown_code_is_refused(run: Run, here: Path) -> None:
    ran = run("validate", here, "--select", "VX1")
    assert (ran.code, ran.out) == (2, "")
    assert "VX1" in ran.err


def test_two_files_with_one_id(run: Run, here: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (here / name).write_text(GAP)
    ran = run("validate", here)
    assert ran.code == 1
    assert "b.yaml:3:5: feil VK313 " in ran.out
    assert "a.yaml" in ran.out


def test_a_kind_of_file_that_does_not_exist(run: Run, here: Path) -> None:
    (here / "x.yaml").write_text("virkningskjede: 1\nkind: pilott\nid: x\n")
    ran = run("validate", "x.yaml", "--lang", "en")
    assert ran.code == 1
    assert "x.yaml:2:7: error VK113 A file of kind `pilott` cannot be used here; did you mean `pilot`?" in ran.out


def test_the_answer_can_go_to_a_file(run: Run, here: Path) -> None:
    (here / "bad.yaml").write_text(BAD)
    ran = run("validate", "bad.yaml", "-o", "svar.txt")
    assert (ran.code, ran.out) == (1, "")
    assert (here / "svar.txt").read_text().startswith("bad.yaml:6:31: ")
    assert run("validate", "bad.yaml", "-o", "ingen/svar.txt").code == 2
    assert run("validate", "bad.yaml", "-o", "svar.json").code == 1
    assert json.loads((here / "svar.json").read_text("utf-8"))["files"] == ["bad.yaml"]
    assert run("validate", "bad.yaml", "-o", "svar.txt", "--format", "github").code == 1
    assert (here / "svar.txt").read_text("utf-8").startswith("::error file=bad.yaml,")


@pytest.mark.parametrize("output", [("-o", "svar.docx"), ("-o", "svar.csv"), ("--format", "text", "-o", "svar.json")])
def test_what_it_cannot_be_written_as_ends_with_two(run: Run, here: Path, output: tuple[str, ...]) -> None:
    (here / "bad.yaml").write_text(BAD)
    ran = run("validate", "bad.yaml", *output)
    assert (ran.code, ran.out, ran.err.startswith("feil: «svar.")) == (2, "", True)
    assert [path.name for path in here.iterdir()] == ["bad.yaml"]


def test_wide_and_long_lines_keep_the_caret_in_place(run: Run, here: Path) -> None:
    text = f"virkningskjede: 1\nkind: pilot\nid: x\ntitle: {'字' * 10}\nnote: {'x' * 300}\noops: 1\n"
    (here / "x.yaml").write_text(text.replace("oops: 1", "{a: " + "y" * 200 + ", oops: 1}"))
    (here / "y.yaml").write_text("virkningskjede: 1\nkind: pilot\nid: y\nrecruitment: {how: " + "å" * 200 + ", oops: 1}\n")
    ran = run("validate", "y.yaml")
    lines = ran.out.splitlines()
    lines = lines[next(number for number, line in enumerate(lines) if "VK101" in line) :]
    start = lines[2].index("^")
    assert lines[1][start : start + 4] == "oops"
    assert lines[2].count("^") == 4


def test_a_pull_request_shows_each_message_beside_its_line(run: Run, here: Path) -> None:
    (here / "bad.yaml").write_text(BAD)
    ran = run("validate", "bad.yaml", "--format", "github", "--lang", "en")
    assert ran.code == 1
    first, second = (line for line in ran.out.splitlines() if line.startswith("::error"))
    assert first.startswith(
        "::error file=bad.yaml,line=6,endLine=6,col=31,endColumn=36,title=VK101::"
        "bad.yaml:6:31: Unknown key `statu`; did you mean `status`? "
    )
    assert second.startswith("::error file=bad.yaml,line=8,endLine=8,col=38,endColumn=41,title=VK106::")


def test_nothing_in_a_file_commands_the_runner_that_shows_it(run: Run, here: Path) -> None:
    (here / "a,b.yaml").write_text('virkningskjede: 1\nkind: pilot\nid: x\n"::error::y ##[error]z": 1\n')
    for form in ("text", "github"):
        ran = run("validate", "a,b.yaml", "--format", form)
        assert "##[" not in ran.out
        assert [line for line in ran.out.splitlines() if line.lstrip().startswith("::")] == (
            [] if form == "text" else [line for line in ran.out.splitlines() if " file=a%2Cb.yaml," in line]
        )


def test_the_names_in_a_comparison_are_checked(run: Run, here: Path) -> None:
    (here / "vocabulary.yaml").write_text("virkningskjede: 1\nkind: vocabulary\n")
    (here / "comparisons").mkdir()
    (here / "comparisons" / "x.yaml").write_text(
        "virkningskjede: 1\nkind: comparison\nid: x\ntitle: {nb: X, en: X}\nstages: [activities]\n"
        "columns:\n  a: {label: {nb: A, en: A}, counts: [finnes-ikke]}\n"
    )
    ran = run("validate", here)
    assert ran.code == 1
    assert "finnes-ikke" in ran.out
    assert "x.yaml:7:" in ran.out


UNKNOWN = "virkningskjede: 1\nkind: pilot\nid: ask\nactivities:\n" + "".join(
    f"  a{number}: {{label: A{number}, leads_to: [b]}}\n" for number in range(8)
)


def test_one_unknown_name_is_one_finding_in_every_format(run: Run, here: Path) -> None:
    (here / "ask.yaml").write_text(UNKNOWN)
    text = run("validate", "ask.yaml", "--lang", "en").out
    assert "ask.yaml:5:30: error VK301 The model has nothing with the id `b` (and 7 more places)\n" in text
    assert "    See also: 6:30, 7:30, 8:30, 9:30, 10:30 and 2 more\n" in text
    answer = json.loads(run("validate", "ask.yaml", "--format", "json").out)
    (result,) = (entry for entry in answer["diagnostics"] if entry["severity"] == "error")
    prints = [place.pop("fingerprints") for place in result["related"]]
    assert len({print_of_one for both in prints for print_of_one in both}) == 7, "each place is found again by itself"
    assert result["related"] == [
        {"file": "ask.yaml", "line": 5 + number, "column": 30, "path": f"activities.a{number}.leads_to.b"} for number in range(1, 8)
    ]
    lines = run("validate", "ask.yaml", "--format", "github", "--lang", "en").out.splitlines()
    assert lines[0].startswith("::error file=ask.yaml,line=5,")
    assert lines[0].endswith(" See also: 6:30, 7:30, 8:30, 9:30, 10:30 and 2 more.")
    assert [line.partition(" ")[0] for line in lines] == ["::error", "::warning", "::warning", "1"], "no notes, and a last line"

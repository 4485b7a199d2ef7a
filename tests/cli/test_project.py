"""The project that a command asks about: the same from everywhere, never the installed one, and said aloud."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ..conftest import write_project
from .conftest import Run

COMMANDS = (
    ("check", "{}", "--format", "csv"),
    ("compare", "{}", "--columns", "turer", "--format", "csv"),
    ("consensus", "{}", "--fold", "--format", "csv"),
    ("gaps", "{}", "--format", "csv"),
    ("coverage", "{}", "--format", "json"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_command_answers_alike_from_the_root_from_above_from_inside_and_from_the_top(
    run: Run, own: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    answers = {}
    for place, name in (
        (own, "."),
        (own.parent, "."),
        (own.parent, "models"),
        (own / "pilots", ".."),
        (own / "pilots", str(own.parent)),
        (Path("/"), str(own)),
    ):
        monkeypatch.chdir(place)
        ran = run(*(part.format(name) for part in command))
        assert ran.code == 0, ran.err
        answers[place, name] = ran.out
    assert len(set(answers.values())) == 1
    assert "Installert" not in next(iter(answers.values()))


@pytest.mark.parametrize(
    ("folder", "path", "root"), [("", ".", "models"), ("", "models", None), ("models", ".", None), ("", "a", "models")]
)
def test_the_root_is_said_when_it_was_not_the_one_named(
    run: Run, own: Path, monkeypatch: pytest.MonkeyPatch, folder: str, path: str, root: str | None
) -> None:
    monkeypatch.chdir(own.parent / folder)
    ran = run("gaps", path)
    assert ran.err == ("" if root is None else f"Bruker prosjektet i {root}\n")
    assert run("gaps", path, "--root", own).err == ""


def test_an_edited_model_is_what_is_shown(run: Run, own: Path) -> None:
    (own / "pilots" / "a.yaml").write_text((own / "pilots" / "a.yaml").read_text(encoding="utf-8").replace("Tur A", "ENDRET"))
    assert run("show", "a").out.startswith("ENDRET")
    assert "ENDRET" in run("render", "a", "-o", "a.dot").out + Path("a.dot").read_text(encoding="utf-8")


def test_a_project_with_no_sets_gets_one_sentence_and_exit_zero(run: Run, own: Path) -> None:
    (own / "criteria" / "ute.yaml").unlink()
    ran = run("check", "models")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("\n") == 1
    assert ran.out.startswith("Prosjektet har ingen kriteriesett")
    answer = run("check", "models", "--format", "json")
    assert (answer.code, answer.out) == (0, '{\n  "sets": [],\n  "results": []\n}\n')
    assert answer.err == ran.out


def test_without_a_project_what_needs_one_says_how_to_begin(run: Run, here: Path) -> None:
    (here / "m.yaml").write_text("virkningskjede: 1\nkind: pilot\nid: m\ninputs: {a: {label: Møter}}\n", encoding="utf-8")
    assert run("show", "m").code == 0
    ran = run("check", "m")
    assert (ran.code, ran.out) == (2, "")
    assert "virkningskjede init" in ran.err
    assert run("claims", "statusrapport").code == 2
    assert run("compare", "m", "--columns", "tiltak").code == 2


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("nb", "feil: Det er ingen modell ha i {}, men det er en i den medfølgende samlingen: skriv corpus:ha\n"),
        ("en", "error: There is no model ha in {}, but there is one in the collection that comes with the program: write corpus:ha\n"),
    ],
)
@pytest.mark.parametrize("command", ["show", "check", "gaps", "consensus", "coverage", "paths"])
def test_a_bare_id_is_never_found_in_the_installed_collection(
    run: Run, own: Path, monkeypatch: pytest.MonkeyPatch, command: str, lang: str, sentence: str
) -> None:
    alone = own.parent.parent / "tomt"
    alone.mkdir()
    for place, where in ((own, str(own)), (alone, str(alone))):
        monkeypatch.chdir(place)
        assert run(command, "ha", "--lang", lang) == (2, "", sentence.format(where))
        ran = run(command, "corpus:ha", "--format", "json", "--lang", lang)
        assert (ran.code, ran.err) == (0, "")
        assert run(command, "ha", "--root", "corpus:", "--format", "json", "--lang", lang) == ran


def test_the_projects_own_model_of_an_installed_ones_id(run: Run, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own / "pilots" / "ha.yaml").write_text((own / "pilots" / "a.yaml").read_text("utf-8").replace("id: a", "id: ha"), "utf-8")
    monkeypatch.chdir(own)
    assert json.loads(run("show", "ha", "--format", "json").out)["title"] == "Tur A"
    assert json.loads(run("show", "corpus:ha", "--format", "json").out)["title"] != "Tur A"


def test_several_projects_below_are_listed(run: Run, own: Path) -> None:
    write_project(own.parent / "andre")
    sentence = "feil: Det er flere prosjekter under {}: andre, models. Nevn ett av dem, eller velg med --root\n"
    assert run("gaps", ".") == (2, "", sentence.format("."))
    assert run("show", "a") == (2, "", sentence.format(own.parent))
    assert run("show", "a", "--root", "models").code == 0


@pytest.mark.parametrize("arguments", [("compare", "--columns"), ("check", "--criteria"), ("group", "--by")])
def test_what_is_only_installed_is_named_with_where_it_is_from(run: Run, own: Path, arguments: tuple[str, str]) -> None:
    name = "oslo-economics-2020" if arguments[0] == "check" else "tiltak"
    ran = run(arguments[0], "models", arguments[1], name)
    sentence = f"feil: {name} finnes ikke i prosjektet, bare i den medfølgende samlingen: skriv corpus:{name}\n"
    assert (ran.code, ran.out, ran.err) == (2, "", sentence)
    foreign = run(arguments[0], "models", arguments[1], f"corpus:{name}")
    assert foreign.code == 2
    assert foreign.err.count("\n") == 1
    assert "passer ikke til kodeboken her" in foreign.err


def test_two_projects_on_one_side_are_refused_in_any_order(run: Run, own: Path) -> None:
    write_project(own.parent / "andre")
    errors = {run("compare", *names, "--columns", "turer").err for names in (("models", "andre"), ("andre", "models"))}
    assert len(errors) == 1
    assert "andre og models" in next(iter(errors))
    assert run("compare", "models/pilots/a.yaml", "andre/pilots/b.yaml", "--columns", "turer", "--root", "models").code == 0
    assert run("diff", "models/pilots/a.yaml", "andre/pilots/a.yaml").code == 0


def test_two_waves_stand_side_by_side_under_labels(run: Run, own: Path) -> None:
    write_project(own.parent / "senere", title="Senere")
    (own.parent / "senere" / "vocabulary.yaml").unlink()
    refused = run("compare", "models/pilots", "senere/pilots", "--columns", "turer")
    assert refused.code == 2
    assert "Både models/pilots og senere/pilots har modellen a" in refused.err
    ran = run("compare", "2024=models/pilots", "2025=senere/pilots", "--columns", "turer", "--format", "csv")
    assert ran.code == 0
    assert [line.partition(",")[0] for line in ran.out.splitlines()[1:]] == ["a@2024", "b@2024", "a@2025", "b@2025"]


@pytest.mark.parametrize("root", ["nope", "models/pilots", "models/vocabulary.yaml"])
def test_a_wrong_root_is_never_taken_for_none(run: Run, own: Path, root: str) -> None:
    for command in (("validate", "models"), ("check", "models"), ("show", "a"), ("render", "a", "-o", "x.svg")):
        ran = run(*command, "--root", root)
        assert (ran.code, ran.out) == (2, "")
        assert root in ran.err
    (own.parent / "pyproject.toml").write_text(f'[tool.virkningskjede]\nroot = "{root}"\n')
    ran = run("show", "a")
    assert ran.code == 2
    assert "pyproject.toml" in ran.err


def test_validate_judges_each_file_in_its_own_project_with_its_settings(run: Run, own: Path) -> None:
    other = write_project(own.parent / "andre")
    (other / "pilots" / "c.yaml").write_text("virkningskjede: 1\nkind: pilot\nid: c\ninputs: {a: {label: A, term: finnes-ikke}}\n")
    (other / "pyproject.toml").write_text('[tool.virkningskjede]\nexclude = ["pilots/c.yaml"]\nignore = ["VK2"]\n')
    ran = run("validate", ".", "--format", "github", "-v")
    assert ran.code == 0, ran.out
    assert "file=models/pilots/a.yaml" in ran.out
    assert "file=andre" not in ran.out
    assert run("validate", "andre/pilots/c.yaml").code == 1


def test_validate_alone_is_of_the_project_here(run: Run, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {}
    for place in (own.parent, own, own / "pilots"):
        monkeypatch.chdir(place)
        files[place] = [str(Path(name).resolve()) for name in json.loads(run("validate", "--format", "json").out)["files"]]
    assert files[own] == files[own / "pilots"] == files[own.parent] == sorted(str(path) for path in own.rglob("*.yaml"))


def test_validate_takes_an_id(run: Run, own: Path) -> None:
    assert run("validate", "a").code == 0
    assert run("validate", "corpus:ha").code == 0
    assert run("validate", "ingen").code == 2


def test_the_language_is_the_projects(run: Run, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own / "pyproject.toml").write_text('[tool.virkningskjede]\nlang = "en"\n')
    monkeypatch.chdir("/")
    assert "Activities" in run("show", str(own / "pilots" / "a.yaml")).out
    assert "Aktiviteter" in run("show", str(own / "pilots" / "a.yaml"), "--lang", "nb").out


@pytest.mark.parametrize("name", ["vocabulary", "references"])
def test_no_model_takes_the_name_of_a_shared_file(run: Run, own: Path, name: str) -> None:
    ran = run("new", name)
    assert (ran.code, ran.out) == (2, "")
    assert not (own / "pilots" / f"{name}.yaml").exists()


def test_a_folder_called_corpus_is_advised_as_a_folder(run: Run, here: Path) -> None:
    ran = run("init", "./corpus:")
    assert ran.code == 0
    assert " corpus:" not in ran.out
    assert "./corpus:" in ran.out


def test_a_working_folder_that_is_gone_is_said_to_be(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "borte"
    folder.mkdir()
    monkeypatch.chdir(folder)
    folder.rmdir()
    ran = run("show", "corpus:ha")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "feil: Mappen du står i, finnes ikke lenger, eller kan ikke leses. Gå til en annen mappe\n"
    monkeypatch.chdir(tmp_path)


def test_a_slip_made_three_hundred_times_hides_no_other(run: Run, here: Path) -> None:
    nodes = "".join(f"  a{number}: {{label: A{number}, statuss: planned}}\n" for number in range(300))
    last = "  z: {label: Z, leads_to: [nope], status: plannet}\n"
    (here / "m.yaml").write_text(f"virkningskjede: 1\nkind: pilot\nid: m\nactivities:\n{nodes}{last}", encoding="utf-8")
    data = json.loads(run("validate", "m.yaml", "--format", "json").out)["diagnostics"]
    errors = [(diagnostic["code"], diagnostic["line"]) for diagnostic in data if diagnostic["severity"] == "error"]
    assert {("VK101", 5), ("VK301", 305), ("VK106", 305)} <= set(errors)
    assert len(data) == 201

"""A project of one's own, made in an empty folder: it is well made, it says what to try next, and it overwrites nothing."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

import virkningskjede as vk
from virkningskjede import scaffold
from virkningskjede.cli.init import pasted
from virkningskjede.errors import UsageError
from virkningskjede.i18n import LANGS, Lang

from .conftest import Run

SCHEMAS = [f"schemas/{kind}.json" for kind in ("comparison", "criteria", "model", "references", "vocabulary")]
NAMES = {
    "nb": [
        *("comparisons/innhold.yaml", "criteria/egne-krav.yaml", "programmes/svommekurs.yaml", "references.yaml"),
        *(*SCHEMAS, "vocabulary.yaml"),
    ],
    "en": [
        *("comparisons/content.yaml", "criteria/own-demands.yaml", "programmes/swimming-course.yaml", "references.yaml"),
        *(*SCHEMAS, "vocabulary.yaml"),
    ],
}

PROGRAM = f"virkningskjede=={vk.__version__}"

in_each_language = pytest.mark.parametrize("lang", LANGS)


def files_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@in_each_language
def test_a_new_project_has_nothing_to_be_told_of(lang: Lang, run: Run, here: Path) -> None:
    ran = run("init", "own", "--lang", lang)
    assert ran.code == 0
    assert files_in(here / "own") == NAMES[lang]
    assert vk.validate("own").diagnostics == ()
    assert [line.split(" ", 1)[1] for line in ran.err.splitlines()] == [f"own/{name}" for name in NAMES[lang]]


@in_each_language
def test_it_ends_with_three_commands_that_can_be_pasted(lang: Lang, run: Run, here: Path) -> None:
    ran = run("init", "my swimming", "--lang", lang)
    commands = [shlex.split(line) for line in ran.out.splitlines() if line.startswith("    ")]
    assert [command[:2] for command in commands] == [["virkningskjede", name] for name in ("render", "validate", "atlas")]
    for command in commands:
        done = run(*(argument for argument in command[1:] if argument != "--open"))
        assert done.code == 0, done.err
    assert (here / "my swimming" / "site" / "index.html").is_file()
    assert list((here / "my swimming").glob("*.svg"))


@in_each_language
def test_what_it_shows_is_what_a_project_is_for(lang: Lang, run: Run, here: Path) -> None:
    run("init", "--lang", lang)
    portfolio = vk.load_portfolio(".")
    (model,) = portfolio.values()
    vocabulary = portfolio.project.vocabulary
    assert vocabulary is not None
    assert all(term.definition and term.includes and term.excludes for term in vocabulary.terms.values())
    assert len(vocabulary.terms) > len({term for node in model.nodes.values() for term in node.term}) == 2
    assert all(link.because for link in model.links())
    (verdict,) = vk.check(portfolio, [path.stem for path in Path("criteria").iterdir()]).results
    assert verdict.verdict == "met"
    (table,) = (path.stem for path in Path("comparisons").iterdir())
    assert len(vk.compare(portfolio, table).comparison.columns) == 2


@in_each_language
def test_it_speaks_one_language_and_of_no_field_of_ours(lang: Lang) -> None:
    text = b"\n".join(data for name, data in scaffold.starter(lang).items() if name.endswith(".yaml")).decode()
    other = {"nb": r"\b(the|and|of|with)\b", "en": r"[æøåÆØÅ]|\b(og|er|som|til)\b"}[lang]
    assert re.findall(other, text.replace("own project", "")) == []
    assert re.findall(r"\b(nav|helse\w*|health\w*|terap\w*|therap\w*|jobb\w*)\b", text, re.IGNORECASE) == []
    assert not text.startswith("\ufeff")


@in_each_language
def test_a_file_that_is_there_is_left_alone_and_nothing_is_written(lang: Lang, run: Run, here: Path) -> None:
    for name in NAMES[lang]:
        folder = here / name.replace("/", "-")
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text("mine")
        ran = run("init", folder, "--lang", lang)
        assert ran.code == 2
        assert name in ran.err
        assert files_in(folder) == [name]
        assert (folder / name).read_text() == "mine"


def test_what_else_lies_in_the_folder_stays(run: Run, here: Path) -> None:
    (here / "notes.docx").write_bytes(b"notes")
    (here / "programmes").mkdir()
    assert run("init").code == 0
    assert files_in(here) == sorted([*NAMES["nb"], "notes.docx"])
    assert (here / "notes.docx").read_bytes() == b"notes"


def test_when_a_file_cannot_be_written_none_is(run: Run, here: Path) -> None:
    (here / "own").mkdir()
    (here / "own" / "programmes").write_text("a file where the folder should be")
    ran = run("init", "own")
    assert ran.code == 2
    assert "Kan ikke skrive" in ran.err
    assert files_in(here) == ["own/programmes"]
    assert [path.name for path in (here / "own").iterdir()] == ["programmes"]


@pytest.mark.parametrize("where", ["own", "own/programmes", "own/new/deeper"])
def test_inside_a_project_it_names_that_one(where: str, run: Run, here: Path) -> None:
    run("init", "own")
    before = files_in(here)
    ran = run("init", where, "--lang", "en")
    assert ran.code == 2
    assert "there is a project here already: own." in ran.err
    assert files_in(here) == before


def test_above_a_project_it_names_that_one(run: Run, here: Path) -> None:
    run("init", "work/own")
    before = files_in(here)
    for folder in (".", "work"):
        ran = run("init", folder)
        assert ran.code == 2
        assert "her er det et prosjekt allerede: work/own." in ran.err
    assert files_in(here) == before
    assert run("init", "work/other").code == 0, "beside a project there is room for another"


SETTINGS = '[tool.virkningskjede]\nroot = "{}"\n'


@pytest.mark.parametrize("root", ["models", ".models"])
def test_the_root_that_settings_name_is_in_the_way_of_one_above_it_only(root: str, run: Run, here: Path) -> None:
    (here / "pyproject.toml").write_text(SETTINGS.format(root))
    assert run("init", root).code == 0, "the settings name a place where there is nothing yet"
    ran = run("init", ".", "--lang", "en")
    assert (ran.code, f"there is a project here already: {root}." in ran.err) == (2, True)
    assert run("init", "beside").code == 0
    assert run("validate", "beside").out == "5 filer: ingenting å melde\n"


def test_a_name_that_looks_like_an_option_is_still_a_folder(run: Run, here: Path) -> None:
    ran = run("init", "--", "-own")
    assert ran.code == 0
    render = shlex.split(ran.out.splitlines()[1])
    assert run(*render[1:]).code == 0
    assert (here / "-own" / "svommekurs.svg").is_file()


def test_from_python_it_is_all_or_nothing_too(tmp_path: Path) -> None:
    files = scaffold.begin(tmp_path / "a" / "b", "en")
    assert [path.relative_to(tmp_path / "a" / "b").as_posix() for path in files] == NAMES["en"]
    with pytest.raises(UsageError):
        scaffold.begin(tmp_path / "a" / "b", "en")


def test_commands_are_quoted_for_the_terminal() -> None:
    assert shlex.split(pasted(["virkningskjede", "validate", 'it\'s "mine" $HOME'])) == ["virkningskjede", "validate", 'it\'s "mine" $HOME']


@in_each_language
@pytest.mark.parametrize(("ci", "name"), [("github", ".github/workflows/virkningskjede.yml"), ("gitlab", ".gitlab-ci.yml")])
def test_the_job_is_written_where_it_is_looked_for(lang: Lang, ci: scaffold.CI, name: str, run: Run, here: Path) -> None:
    ran = run("init", "alone", "--ci", ci, "--lang", lang)
    assert ran.code == 0
    assert files_in(here / "alone") == sorted([*NAMES[lang], name])
    assert ran.out.splitlines()[-1].startswith(f"alone/{name} {'installerer' if lang == 'nb' else 'installs'} {PROGRAM}. ")
    (here / "repository" / ".git").mkdir(parents=True)
    assert run("init", "repository/own", "--ci", ci, "--lang", lang).code == 0
    assert files_in(here / "repository") == sorted([*(f"own/{each}" for each in NAMES[lang]), name]), "at the top of the work tree"
    assert (here / "repository" / name).read_bytes() == scaffold.job(ci, PROGRAM, lang)[name]
    assert run("validate", "repository", "--lang", "en").out == "5 files: nothing to report\n", "the job is no file that is passed over"


@in_each_language
@pytest.mark.parametrize(("ci", "name"), [("github", ".github/workflows/virkningskjede.yml"), ("gitlab", ".gitlab-ci.yml")])
def test_a_project_that_is_there_gets_the_job_alone(lang: Lang, ci: scaffold.CI, name: str, run: Run, here: Path) -> None:
    (here / ".git").mkdir()
    run("init", "own", "--lang", lang)
    before = files_in(here)
    job = scaffold.job(ci, PROGRAM, lang)[name]
    for folder in ("own", ".", "own/programmes"):
        ran = run("init", folder, "--ci", ci, "--lang", lang)
        assert (ran.code, ran.err.split(" ", 1)[1], files_in(here)) == (0, f"{name}\n", sorted([*before, name]))
        assert (here / name).read_bytes() == job
        (here / name).unlink()
    (here / name).parent.mkdir(exist_ok=True)
    (here / name).write_text("ours\n")
    for folder in ("own", "another"):
        ran = run("init", folder, "--ci", ci, "--lang", lang)
        first, _, shown = ran.out[ran.out.index(f"{name} ") :].partition("\n")
        assert (ran.code, shown, (here / name).read_text()) == (0, f"{job.decode()}\n", "ours\n")
        assert (
            first
            == f"{name} "
            + {
                "nb": "finnes fra før, og er ikke rørt. Dette skulle stått der:",
                "en": "is there already, and is left as it is. This would have stood there:",
            }[lang]
        )
    assert files_in(here) == sorted([*before, *(f"another/{each}" for each in NAMES[lang]), name])

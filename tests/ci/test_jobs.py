"""The action and the jobs that check a project in a pull request: of the form that GitHub and GitLab ask for, and with steps that do it."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from check_jsonschema import main as check_jsonschema

from tests.cli.conftest import Ran, Run, run
from tests.conftest import Commit, Git, write_project
from tests.docs.pages import DOCS, Page
from virkningskjede import __version__, scaffold
from virkningskjede.cli.init import CIS
from virkningskjede.i18n import Lang

__all__ = ["run"]

TOP = Path(__file__).parents[2]
STARTER = TOP / "virkningskjede" / "starter" / "ci"
ACTION = TOP / "action.yml"
EXAMPLE = TOP / "examples" / "ci" / "github.yml"
GITHUB = STARTER / "github" / ".github" / "workflows" / "virkningskjede.yml"
PROGRAM = f"virkningskjede=={__version__}"
GITLAB = STARTER / "gitlab" / ".gitlab-ci.yml"


@pytest.mark.parametrize(
    ("schema", "path"),
    [("github-actions", ACTION), ("github-workflows", EXAMPLE), ("github-workflows", GITHUB), ("gitlab-ci", GITLAB)],
    ids=["action", "example", "github", "gitlab"],
)
def test_it_is_of_the_form_that_is_asked_for(schema: str, path: Path) -> None:
    with pytest.raises(SystemExit) as stop:
        check_jsonschema(["--builtin-schema", f"vendor.{schema}", str(path)])
    assert not stop.value.code


def values(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def steps(path: Path) -> Iterator[Mapping[str, Any]]:
    """The steps of the one job of a workflow, or of an action."""
    file = values(path)
    yield from file["runs"]["steps"] if "runs" in file else file["jobs"]["validate"]["steps"]


Calls = list[list[str]]
Shell = Callable[..., Calls]


@pytest.fixture
def shell(git: Git, commit: Commit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Run a script as GitHub runs one, in a project whose main has two models in which nothing is wrong, and whose working tree has others.

    It gives what ``python`` and ``virkningskjede`` were called with; they are not run.
    """
    here = Path.cwd()
    write_project(here / "modeller")
    commit("2026-01-01")
    git("update-ref", "refs/remotes/origin/main", "main")
    for name in ("a", "b"):
        path = here / "modeller" / "pilots" / f"{name}.yaml"
        path.write_text(path.read_text("utf-8").replace("term: ro", f"term: r{name}"), "utf-8")
    programs, calls = tmp_path / "programs", tmp_path / "calls"
    programs.mkdir()
    for program in ("python", "virkningskjede"):
        (programs / program).write_text(f"#!/bin/sh\nprintf '%s\\0' {program} \"$@\" >>'{calls}'\nprintf '\\1' >>'{calls}'\n")
        (programs / program).chmod(0o755)
    monkeypatch.setenv("PATH", os.pathsep.join((str(programs), os.environ["PATH"])))

    def call(script: str, **variables: str) -> Calls:
        calls.write_text("")
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        subprocess.run(command, env={**os.environ, **variables}, check=True, capture_output=True)
        return [each.split("\0")[:-1] for each in calls.read_text("utf-8").split("\1")[:-1]]

    return call


def annotated(ran: Ran) -> list[str]:
    """Where each annotation stands, and its code."""
    return [f"{file} {code}" for file, code in re.findall(r"^::error file=([^,]+),.*?,title=(\w+)::", ran.out, re.MULTILINE)]


def of_action(shell: Shell, tmp_path: Path, **inputs: str) -> Calls:
    """What the steps of the action that are scripts call, with inputs."""
    action = values(ACTION)
    assert inputs.keys() <= action["inputs"].keys()
    known = {f"inputs.{name}": inputs.get(name, about["default"]) for name, about in action["inputs"].items()}
    known["runner.temp"] = str(tmp_path)
    calls: Calls = []
    for step in steps(ACTION):
        if "run" in step:
            env = {name: re.sub(r"\$\{\{ (\S+) \}\}", lambda found: known[found[1]], value) for name, value in step.get("env", {}).items()}
            calls += shell(step["run"], GITHUB_ACTION_PATH=str(TOP), GITHUB_OUTPUT=str(tmp_path / "output"), **env)
    return calls


def test_the_action_installs_its_own_revision_and_checks_the_project(
    shell: Shell, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install, validate = of_action(shell, tmp_path)
    assert install == ["python", "-m", "pip", "install", str(TOP)]
    assert re.fullmatch(r"hash=[0-9a-f]{40}\n", (tmp_path / "output").read_text())
    monkeypatch.setenv("VIRKNINGSKJEDE_LANG", "en")
    ran = run(*validate[1:])
    assert annotated(ran) == ["modeller/pilots/a.yaml VK302", "modeller/pilots/b.yaml VK302"]
    assert (ran.code, ran.out.splitlines()[-1]) == (1, "5 files: 2 errors, 9 notes")


def test_the_action_checks_what_it_is_asked_to(shell: Shell, run: Run, tmp_path: Path) -> None:
    asked = {"install": "./virkningskjede.whl", "since": "origin/main", "paths": "modeller/pilots/b.yaml\nmodeller/criteria\n"}
    install, validate = of_action(shell, tmp_path, **asked)
    assert install[-1] == "./virkningskjede.whl"
    ran = run(*validate[1:])
    assert annotated(ran) == ["modeller/pilots/b.yaml VK302"]
    assert ran.out.splitlines()[-2:] == ["2 filer: 1 feil", "4 funn fra før er ikke vist."]


def test_nothing_that_is_put_in_becomes_a_command(shell: Shell, tmp_path: Path) -> None:
    hostile = f'"; touch {tmp_path}/made; $(touch {tmp_path}/made) `touch {tmp_path}/made`'
    install, validate = of_action(shell, tmp_path, install=hostile, since=hostile, paths=f"--help\n{hostile}")
    assert install[-1] == hostile
    assert validate == ["virkningskjede", "validate", "--format", "github", "--since", hostile, "--", "--help", hostile]
    assert not (tmp_path / "made").exists()
    assert not [step for step in steps(ACTION) if "${{" in step.get("run", "")]


def test_the_example_uses_inputs_that_the_action_has() -> None:
    (used,) = [step for step in steps(EXAMPLE) if step["uses"] == "OWNER/virkningskjede@REV"]
    assert used["with"].keys() <= values(ACTION)["inputs"].keys()


@pytest.mark.parametrize("name", ["kom-i-gang", "getting-started"])
def test_the_page_tells_of_every_input(name: str) -> None:
    (table,) = [table for table in Page(DOCS / f"{name}.md").tables if table.marker == "action"]
    assert table.keys == list(values(ACTION)["inputs"])


def test_what_the_action_uses_is_pinned() -> None:
    used = re.findall(r"uses: (.*)", ACTION.read_text("utf-8"))
    assert len(used) == 2
    assert [line for line in used if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


def test_the_job_of_github_shows_what_is_new(shell: Shell, run: Run) -> None:
    (install, validate) = (shell(step["run"], VIRKNINGSKJEDE="a==1", GITHUB_BASE_REF="main")[0] for step in steps(GITHUB) if "run" in step)
    assert install == ["python", "-m", "pip", "install", "a==1"]
    ran = run(*validate[1:])
    assert (ran.code, annotated(ran)) == (1, ["modeller/pilots/a.yaml VK302", "modeller/pilots/b.yaml VK302"])


def test_the_job_of_gitlab_makes_a_report_and_tells_the_log(shell: Shell, run: Run) -> None:
    job = values(GITLAB)["virkningskjeder"]
    install, report, log = shell("\n".join(job["script"]), CI_MERGE_REQUEST_DIFF_BASE_SHA="main", **job["variables"])
    assert install == ["python", "-m", "pip", "install", job["variables"]["VIRKNINGSKJEDE"]]
    assert run(*report[1:]).code == 0, "the log is to be written too"
    entries = json.loads(Path(job["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
    assert [entry["location"]["path"] for entry in entries] == ["modeller/pilots/a.yaml", "modeller/pilots/b.yaml"]
    ran = run(*log[1:])
    assert (ran.code, ran.out.count("feil VK302")) == (1, 2)


@pytest.mark.parametrize("ci", scaffold.CIS)
def test_a_job_installs_this_version_and_is_cached_by_the_file_that_says_so(ci: scaffold.CI) -> None:
    ((name, data),) = scaffold.job(ci, PROGRAM, "en").items()
    text = data.decode()
    assert text.startswith(f"# {name}\n")
    assert "VIRKNINGSKJEDE_LANG: en\n" in text
    assert f"VIRKNINGSKJEDE: {PROGRAM}\n" in text
    assert re.search(rf"(cache-dependency-path: |files: \[){re.escape(name)}\]?\n", text)


def test_what_stands_elsewhere_is_what_is_written() -> None:
    assert CIS == scaffold.CIS
    assert (TOP / "examples" / "ci" / "gitlab.yml").read_bytes() == scaffold.job("gitlab", PROGRAM, "nb")[".gitlab-ci.yml"]
    pages: tuple[tuple[str, Lang], ...] = (("kom-i-gang", "nb"), ("getting-started", "en"))
    for page, lang in pages:
        ((name, data),) = scaffold.job("github", PROGRAM, lang).items()
        assert f"```yaml\n{data.decode()}```\n" in (DOCS / f"{page}.md").read_text("utf-8"), (page, name)

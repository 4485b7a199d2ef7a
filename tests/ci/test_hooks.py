"""The hooks for pre-commit: what they call is there, and one run of them sees the whole project."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from tests.cli.conftest import Run, run
from tests.conftest import write_project
from tests.docs.pages import DOCS, Page
from virkningskjede.cli import program

__all__ = ["run"]

HOOKS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text("utf-8"))


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_calls_a_command_with_options_that_it_has(hook: dict[str, Any]) -> None:
    called, name, *arguments = hook["entry"].split()
    assert (called, hook["id"], hook["language"]) == ("virkningskjede", f"virkningskjede-{name}", "python")
    command = program.get_command(click.Context(program), name)
    assert command is not None
    command.make_context(name, arguments)  # which refuses an option that it does not have


@pytest.mark.parametrize("name", ["kom-i-gang", "getting-started"])
def test_the_page_asks_for_hooks_that_there_are(name: str) -> None:
    (block,) = [block.text for block in Page(DOCS / f"{name}.md").blocks if block.text.startswith("# .pre-commit-config.yaml\n")]
    (repository,) = yaml.safe_load(block)["repos"]
    assert {hook["id"] for hook in repository["hooks"]} == {hook["id"] for hook in HOOKS}


def test_the_project_is_looked_at_once_and_as_a_whole(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert all(hook["pass_filenames"] is False and hook["require_serial"] for hook in HOOKS)
    (entry, always) = next((hook["entry"], hook["always_run"]) for hook in HOOKS if hook["id"] == "virkningskjede-validate")
    assert always, "a file that is deleted would start nothing"
    write_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert run(*entry.split()[1:], "--lang", "en").out == "5 files: 8 notes\n"
    codebook = tmp_path / "vocabulary.yaml"
    codebook.write_text(codebook.read_text("utf-8").replace("  ro:", "  indre-ro:"), "utf-8")
    ran = run(*entry.split()[1:], "--lang", "en")
    assert ran.code == 1
    assert ran.out.splitlines() == [
        "pilots/a.yaml:7:51: error VK302 The term `ro` is not in the codebook. See also: pilots/b.yaml:7:51",
        "5 files: 1 error, 9 notes",
    ]

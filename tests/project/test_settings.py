"""The settings that hold at a place, and what they may say."""

from __future__ import annotations

from pathlib import Path

import pytest

from virkningskjede.errors import UsageError
from virkningskjede.project import DEFAULTS, settings_at
from virkningskjede.project.files import Excluded


def _write(folder: Path, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")


def test_the_nearest_that_says_something_holds(tmp_path: Path) -> None:
    _write(tmp_path, '[tool.virkningskjede]\nlang = "en"\n')
    _write(tmp_path / "a", '[tool.ruff]\nline-length = 100\n[project]\nname = "x"\n')
    _write(tmp_path / "a" / "b", '[tool.virkningskjede]\nlang = "nb"\nfail-on = "warning"\nexclude = ["x", "y/*"]\n')
    (tmp_path / ".git").mkdir()
    assert settings_at(tmp_path / "a").lang == "en"
    settings = settings_at(tmp_path / "a" / "b" / "c")
    assert (settings.lang, settings.fail_on, settings.excluded.patterns) == ("nb", "warning", ("x", "y/*"))
    assert settings_at(tmp_path / "a" / "finnes-ikke" / "m.yaml").lang == "en"


def test_what_lies_beyond_the_work_tree_does_not_hold(tmp_path: Path) -> None:
    _write(tmp_path, '[tool.virkningskjede]\nlang = "en"\n')
    (tmp_path / "a" / ".git").mkdir(parents=True)
    assert settings_at(tmp_path / "a") == DEFAULTS


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("tool = 3", "[tool] is not a table"),
        ("[tool]\nvirkningskjede = [1]", "[tool.virkningskjede] is not a table"),
        ("[[tool.virkningskjede]]\nlang = 'en'", "[tool.virkningskjede] is not a table"),
        ("[tool.virkningskjede]\nlnag = 'en'", "unknown setting `lnag`"),
        ("[tool.virkningskjede]\nlang = 'no'", "`lang` cannot be 'no'"),
        ("[tool.virkningskjede]\nroot = ''", "`root` cannot be ''"),
        ("[tool.virkningskjede]\nroot = 3", "`root` cannot be 3"),
        ("[tool.virkningskjede]\nexclude = 'venv'", "`exclude` cannot be 'venv'"),
        ("[tool.virkningskjede]\nselect = [1]", "`select` cannot be [1]"),
        ("[tool.virkningskjede]\nexclude = ['/home/a/b']", "the pattern /home/a/b in `exclude` covers nothing"),
        ("[tool.virkningskjede.per-file-ignores]\n'../a*' = ['VK2']", "the pattern ../a* in `per-file-ignores` covers nothing"),
        ("[tool.virkningskjede]\nexclude = ['*.{yaml,yml}']", "the pattern *.{yaml,yml} in `exclude` covers nothing"),
        ("[tool.virkningskjede]\nfail-on = 'warn'", "cannot be 'warn'; write one of these: error, warning, info, none"),
        ("[tool.virkningskjede]\nper-file-ignores = 3", 'cannot be 3; write files with codes, as in {"models/a.yaml" = ["VK2"]}'),
        ("a = " + "[" * 5000, "the file is nested too deeply"),
    ],
)
def test_what_is_wrong_is_said_with_its_file(tmp_path: Path, text: str, reason: str) -> None:
    _write(tmp_path, text)
    with pytest.raises(UsageError) as caught:
        settings_at(tmp_path)
    assert "pyproject.toml: " in str(caught.value)
    assert reason in str(caught.value)


@pytest.mark.parametrize("data", [b"\xff\xfe", b"a = \n"])
def test_a_file_that_is_no_toml(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "pyproject.toml").write_bytes(data)
    with pytest.raises(UsageError, match=r"pyproject\.toml"):
        settings_at(tmp_path)


@pytest.mark.parametrize(
    ("pattern", "covered"), [("./a/", True), ("a/**/x.yaml", True), ("**/x.yaml", True), ("a/*.yaml", True), ("b", False)]
)
def test_patterns_are_written_as_elsewhere(tmp_path: Path, pattern: str, covered: bool) -> None:
    assert Excluded(tmp_path, (pattern,)).covers(tmp_path / "a" / "x.yaml") is covered
    assert Excluded(tmp_path, (pattern,)).covers(tmp_path / "a" / "under" / "x.yaml") is covered


@pytest.mark.parametrize("pattern", ["a [1]/*.yaml", "a [[]1]/x*", "a [1]", "a [01]", "**/a [1]/x.yaml", "? [1]"])
def test_brackets_stand_for_themselves_too(tmp_path: Path, pattern: str) -> None:
    assert Excluded(tmp_path, (pattern,)).covers(tmp_path / "a [1]" / "x.yaml") is ("01" not in pattern)
    assert Excluded(tmp_path, ("a[12].yaml",)).covers(tmp_path / "a1.yaml")

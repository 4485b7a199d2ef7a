"""Which files may be read: regular ones, inside the root, and nothing hangs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from virkningskjede.yamlfile import lies_below, read, read_text


def reason(path: Path, root: Path | None = None) -> str:
    yaml_file = read(path, "f.yaml", root=root)
    assert yaml_file.values is None
    assert not yaml_file.readable
    (diagnostic,) = yaml_file.diagnostics
    assert diagnostic.code == "VK012"
    return diagnostic.message("en").rpartition(": ")[2]


def test_what_is_not_a_regular_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "loop.yaml").symlink_to(tmp_path / "loop.yaml")
    (tmp_path / "folder.yaml").mkdir()
    assert reason(tmp_path / "pipe.yaml") == "it is not a regular file"
    assert reason(tmp_path / "folder.yaml") == "it is not a regular file"
    assert reason(tmp_path / "loop.yaml") == "the operating system refused"
    assert reason(tmp_path / "none.yaml") == "it does not exist"
    assert reason(tmp_path / "a\x00b.yaml") == "the operating system refused"
    assert reason(Path("/dev/zero")) == "it is not a regular file"


def test_nothing_outside_the_root_is_read(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "secret.yaml").write_text("password: x")
    (root / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    (root / "inside.yaml").write_text("a: 1")
    (root / "alias.yaml").symlink_to(root / "inside.yaml")
    assert reason(root / "link.yaml", root) == "it lies outside the root folder"
    assert read(root / "alias.yaml", "f.yaml", root=root).values == {"a": "1"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_text("a: 1")
    path.chmod(0)
    assert reason(path) == "you may not read it"


def test_text_of_a_spreadsheet_may_be_windows_1252(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes("blåbær".encode("cp1252"))
    assert read_text(path, "t.csv") == ("blåbær", ())
    path.write_bytes("\ufeffblåbær".encode())
    assert read_text(path, "t.csv") == ("blåbær", ())
    assert read_text(tmp_path / "none.csv", "none.csv")[0] is None


@pytest.mark.parametrize(
    ("path", "folder", "below"),
    [
        ("root/a.yaml", "root", True),
        ("root/b/../a.yaml", "root", True),
        ("root/../a.yaml", "root", False),
        ("root/../root/a.yaml", "root", True),
        ("root/b/../../a.yaml", "root", False),
        ("other/../root/a.yaml", "root", True),
        ("rooted/a.yaml", "root", False),
        ("root/a..b.yaml", "root", True),
        ("root", "root", False),
        ("a.yaml", "", True),
        ("../a.yaml", "", False),
        ("../a.yaml", "..", True),
    ],
)
def test_what_lies_below_a_folder_by_its_name(path: str, folder: str, below: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for one in (path, tmp_path / path):
        for other in (folder, tmp_path / folder):
            assert lies_below(one, other) is below


def test_steps_back_lead_past_no_link(tmp_path: Path) -> None:
    root, elsewhere = tmp_path / "root", tmp_path / "elsewhere" / "inner"
    for folder in (root / "b", elsewhere):
        folder.mkdir(parents=True)
    (root / "a.yaml").write_text("a: 1")
    (elsewhere.parent / "a.yaml").write_text("password: x")
    (root / "link").symlink_to(elsewhere)
    assert read(root / "b" / ".." / "a.yaml", "f.yaml", root=root).values == {"a": "1"}
    assert reason(root / "link" / ".." / "a.yaml", root) == "it lies outside the root folder"

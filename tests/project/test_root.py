"""Which root a file belongs to, and that a file below it never leads out of it, whatever its name is spelled like."""

from __future__ import annotations

from pathlib import Path

import pytest

from virkningskjede.project import Portfolio, find_root, load, read_file, shown
from virkningskjede.validation import validate_paths

MODEL = "virkningskjede: 1\nkind: pilot\nid: {}\ninputs:\n  a: {{label: Møter}}\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "rot"
    for folder in (root / "pilots", tmp_path / "annet"):
        folder.mkdir(parents=True)
    (root / "vocabulary.yaml").write_text("virkningskjede: 1\nkind: vocabulary\n")
    (root / "pilots" / "inne.yaml").write_text(MODEL.format("inne"), encoding="utf-8")
    (tmp_path / "ute.yaml").write_text(MODEL.format("ute"), encoding="utf-8")
    (root / "pilots" / "lenke.yaml").symlink_to(tmp_path / "ute.yaml")
    monkeypatch.chdir(tmp_path / "annet")
    return root


@pytest.mark.parametrize("name", ["../rot/pilots/inne.yaml", "../rot/pilots", "../rot", "../rot/pilots/../pilots/inne.yaml"])
def test_the_root_is_found_from_a_name_with_steps_back(name: str, root: Path) -> None:
    assert find_root(Path(name)) == root


def test_a_file_beside_the_root_does_not_belong_to_it(root: Path) -> None:
    assert find_root(Path("../rot/../ute.yaml")) is None


@pytest.mark.parametrize("name", ["../rot/pilots/{}.yaml", "../rot/../rot/pilots/{}.yaml", "../annet/../rot/pilots/{}.yaml"])
@pytest.mark.parametrize("given", [Path("../rot"), None])
def test_a_link_out_of_the_root_is_not_followed(name: str, given: Path | None, root: Path) -> None:
    top = given or root
    assert read_file(Path(name.format("inne")), top).values is not None
    refused = read_file(Path(name.format("lenke")), top)
    assert not refused.readable
    assert validate_paths([Path(name.format("lenke"))]).diagnostics[0].code == "VK012"
    assert validate_paths([Path(name.format("inne"))]).ok


@pytest.mark.parametrize("name", ["../ute.yaml", "../rot/../ute.yaml", "../rot/pilots/../../ute.yaml"])
def test_a_file_that_lies_elsewhere_is_read_when_it_is_asked_for(name: str, root: Path) -> None:
    assert read_file(Path(name), root).values is not None
    assert read_file(Path(name), None).values is not None
    assert validate_paths([Path(name)], root=root).ok


def test_a_folder_of_models_from_beside_it(root: Path) -> None:
    (root / "pilots" / "lenke.yaml").unlink()
    portfolio = load("../rot")
    assert isinstance(portfolio, Portfolio)
    assert list(portfolio) == ["inne"]
    assert portfolio.project.root == root


def test_a_name_is_shown_as_it_was_given(root: Path) -> None:
    assert shown(Path("../ute.yaml")) == "../ute.yaml"
    assert shown(Path("a/b.yaml")) == "a/b.yaml"
    assert shown(root.parent / "annet" / "a.yaml") == "a.yaml"

"""Which files of a folder are read, and which folders are never looked into."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from virkningskjede.project import is_yaml, yaml_files
from virkningskjede.project.files import Excluded, vocabularies

from ..conftest import write_project


def _names(folder: Path, *, across: bool = False, exclude: tuple[str, ...] = ()) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in yaml_files(folder, Excluded(folder, exclude), across=across)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.yml", "a.yaml", "C.YAML", "under/d.yaml", "tekst.txt", ".skjult/e.yaml", ".f.yaml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("a: 1")
    return tmp_path


def test_yaml_in_any_spelling_of_its_ending_in_order(folder: Path) -> None:
    assert _names(folder) == ["C.YAML", "a.yaml", "b.yml", "under/d.yaml"]
    assert [is_yaml(name) for name in ("a.YmL", "a.yaml.txt", "yaml")] == [True, False, False]


@pytest.mark.parametrize("name", ["site-packages", "node_modules", "__pycache__", ".venv"])
def test_what_was_installed_is_never_looked_into(folder: Path, name: str) -> None:
    (folder / name / "x").mkdir(parents=True)
    (folder / name / "x" / "m.yaml").write_text("a: 1")
    assert "m.yaml" not in " ".join(_names(folder, across=True))


@pytest.mark.parametrize("sign", ["pyvenv.cfg", "conda-meta"])
def test_an_environment_of_any_name_is_never_looked_into(folder: Path, sign: str) -> None:
    (folder / "miljo").mkdir()
    (folder / "miljo" / "m.yaml").write_text("a: 1")
    assert "miljo/m.yaml" in _names(folder)
    (folder / "miljo" / sign).write_text("")
    assert "miljo/m.yaml" not in _names(folder)
    assert [path.name for path in yaml_files(folder / "miljo")] == ["m.yaml"]  # but for one that was named


def test_links_to_folders_are_not_followed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("annet")
    (other / "m.yaml").write_text("a: 1")
    (folder / "lenke").symlink_to(other, target_is_directory=True)
    (folder / "ring").symlink_to(folder, target_is_directory=True)
    assert _names(folder) == ["C.YAML", "a.yaml", "b.yml", "under/d.yaml"]


def test_a_project_ends_where_another_begins(folder: Path) -> None:
    write_project(folder / "annet")
    assert not any(name.startswith("annet/") for name in _names(folder))
    assert "annet/pilots/a.yaml" in _names(folder, across=True)


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ("under", ["C.YAML", "a.yaml", "b.yml"]),
        ("under/", ["C.YAML", "a.yaml", "b.yml"]),
        ("under/*", ["C.YAML", "a.yaml", "b.yml"]),
        ("*.yml", ["C.YAML", "a.yaml", "under/d.yaml"]),
        ("d.yaml", ["C.YAML", "a.yaml", "b.yml", "under/d.yaml"]),
    ],
)
def test_what_settings_leave_out(folder: Path, pattern: str, left: list[str]) -> None:
    assert _names(folder, exclude=(pattern,)) == left


@pytest.mark.parametrize("name", ["vocabulary.yaml", "vocabulary.yml", "vocabulary.YAML"])
def test_a_codebook_in_any_spelling_of_its_ending(tmp_path: Path, name: str) -> None:
    assert vocabularies(tmp_path) == ()
    (tmp_path / name).write_text("a: 1")
    assert [path.name for path in vocabularies(tmp_path)] == [name]


def test_a_folder_named_as_a_codebook_is_none(tmp_path: Path) -> None:
    (tmp_path / "vocabulary.yaml").mkdir()
    assert vocabularies(tmp_path) == ()


def test_a_folder_that_cannot_be_read_stands_among_the_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # A test that takes away the permission itself proves nothing where it is run by root.
    real = os.scandir

    def scandir(path: Path) -> object:
        if Path(path).name == "under":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert _names(folder) == ["C.YAML", "a.yaml", "b.yml", "under"]

"""Where the site is put: swapped in whole, and nothing of anybody else's is touched."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from virkningskjede.atlas import writing
from virkningskjede.atlas.writing import MANIFEST, put
from virkningskjede.errors import UsageError

FIRST = {"index.html": b"1", "assets/a.css": b"a", "pictures/old.svg": b"o"}
SECOND = {"index.html": b"2", "assets/a.css": b"a", "model-x.html": b"m"}


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST
    }


def test_a_new_site_has_its_files_and_a_list_of_them(tmp_path: Path) -> None:
    put(FIRST, tmp_path / "a" / "site", "nb")
    assert files_in(tmp_path / "a" / "site") == FIRST
    assert list(json.loads((tmp_path / "a" / "site" / MANIFEST).read_text())["files"]) == sorted(FIRST)
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["site"]


def test_the_next_run_replaces_its_own_and_keeps_what_is_not(tmp_path: Path) -> None:
    site = tmp_path / "site"
    put(FIRST, site, "nb")
    foreign = {"CNAME": b"x", "assets/own.css": b"y", ".git/objects/ab": b"z", "pictures/photo.jpg": b"p"}
    for name, content in foreign.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(content)
    (site / "empty" / "folder").mkdir(parents=True)
    (site / "link").symlink_to(tmp_path)
    put(SECOND, site, "nb")
    assert files_in(site) == {**SECOND, **foreign}
    assert (site / "empty" / "folder").is_dir() and (site / "link").is_symlink()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("name", ["index.html", "assets/a.css", "assets", MANIFEST])
def test_what_is_somebody_elses_is_not_written_over(tmp_path: Path, name: str) -> None:
    site = tmp_path / "site"
    (site / name).parent.mkdir(parents=True)
    (site / name).write_text("mine")
    with pytest.raises(UsageError, match="ikke skrevet av virkningskjede atlas"):
        put(FIRST, site, "nb")
    assert (site / name).read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_file_of_ours_that_somebody_has_changed_is_theirs(tmp_path: Path) -> None:
    put(FIRST, tmp_path / "site", "nb")
    (tmp_path / "site/index.html").write_text("changed")
    with pytest.raises(UsageError, match="has been changed since"):
        put(SECOND, tmp_path / "site", "en")
    assert (tmp_path / "site/index.html").read_text() == "changed"


def test_a_list_that_names_files_outside_the_site_removes_nothing(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    site = tmp_path / "site"
    put(FIRST, site, "nb")
    data = json.loads((site / MANIFEST).read_text())
    data["files"]["../mine"] = writing._sum(b"mine")
    (site / MANIFEST).write_text(json.dumps(data))
    put(SECOND, site, "nb")
    assert (tmp_path / "mine").read_text() == "mine"


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine")
    with pytest.raises(UsageError, match="er ikke en mappe"):
        put(FIRST, tmp_path / "site", "nb")


def test_a_swap_that_fails_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(FIRST, tmp_path / "site", "nb")
    rename, seen = Path.rename, list[Path]()

    def fail_second(self: Path, target: Path) -> Path:
        seen.append(self)
        if len(seen) == 2:
            raise OSError(28, "full")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail_second)
    with pytest.raises(UsageError, match="full"):
        put(SECOND, tmp_path / "site", "nb")
    assert files_in(tmp_path / "site") == FIRST
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


NAMES = st.sampled_from(["index.html", "a", "b/c", "b/d", "e/f/g", "e/h"])
FILES = st.dictionaries(NAMES, st.binary(max_size=3))


@settings(max_examples=40)
@given(FILES, FILES, FILES)
def test_the_law_of_the_swap(first: Mapping[str, bytes], foreign: Mapping[str, bytes], second: Mapping[str, bytes]) -> None:
    with TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        put(first, site, "nb")
        theirs = {name: content for name, content in foreign.items() if name not in first}
        for name, content in theirs.items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_bytes(content)
        if theirs.keys() & second.keys():
            with pytest.raises(UsageError):
                put(second, site, "nb")
            assert files_in(site) == {**first, **theirs}
        else:
            put(second, site, "nb")
            assert files_in(site) == {**second, **theirs}

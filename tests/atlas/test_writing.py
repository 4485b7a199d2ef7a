"""Where the site is put: whole or as it was, and nothing of anybody else's is touched."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from virkningskjede.atlas import writing
from virkningskjede.atlas.writing import MANIFEST, READY, put
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


class Cut(BaseException):
    """The process is gone."""


WRITES = ("replace", "unlink", "rmdir", "mkdir", "link", "open")
"""What changes something on a disk; files are opened for writing with the last."""


def cut_after(writes: int, patch: pytest.MonkeyPatch, error: BaseException, *, dead: bool) -> None:
    """Let what writes to the disk fail after so many times: once, or, as of one who is dead, ever after."""
    seen = [0]

    def counted(name: str) -> None:
        real = getattr(os, name)

        def call(*arguments: Any, **named: Any) -> Any:
            if name != "open" or arguments[1] & os.O_WRONLY:
                seen[0] += 1
                if seen[0] == writes or (dead and seen[0] > writes):
                    raise error
            return real(*arguments, **named)

        patch.setattr(os, name, call)

    for name in WRITES:
        counted(name)
    patch.setattr(Path, "write_bytes", _written)
    patch.setattr(Path, "write_text", lambda self, text, _encoding: _written(self, text.encode()))


def _written(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.write(handle, data)
    os.close(handle)


THEIRS = {"CNAME": b"x", ".git/objects/ab": b"z", "pictures/photo.jpg": b"p"}


def with_theirs(site: Path) -> None:
    put(FIRST, site, "nb")
    for name, content in THEIRS.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(content)


def test_killed_at_any_step_each_file_is_old_or_new_and_the_next_run_mends_it(tmp_path: Path) -> None:
    done, writes = False, 0
    while not done:
        writes += 1
        site = tmp_path / str(writes)
        with_theirs(site)
        with pytest.MonkeyPatch.context() as patch:
            cut_after(writes, patch, Cut(), dead=True)
            try:
                put(SECOND, site, "nb")
                done = True
            except Cut:
                pass
        stands = {name: content for name, content in files_in(site).items() if not name.startswith(READY)}
        assert THEIRS.items() <= stands.items()
        assert all(content in (FIRST.get(name), SECOND.get(name), THEIRS.get(name)) for name, content in stands.items())
        assert FIRST.keys() & SECOND.keys() <= stands.keys()
        left = (site / READY).exists()
        assert put(SECOND, site, "nb") is left  # and it is told
        assert files_in(site) == {**SECOND, **THEIRS}
        assert {path.name for path in (*site.iterdir(), *tmp_path.iterdir()) if path.name.startswith(".")} == {".git"}
    assert writes > 20


def test_a_disk_that_fails_at_any_step_leaves_the_old_site(tmp_path: Path) -> None:
    failures = 0
    for writes in range(1, 40):
        site = tmp_path / str(writes)
        with_theirs(site)
        manifest = (site / MANIFEST).read_bytes()
        with pytest.MonkeyPatch.context() as patch:
            cut_after(writes, patch, OSError(28, "full"), dead=False)
            try:
                put(SECOND, site, "nb")
            except UsageError as error:
                failures += 1
                assert "full" in str(error)
                assert files_in(site) == {**FIRST, **THEIRS}
                assert (site / MANIFEST).read_bytes() == manifest
        put(SECOND, site, "nb")
        assert files_in(site) == {**SECOND, **THEIRS}
    assert failures > 10


def test_the_folder_itself_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # A mount point cannot be renamed, and whoever stands in a folder that is replaced stands in one that is gone.
    site = tmp_path / "site"
    put(FIRST, site, "nb")
    before = site.stat().st_ino
    monkeypatch.chdir(site)
    put(SECOND, Path(), "nb")
    assert (site.stat().st_ino, files_in(Path.cwd())) == (before, SECOND)


def test_a_link_in_the_site_leads_nothing_out_of_it(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.css").write_bytes(b"a")
    site = tmp_path / "site"
    put(FIRST, site, "nb")
    (site / "assets" / "a.css").unlink()
    (site / "assets").rmdir()
    (site / "assets").symlink_to(outside)
    with pytest.raises(UsageError, match="ikke skrevet av virkningskjede atlas"):
        put(SECOND, site, "nb")
    put({"index.html": b"3"}, site, "nb")
    assert (outside / "a.css").read_bytes() == b"a"


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

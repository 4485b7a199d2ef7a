"""A model by its title: which files are read for it, what a portfolio finds, and names that no file can have."""

from __future__ import annotations

from pathlib import Path

import pytest

import virkningskjede as vk
from virkningskjede.errors import UsageError
from virkningskjede.project import Origins, origins

from ..conftest import WALK, Commit, write_project

LONG = "q" * 300


def test_a_title_is_found_below_the_root_that_is_named(own: Path) -> None:
    for name in ("Tur A", "tur a", "TUR A"):
        assert vk.load_model(name, root=own).id == "a"
        assert Origins(None, own).of(name).path == own / "pilots" / "a.yaml"


def test_a_title_may_stand_in_quotes_over_lines_or_in_escapes(own: Path) -> None:
    for number, title in enumerate(('"Caf\\u00e9 Sol"', "'Kari''s hus'", '"Et langt\n  navn: med dash"')):
        (own / "pilots" / f"c{number}.yaml").write_text(WALK.format(id=f"c{number}", title=title, term="tur"), encoding="utf-8")
    for number, name in enumerate(("café sol", "kari's hus", "et langt navn")):
        assert Origins(None, own).of(name).path.name == f"c{number}.yaml"


def test_a_model_is_found_beside_you_where_there_is_no_project(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(WALK.format(id="x", title="St. Hans – i juni", term="tur"), encoding="utf-8")
    assert Origins(None, tmp_path).of("st. hans").path.name == "x.yaml"


def test_a_title_at_a_revision_is_that_of_then(commit: Commit) -> None:
    root = write_project(Path.cwd() / "models")
    first = commit("2024-01-01")
    file = root / "pilots" / "a.yaml"
    file.write_text(WALK.format(id="a", title="Løp", term="tur"), encoding="utf-8")
    commit("2024-02-01")
    names = Origins(None, root)
    assert names.of(f"tur a@{first}").today == file
    assert names.of("løp@HEAD").today == names.of("a@HEAD").today == file
    with pytest.raises(UsageError, match="No model “tur a”"):
        names.of("tur a@HEAD")


def test_an_exact_id_reads_no_other_file(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    real = origins._head

    def head(path: Path) -> object:
        read.append(path.name)
        return real(path)

    monkeypatch.setattr(origins, "_head", head)
    Origins(None, own).of("a")
    assert read == ["a.yaml"]
    read.clear()
    Origins(None, own).of("tur b")
    assert read == ["b.yaml"]
    read.clear()
    Origins(None, own).of("models/pilots/b.yaml")
    assert read == []


def test_a_portfolio_finds_titles_and_has_only_ids() -> None:
    pilots = vk.load_portfolio("corpus:pilots")
    for name in ("ha", "HA", "Hå", "hå"):
        assert pilots[name].id == "ha"
    assert list(pilots.select(["TROMSØ", "ha"])) == ["tromso", "ha"]
    assert ("ha" in pilots, "Hå" in pilots, pilots.get("nope"), pilots.get("Hå")) == (True, False, None, pilots["ha"])
    with pytest.raises(KeyError) as missing:
        pilots["nesoden"]
    assert str(missing.value) == "there is no model nesoden here; did you mean `nesodden`?"
    with pytest.raises(UsageError, match="did you mean `Bydel Bjerke`"):
        pilots.select("Bydel Bjærke")
    with pytest.raises(KeyError):
        pilots[0]  # type: ignore[index]


def test_a_name_that_no_file_can_have_is_answered_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    model = vk.load_model("corpus:ha")
    for name in (LONG, f"{LONG}.yaml", f"{LONG}@HEAD", f"corpus:{LONG}", "a\0b.yaml"):
        for load in (vk.load, vk.load_model, vk.load_portfolio):
            with pytest.raises(UsageError):
                load(name)
        with pytest.raises(UsageError, match=r"^Cannot write "):
            vk.dump(model, name)
        with pytest.raises(UsageError):
            vk.render(model, f"{name}.svg")
        with pytest.raises(UsageError):
            vk.load_model("corpus:ha", root=name)
        if "\0" not in name:
            with pytest.raises(UsageError):
                vk.history(name)
        if not name.startswith("corpus:"):
            assert [diagnostic.code for diagnostic in vk.validate(name).diagnostics] == ["VK012"]
    assert list(tmp_path.iterdir()) == []

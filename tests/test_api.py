"""The door: `import virkningskjede as vk`."""

from __future__ import annotations

from pathlib import Path

import pytest

import virkningskjede as vk


@pytest.fixture
def pilots(models_folder: Path) -> vk.Portfolio:
    found = vk.load(models_folder / "pilots")
    assert isinstance(found, vk.Portfolio)
    return found


def test_validate_takes_a_path_a_model_or_a_portfolio(pilots: vk.Portfolio, models_folder: Path) -> None:
    by_path = vk.validate(models_folder / "pilots")
    by_portfolio = vk.validate(pilots)
    assert by_path.ok
    assert by_portfolio.diagnostics == by_path.diagnostics
    assert all(found.place for found in by_portfolio.diagnostics)
    by_model = vk.validate(pilots["ha"], root=models_folder)
    assert [(each.code, each.path) for each in sorted(by_model.diagnostics, key=lambda each: (each.code, each.path))] == sorted(
        (each.code, each.path) for each in by_path.diagnostics if each.file and each.file.endswith("ha.yaml")
    )
    assert all(found.place is None for found in by_model.diagnostics)


def test_validate_never_raises_for_content(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xff")
    assert [each.code for each in vk.validate(tmp_path).diagnostics] == ["VK001"]
    assert [each.code for each in vk.validate(tmp_path / "none.yaml").diagnostics] == ["VK012"]


def test_validation_as_frame_and_html(models_folder: Path) -> None:
    found = vk.validate(models_folder / "pilots" / "ha.yaml", select=["VK2"])
    frame = found.to_frame()
    assert list(frame.columns) == ["file", "line", "column", "severity", "code", "path", "message"]
    assert len(frame) == len(found.diagnostics) > 0
    assert set(frame["code"].str[:3]) == {"VK2"}
    assert found._repr_html_().startswith("<table")


def test_check_one_set_and_one_verdict(pilots: vk.Portfolio) -> None:
    result = vk.check(pilots, "oslo-economics-2020")
    verdict = result.verdict("nesodden", "interesse-for-hverandre")
    assert verdict.verdict in verdict.possible
    assert {each.model for each in result.results} == set(pilots)
    with pytest.raises(vk.UsageError):
        vk.check(pilots, "finnes-ikke")


def test_diff_and_paths(pilots: vk.Portfolio) -> None:
    result = vk.diff(pilots["ha"], pilots["nesodden"])
    assert result.comparable
    assert vk.diff(pilots["ha"], pilots["ha"]).changes == ()
    found = vk.paths(pilots["nesodden"], "tilskudd", "lavere-sykefravaer")
    assert not found.truncated
    assert all(chain[0] == "tilskudd" and chain[-1] == "lavere-sykefravaer" for chain in found.paths)
    assert found.paths
    with pytest.raises(vk.UsageError, match="nesodden has no node nei"):
        vk.paths(pilots["nesodden"], "tilskudd", "nei")


def test_render_to_a_file(pilots: vk.Portfolio, tmp_path: Path) -> None:
    path = vk.render(pilots["kristiansand"], tmp_path / "k.svg", lang="en")
    assert b"Activities" in path.read_bytes()
    with pytest.raises(vk.UsageError):
        vk.render(pilots["kristiansand"], tmp_path / "k.docx")


def test_a_model_shows_itself_in_a_notebook(pilots: vk.Portfolio) -> None:
    shown = pilots["ha"]._repr_mimebundle_()
    assert "Hå" in shown["text/plain"]
    assert "<svg" in shown["image/svg+xml"]

"""Tables of pandas: names beside ids, an order, and types that go to parquet and polars."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import virkningskjede as vk
from virkningskjede.project import Portfolio
from virkningskjede.report.frames import tidy


@pytest.fixture(scope="module")
def frames(portfolio: Portfolio) -> dict[str, pd.DataFrame]:
    pilots, ha = portfolio.where(kind="pilot"), portfolio["ha"]
    results: dict[str, Any] = {
        "validate": vk.validate(pilots),
        "check": vk.check(pilots, "oslo-economics-2020"),
        "against": vk.check(pilots, "kognitiv-terapi-xu-2024").against("statusrapport"),
        "diff": vk.diff(ha, portfolio["tromso"]),
        "compare": vk.compare(pilots, "tiltak"),
        "consensus": vk.consensus(pilots, min=3),
        "contrast": vk.consensus(pilots, min=3).against(portfolio["felles"]),
        "similarity": vk.similarity(pilots),
        "paths": vk.paths(ha, "nav-veileder", "user"),
        "gaps": vk.gaps(pilots),
        "coverage": vk.coverage(ha),
        "agreement": vk.agreement(ha, ha),
        "progress": vk.progress(pilots),
        "waves": vk.waves(pilots),
        "model": ha,
    }
    made: dict[str, pd.DataFrame] = {name: result.to_frame() for name, result in results.items()}
    return {**made, "nodes": pilots.to_frame("nodes"), "links": pilots.to_frame("links")}


def test_every_frame_goes_to_parquet(frames: dict[str, pd.DataFrame], tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    for name, frame in frames.items():
        frame.to_parquet(tmp_path / f"{name}.parquet")
        back = pd.read_parquet(tmp_path / f"{name}.parquet")
        assert list(back.columns) == list(frame.columns) and len(back) == len(frame)


def test_every_cell_is_data(frames: dict[str, pd.DataFrame]) -> None:
    for name, frame in frames.items():
        assert "('" not in frame.to_csv(index=False), name
        assert not any(isinstance(cell, tuple | list | dict) for column in frame for cell in frame[column]), name
    links = frames["links"]
    (row,) = links[(links["model"] == "ha") & (links["source"] == "nav-veileder") & (links["to"] == "til-stede")].to_dict("records")
    assert row["at"].split("; ") == ["statusrapport#2.2.1:7"]


def test_every_frame_goes_to_polars(frames: dict[str, pd.DataFrame]) -> None:
    pl = pytest.importorskip("polars")
    pytest.importorskip("pyarrow")
    for frame in frames.values():
        assert pl.from_pandas(frame).shape == frame.shape


def test_a_table_that_is_pivoted_keeps_its_order_and_names(portfolio: Portfolio) -> None:
    matrix = vk.compare(portfolio.where(kind="pilot"), "tiltak")
    wide = matrix.to_frame("en").pivot(index="column_label", columns="model_label", values="status_label")
    assert list(wide.columns) == [
        *("Bydel Bjerke", "Fredrikstad", "Kristiansand", "Nesodden", "Tromsø"),
        *("Hå", "Lillestrøm", "Ringsaker", "Bydel Stovner"),
    ]
    assert list(wide.index) == [column.label.en for column in matrix.comparison.columns.values()]
    assert wide.loc["Co-location", "Nesodden"] == "in use"


def test_what_has_an_order_can_be_held_against_each_other(frames: dict[str, pd.DataFrame]) -> None:
    check, nodes = frames["check"], frames["nodes"]
    assert set(check.loc[check["verdict"] > "not_stated", "verdict"]) == {"partly", "met"}
    assert list(nodes["stage"].cat.categories) == ["context", "inputs", "activities", "outputs", "outcomes"]
    assert list(frames["diff"]["weight"].cat.categories) == ["cosmetic", "content", "logic"]


def test_numbers_are_numbers_also_where_there_are_none(frames: dict[str, pd.DataFrame]) -> None:
    assert {str(frames["progress"][name].dtype) for name in ("baseline_min", "target_max", "value_min", "share_max")} == {"float64"}
    assert [str(frames["waves"][name].dtype) for name in ("n_earlier", "effect", "exact")] == ["Int64", "float64", "boolean"]


def test_nodes_and_arrows_of_a_portfolio_are_those_of_its_models(portfolio: Portfolio, frames: dict[str, pd.DataFrame]) -> None:
    pilots = portfolio.where(kind="pilot")
    assert len(frames["nodes"]) == sum(len(model.nodes) for model in pilots.values())
    assert len(frames["links"]) == sum(len(list(model.links())) for model in pilots.values())
    first = portfolio["ha"].to_frame("links", lang="en").iloc[0]
    link = next(iter(portfolio["ha"].links()))
    assert (first["source"], first["source_label"], first["to"]) == (link.source, portfolio["ha"].nodes[link.source].label, link.to)
    with pytest.raises(vk.UsageError, match="nodes, links"):
        portfolio["ha"].to_frame("noder")  # type: ignore[arg-type]


def test_each_change_has_the_sentence_of_the_command(portfolio: Portfolio) -> None:
    diff = vk.diff(portfolio["ha"], portfolio["tromso"])
    assert [change.sentence("en") for change in diff.changes] == list(diff.sentences("en"))
    listed = diff.report(listed=True).to_text(lang="en", width=10_000)
    nodes = [change for change in diff.changes if change.element == "node"]
    assert nodes and all(change.sentence("en") in listed for change in nodes)
    assert diff.to_frame("en")["sentence"].tolist() == list(diff.sentences("en"))
    # What it was first told among is no part of what a change is.
    assert diff.changes == vk.diff(portfolio["ha"], portfolio["tromso"]).changes
    assert "among" not in repr(diff.changes[0])


def test_ids_that_are_called_the_same_are_not_put_in_order() -> None:
    frame = tidy([["a"], ["b"]], ["id"], labels={"id": {"a": "X", "b": "X"}}, ordered={"id": ["a", "b"]})
    assert frame["id_label"].tolist() == ["X", "X"] and str(frame["id_label"].dtype) != "category"

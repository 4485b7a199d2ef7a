"""A script as a researcher writes it: type checkers follow each call without a cast, and each of them does what it says.

The types are held by mypy, which reads this file as strictly as all others.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Mapping
from pathlib import Path
from typing import assert_type, get_args

import virkningskjede as vk
from virkningskjede.model import LogicModel
from virkningskjede.model.values import ModelKind


def test_a_script_of_thirty_calls(tmp_path: Path, models_folder: Path) -> None:
    pilots = vk.load_portfolio(models_folder / "pilots")
    ha = pilots["ha"]
    assert_type(pilots, vk.Portfolio)
    assert_type(ha, vk.LogicModel)
    assert_type(vk.load_model(models_folder / "pilots" / "ha.yaml"), vk.LogicModel)
    own = vk.LogicModel(
        id="kurs",
        target_group={"alle": {"label": "Alle"}},
        activities={"kurs": {"label": "Kurs", "leads_to": ["ro"]}, "tur": vk.Activity(id="tur", label="Tur")},
        outcomes={"ro": {"label": "Ro", "level": "user"}},
        note="Prøve",
    )
    assert_type(own.activities, Mapping[str, vk.Activity])
    assert [arrow.to for node in own.activities.values() for arrow in node.leads_to] == ["ro"]
    assert {arrow.stated for arrow in ha.links()} == {True, False}
    check = vk.check(pilots, "oslo-economics-2020")
    assert {verdict.model for verdict in check.results if verdict.sure} == set(pilots)
    matrix = vk.compare(pilots, "tiltak")
    assert len(matrix.to_frame()) == len(pilots) * len(matrix.columns)
    difference = vk.diff(ha, pilots["stovner"])
    assert_type(difference, vk.Diff)
    assert all(change.sentence("en") and change.path for change in difference.changes)
    assert vk.diff(pilots, pilots).summary["changes"] == 0
    chain = vk.consensus(pilots, min=3)
    assert all(chain.label(node, "nb") for node in chain.nodes)
    assert vk.similarity(pilots, "tiltak").value("ha", "ha") == 1
    assert len(vk.group(pilots, "tiltak", samples=0).tree.leaves) == 9
    assert vk.gaps(ha).of("ha")[0].message("nb")
    assert vk.paths(own, "kurs", "ro").count == 1
    assert vk.coverage(pilots).sources == ("statusrapport",)
    assert vk.claims(pilots, "statusrapport").count("holds")
    assert vk.validate(own).ok and vk.validate(models_folder / "pilots").ok
    assert vk.progress(pilots).indicators
    assert vk.waves(pilots).comparisons == ()
    assert vk.agreement(ha, ha).of_terms.both
    assert vk.load_model(text=vk.dump(own)) == own
    assert vk.render(own, tmp_path / "kurs.dot", lang="en").exists()
    assert matrix.to_csv(tmp_path / "tiltak.csv").exists()
    assert difference.to_markdown().startswith("# ")
    link: vk.Link = own.graph.edges["kurs", "ro"]["link"]
    assert link.because is None
    assert vk.consequences(pilots, pilots).verdicts == ()
    assert len(vk.corpus().where(kind="pilot")) == 9


def test_what_a_program_may_write_is_every_field_of_a_model() -> None:
    """The signature that type checkers read, which no program runs."""
    tree = ast.parse(inspect.getsource(inspect.getmodule(LogicModel) or LogicModel))
    (made,) = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == "__init__")
    assert {argument.arg for argument in made.args.kwonlyargs} == set(LogicModel.model_fields)
    assert get_args(ModelKind) == ("pilot", "template", "programme")

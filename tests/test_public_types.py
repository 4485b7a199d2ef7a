"""The types of all that is public: a type checker can follow each of them, for none holds ``Any``.

The types are held by mypy, which refuses every expression in this file whose type has ``Any`` in it (``disallow_any_expr``).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import virkningskjede as vk


def public() -> Iterator[object]:  # noqa: PLR0915 (one line for each name)
    """Each public name, as an expression of its own."""
    yield vk.Activity
    yield vk.Agreement
    yield vk.BrokenSet
    yield vk.Change
    yield vk.Check
    yield vk.Claims
    yield vk.Concordance
    yield vk.Consensus
    yield vk.Consequences
    yield vk.Coverage
    yield vk.Diagnostic
    yield vk.Diff
    yield vk.DrawingError
    yield vk.Gap
    yield vk.Gaps
    yield vk.Grouping
    yield vk.History
    yield vk.Input
    yield vk.InvalidModel
    yield vk.Link
    yield vk.LogicModel
    yield vk.Matrix
    yield vk.Outcome
    yield vk.Output
    yield vk.Paths
    yield vk.Portfolio
    yield vk.PortfolioDiff
    yield vk.PortfolioPaths
    yield vk.Progress
    yield vk.Project
    yield vk.Renaming
    yield vk.Ruling
    yield vk.Similarity
    yield vk.TableWarning
    yield vk.UsageError
    yield vk.Validation
    yield vk.Verdict
    yield vk.VirkningskjedeError
    yield vk.WaveComparison
    yield vk.Waves
    yield vk.agreement
    yield vk.check
    yield vk.claims
    yield vk.compare
    yield vk.consensus
    yield vk.consequences
    yield vk.corpus
    yield vk.coverage
    yield vk.diff
    yield vk.dump
    yield vk.gaps
    yield vk.group
    yield vk.history
    yield vk.load
    yield vk.load_model
    yield vk.load_portfolio
    yield vk.merge_terms
    yield vk.paths
    yield vk.plain_graph  # type: ignore[misc]  # the functions of networkx take graphs of dict[str, Any], and no others
    yield vk.progress
    yield vk.read_table
    yield vk.rename
    yield vk.render
    yield vk.save
    yield vk.set_language
    yield vk.similarity
    yield vk.validate
    yield vk.waves


def test_every_public_name_is_among_those_whose_types_are_looked_at() -> None:
    lines = Path(__file__).read_text("utf-8").splitlines()
    assert [line.split()[1] for line in lines if line.startswith("    yield ")] == [f"vk.{name}" for name in vk.__all__]
    assert len(list(public())) == len(vk.__all__)

"""Which pilots belong together: the whole answer on the real models, and its laws."""

from __future__ import annotations

import random
import sys
from itertools import combinations

import pytest

from virkningskjede.comparison import compare, load_comparison
from virkningskjede.errors import UsageError
from virkningskjede.grouping import Grouping, group, tree
from virkningskjede.loading import Portfolio

from .conftest import model


@pytest.fixture(scope="module")
def found(pilots: Portfolio) -> Grouping:
    return group(pilots, load_comparison("tiltak", pilots.project), pilots.project, samples=400)


def test_the_division_by_template_against_the_one_by_progress(found: Grouping) -> None:
    template, progress = found.fits["template"], found.fits["progress"]
    assert dict(template.groups) == {
        "modell-1": ("bjerke", "fredrikstad", "kristiansand", "nesodden", "tromso"),
        "modell-2": ("ha", "lillestrom", "ringsaker", "stovner"),
    }
    assert dict(progress.groups) == {
        "reached": ("bjerke", "ha", "nesodden", "tromso"),
        "not_reached": ("fredrikstad", "kristiansand", "lillestrom", "ringsaker", "stovner"),
    }
    assert (template.rank, template.splits, template.p) == (3, 126, 3 / 126)
    assert (progress.rank, progress.splits, progress.p) == (43, 126, 43 / 126)
    assert template.r == pytest.approx(0.506, abs=0.001)
    assert progress.r == pytest.approx(0.047, abs=0.001)


def test_the_tree(found: Grouping) -> None:
    assert found.tree.two is not None
    assert set(found.tree.two[0]) == {"bjerke", "fredrikstad"}
    assert sorted(found.tree.leaves) == sorted(model.id for model in found.similarity.models)
    assert [join.similarity for join in found.tree.joins] == sorted((join.similarity for join in found.tree.joins), reverse=True)
    last = found.tree.joins[-1]
    across = [found.similarity.value(a, b) for a in last.left for b in last.right]
    assert last.similarity == pytest.approx(sum(across) / len(across))
    assert found.tree.leaves == last.left + last.right


def test_what_separates_is_counted_as_in_the_table(found: Grouping, pilots: Portfolio) -> None:
    matrix = compare(pilots, load_comparison("tiltak", pilots.project), pilots.project)
    for by, groups in found.groups.items():
        assert {each.item[1] for each in found.separating[by]} == set(matrix.columns)
        for each in found.separating[by]:
            assert dict(each.counts) == {name: matrix.count(each.item[1], members) for name, members in groups.items()}
            assert each.least <= each.difference <= each.most
    first = found.separating["template"][0]
    assert first.item == ("column", "opplaering-kunnskapsdeling")
    assert (first.difference, first.least, first.most) == (0.8, 0.8, 1.0)


def test_other_readings(found: Grouping) -> None:
    robust = found.robustness
    assert robust is not None
    template, progress = robust.fits
    assert (robust.samples, robust.seed, template.tested, progress.tested) == (400, 1, 400, 400)
    assert template.r.least <= template.r.low <= template.r.middle <= template.r.high <= template.r.most
    assert template.p.least >= 1 / 126
    assert template.same_sign == 1.0
    assert 0.6 < template.clear < 0.95 and progress.clear < 0.05
    assert robust.ahead is not None and robust.ahead > 0.99
    assert 0.25 < robust.same_clusters < 0.55
    assert set(robust.together) == set(combinations(sorted(model.id for model in found.similarity.models), 2))


def test_the_order_of_the_models_does_not_matter(found: Grouping, pilots: Portfolio) -> None:
    models = list(pilots.values())
    random.Random(3).shuffle(models)
    other = group(models, load_comparison("tiltak", pilots.project), pilots.project, samples=400)
    assert (other.tree, other.fits, other.separating, other.robustness) == (found.tree, found.fits, found.separating, found.robustness)


def test_the_seed_decides(pilots: Portfolio) -> None:
    one, same, other = (group(pilots, "terms", pilots.project, samples=50, seed=seed).robustness for seed in (1, 1, 2))
    assert one == same
    assert one is not None and other is not None and one.fits[0].r != other.fits[0].r


def test_without_open_choices_every_sample_is_as_coded() -> None:
    pairs = [
        model(name, *terms, follows=follows)
        for name, terms, follows in (("a", "pq", "x"), ("b", "pq", "x"), ("c", "rs", "y"), ("d", "r", "y"))
    ]
    found = group(pairs, "terms", samples=20)
    robust = found.robustness
    assert robust is not None
    assert (robust.choices, robust.same_clusters) == (0, 1.0)
    (survival,) = robust.fits
    assert set(survival.r) == {found.fits["template"].r} == {1.0}
    assert (survival.clear, survival.same_sign, survival.same_rank, survival.same_groups) == (0.0, 1.0, 1.0, 1.0)


def test_samples_are_drawn_from_the_readings() -> None:
    unsure = model("a", activities={"n": {"label": "N", "term": "p", "or": [{"term": "q"}]}}, follows="x")
    found = group([unsure, model("b", "p", follows="x"), model("c", "q", follows="y")], "terms", samples=2000)
    robust = found.robustness
    assert robust is not None and robust.choices == 1
    assert robust.together["a", "b"] == pytest.approx(0.5, abs=0.04)
    assert robust.together["a", "b"] + robust.together["a", "c"] == 1.0
    assert robust.same_clusters == robust.together["a", "b"]


def test_two_models_and_models_that_hold_nothing() -> None:
    found = group([model("a"), model("b")], "terms", samples=5)
    assert found.similarity.value("a", "b") == 1.0
    assert found.tree.two == (("a",), ("b",)) and found.tree.faithful is None
    assert dict(found.fits) == {} and found.robustness is not None


def test_what_the_frame_holds(found: Grouping) -> None:
    frame = found.to_frame()
    assert list(frame["model"]) == list(found.tree.leaves)
    assert set(frame.loc[frame["cluster"] == 1, "model"]) == {"bjerke", "fredrikstad"}


def test_misuse(pilots: Portfolio) -> None:
    with pytest.raises(UsageError, match="at least two"):
        group([pilots["ha"]], "terms")
    with pytest.raises(UsageError, match="is not one of the choices"):
        group(pilots, "terms", progress="dropped")
    with pytest.raises(UsageError, match="-1 is not a number of samples"):
        group(pilots, "terms", samples=-1)


def test_without_scipy_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy.cluster", None)
    with pytest.raises(UsageError) as caught:
        tree(["a", "b"], {("a", "b"): 0.5})
    assert caught.value.in_("nb") == "gruppering krever scipy; installer det med: python3 -m pip install 'virkningskjede[grouping]'"

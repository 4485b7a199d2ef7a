"""Which pilots belong together: the whole answer on the real models, and its laws."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from virkningskjede.analysis.compare import compare, load_comparison
from virkningskjede.analysis.grouping import Grouping, Tree, group, tree
from virkningskjede.errors import UsageError
from virkningskjede.model import LogicModel
from virkningskjede.project import Portfolio

from .conftest import model


@pytest.fixture(scope="module")
def grouping(pilots: Portfolio) -> Grouping:
    return group(pilots, load_comparison("tiltak", pilots.project), pilots.project, samples=400)


def test_the_division_by_template_against_the_one_by_progress(grouping: Grouping) -> None:
    template, progress = grouping.fits["template"], grouping.fits["progress"]
    assert dict(template.groups) == {
        "modell-1": ("bjerke", "fredrikstad", "kristiansand", "nesodden", "tromso"),
        "modell-2": ("ha", "lillestrom", "ringsaker", "stovner"),
    }
    assert dict(progress.groups) == {
        "reached": ("bjerke", "ha", "nesodden", "tromso"),
        "not_reached": ("fredrikstad", "kristiansand", "lillestrom", "ringsaker", "stovner"),
    }
    assert (template.rank, template.splits, template.p) == (3, 126, 3 / 126)
    assert (progress.rank, progress.splits, progress.p) == (48, 126, 49 / 126)
    assert template.r == pytest.approx(0.472, abs=0.001)
    assert progress.r == pytest.approx(0.041, abs=0.001)


def test_the_tree(grouping: Grouping) -> None:
    assert grouping.tree.two is not None
    assert set(grouping.tree.two[0]) == {"bjerke", "fredrikstad"}
    assert sorted(grouping.tree.leaves) == sorted(model.id for model in grouping.similarity.models)
    assert [join.similarity for join in grouping.tree.joins] == sorted((join.similarity for join in grouping.tree.joins), reverse=True)
    last = grouping.tree.joins[-1]
    across = [grouping.similarity.values[min(a, b), max(a, b)] or 0 for a in last.left for b in last.right]
    assert last.similarity == pytest.approx(sum(across) / len(across))
    assert grouping.tree.leaves == last.left + last.right


def test_what_separates_is_counted_as_in_the_table(grouping: Grouping, pilots: Portfolio) -> None:
    matrix = compare(pilots, load_comparison("tiltak", pilots.project), pilots.project)
    for by, groups in grouping.groups.items():
        assert {separation.item[1] for separation in grouping.separating[by]} == set(matrix.columns)
        for separation in grouping.separating[by]:
            assert dict(separation.counts) == {name: matrix.count(separation.item[1], members) for name, members in groups.items()}
            assert separation.least <= separation.difference <= separation.most
    first = grouping.separating["template"][0]
    assert first.item == ("column", "opplaering-kunnskapsdeling")
    assert (first.difference, first.least, first.most) == (0.8, 0.8, 1.0)


def test_other_readings(grouping: Grouping) -> None:
    robust = grouping.robustness
    assert robust is not None
    template, progress = robust.fits
    assert (robust.samples, robust.seed, template.tested, progress.tested) == (400, 1, 400, 400)
    assert template.r.least <= template.r.low <= template.r.middle <= template.r.high <= template.r.most
    assert template.p.least >= 1 / 126
    assert template.same_sign == 1.0
    assert 0.6 < template.clear < 0.95 and progress.clear < 0.05
    assert robust.ahead is not None and robust.ahead > 0.99
    assert robust.same_clusters is not None and 0.25 < robust.same_clusters < 0.55
    assert set(robust.together) == set(combinations(sorted(model.id for model in grouping.similarity.models), 2))


def test_the_order_of_the_models_does_not_matter(grouping: Grouping, pilots: Portfolio) -> None:
    models = list(pilots.values())
    random.Random(3).shuffle(models)
    other = group(models, load_comparison("tiltak", pilots.project), pilots.project, samples=400)
    assert (other.tree, other.fits, other.separating, other.robustness) == (
        grouping.tree,
        grouping.fits,
        grouping.separating,
        grouping.robustness,
    )


def test_the_seed_decides(pilots: Portfolio) -> None:
    one, same, other = (group(pilots, "terms", pilots.project, samples=50, seed=seed).robustness for seed in (1, 1, 2))
    assert one == same
    assert one is not None and other is not None and one.fits[0].r != other.fits[0].r


def test_without_open_choices_every_sample_is_as_coded() -> None:
    pairs = [
        model(name, *terms, follows=follows)
        for name, terms, follows in (("a", "pq", "x"), ("b", "pq", "x"), ("c", "rs", "y"), ("d", "r", "y"))
    ]
    grouping = group(pairs, "terms", samples=20)
    robust = grouping.robustness
    assert robust is not None
    assert (robust.choices, robust.same_clusters) == (0, 1.0)
    (survival,) = robust.fits
    assert set(survival.r) == {grouping.fits["template"].r} == {1.0}
    assert (survival.clear, survival.same_sign, survival.same_rank, survival.same_groups) == (0.0, 1.0, 1.0, 1.0)


def test_samples_are_drawn_from_the_readings() -> None:
    unsure = model("a", activities={"n": {"label": "N", "term": "p", "or": [{"term": "q"}]}}, follows="x")
    grouping = group([unsure, model("b", "p", follows="x"), model("c", "q", follows="y")], "terms", samples=2000)
    robust = grouping.robustness
    assert robust is not None and robust.choices == 1
    with_b, with_c = robust.together["a", "b"], robust.together["a", "c"]
    assert with_b is not None and with_c is not None
    assert with_b == pytest.approx(0.5, abs=0.04)
    assert with_b + with_c == 1.0
    assert robust.same_clusters == with_b


def test_two_models() -> None:
    grouping = group([model("a", "p"), model("b", "q")], "terms", samples=5)
    assert grouping.similarity.value("a", "b") == 0.0
    assert grouping.tree.two == (("a",), ("b",)) and grouping.tree.faithful is None
    assert dict(grouping.fits) == {} and grouping.robustness is not None


@pytest.mark.parametrize("models", [[model("a"), model("b"), model("c")], [model("a", "p"), model("b"), model("c")]])
def test_fewer_than_two_that_have_anything_is_nothing_to_compare(models: list[LogicModel]) -> None:
    with pytest.raises(UsageError, match=r"nothing to compare: it takes at least two models .*\(terms\); here there are [01]$"):
        group(models, "terms")


def test_what_has_nothing_of_what_is_asked_for_is_left_out(pilots: Portfolio) -> None:
    """Lillestrøm says nothing of how people are recruited. It is not unlike the others for that reason."""
    recruitment = load_comparison("rekruttering", pilots.project)
    grouping = group(pilots, recruitment, pilots.project, samples=50)
    others = [model for model in pilots.values() if model.id != "lillestrom"]
    without = group(others, recruitment, pilots.project, samples=50)
    assert [model.id for model in grouping.left_out] == ["lillestrom"] and without.left_out == ()
    assert (grouping.tree, grouping.fits, grouping.groups, grouping.separating) == (
        without.tree,
        without.fits,
        without.groups,
        without.separating,
    )
    assert grouping.robustness is not None and grouping.robustness == without.robustness
    assert (grouping.fits["template"].rank, grouping.fits["template"].splits) == (1, 56)
    assert grouping.fits["template"].r == pytest.approx(1)
    assert "lillestrom" not in set(grouping.to_frame()["model"])


def test_a_model_that_has_nothing_in_some_samples_is_left_out_of_those() -> None:
    """The third has its only term in half of the readings. When it is not there, two are left, and these are two clusters."""
    unsure = model("c", activities={"n": {"label": "N", "term": "q", "or": ["absent"]}}, follows="y")
    grouping = group([model("a", "p", follows="x"), model("b", "p", follows="x"), unsure], "terms", samples=2000)
    robust = grouping.robustness
    assert set(map(frozenset, grouping.tree.last)) == {frozenset("ab"), frozenset("c")}
    assert robust is not None and robust.short / 2000 == pytest.approx(0.5, abs=0.04)
    assert robust.same_clusters == robust.together["a", "b"] == (2000 - robust.short) / 2000
    assert robust.together["a", "c"] == robust.together["b", "c"] == 0.0  # of the samples that have both
    (survival,) = robust.fits
    assert survival.tested == 2000 - robust.short
    assert set(survival.r) == {1.0}


def test_one_model_left_in_a_sample_is_no_cluster() -> None:
    unsure = model("b", activities={"n": {"label": "N", "term": "q", "or": ["absent"]}})
    robust = group([model("a", "p"), unsure], "terms", samples=40, seed=3).robustness
    assert robust is not None and 0 < robust.short < 40
    assert (robust.same_clusters, robust.together["a", "b"]) == (1.0, 0.0)


def test_how_much_hangs_on_one_model(grouping: Grouping) -> None:
    without = grouping.fits["template"].without
    assert sorted(without) == sorted(model.id for model in grouping.similarity.models)
    assert (round(min(without.values()), 3), round(max(without.values()), 3)) == (0.029, 0.089)
    assert sum(p < 0.05 for p in without.values()) == 3


def renamed(models: Sequence[LogicModel], names: Mapping[str, str]) -> list[LogicModel]:
    return [model.model_copy(update={"id": names[model.id]}) for model in models]


def meets(tree: Tree) -> dict[frozenset[str], float]:
    """For every two models, how alike they are where they join."""
    return {frozenset((a, b)): round(join.similarity, 9) for join in tree.joins for a in join.left for b in join.right}


@st.composite
def tied(draw: st.DrawFn) -> list[LogicModel]:
    """Models of few terms, so that many are equally near."""
    terms = st.lists(st.sampled_from("pqr"), min_size=1, max_size=3, unique=True)
    follows = st.sampled_from(["x", "y"])
    return [model(f"m{number}", *draw(terms), follows=draw(follows)) for number in range(draw(st.integers(2, 6)))]


@given(tied(), st.data())
def test_nothing_hangs_on_what_the_models_are_called(models: list[LogicModel], data: st.DataObject) -> None:
    names = [one_model.id for one_model in models]
    new = dict(zip(names, data.draw(st.permutations(names)), strict=True))
    one, other = group(models, "terms", samples=0), group(renamed(models, new), "terms", samples=0)

    def called(branches: Iterable[Iterable[str]]) -> set[frozenset[str]]:
        return {frozenset(new[name] for name in branch) for branch in branches}

    assert {frozenset(new[name] for name in pair): value for pair, value in meets(one.tree).items()} == meets(other.tree)
    assert called(one.tree.last) == set(map(frozenset, other.tree.last))
    assert {frozenset(called(tie)) for tie in one.tree.ties} == {frozenset(map(frozenset, tie)) for tie in other.tree.ties}
    assert (one.tree.faithful is None) == (other.tree.faithful is None)
    assert one.tree.faithful == pytest.approx(other.tree.faithful)
    for by, fit in one.fits.items():
        same = other.fits[by]
        assert (fit.r, fit.rank, fit.p, fit.best_r, fit.bests) == (same.r, same.rank, same.p, same.best_r, same.bests)
        assert {new[name]: p for name, p in fit.without.items()} == dict(same.without)


def test_what_is_equally_near_joins_at_once() -> None:
    four = tree("abcd", dict.fromkeys(combinations("abcd", 2), 0.5))
    assert (sorted(four.last), four.two, len(four.joins)) == ([("a",), ("b",), ("c",), ("d",)], None, 3)
    assert four.ties == (four.last,)
    # b is as near to a as to c, which are far from each other: which of them it goes with is not settled by the alphabet.
    chain = tree("abcd", {("a", "b"): 0.5, ("b", "c"): 0.5, ("a", "c"): 0.1, ("a", "d"): 0.0, ("b", "d"): 0.0, ("c", "d"): 0.0})
    assert [set(tie) for tie in chain.ties] == [{("a",), ("b",), ("c",)}]
    assert set(map(frozenset, chain.two or ())) == {frozenset("abc"), frozenset("d")}
    # Two pairs that are as near do not stand in each other's way.
    apart = tree("abcd", {pair: 0.5 if pair in (("a", "b"), ("c", "d")) else 0.1 for pair in combinations("abcd", 2)})
    assert apart.ties == () and set(map(frozenset, apart.last)) == {frozenset("ab"), frozenset("cd")}


@given(st.lists(st.integers(0, 1000), min_size=15, max_size=15, unique=True))
def test_without_ties_the_tree_is_that_of_scipy(numbers: list[int]) -> None:
    from scipy.cluster import hierarchy

    pairs = list(combinations("abcdef", 2))
    values = {pair: number / 1000 for pair, number in zip(pairs, numbers, strict=True)}
    joined = tree("abcdef", values)
    assume(not joined.ties)
    distances = [1 - value for value in values.values()]
    linked = hierarchy.linkage(distances, "average")
    assert [meets(joined)[frozenset(pair)] for pair in pairs] == pytest.approx(
        [1 - height for height in hierarchy.cophenet(linked)], abs=1e-8
    )
    assert joined.faithful == pytest.approx(hierarchy.cophenet(linked, distances)[0])


def test_what_the_frame_holds(grouping: Grouping) -> None:
    frame = grouping.to_frame()
    assert list(frame["model"]) == list(grouping.tree.leaves)
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

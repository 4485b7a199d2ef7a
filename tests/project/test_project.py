"""One project, found in one way: which root a place belongs to, and that a model keeps its own."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest

import virkningskjede as vk
from virkningskjede.errors import UsageError
from virkningskjede.project import find_root, joined_vocabulary, named_root, open_project, project_of, root_above
from virkningskjede.project import root as root_module

from ..conftest import write_project


def test_the_root_from_above_inside_and_elsewhere(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in (own, own / "pilots", own / "pilots" / "a.yaml", own / "pilots" / "ikke-her.yaml", own.parent):
        assert find_root(place) == own
    assert root_above(own.parent) is None
    monkeypatch.chdir("/")
    assert find_root(own.parent) == own


def test_the_walk_upwards_stops_at_the_top_of_the_work_tree(own: Path) -> None:
    (own.parent.parent / "vocabulary.yaml").write_text("virkningskjede: 1\nkind: vocabulary\n")
    (own / "vocabulary.yaml").unlink()
    assert root_above(own / "pilots") is None
    (own.parent / ".git").rmdir()
    assert root_above(own / "pilots") == own.parent.parent


def test_the_walk_upwards_stops_at_the_home_folder(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own.parent / ".git").rmdir()
    (own / "vocabulary.yaml").unlink()
    (own.parent.parent / "vocabulary.yaml").write_text("virkningskjede: 1\nkind: vocabulary\n")
    monkeypatch.setenv("HOME", str(own.parent))
    monkeypatch.setenv("USERPROFILE", str(own.parent))
    assert root_above(own / "pilots") is None


def test_several_roots_below_are_listed(own: Path) -> None:
    write_project(own.parent / "andre")
    with pytest.raises(UsageError) as caught:
        find_root(own.parent)
    assert "andre, models" in str(caught.value)


def test_a_root_below_a_root_is_not_another(own: Path) -> None:
    write_project(own / "kopi")
    assert find_root(own.parent) == own
    assert find_root(own / "kopi" / "pilots") == own / "kopi"
    assert sorted(vk.load_portfolio(own)) == ["a", "b"]


def test_too_much_to_look_through_is_said(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(root_module, "MOST_FOLDERS", 1)
    with pytest.raises(UsageError, match="more than 1 folders"):
        find_root(own.parent)


@pytest.mark.parametrize("setting", ["models", "./models", "models/"])
def test_settings_name_the_root(own: Path, setting: str) -> None:
    write_project(own.parent / "andre")
    (own.parent / "pyproject.toml").write_text(f'[tool.virkningskjede]\nroot = "{setting}"\n')
    (own.parent / "loose").mkdir()
    for place in (own.parent, own.parent / "loose"):
        root = find_root(place)
        assert root is not None
        assert root.resolve() == own.resolve()


@pytest.mark.parametrize("setting", ["nope", "pilots", "models/pilots", "models/vocabulary.yaml", ".."])
def test_settings_that_name_no_root_are_an_error(own: Path, setting: str) -> None:
    (own.parent / "pyproject.toml").write_text(f'[tool.virkningskjede]\nroot = "{setting}"\n')
    with pytest.raises(UsageError, match="says that the root is"):
        find_root(own.parent)


@pytest.mark.parametrize("root", ["nope", "models/pilots", "models/vocabulary.yaml", "", "corpus:pilots", "corpus:nope"])
def test_a_root_that_was_named_must_be_one(own: Path, root: str) -> None:
    with pytest.raises(UsageError):
        named_root(root)
    with pytest.raises(UsageError):
        vk.load_portfolio("models", root=root)


def test_two_codebooks_in_one_root_are_an_error(own: Path) -> None:
    (own / "vocabulary.yml").write_text("virkningskjede: 1\nkind: vocabulary\n")
    with pytest.raises(UsageError, match="two codebooks"):
        vk.load_portfolio(own)


def test_a_folder_called_corpus_is_a_folder_when_it_is_named_so(own: Path) -> None:
    write_project(own.parent / "corpus:", title="Min")
    assert vk.load_portfolio("./corpus:")["a"].title == "Min A"
    assert "nesodden" in vk.load_portfolio("corpus:")


def test_all_shared_files_may_end_in_yml(own: Path) -> None:
    (own / "vocabulary.yaml").rename(own / "vocabulary.yml")
    (own / "references.YML").write_text("virkningskjede: 1\nkind: references\nreferences: {bok: {title: En bok, type: book}}\n")
    project = open_project(own)
    assert project.vocabulary is not None
    assert set(project.references.references) == {"bok"}
    assert not project.diagnostics


# -- what a model keeps


def test_a_model_keeps_its_project_whatever_it_is_taken_from(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    portfolio = vk.load_portfolio(own)
    alone = [vk.load_model(own / "pilots" / f"{name}.yaml") for name in "ab"]
    monkeypatch.chdir("/")
    wanted = vk.consensus(portfolio, fold=True)
    assert wanted.nodes["tur"].count == vk.consensus(portfolio, fold=True, root=own).nodes["tur"].count
    assert (wanted.nodes["tur"].count.surely, "fjelltur" in wanted.nodes) == (2, False)
    for models in ([portfolio["a"], portfolio["b"]], dict(portfolio), alone, (model for model in alone), [alone[1], portfolio["a"]]):
        assert vk.consensus(models, fold=True).nodes == wanted.nodes
    assert vk.similarity(alone, "terms").value("a", "b") == vk.similarity(portfolio, "terms").value("a", "b") == 2 / 3
    assert vk.paths(alone[1], "tur", "ro").paths == (("gaa", "ro"),)
    assert vk.diff(portfolio["a"], portfolio["b"]).summary["matched"] == 2
    in_file = [
        diagnostic.code for diagnostic in vk.validate(portfolio).diagnostics if diagnostic.file and diagnostic.file.endswith("a.yaml")
    ]
    assert sorted(diagnostic.code for diagnostic in vk.validate(portfolio["a"]).diagnostics) == sorted(in_file)


def test_the_project_is_no_part_of_equality_hash_or_dump(own: Path) -> None:
    loaded = vk.load_model(own / "pilots" / "a.yaml")
    bare = vk.load_model(text=(own / "pilots" / "a.yaml").read_text(encoding="utf-8"))
    assert loaded == bare
    assert hash(loaded) == hash(bare)
    assert vk.dump(loaded) == vk.dump(bare)
    assert project_of(bare).root is None
    assert project_of(loaded).root == own


def test_copies_and_pickles_keep_the_project_once(own: Path) -> None:
    portfolio = vk.load_portfolio(own)
    for model in (
        portfolio["a"].model_copy(update={"title": "Ny"}),
        portfolio["a"].model_copy(deep=True),
        copy.deepcopy(portfolio["a"]),
        copy.copy(portfolio["a"]),
    ):
        assert project_of(model) is portfolio.project
    one, both = (pickle.dumps(what) for what in (portfolio["a"], list(portfolio.values())))
    assert len(both) < 1.5 * len(one)
    back = pickle.loads(both)
    assert project_of(back[0]) is project_of(back[1])
    assert project_of(back[0]).root == own
    assert back == list(portfolio.values())


def test_models_of_two_projects_are_refused_in_any_order(own: Path) -> None:
    other = write_project(own.parent.parent / "annet")
    a, b = vk.load_model(own / "pilots" / "a.yaml"), vk.load_model(other / "pilots" / "b.yaml")
    messages = set()
    for models in ([a, b], [b, a]):
        with pytest.raises(UsageError, match="two projects") as caught:
            vk.check(models)
        messages.add(str(caught.value))
    with pytest.raises(UsageError, match="two projects") as caught:
        vk.load_portfolio([own, other])
    messages.add(str(caught.value))
    assert len(messages) == 1
    assert vk.check([a, b], root=own).results


def test_a_model_built_in_python_takes_the_others_project_or_has_none(own: Path) -> None:
    built = vk.LogicModel(id="c", activities={"x": {"label": "Fjelltur", "term": "fjelltur"}})
    a = vk.load_model(own / "pilots" / "a.yaml")
    assert vk.check([built, a]).verdict("c", "gaar").verdict == vk.check([a, built]).verdict("c", "gaar").verdict == "met"
    for criteria in (None, "ute"):
        with pytest.raises(UsageError):
            vk.check(built, criteria)
    assert vk.check(built, "ute", root=own).verdict("c", "gaar").verdict == "met"


def test_a_diff_has_two_sides_that_may_be_of_two_projects(own: Path) -> None:
    other = write_project(own.parent.parent / "annet")
    (other / "vocabulary.yaml").write_text((other / "vocabulary.yaml").read_text(encoding="utf-8").replace("broader: [tur], ", ""))
    a, b = vk.load_model(own / "pilots" / "a.yaml"), vk.load_model(other / "pilots" / "b.yaml")
    assert vk.diff(a, b).summary["matched"] == vk.diff(b, a).summary["matched"] == 2
    both = joined_vocabulary(project_of(a), project_of(b))
    assert both is not None
    assert both.terms["fjelltur"].broader == ("tur",)


@pytest.mark.parametrize("what", ["models", None, 3, ["models"]])
def test_what_is_no_model_is_said_to_be_none(own: Path, what: object) -> None:
    with pytest.raises(UsageError, match=r"is no model or portfolio|is to be a model, a portfolio or several models"):
        vk.check(what)  # type: ignore[arg-type]


# -- portfolios


def test_where_and_select_keep_the_project() -> None:
    corpus = vk.corpus()
    followers = corpus.where(kind="pilot", follows=("modell-1", "modell-2"))
    assert sorted(followers) == sorted(name for name, model in corpus.items() if model.kind == "pilot")
    two = corpus.where(kind=("template", "programme")).where(lambda model: model.id.startswith("modell"))
    assert sorted(two) == ["modell-1", "modell-2"]
    assert list(corpus.select(["tromso", "ha"])) == ["tromso", "ha"]
    assert corpus.select("ha").project is corpus.project is two.project
    with pytest.raises(UsageError, match="did you mean `nesodden`"):
        corpus.select(["nesoden"])
    assert vk.consensus(corpus.where(follows="modell-2")).to_frame().shape[0] > 0


def test_load_model_and_load_portfolio_say_what_they_take(own: Path) -> None:
    assert vk.load(own / "pilots" / "a.yaml") == vk.load_model("models/pilots/a.yaml")
    assert isinstance(vk.load("models"), vk.Portfolio)
    assert list(vk.load(["models/pilots/b.yaml", "models/pilots/a.yaml"])) == ["b", "a"]
    assert list(vk.load_portfolio("models/pilots/b.yaml")) == ["b"]
    with pytest.raises(UsageError, match="is a folder"):
        vk.load_model("models")
    for arguments in ({}, {"path": "models/pilots/a.yaml", "text": "a: 1"}):
        with pytest.raises(UsageError, match="either a path or a text"):
            vk.load_model(**arguments)
    with pytest.raises(UsageError, match="no file or folder a"):
        vk.load_model("a")  # an id is looked for only where a root says where
    assert vk.load_model("a", root="models").id == "a"
    with pytest.raises(vk.InvalidModel):
        vk.load_model(text="a: 1")


def test_a_broken_codebook_answers_nothing_and_is_told_of(own: Path) -> None:
    path = own / "vocabulary.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("broader: [tur]", "brodaer: [tur]"), encoding="utf-8")
    model = vk.load_model(own / "pilots" / "b.yaml")
    for ask in (lambda: vk.check(model), lambda: vk.paths(model, "tur"), lambda: vk.diff(model, model), lambda: vk.consensus([model])):
        with pytest.raises(vk.InvalidModel) as caught:
            ask()
        assert [(diagnostic.code, diagnostic.file) for diagnostic in caught.value.diagnostics] == [("VK101", "models/vocabulary.yaml")]
    assert "VK302" not in {diagnostic.code for diagnostic in vk.validate(model).diagnostics}


def test_what_a_relative_root_means_is_settled_where_it_is_named(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = vk.load_model("models/pilots/b.yaml", root="models")
    other = write_project(own.parent.parent / "annet" / "models")
    monkeypatch.chdir(other.parent)
    assert project_of(model).root == own
    assert vk.check(model).verdict("b", "gaar").verdict == "met"
    for ask in (vk.check, vk.gaps, vk.consensus):
        with pytest.raises(UsageError, match="two projects"):
            ask([model, vk.load_model("models/pilots/a.yaml", root="models")])


def test_a_link_out_of_the_root_is_refused_however_the_root_is_named(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own.parent.parent / "ute.yaml").write_text("virkningskjede: 1\nkind: pilot\nid: ute\n", encoding="utf-8")
    (own / "pilots" / "lenke.yaml").symlink_to(own.parent.parent / "ute.yaml")
    monkeypatch.chdir(own)
    for root in (None, ".", str(own)):
        with pytest.raises(vk.InvalidModel) as caught:
            vk.load_model("pilots/lenke.yaml", root=root)
        assert [diagnostic.code for diagnostic in caught.value.diagnostics] == ["VK012"]


@pytest.mark.parametrize("name", ["criteria/ute", "comparisons/turer", "references"])
def test_one_name_in_two_files_is_an_error(own: Path, name: str) -> None:
    if name == "references":
        (own / "references.yaml").write_text("virkningskjede: 1\nkind: references\nreferences: {bok: {title: En bok, type: book}}\n")
    (own / f"{name}.yml").write_text((own / f"{name}.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(UsageError, match=r"stands in two files, models/.*\.yaml and models/.*\.yml"):
        vk.check(vk.load_portfolio(own))
        vk.compare(vk.load_portfolio(own), "turer")


@pytest.mark.parametrize(("folder", "text"), [("segments", "source: bok\nsections: {}"), ("comparisons", "id: turer\ncolumns: {}")])
def test_two_shared_files_of_one_name_are_an_error(own: Path, folder: str, text: str) -> None:
    kind = "segments" if folder == "segments" else "comparison"
    for name in ("aaa", "zzz"):
        (own / folder).mkdir(exist_ok=True)
        (own / folder / f"{name}.yaml").write_text(f"virkningskjede: 1\nkind: {kind}\n{text}\n", encoding="utf-8")
    with pytest.raises(UsageError, match=rf"stands in two files, models/{folder}/.*\.yaml and models/{folder}/.*\.yaml"):
        vk.load_portfolio(own)


def test_a_project_that_is_gone_is_said_to_be(own: Path) -> None:
    portfolio = vk.load_portfolio(own)
    own.rename(own.parent / "annet")
    with pytest.raises(UsageError, match="is gone"):
        vk.check(portfolio)


def test_a_model_and_a_portfolio_are_no_two_of_a_kind(own: Path) -> None:
    portfolio = vk.load_portfolio(own)
    model = next(iter(portfolio.values()))
    for a, b in ((portfolio, model), (model, portfolio)):
        with pytest.raises(UsageError, match="diff takes two models, or two collections of models"):
            vk.diff(a, b)  # type: ignore[arg-type]
    for a, b in ((portfolio, "models"), (None, portfolio)):  # type: ignore[assignment]
        with pytest.raises(UsageError, match=r"is no model or portfolio|is to be a model, a portfolio or several models"):
            vk.diff(a, b)  # type: ignore[arg-type]
    assert not vk.diff(portfolio, portfolio).differs

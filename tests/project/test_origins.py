"""What a name stands for: a path, an id, something installed, a label, a revision."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

import virkningskjede as vk
from virkningskjede.errors import UsageError
from virkningskjede.project import Origin, Origins, load_side, project_of

from ..conftest import WALK, Commit, Git, write_project


def of(name: str, here: Path | None = None, root: Path | None = None) -> Origin:
    return Origins(root, here).of(name)


# -- ids


@pytest.mark.parametrize("folder", ["", "models", "models/pilots"])
def test_an_id_is_found_in_the_project_from_anywhere_in_it(own: Path, folder: str) -> None:
    assert of("a", own.parent / folder).path.resolve() == own / "pilots" / "a.yaml"


@pytest.mark.parametrize("file", ["piloter/min.yml", "Mine kjeder/c.YAML", "c.yaml", "pilots/under/annet-navn.yaml"])
def test_the_model_of_an_id_may_lie_anywhere_under_any_name(own: Path, file: str) -> None:
    (own / file).parent.mkdir(parents=True, exist_ok=True)
    (own / file).write_text(WALK.format(id="c", title="C", term="tur"), encoding="utf-8")
    assert of("c", own.parent).path.resolve() == own / file


def test_a_file_that_says_its_id_goes_before_one_that_is_called_so(own: Path) -> None:
    (own / "pilots" / "c.yaml").write_text(WALK.format(id="d", title="D", term="tur"), encoding="utf-8")
    assert of("c", own).path.name == "c.yaml"
    (own / "pilots" / "e.yaml").write_text(WALK.format(id="c", title="C", term="tur"), encoding="utf-8")
    assert of("c", own).path.name == "e.yaml"


def test_a_set_of_that_name_is_no_model(own: Path) -> None:
    with pytest.raises(UsageError, match="No model “ute”"):
        of("ute", own)


def test_an_id_of_two_files_names_both(own: Path) -> None:
    (own / "andre").mkdir()
    (own / "andre" / "a.yaml").write_text(WALK.format(id="a", title="A", term="tur"), encoding="utf-8")
    with pytest.raises(UsageError, match=r"andre/a\.yaml.*pilots/a\.yaml"):
        of("a", own)


def test_an_unknown_id_is_guessed_at(own: Path) -> None:
    (own / "pilots" / "leseklubb.yaml").write_text(WALK.format(id="leseklubb", title="L", term="tur"), encoding="utf-8")
    with pytest.raises(UsageError, match="did you mean `leseklubb`"):
        of("leseklub", own)


def test_what_is_only_installed_must_be_named_so(own: Path) -> None:
    with pytest.raises(UsageError, match="write corpus:nesodden"):
        of("nesodden", own)
    assert of("corpus:nesodden", own).installed
    assert vk.load_model("corpus:nesodden").id == "nesodden"
    with pytest.raises(UsageError, match="did you mean `nesodden`"):
        of("corpus:nesoden", own)


@pytest.mark.parametrize("name", ["corpus:../pyproject.toml", "corpus:/etc/passwd", "corpus:pilots/../../x", "corpus:.."])
def test_nothing_outside_the_collection_is_installed(name: str) -> None:
    with pytest.raises(UsageError):
        of(name)


def test_without_a_project_the_model_is_beside_you(tmp_path: Path) -> None:
    (tmp_path / "lesecamp.yml").write_text(WALK.format(id="lesecamp", title="L", term="tur"), encoding="utf-8")
    (tmp_path / "under").mkdir()
    (tmp_path / "under" / "kurs.yaml").write_text(WALK.format(id="kurs", title="K", term="tur"), encoding="utf-8")
    for name, file in (("lesecamp", "lesecamp.yml"), ("kurs", "kurs.yaml")):
        place = of(name, tmp_path)
        assert (place.path.name, place.root) == (file, None)


@pytest.mark.parametrize("name", ["x" * 300, "a\0b", "x" * 300 + "@HEAD", "", ".", "a=x", "=", "@", "a@", "@a"])
def test_odd_names_are_answered_in_a_sentence(own: Path, name: str) -> None:
    if name == ".":
        assert of(name, own).path == Path()
        return
    with pytest.raises(UsageError):
        of(name, own)


# -- one side, one project


def test_a_folder_above_the_root_means_the_root(own: Path) -> None:
    (own.parent / "loese").mkdir()
    (own.parent / "loese" / "c.yaml").write_text(WALK.format(id="c", title="C", term="tur"), encoding="utf-8")
    assert sorted(vk.load_portfolio(own.parent)) == ["a", "b"]
    assert sorted(vk.load_portfolio([own.parent, "loese/c.yaml"])) == ["a", "b", "c"]


def test_a_file_that_stands_alone_takes_the_others_project_in_any_order(own: Path, tmp_path: Path) -> None:
    alone = tmp_path / "c.yaml"
    alone.write_text(WALK.format(id="c", title="C", term="fjelltur"), encoding="utf-8")
    for names in ([own, alone], [alone, own]):
        portfolio = vk.load_portfolio(names)
        assert {project_of(model).root for model in portfolio.values()} == {own}
        assert vk.check(portfolio).verdict("c", "gaar").verdict == "met"


def test_the_same_file_named_twice_is_one_model(own: Path) -> None:
    assert sorted(vk.load_portfolio(["models", "models/pilots", "models/pilots/a.yaml"])) == ["a", "b"]
    beside = own / "pilots"
    assert sorted(vk.load_portfolio([beside, beside / ".." / "pilots" / "a.yaml", "models/pilots"])) == ["a", "b"]


def test_one_id_in_two_paths_is_an_error_in_any_order(own: Path) -> None:
    for year in ("2024", "2025"):
        (own.parent / f"h{year}").mkdir()
        (own.parent / f"h{year}" / "a.yaml").write_text(WALK.format(id="a", title=f"A {year}", term="tur"), encoding="utf-8")
    messages = set()
    for names in (["h2024", "h2025"], ["h2025", "h2024"]):
        with pytest.raises(UsageError, match="model a") as caught:
            vk.load_portfolio(names, root=own)
        messages.add(str(caught.value))
    assert len(messages) == 1
    portfolio = vk.load_portfolio(["2024=h2024", "2025=h2025"], root=own)
    assert {name: model.title for name, model in portfolio.items()} == {"a@2024": "A 2024", "a@2025": "A 2025"}
    assert [model.id for model in portfolio.values()] == list(portfolio)
    assert vk.compare(portfolio, "turer").cell("a@2024", "tur") is not None
    assert vk.diff(portfolio["a@2024"], portfolio["a@2025"]).same_model
    assert vk.consensus(portfolio).model.id == "a@2024-a@2025"


def test_a_label_may_stand_before_anything(own: Path) -> None:
    (own.parent / "x=y").mkdir()
    assert of("x=y", own).label is None
    assert of("før=a", own).label == "før"
    assert of("før=corpus:nesodden", own).installed
    assert of("før=models/pilots", own).path == Path("models/pilots")


# -- revisions


@pytest.fixture
def versions(git: Git, commit: Commit) -> Path:
    """A project in git: the codebook of the first version calls the walk something else, and one model is gone since."""
    root = write_project(Path("models"))
    (root / "vocabulary.yaml").write_text((root / "vocabulary.yaml").read_text(encoding="utf-8").replace("fjelltur:", "toppturen:"))
    (root / "pilots" / "b.yaml").write_text(WALK.format(id="b", title="B før", term="toppturen"), encoding="utf-8")
    (root / "pilots" / "borte.yaml").write_text(WALK.format(id="borte", title="Borte", term="tur"), encoding="utf-8")
    commit("2024-01-01")
    write_project(root)
    (root / "pilots" / "borte.yaml").unlink()
    commit("2025-01-01")
    return root


def test_a_folder_at_a_revision_is_read_whole_as_it_was(versions: Path) -> None:
    before, now = vk.load_portfolio("models@HEAD~1"), vk.load_portfolio("models")
    assert sorted(before) == ["a", "b", "borte"]
    assert before.project.vocabulary is not None
    assert "toppturen" in before.project.vocabulary.terms
    assert vk.check(before).verdict("b", "gaar").verdict == vk.check(now).verdict("b", "gaar").verdict == "met"
    assert sorted(before.files["b"].yaml_file.name.split("@")) == ["HEAD~1", "models/pilots/b.yaml"]
    assert not [diagnostic for diagnostic in vk.validate(before).diagnostics if diagnostic.severity == "error"]


def test_a_model_that_is_gone_is_found_by_path_and_by_id(versions: Path) -> None:
    assert vk.load_model("models/pilots/borte.yaml@HEAD~1").title == "Borte"
    assert load_side(["borte@HEAD~1"], Origins(None, Path.cwd()))["borte"].title == "Borte"
    with pytest.raises(UsageError, match="No model “ingen”"):
        of("ingen@HEAD~1", Path.cwd())
    with pytest.raises(UsageError):
        vk.load_model("models/pilots/borte.yaml@HEAD")


def test_a_folder_that_is_gone_is_read_as_it_was(versions: Path) -> None:
    versions.rename("flyttet")
    assert sorted(load_side(["models@HEAD~1"], Origins(None, Path.cwd()))) == ["a", "b", "borte"]
    assert sorted(vk.load_portfolio("models@HEAD")) == ["a", "b"]


def test_no_folder_of_ours_is_named_in_what_is_said_of_a_revision(versions: Path, commit: Commit) -> None:
    write_project(versions.with_name("andre"))
    commit("2026-01-01")
    with pytest.raises(UsageError, match=r"below \S+@HEAD: "):
        of(".@HEAD", Path.cwd())


def test_across_revisions_the_newer_codebook_is_asked_in_any_order(versions: Path) -> None:
    for names in (["før=models@HEAD~1", "nå=models"], ["nå=models", "før=models@HEAD~1"], ["før=models@HEAD~1", "nå=models@HEAD"]):
        portfolio = vk.load_portfolio(names)
        assert portfolio.project.vocabulary is not None
        assert "toppturen" not in portfolio.project.vocabulary.terms
        assert portfolio.lost_terms == ("toppturen",)
        verdicts = {verdict.model: verdict.verdict for verdict in vk.check(portfolio).results}
        assert verdicts == {"a@før": "met", "b@før": "not_stated", "borte@før": "met", "a@nå": "met", "b@nå": "met"}
    assert vk.load_portfolio("models@HEAD~1").lost_terms == ()
    old, new = vk.load_model("models/pilots/b.yaml@HEAD~1"), vk.load_model("models/pilots/b.yaml")
    for a, b in ((old, new), (new, old)):
        vocabulary = vk.diff(a, b).vocabulary
        assert vocabulary is not None
        assert "fjelltur" in vocabulary.terms


def test_what_a_revision_was_laid_out_in_goes_with_it(versions: Path) -> None:
    portfolio = vk.load_portfolio("models@HEAD~1")
    assert portfolio.project.root is not None
    folder = portfolio.project.root
    assert folder.is_dir()
    assert vk.check(portfolio, "ute").results
    del portfolio
    assert not folder.exists()


def test_a_tag_with_an_at_sign_is_understood(versions: Path, git: Git) -> None:
    git("tag", "v1@gammel", "HEAD~1")
    assert sorted(vk.load_portfolio("models@v1@gammel")) == ["a", "b", "borte"]
    assert vk.load_model("models/pilots/b.yaml@HEAD@{0}").title == "Tur B"


def test_of_two_revisions_of_one_second_the_one_that_builds_on_the_other_is_the_newer(git: Git, commit: Commit) -> None:
    root = write_project(Path("models"))
    text = (root / "vocabulary.yaml").read_text(encoding="utf-8")
    (root / "vocabulary.yaml").write_text(text.replace("broader: [tur], ", ""), encoding="utf-8")
    commit("2024-01-01")
    (root / "vocabulary.yaml").write_text(text, encoding="utf-8")
    commit("2024-01-01")
    for names in (["a@HEAD~1", "b@HEAD"], ["b@HEAD", "a@HEAD~1"], ["b@HEAD~1", "a@HEAD"]):
        portfolio = load_side(names, Origins(None, Path.cwd()))
        assert vk.check(portfolio).verdict("b", "gaar").verdict == "met"
    old, new = vk.load_model("models/pilots/a.yaml@HEAD~1"), vk.load_model("models/pilots/b.yaml@HEAD")
    assert vk.diff(old, new).summary["matched"] == vk.diff(new, old).summary["matched"] == 2


def test_a_root_of_today_settles_a_revision_too(versions: Path) -> None:
    for root in (versions, versions.absolute(), "corpus:"):
        model = vk.load_model("models/pilots/b.yaml@HEAD~1", root=root)
        assert model.title == "B før"
        assert project_of(model).checkout is None
    assert vk.check(vk.load_model("models/pilots/a.yaml@HEAD~1", root=versions)).verdict("a", "gaar").verdict == "met"


def test_a_pickled_revision_finds_its_sets_again(versions: Path) -> None:
    portfolio = vk.load_portfolio("models@HEAD~1")
    verdicts = [(verdict.model, verdict.verdict) for verdict in vk.check(portfolio).results]
    data = [pickle.dumps(portfolio), pickle.dumps(list(portfolio.values()))]
    del portfolio
    for pickled in data:
        assert [(verdict.model, verdict.verdict) for verdict in vk.check(pickle.loads(pickled)).results] == verdicts
    alone = pickle.dumps(vk.load_model("models/pilots/a.yaml@HEAD~1"))
    assert vk.check(pickle.loads(alone)).verdict("a", "gaar").verdict == "met"


def test_a_file_in_a_closed_folder_is_not_said_to_be_missing(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from virkningskjede.project import files  # as root, no folder is closed

    def scandir(path: Path) -> object:
        if Path(path).name == "pilots":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    real = os.scandir
    monkeypatch.setattr(os, "scandir", scandir)
    assert list(files.yaml_files(own))[-2:] == [own / "pilots", own / "vocabulary.yaml"]
    with pytest.raises(UsageError, match=r"models/pilots is a folder that you may not read"):
        of("nesodden", own)

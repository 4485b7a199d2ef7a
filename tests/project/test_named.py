"""Files that are asked for by name: whichever kind, they are found alike, and refused alike."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from virkningskjede.analysis.claims import available_claims, load_claims
from virkningskjede.analysis.claims.files import CLAIMS
from virkningskjede.analysis.compare import available_comparisons, load_comparison
from virkningskjede.analysis.compare.tables import COMPARISONS
from virkningskjede.analysis.criteria import available_assessments, available_sets, load_assessments, load_set
from virkningskjede.analysis.criteria.assessments import ASSESSMENTS
from virkningskjede.analysis.criteria.sets import SETS
from virkningskjede.diagnostics import BrokenSet
from virkningskjede.errors import UsageError
from virkningskjede.project import ALONE, NamedFiles, Project, corpus, is_file, open_project

Load = Callable[[str, Project], Any]
Available = Callable[[Project], tuple[str, ...]]

KINDS: tuple[tuple[NamedFiles[Any], Load, Available, str], ...] = (
    (SETS, load_set, available_sets, "oslo-economics-2020"),
    (ASSESSMENTS, load_assessments, available_assessments, "statusrapport"),
    (CLAIMS, load_claims, available_claims, "statusrapport"),
    (COMPARISONS, load_comparison, available_comparisons, "tiltak"),
)

each_kind = pytest.mark.parametrize(("kind", "load", "available", "name"), KINDS, ids=[kind.kind for kind, *_ in KINDS])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "vocabulary.yaml").write_text("virkningskjede: 1\nkind: vocabulary\n", encoding="utf-8")
    return tmp_path


@each_kind
def test_an_installed_one_is_there_without_a_root_when_it_is_named_so(
    kind: NamedFiles[Any], load: Load, available: Available, name: str
) -> None:
    file = kind.find(f"corpus:{name}", ALONE)
    assert file.installed
    assert file.yaml_file.values is not None
    assert file.yaml_file.values["id"] == name
    assert load(f"corpus:{name}", ALONE).id == name


@each_kind
@pytest.mark.parametrize("alone", [True, False])
def test_a_bare_name_that_only_an_installed_one_has_is_refused_with_how_to_write_it(
    kind: NamedFiles[Any], load: Load, available: Available, name: str, alone: bool, root: Path
) -> None:
    project = ALONE if alone else open_project(root)
    assert available(project) == ()
    with pytest.raises(UsageError) as caught:
        load(name, project)
    assert str(caught.value) == f"{name} is not in the project, only in the collection that comes with the program: write corpus:{name}"


@each_kind
def test_the_names_of_the_corpus_are_its_own_where_it_is_the_project(
    kind: NamedFiles[Any], load: Load, available: Available, name: str
) -> None:
    project = open_project(corpus())
    assert name in available(project)
    assert not kind.find(name, project).installed
    assert load(name, project) == load(f"corpus:{name}", project)


@each_kind
@pytest.mark.parametrize("prefix", ["", "corpus:"])
def test_a_name_like_one_is_suggested(kind: NamedFiles[Any], load: Load, available: Available, name: str, prefix: str) -> None:
    project = open_project(corpus())
    with pytest.raises(UsageError) as caught:
        load(f"{prefix}{name[:-1]}", project)
    assert str(caught.value).endswith(f"{name[:-1]}; there are: {', '.join(sorted(available(project)))}; did you mean `{name}`?")


@each_kind
def test_where_there_are_none_the_sentence_says_so(kind: NamedFiles[Any], load: Load, available: Available, name: str, root: Path) -> None:
    with pytest.raises(UsageError) as caught:
        load("ukjent", open_project(root))
    assert str(caught.value).endswith(" ukjent; there are: none")
    assert caught.value.in_("nb").endswith(" ukjent; disse finnes: ingen")


@each_kind
def test_without_a_project_the_sentence_says_how_to_give_one(kind: NamedFiles[Any], load: Load, available: Available, name: str) -> None:
    with pytest.raises(UsageError) as caught:
        load("ukjent", ALONE)
    assert str(caught.value) == (
        "There is no project here: no folder with vocabulary.yaml. Name the folder with --root (in Python root=), "
        "or make a project with “virkningskjede init”"
    )


@each_kind
@pytest.mark.parametrize("missing", ["", "ukjent", "../vocabulary", "/etc/passwd", ".skjult", "a\x00b"])
def test_a_name_that_nothing_has(kind: NamedFiles[Any], load: Load, available: Available, name: str, missing: str, root: Path) -> None:
    (root / kind.folder).mkdir()
    (root / kind.folder / ".skjult.yaml").write_text("a: 1")
    with pytest.raises(UsageError) as caught:
        load(missing, open_project(root))
    assert missing in str(caught.value)
    assert str(caught.value).startswith(("there is no ", "there are no "))
    assert caught.value.in_("nb").startswith("det er ")


@each_kind
@pytest.mark.parametrize("suffix", [".yaml", ".yml"])
def test_a_broken_file_of_the_roots_own_does_not_let_the_installed_one_pass_for_it(
    kind: NamedFiles[Any], load: Load, available: Available, name: str, suffix: str, root: Path
) -> None:
    (root / kind.folder).mkdir()
    path = root / kind.folder / f"{name}{suffix}"
    path.write_text(f"virkningskjede: 1\nkind: {kind.kind}\nid: {name}\nnoe: annet\n", encoding="utf-8")
    shared = open_project(root)
    assert available(shared)[0] == name
    with pytest.raises(BrokenSet) as caught:
        load(name, shared)
    assert {diagnostic.code for diagnostic in caught.value.diagnostics} >= {"VK101", "VK102"}
    assert {diagnostic.file for diagnostic in caught.value.diagnostics} == {str(path)}
    assert all(diagnostic.place for diagnostic in caught.value.diagnostics)


@each_kind
def test_a_file_of_another_kind_and_one_that_is_not_there(
    kind: NamedFiles[Any], load: Load, available: Available, name: str, root: Path
) -> None:
    for file, codes in (("vocabulary.yaml", ["VK113"]), ("ingen.yaml", ["VK012"])):
        with pytest.raises(BrokenSet) as caught:
            load(str(root / file), open_project(root))
        assert [diagnostic.code for diagnostic in caught.value.diagnostics] == codes


@each_kind
def test_a_link_out_of_the_root_is_not_followed(kind: NamedFiles[Any], load: Load, available: Available, name: str, root: Path) -> None:
    (root / kind.folder).mkdir()
    link = root / kind.folder / "lenke.yaml"
    link.symlink_to(corpus() / kind.folder / f"{name}.yaml")
    for link_name in ("lenke", str(link), str(root / "x" / ".." / kind.folder / "lenke.yaml")):
        with pytest.raises(BrokenSet, match="VK012"):
            load(link_name, open_project(root))


def test_what_is_a_file_and_what_is_a_name() -> None:
    assert is_file("a.yaml")
    assert is_file("mappe/a.yml")
    assert is_file(Path("a"))
    assert not is_file("a")
    assert not is_file("a.yaml.b")


def test_under_no_root_there_is_nothing() -> None:
    assert SETS.under(ALONE) == {}
    with pytest.raises(UsageError, match="is gone"):
        SETS.under(Project(Path("/ingen/slik/mappe")))


OWN_WORDS = [kind for kind in KINDS if kind[0] is not ASSESSMENTS]  # a report's verdicts are read with the sets that they speak of


@pytest.mark.parametrize(("kind", "load", "available", "name"), OWN_WORDS, ids=[kind.kind for kind, *_ in OWN_WORDS])
def test_an_installed_one_that_speaks_of_other_things_is_refused_in_one_sentence(
    kind: NamedFiles[Any], load: Load, available: Available, name: str, root: Path
) -> None:
    with pytest.raises(UsageError) as caught:
        load(f"corpus:{name}", open_project(root))
    sentence = rf"corpus:{name} does not fit the codebook here: \d+ of the names in it do not exist \([^()\n]+ …\)"
    assert re.fullmatch(sentence, str(caught.value))

"""What a change of models does: verdicts that change, claims that turn, and sets that come and go."""

from __future__ import annotations

from pathlib import Path

import pytest

import virkningskjede as vk
from tests.conftest import CRITERIA, TERMS, WALK, Commit, Git
from virkningskjede.analysis.consequences import Consequences
from virkningskjede.errors import UsageError

CLAIMS = """\
virkningskjede: 1
kind: claims
id: rapport
title: Rapporten
groups:
  pilotene: {label: pilotene, kind: pilot}
claims:
  alle-gaar:
    at: "1:1"
    statement: Alle går tur
    reading: {count: {over: pilotene, where: {node: {term: tur}}, is: all}}
    silence: unknown
"""


def project(folder: Path, terms: dict[str, str], criteria: str = CRITERIA) -> vk.Portfolio:
    for name, text in {
        "vocabulary.yaml": TERMS,
        "criteria/ute.yaml": criteria,
        "claims/rapport.yaml": CLAIMS,
        **{f"pilots/{model}.yaml": WALK.format(id=model, title=model.upper(), term=term) for model, term in terms.items()},
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return vk.load_portfolio(folder)


@pytest.fixture
def changed(tmp_path: Path) -> Consequences:
    """Of two pilots one no longer walks, and a third is new."""
    before = project(tmp_path / "a", {"a": "fjelltur", "b": "tur"})
    after = project(tmp_path / "b", {"a": "ro", "b": "tur", "c": "ro"})
    return vk.consequences(before, after, names=("før", "nå"))


def test_verdicts_change_and_claims_turn(changed: Consequences) -> None:
    assert [(turned.after.model, turned.before.verdict, turned.after.verdict) for turned in changed.verdicts] == [
        ("a", "met", "not_stated")
    ]
    assert [(turned.after.id, turned.before.verdict, turned.after.verdict) for turned in changed.claims] == [
        ("alle-gaar", "holds", "undecidable")
    ]
    assert dict(changed.diff.fates) == {"a": "changed", "b": "same", "c": "added"}
    assert (changed.only_before, changed.only_after) == ((), ())


def test_what_has_not_changed_has_no_consequences(tmp_path: Path) -> None:
    same = project(tmp_path, {"a": "tur"})
    result = vk.consequences(same, same)
    assert (result.differs, result.verdicts, result.claims) == (False, (), ())
    text = result.to_text(lang="en")
    assert "No verdict has changed." in text and "No claim has turned." in text


def test_a_set_that_could_not_be_used_before_is_told_as_new(tmp_path: Path) -> None:
    before = project(tmp_path / "a", {"a": "tur"}, CRITERIA.replace("term: tur", "term: finnes-ikke"))
    result = vk.consequences(before, project(tmp_path / "b", {"a": "tur"}))
    assert (result.verdicts, result.only_after) == ((), ("ute",))
    with pytest.raises(vk.BrokenSet):
        vk.consequences(project(tmp_path / "c", {"a": "tur"}), before)


def test_each_form_tells_both(changed: Consequences) -> None:
    md = changed.to_markdown(lang="en")
    assert "| A | Ute | De går tur | met | not stated | The text does not mention: “Tur”. |" in md
    assert "| Alle går tur | holds | undecidable | 1–3 of 3. " in md
    data = changed.report().plain("nb")
    assert [row["model"] for row in data["verdicts"]] == ["a"]
    assert (data["claims"][0]["before"], data["claims"][0]["after"]) == ("holds", "undecidable")
    assert [row[:4] for row in changed.report().listing("nb").rows] == [
        ("dom", "ute", "gaar", "a"),
        ("påstand", "rapport", "alle-gaar", ""),
    ]


def test_a_frame_has_a_row_for_each(changed: Consequences) -> None:
    frame = changed.to_frame("en")
    assert frame[["what", "item", "before", "after"]].to_numpy().tolist() == [
        ["verdict", "gaar", "met", "not_stated"],
        ["claim", "alle-gaar", "holds", "undecidable"],
    ]


def test_what_are_no_portfolios_are_refused(tmp_path: Path) -> None:
    pilots = project(tmp_path, {"a": "tur"})
    with pytest.raises(UsageError):
        vk.consequences(pilots, pilots["a"])  # type: ignore[arg-type]


def test_a_pull_request_is_told_in_one_comment_with_its_pictures(git: Git, commit: Commit) -> None:
    project(Path("models"), {"a": "fjelltur", "b": "tur"})
    commit("2026-01-01")
    git("update-ref", "refs/remotes/origin/main", "main")
    project(Path("models"), {"a": "ro", "b": "tur"})
    before, after = vk.load_portfolio("models@origin/main"), vk.load_portfolio("models")
    result = vk.consequences(before, after)
    assert [turned.after.model for turned in result.verdicts] == ["a"]
    assert (result.only_before, result.only_after) == ((), ()), "the set and the claims are the same"

"""What could stand in a file, or be asked for, without a word: nothing that is there but means nothing goes unsaid."""

from __future__ import annotations

from pathlib import Path

import pytest

import virkningskjede as vk
from virkningskjede.errors import UsageError

MODEL = "virkningskjede: 1\nkind: {kind}\nid: {id}\n{more}activities:\n  a: {{label: {label}}}\n"
VOCABULARY = "virkningskjede: 1\nkind: vocabulary\nterms: {kurs: {label: {nb: Kurs, en: Course}, stage: activities}}\n"


def project(folder: Path, **files: str) -> Path:
    """A project with these files, each named by its folder and, behind two underscores, its own name."""
    (folder / "vocabulary.yaml").write_text(VOCABULARY, encoding="utf-8")
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def errors(folder: Path) -> list[str]:
    return [f"{found.code} {found.message('en')}" for found in vk.validate(folder).diagnostics if found.severity == "error"]


@pytest.mark.parametrize("number", ["200B", "AD", "3164", "2800", "E0041", "FFFE", "115F", "FFA0", "2060", "180E"])
def test_a_label_of_what_does_not_show_is_refused_and_the_character_named(number: str, tmp_path: Path) -> None:
    # Two nodes that look alike, or like nothing, cannot be told from each other by whoever reviews the file.
    label = f'"\\U{int(number, 16):08X}"'
    (refused,) = errors(project(tmp_path, pilots__m=MODEL.format(kind="pilot", id="m", more="", label=label)))
    assert refused.startswith("VK109") and f"‹U+{int(number, 16):04X}›" in refused


def test_templates_that_follow_themselves_or_one_another(tmp_path: Path) -> None:
    # Whatever asks for all that a template has would go round for ever, or leave out half of it.
    files = {}
    for name, other in (("a", "b"), ("b", "a"), ("c", "c")):
        files[f"templates__{name}"] = MODEL.format(kind="template", id=name, more=f"follows: {other}\n", label="A")
    found = errors(project(tmp_path, **files))
    assert [text[:5] for text in found] == ["VK316", "VK316"]
    assert "a → b → a" in found[0] and "c → c" in found[1]


def test_a_table_without_columns(tmp_path: Path) -> None:
    table = "virkningskjede: 1\nkind: comparison\nid: t\ntitle: {nb: A, en: A}\nstages: [activities]\ncolumns: {}\n"
    assert errors(project(tmp_path, comparisons__t=table)) == ["VK116 `columns` is empty"]


@pytest.mark.parametrize("expected", ["-5", "999999999999999999", "1e99", '""'])
def test_a_claim_on_an_impossible_number_of_models(expected: str, tmp_path: Path) -> None:
    # A row was made for each of them: a file of 200 bytes took all memory.
    over = f"{{over: {{kind: pilot, expect: {expected}}}, are: [p1], where: {{node: {{term: kurs}}}}}}"
    claims = "virkningskjede: 1\nkind: claims\nid: c\ntitle: {nb: K, en: K}\nclaims:\n"
    claims += f'  d: {{statement: {{nb: A, en: A}}, reading: {{these: {over}}}, silence: "no"}}\n'
    found = errors(project(tmp_path, claims__c=claims, pilots__p1=MODEL.format(kind="pilot", id="p1", more="", label="A")))
    assert found and found[0][:5] in ("VK104", "VK110", "VK117")


@pytest.mark.parametrize(
    "settings",
    [
        "[[tool.virkningskjede]]",
        "[tool]\nvirkningskjede = [1]",
        "tool = 3",
        "[tool.virkningskjede]\nroot = ''",
        "[tool.virkningskjede]\nroot = 3",
        "[tool.virkningskjede]\nroot = 'nope'",
        "[" * 5000,
    ],
    ids=lambda text: text.splitlines()[-1][:20],
)
def test_settings_of_the_wrong_shape_are_refused(settings: str, tmp_path: Path) -> None:
    # Passed over, they would turn off every check on shared names, and the job would be green.
    (tmp_path / "pyproject.toml").write_text(settings, encoding="utf-8")
    (tmp_path / "m.yaml").write_text(MODEL.format(kind="pilot", id="m", more="", label="A"), encoding="utf-8")
    with pytest.raises(UsageError, match=r"pyproject\.toml"):
        vk.validate(tmp_path / "m.yaml")


def test_a_name_that_is_no_text_can_be_written_in_a_log(tmp_path: Path) -> None:
    # Linux allows any bytes in the name of a file, and Python holds them as half characters that no UTF-8 has.
    with pytest.raises(UsageError) as raised:
        vk.load(str(tmp_path / "a\udcffb"))
    assert str(raised.value).encode("utf-8")

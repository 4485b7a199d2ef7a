"""A model written back to its file: what is the same stays byte for byte, and what is read afterwards is the model."""

from __future__ import annotations

import difflib
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from virkningskjede.diagnostics import InvalidModel
from virkningskjede.editing.saving import save, text_of
from virkningskjede.errors import UsageError
from virkningskjede.model import LogicModel
from virkningskjede.project import Portfolio, corpus, dump, load_model, read_file, read_model
from virkningskjede.project.read import ModelFile
from virkningskjede.yamlfile import parse


def model_file(text: str) -> ModelFile:
    return read_model(parse(text.encode("utf-8"), "m.yaml"))


def difference(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def test_every_shipped_model_is_saved_byte_for_byte() -> None:
    paths = [path for path in corpus().rglob("*.yaml") if path.parent.name in ("pilots", "templates", "programmes")]
    assert len(paths) == 20
    for path in paths:
        file = read_model(read_file(path, None))
        assert file.model is not None
        assert text_of(file.model, file, path.name).encode("utf-8") == path.read_bytes()


def edited(draw: st.DrawFn, model: LogicModel, number: int) -> LogicModel:
    """The model after one change of any kind."""
    section, entry = draw(st.sampled_from(list(model.entries())))
    way = draw(st.sampled_from(["label", "note", "renamed", "moved", "without", "node", "link", "merged", "title", "value"]))
    if way in ("label", "note"):
        return model.with_fields(entry.id, **{way: draw(st.sampled_from(["Ny", "To: tre # fire", 'Et "ord"', "2"]))})
    if way == "renamed":
        return model.renamed(entry.id, f"ny-{number}")
    if way == "moved":
        return model.moved(entry.id, section, draw(st.integers(0, 5)))
    if way == "without":
        return model.without(entry.id, dropping=True)
    if way == "node":
        return model.with_node("outputs", id=f"ting-{number}", label="Ting", dose={"count": {"min": 2, "unit": "piece"}})
    if way == "link":
        ends = st.sampled_from(list(model.nodes))
        return model.with_link(draw(ends), draw(ends), at="2.2.1:7", because="Fordi")
    if way == "merged":
        return model.merged(draw(st.sampled_from(list(getattr(model, section)))), entry.id, keeping=True)
    if way == "value":
        return model.with_entry("results", id=f"r-{number}", value="2.5", unit="percent", date="2025-03")
    return model.with_fields(title=f"Tittel {number}")


@settings(max_examples=12)
@given(st.data())
def test_what_is_saved_is_read_as_the_model_whatever_was_edited(portfolio: Portfolio, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["ha", "stovner", "felles", "statusmaling"]))
    file = portfolio.files[name]
    text = data.draw(st.sampled_from([file.yaml_file.text, file.yaml_file.text.replace("\n", "\r\n"), dump(portfolio[name])]))
    model = portfolio[name]
    for number in range(data.draw(st.integers(1, 3))):
        try:
            model = data.draw(st.composite(edited)(model, number))
        except InvalidModel:
            continue
    saved = model_file(text_of(model, model_file(text), "m.yaml"))
    assert saved.model == model
    assert {section: list(getattr(saved.model, section)) for section in ("activities", "outcomes", "results")} == {
        section: list(getattr(model, section)) for section in ("activities", "outcomes", "results")
    }


TEXT = """\
# Modellen vår
virkningskjede: "1"
kind: pilot
id: m  # den korte
title: 'Vår modell'

activities:
  # Kurset er nytt.
  kurs: {label: Kurs, term: [kurs], who: {do: [nav]}, leads_to: mestring}

  tur:
    at: "1:2"   # sist i setningen
    label: "Tur"
    leads_to:
      - to: mestring
        because: >
          De ser
          noe nytt
outcomes:
  mestring: {label: Mestring, level: user}
"""


def test_only_the_lines_of_what_is_another_change(tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    path.write_text(TEXT, "utf-8")
    model = load_model(path)
    assert save(model, path) == path and path.read_text("utf-8") == TEXT
    changed = (
        model.with_fields("tur", label="Lang tur")
        .with_fields("tur -> mestring", because="De blir kjent")
        .with_fields("kurs", term=["kurs", "nettkurs"])
        .with_fields("mestring", horizon="short")
        .with_node("activities", id="samtale", label="Samtale")
        .with_fields(title="Modellen")
    )
    save(changed, str(path))
    assert difference(TEXT, path.read_text("utf-8")) == [
        "-title: 'Vår modell'",
        "+title: 'Modellen'",
        "-  kurs: {label: Kurs, term: [kurs], who: {do: [nav]}, leads_to: mestring}",
        "+  kurs: {label: Kurs, term: [kurs, nettkurs], who: {do: [nav]}, leads_to: mestring}",
        '-    label: "Tur"',
        '+    label: "Lang tur"',
        "-        because: >",
        "-          De ser",
        "-          noe nytt",
        "+        because: De blir kjent",
        "+  samtale: {label: Samtale}",
        "-  mestring: {label: Mestring, level: user}",
        "+  mestring: {label: Mestring, level: user, horizon: short}",
    ]
    assert load_model(path) == changed


def test_a_new_file_is_written_as_dump_does(tmp_path: Path) -> None:
    model = load_model(text=TEXT)
    path = save(model, tmp_path / "ny.yaml")
    assert path.read_text("utf-8") == dump(model)


def test_a_byte_order_mark_and_the_lack_of_a_last_line_end_stay(tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.rstrip("\n").encode())
    save(load_model(path).with_fields("mestring", label="Tro"), path)
    assert path.read_bytes() == b"\xef\xbb\xbf" + TEXT.rstrip("\n").replace("label: Mestring", "label: Tro").encode()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("m.yaml", "virkningskjede: 1\nkind: pilot\nid: annen\n", "{path} holds the model `annen`, not `m`, and is left alone"),
        ("m.yaml", "virkningskjede: [", "{path} holds no model that can be read, and is left alone: "),
        ("m.yaml", "virkningskjede: 1\nkind: vocabulary\n", "{path} holds no model that can be read, and is left alone: "),
        ("m.yaml", "virkningskjede: 1\nkind: pilot\nid: m\ninputs: {a: &b {label: A}}\n", "{path} holds no model that can be read"),
        ("m.txt", "et brev", "{path} holds no model that can be read, and is left alone: "),
    ],
)
def test_what_holds_something_else_is_left_alone(tmp_path: Path, name: str, content: str, sentence: str) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    with pytest.raises(UsageError) as refused:
        save(load_model(text=TEXT), path)
    assert refused.value.in_("en").startswith(sentence.format(path=path))
    assert path.read_text("utf-8") == content and [file.name for file in tmp_path.iterdir()] == [name]


def test_only_a_file_of_ones_own_is_written(tmp_path: Path, models_folder: Path) -> None:
    model = load_model(text=TEXT)
    below = tmp_path / "x" / "m.yaml"
    for path, sentence in (("corpus:ha", "came with the program"), (tmp_path, "is a folder"), ("", "is empty"), (below, "m.yaml")):
        with pytest.raises(UsageError) as refused:
            save(model, path)
        assert sentence in refused.value.in_("en")
    with pytest.raises(UsageError):
        save("m.yaml", model)  # type: ignore[arg-type]
    copy = tmp_path / "ha.yaml"
    shutil.copy(models_folder / "pilots" / "ha.yaml", copy)
    copy.chmod(0o444)
    save(load_model(copy), copy)  # what says the same is not written


WITH_COMMENTS = """\
virkningskjede: 1
kind: pilot
id: m
activities:
  # om kurset
  kurs:   # ved kurset
    label: 'Kurs'   # navnet
    leads_to: ro
  tur: {label: Tur,
        note: 'Noe',   # her
        leads_to: [ro]}
outputs:
  ting: {label: Ting}   # tingen
outcomes:
  ro: {label: Ro, level: user}
"""
KURS = ["  # om kurset", "  kurs:   # ved kurset", "    label: 'Kurs'   # navnet", "    leads_to: ro"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_is_moved_to_another_section_takes_its_comments_and_its_form_with_it(end: str) -> None:
    text = WITH_COMMENTS.replace("\n", end)
    file = model_file(text)
    assert file.model is not None
    moved = text_of(file.model.moved("kurs", "outputs"), file, "m.yaml")
    assert moved.count(end) == moved.count("\n") == WITH_COMMENTS.count("\n")
    assert difference(text, moved) == [*(f"-{line}" for line in KURS), *(f"+{line}" for line in KURS)]
    changed = text_of(file.model.moved("kurs", "outputs").with_fields("kurs", label="Ny"), file, "m.yaml")
    assert difference(moved, changed) == ["-    label: 'Kurs'   # navnet", "+    label: 'Ny'   # navnet"]
    new = text_of(file.model.moved("ting", "inputs"), file, "m.yaml")
    line = "  ting: {label: Ting}   # tingen"
    assert difference(text, new) == ["+inputs:", f"+{line}", "-outputs:", f"-{line}"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"label": "Ny"}, ["-  tur: {label: Tur,", "+  tur: {label: Ny,"]),
        ({"status": "in_use"}, ["+        status: in_use,"]),
        ({"note": None}, ["-        note: 'Noe',   # her"]),
    ],
)
def test_braces_over_several_lines_are_changed_line_by_line(fields: dict[str, str | None], expected: list[str]) -> None:
    file = model_file(WITH_COMMENTS)
    assert file.model is not None
    assert difference(WITH_COMMENTS, text_of(file.model.with_fields("tur", **fields), file, "m.yaml")) == expected

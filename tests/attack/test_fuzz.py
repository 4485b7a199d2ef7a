"""Whatever a stranger's file holds, there is an answer: values, or diagnostics at places in the file; never an exception of Python's.

A few examples of each are tried each time; ``HYPOTHESIS_PROFILE=deep pytest tests/attack/test_fuzz.py`` tries very many, see CONTRIBUTING.
"""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import virkningskjede as vk
from virkningskjede.diagnosis import text as findings_text
from virkningskjede.drafts.marks import comments
from virkningskjede.errors import VirkningskjedeError
from virkningskjede.project import corpus

DEEP = os.environ.get("HYPOTHESIS_PROFILE") == "deep"
FEW = settings() if DEEP else settings(max_examples=12)

STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What a terminal obeys, or what turns text round."""


def shipped(folder: str) -> list[Path]:
    return sorted((corpus() / folder).glob("*.yaml"))


ONE_OF_EACH = [shipped(name)[0] for name in ("pilots", "templates", "programmes", "comparisons", "criteria", "assessments")]
SEEDS = [path.read_text("utf-8") for path in (corpus() / "vocabulary.yaml", corpus() / "references.yaml", *ONE_OF_EACH)]

CHARACTERS = ["", " ", "\t", "\0", "\x1b[31m", "\u200b", "\u202e", "\ufeff", "\u2028", "é", "e\u0301", "\n", "\r\n", "\r"]
SIGNS = ["&a", "*a", "!!int", "<<", "---", "...", "%", "@", "[", "]", "{", "}", ":", ": ", "- ", "? ", "#", " #", "|", ">-", '"', "'"]
WORDS = ["null", "~", "no", "1:30", "010", "-5", "1e999", "2026-13-45", "0000-00-00", "9" * 400, "x" * 300, "../../etc"]
OURS = ["leads_to:", "or:", "absent", "kind: vocabulary", "follows: modell-1"]
NASTY = st.sampled_from([*CHARACTERS, *SIGNS, *WORDS, *OURS])


@st.composite
def mutants(draw: st.DrawFn) -> str:
    """A file of the collection, cut down to a few of its lines, with some of them changed: nearly right YAML."""
    lines = draw(st.sampled_from(SEEDS)).split("\n")
    start = draw(st.integers(0, max(0, len(lines) - 10)))
    kept = lines[:4] + lines[max(4, start) : start + draw(st.integers(1, 40))]
    for _ in range(draw(st.integers(1, 4))):
        number = draw(st.integers(0, len(kept) - 1))
        line = kept[number]
        at = draw(st.integers(0, len(line)))
        change = draw(st.sampled_from(["insert", "replace", "delete", "double", "swap", "indent", "cut"]))
        if change == "insert":
            kept[number] = line[:at] + draw(NASTY) + line[at:]
        elif change == "replace":
            kept[number] = re.sub(r"(?<=: ).*", lambda _: draw(NASTY), line)
        elif change == "delete":
            del kept[number]
        elif change == "double":
            kept.insert(number, line)
        elif change == "swap":
            other = draw(st.integers(0, len(kept) - 1))
            kept[number], kept[other] = kept[other], kept[number]
        elif change == "indent":
            kept[number] = " " * draw(st.integers(0, 4)) + line.lstrip()
        else:
            kept[number] = line[:at]
        kept = kept or [""]
    return "\n".join(kept)


HEADER = ["virkningskjede", "kind", "id", "title", "follows", "source", "inputs", "activities", "outputs", "outcomes", "context"]
INSIDE = ["label", "term", "leads_to", "who", "status", "level", "or", "at", "note", "dose", "accept", "lang"]
ASIDE = ["target_group", "indicators", "results", "barriers", "assumptions", "recruitment", "set_aside"]
KEYS = st.sampled_from([*HEADER, *INSIDE, *ASIDE])
SCALARS = st.one_of(NASTY, st.text(max_size=8), st.sampled_from(["1", "pilot", "a", "b", "user", "planned", "1:2", "modell-1"]))
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS | SCALARS, inner, max_size=4), max_leaves=12
)


def flow(value: object) -> str:
    """A value as YAML on one line; its texts as they are, so that some are not what they seem."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{flow(key)}: {flow(inner)}" for key, inner in value.items()) + "}"
    return "[" + ", ".join(map(flow, value)) + "]" if isinstance(value, list) else str(value)


@st.composite
def near_yaml(draw: st.DrawFn) -> str:
    """Keys of the format with any values."""
    pairs = draw(st.lists(st.tuples(KEYS, VALUES), max_size=6))
    kind = draw(st.sampled_from(["pilot", "vocabulary", "claims", "criteria", "comparison", "references", "segments", "assessments", "x"]))
    return f"virkningskjede: 1\nkind: {kind}\nid: m\n" + "".join(f"{key}: {flow(value)}\n" for key, value in pairs)


TEXTS = st.one_of(mutants(), near_yaml())
FILES = st.one_of(TEXTS.map(lambda text: text.encode("utf-8", "replace")), st.binary(max_size=60))
NAMES = [
    "vocabulary.yaml",
    "references.yaml",
    "pilots/m.yaml",
    "templates/t.yaml",
    "claims/c.yaml",
    "criteria/k.yaml",
    "comparisons/s.yaml",
]


def in_order(validation: vk.Validation) -> Iterator[str]:
    """What is wrong with what was found: a place outside its file, or a message that does something to a terminal."""
    for found in validation.diagnostics:
        for lang in ("nb", "en"):
            if STEERING.search(found.message(lang) + found.tip(lang)):
                yield f"{found.code} steers: {found.message(lang)!r}"
        if found.file and found.place and Path(found.file).is_file():
            text = Path(found.file).read_bytes().decode("utf-8", "replace")
            if not 1 <= found.place.line <= len(re.split(r"\r\n|\r|\n", text)):
                yield f"{found.code} stands on line {found.place.line} of {found.file}"
    if STEERING.search(findings_text(validation.diagnostics, validation.yaml_files, "nb").replace("\r", "")):
        yield "the text steers"


@FEW
@given(st.dictionaries(st.sampled_from(NAMES), FILES, min_size=1, max_size=4))
def test_any_project_gets_an_answer(files: dict[str, bytes]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        for file, data in files.items():
            (folder / file).parent.mkdir(exist_ok=True)
            (folder / file).write_bytes(data)
        with suppress(VirkningskjedeError):
            assert list(in_order(vk.validate(folder))) == []
        with suppress(VirkningskjedeError):
            models = vk.load_portfolio(folder)
            for result in (vk.gaps(models), vk.consensus(models)):
                assert not STEERING.search(result.to_text(lang="nb"))


@FEW
@given(TEXTS)
def test_any_model_gets_an_answer(text: str) -> None:
    try:
        model = vk.load_model(text=text)
    except VirkningskjedeError:
        return
    assert vk.load_model(text=vk.dump(model)) == model
    assert not STEERING.search(model.to_text(lang="nb"))


CELL_WORDS = ["Innsatsfaktorer", "Aktivitet", "Tiltak", "Virkning", "inputs", "outcomes", "a; b", "50 %", "3 av 5"]
CELLS = st.one_of(SCALARS, st.sampled_from(CELL_WORDS))
HEADS = st.sampled_from(["id", "stage", "label", "leads_to", "Aktiviteter", "Hvem", "Mål", "Indikator", "2024", "", "x"])


@FEW
@given(
    st.lists(HEADS, max_size=5),
    st.lists(st.lists(CELLS, max_size=6), max_size=6),
    st.sampled_from([";", ",", "\t", "|"]),
    st.binary(max_size=6),
)
def test_any_table_gets_an_answer(heads: list[str], rows: list[list[str]], between: str, behind: bytes) -> None:
    with TemporaryDirectory() as name:
        for ending in ("csv", "md"):
            path = Path(name) / f"t.{ending}"
            path.write_bytes("\n".join(between.join(row) for row in (heads, *rows)).encode("utf-8", "replace") + behind)
            with warnings.catch_warnings(), suppress(VirkningskjedeError):
                warnings.simplefilter("ignore", vk.TableWarning)
                model = vk.read_table(path)
                assert vk.load_model(text=vk.dump(model)).id == model.id


@FEW
@given(st.lists(st.one_of(SCALARS, st.sampled_from(["<!-- vk:", "-->", "<!-- /vk -->", "`", "```", "~~~", "    ", "\\"]))).map("".join))
def test_the_marks_of_any_draft_stand_in_it(text: str) -> None:
    end = 0
    for comment in comments(text):
        assert end <= comment.start < comment.end <= len(text)
        end = comment.end


@pytest.mark.parametrize("ending", ["xlsx", "docx", "graphml", "html", "csv"])
@FEW
@given(data=st.binary(max_size=80))
def test_any_bytes_under_the_name_of_a_document_get_an_answer(ending: str, data: bytes) -> None:
    with TemporaryDirectory() as name:
        path = Path(name) / f"t.{ending}"
        path.write_bytes((b"PK\x03\x04" if data[:1] > b"\x80" else b"") + data)
        with warnings.catch_warnings(), suppress(VirkningskjedeError):
            warnings.simplefilter("ignore", vk.TableWarning)
            vk.read_table(path)

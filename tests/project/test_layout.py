"""The canonical layout: the same values and comments in every file, the same text the second time, and the order of the format."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from virkningskjede.model import LogicModel
from virkningskjede.model.values import File
from virkningskjede.project import Portfolio, build, corpus, dump, kind_of, layout
from virkningskjede.project.layout import formatted
from virkningskjede.schema import KINDS, OF
from virkningskjede.yamlfile import YamlFile, parse


def file(text: str) -> YamlFile:
    return parse(text.encode("utf-8"), "a.yaml")


def comments(read: YamlFile) -> list[str]:
    return sorted(comment.text for comment in read.tree().comments())


def laid_out(text: str, kind: type[File] | None = None) -> str:
    """The canonical text, which holds the same as the text, comments and all, and does not change when it is set once more."""
    read = file(text)
    assert not read.broken, read.diagnostics
    made = formatted(read, kind)
    again = file(made)
    assert (again.values, comments(again), again.bom) == (read.values, comments(read), read.bom)
    assert formatted(again, kind) == made
    assert made.endswith(("\n", "\r"))
    return made


# Files of all kinds


WORDS = st.sampled_from(
    ["a", "kurs", "Å lære: mer", "to # tre", "x, y", "- nei", "[æ]", "'", '"', "{b}", "?", "en to", "1", "no", "|", "#", "-> b", "blå\\bær"]
)


def quoted(draw: st.DrawFn, value: str) -> str:
    return "'" + value.replace("'", "''") + "'" if draw(st.booleans()) else '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


@st.composite
def scalars(draw: st.DrawFn, flow: bool, indent: int) -> str:
    """A text, in one of the ways to write one."""
    way = draw(st.sampled_from(["plain", "quoted", "quoted", "lines", "block"]))
    if way == "plain":
        return draw(st.sampled_from(["a", "kurs", "Å lære mer", "1.5", "no", "a-b", "x#y", "http://x"]))
    if way == "quoted":
        return quoted(draw, draw(WORDS))
    margin = " " * (indent + draw(st.integers(1, 4)))
    if way == "lines" or flow:
        inner = draw(st.sampled_from(["", "\n", f"\n{margin}"]))
        text = f"en\n{inner}{margin}to"
        return text if draw(st.booleans()) else f'"{text} "'
    header = draw(st.sampled_from(["|", ">", "|-", ">-", "|+", "|2", "|  # c"]))
    margin = " " * (indent + 2)
    body = draw(st.lists(st.sampled_from(["en", "  to", "", "tre # ikke", "    "]), min_size=1, max_size=4))
    return f"{header}\n" + "\n".join(margin + line if line.strip() else draw(st.sampled_from([line, ""])) for line in ["start", *body])


def comment(draw: st.DrawFn) -> str:
    return draw(st.sampled_from(["", "", "", "# en", "#to", "#  tre: [fire", "# - a"]))


def above(draw: st.DrawFn, indent: int) -> str:
    """What can stand above a key: blank lines, and comments that stand anywhere."""
    lines = []
    for _ in range(draw(st.integers(0, 2))):
        text = comment(draw)
        lines.append(" " * draw(st.integers(0, indent + 3)) + text if text else "")
    return "".join(f"{line}\n" for line in lines)


def beside(draw: st.DrawFn) -> str:
    text = comment(draw)
    return " " * draw(st.integers(1, 4)) + text if text else " " * draw(st.integers(0, 1))


@st.composite
def flows(draw: st.DrawFn, depth: int, indent: int) -> str:
    """A mapping or a list in braces or brackets, on one line or several, with comments."""

    def gap() -> str:
        if draw(st.integers(0, 3)):
            return draw(st.sampled_from(["", " ", "  "]))
        text = comment(draw)
        return (f" {text}" if text else "") + "\n" + " " * (indent + draw(st.integers(1, 5)))

    mapping = draw(st.booleans())
    items = []
    for number in range(draw(st.integers(0, 3))):
        value = draw(flows(depth - 1, indent)) if depth and not draw(st.integers(0, 2)) else draw(scalars(True, indent))
        key = draw(st.sampled_from([f"k{number}", f'"k{number}"', f"? k{number} "]))
        items.append(f"{gap()}{key}:{gap() or ' '}{value}{gap()}" if mapping else f"{gap()}{value}{gap()}")
    inside = ",".join(items) + ("," if items and draw(st.sampled_from([True, False])) else "") + gap()
    return f"{{{inside}}}" if mapping else f"[{inside}]"


@st.composite
def blocks(draw: st.DrawFn, depth: int = 3, indent: int = 0) -> str:
    """A mapping or a list on lines of its own."""
    mapping = indent == 0 or draw(st.booleans())
    lines = []
    for number in range(draw(st.integers(1, 4))):
        margin = " " * indent
        key = draw(st.sampled_from(["id", "kind", "virkningskjede", "b", "a", '"c"', "'d'"])) + (str(number) if number else "")
        head = f"{margin}{key}:" if mapping else f"{margin}-"
        lines.append(above(draw, indent))
        way = draw(st.sampled_from(["scalar", "flow", "nothing", "block", "block"])) if depth else "scalar"
        if way == "scalar":
            lines.append(f"{head} {draw(scalars(False, indent))}")
            lines.append("\n" if "\n" in lines[-1] else f"{beside(draw)}\n")
        elif way == "flow":
            lines.append(f"{head} {draw(flows(2, indent))}{beside(draw)}\n")
        elif way == "nothing":
            lines.append(f"{head}{beside(draw)}\n")
        elif not mapping and draw(st.booleans()):
            inner = draw(blocks(depth - 1, indent + 2)).lstrip(" \n")
            lines.append(f"{head} {inner}" if not inner.startswith("#") else f"{head}\n{' ' * (indent + 2)}{inner}")
        else:
            lines.append(f"{head}{beside(draw)}\n{draw(blocks(depth - 1, indent + draw(st.integers(1, 4))))}")
    return "".join(lines)


@st.composite
def files(draw: st.DrawFn) -> str:
    text = draw(st.one_of(blocks(), blocks(), flows(3, 0)))
    text = (
        draw(st.sampled_from(["", "", "# øverst\n", "---\n", "\n\n"]))
        + text
        + draw(st.sampled_from(["", "\n", "# nederst", "\n\n# nederst\n"]))
    )
    if draw(st.booleans()):
        text = text.rstrip("\n")
    text = text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n", "\r"])))
    return draw(st.sampled_from(["", "", "\ufeff"])) + text


@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(files(), st.sampled_from([None, LogicModel]))
@example("{}", None)
@example("{ # a\n}# b", None)
@example("a: |\n  b", None)
@example("a: |+\n  b\n\n", None)
@example("a: [b: c, {d}]", None)
@example("a:\n- b\n# c\n- - d\n  # e\n  - f\n # g\n", None)
def test_values_and_comments_stay_and_the_second_time_changes_nothing(text: str, kind: type[LogicModel] | None) -> None:
    read = file(text)
    assume(not read.broken)
    laid_out(text, kind)


# Models


def shuffled(text: str, drawn: random.Random) -> str:
    """The same model with its keys in any order and one of several layouts."""

    def mixed(value: Any) -> Any:
        if isinstance(value, dict):
            keys = list(value)
            drawn.shuffle(keys)
            return {key: mixed(value[key]) for key in keys}
        return [mixed(item) for item in value] if isinstance(value, list) else value

    def flow(value: Any) -> str:
        if isinstance(value, dict):
            return "{" + ",".join(f"{key!r}:{flow(inner)}" for key, inner in value.items()) + "}"
        if isinstance(value, list):
            return "[" + " , ".join(map(flow, value)) + "]"
        text: str = value
        return "'" + text.replace("'", "''").replace("\n", "\n\n") + "'"

    return flow(mixed(file(text).values))


def test_a_shuffled_model_is_set_in_the_order_of_the_format(portfolio: Portfolio) -> None:
    for number, model in enumerate(portfolio.values()):
        text = dump(model)
        mixed = laid_out(shuffled(text, random.Random(number)), LogicModel)
        (again, wrong) = build(LogicModel, file(mixed).values or {})
        assert (again, wrong) == (model, [])
        sections = [line.split(":")[0].strip("'") for line in mixed.splitlines() if line[0] not in " #"]
        assert sections == [line.split(":")[0] for line in text.splitlines() if line[0] != " "]


def test_what_dump_writes_is_laid_out_already(portfolio: Portfolio) -> None:
    texts = {name: dump(model) for name, model in portfolio.items()}
    assert {name: laid_out(text, LogicModel) for name, text in texts.items()} == texts


def files_of_ours() -> list[Path]:
    return sorted(corpus().rglob("*.yaml"))


def test_every_file_of_ours_can_be_laid_out_and_reads_as_before() -> None:
    paths = files_of_ours()
    assert len(paths) > 40
    for path in paths:
        text = path.read_text("utf-8")
        laid_out(text, KINDS[OF[str(kind_of(file(text)))]])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kind: pilot\nvirkningskjede: 1\n", "virkningskjede: 1\nkind: pilot\n"),
        (
            "# about the file\nkind: pilot  # of us\n# the version\nvirkningskjede: 1\n",
            "# about the file\n# the version\nvirkningskjede: 1\nkind: pilot  # of us\n",
        ),
        ("virkningskjede:   1\nid : a\n\n\n\ntitle:\tA   # b\n", "virkningskjede: 1\nid: a\n\ntitle: A   # b\n"),
        ("activities: { a : {label: A,status: planned , } }", "activities: {a: {label: A, status: planned}}\n"),
        (
            "activities:\n    a:\n        who:\n        - nav\n        label: A\n",
            "activities:\n  a:\n    label: A\n    who:\n      - nav\n",
        ),
        (
            "outcomes: {b: {at: '1:1', level: user, unknown: x, label: B}}",
            "outcomes: {b: {label: B, level: user, at: '1:1', unknown: x}}\n",
        ),
        (
            "activities:\n  a: {label: A, # the name\n    who: [nav]} # who\n",
            "activities:\n  a:  # who\n    label: A  # the name\n    who: [nav]\n",
        ),
        (
            "activities:\n  a: {label: A}\n  # the last of them\noutcomes: {}\n",
            "activities:\n  a: {label: A}\n  # the last of them\noutcomes: {}\n",
        ),
        (
            "id: a\nactivities:\n  a: {label: A}\n  # of the activities\ntitle: A\n",
            "id: a\ntitle: A\nactivities:\n  a: {label: A}\n  # of the activities\n",
        ),
        (
            "activities:\n  a:\n    content: |\n       en\n         to\n    label: A",
            "activities:\n  a:\n    label: A\n    content: |\n      en\n        to\n",
        ),
        ("note: en\n   to\nid: a\n", "id: a\nnote: en\n  to\n"),
        (
            "activities:\n  a:\n    label: A\n    leads_to:\n    - {at: '1:1', to: b}\n    - to: c\n      # why\n      because: d\n",
            "activities:\n  a:\n    label: A\n    leads_to:\n"
            "      - {to: b, at: '1:1'}\n      - to: c\n        # why\n        because: d\n",
        ),
        ("---\nid: a\n...\n", "id: a\n"),
        ("\ufeffid: a", "\ufeffid: a\n"),
        ("title: b\r\nid: a", "id: a\r\ntitle: b\r\n"),
    ],
)
def test_the_layout(text: str, expected: str) -> None:
    assert laid_out(text, LogicModel) == expected


def test_what_does_not_fit_a_line_is_opened_and_what_does_stays_as_it_was_written() -> None:
    label = "x" * 100
    made = laid_out(f"activities:\n  a: {{who: [nav], label: {label}, leads_to: [{{to: b, because: {label}}}], at: '1:1'}}\n", LogicModel)
    assert made.splitlines() == [
        *("activities:", "  a:", f"    label: {label}", "    who: [nav]", "    at: '1:1'"),
        f"    leads_to: [{{to: b, because: {label}}}]",
    ]


def test_what_would_say_something_else_is_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "_beside", lambda comment: "")
    with pytest.raises(layout.LayoutError):
        formatted(file("id: a  # b\n"), LogicModel)


def test_what_is_canonical_does_not_depend_on_which_types_were_built_before() -> None:
    """A type whose building is put off knows no more of its parts than it has been asked for."""
    script = (
        "from virkningskjede.project import corpus, read_file\n"
        "from virkningskjede.project.layout import formatted\n"
        "from virkningskjede.schema import KINDS, OF\n"
        "file = read_file(corpus() / 'claims' / 'statusrapport.yaml', None)\n"
        "raise SystemExit(formatted(file, KINDS[OF['claims']]) != file.text)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0

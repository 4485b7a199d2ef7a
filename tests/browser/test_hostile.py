"""Hostile text comes out as text, wherever it is read: nothing runs, nothing is fetched, and the reader sees what stands in the file."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote

import pygraphviz
import pytest
from click.testing import CliRunner

from virkningskjede.cli import program
from virkningskjede.diagnostics import shorten
from virkningskjede.drawing.content import LONGEST_LABEL
from virkningskjede.project import load_portfolio

from .hostile import ATTACKS, MODELS, RUN, SAYS
from .reading import NARROW, Open, overflow

pytestmark = pytest.mark.browser

UNTOUCHED = f"""() => {{
    const own = /^(#|https?:|[a-z0-9./-]+(\\.html|\\.css|\\.js|\\.svg)([?#]|$))/;
    const leads = (a) => ["href", "src", "action", "data"].includes(a.localName);
    const inside = (e) => [...e.attributes].filter((a) => a.name.startsWith("on") || (leads(a) && !own.test(a.value)));
    return {{
        ran: window.__pwned === undefined ? [] : ["ran"],
        handlers: [...document.querySelectorAll("*")].flatMap(inside).map((a) => a.name + "=" + a.value.slice(0, 80)),
        scripts: [...document.scripts].map((e) => e.textContent).filter((text) => text.includes({json.dumps(RUN)})),
        odd: [...document.querySelectorAll("iframe, object, embed, base, foreignObject, textarea")].map((e) => e.outerHTML.slice(0, 80)),
    }};
}}"""
"""What would show that a text had become something else."""

NOTHING: Mapping[str, list[str]] = {"ran": [], "handlers": [], "scripts": [], "odd": []}


def lines(text: str) -> str:
    """Text without white space: where lines are broken is no part of it."""
    return re.sub(r"\s+", "", text)


def is_shown(shown: str | None, label: str) -> bool:
    """Whether a label is shown as it is; a very long one may be cut, if that is seen."""
    return shown == label or (len(label) > 200 and shown is not None and shown.endswith("…") and label.startswith(shown[:-1].rstrip()))


def test_nothing_runs_on_any_page_and_none_becomes_too_wide(hostile_site: Path, look: Open) -> None:
    page = look(hostile_site / "index.html", width=NARROW)
    for path in sorted(hostile_site.glob("*.html")):
        page.goto(path.as_uri())
        assert page.evaluate(UNTOUCHED) == NOTHING, path.name
        assert overflow(page) <= 0, path.name


@pytest.mark.parametrize("name", MODELS)
def test_a_reader_sees_the_labels_as_they_stand_in_the_file(hostile_site: Path, look: Open, name: str) -> None:
    page = look(hostile_site / f"model-{name}.html")
    for each, label in ATTACKS.items():
        assert is_shown(page.locator(f"[id='entry-{each}'] h4").text_content(), label), each
    assert page.locator("[id='entry-link'] dd", has_text=SAYS).count() >= 2
    assert ATTACKS["ends-title"] in page.title()
    assert ATTACKS["ends-title"] in (page.locator("h1").text_content() or "")


def test_pointing_at_every_part_of_the_picture_runs_nothing(hostile_site: Path, look: Open) -> None:
    page = look(hostile_site / "model-ask.html")
    for name, label in ATTACKS.items():
        page.locator(f".plate a[data-about='entry-{name}']").focus()
        assert is_shown(page.locator(".panel h4").first.text_content(), label), name
    page.locator(".plate a[data-about='arrow-script.image']").focus()
    assert ATTACKS["script"] in page.locator(".panel").inner_text()
    assert page.evaluate(UNTOUCHED) == NOTHING


def test_the_search_shows_and_takes_hostile_text(hostile_site: Path, look: Open) -> None:
    page = look(hostile_site / "search.html")
    for name, label in ATTACKS.items():
        page.locator("#search_field").fill(label[:100])
        assert any(is_shown(text, label) for text in page.locator(".results a").all_text_contents()), name
    assert page.evaluate(UNTOUCHED) == NOTHING


@pytest.mark.parametrize("name", ["search", "criteria"])
def test_a_hostile_address_runs_nothing(hostile_site: Path, look: Open, name: str) -> None:
    page = look(hostile_site / f"{name}.html")
    for label in (*ATTACKS.values(), "%", "%zz", "')]"):
        page.goto("about:blank")
        page.goto(f"{(hostile_site / name).as_uri()}.html?q={quote(label[:500])}#{label[:500]}")
        assert page.evaluate(UNTOUCHED) == NOTHING
    if name == "search":
        assert page.locator("#search_field").input_value() == "')]"


def test_works_with_hostile_addresses_lead_nowhere(hostile_site: Path, look: Open) -> None:
    page = look(hostile_site / "sources.html")
    works = page.locator(".works li")
    assert works.count() == 4
    assert [each.get_attribute("href") for each in works.locator("a").all()] == []
    assert RUN in (works.first.text_content() or "")


def test_a_picture_opened_by_itself_runs_nothing_and_shows_the_labels(hostile_site: Path, look: Open) -> None:
    page = look((hostile_site / "pictures" / "model-ask.svg").as_uri())
    shown = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("g.box[data-id]")].map((g) => [g.dataset.id,
            [g.querySelector("title").textContent, [...g.querySelectorAll(":scope > text")].map((t) => t.textContent).join(" ")]]))"""
    )
    for name, label in ATTACKS.items():
        title, text = shown[name]
        cut = shorten(label, LONGEST_LABEL)
        assert title.startswith(cut[:-1]), name
        assert lines(text).replace("-", "").startswith(lines(cut[:-1]).replace("-", "")), name
    for path in sorted((hostile_site / "pictures").glob("*.svg")):
        page.goto(path.as_uri())
        assert page.evaluate(UNTOUCHED) == NOTHING, path.name


OUTPUTS: Mapping[str, list[str]] = {
    "compare": ["compare", "{root}", "--columns", "tiltak"],
    "compare --explain": ["compare", "{root}", "--columns", "tiltak", "--explain"],
    "check": ["check", "{root}"],
    "check --explain": ["check", "{root}", "--explain"],
    "claims": ["claims", "rapport", "--root", "{root}", "--explain", "--fail-on", "none"],
    "diff": ["diff", "{root}/pilots/ask.yaml", "{root}/pilots/bork.yaml", "--exit-zero"],
    "consensus": ["consensus", "{root}"],
    "gaps": ["gaps", "{root}"],
    "paths": ["paths", "{root}/pilots/ask.yaml"],
}


@pytest.mark.parametrize("command", OUTPUTS)
def test_a_report_as_html_runs_nothing(command: str, hostile_root: Path, tmp_path: Path, look: Open) -> None:
    written = tmp_path / "report.html"
    arguments = [each.format(root=hostile_root) for each in OUTPUTS[command]]
    done = CliRunner().invoke(program, [*arguments, "--format", "html", "-o", str(written)])
    assert done.exit_code in (0, 1), done.output
    page = look(written)
    # The one picture that a page holds is ours, as the bytes of a PNG: it is taken out, and nothing else may be there.
    page.evaluate("document.querySelectorAll('figure > img[src^=\"data:image/png;base64,\"]').forEach(picture => picture.remove())")
    assert page.evaluate(UNTOUCHED) == NOTHING
    assert ATTACKS["script"] in (page.locator("body").text_content() or "") or RUN in (page.locator("body").text_content() or "")
    assert page.locator("body script, body img, body svg script").count() == 0


def test_mermaid_holds_each_label_between_quotes_with_nothing_that_acts(hostile_root: Path, tmp_path: Path) -> None:
    written = tmp_path / "ask.mmd"
    assert CliRunner().invoke(program, ["render", str(hostile_root / "pilots" / "ask.yaml"), "-o", str(written)]).exit_code == 0
    text = written.read_text("utf-8")
    boxes = re.findall(r'^    n[0-9]+[\[(]"([^"]*)"[\])]$', text, re.MULTILINE)
    assert len(boxes) == len(ATTACKS) + 1
    for (name, label), box in zip(ATTACKS.items(), boxes, strict=False):
        assert not re.search(r"[<>`{}\[\]\\:='*_$&]", re.sub(r"#[0-9]+;", "", box)), name
        said = re.sub(r"#([0-9]+);", lambda entity: chr(int(entity[1])), box)
        assert said.startswith(shorten(label, LONGEST_LABEL)), name
    assert not re.search(r"^\s*(click|%%|href|linkStyle|direction)", text, re.MULTILINE)


def test_dot_is_parsed_back_to_the_same_labels(hostile_root: Path, tmp_path: Path) -> None:
    written = tmp_path / "ask.dot"
    assert CliRunner().invoke(program, ["render", str(hostile_root / "pilots" / "ask.yaml"), "-o", str(written)]).exit_code == 0
    text = written.read_text("utf-8")
    assert "<" not in re.sub(r'"(?:[^"\\]|\\.)*"', "", text)
    graph = pygraphviz.AGraph(string=text)
    for name, label in ATTACKS.items():
        node = graph.get_node(name)
        assert not node.attr["URL"]
        assert not node.attr["href"]
        told = node.attr["label"].replace("\\n", "").replace("&quot;", '"').replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        if name not in ("backslash", "long", "unbroken"):
            assert lines(told).replace("-", "").startswith(lines(label).replace("-", "")[:40]), name
    following = list(pairwise(ATTACKS))
    assert set(following) <= {tuple(edge) for edge in graph.edges()}


@pytest.mark.parametrize("mark", ["\u202e", "\u200f", "\u2066", "\u0000", "\u001b", "\u2028"])
def test_marks_that_turn_or_hide_text_are_refused_when_a_file_is_read(mark: str, hostile_root: Path, tmp_path: Path) -> None:
    text = (hostile_root / "pilots" / "ask.yaml").read_text("utf-8").replace("עולם", f"ע{mark}ולם")
    path = tmp_path / "ask.yaml"
    path.write_text(text, "utf-8")
    done = CliRunner().invoke(program, ["validate", str(path), "--root", str(hostile_root), "--format", "json"])
    assert done.exit_code in (1, 2)
    assert mark not in done.output
    assert "Traceback" not in done.output


def test_the_root_is_a_root(hostile_root: Path) -> None:
    assert set(load_portfolio(hostile_root)) == set(MODELS)

"""Laws of drafts: an update is idempotent, touches marks only, and leaves nothing different that it could write."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from virkningskjede.drafts import DraftCheck, check_draft, read_draft, updated
from virkningskjede.drafts.marks import comments
from virkningskjede.project import Portfolio, load_portfolio

ROOT = Path(__file__).parents[1] / "analysis" / "claims" / "root"
TABLE = """virkningskjede: 1
kind: comparison
id: moter
title: {nb: Møter, en: Meetings}
stages: [activities]
columns: {m: {label: {nb: Møte, en: Meeting}, counts: [mote]}}
"""

over = st.sampled_from(["pilotene", "{only: [ask]}", "{kind: pilot, expect: 3}", "{kind: pilot, expect: 1}"])
where = st.sampled_from(["mote", "fast-mote", "kurs", "plan"])
question = st.builds("{{over: {}, where: {{node: {{term: {}}}}}}}".format, over, where)
mark = (
    st.builds("{}: {}".format, st.sampled_from(["count", "share", "these"]), question)
    | st.sampled_from(
        ["sum: {in: ask, of: [var, host]}", "sum: {in: bjork, of: []}".replace("[]", "[x]").replace("bjork, of: [x]", "ask, of: var")]
    )
    | st.sampled_from(["claim: alle-moter", "claim: kurs", "holds: {section: {exists: '5'}}", "table: moter"])
)
TEXTS = [
    "",
    " ",
    "\r\n",
    "sju",
    "**Én**",
    "2",
    "1–2",
    "50 %",
    "Ask",
    "Ask og Bjørk",
    "mange",
    "*",
    "`x`",
    "__Alle__",
    "null til to",
    "Å\u2028",
]
BETWEEN = [" ", "\n", "\r\n\r\n", "\ttekst  \n", "`kode`", "\n```\n<!-- vk: x -->\n```\n", "<!-- annet -->", "| ", "æøå\u00a0", "- "]
marked = st.builds("<!-- vk: {} -->{}<!-- /vk -->".format, mark, st.sampled_from(TEXTS))
draft = st.lists(marked | st.sampled_from(BETWEEN), max_size=6).map("".join)


@pytest.fixture(scope="module")
def pilots(tmp_path_factory: pytest.TempPathFactory) -> Portfolio:
    root = tmp_path_factory.mktemp("utkast") / "root"
    shutil.copytree(ROOT, root)
    (root / "comparisons").mkdir(exist_ok=True)
    (root / "comparisons" / "moter.yaml").write_text(TABLE, "utf-8")
    return load_portfolio(root / "pilots")


def check(pilots: Portfolio, data: bytes) -> DraftCheck:
    assert pilots.project.root is not None
    path = pilots.project.root / "utkast.md"
    path.write_bytes(data)
    return check_draft(read_draft(path, pilots.project, pilots), pilots, pilots.project)


def outside(text: str) -> list[str]:
    """The text outside of marks, their comments included."""
    result, at, inside = [], 0, False
    for comment in comments(text):
        inside = comment.kind == "opening" and "with:" not in text[comment.start : comment.end]
        result += [text[at : comment.end]] if inside else []
        at = comment.end if inside else comment.start if comment.kind == "closing" else at
    return [*result, text[at:]]


@settings(max_examples=60)
@given(st.sampled_from(["", "\ufeff"]), draft)
def test_an_update_is_idempotent_and_touches_marks_only(pilots: Portfolio, bom: str, body: str) -> None:
    text = f'{bom}<!-- vk: with: {{claims: rapport, silence: "no"}} -->\n\n{body}'
    before = check(pilots, text.encode("utf-8"))
    data = updated(before)
    after = check(pilots, data)
    assert updated(after) == data
    assert outside(data.decode("utf-8")) == outside(text)
    assert not any(result.outcome == "different" and result.models is not None for result in after.results)
    for one, other in zip(before.results, after.results, strict=True):
        assert other.mark.text == (one.mark.text if one.new is None else one.new)
        assert one.new is None or other.outcome == "same"

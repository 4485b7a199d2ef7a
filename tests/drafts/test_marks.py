"""Which comments are ours: where they stand in Markdown, and what is code."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.drafts.marks import comments

MARK = "<!-- vk: count: x -->"


@pytest.mark.parametrize(
    "text",
    [
        f"a {MARK} b",
        MARK,
        "<!--vk:count: x-->",
        "<!--\n vk :\n   count: x\n\n   where: y -->",
        f"\\`{MARK}\\`",
        f"`a` {MARK} `b`",
        f"` {MARK}\n\na `",
        f"``a` {MARK}",
        f"- point\n\n    {MARK}",
        f"paragraph\n    {MARK}",
        f"```\ncode\n```\n{MARK}",
        f"    ```\n\n{MARK}",
        f"text\n    ~~~\n{MARK}",
        f"~~~ text\n```\n~~~~\n{MARK}",
        f"> ```\n> code\n> ```\n> {MARK}",
        f"```not a fence``` {MARK}",
        f"<!-- ` --> {MARK}",
        f"<!--> {MARK}",
        f"    code\n\n    code\n{MARK}",
        f"# A\r\n\r\n{MARK}\r\n",
    ],
)
def test_ours(text: str) -> None:
    (comment,) = comments(text)
    assert comment.kind == "opening"
    assert text[comment.start : comment.inside].endswith(":")
    assert text[comment.inside : comment.end].endswith("-->")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<!-- a comment -->",
        "<!-- vkx: 1 -->",
        "<!-- vk -->",
        f"`{MARK}`",
        f"``a ` {MARK}``",
        f"`a\n{MARK}`",
        f"```\n{MARK}\n```",
        f"```yaml\n{MARK}\n~~~\n````",
        f"~~~\n{MARK}",
        f"- a\n\n    ```\n    {MARK}\n    ```",
        f"1. ```\n   {MARK}\n   ```",
        f"    {MARK}",
        f"text\n\n\t{MARK}\n\n    {MARK}",
        f"- point\n\ntext\n\n    {MARK}",
        "<!-- the rest is a comment <!-- vk: x",
    ],
)
def test_not_ours(text: str) -> None:
    assert list(comments(text)) == []


def test_closing_and_broken_ones() -> None:
    text = "<!-- vk: a --> 1 <!-- /vk --> <!--/vk--> <!-- / vk\n--> <!-- vk: never"
    assert [comment.kind for comment in comments(text)] == ["opening", "closing", "closing", "closing", "broken"]


@pytest.mark.parametrize("piece", ["`", "` `` ", "``` ", "<!-- vk: ", "<!--", "\n\n    ", "\\", "- ", ">", "~~~\n", "a\r"])
def test_the_cost_is_linear(piece: str) -> None:
    assert cost(piece * (320_000 // len(piece))) < 64 * cost(piece * (20_000 // len(piece))), "16 times the text, 256 times the work"


def cost(text: str) -> float:
    """The least of some measurements: what else the machine does only adds to it."""
    spent = []
    for _ in range(3):
        started = time.process_time()
        list(comments(text))
        spent.append(time.process_time() - started)
    return min(spent)


PIECES = [*"`~<>!-/ \n\r\ta\\", "<!--", "-->", "<!-- vk:", "<!-- /vk -->", "```", "    "]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_text_gives_comments_in_order(text: str) -> None:
    at = 0
    for comment in comments(text):
        assert at <= comment.start < comment.inside <= comment.end <= len(text)
        assert text.startswith("<!--", comment.start)
        at = comment.end

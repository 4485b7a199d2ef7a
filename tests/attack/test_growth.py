"""What a file of a stranger costs: the work follows the length of the file, whatever it holds.

Whoever can open a pull request can have a file read on somebody else's machine. Where the work follows the square of the length, a file of
a few hundred kilobytes stops the machine for hours; this is counted in lines that are run, see `growth`. What is done inside functions of C
is not seen by it. Beyond its limits of bytes and entries no file is read at all (`tests/yamlfile/test_yaml_file.py`).
"""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

import virkningskjede as vk
from virkningskjede.drafts.marks import comments

from .work import MOST_GROWTH, growth

HEAD = "virkningskjede: 1\nkind: pilot\nid: m\n"
LENGTH = 40


def lines(line: str) -> Callable[[int], str]:
    """A line so many times, with its number, and the next one's."""
    return lambda count: "".join(line.format(number, number + 1) for number in range(count))


def nodes(section: str, line: str) -> Callable[[int], str]:
    return lambda count: f"{section}:\n" + lines(line)(count)


Parts = Callable[[int], str]

FILES: dict[str, tuple[Parts, ...]] = {
    # Every node is held against every other where one is not careful: the commonest file there is.
    "nodes": (nodes("activities", "  a{0}: {{label: x{0}}}\n"),),
    # Each has a finding, and only two hundred are shown.
    "one label": (nodes("activities", "  a{0}: {{label: Kurs for brukere}}\n"),),
    # A key that is nobody's is held against the hundred that there are, to say which was meant.
    "unknown keys": (nodes("activities", "  a{0}: {{label: x, key{0}: y}}\n"),),
    # So is a name that is nobody's, but only where it is shown: `tests/rules/test_rules.py` counts that.
    "unknown terms": (nodes("activities", "  node{0}: {{label: x, term: [kurs{0}, kors{0}]}}\n"),),
    # Refused values are left out one by one, and what is left is tried again.
    "refused ids": (lambda count: "inputs:\n  a: {label: x}\nset_aside:\n" + lines("  æ{0}:\n")(count),),
    "nothing": (nodes("activities", "  a{0}:\n"),),
    "all wrong": (nodes("activities", "  a{0}: {{labell: x, staus: planed, at: y, dose: z}}\n"),),
    # Other readings of one node: each could be held against each.
    "readings": (lambda count: "inputs:\n  a:\n    label: x\n    or:\n" + lines("      - label: x{0}\n")(count),),
    # Long ways: each end of them could be looked for from each beginning.
    "one chain": (
        lambda count: "activities:\n" + lines("  a{0}: {{label: x, leads_to: [a{1}]}}\n")(count) + f"  a{count}: {{label: y}}\n",
    ),
    # A rule looks for nodes that all lead to one.
    "all to one": (nodes("activities", "  a{0}: {{label: x{0}, leads_to: [o]}}\n"), lambda _: "outputs:\n  o: {label: o}\n"),
    "one to all": (
        lambda count: "inputs:\n  a: {label: x, leads_to: [" + ", ".join(f"o{number}" for number in range(count)) + "]}\n",
        nodes("outputs", "  o{0}: {{label: y{0}}}\n"),
    ),
    # So many ids that name so many ids of another section, each of which could be looked up in a list.
    "barriers": (nodes("activities", "  a{0}: {{label: x}}\n"), nodes("barriers", "  b{0}: {{label: h{0}, hinders: [a{0}]}}\n")),
    "assumptions": (
        nodes("assumptions", "  s{0}: {{label: p{0}}}\n"),
        nodes("activities", "  a{0}: {{label: x, leads_to: [{{to: o, assumes: [s{0}]}}]}}\n"),
        lambda _: "outputs:\n  o: {label: o}\n",
    ),
    # As many steps as measures times outcomes are said with two lines for each.
    "all together": (
        nodes("activities", "  a{0}: {{label: x}}\n"),
        nodes("outcomes", "  o{0}: {{label: y, level: user, cause: together}}\n"),
    ),
    "two together": (
        nodes("activities", "  a{0}: {{label: x}}\n"),
        nodes("outcomes", "  o{0}: {{label: y, level: user, cause: {{together: [a{0}, a0]}}}}\n"),
    ),
    # Repeated keys say on which lines both stand, and lines are counted from the top.
    "a key again and again": (nodes("inputs", "  a: {{label: x}}\n"),),
    "keys in two spellings": (nodes("inputs", "  å{0}: {{label: x}}\n  a\u030a{0}: {{label: x}}\n"),),
    "anchors": (lambda count: "title: [" + lines("&x{0} y, ")(count) + "]\n",),
    # Places in a source: a list of them in one text.
    "places": (lambda count: 'source: s\nactivities:\n  a: {label: x, at: "' + ", ".join(f"1:{n + 1}" for n in range(count)) + '"}\n',),
    # Comments are looked for between the values.
    "comments": (nodes("inputs", "  a{0}: {{label: x}} # comment\n  # more\n\n"),),
    # Texts: one long one, with all that could be taken for something else.
    "a long text": (
        lambda count: "activities:\n  a:\n    label: x\n    note: >-\n" + lines("      «ord» `ord` *ord* -ord {0} %\n")(count),
    ),
    "an open bracket": (lambda count: "inputs:\n  a: [" + lines("  line {0}, x\n")(count),),
    "refused at the end": (nodes("inputs", "  a{0}: {{label: x}}\n"), lambda _: "  b: [x\n"),
}


@pytest.mark.parametrize("name", FILES)
def test_validating_takes_work_as_the_file_is_long(name: str, tmp_path: Path) -> None:
    def validating(length: int) -> Callable[[], object]:
        path = tmp_path / f"{length}.yaml"
        path.write_text(HEAD + "".join(part(length) for part in FILES[name]), encoding="utf-8")
        return lambda: vk.validate(path)

    assert growth(validating, LENGTH) < MOST_GROWTH


@pytest.mark.parametrize("name", ["nodes", "one chain", "two together", "barriers"])
def test_looking_for_gaps_takes_work_as_the_file_is_long(name: str) -> None:
    def looking(length: int) -> Callable[[], object]:
        model = vk.load_model(text=HEAD + "".join(part(length) for part in FILES[name]))
        return lambda: vk.gaps(model)

    assert growth(looking, LENGTH) < MOST_GROWTH


DRAFTS: dict[str, Callable[[int], str]] = {
    # The end of a code span is as many backticks as its beginning: each could be looked for to the end of the text.
    "backticks": lambda count: " ".join("`" * (number + 1) + "x" for number in range(count)),
    "fences": lambda count: "".join("~~~\n```\n" for _ in range(count)),
    "marks never closed": lambda count: "<!-- vk: " * count,
    "ends without a beginning": lambda count: "<!-- /vk -->x\n" * count,
    "escapes": lambda count: "\\`" * count,
}


@pytest.mark.parametrize("name", DRAFTS)
def test_reading_a_draft_takes_work_as_it_is_long(name: str) -> None:
    def reading(length: int) -> Callable[[], object]:
        text = DRAFTS[name](length)
        return lambda: list(comments(text))

    assert growth(reading, LENGTH) < MOST_GROWTH


def test_five_thousand_runs_of_backticks() -> None:
    # The search for the end of each was done in C, where no lines are counted: 1.1 MB took 23 seconds.
    text = " ".join("`" * (number % 400 + 1) + "x" for number in range(5_000))
    started = time.process_time()
    assert list(comments(text)) == []
    assert time.process_time() - started < 5, "a hang"


TABLES: dict[str, Callable[[int], str]] = {
    "rows": lambda count: "id;stage;label\n" + lines("a{0};inputs;x {0}\n")(count),
    "rows with arrows": lambda count: "id;stage;label;leads_to\n" + lines("a{0};inputs;x;a{1}\n")(count),
    # A name that no row has is held against the labels of all rows.
    "unknown arrows": lambda count: "id;stage;label;leads_to\n" + lines("a{0};inputs;x {0};y {0}\n")(count),
    "columns": lambda count: ";".join(f"c{number}" for number in range(count)) + "\n" + ";".join("x" * count) + "\n",
}


@pytest.mark.parametrize("name", TABLES)
def test_reading_a_table_takes_work_as_it_is_long(name: str, tmp_path: Path) -> None:
    def reading(length: int) -> Callable[[], object]:
        path = tmp_path / f"{length}.csv"
        path.write_text(TABLES[name](length), encoding="utf-8")

        def read() -> None:
            with warnings.catch_warnings(), suppress(vk.InvalidModel, vk.UsageError):
                warnings.simplefilter("ignore", vk.TableWarning)
                model = vk.read_table(path)
                assert len(model.inputs) == length

        return read

    assert growth(reading, LENGTH) < MOST_GROWTH

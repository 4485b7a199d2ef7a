"""Documentation pages as values: their headings, code blocks, tables and links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"

PAIRS = {
    "filformat": "format",
    "kom-i-gang": "getting-started",
    "kriteriesett": "criteria",
    "python-nb": "python",
    "arkitektur": "architecture",
    "gruppering": "grouping",
    "sammenligne": "compare",
    "paastander": "claims",
    "sak-statusrapport": "case-statusrapport",
    "maaloppnaaelse": "progress",
    "figurer": "pictures",
    "nettsted": "atlas",
    "galleri": "gallery",
    "ord": "words",
    "sjekkene": "checks",
    "tabeller": "tables",
    "skriveprogram": "editor",
}
"""A page in Bokmål -> the same page in English."""

_CELL = re.compile(r"(?<!\\)\|")
_CODE = re.compile(r"`([^`\n]+)`")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of code."""

    language: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table's rows without its head, and what the comment before it says that it lists."""

    marker: str
    rows: tuple[tuple[str, ...], ...]
    line: int

    @property
    def keys(self) -> list[str]:
        """The first column, without the marks of code."""
        return [row[0].strip("`") for row in self.rows]


@dataclass(frozen=True)
class Page:
    """One page of Markdown."""

    path: Path

    @property
    def english(self) -> bool:
        """Whether it is the English one of a pair."""
        return self.path.stem in PAIRS.values()

    @cached_property
    def text(self) -> str:
        return self.path.read_text("utf-8")

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        found: list[Block] = []
        opened: tuple[str, int] | None = None
        inside: list[str] = []
        for number, line in enumerate(self.text.splitlines(), 1):
            if line.startswith("```") and opened is None:
                opened, inside = (line.removeprefix("```").strip(), number), []
            elif line.startswith("```") and opened is not None:
                found.append(Block(opened[0], "".join(f"{each}\n" for each in inside), opened[1]))
                opened = None
            else:
                inside.append(line)
        return tuple(found)

    @cached_property
    def prose(self) -> str:
        """The text with its code blocks emptied, line for line."""
        return re.sub(r"^```.*?^```$", lambda block: "\n" * block[0].count("\n"), self.text, flags=re.DOTALL | re.MULTILINE)

    @cached_property
    def code(self) -> tuple[str, ...]:
        """The pieces of code in running text."""
        return tuple(_CODE.findall(self.prose))

    @cached_property
    def headings(self) -> tuple[tuple[int, str], ...]:
        return tuple((len(marks), title) for marks, title in re.findall(r"^(#+) (.+)$", self.prose, flags=re.MULTILINE))

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What links within the page can point to: headings in small letters, without punctuation, joined by hyphens."""
        return frozenset(re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for _, title in self.headings)

    @cached_property
    def links(self) -> tuple[str, ...]:
        return tuple(re.findall(r"\]\(([^)\s]+)\)", self.prose))

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        found: list[Table] = []
        lines = self.prose.splitlines()
        for number, line in enumerate(lines):
            if line.startswith("|") and lines[number - 1 : number] and not lines[number - 1].startswith("|"):
                rows = []
                for each in lines[number + 2 :]:
                    if not each.startswith("|"):
                        break
                    rows.append(tuple(cell.strip() for cell in _CELL.split(each.strip().strip("|"))))
                comment = re.fullmatch(r"<!-- (.+) -->", lines[number - 1])
                found.append(Table(comment[1] if comment else "", tuple(rows), number))
        return tuple(found)


def pages() -> list[Page]:
    """Every page of the documentation, and those at the top of the checkout."""
    return [Page(path) for path in (*sorted(DOCS.glob("*.md")), *(ROOT / f"{name}.md" for name in ("README", "CONTRIBUTING", "CHANGELOG")))]

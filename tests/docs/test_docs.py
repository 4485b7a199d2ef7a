"""What the documentation says is run: its files validate, its commands and scripts give what it shows, its links lead somewhere."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from configparser import ConfigParser
from pathlib import Path

import click
import pytest
import yaml

import virkningskjede as vk
from virkningskjede.cli import COMMANDS, main, program
from virkningskjede.i18n import MESSAGES
from virkningskjede.model import LogicModel
from virkningskjede.project.settings import KNOWN
from virkningskjede.report.formats import FORMATS
from virkningskjede.scaffold import starter
from virkningskjede.schema import OF
from virkningskjede.tables.lexicon import ROLE_WORDS, STEPS

from .conftest import Workplace
from .pages import DOCS, PAIRS, ROOT, Block, Page, pages

PAGES = pages()
FROM_NOTHING = ("kom-i-gang", "getting-started", "skriveprogram", "editor")
"""Pages whose reader has the program only, and stands in an empty folder; the others are read in the checkout."""

HOMES = {"vocabulary": "vocabulary.yaml", "references": "references.yaml"}
FOLDERS = {"claims": "claims", "template": "templates", "segments": "segments", "comparison": "comparisons", "criteria": "criteria"}

FEWEST = 3
"""So many formats in one sentence are a list of them."""

GAP = "…"
"""A line of an output that stands for any number of lines."""

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path.stem)


def files(page: Page) -> Iterator[tuple[Block, dict[str, str]]]:
    """The blocks that are whole files of the format."""
    for block in page.blocks:
        if block.language == "yaml" and block.text.startswith("virkningskjede:"):
            yield block, yaml.load(block.text, Loader=yaml.BaseLoader)


def shared_name(values: dict[str, str]) -> str | None:
    """Where a shared file belongs under the root; None for a model."""
    kind = values["kind"]
    name = values.get("id", values.get("source", ""))
    return HOMES.get(kind) or (f"{FOLDERS[kind]}/{name}.yaml" if kind in FOLDERS else None)


@every_page
def test_every_file_on_a_page_validates_beside_the_others(page: Page, workplace: Workplace) -> None:
    root = workplace("examples/mitt-prosjekt")
    for block, values in files(page):
        if (name := shared_name(values)) is not None:
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_text(block.text, "utf-8")
    for block, values in files(page):
        path = root / (shared_name(values) or f"pilots/{values['id']}.yaml")
        path.write_text(block.text, "utf-8")
        piece = values["kind"] == "criteria" and "criteria" not in values  # a set that the page builds bit by bit
        unfinished = ("VK102", "VK128") if piece else ()  # its criteria come later, and the work it is from stands in no page
        errors = [each for each in vk.validate(path).diagnostics if each.severity == "error" and each.code not in unfinished]
        assert errors == [], f"{page.path.name}:{block.line}"


@every_page
def test_every_piece_of_a_model_on_a_page_is_well_formed(page: Page, tmp_path: Path) -> None:
    for block in page.blocks:
        if block.language == "yaml" and block.text.split(":")[0] in LogicModel.model_fields:
            piece = tmp_path / "piece.yaml"
            piece.write_text(f"virkningskjede: 1\nkind: pilot\nid: piece\n{block.text}", "utf-8")
            errors = [each for each in vk.validate(piece).diagnostics if each.severity == "error" and each.code != "VK301"]
            assert errors == [], f"{page.path.name}:{block.line}"


class Reader:
    """Somebody who does what a page says, block by block."""

    def __init__(self, page: Page, heard: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.page = page
        self.heard = heard
        self.monkeypatch = monkeypatch
        self.names: dict[str, object] = {"__name__": "__main__"}
        self.output: list[str] | None = None
        monkeypatch.setenv("COLUMNS", "80")
        monkeypatch.setenv("VIRKNINGSKJEDE_LANG", "en" if page.english else "nb")
        for who in ("AUTHOR", "COMMITTER"):
            monkeypatch.setenv(f"GIT_{who}_NAME", "Docs")
            monkeypatch.setenv(f"GIT_{who}_EMAIL", "docs@example.org")

    def follow(self) -> None:
        for block in self.page.blocks:
            named = re.match(r"# (\S+\.\w+)\n", block.text)
            if block.language in ("yaml", "toml", "markdown") and named:
                Path(named[1]).parent.mkdir(parents=True, exist_ok=True)
                Path(named[1]).write_text(block.text, "utf-8")
            elif block.language == "csv":
                Path("table.csv").write_text(block.text, "utf-8")
            elif block.language in ("sh", "console"):
                for line in block.text.splitlines():
                    self.command(line)
                self.output = self.heard().splitlines() if block.language == "sh" else None
            elif block.language == "python":
                exec(compile(block.text, f"{self.page.path.name}:{block.line}", "exec"), self.names)
                self.output = self.heard().splitlines()
            elif block.language == "text" and self.output is not None:
                self.compare(block, self.output)
                self.output = None

    def command(self, line: str) -> None:
        name, *arguments = shlex.split(line, comments=True) or [""]
        if name in ("git", "mkdir", "rm"):
            subprocess.run([name, *arguments], check=True)
        elif name == "cd":
            self.monkeypatch.chdir(*arguments)
        elif line.startswith("virkningskjede "):
            self.monkeypatch.setattr(sys, "argv", shlex.split(line))
            code: object = 0
            try:
                main()
            except SystemExit as stop:
                code = stop.code
            assert code in (0, 1, None), f"{line}: {code}"

    def compare(self, block: Block, output: list[str]) -> None:
        """The lines between gaps stand in the output, in order, the first of them at its top; an excerpt may stop early."""
        position = 0
        for number, run in enumerate(run.splitlines() for run in block.text.split(f"{GAP}\n")):
            starts = range(position, len(output) - len(run) + 1) if number else [0]
            start = next((start for start in starts if output[start : start + len(run)] == run), None)
            assert start is not None, "\n".join([f"{self.page.path.name}:{block.line} shows", *run, "but the output is", *output])
            position = start + len(run)


@every_page
def test_commands_and_scripts_give_what_the_page_shows(
    page: Page, workplace: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if page.path.stem in FROM_NOTHING:
        monkeypatch.chdir(tmp_path)
    else:
        workplace(".")
    Reader(page, lambda: capsys.readouterr().out, monkeypatch).follow()


def commands() -> dict[str, frozenset[str]]:
    """Each command with its options; the program itself under the empty name."""
    context = click.Context(program)
    found: dict[str, click.Command] = {"": program}
    for name in COMMANDS:
        command = program.get_command(context, name)
        assert command is not None
        found[name] = command
    return {name: frozenset(flag for each in command.get_params(context) for flag in each.opts) for name, command in found.items()}


@every_page
def test_every_command_and_option_exists(page: Page) -> None:
    known = commands()
    for line in (
        *page.code,
        *(line for block in page.blocks if block.language in ("sh", "console", "yaml") for line in block.text.splitlines()),
    ):
        for said in re.findall(r"(?<!import )\bvirkningskjede ([^\n`|;&]+)", line):
            words = said.split()
            name = words[0] if words[0] in known else ""
            assert words[0].startswith("-") or words[0] in known, f"{page.path.name}: {said}"
            options = {word.split("=")[0] for word in words if re.match(r"--?[a-z]", word)}
            assert options <= known[name], f"{page.path.name}: {said}"
    anywhere = frozenset().union(*known.values())
    ours = [code for code in page.code if not code.startswith("git ")]
    assert {word.split("=")[0] for code in ours for word in code.split() if re.match(r"--[a-z]", word)} <= anywhere


@every_page
def test_a_list_of_formats_lists_all_of_them(page: Page) -> None:
    """Of what every result can be written in; ``text``, which comes without asking, can be left out."""
    lists = ({code.removeprefix("--format ") for code in re.findall(r"`([^`\n]+)`", line)} for line in re.split(r"\n|[.;] ", page.text))
    assert [listed for listed in lists if len(listed & FORMATS.keys()) >= FEWEST and FORMATS.keys() - listed - {"text"}] == []


@every_page
def test_every_code_exists(page: Page) -> None:
    assert set(re.findall(r"\bVK\d{3}\b", page.text)) <= MESSAGES.keys()


@every_page
def test_every_link_leads_somewhere(page: Page) -> None:
    for link in page.links:
        if link.startswith(("https://", "http://")):
            continue
        name, _, anchor = link.partition("#")
        target = (page.path.parent / name).resolve() if name else page.path
        assert target.exists(), f"{page.path.name}: {link}"
        assert target.is_relative_to(ROOT)
        if anchor:
            assert anchor in Page(target).anchors, f"{page.path.name}: {link}"


@every_page
def test_every_file_of_the_code_that_is_named_exists(page: Page) -> None:
    for code in (*page.code, *(line.strip() for block in page.blocks for line in block.text.splitlines())):
        if re.fullmatch(r"(virkningskjede|tests|examples|docs|models|benchmarks)/[\w./-]*", code):
            assert (ROOT / code).exists(), f"{page.path.name}: {code}"


def test_nothing_speaks_of_one_machine() -> None:
    texts = [page.path for page in PAGES] + [
        path for path in (ROOT / "examples").rglob("*") if path.suffix in (".py", ".ipynb", ".yaml", ".csv")
    ]
    assert [path.name for path in texts if re.search(r"(?<![\w.])/(work|tmp|home|root|Users)/", path.read_text("utf-8"))] == []


def as_norwegian(text: str) -> str:
    """A text in which the names that `init` gives its files are the Norwegian ones."""
    named = (starter(lang) for lang in ("en", "nb"))
    for english, norwegian in zip(*([Path(path).stem for path in files] for files in named), strict=True):
        text = text.replace(english, norwegian)
    return text


def in_norwegian(block: Block) -> str:
    """What a page in English says, as that in Norwegian has it: files have Norwegian names there, and a job speaks Norwegian."""
    if block.language == "sh":
        return as_norwegian(block.text)
    return block.text.replace("VIRKNINGSKJEDE_LANG: en", "VIRKNINGSKJEDE_LANG: nb")


@pytest.mark.parametrize(("norwegian", "english"), PAIRS.items())
def test_both_languages_say_the_same(norwegian: str, english: str) -> None:
    nb, en = (Page(DOCS / f"{name}.md") for name in (norwegian, english))
    assert [depth for depth, _ in nb.headings] == [depth for depth, _ in en.headings]
    assert [block.language for block in nb.blocks] == [block.language for block in en.blocks]
    assert [block.text for block in nb.blocks if block.language != "text"] == [
        in_norwegian(block) for block in en.blocks if block.language != "text"
    ]
    assert [(table.marker, len(table.rows)) for table in nb.tables] == [(table.marker, len(table.rows)) for table in en.tables]


@pytest.mark.parametrize("name", ["kom-i-gang", "getting-started"])
def test_the_settings_and_the_columns_of_a_table_are_those_of_the_code(name: str) -> None:
    page = Page(DOCS / f"{name}.md")
    (toml,) = [tomllib.loads(block.text) for block in page.blocks if block.language == "toml"]
    assert toml["tool"]["virkningskjede"].keys() <= set(KNOWN)
    (settings,) = [table for table in page.tables if "select" in table.keys]
    assert set(settings.keys) == set(KNOWN)
    assert [block.text for block in page.blocks if block.language == "csv"] == [
        (ROOT / "examples/mitt-prosjekt/table.csv").read_text("utf-8")
    ]


@pytest.mark.parametrize("name", ["tabeller", "tables"])
def test_the_words_of_tables_are_those_of_the_code(name: str) -> None:
    tables = {table.marker: table for table in Page(DOCS / f"{name}.md").tables if table.marker}

    def words(marker: str) -> list[tuple[str, ...]]:
        return [tuple(cell.replace("`", "") for cell in row[1:]) for row in tables[marker].rows]

    assert words("stages") == [(norwegian, english) for _, norwegian, english in STEPS]
    assert words("columns") == [(norwegian, english) for _, norwegian, english in ROLE_WORDS]


@pytest.mark.parametrize("name", ["arkitektur", "architecture"])
def test_the_layers_are_those_of_the_contract(name: str) -> None:
    contract = ConfigParser()
    contract.read(ROOT / ".importlinter")
    layers = contract["importlinter:contract:layers"]["layers"].split("\n")
    (block,) = [block for block in Page(DOCS / f"{name}.md").blocks if block.text.startswith("__main__")]
    assert [line.split("  ")[0] for line in block.text.splitlines()] == [line for line in layers if line]


@pytest.mark.parametrize("name", ["skriveprogram", "editor"])
def test_the_kinds_and_their_schemas_are_those_of_the_code(name: str) -> None:
    (table,) = [table for table in Page(DOCS / f"{name}.md").tables if table.marker == "schemas"]
    named = {kind.strip("` "): file.strip("`").removesuffix(".json") for kinds, file in table.rows for kind in kinds.split(",")}
    assert named == OF


@pytest.mark.parametrize("name", ["python-nb", "python"])
def test_every_public_name_is_told_of(name: str) -> None:
    (table,) = [table for table in Page(DOCS / f"{name}.md").tables if table.marker == "names"]
    assert sorted(table.keys) == sorted(vk.__all__)

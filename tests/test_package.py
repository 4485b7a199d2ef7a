"""The package as it is installed: what the wheel holds, what the door offers, and what the exceptions to the layers are."""

from __future__ import annotations

import ast
import contextlib
import inspect
import os
import re
import subprocess
import sys
import tarfile
import zipfile
from email import message_from_bytes
from importlib.metadata import requires, version
from pathlib import Path

import pytest
from check_jsonschema import main as check_jsonschema
from hatchling import build as backend
from markdown_it import MarkdownIt

import virkningskjede as vk

ROOT = Path(__file__).parent.parent
PACKAGE = Path(vk.__file__).parent


def wheel_of(source: Path, out: Path) -> zipfile.ZipFile:
    """A wheel, built by the backend itself in this environment."""
    with contextlib.chdir(source):
        return zipfile.ZipFile(out / backend.build_wheel(str(out)))


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built from the checkout."""
    return wheel_of(ROOT, tmp_path_factory.mktemp("wheel"))


def test_the_wheel_holds_the_corpus_the_manual_and_the_types(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    assert "virkningskjede/py.typed" in names
    for path in (ROOT / "models").rglob("*.yaml"):
        assert f"virkningskjede/_corpus/{path.relative_to(ROOT / 'models').as_posix()}" in names
    for path in (ROOT / "virkningskjede").rglob("*"):
        if path.suffix in {".py", ".md", ".yaml", ".yml", ".json", ".html", ".css", ".js"}:
            assert path.relative_to(ROOT).as_posix() in names
    assert not [name for name in names if name.startswith(("tests", "models", "docs"))]


def test_a_source_distribution_makes_the_same_wheel(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    with contextlib.chdir(ROOT):
        archive = tmp_path / backend.build_sdist(str(tmp_path))
    with tarfile.open(archive) as packed:
        packed.extractall(tmp_path, filter="data")
    again = wheel_of(tmp_path / archive.name.removesuffix(".tar.gz"), tmp_path)
    assert {info.filename: info.CRC for info in again.infolist()} == {info.filename: info.CRC for info in wheel.infolist()}


USE = """\
import sys
import virkningskjede
from virkningskjede.cli import main

print(virkningskjede.__file__)
for line in ("init own --ci github", "validate own", "explain VK204", "show corpus:ha", "atlas own -o site"):
    sys.argv = ["virkningskjede", *line.split()]
    try:
        main()
    except SystemExit as stop:
        assert not stop.code, line
"""


def test_the_wheel_works_without_its_source(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    place, here = tmp_path / "installed", tmp_path / "here"
    wheel.extractall(place)
    here.mkdir()
    variables = {**os.environ, "PYTHONPATH": str(place)}
    ran = subprocess.run([sys.executable, "-c", USE], cwd=here, env=variables, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert Path(ran.stdout.splitlines()[0]) == place / "virkningskjede" / "__init__.py"
    assert (here / "site" / "index.html").is_file()


def test_what_is_told_outside_the_repository_has_no_link_into_it(wheel: zipfile.ZipFile) -> None:
    (name,) = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
    about = message_from_bytes(wheel.read(name))
    assert about["Description-Content-Type"] == "text/markdown"
    text = wheel.read(name).decode("utf-8").partition("\n\n")[2]
    assert text.startswith("# virkningskjede\n")
    inline = [token for block in MarkdownIt("commonmark").enable("table").parse(text) for token in block.children or ()]
    targets = [str(target) for token in inline if (target := token.attrGet("href") or token.attrGet("src"))]
    assert [target for target in targets if not target.startswith(("https://", "#"))] == []
    written = (ROOT / "README.md").read_text("utf-8")
    assert [line for line in written.splitlines() if line not in text.splitlines() and "](" not in line] == []


def test_how_it_is_cited() -> None:
    with pytest.raises(SystemExit) as stop:
        check_jsonschema(["--builtin-schema", "vendor.citation-file-format", str(ROOT / "CITATION.cff")])
    assert not stop.value.code
    assert f"\nversion: {vk.__version__}\n" in (ROOT / "CITATION.cff").read_text("utf-8")


def test_what_contributors_are_told_to_run_is_there() -> None:
    tree = ast.parse((ROOT / "noxfile.py").read_text("utf-8"))
    sessions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.decorator_list}
    assert sessions == {"tests", "lowest", "coverage", "lint", "types", "docs", "bench", "browser", "mutation"}
    texts = "".join((ROOT / name).read_text("utf-8") for name in ("CONTRIBUTING.md", "noxfile.py", ".ci/run") if (ROOT / name).exists())
    assert set(re.findall(r"nox -s (\w+)", texts)) <= sessions
    assert [path for path in re.findall(r"benchmarks/\w+\.py", texts) if not (ROOT / path).is_file()] == []


def test_only_what_the_design_allows_is_needed_to_run() -> None:
    needed = {line.split(">")[0].split("=")[0].strip() for line in requires("virkningskjede") or [] if "extra ==" not in line}
    assert needed == {
        "pydantic",
        "networkx",
        "pyyaml",
        "graphviz",
        "pygraphviz",
        "rich",
        "click",
        "jinja2",
        "citeproc-py",
        "anyascii",
        "markdown-it-py",
    }
    assert version("virkningskjede") == vk.__version__


def test_every_public_name_is_there_and_documented() -> None:
    assert {"load", "dump", "validate", "diff", "check", "paths", "render"} <= set(vk.__all__)
    for name in vk.__all__:
        value = getattr(vk, name)
        assert inspect.getdoc(value), name
        assert name in dir(vk)
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        vk.nonsense  # noqa: B018


def test_functions_stay_functions_whatever_is_imported() -> None:
    code = (
        "import importlib, pkgutil, virkningskjede as vk\n"
        "for found in pkgutil.walk_packages(vk.__path__, 'virkningskjede.'):\n"
        "    if not found.name.endswith(('__main__', 'draw_child')): importlib.import_module(found.name)\n"
        "print([name for name in vk.__all__ if type(getattr(vk, name)).__name__ == 'module'])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def is_overload(node: ast.FunctionDef | ast.ClassDef) -> bool:
    """Whether this only says the types of one way to call a function, whose docstring stands with the function itself."""
    return any(isinstance(decorator, ast.Name) and decorator.id == "overload" for decorator in node.decorator_list)


def public_definitions() -> list[tuple[str, str]]:
    definitions = []
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        assert ast.get_docstring(tree), path
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_") and not is_overload(node):
                definitions.append((f"{path.relative_to(PACKAGE)}:{node.name}", ast.get_docstring(node) or ""))
    return definitions


def test_every_public_definition_has_a_docstring() -> None:
    definitions = public_definitions()
    assert len(definitions) > 200
    assert [name for name, text in definitions if not text] == []


def test_no_file_of_the_package_is_a_drawer_for_leftovers() -> None:
    assert not [path for path in PACKAGE.rglob("*.py") if path.stem in {"utils", "helpers", "common", "misc"} and "words" not in path.parts]

"""The package as it is installed: what the wheel holds, what the door offers, and what the exceptions to the layers are."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
import zipfile
from importlib.metadata import requires, version
from pathlib import Path

import pytest

import virkningskjede as vk

ROOT = Path(__file__).parent.parent
PACKAGE = Path(vk.__file__).parent


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built without asking the network."""
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)], check=True, capture_output=True
    )
    return zipfile.ZipFile(next(out.glob("*.whl")))


def test_the_wheel_holds_the_corpus_the_manual_and_the_types(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    assert "virkningskjede/py.typed" in names
    for path in (ROOT / "models").rglob("*.yaml"):
        assert f"virkningskjede/_corpus/{path.relative_to(ROOT / 'models').as_posix()}" in names
    for path in (ROOT / "virkningskjede").rglob("*"):
        if path.suffix in {".py", ".md", ".yaml", ".json", ".html", ".css", ".js"}:
            assert path.relative_to(ROOT).as_posix() in names
    assert not [name for name in names if name.startswith(("tests", "models", "docs"))]


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

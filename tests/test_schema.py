"""The JSON Schemas: they accept all that the format accepts, refuse what they can know to be wrong, and are shipped as they are made."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, get_args, get_origin

import jsonschema
import pytest
import yaml
from pydantic import BaseModel, BeforeValidator, TypeAdapter

import virkningskjede
from virkningskjede import scaffold
from virkningskjede.i18n import LANGS, MESSAGES, WORDS, Lang
from virkningskjede.model import LogicModel, Patch
from virkningskjede.model.values import Frozen, Label, Short, fields_of, one_or_many
from virkningskjede.project import dump
from virkningskjede.schema import KINDS, OF, described_by, description, every_type, schema, text
from virkningskjede.yamlfile import parse

from .docs.pages import DOCS, PAIRS, Page
from .docs.test_format import ALONE, FORMS, LEAST
from .nets.walking import Case, cases

PACKAGE = Path(virkningskjede.__file__).parent
ROOT = Path(__file__).parents[1]
MANUAL = PACKAGE / "manual"

each_kind = pytest.mark.parametrize("kind", KINDS)
in_each_language = pytest.mark.parametrize("lang", LANGS)


@cache
def schema_of(kind: str) -> Any:
    return schema(kind, "nb")


@cache
def checker(kind: str) -> jsonschema.Draft7Validator:
    jsonschema.Draft7Validator.check_schema(schema_of(kind))
    return jsonschema.Draft7Validator(schema_of(kind))


def wrong(values: Any) -> list[str]:
    """What the schema of a file's kind says against what it holds; a file of no kind that there is, is held to be a model."""
    kind = OF.get(str(values.get("kind")), "model") if isinstance(values, dict) else "model"
    return [f"{'.'.join(map(str, error.path))}: {error.message[:200]}" for error in checker(kind).iter_errors(values)]


class _CoreLoader(yaml.CSafeLoader):
    """YAML as editors read it: by the core schema of version 1.2. Keys are text, as they are in JSON."""

    yaml_implicit_resolvers: ClassVar[Any] = {}  # type: ignore[misc]  # of the class, so that it is not that of all loaders


for _tag, _pattern, _first in (
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", "~|null|Null|NULL|", ("~", "n", "N", "")),
    ("int", "[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    _CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first))
_CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
_CoreLoader.add_constructor(
    "tag:yaml.org,2002:map", lambda loader, node: {key.value: loader.construct_object(value, deep=True) for key, value in node.value}
)


def as_an_editor_reads(data: bytes) -> Any:
    return yaml.load(data, _CoreLoader)


def both_ways(data: bytes) -> Iterator[Any]:
    """What a file holds, as we read it and as an editor does."""
    yield parse(data, "x.yaml").values
    yield as_an_editor_reads(data)


# They are made as they are shipped


def test_what_is_shipped_is_what_is_made() -> None:
    """Made anew by ``virkningskjede schema -o virkningskjede/schemas/nb --lang nb``, and the same for English."""
    made = {f"{lang}/{kind}.json": text(kind, lang) for lang in LANGS for kind in KINDS}
    shipped = {path.relative_to(PACKAGE / "schemas").as_posix(): path.read_text("utf-8") for path in (PACKAGE / "schemas").rglob("*.json")}
    assert shipped.keys() == made.keys()
    assert [name for name in made if shipped[name] != made[name]] == []


@in_each_language
@each_kind
def test_every_key_is_told_in_the_language_and_nothing_is_left_over(kind: str, lang: Lang) -> None:
    made = schema(kind, lang)
    whole = json.dumps(made)
    assert [name for name in made["definitions"] if f'"#/definitions/{name}"' not in whole] == []
    parts = [made, *made["definitions"].values()]
    properties = [form for part in parts for form in part.get("properties", {}).values() if "$ref" not in form]
    assert properties
    assert all(form["description"] for form in properties)
    assert schema(kind, "nb")["title"] != schema(kind, "en")["title"]


def test_every_description_is_of_a_key() -> None:
    used = {described_by(kind, inner.key) for kind in every_type() if kind is not Patch for inner in fields_of(kind)}
    used |= {described_by(Patch, inner.key, (LogicModel,)) for inner in fields_of(Patch) if inner.key in ("absent", "note")}
    assert {key for key in WORDS if re.match(r"schema\.(?!title\.|wrong\.)", key)} - used == set()


# They accept what the format accepts


def files() -> list[Path]:
    folders = [(ROOT / "models", "*.yaml"), (ROOT / "examples", "*.yaml"), (MANUAL, "pass.yaml"), (MANUAL / "root", "*.yaml")]
    return sorted(path for folder, pattern in folders for path in folder.rglob(pattern))


def test_every_file_of_ours_is_accepted() -> None:
    paths = files()
    assert len(paths) > 150
    refused = {str(path): problems for path in paths if (problems := wrong(as_an_editor_reads(path.read_bytes())))}
    # As we read them, the small ones have every form there is.
    small = [path for path in paths if not path.is_relative_to(ROOT / "models")]
    refused |= {f"{path}, as read": problems for path in small if (problems := wrong(parse(path.read_bytes(), "x.yaml").values))}
    assert refused == {}


@in_each_language
def test_what_init_and_new_write_is_accepted(lang: Lang) -> None:
    texts = {name: data for name, data in scaffold.starter(lang).items() if name.endswith(".yaml")}
    for kind in ("pilot", "template", "programme"):
        texts[kind] = dump(scaffold.empty(scaffold.Head("kurs", kind, "mal", "kilde", lang))).encode()
    assert {name: problems for name, data in texts.items() for values in both_ways(data) if (problems := wrong(values))} == {}


def test_every_field_of_a_model_is_accepted_whatever_it_says() -> None:
    """By the walk of every closed list, as `dump` writes it."""
    walked = [case for case in cases() if isinstance(case, Case)]
    head = {"virkningskjede": "1", "id": "m"}
    models = [LogicModel.model_validate({**head, "kind": "programme", **case.full}) for case in walked]
    assert len(models) > 500
    refused = {
        str(case): problems
        for case, model in zip(walked, models, strict=True)
        for values in both_ways(dump(model).encode())
        if (problems := wrong(values))
    }
    assert refused == {}


CLASSES: Mapping[str, type[BaseModel]] = {kind.__name__: kind for kind in every_type()}

LEAST_OF_SETS: Mapping[str, Mapping[str, Any]] = {
    "CriteriaSet": {"id": "x", "title": "X", "criteria": {"k": {"label": "K", "met": {"node": {"term": "t"}}}}},
    "Criterion": {"label": "K", "met": {"node": {"term": "t"}}},
    "Case": {"given": {}, "expect": "met"},
    "Assessments": {
        "id": "x",
        "title": "X",
        "source": "r",
        "assessments": {"a": {"at": "1:1", "criteria": "s", "criterion": "k", "model": "m", "verdict": "met"}},
    },
    "Assessment": {"at": "1:1", "criteria": "s", "criterion": "k", "model": "m", "verdict": "met"},
    "ClaimsFile": {"id": "x", "title": "X"},
    "Claim": {"statement": "X", "reading": {"section": {"exists": "1"}}},
    "Recommendation": {"statement": "X"},
}

IN_PLACE_OF: Mapping[str, str] = {"needs_people": "met", "readings": "reading"}
"""A key that stands where another must not."""


def table_rows(page: Page) -> Iterator[tuple[type[BaseModel], str, str, str]]:
    """What the pages' tables say of each key of each type: the type, the key, what it is, and an example."""
    for table in page.tables:
        names, _, beyond = table.marker.removeprefix("keys: ").partition(" - ")
        if not table.marker.startswith("keys: "):
            continue
        left_out = {field.key for name in beyond.split() for field in fields_of(CLASSES[name])}
        for row in table.rows:
            key = row[0].strip("`")
            for kind in map(CLASSES.__getitem__, names.split()):
                if key not in left_out and key in {field.key for field in fields_of(kind)}:
                    yield kind, key, row[1], row[-1]


PAGES = [Page(DOCS / f"{name}.md") for pair in PAIRS.items() for name in pair]


def test_every_example_of_the_tables_is_accepted() -> None:
    tried = 0
    for page in PAGES:
        for kind, key, _, example in table_rows(page):
            if kind is Patch:
                continue  # a reading is one of a type, and its examples are of several
            least = {**LEAST, **LEAST_OF_SETS}.get(kind.__name__, {})
            of_file = next((name for name, top in KINDS.items() if kind is top), None)
            whole = schema_of(of_file or next(name for name in KINDS if kind.__name__ in schema_of(name)["definitions"]))
            part = whole if of_file is not None else {**whole["definitions"][kind.__name__], "definitions": whole["definitions"]}
            for given in both_ways(example.strip("`").encode()):
                if list(given or ()) != [key] or not given[key]:
                    continue  # the cell holds no example, or one with nothing in it
                beside = {
                    name: value
                    for name, value in least.items()
                    if not (FORMS & given.keys() and name in FORMS) and not name.startswith("@")
                }
                beside = {} if ALONE.get(kind.__name__) in given else beside
                beside.pop(IN_PLACE_OF.get(key, ""), None)
                values = {**beside, **given}
                if of_file is not None:
                    values = {"virkningskjede": "1", "kind": "pilot" if of_file == "model" else of_file, **values}
                problems = [error.message for error in jsonschema.Draft7Validator(part).iter_errors(values)]
                assert problems == [], f"{page.path.name}: {kind.__name__}.{key}: {example}"
                tried += 1
    assert tried > 600


# What a file may write short is declared where the field stands

SCALARS = frozenset(
    {"_number", "_integer", "_flag", "_unit", "_written", "_version", "_not_empty", "_filled_in", "_with_ids", "one_or_many"}
)
"""What reads one value, or fills in: there is no short form in it, or the schema has it by name."""


def parts_of(annotation: Any) -> Iterator[Any]:
    """An annotation, and those in it."""
    yield annotation
    for inner in get_args(annotation):
        if not isinstance(inner, (str, int, Short, BeforeValidator)):
            yield from parts_of(inner)


def annotated_fields() -> Iterator[tuple[str, Any]]:
    for kind in every_type():
        kind.model_rebuild()
        for name, info in kind.model_fields.items():
            whole = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
            for part in parts_of(whole):
                if hasattr(part, "__metadata__"):
                    yield f"{kind.__name__}.{name}", part


def test_whatever_reads_a_short_form_says_which() -> None:
    silent = {
        (name, mark.func.__name__)
        for name, part in annotated_fields()
        for mark in part.__metadata__
        if isinstance(mark, BeforeValidator)
        and mark.func.__name__ not in SCALARS
        and not any(isinstance(m, Short) for m in part.__metadata__)
    }
    assert silent == set()


SIMPLE: tuple[Any, ...] = (
    "a",
    "1",
    "true",
    "1:1",
    "2024",
    "all",
    "whole",
    "low",
    "absent",
    "target.age",
    "activity",
    [],
    {},
    {"value": "1"},
    {"node": {"term": "a"}},
    {"to": "a"},
    ["a"],
    ["absent"],
    [{"value": "1"}],
)
"""Values of which each short form has one."""


def test_every_short_form_that_is_declared_is_read() -> None:
    tried = set()
    for name, part in annotated_fields():
        forms = [form for mark in part.__metadata__ if isinstance(mark, Short) for form in mark.forms if form is not None]
        forms += [
            get_args(get_args(part)[0])[0] for mark in part.__metadata__ if isinstance(mark, BeforeValidator) and mark.func is one_or_many
        ]
        if name.endswith(".leads_to"):
            continue  # read by the node, which tells each arrow where it leaves; the shipped models have them all
        for form in forms:
            if form is Label and name == "Values.of":
                continue  # of texts only those that name an amount are read, and the pages' examples have them
            kind = next((inner for inner in parts_of(part) if isinstance(inner, type) and issubclass(inner, Frozen)), Frozen)
            written = kind.model_fields[form].annotation if isinstance(form, str) else form
            words = [word for inner in parts_of(written) if get_origin(inner) is Literal for word in get_args(inner)]
            value = next((value for value in (*words, *SIMPLE) if value and accepts(written, value)), None)
            assert value is not None, (name, form)
            assert accepts(part, value), (name, form, value)
            tried.add(name)
    assert len(tried) > 60


def accepts(annotation: Any, value: Any) -> bool:
    try:
        _adapter(repr(annotation), annotation).validate_python(value, by_alias=True, by_name=False)
    except ValueError:
        return False
    return True


_ADAPTERS: dict[str, TypeAdapter[Any]] = {}


def _adapter(name: str, annotation: Any) -> TypeAdapter[Any]:
    if name not in _ADAPTERS:
        _ADAPTERS[name] = TypeAdapter(annotation)
    return _ADAPTERS[name]


# They say what the pages say

_LEFT_OUT = re.compile(
    r" (?:Kreves|Required)\.| (?:Se|See) \[[^\]]*\]\([^)]*\)\.| (?:Se tabellen under|See the table below|Med delene, se under|"
    r"With its parts, see below|Se under|See below)\.|(?:^|(?<= ))(?:I|In) `\w+`(?: (?:og|and) `\w+`)?: |"
    r"^(?:Øverst|At the top|I et avsnitt|In a section|Begreper|Terms|Egenskaper|Traits|Indikatorer|Indicators): "
)


def plain(cell: str) -> str:
    """What a cell says of a key, without where to read on and what the table says by its head."""
    kept = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", _LEFT_OUT.sub("", cell)).replace("*", "").replace("\\|", "|")
    return kept[:1].upper() + kept[1:]


@pytest.mark.parametrize("page", [page for page in PAGES if "<!-- keys:" in page.text], ids=lambda page: page.path.stem)
def test_a_key_is_told_as_in_the_pages(page: Page) -> None:
    lang: Lang = "en" if page.english else "nb"
    other = {
        f"{kind.__name__}.{key}": (plain(cell), description(kind, key, lang))
        for kind, key, cell, _ in table_rows(page)
        if kind is not Patch and kind.__name__ != "Dose" and plain(cell) != description(kind, key, lang)
    }
    assert other == {}


# They refuse what they can know to be wrong

KNOWN = (
    *("VK009", "VK010", "VK011", "VK013", "VK018", "VK019", "VK022"),
    *(f"VK{number}" for number in range(101, 117)),
    *("VK121", "VK147", "VK181"),
)
"""Codes whose failing case a schema refuses: keys, words and forms that the format does not have, and what keys of one type exclude."""

NO_YAML = ("VK002", "VK004", "VK008", "VK014")
"""Codes whose failing case an editor does not read either, and says so itself."""

BEYOND: Mapping[str, tuple[str, ...]] = {
    "what YAML allows and we do not, or reads otherwise than was meant: it is gone when an editor has read the file": (
        *("VK005", "VK006", "VK007", "VK017", "VK020", "VK021"),
    ),
    "how large a number may be, in the whole file or beside others": ("VK117", "VK122"),
    "whether what is asked for can be compared, and how much it asks": ("VK123", "VK124", "VK129"),
    "names that are elsewhere: in the file, in the project, or the file's own": (
        *("VK125", "VK126", "VK127", "VK128", "VK131", "VK132", "VK133", "VK140", "VK141", "VK142", "VK146", "VK171", "VK180", "VK183"),
        *("VK30", "VK31", "VK32", "VK35"),
    ),
    "what the coding says, held against itself": ("VK16", "VK170", "VK172", "VK173", "VK174", "VK175", "VK176", "VK182", "VK185", "VK186"),
    "the chain": ("VK2",),
    "sources and places": ("VK4",),
    "amounts and their units": ("VK5",),
    "labels": ("VK6",),
    "privacy": ("VK7",),
    "what is missing": ("VK8",),
    "what is accepted": ("VK9",),
}
"""What no schema of ours can know of, and the codes about it, by their beginnings."""

FAILING = {path.parent.name: path for path in sorted(MANUAL.glob("VK*/fail.yaml"))}


def test_each_failing_case_is_listed_once() -> None:
    beyond = [start for starts in BEYOND.values() for start in starts]
    listed = {code: [*(known for known in (*KNOWN, *NO_YAML) if known == code), *filter(code.startswith, beyond)] for code in FAILING}
    assert {code: lists for code, lists in listed.items() if len(lists) != 1} == {}
    assert set(KNOWN) | set(NO_YAML) <= FAILING.keys()
    assert [start for start in beyond if not any(code.startswith(start) for code in FAILING)] == []
    assert len(FAILING) > 100
    assert MESSAGES.keys() >= FAILING.keys()


@pytest.mark.parametrize("code", KNOWN)
def test_a_schema_knows(code: str) -> None:
    assert wrong(as_an_editor_reads(FAILING[code].read_bytes()))


def test_an_editor_does_not_read() -> None:
    for code in NO_YAML:
        with pytest.raises((yaml.YAMLError, TypeError)):
            as_an_editor_reads(FAILING[code].read_bytes())


def test_a_schema_does_not_know_the_others() -> None:
    """Not a wish: where it comes to know more, the lists say so."""
    others = [code for code in FAILING if code not in (*KNOWN, *NO_YAML)]
    assert {code: problems for code in others if (problems := wrong(as_an_editor_reads(FAILING[code].read_bytes())))} == {}


# An editor understands them

SERVER = os.environ.get("YAML_LANGUAGE_SERVER") or shutil.which("yaml-language-server")


class Server:
    """A language server for YAML, as an editor talks to it."""

    def __init__(self, command: str) -> None:
        self.process = subprocess.Popen([command, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.ask(
            "initialize", processId=os.getpid(), rootUri=None, workspaceFolders=None, capabilities={"workspace": {"configuration": True}}
        )
        self.send({"method": "initialized", "params": {}})

    def send(self, message: Mapping[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self.process.stdin.flush()

    def receive(self) -> dict[str, Any]:
        """The next message that is not a question about our settings, which is answered."""
        assert self.process.stdout is not None
        while True:
            length = 0
            while line := self.process.stdout.readline().strip():
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
            message: dict[str, Any] = json.loads(self.process.stdout.read(length))
            if "id" not in message or "method" not in message:
                return message
            settings = {"yaml": {"schemaStore": {"enable": False}, "validate": True, "hover": True}}
            asked = message.get("params", {}).get("items", [])
            self.send({"id": message["id"], "result": [settings.get(item.get("section"), {}) for item in asked]})

    def ask(self, method: str, **params: Any) -> Any:
        self.send({"id": method, "method": method, "params": params})
        while (message := self.receive()).get("id") != method:
            pass
        return message["result"]

    def problems(self, file: Path) -> list[tuple[int, str]]:
        """What it says of a file: the line, from 1, and the sentence."""
        document = {"uri": file.as_uri(), "languageId": "yaml", "version": 1, "text": file.read_text("utf-8")}
        self.send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        while True:
            message = self.receive()
            params = message.get("params", {})
            if message.get("method") == "textDocument/publishDiagnostics" and params["uri"] == document["uri"]:
                return sorted((problem["range"]["start"]["line"] + 1, problem["message"]) for problem in params["diagnostics"])

    def hover(self, file: Path, line: int, column: int) -> str:
        told = self.ask("textDocument/hover", textDocument={"uri": file.as_uri()}, position={"line": line - 1, "character": column - 1})
        return str(told["contents"]["value"])


@pytest.mark.skipif(SERVER is None, reason="yaml-language-server (npm) is neither on the path nor named by YAML_LANGUAGE_SERVER")
def test_an_editor_finds_the_schema_and_says_what_is_wrong(tmp_path: Path) -> None:
    assert SERVER is not None
    folder = tmp_path / "own"
    good = [path for path in scaffold.begin(folder, "nb") if path.suffix == ".yaml"]
    model = next(path for path in good if path.parent.name == "programmes")
    bad = model.with_name("bad.yaml")
    lines = ["virkningskjede: 1", "kind: pilot", "id: Å", "activities:", "  kurs: {label: Kurs, status: planlagt, at: 2.2}", "outcome: {}"]
    bad.write_text("\n".join([model.read_text("utf-8").partition("\n")[0], *lines]) + "\n", "utf-8")
    server = Server(SERVER)
    try:
        assert {path.name: server.problems(path) for path in good} == {path.name: [] for path in good}
        assert [line for line, _ in server.problems(bad)] == [4, 6, 6, 7]
        assert "En id har bare bokstavene" in dict(server.problems(bad))[4]
        assert "Hvor langt det er kommet." in server.hover(bad, 6, 24)
    finally:
        server.process.kill()
        server.process.communicate()

"""What one begins with: a project of one's own, or an empty model that validates."""

from __future__ import annotations

import importlib.resources
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Literal, get_args

from virkningskjede.diagnostics import InvalidModel
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Lang, Word, word
from virkningskjede.model import LogicModel
from virkningskjede.model.values import ModelKind, Stage
from virkningskjede.project import build, project_around, shown, work_tree

CI = Literal["github", "gitlab"]
"""Who can check a project each time somebody proposes a change to it."""

CIS: tuple[CI, ...] = get_args(CI)

CHAIN: tuple[Stage, ...] = ("inputs", "activities", "outputs", "outcomes")
"""The stages that an empty model has a node on."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a new model begins with.

    Attributes:
        id: its name; also what its file is called.
        kind: ``pilot``, ``template`` or ``programme``.
        follows: the template that it implements.
        source: the default source of its locators.
        lang: the language of its texts.
    """

    id: str
    kind: ModelKind = "pilot"
    follows: str | None = None
    source: str | None = None
    lang: Lang = "nb"

    def values(self) -> dict[str, Any]:
        """The first keys of the file; whom the model is for is there to be written over."""
        named = {"kind": self.kind, "id": self.id, "follows": self.follows, "source": self.source, "lang": self.lang}
        values = {key: value for key, value in named.items() if value is not None}
        target_group = {word("new.id.target_group", self.lang): {"label": word("new.target_group", self.lang)}}
        return {"virkningskjede": "1", **values, "target_group": target_group}


SCHEMAS = "schemas"
"""The folder of a project with the JSON Schemas that its files name in their first line, so that an editor finds them."""

_MODELINE = re.compile(rb"(?m)^# yaml-language-server: \$schema=(?:\.\./)*schemas/(\w+)\.json")


def starter(lang: Lang) -> Mapping[str, bytes]:
    """The files of a project to begin from, and the schemas that they name, by their paths below its folder.

    >>> [path for path in starter("en") if "/" in path and not path.startswith("schemas")]
    ['comparisons/content.yaml', 'criteria/own-demands.yaml', 'programmes/swimming-course.yaml']
    """
    top = importlib.resources.files("virkningskjede") / "starter" / lang
    files = dict(_files_in(top))
    kinds = {kind.decode() for text in files.values() for kind in _MODELINE.findall(text)}
    return dict(sorted({**files, **{f"{SCHEMAS}/{kind}.json": shipped_schema(kind, lang) for kind in kinds}}.items()))


def shipped_schema(kind: str, lang: Lang) -> bytes:
    """The JSON Schema of a kind of file as it is shipped; `virkningskjede.schema` makes it."""
    return (importlib.resources.files("virkningskjede") / SCHEMAS / lang / f"{kind}.json").read_bytes()


def modeline(file: Path, root: Path, kind: str) -> str:
    """The first line of a file of a project, by which an editor finds its schema.

    The path leads from the file to the project's own copy: it needs neither the network, nor a domain that must be there for ever, and
    holds wherever the project is put.

    >>> modeline(Path("own/pilots/a.yaml"), Path("own"), "model")
    '# yaml-language-server: $schema=../schemas/model.json\\n'
    """
    to = os.path.relpath(root / SCHEMAS / f"{kind}.json", file.parent).replace(os.sep, "/")
    return f"# yaml-language-server: $schema={to}\n"


def job(ci: CI, program: str, lang: Lang) -> Mapping[str, bytes]:
    """The file with the job that validates a project, by its path from the top of the repository.

    Args:
        ci: whose job it is.
        program: what it installs, in the words of pip.
        lang: the language that it answers in.

    >>> list(job("github", "virkningskjede==0.1.0", "en"))
    ['.github/workflows/virkningskjede.yml']
    """
    top = importlib.resources.files("virkningskjede") / "starter" / "ci" / ci
    filled = {b"virkningskjede==VERSION": program.encode(), b"LANG: LANG": b"LANG: " + lang.encode()}
    return {name: _filled(data, filled) for name, data in _files_in(top)}


def _filled(data: bytes, values: Mapping[bytes, bytes]) -> bytes:
    for gap, value in values.items():
        data = data.replace(gap, value)
    return data


def _files_in(folder: Traversable, above: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _files_in(entry, f"{above}{entry.name}/")
        else:
            yield f"{above}{entry.name}", entry.read_bytes()


def begin(folder: Path, lang: Lang) -> tuple[Path, ...]:
    """Write the files of a project to begin from: all of them, or none.

    Args:
        folder: where; it is made if it is not there.
        lang: the language of its texts and ids.

    Returns:
        The files, in order.

    Raises:
        UsageError: one of the files is there already, or the folder lies above or inside a project.
        OSError: a file cannot be written; those that were are gone again.
    """
    around = project_around(folder)
    if around is not None:
        raise UsageError(Word("error.init.project", (("root", shown(around)),)))
    files = {folder / name: data for name, data in starter(lang).items()}
    there = [shown(path) for path in files if os.path.lexists(path)]
    if there:
        raise UsageError(Word("error.init.exists", (("paths", ", ".join(there)),)))
    _write(files)
    return tuple(files)


def at_the_top(folder: Path, files: Mapping[str, bytes]) -> tuple[Mapping[Path, bytes], Mapping[Path, bytes]]:
    """Write files where the whole repository has them, and leave alone those that are there.

    Args:
        folder: a folder of the project that they are for.
        files: what they hold, by their paths below the top of the work tree; below the project where that lies in none.

    Returns:
        The files that were written, and those that stood there already, with what they would have held.

    Raises:
        OSError: a file cannot be written; those that were are gone again.
    """
    top = work_tree(folder) or project_around(folder) or folder
    placed = {top / name: data for name, data in files.items()}
    standing = {path: data for path, data in placed.items() if os.path.lexists(path)}
    written = {path: data for path, data in placed.items() if path not in standing}
    _write(written)
    return written, standing


def _write(files: Mapping[Path, bytes]) -> None:
    made: list[Path] = []
    try:
        for path, data in files.items():
            made += _folders_for(path.parent)
            with path.open("xb") as file:  # never over a file that has come since
                made.append(path)
                file.write(data)
    except OSError:
        for path in reversed(made):
            path.rmdir() if path.is_dir() else path.unlink()
        raise


def _folders_for(folder: Path) -> list[Path]:
    """Make a folder and those above it, and give the new ones, the outermost first."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()][::-1]
    for path in missing:
        path.mkdir()
    return missing


def empty(head: Head) -> LogicModel:
    """A model with one node on each stage, to be written over; its ids are in the language of its texts.

    Raises:
        InvalidModel: the id is not one.

    >>> [node.label for node in empty(Head("kurs")).nodes.values()]
    ['Innsatsfaktor', 'Aktivitet', 'Produkt eller tjeneste', 'Virkning']
    >>> list(empty(Head("course", lang="en")).nodes)
    ['input', 'activity', 'output', 'outcome']
    """
    ids = [word(f"new.id.{stage}", head.lang) for stage in CHAIN]
    values = head.values()
    for stage, node_id, following in zip(CHAIN, ids, [*ids[1:], None], strict=True):
        entry: dict[str, Any] = {"label": word(f"new.{stage}", head.lang)}
        values[stage] = {node_id: entry | ({"leads_to": [following]} if following is not None else {"level": "user"})}
    return _model(values)


def _model(values: dict[str, Any]) -> LogicModel:
    model, wrong = build(LogicModel, values)
    if model is None:
        raise InvalidModel(wrong)
    return model

"""What one begins with: a project of one's own, an empty model that validates, or one made from the table that a researcher already has."""

from __future__ import annotations

import csv
import importlib.resources
import io
import os
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from virkningskjede.diagnostics import Diagnostic, InvalidModel, Place, diagnostic
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Lang, Word, word
from virkningskjede.model import PARTS, LogicModel
from virkningskjede.model.values import STAGES, ModelKind, Stage
from virkningskjede.project import build, likely, project_around, shown
from virkningskjede.yamlfile import read_text

CHAIN: tuple[Stage, ...] = ("inputs", "activities", "outputs", "outcomes")
"""The stages that an empty model has a node on."""

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "id": ("id",),
    "stage": ("stage", "steg", "ledd", "type", "trinn"),
    "label": ("label", "tekst", "navn", "beskrivelse", "hva"),
    "leads_to": ("leads_to", "leads to", "fører til", "forer til", "leder til"),
    "at": ("at", "sted", "sted i kilden", "kilde"),
    "level": ("level", "nivå", "niva"),
    "term": ("term", "begrep"),
}
"""The table's columns, by the names that they may have. Only ``stage`` and ``label`` are needed."""

STAGE_WORDS: Mapping[str, tuple[Stage, str | None]] = {
    "context": ("context", None),
    "bakgrunn": ("context", None),
    "input": ("inputs", None),
    "inputs": ("inputs", None),
    "innsats": ("inputs", None),
    "innsatsfaktor": ("inputs", None),
    "innsatsfaktorer": ("inputs", None),
    "ressurs": ("inputs", None),
    "ressurser": ("inputs", None),
    "activity": ("activities", None),
    "activities": ("activities", None),
    "aktivitet": ("activities", None),
    "aktiviteter": ("activities", None),
    "tiltak": ("activities", None),
    "output": ("outputs", None),
    "outputs": ("outputs", None),
    "produkt": ("outputs", None),
    "produkter": ("outputs", None),
    "tjeneste": ("outputs", None),
    "produkt/tjeneste": ("outputs", None),
    "outcome": ("outcomes", None),
    "outcomes": ("outcomes", None),
    "virkning": ("outcomes", None),
    "virkninger": ("outcomes", None),
    "virkning i tjenestene": ("outcomes", "service"),
    "tjenestevirkning": ("outcomes", "service"),
    "virkning hos partnere": ("outcomes", "partner"),
    "effekt": ("outcomes", "user"),
    "brukereffekt": ("outcomes", "user"),
    "brukereffekter": ("outcomes", "user"),
    "samfunnseffekt": ("outcomes", "society"),
    "samfunnseffekter": ("outcomes", "society"),
}
"""What a cell under ``stage`` may say, and the level that it gives an outcome."""

LEVEL_WORDS: Mapping[str, str] = {
    "service": "service",
    "tjeneste": "service",
    "tjenester": "service",
    "partner": "partner",
    "user": "user",
    "bruker": "user",
    "brukere": "user",
    "society": "society",
    "samfunn": "society",
}


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


def starter(lang: Lang) -> Mapping[str, bytes]:
    """The files of a project to begin from, by their paths below its folder.

    >>> [path for path in starter("en") if "/" in path]
    ['comparisons/content.yaml', 'criteria/own-demands.yaml', 'programmes/swimming-course.yaml']
    """
    top = importlib.resources.files("virkningskjede") / "starter" / lang
    return dict(sorted(_files_in(top)))


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
    return tuple(files)


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


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    line: int


def from_table(path: Path, head: Head) -> LogicModel:
    """A model made from a CSV table with one row for each node.

    Columns are recognised by Norwegian or English headings (`COLUMNS`); semicolon, comma or tab may divide them. Several targets
    under ``leads_to`` are divided by semicolon, comma or line break, and may be ids or labels.

    Raises:
        InvalidModel: the table does not make a model; each diagnostic names the row's line.
    """
    file = shown(path)
    text, diagnostics = read_text(path, file)
    if text is None:
        raise InvalidModel(diagnostics)
    return _Table(file, text, head).model()


class _Table:
    def __init__(self, file: str, text: str, head: Head) -> None:
        self.file = file
        self.head = head
        self.diagnostics: list[Diagnostic] = []
        self.rows = list(self._rows(text))

    def model(self) -> LogicModel:
        sections: dict[str, dict[str, Any]] = {}
        ids = self._ids()
        lines: dict[str, int] = {}
        for row, entry_id in zip(self.rows, ids, strict=True):
            stage, entry = self._entry(row)
            if stage is None:
                continue
            if entry_id in lines:
                self._report("VK311", row, "id", id=entry_id, first=f"{self.file}:{lines[entry_id]}")
            lines.setdefault(entry_id, row["label"].line)
            links = list(dict.fromkeys(self._targets(row, ids)))
            sections.setdefault(stage, {})[entry_id] = entry | ({"leads_to": links} if links else {})
        if self.diagnostics:
            raise InvalidModel(self.diagnostics)
        values = self.head.values() | {stage: sections[stage] for stage in STAGES if stage in sections}
        return self._built(values, lines)

    def _built(self, values: dict[str, Any], lines: Mapping[str, int]) -> LogicModel:
        model, wrong = build(LogicModel, values)
        if model is None:
            for diagnostic in wrong:
                line = next((lines[str(step)] for step in diagnostic.path if step in lines), 1)
                self.diagnostics.append(diagnostic.with_place(self.file, Place(line, 1, line, 1)))
            raise InvalidModel(self.diagnostics)
        return model

    def _rows(self, text: str) -> Iterator[dict[str, _Cell]]:
        head, _, _ = text.partition("\n")
        divider = max((";", ",", "\t"), key=head.count)
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=divider)
        try:
            columns = [self._column(cell) for cell in next(reader, [])]
            for needed in ("stage", "label"):
                if needed not in columns:
                    self._place("VK102", 1, key=needed)
                    return
            before = reader.line_num
            for cells in reader:
                line, before = before + 1, reader.line_num
                if any(cell.strip() for cell in cells):
                    yield {column: _Cell(cell.strip(), line) for column, cell in zip(columns, cells, strict=False) if column} | {
                        column: _Cell("", line) for column in columns[len(cells) :] if column
                    }
        except csv.Error as error:
            self._place("VK002", reader.line_num or 1, problem=error)

    def _column(self, heading: str) -> str | None:
        wanted = heading.strip().casefold()
        return next((column for column, names in COLUMNS.items() if wanted in names), None)

    def _ids(self) -> list[str]:
        return [row["id"].text if row.get("id") and row["id"].text else slug(row["label"].text) for row in self.rows]

    def _entry(self, row: Mapping[str, _Cell]) -> tuple[Stage | None, dict[str, Any]]:
        name = row["stage"].text.casefold()
        if name not in STAGE_WORDS:
            known = tuple(dict.fromkeys(STAGE_WORDS))
            self._report("VK106", row, "stage", value=row["stage"].text, likely=likely(name, known), known=", ".join(known))
            return None, {}
        stage, level = STAGE_WORDS[name]
        entry: dict[str, Any] = {"label": row["label"].text}
        for column in ("at", "term"):
            if column in row and row[column].text:
                entry[column] = row[column].text
        if stage == "context":
            entry["kind"] = "problem"
        if stage == "outcomes":
            given = LEVEL_WORDS.get(row["level"].text.casefold()) if "level" in row else None
            entry["level"] = given or level or "user"
            if not (given or level):
                entry["note"] = word("new.level", self.head.lang)
        return stage, entry

    def _targets(self, row: Mapping[str, _Cell], ids: list[str]) -> Iterator[str]:
        targets = row["leads_to"].text if "leads_to" in row else ""
        by_label = {row["label"].text.casefold(): name for row, name in zip(self.rows, ids, strict=True)}
        for target in (part.strip() for part in re.split(r"[;,\n]", targets)):
            if not target:
                continue
            entry_id = target if target in ids else by_label.get(target.casefold())
            if entry_id is None:
                self._report("VK301", row, "leads_to", id=target, likely=likely(target, ids))
            else:
                yield entry_id

    def _report(self, code: str, row: Mapping[str, _Cell], column: str, **params: Any) -> None:
        self._place(code, row[column].line if column in row else row["label"].line, **params)

    def _place(self, code: str, line: int, **params: Any) -> None:
        self.diagnostics.append(diagnostic(code, (), **params).with_place(self.file, Place(line, 1, line, 1)))


def slug(label: str) -> str:
    """An id made from a label.

    >>> slug("Kurs for brukere på Nøtterøy")
    'kurs-for-brukere-pa-notteroy'
    >>> slug("Recruitment")  # which is the name of a part of every model
    'recruitment-1'
    """
    spelled = label.casefold().replace("æ", "ae").replace("ø", "o").replace("å", "a")
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain)
    kept = ""
    for part in words:
        if kept and len(kept) + len(part) > 40:
            break
        kept = f"{kept}-{part}" if kept else part[:40]
    return f"{kept}-1" if kept in PARTS else kept or "x"

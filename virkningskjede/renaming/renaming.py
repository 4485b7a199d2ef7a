"""A name changed in every file of a project that mentions it, checked before anything is written."""

from __future__ import annotations

import copy
import os
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from virkningskjede.arguments import checked
from virkningskjede.diagnostics import BrokenSet, Diagnostic, InvalidModel, path_text
from virkningskjede.drafts import read_draft
from virkningskjede.drafts.instruction import Instruction
from virkningskjede.drafts.marks import comments
from virkningskjede.editing.difference import difference
from virkningskjede.editing.patching import patched
from virkningskjede.editing.references import Reference, put_key, references_in, spot
from virkningskjede.editing.values import section_of
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word, unwritten
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Comparison, References, Vocabulary
from virkningskjede.model.values import Arrow, Frozen, arrow_of
from virkningskjede.model.values.text import ID_PATTERN
from virkningskjede.project import build, build_file, find_root, in_corpus, is_ours, kind_of, named_root, open_project, read_file, shown
from virkningskjede.project.files import inside, yaml_files
from virkningskjede.project.writing import write_together
from virkningskjede.renaming.target import MODELS, Target, target_of
from virkningskjede.schema import KINDS, OF
from virkningskjede.validation import validate_paths
from virkningskjede.yamlfile import YamlFile, parse, read_unparsed

PathLike = str | os.PathLike[str]
Matches = Callable[[Reference], bool]

MARKDOWN = (".md", ".markdown")


class NotFollowed(UsageError):
    """Something mentions the name, and cannot follow it. Nothing was written."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file before and after.

    Attributes:
        path: the file.
        before: its text.
        after: its text with the new name.
        places: how many places in it changed.
        new_path: where it lies afterwards: the file of a model is called as the model is, when it was.
    """

    path: Path
    before: str
    after: str
    places: int
    new_path: Path

    @property
    def moves(self) -> bool:
        """Whether the file has another name afterwards."""
        return self.new_path != self.path


@dataclass(frozen=True, slots=True)
class Renaming:
    """A name that was, or is to be, changed across a project.

    Attributes:
        files: the files that change, in order.
        gone: what stood in the codebook and goes, as ``terms.old.definition``: what nothing else says.
    """

    files: tuple[FileChange, ...]
    gone: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"Renaming({self.places} places in {len(self.files)} files)"

    @property
    def places(self) -> int:
        """How many places change in all."""
        return sum(file.places for file in self.files)

    def diff(self) -> str:
        """What changes, as a unified diff. A file that moves is told as git tells it."""
        return "".join(line for file in self.files for line in difference(shown(file.path), file.before, file.after, shown(file.new_path)))

    def write(self) -> None:
        """Write the files, and move those that are to have another name: all of them or none.

        Raises:
            UsageError: one of them cannot be written or moved.
        """
        moves = {file.path: file.new_path for file in self.files if file.moves}
        try:
            write_together({file.path: file.after.encode("utf-8") for file in self.files}, moves)
        except OSError as error:
            raise UsageError(unwritten(shown(Path(error.filename or "")), error)) from error


@checked
def rename(old: str, new: str, *, root: PathLike | None = None, drafts: Iterable[PathLike] = (), dry_run: bool = False) -> Renaming:
    """Give something another id, in every file of its project: models, codebook, criteria, comparisons, claims, assessments, and drafts.

    The file of a model that is called as the model is, is called as it is afterwards too.

    Args:
        old: an id of the codebook, with its section where several have it (``actors.nav``); a model (``models.ha`` where the codebook has
            that id too); or an entry of a model, as ``ha.kurs``.
        new: the new id.
        root: the folder with the codebook; found from the working folder when None.
        drafts: drafts of reports that lie elsewhere than below the root, and follow too.
        dry_run: write nothing.

    Returns:
        What changed: `Renaming`.

    Raises:
        UsageError: nothing has that name, or the new one is taken, as an id or as a file; ``NotFollowed`` where something that mentions
            it cannot follow.
        InvalidModel: a file has errors, so that nobody knows what it mentions; or the new name makes some. Nothing is written.
    """
    if not re.fullmatch(ID_PATTERN, new):
        raise UsageError(Word("rename.no_id", (("id", new),)))
    work = _Work(_root(root), drafts)
    vocabulary = work.vocabulary
    target = target_of(old, vocabulary, work.models, work.unfollowed)
    if new in work.taken(target) and new != target.id:
        there = section_of(work.models[target.model], new) if target.model else None
        raise UsageError(Word("edit.taken", (("id", new), ("section", there or target.section))))
    work.see_that_all_follow(target)
    renaming = work.renamed(target, new)
    work.judge(renaming)
    if not dry_run:
        renaming.write()
    return renaming


@checked
def merge_terms(
    terms: str | Iterable[str], into: str, *, root: PathLike | None = None, drafts: Iterable[PathLike] = (), dry_run: bool = False
) -> Renaming:
    """Make several terms of the codebook one, in every file of the project. What was coded as any of them is coded as that one.

    Args:
        terms: the terms that go.
        into: the term that they are made. Its own entry stays as it is.
        root: the folder with the codebook; found from the working folder when None.
        drafts: drafts of reports that lie elsewhere than below the root, and follow too.
        dry_run: write nothing.

    Returns:
        What changed: `Renaming`; its ``gone`` has what the codebook said of the terms that go.

    Raises:
        UsageError: there is no such term.
        InvalidModel: a file has errors; or the one term cannot stand where the others stood. Nothing is written.
    """
    work = _Work(_root(root), drafts)
    one = target_of(f"terms.{into.removeprefix('terms.')}", work.vocabulary, {}).id
    names = [terms] if isinstance(terms, str) else list(terms)
    olds = [target_of(f"terms.{name.removeprefix('terms.')}", work.vocabulary, {}).id for name in names]
    renaming = work.merged([name for name in dict.fromkeys(olds) if name != one], one)
    work.judge(renaming)
    if not dry_run:
        renaming.write()
    return renaming


def _root(root: PathLike | None) -> Path:
    if root is not None and in_corpus(os.fspath(root)) is not None:
        raise UsageError(Word("rename.fixed"))
    chosen = named_root(root) if root is not None else find_root(Path.cwd())
    if chosen is None:
        raise UsageError(Word("error.no_project"))
    return chosen


class _Work:
    """The files of a project, read for one change. Used once."""

    def __init__(self, root: Path, drafts: Iterable[PathLike]) -> None:
        self.root = root
        self.project = open_project(root)
        self.values: dict[Path, tuple[YamlFile, Frozen]] = {}
        wrong: list[Diagnostic] = []
        for path in yaml_files(root, self.project.settings.excluded):
            yaml_file = read_file(path, root)
            if not is_ours(yaml_file):
                continue
            kind = OF.get(kind_of(yaml_file) or "pilot", "model")
            built = build_file(KINDS[kind], yaml_file, self.project.lang)
            errors = (*yaml_file.diagnostics, *yaml_file.locate(built.diagnostics))
            wrong += [diagnostic for diagnostic in errors if diagnostic.severity == "error"]
            if built.value is not None:
                self.values[path] = (yaml_file, built.value)
        if wrong:
            raise InvalidModel(wrong)
        self.drafts = tuple(dict.fromkeys([*self._markdown(), *map(Path, drafts)]))
        for draft in map(Path, drafts):
            if not draft.is_file():
                raise UsageError(Word("error.no_path", (("path", str(draft)), ("likely", ""))))

    @property
    def vocabulary(self) -> Vocabulary:
        """The codebook."""
        return self.project.vocabulary or Vocabulary()

    @property
    def models(self) -> dict[str, LogicModel]:
        """The models, by id."""
        return {value.id: value for _, value in self.values.values() if isinstance(value, LogicModel)}

    @property
    def unfollowed(self) -> dict[str, str]:
        """The ids that are not followed, with the kind of file that has them."""
        kinds: dict[str, str] = {}
        for yaml_file, value in self.values.values():
            names = value.references if isinstance(value, References) else [getattr(value, "id", None)]
            names = [*names, *(value.columns if isinstance(value, Comparison) else ())]
            if not isinstance(value, LogicModel):
                kinds |= {name: kind_of(yaml_file) or "" for name in names if name is not None}
        return kinds

    def taken(self, target: Target) -> Collection[str]:
        """The ids that are there already among which a target has its own."""
        if target.section == MODELS:
            return self.models
        if target.model:
            return {entry.id for _, entry in self.models[target.model].entries()}
        return tuple(getattr(self.vocabulary, target.section))

    def _markdown(self) -> Iterator[Path]:
        for folder, entries in inside(self.root, self.project.settings.excluded):
            names = sorted(entry.name for entry in entries or () if entry.is_file() and entry.name.lower().endswith(MARKDOWN))
            yield from (folder / name for name in names if b"vk:" in (folder / name).read_bytes())

    def see_that_all_follow(self, target: Target) -> None:
        places = [
            f"{yaml_file.name}: {path_text(reference.path)}"
            for yaml_file, value in self.values.values()
            for reference in references_in(value)
            if target.may_be_named_by(reference)
        ]
        if places:
            raise NotFollowed(Word("rename.unclear", (("id", target.id), ("places", "; ".join(places)))))

    def renamed(self, target: Target, new: str) -> Renaming:
        names = {target.id: new}
        if target.section == MODELS:
            names[f"{target.id}."] = f"{new}."

        def own(values: dict[str, Any], value: Frozen) -> int:
            if target.section == MODELS:
                if not isinstance(value, LogicModel) or value.id != target.id or new == target.id:
                    return 0
                values["id"] = new
                return 1
            holds = isinstance(value, Vocabulary) if target.model is None else isinstance(value, LogicModel) and value.id == target.model
            if not holds or target.id not in values.get(target.section, {}) or new == target.id:
                return 0
            values[target.section] = {new if name == target.id else name: entry for name, entry in values[target.section].items()}
            return 1

        changes = tuple(self._changes(names, target.is_named_by, own))
        return Renaming(tuple(map(self._moved(target, new), changes)) if target.section == MODELS else changes)

    def _moved(self, target: Target, new: str) -> Callable[[FileChange], FileChange]:
        """Lets the file of a model follow it, when it is called as the model is.

        Raises:
            UsageError: the new name is that of another file, or the settings treat the two names differently.
        """
        settings = self.project.settings

        def moved(file: FileChange) -> FileChange:
            _, value = self.values.get(file.path, (None, None))
            if not isinstance(value, LogicModel) or value.id != target.id or file.path.stem != target.id:
                return file
            place = file.path.with_stem(new)
            if os.path.lexists(place):
                raise UsageError(Word("rename.file_taken", (("path", shown(file.path)), ("new", shown(place)))))
            if settings.excluded.covers(place) or settings.ignored_in(place) != settings.ignored_in(file.path):
                about = (("path", shown(file.path)), ("new", shown(place)), ("settings", shown(settings.file or Path())))
                raise NotFollowed(Word("rename.settled", about))
            return replace(file, new_path=place)

        return moved

    def merged(self, olds: list[str], into: str) -> Renaming:
        gone: list[str] = []

        def own(values: dict[str, Any], value: Frozen) -> int:
            places = _once(values, into)
            if isinstance(value, Vocabulary):
                for name in olds:
                    entry = values["terms"].pop(name)
                    gone.extend(f"terms.{name}.{key}" for key in entry)
                    places += 1
                _not_of_itself(values["terms"][into], into)
            return places

        def matches(reference: Reference) -> bool:
            return reference.what == "term" and reference.text in olds

        return Renaming(tuple(self._changes(dict.fromkeys(olds, into), matches, own)), tuple(gone))

    def _changes(self, names: dict[str, str], matches: Matches, own: Callable[[dict[str, Any], Frozen], int]) -> Iterator[FileChange]:
        for path, (yaml_file, value) in self.values.items():
            values = copy.deepcopy(yaml_file.values or {})
            places = _put(values, value, names, matches)
            if places or isinstance(value, Vocabulary | LogicModel):
                places += own(values, value)
            bom = "\ufeff" if yaml_file.bom else ""
            after = patched(yaml_file, values)
            if after != bom + yaml_file.text:
                yield FileChange(path, bom + yaml_file.text, after, places, path)
        for path in self.drafts:
            change = self._draft(path, names, matches)
            if change is not None:
                yield change

    def _draft(self, path: Path, names: dict[str, str], matches: Matches) -> FileChange | None:
        """A draft with the new names in its marks."""
        document = read_unparsed(path, shown(path))
        text, places = document.text, 0
        for comment in reversed([comment for comment in comments(document.text) if comment.kind == "opening"]):
            stop = comment.end - len("-->")
            mark = parse(document.text[comment.inside : stop].encode("utf-8"), document.name)
            part = document.part(comment.inside, stop)  # the same, with its places in the whole
            instruction, wrong = build(Instruction, part.values, self.project.lang) if part.values is not None else (None, [])
            if instruction is None or mark.broken:
                raise InvalidModel([*part.diagnostics, *part.locate(wrong)])
            values = copy.deepcopy(mark.values or {})
            number = _put(values, instruction, names, matches)
            if number:
                places += number
                text = text[: comment.inside] + patched(mark, values) + text[stop:]
        bom = "\ufeff" if document.bom else ""
        return FileChange(path, bom + document.text, bom + text, places, path) if places else None

    def judge(self, renaming: Renaming) -> None:
        """See that the new names make no errors, warnings or notes that there were not.

        Raises:
            InvalidModel: they do.
        """
        after = {file.path: file for file in renaming.files}
        with tempfile.TemporaryDirectory() as folder:
            laid_out = Path(folder, "project")
            for path, (yaml_file, _) in self.values.items():
                change = after.get(path)
                copied = laid_out / (change.new_path if change else path).relative_to(self.root)
                copied.parent.mkdir(parents=True, exist_ok=True)
                copied.write_bytes((change.after if change else ("\ufeff" if yaml_file.bom else "") + yaml_file.text).encode("utf-8"))

            def there(file: str | None) -> str:
                return shown(self.root / Path(file or "").relative_to(laid_out))

            new = [
                replace(
                    diagnostic,
                    file=there(diagnostic.file),
                    related=tuple(replace(place, file=there(place.file)) for place in diagnostic.related),
                )
                for diagnostic in validate_paths([laid_out], root=laid_out).diagnostics
            ]
            names = {shown(file.path): shown(file.new_path) for file in renaming.files}
            before = validate_paths([self.root], root=self.root).diagnostics
            old = Counter((names.get(diagnostic.file or "", diagnostic.file), diagnostic.code) for diagnostic in before)
            more = []
            for diagnostic in new:
                key = (diagnostic.file, diagnostic.code)
                old[key] -= 1
                if old[key] < 0:
                    more.append(diagnostic)
            more += self._in_drafts(renaming, laid_out)
        if more:
            raise InvalidModel(more, {shown(file.new_path): file.after for file in renaming.files})

    def _in_drafts(self, renaming: Renaming, laid_out: Path) -> list[Diagnostic]:
        project = open_project(laid_out)
        more: list[Diagnostic] = []
        for file in renaming.files:
            if file.path not in self.drafts:
                continue
            copied = laid_out / file.path.name
            copied.write_bytes(file.after.encode("utf-8"))
            if not _faults(file.path, self.project):
                more += [replace(fault, file=shown(file.path)) for fault in _faults(copied, project)]
        return more


def _faults(path: Path, project: Any) -> tuple[Diagnostic, ...]:
    try:
        read_draft(path, project)
    except BrokenSet as error:
        return error.diagnostics
    return ()


def _put(values: dict[str, Any], value: Frozen, names: dict[str, str], matches: Matches) -> int:
    """Let each reference that matches name the new; how many there were."""
    places = 0
    for reference in references_in(value):
        if matches(reference):
            if reference.as_key:
                put_key(values, reference.path, names[reference.text])
            else:
                there = spot(values, reference.path)
                there.put(_with_new_names(there.content, reference, names))
            places += 1
    return places


def _with_new_names(text: str, reference: Reference, names: dict[str, str]) -> str:
    arrow = arrow_of(text)
    if arrow is not None:
        return str(Arrow(*(names.get(end, end) for end in arrow.ends)))
    # An entry can stand behind its model, and a result behind its key: `ha.kurs`, `result.sysselsetting`.
    before, dot, last = text.rpartition(".")
    if reference.what == "entry" and before + dot in names:
        return f"{names[before + dot]}{last}"  # the model has the new name, and not an entry of it that is called the same
    return f"{before}{dot}{names.get(last, last)}"


def _once(value: Any, name: str) -> int:
    """Let each list have a name once; how many more there were."""
    inner = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    number = sum(_once(item, name) for item in inner)
    if isinstance(value, list) and value.count(name) > 1:
        first = value.index(name)
        number += value.count(name) - 1
        value[first + 1 :] = [item for item in value[first + 1 :] if item != name]
    return number


def _not_of_itself(entry: dict[str, Any], name: str) -> None:
    """A term is no kind of itself."""
    broader = entry.get("broader")
    rest = [item for item in (broader if isinstance(broader, list) else [broader]) if item not in (name, None)]
    if broader is not None and not rest:
        del entry["broader"]
    elif isinstance(broader, list):
        entry["broader"] = rest

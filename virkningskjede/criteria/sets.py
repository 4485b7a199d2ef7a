"""Finding criteria sets, reading them, and running their own cases before they judge anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from virkningskjede.catalogue import Word
from virkningskjede.conditions import Subject, unknown_names
from virkningskjede.criteria.criteria_set import CriteriaSet
from virkningskjede.criteria.verdict import judge
from virkningskjede.diagnostics import Diagnostic, diagnostic, line
from virkningskjede.diagnostics import Path as KeyPath
from virkningskjede.errors import BrokenSet, UsageError
from virkningskjede.loading import Surroundings, broken_names, build, corpus, header, kind_of, likely, shown, wrong_kind
from virkningskjede.loading import surroundings as surroundings_of
from virkningskjede.source import Document, read

FOLDER = "criteria"


def available_sets(surroundings: Surroundings) -> tuple[str, ...]:
    """The names of the sets that can judge models in these surroundings: those under the root, then the installed ones.

    An installed set is left out when the root has one of the same name, or does not know the terms that it speaks of.
    """
    own = _names(surroundings.root) if surroundings.root is not None else ()
    installed = [name for name in _names(corpus()) if name not in own]
    shared = _installed_unless_known(surroundings)
    return (*own, *(name for name in installed if read_set(_read(_file(corpus(), name), corpus()), shared)[0] is not None))


def load_set(name: str | Path, surroundings: Surroundings) -> CriteriaSet:
    """A criteria set, validated and with its own cases run.

    Args:
        name: a set's id, looked for under the root and then among the installed ones; or a file.
        surroundings: the vocabulary, references and tables that it speaks of. Where they have no vocabulary, an installed set is
            read with the installed one, and a file's names are not checked.

    Raises:
        UsageError: there is no such set.
        BrokenSet: the file is not a set, speaks of something unknown, or fails its own cases; ``.diagnostics`` says where.

    >>> from virkningskjede.loading import surroundings
    >>> len(load_set("oslo-economics-2020", surroundings(corpus())).criteria)
    9
    """
    document, shared = _find(name, surroundings)
    criteria, wrong = read_set(document, shared)
    found = (*document.diagnostics, *document.locate([*header(document), *wrong]))
    if criteria is None or found:
        raise BrokenSet("\n".join(line(each) for each in found), found)
    return criteria


def read_set(document: Document, surroundings: Surroundings) -> tuple[CriteriaSet | None, list[Diagnostic]]:
    """Make a criteria set of a document: its form, then the names that it mentions, then its cases, each when the one before is right.

    Returns:
        The set, or None when there are diagnostics; and the diagnostics, with paths but no places.
    """
    if document.values is None:
        return None, []
    if kind_of(document) != "criteria":
        return None, [wrong_kind(document, ("criteria",))]
    criteria, wrong = build(CriteriaSet, document.values)
    if criteria is None:
        return None, wrong
    wrong = [*_names_in(criteria, document, surroundings)] or [*_failed_cases(criteria, surroundings)]
    return (None if wrong else criteria), wrong


def _names(root: Path) -> tuple[str, ...]:
    folder = root / FOLDER
    return tuple(sorted(path.stem for path in folder.glob("*.yaml") if not path.name.startswith(".")))


def _file(root: Path, name: str) -> Path:
    return root / FOLDER / f"{name}.yaml"


def _read(path: Path, root: Path | None) -> Document:
    return read(path, shown(path), root=root)


def _installed_unless_known(surroundings: Surroundings) -> Surroundings:
    return surroundings if surroundings.vocabulary is not None else surroundings_of(corpus())


def _find(name: str | Path, surroundings: Surroundings) -> tuple[Document, Surroundings]:
    """The file of a set, and what it is read with."""
    root = surroundings.root
    if isinstance(name, Path) or name.endswith((".yaml", ".yml")):
        path = Path(name)
        return _read(path, root if root is not None and path.absolute().is_relative_to(root.absolute()) else None), surroundings
    if root is not None and name in _names(root):
        return _read(_file(root, name), root), surroundings
    if name in _names(corpus()):
        return _read(_file(corpus(), name), corpus()), _installed_unless_known(surroundings)
    raise UsageError(Word("error.no_set", (("name", str(name)), ("known", ", ".join(available_sets(surroundings))))))


def _names_in(criteria: CriteriaSet, document: Document, shared: Surroundings) -> Iterator[Diagnostic]:
    """The set's own id, its references, and what its conditions and cases mention."""
    stem = Path(document.name).stem
    if criteria.id != stem:
        yield diagnostic("VK127", ("id",), id=criteria.id, file=Path(document.name).name)
    yield from _unknown_references(criteria, shared)
    if shared.vocabulary is not None:
        for path, condition in criteria.conditions():
            yield from unknown_names(condition, shared.vocabulary, path, comparisons=shared.comparisons)
    for name, criterion in criteria.criteria.items():
        for number, case in enumerate(criterion.cases):
            here = ("criteria", name, "cases", number, "given")
            for each in broken_names(case.given):
                yield Diagnostic(each.code, each.severity, (*here, *each.path), each.params, each.on)
            if shared.vocabulary is not None:
                yield from unknown_names(case.given, shared.vocabulary, here)


def _unknown_references(criteria: CriteriaSet, shared: Surroundings) -> Iterator[Diagnostic]:
    known = shared.references.references
    if not known:
        return
    named: list[tuple[KeyPath, str]] = [(("ref", place), ref) for place, ref in enumerate(criteria.ref)]
    named += [(("source",), criteria.source)] if criteria.source else []
    for name, criterion in criteria.criteria.items():
        named += [(("criteria", name, "ref", place), ref) for place, ref in enumerate(criterion.ref)]
    for path, ref in named:
        if ref not in known:
            yield diagnostic("VK128", path, id=ref, likely=likely(ref, known))


def _failed_cases(criteria: CriteriaSet, shared: Surroundings) -> Iterator[Diagnostic]:
    for name, criterion in criteria.criteria.items():
        for number, case in enumerate(criterion.cases):
            found = judge(criteria, name, Subject.of(case.given, shared)).verdict
            if found != case.expect:
                path = ("criteria", name, "cases", number, "expect")
                yield diagnostic("VK126", path, expected=Word(f"verdict.{case.expect}"), found=Word(f"verdict.{found}"))

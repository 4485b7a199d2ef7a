"""Finding the models that a command names: a file, a version of a file, a folder, or an id in the collection."""

from __future__ import annotations

from pathlib import Path

from virkningskjede.catalogue import Lang, word
from virkningskjede.diagnostics import InvalidModel
from virkningskjede.errors import UsageError
from virkningskjede.loading import (
    MODEL_FOLDERS,
    Portfolio,
    Project,
    corpus,
    find_root,
    load_file,
    load_folder,
    open_project,
    read_model,
)
from virkningskjede.model import LogicModel
from virkningskjede.source import Document, parse


def one(name: str, root: Path | None, lang: Lang) -> tuple[LogicModel, Project]:
    """The model of a name, and what surrounds it.

    Args:
        name: a file, a file at a revision (``FILE@REV``), or an id under the root or in the installed collection.
        root: the folder with vocabulary.yaml, or None to look for it.
        lang: the language of error messages.

    Raises:
        UsageError: there is no such model.
        InvalidModel: the file does not make a model.
    """
    path = Path(name)
    if path.is_dir():
        raise UsageError(word("error.folder", lang, path=name))
    file, revision = named(name, root, lang)
    shared = open_project(root or find_root(file))
    return (load_file(file, root=root) if revision is None else _at_revision(file, revision)), shared


def named(name: str, root: Path | None, lang: Lang) -> tuple[Path, str | None]:
    """The file that a name stands for, and the revision if it names one.

    Raises:
        UsageError: there is neither such a file nor such an id.
    """
    path = Path(name)
    stem, _, revision = name.rpartition("@")
    if path.exists() or not (stem and revision):
        return (path if path.exists() else _by_id(name, root, lang)), None
    # A file that is gone today may have been there then.
    by_id = None if Path(stem).exists() or "/" in stem or Path(stem).suffix else _by_id(stem, root, lang)
    return by_id or Path(stem), revision


def many(paths: tuple[str, ...], root: Path | None, lang: Lang) -> Portfolio:
    """The models of several names: files, folders and ids.

    Raises:
        UsageError: there are no models, or no such name.
        InvalidModel: some files do not make models; what is wrong with all of them.
    """
    models: dict[str, LogicModel] = {}
    found: list[InvalidModel] = []
    shared: Project | None = None
    others: dict[str, Document] = {}
    for name in paths:
        try:
            if Path(name).is_dir():
                portfolio = load_folder(Path(name), root=root)
                models.update(portfolio)
                others.update((each.name, each) for each in portfolio.others)
                shared = shared or portfolio.project
            else:
                model, around = one(name, root, lang)
                models[model.id] = model
                shared = shared or around
        except InvalidModel as problem:
            found.append(problem)
    if found:
        raise InvalidModel(dict.fromkeys(each for problem in found for each in problem.diagnostics))
    if not models:
        raise UsageError(word("error.no_models", lang, path=", ".join(paths)))
    return Portfolio(models, shared or open_project(root), others=others.values())


def _by_id(name: str, root: Path | None, lang: Lang) -> Path:
    places = [each for each in (root or find_root(Path.cwd()), corpus()) if each is not None]
    for place in places:
        for folder in MODEL_FOLDERS.values():
            path = place / folder / f"{name}.yaml"
            if "/" not in name and path.is_file():
                return path
    raise UsageError(word("error.no_model", lang, name=name, root=places[0]))


def _at_revision(path: Path, revision: str) -> LogicModel:
    from virkningskjede.versions import at_revision  # few commands are asked for an earlier version

    file = read_model(parse(at_revision(path, revision), f"{path.as_posix()}@{revision}"))
    if file.model is None:
        raise InvalidModel(file.diagnostics)
    return file.model

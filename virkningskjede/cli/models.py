"""Finding the models that a command names: a file, a version of a file, a folder, or an id in the collection."""

from __future__ import annotations

import subprocess
from pathlib import Path

from virkningskjede.catalogue import Lang, word
from virkningskjede.diagnostics import InvalidModel
from virkningskjede.errors import UsageError
from virkningskjede.loading import Portfolio, Surroundings, corpus, find_root, load_file, load_folder, read_model, surroundings
from virkningskjede.model import LogicModel
from virkningskjede.source import MAX_BYTES, parse

FOLDERS = ("pilots", "templates", "programmes")


def one(name: str, root: Path | None, lang: Lang) -> tuple[LogicModel, Surroundings]:
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
    if not path.exists():
        stem, at, revision = name.rpartition("@")
        if at and revision:
            return _at_revision(Path(stem), revision, lang), surroundings(root or find_root(Path(stem)))
        path = _by_id(name, root, lang)
    return load_file(path, root=root), surroundings(root or find_root(path))


def many(paths: tuple[str, ...], root: Path | None, lang: Lang) -> Portfolio:
    """The models of several names: files, folders and ids.

    Raises:
        UsageError: there are no models, or no such name.
        InvalidModel: some files do not make models; what is wrong with all of them.
    """
    models: dict[str, LogicModel] = {}
    found: list[InvalidModel] = []
    shared: Surroundings | None = None
    for name in paths:
        try:
            if Path(name).is_dir():
                portfolio = load_folder(Path(name), root=root)
                models.update(portfolio)
                shared = shared or portfolio.surroundings
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
    return Portfolio(models, shared or surroundings(root))


def _by_id(name: str, root: Path | None, lang: Lang) -> Path:
    places = [each for each in (root or find_root(Path.cwd()), corpus()) if each is not None]
    for place in places:
        for folder in FOLDERS:
            path = place / folder / f"{name}.yaml"
            if "/" not in name and path.is_file():
                return path
    raise UsageError(word("error.no_model", lang, name=name, root=places[0]))


def _at_revision(path: Path, revision: str, lang: Lang) -> LogicModel:
    missing = UsageError(word("error.git", lang, name=path, rev=revision))
    if revision.startswith("-"):
        raise missing
    try:
        answer = subprocess.run(
            ["git", "-C", str(path.absolute().parent), "show", f"{revision}:./{path.name}"],
            capture_output=True,
            check=False,
            timeout=30,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise missing from error
    if answer.returncode:
        raise missing
    file = read_model(parse(answer.stdout[: MAX_BYTES + 1], f"{path.as_posix()}@{revision}"))
    if file.model is None:
        raise InvalidModel(file.diagnostics)
    return file.model

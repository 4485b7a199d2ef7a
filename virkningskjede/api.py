"""What ``import virkningskjede as vk`` offers: the rooms behind one door."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from virkningskjede import citations, comparison, differences
from virkningskjede import criteria as criteria_room
from virkningskjede.catalogue import Lang
from virkningskjede.citations import Coverage
from virkningskjede.comparison import Matrix
from virkningskjede.criteria import Check
from virkningskjede.differences import Diff
from virkningskjede.graph import paths
from virkningskjede.loading import Portfolio, Surroundings, corpus, dump, find_root, load, surroundings
from virkningskjede.model import LogicModel
from virkningskjede.rendering.pictures.picture import picture
from virkningskjede.validation import Selection, Validation, validate_models, validate_paths, validate_portfolio

__all__ = ["check", "compare", "coverage", "diff", "dump", "load", "paths", "render", "validate"]

PathLike = str | os.PathLike[str]
Models = LogicModel | Portfolio | Mapping[str, LogicModel] | Iterable[LogicModel]


def validate(
    what: PathLike | Models, *, root: PathLike | None = None, select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> Validation:
    """Check files or models against the format and the rules. Never raises for what they hold.

    Args:
        what: a file, a folder, a model, a portfolio, or several models. Only files give lines and columns.
        root: the folder with vocabulary.yaml; found from the files, or from the working folder, when None.
        select: code prefixes of the rules to run, such as ``VK2``; empty for all.
        ignore: code prefixes of the rules not to run.

    >>> from virkningskjede.loading import corpus
    >>> validate(corpus() / "pilots" / "ha.yaml").ok
    True
    """
    selection = Selection(tuple(select), tuple(ignore))
    if isinstance(what, str | os.PathLike):
        return validate_paths([Path(what)], root=None if root is None else Path(root), selection=selection)
    if isinstance(what, Portfolio) and root is None:
        return validate_portfolio(what, selection)
    return validate_models(_models(what), _shared(what, root), selection)


def check(models: Models, criteria: str | Iterable[str] | None = None, *, root: PathLike | None = None) -> Check:
    """Hold models against what research says makes such programmes work (a theoretical test).

    Args:
        models: a model, a portfolio, or several models.
        criteria: names or files of criteria sets; all that the root and the installed collection have when None.
        root: the folder with vocabulary.yaml; the portfolio's own, or found from the working folder, when None.

    Returns:
        A verdict for each model and criterion, with its grounds: see `virkningskjede.criteria.Check`.

    Raises:
        UsageError: there is no such set.
        BrokenSet: a set is not well made, or fails its own cases.

    >>> from virkningskjede.loading import corpus
    >>> check(load(corpus() / "pilots"), "oslo-economics-2020").verdict("ha", "ledelsesforankret").verdict
    'not_stated'
    """
    shared = _shared(models, root)
    names = (criteria,) if isinstance(criteria, str) else tuple(criteria or criteria_room.available_sets(shared))
    sets = [criteria_room.load_set(name, shared) for name in names]
    return criteria_room.check(_models(models), sets, shared)


def compare(models: Models, columns: str, *, root: PathLike | None = None) -> Matrix:
    """Hold many models side by side: who does what.

    Args:
        models: a model, a portfolio, or several models.
        columns: the name of a comparison, such as ``tiltak``, or a file.
        root: the folder with vocabulary.yaml; the portfolio's own, or found from the working folder, when None.

    Returns:
        A cell for each model and column that the model describes; an empty one is silence, never a no.

    Raises:
        UsageError: there is no such comparison.

    >>> from virkningskjede.loading import corpus
    >>> compare(load(corpus() / "pilots"), "tiltak").cell("nesodden", "samlokalisering").status
    'in_use'
    """
    shared = _shared(models, root)
    return comparison.compare(_models(models), comparison.load_comparison(columns, shared), shared)


def coverage(models: Models, *, root: PathLike | None = None) -> Coverage:
    """Account for the sentences of the sources: which are cited by what, which are set aside, which are left.

    Args:
        models: a model, a portfolio, or several models.
        root: the folder with vocabulary.yaml and the segments; the portfolio's own, or found from the working folder, when None.

    >>> from virkningskjede.loading import corpus
    >>> coverage(load(corpus() / "pilots" / "ha.yaml")).section("statusrapport", "2.2.1").uncited
    ()
    """
    return citations.coverage(_models(models), _shared(models, root))


def diff(a: LogicModel, b: LogicModel, *, root: PathLike | None = None) -> Diff:
    """Compare two models, or two versions of one: what was added, removed, changed, moved, refined, and what has come further.

    Versions of one model (the same id) are matched by id, different models by term; see `virkningskjede.matching`.

    Args:
        a: the first model, or the older version.
        b: the second model, or the newer version.
        root: the folder with vocabulary.yaml, which says which terms are broader; found from the working folder when None.

    >>> model = LogicModel(id="m", inputs={"a": {"label": "Penger"}})
    >>> diff(model, model).changes
    ()
    """
    return differences.diff(a, b, _shared(a, root).vocabulary)


def render(model: LogicModel, path: PathLike, *, lang: Lang = "nb", root: PathLike | None = None) -> Path:
    """Draw a model to a file; its ending decides what: svg, png, pdf, dot or mmd.

    Args:
        model: the model.
        path: the file; it is written as a whole or not at all.
        lang: the language of headings and legend.
        root: the folder with vocabulary.yaml, for the names of actors; found from the working folder when None.

    Returns:
        The path.

    Raises:
        UsageError: the ending is not one of those.
        DrawingError: the picture could not be drawn.
    """
    shared = _shared(model, root)
    picture(model, Path(path), lang=lang, vocabulary=shared.vocabulary, references=shared.references)
    return Path(path)


def _shared(what: object, root: PathLike | None) -> Surroundings:
    if root is not None:
        return surroundings(Path(root))
    if isinstance(what, Portfolio):
        return what.surroundings
    return surroundings(find_root(Path.cwd()) or corpus())


def _models(what: Models) -> tuple[LogicModel, ...]:
    if isinstance(what, LogicModel):
        return (what,)
    return tuple(what.values() if isinstance(what, Mapping) else what)

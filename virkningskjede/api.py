"""What ``import virkningskjede as vk`` offers: the rooms behind one door."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, overload

from virkningskjede.analysis import (
    agreement as coders,
)
from virkningskjede.analysis import (
    claims as statements,
)
from virkningskjede.analysis import (
    compare as comparison,
)
from virkningskjede.analysis import (
    consensus as merging,
)
from virkningskjede.analysis import (
    coverage as citations,
)
from virkningskjede.analysis import criteria as criteria_room
from virkningskjede.analysis import (
    diff as differences,
)
from virkningskjede.analysis import (
    grouping,
)
from virkningskjede.analysis import (
    history as versions,
)
from virkningskjede.analysis import (
    paths as tracing,
)
from virkningskjede.analysis import (
    progress as advances,
)
from virkningskjede.analysis import (
    waves as measuring,
)
from virkningskjede.analysis.agreement import Agreement
from virkningskjede.analysis.claims import Claims
from virkningskjede.analysis.compare import Matrix
from virkningskjede.analysis.consensus import Consensus
from virkningskjede.analysis.consensus.picture import agreed
from virkningskjede.analysis.consequences import Consequences
from virkningskjede.analysis.consequences import consequences as follow
from virkningskjede.analysis.coverage import Coverage
from virkningskjede.analysis.criteria import Check
from virkningskjede.analysis.diff import Diff, PortfolioDiff
from virkningskjede.analysis.diff.picture import changed
from virkningskjede.analysis.grouping import SEED, Grouping, Similarity
from virkningskjede.analysis.history import History
from virkningskjede.analysis.paths import MAX_PATHS, MUCH, Gaps, Paths, PortfolioPaths
from virkningskjede.analysis.progress import Progress
from virkningskjede.analysis.views import ViewOptions, viewed
from virkningskjede.analysis.waves import People, Waves
from virkningskjede.arguments import AtLeast, Within, checked
from virkningskjede.diagnostics import line
from virkningskjede.drawing.dot import Paper
from virkningskjede.drawing.draw import DPI
from virkningskjede.drawing.endings import ending_among, is_graph
from virkningskjede.drawing.picture import album, picture
from virkningskjede.drawing.scene import Scene
from virkningskjede.editing.saving import save
from virkningskjede.errors import TableWarning, UsageError
from virkningskjede.i18n import DEFAULT_LANG, Lang, Word, visible
from virkningskjede.i18n.language import chosen, set_language
from virkningskjede.model import LogicModel, Models, models_of
from virkningskjede.model.codebook import Comparison, References, Vocabulary
from virkningskjede.model.values import Date, ModelKind, Status
from virkningskjede.project import (
    CORPUS,
    Portfolio,
    Project,
    SourceTexts,
    dump,
    find_root,
    joined_vocabulary,
    load,
    load_model,
    load_portfolio,
    named_root,
    one_project,
    open_project,
    project_of,
    unlabelled,
    write_file,
)
from virkningskjede.renaming import merge_terms, rename
from virkningskjede.report import plain_graph as graphs
from virkningskjede.report.finish import Finish
from virkningskjede.report.grid import by_template
from virkningskjede.validation import RuleSelection, Validation, unknown_code, validate_models, validate_paths, validate_portfolio

if TYPE_CHECKING:
    import networkx as nx

__all__ = [
    "agreement",
    "check",
    "claims",
    "compare",
    "consensus",
    "consequences",
    "corpus",
    "coverage",
    "diff",
    "dump",
    "gaps",
    "group",
    "history",
    "load",
    "load_model",
    "load_portfolio",
    "merge_terms",
    "paths",
    "plain_graph",
    "progress",
    "read_table",
    "rename",
    "render",
    "save",
    "set_language",
    "similarity",
    "validate",
    "waves",
]

PathLike = str | os.PathLike[str]


@checked
def validate(
    what: PathLike | Models,
    *,
    root: PathLike | None = None,
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    since: str | None = None,
    text: Mapping[str, PathLike] | None = None,
) -> Validation:
    """Check files or models against the format and the rules. Never raises for what they hold.

    Args:
        what: a file, a folder, a model, a portfolio, or several models. Only files give lines and columns.
        root: the folder with the codebook; found from each file, or the project that the models were loaded in, when None.
        select: code prefixes of the rules to run, such as ``VK2``; empty for all.
        ignore: code prefixes of the rules not to run.
        since: a revision in git; only what the files' project did not have then is found. Models have no revisions.
        text: files with your own copies of sources, by the sources' keys: what is coded is held against the sentences. Nothing is stored.

    Raises:
        UsageError: there is no such revision, root, code or source; a revision is named, and no file; or a text is no copy of its source.

    >>> validate("corpus:pilots/ha.yaml").ok
    True
    """
    wanted, unwanted = (((codes,) if isinstance(codes, str) else tuple(codes)) for codes in (select, ignore))
    selection = RuleSelection(wanted, unwanted)
    if (code := unknown_code((*selection.select, *selection.ignore))) is not None:
        raise UsageError(Word("error.code_prefix", (("code", code),)))
    sources = _source_texts(text)
    if isinstance(what, str | os.PathLike):
        return validate_paths([what], root=None if root is None else named_root(root), selection=selection, since=since, sources=sources)
    if since is not None:
        raise UsageError(Word("error.since_models"))
    if isinstance(what, Portfolio) and root is None:
        return validate_portfolio(what, selection, sources)
    models = models_of(what, alike=True)
    return validate_models(models, _project(models, what, root), selection, sources)


@checked
def check(models: Models, criteria: str | Iterable[str] | None = None, *, root: PathLike | None = None) -> Check:
    """Hold models against what research says makes such programmes work (a theoretical test).

    Args:
        models: a model, a portfolio, or several models.
        criteria: names or files of criteria sets, ``corpus:NAME`` for installed ones; all of the project's when None.
        root: the folder with the codebook; the project that the models were loaded in when None.

    Returns:
        A verdict for each model and criterion, with its grounds: see `virkningskjede.analysis.criteria.Check`.

    Raises:
        UsageError: there is no such set; or none is named, and the models have no project.
        BrokenSet: a set is not well made, or fails its own cases.

    >>> check(load_portfolio("corpus:pilots"), "oslo-economics-2020").verdict("ha", "ledelsesforankret").verdict
    'not_stated'
    """
    several, shared = _of_one_project(models, root)
    names = (criteria,) if isinstance(criteria, str) else tuple(criteria or criteria_room.available_sets(shared))
    if not names and shared.root is None:
        raise UsageError(Word("error.no_project"))
    sets = [criteria_room.load_set(name, shared) for name in names]
    return criteria_room.check(several, sets, shared)


@checked
def claims(models: Models, name: str, *, root: PathLike | None = None) -> Claims:
    """Hold a report's claims against models: does the report say what the models say?

    Args:
        models: a model, a portfolio, or several models.
        name: the name of the claims, ``corpus:NAME`` for installed ones, or a file.
        root: the folder with the codebook; the project that the models were loaded in when None.

    Returns:
        A ruling on each claim, with what each model says for and against it: see `virkningskjede.analysis.claims.Claims`.

    Raises:
        UsageError: there are no such claims.
        BrokenSet: the file is not well made, or mentions a model, term, section or other name that does not exist.

    >>> claims(corpus(), "statusrapport").claim("kapittel-514").verdict
    'contradicted'
    """
    several, shared = _of_one_project(models, root)
    return statements.run(several, statements.load_claims(name, shared, {model.id: model for model in several}), shared)


@checked
def agreement(
    a: Models, b: Models, *, all_terms: bool = False, names: tuple[str, str] = ("A", "B"), root: PathLike | None = None
) -> Agreement:
    """How far two coders agree who have coded the same models: figures, and the cells to discuss.

    A cell is one model and one term, or one arrow between two terms; see `virkningskjede.analysis.agreement.agreement` for which terms
    there are.

    Args:
        a: the first coder's models.
        b: the second's; models are the same when they have the same id.
        all_terms: take in all terms of the codebook, and not only those that one of the two has used.
        names: what to call the two codings.
        root: the folder with the codebook; the project that the models were loaded in when None.

    Raises:
        UsageError: no model is coded by both, or two models of one coder have the same id.

    >>> pilots = load_portfolio("corpus:pilots")
    >>> agreement(pilots, pilots).of_terms.kappa
    1.0
    """
    (first, first_project), (second, second_project) = _of_one_project(a, root), _of_one_project(b, root)
    return coders.agreement(first, second, first_project, second_project, all_terms=all_terms, names=names)


@checked
def compare(models: Models, columns: str, *, root: PathLike | None = None) -> Matrix:
    """Hold many models side by side: who does what.

    Args:
        models: a model, a portfolio, or several models.
        columns: the name of a comparison, ``corpus:NAME`` for an installed one, or a file.
        root: the folder with the codebook; the project that the models were loaded in when None.

    Returns:
        A cell for each model and column that the model describes; an empty one is silence, never a no.

    Raises:
        UsageError: there is no such comparison.

    >>> compare(load_portfolio("corpus:pilots"), "tiltak").cell("nesodden", "samlokalisering").status
    'in_use'
    """
    several, shared = _of_one_project(models, root)
    return comparison.compare(several, comparison.load_comparison(columns, shared), shared)


@checked
def consensus(models: Models, *, min: Annotated[int, AtLeast(0)] = 0, fold: bool = False, root: PathLike | None = None) -> Consensus:  # noqa: A002
    """Put many models together in one chain, by terms: how many and which have each node and make each arrow.

    Args:
        models: a model, a portfolio, or several models; their order does not matter.
        min: keep what at least so many models surely have: the lower end of the count. 0 keeps everything.
        fold: count a narrower term as the broadest that it is a kind of.
        root: the folder with the codebook; the project that the models were loaded in when None.

    Returns:
        Nodes and arrows with counts as ``[surely, possibly]``, and the chain as a model; see
        `virkningskjede.analysis.consensus.Consensus`. Its ``against(template)`` says what of a template the models make, and what they
        make that it lacks.

    Raises:
        UsageError: two models have the same id.

    >>> common = consensus(load_portfolio("corpus:pilots"), min=3)
    >>> common.links["nav-veileder", "samlokalisering"].stated, len(common.model.nodes)
    (Count(surely=5, possibly=5), 41)
    """
    return merging.consensus(*_of_one_project(models, root), min=min, fold=fold)


def _source_texts(text: Mapping[str, PathLike] | None) -> SourceTexts | None:
    return None if text is None else SourceTexts.read({source: Path(file) for source, file in text.items()})


@checked
def coverage(models: Models, *, root: PathLike | None = None, text: Mapping[str, PathLike] | None = None) -> Coverage:
    """Account for the sentences of the sources: which are cited by what, which are set aside, which are left.

    Args:
        models: a model, a portfolio, or several models. With a portfolio go the criteria sets, comparisons, verdicts and claims of
            reports in the folders that it was loaded from: they cite and set aside as models do.
        root: the folder with the codebook and the segments; the project that the models were loaded in when None.
        text: files with your own copies of sources, by the sources' keys: each is held against the segments, and what is coded against
            its sentences. Nothing of them is stored.

    Raises:
        UsageError: a file cannot be read, or the project has no such source.

    >>> coverage(load_model("corpus:ha")).section("statusrapport", "2.2.1").uncited
    ()
    """
    several, shared = _of_one_project(models, root)
    return citations.coverage(models if isinstance(models, Portfolio) else several, shared, _source_texts(text))


_Several = Iterable[LogicModel] | Mapping[str, LogicModel]


@overload
def diff(a: LogicModel, b: LogicModel, *, root: PathLike | None = None) -> Diff: ...
@overload
def diff(a: _Several, b: _Several, *, root: PathLike | None = None, names: tuple[str, str] = ("A", "B")) -> PortfolioDiff: ...
@checked
def diff(a: Models, b: Models, *, root: PathLike | None = None, names: tuple[str, str] = ("A", "B")) -> Diff | PortfolioDiff:
    """Compare two models, two versions of one, or two portfolios: what was added, removed, changed, moved, refined, and has come further.

    Versions of one model (the same id) are matched by id, different models by term; see `virkningskjede.matching`. Of two portfolios
    each model is held against its own earlier version; see `virkningskjede.analysis.diff.PortfolioDiff`.

    Args:
        a: the first model, or the older version; or the earlier portfolio, such as ``load_portfolio("models@v1.0")``.
        b: the second model, or the newer version; or the later portfolio.
        root: the folder with the codebook, which says which terms are broader; the project that the model was loaded in when None.
        names: what to call two portfolios.

    Raises:
        UsageError: one of them is neither a model nor several.

    >>> model = LogicModel(id="m", inputs={"a": {"label": "Penger"}})
    >>> diff(model, model).changes
    ()
    >>> dict(diff([model], [model, LogicModel(id="n")]).fates)
    {'m': 'same', 'n': 'added'}
    """
    if isinstance(a, LogicModel) and isinstance(b, LogicModel):
        first, second = unlabelled(a, b)
        return differences.diff(first, second, _codebook(first, second, root))
    for side in (a, b):
        if isinstance(side, LogicModel):
            raise UsageError(Word("error.diff_models", (("value", repr(side)),)))
    (ours, first_project), (theirs, second_project) = (_of_one_project(side, root) for side in (a, b))
    vocabulary = joined_vocabulary(first_project, second_project)
    # A portfolio knows the files of its models, by which one is known again under a new id.
    first_side, second_side = (side if isinstance(side, Portfolio) else several for side, several in ((a, ours), (b, theirs)))
    return differences.diff_portfolios(first_side, second_side, vocabulary, names=names)


@checked
def consequences(a: Portfolio, b: Portfolio, *, names: tuple[str, str] = ("A", "B")) -> Consequences:
    """What a change of models does: what differs, which verdicts have changed, and which claims have turned.

    Each state is judged by the criteria sets and the claims of its own project.

    Args:
        a: the earlier state, such as ``load_portfolio("models@main")``.
        b: the later one.
        names: what to call the two.

    Raises:
        UsageError: one of them is no portfolio.
        BrokenSet: a set or a file of claims of the later state is not well made.

    >>> pilots = load_portfolio("corpus:pilots")
    >>> consequences(pilots, pilots).differs
    False
    """
    return follow(differences.diff_portfolios(a, b, joined_vocabulary(a.project, b.project), names=names), a, b)


@checked
def gaps(
    models: Models, kinds: str | Iterable[str] = (), *, much: Annotated[float, Within(0, 1)] = MUCH, root: PathLike | None = None
) -> Gaps:
    """Look models over for what their descriptions are silent on, and for what much of them rests on.

    Args:
        models: a model, a portfolio, or several models.
        kinds: the kinds to look for, see `virkningskjede.analysis.paths.KINDS`; all of them when empty.
        much: the least share of all chains (0 to 1) that makes an arrow one that many chains lead through.
        root: the folder with the codebook; the project that the models were loaded in when None.

    Raises:
        UsageError: there is no such kind.

    >>> [gap.elements for gap in gaps(load_model("corpus:ha"), ["open_question"]).gaps][0][0]
    'rekruttering'
    """
    return tracing.gaps(_of_one_project(models, root)[0], (kinds,) if isinstance(kinds, str) else kinds, much=much)


@checked
def group(
    models: Models,
    by: str = "terms",
    *,
    progress: Status = "in_use",
    samples: Annotated[int, AtLeast(0)] | None = None,
    seed: Annotated[int, AtLeast(0)] = SEED,
    root: PathLike | None = None,
) -> Grouping:
    """Which models belong together, and how well the divisions by template and by progress fit (needs the extra ``grouping``).

    Args:
        models: a portfolio, or several models; their order does not matter.
        by: what likeness is measured on: ``terms``, ``arrows``, ``status``, the name of a comparison, or a file; see `similarity`.
        progress: a model is under way when at least one of its activities or outputs has come as far as this status.
        samples: how many times the unsure codes are drawn at random, each reading as likely; 0 for none. When None, 10 000 times for ten
            models, and fewer times the more models there are; the result says how many.
        seed: of the random numbers.
        root: the folder with the codebook; the project that the models were loaded in when None.

    Returns:
        The tree that joins the models, the fit of each division with an exact share of those that fit as well, what separates the
        groups, and what is left of it in other readings: see `virkningskjede.analysis.grouping.Grouping`.

    Raises:
        UsageError: fewer than two models have anything of what is measured, there is no such comparison or status, or scipy is not
            installed.

    >>> grouping = group(load_portfolio("corpus:pilots"), "tiltak", samples=0)
    >>> {name: (fit.rank, fit.splits) for name, fit in grouping.fits.items()}
    {'template': (3, 126), 'progress': (48, 126)}
    """
    several, shared = _of_one_project(models, root)
    return grouping.group(several, _by(by, shared), shared, progress=progress, samples=samples, seed=seed)


@checked
def history(path: PathLike, *, since: str | None = None, root: PathLike | None = None) -> History:
    """Tell what has changed in a model, version by version in git, also where the file had another name.

    Args:
        path: the file.
        since: a day (``2024-12-16``) or a revision; only versions after it.
        root: the folder with the codebook, which says which terms are broader; found from the file when None.

    Returns:
        The versions, the newest first, each with its changes: see `virkningskjede.analysis.history.History`.

    Raises:
        UsageError: git is not installed, the file is in no repository or unknown to git, or there is no such revision.
    """
    file = Path(path)
    if "\0" in str(file):  # which no file can be called, and the operating system does not say so
        raise UsageError(Word("error.no_path", (("path", visible(str(file))), ("likely", ""))))
    shared = open_project(named_root(root) if root is not None else find_root(file))
    return versions.history(file, shared.vocabulary, since=since)


@checked
def plain_graph(model: LogicModel, *, lang: Lang = DEFAULT_LANG, root: PathLike | None = None) -> nx.DiGraph[str]:
    """A model's chain as a graph of networkx with plain attributes, which can be written as GraphML or GEXF for Gephi and yEd.

    See `virkningskjede.report.plain_graph.plain_graph` for what nodes and arrows have. ``model.graph`` has the typed values instead.

    Args:
        model: the model.
        lang: the language of the labels.
        root: the folder with the codebook, for the names of terms and actors; the project that the model was loaded in when None.

    >>> plain_graph(load_model("corpus:ha")).nodes["tilskudd"]["status"]
    'planned'
    """
    (only,), shared = _of_one_project(model, root)
    return graphs.plain_graph(only, lang=lang, vocabulary=shared.vocabulary)


@checked
def progress(
    models: Models,
    *,
    date: Date | str | None = None,
    wave: str | None = None,
    every: bool = False,
    root: PathLike | None = None,
) -> Progress:
    """Tell how far each indicator has come: its baseline, the target in force, what was measured last, and what share of the way that is.

    Args:
        models: a model, a portfolio, or several models.
        date: as it was on this date, such as ``"2024"`` or ``"2024-10-29"``; by the latest results when None.
        wave: only this round of measuring.
        every: every result, and not only the latest.
        root: the folder with the codebook; the project that the models were loaded in when None.

    Raises:
        UsageError: there is no such date, no result is of that wave, or the models are of two projects.

    >>> model = LogicModel.model_validate({
    ...     "id": "m",
    ...     "indicators": {"i": {"label": "I", "baseline": {"value": 40}, "targets": [{"min": 80, "date": "2026"}]}},
    ...     "results": {"r": {"indicator": "i", "value": 55, "date": "2025-03"}},
    ... })
    >>> progress(model).of("m", "i")[0].share[0]
    Fraction(3, 8)
    """
    several, shared = _of_one_project(models, root)
    return advances.progress(several, shared, date=date, wave=wave, every=every)


@overload
def paths(
    models: LogicModel,
    start: str | None = ...,
    end: str | None = ...,
    *,
    limit: int = ...,
    stated: bool = ...,
    signed: bool = ...,
    root: PathLike | None = ...,
) -> Paths: ...
@overload
def paths(
    models: _Several,
    start: str | None = ...,
    end: str | None = ...,
    *,
    limit: int = ...,
    stated: bool = ...,
    signed: bool = ...,
    root: PathLike | None = ...,
) -> PortfolioPaths: ...
@checked
def paths(
    models: Models,
    start: str | None = None,
    end: str | None = None,
    *,
    limit: Annotated[int, AtLeast(0)] = MAX_PATHS,
    stated: bool = False,
    signed: bool = False,
    root: PathLike | None = None,
) -> Paths | PortfolioPaths:
    """The chains of arrows that lead from some nodes to others: how many, and which; in one model, or in each of several.

    Args:
        models: the model; or a portfolio, or several models, which gives a `PortfolioPaths`.
        start: a node's id, a term (every node with it or a narrower one), a stage such as ``inputs`` or a level such as ``user``; where
            the model's own chains begin when None. ``term:NAME`` is a term even where a node has that id.
        end: likewise; where the model's own chains end when None.
        limit: most chains to list; they are counted exactly whatever their number.
        stated: follow only arrows that the source states.
        signed: follow arrows with a sign (``minus``, ``mixed``), too; a chain then has the product of theirs.
        root: the folder with the codebook, which says which terms are narrower; the project that the model was loaded in when None.

    Raises:
        UsageError: no model has such a node, and there is no such term, stage or level.

    >>> model = LogicModel(id="m", inputs={"a": {"label": "A", "leads_to": ["b"]}}, outputs={"b": {"label": "B"}})
    >>> paths(model, "a", "outputs").paths
    (('a', 'b'),)
    >>> paths([model], "a", "outputs").of("m").count
    1
    """
    if not isinstance(models, LogicModel):
        several, project = _of_one_project(models, root)
        vocabulary = project.vocabulary
        return tracing.portfolio_paths(several, start, end, vocabulary=vocabulary, limit=limit, stated=stated, signed=signed)
    vocabulary = _of_one_project(models, root)[1].vocabulary
    return tracing.paths(models, start, end, vocabulary=vocabulary, limit=limit, stated=stated, signed=signed)


@checked
def read_table(
    table: object,
    id: str | None = None,  # noqa: A002
    *,
    sheet: str | int | None = None,
    layout: str | None = None,
    kind: ModelKind | None = None,
    follows: str | None = None,
    source: str | None = None,
    lang: Lang | None = None,
    root: PathLike | None = None,
) -> LogicModel:
    """A model made from a table, or from a graph: what ``virkningskjede new --from`` does, without writing a file.

    What was not read, and what was read as something that the table does not say, is told as warnings of the kind `TableWarning`.

    Args:
        table: a file (csv, tsv, txt, xlsx, docx, md, html or graphml), a data frame of pandas or polars, or a directed graph of networkx
            whose nodes have an attribute ``stage``, and may have ``label``, ``level`` and others that a column can be called.
        id: the id of the model; made from the name of the file when None.
        sheet: the name of the sheet, or the number of the table; not needed where only one can be read.
        layout: ``nodes``, ``wide``, ``logframe``, ``framework`` or ``arrows``; recognised by the headings when None.
        kind: ``pilot``, ``template`` or ``programme``; what the table says, or ``pilot``, when None.
        follows: the template that the model follows.
        source: the source that places in the table are in.
        lang: the language of the texts, of the warnings, and of how numbers are written.
        root: the folder with the codebook, by which terms and actors are known by their labels too; none when None.

    Raises:
        InvalidModel: the table makes no model; each diagnostic names the file, the sheet and the cell.
        UsageError: there is no such layout or sheet, or the library that reads such files is not installed.

    >>> import networkx as nx
    >>> graph = nx.DiGraph([("Kurs", "Mestring")])
    >>> graph.nodes["Kurs"].update(stage="activity")
    >>> graph.nodes["Mestring"].update(stage="outcome", level="user")
    >>> [link.ends for link in read_table(graph, "kurs").links()]
    [('kurs', 'mestring')]
    """
    from virkningskjede.tables import from_sheets, sheets_of  # where nobody reads a table, nothing of this is loaded
    from virkningskjede.tables.names import slug

    lang = chosen(lang)
    name = Path(table).stem if isinstance(table, str | os.PathLike) else "model"
    given = {"id": slug(name) if id is None else id, "kind": kind, "follows": follows, "source": source}
    vocabulary = None if root is None else open_project(named_root(root)).sound().vocabulary
    made = from_sheets(
        sheets_of(table),
        {key: value for key, value in given.items() if value is not None},
        {"lang": lang},
        sheet=None if sheet is None else str(sheet),
        layout=layout,
        vocabulary=vocabulary,
    )
    for note in made.notes:
        warnings.warn(line(note, lang), TableWarning, stacklevel=2)
    return made.model


@checked
def render(
    what: Models | Diff | Consensus | Matrix | Grouping | Check | Progress | Waves,
    path: PathLike,
    *,
    view: str = "full",
    start: str | None = None,
    end: str | None = None,
    node: str | None = None,
    criteria: str | Iterable[str] = (),
    paper: Paper = "a4",
    dpi: Annotated[int, AtLeast(1)] = DPI,
    lang: Lang | None = None,
    root: PathLike | None = None,
) -> Path:
    """Draw a model, a diff, a common chain, a comparison, a grouping, verdicts, progress or waves to a file: svg, png, pdf, dot or mmd by
    its ending.

    A model can be written as graphml and gexf too: the chain of `plain_graph`, for programs that analyse graphs. Several models become one
    pdf, with a page for each.

    Args:
        what: what to draw. A comparison, a grouping or a check becomes a heat map, which has no mmd; nor have progress and waves, which
            become a row for each indicator. Of progress all results are drawn that are in it: ask for it with ``every``.
        path: the file; it is written as a whole or not at all.
        view: for a model: ``full``, ``overview``, ``path``, ``around``, ``evidence``, ``assumptions`` or ``criteria``.
        start: for ``path``: where chains begin, as a node's id, a term, a stage or a level.
        end: for ``path``: where they end.
        node: for ``around``: what is in the middle.
        criteria: for ``criteria``: names or files of criteria sets.
        paper: ``a4``, or ``a3`` for the same picture enlarged.
        dpi: dots per inch of a png.
        lang: the language of headings and legend.
        root: the folder with the codebook, for the names of terms and actors; the project that the model was loaded in when None.

    Returns:
        The path.

    Raises:
        UsageError: the ending or the view is not one of those, or the view lacks what it needs.
        DrawingError: the picture could not be drawn.
    """
    lang = chosen(lang)
    if isinstance(what, Diff | Consensus) and is_graph(Path(path)):
        raise UsageError(Word("picture.graph_of_model", (("name", Path(path).name),)))
    if isinstance(what, Matrix | Grouping | Check | Progress | Waves):
        what.report().draw(Path(path), lang, Finish(dpi))
        return Path(path)
    if isinstance(what, Consensus):
        scene = agreed(what, lang=lang)
    elif isinstance(what, Diff):
        scene = changed(what, lang=lang, references=_references(what, root))
    else:
        models, shared = _of_one_project(what if isinstance(what, Portfolio) else models_of(what), root)
        names = (criteria,) if isinstance(criteria, str) else tuple(criteria)
        options = ViewOptions(start, end, node, check(models, names, root=root) if names else None)
        scenes = [viewed(Scene(model, lang, shared.vocabulary, shared.references), view, options) for model in by_template(models)]
        if not scenes:
            raise UsageError(Word("error.no_models", (("path", repr(what)),)))
        if not isinstance(what, LogicModel):
            return _album(scenes, Path(path), paper, lang)
        (scene,) = scenes
    picture(scene, Path(path), paper=paper, finish=Finish(dpi))
    return Path(path)


def _album(scenes: list[Scene], path: Path, paper: Paper, lang: Lang) -> Path:
    """Many models to one file, which must be a pdf."""
    if ending_among(path, ("pdf",)) is None:
        raise UsageError(Word("picture.several", (("name", path.name),)))
    write_file(path, album(scenes, paper=paper, lang=lang), lang)
    return path


@checked
def similarity(models: Models, by: str = "terms", *, root: PathLike | None = None) -> Similarity:
    """How alike models are, two by two, from 0 to 1: the share of what either holds that both hold.

    Args:
        models: a model, a portfolio, or several models.
        by: ``terms``: the terms of the chain's nodes, each with every broader one (Jaccard 1901). ``arrows``: these, and the pairs of
            terms that arrows join. ``status``: the terms of inputs, activities and outputs, weighted by how far they have come (Ružička
            1958). The name of a comparison, or a file: the columns that they fill.
        root: the folder with the codebook; the project that the models were loaded in when None.

    Returns:
        A symmetric matrix with 1 for a model and itself, and None where one has nothing to compare: see
        `virkningskjede.analysis.grouping.Similarity`.

    Raises:
        UsageError: there is no such way or comparison, or two models have the same id.

    >>> round(similarity(load_portfolio("corpus:pilots"), "tiltak").value("nesodden", "tromso"), 2)
    0.67
    """
    several, shared = _of_one_project(models, root)
    return grouping.similarity(several, _by(by, shared), shared)


def _by(name: str, shared: Project) -> str | Comparison:
    return name if name in grouping.WAYS else comparison.load_comparison(name, shared, grouping.WAYS)


@checked
def corpus() -> Portfolio:
    """The models that come with the library: nine Norwegian pilots, their templates, and programmes that are finished.

    They are an example: no function uses them, or the sets beside them, unless they are named.

    >>> len(corpus().where(kind="pilot"))
    9
    """
    return load_portfolio(CORPUS)


@checked
def waves(models: Models, *, people: People = "unknown", root: PathLike | None = None) -> Waves:
    """Hold the distributions of results against each other, each wave against the one before it.

    Args:
        models: a model, a portfolio, or several models.
        people: whether those who answered are the same in both waves: ``unknown``, ``different`` or ``same``. Only of different people
            is p worked out.
        root: the folder with the codebook; the project that the models were loaded in when None.

    Raises:
        UsageError: there is no such choice of people.

    >>> waves(load_portfolio("corpus:pilots")).comparisons
    ()
    """
    several, shared = _of_one_project(models, root)
    return measuring.waves(several, shared.vocabulary, people=people)


def _of_one_project(what: Models, root: PathLike | None) -> tuple[tuple[LogicModel, ...], Project]:
    """Some models, and the one project that they are of, whatever the working folder; the one that was named, when one was.

    Raises:
        UsageError: they are of two projects, the root that was named is none, or they are no models.
        InvalidModel: the project's shared files are wrong.
    """
    models = models_of(what, alike=True)
    return models, _project(models, what, root).sound()


def _project(models: tuple[LogicModel, ...], what: Models, root: PathLike | None) -> Project:
    if root is not None:
        return open_project(named_root(root))
    return what.project if isinstance(what, Portfolio) else one_project(models)


def _references(what: Diff, root: PathLike | None) -> References:
    """The works that the newer side refers to."""
    return (open_project(named_root(root)) if root is not None else project_of(what.models[1])).references


def _codebook(a: LogicModel, b: LogicModel, root: PathLike | None) -> Vocabulary | None:
    """The codebook that two sides are held against each other with: they need not be of one project."""
    if root is not None:
        return open_project(named_root(root)).sound().vocabulary
    return joined_vocabulary(project_of(a).sound(), project_of(b).sound())

"""Is this well made? Models at hand, a portfolio, or files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from virkningskjede.diagnosis import Known
from virkningskjede.diagnostics import Diagnostic, gathered, sort_key
from virkningskjede.model import LogicModel
from virkningskjede.model.values import EMPTY, FrozenMap, Sentence
from virkningskjede.project import Copy, NameOrPath, Origins, Portfolio, Project, SourceTexts, broken_names, in_hand, unsaved
from virkningskjede.validation.before import at_revision
from virkningskjede.validation.causes import at_what_changed
from virkningskjede.validation.job import Job
from virkningskjede.validation.neighbours import sections_of
from virkningskjede.validation.validation import ALL, RuleSelection, Validation, across, by_the_rules
from virkningskjede.yamlfile import collector_paused


def validate_models(
    models: Iterable[LogicModel], shared: Project, selection: RuleSelection = ALL, sources: SourceTexts | None = None
) -> Validation:
    """Check models that are at hand. Diagnostics have paths but no places: a model does not know its file.

    What reading a file would have found in the names of a model is found here: it may have been made, or changed, in a program.
    """
    sections = sections_of(shared.root, shared.settings)
    text, not_held = _text(sources, shared)
    wrong = (gathered([*broken_names(model), *by_the_rules(model, shared, selection, sections=sections, text=text)]) for model in models)
    diagnostics = [diagnostic for of_model in wrong for diagnostic in of_model]
    return Validation((), tuple(sorted(diagnostics, key=sort_key)), not_held=not_held)


def validate_portfolio(portfolio: Portfolio, selection: RuleSelection = ALL, sources: SourceTexts | None = None) -> Validation:
    """Check the models of a portfolio, each in the file it came from."""
    text, not_held = _text(sources, portfolio.project)
    diagnostics: list[Diagnostic] = []
    at_hand = {file.yaml_file.name: file.yaml_file for file in portfolio.files.values()}
    sections = sections_of(portfolio.project.root, portfolio.project.settings, at_hand)
    for name, model in portfolio.items():
        yaml_file = portfolio.files[name].yaml_file if name in portfolio.files else None
        wrong = by_the_rules(model, portfolio.project, selection, sections=sections, text=text)
        diagnostics += yaml_file.locate(wrong) if yaml_file else gathered(wrong)
    return Validation(tuple(at_hand), tuple(across(diagnostics)), at_hand, not_held=not_held)


def _text(sources: SourceTexts | None, project: Project) -> tuple[Mapping[Sentence, str], Mapping[str, int]]:
    """The sentences of the sources' text that models of one project are held against, and the files that have others, with how many."""
    if sources is None:
        return EMPTY, EMPTY
    sources.refuse_unknown([project])
    copies = sources.copies(project)
    sources.refuse_another(copies)
    return in_hand(copies), _not_held(sources, [copies])


def _not_held(sources: SourceTexts, copies: Iterable[Mapping[str, Copy]]) -> Mapping[str, int]:
    counts = Counter({str(sources.files[source]): len(copy.differing) for some in copies for source, copy in some.items()})
    return FrozenMap({path: count for path, count in counts.items() if count})


def validate_paths(
    paths: Iterable[NameOrPath],
    *,
    root: Path | None = None,
    selection: RuleSelection = ALL,
    here: Path | None = None,
    settled: bool = False,
    since: str | None = None,
    known: Known | None = None,
    texts: Mapping[str, bytes] | None = None,
    sources: SourceTexts | None = None,
) -> Validation:
    """Check files, and every YAML file of ours in folders. Each file is judged in its own project.

    Where a file that others rest on is asked about, such as the codebook, what must be mended in those is told too.

    Args:
        paths: files or folders, or installed ones as ``corpus:NAME``; one that is missing gives a diagnostic, and the others are checked
            all the same.
        root: the folder with the codebook; found from each file upwards when None.
        selection: which rules to run. What the reader and the format refuse is an error that no selection hides.
        here: the folder that ids are looked for from; None where a name must be a path.
        settled: whether what each project's settings select, ignore, weigh and exclude holds too.
        since: a revision; only what its projects, judged in the same way, did not have is told.
        known: what was found before, and is not told again.
        texts: bytes to be read in place of what the files of these names hold, by name, whoever reads them; they need not be there.
        sources: the text of sources, which the models are held against.

    Raises:
        UsageError: settings on the way are wrong, a name stands for nothing that is installed, there is no such revision, or a text is of
            no source of the projects, or no copy of it.
    """
    job = Job(Origins(root, here), selection, settled=settled, texts=sources)
    with collector_paused(), unsaved(texts or {}):
        for name in texts or {}:
            job.add_unsaved(name)
        for path in paths:
            job.add(path)
        result = job.result()
        if sources is not None:
            sources.refuse_unknown(job.shared.values())
            for copies in job.copies.values():
                sources.refuse_another(copies)
            result = replace(result, not_held=_not_held(sources, job.copies.values()))
        before = Counter(known.prints if known is not None else ())
        if since is None:
            return result if known is None else result.new_since(known)
        then = at_revision(since, job, selection, settled=settled)
        before |= Counter(then.known.prints)  # what both know of is one finding and no two: another like it is new
        return at_what_changed(result.new_since(Known(tuple(before.elements())), then.missing), job, then, since)

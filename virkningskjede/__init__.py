"""Logic models (virkningskjeder) as text under version control: typed, checked, compared and drawn.

>>> import virkningskjede as vk
>>> model = vk.LogicModel(id="kurs", activities={"kurs": {"label": "Kurs", "leads_to": ["mestring"]}},
...                       outcomes={"mestring": {"label": "Mestring", "level": "user"}})
>>> vk.paths(model, "kurs", "mestring").paths
(('kurs', 'mestring'),)
"""

__version__ = "0.1.0"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from virkningskjede.analysis.agreement import Agreement
    from virkningskjede.analysis.claims import Claims, Ruling
    from virkningskjede.analysis.compare import Matrix
    from virkningskjede.analysis.consensus import Consensus
    from virkningskjede.analysis.consequences import Consequences
    from virkningskjede.analysis.coverage import Coverage
    from virkningskjede.analysis.criteria import Check, Concordance, Verdict
    from virkningskjede.analysis.diff import Change, Diff, PortfolioDiff
    from virkningskjede.analysis.grouping import Grouping, Similarity
    from virkningskjede.analysis.history import History
    from virkningskjede.analysis.paths import Gap, Gaps, Paths, PortfolioPaths
    from virkningskjede.analysis.progress import Progress
    from virkningskjede.analysis.waves import WaveComparison, Waves
    from virkningskjede.api import (
        agreement,
        check,
        claims,
        compare,
        consensus,
        consequences,
        corpus,
        coverage,
        diff,
        dump,
        gaps,
        group,
        history,
        load,
        load_model,
        load_portfolio,
        merge_terms,
        paths,
        plain_graph,
        progress,
        read_table,
        rename,
        render,
        save,
        set_language,
        similarity,
        validate,
        waves,
    )
    from virkningskjede.diagnostics import BrokenSet, Diagnostic, InvalidModel
    from virkningskjede.errors import DrawingError, TableWarning, UsageError, VirkningskjedeError
    from virkningskjede.model import Activity, Input, Link, LogicModel, Outcome, Output
    from virkningskjede.project import Portfolio, Project
    from virkningskjede.renaming import Renaming
    from virkningskjede.validation import Validation

# Names are fetched when they are first used, so that the command starts without what it does not need.
_HOMES = {
    "agreement": "api",
    "check": "api",
    "claims": "api",
    "compare": "api",
    "consequences": "api",
    "consensus": "api",
    "corpus": "api",
    "coverage": "api",
    "diff": "api",
    "dump": "api",
    "gaps": "api",
    "group": "api",
    "history": "api",
    "load": "api",
    "load_model": "api",
    "load_portfolio": "api",
    "merge_terms": "api",
    "paths": "api",
    "plain_graph": "api",
    "progress": "api",
    "read_table": "api",
    "rename": "api",
    "render": "api",
    "save": "api",
    "set_language": "api",
    "similarity": "api",
    "validate": "api",
    "waves": "api",
    "Activity": "model",
    "Agreement": "analysis.agreement",
    "BrokenSet": "diagnostics",
    "Change": "analysis.diff",
    "Check": "analysis.criteria",
    "Claims": "analysis.claims",
    "Concordance": "analysis.criteria",
    "Consensus": "analysis.consensus",
    "Consequences": "analysis.consequences",
    "Coverage": "analysis.coverage",
    "Diagnostic": "diagnostics",
    "Diff": "analysis.diff",
    "DrawingError": "errors",
    "Gap": "analysis.paths",
    "Gaps": "analysis.paths",
    "Grouping": "analysis.grouping",
    "History": "analysis.history",
    "Input": "model",
    "InvalidModel": "diagnostics",
    "Link": "model",
    "LogicModel": "model",
    "Matrix": "analysis.compare",
    "Outcome": "model",
    "Output": "model",
    "Paths": "analysis.paths",
    "Portfolio": "project",
    "PortfolioDiff": "analysis.diff",
    "PortfolioPaths": "analysis.paths",
    "Progress": "analysis.progress",
    "Project": "project",
    "Renaming": "renaming",
    "Ruling": "analysis.claims",
    "Similarity": "analysis.grouping",
    "TableWarning": "errors",
    "UsageError": "errors",
    "Validation": "validation",
    "Verdict": "analysis.criteria",
    "VirkningskjedeError": "errors",
    "WaveComparison": "analysis.waves",
    "Waves": "analysis.waves",
}

__all__ = [
    "Activity",
    "Agreement",
    "BrokenSet",
    "Change",
    "Check",
    "Claims",
    "Concordance",
    "Consensus",
    "Consequences",
    "Coverage",
    "Diagnostic",
    "Diff",
    "DrawingError",
    "Gap",
    "Gaps",
    "Grouping",
    "History",
    "Input",
    "InvalidModel",
    "Link",
    "LogicModel",
    "Matrix",
    "Outcome",
    "Output",
    "Paths",
    "Portfolio",
    "PortfolioDiff",
    "PortfolioPaths",
    "Progress",
    "Project",
    "Renaming",
    "Ruling",
    "Similarity",
    "TableWarning",
    "UsageError",
    "Validation",
    "Verdict",
    "VirkningskjedeError",
    "WaveComparison",
    "Waves",
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


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])

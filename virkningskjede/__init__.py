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
    from virkningskjede.api import check, compare, coverage, diff, dump, load, paths, render, validate
    from virkningskjede.citations import Coverage
    from virkningskjede.comparison import Matrix
    from virkningskjede.criteria import Check, Verdict
    from virkningskjede.diagnostics import Diagnostic, InvalidModel
    from virkningskjede.differences import Change, Diff
    from virkningskjede.errors import BrokenSet, DrawingError, UsageError, VirkningskjedeError
    from virkningskjede.loading import Portfolio
    from virkningskjede.model import Activity, Input, Link, LogicModel, Outcome, Output
    from virkningskjede.validation import Validation

# Names are fetched when they are first used, so that the command starts without what it does not need.
_HOMES = {
    "check": "api",
    "compare": "api",
    "coverage": "api",
    "diff": "api",
    "dump": "api",
    "load": "api",
    "paths": "api",
    "render": "api",
    "validate": "api",
    "Activity": "model",
    "BrokenSet": "errors",
    "Change": "differences",
    "Check": "criteria",
    "Coverage": "citations",
    "Diagnostic": "diagnostics",
    "Diff": "differences",
    "DrawingError": "errors",
    "Input": "model",
    "InvalidModel": "diagnostics",
    "Link": "model",
    "LogicModel": "model",
    "Matrix": "comparison",
    "Outcome": "model",
    "Output": "model",
    "Portfolio": "loading",
    "UsageError": "errors",
    "Validation": "validation",
    "Verdict": "criteria",
    "VirkningskjedeError": "errors",
}

__all__ = [
    "Activity",
    "BrokenSet",
    "Change",
    "Check",
    "Coverage",
    "Diagnostic",
    "Diff",
    "DrawingError",
    "Input",
    "InvalidModel",
    "Link",
    "LogicModel",
    "Matrix",
    "Outcome",
    "Output",
    "Portfolio",
    "UsageError",
    "Validation",
    "Verdict",
    "VirkningskjedeError",
    "check",
    "compare",
    "coverage",
    "diff",
    "dump",
    "load",
    "paths",
    "render",
    "validate",
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

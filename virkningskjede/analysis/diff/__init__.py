"""What differs between two models, or between two versions of one."""

from virkningskjede.analysis.diff.adherence import Adherence, TemplatePoint
from virkningskjede.analysis.diff.changes import WEIGHTS, Change, ChangeElement, ChangeKind, Diff, as_text
from virkningskjede.analysis.diff.comparing import between, diff
from virkningskjede.analysis.diff.otherwise import Otherwise
from virkningskjede.analysis.diff.portfolios import PortfolioDiff, diff_portfolios
from virkningskjede.model.values import Weight

__all__ = [
    "WEIGHTS",
    "Adherence",
    "Change",
    "ChangeElement",
    "ChangeKind",
    "Diff",
    "Otherwise",
    "PortfolioDiff",
    "TemplatePoint",
    "Weight",
    "as_text",
    "between",
    "diff",
    "diff_portfolios",
]

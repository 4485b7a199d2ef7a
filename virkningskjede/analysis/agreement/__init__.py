"""Agreement between coders: the same models coded by two hands, how far they agree, and what they have to talk about."""

from virkningskjede.analysis.agreement.codes import Code
from virkningskjede.analysis.agreement.comparing import Agreement, CodedCell, agreement
from virkningskjede.analysis.agreement.figures import CAUTIONS, FEW, HIGH, Caution, Figures, StatusFigures

__all__ = ["CAUTIONS", "FEW", "HIGH", "Agreement", "Caution", "Code", "CodedCell", "Figures", "StatusFigures", "agreement"]

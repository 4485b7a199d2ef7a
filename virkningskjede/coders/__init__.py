"""Agreement between coders: the same models coded by two hands, how far they agree, and what they have to talk about."""

from virkningskjede.coders.codes import Code
from virkningskjede.coders.comparing import Agreement, Cell, agreement
from virkningskjede.coders.figures import CAUTIONS, FEW, HIGH, Caution, Figures, StatusFigures

__all__ = ["CAUTIONS", "FEW", "HIGH", "Agreement", "Caution", "Cell", "Code", "Figures", "StatusFigures", "agreement"]

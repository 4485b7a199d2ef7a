"""Small multiples: a row for each thing that was measured, with its name, a panel, and what the panel says in words."""

from virkningskjede.drawing.panels.drawing import dot
from virkningskjede.drawing.panels.figure import Figure, Panel, PanelMark, Shape
from virkningskjede.drawing.panels.laying import LabelPlace, Layout, laid
from virkningskjede.drawing.panels.writing import captioned, data, picture

__all__ = ["Figure", "LabelPlace", "Layout", "Panel", "PanelMark", "Shape", "captioned", "data", "dot", "laid", "picture"]

"""Many models as one chain, and that chain held against a template."""

from virkningskjede.merging.contrast import HOWS, BeyondLink, BeyondNode, Contrast, How, Reach, TemplateLink, TemplateNode
from virkningskjede.merging.holding import LeftOut
from virkningskjede.merging.merged import Consensus, consensus
from virkningskjede.merging.parts import CommonLink, CommonNode, Holder, Maker, Way
from virkningskjede.merging.steps import Step

__all__ = [
    "HOWS",
    "BeyondLink",
    "BeyondNode",
    "CommonLink",
    "CommonNode",
    "Consensus",
    "Contrast",
    "Holder",
    "How",
    "LeftOut",
    "Maker",
    "Reach",
    "Step",
    "TemplateLink",
    "TemplateNode",
    "Way",
    "consensus",
]

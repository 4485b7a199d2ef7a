"""Many models as one chain, and that chain held against a template."""

from virkningskjede.analysis.consensus.contrast import HOWS, BeyondLink, BeyondNode, Contrast, How, Reach, TemplateLink, TemplateNode
from virkningskjede.analysis.consensus.holders import LeftOut
from virkningskjede.analysis.consensus.merged import Consensus, consensus
from virkningskjede.analysis.consensus.parts import CommonLink, CommonNode, Holder, Maker, Way
from virkningskjede.analysis.consensus.steps import Step

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

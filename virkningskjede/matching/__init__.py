"""Which entry of one model is the same thing as which entry of another.

Versions of one model are held together by id, and by what stayed where the id is new. Different models are held together by what they
are coded as: equal terms first, then shared terms or a narrower or broader term so that as many as can be have a partner, and by id only
where neither has a term. It is one-to-one, stays within one stage (and one level of outcomes), never joins what is coded differently, and
does not depend on the order of the files or on ids. Of what is left then, nodes of two models of one kind that have the same terms and
nearly the same label are one thing that stands at another stage. What only looks alike by its label is proposed, never applied.
"""

from virkningskjede.matching.assignment import assign, meetings
from virkningskjede.matching.items import EntryKey, PairReason
from virkningskjede.matching.kin import Kin, kin
from virkningskjede.matching.likeness import SAME_NAME, likeness, pieces
from virkningskjede.matching.pairs import Matching, Pair, match
from virkningskjede.matching.proposals import Proposal, proposals

__all__ = [
    "SAME_NAME",
    "EntryKey",
    "Kin",
    "Matching",
    "Pair",
    "PairReason",
    "Proposal",
    "assign",
    "kin",
    "likeness",
    "match",
    "meetings",
    "pieces",
    "proposals",
]

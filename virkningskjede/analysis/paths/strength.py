"""How well an arrow is founded, as the model has it."""

from __future__ import annotations

from typing import Literal, get_args

from virkningskjede.model import Link

Strength = Literal["opposed", "unsure", "bare", "reasoned", "stated", "supported"]
"""How well an arrow is founded, the weakest first:

* ``opposed``: research that the model cites found no effect, or speaks against it, and none that it cites supports it;
* ``unsure``: another careful coder could leave it out;
* ``bare``: the coder inferred it, and no reason is given;
* ``reasoned``: the coder inferred it, and a reason is given (``because``), or research with mixed findings;
* ``stated``: the source says that the one leads to the other;
* ``supported``: research that the model cites supports it.
"""

STRENGTHS: tuple[Strength, ...] = get_args(Strength)


def strength_of(link: Link) -> Strength:
    """How well an arrow is founded.

    >>> strength_of(Link(to="b", because="Practice makes perfect")), strength_of(Link(to="b", at="2.1:3"))
    ('reasoned', 'stated')
    """
    findings = {evidence.finding for evidence in link.evidence}
    if findings and findings <= {"no_effect", "contradicts"}:
        return "opposed"
    if any(patch.absent for patch in link.or_):
        return "unsure"
    if "supports" in findings:
        return "supported"
    if link.stated:
        return "stated"
    return "reasoned" if link.because or findings else "bare"

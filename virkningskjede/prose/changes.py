"""Words that a label of a change begins with: more, fewer, better; and whether what follows is what most would wish for."""

from __future__ import annotations

import re
from typing import Literal

Change = Literal["more", "less", "better"]
"""What kind of change: the amount goes up or down, or something becomes better in a way that says neither."""

_MORE_OF = "mer meir flere fleire more"
_MORE = "økt økte auka auke økning høyere høgare lengre lenger større hyppigere increased increase higher longer greater larger"
_LESS = (
    "mindre færre lavere lågare redusert reduserte reduksjon kortere stuttare svekket svekka sjeldnere "
    "less fewer lower reduced reduction shorter decreased smaller weaker"
)
_BETTER = (
    "bedre betre bedret bedra styrket styrka sterkere sterkare raskere raskare tettere tettare tryggere tryggare enklere enklare lettere "
    "lettare better improved stronger strengthened faster quicker closer safer easier"
)
_CHANGES: dict[str, Change] = {
    **dict.fromkeys([*_MORE_OF.split(), *_MORE.split()], "more"),
    **dict.fromkeys(_LESS.split(), "less"),
    **dict.fromkeys(_BETTER.split(), "better"),
}

_BAD = re.compile(
    r"\w*fravær|\w*fråvær|ventetid|konflikt|utenforskap|utanforskap|ensomhet|einsemd|frafall|fråfall|\w*skade[rn]?\b|ulykke|feil\b|\w*plage[rn]?|"
    r"stress|fattigdom|kriminalitet|\w*misbruk|belastning|smerte|dødelighet|mobbing|diskriminering|forurensning|stigma|tilbakefall|"
    r"\w*arbeidsledighet|usikkerhet|"
    r"absence|absenteeism|waiting|conflict|exclusion|loneliness|dropout|injur|accident|error|stress|poverty|crime|abuse|pain|mortality|"
    r"bullying|discrimination|pollution|relapse|unemployment|uncertainty",
    re.IGNORECASE,
)
_GOOD = re.compile(
    r"\w*mestring|\w*meistring|trivsel|\w*deltakelse|\w*deltaking|\w*samarbeid|\w*samhandling|kvalitet|trygghet|tryggleik|\w*kunnskap|"
    r"\w*kompetanse|tillit|livskvalitet|inkludering|motivasjon|"
    r"coping|well-being|participation|cooperation|collaboration|quality|safety|knowledge|skills|trust|inclusion|motivation",
    re.IGNORECASE,
)
_NEXT = 2
"""How many words after the first may be what it is more or less of: *mer langvarig fravær*."""


def change(label: str) -> Change | None:
    """The change that a label begins with; None where it begins with none.

    >>> change("Færre konflikter"), change("Better cooperation"), change("Møter hver uke")
    ('less', 'better', None)
    """
    return _CHANGES.get(_first(label))


def of_things(label: str) -> bool:
    """Whether it may be of things that there are more of, which can be made as well as come about.

    >>> of_things("Flere møter"), of_things("Økt tillit")
    (True, False)
    """
    return _first(label) in _MORE_OF.split()


def _first(label: str) -> str:
    return label.casefold().split()[0].strip(",.:") if label.strip() else ""


def wishes_for_harm(label: str) -> bool:
    """Whether a label is of more of what most would have less of, or of less of what most would have more of.

    >>> wishes_for_harm("Flere konflikter"), wishes_for_harm("Mindre tillit"), wishes_for_harm("Kortere ventetid")
    (True, True, False)
    """
    match change(label):
        case "more":
            kind = _BAD
        case "less":
            kind = _GOOD
        case _:
            return False
    return any(kind.match(word) for word in label.split()[1 : 1 + _NEXT])


def opposed(one: str, other: str) -> bool:
    """Whether one label is of more, and another of less.

    >>> opposed("Lengre fravær", "Kortere fravær"), opposed("Mer fravær", "Høyere fravær")
    (True, False)
    """
    return {change(one), change(other)} == {"more", "less"}


_BETWEEN = re.compile(r"\s+(?:og|samt|and)\s+|[,/]\s*")


def several_changes(label: str) -> bool:
    """Whether a label names two changes, each of a thing of its own.

    >>> several_changes("Lavere fravær og færre konflikter"), several_changes("Bedre og tryggere tjenester")
    (True, False)
    """
    return sum(change(part) is not None and len(part.split()) > 1 for part in _BETWEEN.split(label)) > 1

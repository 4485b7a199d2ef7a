"""How far something has come, as the verbs of a sentence have it: done, meant to be done, wished for, or needed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Mood = Literal["done", "meant", "wished", "possible", "needed"]
"""What a verb says of how far something has come. Plain present tense is none of these: a plan is often told in it."""

_MEANT = (
    r"skal|skulle|vil|ville|planen er|har planer om|planlegg\w*|planlagt\w*|tar sikte på|legg(?:er)? opp til|kommer til å|kjem til å|"
    r"(?:er|var) (?:tenkt|ment)|har som mål|målet er|intensjonen er|"
    r"will|shall|plans to|planned|planning to|(?:is|are) (?:going )?to|intend\w*|aims? to|aiming to"
)
_WISHED = (
    r"ønske[rt]?|ønska|ønskelig|ønskjer|ønskje|ynskj?er|ynskjer|ynskte|overveier|overveie|"
    r"vurderer(?! det som)|vurdere|vurderast|vurderes(?! (?:som|til))|"
    r"utforsk\w*|håper|vonar|ser for seg|aktuelt|aktuell|foreslår|foreslått|føreslår|tenker på|lurer på|interessert i|"
    r"wish\w*|wants?|wanted|considers?|considering|considered|explor\w*|hopes?|hoping|would like|propos(?:es?|ed|ing)|suggests?|"
    r"suggested|interested in"
)
_POSSIBLE = (
    r"kan|kunne|bør|burde|mulig\w*|moglegheit\w*|mogleg\w*|kanskje|eventuelt|drøft\w*|diskuter\w*|undersøk\w*|gjerne|avklar\w*|"
    r"usikker\w*|forslag\w*|"
    r"may|might|can|could|possib\w*|perhaps|maybe|should|ought|discuss\w*|investigat\w*|undecided"
)
_NEEDED = (
    r"treng\w*|kreve?\w*|krev|(?<!ved )behov\w*|må|måtte|nødvendig\w*|naudsynt\w*|avheng\w*|forutset\w*|føreset\w*|mangl\w*|fordr\w*|"
    r"need\w*|require\w*|must|necessary|depend\w*|lack\w*|calls? for"
)
_NO_PARTICIPLE = (
    r"(?:planlagt|tenkt|ment|ønsket|ønska|ønskt|fortsatt|blant|mest|godt|nytt|felles|stort|annet|sentralt|ofte|lett|foreslått|aktuelt|helt|likt|opptatt|kjent|"
    r"planned|meant|intended|considered|proposed|wanted|needed|expected)\b"
)
_DONE = (
    r"(?:er|var|står|ligger)(?: (?:nå|nylig|også|allerede|no)){0,2} (?:klare?|klart|på plass)\b(?! (?:over|for)\b)|"
    r"(?:is|are|was|were)(?: (?:now|already)){0,2} (?:ready|in place)|"
    r"allerede|hittil|så langt|til nå|tok|fikk|gjorde|startet|begynte|deltok|"
    r"(?<!komme )(?<!kommer )(?<!sette )(?<!settes )i gang|(?<!ta )(?<!tas )(?<!tek )i bruk|"
    rf"(?:har|hadde)(?: \S+){{0,3}}? (?!{_NO_PARTICIPLE})\w{{2,}}(?:t|dd|a)|"
    rf"(?:er|ble|blei|vart|var)(?: (?:nå|nylig|også|allerede|ikke|blitt|derfor|i tillegg|en|et)){{0,2}} (?!{_NO_PARTICIPLE})\w{{4,}}t|"
    r"(?:ble|blei|vart) (?:planlagt|foreslått)|"
    r"already|so far|started|began|under way|"
    r"(?:has|have|had)(?: \S+){0,3}? (?!considered|planned)\w+(?:ed|en|un|ade|one|ought|ut|et|eld|ept|eft|uilt)|"
    rf"(?:was|were|been) (?!{_NO_PARTICIPLE})\w+(?:ed|en)|(?:is|are) (?!{_NO_PARTICIPLE})\w{{3,}}ed"
)
_ALL: Mapping[Mood, str] = MappingProxyType({"done": _DONE, "meant": _MEANT, "wished": _WISHED, "possible": _POSSIBLE, "needed": _NEEDED})
MOODS: Mapping[Mood, re.Pattern[str]] = MappingProxyType(
    {mood: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for mood, words in _ALL.items()}
)
"""The words of each mood."""


def moods(text: str) -> Mapping[Mood, str]:
    """The moods of a text, each with the first of its words.

    >>> dict(moods("Piloten ønsker å lage en veileder")), dict(moods("Kurset skal testes ut i mai"))
    ({'wished': 'ønsker'}, {'meant': 'skal'})
    """
    return {mood: match[0] for mood, words in MOODS.items() if (match := words.search(text)) is not None}

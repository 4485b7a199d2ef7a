"""Words that a label of something done begins with, and words that only say that it was done."""

from __future__ import annotations

import re

from virkningskjede.prose.words import akin, content_words

_VERBS = (
    r"arrangere|gjennomføre|utarbeide|holde|avholde|lage|utvikle|opprette|etablere|tilby|sende|ansette|innkalle|invitere|informere|kartlegge|"
    r"teste|organisere|koordinere|planlegge|skrive|veilede|undervise|ringe|kjøpe|kurse|tilrettelegge|innføre|levere|produsere|evaluere|"
    r"intervjue|besøke|bygge|arrangera|gjennomføra|utarbeida|halda|laga|utvikla|oppretta|etablera|informera|kartleggja|kalle inn|lære opp|"
    r"(?:to )?(?:hold|develop|carry out|organi[sz]e|train|teach|provide|offer|send|hire|invite|inform|test|build|plan|write|establish|"
    r"conduct|deliver|produce|create|launch|visit|interview|survey|run)"
)
_NOUNS = (
    r"(?:\w+)?(?:kurs|opplæring|undervisning|workshops?|seminar(?:er)?|veiledning|rettleiing)|(?:\w+)?(?:møter?|møte|samlinger|samtaler?|samtalar)|"
    r"utarbeidelse|gjennomføring|utsending|utdeling|innkjøp|ansettelse|arrangement(?:er)?|intervju(?:er)?|kartlegging|undersøkelser?|"
    r"courses?|meetings?|training|workshops?|seminars?|interviews?|counselling|visits?|distribution|procurement"
)
_BEFORE = r"(?:\w+ige |\w+ig |felles |egne? |nye? |to |tre |jevnlige |weekly |monthly |joint |regular |new )"
_DOING = re.compile(rf"(?:å )?(?:{_VERBS})\b|{_BEFORE}?(?:{_NOUNS})(?! (?:er|blir|gir|fungerer|is|are|become)\b)\b", re.IGNORECASE)
_DONE = content_words(
    "gjennomført gjennomføring avholdt holdt utført utarbeidet laget levert ferdig fullført etablert opprettet innført startet ansatt "
    "sendt utviklet arrangert gjort tilbudt completed held carried delivered done conducted made established provided launched started "
    "developed performed organised organized finished implemented"
)


def doing(label: str) -> bool:
    """Whether a label begins as that of something that is done: with a verb for it, or with a course, a meeting or the like.

    >>> doing("Holde felles kurs"), doing("Ukentlige møter"), doing("Møtene er nyttige"), doing("Tettere samarbeid")
    (True, True, False, False)
    """
    return _DOING.match(label) is not None


def restates(label: str, activity: str) -> bool:
    """Whether a label says nothing but what an activity is called, and perhaps that it was done.

    >>> restates("Kurset er holdt", "Kurs for ansatte"), restates("Opplærte ansatte", "Kurs for ansatte")
    (True, False)
    """
    done = content_words(activity)
    more = [word for word in content_words(label) if word not in _DONE]
    return bool(done) and all(any(akin(word, other) for other in done) for word in more)

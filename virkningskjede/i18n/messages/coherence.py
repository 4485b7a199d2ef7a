"""What the rules say where one thing in a model does not go together with another: order, progress, what is beside the chain, numbers."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Message, say

MEASURING: Mapping[str, Message] = MappingProxyType(
    {
        "VK170": say(
            "warning",
            "`{id}` er ikke begynt (`{status}`), men noe er nådd av det: `{other}`",
            "`{id}` has not begun (`{status}`), but something has been reached of it: `{other}`",
            "Rett statusen, eller se etter om resultatet gjelder noe annet.",
            "Correct the status, or see whether the result is of something else.",
        ),
        "VK163": say(
            "warning",
            "Ingenting måles med indikatoren `{id}`",
            "Nothing is measured by the indicator `{id}`",
            "Nevn den under `indicators` på det den måler, eller fjern den.",
            "Name it under `indicators` on what it measures, or remove it.",
        ),
        "VK164": say(
            "info",
            "Indikatoren `{id}` sier verken hva som telles, eller hva det måles med",
            "The indicator `{id}` neither says what is counted nor what it is measured with",
            "Skriv `unit` eller `instrument`, hvis kilden sier det.",
            "Write `unit` or `instrument`, if the source says so.",
        ),
        "VK165": say(
            "warning",
            "`{id}` har mål, men ikke noe utgangspunkt å nå dem fra",
            "`{id}` has targets, but no baseline to reach them from",
            "Skriv `baseline`. Sier kilden ikke hvor det begynte, godta meldingen med `accept` og den grunnen.",
            "Write `baseline`. If the source does not say where it began, accept this with `accept` and that reason.",
        ),
        "VK166": say(
            "error",
            "Utgangspunktet ({baseline}) er ikke eldre enn det første målet ({target})",
            "The baseline ({baseline}) is no earlier than the first target ({target})",
            "Rett den datoen som er feil. Utgangspunktet er tallet før noe er gjort.",
            "Correct the date that is wrong. The baseline is the number before anything is done.",
        ),
        "VK167": say(
            "warning",
            "Resultatet ({date}) er eldre enn utgangspunktet til indikatoren ({baseline})",
            "The result ({date}) is earlier than the baseline of its indicator ({baseline})",
            "Rett den datoen som er feil. Er dette det første tallet, er det dette som er utgangspunktet.",
            "Correct the date that is wrong. If this is the first number, this is the baseline.",
        ),
        "VK168": say(
            "warning",
            "Resultatet er fra {date}, men beskrivelsen gjelder for {as_of}",
            "The result is of {date}, but the description holds for {as_of}",
            "Rett datoen, eller flytt `as_of` fram om beskrivelsen er holdt ved like.",
            "Correct the date, or move `as_of` on if the description has been kept up.",
        ),
        "VK169": say(
            "warning",
            "`{id}` skal være gjort {date}, etter at `{other}` er målt for siste gang ({measured})",
            "`{id}` is to be done {date}, after `{other}` is measured for the last time ({measured})",
            "Rett den datoen som er feil, eller fjern koblingen: det som måles før, kan ikke skyldes det som gjøres etter.",
            "Correct the date that is wrong, or remove the arrow: what is measured before cannot be due to what is done after.",
        ),
    }
)

ORDER: Mapping[str, Message] = MappingProxyType(
    {
        "VK221": say(
            "error",
            "`{id}` skal komme etter seg selv",
            "`{id}` is to come after itself",
            "Rett id-en under `after`, eller fjern den.",
            "Correct the id under `after`, or remove it.",
        ),
        "VK222": say(
            "error",
            "Hver av disse skal komme etter den neste: {nodes}",
            "Each of these is to come after the next: {nodes}",
            "Fjern den `after` i ringen som kilden ikke sier noe om.",
            "Remove the `after` in the circle that the source does not speak of.",
        ),
        "VK223": say(
            "error",
            "`{id}` skal komme etter `{other}`, men fører til det",
            "`{id}` is to come after `{other}`, but leads to it",
            "En årsak kommer ikke etter virkningen. Rett `after`, snu koblingen, eller skriv `feedback: true` på den som slår tilbake.",
            "A cause does not come after its effect. Correct `after`, turn the arrow, or write `feedback: true` on what feeds back.",
        ),
        "VK224": say(
            "warning",
            "Koblingen går fra `{source}` ({left}) til det som viser seg før: `{target}` ({entered})",
            "The arrow goes from `{source}` ({left}) to what shows before that: `{target}` ({entered})",
            "Snu koblingen, rett `level`, eller skriv `feedback: true` hvis virkningen faktisk slår tilbake.",
            "Turn the arrow, correct `level`, or write `feedback: true` if the effect really feeds back.",
        ),
        "VK225": say(
            "warning",
            "`{source}` (`{status}`) fører fortsatt til `{target}`",
            "`{source}` (`{status}`) still leads to `{target}`",
            "Fjern koblingen, eller rett `status`. Sier kilden at virkningen ventes likevel, godta meldingen med den grunnen.",
            "Remove the arrow, or correct `status`. If the source expects the effect all the same, accept this with that reason.",
        ),
        "VK226": say(
            "warning",
            "`{id}` (`{status}`) er kommet lenger enn alt som fører til det; lengst er `{source}` (`{other}`)",
            "`{id}` (`{status}`) has come further than everything that leads to it; the furthest is `{source}` (`{other}`)",
            "Rett `status` på den ene, eller tegn koblingen fra det som faktisk gjorde det.",
            "Correct `status` on one of them, or draw the arrow from what did in fact make it.",
        ),
        "VK227": say(
            "warning",
            "`{id}` skal bli det det alt er",
            "`{id}` is to become what it already is",
            "Rett `later`, eller fjern det.",
            "Correct `later`, or remove it.",
        ),
    }
)

BESIDE: Mapping[str, Message] = MappingProxyType(
    {
        "VK230": say(
            "warning",
            "`{id}` har frist {date}, før det som kommer før det: `{other}` har frist {due}",
            "`{id}` is due {date}, before what comes before it: `{other}` is due {due}",
            "Rett den fristen som er feil, eller rekkefølgen.",
            "Correct the deadline that is wrong, or the order.",
        ),
        "VK231": say(
            "warning",
            "`{id}` gjelder ikke noe i modellen",
            "`{id}` is about nothing in the model",
            "Skriv `{key}`: et ledd, en kobling, eller `whole` om det gjelder hele tiltaket.",
            "Write `{key}`: a node, an arrow, or `whole` if it is about the whole programme.",
        ),
        "VK232": say(
            "warning",
            "`{id}` skal motvirke `{other}`, som ikke er noe problem ({stage})",
            "`{id}` is meant to lower `{other}`, which is no problem ({stage})",
            "`addresses` er for problemer, hemmere og uønskede virkninger. Fører det til noe, tegn en kobling med `leads_to`.",
            "`addresses` is for problems, barriers and unwanted effects. If it leads to something, draw an arrow with `leads_to`.",
        ),
        "VK233": say(
            "warning",
            "`{id}` er både en fremmer og en hemmer (`{other}`)",
            "`{id}` is both an enabler and a barrier (`{other}`)",
            "Skriv hva ved det som fremmer, og hva som hemmer, eller fjern den ene.",
            "Write what about it that helps, and what that hinders, or remove one of them.",
        ),
    }
)

PLAUSIBLE: Mapping[str, Message] = MappingProxyType(
    {
        "VK508": say(
            "warning",
            "`{measures}` kan neppe være {number} {unit}",
            "`{measures}` can hardly be {number} {unit}",
            "Se etter et siffer for mye eller en annen enhet. Mer enn én stilling skrives i `fte`.",
            "Look for a digit too many or another unit. More than one post is written in `fte`.",
        ),
        "VK555": say(
            "warning",
            "En andel kan ikke være under 0 eller over 100 prosent",
            "A share cannot be below 0 or above 100 per cent",
            "Rett tallet eller enheten. Er det en endring og ingen andel, si det i navnet: «Økning i …».",
            "Correct the number or the unit. If it is a change and no share, say so in the label: “Increase in …”.",
        ),
        "VK556": say(
            "error",
            "Fordelingen blir {sum} til sammen, ikke {whole}",
            "The distribution adds up to {sum}, not {whole}",
            "Rett tallene, legg til svarene som mangler, for eksempel «vet ikke», eller rett `n`.",
            "Correct the numbers, add the answers that are missing, such as “don't know”, or correct `n`.",
        ),
        "VK557": say(
            "warning",
            "Resultatet er flere enn de {n} det er regnet av",
            "The result is more than the {n} that it is of",
            "Rett tallet eller `n`. Er `n` noe annet enn hvor mange som kunne telles, hører det hjemme i en `note`.",
            "Correct the number or `n`. If `n` is something else than how many could be counted, it belongs in a `note`.",
        ),
        "VK558": say(
            "warning",
            "`{measures}` stemmer ikke med `{one}` og `{other}`, som blir {number}",
            "`{measures}` does not agree with `{one}` and `{other}`, which come to {number}",
            "Rett det tallet som er feil. Er alle riktige, gjelder de ikke det samme: del leddet, eller si det i en `note`.",
            "Correct the number that is wrong. If all are right, they are not of the same thing: divide the node, or say so in a `note`.",
        ),
        "VK561": say(
            "error",
            "Målgruppen skal være `{name}`, men `{other}` nekter det",
            "The target group is to be `{name}`, but `{other}` denies it",
            "Les begge stedene på nytt, og fjern den ene. Er det to grupper, hører de hjemme i hver sin modell eller under `or`.",
            "Read both places again, and remove one. Two groups belong in a model each, or under `or`.",
        ),
        "VK562": say(
            "error",
            "Ingen kan være innenfor både denne grensen (`{measures}`) og den i `{other}`",
            "Nobody can be within both this limit (`{measures}`) and that in `{other}`",
            "Alle grensene gjelder samtidig. Rett den som er feil, eller skriv dem som én, fra den laveste til den høyeste.",
            "All limits hold at once. Correct the one that is wrong, or write them as one, from the lowest to the highest.",
        ),
        "VK807": say(
            "info",
            "`{measures}` ligger utenfor det malen `{template}` sier",
            "`{measures}` lies outside what the template `{template}` says",
            "Les stedet på nytt. Er det riktig, er avviket verdt å vite; lar malen det stå åpent, si det der (`free`).",
            "Read the place again. If it is right, the difference is worth knowing; if the template leaves it open, say so (`free`).",
        ),
    }
)

COHERENCE: Mapping[str, Message] = MappingProxyType({**MEASURING, **ORDER, **BESIDE, **PLAUSIBLE})

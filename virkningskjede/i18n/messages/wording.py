"""What the rules say that ask of words and of shapes: notes, which never prove anything."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Message, say

WORDING: Mapping[str, Message] = MappingProxyType(
    {
        "VK219": say(
            "info",
            "`{id}` har kobling til alle de {count} leddene på ett trinn ({stage})",
            "`{id}` has an arrow to all {count} nodes of one stage ({stage})",
            "Behold dem kilden sier noe om. Kommer alt av alt som gjøres, skriv `cause: together` på virkningene i stedet.",
            "Keep those that the source speaks of. If all comes of all that is done, write `cause: together` on the outcomes instead.",
        ),
        "VK220": say(
            "info",
            "Alle de {count} leddene på ett trinn ({stage}) har kobling til `{id}`",
            "All {count} nodes of one stage ({stage}) have an arrow to `{id}`",
            "Behold dem kilden sier noe om. Er `{id}` et mål for helheten, skriv `cause: whole`; kommer det av alt som gjøres, `together`.",
            "Keep those that the source speaks of. If `{id}` is an aim of the whole, write `cause: whole`; if it comes of all, `together`.",
        ),
        "VK234": say(
            "info",
            "Forskningen på koblingen fra `{source}` til `{target}` taler imot den, og ingenting sier hvorfor den står der likevel",
            "The research on the arrow from `{source}` to `{target}` goes against it, and nothing says why it stands all the same",
            "Skriv `note` på koblingen eller funnet, pek på en antakelse, eller fjern koblingen hvis kilden ikke har den.",
            "Write a `note` on the arrow or the finding, point to an assumption, or remove the arrow if the source does not have it.",
        ),
        "VK235": say(
            "info",
            "`{work}` står i to funn om samme kobling ({one}; {other}), og ingenting skiller dem",
            "`{work}` is in two findings on one arrow ({one}; {other}), and nothing sets them apart",
            "Slå dem sammen, eller si hva som skiller dem: hvem de gjelder, hva som ble studert, eller en `note`.",
            "Merge them, or say what sets them apart: whom they are about, what was studied, or a `note`.",
        ),
        "VK603": say(
            "info",
            "`{id}` ({stage}) har et navn som begynner som en virkning: «{word}»",
            "`{id}` ({stage}) has a label that begins as that of an outcome: “{word}”",
            "Si hva som gjøres eller lages. Er det en endring, hører det hjemme blant virkningene.",
            "Say what is done or made. If it is a change, it belongs among the outcomes.",
        ),
        "VK604": say(
            "info",
            "`{id}` sier ikke hvem som gjør den, men navnet begynner med aktøren `{actor}`",
            "`{id}` does not say who does it, but its label begins with the actor `{actor}`",
            "Skriv `who: {{do: [{actor}]}}`, om det er den som gjør det.",
            "Write `who: {{do: [{actor}]}}`, if that is who does it.",
        ),
        "VK605": say(
            "info",
            "Id-en `{id}` skiller seg fra `{other}` med én bokstav",
            "The id `{id}` differs from `{other}` by one letter",
            "Er det samme ting, slå dem sammen. Er det to, gi den ene en id som ikke kan forveksles.",
            "If they are one thing, merge them. If they are two, give one of them an id that cannot be mistaken.",
        ),
        "VK606": say(
            "info",
            "Virkningen `{id}` er ønsket, men navnet sier mer av noe dårlig eller mindre av noe godt",
            "The outcome `{id}` is wished for, but its label says more of a bad thing or less of a good one",
            "Se etter om navnet er snudd. Er virkningen ikke ønsket, skriv `unwanted: true`.",
            "See whether the label is turned round. If nobody wishes for it, write `unwanted: true`.",
        ),
        "VK905": say(
            "info",
            "{accepted} er godtatt med en grunn på så få ord at den knapt er noen: «{reason}»",
            "{accepted} is accepted with a reason of so few words that it hardly is one: “{reason}”",
            "Skriv hva i kilden eller tiltaket som gjør at det er riktig slik.",
            "Write what in the source or the programme makes it right as it is.",
        ),
    }
)

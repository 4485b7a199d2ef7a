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
        "VK228": say(
            "info",
            "Koblingen fra `{source}` til `{target}` går fra en innsatsfaktor rett til en virkning, og kilden sier det ikke",
            "The arrow from `{source}` to `{target}` goes from an input straight to an outcome, and the source does not say so",
            "Tegn det som gjøres med innsatsfaktoren, og det som kommer av det, i mellom. Sier kilden det slik, skriv stedet (`at`).",
            "Draw what is done with the input, and what comes of that, in between. If the source says it so, write the place (`at`).",
        ),
        "VK229": say(
            "info",
            "Tilbakekoblingen fra `{source}` til `{target}` står ikke i kilden",
            "The feedback from `{source}` to `{target}` is not stated in the source",
            "Skriv hvor kilden sier det (`at`), eller hvorfor den likevel skal være der (`note`). Er det ingen grunn, fjern den.",
            "Write where the source says so (`at`), or why it is to be there all the same (`note`). If there is no reason, remove it.",
        ),
        "VK236": say(
            "info",
            "Funnet har ikke noe sted: det står ikke hvor det er lest",
            "The finding has no place: it does not say where it was read",
            "Skriv `at`: hvor i kilden, eller i arbeidet, funnet står.",
            "Write `at`: where in the source, or in the work, the finding stands.",
        ),
        "VK237": say(
            "info",
            "Funnet gjelder andre enn målgruppen: {names}",
            "The finding is about others than the target group: {names}",
            "Si i en `note` hvorfor det likevel gjelder her, eller sett `finding` til det som er vist for målgruppen.",
            "Say in a `note` why it holds here all the same, or let `finding` be what has been shown for the target group.",
        ),
        "VK238": say(
            "info",
            "{count} koblinger har samme mekanisme, ord for ord",
            "{count} arrows have the same mechanism, word for word",
            "Si for hver av dem hva ved det ene som gir det andre. Vet kilden det ikke, stryk `because`.",
            "Say for each of them what in the one gives the other. If the source does not know, delete `because`.",
        ),
        "VK239": say(
            "info",
            "`{id}` og `{other}` har samme begrep, samme nivå og samme årsaker",
            "`{id}` and `{other}` have the same term, the same level and the same causes",
            "Er det én virkning, slå dem sammen. Er det to, si forskjellen med navn, begrep eller koblinger.",
            "If it is one outcome, merge them. If it is two, tell them apart by label, term or arrows.",
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
        "VK607": say(
            "info",
            "Produktet `{id}` sier bare at aktiviteten `{other}` er gjort",
            "The output `{id}` only says that the activity `{other}` was done",
            "Si hva som finnes når det er gjort. Blir det ingenting annet, kan koblingene gå rett fra aktiviteten.",
            "Say what is there when it has been done. If nothing else comes of it, the arrows can leave the activity itself.",
        ),
        "VK608": say(
            "info",
            "Virkningen `{id}` har et navn som noe som gjøres",
            "The outcome `{id}` is called as something that is done",
            "Si hva som endrer seg, og hos hvem. Er det noe som gjøres, hører det hjemme blant aktivitetene.",
            "Say what changes, and for whom. If it is something that is done, it belongs among the activities.",
        ),
        "VK609": say(
            "info",
            "`{id}` gjøres av dem som ellers får, for dem som ellers gjør",
            "`{id}` is done by those who elsewhere receive, for those who elsewhere do",
            "Se etter om `do` og `for` er byttet om.",
            "See whether `do` and `for` have been exchanged.",
        ),
        "VK610": say(
            "info",
            "Navnet til `{id}` har ordene til det smalere begrepet `{other}`, men begrepet er `{term}`",
            "The label of `{id}` has the words of the narrower term `{other}`, but the term is `{term}`",
            "Bruk det smaleste begrepet som passer.",
            "Use the narrowest term that fits.",
        ),
        "VK611": say(
            "info",
            "Navnet til `{id}` sier to endringer",
            "The label of `{id}` names two changes",
            "Del virkningen i to: den ene kan komme uten den andre, og de måles hver for seg.",
            "Divide the outcome in two: one can come without the other, and each is measured by itself.",
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

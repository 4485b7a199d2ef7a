"""What is said of fields that do not fit the format: family VK1."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Message, say

FORM: Mapping[str, Message] = MappingProxyType(
    {
        "VK101": say(
            "error",
            "Ukjent nøkkel `{key}`{likely}",
            "Unknown key `{key}`{likely}",
            "Her kan disse stå: {known}.",
            "These can stand here: {known}.",
        ),
        "VK102": say(
            "error",
            "Nøkkelen `{key}` mangler",
            "The key `{key}` is missing",
            "Legg den til.",
            "Add it.",
        ),
        "VK103": say(
            "error",
            "Her ventes {expected}, men det står {found}",
            "Expected {expected} here, but found {found}",
            "{example}.",
            "{example}.",
        ),
        "VK104": say(
            "error",
            "`{value}` er ikke {expected}",
            "`{value}` is not {expected}",
            "Skriv hele tall som 12, desimaltall som 0.5 (punktum, ingen mellomrom) og sant/usant som true eller false.",
            "Write whole numbers as 12, decimals as 0.5 (a point, no spaces), and true or false as such.",
        ),
        "VK105": say(
            "error",
            "`{value}` er ikke en dato",
            "`{value}` is not a date",
            "Skriv år-måned-dag, år-måned eller år: 2024-12-16, 2024-12 eller 2024; fra og til med / imellom: 2023-08/2024-06.",
            "Write year-month-day, year-month or year: 2024-12-16, 2024-12 or 2024; from and to with / between: 2023-08/2024-06.",
        ),
        "VK106": say(
            "error",
            "`{value}` er ikke et av valgene{likely}",
            "`{value}` is not one of the choices{likely}",
            "Velg en av disse: {known}.",
            "Choose one of these: {known}.",
        ),
        "VK107": say(
            "error",
            "`{value}` er ikke en gyldig id",
            "`{value}` is not a valid id",
            "Bruk bare små bokstaver a–z, sifre og bindestrek.",
            "Use only the letters a-z, digits and hyphens.",
        ),
        "VK108": say(
            "error",
            "`{value}` er ikke et sted i en kilde",
            "`{value}` is not a place in a source",
            'Skriv avsnitt og setning, som "2.2.4:9,11-12", med kilden foran hvis den er en annen: "rapport#3.1:4".',
            'Write section and sentence, as in "2.2.4:9,11-12", with the source in front if it is another: "report#3.1:4".',
        ),
        "VK109": say(
            "error",
            "Teksten er tom, har mellomrom i endene, flere linjer eller tegn som ikke kan vises: `{value}`",
            "The text is empty, has spaces at its ends, several lines, or characters that cannot be shown: `{value}`",
            "Skriv teksten på én linje, uten styretegn og uten mellomrom først og sist.",
            "Write the text on one line, without control characters and without spaces first or last.",
        ),
        "VK110": say(
            "error",
            "Formatversjon `{value}` kan ikke leses; denne utgaven leser versjon 1",
            "Format version `{value}` cannot be read; this release reads version 1",
            "Skriv `virkningskjede: 1` øverst, eller installer en nyere utgave.",
            "Write `virkningskjede: 1` at the top, or install a newer release.",
        ),
        "VK111": say(
            "error",
            "Mengden sier for lite eller for mye: {found}",
            "The amount says too little or too much: {found}",
            "Bruk én av formene: value; min og/eller max; above og/eller below; approx; words; varies; same_as; for en frist også date.",
            "Use one of the forms: value; min and/or max; above and/or below; approx; words; varies; same_as; for a deadline date too.",
        ),
        "VK112": say(
            "error",
            "Nøkkelen `{key}` har ingen verdi",
            "The key `{key}` has no value",
            "Gi den en verdi eller fjern den.",
            "Give it a value or remove it.",
        ),
        "VK113": say(
            "error",
            "Filslaget `{value}` kan ikke brukes her{likely}",
            "A file of kind `{value}` cannot be used here{likely}",
            "Slagene er: {known}.",
            "The kinds are: {known}.",
        ),
        "VK114": say(
            "error",
            "`{value}` er ikke en kobling eller et ledd",
            "`{value}` is not an arrow or a node",
            "Skriv en id, eller en kobling som «a -> b».",
            'Write an id, or an arrow as "a -> b".',
        ),
        "VK115": say(
            "error",
            "Lesningen under `or` passer ikke her: {reason}",
            "The reading under `or` does not fit here: {reason}",
            "Skriv `absent`, eller nøkler som leddet selv kan ha, med andre verdier.",
            "Write `absent`, or keys that the entry itself can have, with other values.",
        ),
        "VK116": say(
            "error",
            "`{key}` er tom",
            "`{key}` is empty",
            "Her må det stå minst én ting. Fyll den ut, eller ta bort filen eller delen den står i.",
            "At least one thing must stand here. Fill it in, or remove the file or the part that it stands in.",
        ),
        "VK117": say(
            "error",
            "`{value}` er ikke et mulig antall: det minste er {low}, og det største {high}",
            "`{value}` is not a possible number: the least is {low} and the greatest {high}",
            "Skriv hvor mange det er i virkeligheten, eller fjern nøkkelen.",
            "Write how many there really are, or remove the key.",
        ),
        "VK147": say(
            "error",
            "Et ledd kan ikke ha id-en `{id}`: slik kalles en del av modellen der noe vises til",
            "No entry can have the id `{id}`: it is what references call a part of the model",
            "Gi leddet en annen id, som `{id}-1`, og skriv den der leddet er nevnt.",
            "Give the entry another id, such as `{id}-1`, and write that where the entry is named.",
        ),
        "VK160": say(
            "error",
            "Målene står ikke etter dato: {dates}",
            "The targets are not in the order of their dates: {dates}",
            "Skriv dem med det tidligste først, og gi hvert av dem en dato som slutter senere enn den forrige.",
            "Write them with the earliest first, and give each a date that ends later than the one before.",
        ),
    }
)

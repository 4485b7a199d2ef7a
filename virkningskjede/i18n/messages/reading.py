"""What the reader says of bytes and YAML: family VK0."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Message, say

READING: Mapping[str, Message] = MappingProxyType(
    {
        "VK001": say(
            "error",
            "Filen er ikke gyldig UTF-8{likely}",
            "The file is not valid UTF-8{likely}",
            "Åpne filen i programmet den er skrevet i, velg «Lagre som» og tegnkodingen UTF-8, og se over æ, ø og å etterpå.",
            "Open the file in the program that it was written in, choose “Save as” and UTF-8, and look over the Norwegian letters.",
        ),
        "VK002": say(
            "error",
            "YAML-en kan ikke leses: {problem}",
            "The YAML cannot be read: {problem}",
            "Se etter feil innrykk, tabulator, manglende kolon eller anførselstegn ved dette stedet.",
            "Look for wrong indentation, a tab, a missing colon or quote near this place.",
        ),
        "VK003": say(
            "error",
            "Filen er større enn grensen på {limit}",
            "The file is larger than the limit of {limit}",
            "Del filen i flere modeller.",
            "Split the file into several models.",
        ),
        "VK004": say(
            "error",
            "Lister og nøkler er nøstet dypere enn grensen på {limit} nivåer",
            "Lists and mappings are nested deeper than the limit of {limit} levels",
            "En virkningskjede trenger aldri så mange nivåer. Se etter en klamme eller parentes som ikke er lukket.",
            "No logic model needs that many levels. Look for a bracket or brace that is never closed.",
        ),
        "VK005": say(
            "error",
            "Nøkkelen `{key}` står to ganger: på linje {first} og linje {line}",
            "The key `{key}` stands twice: on line {first} and on line {line}",
            "Behold den ene. Andre programmer ville stille og rolig brukt den siste.",
            "Keep one of them. Other programs would silently take the last.",
        ),
        "VK006": say(
            "error",
            "Ankere og henvisninger i YAML er ikke tillatt: `{name}`",
            "YAML anchors and aliases are not allowed: `{name}`",
            "Skriv innholdet helt ut der det gjelder.",
            "Write the content out where it applies.",
        ),
        "VK007": say(
            "error",
            "Typemerker i YAML er ikke tillatt: `{tag}`",
            "YAML tags are not allowed: `{tag}`",
            "Fjern merket. Feltet bestemmer selv hva teksten betyr.",
            "Remove the tag. The field itself decides what the text means.",
        ),
        "VK008": say(
            "error",
            "Filen har mer enn ett dokument",
            "The file holds more than one document",
            "Fjern skillet `---`, eller legg det andre dokumentet i en egen fil.",
            "Remove the `---` separator, or move the second document to a file of its own.",
        ),
        "VK009": say(
            "error",
            "Flettenøkkelen `<<` er ikke tillatt",
            "The merge key `<<` is not allowed",
            "Skriv nøklene helt ut.",
            "Write the keys out.",
        ),
        "VK010": say(
            "error",
            "Filen er tom",
            "The file is empty",
            "Begynn med `virkningskjede: 1` og `kind:`, eller lag en modell med `virkningskjede new`.",
            "Begin with `virkningskjede: 1` and `kind:`, or make a model with `virkningskjede new`.",
        ),
        "VK011": say(
            "error",
            "Øverst i filen står {found}, ikke nøkler med verdier",
            "The top of the file is {found}, not keys with values",
            "Begynn filen med `virkningskjede: 1` på en linje for seg selv.",
            "Begin the file with `virkningskjede: 1` on a line of its own.",
        ),
        "VK012": say(
            "error",
            "Filen kan ikke leses: {reason}",
            "The file cannot be read: {reason}",
            "{advice}.",
            "{advice}.",
        ),
        "VK013": say(
            "error",
            "Nøkkelen `{key}` på linje {line} ser ut som den på linje {first}, men er skrevet med andre tegn",
            "The key `{key}` on line {line} looks like the one on line {first} but is written with other characters",
            "Skriv bokstaver med aksent på samme måte begge steder.",
            "Write accented letters the same way in both places.",
        ),
        "VK014": say(
            "error",
            "En nøkkel må være tekst, ikke en liste eller flere nøkler",
            "A key must be text, not a list or a mapping",
            "Sett anførselstegn rundt teksten hvis den begynner med en klamme.",
            "Quote the text if it begins with a bracket or a brace.",
        ),
        "VK015": say(
            "error",
            "{count} meldinger til om denne filen er utelatt (grensen er {limit})",
            "{count} more messages about this file are left out (the limit is {limit})",
            "Rett de første og kjør på nytt.",
            "Mend the first ones and run again.",
        ),
        "VK016": say(
            "error",
            "Filen har flere enn {limit} nøkler og verdier",
            "The file has more than {limit} keys and values",
            "Del filen i flere modeller.",
            "Split the file into several models.",
        ),
        "VK017": say(
            "error",
            "YAML-direktiver (`%`) er ikke tillatt",
            "YAML directives (`%`) are not allowed",
            "Fjern linjen som begynner med `%`.",
            "Remove the line that begins with `%`.",
        ),
        "VK018": say(
            "error",
            "`{key}` står uten kolon og verdi",
            "`{key}` stands without a colon and a value",
            "Skriv `nøkkel: verdi`. Er det en tekst med komma i, sett anførselstegn rundt hele teksten.",
            "Write `key: value`. If it is a text with a comma in it, put quotes around the whole text.",
        ),
        "VK019": say(
            "error",
            "I `{text}` står et tegn som ikke synes: {character}",
            "In `{text}` stands a character that does not show: {character}",
            "Slett tegnet, og skriv et vanlig mellomrom hvis det skal være et der.",
            "Delete the character, and write an ordinary space if there should be one.",
        ),
        "VK020": say(
            "warning",
            "Anførselstegnene {opening} og {closing} blir med i teksten",
            "The quotation marks {opening} and {closing} become part of the text",
            'Bruk rette anførselstegn, ", rundt teksten.',
            'Use straight quotes, ", around the text.',
        ),
        "VK021": say(
            "warning",
            "Teksten slutter før `{cut}`: det som står etter #, er en kommentar og blir ikke lest",
            "The text ends before `{cut}`: what stands after # is a comment and is not read",
            "Sett anførselstegn rundt teksten hvis # hører til den.",
            "Put quotes around the text if # belongs to it.",
        ),
        "VK022": say(
            "error",
            "Det mangler et mellomrom etter kolonet i `{key}`",
            "There is no space after the colon in `{key}`",
            "Skriv `nøkkel: verdi`, med mellomrom etter kolonet.",
            "Write `key: value`, with a space after the colon.",
        ),
    }
)

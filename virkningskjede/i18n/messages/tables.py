"""What is said of tables that are read: part of family VK0."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Message, say

TABLES: Mapping[str, Message] = MappingProxyType(
    {
        "VK031": say(
            "error",
            "Tabellen kan ikke leses: {reason}",
            "The table cannot be read: {reason}",
            "Lagre tabellen på nytt, som .xlsx, .docx eller .csv.",
            "Save the table again, as .xlsx, .docx or .csv.",
        ),
        "VK032": say(
            "error",
            "Flere tabeller her kan leses: {known}",
            "Several tables here can be read: {known}",
            'Si hvilken med `--sheet`, for eksempel `--sheet "{name}"`.',
            'Say which with `--sheet`, for instance `--sheet "{name}"`.',
        ),
        "VK033": say(
            "error",
            "Overskriftene sier ikke hva slags tabell det er. De er: {headings}. Kjent av dem: {good}",
            "The headings do not say what kind of table it is. They are: {headings}. Known among them: {good}",
            "{layout}.",
            "{layout}.",
        ),
        "VK034": say(
            "error",
            "`{value}` er ikke {what}{likely}",
            "`{value}` is not {what}{likely}",
            "Disse kan stå her: {known}.",
            "These can stand here: {known}.",
        ),
        "VK035": say(
            "error",
            "`{name}` viser ikke til ett ledd: {why}",
            "`{name}` does not refer to one node: {why}",
            "Skriv teksten eller id-en til en annen rad, slik den står der.",
            "Write the text or the id of another row, as it stands there.",
        ),
        "VK036": say(
            "error",
            "Id-en {id} er brukt om to ulike ledd: «{label}», og «{other}» i {first}",
            "The id {id} is used of two nodes: “{label}”, and “{other}” in {first}",
            "Gi det ene leddet en annen id.",
            "Give one of the nodes another id.",
        ),
        "VK037": say(
            "error",
            "Tabellen har koblinger, men sier ikke hvilket trinn leddene står på",
            "The table has arrows, but does not say at which stage the nodes stand",
            "Legg til kolonnene Fra trinn og Til trinn, eller lag en rad for hvert ledd med Trinn, Tekst og Fører til.",
            "Add the columns From stage and To stage, or make a row for each node with Stage, Label and Leads to.",
        ),
        "VK038": say(
            "warning",
            "{what} er ikke lest: {why}",
            "{what} was not read: {why}",
            "Rett ruten i tabellen og les den på nytt, eller skriv det inn i filen.",
            "Mend the cell in the table and read it again, or write it in the file.",
        ),
        "VK039": say(
            "info",
            "Ikke lest: {what}",
            "Not read: {what}",
            "Gi kolonnen en overskrift som er kjent, om den skal være med.",
            "Give the column a heading that is known, if it is to be read.",
        ),
        "VK040": say(
            "info",
            "Lest slik: {what}",
            "Read so: {what}",
            "Se om det stemmer, og rett filen om det ikke gjør det.",
            "See whether it is right, and mend the file if it is not.",
        ),
        "VK041": say(
            "info",
            "Koblinger: {what}",
            "Arrows: {what}",
            "Se i filen under `leads_to`.",
            "Look in the file under `leads_to`.",
        ),
    }
)
"""Code -> message."""

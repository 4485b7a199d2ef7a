"""Words that every part of the interface uses: severities, stages, statuses, shapes of values."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.catalogue.text import Text

COMMON: Mapping[str, Text] = MappingProxyType(
    {
        "severity.error": Text("feil", "error"),
        "severity.warning": Text("advarsel", "warning"),
        "severity.info": Text("merknad", "info"),
        "likely": Text("; mente du `{guess}`?", "; did you mean `{guess}`?"),
        "unreadable.missing": Text("den finnes ikke", "it does not exist"),
        "unreadable.not_regular": Text("den er ikke en vanlig fil", "it is not a regular file"),
        "unreadable.permission": Text("den er sperret for deg", "you may not read it"),
        "unreadable.outside": Text("den ligger utenfor rotmappen", "it lies outside the root folder"),
        "unreadable.failed": Text("operativsystemet sa nei", "the operating system refused"),
        "form.mapping": Text("nøkler med verdier", "keys with values"),
        "form.list": Text("en liste", "a list"),
        "form.text": Text("tekst", "text"),
        "form.nothing": Text("ingenting", "nothing"),
        "form.integer": Text("et helt tall", "a whole number"),
        "form.number": Text("et tall", "a number"),
        "form.flag": Text("true eller false", "true or false"),
        "stage.context": Text("Bakgrunn", "Context"),
        "stage.inputs": Text("Innsatsfaktorer", "Inputs"),
        "stage.activities": Text("Aktiviteter", "Activities"),
        "stage.outputs": Text("Produkter og tjenester", "Outputs"),
        "stage.outcomes": Text("Virkninger", "Outcomes"),
        "level.service": Text("Virkninger i tjenestene", "Effects in the services"),
        "level.partner": Text("Virkninger hos partnere", "Effects among partners"),
        "level.user": Text("Brukereffekter", "User effects"),
        "level.society": Text("Samfunnseffekter", "Effects on society"),
        "section.barriers": Text("Hemmere", "Barriers"),
        "section.enablers": Text("Fremmere", "Enablers"),
        "section.assumptions": Text("Antakelser", "Assumptions"),
        "section.open_questions": Text("Åpne spørsmål", "Open questions"),
        "section.target_group": Text("Målgruppe", "Target group"),
        "section.recruitment": Text("Rekruttering", "Recruitment"),
        "section.indicators": Text("Indikatorer", "Indicators"),
        "section.results": Text("Resultater", "Results"),
        "section.ambiguities": Text("Tvetydigheter", "Ambiguities"),
        "section.dose": Text("Omfang", "Dose"),
        "status.needed": Text("trengs", "needed"),
        "status.considered": Text("vurderes", "considered"),
        "status.planned": Text("planlagt", "planned"),
        "status.started": Text("startet", "started"),
        "status.in_use": Text("i bruk", "in use"),
        "status.completed": Text("gjennomført", "completed"),
        "status.dropped": Text("droppet", "dropped"),
        "or.field": Text("leddet har ikke nøkkelen `{key}`", "the entry has no key `{key}`"),
    }
)

"""Words of pictures: headings, legend, captions."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.catalogue.text import Text

PICTURE: Mapping[str, Text] = MappingProxyType(
    {
        "picture.service_and_partner": Text("Virkninger: tjenester og partnere", "Effects: services and partners"),
        "picture.letter.barrier": Text("H", "B"),
        "picture.letter.enabler": Text("F", "E"),
        "picture.letter.assumption": Text("A", "A"),
        "picture.letter.evidence": Text("K", "R"),
        "picture.about.whole": Text("gjelder helheten", "about the whole"),
        "picture.about.recruitment": Text("gjelder rekrutteringen", "about recruitment"),
        "picture.about.target_group": Text("gjelder målgruppen", "about the target group"),
        "picture.finding.supports": Text("forskning støtter", "research supports this"),
        "picture.finding.mixed": Text("blandede funn", "mixed findings"),
        "picture.finding.no_effect": Text("ingen virkning funnet", "no effect found"),
        "picture.finding.contradicts": Text("forskning taler imot", "research speaks against this"),
        "picture.legend.firm": Text("I gang, gjennomført eller uten oppgitt status", "Under way, completed, or no status given"),
        "picture.legend.intended": Text("Trengs, vurderes eller er planlagt", "Needed, considered or planned"),
        "picture.legend.dropped": Text("Droppet", "Dropped"),
        "picture.legend.whole": Text("Mål for helheten, uten én bestemt årsak", "Aim of the whole, with no single cause"),
        "picture.legend.required": Text("Kreves av piloter som følger modellen", "Required of pilots that follow the model"),
        "picture.legend.stated": Text("Sammenheng som kilden oppgir", "Connection that the source states"),
        "picture.legend.inferred": Text("Sammenheng som er tolket fram", "Connection that is inferred"),
        "picture.legend.feedback": Text("Tilbakevirkning", "Feedback"),
        "picture.legend.doubt": Text("Kan leses på flere måter", "Can be read in more than one way"),
        "picture.source": Text("Kilde: {source}", "Source: {source}"),
        "picture.as_of": Text("Per {date}", "As of {date}"),
        "picture.formats": Text(
            "Bilder tegnes som .svg, .png, .pdf, .dot eller .mmd; «{name}» ender ikke på noen av dem.",
            "Pictures are drawn as .svg, .png, .pdf, .dot or .mmd; “{name}” ends in none of these.",
        ),
        "picture.not_written": Text("Kan ikke skrive {name}: {reason}", "Cannot write {name}: {reason}"),
        "picture.timeout": Text(
            "Tegningen ble ikke ferdig på {seconds} sekunder. Del virkningskjeden i flere, eller lagre den som .dot eller .mmd.",
            "The drawing was not finished in {seconds} seconds. Split the model, or save it as .dot or .mmd.",
        ),
        "picture.no_fonts": Text(
            "Maskinen har ingen skrifter å tegne med. Installer en, for eksempel pakken fonts-dejavu-core, eller lagre som .svg.",
            "This machine has no fonts to draw with. Install one, such as the package fonts-dejavu-core, or save as .svg.",
        ),
        "picture.crashed": Text(
            "Tegneprogrammet stoppet ({reason}). Kontroller at pygraphviz 2 eller nyere er installert, eller lagre som .dot eller .mmd.",
            "The drawing program stopped ({reason}). Check that pygraphviz 2 or later is installed, or save as .dot or .mmd.",
        ),
        "picture.refused": Text(
            "Tegneprogrammet godtok ikke tegningen: {reason}. Lagre som .dot for å se den, eller som .mmd.",
            "The drawing program did not accept the drawing: {reason}. Save as .dot to look at it, or as .mmd.",
        ),
        "picture.empty": Text(
            "Tegneprogrammet ga ikke noe bilde. Kontroller at pygraphviz 2 eller nyere er installert, eller lagre som .dot eller .mmd.",
            "The drawing program gave no picture. Check that pygraphviz 2 or later is installed, or save as .dot or .mmd.",
        ),
        "picture.counts": Text("{nodes} bokser, {links} piler", "{nodes} boxes, {links} arrows"),
    }
)

"""Words of a model held against its template."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Text

TEMPLATE: Mapping[str, Text] = MappingProxyType(
    {
        "template.title": Text("{model} holdt mot {template}", "{model} against {template}"),
        "template.required": Text(
            "{model} følger {template}. Av det malen krever, nevner teksten {yes} av {count}.",
            "{model} follows {template}. Of what the template requires, the text mentions {yes} of {count}.",
        ),
        "template.described": Text(
            "Av det malen ellers beskriver, nevner den {yes} av {count}.",
            "Of what the template otherwise describes, it mentions {yes} of {count}.",
        ),
        "template.described.only": Text(
            "{model} følger {template}, som ikke krever noe uttrykkelig. Av det malen beskriver, nevner teksten {yes} av {count}.",
            "{model} follows {template}, which requires nothing outright. Of what the template describes, the text mentions {yes} of "
            "{count}.",
        ),
        "template.silence": Text(
            "Det som ikke er nevnt, kan finnes likevel: taushet er ikke et nei.",
            "What is not mentioned may be there all the same: silence is not a no.",
        ),
        "template.arrows": Text(
            "Malen har {links} mellom ledd som begge har; {model} har {made} av dem.",
            "The template has {links} between nodes that both have; {model} has {made} of them.",
        ),
        "template.unknown": Text(
            "Uten begrep å kjennes igjen på, og derfor ikke regnet med: {names}.",
            "Without a term to be known by, and so left out of the count: {names}.",
        ),
        "template.heading.required": Text("Det malen krever", "What the template requires"),
        "template.heading.described": Text("Det malen ellers beskriver", "What the template otherwise describes"),
        "template.heading.otherwise": Text("Annerledes enn i malen", "Otherwise than in the template"),
        "template.heading.free": Text("Det malen lar stå åpent", "What the template leaves free"),
        "template.heading.beyond": Text("Ut over malen", "Beyond the template"),
        "template.column.what": Text("I malen", "In the template"),
        "template.column.how": Text("Hva", "What"),
        "template.column.actor": Text("Aktør som malen ikke nevner", "Party that the template does not mention"),
        "template.column.where": Text("Ledd", "Nodes"),
        "template.column.stage": Text("Trinn", "Stage"),
        "template.status": Text("{name} ({status})", "{name} ({status})"),
        "template.silent": Text("ikke nevnt", "not mentioned"),
        "template.inherited": Text("ikke nevnt; malens avgrensning kan gjelde", "not mentioned; the template's limit may hold"),
        "template.elsewhere": Text("nevnt bare under {place}: {names}", "mentioned only under {place}: {names}"),
        "template.unmentioned": Text("Ikke nevnt: {names}.", "Not mentioned: {names}."),
        "template.unsure": Text(
            "* En annen lesning av teksten kunne gitt et annet svar.", "* Another reading of the text could have given another answer."
        ),
        "template.without": Text("nevner ikke {names}", "does not mention {names}"),
        "template.open": Text("åpent spørsmål", "open question"),
        "template.open.silent": Text("ikke sagt", "not said"),
        "template.maybe": Text("{actor} (kanskje)", "{actor} (perhaps)"),
    }
)
"""Every word of templates by key."""

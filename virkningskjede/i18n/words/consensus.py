"""Words of ``consensus``: many models as one chain, and that chain against a template."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Text

CONSENSUS: Mapping[str, Text] = MappingProxyType(
    {
        "help.consensus": Text(
            "Samle mange modeller i én kjede etter begrep: hvor mange og hvilke som har hvert ledd og hver kobling. Med -o FIL.svg tegnes "
            "den (også png, pdf, dot og mmd).",
            "Put many models together in one chain by terms: how many and which have each node and arrow. With -o FILE.svg it is drawn "
            "(png, pdf, dot and mmd too).",
        ),
        "help.option.min": Text(
            "Ta bare med det som minst så mange modeller sikkert har: den nedre enden av tallet. 0 tar med alt.",
            "Keep only what at least so many models surely have: the lower end of the count. 0 keeps all.",
        ),
        "help.option.fold": Text(
            "Regn et snevrere begrep som det videste det er en slags.", "Count a narrower term as the broadest that it is a kind of."
        ),
        "help.option.against": Text(
            "Hold kjeden opp mot en mal: hva i malen lager modellene, og hva lager de som malen mangler?",
            "Hold the chain against a template: what of it do the models make, and what do they make that it lacks?",
        ),
        "help.option.explain.consensus": Text(
            "Skriv hva hvert ledd og hver kobling hviler på i hver modell, med sted i kilden.",
            "Print what each node and arrow rests on in each model, with its place in the source.",
        ),
        "error.no_arrow": Text(
            "{model} har ingen kobling {source} -> {to} mellom ledd med begrep",
            "{model} has no arrow {source} -> {to} between nodes with terms",
        ),
        "merged.title.one": Text("Virkningskjeden etter begrep: {model}", "The chain by terms: {model}"),
        "merged.title": Text("Samlet virkningskjede for {models} modeller", "Common chain of {models} models"),
        "merged.title.min": Text(
            "Samlet virkningskjede for {models} modeller: det minst {min} av dem sikkert har",
            "Common chain of {models} models: what is surely in at least {min} of them",
        ),
        "merged.title.against": Text("{chain}, holdt opp mot {template}", "{chain}, held against {template}"),
        "merged.size": Text("{nodes} og {links}.", "{nodes} and {links}."),
        "merged.nodes": Text("Ledd", "Nodes"),
        "merged.links": Text("Koblinger", "Arrows"),
        "merged.node": Text("Ledd", "Node"),
        "merged.link": Text("Kobling", "Arrow"),
        "merged.place": Text("Trinn", "Stage"),
        "head.count": Text("Antall", "Count"),
        "head.stated": Text("Står i kilden", "Stated"),
        "head.inferred": Text("Tolket", "Inferred"),
        "merged.models": Text("Modeller", "Models"),
        "merged.model": Text("Modell", "Model"),
        "merged.model.label": Text("Modellens navn", "Name of the model"),
        "merged.kind": Text("Gruppe", "Group"),
        "merged.id": Text("Id", "Id"),
        "merged.label": Text("Navn", "Label"),
        "merged.coded": Text("Kodet slik", "Coded so"),
        "merged.sure": Text("Sikkert", "Sure"),
        "merged.said": Text("Hvordan", "How"),
        "merged.entries": Text("Hviler på", "Rests on"),
        "merged.at": Text("Sted i kilden", "Place in the source"),
        "merged.note": Text("Merknad", "Note"),
        "merged.yes": Text("ja", "yes"),
        "merged.no": Text("nei", "no"),
        "merged.perhaps": Text("kanskje {said}", "perhaps {said}"),
        "merged.unsure": Text("{said}?", "{said}?"),
        "merged.told": Text("nevnt", "mentioned"),
        "way.stated": Text("står i kilden", "stated in the source"),
        "way.inferred": Text("tolket av koderen", "inferred by the coder"),
        "how.made": Text("egen kobling", "an arrow of its own"),
        "how.path": Text("bare en lengre vei", "only a longer way"),
        "how.elsewhere": Text("bare på et annet trinn eller nivå", "only at another stage or level"),
        "head.made": Text("Egen kobling", "Own arrow"),
        "head.path": Text("Lengre vei", "Longer way"),
        "head.elsewhere": Text("Annet trinn", "Other stage"),
        "mark.stated": Text("K", "S"),
        "mark.inferred": Text("t", "i"),
        "mark.made": Text("E", "A"),
        "mark.path": Text("v", "w"),
        "mark.elsewhere": Text("a", "o"),
        "merged.legend.silent": Text("har det ikke", "does not have it"),
        "merged.legend.unsure": Text(
            "Spørsmålstegn etter: en annen omhyggelig koder kunne lest det slik at modellen ikke har det. Bare spørsmålstegn: ikke kodet "
            "slik, men en annen kunne gjort det.",
            "A question mark after: another careful coder could have read it so that the model does not have it. A question mark alone: "
            "not coded so, but another could have.",
        ),
        "merged.legend.unsure.words": Text(
            "Spørsmålstegn: en annen omhyggelig koder kunne lest det slik at modellen ikke har det. Kanskje: ikke kodet slik, men en annen "
            "kunne gjort det.",
            "Question mark: another careful coder could have read it so that the model does not have it. Perhaps: not coded so, but "
            "another could have.",
        ),
        "merged.legend.count": Text(
            "Antall med strek: sikkert og høyst, etter hvordan det usikre leses.",
            "A count with a dash: surely and at the most, depending on how what is unsure is read.",
        ),
        "merged.left_out": Text(
            "Ikke med: {nodes} uten begrep, {links} til eller fra slike ledd, og {within} mellom ledd med samme begrep på samme trinn.",
            "Left out: {nodes} without a term, {links} to or from such nodes, and {within} between nodes with one term at one stage.",
        ),
        "merged.left_out.more": Text(
            "Heller ikke med: {not_part} som aldri var med, {unwanted} som ingen ønsker seg, og {signed} med minus eller blandet fortegn.",
            "Left out too: {not_part} that never took part, {unwanted} that nobody wishes, and {signed} with a minus or a mixed sign.",
        ),
        "merged.left_out.joint": Text(
            "For {nodes} sier teksten at flere ledd sammen fører dit. Det er ikke regnet som koblinger.",
            "Of {nodes} the text says that several nodes together lead there. That does not count as arrows.",
        ),
        "merged.left_out.dropped": Text(
            "Ikke med: {nodes} uten begrep, {dropped} med status droppet, {links} til eller fra slike ledd, og {within} mellom ledd med "
            "samme begrep på samme trinn.",
            "Left out: {nodes} without a term, {dropped} with the status dropped, {links} to or from such nodes, and {within} between "
            "nodes with one term at one stage.",
        ),
        "against.links.sum": Text(
            "Koblinger i malen: {count}. Minst én modell lager {made}; {path} finnes bare som en lengre vei, {elsewhere} bare på et "
            "annet trinn, og {none} ikke i noen modell.",
            "Arrows of the template: {count}. At least one model makes {made}; {path} are there only as a longer way, {elsewhere} only at "
            "another stage, and {none} in no model.",
        ),
        "against.nodes.sum": Text(
            "Ledd i malen: {count}. Minst én modell har {made}; {elsewhere} finnes bare på et annet trinn, og {none} ikke i noen modell.",
            "Nodes of the template: {count}. At least one model has {made}; {elsewhere} are there only at another stage, and {none} in no "
            "model.",
        ),
        "against.beyond.sum": Text(
            "I den samlede kjeden, men ikke i malen: {nodes} og {links}.",
            "In the common chain, but not in the template: {nodes} and {links}.",
        ),
        "against.left_out": Text(
            "Ikke lett etter i malen, fordi et begrep mangler: {nodes} og {links}.",
            "Not looked for in the template, since a term is missing: {nodes} and {links}.",
        ),
        "against.left_out.dropped": Text(
            "Ikke lett etter i malen, fordi et begrep mangler eller leddet er droppet: {nodes} og {links}.",
            "Not looked for in the template, since a term is missing or the node was dropped: {nodes} and {links}.",
        ),
        "against.left_out.signed": Text(
            "Heller ikke lett etter: {links} med minus eller blandet fortegn.",
            "Not looked for either: {links} with a minus or a mixed sign.",
        ),
        "merged.together": Text("sammen med andre", "together with others"),
        "against.unsure": Text(
            "Det som bare kan være der i en annen lesning, regnes her som at det er der; antallet viser det.",
            "What may be there only in another reading counts as being there; the count shows it.",
        ),
        "against.nodes.made": Text("Ledd i malen som modellene har", "Nodes of the template that the models have"),
        "against.nodes.elsewhere": Text("Ledd i malen bare på et annet trinn", "Nodes of the template only at another stage"),
        "against.nodes.none": Text("Ledd i malen som ingen modell har", "Nodes of the template that no model has"),
        "against.links.made": Text("Koblinger i malen som modellene lager", "Arrows of the template that the models make"),
        "against.links.path": Text("Koblinger i malen bare som en lengre vei", "Arrows of the template only as a longer way"),
        "against.links.elsewhere": Text("Koblinger i malen bare på et annet trinn", "Arrows of the template only at another stage"),
        "against.links.none": Text("Koblinger i malen som ingen modell lager", "Arrows of the template that no model makes"),
        "against.beyond.nodes": Text("Ledd som malen mangler", "Nodes that the template lacks"),
        "against.beyond.links": Text("Koblinger som malen mangler", "Arrows that the template lacks"),
        "against.beyond.path": Text("(lengre vei i malen: {chain})", "(a longer way in the template: {chain})"),
        "against.beyond.elsewhere": Text("(på et annet trinn i malen: {chain})", "(at another stage in the template: {chain})"),
    }
)

"""Words of ``agreement``: two coders, how far they agree, and what they have to talk about."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Text

AGREEMENT: Mapping[str, Text] = MappingProxyType(
    {
        "help.agreement": Text(
            "To mapper med de samme modellene, kodet av hver sin hånd: hvor enige koderne er, og hvilke ruter de bør snakke om.",
            "Two folders with the same models, coded by two hands: how far the coders agree, and which cells they should discuss.",
        ),
        "help.option.all_terms": Text(
            "Regn med alle begrepene i kodeboken, ikke bare dem en av koderne har brukt. Det gir mange flere tomme ruter.",
            "Count all terms of the codebook, not only those that one of the coders has used. That gives many more empty cells.",
        ),
        "help.option.by_term": Text(
            "Vis også hvert begrep for seg; i csv i stedet for rutene.", "Show each term by itself too; in csv instead of the cells."
        ),
        "error.no_common": Text("{a} og {b} har ingen modell felles", "{a} and {b} have no model in common"),
        "coders.title": Text("Enighet mellom kodere", "Agreement between coders"),
        "coders.who": Text("A er {a}, B er {b}.", "A is {a}, B is {b}."),
        "coders.models": Text("Kodet av begge: {models}.", "Coded by both: {models}."),
        "coders.only": Text("Kodet bare av {who}: {models}.", "Coded only by {who}: {models}."),
        "coders.universe.used.one": Text(
            "En rute er ett begrep i én modell. Regnet med er det ene begrepet som en av koderne har brukt.",
            "A cell is one term in one model. Counted is the one term that one of the coders has used.",
        ),
        "coders.universe.used.more": Text(
            "En rute er ett begrep i én modell. Regnet med er de {count} begrepene som en av koderne har brukt.",
            "A cell is one term in one model. Counted are the {count} terms that one of the coders has used.",
        ),
        "coders.universe.all.one": Text(
            "En rute er ett begrep i én modell. Regnet med er det ene begrepet i kodeboken.",
            "A cell is one term in one model. Counted is the one term of the codebook.",
        ),
        "coders.universe.all.more": Text(
            "En rute er ett begrep i én modell. Regnet med er alle de {count} begrepene i kodeboken.",
            "A cell is one term in one model. Counted are all {count} terms of the codebook.",
        ),
        "coders.unknown": Text(
            "Begreper som {who} bruker, men som ikke står i den andres kodebok og derfor ikke kan gi enighet: {terms}.",
            "Terms that {who} uses, but that are not in the other's codebook and so cannot agree: {terms}.",
        ),
        "coders.terms": Text("Begreper", "Terms"),
        "coders.arrows": Text("Koblinger", "Arrows"),
        "coders.shared_arrows": Text("Koblinger, felles begreper", "Arrows, shared terms"),
        "coders.status": Text("Hvor langt det er kommet", "How far it has come"),
        "coders.cells": Text("Ruter", "Cells"),
        "coders.both": Text("Begge", "Both"),
        "coders.only_a": Text("Bare A", "Only A"),
        "coders.only_b": Text("Bare B", "Only B"),
        "coders.neither": Text("Ingen", "Neither"),
        "coders.readable": Text("Uenige, kan leses likt", "Disagree, can be read alike"),
        "coders.agreed": Text("Enige", "Agree"),
        "coders.agreed_at_best": Text("Enige, lest likest mulig", "Agree, read alike"),
        "coders.positive": Text("Positiv enighet", "Positive agreement"),
        "coders.negative": Text("Negativ enighet", "Negative agreement"),
        "coders.kappa": Text("Cohens kappa", "Cohen's kappa"),
        "coders.alpha": Text("Krippendorffs alfa", "Krippendorff's alpha"),
        "coders.term": Text("Begrep", "Term"),
        "coders.term.id": Text("Begrep (id)", "Term (id)"),
        "coders.undefined": Text("–", "–"),
        "coders.percent": Text("{percent} %", "{percent} %"),
        "coders.status.line": Text(
            "Status, der begge har gitt begrepet en: den samme i {same} av {cells} ({percent} %). Vektet kappa {kappa}, "
            "Krippendorffs alfa for ordnede verdier {alpha}.",
            "Status, where both gave the term one: the same in {same} of {cells} ({percent} %). Weighted kappa {kappa}, "
            "Krippendorff's alpha for ordered values {alpha}.",
        ),
        "coders.status.one_sided": Text(
            "Ruter der begge har begrepet, men bare én en status: {count}.",
            "Cells where both have the term, but only one a status: {count}.",
        ),
        "coders.other_place": Text(
            "Ruter der begge har begrepet, men på ulikt trinn eller nivå: {count}. Andre steder regnes slike ledd ikke som det samme.",
            "Cells where both have the term, but at different stages or levels: {count}. Elsewhere such nodes do not count as the same.",
        ),
        "coders.otherwise": Text(
            "Ruter der begge har begrepet eller koblingen, men har valgt ulikt blant formatets ord: {count} ({fields}).",
            "Cells where both have the term or the arrow, but have chosen otherwise among the format's words: {count} ({fields}).",
        ),
        "coders.otherwise.field": Text("{field} {count}", "{field} {count}"),
        "coders.uncoded": Text(
            "Ikke noe begrep er kodet av noen av dem i: {models}. At begge har latt alt stå tomt, teller som like ruter.",
            "Neither has coded any term in: {models}. That both left all of it empty counts as cells that are alike.",
        ),
        "coders.nothing_coded": Text(
            "Ikke noe å sammenligne: ingen av dem har kodet noe begrep i modellene begge har.",
            "Nothing to compare: neither has coded any term in the models that both have.",
        ),
        "coders.by_term": Text("Hvert begrep for seg", "Each term by itself"),
        "coders.by_term.few": Text(
            "Hvert begrep har så få ruter ({cells}) at kappa og alfa for ett begrep sier lite. Minst enighet står først.",
            "Each term has so few cells ({cells}) that kappa and alpha of one term say little. Least agreement first.",
        ),
        "coders.kappa.short": Text("Kappa", "Kappa"),
        "coders.alpha.short": Text("Alfa", "Alpha"),
        "coders.caution.rare": Text(
            "{what}: bare {percent} % av rutene er fylt. Da kan kappa og alfa bli lave selv om koderne nesten alltid er enige; se heller "
            "på positiv enighet og på rutene nedenfor.",
            "{what}: only {percent} % of the cells are filled. Kappa and alpha can then be low though the coders nearly always agree; look "
            "at positive agreement and at the cells below instead.",
        ),
        "coders.caution.rare.apart": Text(
            "{what}: bare {percent} % av rutene er fylt. At begge har latt resten stå tomme, sier lite: av det den ene har kodet, har den "
            "andre bare {positive} %.",
            "{what}: only {percent} % of the cells are filled. That both left the rest empty says little: of what one has coded, the other "
            "has only {positive} %.",
        ),
        "coders.caution.uneven": Text(
            "{what}: kappa er {kappa} for alle under ett, men {typical} for begrepet i midten. Det meste av det høye tallet kommer av at "
            "noen begreper er vanlige og andre sjeldne. Se hvert begrep for seg (--by-term).",
            "{what}: kappa is {kappa} over all of them, but {typical} for the term in the middle. Most of the high figure comes of some "
            "terms being common and others rare. Look at each term by itself (--by-term).",
        ),
        "coders.caution.common": Text(
            "{what}: {percent} % av rutene er fylt. Da kan kappa og alfa bli lave selv om koderne nesten alltid er enige; se heller på "
            "negativ enighet og på rutene nedenfor.",
            "{what}: {percent} % of the cells are filled. Kappa and alpha can then be low though the coders nearly always agree; look at "
            "negative agreement and at the cells below instead.",
        ),
        "coders.caution.common.arrows": Text(
            "{what}: {percent} % av rutene er fylt. Da kan kappa og alfa bli lave selv om koderne nesten alltid er enige; se heller på "
            "positiv enighet og på rutene nedenfor.",
            "{what}: {percent} % of the cells are filled. Kappa and alpha can then be low though the coders nearly always agree; look at "
            "positive agreement and at the cells below instead.",
        ),
        "coders.caution.uniform": Text(
            "{what}: alle rutene er like, så kappa og alfa lar seg ikke regne ut.",
            "{what}: all cells are alike, so kappa and alpha are not defined.",
        ),
        "coders.caution.few": Text(
            "{what}: så få ruter ({cells}) at én fra eller til betyr mye.",
            "{what}: so few cells ({cells}) that one more or less means much.",
        ),
        "coders.caution.narrow": Text(
            "Med så få modeller er det få ruter som ingen av dem har fylt, og da blir kappa og alfa lave av seg selv. Med --all-terms "
            "regnes alle begrepene i kodeboken med.",
            "With so few models there are few cells that neither has filled, and kappa and alpha then come out low of themselves. With "
            "--all-terms all terms of the codebook are counted.",
        ),
        "coders.caution.arrows": Text(
            "Av koblinger er bare de regnet med som en av koderne har tegnet i en av modellene. Positiv enighet sier mest: en tom rute er "
            "der bare fordi en annen modell har den koblingen. «Felles begreper»: koblinger mellom begreper som begge har i modellen.",
            "Of arrows only those are counted that one of the coders has drawn in some model. Positive agreement says the most: an empty "
            "cell is there only because another model has that arrow. “Shared terms”: arrows between terms that both have in the model.",
        ),
        "coders.discuss": Text("Ruter å snakke om", "Cells to discuss"),
        "coders.discuss.count": Text("Ruter å snakke om ({count})", "Cells to discuss ({count})"),
        "coders.nothing": Text("Ingen: koderne er enige om alt.", "None: the coders agree on everything."),
        "coders.model": Text("Modell", "Model"),
        "coders.model.label": Text("Modellens navn", "Name of the model"),
        "coders.what": Text("Begrep eller kobling", "Term or arrow"),
        "coders.what.label": Text("Navn på begrepet eller koblingen", "Name of the term or arrow"),
        "coders.kind": Text("Hvem", "Who"),
        "coders.cause.whole": Text("hele tiltaket", "the whole programme"),
        "coders.cause.together": Text("flere ledd sammen", "several nodes together"),
        "coders.note": Text("Merknad", "Note"),
        "coders.elements": Text("{who}: ledd og koblinger", "{who}: nodes and arrows"),
        "coders.at": Text("{who}: sted i kilden", "{who}: place in the source"),
        "coders.state": Text("{who}: status", "{who}: status"),
        "coders.not": Text("ikke kodet", "not coded"),
        "coders.kind.both": Text("begge", "both"),
        "coders.kind.neither": Text("ingen", "neither"),
        "coders.note.readable": Text("kan leses likt", "can be read alike"),
        "coders.note.near": Text("den andre har {terms}", "the other has {terms}"),
        "coders.note.lacking": Text("den andre har ikke {terms}", "the other does not have {terms}"),
        "coders.note.status": Text("ulik status", "different status"),
        "coders.note.place": Text("ulikt trinn eller nivå", "different stage or level"),
        "coders.note.otherwise": Text("ulikt valg: {fields}", "chosen otherwise: {fields}"),
        "coders.note.dropped": Text("droppet hos bare den ene", "dropped by only one of them"),
        "coders.group.only_a": Text("Begreper bare A har", "Terms that only A has"),
        "coders.group.only_b": Text("Begreper bare B har", "Terms that only B has"),
        "coders.group.status": Text("Begge, men ulik status", "Both, but with different statuses"),
        "coders.group.place": Text("Begge, men på ulikt trinn eller nivå", "Both, but at different stages or levels"),
        "coders.group.otherwise": Text("Begge, men med ulike valg", "Both, but with other choices"),
        "coders.group.dropped": Text("Droppet hos den ene, ikke nevnt av den andre", "Dropped by one, not mentioned by the other"),
        "coders.group.arrow.only_a": Text("Koblinger bare A har", "Arrows that only A has"),
        "coders.group.arrow.only_b": Text("Koblinger bare B har", "Arrows that only B has"),
    }
)

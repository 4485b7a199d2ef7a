"""Words and sentences of a report's claims: how they are read, what the models say, and the errata."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Text

CLAIMS: Mapping[str, Text] = MappingProxyType(
    {
        "help.claims": Text(
            "Kjør påstandene i en rapport som prøver: stemmer de med modellene? Avslutter med 1 når noe i --fail-on er funnet.",
            "Run a report's claims as tests: do they agree with the models? Exits with 1 when something in --fail-on was found.",
        ),
        "help.option.models": Text(
            "Modellene som påstandene prøves mot: filer, mapper og id-er. Uten valget: alle under roten. Kan gis flere ganger.",
            "The models that the claims are held against: files, folders, ids. Without it: all under the root. Can be given several times.",
        ),
        "help.option.fail_on.claims": Text(
            "Hva som gir sluttkode 1, skilt med komma: contradicted (forvalgt), reword, undecidable, holds_inferred eller none; for et "
            "utkast different (forvalgt), unsure eller none.",
            "What gives exit code 1, separated by commas: contradicted (the default), reword, undecidable, holds_inferred or none; for a "
            "draft different (the default), unsure or none.",
        ),
        "help.option.explain.claims": Text(
            "Ta med hva hver modell sier også for det som holder, og det som ikke er prøvd.",
            "Show what each model says also for what holds, and what was not tested.",
        ),
        "error.no_claims": Text(
            "det er ingen påstander med navnet {name}; disse finnes: {known}{likely}",
            "there are no claims called {name}; there are: {known}{likely}",
        ),
        "claims.contradicted": Text("motsagt", "contradicted"),
        "claims.undecidable": Text("kan ikke avgjøres", "undecidable"),
        "claims.holds": Text("holder", "holds"),
        "claims.holds_inferred": Text("holder bare på tolkede koblinger", "holds only on inferred arrows"),
        "claims.reword": Text("bør skrives om", "to be reworded"),
        "claims.heading.contradicted": Text("Motsagt av modellene ({count})", "Contradicted by the models ({count})"),
        "claims.heading.undecidable": Text("Kan ikke avgjøres ({count})", "Undecidable ({count})"),
        "claims.heading.holds": Text("Holder ({count})", "Holds ({count})"),
        "claims.heading.holds_inferred": Text("Holder bare på tolkede koblinger ({count})", "Holds only on inferred arrows ({count})"),
        "claims.heading.reword": Text("Bør skrives om ({count})", "To be reworded ({count})"),
        "claims.heading.unchecked": Text("Ikke prøvd ({count})", "Not tested ({count})"),
        "claims.summary": Text("Påstander: {all}, prøvd mot {models}.", "Claims: {all}, held against {models}."),
        "claims.summary.holds": Text("Holder: {count}.", "Holds: {count}."),
        "claims.summary.holds_inferred": Text("Holder bare på tolkede koblinger: {count}.", "Holds only on inferred arrows: {count}."),
        "claims.summary.contradicted": Text("Motsagt: {count}.", "Contradicted: {count}."),
        "claims.summary.reword": Text("Bør skrives om: {count}.", "To be reworded: {count}."),
        "claims.summary.undecidable": Text("Kan ikke avgjøres: {count}.", "Undecidable: {count}."),
        "claims.model.the": Text("modellen", "model"),
        "claims.node.the": Text("leddet", "node"),
        "claims.recommendation": Text("anbefaling", "recommendation"),
        "claims.recommendation.for": Text("Til", "For"),
        "claims.recommendation.about": Text("Om", "About"),
        "claims.recommendation.taken_up": Text("Fulgt opp", "Taken up"),
        "claims.heading.recommendations": Text("Anbefalinger ({count})", "Recommendations ({count})"),
        "claims.summary.recommendations": Text("Anbefalinger: {count}.", "Recommendations: {count}."),
        "claims.summary.unchecked": Text("Ikke prøvd: {count}.", "Not tested: {count}."),
        "claims.models.one": Text("{count} modell", "{count} model"),
        "claims.models.more": Text("{count} modeller", "{count} models"),
        "claims.withheld": Text(
            "Det som bare står i {sections}, beviser ingenting her: der sammenligner rapporten selv.",
            "What stands only in {sections} proves nothing here: there the report itself compares.",
        ),
        "claims.label.read": Text("Lest slik", "Read as"),
        "claims.label.says": Text("Beskrivelsene sier", "The descriptions say"),
        "claims.label.why": Text("Hvorfor det ikke kan avgjøres", "Why it is undecidable"),
        "claims.label.proposal": Text("Forslag", "Proposal"),
        "claims.label.note": Text("Merknad", "Note"),
        "claims.label.way": Text("Lest som {label}: {verdict}", "Read as {label}: {verdict}"),
        "claims.label.literal": Text("Lest bokstavelig, som {label}: {verdict}", "Read literally, as {label}: {verdict}"),
        "claims.label.milder": Text("I en mildere lesning, som {label}: {verdict}", "In a milder reading, as {label}: {verdict}"),
        "claims.inferred": Text(
            "Påstanden hviler på koblinger som er tolket: kildene sier dem ikke selv, og koderen kan ikke bekrefte en rapport.",
            "The claim rests on inferred arrows: the sources do not state them, and a coder cannot confirm a report.",
        ),
        "claims.all": Text("alle", "all"),
        "claims.none": Text("ingen", "none"),
        "claims.most": Text("flertallet", "most"),
        "claims.count": Text("{asked} hos {number} av {group}", "{asked} in {number} of {group}"),
        "claims.are": Text("{asked} bare hos {names}, av {group}", "{asked} only in {names}, of {group}"),
        "claims.are.none": Text("{asked} hos ingen av {group}", "{asked} in none of {group}"),
        "claims.silence.no": Text("Taushet regnes som nei.", "Silence counts as no."),
        "claims.silence.unknown": Text("Taushet sier verken ja eller nei.", "Silence says neither yes nor no."),
        "claims.partly.yes": Text("Noe av det er nok.", "Some of it is enough."),
        "claims.partly.no": Text("Noe av det er ikke nok.", "Some of it is not enough."),
        "claims.include": Text("{asked} hos {names}", "{asked} in {names}"),
        "claims.exclude": Text("ikke {asked} hos {names}", "not {asked} in {names}"),
        "claims.values.are.one": Text(
            "{group} oppgir {quantity}: {amounts}, og ikke noe annet", "{group} states {quantity}: {amounts}, and nothing else"
        ),
        "claims.values.are.more": Text(
            "{group} oppgir {quantity}: {amounts}, og ikke noe annet", "{group} state {quantity}: {amounts}, and nothing else"
        ),
        "claims.values.are.none.one": Text("{group} oppgir ikke {quantity}", "{group} does not state {quantity}"),
        "claims.values.are.none.more": Text("ingen av {group} oppgir {quantity}", "none of {group} states {quantity}"),
        "claims.values.include.one": Text("{group} oppgir {quantity}: {amounts}", "{group} states {quantity}: {amounts}"),
        "claims.values.include.more": Text("{group} oppgir {quantity}: {amounts}", "{group} state {quantity}: {amounts}"),
        "claims.more.mean_per_model.one": Text(
            "i snitt har {more} mer enn {less} av dette: {asked}", "on average {more} has more than {less} of this: {asked}"
        ),
        "claims.more.mean_per_model.more": Text(
            "i snitt har {more} mer enn {less} av dette: {asked}", "on average {more} have more than {less} of this: {asked}"
        ),
        "claims.more.count.one": Text(
            "{more} har i alt mer enn {less} av dette: {asked}", "{more} has more than {less} in all of this: {asked}"
        ),
        "claims.more.count.more": Text(
            "{more} har i alt mer enn {less} av dette: {asked}", "{more} have more than {less} in all of this: {asked}"
        ),
        "claims.more.differing": Text(
            "{more} skiller seg mer fra hverandre enn {less} i dette: {asked}",
            "{more} differ more from each other than {less} in this: {asked}",
        ),
        "claims.sum": Text("{addends} er til sammen {number}", "{addends} come to {number} in all"),
        "claims.sum.one": Text("{addends} er {number}", "{addends} is {number}"),
        "claims.sum.node": Text("et ledd", "a node"),
        "claims.sum.nodes": Text("ledd", "nodes"),
        "claims.sum.result": Text("et resultat", "a result"),
        "claims.sum.results": Text("resultater", "results"),
        "claims.the_report": Text("rapporten", "the report"),
        "claims.section.missing": Text("{source} har ikke noe avsnitt {section}", "{source} has no section {section}"),
        "claims.section.there": Text("{source} har avsnitt {section}", "{source} has section {section}"),
        "claims.and": Text("; og ", "; and "),
        "claims.or": Text("; eller ", "; or "),
        "claims.not": Text("ikke slik: {reading}", "not so: {reading}"),
        "claims.at_least": Text("minst {n} av disse: {readings}", "at least {n} of these: {readings}"),
        "claims.except": Text("{group} unntatt {names}", "{group} but {names}"),
        "claims.narrowed": Text("{group} ({names})", "{group} ({names})"),
        "claims.group.follows": Text("de som følger {template}", "those that follow {template}"),
        "claims.group.kind.pilot": Text("pilotene", "the pilots"),
        "claims.group.kind.template": Text("malene", "the templates"),
        "claims.group.kind.programme": Text("tiltakene", "the programmes"),
        "claims.group.any": Text("modellene", "the models"),
        "claims.quantity.age": Text("en aldersgrense", "an age limit"),
        "claims.quantity.sick_leave": Text("hvor lenge brukeren har vært sykmeldt", "how long the user has been on sick leave"),
        "claims.quantity.whole": Text("{dimension} for hele tiltaket", "{dimension} for the whole programme"),
        "claims.quantity.node": Text("{dimension} for {node}", "{dimension} for {node}"),
        "claims.quantity.result": Text("siste måling av {indicator}", "the latest measurement of {indicator}"),
        "claims.of": Text("{figure} av {size}", "{figure} of {size}"),
        "claims.yes": Text("Ja", "Yes"),
        "claims.no": Text("Nei", "No"),
        "claims.unsure": Text("Usikkert", "Unsure"),
        "claims.missing": Text("Mangler", "Missing"),
        "claims.nothing": Text("Ingen oppgave", "Nothing stated"),
        "claims.part": Text("Del {place} av {count}: {verdict}", "Part {place} of {count}: {verdict}"),
        "claims.model": Text("{model} ({said})", "{model} ({said})"),
        "claims.silent": Text("Sier ingenting om det", "Says nothing of it"),
        "claims.silent.on": Text("sier ingenting om {asked}", "says nothing of {asked}"),
        "claims.score": Text("{score} av {all}", "{score} of {all}"),
        "claims.why.missing": Text(
            "Ikke alle modellene som påstanden gjelder, er her.", "Not all models that the claim is about are here."
        ),
        "claims.why.surplus": Text(
            "Det er flere modeller her enn påstanden gjelder.", "There are more models here than the claim is about."
        ),
        "claims.why.silent": Text(
            "Noen beskrivelser sier ingenting om det, og her kan ikke taushet regnes som nei.",
            "Some descriptions say nothing of it, and here silence cannot count as a no.",
        ),
        "claims.why.unsure": Text(
            "Noen beskrivelser kan leses på flere måter, eller sier bare noe av det.",
            "Some descriptions can be read in several ways, or say only some of it.",
        ),
        "claims.why.dropped": Text(
            "Det som sier det, er droppet, og det er usikkert om det regnes med.",
            "What says it was dropped, and it is unsure whether it counts.",
        ),
        "claims.why.no_number": Text(
            "Tallene kan ikke regnes sammen: ett av dem mangler.",
            "The numbers cannot be added up: one is missing.",
        ),
        "claims.why.inexact": Text(
            "Beskrivelsene sier bare omtrent, minst eller høyst hvor mye det er, ikke nøyaktig.",
            "The descriptions say only about, at least or at most how much it is, not exactly.",
        ),
        "claims.why.units": Text(
            "Tallene er i enheter som ikke kan sammenlignes eller legges sammen.",
            "The numbers are in units that cannot be compared or added.",
        ),
        "claims.why.no_source": Text("Kilden er ikke delt inn i avsnitt her.", "The source is not divided into sections here."),
        "claims.why.readings": Text(
            "Setningen kan leses på flere måter, og de gir ulike svar.",
            "The sentence can be read in several ways, and they come out differently.",
        ),
        "claims.because.vague": Text("For vagt til å prøves", "Too vague to be tested"),
        "claims.because.future": Text("Handler om det som kommer", "About what is to come"),
        "claims.because.opinion": Text("En vurdering", "A judgement"),
        "claims.because.outside": Text("Modellene har ikke noe annet å holde det mot", "The models have nothing else to hold it against"),
        "claims.column.claim": Text("Påstand", "Claim"),
        "claims.column.at": Text("Sted", "Place"),
        "claims.column.statement": Text("Rapporten sier", "The report says"),
        "claims.column.verdict": Text("Dom", "Verdict"),
        "claims.column.reading": Text("Lesning", "Reading"),
        "claims.column.literal": Text("Bokstavelig", "Literal"),
        "claims.column.reading_verdict": Text("Dom over lesningen", "Verdict on the reading"),
        "claims.column.model": Text("Modell", "Model"),
        "claims.column.model.label": Text("Modellens navn", "Name of the model"),
        "claims.column.said": Text("Gjelder det?", "Is it so?"),
        "claims.column.side": Text("For eller imot", "For or against"),
        "claims.column.nodes": Text("Hviler på", "Rests on"),
        "claims.column.places": Text("Sted i kilden", "Place in the source"),
        "claims.column.reason": Text("Grunn", "Reason"),
        "claims.side.for": Text("for", "for"),
        "claims.side.against": Text("imot", "against"),
        "claims.side.unsure": Text("usikkert", "unsure"),
        "claims.said.yes": Text("ja", "yes"),
        "claims.said.no": Text("nei", "no"),
        "claims.said.unsure": Text("usikkert", "unsure"),
    }
)

"""Words of ``atlas``: the web site for readers."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Text

ATLAS: Mapping[str, Text] = MappingProxyType(
    {
        "help.atlas": Text(
            "Lag et nettsted for lesere: bilder, tabeller, kriterier og kilder. Det åpnes rett fra disken og trenger ikke nett.",
            "Make a web site for readers: pictures, tables, criteria and sources. It opens from the disk and needs no network.",
        ),
        "help.option.output.atlas": Text(
            "Mappen som nettstedet legges i. Filer som andre har lagt der, blir ikke rørt.",
            "The folder that the site is put in. Files that others have put there are not touched.",
        ),
        "help.option.open": Text("Åpne nettstedet i nettleseren.", "Open the site in the browser."),
        "help.option.title": Text("Hva nettstedet heter.", "What the site is called."),
        "atlas.asking": Text("Spør modellene", "Asking the models"),
        "atlas.drawing": Text("Tegner", "Drawing"),
        "atlas.writing": Text("Skriver sider", "Writing pages"),
        "atlas.not_drawn": Text("Ble ikke tegnet: {names}. {reason}", "Not drawn: {names}. {reason}"),
        "atlas.not_a_folder": Text("{path} er ikke en mappe", "{path} is not a folder"),
        "atlas.in_the_way": Text(
            "{path} er ikke skrevet av virkningskjede atlas, eller er endret siden, og blir ikke skrevet over. Flytt filen, eller velg en "
            "annen mappe",
            "{path} was not written by virkningskjede atlas, or has been changed since, and is not written over. Move the file, or choose "
            "another folder",
        ),
        "atlas.cut_off": Text(
            "Forrige kjøring av atlas i {path} ble avbrutt før den var ferdig. Restene er ryddet bort, og nettstedet er helt igjen",
            "The last run of atlas in {path} was cut off before it had ended. What it left is cleared away, and the site is whole again",
        ),
        "atlas.title": Text("Virkningskjedene", "The logic models"),
        "atlas.skip": Text("Hopp til innholdet", "Skip to the content"),
        "atlas.menu": Text("Hovedmeny", "Main menu"),
        "atlas.contents": Text("På denne siden", "On this page"),
        "atlas.front": Text("Forside", "Front page"),
        "atlas.search": Text("Søk", "Search"),
        "atlas.footer": Text(
            "Laget av modellfilene med virkningskjede. Tom rute eller «ikke nevnt» betyr at beskrivelsen ikke sier noe, ikke at noe "
            "mangler i virkeligheten.",
            "Made from the model files with virkningskjede. An empty cell or “not stated” means that the description says nothing, not "
            "that something is missing in reality.",
        ),
        "atlas.elsewhere": Text("Kilden sier også", "The source also says"),
        "atlas.elsewhere.about": Text(
            "Dette står ikke i «{section}», som beskriver kjeden, men andre steder i den samme kilden.",
            "This does not stand in “{section}”, which describes the chain, but elsewhere in the same source.",
        ),
        "atlas.kind.pilot": Text("Pilot", "Pilot"),
        "atlas.kind.template": Text("Mal", "Template"),
        "atlas.kind.programme": Text("Tiltak", "Programme"),
        "atlas.lead.pilot.one": Text("Her er virkningskjeden til én pilot", "Here is the logic model of one pilot"),
        "atlas.lead.pilot.more": Text("Her er virkningskjedene til {count} piloter", "Here are the logic models of {count} pilots"),
        "atlas.lead.template.one": Text("Her er virkningskjeden til én mal", "Here is the logic model of one template"),
        "atlas.lead.template.more": Text("Her er virkningskjedene til {count} maler", "Here are the logic models of {count} templates"),
        "atlas.lead.programme.one": Text("Her er virkningskjeden til ett tiltak", "Here is the logic model of one programme"),
        "atlas.lead.programme.more": Text("Her er virkningskjedene til {count} tiltak", "Here are the logic models of {count} programmes"),
        "atlas.lead.follow.one": Text("én følger «{template}»", "one follows “{template}”"),
        "atlas.lead.follow.more": Text("{count} følger «{template}»", "{count} follow “{template}”"),
        "atlas.lead.counts": Text(
            "Kodet etter {sources}: {nodes} og {arrows}. {stated} av koblingene står i kilden; resten er tolket.",
            "Coded from {sources}: {nodes} and {arrows}. In the source: {stated} of the arrows; the rest are inferred.",
        ),
        "atlas.lead.counts.no_source": Text(
            "Her er {nodes} og {arrows}. {stated} av koblingene står i en kilde; resten er tolket.",
            "Here: {nodes} and {arrows}. In a source: {stated} of the arrows; the rest are inferred.",
        ),
        "atlas.lead.counts.plain": Text("{nodes} og {arrows} i alt.", "{nodes} and {arrows} in all."),
        "atlas.what": Text(
            "En virkningskjede viser hvordan et tiltak er ment å virke: hva som settes inn, hva som blir gjort, hva som kommer ut av "
            "det, og hva som skal bli annerledes for tjenestene, brukerne og samfunnet.",
            "A logic model shows how a programme is meant to work: what goes in, what is done, what comes out of it, and what is to change "
            "for services, users and society.",
        ),
        "atlas.read": Text(
            "Pek på et ledd eller en kobling i bildene for å se hvordan det er tenkt å virke, og hvor i kilden det står. Alt som er i "
            "bildene, står også som tekst.",
            "Point at a node or an arrow in the pictures to see how it is thought to work, and where in the source it stands. Everything "
            "in the pictures is there as text too.",
        ),
        "atlas.main.pilot.one": Text("Piloten", "The pilot"),
        "atlas.main.pilot.more": Text("Pilotene", "The pilots"),
        "atlas.main.programme.one": Text("Tiltaket", "The programme"),
        "atlas.main.programme.more": Text("Tiltakene", "The programmes"),
        "atlas.templates": Text("Malene", "The templates"),
        "atlas.templates.about": Text(
            "En mal er en kjede som andre skal følge. De som følger den, holdes opp mot den på sin egen side.",
            "A template is a chain that others are to follow. Those that follow it are held against it on their own pages.",
        ),
        "atlas.programmes": Text("Andre tiltak", "Other programmes"),
        "atlas.programmes.about": Text(
            "Kjeder ved siden av dem som sammenlignes. De er ikke med i tabellene.",
            "Chains beside those that are compared. They are not in the tables.",
        ),
        "atlas.measures.about": Text(
            "Hver rute leder til det leddet i kjeden som den hviler på.", "Each cell leads to the node of the chain that it rests on."
        ),
        "atlas.measures.more": Text("Se tabellen med antall og bilde.", "See the table with counts and a picture."),
        "atlas.models": Text("Modeller", "Models"),
        "atlas.status": Text("Så langt er det kommet", "How far it has come"),
        "atlas.more": Text("og {count} til", "and {count} more"),
        "atlas.thumb": Text("Oversiktsbilde av kjeden til {title}", "Overview picture of the chain of {title}"),
        "atlas.note": Text("Merknad", "Note"),
        "atlas.picture": Text("Bildet", "The picture"),
        "atlas.picture.to": Text("Til bildet", "To the picture"),
        "atlas.picture.file": Text("Åpne bildet alene", "Open the picture by itself"),
        "atlas.picture.caption": Text(
            "Tykke koblinger står i kilden; tynne er tolket.", "Thick arrows stand in the source; thin ones are inferred."
        ),
        "atlas.picture.how": Text(
            "Hvert ledd og hver kobling leder til teksten om den lenger nede.",
            "Each node and arrow leads to the text about it further down.",
        ),
        "atlas.picture.none": Text("Det er ingenting å tegne.", "There is nothing to draw."),
        "atlas.users": Text("Hvem det er for, og hvordan de kommer inn", "Whom it is for, and how they come in"),
        "atlas.whole": Text("Omfanget av hele tiltaket", "The dose of the whole programme"),
        "atlas.not_told": Text("Ikke beskrevet.", "Not described."),
        "atlas.chain": Text("Kjeden som tekst", "The chain as text"),
        "atlas.chain.about": Text(
            "Alle ledd i kjeden, trinn for trinn, med koblingene som går ut fra dem.",
            "Every node of the chain, stage by stage, with the arrows that leave it.",
        ),
        "atlas.counts": Text("{counts}.", "{counts}."),
        "atlas.leads_to": Text("Fører til", "Leads to"),
        "atlas.stated": Text("står i kilden", "in the source"),
        "atlas.inferred": Text("tolket", "inferred"),
        "atlas.together": Text("Årsak: disse sammen", "Cause: these together"),
        "atlas.mechanism": Text("Mekanisme", "Mechanism"),
        "atlas.evidence": Text("Forskning", "Research"),
        "atlas.evidence.best_for": Text("best for {traits}", "best for {traits}"),
        "atlas.evidence.also_for": Text("også for {traits}", "also for {traits}"),
        "atlas.evidence.via": Text("gjennom {term}", "through {term}"),
        "atlas.reading": Text("Kan også leses slik", "Can also be read so"),
        "atlas.at": Text("Sted i kilden", "Place in the source"),
        "atlas.in_section": Text("{section}, {sentence}", "{section}, {sentence}"),
        "atlas.sentence.one": Text("setning {numbers}", "sentence {numbers}"),
        "atlas.sentence.more": Text("setning {numbers}", "sentences {numbers}"),
        "atlas.beside": Text("Ved siden av kjeden", "Beside the chain"),
        "atlas.gaps": Text("Hull i beskrivelsen", "Gaps in the description"),
        "atlas.see": Text("Se", "See"),
        "atlas.held": Text("Holdt opp mot malen", "Held against the template"),
        "atlas.pairs": Text("Sammenlign med", "Compare with"),
        "atlas.compare": Text("Sammenligninger", "Comparisons"),
        "atlas.compare.two": Text("To og to", "Two by two"),
        "atlas.compare.two.about": Text(
            "Tallene sier hvor like to er, målt på «{by}»: 0 er ingenting felles, 1 er alt. Hvert tall leder til sammenligningen av de to.",
            "The figures say how alike two are, measured on “{by}”: 0 is nothing in common, 1 is everything. Each figure leads to the "
            "comparison of the two.",
        ),
        "atlas.compare.tables": Text("Alle sammen", "All together"),
        "atlas.compare.grouping": Text("Hvem som hører sammen", "Which belong together"),
        "atlas.compare.consensus": Text("Den felles kjeden", "The common chain"),
        "atlas.criteria": Text("Suksesskriterier", "Success criteria"),
        "atlas.criteria.about": Text(
            "Hva som må til etter forskningen, tidligere evalueringer eller egne krav, holdt opp mot det som er skrevet om hvert tiltak. "
            "Tallene er hvor mange "
            "vurderinger som falt ut slik.",
            "What is needed according to research, earlier evaluations or demands of one’s own, held against what is written about each "
            "programme. The figures are how many "
            "verdicts came out so.",
        ),
        "atlas.reports": Text("Rapportenes egne vurderinger", "The reports’ own verdicts"),
        "atlas.reports.about": Text(
            "Det rapportene selv sier om tiltakene, ved siden av det modellene sier. Ingen av vurderingene er bøyd for å stemme.",
            "What the reports themselves say about the programmes, beside what the models say. No verdict is bent to agree.",
        ),
        "atlas.criterion": Text("Kriterium", "Criterion"),
        "atlas.from": Text("Hentet fra", "From"),
        "atlas.read_in": Text("Lest i", "Read in"),
        "atlas.to_model": Text("I kjeden:", "In the chain:"),
        "atlas.claim": Text("Påstand", "Claim"),
        "atlas.claims": Text("Påstander", "Claims"),
        "atlas.sources": Text("Kilder", "Sources"),
        "atlas.sources.about": Text(
            "Hva som er blitt av hver setning i kildene: sitert av en modell, bare prøvd (av en påstand, et kriterium, en "
            "sammenligning eller en vurdering), satt til side med en grunn, eller igjen. Setningene er telt, ikke gjengitt; den som har "
            "rapporten, kan slå dem opp.",
            "What has become of each sentence of the sources: cited by a model, only tested (by a claim, a criterion, a comparison or "
            "an assessment), set aside with a reason, or left. The sentences are counted, not quoted; whoever has the report can look "
            "them up.",
        ),
        "atlas.sources.rule": Text("Slik er setningene telt:", "How the sentences were counted:"),
        "atlas.sources.sentences": Text("Setning for setning", "Sentence by sentence"),
        "atlas.section.counts": Text(
            "{all}: {cited} sitert, {tested} bare prøvd, {aside} satt til side, {left} igjen",
            "{all}: {cited} cited, {tested} only tested, {aside} set aside, {left} left",
        ),
        "atlas.model.itself": Text("modellen som helhet", "the model as a whole"),
        "atlas.table.itself": Text("tabellen som helhet", "the table as a whole"),
        "atlas.set.itself": Text("settet som helhet", "the set as a whole"),
        "atlas.works": Text("Litteratur", "References"),
        "atlas.works.style": Text(
            "Stil: Harvard (Cite Them Right). Der kilden ikke oppgir tittel, er den utelatt, ikke gjettet.",
            "Style: Harvard (Cite Them Right). Where the source gives no title, it is left out, not guessed.",
        ),
        "atlas.work": Text("Litteratur", "Reference"),
        "atlas.open": Text("Åpne", "Open"),
        "atlas.et_al": Text("{name} m.fl.", "{name} et al."),
        "atlas.vocabulary": Text("Begreper", "Terms"),
        "atlas.vocabulary.about.one": Text("Kodeboken: ett begrep.", "The codebook: one term."),
        "atlas.vocabulary.about.more": Text(
            "Kodeboken: {count} begreper som gjør kjedene sammenlignbare. Ledd med samme begrep er det samme på tvers av modellene.",
            "The codebook: {count} terms that make the chains comparable. Nodes with the same term are the same across the models.",
        ),
        "atlas.term": Text("Begrep", "Term"),
        "atlas.includes": Text("Omfatter", "Includes"),
        "atlas.excludes": Text("Omfatter ikke", "Excludes"),
        "atlas.broader": Text("Er et slags", "Is a kind of"),
        "atlas.narrower": Text("Snevrere", "Narrower"),
        "atlas.used": Text("Brukt av", "Used by"),
        "atlas.unused": Text("Ingen av modellene.", "None of the models."),
        "atlas.filter.cards": Text("Vis bare dem som har ordet", "Show only those with the word"),
        "atlas.filter.terms": Text("Vis bare begreper med ordet", "Show only terms with the word"),
        "atlas.search.noscript": Text(
            "Søket trenger JavaScript. Uten det finner du alle sider i listen nedenfor, og nettleserens eget søk virker på hver side.",
            "The search needs JavaScript. Without it every page is in the list below, and the browser’s own search works on each page.",
        ),
        "atlas.search.none": Text("Ingen treff.", "Nothing found."),
        "atlas.search.count": Text("treff", "found"),
        "atlas.search.hint": Text("Skriv et ord i søkefeltet øverst.", "Write a word in the search field at the top."),
        "atlas.search.pages": Text("Alle sider", "Every page"),
        "atlas.script.filter": Text("Skriv et ord", "Write a word"),
        "atlas.script.shown": Text("vist av", "shown of"),
        "atlas.script.zoom.in": Text("Forstørr", "Zoom in"),
        "atlas.script.zoom.out": Text("Forminsk", "Zoom out"),
        "atlas.script.zoom.reset": Text("Hele bildet", "Whole picture"),
        "atlas.script.zoom.how": Text(
            "Dra for å flytte. Hold Ctrl og rull for å forstørre.", "Drag to move. Hold Ctrl and scroll to zoom."
        ),
        "atlas.script.choose.first": Text("Den ene", "The one"),
        "atlas.script.choose.second": Text("Den andre", "The other"),
        "atlas.script.choose.go": Text("Sammenlign", "Compare"),
        "atlas.script.close": Text("Lukk", "Close"),
    }
)

"""Words of pictures: headings, legend, captions."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Text

PICTURE: Mapping[str, Text] = MappingProxyType(
    {
        "picture.service_and_partner": Text("Virkninger: tjenester og partnere", "Effects: services and partners"),
        "picture.letter.barrier": Text("H", "B"),
        "picture.letter.enabler": Text("F", "E"),
        "picture.letter.assumption": Text("A", "A"),
        "picture.letter.together": Text("S", "T"),
        "picture.letter.evidence": Text("K", "R"),
        "picture.about.whole": Text("gjelder hele tiltaket", "about the whole programme"),
        "picture.about.recruitment": Text("gjelder rekrutteringen", "about recruitment"),
        "picture.about.target_group": Text("gjelder målgruppen", "about the target group"),
        "picture.together.of": Text("{causes} fører sammen til {outcomes}", "{causes} together lead to {outcomes}"),
        "picture.together.one": Text(
            "{causes} fører sammen med andre til {outcomes}", "{causes}, together with others, leads to {outcomes}"
        ),
        "picture.together.whose": Text("{text} ({whose})", "{text} ({whose})"),
        "picture.together.all": Text(
            "Alle aktiviteter og produkter som ikke bare er vurdert, fører sammen til {outcomes}",
            "All activities and outputs that are not only considered, together lead to {outcomes}",
        ),
        "picture.finding.supports": Text("forskning støtter", "research supports this"),
        "picture.finding.mixed": Text("blandede funn", "mixed findings"),
        "picture.finding.no_effect": Text("ingen virkning funnet", "no effect found"),
        "picture.finding.contradicts": Text("forskning taler imot", "research speaks against this"),
        "picture.legend.firm": Text("I gang, gjennomført eller uten oppgitt status", "Under way, completed, or no status given"),
        "picture.legend.intended": Text("Trengs, vurderes eller er planlagt", "Needed, considered or planned"),
        "picture.legend.dropped": Text("Droppet", "Dropped"),
        "picture.legend.not_part": Text("Var aldri med", "Never part of it"),
        "picture.legend.whole": Text("Mål for helheten, uten én bestemt årsak", "Aim of the whole, with no single cause"),
        "picture.legend.required": Text("Kreves av dem som følger malen", "Required of those that follow the template"),
        "picture.legend.stated": Text("Kobling som står i kilden", "Arrow that is stated in the source"),
        "picture.legend.inferred": Text("Kobling som er tolket", "Arrow that is inferred"),
        "picture.legend.feedback": Text("Tilbakevirkning", "Feedback"),
        "picture.legend.sign.minus": Text("Mer av det ene gir mindre av det andre", "More of the one gives less of the other"),
        "picture.legend.sign.mixed": Text("Gir snart mer, snart mindre", "Gives now more, now less"),
        "picture.legend.unwanted": Text("Uønsket virkning", "Unwanted effect"),
        "picture.legend.doubt": Text("Kan leses på flere måter", "Can be read in more than one way"),
        "picture.source": Text("Kilde: {source}", "Source: {source}"),
        "picture.as_of": Text("Per {date}", "As of {date}"),
        "picture.formats": Text(
            "Bilder tegnes som .svg, .png, .pdf, .dot eller .mmd, og skrives som .graphml eller .gexf; «{name}» ender ikke på noen av dem.",
            "Pictures are drawn as .svg, .png, .pdf, .dot or .mmd, and written as .graphml or .gexf; “{name}” ends in none of these.",
        ),
        "picture.graph_of_model": Text(
            "Bare en modell kan skrives som graf; «{name}» skal være av noe annet.",
            "Only a model can be written as a graph; “{name}” is to be of something else.",
        ),
        "picture.album": Text("{count} virkningskjeder", "{count} logic models"),
        "picture.album.failed": Text("«{name}»: {reason}", "“{name}”: {reason}"),
        "picture.several": Text(
            "Det tegnes ett bilde for hver modell, til en mappe; «{name}» er ingen mappe.",
            "One picture is drawn for each model, to a folder; “{name}” is no folder.",
        ),
        "picture.no_effect": Text("`{option}` har ingen virkning for `{where}`", "`{option}` has no effect for `{where}`"),
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
        "picture.told.term": Text("Begrep: {value}", "Term: {value}"),
        "picture.told.who": Text("Hvem: {value}", "Who: {value}"),
        "picture.told.dose": Text("Omfang: {value}", "Dose: {value}"),
        "picture.told.when": Text("Når: {value}", "When: {value}"),
        "picture.told.status": Text("Status: {value}", "Status: {value}"),
        "picture.told.least": Text("Kommet kortest: {value}", "Least far: {value}"),
        "picture.told.content": Text("Innhold: {value}", "Content: {value}"),
        "picture.told.because": Text("Begrunnelse: {value}", "Reason: {value}"),
        "picture.told.mechanism": Text("Mekanisme: {value}", "Mechanism: {value}"),
        "picture.told.cause": Text("Årsak: {value}", "Cause: {value}"),
        "picture.told.at": Text("Sted i kilden: {value}", "Place in the source: {value}"),
        "picture.diff.title": Text("{a} (A) og {b} (B)", "{a} (A) and {b} (B)"),
        "picture.diff.title.version": Text("{b}: hva som er endret", "{b}: what has changed"),
        "picture.diff.whose": Text("i A", "in A"),
        "picture.diff.whose.version": Text("som det var", "as it was"),
        "picture.diff.in.first": Text("Bare i {a} (A)", "Only in {a} (A)"),
        "picture.diff.in.second": Text("Bare i {b} (B)", "Only in {b} (B)"),
        "picture.diff.in.both": Text("I begge", "In both"),
        "picture.diff.in.first.version": Text("Tatt bort", "Removed"),
        "picture.diff.in.second.version": Text("Kommet til", "Added"),
        "picture.diff.in.both.version": Text("Som før", "As before"),
        "picture.diff.changed": Text("I begge, men ikke likt beskrevet", "In both, but not described alike"),
        "picture.diff.lacking": Text("Kreves av malen, men finnes ikke i modellen", "Required by the template, but not in the model"),
        "picture.diff.field": Text("{field}: {before} → {after}", "{field}: {before} → {after}"),
        "picture.diff.changed.version": Text("Endret", "Changed"),
        "picture.diff.moved.source": Text(
            "Koblingen fra {label} går i {a} til {before}, i {b} til {after}",
            "The arrow from {label} goes to {before} in {a}, to {after} in {b}",
        ),
        "picture.diff.moved.target": Text(
            "Koblingen til {label} kommer i {a} fra {before}, i {b} fra {after}",
            "The arrow to {label} comes from {before} in {a}, from {after} in {b}",
        ),
        "picture.diff.moved.source.version": Text(
            "Koblingen fra {label} gikk til {before} og går nå til {after}",
            "The arrow from {label} went to {before} and now goes to {after}",
        ),
        "picture.diff.moved.target.version": Text(
            "Koblingen til {label} kom fra {before} og kommer nå fra {after}",
            "The arrow to {label} came from {before} and now comes from {after}",
        ),
        "picture.agreed.number": Text("Hvor mange av de {models} som har det", "How many of the {models} have it"),
        "picture.agreed.interval": Text("Tre har det sikkert, en fjerde kanskje", "Three surely have it, a fourth possibly"),
        "picture.agreed.most": Text("Mer enn halvparten har det", "More than half have it"),
        "picture.agreed.arrow": Text("Kobling som {count} har", "Arrow that {count} make"),
        "picture.agreed.all_inferred": Text("Kobling som ikke står i noen kilde", "Arrow that is stated in no source"),
        "picture.agreed.holders.one": Text("{count} har det: {models}", "{count} has it: {models}"),
        "picture.agreed.holders.more": Text("{count} har det: {models}", "{count} have it: {models}"),
        "picture.agreed.stated.one": Text("{count} har den i kilden: {models}", "{count} has it in its source: {models}"),
        "picture.agreed.stated.more": Text("{count} har den i kilden: {models}", "{count} have it in their source: {models}"),
        "picture.agreed.inferred.one": Text("{count} har den tolket: {models}", "{count} has it inferred: {models}"),
        "picture.agreed.inferred.more": Text("{count} har den tolket: {models}", "{count} have it inferred: {models}"),
        "picture.agreed.possibly": Text("Kanskje også: {models}", "Possibly also: {models}"),
        "picture.agreed.seam": Text(
            "En vei gjennom leddet er satt sammen av flere; ingen av dem har hele",
            "A way through this node is put together of several; none of them has all of it",
        ),
        "picture.agreed.seam.ways": Text("Ingen av dem har hele kjeden {ways}", "None of them has the whole chain {ways}"),
        "picture.letter.mechanism": Text("M", "M"),
        "picture.about.overview": Text("i korte trekk", "at a glance"),
        "picture.about.path": Text("fra {start} til {end}", "from {start} to {end}"),
        "picture.about.around": Text("rundt {node}", "around {node}"),
        "picture.about.evidence": Text("forskning bak koblingene", "research behind the arrows"),
        "picture.about.assumptions": Text("hvorfor koblingene skal holde", "why the arrows should hold"),
        "picture.overview.count": Text("Så mange ledd er slått sammen", "So many nodes are put together"),
        "picture.overview.rest": Text("… og {count} til", "… and {count} more"),
        "picture.overview.more": Text("{label} og {count} til", "{label} and {count} more"),
        "picture.overview.of": Text("{label} ({column})", "{label} ({column})"),
        "picture.overview.mixed": Text(
            "Noen av leddene som er slått sammen, er ikke kommet i gang", "Some of the nodes put together are not under way yet"
        ),
        "picture.overview.others": Text("Resten av kolonnen, uten koblingene sine", "The rest of the column, without its arrows"),
        "picture.evidence.behind": Text("Kobling uten forskning i modellen", "Arrow for which the model cites no research"),
        "picture.assumptions.behind": Text("Kobling uten oppgitt mekanisme", "Arrow with no mechanism given"),
        "picture.criteria.beside": Text("bygger på noe utenfor figuren", "rests on something outside the figure"),
        "picture.view.needs": Text("Visningen {view} trenger {needs}.", "The view {view} needs {needs}."),
        "picture.view.no_path": Text("Ingen kjede går fra {start} til {end}.", "No chain goes from {start} to {end}."),
        "picture.view.no_verdict": Text(
            "Kriteriesettet gjelder ikke {model}.",
            "The criteria set is not about {model}.",
        ),
        "help.option.view": Text(
            "Hva figuren skal vise: alt, modellen i korte trekk, kjedene mellom to ledd, alt rundt ett ledd, forskningen, "
            "begrunnelsene eller dommene.",
            "What the picture is to show: all, the model at a glance, the chains between two nodes, all around one node, the research, "
            "the reasons or the verdicts.",
        ),
        "help.option.view.from": Text(
            "Hvor kjedene begynner i visningen path: en id, et begrep, et trinn eller et nivå.",
            "Where chains begin in the view path: an id, a term, a stage or a level.",
        ),
        "help.option.view.to": Text("Hvor kjedene slutter i visningen path.", "Where chains end in the view path."),
        "help.option.view.node": Text("Leddet i visningen around: en id eller et begrep.", "The node in the view around: an id or a term."),
        "help.option.view.criteria": Text("Kriteriesett i visningen criteria.", "Criteria sets in the view criteria."),
        "help.option.paper": Text("Størrelsen på arket (a4 om ikke annet er sagt).", "The size of the sheet (a4 unless said otherwise)."),
        "help.option.dpi": Text(
            "Punkter per tomme i png (200 om ikke annet er sagt).", "Dots per inch of a png (200 unless said otherwise)."
        ),
        "help.option.output.pictures": Text("Filen eller mappen som det tegnes til.", "The file or the folder that is drawn to."),
        "picture.counts": Text("{nodes}, {links}", "{nodes}, {links}"),
    }
)

"""Words and sentences of tables that are read: where a cell is, what was not read, and why."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Text

TABLES: Mapping[str, Text] = MappingProxyType(
    {
        "table.file": Text("{file}", "{file}"),
        "table.sheet": Text("ark «{name}»", "sheet “{name}”"),
        "table.table": Text("tabell {name}", "table {name}"),
        "table.whole": Text("tabellen", "the table"),
        "table.within": Text("{outer}, {inner}", "{outer}, {inner}"),
        "table.cell": Text("celle {cell}", "cell {cell}"),
        "table.row": Text("rad {row}", "row {row}"),
        "table.row.column": Text("rad {row}, kolonne {column}", "row {row}, column {column}"),
        "table.row.heading": Text("rad {row}, kolonnen «{heading}»", "row {row}, the column “{heading}”"),
        "table.node": Text("ledd {name}", "node {name}"),
        "table.needs_extra": Text(
            "denne filen krever {library}; installer det med: python3 -m pip install '{extra}'",
            "this file needs {library}; install it with: python3 -m pip install '{extra}'",
        ),
        "table.no_table_of_name": Text(
            "det er ingen tabell {name}; disse finnes: {known}{likely}", "there is no table {name}; there are: {known}{likely}"
        ),
        "table.no_sheet": Text(
            "det er ikke noe ark {name}; disse finnes: {known}{likely}", "there is no sheet {name}; there are: {known}{likely}"
        ),
        "table.no_table": Text(
            "en {type} er ingen tabell: gi en fil, en dataramme eller en rettet graf",
            "a {type} is no table: give a file, a data frame or a directed graph",
        ),
        "table.unreadable.damaged": Text(
            "den er skadet, eller er noe annet enn navnet sier", "it is damaged, or is something else than its name says"
        ),
        "table.unreadable.damaged.tip": Text(
            "Åpne filen i programmet den er laget i, og lagre den på nytt.",
            "Open the file in the program that it was made in, and save it again.",
        ),
        "table.unreadable.defines": Text(
            "den definerer egne ord (DTD), som kan skjule hva som helst", "it defines words of its own (DTD), which can hide anything"
        ),
        "table.unreadable.defines.tip": Text(
            "Ingen tabell trenger det. Be om filen på nytt fra den du har den fra, eller lagre tabellen som CSV.",
            "No table needs that. Ask for the file again where you have it from, or save the table as CSV.",
        ),
        "table.unreadable.too_large": Text("den er større enn en tabell kan være her", "it is larger than a table can be here"),
        "table.unreadable.too_large.tip": Text(
            "Lagre arket med tabellen som en egen fil. Grensen er 100 000 rader, 500 kolonner og 128 MB utpakket.",
            "Save the sheet with the table as a file of its own. The limit is 100,000 rows, 500 columns and 128 MB unpacked.",
        ),
        "table.unreadable.undirected": Text("koblingene i grafen har ingen retning", "the arrows of the graph have no direction"),
        "table.unreadable.undirected.tip": Text(
            "Lag en rettet graf (`nx.DiGraph`): en kobling går fra ett ledd til et annet.",
            "Make a directed graph (`nx.DiGraph`): an arrow goes from one node to another.",
        ),
        "table.unreadable.locked": Text(
            "den er låst med passord, eller laget i en gammel Office", "it is locked with a password, or made in an old Office"
        ),
        "table.unreadable.locked.tip": Text(
            "Åpne filen, fjern passordet, og lagre den som .xlsx eller .docx.",
            "Open the file, remove the password, and save it as .xlsx or .docx.",
        ),
        "table.unreadable.old_excel": Text("den er fra en gammel Excel", "it is from an old Excel"),
        "table.unreadable.old_excel.tip": Text(
            "Åpne filen i Excel og lagre den som .xlsx.", "Open the file in Excel and save it as .xlsx."
        ),
        "table.unreadable.old_word": Text("den er fra en gammel Word", "it is from an old Word"),
        "table.unreadable.old_word.tip": Text("Åpne filen i Word og lagre den som .docx.", "Open the file in Word and save it as .docx."),
        "table.unreadable.other_program": Text("slike filer leses ikke", "such files are not read"),
        "table.unreadable.other_program.tip": Text(
            "Lagre tabellen som .xlsx, .docx eller .csv fra programmet filen er laget i.",
            "Save the table as .xlsx, .docx or .csv from the program that the file was made in.",
        ),
        "table.unreadable.model": Text("den er YAML, og ingen tabell", "it is YAML, and no table"),
        "table.unreadable.model.tip": Text(
            "En modell i YAML er ferdig lest: bruk den med `show`, `render` og de andre kommandoene.",
            "A model in YAML needs no reading in: use it with `show`, `render` and the other commands.",
        ),
        "table.unreadable.unknown": Text("navnet sier ikke at det er en tabell", "its name does not say that it is a table"),
        "table.unreadable.unknown.tip": Text(
            "Disse leses: .csv, .tsv, .txt, .xlsx, .docx, .md, .html og .graphml.",
            "These are read: .csv, .tsv, .txt, .xlsx, .docx, .md, .html and .graphml.",
        ),
        "table.unreadable.packed": Text("den er pakket, som filer fra Office er", "it is packed, as files from Office are"),
        "table.unreadable.packed.tip": Text(
            "Er den fra Excel, skal navnet ende på .xlsx; er den fra Word, på .docx.",
            "If it is from Excel, its name is to end in .xlsx; if it is from Word, in .docx.",
        ),
        "table.unreadable.binary": Text("den er ikke tekst", "it is not text"),
        "table.unreadable.binary.tip": Text("Lagre tabellen som CSV eller .xlsx.", "Save the table as CSV or .xlsx."),
        "table.unreadable.empty": Text("den er tom", "it is empty"),
        "table.unreadable.empty.tip": Text(
            "Lagre tabellen på nytt, og se at filen ikke er tom.", "Save the table again, and see that the file is not empty."
        ),
        "table.unreadable.no_table": Text("det er ingen tabell i den", "there is no table in it"),
        "table.unreadable.no_table.tip": Text(
            "Sett teksten i en tabell med overskrifter, for eksempel Trinn, Tekst og Fører til.",
            "Put the text in a table with headings, for instance Stage, Label and Leads to.",
        ),
        "table.unreadable.no_rows": Text("det står ingenting under overskriftene", "nothing stands below the headings"),
        "table.unreadable.no_rows.tip": Text("Skriv minst én rad under overskriftene.", "Write at least one row below the headings."),
        "table.as.stage": Text("et trinn", "a stage"),
        "table.as.level": Text("et nivå", "a level"),
        "table.as.horizon": Text("en tidshorisont", "a time horizon"),
        "table.as.field": Text("et av ordene for {field}", "one of the words for {field}"),
        "table.known.level": Text("tjenester, partnere, brukere, samfunn", "services, partners, users, society"),
        "table.known.horizon": Text("kort sikt, mellomlang sikt, lang sikt", "short, medium, long"),
        "table.no_stage": Text("noe med et trinn", "something with a stage"),
        "table.why.none": Text("ingen rad har denne id-en eller teksten{likely}", "no row has this id or text{likely}"),
        "table.why.several": Text("flere har denne teksten: {several}", "several have this text: {several}"),
        "table.why.several_numbers": Text(
            "flere kan være det som nummeret hører til, så koblingen er ikke laget: {several}",
            "the number may belong to several, so that no arrow is made: {several}",
        ),
        "table.why.several_numbers.tip": Text(
            "Gi hver rad sitt eget nummer, eller skriv koblingen i filen under `leads_to`.",
            "Give each row a number of its own, or write the arrow in the file under `leads_to`.",
        ),
        "table.left": Text("{cells}", "what stands in {cells}"),
        "table.why.otherwise": Text("en rad over sier {earlier}", "a row above says {earlier}"),
        "table.why.otherwise.tip": Text(
            "Én rad bestemmer. Rett tabellen, så begge radene sier det samme.",
            "One row decides. Mend the table, so that both rows say the same.",
        ),
        "table.why.formula": Text(
            "formelen har ingen verdi; åpne filen i Excel og lagre den", "the formula has no value; open the file in Excel and save it"
        ),
        "table.why.undated": Text("av flere mål må hvert ha et årstall", "of several targets each needs a year"),
        "table.why.undated.tip": Text(
            "Skriv året i overskriften (Mål 2026) eller i ruten (40 (2026)). Uten år er bare det siste målet med.",
            "Write the year in the heading (Target 2026) or in the cell (40 (2026)). Without years only the last target is kept.",
        ),
        "table.why.no_arrow": Text("bare ledd i kjeden fører til noe", "only nodes of the chain lead to something"),
        "table.why.no_trait": Text("kodeboken har ingen egenskap «{part}» (`traits`)", "the codebook has no trait “{part}” (`traits`)"),
        "table.why.no_trait.tip": Text(
            "Legg egenskapen til i kodeboken under `traits`, eller kall delen det en egenskap der heter.",
            "Add the trait to the codebook under `traits`, or call the part what a trait there is called.",
        ),
        "table.why.no_text": Text(
            "raden har trinn, men ingen tekst; står teksten under {names}, kall den kolonnen Tekst",
            "the row has a stage and no text; if the text stands under {names}, call that column Text",
        ),
        "table.why.no_actor": Text("det er ingen aktør i kodeboken", "it is no actor of the codebook"),
        "table.why.no_actor.tip": Text(
            "Legg aktøren til i kodeboken under `actors`, eller skriv det en aktør der heter.",
            "Add the actor to the codebook under `actors`, or write what an actor there is called.",
        ),
        "table.why.no_term": Text("det er ikke noe begrep i kodeboken", "it is no term of the codebook"),
        "table.why.no_term.tip": Text(
            "Legg begrepet til i kodeboken under `terms`, eller skriv det et begrep der heter.",
            "Add the term to the codebook under `terms`, or write what a term there is called.",
        ),
        "table.why.no_place": Text(
            "det er ikke avsnitt og setning, som i `rapport#2.1:4`", "it is not section and sentence, as in `report#2.1:4`"
        ),
        "table.why.no_flag": Text("det er verken ja eller nei", "it is neither yes nor no"),
        "table.why.no_flag.tip": Text(
            "Skriv ja eller nei i ruten, eller la den stå tom.",
            "Write yes or no in the cell, or leave it empty.",
        ),
        "table.why.no_date": Text("det er ingen dato", "it is no date"),
        "table.why.no_date.tip": Text(
            "Skriv et år, en måned eller en dag: 2026, 2026-05 eller 31.5.2026.",
            "Write a year, a month or a day: 2026, 2026-05 or 2026-05-31.",
        ),
        "table.why.no_indicator": Text("raden har ingen indikator", "the row has no indicator"),
        "table.why.no_indicator.tip": Text(
            "Skriv indikatoren i samme rad, i kolonnen Indikator.",
            "Write the indicator in the same row, in the column Indicator.",
        ),
        "table.lines.one": Text("én linje", "one line"),
        "table.lines.more": Text("{count} linjer", "{count} lines"),
        "table.indicators.one": Text("én indikator", "one indicator"),
        "table.indicators.more": Text("{count} indikatorer", "{count} indicators"),
        "table.why.uneven": Text("her er {lines}, og {indicators}", "here: {lines}, and {indicators}"),
        "table.why.uneven.tip": Text(
            "Skriv én linje i ruten for hver indikator i raden, i samme rekkefølge.",
            "Write one line in the cell for each indicator of the row, in the same order.",
        ),
        "table.why.unsure": Text(
            "kan være tusen eller desimaler, og er beholdt som ord", "may be a thousand or decimals, and is kept as words"
        ),
        "table.why.unsure.tip": Text(
            "Skriv tusen uten skilletegn (1200), og desimaler med null bak (1,2000), og les tabellen på nytt.",
            "Write a thousand without a divider (1200), and decimals with a zero behind (1.2000), and read the table again.",
        ),
        "table.unread.parts": Text(
            "utgangspunkt og mål for en del av gruppen: {cells}", "baselines and targets for a part of the group: {cells}"
        ),
        "table.unread.parts.tip": Text(
            "Utgangspunkt og mål gjelder hele gruppen. Lag en indikator for delen, om den har sine egne.",
            "Baselines and targets are for the whole group. Make an indicator for the part, if it has its own.",
        ),
        "table.other.sheets": Text("ark {names}", "sheet {names}"),
        "table.other.concealed": Text("ark som er skjult: {names}", "sheets that are hidden: {names}"),
        "table.other.tables": Text("tabell {names}", "table {names}"),
        "table.read.objectives": Text(
            "ord står under disse overskriftene, ikke tall, så de er ledd og ikke målinger: {names}",
            "words stand below these headings, not numbers, so they are nodes and not measurements: {names}",
        ),
        "table.read.same_date": Text(
            "disse kolonnene gir resultater med samme dato, og alle er tatt med: {names}",
            "these columns give results with the same date, and all are kept: {names}",
        ),
        "table.read.empty": Text("som tomme ruter: {names}", "as empty cells: {names}"),
        "table.read.thousands": Text(
            "komma skiller tusener, som på engelsk: {names}", "the commas divide thousands, as in English: {names}"
        ),
        "table.read.beside": Text(
            "tallet er lest for seg, og det bak det er ikke en del av det; på resultater er det en merknad eller antall spurte: {names}",
            "the number is read alone, and what stands behind it is no part of it; on results it is a note or how many were asked: {names}",
        ),
        "table.read.lowered": Text(
            "resultatene står mellom formål og aktiviteter, og er lest som produkter: {names}",
            "the results stand between purpose and activities, and are read as outputs: {names}",
        ),
        "table.read.filled": Text(
            "tomme ruter for trinn har trinnet over seg: {names}", "empty cells for the stage have that of the one above: {names}"
        ),
        "table.read.unitless": Text(
            "tallene har enheten som står ved et annet tall for samme indikator: {names}",
            "the numbers have the unit that stands beside another number of the same indicator: {names}",
        ),
        "table.read.across": Text(
            "disse rutene går over flere trinn, og er lest på det første: {names}",
            "these cells reach over several stages, and are read at the first: {names}",
        ),
        "table.read.same": Text("disse rutene har teksten i ruten over: {names}", "these cells have the text of the cell above: {names}"),
        "table.read.among": Text(
            "resultater for en del av gruppen har egenskapen i `among`: {names}",
            "results for a part of the group have its trait in `among`: {names}",
        ),
        "table.read.sideways": Text(
            "overskriftene står nedover i første kolonne, så hver kolonne er lest som en rad",
            "the headings stand down the first column, so that each column is read as a row",
        ),
        "table.read.concealed": Text("arket er skjult i Excel", "the sheet is hidden in Excel"),
        "table.read.hidden_columns": Text(
            "skjulte kolonner er lest som de andre: {names}", "hidden columns are read as the others: {names}"
        ),
        "table.read.hidden": Text("skjulte rader er lest som de andre: {names}", "hidden rows are read as the others: {names}"),
        "table.read.unattached": Text(
            "en rute har flere ledd og et annet antall indikatorer, så disse hører til ingen av dem: {names}",
            "a cell has several nodes and another number of indicators, so that these belong to none of them: {names}",
        ),
        "table.read.unkind": Text(
            "tabellen sier ikke om dette er problem, fortrinn eller endring: {names}. Det som står i filen, er et forslag",
            "the table does not say whether these are a problem, an asset or a change: {names}. What stands in the file is a suggestion",
        ),
        "table.read.unplaced": Text(
            "tabellen sier ikke hvor disse virkningene viser seg: {names}. Det som står i filen, er et forslag",
            "the table does not say where these outcomes show: {names}. What stands in the file is a suggestion",
        ),
        "table.arrows.none": Text(
            "tabellen sier ikke hvilke ledd som fører til hvilke: koblingene er det du som tegner, under `leads_to`",
            "the table does not say which nodes lead to which: the arrows are yours to draw, under `leads_to`",
        ),
        "table.arrows.numbers.one": Text("én kobling er lest av nummereringen", "one arrow is read from the numbering"),
        "table.arrows.numbers.more": Text("{count} koblinger er lest av nummereringen", "{count} arrows are read from the numbering"),
        "table.unread.bare": Text("det som står uten overskrift: {cells}", "what stands under no heading: {cells}"),
        "table.unread.cells": Text(
            "disse rutene, som ikke kan si noe om det raden gjelder: {cells}",
            "these cells, which can say nothing of what the row is about: {cells}",
        ),
        "table.unread.cells.tip": Text("Skriv det inn i filen der det hører hjemme.", "Write it in the file where it belongs."),
        "table.needs.any": Text(
            "Ett ledd per rad: Trinn, Tekst, Fører til. Ett trinn per kolonne: Aktiviteter, Virkninger og så videre. Logframe: Nivå, "
            "Beskrivelse, Indikatorer, Antakelser. Én kobling per rad: Fra, Til, Fra trinn, Til trinn",
            "One node a row: Stage, Label, Leads to. One stage a column: Activities, Outcomes and so on. Logframe: Level, Summary, "
            "Indicators, Assumptions. One arrow a row: From, To, From stage, To stage",
        ),
        "table.needs.nodes": Text("`nodes` trenger Trinn og Tekst", "`nodes` needs Stage and Label"),
        "table.needs.wide": Text(
            "`wide` trenger minst to kolonner med hvert sitt trinn, som Aktiviteter og Virkninger",
            "`wide` needs at least two columns with a stage each, such as Activities and Outcomes",
        ),
        "table.needs.logframe": Text(
            "`logframe` trenger Beskrivelse, og Indikatorer, Verifikasjonskilde eller Antakelser",
            "`logframe` needs Summary, and Indicators, Means of verification or Assumptions",
        ),
        "table.needs.framework": Text(
            "`framework` trenger Indikator, og Utgangspunkt, Mål eller årstall",
            "`framework` needs Indicator, and Baseline, Target or years",
        ),
        "table.needs.arrows": Text("`arrows` trenger Fra og Til", "`arrows` needs From and To"),
    }
)

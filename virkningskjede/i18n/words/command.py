"""Words and sentences of commands: tables, summaries, errors, scaffolds."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Text

COMMAND: Mapping[str, Text] = MappingProxyType(
    {
        "notebook.long_picture": Text("Figuren, som er lang", "The picture, which is long"),
        "notebook.no_picture": Text("Figuren er ikke tegnet her: {why}", "The picture is not drawn here: {why}"),
        "notebook.rest": Text("Resten: omtrent {count} linjer", "The rest: about {count} lines"),
        "list.model": Text("Modell", "Model"),
        "list.id": Text("Id", "Id"),
        "list.kind": Text("Slag", "Kind"),
        "list.follows": Text("Følger", "Follows"),
        "list.nodes": Text("Ledd", "Nodes"),
        "list.arrows": Text("Koblinger", "Arrows"),
        "findings.tip": Text("Råd", "Advice"),
        "findings.related": Text("Se også", "See also"),
        "findings.related.more": Text("og {count} til", "and {count} more"),
        "findings.related.count": Text("(og {count} steder til)", "(and {count} more places)"),
        "findings.related.one": Text("(og ett sted til)", "(and one more place)"),
        "findings.follows": Text(
            "Det kommer av det som er endret her siden {rev}: rett de andre stedene, eller det som er endret.",
            "It follows from what was changed here since {rev}: mend the other places, or what was changed.",
        ),
        "findings.follows.gone": Text(
            "Her sto `{name}` i {rev}: rett de andre stedene, eller sett det tilbake. `virkningskjede rename` endrer et navn overalt.",
            "`{name}` stood here at {rev}: mend the other places, or put it back. `virkningskjede rename` changes a name everywhere.",
        ),
        "findings.others": Text("; unntak: {names}", "; all but {names}"),
        "findings.title": Text("Hva som er funnet i filene", "What was found in the files"),
        "findings.place": Text("Sted", "Place"),
        "findings.file": Text("Fil", "File"),
        "findings.line": Text("Linje", "Line"),
        "findings.column": Text("Kolonne", "Column"),
        "findings.path": Text("Hvor i modellen", "Where in the model"),
        "findings.severity": Text("Alvor", "Severity"),
        "findings.code": Text("Kode", "Code"),
        "findings.message": Text("Melding", "Message"),
        "findings.notes": Text("Merknader", "Notes"),
        "findings.notes.more": Text(
            "Vis hver av dem med --verbose; «virkningskjede explain KODE» forklarer.",
            "Show each with --verbose; “virkningskjede explain CODE” explains.",
        ),
        "findings.files.one": Text("{count} fil", "{count} file"),
        "findings.files.more": Text("{count} filer", "{count} files"),
        "findings.nothing": Text("ingenting å melde", "nothing to report"),
        "findings.nothing.new": Text("ingenting nytt å melde", "nothing new to report"),
        "findings.known.one": Text("Ett funn fra før er ikke vist.", "One finding from before is not shown."),
        "findings.known.more": Text("{count} funn fra før er ikke vist.", "{count} findings from before are not shown."),
        "findings.passed_over.one": Text(
            "Ikke lest: {files} (har ikke nøkkelen `virkningskjede`).", "Not read: {files} (has no key `virkningskjede`)."
        ),
        "findings.passed_over.more": Text(
            "Ikke lest, {count} filer: {files} (har ikke nøkkelen `virkningskjede`).",
            "Not read, {count} files: {files} (have no key `virkningskjede`).",
        ),
        "findings.not_then.one": Text(
            "Alt som er funnet i denne filen, er nytt: verken den eller prosjektet dens fantes i revisjonen: {files}",
            "Everything found in this file is new: neither it nor its project was there at the revision: {files}",
        ),
        "findings.not_then.more": Text(
            "Alt som er funnet i disse {count} filene, er nytt: verken de eller prosjektet deres fantes i revisjonen: {files}",
            "Everything found in these {count} files is new: neither they nor their project was there at the revision: {files}",
        ),
        "findings.more": Text("{count} til er ikke vist her.", "{count} more are not shown here."),
        "findings.error.one": Text("feil", "error"),
        "findings.error.more": Text("feil", "errors"),
        "findings.warning.one": Text("advarsel", "warning"),
        "findings.warning.more": Text("advarsler", "warnings"),
        "findings.info.one": Text("merknad", "note"),
        "findings.info.more": Text("merknader", "notes"),
        "help.program": Text(
            "Virkningskjeder som tekst: kontrollert, sammenlignet og tegnet.",
            "Logic models (virkningskjeder) as text: checked, compared and drawn.",
        ),
        "help.validate": Text(
            "Er filene riktig laget? Mapper leses med alt under. Avslutter med 1 når noe i --fail-on er funnet, og 2 når en fil ikke "
            "kan leses.",
            "Are the files well made? Folders are read with all below them. Exits with 1 when something in --fail-on was found, and 2 when "
            "a file cannot be read.",
        ),
        "help.explain": Text(
            "Skriv ut siden om en kode. Begynnelsen på en kode lister dem som begynner slik; uten kode listes alle.",
            "Print the manual page of a code. The beginning of a code lists those that begin so; without a code all are listed.",
        ),
        "help.schema": Text(
            "Skriv ut JSON Schema for et slag filer, så et skriveprogram kan fullføre, forklare og kontrollere dem. Uten slag legges "
            "alle i mappen -o.",
            "Print the JSON Schema of a kind of file, so that an editor can complete, explain and check them. Without a kind all are "
            "put into the folder -o.",
        ),
        "help.option.output.schema": Text(
            "Filen som skjemaet skrives til, eller mappen.", "The file that the schema is written to, or the folder."
        ),
        "error.schema.which": Text(
            "Si hvilket slag skjemaet skal være for ({known}), eller hvilken mappe alle skal legges i (-o)",
            "Say which kind the schema is to be of ({known}), or which folder all are to be put into (-o)",
        ),
        "help.show": Text("Vis én modell.", "Show one model."),
        "help.diff": Text(
            "Sammenlign to modeller, en modell med malen, eller to versjoner av en fil (FIL@REVISJON). To mapper (MAPPE@REVISJON MAPPE): "
            "hver modell, også de som er nye eller ikke er med lenger.",
            "Compare two models, a model with its template, or two versions of a file (FILE@REVISION). Two folders (FOLDER@REVISION "
            "FOLDER): each model, those that are new or no longer there too.",
        ),
        "help.check": Text(
            "Teoretisk test: hold modeller mot suksesskriterier fra litteraturen.",
            "Theoretical test: hold models against success criteria from the literature.",
        ),
        "help.render": Text(
            "Tegn en modell til en fil, eller flere til en mappe, eller til én pdf med en side for hver. Filens endelse bestemmer: svg, "
            "png, pdf, dot eller mmd; graphml og gexf gir grafen til Gephi, yEd og networkx.",
            "Draw one model to a file, or several to a folder, or to one pdf with a page for each. The file's ending decides: svg, png, "
            "pdf, dot or mmd; graphml and gexf give the graph to Gephi, yEd and networkx.",
        ),
        "help.new": Text(
            "Lag en ny modell, tom eller fra en tabell (--from): Excel, Word, CSV, Markdown eller GraphML. Den legges i prosjektets mappe, "
            "og kontrolleres. Avslutter med 1 når den har feil, og 2 når tabellen ikke blir en modell.",
            "Make a new model, empty or from a table (--from): Excel, Word, CSV, Markdown or GraphML. It is put in the project's folder, "
            "and validated. Exits with 1 when it has errors, and 2 when the table makes no model.",
        ),
        "help.option.lang": Text("Språk: nb eller en.", "Language: nb or en."),
        "help.option.format": Text("Hva svaret skrives som.", "What the answer is written as."),
        "help.option.output": Text(
            "Filen som svaret skrives til. Det den ender på, avgjør hva det skrives som.",
            "The file that the answer is written to. What it ends in decides what it is written as.",
        ),
        "help.option.output.heatmap": Text(
            "Filen som svaret skrives til. Det den ender på, avgjør hva det skrives som; svg, png, pdf og dot blir varmekart.",
            "The file that the answer is written to. What it ends in decides what it is written as; svg, png, pdf and dot are heat maps.",
        ),
        "help.option.output.picture": Text(
            "Filen som svaret skrives til. Det den ender på, avgjør hva det skrives som; svg, png, pdf, dot og mmd blir bilder.",
            "The file that the answer is written to. What it ends in decides what it is written as; svg, png, pdf, dot and mmd are drawn.",
        ),
        "help.option.output.new": Text(
            "YAML-filen som modellen skrives til; - skriver den ut.", "The YAML file that the model is written to; - prints it."
        ),
        "help.option.select": Text(
            "Bare disse kodene (VK2, VK204). Flere skilles med komma.", "Only these codes (VK2, VK204), separated by commas."
        ),
        "help.option.ignore": Text("Ikke disse kodene.", "Not these codes."),
        "help.option.fail_on": Text(
            "Hva som gir sluttkode 1: error, warning, info eller none.", "What gives exit code 1: error, warning, info or none."
        ),
        "help.option.fail_on.check": Text(
            "Hva som gir sluttkode 1, skilt med komma: not_met, partly, not_stated, not_decidable.",
            "What gives exit code 1, separated by commas: not_met, partly, not_stated, not_decidable.",
        ),
        "help.option.new_since": Text(
            "Bare det som er nytt siden en revisjon i git, som main. Det som var der da, kjennes igjen selv om linjer og filer er flyttet.",
            "Only what is new since a revision in git, such as main. What was there then is known again though lines and files have moved.",
        ),
        "help.option.baseline": Text(
            "Bare det som ikke står i denne filen, skrevet tidligere med --format json.",
            "Only what does not stand in this file, written before with --format json.",
        ),
        "help.option.name": Text(
            "Hva filen som leses fra standard inndata (STI -), heter i meldinger, og hvor den hører til.",
            "What the file that is read from standard input (PATH -) is called in messages, and where it belongs.",
        ),
        "help.option.exit_zero": Text("Avslutt med 0 uansett hva som blir funnet.", "Exit with 0 whatever is found."),
        "help.option.every": Text("Vis hver merknad for seg.", "Show every note on its own."),
        "help.option.criteria": Text(
            "Kriteriesett, skilt med komma; alle i prosjektet når ingen er nevnt. corpus:NAVN er et som følger med programmet.",
            "Criteria sets, separated by commas; all of the project's unless named. corpus:NAME is one that comes with the program.",
        ),
        "help.option.explain": Text("Skriv grunnene til hver dom.", "Print the grounds of each verdict."),
        "help.option.from": Text(
            "Tabellen å begynne fra: csv, tsv, txt, xlsx, docx, md, html eller graphml.",
            "The table to begin from: csv, tsv, txt, xlsx, docx, md, html or graphml.",
        ),
        "help.option.sheet": Text(
            "Arket som leses, ved navn; i Word, Markdown og HTML nummeret på tabellen.",
            "The sheet that is read, by name; in Word, Markdown and HTML the number of the table.",
        ),
        "help.option.layout": Text(
            "Oppsettet til tabellen; uten valget kjennes det igjen på overskriftene. nodes: ett ledd per rad. wide: ett trinn per kolonne. "
            "logframe: mål, produkter og aktiviteter med indikatorer. framework: indikatorer med tall. arrows: én kobling per rad.",
            "The layout of the table; without it, it is recognised by the headings. nodes: one node a row. wide: one stage a column. "
            "logframe: goals, outputs and activities with indicators. framework: indicators with numbers. arrows: one arrow a row.",
        ),
        "help.option.kind.new": Text(
            "pilot, template eller programme. Uten valget: som de andre i prosjektet, ellers pilot.",
            "pilot, template or programme. Without it: as the others of the project, or else pilot.",
        ),
        "help.option.follows": Text("Malen som modellen følger.", "The template that the model follows."),
        "help.option.source.new": Text("Kilden som stedene i tabellen er i.", "The source that the table's places are in."),
        "help.option.version": Text("Skriv utgaven og avslutt.", "Print the release and exit."),
        "error.internal": Text(
            "Noe gikk galt i programmet selv ({error}). Det er vår feil: meld den, gjerne med filen. "
            "Med VIRKNINGSKJEDE_DEBUG=1 vises hvor.",
            "Something went wrong in the program itself ({error}). It is our defect: please report it, with the file if you can. "
            "VIRKNINGSKJEDE_DEBUG=1 shows where.",
        ),
        "explain.codes": Text("Koder", "Codes"),
        "explain.family.reading": Text("filen, YAML og tabeller", "the file, YAML and tables"),
        "explain.family.form": Text("formen på filen", "the form of the file"),
        "explain.family.chain": Text("kjeden", "the chain"),
        "explain.family.names": Text("navn som det vises til", "names that are referred to"),
        "explain.family.sources": Text("kilder og steder", "sources and places"),
        "explain.family.amounts": Text("mengder", "amounts"),
        "explain.family.labels": Text("tekst i leddene", "labels of nodes"),
        "explain.family.privacy": Text("personvern", "privacy"),
        "explain.family.completeness": Text("det som mangler", "what is missing"),
        "explain.family.housekeeping": Text("orden: `accept` og `or`", "housekeeping: `accept` and `or`"),
        "error.no_path": Text("det er ingen fil eller mappe {path}{likely}", "there is no file or folder {path}{likely}"),
        "error.no_node": Text("{model} har ikke noe ledd {id}", "{model} has no node {id}"),
        "error.no_code": Text("det er ingen kode {code}{likely}", "there is no code {code}{likely}"),
        "error.no_set": Text(
            "det er ikke noe kriteriesett {name}; disse finnes: {known}{likely}",
            "there is no criteria set {name}; there are: {known}{likely}",
        ),
        "error.no_verdict": Text(
            "{count} dommer over {criterion} for {model}; nevn ett sett som har kriteriet",
            "{count} verdicts of {criterion} on {model}; name one set that has it",
        ),
        "error.same_id": Text("to av modellene har samme id", "two of the models have the same id"),
        "error.no_model": Text(
            "Finner ingen modell «{name}»: verken som fil eller som id i {root}{likely}",
            "No model “{name}”: neither a file nor an id in {root}{likely}",
        ),
        "error.no_models": Text("Det er ingen modeller i {path}", "There are no models in {path}"),
        "error.cannot_write": Text("Kan ikke skrive {path}: {reason}", "Cannot write {path}: {reason}"),
        "error.new.from": Text("{option} hører til --from", "{option} goes with --from"),
        "error.exists": Text("{path} finnes fra før, og blir ikke rørt", "{path} exists already and is left alone"),
        "error.settings": Text("{path}: {reason}", "{path}: {reason}"),
        "error.setting": Text(
            "ukjent innstilling `{key}` under [tool.virkningskjede]; disse finnes: {known}",
            "unknown setting `{key}` under [tool.virkningskjede]; these exist: {known}",
        ),
        "error.setting_value": Text(
            "innstillingen `{key}` kan ikke være {value}; skriv {known}", "the setting `{key}` cannot be {value}; write {known}"
        ),
        "settings.list": Text('en liste av tekster, slik: ["…"]', 'a list of texts, as in ["…"]'),
        "settings.text": Text("en tekst", "a text"),
        "settings.choice": Text("ett av disse: {choices}", "one of these: {choices}"),
        "settings.codes_by_file": Text(
            'filer med koder, slik: {"models/a.yaml" = ["VK2"]}', 'files with codes, as in {"models/a.yaml" = ["VK2"]}'
        ),
        "settings.severity": Text(
            'koder med alvorsgrad, slik: {VK210 = "error"} (error, warning eller info)',
            'codes with a severity, as in {VK210 = "error"} (error, warning or info)',
        ),
        "error.setting_pattern": Text(
            "mønsteret {pattern} i `{key}` treffer ingenting: skriv stien fra mappen til pyproject.toml, med / mellom mappene, "
            "uten ! og klammer",
            "the pattern {pattern} in `{key}` covers nothing: write the path from the folder of pyproject.toml, with / between folders, "
            "without ! and braces",
        ),
        "error.stdin": Text(
            "Gi - og --name FILNAVN sammen: innholdet leses fra standard inndata, og navnet sier hvor det hører til",
            "Give - and --name FILENAME together: the content is read from standard input, and the name says where it belongs",
        ),
        "error.since_models": Text(
            "Bare filer og mapper kan holdes mot en revisjon; gi stien til dem",
            "Only files and folders can be held against a revision; give their path",
        ),
        "error.baseline": Text(
            "{name} er ikke et svar fra «virkningskjede validate --format json». Lag filen på nytt med det",
            "{name} is no answer of “virkningskjede validate --format json”. Make the file anew with that",
        ),
        "error.baseline.read": Text("{name} kan ikke leses: {reason}", "{name} cannot be read: {reason}"),
        "error.summary.full": Text("den ville blitt større enn GitHub tar imot", "it would be larger than GitHub takes"),
        "error.summary": Text("Sammendraget kan ikke skrives til {path}: {reason}", "The summary cannot be written to {path}: {reason}"),
        "error.table": Text(
            "{path} er en tabell: les den med `read_table` i Python, eller lag en modell av den med `virkningskjede new ID --from FIL`",
            "{path} is a table: read it with `read_table` in Python, or make a model of it with `virkningskjede new ID --from FILE`",
        ),
        "error.folder": Text("{path} er en mappe; nevn én fil", "{path} is a folder; name one file"),
        "error.folder.one": Text(
            "{folder} er en mappe, men {file} er ikke; nevn to modeller, eller to mapper",
            "{folder} is a folder, but {file} is none; name two models, or two folders",
        ),
        "error.git": Text("Finner ikke {name} i revisjonen {rev}", "Cannot find {name} in revision {rev}"),
        "error.invalid": Text("Dette kan ikke brukes før feilene over er rettet", "This cannot be used until the errors above are mended"),
        "error.broken_set": Text(
            "Filen kan ikke brukes før feilene over er rettet", "The file cannot be used until the errors above are mended"
        ),
        "error.code_prefix": Text("`{code}` er ikke begynnelsen på noen kode", "`{code}` is not the beginning of any code"),
        "error.no_folder": Text("mappen finnes ikke", "the folder does not exist"),
        "error.choice": Text("`{value}` er ikke et av valgene: {known}{likely}", "`{value}` is not one of the choices: {known}{likely}"),
        "placeholder.CODE": Text("KODE", "CODE"),
        "placeholder.DATE": Text("DATO", "DATE"),
        "placeholder.FILE": Text("FIL", "FILE"),
        "placeholder.FLOAT": Text("TALL", "NUMBER"),
        "placeholder.FOLDER": Text("MAPPE", "FOLDER"),
        "placeholder.INTEGER": Text("HELTALL", "WHOLE NUMBER"),
        "placeholder.KIND": Text("SLAG", "KIND"),
        "placeholder.MODEL": Text("MODELL", "MODEL"),
        "placeholder.NAME": Text("NAVN", "NAME"),
        "placeholder.NODE": Text("LEDD", "NODE"),
        "placeholder.PATH": Text("STI", "PATH"),
        "placeholder.PERCENT": Text("PROSENT", "PERCENT"),
        "placeholder.REV": Text("REVISJON", "REVISION"),
        "placeholder.SOURCE": Text("KILDE", "SOURCE"),
        "placeholder.TEMPLATE": Text("MAL", "TEMPLATE"),
        "placeholder.TEXT": Text("TEKST", "TEXT"),
        "os.EACCES": Text("ingen tilgang", "permission denied"),
        "os.EBADF": Text("den er lukket", "it is closed"),
        "os.EEXIST": Text("den finnes fra før", "it exists already"),
        "os.EISDIR": Text("det er en mappe", "it is a folder"),
        "os.EMFILE": Text("for mange åpne filer", "too many open files"),
        "os.ENAMETOOLONG": Text("navnet er for langt", "the name is too long"),
        "os.ENOENT": Text("den finnes ikke", "there is no such file or folder"),
        "os.ENOSPC": Text("det er fullt", "there is no room left"),
        "os.ENOTDIR": Text("noe i stien er ingen mappe", "something in the path is no folder"),
        "os.EPERM": Text("ikke lov", "not permitted"),
        "os.EROFS": Text("det kan bare leses fra", "it is read-only"),
        "report.ending": Text("Navnet «{name}» må ende på {known}", "The name “{name}” must end in {known}"),
        "report.width": Text("En tekst trenger en bredde på minst {least}", "A text needs a width of at least {least}"),
        "error.without": Text("{option} har ingen virkning uten {needed}", "{option} has no effect without {needed}"),
        "error.with": Text("{option} har ingen virkning sammen med {other}", "{option} has no effect together with {other}"),
        "error.nothing_named": Text("Etter {option} står det ikke noe navn", "There is no name after {option}"),
        "error.site_is_folder": Text(
            "Et nettsted er en mappe, og kan ikke skrives ut i terminalen; skriv en mappe etter {option}",
            "A site is a folder, and cannot be printed; write a folder after {option}",
        ),
        "error.interrupted": Text("Avbrutt.", "Interrupted."),
        "error.os": Text("{path}: {reason}", "{path}: {reason}"),
        "error.stdout": Text("Svaret kan ikke skrives ut: {reason}", "The answer cannot be written to standard output: {reason}"),
        "parsing.usage": Text("Bruk", "Usage"),
        "parsing.options": Text("Valg", "Options"),
        "parsing.options.some": Text("[VALG]", "[OPTIONS]"),
        "parsing.commands": Text("Kommandoer", "Commands"),
        "parsing.command.some": Text("KOMMANDO [ARGUMENTER]", "COMMAND [ARGUMENTS]"),
        "parsing.required": Text("må gis", "required"),
        "parsing.help": Text("Vis denne hjelpen.", "Show this help."),
        "parsing.help.try": Text("Se «{command} --help».", "See “{command} --help”."),
        "parsing.command": Text("Det finnes ingen kommando `{name}`{likely}", "There is no command `{name}`{likely}"),
        "parsing.option": Text("Det finnes ikke noe valg `{name}` her{likely}", "There is no option `{name}` here{likely}"),
        "parsing.option.here": Text("`{name}` har ingen virkning for `{command}`", "`{name}` has no effect for `{command}`"),
        "parsing.option.value": Text("Valget `{name}` trenger en verdi", "The option `{name}` needs a value"),
        "parsing.option.no_value": Text("Valget `{name}` tar ingen verdi", "The option `{name}` takes no value"),
        "parsing.missing": Text("{name} mangler", "{name} is missing"),
        "parsing.extra": Text("Dette er for mye: {arguments}", "This is too much: {arguments}"),
        "parsing.choice": Text(
            "{name}: `{value}` er ikke et av valgene: {known}{likely}", "{name}: `{value}` is not one of the choices: {known}{likely}"
        ),
        "parsing.number": Text("{name}: `{value}` er ikke et tall", "{name}: `{value}` is not a number"),
        "parsing.range.between": Text(
            "{name}: `{value}` er ikke et tall fra {low} til {high}", "{name}: `{value}` is not a number from {low} to {high}"
        ),
        "parsing.range.least": Text(
            "{name}: `{value}` er ikke et tall fra {low} og opp", "{name}: `{value}` is not a number from {low} upwards"
        ),
        "parsing.range.most": Text("{name}: `{value}` er ikke et tall opp til {high}", "{name}: `{value}` is not a number up to {high}"),
        "parsing.value": Text("{name}: `{value}`: {reason}", "{name}: `{value}`: {reason}"),
        "error.ending": Text(
            "«{name}» ender ikke på noe som dette kan skrives som: {known}",
            "“{name}” does not end in anything that this can be written as: {known}",
        ),
        "error.ending.other": Text(
            "«{name}» ender på noe annet enn det som --format {format} ber om; velg en av delene",
            "“{name}” ends in something else than --format {format} asks for; choose one of them",
        ),
        "error.no_picture": Text(
            "Av dette er det ikke noe bilde. Det kan skrives som {known}.", "There is no picture of this. It can be written as {known}."
        ),
        "error.option.format": Text(
            "{option} endrer ikke noe i {format}, bare i {known}; ta den bort, eller velg et av dem",
            "{option} changes nothing in {format}, only in {known}; leave it out, or choose one of them",
        ),
        "done.written": Text("Skrev {path}", "Wrote {path}"),
        "show.follows": Text("Følger", "Follows"),
        "show.source": Text("Kilde", "Source"),
        "show.as_of": Text("Per", "As of"),
        "show.leads_to": Text("fører til", "leads to"),
        "show.who": Text("hvem", "who"),
        "show.status": Text("status", "status"),
        "show.dose": Text("omfang", "dose"),
        "show.hinders": Text("hemmer", "hinders"),
        "show.helps": Text("fremmer", "helps"),
        "show.measures": Text("måler {nodes}", "measures {nodes}"),
        "show.about": Text("gjelder", "about"),
        "show.age": Text("{amount}", "{amount}"),
        "show.sick_leave": Text("sykmeldt {amount}", "on sick leave for {amount}"),
        "show.denied": Text("ikke {traits}", "not {traits}"),
        "show.or": Text(" eller ", " or "),
        "show.node": Text("Ledd", "Node"),
        "show.arrow": Text("Kobling", "Arrow"),
        "show.column.element": Text("Trinn eller kobling", "Stage or arrow"),
        "show.column.id": Text("Id", "Id"),
        "show.column.label": Text("Tekst", "Label"),
        "show.column.to.id": Text("Til (id)", "To (id)"),
        "show.column.to": Text("Til", "To"),
        "show.column.level": Text("Nivå", "Level"),
        "show.column.status": Text("Status", "Status"),
        "show.column.who": Text("Hvem", "Who"),
        "show.column.stated": Text("Står i kilden", "Stated in the source"),
        "show.column.because": Text("Begrunnelse", "Reason"),
        "show.column.at": Text("Sted i kilden", "Place in the source"),
        "show.column.others": Text("Annet", "Other"),
        "show.lost": Text("Ikke med når tabellen leses inn igjen: {fields}", "Not in the model when the table is read back: {fields}"),
        "show.lost.all": Text("Tabellen kan ikke leses inn igjen", "The table cannot be read back"),
        "show.counts": Text(
            "{nodes}, {arrows} ({stated} står i kilden, {inferred} er tolket)",
            "{nodes}, {arrows} ({stated} stated in the source, {inferred} inferred)",
        ),
        "show.inferred": Text(
            "? bak et mål: koblingen er tolket av koderen, og står ikke i kilden",
            "? after a target: the coder inferred the arrow; the source does not state it",
        ),
        "new.target_group": Text("Hvem det er for", "Whom it is for"),
        "new.inputs": Text("Innsatsfaktor", "Input"),
        "new.activities": Text("Aktivitet", "Activity"),
        "new.outputs": Text("Produkt eller tjeneste", "Product or service"),
        "new.outcomes": Text("Virkning", "Outcome"),
        "new.id.target_group": Text("malgruppe", "target-group"),
        "new.id.inputs": Text("innsatsfaktor", "input"),
        "new.id.activities": Text("aktivitet", "activity"),
        "new.id.outputs": Text("produkt", "output"),
        "new.id.outcomes": Text("virkning", "outcome"),
        "help.init": Text(
            "Begynn et prosjekt: kodebok, referanser, en skisse, et kriterium og en tabell. Ingenting skrives over.",
            "Begin a project: codebook, references, a sketch, a criterion and a table. Nothing is written over.",
        ),
        "help.option.ci": Text(
            "Skriv også filen som får prosjektet kontrollert når noen foreslår en endring, i GitHub eller GitLab; finnes prosjektet, "
            "bare den.",
            "Write the file too that has the project validated when somebody proposes a change, in GitHub or GitLab; only that file where "
            "there is a project already.",
        ),
        "init.ci": Text(
            "{path} installerer {program}. Har dere programmet fra et annet sted, skriv det der.",
            "{path} installs {program}. If you have the program from elsewhere, write that there.",
        ),
        "init.ci.standing": Text(
            "{path} finnes fra før, og er ikke rørt. Dette skulle stått der:",
            "{path} is there already, and is left as it is. This would have stood there:",
        ),
        "init.made": Text("Prosjektet er klart. Prøv dette:", "The project is ready. Try this:"),
        "error.new.corpus": Text(
            "den medfølgende samlingen blir ikke endret; velg et eget prosjekt, eller lag ett med «virkningskjede init»",
            "the collection that comes with the program is not changed; choose a project of your own, or make one with "
            "“virkningskjede init”",
        ),
        "error.init.project": Text(
            "her er det et prosjekt allerede: {root}. Velg en annen mappe, eller lag en modell i det med «virkningskjede new»",
            "there is a project here already: {root}. Choose another folder, or make a model in it with “virkningskjede new”",
        ),
        "error.init.exists": Text(
            "{paths} finnes fra før. Ingenting er skrevet; velg en annen mappe",
            "{paths}: exists already. Nothing was written; choose another folder",
        ),
        "new.level": Text(
            "Tabellen sier ikke hvor virkningen viser seg; rett `level` om den ikke gjelder brukere",
            "The table does not say where the outcome shows; change `level` if it is not for users",
        ),
    }
)

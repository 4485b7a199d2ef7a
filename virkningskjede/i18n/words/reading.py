"""What the reader says of slips in YAML, and the names of characters that do not show."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Text

READING: Mapping[str, Text] = MappingProxyType(
    {
        "character.named": Text("{code} ({name})", "{code} ({name})"),
        "character.no_break_space": Text("hardt mellomrom", "no-break space"),
        "character.narrow_space": Text("smalt, hardt mellomrom", "narrow no-break space"),
        "character.figure_space": Text("mellomrom så bredt som et siffer", "figure space"),
        "character.wide_space": Text("bredt mellomrom", "ideographic space"),
        "character.special_space": Text("mellomrom med egen bredde", "space of a special width"),
        "character.zero_space": Text("mellomrom uten bredde", "zero-width space"),
        "character.joiner": Text("usynlig skjøtetegn", "invisible joiner"),
        "character.byte_order_mark": Text("byterekkefølgemerke", "byte order mark"),
        "character.soft_hyphen": Text("myk bindestrek", "soft hyphen"),
        "character.direction": Text("usynlig tegn for skriveretning", "invisible mark of writing direction"),
        "character.line_separator": Text("linjeskilletegn", "line separator"),
        "character.control": Text("styretegn", "control character"),
        "character.other": Text("tegn", "character"),
        "encoding.whole": Text("; den ser ut til å være lagret som {name}", "; it seems to be saved as {name}"),
        "encoding.likely": Text(
            "; den ser ut til å være lagret som {name}, der tegnet her er «{character}»",
            "; it seems to be saved as {name}, where the character here is “{character}”",
        ),
        "encoding.part": Text(
            ": dette ene tegnet er lagret på en annen måte enn resten, kanskje som «{character}»",
            ": this one character is saved in another way than the rest, perhaps as “{character}”",
        ),
        "encoding.unknown": Text(", og det er ikke til å se hva den er lagret som", ", and one cannot see what it is saved as"),
        "slip.conflict": Text(
            "her står et merke fra git om to utgaver som ikke er flettet", "here stands a mark of git from an unfinished merge"
        ),
        "slip.conflict.advice": Text(
            "Velg hva som skal stå av de to utgavene, og slett linjene med <<<<<<<, ======= og >>>>>>>.",
            "Choose what is to stand of the two versions, and delete the lines with <<<<<<<, ======= and >>>>>>>.",
        ),
        "slip.quote": Text("anførselstegnet {sign} blir åpnet her, men ikke lukket", "the quote {sign} is opened here but not closed"),
        "slip.quote.advice": Text(
            "Sett {sign} også der teksten slutter, for eksempel slik: {shown}",
            "Put {sign} where the text ends, too, for instance like this: {shown}",
        ),
        "slip.escape": Text(
            "mellom doble anførselstegn betyr \\ at det neste tegnet er en kode, og denne koden finnes ikke",
            "between double quotes a \\ means that the next character is a code, and there is no such code",
        ),
        "slip.escape.advice": Text("Bruk enkle anførselstegn: {shown}", "Use single quotes: {shown}"),
        "slip.escape.plain_advice": Text(
            "Skriv \\\\ for hver \\, eller bruk enkle anførselstegn rundt teksten.",
            "Write \\\\ for each \\, or put single quotes around the text.",
        ),
        "slip.tab": Text("linjen er rykket inn med tabulator", "the line is indented with a tab"),
        "slip.tab.advice": Text(
            "Bytt tabulatoren med mellomrom, like mange som på linjene den hører sammen med.",
            "Replace the tab with spaces, as many as on the lines that it belongs with.",
        ),
        "slip.tab_inside": Text("her står en tabulator", "here stands a tab"),
        "slip.tab_inside.advice": Text("Bytt tabulatoren med ett mellomrom.", "Replace the tab with one space."),
        "slip.odd": Text("her står et tegn som ikke synes, {character}", "here stands a character that does not show, {character}"),
        "slip.odd_space.advice": Text(
            "Slett det og skriv et vanlig mellomrom. Slike tegn følger gjerne med fra Word, Teams eller en nettside.",
            "Delete it and write an ordinary space. Such characters often come along from Word, Teams or a web page.",
        ),
        "slip.odd_nothing.advice": Text(
            "Slett det. Slike tegn følger gjerne med fra Word, Teams eller en nettside.",
            "Delete it. Such characters often come along from Word, Teams or a web page.",
        ),
        "slip.text.advice.VK006": Text(
            "Skriv innholdet helt ut der det gjelder. Er tegnet en del av teksten, sett anførselstegn rundt: {shown}",
            "Write the content out where it applies. If the character is part of the text, put quotes around it: {shown}",
        ),
        "slip.text.advice.VK007": Text(
            "Fjern merket: feltet bestemmer selv hva teksten betyr. Er tegnet en del av teksten, sett anførselstegn rundt: {shown}",
            "Remove the tag: the field itself decides what the text means. "
            "If the character is part of the text, put quotes around it: {shown}",
        ),
        "slip.odd_text.advice": Text(
            "Slett tegnet, så det står `{shown}`. Slike tegn følger gjerne med fra Word, Teams eller en nettside.",
            "Delete the character, so that it says `{shown}`. Such characters often come along from Word, Teams or a web page.",
        ),
        "slip.bare_list.advice": Text(
            "Er det en liste, skriv {shown}. Ellers skriv kolon og en verdi: `{key}: …`.",
            "If it is a list, write {shown}. Otherwise write a colon and a value: `{key}: …`.",
        ),
        "slip.bare_key.advice": Text("Skriv kolon og en verdi: `{key}: …`.", "Write a colon and a value: `{key}: …`."),
        "slip.decimal.advice": Text("Skriv desimaltall med punktum: {shown}", "Write decimals with a point: {shown}"),
        "slip.typographic.advice": Text(
            "Bruk rette anførselstegn: {shown}. Skal tegnene være med i teksten, skriv {kept}.",
            "Use straight quotes: {shown}. If the marks are to be in the text, write {kept}.",
        ),
        "slip.cut.advice": Text(
            "Hører det til teksten, skriv {shown}. Er det en kommentar, sett et mellomrom etter #.",
            "If it belongs to the text, write {shown}. If it is a comment, put a space after #.",
        ),
        "slip.odd_indent.advice": Text(
            "Bytt det med vanlige mellomrom, like mange som på linjene den hører sammen med. "
            "Slike tegn følger gjerne med fra Word, Teams eller en nettside.",
            "Replace it with ordinary spaces, as many as on the lines that it belongs with. "
            "Such characters often come along from Word, Teams or a web page.",
        ),
        "slip.unseen.advice": Text(
            "Her står et tegn som ikke synes, {character}. Slett det, så det står `{shown}`.",
            "Here stands a character that does not show, {character}. Delete it, so that it says `{shown}`.",
        ),
        "slip.likeness.advice": Text(
            "`{character}` ({code}) ser ut som `{sign}`, men er et annet tegn. Skriv `{sign}` fra tastaturet i stedet.",
            "`{character}` ({code}) looks like `{sign}` but is another character. Write `{sign}` from the keyboard in its place.",
        ),
        "slip.quotes_key.advice": Text(
            "Anførselstegnene er ikke rette, og blir med i nøkkelen. Skriv {shown}",
            "The quotation marks are not straight ones, and become part of the key. Write {shown}",
        ),
        "slip.unread.advice": Text("{advice} (Resten av filen er ikke lest.)", "{advice} (The rest of the file was not read.)"),
        "slip.dashed_entry": Text(
            "foran `{key}` står en strek, som begynner et punkt i en liste, men det står på rad med nøkler uten strek",
            "before `{key}` stands a dash, which begins an item of a list, but beside it stand keys without a dash",
        ),
        "slip.dashed_entry.advice": Text(
            "Slett streken, og skriv `{shown}` med like mange mellomrom foran som de andre.",
            "Delete the dash, and write `{shown}` with as many spaces in front as the others.",
        ),
        "slip.glued_dash": Text("det mangler et mellomrom etter streken", "there is no space after the dash"),
        "slip.glued_dash.advice": Text("Skriv mellomrom etter streken: {shown}", "Write a space after the dash: {shown}"),
        "slip.hash.advice": Text(
            "Det som står etter #, er en kommentar. Hører det til teksten, sett anførselstegn rundt: {shown}",
            "What stands after # is a comment. If it belongs to the text, put quotes around it: {shown}",
        ),
        "slip.entry.advice": Text(
            "Skriv nøkler med verdier i krøllparenteser, for eksempel slik: {shown}",
            "Write keys with values in braces, for instance like this: {shown}",
        ),
        "slip.not_indented.advice": Text(
            "Hører linjene under til `{key}`, sett flere mellomrom foran dem enn foran `{key}`. Ellers gi den en verdi eller fjern den.",
            "If the lines below belong to `{key}`, put more spaces before them than before it. Otherwise give it a value or remove it.",
        ),
        "slip.equals.advice": Text(
            "Bruk kolon og mellomrom, ikke likhetstegn: {shown}", "Use a colon and a space, not an equals sign: {shown}"
        ),
        "slip.comment": Text(
            "det som står etter #, er en kommentar, og da blir `{sign}` aldri lukket",
            "what stands after # is a comment, so `{sign}` is never closed",
        ),
        "slip.comment.advice": Text(
            "Hører # til teksten, sett anførselstegn rundt: {shown}", "If the # belongs to the text, put quotes around it: {shown}"
        ),
        "slip.braces_or_quotes.advice": Text(
            "Er det en nøkkel, skriv {braces}. Hører kolonet til teksten, sett anførselstegn rundt den: {shown}",
            "If it is a key, write {braces}. If the colon belongs to the text, put quotes around it: {shown}",
        ),
        "slip.list_or_quotes.advice": Text(
            "Er det en liste, skriv {items}. Er det en tekst, sett anførselstegn rundt den: {shown}",
            "If it is a list, write {items}. If it is a text, put quotes around it: {shown}",
        ),
        "slip.number.advice": Text(
            "Skriv {shown}: ingenting mellom tusener, og punktum foran desimaler.",
            "Write {shown}: nothing between thousands, and a point before decimals.",
        ),
        "slip.thousands.advice": Text(
            "Skriv {thousands} hvis det er tusen, {decimals} hvis det er desimaler.",
            "Write {thousands} if it is thousands, {decimals} if it is decimals.",
        ),
        "slip.name_list.advice": Text(
            "Er det flere, skriv dem som en liste: {shown}", "If there are several, write them as a list: {shown}"
        ),
        "slip.list_of_entries.advice": Text(
            "Gi hvert ledd en id i stedet for streken, på en egen linje med mellomrom foran. Det første kan for eksempel bli slik: {shown}",
            "Give each entry an id in place of the dash, on a line of its own with spaces in front. The first can for instance be: {shown}",
        ),
        "slip.refused": Text("her står {character}, som ikke kan stå i YAML", "here stands {character}, which cannot stand in YAML"),
        "slip.refused.advice": Text(
            "Slett tegnet, eller skriv ordet det står i, på nytt.", "Delete the character, or write the word that it stands in anew."
        ),
        "slip.look_alike": Text(
            "`{character}` ({code}) ser ut som `{sign}`, men er et annet tegn",
            "`{character}` ({code}) looks like `{sign}` but is another character",
        ),
        "slip.look_alike.advice": Text("Slett det og skriv `{sign}` fra tastaturet.", "Delete it and write `{sign}` from the keyboard."),
        "slip.colon": Text(
            "teksten har et kolon i seg, og da leses `{text}` som en nøkkel", "the text has a colon in it, so `{text}` is read as a key"
        ),
        "slip.quotes.advice": Text("Sett anførselstegn rundt hele teksten: {shown}", "Put quotes around the whole text: {shown}"),
        "slip.comma_or_quotes": Text(
            "det mangler et komma foran `{key}`, eller anførselstegn rundt en tekst med kolon",
            "there is no comma before `{key}`, or no quotes around a text with a colon",
        ),
        "slip.comma_or_quotes.advice": Text(
            "Er `{comma}` det du mente? Hører kolonet til teksten, sett anførselstegn rundt den: {shown}",
            "Did you mean `{comma}`? If the colon belongs to the text, put quotes around it: {shown}",
        ),
        "slip.comma": Text("det mangler et komma", "a comma is missing"),
        "slip.comma.advice": Text("Sett komma før det neste: {shown}", "Put a comma before the next: {shown}"),
        "slip.comma_end": Text("det står et komma etter verdien", "there is a comma after the value"),
        "slip.comma_end.advice": Text("Slett kommaet: {shown}", "Delete the comma: {shown}"),
        "slip.two_commas": Text("det står ingenting foran kommaet", "there is nothing before the comma"),
        "slip.two_commas.advice": Text(
            "Slett kommaet, eller skriv det som mangler foran det.", "Delete the comma, or write what is missing before it."
        ),
        "slip.glued": Text("det mangler et mellomrom etter kolonet", "there is no space after the colon"),
        "slip.glued.advice": Text("Skriv mellomrom etter kolonet: {shown}", "Write a space after the colon: {shown}"),
        "slip.no_colon": Text("linjen `{text}` har ikke noe kolon", "the line `{text}` has no colon"),
        "slip.no_colon.advice": Text(
            "Skriv nøkkel, kolon, mellomrom og verdi: {shown} – eller rykk linjen inn hvis den fortsetter teksten over.",
            "Write key, colon, space and value: {shown} – or indent the line if it continues the text above.",
        ),
        "slip.block": Text(
            "linjen hører kanskje til teksten under `|` eller `>`, men er ikke rykket inn",
            "the line may belong to the text under `|` or `>`, but is not indented",
        ),
        "slip.block.advice": Text(
            "Sett like mange mellomrom foran den som foran linjen over.", "Put as many spaces before it as before the line above."
        ),
        "slip.sign": Text("en tekst kan ikke begynne med {sign} uten anførselstegn", "a text cannot begin with {sign} without quotes"),
        "slip.dash": Text(
            "et punkt i en liste kan ikke stå på samme linje som nøkkelen", "an item of a list cannot stand on the line of its key"
        ),
        "slip.dash.advice": Text(
            "Er det en liste, flytt hvert punkt til en egen linje under nøkkelen. Er streken en del av teksten, skriv: {shown}",
            "If it is a list, move each item to a line of its own under the key. If the dash is part of the text, write: {shown}",
        ),
        "slip.fence": Text("her står et merke fra Markdown, ```", "here stands a mark of Markdown, ```"),
        "slip.fence.advice": Text("Slett linjene med ```.", "Delete the lines with ```."),
        "slip.extra": Text("`{sign}` lukker noe som ikke er åpnet", "`{sign}` closes something that is not open"),
        "slip.extra.advice": Text(
            "Slett `{sign}`, eller sett anførselstegn rundt hvis det hører til teksten.",
            "Delete `{sign}`, or put quotes around the text if it belongs to it.",
        ),
        "slip.mismatch": Text(
            "her står `{sign}`, men det som er åpent, er `{opened}` på linje {line}",
            "here stands `{sign}`, but what is open is `{opened}` on line {line}",
        ),
        "slip.mismatch.advice": Text(
            "Sett `{right}` foran `{sign}`, eller i stedet for den.", "Put `{right}` before `{sign}` or in its place."
        ),
        "slip.unclosed": Text("`{sign}` blir åpnet her, men ikke lukket", "`{sign}` is opened here but not closed"),
        "slip.unclosed.advice": Text(
            "Sett `{sign}` der det slutter. Hører tegnet til en tekst, sett anførselstegn rundt teksten.",
            "Put `{sign}` where it ends. If the character belongs to a text, put quotes around the text.",
        ),
        "slip.after_quote": Text("det står noe etter teksten i anførselstegn", "something stands after the quoted text"),
        "slip.bracket_in_text": Text(
            "teksten har en klamme eller krøllparentes i seg, og da leses den som en liste eller som nøkler",
            "the text has a bracket or brace in it, so it is read as a list or as keys",
        ),
        "slip.spaces.one": Text("{count} mellomrom", "{count} space"),
        "slip.spaces.more": Text("{count} mellomrom", "{count} spaces"),
        "slip.indent": Text(
            "innrykket stemmer ikke: linjen har {spaces} foran", "the indentation is wrong: the line has {spaces} in front"
        ),
        "slip.indent.one_advice": Text(
            "Sett {spaces} foran, som på linjen den hører sammen med.", "Put {spaces} in front, as on the line that it belongs with."
        ),
        "slip.indent.advice": Text(
            "Sett like mange mellomrom foran som på linjen den hører sammen med: {counts} eller {last}.",
            "Put as many spaces in front as on the line that it belongs with: {counts} or {last}.",
        ),
        "slip.list_here": Text(
            "her står et punkt i en liste der det skal stå en nøkkel", "here stands an item of a list where a key should be"
        ),
        "slip.list_here.advice": Text(
            "Sett lister under nøkkelen de hører til, med mellomrom foran, eller skriv en nøkkel i stedet for streken.",
            "Put a list under the key that it belongs to, with spaces in front, or write a key in place of the dash.",
        ),
        "slip.general": Text(
            "det som står her, passer ikke sammen med det som står foran", "what stands here does not fit what stands before it"
        ),
        "slip.general.advice": Text(
            "Se på denne linjen og linjen over: innrykk, kolon, komma, anførselstegn og parenteser.",
            "Look at this line and the line above: indentation, colons, commas, quotes and brackets.",
        ),
    }
)

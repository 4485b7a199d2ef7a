"""What is said of criteria sets and their conditions, and of a report's own verdicts: family VK1, from VK121."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Message, say

SETS: Mapping[str, Message] = MappingProxyType(
    {
        "VK121": say(
            "error",
            "Her skal det stå nøyaktig én av nøklene, men det står: {found}",
            "Exactly one of the keys must stand here, but found: {found}",
            "Velg én av disse: {known}. Flere vilkår settes sammen med `all` eller `any`.",
            "Choose one of these: {known}. Several conditions are put together with `all` or `any`.",
        ),
        "VK122": say(
            "error",
            "`n` er {n}, men antallet vilkår under `of` er {count}",
            "`n` is {n}, but the number of conditions under `of` is {count}",
            "La `n` være minst 1 og høyst så mange som vilkårene.",
            "Let `n` be at least 1 and at most the number of conditions.",
        ),
        "VK123": say(
            "error",
            "Mengden kan ikke sammenlignes: {problem}",
            "The amount cannot be compared: {problem}",
            "Bruk en av disse: {known}. `frequency` og `intensity` skal også ha `per`; de andre skal ikke.",
            "Use one of these: {known}. `frequency` and `intensity` also need `per`; the others must not have it.",
        ),
        "VK124": say(
            "error",
            "Vilkåret spør ikke om noe",
            "The condition asks nothing",
            "Skriv minst én nøkkel, for eksempel `term`.",
            "Write at least one key, such as `term`.",
        ),
        "VK125": say(
            "error",
            "{what} `{id}` finnes ikke{likely}",
            "There is no {what} `{id}`{likely}",
            "Rett skrivemåten, eller legg det til i vocabulary.yaml (kolonner: i en fil under comparisons/).",
            "Mend the spelling, or add it to vocabulary.yaml (columns: to a file under comparisons/).",
        ),
        "VK126": say(
            "error",
            "Eksempelet skulle gi «{expected}», men gir «{found}»",
            "The example should give “{expected}” but gives “{found}”",
            "Rett vilkåret eller eksempelet. Ingen modell blir prøvd mot et sett som ikke består sine egne eksempler.",
            "Mend the condition or the example. No model is held against a set that fails its own examples.",
        ),
        "VK127": say(
            "error",
            "`id` er `{id}`, men filen heter {file}",
            "The `id` is `{id}`, but the file is called {file}",
            "Gi filen samme navn som `id`, med endelsen .yaml.",
            "Give the file the name in `id`, with the ending .yaml.",
        ),
        "VK128": say(
            "error",
            "Referansen `{id}` finnes ikke{likely}",
            "There is no reference `{id}`{likely}",
            "Rett skrivemåten, eller legg verket til i references.yaml.",
            "Mend the spelling, or add the work to references.yaml.",
        ),
        "VK129": say(
            "error",
            "Vilkåret står for mer enn {most} ulike spørsmål",
            "The condition stands for more than {most} different questions",
            "Del vilkåret med `any`, eller spør etter et videre begrep: lister i flere felt ganges med hverandre.",
            "Divide the condition with `any`, or ask for a broader term: lists in several fields multiply.",
        ),
        "VK131": say(
            "error",
            "Det er ikke noe kriteriesett `{id}`{likely}",
            "There is no criteria set `{id}`{likely}",
            "Rett skrivemåten, eller legg settet i mappen criteria.",
            "Mend the spelling, or put the set in the folder criteria.",
        ),
        "VK132": say(
            "error",
            "Kriteriesettet `{criteria}` har ikke noe kriterium `{id}`{likely}",
            "The criteria set `{criteria}` has no criterion `{id}`{likely}",
            "Rett skrivemåten, eller vurder om dommen hører til et annet sett.",
            "Mend the spelling, or see whether the verdict belongs to another set.",
        ),
        "VK133": say(
            "error",
            "Det er ingen modell `{id}`{likely}",
            "There is no model `{id}`{likely}",
            "Skriv id-en til en modell i pilots, templates eller programmes.",
            "Write the id of a model in pilots, templates or programmes.",
        ),
        "VK140": say(
            "error",
            "Filen har ingen gruppe `{id}`{likely}",
            "The file has no group `{id}`{likely}",
            "Rett skrivemåten, eller legg gruppen til under `groups`.",
            "Mend the spelling, or add the group under `groups`.",
        ),
        "VK141": say(
            "warning",
            "Modellen `{id}` er ikke her{likely}; påstander om den kan ikke avgjøres",
            "The model `{id}` is not here{likely}; claims about it cannot be decided",
            "Rett skrivemåten. Er modellen ikke kodet ennå, kan meldingen stå.",
            "Mend the spelling. If the model is not coded yet, the message can stand.",
        ),
        "VK142": say(
            "error",
            "Påstanden nevner modellen `{id}`, som ikke finnes{likely}",
            "The claim mentions the model `{id}`, which does not exist{likely}",
            "Rett skrivemåten. Er modellen ikke kodet ennå, kan den nevnes i en gruppe under `groups`.",
            "Mend the spelling. If the model is not coded yet, it can be named in a group under `groups`.",
        ),
        "VK143": say(
            "error",
            "Merkene i utkastet går ikke opp: {problem}",
            "The marks of the draft do not match: {problem}",
            "Et merke begynner med `<!-- vk: … -->` og slutter med `<!-- /vk -->`, og har ikke andre merker i seg. Bare `with` står alene.",
            "A mark begins with `<!-- vk: … -->`, ends with `<!-- /vk -->`, and has no other marks in it. Only `with` stands alone.",
        ),
        "VK144": say(
            "error",
            "{what} `{id}` finnes ikke{likely}",
            "There is no {what} `{id}`{likely}",
            "Rett skrivemåten. Disse finnes: {known}.",
            "Mend the spelling. There are: {known}.",
        ),
        "VK145": say(
            "warning",
            "Merket står først på en linje med tekst etter seg",
            "The mark stands first on a line with text after it",
            "Legg et linjeskift etter `-->`, eller la linjen begynne med noe annet. Ellers viser mange programmer linjen som rå tekst.",
            "Put a line break after `-->`, or let the line begin with something else. Otherwise many programs show the line as raw text.",
        ),
        "VK146": say(
            "error",
            "`{id}` er {found}, men summen er av {asked}",
            "`{id}` is {found}, but the sum is of {asked}",
            "Ledd legges sammen med `dose:` ved siden av `of`, som `dose: count`; resultater uten.",
            "Nodes are added with `dose:` beside `of`, such as `dose: count`; results without.",
        ),
        "VK180": say(
            "error",
            "Lesningen `{id}` er bokstavelig, men det er `{other}` alt",
            "The reading `{id}` is literal, but so is `{other}`",
            "La `literal: true` stå ved den ene lesningen som er det ordene sier.",
            "Let `literal: true` stand on the one reading that is what the words say.",
        ),
        "VK181": say(
            "error",
            "Kriteriet må spørres om (`needs_people`), men har også: {found}",
            "The criterion needs people (`needs_people`) but also has: {found}",
            "Ta bort vilkårene og eksemplene, eller ta bort `needs_people` om en tekst kan svare.",
            "Remove the conditions and cases, or remove `needs_people` if a text can answer.",
        ),
        "VK182": say(
            "error",
            "Teksten er sitert, men det står ikke hvor",
            "The text is quoted, but not where",
            "Skriv stedet i `at`, eller `text: synthesised` om ordene er dine egne.",
            "Write the place in `at`, or `text: synthesised` if the words are your own.",
        ),
        "VK183": say(
            "error",
            "Anbefalingen nevner {what} `{id}`, som ikke finnes{likely}",
            "The recommendation mentions the {what} `{id}`, which does not exist{likely}",
            "Rett skrivemåten. Et ledd i en modell skrives `modell.ledd`.",
            "Mend the spelling. A node of a model is written `model.node`.",
        ),
    }
)

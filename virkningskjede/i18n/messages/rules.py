"""What the rules say of a model that is well formed: families VK2 to VK9; and of its nodes and arrows, from VK171."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Message, Text, say

CHAIN: Mapping[str, Message] = MappingProxyType(
    {
        "VK161": say(
            "warning",
            "Målet ligger {goes} fra utgangspunktet, men ønsket retning er {direction}",
            "The target lies {goes} from the baseline, but the wanted direction is {direction}",
            "Se etter om utgangspunkt og mål er byttet om. `direction` trengs bare der de to ikke sier retningen.",
            "See whether baseline and target are swapped. `direction` is needed only where the two do not say it.",
        ),
        "VK162": say(
            "error",
            "Tallet er i `{unit}`, som ikke kan måles mot enheten til `{indicator}`: `{known}`",
            "The number is in `{unit}`, which cannot be held against the unit of `{indicator}`: `{known}`",
            "Bruk samme enhet, eller la den stå bare hos indikatoren.",
            "Use the same unit, or let it stand with the indicator only.",
        ),
        "VK201": say(
            "error",
            "Koblingen går bakover i kjeden: fra `{source}` ({left}) til `{target}` ({entered})",
            "The arrow goes back through the chain: from `{source}` ({left}) to `{target}` ({entered})",
            "Snu koblingen, eller skriv `feedback: true` på den hvis virkningen faktisk slår tilbake.",
            "Turn the arrow, or write `feedback: true` on it if the effect really feeds back.",
        ),
        "VK202": say(
            "error",
            "Koblingene går i ring: {nodes}",
            "The arrows go round in a circle: {nodes}",
            "Fjern den koblingen i ringen som kilden ikke sier noe om, eller skriv `feedback: true` på den som slår tilbake.",
            "Remove the arrow that the source does not speak of, or write `feedback: true` on the one that feeds back.",
        ),
        "VK203": say(
            "error",
            "Det er to koblinger fra `{source}` til `{target}`",
            "There are two arrows from `{source}` to `{target}`",
            "Slå dem sammen: én kobling kan ha flere steder, grunner og funn.",
            "Merge them: one arrow can have several places, reasons and findings.",
        ),
        "VK204": say(
            "info",
            "Virkningen `{id}` har ingen indikator",
            "The outcome `{id}` has no indicator",
            "Skriv hva den skal måles med under `indicators`, hvis kilden sier det.",
            "Write what it will be measured by under `indicators`, if the source says so.",
            Text("{count} av {whole} virkninger har ingen indikator{others}", "{count} of {whole} outcomes have no indicator{others}"),
        ),
        "VK205": say(
            "info",
            "Ingen innsatsfaktor leder fram til aktiviteten `{id}`",
            "No input leads to the activity `{id}`",
            "Tegn en kobling fra det aktiviteten krever: folk, penger, lokaler eller tid.",
            "Draw an arrow from what the activity takes: people, money, rooms or time.",
            Text(
                "Ingen innsatsfaktor leder fram til {count} av {whole} aktiviteter{others}",
                "No input leads to {count} of {whole} activities{others}",
            ),
        ),
        "VK206": say(
            "info",
            "Aktiviteten `{id}` sier ikke hvem som gjør den",
            "The activity `{id}` does not say who does it",
            "Legg til `who` med `lead`, `do` eller `maybe`, hvis kilden sier det.",
            "Add `who` with `lead`, `do` or `maybe`, if the source says so.",
            Text(
                "{count} av {whole} aktiviteter sier ikke hvem som gjør dem{others}",
                "{count} of {whole} activities do not say who does them{others}",
            ),
        ),
        "VK207": say(
            "warning",
            "Kjeden stopper ved `{id}`, som ikke fører til noe",
            "The chain stops at `{id}`, which leads nowhere",
            "Tegn en kobling til det leddet skal gi. Sier ikke kilden det, godta meldingen med `accept` og en grunn.",
            "Draw an arrow to what it should give. If the source does not say, accept this with `accept` and a reason.",
        ),
        "VK208": say(
            "warning",
            "Ingenting fører til virkningen `{id}`",
            "Nothing leads to the outcome `{id}`",
            "Tegn en kobling til den. Er den et mål for helheten, skriv `cause: whole`; kommer den av alt som gjøres, `cause: together`.",
            "Draw an arrow to it. If it is an aim of the whole, write `cause: whole`; if it comes of all that is done, `cause: together`.",
        ),
        "VK209": say(
            "warning",
            "Koblingen hopper fra `{source}` ({left}) rett til `{target}` ({entered})",
            "The arrow leaps from `{source}` ({left}) straight to `{target}` ({entered})",
            "Legg inn det som gjøres, lages eller endres imellom. Sier kilden ikke mer, godta meldingen med `accept` og en grunn.",
            "Put in what is done, made or changed in between. If the source says no more, accept this with `accept` and a reason.",
        ),
        "VK210": say(
            "warning",
            "Ingen koblinger går til eller fra `{id}`",
            "No arrow leads to or from `{id}`",
            "Koble leddet til kjeden. Er det et mål for hele tiltaket, skriv `cause: whole`. Sier kilden ikke mer, bruk `accept`.",
            "Join it to the chain. If it is an aim of the whole, write `cause: whole`. If the source says no more, use `accept`.",
        ),
        "VK211": say(
            "info",
            "Koblingen fra `{source}` til `{target}` sier ikke hvorfor",
            "The arrow from `{source}` to `{target}` does not say why",
            "Skriv mekanismen under `because`, eller pek på en antakelse (`assumes`) eller forskning (`evidence`).",
            "Write the mechanism under `because`, or point to an assumption (`assumes`) or to research (`evidence`).",
            Text("{count} av {whole} koblinger sier ikke hvorfor{others}", "{count} of {whole} arrows do not say why{others}"),
        ),
        "VK212": say(
            "error",
            "`{id}` har en kobling til seg selv",
            "`{id}` has an arrow to itself",
            "Fjern koblingen, eller rett id-en den skulle gått til.",
            "Remove the arrow, or correct the id it was meant for.",
        ),
        "VK213": say(
            "warning",
            "`{id}` er kodet som et mål for hele tiltaket, men kilden sier at `{source}` fører til det",
            "`{id}` is coded as an aim of the whole, but the source says that `{source}` leads to it",
            "Fjern `cause: whole`, eller fjern stedet på koblingen hvis den er kodernes egen slutning.",
            "Remove `cause: whole`, or remove the place on the arrow if it is the coders' own inference.",
        ),
        "VK214": say(
            "info",
            "Koblingen fra `{source}` til `{target}` er merket `feedback`, men går framover og er ikke del av noen ring",
            "The arrow from `{source}` to `{target}` is marked `feedback` but goes forward and is part of no circle",
            "Fjern `feedback: true`.",
            "Remove `feedback: true`.",
        ),
        "VK215": say(
            "error",
            "`{id}` kan ikke stå blant det som sammen fører til `{target}`: det er {stage}",
            "`{id}` cannot be among what together leads to `{target}`: it is in {stage}",
            "Her kan aktiviteter og produkter stå. Fra annet tegnes en kobling med `leads_to`, hvis kilden sier at det fører dit.",
            "Activities and outputs can stand here. From anything else draw an arrow (`leads_to`), if the source says that it leads there.",
        ),
        "VK216": say(
            "error",
            "`{id}` står blant det som sammen fører til `{id}`",
            "`{id}` is among what together leads to `{id}`",
            "Ta den ut av `together`.",
            "Take it out of `together`.",
        ),
        "VK217": say(
            "warning",
            "Bare `{source}` er nevnt blant det som sammen fører til `{id}`",
            "Only `{source}` is named among what together leads to `{id}`",
            "Skriv de andre som kilden nevner. Nevner den bare dette ene, tegn en kobling med `leads_to` i stedet.",
            "Add the others that the source names. If it names only this one, draw an arrow with `leads_to` instead.",
        ),
        "VK218": say(
            "warning",
            "`{id}` skal komme av alt som gjøres, men modellen har ingen aktiviteter eller produkter som er mer enn vurdert",
            "`{id}` is to come of all that is done, but the model has no activities or outputs that are more than considered",
            "Legg til det som gjøres, eller skriv `cause: whole` hvis kilden ikke sier hva som fører dit.",
            "Add what is done, or write `cause: whole` if the source does not say what leads there.",
        ),
    }
)

NODES: Mapping[str, Message] = MappingProxyType(
    {
        "VK171": say(
            "warning",
            "Stedet `{name}` står ikke i kodeboken{likely}",
            "The place `{name}` is not in the codebook{likely}",
            "Bruk et sted fra `places` i vocabulary.yaml, legg til dette der, eller skriv stedet med ord: `place: Biblioteket i sentrum`.",
            "Use a place from `places` in vocabulary.yaml, add this one there, or write the place in words: `place: The city library`.",
        ),
        "VK172": say(
            "warning",
            "Koblingen går fra det som ventes på {left} (`{source}`), til det som ventes på {entered} (`{target}`)",
            "The arrow goes from what is expected in the {left} (`{source}`) to what is expected in the {entered} (`{target}`)",
            "Rett `horizon` på den ene, snu koblingen, eller skriv `feedback: true` hvis den går tilbake med vilje.",
            "Correct `horizon` on one of them, turn the arrow round, or write `feedback: true` if it goes back on purpose.",
        ),
        "VK173": say(
            "warning",
            "Antakelsen `{id}` har både `risk` og `status: unquestioned`",
            "The assumption `{id}` has both `risk` and `status: unquestioned`",
            "Sier kilden hvor sannsynlig det er at den svikter, skriv `status: questioned`. Er risikoen din egen, fjern den.",
            "If the source says how likely it is to fail, it is questioned: write `status: questioned`. If the risk is yours, remove it.",
        ),
        "VK174": say(
            "warning",
            "Tilliten til funnet er høy, men noe som veier tungt, taler mot en del av grunnlaget",
            "The certainty of the finding is high, though something serious speaks against a part of what it rests on",
            "Se etter i verket: alvorlige innvendinger mot én del senker vanligvis tilliten i alt.",
            "Look it up in the work: serious concerns about one part usually lower the certainty in all.",
        ),
        "VK175": say(
            "warning",
            "`{source}` skal minske `{target}` (`addresses`), men koblingen sier at det gir mer av det",
            "`{source}` is meant to lower `{target}` (`addresses`), but the arrow says that it gives more of it",
            "Skriv `sign: minus` på koblingen, eller ta bort den ene.",
            "Write `sign: minus` on the arrow, or remove one of them.",
        ),
        "VK176": say(
            "warning",
            "`{id}` er både uønsket og et mål for helheten",
            "`{id}` is both unwanted and an aim of the whole",
            "Fjern `cause: whole`, eller fjern `unwanted` hvis noen vil det.",
            "Remove `cause: whole`, or remove `unwanted` if somebody wishes it.",
        ),
    }
)

NAMES: Mapping[str, Message] = MappingProxyType(
    {
        "VK301": say(
            "error",
            "Modellen har ikke noe ledd med id `{id}`{likely}",
            "The model has nothing with the id `{id}`{likely}",
            "Rett id-en, eller legg til leddet.",
            "Correct the id, or add the entry.",
        ),
        "VK302": say(
            "error",
            "Begrepet `{name}` står ikke i kodeboken{likely}",
            "The term `{name}` is not in the codebook{likely}",
            "Bruk et begrep fra vocabulary.yaml, eller legg til dette. Det som bare finnes i én modell, trenger ikke noe begrep.",
            "Use a term of vocabulary.yaml, or add this one. What stands in one model only needs no term.",
        ),
        "VK303": say(
            "error",
            "Aktøren `{name}` står ikke i kodeboken{likely}",
            "The actor `{name}` is not in the codebook{likely}",
            "Bruk en aktør fra `actors` i vocabulary.yaml, eller legg til denne der.",
            "Use an actor from `actors` in vocabulary.yaml, or add this one there.",
        ),
        "VK304": say(
            "error",
            "Egenskapen `{name}` står ikke i kodeboken{likely}",
            "The trait `{name}` is not in the codebook{likely}",
            "Bruk en egenskap fra `traits` i vocabulary.yaml, eller legg til denne der.",
            "Use a trait from `traits` in vocabulary.yaml, or add this one there.",
        ),
        "VK305": say(
            "error",
            "Indikatoren `{name}` står verken i modellen eller i kodeboken{likely}",
            "The indicator `{name}` is neither in the model nor in the codebook{likely}",
            "Beskriv den under `indicators` i modellen eller, hvis flere bruker den, i vocabulary.yaml.",
            "Describe it under `indicators` in the model or, if several use it, in vocabulary.yaml.",
        ),
        "VK351": say(
            "error",
            "Enheten `{name}` står ikke i kodeboken{likely}",
            "The unit `{name}` is not in the codebook{likely}",
            "Bruk en enhet fra `units` i vocabulary.yaml, eller legg denne til der, som `units: {{{name}: {{one: …, many: …}}}}`.",
            "Use a unit from `units` in vocabulary.yaml, or add this one there, as in `units: {{{name}: {{one: …, many: …}}}}`.",
        ),
        "VK352": say(
            "error",
            "Formatet har selv en enhet som heter `{name}`",
            "The format has a unit of its own called `{name}`",
            "Gi enheten i kodeboken et annet navn, eller bruk formatets egen.",
            "Give the codebook's unit another name, or use the format's own.",
        ),
        "VK306": say(
            "error",
            "Referansen `{name}` står ikke i references.yaml{likely}",
            "The reference `{name}` is not in references.yaml{likely}",
            "Rett nøkkelen, eller legg inn arbeidet i references.yaml.",
            "Correct the key, or add the work to references.yaml.",
        ),
        "VK307": say(
            "error",
            "Modellen følger `{name}`, som ikke finnes blant modellene i templates{likely}",
            "The model follows `{name}`, which is not among the templates{likely}",
            "Rett id-en, eller legg malen i mappen templates.",
            "Correct the id, or put the template in the folder templates.",
        ),
        "VK308": say(
            "error",
            "Kilden `{name}` står ikke i references.yaml{likely}",
            "The source `{name}` is not in references.yaml{likely}",
            "Rett nøkkelen, eller legg inn kilden i references.yaml.",
            "Correct the key, or add the source to references.yaml.",
        ),
        "VK309": say(
            "error",
            "Kilden `{source}` har ikke noe avsnitt {section}",
            "The source `{source}` has no section {section}",
            "Rett avsnittet. Avsnittene som finnes, står i kildens fil i mappen segments.",
            "Correct the section. Those that exist stand in the source's file in the folder segments.",
        ),
        "VK310": say(
            "error",
            "Avsnitt {section} har ingen setning {sentence}; setningene går fra 1 til {count}",
            "Section {section} has no sentence {sentence}; its sentences go from 1 to {count}",
            "Tell setningene på nytt etter regelen i kildens fil i mappen segments.",
            "Count the sentences again by the rule in the source's file in the folder segments.",
        ),
        "VK311": say(
            "error",
            "Id-en `{id}` er brukt to ganger; den første er `{first}`",
            "The id `{id}` is used twice; first in `{first}`",
            "Gi det ene leddet en annen id. Id-er må være ulike i hele modellen.",
            "Give one of them another id. Ids must differ in the whole model.",
        ),
        "VK312": say(
            "error",
            "Modellen har ingen kobling «{arrow}»{likely}",
            'The model has no arrow "{arrow}"{likely}',
            "Rett id-ene, eller tegn koblingen under `leads_to` der den begynner.",
            "Correct the ids, or draw the arrow under `leads_to` where it begins.",
        ),
        "VK313": say(
            "error",
            "Modellen `{id}` finnes også i {first}",
            "The model `{id}` is also in {first}",
            "Gi den ene modellen en annen `id`. Er det to utgaver av én modell, legg dem i hver sin mappe og les dem som `MERKE=STI`, "
            "eller hold den ene utenfor med `exclude` i pyproject.toml.",
            "Give one of the models another `id`. If they are two versions of one model, put them in folders of their own and read them "
            "as `LABEL=PATH`, or leave one out with `exclude` in pyproject.toml.",
        ),
        "VK314": say(
            "info",
            "Felles navn er ikke kontrollert, for modellen har ingen rotmappe",
            "Shared names were not checked, for the model has no root folder",
            "Legg modellen under en mappe med vocabulary.yaml, eller pek på mappen med `--root`.",
            "Put the model below a folder with vocabulary.yaml, or point to the folder with `--root`.",
        ),
        "VK315": say(
            "warning",
            "Begrepet `{term}` kan ikke stå under `{stage}`",
            "The term `{term}` cannot stand under `{stage}`",
            "Etter kodeboken hører det hjemme under: {known}. Flytt leddet, bytt begrep, eller utvid begrepet.",
            "By the codebook it belongs under: {known}. Move the entry, change the term, or widen the term.",
        ),
        "VK316": say(
            "error",
            "Gjennom `follows` følger malen seg selv: {nodes}",
            "Through `follows` the template follows itself: {nodes}",
            "Fjern den `follows` i ringen som ikke stemmer.",
            "Remove the `follows` in the circle that is not true.",
        ),
        "VK321": say(
            "error",
            "`broader` viser til `{name}`, som ikke finnes i denne delen av kodeboken{likely}",
            "`broader` points to `{name}`, which is not in this part of the codebook{likely}",
            "Rett id-en, eller legg til det videre begrepet.",
            "Correct the id, or add the broader entry.",
        ),
        "VK322": say(
            "error",
            "Gjennom `broader` blir noe en undertype av seg selv: {nodes}",
            "Through `broader` something becomes a kind of itself: {nodes}",
            "Fjern den `broader` som ikke betyr «er en slags».",
            'Remove the `broader` that does not mean "is a kind of".',
        ),
        "VK186": say(
            "warning",
            "`{name}` heter det samme som `{other}`, og kan stå på samme trinn",
            "`{name}` is called the same as `{other}` and can stand at the same stage",
            "Slå dem sammen, eller gi dem navn som skiller dem.",
            "Make them one, or give them labels that tell them apart.",
        ),
        "VK187": say(
            "info",
            "Ingenting bruker begrepet `{name}`",
            "Nothing uses the term `{name}`",
            "Fjern det, eller la det stå om noe skal kodes med det.",
            "Remove it, or let it stand if something is to be coded with it.",
        ),
    }
)

SOURCES: Mapping[str, Message] = MappingProxyType(
    {
        "VK401": say(
            "info",
            "`{id}` har ikke noe sted i kilden",
            "`{id}` has no place in the source",
            'Legg til `at`, for eksempel "2.1:4". Uten sted er leddet kodernes egen slutning.',
            'Add `at`, for example "2.1:4". Without a place it is the coders\' own inference.',
        ),
        "VK402": say(
            "warning",
            "Setning {sentence} er lagt til side, men `{by}` bygger på den",
            "Sentence {sentence} is set aside, but `{by}` rests on it",
            "Fjern setningen fra `set_aside`, eller fra `at` der den er brukt.",
            "Remove the sentence from `set_aside`, or from `at` where it is used.",
        ),
        "VK403": say(
            "info",
            "{size} setninger på rad ({run}) er oppgitt som sted for det samme; mer enn {limit} er vanskelig å etterprøve",
            "{size} sentences in a row ({run}) are given as the place of one thing; more than {limit} are hard to verify",
            "Nevn bare setningene som faktisk sier det, og legg resten i `set_aside`.",
            "Name only the sentences that say it, and put the rest in `set_aside`.",
        ),
        "VK404": say(
            "error",
            "Stedet {at} sier ikke hvilken kilde det står i (antall slike steder: {count})",
            "The place {at} does not say in which source it stands (number of such places: {count})",
            'Skriv `source:` øverst i modellen, eller kilden foran stedet, som i "rapport#2.1:4".',
            'Write `source:` at the top of the model, or the source before the place, as in "rapport#2.1:4".',
        ),
        "VK405": say(
            "error",
            "Setningene {run} er skrevet baklengs",
            "The sentences {run} are written backwards",
            "Skriv den første setningen først.",
            "Write the first sentence first.",
        ),
        "VK406": say(
            "warning",
            "Funnet viser ikke til noen forskning",
            "The finding names no research",
            "Legg til `refs` med nøkler fra references.yaml.",
            "Add `refs` with keys of references.yaml.",
        ),
        "VK407": say(
            "warning",
            "Avsnitt {section} handler om en annen pilot: `{other}`",
            "Section {section} is about another pilot: `{other}`",
            "Rett avsnittet. Sier det faktisk noe om denne piloten også, godta meldingen med den grunnen.",
            "Correct the section. If it does say something of this pilot too, accept this with that reason.",
        ),
        "VK411": say(
            "warning",
            "Tallet {number} står ikke i {places}",
            "The number {number} is not in {places}",
            "Rett tallet eller stedet. Er det regnet ut, så nevn tallet i `note` og si hvordan.",
            "Correct the number or the place. If it is worked out, name the number in a `note` and say how.",
        ),
        "VK412": say(
            "warning",
            "Ingen tidsenhet i {places} svarer til `{unit}`",
            "No unit of time in {places} answers to `{unit}`",
            "Rett enheten eller stedet. Er enheten din egen lesning, så si det i `note`, eller gi den andre lesningen under `or`.",
            "Correct the unit or the place. If the unit is your own reading, say so in a `note`, or give the other reading under `or`.",
        ),
        "VK413": say(
            "info",
            "Statusen er `{status}`, men {why}",
            "The status is `{status}`, but {why}",
            "Rett statusen, eller gi den andre lesningen under `or`.",
            "Correct the status, or give the other reading under `or`.",
        ),
        "VK414": say(
            "warning",
            "`period` sier hvor lenge noe varer, men {places} sier når eller innen når",
            "`period` says how long something lasts, but {places} says when or by when",
            "Skriv det som `deadline`, for eksempel `deadline: {{max: 8, unit: week, after: sick_leave}}`.",
            "Write it as a `deadline`, such as `deadline: {{max: 8, unit: week, after: sick_leave}}`.",
        ),
        "VK415": say(
            "info",
            "Ordene i navnet står ikke i {places}, men i {there}",
            "The words of the label are not in {places}, but in {there}",
            "Se etter om stedet er riktig. Er det det, kan meldingen godtas med `accept`.",
            "See whether the place is right. If it is, the message can be accepted with `accept`.",
        ),
        "VK416": say(
            "info",
            "Koblingen fra `{source}` til `{target}` er kodet som tolket, men {places} ser ut til å si det",
            "The arrow from `{source}` to `{target}` is coded as inferred, but {places} seems to say it",
            "Les setningen. Sier den det, skriv stedet (`at`); hvis ikke, si i en `note` hva den sier.",
            "Read the sentence. If it says so, write the place (`at`); if not, say in a `note` what it says.",
        ),
        "VK417": say(
            "info",
            "{places} har tallet {number}, som ikke er kodet noe sted",
            "{places} has the number {number}, which is coded nowhere",
            "Kod det som omfang (`dose`) eller resultat, eller nevn det i en `note`.",
            "Code it as an amount (`dose`) or a result, or name it in a `note`.",
        ),
        "VK418": say(
            "info",
            "{places} er lagt til side som bakgrunn, men sier at noe skal gjøres eller er ønsket: «{verb}»",
            "{places} is set aside as background, but says that something is to be done or is wished for: “{verb}”",
            "Kod det som er ment, eller velg en annen grunn, for eksempel `other_project` eller `recommendation`.",
            "Code what is meant, or choose another reason, such as `other_project` or `recommendation`.",
        ),
    }
)

AMOUNTS: Mapping[str, Message] = MappingProxyType(
    {
        "VK501": say(
            "error",
            "`{measures}` kan ikke oppgis i `{unit}`",
            "`{measures}` cannot be given in `{unit}`",
            "Her kan disse enhetene stå: {known}.",
            "These units can stand here: {known}.",
        ),
        "VK502": say(
            "error",
            "Ingen tall ligger mellom grensene {low} og {high}",
            "No number lies between the bounds {low} and {high}",
            "Bytt om grensene. `min` og `max` tar med grensen selv; `above` og `below` gjør det ikke.",
            "Swap the bounds. `min` and `max` include the bound itself; `above` and `below` do not.",
        ),
        "VK503": say(
            "warning",
            "`{measures}` har et tall, men ingen enhet",
            "`{measures}` has a number but no unit",
            "Legg til `unit`; her kan disse stå: {known}. Uten enhet kan ikke tallet sammenlignes med andre.",
            "Add `unit`; these can stand here: {known}. Without a unit the number cannot be compared.",
        ),
        "VK185": say(
            "warning",
            "Resultatet har et tall, men ingen enhet",
            "The result has a number but no unit",
            "Legg til `unit`, her eller på indikatoren. Uten enhet er tallet taust mot krav og påstander som har en.",
            "Add `unit`, here or on the indicator. Without one the number is silent against demands and claims that have one.",
        ),
        "VK504": say(
            "warning",
            "`{measures}` sier ikke per hva",
            "`{measures}` does not say per what",
            "Legg til `per`, for eksempel `per: week`. Er det ganger i alt, skriv `sessions` i stedet; er det timer i alt, `total`.",
            "Add `per`, for example `per: week`. If it is times in all, write `sessions` instead; if it is hours in all, `total`.",
        ),
        "VK505": say(
            "warning",
            "`{id}` varer lenger enn modellen sier at hele tiltaket varer",
            "`{id}` lasts longer than the model says that the whole programme lasts",
            "Sammenlign med `dose.period` øverst i modellen, og rett den som er feil.",
            "Compare with `dose.period` at the top of the model, and correct the one that is wrong.",
        ),
        "VK506": say(
            "error",
            "`per` hører bare til `frequency` og `intensity`, ikke til `{measures}`",
            "`per` belongs to `frequency` and `intensity` only, not to `{measures}`",
            "Fjern `per`, eller skriv ganger som `frequency` og timer som `intensity`.",
            "Remove `per`, or write times as `frequency` and hours as `intensity`.",
        ),
        "VK507": say(
            "warning",
            "`{value}` leses som et desimaltall, ikke som {thousands}",
            "`{value}` is read as a decimal number, not as {thousands}",
            "Skriv {thousands} hvis det er tusen, {decimals} hvis det er desimaler.",
            "Write {thousands} if it is thousands, {decimals} if it is decimals.",
        ),
        "VK551": say(
            "warning",
            "Fristen sier ikke hva den regnes fra",
            "The deadline does not say what it is counted from",
            "Legg til `after` med id-en til et ledd, eller `after: sick_leave` eller `after: start`. Er det en varighet, skriv `period`.",
            "Add `after` with the id of a node, or `after: sick_leave` or `after: start`. If it is how long it lasts, write `period`.",
        ),
        "VK552": say(
            "error",
            "Fristen for `{id}` regnes fra `{id}` selv",
            "The deadline of `{id}` is counted from `{id}` itself",
            "Skriv hva som kommer først under `after`. Er det varigheten av leddet, skriv `period`.",
            "Write what comes first under `after`. If it is how long the node lasts, write `period`.",
        ),
        "VK553": say(
            "error",
            "{value} kan ikke være et antall svar",
            "{value} cannot be a number of answers",
            "Skriv hvor mange som svarte slik, i hele tall fra 0. Er det andeler, skriv `unit: percent` på resultatet eller indikatoren.",
            "Write how many answered so, in whole numbers from 0. For shares, write `unit: percent` on the result or the indicator.",
        ),
        "VK554": say(
            "warning",
            "Resultatet er både et tall og en fordeling",
            "The result is both a number and a distribution",
            "Del det i to: ett resultat med tallet og ett med fordelingen, med samme `indicator` og `date`.",
            "Make it two: one result with the number and one with the distribution, with the same `indicator` and `date`.",
        ),
    }
)

LABELS: Mapping[str, Message] = MappingProxyType(
    {
        "VK601": say(
            "warning",
            "Teksten er {length} tegn; et ledd i figuren har plass til {limit}",
            "The label is {length} characters; a node in the picture has room for {limit}",
            "Kort den ned, og legg det utfyllende i `content`.",
            "Shorten it, and put the details in `content`.",
        ),
        "VK602": say(
            "warning",
            "`{id}` har samme tekst som `{other}`",
            "`{id}` has the same label as `{other}`",
            "Si hva som skiller dem, eller slå dem sammen.",
            "Say what sets them apart, or merge them.",
        ),
    }
)

PRIVACY: Mapping[str, Message] = MappingProxyType(
    {
        "VK701": say(
            "error",
            "Teksten har et fødselsnummer eller D-nummer: {masked}",
            "The text has a national identity number: {masked}",
            "Fjern det. Er filen alt lagret i git, må det også fjernes fra historikken.",
            "Remove it. If the file is in git already, it must be removed from the history too.",
        ),
        "VK702": say(
            "error",
            "Teksten har en e-postadresse: {masked}",
            "The text has an e-mail address: {masked}",
            "Fjern den, og skriv rollen eller tjenesten i stedet.",
            "Remove it, and write the role or the service instead.",
        ),
        "VK703": say(
            "warning",
            "Teksten har noe som ser ut som et telefonnummer: {masked}",
            "The text has what looks like a telephone number: {masked}",
            "Fjern det. Er det et annet tall, skriv det med enhet eller mellomrom, eller bruk `accept` med en grunn.",
            "Remove it. If it is another number, write it with a unit or spaces, or use `accept` with a reason.",
        ),
    }
)

COMPLETENESS: Mapping[str, Message] = MappingProxyType(
    {
        "VK801": say(
            "warning",
            "Modellen sier ikke hvem den er for",
            "The model does not say whom it is for",
            "Legg til `target_group` med ett ledd for hver avgrensning, eller følg en mal som har målgruppe (`follows`).",
            "Add `target_group` with an entry for each limit, or follow a template that has one (`follows`).",
        ),
        "VK802": say(
            "info",
            "Malen `{template}` krever {parts}; modellen har ikke {count}: {known}",
            "The template `{template}` requires {parts}; the model does not have {count}: {known}",
            "Kod dem med samme begrep hvis kilden nevner dem. Gjør den ikke det, eller sier den at de ikke er med, er mangelen selv et "
            "funn.",
            "Code them with the same term if the source mentions them. If it does not, or says that they are not there, the gap is "
            "itself a result.",
        ),
        "VK803": say(
            "warning",
            "Modellen har ingen virkninger",
            "The model has no outcomes",
            "Legg til `outcomes`: hva skal endre seg i tjenestene, for brukerne eller i samfunnet?",
            "Add `outcomes`: what should change in the services, for users or in society?",
        ),
        "VK804": say(
            "warning",
            "Modellen har {count} ledd, men ingen koblinger mellom dem",
            "The model has {count} nodes but no arrows between them",
            "Tegn koblinger med `leads_to`. Uten dem er modellen en liste.",
            "Draw arrows with `leads_to`. Without them the model is a list.",
        ),
        "VK805": say(
            "warning",
            "`{key}` på `{id}` har ingen virkning",
            "`{key}` on `{id}` has no effect",
            "Bare en fil med `kind: template` kan kreve noe eller la noe stå åpent, og bare for det som har `term` eller `traits` å "
            "kjennes igjen på.",
            "Only a file with `kind: template` can require something or leave it free, and only for what has a `term` or `traits` to be "
            "known by.",
        ),
        "VK806": say(
            "warning",
            "`{key}` er tom, og sier ingenting",
            "`{key}` is empty, and says nothing",
            "Skriv det kilden sier, eller fjern nøkkelen.",
            "Write what the source says, or remove the key.",
        ),
    }
)

HOUSEKEEPING: Mapping[str, Message] = MappingProxyType(
    {
        "VK901": say(
            "warning",
            "{accepted} er godtatt her, men det kommer ingen slik melding",
            "{accepted} is accepted here, but there is no such message",
            "Fjern den fra `accept`: det den unnskyldte, er rettet.",
            "Remove it from `accept`: what it excused has been mended.",
        ),
        "VK902": say(
            "warning",
            "Lesningen under `or` sier det samme som det som er kodet",
            "The reading under `or` says the same as what is coded",
            "Skriv verdien som en annen koder kunne valgt, eller fjern lesningen.",
            "Write the value that another coder could have chosen, or remove the reading.",
        ),
        "VK903": say(
            "error",
            "Koden `{accepted}` finnes ikke",
            "There is no code `{accepted}`",
            "Se etter en skrivefeil. Koden står i meldingen som skulle godtas.",
            "Look for a slip of the pen. The code stands in the message that was to be accepted.",
        ),
        "VK904": say(
            "error",
            "{accepted} er en feil og kan ikke godtas",
            "{accepted} is an error and cannot be accepted",
            "Rett feilen, og fjern koden fra `accept`.",
            "Mend the error, and remove the code from `accept`.",
        ),
    }
)

RULES: Mapping[str, Message] = MappingProxyType(
    {**NODES, **CHAIN, **NAMES, **SOURCES, **AMOUNTS, **LABELS, **PRIVACY, **COMPLETENESS, **HOUSEKEEPING}
)

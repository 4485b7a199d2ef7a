"""Words that every part of the interface uses: severities, stages, statuses, shapes of values."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Text

_CONCERNS: Mapping[str, Text] = {
    "none": Text("ingen innvendinger", "no concerns"),
    "minor": Text("små innvendinger", "minor concerns"),
    "moderate": Text("moderate innvendinger", "moderate concerns"),
    "serious": Text("alvorlige innvendinger", "serious concerns"),
}
"""What there is to say against a part of what a finding rests on."""

MODEL: Mapping[str, Text] = MappingProxyType(
    {
        "severity.error": Text("feil", "error"),
        "severity.warning": Text("advarsel", "warning"),
        "severity.info": Text("merknad", "note"),
        "quoted": Text("«{text}»", "“{text}”"),
        "percent.whole": Text("{whole}", "{whole}"),
        "percent.tenths": Text("{whole},{tenth}", "{whole}.{tenth}"),
        "likely": Text("; mente du `{guess}`?", "; did you mean `{guess}`?"),
        "unreadable.missing": Text("den finnes ikke", "it does not exist"),
        "unreadable.not_regular": Text("den er ikke en vanlig fil", "it is not a regular file"),
        "unreadable.permission": Text("den er sperret for deg", "you may not read it"),
        "unreadable.outside": Text("den ligger utenfor rotmappen", "it lies outside the root folder"),
        "unreadable.failed": Text("operativsystemet sa nei", "the operating system refused"),
        "unreadable.missing.tip": Text(
            "Se etter en skrivefeil i navnet på filen eller mappen", "Look for a slip in the name of the file or the folder"
        ),
        "unreadable.not_regular.tip": Text(
            "Nevn en fil eller en mappe, ikke en enhet, en sokkel eller et rør", "Name a file or a folder, not a device, a socket or a pipe"
        ),
        "unreadable.permission.tip": Text(
            "Gi deg selv lesetilgang til filen, eller be den som eier den, om det", "Give yourself leave to read it, or ask its owner to"
        ),
        "unreadable.outside.tip": Text(
            "Legg en kopi av filen i rotmappen: en lenke ut av mappen følges ikke",
            "Put a copy of the file in the root folder: a link that leads out of it is not followed",
        ),
        "unreadable.failed.tip": Text(
            "Se etter om disken er tilgjengelig og navnet er gyldig", "See whether the disk can be reached and the name is valid"
        ),
        "form.mapping.example": Text(
            "Skriv nøkler med verdier under `{key}`, én på hver linje og med innrykk",
            "Write keys with values below `{key}`, one on each line and indented",
        ),
        "form.misplaced.planned": Text(
            "Planlagt og nådd står i et omfang: `dose: {count: {planned: {value: 400}, reached: {value: 310}, unit: person}}`. Det en "
            "indikator skal nå, står i `targets`, og det som er målt, i `results`.",
            "What was planned and reached stands in a dose: `dose: {count: {planned: {value: 400}, reached: {value: 310}, unit: person}}`. "
            "What an indicator is to come to stands in its `targets`, and what was measured in `results`.",
        ),
        "form.misplaced.targets": Text(
            "Utgangspunkt og mål står på en indikator, som `antall: {label: Antall, baseline: {value: 40}, targets: [{min: 80, date: "
            "2025}]}` under `indicators`. Leddet som måles, nevner den: `indicators: [antall]`.",
            "Baseline and targets stand on an indicator, as in `antall: {label: Antall, baseline: {value: 40}, targets: [{min: 80, date: "
            "2025}]}` under `indicators`. The node that is measured names it: `indicators: [antall]`.",
        ),
        "form.example.targets": Text(
            "Skriv hvert mål for seg, som `targets: [{min: 80, date: 2025}]`",
            "Write each target by itself, as in `targets: [{min: 80, date: 2025}]`",
        ),
        "form.list.example": Text("Skriv en liste, som `{key}: [a, b]`", "Write a list, as in `{key}: [a, b]`"),
        "form.text.example": Text(
            "Skriv én tekst rett etter `{key}:`, uten klammer rundt", "Write one text after `{key}:`, with no brackets around it"
        ),
        "form.word.example": Text(
            "Skriv ett av disse rett etter `{key}:`, uten klammer rundt: {known}",
            "Write one of these right after `{key}:`, with no brackets around it: {known}",
        ),
        "form.keys.example": Text(
            "Skriv nøkler med verdier under `{key}`, én på hver linje og med innrykk; her kan disse stå: {known}",
            "Write keys with values below `{key}`, one on each line and indented; these can stand here: {known}",
        ),
        "form.one.example": Text(
            "Skriv {expected} rett etter `{key}:`, uten klammer rundt",
            "Write {expected} right after `{key}:`, with no brackets around it",
        ),
        "form.example.accept": Text(
            "Skriv koden med en grunn, som `accept: {VK207: Kilden sier ikke mer}`",
            "Write the code with a reason, as in `accept: {VK207: The source says no more}`",
        ),
        "form.example.at": Text(
            'Skriv avsnitt og setning, som `at: "2.1:4"` eller `at: ["2.1:4", "3:1-2"]`',
            'Write section and sentence, as in `at: "2.1:4"` or `at: ["2.1:4", "3:1-2"]`',
        ),
        "form.example.dose": Text(
            "Skriv tall og enhet hver for seg, som `dose: {frequency: {value: 2, unit: time, per: week}}` for to ganger i uken, "
            "eller `dose: {period: {value: 12, unit: week}}`",
            "Write number and unit apart, as in `dose: {frequency: {value: 2, unit: time, per: week}}` for twice a week, "
            "or `dose: {period: {value: 12, unit: week}}`",
        ),
        "form.example.frequency": Text(
            "Skriv tall, enhet og per hva, som `frequency: {value: 2, unit: time, per: week}` for to ganger i uken",
            "Write number, unit and per what, as in `frequency: {value: 2, unit: time, per: week}` for twice a week",
        ),
        "form.example.period": Text(
            "Skriv tall og enhet hver for seg, som `period: {value: 12, unit: week}`",
            "Write number and unit apart, as in `period: {value: 12, unit: week}`",
        ),
        "form.example.evidence": Text(
            "Skriv hvert funn for seg, som `evidence: [{refs: [rapport-2020], finding: supports}]`",
            "Write each finding by itself, as in `evidence: [{refs: [report-2020], finding: supports}]`",
        ),
        "form.example.leads_to": Text(
            "Skriv id-ene det fører til, som `leads_to: [kurs, mestring]`, eller `leads_to: [{to: kurs, because: Grunnen}]`",
            "Write the ids that it leads to, as in `leads_to: [course, coping]`, or `leads_to: [{to: course, because: The reason}]`",
        ),
        "form.example.or": Text(
            "Skriv det som kunne vært kodet i stedet, som `or: {status: planned}`, eller `or: absent`",
            "Write what could have been coded instead, as in `or: {status: planned}`, or `or: absent`",
        ),
        "form.example.recruitment": Text(
            "Skriv hvem som gjør hva, som `recruitment: {refer: [lege], decide: [kommune]}`",
            "Write who does what, as in `recruitment: {refer: [doctor], decide: [municipality]}`",
        ),
        "form.example.who": Text(
            "Skriv hvem som gjør det, som `who: [kommune]`, eller `who: {lead: [kommune], maybe: [lege]}`",
            "Write who does it, as in `who: [municipality]`, or `who: {lead: [municipality], maybe: [doctor]}`",
        ),
        "form.missing.advice": Text(
            "Legg til `{key}:` med ett av disse: {known}.",
            "Add `{key}:` with one of these: {known}.",
        ),
        "form.first_line.advice": Text(
            "Skriv `virkningskjede: {version}` på den første linjen.", "Write `virkningskjede: {version}` on the first line."
        ),
        "form.share.advice": Text(
            "Skriv et tall, grenser som `{{min: 2, max: 4}}` eller `{{above: 5}}`, eller ett av disse: {known}.",
            "Write a number, bounds such as `{{min: 2, max: 4}}` or `{{above: 5}}`, or one of these: {known}.",
        ),
        "form.result_unit.advice": Text(
            "Velg en av disse: {known}, en valuta, eller id-en til en enhet fra `units` i kodeboken. Ellers ta bort `unit` her, "
            "og skriv `unit: {value}` på indikatoren som resultatet viser til.",
            "Choose one of these: {known}, a currency, or the id of a unit from `units` in the codebook. Or leave out `unit` here, "
            "and write `unit: {value}` on the indicator that the result refers to.",
        ),
        "form.currency.advice": Text(
            "Skriv valutaen med koden den har i ISO 4217, som `NOK`, `EUR` eller `USD`.",
            "Write the currency by its code in ISO 4217, such as `NOK`, `EUR` or `USD`.",
        ),
        "form.amount.advice": Text(
            "Skriv tallet under `value`: `{shown}`.",
            "Write the number under `value`: `{shown}`.",
        ),
        "form.plain.advice": Text("{example}.", "{example}."),
        "form.further_in.advice": Text(
            "Hører `{key}` til leddet over, sett like mange mellomrom foran som på de andre linjene i leddet. "
            "Er det en id, skriv nøkler med verdier under den.",
            "If `{key}` belongs to the entry above, put as many spaces in front as on the other lines of that entry. "
            "If it is an id, write keys with values below it.",
        ),
        "unit.known.count": Text("{known}, eller en enhet fra `units` i kodeboken", "{known}, or a unit from `units` in the codebook"),
        "unit.known.money": Text(
            "{known}, `EUR` eller en annen valuta med koden den har i ISO 4217",
            "{known}, `EUR` or another currency by its code in ISO 4217",
        ),
        "unit.missing": Text("`{dimension}` mangler `unit`", "`{dimension}` has no `unit`"),
        "unit.wrong": Text("enheten `{unit}` passer ikke for `{dimension}`", "the unit `{unit}` does not fit `{dimension}`"),
        "unit.per_missing": Text("`{dimension}` mangler `per`", "`{dimension}` has no `per`"),
        "unit.per_extra": Text("`per` hører ikke til `{dimension}`", "`per` does not belong to `{dimension}`"),
        "form.mapping": Text("nøkler med verdier", "keys with values"),
        "form.list": Text("en liste", "a list"),
        "form.text": Text("tekst", "text"),
        "form.local_text": Text("tekst, eller tekst for nb og en", "text, or text for nb and en"),
        "form.nothing": Text("ingenting", "nothing"),
        "form.integer": Text("et helt tall", "a whole number"),
        "form.number": Text("et tall", "a number"),
        "form.date": Text("en dato", "a date"),
        "form.word": Text("ett ord", "one word"),
        "form.flag": Text("true eller false", "true or false"),
        "stage.context": Text("Bakgrunn", "Context"),
        "stage.inputs": Text("Innsatsfaktorer", "Inputs"),
        "stage.activities": Text("Aktiviteter", "Activities"),
        "stage.outputs": Text("Produkter og tjenester", "Outputs"),
        "stage.outcomes": Text("Virkninger", "Outcomes"),
        "level.service": Text("Virkninger i tjenestene", "Effects in the services"),
        "level.partner": Text("Virkninger hos partnere", "Effects among partners"),
        "level.user": Text("Brukereffekter", "User effects"),
        "level.society": Text("Samfunnseffekter", "Effects on society"),
        "section.barriers": Text("Hemmere", "Barriers"),
        "section.enablers": Text("Fremmere", "Enablers"),
        "section.assumptions": Text("Antakelser", "Assumptions"),
        "section.open_questions": Text("Åpne spørsmål", "Open questions"),
        "section.target_group": Text("Målgruppe", "Target group"),
        "section.recruitment": Text("Rekruttering", "Recruitment"),
        "section.indicators": Text("Indikatorer", "Indicators"),
        "section.results": Text("Resultater", "Results"),
        "section.ambiguities": Text("Tvetydigheter", "Ambiguities"),
        "section.dose": Text("Omfang", "Dose"),
        "status.needed": Text("trengs", "needed"),
        "status.considered": Text("vurderes", "considered"),
        "status.planned": Text("planlagt", "planned"),
        "status.started": Text("startet", "started"),
        "status.in_use": Text("i bruk", "in use"),
        "status.completed": Text("gjennomført", "completed"),
        "status.dropped": Text("droppet", "dropped"),
        "status.not_part": Text("var aldri med", "never part of it"),
        "date.span": Text("{first} til {last}", "{first} to {last}"),
        "month.1": Text("januar", "January"),
        "month.2": Text("februar", "February"),
        "month.3": Text("mars", "March"),
        "month.4": Text("april", "April"),
        "month.5": Text("mai", "May"),
        "month.6": Text("juni", "June"),
        "month.7": Text("juli", "July"),
        "month.8": Text("august", "August"),
        "month.9": Text("september", "September"),
        "month.10": Text("oktober", "October"),
        "month.11": Text("november", "November"),
        "month.12": Text("desember", "December"),
        "unit.minute.one": Text("minutt", "minute"),
        "unit.minute.more": Text("minutter", "minutes"),
        "unit.hour.one": Text("time", "hour"),
        "unit.hour.more": Text("timer", "hours"),
        "unit.day.one": Text("dag", "day"),
        "unit.day.more": Text("dager", "days"),
        "unit.half_day.one": Text("halv dag", "half day"),
        "unit.half_day.more": Text("halve dager", "half days"),
        "unit.time.one": Text("gang", "time"),
        "unit.time.more": Text("ganger", "times"),
        "unit.week.one": Text("uke", "week"),
        "unit.week.more": Text("uker", "weeks"),
        "unit.month.one": Text("måned", "month"),
        "unit.month.more": Text("måneder", "months"),
        "unit.quarter.one": Text("kvartal", "quarter"),
        "unit.quarter.more": Text("kvartaler", "quarters"),
        "unit.half_year.one": Text("halvår", "half-year"),
        "unit.half_year.more": Text("halvår", "half-years"),
        "unit.year.one": Text("år", "year"),
        "unit.year.more": Text("år", "years"),
        "unit.percent.one": Text("prosent", "per cent"),
        "unit.percent.more": Text("prosent", "per cent"),
        "unit.fte.one": Text("årsverk", "full-time post"),
        "unit.fte.more": Text("årsverk", "full-time posts"),
        "unit.piece.one": Text("stykk", "piece"),
        "unit.piece.more": Text("stykker", "pieces"),
        "unit.person.one": Text("person", "person"),
        "unit.person.more": Text("personer", "persons"),
        "unit.NOK.one": Text("krone", "krone"),
        "unit.NOK.more": Text("kroner", "kroner"),
        "per.day": Text("om dagen", "a day"),
        "per.week": Text("i uken", "a week"),
        "per.month": Text("i måneden", "a month"),
        "per.quarter": Text("i kvartalet", "a quarter"),
        "per.half_year": Text("i halvåret", "a half-year"),
        "per.year": Text("i året", "a year"),
        "result.unnamed": Text("et resultat uten navn", "a result without a name"),
        "result.wave": Text("runde: {wave}", "wave: {wave}"),
        "result.among": Text("blant: {trait}", "among: {trait}"),
        "result.n": Text("n = {n}", "n = {n}"),
        "amount.min": Text("minst {amount}", "at least {amount}"),
        "amount.max": Text("høyst {amount}", "at most {amount}"),
        "amount.above": Text("over {amount}", "over {amount}"),
        "amount.below": Text("under {amount}", "under {amount}"),
        "amount.approx": Text("rundt {amount}", "about {amount}"),
        "amount.and": Text(" og ", " and "),
        "amount.varies.need": Text("etter behov", "as needed"),
        "amount.same_as": Text("som {id}", "as for {id}"),
        "deadline.within": Text("innen {amount}", "within {amount}"),
        "deadline.after": Text("{amount} etter {after}", "{amount} after {after}"),
        "deadline.unsaid": Text("etter {amount}", "after {amount}"),
        "deadline.date": Text("innen {date}", "by {date}"),
        "moment.sick_leave": Text("sykmelding", "the beginning of sick leave"),
        "moment.start": Text("oppstart", "the start"),
        "amount.planned": Text("{amount} planlagt", "{amount} planned"),
        "amount.reached": Text("{amount} nådd", "{amount} reached"),
        "dose.frequency": Text("{amount}", "{amount}"),
        "dose.intensity": Text("{amount}", "{amount}"),
        "dose.session": Text("{amount} hver gang", "{amount} each time"),
        "dose.sessions": Text("{amount}", "{amount}"),
        "dose.total": Text("{amount} i alt", "{amount} in all"),
        "dose.period": Text("i {amount}", "for {amount}"),
        "dose.deadline": Text("{amount}", "{amount}"),
        "dose.position": Text("{amount} stilling", "{amount} of a post"),
        "dose.count": Text("{amount}", "{amount}"),
        "dose.money": Text("{amount}", "{amount}"),
        "when.eligible": Text("for dem som oppfyller kravene", "for those who meet the requirements"),
        "when.need": Text("ved behov", "when needed"),
        "when.wish": Text("etter ønske", "when wished"),
        "when.offered": Text("som tilbud", "as an offer"),
        "when.feasible": Text("der det lar seg gjøre", "where feasible"),
        "when.after_end": Text("etter avslutning", "after the end"),
        "sign.plus": Text("pluss", "plus"),
        "sign.minus": Text("minus", "minus"),
        "sign.mixed": Text("blandet", "mixed"),
        "horizon.short": Text("kort sikt", "short term"),
        "horizon.medium": Text("mellomlang sikt", "medium term"),
        "horizon.long": Text("lang sikt", "long term"),
        "likelihood.low": Text("liten", "low"),
        "likelihood.medium": Text("middels", "medium"),
        "likelihood.high": Text("stor", "high"),
        "consequence.low": Text("liten", "low"),
        "consequence.medium": Text("middels", "medium"),
        "consequence.high": Text("stor", "high"),
        "overall.very_low": Text("svært lav", "very low"),
        "overall.low": Text("lav", "low"),
        "overall.moderate": Text("moderat", "moderate"),
        "overall.high": Text("høy", "high"),
        **{f"{part}.{concern}": text for part in ("methods", "coherence", "adequacy", "relevance") for concern, text in _CONCERNS.items()},
        "mode.face_to_face": Text("ansikt til ansikt", "face to face"),
        "mode.telephone": Text("på telefon", "by telephone"),
        "mode.digital": Text("digitalt", "digitally"),
        "mode.group": Text("i gruppe", "in a group"),
        "mode.individual": Text("én og én", "one by one"),
        "or.field": Text("leddet har ikke nøkkelen `{key}`", "the entry has no key `{key}`"),
    }
)

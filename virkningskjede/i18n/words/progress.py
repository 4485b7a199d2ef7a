"""Words of progress: how far indicators have come."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Text

PROGRESS: Mapping[str, Text] = MappingProxyType(
    {
        "error.no_wave": Text("ingen resultater er fra runden «{wave}»: {known}", "no results are of the wave “{wave}”: {known}"),
        "error.waves": Text("rundene er {known}{likely}", "the waves are {known}{likely}"),
        "error.waves.none": Text("ingen av resultatene har noen runde", "none of the results has a wave"),
        "help.progress": Text(
            "Hvor langt er det kommet? For hver indikator: utgangspunktet, målet som gjelder, det siste resultatet, og hvor stor del av "
            "veien det er. Planlagt og nådd for omfang tas med.",
            "How far has it come? For each indicator: the baseline, the target in force, the latest result, and what share of the way that "
            "is. What was planned and reached of doses is there too.",
        ),
        "help.option.date.progress": Text(
            "Slik det var på denne datoen (2024-10-29, 2024-10 eller 2024).", "As it was on this date (2024-10-29, 2024-10 or 2024)."
        ),
        "help.option.wave": Text("Bare denne runden av målingen.", "Only this round of measuring."),
        "help.option.all.progress": Text("Alle resultatene, og ikke bare de siste.", "Every result, and not only the latest."),
        "error.date": Text(
            "«{value}» er ikke en dato; skriv 2024-10-29, 2024-10 eller 2024", "“{value}” is not a date; write 2024-10-29, 2024-10 or 2024"
        ),
        "progress.title": Text("Måloppnåelse", "Progress"),
        "progress.none": Text("Ingen indikatorer, og ikke noe planlagt og nådd.", "No indicators, and nothing planned and reached."),
        "progress.model": Text("Modell", "Model"),
        "progress.model.label": Text("Modellens navn", "Name of the model"),
        "progress.baseline.number": Text("Utgangspunkt (tall)", "Baseline (number)"),
        "progress.target.number": Text("Mål (tall)", "Target (number)"),
        "progress.value.number": Text("Resultat (tall)", "Result (number)"),
        "progress.baseline.kind": Text("Utgangspunkt (slags)", "Baseline (kind)"),
        "progress.target.kind": Text("Mål (slags)", "Target (kind)"),
        "progress.value.kind": Text("Resultat (slags)", "Result (kind)"),
        "progress.baseline.upper": Text("Utgangspunkt (øvre tall)", "Baseline (upper number)"),
        "progress.target.upper": Text("Mål (øvre tall)", "Target (upper number)"),
        "progress.value.upper": Text("Resultat (øvre tall)", "Result (upper number)"),
        "progress.kind.min": Text("minst", "at least"),
        "progress.kind.max": Text("høyst", "at most"),
        "progress.kind.above": Text("over", "over"),
        "progress.kind.below": Text("under", "under"),
        "progress.kind.approx": Text("rundt", "about"),
        "progress.kind.range": Text("fra", "from"),
        "progress.baseline.date": Text("Utgangspunkt (dato)", "Baseline (date)"),
        "progress.target.date": Text("Mål (dato)", "Target (date)"),
        "progress.unit": Text("Enhet", "Unit"),
        "progress.indicator": Text("Id", "Id"),
        "progress.label": Text("Indikator", "Indicator"),
        "progress.baseline": Text("Utgangspunkt", "Baseline"),
        "progress.target": Text("Mål", "Target"),
        "progress.value": Text("Resultat", "Result"),
        "progress.date": Text("Dato", "Date"),
        "progress.wave": Text("Runde", "Wave"),
        "progress.n": Text("Antall spurte", "Number asked"),
        "progress.among": Text("Blant", "Among"),
        "progress.share": Text("Del av veien", "Share of the way"),
        "progress.share.percent": Text("Del av veien i prosent", "Per cent of the way"),
        "progress.share.none": Text("Hvorfor ingen del", "Why no share"),
        "progress.share.no_baseline": Text("uten utgangspunkt", "no baseline"),
        "progress.share.no_target": Text("uten mål", "no target"),
        "progress.share.not_measured": Text("ikke målt", "not measured"),
        "progress.share.no_number": Text("uten tall", "no number"),
        "progress.share.unit": Text("ulike enheter", "different units"),
        "progress.share.open_baseline": Text("utgangspunktet er ikke ett tall", "the baseline is no one number"),
        "progress.share.overlap": Text(
            "utgangspunkt og mål er det samme, eller overlapper", "baseline and target are the same, or overlap"
        ),
        "progress.met": Text("Målet nådd", "Target reached"),
        "progress.sure": Text("Sikkert", "Sure"),
        "progress.at": Text("Sted", "Place"),
        "progress.unmeasured": Text("ikke målt", "not measured"),
        "progress.no_number": Text("uten tall", "no number"),
        "progress.percent": Text("{sign}{number} %", "{sign}{number}%"),
        "progress.between": Text("{low} til {high}", "{low} to {high}"),
        "progress.met.yes": Text("målet er nådd", "target reached"),
        "progress.met.before": Text("målet er nådd, og var det før", "target reached, as it was before"),
        "progress.met.partly": Text("kanskje nådd", "perhaps reached"),
        "progress.met.no": Text("målet er ikke nådd", "target not reached"),
        "progress.legend.result": Text("målt", "measured"),
        "progress.legend.result.wide": Text(
            "så bred som datoen er upresis, så høy som tallet er det", "as wide as the date is imprecise, as high as the number is"
        ),
        "progress.legend.baseline": Text("utgangspunkt", "baseline"),
        "progress.legend.target": Text("mål som gjelder", "target in force"),
        "progress.legend.band": Text("mål fra og til", "target from and to"),
        "progress.legend.due": Text("når målet skal være nådd", "when the target is due"),
        "progress.note.figure": Text(
            "Hver rute har sin egen skala, fra det minste tallet i den til det største, og begynner ikke på null. Tiden er den samme "
            "i alle.",
            "Each panel has a scale of its own, from the least number in it to the greatest, and does not begin at nought. The time is the "
            "same in all.",
        ),
        "progress.note.undated": Text("Det som står lengst til venstre, har ingen dato.", "What stands farthest to the left has no date."),
        "progress.note.other_unit": Text(
            "Et tall i en annen slags enhet enn målet er ikke tegnet.", "A number in another kind of unit than the target is not drawn."
        ),
        "help.option.output.figure": Text(
            "Filen som det skrives til. Ender den på .svg, .png, .pdf eller .dot, tegnes en figur av alle resultatene.",
            "The file that is written to. If it ends in .svg, .png, .pdf or .dot, a figure of all the results is drawn.",
        ),
        "panels.formats": Text(
            "Figurer tegnes som .svg, .png, .pdf eller .dot; «{name}» ender ikke på noen av dem.",
            "Figures are drawn as .svg, .png, .pdf or .dot; “{name}” ends in none of these.",
        ),
        "progress.note.share": Text(
            "Del av veien er (resultat − utgangspunkt) / (mål − utgangspunkt); der det ikke går, står det hvorfor. Et mål om minst eller "
            "høyst så mye er nådd ved så mye. Ingenting er regnet ut mellom målinger.",
            "The share of the way is (result − baseline) / (target − baseline); where it cannot be worked out, it says why. A target of at "
            "least or at most so much is reached at so much. Nothing is worked out between measurements.",
        ),
        "progress.note.target": Text(
            "Målet er det første som er datert på datoen eller senere, ellers det siste.",
            "The target is the first that is dated on the date or later, else the last.",
        ),
        "progress.note.sure": Text(
            "? betyr at resultatet kan leses på en annen måte, eller at datoen ikke sier om det er det siste.",
            "? means that the result can be read otherwise, or that its date does not say whether it is the latest.",
        ),
    }
)
"""By key."""

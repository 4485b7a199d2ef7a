"""Words of ``waves``: what has moved from one round of measuring to the next."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Text

WAVES: Mapping[str, Text] = MappingProxyType(
    {
        "help.waves": Text(
            "Har svarene flyttet seg fra en runde til den neste? Fordelinger på ordnede svar, med virkning, intervall og prøve.",
            "Have the answers moved from one wave to the next? Distributions of ordered answers, with effect, interval and test.",
        ),
        "help.option.people": Text(
            "Om det er de samme som har svart i begge rundene (unknown om ikke annet er sagt). Bare av ulike folk regnes p ut.",
            "Whether the same people answered in both waves (unknown unless said otherwise). Only of different people is p worked out.",
        ),
        "waves.title": Text("Fra runde til runde", "From wave to wave"),
        "waves.none": Text(
            "Ingen indikator har resultater med fordeling i to runder.", "No indicator has results with a distribution in two waves."
        ),
        "waves.answer": Text("Svar", "Answer"),
        "waves.sum": Text("I alt", "In all"),
        "waves.percent": Text("{wave}, prosent", "{wave}, per cent"),
        "waves.part": Text("{answer} {percent} %", "{answer} {percent} %"),
        "waves.tick": Text("{percent} %", "{percent} %"),
        "waves.note.figure": Text(
            "Hver stolpe er én runde, delt etter hvor mange som ga hvert svar; det laveste svaret er lysest.",
            "Each bar is one wave, divided by how many gave each answer; the lowest answer is lightest.",
        ),
        "help.option.output.figure.waves": Text(
            "Filen som det skrives til. Ender den på .svg, .png, .pdf eller .dot, tegnes fordelingene.",
            "The file that is written to. If it ends in .svg, .png, .pdf or .dot, the distributions are drawn.",
        ),
        "waves.unsure": Text("?", "?"),
        "waves.effect": Text(
            "Sjansen for høyere svar i den siste runden: {effect} ({low} til {high}).",
            "The chance of a higher answer in the later wave: {effect} ({low} to {high}).",
        ),
        "waves.p": Text("p {p}, talt opp.", "p {p}, counted."),
        "waves.p.normal": Text("p {p}, anslått med normalfordelingen.", "p {p}, estimated by the normal distribution."),
        "waves.note.effect": Text(
            "Sjansen er for at en som svarte i den siste runden, svarte høyere enn en som svarte i den første; likt svar teller halvt, så "
            "0,50 er ingen forskjell. I parentes 95 %-intervallet. Svarene er ordnet som i filen, det laveste først.",
            "The chance is that somebody in the later wave answered higher than somebody in the earlier; the same answer counts a half, so "
            "0.50 is no difference. In brackets the 95 % interval. The answers are in the order of the file, the lowest first.",
        ),
        "waves.people.unknown": Text(
            "Ingen p: det kan være de samme som har svart i begge rundene. Da hører svarene sammen to og to, og det viser ikke "
            "fordelingene; intervallet er regnet som om det var ulike folk. Er det ulike folk, si det med --people different.",
            "No p: the same people may have answered in both waves. Then the answers belong together two and two, which the distributions "
            "do not show; the interval is worked out as if of different people. If they are different people, say so: --people different.",
        ),
        "waves.people.same": Text(
            "Ingen p: de samme har svart i begge rundene, og hvem som svarte hva, viser ikke fordelingene. Intervallet er regnet som om "
            "det var ulike folk, og er helst for bredt.",
            "No p: the same people answered in both waves, and the distributions do not show who answered what. The interval is worked out "
            "as if of different people, and is more likely too wide.",
        ),
        "waves.people.different": Text(
            "p er den delen av alle måter å dele svarene mellom de to rundene på som skiller dem minst like mye, den ene eller den andre "
            "veien. Den sier noe om tilfeldigheter, ikke om hvorfor svarene har flyttet seg.",
            "p is the share of all ways to divide the answers between the two waves that part them at least as much, one way or the other. "
            "It is about chance, not about why the answers have moved.",
        ),
        "waves.note.normal": Text(
            "Der det er for mange måter å dele svarene på til at alle telles opp, er den delen anslått med normalfordelingen.",
            "Where there are too many ways to divide the answers to count them all, that share is estimated by the normal distribution.",
        ),
        "waves.note.several": Text(
            "{count} sammenligninger: jo flere, desto oftere er en p lav av seg selv.",
            "{count} comparisons: the more there are, the more often a p is low of itself.",
        ),
        "waves.note.unsure": Text(
            "Et spørsmålstegn: en annen lesning har ikke det resultatet.", "A question mark: another reading does not have that result."
        ),
        "waves.why_not.other_answers": Text(
            "Kan ikke sammenlignes: de to rundene har ikke de samme svarene i samme rekkefølge.",
            "Cannot be compared: the two waves do not have the same answers in the same order.",
        ),
        "waves.why_not.no_counts": Text(
            "Kan ikke sammenlignes: det må stå hvor mange som ga hvert svar, i hele tall som til sammen er n.",
            "Cannot be compared: it must say how many gave each answer, in whole numbers that together are n.",
        ),
        "waves.why_not.nobody": Text(
            "Kan ikke sammenlignes: i den ene runden har ingen svart.", "Cannot be compared: in one of the waves nobody answered."
        ),
        "waves.column.model.label": Text("Modellens navn", "Name of the model"),
        "waves.column.model": Text("Modell (id)", "Model (id)"),
        "waves.column.indicator.label": Text("Indikator", "Indicator"),
        "waves.column.indicator": Text("Indikator (id)", "Indicator (id)"),
        "waves.column.among": Text("Blant (id)", "Among (id)"),
        "waves.column.among.label": Text("Blant", "Among"),
        "waves.column.earlier.label": Text("Første runde", "Earlier wave"),
        "waves.column.earlier": Text("Første runde (id)", "Earlier wave (id)"),
        "waves.column.later.label": Text("Siste runde", "Later wave"),
        "waves.column.later": Text("Siste runde (id)", "Later wave (id)"),
        "waves.column.n_earlier": Text("n, første", "n, earlier"),
        "waves.column.n_later": Text("n, siste", "n, later"),
        "waves.column.effect": Text("Sjanse for høyere", "Chance of higher"),
        "waves.column.low": Text("Minst", "Least"),
        "waves.column.high": Text("Mest", "Most"),
        "waves.column.p": Text("p", "p"),
        "waves.column.exact": Text("Talt opp", "Counted"),
        "waves.column.why_not": Text("Hvorfor ikke", "Why not"),
    }
)

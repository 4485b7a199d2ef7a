"""Words of ``group`` and of heat maps: how alike models are, which belong together, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Text

GROUPING: Mapping[str, Text] = MappingProxyType(
    {
        "help.group": Text(
            "Hvilke modeller hører sammen? Likhet to og to, et tre over dem, og hvor godt inndelingen etter mal og etter framdrift passer. "
            "Krever virkningskjede[grouping].",
            "Which models belong together? How alike they are two by two, a tree over them, and how well the division by template and by "
            "progress fits. Needs virkningskjede[grouping].",
        ),
        "help.option.by": Text(
            "Hva likheten måles på: terms (begreper), arrows (begreper og koblinger), status (begreper vektet etter status), eller "
            "kolonnene i en tabell som tiltak.",
            "What likeness is measured on: terms, arrows (terms and arrows), status (terms weighted by status), or the columns of a table "
            "such as tiltak.",
        ),
        "help.option.progress": Text(
            "Hvor langt en aktivitet eller et produkt må være kommet for at modellen skal regnes som i gang.",
            "How far an activity or output must have come for the model to count as under way.",
        ),
        "help.option.samples": Text(
            "Hvor mange ganger det usikre trekkes; 0 for ingen.", "How many times what is unsure is drawn; 0 for none."
        ),
        "help.option.seed": Text("Frøet til de tilfeldige tallene.", "The seed of the random numbers."),
        "group.needs_extra": Text(
            "gruppering krever scipy; installer det med: python3 -m pip install '{extra}'",
            "grouping needs scipy; install it with: python3 -m pip install '{extra}'",
        ),
        "group.no_model": Text(
            "det er ingen modell {name} her; disse er med: {known}", "there is no model {name} here; there are: {known}"
        ),
        "group.two_models": Text("det trengs minst to modeller for å gruppere", "it takes at least two models to group"),
        "group.nothing": Text(
            "ikke noe å sammenligne: det trengs minst to modeller som har noe av det som måles ({by}); her er det {count}",
            "nothing to compare: it takes at least two models that have anything of what is measured ({by}); here there are {count}",
        ),
        "group.samples": Text("{samples} er ikke et antall trekninger", "{samples} is not a number of samples"),
        "group.title": Text("Hvilke modeller ligner hverandre ({by})?", "Which models are alike ({by})?"),
        "group.by_name.terms": Text("begreper", "terms"),
        "group.by_name.arrows": Text("begreper og koblinger", "terms and arrows"),
        "group.by_name.status": Text("begreper vektet etter status", "terms weighted by status"),
        "group.by.template": Text("Mal", "Template"),
        "group.by.progress": Text("Framdrift", "Progress"),
        "group.no_template": Text("uten mal", "no template"),
        "group.not": Text("ikke {status}", "not {status}"),
        "group.alike": Text("Likhet to og to", "Likeness two by two"),
        "group.alike.note": Text(
            "Likhet: andelen av det to modeller har til sammen, som begge har. 1 er helt like, 0 har ingenting felles. Det begge tier om, "
            "teller ikke.",
            "Likeness: the share of what two models have in all that both have. 1 is the same, 0 has nothing in common. What both are "
            "silent on does not count.",
        ),
        "group.alike.empty": Text(
            "Tomt: ikke noe å sammenligne, for her har teksten ikke noe av det som måles: {models}.",
            "Empty: nothing to compare, since here the text has nothing of what is measured: {models}.",
        ),
        "group.left_out": Text(
            "Holdt utenfor, fordi teksten ikke har noe av det som måles: {models}. Taushet gjør verken lik eller ulik.",
            "Left out, since the text has nothing of what is measured: {models}. Silence makes neither like nor unlike.",
        ),
        "group.several": Text(
            "Ikke to klynger, men {count} som er like nær hverandre: {clusters}",
            "Not two clusters, but {count} that are equally near each other: {clusters}",
        ),
        "group.ties": Text(
            "Like nær hverandre, og derfor slått sammen samtidig: {clusters}",
            "Equally near, and so joined at once: {clusters}",
        ),
        "group.two": Text("To klynger: {one} | {other}", "Two clusters: {one} | {other}"),
        "group.faithful": Text(
            "Treet gjengir likhetene med en kofenetisk korrelasjon på {value}.",
            "The tree shows the likenesses with a cophenetic correlation of {value}.",
        ),
        "group.fits": Text("Hvor godt inndelingene passer", "How well the divisions fit"),
        "group.division": Text("Inndeling", "Division"),
        "group.within": Text("Likhet innen", "Within"),
        "group.between": Text("mellom", "between"),
        "group.r": Text("R", "R"),
        "group.rank": Text("Plass", "Rank"),
        "group.p": Text("p", "p"),
        "group.of": Text("{rank} av {splits}", "{rank} of {splits}"),
        "group.fits.note": Text(
            "R (ANOSIM): 1 når to i samme gruppe alltid ligner mer enn to i ulike grupper, om lag 0 når inndelingen ikke har med likhet å "
            "gjøre. Plass: blant alle inndelinger i like store grupper. p: andelen av dem som passer minst like godt. Høy p: denne "
            "kodingen gir ikke noe tegn til at inndelingen skiller. Med få modeller er det ikke det samme som at den ikke gjør det.",
            "R (ANOSIM): 1 when two in one group are always more alike than two in different groups, about 0 when the division has nothing "
            "to do with likeness. Rank: among all divisions into groups of these sizes. p: the share of them that fit at least as well. A "
            "high p: this coding gives no sign that the division separates. With few models that is not the same as that it does not.",
        ),
        "group.fits.drawn": Text(
            "Det er for mange inndelinger til å prøve alle; {splits} er trukket.",
            "There are too many divisions to try them all; {splits} were drawn.",
        ),
        "group.none": Text(
            "Ingen inndeling har to grupper å holde opp mot hverandre.", "No division has two groups to hold against each other."
        ),
        "group.members": Text("{by}: {groups}", "{by}: {groups}"),
        "group.member_list": Text("{group} ({count}): {members}", "{group} ({count}): {members}"),
        "group.inside": Text("Likhet innen hver gruppe – {by}: {groups}", "Likeness within each group – {by}: {groups}"),
        "group.best": Text("Best av alle inndelinger i {sizes}: {groups} (R {r})", "Best of all divisions into {sizes}: {groups} (R {r})"),
        "group.best.several": Text(
            "Best av alle inndelinger i {sizes}, sammen med andre ({count} er like gode): {groups} (R {r})",
            "Best of all divisions into {sizes}, along with others ({count} are equally good): {groups} (R {r})",
        ),
        "group.without": Text(
            "Med én modell mindre – {by}: p fra {low} (uten {lowest}) til {high} (uten {highest}), under 0,05 i {clear} av {count}",
            "With one model less – {by}: p from {low} (without {lowest}) to {high} (without {highest}), below 0.05 in {clear} of {count}",
        ),
        "group.separating": Text("Hva som skiller – {by}", "What separates – {by}"),
        "group.difference": Text("Forskjell", "Difference"),
        "group.separating.note": Text(
            "Antall i hver gruppe, minst–høyst. Forskjell: andelen i den ene gruppen minus andelen i den andre, i prosentpoeng som kodet; "
            "i parentes minst og høyst.",
            "Count in each group, least–most. Difference: the share in the one group less that in the other, in percentage points as "
            "coded; in brackets the least and the most.",
        ),
        "group.separating.more": Text("{count} til skiller mindre.", "{count} more separate less."),
        "group.aim": Text("{term} (som mål)", "{term} (as an aim)"),
        "group.unwanted": Text("{term} (uønsket virkning)", "{term} (an unwanted effect)"),
        "group.signed": Text("{arrow} ({sign})", "{arrow} ({sign})"),
        "group.arrow": Text("{source} → {to}", "{source} → {to}"),
        "group.robust": Text("Om det usikre leses annerledes", "If what is unsure is read otherwise"),
        "group.spread": Text("{middle} ({low} til {high})", "{middle} ({low} to {high})"),
        "group.clear": Text("p < 0,05", "p < 0.05"),
        "group.same_sign": Text("Samme fortegn", "Same sign"),
        "group.same_rank": Text("Like god plass", "Rank as good"),
        "group.share": Text("{share} %", "{share}%"),
        "group.choices.one": Text("{count} usikkert valg", "{count} unsure choice"),
        "group.choices.more": Text("{count} usikre valg", "{count} unsure choices"),
        "group.robust.note": Text(
            "{samples} trekninger med frø {seed}: {choices}, hver lesning like sannsynlig. Median, og 5. til 95. prosentil. "
            "Prosent: andelen av trekningene.",
            "{samples} samples with seed {seed}: {choices}, each reading as likely. Median, and 5th to 95th percentile. "
            "Percent: the share of the samples.",
        ),
        "group.same_clusters": Text("De samme klyngene: {share} % av trekningene.", "The same clusters: {share}% of the samples."),
        "group.robust.fewer": Text(
            "Med {models} modeller er det trukket {samples} ganger, ikke {usual}: andelene er grovere. `--samples` gir et annet antall.",
            "With {models} models {samples} samples are drawn, not {usual}: the shares are coarser. `--samples` gives another number.",
        ),
        "group.short": Text(
            "I {share} % av trekningene hadde en modell ikke noe igjen å sammenligne og ble holdt utenfor der.",
            "In {share}% of the samples a model had nothing left to compare and was left out there.",
        ),
        "group.ahead": Text(
            "Inndelingen etter {one} passer bedre enn den etter {other}: {share} % av trekningene.",
            "The division by {one} fits better than the one by {other}: {share}% of the samples.",
        ),
        "group.better": Text(
            "Som kodet passer inndelingen etter {one} bedre enn den etter {other} (R {r} mot {s}).",
            "As coded, the division by {one} fits better than the one by {other} (R {r} against {s}).",
        ),
        "group.equal": Text(
            "Som kodet passer de to inndelingene like godt (R {r}).", "As coded, the two divisions fit equally well (R {r})."
        ),
        "group.care": Text(
            "Få modeller, kodet fra tekst: taushet er ikke fravær, og en mal kan selv foreskrive det som skiller.",
            "Few models, coded from text: silence is not absence, and a template may itself prescribe what separates.",
        ),
        "group.column.model": Text("Modell", "Model"),
        "group.column.model.label": Text("Modellens navn", "Name of the model"),
        "group.column.cluster": Text("Klynge", "Cluster"),
        "heatmap.formats": Text(
            "Kan ikke tegne «{name}»: filen må ende på svg, png, pdf eller dot",
            "Cannot draw “{name}”: the file must end in svg, png, pdf or dot",
        ),
        "heatmap.cell": Text("{model} – {column}: {said}", "{model} – {column}: {said}"),
        "heatmap.pair": Text("{a} og {b}: {value}", "{a} and {b}: {value}"),
        "heatmap.perhaps": Text("ikke kodet, men kunne vært det", "not coded, but could have been"),
        "heatmap.unsure": Text("skravert: usikker, kunne vært utelatt", "hatched: unsure, could have been left out"),
        "heatmap.unsure.verdict": Text(
            "skravert: usikker, dommen kunne vært en annen", "hatched: unsure, the verdict could have been another"
        ),
        "heatmap.silence": Text(
            "Prikk: teksten tier. Det betyr ikke at det ikke gjøres.", "Dot: the text is silent. That does not mean that it is not done."
        ),
        "heatmap.tree": Text(
            "Treet: modeller som ligner hverandre, møtes tidlig (til høyre). Skalaen er likheten de møtes ved. Målt på: {by}. "
            "Gjennomsnittskobling.",
            "The tree: models that are alike join early (to the right). The scale is the likeness at which they join. Measured on: {by}. "
            "Average linkage.",
        ),
        "heatmap.alike": Text(
            "Tallene er andelen av det to modeller har til sammen, som begge har; jo mørkere, jo likere.",
            "The numbers are the share of what two models have in all that both have; the darker, the more alike.",
        ),
        "compare.counts": Text("Antall modeller", "Number of models"),
        "compare.counts.all": Text("Alle ({count})", "All ({count})"),
        "compare.counts.group": Text("{group} ({count})", "{group} ({count})"),
        "compare.counts.no_template": Text("Uten mal", "No template"),
        "compare.counts.split": Text("{total}: {split}", "{total}: {split}"),
        "compare.counts.each": Text("{count} {status}", "{count} {status}"),
        "compare.counts.note": Text(
            "Etter kolon: hvor mange som er kommet hvor langt. Med strek: minst og høyst.",
            "After the colon: how many have come how far. With a dash: the least and the most.",
        ),
    }
)
"""Every word of the grouping by key."""

"""Words and sentences of criteria and verdicts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.catalogue.text import Text

CRITERION: Mapping[str, Text] = MappingProxyType(
    {
        "name.term": Text("begrepet", "term"),
        "name.actor": Text("aktøren", "actor"),
        "name.trait": Text("egenskapen", "trait"),
        "name.indicator": Text("indikatoren", "indicator"),
        "name.column": Text("kolonnen", "column"),
        "verdict.met": Text("oppfylt", "met"),
        "verdict.partly": Text("delvis", "partly"),
        "verdict.not_met": Text("ikke oppfylt", "not met"),
        "verdict.not_stated": Text("ikke nevnt", "not stated"),
        "verdict.unsure": Text("{verdict}?", "{verdict}?"),
        "verdict.legend": Text(
            "oppfylt: teksten sier det. delvis: den sier noe av det. ikke nevnt: den er taus, og det er ikke det samme som nei. "
            "ikke oppfylt: den taler imot.",
            "met: the text says so. partly: it says some of it. not stated: it is silent, which is not a no. "
            "not met: it speaks against it.",
        ),
        "verdict.legend.unsure": Text(
            "?: en annen omhyggelig koder kunne kommet til det som står i parentes.",
            "?: another careful coder could have come to what stands in brackets.",
        ),
        "check.criterion": Text("Kriterium", "Criterion"),
        "check.set": Text("Kriteriesett", "Criteria set"),
        "check.model": Text("Modell", "Model"),
        "check.verdict": Text("Dom", "Verdict"),
        "check.possible": Text("Mulige dommer", "Possible verdicts"),
        "check.nodes": Text("Hviler på", "Rests on"),
        "check.at": Text("Sted i kilden", "Place in the source"),
        "check.reason": Text("Grunn", "Reason"),
        "check.read_in": Text("lest i {source} {at}", "read in {source} {at}"),
        "check.source": Text("kilde: {source}", "source: {source}"),
        "check.nothing": Text("Ingen modeller er prøvd mot noe kriterium.", "No model was held against any criterion."),
        "reason.met": Text("Oppfylt: det viser {grounds}.", "Met: shown by {grounds}."),
        "reason.limited": Text("Delvis: det viser {grounds}.", "Partly: shown by {grounds}."),
        "reason.weaker": Text("Delvis: det viser {grounds}.", "Partly: shown by {grounds}."),
        "reason.against": Text("Ikke oppfylt: imot taler {grounds}.", "Not met: against it stands {grounds}."),
        "reason.denied": Text("Ikke oppfylt: imot taler {grounds}.", "Not met: against it stands {grounds}."),
        "reason.contested": Text(
            "Delvis: noe taler for og noe imot, i {grounds}.", "Partly: some of it speaks for and some against, in {grounds}."
        ),
        "reason.silent": Text("Ikke nevnt i teksten: {missing}.", "The text does not mention: {missing}."),
        "reason.silent.open": Text("Teksten sier verken ja eller nei.", "The text says neither yes nor no."),
        "reason.missing": Text("Ikke nevnt: {missing}.", "Not mentioned: {missing}."),
        "reason.some": Text("Nevnt, men ikke nok alene: {grounds}.", "Mentioned, but not enough alone: {grounds}."),
        "reason.opposed": Text("Imot taler {grounds}.", "Against it stands {grounds}."),
        "reason.possible": Text(
            "Også mulig: {verdicts}, etter hvordan {doubts} leses.", "Also possible: {verdicts}, depending on how {doubts} is read."
        ),
        "ground": Text("«{label}»", "“{label}”"),
        "ground.arrow": Text("«{source}» → «{target}»", "“{source}” → “{target}”"),
        "ground.recruitment": Text("rekrutteringen", "the recruitment"),
        "ground.whole": Text("varigheten av hele oppfølgingen", "the length of the whole follow-up"),
        "limit.considered": Text("bare vurdert", "only considered"),
        "limit.dropped": Text("droppet", "dropped"),
        "limit.not_so_far": Text("ikke kommet så langt", "has not come so far"),
        "limit.maybe": Text("noen er bare kanskje med", "some only may take part"),
        "limit.overlap": Text("omfanget dekker bare noe av det", "the amount covers only some of it"),
        "limit.outside": Text("omfanget er et annet", "the amount is another"),
        "limit.whole": Text("hele oppfølgingen er kortere", "the whole follow-up is shorter"),
        "limit.denied": Text("teksten sier nei", "the text says no"),
        "doubt.or": Text("tvetydig", "ambiguous"),
        "doubt.ambiguity": Text("kodet som utelatt", "coded absent"),
        "doubt.debatable": Text("kan drøftes om det teller i kolonnen", "debatable whether it counts in the column"),
        "doubt.template": Text("står i malen {template}", "stands in the template {template}"),
        "asked.anything": Text("Noe", "Something"),
        "asked.exact": Text("nettopp det", "exactly that"),
        "asked.who": Text("med {who}", "with {who}"),
        "asked.for": Text("for {who}", "for {who}"),
        "asked.stated.frequency": Text("hvor ofte", "how often"),
        "asked.stated.session": Text("hvor lenge hver gang", "how long each time"),
        "asked.stated.sessions": Text("hvor mange ganger", "how many times"),
        "asked.stated.total": Text("hvor mye i alt", "how much in all"),
        "asked.stated.period": Text("hvor lenge", "for how long"),
        "asked.stated.position": Text("hvor stor stilling", "how large a post"),
        "asked.stated.count": Text("hvor mange", "how many"),
        "asked.stated.money": Text("hvor mye penger", "how much money"),
        "asked.arrow": Text("At {source} fører til {target}", "That {source} leads to {target}"),
        "asked.arrow.thing": Text("noe", "something"),
        "asked.stated": Text("sagt i kilden", "said in the source"),
        "asked.evidence.supports": Text("med forskning som støtter det", "with research that supports it"),
        "asked.evidence.mixed": Text("med forskning som spriker", "with mixed research"),
        "asked.evidence.no_effect": Text("med forskning uten funn av virkning", "with research that found no effect"),
        "asked.evidence.contradicts": Text("med forskning som taler imot", "with research that contradicts it"),
        "asked.traits": Text("{trait} (målgruppe)", "{trait} (target group)"),
        "asked.has.age": Text("Aldersgrense for målgruppen", "An age limit of the target group"),
        "asked.has.sick_leave": Text(
            "Grense for hvor lenge brukeren har vært sykmeldt", "A limit to how long the user has been on sick leave"
        ),
        "asked.has.traits": Text("Egenskaper ved målgruppen", "Traits of the target group"),
        "asked.age": Text("Målgruppe i alderen {amount}", "Target group aged {amount}"),
        "asked.sick_leave": Text("Målgruppe sykmeldt {amount}", "Target group on sick leave {amount}"),
        "asked.refer": Text("Henvisning fra {who}", "Referral by {who}"),
        "asked.receive": Text("Mottak hos {who}", "Reception by {who}"),
        "asked.decide": Text("At {who} avgjør inntaket", "That {who} decides on intake"),
        "asked.any": Text("{who} i rekrutteringen", "{who} in the recruitment"),
        "asked.consent": Text("Samtykke fra bruker", "Consent of the user"),
        "asked.whole": Text("Hele oppfølgingen {amount}", "The whole follow-up {amount}"),
        "asked.open": Text("Åpent spørsmål om {term}", "An open question about {term}"),
        "asked.result": Text("Resultat: {indicator}", "Result: {indicator}"),
        "asked.result.value": Text("Resultat: {indicator}, {amount}", "Result: {indicator}, {amount}"),
        "asked.not": Text("det motsatte av: {asked}", "the opposite of: {asked}"),
        "asked.at_least": Text("minst {n} av: {asked}", "at least {n} of: {asked}"),
        "asked.both": Text("både {asked}", "both {asked}"),
        "asked.either": Text("enten {asked}", "either {asked}"),
        "asked.or": Text(" eller ", " or "),
        "asked.and": Text(" og ", " and "),
    }
)

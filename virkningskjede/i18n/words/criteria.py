"""Words and sentences of criteria and verdicts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Text

CRITERION: Mapping[str, Text] = MappingProxyType(
    {
        "name.term": Text("begrepet", "term"),
        "name.actor": Text("aktøren", "actor"),
        "name.trait": Text("egenskapen", "trait"),
        "name.indicator": Text("indikatoren", "indicator"),
        "name.indicator.advice": Text(
            "Rett skrivemåten, eller legg indikatoren til under `indicators` i vocabulary.yaml. "
            "En indikator som bare står i en modell, kan sett og påstander ikke spørre etter.",
            "Mend the spelling, or add the indicator under `indicators` in vocabulary.yaml. "
            "Sets and claims cannot ask for an indicator that stands in a model only.",
        ),
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
        "case.and": Text("{first}, {rest}", "{first}, {rest}"),
        "case.possible": Text("mulig: {verdicts}", "possible: {verdicts}"),
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
            "Delvis: for taler {grounds}, men imot taler {against}.", "Partly: for it stands {grounds}, but against it {against}."
        ),
        "reason.contested.same": Text(
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
        "reason.possible.many": Text(
            "Også mulig: {verdicts}, etter hvordan {doubts} leses.", "Also possible: {verdicts}, depending on how {doubts} are read."
        ),
        "ground.arrow": Text("{source} → {target}", "{source} → {target}"),
        "ground.recruitment": Text("rekrutteringen", "the recruitment"),
        "ground.whole": Text("omfanget av hele opplegget", "the extent of the whole programme"),
        "ground.age": Text("aldersgrensen", "the age limit"),
        "ground.sick_leave": Text("grensen for sykmelding", "the limit of sick leave"),
        "ground.result": Text("resultatet for {indicator}", "the result for {indicator}"),
        "limit.considered": Text("bare vurdert", "only considered"),
        "limit.dropped": Text("droppet", "dropped"),
        "limit.not_so_far": Text("ikke kommet så langt", "has not come so far"),
        "limit.maybe": Text("noen er bare kanskje med", "some only may take part"),
        "limit.overlap": Text("omfanget dekker bare noe av det", "the amount covers only some of it"),
        "limit.outside": Text("omfanget er et annet", "the amount is another"),
        "limit.whole": Text("hele opplegget er kortere", "the whole programme is shorter"),
        "limit.denied": Text("teksten sier nei", "the text says no"),
        "doubt.or": Text("tvetydig", "ambiguous"),
        "doubt.ambiguity": Text("kodet som utelatt", "coded absent"),
        "doubt.debatable": Text("kan drøftes om det teller i kolonnen", "debatable whether it counts in the column"),
        "doubt.template": Text("står i malen {template}", "stands in the template {template}"),
        "asked.anything": Text("noe", "something"),
        "asked.one.context": Text("noe i bakgrunnen", "something in the context"),
        "asked.one.inputs": Text("en innsatsfaktor", "an input"),
        "asked.one.activities": Text("en aktivitet", "an activity"),
        "asked.one.outputs": Text("et produkt", "an output"),
        "asked.one.outcomes": Text("en virkning", "an outcome"),
        "asked.one.barriers": Text("en hemmer", "a barrier"),
        "asked.one.enablers": Text("en fremmer", "an enabler"),
        "asked.one.open_questions": Text("et åpent spørsmål", "an open question"),
        "asked.one.service": Text("en virkning i tjenestene", "an effect in the services"),
        "asked.one.partner": Text("en virkning hos partnere", "an effect among partners"),
        "asked.one.user": Text("en brukereffekt", "a user effect"),
        "asked.one.society": Text("en samfunnseffekt", "an effect on society"),
        "asked.addresses": Text("rettet mot {term}", "meant to lower {term}"),
        "asked.exact": Text("nettopp det", "exactly that"),
        "asked.who": Text("med {who}", "with {who}"),
        "asked.for": Text("for {who}", "for {who}"),
        "asked.groups": Text("{all}, og {any}", "{all}, and {any}"),
        "asked.stated.frequency": Text("hvor ofte", "how often"),
        "asked.stated.session": Text("hvor lenge hver gang", "how long each time"),
        "asked.stated.sessions": Text("hvor mange ganger", "how many times"),
        "asked.stated.total": Text("hvor mye i alt", "how much in all"),
        "asked.stated.period": Text("hvor lenge", "for how long"),
        "asked.stated.position": Text("hvor stor stilling", "how large a post"),
        "asked.stated.count": Text("hvor mange", "how many"),
        "asked.stated.money": Text("hvor mye penger", "how much money"),
        "asked.arrow": Text("at {source} fører til {target}", "that {source} leads to {target}"),
        "asked.stated": Text("sagt i kilden", "said in the source"),
        "asked.evidence.supports": Text("med forskning som støtter det", "with research that supports it"),
        "asked.evidence.mixed": Text("med forskning som spriker", "with mixed research"),
        "asked.evidence.no_effect": Text("med forskning uten funn av virkning", "with research that found no effect"),
        "asked.evidence.contradicts": Text("med forskning som taler imot", "with research that contradicts it"),
        "asked.traits": Text("{trait} i målgruppen", "{trait} in the target group"),
        "asked.has.age": Text("en aldersgrense for målgruppen", "an age limit of the target group"),
        "asked.has.sick_leave": Text(
            "en grense for hvor lenge bruker har vært sykmeldt", "a limit to how long the user has been on sick leave"
        ),
        "asked.has.traits": Text("egenskaper ved målgruppen", "traits of the target group"),
        "asked.age": Text("en aldersgrense på {amount}", "an age limit of {amount}"),
        "asked.sick_leave": Text("en grense for sykmelding på {amount}", "a limit of sick leave of {amount}"),
        "asked.refer": Text("henvisning fra {who}", "referral by {who}"),
        "asked.receive": Text("mottak hos {who}", "reception by {who}"),
        "asked.decide": Text("at {who} avgjør inntaket", "that {who} decides on intake"),
        "asked.any": Text("{who} i rekrutteringen", "{who} in the recruitment"),
        "asked.consent": Text("samtykke fra bruker", "consent of the user"),
        "asked.whole": Text("hele opplegget {amount}", "the whole programme {amount}"),
        "asked.open": Text("et åpent spørsmål om {term}", "an open question about {term}"),
        "asked.result": Text("et resultat for {indicator}", "a result for {indicator}"),
        "asked.result.value": Text("et resultat for {indicator} på {amount}", "a result for {indicator} of {amount}"),
        "asked.not": Text("et nei til {asked}", "a no to {asked}"),
        "asked.at_least": Text("{n} eller flere av disse: {asked}", "{n} or more of these: {asked}"),
        "asked.both": Text("både {asked}", "both {asked}"),
        "asked.either": Text("enten {asked}", "either {asked}"),
        "asked.nor": Text("; heller ikke ", "; nor "),
        "asked.or": Text(" eller ", " or "),
        "asked.and": Text(" og ", " and "),
    }
)

"""What each key of a file is, as an editor tells it: the descriptions of the JSON Schemas.

A key that means the same wherever it stands has one text, ``schema.KEY``; where it does not, a type has its own: ``schema.TYPE.KEY``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Text

SCHEMA: Mapping[str, Text] = MappingProxyType(
    {
        "schema.Activity.mode": Text(
            "Hvordan folk møtes, én måte eller en liste: `face_to_face` (ansikt til ansikt), `telephone` (på telefon) eller "
            "`digital` (digitalt), og `group` (i gruppe) eller `individual` (én og én).",
            "In what way people meet, one or a list: `face_to_face`, `telephone` or `digital`, and `group` or `individual`.",
        ),
        "schema.Activity.place": Text(
            "Hvor det gjøres, ett sted eller en liste: id-er fra `places` i kodeboken, eller ord for et sted som bare står "
            "i denne modellen.",
            "Where it is done, one place or a list: ids of the codebook's `places`, or words for a place that stands in this model only.",
        ),
        "schema.Ambiguity.note": Text("Hvorfor det er tvil.", "Why there is doubt."),
        "schema.Ambiguity.or": Text("Det en annen ville skrevet.", "What another would write."),
        "schema.Ambiguity.stage": Text(
            "Trinnet det ville stått på, når begrepet kan stå på flere.", "The stage it would stand on, when the term can stand on several."
        ),
        "schema.AppliesTo.follows": Text("Malene de følger; én er nok.", "The templates that they follow; one is enough."),
        "schema.AppliesTo.kind": Text(
            "Slag modeller: `pilot`, `template` eller `programme`, ett eller en liste.",
            "Kinds of models: `pilot`, `template` or `programme`, one or a list.",
        ),
        "schema.ArrowQuestion.certainty": Text(
            "Tilliten til det funnet, eller til et hvilket som helst, er minst så stor: `very_low`, `low`, `moderate` eller `high`.",
            "That finding, or any, is at least so certain: `very_low`, `low`, `moderate` or `high`.",
        ),
        "schema.ArrowQuestion.evidence": Text(
            "Modellen viser til forskning med dette funnet: `supports`, `mixed`, `no_effect` eller `contradicts`. I en kjede "
            "gjelder det den siste koblingen.",
            "The model refers to research with this finding: `supports`, `mixed`, `no_effect` or `contradicts`. In a chain "
            "this goes for the last arrow.",
        ),
        "schema.ArrowQuestion.sign": Text(
            "Fortegnet til koblingen, eller til kjeden: `plus`, `minus`, `mixed` eller `any`. Utelatt: bare koblinger uten fortegn teller.",
            "The sign of the arrow, or of the chain: `plus`, `minus`, `mixed` or `any`. Left out: only arrows without a sign count.",
        ),
        "schema.ArrowQuestion.to": Text("Leddet den går til.", "The node that it ends in."),
        "schema.Assessment.at": Text("Setningene som dømmer.", "The sentences that judge."),
        "schema.Assessment.criteria": Text("Settet som spør etter det samme.", "The set that asks for the same."),
        "schema.Assessment.note": Text("Vurderingen med egne ord.", "The judgement in your own words."),
        "schema.Assessment.or": Text("Det en annen omhyggelig koder kunne lest.", "What another careful coder could have read."),
        "schema.Assessments.assessments": Text("Vurderingene, hver med sin id.", "The judgements, each with an id."),
        "schema.Assessments.kind": Text("Alltid `assessments`.", "Always `assessments`."),
        "schema.Assessments.set_aside": Text(
            "Setninger som er lest og ikke ga noen, med grunn. Setninger om «flere piloter» nevner ingen og er `inexpressible`.",
            'Sentences that were read and gave none, with a reason. Sentences on "several pilots" name nobody and are `inexpressible`.',
        ),
        "schema.Assessments.source": Text("Rapporten, fra references.yaml.", "The report, from references.yaml."),
        "schema.Assessments.virkningskjede": Text("Formatets versjon.", "The version of the format."),
        "schema.Assumption.status": Text(
            "`unquestioned` (tas for gitt), `questioned` (det er reist tvil) eller `tested` (prøvd).",
            "`unquestioned` (taken for granted), `questioned` (somebody doubts it) or `tested`.",
        ),
        "schema.Author.given": Text("Fornavnet.", "Given name."),
        "schema.Barrier.hinders": Text("Det som hemmes.", "What is hindered."),
        "schema.Case.expect": Text("`met`, `partly`, `not_met` eller `not_stated`.", "`met`, `partly`, `not_met` or `not_stated`."),
        "schema.Case.given": Text("En bit av en modell.", "A piece of a model."),
        "schema.Case.note": Text("Hva eksempelet viser.", "What the case shows."),
        "schema.Claim.at": Text("Der rapporten sier det.", "Where the report says it."),
        "schema.Claim.not_evidence": Text("Går foran filens for denne påstanden.", "Goes before the file's for this claim."),
        "schema.Claim.note": Text("Det en leser bør vite om lesningen.", "What a reader should know about the reading."),
        "schema.Claim.partly": Text(
            '`unknown`, `"no"` eller `"yes"`: hva det teller som at noe bare er vurdert eller bare delvis så.',
            '`unknown`, `"no"` or `"yes"`: what it counts as that something is only considered or only partly so.',
        ),
        "schema.Claim.statement": Text("Hva den sier, med våre ord.", "What it says, in our words."),
        "schema.ClaimsFile.claims": Text("Påstandene, hver med en id.", "The claims, each with an id."),
        "schema.ClaimsFile.kind": Text("Alltid `claims`.", "Always `claims`."),
        "schema.ClaimsFile.not_evidence": Text(
            "Avsnitt der rapporten selv sammenligner. Det som bare står der, beviser ingenting. Et avsnitt har "
            'underavsnittene sine med seg; setninger kan nevnes i stedet (`"2.2:12-13"`), der underavsnittene skal telle.',
            "Sections where the report itself compares. What stands only there proves nothing. A section has its subsections "
            'with it; sentences can be named instead (`"2.2:12-13"`), where the subsections are to count.',
        ),
        "schema.ClaimsFile.source": Text(
            "Rapporten, fra references.yaml. Steder og avsnitt uten kilde hører til den.",
            "The report, from references.yaml. Places and sections without a source belong to it.",
        ),
        "schema.ClaimsFile.virkningskjede": Text("Formatets versjon.", "The version of the format."),
        "schema.CodebookEntry.label": Text(
            "Navnet, på prosjektets språk eller begge.", "Its name, in the language of the project or both."
        ),
        "schema.Column.actors": Text(
            "Aktører; én er nok. Den som bare kanskje er med, gir en usikker rute.",
            "Actors; one is enough. Who only may take part gives an unsure cell.",
        ),
        "schema.Column.label": Text("Overskriften, på prosjektets språk eller begge.", "Heading, in the project's language or both."),
        "schema.Column.places": Text(
            "Steder fra kodeboken der det gjøres; ett er nok, og en slags av det holder.",
            "Places of the codebook where it is done; one is enough, and so is a kind of it.",
        ),
        "schema.Column.stages": Text(
            "Delene av modellen det letes i, når de er andre enn tabellens.",
            "The parts of the model to look in, where they are not the table's.",
        ),
        "schema.Column.traits": Text(
            "Egenskaper ved målgruppen; én er nok. En egenskap som teksten sier nei til, gir nei.",
            "Traits of the target group; one is enough. A trait that the text denies gives a no.",
        ),
        "schema.Column.unwanted": Text("`true` for en kolonne over det ingen ønsker.", "`true` for a column of what nobody wishes."),
        "schema.Comparison.at": Text("Stedet i den.", "The place in it."),
        "schema.Comparison.id": Text("Sammenligningens navn.", "The comparison's name."),
        "schema.Comparison.kind": Text("Alltid `comparison`.", "Always `comparison`."),
        "schema.Comparison.set_aside": Text("Setninger som ikke ga noen kolonne.", "Sentences that gave no column."),
        "schema.Comparison.source": Text("Kilden som kolonnene er hentet fra.", "The source that the columns come from."),
        "schema.Comparison.stages": Text("Delene av modellen det letes i.", "The parts of the model to look in."),
        "schema.Comparison.title": Text("Overskriften, på prosjektets språk eller begge.", "Heading, in the project's language or both."),
        "schema.Condition.all": Text("Alle vilkårene gjelder.", "All of the conditions hold."),
        "schema.Condition.any": Text("Minst ett av vilkårene gjelder.", "At least one of the conditions holds."),
        "schema.Condition.recruitment": Text("Rekrutteringen.", "The recruitment."),
        "schema.Context.kind": Text(
            "`problem`, `asset` (noe å bygge på, som tidligere erfaring) eller `change` (noe som alt er i endring).",
            "`problem`, `asset` (something to build on, such as earlier experience) or `change` (something already changing).",
        ),
        "schema.Counting.is": Text(
            "Så mange: et tall, grenser, `all`, `none` eller `most`.", "So many: a number, bounds, `all`, `none` or `most`."
        ),
        "schema.CriteriaSet.at": Text("Stedet der.", "The place there."),
        "schema.CriteriaSet.criteria": Text("Kriteriene, hvert med sin id.", "The criteria, each with an id."),
        "schema.CriteriaSet.for": Text(
            "Hvilke modeller settet gjelder: et slag (`kind`), og malene de følger. Andre modeller får ingen dom. Tomt betyr alle.",
            "Which models the set speaks of: a `kind`, and the templates that they follow. Other models get no verdict from "
            "it. Empty means any.",
        ),
        "schema.CriteriaSet.id": Text("Settets navn.", "The set's name."),
        "schema.CriteriaSet.kind": Text("Alltid `criteria`.", "Always `criteria`."),
        "schema.CriteriaSet.ref": Text("Verkene som fant det, fra references.yaml.", "The works that found it, from references.yaml."),
        "schema.CriteriaSet.set_aside": Text(
            "Setninger i kilden som ikke ga noe kriterium, med grunn.", "Sentences of the source that gave no criterion, with a reason."
        ),
        "schema.CriteriaSet.source": Text("Der vi har lest om dem.", "Where we have read of them."),
        "schema.CriteriaSet.text": Text(
            "Om kriteriene er sitert fra kilden (`quoted`) eller satt sammen av den (`synthesised`). Et kriterium kan si noe annet.",
            "Whether the criteria are quoted from the source (`quoted`) or put together of it (`synthesised`). A criterion "
            "can say otherwise.",
        ),
        "schema.CriteriaSet.virkningskjede": Text("Formatets versjon.", "The version of the format."),
        "schema.Criterion.at": Text("Stedet i settets kilde.", "The place in the set's source."),
        "schema.Criterion.label": Text("Navnet, på prosjektets språk eller begge.", "The name, in the project's language or both."),
        "schema.Criterion.partly": Text("Det som er nok til «delvis».", 'What is enough for "partly".'),
        "schema.Criterion.ref": Text("Verkene, når de er andre enn settets.", "The works, where they are other than the set's."),
        "schema.Criterion.text": Text(
            "`quoted` eller `synthesised`, når det er annerledes enn for settet. Et sitat må ha et sted.",
            "`quoted` or `synthesised`, where it is otherwise than for the set. A quotation must have a place.",
        ),
        "schema.DOI": Text("DOI.", "The DOI."),
        "schema.DatedBounds.above": Text("Over.", "Above."),
        "schema.DatedBounds.approx": Text("Om lag.", "About."),
        "schema.DatedBounds.at": Text("Stedet i kilden, når tallet har et eget.", "The place in the source, where it has one of its own."),
        "schema.DatedBounds.below": Text("Under.", "Below."),
        "schema.DatedBounds.date": Text("Når det var slik, eller skal bli det: en dato.", "When it was so, or is to be: a date."),
        "schema.DatedBounds.max": Text("Høyst.", "At most."),
        "schema.DatedBounds.min": Text("Minst: slik mål oftest er satt.", "At least: how targets are most often put."),
        "schema.DatedBounds.same_as": Text(
            "Like mye som noe annet: et ledd, en grense for målgruppen, en indikator eller et resultat.",
            "As much as something else: a node, a limit of the target group, an indicator or a result.",
        ),
        "schema.DatedBounds.unit": Text(
            "Enheten, der den ikke står hos indikatoren.", "The unit, where it does not stand with the indicator."
        ),
        "schema.DatedBounds.varies": Text("Varierer etter behov.", "Varies as needed."),
        "schema.DatedBounds.words": Text("Kildens egne ord.", "The source's own words."),
        "schema.Deadline.after": Text(
            "Det tiden regnes fra: id-en til et ledd, `start` (dagen brukeren begynte i tiltaket) eller `sick_leave` (dagen "
            "sykefraværet begynte).",
            "What the time is counted from: the id of a node, `start` (the day that the user began in the programme) or "
            "`sick_leave` (the day that the sick leave began).",
        ),
        "schema.Deadline.date": Text(
            "Dagen det skal være gjort innen, i stedet for et tall.", "The day by which it is to have been done, instead of a number."
        ),
        "schema.Denied.traits": Text("Egenskapene det sies nei til.", "The traits that are denied."),
        "schema.Dose.at": Text(
            "Stedet i kilden, når mengden har sitt eget.", "The place in the source, where the amount has one of its own."
        ),
        "schema.Enabler.helps": Text("Det som fremmes.", "What is helped."),
        "schema.Evidence.at": Text("Stedet der vi har lest om dem.", "Where we have read about them."),
        "schema.Evidence.certainty": Text(
            "Hvor stor tillit funnet fortjener: `high` (høy), `moderate` (moderat), `low` (lav) eller `very_low` (svært lav).",
            "How certain the finding is: `high`, `moderate`, `low` or `very_low`.",
        ),
        "schema.FormalReading.all": Text("Alle lesningene gjelder.", "All of the readings hold."),
        "schema.FormalReading.any": Text("Minst én av lesningene gjelder.", "At least one of the readings holds."),
        "schema.FormalReading.count": Text("Hvor mange modeller som svarer ja.", "How many models answer yes."),
        "schema.Group.expect": Text(
            "Hvor mange de er i alt. Uten `expect` er de så mange som `only` nevner, eller som er her.",
            "How many they are in all. Without `expect` they are as many as `only` names, or as are here.",
        ),
        "schema.Group.follows": Text("Malen de følger.", "The template that they follow."),
        "schema.Group.kind": Text("`pilot`, `template` eller `programme`.", "`pilot`, `template` or `programme`."),
        "schema.Group.label": Text("Det rapporten kaller dem.", "What the report calls them."),
        "schema.HowMany.share": Text(
            "`all` (alle), `none` (ingen) eller `most` (over halvparten).", "`all`, `none` or `most` (more than half)."
        ),
        "schema.Indicator.direction": Text(
            "`up` (opp) eller `down` (ned): hvilken vei den skal gå, der utgangspunkt og mål ikke sier det.",
            "`up` or `down`: which way it is meant to go, where baseline and target do not say it.",
        ),
        "schema.Indicator.instrument": Text("Det den måles med.", "What it is measured with: the means of verification of a logframe."),
        "schema.Indicator.or": Text("Hvordan den ellers kan leses.", "How else it can be read."),
        "schema.Indicator.unit": Text(
            "Enheten: en fra tabellen over enheter, en valuta, en av kodebokens, eller med ord.",
            "The unit: one from the table of units, a currency, one of the codebook's, or in words.",
        ),
        "schema.Later.dose": Text("Omfanget det skal få.", "The amount it should have."),
        "schema.Later.status": Text("Hvor langt det skal komme.", "How far it should come."),
        "schema.Later.when": Text("Vilkåret som skal gjelde.", "The condition that should hold."),
        "schema.Later.who": Text("Hvem som skal være med.", "Who should take part."),
        "schema.Link.accept": Text("Meldinger som er godtatt for koblingen.", "Messages that are accepted for the arrow."),
        "schema.Link.assumes": Text("Antakelser som må holde.", "Assumptions that must hold."),
        "schema.Link.at": Text("Stedet der kilden sier det.", "The place where the source says so."),
        "schema.Link.because": Text(
            "Mekanismen: hvorfor det ene skal gi det andre.", "The mechanism: why one should bring about the other."
        ),
        "schema.Link.evidence": Text("Hva forskningen har funnet om koblingen.", "What research has found about the arrow."),
        "schema.Link.feedback": Text(
            "`true` for en kobling som med vilje går bakover i kjeden.", "`true` for an arrow that goes back through the chain on purpose."
        ),
        "schema.Link.or": Text("Hvordan koblingen ellers kan leses.", "How else the arrow can be read."),
        "schema.Link.sign": Text(
            "`minus` når mer av det ene gir mindre av det andre, `mixed` når det snart er slik og snart ikke. Uten nøkkelen "
            "er koblingen et pluss.",
            "`minus` where more of the one gives less of the other, `mixed` where it is now so and now not. Without it the "
            "arrow is a plus.",
        ),
        "schema.Link.to": Text("Leddet som koblingen går til.", "The node that the arrow enters."),
        "schema.Link.when": Text("Vilkåret koblingen gjelder på.", "The condition on which the arrow holds."),
        "schema.LogicModel.accept": Text("Meldinger som er godtatt, hver med en grunn.", "Messages that are accepted, each with a reason."),
        "schema.LogicModel.dose": Text(
            "Omfanget av hele tiltaket; en øvre grense for delene.", "Amounts of the whole programme; an upper bound for its parts."
        ),
        "schema.LogicModel.follows": Text(
            "Malen som modellen følger: en `id` i mappen `templates`.",
            "The template that the model follows: an `id` in the folder `templates`.",
        ),
        "schema.LogicModel.id": Text(
            "Modellens navn i samlingen. La filen hete det samme: kommandoene finner en modell på filnavnet uten `.yaml`.",
            "The model's name in the collection. Let the file have the same name: the commands find a model by its file "
            "name without `.yaml`.",
        ),
        "schema.LogicModel.indicators": Text("Det som noe måles med.", "What something is measured by."),
        "schema.LogicModel.kind": Text(
            "Slags modell: `pilot`, `template` (det som piloter følger) eller `programme` (et større eller avsluttet tiltak).",
            "Kind of model: `pilot`, `template` (what pilots follow) or `programme` (something larger or finished).",
        ),
        "schema.LogicModel.lang": Text(
            "Språket i tekstene: `nb` (standard), `nn` eller `en`.", "Language of the texts: `nb` (the default), `nn` or `en`."
        ),
        "schema.LogicModel.note": Text("Koderens merknad til hele modellen.", "The coder's note on the whole model."),
        "schema.LogicModel.set_aside": Text(
            "Setninger i kilden som ikke er kodet, hver med en grunn.", "Sentences of the source that are not coded, each with a reason."
        ),
        "schema.LogicModel.source": Text(
            "Kilden som stedene (`at`) viser til når de ikke nevner en annen: en nøkkel i references.yaml.",
            "The source that places (`at`) refer to when they name no other: a key of references.yaml.",
        ),
        "schema.LogicModel.title": Text(
            "Overskriften i figurer og tabeller. Uten den brukes `id`.", "Heading in pictures and tables. Without one, `id` is used."
        ),
        "schema.More.in": Text("Gruppen som skal ha mest.", "The group that is said to have more."),
        "schema.More.of": Text("Vilkårene; hvert som gjelder, teller én.", "The conditions; each that holds counts one."),
        "schema.NamedGroup.group": Text("Navnet på en av gruppene i filen.", "The name of one of the file's groups."),
        "schema.NamedReading.label": Text("Hvordan setningen leses her.", "How the sentence is read here."),
        "schema.NamedReading.literal": Text(
            "`true` for det ordene sier; da er dommen over den påstandens dom.",
            "`true` for what the words say; then its verdict is the claim's.",
        ),
        "schema.NamedReading.partly": Text(
            "Det «delvis» regnes som her, når det er annerledes enn for påstanden.",
            'What "partly" counts as here, where it is otherwise than for the claim.',
        ),
        "schema.NamedReading.silence": Text(
            "Det taushet regnes som her, når det er annerledes enn for påstanden.",
            "What silence counts as here, where it is otherwise than for the claim.",
        ),
        "schema.Node.accept": Text("Meldinger som er godtatt for dette leddet.", "Messages that are accepted for this node."),
        "schema.Node.because": Text("Hvorfor det gjøres.", "Why it is done."),
        "schema.Node.or": Text("Hvordan leddet ellers kan leses.", "How else the node can be read."),
        "schema.Node.term": Text(
            "Begrep i kodeboken, ett eller en liste. Det er begrepene som gjør modeller sammenlignbare.",
            "A term of the codebook, one or a list. Terms are what makes models comparable.",
        ),
        "schema.NodeQuestion.addresses": Text(
            "Leddet skal motvirke et problem i bakgrunnen eller en hemmer med dette begrepet, eller et snevrere.",
            "The node is meant to lower a problem in the context, or a barrier, with this term or a narrower one.",
        ),
        "schema.NodeQuestion.dose": Text("Hvor mye; hver dimensjon for seg.", "How much; each dimension by itself."),
        "schema.NodeQuestion.for": Text("Det gjøres for alle disse.", "It is done for all of these."),
        "schema.NodeQuestion.horizon": Text("Hvor snart en virkning skal vise seg.", "How soon an outcome is to show."),
        "schema.NodeQuestion.level": Text("Nivået på en virkning.", "The level of an outcome."),
        "schema.NodeQuestion.mode": Text("Folk møtes på alle disse måtene.", "People meet in all of these ways."),
        "schema.NodeQuestion.place": Text(
            "Det gjøres på dette stedet fra kodeboken, eller en slags av det.", "It is done at this place of the codebook, or a kind of it."
        ),
        "schema.NodeQuestion.risk": Text(
            "En hemmer er minst så sannsynlig, og minst så mye ville følge av den.",
            "A barrier is at least so likely, and at least so much would follow of it.",
        ),
        "schema.NodeQuestion.stage": Text("Delen leddet står i.", "The section that the node stands in."),
        "schema.NodeQuestion.status": Text("Det er kommet minst så langt.", "It has come at least so far."),
        "schema.NodeQuestion.term": Text("Leddet har dette begrepet, eller et snevrere.", "The node has this term, or a narrower one."),
        "schema.NodeQuestion.unwanted": Text(
            "`true`: en virkning ingen ønsker. Uten nøkkelen er slike holdt utenfor.",
            "`true`: an outcome that nobody wishes. Without it such outcomes are left out.",
        ),
        "schema.NodeQuestion.when": Text("Det gjøres på alle disse vilkårene.", "It is done on all of these conditions."),
        "schema.NodeQuestion.who": Text(
            "Alle disse er med (`lead` eller `do`). En snevrere aktør holder.",
            "All of these take part (`lead` or `do`). A narrower actor will do.",
        ),
        "schema.Outcome.cause": Text(
            "Det teksten sier fører dit, når det ikke er én ting alene. `whole` er et mål for hele tiltaket, som teksten ikke"
            " nevner noen enkelt årsak til; en kobling dit er da koderens tolkning, og har ikke eget sted (`at`). `together` er "
            "for det teksten sier at aktiviteter og produkter sammen fører til: alle som ikke bare er vurdert, eller de som er "
            "nevnt.",
            "What the text says leads there, where it is no one thing by itself. `whole` is an aim of the whole programme, "
            "for which the text names no single cause; an arrow to it is then inferred by the coder, and has no place of its "
            "own (`at`). `together` is for what the text says that activities and outputs together lead to: all that are not "
            "only considered, or those that are named.",
        ),
        "schema.Outcome.horizon": Text(
            "Hvor snart virkningen skal vise seg: `short` (kort sikt), `medium` (mellomlang sikt) eller `long` (lang sikt).",
            "How soon it is to show: `short`, `medium` or `long`.",
        ),
        "schema.Outcome.level": Text(
            "Hvor virkningen viser seg. `service` er i tjenestene, `partner` hos partnere, `user` hos brukerne og `society` i samfunnet.",
            "Where the change shows. `service` is in the services, `partner` among partners, `user` for users and `society` in society.",
        ),
        "schema.Outcome.unwanted": Text("`true` for en virkning ingen ønsker.", "`true` for an effect that nobody wishes."),
        "schema.Patch.note": Text("Hvorfor en annen kunne lest det slik.", "Why another could read it so."),
        "schema.Quantity.dose": Text("Dimensjonen i omfanget til leddene.", "The dimension of the nodes' dose."),
        "schema.Quantity.node": Text("Leddene det spørres om, sammen med `dose`.", "The nodes that are asked about, together with `dose`."),
        "schema.Quantity.result": Text("Et resultat, etter id.", "A result, by its id."),
        "schema.Quantity.target": Text(
            "En grense for målgruppen: `age` eller `sick_leave`.", "A limit of the target group: `age` or `sick_leave`."
        ),
        "schema.Quantity.whole": Text("En dimensjon i omfanget av hele tiltaket.", "A dimension of the dose of the whole programme."),
        "schema.Recommendation.about": Text(
            "Hva den handler om: modeller, begreper, og ledd skrevet `modell.ledd`.",
            "What it is about: models, terms, and nodes written `model.node`.",
        ),
        "schema.Recommendation.at": Text("Der rapporten sier det.", "Where the report says it."),
        "schema.Recommendation.for": Text("Aktørene den er rettet til.", "The actors that it is given to."),
        "schema.Recommendation.statement": Text("Hva den anbefaler, med våre ord.", "What it advises, in our words."),
        "schema.Recruitment.because": Text("Hvorfor det gjøres slik.", "Why it is done so."),
        "schema.Recruitment.maybe": Text("De som kanskje gjør noe av dette.", "Those who may do one of these."),
        "schema.RecruitmentQuestion.any": Text("Disse gjør noe av dette.", "These do any of it."),
        "schema.RecruitmentQuestion.decide": Text("Disse avgjør.", "These decide."),
        "schema.RecruitmentQuestion.receive": Text("Disse tar imot.", "These receive."),
        "schema.RecruitmentQuestion.refer": Text("Disse henviser.", "These refer."),
        "schema.Reference.note": Text("En merknad.", "A note."),
        "schema.Reference.title": Text("Tittelen.", "The title."),
        "schema.References.kind": Text("Alltid `references`.", "Always `references`."),
        "schema.References.references": Text("Verkene, hvert med sin nøkkel.", "The works, each with its key."),
        "schema.Result.above": Text("Over.", "Above."),
        "schema.Result.approx": Text("Om lag.", "About."),
        "schema.Result.below": Text("Under.", "Below."),
        "schema.Result.date": Text("Datoen det gjelder for.", "The date it holds for."),
        "schema.Result.max": Text("Høyst.", "At most."),
        "schema.Result.min": Text("Minst.", "At least."),
        "schema.Result.or": Text("Hvordan resultatet ellers kan leses.", "How else the result can be read."),
        "schema.Result.same_as": Text(
            "Like mye som noe annet: et ledd, en grense for målgruppen, en indikator eller et annet resultat.",
            "As much as something else: a node, a limit of the target group, an indicator or another result.",
        ),
        "schema.Result.unit": Text(
            "Enheten: en fra tabellen over enheter, en valuta, eller en av kodebokens.",
            "The unit: one from the table of units, a currency, or one of the codebook's.",
        ),
        "schema.Result.varies": Text("Varierer etter behov.", "Varies as needed."),
        "schema.Result.words": Text("Kildens egne ord.", "The source's own words."),
        "schema.ResultQuestion.among": Text("En egenskap ved dem det spørres om.", "A trait of those who are asked about."),
        "schema.ResultQuestion.date": Text("Datoen det spørres om.", "The date that is asked about."),
        "schema.ResultQuestion.indicator": Text("Indikatoren det spørres om.", "The indicator that is asked about."),
        "schema.ResultQuestion.value": Text("Tallet ligger innenfor dette.", "The number lies within this."),
        "schema.ResultQuestion.wave": Text("Runden det spørres om.", "The round that is asked about."),
        "schema.SectionThere.source": Text("Kilden, når det er en annen enn filens.", "The source, where it is another than the file's."),
        "schema.Segments.kind": Text("Alltid `segments`.", "Always `segments`."),
        "schema.Segments.source": Text("Kilden, som nøkkel i references.yaml.", "The source, as a key of references.yaml."),
        "schema.SharedIndicator.direction": Text(
            "Hvilken vei den skal gå, `up` eller `down`.", "Which way it is meant to go, `up` or `down`."
        ),
        "schema.SharedIndicator.instrument": Text("Det den måles med.", "What it is measured with."),
        "schema.SharedIndicator.label": Text(
            "Navnet, på prosjektets språk eller begge.", "Its name, in the language of the project or both."
        ),
        "schema.SharedIndicator.unit": Text("Enheten.", "The unit."),
        "schema.Sum.dose": Text("Dimensjonen i omfanget til leddene.", "The dimension of the nodes' dose."),
        "schema.Sum.in": Text("Modellen.", "The model."),
        "schema.Sum.is": Text("Det de blir til sammen.", "What they come to."),
        "schema.Sum.of": Text(
            "Resultatene, eller med `dose` leddene, som legges sammen.", "The results, or with `dose` the nodes, that are added up."
        ),
        "schema.TargetLimit.age": Text("Alder, i `year`.", "Age, in `year`."),
        "schema.TargetLimit.because": Text("Hvorfor grensen går der.", "Why the limit is there."),
        "schema.TargetLimit.denies": Text("Det teksten sier nei til.", "What the text says no to."),
        "schema.TargetLimit.or": Text("Hvordan avgrensningen ellers kan leses.", "How else the limit can be read."),
        "schema.TargetLimit.required": Text(
            "Bare i en mal: den som følger malen, skal ha egenskapen.",
            "In templates only: whoever follows the template should have the trait.",
        ),
        "schema.TargetLimit.sick_leave": Text(
            "Hvor lenge brukeren har vært sykmeldt; enheter som for `period`.",
            "How long the user has been on sick leave; units as for `period`.",
        ),
        "schema.TargetLimit.traits": Text("Egenskaper, fra kodeboken.", "Traits, from the codebook."),
        "schema.TargetQuestion.age": Text("Alderen ligger innenfor dette.", "The age lies within this."),
        "schema.TargetQuestion.sick_leave": Text("Sykefraværet ligger innenfor dette.", "The sick leave lies within this."),
        "schema.TargetQuestion.traits": Text(
            "Målgruppen har denne egenskapen, eller en snevrere.", "The target group has this trait, or a narrower one."
        ),
        "schema.Term.stage": Text(
            "Hvor begrepet kan stå. Ett av, eller en liste av, `context`, `inputs`, `activities`, `outputs`, `outcomes`, "
            "`barriers`, `enablers`.",
            "Where the term can stand. One of, or a list of, `context`, `inputs`, `activities`, `outputs`, `outcomes`, "
            "`barriers`, `enablers`.",
        ),
        "schema.TermQuestion.term": Text("Dette begrepet, eller et snevrere.", "This term, or a narrower one."),
        "schema.These.are": Text("Akkurat disse modellene.", "Exactly these models."),
        "schema.These.include": Text("Disse modellene, og kanskje andre.", "These models, and perhaps others."),
        "schema.Threshold.n": Text("Hvor mange som minst må gjelde.", "How many must hold at the least."),
        "schema.Threshold.of": Text("Det som kan gjelde.", "What can hold."),
        "schema.Topic.models": Text("Modeller.", "Models."),
        "schema.Topic.terms": Text("Begreper i kodeboken.", "Terms of the codebook."),
        "schema.URL": Text("Nettadressen.", "The web address."),
        "schema.Unchecked.statement": Text("Det rapporten sier, med egne ord.", "What the report says, in your own words."),
        "schema.Uptake.at": Text("Der det står.", "Where that is said."),
        "schema.Uptake.model": Text("Modellen som følger den opp.", "The model that follows it."),
        "schema.Uptake.node": Text("Leddet der det skjer.", "The node in which it does."),
        "schema.Values.are": Text("Akkurat disse mengdene.", "Exactly these amounts."),
        "schema.Values.include": Text("Disse mengdene, og kanskje andre.", "These amounts, and perhaps others."),
        "schema.Values.of": Text(
            "Hvilken mengde, som `target.age` eller `whole.period`.", "Which amount, such as `target.age` or `whole.period`."
        ),
        "schema.Vocabulary.actors": Text("Aktører.", "Actors."),
        "schema.Vocabulary.indicators": Text("Indikatorer som flere modeller bruker.", "Indicators that several models use."),
        "schema.Vocabulary.kind": Text("Alltid `vocabulary`.", "Always `vocabulary`."),
        "schema.Vocabulary.lang": Text(
            "Språket i tekster som står alene, her og i de andre filene modellene deler: `nb` eller `en`. Uten nøkkelen er det `nb`.",
            "The language of texts that stand alone, here and in the other files that models share: `nb` or `en`. Without "
            "the key it is `nb`.",
        ),
        "schema.Vocabulary.places": Text("Steder der aktiviteter gjøres.", "Places where activities are done."),
        "schema.Vocabulary.traits": Text("Egenskaper ved målgruppen.", "Traits of the target group."),
        "schema.WantedActors.all": Text("Alle disse aktørene.", "All of these actors."),
        "schema.WantedActors.any": Text("Minst én av disse aktørene.", "At least one of these actors."),
        "schema.Who.for": Text("Den det gjøres for.", "Whom it is done for."),
        "schema.Who.maybe": Text("Den som kanskje er med.", "May take part."),
        "schema.about": Text("Det som leddet gjelder.", "What it concerns."),
        "schema.above": Text("Over; grensen selv er ikke med.", "Above; the bound itself is not included."),
        "schema.absent": Text("Leddet er der ikke.", "It is not there."),
        "schema.accept": Text("Meldinger som er godtatt her.", "Messages that are accepted here."),
        "schema.activities": Text("Aktiviteter: det som gjøres.", "What is done."),
        "schema.addresses": Text("Problemer eller hemmere som det skal minske.", "Problems or barriers that it is meant to lower."),
        "schema.adequacy": Text("Hvor mye data det er, og hvor rike de er.", "How much data there is, and how rich."),
        "schema.after": Text("Ledd som kommer før i tid.", "Nodes that come before it in time."),
        "schema.all": Text("Alle sammen.", "Every one of them."),
        "schema.also_for": Text("Egenskaper ved andre det er vist for.", "Traits of others it has been shown for."),
        "schema.ambiguities": Text(
            "Det som er kodet som fraværende, men som en annen kunne sett.", "What is coded absent, though another could see it."
        ),
        "schema.among": Text(
            "En egenskap ved dem som er spurt eller telt, når det ikke var hele gruppen.",
            "A trait of those who were asked or counted, where it was not the whole group.",
        ),
        "schema.any": Text("Minst én av dem.", "At least one of them."),
        "schema.approx": Text(
            "Om lag. Regnes som tallet pluss eller minus ti prosent.", "About. Counts as the number plus or minus ten per cent."
        ),
        "schema.arrow": Text("En kobling mellom to ledd.", "An arrow between two nodes."),
        "schema.as": Text(
            "Hvordan det telles: `mean_per_model` (snitt per modell), `count` (sum) eller `differing` (vilkår som noen i "
            "gruppen oppfyller og noen ikke).",
            "How it is counted: `mean_per_model`, `count` (the sum) or `differing` (conditions that some of the group meet "
            "and some do not).",
        ),
        "schema.as_of": Text("Datoen som beskrivelsen gjelder for.", "The date the description holds for."),
        "schema.assumptions": Text("Antakelser: det som må holde for at kjeden skal holde.", "What must hold for the chain to hold."),
        "schema.at": Text("Stedet i kilden.", "The place in the source."),
        "schema.at_least": Text("Minst så mange av flere gjelder.", "At least so many of several hold."),
        "schema.author": Text("Forfatterne, som liste.", "The authors, as a list."),
        "schema.barriers": Text("Hemmere: det som truer modellens egen kjede.", "What threatens the model's own chain."),
        "schema.baseline": Text("Utgangspunktet: tallet før noe er gjort.", "The number before anything is done."),
        "schema.because": Text("Begrunnelsen.", "The reason."),
        "schema.below": Text("Under; grensen selv er ikke med.", "Below; the bound itself is not included."),
        "schema.best_for": Text("Egenskaper ved dem det virker best for.", "Traits of those it works best for."),
        "schema.broader": Text(
            "Det som dette er en slags av; ett eller flere. Ikke for indikatorer.",
            "What this is a kind of; one or several. Not for indicators.",
        ),
        "schema.cases": Text("Eksempler som må gå riktig.", "Examples that must come out right."),
        "schema.coherence": Text("Hvor godt funnet stemmer med dataene.", "How well the finding fits the data."),
        "schema.column": Text(
            "Leddet fyller denne kolonnen i en sammenligning, slik det ville gjort i tabellen. Avgrensninger av målgruppen, "
            "rekrutteringen og hele tiltaket regnes også som ledd her.",
            "The node fills this column of a comparison, as it would in the table. Limits of the target group, the "
            "recruitment and the whole programme count as nodes here too.",
        ),
        "schema.columns": Text("Kolonnene.", "The columns."),
        "schema.consent": Text(
            "Samtykke: `asked` (det spørres), `required` (det kreves) eller `written` (det er skriftlig).",
            "Consent: `asked`, `required` or `written`.",
        ),
        "schema.consequence": Text("Hvor mye som ville følge.", "How much would follow."),
        "schema.container-title": Text("Tidsskriftet eller boken.", "The journal or book."),
        "schema.content": Text("Hva det består av.", "What it consists of."),
        "schema.context": Text("Bakgrunn: problemer, tidligere erfaring og planer.", "Background: problems, earlier experience and plans."),
        "schema.count": Text("Hvor mange: ting eller personer.", "How many: things or people."),
        "schema.counts": Text("Begreper som teller; ett er nok.", "Terms that count; one is enough."),
        "schema.criterion": Text("Kriteriet i settet.", "The criterion in that set."),
        "schema.date-parts": Text("År, måned og dag, så langt de er kjent.", "Year, month and day, as far as they are known."),
        "schema.deadline": Text(
            "Når det skal være gjort: så lenge etter noe annet, eller en dato.",
            "When it is to have been done: so long after something else, or a date.",
        ),
        "schema.debatable": Text(
            "Begreper en kunne være i tvil om; de gir en usikker rute.", "Terms over which one could argue; they give an unsure cell."
        ),
        "schema.decide": Text("De som avgjør.", "Those who decide."),
        "schema.definition": Text("Hva det er.", "What it is."),
        "schema.distribution": Text(
            "Fordeling: svarene med sine egne ord, og tall; ordnede svar med det laveste først, slik `waves` leser dem.",
            "Distribution: answers in their own words, and numbers; ordered answers with the lowest first, as `waves` reads them.",
        ),
        "schema.do": Text("Den som gjør det.", "Does it."),
        "schema.dose": Text("Hvor mye.", "How much."),
        "schema.en": Text("Teksten på engelsk.", "The text in English."),
        "schema.enablers": Text("Fremmere: det som hjelper den.", "What helps it."),
        "schema.exact": Text("`true`: snevrere begreper regnes ikke.", "`true`: narrower terms do not count."),
        "schema.except": Text("Ikke disse.", "Not these."),
        "schema.exclude": Text("Ikke disse modellene.", "Not these models."),
        "schema.excludes": Text("Hva som ikke regnes med.", "What does not count."),
        "schema.exists": Text("Nummeret på avsnittet.", "The number of the section."),
        "schema.family": Text("Etternavnet.", "Family name."),
        "schema.finding": Text(
            "`supports` (støtter), `mixed` (blandet), `no_effect` (ingen virkning) eller `contradicts` (taler imot).",
            "`supports`, `mixed`, `no_effect` or `contradicts`.",
        ),
        "schema.free": Text(
            "Bare i en mal: det hver modell som følger den, bestemmer selv: `who`, `when`, `dose` eller `content`, ett eller en liste.",
            "In templates only: what each model that follows it settles for itself: `who`, `when`, `dose` or `content`, one or a list.",
        ),
        "schema.frequency": Text(
            "Hvor ofte: så mange ganger eller dager per uke, måned eller år.", "How often: so many times or days per week, month or year."
        ),
        "schema.from": Text(
            "Leddet koblingen går fra, spurt om som i `node`. Utelatt: et hvilket som helst.",
            "The node that the arrow starts from, asked for as in `node`. Left out: any node.",
        ),
        "schema.group": Text(
            "Gruppen som egenskapen hører til. Den som selv nevner en egenskap i gruppen, arver ingen andre av dem fra malen.",
            "The group that the trait belongs to. One that names a trait of the group itself inherits no other of it from the template.",
        ),
        "schema.groups": Text("Hvem rapporten mener med «pilotene» og lignende.", 'Whom the report means by "the pilots" and the like.'),
        "schema.has": Text(
            "Slik avgrensning er oppgitt: `traits`, `age` eller `sick_leave`.", "Such a limit is stated: `traits`, `age` or `sick_leave`."
        ),
        "schema.hash": Text("Hvordan fingeravtrykket er laget.", "How the fingerprint is made."),
        "schema.heading": Text("Overskriften.", "Its heading."),
        "schema.how": Text("Hvordan det skjer, med ord.", "How it is done, in words."),
        "schema.id": Text("Navnet, det samme som filens.", "The name, the same as that of the file."),
        "schema.includes": Text("Hva som regnes med, gjerne med et eksempel.", "What counts, preferably with an example."),
        "schema.indicator": Text(
            "Det som er målt, fra `indicators` i modellen eller i kodeboken.",
            "What was measured, from `indicators` in the model or in the codebook.",
        ),
        "schema.indicators": Text(
            "Hva leddet måles med, fra `indicators` i modellen eller i kodeboken.",
            "What it is measured by, from `indicators` in the model or in the codebook.",
        ),
        "schema.inputs": Text(
            "Innsatsfaktorer: det noen stiller med av folk, penger, rom, tid eller samtykke.",
            "What somebody supplies: people, money, rooms, time or consent.",
        ),
        "schema.intensity": Text(
            "Hvor mye per uke, måned eller år: timer eller minutter, hvordan de enn er delt.",
            "How much per week, month or year: hours or minutes, however they are divided.",
        ),
        "schema.issue": Text("Heftet.", "The issue."),
        "schema.issued": Text("Når det kom ut.", "When it came out."),
        "schema.label": Text("Det folk ser.", "What people see."),
        "schema.language": Text("Språket.", "The language."),
        "schema.later": Text("Det som leddet er ment å bli.", "What the node is meant to become."),
        "schema.lead": Text("Den som har ansvaret.", "Answers for it."),
        "schema.leads_to": Text(
            "Koblingene som går fra leddet: én id, eller en liste.", "The arrows that leave the node: one id, or a list."
        ),
        "schema.likelihood": Text("Hvor sannsynlig det er.", "How likely it is."),
        "schema.literal": Text("Navnet på en virksomhet.", "The name of an organisation."),
        "schema.many": Text("Hva flere heter.", "What several are called."),
        "schema.max": Text("Øvre grense; grensen selv er med.", "Upper bound, included."),
        "schema.met": Text(
            "Det som gir «oppfylt». Kreves når folk ikke må spørres.", 'What gives "met". Required where people need not be asked.'
        ),
        "schema.methods": Text("Hvordan undersøkelsene er gjort.", "How the studies were made."),
        "schema.min": Text("Nedre grense; grensen selv er med.", "Lower bound, included."),
        "schema.model": Text("Modellen det gjelder, eller alle modellene.", "The model that is judged, or all of them."),
        "schema.modes": Text("Måter folk møtes på; én er nok.", "Ways in which people meet; one is enough."),
        "schema.money": Text("Hvor mange penger.", "How much money."),
        "schema.more": Text("Én gruppe mer enn en annen.", "One group more than another."),
        "schema.n": Text("Hvor mange som er spurt eller telt.", "How many were asked or counted."),
        "schema.nb": Text("Teksten på bokmål.", "The text in Bokmål."),
        "schema.needs_people": Text(
            "Hvorfor ingen beskrivelse kan svare, så folk må spørres. Da er dommen alltid «må spørres om», og kriteriet har "
            "ingen vilkår eller eksempler.",
            'Why no description can answer, so that people must be asked. Then the verdict is always "needs people", and the '
            "criterion has no conditions or cases.",
        ),
        "schema.node": Text(
            "Et ledd. Alt som er oppgitt, må gjelde ett og samme ledd.", "A node. All that is given must hold of one and the same node."
        ),
        "schema.nodes": Text("Ledd, hvert skrevet `modell.ledd`.", "Nodes, each written `model.node`."),
        "schema.not": Text("Det motsatte gjelder.", "The opposite holds."),
        "schema.not_met": Text("Det som taler imot.", "What speaks against it."),
        "schema.note": Text("Koderens merknad.", "The coder's note."),
        "schema.number": Text("Nummeret, for rapporter.", "The number, for reports."),
        "schema.one": Text("Hva én heter.", "What one is called."),
        "schema.only": Text("Bare disse.", "These only."),
        "schema.open": Text("Noe som ikke er avgjort.", "Something undecided."),
        "schema.open_questions": Text("Det som ikke er avgjort.", "What is undecided."),
        "schema.or": Text("Hvordan leddet ellers kan leses.", "How else it can be read."),
        "schema.outcomes": Text("Virkninger: det som endrer seg.", "What changes."),
        "schema.outputs": Text(
            "Produkter og tjenester: det som blir laget. Å lage det er ingen egen aktivitet.",
            "Products and services: what is made. Making it is no activity of its own.",
        ),
        "schema.over": Text(
            "Hvilke modeller det gjelder: navnet på en gruppe, eller en gruppe skrevet ut.",
            "Which models it is about: the name of a group, or a group written out.",
        ),
        "schema.overall": Text(
            "Tilliten i alt. `certainty: low` betyr `certainty: {overall: low}`.",
            "How certain in all. `certainty: low` means `certainty: {overall: low}`.",
        ),
        "schema.page": Text("Sidene.", "The pages."),
        "schema.path": Text("`true`: en kjede av koblinger er nok.", "`true`: a chain of arrows will do."),
        "schema.per": Text(
            "Bare for `frequency` og `intensity`: `day`, `week`, `month`, `quarter`, `half_year` eller `year`.",
            "For `frequency` and `intensity` only: `day`, `week`, `month`, `quarter`, `half_year` or `year`.",
        ),
        "schema.period": Text("Hvor lenge det varer i kalendertid.", "How long it lasts in calendar time."),
        "schema.planned": Text(
            "Det som var planlagt, når kilden gir både det og hva det ble.",
            "What was planned, when the source gives both that and what came of it.",
        ),
        "schema.position": Text("Hvor stor stilling.", "How much of a post."),
        "schema.possible": Text(
            "Dommene som skal være mulige når det usikre leses på andre måter; `expect` er en av dem. Utelatt: det prøves ikke.",
            "The verdicts that must be possible when what is unsure is read otherwise; `expect` is one of them. Left out: not checked.",
        ),
        "schema.proposal": Text(
            "Hvordan det kan sies i stedet. Er påstanden ikke motsagt, blir dommen «bør skrives om».",
            'How it could be put instead. Where the claim is not contradicted, the verdict is "to be reworded".',
        ),
        "schema.publisher": Text("Utgiveren.", "The publisher."),
        "schema.question": Text("Spørsmålet som stilles til modellen.", "The question put to the model."),
        "schema.rationale": Text("Hvorfor vilkårene er som de er.", "Why the conditions are as they are."),
        "schema.reached": Text("Det som ble nådd.", "What was reached."),
        "schema.reading": Text("Den formelle lesningen.", "The formal reading."),
        "schema.readings": Text(
            "Flere lesninger, hver med `label`. Én kan ha `literal: true`. Hver kan ha sin egen `silence` og `partly`.",
            "Several readings, each with a `label`. One may have `literal: true`. Each may have its own `silence` and `partly`.",
        ),
        "schema.reason": Text(
            "Hvorfor den ikke kan prøves: `vague` (ingen grense), `future` (om noe som skal komme), `opinion` (en mening) "
            "eller `outside` (utenfor det modellene har).",
            "Why it cannot be checked: `vague` (no threshold), `future` (about what is to come), `opinion` or `outside` "
            "(outside what the models hold).",
        ),
        "schema.receive": Text("De som tar imot.", "Those who receive."),
        "schema.recommendations": Text("Det rapporten anbefaler, hver med sin id.", "What the report advises, each with an id."),
        "schema.recruitment": Text("Hvordan brukerne kommer inn.", "How users come in."),
        "schema.refer": Text("De som henviser.", "Those who refer."),
        "schema.refs": Text("Arbeidene, som nøkler i references.yaml.", "The works, as keys of references.yaml."),
        "schema.relevance": Text("Hvor godt undersøkelsene svarer til det det spørres om.", "How well the studies fit what is asked."),
        "schema.required": Text(
            "Bare i en mal: den som følger malen, skal ha et ledd med dette begrepet.",
            "In templates only: whoever follows the template should have a node with this term.",
        ),
        "schema.result": Text("Noe som er nådd eller målt.", "Something reached or measured."),
        "schema.results": Text("Det som er nådd eller målt.", "What has been reached or measured."),
        "schema.risk": Text(
            "Hvor sannsynlig det er at det svikter eller skjer, og hvor mye som ville følge.",
            "How likely it is to fail or to happen, and how much would follow.",
        ),
        "schema.role": Text(
            "Det aktørene skal gjøre: `lead`, `do`, `maybe`, `for`, `refer`, `receive` eller `decide`.",
            "What the actors must do: `lead`, `do`, `maybe`, `for`, `refer`, `receive` or `decide`.",
        ),
        "schema.rule": Text("Regelen setningene er talt etter.", "The rule by which sentences were counted."),
        "schema.same_as": Text("Like mye som et annet ledd i modellen.", "As much as another node of the model."),
        "schema.section": Text("Om kilden har et avsnitt.", "Whether the source has a section."),
        "schema.sections": Text("Avsnittene, etter nummer.", "The sections, by number."),
        "schema.sentences": Text("Ett fingeravtrykk for hver setning, i rekkefølge.", "One fingerprint for each sentence, in order."),
        "schema.session": Text("Hvor lang én gang er.", "How long one time is."),
        "schema.sessions": Text("Hvor mange ganger i alt.", "How many times in all."),
        "schema.shows": Text(
            "Det ruten skal vise, og som må være oppgitt: `age`, `sick_leave`, `dose` eller `consent`.",
            "What the cell shows, and must be stated: `age`, `sick_leave`, `dose` or `consent`.",
        ),
        "schema.silence": Text(
            '`"no"` eller `unknown`: hva det betyr at en tekst ikke nevner det. Kreves der modeller spørres.',
            '`"no"` or `unknown`: what it means that a text does not mention it. Required where models are asked.',
        ),
        "schema.stated": Text(
            "`true`: bare koblinger som kilden selv sier. I en kjede gjelder det alle.",
            "`true`: only arrows that the source itself states. In a chain this goes for all of them.",
        ),
        "schema.status": Text("Hvor langt det er kommet.", "How far it has come."),
        "schema.sum": Text("Tall i én modell, lagt sammen.", "Numbers of one model, added up."),
        "schema.taken_up": Text("Hvor den er fulgt opp: modell, ledd og sted.", "Where it has been taken up: model, node and place."),
        "schema.target": Text("Målgruppen.", "The target group."),
        "schema.target_group": Text("Hvem tiltaket er for.", "Whom the programme is for."),
        "schema.targets": Text(
            "Målene: tallene den skal komme til, ett eller en liste etter dato; av flere har hvert en dato.",
            "The numbers that it is to come to, one or a list in the order of their dates; of several, each has a date.",
        ),
        "schema.term": Text("Begrep i kodeboken.", "A term of the codebook."),
        "schema.terms": Text("Begreper.", "Terms."),
        "schema.than": Text("Den andre gruppen.", "The other group."),
        "schema.these": Text("Hvilke modeller som svarer ja.", "Which models answer yes."),
        "schema.title": Text("Overskriften, på prosjektets språk eller begge.", "The heading, in the project's language or both."),
        "schema.title.assessments": Text("Vurderinger i en rapport", "Judgements of a report"),
        "schema.title.claims": Text("Påstander i en rapport", "Claims of a report"),
        "schema.title.comparison": Text("Kolonner i en sammenligning", "Columns of a comparison"),
        "schema.title.criteria": Text("Kriteriesett", "Criteria set"),
        "schema.title.model": Text("En virkningskjede: pilot, mal eller program", "A logic model: pilot, template or programme"),
        "schema.title.references": Text("Kilder og forskning", "Sources and research"),
        "schema.title.segments": Text("Inndeling av en kilde", "How a source is divided"),
        "schema.title.vocabulary": Text("Kodebok", "Codebook"),
        "schema.together": Text(
            "Id-ene til aktivitetene og produktene som sammen fører til virkningen: to eller flere.",
            "Ids of the activities and outputs that together lead to the outcome: two or more.",
        ),
        "schema.total": Text("Hvor mange timer i alt for én bruker.", "How many hours in all for one user."),
        "schema.type": Text("Slags verk, som `report` eller `article-journal`.", "Kind of work, such as `report` or `article-journal`."),
        "schema.unchecked": Text("Påstander som ikke kan prøves, etter sted.", "Statements that cannot be tested, by place."),
        "schema.unit": Text(
            "Enheten: en fra tabellen, koden til en valuta, eller for `count` en av kodebokens.",
            "The unit: one from the table, the code of a currency, or for `count` one of the codebook's.",
        ),
        "schema.units": Text(
            "Det ting telles i: hva én og flere av det heter.", "What things are counted in: what one and several of it are called."
        ),
        "schema.value": Text("Tallet.", "The number."),
        "schema.values": Text("Hvilke mengder modellene oppgir.", "Which amounts the models state."),
        "schema.varies": Text("Varierer; den ene verdien er `need` (etter behov).", "Varies; the one value is `need` (as needed)."),
        "schema.verdict": Text(
            "Det rapporten sier: `met`, `partly`, `not_met` eller `not_stated`.",
            "What the report says: `met`, `partly`, `not_met` or `not_stated`.",
        ),
        "schema.via": Text(
            "Begrepet for tiltaket som ble undersøkt, når det er et annet enn koblingens.",
            "The term of the measure that was studied, where it is another than the arrow's.",
        ),
        "schema.vintage": Text("Året kunnskapen i settet er fra.", "The year of the knowledge that the set holds."),
        "schema.virkningskjede": Text("Formatets versjon.", "Version of the format."),
        "schema.volume": Text("Årgangen.", "The volume."),
        "schema.wave": Text("Hvilken runde av målingen.", "Which round of measuring."),
        "schema.when": Text("På hvilket vilkår det gjøres for en bruker.", "On what condition it is done for a user."),
        "schema.where": Text("Vilkåret som modellene svarer på.", "The condition that the models answer."),
        "schema.which": Text("`any` for hvilket som helst resultat; ellers det siste.", "`any` for any result; otherwise the latest."),
        "schema.who": Text("Hvem som er med.", "Who takes part."),
        "schema.whole": Text("Hele tiltaket.", "The whole programme."),
        "schema.words": Text("Kildens egne ord, når den ikke gir noe tall.", "The source's own words, when it gives no number."),
        "schema.wrong.code": Text("En kode skrives VK og tre tall.", "A code is written VK and three digits."),
        "schema.wrong.date": Text(
            "En dato skrives 2024-10-29, 2024-10 eller 2024, eller fra og til: 2023-08/2024-06.",
            "A date is written 2024-10-29, 2024-10 or 2024, or from and to: 2023-08/2024-06.",
        ),
        "schema.wrong.id": Text(
            "En id har bare bokstavene a–z, tall og bindestrek.", "An id has only the letters a–z, digits and hyphens."
        ),
        "schema.wrong.integer": Text("Et helt tall.", "A whole number."),
        "schema.wrong.label": Text(
            "En tekst på én linje, uten mellomrom først og sist.", "A text on one line, without spaces first and last."
        ),
        "schema.wrong.moment": Text("En id, sick_leave eller start.", "An id, sick_leave or start."),
        "schema.wrong.number": Text("Et tall, med punktum som desimaltegn.", "A number, with a point before decimals."),
        "schema.wrong.place": Text(
            'Et sted skrives som "2.2.4:9", "2.2.4:9-11,14" eller "rapport#2.2.4:9".',
            'A place is written as "2.2.4:9", "2.2.4:9-11,14" or "report#2.2.4:9".',
        ),
        "schema.wrong.prose": Text("En tekst uten styretegn.", "A text without control characters."),
        "schema.wrong.ref": Text('En id, eller en kobling skrevet "a -> b".', 'An id, or an arrow written "a -> b".'),
    }
)

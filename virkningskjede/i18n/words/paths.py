"""Words of ``paths`` and ``gaps``: the ways through a chain, what much rests on, and where the description is silent."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Text

PATHS: Mapping[str, Text] = MappingProxyType(
    {
        "help.paths": Text(
            "Kjedene fra ett sted i modellen til et annet: hvor mange, hvilke, og hva hver kobling hviler på. Uten --from og --to: fra der "
            "kjedene begynner til der de ender. Med --to alene: alt som fører dit. De to endene kan også stå etter modellene "
            "(paths MAPPE X Y). "
            "En mappe eller flere modeller: det samme for hver av dem.",
            "The chains from one place in the model to another: how many, which, and what each arrow rests on. Without --from and --to: "
            "from where the chains begin to where they end. With --to alone: all that leads there. The two ends can stand after the "
            "models too (paths FOLDER X Y). A folder or several models: the same for each of them.",
        ),
        "help.option.from.paths": Text(
            "Hvor kjedene begynner: et ledd, et begrep, et trinn (inputs) eller et nivå (user). term:NAVN er alltid et begrep.",
            "Where the chains begin: a node, a term, a stage (inputs) or a level (user). term:NAME is always a term.",
        ),
        "help.option.to.paths": Text("Hvor kjedene ender; likeså.", "Where the chains end; likewise."),
        "gaps.signed": Text(
            "Koblinger med minus eller blandet fortegn fører ikke fram til noe her: {arrows}.",
            "Arrows with a minus or a mixed sign lead to nothing here: {arrows}.",
        ),
        "help.option.signed": Text(
            "Følg også koblinger med minus eller blandet fortegn.", "Follow arrows with a minus or a mixed sign, too."
        ),
        "help.option.stated": Text("Følg bare koblinger som står i kilden.", "Follow only arrows that are stated in the source."),
        "help.option.limit": Text(
            "Hvor mange kjeder som listes opp: 20 om ikke annet er sagt, i json og csv 10 000. De telles uansett.",
            "How many chains are listed: 20 unless said otherwise, 10,000 in json and csv. They are counted whatever their number.",
        ),
        "help.gaps": Text(
            "Hull i beskrivelsen, og hva mye av den hviler på: virkninger ingenting leder til, koblinger mange kjeder går gjennom, hemmere "
            "ingenting retter seg mot.",
            "Gaps in the description, and what much of it rests on: outcomes that nothing leads to, arrows that many chains lead through, "
            "barriers that nothing addresses.",
        ),
        "help.option.kind.gaps": Text("Bare disse slagene hull, skilt med komma.", "Only these kinds of gaps, separated by commas."),
        "help.option.much": Text(
            "Hvor stor del av kjedene, i prosent, som er mange (25 om ikke annet er sagt).",
            "How large a share of the chains, in per cent, is many (25 unless said otherwise).",
        ),
        "error.no_end": Text(
            "{model} har ikke noe ledd {name}, og det er verken et begrep, et trinn eller et nivå{likely}",
            "{model} has no node {name}, and it is neither a term, a stage nor a level{likely}",
        ),
        "paths.many.from_to.one": Text("Kjeder fra {start} til {end} i én modell", "Chains from {start} to {end} in one model"),
        "paths.many.from_to.more": Text(
            "Kjeder fra {start} til {end} i {count} modeller", "Chains from {start} to {end} in {count} models"
        ),
        "paths.many.id": Text("Modellens id", "Id of the model"),
        "paths.many.model": Text("Modell", "Model"),
        "paths.many.count": Text("Kjeder", "Chains"),
        "paths.from_to": Text("{model}: fra {start} til {end}", "{model}: from {start} to {end}"),
        "paths.end.term": Text("begrepet {name}", "the term {name}"),
        "paths.end.begin": Text("der kjedene begynner", "where the chains begin"),
        "paths.end.end": Text("der kjedene ender", "where the chains end"),
        "paths.count.one": Text("Én kjede.", "One chain."),
        "paths.count.more": Text("{count} kjeder.", "{count} chains."),
        "paths.count.listed": Text("{count} kjeder, {listed} av dem her.", "{count} chains, {listed} of them here."),
        "paths.count.listed.one": Text("Én kjede, som ikke er vist her.", "One chain, which is not shown here."),
        "paths.feedback": Text(
            "Koblinger som går tilbake med hensikt (`feedback`), er ikke med i noen kjede: {arrows}.",
            "Arrows that go back on purpose (`feedback`) are part of no chain: {arrows}.",
        ),
        "paths.unfollowed": Text(
            "Koblinger med minus eller blandet fortegn er ikke fulgt: {arrows}. --signed tar dem med.",
            "Arrows with a minus or a mixed sign are not followed: {arrows}. --signed follows them, too.",
        ),
        "paths.together": Text("fører dit sammen med andre; {strength}", "leads there together with others; {strength}"),
        "paths.in_all": Text("i alt: {sign}", "in all: {sign}"),
        "paths.sign": Text("Fortegn", "Sign"),
        "tracing.dropped.one": Text("Ett ledd er droppet, og holdt utenfor: {nodes}.", "One node was dropped, and is left out: {nodes}."),
        "tracing.dropped.more": Text(
            "{count} ledd er droppet, og holdt utenfor: {nodes}.", "{count} nodes were dropped, and are left out: {nodes}."
        ),
        "tracing.not_part.one": Text(
            "Ett ledd var aldri med, og er holdt utenfor: {nodes}.", "One node never took part, and is left out: {nodes}."
        ),
        "tracing.not_part.more": Text(
            "{count} ledd var aldri med, og er holdt utenfor: {nodes}.", "{count} nodes never took part, and are left out: {nodes}."
        ),
        "paths.none": Text("Ingen kjede i beskrivelsen leder dit.", "No chain in the description leads there."),
        "paths.none.stated": Text(
            "Ingen kjede i beskrivelsen leder dit gjennom bare koblinger som står i kilden.",
            "No chain in the description leads there through arrows that are stated in the source alone.",
        ),
        "paths.nobody": Text("Ikke noe ledd i modellen har {name}.", "No node of the model has {name}."),
        "paths.circle": Text(
            "Ledd som leder til hverandre i ring, er regnet som ett sted i tellingen: {nodes}.",
            "Nodes that lead to each other in a circle are taken as one place in the count: {nodes}.",
        ),
        "paths.chain": Text("Kjede", "Chain"),
        "paths.from": Text("Fra", "From"),
        "paths.to": Text("Til", "To"),
        "paths.from.id": Text("Fra (id)", "From (id)"),
        "paths.to.id": Text("Til (id)", "To (id)"),
        "paths.founded": Text("Grunnlag", "Founded on"),
        "paths.because": Text("Begrunnelse", "Reason"),
        "paths.at": Text("Sted i kilden", "Place in the source"),
        "paths.weakest": Text("Svakest", "Weakest"),
        "paths.weakest.mark": Text("svakest", "weakest"),
        "paths.legend": Text(
            "Svakest: koblingen i kjeden med dårligst grunnlag. Fra svakest til sterkest: {strengths}.",
            "Weakest: the arrow of the chain that is the least well founded. From the weakest to the strongest: {strengths}.",
        ),
        "strength.opposed": Text("forskning taler imot", "research speaks against"),
        "strength.unsure": Text("usikker", "unsure"),
        "strength.bare": Text("tolket uten begrunnelse", "inferred without a reason"),
        "strength.reasoned": Text("tolket", "inferred"),
        "strength.stated": Text("står i kilden", "stated"),
        "strength.supported": Text("støttet av forskning", "supported by research"),
        "gaps.by_rule.one": Text(
            "`validate` sier dette om {names} ({codes}), og det gjentas ikke her.",
            "`validate` says this of {names} ({codes}), and it is not repeated here.",
        ),
        "gaps.by_rule.more": Text(
            "`validate` sier dette om {count} ledd ({codes}), og det gjentas ikke her: {names}.",
            "`validate` says this of {count} nodes ({codes}), and it is not repeated here: {names}.",
        ),
        "gap.comma": Text("{before}, {after}", "{before}, {after}"),
        "gap.and": Text("{before} og {after}", "{before} and {after}"),
        "gap.and_more": Text("{before} og {count} til", "{before} and {count} more"),
        "gap.accepted": Text("Koderens grunn: {reason}.", "The coder's reason: {reason}."),
        "gap.stated": Text("som står i kilden", "which is stated in the source"),
        "gap.inferred": Text("som koderen har tolket", "which the coder inferred"),
        "gap.no_cause": Text("Ingenting i beskrivelsen leder til {name}.", "Nothing in the description leads to {name}."),
        "gap.no_cause.dropped": Text(
            "Ingenting som blir gjort, leder til {name}. Blir ikke gjort: {names}.",
            "Nothing that is done leads to {name}. Not done: {names}.",
        ),
        "gap.no_cause.signed": Text(
            "Ingenting gir mer av {name}. Bare koblinger med minus eller blandet fortegn leder dit, fra {names}.",
            "Nothing gives more of {name}. Only arrows with a minus or a mixed sign lead to it, from {names}.",
        ),
        "gap.single_arrow": Text(
            "Bare én kobling leder til {name}: den fra {source}, {how}.",
            "Only one arrow leads to {name}: the one from {source}, {how}.",
        ),
        "gap.inferred_only": Text(
            "Kilden sier ikke hva som leder til {name}: alle de {count} koblingene dit er tolket.",
            "The source does not say what leads to {name}: all {count} arrows to it are inferred.",
        ),
        "gap.bridge": Text(
            "Uten koblingen fra {source} til {target} leder ingen aktivitet til {names}: {count} virkninger.",
            "Without the arrow from {source} to {target} no activity leads to {names}: {count} outcomes.",
        ),
        "gap.bridge.one": Text(
            "Uten koblingen fra {source} til {target} leder ingen aktivitet til {names}.",
            "Without the arrow from {source} to {target} no activity leads to {names}.",
        ),
        "gap.carrying": Text(
            "Koblingen fra {source} til {target} er med i {count} av {total} kjeder ({percent} %).",
            "The arrow from {source} to {target} is part of {count} of {total} chains ({percent} %).",
        ),
        "gap.no_user_outcome": Text(
            "{name} leder til virkninger, men ingen kjede går videre til en brukereffekt.",
            "{name} leads to outcomes, but no chain goes on to a user effect.",
        ),
        "gap.no_user_outcome.whole": Text(
            "{name} leder til virkninger, men ingen kjede går videre til en brukereffekt. Teksten tilskriver dem hele tiltaket.",
            "{name} leads to outcomes, but no chain goes on to a user effect. The text credits the whole programme with those.",
        ),
        "gap.no_user_outcome.none": Text("Beskrivelsen har ingen brukereffekt.", "The description has no user effect."),
        "gap.no_user_outcome.dropped": Text(
            "Alle brukereffektene i beskrivelsen er droppet.", "All user effects in the description were dropped."
        ),
        "gap.no_outcome": Text("Ingen kjede leder fra {name} til en virkning.", "No chain leads from {name} to an outcome."),
        "gap.unused_input": Text("Ingenting i beskrivelsen bruker {name}.", "Nothing in the description uses {name}."),
        "gap.unused_input.dropped": Text(
            "Ingenting som blir gjort, bruker {name}. Blir ikke gjort: {names}.", "Nothing that is done uses {name}. Not done: {names}."
        ),
        "gap.unaddressed.dropped": Text(
            "Ingenting som blir gjort, er rettet mot {name}. Blir ikke gjort: {names}.",
            "Nothing that is done is directed at {name}. Not done: {names}.",
        ),
        "gap.unaddressed": Text(
            "Ingenting i beskrivelsen er rettet mot hemmeren {name}.",
            "Nothing in the description is directed at the barrier {name}.",
        ),
        "gap.unaddressed.helped": Text(
            "Ingenting i beskrivelsen er rettet mot hemmeren {name}. Det den hemmer, får hjelp av {names}.",
            "Nothing in the description is directed at the barrier {name}. What it hinders is helped by {names}.",
        ),
        "gap.unaddressed.problem": Text(
            "Ingenting i beskrivelsen er rettet mot problemet {name}.",
            "Nothing in the description is directed at the problem {name}.",
        ),
        "gap.assumption.more": Text(
            "{count} av {total} virkninger hviler på antakelsen {name}.",
            "{count} of {total} outcomes rest on the assumption {name}.",
        ),
        "gap.assumption.one": Text(
            "{count} av {total} virkninger hviler på antakelsen {name}.",
            "{count} of {total} outcomes rests on the assumption {name}.",
        ),
        "gap.assumption.only": Text(
            "Den eneste virkningen hviler på antakelsen {name}.", "The only outcome rests on the assumption {name}."
        ),
        "gap.assumption.whole": Text("Hele tiltaket hviler på antakelsen {name}.", "The whole programme rests on the assumption {name}."),
        "gap.open_question.more": Text(
            "{count} av {total} virkninger henger på det åpne spørsmålet {name}.",
            "{count} of {total} outcomes hang on the open question {name}.",
        ),
        "gap.open_question.one": Text(
            "{count} av {total} virkninger henger på det åpne spørsmålet {name}.",
            "{count} of {total} outcomes hangs on the open question {name}.",
        ),
        "gap.open_question.only": Text(
            "Den eneste virkningen henger på det åpne spørsmålet {name}.", "The only outcome hangs on the open question {name}."
        ),
        "gap.open_question.whole": Text(
            "Det åpne spørsmålet {name} gjelder hele tiltaket.", "The open question {name} is about the whole programme."
        ),
        "gap.together": Text(
            "{name}: teksten sier at {names} sammen fører dit.", "{name}: the text says that {names} together lead there."
        ),
        "gap.together.one": Text(
            "{name}: teksten sier at {names} fører dit, men ikke alene.", "{name}: the text says that {names} leads there, but not alone."
        ),
        "gap.whole": Text(
            "{name}: teksten nevner ingen enkelt årsak.",
            "{name}: the text names no single cause.",
        ),
        "gaps.title": Text("Hull i beskrivelsen, og hva mye hviler på", "Gaps in the description, and what much rests on"),
        "gaps.honest": Text(
            "Dette er hull i beskrivelsen, ikke nødvendigvis i tiltaket: at teksten tier, betyr ikke at noe ikke blir gjort.",
            "These are gaps in the description, not necessarily in the programme: that the text is silent does not mean that something is "
            "not done.",
        ),
        "gaps.kind": Text("Slag", "Kind"),
        "gaps.kind.label": Text("Hva slags", "What kind"),
        "gaps.model": Text("Modell", "Model"),
        "gaps.model.label": Text("Modellens navn", "Name of the model"),
        "gaps.elements": Text("Gjelder", "About"),
        "gaps.count": Text("Antall", "Count"),
        "gaps.share": Text("Prosent", "Per cent"),
        "gaps.message": Text("Hva", "What"),
        "gaps.at": Text("Sted i kilden", "Place in the source"),
        "gaps.sum": Text("Sum", "Sum"),
        "gaps.chains": Text("Kjeder i alt", "Chains in all"),
        "gaps.none": Text("Ingen.", "None."),
        "kind.no_cause": Text("Virkninger ingenting leder til", "Outcomes that nothing leads to"),
        "kind.single_arrow": Text("Virkninger som hviler på én kobling", "Outcomes that rest on a single arrow"),
        "kind.inferred_only": Text("Virkninger med bare tolkede koblinger", "Outcomes with inferred arrows only"),
        "kind.bridge": Text("Koblinger virkninger står og faller med", "Arrows that outcomes stand and fall with"),
        "kind.carrying": Text("Koblinger mange kjeder går gjennom", "Arrows that many chains lead through"),
        "kind.no_user_outcome": Text("Aktiviteter uten vei til en brukereffekt", "Activities with no way to a user effect"),
        "kind.no_outcome": Text("Ledd uten vei til noen virkning", "Nodes with no way to any outcome"),
        "kind.unused_input": Text("Innsatsfaktorer ingenting bruker", "Inputs that nothing uses"),
        "kind.unaddressed": Text("Problemer og hemmere uten mottiltak", "Problems and barriers nothing addresses"),
        "kind.assumption": Text("Antakelser virkninger hviler på", "Assumptions that outcomes rest on"),
        "kind.open_question": Text("Åpne spørsmål virkninger henger på", "Open questions that outcomes hang on"),
        "kind.together": Text("Av flere ledd sammen (ikke hull)", "Of several nodes together (no gaps)"),
        "kind.whole": Text("Mål for hele tiltaket (ikke hull)", "Aims of the whole programme (no gaps)"),
    }
)

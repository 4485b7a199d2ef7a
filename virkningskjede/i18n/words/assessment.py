"""Words and sentences of a report's own verdicts beside ours, and of verdicts as marks."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Text

ASSESSMENT: Mapping[str, Text] = MappingProxyType(
    {
        "verdict.mark.met": Text("ja", "yes"),
        "verdict.mark.partly": Text("noe", "some"),
        "verdict.mark.not_met": Text("nei", "no"),
        "verdict.mark.not_stated": Text("·", "·"),
        "verdict.legend.marks": Text(
            "ja: oppfylt, teksten sier det. noe: delvis. ·: ikke nevnt, som ikke er det samme som nei. "
            "nei: ikke oppfylt, teksten taler imot.",
            "yes: met, the text says so. some: partly. ·: not stated, which is not a no. no: not met, the text speaks against it.",
        ),
        "verdict.legend.unsure.marks": Text(
            "?: en annen omhyggelig koder kunne kommet til en annen dom; --explain sier hvilken.",
            "?: another careful coder could have come to another verdict; --explain says which.",
        ),
        "check.title": Text("Teoretisk test", "Theoretical test"),
        "check.more": Text("{grounds} og {count} til", "{grounds} and {count} more"),
        "help.option.against.check": Text(
            "Hold dommene mot dem en rapport selv feller: navn eller fil. Uten --criteria brukes settene som rapporten vurderer etter.",
            "Hold the verdicts against those that a report gives itself: a name or a file. Without --criteria, the sets that the report "
            "judges by are used.",
        ),
        "error.no_assessments": Text(
            "det er ingen vurderinger som heter {name}; disse finnes: {known}{likely}",
            "there are no assessments called {name}; there are: {known}{likely}",
        ),
        "against.title": Text("{title}, ved siden av våre dommer", "{title}, beside our verdicts"),
        "against.summary": Text(
            "{agree} av {compared} dommer er de samme som våre; {possibly} kan være det hvis det som er usikkert, leses annerledes.",
            "{agree} of {compared} verdicts are the same as ours; {possibly} may be if what is unsure is read otherwise.",
        ),
        "against.silent": Text(
            "I {silent} av {differ} ulike dommer er modellens egen tekst taus.",
            "In {silent} of {differ} verdicts that differ, the model's own text is silent.",
        ),
        "against.row.one": Text("Om én modell", "Of one model"),
        "against.row.several": Text("Om flere", "Of several"),
        "against.row.all": Text("I alt", "Together"),
        "against.head.judgements": Text("Dommer", "Verdicts"),
        "against.head.agrees": Text("Like", "Same"),
        "against.head.otherwise": Text("Kanskje like", "Perhaps same"),
        "against.head.differs": Text("Ulike", "Differ"),
        "against.head.silent": Text("Vi tause", "We silent"),
        "against.head.not_compared": Text("Ikke prøvd", "Not checked"),
        "against.section.differs": Text(
            "Ulike dommer, der modellens egen tekst sier noe ({count})", "Verdicts that differ where the model's own text speaks ({count})"
        ),
        "against.section.silent": Text(
            "Ulike dommer, der modellens egen tekst er taus ({count})",
            "Verdicts that differ where the model's own text is silent ({count})",
        ),
        "against.section.otherwise": Text(
            "Dommer som er like hvis det som er usikkert, leses annerledes ({count})",
            "Verdicts that are the same if what is unsure is read otherwise ({count})",
        ),
        "against.section.not_compared": Text("Ikke prøvd ({count})", "Not checked ({count})"),
        "against.section.agrees": Text("Like dommer ({count})", "Verdicts that are the same ({count})"),
        "against.standing.agrees": Text("lik", "same"),
        "against.standing.otherwise": Text("kan være lik", "may be same"),
        "against.standing.differs": Text("ulik", "differs"),
        "against.standing.not_compared": Text("ikke prøvd", "not checked"),
        "against.theirs": Text("Rapporten: {said}", "The report: {said}"),
        "against.or": Text("{said}, kan leses som {other}", "{said}, may be read as {other}"),
        "against.asked": Text("Vi spør etter, for «{verdict}»: {asked}.", "We ask, for “{verdict}”: {asked}."),
        "against.shared": Text(
            "Vår dom hviler også på {at}: da er modellen kodet etter det rapporten mente, og likhet beviser ingenting.",
            "Our verdict also rests on {at}: then the model was coded from what the report thought, and agreement proves nothing.",
        ),
        "against.no_set": Text("Kriteriesettet {what} er ikke brukt", "The criteria set {what} was not used"),
        "against.no_model": Text("Modellen {what} er ikke prøvd", "The model {what} was not checked"),
        "against.not_for": Text("Kriteriesettet gjelder ikke modellen: {what}", "The criteria set does not speak of the model: {what}"),
        "against.no_criterion": Text("Settet har ikke kriteriet {what}", "The set does not have the criterion {what}"),
        "against.column.assessment": Text("Vurdering", "Assessment"),
        "against.column.set": Text("Kriteriesett", "Criteria set"),
        "against.column.criterion": Text("Kriterium", "Criterion"),
        "against.column.model": Text("Modell", "Model"),
        "against.column.theirs": Text("Rapporten", "The report"),
        "against.column.at": Text("Sted i rapporten", "Place in the report"),
        "against.column.standing": Text("Sammenlignet", "Compared"),
        "against.column.ours": Text("Vår dom", "Our verdict"),
        "against.column.possible": Text("Mulige dommer", "Possible verdicts"),
        "against.column.nodes": Text("Hviler på", "Rests on"),
        "against.column.our_at": Text("Sted i kilden", "Place in the source"),
        "against.column.reason": Text("Grunn", "Reason"),
    }
)

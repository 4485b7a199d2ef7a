"""Words of ``coverage``: which sentences of a source are coded."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Text

COVERAGE: Mapping[str, Text] = MappingProxyType(
    {
        "help.coverage": Text(
            "Hvilke setninger i kildene er kodet? For hvert avsnitt: sitert av en modell, prøvd av et kriteriesett, en sammenligning, "
            "en vurdering eller en påstand i mappene, satt til side med grunn, og igjen.",
            "Which sentences of the sources are coded? For each section: cited by a model, tested by a criteria set, a comparison, an "
            "assessment or a claim in the folders, set aside with a reason, and left.",
        ),
        "help.option.source.coverage": Text("Bare disse kildene, skilt med komma.", "Only these sources, separated by commas."),
        "help.option.section": Text(
            'Bare disse avsnittene, skilt med komma; * står for hva som helst ("2.2*").',
            'Only these sections, separated by commas; * stands for anything ("2.2*").',
        ),
        "help.option.uncited": Text("Bare avsnitt der noe er igjen.", "Only sections with something left."),
        "help.option.explain.coverage": Text("Skriv hva som hviler på hver setning.", "Print what rests on each sentence."),
        "help.option.text": Text(
            "KILDE=FIL: din egen kopi av en kilde. Den kontrolleres mot kildens segmenter, og hver setning skrives ved siden av det som "
            "hviler på den. Ingenting av den blir lagret.",
            "SOURCE=FILE: your own copy of a source. It is verified against the source's segments, and each sentence is printed beside "
            "what rests on it. Nothing of it is stored.",
        ),
        "help.option.fail_under": Text(
            "Avslutt med 1 når mindre enn så mange prosent er gjort rede for.",
            "Exit with 1 when less than so many per cent is accounted for.",
        ),
        "help.option.fail_on.coverage": Text(
            "Hva som gir sluttkode 1, skilt med komma: uncited (noe er igjen), differs (en kopi avviker fra segmentene).",
            "What gives exit code 1, separated by commas: uncited (something is left), differs (a copy differs from the segments).",
        ),
        "error.no_segments": Text(
            "kilden {source} er ikke delt inn i setninger, så en kopi kan ikke holdes mot noe; lag "
            "segments/{source}.yaml først, se filformatet",
            "the source {source} is not divided into sentences, so a copy can be held against nothing; make segments/{source}.yaml first, "
            "see the file format",
        ),
        "error.text_option": Text("Skriv --text som KILDE=FIL, ikke «{value}»", "Write --text as SOURCE=FILE, not “{value}”"),
        "error.text_twice": Text("--text er oppgitt to ganger for kilden {source}", "--text is given twice for the source {source}"),
        "error.text_another": Text(
            "{path} er ikke en kopi av {source}: ingen av setningene er som segmentene sier",
            "{path} is no copy of {source}: none of its sentences is as the segments say",
        ),
        "error.text_needed": Text(
            "{code} leser teksten i en kilde; oppgi den med --text KILDE=FIL",
            "{code} reads the text of a source; give it with --text SOURCE=FILE",
        ),
        "account.against": Text("Det teksten taler imot", "What the text speaks against"),
        "account.against.none": Text("Teksten taler ikke imot noe som er kodet", "The text speaks against nothing that is coded"),
        "text.verbs": Text("{places} har «{verbs}»", "{places} has “{verbs}”"),
        "text.no_verb": Text("ingen verb i {places} sier det", "no verb in {places} says so"),
        "text.partly.one": Text(
            "Én setning i {path} er ikke som segmentene sier, og ingenting er holdt mot den",
            "One sentence of {path} is not as the segments say, and nothing is held against it",
        ),
        "text.partly.more": Text(
            "{count} setninger i {path} er ikke som segmentene sier, og ingenting er holdt mot dem",
            "{count} sentences of {path} are not as the segments say, and nothing is held against them",
        ),
        "help.option.text.validate": Text(
            "KILDE=FIL: din egen kopi av en kilde. Det som er kodet, holdes mot setningene i den. Ingenting av den blir lagret.",
            "SOURCE=FILE: your own copy of a source. What is coded is held against its sentences. Nothing of it is stored.",
        ),
        "error.text_unreadable": Text("Kan ikke lese {path}: {reason}", "Cannot read {path}: {reason}"),
        "account.title": Text("Hva som er kodet i kildene", "What is coded of the sources"),
        "account.column.source": Text("Kilde", "Source"),
        "account.column.section": Text("Avsnitt", "Section"),
        "account.column.heading": Text("Overskrift", "Heading"),
        "account.column.sentence": Text("Setning", "Sentence"),
        "account.column.state": Text("Tilstand", "State"),
        "account.column.by": Text("Hva som hviler på den", "What rests on it"),
        "account.column.why": Text("Hvorfor ikke", "Why not"),
        "account.column.copy": Text("Kopien", "The copy"),
        "account.column.hardly": Text("Knapt fanget opp", "Hardly captured"),
        "account.column.text": Text("Tekst", "Text"),
        "account.section": Text("Avsnitt", "Section"),
        "account.sentences": Text("Setninger", "Sentences"),
        "account.cited": Text("Sitert", "Cited"),
        "account.tested": Text("Prøvd", "Tested"),
        "account.set_aside": Text("Satt til side", "Set aside"),
        "account.uncited": Text("Igjen", "Left"),
        "account.sentences.one": Text("{count} setning", "{count} sentence"),
        "account.sentences.more": Text("{count} setninger", "{count} sentences"),
        "account.total": Text(
            "{source}: {sentences}, {cited} sitert av modeller, {tested} bare prøvd, {set_aside} satt til side, "
            "{uncited} igjen ({percent} % gjort rede for)",
            "{source}: {sentences}, {cited} cited by models, {tested} only tested, {set_aside} set aside, {uncited} left "
            "({percent} % accounted for)",
        ),
        "account.unmodelled": Text(
            "Setninger som ingen modell bygger på eller har satt til side: {count}",
            "Sentences that no model builds on or has set aside: {count}",
        ),
        "account.only_tested": Text("ingen modell bygger på den", "no model builds on it"),
        "account.claims": Text(
            "Setninger med påstander: {claimed}. Satt til side fordi de ikke kan prøves som påstander: {unchecked}.",
            "Sentences that make claims: {claimed}. Set aside because they cannot be tested as claims: {unchecked}.",
        ),
        "account.untouched": Text("Avsnitt som ingenting bygger på: {sections}", "Sections that nothing builds on: {sections}"),
        "account.undivided": Text(
            "Kilder uten fil i segments, som det ikke kan gjøres rede for: {sources}",
            "Sources without a file in segments, which cannot be accounted for: {sources}",
        ),
        "account.nothing": Text("Ingen av modellene bygger på en kilde.", "None of the models builds on a source."),
        "account.none_left": Text("Ingenting er igjen.", "Nothing is left."),
        "account.left": Text("ikke brukt", "not used"),
        "account.unchecked": Text("kan ikke prøves: {reason}", "cannot be tested: {reason}"),
        "account.aside": Text("satt til side: {reason}", "set aside: {reason}"),
        "account.reading": Text("{name} (annen lesning)", "{name} (another reading)"),
        "account.copy": Text("Kopien av {source}", "The copy of {source}"),
        "account.copy.state.right": Text("som i segmentene", "as in the segments"),
        "account.copy.state.differing": Text("avviker fra segmentene", "differs from the segments"),
        "account.copy.state.missing": Text("mangler", "missing"),
        "account.copy.state.beyond": Text("finnes ikke i segmentene", "not in the segments"),
        "account.copy.right.one": Text(
            "Kopien av {source} stemmer: setningen er som i segmentene.",
            "The copy of {source} is right: its sentence is that of the segments.",
        ),
        "account.copy.right.more": Text(
            "Kopien av {source} stemmer: alle {count} setninger er som i segmentene.",
            "The copy of {source} is right: all {count} sentences are as in the segments.",
        ),
        "account.copy.partly": Text(
            "Kopien av {source}: {right} av {sentences} er som i segmentene.",
            "The copy of {source}: {right} of {sentences} are as in the segments.",
        ),
        "account.copy.differing": Text("Avviker: {places}", "Differ: {places}"),
        "account.copy.missing": Text("Mangler i kopien: {places}", "Missing in the copy: {places}"),
        "account.copy.beyond": Text("Finnes ikke i segmentene: {places}", "Not in the segments: {places}"),
        "account.differs": Text("(avviker fra segmentene)", "(differs from the segments)"),
        "account.hardly": Text("Sitert, men knapt fanget opp", "Cited but hardly captured"),
        "account.hardly.why": Text(
            "Setninger med tall, «skal», «kan», «dersom», «ved å» eller «ikke», der det som hviler på dem ikke har noen mengde, status, "
            "betingelse, kobling eller benektelse. Les dem en gang til.",
            "Sentences with a number, “skal”, “kan”, “dersom”, “ved å” or “ikke”, where what rests on them has no amount, status, "
            "condition, arrow or denial. Read them once more.",
        ),
        "account.hardly.none": Text("Ingen.", "None."),
        "account.sign.numeral": Text("tall", "number"),
    }
)

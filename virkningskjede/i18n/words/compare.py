"""Words of ``compare``: many models under the columns of a table."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Text

COMPARE: Mapping[str, Text] = MappingProxyType(
    {
        "help.compare": Text(
            "Hold mange modeller opp mot hverandre: hvem gjør hva, og hvor langt de er kommet. Kolonnene står i comparisons/NAVN.yaml.",
            "Hold many models side by side: who does what, and how far they have come. The columns stand in comparisons/NAME.yaml.",
        ),
        "help.option.columns": Text(
            "Navnet på tabellen med kolonnene, eller en fil. corpus:NAVN er en som følger med programmet.",
            "The name of the table with the columns, or a file. corpus:NAME is one that comes with the program.",
        ),
        "help.option.explain.compare": Text(
            "Skriv hva hver rute hviler på, med sted i kilden.", "Print what each cell rests on, with its place in the source."
        ),
        "error.no_comparison": Text(
            "det er ingen sammenligning {name}; disse finnes: {known}{likely}", "there is no comparison {name}; there are: {known}{likely}"
        ),
        "error.columns_needed": Text(
            "Si hvilken tabell modellene skal holdes opp mot, med --columns; disse finnes: {known}",
            "Say which table to hold the models against, with --columns; these exist: {known}",
        ),
        "error.no_tables": Text(
            "Prosjektet har ingen tabeller: legg dem i mappen comparisons, eller nevn en med --columns.",
            "The project has no tables: put them in the folder comparisons, or name one with --columns.",
        ),
        "compare.column": Text("Kolonne", "Column"),
        "compare.column.label": Text("Kolonnens navn", "Name of the column"),
        "compare.model": Text("Modell", "Model"),
        "compare.model.label": Text("Modellens navn", "Name of the model"),
        "compare.status": Text("Status", "Status"),
        "compare.sure": Text("Sikkert", "Sure"),
        "compare.entries": Text("Hviler på", "Rests on"),
        "compare.entries.label": Text("Navn på det den hviler på", "Names of what it rests on"),
        "compare.at": Text("Sted i kilden", "Place in the source"),
        "compare.count": Text("Antall", "Count"),
        "compare.yes": Text("ja", "yes"),
        "compare.no": Text("nei", "no"),
        "compare.told": Text("nevnt", "mentioned"),
        "compare.silent": Text("ikke nevnt", "not mentioned"),
        "compare.unsure": Text("{said}?", "{said}?"),
        "compare.perhaps": Text("kanskje {said}", "perhaps {said}"),
        "compare.template": Text("{said} i malen", "{said} in the template"),
        "mark.considered": Text("V", "C"),
        "mark.planned": Text("P", "P"),
        "mark.started": Text("S", "S"),
        "mark.in_use": Text("B", "U"),
        "mark.completed": Text("G", "D"),
        "mark.told": Text("x", "x"),
        "mark.no": Text("nei", "no"),
        "mark.silent": Text("·", "·"),
        "mark.perhaps": Text("?", "?"),
        "mark.template": Text("m?", "t?"),
        "legend.told": Text("nevnt uten status", "mentioned without a status"),
        "legend.no": Text("teksten sier nei", "the text says no"),
        "legend.template": Text("nevnt bare i malen", "mentioned only in the template"),
        "legend.silent": Text("ikke nevnt", "not mentioned"),
        "legend.unsure": Text(
            "Spørsmålstegn etter: en annen omhyggelig koder kunne utelatt det. Bare spørsmålstegn: ikke kodet, men en annen kunne "
            "tatt det med.",
            "A question mark after: another careful coder could have left it out. A question mark alone: not coded, but another "
            "could have.",
        ),
        "legend.unsure.words": Text(
            "Spørsmålstegn: en annen omhyggelig koder kunne utelatt det. Kanskje: ikke kodet, men en annen kunne tatt det med.",
            "Question mark: another careful coder could have left it out. Perhaps: not coded, but another could have.",
        ),
        "legend.maybe": Text(
            "Bare spørsmålstegn kan også bety: kodet, men som en som bare kan være med (`maybe`).",
            "A question mark alone can also mean: coded, but as somebody who only may take part (`maybe`).",
        ),
        "legend.maybe.words": Text(
            "Kanskje kan også bety: kodet, men som en som bare kan være med (`maybe`).",
            "Perhaps can also mean: coded, but as somebody who only may take part (`maybe`).",
        ),
        "legend.count": Text(
            "Antall med strek: minst og høyst, etter hvordan de usikre rutene leses.",
            "A count with a dash: the least and the most, depending on how the unsure cells are read.",
        ),
        "legend.at": Text("Under hver rute: avsnitt og setning i kilden.", "Under each cell: section and sentence of the source."),
        "legend.empty": Text("Tom rute: ikke nevnt, som ikke er det samme som nei.", "Empty cell: not mentioned, which is not a no."),
    }
)

"""Words and sentences of drafts: how a report's text fits the models, and what is wrong with its marks."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Text

DRAFTS: Mapping[str, Text] = MappingProxyType(
    {
        "help.option.draft": Text(
            "Prøv et utkast i Markdown: sier de merkede tallene, listene, tabellene og setningene det modellene sier?",
            "Test a draft in Markdown: do the marked numbers, lists, tables and sentences say what the models say?",
        ),
        "help.option.update": Text(
            "Skriv det modellene sier, inn i utkastet. Bare merkede tekster endres.",
            "Write what the models say into the draft. Only marked texts are changed.",
        ),
        "error.draft.neither": Text(
            "gi enten en fil eller et navn med påstander, eller et utkast med --draft; --update gjelder bare et utkast",
            "give either a file or name of claims, or a draft with --draft; --update is for a draft only",
        ),
        "draft.title": Text("Utkastet {file}", "The draft {file}"),
        "draft.summary": Text(
            "Merker: {all}, prøvd mot {models}. Likt: {same}. Ulikt: {different}. Usikkert: {unsure}.",
            "Marks: {all}, held against {models}. Same: {same}. Different: {different}. Unsure: {unsure}.",
        ),
        "draft.summary.written": Text(
            "Merker: {all}, prøvd mot {models}. Skrevet inn: {written}. Likt fra før: {same}. Må rettes for hånd: {different}. "
            "Usikkert: {unsure}.",
            "Marks: {all}, held against {models}. Written in: {written}. Same already: {same}. To be mended by hand: {different}. "
            "Unsure: {unsure}.",
        ),
        "draft.summary.update": Text(
            "--update skriver inn det modellene sier (merker det gjelder: {count}).",
            "--update writes in what the models say (marks: {count}).",
        ),
        "draft.at": Text("linje {line}, kolonne {column}", "line {line}, column {column}"),
        "draft.heading.different": Text("Ulikt ({count})", "Different ({count})"),
        "draft.heading.different.left": Text("Må rettes for hånd ({count})", "To be mended by hand ({count})"),
        "draft.heading.unsure": Text("Usikkert ({count})", "Unsure ({count})"),
        "draft.heading.unsure.left": Text("Usikkert, og latt stå ({count})", "Unsure, and left as it is ({count})"),
        "draft.heading.same": Text("Likt ({count})", "Same ({count})"),
        "draft.heading.written": Text("Skrevet inn ({count})", "Written in ({count})"),
        "draft.same": Text("likt", "same"),
        "draft.different": Text("ulikt", "different"),
        "draft.unsure": Text("usikkert", "unsure"),
        "draft.instead": Text("{said}, men modellene sier {models}", "{said}, but the models say {models}"),
        "draft.open": Text("{said} kan være riktig: modellene sier {models}", "{said} may be right: the models say {models}"),
        "draft.now": Text("{said} er nå {models}", "{said} is now {models}"),
        "draft.untold": Text("{said}, men modellene kan ikke si det", "{said}, but the models cannot tell"),
        "draft.sentence": Text("{said}: {verdict}", "{said}: {verdict}"),
        "draft.empty": Text("(tomt)", "(empty)"),
        "draft.block.same": Text("{kind} «{name}» er som i modellene", "{kind} “{name}” is as in the models"),
        "draft.block.different": Text("{kind} «{name}» er en annen enn modellenes", "{kind} “{name}” is not that of the models"),
        "draft.block.unsure": Text("{kind} «{name}» kan ikke lages", "{kind} “{name}” cannot be made"),
        "draft.block.written": Text("{kind} «{name}» er skrevet inn", "{kind} “{name}” was written in"),
        "draft.kind.table": Text("Tabellen", "The table"),
        "draft.kind.counts": Text("Tabellen med antall", "The table of counts"),
        "draft.kind.check": Text("Tabellen over kriteriene", "The table of criteria"),
        "draft.why.missing": Text("Ikke alle modellene i gruppen er her.", "Not all models of the group are here."),
        "draft.why.surplus": Text("Det er flere modeller her enn gruppen har.", "There are more models here than the group has."),
        "draft.why.none": Text("Ingen av modellene her er i gruppen.", "None of the models here is in the group."),
        "draft.perhaps": Text("{sure}, kanskje også {names}", "{sure}, perhaps also {names}"),
        "draft.perhaps.only": Text("kanskje {names}", "perhaps {names}"),
        "draft.label.asked": Text("Det som telles", "What is counted"),
        "draft.label.rows": Text("Linjer", "Lines"),
        "draft.rows": Text(
            "{new} er bare i modellenes, {gone} bare i utkastets", "{new} only in that of the models, {gone} only in the draft's"
        ),
        "draft.column.place": Text("Sted", "Place"),
        "draft.column.kind": Text("Slag", "Kind"),
        "draft.column.draft": Text("Utkastet sier", "The draft says"),
        "draft.column.models": Text("Modellene sier", "The models say"),
        "draft.column.outcome": Text("Utfall", "Outcome"),
        "draft.column.reason": Text("Grunn", "Reason"),
        "draft.name.claims": Text("samlingen av påstander", "file of claims"),
        "draft.name.claim": Text("påstanden", "claim"),
        "draft.name.comparison": Text("sammenligningen", "comparison"),
        "draft.name.criteria": Text("kriteriesettet", "criteria set"),
        "draft.broken.unclosed": Text("merket er ikke avsluttet", "the mark is not closed"),
        "draft.broken.before_next": Text(
            "merket er ikke avsluttet før det neste begynner", "the mark is not closed before the next begins"
        ),
        "draft.broken.closes_nothing": Text("her avsluttes et merke som ikke er begynt", "here a mark is closed that was not begun"),
        "draft.broken.no_arrow": Text("kommentaren mangler `-->`", "the comment lacks `-->`"),
        "draft.broken.with_again": Text("`with` kan bare stå én gang", "`with` can stand only once"),
    }
)

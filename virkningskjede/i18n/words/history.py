"""Words of histories, and of what git cannot do."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Text

HISTORY: Mapping[str, Text] = MappingProxyType(
    {
        "help.history": Text(
            "Hva er endret i en modell, versjon for versjon i git? Følger filen gjennom navnebytter.",
            "What has changed in a model, version by version in git? Follows the file when it is renamed.",
        ),
        "help.option.since": Text("Bare etter en dag (2024-12-16) eller en revisjon.", "Only after a day (2024-12-16) or a revision."),
        "help.option.together": Text(
            "Én liste fra første til siste i stedet for versjon for versjon.", "One list from first to last instead of version by version."
        ),
        "help.option.weight": Text(
            "Den minste vekten som tas med: cosmetic (ordlyd og steder i kilden), content eller logic.",
            "The least weight that counts: cosmetic (wording and places), content or logic.",
        ),
        "help.option.only": Text(
            "Bare disse slagene (added, progressed ...), delene (node, link, field) eller stiene (activities, status), skilt med komma.",
            "Only these kinds (added, progressed ...), parts (node, link, field) or paths (activities, status), separated by commas.",
        ),
        "help.option.git": Text(
            "Kalt av git som eksternt diff-program, med gits egne argumenter.", "Called by git as external diff, with git's own arguments."
        ),
        "help.option.textconv": Text(
            "Skriv én fil linje for linje, slik git kan sammenligne den.", "Print one file line by line, as git can compare it."
        ),
        "error.git.missing": Text("git er ikke installert, eller kan ikke startes", "git is not installed, or cannot be started"),
        "error.git.none": Text("{path} ligger ikke i noe git-lager", "{path} is in no git repository"),
        "error.git.bare": Text(
            "{path} ligger i git-lageret {folder}, som ikke har noe arbeidstre (bare). Klon det, og bruk filen i klonen",
            "{path} is in the git repository {folder}, which has no work tree (bare). Clone it, and name the file in the clone",
        ),
        "error.git.mark": Text(
            "{file} er ikke begynnelsen på et git-lager som kan brukes", "{file} is not the beginning of a git repository that can be used"
        ),
        "error.git.among": Text(
            "{file} viser til {folder}, som ligger blant filene i arbeidstreet selv. Et slikt git-lager blir ikke brukt",
            "{file} points to {folder}, which lies among the files of the work tree itself. Such a git repository is not used",
        ),
        "error.git.refused": Text(
            "git kan ikke bruke lageret i {top}. git sier: {reason}", "git cannot use the repository in {top}. git says: {reason}"
        ),
        "error.git.owner": Text(
            "git bruker ikke lageret i {top}, for det eies av en annen bruker. git sier: {reason}. Stoler du på det, så kjør `{command}`",
            "git does not use the repository in {top}, for another user owns it. git says: {reason}. If you trust it, run `{command}`",
        ),
        "error.git.incomplete": Text(
            "git-lageret i {top} mangler innhold som det viser til, og det blir ikke hentet herfra. "
            "Er klonen laget med --filter, så kjør `git fetch --refetch --no-filter`",
            "The git repository in {top} lacks content that it names, and it is not fetched from here. "
            "If the clone was made with --filter, run `git fetch --refetch --no-filter`",
        ),
        "error.git.large": Text(
            "git-lageret i {top} har mer enn {limit} MB å lese der", "The git repository in {top} has more than {limit} MB to read there"
        ),
        "error.git.revision": Text(
            "Det er ingen revisjon {rev} i git-lageret i {top}{reason}", "There is no revision {rev} in the git repository in {top}{reason}"
        ),
        "error.git.revision.empty": Text(
            "Revisjonen er tom. Kommer den fra en variabel, kan det være at den bare er satt i en pull request",
            "The revision is empty. If it comes from a variable, that may be set in a pull request only",
        ),
        "error.git.revision.fetch": Text(
            "Det er ingen revisjon {rev} i git-lageret i {top}{reason}. Den kan være der klonen kom fra: kjør `{command}`",
            "There is no revision {rev} in the git repository in {top}{reason}. It may be where the clone came from: run `{command}`",
        ),
        "error.git.reason": Text(". git sier: {reason}", ". git says: {reason}"),
        "error.git.irregular": Text("{name} er ingen vanlig fil i revisjonen {rev}", "{name} is no regular file in revision {rev}"),
        "error.git.untracked": Text("git har ingen versjoner av {path}", "git has no versions of {path}"),
        "error.git.untracked.shallow": Text(
            "git har ingen versjoner av {path} i denne klonen, som bare har de nyeste innsendingene. "
            "Hent resten med `git fetch --unshallow`",
            "git has no versions of {path} in this clone, which holds only the newest commits. Fetch the rest with `git fetch --unshallow`",
        ),
        "error.git.slow": Text("git brukte mer enn {seconds} sekunder", "git took more than {seconds} seconds"),
        "error.history.revision": Text(
            "{path} er en revisjon, og en historie er av en fil. Nevn filen alene; `--since REVISJON` tar det som kom etter",
            "{path} is a revision, and a history is of a file. Name the file alone; `--since REVISION` takes what came after",
        ),
        "error.two": Text("diff trenger to modeller; nevnt: {count}", "diff needs two models; named: {count}"),
        "error.git.arguments": Text(
            "git gir 7 eller 9 argumenter til et diff-program; her er det {count}",
            "git gives 7 or 9 arguments to a diff program; here are {count}",
        ),
        "error.git.one": Text("--textconv tar én fil; her er det {count}", "--textconv takes one file; here are {count}"),
        "history.title": Text("{title}: endringer versjon for versjon", "{title}: changes version by version"),
        "history.title.since": Text("{title}: endringer siden {since}", "{title}: changes since {since}"),
        "history.none": Text("Ingen endringer.", "No changes."),
        "history.version": Text("{date} ({rev})", "{date} ({rev})"),
        "history.first": Text("Første versjon: {nodes} og {links}.", "First version: {nodes} and {links}."),
        "history.first.here": Text(
            "Eldste versjon i denne klonen: {nodes} og {links}.", "Oldest version in this clone: {nodes} and {links}."
        ),
        "history.begins": Text(
            "Historien begynner der klonen gjør ({rev}): den er grunn (shallow), og det som kom før, er ikke hentet. "
            "Hent det med `git fetch --unshallow`; i GitHub Actions med `fetch-depth: 0`.",
            "The history begins where the clone does ({rev}): it is shallow, and what came before has not been fetched. "
            "Fetch it with `git fetch --unshallow`; in GitHub Actions with `fetch-depth: 0`.",
        ),
        "history.column.rev": Text("Versjon", "Version"),
        "history.column.date": Text("Dato", "Date"),
        "history.undated": Text("uten dato", "no date"),
        "history.renamed": Text("Filen het før {path}.", "The file was called {path} before."),
        "history.removed": Text("Filen ble fjernet.", "The file was removed."),
        "history.broken": Text("Kan ikke leses som modell: {reason}", "Cannot be read as a model: {reason}"),
        "history.broken.more": Text("{reason} (og {count} til)", "{reason} (and {count} more)"),
        "history.folded": Text(
            "Ikke vist er versjoner der bare ordlyd eller steder i kilden er endret: {versions}.",
            "Not shown are versions in which only wording or places changed: {versions}.",
        ),
        "history.folded.filtered": Text(
            "Ikke vist er versjoner uten slike endringer: {versions}.", "Not shown are versions without such changes: {versions}."
        ),
        "git.added": Text("Ny modell.", "A new model."),
        "git.removed": Text("Modellen er fjernet.", "The model was removed."),
        "git.renamed": Text("{path} (het før {before})", "{path} (was called {before} before)"),
        "git.mode": Text("Bare filens rettigheter er endret.", "Only the file's permissions changed."),
        "git.layout": Text("Bare oppsett eller kommentarer er endret.", "Only layout or comments changed."),
        "git.plain": Text("Kan ikke sammenlignes som modell. Linje for linje:", "Cannot be compared as a model. Line by line:"),
    }
)
"""Every word of histories by key."""

"""Words of `fmt`: files in the canonical layout."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Text

LAYOUT: Mapping[str, Text] = MappingProxyType(
    {
        "help.fmt": Text(
            "Sett filer opp i formatets orden, med kommentarene der de hører til. Mapper leses med alt under; uten sti er det prosjektet. "
            "En fil som ikke kan leses som YAML, får de samme meldingene som i «validate» og blir ikke rørt. Avslutter med 1 når en slik "
            "fil finnes, eller når --check finner en fil som ville blitt endret, og 2 når en fil ikke kan leses eller skrives.",
            "Put files in the order and layout of the format, with the comments where they belong. Folders are read with all below them; "
            "without a path it is the project. A file that cannot be read as YAML gets the same messages as in “validate” and is left "
            "alone. Exits with 1 when there is such a file, or when --check finds a file that would change, and 2 when a file cannot be "
            "read or written.",
        ),
        "help.option.check": Text(
            "Skriv ingenting; si hvilke filer som ville blitt endret.", "Write nothing; say which files would change."
        ),
        "help.option.diff": Text("Skriv ingenting; vis hva som ville blitt endret.", "Write nothing; show what would change."),
        "fmt.changed": Text("Formaterte {path}", "Formatted {path}"),
        "fmt.would": Text("Ville endret {path}", "Would change {path}"),
        "fmt.defect": Text(
            "{path} kunne ikke settes opp uten at den ville sagt noe annet, og er ikke rørt. Det er en feil i programmet; meld den gjerne",
            "{path} could not be formatted without saying something else, and is left alone. That is a defect of the program; please "
            "report it",
        ),
        "fmt.files.one": Text("{count} fil", "{count} file"),
        "fmt.files.more": Text("{count} filer", "{count} files"),
        "fmt.none": Text("ingen endret", "none changed"),
        "fmt.done": Text("{count} endret", "{count} changed"),
        "fmt.open": Text("{count} ville blitt endret", "{count} would change"),
        "fmt.broken": Text("{count} kan ikke leses", "{count} cannot be read"),
        "error.fmt.fixed": Text(
            "{path} kan ikke endres: det er ikke en fil i arbeidsmappen, men en revisjon eller noe som fulgte med "
            "programmet. Bruk --check eller --diff",
            "{path} cannot be changed: it is no file of yours, but a revision or something that came with the program. Use "
            "--check or --diff",
        ),
    }
)

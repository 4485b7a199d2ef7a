"""Words of editing: models that are changed, files that are saved, and names that are changed across a project."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Text

EDITING: Mapping[str, Text] = MappingProxyType(
    {
        "edit.unknown": Text("{model} har ikke noe som heter `{id}`{likely}", "{model} has nothing that is called `{id}`{likely}"),
        "edit.taken": Text("`{id}` finnes alt, i {section}; velg en annen id", "`{id}` is there already, in {section}; choose another id"),
        "edit.no_id": Text("det som legges til, må ha en `id`", "what is added must have an `id`"),
        "edit.no_entry": Text(
            "{value} er ikke noe som kan legges til: gi en verdi som Activity, eller feltene etter nøkkel",
            "{value} is nothing that can be added: give a value such as Activity, or the fields by their keys",
        ),
        "edit.another_kind": Text("{kind} hører ikke hjemme i {section}", "{kind} does not belong in {section}"),
        "edit.referred": Text(
            "`{id}` er nevnt andre steder: {places}. Endre dem først, eller ta dem bort samtidig med dropping=True",
            "`{id}` is referred to elsewhere: {places}. Change these first, or drop them too with dropping=True",
        ),
        "edit.sections": Text(
            "`{id}` står ikke i {section}, der `{into}` står; flytt det dit først",
            "`{id}` is not in {section}, where `{into}` is; move it there first",
        ),
        "edit.clash": Text(
            "De sier ikke det samme som `{into}`: {places}. Rett det først, eller behold det `{into}` sier, med keeping=True",
            "They do not say the same as `{into}`: {places}. Mend that first, or keep what `{into}` says with keeping=True",
        ),
        "help.rename": Text(
            "Gi noe en annen id i alle filene i prosjektet som nevner det: modeller, kodebok, kriterier, sammenligninger, påstander og "
            "utkast. GAMMEL er en id i kodeboken (samlokalisering; actors.skole der flere har den), en modell (ha), eller noe i en modell "
            "(ha.kurs). En fil som heter det samme som modellen, får det nye navnet. Alle filene skrives, eller ingen. "
            "Avslutter med 1 når noe ikke kan følge med, eller filene har feil.",
            "Give something another id in all files of the project that mention it: models, codebook, criteria, comparisons, claims and "
            "drafts. OLD is an id of the codebook (samlokalisering; actors.skole where several have it), a model (ha), or an entry of one "
            "(ha.kurs). A file that is called as the model is, gets the new name. All files are written, or none. "
            "Exits with 1 when something cannot follow, or the files have errors.",
        ),
        "help.merge-terms": Text(
            "Gjør flere begreper i kodeboken til ett, i alle filene i prosjektet. Det de andre sa i kodeboken, går ut, og blir nevnt. Alle "
            "filene skrives, eller ingen. Avslutter med 1 når begrepet ikke kan stå der de andre sto, eller filene har feil.",
            "Make several terms of the codebook one, in all files of the project. What the codebook said of the others goes, and is told. "
            "All files are written, or none. Exits with 1 when the term cannot stand where the others stood, or the files have errors.",
        ),
        "help.option.into": Text("Begrepet som de andre blir til.", "The term that the others are made."),
        "help.option.draft.rename": Text(
            "Et utkast som ligger utenfor prosjektet, og skal følge med.", "A draft that lies outside the project, and is to follow."
        ),
        "rename.changed": Text("Endret {path} (steder: {count})", "Changed {path} (places: {count})"),
        "rename.moved": Text(
            "Endret {path} (steder: {count}), som nå heter {new}", "Changed {path} (places: {count}), which is now called {new}"
        ),
        "rename.done": Text("Endret i alt: steder {places}, filer {files}", "Changed in all: places {places}, files {files}"),
        "rename.would": Text("Ville endret i alt: steder {places}, filer {files}", "Would change in all: places {places}, files {files}"),
        "rename.none": Text("Det er ingenting å endre: slik er det allerede.", "There is nothing to change: it is so already."),
        "rename.nothing": Text("Ingenting er endret.", "Nothing was changed."),
        "rename.gone": Text("Går ut av kodeboken: {names}", "Goes out of the codebook: {names}"),
        "rename.fixed": Text(
            "den medfølgende samlingen kan ikke endres; gå til ditt eget prosjekt, eller nevn det med --root (i Python root=)",
            "the collection that comes with the program cannot be changed; go to your own project, or name it with --root (Python: root=)",
        ),
        "rename.unknown": Text(
            "verken kodeboken, modellene eller en modell (skrevet som MODELL.ID) har `{id}`{likely}",
            "neither the codebook, the models nor a model (written as MODEL.ID) has `{id}`{likely}",
        ),
        "rename.unfollowed": Text(
            "`{id}` står i en fil med `kind: {kind}`, og slike id-er skifter ikke navn her: de brukes også i `at` og på kommandolinjer, "
            "der ingenting følger med. Endre dem for hånd, og se etter med validate",
            "`{id}` is in a file with `kind: {kind}`, and such ids are not renamed here: they are used in `at` and on command lines too, "
            "where nothing follows. Change them by hand, and look with validate",
        ),
        "rename.no_id": Text(
            "`{id}` kan ikke være en id: bruk bare bokstavene a-z, tall og bindestrek",
            "`{id}` cannot be an id: use only the letters a-z, digits and hyphens",
        ),
        "rename.file_taken": Text(
            "{path} heter det samme som modellen og skulle fått navnet {new}, men det er en fil der. Flytt den, eller velg en annen id",
            "{path} is called as the model is and was to be called {new}, but a file is there. Move that, or choose another id",
        ),
        "rename.settled": Text(
            "{path} skulle fått navnet {new}, men innstillingene i {settings} (`exclude` eller `per-file-ignores`) behandler de to navnene "
            "ulikt, og kan ikke følge med. La mønsteret der treffe begge navnene først",
            "{path} was to be called {new}, but the settings in {settings} (`exclude` or `per-file-ignores`) treat the two names "
            "differently, and cannot follow. Let the pattern there cover both names first",
        ),
        "rename.several": Text("`{id}` står flere steder; skriv {known}", "`{id}` stands for several things; write {known}"),
        "rename.unclear": Text(
            "Det er uklart om disse mener `{id}` i denne modellen eller i en annen, og de kan ikke følge med: {places}",
            "It is unclear whether these mean `{id}` of this model or of another, and they cannot follow: {places}",
        ),
        "save.fixed": Text(
            "{path} fulgte med programmet og kan ikke endres; lagre modellen i en fil i ditt eget prosjekt",
            "{path} came with the program and cannot be changed; save the model in a file of your own project",
        ),
        "save.broken": Text(
            "{path} holder ikke en modell som kan leses, og er ikke rørt: {why}",
            "{path} holds no model that can be read, and is left alone: {why}",
        ),
        "save.another": Text(
            "{path} holder modellen `{id}`, ikke `{other}`, og er ikke rørt. Lagre i en annen fil",
            "{path} holds the model `{id}`, not `{other}`, and is left alone. Save it in another file",
        ),
    }
)

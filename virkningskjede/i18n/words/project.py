"""Words of the project of the user: where it is, what a name stands for, and what settings can be."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.i18n.text import Text

PROJECT: Mapping[str, Text] = MappingProxyType(
    {
        "help.option.root": Text(
            "Prosjektets rot: mappen med vocabulary.yaml. corpus: er den medfølgende samlingen.",
            "The project's root: the folder with vocabulary.yaml. corpus: is the collection that comes with the program.",
        ),
        "root.used": Text("Bruker prosjektet i {root}", "Using the project in {root}"),
        "none.here": Text("ingen", "none"),
        "error.root.none": Text(
            "{root} er ikke roten i et prosjekt: det er ingen vocabulary.yaml der. «virkningskjede init» lager et prosjekt",
            "{root} is not the root of a project: there is no vocabulary.yaml in it. “virkningskjede init” makes a project",
        ),
        "error.root.two": Text(
            "{root} har to kodebøker, {a} og {b}; behold én av dem", "{root} has two codebooks, {a} and {b}; keep one of them"
        ),
        "error.root.gone": Text(
            "Prosjektets mappe {root} er ikke der lenger: les modellene på nytt",
            "The project's folder {root} is gone: load the models anew",
        ),
        "error.closed": Text(
            "{path} er en mappe du ikke har lov til å lese, og noe av det du spør om, kan ligge der",
            "{path} is a folder that you may not read, and what you ask about may lie in it",
        ),
        "error.two_files": Text(
            "{name} står i to filer, {a} og {b}; behold én av dem",
            "{name} stands in two files, {a} and {b}; keep one of them",
        ),
        "error.reserved": Text(
            "{name} er navnet på en felles fil; gi modellen en annen id",
            "{name} is the name of a shared file; choose another id",
        ),
        "error.no_cwd": Text(
            "Mappen du står i, finnes ikke lenger, eller kan ikke leses. Gå til en annen mappe",
            "The folder you stand in is gone, or may not be read. Go to another folder",
        ),
        "error.root.missing": Text("det er ingen mappe {root} som kan være rot", "there is no folder {root} that can be the root"),
        "error.root.setting": Text(
            "{file} sier at roten er {root}, men der er det ingen vocabulary.yaml; rett `root`",
            "{file} says that the root is {root}, but there is no vocabulary.yaml in it; mend `root`",
        ),
        "error.root.several": Text(
            "Det er flere prosjekter under {path}: {roots}. Nevn ett av dem, eller velg med --root",
            "There are several projects below {path}: {roots}. Name one of them, or choose with --root",
        ),
        "error.root.folders": Text(
            "Det er mer enn {count} mapper under {path}, for mye til å lete etter et prosjekt i. Nevn mappen, eller velg med --root",
            "There are more than {count} folders below {path}, too much to look for a project in. Name its folder, or choose with --root",
        ),
        "error.two_projects": Text(
            "Det som er nevnt, hører til to prosjekter: {a} og {b}. Spør om ett om gangen, eller velg med --root",
            "What is named belongs to two projects: {a} and {b}. Ask about one at a time, or choose with --root",
        ),
        "error.no_project": Text(
            "Det er ikke noe prosjekt her: ingen mappe med vocabulary.yaml. Nevn mappen med --root "
            "(i Python root=), eller lag et prosjekt med «virkningskjede init»",
            "There is no project here: no folder with vocabulary.yaml. Name the folder with --root "
            "(in Python root=), or make a project with “virkningskjede init”",
        ),
        "error.only_corpus": Text(
            "Det er ingen modell {name} i {root}, men det er en i den medfølgende samlingen: skriv corpus:{name}",
            "There is no model {name} in {root}, but there is one in the collection that comes with the program: write corpus:{name}",
        ),
        "error.only_installed": Text(
            "{name} finnes ikke i prosjektet, bare i den medfølgende samlingen: skriv corpus:{name}",
            "{name} is not in the project, only in the collection that comes with the program: write corpus:{name}",
        ),
        "error.foreign": Text(
            "corpus:{name} passer ikke til kodeboken her: {count} av navnene i den finnes ikke ({names})",
            "corpus:{name} does not fit the codebook here: {count} of the names in it do not exist ({names})",
        ),
        "error.same_name": Text(
            "{name} er id-en til flere filer: {files}. Nevn filen", "{name} is the id of several files: {files}. Name the file"
        ),
        "error.several_models": Text(
            "«{name}» kan være flere modeller: {files}. Nevn id-en eller filen",
            "“{name}” can be several models: {files}. Name the id or the file",
        ),
        "error.several": Text("«{name}» kan være flere: {known}. Skriv id-en", "“{name}” can be several: {known}. Write the id"),
        "error.same_id_twice": Text(
            "Både {a} og {b} har modellen {id}. Skriv for eksempel første={a} andre={b} for å ha begge med, som {id}@første og {id}@andre",
            "Both {a} and {b} have the model {id}. Write, say, first={a} second={b} to keep both, as {id}@first and {id}@second",
        ),
        "error.no_id": Text("det er ingen modell {id} her{likely}", "there is no model {id} here{likely}"),
        "error.path_or_text": Text("gi enten en fil eller en tekst", "give either a path or a text"),
        "error.no_models_given": Text(
            "{value} er ikke en modell eller en portefølje: les den først med load_model eller load_portfolio",
            "{value} is no model or portfolio: read it first with load_model or load_portfolio",
        ),
        "error.diff_models": Text(
            "diff tar to modeller, eller to samlinger av modeller; {value} er noe annet",
            "diff takes two models, or two collections of models; {value} is something else",
        ),
        "settings.deep": Text("filen er nøstet for dypt", "the file is nested too deeply"),
        "settings.form": Text("[{name}] er ikke en tabell", "[{name}] is not a table"),
        "check.no_sets": Text(
            "Prosjektet har ingen kriteriesett: legg dem i mappen criteria, eller nevn et med --criteria.",
            "The project has no criteria sets: put them in the folder criteria, or name one with --criteria.",
        ),
        "terms.lost": Text(
            "Begreper som den nyere kodeboken ikke har lenger: {names}", "Terms that the newer codebook no longer has: {names}"
        ),
    }
)

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

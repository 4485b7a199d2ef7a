"""What is said of criteria sets and their conditions: family VK1, from VK121."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from virkningskjede.catalogue.text import Message, say

SETS: Mapping[str, Message] = MappingProxyType(
    {
        "VK121": say(
            "error",
            "Her skal det stå nøyaktig én av nøklene, men det står: {found}",
            "Exactly one of the keys must stand here, but found: {found}",
            "Velg én av disse: {known}. Flere vilkår settes sammen med `all` eller `any`.",
            "Choose one of these: {known}. Several conditions are put together with `all` or `any`.",
        ),
        "VK122": say(
            "error",
            "`n` er {n}, men det er {count} vilkår under `of`",
            "`n` is {n}, but there are {count} conditions under `of`",
            "La `n` være minst 1 og høyst så mange som vilkårene.",
            "Let `n` be at least 1 and at most the number of conditions.",
        ),
        "VK123": say(
            "error",
            "Enheten `{unit}` passer ikke for `{dimension}`",
            "The unit `{unit}` does not fit `{dimension}`",
            "Bruk en av disse: {known}. En hyppighet (`frequency`) skal også ha `per`; de andre skal ikke.",
            "Use one of these: {known}. A `frequency` also needs `per`; the others must not have it.",
        ),
        "VK124": say(
            "error",
            "Vilkåret spør ikke om noe",
            "The condition asks nothing",
            "Skriv minst én nøkkel, for eksempel `term`.",
            "Write at least one key, such as `term`.",
        ),
        "VK125": say(
            "error",
            "{what} `{id}` finnes ikke{likely}",
            "There is no {what} `{id}`{likely}",
            "Rett skrivemåten, eller legg det til i vocabulary.yaml (kolonner: i en fil under comparisons/).",
            "Mend the spelling, or add it to vocabulary.yaml (columns: to a file under comparisons/).",
        ),
        "VK126": say(
            "error",
            "Eksempelet skulle gi «{expected}», men gir «{found}»",
            "The example should give “{expected}” but gives “{found}”",
            "Rett vilkåret eller eksempelet. Ingen modell blir prøvd mot et sett som ikke består sine egne eksempler.",
            "Mend the condition or the example. No model is held against a set that fails its own examples.",
        ),
        "VK127": say(
            "error",
            "Settet heter `{id}`, men filen heter {file}",
            "The set is called `{id}`, but the file is called {file}",
            "Gi filen samme navn som settet, med endelsen .yaml.",
            "Give the file the name of the set, with the ending .yaml.",
        ),
        "VK128": say(
            "error",
            "Referansen `{id}` finnes ikke{likely}",
            "There is no reference `{id}`{likely}",
            "Rett skrivemåten, eller legg verket til i references.yaml.",
            "Mend the spelling, or add the work to references.yaml.",
        ),
    }
)

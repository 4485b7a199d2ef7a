"""What is said of the arguments of functions in Python."""

from __future__ import annotations

from collections.abc import Mapping

from virkningskjede.i18n.text import Text

ARGUMENTS: Mapping[str, Text] = {
    "argument.kind": Text(
        "`{argument}` i {function} skal være {wanted}, og det er ikke {value}",
        "`{argument}` of {function} is to be {wanted}, and {value} is not",
    ),
    "argument.gone": Text(
        "{name} finnes ikke, for det ville gitt noe som ingen har prøvd, eller som ingen leser; bruk {instead}",
        "{name} is not there, for it would give what nobody has validated, or what nothing reads; use {instead}",
    ),
    "argument.unnamed": Text(
        "verdiene til {kind} gis ved navn, som {kind}({name}=...); en fil leses med load_model",
        "the values of {kind} are given by name, as {kind}({name}=...); a file is read with load_model",
    ),
    "argument.frozen": Text(
        "{kind} kan ikke endres ({name}); bruk {instead}, som gir en ny",
        "{kind} cannot be changed ({name}); use {instead}, which gives a new one",
    ),
    "argument.empty": Text("`{argument}` i {function} er tom", "`{argument}` of {function} is empty"),
    "argument.least": Text(
        "`{argument}` i {function} skal være minst {least}, ikke {value}",
        "`{argument}` of {function} is to be at least {least}, not {value}",
    ),
    "argument.within": Text(
        "`{argument}` i {function} skal være fra {least} til {most}, ikke {value}",
        "`{argument}` of {function} is to be from {least} to {most}, not {value}",
    ),
    "argument.or": Text("{first} eller {second}", "{first} or {second}"),
    "argument.list": Text("flere i en liste (hver av dem {of})", "several in a list (each of them {of})"),
    "argument.pair": Text("to i en tuppel (hver av dem {of})", "two in a tuple (each of them {of})"),
    "argument.models": Text(
        "en modell, en portefølje eller flere modeller (filer leses først med load_model eller load_portfolio)",
        "a model, a portfolio or several models (files are read first with load_model or load_portfolio)",
    ),
    "argument.model": Text("en modell (fra load_model)", "a model (from load_model)"),
    "argument.portfolio": Text("en portefølje (fra load_portfolio)", "a portfolio (from load_portfolio)"),
    "argument.path": Text("en sti", "a path"),
    "argument.text": Text("en tekst", "a text"),
    "argument.int": Text("et heltall", "a whole number"),
    "argument.float": Text("et tall", "a number"),
    "argument.bool": Text("True eller False", "True or False"),
    "argument.date": Text("en dato", "a date"),
}

"""From plain values to typed ones: what does not fit the format becomes diagnostics with paths."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from virkningskjede.catalogue import DEFAULT_LANG, LANGS, Lang, Word
from virkningskjede.diagnostics import Diagnostic, Path, diagnostic
from virkningskjede.model.parts import REF_PATTERN
from virkningskjede.source import MAX_DIAGNOSTICS, shape
from virkningskjede.values.locators import AT_PATTERN
from virkningskjede.values.text import ID_PATTERN

F = TypeVar("F", bound=BaseModel)

_PATTERNS = {ID_PATTERN: "VK107", AT_PATTERN: "VK108", REF_PATTERN: "VK114"}
_EXPECTED = {
    "string": "form.text",
    "dict": "form.mapping",
    "mapping": "form.mapping",
    "model": "form.mapping",
    "tuple": "form.list",
    "list": "form.list",
}


MOST_CANDIDATES = 500
"""Among more names than this no likely one is looked for: it would take longer than all the rest."""


def build(kind: type[F], values: Mapping[str, Any], lang: Lang = DEFAULT_LANG) -> tuple[F | None, list[Diagnostic]]:
    """Make a typed value of what a file holds.

    Args:
        kind: the type.
        values: what the file holds.
        lang: the language of plain labels, where the file does not say its own.

    Returns:
        The value, or None when there are diagnostics; and the diagnostics.
    """
    own = values.get("lang")
    try:
        return kind.model_validate(values, by_alias=True, by_name=False, context={"lang": own if own in LANGS else lang}), []
    except ValidationError as error:
        # pydantic builds all of its errors; only as many as are shown are worth turning into sentences.
        details = [each for each in error.errors(include_url=False) if each["loc"][-1:] != ("@id",)]  # said of the key already
        found = [_diagnostic(detail, kind, values) for detail in details[: MAX_DIAGNOSTICS + 1]]
        return None, found + found[-1:] * (len(details) - len(found))


def likely(word: str, known: Iterable[str]) -> Word | str:
    """The phrase "did you mean ...?" with the known word most like this one; empty when none is like it, or too many to look through."""
    candidates = list(known)
    close = difflib.get_close_matches(word[:80], candidates, 1) if len(candidates) <= MOST_CANDIDATES else []
    return Word("likely", (("guess", close[0]),)) if close else ""


def _diagnostic(detail: ErrorDetails, kind: type[BaseModel], values: Mapping[str, Any]) -> Diagnostic:
    problem, where, given = detail["type"], detail["loc"], detail["input"]
    context: Mapping[str, Any] = detail.get("ctx", {})
    on_key = where[-1:] == ("[key]",)
    path = _path(where[:-1] if on_key else where, values)
    if problem.startswith("VK"):
        return diagnostic(problem, path, on="value", **context)
    if problem == "extra_forbidden":
        known = _keys_at(kind, where[:-1])
        key = str(where[-1])
        return diagnostic("VK101", path, on="key", key=key, likely=likely(key, known), known=", ".join(known))
    if problem == "missing":
        return diagnostic("VK102", path[:-1], on="key", key=where[-1])
    if given is None:
        return diagnostic("VK112", path, on="key", key=path[-1] if path else "")
    if problem == "literal_error":
        choices = _choices(str(context["expected"]))
        return diagnostic("VK106", path, value=given, likely=likely(str(given), choices), known=", ".join(choices))
    if problem == "string_pattern_mismatch":
        return diagnostic(_PATTERNS.get(context["pattern"], "VK109"), path, on="key" if on_key else "value", value=given)
    expected = _EXPECTED.get(problem.partition("_")[0], "form.text")
    return diagnostic("VK103", path, expected=Word(expected), found=shape(given))


def _choices(expected: str) -> list[str]:
    return [choice.strip(" '") for choice in expected.replace(" or ", ", ").split(",")]


def _path(where: tuple[str | int, ...], values: Any) -> Path:
    """The error's place as a path of the file: arrows are named by their target, and short forms have no inner keys."""
    path: list[str | int] = []
    for step in where:
        name = step
        if isinstance(values, dict):
            values = values.get(step)
        elif isinstance(values, list) and isinstance(step, int) and step < len(values):
            values = values[step]
            if path and path[-1] == "leads_to":
                target = values.get("to") if isinstance(values, dict) else values
                name = target if isinstance(target, str) else step
        path.append(name)
    return tuple(path)


def _keys_at(kind: type[BaseModel], where: tuple[str | int, ...]) -> list[str]:
    here: Any = kind
    for step in where:
        here = _inside(here, step)
    model = _model_in(here)
    return [] if model is None else [key for name, field in model.model_fields.items() if not (key := field.alias or name).startswith("@")]


def _inside(annotation: Any, step: str | int) -> Any:
    model = _model_in(annotation)
    if model is not None:
        for name, field in model.model_fields.items():
            if step == (field.alias or name):
                return field.annotation
        return None
    for inner in _alternatives(annotation):
        arguments = get_args(inner)
        if get_origin(inner) is tuple:
            return arguments[0]
        if len(arguments) == 2:
            return arguments[1]
    return None


def _model_in(annotation: Any) -> type[BaseModel] | None:
    for inner in _alternatives(annotation):
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            return inner
    return None


def _alternatives(annotation: Any) -> list[Any]:
    if get_origin(annotation) is Annotated:
        return _alternatives(get_args(annotation)[0])
    if isinstance(annotation, type) or get_origin(annotation) in (tuple, Mapping) or not get_args(annotation):
        return [annotation]
    if get_origin(annotation).__module__.startswith("collections"):
        return [annotation]
    return [inner for argument in get_args(annotation) for inner in _alternatives(argument)]

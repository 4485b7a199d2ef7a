"""JSON Schema (draft-07) of each kind of file, made from the field table: what an editor needs to complete, explain and check a file.

A schema accepts everything that the format accepts, in every short form, however YAML reads a scalar: the reader of this package takes
each as text, an editor takes ``2`` for a number and ``true`` for a truth. It cannot know what hangs together across keys or files; that is
for `virkningskjede.validation`, which does not use schemas.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, StringConstraints
from pydantic.fields import FieldInfo

from virkningskjede.analysis.claims.claims_file import Claim, ClaimsFile
from virkningskjede.analysis.claims.formal_reading import HowMany, NamedReading, Quantity, These, Values
from virkningskjede.analysis.criteria.assessments import Assessments
from virkningskjede.analysis.criteria.criteria_set import CriteriaSet, Criterion
from virkningskjede.i18n import WORDS, Lang, word
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Comparison, References, Segments, Vocabulary
from virkningskjede.model.entries import Entry, Result
from virkningskjede.model.logic_model import EntryId
from virkningskjede.model.parts import PARTS, REF_PATTERN, Cause, Patch
from virkningskjede.model.values import (
    CURRENCIES,
    FORMAT_VERSION,
    OWN_UNITS,
    Amount,
    Bounds,
    Date,
    Deadline,
    File,
    LocalText,
    LocatorText,
    Mark,
    ModelKind,
    Offers,
    Prose,
    Short,
    fields_of,
    one_or_many,
)
from virkningskjede.model.values.amounts import MOMENT_PATTERN
from virkningskjede.model.values.dates import DATE_PATTERN
from virkningskjede.model.values.numbers import DECIMAL_PATTERN, INTEGER_PATTERN
from virkningskjede.model.values.text import ID_PATTERN, LABEL_PATTERN, PROSE_PATTERN
from virkningskjede.query.questions import OneOf

DRAFT = "http://json-schema.org/draft-07/schema#"
"""What editors know; it is the name of the draft, and nothing is fetched there."""

Json = dict[str, Any]
"""A schema, or a part of one."""

KINDS: Mapping[str, type[File]] = {
    "model": LogicModel,
    "vocabulary": Vocabulary,
    "references": References,
    "segments": Segments,
    "comparison": Comparison,
    "criteria": CriteriaSet,
    "assessments": Assessments,
    "claims": ClaimsFile,
}
"""What each kind of file holds. Pilots, templates and programmes are models, and have one schema."""

OF: Mapping[str, str] = {**dict.fromkeys(get_args(ModelKind), "model"), **{kind: kind for kind in KINDS if kind != "model"}}
"""The schema of each kind, as ``kind:`` names it in a file."""

_SECTION = r"[^\s:#,._-][^\s:#,]*:"
_RANGE = "[0-9]{1,4}(?:-[0-9]{1,4})?"
_ITEM = rf"(?:[a-z0-9-]+#)?(?:{_SECTION})?{_RANGE}"
_PLACE = rf"^(?:[a-z0-9-]+#)?{_SECTION}{_RANGE}(?: ?, ?{_ITEM})*$"
"""Places, in a pattern that both Python and JavaScript read; what a letter is, only the format's own pattern says exactly."""

_TEXT = ["string", "number", "boolean"]
"""What a text is to one who reads YAML by its core schema: ``wave: 2`` and ``label: true`` are texts to us."""

_GIVEN: Json = {"type": ["string", "number", "boolean", "array", "object"]}
"""Anything but nothing: a key without a value counts as one that is not there."""

_SCALARS: Mapping[str, Json] = {
    "id": {"type": _TEXT, "pattern": ID_PATTERN},
    "entry_id": {"type": _TEXT, "pattern": ID_PATTERN, "not": {"enum": list(PARTS)}},
    "label": {"type": _TEXT, "pattern": LABEL_PATTERN},
    "prose": {"type": _TEXT, "pattern": PROSE_PATTERN},
    "place": {"type": "string", "pattern": _PLACE},
    "ref": {"type": _TEXT, "pattern": REF_PATTERN},
    "moment": {"type": _TEXT, "pattern": MOMENT_PATTERN},
    "code": {"type": "string", "pattern": "^VK[0-9]{3}$"},
    "date": {"type": ["string", "integer"], "pattern": DATE_PATTERN},
    "number": {"type": ["number", "string"], "pattern": f"^{DECIMAL_PATTERN}$"},
    "integer": {"type": ["integer", "string"], "pattern": f"^{INTEGER_PATTERN}$"},
    "flag": {"enum": [True, False, "true", "false"]},
    "unit": {"anyOf": [{"enum": [*OWN_UNITS, *sorted(CURRENCIES - set(OWN_UNITS))]}, {"type": _TEXT, "pattern": ID_PATTERN}]},
}
"""What one value can be, by name. What is wrong with one that does not match, the catalogue says."""

_BY_PATTERN = {scalar["pattern"]: name for name, scalar in _SCALARS.items() if "pattern" in scalar and name != "entry_id"}
_BY_TYPE: Mapping[object, str] = {Decimal: "number", int: "integer", bool: "flag", Date: "date", LocatorText: "place"}

_NESTED: Mapping[type[Bounds], tuple[str, ...]] = {
    Amount: ("planned", "reached"),
    Deadline: ("date",),
    Result: ("distribution",),
    HowMany: ("share",),
}
"""What may stand in bounds where no number does."""


@dataclass(frozen=True, slots=True)
class _Where:
    """What the form of a field hangs on, beside its type.

    Attributes:
        hosts: what a reading under ``or`` is a reading of.
        sketch: whether it is in a piece of a model, in which what must be there may be left out.
    """

    hosts: tuple[type[BaseModel], ...] = ()
    sketch: bool = False


def schema(kind: str, lang: Lang = "nb") -> Json:
    """The JSON Schema of a kind of file.

    Args:
        kind: one of `KINDS`.
        lang: the language of its titles and descriptions.

    Returns:
        The schema as JSON holds it.

    >>> made = schema("vocabulary", "en")
    >>> made["title"], made["properties"]["places"]["description"]
    ('Codebook', 'Places where activities are done.')
    """
    made = _Making(lang)
    top = made.properties_of(KINDS[kind], _Where())
    top["title"] = word(f"schema.title.{kind}", lang)
    return {"$schema": DRAFT, **top, "definitions": dict(sorted(_shared(made.definitions).items()))}


def text(kind: str, lang: Lang = "nb") -> str:
    """The schema as the text of a file; see `schema`."""
    return json.dumps(schema(kind, lang), ensure_ascii=False, indent=1) + "\n"


@dataclass(slots=True)
class _Making:
    """One schema in the making. Used once."""

    lang: Lang
    definitions: dict[str, Json] = field(default_factory=dict)

    def properties_of(self, kind: type[BaseModel], where: _Where) -> Json:
        """What a value of a type is as keys with values."""
        kind.model_rebuild()  # what names a type that stood further down does not know it before that
        hosts = (getattr(kind, "_patched", ()) or (kind,)) if kind is not Patch else where.hosts
        inner = _Where(hosts, where.sketch)
        fields = {info.alias or name: info for name, info in self._fields(kind, hosts).items()}
        fields = {key: info for key, info in fields.items() if not key.startswith("@")}
        properties = {key: self._property(kind, key, info, inner) for key, info in fields.items()}
        required = [key for key, info in fields.items() if info.is_required() and not (where.sketch and issubclass(kind, Entry | File))]
        if issubclass(kind, File) and not where.sketch:
            required = ["virkningskjede", "kind", *(key for key in required if key != "kind")]
        made: Json = {"type": "object", "properties": properties, "additionalProperties": False}
        if required:
            made["required"] = required
        return made | _together(kind)

    def _fields(self, kind: type[BaseModel], hosts: Iterable[type[BaseModel]]) -> Mapping[str, FieldInfo]:
        """The fields of a type; of a reading, those of what it is a reading of."""
        if kind is not Patch:
            return kind.model_fields
        known = {"absent", "note"} | {name for host in hosts for name in host.model_fields}
        return {name: info for name, info in Patch.model_fields.items() if name in known}

    def _property(self, kind: type[BaseModel], key: str, info: FieldInfo, where: _Where) -> Json:
        if key == "virkningskjede":
            form: Json = {"enum": [FORMAT_VERSION, str(FORMAT_VERSION)]}
        else:
            form = self._one_of(self._forms(info.annotation, info.metadata, where))
        title = next((word(name, self.lang) for name in _titles(key) if name in WORDS and "{" not in word(name, self.lang)), None)
        words = {"title": title[:1].upper() + title[1:]} if title else {}
        words["description"] = description(kind, key, self.lang, where.hosts)
        # What stands beside a reference is not read in this draft.
        return {**words, **({"allOf": [form]} if "$ref" in form else form)}

    def _one_of(self, forms: list[Json]) -> Json:
        different = [form for place, form in enumerate(forms) if form not in forms[:place]]
        return different[0] if len(different) == 1 else {"anyOf": different}

    def _forms(self, annotation: Any, marks: Iterable[Any], where: _Where) -> list[Json]:
        """What a value can be written as: the whole, then each of its short forms."""
        marks = tuple(inner for mark in marks for inner in (mark.metadata if isinstance(mark, FieldInfo) else (mark,)))
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._forms(arguments[0], (*arguments[1:], *marks), where)
        if Mark.SKETCH in marks:
            where = _Where(where.hosts, sketch=True)
        of = partial(self._forms, marks=(), where=where)
        forms: list[Json] = []
        if origin in (Union, UnionType):
            # What constrains a text constrains it where it is optional, too; how it can be written short is asked once, below.
            constraints = tuple(mark for mark in marks if not isinstance(mark, Short | BeforeValidator))
            forms += [form for argument in arguments for form in self._forms(argument, constraints, where)]
        elif origin is tuple:
            forms.append({"type": "array", "items": self._one_of(of(arguments[0])), **_at_least("minItems", marks)})
        elif isinstance(origin, type) and issubclass(origin, Mapping):
            names = self._one_of(of(arguments[0]))
            forms.append(
                {"type": "object", "propertyNames": names, "additionalProperties": self._one_of(of(arguments[1]))}
                | _at_least("minProperties", marks)
            )
        else:
            forms.append(self._plain(annotation, marks, where))
        return forms + self._short(annotation, marks, where)

    def _short(self, annotation: Any, marks: Iterable[Any], where: _Where) -> list[Json]:
        of = partial(self._forms, marks=(), where=where)
        forms: list[Json] = []
        for mark in marks:
            if isinstance(mark, BeforeValidator) and mark.func is one_or_many:
                forms += of(get_args(annotation)[0])
            for short in mark.forms if isinstance(mark, Short) else ():
                if isinstance(short, str):
                    info = _model_in(annotation).model_fields[short]
                    forms += [form for form in self._forms(info.annotation, info.metadata, where) if form != {"type": "null"}]
                else:
                    forms += of(NoneType if short is None else short)
        return forms

    def _plain(self, annotation: Any, marks: tuple[Any, ...], where: _Where) -> Json:
        if annotation is NoneType:
            return {"type": "null"}
        if get_origin(annotation) is Literal:
            return {"enum": list(get_args(annotation))}
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self._reference(annotation, where)
        if annotation is str:
            pattern = next((mark.pattern for mark in marks if isinstance(mark, StringConstraints)), None)
            # Keys of a mapping can be numbers in Python; in a file they are texts.
            name = _BY_PATTERN[str(pattern)] if pattern is not None else "unit" if Offers(OWN_UNITS) in marks else "prose"
            name = "entry_id" if set(marks) >= set(get_args(EntryId)[1:]) else name
        else:
            name = _BY_TYPE[annotation]
        if name not in self.definitions:
            about = f"schema.wrong.{name}"
            self.definitions[name] = _SCALARS[name] | ({"patternErrorMessage": word(about, self.lang)} if about in WORDS else {})
        return {"$ref": f"#/definitions/{name}"}

    def _reference(self, kind: type[BaseModel], where: _Where) -> Json:
        name = kind.__name__
        if kind is Patch:
            name = f"{where.hosts[0].__name__}Reading" if len(where.hosts) == 1 else "Reading"
        if where.sketch and issubclass(kind, Entry | File):
            name = f"{name}Sketch"
        if name not in self.definitions:
            self.definitions[name] = {}  # so that what holds itself is not made again
            whole = self.properties_of(kind, where)
            # That a text can stand for itself is a rule of this type, wherever it is used.
            self.definitions[name] = {"anyOf": [*self._forms(Prose, (), where), whole]} if kind is LocalText else whole
        return {"$ref": f"#/definitions/{name}"}


def every_type() -> tuple[type[BaseModel], ...]:
    """Every type that files are made of, those of whole files first."""
    types: list[type[BaseModel]] = list(KINDS.values())
    for kind in types:  # which grows on the way
        types += [inner for inner in dict.fromkeys(field.kind for field in fields_of(kind)) if inner is not None and inner not in types]
    return tuple(types)


def description(kind: type[BaseModel], key: str, lang: Lang, hosts: Iterable[type[BaseModel]] = ()) -> str:
    """What a key of a type is. A reading's fields are those of what it is a reading of.

    >>> from virkningskjede.model import Activity
    >>> description(Activity, "addresses", "en")
    'Problems or barriers that it is meant to lower.'
    """
    return word(described_by(kind, key, hosts), lang)


def described_by(kind: type[BaseModel], key: str, hosts: Iterable[type[BaseModel]] = ()) -> str:
    """The key of the catalogue that describes a key of a type."""
    types = [kind, *(hosts if kind is Patch else ())]
    names = [f"schema.{base.__name__}.{key}" for of_type in types for base in of_type.__mro__]
    return next((name for name in names if name in WORDS), f"schema.{key}")


def _titles(key: str) -> tuple[str, ...]:
    return f"stage.{key}", f"section.{key}", f"change.field.{key}"


def _model_in(annotation: Any) -> type[BaseModel]:
    kinds = (annotation, *get_args(annotation))
    return next(kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel))


def _at_least(name: str, marks: Iterable[Any]) -> Json:
    least = [mark.min_length for mark in marks if getattr(mark, "min_length", None) is not None]
    return {name: least[0]} if least else {}


def _shared(definitions: Mapping[str, Json]) -> dict[str, Json]:
    """The definitions, with what several types have alike as definitions of their own: half of a model's schema would stand there twice."""
    times = Counter((key, repr(form)) for made in definitions.values() for key, form in made.get("properties", {}).items())
    names: dict[tuple[str, str], str] = {}
    shared: dict[str, Json] = {}
    for name, made in definitions.items():
        properties = dict(made.get("properties", {}))
        for key, form in properties.items():
            if times[key, repr(form)] > 1:
                own = names.setdefault((key, repr(form)), f"{name}.{key}")
                shared[own] = form
                properties[key] = {"$ref": f"#/definitions/{own}"}
        shared[name] = made | ({"properties": properties} if properties else {})
    return shared


def _with(*keys: str) -> Json:
    """That keys are there, and have values."""
    return {"required": list(keys), "properties": dict.fromkeys(keys, _GIVEN)}


def _one_of(*keys: str) -> Json:
    """That exactly one of several keys is there."""
    return {"oneOf": [_with(key) for key in keys]}


def _together(kind: type[BaseModel]) -> Json:
    """What the keys of a type say of each other, as far as a schema can say it."""
    if issubclass(kind, NamedReading):
        beside = {"label", "literal", "silence", "partly"}
        return _one_of(*(info.alias or name for name, info in kind.model_fields.items() if name not in beside))
    if issubclass(kind, OneOf):
        return _one_of(*(info.alias or name for name, info in kind.model_fields.items()))
    if issubclass(kind, Bounds):
        return _one_form(kind)
    return _TOGETHER.get(kind, {})


def _one_form(kind: type[Bounds]) -> Json:
    """That bounds have one form."""
    ends = [["min", "above"], ["max", "below"]]
    bounds = {name for names in ends for name in names}
    forms = [_with(name) for name in Bounds.model_fields if name not in {*bounds, "unit"}]
    forms.append({"anyOf": [_with(name) for name in sorted(bounds)]})
    if nested := [name for base, names in _NESTED.items() if issubclass(kind, base) for name in names]:
        forms.append({"not": {"anyOf": list(forms)}, "anyOf": [_with(name) for name in nested]})
    return {"oneOf": forms, "not": {"anyOf": [_with(*names) for names in ends]}}


_TOGETHER: Mapping[type[BaseModel], Json] = {
    LocalText: {"anyOf": [_with("nb"), _with("en")]},
    Cause: {"allOf": [_with("together")]},
    Criterion: {
        "anyOf": [_with("met"), _with("needs_people")],
        "not": {"allOf": [_with("needs_people"), {"anyOf": [_with("met"), _with("partly"), _with("not_met")]}]},
    },
    Claim: _one_of("reading", "readings"),
    These: {"anyOf": [_with("are"), _with("include"), _with("exclude")]},
    Values: _one_of("are", "include"),
    Quantity: _one_of("target", "whole", "node", "result") | {"dependencies": {"node": ["dose"], "dose": ["node"]}},
}

"""From plain values to typed ones: what does not fit the format becomes diagnostics with paths, and the rest is built all the same."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from typing import Annotated, Any, Generic, Literal, NamedTuple, TypeVar, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from virkningskjede.diagnostics import Diagnostic, InvalidModel, Path, diagnostic, repeats
from virkningskjede.i18n import DEFAULT_LANG, LANGS, WORDS, Lang, Word
from virkningskjede.i18n.likely import closest, likely
from virkningskjede.i18n.spelling import folded
from virkningskjede.model import Result
from virkningskjede.model.fields import field_named
from virkningskjede.model.parts import REF_PATTERN
from virkningskjede.model.values import DIMENSIONS, FORMAT_VERSION, PER, RATES, UNITS, Bounds, FrozenMap, Number
from virkningskjede.model.values.amounts import MOMENT_PATTERN
from virkningskjede.model.values.locators import AT_PATTERN
from virkningskjede.model.values.text import ID_PATTERN
from virkningskjede.project.lost import ANY, NOTHING, WHOLE, Lost, names_in
from virkningskjede.yamlfile import MAX_DIAGNOSTICS, YamlFile, shape

F = TypeVar("F", bound=BaseModel)

_PATTERNS = {ID_PATTERN: "VK107", MOMENT_PATTERN: "VK107", AT_PATTERN: "VK108", REF_PATTERN: "VK114"}
_EXPECTED = {
    "string": "form.text",
    "dict": "form.mapping",
    "mapping": "form.mapping",
    "model": "form.mapping",
    "tuple": "form.list",
    "list": "form.list",
}
_OF_ONE = {"VK104": "form.number", "VK105": "form.date", "VK110": "form.number", "literal_error": "form.word"}
"""What is refused only where one thing is wanted, and which: a number (of which kind, the refusal itself says), a day, or a word."""

MOST_MEANT = 1000
"""Of so many different unknown keys in one file it is looked for which key each may be a misspelling of."""

MOST_ROUNDS = 16
"""How often what is left is tried again. Each round leaves out what the last refused; a rule over several fields is asked only when
each of them is right, and its refusal can reach one level further up."""

ENTRY_DEPTH = 2
"""How many keys lead to an entry: that of its section, and its id."""


@dataclass(frozen=True, slots=True)
class Built(Generic[F]):
    """What a file holds, as far as it fits the format.

    Attributes:
        value: the typed value; where there are diagnostics, of what is left when the refused parts are out. None when nothing is.
        diagnostics: what is wrong with the form, with paths but no places, in the order of the file.
        lost: the parts that were refused.
    """

    value: F | None
    diagnostics: tuple[Diagnostic, ...] = ()
    lost: Lost = NOTHING


def build(kind: type[F], values: Mapping[str, Any], lang: Lang = DEFAULT_LANG) -> tuple[F | None, list[Diagnostic]]:
    """Make a typed value of what a file holds.

    Args:
        kind: the type.
        values: what the file holds.
        lang: the language of plain labels, where the file does not say its own.

    Returns:
        The value, or None when there are diagnostics; and the diagnostics.
    """
    built = build_partly(kind, values, lang)
    return (None if built.diagnostics else built.value), list(built.diagnostics)


def build_partly(kind: type[F], values: Mapping[str, Any], lang: Lang = DEFAULT_LANG) -> Built[F]:
    """Make a typed value of what a file holds, and where something does not fit the format, of the rest.

    Exactly what is refused is left out: a field, or an item of a list. A field that must be there gets a stand-in, so that an entry
    keeps its name. See `Lost` for what must not be said of the result.
    """
    own = values.get("lang")
    context = {"lang": own if own in LANGS else lang}
    try:
        return Built(_validated(kind, values, context))
    except ValidationError as error:
        return _Pruning(kind, values, context).run(error)


def refused(kind: type[BaseModel], values: object, error: ValidationError) -> InvalidModel:
    """What is wrong with the values that a program makes something of, where a file would have had its own id as a key.

    Args:
        kind: what was to be made.
        values: what it was to be made of, by the names of its fields or of the keys of files.
        error: what refused them.
    """
    given = values if isinstance(values, Mapping) else {}
    details = [_by_name(detail, kind) for detail in error.errors(include_url=False) if len(detail["loc"]) <= 1 or not _is_ours(detail)]
    return InvalidModel(_Pruning(kind, given, {}).diagnostics(details))


def _by_name(detail: ErrorDetails, kind: type[BaseModel]) -> ErrorDetails:
    """A refusal of what no file writes, such as the id of an entry, which a program gives by its name."""
    ours = {field.alias: name for name, field in kind.model_fields.items() if field.alias and field.alias.startswith("@")}
    first = detail["loc"][:1]
    return {**detail, "loc": (ours[str(*first)], *detail["loc"][1:])} if first and first[0] in ours else detail


def _validated(kind: type[F], values: object, context: Mapping[str, Any]) -> F:
    """The value, by the keys of files alone; what pydantic refuses is not yet put in words, as it is by ``kind.model_validate``.

    Raises:
        ValidationError: with all that is refused.
    """
    value: F = kind.__pydantic_validator__.validate_python(values, by_alias=True, by_name=False, context=dict(context))
    return value


def build_file(kind: type[F], yaml_file: YamlFile, lang: Lang = DEFAULT_LANG) -> Built[F]:
    """What a file holds, as far as it can be read; see `build_partly`. What the reader left out is lost too."""
    if yaml_file.values is None:
        return Built(None, (), WHOLE)
    built = build_partly(kind, yaml_file.values, lang)
    if any(diagnostic.code == "VK006" for diagnostic in yaml_file.diagnostics):
        # An alias leaves a key without a value, and was refused as such.
        built = replace(built, diagnostics=tuple(diagnostic for diagnostic in built.diagnostics if diagnostic.code != "VK112"))
    if yaml_file.dropped:
        built = replace(built, lost=built.lost | Lost(names=frozenset(names_in(yaml_file.dropped)), somewhere=True))
    return built


@dataclass(frozen=True, eq=False)
class FieldForm:
    """What may stand somewhere: the type, whether it must be there, and whether it is an entry under a name of its own.

    There is one for each field of a type. A file can be wrong in the same way a hundred thousand times; what follows from the type is
    worked out once.
    """

    annotation: Any
    required: bool = False
    entry: bool = False

    @cached_property
    def model(self) -> type[BaseModel] | None:
        """The type, where it has fields of its own."""
        return _model_in(self.annotation)

    @cached_property
    def stand_in(self) -> Any:
        """A value that may stand there; None when nothing simple may."""
        return _stand_in(self.annotation)

    @cached_property
    def _inner(self) -> FieldForm:
        """What may stand at each position, or under each name."""
        for inner in _alternatives(self.annotation):
            arguments = get_args(inner)
            if get_origin(inner) is tuple:
                return FieldForm(arguments[0])
            if len(arguments) == 2:
                return FieldForm(arguments[1], entry=_model_in(arguments[1]) is not None)
        return _UNKNOWN

    @property
    def keyed(self) -> FieldForm:
        """The form of keys with values: its own, or that of the one item which a list is written short as."""
        several = self.model is None and any(get_origin(inner) is tuple for inner in _alternatives(self.annotation))
        return self._inner if several else self

    def below(self, step: str | int) -> FieldForm:
        """What may stand under a key, or at a position."""
        return self._inner if self.model is None else _members(self.model).get(str(step), _UNKNOWN)


_UNKNOWN = FieldForm(None)
"""What nobody knows: nothing may stand there."""


@cache
def _members(model: type[BaseModel]) -> Mapping[str, FieldForm]:
    return {key: FieldForm(_whole(field), field.is_required()) for key, field in _fields(model).items()}


@cache
def form_of(kind: type[BaseModel]) -> FieldForm:
    """What may stand in the whole of a file."""
    return FieldForm(kind)


class _Spot(NamedTuple):
    """A refused part in the tree of values: what holds it, its key or position there, how deep it is, and its type."""

    container: Any
    key: str | int
    depth: int
    field: FieldForm


class _Pruning:
    """Leaves out what is refused until the rest is accepted. Used once."""

    def __init__(self, kind: type[F], values: Mapping[str, Any], context: Mapping[str, Any]) -> None:
        self.kind: type[BaseModel] = kind
        self.values = values
        self.context = dict(context)
        self.tree: dict[str, Any] = _copy(dict(values))
        self.paths: set[Path] = set()
        self.names: set[str] = set()
        self.somewhere = False
        self.whole = False  # the file itself is refused, and nothing is left
        self.tried: set[Path] = set()
        self.shift: dict[Path, list[int]] = {}
        self.order = _Order(self.tree)
        self.unknown_keys: set[tuple[type[BaseModel], str]] = set()

    def run(self, error: ValidationError) -> Built[Any]:
        diagnostics = self._first_round(error)
        for _ in range(0 if self.whole else MOST_ROUNDS):
            try:
                value = _validated(self.kind, self.tree, self.context)
                return Built(value, tuple(diagnostics), self._lost())
            except ValidationError as again:
                diagnostics += self._later_round(again)
            if self.whole:
                break
        return Built(None, tuple(diagnostics), WHOLE | Lost(names=frozenset(names_in(self.values))))

    def _lost(self) -> Lost:
        return Lost(frozenset(self.paths), frozenset(self.names), self.somewhere, FrozenMap(self.shift))

    def _first_round(self, error: ValidationError) -> list[Diagnostic]:
        details = _details(error)
        diagnostics = self.diagnostics(details)
        self._leave_out(details)
        return diagnostics

    def diagnostics(self, details: Iterable[ErrorDetails]) -> list[Diagnostic]:
        """What is refused, in the order of the file and no more than is shown."""
        # pydantic builds all of its errors; only as many as are shown are worth turning into sentences: the first of the file.
        details = sorted(details, key=lambda detail: self.order.of(detail["loc"]))
        misspelt = {self._meant(detail["loc"]) for detail in details if detail["type"] == "extra_forbidden"}
        stated = [detail for detail in details if detail["type"] != "missing" or detail["loc"] not in misspelt]
        if len(stated) > MAX_DIAGNOSTICS:
            # One of each kind before the second of any: a slip made three hundred times must not hide the others.
            number = repeats((detail["type"], detail["loc"][-1:]) for detail in stated)
            stated = [stated[place] for place in sorted(range(len(stated)), key=number.__getitem__)]
        diagnostics = [_diagnostic(detail, self.kind, self.tree) for detail in stated[: MAX_DIAGNOSTICS + 1]]
        return diagnostics + diagnostics[-1:] * (len(stated) - len(diagnostics))

    def _later_round(self, error: ValidationError) -> list[Diagnostic]:
        details = _details(error)
        lost = self._lost()
        diagnostics = []
        for detail in details:
            finding = _diagnostic(detail, self.kind, self.tree)
            path = lost.in_file(finding.path)
            if not _follows_from(detail, path, lost):
                diagnostics.append(replace(finding, path=path))
        self._leave_out(details)
        return diagnostics

    def _leave_out(self, details: list[ErrorDetails]) -> None:
        items: dict[int, tuple[list[Any], set[int], Path]] = {}
        for detail in details:
            self._prune(detail, items)
        for items_there, positions, path in items.values():
            # Positions are those of the file: what is left of a list is counted from what was there.
            here = self.shift.setdefault(path, list(range(len(items_there))))
            kept = [number for number in range(len(items_there)) if number not in positions]
            items_there[:] = [items_there[number] for number in kept]
            here[:] = [here[number] for number in kept]

    def _prune(self, detail: ErrorDetails, items: dict[int, tuple[list[Any], set[int], Path]]) -> None:
        where = detail["loc"]
        lost = Lost(positions=self.shift)
        missing = detail["type"] in ("missing", "VK102")
        if detail["type"] == "VK102":
            where = (*where, str(detail["ctx"]["key"]))
        on_key = where[-1:] == ("[key]",)
        where = where[:-1] if on_key else where
        if _is_gone(self.tree, where):
            return  # a part of what was left out already, such as of an entry whose id is refused
        while True:
            spot = _spot(self.kind, self.tree, where)
            if spot is None:
                self.whole = True
                return
            path = lost.in_file(_path(where[: spot.depth], self.tree))
            if path not in self.tried:
                break
            where = where[: spot.depth - 1]  # the stand-in was refused too
        self.tried.add(path)
        self.paths.add(path)
        container, key, _, field = spot
        if isinstance(container, list):
            _, positions, _ = items.setdefault(id(container), (container, set(), path[:-1]))
            positions.add(int(key))
            return
        old = container.get(key)
        if detail["type"] == "extra_forbidden" and where == detail["loc"]:
            self._leave_out_unknown(where, path, container)
        self.names.update(names_in({key: old} if on_key else old))
        container.pop(key, None)
        replacement = field.stand_in if (field.entry or field.required or missing) and not on_key else None
        if replacement is not None:
            container[key] = _copy(replacement)

    def _meant(self, where: tuple[str | int, ...]) -> tuple[str | int, ...]:
        """The key that an unknown one may be a misspelling of, where it would have stood; empty when there is none."""
        model, key = _at(self.kind, where[:-1]).model, str(where[-1])
        if model is None or (len(self.unknown_keys) >= MOST_MEANT and (model, key) not in self.unknown_keys):
            return ()
        self.unknown_keys.add((model, key))
        meant = _closest_key(model, key)
        return (*where[:-1], meant) if meant is not None else ()

    def _leave_out_unknown(self, where: tuple[str | int, ...], path: Path, container: dict[str, Any]) -> None:
        """An unknown key may be one that is misspelt: what it should have been is lost too."""
        meant = self._meant(where)[-1:]
        if meant and meant[0] not in container:
            self.paths.add((*path[:-1], *meant))
        inner = container.get(str(where[-1]))
        entries = inner.values() if isinstance(inner, dict) else inner if isinstance(inner, list) else ()
        if len(where) == 1 and any(isinstance(entry, dict) and "label" in entry for entry in entries):
            self.somewhere = True


class _Order:
    """The order of the file: a mapping keeps the order of its keys."""

    def __init__(self, tree: Any) -> None:
        self.tree = tree
        self.ranks: dict[int, dict[Any, int]] = {}

    def of(self, where: tuple[str | int, ...]) -> tuple[int, ...]:
        here, ranks = self.tree, []
        for step in where:
            if isinstance(here, dict):
                if step not in here:
                    break
                if id(here) not in self.ranks:
                    self.ranks[id(here)] = {key: number for number, key in enumerate(here)}
                ranks.append(self.ranks[id(here)][step])
                here = here[step]
            elif isinstance(here, list) and isinstance(step, int) and step < len(here):
                ranks.append(step)
                here = here[step]
        return tuple(ranks)


def _details(error: ValidationError) -> list[ErrorDetails]:
    """What is refused, but for what we add ourselves: of an entry's own id its key says it."""
    return [detail for detail in error.errors(include_url=False) if not _is_ours(detail)]


def _is_ours(detail: ErrorDetails) -> bool:
    return detail["loc"][-1:] in (("@id",), ("@source",))


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copy(inner) for key, inner in value.items()}
    return [_copy(inner) for inner in value] if isinstance(value, list | tuple) else value


def _follows_from(detail: ErrorDetails, path: Path, lost: Lost) -> bool:
    """Whether something is refused only because a part of it was left out."""
    problem, context = detail["type"], detail.get("ctx", {})
    if not lost.touches(path) or problem in ("VK110", "VK115", "VK129"):
        return False
    if problem in ("VK111", "VK121"):  # too little may follow; too much does not
        return "," not in str(context["found"])
    if problem == "VK102":
        return lost.touches((*path, str(context["key"])))
    return True


def _spot(kind: type[BaseModel], tree: dict[str, Any], where: tuple[str | int, ...]) -> _Spot | None:
    """The part of the tree that a refusal is about: itself, or what it is the short form of."""
    here: Any = tree
    field = form_of(kind)
    spot: _Spot | None = None
    for depth, step in enumerate(where):
        container, field = here, field.below(step)
        if _has(here, step):
            here = here[step]
        elif isinstance(here, dict) and depth == len(where) - 1 and isinstance(step, str):
            here = None  # a key that is missing
        else:
            continue  # a short form has no such key
        if step == "to" and spot is not None and isinstance(spot.container, list):
            return spot  # an arrow is known by its target: without one there is no arrow
        spot = _Spot(container, step, depth + 1, field)
    return spot


def _is_gone(tree: dict[str, Any], where: tuple[str | int, ...]) -> bool:
    """Whether what holds a part is no longer in the tree. What has a short form is there as that."""
    here: Any = tree
    for step in where[:-1]:
        if not _has(here, step):
            return isinstance(here, dict) and isinstance(step, str)
        here = here[step]
    return False


def _has(here: Any, step: str | int) -> bool:
    return step in here if isinstance(here, dict) else isinstance(here, list) and isinstance(step, int) and step < len(here)


@cache
def _stand_in_of(model: type[BaseModel]) -> dict[str, Any] | None:
    """The least that makes such a value; None when nothing simple does."""
    model.model_rebuild()
    ours = {key: "-" for name, field in model.model_fields.items() if (key := field.alias or name).startswith("@")}
    least = {key: _stand_in(_whole(field)) for key, field in _fields(model).items() if field.is_required()}
    if None in least.values():
        return None
    if _accepts(model, {**ours, **least}):
        return least
    # A rule over several fields wants one more, such as one form of an amount, or the one question of a condition.
    for key, field in _fields(model).items():
        value = None if field.is_required() or model in _models_in(field.annotation) else _stand_in(_whole(field))
        if value is not None and _accepts(model, {**ours, **least, key: value}):
            return {**least, key: value}
    return None


@cache
def _fields(model: type[BaseModel]) -> Mapping[str, Any]:
    # A type whose building is put off may name others that it does not know yet: what it is must not depend on who asked before.
    model.model_rebuild()
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    return {key: field for key, field in fields.items() if not key.startswith("@")}


def _whole(field: Any) -> Any:
    return Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation


def _models_in(annotation: Any) -> set[type[BaseModel]]:
    models: set[type[BaseModel]] = set()
    for inner in _alternatives(annotation):
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            models.add(inner)
        else:
            models |= {model for argument in get_args(inner) for model in _models_in(argument)}
    return models


# A file can be wrong in the same way a hundred thousand times, and making a validator takes longer than using it.
_validator: Callable[[Any], TypeAdapter[Any]] = lru_cache(maxsize=512)(TypeAdapter)


def _accepts(annotation: Any, value: Any) -> bool:
    try:
        _validator(annotation).validate_python(value, by_alias=True, by_name=False)
    except ValidationError:
        return False
    return True


_SCALARS = ("-", "0:0", "1", "true", "2000-01-01")


_MISPLACED: Mapping[str, str] = {
    **dict.fromkeys(("planned", "reached"), "planned"),
    **dict.fromkeys(("target", "targets", "goal", "baseline"), "targets"),
}
"""Keys that are often written where another part of the model has them, and which of that part's keys says where."""


_ALSO_CALLED: Mapping[str, str] = {
    **dict.fromkeys(("planlagt", "plan"), "planned"),
    **dict.fromkeys(("nådd", "oppnådd", "achieved", "actual", "resultat"), "reached"),
    "goal": "targets",
}
"""What else people call some keys."""


def _in_plain_words(key: str, known: Iterable[str]) -> Word | str:
    """The phrase "did you mean ...?" with the key that is called so in Bokmål or English; empty where none is."""
    for name in known:
        label = WORDS.get(f"change.field.{name}")
        called = {folded(text) for text in label} if label is not None else set()
        called.update(folded(text) for text, of in _ALSO_CALLED.items() if of == name)
        if folded(key) in called:
            return Word("likely", (("guess", name),))
    return ""


def _stand_in(annotation: Any) -> Any:
    """A value that may stand somewhere; None when nothing simple may."""
    for inner in _alternatives(annotation):
        if inner is type(None):
            continue
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            return _stand_in_of(inner)
        arguments = get_args(inner)
        if get_origin(inner) is Literal:
            return arguments[0]
        if get_origin(inner) is tuple:
            words = [inner for inner in _alternatives(arguments[0]) if get_origin(inner) is Literal]
            choices = [choice for inner in words for choice in get_args(inner)]
            item = _stand_in(arguments[0])
            return choices or ([] if item is None else [item])  # all that may stand there, so that none is missed
        if len(arguments) == 2:
            item = _stand_in(arguments[1])
            return {} if item is None else {"-": item}
    return next((scalar for scalar in _SCALARS if _accepts(annotation, scalar)), None)


def _diagnostic(detail: ErrorDetails, kind: type[BaseModel], values: Mapping[str, Any]) -> Diagnostic:
    problem, where, given = detail["type"], detail["loc"], detail["input"]
    context: Mapping[str, Any] = detail.get("ctx", {})
    on_key = where[-1:] == ("[key]",)
    path = _path(where[:-1] if on_key else where, values)
    if problem in _OF_ONE and isinstance(given, Mapping | list | tuple):
        return _not_one(path, given, problem, context)
    if problem.startswith("VK"):
        if problem == "VK102":
            return missing_key(path, str(context["key"]), _closed_list(_at(kind, (*where, str(context["key"]))).annotation))
        if problem == "VK103":  # what the type itself refuses does not know the key that it stands under
            return diagnostic(problem, path, **context, example=_example(path, "form.text"))
        return diagnostic(problem, path, on="key" if on_key else "value", **context)
    if problem == "extra_forbidden":
        known = _keys_at(kind, where[:-1])
        key = str(where[-1])
        meant = likely(key, known) or _in_plain_words(key, known)
        elsewhere = _MISPLACED.get(key)
        if elsewhere is None or str(elsewhere) in known:
            return diagnostic("VK101", path, on="key", key=key, likely=meant, known=", ".join(known))
        finding = diagnostic("VK101", path, on="key", key=key, likely="", known=", ".join(known))
        return replace(finding, advice=Word(f"form.misplaced.{elsewhere}"))
    if problem == "missing":
        return missing_key(path[:-1], str(where[-1]), _closed_list(_at(kind, where).annotation))
    if given is None and path:
        return diagnostic("VK112", path, on="key", key=path[-1] if path else "")
    if problem == "literal_error":
        choices = _choices(str(context["expected"]), path)
        finding = diagnostic("VK106", path, value=given, likely=likely(str(given), choices), known=", ".join(choices))
        return replace(finding, advice=_advice_on_choice(kind, where, finding))
    if problem == "string_pattern_mismatch":
        finding = diagnostic(_PATTERNS.get(context["pattern"], "VK109"), path, on="key" if on_key else "value", value=given)
        return replace(finding, advice=_further_in(kind, where[:-1])) if on_key else finding
    if problem == "too_short":
        return diagnostic("VK116", path, on="key", key=_name_in(path))
    expected = _EXPECTED.get(problem.partition("_")[0], "form.text")
    example = _example(path, expected)
    if expected == "form.mapping" and len(where) > 1 and example.key == "form.mapping.example":
        field = _at(kind, where)
        if field.model is not None and not field.entry:  # of an entry, its id may be what is missing
            example = Word("form.keys.example", (("key", _name_in(path)), ("known", ", ".join(_fields(field.model)))))
    finding = diagnostic("VK103", path, expected=Word(expected), found=_shape(given), example=example)
    if expected != "form.mapping":
        return finding
    if isinstance(given, list | tuple) and not _at(kind, where).below(ANY).entry:
        return replace(finding, advice=Word("form.plain.advice", (("example", example),)))  # no ids are wanted here
    return replace(finding, advice=_amount_of(kind, where, path, given) or (_further_in(kind, where) if isinstance(given, str) else None))


def _not_one(path: Path, given: object, problem: str, context: Mapping[str, Any]) -> Diagnostic:
    """VK103: a list, or keys with values, where one thing is wanted. What stands there is no value, and is not repeated."""
    expected = context["expected"] if problem == "VK104" else Word(_OF_ONE[problem])
    wanted = ("known", ", ".join(_choices(str(context["expected"]), path))) if problem == "literal_error" else ("expected", expected)
    example = Word("form.word.example" if problem == "literal_error" else "form.one.example", (("key", _name_in(path)), wanted))
    return diagnostic("VK103", path, expected=expected, found=_shape(given), example=example)


def _shape(given: object) -> str | Word:
    """What stands there; of what no file holds, since only a program can give it, its type."""
    return shape(given) if given is None or isinstance(given, str | Mapping | list | tuple) else type(given).__name__


def missing_key(path: Path, key: str, choices: Collection[str] = ()) -> Diagnostic:
    """VK102: a key that is not there, with what may stand behind it where that is a closed list.

    >>> missing_key((), "kind", ["pilot", "template"]).tip("en")
    'Add `kind:` with one of these: pilot, template.'
    """
    finding = diagnostic("VK102", path, on="key", key=key)
    if key == "virkningskjede":
        return replace(finding, advice=Word("form.first_line.advice", (("version", str(FORMAT_VERSION)),)))
    if not choices:
        return finding
    return replace(finding, advice=Word("form.missing.advice", (("key", key), ("known", ", ".join(choices)))))


def _closed_list(annotation: Any) -> tuple[str, ...]:
    """What may stand somewhere, where that is one of a few words."""
    kinds = [inner for inner in _alternatives(annotation) if inner is not type(None)]
    closed = bool(kinds) and all(get_origin(inner) is Literal for inner in kinds)
    return tuple(str(choice) for inner in kinds for choice in get_args(inner)) if closed else ()


def _advice_on_choice(kind: type[BaseModel], where: tuple[str | int, ...], finding: Diagnostic) -> Word | None:
    """What to do about a word that is not one of the choices, where there is another way to say it than with one of them."""
    params = dict(finding.params)
    model = _at(kind, where[:-1]).model
    if where[-1:] == ("share",) and model is not None and issubclass(model, Bounds):
        return Word("form.share.advice", (("known", params["known"]),))
    if where[-1:] != ("unit",):
        return None
    if model is Result:
        return Word("form.result_unit.advice", (("known", params["known"]), ("value", params["value"])))
    if "money" in where[-3:-1]:
        return Word("form.currency.advice")
    return None


def _amount_of(kind: type[BaseModel], where: tuple[str | int, ...], path: Path, given: object) -> Word | None:
    """What to do about a number alone where an amount is wanted: it is the amount's value."""
    model = _at(kind, where).model
    if not isinstance(given, str) or not _accepts(Number, given) or model is None or not issubclass(model, Bounds):
        return None
    key = _name_in(path)
    unit = next(iter(_units_of(key)), None)
    inside = f"value: {given}" + (f", unit: {unit}" if unit else "") + (", per: week" if key in RATES else "")
    return Word("form.amount.advice", (("shown", f"{key}: {{{inside}}}"),))


def _further_in(kind: type[BaseModel], where: tuple[str | int, ...]) -> Word | None:
    """What to do about a field that stands where an entry should: it may belong to the entry above it."""
    model = _at(kind, where).model if len(where) == ENTRY_DEPTH else None
    if model is None or str(where[-1]) not in _fields(model):
        return None
    return Word("form.further_in.advice", (("key", str(where[-1])),))


def _name_in(path: Path) -> str:
    """The key that a path ends with, whatever positions follow it."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _example(path: Path, expected: str) -> Word:
    """How the field is written."""
    key = _name_in(path)
    if f"form.example.{key}" in WORDS:  # its form is shown by an example of its own
        return Word(f"form.example.{key}")
    return Word(f"{expected}.example", (("key", key),))


def _choices(expected: str, path: Path) -> list[str]:
    """What may stand here: of the units, only those that measure such a thing."""
    choices = [choice.strip(" '") for choice in expected.replace(" or ", ", ").split(",")]
    measured = next((units for step in reversed(path) if (units := _units_of(step))), ())
    if path[-1:] == ("per",):
        return [choice for choice in choices if choice in PER]
    return [choice for choice in choices if choice in measured] if path[-1:] == ("unit",) and measured else choices


def _units_of(key: str | int) -> Collection[str]:
    """The units of an amount under a key; none where the key does not settle them."""
    return UNITS[key] if key in DIMENSIONS else field_named(str(key)).units


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
    model = _at(kind, where).model
    return [] if model is None else list(_fields(model))


def _at(kind: type[BaseModel], where: tuple[str | int, ...]) -> FieldForm:
    here = form_of(kind)
    for step in where:
        here = here.below(step)
    return here


@lru_cache(maxsize=4096)
def _closest_key(model: type[BaseModel], key: str) -> str | None:
    return closest(key, _fields(model))


def _model_in(annotation: Any) -> type[BaseModel] | None:
    for inner in _alternatives(annotation):
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            return inner
    return None


def _alternatives(annotation: Any) -> list[Any]:
    if get_origin(annotation) is Annotated:
        return _alternatives(get_args(annotation)[0])
    if isinstance(annotation, type) or get_origin(annotation) in (tuple, Mapping, Literal) or not get_args(annotation):
        return [annotation]
    if get_origin(annotation).__module__.startswith("collections"):
        return [annotation]
    return [inner for argument in get_args(annotation) for inner in _alternatives(argument)]

"""What a field is, is declared once, where it stands; whatever lists fields asks for them."""

from __future__ import annotations

import ast
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, get_args

import pytest

import virkningskjede
from virkningskjede.diagnostics import InvalidModel
from virkningskjede.model import (
    SECTIONS,
    Activity,
    Ambiguity,
    Aside,
    Evidence,
    Indicator,
    Link,
    Node,
    Outcome,
    Patch,
    Recruitment,
    Result,
    TargetLimit,
    Who,
)
from virkningskjede.model.fields import ASIDES, LIMITING, LIMITS, SECTION_KINDS, field_named, kinds, names_in, qualifying
from virkningskjede.model.parts import Free, open_to_readings
from virkningskjede.model.values import OWN, STAGES, TERM_STAGES, Field, Frozen, Mark, NameKind, Prose, fields_of, naming
from virkningskjede.model.values.stages import plural

PACKAGE = Path(virkningskjede.__file__).parent

EVERY = [field for kind in kinds() for field in fields_of(kind)]


def keys(fields: Iterator[Field]) -> list[str]:
    return sorted({field.key for field in fields})


@pytest.mark.parametrize(
    ("what", "named"),
    [
        ("term", ["term", "via"]),
        ("actor", ["decide", "do", "for", "lead", "maybe", "receive", "refer"]),
        ("trait", ["all", "also_for", "among", "any", "best_for"]),
        ("place", ["place"]),
        ("indicator", ["indicator", "indicators"]),
        ("unit", ["unit"]),
        ("reference", ["refs"]),
        ("source", ["source"]),
        ("template", ["follows"]),
        ("field", ["free"]),
        ("node", ["@source", "after", "to", "together"]),
        ("numbered", ["same_as"]),
        ("lowered", ["addresses"]),
        ("assumption", ["assumes"]),
        ("part", ["about", "helps", "hinders"]),
    ],
)
def test_whom_ids_name(what: NameKind, named: list[str]) -> None:
    assert keys(field for field in EVERY if field.names == what) == named


def test_how_much_a_field_weighs() -> None:
    assert keys(field for field in EVERY if field.weight == "cosmetic") == [
        *("@id", "accept", "at", "id", "label", "lang", "note", "set_aside", "source", "title"),
    ]
    assert keys(field for field in EVERY if field.weight == "logic" and field.name not in SECTIONS) == [
        *(
            "@way",
            "about",
            "addresses",
            "assumes",
            "cause",
            "feedback",
            "follows",
            "helps",
            "hinders",
            "kind",
            "level",
            "sign",
            "stage",
            "term",
            "together",
            "unwanted",
        ),
    ]


def test_what_says_how_it_is_coded() -> None:
    assert keys(field for field in EVERY if field.coding) == [
        *("accept", "ambiguities", "as_of", "at", "lang", "note", "or", "set_aside", "source"),
    ]


def test_what_is_the_writers_own_text() -> None:
    assert keys(field for field in EVERY if field.prose) == [
        *("accept", "because", "content", "how", "instrument", "label", "note", "place", "title", "unit", "wave", "words"),
    ]


def test_fields_of_one_name_mean_the_same() -> None:
    """A change says which field it is by its name: what that means must not hang on where it stands."""
    roles_of: dict[str, set[tuple[object, ...]]] = {}
    for field in (field for field in EVERY if field.name not in SECTIONS or field.names is not None):
        roles_of.setdefault(field.key, set()).add((field.names, field.weight, field.coding, field.keyed))
    assert {key: roles for key, roles in roles_of.items() if len(roles) > 1} == {}


def test_a_field_is_known_by_its_name_in_a_change() -> None:
    status = field_named("later.status")
    assert (status.choices[:3], status.weight) == (("needed", "considered", "planned"), "content")
    assert (field_named("indicators").names, field_named("indicators").keyed) == ("indicator", False)
    assert (field_named("or").key, field_named("or_").key, field_named("for").names) == ("or", "or", "actor")
    assert field_named("stated") == Field("stated", "stated")
    assert field_named("set_aside.2.2:1").keyed
    assert field_named("sick_leave").units == ("day", "week", "month", "quarter", "half_year", "year")


def test_the_ids_in_a_value() -> None:
    link = Link.model_validate({"@source": "a", "to": "b", "assumes": ["x", "y"]})
    assert [(field.key, name) for field, name in names_in(link, "node", "assumption")] == [
        *(("@source", "a"), ("to", "b"), ("assumes", "x"), ("assumes", "y")),
    ]
    outcome = {"@id": "o", "label": "O", "level": "user", "cause": {"together": ["a", "b"]}}
    activity = {"@id": "k", "label": "K", "or": [{"addresses": "y"}], "leads_to": ["x"], "addresses": "z"}
    doses = {"dose": {"count": {"same_as": "i"}}, "later": {"dose": {"deadline": {"after": "start", "value": 1, "unit": "week"}}}}
    assert [name for _, name in names_in(Outcome.model_validate(outcome), "node")] == ["a", "b"]
    assert [name for _, name in names_in(Activity.model_validate(activity | doses), *OWN)] == ["z", "i"]
    assert [field.name for field in naming(Who, "actor")] == ["lead", "do", "maybe", "for_"]
    assert [field.name for field in naming(Evidence, "trait")] == ["best_for", "also_for"]


# Sections


def test_what_sections_are() -> None:
    assert tuple(SECTION_KINDS) == SECTIONS
    assert tuple(kind.name for kind in SECTION_KINDS.values() if kind.stage) == STAGES
    beside = ["assumptions", "barriers", "enablers", "open_questions", "indicators", "results"]
    assert [kind.name for kind in SECTION_KINDS.values() if kind.beside] == beside
    assert [kind.name for kind in SECTION_KINDS.values() if kind.coding] == ["ambiguities"]
    assert [kind.name for kind in SECTION_KINDS.values() if kind.weight == "logic"] == [*STAGES, *beside[:3]]
    assert [kind.name for kind in SECTION_KINDS.values() if kind.has_terms] == [*STAGES, *beside[:4]]
    assert [kind.name for kind in SECTION_KINDS.values() if kind.askable] == [*STAGES, *beside[1:4]]
    assert [(kind.name, kind.one) for kind in ASIDES if kind.marked] == [
        *(("barriers", "barrier"), ("enablers", "enabler"), ("assumptions", "assumption")),
    ]
    assert (LIMITS, sorted(LIMITING)) == (("age", "sick_leave"), ["age", "denies", "sick_leave", "traits"])


def test_where_a_term_can_stand_is_named_in_the_singular_too() -> None:
    for kind in SECTION_KINDS.values():
        assert (plural(kind.one) == kind.name) == (kind.name in TERM_STAGES)


def test_what_a_template_can_leave_free_is_fields_of_a_node() -> None:
    fields = {field.name: field for field in fields_of(Node)}
    assert all(name in fields and not fields[name].coding and not fields[name].required for name in get_args(Free))


def test_what_captures_a_sentence() -> None:
    assert qualifying(Activity) == ("when", "status", "dose", "later")
    assert qualifying(TargetLimit) == ("age", "sick_leave", "denies")
    assert (qualifying(Recruitment), qualifying(Indicator), qualifying(Result)) == (("consent",), ("baseline", "targets"), ())


# Other readings


def test_a_reading_has_what_its_hosts_have() -> None:
    assert list(Patch.model_fields) == [
        *("absent", "note", "label", "term", "who", "when", "after", "status", "dose", "addresses", "content", "because"),
        *(
            "kind",
            "place",
            "mode",
            "level",
            "cause",
            "horizon",
            "unwanted",
            "to",
            "assumes",
            "evidence",
            "feedback",
            "sign",
            "traits",
            "age",
            "sick_leave",
            "denies",
        ),
        *("about", "risk", "hinders", "helps", "at"),
    ]
    for kind in (Node, Link, TargetLimit, Aside):
        fixed = {field.name for field in fields_of(kind) if Mark.FIXED in field.marks}
        assert set(kind.model_fields) - fixed <= set(Patch.model_fields)


def test_every_field_of_a_reading_may_be_left_out() -> None:
    assert Patch().changes == {}
    assert not any(info.is_required() for info in Patch.model_fields.values())
    patch = Patch.model_validate({"to": "b", "age": {"min": 18}})
    assert patch.changes.keys() == {"to", "age"}
    assert pickle.loads(pickle.dumps(patch)) == patch


@pytest.mark.parametrize("given", [{"required": "true"}, {"later": {}}, {"leads_to": ["b"]}, {"id": "b"}, {"no_such_field": "high"}])
def test_what_no_reading_changes_stays_out(given: dict[str, object]) -> None:
    with pytest.raises(InvalidModel, match="VK101"):
        Patch.model_validate(given)


def test_a_new_field_of_something_can_be_read_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    class New(Frozen):
        no_such_field: Prose | None = None
        nor_this_one: Prose
        settled: Annotated[Prose | None, Mark.FIXED] = None

    monkeypatch.setattr(Patch, "__pydantic_fields__", dict(Patch.model_fields))
    open_to_readings([New])
    assert list(Patch.model_fields)[-2:] == ["no_such_field", "nor_this_one"]
    assert not Patch.model_fields["nor_this_one"].is_required()


def test_what_is_coded_absent_can_be_read_as_anything_with_a_term() -> None:
    """A thing done in a place and a way, a barrier with a risk, a problem; where it says the stage, what can stand there."""

    def ambiguity(**more: object) -> Ambiguity:
        return Ambiguity.model_validate({"@id": "t", "or": {"term": "kurs", **more}})

    reading = ambiguity(place="bibliotek", mode="group", risk={"likelihood": "low"}, kind="problem").or_[0]
    assert (reading.place, reading.mode, reading.kind) == (("bibliotek",), ("group",), "problem")
    with pytest.raises(InvalidModel):
        ambiguity(age={"min": 18, "unit": "year"})
    for stage, fits in (("activities", True), ("outcomes", False), ("barriers", False)):
        tree = {"@id": "t", "or": {"place": "bibliotek"}, "stage": stage}
        if fits:
            assert Ambiguity.model_validate(tree).or_[0].place == ("bibliotek",)
        else:
            with pytest.raises(InvalidModel):
                Ambiguity.model_validate(tree)


def test_two_types_cannot_mean_different_things_by_one_field(monkeypatch: pytest.MonkeyPatch) -> None:
    class Other(Frozen):
        status: Prose | None = None

    monkeypatch.setattr(Patch, "__pydantic_fields__", dict(Patch.model_fields))
    with pytest.raises(TypeError, match=r"Other\.status is another type"):
        open_to_readings([Other])


# No list of fields beside the table

AN_ORDER = "an order, and not a set: what is not in it is told after it"
LEFT_OUT = "what is told otherwise, or left out on purpose: whatever is not named here is told"
WHAT_THEY_COME_TO = "amounts of which one is what the others come to"
OF_A_RULE = "the keys whose lack one rule reports, as its page says"
OF_A_TABLE = "the columns of a table that is read or shown, which is no model"
NEW_PARTS = "makes a node, an arrow or a model, with a value for each of these"
NO_FIELDS = "words of other lists that happen to be spelt alike"
A_NUMBER = "the forms of one number, each with its own words"
A_QUESTION = "the keys of a question, which may be lists"
A_PATH = "the keys that lead to one thing that a rule is about"
MEANS = "three of the five stages: what is put in, done and made, and not what changes"

ALLOWED: dict[frozenset[str], str] = {
    frozenset(names.split()): reason
    for names, reason in {
        "about addresses after age because cause content date denies distribution dose free helps hinders indicator indicators "
        "instrument kind later level n required sick_leave status term traits unit wave when who": AN_ORDER,
        "assumes because evidence feedback": LEFT_OUT,
        "assumes because evidence feedback when": LEFT_OUT,
        "because cause content dose label level required status term when who": LEFT_OUT,
        "dose kind label level status when who": LEFT_OUT,
        "because label term": LEFT_OUT,
        "at because label level status title who": LEFT_OUT,
        "after because content term": LEFT_OUT,
        "assumes because evidence": OF_A_RULE,
        "also_for best_for note via": OF_A_RULE,
        "assumes evidence note or sign": OF_A_RULE,
        "at because id label level status to who": OF_A_TABLE,
        "level stage status": "the columns of a frame that are in order",
        "id label level stage status unwanted": OF_A_TABLE,
        "at because dose term who": OF_A_TABLE,
        "assumes at because feedback sign": OF_A_TABLE,
        "follows id kind source": NEW_PARTS,
        "about helps hinders": "the ways in which what stands beside the chain can name an arrow",
        "above approx below max min value": A_NUMBER,
        "at baseline id label level set_aside targets title to virkningskjede": OF_A_TABLE,
        "id label stage": OF_A_TABLE,
        "because label level status term": OF_A_TABLE,
        "horizon id label level stage": OF_A_TABLE,
        "as_of follows lang source": OF_A_TABLE,
        "at because feedback note sign to when": OF_A_TABLE,
        "because content label risk stage status who": OF_A_TABLE,
        "date direction label risk stage": OF_A_TABLE,
        "at horizon id label leads_to level stage to who": OF_A_TABLE,
        "baseline indicator instrument label risk stage": OF_A_TABLE,
        "at because kind label level status title who": OF_A_TABLE,
        "for lead maybe": "the roles around whose names words stand in a cell",
        "because content note": "the texts of a cell that are taken as they stand",
        "baseline date horizon id indicator indicators instrument label level targets to unit value": OF_A_TABLE,
        "id lang follows kind source": NEW_PARTS,
        "at label term": NEW_PARTS,
        "at feedback to": NEW_PARTS,
        "id kind lang source title": NEW_PARTS,
        "at source to": NEW_PARTS,
        "at id label or_ required status term": NEW_PARTS,
        "at feedback or_ source to": NEW_PARTS,
        "count id label": "what is said of a model in JSON",
        "follows kind source": "the keys by which an unreadable file is sorted",
        "id kind title": "the keys by which a file is found by what its model is called",
        "above below max min": A_NUMBER,
        "addresses horizon level place stage term": A_QUESTION,
        "level sign term unwanted": "what decides whether something is what the template has, before it can be done otherwise",
        "assumes evidence feedback later status": LEFT_OUT,
        "activities inputs outputs": MEANS,
        "activities context inputs outputs": "the stages from which an arrow can leap too far: all but the last",
        "age deadline frequency intensity period position session sessions sick_leave total": "what has a limit of what can be",
        "kind or unwanted": OF_A_RULE,
        "at note or": OF_A_RULE,
        "at evidence note": OF_A_RULE,
        "session sessions total": WHAT_THEY_COME_TO,
        "frequency period sessions": WHAT_THEY_COME_TO,
        "intensity period total": WHAT_THEY_COME_TO,
        "distribution n unit": OF_A_RULE,
        "after deadline dose": A_PATH,
        "date deadline dose": A_PATH,
        "baseline date indicators": A_PATH,
        "denies target_group traits": A_PATH,
        "sign together unwanted": "kinds of marks that every picture has",
        "activities inputs outcomes outputs": "the stages of a table that a chain is read from, where it may have no context",
    }.items()
}
"""Literals that hold three or more names of fields, and nothing much else, and why each is no list of fields."""


def names_of_fields() -> frozenset[str]:
    return frozenset(name for field in EVERY for name in (field.name, field.key))


def literals() -> Iterator[tuple[str, frozenset[str]]]:
    """Every tuple, list, set and dictionary whose texts are mostly names of fields, three or more; and where it stands."""
    names = names_of_fields()
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.relative_to(PACKAGE).parts[0] in ("model", "i18n", "_corpus"):
            continue  # where fields are declared, and where each has its words
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Tuple | ast.List | ast.Set | ast.Dict):
                continue
            parts = node.keys if isinstance(node, ast.Dict) else node.elts
            texts = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
            names_there = [text for text in texts if text in names]
            if len(names_there) >= 3 and 3 * len(names_there) > 2 * len(texts):
                yield f"{path.relative_to(PACKAGE).as_posix()}:{node.lineno}", frozenset(names_there)


def test_no_list_of_fields_is_kept_by_hand() -> None:
    """Ask the field table instead (``fields_of``, ``naming``, ``SECTION_KINDS``); or say in ``ALLOWED`` why it is something else."""
    assert {where: sorted(names) for where, names in literals() if names not in ALLOWED} == {}


def test_everything_that_is_let_pass_is_there() -> None:
    there = {texts for _, texts in literals()}
    assert [sorted(names) for names in ALLOWED if names not in there] == []


def test_such_a_list_is_recognised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ['PROSE = frozenset({"because", "content",', ' "note", "x"})', 'JSON = {"id": 1, "at": 2, "note": 3, "a": 4, "b": 5}']
    (tmp_path / "telling.py").write_text("\n".join(lines))
    monkeypatch.setattr(f"{__name__}.PACKAGE", tmp_path)
    assert list(literals()) == [("telling.py:1", frozenset({"because", "content", "note"}))]

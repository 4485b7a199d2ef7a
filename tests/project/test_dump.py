"""The canonical text: dump(load(dump(x))) is byte for byte dump(x), and load(dump(x)) is x."""

from __future__ import annotations

import os
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.model import LogicModel
from virkningskjede.project import Portfolio, build, dump, load
from virkningskjede.yamlfile import parse

IDS = st.from_regex("[a-z0-9-]{1,6}", fullmatch=True)
DRAWN_AS_NOTHING = frozenset("\u115f\u1160\u2800\u3164\uffa0")


def shows(text: str) -> bool:
    """Whether a text has something to see: one of marks alone, or of blank letters, is refused (VK109)."""
    return any(unicodedata.category(character)[0] in "LNPS" and character not in DRAWN_AS_NOTHING for character in text)


LABELS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=15).filter(shows) | st.sampled_from(
    [
        "no",
        "Hvem?",
        "b?c",
        "a: b",
        "a #b",
        "- a",
        "'a'",
        '"',
        "\\",
        "{a}",
        "[a",
        "12:30",
        "1_000",
        "null",
        "~",
        "a, b",
        "…",
        "&a",
        "*a",
        "!a",
        "%a",
        "a:",
        "@x",
    ]
)
PROSE = LABELS | st.just("to\nlinjer") | st.just("tab\tog\nslutt\n")
NUMBERS = st.decimals(-100, 100, places=2) | st.integers(-5, 5).map(Decimal)
PLACES = st.sampled_from(["1:2", "2.2.4:9,11-12", "kilde#V1.1:3, 2:1"])
BOUNDS = st.one_of(
    st.fixed_dictionaries({"value": NUMBERS}, optional={"unit": st.sampled_from(["week", "day"])}),
    st.fixed_dictionaries({"min": NUMBERS, "below": NUMBERS}),
    st.fixed_dictionaries({"words": PROSE}),
)
DOSES = st.fixed_dictionaries({}, optional={"period": BOUNDS, "count": BOUNDS, "at": PLACES})
WHO = st.fixed_dictionaries({}, optional={"do": st.lists(IDS, max_size=2), "for": st.lists(IDS, max_size=2), "lead": IDS})


@st.composite
def models(draw: st.DrawFn) -> LogicModel:
    names = draw(st.lists(IDS, min_size=1, max_size=6, unique=True))
    sections: dict[str, dict[str, object]] = {}
    for name in names:
        section = draw(st.sampled_from(["context", "inputs", "activities", "outputs", "outcomes", "barriers", "target_group"]))
        entry: dict[str, object] = {"label": draw(LABELS)}
        if section in {"inputs", "activities"}:
            entry |= draw(
                st.fixed_dictionaries(
                    {}, optional={"who": WHO, "dose": DOSES, "status": st.just("planned"), "term": st.lists(IDS, max_size=2)}
                )
            )
            targets = draw(st.lists(st.sampled_from(names), max_size=3, unique=True))
            entry["leads_to"] = [
                draw(
                    st.just(target)
                    | st.fixed_dictionaries({"to": st.just(target)}, optional={"because": PROSE, "at": PLACES, "or": st.just("absent")})
                )
                for target in targets
            ]
        entry |= draw(
            st.fixed_dictionaries(
                {}, optional={"at": PLACES, "note": PROSE, "or": st.lists(st.just("absent") | st.just({"note": "x"}), max_size=2)}
            )
        )
        entry |= {"context": {"kind": "problem"}, "outcomes": {"level": "user"}}.get(section, {})
        sections.setdefault(section, {})[name] = entry
    head = draw(
        st.fixed_dictionaries(
            {"id": IDS},
            optional={
                "title": LABELS,
                "as_of": st.dates().map(str).flatmap(lambda day: st.sampled_from([day, day[:7], day[:4]])),
                "dose": DOSES,
                "accept": st.dictionaries(st.just("VK204"), LABELS),
                "set_aside": st.dictionaries(PLACES, st.just("heading")),
            },
        )
    )
    return LogicModel.model_validate({**head, **sections})


def reread(text: str) -> LogicModel:
    yaml_file = parse(text.encode(), "f.yaml")
    assert yaml_file.diagnostics == ()
    model, wrong = build(LogicModel, yaml_file.values or {})
    assert wrong == []
    assert model is not None
    return model


@given(models())
def test_the_laws_of_dump(model: LogicModel) -> None:
    text = dump(model)
    again = reread(text)
    assert again == model
    assert dump(again) == text


@given(models(), st.randoms(use_true_random=False))
def test_order_of_keys_never_matters(model: LogicModel, random: object) -> None:
    def shuffled(value: object) -> object:
        if isinstance(value, dict):
            keys = list(value)
            random.shuffle(keys)  # type: ignore[attr-defined]
            return {key: shuffled(value[key]) for key in keys}
        return [shuffled(item) for item in value] if isinstance(value, list) else value

    plain = yaml.load(dump(model), Loader=yaml.BaseLoader)
    assert reread(yaml.dump(shuffled(plain), allow_unicode=True, sort_keys=False, default_style='"')) == model


@given(models())
def test_other_yaml_tools_read_the_same_text(model: LogicModel) -> None:
    def texts(value: object) -> object:
        if isinstance(value, dict):
            return {str(key): texts(content) for key, content in value.items()}
        if isinstance(value, list):
            return [texts(item) for item in value]
        return str(value).lower() if isinstance(value, bool) else str(value)

    text = dump(model)
    plain, guessed = yaml.load(text, Loader=yaml.BaseLoader), yaml.safe_load(text)
    assert plain.keys() == {str(key) for key in guessed}
    labels = [entry["label"] for section in ("inputs", "activities") for entry in plain.get(section, {}).values()]
    assert labels == [entry["label"] for section in ("inputs", "activities") for entry in guessed.get(section, {}).values()]


def test_real_models_survive_a_round_trip(portfolio: Portfolio) -> None:
    for model in portfolio.values():
        text = dump(model)
        assert reread(text) == model
        assert dump(reread(text)) == text


def test_a_model_that_says_one_thing_dumps_to_few_lines() -> None:
    model = LogicModel.model_validate({"id": "m", "activities": {"a": {"label": "Kurs: del 1", "who": {"do": ["nav"]}, "at": ["2:1"]}}})
    assert dump(model) == ('virkningskjede: 1\nkind: pilot\nid: m\nactivities:\n  a: {label: "Kurs: del 1", who: [nav], at: "2:1"}\n')


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    model = LogicModel(id="m")
    dump(model, path)
    assert load(path) == model
    path.chmod(0o640)
    dump(LogicModel(id="n"), path)
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["m.yaml"]  # noqa: PTH208
    with pytest.raises(OSError, match="none"):
        dump(model, tmp_path / "none" / "m.yaml")


def test_what_a_node_is_measured_by_stands_after_what_it_is() -> None:
    outcome = {"label": "A", "level": "user", "indicators": ["i"], "at": "r#1:1"}
    activity = {"label": "B", "indicators": ["i", "j"], "because": "C"}
    model = LogicModel.model_validate({"id": "m", "activities": {"b": activity}, "outcomes": {"a": outcome}})
    assert dump(model).splitlines()[3:] == [
        "activities:",
        "  b: {label: B, because: C, indicators: [i, j]}",
        "outcomes:",
        '  a: {label: A, level: user, indicators: [i], at: "r#1:1"}',
    ]


def test_dates_are_written_as_they_were() -> None:
    targets = [{"min": 60, "date": "2024"}, {"min": 80, "date": "2025-01/2026-06"}]
    indicator = {"label": "I", "baseline": {"value": 40, "date": "2023-10-01"}, "targets": targets}
    text = dump(LogicModel.model_validate({"id": "m", "as_of": "2024-10", "indicators": {"i": indicator}}))
    assert "as_of: 2024-10\n" in text
    assert "baseline: {value: 40, date: 2023-10-01}, targets: [{min: 60, date: 2024}, {min: 80, date: 2025-01/2026-06}]" in text
    assert dump(reread(text)) == text

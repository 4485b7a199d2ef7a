"""What a draft says held against what models say, and written in: small models first, then the real ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import virkningskjede as vk
from virkningskjede.drafts import DraftCheck, check_draft, read_draft, updated
from virkningskjede.model import LogicModel
from virkningskjede.project import Portfolio, load_portfolio

ROOT = Path(__file__).parents[1] / "analysis" / "claims" / "root"
WITH = '<!-- vk: with: {claims: rapport, silence: "no"} -->\n'


class MarkCheck(NamedTuple):
    outcome: str
    models: str | None
    text: str


Hold = Callable[..., MarkCheck]


@pytest.fixture(scope="session")
def pilots() -> Portfolio:
    return load_portfolio(ROOT / "pilots")


def checked(path: Path, text: str, models: Portfolio, only: tuple[str, ...] = ()) -> DraftCheck:
    path.write_bytes(text.encode("utf-8"))
    some: dict[str, LogicModel] = {name: model for name, model in models.items() if not only or name in only}
    return check_draft(read_draft(path, models.project, models), some, models.project)


@pytest.fixture
def hold(tmp_path: Path, pilots: Portfolio) -> Hold:
    """Hold one mark's text against the models; give the outcome, what the models say, and the text after an update."""

    def call(mark: str, text: str, head: str = WITH, only: tuple[str, ...] = (), before: str = "a ") -> MarkCheck:
        opening = f"<!-- vk: {mark} -->"
        check = checked(tmp_path / "utkast.md", f"{head}{before}{opening}{text}<!-- /vk -->\n", pilots, only)
        (result,) = check.results
        return MarkCheck(result.outcome, result.models, updated(check).decode("utf-8").partition(opening)[2].partition("<!-- /vk -->")[0])

    return call


MOTE = "{over: pilotene, where: {node: {term: mote}}}"  # Ask surely, Bjørk perhaps
FAST = "{over: pilotene, where: {node: {term: fast-mote}}}"  # Ask
PLAN = "{over: pilotene, where: {node: {term: plan}}}"  # nobody: it is only said where the report compares


@pytest.mark.parametrize(
    ("mark", "text", "outcome", "models", "after"),
    [
        (f"count: {FAST}", "én", "same", "én", "én"),
        (f"count: {FAST}", "en", "same", "én", "en"),
        (f"count: {FAST}", "One", "same", "One", "One"),
        (f"count: {FAST}", "1", "same", "1", "1"),
        (f"count: {FAST}", "to", "different", "én", "én"),
        (f"count: {FAST}", " **To** ", "different", "Én", " **Én** "),
        (f"count: {FAST}", "2", "different", "1", "1"),
        (f"count: {FAST}", "alle", "different", "én", "én"),
        (f"count: {FAST}", "", "different", "én", "én"),
        (f"count: {FAST}", "\n", "different", "én", "\nén"),
        (f"count: {FAST}", "Mange", "different", "Én", "Én"),
        (f"count: {PLAN}", "ingen", "same", "ingen", "ingen"),
        (f"count: {PLAN}", "én", "different", "ingen", "ingen"),
        (f"count: {MOTE}", "én", "unsure", "én til to", "én"),
        (f"count: {MOTE}", "alle", "unsure", "én til to", "alle"),
        (f"count: {MOTE}", "1–2", "same", "1–2", "1–2"),
        (f"count: {MOTE}", "0–2", "different", "1–2", "1–2"),
        (f"count: {MOTE}", "tre", "different", "én til to", "én til to"),
        (f"share: {FAST}", "50 prosent", "same", "50 prosent", "50 prosent"),
        (f"share: {FAST}", "50,0 %", "same", "50,0 %", "50,0 %"),
        (f"share: {FAST}", "40 %", "different", "50 %", "50 %"),
        (f"share: {FAST}", "", "different", "50 prosent", "50 prosent"),
        (f"share: {MOTE}", "75 %", "unsure", "50–100 %", "75 %"),
        (f"these: {FAST}", "Ask", "same", "Ask", "Ask"),
        (f"these: {FAST}", "Bjørk", "different", "Ask", "Ask"),
        (f"these: {FAST}", "Ask og Bjørk", "different", "Ask", "Ask"),
        (f"these: {FAST}", "dem", "different", "Ask", "Ask"),
        (f"these: {PLAN}", "ingen", "same", "ingen", "ingen"),
        (f"these: {MOTE}", "Ask", "unsure", "Ask, kanskje også Bjørk", "Ask"),
        (f"these: {MOTE}", "Ask og Bjørk", "unsure", "Ask, kanskje også Bjørk", "Ask og Bjørk"),
        (f"these: {MOTE}", "Ask, kanskje også Bjørk", "same", "Ask, kanskje også Bjørk", "Ask, kanskje også Bjørk"),
        (f"these: {MOTE}", "Bjørk", "different", "Ask, kanskje også Bjørk", "Ask, kanskje også Bjørk"),
        (f"these: {MOTE}", "", "different", "Ask, kanskje også Bjørk", "Ask, kanskje også Bjørk"),
        ("sum: {in: ask, of: [var, host]}", "25", "same", "25", "25"),
        ("sum: {in: ask, of: [var, host]}", "24", "different", "25", "25"),
        ("sum: {in: ask, of: [var, host]}", "25 prosent", "different", "25", "25"),
        ("sum: {in: ask, of: var}", "tolv", "same", "tolv", "tolv"),
        ("claim: ask-moter", "Ask har møter", "same", None, "Ask har møter"),
        ("claim: en-plan", "Én har plan", "different", None, "Én har plan"),
        ("claim: kurs", "Ask har kurs", "unsure", None, "Ask har kurs"),
        ("holds: {section: {exists: '5'}}", "Se 5", "different", None, "Se 5"),
        ("holds: {not: {section: {exists: '5'}}}", "Ingen 5", "same", None, "Ingen 5"),
    ],
)
def test_a_mark(hold: Hold, mark: str, text: str, outcome: str, models: str | None, after: str) -> None:
    assert hold(mark, text) == MarkCheck(outcome, models, after)
    assert hold(mark, after).text == after


def test_a_mark_has_a_say_of_its_own(hold: Hold) -> None:
    kurs = "count: {over: pilotene, where: {node: {term: kurs}}}"  # Ask considers it, Bjørk is silent
    assert hold(kurs, "").models == "ingen til én".replace("ingen", "null")
    assert hold(f'{{{kurs}, partly: "yes"}}', "").models == "én"
    assert hold(f'{{{kurs}, partly: "no"}}', "").models == "ingen"
    assert hold(f"{{{kurs}, silence: unknown}}", "").models == "null til to"


def test_groups_and_language_of_the_drafts_own(hold: Hold) -> None:
    head = '<!-- vk: with: {groups: {alle: {kind: pilot}}, silence: "no", lang: en} -->\n'
    assert hold("count: {over: alle, where: {node: {term: plan}}}", "", head).models == "one"  # nothing is withheld
    assert hold("these: {over: alle, where: {node: {term: mote}}}", "", head).models == "Ask, perhaps also Bjørk"
    assert hold("share: {over: alle, where: {node: {term: plan}}}", "", head).models == "50 per cent"


def test_in_a_table_a_number_is_in_digits(hold: Hold) -> None:
    assert hold(f"count: {FAST}", "", before="| ").models == "1"


def test_who_is_missing_leaves_it_open(hold: Hold) -> None:
    assert hold(f"count: {FAST}", "én", only=("ask",)) == MarkCheck("unsure", "én til to", "én")
    assert hold(f"count: {FAST}", "tre", only=("ask",)) == MarkCheck("different", "én til to", "én til to")
    assert hold(f"count: {MOTE}", "1–2", only=("bjork",)) == MarkCheck("unsure", "0–2", "1–2")
    assert hold(f"these: {FAST}", "Ask og Bjørk", only=("ask",)) == MarkCheck("unsure", None, "Ask og Bjørk")
    assert hold(f"these: {FAST}", "Ask", only=("ask",)) == MarkCheck("unsure", None, "Ask")
    assert hold(f"these: {FAST}", "", only=("ask",)) == MarkCheck("unsure", None, "")
    assert hold(f"these: {FAST}", "ingen", only=("ask",)) == MarkCheck("different", None, "ingen")
    assert hold("sum: {in: ask, of: var}", "3", only=("bjork",)) == MarkCheck("unsure", None, "3")


def test_more_than_were_spoken_of_leaves_it_open(hold: Hold) -> None:
    assert hold("count: {over: {kind: pilot, expect: 1}, where: {node: {term: fast-mote}}}", "3") == MarkCheck("unsure", None, "3")


def test_bytes_outside_of_marks_are_as_they_were(tmp_path: Path, pilots: Portfolio) -> None:
    text = f"\ufeff{WITH}\r\nÅ  \r\n\t`<!-- vk: x -->`\r\n\r\n<!-- vk: count: {FAST} -->\r\n  to<!-- /vk -->  \r\r\nslutt"
    data = updated(checked(tmp_path / "utkast.md", text, pilots))
    assert data == text.replace("  to<", "  én<").encode("utf-8")


def test_a_table_is_written_in(tmp_path: Path, portfolio: Portfolio) -> None:
    path = tmp_path / "utkast.md"
    text = "# A\r\n\r\n<!-- vk: table: tiltak -->gammelt<!-- /vk -->\r\nB"
    data = updated(checked(path, text, portfolio))
    output = data.decode("utf-8")
    assert output.startswith("# A\r\n\r\n<!-- vk: table: tiltak -->\r\n\r\n**Tiltak i pilotene**\r\n\r\n|")
    assert output.endswith("\r\n\r\n<!-- /vk -->\r\nB")
    assert "\n" not in output.replace("\r\n", "")
    assert output.count("<br>(Modell") == 9
    again = checked(path, output.replace("  \r\n", "\r\n"), portfolio)
    assert [result.outcome for result in again.results] == ["same"], "spaces at the ends of lines do not count"


@pytest.mark.parametrize(
    ("mark", "row"),
    [
        ("counts: tiltak", "| Samlokalisering | 7: 5 planlagt, 2 i bruk |"),
        ("check: oslo-economics-2020", "Alle ni: oppfylt – Vil lære mer om hverandre."),
        ("table: {name: tiltak, over: {only: [ha, tromso]}}", "|  | Hå<br>(Modell 2) | Tromsø<br>(Modell 1) | Antall |"),
    ],
)
def test_other_tables(tmp_path: Path, portfolio: Portfolio, mark: str, row: str) -> None:
    data = updated(checked(tmp_path / "utkast.md", f"<!-- vk: {mark} --><!-- /vk -->\n", portfolio))
    assert row in data.decode("utf-8")


def test_a_table_of_models_that_are_not_there_is_not_made(tmp_path: Path, portfolio: Portfolio) -> None:
    text = "<!-- vk: table: {name: tiltak, over: {only: [ha, tromso]}} -->gammelt<!-- /vk -->\n"
    check = checked(tmp_path / "utkast.md", text, portfolio, only=("ha",))
    assert [(result.outcome, result.models) for result in check.results] == [("unsure", None)]
    assert updated(check) == text.encode("utf-8")


def test_two_models_of_one_name_are_refused(tmp_path: Path, pilots: Portfolio) -> None:
    path = tmp_path / "utkast.md"
    path.write_text(WITH, "utf-8")
    with pytest.raises(vk.UsageError):
        check_draft(read_draft(path, pilots.project, pilots), [pilots["ask"], pilots["ask"]])


def test_one_model_alone(tmp_path: Path, pilots: Portfolio) -> None:
    path = tmp_path / "utkast.md"
    path.write_text(f"{WITH}a <!-- vk: sum: {{in: ask, of: var}} -->12<!-- /vk -->", "utf-8")
    assert check_draft(read_draft(path, pilots.project, pilots), pilots["ask"], pilots.project).count("same") == 1


@pytest.mark.parametrize(
    ("kinds", "shown"),
    [
        ({"a": "pilot", "b": "programme", "c": "template"}, ["a"]),
        ({"a": "programme", "b": "programme", "c": "template"}, ["a", "b"]),
        ({"a": "template", "b": "template"}, ["a", "b"]),
    ],
)
def test_a_table_of_no_group_is_of_the_main_models(kinds: dict[str, str], shown: list[str], tmp_path: Path) -> None:
    root = project_of_kinds(tmp_path, kinds)
    models = load_portfolio(root)
    check = checked(tmp_path / "utkast.md", "<!-- vk: table: sang -->\n\n<!-- /vk -->\n", models)
    assert [result.outcome for result in check.results] == ["different"]
    head = next(line for line in updated(check).decode("utf-8").splitlines() if line.startswith("|"))
    assert [cell.strip() for cell in head.strip("|").split("|")] == ["", *shown, "Antall"]


def test_a_group_that_nobody_is_in_is_told_of_as_it_is(tmp_path: Path) -> None:
    models = load_portfolio(project_of_kinds(tmp_path, {"a": "programme"}))
    check = checked(tmp_path / "utkast.md", "<!-- vk: table: {name: sang, over: {kind: pilot}} -->\n\n<!-- /vk -->\n", models)
    assert [result.outcome for result in check.results] == ["unsure"]
    assert "Ingen av modellene her er i gruppen." in check.to_text()


def project_of_kinds(root: Path, kinds: dict[str, str]) -> Path:
    """A project of models of these kinds, by their ids."""
    columns = "{kor: {label: Kor, counts: [kor]}}"
    (root / "comparisons").mkdir()
    (root / "vocabulary.yaml").write_text("virkningskjede: 1\nkind: vocabulary\nterms: {kor: {label: Kor, stage: activities}}\n")
    (root / "comparisons" / "sang.yaml").write_text(
        f"virkningskjede: 1\nkind: comparison\nid: sang\ntitle: Sang\nstages: [activities]\ncolumns: {columns}\n"
    )
    for name, kind in kinds.items():
        text = f"virkningskjede: 1\nkind: {kind}\nid: {name}\nactivities: {{kor: {{label: Kor, term: kor}}}}\n"
        (root / f"{name}.yaml").write_text(text)
    return root

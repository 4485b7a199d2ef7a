"""The door: `import virkningskjede as vk`."""

from __future__ import annotations

from pathlib import Path

import pytest

import virkningskjede as vk
from virkningskjede.analysis.show import ModelReport
from virkningskjede.i18n import LANGS, Lang
from virkningskjede.project.read import TABLES
from virkningskjede.tables import READERS

from .reading import written


@pytest.fixture
def pilots(models_folder: Path) -> vk.Portfolio:
    return vk.load_portfolio(models_folder / "pilots")


def test_validate_takes_a_path_a_model_or_a_portfolio(pilots: vk.Portfolio, models_folder: Path) -> None:
    by_path = vk.validate(models_folder / "pilots")
    by_portfolio = vk.validate(pilots)
    assert by_path.ok
    assert by_portfolio.diagnostics == by_path.diagnostics
    assert all(diagnostic.place for diagnostic in by_portfolio.diagnostics)
    by_model = vk.validate(pilots["ha"], root=models_folder)
    assert [
        (diagnostic.code, diagnostic.path)
        for diagnostic in sorted(by_model.diagnostics, key=lambda diagnostic: (diagnostic.code, diagnostic.path))
    ] == sorted(
        (diagnostic.code, diagnostic.path) for diagnostic in by_path.diagnostics if diagnostic.file and diagnostic.file.endswith("ha.yaml")
    )
    assert all(diagnostic.place is None for diagnostic in by_model.diagnostics)


def test_validate_never_raises_for_content(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xff")
    assert [diagnostic.code for diagnostic in vk.validate(tmp_path).diagnostics] == ["VK001"]
    assert [diagnostic.code for diagnostic in vk.validate(tmp_path / "none.yaml").diagnostics] == ["VK012"]


def test_names_that_a_model_made_in_a_program_does_not_have_are_found() -> None:
    model = vk.LogicModel.model_validate(
        {
            "id": "m",
            "activities": {"a": {"label": "A", "leads_to": ["b", "nowhere"]}},
            "outcomes": {"b": {"label": "B", "level": "user"}},
            "assumptions": {"tid": {"label": "Tid", "about": ["nix", "x -> y"]}},
        }
    )
    assert [(finding.code, finding.path) for finding in vk.validate(model).diagnostics if finding.severity == "error"] == [
        ("VK301", ("activities", "a", "leads_to", "nowhere")),
        ("VK301", ("assumptions", "tid", "about", 0)),
        ("VK312", ("assumptions", "tid", "about", 1)),
    ]


def test_validation_as_frame_and_html(models_folder: Path) -> None:
    validation = vk.validate(models_folder / "pilots" / "ha.yaml", select=["VK2"])
    frame = validation.to_frame()
    assert list(frame.columns) == ["file", "line", "column", "severity", "code", "path", "message"]
    assert len(frame) == len(validation.diagnostics) > 0
    assert set(frame["code"].str[:3]) == {"VK2"}
    assert "<table" in validation._repr_html_()
    assert vk.validate(models_folder / "pilots" / "ha.yaml", select="VK2") == validation
    with pytest.raises(vk.UsageError):
        vk.validate(models_folder, select=["XX"])


@pytest.mark.parametrize(
    ("form", "part"),
    [
        ("text", "a.yaml:4:1: error VK101 Unknown key `oops`\n  Advice: These can stand here: "),
        ("json", '{\n  "files": [\n    "a.yaml"\n  ],\n  "diagnostics": [\n    {\n      "code": "VK'),
        ("md", "| Place | Severity | Code | Message | Advice |\n| --- | --- | --- | --- | --- |\n| a.yaml:4:1 | error | VK101 |"),
        ("csv", "File,Line,Column,Severity,Code,Where in the model,Message,Advice\r\na.yaml,4,1,error,VK101,oops,Unknown key `oops`,"),
        ("html", "<title>What was found in the files</title>"),
        ("docx", "\na.yaml:4:1\terror\tVK101\tUnknown key `oops`\t"),
        ("xlsx", "\na.yaml\t4\t1\terror\tVK101\toops\tUnknown key `oops`\t"),
    ],
)
def test_a_validation_in_every_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, part: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text("virkningskjede: 1\nkind: pilot\nid: a\noops: 1\n")
    validation = vk.validate("a.yaml", select=["VK1"])
    assert part in written(form, validation.report(), "en")
    assert validation.to_text(lang="en").endswith("\n\n1 file: 1 error\n")
    assert vk.validate([]).to_html(lang="en") == "<p>nothing to report</p>\n"


NO_PROJECT = (
    "There is no project here: no folder with vocabulary.yaml. Name the folder with --root (in Python root=), "
    "or make a project with “virkningskjede init”"
)


def test_what_needs_a_project_says_how_to_give_one(pilots: vk.Portfolio, models_folder: Path) -> None:
    alone = vk.LogicModel(id="m", inputs={"a": {"label": "A"}})
    for ask in (lambda: vk.check(alone), lambda: vk.compare(alone, "ukjent"), lambda: vk.claims(alone, "ukjent")):
        with pytest.raises(vk.UsageError) as caught:
            ask()
        assert str(caught.value) == NO_PROJECT
    assert len(vk.compare(alone, "tiltak", root=models_folder).columns) == 10
    assert len(vk.compare(alone, "corpus:tiltak").columns) == 10
    assert len(vk.compare([alone, pilots["ha"]], "tiltak").columns) == 10  # beside others it takes their project
    assert {verdict.criteria for verdict in vk.check(alone, "corpus:oslo-economics-2020").results} == {"oslo-economics-2020"}


def test_a_model_of_a_portfolio_is_asked_as_the_portfolio_is(pilots: vk.Portfolio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = vk.check(pilots)
    monkeypatch.chdir(tmp_path)
    for pilot in (
        pilots["ha"],
        pilots["ha"].model_copy(),
        pilots.select(["ha"]),
        list(pilots.where(source="statusrapport", kind="pilot").select("ha").values()),
    ):
        assert vk.check(pilot).results == tuple(verdict for verdict in whole.results if verdict.model == "ha")


def test_a_project_with_no_sets_gives_no_results(tmp_path: Path) -> None:
    (tmp_path / "vocabulary.yaml").write_text("virkningskjede: 1\nkind: vocabulary\n")
    (tmp_path / "m.yaml").write_text("virkningskjede: 1\nkind: pilot\nid: m\n")
    assert vk.check(vk.load_portfolio(tmp_path)).results == ()


def test_check_one_set_and_one_verdict(pilots: vk.Portfolio) -> None:
    result = vk.check(pilots, "oslo-economics-2020")
    verdict = result.verdict("nesodden", "interesse-for-hverandre")
    assert verdict.verdict in verdict.possible
    assert {verdict.model for verdict in result.results} == set(pilots)
    with pytest.raises(vk.UsageError):
        vk.check(pilots, "finnes-ikke")


def test_diff_and_paths(pilots: vk.Portfolio) -> None:
    result = vk.diff(pilots["ha"], pilots["nesodden"])
    assert result.comparable
    assert vk.diff(pilots["ha"], pilots["ha"]).changes == ()
    chains = vk.paths(pilots["nesodden"], "tilskudd", "lavere-sykefravaer")
    assert not chains.truncated
    assert all(chain[0] == "tilskudd" and chain[-1] == "lavere-sykefravaer" for chain in chains.paths)
    assert chains.paths
    with pytest.raises(vk.UsageError, match="nesodden has no node nei"):
        vk.paths(pilots["nesodden"], "tilskudd", "nei")


def test_render_to_a_file(pilots: vk.Portfolio, tmp_path: Path) -> None:
    path = vk.render(pilots["kristiansand"], tmp_path / "k.svg", lang="en")
    assert b"Activities" in path.read_bytes()
    with pytest.raises(vk.UsageError):
        vk.render(pilots["kristiansand"], tmp_path / "k.docx")
    with pytest.raises(vk.UsageError):
        vk.render(pilots.select([]), tmp_path / "k.pdf")
    assert [file.name for file in tmp_path.iterdir()] == ["k.svg"]


@pytest.mark.parametrize("lang", LANGS)
def test_a_model_is_read_as_results_are(pilots: vk.Portfolio, lang: Lang) -> None:
    report = ModelReport(pilots["ha"], pilots.project.vocabulary)
    assert pilots["ha"].to_text(lang=lang, width=60) == report.to_text(lang=lang, width=60)
    assert pilots["ha"].to_markdown(lang=lang) == report.to_markdown(lang=lang)
    assert pilots["ha"].to_html(lang=lang) == report.to_html(lang=lang)
    alone = vk.LogicModel(id="m", activities={"a": {"label": "A", "who": ["lege"]}})
    assert "lege" in alone.to_text(lang=lang)


def test_a_model_shows_itself_in_a_notebook(pilots: vk.Portfolio) -> None:
    shown = pilots["ha"]._repr_mimebundle_()
    assert "Hå" in shown["text/plain"]
    assert "<svg" in shown["image/svg+xml"]


def test_a_table_given_for_a_model_is_told_what_reads_it(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("Trinn;Tekst\nAktivitet;Kurs\n", "utf-8")
    for load in (vk.load, vk.load_model, vk.load_portfolio):
        with pytest.raises(vk.UsageError, match=r"t\.csv is a table: read it with `read_table` in Python"):
            load(tmp_path / "t.csv")


def test_what_is_told_to_be_a_table_is_what_is_read_as_one() -> None:
    assert READERS.keys() - {"txt"} == TABLES

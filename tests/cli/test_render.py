"""``render``: one model to a file, several to a folder, in every view; and the pictures of other commands."""

from __future__ import annotations

import struct
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pypdf
import pytest

from virkningskjede.analysis.views import VIEWS
from virkningskjede.cli.render import VIEWS as CHOICES

from .conftest import Run, used

SVG = "{http://www.w3.org/2000/svg}"


def title(path: Path) -> str | None:
    return ET.parse(path).getroot().findtext(f"{SVG}title")


def test_the_views_are_those_that_there_are() -> None:
    assert tuple(VIEWS) == tuple(CHOICES)


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        ((), "Ringsaker – «Arbeidspuls»"),
        (("--view", "overview"), "Ringsaker – «Arbeidspuls»: at a glance"),
        (("--view", "path", "--from", "samlokalisering"), "Ringsaker – «Arbeidspuls»: from “Co-location” to “…”"),
        (("--view", "around", "--node", "til-stede"), "Ringsaker – «Arbeidspuls»: around “Terapeut og Nav-veileder er på legekontoret”"),
        (("--view", "evidence"), "Ringsaker – «Arbeidspuls»: research behind the arrows"),
        (("--view", "assumptions"), "Ringsaker – «Arbeidspuls»: why the arrows should hold"),
    ],
)
def test_a_view_of_one_model(run: Run, here: Path, arguments: tuple[str, ...], name: str) -> None:
    ran = run("render", "corpus:ringsaker", *arguments, "-o", "r.svg", "--lang", "en")
    assert (ran.code, ran.out, ran.err) == (0, "", "Wrote r.svg\n")
    assert title(here / "r.svg") == name


def test_the_view_of_verdicts_takes_one_or_more_sets(run: Run, here: Path) -> None:
    sets = "oslo-economics-2020,kognitiv-terapi-xu-2024"
    assert run("render", "corpus:ringsaker", "--view", "criteria", "--criteria", sets, "-o", "r.svg").err == "Skrev r.svg\n"
    output = {text.text for text in ET.parse(here / "r.svg").getroot().iter(f"{SVG}text")}
    signs = {item.split()[0]: item for item in output if item and item[0].isdigit()}
    assert signs.keys() >= {f"{number}" for number in range(1, 18)}
    assert "6 +" in signs.values()


def test_several_models_become_files_in_a_folder_that_is_made(run: Run, here: Path) -> None:
    ran = run("render", "corpus:ha", "corpus:lillestrom", "-o", "bilder/alle", "--format", "png", "--dpi", "60")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "Skrev bilder/alle/ha.png\nSkrev bilder/alle/lillestrom.png\n"
    assert [struct.unpack(">I", path.read_bytes()[16:20]) for path in sorted((here / "bilder/alle").iterdir())] == [(702,), (702,)]
    (here / "en").mkdir()
    assert run("render", "corpus:ha", "-o", "en").err == "Skrev en/ha.svg\n"
    (here / "to.pdf").mkdir()
    assert run("render", "corpus:ha", "-o", "to.pdf").err == "Skrev to.pdf/ha.svg\n"
    assert run("render", "corpus:ha", "corpus:bjerke", "-o", "fra 2.2", "--format", "mmd").code == 0
    assert sorted(path.name for path in (here / "fra 2.2").iterdir()) == ["bjerke.mmd", "ha.mmd"]


def test_a_picture_without_an_ending_is_what_was_asked_for(run: Run, here: Path) -> None:
    assert run("render", "corpus:ha", "--format", "mmd", "-o", "ha").err == "Skrev ha\n"
    printed = run("render", "corpus:ha", "--format", "mmd", "-o", "-")
    assert (printed.code, printed.err, printed.out.startswith("flowchart LR\n")) == (0, "", True)
    assert (here / "ha").read_text("utf-8") == printed.out


def test_a3_is_the_same_picture_larger(run: Run, here: Path) -> None:
    run("render", "corpus:ha", "-o", "a4.svg")
    run("render", "corpus:ha", "--paper", "a3", "-o", "a3.svg")
    small, large = (ET.parse(here / name).getroot() for name in ("a4.svg", "a3.svg"))
    sides = [[float((svg.get(side) or "").removesuffix("pt")) for side in ("width", "height")] for svg in (small, large)]
    assert sides == [[842, 595], [1191, 842]]
    assert [text.text for text in small.iter(f"{SVG}text")] == [text.text for text in large.iter(f"{SVG}text")]


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (
            ("corpus:ha", "-o", "ha.jpg"),
            "feil: «ha.jpg» ender ikke på noe som dette kan skrives som: .svg, .png, .pdf, .dot, .mmd, .graphml, .gexf\n",
        ),
        (
            ("corpus:ha", "-o", "ha"),
            "feil: Bilder tegnes som .svg, .png, .pdf, .dot eller .mmd, og skrives som .graphml eller .gexf; "
            "«ha» ender ikke på noen av dem.\n",
        ),
        (
            ("corpus:ha", "--format", "png", "-o", "ha.svg"),
            "feil: «ha.svg» ender på noe annet enn det som --format png ber om; velg en av delene\n",
        ),
        (
            ("corpus:ha", "corpus:lillestrom", "-o", "x.png"),
            "feil: Det tegnes ett bilde for hver modell, til en mappe; «x.png» er ingen mappe.\n",
        ),
        (("corpus:pilots", "-o", "-"), "feil: Det tegnes ett bilde for hver modell, til en mappe; «-» er ingen mappe.\n"),
        (("corpus:ha", "--node", "til-stede", "-o", "ha.svg"), "feil: `--node` har ingen virkning for `--view full`\n"),
        (("corpus:ha", "--dpi", "300", "-o", "ha.svg"), "feil: `--dpi` har ingen virkning for `.svg`\n"),
        (("corpus:ha", "--paper", "a3", "-o", "ha.mmd"), "feil: `--paper` har ingen virkning for `.mmd`\n"),
        (("corpus:ha", "--view", "path", "-o", "ha.svg"), "feil: Visningen path trenger --from, --to.\n"),
        (("corpus:ha", "--view", "around", "-o", "ha.svg"), "feil: Visningen around trenger --node.\n"),
        (("corpus:ha", "--view", "criteria", "-o", "ha.svg"), "feil: Visningen criteria trenger --criteria.\n"),
        (("finnesikke", "-o", "ha.svg"), "feil: Finner ingen modell «finnesikke»"),
    ],
)
def test_what_cannot_be_drawn_is_said_in_a_sentence(run: Run, here: Path, arguments: tuple[str, ...], text: str) -> None:
    ran = run("render", *arguments)
    assert ran.code == 2
    assert ran.err.startswith(text)
    assert list(here.iterdir()) == []


def test_a_folder_that_is_a_file_is_said_in_a_sentence(run: Run, here: Path) -> None:
    (here / "fil").write_text("noe")
    ran = run("render", "corpus:ha", "corpus:lillestrom", "-o", "fil")
    assert (ran.code, ran.err.startswith("feil: Kan ikke skrive fil: ")) == (2, True)


def test_a_diff_and_a_common_chain_are_drawn_where_the_file_is_a_picture(run: Run, here: Path, models_folder: Path) -> None:
    assert run("diff", "corpus:ha", "corpus:lillestrom", "-o", "d.svg").err == "Skrev d.svg\n"
    assert title(here / "d.svg") == "Hå (A) og Lillestrøm (B)"
    assert run("consensus", models_folder / "pilots", "--min", "4", "-o", "c.svg").err == f"{used(models_folder)}Skrev c.svg\n"
    assert (title(here / "c.svg") or "").startswith("Samlet virkningskjede for 9 modeller")


def test_a_folder_becomes_one_pdf(run: Run, here: Path) -> None:
    ran = run("render", "corpus:templates", "-o", "maler.pdf")
    assert (ran.code, ran.out, ran.err) == (0, "", "Skrev maler.pdf\n")
    assert len(pypdf.PdfReader("maler.pdf").pages) == 3


def test_a_graph_has_no_size_and_no_verdicts(run: Run, here: Path) -> None:
    assert run("render", "corpus:ha", "-o", "ha.graphml").code == 0
    assert nx.read_graphml("ha.graphml").nodes["tilskudd"]["stage_label"] == "Innsatsfaktorer"
    for option in ("--paper a3", "--dpi 300", "--view criteria --criteria corpus:oslo-economics-2020"):
        ran = run("render", "corpus:ha", *option.split(), "-o", "ha.gexf")
        assert (ran.code, ran.err) == (2, f"feil: `{option.split()[-2]}` har ingen virkning for `.gexf`\n")
    assert not Path("ha.gexf").exists()

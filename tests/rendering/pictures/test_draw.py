"""Pictures as files: whole, valid, self-contained, the same each time, and never a traceback."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from virkningskjede.errors import DrawingError, UsageError
from virkningskjede.loading import Portfolio, load_file
from virkningskjede.model import LogicModel
from virkningskjede.rendering.pictures import draw as drawing
from virkningskjede.rendering.pictures.dot import dot
from virkningskjede.rendering.pictures.draw import draw
from virkningskjede.rendering.pictures.picture import picture

SVG = "{http://www.w3.org/2000/svg}"


def model_of(*labels: str) -> LogicModel:
    return LogicModel.model_validate({"id": "m", "inputs": {f"n{number}": {"label": label} for number, label in enumerate(labels)}})


def drawn(model: LogicModel) -> ET.Element:
    return ET.fromstring(draw(dot(model), "svg"))


def texts(svg: ET.Element, kind: str) -> dict[str, list[str]]:
    """The title of each drawn node or edge, with its lines of text."""
    groups = [group for group in svg.iter(f"{SVG}g") if group.get("class") == kind]
    return {group.findtext(f"{SVG}title") or "": [line.text or "" for line in group.iter(f"{SVG}text")] for group in groups}


def test_every_node_and_arrow_of_the_real_models_is_in_the_svg(portfolio: Portfolio) -> None:
    for model in portfolio.values():
        svg = drawn(model)
        nodes = {name: " ".join(lines) for name, lines in texts(svg, "node").items() if not name.startswith("_")}
        assert nodes == {name: node.label for name, node in model.nodes.items()}
        edges = {name for name in texts(svg, "edge") if not name.startswith("_")}
        assert edges == {f"{link.source}->{link.to}" for link in model.links()}
        assert svg.findtext(f"{SVG}title") == model.name


HOSTILE = [
    '<b>\\N "x" {y}|',
    "<b>fet</b>",
    "slutt\\",
    "&#27;",
    "&amp;lt;",
    "\\G\\L\\E",
    "end",
    '"; a -> b; "',
    "</text></svg> <script>alert(1) </script>",
    "]]>",
    "-- > -->",
    "%s {0} $x",
    "日本語 العربية",
]


def test_hostile_labels_come_out_as_that_text() -> None:
    svg = drawn(model_of(*HOSTILE))
    found = texts(svg, "node")
    assert [" ".join(found[f"n{number}"]) for number in range(len(HOSTILE))] == HOSTILE
    assert list(svg.iter(f"{SVG}script")) == []


def test_very_long_words_and_labels_are_drawn() -> None:
    word, label = "kartleggingsskjema" * 10, "ord " * 5_000
    found = texts(drawn(model_of(word, label.strip())), "node")
    *broken, last = found["n0"]
    assert all(line.endswith("-") for line in broken)
    assert "".join(line[:-1] for line in broken) + last == word
    assert " ".join(found["n1"]) == "ord " * 74 + "ord…"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60), min_size=1, max_size=12))
@settings(max_examples=15)
def test_any_text_at_all_draws_valid_xml(labels: list[str]) -> None:
    real = model_of(*["x" for _ in labels])
    inputs = {name: node.model_copy(update={"label": label}) for (name, node), label in zip(real.inputs.items(), labels, strict=True)}
    svg = drawn(real.model_copy(update={"inputs": inputs, "title": labels[0]}))
    assert {name for name in texts(svg, "node") if name.startswith("n")} == set(inputs)


def test_an_svg_refers_to_nothing_outside_itself(models_folder: Path) -> None:
    data = draw(dot(load_file(models_folder / "pilots" / "ha.yaml")), "svg").decode()
    for outside in (
        "href",
        "<script",
        "<!DOCTYPE",
        "<!ENTITY",
        "<image",
        "url(",
        "file:",
        str(models_folder),
        os.fspath(Path.home()) + "/",
    ):
        assert outside not in data
    addresses = {part.split('"')[0] for part in data.split("http://")[1:]}
    assert addresses == {"www.w3.org/2000/svg", "www.w3.org/1999/xlink"}


def test_a_png_is_a4_at_200_dots_per_inch_and_a_pdf_one_a4_page(models_folder: Path) -> None:
    source = dot(load_file(models_folder / "pilots" / "ha.yaml"))
    assert struct.unpack(">II", draw(source, "png")[16:24]) == (2339, 1654)
    pdf = draw(source, "pdf")
    assert pdf.startswith(b"%PDF-")
    assert b"/MediaBox [ 0 0 842 595 ]" in pdf
    assert b"/Count 1\n" in pdf


def test_a_model_too_large_for_legible_type_is_still_printed_on_a4() -> None:
    svg = drawn(model_of(*[f"Innsatsfaktor nummer {number} av svært mange" for number in range(400)]))
    assert (svg.get("width"), svg.get("height")) == ("842pt", "595pt")
    assert sum(not name.startswith("_") for name in texts(svg, "node")) == 400


@pytest.mark.parametrize("ending", ["svg", "png", "pdf", "dot", "mmd"])
def test_the_ending_decides_and_the_same_model_gives_the_same_file(tmp_path: Path, ending: str, models_folder: Path) -> None:
    model = load_file(models_folder / "pilots" / "kristiansand.yaml")
    for name in ("en", "to"):
        picture(model, tmp_path / f"{name}.{ending.upper()}")
    beginnings = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF", "dot": b"digraph", "mmd": b"flowchart LR\n"}
    first = (tmp_path / f"en.{ending.upper()}").read_bytes()
    assert first.startswith(beginnings[ending])
    assert first == (tmp_path / f"to.{ending.upper()}").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"en.{ending.upper()}", f"to.{ending.upper()}"]


@pytest.mark.parametrize("name", ["bilde.jpg", "bilde", "bilde.svg.txt", ".svg"])
def test_another_ending_is_refused_with_the_five_that_work(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError) as caught:
        picture(model_of("A"), tmp_path / name, lang="en")
    assert str(caught.value) == f"Pictures are drawn as .svg, .png, .pdf, .dot or .mmd; “{name}” ends in none of these."
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"Kan ikke skrive .*mangler.a\.dot: No such file or directory"):
        picture(model_of("A"), tmp_path / "mangler" / "a.dot")


def child(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Let another program take the place of the drawing process."""
    monkeypatch.setattr(drawing, "COMMAND", (sys.executable, "-c", f"import os, sys, time; sys.stdin.buffer.read(); {program}"))


CHECK = "Kontroller at pygraphviz 2 eller nyere er installert, eller lagre som .dot eller .mmd."
BROKEN = {
    "os.kill(os.getpid(), 11)": f"Tegneprogrammet stoppet (SIGSEGV). {CHECK}",
    "sys.exit(7)": f"Tegneprogrammet stoppet (7). {CHECK}",
    "raise ModuleNotFoundError('No module named pygraphviz')": "Tegneprogrammet stoppet "
    f"(ModuleNotFoundError: No module named pygraphviz). {CHECK}",
    "pass": f"Tegneprogrammet ga ikke noe bilde. {CHECK}",
    "print('<?xml version=\"1.0\"?><svg>')": f"Tegneprogrammet ga ikke noe bilde. {CHECK}",
    "print('<?xml?><svg></svg>'); sys.stderr.write('Error: noe gikk galt\\x1b[31m')": "Tegneprogrammet godtok ikke tegningen: "
    "Error: noe gikk galt\ufffd[31m. Lagre som .dot for å se den, eller som .mmd.",
    "sys.exit(3)": "Maskinen har ingen skrifter å tegne med. Installer en, for eksempel pakken fonts-dejavu-core, eller lagre som .svg.",
}


@pytest.mark.parametrize("program", BROKEN)
def test_a_drawing_process_that_fails_is_a_drawing_error_and_leaves_the_old_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, program: str
) -> None:
    (tmp_path / "a.svg").write_text("gammel")
    child(monkeypatch, program)
    with pytest.raises(DrawingError) as caught:
        picture(model_of("A"), tmp_path / "a.svg")
    assert str(caught.value) == BROKEN[program]
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.svg", "gammel")]


def test_a_drawing_process_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    child(monkeypatch, "time.sleep(60)")
    with pytest.raises(DrawingError) as caught:
        draw(dot(model_of("A")), "svg", timeout=0.2, lang="en")
    assert str(caught.value) == "The drawing was not finished in 0.2 seconds. Split the model, or save it as .dot or .mmd."


def test_a_drawing_process_that_is_not_there_is_a_drawing_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "COMMAND", ("/finnes/ikke",))
    with pytest.raises(DrawingError, match="No such file or directory"):
        draw(dot(model_of("A")), "svg")


def test_what_is_not_dot_is_a_drawing_error() -> None:
    with pytest.raises(DrawingError):
        draw("digraph { a [label=", "svg")


def test_dot_with_a_layout_of_its_own_is_drawn_too() -> None:
    assert set(texts(ET.fromstring(draw("digraph { a -> b }", "svg")), "edge")) == {"a->b"}


@pytest.mark.skipif(sys.platform != "linux", reason="only there does fontconfig find the fonts")
def test_a_machine_without_fonts_is_told_so_but_still_draws_svg(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    bare = tmp_path / "fonts.conf"
    bare.write_text('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/finnes/ikke</dir></fontconfig>')
    monkeypatch.setenv("FONTCONFIG_FILE", str(bare))
    assert texts(drawn(model_of("Nav-veileder")), "node")["n0"] == ["Nav-veileder"]
    for name in ("a.png", "a.pdf"):
        with pytest.raises(DrawingError, match="Maskinen har ingen skrifter"):
            picture(model_of("A"), tmp_path / name)


def test_drawing_says_nothing_and_needs_no_program_on_the_path(tmp_path: Path, models_folder: Path) -> None:
    program = (
        f"import sys; from pathlib import Path; from {load_file.__module__} import load_file\n"
        f"from {picture.__module__} import picture; picture(load_file(Path(sys.argv[1])), sys.argv[2])"
    )
    arguments = [sys.executable, "-c", program, str(models_folder / "pilots" / "ha.yaml"), str(tmp_path / "ha.png")]
    done = subprocess.run(arguments, capture_output=True, env={**os.environ, "PATH": ""}, cwd=tmp_path, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")
    assert [path.name for path in tmp_path.iterdir()] == ["ha.png"]


def test_the_drawing_process_imports_no_other_part_of_the_library() -> None:
    program = (
        "import sys, virkningskjede.rendering.pictures.draw_child\n"
        "print(*sorted(each for each in sys.modules if each.startswith('virkningskjede')))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [
        "virkningskjede",
        "virkningskjede.rendering",
        "virkningskjede.rendering.pictures",
        "virkningskjede.rendering.pictures.draw_child",
    ]


def test_files_in_the_working_directory_are_not_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pygraphviz.py").write_text("raise SystemExit('fanget')")
    monkeypatch.chdir(tmp_path)
    assert draw(dot(model_of("A")), "svg").startswith(b"<?xml")

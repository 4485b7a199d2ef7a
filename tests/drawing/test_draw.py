"""Pictures as files: whole, valid, self-contained, the same each time, and never a traceback."""

from __future__ import annotations

import os
import signal
import struct
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from virkningskjede.drawing import child as processes
from virkningskjede.drawing.child import Child
from virkningskjede.drawing.draw import draw, on_all_cores
from virkningskjede.drawing.draw_child import drawn as drawn_here
from virkningskjede.drawing.picture import data, data_of_many, picture
from virkningskjede.drawing.scene import Scene
from virkningskjede.errors import DrawingError, UsageError
from virkningskjede.model import LogicModel
from virkningskjede.model.values import copy_with
from virkningskjede.project import Portfolio, load_model

SVG = "{http://www.w3.org/2000/svg}"
EMPTY = "digraph { }"


def model_of(*labels: str) -> LogicModel:
    return LogicModel.model_validate({"id": "m", "inputs": {f"n{number}": {"label": label} for number, label in enumerate(labels)}})


def drawn(model: LogicModel) -> ET.Element:
    return ET.fromstring(data(Scene(model), "svg"))


def texts(svg: ET.Element) -> dict[str, list[str]]:
    """The lines of text in each box, by id."""
    boxes = [group for group in svg.iter(f"{SVG}g") if group.get("class") == "box"]
    return {group.get("data-id") or "": [line.text or "" for line in group.iter(f"{SVG}text")] for group in boxes}


def arrows(svg: ET.Element) -> set[tuple[str | None, str | None]]:
    return {(group.get("data-from"), group.get("data-to")) for group in svg.iter(f"{SVG}g") if group.get("class") == "arrow"}


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
    lines_of = texts(svg)
    assert [" ".join(lines_of[f"n{number}"]) for number in range(len(HOSTILE))] == HOSTILE
    assert list(svg.iter(f"{SVG}script")) == []


def test_very_long_words_and_labels_are_drawn() -> None:
    word, label = "kartleggingsskjema" * 10, "ord " * 5_000
    lines_of = texts(drawn(model_of(word, label.strip())))
    *broken, last = lines_of["n0"]
    assert all(line.endswith("-") for line in broken)
    assert "".join(line[:-1] for line in broken) + last == word
    assert " ".join(lines_of["n1"]) == "ord " * 74 + "ord…"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60), min_size=1, max_size=12))
@settings(max_examples=15)
def test_any_text_at_all_draws_valid_xml(labels: list[str]) -> None:
    real = model_of(*["x" for _ in labels])
    inputs = {name: copy_with(node, {"label": label}) for (name, node), label in zip(real.inputs.items(), labels, strict=True)}
    svg = drawn(copy_with(real, {"inputs": inputs, "title": labels[0]}))
    assert set(texts(svg)) == set(inputs)


def test_an_svg_refers_to_nothing_outside_itself(models_folder: Path) -> None:
    written = data(Scene(load_model(models_folder / "pilots" / "ha.yaml")), "svg").decode()
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
        assert outside not in written
    addresses = {part.split('"')[0] for part in written.split("http://")[1:]}
    assert addresses == {"www.w3.org/2000/svg", "www.w3.org/1999/xlink"}


def test_a_png_is_a4_at_200_dots_per_inch_and_a_pdf_one_a4_page(models_folder: Path) -> None:
    scene = Scene(load_model(models_folder / "pilots" / "ha.yaml"))
    assert struct.unpack(">II", data(scene, "png")[16:24]) == (2339, 1654)
    assert struct.unpack(">II", data(scene, "png", dpi=100)[16:24]) == (1169, 827)
    assert struct.unpack(">II", data(scene, "png", dpi=100, paper="a3")[16:24]) == (1654, 1169)
    pdf = data(scene, "pdf")
    assert pdf.startswith(b"%PDF-")
    assert b"/MediaBox [ 0 0 842 595 ]" in pdf
    assert b"/Count 1\n" in pdf


def test_a_model_too_large_for_legible_type_is_still_printed_on_a4() -> None:
    svg = drawn(model_of(*[f"Innsatsfaktor nummer {number} av svært mange" for number in range(400)]))
    assert (svg.get("width"), svg.get("height")) == ("842pt", "595pt")
    assert len(texts(svg)) == 400


@pytest.mark.parametrize("ending", ["svg", "png", "pdf", "dot", "mmd"])
def test_the_ending_decides_and_the_same_model_gives_the_same_file(tmp_path: Path, ending: str, models_folder: Path) -> None:
    model = load_model(models_folder / "pilots" / "kristiansand.yaml")
    for name in ("en", "to"):
        picture(Scene(model), tmp_path / f"{name}.{ending.upper()}")
    beginnings = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF", "dot": b"digraph", "mmd": b"flowchart LR\n"}
    first = (tmp_path / f"en.{ending.upper()}").read_bytes()
    assert first.startswith(beginnings[ending])
    assert first == (tmp_path / f"to.{ending.upper()}").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"en.{ending.upper()}", f"to.{ending.upper()}"]


@pytest.mark.parametrize("name", ["bilde.jpg", "bilde", "bilde.svg.txt", ".svg"])
def test_another_ending_is_refused_with_those_that_work(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError) as caught:
        picture(Scene(model_of("A"), "en"), tmp_path / name)
    assert (
        str(caught.value)
        == f"Pictures are drawn as .svg, .png, .pdf, .dot or .mmd, and written as .graphml or .gexf; “{name}” ends in none of these."
    )
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"Kan ikke skrive .*mangler.a\.dot: mappen finnes ikke$"):
        picture(Scene(model_of("A")), tmp_path / "mangler" / "a.dot")


def child(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Let another program take the place of the drawing process."""
    monkeypatch.setattr(processes, "COMMAND", (sys.executable, "-c", f"{ANSWER}; {program}"))


ANSWER = (
    "import os, pickle, sys, time; pickle.load(sys.stdin.buffer); "
    "answer = lambda sign, data: sys.stdout.buffer.write(sign + len(data).to_bytes(8, 'big') + data)"
)
CHECK = "Kontroller at pygraphviz 2 eller nyere er installert, eller lagre som .dot eller .mmd."
BROKEN = {
    "os.kill(os.getpid(), 11)": f"Tegneprogrammet stoppet (SIGSEGV). {CHECK}",
    "sys.exit(7)": f"Tegneprogrammet stoppet (7). {CHECK}",
    "raise RuntimeError('noe')": f"Tegneprogrammet stoppet (RuntimeError: noe). {CHECK}",
    "answer(b'-', b'ModuleNotFoundError: No module named pygraphviz')": "Tegneprogrammet stoppet "
    f"(ModuleNotFoundError: No module named pygraphviz). {CHECK}",
    "print('noe annet', flush=True)": f"Tegneprogrammet stoppet (0). {CHECK}",
    "sys.stdout.buffer.write(b'+' + bytes(7) + b'\\x09<?xml'); sys.stdout.flush(); sys.exit(9)": f"Tegneprogrammet stoppet (9). {CHECK}",
    "answer(b'+', b'')": f"Tegneprogrammet ga ikke noe bilde. {CHECK}",
    "answer(b'+', b'<?xml version=\"1.0\"?><svg>')": f"Tegneprogrammet ga ikke noe bilde. {CHECK}",
    "sys.stderr.write('Error: noe gikk galt\\x1b[31m'); sys.stderr.flush(); answer(b'+', b'<?xml?><svg></svg>')": "Tegneprogrammet "
    "godtok ikke tegningen: Error: noe gikk galt\ufffd[31m. Lagre som .dot for å se den, eller som .mmd.",
    "answer(b'-', b'NoFonts: ')": "Maskinen har ingen skrifter å tegne med. "
    "Installer en, for eksempel pakken fonts-dejavu-core, eller lagre som .svg.",
}


@pytest.mark.parametrize("program", BROKEN)
def test_a_drawing_process_that_fails_is_a_drawing_error_and_leaves_the_old_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, program: str
) -> None:
    (tmp_path / "a.svg").write_text("gammel")
    child(monkeypatch, program)
    with pytest.raises(DrawingError) as caught:
        picture(Scene(model_of("A")), tmp_path / "a.svg")
    assert str(caught.value) == BROKEN[program]
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.svg", "gammel")]


def test_a_drawing_process_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    child(monkeypatch, "time.sleep(60)")
    with pytest.raises(DrawingError) as caught:
        draw(EMPTY, "svg", timeout=0.2, lang="en")
    assert str(caught.value) == "The drawing was not finished in 0.2 seconds. Split the model, or save it as .dot or .mmd."


def test_a_drawing_process_that_is_not_there_is_a_drawing_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "COMMAND", ("/finnes/ikke",))
    with pytest.raises(DrawingError, match="No such file or directory"):
        draw(EMPTY, "svg")


def test_what_is_not_dot_is_a_drawing_error() -> None:
    with pytest.raises(DrawingError):
        draw("digraph { a [label=", "svg")


def test_dot_with_a_layout_of_its_own_is_drawn_too() -> None:
    assert b"<title>a&#45;&gt;b</title>" in draw("digraph { a -> b }", "svg")


@pytest.mark.skipif(sys.platform != "linux", reason="only there does fontconfig find the fonts")
def test_a_machine_without_fonts_is_told_so_but_still_draws_svg(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    bare = tmp_path / "fonts.conf"
    bare.write_text('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/finnes/ikke</dir></fontconfig>')
    monkeypatch.setenv("FONTCONFIG_FILE", str(bare))
    assert texts(drawn(model_of("Nav-veileder")))["n0"] == ["Nav-veileder"]
    for name in ("a.png", "a.pdf"):
        with pytest.raises(DrawingError, match="Maskinen har ingen skrifter"):
            picture(Scene(model_of("A")), tmp_path / name)


def test_drawing_says_nothing_and_needs_no_program_on_the_path(tmp_path: Path, models_folder: Path) -> None:
    program = (
        f"import sys; from pathlib import Path; from {load_model.__module__} import load_model\n"
        f"from {picture.__module__} import Scene, picture; picture(Scene(load_model(Path(sys.argv[1]))), sys.argv[2])"
    )
    arguments = [sys.executable, "-c", program, str(models_folder / "pilots" / "ha.yaml"), str(tmp_path / "ha.png")]
    done = subprocess.run(arguments, capture_output=True, env={**os.environ, "PATH": ""}, cwd=tmp_path, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")
    assert [path.name for path in tmp_path.iterdir()] == ["ha.png"]


def test_the_drawing_process_imports_no_other_part_of_the_library() -> None:
    program = (
        "import sys, virkningskjede.drawing.draw_child, virkningskjede.drawing.work_child\n"
        "print(*sorted(name for name in sys.modules if name.startswith('virkningskjede')))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [
        "virkningskjede",
        "virkningskjede.drawing",
        "virkningskjede.drawing.draw_child",
        "virkningskjede.drawing.work_child",
    ]


def test_files_in_the_working_directory_are_not_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pygraphviz.py").write_text("raise SystemExit('fanget')")
    monkeypatch.chdir(tmp_path)
    assert draw(EMPTY, "svg").startswith(b"<?xml")


def test_many_pictures_are_the_same_as_one_by_one_and_one_that_fails_stops_no_other(portfolio: Portfolio) -> None:
    wanted: list[tuple[object, ...]] = [("digraph { a }", "svg", 100), ("digraph { a [label=", "svg", 100), ("digraph { b }", "svg", 100)]
    first, wrong, last = on_all_cores(drawn_here, wanted)
    assert (first, last) == (draw("digraph { a }", "svg"), draw("digraph { b }", "svg"))
    assert isinstance(wrong, DrawingError)
    assert list(on_all_cores(drawn_here, [])) == []
    scenes = [Scene(portfolio[name]) for name in ("ha", "lillestrom", "modell-1")]
    assert list(data_of_many(scenes, "svg")) == [data(scene, "svg") for scene in scenes]


def test_a_child_that_dies_is_replaced() -> None:
    with Child(20.0, "nb") as one:
        before = one.ask(drawn_here, EMPTY, "svg", 100)
        with pytest.raises(DrawingError, match="SIGKILL"):
            one.ask(signal.raise_signal, signal.SIGKILL)  # type: ignore[arg-type]  # gives nothing back: the process is gone
        assert one.ask(drawn_here, EMPTY, "svg", 100) == before

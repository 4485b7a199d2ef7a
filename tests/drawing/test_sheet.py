"""The page itself: nothing overlaps, nothing is clipped, nothing is too small to read, and arrows keep off the boxes."""

from __future__ import annotations

import itertools
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from virkningskjede.drawing.columns import columns
from virkningskjede.drawing.content import LONGEST_LABEL, PAD_X, content
from virkningskjede.drawing.fitting import A4, LARGEST
from virkningskjede.drawing.layers import Lane, layered, untangled
from virkningskjede.drawing.legend import meanings
from virkningskjede.drawing.marks import marks
from virkningskjede.drawing.routes import routes
from virkningskjede.drawing.scene import Scene
from virkningskjede.drawing.sheet import Sheet, arranged
from virkningskjede.drawing.spots import spots
from virkningskjede.drawing.wrapping import LINE, balanced, width, wrap
from virkningskjede.model import LogicModel
from virkningskjede.project import corpus, load_model

MODELS = sorted(path for folder in ("pilots", "templates") for path in (corpus() / folder).glob("*.yaml"))
real_models = pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)

LEGIBLE = 8.0
"""Points in print. Reports set tables in eight."""


def printed(sheet: Sheet) -> float:
    """The size of the boxes' text when the sheet is printed on A4, in points."""
    return sheet.em * A4[0] / sheet.width


@cache
def sheet_in(path: Path) -> Sheet:
    return sheet_of(load_model(path))


def sheet_of(model: LogicModel) -> Sheet:
    scene = Scene(model)
    hung = marks(scene)
    return arranged(content(scene, columns(model, "nb"), hung, meanings(scene, hung)))


def overlapping(sheet: Sheet) -> list[tuple[str, str]]:
    boxes = [(name, sheet.places[name]) for name in sheet.lines]
    return [(a, b) for (a, here), (b, there) in itertools.combinations(boxes, 2) if here.overlaps(there)]


def outside(sheet: Sheet) -> list[str]:
    bottom = sheet.height - sheet.margin - sheet.fit.legend.height * sheet.em
    slack = 0.01
    return [
        name
        for name in sheet.lines
        if (place := sheet.places[name]).left < sheet.margin - slack
        or place.right > sheet.width - sheet.margin + slack
        or place.bottom > bottom + slack
        or place.top < max(heading.bottom for _, heading in sheet.headings) - slack
    ]


def clipped(sheet: Sheet) -> list[str]:
    names = []
    for name, lines in sheet.lines.items():
        place = sheet.places[name]
        if max(map(width, lines)) > place.width / sheet.em - 2 * PAD_X + 0.001 or len(lines) * LINE > place.height / sheet.em:
            names.append(name)
    return names


@real_models
def test_a_real_model_fits_its_page_in_legible_type(path: Path) -> None:
    sheet = sheet_in(path)
    assert printed(sheet) >= LEGIBLE
    assert (overlapping(sheet), outside(sheet), clipped(sheet)) == ([], [], [])


@real_models
def test_arrows_run_from_edge_to_edge_and_keep_off_the_boxes_between(path: Path) -> None:
    sheet = sheet_in(path)
    for (source, target), route in routes(sheet).items():
        start, end = sheet.places[source], sheet.places[target]
        assert route.points[0][0] in (pytest.approx(start.left), pytest.approx(start.right))
        assert route.tip[0] in (pytest.approx(end.left), pytest.approx(end.right))
        assert start.top < route.points[0][1] < start.bottom
        assert end.top < route.tip[1] < end.bottom
        for x, y in route.along():
            inside = [name for name in sheet.lines if (box := sheet.places[name]).left < x < box.right and box.top < y < box.bottom]
            assert inside == []


@real_models
def test_marks_on_arrows_cover_no_box_and_no_other_mark(path: Path) -> None:
    model = load_model(path)
    sheet = sheet_in(path)
    placed_marks = list(spots(sheet, routes(sheet), marks(Scene(model)).on))
    wanted = [(link.ends, mark) for link in model.links() for mark in marks(Scene(model)).on.get(link.ends, ())]
    assert [(ends, mark) for ends, mark, _ in placed_marks] == wanted
    for (_, _, place), (_, _, other) in itertools.combinations(placed_marks, 2):
        assert not place.overlaps(other) or abs(place.y - other.y) == pytest.approx(place.height)
    assert [ends for ends, _, place in placed_marks if any(place.overlaps(sheet.places[name]) for name in sheet.lines)] == []


SHAPES = st.lists(
    st.tuples(
        st.sampled_from(["context", "inputs", "activities", "outputs", "outcomes"]),
        st.text(st.characters(codec="latin-1", categories=["L", "N", "Zs"]), min_size=1, max_size=70).filter(str.strip),
    ),
    max_size=60,
)


@given(SHAPES, st.data())
@settings(max_examples=40)
def test_any_model_fits_one_page(shapes: list[tuple[str, str]], data: st.DataObject) -> None:
    sections: dict[str, dict[str, dict[str, object]]] = {}
    names = [f"n{number}" for number in range(len(shapes))]
    for number, (stage, label) in enumerate(shapes):
        targets = data.draw(st.lists(st.sampled_from(names), max_size=3, unique=True))
        entry: dict[str, object] = {"label": " ".join(label.split()), "leads_to": [target for target in targets if target != names[number]]}
        sections.setdefault(stage, {})[names[number]] = entry
        if stage == "context":
            entry["kind"] = "problem"
        if stage == "outcomes":
            entry["level"] = data.draw(st.sampled_from(["service", "partner", "user", "society"]))
    sheet = sheet_of(LogicModel.model_validate({"id": "m", **sections}))
    assert (overlapping(sheet), outside(sheet), clipped(sheet)) == ([], [], [])
    assert sheet.width / sheet.height >= 1.414


def test_a_column_too_tall_for_the_page_is_split_and_chains_run_rightwards() -> None:
    activities = {f"a{n}": {"label": f"Aktivitet nummer {n} av mange som skal gjøres", "leads_to": [f"a{n + 1}"]} for n in range(59)}
    activities["a59"] = {"label": "Den siste"}
    sheet = sheet_of(LogicModel.model_validate({"id": "m", "activities": activities}))
    columns_of_boxes = sheet.layers.columns
    assert len(columns_of_boxes) > 1
    assert max(len(column) for column in columns_of_boxes) < 60
    assert sheet.places["a0"].x < sheet.places["a59"].x
    assert outside(sheet) == []


def test_a_large_model_takes_time_in_proportion_and_is_still_one_page() -> None:
    activities = {f"a{n}": {"label": f"Aktivitet {n}", "leads_to": [f"b{(7 * n) % 500}"]} for n in range(500)}
    outcomes = {f"b{n}": {"label": f"Virkning {n}", "level": "user"} for n in range(500)}
    sheet = sheet_of(LogicModel.model_validate({"id": "m", "activities": activities, "outcomes": outcomes}))
    assert sheet.width / sheet.height == pytest.approx(2**0.5, rel=0.001)
    assert len(sheet.lines) == 1000
    assert outside(sheet) == []


def test_arrows_of_one_style_to_one_node_share_a_lane() -> None:
    layers = layered([["a", "b"], ["c"], ["d"]], [("a", "d", "stated"), ("b", "d", "stated"), ("c", "d", "stated"), ("d", "a", "feedback")])
    assert layers.columns == (("a", "b"), ("c", Lane("d", "stated", 1), Lane("a", "feedback", 1)), ("d",))
    assert layers.courses == {
        ("a", "d"): ("a", Lane("d", "stated", 1), "d"),
        ("b", "d"): ("b", Lane("d", "stated", 1), "d"),
        ("c", "d"): ("c", "d"),
        ("d", "a"): ("d", Lane("a", "feedback", 1), "a"),
    }


def test_untangling_takes_away_crossings_and_leaves_what_is_loose_at_the_bottom() -> None:
    arrows = [("a", "z", "s"), ("b", "y", "s"), ("c", "x", "s")]
    order = untangled(layered([["loose", "a", "b", "c"], ["x", "y", "z"]], arrows)).columns
    left, right = order
    assert left[-1] == "loose"
    assert [{a: z for a, z, _ in arrows}[str(name)] for name in left[:-1]] == list(right)


def test_lines_end_between_words_and_words_break_only_when_they_must() -> None:
    assert wrap("Nav-veileder er med", 7) == ("Nav-veileder", "er med")
    assert wrap("Nav-veileder er med", 5) == ("Nav-", "veileder", "er med")
    assert wrap("", 5) == ("",)
    assert balanced("Tjenestene kjenner hverandre bedre", 17) == ("Tjenestene kjenner", "hverandre bedre")


def kept(text: str) -> str:
    """What lines do not give and take: neither space, hyphens, nor the marks of where a word may end."""
    return "".join(character for character in text if not character.isspace() and character not in "-\u00ad\u200b")


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("Kompetanseutviklingsmidler og utvalg", 12, ("Kompetanseutviklings-", "midler og utvalg")),
        ("Tilbakeføringssamtaleprotokoll", 12, ("Tilbakeføringssamtale-", "protokoll")),
        ("Ansvarsfordelingsavklaringer", 12, ("Ansvarsfordelingsavkla-", "ringer")),
        ("Medisineringsetterlevelse", 12, ("Medisineringsetterle-", "velse")),
        # Where the author has marked it: with a hyphen, and without one. Where the whole word has room, there is nothing to see.
        ("Arbeidsmarkeds\u00adkompetanse\u00adutvikling", 9, ("Arbeidsmarkeds-", "kompetanse-", "utvikling")),
        ("Samarbeids\u200bavtale", 7, ("Samarbeids", "avtale")),
        ("Kort\u00adord", 9, ("Kortord",)),
        # What belongs together stays so; what is no word gets no hyphen.
        ("Nav-veileder i 50\u00a0% stilling", 9, ("Nav-veileder i", "50\u00a0% stilling")),
        ("https://www.example.org/rapporter/2024", 14, ("https://www.example.org/", "rapporter/2024")),
        ("a_b_c_d_e_f_g_h_i", 6, ("a_b_c_d_e_", "f_g_h_i")),
        ("支援就业的认知治疗", 6, ("支援就业的", "认知治疗")),
        ("👩\u200d👩\u200d👧 glade", 4, ("👩\u200d👩\u200d👧", "glade")),
    ],
)
def test_where_a_line_may_end(text: str, room: float, lines: tuple[str, ...]) -> None:
    assert wrap(text, room) == lines


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=120), st.floats(4, 20))
def test_no_line_is_wider_than_its_room_and_no_text_is_lost(text: str, room: float) -> None:
    for lines in (wrap(text, room), balanced(text, room)):
        assert all(width(line) <= room + 1e-9 for line in lines if len(line) > 2)
        assert kept("".join(lines)) == kept(text)
        assert len("".join(lines)) <= 3 * LONGEST_LABEL


def test_odd_arrows_have_a_way_too() -> None:
    model = LogicModel.model_validate(
        {
            "id": "m",
            "inputs": {"a": {"label": "A", "leads_to": ["a", "b"]}, "b": {"label": "B", "leads_to": [{"to": "a", "feedback": "true"}]}},
        }
    )
    by_ends = routes(sheet_of(model))
    assert set(by_ends) == {("a", "a"), ("a", "b"), ("b", "a")}
    assert all(len(route.points) % 3 == 1 for route in by_ends.values())


def test_a_chain_of_a_few_boxes_gets_large_type_and_a_sheet_cut_off_beneath_it() -> None:
    inputs = {"a": {"label": "Penger", "leads_to": ["b"]}}
    sheet = sheet_of(LogicModel.model_validate({"id": "m", "inputs": inputs, "outputs": {"b": {"label": "Kurs"}}}))
    assert printed(sheet) == LARGEST
    assert sheet.height < sheet.width / 4
    assert outside(sheet) == []

"""The pages of real models: every link leads somewhere, every part of a model has its text, and what rooms find is what is shown."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from itertools import pairwise
from urllib.parse import unquote

import pytest

import virkningskjede as vk
import virkningskjede.atlas
from virkningskjede.atlas import _SCRIPT_WORDS, ASSETS, atlas
from virkningskjede.atlas.addresses import criteria_page, element, model_page
from virkningskjede.atlas.drawings import drawings
from virkningskjede.errors import DrawingError
from virkningskjede.i18n import WORDS
from virkningskjede.model import LogicModel
from virkningskjede.project import Portfolio

from .conftest import HtmlPage, Site, read

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def broken(pages: dict[str, HtmlPage], site: Site) -> list[tuple[str, str]]:
    result = []
    for name, page in pages.items():
        for attributes in (attributes for _, attributes in page.elements):
            for link in (attributes[key] for key in ("href", "src", "action") if key in attributes):
                file, _, anchor = link.partition("#")
                inside = not link.startswith("https://")
                known = pages[file or name].ids if (file or name) in pages else []
                if inside and ((file or name) not in site or (anchor and unquote(anchor) not in known)):
                    result.append((name, link))
    return result


def test_every_link_leads_somewhere(pages: dict[str, HtmlPage], site: Site) -> None:
    assert broken(pages, site) == []


def test_an_id_stands_once_on_a_page(pages: dict[str, HtmlPage]) -> None:
    assert {name: len(page.ids) - len(set(page.ids)) for name, page in pages.items()} == dict.fromkeys(pages, 0)


def test_a_page_has_one_title_and_headings_that_skip_no_level(pages: dict[str, HtmlPage]) -> None:
    for name, page in pages.items():
        levels = [int(tag[1]) for tag, _ in page.elements if tag in HEADINGS]
        assert levels[0] == 1 and levels.count(1) == 1, name
        assert all(after <= before + 1 for before, after in pairwise(levels)), (name, levels)


def test_nothing_on_a_page_acts_but_our_own_script(pages: dict[str, HtmlPage]) -> None:
    for name, page in pages.items():
        scripts = [tag["src"] for tag in page.of("script")]
        assert scripts == [*(["assets/search.js"] if name == "search.html" else []), "assets/atlas.js"]
        assert not [key for _, attributes in page.elements for key in attributes if key.startswith("on")]
        policy = next(tag["content"] for tag in page.of("meta") if tag.get("http-equiv") == "Content-Security-Policy")
        assert "default-src 'none'" in policy and "script-src 'self' file:;" in policy


def test_every_part_of_a_model_has_its_text_and_every_box_and_arrow_leads_to_it(few: Portfolio, pages: dict[str, HtmlPage]) -> None:
    for model in few.values():
        page = pages[model_page(model.id)]
        entries = {element(entry.id) for _, entry in model.entries()}
        arrows = {element(link.arrow) for link in model.links()}
        assert entries | arrows | {"recruitment", "whole", "target_group"} <= set(page.ids)
        drawn = [tag["href"] for tag in page.of("a") if "data-about" in tag]
        assert sorted(drawn) == sorted(f"#{element(name)}" for name in (*model.nodes, *(link.arrow for link in model.links())))
        assert all(tag["aria-label"] for tag in page.of("a") if "data-about" in tag)


def test_an_arrow_tells_how_it_works_and_where_it_is_read(pages: dict[str, HtmlPage], few: Portfolio) -> None:
    text = pages["model-nesodden.html"].text
    because = next(link.because for link in few["nesodden"].links() if link.because)
    assert because in text
    heading = few.project.segments["statusrapport"].sections["2.1.4"].heading
    assert f"Oxford Research (2024), 2.1.4 {heading}, setning 8" in text


def test_every_verdict_stands_with_its_grounds(few: Portfolio, pages: dict[str, HtmlPage]) -> None:
    pilots = [model for model in few.values() if model.kind == "pilot"]
    verdicts = vk.check(pilots, root=few.project.root)
    for result in verdicts.results:
        assert f"{result.criteria}.{result.criterion}.{result.model}" in pages[criteria_page(result.criteria)].ids
    assert {result.criteria for result in verdicts.results} == {
        name.removeprefix("criteria-").removesuffix(".html") for name in pages if name.startswith("criteria-")
    }


def test_a_cell_of_the_measures_leads_to_what_it_rests_on(few: Portfolio, pages: dict[str, HtmlPage]) -> None:
    table = vk.compare([few["nesodden"], few["tromso"]], "tiltak", root=few.project.root)
    links = [tag["href"] for tag in pages["index.html"].of("a") if "#entry-" in tag["href"] or "#arrow-" in tag["href"]]
    assert len(links) == len(table.cells)
    for (model, _), cell in table.cells.items():
        home = few[model].follows if cell.deciding[0].doubt == "template" else model
        assert f"model-{home}.html#entry-{cell.deciding[0].entry}" in links


def test_the_front_page_says_what_there_is(pages: dict[str, HtmlPage]) -> None:
    text = pages["index.html"].text
    assert "Her er virkningskjedene til 2 piloter: 2 følger «Modell 1: Nav og Rask psykisk helsehjelp (RPH)»." in text
    assert "Kodet etter Oxford Research (2024)" in text


def test_the_menu_leads_to_what_there_is(pages: dict[str, HtmlPage]) -> None:
    menu = ["index.html", "compare.html", "criteria.html", "claims-statusrapport.html", "sources.html", "vocabulary.html"]
    for page in pages.values():
        assert [tag["href"] for tag in page.of("a")][2 : 2 + len(menu)] == menu


def test_the_search_finds_nodes_by_their_terms(site: Site, few: Portfolio) -> None:
    text = site["assets/search.js"].decode("ascii")
    rows = json.loads(text.removeprefix("window.atlasIndex = ").removesuffix(";\n"))
    nodes = [node for model in few.values() for node in model.nodes.values() if "samlokalisering" in node.term]
    result = {row[3] for row in rows if "Samlokalisering" in row[2]}
    assert nodes and {f"entry-{node.id}" for node in nodes} <= {href.partition("#")[2] for href in result}


def test_a_term_that_another_points_to_is_called_by_its_label(site: Site) -> None:
    page = site["vocabulary.html"].decode("utf-8")
    assert "å frikjøpe eller lønne en som allerede er der (Kognitiv terapeut)" in page
    assert "når den er beskrevet for seg (Nav-veileder, Kognitiv terapeut)" in page


def test_the_other_language(few: Portfolio) -> None:
    alone = Portfolio({"nesodden": few["nesodden"]}, few.project)
    site = atlas(alone, lang="en")
    pages = read(site)
    assert broken(pages, site) == []
    assert {page.of("html")[0]["lang"] for page in pages.values()} == {"en"}
    assert pages["model-nesodden.html"].of("h1") == [{"lang": "nb"}]
    assert "Here is the logic model of one pilot" in pages["index.html"].text
    assert "compare.html" not in pages  # one model has nothing to be compared with


@pytest.mark.afresh
def test_a_portfolio_with_nothing_around_it_is_a_site_too() -> None:
    model = LogicModel(id="m", activities={"kurs": {"label": "Kurs", "leads_to": ["b"]}}, outcomes={"b": {"label": "B", "level": "user"}})
    empty = LogicModel(id="tom")
    site = atlas(Portfolio({"m": model, "tom": empty}))
    pages = read(site)
    assert broken(pages, site) == []
    assert "vocabulary.html" not in pages and "model-tom.html" in pages
    assert site == atlas(Portfolio({"m": model, "tom": empty}))


def test_a_result_is_told_with_its_unit_and_day_even_when_it_is_nothing() -> None:
    model = LogicModel.model_validate(
        {
            "id": "m",
            "indicators": {"prove": {"label": "Leseprøve", "unit": "ord i minuttet"}},
            "results": {"camp-2024": {"indicator": "prove", "value": 0, "date": "2024-05-01", "wave": "høst", "n": 0}},
        }
    )
    text = re.sub(r"\s+", " ", read(atlas(Portfolio({"m": model})))["model-m.html"].text)
    assert "Leseprøve: 0 ord i minuttet" in text
    assert "Antall spurte 0" in text.replace(":", "")
    assert "01.05.2024" in text and "høst" in text
    assert "camp-2024" not in text


def test_what_cannot_be_drawn_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    broken_one = DrawingError("Ingen skrifter.")
    monkeypatch.setattr(virkningskjede.atlas, "draw", lambda material, step: dict.fromkeys(drawings(material), broken_one))
    warned: list[str] = []
    model = LogicModel(id="m", activities={"kurs": {"label": "Kurs"}})
    site = atlas(Portfolio({"m": model}), warn=warned.append)
    assert warned == ["Ble ikke tegnet: model-m, overview-m. Ingen skrifter."]
    pages = read(site)
    assert "Ingen skrifter." in pages["model-m.html"].text
    assert broken(pages, site) == [] and not any(name.startswith("pictures/") for name in site)


def test_the_templates_and_the_script_use_words_that_there_are() -> None:
    folder = files("virkningskjede.atlas")
    used = {f"atlas.script.{name}" for name in _SCRIPT_WORDS}
    for template in (folder / "templates").iterdir():
        used |= set(re.findall(r"""\bt\(['"]([a-z_.]+)['"]""", template.read_text("utf-8")))
    assert used <= set(WORDS)
    script = (folder / "static" / "atlas.js").read_text("utf-8")
    words = set(re.findall(r"words\.([a-z]+)", script)) | set(re.findall(r'words\["([a-z.]+)"\]', script))
    assert words == set(_SCRIPT_WORDS)


def test_the_assets_ask_for_nothing_from_elsewhere() -> None:
    for name in ASSETS:
        text = (files("virkningskjede.atlas") / "static" / name).read_text("utf-8")
        assert not re.search(r"https?:|//[a-z]+\.|url\(|@import|fetch\(|XMLHttpRequest|innerHTML|eval\(", text)


def test_a_page_below_a_menu_entry_marks_it(site: Site) -> None:
    page = site["criteria-oslo-economics-2020.html"].decode()
    assert re.findall(r'<a href="([^"]+)" aria-current="true">', page) == ["criteria.html"]

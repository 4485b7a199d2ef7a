"""Many models side by side: any two of them, the tables, how alike they are, and the chain that they have in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from virkningskjede.analysis.compare import Matrix
from virkningskjede.analysis.compare import report as comparisons
from virkningskjede.analysis.consensus import Contrast
from virkningskjede.analysis.consensus import report as merged
from virkningskjede.analysis.grouping import report as groups
from virkningskjede.atlas import addresses
from virkningskjede.atlas.documents import on_page, table
from virkningskjede.atlas.drawings import Pictures, file_of, inline
from virkningskjede.atlas.material import Material
from virkningskjede.atlas.pages.page import Page, SearchEntry
from virkningskjede.atlas.pages.tables import of_matrix
from virkningskjede.atlas.parts import VOCABULARY, LinkedText
from virkningskjede.i18n import word
from virkningskjede.report import Document, Spot

GROUPING, CONSENSUS = "grouping.html", "consensus.html"


def pages(material: Material, pictures: Pictures) -> Iterator[Page]:
    """The page to choose from, then a page for each pair, each table, the grouping and the common chain."""
    if not material.diffs:
        return
    yield _choosing(material)
    for matrix in material.matrices:
        yield _table(matrix, material, pictures)
    if material.grouping is not None:
        title = groups.title(material.grouping, material.lang)
        values = {**_body(material.grouping.report().document(material.lang)), **_picture("grouping", pictures)}
        yield Page(GROUPING, title, "shown.html", values, (_search_entry(material, title, GROUPING),))
    if material.consensus is not None:
        yield _common(material, pictures)
    for contrast in material.contrasts:
        yield _against(contrast, material)
    for (a, b), diff in material.diffs.items():
        title = f"{material.names[a]} – {material.names[b]}"
        values = {**_body(diff.report().document(material.lang)), **_picture(f"compare-{a}.{b}", pictures)}
        back = (LinkedText(material.names[name], addresses.model_page(name)) for name in (a, b))
        yield Page(addresses.pair_page(a, b), title, "shown.html", {**values, "see": tuple(back)})


def _choosing(material: Material) -> Page:
    lang = material.lang
    assert material.similarity is not None
    ids = [model.id for model in material.compared]
    alike = groups.similarity_table(material.similarity, order=ids, lang=lang)
    links: dict[Spot, str] = {}
    for row, one in enumerate(ids):
        links[row, 0] = links[-1, row + 1] = f"{addresses.model_page(one)}#page_content"
        for column, other in enumerate(ids, start=1):
            pair = (one, other) if (one, other) in material.diffs else (other, one)
            if one != other and material.similarity.value(one, other) is not None:  # an empty cell has no text to follow
                links[row, column] = f"{addresses.pair_page(*pair)}#page_content"
    values = {
        "alike": table(replace(alike, links=links)),
        "by": groups.by_name(material.similarity, lang),
        "choices": tuple((model_id, material.names[model_id]) for model_id in ids),
        "tables": tuple(_to_table(matrix, material) for matrix in material.matrices),
        "grouping": GROUPING if material.grouping is not None else "",
        "consensus": CONSENSUS if material.consensus is not None else "",
        "contrasts": tuple(
            LinkedText(merged.heading(contrast, lang)[0], addresses.contrast_page(contrast.template.id)) for contrast in material.contrasts
        ),
        "measures": of_matrix(material.matrices[0], material) if material.matrices else None,
    }
    return Page("compare.html", word("atlas.compare", lang), "compare.html", values, menu=word("atlas.compare", lang))


def _to_table(matrix: Matrix, material: Material) -> LinkedText:
    return LinkedText(matrix.comparison.title.in_(material.lang), addresses.table_page(matrix.comparison.id))


def _table(matrix: Matrix, material: Material, pictures: Pictures) -> Page:
    title = matrix.comparison.title.in_(material.lang)
    name = f"table-{matrix.comparison.id}"
    body = of_matrix(matrix, material) + table(comparisons.counts(matrix, lang=material.lang))
    file = addresses.table_page(matrix.comparison.id)
    about = " ".join(column.label.in_(material.lang) for column in matrix.comparison.columns.values())
    entry = _search_entry(material, title, file, about)
    return Page(file, title, "shown.html", {"heading": title, "body": body, **_picture(name, pictures)}, (entry,))


def _common(material: Material, pictures: Pictures) -> Page:
    assert material.consensus is not None
    title = material.consensus.title(material.lang)
    values = {**_body(material.consensus.report().document(material.lang)), **_picture("consensus", pictures, material)}
    return Page(CONSENSUS, title, "shown.html", values, (_search_entry(material, title, CONSENSUS),))


def _against(contrast: Contrast, material: Material) -> Page:
    title = merged.heading(contrast, material.lang)[0]
    file = addresses.contrast_page(contrast.template.id)
    values = _body(contrast.report().document(material.lang))
    return Page(file, title, "shown.html", {**values, "picture": None}, (_search_entry(material, title, file),))


def _body(document: Document) -> dict[str, object]:
    """A document that is the whole of a page, and what there is on it."""
    shown = on_page(document)
    return {"heading": shown.heading, "body": shown.body, "outline": shown.outline}


def _picture(name: str, pictures: Pictures, terms: Material | None = None) -> dict[str, object]:
    """A picture; in one of terms each box leads to the codebook."""
    drawn = pictures.get(name)
    if not isinstance(drawn, bytes):
        return {"picture": None}

    def link(element: str) -> str:
        known = terms is not None and element in terms.vocabulary.terms
        return addresses.anchored(VOCABULARY, f"term-{element}") if known else ""

    return {"picture": inline(drawn, link=link), "picture_file": file_of(name)}


def _search_entry(material: Material, title: str, file: str, about: str = "") -> SearchEntry:
    return SearchEntry(word("atlas.compare", material.lang), title, about, file)

"""What the library makes of a model, or of two, as text: each output by its name, in one place."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

import networkx as nx

import virkningskjede as vk
from virkningskjede.analysis.diff import report as changes
from virkningskjede.analysis.show import ModelReport
from virkningskjede.atlas import atlas
from virkningskjede.atlas.addresses import model_page
from virkningskjede.drawing.captions import captions
from virkningskjede.drawing.mermaid import mermaid
from virkningskjede.drawing.scene import Scene
from virkningskjede.i18n import Lang
from virkningskjede.model import LogicModel
from virkningskjede.model.plain import written
from virkningskjede.project import Portfolio, dump
from virkningskjede.report.formats import FORMATS
from virkningskjede.report.plain_graph import graph_file
from virkningskjede.report.write_excel import workbook_of
from virkningskjede.report.write_word import body_of

WIDE = 10_000
"""So many columns that nothing is broken over lines."""


def show(model: LogicModel, lang: Lang) -> str:
    """What ``show`` prints."""
    return ModelReport(model).to_text(lang=lang, width=WIDE)


def rows(model: LogicModel, lang: Lang) -> str:
    """What ``show --format csv`` prints."""
    return str(FORMATS["csv"].write(ModelReport(model), lang))


def flowchart(model: LogicModel, lang: Lang) -> str:
    """A picture in Mermaid, read back."""
    return re.sub(r"#([0-9]+);", lambda entity: chr(int(entity[1])), mermaid(Scene(model, lang)))


def lines(model: LogicModel, lang: Lang) -> str:
    """What git compares."""
    return changes.line_by_line(model, lang=lang)


def as_json(model: LogicModel, lang: Lang) -> str:
    """What ``show --format json`` prints."""
    return json.dumps(written(model), ensure_ascii=False, default=str)


def as_yaml(model: LogicModel, lang: Lang) -> str:
    """What a model is saved as."""
    return dump(model)


def diff(a: LogicModel, b: LogicModel, lang: Lang) -> str:
    """What ``diff`` prints: two versions of a model, change by change; or a report on two models."""
    return vk.diff(a, b).to_text(lang=lang, width=WIDE)


def listed(a: LogicModel, b: LogicModel, lang: Lang) -> str:
    """What ``diff`` prints of two models change by change."""
    return vk.diff(a, b).report(listed=True).to_text(lang=lang, width=WIDE)


def diff_json(a: LogicModel, b: LogicModel, lang: Lang) -> str:
    """What ``diff --format json`` prints of the changes."""
    return json.dumps(changes.to_json(vk.diff(a, b), lang=lang)["changes"], ensure_ascii=False)


def frame(a: LogicModel, b: LogicModel, lang: Lang) -> str:
    """A diff as a table of pandas."""
    return repr(vk.diff(a, b).to_frame(lang).to_numpy().tolist())


def picture(model: LogicModel, lang: Lang) -> str:
    """What a picture draws, and what its boxes and arrows say when they are pointed at."""
    said = "\n".join(text for each in captions(Scene(model, lang)).values() for text in (each.name, *each.facts))
    with TemporaryDirectory() as folder:
        return vk.render(model, Path(folder) / "picture.dot", lang=lang).read_text("utf-8") + said


def pages(models: Mapping[str, LogicModel], lang: Lang) -> dict[str, str]:
    """The pages of models in the atlas by the models' ids, without pictures, as their readers see them."""
    site = atlas(Portfolio(models), lang=lang)
    return {name: unescape(site[model_page(name)].decode("utf-8")) for name in models}


def word_file(model: LogicModel, lang: Lang) -> str:
    """What ``show -o x.docx`` writes, without the file around it."""
    lines = re.sub(r"<w:br/>|</w:p>", "\n", body_of(ModelReport(model).document(lang)))
    return unescape(re.sub(r"<[^>]*>", "", lines))


def excel_file(model: LogicModel, lang: Lang) -> str:
    """What ``show -o x.xlsx`` writes, row by row, without the file around it."""
    report = ModelReport(model)
    sheets = workbook_of(report.document(lang), report.listing(lang)).worksheets
    return "\n".join("\t".join(str(cell or "") for cell in row) for sheet in sheets for row in sheet.iter_rows(values_only=True))


def graph(model: LogicModel, lang: Lang) -> str:
    """What ``render -o x.graphml`` writes, read back."""
    read = nx.parse_graphml(graph_file(model, "graphml", lang=lang))
    parts = (read.graph, *(data for _, data in read.nodes(data=True)), *(data for *_, data in read.edges(data=True)))
    return "\n".join([*read.nodes, *(f"{key}: {value}" for part in parts for key, value in part.items())])


def node_frame(model: LogicModel, lang: Lang) -> str:
    """The nodes and the arrows as tables of pandas."""
    return "\n".join(repr(model.to_frame(what, lang=lang).to_numpy().tolist()) for what in ("nodes", "links"))

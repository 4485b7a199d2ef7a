"""What the library makes of a model, or of two, as text: each output by its name, in one place."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

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

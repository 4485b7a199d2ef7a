"""The page of a model says how far its indicators have come, where they start somewhere or are to come somewhere."""

from __future__ import annotations

from typing import Any

from virkningskjede.atlas import atlas
from virkningskjede.atlas.addresses import model_page
from virkningskjede.i18n import LANGS
from virkningskjede.model import LogicModel
from virkningskjede.project import Portfolio

RESULTS = {
    "a": {"indicator": "i", "value": 50, "date": "2024", "at": "r#1:2"},
    "b": {"indicator": "i", "value": 55, "date": "2025", "at": "r#1:3"},
}


def model(name: str, **indicator: Any) -> LogicModel:
    return LogicModel.model_validate(
        {"id": name, "title": f"By {name}", "indicators": {"i": {"label": "<Svar>", **indicator}}, "results": RESULTS}
    )


def test_each_result_is_on_its_way() -> None:
    models = {"m": model("m", baseline={"value": 40}, targets=[{"min": 80, "date": "2026"}]), "n": model("n")}
    for lang in LANGS:
        site = atlas(Portfolio(models), lang=lang)
        page, other = (site[model_page(name)].decode("utf-8") for name in models)
        section = page.partition('id="part_progress"')[2].partition("</section>")[0]
        percent = {"nb": " %", "en": "%"}[lang]
        assert [f"{number}{percent}" in section for number in (25, 38)] == [True, True]
        assert "&lt;Svar&gt;" in section and "<Svar>" not in section
        assert "part_progress" not in other

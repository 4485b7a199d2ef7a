"""The front page: what this is about, the models that are compared, the templates, the table of measures, and the other models."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from virkningskjede.atlas import addresses
from virkningskjede.atlas.drawings import Pictures, file_of
from virkningskjede.atlas.material import Material
from virkningskjede.atlas.pages.page import Page
from virkningskjede.atlas.pages.tables import of_matrix
from virkningskjede.atlas.parts import ModelParts
from virkningskjede.i18n import counted, word, word_or
from virkningskjede.model import LogicModel
from virkningskjede.model.values import PROGRESS, Status

LIMITS = 3
"""Limits of the target group on a card."""


@dataclass(frozen=True, slots=True)
class Card:
    """A model on the front page."""

    id: str
    title: str
    about: str
    group: str
    users: tuple[str, ...]
    more: int
    status: tuple[tuple[str, str, int], ...]
    picture: str
    href: str


def pages(material: Material, pictures: Pictures) -> Iterator[Page]:
    """The front page."""
    lang = material.lang
    main = tuple(model for model in material.compared if model.kind != "template")
    compared = {model.id for model in main}
    others = tuple(model for model in material.of_kind("programme") if model.id not in compared)
    cards = {
        name: tuple(_card(model, material, pictures) for model in models)
        for name, models in (("main", main), ("template", material.of_kind("template")), ("other", others))
    }
    measures = material.matrices[0] if material.matrices and len(material.compared) > 1 else None
    values = {
        "lead": tuple(lead(material)),
        "note": next((model.note for model in _introducing(material) if model.note), None),
        "cards": cards,
        "main": main and word(f"atlas.main.{main[0].kind}.{_number(len(main))}", lang),
        "measures": measures
        and {
            "title": measures.comparison.title.in_(lang),
            "table": of_matrix(measures, material),
            "href": addresses.table_page(measures.comparison.id),
        },
        "chain": pictures.get("consensus"),
    }
    yield Page(addresses.FRONT, word("atlas.front", lang), "front.html", values, (), menu=word("atlas.front", lang))


def lead(material: Material) -> Iterator[str]:
    """The programme in a few sentences, all of them from the models."""
    lang, models = material.lang, material.compared
    kind = models[0].kind if models else "programme"
    sentence = word(f"atlas.lead.{kind}.{_number(len(models))}", lang, count=len(models))
    following = []
    followed = Counter(model.follows for model in models if model.follows)
    for template, count in followed.items():
        template_model = material.portfolio.get(template) or material.shared.templates.get(template)
        following.append(
            word(f"atlas.lead.follow.{_number(count)}", lang, count=count, template=template_model.name if template_model else template)
        )
    yield f"{sentence}: {', '.join(following)}." if following else f"{sentence}."
    arrows = [link for model in models for link in model.links()]
    works = material.shared.references.references
    sources = dict.fromkeys(model.source for model in models if model.source)
    cited = ", ".join(works[source].short() if source in works else source for source in sources)
    nodes = sum(len(model.nodes) for model in models)
    stated = sum(link.stated for link in arrows)
    # Where no source is named and no arrow stands in one, there is nothing that the rest could have been read out of.
    key = "atlas.lead.counts" if cited else "atlas.lead.counts.no_source" if stated else "atlas.lead.counts.plain"
    many = counted("change.nodes", nodes).in_(lang), counted("change.links", len(arrows)).in_(lang)
    yield word(key, lang, sources=cited, nodes=many[0], arrows=many[1], stated=stated)


def _introducing(material: Material) -> tuple[LogicModel, ...]:
    """Templates that no model follows: what the others have in common."""
    followed = {model.follows for model in material.portfolio.values()}
    return tuple(model for model in material.of_kind("template") if model.id not in followed)


def _card(model: LogicModel, material: Material, pictures: Pictures) -> Card:
    parts = ModelParts(model, material)
    title, _, about = model.name.partition(" – ")
    template = material.portfolio.get(model.follows or "") or material.shared.templates.get(model.follows or "")
    users = tuple(parts.label(entry) for entry in model.target_group.values())
    doing = [node.status for section in (model.activities, model.outputs) for node in section.values() if node.status]
    counted: Counter[Status] = Counter("planned" if status == "needed" else status for status in doing)
    reached = (status for status in reversed(PROGRESS) if counted[status])
    progress = tuple((status, word_or(f"status.{status}", status, material.lang), counted[status]) for status in reached)
    name = f"overview-{model.id}"
    picture = file_of(name) if isinstance(pictures.get(name), bytes) else ""
    group = (template.name.partition(":")[0] if template else model.follows) or ""
    more = max(0, len(users) - LIMITS)
    return Card(model.id, title, about, group, users[:LIMITS], more, progress, picture, addresses.model_page(model.id))


def _number(count: int) -> str:
    return "one" if count == 1 else "more"

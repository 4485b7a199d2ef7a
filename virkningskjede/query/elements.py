"""Parts of models in words: what a reader calls them, what is measured, what limits or doubts them, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from virkningskjede.i18n import Lang, word, word_or
from virkningskjede.model import Ambiguity, LogicModel, Result, TargetLimit
from virkningskjede.model.fields import LIMITS
from virkningskjede.model.values import arrow_of
from virkningskjede.project import Project
from virkningskjede.query.answer import Ground
from virkningskjede.query.condition import Condition
from virkningskjede.query.wording import Wording
from virkningskjede.report import results
from virkningskjede.report.names import section_name, template_name
from virkningskjede.report.places import places


class About(Protocol):
    """Something that was found out about models: a check, or claims."""

    @property
    def models(self) -> tuple[LogicModel, ...]:
        """The models."""

    @property
    def project(self) -> Project:
        """What they share."""


class Elements:
    """Says in one language which parts of models something rests on, and what conditions ask of them."""

    def __init__(self, about: About, lang: Lang) -> None:
        self.lang: Lang = lang
        self.project = about.project
        tables = about.project.comparisons.values()
        columns = {name: column.label.in_(lang) for table in tables for name, column in table.columns.items()}
        self.wording = Wording(about.project.vocabulary, columns, lang)
        self.models = {model.id: model for model in about.models}
        models = (*about.models, *about.project.templates.values())
        self.entries = {model.id: {entry.id: (section, entry) for section, entry in model.entries()} for model in models}

    def condition_phrase(self, condition: Condition) -> str:
        """What a condition asks, as a phrase that can stand in a list."""
        return self.wording.phrase(condition)

    def grounds_phrase(self, grounds: Iterable[Ground], model: LogicModel) -> str:
        """Elements of a model with what limits them, and where they stand."""
        return self.wording.list([self._ground(ground, model) for ground in merged(grounds)])

    def _ground(self, ground: Ground, model: LogicModel) -> str:
        limit = [self._word(f"limit.{ground.limit}")] if ground.limit else []
        return self._with(self.label(ground, model), [*self._measured(ground, model), *limit, *self._places(ground, model)])

    def _measured(self, ground: Ground, model: LogicModel) -> list[str]:
        """What a result says, and of when."""
        entry = model.results.get(ground.element)
        if entry is None:
            return []
        figures = results.quantity(entry, model, self.wording.vocabulary, self.lang), results.distribution(entry, self.lang)
        return [*filter(None, figures), *results.circumstances(entry, self.wording.vocabulary, self.lang)]

    def doubt_phrase(self, ground: Ground, model: LogicModel) -> str:
        """An element that could be read otherwise, with why."""
        why = [self._word(f"doubt.{ground.doubt}", template=template_name(model.follows or "", self.project))] if ground.doubt else []
        return self._with(self.label(ground, model), [*self._measured(ground, model), *why, *self._places(ground, model)])

    def _with(self, label: str, details: Sequence[str]) -> str:
        return f"{label} ({'; '.join(details)})" if details else label

    def _places(self, ground: Ground, model: LogicModel) -> list[str]:
        return [places(ground.at, model.source)] if ground.at else []

    def label(self, ground: Ground, model: LogicModel) -> str:
        """What the reader calls an element of the model."""
        arrow = arrow_of(ground.element)
        if arrow is not None:
            source, target = (self.wording.quoted(model.nodes[name].label) for name in arrow.ends)
            return self._word("ground.joint" if ground.joint else "ground.arrow", source=source, target=target)
        if ground.element in ("recruitment", "whole"):
            return self._word(f"ground.{ground.element}")
        home = model.follows if ground.doubt == "template" and model.follows else model.id
        section, entry = self.entries[home][ground.element]
        if isinstance(entry, Ambiguity):
            term = next((term for patch in entry.or_ for term in patch.term), None)
            return self.wording.named(term, "terms") if term else f"{section_name(section, self.lang).lower()}: {entry.id}"
        label = getattr(entry, "label", None)
        if label:
            return self.wording.quoted(label)
        if isinstance(entry, TargetLimit):
            return self._limit(entry, ground.trait)
        if isinstance(entry, Result):
            named = self.wording.quoted(results.name(entry, model, self.wording.vocabulary, self.lang))
            return self._word("ground.result", indicator=named) if entry.indicator else named
        return f"{section_name(section, self.lang).lower()}: {entry.id}"

    def _limit(self, limit: TargetLimit, trait: str | None) -> str:
        """A limit of the target group that has no label, by what it limits; of several traits those that fill the one that is meant."""
        traits = limit.traits or (limit.denies.traits if limit.denies else None)
        if traits is not None:
            fills = self.wording.vocabulary.fills_trait
            names = [name for name in sorted(traits.named) if trait and fills(name, trait)] or sorted(traits.named)
            return self._word("asked.traits", trait=self.wording.list([self.wording.named(name, "traits") for name in names]))
        name = next((name for name in LIMITS if getattr(limit, name) is not None), None)
        return word_or(f"ground.{name}", name, self.lang) if name else f"{section_name('target_group', self.lang).lower()}: {limit.id}"

    def _word(self, key: str, **params: object) -> str:
        return word(key, self.lang, **params)


def merged(grounds: Iterable[Ground]) -> list[Ground]:
    """Each element once, with all its sentences, and with its limit and doubt where one of its grounds has them."""
    by_element: dict[str, Ground] = {}
    for ground in grounds:
        earlier = by_element.get(ground.element, ground)
        at = tuple(dict.fromkeys((*earlier.at, *ground.at)))
        trait = ground.trait if ground.trait == earlier.trait else None
        by_element[ground.element] = Ground(
            ground.element, at, earlier.limit or ground.limit, earlier.doubt or ground.doubt, ground.joint, trait
        )
    return list(by_element.values())

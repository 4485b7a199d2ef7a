"""What a source says of a model outside the section that describes it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from virkningskjede.analysis.coverage.places import cited
from virkningskjede.model import Ambiguity, LogicModel, Patch
from virkningskjede.model.values import Locator, Sentence, locators


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What rests on other sections alone.

    Attributes:
        section: the section that describes the model.
        entries: ids of the entries whose places are all in the same source and outside it, in the order of the model, each with its places.
    """

    section: str
    entries: tuple[tuple[str, tuple[Locator, ...]], ...]


def elsewhere(model: LogicModel) -> Elsewhere | None:
    """What a model's own source says of it outside the section that describes it.

    A model is described by the section in which more than half of the sentences lie that it rests on, as it is coded; other readings are
    often of what is said of many models at once. A chain that is put together from many sections has none, and then the answer is None, as
    it is for a template, which is whatever its source asks of those who follow it.

    >>> model = LogicModel(id="m", source="r", activities={"kurs": {"label": "Kurs", "at": "2.1:1-3"},
    ...     "brev": {"label": "Brev", "at": "4:7"}, "kafe": {"label": "Kafé", "at": "2.1:4, 4:8"}})
    >>> outside = elsewhere(model)
    >>> outside.section, [(name, [str(place) for place in places]) for name, places in outside.entries]
    ('2.1', [('brev', ['r#4:7'])])
    """
    as_coded = (resting.locator for resting in cited(model) if not isinstance(resting.part, Ambiguity | Patch))
    own = {sentence for locator in as_coded if locator.source == model.source for sentence in locator.sentences}
    section = _described_in(own)
    if model.source is None or section is None or model.kind == "template":
        return None
    entries = ((entry.id, tuple(locators(entry.at, model.source))) for _, entry in model.entries())
    outside = (
        (name, places)
        for name, places in entries
        if places and all(place.source == model.source and place.section != section for place in places)
    )
    return Elsewhere(section, tuple(outside))


def _described_in(sentences: set[Sentence]) -> str | None:
    counted = Counter(sentence.locator.section for sentence in sentences)
    section, most = max(counted.items(), key=lambda item: item[1], default=(None, 0))
    return section if 2 * most > len(sentences) else None

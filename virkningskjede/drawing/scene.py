"""What a picture is of: a model, what is laid over it, and what is needed to name things in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from virkningskjede.drawing.overlay import NOTHING, Overlay
from virkningskjede.i18n import Lang, Word, counted
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import References, Vocabulary


@dataclass(frozen=True, slots=True)
class Scene:
    """What a picture is of.

    Attributes:
        model: the boxes and arrows; for several models, one that is put together of them.
        lang: the language of headings and legend; the model's own texts stay as they are.
        vocabulary: names terms and actors; without one their keys are shown.
        references: names the source and the works that evidence rests on; without them their keys are shown.
        overlay: what is laid over it.
        about: what of the model is shown, after its name in the title.

    >>> Scene(LogicModel(id="m", title="Kurs"), about="evidence").title
    'Kurs: evidence'
    """

    model: LogicModel
    lang: Lang = "nb"
    vocabulary: Vocabulary | None = field(default=None, repr=False)
    references: References | None = field(default=None, repr=False)
    overlay: Overlay = field(default=NOTHING, repr=False)
    about: str = ""

    @property
    def title(self) -> str:
        """What stands above the picture."""
        return f"{self.model.name}: {self.about}" if self.about else self.model.name

    def term(self, name: str) -> str:
        """The codebook's label of a term; the id itself where it has none."""
        entry = self.vocabulary.terms.get(name) if self.vocabulary is not None else None
        return entry.label.in_(self.lang) if entry is not None else name

    def work(self, ref: str) -> str:
        """A work as it is cited; its key where it is not known."""
        reference = self.references.references.get(ref) if self.references is not None else None
        return reference.short() if reference is not None else ref


def sizes(model: LogicModel) -> Word:
    """How many boxes and arrows there are.

    >>> sizes(LogicModel.model_validate({"id": "m", "inputs": {"a": {"label": "A"}}})).in_("en")
    '1 node, 0 arrows'
    """
    links = counted("change.links", sum(1 for _ in model.links()))
    return Word("picture.counts", (("nodes", counted("change.nodes", len(model.nodes))), ("links", links)))

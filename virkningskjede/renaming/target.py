"""What a name that is to be changed stands for: an entry of the codebook, or one of a model."""

from __future__ import annotations

from dataclasses import dataclass

from virkningskjede.editing.references import Reference
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word
from virkningskjede.i18n.likely import likely
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import SHARED_SECTIONS, Vocabulary
from virkningskjede.model.values import OWN, NameKind, naming
from virkningskjede.query.names import SHARED_NAMES


@dataclass(frozen=True, slots=True)
class Target:
    """What is to have another name.

    Attributes:
        section: the section of the codebook or of the model.
        id: its id there.
        model: the model; None for an entry of the codebook.
        shared: whether the codebook has an indicator of the same id beside the model's.
        what: the kind of name that names it, of an entry of the codebook.
    """

    section: str
    id: str
    model: str | None = None
    shared: bool = False
    what: NameKind | None = None

    def is_named_by(self, reference: Reference) -> bool:
        """Whether a reference names it, and must follow."""
        return self._of_model(reference) if self.model is not None else self._of_codebook(reference)

    def may_be_named_by(self, reference: Reference) -> bool:
        """Whether a reference may name it, and something else of other models too, so that it cannot follow."""
        if self.model is None or self.section != "indicators" or self.shared or reference.text != self.id:
            return False
        outside = reference.model is None or self.id not in reference.model.indicators
        return outside and reference.what in ("indicator", "measured") and not self.is_named_by(reference)

    def _of_codebook(self, reference: Reference) -> bool:
        if reference.text != self.id:
            return False
        if reference.what == "measured":
            return self.what == "indicator"
        own = reference.model is not None and reference.what == "indicator" and self.id in reference.model.indicators
        return reference.what == self.what and not own

    def _of_model(self, reference: Reference) -> bool:
        if reference.what == "entry":
            beside = [getattr(reference.holder, field.name) for field in naming(type(reference.holder), "model")]
            return reference.text == (self.id if beside else f"{self.model}.{self.id}") and beside in ([], [self.model])
        inside = reference.model is not None and reference.model.id == self.model and reference.what in OWN
        return inside and self.id in reference.ids and (reference.what != "indicator" or self.section == "indicators")


def target_of(name: str, vocabulary: Vocabulary, models: dict[str, LogicModel]) -> Target:
    """What a name stands for: ``ID`` or ``SECTION.ID`` in the codebook, ``MODEL.ID`` in a model.

    Raises:
        UsageError: nothing has that name, or several things of the codebook have.
    """
    first, dot, rest = name.partition(".")
    sections = {section: getattr(vocabulary, section) for section in SHARED_SECTIONS}
    kinds = {path[-1]: kind for kind, path in SHARED_NAMES.items()}
    if dot and first in sections:
        if rest not in sections[first]:
            raise _unknown(name, [f"{first}.{known}" for known in sections[first]])
        return Target(first, rest, what=kinds[first])
    if dot and first in models:
        entries = {entry.id: section for section, entry in models[first].entries()}
        if rest not in entries:
            raise _unknown(name, [f"{first}.{known}" for known in entries])
        return Target(entries[rest], rest, first, rest in vocabulary.indicators)
    having = [section for section, entries in sections.items() if name in entries]
    if len(having) > 1:
        raise UsageError(Word("rename.several", (("id", name), ("known", ", ".join(f"{section}.{name}" for section in having)))))
    if not having:
        known = [known for entries in sections.values() for known in entries]
        known += [f"{model.id}.{entry.id}" for model in models.values() for _, entry in model.entries()] if dot else []
        raise _unknown(name, known)
    return Target(having[0], name, what=kinds[having[0]])


def _unknown(name: str, known: list[str]) -> UsageError:
    return UsageError(Word("rename.unknown", (("id", name), ("likely", likely(name, known)))))

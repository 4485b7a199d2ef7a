"""What a name that is to be changed stands for: an entry of the codebook, a model, or an entry of one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from virkningskjede.editing.references import Reference
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word
from virkningskjede.i18n.likely import likely
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import SHARED_SECTIONS, Vocabulary
from virkningskjede.model.values import EMPTY, OWN, NameKind, naming
from virkningskjede.query.names import SHARED_NAMES

MODELS = "models"
"""Where models have their ids, beside the sections of the codebook."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is to have another name.

    Attributes:
        section: the section of the codebook or of the model; `MODELS` for a model itself.
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
        if self.section == MODELS:
            of_entry = reference.what == "entry" and reference.text.startswith(f"{self.id}.")
            return of_entry or (reference.what in ("model", "template") and reference.text == self.id)
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
            named = (getattr(reference.holder, field.name) for field in naming(type(reference.holder), "model"))
            beside = [name for name in named if isinstance(name, str)]  # a list of models says nothing of the entries beside it
            return reference.text == (self.id if beside else f"{self.model}.{self.id}") and beside in ([], [self.model])
        inside = reference.model is not None and reference.model.id == self.model and reference.what in OWN
        return inside and self.id in reference.ids and (reference.what != "indicator" or self.section == "indicators")


def target_of(name: str, vocabulary: Vocabulary, models: dict[str, LogicModel], unfollowed: Mapping[str, str] = EMPTY) -> Target:
    """What a name stands for: ``ID`` or ``SECTION.ID`` in the codebook, a model as ``ID`` or ``models.ID``, or ``MODEL.ID`` in a model.

    Raises:
        UsageError: nothing has that name, several things have, or it is one of those that are not followed.
    """
    first, dot, rest = name.partition(".")
    sections = {section: getattr(vocabulary, section) for section in SHARED_SECTIONS}
    kinds = {path[-1]: kind for kind, path in SHARED_NAMES.items()}
    if dot and first in sections:
        if rest not in sections[first]:
            raise _unknown(name, [f"{first}.{known}" for known in sections[first]])
        return Target(first, rest, what=kinds[first])
    if dot and first == MODELS:
        if rest not in models:
            raise _unknown(name, [f"{MODELS}.{known}" for known in models])
        return Target(MODELS, rest, what="model")
    if dot and first in models:
        entries = {entry.id: section for section, entry in models[first].entries()}
        if rest not in entries:
            raise _unknown(name, [f"{first}.{known}" for known in entries])
        return Target(entries[rest], rest, first, rest in vocabulary.indicators)
    having = [section for section, entries in {**sections, MODELS: models}.items() if name in entries]
    if len(having) > 1:
        raise UsageError(Word("rename.several", (("id", name), ("known", ", ".join(f"{section}.{name}" for section in having)))))
    if not having and name in unfollowed:
        raise UsageError(Word("rename.unfollowed", (("id", name), ("kind", unfollowed[name]))))
    if not having:
        known = [*models]
        known += [known for entries in sections.values() for known in entries]
        known += [f"{model.id}.{entry.id}" for model in models.values() for _, entry in model.entries()] if dot else []
        raise _unknown(name, known)
    return Target(having[0], name, what="model" if having[0] == MODELS else kinds[having[0]])


def _unknown(name: str, known: list[str]) -> UsageError:
    return UsageError(Word("rename.unknown", (("id", name), ("likely", likely(name, known)))))

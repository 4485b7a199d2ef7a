"""One thing that a chain's description leaves open, or that much of it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from virkningskjede.diagnostics import ParamPairs, shorten
from virkningskjede.i18n import Lang, Word, quoted, word
from virkningskjede.i18n.language import chosen
from virkningskjede.model.values import Sentence

GapKind = Literal[
    "no_cause",
    "single_arrow",
    "inferred_only",
    "bridge",
    "carrying",
    "no_user_outcome",
    "no_outcome",
    "unused_input",
    "unaddressed",
    "assumption",
    "open_question",
    "whole",
    "together",
]
"""What kind of thing:

* ``no_cause``: an outcome that nothing leads to; an unwanted one that is addressed is answered;
* ``single_arrow``: an outcome that one arrow leads to;
* ``inferred_only``: an outcome that several arrows lead to, all of which the coder inferred;
* ``bridge``: an arrow without which no activity leads to some outcome beyond the one that it is the single arrow to;
* ``carrying``: an arrow that a large share of all chains lead through;
* ``no_user_outcome``: an activity that leads to outcomes, but to none for users;
* ``no_outcome``: an activity or output that leads to no outcome, or an input that leads on, but to none;
* ``unused_input``: an input that leads to nothing;
* ``unaddressed``: a barrier, or a problem in the context, that nothing addresses; a problem that leads on is taken up;
* ``assumption``: an assumption, and the outcomes that rest on it;
* ``open_question``: an open question, and the outcomes that hang on it;
* ``whole``: an aim of the whole programme, for which the text names no single cause. It is told, and is no gap.
* ``together``: an outcome that the text says comes of several measures together, with the ids of those. It is told, and is no gap.

Nodes that were dropped are left out, with the arrows from and to them.

Arrows marked ``feedback`` are steps of no chain: they carry nothing on, and count for nothing but being there.

What is an aim of the whole, or comes of several measures together, is in none of ``no_cause``, ``single_arrow``, ``inferred_only`` and
``bridge``: it does not rest on arrows.
"""

KINDS: tuple[GapKind, ...] = get_args(GapKind)

LISTED = 4
"""Most names in one sentence; how many more there are is told."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap in the description: not necessarily one in the programme, of which the text may not tell all.

    Attributes:
        kind: what kind of gap; see `GapKind`.
        model: the model's id.
        elements: what it is about, first: an id, or an arrow as ``a -> b``; then the ids of the outcomes, or of the arrow's or the
            barrier's other ends, that it concerns. Empty where the model as a whole lacks something.
        at: the sentences that what it is about rests on, each with its source; an inferred arrow rests on those of its two nodes.
        count: how much hangs on it: outcomes, or for ``carrying`` chains; 0 where nothing is counted.
        share: for ``carrying`` the share of all chains, for what outcomes hang on the share of all outcomes; None for other kinds.
        accepted: the reason that the coder gave for leaving it so, where a rule said the same (``accept``).
        says: the key of its sentence in the catalogue.
        params: the names in that sentence.
    """

    kind: GapKind
    model: str
    elements: tuple[str, ...]
    at: tuple[Sentence, ...] = ()
    count: int = 0
    share: float | None = None
    accepted: str | None = None
    says: str = ""
    params: ParamPairs = ()

    def __repr__(self) -> str:
        return f"Gap({self.kind}, {self.model}: {self.elements[0] if self.elements else ''})"

    def message(self, lang: Lang | None = None) -> str:
        """The sentence that says what it is.

        >>> Gap("unused_input", "m", ("a",), says="unused_input", params=(("name", quoted("Rom")),)).message("en")
        'Nothing in the description uses “Rom”.'
        """
        lang = chosen(lang)
        params = {name: value.in_(lang) if isinstance(value, Word) else value for name, value in self.params}
        sentence = word(f"gap.{self.says}", lang, **params)
        return f"{sentence} {word('gap.accepted', lang, reason=shorten(self.accepted))}" if self.accepted else sentence


def listed(labels: Iterable[str]) -> Word:
    """Several things by their labels, as part of a sentence: the first few, and how many more there are."""
    names = [shorten(label) for label in labels]
    rest = len(names) - LISTED
    shown = names[:LISTED] if rest > 0 else names[:-1] if len(names) > 1 else names
    phrase: Word | None = None
    for name in shown:
        phrase = Word("gap.comma", (("before", phrase), ("after", quoted(name)))) if phrase else quoted(name)
    assert phrase is not None
    if rest > 0:
        return Word("gap.and_more", (("before", phrase), ("count", str(rest))))
    return Word("gap.and", (("before", phrase), ("after", quoted(names[-1])))) if len(names) > 1 else phrase

"""A model as it would be if some sections of its sources had not been read.

Who tests what a report's conclusion says against the models must not let the conclusion prove itself: what was coded from it alone is
taken away before anything is asked.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from virkningskjede.model import LogicModel
from virkningskjede.model.values import Frozen, FrozenMap, LocatorText, Sentence, copy_with, sentences


def withhold(model: LogicModel, sections: Collection[str]) -> LogicModel:
    """The model without what rests on these sections alone.

    Whatever has places of its own (an entry, an arrow, a finding on an arrow, a dose, the recruitment, another reading) is left out when
    every sentence that it names lies in one of the sections; when it names others too, it keeps those. What names no sentence rests on
    none of them and stays. What pointed at something that is gone then points at nothing.

    Args:
        model: the model.
        sections: each as ``source#section``, like the front of a sentence in results. A section has its subsections in it:
            ``rapport#4.1`` covers ``rapport#4.1.2``, but not ``rapport#4.10``. Sentences can be named instead (``rapport#4.1:2-3``),
            where the subsections are to be left.

    >>> model = LogicModel(id="m", source="r", activities={"a": {"label": "A", "at": ["4.1:2", "2:7"]}, "b": {"label": "B", "at": "4.1:3"}})
    >>> left = withhold(model, {"r#4"})
    >>> list(left.nodes), left.nodes["a"].at
    (['a'], ('r#2:7',))
    >>> list(withhold(model, {"r#4.1:3"}).nodes)
    ['a']
    """
    if not sections:
        return model
    return _Withholding(tuple(sections), model.source).left_of(model)  # type: ignore[no-any-return]


class _Withholding:
    def __init__(self, places: tuple[str, ...], source: str | None) -> None:
        self.sections = frozenset(place for place in places if ":" not in place)
        self.inside = tuple(f"{section}." for section in self.sections)
        self.sentences = frozenset(sentences([LocatorText(place) for place in places if ":" in place], source))
        self.source = source

    def left_of(self, value: Any) -> Any:
        """What is left of a value; None when nothing is. A value that loses nothing is itself."""
        if isinstance(value, Frozen):
            return self._of_fields(value)
        if isinstance(value, Mapping):
            entries = {key: (part, self.left_of(part)) for key, part in value.items()}
            if all(part is left for part, left in entries.values()):
                return value
            return FrozenMap({key: left for key, (_, left) in entries.items() if left is not None})
        if isinstance(value, tuple):
            parts = [(part, self.left_of(part)) for part in value]
            return value if all(part is left for part, left in parts) else tuple(left for _, left in parts if left is not None)
        return value

    def _of_fields(self, value: Frozen) -> Frozen | None:
        changed: dict[str, Any] = {}
        for name in type(value).model_fields:
            content = getattr(value, name)
            if name == "at":
                named = sentences(content, self.source)
                left = tuple(sentence for sentence in named if not self._is_withheld(sentence))
                if named and not left:
                    return None
                if len(left) < len(named):
                    changed[name] = left
            elif content and not isinstance(content, str):
                left = self.left_of(content)
                if left is not content:
                    changed[name] = left
        return copy_with(value, changed) if changed else value

    def _is_withheld(self, sentence: Sentence) -> bool:
        if sentence in self.sentences:
            return True
        source, section, *_ = sentence.locator
        section = f"{source}#{section}" if source else section
        return section in self.sections or section.startswith(self.inside)

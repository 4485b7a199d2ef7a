"""Lists of models in running text, read and written with the names that the text has for them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from virkningskjede.i18n import LANGS, NUMERALS, Lang, word
from virkningskjede.model import LogicModel
from virkningskjede.model.values import EMPTY
from virkningskjede.query.wording import Wording
from virkningskjede.report.names import names_of
from virkningskjede.report.write_markdown import escaped

_PERHAPS = ("kanskje også", "kanskje", "perhaps also", "perhaps")
_BETWEEN = re.compile(r"[\s,]+|(?:og|and)(?!\w)", re.IGNORECASE)


class ModelList(NamedTuple):
    """Models that a text lists.

    Attributes:
        sure: those that it names.
        perhaps: those that it names behind a "perhaps".
        spelled: what it calls each of them.
    """

    sure: frozenset[str]
    perhaps: frozenset[str] = frozenset()
    spelled: Mapping[str, str] = EMPTY


class ModelNames:
    """What models are called in running text: their name, their id, or the last word of a name that no other model ends with."""

    def __init__(self, models: Sequence[LogicModel]) -> None:
        self.names = {model: escaped(" ".join(name.split())) for model, name in names_of(models).items()}
        endings = {model: name.split()[-1] for model, name in self.names.items() if name.split()}
        ambiguous = {ending for ending, times in Counter(endings.values()).items() if times > 1}
        self.models = {ending: model for model, ending in endings.items() if ending not in ambiguous}
        self.models |= {model: model for model in self.names} | {name: model for model, name in self.names.items()}
        spellings = sorted(filter(None, self.models), key=len, reverse=True)
        self.token = re.compile(rf"(?:({'|'.join(map(re.escape, _PERHAPS))})|({'|'.join(map(re.escape, spellings)) or '(?!)'}))(?!\w)")

    def read(self, text: str) -> ModelList | None:
        """The models that a text lists; None when it says anything else.

        >>> ModelNames([LogicModel(id="a", title="Ås"), LogicModel(id="b", title="Bydel Bø")]).read("Ås og kanskje Bø").perhaps
        frozenset({'b'})
        """
        if text.casefold() in [NUMERALS[lang][0] for lang in LANGS]:
            return ModelList(frozenset())
        lists: dict[bool, list[str]] = {False: [], True: []}
        spelled: dict[str, str] = {}
        perhaps, at = False, 0
        while at < len(text):
            token, between = self.token.match(text, at), _BETWEEN.match(text, at)
            if token is not None and token[2]:
                model = self.models[token[2]]
                lists[perhaps].append(model)
                spelled[model] = token[2]
            elif token is not None:
                perhaps = True
            elif between is None:
                return None
            at = (token or between).end()  # type: ignore[union-attr]  # one of them matched
        return ModelList(frozenset(lists[False]), frozenset(lists[True]), spelled) if spelled else None

    def write(self, sure: Iterable[str], perhaps: Iterable[str], spelled: Mapping[str, str], lang: Lang) -> str:
        """A list of models, and of those that may belong in it.

        >>> ModelNames([LogicModel(id="a", title="Ås"), LogicModel(id="b", title="Bø")]).write(["a"], ["b"], {}, "en")
        'Ås, perhaps also Bø'
        """
        joined = Wording(None, {}, lang).list
        certain, doubted = ([spelled.get(name, self.names[name]) for name in models] for models in (sure, perhaps))
        if not certain and not doubted:
            return NUMERALS[lang][0]
        if not certain:
            return word("draft.perhaps.only", lang, names=joined(doubted))
        return word("draft.perhaps", lang, sure=joined(certain), names=joined(doubted)) if doubted else joined(certain)

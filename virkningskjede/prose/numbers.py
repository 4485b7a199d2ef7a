"""Numbers in running text, in digits and in words: 20 000, åtte, twenty-five, halvannen, 14-dagers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType

from virkningskjede.i18n import NUMERALS, Lang
from virkningskjede.yamlfile.numerals import SPACES, numeral

_TEENS: Mapping[Lang, str] = MappingProxyType(
    {
        "nb": "tretten fjorten femten seksten sytten atten nitten",
        "en": "thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    }
)
_TENS: Mapping[Lang, str] = MappingProxyType(
    {"nb": "tjue tretti førti femti seksti sytti åtti nitti", "en": "twenty thirty forty fifty sixty seventy eighty ninety"}
)
_SPELLINGS: Mapping[Lang, Mapping[str, int]] = MappingProxyType(
    {
        "nb": {"null": 0, **dict.fromkeys(("en", "ett", "ei", "eitt", "éi"), 1), "syv": 7, "tyve": 20, "tredve": 30},
        "en": {"zero": 0, "no": 0},
    }
)
"""Other words for whole numbers than those that we write."""
_OTHERS: Mapping[Lang, Mapping[str, Fraction]] = MappingProxyType(
    {
        "nb": {
            **dict.fromkeys(("et", "ein", "eit", "eneste", "hver", "kvar"), Fraction(1)),
            **dict.fromkeys(("begge", "par", "dobbel", "dobbelt"), Fraction(2)),
            **dict.fromkeys(
                ("annenhver", "annethvert", "annankvar", "annakvart", "halv", "halve", "halvt", "halvparten", "halvdelen"), Fraction(1, 2)
            ),
            **dict.fromkeys(("halvannen", "halvannet"), Fraction(3, 2)),
            **dict.fromkeys(("flertall", "flertallet", "fleste", "mindretall", "mindretallet", "fleirtal", "mindretal"), Fraction(1, 2)),
            **dict.fromkeys(("ikke", "ikkje", "uten", "utan", "gratis", "intet", "inga"), Fraction(0)),
            "dusin": Fraction(12),
            "kvart": Fraction(1, 4),
            "tredel": Fraction(1, 3),
            "tredjedel": Fraction(1, 3),
            "fjerdedel": Fraction(1, 4),
        },
        "en": {
            **dict.fromkeys(("a", "an", "once", "each", "every", "single"), Fraction(1)),
            **dict.fromkeys(("both", "twice", "couple", "pair", "double"), Fraction(2)),
            **dict.fromkeys(("half", "halves", "fortnightly", "biweekly"), Fraction(1, 2)),
            **dict.fromkeys(("majority", "most", "minority"), Fraction(1, 2)),
            **dict.fromkeys(["not", "without", "free"], Fraction(0)),
            "thrice": Fraction(3),
            "dozen": Fraction(12),
            "quarter": Fraction(1, 4),
            "third": Fraction(1, 3),
        },
    }
)
_TIMES: Mapping[Lang, Mapping[str, int]] = MappingProxyType(
    {
        "nb": {
            **dict.fromkeys(("hundre",), 100),
            **dict.fromkeys(("tusen",), 1000),
            **dict.fromkeys(("million", "millioner", "mill", "mill."), 10**6),
            **dict.fromkeys(("milliard", "milliarder", "mrd", "mrd."), 10**9),
        },
        "en": {"hundred": 100, "thousand": 1000, "million": 10**6, "millions": 10**6, "billion": 10**9},
    }
)
"""What a number before them is multiplied by."""

NAMED = re.compile(
    r"\b(?:modell|model|runde|round|fase|phase|trinn|step|steg|nivå|level|del|part|figur|figure|tabell|table|vedlegg|appendix|versjon|"
    r"version|piloten?|gruppe|group|nr\.?|no\.)[ -]\d+(?:[.,]\d+)*",
    re.IGNORECASE,
)
"""Numbers that are names."""

_JOINTS = re.compile(r"(?P<comma>,)|\b(?:og|and|samt)\b")
_LONGEST_ITEM = 3
"""A list whose items have more words than this is most likely no list but a sentence."""


def _cardinals(lang: Lang) -> Iterator[tuple[str, int]]:
    small = NUMERALS[lang]
    yield from ((word, value) for value, word in enumerate(small))
    yield from ((word, value) for value, word in enumerate(_TEENS[lang].split(), 13))
    for ten, tens in enumerate(_TENS[lang].split(), 2):
        yield tens, 10 * ten
        for one in range(1, 10):
            joined = (f"{tens}{small[one]}", f"{small[one]}og{tens}") if lang == "nb" else (f"{tens}-{small[one]}", f"{tens}{small[one]}")
            yield from ((word.replace("én", "en"), 10 * ten + one) for word in joined)
    yield from _SPELLINGS[lang].items()


CARDINALS: Mapping[Lang, Mapping[str, int]] = MappingProxyType({lang: MappingProxyType(dict(_cardinals(lang))) for lang in NUMERALS})
"""The whole numbers that are read in words, by their words."""

WORDS: Mapping[Lang, Mapping[str, Fraction]] = MappingProxyType(
    {lang: MappingProxyType({**{word: Fraction(words[word]) for word in words}, **_OTHERS[lang]}) for lang, words in CARDINALS.items()}
)
"""Every number that is read in words, by its word; Nynorsk and older forms among the Norwegian ones."""

UNCOUNTED: frozenset[str] = frozenset(
    word for words in WORDS.values() for word, value in words.items() if value in (0, 1, Fraction(1, 2)) and not word.startswith("hal")
) - {"half", "én", "one"} | {"begge", "both", "par", "pair", "couple"}
"""Words that say how many of something there are, most often without anybody counting: one, both, none, most."""

_COUNTABLE = r"uke|veke|dag|døgn|år|måned|månad|time|timar|minutt|kvartal|gang|delt|deling|fold|trinn|sifret|skift"
"""What a number grows together with in Norwegian: åtteukers, toårig, tredelt."""

_GROWN = re.compile(
    rf"(?P<number>{'|'.join(sorted((word for word, value in WORDS['nb'].items() if value > 1 and len(word) > 1), key=len, reverse=True))})"
    rf"-?(?=(?:{_COUNTABLE})\w*)"
)
_DIGITS = re.compile(rf"(?<![\w.,])\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d)|\d+(?:[.,]\d+)*")
_TOKEN = re.compile(rf"(?P<share>\b\d/\d+\b)|(?P<digits>(?<!\w)(?:{_DIGITS.pattern}))|(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*\.?)")
DAY = re.compile(r"(?:[12]?\d|3[01]|0\d)\.(?:0?[1-9]|1[0-2])(?:\.(?:\d\d)?\d\d)?")
"""16.12, 1.1.2025."""

_ENGLISH = frozenset(
    ["the", "of", "and", "with", "is", "are", "be", "by", "from", "this", "that", "which", "their", "they", "its", "has", "have"]
)
_NORWEGIAN = frozenset(
    ["og", "i", "på", "som", "av", "det", "er", "med", "å", "den", "til", "har", "skal", "vil", "ikke", "eit", "ein", "dei", "ved", "fra"]
)


def language(text: str) -> Lang | None:
    """Which language a text is in, by its smallest words; None where they do not tell.

    >>> language("The course is held by RPH"), language("Kurset holdes av RPH"), language("Kurs")
    ('en', 'nb', None)
    """
    words = re.findall(r"[^\W\d_]+", text.casefold())
    english, norwegian = (sum(word in small for word in words) for small in (_ENGLISH, _NORWEGIAN))
    return "en" if english > norwegian else "nb" if norwegian > english else None


def numbers(text: str, lang: Lang | None = None) -> frozenset[Fraction]:
    """Every number that a text names, in whatever way.

    Where it cannot be told what a sign between digits means, both numbers are there; of a day written as 16.12 the parts are too.

    Args:
        text: the text.
        lang: its language; worked out from its words when None, and where they do not tell, words of all languages are read.

    >>> sorted(map(str, numbers("To av 20 000 innbyggere, i 14-dagers kurs på halvannen time")))
    ['14', '2', '20000', '3/2']
    """
    return frozenset(number for _, _, number in numbers_at(text, lang))


def numbers_at(text: str, lang: Lang | None = None) -> Iterator[tuple[int, int, Fraction]]:
    """Every number that a text names, with where it begins and ends; see `numbers`."""
    tongue = lang or language(text)
    langs: tuple[Lang, ...] = (tongue,) if tongue is not None else tuple(NUMERALS)
    earlier: tuple[int, tuple[Fraction, ...]] = (-2, ())
    values: tuple[Fraction, ...]
    for match in _TOKEN.finditer(text):
        if match["share"]:
            values = (Fraction(match["share"]),) if not match["share"].endswith("/0") else ()
        elif match["digits"]:
            values = tuple(_in_digits(match["digits"]))
        else:
            token = match["word"].casefold()
            factor = next((_TIMES[known][token] for known in langs if token in _TIMES[known]), None)
            if factor is not None:
                before = earlier[1] if match.start() - earlier[0] <= 1 else (Fraction(1),)
                values = tuple(value * factor for value in before)
            else:
                values = tuple(_in_words(token.removesuffix("."), langs))
        yield from ((match.start(), match.end(), value) for value in values)
        if values:
            earlier = match.end(), values


def _in_digits(digits: str) -> Iterator[Fraction]:
    read = numeral(digits)
    values = [Fraction(value) for value in (read or ()) if value is not None]
    yield from dict.fromkeys(values)
    if DAY.fullmatch(digits):
        yield from (Fraction(part) for part in digits.split(".") if Fraction(part) not in values)


def _in_words(token: str, langs: tuple[Lang, ...]) -> Iterator[Fraction]:
    for lang in langs:
        if token in WORDS[lang]:
            yield WORDS[lang][token]
            return
    if "nb" in langs and (grown := _GROWN.match(token)):
        yield WORDS["nb"][grown["number"]]
    elif "-" in token:
        first = token.partition("-")[0]
        yield from (WORDS[lang][first] for lang in langs if WORDS[lang].get(first, 0) > 1)


def counted(label: str, lang: Lang) -> frozenset[Fraction]:
    """The numbers that a label says there are of something: not those that are names, and not one, both or none.

    >>> [int(number) for number in counted("To møter om en plan for modell 2", "nb")]
    [2]
    """
    words = NAMED.sub(" ", label).split()
    return numbers(" ".join(word for word in words if word.casefold().strip('.,:;()«»"') not in UNCOUNTED), lang)


def listed(text: str) -> frozenset[Fraction]:
    """How many things a text lists, for each of its lists; several numbers where an *and* may be part of a name.

    >>> sorted(map(int, listed("Fylkene Troms, Nordland, Nord og Sør-Trøndelag.")))
    [3, 4]
    """
    counts: set[Fraction] = set()
    for clause in re.split(r"[.:;()]", text):
        items = [item for item in _JOINTS.sub("\n", clause).split("\n") if item.strip()]
        commas = clause.count(",")
        if commas and all(len(item.split()) <= _LONGEST_ITEM for item in items):
            counts.update(map(Fraction, range(commas + 1, len(items) + 1)))
    return frozenset(counts)

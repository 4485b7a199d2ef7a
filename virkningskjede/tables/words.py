"""What the words of tables mean: the headings of columns, and the cells below them, however they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from virkningskjede.i18n import WORDS, Lang
from virkningskjede.model.fields import SECTION_KINDS
from virkningskjede.model.values import Horizon, Level
from virkningskjede.tables.fields import CELL_FIELDS
from virkningskjede.tables.lexicon import (
    CHANGES,
    FIELD_WORDS,
    GROUP_BEGINS,
    GROUP_PARTS,
    GROUP_WHOLES,
    HORIZON_WORDS,
    LEVEL_WORDS,
    ROLE_WORDS,
    ROW_KINDS,
    STEPS,
    Step,
)
from virkningskjede.tables.names import NUMBER, key

OVER_FIELDS = frozenset(
    {
        *("label", "level", "horizon", "instrument", "unit", "indicator", "indicators", "baseline", "targets", "value", "date", "id", "to"),
        *("stage", "at"),
    }
)
"""Fields of the format that columns of another kind stand for."""


def _split(words: str) -> Iterator[str]:
    return (key(word) for word in words.split(", "))


@cache
def steps() -> Mapping[str, Step]:
    """Every word for a stage, as it is looked up, with where it belongs. What says both how soon and what is put together in `step`."""
    table: dict[str, Step] = {}
    for step, *languages in STEPS:
        for word in (word for words in languages for word in _split(words)):
            table.setdefault(word, step)
    for section in SECTION_KINDS:
        table.setdefault(key(section), Step(section))
    return table


@cache
def own_steps() -> Mapping[str, Step]:
    """What this program itself calls the sections, in both languages: the words under the first heading of what it writes."""
    names = {f"{kind}.{section}": section for section in SECTION_KINDS for kind in ("section", "stage")}
    return {key(text): Step(section) for name, section in names.items() if name in WORDS for text in WORDS[name]}


@cache
def _horizon_of() -> Mapping[str, Horizon]:
    return dict(_horizons())


@cache
def _horizons() -> tuple[tuple[str, Horizon], ...]:
    pairs = [(word, horizon) for horizon, words in HORIZON_WORDS.items() for word in _split(words)]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


_SEVERAL_HORIZONS = re.compile(r"^(?:short|immediate|medium|intermediate|mid|kortsiktige?|kort)(?: term)?(?:, | and | & | og |/)+(?=\w)")
"""How soon, said in two ways of what stands in one column."""

_BRACKETS = re.compile(r"\s*[([][^)\]]*[)\]]?\s*")
_NUMBERED = re.compile(r"^(?P<word>.*?\w)\s*(?:#|no |nr )?\s*(?P<number>\d+(?:\.\d+)*)$")


@lru_cache(maxsize=4096)
def step(text: str) -> Step | None:
    """Where something belongs, by a word for it: what stands above a column, or in a cell of a row.

    >>> step("Virkninger på kort sikt"), step("Goal (impact)"), step("kort sikt")
    (Step(section='outcomes', level=None, horizon='short', kind=None), Step(section='outcomes', level='society', horizon=None, kind=None), \
Step(section='outcomes', level=None, horizon='short', kind=None))
    """
    for word in _forms(text):
        found_step = _step(word)
        if found_step is not None:
            return found_step
    return None


def _forms(text: str) -> Iterator[str]:
    """A heading as it stands; without what is in brackets; without a number; the first of what a dash, a stroke or a colon divides."""
    whole = key(text)
    bare = key(_BRACKETS.sub(" ", text))
    numbered = _NUMBERED.match(bare)
    statement = re.sub(r" (?:statements?|beskrivelse)$", "", bare)
    shorter = [key(part) for part in re.split(r"/|\s[–—-]+\s|: ", _BRACKETS.sub(" ", text))]
    several = [part for part in shorter if part]
    together = _SEVERAL_HORIZONS.sub("", bare)
    yield from dict.fromkeys(word for word in (whole, bare, numbered["word"] if numbered else "", statement) if word)
    if together != bare and (soon := _step(together)) is not None and soon.horizon is not None:
        yield together.partition(" ")[2].removeprefix("term ")  # "short and long-term outcomes" says how soon of none
    if len(several) > 1 and all(_step(part) is not None for part in several):
        yield several[-1 if ": " in text and "/" not in text else 0]
    elif len(several) > 1 and horizon(several[-1]) is not None and _step(several[0]) is not None:
        yield f"{several[-1]} {several[0]}"


@cache
def _changes() -> Mapping[str, Step]:
    return {word: Step("outcomes") for listed in CHANGES for word in _split(listed)}


@cache
def _step(word: str) -> Step | None:
    if word in steps():
        return steps()[word]
    for phrase, horizon in _horizons():
        rest = word.removeprefix(f"{phrase} ") if word.startswith(f"{phrase} ") else word.removesuffix(f" {phrase}")
        if word == phrase:
            # One word alone is too little to go by: "end" and "short" stand above other things too.
            return Step("outcomes", horizon=horizon) if " " in word else None
        if rest != word and (base := steps().get(rest) or _changes().get(rest)) is not None and base.section == "outcomes":
            return replace(base, horizon=horizon)
    return None


_BEGINS = re.compile(
    rf"(?P<word>[^\d:.–—\n]*[^\W\d])[^\S\n]*(?P<number>{NUMBER})?(?P<divider>\s*[:.)–—\n]+\s*|\s+-+\s+|\s*$|\s+)(?P<rest>.*)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Named:
    """A text that names a stage, or begins with one: the word, the number behind it, and what stands after that."""

    word: str
    number: str = ""
    rest: str = ""


@lru_cache(maxsize=4096)
def named(text: str) -> Named | None:
    """The stage that a text names or begins with; None where it names none.

    >>> named("Output 1.2: Teachers are trained"), named("Aktiviteter"), named("Goals are good")
    (Named(word='Output', number='1.2', rest='Teachers are trained'), Named(word='Aktiviteter', number='', rest=''), None)
    """
    plain = text.strip()
    if step(plain) is not None:
        number = re.search(rf"({NUMBER})\s*[:.]?$", plain)
        return Named(plain, number[1] if number else "")
    match = _BEGINS.fullmatch(plain)
    if match is None or not (match["number"] or match["divider"].strip() or "\n" in match["divider"]):
        return None
    return Named(match["word"], match["number"] or "", match["rest"]) if step(match["word"]) is not None else None


def named_under(heading: Step, text: str) -> Named | None:
    """The stage that a cell names before a node, where its heading stands over results of any kind; None where it names none.

    >>> named_under(Step("outcomes"), "Output 1: Certificates"), named_under(Step("inputs"), "Output 1: Certificates")
    (Named(word='Output', number='1', rest='Certificates'), None)
    """
    naming = named(text) if heading == Step("outcomes") else None
    meant = None if naming is None or not naming.rest else step(naming.word)
    return naming if meant is not None and meant.in_chain else None


@cache
def _levels() -> Mapping[str, Level]:
    table = {word: level for level, words in LEVEL_WORDS.items() for word in _split(words)}
    table |= {key(text): level for level in LEVEL_WORDS for text in WORDS[f"level.{level}"]}
    return table


def level(text: str) -> Level | None:
    """Where an outcome shows, by a word for it.

    >>> level("Samfunnet"), level("Brukereffekter"), level("Kongeriket")
    ('society', 'user', None)
    """
    known = _levels().get(key(text))
    if known is not None:
        return known
    meant = step(text)
    return meant.level if meant is not None and meant.section == "outcomes" else None


def without_brackets(text: str) -> str:
    """A heading without what stands in brackets.

    >>> without_brackets("Intermediate (12–24 mo)")
    'Intermediate'
    """
    return _BRACKETS.sub(" ", text).strip()


def horizon(text: str) -> Horizon | None:
    """How soon an outcome is to show, by a word for it.

    >>> horizon("Kort sikt"), horizon("long-term"), horizon("snart")
    ('short', 'long', None)
    """
    return _horizon_of().get(key(text))


@cache
def _roles() -> Mapping[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for role, *languages in ROLE_WORDS:
        for word in (word for words in languages for word in _split(words)):
            table.setdefault(word, set()).add(role)
    for field, words in _fields().items():
        for word in words:
            table.setdefault(word, set()).add(field)
    return {word: frozenset(meanings) for word, meanings in table.items()}


@cache
def _fields() -> Mapping[str, tuple[str, ...]]:
    """The fields of the format that a cell can hold, by their keys, with what they are called: in files, in what people read, and above
    columns.
    """
    others = {name: [word for listed in languages for word in _split(listed)] for name, languages in FIELD_WORDS.items()}
    return {
        name: tuple(dict.fromkeys((key(name), *(key(text) for text in WORDS[f"change.field.{name}"]), *others.get(name, ()))))
        for name in CELL_FIELDS
        if name not in OVER_FIELDS
    }


def meanings(text: str) -> frozenset[str]:
    """What a heading can mean: roles of columns, and keys of fields.

    >>> sorted(meanings("Kilde")), sorted(meanings("Means of verification (MoV)")), sorted(meanings("Farge"))
    (['at', 'from', 'instrument', 'source'], ['instrument'], [])
    """
    for word in dict.fromkeys((key(text), key(_BRACKETS.sub(" ", text)))):
        if word in _roles():
            return _roles()[word]
    of_stage = re.fullmatch(r"(.+?) (?:indicators?|indikator(?:er|ar)?)(?: \d+(?:\.\d+)*)?", key(text))
    if of_stage is not None and (of := step(of_stage[1])) is not None and of.in_chain:
        return frozenset({"indicator"})
    # "Critical assumptions / Risks" is for the first of what it names.
    parts = [_roles().get(key(part)) for part in re.split(r"/", _BRACKETS.sub(" ", text))]
    return parts[0] if parts[0] is not None and all(parts) else frozenset()


@cache
def _row_kinds() -> Mapping[str, str]:
    return {word: kind for kind, languages in ROW_KINDS.items() for listed in languages for word in _split(listed)}


def row_kind(text: str) -> str | None:
    """What the numbers of a row are, by a word for it.

    >>> row_kind("Actual"), row_kind("Planlagt"), row_kind("Women")
    ('result', 'target', None)
    """
    return _row_kinds().get(key(text))


@cache
def _of_groups() -> tuple[frozenset[str], frozenset[str]]:
    """The words for parts of a group, and those for the whole."""
    parts, wholes = (frozenset(word for words in listed for word in _split(words)) for listed in (GROUP_PARTS, GROUP_WHOLES))
    return parts, wholes


def is_part(text: str) -> bool:
    """Whether a text is a usual word for a part of a group.

    >>> is_part("Women"), is_part("Total"), is_part("Reading score")
    (True, False, False)
    """
    return key(text) in _of_groups()[0]


def is_whole(text: str) -> bool:
    """Whether a text stands for the whole of a group."""
    return key(text) in _of_groups()[1]


@cache
def _beside() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(_of_groups()[0] | _of_groups()[1], key=len, reverse=True))
    divider = r"(?:\s*[:–—-]\s*|\s+)"
    forms = (rf"(?P<a>{words}){divider}(?P<ra>.+)", rf"(?P<rb>.+?)\s*[([](?P<b>{words})[)\]]", rf"(?P<rc>.+?){divider}(?P<c>{words})")
    return re.compile("|".join(forms), re.IGNORECASE)


LONGEST_HEADING = 200
"""What is longer than this is no heading of numbers."""


def with_part(text: str) -> tuple[str, str] | None:
    """A heading that says which part of a group the numbers below are of: the rest of it, and the part, empty for the whole; else None.

    >>> with_part("Target 2026 (women)"), with_part("Baseline Total"), with_part("Target 2026")
    (('Target 2026', 'women'), ('Baseline', ''), None)
    """
    match = _beside().fullmatch(text.strip()) if len(text) <= LONGEST_HEADING else None
    if match is None:
        return None
    part, rest = match["a"] or match["b"] or match["c"], match["ra"] or match["rb"] or match["rc"]
    return rest, "" if is_whole(part) else part


_BEFORE = re.compile(r"^[-–—•·▪●○◦‣*]+\s*")


def row_of_part(text: str) -> str | None:
    """The part of a group that a row below that of the whole is about, by its name: empty for the whole, None where it is of another thing.

    >>> row_of_part("- jenter"), row_of_part("herav med vedtak"), row_of_part("Totalt"), row_of_part("Lesetest")
    ('jenter', 'med vedtak', '', None)
    """
    plain = _BEFORE.sub("", " ".join(text.split())).strip(" :")
    if is_whole(plain):
        return ""
    begins = next((word for word in _begins() if plain.casefold().startswith(f"{word} ")), None)
    if begins is not None:
        return plain[len(begins) :].strip(" :")
    return plain if is_part(plain) else None


@cache
def _begins() -> tuple[str, ...]:
    return tuple(word for words in GROUP_BEGINS for word in _split(words))


def known_steps(lang: str) -> tuple[str, ...]:
    """A word or two for each place in a model, in a language."""
    return tuple(dict.fromkeys((norwegian if lang == "nb" else english).partition(", ")[0] for _, norwegian, english in STEPS))


@cache
def _of_language() -> tuple[frozenset[str], frozenset[str]]:
    """Words that stand in the lists of one language only: Norwegian, English."""
    sides: tuple[set[str], set[str]] = (set(), set())
    for _, *languages in (*STEPS, *ROLE_WORDS):
        for side, listed in zip(sides, languages, strict=True):
            side.update(part for word in _split(listed) for part in word.split())
    return frozenset(sides[0] - sides[1]), frozenset(sides[1] - sides[0])


def language(texts: Iterable[str]) -> Lang | None:
    """The language that most words of headings and stages are in; None where they do not show it.

    >>> language(["Indikator", "Baseline 2023", "Target"]), language(["Stage", "Label"]), language(["Baseline"])
    (None, 'en', None)
    """
    norwegian, english = _of_language()
    words = [word for text in texts for word in re.findall(r"[^\W\d_]+", key(text))]
    more = sum(word in norwegian for word in words) - sum(word in english for word in words)
    return None if more == 0 else "nb" if more > 0 else "en"

"""Ids made from labels in any script, and labels made from cells."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence

from anyascii import anyascii

from virkningskjede.i18n.spelling import folded
from virkningskjede.model import PARTS
from virkningskjede.model.values.text import ID_PATTERN, LABEL_PATTERN, seen

LONGEST_ID = 40

NUMBER = r"\d{1,3}(?:\.\d{1,2})*"
"""A number in a hierarchy, such as 1.2: of a heading, a stage or a node."""

_NORWEGIAN = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})
_STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_SPACES = re.compile("[ \t\n\r\u2028\u2029]+")
_BULLET = re.compile(r"^\s*(?:[-–—•·▪●○◦‣*✓➢§]|\(?[a-z]\)|\(?\d{1,2}\))\s+|^\s*[•·▪●○◦‣✓➢]\s*")


def key(text: str) -> str:
    """A heading as it is looked up.

    >>> key("  Short-term Outcomes: "), key("**Mål**"), key("leads_to")
    ('short term outcomes', 'mål', 'leads to')
    """
    plain = re.sub(r"[*_`]+", " ", folded(text)).replace("-", " ")
    plain = re.sub(r"\s*([/&])\s*", r"\1", plain).replace("&", " & ")
    return " ".join(plain.split()).strip(" :.;,?!")


def is_id(text: str) -> bool:
    """Whether a text can be an entry's id as it stands.

    >>> is_id("a-1"), is_id("Kurs"), is_id("recruitment")
    (True, False, False)
    """
    return text not in PARTS and re.fullmatch(ID_PATTERN, text) is not None


def slug(label: str) -> str:
    """An id made from a label: in the letters a to z, whatever it is written with.

    >>> slug("Kurs for brukere på Nøtterøy"), slug("Обучение учителей")
    ('kurs-for-brukere-pa-notteroy', 'obuchenie-uchiteley')
    >>> slug("Recruitment")  # which is the name of a part of every model
    'recruitment-1'
    >>> slug("「」") == slug("「」"), slug("「」") == slug("『』")
    (True, False)
    """
    spelled = unicodedata.normalize("NFKC", label).casefold().translate(_NORWEGIAN)
    words = re.findall(r"[a-z0-9]+", anyascii(spelled).lower())
    kept = ""
    for part in words:
        if kept and len(kept) + len(part) > LONGEST_ID:
            break
        kept = f"{kept}-{part}" if kept else part[:LONGEST_ID]
    if not kept:
        return f"x-{hashlib.sha256(label.encode('utf-8', 'replace')).hexdigest()[:6]}"
    return f"{kept}-1" if kept in PARTS else kept


def one_line(text: str) -> str:
    """The text of a cell as a label: on one line, without what cannot be seen; empty when nothing is left.

    >>> one_line(" Lesecamp\\nhver  sommer\\u200e "), one_line("\\u2800")
    ('Lesecamp hver sommer', '')
    """
    line = _SPACES.sub(" ", _STEERING.sub("", text)).strip()
    return line if re.match(LABEL_PATTERN, line) and seen(line) else ""


def prose(text: str) -> str:
    """The text of a cell as running text, without what cannot be seen."""
    return _STEERING.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")).strip()


_MARKED = re.compile(
    rf"\s*(?:(?P<number>{NUMBER})(?:[.)]\s*|(?<=\.\d)\s+|(?<=\.\d\d)\s+)|\(?(?:[a-z]|\d{{1,2}})\)\s*|[-–—•·▪●○◦‣*✓➢§]\s+|[•·▪●○◦‣✓➢]\s*)(?P<rest>\S.*)"
)
_INLINE = re.compile(r"(?:^|(?<=\s))\d{1,2}\)\s+")


def divided(cell: str) -> list[tuple[str, str]]:
    """What numbers or bullets before lines divide a cell into, each with its number; the whole where there are not two of them.

    A line without either goes on with the one above it.

    >>> divided("1.1 Train teachers\\n1.2 Buy books,\\n  and read them"), divided("• Bolig\\n• Papirer")
    ([('1.1', 'Train teachers'), ('1.2', 'Buy books, and read them')], [('', 'Bolig'), ('', 'Papirer')])
    >>> divided("1) Kurs. 2) Bok."), divided("Kurs 1.2\\nog bok")
    ([('1', 'Kurs.'), ('2', 'Bok.')], [('', 'Kurs 1.2\\nog bok')])
    """
    rows = [line for line in cell.splitlines() if line.strip()]
    inline = _INLINE.findall(cell) if len(rows) == 1 else []
    if inline and [number.strip(" )") for number in inline] == [str(n + 1) for n in range(len(inline))]:
        rows = [part.strip() for part in re.split(r"(?:^|(?<=\s))(?=\d{1,2}\)\s)", cell) if part.strip()]
    things: list[tuple[str, str]] = []
    for row in rows:
        marked = _MARKED.fullmatch(row)
        if marked is None and not things:
            return [("", cell)]
        if marked is None:
            things[-1] = (things[-1][0], f"{things[-1][1]} {row.strip()}")
        else:
            things.append((marked["number"] or "", marked["rest"].strip()))
    if things and things[0][0].isdigit() and things[0][0] != "1":  # "3. klasse" is no number in a list
        things = [("", f"{number}. {rest}" if number.isdigit() else rest) for number, rest in things]
    return things if len(things) > 1 else [("", cell)]


def lines(cell: str, *, divided: bool = True) -> list[str]:
    """What stands in one cell, thing by thing: a line each, without bullets; or divided by semicolons where all is on one line.

    >>> lines("• Bolig\\n• Papirer"), lines("Penger; rom"), lines("Kurs; Bergen", divided=False)
    (['Bolig', 'Papirer'], ['Penger', 'rom'], ['Kurs; Bergen'])
    """
    parts = [line for line in cell.splitlines() if line.strip()]
    if len(parts) == 1 and divided:
        parts = re.split(r";(?:\s+|$)|\s+•\s*", parts[0])
    elif len(parts) > 1:
        parts = [rest for _, rest in numbered(parts)] or [part.rstrip(" ;,") for part in parts]
    return [label for label in (one_line(_BULLET.sub("", part)) for part in parts) if label]


_NUMBERED = re.compile(rf"\s*(?P<number>{NUMBER})(?P<mark>[.)]?)\s+(?P<rest>\S.*)", re.DOTALL)


def numbered(texts: Sequence[str]) -> list[tuple[str, str]]:
    """Texts that are numbered, one after another, each with its number; none where they are not, for a number may be a part of a text.

    >>> numbered(["1. Open", "2. Close"]), numbered(["1.1 Rent", "1.2 Paint", "2.1 Train"])
    ([('1', 'Open'), ('2', 'Close')], [('1.1', 'Rent'), ('1.2', 'Paint'), ('2.1', 'Train')])
    >>> numbered(["1.5 posts", "2.0 posts"]), numbered(["3 groups", "4 courses"])
    ([], [])
    """
    matches = [match for text in texts if (match := _NUMBERED.fullmatch(text)) is not None and ("." in match["number"] or match["mark"])]
    things = [(match["number"], match["rest"].strip()) for match in matches]
    last: dict[str, int] = {}
    for number, _ in things:
        above, _, own = number.rpartition(".")
        if int(own) != last.get(above, 0) + 1:
            return []
        last[above] = int(own)
    return things if len(things) == len(texts) > 1 else []

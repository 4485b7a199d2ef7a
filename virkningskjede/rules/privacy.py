"""Family VK7: personal data has no place in a model, which is shared and kept for ever in a history."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from virkningskjede.diagnostics import Diagnostic, diagnostic
from virkningskjede.rules.context import RuleContext

_SPACE = "[ \u00a0\u2009\u202f]"

_NATIONAL_ID = re.compile(rf"(?<!\d)(\d{{6}})(?:{_SPACE}|-)?(\d{{5}})(?!\d)", re.ASCII)

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")

_PHONE = re.compile(
    rf"""
    (?<![\w\#/+-]) (?<!\d[.,:]) (?<!kr{_SPACE}) (?<!kr\.{_SPACE}) (?<!NOK{_SPACE})      # not inside a number, a hash or a locator
    (?:
        (?:\+|00) 47 {_SPACE}? [2-9] (?: {_SPACE}? \d ){{7}}                            # +47 99887766, in any grouping
      | (?<!\d{_SPACE}) [2-9]\d (?: {_SPACE} \d\d ){{3}} (?!{_SPACE}\d)                 # 22 33 44 55
      | (?<!\d{_SPACE}) [2-9]\d\d {_SPACE} \d\d {_SPACE} \d{{3}} (?!{_SPACE}\d)         # 998 87 766
      | (?! (?:19|20)\d\d (?:0[1-9]|1[0-2]) (?:0[1-9]|[12]\d|3[01]) ) [2-9] \d{{7}}     # 99887766, but not the date 20241216
        (?<!0000)                                                                       # nor the round sum 50000000
    )
    (?!\w) (?![.,:/-]\d) (?! {_SPACE}? (?:kr|kroner|NOK)\b )
    """,
    re.ASCII | re.IGNORECASE | re.VERBOSE,
)

_FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


def national_id(context: RuleContext) -> Iterator[Diagnostic]:
    """VK701: a Norwegian national identity number."""
    yield from _search(
        "VK701", context, lambda text: (match[0] for match in _NATIONAL_ID.finditer(text) if is_national_id(match[1] + match[2]))
    )


def email(context: RuleContext) -> Iterator[Diagnostic]:
    """VK702: an e-mail address."""
    yield from _search("VK702", context, lambda text: _EMAIL.findall(text) if "@" in text else ())


def telephone(context: RuleContext) -> Iterator[Diagnostic]:
    """VK703: what is written like a Norwegian telephone number."""
    yield from _search("VK703", context, _PHONE.findall)


def is_national_id(digits: str) -> bool:
    """Whether eleven digits make a Norwegian national identity number, a D-number or a synthetic one used in tests.

    The first six are a date: D-numbers have 40 added to the day, synthetic numbers 40 or 80 to the month. The last two are check
    digits, modulus 11, as Skatteetaten describes them.

    >>> is_national_id("01817000092"), is_national_id("01817000093")
    (True, False)
    """
    day, month = int(digits[:2]), int(digits[2:4])
    if not (1 <= day <= 31 or 41 <= day <= 71) or not 1 <= month % 40 <= 12:
        return False
    return all(
        sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=False)) % 11 == 0
        for weights in (_FIRST_WEIGHTS, _SECOND_WEIGHTS)
    )


def mask(private: str) -> str:
    """The first character, and a dot for every other letter and digit: enough to recognise, not to use.

    >>> mask("kari@nav.example")
    'k•••@•••.•••••••'
    """
    return private[:1] + re.sub(r"\w", "•", private[1:])


def _search(code: str, context: RuleContext, find: Callable[[str], Iterable[str]]) -> Iterator[Diagnostic]:
    if not any(find(context.running_text)):  # nothing that is looked for goes over a line break, and nearly no model has any of it
        return
    for path, text, on in context.texts:
        for private in find(text):
            yield diagnostic(code, path, on=on, masked=mask(private))

"""Amounts in words, as a report would say them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from virkningskjede.i18n import Lang, quoted, rounded, rounded_share, word, word_or
from virkningskjede.model import TargetLimit
from virkningskjede.model.codebook import CountedUnit
from virkningskjede.model.fields import LIMITS
from virkningskjede.model.values import EMPTY, MOMENTS, OWN_UNITS, Amount, Bounds, Date, Deadline, Dose, Measure, copy_with

Units = Mapping[str, CountedUnit]
"""The units of a vocabulary, by id."""


def number(value: Decimal, lang: Lang) -> str:
    """A number in the reader's writing: decimal comma and thin groups in Norwegian.

    >>> number(Decimal("946000"), "nb"), number(Decimal("0.5"), "nb")
    ('946 000', '0,5')
    """
    text = f"{value:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(",", " ").replace(".", ",") if lang == "nb" else text


def decimal(value: float | Fraction | Decimal, lang: Lang, digits: int = 2) -> str:
    """A number with this many decimals, in the reader's writing. What rounds to nothing has no sign.

    >>> decimal(-0.5, "nb"), decimal(0.25, "en", 1), decimal(-0.004, "nb")
    ('−0,50', '0.3', '0,00')
    """
    text = f"{rounded(value, digits):zf}".replace("-", "−")
    return text.replace(".", ",") if lang == "nb" else text


def within_one(value: float, lang: Lang, digits: int = 2) -> str:
    """A number from -1 to 1 with this many decimals, which is not written as 1, -1 or 0 unless it is.

    >>> within_one(299 / 300, "en"), within_one(1, "en"), within_one(0.001, "nb"), within_one(-0.62, "nb")
    ('0.99', '1.00', '0,01', '−0,62')
    """
    return decimal(rounded_share(value, digits), lang, digits)


def date(when: Date, lang: Lang) -> str:
    """A day, a month, a year, or from one of these to another, as the language writes it.

    >>> date(Date.of("2025-05-01"), "nb"), date(Date.of("2025-05"), "nb"), date(Date.of("2025-05"), "en"), date(Date.of("2025"), "nb")
    ('01.05.2025', 'mai 2025', 'May 2025', '2025')
    """
    if when.since is not None:
        return word("date.span", lang, first=date(when.since, lang), last=date(when.end, lang))
    if when.month is None:
        return str(when)
    if when.day is None:
        return f"{word(f'month.{when.month}', lang)} {when.year:04}"
    return f"{when.day:02}.{when.month:02}.{when.year:04}" if lang == "nb" else str(when)


def bounds(amount: Bounds, lang: Lang, names: Mapping[str, str] = EMPTY, units: Units = EMPTY) -> str:
    """Bounds in words.

    Args:
        amount: the bounds.
        lang: the language.
        names: what nodes are called that a deadline is counted from, or that it is as much as.
        units: the units of the vocabulary.

    >>> bounds(Bounds(min=2, max=3, unit="day"), "en")
    '2–3 days'
    """
    text = _quantity(amount, lang, units, names)
    if isinstance(amount, Deadline):
        return _deadline(amount, text, lang, names)
    if isinstance(amount, Amount):
        rate = f" {_per(amount.per, lang)}" if amount.per is not None else ""
        text += rate if text else ""
        for part in ("planned", "reached"):
            nested: Bounds | None = getattr(amount, part)
            if nested is not None:
                filled = nested if nested.unit or not amount.unit else copy_with(nested, {"unit": amount.unit})
                text = f"{text}, " if text else ""
                text += word(f"amount.{part}", lang, amount=_quantity(filled, lang, units, names) + rate)
    return text


def _deadline(deadline: Deadline, text: str, lang: Lang, names: Mapping[str, str]) -> str:
    """A deadline in words, which are never those of how long something lasts.

    >>> bounds(Deadline(max=1, unit="week", after="plan"), "en", {"plan": "Plan"}), bounds(Deadline(value=12, unit="week"), "nb")
    ('within 1 week after “Plan”', 'etter 12 uker')
    """
    if deadline.date is not None:
        return word("deadline.date", lang, date=date(deadline.date, lang))
    if deadline.interval() is None:
        return text
    if deadline.max is not None and deadline.min is None and deadline.above is None:
        latest = _with_unit(number(deadline.max, lang), deadline, lang, singular=deadline.max == 1)
        text = word("deadline.within", lang, amount=latest)
    elif deadline.after is None:
        return word("deadline.unsaid", lang, amount=text)
    if deadline.after is None:
        return text
    if deadline.after in MOMENTS:
        after = word_or(f"moment.{deadline.after}", deadline.after, lang)
    else:
        after = quoted(names.get(deadline.after, deadline.after)).in_(lang)
    return word("deadline.after", lang, amount=text, after=after)


def _quantity(amount: Bounds, lang: Lang, units: Units, names: Mapping[str, str]) -> str:
    if amount.words is not None:
        return amount.words
    if amount.varies is not None:
        return word(f"amount.varies.{amount.varies}", lang)
    if amount.same_as is not None:
        return word("amount.same_as", lang, id=quoted(names[amount.same_as]).in_(lang) if amount.same_as in names else amount.same_as)
    if amount.value is not None:
        return _with_unit(number(amount.value, lang), amount, lang, units, singular=amount.value == 1)
    if amount.approx is not None:
        return word("amount.approx", lang, amount=_with_unit(number(amount.approx, lang), amount, lang, units, singular=amount.approx == 1))
    if amount.min is not None and amount.max is not None:
        return _with_unit(f"{number(amount.min, lang)}–{number(amount.max, lang)}", amount, lang, units)
    parts = []
    for key in ("min", "above", "max", "below"):
        bound: Decimal | None = getattr(amount, key)
        if bound is not None:
            parts.append(word(f"amount.{key}", lang, amount=_with_unit(number(bound, lang), amount, lang, units, singular=bound == 1)))
    return word("amount.and", lang).join(parts)


def _with_unit(amount_text: str, amount: Bounds, lang: Lang, units: Units = EMPTY, *, singular: bool = False) -> str:
    if amount.unit is None:
        return amount_text
    return f"{amount_text} {unit_name(amount.unit, lang, units, singular=singular)}"


def unit_name(name: str, lang: Lang, units: Units = EMPTY, *, singular: bool = False) -> str:
    """What one of a unit, or several, is called; its own name where nobody has given it another.

    >>> unit_name("week", "nb"), unit_name("EUR", "nb"), unit_name("school", "en", {"school": CountedUnit(one="school", many="schools")})
    ('uker', 'EUR', 'schools')
    """
    if name in units and name not in OWN_UNITS:
        return (units[name].one if singular else units[name].many).in_(lang)
    return word_or(f"unit.{name}.{'one' if singular else 'more'}", name, lang)


def _per(unit: str, lang: Lang) -> str:
    return word_or(f"per.{unit}", f"/ {unit}", lang)


def dose(dosage: Dose, lang: Lang, names: Mapping[str, str] = EMPTY, units: Units = EMPTY) -> str:
    """A dose in words, its amounts divided by commas.

    Args:
        dosage: the dose.
        lang: the language.
        names: what nodes are called that a deadline is counted from, or that it is as much as.
        units: the units of the vocabulary.

    >>> dose(Dose(sessions=Amount(value=6, unit="time"), session=Amount(value=2, unit="hour")), "nb")
    '2 timer hver gang, 6 ganger'
    """
    parts = []
    for dimension, amount in dosage.amounts():
        text = bounds(amount, lang, names, units)
        complete = (
            amount.words is not None or amount.varies is not None or Measure.of(amount).unit == "fte"
        )  # words stand as they are, and a post is a post
        parts.append(text if complete else of_dimension(dimension, text, lang))
    return ", ".join(parts)


def of_dimension(dimension: str, amount: str, lang: Lang) -> str:
    """An amount in words, with what it measures where the number alone does not say it."""
    return word_or(f"dose.{dimension}", dimension, lang, amount=amount)


def limits(limit: TargetLimit, lang: Lang) -> list[str]:
    """The amounts that a limit of the target group gives, in words."""
    amounts = ((name, amount) for name in LIMITS if (amount := getattr(limit, name)) is not None)
    return [word_or(f"show.{name}", name, lang, amount=bounds(amount, lang)) for name, amount in amounts]

"""The one way in which numbers are rounded, wherever they are told: halves away from zero, and never to all or nothing what is not so."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

Number = int | float | Decimal | Fraction


def exact(value: Number) -> Fraction:
    """The number that a value stands for: of a float the shortest decimal that gives it, and not the binary that is a hair beside.

    >>> exact(0.285), exact(Fraction(1, 3))
    (Fraction(57, 200), Fraction(1, 3))
    """
    return Fraction(repr(value)) if isinstance(value, float) else Fraction(value)


def rounded(value: Number, digits: int = 0) -> Decimal:
    """A number with this many decimals, halves away from zero.

    >>> [str(rounded(value, 2)) for value in (0.625, -0.625, 1.005, Fraction(2, 3), 7)]
    ['0.63', '-0.63', '1.01', '0.67', '7.00']
    """
    scaled = exact(value) * 10**digits
    whole = (2 * abs(scaled.numerator) + scaled.denominator) // (2 * scaled.denominator)
    with localcontext() as context:
        context.prec = max(28, digits + len(str(whole)))
        return Decimal(whole if scaled >= 0 else -whole).scaleb(-digits).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def rounded_share(value: Number, digits: int = 4) -> Decimal:
    """A share, or a coefficient from -1 to 1, with this many decimals, which comes to 1, -1 or 0 only when it is so.

    >>> [str(rounded_share(value, 2)) for value in (Fraction(299, 300), 1, 0.001, -0.999, 0.625)]
    ['0.99', '1.00', '0.01', '-0.99', '0.63']
    """
    number, step = rounded(value, digits), Decimal(1).scaleb(-digits)
    if not 0 < abs(exact(value)) < 1:
        return number
    return min(max(abs(number), step), 1 - step).copy_sign(Decimal(1 if value > 0 else -1))


def percent_digits(share: Number, digits: int = 0) -> int:
    """How many decimals a share has in percent: near either end at least one, which says what whole numbers would hide.

    >>> percent_digits(0.625), percent_digits(299 / 300), percent_digits(1), percent_digits(0.003, 2)
    (0, 1, 0, 2)
    """
    value, near = exact(share), Fraction(1, 200)
    return max(digits, 1) if 0 < value < near or 1 - near <= value < 1 else digits

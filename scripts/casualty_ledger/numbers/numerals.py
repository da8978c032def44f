"""The value of a numeral: which marks group its digits and which one begins a fraction."""

from fractions import Fraction
from functools import lru_cache

LARGEST = 10**15
_LONGEST = 40  # characters; what is longer has more than the 16 digits that a count may have


def numeral_value(numeral: str, decimal: str) -> int | Fraction | None:
    """The value of a run of digits with its marks; None where it is no sensible count.

    A mark that is followed by exactly three digits groups them, whatever the language: counts
    of people have no thousandths. `decimal` settles what is left: a number such as 1.234,5.
    """
    return _value(numeral, decimal) if len(numeral) <= _LONGEST else None


@lru_cache(maxsize=4096)
def _value(numeral: str, decimal: str) -> int | Fraction | None:
    if numeral.isdigit():
        return _limited(int(numeral)) if len(numeral) <= 16 else None
    whole, fraction = _split(numeral, decimal)
    digits = "".join(character for character in whole if character.isdigit())
    if len(digits) + len(fraction) > 16:
        return None
    if not fraction.strip("0"):
        return _limited(int(digits))
    return Fraction(int(digits + fraction), 10 ** len(fraction))


def _limited(value: int) -> int | None:
    return value if value <= LARGEST else None


def _split(numeral: str, decimal: str) -> tuple[str, str]:
    """Whole part and decimals, the second empty where there are none."""
    position = max(numeral.rfind(mark) for mark in ".,/")
    if position < 0:
        return numeral, ""
    mark, tail = numeral[position], numeral[position + 1 :].strip()
    groups = len(tail) == 3 and mark != "/" and numeral[:position].lstrip("0") != ""
    if groups and not (mark == decimal and _has_other_mark(numeral, mark)):
        return numeral, ""
    return numeral[:position], tail


def _has_other_mark(numeral: str, mark: str) -> bool:
    return any(other in numeral for other in " .,'" if other != mark)

"""Whether the words of a mention say the value and the bound that a figure records."""

from casualty_ledger.numbers.reading import Reading
from casualty_schemas.vocabularies import Bound

Limits = tuple[int | None, int | None, int | None]


def disagreement(
    reading: Reading, low: int | None, best: int | None, high: int | None, bound: Bound
) -> str | None:
    """What the words say and what is recorded, where these differ; None where they agree.

    The bound must be the same. So must the values, except where the words are vague: then a
    record may hold nothing or the documented interval.
    """
    if reading.bound is bound and (low, best, high) in _admissible(reading):
        return None
    said = describe(reading.low, reading.best, reading.high, reading.bound)
    return f"the words say {said}, the record has {describe(low, best, high, bound)}"


def _admissible(reading: Reading) -> tuple[Limits, ...]:
    stated = (reading.low, reading.best, reading.high)
    if reading.bound is not Bound.VAGUE or reading.interval is None:
        return (stated,)
    return stated, (reading.interval[0], None, reading.interval[1])


def describe(low: int | None, best: int | None, high: int | None, bound: Bound) -> str:
    """A value and its bound on one line: "best 2000 (about)"."""
    limits = (("low", low), ("best", best), ("high", high))
    stated = ", ".join(f"{name} {value}" for name, value in limits if value is not None)
    return f"{stated or 'no value'} ({bound})"

"""The value that a report itself prints for a figure."""

from dataclasses import dataclass

from casualty_ledger.numbers import read_number
from casualty_ledger.records.models import Figure, Mention
from casualty_ledger.records.rules.words import READABLE
from casualty_schemas.vocabularies import Bound


@dataclass(frozen=True, slots=True)
class Printed:
    """A value with its bound, in people."""

    low: int | None
    best: int | None
    high: int | None
    bound: Bound


def printed_values(mention: Mention, figure: Figure, language: str) -> Printed:
    """Return what the report prints: the figure's own value, or what its words say instead.

    Raises:
        UnreadableNumber: the mention differs in value or bound, and its words hold no number.
    """
    if not set(READABLE) & set(mention.differs) or mention.as_written is None:
        return Printed(figure.low, figure.best, figure.high, figure.bound)
    reading = read_number(mention.as_written, language)
    return Printed(reading.low, reading.best, reading.high, reading.bound)

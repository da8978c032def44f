"""Dates as records write them: ISO 8601 days, and the part of EDTF that claims need.

Accepted are ``2025-09-02``, ``2025-09`` and ``2025``, each with a trailing ``?`` where the date
was inferred and not printed; for periods also ``START/END``, with ``..`` for an open end. This
is a subset of the Extended Date/Time Format, level 1 (Library of Congress, 2019). The ``edtf``
package reads all of EDTF but takes some 15 ms a date, which is too slow for thousands of records;
the tests hold this reader against it.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from casualty_schemas.vocabularies import Precision

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(\?)?")
EXPECTED_DATE = "expected 2025-09-02, 2025-09 or 2025, with ? when inferred"
EXPECTED_PERIOD = f"{EXPECTED_DATE}, or START/END with .. for an open end"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which the day or the month may be unknown.

    Attributes:
        text: as written in the record.
        first: the first day that it may be.
        last: the last day that it may be.
        precision: how much is known.
        inferred: not printed by the source, but concluded from it.
    """

    text: str
    first: date
    last: date
    precision: Precision
    inferred: bool

    @property
    def stem(self) -> str:
        """The date without its question mark, as file names and ids use it."""
        return self.text.rstrip("?")


@dataclass(frozen=True, slots=True)
class Period:
    """A date or an interval; an open or unknown end is None."""

    text: str
    start: PartialDate | None
    end: PartialDate | None


def parse_date(text: str) -> PartialDate:
    """Read one date.

    Raises:
        ValueError: the text is no date of the accepted forms, or no day of the calendar.
    """
    match = _DATE.fullmatch(text)
    if match is None or not text.isascii():
        raise ValueError(f"{text!r} is not a date; {EXPECTED_DATE}")
    year, month, day = (int(part) if part else None for part in match.groups()[:3])
    inferred = match[4] is not None
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        raise ValueError(f"{text!r} is not a day of the calendar; {EXPECTED_DATE}") from None
    if day:
        return PartialDate(text, first, first, Precision.DAY, inferred)
    if month:
        last = first.replace(day=calendar.monthrange(first.year, month)[1])
        return PartialDate(text, first, last, Precision.MONTH, inferred)
    return PartialDate(text, first, date(first.year, 12, 31), Precision.YEAR, inferred)


def parse_period(text: str) -> Period:
    """Read a date or an interval of dates.

    Raises:
        ValueError: malformed, both ends open, or the end lies before the start.
    """
    if "/" not in text:
        only = parse_date(text)
        return Period(text, only, only)
    parts = text.split("/")
    if len(parts) != 2 or parts == ["..", ".."]:
        raise ValueError(f"{text!r} is not a period; {EXPECTED_PERIOD}")
    start, end = (None if part == ".." else parse_date(part) for part in parts)
    if start and end and end.last < start.first:
        raise ValueError(f"{text!r} ends before it starts; {EXPECTED_PERIOD}")
    return Period(text, start, end)

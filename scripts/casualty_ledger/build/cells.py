"""From the values of records to the cells of rows."""

from datetime import date

from casualty_ledger.records.dates import PartialDate, Period
from casualty_schemas.vocabularies import LIST_SEPARATOR

Cell = str | int | bool | date | None
Row = dict[str, Cell]


def joined(values: list[str]) -> str | None:
    """Return several values as one cell; None for none."""
    return LIST_SEPARATOR.join(values) or None


def dated(key: str, day: PartialDate | None) -> Row:
    """Return a date as its first possible day, how much is known, and whether it is inferred."""
    return {
        key: day.first if day else None,
        f"{key}_precision": day.precision.value if day else None,
        f"{key}_inferred": bool(day and day.inferred),
    }


def as_of(period: Period | None) -> Row:
    """Return a period as its first and its last possible day, and whether one is inferred."""
    start, end = (period.start, period.end) if period else (None, None)
    return {
        "as_of_start": start.first if start else None,
        "as_of_end": end.last if end else None,
        "as_of_inferred": any(day.inferred for day in (start, end) if day),
    }

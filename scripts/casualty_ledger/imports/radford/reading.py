"""Reading the published file: strictly, with every fault and its line."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal, InvalidOperation

from casualty_ledger.build.cells import Row
from casualty_ledger.imports.radford.codes import (
    CATEGORIES,
    COLUMNS,
    COUNTRIES,
    DAY_ONE,
    NAME,
    RESULTS,
    SOURCES,
    TIME_FRAMES,
    subject_of,
)
from casualty_ledger.records.faults import Fault, suggestion

_DAYS = re.compile(r"[1-9][0-9]{0,3}")
_COUNT = re.compile(r"[0-9]+(\.[0-9]+)?([eE][+]?[0-9]{1,2})?")
_CODES: dict[str, Sequence[str]] = {
    "result": RESULTS,
    "claim_source": tuple(SOURCES),
    "time_frame": tuple(TIME_FRAMES),
    "loss_country": COUNTRIES,
    "minimum": ("0", "1"),
    "maximum": ("0", "1"),
    "category": CATEGORIES,
}


class FaultyFileError(ValueError):
    """A file that is not the published one in form; ``faults`` lists all that is wrong."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


def read_rows(content: bytes, name: str = "file") -> list[Row]:
    """Return the rows of the file as rows of the table ``rows``.

    Args:
        content: the file: UTF-8, one header line, the columns of ``COLUMNS`` in their order.
        name: of the file, for the messages.

    Raises:
        FaultyFileError: a column or a code is unknown, or a cell is not what its column holds.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise FaultyFileError([Fault(name, line, "", "not UTF-8")]) from None
    lines = _lines(text, name)
    if not lines:
        raise FaultyFileError([Fault(name, 1, "", "empty; expected a header line")])
    header_line, header = lines[0]
    if faults := list(_header_faults(header, header_line, name)):
        raise FaultyFileError(faults)
    found = [fault for line, cells in lines[1:] for fault in _row_faults(cells, line, name)]
    if found:
        raise FaultyFileError(found)
    if len(lines) == 1:
        raise FaultyFileError([Fault(name, 2, "", "no row after the header line")])
    return [_row(cells, line, number) for number, (line, cells) in enumerate(lines[1:], start=1)]


def _lines(text: str, name: str) -> list[tuple[int, list[str]]]:
    """The cells of each line that is not empty, with the number of the line."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        return [(reader.line_num, cells) for cells in reader if cells]
    except csv.Error as error:
        raise FaultyFileError([Fault(name, reader.line_num, "", f"no CSV: {error}")]) from None


def _header_faults(header: list[str], line: int, name: str) -> Iterator[Fault]:
    for column in header:
        if column not in COLUMNS:
            yield Fault(name, line, column, f"unknown column{suggestion(column, COLUMNS)}")
    for column in COLUMNS:
        if column not in header:
            yield Fault(name, line, column, "column is missing")
    for column in dict.fromkeys(header):
        if header.count(column) > 1:
            yield Fault(name, line, column, "column stands more than once")
    if sorted(header) == sorted(COLUMNS) and tuple(header) != COLUMNS:
        yield Fault(name, line, "", f"columns in another order; expected {', '.join(COLUMNS)}")


def _row_faults(cells: list[str], line: int, name: str) -> Iterator[Fault]:
    if len(cells) != len(COLUMNS):
        yield Fault(name, line, "", f"{len(cells)} cells; expected {len(COLUMNS)}")
        return
    row = dict(zip(COLUMNS, cells, strict=True))
    if not _DAYS.fullmatch(row["days"]):
        yield Fault(name, line, "days", f"{row['days']!r}; expected a whole number from 1 on")
    if _value(row["loss_count"]) is None:
        expected = "expected a whole number, such as 5937 or 1e+05"
        yield Fault(name, line, "loss_count", f"{row['loss_count']!r}; {expected}")
    for column, codes in _CODES.items():
        if row[column] not in codes:
            near = suggestion(row[column], codes)
            yield Fault(name, line, column, f"unknown code {row[column]!r}{near}")
    yield from _contradictions(row, line, name)


def _contradictions(row: dict[str, str], line: int, name: str) -> Iterator[Fault]:
    """Columns that repeat others must agree with them."""
    repeats = {
        "loss_type": f"{row['category']}-{row['loss_country']}",
        "source_target": f"{row['claim_source']}-{row['loss_country']}",
    }
    for column, expected in repeats.items():
        if row[column] != expected:
            yield Fault(name, line, column, f"{row[column]!r}; expected {expected!r}")
    if row["minimum"] == row["maximum"] == "1":
        yield Fault(name, line, "maximum", "both a minimum and a maximum; expected one at most")


def _value(printed: str) -> int | None:
    """The count as a number; None if it is no whole number."""
    if not _COUNT.fullmatch(printed):
        return None
    try:
        number = Decimal(printed)
    except InvalidOperation:
        return None
    return int(number) if number == number.to_integral_value() and number < 10**12 else None


def _row(cells: list[str], line: int, number: int) -> Row:
    row = dict(zip(COLUMNS, cells, strict=True))
    day = int(row["days"])
    return {
        "row_id": f"{NAME}-{number:04d}",
        "line": line,
        "day_number": day,
        "date": DAY_ONE + timedelta(days=day - 1),
        "value_as_stated": row["loss_count"],
        "value": _value(row["loss_count"]),
        "category": row["category"],
        "country": row["loss_country"],
        "source": row["claim_source"],
        "time_frame": row["time_frame"],
        "is_minimum": row["minimum"] == "1",
        "is_maximum": row["maximum"] == "1",
        "subject": subject_of(row["category"]).value,
    }

"""Readings as JSON: one phrase, or a stream of JSON lines in constant memory."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, Never

from casualty_ledger.numbers.reader import read_number
from casualty_ledger.numbers.reading import Reading, UnknownLanguage, UnreadableNumber

Row = dict[str, Any]
UNREAD: Row = {
    "low": None,
    "best": None,
    "high": None,
    "bound": None,
    "span": None,
    "interval": None,
}


class MalformedLine(ValueError):  # noqa: N818 - it names what was found
    """A line that is no JSON object with a `text` and a known `language`."""


def reading_fields(reading: Reading) -> Row:
    """The fields that a reading adds to an object: counts, bound code, span, interval."""
    return {
        "low": reading.low,
        "best": reading.best,
        "high": reading.high,
        "bound": reading.bound.value,
        "span": list(reading.span),
        "interval": None if reading.interval is None else list(reading.interval),
    }


def number_rows(reading: Reading, text: str) -> list[tuple[str, str]]:
    """The rows of the table that shows one reading; empty limits are left out."""
    start, end = reading.span
    limits = (("low", reading.low), ("best", reading.best), ("high", reading.high))
    rows = [("read", text[start:end]), ("characters", f"{start}-{end}")]
    rows += [(name, str(value)) for name, value in limits if value is not None]
    rows.append(("bound", reading.bound.value))
    if reading.interval is not None:
        rows.append(("interval", "{} to {}".format(*reading.interval)))
    return rows


def read_jsonl(lines: Iterable[bytes]) -> Iterator[tuple[Row, bool]]:
    """Each line's object with its reading added, and whether the line was well formed.

    A phrase without a readable number gets nulls and an `error`; so does a malformed line, whose
    object then holds only `line` (its number, from 1) beside them. Blank lines are left out.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _read_line(line, number)


def _read_line(line: bytes, number: int) -> tuple[Row, bool]:
    row: Row = {"line": number}
    try:
        row = _parsed(line)
        return {**row, **reading_fields(read_number(*_phrase(row)))}, True
    except UnreadableNumber as error:
        return {**row, **UNREAD, "error": str(error)}, True
    except (MalformedLine, UnknownLanguage) as error:
        return {**row, **UNREAD, "error": str(error)}, False


def _parsed(line: bytes) -> Row:
    try:
        row = json.loads(line.decode("utf-8"), parse_constant=_refuse)
        json.dumps(row, allow_nan=False)
    except (ValueError, RecursionError) as error:
        raise MalformedLine(f"not a line of JSON: {error}") from error
    if not isinstance(row, dict):
        raise MalformedLine("not a JSON object")
    return row


def _refuse(constant: str) -> Never:
    raise ValueError(f"{constant} is not JSON")


def _phrase(row: Row) -> tuple[str, str]:
    text, language = row.get("text"), row.get("language")
    if not isinstance(text, str) or not isinstance(language, str):
        raise MalformedLine("expected `text` and `language`, both strings")
    return text, language


def json_line(row: Row) -> str:
    """An object as one line of JSON, in its own script where UTF-8 can hold it."""
    line = json.dumps(row, ensure_ascii=False)
    if any("\ud800" <= character <= "\udfff" for character in line):
        return json.dumps(row)
    return line
